// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/forward.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/assets.h"
#include "core/discovery/follower.h"
#include "core/discovery/matching.h"
#include "core/discovery/measure.h"
#include "core/discovery/runner.h"
#include "core/discovery/sinceevents.h"
#include "core/discovery/testing.h"
#include "core/stats/descriptive.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
using store::ForwardStart;
using store::ForwardStep;
using store::LifeChange;
using store::RelationshipRecord;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t kIntervalSeed = 1;
constexpr std::size_t kFewestTrailing = 3;

/// Relationships that one family of today's data answers for: of one run, window and asset axis.
struct FollowedGroup {
    std::string run;
    domain::Window window;
    std::vector<std::string> symbols;
    std::vector<const RelationshipRecord *> members;
};

QJsonObject definitionOf(const RelationshipRecord &relationship)
{
    const auto json = base::parseJson(relationship.definition);
    return json.ok() ? json->toObject() : QJsonObject();
}

/// A symbol, or those of a pool.
std::vector<std::string> symbolsOf(const RelationshipRecord &relationship)
{
    const QJsonValue asset = definitionOf(relationship).value("asset"_L1);
    if (!asset.isArray())
        return {base::utf8(asset.toString())};
    std::vector<std::string> symbols;
    for (const QJsonValue &symbol : asset.toArray())
        symbols.push_back(base::utf8(symbol.toString()));
    return symbols;
}

std::vector<FollowedGroup> grouped(std::span<const RelationshipRecord> relationships)
{
    std::map<std::tuple<std::string, int, int, std::string>, FollowedGroup> groups;
    for (const RelationshipRecord &one : relationships) {
        const std::vector<std::string> symbols = symbolsOf(one);
        const bool pooled = definitionOf(one).value("asset"_L1).isArray();
        FollowedGroup &group =
            groups[{one.run, one.first, one.last, pooled ? one.asset + one.definition : ""}];
        group.run = one.run;
        group.window = {one.first, one.last};
        group.members.push_back(&one);
        for (const std::string &symbol : symbols) {
            if (std::ranges::find(group.symbols, symbol) == group.symbols.end())
                group.symbols.push_back(symbol);
        }
    }
    std::vector<FollowedGroup> out;
    for (auto &[key, group] : groups)
        out.push_back(std::move(group));
    return out;
}

/// Whether relationships cannot be followed for a reason of theirs, not of the disk's.
bool isNote(const Error &error)
{
    return error.code == ErrorCode::BadInput || error.code == ErrorCode::NotFound;
}

/// The discovering run's study, asked of all there is now, of one window and the assets of the group.
Result<domain::Study> studyNow(const FollowedGroup &group, const store::RunRecord &run,
                               const store::FamilyRecord &family, const store::Ledger &ledger)
{
    auto study = domain::parseStudy(run.study, run.startedAt);
    if (!study.ok())
        return study;
    const auto spec = base::parseJson(family.spec);
    if (!spec.ok())
        return spec.error();
    study->returns.benchmark = base::utf8(spec->toObject().value("benchmark"_L1).toString());
    study->assets = {};
    study->assets.symbols = group.symbols;
    if (study->pair != domain::Pairing::All && study->pool == domain::Pooling::None) {
        // which events there are, and so what they weigh, depends on the assets that they may be about
        const auto axes = ledger.axes(family.id);
        if (!axes.ok())
            return axes.error();
        study->assets.symbols.clear();
        for (const store::AxisItem &asset : axes->assets)
            study->assets.symbols.push_back(asset.label);
    }
    study->to = {};
    study->sealedFrom = {};
    study->trim = false;
    study->restriction = domain::Restriction::None; // how it is shifted is no part of what is asked
    study->windows = {group.window};
    return study;
}

/// The close of the last bar there was of anything the study reads.
Result<Instant> lastBarThen(const domain::Study &study, std::uint64_t snapshot, const RunContext &context)
{
    std::vector<std::string> symbols = study.assets.symbols;
    symbols.push_back(study.returns.benchmark);
    symbols.insert(symbols.end(), study.returns.factors.begin(), study.returns.factors.end());
    RunContext then = context;
    then.snapshot = snapshot;
    const auto bars = readBars(symbols, study, then, Unlisted::Refused);
    if (!bars.ok())
        return bars.error();
    Instant last;
    for (const auto &[symbol, series] : *bars)
        last = std::max(last, series.tsEnd.back());
    return last;
}

/// The changes of status that steps bring about, in order.
std::vector<LifeChange> changesBy(const std::vector<ForwardStep> &steps, const std::string &status,
                                  Instant now)
{
    std::vector<LifeChange> out;
    std::string at = status;
    const auto change = [&](const ForwardStep &step, const char *to, const QString &reason, double reached) {
        const QString said = reason.arg(QString::number(reached, 'f', 1), QString::number(step.number),
                                        qs(base::toIso(step.lastAt.utcDay())));
        out.push_back({step.hypothesis, now, at, to, base::utf8(said)});
        at = to;
    };
    for (const ForwardStep &step : steps) {
        if (at != "validated" && step.e >= store::kEnoughEvidence)
            change(step, "validated",
                   Tr::tr("Betting on events after the discovery had turned 1 into %1 with event %2, on %3."),
                   step.e);
        if (step.decay >= store::kEnoughEvidence)
            change(step, "decayed",
                   Tr::tr("Betting that less than half of the registered effect is left had turned 1 into %1 "
                          "with event %2, on %3."),
                   step.decay);
    }
    return out;
}

ForwardCheck checkOf(const RelationshipRecord &relationship)
{
    ForwardCheck out;
    out.hypothesis = relationship.hypothesis;
    out.event = relationship.event;
    out.asset = relationship.asset;
    out.status = relationship.status;
    return out;
}

store::ForwardTally tallyOf(const std::vector<ForwardStep> &steps)
{
    store::ForwardTally out;
    for (const ForwardStep &step : steps)
        out.highest = std::max(out.highest, step.e);
    if (steps.empty())
        return out;
    out.n = steps.size();
    out.e = steps.back().e;
    out.decay = steps.back().decay;
    out.lastAt = steps.back().lastAt;
    return out;
}

/// A group's study on today's data, and what its relationships start from.
class GroupCheck final
{
public:
    GroupCheck(const FollowedGroup &group, const RunContext &context)
        : m_group(group)
        , m_context(context)
        , m_lives(context.ledger.lives())
    {}

    Result<std::vector<ForwardCheck>> run()
    {
        std::vector<ForwardCheck> out;
        if (auto ready = prepare(); !ready.ok()) {
            if (!isNote(ready.error()))
                return ready.error();
            for (const RelationshipRecord *member : m_group.members) {
                out.push_back(checkOf(*member));
                out.back().note = ready.error().message;
            }
            return out;
        }
        for (const RelationshipRecord *member : m_group.members) {
            auto checked = check(*member);
            if (!checked.ok())
                return checked.error();
            out.push_back(std::move(*checked));
        }
        return out;
    }

private:
    Result<void> prepare()
    {
        auto run = m_context.ledger.run(m_group.run);
        if (!run.ok())
            return run.error();
        m_run = std::move(*run);
        auto record = m_context.ledger.family(m_run.family);
        if (!record.ok())
            return record.error();
        if (!*record)
            return Error{ErrorCode::NotFound,
                         Tr::tr("The ledger has no family of the run %1.").arg(qs(m_run.run))};
        m_record = std::move(**record);
        const auto study = studyNow(m_group, m_run, m_record, m_context.ledger);
        if (!study.ok())
            return study.error();
        const SinceEvents events(m_context.events, m_run.snapshot);
        const RunContext now{.events = events,
                             .bars = m_context.bars,
                             .ledger = m_context.ledger,
                             .clock = m_context.clock,
                             .snapshot = m_context.snapshot,
                             .watchlist = m_context.watchlist,
                             .links = m_context.links,
                             .threads = m_context.threads,
                             .cancel = m_context.cancel};
        auto family = makeFamily(*study, now);
        if (!family.ok())
            return family.error();
        m_family = std::move(*family);
        return prepareMatching(now);
    }

    /// Which relationships matched days found, and with what those are compared.
    Result<void> prepareMatching(const RunContext &now)
    {
        const auto report = showRun(m_run.run, m_context.ledger, false);
        if (!report.ok())
            return report.error();
        for (const Finding &finding : report->findings) {
            if (finding.nullMethod == toText(NullMethod::MatchedDays))
                m_matched.insert(finding.hypothesis);
        }
        if (m_matched.empty())
            return {};
        auto matching = makeMatching(m_family, now);
        if (!matching.ok())
            return matching.error();
        m_matching = std::move(*matching);
        return {};
    }

    Result<ForwardCheck> check(const RelationshipRecord &relationship)
    {
        ForwardCheck out = checkOf(relationship);
        const auto pair = std::ranges::find_if(m_family.pairs, [&](const FamilyPair &one) {
            return m_family.hypothesisId(one, 0) == relationship.hypothesis;
        });
        if (pair == m_family.pairs.end()) {
            out.note =
                Tr::tr("The study of run %1 no longer asks this on the data there are: its events or prices "
                       "were removed or changed.")
                    .arg(qs(m_run.run));
            return out;
        }
        const MatchedDays *matching = m_matched.contains(relationship.hypothesis) ? &m_matching : nullptr;
        const Follower follower(relationship, m_family, *pair, matching, m_context);
        const auto start = startOf(follower, relationship);
        if (!start.ok() && isNote(start.error())) {
            out.note = start.error().message;
            return out;
        }
        if (!start.ok())
            return start.error();
        auto before = m_lives.stepsOf(relationship.hypothesis);
        if (!before.ok())
            return before.error();
        std::vector<ForwardStep> steps;
        if (follower.looksAhead())
            out.note = Tr::tr(
                "Its weights are made from the whole sample (rank, zscore or breaks of the sample), so "
                "no event can be weighed when it comes; ask with value or past breaks instead.");
        else
            steps = follower.follow(*start, *before);
        return conclude(std::move(out), follower, std::move(steps), std::move(*before));
    }

    /// What is stored, else what today's first check stores.
    Result<ForwardStart> startOf(const Follower &follower, const RelationshipRecord &relationship)
    {
        auto start = m_lives.startOf(relationship.hypothesis);
        if (!start.ok())
            return start.error();
        if (*start)
            return **start;
        if (!m_from.isValid()) {
            const auto last = lastBarThen(m_family.study, m_run.snapshot, m_context);
            if (!last.ok())
                return last.error();
            m_from = *last;
        }
        ForwardStart made = follower.start(m_from, m_record.sampleTo, m_run.snapshot);
        made.recordedAt = m_context.clock.now();
        return m_lives.begin(made);
    }

    Result<ForwardCheck> conclude(ForwardCheck out, const Follower &follower, std::vector<ForwardStep> steps,
                                  std::vector<ForwardStep> before)
    {
        const Instant now = m_context.clock.now();
        for (ForwardStep &step : steps)
            step.recordedAt = now;
        out.changes = changesBy(steps, out.status, now);
        std::string status = out.changes.empty() ? out.status : out.changes.back().to;
        if (const QString over = status == "decayed" ? QString() : follower.silence(); !over.isEmpty()) {
            out.changes.push_back({out.hypothesis, now, status, "retired", base::utf8(over)});
            status = "retired";
        }
        const auto added = m_lives.add(out.hypothesis, steps, out.changes);
        if (!added.ok())
            return added.error();
        if (*added) {
            out.status = status;
            out.added = steps.size();
            before.insert(before.end(), steps.begin(), steps.end());
        } else {
            out.changes.clear();
            out.note = Tr::tr("Another check was at it; look again.");
        }
        out.tally = tallyOf(before);
        return out;
    }

    const FollowedGroup &m_group;
    const RunContext &m_context;
    store::Lives m_lives;
    store::RunRecord m_run;
    store::FamilyRecord m_record;
    Instant m_from; ///< the last bar there was at the run's snapshot; missing: not read yet
    Family m_family;
    std::set<base::Sha256> m_matched; ///< the hypotheses of the run that matched days tested
    MatchedDays m_matching;           ///< empty when there are none
};

bool isFollowed(const RelationshipRecord &relationship)
{
    return relationship.status != "decayed" && relationship.status != "retired";
}

} // namespace

Result<std::vector<ForwardCheck>> checkForward(std::span<const RelationshipRecord> relationships,
                                               const RunContext &context)
{
    std::vector<RelationshipRecord> followed;
    std::ranges::copy_if(relationships, std::back_inserter(followed), isFollowed);
    const std::vector<FollowedGroup> groups = grouped(followed);
    std::vector<ForwardCheck> out;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (context.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("The check was cancelled.")};
        if (context.progress)
            context.progress(
                {i, groups.size(), Tr::tr("Checking relationships of run %1").arg(qs(groups[i].run))});
        auto checked = GroupCheck(groups[i], context).run();
        if (!checked.ok())
            return checked.error();
        std::ranges::move(*checked, std::back_inserter(out));
    }
    return out;
}

TrailingEffect trailingEffect(std::span<const ForwardStep> steps)
{
    if (steps.size() < kFewestTrailing)
        return {};
    std::vector<double> responses;
    for (const ForwardStep &step : steps.last(std::min(steps.size(), kTrailingEvents)))
        responses.push_back(step.side * step.response);
    const stats::Interval interval = meanInterval(responses, kIntervalSeed);
    return {steps.back().lastAt, responses.size(), stats::mean(responses), interval.low, interval.high};
}

std::vector<TrailingEffect> trailingEffects(std::span<const ForwardStep> steps)
{
    std::vector<TrailingEffect> out;
    for (std::size_t end = kFewestTrailing; end <= steps.size(); ++end)
        out.push_back(trailingEffect(steps.first(end)));
    return out;
}

} // namespace core::discovery
