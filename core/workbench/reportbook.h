// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The report a person puts together of what the panels show: sections that keep what was seen and how to see
// it again, in reports/report.json.
#pragma once

#include "core/workbench/workbench.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace core::workbench {

/// Rows as they were shown.
struct ReportTable {
    QStringList titles;
    std::vector<bool> numbers; ///< of each column: right-aligned
    std::vector<QStringList> rows;
    friend bool operator==(const ReportTable &, const ReportTable &) = default;
};

/// What its state is: "events" {filter}, "chart" {symbol, interval, adjusted, candles, filter, from, to},
/// "finding" {run, hypothesis}, "event" {event}, "symbol" {symbol}.
struct ReportSection {
    QString id; ///< given when it is added, kept for good
    QString kind;
    QString title;
    QString comment;
    QStringList sentences; ///< what was said about it
    QString source;        ///< where it comes from: source, range, run
    ReportTable table;
    QJsonObject chart; ///< as widgets/charts/chartjson.h writes one; empty: none
    QJsonObject state;
    base::Instant addedAt;
    friend bool operator==(const ReportSection &, const ReportSection &) = default;
};

struct ReportBook {
    QString title; ///< empty: the workspace's name
    std::vector<ReportSection> sections;
};

inline constexpr std::size_t kMostSections = 100;

/// The report of the workspace; empty when there is none yet. Fails with Corrupt, naming the file and what to
/// do, when it cannot be understood, and with Newer when a newer version wrote it: it is then left as it is.
/// Any thread, as everything here.
base::Result<ReportBook> readReportBook(const Workbench &bench);
/// Writes it, whole or not at all. Fails with Storage.
base::Result<void> saveReportBook(const Workbench &bench, const ReportBook &book);

/// Why a section should be looked at before the report is printed.
struct ReportFault {
    QString section; ///< its id
    QString sentence;
};

/// Sections that say nothing, whose run or source is gone, or whose filter no event passes any more. Blocks.
/// Errors: Storage, Cancelled.
base::Result<std::vector<ReportFault>> reportFaults(const Workbench &bench, const ReportBook &book,
                                                    const Job &job);

/// Everything the printed report says. A value, as TearSheet is.
struct ReportSheet {
    QString workspace;
    bool isSimulated = false;
    QString snapshot; ///< the newest when it was gathered
    base::Instant madeAt;
    ReportBook book;
    std::vector<ReportFault> faults;
};
/// Blocks; writes nothing. BadInput when there is no section; else as reportFaults.
base::Result<ReportSheet> reportSheetOf(const Workbench &bench, const ReportBook &book, const Job &job);

/// The heading a report is printed under.
QString reportTitle(const ReportSheet &sheet);

} // namespace core::workbench
