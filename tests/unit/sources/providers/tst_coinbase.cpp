// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Coinbase Exchange by hand-written answers in its shape.
#include "tests/support/answered.h"

using namespace answered;
using core::base::Instant;
using core::sources::FaultKind;

namespace {

const std::map<std::string, std::string> kBitcoin = {{"symbol", "BTC-USD"}};
const std::string kDays =
    "[[1704326400,42600.1,44770,42845.2,44151.6,2900.1],[1704240000,40750,45500,44961.7,42845.2,5200],"
    "[1704153600,44150,45899.9,44187.1,44961.7,4105.66],[1704067200,42175.2,44198.5,42280,44187.1,1521.31]]";

} // namespace

class tst_Coinbase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCandles();
    void leavesOutTheUnfinishedOne();
    void refusesBadCandlesAlone();
    void candlesNeedAProduct();
    void readsTrades();
    void readsTheStream();
    void subscribesToWhatIsAskedFor();
    void refusalsAreFaults();
    void asksAndCalls();
    void survivesCuts();
};

void tst_Coinbase::readsCandles()
{
    QCOMPARE(recognised("coinbase", kDays), "candles");
    const Parsed parsed = answered::parsed("coinbase", "", kDays, kBitcoin);
    QCOMPARE(parsed.interval, "1d");
    const auto &bars = parsed.values.bars;
    QCOMPARE(bars.size(), 4U);
    QVERIFY(Instant(bars.ts[0]) == at("2024-01-01T00:00:00Z")); // oldest first now
    QVERIFY(Instant(bars.tsEnd[0]) == at("2024-01-02T00:00:00Z"));
    QCOMPARE(bars.open[0], 42280.0);
    QCOMPARE(bars.high[0], 44198.5);
    QCOMPARE(bars.low[0], 42175.2);
    QCOMPARE(bars.close[0], 44187.1);
    QCOMPARE(bars.volume[0], 1521.31);
    QCOMPARE(parsed.values.instruments.at(0).currency, "USD");
    QCOMPARE(answered::parsed("coinbase", "candles", "[]", kBitcoin).values.size(), 0U);
}

void tst_Coinbase::leavesOutTheUnfinishedOne()
{
    QCOMPARE(answered::parsed("coinbase", "candles", kDays, kBitcoin, 200, "2024-01-04T13:00:00Z")
                 .values.bars.size(),
             3U);
}

void tst_Coinbase::refusesBadCandlesAlone()
{
    const Parsed parsed =
        answered::parsed("coinbase", "candles",
                         R"([[1704067200,1,2,1,2],["soon",1,2,1,2,3],[1704067200,1,null,1,2,3],7,
        [1704067200,1,2,1,2,3]])",
                         {{"symbol", "BTC-USD"}, {"interval", "1h"}});
    QCOMPARE(parsed.records, 5U);
    QCOMPARE(parsed.values.bars.size(), 1U);
    QCOMPARE(
        refusals(parsed),
        QStringLiteral("a price of the bar is not a number: 1, the candle has too few parts: 1, "
                       "the record has another form than the others: 1, the time of the bar is none: 1"));
}

void tst_Coinbase::candlesNeedAProduct()
{
    QCOMPARE(faultOf(answered::parsed("coinbase", "candles", kDays)), int(FaultKind::NotData));
    core::sources::Payload payload;
    payload.bytes = kDays;
    payload.origin = "https://api.exchange.coinbase.com/products/ETH-EUR/candles?granularity=86400";
    payload.ask.endpoint = "candles";
    QCOMPARE(core::sources::findProvider("coinbase")->parse(payload).values.bars.symbols.at(0), "ETH-EUR");
}

void tst_Coinbase::readsTrades()
{
    const Parsed parsed =
        answered::parsed("coinbase", "", R"([{"time":"2014-11-07T22:19:28.578544Z","trade_id":74,
        "price":"10.00000000","size":"0.01000000","side":"buy"},{"time":"then","trade_id":73,"price":"1","size":"1"}])",
                         kBitcoin);
    QCOMPARE(parsed.values.ticks.size(), 1U);
    QCOMPARE(parsed.values.ticks[0].price, 10.0);
    QCOMPARE(parsed.values.ticks[0].size, 0.01);
    QVERIFY(parsed.values.ticks[0].ts == at("2014-11-07T22:19:28.578544Z"));
    QCOMPARE(refusals(parsed), QStringLiteral("the time of the trade or quote is none: 1"));
}

void tst_Coinbase::readsTheStream()
{
    const Parsed parsed = answered::parsed("coinbase", "", R"({"type":"subscriptions","channels":[]}
{"type":"last_match","trade_id":10,"time":"2014-11-07T08:19:27.028459Z","product_id":"BTC-USD","size":"5.23512","price":"400.23","side":"sell"}
{"type":"ticker","product_id":"BTC-USD","price":"400","best_bid":"399.5","best_bid_size":"2","best_ask":"400.5","best_ask_size":"3","time":"2014-11-07T08:19:28Z"}
{"type":"match","trade_id":11,"time":"2014-11-07T08:19:27.028459Z","product_id":"BTC-USD","size":"1","price":"x"}
{"type":"match","trade)");
    QCOMPARE(parsed.values.ticks.size(), 1U);
    QCOMPARE(parsed.values.ticks[0].size, 5.23512);
    QCOMPARE(parsed.values.quotes.size(), 1U);
    QCOMPARE(parsed.values.quotes[0].ask, 400.5);
    QCOMPARE(parsed.refusals.total(), 2U);
    const Parsed refused = answered::parsed(
        "coinbase", "frames", R"({"type":"error","message":"Failed","reason":"no such product"})");
    QCOMPARE(faultOf(refused), int(FaultKind::Refused));
    QVERIFY(refused.fault->sentence.contains(QStringLiteral("Failed: no such product")));
}

void tst_Coinbase::subscribesToWhatIsAskedFor()
{
    const auto *coinbase = core::sources::findProvider("coinbase");
    core::sources::SourceSettings settings;
    settings.series = {"BTC-USD", "ETH-EUR"};
    settings.options["live"] = "quotes, Trades";
    const auto stream = coinbase->stream(settings, {});
    QVERIFY(stream.ok() && stream->has_value());
    QCOMPARE((*stream)->subscribe.at(0),
             R"({"type":"subscribe","product_ids":["BTC-USD","ETH-EUR"],"channels":["matches","ticker"]})");
    const core::sources::Window gap{at("2024-01-01T00:00:00Z"), at("2024-01-01T00:05:00Z"), true};
    const auto asks = coinbase->streamGapAsks(settings, gap);
    QCOMPARE(asks->size(), 4U); // candles and trades of both
    QCOMPARE(asks->back().endpoint, "trades");
    settings.options["live"] = "quotes";
    QCOMPARE(coinbase->streamGapAsks(settings, gap)->size(), 2U);
    const Parsed parsed = answered::parsed(
        "coinbase", "frames",
        R"({"type":"error","message":"Failed to subscribe","reason":"XX is not a valid product"}
{"type":"match","time":"2014-11-07T08:19:27Z","product_id":"BTC-USD","size":"1","price":"2","side":"sell"})");
    QCOMPARE(parsed.values.ticks.size(), 1U);
    QVERIFY(parsed.notice && parsed.notice->sentence.contains(QStringLiteral("XX is not a valid product")));
}

void tst_Coinbase::refusalsAreFaults()
{
    QCOMPARE(recognised("coinbase", R"({"message":"NotFound"})"), "candles");
    QCOMPARE(faultOf(answered::parsed("coinbase", "candles", R"({"message":"NotFound"})", kBitcoin, 404)),
             int(FaultKind::NotFound));
    QCOMPARE(faultOf(answered::parsed("coinbase", "candles", R"({"message":"Public rate limit exceeded"})",
                                      kBitcoin)),
             int(FaultKind::TooMany));
    QCOMPARE(faultOf(answered::parsed("coinbase", "candles", R"({"message":"granularity too small"})",
                                      kBitcoin, 400)),
             int(FaultKind::Refused));
    QCOMPARE(faultOf(answered::parsed("coinbase", "candles", "<html></html>", kBitcoin)),
             int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("coinbase", "candles", "busy", kBitcoin, 503)),
             int(FaultKind::Unavailable));
}

void tst_Coinbase::asksAndCalls()
{
    const auto *coinbase = core::sources::findProvider("coinbase");
    core::sources::SourceSettings settings;
    settings.series = {"BTC-USD"};
    const core::sources::Window window{at("2022-01-01T00:00:00Z"), at("2024-01-01T00:00:00Z"), true};
    const auto asks = coinbase->asks(settings, window);
    QCOMPARE(asks->size(), 3U); // 730 days, 299 at a time
    QCOMPARE(coinbase->call(asks->at(0), settings)->url,
             "https://api.exchange.coinbase.com/products/BTC-USD/"
             "candles?granularity=86400&start=2022-01-01T00%3A00%3A00Z"
             "&end=2022-10-27T00%3A00%3A00Z");
    QCOMPARE(asks->at(1).with.at("from"), asks->at(0).with.at("to"));
    QCOMPARE(asks->back().with.at("to"), "2024-01-01T00:00:00Z");
    settings.options = {{"interval", "4h"}};
    QVERIFY(!coinbase->asks(settings, window).ok());
}

void tst_Coinbase::survivesCuts()
{
    const Parsed half = cutOff("coinbase", "candles", kDays, {{"symbol", "BTC-USD"}, {"interval", "1d"}});
    QCOMPARE(half.values.bars.size(), 2U);
    QCOMPARE(refusals(half), QStringLiteral("the answer breaks off or is not JSON from here on: 1"));
}

QTEST_GUILESS_MAIN(tst_Coinbase)
#include "tst_coinbase.moc"
