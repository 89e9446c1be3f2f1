// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/collecting.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/ingest/asks.h"
#include "core/sources/embedded.h"
#include "core/store/lease.h"
#include "core/store/streamstates.h"
#include "core/workbench/schedulewatch.h"
#include "core/workbench/upkeep.h"
#include "core/workbench/webaccess.h"

#include <algorithm>
#include <limits>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using sources::Provider;

namespace {

constexpr std::chrono::days kLagDays{30};
constexpr std::chrono::days kMeasuredDays{90};

/// The provider lives as long as the book.
Result<const Provider *> providerOf(const sources::SourceBook &book, const std::string &name)
{
    const Provider *provider = book.find(name);
    if (!provider)
        return Error{ErrorCode::NotFound,
                     Tr::tr("There is no source “%1”; “sources list” shows those there are.").arg(qs(name))};
    return provider;
}

void addDay(store::SourceDay &sum, const store::SourceDay &day)
{
    sum.requests += day.requests;
    sum.bytes += day.bytes;
    sum.records += day.records;
    sum.stored += day.stored;
    sum.duplicates += day.duplicates;
    sum.refused += day.refused;
    sum.parseMicros += day.parseMicros;
    for (std::size_t i = 0; i < sum.lags.size(); ++i)
        sum.lags[i] += day.lags[i];
}

QString remedyOf(const SourceStatus &status, const sources::ProviderInfo &info)
{
    if (!status.missingKeys.empty() && info.key == sources::KeyNeed::Needed)
        return Tr::tr("Get a key at %1 and give it in the settings, or as %2 in the environment.")
            .arg(qs(info.keyUrl), qs(ingest::secretVariable(info.name, status.missingKeys.front())));
    if (status.failed > 0)
        return Tr::tr("Retry what failed once the reason is gone.");
    if (status.freshness == ingest::Freshness::Late)
        return Tr::tr("Nothing collects just now: start “ingest run”, or keep Foreshock open.");
    return {};
}

/// Where nobody collects, what was true of the stream then is not true now.
QString liveSentence(const store::StreamRow &row, bool isCollecting)
{
    const QString why = qs(row.sentence);
    if (!isCollecting || row.state == "stopped")
        return Tr::tr(
            "Its live stream is not listened to just now: start “ingest run”, or keep Foreshock open.");
    if (row.state == "live")
        return why.isEmpty() ? Tr::tr("Its live stream is connected.")
                             : Tr::tr("Its live stream is connected, but: %1").arg(why);
    if (row.state == "connecting")
        return Tr::tr("Its live stream is being connected.");
    return why.isEmpty() ? Tr::tr("Its live stream waits.") : Tr::tr("Its live stream waits: %1").arg(why);
}

/// What the last days brought, and how late it came.
void countDays(SourceStatus &status, const std::vector<store::SourceDay> &days, base::Date today)
{
    status.rowsByDay.assign(static_cast<std::size_t>(kLagDays.count()), 0);
    status.refusedByDay = status.rowsByDay;
    for (const store::SourceDay &day : days) {
        addDay(status.month, day);
        const std::int64_t ago = (today - day.day).count();
        if (ago >= 0 && ago < kLagDays.count()) {
            const auto at = static_cast<std::size_t>(kLagDays.count() - 1 - ago);
            status.rowsByDay[at] = day.stored;
            status.refusedByDay[at] = day.refused;
        }
        if (ago == 0)
            status.requestsToday = day.requests;
    }
    status.rowsToday = status.rowsByDay.back();
    status.refusedToday = status.refusedByDay.back();
    status.lagMedian = store::lagQuantile(status.month.lags, 0.5);
    status.lag95 = store::lagQuantile(status.month.lags, 0.95);
}

} // namespace

std::filesystem::path sourceFolderOf(const Workbench &bench)
{
    return bench.folder() / "sources";
}

sources::SourceBook sourcesOf(const Workbench &bench)
{
    return sources::SourceBook::load(sourceFolderOf(bench), bench.folder() / "presets");
}

Result<std::vector<SourceStatus>> sourceStatuses(const Workbench &bench, const ingest::SecretOf &secretOf)
{
    auto reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    const auto counts = store::ingestCounts(**reader);
    if (!counts)
        return counts.error();
    const auto streams = store::streamRows(**reader);
    const auto leases = store::liveLeases(bench.workspace().catalog());
    if (!streams || !leases)
        return streams ? leases.error() : streams.error();
    const bool isCollecting =
        std::ranges::find(*leases, "ingest", &store::LeaseHolder::name) != leases->end();
    const base::Instant now = bench.clock().now();
    std::vector<SourceStatus> list;
    const sources::SourceBook book = sourcesOf(bench);
    for (const Provider *provider : book.all()) {
        const sources::ProviderInfo &info = provider->info();
        const auto state = store::sourceState(**reader, info.name);
        const auto days = store::sourceDays(**reader, info.name, now.utcDay() - kLagDays);
        if (!state || !days)
            return state ? days.error() : state.error();
        SourceStatus status;
        status.name = info.name;
        status.title = info.title;
        status.about = info.about;
        status.licence = info.licence;
        status.key = info.key;
        status.keyUrl = info.keyUrl;
        status.isStarter = info.starter.has_value();
        status.isEnabled = state->enabled;
        status.failures = state->failures;
        status.cadence = info.cadence;
        status.succeededAt = state->succeededAt;
        status.nextAt = state->nextAt;
        status.fault = qs(state->fault);
        const auto stream = std::ranges::find(*streams, info.name, &store::StreamRow::source);
        if (state->enabled && stream != streams->end())
            status.live = liveSentence(*stream, isCollecting);
        for (const std::string &secret : info.secrets) {
            if (!secretOf || secretOf(info.name, secret).empty())
                status.missingKeys.push_back(secret);
        }
        bool isRunning = false;
        for (const store::IngestCounts &count : *counts) {
            if (count.source != info.name)
                continue;
            status.waiting += count.waiting;
            status.failed += count.failed;
            isRunning = isRunning || count.running > 0;
        }
        countDays(status, *days, now.utcDay());
        status.freshness =
            ingest::freshnessOf(info, *state, isRunning, status.missingKeys.empty(), now);
        const auto settings = ingest::parseSettings(state->settings);
        if (!settings)
            return settings.error();
        status.series = settings->series;
        if (const auto asks = provider->asks(*settings, {now, now, false}))
            status.quota = ingest::quotaNote(info, asks->size());
        status.remedy = remedyOf(status, info);
        list.push_back(std::move(status));
    }
    return list;
}

Result<void> setSource(const Workbench &bench, const std::string &name, bool isEnabled,
                       const std::optional<std::vector<std::string>> &series,
                       const std::optional<std::map<std::string, std::string>> &options)
{
    const sources::SourceBook book = sourcesOf(bench);
    const auto provider = providerOf(book, name);
    if (!provider)
        return provider.error();
    auto transaction = bench.workspace().catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    auto state = store::sourceState(transaction->database(), name);
    if (!state)
        return state.error();
    auto settings = ingest::parseSettings(state->settings);
    if (!settings)
        return settings.error();
    if (series)
        settings->series = *series;
    if (options)
        settings->options = *options;
    const base::Instant now = bench.clock().now();
    if (isEnabled) {
        const auto asks = (*provider)->asks(*settings, {now, now, false});
        if (!asks)
            return asks.error();
        state->nextAt = now;
    }
    state->enabled = isEnabled;
    state->settings = ingest::toText(*settings);
    if (auto saved = store::saveSourceState(*transaction, *state); !saved)
        return saved;
    return transaction->commit();
}

Result<bool> isAnySourceOn(const Workbench &bench)
{
    auto reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    const auto states = store::sourceStates(**reader);
    if (!states)
        return states.error();
    return std::ranges::any_of(*states, &store::SourceState::enabled);
}

Result<void> askNow(const Workbench &bench, const std::string &name)
{
    const sources::SourceBook book = sourcesOf(bench);
    if (const auto provider = providerOf(book, name); !provider)
        return provider.error();
    if (auto hurried = store::IngestQueue(bench.workspace().catalog(), "hurry").hurry(name); !hurried)
        return hurried.error();
    auto transaction = bench.workspace().catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    auto state = store::sourceState(transaction->database(), name);
    if (!state)
        return state.error();
    state->nextAt = bench.clock().now();
    if (auto saved = store::saveSourceState(*transaction, *state); !saved)
        return saved;
    return transaction->commit();
}

Result<std::uint64_t> startBackfill(const Workbench &bench, const std::string &name, base::Date from, base::Date to,
                                    const ingest::SecretOf &secretOf)
{
    const sources::SourceBook book = sourcesOf(bench);
    const auto provider = providerOf(book, name);
    if (!provider)
        return provider.error();
    if (from > to)
        return Error{ErrorCode::BadInput, Tr::tr("The first day of a backfill is after its last.")};
    auto reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    const auto state = store::sourceState(**reader, name);
    if (!state)
        return state.error();
    auto settings = ingest::parseSettings(state->settings);
    if (!settings)
        return settings.error();
    for (const std::string &secret : (*provider)->info().secrets) {
        if (std::string value = secretOf ? secretOf(name, secret) : std::string(); !value.empty())
            settings->secrets.emplace(secret, std::move(value));
    }
    const sources::Window days{base::Instant(from), base::Instant(to + std::chrono::days(1)), true};
    return ingest::startBackfill(bench.workspace(), **provider, *settings, days);
}

Result<std::uint64_t> retryFailed(const Workbench &bench, const std::string &name)
{
    if (!name.empty()) {
        const sources::SourceBook book = sourcesOf(bench);
        if (const auto provider = providerOf(book, name); !provider)
            return provider.error();
    }
    return store::IngestQueue(bench.workspace().catalog(), "retry").retry(name);
}

namespace {

/// With answers from wherever they come.
Result<ingest::CollectorReport> collectFrom(ingest::Fetcher &fetcher, ingest::Streamer *streamer,
                                            const Workbench &bench, const CollectJob &what, const Job &job)
{
    ingest::CollectorOptions collector;
    collector.only = what.only;
    collector.once = what.once;
    collector.contact = what.contact;
    collector.streamer = streamer;
    collector.book = std::make_shared<const sources::SourceBook>(sourcesOf(bench));
    auto opened = ingest::Collector::open(bench.workspace(), fetcher, what.secretOf, collector);
    if (!opened)
        return opened.error();
    if (what.began)
        what.began();
    if (what.once) {
        auto report = (*opened)->run(job.cancel, what.told);
        if (report && !job.cancel.isCancelled()) {
            if (auto ran = runDueStudies(bench, what.ran, job); !ran)
                return ran.error();
            if (auto compacted = compactDaily(bench, job); !compacted)
                return compacted.error();
        }
        return report;
    }
    const ScheduleWatch watch(bench, what.ran);
    return (*opened)->run(job.cancel, what.told);
}

} // namespace

Result<ingest::CollectorReport> collect(const Workbench &bench, const CollectJob &what, const Job &job)
{
    if (what.fetcher)
        return collectFrom(*what.fetcher, what.streamer.get(), bench, what, job);
    const auto web = WebAccess::open(bench.clock(), what.contact);
    if (!web)
        return web.error();
    return collectFrom((*web)->fetcher(), &(*web)->streamer(), bench, what, job);
}

Result<IngestStatus> ingestStatus(const Workbench &bench)
{
    auto reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    IngestStatus status;
    auto queue = store::ingestCounts(**reader);
    auto failed = store::failedJobs(**reader, 100);
    auto backfills = store::backfills(**reader);
    auto gaps = store::gaps(**reader);
    auto leases = store::liveLeases(bench.workspace().catalog());
    if (!queue || !failed || !backfills || !gaps)
        return !queue ? queue.error() : !failed ? failed.error() : !backfills ? backfills.error() : gaps.error();
    if (!leases)
        return leases.error();
    status.queue = std::move(*queue);
    status.failed = std::move(*failed);
    status.backfills = std::move(*backfills);
    status.gaps = std::move(*gaps);
    const auto holder = std::ranges::find(*leases, "ingest", &store::LeaseHolder::name);
    if (holder != leases->end())
        status.collector = *holder;
    return status;
}

Result<std::vector<ingest::LagProposal>> lagProposals(const Workbench &bench)
{
    auto reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    const auto seen = store::seenLags(**reader, bench.clock().now().utcDay() - kMeasuredDays);
    if (!seen)
        return seen.error();
    return ingest::proposeLags(sources::LagRules::builtIn(), *seen);
}

Result<std::string> proposedLagRules(const Workbench &bench)
{
    const auto proposals = lagProposals(bench);
    if (!proposals)
        return proposals.error();
    return ingest::nextLagRules(sources::embeddedLags(), *proposals);
}

Result<ingest::ReparseReport> reparse(const Workbench &bench, const std::string &name, bool all, const Job &job)
{
    const sources::SourceBook book = sourcesOf(bench);
    const auto provider = providerOf(book, name);
    if (!provider)
        return provider.error();
    return ingest::reparse(bench.workspace(), **provider, all, job.cancel, job.progress);
}

Result<std::vector<ingest::ReplayedFile>> replay(const Workbench &bench, const std::filesystem::path &folder,
                                                 const std::string &source, const Job &job)
{
    std::filesystem::path plain = folder.lexically_normal();
    if (!plain.has_filename())
        plain = plain.parent_path();
    const sources::SourceBook book = sourcesOf(bench);
    const auto provider = providerOf(book, source.empty() ? plain.filename().string() : source);
    if (!provider)
        return provider.error();
    return ingest::replay(bench.workspace(), **provider, folder, job.cancel, job.progress);
}

} // namespace core::workbench
