// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Stooq: daily bars of shares, indices and currencies, adjusted for splits and dividends. Refusals are a line
// of text with status 200, and warnings of its server may stand before the table.
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/numbers.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/all.h"
#include "core/sources/tablerows.h"
#include "core/sources/webaddress.h"

#include <array>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kDaily = "daily";
constexpr std::string_view kHeader = "Date,Open,High,Low,Close";

/// What the ending of a symbol tells: where it trades and in what.
struct Market {
    std::string_view ending, calendar, currency;
};
constexpr std::array<Market, 5> kMarkets = {{{".US", "XNYS", "USD"},
                                             {".UK", "XLON", "GBP"},
                                             {".DE", "XETR", "EUR"},
                                             {".JP", "XTKS", "JPY"},
                                             {".HK", "XHKG", "HKD"}}};

struct Listing {
    std::string symbol;
    std::string kind = "stock";
    std::string calendar;
    std::string currency;
};

/// "spy.us" is SPY on New York's exchanges, "^spx" an index, "eurusd" a currency of the UTC day.
Listing listingOf(std::string_view asked)
{
    Listing listing;
    listing.symbol = base::upperCase(asked);
    for (const Market &market : kMarkets) {
        if (!listing.symbol.ends_with(market.ending))
            continue;
        listing.calendar = market.calendar;
        listing.currency = market.currency;
        if (market.ending == ".US") // as every other source calls it
            listing.symbol.resize(listing.symbol.size() - market.ending.size());
        return listing;
    }
    if (listing.symbol.starts_with('^')) {
        listing.kind = "index";
        const bool isAmerican =
            listing.symbol == "^SPX" || listing.symbol == "^DJI" || listing.symbol == "^NDQ";
        listing.calendar = isAmerican ? "XNYS" : "";
    } else if (listing.symbol.size() == 6 && listing.symbol.find('.') == std::string::npos) {
        listing.kind = "fx";
        listing.currency = listing.symbol.substr(3);
    }
    return listing;
}

std::string stooqSymbol(const Harvest &harvest)
{
    if (std::string asked = valueOf(harvest.payload().ask.with, "symbol"); !asked.empty())
        return asked;
    return queryValue(harvest.payload().origin, "s");
}

void readStooqBars(Harvest &harvest, std::string_view text)
{
    const std::string asked = stooqSymbol(harvest);
    if (asked.empty())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("The answer does not say of which symbol its prices are"));
    const Listing listing = listingOf(asked);
    ClockRule rule = utcDay();
    if (!listing.calendar.empty()) {
        rule.kind = ClockRule::Kind::Session;
        rule.calendar = listing.calendar;
    }
    BarClock clock(rule);
    PlainBars bars(harvest, "1d");
    eachRow(harvest, text, [&](const TableRow &row) {
        BarValues values;
        const std::pair<std::string_view, double *> columns[] = {{"Open", &values.open},
                                                                 {"High", &values.high},
                                                                 {"Low", &values.low},
                                                                 {"Close", &values.close},
                                                                 {"Volume", &values.volume}};
        const auto day = base::parseDate(row.cell("Date"));
        if (!day)
            return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the bar is none"),
                                  row.cell("Date"));
        for (const auto &[name, value] : columns) {
            if (parseNumber(row.cell(name), NumberStyle(), *value) > NumberState::Missing)
                return harvest.refuse(RefusalKind::NotANumber, Tr::tr("a price of the bar is not a number"),
                                      row.cell("Date"));
        }
        values.adjClose = values.close;
        bars.add(listing.symbol, clock.of(onDay(*day), base::Zone()), values);
    });
    if (harvest.values().bars.size() > 0)
        harvest.values().instruments.push_back(
            instrumentOf(listing.symbol, listing.kind, listing.calendar, listing.currency));
}

class Stooq final : public Provider
{
public:
    Stooq()
    {
        m_info.name = "stooq";
        m_info.title = Tr::tr("Stooq");
        m_info.about =
            Tr::tr("Daily bars of shares, indices and currencies of many countries, decades back.");
        m_info.licence = Tr::tr("For your own use; a limited number of downloads a day.");
        m_info.cadence = std::chrono::hours(24);
        m_info.requests = 1;
        m_info.per = std::chrono::seconds(2);
        m_info.starter = {.years = 10, .answerBytes = 250'000, .options = {}}; // the daily history of a symbol
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        if (settings.series.empty())
            return Error{ErrorCode::BadInput,
                         Tr::tr("Name the symbols that Stooq is to be asked for, such as spy.us.")};
        std::vector<Ask> asks;
        for (const std::string &symbol : settings.series)
            asks.push_back(
                {std::string(kDaily),
                 {{"symbol", symbol}, {"from", compactDay(window.from)}, {"to", compactDay(window.to)}}});
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &) const override
    {
        Call call;
        call.url =
            "https://stooq.com/q/d/l/?i=d&s=" + percentEncoded(base::lowerCase(valueOf(ask.with, "symbol"))) +
            "&d1=" + valueOf(ask.with, "from") + "&d2=" + valueOf(ask.with, "to");
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view bytes = payload.bytes.substr(0, 2000);
        const bool isOurs = bytes.find(kHeader) != std::string_view::npos || bytes.starts_with("No data") ||
                            bytes.starts_with("Exceeded the daily hits limit") ||
                            bytes.starts_with("Brak danych");
        return std::string(isOurs ? kDaily : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        const std::string_view bytes = payload.bytes;
        const std::size_t header = bytes.substr(0, 4000).find(kHeader);
        if (const auto fault = faultOfAnswer(m_info, payload))
            harvest.fail(fault->kind, fault->sentence);
        else if (bytes.starts_with("Exceeded the daily hits limit"))
            harvest.fail(FaultKind::TooMany,
                         Tr::tr("Stooq says that it was asked too often today; it is asked again tomorrow"));
        else if (bytes.starts_with("No data") || bytes.starts_with("Brak danych"))
            harvest.fail(FaultKind::NotFound,
                         Tr::tr("Stooq has no data for “%1”").arg(qs(stooqSymbol(harvest))));
        else if (header == std::string_view::npos)
            harvest.fail(FaultKind::NotData, Tr::tr("Stooq sent something else than a table of prices"));
        else
            readStooqBars(harvest, bytes.substr(header));
        return harvest.take();
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeStooq()
{
    return std::make_unique<Stooq>();
}

} // namespace core::sources
