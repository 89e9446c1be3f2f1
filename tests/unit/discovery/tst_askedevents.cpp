// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/askedevents.h"
#include "tests/support/check.h"
#include "tests/support/fakereaders.h"

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;
using namespace Qt::StringLiterals;

namespace {

const Instant kStart = *parseInstant("2010-01-01T12:00:00Z");

Instant day(int number)
{
    return kStart + std::chrono::hours(24) * number;
}

std::string json(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

} // namespace

class tst_AskedEvents : public QObject
{
    Q_OBJECT

private:
    support::FakeEvents m_events;

    Result<AskedEvents> ask(const std::string &events, const std::string &more = {}, EventScope scope = {})
    {
        const auto study =
            parseStudy(json("{'events': [" + events + "], 'assets': ['A']" + more + "}"), kStart);
        if (!study.ok())
            return study.error();
        scope.snapshot = 1'000'000;
        return askEvents(*study, m_events, scope, {});
    }

    static std::vector<double> weights(const AskedSeries &series)
    {
        std::vector<double> out;
        for (const AskedEvent &event : series.events)
            out.push_back(event.weight);
        return out;
    }

private Q_SLOTS:
    void init() { m_events = {}; }

    void eachMakesOneSeriesPerCombination()
    {
        for (int i = 0; i < 20; ++i)
            m_events.add("quake", day(i), 6, i % 2 == 0 ? "JP" : "TW");
        for (int i = 0; i < 4; ++i)
            m_events.add("storm", day(i), 1, "JP");
        const auto asked =
            ask("{'each': ['event_type', 'entity'], 'min_events': 5, 'filter': 'source == fake'}");
        VERIFY_OK(asked);
        QCOMPARE(asked->series.size(), std::size_t{2});
        QCOMPARE(asked->series[0].name, std::string("quake, JP"));
        QCOMPARE(asked->series[0].events.size(), std::size_t{10});
        QCOMPARE(asked->notes.size(), std::size_t{1}); // the storms are too few
        // the same series asked for directly is the same question
        const auto direct =
            ask("{'min_events': 5, 'filter': 'entity == JP and event_type == quake and source == fake'}");
        VERIFY_OK(direct);
        QVERIFY(direct->series[0].identity == asked->series[0].identity);
    }

    void clustersAndFirstOnesAreKept()
    {
        for (const int d : {0, 1, 2, 3, 20, 40, 41, 43})
            m_events.add("quake", day(d));
        const auto clustered = ask(
            "{'filter': 'event_type == quake', 'min_events': 2, 'cluster': {'count': 3, 'within': '3d'}}");
        VERIFY_OK(clustered);
        QCOMPARE(clustered->series[0].events.size(), std::size_t{3}); // days 2, 3 and 43
        const auto first = ask("{'filter': 'event_type == quake', 'min_events': 2, 'first_in': '10d'}");
        VERIFY_OK(first);
        QCOMPARE(first->series[0].events.size(), std::size_t{3}); // days 0, 20 and 40
        QVERIFY(first->series[0].events[1].at == day(20));
    }

    void aClusterIsKnownWhenAllOfItIs()
    {
        Event &whole = m_events.add("quake", day(0) - std::chrono::hours(12)); // known at its day's end
        whole.precision = Precision::Day;
        whole.knownAt = day(0) + std::chrono::hours(12);
        m_events.add("quake", day(0)); // at noon
        m_events.add("quake", day(3));
        const auto asked = ask(
            "{'filter': 'event_type == quake', 'min_events': 2, 'cluster': {'count': 2, 'within': '4d'}}");
        VERIFY_OK(asked);
        QCOMPARE(asked->series[0].events.size(), std::size_t{2});
        QCOMPARE(asked->series[0].events[0].at, day(0));
        QCOMPARE(asked->series[0].events[0].known, day(0) + std::chrono::hours(12));
        QCOMPARE(asked->series[0].events[1].known, day(3));
    }

    void releasesAreTestedByTheirSurprise()
    {
        for (int i = 0; i < 20; ++i) {
            const std::string meta =
                "{\"change\":" + std::to_string(i) + ",\"surprise\":" + std::to_string(-i) + "}";
            m_events.add("crude_release", day(7 * i), 1000 + i, "crude", meta.c_str());
        }
        const auto automatic = ask("{'filter': 'event_type == crude_release'}");
        VERIFY_OK(automatic);
        QVERIFY(automatic->series[0].weight == Weight::Surprise);
        QCOMPARE(automatic->series[0].events[3].weight, -3.0);
        QCOMPARE(automatic->notes.size(), std::size_t{1});
        QCOMPARE(
            ask("{'filter': 'event_type == crude_release', 'weight': 'value'}")->series[0].events[3].weight,
            1003.0);
        QCOMPARE(
            ask("{'filter': 'event_type == crude_release', 'weight': 'change'}")->series[0].events[3].weight,
            3.0);
        QVERIFY(ask("{'filter': 'event_type == crude_release', 'weight': 'presence'}")->series[0].weight ==
                Weight::Presence);
    }

    void changesThatAreNotStatedAreTakenPerEntity()
    {
        for (int i = 0; i < 8; ++i)
            m_events.add("level", day(i), i * i, i % 2 == 0 ? "a" : "b");
        const auto asked = ask("{'filter': 'event_type == level', 'weight': 'change', 'min_events': 2}");
        VERIFY_OK(asked);
        QVERIFY(std::isnan(asked->series[0].events[0].weight));
        QVERIFY(std::isnan(asked->series[0].events[1].weight));
        QCOMPARE(asked->series[0].events[2].weight, 4.0); // 2² − 0²
        QCOMPARE(asked->series[0].events[3].weight, 8.0); // 3² − 1²
    }

    void ranksAndScoresLookAhead()
    {
        for (const double value : {5.0, 1.0, 3.0, 3.0})
            m_events.add("v", day(static_cast<int>(m_events.events.size())), value);
        const auto rank = ask("{'filter': 'event_type == v', 'weight': 'rank', 'min_events': 2}");
        VERIFY_OK(rank);
        QVERIFY(rank->series[0].lookAhead);
        QCOMPARE(weights(rank->series[0]), (std::vector<double>{0.875, 0.125, 0.5, 0.5}));
        const auto score = ask("{'filter': 'event_type == v', 'weight': 'zscore', 'min_events': 2}");
        VERIFY_OK(score);
        QVERIFY(std::abs(score->series[0].events[0].weight - 2 / std::sqrt(8.0 / 3)) < 1e-12);
        const auto sign = ask("{'filter': 'event_type == v', 'weight': 'sign', 'min_events': 2}");
        QCOMPARE(weights(sign->series[0]), (std::vector<double>{1, 1, 1, 1}));
    }

    void quantilesOfTheSampleAndOfThePast()
    {
        for (int i = 0; i < 40; ++i)
            m_events.add("v", day(i), (i * 7) % 40); // every value 0 … 39 once
        const std::string events = "{'filter': 'event_type == v', 'min_events': 2}";
        const auto sample = ask(events, ", 'quantile': {'bins': 4, 'breaks': 'sample'}");
        VERIFY_OK(sample);
        QCOMPARE(sample->series.size(), std::size_t{5}); // four bins and top minus bottom
        for (std::size_t bin = 0; bin < 4; ++bin)
            QCOMPARE(sample->series[bin].events.size(), std::size_t{10});
        QVERIFY(sample->series[0].lookAhead);
        QVERIFY(sample->series[4].spread);
        QCOMPARE(sample->series[4].events.size(), std::size_t{20});
        const auto past = ask(events, ", 'quantile': {'bins': 2, 'breaks': 'past', 'report': ['each']}");
        VERIFY_OK(past);
        QVERIFY(!past->series[0].lookAhead);
        // the first twenty events only teach the breaks; event 20 has the value 20 and the past 0, 7, 14, …
        // of median 19.5
        QCOMPARE(past->series[0].events.size() + past->series[1].events.size(), std::size_t{20});
        QVERIFY(past->series[1].events[0].at == day(20));
        QVERIFY(past->series[0].identity != past->series[1].identity);
    }

    void onlyWhatTheScopeAllowsIsRead()
    {
        for (int i = 0; i < 30; ++i)
            m_events.add("v", day(i), i);
        EventScope scope;
        scope.before = day(20);
        scope.from = day(4);
        const auto asked = ask("{'filter': 'event_type == v'}", {}, scope);
        VERIFY_OK(asked);
        QVERIFY(asked->series[0].events.front().at == day(5));
        QVERIFY(asked->series[0].events.back().at == day(20));
    }

    void scheduledEventsEnterAtTheirScheduledInstant()
    {
        for (int i = 0; i < 3; ++i) {
            Event &event = m_events.add("fomc", day(30 * i + 60));
            event.knownBasis = KnownBasis::Scheduled;
            event.knownAt = day(0);
        }
        const auto presence = ask("{'filter': 'event_type == fomc', 'min_events': 2}");
        VERIFY_OK(presence);
        QVERIFY(presence->series[0].events[0].at == day(60));
        QVERIFY(presence->series[0].events[0].known == day(0));
        m_events.events[0].value = m_events.events[1].value = 1;
        const auto value = ask("{'filter': 'event_type == fomc', 'min_events': 2, 'weight': 'value'}");
        QVERIFY(value->series[0].events[0].known == day(60)); // its value only after the release
    }

    void aDayIsPlacedByWhenItBecameKnown_data()
    {
        QTest::addColumn<QByteArray>("happened");
        QTest::addColumn<QByteArray>("known");
        QTest::addColumn<KnownBasis>("basis");
        QTest::addColumn<bool>("wholeDay");
        QTest::addColumn<QByteArray>("placed");
        const auto row = [](const char *name, const char *happened, const char *known, KnownBasis basis,
                            bool wholeDay, const char *placed) {
            QTest::addRow("%s", name)
                << QByteArray(happened) << QByteArray(known) << basis << wholeDay << QByteArray(placed);
        };
        using enum KnownBasis;
        row("its own end", "2024-01-08T00:00Z", "2024-01-09T00:00Z", Published, true, "2024-01-08T00:00Z");
        row("the end of a later day", "2024-01-01T00:00Z", "2024-01-09T00:00Z", Published, true,
            "2024-01-08T00:00Z");
        row("uploaded in a day", "2024-01-01T00:00Z", "2024-01-09T17:00Z", Published, false,
            "2024-01-09T17:00Z");
        row("after the close", "2024-01-08T00:00Z", "2024-01-08T23:00Z", Published, false,
            "2024-01-08T23:00Z");
        row("an hour after midnight", "2024-01-08T00:00Z", "2024-01-09T01:00Z", Published, false,
            "2024-01-09T01:00Z");
        row("next morning", "2024-01-08T00:00Z", "2024-01-09T11:00Z", Estimated, false, "2024-01-09T11:00Z");
        row("seen", "2024-01-08T05:00Z", "2024-01-09T18:12:33Z", Observed, false, "2024-01-09T18:12:33Z");
        row("before the session", "2024-01-08T05:00Z", "2024-01-08T14:30Z", Published, false,
            "2024-01-08T14:30Z");
        row("New York", "2024-01-08T05:00Z", "2024-01-09T05:00Z", Published, true, "2024-01-08T05:00Z");
        row("from summer to winter", "2023-09-30T04:00Z", "2023-11-10T05:00Z", Published, true,
            "2023-11-09T05:00Z");
        row("from winter to summer", "2023-12-31T05:00Z", "2024-05-02T04:00Z", Published, true,
            "2024-05-01T04:00Z");
        row("Tokyo", "2024-01-07T15:00Z", "2024-01-08T15:00Z", Published, true, "2024-01-07T15:00Z");
        row("London goes to winter", "2024-10-26T23:00Z", "2024-10-28T00:00Z", Published, true,
            "2024-10-27T00:00Z");
        row("planned long before", "2024-01-08T05:00Z", "2023-11-01T12:34Z", Scheduled, true,
            "2024-01-08T05:00Z");
        row("planned in its morning", "2024-01-08T05:00Z", "2024-01-08T12:34Z", Scheduled, true,
            "2024-01-08T05:00Z");
    }

    void aDayIsPlacedByWhenItBecameKnown()
    {
        QFETCH(QByteArray, happened);
        QFETCH(QByteArray, known);
        QFETCH(KnownBasis, basis);
        QFETCH(bool, wholeDay);
        QFETCH(QByteArray, placed);
        for (int i = 0; i < 2; ++i) {
            Event &event = m_events.add("day", *parseInstant(happened.constData()), 1);
            event.precision = Precision::Day;
            event.knownAt = *parseInstant(known.constData());
            event.knownBasis = basis;
        }
        const auto asked = ask("{'filter': 'event_type == day', 'min_events': 2}");
        VERIFY_OK(asked);
        const AskedEvent &event = asked->series.at(0).events.at(0);
        QCOMPARE(event.wholeDay, wholeDay);
        QCOMPARE(event.at, *parseInstant(placed.constData()));
        QCOMPARE(event.known, *parseInstant(known.constData()));
    }

    void whoChoosesByTheOutcomeKnowsItOnlyAfterwards()
    {
        for (int i = 0; i < 3; ++i) {
            Event &event =
                m_events.add("fomc", day(30 * i + 60), 0.5, "US", "{\"scheduled\":true,\"action\":\"cut\"}");
            event.knownBasis = KnownBasis::Scheduled;
            event.knownAt = day(0);
        }
        const auto known = [this](const std::string &more) {
            const auto asked = ask("{'min_events': 2, 'filter': 'event_type == fomc" + more + "}");
            return asked.ok() ? asked->series.at(0).events.at(0).known : Instant();
        };
        QCOMPARE(known(" and meta.scheduled == true'"), day(0));
        QCOMPARE(known(" and value > 0'"), day(60));
        QCOMPARE(known(" and not meta.action == hike'"), day(60));
        QCOMPARE(known("', 'each': ['meta.action']"), day(60));
    }

    void breaksOfThePastUseNoValueThatIsYetUnknown()
    {
        for (int i = 0; i < 20; ++i)
            m_events.add("v", day(i), i);
        Event &whole = m_events.add("v", day(30) - std::chrono::hours(12), 100); // known at its day's end
        whole.precision = Precision::Day;
        whole.knownAt = whole.timestamp + std::chrono::hours(24);
        m_events.add("v", day(30), 9.6);
        const auto past = ask("{'filter': 'event_type == v', 'min_events': 2}",
                              ", 'quantile': {'bins': 2, 'breaks': 'past', 'report': ['each']}");
        VERIFY_OK(past);
        // at noon the past is 0 … 19 with the median 9.5; with the 100 of that day it would be 10
        QCOMPARE(past->series[0].events.size(), std::size_t{0});
        QCOMPARE(past->series[1].events.size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(tst_AskedEvents)
#include "tst_askedevents.moc"
