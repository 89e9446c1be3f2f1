// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The e-process of forward evidence: its arithmetic by hand, its promise under heavy tails, its power.
#include "core/stats/bettingprocess.h"
#include "core/stats/simulation.h"
#include "tests/support/check.h"

#include <cmath>
#include <limits>
#include <vector>

using namespace core::stats;

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// R[t] = Σ returns[t + first … t + last], NaN where the sample ends.
std::vector<double> responses(const std::vector<double> &returns, BettingWindow window)
{
    std::vector<double> sums(returns.size(), kMissing);
    for (std::size_t t = 0; t + window.last < returns.size(); ++t) {
        sums[t] = 0.0;
        for (std::size_t j = window.first; j <= window.last; ++j)
            sums[t] += returns[t + j];
    }
    return sums;
}

BettingProcess follow(const std::vector<double> &response, const std::vector<std::uint32_t> &events,
                      BettingWindow window, double direction)
{
    BettingProcess process(direction, window);
    std::size_t next = 0;
    for (std::size_t t = 0; t < response.size(); ++t) {
        if (next < events.size() && events[next] == t) {
            process.bet(response[t]);
            ++next;
        }
        process.addBar(response[t]);
    }
    return process;
}

struct Outcome {
    double reached = 0; ///< share of paths on which E ever was 20 or more
    double bets = 0;    ///< on average
};

/// GARCH(.08, .90) with t3 shocks, clustered events at `rate`, an effect of so many standard deviations.
Outcome simulate(int paths, BettingWindow window, double effect, double direction, double autoregression = 0)
{
    constexpr std::size_t kBars = 2000;
    Outcome outcome;
    for (int path = 0; path < paths; ++path) {
        Random random(11, RandomPurpose::Test, static_cast<std::uint64_t>(path));
        ReturnPath simulated = simulateReturns(random, kBars, {autoregression, 0.08, 0.90, 3});
        const auto events = simulateEvents(random, std::vector<double>(kBars, 0.06), {});
        for (const std::uint32_t event : events)
            for (std::size_t j = window.first; j <= window.last && event + j < kBars; ++j)
                simulated.returns[event + j] += effect * simulated.deviations[event + j];
        const auto process = follow(responses(simulated.returns, window), events, window, direction);
        outcome.reached += process.highest() >= 20 ? 1.0 / paths : 0.0;
        outcome.bets += static_cast<double>(process.bets()) / paths;
    }
    return outcome;
}

} // namespace

class tst_BettingProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBetWorkedByHand()
    {
        // 251 responses of ±1 in turn: σ = 1, and the mean of the clipped 250 is 0
        BettingProcess process(1);
        for (int i = 0; i < 251; ++i)
            process.addBar(i % 2 == 0 ? 1 : -1);
        // the invented bets say λ = (10·.25/4)/(10/16) = 1, held at ½; clip(5) = 3, so 1 + ½·3/4
        QVERIFY(std::fabs(process.bet(5) - 1.375) < 1e-12);
        process.addBar(5);
        QCOMPARE(process.bets(), std::size_t{1});
        QCOMPARE(process.highest(), process.value());
    }

    void nothingIsBetBeforeTheMeanIsKnown()
    {
        BettingProcess process(1);
        for (int i = 0; i < 250; ++i) { // 250 responses, of which the first has no σ before it
            QCOMPARE(process.bet(3), 1.0);
            process.addBar(i % 2 == 0 ? 1 : -1);
        }
        QCOMPARE(process.bet(3), 1.0);
        QCOMPARE(process.bets(), std::size_t{0});
        process.addBar(1);
        QVERIFY(process.bet(3) > 1.0);
    }

    void missingResponsesChangeNothing()
    {
        BettingProcess with(1);
        BettingProcess without(1);
        Random random(3, RandomPurpose::Test, 0);
        for (int i = 0; i < 400; ++i) {
            const double response = random.normal();
            with.addBar(response);
            with.addBar(kMissing);
            without.addBar(response);
        }
        QCOMPARE(with.bet(kMissing), 1.0);
        QCOMPARE(with.bet(1.5), without.bet(1.5));
    }

    void aResponseIsUsedOnlyOnceItsWindowHasEnded()
    {
        const BettingWindow window{1, 5};
        BettingProcess honest(1, window);
        BettingProcess other(1, window);
        Random random(4, RandomPurpose::Test, 0);
        for (int i = 0; i < 400; ++i) {
            const double response = random.normal();
            honest.addBar(response);
            other.addBar(i >= 395 ? 100 : response); // the five latest are not known at bar 400
        }
        QCOMPARE(honest.bet(2), other.bet(2));
        honest.addBar(1);
        other.addBar(1);
        QVERIFY(honest.state().squares != other.state().squares); // the first of them is known now
    }

    void anEventWithinTheWindowOfTheLastBetIsPassedOver()
    {
        BettingProcess process(1, {1, 5});
        for (int i = 0; i < 300; ++i)
            process.addBar(i % 2 == 0 ? 1 : -1);
        const double first = process.bet(1);
        for (int i = 0; i < 4; ++i) {
            process.addBar(1);
            QCOMPARE(process.bet(3), first);
        }
        process.addBar(1);
        QVERIFY(process.bet(3) > first);
        QCOMPARE(process.bets(), std::size_t{2});
        QCOMPARE(process.state().passed, std::size_t{4});
    }

    void aKeptStateGoesOnAsIfItHadNeverStopped()
    {
        const BettingWindow window{0, 2};
        BettingProcess whole(-1, window);
        BettingProcess part(-1, window);
        Random random(5, RandomPurpose::Test, 0);
        for (int i = 0; i < 900; ++i) {
            const double response = random.normal();
            if (i % 7 == 0) {
                whole.bet(response);
                part.bet(response);
            }
            whole.addBar(response);
            part.addBar(response);
            if (i % 100 == 50)
                part = BettingProcess(-1, window, part.state());
        }
        QVERIFY(whole.bets() > 80);
        QCOMPARE(part.value(), whole.value());
        QCOMPARE(part.highest(), whole.highest());
    }

    void theDirectionsMirrorEachOther()
    {
        BettingProcess up(1);
        BettingProcess down(-1);
        Random random(6, RandomPurpose::Test, 0);
        for (int i = 0; i < 600; ++i) {
            const double response = random.normal();
            if (i % 3 == 0)
                QCOMPARE(up.bet(response), down.bet(-response));
            up.addBar(response);
            down.addBar(-response);
        }
    }

    void keepsItsLevelUnderHeavyTails_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<double>("autoregression");
        QTest::newRow("one bar") << 1 << 1 << 0.0;
        QTest::newRow("five bars") << 1 << 5 << 0.0;
        QTest::newRow("autocorrelated") << 1 << 5 << 0.1;
        QTest::newRow("a late window") << 10 << 10 << 0.0;
    }
    void keepsItsLevelUnderHeavyTails()
    {
        QFETCH(const int, first);
        QFETCH(const int, last);
        QFETCH(const double, autoregression);
        const Outcome outcome = simulate(
            1000, {static_cast<std::size_t>(first), static_cast<std::size_t>(last)}, 0, 1, autoregression);
        qInfo("E ever reached 20 on %.4f of the paths with %.0f bets", outcome.reached, outcome.bets);
        QVERIFY(outcome.reached <= 0.05);
    }

    void keepsItsLevelWhenEveryBarIsAnEvent() // then the mean it compares with is all there is
    {
        int reached = 0;
        for (int path = 0; path < 300; ++path) {
            Random random(12, RandomPurpose::Test, static_cast<std::uint64_t>(path));
            const ReturnPath simulated = simulateReturns(random, 3000, {0, 0.08, 0.90, 3});
            std::vector<std::uint32_t> events(3000);
            for (std::uint32_t t = 0; t < 3000; ++t)
                events[t] = t;
            reached += follow(simulated.returns, events, {}, 1).highest() >= 20 ? 1 : 0;
        }
        QVERIFY2(reached <= 15, qPrintable(QString::number(reached)));
    }

    void findsAPlantedDrift()
    {
        const Outcome outcome = simulate(200, {1, 1}, 0.5, 1);
        qInfo("found on %.2f of the paths with %.0f bets", outcome.reached, outcome.bets);
        QVERIFY(outcome.reached > 0.5);
    }

    void aDriftTheOtherWayIsNoEvidence() { QCOMPARE(simulate(200, {1, 1}, 0.5, -1).reached, 0.0); }
};

QTEST_APPLESS_MAIN(tst_BettingProcess)
#include "tst_bettingprocess.moc"
