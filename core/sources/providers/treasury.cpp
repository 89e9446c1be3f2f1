// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Par yields of the US Treasury, from bids at 15:30 in New York: a table a year, newest first, whose columns
// grew over time (the 20 years were gone for a while, 2, 4 and 1.5 months came late).
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/dates.h"
#include "core/sources/numbers.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/all.h"
#include "core/sources/tablerows.h"

#include <optional>
#include <set>

namespace core::sources {

using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kYearRates = "year";
constexpr std::string_view kTreasuryServer =
    "https://home.treasury.gov/resource-center/data-chart-center/interest-rates/daily-treasury-rates.csv/";
constexpr int kFirstYear = 1990;

/// "10 Yr" is UST10Y, "1.5 Month" and "1.5 Mo" are UST1.5M; empty for other columns.
std::string treasurySymbol(std::string_view column)
{
    const std::size_t blank = column.find(' ');
    if (blank == std::string_view::npos || column.find_first_not_of("0123456789.") != blank)
        return {};
    const std::string_view unit = column.substr(blank + 1);
    const bool isYears = unit == "Yr";
    if (!isYears && unit != "Mo" && unit != "Month")
        return {};
    return "UST" + std::string(column.substr(0, blank)) + (isYears ? "Y" : "M");
}

/// "01/31/2024", "1/2/24" and "2024-01-31".
std::optional<base::Date> treasuryDay(std::string_view text)
{
    static const std::vector<DatePattern> patterns = [] {
        std::vector<DatePattern> list;
        for (const std::string_view pattern : {"M/D/YYYY", "M/D/YY", "YYYY-MM-DD"}) {
            if (auto compiled = DatePattern::compile(pattern))
                list.push_back(std::move(*compiled));
        }
        return list;
    }();
    for (const DatePattern &pattern : patterns) {
        if (const auto at = pattern.parse(text))
            return at->day;
    }
    return std::nullopt;
}

class Treasury final : public Provider
{
public:
    Treasury()
    {
        m_info.name = "treasury";
        m_info.title = Tr::tr("US Treasury yields");
        m_info.about = Tr::tr(
            "The par yield curve of the United States, from a month to thirty years, each working day since "
            "1990.");
        m_info.licence = Tr::tr("Public domain.");
        m_info.cadence = std::chrono::hours(24);
        m_info.starter = {.years = 10, .answerBytes = 28'000, .options = {}}; // a year of 250 days
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &, const Window &window) const override
    {
        const int last = static_cast<int>(std::chrono::year_month_day(window.to.utcDay()).year());
        int year =
            std::max(kFirstYear, static_cast<int>(std::chrono::year_month_day(window.from.utcDay()).year()));
        std::vector<Ask> asks;
        for (; year <= last; ++year)
            asks.push_back({std::string(kYearRates), {{"year", std::to_string(year)}}});
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &) const override
    {
        Call call;
        const std::string year = valueOf(ask.with, "year");
        call.url = std::string(kTreasuryServer) + year +
                   "/all?type=daily_treasury_yield_curve&field_tdr_date_value=" + year + "&page&_format=csv";
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view line = payload.bytes.substr(0, payload.bytes.find('\n'));
        const bool isCurve =
            (line.starts_with("Date,") || line.starts_with("\"Date\",") || line.starts_with("date,")) &&
            line.find("10 Yr") != std::string_view::npos;
        return std::string(isCurve ? kYearRates : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = faultOfAnswer(m_info, payload))
            harvest.fail(fault->kind, fault->sentence);
        else if (recognise(payload).empty())
            harvest.fail(FaultKind::NotData, Tr::tr("The Treasury sent something else than its yields"));
        else
            read(harvest);
        return harvest.take();
    }

private:
    static void read(Harvest &harvest)
    {
        PlainBars bars(harvest, "1d");
        BarClock fixing(fixingAt(std::chrono::hours(15) + std::chrono::minutes(30), "America/New_York"));
        std::set<std::string> symbols;
        NumberStyle style;
        style.missing = {"N/A"};
        eachRow(harvest, harvest.payload().bytes, [&](const TableRow &row) {
            const auto day = treasuryDay(trimmed(row.fields().front()));
            if (!day)
                return harvest.refuse(RefusalKind::NotADate, Tr::tr("the day of the yields is not a date"),
                                      row.fields().front());
            for (std::size_t i = 1; i < row.fields().size(); ++i) {
                const std::string symbol = treasurySymbol(row.header()[i]);
                double yield = 0;
                const NumberState state = parseNumber(row.fields()[i], style, yield);
                if (symbol.empty() || state == NumberState::Missing)
                    continue;
                if (state != NumberState::Value) {
                    harvest.refuse(RefusalKind::NotANumber, Tr::tr("the yield is not a number"),
                                   row.fields()[i]);
                    continue;
                }
                if (symbols.insert(symbol).second)
                    harvest.values().instruments.push_back(instrumentOf(symbol, "yield", {}, "USD"));
                bars.add(symbol, fixing.of(onDay(*day), base::Zone()), {.close = yield});
            }
        });
    }

    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeTreasury()
{
    return std::make_unique<Treasury>();
}

} // namespace core::sources
