// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/benchevents.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/peers.h"
#include "core/store/workspace.h"
#include "core/workbench/benchfeed.h"
#include "core/workbench/scratch.h"

#include <array>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using domain::Event;

namespace {

constexpr std::uint64_t kQueryEvents = 1'000'000;
constexpr std::uint64_t kHotEvents = 2'000'000;

/// One question to a store opened for it, as a program that starts would ask; the seconds.
template <typename Ask>
Result<double> timeQuestion(const std::filesystem::path &folder, const Ask &ask)
{
    const base::Stopwatch watch;
    const base::SystemClock clock;
    auto workspace = store::Workspace::open(folder, clock);
    if (!workspace)
        return workspace.error();
    const store::EventStore events(folder, (*workspace)->catalog());
    const Result<void> asked = ask(events);
    if (!asked)
        return asked.error();
    return watch.seconds();
}

Result<void> askPage(const store::EventStore &events, const char *filter)
{
    auto parsed = domain::Filter::parse(filter, Instant(std::int64_t{0}));
    if (!parsed)
        return parsed.error();
    domain::EventQuery query;
    query.filter = std::make_shared<const domain::Filter>(std::move(parsed).value());
    query.order = domain::Order::Descending;
    query.limit = kBenchPage;
    return events.read(query, [](const Event &) { return true; });
}

Result<std::vector<std::string>> filesOf(const std::filesystem::path &folder)
{
    const base::SystemClock clock;
    auto workspace = store::Workspace::open(folder, clock);
    if (!workspace)
        return workspace.error();
    auto reader = (*workspace)->catalog().reader();
    if (!reader)
        return reader.error();
    const auto entries = store::readableFiles(**reader, "events");
    if (!entries)
        return entries.error();
    std::vector<std::string> files;
    for (const store::ManifestEntry &entry : *entries)
        files.push_back((folder / entry.file).string());
    return files;
}

struct HotRate {
    double perSecond = 0;
    double restartSeconds = 0;
};

/// Seconds on the clock when half and when all rows were committed, without the time to make the events.
class HalfWatch final
{
public:
    explicit HalfWatch(std::uint64_t count)
        : m_count(count)
    {}
    std::span<const Event> make(std::vector<Event> &batch)
    {
        const base::Stopwatch making;
        const std::uint64_t left = m_count - m_made;
        batch.resize(std::min<std::uint64_t>(batch.size(), left));
        for (Event &event : batch)
            fillFeedEvent(event, m_made++, {m_count});
        m_making += making.seconds();
        return batch;
    }
    void committed(std::uint64_t rows)
    {
        const double now = m_watch.seconds() - m_making;
        if (rows <= m_count / 2) {
            m_half = now;
            m_halfRows = rows;
        }
        m_all = now;
    }
    [[nodiscard]] double rate() const { return static_cast<double>(m_count - m_halfRows) / (m_all - m_half); }

private:
    base::Stopwatch m_watch;
    std::uint64_t m_count;
    std::uint64_t m_made = 0;
    std::uint64_t m_halfRows = 0;
    double m_making = 0;
    double m_half = 0;
    double m_all = 0;
};

Result<HotRate> insertLive(const std::filesystem::path &folder, std::uint64_t count, std::size_t perCommit,
                           const BenchOptions &options)
{
    const base::SystemClock clock;
    auto workspace = store::Workspace::create(folder, {}, clock);
    if (!workspace)
        return workspace.error();
    HalfWatch watch(count);
    std::vector<Event> batch(perCommit);
    std::uint64_t rows = 0;
    {
        store::EventStore events(folder, (*workspace)->catalog());
        while (rows < count) {
            const auto inserted = events.insert(watch.make(batch));
            if (!inserted)
                return inserted.error();
            rows += inserted->stored;
            watch.committed(rows);
            if (options.cancel.isCancelled())
                return Error{ErrorCode::Cancelled, Tr::tr("Cancelled.")};
            if (options.progress)
                options.progress({rows, count, Tr::tr("Inserting")});
        }
    }
    const base::Stopwatch restart;
    store::EventStore again(folder, (*workspace)->catalog());
    const auto known = again.insert({batch.data(), 1});
    if (!known)
        return known.error();
    return HotRate{watch.rate(), restart.seconds()};
}

} // namespace

Result<QJsonObject> benchQuery(const BenchOptions &options)
{
    const Scratch scratch(options.folder);
    const std::filesystem::path folder = scratch.path() / "workspace";
    const std::uint64_t count = options.size > 0 ? options.size : kQueryEvents;
    const base::Stopwatch storing;
    const auto stored = storeFeed(folder, {count}, options);
    if (!stored)
        return stored.error();
    QJsonObject figures{{QStringLiteral("events"), static_cast<double>(count)},
                        {QStringLiteral("rows_per_second"), static_cast<double>(count) / storing.seconds()}};
    const auto files = filesOf(folder);
    if (!files)
        return files.error();
    struct Question {
        QString name;
        std::function<Result<void>(const store::EventStore &)> ask;
        std::function<Result<std::uint64_t>()> bare;
    };
    const std::array<Question, 3> questions{
        Question{QStringLiteral("count"),
                 [](const store::EventStore &events) -> Result<void> {
                     const auto groups = events.count({}, "source");
                     return groups ? Result<void>() : Result<void>(groups.error());
                 },
                 [&] { return store::countBySourceBare(*files); }},
        Question{QStringLiteral("field_page"),
                 [](const store::EventStore &events) { return askPage(events, "value >= 99"); },
                 [&] { return store::firstPageBare(*files, 99, {}, kBenchPage); }},
        Question{QStringLiteral("text_page"),
                 [](const store::EventStore &events) { return askPage(events, "\"near Place 97\""); },
                 [&] { return store::firstPageBare(*files, 0, "near place 97", kBenchPage); }}};
    for (const Question &question : questions) {
        double ours = std::numeric_limits<double>::infinity();
        double bare = ours;
        for (int round = 0; round < 3;
             ++round) { // the best of three: the first warms the file cache for both
            const base::Stopwatch watch;
            const auto rows = question.bare();
            if (!rows)
                return rows.error();
            bare = std::min(bare, watch.seconds());
            const auto seconds = timeQuestion(folder, question.ask);
            if (!seconds)
                return seconds.error();
            ours = std::min(ours, *seconds);
        }
        figures.insert(question.name + QStringLiteral("_seconds"), ours);
        figures.insert(question.name + QStringLiteral("_bare_seconds"), bare);
        figures.insert(question.name + QStringLiteral("_ratio"), ours / bare);
    }
    return figures;
}

Result<QJsonObject> benchLive(const BenchOptions &options)
{
    const Scratch scratch(options.folder);
    const std::uint64_t count = options.size > 0 ? options.size : kHotEvents;
    QJsonObject figures{{QStringLiteral("events"), static_cast<double>(count)}};
    for (const std::size_t perCommit : {std::size_t{10'000}, std::size_t{1'000}}) {
        const QString name = QStringLiteral("at_%1").arg(perCommit);
        const auto ours =
            insertLive(scratch.path() / ("ours-" + std::to_string(perCommit)), count, perCommit, options);
        if (!ours)
            return ours.error();
        HalfWatch watch(count);
        std::vector<Event> batch(perCommit);
        const auto bare = store::insertBare(
            scratch.path() / ("bare-" + std::to_string(perCommit)), [&] { return watch.make(batch); },
            [&](std::uint64_t rows) { watch.committed(rows); });
        if (!bare)
            return bare.error();
        figures.insert(name + QStringLiteral("_rows_per_second"), ours->perSecond);
        figures.insert(name + QStringLiteral("_bare_rows_per_second"), watch.rate());
        figures.insert(name + QStringLiteral("_ratio"), ours->perSecond / watch.rate());
        figures.insert(QStringLiteral("restart_seconds"), ours->restartSeconds);
    }
    return figures;
}

} // namespace core::workbench
