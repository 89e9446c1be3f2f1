// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/fooling.h"
#include "core/discovery/runner.h"
#include "core/store/catalog.h"
#include "core/store/ledger.h"
#include "tests/support/check.h"
#include "tests/support/fakereaders.h"

#include <QTemporaryDir>

using namespace core::base;
using namespace core::discovery;

class tst_Fooling : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    ManualClock m_clock{*parseInstant("2024-01-02T03:04:05Z")};
    std::unique_ptr<core::store::Catalog> m_catalog;
    std::unique_ptr<core::store::Ledger> m_ledger;
    support::FakeEvents m_events;
    support::FakeBars m_bars;

    RunContext context(unsigned threads)
    {
        RunContext out{m_events, m_bars, *m_ledger, m_clock};
        out.snapshot = 1;
        out.threads = threads;
        return out;
    }

    static FoolingOptions options()
    {
        FoolingOptions out;
        out.series = 150;
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto made = core::store::Catalog::create(m_dir.path().toStdString() + "/catalog", m_clock);
        VERIFY_OK(made);
        m_catalog = std::move(*made);
        m_ledger = std::make_unique<core::store::Ledger>(*m_catalog);
        constexpr std::size_t kDays = 1'500;
        const auto days = support::workdays(Date(std::chrono::year(2015) / 1 / 5), kDays);
        for (unsigned a = 0; a < 20; ++a) {
            const std::string symbol = a == 0 ? "SPY" : "A" + std::to_string(a);
            support::addPrices(m_bars, symbol, days, support::normalReturns(kDays, 0.01, a + 1));
            core::domain::Instrument instrument;
            instrument.symbol = symbol;
            m_bars.known.push_back(instrument);
        }
    }

    void randomDatesFoolATestOnEachPairOnly()
    {
        auto fooling = Fooling::prepare(options(), context(2));
        VERIFY_OK(fooling);
        const auto result = fooling->ask(context(2));
        VERIFY_OK(result);
        QCOMPARE(result->assets, std::size_t{20});
        QVERIFY(result->hypotheses > 8'000);
        const double share = static_cast<double>(result->naive) / static_cast<double>(result->hypotheses);
        QVERIFY2(share > 0.04, qPrintable(QString::number(share))); // hundreds of "discoveries"
        QCOMPARE(result->significant, std::uint64_t{0});
        QVERIFY(result->candidates * 50 < result->naive); // a rate is kept among what is found, no more
        QVERIFY(result->testsPerSecond > 0);
    }

    void aPlantedEffectIsFoundTheOftenerTheLargerItIs()
    {
        auto fooling = Fooling::prepare(options(), context(1));
        VERIFY_OK(fooling);
        VERIFY_OK(fooling->ask(context(1)));
        std::size_t before = 0;
        for (const double effect : {0.0, 0.4, 0.8, 1.6}) {
            const auto power = fooling->plant(effect, 0, 100, context(1));
            VERIFY_OK(power);
            QCOMPARE(power->planted, std::size_t{100});
            QVERIFY(power->significant <= power->candidate);
            QVERIFY(power->significant >= before);
            before = power->significant;
            if (effect == 0.0)
                QVERIFY(power->significant <= 3);
        }
        QVERIFY2(before >= 80, qPrintable(QString::number(before)));
    }

    void plantsCanBeAddedInPortions()
    {
        auto fooling = Fooling::prepare(options(), context(1));
        VERIFY_OK(fooling);
        VERIFY_OK(fooling->ask(context(1)));
        const auto whole = fooling->plant(0.6, 0, 60, context(1));
        const auto first = fooling->plant(0.6, 0, 25, context(2));
        const auto rest = fooling->plant(0.6, 25, 35, context(1));
        VERIFY_OK(whole);
        QCOMPARE(first->significant + rest->significant, whole->significant);
        QCOMPARE(first->naive + rest->naive, whole->naive);
    }

    void isTheSameOnAnyNumberOfThreads()
    {
        std::vector<std::uint64_t> naive;
        for (const unsigned threads : {1U, 2U}) {
            auto fooling = Fooling::prepare(options(), context(threads));
            VERIFY_OK(fooling);
            const auto result = fooling->ask(context(threads));
            VERIFY_OK(result);
            naive.push_back(result->naive);
        }
        QCOMPARE(naive[0], naive[1]);
    }

    void asksNothingOfTheLedger()
    {
        auto fooling = Fooling::prepare(options(), context(1));
        VERIFY_OK(fooling);
        VERIFY_OK(fooling->ask(context(1)));
        const auto summary = m_ledger->summary();
        VERIFY_OK(summary);
        QCOMPARE(summary->questions, std::uint64_t{0});
    }

    void withoutPricesItSaysSo()
    {
        const support::FakeBars none;
        RunContext empty{m_events, none, *m_ledger, m_clock};
        empty.snapshot = 1;
        QCOMPARE(Fooling::prepare(options(), empty).error().code, ErrorCode::BadInput);
    }
};

QTEST_GUILESS_MAIN(tst_Fooling)
#include "tst_fooling.moc"
