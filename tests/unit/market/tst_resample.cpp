// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/dayrules.h"
#include "core/market/resample.h"
#include "tests/support/check.h"

#include <cmath>

using namespace core;
using namespace core::market;
using base::Duration;
using base::Instant;
using domain::BarSeries;

namespace {

using std::chrono::minutes;

void addBar(BarSeries &bars, Instant from, Instant to, double open, double high, double low, double close,
            double volume)
{
    bars.ts.push_back(from);
    bars.tsEnd.push_back(to);
    bars.open.push_back(open);
    bars.high.push_back(high);
    bars.low.push_back(low);
    bars.close.push_back(close);
    bars.adjClose.push_back(domain::kMissing);
    bars.volume.push_back(volume);
}

/// Minute bars at the given minutes after the open; bar k trades at k.
BarSeries minuteBars(Instant open, const std::vector<int> &at)
{
    BarSeries bars;
    bars.symbol = "TEST";
    bars.interval = "1m";
    for (const int minute : at) {
        const Instant from = open + Duration(minutes(minute));
        addBar(bars, from, from + Duration(minutes(1)), minute, minute + 0.5, minute - 0.5, minute + 0.25,
               10);
    }
    return bars;
}

} // namespace

class tst_Resample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void intervalsAreRead()
    {
        QCOMPARE(*parseInterval("1h"), (Interval{Interval::Unit::Minutes, 60}));
        QCOMPARE(*parseInterval("5d"), (Interval{Interval::Unit::Sessions, 5}));
        QCOMPARE(*parseInterval("fib8", {Interval::Unit::Minutes, 1}),
                 (Interval{Interval::Unit::Minutes, 8}));
        QCOMPARE(*parseInterval("fib13", {Interval::Unit::Sessions, 1}),
                 (Interval{Interval::Unit::Sessions, 13}));
        for (const char *bad : {"", "m", "0m", "-1d", "1x", "fib", "1.5h", "999999999m"})
            VERIFY_ERROR(parseInterval(bad), base::ErrorCode::BadInput);
        VERIFY_ERROR(parseInterval("fib4", {Interval::Unit::Minutes, 1}), base::ErrorCode::BadInput);
    }

    void slotsCountFromTheOpenAndGapsStay()
    {
        const TradingCalendar ny = *TradingCalendar::find("XNYS");
        const Session session = *ny.session(date(2024, 3, 12));
        // minutes 5 to 9 and 13 are missing
        const BarSeries bars = minuteBars(session.open, {0, 1, 2, 3, 4, 10, 11, 12, 14});
        const auto five = resample(bars, "5m", ny);
        VERIFY_OK(five);
        QCOMPARE(five->size(), std::size_t(2));
        QCOMPARE(five->ts[0], session.open);
        QCOMPARE(five->ts[1], session.open + Duration(minutes(10)));
        QCOMPARE(five->tsEnd[1], session.open + Duration(minutes(15)));
        QCOMPARE(five->open[1], 10.0);
        QCOMPARE(five->high[1], 14.5);
        QCOMPARE(five->low[1], 9.5);
        QCOMPARE(five->close[1], 14.25);
        QCOMPARE(five->volume, (std::vector<double>{50, 40}));
        const auto fib = resample(bars, "fib8", ny);
        VERIFY_OK(fib);
        QCOMPARE(fib->ts[1], session.open + Duration(minutes(8)));
        QCOMPARE(fib->interval, std::string("fib8"));
    }

    void theLastSlotEndsAtAnEarlyClose()
    {
        const TradingCalendar ny = *TradingCalendar::find("XNYS");
        const Session half = *ny.session(date(2013, 12, 24)); // 09:30 to 13:00: 3 h 30 min
        const auto hours = resample(minuteBars(half.open, {0, 209}), "1h", ny);
        VERIFY_OK(hours);
        QCOMPARE(hours->size(), std::size_t(2));
        QCOMPARE(hours->ts[1], half.open + Duration(minutes(180)));
        QCOMPARE(hours->tsEnd[1], half.close);
    }

    void aDayTakesOnlyTheSession()
    {
        const TradingCalendar ny = *TradingCalendar::find("XNYS");
        const Session session = *ny.session(date(2024, 3, 12));
        const BarSeries bars = minuteBars(session.open, {-30, 0, 389, 400});
        const auto day = resample(bars, "1d", ny);
        VERIFY_OK(day);
        QCOMPARE(day->size(), std::size_t(1));
        QCOMPARE(day->ts[0], session.open);
        QCOMPARE(day->tsEnd[0], session.close);
        QCOMPARE(day->open[0], 0.0);
        QCOMPARE(day->close[0], 389.25);
        QCOMPARE(day->volume[0], 20.0);
    }

    void slotsOfSessionsDoNotDependOnWhatIsAskedFor()
    {
        const TradingCalendar ny = *TradingCalendar::find("XNYS");
        BarSeries bars;
        bars.symbol = "TEST";
        bars.interval = "1d";
        const auto sessions = *ny.sessions(date(2020, 1, 1), date(2020, 12, 31));
        double price = 100;
        for (const Session &session : sessions) {
            addBar(bars, session.open, session.close, price, price, price, price, domain::kMissing);
            price += 1;
        }
        const auto whole = resample(bars, "fib5", ny);
        VERIFY_OK(whole);
        BarSeries later = bars;
        for (auto *column :
             {&later.open, &later.high, &later.low, &later.close, &later.adjClose, &later.volume})
            column->erase(column->begin(), column->begin() + 33);
        later.ts.erase(later.ts.begin(), later.ts.begin() + 33);
        later.tsEnd.erase(later.tsEnd.begin(), later.tsEnd.begin() + 33);
        const auto part = resample(later, "fib5", ny);
        VERIFY_OK(part);
        QCOMPARE(part->ts.back(), whole->ts.back());
        QCOMPARE(part->ts[1], whole->ts[whole->size() - part->size() + 1]);
        QCOMPARE(part->close.back(), whole->close.back());
        QVERIFY(std::isnan(whole->volume[3]));
    }

    void refusesWhatCannotBeMade()
    {
        const TradingCalendar ny = *TradingCalendar::find("XNYS");
        BarSeries bars = minuteBars(ny.session(date(2024, 3, 12))->open, {0, 1});
        bars.interval = "5m";
        VERIFY_ERROR(resample(bars, "1m", ny), base::ErrorCode::BadInput);
        VERIFY_ERROR(resample(bars, "7m", ny), base::ErrorCode::BadInput);
        bars.interval = "1d";
        VERIFY_ERROR(resample(bars, "1h", ny), base::ErrorCode::BadInput);
        bars.interval = "tick";
        VERIFY_ERROR(resample(bars, "1h", ny), base::ErrorCode::BadInput);
        // Hong Kong's calendar does not reach back to 2001
        const BarSeries early = minuteBars(ny.session(date(2001, 3, 12))->open, {0, 1});
        VERIFY_ERROR(resample(early, "1d", *TradingCalendar::find("XHKG")), base::ErrorCode::BadInput);
        QCOMPARE(resample(minuteBars({}, {}), "1d", ny)->size(), std::size_t(0));
    }
};

QTEST_APPLESS_MAIN(tst_Resample)
#include "tst_resample.moc"
