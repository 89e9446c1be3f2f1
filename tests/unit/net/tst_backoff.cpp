// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/backoff.h"
#include "tests/support/check.h"

#include <algorithm>

using namespace core::net;
using core::base::Duration;
using core::base::Instant;
using core::base::parseInstant;
using namespace std::chrono_literals;

namespace {

Backoff makeBackoff(std::uint64_t index, BackoffOptions options = {})
{
    return {options, core::stats::Random(7, core::stats::RandomPurpose::Jitter, index)};
}

const Instant kNow = *parseInstant("2011-03-11T05:46:24Z");

} // namespace

class tst_Backoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesUpToItsLongest()
    {
        // over 2,000 streams the largest wait of each step nears its bound, and the mean its half
        for (unsigned step = 0; step < 12; ++step) {
            const Duration bound = std::min<Duration>(2s * (1 << step), 15min);
            Duration longest{};
            double sum = 0;
            constexpr int streams = 2000;
            for (int i = 0; i < streams; ++i) {
                Backoff backoff = makeBackoff(static_cast<std::uint64_t>(i));
                for (unsigned before = 0; before < step; ++before)
                    static_cast<void>(backoff.next());
                const Duration wait = backoff.next();
                QVERIFY(wait >= 0s && wait <= bound);
                longest = std::max(longest, wait);
                sum += static_cast<double>(wait.count());
            }
            QVERIFY(longest > bound * 99 / 100);
            const double half = static_cast<double>(bound.count()) / 2;
            QVERIFY(std::abs(sum / streams / half - 1) < 0.06); // 4.6 standard errors
        }
    }

    void neverOverflows()
    {
        Backoff backoff = makeBackoff(1);
        for (int i = 0; i < 5000; ++i) {
            const Duration wait = backoff.next();
            QVERIFY(wait >= 0s && wait <= 15min);
        }
        QCOMPARE(backoff.failures(), 5000U);
    }

    void beginsAnewAfterSuccess()
    {
        Backoff backoff = makeBackoff(1);
        for (int i = 0; i < 20; ++i)
            static_cast<void>(backoff.next());
        backoff.reset();
        QCOMPARE(backoff.failures(), 0U);
        QVERIFY(backoff.next() <= 2s);
    }

    void sameSeedSameWaits()
    {
        Backoff one = makeBackoff(3);
        Backoff two = makeBackoff(3);
        Backoff other = makeBackoff(4);
        bool differs = false;
        for (int i = 0; i < 10; ++i) {
            const Duration wait = one.next();
            QCOMPARE(wait, two.next());
            differs = differs || wait != other.next();
        }
        QVERIFY(differs);
    }

    void isNeverShorterThanWhatTheHostAsks()
    {
        Backoff backoff = makeBackoff(1);
        for (int i = 0; i < 10; ++i) {
            const Duration wait = backoff.next(120s);
            QVERIFY(wait >= 120s && wait <= 120s + 15min);
        }
        QVERIFY(backoff.next(Duration(-1h)) >= 0s);
        QVERIFY(backoff.next(Duration(10000h)) <= 24h + 15min);
    }

    void aDayOfOutageCostsFewTries()
    {
        for (std::uint64_t stream = 0; stream < 50; ++stream) {
            Backoff backoff = makeBackoff(stream);
            Duration passed{};
            int tries = 0;
            for (; passed < 12h; ++tries)
                passed += backoff.next();
            QVERIFY2(tries > 60 && tries < 150, qPrintable(QString::number(tries)));
        }
    }

    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("seconds"); // -1: nothing
        QTest::newRow("seconds") << QByteArray("120") << qint64{120};
        QTest::newRow("zero") << QByteArray("0") << qint64{0};
        QTest::newRow("blanks") << QByteArray(" 7\t") << qint64{7};
        QTest::newRow("a week") << QByteArray("604800") << qint64{86400};
        QTest::newRow("beyond any number") << QByteArray(400, '9') << qint64{86400};
        QTest::newRow("date") << QByteArray("Fri, 11 Mar 2011 05:47:24 GMT") << qint64{60};
        QTest::newRow("past date") << QByteArray("Fri, 11 Mar 2011 05:45:24 GMT") << qint64{0};
        QTest::newRow("far date") << QByteArray("Fri, 11 Mar 2411 05:45:24 GMT") << qint64{86400};
        QTest::newRow("old date") << QByteArray("Friday, 11-Mar-11 05:47:24 GMT") << qint64{60};
        QTest::newRow("asctime") << QByteArray("Fri Mar 11 05:47:24 2011") << qint64{60};
        for (const char *bad : {"", " ", "-1", "+5", "1.5", "5s", "soon", "Fri, 11 Mar 2011 05:47:24",
                                "Fri, 31 Feb 2011 05:47:24 GMT", "Fri, 11 Mar 2011 25:47:24 GMT",
                                "Fri, 11 Mar 2011 05:47:24 GMT x", "Fri, 1 Mar 2011 05:47:24 GMT"})
            QTest::newRow(bad) << QByteArray(bad) << qint64{-1};
    }

    void readsRetryAfter()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, seconds);
        const auto wait = parseRetryAfter(text.toStdString(), kNow);
        QCOMPARE(wait.has_value(), seconds >= 0);
        if (wait)
            QCOMPARE(*wait, Duration(std::chrono::seconds(seconds)));
    }

    void readsTheDatesOfRfc9110()
    {
        const Instant expected = *parseInstant("1994-11-06T08:49:37Z");
        for (const char *text :
             {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
            QCOMPARE(*parseHttpDate(text, kNow), expected);
    }

    void aYearOfTwoDigitsIsAtMostFiftyYearsAhead()
    {
        QCOMPARE(*parseHttpDate("Friday, 11-Mar-61 00:00:00 GMT", kNow), *parseInstant("2061-03-11"));
        QCOMPARE(*parseHttpDate("Friday, 11-Mar-62 00:00:00 GMT", kNow), *parseInstant("1962-03-11"));
    }

    void aLeapSecondIsTheNextMinute()
    {
        QCOMPARE(*parseHttpDate("Sat, 31 Dec 2016 23:59:60 GMT", kNow), *parseInstant("2017-01-01"));
    }
};

QTEST_APPLESS_MAIN(tst_Backoff)
#include "tst_backoff.moc"
