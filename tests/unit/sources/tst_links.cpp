// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Links of the program and of a person: what is touched by whom, what is refused, and the hash that names a
// set.
#include "core/base/text.h"
#include "core/sources/links.h"
#include "tests/support/check.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace core::sources;
using core::base::ErrorCode;
using core::base::qs;

namespace {

Links parsed(const char *json)
{
    const auto links = Links::parse(u"mine.json"_s, json);
    if (!links)
        qFatal("%s", qPrintable(links.error().message));
    return *links;
}

QStringList symbolsOf(const std::vector<Link> &links)
{
    QStringList out;
    for (const Link &link : links)
        out.append(qs(link.symbol));
    return out;
}

constexpr const char *kSmall = R"({
  "country_sources": ["gdelt"],
  "countries": {"DE": {"etf": ["EWG"], "currency": ["EURUSD"]}, "SA": {"etf": ["KSA"]}},
  "commodities": {"crude oil": {"entities": ["OPEC"], "future": ["CL=F"], "etf": ["USO"]}},
  "regions": {"Gulf": {"entities": ["Strait of Hormuz"], "countries": ["SA", "IR"], "commodities": ["crude oil"]}},
  "companies": {"sources": ["edgar"], "itself": true, "sic_digits": 4},
  "entities": {"WORLD": {"etf": ["ACWI"]}},
  "sic": {"DE": "3523", "AGCO": "3523", "CAT": "3531", "BRK.B": "6331", "ALL": "6331"}
})";

} // namespace

class TestLinks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProgramsOwnAreGood()
    {
        const LinkBook book = LinkBook::load();
        QVERIFY2(book.faults.empty(), book.faults.empty() ? "" : qPrintable(book.faults.front()));
        QVERIFY(symbolsOf(book.links.of("usgs", "JP")).contains(u"EWJ"_s));
        QVERIFY(symbolsOf(book.links.of("eia", "WCESTUS1")).contains(u"CL=F"_s));
        const auto iraq = book.links.of("acled", "IRQ");
        QVERIFY(symbolsOf(iraq).contains(u"BZ=F"_s));
        QCOMPARE(qs(iraq.front().by), u"region"_s);
        QCOMPARE(qs(iraq.front().name), u"Persian Gulf"_s);
        QVERIFY(book.links.of("usgs", "OCEAN").empty());
    }

    void touches_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("entity");
        QTest::addColumn<QStringList>("symbols");
        QTest::newRow("a country") << u"gdelt"_s << u"DE"_s << QStringList{u"EURUSD"_s, u"EWG"_s};
        QTest::newRow("by three letters") << u"gdelt"_s << u"DEU"_s << QStringList{u"EURUSD"_s, u"EWG"_s};
        QTest::newRow("the company of that ticker")
            << u"edgar"_s << u"DE"_s << QStringList{u"DE"_s, u"AGCO"_s};
        QTest::newRow("either, when nobody says")
            << u"mine"_s << u"DE"_s << QStringList{u"EURUSD"_s, u"EWG"_s, u"DE"_s, u"AGCO"_s};
        QTest::newRow("a country alone, when no company is known")
            << u"mine"_s << u"SA"_s << QStringList{u"KSA"_s, u"USO"_s, u"CL=F"_s};
        QTest::newRow("by its region") << u"gdelt"_s << u"IR"_s << QStringList{u"USO"_s, u"CL=F"_s};
        QTest::newRow("the region itself")
            << u"mine"_s << u"Strait of Hormuz"_s << QStringList{u"USO"_s, u"CL=F"_s};
        QTest::newRow("a commodity's entity") << u"mine"_s << u"OPEC"_s << QStringList{u"USO"_s, u"CL=F"_s};
        QTest::newRow("any entity") << u"mine"_s << u"WORLD"_s << QStringList{u"ACWI"_s};
        QTest::newRow("a series is itself") << u"fred"_s << u"DGS10"_s << QStringList{u"DGS10"_s};
        QTest::newRow("share class with a point")
            << u"edgar"_s << u"BRK.B"_s << QStringList{u"BRK.B"_s, u"BRK-B"_s, u"ALL"_s};
        QTest::newRow("share class with a dash")
            << u"edgar"_s << u"BRK-B"_s << QStringList{u"BRK-B"_s, u"BRK.B"_s, u"ALL"_s};
        QTest::newRow("a country nothing is said of") << u"gdelt"_s << u"TV"_s << QStringList{};
        QTest::newRow("no country, of a source of countries") << u"gdelt"_s << u"OCEAN"_s << QStringList{};
        QTest::newRow("no entity") << u"edgar"_s << QString() << QStringList{};
    }

    void touches()
    {
        QFETCH(QString, source);
        QFETCH(QString, entity);
        QFETCH(QStringList, symbols);
        QCOMPARE(symbolsOf(parsed(kSmall).of(source.toStdString(), entity.toStdString())), symbols);
    }

    void peersShareDigits()
    {
        Links links = parsed(kSmall);
        links.merge(parsed(R"({"companies": {"sources": [], "itself": false, "sic_digits": 2}})"));
        QCOMPARE(symbolsOf(links.of("edgar", "DE")), (QStringList{u"AGCO"_s, u"CAT"_s}));
        QCOMPARE(qs(links.of("edgar", "DE").front().name), u"35"_s);
        links.merge(parsed(R"({"companies": {"itself": true, "sic_digits": 0}})"));
        QCOMPARE(symbolsOf(links.of("edgar", "DE")), QStringList{u"DE"_s});
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no JSON") << u"{"_s << u"mine.json: "_s;
        QTest::newRow("no object") << u"[]"_s << u"an object {…} is expected here"_s;
        QTest::newRow("unknown section") << u"{\"nations\": {}}"_s << u"mine.json, line 1, column 13: unknown key “nations”"_s;
        QTest::newRow("unknown relation")
            << u"{\"countries\": {\n\"JP\": {\"fund\": [\"EWJ\"]}}}"_s << u"mine.json, line 2, column 16: unknown key “fund”"_s;
        QTest::newRow("no country") << u"{\"countries\": {\"ZZ\": {}}}"_s << u"“ZZ” is no country"_s;
        QTest::newRow("small letters") << u"{\"countries\": {\"jp\": {}}}"_s << u"“jp” is no country"_s;
        QTest::newRow("country of a region")
            << u"{\"regions\": {\"X\": {\"countries\": [\"JPN\"]}}}"_s << u"“JPN” is no country"_s;
        QTest::newRow("twice") << u"{\"countries\": {\"JP\": {\"etf\": [\"EWJ\", \"EWJ\"]}}}"_s
                               << u"“EWJ” is in this list twice"_s;
        QTest::newRow("a number") << u"{\"countries\": {\"JP\": {\"etf\": [1]}}}"_s << u"a text in quotes"_s;
        QTest::newRow("blank symbol")
            << u"{\"countries\": {\"JP\": {\"etf\": [\"\"]}}}"_s << u"cannot be a name"_s;
        QTest::newRow("too many digits") << u"{\"companies\": {\"sic_digits\": 5}}"_s << u"from 0 to 4"_s;
        QTest::newRow("no SIC code") << u"{\"sic\": {\"AAPL\": \"357\"}}"_s << u"“AAPL” has no SIC code"_s;
        QTest::newRow("key twice") << u"{\"countries\": {\"JP\": {}, \"JP\": {}}}"_s << u"JP"_s;
    }

    void refuses()
    {
        QFETCH(QString, json);
        QFETCH(QString, sentence);
        const auto links = Links::parse(u"mine.json"_s, json.toStdString());
        VERIFY_ERROR(links, ErrorCode::BadInput);
        QVERIFY2(links.error().message.contains(sentence), qPrintable(links.error().message));
        QVERIFY(links.error().message.startsWith(u"mine.json"_s));
        QVERIFY(!links.error().message.contains(u'\n'));
    }

    void aPersonsFilesReplaceEntriesAndFaultyOnesAreToldOf()
    {
        QTemporaryDir folder;
        const auto write = [&folder](const char *name, const char *text) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("a.json",
              R"({"countries": {"JP": {"etf": ["1306.T"]}}, "entities": {"Żabka": {"link": ["ZAB"]}}})");
        write("b.json", R"({"countries": {"JP": 5}})");
        write("c.json", R"({"regions": {"Moon": {"countries": ["JP"], "commodities": ["cheese"]}}})");
        write("notes.txt", "no links");
        const LinkBook book = LinkBook::load(folder.path().toStdString());
        QCOMPARE(symbolsOf(book.links.of("usgs", "JP")), QStringList{u"1306.T"_s});
        QCOMPARE(symbolsOf(book.links.of("mine", "Żabka")), QStringList{u"ZAB"_s});
        QCOMPARE(book.faults.size(), std::size_t{2});
        QVERIFY(book.faults[0].startsWith(u"b.json, line 1"_s));
        QVERIFY(book.faults[1].contains(u"“Moon” names the commodity “cheese”"_s));
        QVERIFY(LinkBook::load(folder.filePath(u"missing"_s).toStdString()).faults.empty());
    }

    void theHashNamesTheSet()
    {
        const Links links = parsed(kSmall);
        const auto again = Links::parse(u"again"_s, links.canonical());
        VERIFY_OK(again);
        QCOMPARE(qs(again->canonical()), qs(links.canonical()));
        QCOMPARE(again->hash(), links.hash());
        QCOMPARE(links.hash().size(), std::size_t{64});
        Links other = links;
        other.merge(parsed(R"({"countries": {"SA": {"etf": ["KSA", "KSAB"]}}})"));
        QVERIFY(other.hash() != links.hash());
        const LinkBook book = LinkBook::load();
        const auto whole = Links::parse(u"whole"_s, book.links.canonical());
        VERIFY_OK(whole);
        QCOMPARE(whole->hash(), book.links.hash());
    }

    void industriesThatCannotMatterLeaveTheHash()
    {
        const std::vector<std::string> assets{"EWG", "AGCO"};
        Links before = parsed(kSmall), after = before;
        after.addIndustries({{"AAPL", "3571"}, {"no code", "12"}});
        QVERIFY(after.hash() != before.hash());
        before.keepIndustriesOf(assets);
        after.keepIndustriesOf(assets);
        QCOMPARE(after.hash(), before.hash());
        QCOMPARE(symbolsOf(after.of("edgar", "DE")), (QStringList{u"DE"_s, u"AGCO"_s}));
        after.addIndustries({{"TTC", "3523"}, {"AGCO", "9999"}}); // what a file says stands
        after.keepIndustriesOf(assets);
        QVERIFY(after.hash() != before.hash());
        QCOMPARE(symbolsOf(after.of("edgar", "DE")), (QStringList{u"DE"_s, u"AGCO"_s, u"TTC"_s}));
    }
};

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
