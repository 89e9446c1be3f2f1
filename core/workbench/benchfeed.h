// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Simulated feed items for the benchmarks of events.
#pragma once

#include "core/domain/event.h"
#include "core/workbench/bench.h"

namespace core::workbench {

struct Feed {
    std::uint64_t count = 0;
    std::uint64_t years = 15; ///< from 2010 on
};

/// Event n of a feed: a dozen sources one after the other, each over all the years.
void fillFeedEvent(domain::Event &event, std::uint64_t n, const Feed &feed);

/// Makes a workspace in the folder and stores a feed in bulk.
base::Result<void> storeFeed(const std::filesystem::path &folder, const Feed &feed,
                             const BenchOptions &options);

} // namespace core::workbench
