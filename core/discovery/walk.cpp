// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/walk.h"

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/version.h"
#include "core/discovery/keptreaders.h"
#include "core/discovery/matching.h"
#include "core/discovery/reporting.h"
#include "core/discovery/runner.h"
#include "core/discovery/testing.h"
#include "core/discovery/walkreport.h"
#include "core/discovery/walkscore.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr int kMostSteps = 1'000;
constexpr double kUncorrected = 1.96; // |t| of a test that knows of no other

Instant earliest(std::initializer_list<Instant> instants)
{
    Instant out;
    for (const Instant at : instants) {
        if (at.isValid() && (!out.isValid() || at < out))
            out = at;
    }
    return out;
}

/// What is asked and found at one instant.
struct Asked {
    Family family;
    std::vector<Finding> kept;
    double expectedFalse = 0;
};

class Walker final
{
public:
    Walker(const domain::Study &study, const RunContext &context, const WalkOptions &options)
        : m_study(study)
        , m_given(context)
        , m_options(options)
        , m_events(context.events)
        , m_bars(context.bars)
    {}

    Result<WalkReport> walk()
    {
        if (auto planned = plan(); !planned.ok())
            return planned.error();
        std::optional<Family> family;
        for (std::size_t i = 0; i < m_report.steps.size(); ++i) {
            WalkStep &step = m_report.steps[i];
            if (i == 0) {
                if (auto made = familyAt(step.at, &step.note, family); !made.ok())
                    return made.error();
            }
            const bool isLast = i + 1 == m_report.steps.size();
            std::optional<Family> next;
            if (isLast)
                next = std::move(m_last);
            else if (auto made = familyAt(step.until, &m_report.steps[i + 1].note, next); !made.ok())
                return made.error();
            if (family) {
                if (auto done = take(step, i, *family, next); !done.ok())
                    return done.error();
            }
            m_daysDone += m_days[i];
            family = std::move(next);
        }
        finish();
        return std::move(m_report);
    }

private:
    /// The steps, up to the end of what may be scored and of what there is.
    Result<void> plan()
    {
        const Instant limit =
            earliest({m_options.to, m_given.sealedFrom, m_study.sealedFrom, m_study.to, m_given.asOf});
        if (auto made = familyAt(limit, nullptr, m_last); !made.ok())
            return made.error();
        const Instant end = m_last->sampleTo();
        m_report.from = m_options.from;
        m_report.to = end;
        for (int i = 0; i < kMostSteps; ++i) {
            WalkStep step;
            step.at = stepsAfter(m_options.from, m_options.step, i);
            step.until = std::min(stepsAfter(m_options.from, m_options.step, i + 1), end);
            if (step.at >= end)
                break;
            m_days.push_back(
                std::max(1.0, static_cast<double>((step.at - m_last->sampleFrom()).count()) / 86'400e6));
            m_daysInAll += m_days.back();
            m_report.steps.push_back(std::move(step));
        }
        if (m_report.steps.empty()) {
            return Error{ErrorCode::BadInput,
                         Tr::tr("There is nothing to score after %1: what may be scored ends on %2.")
                             .arg(qs(base::toIso(m_options.from.utcDay())), qs(base::toIso(end.utcDay())))};
        }
        return {};
    }

    [[nodiscard]] RunContext contextAt(Instant at) const
    {
        RunContext context = onKept(m_given, m_events, m_bars);
        context.asOf = earliest({at, m_given.asOf});
        context.progress = {};
        return context;
    }

    /// The family as of an instant; with `note`, why there is none yet is told there and is no error.
    Result<void> familyAt(Instant at, QString *note, std::optional<Family> &out)
    {
        domain::Study study = m_study;
        study.to = earliest({at, study.to});
        auto family = makeFamily(study, contextAt(at), Unlisted::Kept);
        if (family.ok())
            out = std::move(*family);
        else if (!note || family.error().code != ErrorCode::BadInput)
            return family.error();
        else
            *note = family.error().message;
        if (m_given.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("The walk was cancelled; nothing was recorded.")};
        return {};
    }

    Result<void> take(WalkStep &step, std::size_t number, const Family &family,
                      const std::optional<Family> &next)
    {
        RunContext context = contextAt(step.at);
        context.progress = progressOf(number);
        const auto tested = testFamily(family, context);
        if (!tested.ok())
            return tested.error();
        step.asked = family.hypotheses();
        m_report.questions += step.asked;
        for (const TestedPart &part : tested->parts) {
            if (std::isfinite(part.significantFrom) && family.study.significance == domain::Significance::MaxT)
                step.expectedFalse += expectedByChance(part.counts, part.significantFrom);
        }
        std::vector<Finding> kept = keptFindings(family, *tested, context);
        std::erase_if(kept, [&family](const Finding &finding) {
            const std::size_t event =
                finding.coordinate / family.study.windows.size() / family.assetLabels.size();
            return finding.tier == "none" &&
                   !(std::abs(finding.t) >= kUncorrected &&
                     finding.n >= static_cast<std::size_t>(family.events[event].minEvents));
        });
        auto scores = std::vector<NextEffect>(kept.size(), NextEffect{0, domain::kMissing});
        if (next) {
            const auto matching = nextMatching(kept, *next, contextAt(step.until));
            if (!matching.ok())
                return matching.error();
            scores = scoreNext(family, kept, *next, step.at, *matching, context);
        }
        if (m_given.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("The walk was cancelled; nothing was recorded.")};
        tally(step, kept, scores);
        return {};
    }

    /// The days that may stand in on the next bars, where a finding is compared with them.
    static Result<MatchedDays> nextMatching(const std::vector<Finding> &kept, const Family &next,
                                            const RunContext &context)
    {
        const bool matched = std::ranges::any_of(kept, [](const Finding &finding) {
            return finding.nullMethod == toText(NullMethod::MatchedDays);
        });
        return matched ? makeMatching(next, context) : Result<MatchedDays>(MatchedDays());
    }

    void tally(WalkStep &step, const std::vector<Finding> &kept, const std::vector<NextEffect> &scores)
    {
        step.shrinkage = m_shrinkage.value();
        for (std::size_t i = 0; i < kept.size(); ++i) {
            WalkFinding finding = told(kept[i], scores[i]);
            if (std::abs(kept[i].t) >= kUncorrected) {
                WalkFinding plain = finding;
                plain.forecast = plain.plain;
                step.uncorrected.add(plain);
            }
            if (finding.tier == "none")
                continue;
            step.found.add(finding);
            step.findings.push_back(std::move(finding));
        }
        for (const WalkFinding &finding : step.findings) { // of use to later steps alone
            if (finding.nNext > 0 && finding.effect != 0)
                m_shrinkage.add(finding.effect, finding.next);
        }
    }

    [[nodiscard]] WalkFinding told(const Finding &finding, const NextEffect &score) const
    {
        WalkFinding out;
        out.event = finding.event;
        out.asset = finding.asset;
        out.window = finding.window;
        out.statistic = finding.statistic;
        out.tier = finding.tier;
        out.unit = finding.unit;
        out.n = finding.n;
        out.effect = finding.effect - finding.base; // of slope and spread the base is 0
        out.t = finding.t;
        if (score.n == 0 || std::isnan(score.value))
            return out;
        out.nNext = score.n;
        out.next = score.value;
        out.held = (out.effect > 0 && out.next > 0) || (out.effect < 0 && out.next < 0);
        out.plain = forecastOf(out.t, out.n, out.nNext, 1);
        out.forecast = forecastOf(out.t, out.n, out.nNext, m_shrinkage.value());
        return out;
    }

    /// Days of sample behind and in all: later steps are longer.
    [[nodiscard]] base::ProgressSink progressOf(std::size_t number) const
    {
        if (!m_given.progress)
            return {};
        return [this, number](const base::Progress &inner) {
            const double share =
                inner.total > 0 ? static_cast<double>(inner.done) / static_cast<double>(inner.total) : 0;
            const double done = m_daysDone + m_days[number] * share;
            const double seconds = done > 0 ? m_watch.seconds() * (m_daysInAll - done) / done : 0;
            m_given.progress({static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(m_daysInAll),
                              ::core::base::Tr::tr("days of sample, step %1 of %2, about %3 s left")
                                  .arg(number + 1)
                                  .arg(m_report.steps.size())
                                  .arg(static_cast<std::int64_t>(seconds + 0.5))});
        };
    }

    void finish()
    {
        m_report.study = m_study.name;
        m_report.snapshot = m_given.snapshot;
        m_report.step = m_options.step;
        m_report.found = totalOf(m_report.steps, &WalkStep::found, m_study.seed);
        m_report.uncorrected = totalOf(m_report.steps, &WalkStep::uncorrected, m_study.seed);
        m_report.notes = {
            Tr::tr("A walk judges the method: it registers nothing, and what it finds is believed by none."),
            Tr::tr("A window that reaches from one step into the next is scored in neither."),
            Tr::tr(
                "The assets are those this workspace knows now: one that was never imported cannot be found "
                "to fail."),
            Tr::tr(
                "Forecasts are Φ(k δ/√(se² + s²/n)) with the next step's n; k is the mean of scored over "
                "discovered effects of earlier steps, each winsorised to [−1, 2], with a prior of .8 worth "
                "ten of them. Intervals draw whole steps again."),
        };
        m_report.elapsedMs = static_cast<std::int64_t>(m_watch.seconds() * 1e3);
    }

    base::Stopwatch m_watch;
    const domain::Study &m_study;
    const RunContext &m_given;
    const WalkOptions &m_options;
    KeptEvents m_events;
    KeptBars m_bars;
    std::optional<Family> m_last; ///< as of the end of what may be scored
    WalkReport m_report;
    std::vector<double> m_days; ///< of sample, per step
    double m_daysDone = 0;
    double m_daysInAll = 0;
    Shrinkage m_shrinkage;
};

store::WalkRecord recordOf(const WalkReport &report, const domain::Study &study, const RunContext &context)
{
    store::WalkRecord out;
    out.walk = report.walk;
    out.study = base::canonicalJson(domain::toJson(study));
    out.snapshot = report.snapshot;
    out.from = report.from;
    out.to = report.to;
    out.step = toText(report.step);
    out.questions = report.questions;
    out.found = report.found.tally.found;
    out.scored = report.found.tally.scored;
    out.held = report.found.tally.held;
    out.result = base::canonicalJson(toJson(report, false));
    out.program = base::programVersion();
    out.recordedAt = context.clock.now();
    return out;
}

} // namespace

Result<StepLength> parseStepLength(std::string_view text)
{
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (fault == std::errc() && number > 0 && number <= 3660) {
        if (unit == "y")
            return StepLength{12 * number, 0};
        if (unit == "m")
            return StepLength{number, 0};
        if (unit == "w")
            return StepLength{0, 7 * number};
        if (unit == "d")
            return StepLength{0, number};
    }
    return Error{
        ErrorCode::BadInput,
        Tr::tr("“%1” is no step; write a number and y, m (months), w or d, such as 1y.").arg(qs(text))};
}

std::string toText(StepLength step)
{
    if (step.months > 0)
        return step.months % 12 == 0 ? std::to_string(step.months / 12) + "y"
                                     : std::to_string(step.months) + "m";
    return step.days % 7 == 0 ? std::to_string(step.days / 7) + "w" : std::to_string(step.days) + "d";
}

Instant stepsAfter(Instant from, StepLength step, int steps)
{
    using namespace std::chrono;
    const year_month_day date(from.utcDay());
    year_month_day moved = date + months(step.months * steps);
    if (!moved.ok())
        moved = moved.year() / moved.month() / last;
    return Instant(sys_days(moved) + days(step.days * steps)) + (from - Instant(from.utcDay()));
}

Result<WalkReport> walkStudy(const domain::Study &study, const RunContext &context,
                             const WalkOptions &options)
{
    auto report = Walker(study, context, options).walk();
    if (!report.ok())
        return report;
    report->walk = runName(context.clock);
    if (auto recorded = context.ledger.recordWalk(recordOf(*report, study, context)); !recorded.ok())
        return recorded.error();
    return report;
}

} // namespace core::discovery
