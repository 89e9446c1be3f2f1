// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/baserate.h"

#include "core/stats/descriptive.h"
#include "tests/support/check.h"
#include "tests/support/studyledger.h"

#include <cmath>

using namespace core;
using namespace core::discovery;
using base::ErrorCode;
using base::Instant;

namespace {

constexpr std::size_t kDays = 120;

bool near(double a, double b, double tolerance = 1e-6)
{
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

} // namespace

/// The base-rate card: description only.
class tst_BaseRate : public QObject
{
    Q_OBJECT

private:
    support::StudyLedger m_bench;
    std::vector<base::Date> m_days;

    base::Result<BaseRate> card(const std::string &filter, domain::Window window = {1, 1},
                                Instant sealed = {})
    {
        RunContext context = m_bench.context();
        context.sealedFrom = sealed;
        return baseRate(filter, "A", window, context);
    }

private Q_SLOTS:
    /// Bars fall by .1 %, but rise by 1, 2, 3 % and fall by 4 % on the day after the four events.
    void initTestCase()
    {
        m_days = support::workdays(base::Date(std::chrono::year(2015) / 1 / 5), kDays);
        std::vector<double> returns(kDays, -0.001);
        const std::vector<double> after{0.01, 0.02, 0.03, -0.04};
        for (std::size_t k = 0; k < after.size(); ++k) {
            const std::size_t t = 20 + 20 * k;
            m_bench.events.add("fall", Instant(m_days[t]) + std::chrono::hours(15));
            returns[t + 1] = after[k];
        }
        m_bench.events.add("fall", Instant(m_days[20]) + std::chrono::hours(16)); // the same bar twice
        m_bench.events.add("fall", Instant(m_days[0]) - std::chrono::hours(240)); // before all bars
        for (int i = 0; i < 2; ++i)
            m_bench.events.add("pair", Instant(m_days[30 + 5 * static_cast<std::size_t>(i)]));
        support::addPrices(m_bench.bars, "A", m_days, returns);
        std::vector<double> yields(kDays, 0.0);
        support::addPrices(m_bench.bars, "Y", m_days, yields);
        for (std::size_t t = 0; t < kDays; ++t)
            m_bench.bars.series["Y"].close[t] = t % 2 == 0 ? -0.1 : 0.1;
    }

    void isWhatIsWorkedByHand()
    {
        const auto told = card("event_type == fall");
        VERIFY_OK(told);
        QCOMPARE(told->n, std::size_t{4});
        QVERIFY(near(told->mean, 50));
        QVERIFY(near(told->median, 150));
        QVERIFY(near(told->lowerQuartile, -25)); // type 7 of −400, 100, 200, 300
        QVERIFY(near(told->upperQuartile, 225));
        QCOMPARE(told->unit, std::string("bp"));
        QVERIFY(near(told->hitRate, 0.75));
        const auto hits = stats::wilson(3, 4, 0.95);
        QVERIFY(near(told->hitLow, hits.low) && near(told->hitHigh, hits.high));
        QVERIFY(near(told->baseRate, 3.0 / 119)); // every bar but the first has a return
        const auto all = stats::wilson(3, 119, 0.95);
        QVERIFY(near(told->baseLow, all.low) && near(told->baseHigh, all.high));
        QCOMPARE(told->paths.size(), std::size_t{4});
        QCOMPARE(told->pathFirst, -5);
        QCOMPARE(told->paths[0].size(), std::size_t{26});
        QVERIFY(near(told->paths[0][0], -10, 1e-3));
        QVERIFY(near(told->paths[0][5], -60, 1e-3));       // six bars to the event's own
        QVERIFY(near(told->paths[0][6], -60 + 100, 1e-3)); // and the day after
        QVERIFY(near(told->paths[3][6], -60 - 400, 1e-3));
        QVERIFY(told->from < told->to);
    }

    void asksTheLedgerNothing()
    {
        VERIFY_OK(card("event_type == fall"));
        QVERIFY(m_bench.ledger().runs()->empty());
        QCOMPARE(m_bench.ledger().summary()->questions, std::uint64_t{0});
    }

    void seesNothingBehindTheSeal()
    {
        const Instant seal(m_days[75]);
        const auto told = card("event_type == fall", {1, 1}, seal);
        VERIFY_OK(told);
        QCOMPARE(told->n, std::size_t{3}); // the fourth comes later
        QVERIFY(near(told->mean, 200));
        QVERIFY(told->to <= seal);
    }

    void cutsPathsAtTheEndOfTheSample()
    {
        const auto told = card("event_type == fall", {0, 0}, Instant(m_days[70]));
        VERIFY_OK(told);
        QVERIFY(std::isfinite(told->paths[2][5]) && std::isnan(told->paths[2][25]));
    }

    void takesDifferencesWhereThereIsNoPrice()
    {
        const auto told = baseRate("event_type == fall", "Y", {1, 1}, m_bench.context());
        VERIFY_OK(told);
        QCOMPARE(told->unit, std::string("points"));
        QVERIFY(near(std::abs(told->median), 0.2));
    }

    void saysWhenThereAreTooFew()
    {
        for (const char *filter : {"event_type == pair", "event_type == nothing"}) {
            const auto told = card(filter);
            VERIFY_ERROR(told, ErrorCode::BadInput);
            QVERIFY2(told.error().message.contains(QStringLiteral("past events")),
                     qPrintable(told.error().message));
        }
        VERIFY_ERROR(card("event_type = "), ErrorCode::BadInput);
        VERIFY_ERROR(card("event_type == fall", {3, 1}), ErrorCode::BadInput);
        VERIFY_ERROR(baseRate("event_type == fall", "Z", {1, 1}, m_bench.context()), ErrorCode::BadInput);
    }
};

QTEST_GUILESS_MAIN(tst_BaseRate)
#include "tst_baserate.moc"
