// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tests of a pooled event study that rest on a law of the statistic. What each is robust to is said
// beside it; none of them allows for events spread over neighbouring days, which shifts of all series
// together do.
#pragma once

#include "core/stats/eventpanel.h"

#include <cstddef>
#include <span>

namespace core::stats {

struct EventTest {
    double statistic = 0; ///< NaN with too few events
    double p = 1;         ///< two-sided
    double degrees = 0;   ///< of Student's law; 0: normal
    std::size_t n = 0;    ///< events that took part
};

/// √N·mean/sd over the present values (CAR, BHAR, …), t with N − 1 degrees. Allows for a variance that rises
/// with the event; not for events on the same days.
[[nodiscard]] EventTest crossSectional(std::span<const double> values);

/// The mean AR of the span over the deviation of the same mean on the estimation bars, times √l (Brown &
/// Warner 1985). Allows for events on the same days; not for a variance that rises with the event.
[[nodiscard]] EventTest brownWarner(const EventStudy &study, EventSpan span);

/// One bar: Σ SAR/√Σ (M − 2)/(M − 4), normal (Patell 1976). Allows for assets of different volatility; not
/// for a variance that rises with the event, nor for events on the same days.
[[nodiscard]] EventTest patellDay(const EventStudy &study, std::size_t bar);

/// A span: N^−½·Σ Σ SAR/√(l·(M − 2)/(M − 4)), as patellDay.
[[nodiscard]] EventTest patell(const EventStudy &study, EventSpan span);

/// √N·mean/sd of SCAR (Boehmer, Musumeci & Poulsen 1991): allows for assets of different volatility and a
/// variance that rises with the event; not for events on the same days.
[[nodiscard]] EventTest boehmer(const EventStudy &study, EventSpan span);

/// boehmer() times √((1 − rbar)/(1 + (N − 1)·rbar)) (Kolari & Pynnönen 2010): allows for events on the same
/// days too, but not for events on neighbouring ones.
[[nodiscard]] EventTest kolariPynnonen(const EventStudy &study, EventSpan span, double rbar);

/// √N·(S + g·S²/3 + g/(6N)), S = mean/sd, g the skewness (Johnson 1978; Lyon, Barber & Tsai 1999), for the
/// long horizons whose BHAR are skewed. p is from the normal law; a bootstrap of the statistic is better.
[[nodiscard]] EventTest skewnessAdjusted(std::span<const double> values);

} // namespace core::stats
