// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/life.h"
#include "core/discovery/scan.h"
#include "core/discovery/scancounts.h"
#include "tests/support/check.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

using namespace core::base;
using namespace core::discovery;

namespace {

/// A small family with everything in it, and the same figures by direct summation in double.
struct Lab {
    std::size_t bars;
    std::vector<std::vector<std::vector<double>>> returns; // [asset][length]
    std::vector<std::vector<std::uint8_t>> present;        // [asset]
    ScanFamily family;

    void centre()
    {
        for (std::size_t a = 0; a < returns.size(); ++a) {
            for (std::vector<double> &series : returns[a]) {
                double total = 0;
                double count = 0;
                for (std::size_t t = 0; t < bars; ++t)
                    if (present[a][t] != 0) {
                        total += series[t];
                        count += 1;
                    }
                for (std::size_t t = 0; t < bars; ++t)
                    series[t] = present[a][t] != 0 ? series[t] - total / count : 0.0;
            }
        }
    }

    [[nodiscard]] ReturnsSource source() const
    {
        return [this](std::uint32_t asset, std::uint32_t length, std::span<double> out) {
            std::copy(returns[asset][length].begin(), returns[asset][length].end(), out.begin());
            return static_cast<std::size_t>(std::count(present[asset].begin(), present[asset].end(), 1));
        };
    }
};

Lab makeLab(std::size_t bars, std::size_t group, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    Lab lab;
    lab.bars = bars;
    const std::size_t assets = 11; // more than one block of assets
    lab.returns.assign(assets, std::vector<std::vector<double>>(2, std::vector<double>(bars)));
    lab.present.assign(assets, std::vector<std::uint8_t>(bars, 1));
    for (std::size_t a = 0; a < assets; ++a) {
        for (auto &series : lab.returns[a])
            for (double &r : series)
                r = 0.01 * normal(random);
        if (a % 3 == 1) // a late listing
            std::fill_n(lab.present[a].begin(), bars / 3, std::uint8_t{0});
    }
    lab.centre();
    lab.family.bars = bars;
    lab.family.group = group;
    lab.family.assets = static_cast<std::uint32_t>(assets);
    lab.family.lengths = {{{0, 1, 2, 5}}, {{1, -3}}};
    for (std::uint32_t e = 0; e < 4; ++e) {
        ScanWeights series;
        double total = 0;
        for (std::uint32_t t = 0; t + 8 < bars; ++t)
            if (random() % 5 == 0) { // dense enough that a late asset meets more than a few
                series.bars.push_back(t);
                if (e >= 2)
                    series.weights.push_back(normal(random));
                total += e >= 2 ? series.weights.back() : 0.0;
            }
        for (double &w : series.weights)
            w -= total / static_cast<double>(series.weights.size());
        lab.family.weights.push_back(series);
    }
    for (std::uint32_t length = 0; length < 2; ++length)
        for (std::uint32_t e = 0; e < 4; ++e)
            for (std::uint32_t a = 0; a < assets; ++a) {
                lab.family.units.push_back({length, static_cast<std::uint32_t>(lab.family.terms.size()), 1});
                lab.family.terms.push_back({e, a});
            }
    return lab;
}

/// Everything scan() reports, by its definition.
struct Reference {
    std::vector<double> y;
    std::vector<double> sigma;
    std::vector<std::vector<double>> all; // per hypothesis, Y at every allowed shift
    std::vector<double> maxima;
};

/// One term as the shifts see it: a late asset's returns fill the bars before its first one, with a pause of
/// the spread of the lags, and only events that meet its life at some lag count.
struct SeenTerm {
    std::vector<double> returns;
    ScanWeights series;
};

SeenTerm seen(const Lab &lab, const ScanTerm &term, std::uint32_t length)
{
    const std::vector<std::int32_t> &lags = lab.family.lengths[length].lags;
    const std::vector<std::uint8_t> &present = lab.present[term.asset];
    SeenTerm out{lab.returns[term.asset][length], lab.family.weights[term.weights]};
    const auto listed = std::find(present.begin(), present.end(), std::uint8_t{1}) - present.begin();
    if (listed == 0)
        return out;
    const auto bars = static_cast<std::ptrdiff_t>(lab.bars);
    const auto [low, high] = std::minmax_element(lags.begin(), lags.end());
    std::ptrdiff_t period = bars - listed + (*high - *low);
    while (period % static_cast<std::ptrdiff_t>(lab.family.group) != 0)
        ++period;
    for (std::ptrdiff_t t = 0; t < listed; ++t) {
        std::ptrdiff_t same = t;
        while (same < listed)
            same += period;
        out.returns[static_cast<std::size_t>(t)] =
            same < bars ? out.returns[static_cast<std::size_t>(same)] : 0.0;
    }
    ScanWeights met;
    for (std::size_t i = 0; i < out.series.bars.size(); ++i) {
        const bool meets = std::any_of(lags.begin(), lags.end(), [&](std::int32_t lag) {
            const std::ptrdiff_t place = std::ptrdiff_t{out.series.bars[i]} + lag;
            return place >= listed && place < bars;
        });
        if (!meets)
            continue;
        met.bars.push_back(out.series.bars[i]);
        if (!out.series.weights.empty())
            met.weights.push_back(out.series.weights[i]);
    }
    out.series = met;
    return out;
}

/// S(s), Q(s) and the statistic at every shift of one unit.
std::vector<double> directStatistics(const Lab &lab, const ScanUnit &unit)
{
    std::vector<double> result;
    std::vector<SeenTerm> terms;
    for (std::uint32_t i = 0; i < unit.termCount; ++i)
        terms.push_back(seen(lab, lab.family.terms[unit.firstTerm + i], unit.length));
    for (std::size_t s = 0; s < lab.bars; ++s) {
        double sum = 0;
        double squares = 0;
        double floor = 0;
        double n = 0;
        bool plain = true;
        for (std::uint32_t i = 0; i < unit.termCount; ++i) {
            const ScanTerm &term = lab.family.terms[unit.firstTerm + i];
            const SeenTerm &seenTerm = terms[i];
            const ScanWeights &series = seenTerm.series;
            const DirectStatistic at = directStatistic(series, seenTerm.returns, lab.present[term.asset],
                                                       static_cast<std::int64_t>(s));
            sum += at.s;
            squares += at.q;
            double variance = 0;
            double there = 0;
            for (std::size_t t = 0; t < lab.bars; ++t) {
                variance += std::pow(lab.returns[term.asset][unit.length][t], 2);
                there += lab.present[term.asset][t];
            }
            double weight = 0;
            for (std::size_t j = 0; j < series.bars.size(); ++j)
                weight += series.weights.empty() ? 1.0 : series.weights[j] * series.weights[j];
            floor += 1e-6 * weight * variance / there;
            n += static_cast<double>(series.bars.size());
            plain = plain && series.weights.empty(); // the lab's assets have no gap within their lives
        }
        double x = squares > floor ? sum / std::sqrt(squares) : 0.0;
        if (plain)
            x *= std::sqrt((n - 1) / (n - x * x));
        result.push_back(x);
    }
    return result;
}

Reference direct(const Lab &lab)
{
    Reference reference;
    const std::size_t group = lab.family.group;
    reference.maxima.assign(lab.bars / group, 0.0);
    for (const ScanUnit &unit : lab.family.units) {
        const std::vector<double> x = directStatistics(lab, unit);
        for (const std::int32_t lag : lab.family.lengths[unit.length].lags) {
            std::vector<double> y;
            double total = 0;
            for (std::size_t s = 0; s < lab.bars; s += group) {
                const auto place = static_cast<std::size_t>(
                    (static_cast<std::int64_t>(s) + lag + static_cast<std::int64_t>(lab.bars)) %
                    static_cast<std::int64_t>(lab.bars));
                y.push_back(std::fabs(x[place]));
                total += x[place] * x[place];
            }
            const double sigma = std::sqrt(total / static_cast<double>(y.size()));
            for (std::size_t i = 0; i < y.size(); ++i) {
                y[i] /= sigma;
                reference.maxima[i] = std::max(reference.maxima[i], y[i]);
            }
            reference.y.push_back(y[0]);
            reference.sigma.push_back(sigma);
            reference.all.push_back(y);
        }
    }
    return reference;
}

bool near(double a, double b, double relative)
{
    return std::fabs(a - b) <= relative * std::max({1.0, std::fabs(a), std::fabs(b)});
}

template <typename T>
bool sameBits(const std::vector<T> &a, const std::vector<T> &b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

} // namespace

class tst_Scan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithDirectSummation_data()
    {
        QTest::addColumn<int>("bars");
        QTest::addColumn<int>("group");
        QTest::newRow("even length") << 120 << 1;
        QTest::newRow("odd length") << 105 << 1;
        QTest::newRow("prime length is padded and folded") << 127 << 1;
        QTest::newRow("weeks") << 120 << 5;
        QTest::newRow("weeks, padded") << 145 << 5;
        QTest::newRow("more than one block of the mirror") << 1056 << 1;
        QTest::newRow("half of it odd") << 486 << 1;
        QTest::newRow("half of it odd, weeks") << 390 << 5;
    }
    void agreesWithDirectSummation()
    {
        QFETCH(const int, bars);
        QFETCH(const int, group);
        Lab lab = makeLab(static_cast<std::size_t>(bars), static_cast<std::size_t>(group), 7);
        lab.family.returns = lab.source();
        const auto result = scan(lab.family, {});
        VERIFY_OK(result);
        const Reference expected = direct(lab);
        QCOMPARE(result->hypotheses(), static_cast<std::uint64_t>(4 * 11 * 6));
        QCOMPARE(expected.y.size(), std::size_t{4 * 11 * 6});
        for (std::size_t i = 0; i < expected.y.size(); ++i) {
            QVERIFY2(near(result->y(i), expected.y[i], 3e-5),
                     qPrintable(
                         QStringLiteral("%1: %2 instead of %3").arg(i).arg(result->y(i)).arg(expected.y[i])));
            QVERIFY(near(static_cast<double>(result->sigmas[i]), expected.sigma[i], 3e-5));
        }
        QCOMPARE(result->maxima.size(), expected.maxima.size());
        for (std::size_t s = 0; s < expected.maxima.size(); ++s)
            QVERIFY2(near(static_cast<double>(result->maxima[s]), expected.maxima[s], 3e-5),
                     qPrintable(QString::number(s)));
        for (const ScanCount &count : result->counts) {
            // values within rounding of the threshold may fall on either side of it
            double low = 0;
            double high = 0;
            double observedLow = 0;
            double observedHigh = 0;
            for (const auto &y : expected.all) {
                for (const double value : y) {
                    low += value >= count.threshold * (1 + 3e-5) ? 1 : 0;
                    high += value >= count.threshold * (1 - 3e-5) ? 1 : 0;
                }
                observedLow += y[0] >= count.threshold * (1 + 3e-5) ? 1 : 0;
                observedHigh += y[0] >= count.threshold * (1 - 3e-5) ? 1 : 0;
            }
            const auto shifts = static_cast<double>(expected.maxima.size());
            QVERIFY(count.chance * shifts >= low - 1e-6 && count.chance * shifts <= high + 1e-6);
            const auto observed = static_cast<double>(count.observed);
            QVERIFY(observed >= observedLow && observed <= observedHigh);
        }
    }

    void poolsAddTheirTermsBeforeTheRatio()
    {
        Lab lab = makeLab(120, 1, 11);
        lab.family.units = {{0, 0, 3}, {1, 11, 2}, {0, 22, 4}};
        lab.family.returns = lab.source();
        const auto result = scan(lab.family, {});
        VERIFY_OK(result);
        const Reference expected = direct(lab);
        for (std::size_t i = 0; i < expected.y.size(); ++i)
            QVERIFY(near(result->y(i), expected.y[i], 3e-5));
        for (std::size_t s = 0; s < expected.maxima.size(); ++s)
            QVERIFY(near(static_cast<double>(result->maxima[s]), expected.maxima[s], 3e-5));
    }

    void theNumberOfThreadsChangesNoBit()
    {
        for (const std::size_t bars : {std::size_t{120}, std::size_t{127}, std::size_t{1000}}) {
            Lab lab = makeLab(bars, 1, 3);
            lab.family.returns = lab.source();
            ScanOptions one;
            ScanOptions two;
            two.threads = 2;
            ScanOptions five;
            five.threads = 5;
            const auto a = scan(lab.family, one);
            const auto b = scan(lab.family, two);
            const auto c = scan(lab.family, five);
            VERIFY_OK(a);
            VERIFY_OK(b);
            VERIFY_OK(c);
            for (const auto *other : {&b.value(), &c.value()}) {
                QVERIFY(sameBits(a->squares, other->squares));
                QVERIFY(sameBits(a->sigmas, other->sigmas));
                QVERIFY(sameBits(a->maxima, other->maxima));
                for (std::size_t i = 0; i < a->counts.size(); ++i) {
                    QCOMPARE(a->counts[i].chance, other->counts[i].chance);
                    QCOMPARE(a->counts[i].chance95, other->counts[i].chance95);
                    QCOMPARE(a->counts[i].observed, other->counts[i].observed);
                }
            }
        }
    }

    void aLagIsAShiftOfTheSameTransform()
    {
        Lab lab = makeLab(120, 1, 5);
        lab.family.lengths[1].lags = {1};
        lab.family.returns = lab.source();
        const auto result = scan(lab.family, {});
        VERIFY_OK(result);
        const DirectStatistic at =
            directStatistic(lab.family.weights[0], lab.returns[0][0], lab.present[0], 5);
        const double sigma = static_cast<double>(result->sigmas[result->hypothesis(0, 3)]);
        QVERIFY(near(result->y(result->hypothesis(0, 3)), std::fabs(at.t) / sigma, 3e-5));
    }

    void windowsPastTheEndAreNoMissingBars()
    {
        std::vector<double> r(120);
        for (std::size_t t = 0; t < 118; ++t)
            r[t] = std::sin(static_cast<double>(t * t)); // the last two windows of three bars do not fit
        ScanFamily family;
        family.bars = 120;
        family.assets = 1;
        family.weights = {{{3, 40, 77, 101}, {}}};
        family.lengths = {{{0}, 2}};
        family.terms = {{0, 0}};
        family.units = {{0, 0, 1}};
        std::size_t present = 118;
        family.returns = [&](std::uint32_t, std::uint32_t, std::span<double> out) {
            std::copy(r.begin(), r.end(), out.begin());
            return present;
        };
        const auto whole = scan(family, {});
        VERIFY_OK(whole);
        QCOMPARE(int(whole->usesT[0]), 1);
        double squares = 0;
        const std::vector<std::uint8_t> all(120, 1);
        for (std::int64_t s = 0; s < 120; ++s) {
            const double t = directStatistic(family.weights[0], r, all, s).t;
            squares += t * t;
        }
        const double t = directStatistic(family.weights[0], r, all, 0).t;
        QVERIFY(near(whole->y(0), std::fabs(t) / std::sqrt(squares / 120), 3e-5));
        present = 117; // one more is missing
        const auto gap = scan(family, {});
        VERIFY_OK(gap);
        QCOMPARE(int(gap->usesT[0]), 0);
    }

    void aLifeIsRepeatedRoundTheSample()
    {
        // Listed on bar 4 of 12, gone after bar 7, windows of two bars (one bar past), lags −1 and 1: a pause
        // of two bars, so the pattern is a b c d 0 0.
        const ScanLength length{{-1, 1}, 1};
        std::vector<double> r{0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0};
        const Life life = lifeOf(r, length, 1);
        QCOMPARE(life, (Life{4, 8, 6}));
        repeatLife(life, length.past, r);
        QCOMPARE(r, (std::vector<double>{3, 4, 0, 0, 1, 2, 3, 4, 0, 0, 1, 0}));
        // lag 1 takes bar 3 into the life, lag −1 takes bar 8 into it
        const std::vector<std::uint32_t> bars{0, 2, 3, 5, 8, 9};
        QCOMPARE(eventsInLife(life, length, bars), (std::pair<std::size_t, std::size_t>{2, 5}));
        // with a season of four the pause is longer
        QCOMPARE(lifeOf(std::vector<double>{0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0}, length, 4).period,
                 std::size_t{8});
    }

    void aLifeThatFillsTheSampleIsNotRepeated()
    {
        std::vector<double> r(100, 1.0);
        r[0] = r[1] = 0; // two bars of a hundred are left as they are
        QCOMPARE(lifeOf(r, {{0}, 0}, 1).period, std::size_t{0});
        r[2] = 0;
        QCOMPARE(lifeOf(r, {{0}, 0}, 1).period, std::size_t{97});
        QCOMPARE(lifeOf(r, {{0, 3}, 0}, 1).period, std::size_t{0}); // the pause would be as long
        QCOMPARE(lifeOf(std::vector<double>(100, 0.0), {{0}, 0}, 1).period, std::size_t{0});
    }

    void everyShiftOfALateAssetMeetsItsEvents()
    {
        // Listed in the middle, and every event but one after that: with a return of 1 at even and −1 at odd
        // bars all S are 5 or −5, whatever the shift, and t² is (n − 1)/1e-6 by the floor of its divisor;
        // without repeating, many shifts would meet no event.
        ScanFamily family;
        family.bars = 64;
        family.assets = 1;
        family.weights = {{{10, 40, 42, 50, 54, 60}, {}}};
        family.lengths = {{{0}}};
        family.terms = {{0, 0}};
        family.units = {{0, 0, 1}};
        family.returns = [](std::uint32_t, std::uint32_t, std::span<double> out) {
            for (std::size_t t = 0; t < out.size(); ++t)
                out[t] = t < 32 ? 0.0 : t % 2 == 0 ? 1.0 : -1.0;
            return std::size_t{32};
        };
        const auto result = scan(family, {});
        VERIFY_OK(result);
        QCOMPARE(int(result->usesT[0]), 1);
        QVERIFY(near(result->y(0), 1.0, 1e-5));
        for (const float most : result->maxima)
            QVERIFY(near(static_cast<double>(most), 1.0, 1e-5));
    }

    void aCaseWorkedByHand()
    {
        // T = 4, R = (2, 0, −2, 0), one event on bar 0 and one on bar 1: S(s) = 2, −2, −2, 2; Q(s) = 4
        // always. X = ±1 at every shift, n = 2, t = X·√(1/(2 − 1)) = ±1, σ = 1, so Y = 1 everywhere and p
        // = 1.
        ScanFamily family;
        family.bars = 4;
        family.assets = 1;
        family.weights = {{{0, 1}, {}}};
        family.lengths = {{{0}}};
        family.terms = {{0, 0}};
        family.units = {{0, 0, 1}};
        family.returns = [](std::uint32_t, std::uint32_t, std::span<double> out) {
            const double r[] = {2, 0, -2, 0};
            std::copy(std::begin(r), std::end(r), out.begin());
            return std::size_t{4};
        };
        const auto result = scan(family, {});
        VERIFY_OK(result);
        QVERIFY(near(result->y(0), 1.0, 1e-6));
        QVERIFY(near(static_cast<double>(result->sigmas[0]), 1.0, 1e-6));
        QCOMPARE(adjustedP(nullDistribution(result->maxima), result->y(0)), 1.0);
        const std::vector<double> r{2, 0, -2, 0};
        const std::vector<std::uint8_t> present{1, 1, 1, 1};
        QCOMPARE(directStatistic(family.weights[0], r, present, 1).s, -2.0);
        QCOMPARE(directStatistic(family.weights[0], r, present, 3).x, 1.0);
    }

    void pValuesCountTheIdentityOnceAndTies()
    {
        const std::vector<float> maxima{9.0F, 1.0F, 2.0F, 3.0F, 4.0F};
        const auto sorted = nullDistribution(maxima);
        QCOMPARE(adjustedP(sorted, 9.0), 1.0 / 5);
        QCOMPARE(adjustedP(sorted, 3.00002), 3.0 / 5); // within 1e-5 of 3
        QCOMPARE(adjustedP(sorted, 3.001), 2.0 / 5);
        QVERIFY(std::isinf(significantThreshold(sorted, 0.1)));
        for (const double alpha : {0.2, 0.4, 0.6, 0.8}) {
            const double y = significantThreshold(sorted, alpha);
            QVERIFY(adjustedP(sorted, y) <= alpha);
            QVERIFY(adjustedP(sorted, y * (1 - 3e-5)) > alpha);
        }
    }

    void theCandidateThresholdIsTheSmallestThatHolds()
    {
        const std::vector<ScanCount> counts{{2.0, 5.0, 9, 60}, {3.0, 0.4, 2, 8}, {4.0, 0.04, 1, 0}};
        QCOMPARE(candidateThreshold(counts, 0.05).threshold, 3.0);
        QCOMPARE(candidateThreshold(counts, 0.04).threshold, 4.0); // R = 0 counts as 1
        QCOMPARE(candidateThreshold(counts, 0.001).threshold, 4.0);
        QCOMPARE(expectedByChance(counts, 3.5), 0.4);
    }

    void aConstantSeriesIsTooFewNotInfinite()
    {
        Lab lab = makeLab(120, 1, 5);
        std::fill(lab.returns[0][0].begin(), lab.returns[0][0].end(), 0.0);
        lab.family.returns = lab.source();
        const auto result = scan(lab.family, {});
        VERIFY_OK(result);
        QCOMPARE(result->sigmas[0], 0.0F);
        QCOMPARE(result->y(0), 0.0);
    }

    void refusesWhatItCannotTest()
    {
        Lab lab = makeLab(121, 5, 5);
        lab.family.returns = lab.source();
        VERIFY_ERROR(scan(lab.family, {}), ErrorCode::BadInput);
        lab.family.group = 1;
        lab.family.terms[0].asset = 99;
        VERIFY_ERROR(scan(lab.family, {}), ErrorCode::BadInput);
        VERIFY_ERROR(scan({}, {}), ErrorCode::BadInput);
    }

    void stopsWhenCancelled()
    {
        Lab lab = makeLab(120, 1, 5);
        lab.family.returns = lab.source();
        ScanOptions options;
        options.progress = [&](const Progress &) { options.cancel.cancel(); };
        VERIFY_ERROR(scan(lab.family, options), ErrorCode::Cancelled);
    }

    void countsGoPastSixteenBits()
    {
        constexpr std::size_t kHypotheses = 70000;
        CountTable counts(3);
        CountTable sum(3);
        const float squares[3] = {8.0F, 40.0F, 1.0F};
        float maxima[3] = {};
        for (std::size_t i = 0; i < kHypotheses; ++i)
            counts.add(squares, 0.5F, maxima);
        sum.add(counts);
        QCOMPARE(maxima[1], 20.0F);
        for (CountTable *table : {&counts, &sum}) {
            const std::vector<ScanCount> found = table->thresholds();
            QCOMPARE(found.front().observed, kHypotheses);
            QCOMPARE(found.front().chance, 2.0 * kHypotheses / 3.0);
            QCOMPARE(expectedByChance(found, std::sqrt(20.0)), kHypotheses / 3.0);
        }
    }

    void strongestAreSortedWithTiesByIndex()
    {
        ScanResult result;
        result.squares = {1.0F, 9.0F, 4.0F, 9.0F, 0.0F};
        QCOMPARE(strongest(result, 3), (std::vector<std::uint64_t>{1, 3, 2}));
        QCOMPARE(strongest(result, 99).size(), std::size_t{5});
    }
};

QTEST_APPLESS_MAIN(tst_Scan)
#include "tst_scan.moc"
