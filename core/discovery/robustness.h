// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks against a finding (statistics, A.8): assets that should not react, a reaction that was there
// before the event, and, for a pool, the tests of the event-study literature.
#pragma once

#include "core/base/result.h"
#include "core/domain/bar.h"

#include <cstddef>
#include <string>
#include <vector>

namespace core::discovery {

struct Family;
struct FamilyPair;
struct Finding;
struct MatchedDays;
struct RunContext;

/// An asset that goes little with the finding's own, asked the same way.
struct ControlAsset {
    std::string asset;
    double correlation = domain::kMissing; ///< of its responses with those of the finding's asset
    std::size_t n = 0;
    double effect = domain::kMissing, t = domain::kMissing;
};

/// Whether the events follow moves of the asset itself.
struct PastReaction {
    std::size_t n = 0;
    double effect = domain::kMissing, t = domain::kMissing; ///< over the five bars before the event
    /// The finding's effect less what those five bars alone foretell: the slope of the window's response on
    /// the response of the five bars before it, over all bars. NaN for a slope, a spread or a pool.
    double adjusted = domain::kMissing;
};

/// A test of the pooled panel by the law of its statistic (core/stats/eventtests.h), beside the shifts.
struct PanelTest {
    std::string name; ///< "BMP", "Kolari–Pynnönen", "GRANK-T"
    double statistic = domain::kMissing, p = domain::kMissing;
};

struct Robustness {
    std::vector<ControlAsset> controls; ///< up to five, those that go least with the asset first
    PastReaction past;
    std::vector<PanelTest> panel; ///< empty unless a pool of returns
    std::size_t panelEvents = 0;
    double clustering = domain::kMissing; ///< mean correlation of the panel's residuals
};

/// Describes a finding of the family: no p of the checks enters a verdict. Reads the prices of up to 30 other
/// assets of the workspace. `matching`: of every placed series where matched days tested the finding, else
/// null. The same for any number of threads. Errors as runStudy.
base::Result<Robustness> robustnessOf(const Finding &finding, const Family &family, const FamilyPair &pair,
                                      const MatchedDays *matching, const RunContext &context);

} // namespace core::discovery
