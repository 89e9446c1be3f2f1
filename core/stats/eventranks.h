// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tests of a pooled event study that look at ranks and signs alone, so that a few huge returns decide
// nothing.
#pragma once

#include "core/stats/eventtests.h"

namespace core::stats {

/// The rank of every AR among the event's own estimation and window bars, U = rank/(1 + n), as Y_t = N_t^−½·Σ
/// (U − ½); Σ Y over the span/√(l·mean Y²), the mean over all bars (Corrado 1989; Corrado & Zivney 1992).
/// Normal. Allows for events on the same days; not for a variance that rises with the event.
[[nodiscard]] EventTest corradoRank(const EventStudy &study, EventSpan span);

/// Both forms of the generalized rank test (Kolari & Pynnönen 2011): SCAR over its own deviation takes one
/// rank among the standardized residuals of the estimation bars, U = rank/(T + 1) − ½ with T = M + 1.
struct GeneralizedRank {
    double mean = 0;  ///< of U over the events
    double ratio = 0; ///< mean/√(mean over the bars of (N_t/N)·Ū_t²)
    EventTest t; ///< ratio·√((T − 2)/(T − 1 − ratio²)): allows for a variance that rises with the event and
                 ///< for events on the same days
    EventTest z; ///< mean/√(Σ (T − 1)/(T + 1)/(12N²)): for events on different days
};
[[nodiscard]] GeneralizedRank generalizedRank(const EventStudy &study, EventSpan span);

/// (w − N/2)/√(N/4) with w of N values above 0; normal.
[[nodiscard]] EventTest signTest(std::span<const double> values);

/// The mean over the events of their share of positive AR on the estimation bars.
[[nodiscard]] double positiveShare(const EventStudy &study);

/// (w − N·share)/√(N·share·(1 − share)) (Cowan 1992): as signTest where gains and losses are not equally
/// frequent.
[[nodiscard]] EventTest generalizedSign(std::span<const double> values, double share);

} // namespace core::stats
