// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a study would ask, told before it asks: how many hypotheses, how many events, how small an effect
// could be seen.
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/domain/bar.h"
#include "core/domain/study.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace core::discovery {

struct RunContext;

struct PreflightSeries {
    std::string name;
    std::uint64_t events = 0; ///< of the definition, before they meet a bar
    /// Distinct event bars with a response, over the assets it is tested on (in a pool: all together); over
    /// all assets when it is tested on none.
    std::size_t barsFewest = 0, barsMost = 0;
    bool tooFew = false; ///< no asset has enough of them: nothing of it is tested
};

struct Preflight {
    std::uint64_t hypotheses = 0;
    std::uint64_t newHypotheses = 0; ///< asked by no earlier family on an overlapping sample
    std::vector<PreflightSeries> series;
    std::size_t assets = 0;
    std::size_t bars = 0; ///< of the sample
    std::string benchmark;
    base::Instant sampleFrom; ///< the close before the sample's first bar
    base::Instant sampleTo;   ///< the close of its last
    base::Instant sealedFrom; ///< missing: no seal
    /// Median over the hypotheses of the smallest effect − base that is significant in 80 % of samples.
    double mde = domain::kMissing;
    std::string mdeUnit;                        ///< the unit most hypotheses share
    double smallestP = domain::kMissing;        ///< 1/T: what the shifts can resolve
    double estimatedSeconds = domain::kMissing; ///< rough: half to double of it
    double estimatedBytes = domain::kMissing;   ///< of memory, rough
    std::vector<QString> notes; ///< what the run would note about its sample, and what is not tested
};

/// What a run would ask, before anything is registered or tested: counts as the run then reports them, and
/// the median smallest effect that would be seen 80 % of the time, from n, the spread of the responses over
/// all bars and a Šidák bound (1967) for the family, which is a little wide where hypotheses overlap. Never
/// looks at an effect and writes nothing. Blocks; any thread; the same for any number of threads but for the
/// seconds. Errors as runStudy: BadInput (unknown asset, impossible window, nothing to test), Corrupt,
/// Cancelled.
base::Result<Preflight> preflight(const domain::Study &study, const RunContext &context);

} // namespace core::discovery
