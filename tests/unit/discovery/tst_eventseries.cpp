// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/eventseries.h"
#include "tests/support/check.h"
#include "tests/support/fakereaders.h"

#include <numeric>

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;

namespace {

Instant at(const char *text)
{
    return *parseInstant(text);
}

/// New York sessions of two weeks around the change of clocks of 2011-03-13: closes at 21:00, then 20:00 UTC.
BarSeries newYork()
{
    support::FakeBars bars;
    for (const Date day : support::workdays(Date(std::chrono::year(2011) / 3 / 7), 10)) {
        const bool summer = day >= Date(std::chrono::year(2011) / 3 / 14);
        bars.add("NY", Instant(day) + std::chrono::hours(summer ? 20 : 21), 100);
    }
    return bars.series["NY"];
}

/// Fixings at noon New York time (17:00, then 16:00 UTC), without 2011-03-09.
BarSeries noon()
{
    support::FakeBars bars;
    for (const Date day : support::workdays(Date(std::chrono::year(2011) / 3 / 7), 10)) {
        const bool summer = day >= Date(std::chrono::year(2011) / 3 / 14);
        if (day != Date(std::chrono::year(2011) / 3 / 9))
            bars.add("EURUSD", Instant(day) + std::chrono::hours(summer ? 16 : 17), 1.4);
    }
    return bars.series["EURUSD"];
}

/// Bars of every day that end at 24:00 UTC.
BarSeries crypto()
{
    support::FakeBars bars;
    for (int i = 0; i < 14; ++i)
        bars.add("BTC", Instant(Date(std::chrono::year(2011) / 3 / 8) + std::chrono::days(i)), 1);
    return bars.series["BTC"];
}

AskedEvent happening(Instant when, bool wholeDay = false)
{
    AskedEvent out;
    out.at = when;
    out.wholeDay = wholeDay;
    out.known = wholeDay ? when + std::chrono::hours(24) : when;
    return out;
}

QByteArray dayOf(const std::vector<Instant> &closes, std::size_t bar)
{
    return bar < closes.size() ? QByteArray::fromStdString(toIso(closes[bar].utcDay())) : QByteArray("none");
}

} // namespace

class tst_EventSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsEnterTheFirstBarThatClosesAfterThem_data()
    {
        QTest::addColumn<QByteArray>("instant");
        QTest::addColumn<bool>("wholeDay");
        QTest::addColumn<QByteArray>("session"); // of New York
        QTest::addColumn<QByteArray>("fixing");  // at noon
        const auto row = [](const char *name, const char *when, bool day, const char *session,
                            const char *fixing) {
            QTest::newRow(name) << QByteArray(when) << day << QByteArray(session) << QByteArray(fixing);
        };
        row("Tohoku, before the session", "2011-03-11T05:46:24Z", false, "2011-03-11", "2011-03-11");
        row("during the session, after noon", "2011-03-10T19:15:00Z", false, "2011-03-10", "2011-03-11");
        row("at the close", "2011-03-10T21:00:00Z", false, "2011-03-10", "2011-03-11");
        row("after hours", "2011-03-10T21:00:01Z", false, "2011-03-11", "2011-03-11");
        row("Saturday", "2011-03-12T12:00:00Z", false, "2011-03-14", "2011-03-14");
        row("after the clocks changed", "2011-03-14T20:30:00Z", false, "2011-03-15", "2011-03-15");
        row("a day in New York", "2011-03-10T05:00:00Z", true, "2011-03-10", "2011-03-10");
        row("a day in UTC", "2011-03-10T00:00:00Z", true, "2011-03-10", "2011-03-10");
        row("a Sunday", "2011-03-13T05:00:00Z", true, "2011-03-14", "2011-03-14");
        row("after the last bar", "2011-03-19T05:00:00Z", true, "none", "none");
    }

    void eventsEnterTheFirstBarThatClosesAfterThem()
    {
        QFETCH(QByteArray, instant);
        QFETCH(bool, wholeDay);
        QFETCH(QByteArray, session);
        QFETCH(QByteArray, fixing);
        const Calendar calendar{newYork().tsEnd, 1, 0};
        const auto closes = closeTimes(newYork(), calendar);
        const auto fixings = closeTimes(noon(), calendar);
        const AskedEvent asked = happening(at(instant.constData()), wholeDay);
        QCOMPARE(dayOf(calendar.closes, eventBar(asked, closes)), session);
        QCOMPARE(dayOf(calendar.closes, eventBar(asked, fixings)), fixing);
    }

    void aDayEndsAtItsOwnMidnight()
    {
        const Calendar calendar{crypto().tsEnd, 1, 0};
        const auto closes = closeTimes(crypto(), calendar);
        const std::size_t bar = eventBar(happening(at("2011-03-10T00:00:00Z"), true), closes);
        QCOMPARE(toIso(closes[bar]), std::string("2011-03-11T00:00:00Z"));
        QCOMPARE(toIso(closes[eventBar(happening(at("2011-03-10T00:00:00Z")), closes)]),
                 std::string("2011-03-10T00:00:00Z"));
    }

    void closesAreFilledByTheUsualDistance()
    {
        const Calendar calendar{newYork().tsEnd, 1, 0};
        const auto fixings = closeTimes(noon(), calendar);
        QCOMPARE(toIso(fixings[2]),
                 std::string("2011-03-09T17:00:00Z")); // the missing fixing, four hours before the close
        QVERIFY(closeTimes(newYork(), calendar) == calendar.closes);
        // an asset of another exchange with the same closes shares its series
        BarSeries other = newYork();
        other.tsEnd.erase(other.tsEnd.begin() + 4);
        other.ts.erase(other.ts.begin() + 4);
        QVERIFY(closeTimes(other, calendar) == calendar.closes);
    }

    void weekendBarsOfAnAssetBelongToTheNextSession()
    {
        const Calendar calendar{newYork().tsEnd, 1, 0};
        const auto positions = barPositions(crypto().tsEnd, calendar);
        // Friday 21:00 holds the bar that ended on Friday 00:00; Monday 20:00 the one that ended on Monday
        // 00:00
        QCOMPARE(toIso(crypto().tsEnd[static_cast<std::size_t>(positions[4])]),
                 std::string("2011-03-11T00:00:00Z"));
        QCOMPARE(toIso(crypto().tsEnd[static_cast<std::size_t>(positions[5])]),
                 std::string("2011-03-14T00:00:00Z"));
    }

    void barsCollectTheirEvents()
    {
        const Calendar calendar{newYork().tsEnd, 1, 0};
        AskedSeries series;
        series.weight = Weight::Count;
        for (const char *when : {"2011-03-05T10:00:00Z", "2011-03-08T15:00:00Z", "2011-03-08T16:00:00Z",
                                 "2011-03-09T15:00:00Z", "2011-03-18T15:00:00Z", "2011-03-25T15:00:00Z"})
            series.events.push_back(happening(at(when)));
        series.events[3].weight = kMissing;
        std::vector<std::uint32_t> all(series.events.size());
        std::iota(all.begin(), all.end(), 0u);
        const EventSeries placed = placeEvents(series, calendar, calendar.closes, all, 0, 1);
        QCOMPARE(placed.bars, (std::vector<std::uint32_t>{0})); // 2011-03-08 is the sample's first bar
        QCOMPARE(placed.weights, (std::vector<double>{2}));
        QCOMPARE(placed.withoutBar,
                 std::size_t{3}); // before, after, and too near the end for a window of one bar more
        QCOMPARE(placed.withoutValue, std::size_t{1});
        QVERIFY(placed.known[0] == at("2011-03-08T16:00:00Z"));
        series.weight = Weight::Presence;
        QCOMPARE(placeEvents(series, calendar, calendar.closes, all, 0, 0).weights,
                 (std::vector<double>{1, 1}));
    }

    void aBarOfBothSidesIsOnNeither()
    {
        const Calendar calendar{newYork().tsEnd, 1, 0};
        AskedSeries series;
        series.spread = true;
        for (const char *when :
             {"2011-03-08T15:00:00Z", "2011-03-09T15:00:00Z", "2011-03-09T16:00:00Z", "2011-03-10T15:00:00Z"})
            series.events.push_back(happening(at(when)));
        series.events[1].weight = -1;
        series.events[3].weight = -1;
        const std::vector<std::uint32_t> all{0, 1, 2, 3};
        const EventSeries placed = placeEvents(series, calendar, calendar.closes, all, 0, 0);
        QCOMPARE(placed.bars, (std::vector<std::uint32_t>{0, 2}));
        QCOMPARE(placed.weights, (std::vector<double>{1, -1}));
        QCOMPARE(placed.known.size(), std::size_t{2});
        QCOMPARE(placed.withoutValue, std::size_t{2});
    }

    void tradableMeansKnownFiveMinutesBeforeTheEntry()
    {
        const Calendar calendar{newYork().tsEnd, 1, 0};
        const auto tradable = [&calendar](const AskedEvent &asked, int first) {
            AskedSeries series;
            series.events = {asked};
            const std::vector<std::uint32_t> all{0};
            return isTradable(placeEvents(series, calendar, calendar.closes, all, 0, 0), calendar,
                              calendar.closes, first);
        };
        const AskedEvent instant = happening(at("2011-03-10T19:15:00Z"));
        QVERIFY(!tradable(instant, 0));
        QVERIFY(tradable(instant, 1));
        QVERIFY(!tradable(happening(at("2011-03-10T20:56:00Z")), 1)); // four minutes before the close
        QVERIFY(tradable(happening(at("2011-03-10T20:55:00Z")), 1));
        const AskedEvent day = happening(at("2011-03-10T05:00:00Z"), true);
        QVERIFY(!tradable(day, 1)); // known at the end of the day
        QVERIFY(tradable(day, 2));
        AskedEvent scheduled = happening(at("2011-03-10T13:30:00Z"));
        scheduled.known = at("2010-12-01");
        QVERIFY(tradable(scheduled, 0)); // the schedule was known long before
    }
};

QTEST_APPLESS_MAIN(tst_EventSeries)
#include "tst_eventseries.moc"
