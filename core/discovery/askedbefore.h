// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which hypotheses of a family an earlier family has asked on an overlapping sample, and what they were told
// then.
#pragma once

#include "core/discovery/family.h"
#include "core/store/ledger.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace core::discovery {

struct AskedBefore {
    std::vector<std::uint32_t> first; ///< per hypothesis (pair · windows + window) the first family that
                                      ///< asked it, counted from 1; 0: none has. Empty when none was asked
    std::uint64_t count = 0;          ///< how many were asked
    /// What each family told of a hypothesis, where it was more than "none".
    std::map<std::pair<std::uint32_t, base::Sha256>, std::string> verdicts;

    /// The verdict of the first family that asked.
    [[nodiscard]] std::string tierOf(std::uint32_t family, const base::Sha256 &hypothesis) const;
};

/// Looks the family's coordinates up in every earlier family of the same model whose sample overlaps and
/// whose results were shown (statistics, A.6).
base::Result<AskedBefore> askedBefore(const Family &family, const store::FamilyAxes &axes,
                                      const store::FamilyRecord &record, const store::Ledger &ledger);

} // namespace core::discovery
