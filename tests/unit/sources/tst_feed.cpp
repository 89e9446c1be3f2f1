// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/sources/feed.h"
#include "core/sources/feedtime.h"
#include "core/sources/loosexml.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::base::qs;
using core::sources::Feed;
using core::sources::feedTime;
using core::sources::readFeed;

namespace {

QString tokens(std::string_view text)
{
    core::sources::LooseXml xml(text);
    core::sources::LooseXml::Token token;
    QString out;
    while (xml.next(token)) {
        if (token.kind == core::sources::LooseXml::Kind::Text) {
            out += u'"' + qs(token.text) + u"\" "_s;
            continue;
        }
        out += (token.kind == core::sources::LooseXml::Kind::End ? u"/"_s : u""_s) + qs(token.name);
        for (const auto &[key, value] : token.attributes)
            out += u' ' + qs(key) + u'=' + qs(value);
        out += token.isEmpty ? u"/; "_s : u"; "_s;
    }
    return out.trimmed() + (xml.brokeOff() ? u" broken"_s : u""_s);
}

} // namespace

class tst_Feed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void xmlIsReadAsItIsWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addRow("tags") << u"<A b='1' C=\"x&amp;y\" d=e><br/></a>"_s << u"a b=1 c=x&y d=e; br/; /a;"_s;
        QTest::addRow("bare ampersands")
            << u"a & b&c;&lt;&eacute;&#8217;&#x41;&#146;&#0;"_s << u"\"a & b&c;<é’A’&#0;\""_s;
        QTest::addRow("less than") << u"1 < 2 <3"_s << u"\"1 \" \"< 2 \" \"<3\""_s;
        QTest::addRow("cdata") << u"<![CDATA[<b>&amp;]]>x"_s << u"\"<b>&amp;\" \"x\""_s;
        QTest::addRow("cdata that ends early") << u"<a><![CDATA[half"_s << u"a; \"half\" broken"_s;
        QTest::addRow("less of it") << u"<a><![CD"_s << u"a; broken"_s;
        QTest::addRow("comment") << u"<!-- <a> --><b>"_s << u"b;"_s;
        QTest::addRow("declaration anywhere") << u"<!-- c --><?xml version='1.0'?><b>"_s << u"b;"_s;
        QTest::addRow("document type") << u"<!DOCTYPE r [<!ENTITY x 'y'>]><r>&x;"_s << u"r; \"&x;\""_s;
        QTest::addRow("cut tag") << u"<a></a"_s << u"a; broken"_s;
        QTest::addRow("> in an attribute") << u"<a t='x>y'>z"_s << u"a t=x>y; \"z\""_s;
        QTest::addRow("open quote") << u"<a t=\"x>y<b>z</b>"_s << u"a t=x; \"y\" b; \"z\" /b;"_s;
    }

    void xmlIsReadAsItIsWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(tokens(text.toStdString()), expected);
    }

    void whatIsSeenOfHtml()
    {
        QCOMPARE(qs(core::sources::plainText(
                     "<p>Fed <b>raises</b>\n rates&nbsp;&amp;  more</p><script>x()</script><p>R&D</p>")),
                 u"Fed raises rates & more R&D"_s);
        QCOMPARE(qs(core::sources::shortenedAtWord("one two three", 8)), u"one two…"_s);
        QCOMPARE(qs(core::sources::shortenedAtWord("ééééé", 5)), u"éé…"_s);
        QCOMPARE(qs(core::sources::shortenedAtWord("short", 8)), u"short"_s);
    }

    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addRow("rfc 822") << u"Thu, 05 Sep 2002 00:00:01 GMT"_s << u"2002-09-05T00:00:01Z"_s;
        QTest::addRow("two digits, no seconds") << u"5 Sep 02 09:30 EST"_s << u"2002-09-05T14:30:00Z"_s;
        QTest::addRow("last century") << u"Mon, 5 Sep 88 09:30:00 +0200"_s << u"1988-09-05T07:30:00Z"_s;
        QTest::addRow("summer") << u"Tue, 14 July 2026 16:05:00 EDT"_s << u"2026-07-14T20:05:00Z"_s;
        QTest::addRow("american") << u"September 5, 2002 12:00:00 +0000"_s << u"2002-09-05T12:00:00Z"_s;
        QTest::addRow("dashes") << u"Thursday, 05-Sep-02 01:02:03 UTC"_s << u"2002-09-05T01:02:03Z"_s;
        QTest::addRow("only a day") << u"Thu, 05 Sep 2002"_s << u"2002-09-05T00:00:00Z day"_s;
        QTest::addRow("afternoon") << u"Mon, 06 Jan 2025 03:15:00 PM EST"_s << u"2025-01-06T20:15:00Z"_s;
        QTest::addRow("half past midnight")
            << u"Mon, 06 Jan 2025 12:30 a.m. GMT"_s << u"2025-01-06T00:30:00Z"_s;
        QTest::addRow("noon") << u"Mon, 06 Jan 2025 12:00 PM"_s << u"2025-01-06T12:00:00Z"_s;
        QTest::addRow("both ways") << u"Mon, 06 Jan 2025 15:15:00 PM"_s << u"2025-01-06T15:15:00Z"_s;
        QTest::addRow("Alaska") << u"Mon, 06 Jan 2025 03:15:00 AKST"_s << u"2025-01-06T12:15:00Z"_s;
        QTest::addRow("Newfoundland") << u"Mon, 06 Jan 2025 03:15:00 NST"_s << u"2025-01-06T06:45:00Z"_s;
        QTest::addRow("Helsinki") << u"Mon, 07 Jul 2025 03:15:00 EEST"_s << u"2025-07-07T00:15:00Z"_s;
        QTest::addRow("number and name")
            << u"Mon, 06 Jan 2025 03:15:00 +0800 (CST)"_s << u"2025-01-05T19:15:00Z"_s;
        QTest::addRow("unknown zone") << u"Mon, 06 Jan 2025 03:15:00 AEST"_s << u"2025-01-06T00:00:00Z day"_s;
        QTest::addRow("iso, unknown zone") << u"2025-01-06 03:15:00 AEST"_s << u"2025-01-06T00:00:00Z day"_s;
        QTest::addRow("a weekday at the end") << u"06 Jan 2025 03:15:00 MON"_s << u"2025-01-06T03:15:00Z"_s;
        QTest::addRow("iso") << u"2004-06-04T17:40:33-05:00"_s << u"2004-06-04T22:40:33Z"_s;
        QTest::addRow("iso fraction") << u"2004-06-04T17:40:33.123Z"_s << u"2004-06-04T17:40:33Z"_s;
        QTest::addRow("iso blank") << u"2004-06-04 17:40 +0100"_s << u"2004-06-04T16:40:00Z"_s;
        QTest::addRow("iso day") << u" 2004-06-04\n"_s << u"2004-06-04T00:00:00Z day"_s;
        QTest::addRow("iso month") << u"2004-06"_s << u"2004-06-01T00:00:00Z day"_s;
        QTest::addRow("greek") << u"Τρι, 29 Ιούν 2004 12:53:00 GMT"_s << u""_s;
        QTest::addRow("no such day") << u"Thu, 31 Sep 2002 00:00:01 GMT"_s << u""_s;
        QTest::addRow("nothing") << u"yesterday"_s << u""_s;
        QTest::addRow("empty") << u""_s << u""_s;
    }

    void times()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto time = feedTime(text.toStdString());
        QCOMPARE(qs(core::base::toIso(time.at)) + (time.isDay ? u" day"_s : u""_s), expected);
    }

    void fieldsBelongToWhatTheyStandIn()
    {
        const Feed feed =
            readFeed("<rss><channel><title>Feed</title><image><title>no</title><link>no</link></image>"
                     "<link>https://example.org/</link><textinput><title>no</title></textinput>"
                     "<item><media:title>no</media:title><title>A</title><media:group><title>no</title>"
                     "</media:group><guid isPermaLink=\"false\">1</guid></item><item/></channel></rss>");
        QVERIFY(feed.isFeed);
        QVERIFY(!feed.brokeOff);
        QCOMPARE(qs(feed.title), u"Feed"_s);
        QCOMPARE(qs(feed.link), u"https://example.org/"_s);
        QCOMPARE(feed.items.size(), 2u);
        QCOMPARE(qs(feed.items[0].title), u"A"_s);
        QCOMPARE(qs(feed.items[0].id), u"1"_s);
        QVERIFY(!feed.items[0].idIsLink);
    }

    void atomHasItsOwnWays()
    {
        const Feed feed = readFeed("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><link "
                                   "rel=\"self\" href=\"no\"/><link "
                                   "href=\"https://example.org/\"/><link rel=\"prev-archive\" "
                                   "href=\"/2025\"/><updated>2026-01-01T00:00:00Z</updated>"
                                   "<entry><title type=\"text\">1 &lt; 2</title><link rel=\"enclosure\" "
                                   "href=\"no\"/><link rel=\"alternate\" "
                                   "href=\"/a\"/><id>tag:x</id><author><name>Jane</name><uri>no</uri></"
                                   "author><summary type=\"xhtml\"><div>one"
                                   "<p>two</p></div></summary><published>2026-01-01T00:00:00Z</"
                                   "published><updated>2026-01-02T00:00:00Z</updated>"
                                   "<category term=\"x\"/></entry></feed>");
        QCOMPARE(qs(feed.language), u"en"_s);
        QCOMPARE(qs(feed.older), u"/2025"_s);
        QCOMPARE(feed.items.size(), 1u);
        const auto &item = feed.items[0];
        QCOMPARE(qs(item.title), u"1 < 2"_s);
        QCOMPARE(qs(item.link), u"/a"_s);
        QCOMPARE(qs(item.author), u"Jane"_s);
        QCOMPARE(qs(core::sources::plainText(item.summary)), u"one two"_s);
        QCOMPARE(qs(item.published), u"2026-01-01T00:00:00Z"_s);
        QCOMPARE(qs(item.categories), u"x"_s);
    }

    void anythingIsReadInLinearTime_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char *piece :
             {"<a \"", "<a>", "<item>", "&", "<![CDATA[", "<!--", "</a>", "<a \">\"", "<item><title>"})
            QTest::addRow("%s", piece) << QString::fromLatin1(piece);
    }

    void anythingIsReadInLinearTime()
    {
        QFETCH(QString, piece);
        const std::string text = ("<rss><channel>" + piece.repeated(200'000).toLatin1()).toStdString();
        const Feed feed = readFeed(text); // a square of that would take hours
        QVERIFY(feed.isFeed);
        QVERIFY(feed.items.size() <= 20'000);
    }
};

QTEST_GUILESS_MAIN(tst_Feed)
#include "tst_feed.moc"
