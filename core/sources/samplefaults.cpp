// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/samplefaults.h"

#include "core/market/dayrules.h"
#include "core/sources/sampleevents.h"

#include <algorithm>

namespace core::sources {

using base::Date;
using base::Instant;
using domain::Action;
using domain::ActionKind;
using market::date;

std::string SampleFaults::symbolAt(std::size_t bar) const
{
    if (bar < firstBar || bar >= endBar || std::binary_search(gaps.begin(), gaps.end(), bar))
        return {};
    return renamedAt != 0 && bar >= renamedAt ? laterSymbol : symbol;
}

std::vector<SampleFaults> sampleFaults(std::uint64_t seed, const SampleMarket &market)
{
    const std::size_t length = market.sessions.size();
    const auto barOn = [&market](Date day) { return market.barOf(Instant(day)); };
    std::vector<SampleFaults> all;
    for (const SampleCompany &company : market.companies) {
        SampleFaults faults;
        faults.symbol = company.symbol;
        faults.endBar = length;
        if (company.symbol == "SIM-TE03") {
            faults.splitAt = barOn(date(2014, 6, 9));
            faults.splitInto = 2;
        } else if (company.symbol == "SIM-HE04") {
            faults.renamedAt = barOn(date(2017, 3, 1));
            faults.laterSymbol = "SIM-HX04";
        } else if (company.symbol == "SIM-IN07") {
            faults.endBar = barOn(date(2018, 9, 29));
        } else if (company.symbol == "SIM-TE09") {
            faults.firstBar = barOn(date(2015, 5, 4));
        } else if (company.symbol == "SIM-UT06") {
            faults.staleFrom = barOn(date(2012, 7, 9));
            faults.staleTo = faults.staleFrom + 30;
        } else if (company.symbol == "SIM-MA05") {
            stats::Random random = sampleRandom(seed, SampleStream::Bars, 1000);
            for (const std::size_t run : {1U, 1U, 1U, 1U, 1U, 1U, 1U, 1U, 3U, 3U, 4U, 25U}) {
                const std::size_t from = 20 + random.below(length - 60);
                for (std::size_t bar = from; bar < from + run; ++bar)
                    faults.gaps.push_back(bar);
            }
            std::sort(faults.gaps.begin(), faults.gaps.end());
            faults.gaps.erase(std::unique(faults.gaps.begin(), faults.gaps.end()), faults.gaps.end());
        }
        all.push_back(std::move(faults));
    }
    return all;
}

std::vector<Action> sampleActions(const SampleMarket &market, std::span<const SampleFaults> faults)
{
    std::vector<Action> actions;
    const auto add = [&](const SampleFaults &of, ActionKind kind, std::size_t bar, double factor,
                         std::string successor) {
        Action action;
        action.symbol = of.symbol;
        action.kind = kind;
        action.effective = market.sessions[bar].open;
        action.knownAt = action.effective - std::chrono::days(21);
        action.factor = factor;
        action.successor = std::move(successor);
        action.source = kSampleSource;
        actions.push_back(std::move(action));
    };
    for (const SampleFaults &each : faults) {
        if (each.splitAt != 0)
            add(each, ActionKind::Split, each.splitAt, 1 / each.splitInto, {});
        if (each.renamedAt != 0)
            add(each, ActionKind::Rename, each.renamedAt, 1, each.laterSymbol);
        if (each.endBar < market.sessions.size())
            add(each, ActionKind::Delisting, each.endBar, 1, {});
    }
    return actions;
}

} // namespace core::sources
