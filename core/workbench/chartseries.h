// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events as marks on a price chart.
#pragma once

#include "core/workbench/workbench.h"

#include <cstddef>
#include <string>
#include <vector>

namespace core::workbench {

struct EventMark {
    base::Uuid id;
    base::Instant at; ///< when it happened
    std::string eventType;
    std::string entity;
    std::string text;
    double value = domain::kMissing; ///< NaN: it has none
};

/// The events that pass a filter (blank: all) and happened in [from, to] (missing: no limit), ascending; of
/// more than `limit` the newest, so ask for one more to learn that there are more. `asOf`: as known then;
/// missing: as known now. Blocks; any thread. Errors: BadInput naming the column of the filter, Storage,
/// Cancelled.
base::Result<std::vector<EventMark>> marksOf(const Workbench &bench, const std::string &filter,
                                             base::Instant from, base::Instant to, std::size_t limit,
                                             const base::CancelToken &cancel, base::Instant asOf = {});

} // namespace core::workbench
