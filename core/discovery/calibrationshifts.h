// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The statistics of a simulated family at every shift, in double, under the scales the tables of evidence
// compare; the program itself takes the screen (scan.h).
#pragma once

#include "core/discovery/calibrationworlds.h"

#include <array>
#include <functional>
#include <span>
#include <vector>

namespace core::discovery {

/// One scale's joint null and the observed values under it.
struct ScaledFamily {
    std::vector<float> maxima;    ///< M(s) over all pairs and lags
    std::vector<double> observed; ///< per pair and lag
};

struct ShiftedFamily {
    ScaledFamily raw;         ///< |t|
    ScaledFamily quantile;    ///< |t| over its own .95 quantile over the shifts
    ScaledFamily mean;        ///< |S| over its own deviation over the shifts
    std::vector<double> p;    ///< rank of |t| among its shifts, per pair and lag
    std::vector<double> t;    ///< signed, per pair and lag
    std::vector<double> tail; ///< the same p, below ten exceedances from a fitted tail; only if asked for
};

/// All shifts of all pairs of a world.
[[nodiscard]] ShiftedFamily shiftFamily(const CalibrationWorld &world, bool fitTails);

/// Flags of what is significant at 5 % under one scale (Westfall & Young 1993).
[[nodiscard]] std::vector<std::uint8_t> significantUnder(const ScaledFamily &family);

} // namespace core::discovery
