// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts for an asset that is not there all the time: its returns are repeated outside its life, so that
// every shift meets as many events as the sample itself. It holds where the life's own
// returns are stationary, but for the seams. It errs to the strict side (4 % of null families with a finding
// where 5 % are allowed), probably because events may meet a return twice and assets of different ages other
// days.
#pragma once

#include "core/discovery/scan.h"

#include <cstddef>
#include <span>
#include <utility>

namespace core::discovery {

/// The bars [first, end) between an asset's first and last return, and how its returns are repeated.
struct Life {
    std::size_t first = 0;
    std::size_t end = 0;
    std::size_t period = 0; ///< 0: it fills the sample, nothing is repeated

    bool operator==(const Life &) const = default;
};

/// The life in `returns` as ReturnsSource writes them. A life that leaves out more than a fiftieth of the
/// sample at its edges is repeated, with a pause between that no lag of the length crosses and that keeps the
/// classes mod `group`.
[[nodiscard]] Life lifeOf(std::span<const double> returns, const ScanLength &length, std::size_t group);

/// Writes the repeated returns over the bars before and after the life, except the `past` last ones.
void repeatLife(const Life &life, std::size_t past, std::span<double> returns);

/// The events [first, last) of a series that meet the life at some lag of the length.
[[nodiscard]] std::pair<std::size_t, std::size_t> eventsInLife(const Life &life, const ScanLength &length,
                                                               std::span<const std::uint32_t> bars);

} // namespace core::discovery
