// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The look-ahead test: what a computation says it had decided by an instant must come out again when it is
// given only what was known at that instant.
#pragma once

#include "core/base/cancel.h"
#include "core/base/instant.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace core::discovery {

/// Values with the instant from which on each could be acted on.
struct DecisionSeries {
    std::string name;                 ///< what tells it from the others
    QString what;                     ///< in a sentence: “the return of SPY”
    std::vector<base::Instant> about; ///< what each value belongs to, usually the close of its bar; distinct
    std::vector<base::Instant> decided; ///< when it is said to stand
    std::vector<double> value;          ///< NaN: there is none

    void add(base::Instant aboutThen, base::Instant decidedThen, double number);
};

/// Builds everything from what was known at the instant (missing: from everything known).
using AsOfBuilder = std::function<base::Result<std::vector<DecisionSeries>>(base::Instant)>;

struct LookAheadOptions {
    std::size_t instants = 4; ///< at which it is built again
    std::uint64_t seed = 1;
    base::Instant from; ///< instants after it; missing: any
    base::Instant to;   ///< instants before or at it; missing: any
    /// Instants at which a leak would show, asked for after the full build; every second instant is one of
    /// them. May be empty.
    std::function<std::vector<base::Instant>()> suspects = {};
    double tolerance = 1e-9; ///< relative to the value and to the series' root mean square
    base::CancelToken cancel = {};
    base::ProgressSink progress = {};
};

/// A value that was another one at the time.
struct LookAheadDifference {
    std::string series;
    QString what;
    base::Instant about;
    base::Instant decided;
    base::Instant asOf; ///< what was known then made `then` of it
    double then = 0;    ///< NaN: there was none
    double now = 0;     ///< NaN: there is none
};

struct LookAheadReport {
    std::vector<base::Instant> instants;    ///< tested, ascending
    std::uint64_t compared = 0;             ///< values
    std::uint64_t different = 0;            ///< of them
    std::vector<LookAheadDifference> first; ///< of each series that differs the earliest, by name

    [[nodiscard]] bool passed() const { return different == 0; }
};

/// Builds once from everything and once at each of some random instants, all of them instants at which
/// something is said to be decided: there a value that needs the future, or a fact that nobody knew yet,
/// cannot be there. Every value decided by then must be equal; one that only one side has is a difference
/// too. Fails when the builder does, and on cancel. No instant is tested when nothing is decided in the
/// range.
base::Result<LookAheadReport> testLookAhead(const AsOfBuilder &build, const LookAheadOptions &options);

/// “The return of SPY on 2015-03-04 was 0.0012 by what was known on 2015-03-04 21:00 and is 0.0015 now.”
QString sentenceOf(const LookAheadDifference &difference);

} // namespace core::discovery
