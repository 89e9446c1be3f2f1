// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks with ties shared, for every test that looks at order alone.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace core::stats {

/// 1 for the smallest; equal values share the mean of their ranks. No missing values.
[[nodiscard]] std::vector<double> ranks(std::span<const double> x);

/// The places of the values, ascending; equal values keep their order.
[[nodiscard]] std::vector<std::size_t> ascending(std::span<const double> x);

} // namespace core::stats
