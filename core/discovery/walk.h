// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The track record of the method: a study walked through the past, discovering at each step with what was
// known then and scored on what came next.
#pragma once

#include "core/base/instant.h"
#include "core/domain/study.h"

#include <QJsonObject>
#include <QString>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace core::discovery {

struct RunContext;

/// A stretch of the calendar.
struct StepLength {
    int months = 12;
    int days = 0;
    friend bool operator==(StepLength, StepLength) = default;
};
/// "1y", "6m" (months), "13w", "90d". BadInput with a sentence.
base::Result<StepLength> parseStepLength(std::string_view text);
std::string toText(StepLength step);
/// So many steps on; the 31st of a month that has none is its last day.
base::Instant stepsAfter(base::Instant from, StepLength step, int steps);

struct WalkOptions {
    base::Instant from; ///< the first instant something is discovered at
    base::Instant to;   ///< nothing after it is scored; missing: to the seal, or all there is
    StepLength step;
};

/// Something found at a step, and what became of it at the next. Values in `unit`; less base.
struct WalkFinding {
    std::string event;
    std::string asset;
    domain::Window window;
    domain::Statistic statistic = domain::Statistic::Mean;
    std::string tier;
    std::string unit;
    std::uint64_t n = 0;
    double effect = 0;
    double t = 0;
    std::uint64_t nNext = 0; ///< events of the next step; 0: it could not be scored
    double next = 0;
    bool held = false;   ///< the same sign
    double forecast = 0; ///< the probability of that, told beforehand
    double plain = 0;    ///< the same without shrinkage
};

/// Sums over what was scored; effects in the discovered direction.
struct UnitSum {
    std::uint64_t n = 0;
    double discovered = 0;
    double scored = 0;
};

/// Forecasts between .5 and 1 in five bins of equal width, the last closed.
inline constexpr std::size_t kForecastBins = 5;

struct ForecastBin {
    std::uint64_t n = 0;
    std::uint64_t held = 0;
    double forecasts = 0; ///< their sum
};

/// What was found and what became of it.
struct WalkTally {
    std::uint64_t found = 0;
    std::uint64_t scored = 0; ///< of them: had events in the next step
    std::uint64_t held = 0;   ///< of those
    std::map<std::string, UnitSum> units;
    std::array<ForecastBin, kForecastBins> bins{};
    double squaredErrors = 0;      ///< of the forecasts (Brier 1950)
    double plainSquaredErrors = 0; ///< of those without shrinkage

    void add(const WalkFinding &finding);
    void add(const WalkTally &other);
};

struct WalkStep {
    base::Instant at;    ///< discovered with what was known then
    base::Instant until; ///< scored on the bars that close after `at`, up to it
    std::uint64_t asked = 0;
    double expectedFalse = 0; ///< significant ones by chance
    double shrinkage = 1;     ///< of the forecasts, from earlier steps alone
    WalkTally found;          ///< significant or candidate
    WalkTally uncorrected;    ///< |t| ≥ 1.96 on the same data
    std::vector<WalkFinding> findings;
    QString note; ///< why nothing was asked; else empty
};

/// The mean effect in the discovered direction of what was scored, in one unit.
struct WalkEffect {
    std::string unit;
    std::uint64_t n = 0;
    double discovered = 0;
    double scored = 0;
    double low = 0, high = 0; ///< 95 % of `scored`, steps drawn again with replacement; NaN below two steps
    double shrinkage = 0;     ///< scored over discovered
};

struct Reliability {
    double from = 0, to = 0;
    std::uint64_t n = 0;
    double forecast = 0;      ///< their mean
    double held = 0;          ///< share
    double low = 0, high = 0; ///< Wilson 95 %
};

/// The whole walk, of one kind of finding.
struct WalkTotal {
    WalkTally tally;
    double heldLow = 0, heldHigh = 0; ///< 95 % of the share held, steps drawn again; NaN below two steps
    std::vector<WalkEffect> effects;  ///< most items first
    std::vector<Reliability> reliability;
    double brier = 0; ///< NaN when nothing was scored; a coin has .25
    double plainBrier = 0;
};

struct WalkReport {
    std::string walk;
    std::string study;
    std::uint64_t snapshot = 0;
    base::Instant from, to;
    StepLength step;
    std::uint64_t questions = 0; ///< over all steps
    std::vector<WalkStep> steps;
    WalkTotal found;
    WalkTotal uncorrected;
    std::vector<QString> notes;
    std::int64_t elapsedMs = 0;
};

/// Walks. Registers no family, adds no relationship, makes nothing “asked before”; the walk itself is added
/// to the ledger. The result is the same for any number of threads. Blocks; any thread. Errors: BadInput (as
/// runStudy, or no step lies before the end of what may be scored), Corrupt, Storage, Cancelled (nothing is
/// recorded).
base::Result<WalkReport> walkStudy(const domain::Study &study, const RunContext &context,
                                   const WalkOptions &options);

QJsonObject toJson(const WalkReport &report, bool withFindings = true);
/// What toJson() wrote without findings: every count, share and interval; the sums they were made from are
/// not kept, nor what is missing (NaN). Any thread. Fails with Corrupt when a part is missing or no number.
base::Result<WalkReport> walkFromJson(const QJsonObject &json);

} // namespace core::discovery
