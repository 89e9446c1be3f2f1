// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with rows of events: make filters of them, copy, export, show, test.
#pragma once

#include "widgets/common/desk.h"
#include "widgets/models/eventmodel.h"
#include "widgets/models/eventselection.h"

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QModelIndex;

namespace widgets {

class EventFeed;
class EventTable;

enum class CopyAs : quint8 { Table, Csv, Filter };

/// Rows as text for the clipboard, with a line of titles; cells a spreadsheet would run get an apostrophe.
std::string copiedText(const EventRows::Events &events, const std::vector<EventColumn> &columns, CopyAs as);

class EventActions final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::uint64_t kMostCopied = 10'000; ///< rows; more go to a file
    static constexpr std::uint64_t kMostTested = 500;    ///< rows that a study names one by one

    /// `panel` owns it and gets the shortcuts.
    EventActions(Desk &desk, EventFeed &feed, EventModel &model, EventTable &table, QWidget *panel);

    /// The menu of a cell.
    void fillMenu(QMenu &menu, const QModelIndex &cell);
    /// What the menu of the panel offers besides.
    [[nodiscard]] QList<QAction *> general() const;
    [[nodiscard]] QAction *test() const { return m_test; }

    void copy(CopyAs as);
    void exportRows(bool onlySelected);
    /// A study of the rows that are selected when they are several, else of all that pass.
    void testThis();
    void showOnChart();
    /// The first rows, or those selected when they are several, with what was asked.
    void addToReport();

Q_SIGNALS:
    void filterWanted(const QString &filter, bool isApplied);
    void copied();

private:
    void addFilterMenu(QMenu &menu, const QString &title, const QModelIndex &cell, bool isApplied);
    void exportTo(const QString &path, bool onlySelected, const EventSelection &selection);
    [[nodiscard]] std::vector<EventColumn> shownColumns() const;
    void update();

    Desk &m_desk;
    EventFeed &m_feed;
    EventModel &m_model;
    EventTable &m_table;
    QWidget *m_panel;
    QAction *m_copy;
    QAction *m_copyCsv;
    QAction *m_copyFilter;
    QAction *m_export;
    QAction *m_exportSelected;
    QAction *m_test;
    QAction *m_chart;
    QAction *m_report;
    core::workbench::LatestJob m_copying;
    core::workbench::LatestJob m_finding;
    core::workbench::LatestJob m_reporting;
};

} // namespace widgets
