// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Indices of Cboe by hand-written answers in their shape.
#include "tests/support/answered.h"

#include <cmath>

using namespace answered;
using core::base::Instant;
using core::sources::FaultKind;

namespace {

const std::string kVix = "DATE,OPEN,HIGH,LOW,CLOSE\n01/02/1990,17.240000,17.240000,17.240000,17.240000\n"
                         "07/03/2024,12.200000,12.260000,11.960000,12.090000\n07/05/"
                         "2024,n,1,1,1\nthen,1,2,3,4\n01/03/2024,1,2,3,\n";

} // namespace

class tst_Cboe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheVix();
    void readsCloses();
    void somethingElseIsAFault();
    void asksAndCalls();
    void survivesCuts();
};

void tst_Cboe::readsTheVix()
{
    QCOMPARE(recognised("cboe", kVix), "index");
    const Parsed parsed = answered::parsed("cboe", "", kVix, {{"symbol", "VIX"}});
    const auto &bars = parsed.values.bars;
    QCOMPARE(bars.size(), 2U);
    QCOMPARE(bars.symbols[0], "VIX");
    QCOMPARE(bars.open[1], 12.2);
    QCOMPARE(bars.high[1], 12.26);
    QCOMPARE(bars.low[1], 11.96);
    QCOMPARE(bars.close[1], 12.09);
    QVERIFY(Instant(bars.ts[0]) == at("1990-01-02T14:30:00Z"));
    QVERIFY(Instant(bars.tsEnd[0]) == at("1990-01-02T21:15:00Z"));
    QVERIFY(Instant(bars.tsEnd[1]) == at("2024-07-03T17:15:00Z")); // the day before a holiday ends early
    QCOMPARE(parsed.values.instruments.at(0).kind, "index");
    QCOMPARE(refusals(parsed),
             QStringLiteral("a price of the bar is not a number: 1, the bar has no close: 1, "
                            "the time of the bar is none: 1"));
}

void tst_Cboe::readsCloses()
{
    const Parsed parsed = answered::parsed("cboe", "", "DATE,OVX\n05/10/2007,28.87\n");
    QCOMPARE(parsed.values.bars.symbols.at(0), "OVX");
    QCOMPARE(parsed.values.bars.close[0], 28.87);
    QVERIFY(std::isnan(parsed.values.bars.open[0]));
    core::sources::Payload payload;
    payload.bytes = kVix;
    payload.origin = "https://cdn.cboe.com/api/global/us_indices/daily_prices/VIX9D_History.csv";
    payload.ask.endpoint = "index";
    QCOMPARE(core::sources::findProvider("cboe")->parse(payload).values.bars.symbols.at(0), "VIX9D");
    // nothing tells which index
    QCOMPARE(answered::parsed("cboe", "index", kVix).values.size(), 0U);
}

void tst_Cboe::somethingElseIsAFault()
{
    QCOMPARE(faultOf(answered::parsed("cboe", "index", "<Error><Code>AccessDenied</Code></Error>", {}, 403)),
             int(FaultKind::NoAccess));
    QCOMPARE(faultOf(answered::parsed("cboe", "index", "<Error><Code>AccessDenied</Code></Error>")),
             int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("cboe", "index", "")), int(FaultKind::NotData));
}

void tst_Cboe::asksAndCalls()
{
    const auto *cboe = core::sources::findProvider("cboe");
    core::sources::SourceSettings settings;
    const Instant now = at("2024-02-01T00:00:00Z");
    QCOMPARE(cboe->call(cboe->asks(settings, {now, now, false})->at(0), settings)->url,
             "https://cdn.cboe.com/api/global/us_indices/daily_prices/VIX_History.csv");
    settings.series = {"VVIX", "SKEW"};
    QCOMPARE(cboe->asks(settings, {now, now, true})->size(), 2U);
}

void tst_Cboe::survivesCuts()
{
    QCOMPARE(cutOff("cboe", "index", kVix, {{"symbol", "VIX"}}).values.bars.size(), 1U);
}

QTEST_GUILESS_MAIN(tst_Cboe)
#include "tst_cboe.moc"
