// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/benchfeed.h"

#include "core/base/clock.h"
#include "core/base/tr.h"
#include "core/store/bulkevents.h"
#include "core/store/workspace.h"

#include <algorithm>
#include <array>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using domain::Event;

namespace {

constexpr std::array<const char *, 12> kSources{"acled",   "cisa",      "eia", "fred", "gdelt",      "noaa",
                                                "opensky", "reliefweb", "sec", "usgs", "polymarket", "who"};

} // namespace

void fillFeedEvent(Event &event, std::uint64_t n, const Feed &feed)
{
    const std::uint64_t perSource =
        std::max<std::uint64_t>(1, (feed.count + kSources.size() - 1) / kSources.size());
    const std::uint64_t source = n / perSource;
    const std::uint64_t span = feed.years * 365 * 86400;
    event.source = kSources[source];
    event.id = base::eventId(event.source, std::to_string(n));
    event.timestamp = Instant(std::int64_t{1'262'304'000'000'000} +
                              static_cast<std::int64_t>(n % perSource * (span * 1'000'000 / perSource)));
    event.knownAt = event.timestamp + std::chrono::minutes(20);
    event.eventType = event.source + "_type_" + std::to_string(n * 7 % 9);
    event.entity = "E" + std::to_string(n * 31 % 500);
    event.value = static_cast<double>(n * 17 % 1000) / 10;
    event.unit = "index";
    event.text = "Report " + std::to_string(n) + " about something that happened near Place " +
                 std::to_string(n % 977);
    event.metadata = R"({"depth":)" + std::to_string(n % 700) + R"(,"scheduled":false})";
    event.parser = "bench";
    event.parserVersion = 1;
    event.ingestedAt = event.knownAt;
}

Result<void> storeFeed(const std::filesystem::path &folder, const Feed &feed, const BenchOptions &options)
{
    const base::SystemClock clock;
    auto workspace = store::Workspace::create(folder, {}, clock);
    if (!workspace)
        return workspace.error();
    store::EventStore events(folder, (*workspace)->catalog());
    auto lease = store::Lease::take((*workspace)->catalog(), "bulk", "a benchmark");
    if (!lease)
        return lease.error();
    auto writer = store::BulkEventWriter::begin(events, **lease);
    if (!writer)
        return writer.error();
    Event event;
    for (std::uint64_t n = 0; n < feed.count; ++n) {
        fillFeedEvent(event, n, feed);
        auto appended = (*writer)->append(event);
        if (!appended)
            return appended;
        if (options.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("Cancelled.")};
    }
    auto summary = (*writer)->finish({}, options.cancel, options.progress);
    return summary ? Result<void>() : Result<void>(summary.error());
}

} // namespace core::workbench
