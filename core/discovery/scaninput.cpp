// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/scaninput.h"

#include "core/stats/sum.h"

#include <algorithm>
#include <map>

namespace core::discovery {

using domain::kMissing;

namespace {

ScanWeights weightsOf(const Family &family, const PlacedSeries &placed, bool onGrid)
{
    ScanWeights out{placed.series.bars, placed.weights};
    if (onGrid && !family.grid.slot.empty()) {
        for (std::uint32_t &bar : out.bars)
            bar = family.grid.slot[bar];
    }
    return out;
}

/// Puts values of the sample's bars on the grid's slots, NaN between.
void toGrid(const Family &family, const std::vector<double> &bars, std::span<double> slots)
{
    std::fill(slots.begin(), slots.end(), kMissing);
    for (std::size_t t = 0; t < bars.size(); ++t)
        slots[family.grid.slot.empty() ? t : family.grid.slot[t]] = bars[t];
}

/// The terms of the pairs, renumbered, and the weight series they use.
struct Used {
    std::vector<ScanWeights> weights;
    std::vector<ScanTerm> terms;
    std::vector<std::uint32_t> firstTerm; ///< per pair
};

Used usedBy(const Family &family, std::span<const std::size_t> pairs, bool onGrid)
{
    Used out;
    std::vector<std::uint32_t> number(family.placed.size(), ~0u);
    for (const std::size_t p : pairs) {
        const FamilyPair &pair = family.pairs[p];
        out.firstTerm.push_back(static_cast<std::uint32_t>(out.terms.size()));
        for (std::uint32_t i = 0; i < pair.termCount; ++i) {
            const FamilyTerm &term = family.terms[pair.firstTerm + i];
            if (number[term.placed] == ~0u) {
                number[term.placed] = static_cast<std::uint32_t>(out.weights.size());
                out.weights.push_back(weightsOf(family, family.placed[term.placed], onGrid));
            }
            out.terms.push_back({number[term.placed], term.asset});
        }
    }
    return out;
}

} // namespace

std::size_t centrePresent(std::span<double> values)
{
    stats::Sum total;
    std::size_t present = 0;
    for (const double value : values) {
        if (value == value) {
            total.add(value);
            ++present;
        }
    }
    const double mean = present > 0 ? total.value() / static_cast<double>(present) : 0;
    for (double &value : values)
        value = value == value ? value - mean : 0;
    return present;
}

std::vector<double> windowResponses(const Family &family, std::size_t asset, domain::Window window)
{
    const auto sums =
        windowSums(family.assets[asset].response, family.calendar, static_cast<std::size_t>(window.length()));
    std::vector<double> out(sums.size(), kMissing);
    const auto size = static_cast<std::ptrdiff_t>(sums.size());
    for (std::ptrdiff_t t = std::max<std::ptrdiff_t>(0, -window.first); t < size && t + window.first < size;
         ++t)
        out[static_cast<std::size_t>(t)] = sums[static_cast<std::size_t>(t + window.first)];
    return out;
}

ScanInput scanInput(const Family &family, std::span<const std::size_t> pairs,
                    std::optional<std::size_t> window)
{
    ScanInput out;
    const bool gridded = !family.grid.slot.empty();
    Used used = usedBy(family, pairs, true);
    ScanFamily &scan = out.family;
    scan.bars = family.grid.slots;
    scan.group = family.grid.season;
    scan.assets = static_cast<std::uint32_t>(family.assets.size());
    scan.weights = std::move(used.weights);
    scan.terms = std::move(used.terms);
    std::vector<domain::Window> responses; // per scan length: what `returns` computes
    std::map<int, std::size_t> lengths;
    for (std::size_t w = 0; w < family.study.windows.size(); ++w) {
        if (window && *window != w)
            continue;
        const domain::Window asked = family.study.windows[w];
        const auto [at, fresh] =
            lengths.try_emplace(gridded ? static_cast<int>(w) : asked.length(), responses.size());
        if (fresh) {
            responses.push_back(gridded ? asked : domain::Window{0, asked.length() - 1});
            scan.lengths.emplace_back();
            scan.lengths.back().past = gridded ? 0 : static_cast<std::size_t>(asked.length()) - 1;
            out.windows.emplace_back();
        }
        scan.lengths[at->second].lags.push_back(gridded ? 0 : asked.first);
        out.windows[at->second].push_back(w);
    }
    scan.returns = [&family, responses](std::uint32_t asset, std::uint32_t length, std::span<double> to) {
        toGrid(family, windowResponses(family, asset, responses[length]), to);
        return centrePresent(to);
    };
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        for (std::uint32_t length = 0; length < scan.lengths.size(); ++length) {
            scan.units.push_back({length, used.firstTerm[i], family.pairs[pairs[i]].termCount});
            out.pairs.push_back(pairs[i]);
        }
    }
    return out;
}

NullFamily nullInput(const Family &family, std::span<const std::size_t> pairs, bool onGrid)
{
    const bool gridded = onGrid && !family.grid.slot.empty();
    Used used = usedBy(family, pairs, onGrid);
    NullFamily out;
    out.bars = gridded ? family.grid.slots : family.calendar.length();
    out.weights = std::move(used.weights);
    out.terms = std::move(used.terms);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        for (std::uint32_t w = 0; w < family.study.windows.size(); ++w)
            out.units.push_back({used.firstTerm[i], family.pairs[pairs[i]].termCount, w, 0});
    }
    for (const domain::Window window : family.study.windows)
        out.spans.push_back(static_cast<std::size_t>(window.length()));
    out.returns = [&family, gridded](std::uint32_t asset, std::uint32_t window, std::span<double> to) {
        const auto values = windowResponses(family, asset, family.study.windows[window]);
        if (gridded)
            toGrid(family, values, to);
        else
            std::copy(values.begin(), values.end(), to.begin());
    };
    return out;
}

} // namespace core::discovery
