// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bets on events after a discovery: worked by hand, their promise on simulated returns, and what they find.
#include "core/discovery/forwardbets.h"
#include "core/stats/simulation.h"
#include "tests/support/check.h"
#include "tests/support/series.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace core::base;
using namespace core::discovery;
using namespace core::stats;
using core::store::ForwardStep;
using core::store::kEnoughEvidence;

namespace {

constexpr std::size_t kHistory = 600; // bars before the discovery
constexpr std::size_t kYear = 252;

Instant day(std::size_t bar)
{
    return Instant(Date(std::chrono::year(2020) / 1 / 1)) + std::chrono::hours(24 * bar);
}

ForwardEvent eventAt(std::size_t bar, std::size_t length = 1, std::size_t track = 0, int side = 1)
{
    return {bar, day(bar), day(bar), day(bar + length - 1), track, side};
}

/// A relationship's future: responses of one bar, clustered events, an effect of so many deviations at each.
struct Future {
    ForwardTrack track{"A", {}, {}};
    std::vector<ForwardEvent> events;
};

template <typename Effect>
Future simulate(std::uint64_t path, std::size_t bars, double rate, Effect effect)
{
    Random random(2026113001, RandomPurpose::Test, path);
    ReturnPath simulated = simulateReturns(random, kHistory + bars, {0, 0.08, 0.90, 3});
    Future out;
    for (const std::uint32_t bar : simulateEvents(random, std::vector<double>(kHistory + bars, rate), {})) {
        if (bar < kHistory)
            continue;
        simulated.returns[bar] += effect(bar - kHistory) * simulated.deviations[bar];
        out.events.push_back(eventAt(bar));
    }
    out.track.responses = std::move(simulated.returns);
    return out;
}

/// As many checks as days: each sees the bars and events up to that day.
std::vector<ForwardStep> dailyChecks(const Future &future, const ForwardRule &rule)
{
    std::vector<ForwardStep> steps;
    for (std::size_t bar = kHistory; bar < future.track.responses.size(); ++bar) {
        ForwardTrack track = future.track;
        track.responses.resize(bar + 1);
        const auto known = std::ranges::upper_bound(future.events, bar, {}, &ForwardEvent::start);
        if (known == future.events.begin() || std::prev(known)->start != bar)
            continue; // nothing new on this day
        const auto added = betOn(std::span(future.events.begin(), known), std::span(&track, 1), rule, steps);
        steps.insert(steps.end(), added.begin(), added.end());
    }
    return steps;
}

double highest(const std::vector<ForwardStep> &steps, double ForwardStep::*which)
{
    double out = 1;
    for (const ForwardStep &step : steps)
        out = std::max(out, step.*which);
    return out;
}

double bound(int paths)
{
    return paths * support::levelBound(paths);
}

} // namespace

class tst_ForwardBets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoBetsWorkedByHand()
    {
        ForwardTrack track{"A", {}, {}};
        for (int i = 0; i < 300; ++i) // σ = 1 and the mean of the clipped responses is 0
            track.responses.push_back(i % 2 == 0 ? 1 : -1);
        track.responses[290] = 5;
        const std::vector<ForwardEvent> events{eventAt(270), eventAt(290)};
        const auto steps = betOn(events, std::span(&track, 1), {{}, 1, 1, 0.5}, {});
        QCOMPARE(steps.size(), std::size_t{2});
        // bar 270 has a response of 1: Z/4 = ¼ with the greatest share, ½
        QVERIFY(std::abs(steps[0].gain - 0.25) < 1e-12);
        QVERIFY(std::abs(steps[0].bet - 0.5) < 1e-12);
        QVERIFY(std::abs(steps[0].e - 1.125) < 1e-12);
        // decay: 1 less half the effect is ½, so the accuser loses ½·½/4 on the one process that has begun,
        // whose weight is ½
        QVERIFY(std::abs(steps[0].decay - (0.5 * (1 - 0.5 * 0.5 / 4) + 0.5)) < 1e-12);
        // clip(5) = 3
        QVERIFY(std::abs(steps[1].gain - 0.75) < 1e-12);
        QVERIFY(std::abs(steps[1].e - 1.125 * 1.375) < 1e-12);
        QCOMPARE(steps[1].number, std::uint64_t{2});
    }

    void nothingIsBetWithoutEnoughHistory()
    {
        ForwardTrack track{"A", std::vector<double>(200, 1), {}};
        for (std::size_t i = 0; i < 200; i += 2)
            track.responses[i] = -1;
        const std::vector<ForwardEvent> events{eventAt(150)};
        QVERIFY(betOn(events, std::span(&track, 1), {}, {}).empty());
    }

    void theOtherSideIsBetOnTheOtherWay()
    {
        const Future future = simulate(1, kYear, 0.1, [](std::size_t) { return 0.0; });
        Future mirrored = future;
        for (ForwardEvent &event : mirrored.events)
            event.side = -1;
        const auto up = betOn(future.events, std::span(&future.track, 1), {{}, 1, 1, 0}, {});
        const auto down = betOn(mirrored.events, std::span(&mirrored.track, 1), {{}, -1, 1, 0}, {});
        QVERIFY(up.size() > 10);
        QCOMPARE(up.size(), down.size());
        QCOMPARE(up.back().e, down.back().e);
    }

    void aYearOfDailyChecksKeepsItsLevel_data()
    {
        QTest::addColumn<double>("rate");
        QTest::newRow("an event a month") << 0.05;
        QTest::newRow("an event a week") << 0.2;
    }
    void aYearOfDailyChecksKeepsItsLevel()
    {
        QFETCH(const double, rate);
        constexpr int paths = 600;
        int validated = 0;
        for (int path = 0; path < paths; ++path) {
            const Future future =
                simulate(static_cast<std::uint64_t>(path), kYear, rate, [](std::size_t) { return 0.0; });
            validated += highest(dailyChecks(future, {{}, 1, 1, 0.5}), &ForwardStep::e) >= kEnoughEvidence;
        }
        qInfo("%d of %d relationships without an effect were validated within a year", validated, paths);
        QVERIFY(validated <= bound(paths));
    }

    void aRealEffectIsValidated()
    {
        constexpr int paths = 200;
        int validated = 0;
        for (int path = 0; path < paths; ++path) {
            const Future future =
                simulate(static_cast<std::uint64_t>(path), 2 * kYear, 0.2, [](std::size_t) { return 1.0; });
            validated += highest(dailyChecks(future, {{}, 1, 1, 0.5}), &ForwardStep::e) >= kEnoughEvidence;
        }
        qInfo("%d of %d effects of one deviation were validated within two years", validated, paths);
        QVERIFY(validated >= 180);
    }

    void anEffectThatStaysIsSeldomTakenForDecay_data()
    {
        QTest::addColumn<double>("effect");
        QTest::newRow("as registered") << 1.0;
        QTest::newRow("half of it") << 0.5; // the worst that is still no decay
    }
    void anEffectThatStaysIsSeldomTakenForDecay()
    {
        QFETCH(const double, effect);
        constexpr int paths = 300;
        int decayed = 0;
        for (int path = 0; path < paths; ++path) {
            const Future future = simulate(static_cast<std::uint64_t>(path), 8 * kYear, 0.1,
                                           [effect](std::size_t) { return effect; });
            // half the registered effect in responses; the deviation is 1 on average
            const auto steps =
                betOn(future.events, std::span(&future.track, 1), {{}, 1, 1, 0.5 * effect}, {});
            decayed += highest(steps, &ForwardStep::decay) >= kEnoughEvidence;
        }
        qInfo("%d of %d effects that stayed were taken for decay within eight years", decayed, paths);
        QVERIFY(decayed <= bound(paths));
    }

    void anEffectThatDiesIsFoundOut()
    {
        constexpr int paths = 100;
        int decayed = 0, early = 0;
        double events = 0;
        for (int path = 0; path < paths; ++path) {
            const Future future = simulate(static_cast<std::uint64_t>(path), 8 * kYear, 0.1,
                                           [](std::size_t bar) { return bar < 2 * kYear ? 1.5 : 0.0; });
            const auto steps = betOn(future.events, std::span(&future.track, 1), {{}, 1, 1, 0.75}, {});
            const auto end = std::ranges::find_if(
                steps, [](const ForwardStep &step) { return step.decay >= kEnoughEvidence; });
            if (end == steps.end())
                continue;
            ++decayed;
            QVERIFY(end + 1 == steps.end()); // nothing more is bet
            const auto died = std::ranges::find_if(
                steps, [](const ForwardStep &step) { return step.firstAt >= day(kHistory + 2 * kYear); });
            early += end < died;
            events += static_cast<double>(end - died);
        }
        qInfo("%d of %d dead effects were found out, %.0f events after their death on average", decayed,
              paths, events / std::max(decayed, 1));
        QVERIFY(decayed >= 95);
        QVERIFY(early <= bound(paths));
    }

    void oneWealthOverManyAssets()
    {
        std::vector<ForwardTrack> tracks;
        std::vector<ForwardEvent> events;
        for (std::size_t i = 0; i < 5; ++i) {
            const Future future = simulate(100 + i, 2 * kYear, 0.05, [](std::size_t) { return 1.0; });
            tracks.push_back(future.track);
            tracks.back().asset = std::string(1, static_cast<char>('A' + i));
            for (ForwardEvent event : future.events) {
                event.track = i;
                events.push_back(event);
            }
        }
        std::ranges::stable_sort(events, {}, &ForwardEvent::start);
        const auto steps = betOn(events, tracks, {{}, 1, 1, 0.5}, {});
        double e = 1;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            e *= 1 + steps[i].bet * steps[i].gain;
            QVERIFY(std::abs(e - steps[i].e) < 1e-9 * e);
            QVERIFY(i == 0 || steps[i].firstAt > steps[i - 1].lastAt); // one bet a bar, whatever the asset
        }
        QVERIFY(steps.size() > 10);
    }
};

QTEST_APPLESS_MAIN(tst_ForwardBets)
#include "tst_forwardbets.moc"
