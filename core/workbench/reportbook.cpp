// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/reportbook.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/uuid.h"
#include "core/store/files.h"
#include "core/workbench/studies.h"
#include "core/workbench/tearsheet.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using base::utf8;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

constexpr int kFormat = 1;
constexpr std::uintmax_t kLargest = 64'000'000;
constexpr qsizetype kMostColumns = 40;

fs::path placeOf(const Workbench &bench)
{
    return bench.folder() / "reports" / "report.json";
}

Error unreadable(const fs::path &file, const QString &why)
{
    return {
        ErrorCode::Corrupt,
        Tr::tr("The report in %1 cannot be read: %2 Mend the file, or move it away to begin a new report.")
            .arg(qs(file.string()), why)};
}

QJsonArray toJson(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList out;
    for (const QJsonValue &text : value.toArray())
        out << text.toString();
    return out;
}

QJsonObject toJson(const ReportSection &section)
{
    QJsonArray rows, numbers;
    for (const QStringList &row : section.table.rows)
        rows.append(toJson(row));
    for (const bool isNumber : section.table.numbers)
        numbers.append(isNumber);
    QJsonObject out{{u"id"_s, section.id},
                    {u"kind"_s, section.kind},
                    {u"title"_s, section.title},
                    {u"comment"_s, section.comment},
                    {u"sentences"_s, toJson(section.sentences)},
                    {u"source"_s, section.source},
                    {u"state"_s, section.state},
                    {u"added_at"_s, qs(base::toIso(section.addedAt))}};
    if (!section.chart.isEmpty())
        out[u"chart"_s] = section.chart;
    if (!section.table.titles.isEmpty()) {
        out[u"table"_s] = QJsonObject{
            {u"titles"_s, toJson(section.table.titles)}, {u"numbers"_s, numbers}, {u"rows"_s, rows}};
    }
    return out;
}

/// Every row as wide as the titles, whatever the file says.
ReportTable tableOf(const QJsonObject &json)
{
    ReportTable out;
    out.titles = textsOf(json.value("titles"_L1)).mid(0, kMostColumns);
    for (const QJsonValue &isNumber : json.value("numbers"_L1).toArray())
        out.numbers.push_back(isNumber.toBool());
    out.numbers.resize(static_cast<std::size_t>(out.titles.size()));
    for (const QJsonValue &value : json.value("rows"_L1).toArray()) {
        QStringList row = textsOf(value).mid(0, out.titles.size());
        row.resize(out.titles.size());
        out.rows.push_back(row);
    }
    return out;
}

ReportSection sectionOf(const QJsonObject &json)
{
    ReportSection out;
    out.id = json.value("id"_L1).toString();
    out.kind = json.value("kind"_L1).toString();
    out.title = json.value("title"_L1).toString();
    out.comment = json.value("comment"_L1).toString();
    out.sentences = textsOf(json.value("sentences"_L1));
    out.source = json.value("source"_L1).toString();
    out.table = tableOf(json.value("table"_L1).toObject());
    out.chart = json.value("chart"_L1).toObject();
    out.state = json.value("state"_L1).toObject();
    if (const auto at = base::parseInstant(utf8(json.value("added_at"_L1).toString())); at)
        out.addedAt = *at;
    return out;
}

bool saysNothing(const ReportSection &section)
{
    return section.chart.isEmpty() && section.table.rows.empty() && section.sentences.isEmpty() &&
           section.comment.trimmed().isEmpty();
}

/// Whether any event passes; the sentence why it cannot be told otherwise.
Result<QString> faultOfFilter(const Workbench &bench, const QString &text, const Job &job)
{
    const auto filter = domain::Filter::parse(utf8(text), bench.clock().now());
    if (!filter)
        return Tr::tr("Its filter is not understood: %1").arg(filter.error().message);
    domain::EventQuery query;
    query.filter = std::make_shared<const domain::Filter>(*filter);
    query.limit = 1;
    bool isThere = false;
    const Result<void> read = bench.events().read(
        query,
        [&isThere](const domain::Event &) {
            isThere = true;
            return false;
        },
        job.cancel);
    if (!read)
        return read.error();
    return isThere ? QString() : Tr::tr("No event of the workspace passes its filter any more.");
}

Result<QString> faultOfSymbol(const Workbench &bench, const QString &symbol, const QString &interval)
{
    // coarser intervals are made of stored ones, so that any stored one will do
    for (const QString &stored : {interval, u"1d"_s, u"1h"_s, u"30m"_s, u"15m"_s, u"5m"_s, u"1m"_s}) {
        const auto symbols = bench.bars().symbols(utf8(stored));
        if (!symbols)
            return symbols.error();
        if (std::ranges::binary_search(*symbols, utf8(symbol)))
            return QString();
    }
    return Tr::tr("The prices of %1 it was made of are no longer in the workspace.").arg(symbol.left(80));
}

Result<QString> faultOfFinding(const Workbench &bench, const QJsonObject &state)
{
    const std::string run = utf8(state.value("run"_L1).toString());
    const auto id = base::parseSha256(utf8(state.value("hypothesis"_L1).toString()));
    // what was reported is read at once; all that was asked may be millions
    for (const bool all : {false, true}) {
        const auto report = showRun(bench, run, all);
        if (!report && report.error().code != ErrorCode::NotFound)
            return report.error();
        if (!report)
            return Tr::tr("The run %1 it comes from is no longer in the workspace.").arg(qs(run).left(80));
        if (id && std::ranges::find(report->findings, *id, &discovery::Finding::hypothesis) !=
                      report->findings.end())
            return QString();
    }
    return Tr::tr("The run %1 no longer reports this finding.").arg(qs(run).left(80));
}

Result<QString> faultOf(const Workbench &bench, const ReportSection &section, const Job &job)
{
    if (saysNothing(section))
        return Tr::tr("It is empty: there is no picture, no table and no comment.");
    const QJsonObject &state = section.state;
    if (section.kind == "events"_L1) {
        if (section.table.rows.empty())
            return Tr::tr("Its table has no rows.");
        return faultOfFilter(bench, state.value("filter"_L1).toString(), job);
    }
    if (section.kind == "event"_L1)
        return faultOfFilter(bench, u"id == \"%1\""_s.arg(state.value("event"_L1).toString()), job);
    if (section.kind == "finding"_L1)
        return faultOfFinding(bench, state);
    if (section.kind == "chart"_L1 || section.kind == "symbol"_L1) {
        return faultOfSymbol(bench, state.value("symbol"_L1).toString(),
                             state.value("interval"_L1).toString(u"1d"_s));
    }
    if (section.kind == "source"_L1)
        return QString(); // what it was asked for and gave is told as it stood then
    return Tr::tr("It is of a kind this version does not know; only its texts are printed.");
}

} // namespace

Result<ReportBook> readReportBook(const Workbench &bench)
{
    const fs::path file = placeOf(bench);
    std::error_code failure;
    if (!fs::exists(file, failure))
        return ReportBook();
    if (fs::file_size(file, failure) > kLargest && !failure)
        return unreadable(file, Tr::tr("it is larger than 64 MB."));
    const Result<std::string> text = store::readSmallFile(file);
    if (!text)
        return text.error();
    const Result<QJsonValue> json = base::parseJson(*text);
    if (!json)
        return unreadable(file, json.error().message);
    const int format = json->toObject().value("format"_L1).toInt();
    if (format > kFormat) {
        return Error{
            ErrorCode::Newer,
            Tr::tr("The report in %1 was written by a newer version of Foreshock.").arg(qs(file.string()))};
    }
    if (format < 1)
        return unreadable(file, Tr::tr("it does not say its format."));
    ReportBook book;
    book.title = json->toObject().value("title"_L1).toString();
    for (const QJsonValue &section : json->toObject().value("sections"_L1).toArray())
        book.sections.push_back(sectionOf(section.toObject()));
    return book;
}

Result<void> saveReportBook(const Workbench &bench, const ReportBook &book)
{
    QJsonArray sections;
    for (const ReportSection &section : book.sections)
        sections.append(toJson(section));
    const std::string text = base::canonicalJson(
        QJsonObject{{u"format"_s, kFormat}, {u"title"_s, book.title}, {u"sections"_s, sections}});
    if (const auto folder = reportsFolder(bench); !folder)
        return folder.error();
    return store::writeSmallFile(placeOf(bench), text);
}

Result<std::vector<ReportFault>> reportFaults(const Workbench &bench, const ReportBook &book, const Job &job)
{
    std::vector<ReportFault> out;
    for (std::size_t i = 0; i < book.sections.size(); ++i) {
        if (job.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("The report was cancelled.")};
        if (job.progress)
            job.progress({i, book.sections.size(), Tr::tr("Checking sections")});
        const Result<QString> fault = faultOf(bench, book.sections[i], job);
        if (!fault)
            return fault.error();
        if (!fault->isEmpty())
            out.push_back({book.sections[i].id, *fault});
    }
    return out;
}

Result<ReportSheet> reportSheetOf(const Workbench &bench, const ReportBook &book, const Job &job)
{
    if (book.sections.empty()) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("The report has no section yet; add what a panel shows with “Add to Report”.")};
    }
    auto faults = reportFaults(bench, book, job);
    if (!faults)
        return faults.error();
    const auto snapshot = bench.workspace().catalog().snapshot();
    if (!snapshot)
        return snapshot.error();
    ReportSheet sheet;
    sheet.workspace = qs(bench.identity().name);
    sheet.isSimulated = bench.identity().sample;
    sheet.snapshot = qs(store::Workspace::snapshotText(*snapshot));
    sheet.madeAt = bench.clock().now();
    sheet.book = book;
    sheet.faults = std::move(*faults);
    return sheet;
}

QString reportTitle(const ReportSheet &sheet)
{
    return sheet.book.title.trimmed().isEmpty() ? Tr::tr("Report of %1").arg(sheet.workspace)
                                                : sheet.book.title;
}

} // namespace core::workbench
