// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/releasefacts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace core::sources {

namespace {

using namespace std::chrono;

constexpr int kYearsNeeded = 3;

struct SeasonOfDay {
    int year;
    int season;
};

/// ISO 8601 week and its year; or month (of a quarter its first) and year.
SeasonOfDay seasonOf(base::Date day, Season season)
{
    if (season != Season::Week) {
        const year_month_day ymd(day);
        return {int(ymd.year()), static_cast<int>(unsigned(ymd.month()))};
    }
    const base::Date thursday = day - (weekday(day) - Monday) + days(3);
    const int year = int(year_month_day(thursday).year());
    const base::Date newYear = sys_days(std::chrono::year(year) / 1 / 1);
    return {year, std::min(52, static_cast<int>((thursday - newYear).count()) / 7 + 1)};
}

} // namespace

void fillReleases(std::vector<Release> &releases, Season season)
{
    if (season == Season::NotARelease)
        return;
    const days longest(season == Season::Week      ? 10
                       : season == Season::Month   ? 46
                       : season == Season::Quarter ? 138
                                                   : 100'000);
    std::vector<std::size_t> order(releases.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return releases[a].period < releases[b].period; });
    struct Past {
        int year;
        base::Instant knownAt;
        double change;
    };
    std::map<int, std::vector<Past>> seasons;
    const Release *before = nullptr;
    for (const std::size_t index : order) {
        Release &release = releases[index];
        if (std::isnan(release.actual))
            continue;
        if (before && release.period > before->period && release.period - before->period <= longest) {
            release.previous = before->actual;
            release.change = release.actual - release.previous;
        }
        before = &release;
        if (season == Season::None || std::isnan(release.change))
            continue;
        const SeasonOfDay now = seasonOf(release.period, season);
        std::vector<Past> &past = seasons[now.season];
        double sum = 0;
        int years = 0;
        for (const Past &one : past) {
            if (one.year < now.year && one.knownAt < release.knownAt) {
                sum += one.change;
                ++years;
            }
        }
        if (years >= kYearsNeeded) {
            release.expected = release.previous + sum / years;
            release.surprise = release.actual - release.expected;
        }
        past.push_back({now.year, release.knownAt, release.change});
    }
}

} // namespace core::sources
