// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of Alpha Vantage that are not bars, and macro series in either form.
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/boundrules.h"
#include "core/sources/jsonfields.h"
#include "core/sources/payouts.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/alphavantage.h"
#include "core/sources/tablerows.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace core::sources::alphavantage {

using base::Date;
using base::Instant;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

struct Figure {
    Date day;
    double value;
};

/// How late a figure is known, from the distance of the periods.
std::string_view lagOf(const std::vector<Figure> &figures)
{
    std::int64_t least = 400;
    for (std::size_t i = 1; i < figures.size(); ++i) {
        const std::int64_t distance = std::abs((figures[i].day - figures[i - 1].day).count());
        if (distance > 0)
            least = std::min(least, distance);
    }
    if (least < 7)
        return "fred_daily";
    if (least < 80)
        return "fred_monthly";
    return least < 300 ? "quarter_later" : "year_later";
}

bool isShare(std::string_view exchange)
{
    return exchange.starts_with("NYSE") || exchange == "NASDAQ" || exchange == "AMEX" || exchange == "BATS";
}

/// Keeps a figure of a series, or refuses it.
void takeFigure(Harvest &harvest, std::string_view period, std::string_view text,
                std::vector<Figure> &figures)
{
    Figure figure{};
    const auto day = base::parseDate(period);
    if (!day)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the period of the figure is not a date"),
                              period);
    if (!takeNumber(text, figure.value))
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the figure is not a number"), text);
    if (std::isnan(figure.value))
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("there is no figure for the period"), period);
    figure.day = *day;
    figures.push_back(figure);
}

void writeFigures(Harvest &harvest, const std::string &name, std::string_view unit,
                  const std::vector<Figure> &figures)
{
    if (figures.empty())
        return;
    if (name.empty())
        return harvest.fail(FaultKind::NotData, Tr::tr("The answer does not say which series it is"));
    const std::string_view lag = lagOf(figures);
    for (const Figure &figure : figures) {
        domain::Event &event = harvest.event(
            "macro_observation", name, "macro/" + name + '/' + base::toIso(figure.day), Instant(figure.day));
        event.precision = domain::Precision::Day;
        harvest.knownAfter(event, lag);
        event.value = figure.value;
        event.unit = unit;
    }
}

} // namespace

void readQuoteTable(Harvest &harvest)
{
    eachRow(harvest, harvest.payload().bytes, [&](const TableRow &row) {
        BarValues values;
        const std::pair<std::string_view, double *> columns[] = {{"open", &values.open},
                                                                 {"high", &values.high},
                                                                 {"low", &values.low},
                                                                 {"price", &values.close},
                                                                 {"volume", &values.volume}};
        for (const auto &[name, value] : columns) {
            if (!takeNumber(row.cell(name), *value))
                return harvest.refuse(RefusalKind::NotANumber, Tr::tr("a price of the bar is not a number"),
                                      row.cell("symbol"));
        }
        const auto day = base::parseDate(row.cell("latestDay"));
        if (!day)
            return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the bar is none"),
                                  row.cell("symbol"));
        BarClock session(newYorkSession());
        PlainBars(harvest, "1d")
            .add(std::string(row.cell("symbol")), session.of(onDay(*day), newYorkZone()), values);
    });
}

void readSeriesTable(Harvest &harvest)
{
    std::vector<Figure> figures;
    eachRow(harvest, harvest.payload().bytes, [&](const TableRow &row) {
        takeFigure(harvest, row.cell("timestamp"), row.cell("value"), figures);
    });
    writeFigures(harvest, functionOf(harvest), {}, figures);
}

void readSeriesObject(Harvest &harvest, JsonWalk &walk, object root)
{
    std::string name = functionOf(harvest);
    if (name.empty())
        name = base::upperCase(slugOf(json::text(root, "name"), '_'));
    const std::string unit = json::text(root, "unit");
    array list;
    if (!json::get(root, "data", list))
        return walk.isCut() ? walk.broken() : void();
    std::vector<Figure> figures;
    walk.each<object>(list, [&](object row) {
        harvest.record();
        const std::string period = json::text(row, "date");
        takeFigure(harvest, period, json::text(row, "value"), figures);
    });
    writeFigures(harvest, name, unit, figures);
}

void readListing(Harvest &harvest)
{
    eachRow(harvest, harvest.payload().bytes, [&](const TableRow &row) {
        domain::Instrument instrument;
        instrument.symbol = row.cell("symbol");
        if (instrument.symbol.empty())
            return harvest.refuse(RefusalKind::NoValue, Tr::tr("the instrument has no ticker"),
                                  row.cell("name"));
        instrument.name = row.cell("name");
        instrument.kind = row.cell("assetType") == "ETF" ? "etf" : "stock";
        instrument.exchange = isShare(row.cell("exchange")) ? "XNYS" : "";
        instrument.currency = "USD";
        Meta meta;
        meta.text("primary_exchange", row.cell("exchange"))
            .text("listed", textOf(row.cell("ipoDate")))
            .text("delisted", textOf(row.cell("delistingDate")));
        instrument.metadata = meta.take();
        if (const auto day = base::parseDate(row.cell("delistingDate"))) {
            domain::Action action;
            action.symbol = instrument.symbol;
            action.kind = domain::ActionKind::Delisting;
            action.effective = newYorkZone().toUtc(*day + std::chrono::days(1), base::Duration(0));
            action.knownAt = action.effective;
            action.source = harvest.info().name;
            harvest.values().actions.push_back(std::move(action));
        }
        harvest.values().instruments.push_back(std::move(instrument));
    });
}

void readSearchTable(Harvest &harvest)
{
    eachRow(harvest, harvest.payload().bytes, [&](const TableRow &row) {
        domain::Instrument instrument;
        instrument.symbol = row.cell("symbol");
        if (instrument.symbol.empty())
            return harvest.refuse(RefusalKind::NoValue, Tr::tr("the instrument has no ticker"),
                                  row.cell("name"));
        instrument.name = row.cell("name");
        instrument.kind = row.cell("type") == "ETF" ? "etf" : "stock";
        instrument.exchange = row.cell("region") == "United States" ? "XNYS" : "";
        instrument.currency = row.cell("currency");
        harvest.values().instruments.push_back(std::move(instrument));
    });
}

void readCalendar(Harvest &harvest)
{
    eachRow(harvest, harvest.payload().bytes, [&](const TableRow &row) {
        const std::string symbol(row.cell("symbol"));
        const auto day = base::parseDate(row.cell("reportDate"));
        double estimate = 0;
        if (symbol.empty() || !day)
            return harvest.refuse(symbol.empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                                  symbol.empty() ? Tr::tr("the report does not say of which ticker it is")
                                                 : Tr::tr("the day of the report is not a date"),
                                  row.cell("name"));
        if (!takeNumber(row.cell("estimate"), estimate))
            return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the estimate is not a number"), symbol);
        // a planned day may still move, so the quarter is the id
        const std::string quarter(row.cell("fiscalDateEnding"));
        domain::Event &event =
            harvest.event("earnings_date", symbol, "earnings_date/" + symbol + '/' + quarter, {});
        Harvest::setDay(event, *day, newYorkZone());
        if (const auto clock = reportClock(row.cell("timeOfTheDay"))) {
            event.precision = domain::Precision::Instant;
            event.timestamp = event.knownAt = newYorkZone().toUtc(*day, *clock);
        }
        event.knownBasis = domain::KnownBasis::Scheduled;
        if (const Instant seen = harvest.payload().fetchedAt; seen.isValid() && seen < event.knownAt)
            event.knownAt = seen;
        event.value = estimate;
        event.unit = row.cell("currency");
        event.text = row.cell("name");
        Meta meta;
        meta.text("quarter", quarter).text("time_of_day", row.cell("timeOfTheDay"));
        event.metadata = meta.take();
    });
}

void readDividends(Harvest &harvest)
{
    const std::string symbol = symbolOf(harvest);
    eachRow(harvest, harvest.payload().bytes, [&](const TableRow &row) {
        Dividend dividend;
        dividend.ticker = symbol;
        dividend.exDay = row.cell("ex_dividend_date");
        if (!takeNumber(row.cell("amount"), dividend.cash))
            dividend.cash = domain::kMissing;
        dividend.declared = textOf(row.cell("declaration_date"));
        dividend.recordDay = textOf(row.cell("record_date"));
        dividend.payDay = textOf(row.cell("payment_date"));
        addDividend(harvest, dividend);
    });
}

} // namespace core::sources::alphavantage
