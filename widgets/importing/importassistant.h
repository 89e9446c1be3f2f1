// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The import assistant: files, what each would become, and what became of them. Nothing waits for it.
#pragma once

#include "core/workbench/jobs.h"
#include "widgets/common/desk.h"
#include "widgets/importing/importfiles.h"

#include <QDialog>

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace widgets {

class MappingPage;
class PreviewPage;
class ResultPage;

class ImportAssistant final : public QDialog
{
    Q_OBJECT

public:
    explicit ImportAssistant(Desk &desk, QWidget *parent = nullptr);

    /// Shows these files; those of an earlier import that has ended are forgotten.
    void openFiles(const QStringList &files);
    [[nodiscard]] bool isSettled() const
    {
        return !m_reading.isBusy() && !m_importing.isBusy() && !m_saving.isBusy();
    }

    [[nodiscard]] ImportFiles *files() const { return m_files; }
    [[nodiscard]] PreviewPage *preview() const { return m_preview; }
    [[nodiscard]] MappingPage *mapping() const { return m_mapping; }
    [[nodiscard]] ResultPage *result() const { return m_result; }
    [[nodiscard]] QPushButton *importButton() const { return m_import; }
    enum class Page : quint8 { Waiting, Preview, Mapping, Result };
    [[nodiscard]] Page page() const;

private:
    void readNext();
    void readAgain(int row);
    [[nodiscard]] int current() const;
    void showCurrent();
    void showPage();
    void showMappingOf(const ImportFile &file, const QString &why);
    void showMapping();
    void showState();
    void savePreset();
    void startImport();
    void ended(const std::vector<int> &rows, std::vector<core::workbench::FileOutcome> outcomes);
    void say(const QString &text, bool isFault = false);

    Desk &m_desk;
    ImportFiles *m_files;
    core::workbench::LatestJob m_reading;
    core::workbench::LatestJob m_importing;
    core::workbench::LatestJob m_saving;
    int m_readingRow = -1;
    bool m_isDone = false;       ///< the result is shown
    std::pair<std::filesystem::path, QString> m_mapped; ///< the file whose columns the mapping shows, and why
    bool m_wantsMapping = false; ///< the person asked for the mapping of a file that has a preset
    QListView *m_list;
    QStackedWidget *m_pages;
    QLabel *m_waiting;
    PreviewPage *m_preview;
    MappingPage *m_mapping;
    ResultPage *m_result;
    QLabel *m_state;
    QProgressBar *m_progress;
    QPushButton *m_add;
    QPushButton *m_close;
    QPushButton *m_import;
};

} // namespace widgets
