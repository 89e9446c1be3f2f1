// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts the text of a filter into tokens and words its errors; used by the filter parser only.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::domain {

struct FilterToken {
    enum class Kind : std::uint8_t {
        End,
        Open,     ///< (
        Close,    ///< )
        OpenSet,  ///< {
        CloseSet, ///< }
        Comma,
        DotDot,
        And,       ///< and, &&
        Or,        ///< or, ||
        Not,       ///< not, !
        Operator,  ///< ==, contains, …: see text
        Word,      ///< bare word
        MetaField, ///< meta.KEY: see path
        String,    ///< quoted
        Number,    ///< see number
        Date,      ///< an ISO date or time: see micros
        Relative,  ///< -7d: see micros, the distance from now
    };
    Kind kind = Kind::End;
    std::size_t position = 0; ///< byte offset where it begins
    std::string text;         ///< as written; the content of a string
    std::vector<std::string> path;
    double number = 0;
    std::int64_t micros = 0;
};

/// Every token of the text, an End last. Fails (BadInput) with the column.
base::Result<std::vector<FilterToken>> cutFilter(std::string_view text);

/// "Filter, column 7: …", the column counted in characters from 1.
base::Error filterError(std::string_view text, std::size_t position, const QString &what);

} // namespace core::domain
