// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bars of Alpha Vantage, newest first, in the time of New York without saying so.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/jsonfields.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/alphavantage.h"
#include "core/sources/tablerows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace core::sources::alphavantage {

using base::Date;
using base::Instant;
using base::Tr;
using simdjson::ondemand::object;
using std::chrono::days;

namespace {

constexpr std::array<std::pair<int, std::string_view>, 5> kMinutes = {
    {{1, "1m"}, {5, "5m"}, {15, "15m"}, {30, "30m"}, {60, "1h"}}};

struct Row {
    Date day;
    std::optional<base::Duration> time; ///< of a bar within a day
    BarValues values;
    double dividend = domain::kMissing;
    double split = domain::kMissing;
};

/// "2026-05-15" or "2026-05-15 19:55:00", seconds optional.
bool takeStamp(std::string_view text, Row &row)
{
    const auto day = base::parseDate(text.substr(0, 10));
    if (!day)
        return false;
    row.day = *day;
    if (text.size() == 10)
        return true;
    const auto whole = base::parseInstant(text);
    if (!whole)
        return false;
    row.time = *whole - Instant(*day);
    return true;
}

/// Fills what a column of that name means; false when it is no number.
bool takeColumn(std::string_view name, std::string_view text, Row &row)
{
    double value = 0;
    if (!takeNumber(text, value))
        return false;
    if (name == "open")
        row.values.open = value;
    else if (name == "high")
        row.values.high = value;
    else if (name == "low")
        row.values.low = value;
    else if (name == "close")
        row.values.close = value;
    else if (name == "adjusted_close" || name == "adjusted close")
        row.values.adjClose = value;
    else if (name == "volume")
        row.values.volume = value;
    else if (name == "dividend_amount" || name == "dividend amount")
        row.dividend = value;
    else if (name == "split_coefficient" || name == "split coefficient")
        row.split = value;
    return true;
}

/// The days from one row to the next: the median, for the week or month that still runs is shorter than the
/// others. 0 for a single row.
std::int64_t usualDays(const std::vector<Row> &rows)
{
    std::vector<std::int64_t> distances;
    for (std::size_t i = 1; i < rows.size(); ++i)
        distances.push_back(std::abs((rows[i].day - rows[i - 1].day).count()));
    if (distances.empty())
        return 0;
    const auto middle = distances.begin() + std::ssize(distances) / 2;
    std::ranges::nth_element(distances, middle);
    return *middle;
}

/// The length of bars within a day; empty when it is none of the usual ones.
std::string minutesBetween(const std::vector<Row> &rows)
{
    std::int64_t least = 24 * 60;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const Row &a = rows[i - 1];
        const Row &b = rows[i];
        if (a.time && b.time && a.day == b.day && *a.time != *b.time)
            least = std::min(
                least, std::abs(std::chrono::duration_cast<std::chrono::minutes>(*a.time - *b.time).count()));
    }
    const auto found =
        std::ranges::find(kMinutes, static_cast<int>(least), [](const auto &length) { return length.first; });
    return found == kMinutes.end() ? std::string() : std::string(found->second);
}

/// The interval that was asked for, else what the name of the answer or the distances of the rows say.
std::string intervalOf(const Harvest &harvest, const std::vector<Row> &rows)
{
    const auto &with = harvest.payload().ask.with;
    if (const auto asked = with.find("interval"); asked != with.end())
        return asked->second;
    if (!rows.empty() && rows.front().time)
        return minutesBetween(rows);
    const std::string function = functionOf(harvest);
    for (const auto &[name, interval] :
         {std::pair("_DAILY", "1d"), std::pair("_WEEKLY", "1w"), std::pair("_MONTHLY", "1mo")}) {
        if (function.find(name) != std::string::npos)
            return interval;
    }
    const std::int64_t usual = usualDays(rows);
    return usual < 3 ? "1d" : usual < 25 ? "1w" : "1mo";
}

/// From the first session of the week or month to the close of its last, which the row is dated by.
BarClock::Span longSpan(const std::string &interval, Date day, BarClock &session)
{
    Date first = day;
    if (interval == "1w") {
        first -= std::chrono::weekday(day) - std::chrono::Monday;
    } else if (interval == "1mo") {
        const std::chrono::year_month_day date(day);
        first = std::chrono::sys_days(date.year() / date.month() / 1);
    }
    return {session.of(onDay(first), newYorkZone()).open, session.of(onDay(day), newYorkZone()).close};
}

/// What the adjusted table says about a day: a dividend with the close before it, a split.
void addActions(Harvest &harvest, const std::string &symbol, const Row &row, const Row *before)
{
    domain::Action action;
    action.symbol = symbol;
    action.effective = newYorkZone().toUtc(row.day, base::Duration(0));
    action.knownAt = action.effective;
    action.source = harvest.info().name;
    if (row.split > 0 && row.split != 1) {
        action.kind = domain::ActionKind::Split;
        action.factor = 1 / row.split;
        harvest.values().actions.push_back(action);
    }
    if (row.dividend > 0 && before && before->values.close > row.dividend) {
        action.kind = domain::ActionKind::Dividend;
        action.factor = 1 - row.dividend / before->values.close;
        harvest.values().actions.push_back(action);
    }
}

void write(Harvest &harvest, const std::string &symbol, std::vector<Row> rows, bool stampsAreCloses,
           const base::Zone &zone = newYorkZone())
{
    if (rows.empty())
        return;
    if (symbol.empty())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("The answer does not say of which symbol its prices are"));
    const std::string interval = intervalOf(harvest, rows);
    const auto named =
        std::ranges::find(kMinutes, interval, [](const auto &length) { return length.second; });
    const bool isLong = interval == "1d" || interval == "1w" || interval == "1mo";
    if (!isLong && named == kMinutes.end())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("Alpha Vantage's bars are of a length that cannot be told"));
    PlainBars bars(harvest, interval);
    BarClock session(newYorkSession());
    BarClock utc(utcDay());
    const bool isFx = harvest.payload().ask.endpoint == kFx;
    std::ranges::stable_sort(rows, {}, [](const Row &row) { return std::pair(row.day, row.time); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row &row = rows[i];
        BarClock::Span span{};
        if (!isLong) {
            const base::Duration length = std::chrono::minutes(named->first);
            const Instant at = zone.toUtc(row.day, row.time.value_or(base::Duration(0)));
            const Instant open = stampsAreCloses ? at - length : at;
            span = {open.micros(), (open + length).micros()};
        } else {
            span = isFx ? utc.of(onDay(row.day), base::Zone()) : longSpan(interval, row.day, session);
        }
        bars.add(symbol, span, row.values);
        if (interval == "1d")
            addActions(harvest, symbol, row, i == 0 ? nullptr : &rows[i - 1]);
    }
}

void refuseRow(Harvest &harvest, bool isDate, std::string_view stamp)
{
    harvest.refuse(
        isDate ? RefusalKind::NotANumber : RefusalKind::NotADate,
        isDate ? Tr::tr("a price of the bar is not a number") : Tr::tr("the time of the bar is none"), stamp);
}

} // namespace

void readBarTable(Harvest &harvest)
{
    std::vector<Row> rows;
    bool stampsAreCloses = false;
    eachRow(harvest, harvest.payload().bytes, [&](const TableRow &cells) {
        stampsAreCloses = cells.header().front() == "time"; // the extended table of old, which ended at 20:00
        Row row;
        const std::string_view stamp = cells.fields().front();
        if (!takeStamp(stamp, row))
            return refuseRow(harvest, false, stamp);
        for (std::size_t i = 1; i < cells.fields().size(); ++i) {
            if (!takeColumn(cells.header()[i], cells.fields()[i], row))
                return refuseRow(harvest, true, stamp);
        }
        if (std::isnan(row.values.close))
            return harvest.refuse(RefusalKind::NoValue, Tr::tr("the bar has no close"), stamp);
        rows.push_back(row);
    });
    write(harvest, symbolOf(harvest), std::move(rows), stampsAreCloses);
}

void readBarObject(Harvest &harvest, JsonWalk &walk, object root)
{
    std::vector<Row> rows;
    std::string symbol;
    base::Zone zone = newYorkZone();
    bool keptLast = false;
    if (!walk.object(root)) // from its beginning again
        return;
    for (auto field : root) {
        std::string_view key;
        object series;
        if (field.unescaped_key().get(key))
            break;
        const std::string name(key);
        if (field.value().get_object().get(series))
            continue;
        if (name == "Meta Data") {
            const Fields about = plainFields(series);
            symbol = valueOf(about, "Symbol");
            if (symbol.empty()) // currencies
                symbol.append(valueOf(about, "From Symbol")).append(valueOf(about, "To Symbol"));
            if (valueOf(about, "Time Zone") == "UTC")
                zone = base::Zone();
        }
        if (name.find("Time Series") == std::string::npos)
            continue;
        for (auto entry : series) {
            object one;
            if (entry.unescaped_key().get(key))
                break;
            harvest.record();
            keptLast = false;
            const std::string stamp(key);
            Row row;
            if (!takeStamp(stamp, row)) {
                refuseRow(harvest, false, stamp);
                continue;
            }
            bool isBad = entry.value().get_object().get(one) != simdjson::SUCCESS;
            if (!isBad) {
                for (auto value : one) {
                    if (value.unescaped_key().get(key))
                        break;
                    const std::string column(plainKey(key));
                    isBad = !takeColumn(column, json::text(value.value()), row) || isBad;
                }
            }
            if (isBad)
                refuseRow(harvest, true, stamp);
            else if (std::isnan(row.values.close))
                harvest.refuse(RefusalKind::NoValue, Tr::tr("the bar has no close"), stamp);
            else
                keptLast = true;
            if (keptLast)
                rows.push_back(row);
        }
    }
    if (walk.isCut()) {
        if (keptLast)
            rows.pop_back(); // the last one may be half of itself
        walk.broken();
    }
    if (symbol.empty())
        symbol = symbolOf(harvest);
    write(harvest, symbol, std::move(rows), false, zone);
}

} // namespace core::sources::alphavantage
