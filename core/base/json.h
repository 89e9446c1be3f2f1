// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Small JSON: parse with a line in the error, and the canonical form (RFC 8785) that hashes are taken of.
#pragma once

#include "core/base/result.h"

#include <QJsonValue>

#include <cstdint>
#include <string>
#include <string_view>

namespace core::base {

/// Parses one JSON value. Fails with a sentence that names line and column of the fault.
Result<QJsonValue> parseJson(std::string_view text);

/// The same for what people write by hand: a key that an object has twice is a fault too, because only one of
/// its values could hold.
Result<QJsonValue> parseDefinition(std::string_view text);

/// Where a value stands in the text: "line 7" for a path such as {"events", "1", "filter"} (array positions
/// are numbers); the place of the nearest parent when the path leads nowhere.
QString placeInJson(std::string_view text, const QStringList &path);

/// A number, or null when missing.
QJsonValue jsonNumber(double value);
/// A count; exact up to 2^53.
QJsonValue jsonCount(std::uint64_t value);

/// RFC 8785 (JSON Canonicalization Scheme): sorted keys, shortest numbers, no blanks.
std::string canonicalJson(const QJsonValue &value);

/// A number as RFC 8785 (and ECMAScript) writes it: the shortest text that reads back to the same double.
std::string canonicalNumber(double value);

} // namespace core::base
