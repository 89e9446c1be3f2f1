// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/matching.h"
#include "core/discovery/nulls.h"
#include "core/stats/descriptive.h"
#include "core/stats/random.h"
#include "tests/support/check.h"
#include "tests/support/series.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

using namespace core::base;
using namespace core::discovery;
using core::stats::Random;
using core::stats::RandomPurpose;

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t kFirstDay = 10959; // 2000-01-03, a Monday

/// A calendar of weekdays: 5 bars a week from a Monday on.
struct Weekdays {
    std::vector<std::uint32_t> strata;
    std::vector<int> weekday; // 0 Monday
    std::vector<int> ofMonth; // which such weekday of its month, 0 the first
};

Weekdays weekdays(std::size_t bars)
{
    Weekdays calendar;
    std::vector<std::pair<std::uint32_t, int>> counts;
    for (std::size_t t = 0; t < bars; ++t) {
        const std::int64_t day = kFirstDay + static_cast<std::int64_t>(t / 5 * 7 + t % 5);
        const std::uint32_t last = monthWeekdayStratum(day, 0, 1);
        calendar.strata.push_back(last);
        calendar.weekday.push_back(static_cast<int>(t % 5));
        const auto at =
            std::find_if(counts.rbegin(), counts.rend(), [&](const auto &c) { return c.first == last; });
        if (at == counts.rend()) {
            counts.emplace_back(last, 0);
            calendar.ofMonth.push_back(0);
        } else {
            calendar.ofMonth.push_back(++at->second);
        }
    }
    return calendar;
}

ScanWeights nthWeekday(const Weekdays &calendar, int weekday, int nth)
{
    ScanWeights series;
    for (std::uint32_t t = 0; t < calendar.strata.size(); ++t)
        if (calendar.weekday[t] == weekday && calendar.ofMonth[t] == nth)
            series.bars.push_back(t);
    return series;
}

SparseReturns from(const std::vector<std::vector<double>> &returns)
{
    return [&returns](std::uint32_t asset, std::uint32_t, std::span<double> out) {
        std::copy(returns[asset].begin(), returns[asset].end(), out.begin());
    };
}

/// All series against all assets, window length 0, lag 0.
NullFamily cross(std::size_t bars, std::vector<ScanWeights> weights,
                 const std::vector<std::vector<double>> &returns)
{
    NullFamily family;
    family.bars = bars;
    family.weights = std::move(weights);
    for (std::uint32_t e = 0; e < family.weights.size(); ++e)
        for (std::uint32_t a = 0; a < returns.size(); ++a) {
            family.units.push_back({static_cast<std::uint32_t>(family.terms.size()), 1, 0, 0});
            family.terms.push_back({e, a});
        }
    family.returns = from(returns);
    return family;
}

double smallest(const NullResult &result)
{
    double p = 1;
    for (const NullOutcome &outcome : result.outcomes)
        p = std::min(p, outcome.pAdjusted);
    return p;
}

} // namespace

class tst_Nulls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchedDaysByHand()
    {
        // Two strata of two bars: R = (1, −1) and (2, −2), an event on the first of each. The four equally
        // likely placings give S = 3, 1, −1, −3 with Q = 5, so t² = X²/(2 − X²) = 9, 1/9, 1/9, 9: p = ½, σ² =
        // 41/9.
        const std::vector<std::vector<double>> returns{{1, -1, 2, -2}};
        const NullFamily family = cross(4, {{{0, 2}, {}}}, returns);
        NullOptions options;
        options.firstDraws = options.draws = 20001;
        const auto result = matchedDays(family, {{0, 0, 1, 1}, {}}, options);
        VERIFY_OK(result);
        const NullOutcome &outcome = result->outcomes[0];
        QCOMPARE(outcome.n, std::size_t{2});
        QCOMPARE(outcome.s, 3.0);
        QCOMPARE(outcome.q, 5.0);
        QCOMPARE(outcome.x, 3.0);
        QVERIFY(std::fabs(outcome.p - 0.5) < 0.015);
        QVERIFY(std::fabs(outcome.sigma * outcome.sigma - 41.0 / 9) < 0.15);
        QCOMPARE(outcome.pAdjusted, outcome.p);
    }

    void theEventIsComparedWithItsStratumNotTheSample()
    {
        // The second month lies 100 higher; within the strata the events stand out by 1 and 2 as above.
        const std::vector<std::vector<double>> returns{{1, -1, 102, 98}};
        const auto result = matchedDays(cross(4, {{{0, 2}, {}}}, returns), {{0, 0, 1, 1}, {}}, {});
        VERIFY_OK(result);
        QCOMPARE(result->outcomes[0].s, 3.0);
    }

    void missingBarsAndLagsBeyondTheEndAreLeftOut()
    {
        const std::vector<std::vector<double>> returns{{1, -1, kNone, 5, 3, 7}};
        NullFamily family = cross(6, {{{0, 2, 4}, {}}}, returns);
        family.units.push_back({0, 1, 0, 2}); // lag 2: bar 4 would meet bar 6
        const auto result = matchedDays(family, {{0, 0, 1, 1, 2, 2}, {}}, {});
        VERIFY_OK(result);
        QCOMPARE(result->outcomes[0].n, std::size_t{2});
        QCOMPARE(result->outcomes[0].s, 1.0 - 2.0); // (1 − 0) + (3 − 5); the missing one adds nothing
        QCOMPARE(result->outcomes[1].n, std::size_t{1}); // bar 0 meets a missing bar, bar 2 meets bar 4
        QCOMPARE(result->outcomes[1].s, 3.0 - 5.0);
    }

    void matchedDaysFindAPlantedEffect()
    {
        const std::size_t bars = 2500;
        const Weekdays calendar = weekdays(bars);
        const ScanWeights payrolls = nthWeekday(calendar, 4, 0);
        std::vector<std::vector<double>> returns;
        for (std::uint64_t a = 0; a < 5; ++a) {
            Random random(1, RandomPurpose::Test, a);
            returns.push_back(support::garch(random, bars, 0.1).r);
        }
        for (const std::uint32_t t : payrolls.bars)
            returns[2][t] += 0.8;
        const NullFamily family = cross(bars, {payrolls}, returns);
        NullOptions options;
        options.draws = 5001;
        const auto result = matchedDays(family, {calendar.strata, {}}, options);
        VERIFY_OK(result);
        QCOMPARE(result->draws, std::size_t{5001});
        QVERIFY(result->outcomes[2].pAdjusted < 0.01);
        QVERIFY(result->outcomes[0].pAdjusted > 0.05);
        QVERIFY(std::fabs(result->outcomes[2].s / static_cast<double>(result->outcomes[2].n) - 0.8) < 0.35);
    }

    void anotherScheduledEventMustNotBeAControl()
    {
        // Payroll Fridays move the asset, expiries (third Friday) do not. Against controls that hold payroll
        // Fridays the expiry looks low; once they are excluded it looks like what it is.
        const std::size_t bars = 5000;
        const Weekdays calendar = weekdays(bars);
        const ScanWeights payrolls = nthWeekday(calendar, 4, 0);
        const ScanWeights expiries = nthWeekday(calendar, 4, 2);
        Random random(2, RandomPurpose::Test, 1);
        std::vector<std::vector<double>> returns{support::garch(random, bars, 0.0).r};
        for (const std::uint32_t t : payrolls.bars)
            returns[0][t] += 1.5;
        const NullFamily family = cross(bars, {expiries}, returns);
        NullOptions options;
        options.draws = 2001;
        const auto naive = matchedDays(family, {calendar.strata, {}}, options);
        VERIFY_OK(naive);
        std::vector<std::uint8_t> excluded(bars, 0);
        for (const std::uint32_t t : payrolls.bars)
            excluded[t] = 1;
        const auto fair = matchedDays(family, {calendar.strata, {excluded}}, options);
        VERIFY_OK(fair);
        QVERIFY2(naive->outcomes[0].p < 0.01, qPrintable(QString::number(naive->outcomes[0].p)));
        QVERIFY2(fair->outcomes[0].p > 0.05, qPrintable(QString::number(fair->outcomes[0].p)));
    }

    void aWeekdayArtefactFoolsShiftsNotMatchedDays()
    {
        // A series that rises on Mondays, and events on the first Monday of every month: four shifts in five
        // leave the Mondays, so the observed one is among the largest fifth whatever the events do.
        const std::size_t bars = 2500;
        const Weekdays calendar = weekdays(bars);
        const ScanWeights mondays = nthWeekday(calendar, 0, 0);
        int shifts = 0;
        int matched = 0;
        constexpr int kFamilies = 60;
        for (int i = 0; i < kFamilies; ++i) {
            Random random(3, RandomPurpose::Test, static_cast<std::uint64_t>(i));
            std::vector<std::vector<double>> returns{support::garch(random, bars, 0.0).r};
            for (std::size_t t = 0; t < bars; t += 5)
                returns[0][t] += 0.5;
            NullOptions options;
            options.draws = 601;
            const auto byDays = matchedDays(cross(bars, {mondays}, returns), {calendar.strata, {}}, options);
            VERIFY_OK(byDays);
            matched += byDays->outcomes[0].p <= 0.05 ? 1 : 0;
            ScanFamily family;
            family.bars = bars;
            family.assets = 1;
            family.weights = {mondays};
            family.lengths = {{{0}}};
            family.terms = {{0, 0}};
            family.units = {{0, 0, 1}};
            family.returns = [&](std::uint32_t, std::uint32_t, std::span<double> out) {
                const double centre = core::stats::mean(returns[0]);
                std::transform(returns[0].begin(), returns[0].end(), out.begin(),
                               [&](double r) { return r - centre; });
                return bars;
            };
            const auto byShifts = scan(family, {});
            VERIFY_OK(byShifts);
            shifts += adjustedP(nullDistribution(byShifts->maxima), byShifts->y(0)) <= 0.05 ? 1 : 0;
        }
        QVERIFY2(shifts > 10, qPrintable(QString::number(shifts)));
        QVERIFY2(matched <= 6, qPrintable(QString::number(matched)));
    }

    void matchedDaysKeepTheirLevel()
    {
        const std::size_t bars = 1000;
        const Weekdays calendar = weekdays(bars);
        const std::vector<ScanWeights> weights{nthWeekday(calendar, 4, 0), nthWeekday(calendar, 4, 2),
                                               nthWeekday(calendar, 2, 1)};
        int rejected = 0;
        constexpr int kFamilies = 400;
        for (int i = 0; i < kFamilies; ++i) {
            Random random(4, RandomPurpose::Test, static_cast<std::uint64_t>(i));
            const auto market = support::garch(random, bars, 0.1).r;
            std::vector<std::vector<double>> returns;
            for (int a = 0; a < 4; ++a) {
                returns.push_back(support::garch(random, bars, 0.1).r);
                for (std::size_t t = 0; t < bars; ++t)
                    returns.back()[t] += market[t] + (calendar.weekday[t] == 4 ? 0.5 : 0.0);
            }
            NullOptions options;
            options.seed = static_cast<std::uint64_t>(i);
            options.firstDraws = 201;
            options.draws = 1001;
            const auto result = matchedDays(cross(bars, weights, returns), {calendar.strata, {}}, options);
            VERIFY_OK(result);
            rejected += smallest(*result) <= 0.05 ? 1 : 0;
        }
        QVERIFY2(rejected <= support::levelBound(kFamilies) * kFamilies,
                 qPrintable(QString::number(rejected)));
        QVERIFY2(rejected >= 4, "a test that never rejects is broken as well");
    }

    /// Events that come in runs of days, in half of the year: matched days re-date them one by one, and
    /// windows of several bars overlap less than they did.
    void crowdedEventsKeepTheirLevel_data()
    {
        QTest::addColumn<std::size_t>("span");
        QTest::addColumn<bool>("spanKnown");
        for (const std::size_t span : {std::size_t{1}, std::size_t{5}, std::size_t{21}})
            QTest::addRow("windows of %zu bars", span) << span << true;
        QTest::newRow("windows of 5 bars, taken for single ones") << std::size_t{5} << false;
    }
    void crowdedEventsKeepTheirLevel()
    {
        QFETCH(const std::size_t, span);
        QFETCH(const bool, spanKnown);
        const std::size_t bars = 1250;
        const Weekdays calendar = weekdays(bars);
        int rejected = 0;
        constexpr int kFamilies = 400;
        for (int i = 0; i < kFamilies; ++i) {
            Random random(12, RandomPurpose::Test, static_cast<std::uint64_t>(i));
            const auto r = support::garch(random, bars + span, 0.0).r;
            std::vector<double> sums(bars, 0.0);
            for (std::size_t t = 0; t < bars; ++t)
                sums[t] = std::accumulate(r.begin() + static_cast<std::ptrdiff_t>(t),
                                          r.begin() + static_cast<std::ptrdiff_t>(t + span), 0.0);
            ScanWeights events;
            bool isOn = false;
            for (std::uint32_t t = 0; t < bars; ++t) {
                isOn = random.uniform() < 1.0 / 7 ? !isOn : isOn;
                if (isOn && t / 125 % 2 == 0)
                    events.bars.push_back(t);
            }
            const std::vector<std::vector<double>> returns{sums};
            NullFamily family = cross(bars, {events}, returns);
            if (spanKnown)
                family.spans = {span};
            NullOptions options;
            options.seed = static_cast<std::uint64_t>(i);
            options.firstDraws = options.draws = 301;
            const auto result = matchedDays(family, {calendar.strata, {}}, options);
            VERIFY_OK(result);
            rejected += smallest(*result) <= 0.05 ? 1 : 0;
        }
        const double bound = support::levelBound(kFamilies) * kFamilies;
        if (spanKnown)
            QVERIFY2(rejected <= bound, qPrintable(QString::number(rejected)));
        else
            QVERIFY2(rejected > 2 * bound, qPrintable(QString::number(rejected)));
        QVERIFY2(rejected >= 4, "a test that never rejects is broken as well");
    }

    void markShiftByHand()
    {
        // Values 1, 0, −1 on events whose R is 2, 0, −2: S = 4, −2, −2 and Q = 8, 4, 4 at the three shifts.
        const std::vector<std::vector<double>> returns{{2, 9, 0, 9, -2, 9}};
        const auto result = markShift(cross(6, {{{0, 2, 4}, {1, 0, -1}}}, returns), {});
        VERIFY_OK(result);
        const NullOutcome &outcome = result->outcomes[0];
        QCOMPARE(result->draws, std::size_t{3});
        QCOMPARE(outcome.s, 4.0);
        QCOMPARE(outcome.q, 8.0);
        QCOMPARE(outcome.sigma, std::sqrt((2.0 + 1 + 1) / 3));
        QCOMPARE(outcome.p, 1.0 / 3);
    }

    void eachSideIsCountedByItself()
    {
        // 1, 0, −1 on 2, 0, −2: x = √2, −1, −1 at the three shifts; on −2, 0, 2 the other way round
        const std::vector<std::vector<double>> up{{2, 9, 0, 9, -2, 9}}, down{{-2, 9, 0, 9, 2, 9}};
        const auto risen = markShift(cross(6, {{{0, 2, 4}, {1, 0, -1}}}, up), {});
        VERIFY_OK(risen);
        QCOMPARE(risen->outcomes[0].pAbove, 1.0 / 3);
        QCOMPARE(risen->outcomes[0].pBelow, 1.0);
        const auto fallen = markShift(cross(6, {{{0, 2, 4}, {1, 0, -1}}}, down), {});
        VERIFY_OK(fallen);
        QCOMPARE(fallen->outcomes[0].pAbove, 1.0);
        QCOMPARE(fallen->outcomes[0].pBelow, 1.0 / 3); // and not half of the p of both sides
        QCOMPARE(fallen->outcomes[0].p, 1.0 / 3);
    }

    void markShiftIgnoresTheAverageReaction()
    {
        std::vector<std::vector<double>> returns{{2, 9, 0, 9, -2, 9}};
        const NullFamily family = cross(6, {{{0, 2, 4}, {1, 0, -1}}}, returns);
        const auto before = markShift(family, {});
        for (const std::size_t t : {0U, 2U, 4U})
            returns[0][t] += 50;
        const auto after = markShift(family, {});
        VERIFY_OK(before);
        VERIFY_OK(after);
        QCOMPARE(after->outcomes[0].s, before->outcomes[0].s);
        QCOMPARE(after->outcomes[0].x, before->outcomes[0].x);
    }

    void markShiftKeepsItsLevelAndFindsASlope()
    {
        // Monthly values that follow volatility, the case that breaks a linear statistic.
        const std::size_t bars = 1500;
        const Weekdays calendar = weekdays(bars);
        const std::vector<std::uint32_t> dates = nthWeekday(calendar, 4, 0).bars;
        const std::vector<std::uint32_t> others = nthWeekday(calendar, 2, 1).bars;
        int rejected = 0;
        int found = 0;
        constexpr int kFamilies = 400;
        for (int i = 0; i < kFamilies; ++i) {
            Random random(5, RandomPurpose::Test, static_cast<std::uint64_t>(i));
            const support::Returns market = support::garch(random, bars, 0.1);
            std::vector<ScanWeights> weights{{dates, {}}, {others, {}}};
            weights[1].bars.pop_back(); // a different number of events: common draws instead of all shifts
            for (ScanWeights &series : weights) {
                double total = 0;
                for (const std::uint32_t t : series.bars) {
                    series.weights.push_back(random.normal() * market.sigma[t]);
                    total += series.weights.back();
                }
                for (double &w : series.weights)
                    w -= total / static_cast<double>(series.weights.size());
            }
            std::vector<std::vector<double>> returns{market.r, support::garch(random, bars, 0.1).r};
            NullOptions options;
            options.seed = static_cast<std::uint64_t>(i);
            options.firstDraws = 201;
            options.draws = 1001;
            const auto null = markShift(cross(bars, weights, returns), options);
            VERIFY_OK(null);
            rejected += smallest(*null) <= 0.05 ? 1 : 0;
            if (i >= 40)
                continue;
            for (std::size_t j = 0; j < dates.size(); ++j)
                returns[1][dates[j]] += 0.8 * weights[0].weights[j];
            const auto planted = markShift(cross(bars, weights, returns), options);
            VERIFY_OK(planted);
            found += planted->outcomes[1].pAdjusted <= 0.05 ? 1 : 0;
        }
        QVERIFY2(rejected <= support::levelBound(kFamilies) * kFamilies,
                 qPrintable(QString::number(rejected)));
        QVERIFY2(found >= 30, qPrintable(QString::number(found)));
    }

    void blockShiftAgreesWithEnumeration()
    {
        // Two blocks of four: the 16 combinations are few enough to list.
        const std::vector<std::vector<double>> returns{{3, -1, 0.5, 1, -2, 4, 0.25, -1.5}};
        const ScanWeights events{{0, 1, 5}, {}};
        const auto &r = returns[0];
        double centre = 0;
        for (const double value : r)
            centre += value / 8;
        const auto statistic = [&](std::size_t a, std::size_t b) {
            double s = 0;
            double q = 0;
            for (const std::size_t place : {a % 4, (1 + a) % 4, 4 + (1 + b) % 4}) {
                s += r[place] - centre;
                q += std::pow(r[place] - centre, 2);
            }
            const double x = s / std::sqrt(q);
            return x * std::sqrt(2 / (3 - x * x));
        };
        double squares = 0;
        int reached = 0;
        for (std::size_t a = 0; a < 4; ++a)
            for (std::size_t b = 0; b < 4; ++b) {
                squares += std::pow(statistic(a, b), 2) / 16;
                reached += std::fabs(statistic(a, b)) >= std::fabs(statistic(0, 0)) - 1e-12 ? 1 : 0;
            }
        NullOptions options;
        options.firstDraws = options.draws = 40001;
        const auto result = blockShift(cross(8, {events}, returns), {{0, 4}, 1}, options);
        VERIFY_OK(result);
        QVERIFY(std::fabs(result->outcomes[0].x - statistic(0, 0)) < 1e-12);
        QVERIFY(std::fabs(result->outcomes[0].p - reached / 16.0) < 0.01);
        QVERIFY(std::fabs(std::pow(result->outcomes[0].sigma, 2) / squares - 1) < 0.03);
        VERIFY_ERROR(blockShift(cross(8, {events}, returns), {{0, 3}, 2}, options), ErrorCode::BadInput);
        VERIFY_ERROR(blockShift(cross(8, {events}, returns), {{}, 1}, options), ErrorCode::BadInput);
    }

    void blockShiftWithstandsACommonTrend()
    {
        // Events get more frequent while the drift rises: whole-sample shifts confirm it wrongly, blocks do
        // not.
        const std::size_t bars = 1500;
        int blocks = 0;
        int whole = 0;
        constexpr int kFamilies = 400;
        for (int i = 0; i < kFamilies; ++i) {
            Random random(6, RandomPurpose::Test, static_cast<std::uint64_t>(i));
            std::vector<std::vector<double>> returns{support::garch(random, bars, 0.1).r};
            ScanWeights events;
            for (std::uint32_t t = 0; t < bars; ++t) {
                const double level = static_cast<double>(t) / static_cast<double>(bars);
                returns[0][t] += 0.5 * level;
                if (random.uniform() < 0.12 * level)
                    events.bars.push_back(t);
            }
            NullOptions options;
            options.seed = static_cast<std::uint64_t>(i);
            options.firstDraws = 201;
            options.draws = 1001;
            const NullFamily family = cross(bars, {events}, returns);
            const auto byBlock = blockShift(family, {{0, 250, 500, 750, 1000, 1250}, 1}, options);
            const auto byShift = blockShift(family, {{0}, 1}, options);
            VERIFY_OK(byBlock);
            VERIFY_OK(byShift);
            blocks += byBlock->outcomes[0].p <= 0.05 ? 1 : 0;
            whole += byShift->outcomes[0].p <= 0.05 ? 1 : 0;
        }
        QVERIFY2(blocks <= support::levelBound(kFamilies) * kFamilies, qPrintable(QString::number(blocks)));
        QVERIFY2(whole > 2 * blocks, qPrintable(QString::number(whole)));
    }

    void theNumberOfThreadsChangesNothing()
    {
        const std::size_t bars = 500;
        const Weekdays calendar = weekdays(bars);
        std::vector<std::vector<double>> returns;
        for (std::uint64_t a = 0; a < 9; ++a) {
            Random random(7, RandomPurpose::Test, a);
            returns.push_back(support::garch(random, bars, 0.1).r);
        }
        NullFamily family = cross(bars, {nthWeekday(calendar, 4, 0), nthWeekday(calendar, 1, 1)}, returns);
        family.units.push_back({0, 5, 0, 1}); // a pool
        NullOptions one;
        NullOptions three;
        three.threads = 3;
        const auto same = [](const Result<NullResult> &a, const Result<NullResult> &b) {
            if (!a.ok() || !b.ok() || a->maxima != b->maxima)
                return false;
            for (std::size_t i = 0; i < a->outcomes.size(); ++i)
                if (a->outcomes[i].y != b->outcomes[i].y ||
                    a->outcomes[i].pAdjusted != b->outcomes[i].pAdjusted)
                    return false;
            return a->counts[10].chance == b->counts[10].chance;
        };
        const MatchedDays matching{calendar.strata, {}};
        QVERIFY(same(matchedDays(family, matching, one), matchedDays(family, matching, three)));
        QVERIFY(same(blockShift(family, {{0, 250}, 5}, one), blockShift(family, {{0, 250}, 5}, three)));
    }

    void overlapTellsPeriodicFromScattered()
    {
        ScanWeights weekly;
        for (std::uint32_t t = 0; t < 100; t += 5)
            weekly.bars.push_back(t);
        QCOMPARE(overlapShare(weekly, 100), 0.19); // 19 of the 100 shifts keep all events
        QCOMPARE(overlapShare(weekly, 100, 5), 0.95);
        Random random(8, RandomPurpose::Test, 0);
        const ScanWeights scattered{support::clustered(random, 2500, 80), {}};
        QVERIFY(overlapShare(scattered, 2500) <= kPeriodicShare);
        QCOMPARE(overlapShare({}, 100), 0.0);
    }

    void datesShowARhythmThatHolidaysHide()
    {
        // first Wednesdays of ten years; the bars leave out one workday in forty at random
        Random random(10, RandomPurpose::Test, 0);
        std::vector<std::int64_t> days;
        ScanWeights weights;
        std::uint32_t bar = 0;
        const std::int64_t first = 14'610; // 2010-01-01
        unsigned month = 0;
        for (std::int64_t day = first; day < first + 3'652; ++day) {
            const std::chrono::sys_days date{std::chrono::days(day)};
            const unsigned weekday = std::chrono::weekday(date).iso_encoding();
            const unsigned now = unsigned(std::chrono::year_month_day(date).month());
            if (weekday > 5 || random.uniform() < 0.025)
                continue;
            if (weekday == 3 && now != month) {
                month = now;
                days.push_back(day);
                weights.bars.push_back(bar);
            }
            ++bar;
        }
        QVERIFY(overlapShare(weights, bar) <= kPeriodicShare);
        QVERIFY(weekOverlapShare(days, first, first + 3'651) > 5 * kPeriodicShare);
        std::vector<std::int64_t> scattered;
        for (std::int64_t day = first; day < first + 3'652; ++day) {
            if (random.uniform() < 0.04)
                scattered.push_back(day);
        }
        QVERIFY(weekOverlapShare(scattered, first, first + 3'651) <= kPeriodicShare);
    }

    void autoPicksTheNullThatFits()
    {
        const std::size_t bars = 2500;
        const Weekdays calendar = weekdays(bars);
        const MatchedDays matching{calendar.strata, {}};
        Random random(9, RandomPurpose::Test, 0);
        const ScanWeights scattered{support::clustered(random, bars, 80), {}};
        ScanWeights payrolls = nthWeekday(calendar, 4, 0);
        QCOMPARE(chooseNull(scattered, bars, 1, &matching, 0, 15).method, NullMethod::CircularShift);
        QCOMPARE(chooseNull(payrolls, bars, 1, &matching, 0, 15).method, NullMethod::MatchedDays);
        QCOMPARE(chooseNull(payrolls, bars, 1, nullptr, 0, 15).method, NullMethod::None);
        ScanWeights surprises = payrolls;
        for (std::size_t i = 0; i < surprises.bars.size(); ++i)
            surprises.weights.push_back(random.normal());
        QCOMPARE(chooseNull(surprises, bars, 1, &matching, 0, 15).method, NullMethod::MarkShift);
        std::fill(surprises.weights.begin(), surprises.weights.end(), 0.0);
        QCOMPARE(chooseNull(surprises, bars, 1, &matching, 0, 15).method, NullMethod::None);
        // A year of bars without its holidays: the rhythm is in the dates, not in the count of bars.
        QCOMPARE(chooseNull(scattered, bars, 1, &matching, 0, 15, 0.12).method, NullMethod::MatchedDays);
        QVERIFY(chooseNull(scattered, bars, 1, &matching, 0, 15, 0.12).overlap == 0.12);
        ScanWeights fridays; // every one of them: nothing to compare with
        for (std::uint32_t t = 4; t < bars; t += 5)
            fridays.bars.push_back(t);
        const NullChoice choice = chooseNull(fridays, bars, 1, &matching, 0, 15);
        QCOMPARE(choice.method, NullMethod::None);
        QVERIFY(!choice.reason.isEmpty());
    }

    void refusesWhatItCannotTest()
    {
        const std::vector<std::vector<double>> returns{{1, 2, 3, 4}};
        const NullFamily family = cross(4, {{{0, 2}, {}}}, returns);
        VERIFY_ERROR(matchedDays(family, {{0, 0, 1}, {}}, {}), ErrorCode::BadInput);
        VERIFY_ERROR(markShift(family, {}), ErrorCode::BadInput);
        VERIFY_ERROR(matchedDays(cross(4, {{{0, 2}, {1, 2}}}, returns), {{0, 0, 1, 1}, {}}, {}),
                     ErrorCode::BadInput);
        VERIFY_ERROR(matchedDays({}, {}, {}), ErrorCode::BadInput);
        NullOptions options;
        options.cancel.cancel();
        VERIFY_ERROR(matchedDays(family, {{0, 0, 1, 1}, {}}, options), ErrorCode::Cancelled);
    }

    void aPlaceInTheSessionIsNoMinuteOfTheDay()
    {
        // bars of five minutes in New York; its clocks are put forward on 2024-03-10
        Calendar calendar;
        for (const auto &[day, open] : {std::pair{6, 870}, std::pair{7, 870}, std::pair{8, 870},
                                        std::pair{11, 810}, std::pair{12, 810}, std::pair{13, 810}}) {
            for (int bar = 1; bar <= 78; ++bar)
                calendar.closes.push_back(Instant(Date(std::chrono::year(2024) / 3 / day)) +
                                          std::chrono::minutes(open + 5 * bar));
        }
        calendar.first = 78; // the first day warms up
        const auto places = weekdaysAndSlots(calendar);
        QCOMPARE(places.size(), std::size_t{5 * 78});
        for (std::size_t bar = 0; bar < 78; ++bar) {
            const std::uint32_t friday = places[78 + bar], monday = places[2 * 78 + bar];
            QCOMPARE(friday - monday, places[78] - places[2 * 78]); // the same slot, another weekday
        }
        QVERIFY(places[78] != places[79]);
        // around the clock there is no session: the minute of the day
        Calendar coins;
        for (int bar = 1; bar <= 24 * 15; ++bar)
            coins.closes.push_back(Instant(Date(std::chrono::year(2024) / 3 / 4)) + std::chrono::hours(bar));
        const auto hours = weekdaysAndSlots(coins);
        QCOMPARE(hours[30], hours[30 + 7 * 24]);
        QVERIFY(hours[30] != hours[30 + 24] && hours[30] != hours[31]);
    }

    void strataAreMonthsAndWeekdays()
    {
        // 2024-02-02 and 2024-02-09 are Fridays of one month; 2024-03-01 is a Friday of the next.
        QCOMPARE(monthWeekdayStratum(19755, 0, 1), monthWeekdayStratum(19762, 0, 1));
        QVERIFY(monthWeekdayStratum(19755, 0, 1) != monthWeekdayStratum(19783, 0, 1));
        QVERIFY(monthWeekdayStratum(19755, 0, 1) != monthWeekdayStratum(19756, 0, 1));
        QVERIFY(monthWeekdayStratum(19755, 3, 78) != monthWeekdayStratum(19755, 4, 78));
    }
};

QTEST_APPLESS_MAIN(tst_Nulls)
#include "tst_nulls.moc"
