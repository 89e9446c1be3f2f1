// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/adjust.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <algorithm>
#include <cmath>

namespace core::market {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using domain::Action;
using domain::ActionKind;
using domain::BarSeries;

namespace {

bool isKnown(const Action &action, Instant at)
{
    return !at.isValid() || action.knownAt <= at;
}

/// The product over the chosen kinds; one value per bar.
std::vector<double> factorsOf(const BarSeries &bars, std::span<const Action> actions, Instant knownAt,
                              bool withDividends)
{
    std::vector<const Action *> used;
    for (const Action &action : actions) {
        if (action.kind != ActionKind::Split && !(withDividends && action.kind == ActionKind::Dividend))
            continue;
        if (isKnown(action, knownAt))
            used.push_back(&action);
    }
    std::stable_sort(used.begin(), used.end(),
                     [](const Action *a, const Action *b) { return a->effective > b->effective; });
    std::vector<double> factors(bars.size(), 1.0);
    double product = 1;
    auto next = used.begin();
    for (std::size_t i = bars.size(); i-- > 0;) {
        while (next != used.end() && (*next)->effective > bars.ts[i])
            product *= (*next++)->factor;
        factors[i] = product;
    }
    return factors;
}

void scale(std::vector<double> &values, const std::vector<double> &factors)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] *= factors[i];
}

/// Appends the bars first..last of another series.
void append(BarSeries &to, const BarSeries &from, std::size_t first, std::size_t last)
{
    const auto copy = [first, last](auto &target, const auto &source) {
        target.insert(target.end(), source.begin() + static_cast<std::ptrdiff_t>(first),
                      source.begin() + static_cast<std::ptrdiff_t>(last));
    };
    copy(to.ts, from.ts);
    copy(to.tsEnd, from.tsEnd);
    copy(to.open, from.open);
    copy(to.high, from.high);
    copy(to.low, from.low);
    copy(to.close, from.close);
    copy(to.adjClose, from.adjClose);
    copy(to.volume, from.volume);
}

/// How many bars open before an instant.
std::size_t countBefore(const BarSeries &bars, Instant at)
{
    return static_cast<std::size_t>(std::lower_bound(bars.ts.begin(), bars.ts.end(), at) - bars.ts.begin());
}

} // namespace

std::vector<double> adjustmentFactors(const BarSeries &bars, std::span<const Action> actions, Instant knownAt)
{
    return factorsOf(bars, actions, knownAt, true);
}

Result<BarSeries> adjusted(const BarSeries &bars, std::span<const Action> actions, Instant knownAt,
                           Adjustment how)
{
    if (how == Adjustment::None)
        return bars;
    BarSeries result{bars.symbol, bars.interval, {}, {}, {}, {}, {}, {}, {}, {}};
    std::vector<double> factors;
    if (how == Adjustment::Provider) {
        if (std::all_of(bars.adjClose.begin(), bars.adjClose.end(),
                        [](double value) { return std::isnan(value); })) {
            return Error{
                ErrorCode::BadInput,
                Tr::tr("The provider of %1 gives no adjusted close; adjust by the known corporate actions.")
                    .arg(base::qs(bars.symbol))};
        }
        append(result, bars, 0, bars.size());
        for (std::size_t i = 0; i < bars.size(); ++i)
            factors.push_back(bars.adjClose[i] / bars.close[i]);
    } else {
        Instant end;
        for (const Action &action : actions) {
            if (!(action.factor > 0) || !std::isfinite(action.factor)) {
                return Error{
                    ErrorCode::BadInput,
                    Tr::tr("The corporate action of %1 on %2 has the factor %3; a factor must be above zero.")
                        .arg(base::qs(bars.symbol), base::qs(base::toIso(action.effective)))
                        .arg(action.factor)};
            }
            if (action.kind == ActionKind::Delisting && isKnown(action, knownAt) &&
                (!end.isValid() || action.effective < end))
                end = action.effective;
        }
        append(result, bars, 0, end.isValid() ? countBefore(bars, end) : bars.size());
        factors = factorsOf(result, actions, knownAt, true);
        const std::vector<double> splits = factorsOf(result, actions, knownAt, false);
        for (std::size_t i = 0; i < result.size(); ++i)
            result.volume[i] /= splits[i];
    }
    scale(result.open, factors);
    scale(result.high, factors);
    scale(result.low, factors);
    scale(result.close, factors);
    return result;
}

Result<BarSeries> joinRenamed(const BarSeries &before, const BarSeries &after, const Action &rename)
{
    if (rename.kind != ActionKind::Rename || rename.symbol != before.symbol ||
        rename.successor != after.symbol || before.interval != after.interval) {
        return Error{ErrorCode::BadInput, Tr::tr("%1 (%2) and %3 (%4) cannot be joined: the action does not "
                                                 "rename one into the other at one interval.")
                                              .arg(base::qs(before.symbol), base::qs(before.interval),
                                                   base::qs(after.symbol), base::qs(after.interval))};
    }
    BarSeries result{after.symbol, after.interval, {}, {}, {}, {}, {}, {}, {}, {}};
    append(result, before, 0, countBefore(before, rename.effective));
    append(result, after, countBefore(after, rename.effective), after.size());
    return result;
}

} // namespace core::market
