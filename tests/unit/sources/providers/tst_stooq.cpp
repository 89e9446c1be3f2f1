// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Stooq by hand-written answers in its shape.
#include "tests/support/answered.h"

#include <cmath>

using namespace answered;
using core::base::Instant;
using core::sources::FaultKind;

namespace {

const std::string kDays =
    "Date,Open,High,Low,Close,Volume\r\n2024-01-02,472.16,473.67,470.49,472.65,123623700\r\n"
    "2024-07-03,547.49,551.83,547.4,551.46,32789895\r\n2024-01-04,1,2,high,4,5\r\nsoon,1,2,3,4,5\r\n"
    "2024-01-05,1,2,3,,5\r\n";

} // namespace

class tst_Stooq : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDays();
    void knowsWhereASymbolTrades_data();
    void knowsWhereASymbolTrades();
    void skipsWarnings();
    void refusalsAreFaults();
    void asksAndCalls();
    void survivesCuts();
};

void tst_Stooq::readsDays()
{
    QCOMPARE(recognised("stooq", kDays), "daily");
    const Parsed parsed = answered::parsed("stooq", "", kDays, {{"symbol", "spy.us"}});
    const auto &bars = parsed.values.bars;
    QCOMPARE(bars.size(), 2U);
    QCOMPARE(bars.symbols.at(0), "SPY");
    QCOMPARE(bars.open[0], 472.16);
    QCOMPARE(bars.high[0], 473.67);
    QCOMPARE(bars.low[0], 470.49);
    QCOMPARE(bars.close[0], 472.65);
    QCOMPARE(bars.adjClose[0], 472.65);
    QCOMPARE(bars.volume[0], 123'623'700.0);
    QVERIFY(Instant(bars.ts[0]) == at("2024-01-02T14:30:00Z"));
    QVERIFY(Instant(bars.tsEnd[1]) == at("2024-07-03T17:00:00Z"));
    QCOMPARE(refusals(parsed),
             QStringLiteral("a price of the bar is not a number: 1, the bar has no close: 1, "
                            "the time of the bar is none: 1"));
}

void tst_Stooq::knowsWhereASymbolTrades_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("close");
    QTest::newRow("New York") << QStringLiteral("aapl.us") << QStringLiteral("AAPL")
                              << QStringLiteral("stock") << QByteArray("2024-01-03T21:00:00Z");
    QTest::newRow("London") << QStringLiteral("vod.uk") << QStringLiteral("VOD.UK") << QStringLiteral("stock")
                            << QByteArray("2024-01-03T16:30:00Z");
    QTest::newRow("Frankfurt") << QStringLiteral("sap.de") << QStringLiteral("SAP.DE")
                               << QStringLiteral("stock") << QByteArray("2024-01-03T16:30:00Z");
    QTest::newRow("index") << QStringLiteral("^spx") << QStringLiteral("^SPX") << QStringLiteral("index")
                           << QByteArray("2024-01-03T21:00:00Z");
    QTest::newRow("currency") << QStringLiteral("eurusd") << QStringLiteral("EURUSD") << QStringLiteral("fx")
                              << QByteArray("2024-01-04T00:00:00Z");
}

void tst_Stooq::knowsWhereASymbolTrades()
{
    QFETCH(QString, asked);
    QFETCH(QString, symbol);
    QFETCH(QString, kind);
    QFETCH(QByteArray, close);
    const Parsed parsed = answered::parsed("stooq", "daily", "Date,Open,High,Low,Close\n2024-01-03,1,2,1,2\n",
                                           {{"symbol", asked.toStdString()}});
    QCOMPARE(qs(parsed.values.bars.symbols.at(0)), symbol);
    QCOMPARE(qs(parsed.values.instruments.at(0).kind), kind);
    QVERIFY(Instant(parsed.values.bars.tsEnd[0]) == at(close.constData()));
    QVERIFY(std::isnan(parsed.values.bars.volume[0]));
}

void tst_Stooq::skipsWarnings()
{
    const Parsed parsed =
        answered::parsed("stooq", "", "\nWarning: Division by zero in /home/x.inc on line 102\n" + kDays,
                         {{"symbol", "spy.us"}});
    QCOMPARE(parsed.values.bars.size(), 2U);
}

void tst_Stooq::refusalsAreFaults()
{
    QCOMPARE(recognised("stooq", "No data"), "daily");
    QCOMPARE(faultOf(answered::parsed("stooq", "", "No data")), int(FaultKind::NotFound));
    QCOMPARE(faultOf(answered::parsed("stooq", "", "Exceeded the daily hits limit")),
             int(FaultKind::TooMany));
    QCOMPARE(faultOf(answered::parsed("stooq", "daily", "<html></html>")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("stooq", "daily", "what")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("stooq", "daily", kDays)), int(FaultKind::NotData)); // of which symbol?
}

void tst_Stooq::asksAndCalls()
{
    const auto *stooq = core::sources::findProvider("stooq");
    core::sources::SourceSettings settings;
    const core::sources::Window window{at("2024-01-02T00:00:00Z"), at("2024-02-01T00:00:00Z"), true};
    QVERIFY(!stooq->asks(settings, window).ok());
    settings.series = {"^SPX"};
    QCOMPARE(stooq->call(stooq->asks(settings, window)->front(), settings)->url,
             "https://stooq.com/q/d/l/?i=d&s=%5Espx&d1=20240102&d2=20240201");
}

void tst_Stooq::survivesCuts()
{
    QCOMPARE(cutOff("stooq", "daily", kDays, {{"symbol", "spy.us"}}).values.bars.size(), 1U);
}

QTEST_GUILESS_MAIN(tst_Stooq)
#include "tst_stooq.moc"
