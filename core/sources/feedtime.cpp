// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/feedtime.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace core::sources {

using base::Date;
using base::Duration;
using base::Instant;
using base::isDigit;
using base::lowerCase;

namespace {

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size() || value < 0)
        return std::nullopt;
    return value;
}

/// "Sep", "September"; 0 when it is none.
unsigned monthOf(std::string_view word)
{
    static constexpr std::array<std::string_view, 12> kMonths{
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    const std::string name = lowerCase(word);
    for (unsigned i = 0; i < kMonths.size(); ++i) {
        if (name.size() >= 3 && kMonths[i].starts_with(name))
            return i + 1;
    }
    return 0;
}

/// "GMT", "EST", "+0200", "-05:00", "Z"; nothing when it is none.
std::optional<Duration> zoneOf(std::string_view word)
{
    using namespace std::chrono;
    if ((word.starts_with('+') || word.starts_with('-')) && word.size() >= 3) {
        std::string digits;
        std::ranges::copy_if(word.substr(1), std::back_inserter(digits), [](char c) { return c != ':'; });
        const auto hour = number(std::string_view(digits).substr(0, 2));
        const auto minute = digits.size() > 2 ? number(std::string_view(digits).substr(2)) : std::optional(0);
        if (!hour || !minute || *hour > 15 || *minute > 59)
            return std::nullopt;
        const Duration offset = hours(*hour) + minutes(*minute);
        return word.front() == '-' ? -offset : offset;
    }
    struct Named {
        std::string_view name;
        double offset;
    };
    // RFC 822, and what American and European feeds write
    static constexpr std::array<Named, 30> kZones{
        {{"z", 0},     {"ut", 0},   {"utc", 0},  {"gmt", 0},  {"nst", -3.5}, {"ndt", -2.5},
         {"ast", -4},  {"adt", -3}, {"est", -5}, {"edt", -4}, {"cst", -6},   {"cdt", -5},
         {"mst", -7},  {"mdt", -6}, {"pst", -8}, {"pdt", -7}, {"akst", -9},  {"akdt", -8},
         {"hst", -10}, {"wet", 0},  {"west", 1}, {"bst", 1},  {"cet", 1},    {"cest", 2},
         {"met", 1},   {"mest", 2}, {"eet", 2},  {"eest", 3}, {"msk", 3},    {"jst", 9}}};
    const std::string name = lowerCase(word);
    const auto found = std::ranges::find(kZones, name, &Named::name);
    if (found == kZones.end())
        return std::nullopt;
    return minutes(static_cast<int>(found->offset * 60));
}

/// "00:00:01", "00:00"; with a fraction of a second, which is left out.
std::optional<Duration> clockOf(std::string_view word)
{
    std::array<int, 3> parts{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < parts.size() && at <= word.size(); ++i) {
        const std::size_t end = std::min(word.find(':', at), word.size());
        std::string_view part = word.substr(at, end - at);
        if (i == 2)
            part = part.substr(0, part.find('.'));
        const auto value = number(part);
        if (!value || *value > (i == 0 ? 23 : i == 1 ? 59 : 60) || (i == 0 && end == word.size()))
            return std::nullopt;
        parts[i] = *value;
        at = end + 1;
    }
    return std::chrono::hours(parts[0]) + std::chrono::minutes(parts[1]) +
           std::chrono::seconds(std::min(parts[2], 59));
}

/// "PM", "p.m.", "am"; nothing when it is none.
std::optional<bool> afternoonOf(std::string_view word)
{
    std::string letters = lowerCase(word);
    std::erase(letters, '.');
    if (letters != "am" && letters != "pm")
        return std::nullopt;
    return letters == "pm";
}

/// A reading of a clock of twelve hours; one past that says itself which half it means.
Duration halfDayClock(Duration clock, bool isAfternoon)
{
    constexpr Duration noon = std::chrono::hours(12);
    const bool isTwelve = clock >= noon && clock < noon + std::chrono::hours(1);
    if (isAfternoon)
        return clock < noon ? clock + noon : clock;
    return isTwelve ? clock - noon : clock;
}

/// "AKST", not "Mon" or "2002": a zone, known or not.
bool looksLikeZone(std::string_view word)
{
    static constexpr std::array<std::string_view, 7> kDays{"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"};
    return (word.size() == 3 || word.size() == 4) && std::ranges::all_of(word, base::isCapital) &&
           std::ranges::find(kDays, word) == kDays.end();
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size() && words.size() < 12;) {
        const std::size_t start = text.find_first_not_of(" \t\r\n,()", at);
        if (start == std::string_view::npos)
            break;
        const std::size_t end = std::min(text.find_first_of(" \t\r\n,()", start), text.size());
        words.push_back(text.substr(start, end - start));
        at = end;
    }
    return words;
}

FeedTime rfc822(std::string_view text)
{
    std::vector<std::string_view> words = wordsOf(text);
    std::optional<int> day;
    std::optional<int> year;
    unsigned month = 0;
    Duration clock{0};
    Duration zone{0};
    bool hasClock = false;
    bool hasZone = false;
    bool isZoneUnknown = false;
    std::vector<std::string_view> parts;
    for (const std::string_view word : words) {
        const std::size_t dash = word.find('-', 1);
        if (dash != std::string_view::npos && month == 0 &&
            monthOf(word.substr(dash + 1, 3)) != 0) { // "05-Sep-02"
            const std::size_t second = std::min(word.find('-', dash + 1), word.size());
            parts.push_back(word.substr(0, dash));
            parts.push_back(word.substr(dash + 1, second - dash - 1));
            parts.push_back(word.substr(std::min(second + 1, word.size())));
        } else {
            parts.push_back(word);
        }
    }
    for (const std::string_view word : parts) {
        if (word.find(':') != std::string_view::npos && !hasClock && !word.starts_with('+') &&
            !word.starts_with('-')) {
            const auto read = clockOf(word);
            hasClock = read.has_value();
            clock = read.value_or(clock);
        } else if (const unsigned name = monthOf(word); name != 0 && month == 0) {
            month = name;
        } else if (const auto value = number(word);
                   value && !day && *value >= 1 && *value <= 31 && word.size() <= 2) {
            day = value;
        } else if (value && !year && (word.size() == 4 || word.size() == 2)) {
            year = word.size() == 4 ? *value : *value + (*value < 69 ? 2000 : 1900);
        } else if (const auto afternoon = afternoonOf(word); afternoon && hasClock) {
            clock = halfDayClock(clock, *afternoon);
        } else if (const auto offset = zoneOf(word); offset && hasClock) {
            if (!hasZone || !base::isLetter(word.front())) // "+0800 (CST)" is not of Chicago
                zone = *offset;
            hasZone = true;
        } else if (hasClock && looksLikeZone(word)) {
            isZoneUnknown = true;
        }
    }
    if (isZoneUnknown && !hasZone) // better the day than an hour that is wrong
        hasClock = false;
    if (!day || month == 0 || !year)
        return {};
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(month),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return {};
    const Instant at{Date(date)};
    return hasClock ? FeedTime{at + clock - zone, false} : FeedTime{at, true};
}

/// "2002", "2002-09", "2002-09-05", "20020905T…", with or without a time.
FeedTime iso(std::string_view text)
{
    const std::size_t split = std::min(text.find_first_of("Tt "), text.size());
    std::string day;
    std::ranges::copy_if(text.substr(0, split), std::back_inserter(day), [](char c) { return c != '-'; });
    if (!std::ranges::all_of(day, isDigit))
        return {};
    if (day.size() == 4)
        day += "0101";
    else if (day.size() == 6)
        day += "01";
    if (day.size() != 8)
        return {};
    const auto date = base::parseDate(day.substr(0, 4) + '-' + day.substr(4, 2) + '-' + day.substr(6));
    if (!date)
        return {};
    if (split == text.size())
        return {Instant(*date), true};
    std::string_view rest = text.substr(split + 1);
    const std::size_t start = rest.find_first_not_of(' ');
    rest.remove_prefix(std::min(start, rest.size()));
    const std::size_t end = std::min(rest.find_first_of("Zz+- "), rest.size());
    const auto clock = clockOf(rest.substr(0, end));
    if (!clock)
        return {};
    std::string_view zone = rest.substr(end);
    zone.remove_prefix(std::min(zone.find_first_not_of(' '), zone.size()));
    const auto offset = zone.empty() ? std::optional(Duration(0)) : zoneOf(zone);
    if (!offset)
        return looksLikeZone(zone) ? FeedTime{Instant(*date), true} : FeedTime{};
    return {Instant(*date) + *clock - *offset, false};
}

} // namespace

FeedTime feedTime(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos)
        return {};
    text = text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
    if (const FeedTime at = iso(text); at.at.isValid())
        return at;
    return rfc822(text);
}

} // namespace core::sources
