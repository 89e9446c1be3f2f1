// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/frequency.h"

#include "core/base/ascii.h"

#include <algorithm>

namespace core::sources {

std::optional<Frequency> frequencyOf(std::string_view word)
{
    struct Entry {
        std::string_view letter;
        std::string_view word;
        Frequency frequency;
    };
    static constexpr Entry kEntries[] = {
        {"H", "hourly", Frequency::Hour},      {"D", "daily", Frequency::Day},
        {"W", "weekly", Frequency::Week},      {"BW", "biweekly", Frequency::Week},
        {"M", "monthly", Frequency::Month},    {"Q", "quarterly", Frequency::Quarter},
        {"SA", "semiannual", Frequency::Year}, {"A", "annual", Frequency::Year},
        {"Y", "yearly", Frequency::Year},
    };
    const std::string lower = base::lowerCase(word.substr(0, word.find(','))); // "Weekly, Ending Friday"
    for (const Entry &entry : kEntries) {
        if (word == entry.letter || lower == entry.word)
            return entry.frequency;
    }
    if (lower.find("hourly") != std::string::npos) // "local-hourly"
        return Frequency::Hour;
    return std::nullopt;
}

Frequency frequencyOf(std::vector<base::Date> dates)
{
    std::ranges::sort(dates);
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    std::vector<std::int64_t> steps;
    for (std::size_t i = 1; i < dates.size(); ++i)
        steps.push_back((dates[i] - dates[i - 1]).count());
    if (steps.empty())
        return Frequency::Day;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    if (*middle <= 5)
        return Frequency::Day;
    if (*middle <= 16)
        return Frequency::Week;
    if (*middle <= 46)
        return Frequency::Month;
    return *middle <= 138 ? Frequency::Quarter : Frequency::Year;
}

Season seasonOf(Frequency frequency)
{
    switch (frequency) {
    case Frequency::Week:
        return Season::Week;
    case Frequency::Month:
        return Season::Month;
    case Frequency::Quarter:
        return Season::Quarter;
    case Frequency::Hour:
    case Frequency::Day:
    case Frequency::Year:
        break;
    }
    return Season::None;
}

std::string_view wordOf(Frequency frequency)
{
    switch (frequency) {
    case Frequency::Hour:
        return "hourly";
    case Frequency::Day:
        return "daily";
    case Frequency::Week:
        return "weekly";
    case Frequency::Month:
        return "monthly";
    case Frequency::Quarter:
        return "quarterly";
    case Frequency::Year:
        break;
    }
    return "yearly";
}

void addFacts(Meta &meta, const Release &release)
{
    meta.number("actual", release.actual)
        .number("previous", release.previous)
        .number("change", release.change)
        .number("expected", release.expected)
        .number("surprise", release.surprise);
}

void knownAtMostWhenSeen(const Harvest &harvest, domain::Event &event, std::string_view lag)
{
    harvest.knownAfter(event, lag);
    const base::Instant seen = harvest.payload().fetchedAt;
    if (seen.isValid() && seen < event.knownAt && seen >= event.timestamp) {
        event.knownAt = seen;
        event.knownBasis = domain::KnownBasis::Observed;
    }
}

} // namespace core::sources
