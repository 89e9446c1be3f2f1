// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/numbers.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace core::sources {

using base::isDigit;

namespace {

/// "1,045.60" becomes "1045.60"; false when the commas do not part groups of three.
bool joinThousands(std::string_view text, char (&buffer)[64], std::size_t &length)
{
    length = 0;
    std::size_t at = 0;
    if (text[0] == '-')
        buffer[length++] = text[at++];
    std::size_t group = 0;
    bool separated = false;
    for (; at < text.size() && (isDigit(text[at]) || text[at] == ','); ++at) {
        if (length == sizeof buffer)
            return false;
        if (text[at] == ',') {
            if (group == 0 || group > 3 || (separated && group != 3))
                return false;
            separated = true;
            group = 0;
        } else {
            buffer[length++] = text[at];
            ++group;
        }
    }
    if (separated && group != 3)
        return false;
    if (text.size() - at > sizeof buffer - length)
        return false;
    length = static_cast<std::size_t>(
        std::copy(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), buffer + length) - buffer);
    return true;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

NumberState parseNumber(std::string_view text, const NumberStyle &style, double &value)
{
    value = std::numeric_limits<double>::quiet_NaN();
    text = trimmed(text);
    if (text.empty())
        return NumberState::Missing;
    for (const std::string &word : style.missing) {
        if (text == word)
            return NumberState::Missing;
    }
    if (text[0] == '+' && text.size() > 1 && text[1] != '-')
        text.remove_prefix(1);
    char turned[64]; // with a point for the comma, and commas for the points
    if (style.decimalComma) {
        if (text.size() > sizeof turned || (!style.thousands && text.find('.') != std::string_view::npos))
            return NumberState::NotANumber;
        std::transform(text.begin(), text.end(), turned, [](char c) {
            return c == ',' ? '.' : c == '.' ? ',' : c;
        });
        text = std::string_view(turned, text.size());
    }
    char buffer[64];
    if (style.thousands && text.find(',') != std::string_view::npos) {
        std::size_t length = 0;
        if (!joinThousands(text, buffer, length))
            return NumberState::NotANumber;
        text = std::string_view(buffer, length);
    }
    const char first = text[0] == '-' && text.size() > 1 ? text[1] : text[0];
    if (!isDigit(first) && first != '.') // from_chars would take "inf" and "nan"
        return NumberState::NotANumber;
    double parsed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parsed);
    if (end != text.data() + text.size())
        return NumberState::NotANumber;
    if (error == std::errc::result_out_of_range)
        return NumberState::OutOfRange;
    if (error != std::errc())
        return NumberState::NotANumber;
    value = parsed;
    return NumberState::Value;
}

} // namespace core::sources
