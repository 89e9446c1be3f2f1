// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be traded or measured, and the corporate actions that change what its price means.
#pragma once

#include "core/base/instant.h"

#include <cstdint>
#include <string>

namespace core::domain {

struct Instrument {
    std::string symbol;
    std::string name;
    std::string kind;     ///< "stock", "etf", "future", "fx", "index", "crypto", "yield", "simulated"
    std::string exchange; ///< calendar: "XNYS", "24/7", … or empty
    std::string currency;
    std::string sector;
    std::string metadata; ///< a canonical JSON object, or empty
};

enum class ActionKind : std::uint8_t { Split, Dividend, Rename, Delisting };

/// A corporate action. Bars before `effective` are adjusted by it, if it was known.
struct Action {
    std::string symbol;
    ActionKind kind = ActionKind::Split;
    base::Instant effective; ///< the first bar that opens at or after it trades on the new basis
    base::Instant knownAt;
    double factor = 1; ///< multiplies earlier prices (0.5 for a 2:1 split; 1 − dividend/close for a dividend)
    std::string successor; ///< the new symbol of a rename
    std::uint64_t seq = 0;
    std::string source;
};

} // namespace core::domain
