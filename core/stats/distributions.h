// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Normal, Student, Fisher and chi-squared distributions (Boost.Math), without exceptions: NaN for arguments
// that make no sense.
#pragma once

namespace core::stats {

[[nodiscard]] double normalCdf(double z);

/// p in (0, 1); ±infinity at the ends.
[[nodiscard]] double normalQuantile(double p);

[[nodiscard]] double studentCdf(double t, double degrees);
[[nodiscard]] double studentQuantile(double p, double degrees);

/// 2·P(T ≥ |t|), accurate far in the tail.
[[nodiscard]] double studentTwoSided(double t, double degrees);

/// 2·P(Z ≥ |z|), accurate far in the tail.
[[nodiscard]] double normalTwoSided(double z);

/// P(F ≥ f) with Fisher's law.
[[nodiscard]] double fisherUpper(double f, double numerator, double denominator);

/// P(X ≥ x) with the chi-squared law.
[[nodiscard]] double chiSquaredUpper(double x, double degrees);

} // namespace core::stats
