// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/bootstrap.h"
#include "core/stats/descriptive.h"
#include "core/stats/random.h"
#include "widgets/studycharts/lifecharts.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace core;
using namespace widgets;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kDraws = 999;
constexpr std::uint64_t kSeed = 5;

/// Responses that follow the weights of 120 events, and the view of the slope they were found as.
struct Slope {
    std::vector<double> weights, responses, sides;
    workbench::RelationshipView view;

    Slope(unsigned seed, double effect)
    {
        stats::Random random(seed, stats::RandomPurpose::Test, 0);
        for (int i = 0; i < 120; ++i) {
            weights.push_back(random.normal());
            responses.push_back(effect * weights.back() + 0.01 * random.normal());
        }
        const double centre = stats::mean(weights), base = stats::mean(responses);
        for (std::size_t i = 0; i < weights.size(); ++i)
            sides.push_back((weights[i] > centre ? 1 : -1) * (responses[i] - base));
        view.record.statistic = "slope";
        view.record.event = "surprise";
        view.record.asset = "A";
        view.record.effect = stats::correlation(weights, responses);
        const auto interval = stats::bootstrapCorrelation(weights, responses, 1, kDraws, 0.95, kSeed);
        view.ciLow = interval.low;
        view.ciHigh = interval.high;
        view.forwardUnit = "bp";
        view.forwardScale = 1e4;
        view.start.emplace();
        view.start->registered = stats::mean(sides);
    }
};

std::vector<discovery::TrailingEffect> trailing()
{
    std::vector<discovery::TrailingEffect> out;
    for (int i = 0; i < 4; ++i)
        out.push_back(
            {base::Instant(base::Date(std::chrono::year(2020 + i) / 1 / 2)), 20, 0.002, -0.001, 0.005});
    return out;
}

} // namespace

/// The charts of a relationship's life as values.
class TestLifeCharts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The interval of the correlation on the scale of the responses is about that of the sided responses
    /// themselves, drawn again.
    void aSlopeHasAnInterval()
    {
        double own = 0, drawn = 0;
        for (unsigned seed = 1; seed <= 20; ++seed) {
            for (const double effect : {0.004, -0.006}) {
                const Slope slope(seed, effect);
                const ChartSpec spec = decayChart(slope.view, trailing(), {});
                QCOMPARE(spec.rules.size(), std::size_t(4)); // effect, both ends, zero
                const double high = spec.rules[1].at, low = spec.rules[2].at;
                QCOMPARE(spec.rules[0].at, slope.view.start->registered * 1e4);
                QVERIFY(low < spec.rules[0].at && spec.rules[0].at < high);
                QVERIFY(spec.rules[1].dashed && spec.rules[2].dashed);
                const auto sided = stats::bootstrapMean(slope.sides, 1, kDraws, 0.95, kSeed);
                own += high - low;
                drawn += (sided.high - sided.low) * 1e4;
                QVERIFY2(spec.summary.count(u"95 % interval"_s) == 2, qPrintable(spec.summary));
            }
        }
        QVERIFY2(std::abs(own / drawn - 1) < 0.15, qPrintable(QString::number(own / drawn)));
    }

    void withoutAStartOrWithAnotherSignThereIsNone()
    {
        Slope slope(1, 0.004);
        slope.view.start->registered *= -1;
        ChartSpec spec = decayChart(slope.view, trailing(), {});
        QCOMPARE(spec.rules.size(), std::size_t(2)); // effect and zero
        QCOMPARE(spec.summary.count(u"95 % interval"_s), 1);
        slope.view.start.reset();
        spec = decayChart(slope.view, trailing(), {});
        QCOMPARE(spec.rules.size(), std::size_t(1));
    }

    void aMeanKeepsItsOwn()
    {
        Slope slope(1, 0.004);
        slope.view.record.statistic = "mean";
        slope.view.record.effect = 30;
        slope.view.ciLow = 10;
        slope.view.ciHigh = 50;
        const ChartSpec spec = decayChart(slope.view, trailing(), {});
        QCOMPARE(spec.rules[0].at, 30.0);
        QCOMPARE(spec.rules[1].at, 50.0);
        QCOMPARE(spec.rules[2].at, 10.0);
    }
};

QTEST_GUILESS_MAIN(TestLifeCharts)
#include "tst_lifecharts.moc"
