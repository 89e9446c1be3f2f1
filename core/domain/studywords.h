// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a study file, in the order of the enumerations of study.h.
#pragma once

#include <array>
#include <string_view>

namespace core::domain {

inline constexpr std::array<std::string_view, 9> kWeights{"auto",     "presence", "count", "value", "change",
                                                          "surprise", "zscore",   "rank",  "sign"};
inline constexpr std::array<std::string_view, 3> kPairings{"all", "entity", "linked"};
inline constexpr std::array<std::string_view, 2> kPoolings{"none", "assets"};
inline constexpr std::array<std::string_view, 2> kBreaks{"sample", "past"};
inline constexpr std::array<std::string_view, 4> kResponses{"return", "abs_return", "range", "volume"};
inline constexpr std::array<std::string_view, 4> kReturnKinds{"log", "simple", "diff", "logit_diff"};
inline constexpr std::array<std::string_view, 5> kReturnModels{"raw", "mean_adjusted", "market_adjusted",
                                                               "market_model", "factors"};
inline constexpr std::array<std::string_view, 4> kStatistics{"auto", "mean", "slope", "quantile_spread"};
inline constexpr std::array<std::string_view, 5> kNullMethods{"auto", "circular_shift", "block_shift",
                                                              "matched_days", "mark_shift"};
inline constexpr std::array<std::string_view, 3> kRestrictions{"none", "weekday", "session"};
inline constexpr std::array<std::string_view, 7> kSignificances{"maxT",     "stepdown", "bonferroni", "holm",
                                                                "hochberg", "hommel",   "none"};
inline constexpr std::array<std::string_view, 5> kCandidacies{"fdr", "bh", "by", "storey", "none"};

} // namespace core::domain
