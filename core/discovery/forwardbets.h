// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Betting on events after a discovery: which may be bet on, what each bet wins, and the two e-processes that
// say whether the effect is there and whether it is gone. Pure: no store, no clock.
#pragma once

#include "core/store/lives.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace core::discovery {

/// An asset's responses over the window, by the window's first bar; NaN where missing.
struct ForwardTrack {
    std::string asset;
    std::vector<double> responses;
    std::vector<double> usual; ///< what each is compared with, known before it; empty: nothing more

    [[nodiscard]] double apart(std::size_t i) const { return responses[i] - (usual.empty() ? 0 : usual[i]); }
};

/// An event after discovery whose window has ended.
struct ForwardEvent {
    std::size_t start = 0; ///< the window's first bar
    base::Instant eventAt, firstAt, lastAt;
    std::size_t track = 0;
    int side = 1;
};

struct ForwardRule {
    base::Sha256 hypothesis{};
    double direction = 1;   ///< the registered one
    std::size_t length = 1; ///< bars of the window
    double half =
        0; ///< half of the registered effect as a bare response, ≥ 0; the effect has decayed below it
};

/// The bets that follow on `before`, in order; `events` ascend by start.
///
/// One wealth, whatever asset an event is on: E_n = Π (1 + λ_k·g_k) as stats::BettingProcess has it, g_k from
/// the asset's own σ and mean, λ_k from the gains of all bets before. Bets never overlap in time, so that
/// each is known before the next is made and the product stays a test supermartingale (Ville 1939); of events
/// that would, the first counts, in one bar that of the asset with the fewest bets. An event on side −1 is
/// bet on in the other direction.
///
/// Decay is accused by a second one of the hypothesis that the effect is still at least `half`: the same bets
/// in the other direction on the response less `half`. When it began to decay nobody knows, so there is one
/// such process from the 1st, 2nd, 4th, 8th … bet on with weights 1/2, 1/6, 1/12, 1/20 …; their weighted sum,
/// those not begun counting as 1, is an e-process again. After it has reached 20 nothing more is bet.
///
/// It breaks where BettingProcess does, and where an event is known only after its response is (then which
/// events there are may depend on the response).
std::vector<store::ForwardStep> betOn(std::span<const ForwardEvent> events,
                                      std::span<const ForwardTrack> tracks, const ForwardRule &rule,
                                      std::span<const store::ForwardStep> before);

} // namespace core::discovery
