// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// e-values: evidence that is at most 1 on average under the null, so that it may be averaged, and multiplied
// over time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

/// e-BH (Wang & Ramdas 2022): finds the k largest, k the largest with e_[k] ≥ m/(q·k). The false discovery
/// rate is at most q under any dependence. 1 for those found; e ≥ 0, infinity allowed.
[[nodiscard]] std::vector<std::uint8_t> eBenjaminiHochberg(std::span<const double> e, double q);

/// An e-value from a p-value, kappa·p^(kappa − 1) with 0 < kappa < 1 (Vovk & Wang 2021); infinity for p = 0.
[[nodiscard]] double powerCalibrator(double p, double kappa);

/// The same averaged over kappa: (1 − p + p·ln p)/(p·ln² p) (Vovk & Wang 2021); infinity for p = 0, ½ for p
/// = 1.
[[nodiscard]] double integratedCalibrator(double p);

} // namespace core::stats
