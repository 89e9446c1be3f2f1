// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/schedules.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/runner.h"
#include "core/domain/study.h"
#include "core/store/lease.h"
#include "core/store/sourcestates.h"
#include "core/workbench/collecting.h"
#include "core/workbench/relationships.h"
#include "core/workbench/studies.h"
#include "core/workbench/studynews.h"
#include "core/workbench/values.h"

#include <QJsonArray>

#include <algorithm>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
using domain::Recurrence;
using store::Schedule;
using store::ScheduleTurn;
using namespace Qt::StringLiterals;

namespace {

constexpr base::Duration kCheckEvery = std::chrono::hours(24);

Result<Recurrence> recurrenceOf(const Schedule &schedule)
{
    // the text of a JSON string is no JSON document of its own
    const auto json = base::parseJson("[" + schedule.rule + "]");
    if (!json)
        return json.error();
    return Recurrence::parse(json->toArray().at(0));
}

QString ruleText(const Schedule &schedule)
{
    const auto json = base::parseJson("[" + schedule.rule + "]");
    const QJsonValue rule = json ? json->toArray().at(0) : QJsonValue();
    return rule.isObject() ? Tr::tr("after %1").arg(rule.toObject().value("after"_L1).toString())
                           : rule.toString();
}

/// The time whose turn it is, when it is: of a source, its last success.
Result<std::optional<Instant>> dueAt(store::Database &database, const Schedule &schedule,
                                     const Recurrence &rule, Instant now)
{
    const auto last = store::lastTurn(database, schedule.name);
    if (!last)
        return last.error();
    const Instant since = *last ? std::max((*last)->beganAt, schedule.addedAt) : schedule.addedAt;
    Instant at = rule.latest(now);
    if (!rule.after().empty()) {
        const auto state = store::sourceState(database, rule.after());
        if (!state)
            return state.error();
        at = state->succeededAt;
    }
    return at.isValid() && at > since ? std::optional<Instant>(at) : std::optional<Instant>();
}

/// One pass over what is due.
class Pass
{
public:
    Pass(const Workbench &bench, const ScheduleOptions &options, const Job &job)
        : m_bench(bench)
        , m_options(options)
        , m_job(job)
    {}

    Result<std::vector<ScheduleTurn>> run()
    {
        auto due = dueNow();
        if (!due)
            return due.error();
        const auto check = isCheckDue(!due->empty());
        if (!check)
            return check.error();
        if (due->empty() && !*check)
            return std::vector<ScheduleTurn>();
        const auto lease =
            store::Lease::take(m_bench.workspace().catalog(), "schedule", "running scheduled studies");
        if (!lease)
            return lease.error();
        for (const auto &[schedule, at] : *due) {
            if (auto done = turn(schedule, at); !done)
                return done.error();
        }
        if (*check) {
            if (auto done = checkTurn(); !done)
                return done.error();
        }
        return std::move(m_turns);
    }

private:
    using Due = std::pair<Schedule, Instant>;

    Result<std::vector<Due>> dueNow() const
    {
        auto reader = m_bench.workspace().catalog().reader();
        if (!reader)
            return reader.error();
        const auto all = store::schedules(**reader);
        if (!all)
            return all.error();
        std::vector<Due> due;
        for (const Schedule &schedule : *all) {
            const auto rule = recurrenceOf(schedule);
            if (!m_options.onlyDue ||
                !rule) { // a rule that cannot be read is told as a failed turn when asked for
                if (!m_options.onlyDue)
                    due.emplace_back(schedule, Instant());
                continue;
            }
            const auto at = dueAt(**reader, schedule, *rule, m_bench.clock().now());
            if (!at)
                return at.error();
            if (*at)
                due.emplace_back(schedule, **at);
        }
        return due;
    }

    /// With every study that is due, and at least once a day.
    Result<bool> isCheckDue(bool isAnyDue) const
    {
        if (isAnyDue)
            return true;
        const auto followed = followedSince();
        if (!followed)
            return followed.error();
        if (!followed->isValid())
            return false;
        const auto last = lastTurnOf(store::kChecksName);
        if (!last)
            return last.error();
        return !m_options.onlyDue || !*last || m_bench.clock().now() - (*last)->beganAt >= kCheckEvery;
    }

    /// When the newest relationship that is followed was discovered; missing: none is.
    Result<Instant> followedSince() const
    {
        const auto relationships = m_bench.ledger().relationships();
        if (!relationships)
            return relationships.error();
        Instant newest;
        for (const store::RelationshipRecord &one : *relationships) {
            if (one.status != "decayed" && one.status != "retired")
                newest = std::max(newest, one.discoveredAt);
        }
        return newest;
    }

    Result<std::optional<ScheduleTurn>> lastTurnOf(std::string_view name) const
    {
        auto reader = m_bench.workspace().catalog().reader();
        if (!reader)
            return reader.error();
        return store::lastTurn(**reader, name);
    }

    Result<void> turn(const Schedule &schedule, Instant at)
    {
        ScheduleTurn turn;
        turn.name = schedule.name;
        turn.dueAt = at;
        turn.beganAt = m_bench.clock().now();
        const auto done = runStudy(schedule, turn);
        return conclude(std::move(turn), done);
    }

    Result<void> runStudy(const Schedule &schedule, ScheduleTurn &turn)
    {
        const auto context = runContext(m_bench, m_options.threads, m_job);
        if (!context)
            return context.error();
        turn.snapshot = context->snapshot;
        const auto study = domain::parseStudy(schedule.study, m_bench.clock().now());
        if (!study)
            return study.error();
        const auto since = lookOf(schedule.name);
        if (!since)
            return since.error();
        const auto nothing = nothingNewer(m_bench, *study, *since, *context);
        if (!nothing)
            return nothing.error();
        if (!nothing->isEmpty()) {
            turn.outcome = "same";
            turn.reason = base::utf8(*nothing);
            return {};
        }
        const auto report = discovery::runStudy(*study, *context);
        if (!report)
            return report.error();
        turn.outcome = "done";
        turn.run = report->run;
        turn.reason =
            base::utf8(Tr::tr("%1 hypotheses, %2 never asked before; %3 significant, %4 candidates.")
                           .arg(report->hypotheses)
                           .arg(report->newHypotheses)
                           .arg(report->significant)
                           .arg(report->candidates));
        return {};
    }

    Result<void> checkTurn()
    {
        const auto followed = followedSince();
        if (!followed)
            return followed.error();
        if (!followed->isValid())
            return {};
        ScheduleTurn turn;
        turn.name = store::kChecksName;
        turn.beganAt = m_bench.clock().now();
        const auto done = check(turn, *followed);
        return conclude(std::move(turn), done);
    }

    Result<void> check(ScheduleTurn &turn, Instant newest)
    {
        const auto snapshot = m_bench.workspace().catalog().snapshot();
        const auto since = lookOf(turn.name);
        const auto last = lastTurnOf(turn.name);
        if (!snapshot || !since || !last)
            return !snapshot ? snapshot.error() : !since ? since.error() : last.error();
        turn.snapshot = *snapshot;
        if (*last && *since == *snapshot && newest <= (*last)->beganAt) {
            turn.outcome = "same";
            turn.reason = base::utf8(Tr::tr("Nothing was stored since its last look."));
            return {};
        }
        const auto checked = checkRelationships(m_bench, {}, m_options.threads, m_job);
        if (!checked)
            return checked.error();
        std::uint64_t added = 0;
        std::size_t changed = 0;
        for (const discovery::ForwardCheck &one : *checked) {
            added += one.added;
            changed += one.changes.empty() ? 0 : 1;
        }
        turn.outcome = added == 0 && changed == 0 ? "same" : "done";
        turn.reason = base::utf8(Tr::tr("%1 relationships followed: %2 new events, %3 changed their status.")
                                     .arg(checked->size())
                                     .arg(added)
                                     .arg(changed));
        return {};
    }

    /// A turn that failed is one too; only a cancelled one ends the pass.
    Result<void> conclude(ScheduleTurn turn, const Result<void> &done)
    {
        const bool isCancelled = !done && done.error().code == ErrorCode::Cancelled;
        if (!done) {
            turn.outcome = isCancelled ? "cancelled" : "failed";
            turn.reason = base::utf8(done.error().message);
        }
        if (auto kept = keep(std::move(turn)); !kept)
            return kept;
        return isCancelled ? done : Result<void>();
    }

    Result<std::uint64_t> lookOf(const std::string &name) const
    {
        auto reader = m_bench.workspace().catalog().reader();
        if (!reader)
            return reader.error();
        return store::lastLook(**reader, name);
    }

    Result<void> keep(ScheduleTurn turn)
    {
        turn.endedAt = m_bench.clock().now();
        auto transaction = m_bench.workspace().catalog().beginWrite();
        if (!transaction)
            return transaction.error();
        if (auto added = store::addTurn(*transaction, turn); !added)
            return added;
        if (auto done = transaction->commit(); !done)
            return done;
        if (m_options.told)
            m_options.told(turn);
        m_turns.push_back(std::move(turn));
        return {};
    }

    const Workbench &m_bench;
    const ScheduleOptions &m_options;
    const Job &m_job;
    std::vector<ScheduleTurn> m_turns;
};

Result<ScheduleView> viewOf(const Workbench &bench, store::Database &database, const Schedule &schedule)
{
    ScheduleView view;
    view.schedule = schedule;
    view.rule = ruleText(schedule);
    const Instant now = bench.clock().now();
    if (const auto study = domain::parseStudy(schedule.study, now); !study)
        view.fault = study.error().message;
    auto last = store::lastTurn(database, schedule.name);
    if (!last)
        return last.error();
    view.last = std::move(*last);
    const auto rule = recurrenceOf(schedule);
    if (!rule) {
        view.fault = rule.error().message;
        return view;
    }
    view.nextAt = rule->next(now);
    const auto due = dueAt(database, schedule, *rule, now);
    if (!due)
        return due.error();
    view.isDue = due->has_value();
    return view;
}

} // namespace

Result<std::vector<ScheduleView>> schedulesOf(const Workbench &bench)
{
    auto reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    const auto all = store::schedules(**reader);
    if (!all)
        return all.error();
    std::vector<ScheduleView> views;
    for (const Schedule &schedule : *all) {
        auto view = viewOf(bench, **reader, schedule);
        if (!view)
            return view.error();
        views.push_back(std::move(*view));
    }
    return views;
}

Result<ScheduleView> addSchedule(const Workbench &bench, const std::filesystem::path &file)
{
    const auto text = readStudy(bench, file);
    if (!text)
        return text.error();
    const auto study = domain::parseStudy(*text, bench.clock().now());
    if (!study)
        return study.error();
    if (study->schedule.isUndefined() || study->schedule.isNull())
        return Error{ErrorCode::BadInput,
                     Tr::tr("The study “%1” says nothing about when it runs: give it a key "
                            "“schedule”, such as \"daily 02:00 America/New_York\".")
                         .arg(qs(study->name))};
    const auto rule = Recurrence::parse(study->schedule);
    if (!rule)
        return rule.error();
    if (!rule->after().empty() && !sourcesOf(bench).find(rule->after()))
        return Error{ErrorCode::NotFound,
                     Tr::tr("There is no source “%1” to run after; “sources list” shows those "
                            "there are.")
                         .arg(qs(rule->after()))};
    const Schedule schedule{study->name, *text, base::canonicalJson(study->schedule), bench.clock().now()};
    {
        auto transaction = bench.workspace().catalog().beginWrite();
        if (!transaction)
            return transaction.error();
        if (auto saved = store::saveSchedule(*transaction, schedule); !saved)
            return saved.error();
        if (auto done = transaction->commit(); !done)
            return done.error();
    }
    auto reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    return viewOf(bench, **reader, schedule);
}

Result<void> removeSchedule(const Workbench &bench, const std::string &name)
{
    auto transaction = bench.workspace().catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    const auto removed = store::removeSchedule(*transaction, name);
    if (!removed)
        return removed.error();
    if (!*removed)
        return Error{
            ErrorCode::NotFound,
            Tr::tr("No study “%1” is scheduled; “study schedule list” shows those that are.").arg(qs(name))};
    return transaction->commit();
}

Result<std::vector<ScheduleTurn>> runSchedules(const Workbench &bench, const ScheduleOptions &options,
                                               const Job &job)
{
    return Pass(bench, options, job).run();
}

QString outcomeText(std::string_view outcome)
{
    if (outcome == "done")
        return Tr::tr("done");
    if (outcome == "same")
        return Tr::tr("nothing newer");
    if (outcome == "failed")
        return Tr::tr("failed");
    return Tr::tr("cancelled");
}

QJsonObject toJson(const ScheduleTurn &turn)
{
    return {{u"name"_s, turn.name.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(qs(turn.name))},
            {u"what"_s, turn.name.empty() ? u"relationships"_s : u"study"_s},
            {u"due_at"_s, jsonInstant(turn.dueAt)},
            {u"began_at"_s, jsonInstant(turn.beganAt)},
            {u"ended_at"_s, jsonInstant(turn.endedAt)},
            {u"outcome"_s, qs(turn.outcome)},
            {u"run"_s, jsonText(turn.run)},
            {u"snapshot"_s, qs(store::Workspace::snapshotText(turn.snapshot))},
            {u"reason"_s, qs(turn.reason)}};
}

QJsonObject toJson(const ScheduleView &view)
{
    return {{u"name"_s, qs(view.schedule.name)},
            {u"schedule"_s, view.rule},
            {u"added_at"_s, jsonInstant(view.schedule.addedAt)},
            {u"next_at"_s, jsonInstant(view.nextAt)},
            {u"due"_s, view.isDue},
            {u"last"_s, view.last ? QJsonValue(toJson(*view.last)) : QJsonValue(QJsonValue::Null)},
            {u"fault"_s, view.fault.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(view.fault)}};
}

} // namespace core::workbench
