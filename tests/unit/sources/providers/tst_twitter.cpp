// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Twitter by hand-written answers in its shape.
#include "tests/support/answered.h"

using namespace answered;
using core::sources::FaultKind;

namespace {

const std::string kPage =
    R"j({"data":[{"id":"1611077073803841538","author_id":"7","created_at":"2023-01-05T18:56:00.000Z","lang":"en","text":"Buy $AMD & wait",)j"
    R"j("public_metrics":{"retweet_count":4,"reply_count":1,"like_count":9,"quote_count":2},"entities":{"cashtags":[{"start":4,"tag":"amd"},{"tag":"BTC"}]}},)j"
    R"j({"id":"1380175475545362437","text":"no date, no author"},)j"
    R"j({"id":"1611077073803841540","author_id":"8","created_at":"2023-01-05T18:57:00.000Z","text":"RT nothing","referenced_tweets":[{"type":"retweeted","id":"1"}]},)j"
    R"j({"id":"12","created_at":"someday","text":"bad"},{"text":"no id","created_at":"2023-01-05T18:56:00.000Z"}],)j"
    R"j("includes":{"users":[{"id":"7","username":"seven"},{"id":"8","username":"eight"}]},)j"
    R"j("errors":[{"title":"Not Found Error","detail":"Could not find tweet"}],"meta":{"next_token":"abc","result_count":5}})j";

} // namespace

class tst_Twitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsASearch();
    void aPageCountsNobody();
    void readsVersionOne();
    void editsAreVersions();
    void readsAStreamToItsEnd();
    void readsCounts();
    void usersAreNoPosts();
    void goesOn();
    void refusalsAreFaults();
    void asksAndCalls();
    void anHourIsCountedOnce();
    void survivesCuts();
    void recordingReadsAsByEye();
};

void tst_Twitter::readsASearch()
{
    QCOMPARE(recognised("twitter", kPage), "search");
    const Parsed parsed = answered::parsed("twitter", "", kPage);
    QVERIFY(!parsed.fault); // errors beside data are no fault
    QCOMPARE(parsed.records, 5U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "post");
    QCOMPARE(event.entity, "AMD");
    QCOMPARE(parsed.values.events[1].entity, "BTC");
    QCOMPARE(event.text, "Buy $AMD & wait");
    QCOMPARE(event.value, 9.0);
    QCOMPARE(event.unit, "likes");
    QVERIFY(event.timestamp == at("2023-01-05T18:56:00Z"));
    QVERIFY(event.id == core::base::eventId("twitter", "1611077073803841538/AMD"));
    const std::string expected =
        "{\"author\":\"seven\",\"language\":\"en\",\"quotes\":2,\"replies\":1,\"retweets\":4,"
        "\"url\":\"https://twitter.com/i/web/status/1611077073803841538\"}";
    QCOMPARE(event.metadata, expected);
    const auto &bare = parsed.values.events[2];
    QCOMPARE(bare.entity, "UNKNOWN");
    QVERIFY(bare.timestamp == at("2021-04-08T15:07:30.447Z")); // the id tells
    QCOMPARE(parsed.values.events[3].entity, "@eight");
    QVERIFY(meta(parsed.values.events[3])[QStringLiteral("retweet")].toBool());
    QCOMPARE(refusals(parsed), QStringLiteral("the post has no id: 1, the time of the post is none: 1"));
}

/// How often a ticker is named the counts say; a page of posts says it of no whole hour.
void tst_Twitter::aPageCountsNobody()
{
    const std::map<std::string, std::string> ofAQuery{{"query", "$AMD"}};
    for (const auto &with : {std::map<std::string, std::string>(), ofAQuery}) {
        const Parsed parsed = answered::parsed("twitter", "search", kPage, with);
        QCOMPARE(parsed.values.events.size(), 4U);
        for (const auto &event : parsed.values.events)
            QCOMPARE(event.eventType, "post");
    }
}

void tst_Twitter::readsVersionOne()
{
    const Parsed parsed = answered::parsed(
        "twitter", "",
        R"({"created_at":"Wed Jan 01 03:59:03 +0000 2014","id":418229860210057216,"id_str":"418229860210057216","text":"$AAPL -&gt; up &amp;lt;",)"
        R"("user":{"screen_name":"someone"},"retweet_count":3,"favorite_count":5,"lang":"en","entities":{"symbols":[{"text":"GOOG"}]},)"
        R"("retweeted_status":{"id":1}})"
        "\n");
    QCOMPARE(parsed.values.events.size(), 2U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.entity, "GOOG");
    QCOMPARE(parsed.values.events[1].entity, "AAPL");
    QCOMPARE(event.text, "$AAPL -> up &lt;");
    QCOMPARE(event.value, 5.0);
    QVERIFY(event.timestamp == at("2014-01-01T03:59:03Z"));
    QCOMPARE(meta(event)[QStringLiteral("author")].toString(), QStringLiteral("someone"));
    QVERIFY(meta(event)[QStringLiteral("retweet")].toBool());
}

void tst_Twitter::editsAreVersions()
{
    const Parsed parsed = answered::parsed(
        "twitter", "search",
        R"({"data":[{"id":"1576994789110992896","edit_history_tweet_ids":["1576994746135764992",
        "1576994789110992896"],"text":"hey","created_at":"2022-10-03T17:57:01.000Z"}]})");
    QCOMPARE(parsed.values.events.size(), 1U);
    QVERIFY(parsed.values.events[0].id == core::base::eventId("twitter", "1576994746135764992"));
    QVERIFY(meta(parsed.values.events[0])[QStringLiteral("edited")].toBool());
}

void tst_Twitter::readsAStreamToItsEnd()
{
    const std::string post =
        R"({"data":{"id":"1377650090978992134","author_id":"4","created_at":"2021-04-01T15:52:31.000Z","text":"Fury $X"},
        "includes":{"users":[{"id":"4","username":"four"}]},"matching_rules":[]})";
    std::string line = post;
    std::erase(line, '\n');
    const std::string text =
        line + "\n\r\n" +
        R"({"errors":[{"title":"operational-disconnect","detail":"This stream has been disconnected"}]})" +
        "\n" + line.substr(0, 60);
    const Parsed parsed = answered::parsed("twitter", "", text);
    QVERIFY(!parsed.fault);
    QCOMPARE(parsed.records, 3U);
    QCOMPARE(parsed.values.events.size(), 1U);
    QCOMPARE(meta(parsed.values.events[0])[QStringLiteral("author")].toString(), QStringLiteral("four"));
    QCOMPARE(refusals(parsed), QStringLiteral("Twitter says an error in the place of posts: 1, "
                                              "the answer breaks off or is not JSON from here on: 1"));
}

void tst_Twitter::readsCounts()
{
    const std::string text =
        R"({"data":[{"end":"2021-10-16T19:00:00.000Z","start":"2021-10-16T18:21:34.000Z","tweet_count":3961},
        {"end":"2021-10-16T18:00:00.000Z","start":"2021-10-16T19:00:00.000Z","tweet_count":1},
        {"end":"2021-10-16T20:00:00.000Z","start":"2021-10-16T19:00:00.000Z","tweet_count":"many"}],"meta":{"total_tweet_count":3961}})";
    QCOMPARE(recognised("twitter", text), "counts");
    const Parsed parsed = answered::parsed("twitter", "", text, {{"query", "$AAPL"}});
    QCOMPARE(parsed.values.events.size(), 1U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "mentions");
    QCOMPARE(event.entity, "AAPL");
    QCOMPARE(event.value, 3961.0);
    QVERIFY(event.timestamp == at("2021-10-16T18:21:34Z"));
    QVERIFY(event.knownAt == at("2021-10-16T19:00:00Z"));
    QCOMPARE(answered::parsed("twitter", "counts", text, {{"query", "oil strike"}}).values.events[0].entity,
             "oil strike");
    QCOMPARE(refusals(parsed),
             QStringLiteral("the count is not a number: 1, the span of the count is none: 1"));
}

void tst_Twitter::usersAreNoPosts()
{
    const std::string text =
        R"({"data":[{"id":"1","username":"a","public_metrics":{"tweet_count":5},"description":"text"}]})";
    QCOMPARE(recognised("twitter", text), "users");
    QCOMPARE(answered::parsed("twitter", "", text).values.size(), 0U);
}

void tst_Twitter::goesOn()
{
    const auto next = answered::parsed("twitter", "search", kPage, {{"query", "$AMD"}}).next;
    QCOMPARE(next.size(), 1U);
    QCOMPARE(next[0].with.at("next_token"), "abc");
    QCOMPARE(
        answered::parsed("twitter", "search", kPage, {{"query", "$AMD"}, {"next_token", "abc"}}).next.size(),
        0U);
    const Parsed none = answered::parsed("twitter", "", R"({"meta":{"result_count":0}})");
    QVERIFY(!none.fault);
    QCOMPARE(none.refusals.total(), 0U);
}

void tst_Twitter::refusalsAreFaults()
{
    QCOMPARE(faultOf(answered::parsed(
                 "twitter", "",
                 R"({"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"})")),
             int(FaultKind::NoAccess));
    QCOMPARE(faultOf(answered::parsed("twitter", "search", R"({"title":"Too Many Requests","status":429})",
                                      {}, 429)),
             int(FaultKind::TooMany));
    QCOMPARE(faultOf(answered::parsed("twitter", "search",
                                      R"({"errors":[{"message":"Rate limit exceeded","code":88}]})")),
             int(FaultKind::TooMany));
    const Parsed wrong =
        answered::parsed("twitter", "search",
                         R"({"errors":[{"message":"'start_time' is too old"}],"title":"Invalid Request"})");
    QCOMPARE(faultOf(wrong), int(FaultKind::Refused));
    QCOMPARE(faultOf(answered::parsed("twitter", "search", "<html></html>")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("twitter", "search", "[]")), int(FaultKind::NotData));
}

void tst_Twitter::asksAndCalls()
{
    const auto *twitter = core::sources::findProvider("twitter");
    core::sources::SourceSettings settings;
    const core::sources::Window window{at("2024-01-01T00:00:00Z"), at("2024-02-01T00:00:00Z"), true};
    QVERIFY(!twitter->asks(settings, window).ok());
    settings.series = {"$AAPL"};
    auto asks = twitter->asks(settings, window);
    QCOMPARE(asks->size(), 2U);
    QVERIFY(!twitter->call(asks->front(), settings).ok());
    settings.secrets = {{"bearer_token", "SECRET"}};
    const auto call = twitter->call(asks->front(), settings);
    QCOMPARE(
        call->url,
        "https://api.twitter.com/2/tweets/counts/recent?query=%24AAPL&start_time=2024-01-25T02%3A00%3A00Z"
        "&end_time=2024-01-31T23%3A59%3A30Z&granularity=hour"); // seven days back at most
    QCOMPARE(call->headers.at(0).second, "Bearer SECRET");
    settings.options = {{"archive", "yes"}};
    asks = twitter->asks(settings, window);
    QVERIFY(twitter->call(asks->back(), settings)
                ->url.starts_with("https://api.twitter.com/2/tweets/search/"
                                  "all?query=%24AAPL&start_time=2024-01-01T00%3A00%3A00Z"));
}

/// Two live fetches a quarter of an hour apart ask for the same hours, and end before now.
void tst_Twitter::anHourIsCountedOnce()
{
    const auto *twitter = core::sources::findProvider("twitter");
    core::sources::SourceSettings settings;
    settings.series = {"$AAPL"};
    const auto asksOf = [&](const char *from, const char *to) {
        return *twitter->asks(settings, {at(from), at(to), false});
    };
    const auto first = asksOf("2024-05-06T10:00:13.500Z", "2024-05-06T10:30:13.500Z");
    const auto second = asksOf("2024-05-06T10:15:13.500Z", "2024-05-06T10:45:13.500Z");
    QCOMPARE(first[0].endpoint, "counts");
    QCOMPARE(first[0].with.at("from"), "2024-05-06T10:00:00Z");
    QCOMPARE(second[0].with.at("from"), "2024-05-06T10:00:00Z");
    QCOMPARE(first[0].with.at("to"), "2024-05-06T10:29:43Z");
    QCOMPARE(first[1].with.at("from"), "2024-05-06T10:00:13Z"); // posts are one event each anyway
    QCOMPARE(first[1].with.at("to"), "2024-05-06T10:29:43Z");
    const auto count = [&](const auto &ask, const char *end, const char *posts) {
        const std::string text = std::string(R"({"data":[{"start":"2024-05-06T10:00:00.000Z","end":")") +
                                 end + R"(","tweet_count":)" + posts +
                                 R"(}],"meta":{"total_tweet_count":1}})";
        return answered::parsed("twitter", ask.endpoint, text, ask.with).values.events.at(0);
    };
    QVERIFY(count(first[0], "2024-05-06T10:29:43.000Z", "7").id ==
            count(second[0], "2024-05-06T10:44:43.000Z", "9").id);
    // a long pause does not reach beyond the seven days, even rounded
    const auto old = asksOf("2024-04-01T10:15:13Z", "2024-05-06T10:45:13Z");
    QCOMPARE(old[0].with.at("from"), "2024-04-29T12:00:00Z");
}

void tst_Twitter::survivesCuts()
{
    const Parsed half = cutOff("twitter", "search", kPage);
    QCOMPARE(half.values.events.size(), 3U); // two posts, of two tickers and of none
    QCOMPARE(refusals(half), QStringLiteral("the answer breaks off or is not JSON from here on: 1"));
}

void tst_Twitter::recordingReadsAsByEye()
{
    const QByteArray bytes = recording(QStringLiteral("twitter/v1.1_cashtag_AAPL_2014-01-04.jsonl"));
    SKIP_WITHOUT_RECORDINGS(bytes);
    const Parsed parsed = answered::parsed("twitter", "", view(bytes));
    QCOMPARE(parsed.values.events[0].entity, "AAPL");
    QVERIFY(parsed.values.events[0].timestamp == at("2014-01-04T22:45:02Z"));
    QVERIFY(parsed.values.events[0].text.starts_with(
        "$AAPL - Boeing contract with machinists - details of agreement -> "));
}

QTEST_GUILESS_MAIN(tst_Twitter)
#include "tst_twitter.moc"
