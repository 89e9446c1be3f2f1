// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/sources/brokenjson.h"

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
        QTest::addRow("wrong, not cut") << u"[1,2}"_s << u"[1,2}"_s << false;
        QTest::addRow("empty") << u""_s << u""_s << false;
        const QString deep = QString(5000, u'[') + u"1,"_s;
        QTest::addRow("too deep") << deep << deep << false;
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
};

QTEST_GUILESS_MAIN(tst_BrokenJson)
#include "tst_brokenjson.moc"
