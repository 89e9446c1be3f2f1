// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/grid.h"
#include "core/discovery/returns.h"
#include "core/discovery/rollingfit.h"
#include "tests/support/check.h"
#include "tests/support/fakereaders.h"

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;
using State = ResponseSeries::State;

namespace {

constexpr double kGap = kMissing;

/// A series with one bar per day at 21:00 UTC; NaN: no bar.
BarSeries series(const char *symbol, const std::vector<double> &prices)
{
    support::FakeBars bars;
    const auto days = support::workdays(Date(std::chrono::year(2020) / 1 / 6), prices.size());
    for (std::size_t t = 0; t < prices.size(); ++t) {
        if (prices[t] == prices[t])
            bars.add(symbol, Instant(days[t]) + std::chrono::hours(21), prices[t]);
    }
    return bars.series[symbol];
}

/// A calendar of that many bars, the sample from the second on.
Calendar calendarOf(std::size_t bars)
{
    return {series("C", std::vector<double>(bars, 100)).tsEnd, 1, 0};
}

AlignedBars aligned(const char *symbol, const std::vector<double> &prices,
                    const std::vector<Action> &actions = {})
{
    return *alignBars(series(symbol, prices), actions, calendarOf(prices.size()));
}

std::string states(const ResponseSeries &series)
{
    std::string out;
    for (const State state : series.state)
        out += state == State::Present ? 'p' : state == State::Spanned ? 's' : 'm';
    return out;
}

bool near(double a, double b, double within = 1e-12)
{
    return std::abs(a - b) <= within;
}

} // namespace

class tst_Returns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRegressorThatStandsStillFitsNothing_data()
    {
        QTest::addColumn<double>("level");
        QTest::newRow("at a level") << 2e-4;
        QTest::newRow("at nothing") << 0.0;
    }
    void aRegressorThatStandsStillFitsNothing()
    {
        QFETCH(const double, level);
        constexpr std::size_t bars = 900, window = 250;
        std::vector<double> x = support::normalReturns(bars, 0.01, 2);
        std::fill(x.begin() + 300, x.begin() + 600, level);
        RollingFit fit(support::normalReturns(bars, 0.01, 1), {x}, window);
        for (std::size_t t = window; t < bars; ++t) {
            fit.advanceTo(t);
            const bool still = t >= 300 + window && t <= 600;
            QVERIFY2(std::isnan(fit.predict(t, 1)) == still, qPrintable(QString::number(t)));
        }
    }

    void kindsByHand()
    {
        const auto bars = aligned("A", {0.5, 0.6, 0.3});
        const Calendar calendar = calendarOf(3);
        QVERIFY(near(plainReturns(bars, calendar, ReturnKind::Log)->value[1], std::log(1.2)));
        QVERIFY(near(plainReturns(bars, calendar, ReturnKind::Simple)->value[2], -0.5));
        QVERIFY(near(plainReturns(bars, calendar, ReturnKind::Diff)->value[2], -0.3));
        QVERIFY(near(plainReturns(bars, calendar, ReturnKind::LogitDiff)->value[1], std::log(1.5)));
        QVERIFY(plainReturns(bars, calendar, ReturnKind::Log)->state[0] == State::Missing);
    }

    void aPriceBelowZeroIsNamedWithItsRemedy()
    {
        const auto bars = aligned("WTI", {20, 18, -37.63, 10, 12});
        const Calendar calendar = calendarOf(5);
        const auto log = plainReturns(bars, calendar, ReturnKind::Log);
        VERIFY_ERROR(log, ErrorCode::BadInput);
        QVERIFY2(log.error().message.contains(QLatin1String("2020-01-08")), qPrintable(log.error().message));
        const auto simple = plainReturns(bars, calendar, ReturnKind::Simple);
        VERIFY_OK(simple);
        QVERIFY(near(simple->value[2], -37.63 / 18 - 1));
        QCOMPARE(states(*simple), std::string("mppmp")); // no simple return from a price below zero
        QVERIFY(near(plainReturns(bars, calendar, ReturnKind::Diff)->value[3], 47.63));
    }

    void gapsSpanOrMask_data()
    {
        QTest::addColumn<QVector<double>>("prices");
        QTest::addColumn<QByteArray>("expected");
        const double g = kGap;
        QTest::newRow("none") << QVector<double>{1, 2, 3, 4} << QByteArray("mppp");
        QTest::newRow("one bar") << QVector<double>{1, 2, g, 4, 5} << QByteArray("mpspp");
        QTest::newRow("five bars") << QVector<double>{1, 2, g, g, g, g, g, 8, 9} << QByteArray("mpssssspp");
        QTest::newRow("six bars") << QVector<double>{1, 2, g, g, g, g, g, g, 9, 10}
                                  << QByteArray("mpmmmmmmmp");
        QTest::newRow("late listing") << QVector<double>{g, g, 3, 4, 5} << QByteArray("mmmpp");
        QTest::newRow("delisting") << QVector<double>{1, 2, 3, g, g} << QByteArray("mppmm");
    }

    void gapsSpanOrMask()
    {
        QFETCH(QVector<double>, prices);
        QFETCH(QByteArray, expected);
        const std::vector<double> given(prices.begin(), prices.end());
        const auto out = plainReturns(aligned("A", given), calendarOf(given.size()), ReturnKind::Log);
        VERIFY_OK(out);
        QCOMPARE(QByteArray::fromStdString(states(*out)), expected);
    }

    void windowsTakeThePresentAndMaskTheMissing()
    {
        const double g = kGap;
        const std::vector<double> prices{100, 110, g, 121, 133.1, g, g, g, g, g, g, 200};
        const Calendar calendar = calendarOf(prices.size());
        const auto out = plainReturns(aligned("A", prices), calendar, ReturnKind::Log);
        VERIFY_OK(out);
        const double step = std::log(1.1);
        const auto three = windowSums(*out, calendar, 3); // from bar 1 on
        QVERIFY(near(three[0], 2 * step));                // bars 1..3: the return of bar 3 spans the gap
        QVERIFY(near(three[1], 2 * step));                // bars 2..4: none, spanned, next
        QVERIFY(std::isnan(three[2]));                    // touches the long gap
        QVERIFY(std::isnan(three.back()));                // runs past the end
        const auto one = windowSums(*out, calendar, 1);
        QVERIFY(std::isnan(one[1])); // a bar within a gap has no return of its own
    }

    void marketAdjustmentCoversTheSameSpan()
    {
        const auto market = aligned("M", {100, 101, 103, 106, 110});
        const auto asset = aligned("A", {50, 51, kGap, 53, 54});
        ReturnRule rule;
        rule.model = ReturnModel::MarketAdjusted;
        const auto out = responses(asset, market, {}, calendarOf(5), rule, Response::Return);
        VERIFY_OK(out);
        QVERIFY(near(out->value[1], std::log(51.0 / 50) - std::log(101.0 / 100)));
        QVERIFY(near(out->value[3], std::log(53.0 / 51) - std::log(106.0 / 101)));
        QVERIFY(out->state[2] == State::Spanned);
    }

    void theMarketModelLeavesOnlyWhatItCannotExplain()
    {
        constexpr std::size_t bars = 60;
        const auto m = support::normalReturns(bars, 0.01, 3);
        std::vector<double> market, asset;
        double logM = 0, logA = 0;
        for (std::size_t t = 0; t < bars; ++t) {
            logM += m[t];
            logA += 0.001 + 1.5 * m[t] + (t == 50 ? 0.02 : 0);
            market.push_back(100 * std::exp(logM));
            asset.push_back(t == 55 ? kGap : 100 * std::exp(logA)); // bar 56 spans two bars
        }
        ReturnRule rule;
        rule.model = ReturnModel::MarketModel;
        rule.window = 20;
        const auto out = responses(aligned("A", asset), aligned("M", market), {}, calendarOf(bars), rule,
                                   Response::Return);
        VERIFY_OK(out);
        QVERIFY(out->state[16] == State::Missing); // bars 1..15: fewer than 80 % of the window
        QVERIFY(out->state[17] == State::Present);
        QVERIFY(near(out->value[30], 0, 1e-12));
        QVERIFY(near(out->value[50], 0.02, 1e-12)); // the fit ends before the bar it explains
        const auto self = responses(aligned("M", market), aligned("M", market), {}, calendarOf(bars), rule,
                                    Response::Return);
        VERIFY_OK(self);
        QVERIFY(!self->note.isEmpty());
        double mean = 0;
        for (std::size_t t = 10; t < 30; ++t)
            mean += m[t] / 20;
        QVERIFY(near(self->value[30], m[30] - mean, 1e-12));
    }

    void aSpanningReturnIsAdjustedOverItsSpanAndLeftOutOfTheFit()
    {
        std::vector<double> prices;
        for (std::size_t t = 0; t < 40; ++t)
            prices.push_back(100 * std::exp(0.01 * static_cast<double>(t)));
        prices[30] = kGap;
        ReturnRule rule;
        rule.model = ReturnModel::MeanAdjusted;
        rule.window = 20;
        const auto out =
            responses(aligned("A", prices), aligned("M", prices), {}, calendarOf(40), rule, Response::Return);
        VERIFY_OK(out);
        QVERIFY(near(out->value[31], 0)); // two bars of 1 %, expected two of 1 %
        QVERIFY(near(out->value[35], 0)); // a 2 % bar in the fit would have raised the mean
    }

    void factorsExplainTogether()
    {
        constexpr std::size_t bars = 80;
        const auto f = support::normalReturns(bars, 0.01, 7), g = support::normalReturns(bars, 0.01, 8);
        std::vector<double> a{100}, b{100}, c{100};
        for (std::size_t t = 1; t < bars; ++t) {
            a.push_back(a.back() * std::exp(f[t]));
            b.push_back(b.back() * std::exp(g[t]));
            c.push_back(c.back() * std::exp(0.002 + 0.5 * f[t] - 2 * g[t] + (t == 70 ? 0.01 : 0)));
        }
        ReturnRule rule;
        rule.model = ReturnModel::Factors;
        rule.factors = {"F", "G"};
        rule.window = 40;
        const auto out = responses(aligned("A", c), aligned("M", a), {aligned("F", a), aligned("G", b)},
                                   calendarOf(bars), rule, Response::Return);
        VERIFY_OK(out);
        QVERIFY(near(out->value[60], 0, 1e-11));
        QVERIFY(near(out->value[70], 0.01, 1e-11));
    }

    void splitsAreNoReturns()
    {
        Action split;
        split.symbol = "A";
        split.kind = ActionKind::Split;
        split.factor = 0.5;
        split.effective = Instant(support::workdays(Date(std::chrono::year(2020) / 1 / 6), 3)[2]);
        const auto out = plainReturns(aligned("A", {100, 102, 51}, {split}), calendarOf(3), ReturnKind::Log);
        VERIFY_OK(out);
        QVERIFY(near(out->value[2], 0));
    }

    void otherResponsesByHand()
    {
        const auto bars = aligned("A", {100, 90, 99});
        const Calendar calendar = calendarOf(3);
        QVERIFY(near(responses(bars, bars, {}, calendar, {}, Response::AbsReturn)->value[1],
                     std::log(100.0 / 90)));
        QVERIFY(
            near(responses(bars, bars, {}, calendar, {}, Response::Range)->value[0], std::log(1.01 / 0.99)));
        QVERIFY(near(responses(bars, bars, {}, calendar, {}, Response::Volume)->value[2], std::log(1000)));
    }

    void lengthsAreTrimmedToSmallPrimes()
    {
        QCOMPARE(smoothLength(5536), std::size_t{5500}); // 5,536 = 2⁵ · 173
        QCOMPARE(smoothLength(4096), std::size_t{4096});
        QCOMPARE(smoothLength(17), std::size_t{16});
        QCOMPARE(smoothLength(1004, 5), std::size_t{1000});
        const auto bars = series("C", std::vector<double>(1'005, 100));
        const auto trimmed = makeCalendar(bars, {{}, {}, {}, 1, true});
        VERIFY_OK(trimmed);
        QCOMPARE(trimmed->length(), std::size_t{1'001}); // 7 · 11 · 13
        QCOMPARE(trimmed->trimmed, std::size_t{3});      // 1,005 bars, the first has no return
        QCOMPARE(makeCalendar(bars, {{}, {}, {}, 1, false})->length(), std::size_t{1'004});
        VERIFY_ERROR(makeCalendar(series("C", std::vector<double>(30, 100)), {}), ErrorCode::BadInput);
    }

    void theSampleAndTheSealAreEndsOfBars()
    {
        const auto bars = series("C", std::vector<double>(300, 100));
        const auto days = support::workdays(Date(std::chrono::year(2020) / 1 / 6), 300);
        const auto calendar =
            makeCalendar(bars, {Instant(days[10]), Instant(days[200]), Instant(days[150]), 1, false});
        VERIFY_OK(calendar);
        QCOMPARE(calendar->closes[calendar->first].utcDay(), days[10]); // closes after 00:00 of its day
        QCOMPARE(calendar->closes.back().utcDay(), days[149]);          // the seal is before the end
        QCOMPARE(makeCalendar(bars, {Instant(days[10]), {}, {}, 51, false})->first,
                 std::size_t{51}); // after the warm-up
    }

    void aWeekGridKeepsWeekdays()
    {
        support::FakeBars bars;
        const auto days = support::workdays(Date(std::chrono::year(2020) / 1 / 8), 200); // a Wednesday
        for (std::size_t t = 0; t < days.size(); ++t) {
            if (t != 20)
                bars.add("C", Instant(days[t]) + std::chrono::hours(21), 100); // a holiday
        }
        auto calendar = makeCalendar(bars.series["C"], {{}, {}, {}, 1, false});
        VERIFY_OK(calendar);
        const auto grid = makeGrid(*calendar, Restriction::Weekday, true);
        VERIFY_OK(grid);
        QCOMPARE(grid->season, std::size_t{5});
        QCOMPARE(grid->slots % 5, std::size_t{0});
        QCOMPARE(grid->slot.size(), calendar->length());
        for (std::size_t t = 0; t < grid->slot.size(); ++t) {
            const std::chrono::weekday weekday(calendar->closes[calendar->first + t].utcDay());
            QCOMPARE(grid->slot[t] % 5, weekday.iso_encoding() - 1);
        }
        QVERIFY(grid->slots > calendar->length()); // the holiday keeps its slot
    }
};

QTEST_APPLESS_MAIN(tst_Returns)
#include "tst_returns.moc"
