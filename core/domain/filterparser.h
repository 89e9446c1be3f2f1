// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a filter to its tree and back; Filter::parse is the way in for everyone else.
#pragma once

#include "core/domain/filter.h"

#include <array>

namespace core::domain {

/// As a filter writes them, in the order of CompareOp.
inline constexpr std::array<std::string_view, 9> kOperators{"==", "!=",       "<",       "<=", ">",
                                                            ">=", "contains", "matches", "in"};

/// The tree in normal order. Fails (BadInput) with the column and what was expected; never recurses deeper
/// than a few hundred levels, whatever the text.
base::Result<FilterNode> parseFilter(std::string_view text, base::Instant now);

/// The text whose tree it is.
std::string printFilter(const FilterNode &node);

} // namespace core::domain
