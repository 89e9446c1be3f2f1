// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/evidence.h"

#include "core/base/json.h"
#include "core/discovery/family.h"
#include "core/discovery/lagprofile.h"
#include "core/stats/descriptive.h"
#include "tests/support/check.h"
#include "tests/support/series.h"
#include "tests/support/studyledger.h"

#include <cmath>
#include <numeric>

using namespace core;
using namespace core::discovery;
using base::ErrorCode;
using base::Instant;
using domain::Statistic;

namespace {

constexpr double kClose = 1e-9;

bool near(double a, double b, double tolerance = kClose)
{
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

std::string textOf(const Finding &finding)
{
    return base::canonicalJson(detailJson(finding));
}

const LagPoint *at(const Evidence &evidence, int lag)
{
    const auto found = std::find_if(evidence.lagProfile.begin(), evidence.lagProfile.end(),
                                    [lag](const LagPoint &point) { return point.lag == lag; });
    return found == evidence.lagProfile.end() ? nullptr : &*found;
}

const PathPoint *barOf(const Evidence &evidence, int bar)
{
    const auto found = std::find_if(evidence.path.begin(), evidence.path.end(),
                                    [bar](const PathPoint &point) { return point.bar == bar; });
    return found == evidence.path.end() ? nullptr : &*found;
}

bool isOutside(const LagPoint &point)
{
    return point.effect < point.bandLow || point.effect > point.bandHigh;
}

/// The effect from the single responses, by its definition.
double effectOf(Statistic statistic, const std::vector<EventResponse> &responses)
{
    std::vector<double> x, y, top, bottom;
    for (const EventResponse &one : responses) {
        x.push_back(one.weight);
        y.push_back(one.response);
        (one.weight > 0 ? top : bottom).push_back(one.response);
    }
    if (statistic == Statistic::Mean)
        return stats::mean(y);
    if (statistic == Statistic::QuantileSpread)
        return stats::mean(top) - stats::mean(bottom);
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        sum += (x[i] - stats::mean(x)) * (y[i] - stats::mean(y));
    return sum /
           (static_cast<double>(x.size() - 1) * stats::standardDeviation(x) * stats::standardDeviation(y));
}

} // namespace

/// Everything shown about one finding.
class tst_Evidence : public QObject
{
    Q_OBJECT

private:
    support::StudyLedger m_bench;

    base::Result<Evidence> evidence(const RunReport &report, const Finding &finding, unsigned threads = 1)
    {
        return evidenceOf(report.run, finding.hypothesis, m_bench.context(threads));
    }

private Q_SLOTS:
    void initTestCase() { support::plant(m_bench); }

    /// Six events ten bars apart on an asset that moves only on the two bars after each: 1 … 6 % and .1 %.
    void isWhatIsWorkedByHand()
    {
        support::StudyLedger bench;
        const auto days = support::workdays(base::Date(std::chrono::year(2015) / 1 / 5), 140);
        std::vector<double> returns(days.size(), 0.0);
        for (std::size_t k = 0; k < 6; ++k) {
            const std::size_t t = 30 + 10 * k + k % 2;
            bench.events.add("jump", Instant(days[t]) + std::chrono::hours(15),
                             static_cast<double>(10 * (k + 1)), "US");
            returns[t + 1] = 0.01 * static_cast<double>(k + 1);
            returns[t + 2] = 0.001;
        }
        support::addPrices(bench.bars, "A", days, returns);
        const auto report = bench.run("{'events': [{'filter': 'event_type == jump', 'min_events': 3}], "
                                      "'assets': ['A'], 'windows': [[1,2]], 'trim': false}");
        VERIFY_OK(report);
        const auto found = evidenceOf(report->run, report->findings.front().hypothesis, bench.context());
        VERIFY_OK(found);
        const double tiny = 1e-6;                        // prices are products of exponentials
        QVERIFY(near(found->finding.effect, 360, tiny)); // (1 + … + 6) % / 6 + .1 %
        QVERIFY(near(barOf(*found, 1)->mean - barOf(*found, 0)->mean, 350, tiny));
        QVERIFY(near(barOf(*found, 2)->mean - barOf(*found, 0)->mean, 360, tiny));
        QVERIFY(near(barOf(*found, 5)->mean, barOf(*found, 2)->mean, tiny));
        QCOMPARE(found->path.front().bar, -10);
        QCOMPARE(found->path.back().bar, 20);
        QCOMPARE(found->path.front().n, std::size_t{6});
        QVERIFY(near(at(*found, 0)->effect, 350, tiny)); // bars 0 and 1
        QVERIFY(near(at(*found, 2)->effect, 10, tiny));
        QVERIFY(near(at(*found, 3)->effect, 0, tiny));
        QVERIFY(near(found->leaveOneOutLow, (21.0 - 6) / 5 * 100 + 10, tiny));
        QVERIFY(near(found->leaveOneOutHigh, (21.0 - 1) / 5 * 100 + 10, tiny));
        QCOMPARE(found->placebos.size(), std::size_t{3});
        QVERIFY((found->placebos[0].window == domain::Window{-2, -1}));
        QVERIFY((found->placebos[1].window == domain::Window{-4, -3}));
        QVERIFY((found->placebos[2].window == domain::Window{-6, -5}));
        QVERIFY(near(found->placebos[0].effect, 0, tiny));
        QCOMPARE(found->subPeriods.size(), std::size_t{1}); // six events are five and one
        QCOMPARE(found->responses.size(), std::size_t{6});
        for (std::size_t k = 0; k < 6; ++k) {
            const EventResponse &one = found->responses[k];
            QVERIFY(near(one.response, 100 * static_cast<double>(k + 1) + 10, tiny));
            QCOMPARE(one.value, static_cast<double>(10 * (k + 1)));
            QCOMPARE(one.weight, 1.0);
            QCOMPARE(one.label, std::string("US"));
            QVERIFY(one.at == Instant(days[30 + 10 * k + k % 2]) + std::chrono::hours(21));
        }
        QVERIFY(found->magnitudes.empty()); // too few for two bins
    }

    void agreesWithTheFinding_data()
    {
        QTest::addColumn<QByteArray>("study");
        QTest::newRow("mean") << QByteArray("{'events': [{'filter': 'event_type == shock'}], 'assets': "
                                            "['A', 'B'], 'windows': [[0,0],[1,1],[1,5],[-5,-1]]}");
        QTest::newRow("slope") << QByteArray(
            "{'events': [{'filter': 'event_type == shock', 'weight': 'value'}], 'assets': ['A', 'B'], "
            "'windows': [[1,1],[1,5]]}");
        QTest::newRow("spread") << QByteArray(
            "{'events': [{'filter': 'event_type == shock'}], 'assets': ['A', 'B'], 'windows': [[1,1],[1,5]], "
            "'quantile': {'bins': 2, 'breaks': 'sample', 'report': ['each', 'top_minus_bottom']}}");
        QTest::newRow("market model") << QByteArray(
            "{'events': [{'filter': 'event_type == noise'}], 'assets': ['A', 'SPY'], 'windows': [[1,3]], "
            "'returns': {'model': 'market_model'}}");
        QTest::newRow("weekdays") << QByteArray(
            "{'events': [{'filter': 'event_type == shock or event_type == noise'}], 'assets': ['A', 'B'], "
            "'windows': [[1,1],[1,2]], 'null': {'restrict': 'weekday'}}");
        QTest::newRow("pool") << QByteArray("{'events': [{'filter': 'event_type == own'}], 'assets': ['A', "
                                            "'B'], 'windows': [[1,1],[1,2]], 'pair': 'entity', 'pool': "
                                            "'assets'}");
    }

    void agreesWithTheFinding()
    {
        QFETCH(QByteArray, study);
        const auto report = m_bench.run(study.toStdString());
        VERIFY_OK(report);
        for (const Finding &finding : report->findings) {
            const auto found = evidence(*report, finding);
            VERIFY_OK(found);
            QCOMPARE(textOf(found->finding), textOf(finding));
            const LagPoint *own = at(*found, finding.window.first);
            QVERIFY(own && own->n == finding.n && near(own->effect, finding.effect));
            QCOMPARE(found->responses.size(), finding.n);
            QVERIFY(near(effectOf(finding.statistic, found->responses), finding.effect, 1e-7));
            QVERIFY(std::is_sorted(found->responses.begin(), found->responses.end(),
                                   [](const auto &a, const auto &b) { return a.at < b.at; }));

            std::size_t events = 0;
            double weighted = 0;
            for (const SubPeriod &period : found->subPeriods) {
                events += period.n;
                weighted += static_cast<double>(period.n) * period.effect;
            }
            QCOMPARE(events, finding.n);
            QCOMPARE(found->subPeriods.size(), std::size_t{finding.n >= 20 ? 4U : 3U});
            QVERIFY(found->subPeriods.front().from < found->subPeriods.front().to);
            if (finding.statistic == Statistic::Mean)
                QVERIFY(near(weighted / static_cast<double>(finding.n), finding.effect));
            if (finding.statistic != Statistic::Slope) {
                const double rise =
                    barOf(*found, finding.window.last)->mean - barOf(*found, finding.window.first - 1)->mean;
                QVERIFY2(near(rise, finding.effect), qPrintable(QString::number(rise - finding.effect)));
                QCOMPARE(found->responseUnit, finding.unit);
            } else {
                QCOMPARE(found->responseUnit, std::string("bp"));
            }
            for (const PathPoint &point : found->path)
                QVERIFY(point.low <= point.mean && point.mean <= point.high);

            double low = 1e9, high = -1e9;
            for (std::size_t i = 0; i < found->responses.size(); ++i) {
                std::vector<EventResponse> rest = found->responses;
                rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
                low = std::min(low, effectOf(finding.statistic, rest));
                high = std::max(high, effectOf(finding.statistic, rest));
            }
            QVERIFY(near(found->leaveOneOutLow, low, 1e-7) && near(found->leaveOneOutHigh, high, 1e-7));

            QVERIFY(!found->ownNull.empty());
            QVERIFY(near(found->ownNull.front(), finding.y, 1e-4));
            const auto reached =
                std::count_if(found->ownNull.begin() + 1, found->ownNull.end(),
                              [&](float y) { return y >= found->ownNull.front() * (1 - 1e-5F); });
            QVERIFY(near(static_cast<double>(reached + 1) / static_cast<double>(found->ownNull.size()),
                         finding.p));
        }
    }

    void showsAPlantedEffectWhereItIs()
    {
        const auto report = m_bench.run("{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], "
                                        "'windows': [[1,1]]}");
        VERIFY_OK(report);
        const auto found = evidence(*report, report->findings.front());
        VERIFY_OK(found);
        QCOMPARE(found->lagProfile.size(), std::size_t{121});
        for (const LagPoint &point : found->lagProfile) {
            QVERIFY(std::isfinite(point.bandLow) && std::isfinite(point.bandHigh));
            QVERIFY2(isOutside(point) == (point.lag == 1), qPrintable(QString::number(point.lag)));
        }
        QVERIFY(barOf(*found, 1)->mean - barOf(*found, 0)->mean > 400);
        QVERIFY(barOf(*found, 1)->low > barOf(*found, 0)->high);
        for (const PlaceboWindow &placebo : found->placebos)
            QVERIFY(std::abs(placebo.t) < 3);
        for (const SubPeriod &period : found->subPeriods)
            QVERIFY(period.effect > 200 && period.ciLow > 0);
        // the response grows with the value: 3 % and .1 % for each unit
        QCOMPARE(found->magnitudes.size(), std::size_t{5});
        std::size_t events = 0;
        for (std::size_t k = 0; k < 5; ++k) {
            const MagnitudeBin &bin = found->magnitudes[k];
            events += bin.n;
            QVERIFY(bin.from <= bin.meanWeight && bin.meanWeight <= bin.to);
            QVERIFY(std::abs(bin.effect - (300 + 10 * bin.meanWeight)) < 130);
            QVERIFY(k == 0 || bin.from > found->magnitudes[k - 1].to);
        }
        QCOMPARE(events, found->finding.n);
        QVERIFY(found->magnitudes.back().effect > found->magnitudes.front().effect + 150);
    }

    /// Clustered events on fat-tailed returns with volatility of their own: none of 121 lags leaves the band
    /// more often than one family in twenty.
    void keepsTheNullInsideTheBand_data()
    {
        QTest::addColumn<int>("length");
        QTest::newRow("shifts inside blocks") << 500;
        QTest::newRow("shifts inside years") << 1'300;
        QTest::newRow("circular shifts") << 5'000;
    }

    void keepsTheNullInsideTheBand()
    {
        QFETCH(int, length);
        const int families = countFromEnvironment("FORESHOCK_BAND_FAMILIES", 200);
        const auto bars = static_cast<std::size_t>(length);
        const auto days = support::workdays(base::Date(std::chrono::year(2015) / 1 / 5), bars);
        int left = 0, told = 0;
        for (int f = 0; f < families; ++f) {
            stats::Random random(2'026, stats::RandomPurpose::Test, static_cast<std::uint64_t>(f));
            support::FakeEvents events;
            support::FakeBars prices;
            std::vector<double> returns = support::garch(random, bars, 0.05).r;
            for (double &r : returns)
                r *= 0.01;
            support::addPrices(prices, "A", days, returns);
            for (const std::uint32_t bar : support::clustered(random, bars, 30))
                events.add("quake", Instant(days[bar]) + std::chrono::hours(15));
            RunContext context{events, prices, m_bench.ledger(), m_bench.clock};
            context.snapshot = 1'000'000;
            const auto study = m_bench.study("{'events': [{'filter': 'event_type == quake', 'min_events': "
                                             "10}], 'assets': ['A'], 'windows': [[1,2]]}");
            VERIFY_OK(study);
            const auto family = makeFamily(*study, context);
            if (!family.ok())
                continue; // too few events in this one
            const auto lags =
                lagProfile(*family, family->pairs.front(), {1, 2}, NullMethod::CircularShift, {}, context);
            VERIFY_OK(lags);
            QCOMPARE(lags->band, length < 4'000 ? NullMethod::BlockShift : NullMethod::CircularShift);
            ++told;
            left += std::any_of(lags->points.begin(), lags->points.end(), isOutside) ? 1 : 0;
        }
        const double share = static_cast<double>(left) / told;
        qInfo("%d of %d families leave the band (%.3f)", left, told, share);
        QVERIFY(told > families * 8 / 10);
        QVERIFY(share <= support::levelBound(told));
        QVERIFY(left > 0); // a band that nothing ever leaves is too wide
    }

    void takesTheBandOfMatchedDaysFromItsOwnDraws()
    {
        support::StudyLedger bench;
        const auto days = support::workdays(base::Date(std::chrono::year(2010) / 1 / 4), 1'500);
        std::vector<double> returns = support::normalReturns(days.size(), 0.01, 9);
        for (std::size_t t = 0; t < days.size(); ++t) {
            const std::chrono::year_month_day date{days[t]};
            if (std::chrono::weekday(days[t]) == std::chrono::Friday && unsigned(date.day()) <= 7) {
                bench.events.add("payroll", Instant(days[t]) + std::chrono::hours(13));
                returns[t] += 0.015;
            }
        }
        support::addPrices(bench.bars, "A", days, returns);
        const auto report = bench.run(
            "{'events': [{'filter': 'event_type == payroll'}], 'assets': ['A'], 'windows': [[0,0]]}");
        VERIFY_OK(report);
        const Finding &finding = report->findings.front();
        QCOMPARE(finding.nullMethod, std::string("matched_days"));
        const auto found = evidenceOf(report->run, finding.hypothesis, bench.context());
        VERIFY_OK(found);
        QVERIFY(found->ownNull.empty());
        QVERIFY(near(at(*found, 0)->effect, finding.effect));
        QVERIFY(std::isfinite(at(*found, 0)->bandHigh));
        QVERIFY(isOutside(*at(*found, 0)));
        QVERIFY(!isOutside(*at(*found, 1)) && !isOutside(*at(*found, -7)));
    }

    void describesWhatTheRunKeptWithoutReportingIt()
    {
        std::string windows;
        for (int first = -20; first < 20; ++first)
            windows += (windows.empty() ? "[" : ", [") + std::to_string(first) + "," +
                       std::to_string(first + 2) + "]";
        const auto report = m_bench.run("{'events': [{'filter': 'event_type == shock'}, {'filter': "
                                        "'event_type == noise'}], 'assets': ['A', 'B'], 'windows': [" +
                                        windows + "]}");
        VERIFY_OK(report);
        QCOMPARE(report->findings.size(), std::size_t{100});
        const auto all = showRun(report->run, m_bench.ledger(), true);
        VERIFY_OK(all);
        const Finding &kept = all->findings.back();
        QVERIFY(std::isnan(kept.ciLow));
        const auto found = evidence(*report, kept);
        VERIFY_OK(found);
        QCOMPARE(found->finding.n, kept.n);
        QCOMPARE(found->finding.effect, kept.effect);
        QCOMPARE(found->finding.tier, kept.tier);
        QVERIFY(std::isfinite(found->finding.ciLow) && std::isfinite(found->finding.baseRate));
        QCOMPARE(found->finding.nullMethod, std::string("circular_shift"));
        QVERIFY(found->finding.p > 0 && found->finding.p <= 1); // what it would have been if asked alone
        QVERIFY(near(at(*found, kept.window.first)->effect, kept.effect));
    }

    void staysUnderTheSealOfTheRun()
    {
        const Instant seal = *base::parseInstant("2018-06-01T00:00:00Z");
        const auto report = m_bench.run(
            "{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': [[2,2]]}", seal);
        VERIFY_OK(report);
        const auto found = evidence(*report, report->findings.front());
        VERIFY_OK(found);
        QVERIFY(found->responses.back().at <= seal);
        QVERIFY(found->subPeriods.back().to <= seal);
    }

    void writesNothingAndIsTheSameOnTwoThreads()
    {
        const auto report = m_bench.run(
            "{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': [[1,1]]}");
        VERIFY_OK(report);
        const auto runs = m_bench.ledger().runs()->size();
        const auto questions = m_bench.ledger().summary()->questions;
        const auto one = evidence(*report, report->findings.front(), 1);
        const auto two = evidence(*report, report->findings.front(), 2);
        VERIFY_OK(one);
        VERIFY_OK(two);
        QCOMPARE(m_bench.ledger().runs()->size(), runs);
        QCOMPARE(m_bench.ledger().summary()->questions, questions);
        QVERIFY(one->ownNull == two->ownNull);
        for (std::size_t i = 0; i < one->path.size(); ++i)
            QVERIFY(one->path[i].mean == two->path[i].mean && one->path[i].low == two->path[i].low);
        for (std::size_t i = 0; i < one->lagProfile.size(); ++i)
            QVERIFY(one->lagProfile[i].bandHigh == two->lagProfile[i].bandHigh);
    }

    void saysWhatItCannotShow()
    {
        support::StudyLedger bench;
        support::plant(bench);
        const auto report =
            bench.run("{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': [[1,1]]}");
        VERIFY_OK(report);
        const base::Sha256 hypothesis = report->findings.front().hypothesis;
        VERIFY_ERROR(evidenceOf("19990101", hypothesis, bench.context()), ErrorCode::NotFound);
        VERIFY_ERROR(evidenceOf(report->run, base::sha256("other"), bench.context()), ErrorCode::NotFound);
        RunContext stopped = bench.context();
        stopped.cancel.cancel();
        VERIFY_ERROR(evidenceOf(report->run, hypothesis, stopped), ErrorCode::Cancelled);
        for (double &close : bench.bars.series["A"].close)
            close *= close; // the stored past was changed
        VERIFY_ERROR(evidenceOf(report->run, hypothesis, bench.context()), ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(tst_Evidence)
#include "tst_evidence.moc"
