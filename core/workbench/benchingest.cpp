// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/benchingest.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/ingest/collector.h"
#include "core/sources/peers.h"
#include "core/store/peers.h"
#include "core/store/workspace.h"
#include "core/workbench/benchanswers.h"
#include "core/workbench/scratch.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <ctime>
#include <fstream>
#include <limits>
#include <thread>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;

namespace {

constexpr std::uint64_t kStoredEvents = 300'000;
constexpr int kRounds = 5;
constexpr std::uint64_t kQuakes = 40'000;    ///< of the feed that is parsed
constexpr std::uint64_t kLiveOfAnswer = 5'000; ///< of one answer, as GDELT sends them every fifteen minutes
constexpr std::uint64_t kAnswers = 200;      ///< whose way to the screen is timed
constexpr std::uint64_t kShownQuakes = 100;  ///< in each of them
constexpr auto kBetween = std::chrono::milliseconds(20);

/// Seconds of a core that this program has used: what else runs does not count.
double coreSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// The best of some rounds of each, in seconds of a core, one after the other, so that both have the machine
/// as it is.
template <typename Ours, typename Peer>
Result<std::pair<double, double>> bestOf(const BenchOptions &options, const Ours &ours, const Peer &peer)
{
    std::pair<double, double> best{std::numeric_limits<double>::infinity(),
                                   std::numeric_limits<double>::infinity()};
    for (int round = 0; round < kRounds; ++round) {
        const double start = coreSeconds();
        if (const Result<void> done = ours(); !done)
            return done.error();
        const double between = coreSeconds();
        if (const Result<void> done = peer(); !done)
            return done.error();
        best.first = std::min(best.first, between - start);
        best.second = std::min(best.second, coreSeconds() - between);
        if (options.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("Cancelled.")};
    }
    return best;
}

Result<void> parseAll(const sources::Provider &provider, std::string_view endpoint, std::string_view bytes,
                      std::uint64_t expected)
{
    sources::Payload payload;
    payload.bytes = bytes;
    payload.fetchedAt = Instant(1'700'000'000'000'000);
    payload.ask.endpoint = endpoint;
    const auto parsed = provider.parse(payload);
    if (parsed.values.events.size() >= expected) // GDELT adds the tone of each country
        return {};
    return Error{ErrorCode::Internal,
                 Tr::tr("The parser made %1 events of %2.").arg(parsed.values.events.size()).arg(expected)};
}

Result<void> benchParsers(const Scratch &scratch, std::uint64_t count, const BenchOptions &options,
                          QJsonObject &figures)
{
    const std::string table = gdeltExport(0, count);
    const std::filesystem::path file = scratch.path() / "export.csv";
    std::ofstream(file, std::ios::binary) << table;
    const auto *gdelt = sources::findProvider("gdelt");
    const auto tables = bestOf(
        options, [&] { return parseAll(*gdelt, "export", table, count); },
        [&] { return store::readTableBare(file, 61, count); });
    if (!tables)
        return tables.error();
    const std::string feed = usgsFeed(0, kQuakes, 1'690'000'000'000'000);
    const auto *usgs = sources::findProvider("usgs");
    const auto feeds = bestOf(
        options, [&] { return parseAll(*usgs, "query", feed, kQuakes); },
        [&]() -> Result<void> {
            const auto features = sources::countFeaturesBare(feed);
            return features ? Result<void>() : Result<void>(features.error());
        });
    if (!feeds)
        return feeds.error();
    const auto rows = static_cast<double>(count);
    const double megabytes = static_cast<double>(feed.size()) / 1e6;
    figures.insert(QStringLiteral("gdelt_events_per_second"), rows / tables->first);
    figures.insert(QStringLiteral("gdelt_duckdb_rows_per_second"), rows / tables->second);
    figures.insert(QStringLiteral("gdelt_ratio"), tables->first / tables->second);
    figures.insert(QStringLiteral("geojson_mb_per_second"), megabytes / feeds->first);
    figures.insert(QStringLiteral("geojson_simdjson_mb_per_second"), megabytes / feeds->second);
    figures.insert(QStringLiteral("geojson_ratio"), feeds->first / feeds->second);
    return {};
}

struct AnswerRate {
    double perSecond = 0;
    double perCoreSecond = 0;
};

/// From the bytes of an answer to rows that a query finds, one answer after the other: raw, parse, store.
Result<AnswerRate> storeAnswers(const std::filesystem::path &folder, const std::vector<std::string> &answers,
                                std::uint64_t expected, const BenchOptions &options)
{
    const base::SystemClock clock;
    auto workspace = store::Workspace::create(folder, {}, clock);
    if (!workspace)
        return workspace.error();
    const auto *gdelt = sources::findProvider("gdelt");
    const auto count = [&]() -> Result<std::uint64_t> {
        const auto groups = (*workspace)->events().count({}, "");
        if (!groups)
            return groups.error();
        return groups->empty() ? 0 : groups->front().count;
    };
    if (const auto opened = count(); !opened) // the engine is started before the clock
        return opened.error();
    const base::Stopwatch watch;
    const double start = coreSeconds();
    for (const std::string &answer : answers) {
        const auto artifact = (*workspace)->vault().put("gdelt", "https://example.org/export", answer);
        if (!artifact)
            return artifact.error();
        sources::Payload payload;
        payload.bytes = answer;
        payload.ask.endpoint = "export";
        payload.fetchedAt = artifact->fetchedAt;
        payload.sha256 = artifact->sha256;
        const auto report = ingest::transform(**workspace, *gdelt, payload, {}, options.cancel);
        if (!report)
            return report.error();
    }
    const auto visible = count();
    if (!visible)
        return visible.error();
    const auto rows = static_cast<double>(*visible);
    const AnswerRate rate{rows / watch.seconds(), rows / (coreSeconds() - start)};
    if (*visible < expected)
        return Error{ErrorCode::Internal,
                     Tr::tr("%1 events came and %2 are seen.").arg(expected).arg(*visible)};
    return rate;
}

Result<void> benchStoring(const Scratch &scratch, std::uint64_t count, const BenchOptions &options,
                          QJsonObject &figures)
{
    std::vector<std::string> live;
    for (std::uint64_t first = 0; first < count; first += kLiveOfAnswer)
        live.push_back(gdeltExport(first, std::min(kLiveOfAnswer, count - first)));
    const auto liveRate = storeAnswers(scratch.path() / "live", live, count, options);
    if (!liveRate)
        return liveRate.error();
    const std::uint64_t many = std::max(count, 2 * kStoredEvents);
    const auto bulkRate = storeAnswers(scratch.path() / "bulk", {gdeltExport(0, many)}, many, options);
    if (!bulkRate)
        return bulkRate.error();
    figures.insert(QStringLiteral("live_events_per_second"), liveRate->perSecond);
    figures.insert(QStringLiteral("live_events_per_core_second"), liveRate->perCoreSecond);
    figures.insert(QStringLiteral("bulk_events_per_second"), bulkRate->perSecond);
    figures.insert(QStringLiteral("bulk_events_per_core_second"), bulkRate->perCoreSecond);
    return {};
}

/// Gives an answer every twenty milliseconds, each with newer quakes, and notes when.
class Arriving final : public ingest::Fetcher
{
public:
    Result<ingest::Fetched> fetch(const ingest::FetchOrder &, const base::CancelToken &) override
    {
        std::this_thread::sleep_for(kBetween);
        const std::uint64_t answer = m_answers++;
        ingest::Fetched fetched;
        fetched.fetchedAt = m_clock.now();
        fetched.origin = std::to_string(answer);
        fetched.bytes = usgsFeed(answer * kShownQuakes, kShownQuakes,
                                 kBegin + static_cast<std::int64_t>(answer) * 86'400'000'000);
        arrivedAt[answer] = since.seconds();
        return fetched;
    }

    static constexpr std::int64_t kBegin = 1'600'000'000'000'000;
    base::Stopwatch since;
    std::array<std::atomic<double>, 2 * kAnswers> arrivedAt{};

private:
    base::SystemClock m_clock;
    std::atomic<std::uint64_t> m_answers{0};
};

/// What a table of events does when it hears that something came: it reads its first page.
Result<void> lookFor(const store::Workspace &workspace, std::uint64_t answer)
{
    domain::EventQuery query;
    query.order = domain::Order::Descending;
    query.limit = kBenchPage;
    const auto newest = base::eventId("usgs", "us" + std::to_string((answer + 1) * kShownQuakes - 1));
    bool isThere = false;
    const auto read = workspace.events().read(query, [&](const domain::Event &event) {
        isThere = isThere || event.id == newest;
        return true;
    });
    if (!read)
        return read;
    return isThere ? Result<void>()
                   : Result<void>(Error{ErrorCode::Internal, Tr::tr("A stored quake is not seen.")});
}

Result<void> benchLatency(const Scratch &scratch, const BenchOptions &options, QJsonObject &figures)
{
    const base::SystemClock clock;
    auto workspace = store::Workspace::create(scratch.path() / "shown", {}, clock);
    if (!workspace)
        return workspace.error();
    Arriving arriving;
    const auto *usgs = sources::findProvider("usgs");
    const sources::Window days{Instant(base::Date(std::chrono::days(0))),
                               Instant(base::Date(std::chrono::days(30 * kAnswers))), true};
    const auto jobs = ingest::startBackfill(**workspace, *usgs, {}, days);
    if (!jobs)
        return jobs.error();
    auto collector =
        ingest::Collector::open(**workspace, arriving, {}, {.once = true, .fetchers = 1, .transformers = 1});
    if (!collector)
        return collector.error();
    std::vector<double> waits;
    Result<void> looked;
    const auto report = (*collector)->run(options.cancel, [&](const ingest::TransformReport &stored) {
        const std::uint64_t answer = std::stoull(stored.origin); // the one transformer's thread
        if (looked)
            looked = lookFor(**workspace, answer);
        waits.push_back(1000 * (arriving.since.seconds() - arriving.arrivedAt[answer]));
    });
    if (!report || !looked)
        return report ? looked.error() : report.error();
    if (waits.size() < kAnswers)
        return Error{ErrorCode::Internal, Tr::tr("Only %1 answers came through.").arg(waits.size())};
    std::ranges::sort(waits);
    figures.insert(QStringLiteral("visible_median_ms"), waits[waits.size() / 2]);
    figures.insert(QStringLiteral("visible_p99_ms"), waits[waits.size() * 99 / 100]);
    return {};
}

} // namespace

Result<QJsonObject> benchIngest(const BenchOptions &options)
{
    const Scratch scratch(options.folder);
    const std::uint64_t count = options.size > 0 ? options.size : kStoredEvents;
    QJsonObject figures{{QStringLiteral("events"), static_cast<double>(count)}};
    for (const auto step : {&benchParsers, &benchStoring}) {
        if (const auto done = step(scratch, count, options, figures); !done)
            return done.error();
    }
    if (const auto done = benchLatency(scratch, options, figures); !done)
        return done.error();
    return figures;
}

} // namespace core::workbench
