// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The corrections beside the default: each rests on the own p of every hypothesis, or on its statistic at
// every shift.
#pragma once

#include "core/discovery/testing.h"

namespace core::discovery {

/// Families above this size keep no p of every hypothesis.
inline constexpr std::uint64_t kMostCorrected = 100'000;
/// Families above this size keep no statistic at every shift (step-down maxT).
inline constexpr std::uint64_t kMostStepped = 2'000;

/// Whether the study asks for another correction than maxT and the streamed count of chance findings.
[[nodiscard]] bool isCorrectedByOwnP(const domain::Study &study);

/// Fills Tested::corrected and Tested::rated for such a study; does nothing for another. Errors: BadInput
/// (the family is too large, or its nulls do not give what the correction needs), Cancelled.
base::Result<void> correctByOwnP(const Family &family, const RunContext &context, Tested &tested);

} // namespace core::discovery
