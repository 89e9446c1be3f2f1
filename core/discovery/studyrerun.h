// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The look-ahead test of a study: its responses, event weights and entries, built again as of past instants.
#pragma once

#include "core/discovery/family.h"
#include "core/discovery/findings.h"
#include "core/discovery/keptreaders.h"
#include "core/discovery/lookahead.h"
#include "core/discovery/runner.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace core::discovery {

/// Event series and assets of a tested family, told again as of an instant by the very code that made the
/// family, reading only what was known then. Compared are
///  – the response of every asset, decided at the bar's close;
///  – the weight of every event bar, decided when the bar has closed and its last event is known;
///  – the same weight at every entry of a window after the event bar that is called tradable, decided at the
///    close it is entered at (what is entered before the event bar is a plan, which needs no test);
///  – where most events of a series say that they happened more than a bar before anybody knew, the count of
///    events by their own stamps, decided a bar later. Nothing is placed by a stamp, but whoever reads one as
///    a date is misled by it.
/// What rightly depends on the end is left out: trimming, minima, the bars that a window reaches past the
/// end. A volume is told relative to its first one, because a split known later moves all of the past alike.
class StudyRerun final
{
public:
    /// At most so many assets of a pool.
    static constexpr std::size_t kMostOfPool = 12;

    /// Both must outlive it.
    StudyRerun(const Family &family, const RunContext &context);

    /// Adds a pair with one of its windows. False: it would make more than `mostAssets` assets, and is not
    /// added.
    bool add(const FamilyPair &pair, domain::Window window, bool tradable, std::size_t mostAssets);
    /// Builds everything. Errors as testLookAhead.
    base::Result<LookAheadReport> test(std::size_t instants);
    /// Whether something the pair and window were made of differs; after test().
    [[nodiscard]] bool failed(const FamilyPair &pair, domain::Window window,
                              const LookAheadReport &report) const;
    /// Whether it follows from another one, which is told.
    [[nodiscard]] bool isTold(const LookAheadDifference &difference, const LookAheadReport &report) const;
    /// A difference and what it comes from.
    [[nodiscard]] QString explain(const LookAheadDifference &difference) const;

private:
    enum class Kind : std::uint8_t { Response, Weight, Entry, Stamp };
    struct Wanted {
        std::set<std::size_t> assets; ///< positions in m_symbols
        std::set<int> entries;        ///< first bars of tradable windows
    };

    /// "1|3|SPY|2": kind, event, asset, entry.
    static std::string nameOf(Kind kind, std::size_t event, const std::string &asset, int entry = 0);
    [[nodiscard]] std::vector<std::string> assetsOf(const FamilyPair &pair) const;
    [[nodiscard]] domain::Study restricted() const;
    base::Result<std::vector<DecisionSeries>> build(base::Instant asOf);
    base::Result<void> suspectActions();
    void addResponses(std::vector<DecisionSeries> &out, const Family &then) const;
    base::Result<void> addWeights(std::vector<DecisionSeries> &out, const Family &then, std::size_t event,
                                  const AskedSeries &asked) const;
    void addStamps(std::vector<DecisionSeries> &out, const Family &then, std::size_t event,
                   const AskedSeries &asked, bool isFull);
    [[nodiscard]] const domain::EventDefinition &definitionOf(std::size_t event) const;

    const Family &m_family;
    const RunContext &m_given;
    KeptEvents m_events;
    KeptBars m_bars;
    std::vector<std::string> m_symbols;
    std::map<std::size_t, Wanted> m_wanted; ///< by event series of the family
    std::set<std::size_t> m_stampedLate;    ///< event series, told by the full build
    std::vector<base::Instant> m_suspects;  ///< when something told late would show
};

struct StudyLookAhead {
    LookAheadReport report;
    std::vector<QString> sentences; ///< what differs and what it comes from
};

/// Tests every pair and window of a study. Errors as runStudy and testLookAhead.
base::Result<StudyLookAhead> lookAheadOf(const domain::Study &study, const RunContext &context,
                                         std::size_t instants);

/// Fills lookAhead of the findings: those with a tier, else the strongest few; what was tested and what
/// differs is added to the notes. Errors: Cancelled, Corrupt, Storage.
base::Result<void> tellLookAhead(RunReport &report, const Family &family, const RunContext &context);

} // namespace core::discovery
