// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Kraken by hand-written answers in its shape.
#include "tests/support/answered.h"

using namespace answered;
using core::base::Instant;
using core::sources::FaultKind;

namespace {

const std::string kDays = R"({"error":[],"result":{"XXBTZUSD":[
    [1704067200,"42280.0","44198.5","42175.2","44187.1","43000.5","1521.31",20145],
    [1704153600,"44187.1","45899.9","44150.0","44961.7","45200.1","4105.66",41822],
    [1704240000,"44961.7","45500.0","x","42845.2","43800.0","5200.00",50102],
    [1704326400,"42845.2","44770.0","42600.1","44151.6","43900.0","2900.10",30111]],"last":1704240000}})";

} // namespace

class tst_Kraken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCandles();
    void leavesOutTheUnfinishedOne();
    void refusesBadCandlesAlone();
    void readsTrades();
    void readsTheStream();
    void namesOfTheStreamAreTheOthers_data();
    void namesOfTheStreamAreTheOthers();
    void aTradeIsTheSameInBothAnswers();
    void hostileFramesHarmNobody();
    void refusalsAreFaults_data();
    void refusalsAreFaults();
    void asksAndCalls();
    void survivesCuts();
};

void tst_Kraken::readsCandles()
{
    QCOMPARE(recognised("kraken", kDays), "ohlc");
    const Parsed parsed = answered::parsed("kraken", "", kDays);
    QVERIFY(!parsed.fault);
    QCOMPARE(parsed.interval, "1d");
    const auto &bars = parsed.values.bars;
    QCOMPARE(bars.size(), 3U);
    QCOMPARE(bars.symbols.at(0), "XXBTZUSD");
    QVERIFY(Instant(bars.ts[0]) == at("2024-01-01T00:00:00Z"));
    QVERIFY(Instant(bars.tsEnd[0]) == at("2024-01-02T00:00:00Z"));
    QCOMPARE(bars.open[0], 42280.0);
    QCOMPARE(bars.high[0], 44198.5);
    QCOMPARE(bars.low[0], 42175.2);
    QCOMPARE(bars.close[0], 44187.1);
    QCOMPARE(bars.vwap[0], 43000.5);
    QCOMPARE(bars.volume[0], 1521.31);
    QCOMPARE(bars.trades[0], 20145);
    QCOMPARE(parsed.values.instruments.at(0).exchange, "24/7");
    // under the name that was asked for
    const Parsed asked =
        answered::parsed("kraken", "ohlc", kDays, {{"symbol", "XBTUSD"}, {"interval", "1d"}});
    QCOMPARE(asked.values.bars.symbols.at(0), "XBTUSD");
}

void tst_Kraken::leavesOutTheUnfinishedOne()
{
    const Parsed parsed = answered::parsed("kraken", "ohlc", kDays, {}, 200, "2024-01-04T13:00:00Z");
    QCOMPARE(parsed.values.bars.size(), 2U);
    QCOMPARE(parsed.records, 4U);
}

void tst_Kraken::refusesBadCandlesAlone()
{
    QCOMPARE(refusals(answered::parsed("kraken", "ohlc", kDays)),
             QStringLiteral("a price of the bar is not a number: 1"));
    const Parsed parsed =
        answered::parsed("kraken", "ohlc",
                         R"({"error":[],"result":{"A":[[1,2],["when","1","1","1","1","1","1",1],{},
        [1704067200,"1","2","1","2","1.5","3",4]],"last":1}})",
                         {{"interval", "1h"}});
    QCOMPARE(parsed.values.bars.size(), 1U);
    QCOMPARE(
        refusals(parsed),
        QStringLiteral("the candle has too few parts: 1, the record has another form than the others: 1, "
                       "the time of the bar is none: 1"));
    QCOMPARE(faultOf(answered::parsed("kraken", "ohlc", kDays, {{"interval", "7m"}})),
             int(FaultKind::NotData));
}

void tst_Kraken::readsTrades()
{
    const std::string text =
        R"({"error":[],"result":{"XXBTZUSD":[["44187.10000","0.00200000",1704153600.123456,"b","m","",7],
        ["44187.2","1.5",1704153601,"s","l","",8],["none","1",1704153601,"s","l","",9]],"last":"1704153601000000000"}})";
    QCOMPARE(recognised("kraken", text), "trades");
    const Parsed parsed = answered::parsed("kraken", "trades", text, {{"symbol", "XBTUSD"}});
    QCOMPARE(parsed.values.ticks.size(), 2U);
    QCOMPARE(parsed.values.ticks[0].symbol, "XBTUSD");
    QCOMPARE(parsed.values.ticks[0].price, 44187.1);
    QCOMPARE(parsed.values.ticks[0].size, 0.002);
    QCOMPARE(parsed.values.ticks[0].condition, "b");
    QVERIFY(parsed.values.ticks[0].ts == at("2024-01-02T00:00:00.123456Z"));
    QCOMPARE(parsed.next.size(), 0U); // not a full page
}

void tst_Kraken::readsTheStream()
{
    const std::string text = R"({"channel":"status","type":"update","data":[{"system":"online"}]}
{"channel":"heartbeat"}
{"channel":"trade","type":"update","data":[{"symbol":"BTC/USD","side":"buy","price":44187.1,"qty":0.5,"ord_type":"market","trade_id":7,"timestamp":"2024-01-02T07:49:37.708706Z"},{"symbol":"BTC/USD","side":"sell","price":44187,"qty":1,"trade_id":8,"timestamp":"now"}]}
{"channel":"trade","type":"upd)";
    QCOMPARE(recognised("kraken", text), "frames");
    const Parsed parsed = answered::parsed("kraken", "frames", text);
    QCOMPARE(parsed.values.ticks.size(), 1U);
    QCOMPARE(parsed.values.ticks[0].symbol, "BTC/USD");
    QVERIFY(parsed.values.ticks[0].ts == at("2024-01-02T07:49:37.708706Z"));
    QCOMPARE(parsed.refusals.total(), 2U);
    QCOMPARE(faultOf(answered::parsed(
                 "kraken", "frames",
                 R"({"error":"Currency pair not supported X/Y","method":"subscribe","success":false})")),
             int(FaultKind::Refused));
}

void tst_Kraken::namesOfTheStreamAreTheOthers_data()
{
    QTest::addColumn<QByteArray>("symbol");
    QTest::addColumn<QByteArray>("pair");
    QTest::newRow("short") << QByteArray("XBTUSD") << QByteArray("BTC/USD");
    QTest::newRow("old") << QByteArray("XXBTZEUR") << QByteArray("BTC/EUR");
    QTest::newRow("old coins") << QByteArray("XETHXXBT") << QByteArray("ETH/BTC");
    QTest::newRow("coin with X") << QByteArray("XTZUSD") << QByteArray("XTZ/USD");
    QTest::newRow("gold") << QByteArray("XAUTUSD") << QByteArray("XAUT/USD");
    QTest::newRow("tether") << QByteArray("solusdt") << QByteArray("SOL/USDT");
    QTest::newRow("dog") << QByteArray("XDGUSD") << QByteArray("DOGE/USD");
    QTest::newRow("as it is") << QByteArray("XBT/USD") << QByteArray("BTC/USD");
    QTest::newRow("quotation mark") << QByteArray("A\"B") << QByteArray("A\\\"B");
}

void tst_Kraken::namesOfTheStreamAreTheOthers()
{
    QFETCH(QByteArray, symbol);
    QFETCH(QByteArray, pair);
    const auto *kraken = core::sources::findProvider("kraken");
    core::sources::SourceSettings settings;
    settings.series = {symbol.toStdString()};
    QVERIFY(!kraken->stream(settings, {})->has_value()); // only when it is asked for
    settings.options["live"] = "yes";
    const auto stream = kraken->stream(settings, {});
    QVERIFY(stream.ok() && stream->has_value());
    const core::sources::Stream &live = **stream;
    QCOMPARE(live.url, "wss://ws.kraken.com/v2");
    QCOMPARE(live.subscribe.size(), 1U);
    QCOMPARE(live.subscribe[0],
             R"({"method":"subscribe","params":{"channel":"trade","snapshot":false,"symbol":[")" +
                 pair.toStdString() + R"("]}})");
    QCOMPARE(live.ask.endpoint, kraken->info().stream);
    if (symbol.contains('"'))
        return;
    const std::string frame =
        R"({"channel":"trade","type":"update","data":[{"symbol":")" + pair.toStdString() +
        R"(","side":"sell","price":1,"qty":2,"timestamp":"2024-01-02T07:49:37.708706Z"}]})";
    const Parsed parsed = answered::parsed("kraken", live.ask.endpoint, frame, live.ask.with);
    QCOMPARE(parsed.values.ticks.at(0).symbol, symbol.toStdString());
    settings.options["live"] = "quotes";
    QVERIFY(kraken->stream(settings, {}).error().message.contains(QStringLiteral("yes, no, trades")));
    QVERIFY(!kraken->asks(settings, {at("2024-01-01T00:00:00Z"), at("2024-01-02T00:00:00Z"), false}).ok());
}

void tst_Kraken::aTradeIsTheSameInBothAnswers()
{
    const Parsed rest = answered::parsed(
        "kraken", "trades",
        R"({"error":[],"result":{"XXBTZUSD":[["44187.10000","0.00200000",1704181777.7087069,"s","m","",7]],"last":"1"}})",
        {{"symbol", "XBTUSD"}});
    const Parsed live = answered::parsed(
        "kraken", "frames",
        R"({"channel":"trade","type":"update","data":[{"symbol":"BTC/USD","side":"sell","price":44187.1,"qty":0.002,"timestamp":"2024-01-02T07:49:37.708706Z"}]})",
        {{"BTC/USD", "XBTUSD"}});
    const auto &one = rest.values.ticks.at(0);
    const auto &other = live.values.ticks.at(0);
    QCOMPARE(core::base::toIso(one.ts), core::base::toIso(other.ts));
    QCOMPARE(one.symbol, other.symbol);
    QCOMPARE(one.price, other.price);
    QCOMPARE(one.size, other.size);
    QCOMPARE(one.condition, other.condition);
    QCOMPARE(one.exchange, other.exchange);
}

void tst_Kraken::hostileFramesHarmNobody()
{
    const std::string good =
        R"({"channel":"trade","data":[{"symbol":"BTC/USD","side":"buy","price":1,"qty":1,"timestamp":"2024-01-02T07:49:37Z"}]})";
    const std::string text =
        "garbage\n[]\n{}\n{\"channel\":\"trade\"}\n{\"channel\":\"trade\",\"data\":[1,null,{}]}\n" + good +
        "\n\xff\xfe\n{\"error\":\"Currency pair not supported X/Y\",\"success\":false}\n" +
        std::string(2000, '[');
    const Parsed parsed = answered::parsed("kraken", "frames", text);
    QVERIFY(!parsed.fault);
    QCOMPARE(parsed.values.ticks.size(), 1U);
    QVERIFY(parsed.refusals.total() >= 3U);
    QVERIFY(parsed.notice && parsed.notice->kind == FaultKind::Refused); // one pair of many: the rest stays
    QVERIFY(parsed.notice->sentence.contains(QStringLiteral("X/Y")));
}

void tst_Kraken::refusalsAreFaults_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<int>("kind");
    QTest::newRow("rate") << QByteArray("EAPI:Rate limit exceeded") << int(FaultKind::TooMany);
    QTest::newRow("too many") << QByteArray("EGeneral:Too many requests") << int(FaultKind::TooMany);
    QTest::newRow("pair") << QByteArray("EQuery:Unknown asset pair") << int(FaultKind::NotFound);
    QTest::newRow("down") << QByteArray("EService:Unavailable") << int(FaultKind::Unavailable);
    QTest::newRow("wrong") << QByteArray("EGeneral:Invalid arguments") << int(FaultKind::Refused);
}

void tst_Kraken::refusalsAreFaults()
{
    QFETCH(QByteArray, error);
    QFETCH(int, kind);
    const QByteArray text = R"({"error":[")" + error + R"("]})";
    QCOMPARE(faultOf(answered::parsed("kraken", "ohlc", view(text))), kind);
    QCOMPARE(faultOf(answered::parsed("kraken", "ohlc", "<html></html>")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("kraken", "ohlc", "[]")), int(FaultKind::NotData));
}

void tst_Kraken::asksAndCalls()
{
    const auto *kraken = core::sources::findProvider("kraken");
    core::sources::SourceSettings settings;
    const core::sources::Window window{at("2024-01-01T00:00:00Z"), at("2024-02-01T00:00:00Z"), true};
    auto asks = kraken->asks(settings, window);
    QCOMPARE(asks->size(), 2U); // without a choice: two coins
    QCOMPARE(kraken->call(asks->front(), settings)->url,
             "https://api.kraken.com/0/public/OHLC?pair=XBTUSD&interval=1440&since=1704067200");
    settings.options = {{"interval", "5m"}, {"trades", "yes"}};
    settings.series = {"SOLUSD"};
    asks = kraken->asks(settings, window);
    QCOMPARE(kraken->call(asks->at(0), settings)->url,
             "https://api.kraken.com/0/public/OHLC?pair=SOLUSD&interval=5&since=1704067200");
    QCOMPARE(kraken->call(asks->at(1), settings)->url,
             "https://api.kraken.com/0/public/Trades?count=1000&pair=SOLUSD&since=1704067200");
    settings.options = {{"interval", "6h"}};
    QVERIFY(!kraken->asks(settings, window).ok());
}

void tst_Kraken::survivesCuts()
{
    const Parsed half = cutOff("kraken", "ohlc", kDays, {{"interval", "1d"}});
    QCOMPARE(half.values.bars.size(), 1U);
    QCOMPARE(refusals(half), QStringLiteral("the answer breaks off or is not JSON from here on: 1"));
}

QTEST_GUILESS_MAIN(tst_Kraken)
#include "tst_kraken.moc"
