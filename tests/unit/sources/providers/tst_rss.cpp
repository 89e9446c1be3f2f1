// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sources/providers/answers.h"

using namespace Qt::StringLiterals;
using core::base::Instant;
using core::base::qs;
using core::domain::KnownBasis;
using core::domain::Precision;
using core::sources::Ask;
using core::sources::FaultKind;
using core::sources::SourceSettings;
using support::Answer;
using support::eventOf;
using support::happened;
using support::known;
using support::listed;
using support::metaOf;
using support::refused;

namespace {

const core::sources::Provider &rss()
{
    return *core::sources::findProvider("rss");
}

core::sources::Parsed parse(const std::string &text,
                            const std::string &address = "https://example.org/feed.xml")
{
    return support::parse(rss(), {text, {"feed", {{"url", address}}}});
}

core::sources::Parsed parseRecorded(const QString &file)
{
    const QByteArray bytes = support::recorded(u"rss/"_s + file);
    return support::parse(rss(), {support::view(bytes)});
}

std::string channel(const std::string &items)
{
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The "
           "Daily</title><link>https://daily.example/</link>"
           "<language>en</language>" +
           items + "</channel></rss>";
}

} // namespace

class tst_Rss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anArticleHasItsParts()
    {
        const auto parsed = parse(channel(
            "<item><title>Fed &amp;amp; ECB "
            "&lt;b&gt;wait&lt;/b&gt;</title><link>https://WWW.News.example:443/a?x=1&y=2</link>"
            "<description>&lt;p&gt;They&amp;nbsp;wait.&lt;/p&gt;</description><dc:creator>Jane "
            "Doe</dc:creator>"
            "<category>Rates</category><category>Banks</category><guid isPermaLink=\"false\">17</guid>"
            "<pubDate>Thu, 05 Mar 2026 09:30:00 EST</pubDate></item>"));
        QCOMPARE(listed(parsed), u"article www.news.example"_s);
        const auto *event = eventOf(parsed, "rss", "https://example.org/feed.xml 17");
        QVERIFY(event);
        QCOMPARE(qs(event->text), u"Fed & ECB wait"_s);
        QCOMPARE(known(*event), u"2026-03-05T14:30:00Z"_s);
        QCOMPARE(happened(*event), known(*event));
        QCOMPARE(event->knownBasis, KnownBasis::Published);
        QCOMPARE(event->precision, Precision::Instant);
        QVERIFY(event->value != event->value);
        QCOMPARE(metaOf(*event, "url"), u"https://WWW.News.example:443/a?x=1&y=2"_s);
        QCOMPARE(metaOf(*event, "publisher"), u"The Daily"_s);
        QCOMPARE(metaOf(*event, "summary"), u"They wait."_s);
        QCOMPARE(metaOf(*event, "author"), u"Jane Doe"_s);
        QCOMPARE(metaOf(*event, "language"), u"en"_s);
        QCOMPARE(metaOf(*event, "categories"), u"Rates, Banks"_s);
        QCOMPARE(metaOf(*event, "guid"), u"17"_s);
    }

    void namesForTheWholeWorldAreTheSameInEveryFeed()
    {
        const std::string item = "<item><title>T</title><guid>https://daily.example/a</guid>"
                                 "<pubDate>2026-03-05T00:00:00Z</pubDate></item>";
        const auto one = parse(channel(item), "https://a.example/");
        const auto other = parse(channel(item), "https://b.example/");
        QVERIFY(one.values.events.at(0).id == other.values.events.at(0).id);
        QCOMPARE(metaOf(one.values.events[0], "url"),
                 u"https://daily.example/a"_s); // a permalink is an address
        const std::string local = "<item><title>T</title><guid>7</guid><pubDate>2026-03-05</pubDate></item>";
        const auto here = parse(channel(local), "https://a.example/");
        const auto there = parse(channel(local), "https://b.example/");
        QVERIFY(here.values.events.at(0).id != there.values.events.at(0).id);
        QCOMPARE(here.values.events[0].precision, Precision::Day);
        QCOMPARE(known(here.values.events[0]), u"2026-03-06T00:00:00Z"_s);
    }

    void tickersThatThePublisherNamesAreTheEntities()
    {
        const auto parsed =
            parse(channel("<item><title>T</title><guid>https://daily.example/a</guid><category "
                          "domain=\"https://x/rss/stock\">"
                          "Nasdaq:AAPL</category><category domain=\"https://x/rss/keyword\">phones</category>"
                          "<nasdaq:tickers>msft, AAPL,not a "
                          "ticker</nasdaq:tickers><pubDate>2026-03-05T00:00:00Z</pubDate></item>"));
        QCOMPARE(listed(parsed), u"article AAPL, article MSFT"_s);
        QVERIFY(eventOf(parsed, "rss", "https://daily.example/a#MSFT"));
        QCOMPARE(metaOf(parsed.values.events[0], "categories"), u"phones"_s);
        QCOMPARE(parsed.records, 1u);
    }

    void brokenAddressesAreRepaired_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("url");
        QTest::addRow("no colon") << u"https//www.example.com/a"_s << u"https://www.example.com/a"_s;
        QTest::addRow("one slash") << u"http:/www.example.com/a"_s << u"http://www.example.com/a"_s;
        QTest::addRow("relative") << u"/a"_s << u"https://daily.example/a"_s;
        QTest::addRow("relative to the folder") << u"a.html"_s << u"https://daily.example/a.html"_s;
        QTest::addRow("without scheme") << u"//cdn.example/a"_s << u"https://cdn.example/a"_s;
        QTest::addRow("ampersands") << u"https://x.example/?a=1&amp;b=2&c=3"_s
                                    << u"https://x.example/?a=1&b=2&c=3"_s;
    }

    void brokenAddressesAreRepaired()
    {
        QFETCH(QString, link);
        QFETCH(QString, url);
        const auto parsed = parse(channel("<item><title>T</title><link>\n " + link.toStdString() +
                                          " </link><pubDate>2026-03-05T00:00:00Z</pubDate></item>"));
        QCOMPARE(metaOf(parsed.values.events.at(0), "url"), url);
        QCOMPARE(qs(parsed.values.events[0].entity), QUrl(url).host());
    }

    void anArticleWithoutDateAppearedWhenItWasSeen()
    {
        const std::string text = channel("<item><title>T</title><pubDate>Τρι, 29 Ιούν 2004</pubDate></item>");
        Answer answer{text, {"feed", {{"url", "https://example.org/"}}}};
        answer.fetchedAt = Instant(core::base::Date(std::chrono::days(20'000)));
        const auto parsed = support::parse(rss(), answer);
        QCOMPARE(parsed.values.events.at(0).knownBasis, KnownBasis::Observed);
        QVERIFY(parsed.values.events[0].knownAt == answer.fetchedAt);
        QCOMPARE(metaOf(parsed.values.events[0], "undated"), u"true"_s);
        QCOMPARE(qs(parsed.values.events[0].entity), u"daily.example"_s);
        answer.fetchedAt = {};
        QCOMPARE(refused(support::parse(rss(), answer)), u"nothing tells when the article appeared: 1"_s);
        // the feed's own date may be years old
        const std::string stale = "<rss><channel><lastBuildDate>Thu, 05 Mar 2009 09:30:00 GMT</lastBuildDate>"
                                  "<item><title>T</title></item></channel></rss>";
        answer.bytes = stale;
        answer.fetchedAt = Instant(core::base::Date(std::chrono::days(20'000)));
        const auto first = support::parse(rss(), answer);
        QVERIFY(first.values.events.at(0).timestamp == answer.fetchedAt);
        // seen again it is the same
        answer.fetchedAt = answer.fetchedAt + std::chrono::hours(1);
        const auto again = support::parse(rss(), answer);
        QVERIFY(again.values.events.at(0).knownAt == answer.fetchedAt);
        QVERIFY(contentHash(again.values.events[0]) == contentHash(first.values.events[0]));
    }

    void oneEmptyArticleDoesNotDropTheOthers()
    {
        const auto parsed =
            parse(channel("<item></item><item><description>Only a text</description><pubDate>2026-03-05"
                          "</pubDate></item><item><link>https://x.example/</link><pubDate>2026-03-05"
                          "</pubDate></item>"));
        QCOMPARE(parsed.records, 3u);
        QCOMPARE(refused(parsed), u"the article has neither title nor text nor address: 1"_s);
        QCOMPARE(qs(parsed.values.events.at(0).text), u"Only a text"_s);
        QCOMPARE(qs(parsed.values.events.at(1).text), u"https://x.example/"_s);
    }

    void halfAFeedKeepsWhatCame()
    {
        std::string items;
        for (int i = 0; i < 40; ++i)
            items += "<item><title>T" + std::to_string(i) + "</title><link>https://x.example/" +
                     std::to_string(i) +
                     "</link><description><![CDATA[<p>some "
                     "text</p>]]></description><pubDate>2026-03-05T00:00:00Z</pubDate></item>";
        const std::string text = channel(items);
        const auto half = parse(text.substr(0, text.size() / 2));
        QVERIFY(!half.fault);
        QVERIFY(half.values.events.size() >= 18);
        QCOMPARE(refused(half), u"the feed breaks off here: 1"_s);
        for (std::size_t length = 0; length < text.size(); length += 13) {
            for (const auto &event : parse(text.substr(0, length)).values.events)
                QVERIFY(event.timestamp.isValid() && !event.text.empty());
        }
    }

    void errorsAreFaults_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        QTest::addColumn<FaultKind>("kind");
        QTest::addRow("gone") << 404 << u"<rss></rss>"_s << FaultKind::NotFound;
        QTest::addRow("down") << 503 << u""_s << FaultKind::Unavailable;
        QTest::addRow("a page") << 200 << u"<!DOCTYPE html><html><rss></rss>"_s << FaultKind::NotData;
        QTest::addRow("nothing") << 200 << u" "_s << FaultKind::NotData;
        QTest::addRow("a comment") << 200 << u"<!-- empty -->\n"_s << FaultKind::NotData;
        QTest::addRow("json") << 200 << u"{\"items\":[]}"_s << FaultKind::NotData;
        QTest::addRow("other xml") << 200 << u"<?xml version='1.0'?><Error><Code>x</Code></Error>"_s
                                   << FaultKind::NotData;
    }

    void errorsAreFaults()
    {
        QFETCH(int, status);
        QFETCH(QString, body);
        QFETCH(FaultKind, kind);
        const std::string text = body.toStdString();
        const auto parsed = support::parse(rss(), {text, {"feed", {}}, status});
        QVERIFY(parsed.fault);
        QVERIFY2(parsed.fault->kind == kind, qPrintable(parsed.fault->sentence));
        QVERIFY(parsed.values.events.empty());
    }

    void addressesOfFeeds()
    {
        SourceSettings settings;
        VERIFY_ERROR(rss().asks(settings, {}), core::base::ErrorCode::BadInput);
        settings.series = {"https://example.org/feed", "https://example.com/?a=b&c=d"};
        auto asks = rss().asks(settings, {});
        VERIFY_OK(asks);
        QCOMPARE(asks->size(), 2u);
        const auto call = rss().call(asks->at(1), settings);
        VERIFY_OK(call);
        QCOMPARE(qs(call->url), u"https://example.com/?a=b&c=d"_s);
        for (const char *bad : {"ftp://example.org/", "example.org/feed", "https://", "https://exa mple.org/",
                                "http://example.org/", "https://example.org/\r\nX: 1"}) {
            settings.series = {bad};
            VERIFY_ERROR(rss().asks(settings, {}), core::base::ErrorCode::BadInput);
        }
        settings.options["allow_http"] = "yes";
        settings.series = {"http://example.org/"};
        VERIFY_OK(rss().asks(settings, {}));
    }

    void anArchiveIsFollowedBackwards()
    {
        const std::string text =
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"next\" href=\"/feed?page=2\"/></feed>";
        QVERIFY(parse(text).next.empty()); // live: what is new stands on the first page
        Answer answer{text, {"feed", {{"url", "https://example.org/feed"}, {"backfill", "yes"}}}};
        const auto parsed = support::parse(rss(), answer);
        QCOMPARE(parsed.next.size(), 1u);
        QCOMPARE(qs(parsed.next[0].with.at("url")), u"https://example.org/feed?page=2"_s);
        QCOMPARE(qs(parsed.next[0].with.at("page")), u"2"_s);
        answer.ask.with["page"] = "50";
        QVERIFY(support::parse(rss(), answer).next.empty());
        answer.ask.with = {{"url", "https://example.org/feed?page=2"}, {"backfill", "yes"}};
        QVERIFY(support::parse(rss(), answer).next.empty()); // it names itself
    }

    void encodingsAsRecorded_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::addRow("euc-jp") << u"chardet_eucjp.xml"_s << u"ゲーム三昧な正月"_s;
        QTest::addRow("euc-kr") << u"chardet_euckr.xml"_s << u"EUC-KR 에서 TypeKey 한글닉네임 표시하기"_s;
        QTest::addRow("koi8-r") << u"chardet_koi8r.xml"_s << u"Как пережить новогоднюю ночь"_s;
        QTest::addRow("shift-jis") << u"chardet_shiftjis.xml"_s << u"DrecomRSSに記事投稿が反映されない…"_s;
        QTest::addRow("windows-1255") << u"chardet_windows1255.xml"_s << u"האם תדפיס נייר של אתר אינטרנט"_s;
        QTest::addRow("controls") << u"encoding_demoronize-1.xml"_s << u"don’t"_s;
        QTest::addRow("noise") << u"encoding_bozo_linenoise.xml"_s << u"’<>”©"_s;
        QTest::addRow("rdf that breaks off")
            << u"illformed_rdf_channel_empty_textinput.xml"_s << u"crashes here"_s;
    }

    void encodingsAsRecorded()
    {
        SHARED_DATA_OR_SKIP(path, u"payloads/rss"_s);
        QFETCH(QString, file);
        QFETCH(QString, text);
        const auto parsed = parseRecorded(file);
        QCOMPARE(parsed.values.events.size(), 1u);
        QVERIFY2(qs(parsed.values.events[0].text).startsWith(text),
                 qPrintable(qs(parsed.values.events[0].text)));
    }

    void articlesAsRecorded()
    {
        SHARED_DATA_OR_SKIP(path, u"payloads/rss"_s);
        const auto alert = parseRecorded(u"alberta_emergency_alert_2026-08-13.atom"_s);
        const auto &event = alert.values.events.at(0);
        QCOMPARE(qs(event.text), u"yellow watch - tornado - in effect"_s);
        QCOMPARE(qs(event.entity), u"www.alberta.ca"_s);
        QCOMPARE(known(event), u"2026-08-13T18:46:36Z"_s);
        QCOMPARE(metaOf(event, "publisher"), u"Alberta Emergency Alert - Full Atom Feed"_s);
        const auto sample = parseRecorded(u"example_rss20.xml"_s);
        QCOMPARE(known(sample.values.events.at(0)), u"2002-09-05T00:00:01Z"_s);
        QCOMPARE(metaOf(sample.values.events[0], "url"), u"http://example.org/item/1"_s);
        QCOMPARE(metaOf(sample.values.events[0], "summary"), u"Watch out for nasty tricks"_s);
        QVERIFY(eventOf(sample, "rss", "http://example.org/guid/1"));
        const auto dublin = parseRecorded(u"example_rss20dc.xml"_s);
        QCOMPARE(known(dublin.values.events.at(0)), u"2002-09-04T18:54:20Z"_s);
        QCOMPARE(metaOf(dublin.values.events[0], "language"), u"en-us"_s);
        const auto atom = parseRecorded(u"example_atom10.xml"_s);
        QCOMPARE(metaOf(atom.values.events.at(0), "url"), u"http://example.org/entry/3"_s);
        QCOMPARE(known(atom.values.events[0]), u"2005-11-09T00:23:47Z"_s);
        QCOMPARE(metaOf(atom.values.events[0], "author"), u"Mark Pilgrim"_s);
        const auto link = parseRecorded(u"illformed_rss_item_link_corrupted_ampersands.xml"_s);
        QCOMPARE(metaOf(link.values.events.at(0), "url"), u"http://link/get?a=1&b=2"_s);
        const auto cut = parseRecorded(u"illformed_rss_incomplete_cdata.xml"_s);
        QVERIFY(cut.values.events.empty());
        QCOMPARE(refused(cut), u"the feed breaks off here: 1"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Rss)
#include "tst_rss.moc"
