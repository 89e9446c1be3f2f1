// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The factor library by hand-written answers in its shape.
#include "tests/support/answered.h"

#include <cmath>

using namespace answered;
using core::base::Instant;
using core::sources::FaultKind;

namespace {

const std::string kThree =
    "This file was created by using the 202401 CRSP database.\r\nThe Tbill return is the simple daily "
    "rate,\r\n"
    "\r\n,Mkt-RF,SMB,HML,RF\r\n19260701,    0.10,   -0.25,   -0.27,    0.009\r\n"
    "20240103,   -0.81, -99.99,    0.12,    x\r\n192607,1,2,3,4\r\n20240104,1,2\r\n\r\n"
    "Copyright 2024 Kenneth R. French\r\n";

} // namespace

class tst_French : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFactors();
    void namesTheSets();
    void somethingElseIsAFault();
    void asksAndCalls();
    void survivesCuts();
};

void tst_French::readsFactors()
{
    QCOMPARE(recognised("french", kThree), "factors");
    const Parsed parsed = answered::parsed("french", "", kThree);
    const auto &bars = parsed.values.bars;
    QCOMPARE(parsed.records, 4U);
    QCOMPARE(bars.size(), 6U);
    QCOMPARE(bars.symbols.at(0), "FF3.Mkt-RF");
    QCOMPARE(bars.close[0], 0.1);
    QCOMPARE(bars.close[1], -0.25);
    QCOMPARE(bars.close[3], 0.009);
    QVERIFY(std::isnan(bars.open[0]));
    QVERIFY(Instant(bars.tsEnd[4]) == at("2024-01-03T21:00:00Z"));
    QCOMPARE(bars.symbols[bars.symbol[5]], "FF3.HML"); // SMB was missing
    QCOMPARE(parsed.values.instruments.size(), 4U);
    QCOMPARE(parsed.values.instruments[0].kind, "factor");
    QCOMPARE(refusals(parsed),
             QStringLiteral(
                 "the factor is not a number: 1, the row has another number of columns than the header: 1, "
                 "the row is not of a day: 1"));
}

void tst_French::namesTheSets()
{
    const Parsed five = answered::parsed(
        "french", "", ",Mkt-RF,SMB,HML,RMW,CMA,RF\n19630701,-0.67,0.02,-0.35,0.03,0.13,0.012\n");
    QCOMPARE(five.values.bars.symbols.at(3), "FF5.RMW");
    const Parsed momentum = answered::parsed("french", "", "about\n,Mom\n19261103,   0.56\n");
    QCOMPARE(momentum.values.bars.symbols.at(0), "FF.Mom");
    QCOMPARE(momentum.values.bars.close[0], 0.56);
}

void tst_French::somethingElseIsAFault()
{
    QCOMPARE(faultOf(answered::parsed("french", "factors", "PK\x03\x04")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("french", "factors", "a text about factors")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("french", "factors", "gone", {}, 404)), int(FaultKind::NotFound));
}

void tst_French::asksAndCalls()
{
    const auto *french = core::sources::findProvider("french");
    core::sources::SourceSettings settings;
    const Instant now = at("2024-02-01T00:00:00Z");
    QCOMPARE(french->asks(settings, {now, now, false})->size(), 3U);
    settings.series = {"momentum"};
    const auto asks = french->asks(settings, {now, now, true});
    QCOMPARE(french->call(asks->at(0), settings)->url,
             "https://mba.tuck.dartmouth.edu/pages/faculty/ken.french/ftp/F-F_Momentum_Factor_daily_CSV.zip");
    settings.series = {"ff9"};
    QVERIFY(!french->asks(settings, {now, now, true}).ok());
}

void tst_French::survivesCuts()
{
    const std::string text = ",Mkt-RF,SMB,HML,RF\n19260701,1,2,3,4\n19260702,1,2,3,4\n19260706,1,2,3,4\n";
    for (std::size_t length = 0; length < text.size(); ++length)
        answered::parsed("french", "factors", text.substr(0, length));
    QCOMPARE(answered::parsed("french", "factors", text.substr(0, text.size() / 2)).values.bars.size(), 4U);
}

QTEST_GUILESS_MAIN(tst_French)
#include "tst_french.moc"
