// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/sample.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/market/dayrules.h"
#include "core/sources/sampleevents.h"
#include "core/sources/samplefaults.h"
#include "core/sources/sampletruth.h"

#include <algorithm>
#include <cmath>

namespace core::sources {

using base::Result;
using domain::Bar;
using domain::Event;
using domain::Instrument;

namespace {

double rounded(double price)
{
    return std::round(price * 1e4) / 1e4;
}

/// The bars of one company out of its returns, with its faults.
void addBars(std::vector<Bar> &bars, std::uint64_t seed, const SampleMarket &market, std::size_t company,
             const SampleFaults &faults)
{
    stats::Random random = sampleRandom(seed, SampleStream::Bars, company);
    const std::vector<double> &returns = market.returns[company];
    const double spread = 0.004 + 0.3 * market.companies[company].ownDeviation;
    const double usualVolume = std::exp(13 + random.normal());
    double level = std::log(market.companies[company].firstPrice);
    double stale = 0;
    for (std::size_t t = 0; t < returns.size(); ++t) {
        const double before = level;
        level += returns[t];
        // drawn for every session, so that a fault changes nothing but its own bars
        const double atOpen = before + 0.4 * returns[t] + 0.3 * spread * random.normal();
        const double up = spread * std::abs(random.normal()) / 2;
        const double down = spread * std::abs(random.normal()) / 2;
        const double busy = 8 * std::abs(returns[t]) + 0.3 * random.normal();
        const std::string symbol = faults.symbolAt(t);
        if (symbol.empty())
            continue;
        const double unit = faults.splitAt != 0 && t >= faults.splitAt ? faults.splitInto : 1;
        Bar bar;
        bar.symbol = symbol;
        bar.interval = "1d";
        bar.ts = market.sessions[t].open;
        bar.tsEnd = market.sessions[t].close;
        bar.knownAt = bar.tsEnd;
        bar.source = kSampleSource;
        if (t >= faults.staleFrom && t < faults.staleTo) {
            bar.open = bar.high = bar.low = bar.close = stale;
            bar.volume = 0;
        } else {
            bar.open = rounded(std::exp(atOpen) / unit);
            bar.close = rounded(std::exp(level) / unit);
            bar.high = rounded(std::exp(std::max(atOpen, level) + up) / unit);
            bar.low = rounded(std::exp(std::min(atOpen, level) - down) / unit);
            bar.volume = std::round(usualVolume * std::exp(busy) * unit);
            stale = bar.close;
        }
        bars.push_back(std::move(bar));
    }
}

std::vector<Instrument> makeInstruments(const SampleMarket &market, std::span<const SampleFaults> faults)
{
    std::vector<Instrument> all;
    for (std::size_t i = 0; i < market.companies.size(); ++i) {
        const SampleCompany &company = market.companies[i];
        Instrument instrument;
        instrument.symbol = company.symbol;
        instrument.name = company.name;
        instrument.kind = "simulated";
        instrument.exchange = "XNYS";
        instrument.currency = "USD";
        instrument.sector = company.sector;
        instrument.metadata = base::canonicalJson(QJsonObject{
            {QStringLiteral("simulated"), true}, {QStringLiteral("benchmark"), company.sector.empty()}});
        all.push_back(instrument);
        if (!faults[i].laterSymbol.empty()) {
            instrument.symbol = faults[i].laterSymbol;
            instrument.name += " (renamed)";
            all.push_back(std::move(instrument));
        }
    }
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.symbol < b.symbol; });
    return all;
}

/// Reports name the company by the symbol of the day, and end with its listing.
void keepListed(std::vector<Event> &reports, const SampleMarket &market, std::span<const SampleFaults> faults)
{
    std::erase_if(reports, [&](Event &event) {
        const auto of = std::find_if(faults.begin(), faults.end(),
                                     [&event](const auto &each) { return each.symbol == event.entity; });
        const std::size_t bar = market.barOf(event.timestamp);
        if (bar < of->firstBar || bar >= of->endBar)
            return true;
        if (of->renamedAt != 0 && bar >= of->renamedAt)
            event.entity = of->laterSymbol;
        return false;
    });
}

} // namespace

Result<SampleWorkspace> makeSample(std::uint64_t seed)
{
    Result<SampleMarket> simulated = simulateMarket(seed);
    if (!simulated.ok())
        return simulated.error();
    SampleMarket &market = *simulated;
    SampleWorkspace sample;
    sample.events = simulateEvents(seed, market);
    std::vector<Event> reports = simulateEarnings(seed, market);
    const std::vector<SampleFaults> faults = sampleFaults(seed, market);
    keepListed(reports, market, faults);
    const auto middle = static_cast<std::ptrdiff_t>(sample.events.size());
    sample.events.insert(sample.events.end(), std::make_move_iterator(reports.begin()),
                         std::make_move_iterator(reports.end()));
    std::inplace_merge(sample.events.begin(), sample.events.begin() + middle, sample.events.end(),
                       [](const Event &a, const Event &b) {
                           return std::tie(a.timestamp, a.eventType) < std::tie(b.timestamp, b.eventType);
                       });
    sample.bars.reserve(market.companies.size() * market.sessions.size());
    for (std::size_t company = 0; company < market.companies.size(); ++company)
        addBars(sample.bars, seed, market, company, faults[company]);
    std::sort(sample.bars.begin(), sample.bars.end(),
              [](const Bar &a, const Bar &b) { return std::tie(a.symbol, a.ts) < std::tie(b.symbol, b.ts); });
    sample.actions = sampleActions(market, faults);
    sample.instruments = makeInstruments(market, faults);
    sample.truth = sampleTruth(seed, market, faults);
    sample.studies = sampleStudies();
    sample.sealedFrom = market::date(2023, 1, 1);
    sample.replayFrom = market::date(kSampleLastYear, 1, 1);
    return sample;
}

} // namespace core::sources
