// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/catalog.h"
#include "core/store/ledger.h"
#include "core/store/lives.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

using namespace core::base;
using namespace core::store;
namespace domain = core::domain;
using namespace Qt::StringLiterals;

class tst_Ledger : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    ManualClock m_clock{*parseInstant("2024-01-02T03:04:05Z")};
    std::unique_ptr<Catalog> m_catalog;

    static FamilyRecord family(const char *name)
    {
        FamilyRecord out;
        out.id = sha256(name);
        out.spec = name;
        out.modelSha256 = sha256("model");
        out.m = 4;
        out.mNew = 4;
        out.calendar = sha256("calendar");
        out.sampleFrom = *parseInstant("2010-01-01");
        out.sampleTo = *parseInstant("2020-01-01");
        out.restriction = "none";
        out.snapshot = 7;
        out.run = std::string(name) + "-run";
        return out;
    }

    static FamilyAxes axes()
    {
        return {{{sha256("e"), "quakes"}},
                {{sha256("a"), "EWJ"}, {sha256("b"), "SPY"}},
                {{sha256("w"), "[0,0]"}},
                {2}};
    }

    static TrialRecord trial(const FamilyRecord &of, std::uint64_t coordinate, const char *tier)
    {
        TrialRecord out;
        out.family = of.id;
        out.run = of.run;
        out.coordinate = coordinate;
        out.hypothesis = sha256(std::to_string(coordinate));
        out.tier = tier;
        out.n = 20;
        out.effect = 12.5;
        return out;
    }

    static RelationshipRecord relationship()
    {
        RelationshipRecord out;
        out.hypothesis = sha256("h");
        out.tier = out.status = "significant";
        out.discoveredAt = *parseInstant("2024-01-01");
        return out;
    }

    ForwardStep step(std::uint64_t number, double e) const
    {
        ForwardStep out;
        out.hypothesis = sha256("h");
        out.number = number;
        out.eventAt = out.firstAt = out.lastAt = m_clock.now();
        out.e = e;
        out.state = "{}";
        return out;
    }

    static RunRecord run(const FamilyRecord &of)
    {
        RunRecord out;
        out.run = of.run;
        out.family = of.id;
        out.study = "{}";
        out.startedAt = *parseInstant("2024-01-01");
        out.status = "done";
        out.significant = 1;
        out.expectedFalse = 0.05;
        out.maxima = {1.5F, 2.5F};
        return out;
    }

    QString refusal(const char *sql)
    {
        auto write = m_catalog->beginWrite();
        if (!write.ok())
            return write.error().message;
        const auto done = write->database().execute(sql);
        return done.ok() ? QString() : done.error().message;
    }

private Q_SLOTS:
    void init()
    {
        m_catalog.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        auto made = Catalog::create(std::filesystem::path(m_dir->path().toStdString()) / "catalog", m_clock);
        VERIFY_OK(made);
        m_catalog = std::move(*made);
    }

    void remembersFamiliesAndTrials()
    {
        Ledger ledger(*m_catalog);
        const FamilyRecord one = family("one");
        const auto added = ledger.registerFamily(one, axes());
        VERIFY_OK(added);
        QVERIFY(*added);
        const auto again = ledger.registerFamily(one, axes());
        VERIFY_OK(again);
        QVERIFY(!*again); // an identical re-run adds nothing
        const auto back = ledger.axes(one.id);
        VERIFY_OK(back);
        QCOMPARE(back->assets.size(), std::size_t{2});
        QCOMPARE(back->assets[1].label, std::string("SPY"));
        QVERIFY(back->pairs == axes().pairs);
        VERIFY_OK(ledger.recordTrials(std::vector{trial(one, 0, "significant"), trial(one, 1, "none")}));
        VERIFY_OK(ledger.saveRun(run(one)));
        const auto verdicts = ledger.verdicts(one.id);
        VERIFY_OK(verdicts);
        QCOMPARE(verdicts->size(), std::size_t{1});
        QCOMPARE(verdicts->front().tier, std::string("significant"));
        const auto summary = ledger.summary();
        VERIFY_OK(summary);
        QCOMPARE(summary->questions, std::uint64_t{4});
        QCOMPARE(summary->significant, std::uint64_t{1});
        QCOMPARE(summary->expectedFalse, 0.05);
        VERIFY_OK(ledger.check());
    }

    void findsEarlierFamiliesOnOverlappingSamples()
    {
        Ledger ledger(*m_catalog);
        const FamilyRecord one = family("one");
        VERIFY_OK(ledger.registerFamily(one, axes()));
        const auto from = *parseInstant("2019-01-01");
        QVERIFY(ledger.earlierFamilies(one.modelSha256, from, *parseInstant("2022-01-01"))
                    ->empty()); // nothing shown yet
        VERIFY_OK(ledger.saveRun(run(one)));
        QCOMPARE(ledger.earlierFamilies(one.modelSha256, from, *parseInstant("2022-01-01"))->size(),
                 std::size_t{1});
        QVERIFY(ledger.earlierFamilies(one.modelSha256, one.sampleTo, *parseInstant("2022-01-01"))->empty());
        QVERIFY(ledger.earlierFamilies(sha256("other"), from, *parseInstant("2022-01-01"))->empty());
        QCOMPARE(ledger.maxima(one.calendar, "none", sha256("mine"), 2)->size(), std::size_t{1});
        QVERIFY(ledger.maxima(one.calendar, "none", one.id, 2)->empty());
        QVERIFY(ledger.maxima(one.calendar, "none", sha256("mine"), 3)->empty());
        QCOMPARE(ledger.maximaOf(one.run).value(), (std::vector<float>{1.5F, 2.5F}));
        QVERIFY(ledger.maximaOf("no such run")->empty());
    }

    void refusesChangeAndRemoval()
    {
        Ledger ledger(*m_catalog);
        const FamilyRecord one = family("one");
        VERIFY_OK(ledger.registerFamily(one, axes()));
        VERIFY_OK(ledger.recordTrials(std::vector{trial(one, 0, "none")}));
        for (const char *sql :
             {"UPDATE trials SET tier = 'significant'", "DELETE FROM trials", "UPDATE families SET m = 1",
              "DELETE FROM families", "UPDATE family_axes SET label = ''", "DELETE FROM family_axes"})
            QVERIFY2(refusal(sql).contains(u"append-only"_s), sql);
    }

    void tamperingIsDetected_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("tier") << QByteArray("UPDATE trials SET tier = 'significant' WHERE position = 2");
        QTest::newRow("effect of the last") << QByteArray("UPDATE trials SET effect = 99 WHERE position = 3");
        QTest::newRow("one removed") << QByteArray("DELETE FROM trials WHERE position = 2");
        QTest::newRow("the end removed") << QByteArray("DELETE FROM trials WHERE position = 3");
        QTest::newRow("fewer questions") << QByteArray("UPDATE families SET m_new = 1");
        QTest::newRow("another axis")
            << QByteArray("UPDATE family_axes SET label = 'TLT' WHERE label = 'SPY'");
    }

    void tamperingIsDetected()
    {
        QFETCH(QByteArray, sql);
        Ledger ledger(*m_catalog);
        const FamilyRecord one = family("one");
        VERIFY_OK(ledger.registerFamily(one, axes()));
        VERIFY_OK(ledger.recordTrials(
            std::vector{trial(one, 0, "none"), trial(one, 1, "none"), trial(one, 2, "none")}));
        VERIFY_OK(ledger.saveRun(run(one)));
        VERIFY_OK(ledger.check());
        {
            auto write = m_catalog->beginWrite();
            VERIFY_OK(write);
            for (const char *trigger : {"trials_stay", "trials_remain", "families_stay", "family_axes_stay"})
                VERIFY_OK(write->database().execute(std::string("DROP TRIGGER ") + trigger));
            VERIFY_OK(write->database().execute(sql.toStdString()));
            VERIFY_OK(write->commit());
        }
        VERIFY_ERROR(ledger.check(), ErrorCode::Corrupt);
    }

    void runsAreFoundByTheBeginningOfTheirName()
    {
        Ledger ledger(*m_catalog);
        const FamilyRecord one = family("one"), other = family("other");
        VERIFY_OK(ledger.saveRun(run(one)));
        VERIFY_OK(ledger.saveRun(run(other)));
        QCOMPARE(ledger.run("on")->run, std::string("one-run"));
        VERIFY_ERROR(ledger.run("o"), ErrorCode::BadInput);
        VERIFY_ERROR(ledger.run("zz"), ErrorCode::NotFound);
        VERIFY_ERROR(ledger.run(""), ErrorCode::NotFound);
    }

    void theHoldOutOpensOnce()
    {
        Ledger ledger(*m_catalog);
        UnsealRecord act;
        act.hypothesis = sha256("h");
        act.openedAt = m_clock.now();
        act.p = 0.01;
        VERIFY_OK(ledger.recordUnseal(act));
        VERIFY_ERROR(ledger.recordUnseal(act), ErrorCode::BadInput);
        QCOMPARE(ledger.unseals()->size(), std::size_t{1});
        VERIFY_OK(ledger.check());
    }

    void onlyNewQuestionsCount()
    {
        Ledger ledger(*m_catalog);
        const FamilyRecord one = family("one");
        FamilyRecord two = family("two");
        two.mNew = 1; // three of its four were asked before
        two.registeredAt = m_clock.now() + std::chrono::hours(24);
        for (const FamilyRecord *each : std::initializer_list<const FamilyRecord *>{&one, &two}) {
            VERIFY_OK(ledger.registerFamily(*each, axes()));
            VERIFY_OK(ledger.recordTrials(std::vector{trial(*each, 0, "significant"), trial(*each, 1, "none")}));
            RunRecord finished = run(*each);
            finished.study = each == &one ? "{\"name\":\"first\"}" : "{\"name\":\"second\"}";
            finished.startedAt = m_clock.now();
            VERIFY_OK(ledger.saveRun(finished));
            m_clock.advance(std::chrono::hours(24));
        }
        const auto all = ledger.summary();
        VERIFY_OK(all);
        QCOMPARE(all->questions, std::uint64_t{5});
        QCOMPARE(all->asked, std::uint64_t{8});
        QCOMPARE(all->askedBefore(), std::uint64_t{3});
        QCOMPARE(all->significant, std::uint64_t{1}); // the same one
        QCOMPARE(all->expectedFalse, 0.05 + 0.05 / 4);
        const auto late = ledger.summary(two.registeredAt - std::chrono::hours(1));
        VERIFY_OK(late);
        QCOMPARE(late->families, std::uint64_t{1});
        QCOMPARE(late->questions, std::uint64_t{1});
        QCOMPARE(late->significant, std::uint64_t{0});
        const auto studies = ledger.questionsByStudy();
        VERIFY_OK(studies);
        QCOMPARE(studies->size(), std::size_t{2});
        QCOMPARE(studies->front().study, std::string("first"));
        QCOMPARE(studies->front().counts.questions, std::uint64_t{4});
        QCOMPARE(studies->back().counts.askedBefore(), std::uint64_t{3});
    }

    void remembersWalksBesideTheQuestions()
    {
        Ledger ledger(*m_catalog);
        WalkRecord walk;
        walk.walk = "one";
        walk.study = "{}";
        walk.from = *parseInstant("2005-01-01");
        walk.to = *parseInstant("2020-01-01");
        walk.step = "1y";
        walk.questions = 37'000;
        walk.found = 40;
        walk.scored = 37;
        walk.held = 21;
        walk.result = R"({"held":21})";
        walk.recordedAt = m_clock.now();
        VERIFY_OK(ledger.recordWalk(walk));
        walk.walk = "two";
        walk.questions = 5;
        VERIFY_OK(ledger.recordWalk(walk));
        const auto walks = ledger.walks();
        VERIFY_OK(walks);
        QCOMPARE(walks->size(), std::size_t{2});
        QCOMPARE(walks->front().walk, std::string("two"));
        QCOMPARE(walks->back().questions, std::uint64_t{37'000});
        QCOMPARE(walks->back().held, std::uint64_t{21});
        QVERIFY(walks->back().from == walk.from && walks->back().to == walk.to);
        QCOMPARE(walks->back().result, walk.result);
        const auto summary = ledger.summary();
        VERIFY_OK(summary);
        QCOMPARE(summary->walks, std::uint64_t{2});
        QCOMPARE(summary->walked, std::uint64_t{37'005});
        QCOMPARE(summary->questions, std::uint64_t{0});
        VERIFY_OK(ledger.check());
        for (const char *sql : {"UPDATE walks SET held = 37", "DELETE FROM walks"})
            QVERIFY2(refusal(sql).contains(u"append-only"_s), sql);
        {
            auto write = m_catalog->beginWrite();
            VERIFY_OK(write);
            VERIFY_OK(write->database().execute("DROP TRIGGER walks_stay"));
            VERIFY_OK(write->database().execute("UPDATE walks SET held = 37 WHERE position = 1"));
            VERIFY_OK(write->commit());
        }
        VERIFY_ERROR(ledger.check(), ErrorCode::Corrupt);
    }

    void aRelationshipKeepsWhatItWasFirstGiven()
    {
        Ledger ledger(*m_catalog);
        RelationshipRecord record;
        record.hypothesis = sha256("h");
        record.tier = record.status = "significant";
        record.pAdjusted = 0.01;
        record.discoveredAt = m_clock.now();
        VERIFY_OK(ledger.addRelationships(std::vector{record}));
        record.pAdjusted = 0.5;
        VERIFY_OK(ledger.addRelationships(std::vector{record}));
        const auto back = ledger.relationship(toHex(record.hypothesis).substr(0, 8));
        VERIFY_OK(back);
        QCOMPARE(back->pAdjusted, 0.01);
        QVERIFY(!back->validatedAt.isValid());
    }

    void aLifeIsOnlyAddedTo()
    {
        Ledger ledger(*m_catalog);
        const RelationshipRecord one = relationship();
        VERIFY_OK(ledger.addRelationships(std::vector{one}));
        Lives lives = ledger.lives();
        const auto begun = lives.begin({one.hypothesis, m_clock.now(), 7, 0.01, domain::kMissing, m_clock.now()});
        VERIFY_OK(begun);
        const auto again = lives.begin({one.hypothesis, Instant(5), 8, 0.5, 1, m_clock.now()});
        VERIFY_OK(again);
        QCOMPARE(again->registered, 0.01); // what was first stored
        QVERIFY(lives.startOf(one.hypothesis)->has_value());
        QVERIFY(*lives.add(one.hypothesis, std::vector{step(1, 1.2), step(2, 1.4)}, {}));
        QVERIFY(!*lives.add(one.hypothesis, std::vector{step(2, 9)}, {})); // another check was quicker
        QCOMPARE(lives.stepsOf(one.hypothesis)->size(), std::size_t{2});
        QCOMPARE(lives.stepsOf(one.hypothesis)->back().e, 1.4);
        QCOMPARE(lives.tallies()->at(one.hypothesis).n, std::uint64_t{2});
        for (const char *sql :
             {"UPDATE forward_steps SET e = 99", "DELETE FROM forward_steps", "UPDATE forward_starts SET from_at = 0",
              "DELETE FROM forward_starts", "UPDATE lives SET reason = ''", "DELETE FROM lives"}) {
            QVERIFY(*lives.add(one.hypothesis, {}, {}));
            if (lives.changesOf(one.hypothesis)->empty()) {
                const LifeChange decayed{one.hypothesis, m_clock.now(), "significant", "decayed", "because"};
                QVERIFY(*lives.add(one.hypothesis, {}, std::span(&decayed, 1)));
            }
            QVERIFY2(refusal(sql).contains(u"append-only"_s), sql);
        }
        VERIFY_OK(ledger.check());
    }

    void aStatusChangesOnlyWithItsHistory()
    {
        Ledger ledger(*m_catalog);
        const RelationshipRecord one = relationship();
        VERIFY_OK(ledger.addRelationships(std::vector{one}));
        QVERIFY(refusal("UPDATE relationships SET status = 'validated'").contains(u"history"_s));
        QVERIFY(refusal("UPDATE relationships SET validated_at = 1").contains(u"forward evidence"_s));
        constexpr ErrorCode kRefused = ErrorCode::Internal;
        Lives lives = ledger.lives();
        const auto to = [&](const char *from, const char *status) {
            const LifeChange change{one.hypothesis, m_clock.now(), from, status, "because"};
            return lives.add(one.hypothesis, {}, std::span(&change, 1));
        };
        VERIFY_ERROR(to("significant", "validated"), kRefused); // no bet has won enough
        QVERIFY(*lives.add(one.hypothesis, std::vector{step(1, 20.5)}, {}));
        QVERIFY(*to("significant", "validated"));
        QVERIFY(ledger.relationship(toHex(one.hypothesis))->validatedAt == m_clock.now());
        QVERIFY(!*to("significant", "retired")); // it is not significant any more
        QVERIFY(*to("validated", "decayed"));
        VERIFY_ERROR(to("decayed", "validated"), kRefused);
        QVERIFY(*to("decayed", "retired"));
        VERIFY_ERROR(to("retired", "significant"), kRefused);
        QCOMPARE(ledger.relationship(toHex(one.hypothesis))->status, std::string("retired"));
        QCOMPARE(lives.changesSince(Instant())->size(), std::size_t{3});
        QVERIFY(lives.changesSince(m_clock.now())->empty());
        VERIFY_OK(ledger.check());
    }

    void aForgedBetIsFound()
    {
        Ledger ledger(*m_catalog);
        const RelationshipRecord one = relationship();
        VERIFY_OK(ledger.addRelationships(std::vector{one}));
        QVERIFY(*ledger.lives().add(one.hypothesis, std::vector{step(1, 1.5), step(2, 2.5)}, {}));
        {
            auto write = m_catalog->beginWrite();
            VERIFY_OK(write);
            VERIFY_OK(write->database().execute("DROP TRIGGER forward_steps_stay; UPDATE forward_steps SET e = 25 "
                                                "WHERE number = 1"));
            VERIFY_OK(write->commit());
        }
        VERIFY_ERROR(ledger.check(), ErrorCode::Corrupt);
    }
};

QTEST_APPLESS_MAIN(tst_Ledger)
#include "tst_ledger.moc"
