// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From the tested family to findings: which hypotheses are told, and every number of them.
#pragma once

#include "core/discovery/findings.h"
#include "core/discovery/testing.h"

#include <vector>

namespace core::discovery {

struct RunContext;

/// The most findings a report holds; the ledger keeps more.
inline constexpr std::size_t kMostReported = 1'000;
/// Filled up with the strongest of the others to this many.
inline constexpr std::size_t kUsuallyReported = 100;
/// All outcomes are kept in families up to this size, the strongest of larger ones.
inline constexpr std::size_t kMostKept = 100'000;

/// What a run found before the ledger is asked: tiers are this run's own.
struct Outcome {
    std::vector<Finding> findings; ///< reported, strongest first, every number filled
    std::vector<Finding> others;   ///< kept: n, effect, t, y, p_adjusted and tier only; by hypothesis
    std::uint64_t significant = 0;
    std::uint64_t candidates = 0;
    double expectedSignificant = 0;
    double expectedCandidates = 0;
};

/// Measures what is reported and kept. The same for any number of threads. Fails on cancel.
base::Result<Outcome> makeOutcome(const Family &family, const Tested &tested, const RunContext &context);

/// n, effect, base, t, y, p_adjusted and tier of the strongest hypotheses, as many as a run keeps; ascending
/// by coordinate. What is missing after a cancel is not filled.
std::vector<Finding> keptFindings(const Family &family, const Tested &tested, const RunContext &context);

/// Fills tradable and known_basis: by the least certain and the latest known of the pair's events.
void tellTiming(Finding &finding, const Family &family, const FamilyPair &pair);

} // namespace core::discovery
