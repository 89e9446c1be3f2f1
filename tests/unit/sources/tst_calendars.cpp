// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/market/dayrules.h"
#include "core/sources/calendarrules.h"
#include "core/sources/calendars.h"
#include "core/sources/moonphase.h"
#include "core/sources/policydates.h"
#include "tests/support/check.h"

#include <QFile>
#include <QRegularExpression>

#include <cmath>
#include <set>

using namespace core;
using namespace core::sources;
using domain::Event;
using domain::KnownBasis;
using market::date;

namespace {

std::vector<Event> eventsOf(const char *type, base::Date from, base::Date to)
{
    const std::string types[] = {type};
    return *calendarEvents(from, to, types);
}

QStringList instants(const std::vector<Event> &events)
{
    QStringList all;
    for (const Event &event : events)
        all << base::qs(event.entity + (event.entity.empty() ? "" : " ") + base::toIso(event.timestamp));
    return all;
}

} // namespace

class tst_Calendars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTypeHasItsKnownDates_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *type, const char *from, const char *to, const char *expected) {
            QTest::newRow(type) << QString::fromLatin1(from) << QString::fromLatin1(to)
                                << QString::fromLatin1(expected);
        };
        row("payroll_friday", "2023-11-20", "2024-01-31", "US 2023-12-08T13:30:00Z, US 2024-01-05T13:30:00Z");
        row("option_expiry", "2019-03-01", "2019-04-30",
            "US 2019-03-15T20:00:00Z, US 2019-04-18T20:00:00Z"); // Good Friday
        row("quad_witching", "2026-05-01", "2026-09-30",
            "US 2026-06-18T20:00:00Z, US 2026-09-18T20:00:00Z"); // Juneteenth
        row("month_end", "2018-03-01", "2018-05-01", "XNYS 2018-03-29T20:00:00Z, XNYS 2018-04-30T20:00:00Z");
        row("quarter_end", "2018-03-01", "2018-07-01",
            "XNYS 2018-03-29T20:00:00Z, XNYS 2018-06-29T20:00:00Z");
        row("exchange_holiday", "2024-07-01", "2024-07-31",
            "XHKG 2024-06-30T16:00:00Z, XNYS 2024-07-04T04:00:00Z, XTKS 2024-07-14T15:00:00Z");
        row("dst_change", "2024-03-01", "2024-11-30",
            "US 2024-03-10T07:00:00Z, EU 2024-03-31T01:00:00Z, EU 2024-10-27T01:00:00Z, US "
            "2024-11-03T06:00:00Z");
        row("friday_13th", "2015-01-01", "2015-12-31",
            "2015-02-13T05:00:00Z, 2015-03-13T04:00:00Z, 2015-11-13T05:00:00Z");
        row("us_election", "2020-01-01", "2022-12-31", "US 2020-11-04T00:00:00Z, US 2022-11-09T00:00:00Z");
        row("fomc_meeting", "2013-12-01", "2014-01-31", "US 2013-12-18T19:00:00Z, US 2014-01-29T19:00:00Z");
        row("fomc_target_change", "2008-10-01", "2008-12-31",
            "US 2008-10-08T11:00:00Z, US 2008-10-29T18:15:00Z, US 2008-12-16T19:15:00Z");
        row("nber_peak", "2000-01-01", "2010-12-31", "US 2001-03-01T05:00:00Z, US 2007-12-01T05:00:00Z");
        row("nber_trough", "2000-01-01", "2010-12-31", "US 2001-11-01T05:00:00Z, US 2009-06-01T04:00:00Z");
    }

    void eachTypeHasItsKnownDates()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, expected);
        QStringList found = instants(eventsOf(QTest::currentDataTag(), *base::parseDate(base::utf8(from)),
                                              *base::parseDate(base::utf8(to))));
        // XHKG 2024-07-01 begins on the UTC day before the range
        QStringList wanted = expected.split(QStringLiteral(", "));
        wanted.removeAll(QStringLiteral("XHKG 2024-06-30T16:00:00Z"));
        QCOMPARE(found, wanted);
    }

    void moonsAreRightToTheMinute_data()
    {
        QTest::addColumn<bool>("full");
        QTest::addColumn<QString>("expected"); // to the minute, as published
        for (const char *each :
             {"1999-08-11T11:09Z", "2000-01-06T18:14Z", "2017-08-21T18:30Z", "2024-04-08T18:21Z"})
            QTest::addRow("new %s", each) << false << QString::fromLatin1(each);
        for (const char *each : {"1969-07-29T02:45Z", "2000-01-21T04:40Z", "2018-01-31T13:27Z",
                                 "2019-01-21T05:16Z", "2024-09-18T02:34Z"})
            QTest::addRow("full %s", each) << true << QString::fromLatin1(each);
    }

    void moonsAreRightToTheMinute()
    {
        QFETCH(bool, full);
        QFETCH(QString, expected);
        const base::Instant published = *base::parseInstant(base::utf8(expected));
        const auto found = eventsOf(full ? "full_moon" : "new_moon", published.utcDay(), published.utcDay());
        QCOMPARE(found.size(), std::size_t(1));
        const double seconds = static_cast<double>((found[0].timestamp - published).count()) / 1e6;
        QVERIFY2(std::abs(seconds) <= 90, qPrintable(QString::number(seconds)));
    }

    void meeusWorkedExampleIsReproduced()
    {
        // Example 49.a: new moon of February 1977, 3 h 37 m 42 s Terrestrial Time; UTC was 48 s behind
        const base::Instant expected = *base::parseInstant("1977-02-18T03:36:54Z");
        const base::Instant found = moonPhase(-283, MoonPhase::New);
        QVERIFY(std::abs((found - expected).count()) <= 2'000'000);
    }

    void scheduledDecisionsAgreeWithTheRecordedOnes()
    {
        SHARED_DATA_OR_SKIP(path, QStringLiteral("history/macro/fomc_surprises_30min_jk.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const base::Zone newYork = *base::Zone::find("America/New_York");
        std::set<std::string> recorded;
        QStringList wrong;
        const auto ours = eventsOf("fomc_meeting", date(1994, 1, 1), date(2021, 12, 31));
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine());
            if (!line.contains(QStringLiteral("(Scheduled)")) || line < QStringLiteral("1994"))
                continue;
            const std::string day = base::utf8(line.left(10));
            if (day == "2020-03-03") // recorded as scheduled, but the decision came between meetings
                continue;
            recorded.insert(day);
            const base::Date local = *base::parseDate(day);
            const auto it = std::find_if(ours.begin(), ours.end(), [&](const Event &event) {
                return newYork.localDay(event.timestamp) == local;
            });
            const base::Instant told =
                newYork.toUtc(local, std::chrono::hours(line.mid(11, 2).toInt()) +
                                         std::chrono::minutes(line.mid(14, 2).toInt()));
            if (it == ours.end())
                wrong << base::qs(day) + QStringLiteral(" is missing");
            else if (std::abs((it->timestamp - told).count()) > std::int64_t(7) * 60 * 1'000'000)
                wrong << base::qs(day) + QStringLiteral(" has another hour");
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("; "))));
        QCOMPARE(ours.size(), recorded.size());
    }

    void payrollRuleAgreesWithTheRecordedReleases()
    {
        SHARED_DATA_OR_SKIP(path, QStringLiteral("history/macro/us_economic_calendar_high_impact.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::set<std::string> ours;
        for (const Event &event : eventsOf("payroll_friday", date(2014, 1, 1), date(2021, 12, 31)))
            ours.insert(base::toIso(event.timestamp));
        QStringList wrong;
        int compared = 0;
        static const QRegularExpression when(QStringLiteral("(\\d{2})/(\\d{2})/(\\d{4}) (\\d{2}:\\d{2})"));
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine());
            if (!line.contains(QStringLiteral("Nonfarm Payrolls")))
                continue;
            const auto match = when.match(line);
            QVERIFY2(match.hasMatch(), qPrintable(line));
            const std::string at = base::utf8(
                QStringLiteral("%1-%2-%3T%4:00Z")
                    .arg(match.captured(3), match.captured(1), match.captured(2), match.captured(4)));
            ++compared;
            if (!ours.contains(at))
                wrong << base::qs(at);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("; "))));
        QVERIFY(compared > 80);
    }

    void targetChangesFollowOnOneAnother()
    {
        const auto changes = targetChanges();
        for (std::size_t i = 1; i < changes.size(); ++i) {
            QVERIFY(changes[i].day > changes[i - 1].day);
            QCOMPARE(changes[i].before, changes[i - 1].after);
        }
        std::set<int> meetings;
        for (const FomcMeeting &meeting : fomcMeetings())
            meetings.insert(meeting.day);
        for (const TargetChange &change : changes)
            QCOMPARE(meetings.contains(change.day), change.scheduled);
    }

    void whatIsAnnouncedIsNotKnownBefore()
    {
        const auto peaks = eventsOf("nber_peak", date(2007, 12, 1), date(2007, 12, 31));
        QCOMPARE(peaks.size(), std::size_t(1));
        QCOMPARE(peaks[0].knownBasis, KnownBasis::Published);
        QCOMPARE(base::toIso(peaks[0].knownAt), std::string("2008-12-02T05:00:00Z"));
        for (const Event &change : eventsOf("fomc_target_change", date(1994, 1, 1), date(2025, 12, 31))) {
            QCOMPARE(change.knownBasis, KnownBasis::Published);
            QCOMPARE(change.knownAt, change.timestamp);
        }
        for (const Event &holiday : eventsOf("exchange_holiday", date(2001, 1, 1), date(2001, 12, 31))) {
            QVERIFY(holiday.timestamp.utcDay() != date(2001, 9, 12)); // closed, but nobody knew
            QVERIFY(holiday.knownAt < holiday.timestamp);
        }
    }

    void everyTypeIsComputedOnceAndTheSame()
    {
        const auto all = calendarEvents(date(1994, 1, 1), date(2024, 12, 31));
        VERIFY_OK(all);
        std::set<base::Uuid> ids;
        std::set<std::string> types;
        for (std::size_t i = 0; i < all->size(); ++i) {
            const Event &event = (*all)[i];
            ids.insert(event.id);
            types.insert(event.eventType);
            QVERIFY(i == 0 || (*all)[i - 1].timestamp <= event.timestamp);
            QCOMPARE(event.source, std::string("calendar"));
            QVERIFY(event.metadata.empty() || base::parseJson(event.metadata).ok());
        }
        QCOMPARE(ids.size(), all->size());
        QCOMPARE(types.size(), calendarEventTypes().size());
        // any part of the range gives the same rows
        const auto part = calendarEvents(date(2010, 3, 5), date(2010, 9, 17));
        VERIFY_OK(part);
        std::size_t within = 0;
        for (const Event &event : *all)
            within +=
                event.timestamp.utcDay() >= date(2010, 3, 5) && event.timestamp.utcDay() <= date(2010, 9, 17);
        QCOMPARE(part->size(), within);
        for (const Event &event : *part)
            QVERIFY(ids.contains(event.id));
    }

    void refusesWhatItCannotCompute()
    {
        const std::string unknown[] = {"solar_eclipse"};
        VERIFY_ERROR(calendarEvents(date(2000, 1, 1), date(2000, 12, 31), unknown),
                     base::ErrorCode::NotFound);
        VERIFY_ERROR(calendarEvents(date(1900, 1, 1), date(2000, 12, 31)), base::ErrorCode::BadInput);
        QVERIFY(calendarEvents(date(2000, 1, 2), date(2000, 1, 1))->empty());
    }
};

QTEST_APPLESS_MAIN(tst_Calendars)
#include "tst_calendars.moc"
