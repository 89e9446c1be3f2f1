// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/catalog.h"
#include "core/store/ledger.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

using namespace core::base;
using namespace core::store;
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
};

QTEST_APPLESS_MAIN(tst_Ledger)
#include "tst_ledger.moc"
