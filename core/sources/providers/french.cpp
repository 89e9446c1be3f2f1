// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The factor library of Kenneth French: zipped tables with a preamble, a header whose first column has no
// name, days as 19260701, -99.99 for nothing, and a copyright line at the end. Per cent a day, held as the
// close of a series.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/numbers.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/all.h"
#include "core/sources/zipped.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kFactors = "factors";
constexpr std::string_view kFrenchServer = "https://mba.tuck.dartmouth.edu/pages/faculty/ken.french/ftp/";
constexpr std::uint64_t kMostFrenchUnzipped = std::uint64_t(64) << 20;
/// What a set is called here, its file there, and how its series are named.
struct Set {
    std::string_view name, file, prefix;
};
constexpr std::array<Set, 3> kSets = {{{"ff3", "F-F_Research_Data_Factors_daily_CSV.zip", "FF3."},
                                       {"ff5", "F-F_Research_Data_5_Factors_2x3_daily_CSV.zip", "FF5."},
                                       {"momentum", "F-F_Momentum_Factor_daily_CSV.zip", "FF."}}};

std::vector<std::string_view> cellsOf(std::string_view line)
{
    std::vector<std::string_view> cells;
    for (;;) {
        const std::size_t comma = line.find(',');
        cells.push_back(trimmed(line.substr(0, comma)));
        if (comma == std::string_view::npos)
            return cells;
        line.remove_prefix(comma + 1);
    }
}

bool isHeader(const std::vector<std::string_view> &cells)
{
    return cells.size() >= 2 && (cells[0].empty() || cells[0] == "Date") &&
           std::ranges::any_of(cells,
                               [](std::string_view name) { return name == "Mkt-RF" || name == "Mom"; });
}

std::string_view prefixOf(const std::vector<std::string_view> &header)
{
    const auto has = [&header](std::string_view name) {
        return std::ranges::find(header, name) != header.end();
    };
    return has("Mom") ? "FF." : has("RMW") ? "FF5." : "FF3.";
}

/// "19260701"
std::optional<base::Date> frenchDay(std::string_view text)
{
    if (text.size() != 8)
        return std::nullopt;
    const auto day = base::parseDate(std::string(text.substr(0, 4)) + '-' + std::string(text.substr(4, 2)) +
                                     '-' + std::string(text.substr(6, 2)));
    return day ? std::optional(*day) : std::nullopt;
}

void read(Harvest &harvest, std::string_view text)
{
    BarClock session(newYorkSession());
    PlainBars bars(harvest, "1d");
    NumberStyle style;
    style.missing = {"-99.99", "-999"};
    std::vector<std::string> series;
    eachLine(text, [&](std::string_view line) {
        const std::vector<std::string_view> cells = cellsOf(line);
        if (isHeader(cells)) {
            series.clear();
            for (const std::string_view name : cells)
                series.push_back(std::string(prefixOf(cells)) + std::string(name));
            return;
        }
        const bool isRow =
            cells[0].size() >= 4 && cells[0].find_first_not_of("0123456789") == std::string_view::npos;
        if (!isRow || series.empty())
            return; // preamble, copyright
        harvest.record();
        if (cells.size() != series.size())
            return harvest.refuse(RefusalKind::WrongColumnCount,
                                  Tr::tr("the row has another number of columns than the header"), cells[0]);
        const auto day = frenchDay(cells[0]);
        if (!day)
            return harvest.refuse(RefusalKind::NotADate, Tr::tr("the row is not of a day"), cells[0]);
        for (std::size_t i = 1; i < cells.size(); ++i) {
            double value = 0;
            const NumberState state = parseNumber(cells[i], style, value);
            if (state > NumberState::Missing)
                harvest.refuse(RefusalKind::NotANumber, Tr::tr("the factor is not a number"), cells[i]);
            else if (state == NumberState::Value)
                bars.add(series[i], session.of(onDay(*day), newYorkZone()), {.close = value});
        }
    });
    if (series.empty())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("The factor library sent something else than factors"));
    for (const std::string &symbol : harvest.values().bars.symbols)
        harvest.values().instruments.push_back(instrumentOf(symbol, "factor", "XNYS", {}));
}

class French final : public Provider
{
public:
    French()
    {
        m_info.name = "french";
        m_info.title = Tr::tr("Factor library of Kenneth French");
        m_info.about = Tr::tr(
            "Market, size, value, profitability, investment and momentum: what each paid a day since 1926.");
        m_info.licence = Tr::tr("Free for research; copyright of Fama and French.");
        m_info.cadence = std::chrono::hours(24 * 7);
        m_info.starter = {.years = 10, .answerBytes = 150'000, .options = {}}; // always the whole history, zipped
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &) const override
    {
        std::vector<Ask> asks;
        for (const Set &set : kSets) {
            if (settings.series.empty() ||
                std::ranges::find(settings.series, set.name) != settings.series.end())
                asks.push_back({std::string(kFactors), {{"set", std::string(set.name)}}});
        }
        for (const std::string &name : settings.series) {
            if (std::ranges::find(kSets, name, &Set::name) == kSets.end())
                return Error{
                    ErrorCode::BadInput,
                    Tr::tr("There is no set of factors called “%1”; there are ff3, ff5 and momentum.")
                        .arg(qs(name))};
        }
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &) const override
    {
        const auto set = std::ranges::find(kSets, valueOf(ask.with, "set"), &Set::name);
        if (set == kSets.end())
            return Error{ErrorCode::BadInput, Tr::tr("There is no such set of factors.")};
        Call call;
        call.url = std::string(kFrenchServer) + std::string(set->file);
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        if (isZipped(payload.bytes))
            return std::string(zippedName(payload.bytes).starts_with("F-F_") ? kFactors : std::string_view());
        const std::string_view bytes = payload.bytes.substr(0, 4000);
        const bool isFactors =
            bytes.find(",Mkt-RF,") != std::string_view::npos || bytes.find(",Mom") != std::string_view::npos;
        return std::string(isFactors ? kFactors : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = faultOfAnswer(m_info, payload)) {
            harvest.fail(fault->kind, fault->sentence);
        } else if (isZipped(payload.bytes)) {
            const auto text = unzipped(payload.bytes, kMostFrenchUnzipped);
            if (text)
                read(harvest, *text);
            else
                harvest.fail(FaultKind::NotData, text.error().message);
        } else {
            read(harvest, payload.bytes);
        }
        return harvest.take();
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeFrench()
{
    return std::make_unique<French>();
}

} // namespace core::sources
