// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The study editor: the form, the JSON of the same study, its file, and what keeps it from being run.
#pragma once

#include "core/workbench/jobs.h"
#include "widgets/common/desk.h"
#include "widgets/discovery/studydraft.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace widgets {

class StudyForm;

class StudyEditor final : public QWidget
{
    Q_OBJECT

public:
    StudyEditor(Desk &desk, StudyDraft &draft, QWidget *parent = nullptr);

    /// Reads what can be completed; after the workspace or its bars have changed.
    void refresh();
    void openFile(const QString &name);
    /// A file that is still being read does not come any more.
    void dropOpening() { m_reading.drop(); }
    void save();
    void saveAs();
    void startNew();
    /// Before another text takes the place of one that is not saved: offers to take it back.
    void putAside(const QString &next);
    [[nodiscard]] bool isSettled() const { return !m_reading.isBusy(); }
    /// Goes to where the fault is.
    void showFault();

    [[nodiscard]] StudyForm *form() const { return m_form; }
    [[nodiscard]] QPlainTextEdit *jsonView() const { return m_json; }
    [[nodiscard]] QTabWidget *views() const { return m_views; }

private:
    void showDraft();
    void markLine();
    void fillOpenMenu();
    void saveNamed(const QString &name, bool replace);
    QWidget *makeJson();
    QWidget *makeButtons();

    Desk &m_desk;
    StudyDraft &m_draft;
    StudyForm *m_form;
    QTabWidget *m_views;
    QPlainTextEdit *m_json = nullptr;
    QLabel *m_help;
    QMenu *m_openMenu = nullptr;
    int m_replaced = 0; ///< how often the whole JSON was, since nothing of it could be undone
    bool m_showing = false;
    core::workbench::LatestJob m_symbols;
    core::workbench::LatestJob m_files;
    core::workbench::LatestJob m_reading;
    core::workbench::LatestJob m_saving;
};

} // namespace widgets
