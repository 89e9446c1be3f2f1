// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The morning brief: what changed, and that nothing else is told.
#include "core/store/backup.h"
#include "core/store/sourcestates.h"
#include "core/workbench/brief.h"
#include "core/workbench/ledgerwords.h"
#include "core/workbench/studies.h"
#include "tests/support/check.h"
#include "tests/support/livingworld.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using workbench::Brief;
using workbench::NumberStyle;

namespace {

constexpr std::size_t kKnown = 900;

std::string study(const std::string &more = {})
{
    std::string text = "{'name': 'shocks', 'events': [{'name': 'shock', 'filter': 'event_type == shock'" +
                       more + "}], 'assets': ['A'], 'windows': [[1,1]]}";
    std::ranges::replace(text, '\'', '"');
    return text;
}

std::string noSecret(const std::string &, const std::string &)
{
    return {};
}

} // namespace

class tst_Brief final : public QObject
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

    void aQuietMorningSaysSo()
    {
        const Brief brief = made();
        QVERIFY(brief.isQuiet());
        QCOMPARE(workbench::headlineOf(brief), u"Nothing changed."_s);
        QVERIFY(brief.since == m_world->clock.now() - 24h);
        QCOMPARE(workbench::ledgerSentence(brief.asked), u"Nothing was asked."_s);
    }

    void whatWasFoundIsTold()
    {
        VERIFY_OK(workbench::runStudyText(bench(), study(), 1, {}));
        const Brief brief = made();
        QCOMPARE(brief.found.size(), std::size_t{1});
        const QString sentence = workbench::sentenceOf(brief.found.front(), NumberStyle::Ascii);
        for (const char *word :
             {"shock on A", "bp", "95 % interval", "n 8", "adjusted p", "family of 1", "significant"})
            QVERIFY2(sentence.contains(QLatin1StringView(word)), qPrintable(sentence));
        QCOMPARE(brief.asked.questions, std::uint64_t{1});
        QCOMPARE(
            workbench::ledgerSentence(brief.askedInAll, NumberStyle::Ascii),
            u"Asked 1 question in 1 family: 1 significant, of them 0.1 expected by chance; no hold-out opened."_s);
    }

    void theNextBeginsWhereTheLastEnded()
    {
        VERIFY_OK(workbench::runStudyText(bench(), study(), 1, {}));
        const Brief first = made();
        VERIFY_OK(workbench::keepBrief(bench(), first));
        m_world->clock.advance(72h);
        const Brief second = made();
        QVERIFY(second.since == first.madeAt);
        QVERIFY(second.found.empty());
        QCOMPARE(made(first.since).found.size(), std::size_t{1}); // unless it is asked since when
    }

    void newEventsOfARelationshipFire()
    {
        VERIFY_OK(workbench::runStudyText(bench(), study(), 1, {}));
        VERIFY_OK(workbench::keepBrief(bench(), made()));
        m_world->growTo(kKnown + 25);                             // two events
        domain::Event old = m_world->event("shock", kKnown - 37); // filled in: no news
        VERIFY_OK(
            bench().workspace().events().insert(std::vector{old, m_world->event("parade", kKnown + 20)}));
        const Brief brief = made();
        QCOMPARE(brief.fired.size(), std::size_t{2});
        QVERIFY(brief.fired[0].firing.at < brief.fired[1].firing.at);
        QCOMPARE(made(base::Instant(0)).fired.size(), std::size_t{2}); // not those it was found by
        QCOMPARE(brief.fired[0].firing.asset, std::string("A"));
        const QString sentence = workbench::sentenceOf(brief.fired[0], NumberStyle::Ascii);
        for (const char *word :
             {"shock (US)", "A, bars [1,1]", "bp", "95 % interval", "n 8", "adjusted p", "family of 1"})
            QVERIFY2(sentence.contains(QLatin1StringView(word)), qPrintable(sentence));
    }

    void eventsThatAreChosenByThoseBeforeThemFireToo()
    {
        VERIFY_OK(workbench::runStudyText(bench(), study(", 'first_in': '5d'"), 1, {}));
        VERIFY_OK(workbench::keepBrief(bench(), made()));
        m_world->growTo(kKnown + 15);
        // one day after an event: not the first in five days
        VERIFY_OK(bench().workspace().events().insert(std::vector{m_world->event("shock", kKnown + 11)}));
        const Brief brief = made();
        QCOMPARE(brief.fired.size(), std::size_t{1});
        QVERIFY(brief.fired.front().firing.at == m_world->event("shock", kKnown + 10).knownAt);
    }

    void whatBecameOfRelationshipsIsTold()
    {
        VERIFY_OK(workbench::runStudyText(bench(), study(), 1, {}));
        VERIFY_OK(workbench::keepBrief(bench(), made()));
        m_world->growTo(1'500);
        VERIFY_OK(workbench::checkRelationships(bench(), {}, 1, {}));
        Brief brief = made();
        QCOMPARE(brief.validated.size(), std::size_t{1});
        QVERIFY(brief.validated.front().reason.contains(u"after the discovery"_s));
        QCOMPARE(brief.validated.front().view.record.status, std::string("validated"));
        VERIFY_OK(workbench::keepBrief(bench(), brief));
        m_world->clock.advance(1h);
        VERIFY_ERROR(workbench::retireRelationship(bench(), "ffff", u"why"_s), base::ErrorCode::NotFound);
        const std::string id = base::toHex(brief.validated.front().view.record.hypothesis);
        VERIFY_ERROR(workbench::retireRelationship(bench(), id, u" \n"_s), base::ErrorCode::BadInput);
        VERIFY_OK(workbench::retireRelationship(bench(), id, u"the index was closed"_s));
        VERIFY_ERROR(workbench::retireRelationship(bench(), id, u"again"_s), base::ErrorCode::BadInput);
        brief = made();
        QVERIFY(brief.validated.empty());
        QCOMPARE(brief.retired.size(), std::size_t{1});
        QCOMPARE(brief.retired.front().reason, u"the index was closed"_s);
        QCOMPARE(workbench::headlineOf(brief, NumberStyle::Ascii), u"1 retired."_s);
        m_world->growTo(1'520); // what is retired fires no more
        QVERIFY(made().fired.empty());
    }

    void troubledSourcesAreTold()
    {
        {
            auto transaction = bench().workspace().catalog().beginWrite();
            VERIFY_OK(transaction);
            store::SourceState state;
            state.source = "usgs";
            state.enabled = true;
            state.failures = 3;
            state.fault = "The server was silent.";
            VERIFY_OK(store::saveSourceState(*transaction, state));
            state.source = "ecb";
            state.enabled = false;
            VERIFY_OK(store::saveSourceState(*transaction, state));
            VERIFY_OK(transaction->commit());
        }
        const Brief brief = made();
        QCOMPARE(brief.sources.size(), std::size_t{1});
        QVERIFY(workbench::sentenceOf(brief.sources.front()).contains(u"The server was silent."_s));
        QCOMPARE(workbench::headlineOf(brief, NumberStyle::Ascii), u"1 source late or failing."_s);
    }

    void theJsonHasEverything()
    {
        VERIFY_OK(workbench::runStudyText(bench(), study(), 1, {}));
        const QJsonObject json = workbench::toJson(made());
        for (const char *key :
             {"workspace", "simulated", "snapshot", "since", "made_at", "headline", "found", "validated",
              "decayed", "retired", "fired", "sources", "turns", "asked_since", "asked"})
            QVERIFY2(json.contains(QLatin1StringView(key)), key);
        const QJsonObject found = json.value(u"found"_s).toArray().at(0).toObject();
        for (const char *key : {"hypothesis_id", "event", "asset", "window", "effect", "ci_low", "ci_high",
                                "unit", "n", "p_adjusted", "family_size", "status", "at", "sentence"})
            QVERIFY2(found.contains(QLatin1StringView(key)), key);
    }

    void aRestoredCopyKeepsItsQuestions()
    {
        VERIFY_OK(workbench::runStudyText(bench(), study(), 1, {}));
        m_world->clock.advance(1h);
        VERIFY_OK(store::backupWorkspace(bench().workspace(), m_world->path("copy.zip")));
        VERIFY_OK(store::restoreWorkspace(m_world->path("copy.zip"), m_world->path("copy")));
        const auto copy = workbench::Workbench::open(m_world->path("copy"), m_world->clock);
        VERIFY_OK(copy);
        QVERIFY(!bench().identity().origin);
        const auto &origin = (*copy)->identity().origin;
        QVERIFY(origin.has_value());
        QCOMPARE(origin->name, bench().identity().name);
        QVERIFY(origin->created == bench().identity().created);
        QVERIFY(origin->backupAt == m_world->clock.now());
        QCOMPARE((*copy)->ledger().summary()->questions, std::uint64_t{1});
        // the same question under another name, on a sample that overlaps
        std::string again = study();
        again.replace(again.find("shocks"), 6, "others");
        again.insert(again.size() - 1, ", \"sample\": {\"from\": \"2013-01-01\"}");
        m_world->clock.advance(1h);
        const auto report = workbench::runStudyText(**copy, again, 1, {});
        VERIFY_OK(report);
        QCOMPARE(report->newHypotheses, std::uint64_t{0});
        QVERIFY(report->findings.front().askedBefore);
        const auto all = (*copy)->ledger().summary();
        VERIFY_OK(all);
        QCOMPARE(all->questions, std::uint64_t{1});
        QCOMPARE(all->askedBefore(), std::uint64_t{1});
        QCOMPARE(all->families, std::uint64_t{2});
        QCOMPARE((*copy)->ledger().summary(origin->backupAt)->families, std::uint64_t{1});
        VERIFY_OK((*copy)->ledger().check());
    }

private:
    [[nodiscard]] const workbench::Workbench &bench() const { return m_world->bench(); }

    Brief made(base::Instant since = {})
    {
        auto brief = workbench::briefOf(bench(), since, noSecret, {});
        if (!brief)
            qFatal("%s", qPrintable(brief.error().message));
        return std::move(*brief);
    }

    std::unique_ptr<support::LivingWorld> m_world;
};

QTEST_GUILESS_MAIN(tst_Brief)
#include "tst_brief.moc"
