// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which hypotheses of a family an earlier family has asked on an overlapping sample, and what they were told
// then.
#pragma once

#include "core/discovery/family.h"
#include "core/store/ledger.h"

#include <map>
#include <string>
#include <vector>

namespace core::discovery {

struct AskedBefore {
    std::vector<bool> asked; ///< per hypothesis: pair · windows + window
    std::uint64_t count = 0;
    std::map<base::Sha256, std::string> verdicts; ///< the first tier, where it was more than "none"

    /// The first verdict of an asked hypothesis.
    [[nodiscard]] std::string tierOf(const base::Sha256 &hypothesis) const;
};

/// Looks the family's coordinates up in every earlier family of the same model whose sample overlaps and
/// whose results were shown (statistics, A.6).
base::Result<AskedBefore> askedBefore(const Family &family, const store::FamilyAxes &axes,
                                      const store::FamilyRecord &record, const store::Ledger &ledger);

} // namespace core::discovery
