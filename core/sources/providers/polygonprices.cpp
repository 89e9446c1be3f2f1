// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Prices of Polygon: bars whose `t` is where they open (daily ones: midnight, or the close, of their day),
// trades and quotes in nanoseconds, and the frames of the stream, each an array of several events.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/jsonfields.h"
#include "core/sources/livewords.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/polygon.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::sources::polygon {

using base::Instant;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

constexpr std::int64_t kMinute = 60'000'000;
constexpr std::int64_t kDay = 24 * 60 * kMinute;
/// The lengths of bars that have a name.
constexpr std::array<std::pair<std::int64_t, std::string_view>, 7> kLengths = {{{kMinute, "1m"},
                                                                                {5 * kMinute, "5m"},
                                                                                {15 * kMinute, "15m"},
                                                                                {30 * kMinute, "30m"},
                                                                                {60 * kMinute, "1h"},
                                                                                {240 * kMinute, "4h"},
                                                                                {kMinute / 60, "1s"}}};

struct One {
    std::string symbol;
    std::int64_t at;
    BarValues values;
};

/// Nano-, micro- or milliseconds of our time, told apart by their size: all are past 1973.
Instant instantOf(std::optional<std::int64_t> number)
{
    if (!number || *number < 100'000'000'000LL)
        return {};
    if (*number > 100'000'000'000'000'000LL)
        return Instant(*number / 1000);
    return *number > 100'000'000'000'000LL ? Instant(*number) : Instant(*number * 1000);
}

/// Prices and the like of a row; false when one of them is no number.
bool takeValues(object &row, BarValues &values)
{
    const std::pair<const char *, double *> fields[] = {{"o", &values.open},   {"h", &values.high},
                                                        {"l", &values.low},    {"c", &values.close},
                                                        {"v", &values.volume}, {"vw", &values.vwap}};
    for (const auto &[name, value] : fields) {
        const json::Number number = json::number(row[name]);
        if (number.isBad)
            return false;
        *value = number.value;
    }
    const json::Number trades = json::number(row, "n");
    if (!std::isnan(trades.value) && trades.value >= 0 && trades.value < 9e15)
        values.trades = static_cast<std::int64_t>(trades.value);
    return !trades.isBad;
}

/// Crypto and currencies trade around the clock: their day is that of UTC.
bool isRoundTheClock(std::string_view symbol)
{
    return symbol.starts_with("X:") || symbol.starts_with("C:");
}

bool isMidnightOrClose(const One &one)
{
    if (isRoundTheClock(one.symbol))
        return one.at % kDay == 0;
    const base::Duration time = newYorkZone().localTime(Instant(one.at));
    return time == base::Duration(0) || time == std::chrono::hours(16);
}

/// The interval that was asked for, else what the distances of the bars say.
std::string intervalOf(const Harvest &harvest, const std::vector<One> &bars)
{
    const auto &with = harvest.payload().ask.with;
    if (const auto asked = with.find("interval"); asked != with.end())
        return asked->second;
    if (std::ranges::all_of(bars, isMidnightOrClose))
        return "1d";
    std::int64_t least = kDay;
    for (std::size_t i = 1; i < bars.size(); ++i) {
        if (bars[i].at > bars[i - 1].at)
            least = std::min(least, bars[i].at - bars[i - 1].at);
    }
    for (const auto &[length, name] : kLengths) {
        if (length == least)
            return std::string(name);
    }
    return {};
}

/// The symbol that the address names after /trades/ or /quotes/, or a saved file after "v3_".
std::string symbolOfTicks(const Harvest &harvest)
{
    const auto &with = harvest.payload().ask.with;
    if (const auto asked = with.find("symbol"); asked != with.end())
        return asked->second;
    const std::string_view origin = harvest.payload().origin;
    for (const std::string_view before : {"/v3/trades/", "/v3/quotes/", "trades_v3_", "quotes_v3_"}) {
        const std::size_t at = origin.find(before);
        if (at == std::string_view::npos)
            continue;
        const std::string_view rest = origin.substr(at + before.size());
        return std::string(rest.substr(0, rest.find_first_of("/?_")).substr(0, rest.find(".json")));
    }
    return {};
}

void refuseTick(Harvest &harvest, std::string_view symbol, Instant at)
{
    if (symbol.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the trade or quote does not say of what it is"),
                              {});
    if (!at.isValid())
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the trade or quote is none"),
                              symbol);
    harvest.refuse(RefusalKind::NotANumber, Tr::tr("a price of the trade or quote is not a number"), symbol);
}

/// "14,41"
std::string conditionsOf(json::Value value)
{
    array list;
    std::string text;
    if (value.get_array().get(list))
        return text;
    for (auto one : list) {
        const std::string condition = json::text(one);
        if (!condition.empty())
            text.append(text.empty() ? "" : ",").append(condition);
    }
    return text;
}

struct TickNames {
    const char *price, *size, *exchange, *conditions;
};

void addTick(Harvest &harvest, object row, const std::string &symbol, Instant at, const TickNames &names)
{
    domain::Tick tick;
    const json::Number price = json::number(row[names.price]);
    const json::Number size = json::number(row[names.size]);
    if (symbol.empty() || !at.isValid() || price.isBad || size.isBad || std::isnan(price.value))
        return refuseTick(harvest, symbol, at);
    tick.symbol = symbol;
    tick.ts = at;
    tick.price = price.value;
    tick.size = size.value;
    tick.exchange = json::text(row[names.exchange]);
    tick.condition = conditionsOf(row[names.conditions]);
    harvest.values().ticks.push_back(std::move(tick));
}

struct QuoteNames {
    const char *bid, *bidSize, *ask, *askSize;
};

void addQuote(Harvest &harvest, object row, const std::string &symbol, Instant at, const QuoteNames &names)
{
    domain::Quote quote;
    const std::pair<const char *, double *> fields[] = {{names.bid, &quote.bid},
                                                        {names.bidSize, &quote.bidSize},
                                                        {names.ask, &quote.ask},
                                                        {names.askSize, &quote.askSize}};
    bool isBad = false;
    for (const auto &[name, value] : fields) {
        const json::Number number = json::number(row[name]);
        isBad = isBad || number.isBad;
        *value = number.value;
    }
    if (symbol.empty() || !at.isValid() || isBad || (std::isnan(quote.bid) && std::isnan(quote.ask)))
        return refuseTick(harvest, symbol, at);
    quote.symbol = symbol;
    quote.ts = at;
    harvest.values().quotes.push_back(std::move(quote));
}

BarClock::Span spanOf(const One &one, std::int64_t length, BarClock &session, BarClock &utc)
{
    if (length > 0)
        return {one.at, one.at + length};
    if (isRoundTheClock(one.symbol))
        return utc.of(onDay(Instant(one.at).utcDay()), base::Zone());
    return session.of(onDay(newYorkZone().localDay(Instant(one.at))), newYorkZone());
}

/// A bar of the stream, from `s` to `e`. One answer holds bars of one length: the first decides.
void addStreamed(Harvest &harvest, object row, const std::string &symbol, std::string_view interval,
                 std::string &kept, std::optional<PlainBars> &bars)
{
    const Instant start = instantOf(json::integer(row, "s"));
    const Instant end = instantOf(json::integer(row, "e"));
    BarValues values;
    if (!start.isValid() || !end.isValid() || end <= start)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the bar does not say when it opens and closes"),
                              symbol);
    if (!takeValues(row, values))
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("a price of the bar is not a number"), symbol);
    if (!bars) {
        kept = interval;
        bars.emplace(harvest, interval);
    }
    if (kept != interval)
        return harvest.refuse(RefusalKind::LeftOut, Tr::tr("bars of seconds and of minutes come mixed"),
                              symbol);
    bars->add(symbol, {start.micros(), end.micros()}, values);
}

} // namespace

void readBars(Harvest &harvest, JsonWalk &walk, object root)
{
    const std::string ticker = json::text(root, "ticker");
    const bool isAdjusted = json::flag(root, "adjusted");
    array list;
    if (!json::get(root, "results", list)) { // none that day
        if (walk.isCut())
            walk.broken();
        return;
    }
    std::vector<One> bars;
    walk.each<object>(list, [&](object row) {
        harvest.record();
        One one;
        one.symbol = ticker.empty() ? json::text(row, "T") : ticker;
        const Instant at = instantOf(json::integer(row, "t"));
        if (!at.isValid())
            return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the bar is none"), one.symbol);
        if (!takeValues(row, one.values))
            return harvest.refuse(RefusalKind::NotANumber, Tr::tr("a price of the bar is not a number"),
                                  one.symbol);
        one.at = at.micros();
        if (isAdjusted)
            one.values.adjClose = one.values.close;
        bars.push_back(std::move(one));
    });
    if (bars.empty())
        return;
    const std::string interval = intervalOf(harvest, bars);
    const auto known =
        std::ranges::find(kLengths, interval, [](const auto &length) { return length.second; });
    if (interval != "1d" && known == kLengths.end())
        return harvest.fail(FaultKind::NotData, Tr::tr("Polygon's bars are of a length that cannot be told"));
    PlainBars out(harvest, interval);
    BarClock session(newYorkSession());
    BarClock utc(utcDay());
    const std::int64_t length = interval == "1d" ? 0 : known->first;
    for (const One &one : bars)
        out.add(one.symbol, spanOf(one, length, session, utc), one.values);
}

void readOpenClose(Harvest &harvest, object root)
{
    harvest.record();
    One one;
    one.symbol = json::text(root, "symbol");
    const auto day = base::parseDate(json::text(root, "from"));
    const std::pair<const char *, double *> fields[] = {{"open", &one.values.open},
                                                        {"high", &one.values.high},
                                                        {"low", &one.values.low},
                                                        {"close", &one.values.close},
                                                        {"volume", &one.values.volume}};
    bool isBad = false;
    for (const auto &[name, value] : fields) {
        const json::Number number = json::number(root[name]);
        isBad = isBad || number.isBad;
        *value = number.value;
    }
    if (!day)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the bar is none"), one.symbol);
    if (isBad)
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("a price of the bar is not a number"),
                              one.symbol);
    BarClock session(newYorkSession());
    BarClock utc(utcDay());
    const BarClock::Span span = isRoundTheClock(one.symbol) ? utc.of(onDay(*day), base::Zone())
                                                            : session.of(onDay(*day), newYorkZone());
    PlainBars(harvest, "1d").add(one.symbol, span, one.values);
}

void readTrades(Harvest &harvest, JsonWalk &walk, object root)
{
    const std::string symbol = symbolOfTicks(harvest);
    array list;
    if (!json::get(root, "results", list))
        return walk.isCut() ? walk.broken() : void();
    walk.each<object>(list, [&](object row) {
        harvest.record();
        const Instant at = instantOf(json::integer(row, "sip_timestamp"));
        addTick(harvest, row, symbol, at, {"price", "size", "exchange", "conditions"});
    });
}

void readQuotes(Harvest &harvest, JsonWalk &walk, object root)
{
    const std::string symbol = symbolOfTicks(harvest);
    array list;
    if (!json::get(root, "results", list))
        return walk.isCut() ? walk.broken() : void();
    walk.each<object>(list, [&](object row) {
        harvest.record();
        const Instant at = instantOf(json::integer(row, "sip_timestamp"));
        addQuote(harvest, row, symbol, at, {"bid_price", "bid_size", "ask_price", "ask_size"});
    });
}

void readLast(Harvest &harvest, object root)
{
    object one;
    harvest.record();
    if (!json::get(root, "results", one))
        return harvest.refuse(RefusalKind::NotAnObject,
                              Tr::tr("the answer breaks off or is not JSON from here on"), {});
    const std::string symbol = json::text(one, "T");
    const Instant at = instantOf(json::integer(one, "t"));
    const bool isQuote = !one["P"].error();
    if (isQuote)
        addQuote(harvest, one, symbol, at, {"p", "s", "P", "S"});
    else
        addTick(harvest, one, symbol, at, {"p", "s", "x", "c"});
}

void readFrames(Harvest &harvest)
{
    std::string interval;
    std::optional<PlainBars> bars;
    std::string refusal;
    FaultKind kindOfRefusal = FaultKind::NoAccess;
    const auto read = [&](object row) {
        harvest.record();
        const std::string kind = json::text(row, "ev");
        const std::string symbol = json::text(row, "sym");
        if (kind == "status") {
            const std::string status = json::text(row, "status");
            if (status == "auth_failed" || status == "auth_timeout" || status == "error" ||
                status == "max_connections") {
                refusal = json::text(row, "message");
                kindOfRefusal = status == "max_connections" ? FaultKind::TooMany : FaultKind::NoAccess;
                if (refusal.empty())
                    refusal = status;
            }
        } else if (kind == "T") {
            addTick(harvest, row, symbol, instantOf(json::integer(row, "t")), {"p", "s", "x", "c"});
        } else if (kind == "Q") {
            addQuote(harvest, row, symbol, instantOf(json::integer(row, "t")), {"bp", "bs", "ap", "as"});
        } else if (kind == "A" || kind == "AM") {
            addStreamed(harvest, row, symbol, kind == "A" ? "1s" : "1m", interval, bars);
        } else {
            harvest.refuse(RefusalKind::UnknownWord, Tr::tr("the event of the stream is of no known kind"),
                           kind);
        }
    };
    const auto one = [&](std::string_view text) {
        JsonWalk walk(harvest, text);
        array frame;
        object alone;
        if (walk.array(frame))
            walk.each<object>(frame, read);
        else if (walk.object(alone) && !walk.isCut())
            read(alone);
        else
            walk.broken();
    };
    const std::string_view bytes = harvest.payload().bytes;
    if (isJoined(bytes))
        eachLine(bytes, one);
    else
        one(bytes); // an event outside of a frame may take several lines
    if (!refusal.empty())
        tellRefusal(
            harvest, kindOfRefusal,
            Tr::tr("Polygon's stream did not let us in: “%1”").arg(base::qs(shortened(refusal, 200))));
}

} // namespace core::sources::polygon
