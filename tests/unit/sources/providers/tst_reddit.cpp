// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reddit by hand-written answers in its shape.
#include "core/sources/newsitems.h"
#include "tests/support/answered.h"

#include <cmath>

using namespace answered;
using core::sources::FaultKind;

namespace {

const std::string kNew = R"j({"kind":"Listing","data":{"after":"t3_bbb","children":[
    {"kind":"t3","data":{"subreddit":"stocks","name":"t3_aaa","id":"aaa","title":"$AAA to the moon","selftext":"and $bbb too, for $1,000",
     "author":"someone","score":12,"upvote_ratio":0.9,"num_comments":3,"created_utc":1714989600.0,"edited":1714990000.0,
     "permalink":"\/r\/stocks\/comments\/aaa\/x\/"}},
    {"kind":"t3","data":{"subreddit":"stocks","name":"t3_bbb","id":"bbb","title":"About AAA","selftext":"","author":"[deleted]","score":1,
     "score_hidden":true,"created_utc":1714989000,"edited":false,"permalink":"\/r\/stocks\/comments\/bbb\/y\/"}},
    {"kind":"t3","data":{"subreddit":"stocks","title":"no id","created_utc":1714989000}},
    {"kind":"t3","data":{"subreddit":"stocks","name":"t3_ccc","title":"no time"}},
    {"kind":"t3","data":{"subreddit":"stocks","name":"t3_ddd","id":"ddd","title":"$AAA again","created_utc":1714989700}}]}})j";

std::string post(const std::string &id, const char *when, const std::string &title = "$AAA")
{
    return R"({"kind":"t3","data":{"subreddit":"stocks","name":"t3_)" + id + R"(","title":")" + title +
           R"(","created_utc":)" + std::to_string(at(when).micros() / 1'000'000) + "}}";
}

std::string listing(const std::vector<std::string> &posts, const std::string &after = {})
{
    std::string text;
    for (const std::string &one : posts)
        text += (text.empty() ? "" : ",") + one;
    return R"({"kind":"Listing","data":{"after":)" + (after.empty() ? "null" : '"' + after + '"') +
           R"(,"children":[)" + text + "]}}";
}

std::vector<core::domain::Event> mentions(const Parsed &parsed)
{
    std::vector<core::domain::Event> found;
    for (const auto &event : parsed.values.events) {
        if (event.eventType == "mentions")
            found.push_back(event);
    }
    return found;
}

} // namespace

class tst_Reddit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPosts();
    void countsMentionsByTheHour();
    void twoFetchesCountAnHourOnce();
    void pagesCountTheirHourTogether();
    void readsBareTickersThatAreFollowed();
    void readsThreads();
    void deepRepliesDoNotOverflow();
    void readsTheRestOfATree();
    void readsSavedThreads();
    void findsCashtags();
    void goesOnWhileTheWindowLasts();
    void refusalsAreFaults();
    void asksAndCalls();
    void anAppGetsAToken();
    void survivesCuts();
};

void tst_Reddit::readsPosts()
{
    QCOMPARE(recognised("reddit", kNew), "listing");
    const Parsed parsed = answered::parsed("reddit", "", kNew);
    QCOMPARE(parsed.records, 5U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "post");
    QCOMPARE(event.entity, "AAA");
    QCOMPARE(parsed.values.events[1].entity, "BBB");
    QCOMPARE(event.text, "$AAA to the moon\nand $bbb too, for $1,000");
    QCOMPARE(event.value, 12.0);
    QCOMPARE(event.unit, "score");
    QVERIFY(event.timestamp == at("2024-05-06T10:00:00Z"));
    const std::string expected =
        "{\"author\":\"someone\",\"comments\":3,\"edited\":true,\"kind\":\"post\",\"subreddit\":\"stocks\","
        "\"upvote_ratio\":0.9,\"url\":\"https://www.reddit.com/r/stocks/comments/aaa/x/\"}";
    QCOMPARE(event.metadata, expected);
    const auto &third = parsed.values.events[2];
    QCOMPARE(third.entity, "r/stocks"); // names no ticker
    QVERIFY(std::isnan(third.value));   // its score is hidden
    QVERIFY(!meta(third).contains(QStringLiteral("author")));
    QVERIFY(!meta(third).contains(QStringLiteral("edited")));
    QCOMPARE(refusals(parsed), QStringLiteral("the post has no id: 1, the time of the post is none: 1"));
}

void tst_Reddit::countsMentionsByTheHour()
{
    const Parsed parsed = answered::parsed("reddit", "listing", kNew, {{"subreddit", "stocks"}});
    const auto counts = mentions(parsed); // the oldest post is of 9:50, so nothing is counted of that hour
    QCOMPARE(counts.size(), 2U);
    const auto &count = counts[0];
    QCOMPARE(count.entity, "AAA");
    QCOMPARE(count.value, 2.0);
    QCOMPARE(count.unit, "posts");
    QVERIFY(count.timestamp == at("2024-05-06T10:00:00Z"));
    QVERIFY(count.knownAt == at("2024-05-06T10:01:40Z")); // the hour still runs: so far
    const std::string expected = R"({"of_posts":2,"place":"stocks"})";
    QCOMPARE(count.metadata, expected);
    QCOMPARE(counts[1].entity, "BBB");
    // the same posts as somebody saved them: nobody knows what is missing between them
    QCOMPARE(mentions(answered::parsed("reddit", "", kNew)).size(), 0U);
}

void tst_Reddit::twoFetchesCountAnHourOnce()
{
    const std::map<std::string, std::string> with{{"subreddit", "stocks"}};
    const std::string early = listing({post("b", "2024-05-06T10:20:00Z"), post("a", "2024-05-06T09:10:00Z")});
    const std::string late = listing({post("d", "2024-05-06T11:05:00Z"), post("c", "2024-05-06T10:40:00Z"),
                                      post("b", "2024-05-06T10:20:00Z"), post("a", "2024-05-06T09:10:00Z")});
    const auto first = mentions(answered::parsed("reddit", "listing", early, with));
    const auto second = mentions(answered::parsed("reddit", "listing", late, with));
    QCOMPARE(first.size(), 1U);
    QCOMPARE(second.size(), 2U);
    QVERIFY(first[0].id == second[0].id); // 10:00, revised
    QCOMPARE(first[0].value, 1.0);
    QCOMPARE(second[0].value, 2.0);
    QVERIFY(second[0].knownAt == at("2024-05-06T11:00:00Z"));
    // another place counts for itself
    const auto other = mentions(answered::parsed("reddit", "listing", early, {{"subreddit", "investing"}}));
    QVERIFY(other[0].id != first[0].id);
}

void tst_Reddit::pagesCountTheirHourTogether()
{
    const std::map<std::string, std::string> with{{"subreddit", "stocks"}, {"from", "2024-05-06T10:00:00Z"}};
    const Parsed first = answered::parsed(
        "reddit", "listing",
        listing({post("d", "2024-05-06T11:10:00Z"), post("c", "2024-05-06T10:40:00Z")}, "t3_c"), with);
    QCOMPARE(mentions(first).size(), 1U); // 11:00
    QCOMPARE(first.next.size(), 1U);
    const Parsed second = answered::parsed(
        "reddit", "listing",
        listing({post("b", "2024-05-06T10:20:00Z", "$AAA, $CCC"), post("a", "2024-05-06T09:10:00Z")}),
        first.next[0].with);
    const auto counts = mentions(second);
    QCOMPARE(counts.size(), 2U);
    QCOMPARE(counts[0].entity, "AAA");
    QCOMPARE(counts[0].value, 2.0); // one of each page
    QVERIFY(counts[0].timestamp == at("2024-05-06T10:00:00Z"));
    QVERIFY(counts[0].knownAt == at("2024-05-06T11:00:00Z"));
    QCOMPARE(meta(counts[0])[QStringLiteral("of_posts")].toInt(), 2);
    QCOMPARE(counts[1].entity, "CCC");
    QCOMPARE(second.next.size(), 0U);
}

void tst_Reddit::readsBareTickersThatAreFollowed()
{
    const Parsed parsed = answered::parsed("reddit", "listing", kNew, {{"tickers", "AAA,ZZZ"}});
    QCOMPARE(parsed.values.events[2].entity, "AAA"); // "About AAA"
}

void tst_Reddit::readsThreads()
{
    const std::string text =
        R"([{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"subreddit":"s","name":"t3_a","title":"T",
        "created_utc":1714989600,"score":1}}]}},{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"subreddit":"s",
        "name":"t1_b","body":"yes","created_utc":1714989601,"score":2,"replies":{"kind":"Listing","data":{"children":[
        {"kind":"t1","data":{"subreddit":"s","name":"t1_c","body":"no","created_utc":1714989602,"score":3,"replies":""}},
        {"kind":"more","data":{"count":7,"children":["x"]}}]}}}}]}}])";
    QCOMPARE(recognised("reddit", text), "comments");
    const Parsed parsed = answered::parsed("reddit", "", text);
    QCOMPARE(parsed.records, 3U);
    QCOMPARE(parsed.values.events.size(), 3U);
    QCOMPARE(parsed.values.events[2].text, "no");
    QCOMPARE(meta(parsed.values.events[2])[QStringLiteral("kind")].toString(), QStringLiteral("comment"));
    QCOMPARE(parsed.refusals.total(), 0U);
}

void tst_Reddit::deepRepliesDoNotOverflow()
{
    const auto nested = [](int depth) {
        std::string text = "[";
        for (int i = 0; i < depth; ++i)
            text +=
                R"({"kind":"Listing","data":{"children":[{"kind":"t1","data":{"name":"t1_x","body":"b","created_utc":17149896,"replies":)";
        text += "\"\"";
        for (int i = 0; i < depth; ++i)
            text += "}}]}}";
        return text + ']';
    };
    QCOMPARE(answered::parsed("reddit", "comments", nested(60)).values.events.size(), 13U);
    QCOMPARE(answered::parsed("reddit", "comments", nested(5'000)).values.events.size(), 0U);
}

void tst_Reddit::readsTheRestOfATree()
{
    const Parsed parsed = answered::parsed(
        "reddit", "", R"({"json":{"errors":[],"data":{"things":[{"kind":"t1","data":{"subreddit":"s",
        "name":"t1_b","body":"yes","created_utc":1714989601,"replies":""}},{"kind":"more","data":{}}]}}})");
    QCOMPARE(parsed.values.events.size(), 1U);
}

void tst_Reddit::readsSavedThreads()
{
    const Parsed parsed = answered::parsed(
        "reddit", "", R"({"post":{"id":"a","title":"T $QQQ","created_utc":1714989600.0,"score":0},
        "comments":[{"id":"b","body":"ok","created_utc":1714989601.0,"score":20}]})");
    QCOMPARE(parsed.values.events.size(), 2U);
    QVERIFY(parsed.values.events[0].id == core::base::eventId("reddit", "t3_a/QQQ"));
    QVERIFY(parsed.values.events[1].id == core::base::eventId("reddit", "t1_b"));
    QCOMPARE(answered::parsed("reddit", "", R"({"kind":"t5","data":{}})").values.size(), 0U);
}

void tst_Reddit::findsCashtags()
{
    using core::sources::cashtagsOf;
    const std::vector<std::string> found = {"AAPL", "BRK.B", "TSLA"};
    QVERIFY(cashtagsOf("$AAPL, $brk.b ($TSLA) $AAPL $1,000 a$B $TOOLONGX $$C US$D $A1") == found);
    QVERIFY(cashtagsOf("ends with $").empty());
    QVERIFY(cashtagsOf("").empty());
    QVERIFY(core::sources::wordsOf("GME, but not GMED or agme", "GME,AMC") ==
            std::vector<std::string>{"GME"});
}

void tst_Reddit::goesOnWhileTheWindowLasts()
{
    const auto next = [](const char *from) {
        return answered::parsed("reddit", "listing", kNew, {{"subreddit", "stocks"}, {"from", from}}).next;
    };
    QCOMPARE(next("2024-05-06T09:00:00Z").size(), 1U);
    QCOMPARE(next("2024-05-06T09:00:00Z")[0].with.at("after"), "t3_bbb");
    QCOMPARE(next("2024-05-06T09:55:00Z").size(), 0U); // the oldest post is before it
}

void tst_Reddit::refusalsAreFaults()
{
    QCOMPARE(faultOf(answered::parsed("reddit", "", R"({"message":"Not Found","error":404})")),
             int(FaultKind::NotFound));
    QCOMPARE(faultOf(answered::parsed("reddit", "", R"({"message":"Too Many Requests","error":429})")),
             int(FaultKind::TooMany));
    QCOMPARE(faultOf(answered::parsed("reddit", "listing",
                                      R"({"reason":"private","message":"Forbidden","error":403})", {}, 403)),
             int(FaultKind::NoAccess));
    QCOMPARE(faultOf(answered::parsed("reddit", "listing", R"({"error":"invalid_grant"})")),
             int(FaultKind::Refused));
    QCOMPARE(faultOf(answered::parsed("reddit", "listing", R"({"a":1})")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("reddit", "listing", "<html>blocked</html>")), int(FaultKind::NotData));
}

void tst_Reddit::asksAndCalls()
{
    const auto *reddit = core::sources::findProvider("reddit");
    core::sources::SourceSettings settings;
    const core::sources::Window window{at("2024-05-01T09:40:00Z"), at("2024-05-02T00:00:00Z"), false};
    QVERIFY(!reddit->asks(settings, window).ok());
    settings.series = {"wallstreetbets"};
    settings.options = {{"tickers", "GME"}};
    auto ask = reddit->asks(settings, window)->front();
    QCOMPARE(reddit->call(ask, settings)->url,
             "https://www.reddit.com/r/wallstreetbets/new.json?limit=100&raw_json=1");
    QCOMPARE(ask.with.at("from"), "2024-05-01T09:00:00Z"); // whole hours can be counted
    QVERIFY(!reddit->tokenAsk(settings));
    settings.secrets = {{"access_token", "SECRET"}};
    ask.with["after"] = "t3_a";
    const auto call = reddit->call(ask, settings);
    QCOMPARE(call->url, "https://oauth.reddit.com/r/wallstreetbets/new?limit=100&raw_json=1&after=t3_a");
    QCOMPARE(call->headers.at(0).second, "Bearer SECRET");
}

void tst_Reddit::anAppGetsAToken()
{
    const auto *reddit = core::sources::findProvider("reddit");
    core::sources::SourceSettings settings;
    settings.secrets = {{"client_id", "me"}};
    QVERIFY(!reddit->tokenAsk(settings));
    settings.secrets["client_secret"] = "SECRET";
    const auto ask = reddit->tokenAsk(settings);
    QVERIFY(ask.has_value());
    const auto call = reddit->call(*ask, settings);
    QCOMPARE(call->url, "https://www.reddit.com/api/v1/access_token");
    QCOMPARE(call->body, "grant_type=client_credentials");
    QCOMPARE(call->headers.at(0).first, "Authorization");
    QCOMPARE(call->headers.at(0).second, "Basic bWU6U0VDUkVU"); // me:SECRET
    QCOMPARE(answered::parsed("reddit", "token", R"({"access_token":"T"})").values.size(), 0U);
}

void tst_Reddit::survivesCuts()
{
    const Parsed half = cutOff("reddit", "listing", kNew);
    QCOMPARE(half.values.events.size(), 2U); // the first post: two tickers
    QCOMPARE(refusals(half), QStringLiteral("the answer breaks off or is not JSON from here on: 1"));
}

QTEST_GUILESS_MAIN(tst_Reddit)
#include "tst_reddit.moc"
