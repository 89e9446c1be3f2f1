// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Volatility indices of Cboe: open, high, low and close of the VIX since 1990, close only of others. They are
// computed until a quarter past the close of New York's exchanges.
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/dates.h"
#include "core/sources/numbers.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/all.h"
#include "core/sources/tablerows.h"
#include "core/sources/webaddress.h"

#include <optional>

namespace core::sources {

using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kIndex = "index";
constexpr std::string_view kCboeServer = "https://cdn.cboe.com/api/global/us_indices/daily_prices/";
constexpr std::int64_t kQuarterHour = 15LL * 60 * 1'000'000;

std::optional<base::Date> cboeDay(std::string_view text)
{
    static const auto american = DatePattern::compile("M/D/YYYY");
    if (american) {
        if (const auto at = american->parse(text))
            return at->day;
    }
    const auto iso = base::parseDate(text);
    return iso ? std::optional(*iso) : std::nullopt;
}

/// From the ask, the only column, or the name of the file ("VIX_History.csv").
std::string cboeSymbol(const Harvest &harvest, const std::vector<std::string> &header)
{
    if (std::string asked = valueOf(harvest.payload().ask.with, "symbol"); !asked.empty())
        return asked;
    if (header.size() == 2 && base::lowerCase(header[1]) != "close")
        return base::upperCase(header[1]);
    std::string_view origin = harvest.payload().origin;
    origin.remove_prefix(origin.rfind('/') + 1); // npos + 1 is 0
    const std::size_t end = origin.find("_History");
    return std::string(end == std::string_view::npos ? std::string_view() : origin.substr(0, end));
}

bool takePrice(std::string_view text, double &price)
{
    return parseNumber(text, NumberStyle(), price) <= NumberState::Missing;
}

class Cboe final : public Provider
{
public:
    Cboe()
    {
        m_info.name = "cboe";
        m_info.title = Tr::tr("Cboe volatility indices");
        m_info.about = Tr::tr("The VIX and its relatives, daily since 1990.");
        m_info.licence = Tr::tr("For your own use; not to be passed on.");
        m_info.cadence = std::chrono::hours(24);
        m_info.starter = {.years = 10, .answerBytes = 430'000, .options = {}}; // always the whole history
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &) const override
    {
        const std::vector<std::string> standard = {"VIX"};
        std::vector<Ask> asks;
        for (const std::string &symbol : settings.series.empty() ? standard : settings.series)
            asks.push_back({std::string(kIndex), {{"symbol", symbol}}});
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &) const override
    {
        Call call;
        call.url = std::string(kCboeServer) + percentEncoded(valueOf(ask.with, "symbol")) + "_History.csv";
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        return std::string(base::upperCase(payload.bytes.substr(0, 5)) == "DATE," &&
                                   payload.bytes.substr(0, payload.bytes.find('\n')).find("Volume") ==
                                       std::string_view::npos
                               ? kIndex
                               : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = faultOfAnswer(m_info, payload))
            harvest.fail(fault->kind, fault->sentence);
        else if (recognise(payload).empty()) // an unknown index is refused in XML
            harvest.fail(FaultKind::NotData, Tr::tr("Cboe sent something else than the history of an index"));
        else
            read(harvest);
        return harvest.take();
    }

private:
    static void read(Harvest &harvest)
    {
        BarClock session(newYorkSession());
        std::string symbol;
        PlainBars bars(harvest, "1d");
        eachRow(harvest, harvest.payload().bytes, [&](const TableRow &row) {
            if (symbol.empty())
                symbol = cboeSymbol(harvest, row.header());
            const auto day = cboeDay(trimmed(row.fields().front()));
            if (!day)
                return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the bar is none"),
                                      row.fields().front());
            BarValues values;
            bool isGood = true;
            if (row.fields().size() == 2) {
                isGood = takePrice(row.fields()[1], values.close);
            } else {
                const auto cell = [&row](std::string_view name) {
                    const std::string_view upper = row.cell(name);
                    return upper.empty() ? row.cell(base::lowerCase(name)) : upper;
                };
                isGood = takePrice(cell("OPEN"), values.open) && takePrice(cell("HIGH"), values.high) &&
                         takePrice(cell("LOW"), values.low) && takePrice(cell("CLOSE"), values.close);
            }
            if (!isGood)
                return harvest.refuse(RefusalKind::NotANumber, Tr::tr("a price of the bar is not a number"),
                                      row.fields().front());
            BarClock::Span span = session.of(onDay(*day), newYorkZone());
            span.close += kQuarterHour;
            bars.add(symbol, span, values);
        });
        if (harvest.values().bars.size() > 0)
            harvest.values().instruments.push_back(instrumentOf(symbol, "index", "XNYS", "USD"));
    }

    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeCboe()
{
    return std::make_unique<Cboe>();
}

} // namespace core::sources
