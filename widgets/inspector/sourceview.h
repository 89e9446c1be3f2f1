// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One source: how it fares, what is wrong and what to do about it, what it brings and on which terms.
#pragma once

#include "widgets/common/desk.h"

#include <QStringList>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace core::workbench {
struct SourceStatus;
}

namespace widgets {

class FactsTable;

class SourceView final : public QWidget
{
    Q_OBJECT

public:
    explicit SourceView(Desk &desk, QWidget *parent = nullptr);

    void setSource(const QString &source);
    /// The same with what is known of it now.
    void refresh();
    void clear();
    [[nodiscard]] FactsTable *facts() const { return m_facts; }
    [[nodiscard]] QString title() const;
    /// State, fault and remedies, as they are shown.
    [[nodiscard]] QStringList sentences() const;

private:
    void show(const core::workbench::SourceStatus &source);
    void showStranger();
    void placeButtons();
    QPushButton *addButton(const QString &text, const QString &name);

    Desk &m_desk;
    QString m_source;
    QLabel *m_mark;
    QLabel *m_title;
    QLabel *m_about;
    QLabel *m_state;
    QLabel *m_fault;
    QLabel *m_remedy;
    FactsTable *m_facts;
    QGridLayout *m_foot = nullptr;
    QPushButton *m_switch;
    QPushButton *m_ask;
    QPushButton *m_retry;
    QPushButton *m_key;
    QPushButton *m_events;
};

} // namespace widgets
