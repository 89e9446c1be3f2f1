// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/benchpages.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/store/eventstore.h"
#include "core/store/workspace.h"
#include "core/workbench/benchfeed.h"
#include "core/workbench/eventpages.h"
#include "core/workbench/scratch.h"

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace core::workbench {

using base::Result;
using base::Stopwatch;
using domain::Event;
using domain::Order;

namespace {

constexpr std::uint64_t kPagedEvents = 1'000'000;
constexpr std::uint64_t kYears = 20;
constexpr int kJumps = 100;
constexpr std::uint32_t kMore = 1000;

/// What this thread has computed, for machines that are busy with other things.
double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double residentMb()
{
    std::ifstream statm("/proc/self/statm");
    std::uint64_t size = 0;
    std::uint64_t resident = 0;
    statm >> size >> resident;
    return static_cast<double>(resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE))) / 1e6;
}

std::uint64_t bytesBelow(const std::filesystem::path &folder)
{
    std::uint64_t bytes = 0;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        std::error_code gone;
        if (at->is_regular_file(gone))
            bytes += at->file_size(gone);
    }
    return bytes;
}

/// The measurements of one workspace.
class Pages final
{
public:
    Pages(const std::filesystem::path &folder, const BenchOptions &options)
        : m_folder(folder)
        , m_options(options)
    {}

    Result<QJsonObject> run()
    {
        Result<void> done = edge(QStringLiteral("before_index"));
        if (done)
            done = whole(QStringLiteral("index_seconds_first"));
        if (done)
            done = edge(QStringLiteral("with_row_files"));
        if (done)
            done = whole(QStringLiteral("index_seconds"));
        const std::array<std::pair<const char *, const char *>, 4> filters{
            std::pair{"filter_source", "source == usgs"}, std::pair{"filter_field", "value >= 99"},
            std::pair{"filter_text", "\"near Place 97\""}, std::pair{"filter_rare", "\"Report 77 \""}};
        for (const auto &[name, filter] : filters) {
            if (done)
                done = filtered(QString::fromUtf8(name), filter);
        }
        if (done)
            done = follow();
        if (!done)
            return done.error();
        m_figures.insert(QStringLiteral("lake_mb"), static_cast<double>(bytesBelow(m_folder / "lake")) / 1e6);
        m_figures.insert(QStringLiteral("row_files_mb"),
                         static_cast<double>(bytesBelow(m_folder / "cache")) / 1e6);
        return m_figures;
    }

private:
    void note(const QString &name, double value) { m_figures.insert(name, value); }

    /// A program that starts: workspace, table, first page.
    Result<void> edge(const QString &name)
    {
        const Stopwatch opening;
        auto bench = Workbench::open(m_folder, m_clock);
        if (!bench)
            return bench.error();
        const auto pages = EventPages::open(**bench, "", Order::Descending, m_options.cancel);
        if (!pages)
            return pages.error();
        note(name + QStringLiteral(".open_ms"), opening.seconds() * 1000);
        const Stopwatch paging;
        const auto page = (*pages)->page(0, kBenchPage, m_options.cancel);
        if (!page)
            return page.error();
        note(name + QStringLiteral(".first_page_ms"), paging.seconds() * 1000);
        const Stopwatch counting;
        const auto count = (*pages)->count(m_options.cancel);
        if (!count)
            return count.error();
        note(name + QStringLiteral(".count_ms"), counting.seconds() * 1000);
        return {};
    }

    Result<void> spread(const EventPages &pages, std::uint64_t count, std::uint32_t rows, const QString &name)
    {
        std::vector<double> times;
        const double before = cpuMs();
        for (int i = 0; i < kJumps; ++i) {
            // a fixed stride: anywhere, and the same anywhere every time
            const std::uint64_t first =
                count > 0 ? static_cast<std::uint64_t>(i) * 7'919'777'777ULL % count : 0;
            const Stopwatch watch;
            const auto page = pages.page(first, rows, m_options.cancel);
            if (!page)
                return page.error();
            times.push_back(watch.seconds() * 1000);
        }
        std::sort(times.begin(), times.end());
        note(name + QStringLiteral("_median_ms"), times[times.size() / 2]);
        note(name + QStringLiteral("_p95_ms"), times[times.size() * 95 / 100]);
        note(name + QStringLiteral("_mean_cpu_ms"), (cpuMs() - before) / kJumps);
        return {};
    }

    Result<void> whole(const QString &name)
    {
        auto bench = Workbench::open(m_folder, m_clock);
        if (!bench)
            return bench.error();
        const auto pages = EventPages::open(**bench, "", Order::Descending, m_options.cancel);
        if (!pages)
            return pages.error();
        const Stopwatch building;
        const auto built = (*pages)->buildIndex({m_options.cancel, m_options.progress});
        if (!built)
            return built;
        note(name, building.seconds());
        const auto count = (*pages)->count(m_options.cancel);
        if (!count)
            return count.error();
        note(QStringLiteral("rows"), static_cast<double>(*count));
        note(QStringLiteral("index_mb"), static_cast<double>((*pages)->indexBytes()) / 1e6);
        note(QStringLiteral("resident_mb"), residentMb());
        auto done = spread(**pages, *count, kBenchPage, QStringLiteral("jump"));
        if (done)
            done = spread(**pages, *count, kMore, QStringLiteral("next_1000"));
        return done;
    }

    Result<void> filtered(const QString &name, const char *filter)
    {
        auto bench = Workbench::open(m_folder, m_clock);
        if (!bench)
            return bench.error();
        const Stopwatch paging;
        const double before = cpuMs();
        const auto pages = EventPages::open(**bench, filter, Order::Descending, m_options.cancel);
        if (!pages)
            return pages.error();
        const auto page = (*pages)->page(0, kBenchPage, m_options.cancel);
        if (!page)
            return page.error();
        note(name + QStringLiteral(".first_page_ms"), paging.seconds() * 1000);
        note(name + QStringLiteral(".first_page_cpu_ms"), cpuMs() - before);
        const Stopwatch building;
        const auto built = (*pages)->buildIndex({m_options.cancel, m_options.progress});
        if (!built)
            return built;
        note(name + QStringLiteral(".index_seconds"), building.seconds());
        const auto count = (*pages)->count(m_options.cancel);
        if (!count)
            return count.error();
        note(name + QStringLiteral(".rows"), static_cast<double>(*count));
        auto done = spread(**pages, *count, kBenchPage, name + QStringLiteral(".jump"));
        if (done)
            done = spread(**pages, *count, kMore, name + QStringLiteral(".next_1000"));
        return done;
    }

    /// Commits of 1,000 rows, the newest first and then late ones, each seen in the open table.
    Result<void> follow()
    {
        auto bench = Workbench::open(m_folder, m_clock);
        if (!bench)
            return bench.error();
        const auto pages = EventPages::open(**bench, "", Order::Descending, m_options.cancel);
        if (!pages)
            return pages.error();
        const auto built = (*pages)->buildIndex({m_options.cancel, m_options.progress});
        if (!built)
            return built;
        for (const bool isLate : {false, true}) {
            std::vector<Event> batch(kMore);
            const auto stamp = static_cast<std::uint64_t>(m_clock.now().micros());
            for (std::uint32_t i = 0; i < kMore; ++i) {
                fillFeedEvent(batch[i], isLate ? i * 9973ULL % 1'000'000 : i, {1'000'000, kYears});
                batch[i].id = base::eventId("live", std::to_string(stamp + i));
                if (!isLate)
                    batch[i].timestamp = m_clock.now() + std::chrono::milliseconds(i);
            }
            const auto inserted = (*bench)->workspace().events().insert(batch);
            if (!inserted)
                return inserted.error();
            const QString name = isLate ? QStringLiteral("follow_late") : QStringLiteral("follow");
            const Stopwatch asking;
            const auto fresh = (*pages)->newRows(m_options.cancel);
            if (!fresh)
                return fresh.error();
            note(name + QStringLiteral(".new_rows_ms"), asking.seconds() * 1000);
            const Stopwatch refreshing;
            const auto refreshed = (*pages)->refresh({m_options.cancel, {}});
            if (!refreshed)
                return refreshed;
            note(name + QStringLiteral(".refresh_ms"), refreshing.seconds() * 1000);
            const Stopwatch paging;
            const auto page = (*pages)->page(0, kMore, m_options.cancel);
            if (!page)
                return page.error();
            note(name + QStringLiteral(".first_1000_ms"), paging.seconds() * 1000);
        }
        return {};
    }

    std::filesystem::path m_folder;
    const BenchOptions &m_options;
    base::SystemClock m_clock;
    QJsonObject m_figures;
};

} // namespace

Result<QJsonObject> benchPages(const BenchOptions &options)
{
    const Scratch scratch(options.folder);
    const bool isKept = !options.arguments.empty();
    const std::filesystem::path folder =
        isKept ? std::filesystem::path(options.arguments[0]) : scratch.path() / "workspace";
    const Feed feed{
        options.size > 0 ? options.size : kPagedEvents,
        options.arguments.size() > 1 ? std::max(1ULL, base::qs(options.arguments[1]).toULongLong()) : kYears};
    std::error_code error;
    if (!std::filesystem::exists(folder / store::kIdentityFile, error)) {
        const auto stored = storeFeed(folder, feed, options);
        if (!stored)
            return stored.error();
    }
    return Pages(folder, options).run();
}

} // namespace core::workbench
