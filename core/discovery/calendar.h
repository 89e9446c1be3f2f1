// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The one clock of a study: the benchmark's closes, and where on it the sample lies.
#pragma once

#include "core/base/instant.h"
#include "core/domain/bar.h"

#include <cstddef>
#include <span>
#include <vector>

namespace core::discovery {

/// A sample needs so many bars.
inline constexpr std::size_t kFewestBars = 60;

/// Bars [first, closes.size()) are the sample; the ones before it only warm models up.
struct Calendar {
    std::vector<base::Instant> closes; ///< ascending
    std::size_t first = 0;
    std::size_t trimmed = 0; ///< oldest bars of the sample dropped for the length's sake

    [[nodiscard]] std::size_t length() const { return closes.size() - first; }
};

/// What part of the benchmark's bars a study may see.
struct SampleRule {
    base::Instant from;   ///< sample bars close after it; missing: no limit
    base::Instant to;     ///< bars close before or at it; missing: no limit
    base::Instant sealed; ///< bars close before or at it; missing: no seal
    std::size_t warmUp =
        1; ///< bars that must lie before the sample (1: a first return needs a bar before it)
    bool trim = true;
};

/// Builds the calendar. Fails (BadInput) with a sentence when fewer than 60 bars remain for the sample.
base::Result<Calendar> makeCalendar(const domain::BarSeries &benchmark, const SampleRule &rule);

/// The largest length ≤ `length` whose prime factors are all 2, 3, 5, 7, 11 or 13 (the lengths FFTW is quick
/// at); a multiple of `multiple` too. At least 1 when multiple is 1, else possibly 0.
std::size_t smoothLength(std::size_t length, std::size_t multiple = 1);

/// For each bar of the calendar the close of the asset's last bar in (C[t−1], C[t]]; where it has none, where
/// it would have closed by its usual distance (median) from the calendar's close. Assets with equal answers
/// share event series.
std::vector<base::Instant> closeTimes(const domain::BarSeries &asset, const Calendar &calendar);

/// For each bar of the calendar the position of the asset's last bar in (C[t−1], C[t]], or −1. The first bar
/// looks back one typical step.
std::vector<std::ptrdiff_t> barPositions(std::span<const base::Instant> assetCloses,
                                         const Calendar &calendar);

} // namespace core::discovery
