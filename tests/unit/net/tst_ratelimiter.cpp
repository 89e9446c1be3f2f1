// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ratelimiter.h"
#include "tests/support/check.h"

using namespace core::net;
using core::base::Duration;
using core::base::Instant;
using core::base::ManualClock;
using namespace std::chrono_literals;

class tst_RateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_clock.set(Instant(1'300'000'000'000'000)); }

    void givesTheBurstThenTheRate()
    {
        RateLimiter limiter(m_clock, {8, 4});
        for (int i = 0; i < 4; ++i)
            QCOMPARE(limiter.take("h"), Duration(0));
        const Duration wait = limiter.take("h");
        QCOMPARE(wait, Duration(125ms));
        m_clock.advance(wait - 10us);
        QVERIFY(limiter.take("h") > Duration(0));
        m_clock.advance(11us); // one for the rounding up
        QCOMPARE(limiter.take("h"), Duration(0));
    }

    void keepsToTheRateOverAnHour_data()
    {
        QTest::addColumn<double>("perSecond");
        for (const double perSecond : {0.18, 1.0, 2.0, 8.0, 7.77})
            QTest::addRow("%g a second", perSecond) << perSecond;
    }

    void keepsToTheRateOverAnHour()
    {
        QFETCH(double, perSecond);
        RateLimiter limiter(m_clock, {perSecond, 3});
        int taken = 0;
        for (const Instant end = m_clock.now() + 1h; m_clock.now() < end;) {
            const Duration wait = limiter.take("h");
            if (wait == Duration(0))
                ++taken;
            else
                m_clock.advance(wait);
        }
        const double expected = 3 + perSecond * 3600;
        QVERIFY2(taken <= expected + 1 && taken >= expected - 1 - expected * 1e-5,
                 qPrintable(QString::number(taken)));
    }

    void hostsDoNotShare()
    {
        RateLimiter limiter(m_clock, {1, 1});
        limiter.setLimit("fast", {100, 2});
        QCOMPARE(limiter.take("a"), Duration(0));
        QCOMPARE(limiter.take("a"), Duration(1s));
        QCOMPARE(limiter.take("b"), Duration(0));
        QCOMPARE(limiter.take("fast"), Duration(0));
        QCOMPARE(limiter.take("fast"), Duration(0));
        QCOMPARE(limiter.take("fast"), Duration(10ms));
    }

    void aNewLimitForgetsNothingThatWasTaken()
    {
        RateLimiter limiter(m_clock, {1, 4});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(limiter.take("h"), Duration(0));
        limiter.setLimit("h", {1, 2});
        QCOMPARE(limiter.take("h"), Duration(1s));
    }

    void aClockThatJumpsAheadGivesNoMoreThanTheBurst()
    {
        RateLimiter limiter(m_clock, {1, 3});
        static_cast<void>(limiter.take("h"));
        m_clock.advance(24h);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(limiter.take("h"), Duration(0));
        QCOMPARE(limiter.take("h"), Duration(1s));
    }

    void aClockThatIsSetBackStopsNobody()
    {
        RateLimiter limiter(m_clock, {1, 1});
        QCOMPARE(limiter.take("h"), Duration(0));
        limiter.pause("p", 30s);
        m_clock.advance(-24h);
        QCOMPARE(limiter.take("h"), Duration(1s));
        m_clock.advance(1s);
        QCOMPARE(limiter.take("h"), Duration(0));
        QCOMPARE(limiter.pausedFor("p"), Duration(30s));
    }

    void aPauseHoldsForAllAndEnds()
    {
        RateLimiter limiter(m_clock, {10, 10});
        limiter.pause("h", 30s);
        QCOMPARE(limiter.take("h"), Duration(30s));
        QCOMPARE(limiter.take("other"), Duration(0));
        limiter.pause("h", 10s); // the longer one stays
        QCOMPARE(limiter.pausedFor("h"), Duration(30s));
        m_clock.advance(29s);
        QCOMPARE(limiter.take("h"), Duration(1s));
        m_clock.advance(1s);
        QCOMPARE(limiter.take("h"), Duration(0));
        limiter.pause("h", 30s);
        limiter.resume("h");
        QCOMPARE(limiter.take("h"), Duration(0));
    }

    void aLimitOfNothingStillEnds()
    {
        RateLimiter limiter(m_clock, {0, 0});
        QCOMPARE(limiter.take("h"), Duration(0));
        QVERIFY(limiter.take("h") <= Duration(1h + 1s));
    }

private:
    ManualClock m_clock{Instant(0)};
};

QTEST_APPLESS_MAIN(tst_RateLimiter)
#include "tst_ratelimiter.moc"
