// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/priceruleparser.h"

#include "core/market/tradingcalendar.h"
#include "core/sources/lags.h"
#include "core/sources/ruleparser.h"

#include <QJsonArray>

namespace core::sources {

using base::Tr;

namespace {

ClockRule readClock(ObjectReader &parent, const char *key)
{
    ClockRule rule;
    ObjectReader reader(parent.definition(), parent.value(key), parent.at(key));
    if (reader.has("session")) {
        rule.kind = ClockRule::Kind::Session;
        rule.calendar = reader.text("session");
        auto calendar = market::TradingCalendar::find(rule.calendar);
        if (!calendar)
            reader.fault("session", calendar.error().message);
    } else if (reader.has("fixing")) {
        rule.kind = ClockRule::Kind::Fixing;
        rule.close = clockOf(reader, "fixing");
        rule.zone = zoneOf(reader, "zone");
    } else if (reader.has("open")) {
        rule.kind = ClockRule::Kind::Hours;
        rule.open = clockOf(reader, "open");
        rule.close = clockOf(reader, "close");
        rule.zone = zoneOf(reader, "zone");
        if (rule.close <= rule.open)
            reader.fault("close", Tr::tr("the close must be after the open"));
    } else if (reader.has("length")) {
        rule.kind = ClockRule::Kind::Length;
        auto length = parseSpan(reader.text("length"));
        if (length)
            rule.length = *length;
        else
            reader.fault("length", length.error().message);
    } else {
        rule.kind = ClockRule::Kind::Day;
        rule.zone = zoneOf(reader, "day");
    }
    reader.done();
    return rule;
}

} // namespace

BarRule readBars(ObjectReader &top)
{
    BarRule rule;
    ObjectReader reader(top.definition(), top.value("bars"), top.at("bars"));
    rule.symbol = readText(reader, "symbol");
    rule.interval = reader.text("interval", "1d");
    if (rule.interval.empty())
        reader.fault("interval", Tr::tr("the interval is empty; write for example 1d, 5m or 1m"));
    rule.open = readNumber(reader, "open");
    rule.high = readNumber(reader, "high");
    rule.low = readNumber(reader, "low");
    rule.close = readNumber(reader, "close");
    rule.adjClose = readNumber(reader, "adj_close");
    rule.volume = readNumber(reader, "volume");
    rule.vwap = readNumber(reader, "vwap");
    rule.trades = readNumber(reader, "trades");
    if (rule.symbol.from == TextRule::From::Nothing || rule.close.from == NumberRule::From::Nothing)
        top.fault("bars", Tr::tr("bars need at least “symbol” and “close”"));
    rule.clock = readClock(reader, "clock");
    const QJsonArray series = reader.value("series").toArray();
    for (qsizetype i = 0; i < series.size(); ++i) {
        ObjectReader one(reader.definition(), series[i], below(reader.at("series"), i));
        SeriesRule entry;
        entry.symbols = one.texts("symbols");
        if (one.has("clock"))
            entry.clock = readClock(one, "clock");
        entry.instrumentKind = one.text("kind");
        one.done();
        rule.series.push_back(std::move(entry));
    }
    rule.instrumentKind = reader.text("kind");
    rule.currency = reader.text("currency");
    reader.done();
    return rule;
}

TickRule readTicks(ObjectReader &top, PresetKind kind)
{
    TickRule rule;
    const char *const key = kind == PresetKind::Ticks ? "ticks" : "quotes";
    ObjectReader reader(top.definition(), top.value(key), top.at(key));
    rule.symbol = readText(reader, "symbol");
    if (rule.symbol.from == TextRule::From::Nothing)
        top.fault(key, Tr::tr("“symbol” is missing"));
    if (kind == PresetKind::Ticks) {
        rule.price = readNumber(reader, "price");
        rule.size = readNumber(reader, "size");
        rule.exchange = readText(reader, "exchange");
        rule.condition = readText(reader, "condition");
        rule.flag = readNumber(reader, "flag");
    } else {
        rule.bid = readNumber(reader, "bid");
        rule.bidSize = readNumber(reader, "bid_size");
        rule.ask = readNumber(reader, "ask");
        rule.askSize = readNumber(reader, "ask_size");
    }
    reader.done();
    return rule;
}

ActionRule readActions(ObjectReader &top)
{
    ActionRule rule;
    ObjectReader reader(top.definition(), top.value("actions"), top.at("actions"));
    rule.symbol = readText(reader, "symbol");
    rule.priceFactor = readNumber(reader, "price_factor");
    rule.splitFactor = readNumber(reader, "split_factor");
    reader.done();
    return rule;
}

InstrumentRule readInstruments(ObjectReader &top)
{
    InstrumentRule rule;
    ObjectReader reader(top.definition(), top.value("instruments"), top.at("instruments"));
    rule.symbol = readText(reader, "symbol");
    if (rule.symbol.from == TextRule::From::Nothing)
        top.fault("instruments", Tr::tr("“symbol” is missing"));
    rule.name = readText(reader, "name");
    rule.kind = readText(reader, "kind");
    rule.exchange = readText(reader, "exchange");
    rule.currency = readText(reader, "currency");
    rule.sector = readText(reader, "sector");
    rule.meta = readMeta(reader, "meta");
    reader.done();
    return rule;
}

} // namespace core::sources
