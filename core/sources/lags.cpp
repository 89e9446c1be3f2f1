// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/lags.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/domain/filter.h"
#include "core/market/dayrules.h"
#include "core/sources/embedded.h"
#include "core/sources/objectreader.h"

#include <array>
#include <charconv>

namespace core::sources {

using base::Date;
using base::Duration;
using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

using namespace std::chrono;

bool isFixedHoliday(Date day)
{
    const year_month_day ymd = market::civil(day);
    const unsigned code = unsigned(ymd.month()) * 100 + unsigned(ymd.day());
    return code == 101 || code == 704 || code == 1111 || code == 1225 ||
           (code == 619 && int(ymd.year()) >= 2021);
}

Result<weekday> parseWeekday(const std::string &text)
{
    static constexpr std::array<std::string_view, 7> kNames{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                            "Thursday", "Friday", "Saturday"};
    for (unsigned i = 0; i < kNames.size(); ++i) {
        if (text == kNames[i])
            return weekday(i);
    }
    return Error{ErrorCode::BadInput, Tr::tr("“%1” is not a weekday; write Monday to Sunday").arg(qs(text))};
}

} // namespace

bool isFederalHoliday(Date day)
{
    using market::nthWeekday;
    if (market::isWeekend(day))
        return false;
    if (isFixedHoliday(day))
        return true;
    // A holiday on Saturday is kept on Friday, one on Sunday on Monday.
    const weekday name = market::weekdayOf(day);
    if ((name == Friday && isFixedHoliday(day + days(1))) ||
        (name == Monday && isFixedHoliday(day - days(1))))
        return true;
    const int year = market::yearOf(day);
    return (year >= 1986 && day == nthWeekday(year, 1, Monday, 3)) || day == nthWeekday(year, 2, Monday, 3) ||
           day == market::lastWeekday(year, 5, Monday) || day == nthWeekday(year, 9, Monday, 1) ||
           day == nthWeekday(year, 10, Monday, 2) || day == nthWeekday(year, 11, Thursday, 4);
}

base::Instant ReleaseRule::releaseOf(Date period) const
{
    Date day = period + days(1);
    while (market::weekdayOf(day) != weekday)
        day += days(1);
    const Date monday = day - (market::weekdayOf(day) - Monday);
    if (afterMondayHoliday && isFederalHoliday(monday))
        day += days(1);
    while (isFederalHoliday(day) || market::isWeekend(day))
        day += days(1);
    return zone.toUtc(day, time);
}

Result<Duration> parseSpan(std::string_view text)
{
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (error == std::errc() && count >= 0 && count < 1'000'000) {
        if (unit == "s")
            return Duration(seconds(count));
        if (unit == "m")
            return Duration(minutes(count));
        if (unit == "h")
            return Duration(hours(count));
        if (unit == "d")
            return Duration(days(count));
    }
    return Error{ErrorCode::BadInput,
                 Tr::tr("“%1” is not a span of time; write it as 20m, 18h or 45d").arg(qs(text))};
}

Result<Duration> parseClock(std::string_view text)
{
    int hour = -1;
    int minute = -1;
    if (text.size() == 5 && text[2] == ':') {
        const auto first = std::from_chars(text.data(), text.data() + 2, hour);
        const auto second = std::from_chars(text.data() + 3, text.data() + 5, minute);
        const bool whole = first.ptr == text.data() + 2 && second.ptr == text.data() + 5;
        if (whole && hour >= 0 && minute >= 0 && minute < 60 && hour * 60 + minute <= 24 * 60)
            return Duration(minutes(hour * 60 + minute));
    }
    return Error{ErrorCode::BadInput, Tr::tr("“%1” is not a time of day; write it as 10:30").arg(qs(text))};
}

Result<LagRules> LagRules::parse(const QString &name, const std::string &text)
{
    auto json = base::parseDefinition(text);
    if (!json)
        return Error{ErrorCode::BadInput, name + QStringLiteral(": ") + json.error().message};
    JsonDefinition definition(name, text);
    ObjectReader top(definition, *json, {});
    LagRules rules;
    rules.m_version = top.integer("version", 0);
    if (rules.m_version < 1 || rules.m_version > 999)
        top.fault("version", Tr::tr("the version must be a whole number from 1 to 999"));
    ObjectReader lags(definition, top.value("lags"), top.at("lags"));
    for (const QString &key : lags.keys()) {
        ObjectReader reader(definition, lags.value(key.toUtf8().constData()),
                            lags.at(key.toUtf8().constData()));
        LagRule rule;
        auto span = parseSpan(reader.requiredText("add"));
        if (span)
            rule.add = *span;
        else
            reader.fault("add", span.error().message);
        rule.why = reader.requiredText("why");
        rule.seen = reader.text("seen");
        if (const auto filter = domain::Filter::parse(rule.seen, base::Instant()); !filter)
            reader.fault("seen", filter.error().message);
        reader.done();
        rules.m_lags.emplace(base::utf8(key), std::move(rule));
    }
    ObjectReader releases(definition, top.value("releases"), top.at("releases"));
    for (const QString &key : releases.keys()) {
        ObjectReader reader(definition, releases.value(key.toUtf8().constData()),
                            releases.at(key.toUtf8().constData()));
        ReleaseRule rule;
        auto day = parseWeekday(reader.requiredText("weekday"));
        if (day)
            rule.weekday = *day;
        else
            reader.fault("weekday", day.error().message);
        auto time = parseClock(reader.requiredText("time"));
        if (time)
            rule.time = *time;
        else
            reader.fault("time", time.error().message);
        auto zone = base::Zone::find(reader.requiredText("zone"));
        if (zone)
            rule.zone = *zone;
        else
            reader.fault("zone", zone.error().message);
        rule.afterMondayHoliday = reader.flag("after_monday_holiday");
        rule.why = reader.requiredText("why");
        reader.done();
        rules.m_releases.emplace(base::utf8(key), std::move(rule));
    }
    top.done();
    if (definition.firstFault())
        return *definition.firstFault();
    return rules;
}

const LagRules &LagRules::builtIn()
{
    // The file is part of the program and tested; a fault in it leaves no rule, so presets that need one are
    // refused.
    static const LagRules rules = [] {
        auto parsed = parse(QStringLiteral("lags.json"), std::string(embeddedLags()));
        return parsed ? std::move(*parsed) : LagRules();
    }();
    return rules;
}

const LagRule *LagRules::lag(const std::string &name) const
{
    const auto found = m_lags.find(name);
    return found == m_lags.end() ? nullptr : &found->second;
}

const ReleaseRule *LagRules::release(const std::string &name) const
{
    const auto found = m_releases.find(name);
    return found == m_releases.end() ? nullptr : &found->second;
}

} // namespace core::sources
