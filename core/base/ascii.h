// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Digits, letters and blanks of ASCII. std::isdigit and its kin ask the locale, and may not be given a
// negative char.
#pragma once

#include <string>
#include <string_view>

namespace core::base {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || isCapital(c);
}

/// What JSON takes for one.
constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Other characters stay as they are, bytes of UTF-8 too.
constexpr char lower(char c)
{
    return isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

inline std::string lowerCase(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        c = lower(c);
    return out;
}

inline std::string upperCase(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        c = upper(c);
    return out;
}

} // namespace core::base
