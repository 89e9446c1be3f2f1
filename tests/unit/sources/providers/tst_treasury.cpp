// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Par yields of the Treasury by hand-written answers in their shape.
#include "tests/support/answered.h"

#include <cmath>

using namespace answered;
using core::base::Instant;
using core::sources::FaultKind;

namespace {

const std::string kYear =
    "Date,\"1 Mo\",\"1.5 Month\",\"2 Mo\",\"10 Yr\",\"20 Yr\"\n01/03/2025,4.44,,4.40,4.60,4.88\n"
    "07/01/2024,5.47,N/A,5.43,4.48,x\nsome day,1,2,3,4,5\n01/02/2024,5.5\n";

} // namespace

class tst_Treasury : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCurve();
    void readsTheArchive();
    void somethingElseIsAFault();
    void asksAndCalls();
    void survivesCuts();
};

void tst_Treasury::readsTheCurve()
{
    QCOMPARE(recognised("treasury", kYear), "year");
    const Parsed parsed = answered::parsed("treasury", "", kYear);
    const auto &bars = parsed.values.bars;
    QCOMPARE(parsed.interval, "1d");
    QCOMPARE(bars.size(), 7U);
    const std::vector<std::string> symbols = {"UST1M", "UST2M", "UST10Y", "UST20Y"};
    QVERIFY(bars.symbols == symbols);
    QCOMPARE(bars.close[0], 4.44);
    QCOMPARE(bars.close[2], 4.6);
    QVERIFY(std::isnan(bars.high[0]));
    QVERIFY(Instant(bars.tsEnd[0]) == at("2025-01-03T20:30:00Z"));
    QVERIFY(Instant(bars.tsEnd[4]) == at("2024-07-01T19:30:00Z"));
    QCOMPARE(parsed.values.instruments.at(2).kind, "yield");
    QCOMPARE(refusals(parsed),
             QStringLiteral(
                 "the day of the yields is not a date: 1, "
                 "the row has another number of columns than the header: 1, the yield is not a number: 1"));
}

void tst_Treasury::readsTheArchive()
{
    const Parsed parsed =
        answered::parsed("treasury", "", "date,1 mo,10 Yr\n12/30/22,1,3.88\n1/2/90,,7.94\n");
    QCOMPARE(parsed.values.bars.size(), 2U);
    QVERIFY(Instant(parsed.values.bars.tsEnd[1]) == at("1990-01-02T20:30:00Z"));
    QCOMPARE(answered::parsed("treasury", "", "Date,\"1.5 Month\",\"10 Yr\"\n2025-02-18,4.37,4.55\n")
                 .values.bars.symbols.at(0),
             "UST1.5M");
}

void tst_Treasury::somethingElseIsAFault()
{
    QCOMPARE(faultOf(answered::parsed("treasury", "year", "<html>maintenance</html>")),
             int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("treasury", "year", "a,b\n1,2\n")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("treasury", "year", "x", {}, 403)), int(FaultKind::NoAccess));
    // a year that has only begun
    const Parsed begun = answered::parsed("treasury", "year", "Date,\"1 Mo\",\"10 Yr\"\n");
    QVERIFY(!begun.fault);
    QCOMPARE(begun.values.size(), 0U);
}

void tst_Treasury::asksAndCalls()
{
    const auto *treasury = core::sources::findProvider("treasury");
    const core::sources::SourceSettings settings;
    const auto asks =
        treasury->asks(settings, {at("1980-05-01T00:00:00Z"), at("1992-02-01T00:00:00Z"), true});
    QCOMPARE(asks->size(), 3U); // from 1990 on
    QCOMPARE(treasury->call(asks->back(), settings)->url,
             "https://home.treasury.gov/resource-center/data-chart-center/interest-rates/"
             "daily-treasury-rates.csv/1992/all"
             "?type=daily_treasury_yield_curve&field_tdr_date_value=1992&page&_format=csv");
}

void tst_Treasury::survivesCuts()
{
    cutOff("treasury", "year", kYear);
    const std::string begun = kYear.substr(0, kYear.find("5.43"));
    QCOMPARE(answered::parsed("treasury", "year", begun).values.bars.size(), 4U); // the row that is whole
}

QTEST_GUILESS_MAIN(tst_Treasury)
#include "tst_treasury.moc"
