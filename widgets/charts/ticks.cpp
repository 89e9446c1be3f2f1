// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/ticks.h"

#include "widgets/common/words.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {

using namespace core;
using namespace std::chrono;

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

enum class Unit { Clock, Day, Month, Year };

/// One way to divide time; `micros` is about how long it lasts.
struct Step {
    Unit unit;
    std::int64_t count; ///< microseconds, days, months or years
    double micros;
};

constexpr Step clockStep(std::int64_t micros)
{
    return {Unit::Clock, micros, static_cast<double>(micros)};
}
constexpr Step step(Unit unit, std::int64_t count, double days)
{
    return {unit, count, days * static_cast<double>(kDay)};
}

constexpr std::array kSteps{
    clockStep(1),
    clockStep(10),
    clockStep(100),
    clockStep(1'000),
    clockStep(10'000),
    clockStep(100'000),
    clockStep(kSecond),
    clockStep(5 * kSecond),
    clockStep(15 * kSecond),
    clockStep(30 * kSecond),
    clockStep(kMinute),
    clockStep(5 * kMinute),
    clockStep(15 * kMinute),
    clockStep(30 * kMinute),
    clockStep(kHour),
    clockStep(3 * kHour),
    clockStep(6 * kHour),
    clockStep(12 * kHour),
    step(Unit::Day, 1, 1),
    step(Unit::Day, 2, 2),
    step(Unit::Day, 7, 7),
    step(Unit::Month, 1, 30.4),
    step(Unit::Month, 3, 91.3),
    step(Unit::Month, 6, 182.6),
    step(Unit::Year, 1, 365.25),
    step(Unit::Year, 2, 730.5),
    step(Unit::Year, 5, 1826.25),
    step(Unit::Year, 10, 3652.5),
    step(Unit::Year, 20, 7305),
    step(Unit::Year, 50, 18262.5),
    step(Unit::Year, 100, 36525),
    step(Unit::Year, 500, 182625),
};

double niceStep(double span, int most)
{
    const double raw = span / std::max(1, most);
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

QString two(std::int64_t value)
{
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
}

QString clockText(std::int64_t sinceMidnight, std::int64_t step)
{
    const std::int64_t seconds = sinceMidnight / kSecond;
    QString text = two(seconds / 3600) + QLatin1Char(':') + two(seconds / 60 % 60);
    if (step < kMinute)
        text += QLatin1Char(':') + two(seconds % 60);
    if (step < kSecond) {
        const auto digits = static_cast<int>(std::lround(6 - std::log10(static_cast<double>(step))));
        const QString part = QStringLiteral("%1").arg(sinceMidnight % kSecond, 6, 10, QLatin1Char('0'));
        text += QLatin1Char('.') + part.left(digits);
    }
    return text;
}

QDate dateOf(base::Date day)
{
    const year_month_day date(day);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

QString monthText(base::Date day)
{
    return QLocale().standaloneMonthName(dateOf(day).month(), QLocale::ShortFormat);
}

QString yearText(base::Date day)
{
    return QString::number(static_cast<int>(year_month_day(day).year()));
}

/// The first mark at or before the day.
base::Date floorTo(base::Date day, const Step &step)
{
    const year_month_day date(day);
    if (step.unit == Unit::Day) {
        if (step.count == 7) // Mondays
            return day - days((day.time_since_epoch().count() + 3) % 7);
        // days of a month, so that the marks begin anew with it
        return day - days((static_cast<unsigned>(date.day()) - 1) % static_cast<unsigned>(step.count));
    }
    if (step.unit == Unit::Month) {
        const unsigned month = static_cast<unsigned>(date.month()) - 1;
        return date.year() / std::chrono::month(month - month % static_cast<unsigned>(step.count) + 1) / 1;
    }
    const int year = static_cast<int>(date.year());
    const auto count = static_cast<int>(step.count);
    return std::chrono::year(year - ((year % count) + count) % count) / 1 / 1;
}

base::Date nextAfter(base::Date day, const Step &step)
{
    const year_month_day date(day);
    switch (step.unit) {
    case Unit::Day: {
        const base::Date next = day + days(step.count);
        if (step.count == 7)
            return next;
        const base::Date month = base::Date(date.year() / date.month() / 1) + days(32);
        const base::Date turn = year_month_day(month).year() / year_month_day(month).month() / 1;
        return next + days(step.count / 2) >= turn && day < turn ? turn : next;
    }
    case Unit::Month:
        return year_month_day(date.year() / date.month() / 1) + months(step.count);
    default:
        return std::chrono::year(static_cast<int>(date.year()) + static_cast<int>(step.count)) / 1 / 1;
    }
}

Tick dayTick(base::Date day, const Step &step, double at)
{
    switch (step.unit) {
    case Unit::Day:
        return {at, QLocale().toString(dateOf(day), QStringLiteral("d MMM")), yearText(day)};
    case Unit::Month:
        return {at, monthText(day), yearText(day)};
    default:
        return {at, yearText(day), {}};
    }
}

} // namespace

QString axisText(double value, double step)
{
    if (!std::isfinite(value))
        return kMissingText;
    if (std::abs(value) < step * 1e-9)
        value = 0;
    const double size = std::max(std::abs(value), step);
    if (size < 1e-5 || size >= 1e15)
        return QLocale().toString(value, 'g', 4).replace(QLatin1Char('-'), QChar(0x2212));
    static constexpr std::array<std::pair<double, char>, 2> kLarge{{{1e9, 'G'}, {1e6, 'M'}}};
    for (const auto &[unit, letter] : kLarge) {
        if (size >= unit && step >= unit / 1000) {
            const int digits = std::clamp(static_cast<int>(std::ceil(-std::log10(step / unit) - 1e-9)), 0, 3);
            return value == 0 ? QStringLiteral("0")
                              : QStringLiteral("%1 %2").arg(numberText(value / unit, digits),
                                                            QString(QLatin1Char(letter)));
        }
    }
    const int digits =
        step > 0 ? std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 10) : 2;
    return numberText(value, digits);
}

std::vector<Tick> numberTicks(double from, double to, int most)
{
    std::vector<Tick> ticks;
    if (!(to > from) || !std::isfinite(to - from) || most < 1)
        return ticks;
    const double step = niceStep(to - from, most);
    const double first = std::ceil(from / step - 1e-9);
    for (int i = 0; i <= 4 * most; ++i) {
        const double at = (first + i) * step;
        if (at > to + step * 1e-9)
            break;
        ticks.push_back({at, axisText(at, step), {}});
    }
    return ticks;
}

std::vector<Tick> logTicks(double from, double to, int most)
{
    std::vector<Tick> ticks;
    if (!(from > 0) || !(to > from) || !std::isfinite(to))
        return ticks;
    const double decades = std::log10(to / from);
    if (decades < 1)
        return numberTicks(from, to, most);
    const bool all = decades * 3 <= most;
    const int each = std::max(1, static_cast<int>(std::ceil(decades / most)));
    const int last = static_cast<int>(std::floor(std::log10(to)));
    for (int power = static_cast<int>(std::floor(std::log10(from))); power <= last; ++power) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double at = factor * std::pow(10, power);
            if (at < from || at > to || (factor != 1 && !all) || (power % each != 0))
                continue;
            ticks.push_back({at, axisText(at, std::pow(10, std::floor(std::log10(at)))), {}});
        }
    }
    return ticks;
}

std::vector<Tick> calendarTicks(double from, double to, int most, const base::Zone &zone)
{
    // the years 0001 to 9999, which dates can name
    constexpr double kFirst = -62'135'596'800e6;
    constexpr double kLast = 253'402'300'799e6;
    from = std::clamp(from, kFirst, kLast);
    to = std::clamp(to, kFirst, kLast);
    std::vector<Tick> ticks;
    if (!(to > from) || most < 1)
        return ticks;
    const auto fits = std::find_if(kSteps.begin(), kSteps.end(),
                                   [&](const Step &each) { return (to - from) / each.micros <= most; });
    const Step &chosen = fits == kSteps.end() ? kSteps.back() : *fits;
    const base::Instant begin(static_cast<std::int64_t>(from));
    base::Date day = zone.localDay(begin);
    const std::size_t limit = static_cast<std::size_t>(most) * 4 + 8;
    if (chosen.unit != Unit::Clock) {
        for (day = floorTo(day, chosen); ticks.size() < limit; day = nextAfter(day, chosen)) {
            const auto at = static_cast<double>(zone.toUtc(day, base::Duration(0)).micros());
            if (at > to)
                break;
            if (at >= from)
                ticks.push_back(dayTick(day, chosen, at));
        }
        return ticks;
    }
    std::int64_t time = zone.localTime(begin).count() / chosen.count * chosen.count;
    double before = -std::numeric_limits<double>::infinity();
    for (std::size_t tries = 0; ticks.size() < limit && tries < limit * 4; ++tries, time += chosen.count) {
        if (time >= kDay) {
            time = 0;
            day += days(1);
        }
        const auto at = static_cast<double>(zone.toUtc(day, base::Duration(time)).micros());
        if (at > to)
            break;
        if (at >= from && at > before) {
            ticks.push_back({at, clockText(time, chosen.count),
                             QLocale().toString(dateOf(day), QStringLiteral("d MMM yyyy"))});
            before = at;
        }
    }
    return ticks;
}

} // namespace widgets
