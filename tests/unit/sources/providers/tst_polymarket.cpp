// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Polymarket: lists inside texts, openings and endings, hourly chances and jumps, books, trades, both formats
// of price changes, paging, errors.
#include "tests/support/answercase.h"

using namespace Qt::StringLiterals;
using namespace core::sources;
using namespace answercase;
using core::base::qs;
using core::domain::Event;
using core::domain::KnownBasis;
using core::domain::Precision;

namespace {

/// Lists stand as JSON inside of texts there; the apostrophes become quotes with their escapes.
std::string inside(std::string text)
{
    for (std::size_t at = text.find('\''); at != std::string::npos; at = text.find('\'', at))
        text.replace(at, 1, "\\\"");
    return text;
}

const std::string kOpen = inside(
    R"({"id":"7","question":"Will it rain?","conditionId":"0xaa","slug":"rain","outcomes":"['Yes', 'No']","outcomePrices":"['0.51', '0.49']","volume":"832.5","active":true,"closed":false,"acceptingOrders":true,"createdAt":"2025-05-02T15:04:43.762151Z","startDate":"2025-05-02T15:48:10.582Z","endDate":"2026-07-31T12:00:00Z","clobTokenIds":"['111', '222']","events":[{"slug":"weather"}]})");
/// closed, yet accepting orders; real arrays; the time of closing in PostgreSQL's form
const std::string kClosed = inside(
    R"({"id":"8","question":"Will it snow?","conditionId":"0xbb","slug":"snow","outcomes":["Yes","No"],"outcomePrices":["0","1"],"volume":12.5,"closed":true,"acceptingOrders":true,"createdAt":"2026-02-27T22:22:35Z","closedTime":"2026-03-19 23:20:15+00","clobTokenIds":["333","444"]})");
const std::string kLegacy = inside(
    R"({"id":"12","question":"Old?","conditionId":"0xcc","slug":"old","outcomes":"['Yes', 'No']","outcomePrices":"['0', '0']","volume":"3.5","volumeNum":3.45,"closed":true,"createdAt":"2020-10-02T16:10:01.467Z","closedTime":"2020-11-02 16:31:01+00","clobTokenIds":"broken"})");

} // namespace

class tst_Polymarket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marketsOpenAndResolve()
    {
        const std::string text =
            '[' + kOpen + ',' + kClosed + ',' + kLegacy + R"(,{"question":"nameless"},3])";
        QCOMPARE(qs(recognise("polymarket", text)), u"markets"_s);
        const auto parsed = parse("polymarket", "markets", text);
        QVERIFY(!parsed.fault);
        QCOMPARE(parsed.records, 5U);
        QCOMPARE(parsed.refusals.total(), 2U);
        QCOMPARE(parsed.values.events.size(), 5U);
        const Event &opened = *find(parsed, "market_opened", "rain");
        COMPARE_INSTANTS(opened, "2025-05-02T15:48:10.582000Z", "2025-05-02T15:48:10.582000Z");
        QCOMPARE(opened.knownBasis, KnownBasis::Published);
        QCOMPARE(qs(opened.text), u"Will it rain?"_s);
        QVERIFY(std::isnan(opened.value));
        QVERIFY(!find(parsed, "market_resolved", "rain"));
        const Event &no = *find(parsed, "market_resolved", "snow");
        QCOMPARE(no.value, 0.0);
        QCOMPARE(qs(no.unit), u"probability"_s);
        QCOMPARE(meta(no, "winner"), u"No"_s);
        COMPARE_INSTANTS(no, "2026-03-19T23:20:15Z", "2026-03-19T23:20:15Z");
        QVERIFY(no.id == core::base::eventId("polymarket", "0xbb|resolved"));
        COMPARE_INSTANTS(*find(parsed, "market_opened", "snow"), "2026-02-27T22:22:35Z",
                         "2026-02-27T22:22:35Z");
        const Event &unknown = *find(parsed, "market_resolved", "old");
        QVERIFY(std::isnan(unknown.value)); // 0 and 0 is no probability
        QVERIFY(meta(unknown, "winner").isEmpty());
        QCOMPARE(meta(unknown, "volume"), u"3.45"_s);
        QCOMPARE(parsed.values.instruments.size(), 3U);
        const auto &instrument = parsed.values.instruments[0];
        QCOMPARE(qs(instrument.symbol), u"rain"_s);
        QCOMPARE(qs(instrument.kind), u"prediction_market"_s);
        QCOMPARE(
            qs(instrument.metadata),
            uR"({"closed":false,"condition":"0xaa","market":"7","outcome_0":"Yes","outcome_1":"No","token_0":"111","token_1":"222","volume":832.5})"_s);
        QVERIFY(parsed.next.empty()); // nobody asked for prices
    }

    void askedMarketsAskForTheirPrices()
    {
        const Entries with{{"slug", "rain"},
                           {"from", "2026-01-01T00:00:00Z"},
                           {"to", "2026-01-20T00:00:00Z"},
                           {"jump", "0.2"}};
        const auto parsed = parse("polymarket", "markets", kOpen, with);
        QCOMPARE(parsed.records, 1U);
        QCOMPARE(parsed.next.size(), 2U);
        QCOMPARE(qs(parsed.next[1].endpoint), u"prices_history"_s);
        QCOMPARE(qs(parsed.next[1].with.at("token")), u"111"_s);
        QCOMPARE(qs(parsed.next[1].with.at("from")), u"2026-01-15T00:00:00Z"_s);
        QCOMPARE(qs(parsed.next[1].with.at("jump")), u"0.2"_s);
        QCOMPARE(
            qs(findProvider("polymarket")->call(parsed.next[1], {})->url),
            u"https://clob.polymarket.com/prices-history?market=111&startTs=1768435200&endTs=1768867200&fidelity=60"_s);
        QVERIFY(parse("polymarket", "markets", kLegacy, with).next.empty()); // it has no token
    }

    /// A market that ends leaves the list of the open ones.
    void marketsThatEndedAreAskedFor()
    {
        const auto *polymarket = findProvider("polymarket");
        const auto asks =
            polymarket->asks({}, {at("2026-03-19T23:00:00Z"), at("2026-03-20T00:00:00Z"), false});
        const auto parsed = parse("polymarket", "markets", '[' + kClosed + ']', asks->at(1).with);
        QVERIFY(find(parsed, "market_resolved", "snow"));
        QVERIFY(parsed.next.empty()); // nobody asked for their past
    }

    void eventsHoldMarkets()
    {
        const std::string text =
            R"([{"id":"30829","slug":"winter","title":"Winter","volume":799.5,"markets":[)" + kOpen + ',' +
            kClosed + R"(]},{"id":"1","slug":"empty","markets":[]}])";
        QCOMPARE(qs(recognise("polymarket", text)), u"events"_s);
        const auto parsed = parse("polymarket", "events", text);
        QCOMPARE(parsed.records, 2U);
        QCOMPARE(meta(*find(parsed, "market_opened", "rain"), "event"), u"winter"_s);
    }

    void theOrderBookNamesMarkets()
    {
        const std::string text =
            R"({"data":[{"condition_id":"0xaa","question_id":"0x1","question":"Will it rain?","market_slug":"rain","closed":true,"end_date_iso":null,"tokens":[{"token_id":"","outcome":"","price":0,"winner":false},{"token_id":"","outcome":"","price":0,"winner":false}]},{"market_slug":""}],"next_cursor":"MTAw","limit":100,"count":100})";
        QCOMPARE(qs(recognise("polymarket", text)), u"clob_markets"_s);
        const auto parsed = parse("polymarket", "clob_markets", text);
        QCOMPARE(parsed.records, 2U);
        QCOMPARE(parsed.values.instruments.size(), 1U);
        QCOMPARE(qs(parsed.values.instruments[0].metadata), uR"({"closed":true,"condition":"0xaa"})"_s);
        QVERIFY(parsed.values.events.empty());
        QCOMPARE(parsed.next.size(), 1U);
        QCOMPARE(qs(findProvider("polymarket")->call(parsed.next[0], {})->url),
                 u"https://clob.polymarket.com/markets?next_cursor=MTAw"_s);
        QVERIFY(parse("polymarket", "clob_markets", R"({"data":[],"next_cursor":"LTE="})").next.empty());
    }

    void historiesAreChancesAndJumps()
    {
        const std::string text =
            R"({"history":[{"t":1786258812,"p":0.18},{"t":1786262412,"p":0.19},{"t":1786266012,"p":0.29},{"t":1786273212,"p":0.6},{"t":1786276812,"p":1.6},{"t":null,"p":0.5},{"t":1786276812,"p":0.35}]})";
        QCOMPARE(qs(recognise("polymarket", text)), u"prices_history"_s);
        const auto parsed = parse("polymarket", "prices_history", text,
                                  {{"token", "111"}, {"market", "rain"}, {"outcome", "Yes"}});
        QCOMPARE(parsed.records, 7U);
        QCOMPARE(refused(parsed),
                 u"1 × the price is not a probability; 1 × the time of a price is not a number"_s);
        QCOMPARE(parsed.values.events.size(), 7U);
        const Event &first = parsed.values.events[0];
        QCOMPARE(qs(first.eventType), u"market_probability"_s);
        QCOMPARE(qs(first.entity), u"rain"_s);
        QCOMPARE(first.value, 0.18);
        COMPARE_INSTANTS(first, "2026-08-09T07:00:12Z", "2026-08-09T07:00:12Z");
        QVERIFY(first.id == core::base::eventId("polymarket", "111|1786258812"));
        const Event &jump = parsed.values.events[3];
        QCOMPARE(qs(jump.eventType), u"probability_jump"_s);
        QVERIFY(std::abs(jump.value - 0.1) < 1e-12);
        QCOMPARE(meta(jump, "before"), u"0.19"_s);
        // +0.31 took two hours, −0.25 one
        QCOMPARE(qs(parsed.values.events[4].eventType), u"market_probability"_s);
        QCOMPARE(qs(parsed.values.events[6].eventType), u"probability_jump"_s);
        QCOMPARE(parsed.values.events[6].value, -0.25);
        QCOMPARE(parse("polymarket", "prices_history", text, {{"market", "rain"}, {"jump", "0.3"}})
                     .values.events.size(),
                 5U);
        QVERIFY(parse("polymarket", "prices_history", text).fault);
    }

    void theBestOfABookStandsLast()
    {
        const std::string text =
            R"({"event_type":"book","market":"0xaa","asset_id":"111","timestamp":"1729084877448","bids":[{"price":"0.01","size":"9"},{"price":"0.48","size":"30"}],"asks":[{"price":"0.99","size":"7"},{"price":"0.52","size":"25.5"}]})";
        QCOMPARE(qs(recognise("polymarket", text)), u"stream"_s);
        const auto parsed = parse("polymarket", "stream", text, {{"111", "rain"}});
        QCOMPARE(parsed.values.quotes.size(), 1U);
        const auto &quote = parsed.values.quotes[0];
        QCOMPARE(qs(quote.symbol), u"rain"_s);
        QCOMPARE(quote.bid, 0.48);
        QCOMPARE(quote.bidSize, 30.0);
        QCOMPARE(quote.ask, 0.52);
        QCOMPARE(quote.askSize, 25.5);
        QCOMPARE(qs(core::base::toIso(quote.ts)), u"2024-10-16T13:21:17.448000Z"_s);
    }

    void readsTheMessagesOfTheStream()
    {
        const std::string text =
            R"([{"event_type":"price_change","market":"0xaa","asset_id":"111","price":"0.514","side":"SELL","size":"21574.08","timestamp":"1723967931411"},)"
            R"({"event_type":"price_change","market":"0xaa","timestamp":"1729084877448","price_changes":[{"asset_id":"111","price":"0.6","side":"BUY","size":"3300","best_bid":"0.6","best_ask":"0.7"},{"asset_id":"222","price":"0.4","best_bid":"0.3","best_ask":"0.4"},{"asset_id":"111","price":"0.7","best_bid":"0.61","best_ask":"0.7"}]},)"
            R"({"event_type":"last_trade_price","asset_id":"222","market":"0xaa","price":"0.491","side":"SELL","size":"85.36","timestamp":"1724564136087"},)"
            R"({"event_type":"tick_size_change","asset_id":"111","market":"0xaa","new_tick_size":"0.001","timestamp":"1739068041853"},)"
            R"({"event_type":"market_resolved","id":"9","market":"0xaa","assets_ids":["111","222"],"winning_asset_id":"111","winning_outcome":"Yes","timestamp":"1766790415550"},)"
            R"({"event_type":"new_market","id":"10","question":"Hail?","market":"0xdd","slug":"hail","assets_ids":["5","6"],"event_message":{"slug":"weather"},"timestamp":"1766790415551"},)"
            R"({"event_type":"book","asset_id":"111","timestamp":"soon"},{"event_type":"book","asset_id":"111","timestamp":"1766790415551","bids":[],"asks":[]}])";
        const auto parsed = parse("polymarket", "stream", text, {{"111", "rain"}, {"0xaa", "rain"}});
        QCOMPARE(parsed.records, 8U);
        QCOMPARE(refused(parsed), u"1 × the book is empty; 1 × the message has no time"_s);
        QCOMPARE(parsed.values.quotes.size(), 2U); // the old format says nothing of the best price
        QCOMPARE(parsed.values.quotes[0].bid, 0.61);
        QCOMPARE(qs(parsed.values.quotes[1].symbol), u"222"_s);
        QCOMPARE(parsed.values.ticks.size(), 1U);
        QCOMPARE(parsed.values.ticks[0].price, 0.491);
        QCOMPARE(parsed.values.ticks[0].size, 85.36);
        QCOMPARE(qs(parsed.values.ticks[0].condition), u"SELL"_s);
        const Event &resolved = *find(parsed, "market_resolved");
        QCOMPARE(qs(resolved.entity), u"rain"_s);
        QCOMPARE(resolved.value, 1.0);
        QCOMPARE(meta(resolved, "winner"), u"Yes"_s);
        // what the list of markets says later is a version of the same fact
        QVERIFY(resolved.id == core::base::eventId("polymarket", "0xaa|resolved"));
        const Event &opened = *find(parsed, "market_opened");
        QCOMPARE(qs(opened.entity), u"hail"_s);
        QCOMPARE(meta(opened, "event"), u"weather"_s);
        COMPARE_INSTANTS(opened, "2025-12-26T23:06:55.551000Z", "2025-12-26T23:06:55.551000Z");
    }

    void theStreamBringsWhatIsFollowed()
    {
        const auto *polymarket = findProvider("polymarket");
        SourceSettings settings;
        settings.options["live"] = "yes";
        QVERIFY(polymarket->stream(settings, {}).error().message.contains(u"Name the markets"_s));
        settings.series = {"rain"};
        const auto lookups = polymarket->streamLookups(settings);
        QCOMPARE(lookups.size(), 1U);
        QVERIFY(polymarket->call(lookups[0], settings)->url.ends_with("markets/slug/rain"));
        const auto looked = parse("polymarket", "markets", kOpen, lookups[0].with);
        QVERIFY(!polymarket->stream(settings, {}).ok());
        const auto stream = polymarket->stream(settings, looked.next);
        QVERIFY(stream.ok() && stream->has_value());
        const Stream &live = **stream;
        QCOMPARE(qs(live.subscribe.at(0)),
                 uR"({"type":"market","custom_feature_enabled":true,"assets_ids":["111"]})"_s);
        QCOMPARE(qs(live.heartbeat), u"PING"_s);
        const std::string text =
            R"([{"event_type":"price_change","market":"0xaa","timestamp":"1729084877448","price_changes":[{"asset_id":"111","best_bid":"0.6","best_ask":"0.7"},{"asset_id":"222","best_bid":"0.3","best_ask":"0.4"}]}])"
            "\nPONG\nINVALID OPERATION\n"
            R"({"event_type":"best_bid_ask","asset_id":"111","best_bid":"0.61","best_ask":"0.7","timestamp":"1729084877449"})"
            "\n"
            R"({"event_type":"last_trade_price","asset_id":"111","price":"0.65","size":"3","side":"BUY","timestamp":"1729084877450"})"
            "\n"
            R"({"event_type":"new_market","id":"10","question":"Hail?","market":"0xdd","slug":"hail","assets_ids":["5","6"],"timestamp":"1729084877450"})"
            "\n"
            R"({"event_type":"market_resolved","id":"9","market":"0xaa","assets_ids":["111","222"],"winning_asset_id":"111","timestamp":"1729084877451"})"
            "\n"
            R"({"event_type":"surprise","asset_id":"111","timestamp":"1729084877450"})"
            "\n{\"event_type\":";
        const auto parsed = parse("polymarket", "stream", text, live.ask.with);
        QVERIFY(!parsed.fault);
        QCOMPARE(parsed.values.quotes.size(), 2U);
        QCOMPARE(qs(parsed.values.quotes[1].symbol), u"rain"_s);
        QCOMPARE(parsed.values.quotes[1].bid, 0.61);
        QCOMPARE(parsed.values.ticks.size(), 1U);
        QCOMPARE(parsed.values.events.size(), 1U); // hail is not followed
        QCOMPARE(qs(parsed.values.events[0].entity), u"rain"_s);
        QCOMPARE(parsed.refusals.total(), 2U);
        QVERIFY(parsed.notice && parsed.notice->sentence.contains(u"INVALID OPERATION"_s));
    }

    void tradesAreTicksOfTheFirstOutcome()
    {
        const std::string text =
            R"([{"proxyWallet":"0x1","side":"SELL","asset":"111","conditionId":"0xaa","size":5.4,"price":0.998,"timestamp":1729000180,"slug":"rain","outcome":"Yes","outcomeIndex":0},{"proxyWallet":"0x2","side":"BUY","conditionId":"0xaa","size":1,"price":0.01,"timestamp":1729000180,"slug":"rain","outcomeIndex":1},{"slug":"rain","price":2,"timestamp":1729000180},{"slug":"","timestamp":1}])";
        QCOMPARE(qs(recognise("polymarket", text)), u"trades"_s);
        const auto parsed = parse("polymarket", "trades", text);
        QCOMPARE(parsed.records, 4U);
        QCOMPARE(parsed.refusals.total(), 3U);
        QCOMPARE(parsed.values.ticks.size(), 1U);
        QCOMPARE(qs(parsed.values.ticks[0].symbol), u"rain"_s);
        QCOMPARE(parsed.values.ticks[0].price, 0.998);
        QCOMPARE(qs(core::base::toIso(parsed.values.ticks[0].ts)), u"2024-10-15T13:49:40Z"_s);
    }

    void errorsAreFaults_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("slug") << QByteArray(R"({"type":"not found error","error":"slug not found"})") << 404
                              << int(FaultKind::NotFound);
        QTest::newRow("interval")
            << QByteArray(R"({"error":"invalid filters: 'startTs' and 'endTs' interval is too long"})") << 400
            << int(FaultKind::Refused);
        QTest::newRow("book, HTTP 200")
            << QByteArray(R"({"error":"No orderbook exists"})") << 200 << int(FaultKind::Refused);
        QTest::newRow("limit") << QByteArray("error code: 1015") << 429 << int(FaultKind::TooMany);
        QTest::newRow("page") << QByteArray("<!DOCTYPE html>") << 200 << int(FaultKind::NotData);
        QTest::newRow("text") << QByteArray("hello") << 200 << int(FaultKind::NotData);
        QTest::newRow("empty") << QByteArray() << 200 << int(FaultKind::NotData);
    }

    void errorsAreFaults()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(int, kind);
        for (const char *endpoint :
             {"markets", "events", "clob_markets", "prices_history", "trades", "stream"}) {
            const auto parsed = parse("polymarket", endpoint, view(body), {{"market", "rain"}}, {}, status);
            QVERIFY2(parsed.fault, endpoint);
            QCOMPARE(int(parsed.fault->kind), kind);
            QVERIFY(parsed.values.size() == 0);
        }
    }

    void asksAndCalls()
    {
        const auto *polymarket = findProvider("polymarket");
        const Window window{at("2026-01-01T12:00:00Z"), at("2026-01-02T00:00:00Z"), false};
        SourceSettings settings;
        const auto top = polymarket->asks(settings, window);
        QCOMPARE(top->size(), 2U);
        QCOMPARE(
            qs(polymarket->call(top->at(0), settings)->url),
            u"https://gamma-api.polymarket.com/markets?closed=false&order=volumeNum&ascending=false&limit=100"_s);
        QCOMPARE(qs(top->at(0).with.at("from")), u"2026-01-01T09:00:00Z"_s);
        QCOMPARE(
            qs(polymarket->call(top->at(1), settings)->url),
            u"https://gamma-api.polymarket.com/markets?closed=true&order=closedTime&ascending=false&limit=100"_s);
        QCOMPARE(polymarket->asks(settings, {window.from, window.to, true})->size(), 1U);
        settings.series = {"rain", "a b"};
        settings.options["jump"] = "0.05";
        const auto asks = polymarket->asks(settings, window);
        QCOMPARE(asks->size(), 2U);
        QCOMPARE(qs(polymarket->call(asks->at(1), settings)->url),
                 u"https://gamma-api.polymarket.com/markets/slug/a%20b"_s);
        QCOMPARE(qs(asks->at(0).with.at("jump")), u"0.05"_s);
        QCOMPARE(qs(polymarket->call({"stream", {{"token", "111"}}}, settings)->url),
                 u"https://clob.polymarket.com/book?token_id=111"_s);
        settings.options["jump"] = "big";
        VERIFY_ERROR(polymarket->asks(settings, window), core::base::ErrorCode::BadInput);
    }

    void halfAnAnswerKeepsWhatIsWhole()
    {
        const std::string list = '[' + kClosed + ',' + kClosed + ',' + kOpen + ']';
        const auto half = parse("polymarket", "markets", std::string_view(list).substr(0, list.size() / 2));
        QCOMPARE(half.values.instruments.size(), 1U);
        QCOMPARE(refused(half), u"1 × the answer breaks off or is not JSON from here on"_s);
        const std::string group = R"({"slug":"winter","markets":)" + list + '}';
        QCOMPARE(parse("polymarket", "events", std::string_view(group).substr(0, group.size() / 2))
                     .values.instruments.size(),
                 1U);
        for (const std::string *text : {&list, &group, &kOpen}) {
            for (std::size_t size = 0; size < text->size(); ++size)
                QVERIFY(parse("polymarket", "markets", std::string_view(*text).substr(0, size))
                            .values.instruments.size() <= 3);
        }
    }

    void readsTheRecordings()
    {
        const QByteArray bytes = recording(u"polymarket/gamma_market_closed_binary.json"_s);
        if (bytes.isEmpty())
            QSKIP("the recorded answers (../shared/data/payloads) are not beside the project");
        const auto parsed = parse("polymarket", "markets", view(bytes));
        const Event &event = *find(parsed, "market_resolved");
        QCOMPARE(event.value, 0.0);
        QCOMPARE(meta(event, "winner"), u"No"_s);
        COMPARE_INSTANTS(event, "2026-03-19T23:20:15Z", "2026-03-19T23:20:15Z");
        const QByteArray book = recording(u"polymarket/ws_book_2024-10.json"_s);
        const auto quotes = parse("polymarket", "stream", view(book)).values.quotes;
        QVERIFY(quotes.at(0).bid < quotes[0].ask && quotes[0].ask - quotes[0].bid < 0.02);
    }
};

QTEST_GUILESS_MAIN(tst_Polymarket)
#include "tst_polymarket.moc"
