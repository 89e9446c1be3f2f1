// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/adjust.h"
#include "tests/support/check.h"

#include <cmath>

using namespace core;
using namespace core::market;
using base::Instant;
using domain::Action;
using domain::ActionKind;
using domain::BarSeries;

namespace {

constexpr std::int64_t kDay = 86'400'000'000;

/// Daily bars that open at day 1, 2, …; open = high = low = close.
BarSeries series(const std::vector<double> &closes)
{
    BarSeries bars;
    bars.symbol = "OLD";
    bars.interval = "1d";
    for (std::size_t i = 0; i < closes.size(); ++i) {
        const auto day = static_cast<std::int64_t>(i) + 1;
        bars.ts.emplace_back(day * kDay);
        bars.tsEnd.emplace_back(day * kDay + kDay / 4);
        bars.volume.push_back(1000);
        bars.adjClose.push_back(domain::kMissing);
    }
    bars.open = bars.high = bars.low = bars.close = closes;
    return bars;
}

Action action(ActionKind kind, std::int64_t effectiveDay, std::int64_t knownDay, double factor)
{
    return {"OLD", kind, Instant(effectiveDay * kDay), Instant(knownDay * kDay), factor, {}, 0, {}};
}

} // namespace

class tst_Adjust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitAndDividendMultiplyEarlierPrices()
    {
        // 2:1 split before day 3, a dividend of 1 on a close of 50 before day 5
        const BarSeries bars = series({100, 102, 51, 50, 49});
        const std::vector<Action> actions{action(ActionKind::Dividend, 5, 4, 0.98),
                                          action(ActionKind::Split, 3, 2, 0.5)};
        const auto result = adjusted(bars, actions, Instant(), Adjustment::Known);
        VERIFY_OK(result);
        const std::vector<double> expected{49, 49.98, 49.98, 49, 49};
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QVERIFY(std::abs(result->close[i] - expected[i]) < 1e-12);
            QVERIFY(std::abs(result->high[i] - expected[i]) < 1e-12);
        }
        QCOMPARE(result->volume, (std::vector<double>{2000, 2000, 1000, 1000, 1000}));
    }

    void whatIsNotYetKnownChangesNothing()
    {
        const BarSeries bars = series({100, 102, 51});
        const std::vector<Action> actions{action(ActionKind::Split, 3, 2, 0.5)};
        QCOMPARE(adjustmentFactors(bars, actions, Instant(2 * kDay - 1)), (std::vector<double>{1, 1, 1}));
        QCOMPARE(adjustmentFactors(bars, actions, Instant(2 * kDay)), (std::vector<double>{0.5, 0.5, 1}));
    }

    void barsAfterADelistingAreAnotherCompany()
    {
        const BarSeries bars = series({10, 11, 500, 510});
        const auto result =
            adjusted(bars, std::vector{action(ActionKind::Delisting, 3, 3, 1)}, Instant(), Adjustment::Known);
        VERIFY_OK(result);
        QCOMPARE(result->close, (std::vector<double>{10, 11}));
        QCOMPARE(result->tsEnd.size(), std::size_t(2));
    }

    void providerAdjustmentIsOnlyTakenWhenThere()
    {
        BarSeries bars = series({100, 50});
        VERIFY_ERROR(adjusted(bars, {}, Instant(), Adjustment::Provider), base::ErrorCode::BadInput);
        bars.adjClose = {50, 50};
        bars.open = {98, 51};
        const auto result = adjusted(bars, {}, Instant(), Adjustment::Provider);
        VERIFY_OK(result);
        QCOMPARE(result->close, (std::vector<double>{50, 50}));
        QCOMPARE(result->open, (std::vector<double>{49, 51}));
    }

    void refusesAFactorThatIsNone()
    {
        const BarSeries bars = series({100, 50});
        VERIFY_ERROR(
            adjusted(bars, std::vector{action(ActionKind::Split, 2, 1, 0)}, Instant(), Adjustment::Known),
            base::ErrorCode::BadInput);
        VERIFY_ERROR(adjusted(bars, std::vector{action(ActionKind::Split, 2, 1, domain::kMissing)}, Instant(),
                              Adjustment::Known),
                     base::ErrorCode::BadInput);
    }

    void aRenameJoinsTwoSymbols()
    {
        const BarSeries before = series({10, 11, 12, 13});
        BarSeries after = series({1, 2, 14, 15});
        after.symbol = "NEW";
        Action rename = action(ActionKind::Rename, 3, 2, 1);
        rename.successor = "NEW";
        const auto joined = joinRenamed(before, after, rename);
        VERIFY_OK(joined);
        QCOMPARE(joined->symbol, std::string("NEW"));
        QCOMPARE(joined->close, (std::vector<double>{10, 11, 14, 15}));
        rename.successor = "OTHER";
        VERIFY_ERROR(joinRenamed(before, after, rename), base::ErrorCode::BadInput);
    }
};

QTEST_APPLESS_MAIN(tst_Adjust)
#include "tst_adjust.moc"
