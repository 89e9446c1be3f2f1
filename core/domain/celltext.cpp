// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/celltext.h"

#include "core/domain/filter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::domain {
namespace {

/// What a spreadsheet takes for the beginning of a formula, full-width forms included.
constexpr std::array<std::string_view, 10> kFormulaStarts{"=",  "+",      "-",      "@",      "\t",
                                                          "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

} // namespace

bool needsApostrophe(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    return std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(),
                       [&](std::string_view start) { return text.starts_with(start); }) &&
           std::isnan(fullNumber(text));
}

std::string_view withoutApostrophe(std::string_view cell)
{
    if (!cell.empty() && cell.front() == '\'' && needsApostrophe(cell))
        cell.remove_prefix(1);
    return cell;
}

} // namespace core::domain
