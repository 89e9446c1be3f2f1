// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Polygon by hand-written answers in its shape.
#include "tests/support/answered.h"

#include <cmath>

using namespace answered;
using core::domain::KnownBasis;
using core::sources::FaultKind;

class tst_Polygon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDailyBars();
    void readsBarsByTheirDistance();
    void dailyBarsOfCryptoAreUtcDays();
    void readsGroupedBars();
    void badBarsAreRefusedAlone();
    void readsOpenAndClose();
    void readsInstruments();
    void readsSplits();
    void readsDividends();
    void readsNews();
    void readsTradesAndQuotes();
    void readsTheStream();
    void subscribesWithItsKey();
    void hostileFramesHarmNobody();
    void errorRowsAmongOthers();
    void errorsAreFaults_data();
    void errorsAreFaults();
    void followsPagesOfItsOwnOnly();
    void asksAndCalls();
    void survivesCuts();
    void recordingReadsAsByEye();
};

void tst_Polygon::readsDailyBars()
{
    // "DELAYED" is data too, volumes come with exponents, and count says something else than resultsCount
    const std::string text = R"({"ticker":"SPY","queryCount":2,"resultsCount":2,"adjusted":true,"results":[
        {"v":1.5e+06,"vw":100.5,"o":100,"c":101,"h":102,"l":99,"t":1672722000000,"n":1021},
        {"v":2000,"o":101,"c":"100.5","h":102,"l":99,"t":1672808400000}],"status":"DELAYED","request_id":"x","count":770})";
    const Parsed parsed = answered::parsed("polygon", "", text);
    QVERIFY(!parsed.fault);
    QCOMPARE(parsed.interval, "1d");
    const auto &bars = parsed.values.bars;
    QCOMPARE(bars.size(), 2U);
    QCOMPARE(bars.symbols.at(0), "SPY");
    QVERIFY(core::base::Instant(bars.ts[0]) == at("2023-01-03T14:30:00Z"));
    QVERIFY(core::base::Instant(bars.tsEnd[0]) == at("2023-01-03T21:00:00Z"));
    QCOMPARE(bars.open[0], 100.0);
    QCOMPARE(bars.high[0], 102.0);
    QCOMPARE(bars.low[0], 99.0);
    QCOMPARE(bars.close[0], 101.0);
    QCOMPARE(bars.adjClose[0], 101.0);
    QCOMPARE(bars.volume[0], 1.5e6);
    QCOMPARE(bars.vwap[0], 100.5);
    QCOMPARE(bars.trades[0], 1021);
    QCOMPARE(bars.close[1], 100.5);
    QVERIFY(std::isnan(bars.vwap[1]));
    QCOMPARE(bars.trades[1], -1);
}

void tst_Polygon::readsBarsByTheirDistance()
{
    const std::string text = R"({"ticker":"SPY","resultsCount":3,"adjusted":false,"results":[
        {"v":1,"o":1,"c":1,"h":1,"l":1,"t":1740474000000},{"v":1,"o":1,"c":1,"h":1,"l":1,"t":1740474060000},
        {"v":1,"o":1,"c":1,"h":1,"l":1,"t":1740474240000}],"status":"OK"})";
    const Parsed parsed = answered::parsed("polygon", "bars", text);
    QCOMPARE(parsed.interval, "1m");
    QCOMPARE(parsed.values.bars.tsEnd[0] - parsed.values.bars.ts[0], 60'000'000);
    QVERIFY(std::isnan(parsed.values.bars.adjClose[0]));
    // what was asked for decides
    QCOMPARE(answered::parsed("polygon", "bars", text, {{"interval", "5m"}}).interval, "5m");
    QCOMPARE(faultOf(answered::parsed("polygon", "bars", text, {{"interval", "7m"}})),
             int(FaultKind::NotData));
}

void tst_Polygon::dailyBarsOfCryptoAreUtcDays()
{
    const Parsed parsed = answered::parsed("polygon", "", R"({"ticker":"X:BTCUSD","resultsCount":1,"results":[
        {"v":1,"o":1,"c":2,"h":2,"l":1,"t":1672704000000}],"status":"OK"})");
    QCOMPARE(parsed.interval, "1d");
    QVERIFY(core::base::Instant(parsed.values.bars.ts[0]) == at("2023-01-03T00:00:00Z"));
    QVERIFY(core::base::Instant(parsed.values.bars.tsEnd[0]) == at("2023-01-04T00:00:00Z"));
}

void tst_Polygon::readsGroupedBars()
{
    // here `t` is the close of the day
    const Parsed parsed =
        answered::parsed("polygon", "", R"({"queryCount":2,"resultsCount":2,"adjusted":true,"results":[
        {"T":"AAA","v":895345,"vw":9.9979,"o":9.99,"c":10.02,"h":10.02,"l":9.9,"t":1602705600000,"n":96},
        {"T":"BRK.B","v":5,"o":200,"c":201,"h":202,"l":199,"t":1602705600000}],"status":"OK","count":2})");
    QCOMPARE(parsed.interval, "1d");
    const auto &bars = parsed.values.bars;
    QCOMPARE(bars.symbols.size(), 2U);
    QCOMPARE(bars.symbols[bars.symbol[1]], "BRK.B");
    QVERIFY(core::base::Instant(bars.ts[1]) == at("2020-10-14T13:30:00Z"));
    QVERIFY(core::base::Instant(bars.tsEnd[1]) == at("2020-10-14T20:00:00Z"));
}

void tst_Polygon::badBarsAreRefusedAlone()
{
    const Parsed parsed = answered::parsed("polygon", "bars", R"({"ticker":"SPY","results":[
        {"o":1,"c":"high","t":1672722000000},{"o":1,"c":2},{"o":1,"t":1672722000000},null,{"c":3,"t":1672722000000}]})");
    QCOMPARE(parsed.records, 5U);
    QCOMPARE(parsed.values.bars.size(), 1U);
    QCOMPARE(
        refusals(parsed),
        QStringLiteral("a price of the bar is not a number: 1, the bar has no close: 1, "
                       "the record has another form than the others: 1, the time of the bar is none: 1"));
}

void tst_Polygon::readsOpenAndClose()
{
    const Parsed parsed =
        answered::parsed("polygon", "", R"({"status":"OK","from":"2021-04-01","symbol":"SPY","open":123.5,
        "high":124,"low":122,"close":123,"volume":7508,"afterHours":123,"preMarket":123.4})");
    QCOMPARE(parsed.values.bars.size(), 1U);
    QCOMPARE(parsed.values.bars.close[0], 123.0);
    QVERIFY(core::base::Instant(parsed.values.bars.tsEnd[0]) == at("2021-04-01T20:00:00Z"));
}

void tst_Polygon::readsInstruments()
{
    const Parsed parsed = answered::parsed("polygon", "", R"({"results":[
        {"ticker":"AAA","name":"Alpha Corp.","market":"stocks","locale":"us","primary_exchange":"XNAS","type":"CS",
         "currency_name":"usd","cik":"0000001234","composite_figi":"BBG1"},
        {"ticker":"X:BTCUSD","name":"Bitcoin","market":"crypto","locale":"global","currency_name":"United States Dollar"},
        {"name":"no ticker","locale":"us"},
        {"ticker":"EEE","market":"stocks","locale":"us","type":"ETF"}],"status":"OK","count":4})");
    QCOMPARE(parsed.values.instruments.size(), 3U);
    const auto &share = parsed.values.instruments[0];
    QCOMPARE(share.symbol, "AAA");
    QCOMPARE(share.name, "Alpha Corp.");
    QCOMPARE(share.kind, "stock");
    QCOMPARE(share.exchange, "XNYS");
    QCOMPARE(share.currency, "USD");
    QVERIFY(share.metadata.find("XNAS") != std::string::npos);
    QCOMPARE(parsed.values.instruments[1].kind, "crypto");
    QCOMPARE(parsed.values.instruments[2].kind, "etf");
    QCOMPARE(refusals(parsed), QStringLiteral("the instrument has no ticker: 1"));
    const Parsed details =
        answered::parsed("polygon", "", R"({"request_id":"a","results":{"ticker":"AAA","name":"Alpha Corp.",
        "market":"stocks","locale":"us","sic_code":"3571","sic_description":"ELECTRONIC COMPUTERS"},
        "status":"OK"})");
    QCOMPARE(details.values.instruments.size(), 1U);
    QCOMPARE(details.values.instruments[0].sector, "ELECTRONIC COMPUTERS");
    QVERIFY(details.values.instruments[0].metadata.find(R"("sic":"3571")") != std::string::npos);
}

void tst_Polygon::readsSplits()
{
    const Parsed parsed = answered::parsed("polygon", "", R"({"results":[
        {"execution_date":"2022-07-18","split_from":1,"split_to":20,"ticker":"AAA"},
        {"execution_date":"2022-05-20","split_from":2,"split_to":1,"ticker":"BBB"},
        {"execution_date":"soon","split_from":1,"split_to":2,"ticker":"CCC"},
        {"execution_date":"2022-05-20","split_from":0,"split_to":1,"ticker":"DDD"}],"status":"OK"})");
    QCOMPARE(parsed.values.actions.size(), 2U);
    const auto &split = parsed.values.actions[0];
    QCOMPARE(split.symbol, "AAA");
    QVERIFY(split.kind == core::domain::ActionKind::Split);
    QCOMPARE(split.factor, 0.05);
    QVERIFY(split.effective == at("2022-07-18T04:00:00Z"));
    QVERIFY(split.knownAt == split.effective);
    QCOMPARE(split.source, "polygon");
    QCOMPARE(parsed.values.actions[1].factor, 2.0); // a reverse split
    QCOMPARE(refusals(parsed),
             QStringLiteral("the day of the split is not a date: 1, the ratio of the split is none: 1"));
}

void tst_Polygon::readsDividends()
{
    const Parsed parsed = answered::parsed("polygon", "", R"({"results":[
        {"cash_amount":0.22,"declaration_date":"2021-10-28","dividend_type":"CD","ex_dividend_date":"2021-11-05","frequency":4,
         "pay_date":"2021-11-11","record_date":"2021-11-08","ticker":"AAA"},
        {"cash_amount":"much","ex_dividend_date":"2021-11-05","ticker":"AAA"},
        {"cash_amount":1,"ex_dividend_date":"2021-11-05","ticker":"BBB"}],"status":"OK"})");
    QCOMPARE(parsed.values.events.size(), 2U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "dividend");
    QCOMPARE(event.entity, "AAA");
    QCOMPARE(event.value, 0.22);
    QCOMPARE(event.unit, "USD");
    QVERIFY(event.timestamp == at("2021-11-05T04:00:00Z"));
    QVERIFY(event.knownAt == at("2021-10-29T04:00:00Z"));
    QCOMPARE(event.knownBasis, KnownBasis::Scheduled);
    const std::string expected = R"({"declared":"2021-10-28","frequency":4,"pay_date":"2021-11-11",)"
                                 R"("record_date":"2021-11-08","type":"CD"})";
    QCOMPARE(event.metadata, expected);
    QVERIFY(parsed.values.events[1].knownAt == at("2021-11-06T04:00:00Z"));
    QCOMPARE(parsed.values.events[1].knownBasis, KnownBasis::Published);
}

void tst_Polygon::readsNews()
{
    const Parsed parsed = answered::parsed("polygon", "", R"({"results":[
        {"id":"n1","publisher":{"name":"The Paper","homepage_url":"https://p.org/"},"title":"Two firms agree","author":"A. Writer",
         "published_utc":"2024-06-24T18:33:53Z","article_url":"https://p.org/1","tickers":["AAA","BBB","AAA"],
         "description":"They do.","insights":[{"ticker":"BBB","sentiment":"positive","sentiment_reasoning":"so"}]},
        {"id":"n2","title":"About nobody","published_utc":"2024-06-24T18:33:53Z","article_url":"https://www.p.org/2","tickers":[]},
        {"id":"n3","title":"When","published_utc":"yesterday","tickers":["AAA"]}],"status":"OK"})");
    QCOMPARE(parsed.records, 3U);
    QCOMPARE(parsed.values.events.size(), 3U);
    const auto &second = parsed.values.events[1];
    QCOMPARE(second.eventType, "article");
    QCOMPARE(second.entity, "BBB");
    QCOMPARE(second.text, "Two firms agree");
    QVERIFY(second.timestamp == at("2024-06-24T18:33:53Z"));
    const std::string expected = R"({"author":"A. Writer","publisher":"The Paper","sentiment":"positive",)"
                                 R"("summary":"They do.","url":"https://p.org/1"})";
    QCOMPARE(second.metadata, expected);
    QVERIFY(second.id != parsed.values.events[0].id);
    QCOMPARE(parsed.values.events[2].entity, "p.org");
    QCOMPARE(refusals(parsed), QStringLiteral("the date of the article is none: 1"));
}

void tst_Polygon::readsTradesAndQuotes()
{
    const std::string trades = R"({"results":[{"conditions":[12,37],"exchange":11,"price":156.43,
        "sip_timestamp":1651181822461979400,"size":10},{"exchange":1,"price":"x","sip_timestamp":1651181822461979400}],
        "status":"OK","request_id":"7"})";
    const Parsed ticks = answered::parsed("polygon", "", trades, {{"symbol", "SPY"}});
    QCOMPARE(ticks.values.ticks.size(), 1U);
    const auto &tick = ticks.values.ticks[0];
    QCOMPARE(tick.symbol, "SPY");
    QVERIFY(tick.ts == at("2022-04-28T21:37:02.461979Z"));
    QCOMPARE(tick.price, 156.43);
    QCOMPARE(tick.size, 10.0);
    QCOMPARE(tick.exchange, "11");
    QCOMPARE(tick.condition, "12,37");
    QCOMPARE(refusals(ticks), QStringLiteral("a price of the trade or quote is not a number: 1"));
    // without a symbol there is nothing to file them under
    QCOMPARE(answered::parsed("polygon", "trades", trades).values.ticks.size(), 0U);
    const Parsed quotes =
        answered::parsed("polygon", "", R"({"results":[{"ask_price":155.87,"ask_size":3,"bid_price":155.85,
        "bid_size":4,"sip_timestamp":1652191872800638700}],"status":"OK"})",
                         {{"symbol", "SPY"}});
    QCOMPARE(quotes.values.quotes.size(), 1U);
    QCOMPARE(quotes.values.quotes[0].bid, 155.85);
    QCOMPARE(quotes.values.quotes[0].askSize, 3.0);
    const Parsed last =
        answered::parsed("polygon", "", R"({"results":{"c":[12],"p":166.25,"s":2,"x":4,"T":"SPY",
        "t":1651179319310617300,"y":1651179319308000000},"status":"OK","request_id":"1"})");
    QCOMPARE(last.values.ticks.size(), 1U);
    QCOMPARE(last.values.ticks[0].condition, "12");
}

void tst_Polygon::readsTheStream()
{
    const std::string text = R"([{"ev":"status","status":"connected","message":"Connected Successfully"}]
[{"ev":"T","sym":"AAA","x":12,"p":161.5,"s":1,"c":[14,37],"t":1651684192536,"z":3},{"ev":"T","sym":"AAA","x":4,"p":162,"s":100,"t":1651684192717}]
[{"ev":"Q","sym":"AAA","bp":161,"bs":3,"ap":162,"as":4,"t":1651684192800},{"ev":"AM","sym":"AAA","v":4110,"vw":10.1,"o":10,"c":11,"h":12,"l":9,"s":1610144640000,"e":1610144700000}]
[{"ev":"A","sym":"AAA","v":1,"o":1,"c":1,"h":1,"l":1,"s":1610144868000,"e":1610144869000},{"ev":"LULD","sym":"AAA"}]
[{"ev":"T","sym":"AAA","p":16)";
    const Parsed parsed = answered::parsed("polygon", "", text);
    QVERIFY(!parsed.fault);
    QCOMPARE(parsed.values.ticks.size(), 2U);
    QCOMPARE(parsed.values.ticks[0].condition, "14,37");
    QCOMPARE(parsed.values.ticks[1].condition, ""); // T events may lack `c`
    QCOMPARE(parsed.values.quotes.size(), 1U);
    QCOMPARE(parsed.interval, "1m");
    QCOMPARE(parsed.values.bars.size(), 1U);
    QCOMPARE(parsed.values.bars.close[0], 11.0);
    QVERIFY(core::base::Instant(parsed.values.bars.tsEnd[0]) == at("2021-01-08T22:25:00Z"));
    QCOMPARE(refusals(parsed), QStringLiteral("bars of seconds and of minutes come mixed: 1, "
                                              "the answer breaks off or is not JSON from here on: 1, "
                                              "the event of the stream is of no known kind: 1"));
    const Parsed refused = answered::parsed(
        "polygon", "", R"([{"ev":"status","status":"auth_failed","message":"authentication failed"}])");
    QCOMPARE(faultOf(refused), int(FaultKind::NoAccess));
}

void tst_Polygon::subscribesWithItsKey()
{
    const auto *polygon = core::sources::findProvider("polygon");
    core::sources::SourceSettings settings;
    settings.series = {"SPY", "X:BTCUSD", "BRK.B"};
    settings.options["live"] = "trades,minutes";
    const auto keyless = polygon->stream(settings, {});
    QVERIFY(!keyless.ok() && keyless.error().message.contains(QStringLiteral("key")));
    settings.secrets["api_key"] = "CANARY\"1";
    const auto stream = polygon->stream(settings, {});
    QVERIFY(stream.ok() && stream->has_value());
    QCOMPARE((*stream)->url, "wss://socket.polygon.io/stocks"); // the key is not in it
    QCOMPARE((*stream)->subscribe.size(), 2U);
    QCOMPARE((*stream)->subscribe[0], R"({"action":"auth","params":"CANARY\"1"})");
    QCOMPARE((*stream)->subscribe[1], R"({"action":"subscribe","params":"T.SPY,AM.SPY,T.BRK.B,AM.BRK.B"})");
    QVERIFY((*stream)->ask.with.empty());
    settings.options["delayed"] = "yes";
    QCOMPARE((*polygon->stream(settings, {}))->url, "wss://delayed.polygon.io/stocks");
    settings.series = {"X:BTCUSD"};
    QVERIFY(!polygon->stream(settings, {}).ok());
    settings.options["live"] = "seconds";
    QVERIFY(polygon->stream(settings, {}).error().message.contains(QStringLiteral("seconds")));
}

void tst_Polygon::hostileFramesHarmNobody()
{
    const std::string text = R"(not a frame
[]
[1,null,{"ev":"T"},{"ev":"T","sym":"AAA","p":"x","s":1,"t":1651684192536},{"ev":"T","sym":"AAA","p":1,"s":1,"t":-5}]
[{"ev":"status","status":"error","message":"not authorized"},{"ev":"T","sym":"AAA","p":2,"s":3,"t":1651684192536}]
{"ev":"Q"}
[{"ev":"Q","sym":"AAA","bp":1,"bs":1,"ap":2,"as":1,"t":1651684192536)";
    const Parsed parsed = answered::parsed("polygon", "frames", text);
    QVERIFY(!parsed.fault);
    QCOMPARE(parsed.values.ticks.size(), 1U);
    QVERIFY(parsed.refusals.total() >= 4U);
    QVERIFY(parsed.notice && parsed.notice->kind == FaultKind::NoAccess);
    QCOMPARE(
        faultOf(answered::parsed(
            "polygon", "frames",
            R"([{"ev":"status","status":"max_connections","message":"Maximum number of connections exceeded."}])")),
        int(FaultKind::TooMany));
}

void tst_Polygon::errorRowsAmongOthers()
{
    const Parsed parsed =
        answered::parsed("polygon", "", R"({"results":[{"value":3822.39,"ticker":"SPX","session":{"close":1}},
        {"ticker":"APx","error":"NOT_FOUND","message":"Ticker not found."}]})");
    QVERIFY(!parsed.fault);
    QCOMPARE(parsed.records, 2U);
    QCOMPARE(refusals(parsed), QStringLiteral("Polygon gives nothing for this ticker: 1"));
}

void tst_Polygon::errorsAreFaults_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    const QByteArray denied =
        R"({"status":"NOT_AUTHORIZED","request_id":"9","message":"You are not entitled to this data."})";
    const QByteArray tooMany =
        R"({"status":"ERROR","request_id":"9","error":"You've exceeded the maximum requests per minute."})";
    const QByteArray badKey = R"({"status":"ERROR","request_id":"9","error":"Unknown API Key"})";
    const QByteArray gone = R"({"status":"NOT_FOUND","request_id":"9","message":"Ticker not found."})";
    const QByteArray wrong = R"({"status":"ERROR","request_id":"9","error":"bad timespan"})";
    QTest::newRow("message at 403") << denied << 403 << int(FaultKind::NoAccess);
    QTest::newRow("message at 200") << denied << 200 << int(FaultKind::NoAccess);
    QTest::newRow("error at 429") << tooMany << 429 << int(FaultKind::TooMany);
    QTest::newRow("error at 200") << tooMany << 200 << int(FaultKind::TooMany);
    QTest::newRow("bad key") << badKey << 401 << int(FaultKind::NoAccess);
    QTest::newRow("no such ticker") << gone << 404 << int(FaultKind::NotFound);
    QTest::newRow("wrong request") << wrong << 400 << int(FaultKind::Refused);
    QTest::newRow("down") << QByteArray("upstream") << 502 << int(FaultKind::Unavailable);
    QTest::newRow("a portal") << QByteArray("<!DOCTYPE html><html></html>") << 200 << int(FaultKind::NotData);
    QTest::newRow("empty") << QByteArray() << 200 << int(FaultKind::NotData);
}

void tst_Polygon::errorsAreFaults()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(int, kind);
    const Parsed parsed = answered::parsed("polygon", "bars", view(bytes), {}, status);
    QCOMPARE(faultOf(parsed), kind);
    QCOMPARE(parsed.values.size(), 0U);
    QVERIFY(!parsed.fault->sentence.isEmpty());
}

void tst_Polygon::followsPagesOfItsOwnOnly()
{
    const auto next = [](const char *address) {
        return answered::parsed("polygon", "splits",
                                std::string(R"({"results":[],"next_url":")") + address + "\"}",
                                {{"symbol", "SPY"}})
            .next;
    };
    const auto pages = next("https://api.massive.com:443/v3/reference/splits?cursor=abc");
    QCOMPARE(pages.size(), 1U);
    QCOMPARE(pages[0].with.at("page"), "/v3/reference/splits?cursor=abc");
    core::sources::SourceSettings settings;
    settings.secrets = {{"api_key", "SECRET"}};
    const auto call = core::sources::findProvider("polygon")->call(pages[0], settings);
    QCOMPARE(call->url, "https://api.polygon.io/v3/reference/splits?cursor=abc");
    QCOMPARE(next("https://evil.example/v3/reference/splits?cursor=abc").size(),
             0U); // the key would go there
    QCOMPARE(next("http://api.polygon.io/v3?cursor=abc").size(), 0U);
}

void tst_Polygon::asksAndCalls()
{
    const auto *polygon = core::sources::findProvider("polygon");
    core::sources::SourceSettings settings;
    const core::sources::Window window{at("2024-01-02T00:00:00Z"), at("2024-01-05T00:00:00Z"), false};
    QVERIFY(!polygon->asks(settings, window).ok()); // nothing to ask for
    settings.series = {"BRK.B"};
    settings.options = {{"interval", "5m"}, {"all_shares", "yes"}};
    const auto asks = polygon->asks(settings, window);
    QCOMPARE(asks->size(), 7U); // three days and four for the ticker
    const auto &bars = asks->at(3);
    QVERIFY(!polygon->call(bars, settings).ok()); // no key
    settings.secrets = {{"api_key", "SECRET"}};
    const auto call = polygon->call(bars, settings);
    QCOMPARE(call->url, "https://api.polygon.io/v2/aggs/ticker/BRK.B/range/5/minute/2024-01-02/2024-01-05"
                        "?adjusted=false&sort=asc&limit=50000");
    QCOMPARE(call->headers.at(0).second, "Bearer SECRET");
    for (const auto &ask : *asks) {
        for (const auto &[key, value] : ask.with)
            QVERIFY(value.find("SECRET") == std::string::npos);
        QVERIFY(polygon->call(ask, settings)->url.find("SECRET") == std::string::npos);
    }
}

void tst_Polygon::survivesCuts()
{
    const std::string bars = R"({"ticker":"SPY","adjusted":true,"results":[{"o":1,"c":1,"t":1740474000000},)"
                             R"({"o":1,"c":2,"t":1740474060000},{"o":1,"c":3,"t":1740474120000},)"
                             R"({"o":1,"c":4,"t":1740474180000}],"status":"OK","request_id":"a"})";
    const Parsed half = cutOff("polygon", "bars", bars, {{"interval", "1m"}});
    QCOMPARE(half.values.bars.size(), 1U);
    QCOMPARE(refusals(half), QStringLiteral("the answer breaks off or is not JSON from here on: 1"));
}

void tst_Polygon::recordingReadsAsByEye()
{
    const QByteArray bytes =
        recording(QStringLiteral("polygon/rest/aggs_ticker_range_day_AAPL_2023-01-01_2023-01-10.json"));
    SKIP_WITHOUT_RECORDINGS(bytes);
    const Parsed parsed = answered::parsed("polygon", "", view(bytes));
    QCOMPARE(parsed.values.bars.size(), 6U);
    QCOMPARE(parsed.values.bars.volume[0], 112'117'471.0);
    QCOMPARE(parsed.values.bars.close[5], 130.73);
    const Parsed hours = answered::parsed(
        "polygon", "",
        view(recording(QStringLiteral("polygon/rest/aggs_ticker_range_hour_AAPL_2024-03-25_DELAYED.json"))));
    QCOMPARE(hours.interval, "1h");
    QCOMPARE(hours.values.bars.size(), 16U);
}

QTEST_GUILESS_MAIN(tst_Polygon)
#include "tst_polygon.moc"
