// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is different about the same question asked twice: at two snapshots, as of two instants.
#pragma once

#include "core/domain/readers.h"

#include <vector>

namespace core::workbench {

struct EventChange {
    std::optional<domain::Event> before; ///< none: it came
    std::optional<domain::Event> after;  ///< none: it went
};

struct EventDiff {
    std::uint64_t came = 0;
    std::uint64_t went = 0;
    std::uint64_t changed = 0; ///< another version is in force
    std::uint64_t same = 0;
    std::vector<EventChange> changes; ///< the first `limit` of them, by timestamp of the newer side
};

/// Compares event by event, by id. Keeps an id and a hash of each event in memory. Fails when a reader does,
/// or on cancel. Any thread.
base::Result<EventDiff> diffEvents(const domain::EventReader &reader, const domain::EventQuery &before,
                                   const domain::EventQuery &after, std::uint64_t limit,
                                   const base::CancelToken &cancel);

} // namespace core::workbench
