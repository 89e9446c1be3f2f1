// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A pooled event study: the market model of every event on the bars before it, and what the bars around it
// did beyond that.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace core::stats {

/// Returns round several events, one row per event: first the estimation bars, then those of the event
/// window.
struct EventPanel {
    std::size_t events = 0;
    std::size_t estimation = 0;  ///< bars the model is fitted on
    std::size_t window = 0;      ///< bars of the event window
    std::vector<double> returns; ///< events × (estimation + window); NaN where missing
    std::vector<double> market;  ///< of the same shape, or one row that serves every event
};

/// One event's market model R = alpha + beta·Rm + u on its estimation bars.
struct EventFit {
    double alpha = 0; ///< all NaN for an event left out
    double beta = 0;
    double deviation = 0;     ///< s, the root of Σ u²/(bars − 2)
    double meanMarket = 0;    ///< of the bars used
    double squaresMarket = 0; ///< Σ (Rm − mean)² of the bars used
    std::size_t bars = 0;     ///< bars with both returns present
};

/// Rows per event as in the panel; NaN where missing and in the rows of events left out.
struct EventStudy {
    std::size_t events = 0;
    std::size_t estimation = 0;
    std::size_t window = 0;
    std::vector<EventFit> fits;
    std::vector<double> residuals;             ///< AR on the estimation bars
    std::vector<double> standardizedResiduals; ///< the same over s·√C, as SAR
    std::vector<double> abnormal;              ///< AR in the event window
    std::vector<double> standardized; ///< SAR = AR/(s·√C), C = 1 + 1/M + (Rm − mean)²/Σ(Rm − mean)²
    std::vector<double> marketDeviation; ///< Rm − mean in the event window; present where AR is
};

/// Fits every event that has at least `minimum` ≥ 5 usable estimation bars and a market that moves; the
/// others are left out of everything below.
[[nodiscard]] EventStudy fitMarketModels(const EventPanel &panel, std::size_t minimum = 30);

/// Bars of the event window, counted from its first: first..last, both inside.
struct EventSpan {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// CAR = Σ AR over the present bars of the span, per event; NaN where there is none.
[[nodiscard]] std::vector<double> cumulated(const EventStudy &study, EventSpan span);

/// SCAR = CAR/(s·√(l + l²/M + (Σ (Rm − mean))²/Σ(Rm − mean)²)) with l present bars: the square of the sum,
/// which is the variance of the forecast error of CAR (Patell 1976 summed squares).
[[nodiscard]] std::vector<double> standardizedCumulated(const EventStudy &study, EventSpan span);

enum class HoldBenchmark {
    Model, ///< the fitted market model
    Market ///< the market's own return
};

/// BHAR = Π (1 + R) − Π (1 + benchmark) over the present bars of the span (Lyon, Barber & Tsai 1999).
[[nodiscard]] std::vector<double> buyAndHold(const EventPanel &panel, const EventStudy &study, EventSpan span,
                                             HoldBenchmark benchmark);

/// AAR: the mean of AR over the events that have one, per bar of the event window.
[[nodiscard]] std::vector<double> averageAbnormal(const EventStudy &study);

/// rbar: the mean correlation of the estimation residuals of two events, over all pairs (Kolari & Pynnönen
/// 2010). Rows are compared bar by bar as they lie in the panel, so only events of one day have anything in
/// common. 0 below two events.
[[nodiscard]] double meanResidualCorrelation(const EventStudy &study);

/// The values that are not missing.
[[nodiscard]] std::vector<double> present(std::span<const double> values);

} // namespace core::stats
