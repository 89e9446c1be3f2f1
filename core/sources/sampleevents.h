// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated events of the sample workspace, and what some of them do to prices.
#pragma once

#include "core/domain/event.h"
#include "core/sources/samplemarket.h"

#include <string_view>
#include <vector>

namespace core::sources {

inline constexpr std::string_view kSampleSource = "simulated";

/// What is planted; a study is to find the effects and not the traps.
enum class SamplePlant : std::uint8_t { None, Stable, Fading, AfterTheFact, Volatility, Weekday, Quintiles };

struct SampleEventType {
    std::string_view name;
    SamplePlant plant = SamplePlant::None;
    std::string_view sector; ///< whose companies the plant moves; empty: none or all
    std::string_view how;    ///< how its events come about, for truth.json and people
};
/// Every event type of the sample, plants first.
std::span<const SampleEventType> sampleEventTypes();
const SampleEventType &sampleEventType(SamplePlant plant);

// Sizes of the plants; daily log returns.
inline constexpr double kStableEffect = 0.0070;  ///< added on the bar after the event bar
inline constexpr double kFadingEffect = 0.0115;  ///< added on the event bar, before kFadesFrom
inline constexpr double kLeakEffect = 0.0090;    ///< added on the bar before the event was known
inline constexpr double kVolatilityFactor = 1.7; ///< multiplies what is not the market on the event bar
inline constexpr double kWeekdayDrift = -0.0030; ///< added on Wednesdays, made up on the other days
inline constexpr double kSurpriseSlope = 0.0120; ///< per standard deviation of the surprise
inline constexpr int kFadesFromYear = 2016;      ///< the fading effect is gone from July of this year

/// Draws all events but the earnings, and changes the market's returns by the plants. Events that follow the
/// market (volatility, losses) see it after the plants. Ascending by (timestamp, type). A pure function of
/// seed and market.
std::vector<domain::Event> simulateEvents(std::uint64_t seed, SampleMarket &market);

/// Four earnings reports a year for each company, told after the close; the next session moves in line with
/// the surprise (value, per cent). Changes the market's returns.
std::vector<domain::Event> simulateEarnings(std::uint64_t seed, SampleMarket &market);

} // namespace core::sources
