// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/sources/charset.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::base::qs;
using core::sources::decode;
using core::sources::decodeXml;
using core::sources::guessCharset;

class tst_Charset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreReadAsBrowsersDo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("charset");
        QTest::addColumn<QString>("expected"); // null: not decoded
        QTest::addRow("latin1 is windows-1252") << QByteArray("a\x92z") << u"ISO-8859-1"_s << u"a’z"_s;
        QTest::addRow("koi8") << QByteArray("\xEB\xC1\xCB") << u"KOI8-R"_s << u"Как"_s;
        QTest::addRow("shift-jis") << QByteArray("\x83\x51\x81\x5B\x83\x80") << u"Shift_JIS"_s << u"ゲーム"_s;
        QTest::addRow("euc-jp") << QByteArray("\xA5\xB2\xA1\xBC") << u"x-euc-jp"_s << u"ゲー"_s;
        QTest::addRow("euc-kr") << QByteArray("\xC7\xD1\xB1\xDB") << u"ks_c_5601-1987"_s << u"한글"_s;
        QTest::addRow("big5") << QByteArray("\xA7\xDA") << u"BIG5"_s << u"我"_s;
        QTest::addRow("gbk") << QByteArray("\xCE\xD2") << u"gb2312"_s << u"我"_s;
        QTest::addRow("hebrew") << QByteArray("\xE4\xE0") << u"windows-1255"_s << u"הא"_s;
        QTest::addRow("not of it") << QByteArray("\x83\x51\xFF") << u"shift_jis"_s << QString();
        QTest::addRow("not utf-8") << QByteArray("\xC3(") << u"utf-8"_s << QString();
        QTest::addRow("surrogate") << QByteArray("\xED\xA0\x80") << u"utf-8"_s << QString();
        QTest::addRow("overlong") << QByteArray("\xC0\xAF") << u"utf-8"_s << QString();
        QTest::addRow("unknown") << QByteArray("a") << u"bogus"_s << QString();
        QTest::addRow("nothing that iconv alone knows")
            << QByteArray("a") << u"ISO-2022-CN-EXT"_s << QString();
        QTest::addRow("no options") << QByteArray("a") << u"utf-8//TRANSLIT"_s << QString();
    }

    void namesAreReadAsBrowsersDo()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, charset);
        QFETCH(QString, expected);
        const auto text = decode({bytes.constData(), size_t(bytes.size())}, charset.toStdString());
        QCOMPARE(text.has_value(), !expected.isNull());
        if (text)
            QCOMPARE(qs(*text), expected);
    }

    void whatADocumentSaysIsBelievedIfItFits_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("charset");
        QTest::addColumn<bool>("isDamaged");
        const auto with = [](const char *charset, const char *rest) {
            return QByteArray("<?xml version='1.0' encoding='") + charset + "'?><a>" + rest + "</a>";
        };
        QTest::addRow("declared") << with("koi8-r", "\xEB\xC1\xCB") << u"Как"_s << u"koi8-r"_s << false;
        QTest::addRow("declared latin, is utf-8")
            << with("iso-8859-1", "\xC3\xBC") << u"ü"_s << u"UTF-8"_s << false;
        QTest::addRow("declared utf-16, is not") << with("utf-16", "x") << u"x"_s << u"UTF-8"_s << false;
        QTest::addRow("bogus") << with("bogus", "x") << u"x"_s << u"UTF-8"_s << false;
        QTest::addRow("utf-8 with pasted windows-1252") << with("utf-8", "\xE2\x80\x99 Espa\xF1"
                                                                         "a \x93")
                                                        << u"’ España “"_s << u"UTF-8"_s << true;
        QTest::addRow("declared shift-jis, is latin")
            << with("shift_jis", "f\xFCr!") << u"für!"_s << u"windows-1252"_s << true;
        QTest::addRow("control characters are windows-1252")
            << with("utf-8", "don\xC2\x92t") << u"don’t"_s << u"UTF-8"_s << false;
        QTest::addRow("mark") << QByteArray("\xEF\xBB\xBF<a>\xC3\xBC</a>") << u"ü"_s << u"UTF-8"_s << false;
    }

    void whatADocumentSaysIsBelievedIfItFits()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(QString, charset);
        QFETCH(bool, isDamaged);
        const auto read = decodeXml({bytes.constData(), size_t(bytes.size())});
        QVERIFY2(qs(read.utf8).contains(u"<a>"_s + text + u"</a>"_s), qPrintable(qs(read.utf8)));
        QCOMPARE(qs(read.charset), charset);
        QCOMPARE(read.isDamaged, isDamaged);
    }

    void wideTextsAreRecognised_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("bigEndian");
        QTest::addColumn<bool>("mark");
        for (const int width : {2, 4}) {
            for (const bool bigEndian : {false, true}) {
                for (const bool mark : {false, true})
                    QTest::addRow("%d %d %d", width, bigEndian, mark) << width << bigEndian << mark;
            }
        }
    }

    void wideTextsAreRecognised()
    {
        QFETCH(int, width);
        QFETCH(bool, bigEndian);
        QFETCH(bool, mark);
        const QString text = u"<?xml version='1.0'?><a>é€</a>"_s;
        std::string bytes;
        for (const QChar c : (mark ? QString(QChar(0xFEFF)) : QString()) + text) {
            for (int i = 0; i < width; ++i) {
                const int shift = 8 * (bigEndian ? width - 1 - i : i);
                bytes += shift > 8 ? '\0' : static_cast<char>((c.unicode() >> shift) & 0xFF);
            }
        }
        const auto read = decodeXml(bytes);
        QCOMPARE(qs(read.utf8), text);
        QVERIFY(!read.isDamaged);
        const auto cut = decodeXml(std::string_view(bytes).substr(0, bytes.size() - 1));
        QVERIFY(qs(cut.utf8).startsWith(text.chopped(1)));
    }

    void undeclaredTextsAreGuessed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("charset");
        const QString japanese = u"東京株式市場、日経平均は続伸"_s;
        const QString russian = u"Новости рынка: рубль растёт, нефть дорожает"_s;
        QTest::addRow("shift-jis") << japanese << u"shift_jis"_s;
        QTest::addRow("euc-jp") << japanese << u"euc-jp"_s;
        QTest::addRow("euc-kr") << u"코스피 상승 마감, 외국인 순매수"_s << u"euc-kr"_s;
        QTest::addRow("big5") << u"台灣股市今天上漲，投資人對經濟的信心增強"_s << u"big5"_s;
        QTest::addRow("gb18030") << u"中国股市今天上涨，投资者对经济的信心增强"_s << u"gb18030"_s;
        QTest::addRow("koi8-r") << russian << u"koi8-r"_s;
        QTest::addRow("windows-1251") << russian << u"windows-1251"_s;
        QTest::addRow("windows-1255") << u"האם תדפיס נייר של אתר אינטרנט"_s << u"windows-1255"_s;
        QTest::addRow("greek") << u"Το χρηματιστήριο έκλεισε με άνοδο"_s << u"iso-8859-7"_s;
        QTest::addRow("german") << u"Börse schließt höher: Übernahme für 3 Mrd. €"_s << u"windows-1252"_s;
        QTest::addRow("french") << u"Économie: été en forêt, déjà vu à Paris"_s << u"windows-1252"_s;
        QTest::addRow("one letter") << u"mañana"_s << u"windows-1252"_s;
    }

    void undeclaredTextsAreGuessed()
    {
        QFETCH(QString, text);
        QFETCH(QString, charset);
        // the bytes: every character is looked for among all of one and two bytes
        QHash<QString, QByteArray> table;
        for (int first = 0x80; first < 0x100; ++first) {
            const QByteArray single(1, static_cast<char>(first));
            if (const auto c = decode({single.constData(), 1}, charset.toStdString()); c && !c->empty())
                table.insert(qs(*c), single);
            for (int second = 0x40; second < 0x100; ++second) {
                const char pair[] = {static_cast<char>(first), static_cast<char>(second)};
                const auto c = decode({pair, 2}, charset.toStdString());
                if (c && qs(*c).size() == 1)
                    table.insert(qs(*c), QByteArray(pair, 2));
            }
        }
        QByteArray bytes = "<rss><item><title>";
        for (const QChar c : text)
            bytes += c.unicode() < 0x80 ? QByteArray(1, c.toLatin1()) : table.value(QString(c), "??");
        bytes += "</title></item></rss>";
        QVERIFY2(!bytes.contains("??"), "the text cannot be written in that encoding");
        QCOMPARE(qs(guessCharset({bytes.constData(), size_t(bytes.size())})), charset);
        const auto read = decodeXml({bytes.constData(), size_t(bytes.size())});
        QVERIFY(read.isGuessed);
        QVERIFY2(qs(read.utf8).contains(text), qPrintable(qs(read.utf8)));
    }
};

QTEST_GUILESS_MAIN(tst_Charset)
#include "tst_charset.moc"
