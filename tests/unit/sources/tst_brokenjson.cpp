// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/sources/brokenjson.h"
#include "core/sources/jsonreader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::base::qs;

class tst_BrokenJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBreaksOffIsClosed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("wasBroken");
        QTest::addRow("whole") << u"{\"a\":[1,2]}"_s << u"{\"a\":[1,2]}"_s << false;
        QTest::addRow("a number that is cut") << u"{\"a\":[12,34,56"_s << u"{\"a\":[12,34]}"_s << true;
        QTest::addRow("a text that is cut")
            << u"[{\"a\":\"x\"},{\"b\":1,\"c\":\"y,z"_s << u"[{\"a\":\"x\"},{\"b\":1}]"_s << true;
        QTest::addRow("a comma in a text") << u"[\"a,b\",\"c\\\",d"_s << u"[\"a,b\"]"_s << true;
        QTest::addRow("an escape that is cut") << u"[1,\"c\\"_s << u"[1]"_s << true;
        QTest::addRow("at a comma") << u"[1,"_s << u"[1]"_s << true;
        QTest::addRow("nothing came whole") << u"{\"a\":1"_s << u""_s << true;
        QTest::addRow("wrong bracket") << u"[1,2}"_s << u"[1]"_s << true;
        QTest::addRow("wrong in the middle")
            << u"[{\"a\":1},{\"a\":2},{\"a\" 3},{\"a\":4}]"_s << u"[{\"a\":1},{\"a\":2}]"_s << true;
        QTest::addRow("wrong numbers") << u"[1,-0.5e+3,01,4]"_s << u"[1,-0.5e+3]"_s << true;
        QTest::addRow("wrong words") << u"[true,null,nul,4]"_s << u"[true,null]"_s << true;
        QTest::addRow("wrong escapes") << u"[\"\\u00e9\",\"\\x\",4]"_s << u"[\"\\u00e9\"]"_s << true;
        QTest::addRow("no comma") << u"{\"a\":1,\"b\":2 \"c\":3}"_s << u"{\"a\":1}"_s << true;
        QTest::addRow("something behind") << u"{\"a\":1} x"_s << u"{\"a\":1} "_s << true;
        QTest::addRow("control characters") << u"[\"a\nb\"]"_s << u"[\"a b\"]"_s << false;
        QTest::addRow("mark") << u"\uFEFF[1]"_s << u"[1]"_s << false;
        QTest::addRow("empty") << u""_s << u""_s << true;
        QTest::addRow("too deep") << u"[1,"_s + QString(300, u'[') << u"[1]"_s << true;
    }

    void bytesThatAreNotUtf8AreLatin1()
    {
        QCOMPARE(qs(core::sources::json::closed("[\"M\xFCller\"]").text), u"[\"Müller\"]"_s);
    }

    void whatIsGivenIsAlwaysJson()
    {
        const std::string text = R"({"a":[{"b":"x\u00e9y","c":-1.5e3},{"b":null,"c":[true,{}]}],"d":"e"})";
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const char c : {'"', ',', ']', '}', '{', '\\', '0', 'x', '\x01'}) {
                std::string wrong = text;
                wrong[at] = c;
                const auto closed = core::sources::json::closed(wrong);
                QVERIFY2(closed.text.empty() || core::base::parseJson(closed.text).ok(), wrong.c_str());
            }
        }
    }

    void whatBreaksOffIsClosed()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QFETCH(bool, wasBroken);
        const auto closed = core::sources::json::closed(text.toStdString());
        QCOMPARE(qs(closed.text), expected);
        QCOMPARE(closed.wasBroken, wasBroken);
    }

    void recordsHaveNoMoreColumnsThanAFileOfCsv()
    {
        std::string text = "[";
        for (int i = 0; i < 10'000; ++i)
            text += "{\"k" + std::to_string(i) + "\": 1},\n";
        QVERIFY(core::sources::JsonReader::open(text + "{\"k0\": 2}]", {}).ok());
        const auto refused = core::sources::JsonReader::open(text + "{\"one\": 2}]", {});
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().message.contains(u"10001"));
    }
};

QTEST_GUILESS_MAIN(tst_BrokenJson)
#include "tst_brokenjson.moc"
