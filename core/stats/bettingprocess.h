// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Forward evidence for one relationship: money won by betting, event after event, that the response comes out
// on the side that was registered.
#pragma once

#include <cstddef>
#include <vector>

namespace core::stats {

/// Which bars a response adds up, counted from the event's bar: first..last, 0 ≤ first ≤ last.
struct BettingWindow {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// A bet whose response may not be known yet at later bars.
struct OpenBet {
    std::size_t bar = 0;
    double gain = 0; ///< direction·Z/4
};

/// All a process remembers: plain values, so that a ledger can keep them and the process go on later as if it
/// had never stopped.
struct BettingState {
    double value = 1;       ///< E
    double highest = 1;     ///< the largest E so far
    std::size_t bets = 0;   ///< events bet on
    std::size_t passed = 0; ///< events without a bet: too early, within the window of the bet before, missing
    std::size_t bars = 0;   ///< how often addBar() was called
    std::size_t lastBet = 0;     ///< the bar of the latest bet; says nothing before the first
    double squares = 0;          ///< Σ of fading weights times response²
    double weight = 0;           ///< Σ of those weights
    std::size_t responses = 0;   ///< responses known so far that were not missing
    std::vector<double> waiting; ///< the responses of the latest bars, oldest first, which are not known yet
    std::vector<double> clipped; ///< the latest clipped responses, a ring
    std::size_t oldest = 0;      ///< where the ring's next value goes
    double gains = 0;            ///< Σ gain over the bets that are known
    double squaredGains = 0;     ///< Σ gain² over the same
    std::vector<OpenBet> open;   ///< bets that are not known yet
};

/// An e-process by betting (Waudby-Smith & Ramdas 2024): E_n = Π (1 + λ_k·Z_k/4) over the events, where Z_k =
/// direction·(c_k − mean of c over the 250 responses known before the event's bar), c = clip(R/σ, ±3), and σ
/// is the root of the mean square response with weights that fade by .97 a response (RiskMetrics 1996), known
/// the bar before. λ_k in [0, ½] is the running Kelly bet to second order, Σ gain/Σ gain² over the bets known
/// by then, started with ten invented ones of a quarter deviation; so it stops when the relationship turns.
///
/// What it promises: P(E ever reaches 1/α) ≤ α (Ville 1939) if, given all that was known before an event's
/// bar, its clipped response is on average no further in the registered direction than that of the 250
/// before. Nothing is assumed of the law of the response, its volatility or how often one looks. It breaks
/// where the mean of responses drifts within 250 of them and events follow the drift, and when a direction is
/// chosen after its responses were seen: feed only bars to addBar() from before the registration, never to
/// bet(). The mean is itself an estimate; a wrong one helps on one stretch and costs on the next, and the
/// simulated share of E ≥ 20 (`bench calibration`) holds it. With normal mixtures of unclipped responses it
/// would be .089 where .05 is promised.
///
/// Call for every bar in order: bet() if it is an event's bar, then addBar(). Responses that span several
/// bars are given when the caller knows them, at their own bar; the process uses each only where it was
/// known. An event within the window of the bet before is passed over, because two bets on the same return
/// would multiply it: in a cluster the first event counts. Not safe for threads.
class BettingProcess final
{
public:
    /// direction > 0 bets on high responses, < 0 on low ones. A state goes on only with the same direction
    /// and window it was made with.
    explicit BettingProcess(double direction, BettingWindow window = {}, BettingState state = {});

    /// The response over the window at the next bar, event or not; NaN where missing.
    void addBar(double response);
    /// One event at the bar whose addBar() comes next; returns E after it. NaN, or fewer than 250 responses
    /// known, leaves E as it is.
    double bet(double response);

    [[nodiscard]] double value() const { return m_state.value; }
    [[nodiscard]] double highest() const { return m_state.highest; }
    [[nodiscard]] std::size_t bets() const { return m_state.bets; }
    [[nodiscard]] const BettingState &state() const { return m_state; }

private:
    [[nodiscard]] double clip(double response) const;
    [[nodiscard]] double share() const;
    void know(double response);
    void closeBets();

    double m_sign;
    BettingWindow m_window;
    BettingState m_state;
};

} // namespace core::stats
