// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/dayrules.h"
#include "core/market/gaps.h"
#include "tests/support/check.h"

using namespace core;
using namespace core::market;

namespace {

domain::BarSeries barsOn(const TradingCalendar &calendar, const std::vector<base::Date> &days)
{
    domain::BarSeries bars;
    bars.symbol = "TEST";
    bars.interval = "1d";
    for (const base::Date day : days) {
        const Session session = *calendar.session(day);
        bars.ts.push_back(session.open);
        bars.tsEnd.push_back(session.close);
        bars.close.push_back(1);
    }
    return bars;
}

} // namespace

class tst_Gaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holidaysAreNoGaps()
    {
        const TradingCalendar ny = *TradingCalendar::find("XNYS");
        // 11 to 14 September 2001 the exchange was closed
        const auto found = gaps(barsOn(ny, {date(2001, 9, 7), date(2001, 9, 10), date(2001, 9, 17)}), ny);
        VERIFY_OK(found);
        QVERIFY(found->empty());
    }

    void missingSessionsAreNamed()
    {
        const TradingCalendar ny = *TradingCalendar::find("XNYS");
        domain::BarSeries bars =
            barsOn(ny, {date(2001, 9, 4), date(2001, 9, 7), date(2001, 9, 17), date(2001, 9, 18)});
        const auto found = gaps(bars, ny);
        VERIFY_OK(found);
        QCOMPARE(*found, (std::vector<Gap>{{date(2001, 9, 5), date(2001, 9, 6), 2},
                                           {date(2001, 9, 10), date(2001, 9, 10), 1}}));
        bars.close[2] = domain::kMissing;
        QCOMPARE(gaps(bars, ny)->back(), (Gap{date(2001, 9, 10), date(2001, 9, 17), 2}));
    }

    void wholeDaysEndAtMidnight()
    {
        const TradingCalendar always = *TradingCalendar::find("24/7");
        const auto found =
            gaps(barsOn(always, {date(2020, 1, 1), date(2020, 1, 2), date(2020, 1, 4)}), always);
        VERIFY_OK(found);
        QCOMPARE(*found, (std::vector<Gap>{{date(2020, 1, 3), date(2020, 1, 3), 1}}));
    }

    void emptyAndTooEarlySeries()
    {
        const TradingCalendar hongKong = *TradingCalendar::find("XHKG");
        QVERIFY(gaps({}, hongKong)->empty());
        const TradingCalendar ny = *TradingCalendar::find("XNYS");
        VERIFY_ERROR(gaps(barsOn(ny, {date(2001, 9, 4)}), hongKong), base::ErrorCode::BadInput);
    }
};

QTEST_APPLESS_MAIN(tst_Gaps)
#include "tst_gaps.moc"
