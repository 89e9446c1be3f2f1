// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/returns.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/rollingfit.h"
#include "core/market/adjust.h"

#include <algorithm>
#include <cmath>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using domain::kMissing;
using domain::ReturnKind;
using domain::ReturnModel;
using State = ResponseSeries::State;

namespace {

constexpr std::size_t kLongestSpan = 6; // a gap of five bars

ResponseSeries emptySeries(std::size_t size)
{
    ResponseSeries out;
    out.value.assign(size, kMissing);
    out.state.assign(size, State::Missing);
    out.span.assign(size, 1);
    return out;
}

bool exists(ReturnKind kind, double price)
{
    return kind == ReturnKind::Log         ? price > 0
           : kind == ReturnKind::LogitDiff ? price > 0 && price < 1
                                           : true;
}

double change(ReturnKind kind, double before, double after)
{
    switch (kind) {
    case ReturnKind::Log:
        return std::log(after / before);
    case ReturnKind::Simple:
        return before > 0 ? after / before - 1 : kMissing;
    case ReturnKind::Diff:
        return after - before;
    case ReturnKind::LogitDiff:
        return std::log(after / (1 - after)) - std::log(before / (1 - before));
    }
    return kMissing;
}

/// The returns of another series over exactly the spans of `series`.
std::vector<double> overSpans(const ResponseSeries &series, const AlignedBars &other, ReturnKind kind)
{
    std::vector<double> out(series.size(), kMissing);
    for (std::size_t t = 0; t < series.size(); ++t) {
        if (series.state[t] != State::Present || t < series.span[t])
            continue;
        const double before = other.price[t - series.span[t]];
        const double after = other.price[t];
        if (before == before && after == after && exists(kind, before) && exists(kind, after))
            out[t] = change(kind, before, after);
    }
    return out;
}

/// Takes the model's expectation away; bars where it cannot be formed become Missing.
void subtract(ResponseSeries &series, const std::vector<double> &expected)
{
    for (std::size_t t = 0; t < series.size(); ++t) {
        if (series.state[t] != State::Present)
            continue;
        series.value[t] -= expected[t];
        if (series.value[t] != series.value[t])
            series.state[t] = State::Missing;
    }
}

/// What the model expects of each bar from explanatory returns over the same spans (none: the mean).
std::vector<double> expectation(const ResponseSeries &series,
                                const std::vector<std::vector<double>> &regressors, std::size_t window)
{
    std::vector<double> single(series.value); // spanning returns are left out of the fit
    for (std::size_t t = 0; t < single.size(); ++t) {
        if (series.span[t] != 1)
            single[t] = kMissing;
    }
    RollingFit fit(single, regressors, window);
    std::vector<double> out(series.size(), kMissing);
    for (std::size_t t = 0; t < series.size(); ++t) {
        fit.advanceTo(t);
        if (series.state[t] == State::Present)
            out[t] = fit.predict(t, series.span[t]);
    }
    return out;
}

/// log(high / low) or log(volume); a bar without it is Missing.
ResponseSeries levels(const AlignedBars &bars, domain::Response response)
{
    ResponseSeries out = emptySeries(bars.price.size());
    for (std::size_t t = 0; t < out.size(); ++t) {
        const double level =
            response == domain::Response::Range ? bars.high[t] / bars.low[t] : bars.volume[t];
        if (level > 0 && std::isfinite(level)) {
            out.value[t] = std::log(level);
            out.state[t] = State::Present;
        }
    }
    return out;
}

} // namespace

Result<AlignedBars> alignBars(const domain::BarSeries &stored, const std::vector<domain::Action> &actions,
                              const Calendar &calendar)
{
    const bool provider =
        std::any_of(stored.adjClose.begin(), stored.adjClose.end(), [](double p) { return p == p; });
    auto adjusted = market::adjusted(stored, actions, base::Instant(),
                                     provider ? market::Adjustment::Provider : market::Adjustment::Known);
    if (!adjusted.ok())
        return adjusted.error();
    const domain::BarSeries &bars = *adjusted;
    // a bar without a close is no bar here
    std::vector<base::Instant> closes;
    std::vector<std::size_t> origin;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (std::isfinite(bars.close[i])) {
            closes.push_back(bars.tsEnd[i]);
            origin.push_back(i);
        }
    }
    const auto positions = barPositions(closes, calendar);
    AlignedBars out;
    out.symbol = bars.symbol;
    for (auto *column : {&out.price, &out.high, &out.low, &out.volume})
        column->assign(positions.size(), kMissing);
    for (std::size_t t = 0; t < positions.size(); ++t) {
        if (positions[t] < 0)
            continue;
        const std::size_t i = origin[static_cast<std::size_t>(positions[t])];
        out.price[t] = bars.close[i];
        out.high[t] = bars.high[i];
        out.low[t] = bars.low[i];
        out.volume[t] = bars.volume[i];
    }
    return out;
}

Result<ResponseSeries> plainReturns(const AlignedBars &bars, const Calendar &calendar, ReturnKind kind)
{
    ResponseSeries out = emptySeries(bars.price.size());
    std::ptrdiff_t last = -1;
    for (std::size_t t = 0; t < bars.price.size(); ++t) {
        if (bars.price[t] != bars.price[t])
            continue;
        if (!exists(kind, bars.price[t])) {
            return Error{
                ErrorCode::BadInput,
                Tr::tr("%1 has the close %2 on %3, where %4 returns do not exist: set returns.kind to %5.")
                    .arg(qs(bars.symbol))
                    .arg(bars.price[t])
                    .arg(qs(base::toIso(calendar.closes[t].utcDay())), qs(domain::toText(kind)),
                         kind == ReturnKind::Log ? Tr::tr("simple or diff") : Tr::tr("diff"))};
        }
        const std::size_t span = last < 0 ? kLongestSpan + 1 : t - static_cast<std::size_t>(last);
        if (span <= kLongestSpan) {
            const double value = change(kind, bars.price[static_cast<std::size_t>(last)], bars.price[t]);
            for (std::size_t gap = t - span + 1; gap < t; ++gap)
                out.state[gap] = State::Spanned;
            out.value[t] = value;
            out.state[t] = value == value ? State::Present : State::Missing;
            out.span[t] = static_cast<std::uint8_t>(span);
        }
        last = static_cast<std::ptrdiff_t>(t);
    }
    return out;
}

Result<ResponseSeries> responses(const AlignedBars &asset, const AlignedBars &benchmark,
                                 const std::vector<AlignedBars> &factors, const Calendar &calendar,
                                 const domain::ReturnRule &rule, domain::Response response)
{
    const auto window = static_cast<std::size_t>(rule.window);
    if (response == domain::Response::Range || response == domain::Response::Volume) {
        ResponseSeries out = levels(asset, response);
        if (rule.model == ReturnModel::MeanAdjusted)
            subtract(out, expectation(out, {}, window));
        return out;
    }
    auto plain = plainReturns(asset, calendar, rule.kind);
    if (!plain.ok())
        return plain.error();
    ResponseSeries &out = *plain;
    ReturnModel model = rule.model;
    const bool marketModel = model == ReturnModel::MarketAdjusted || model == ReturnModel::MarketModel;
    if (marketModel && asset.symbol == benchmark.symbol) {
        model = ReturnModel::MeanAdjusted;
        out.note =
            Tr::tr("%1 is the benchmark itself, so its returns are mean-adjusted.").arg(qs(asset.symbol));
    }
    switch (model) {
    case ReturnModel::Raw:
        break;
    case ReturnModel::MeanAdjusted:
        subtract(out, expectation(out, {}, window));
        break;
    case ReturnModel::MarketAdjusted:
        subtract(out, overSpans(out, benchmark, rule.kind));
        break;
    case ReturnModel::MarketModel:
        subtract(out, expectation(out, {overSpans(out, benchmark, rule.kind)}, window));
        break;
    case ReturnModel::Factors: {
        std::vector<std::vector<double>> regressors;
        for (const AlignedBars &factor : factors) {
            if (factor.symbol != asset.symbol)
                regressors.push_back(overSpans(out, factor, rule.kind));
        }
        subtract(out, expectation(out, regressors, window));
        break;
    }
    }
    if (response == domain::Response::AbsReturn) {
        for (double &value : out.value)
            value = std::abs(value);
    }
    return plain;
}

std::vector<double> windowSums(const ResponseSeries &series, const Calendar &calendar, std::size_t length)
{
    std::vector<double> out(calendar.length(), kMissing);
    for (std::size_t t = 0; t + length <= out.size(); ++t) {
        double sum = 0;
        std::size_t present = 0;
        bool whole = true;
        for (std::size_t j = calendar.first + t; j < calendar.first + t + length && whole; ++j) {
            if (series.state[j] == State::Present) {
                sum += series.value[j];
                ++present;
            }
            whole = series.state[j] != State::Missing;
        }
        if (whole && present > 0)
            out[t] = sum;
    }
    return out;
}

} // namespace core::discovery
