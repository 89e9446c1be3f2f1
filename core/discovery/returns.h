// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One asset's responses on the study's calendar: aligned prices, gaps, the return model, and window sums.
#pragma once

#include "core/discovery/calendar.h"
#include "core/domain/instrument.h"
#include "core/domain/study.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace core::discovery {

/// An asset on the calendar's bars, missing where it has no close in (C[t−1], C[t]].
struct AlignedBars {
    std::string symbol;
    std::vector<double> price; ///< adjusted
    std::vector<double> high;
    std::vector<double> low;
    std::vector<double> volume;
};

/// Aligns; the price is adjClose where the source gives one, else close adjusted by the actions. Fails when
/// an action's factor is not a positive number.
base::Result<AlignedBars> alignBars(const domain::BarSeries &bars, const std::vector<domain::Action> &actions,
                                    const Calendar &calendar);

/// A response on every bar. Where `state` is not Present the value is NaN.
struct ResponseSeries {
    enum class State : std::uint8_t {
        Present,
        Spanned, ///< between two closes at most six bars apart: the next return covers it
        Missing, ///< before listing, after delisting, in or right after a longer gap, or before the model can
                 ///< be fitted
    };
    std::vector<double> value;
    std::vector<State> state;
    std::vector<std::uint8_t> span; ///< how many bars the value covers (1 but after a gap)
    QString
        note; ///< what the person should know, e.g. that the benchmark itself is mean-adjusted; else empty

    [[nodiscard]] std::size_t size() const { return value.size(); }
};

/// The plain returns of `bars` by kind: log, simple, diff or logit_diff. Fails (BadInput) naming bar and
/// remedy where a log or logit does not exist.
base::Result<ResponseSeries> plainReturns(const AlignedBars &bars, const Calendar &calendar,
                                          domain::ReturnKind kind);

/// The response a study asks about: the abnormal return by rule.model (its absolute value for AbsReturn),
/// log(high/low) for Range, the log of volume for Volume. Models use the rule.window bars before t, at least
/// 80 % of them present on both sides, and never look at events. An asset that is the benchmark is
/// mean-adjusted where a market model would be. `factors`: for the model Factors, each on the same calendar.
base::Result<ResponseSeries> responses(const AlignedBars &asset, const AlignedBars &benchmark,
                                       const std::vector<AlignedBars> &factors, const Calendar &calendar,
                                       const domain::ReturnRule &rule, domain::Response response);

/// R[t] = the sum of the responses of bars t … t+length−1 for each bar of the sample (calendar.first
/// onwards): NaN when one of them is Missing, when none is Present, or when the window runs past the end.
std::vector<double> windowSums(const ResponseSeries &series, const Calendar &calendar, std::size_t length);

} // namespace core::discovery
