// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/studies.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/files.h"
#include "core/store/retention.h"
#include "core/workbench/companynames.h"
#include "core/workbench/csvwriter.h"
#include "core/workbench/links.h"
#include "core/workbench/studyfiles.h"
#include "core/workbench/watchlists.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <thread>
#include <utility>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using discovery::Finding;
using discovery::RunContext;
using discovery::RunReport;

namespace {

/// Finds watchlists as they were at a run's snapshot.
auto watchlistReader(const Workbench &bench)
{
    return [&bench](const std::string &name, std::uint64_t snapshot) -> Result<std::vector<std::string>> {
        const auto reader = bench.workspace().catalog().reader();
        if (!reader)
            return reader.error();
        auto found = store::findWatchlist(**reader, name, snapshot);
        if (!found)
            return found.error();
        if (*found)
            return std::move((*found)->symbols);
        const auto now = watchlistSymbols(bench, name);
        if (!now)
            return now.error();
        return Error{ErrorCode::NotFound,
                     Tr::tr("There was no watchlist “%1” at this snapshot.").arg(base::qs(name))};
    };
}

/// Pieces of screens nobody has come back to for a week.
void sweepScreens(const std::filesystem::path &folder, base::Instant now)
{
    constexpr auto kKept = std::chrono::days(7);
    std::error_code none;
    for (std::filesystem::directory_iterator entry(folder, none), end; !none && entry != end;
         entry.increment(none)) {
        std::error_code unknown;
        const auto changed = std::filesystem::last_write_time(entry->path(), unknown);
        const auto micros = std::chrono::floor<base::Duration>(
            std::chrono::file_clock::to_sys(changed).time_since_epoch());
        const auto age = now - base::Instant(micros.count());
        if (!unknown && age > kKept)
            std::filesystem::remove_all(entry->path(), unknown);
    }
}

Result<RunReport> runText(const Workbench &bench, const std::string &text, unsigned threads, const Job &job,
                          const PlanSink &planned, base::Instant asOf)
{
    const Result<domain::Study> study = domain::parseStudy(text, bench.clock().now());
    if (!study)
        return study.error();
    Result<RunContext> context = runContext(bench, threads, job, asOf);
    if (!context)
        return context.error();
    sweepScreens(context->pieces, bench.clock().now());
    context->planned = planned;
    return discovery::runStudy(*study, *context);
}

} // namespace

base::Result<std::string> readStudy(const Workbench &bench, const std::filesystem::path &file)
{
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored))
        return store::readSmallFile(file);
    Result<std::string> own = readStudyFile(bench, file.string());
    if (own || own.error().code != ErrorCode::NotFound)
        return own;
    return Error{
        ErrorCode::NotFound,
        Tr::tr("There is no study file “%1”; name a file, or one of those in the workspace's folder studies.")
            .arg(base::qs(file.string()))};
}

base::Result<RunContext> runContext(const Workbench &bench, unsigned threads, const Job &job, base::Instant asOf)
{
    const Result<std::uint64_t> snapshot = bench.workspace().catalog().snapshot();
    if (!snapshot)
        return snapshot.error();
    const std::optional<base::Date> seal = bench.identity().sealedFrom;
    return RunContext{.events = bench.events(),
                      .bars = bench.bars(),
                      .ledger = bench.ledger(),
                      .clock = bench.clock(),
                      .snapshot = *snapshot,
                      .asOf = asOf,
                      .sealedFrom = seal ? base::Instant(*seal) : base::Instant(),
                      .watchlist = watchlistReader(bench),
                      .links = linkReader(bench),
                      .names = nameReader(bench),
                      .pieces = bench.folder() / "cache" / "screens",
                      .threads = threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency()),
                      .cancel = job.cancel,
                      .progress = job.progress};
}

base::Result<RunReport> runStudy(const Workbench &bench, const std::filesystem::path &file, unsigned threads,
                                 const Job &job, const PlanSink &planned, base::Instant asOf)
{
    const Result<std::string> text = readStudyAt(bench, file);
    if (!text)
        return text.error();
    return runText(bench, *text, threads, job, planned, asOf);
}

base::Result<RunReport> runStudyText(const Workbench &bench, const std::string &studyText, unsigned threads,
                                     const Job &job, base::Instant asOf)
{
    return runText(bench, studyText, threads, job, {}, asOf);
}

base::Result<discovery::VerifyReport> verifyRun(const Workbench &bench, const std::string &run,
                                                unsigned threads, const Job &job)
{
    const Result<RunContext> context = runContext(bench, threads, job);
    if (!context)
        return context.error();
    auto report = discovery::verifyRun(run, *context);
    if (report && report->same())
        return report;
    const auto stored = context->ledger.run(run);
    if (!stored)
        return report;
    // what retention took out is no damage
    const Result<store::ReadConnection> reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    const auto why = store::whyNotReproducible(**reader, stored->snapshot);
    if (!why)
        return why.error();
    if (why->isEmpty())
        return report;
    return Error{ErrorCode::NotFound,
                 Tr::tr("Run %1 cannot be made again at its snapshot: %2").arg(base::qs(stored->run), *why)};
}

base::Result<RunReport> showRun(const Workbench &bench, const std::string &run, bool all)
{
    return discovery::showRun(run, bench.ledger(), all);
}

QString studyName(const store::RunRecord &run)
{
    const Result<QJsonValue> study = base::parseJson(run.study);
    return study ? study->toObject().value(QStringLiteral("name")).toString() : QString();
}

base::Result<void> exportReport(const RunReport &report, const std::filesystem::path &folder)
{
    Result<void> done = store::makeFolder(folder);
    if (!done)
        return done;
    const QByteArray json = QJsonDocument(discovery::toJson(report)).toJson();
    done = store::writeSmallFile(folder / "report.json", json.toStdString());
    if (!done)
        return done;
    // the columns are the keys of the JSON, so that both say the same
    CsvWriter csv;
    const QStringList columns = discovery::toJson(Finding()).keys();
    for (const QString &column : columns)
        csv.text(base::utf8(column));
    csv.endRow();
    for (const Finding &finding : report.findings) {
        const QJsonObject object = discovery::toJson(finding);
        for (const QString &column : columns) {
            const QJsonValue value = object.value(column);
            if (value.isDouble())
                csv.number(value.toDouble());
            else if (value.isBool())
                csv.text(value.toBool() ? "true" : "false");
            else if (value.isArray())
                csv.text(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact).toStdString());
            else
                csv.text(base::utf8(value.toString()));
        }
        csv.endRow();
    }
    return store::writeSmallFile(folder / "findings.csv", csv.take());
}

} // namespace core::workbench
