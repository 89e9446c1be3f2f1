// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "tests/support/check.h"

using namespace core::base;
using namespace Qt::StringLiterals;

class tst_Json : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersFollowRfc8785_data() // RFC 8785, appendix B
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("zero") << 0.0 << QByteArray("0");
        QTest::newRow("minus zero") << -0.0 << QByteArray("0");
        QTest::newRow("smallest") << 5e-324 << QByteArray("5e-324");
        QTest::newRow("largest") << 1.7976931348623157e308 << QByteArray("1.7976931348623157e+308");
        QTest::newRow("exact integer") << 9007199254740992.0 << QByteArray("9007199254740992");
        QTest::newRow("below 1e21") << 295147905179352830000.0 << QByteArray("295147905179352830000");
        QTest::newRow("1e21") << 1e21 << QByteArray("1e+21");
        QTest::newRow("1e23") << 1e23 << QByteArray("1e+23");
        QTest::newRow("micro") << 0.000001 << QByteArray("0.000001");
        QTest::newRow("below micro") << 1e-7 << QByteArray("1e-7");
        QTest::newRow("thirds") << 333333333.3333333 << QByteArray("333333333.3333333");
        QTest::newRow("negative") << -0.0000033333333333333333 << QByteArray("-0.0000033333333333333333");
    }

    void numbersFollowRfc8785()
    {
        QFETCH(double, number);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(canonicalNumber(number)), text);
    }

    void keysAreSortedAndBlanksGone()
    {
        const auto value = parseJson("{\"b\": [1, true, null], \"a\": {\"\u20ac\": \"\\n\\u0001\"}}");
        VERIFY_OK(value);
        QCOMPARE(canonicalJson(*value),
                 std::string("{\"a\":{\"\u20ac\":\"\\n\\u0001\"},\"b\":[1,true,null]}"));
    }

    void faultsNameTheLine()
    {
        const auto value = parseJson("{\n  \"a\": 1,\n  oops\n}");
        VERIFY_ERROR(value, ErrorCode::BadInput);
        QVERIFY2(value.error().message.contains("line 3"_L1), qPrintable(value.error().message));
        VERIFY_ERROR(parseJson(""), ErrorCode::BadInput);
        VERIFY_ERROR(parseJson("1, 2"), ErrorCode::BadInput);
        VERIFY_OK(parseDefinition(R"({"a": {"b": 1, "c": "b"}, "b": [{"a": 1}, {"a": 2}, "a", []]})"));
        const auto twice = parseDefinition("{\"a\": 1,\n \"b\": [{\"c\": {}, \"d\": [1],\n\"c\": 2}]}");
        VERIFY_ERROR(twice, ErrorCode::BadInput);
        QVERIFY2(twice.error().message.contains(u"“c” stands twice in the same object, again at line 3"_s),
                 qPrintable(twice.error().message));
    }

    void placesAreFound()
    {
        const char *text =
            "{\n \"events\": [\n  {\"name\": \"a, \\\"]\"},\n  {\"n\": -1.5e3,\n   \"filter\": 3}\n ]\n}";
        VERIFY_OK(parseJson(text));
        QCOMPARE(placeInJson(text, {u"events"_s, u"1"_s, u"filter"_s}), u"line 5, column 14"_s);
        QCOMPARE(placeInJson(text, {u"events"_s, u"0"_s}), u"line 3, column 3"_s);
        QCOMPARE(placeInJson(text, {u"events"_s, u"1"_s, u"absent"_s}), u"line 4, column 3"_s);
    }
};

QTEST_APPLESS_MAIN(tst_Json)
#include "tst_json.moc"
