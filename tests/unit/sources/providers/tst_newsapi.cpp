// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// NewsAPI by hand-written answers in its shape.
#include "tests/support/answered.h"

using namespace answered;
using core::sources::FaultKind;

namespace {

const std::string kPage = R"j({"status":"ok","totalResults":250,"articles":[
    {"source":{"id":"the-paper","name":"The Paper"},"author":"A. Writer","title":"Strike at the port - The Paper",
     "description":"Dockers walk out.","url":"https:\/\/www.thepaper.org\/1","publishedAt":"2024-05-06T10:15:00Z","content":"Long… [+1234 chars]"},
    {"source":{"id":null,"name":"Other"},"author":null,"title":"No author","description":null,
     "url":"https:\/\/other.org\/2","publishedAt":"2024-05-06T11:00:00Z","content":"First line\r\nsecond… [+88 chars]"},
    {"source":null,"title":"[Removed]","url":"https:\/\/removed.com","publishedAt":"1970-01-01T00:00:00Z"},
    {"source":null,"title":"When","url":"https:\/\/other.org\/3","publishedAt":null},
    {"source":{"name":"Third"},"title":"About it","url":"https:\/\/third.org\/4","publishedAt":"2024-05-06T12:00:00Z"}]})j";

} // namespace

class tst_Newsapi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsArticles();
    void filesThemUnderAnEntity();
    void asksForFurtherPages();
    void refusalsAreFaults_data();
    void refusalsAreFaults();
    void theEndOfThePlanIsTheEndOfTheList();
    void asksAndCalls();
    void survivesCuts();
};

void tst_Newsapi::readsArticles()
{
    QCOMPARE(recognised("newsapi", kPage), "everything");
    const Parsed parsed = answered::parsed("newsapi", "", kPage);
    QCOMPARE(parsed.records, 5U);
    QCOMPARE(parsed.values.events.size(), 3U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "article");
    QCOMPARE(event.entity, "thepaper.org");
    QCOMPARE(event.text, "Strike at the port - The Paper");
    QVERIFY(event.timestamp == at("2024-05-06T10:15:00Z"));
    QVERIFY(event.knownAt == event.timestamp);
    QCOMPARE(meta(event)[QStringLiteral("author")].toString(), QStringLiteral("A. Writer"));
    QCOMPARE(meta(event)[QStringLiteral("publisher")].toString(), QStringLiteral("The Paper"));
    QCOMPARE(meta(event)[QStringLiteral("summary")].toString(), QStringLiteral("Dockers walk out."));
    QCOMPARE(meta(event)[QStringLiteral("url")].toString(), QStringLiteral("https://www.thepaper.org/1"));
    const auto &second = parsed.values.events[1];
    QVERIFY(!meta(second).contains(QStringLiteral("author")));
    QCOMPARE(meta(second)[QStringLiteral("summary")].toString(), QStringLiteral("First line  second…"));
    QCOMPARE(refusals(parsed),
             QStringLiteral("the article was withdrawn: 1, the date of the article is none: 1"));
    QCOMPARE(
        answered::parsed("newsapi", "", R"({"status":"ok","totalResults":0,"articles":[]})").values.size(),
        0U);
}

void tst_Newsapi::filesThemUnderAnEntity()
{
    const Parsed parsed = answered::parsed("newsapi", "everything", kPage, {{"entity", "AAPL"}});
    QCOMPARE(parsed.values.events[0].entity, "AAPL");
    QVERIFY(parsed.values.events[0].id !=
            answered::parsed("newsapi", "everything", kPage).values.events[0].id);
}

void tst_Newsapi::asksForFurtherPages()
{
    const auto next = [](const char *page) {
        return answered::parsed("newsapi", "everything", kPage, {{"query", "oil"}, {"page", page}}).next;
    };
    QCOMPARE(next("1").size(), 1U);
    QCOMPARE(next("1")[0].with.at("page"), "2");
    QCOMPARE(next("3").size(), 0U); // 250 are on three pages
    QCOMPARE(next("x").size(), 0U);
}

void tst_Newsapi::refusalsAreFaults_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    const auto error = [](const char *code) {
        return QByteArray(R"({"status":"error","code":")") + code + R"(","message":"It is so."})";
    };
    QTest::newRow("no key") << error("apiKeyMissing") << 401 << int(FaultKind::NoAccess);
    QTest::newRow("bad key") << error("apiKeyInvalid") << 200 << int(FaultKind::NoAccess);
    QTest::newRow("too often") << error("rateLimited") << 429 << int(FaultKind::TooMany);
    QTest::newRow("beyond the plan") << error("maximumResultsReached") << 426 << int(FaultKind::Refused);
    QTest::newRow("too far back") << error("parameterInvalid") << 426 << int(FaultKind::Refused);
    QTest::newRow("sentence alone") << QByteArray("parameterInvalid: too far in the past.") << 200
                                    << int(FaultKind::Refused);
    QTest::newRow("portal") << QByteArray("<html></html>") << 200 << int(FaultKind::NotData);
    QTest::newRow("something else") << QByteArray(R"({"status":"ok"})") << 200 << int(FaultKind::NotData);
}

void tst_Newsapi::refusalsAreFaults()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(int, kind);
    QCOMPARE(faultOf(answered::parsed("newsapi", "everything", view(bytes), {}, status)), kind);
}

void tst_Newsapi::theEndOfThePlanIsTheEndOfTheList()
{
    const char *text = R"({"status":"error","code":"maximumResultsReached","message":"Too many."})";
    const Parsed end = answered::parsed("newsapi", "everything", text, {{"page", "2"}}, 426);
    QVERIFY(!end.fault);
    QCOMPARE(end.records, 0U);
    QVERIFY(end.next.empty());
    QCOMPARE(faultOf(answered::parsed("newsapi", "everything", text, {{"page", "1"}}, 426)),
             int(FaultKind::Refused));
}

void tst_Newsapi::asksAndCalls()
{
    const auto *newsapi = core::sources::findProvider("newsapi");
    core::sources::SourceSettings settings;
    const core::sources::Window window{at("2024-05-01T00:00:00Z"), at("2024-05-02T00:00:00Z"), false};
    QVERIFY(!newsapi->asks(settings, window).ok());
    settings.series = {"AAPL=Apple Inc", "oil strike"};
    settings.options = {{"country", "us"}};
    const auto asks = newsapi->asks(settings, window);
    QCOMPARE(asks->size(), 3U);
    QVERIFY(!newsapi->call(asks->front(), settings).ok());
    settings.secrets = {{"api_key", "SECRET"}};
    const auto call = newsapi->call(asks->front(), settings);
    QCOMPARE(
        call->url,
        "https://newsapi.org/v2/everything?sortBy=publishedAt&q=Apple%20Inc&from=2024-04-29T22%3A00%3A00Z"
        "&to=2024-05-02T00%3A00%3A00Z&pageSize=100&page=1");
    QCOMPARE(call->headers.at(0).second, "SECRET");
    auto past = window;
    past.isBackfill = true;
    QCOMPARE(newsapi->asks(settings, past)->front().with.at("from"), "2024-05-01T00:00:00Z");
    QCOMPARE(asks->front().with.at("entity"), "AAPL");
    QCOMPARE(newsapi->call(asks->back(), settings)->url,
             "https://newsapi.org/v2/top-headlines?country=us&pageSize=100&page=1");
}

void tst_Newsapi::survivesCuts()
{
    const Parsed half = cutOff("newsapi", "everything", kPage);
    QCOMPARE(half.values.events.size(), 1U);
    QCOMPARE(refusals(half), QStringLiteral("the answer breaks off or is not JSON from here on: 1"));
}

QTEST_GUILESS_MAIN(tst_Newsapi)
#include "tst_newsapi.moc"
