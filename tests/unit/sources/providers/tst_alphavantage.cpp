// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Alpha Vantage by hand-written answers in its shape.
#include "tests/support/answered.h"

#include <cmath>

using namespace answered;
using core::base::Instant;
using core::domain::ActionKind;
using core::domain::KnownBasis;
using core::domain::Precision;
using core::sources::FaultKind;

class tst_Alphavantage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDailyTables();
    void readsAdjustedTables();
    void readsIntradayTables();
    void readsWeeksAndCurrencies();
    void readsMonths();
    void readsBarObjects();
    void readsLongBarObjects_data();
    void readsLongBarObjects();
    void barsNeedASymbol();
    void readsQuotes();
    void readsRates();
    void readsInstruments();
    void readsNews();
    void noNewsIsNoFault();
    void aFullAnswerGoesOn();
    void readsEarnings();
    void readsTheCalendar();
    void readsTranscripts();
    void readsDividends();
    void readsFigures_data();
    void readsFigures();
    void readsFiguresOfAnObject();
    void filesNameTheirFigures();
    void refusalsAreFaults_data();
    void refusalsAreFaults();
    void theKeyIsNotRepeated();
    void asksAndCalls();
    void survivesCuts();
    void recordingReadsAsByEye();
};

void tst_Alphavantage::readsDailyTables()
{
    const Parsed parsed = answered::parsed(
        "alphavantage", "",
        "timestamp,open,high,low,close,volume\r\n2026-05-15,218.2,220.91,217.6,219.3,6154\r\n"
        "2026-05-14,215,220,215,None,5906\r\n2026-05-13,1,2,x,4,5\r\nsoon,1,2,3,4,5\r\n1,2\r\n",
        {{"symbol", "IBM"}});
    QCOMPARE(parsed.interval, "1d");
    QCOMPARE(parsed.records, 5U);
    const auto &bars = parsed.values.bars;
    QCOMPARE(bars.size(), 1U);
    QCOMPARE(bars.symbols[0], "IBM");
    QVERIFY(Instant(bars.ts[0]) == at("2026-05-15T13:30:00Z"));
    QVERIFY(Instant(bars.tsEnd[0]) == at("2026-05-15T20:00:00Z"));
    QCOMPARE(bars.open[0], 218.2);
    QCOMPARE(bars.close[0], 219.3);
    QCOMPARE(bars.volume[0], 6154.0);
    QCOMPARE(refusals(parsed),
             QStringLiteral("a price of the bar is not a number: 1, the bar has no close: 1, "
                            "the row has another number of columns than the header: 1, "
                            "the time of the bar is none: 1"));
}

void tst_Alphavantage::readsAdjustedTables()
{
    const Parsed parsed = answered::parsed(
        "alphavantage", "",
        "timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient\n"
        "2026-05-15,51,52,50,51,51,10,0.0000,2.0\n2026-05-14,100,101,99,100,50,10,2.0000,1.0\n"
        "2026-05-13,100,101,99,100,49,10,0.0000,1.0\n",
        {{"symbol", "IBM"}});
    QCOMPARE(parsed.values.bars.size(), 3U);
    QCOMPARE(parsed.values.bars.adjClose[0], 49.0); // oldest first now
    QCOMPARE(parsed.values.actions.size(), 2U);
    const auto &dividend = parsed.values.actions[0];
    QVERIFY(dividend.kind == ActionKind::Dividend);
    QCOMPARE(dividend.factor, 0.98);
    QVERIFY(dividend.effective == at("2026-05-14T04:00:00Z"));
    QVERIFY(parsed.values.actions[1].kind == ActionKind::Split);
    QCOMPARE(parsed.values.actions[1].factor, 0.5);
}

void tst_Alphavantage::readsIntradayTables()
{
    const Parsed parsed =
        answered::parsed("alphavantage", "",
                         "timestamp,open,high,low,close,volume\n2026-05-15 19:55:00,2,2,2,2,158\n"
                         "2026-05-15 19:50:00,1,1,1,1,86\n2026-05-15 11:40:00,1,1,1,1,6\n",
                         {{"symbol", "IBM"}});
    QCOMPARE(parsed.interval, "5m");
    QCOMPARE(parsed.values.bars.size(), 3U);
    QVERIFY(Instant(parsed.values.bars.ts[0]) == at("2026-05-15T15:40:00Z")); // New York, without saying so
    QVERIFY(Instant(parsed.values.bars.tsEnd[2]) == at("2026-05-16T00:00:00Z"));
    // the extended table of old is dated by the close of its bars
    const Parsed old = answered::parsed("alphavantage", "",
                                        "time,open,high,low,close,volume\n2020-12-18 20:00:00,1,1,1,1,2\n"
                                        "2020-12-18 19:59:00,1,1,1,1,1\n",
                                        {{"symbol", "IBM"}});
    QCOMPARE(old.interval, "1m");
    QVERIFY(Instant(old.values.bars.tsEnd[1]) == at("2020-12-19T01:00:00Z"));
}

void tst_Alphavantage::readsWeeksAndCurrencies()
{
    const Parsed weeks =
        answered::parsed("alphavantage", "",
                         "timestamp,open,high,low,close,volume\n2026-05-15,1,1,1,1,1\n2026-05-08,1,1,1,1,1\n",
                         {{"symbol", "IBM"}});
    QCOMPARE(weeks.interval, "1w");
    QVERIFY(Instant(weeks.values.bars.ts[1]) == at("2026-05-11T13:30:00Z"));
    QVERIFY(Instant(weeks.values.bars.tsEnd[1]) == at("2026-05-15T20:00:00Z"));
    const Parsed fx =
        answered::parsed("alphavantage", "", "timestamp,open,high,low,close\n2026-05-15,1.1,1.2,1.0,1.15\n",
                         {{"symbol", "EURUSD"}});
    QCOMPARE(fx.values.bars.size(), 1U);
    QVERIFY(Instant(fx.values.bars.ts[0]) == at("2026-05-15T00:00:00Z"));
    QVERIFY(Instant(fx.values.bars.tsEnd[0]) == at("2026-05-16T00:00:00Z"));
}

/// The newest month is not over, which makes its distance the least.
void tst_Alphavantage::readsMonths()
{
    const std::string text =
        "timestamp,open,high,low,close,volume\n2026-05-15,1,1,1,1,1\n2026-04-30,1,1,1,1,1\n"
        "2026-03-31,1,1,1,1,1\n2026-02-27,1,1,1,1,1\n";
    const Parsed months = answered::parsed("alphavantage", "", text, {{"symbol", "IBM"}});
    QCOMPARE(months.interval, "1mo");
    QCOMPARE(months.values.bars.size(), 4U);
    QVERIFY(Instant(months.values.bars.ts[3]) == at("2026-05-01T13:30:00Z"));
    core::sources::Payload payload;
    payload.bytes = std::string_view(text).substr(0, text.find("2026-03-31")); // two rows tell nothing
    payload.ask.endpoint = "daily";
    for (const auto &[name, interval] : {std::pair("TIME_SERIES_MONTHLY_IBM_2026-05-17.csv", "1mo"),
                                         std::pair("TIME_SERIES_MONTHLY_ADJUSTED_IBM_2026-05-17.csv", "1mo"),
                                         std::pair("TIME_SERIES_WEEKLY_ADJUSTED_IBM_2026-05-17.csv", "1w")}) {
        payload.origin = name;
        const Parsed named = core::sources::findProvider("alphavantage")->parse(payload);
        QCOMPARE(named.interval, interval);
        QCOMPARE(named.values.bars.symbols.at(0), "IBM");
    }
}

void tst_Alphavantage::readsLongBarObjects_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("days");
    QTest::addColumn<QByteArray>("interval");
    const QByteArray weeks("2026-05-15 2026-05-08 2026-05-01");
    const QByteArray months("2026-05-15 2026-04-30 2026-03-31");
    QTest::newRow("weekly") << QByteArray("Weekly Time Series") << weeks << QByteArray("1w");
    QTest::newRow("weekly, adjusted")
        << QByteArray("Weekly Adjusted Time Series") << weeks << QByteArray("1w");
    QTest::newRow("monthly") << QByteArray("Monthly Time Series") << months << QByteArray("1mo");
    QTest::newRow("monthly, adjusted")
        << QByteArray("Monthly Adjusted Time Series") << months << QByteArray("1mo");
}

void tst_Alphavantage::readsLongBarObjects()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, days);
    QFETCH(QByteArray, interval);
    QByteArray rows;
    for (const QByteArray &day : days.split(' '))
        rows +=
            (rows.isEmpty() ? "" : ",") + ('"' + day) + R"(":{"1. open":"1","4. close":"2","5. volume":"3"})";
    const QByteArray text = R"({"Meta Data":{"1. Information":"Prices and Volumes","2. Symbol":"IBM"},")" +
                            key + "\":{" + rows + "}}";
    QCOMPARE(recognised("alphavantage", view(text)), "daily");
    const Parsed parsed = answered::parsed("alphavantage", "", view(text));
    QCOMPARE(parsed.interval, interval.toStdString());
    QCOMPARE(parsed.values.bars.size(), 3U);
    QCOMPARE(parsed.values.bars.symbols[0], "IBM");
}

void tst_Alphavantage::readsBarObjects()
{
    const Parsed parsed =
        answered::parsed("alphavantage", "", R"j({"Meta Data": {"1. Information": "Intraday (1min) prices",
        "2. Symbol": "MSFT", "6. Time Zone": "US/Eastern"}, "Time Series (1min)": {
        "2017-12-18 14:56:00": {"1. open": "86.49", "2. high": "86.50", "3. low": "86.47", "4. close": "86.50", "5. volume": "10494"},
        "2017-12-18 14:55:00": {"1. open": "86.49", "2. high": "-", "3. low": "86.47", "4. close": "86.48", "5. volume": "1"},
        "2017-12-18 14:54:00": {"1. open": "none", "4. close": "86.48"}, "2017-12-18 14:53:00": 5}})j");
    QCOMPARE(parsed.interval, "1m");
    QCOMPARE(parsed.records, 4U);
    QCOMPARE(parsed.values.bars.size(), 2U);
    QCOMPARE(parsed.values.bars.symbols[0], "MSFT");
    QVERIFY(std::isnan(parsed.values.bars.high[0]));
    QCOMPARE(parsed.values.bars.close[1], 86.5);
    QVERIFY(Instant(parsed.values.bars.ts[1]) == at("2017-12-18T19:56:00Z"));
    QCOMPARE(refusals(parsed), QStringLiteral("a price of the bar is not a number: 2"));
    // currencies are told in UTC
    const Parsed fx = answered::parsed("alphavantage", "",
                                       R"j({"Meta Data": {"1. Information": "FX Intraday (5min) Time Series",
        "2. From Symbol": "EUR", "3. To Symbol": "USD", "5. Interval": "5min", "7. Time Zone": "UTC"},
        "Time Series FX (5min)": {"2026-05-15 14:55:00": {"1. open": "1.1", "2. high": "1.2", "3. low": "1.0",
        "4. close": "1.15"}, "2026-05-15 14:50:00": {"1. open": "1.1", "4. close": "1.1"}}})j");
    QCOMPARE(fx.values.bars.size(), 2U);
    QCOMPARE(fx.values.bars.symbols[0], "EURUSD");
    QVERIFY(Instant(fx.values.bars.ts[1]) == at("2026-05-15T14:55:00Z"));
    const Parsed adjusted = answered::parsed(
        "alphavantage", "", R"j({"Meta Data": {"1. Information": "Daily", "2. Symbol": "MSFT"},
        "Time Series (Daily)": {"2024-01-02": {"1. open": "1", "4. close": "10", "5. adjusted close": "5", "6. volume": "3",
        "7. dividend amount": "0.0", "8. split coefficient": "2.0"}}})j");
    QCOMPARE(adjusted.values.bars.adjClose[0], 5.0);
    QCOMPARE(adjusted.values.actions.size(), 1U);
}

void tst_Alphavantage::barsNeedASymbol()
{
    const std::string text = "timestamp,open,high,low,close,volume\n2026-05-15,1,1,1,1,1\n";
    QCOMPARE(faultOf(answered::parsed("alphavantage", "", text)), int(FaultKind::NotData));
    core::sources::Payload payload;
    payload.bytes = text;
    payload.origin = "https://www.alphavantage.co/query?function=TIME_SERIES_DAILY&symbol=BRK.B";
    payload.ask.endpoint = "daily";
    const auto *source = core::sources::findProvider("alphavantage");
    QCOMPARE(source->parse(payload).values.bars.symbols.at(0), "BRK.B");
    payload.origin = "TIME_SERIES_DAILY_IBM_2026-05-17.csv";
    QCOMPARE(source->parse(payload).values.bars.symbols.at(0), "IBM");
}

void tst_Alphavantage::readsQuotes()
{
    const Parsed object =
        answered::parsed("alphavantage", "", R"({"Global Quote": {"01. symbol": "MSFT", "02. open": "112.63",
        "03. high": "113.17", "04. low": "110.64", "05. price": "112.13", "06. volume": "29062853",
        "07. latest trading day": "2018-10-05", "10. change percent": "-0.5852%"}})");
    const Parsed table =
        answered::parsed("alphavantage", "",
                         "symbol,open,high,low,price,volume,latestDay,previousClose,change,changePercent\n"
                         "MSFT,112.63,113.17,110.64,112.13,29062853,2018-10-05,1,1,-0.5852%\n");
    for (const Parsed *parsed : {&object, &table}) {
        QCOMPARE(parsed->values.bars.size(), 1U);
        QCOMPARE(parsed->values.bars.close[0], 112.13);
        QVERIFY(Instant(parsed->values.bars.tsEnd[0]) == at("2018-10-05T20:00:00Z"));
    }
    QCOMPARE(answered::parsed("alphavantage", "quote", R"({"Global Quote": {}})").values.size(), 0U);
}

void tst_Alphavantage::readsRates()
{
    const Parsed parsed = answered::parsed("alphavantage", "", R"({"Realtime Currency Exchange Rate": {
        "1. From_Currency Code": "USD", "3. To_Currency Code": "JPY", "5. Exchange Rate": "158.73", "6. Last Refreshed":
        "2026-05-17 17:12:44", "7. Time Zone": "UTC", "8. Bid Price": "158.72", "9. Ask Price": "158.74"}})");
    QCOMPARE(parsed.values.quotes.size(), 1U);
    QCOMPARE(parsed.values.quotes[0].symbol, "USDJPY");
    QCOMPARE(parsed.values.quotes[0].ask, 158.74);
    QVERIFY(parsed.values.quotes[0].ts == at("2026-05-17T17:12:44Z"));
    const Parsed old = answered::parsed("alphavantage", "", R"({"Realtime Currency Exchange Rate": {
        "1. From_Currency Code": "BTC", "3. To_Currency Code": "CNY", "5. Exchange Rate": "109631.43", "6. Last Refreshed":
        "2017-12-20 19:23:21", "7. Time Zone": "UTC"}})");
    QCOMPARE(old.values.ticks.size(), 1U);
    QCOMPARE(old.values.ticks[0].price, 109631.43);
}

void tst_Alphavantage::readsInstruments()
{
    const Parsed list = answered::parsed(
        "alphavantage", "",
        "symbol,name,exchange,assetType,ipoDate,delistingDate,status\n"
        "A,\"Agilent, Inc\",NYSE,Stock,1999-11-18,null,Active\n"
        "OLD,Gone Corp,NASDAQ,ETF,1999-11-18,2015-03-02,Delisted\n,No Ticker,NYSE,Stock,null,null,Active\n");
    QCOMPARE(list.values.instruments.size(), 2U);
    QCOMPARE(list.values.instruments[0].name, "Agilent, Inc");
    QCOMPARE(list.values.instruments[0].kind, "stock");
    QCOMPARE(list.values.instruments[0].exchange, "XNYS");
    const std::string expected = R"({"listed":"1999-11-18","primary_exchange":"NYSE"})";
    QCOMPARE(list.values.instruments[0].metadata, expected);
    QCOMPARE(list.values.instruments[1].kind, "etf");
    QCOMPARE(list.values.actions.size(), 1U);
    QVERIFY(list.values.actions[0].kind == ActionKind::Delisting);
    QVERIFY(list.values.actions[0].effective == at("2015-03-03T05:00:00Z"));
    const Parsed search =
        answered::parsed("alphavantage", "", R"({"bestMatches": [{"1. symbol": "BA", "2. name": "Boeing",
        "3. type": "Equity", "4. region": "United States", "8. currency": "USD"}]})");
    QCOMPARE(search.values.instruments.at(0).symbol, "BA");
    QCOMPARE(search.values.instruments.at(0).exchange, "XNYS");
    const Parsed overview =
        answered::parsed("alphavantage", "", R"({"Symbol": "IBM", "AssetType": "Common Stock", "Name":
        "International", "Exchange": "NYSE", "Currency": "USD", "Sector": "TECHNOLOGY", "Industry": "-", "PERatio": "None"})");
    QCOMPARE(overview.values.instruments.at(0).sector, "TECHNOLOGY");
    QVERIFY(overview.values.instruments.at(0).metadata.find("industry") == std::string::npos);
}

void tst_Alphavantage::readsNews()
{
    const Parsed parsed = answered::parsed("alphavantage", "", R"({"items": "50", "feed": [
        {"title": "A deal", "url": "https://www.p.org/1", "time_published": "20260517T161234", "authors": ["A. One", "B. Two"],
         "summary": "It is signed.", "source": "Paper", "overall_sentiment_score": 0.22902, "overall_sentiment_label": "Somewhat_Bullish",
         "ticker_sentiment": [{"ticker": "AAA", "relevance_score": "1.000000", "ticker_sentiment_score": "0.061509",
         "ticker_sentiment_label": "Somewhat-Bullish"}, {"ticker": "BBB", "ticker_sentiment_score": "x"}]},
        {"title": "Nobody", "url": "https://www.p.org/2", "time_published": "20260517T161234", "overall_sentiment_score": -1,
         "overall_sentiment_label": "Somewhat_Bearish", "ticker_sentiment": []},
        {"title": "When", "url": "https://www.p.org/3", "time_published": "2026"}]})");
    QCOMPARE(parsed.records, 3U);
    QCOMPARE(parsed.values.events.size(), 3U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "article");
    QCOMPARE(event.entity, "AAA");
    QCOMPARE(event.text, "A deal");
    QVERIFY(event.timestamp == at("2026-05-17T16:12:34Z")); // news is in UTC
    const std::string expected =
        R"({"article_sentiment":0.22902,"author":"A. One, B. Two","publisher":"Paper","relevance":1,)"
        R"("sentiment":0.061509,"sentiment_label":"Somewhat-Bullish","summary":"It is signed.",)"
        R"("url":"https://www.p.org/1"})";
    QCOMPARE(event.metadata, expected);
    QCOMPARE(parsed.values.events[2].entity, "p.org");
    QCOMPARE(meta(parsed.values.events[2])[QStringLiteral("sentiment_label")].toString(),
             QStringLiteral("Somewhat-Bearish"));
    QCOMPARE(refusals(parsed), QStringLiteral("the date of the article is none: 1"));
}

void tst_Alphavantage::noNewsIsNoFault()
{
    const std::string text =
        R"({"Information": "No articles found. Please adjust the time range or refer to the API )"
        R"(documentation https://www.alphavantage.co/documentation#newsapi and try again."})";
    const Parsed parsed = answered::parsed("alphavantage", "news", text, {{"symbol", "IBM"}});
    QVERIFY(!parsed.fault);
    QCOMPARE(parsed.values.size(), 0U);
    QCOMPARE(parsed.refusals.total(), 0U);
}

void tst_Alphavantage::aFullAnswerGoesOn()
{
    const auto next = [](int articles, const char *from) {
        std::string feed;
        for (int i = 0; i < articles; ++i)
            feed += (i ? ",{" : "{") + (R"("url":"https://www.p.org/)" + std::to_string(i)) +
                    R"(","time_published":"20260517T1612)" + (i % 60 < 10 ? "0" : "") +
                    std::to_string(i % 60) + "\"}";
        return answered::parsed("alphavantage", "news", R"({"items":"1000","feed":[)" + feed + "]}",
                                {{"symbol", "IBM"}, {"from", from}, {"to", "2026-06-01T00:00:00Z"}})
            .next;
    };
    const auto later = next(1000, "2026-05-01T00:00:00Z");
    QCOMPARE(later.size(), 1U);
    QCOMPARE(later[0].with.at("from"), "2026-05-17T16:12:00Z"); // the minute of the last one
    QCOMPARE(later[0].with.at("to"), "2026-06-01T00:00:00Z");
    QCOMPARE(later[0].with.at("symbol"), "IBM");
    QVERIFY(next(1000, "2026-05-17T16:12:00Z").empty()); // it would be the same again
    QVERIFY(next(999, "2026-05-01T00:00:00Z").empty());
}

void tst_Alphavantage::readsEarnings()
{
    const Parsed parsed =
        answered::parsed("alphavantage", "", R"({"symbol": "IBM", "annualEarnings": [{"fiscalDateEnding":
        "2025-12-31", "reportedEPS": "11.57"}], "quarterlyEarnings": [
        {"fiscalDateEnding": "2026-03-31", "reportedDate": "2026-04-22", "reportedEPS": "1.91", "estimatedEPS": "1.81", "surprise":
         "0.1", "surprisePercentage": "5.5249", "reportTime": "post-market"},
        {"fiscalDateEnding": "1996-03-31", "reportedDate": "1996-04-17", "reportedEPS": "0.55", "estimatedEPS": "None", "surprise":
         "0", "surprisePercentage": "None", "reportTime": "pre-market"},
        {"fiscalDateEnding": "1995-12-31", "reportedDate": "", "reportedEPS": "1"}]})");
    QCOMPARE(parsed.values.events.size(), 2U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "earnings_announcement");
    QCOMPARE(event.entity, "IBM");
    QCOMPARE(event.value, 5.5249);
    QCOMPARE(event.unit, "percent");
    QCOMPARE(event.precision, Precision::Day);
    QVERIFY(event.timestamp == at("2026-04-22T04:00:00Z"));
    QVERIFY(event.knownAt == at("2026-04-23T00:00:00Z")); // after the close: the next session answers to it
    const std::string expected =
        R"({"actual":1.91,"expected":1.81,"quarter":"2026-03-31","report_time":"post-market","surprise":0.1})";
    QCOMPARE(event.metadata, expected);
    QVERIFY(parsed.values.events[1].knownAt == at("1996-04-17T13:30:00Z"));
    QVERIFY(std::isnan(parsed.values.events[1].value));
    QCOMPARE(refusals(parsed), QStringLiteral("the day of the report is not a date: 1"));
}

void tst_Alphavantage::readsTheCalendar()
{
    const std::string text =
        "symbol,name,reportDate,fiscalDateEnding,estimate,currency,timeOfTheDay\n"
        "AAA,ALPHA INC,2026-10-16,2026-09-30,1.5,USD,post-market\nBBB,BETA,2026-10-18,2026-09-30,,USD,\n"
        "DDD,DELTA,2026-10-16,2026-09-30,,USD,pre-market\n"
        "CCC,GAMMA,,2026-09-30,,USD,\n";
    const Parsed parsed = answered::parsed("alphavantage", "", text);
    QCOMPARE(parsed.values.events.size(), 3U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "earnings_date");
    QCOMPARE(event.value, 1.5);
    QVERIFY(event.timestamp == at("2026-10-17T00:00:00Z")); // Friday after the close
    QCOMPARE(event.precision, Precision::Instant);
    QVERIFY(event.knownAt == at("2026-09-01T12:00:00Z")); // when we saw it
    QCOMPARE(event.knownBasis, KnownBasis::Scheduled);
    QVERIFY(std::isnan(parsed.values.events[1].value));
    QCOMPARE(parsed.values.events[1].precision, Precision::Day);
    QVERIFY(parsed.values.events[1].timestamp == at("2026-10-18T04:00:00Z"));
    QVERIFY(parsed.values.events[2].timestamp == at("2026-10-16T13:30:00Z"));
}

void tst_Alphavantage::readsTranscripts()
{
    const Parsed parsed =
        answered::parsed("alphavantage", "", R"({"symbol": "IBM", "quarter": "2024Q1", "transcript": [
        {"speaker": "Jane Doe", "title": "CEO", "content": "Good morning all", "sentiment": "0.6"},
        {"speaker": "John Roe", "title": "CFO", "content": "Hello", "sentiment": "0.2"},
        {"speaker": "Jane Doe", "title": "CEO", "content": "", "sentiment": "0.2"},
        {"speaker": "Jane Doe", "title": "CEO", "content": "Bye now", "sentiment": "None"}]})");
    QCOMPARE(parsed.records, 4U);
    QCOMPARE(parsed.values.events.size(), 1U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "transcript");
    QCOMPARE(event.entity, "IBM");
    const std::string expected = R"({"quarter":"2024Q1","sentiment":0.4,"speakers":2,"turns":3,"words":6})";
    QCOMPARE(event.metadata, expected);
    QVERIFY(event.timestamp == at("2024-03-31T00:00:00Z"));
    QVERIFY(event.knownAt == at("2024-05-30T00:00:00Z"));
    QCOMPARE(event.knownBasis, KnownBasis::Estimated);
    QCOMPARE(faultOf(answered::parsed("alphavantage", "transcript",
                                      R"({"symbol":"IBM","quarter":"2024","transcript":[]})")),
             int(FaultKind::NotData));
}

void tst_Alphavantage::readsDividends()
{
    const Parsed parsed =
        answered::parsed("alphavantage", "",
                         "ex_dividend_date,declaration_date,record_date,payment_date,amount\n"
                         "2026-05-08,2026-04-22,2026-05-08,2026-06-10,1.69\n1999-02-08,None,None,None,0.22\n",
                         {{"symbol", "IBM"}});
    QCOMPARE(parsed.values.events.size(), 2U);
    QCOMPARE(parsed.values.events[0].value, 1.69);
    QVERIFY(parsed.values.events[0].knownAt == at("2026-04-23T04:00:00Z"));
    QCOMPARE(parsed.values.events[1].metadata, "");
    QCOMPARE(parsed.values.events[1].knownBasis, KnownBasis::Published);
}

void tst_Alphavantage::readsFigures_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QByteArray>("known");
    QTest::newRow("daily") << QByteArray("2024-01-02") << QByteArray("2024-01-02T00:00:00Z");
    QTest::newRow("monthly") << QByteArray("2024-02-01") << QByteArray("2024-04-02T00:00:00Z");
    QTest::newRow("quarterly") << QByteArray("2024-04-01") << QByteArray("2024-05-02T00:00:00Z");
    QTest::newRow("yearly") << QByteArray("2025-01-01") << QByteArray("2025-02-04T00:00:00Z");
}

void tst_Alphavantage::readsFigures()
{
    QFETCH(QByteArray, other);
    QFETCH(QByteArray, known);
    const std::string text =
        "timestamp,value\n" + other.toStdString() + ",2.5\n2024-01-01,3.5\n1980-01-01,.\n1979-01-01,x\n";
    const Parsed parsed = answered::parsed("alphavantage", "", text, {{"function", "CPI"}});
    QCOMPARE(parsed.values.events.size(), 2U);
    const auto &event = parsed.values.events[1];
    QCOMPARE(event.eventType, "macro_observation");
    QCOMPARE(event.entity, "CPI");
    QCOMPARE(event.value, 3.5);
    QVERIFY(event.timestamp == at("2024-01-01T00:00:00Z"));
    QVERIFY2(event.knownAt == at(known.constData()), core::base::toIso(event.knownAt).c_str());
    QCOMPARE(event.knownBasis, KnownBasis::Estimated);
    QCOMPARE(refusals(parsed),
             QStringLiteral("the figure is not a number: 1, there is no figure for the period: 1"));
}

void tst_Alphavantage::readsFiguresOfAnObject()
{
    const std::string text =
        R"({"name": "Real Gross Domestic Product", "interval": "annual", "unit": "billions of dollars", "data": [
        {"date": "2021-01-01", "value": "19427.287"}, {"date": "2020-01-01", "value": "18509.143"},
        {"date": "2019-01-01", "value": "."}, {"date": "2018-01-01", "value": "x"}, {"date": "once", "value": "1"}]})";
    QCOMPARE(recognised("alphavantage", text), "series");
    const Parsed parsed = answered::parsed("alphavantage", "", text, {{"function", "REAL_GDP"}});
    QCOMPARE(parsed.records, 5U);
    QCOMPARE(parsed.values.events.size(), 2U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "macro_observation");
    QCOMPARE(event.entity, "REAL_GDP");
    QCOMPARE(event.value, 19427.287);
    QCOMPARE(event.unit, "billions of dollars");
    QVERIFY(event.timestamp == at("2021-01-01T00:00:00Z"));
    QVERIFY(event.id == core::base::eventId("alphavantage", "macro/REAL_GDP/2021-01-01"));
    QCOMPARE(refusals(parsed),
             QStringLiteral("the figure is not a number: 1, the period of the figure is not a date: "
                            "1, there is no figure for the period: 1"));
    // nothing but the object itself says what it is
    QCOMPARE(answered::parsed("alphavantage", "", text).values.events.at(0).entity,
             "REAL_GROSS_DOMESTIC_PRODUCT");
}

void tst_Alphavantage::filesNameTheirFigures()
{
    core::sources::Payload payload;
    payload.bytes = "timestamp,value\n2025-01-01,70000\n";
    payload.ask.endpoint = "series";
    for (const auto &[file, name] :
         {std::pair("REAL_GDP_PER_CAPITA_2026-05-17.csv", "REAL_GDP_PER_CAPITA"),
          std::pair("REAL_GDP_2026-05-17.csv", "REAL_GDP"), std::pair("CPI.csv", "CPI"),
          std::pair("COPPER_2026-05-17.csv", "COPPER")}) {
        payload.origin = file;
        QCOMPARE(core::sources::findProvider("alphavantage")->parse(payload).values.events.at(0).entity,
                 name);
    }
}

void tst_Alphavantage::refusalsAreFaults_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::newRow("note") << QByteArray(
                                 R"({"Note": "Our standard API call frequency is 5 calls per minute."})")
                          << int(FaultKind::TooMany);
    QTest::newRow("information, daily")
        << QByteArray(
               R"({"Information": "Our standard API rate limit is 25 requests per day. Please subscribe to premium plans"})")
        << int(FaultKind::TooMany);
    QTest::newRow("information, premium")
        << QByteArray(R"({"Information": "This is a premium endpoint."})") << int(FaultKind::NoAccess);
    QTest::newRow("error message, key")
        << QByteArray(R"({"Error Message": "the parameter apikey is invalid or missing."})")
        << int(FaultKind::NoAccess);
    QTest::newRow("error message") << QByteArray(R"({"Error Message": "Invalid API call. Please retry"})")
                                   << int(FaultKind::Refused);
    QTest::newRow("made-up numbers")
        << QByteArray(
               R"({"endpoint": "Realtime", "message": "This is a premium endpoint. ***THE SAMPLE DATA SCHEMA BELOW IS
 ARTIFICIAL AND FOR ILLUSTRATION PURPOSES ONLY***.", "data": [{"symbol": "MSFT", "open": "417.61"}]})")
        << int(FaultKind::Artificial);
    QTest::newRow("sentence alone") << QByteArray(
                                           "Thank you for using Alpha Vantage! This is a premium endpoint.")
                                    << int(FaultKind::NoAccess);
    QTest::newRow("a portal") << QByteArray("<html></html>") << int(FaultKind::NotData);
}

void tst_Alphavantage::refusalsAreFaults()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    // whatever was asked for
    for (const char *endpoint : {"daily", "news", "earnings", "dividends", "message"}) {
        const Parsed parsed = answered::parsed("alphavantage", endpoint, view(bytes), {{"symbol", "IBM"}});
        QCOMPARE(faultOf(parsed), kind);
        QCOMPARE(parsed.values.size(), 0U);
    }
}

void tst_Alphavantage::theKeyIsNotRepeated()
{
    const Parsed parsed = answered::parsed("alphavantage", "daily",
                                           R"({"Information": "We have detected your API key as ABC123 and
 our standard API rate limit is 25 requests per day."})");
    QCOMPARE(faultOf(parsed), int(FaultKind::TooMany));
    QVERIFY(!parsed.fault->sentence.contains(QStringLiteral("ABC123")));
    QVERIFY(parsed.fault->sentence.contains(QStringLiteral("25 requests per day")));
}

void tst_Alphavantage::asksAndCalls()
{
    const auto *source = core::sources::findProvider("alphavantage");
    core::sources::SourceSettings settings;
    const core::sources::Window window{at("2024-01-20T00:00:00Z"), at("2024-03-05T00:00:00Z"), true};
    QVERIFY(!source->asks(settings, window).ok());
    settings.series = {"IBM"};
    auto asks = source->asks(settings, window);
    QCOMPARE(asks->size(), 4U);
    QVERIFY(!source->call(asks->front(), settings).ok()); // no key
    settings.secrets = {{"api_key", "SECRET"}};
    QCOMPARE(source->call(asks->at(0), settings)->url,
             "https://www.alphavantage.co/"
             "query?function=TIME_SERIES_DAILY&datatype=csv&outputsize=full&symbol=IBM&apikey=SECRET");
    QCOMPARE(source->call(asks->at(1), settings)->url,
             "https://www.alphavantage.co/query?function=NEWS_SENTIMENT&limit=1000&sort=EARLIEST&tickers=IBM"
             "&time_from=20240120T0000&time_to=20240305T0000&apikey=SECRET");
    const auto live = source->asks(settings, {window.from, window.to, false});
    QCOMPARE(live->size(), 3U); // a surprise arrives live, too
    QCOMPARE(live->at(2).endpoint, "earnings");
    settings.options = {{"macro", "CPI, REAL_GDP"}};
    const auto figures = source->asks(settings, {window.from, window.to, false});
    QCOMPARE(figures->size(), 5U);
    QCOMPARE(source->call(figures->at(1), settings)->url,
             "https://www.alphavantage.co/query?function=REAL_GDP&apikey=SECRET");
    settings.options = {{"interval", "1h"}, {"news", "no"}};
    asks = source->asks(settings, window);
    QCOMPARE(asks->size(), 5U); // three months
    QVERIFY(source->call(asks->at(2), settings)->url.find("interval=60min&symbol=IBM&month=2024-03") !=
            std::string::npos);
    for (const auto &ask : *asks) {
        for (const auto &[key, value] : ask.with)
            QVERIFY(value.find("SECRET") == std::string::npos);
    }
}

void tst_Alphavantage::survivesCuts()
{
    const std::string news =
        R"({"feed":[{"title":"a","url":"https://p.org/1","time_published":"20260517T161234"},)"
        R"({"title":"b","url":"https://p.org/2","time_published":"20260517T161234"},)"
        R"({"title":"c","url":"https://p.org/3","time_published":"20260517T161234"}]})";
    const Parsed half = cutOff("alphavantage", "news", news);
    QCOMPARE(half.values.events.size(), 1U);
    QCOMPARE(refusals(half), QStringLiteral("the answer breaks off or is not JSON from here on: 1"));
    const std::string bars =
        R"j({"Meta Data":{"2. Symbol":"M"},"Time Series (Daily)":{"2024-01-03":{"1. open":"1","4. close":"10"},)j"
        R"("2024-01-02":{"1. open":"1","4. close":"11"},"2024-01-01":{"1. open":"1","4. close":"12"}}})";
    cutOff("alphavantage", "daily", bars);
    QCOMPARE(answered::parsed("alphavantage", "daily", bars.substr(0, 120)).values.bars.size(), 1U);
    const std::string table =
        "timestamp,open,high,low,close,volume\n2026-05-15,1,1,1,1,1\n2026-05-14,1,1,1,1,1\n";
    QCOMPARE(cutOff("alphavantage", "daily", table, {{"symbol", "IBM"}}).values.size(), 0U);
}

void tst_Alphavantage::recordingReadsAsByEye()
{
    const QByteArray bytes =
        recording(QStringLiteral("alphavantage/TIME_SERIES_INTRADAY_1min_MSFT_2017-12-18.json"));
    SKIP_WITHOUT_RECORDINGS(bytes);
    const Parsed parsed = answered::parsed("alphavantage", "", view(bytes));
    QCOMPARE(parsed.interval, "1m");
    QCOMPARE(parsed.values.bars.close.back(), 86.5);
    QCOMPARE(parsed.values.bars.volume.back(), 10494.0);
    QVERIFY(Instant(parsed.values.bars.ts.back()) == at("2017-12-18T19:56:00Z"));
}

QTEST_GUILESS_MAIN(tst_Alphavantage)
#include "tst_alphavantage.moc"
