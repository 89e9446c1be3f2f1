// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of providers' JSON, which is loose with types: numbers that stand as texts, null, absent.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace core::sources::json {

using Value = simdjson::simdjson_result<simdjson::ondemand::value>;

/// A number of a field.
struct Number {
    double value = std::numeric_limits<double>::quiet_NaN(); ///< NaN: absent, null or an empty text
    bool isBad = false;                                      ///< something else stands there
};

/// A JSON number, or a text that is one as a whole ("1.4e-05"). NaN and infinities as texts are bad.
Number number(Value value);
/// A whole number, or a text that is one; nothing when absent, null or something else.
std::optional<std::int64_t> integer(Value value);
/// A text with its escapes undone; a number or a truth value as it stands there; empty when absent or null.
std::string text(Value value);
/// True, "true", 1, "1".
bool flag(Value value);

/// The same of a field of an object. Functions, for what simdjson puts in place of each look-up takes the
/// compiler longer than all else of a source; where every microsecond counts (usgs.cpp), object["key"] is
/// quicker.
Number number(simdjson::ondemand::object &of, std::string_view key);
std::optional<std::int64_t> integer(simdjson::ondemand::object &of, std::string_view key);
std::string text(simdjson::ondemand::object &of, std::string_view key);
bool flag(simdjson::ondemand::object &of, std::string_view key);

/// A field that must be an object or a list; false when it is not there or something else.
[[nodiscard]] bool get(simdjson::ondemand::object &of, std::string_view key,
                       simdjson::ondemand::object &found);
[[nodiscard]] bool get(simdjson::ondemand::object &of, std::string_view key,
                       simdjson::ondemand::array &found);

} // namespace core::sources::json
