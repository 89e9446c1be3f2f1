// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What collecting has measured of the lags that are only stated: a new version of the rules is proposed,
// never applied.
#pragma once

#include "core/sources/lags.h"
#include "core/store/sourcestates.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace core::ingest {

/// A rule is measured by at least so many facts.
inline constexpr std::uint64_t kLeastMeasured = 30;

struct LagProposal {
    std::string rule;
    base::Duration stated{0};
    std::uint64_t measured = 0; ///< facts first seen by a running collector
    double median = 0;          ///< seconds, the upper edge of its bucket; NaN: none measured
    double late = 0;            ///< 95 of 100 were seen by then
    std::optional<base::Duration>
        proposed; ///< when the rule is too short, or four times too long, for 95 of 100
};

/// One of each rule that can be measured, ascending by name.
std::vector<LagProposal> proposeLags(const sources::LagRules &rules, std::span<const store::SeenLags> seen);

/// The text of lags.json with what is proposed, as the next version, each changed rule saying why. Fails with
/// BadInput when `text` is not such a file.
base::Result<std::string> nextLagRules(std::string_view text, std::span<const LagProposal> proposals);

/// "20m", "18h", "45d": the shortest way to write it, rounded up to whole minutes, from three hours on to
/// whole hours, from three days on to whole days.
std::string spanText(base::Duration span);

} // namespace core::ingest
