// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Studies that run by themselves: when, on what, and what is written down about it.
#include "core/store/sourcestates.h"
#include "core/workbench/collecting.h"
#include "core/workbench/relationships.h"
#include "core/workbench/schedules.h"
#include "tests/support/check.h"
#include "tests/support/livingworld.h"
#include "tests/support/playedprovider.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using store::ScheduleTurn;
using workbench::ScheduleOptions;

namespace {

constexpr std::size_t kKnown = 900;

/// A study of JSON with ' for ".
std::string study(const std::string &schedule, const std::string &more = {})
{
    std::string text =
        "{'name': 'shocks', 'events': [{'name': 'shock', 'filter': 'event_type == shock'}], 'assets': "
        "['A'], 'windows': [[1,1]], 'schedule': " +
        schedule + more + "}";
    std::ranges::replace(text, '\'', '"');
    return text;
}

} // namespace

class tst_Schedules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<support::LivingWorld>();
        m_world->begin();
        m_world->growTo(kKnown);
    }
    void cleanup() { m_world.reset(); }

    void aStudyRunsWhenItsTimeHasCome()
    {
        add(study("'daily 02:00'"));
        QVERIFY(turns().empty()); // not before two o'clock
        m_world->clock.advance(3h);
        const auto ran = turns();
        QCOMPARE(ran.size(), std::size_t{2});
        QCOMPARE(ran[0].name, std::string("shocks"));
        QCOMPARE(ran[0].outcome, std::string("done"));
        QVERIFY(!ran[0].run.empty());
        QCOMPARE(ran[1].name, std::string(store::kChecksName)); // the relationships follow
        QVERIFY(turns().empty());
        QCOMPARE(bench().ledger().runs()->size(), std::size_t{1});
    }

    void withoutNewerDataItSaysSo()
    {
        add(study("'daily 02:00'"));
        m_world->clock.advance(24h);
        QCOMPARE(outcomes(), QStringList({u"done"_s, u"same"_s}));
        m_world->clock.advance(24h);
        QCOMPARE(outcomes(), QStringList({u"same"_s, u"same"_s}));
        QCOMPARE(bench().ledger().runs()->size(), std::size_t{1});
        m_world->growTo(kKnown + 12);
        m_world->clock.advance(24h);
        QCOMPARE(outcomes(), QStringList({u"done"_s, u"done"_s})); // a run, and a bet
        QCOMPARE(bench().ledger().runs()->size(), std::size_t{2});
        const auto view = workbench::schedulesOf(bench());
        VERIFY_OK(view);
        QCOMPARE(view->front().last->outcome, std::string("done"));
        QVERIFY(view->front().nextAt > m_world->clock.now());
        QVERIFY(!view->front().isDue);
    }

    void otherDataAreNoNews()
    {
        add(study("'hourly'"));
        m_world->clock.advance(2h);
        QCOMPARE(outcomes().front(), u"done"_s);
        VERIFY_OK(bench().workspace().events().insert(std::vector{m_world->event("parade", kKnown)}));
        m_world->clock.advance(2h);
        const auto ran = turns();
        QCOMPARE(ran.front().outcome, std::string("same"));
        QVERIFY(ran.front().reason.find("newer") != std::string::npos);
        VERIFY_OK(bench().workspace().events().insert(std::vector{m_world->event("shock", kKnown - 5)}));
        m_world->clock.advance(2h);
        QCOMPARE(turns().front().outcome, std::string("done"));
    }

    void whatWasSleptThroughIsCaughtUpOnce()
    {
        add(study("'daily 02:00 America/New_York'"));
        m_world->clock.advance(24h * 12);
        QCOMPARE(turns().size(), std::size_t{2});
        QVERIFY(turns().empty());
        QCOMPARE(bench().ledger().runs()->size(), std::size_t{1});
    }

    void dataBehindTheSealAreNoNews()
    {
        const std::string sealed = base::toIso(m_world->days[kKnown - 100]);
        add(study("'hourly'", ", 'sample': {'sealed_from': '" + sealed + "'}"));
        m_world->clock.advance(2h);
        QCOMPARE(turns().front().outcome, std::string("done"));
        m_world->growTo(kKnown + 30);
        const auto ran = turns();
        QCOMPARE(ran.front().outcome, std::string("same"));
        QVERIFY2(ran.front().reason.find("sealed") != std::string::npos, ran.front().reason.c_str());
        QCOMPARE(ran.back().outcome, std::string("done")); // but they are evidence for what was found
    }

    void afterASource()
    {
        VERIFY_ERROR(tryAdd(study("{'after': 'nobody'}")), base::ErrorCode::NotFound);
        add(study("{'after': 'usgs'}"));
        m_world->clock.advance(48h);
        QVERIFY(turns().empty());
        succeeded("usgs");
        m_world->clock.advance(1h);
        QCOMPARE(turns().front().outcome, std::string("done"));
        QVERIFY(turns().empty());
        m_world->growTo(kKnown + 5);
        succeeded("usgs");
        QCOMPARE(turns().front().outcome, std::string("done"));
    }

    void aFailureIsKeptWithItsReason()
    {
        add(study("'hourly'", ", 'returns': {'model': 'factors', 'factors': ['XLE']}"));
        m_world->clock.advance(2h);
        const auto ran = turns();
        QCOMPARE(ran.front().outcome, std::string("failed"));
        QVERIFY(ran.front().reason.find("XLE") != std::string::npos);
        QVERIFY(turns().empty()); // not again before its next time
        m_world->clock.advance(2h);
        QCOMPARE(turns().front().outcome, std::string("failed"));
    }

    void aCancelledTurnComesAgain()
    {
        add(study("'hourly'"));
        m_world->clock.advance(2h);
        workbench::Job job;
        job.cancel.cancel();
        VERIFY_ERROR(workbench::runSchedules(bench(), {}, job), base::ErrorCode::Cancelled);
        QCOMPARE(turns().front().outcome, std::string("done"));
    }

    void onlyOneProgramIsAtIt()
    {
        add(study("'hourly'"));
        m_world->clock.advance(2h);
        const auto lease = store::Lease::take(bench().workspace().catalog(), "schedule", "a test");
        VERIFY_OK(lease);
        VERIFY_ERROR(workbench::runSchedules(bench(), {}, {}), base::ErrorCode::LeaseHeld);
    }

    void allRunWhenAPersonAsks()
    {
        add(study("'weekly monday 02:00'"));
        ScheduleOptions options;
        options.onlyDue = false;
        const auto ran = workbench::runSchedules(bench(), options, {});
        VERIFY_OK(ran);
        QCOMPARE(ran->front().outcome, std::string("done"));
        QVERIFY(!ran->front().dueAt.isValid());
    }

    void relationshipsAreCheckedOnceADayWithoutAnySchedule()
    {
        add(study("'hourly'"));
        m_world->clock.advance(2h);
        QCOMPARE(turns().size(), std::size_t{2});
        VERIFY_OK(workbench::removeSchedule(bench(), "shocks"));
        VERIFY_ERROR(workbench::removeSchedule(bench(), "shocks"), base::ErrorCode::NotFound);
        QVERIFY(turns().empty());
        m_world->growTo(kKnown + 40);
        const auto ran = turns();
        QCOMPARE(ran.size(), std::size_t{1});
        QCOMPARE(ran.front().outcome, std::string("done"));
        QVERIFY(turns().empty());
        const auto views = workbench::relationshipsOf(bench());
        VERIFY_OK(views);
        QCOMPARE(views->front().steps.size(), std::size_t{3}); // the response to the fourth is not there yet
    }

    void collectingRunsWhatIsDue_data()
    {
        QTest::addColumn<bool>("once");
        QTest::newRow("once") << true;
        QTest::newRow("until cancelled") << false;
    }
    void collectingRunsWhatIsDue()
    {
        QFETCH(const bool, once);
        add(study("'hourly'"));
        m_world->clock.advance(2h);
        workbench::CollectJob what;
        what.once = once;
        what.fetcher = std::make_shared<support::PlayedProvider>();
        std::atomic<int> ran = 0;
        const base::CancelToken cancel;
        what.ran = [&](const ScheduleTurn &turn) {
            ran += turn.outcome == "done" ? 1 : 0;
            if (turn.name.empty())
                cancel.cancel(); // the last of the pass
        };
        VERIFY_OK(workbench::collect(bench(), what, {cancel, {}}));
        QCOMPARE(ran.load(), 1);
        QCOMPARE(bench().ledger().runs()->size(), std::size_t{1});
    }

    void aStudyWithoutAScheduleIsRefused()
    {
        VERIFY_ERROR(tryAdd("{\"events\": [{\"filter\": \"event_type == shock\"}], \"assets\": [\"A\"]}"),
                     base::ErrorCode::BadInput);
        VERIFY_ERROR(tryAdd(study("'every morning'")), base::ErrorCode::BadInput);
        VERIFY_ERROR(workbench::addSchedule(bench(), "no such study"), base::ErrorCode::NotFound);
    }

private:
    const workbench::Workbench &bench() const { return m_world->bench(); }

    base::Result<workbench::ScheduleView> tryAdd(const std::string &text)
    {
        const auto file = m_world->path("study.json");
        std::ofstream(file) << text;
        return workbench::addSchedule(bench(), file);
    }
    void add(const std::string &text) { VERIFY_OK(tryAdd(text)); }

    /// What the next pass does.
    std::vector<ScheduleTurn> turns()
    {
        auto ran = workbench::runSchedules(bench(), {}, {});
        if (!ran)
            qFatal("%s", qPrintable(ran.error().message));
        return std::move(*ran);
    }
    QStringList outcomes()
    {
        QStringList out;
        for (const ScheduleTurn &turn : turns())
            out.append(QString::fromStdString(turn.outcome));
        return out;
    }

    void succeeded(const std::string &source)
    {
        auto transaction = bench().workspace().catalog().beginWrite();
        VERIFY_OK(transaction);
        auto state = store::sourceState(transaction->database(), source);
        VERIFY_OK(state);
        state->succeededAt = m_world->clock.now();
        VERIFY_OK(store::saveSourceState(*transaction, *state));
        VERIFY_OK(transaction->commit());
    }

    std::unique_ptr<support::LivingWorld> m_world;
};

QTEST_GUILESS_MAIN(tst_Schedules)
#include "tst_schedules.moc"
