// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reference rates of the ECB by hand-written answers in their shape.
#include "tests/support/answered.h"

#include <algorithm>
#include <cmath>

using namespace answered;
using core::base::Instant;
using core::sources::FaultKind;

namespace {

const std::string kTable =
    "Date,USD,JPY,TRY,\n2024-01-03,1.0919,155.68,N/A,\n2024-07-01,1.0744,x,35.1,\nsoon,1,2,3,\n1,2\n";
/// Written with ' for ", because moc takes what follows // in a raw text for a comment.
std::string quoted(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

const std::string kXml = quoted(
    "<?xml version='1.0' encoding='UTF-8'?><gesmes:Envelope "
    "xmlns:gesmes='http://www.gesmes.org/xml/2002-08-01' "
    "xmlns='http://www.ecb.int/vocabulary/2002-08-01/eurofxref'><gesmes:subject>Reference "
    "rates</gesmes:subject><Cube>"
    "<Cube time='2024-01-03'><Cube currency='USD' rate='1.0919'/><Cube currency='JPY' rate='155.68'/></Cube>"
    "<Cube time='2024-01-32'><Cube currency='USD' rate='1.5'/></Cube>"
    "<Cube time='2024-01-02'><Cube currency='USD' rate='1.0956'/><Cube currency='JPY' rate='none'/></Cube>"
    "</Cube></gesmes:Envelope>");

} // namespace

class tst_Ecb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheTable();
    void readsTheXml();
    void somethingElseIsAFault();
    void asksAndCalls();
    void survivesCuts();
};

void tst_Ecb::readsTheTable()
{
    QCOMPARE(recognised("ecb", kTable), "history");
    const Parsed parsed = answered::parsed("ecb", "", kTable);
    QCOMPARE(parsed.interval, "1d");
    QCOMPARE(parsed.records, 4U);
    const auto &bars = parsed.values.bars;
    QCOMPARE(bars.size(), 4U);
    QCOMPARE(bars.symbols.size(), 3U);
    QCOMPARE(bars.symbols[0], "EURUSD");
    QCOMPARE(bars.close[0], 1.0919);
    QVERIFY(std::isnan(bars.open[0]) && std::isnan(bars.volume[0]));
    QVERIFY(Instant(bars.tsEnd[0]) == at("2024-01-03T13:15:00Z")); // 14:15 in winter
    QVERIFY(Instant(bars.ts[0]) == at("2024-01-02T23:00:00Z"));
    QVERIFY(Instant(bars.tsEnd[2]) == at("2024-07-01T12:15:00Z")); // and in summer
    QCOMPARE(bars.symbols[bars.symbol[3]], "EURTRY");
    QCOMPARE(parsed.values.instruments.at(1).currency, "JPY");
    QCOMPARE(parsed.values.instruments.at(1).kind, "fx");
    QCOMPARE(refusals(parsed),
             QStringLiteral("the day of the rates is not a date: 1, the rate is not a number: 1, "
                            "the row has another number of columns than the header: 1"));
}

void tst_Ecb::readsTheXml()
{
    QCOMPARE(recognised("ecb", kXml), "recent");
    const Parsed parsed = answered::parsed("ecb", "", kXml);
    QCOMPARE(parsed.records, 3U);
    QCOMPARE(parsed.values.bars.size(), 3U);
    QCOMPARE(parsed.values.bars.close[1], 155.68);
    QVERIFY(Instant(parsed.values.bars.tsEnd[2]) == at("2024-01-02T13:15:00Z"));
    QCOMPARE(refusals(parsed),
             QStringLiteral("the day of the rates is not a date: 1, the rate is not a number: 1"));
}

void tst_Ecb::somethingElseIsAFault()
{
    QCOMPARE(faultOf(answered::parsed("ecb", "recent", "<rss><channel/></rss>")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("ecb", "history", "a,b\n1,2\n")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("ecb", "history", "PK\x03\x04 broken")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("ecb", "history", "<!doctype html>")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("ecb", "recent", "x", {}, 503)), int(FaultKind::Unavailable));
    std::string deep = "<Cube>";
    for (int i = 0; i < 1000; ++i)
        deep += "<Cube>";
    QCOMPARE(answered::parsed("ecb", "recent", deep).values.size(), 0U);
}

void tst_Ecb::asksAndCalls()
{
    const auto *ecb = core::sources::findProvider("ecb");
    const core::sources::SourceSettings settings;
    const Instant now = at("2024-02-01T00:00:00Z");
    QCOMPARE(ecb->call(ecb->asks(settings, {now, now, true})->front(), settings)->url,
             "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip");
    QCOMPARE(ecb->call(ecb->asks(settings, {now, now, false})->front(), settings)->url,
             "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml");
}

void tst_Ecb::survivesCuts()
{
    const Parsed half = cutOff("ecb", "recent", kXml);
    QCOMPARE(half.values.bars.size(), 0U);
    const Parsed most =
        answered::parsed("ecb", "recent", std::string_view(kXml).substr(0, kXml.find("2024-01-32")));
    QCOMPARE(most.values.bars.size(), 2U);
    QCOMPARE(refusals(most), QStringLiteral("the answer breaks off or is not XML from here on: 1"));
    cutOff("ecb", "history", kTable);
    QCOMPARE(answered::parsed("ecb", "history", kTable.substr(0, kTable.find("35.1"))).values.bars.size(),
             2U);
}

QTEST_GUILESS_MAIN(tst_Ecb)
#include "tst_ecb.moc"
