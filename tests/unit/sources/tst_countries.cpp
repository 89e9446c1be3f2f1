// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Countries by name, code and number; how often a series comes; what the head and the name of an answer say.
#include "core/base/text.h"
#include "core/sources/countries.h"
#include "core/sources/frequency.h"
#include "core/sources/payloadhead.h"
#include "tests/support/check.h"

using namespace Qt::StringLiterals;
using namespace core::sources;
using core::base::qs;

class tst_Countries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatProvidersCallThem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("alpha3");
        QTest::newRow("short") << u"Ukraine"_s << u"UKR"_s;
        QTest::newRow("formal") << u"Islamic Republic of Iran"_s << u"IRN"_s;
        QTest::newRow("kingdom") << u"Kingdom of the Netherlands"_s << u"NLD"_s;
        QTest::newRow("south") << u"Republic of Korea"_s << u"KOR"_s;
        QTest::newRow("north") << u"Democratic People's Republic of Korea"_s << u"PRK"_s;
        QTest::newRow("accents") << u"Türkiye"_s << u"TUR"_s;
        QTest::newRow("old name") << u"TURKEY"_s << u"TUR"_s;
        QTest::newRow("Namibia, not missing") << u"namibia"_s << u"NAM"_s;
        QTest::newRow("not Guinea") << u"Equatorial Guinea"_s << u"GNQ"_s;
        QTest::newRow("nowhere") << u"Atlantis"_s << QString();
        QTest::newRow("blank") << QString() << QString();
    }

    void knowsWhatProvidersCallThem()
    {
        QFETCH(QString, name);
        QFETCH(QString, alpha3);
        const Country *country = countryByName(name.toStdString());
        QCOMPARE(country ? qs(country->alpha3) : QString(), alpha3);
    }

    void knowsCodesAndNumbers()
    {
        QCOMPARE(qs(countryByCode("NA")->alpha3), u"NAM"_s);
        QCOMPARE(qs(countryByCode("bra")->alpha2), u"BR"_s);
        QVERIFY(!countryByCode("ZZ"));
        QCOMPARE(qs(countryByNumber(804)->alpha3), u"UKR"_s);
        QCOMPARE(qs(countryByNumber(4)->alpha2), u"AF"_s);
        QVERIFY(!countryByNumber(0)); // Kosovo has none
        QCOMPARE(qs(countryByName("Kosovo")->alpha2), u"XK"_s);
    }

    void tellsFrequencies()
    {
        using core::base::Date;
        const auto every = [](int step) {
            std::vector<Date> days;
            for (int i = 9; i >= 0; --i)
                days.push_back(Date(std::chrono::days(10'000 + i * step)));
            return frequencyOf(days);
        };
        QCOMPARE(every(1), Frequency::Day);
        QCOMPARE(every(7), Frequency::Week);
        QCOMPARE(every(30), Frequency::Month);
        QCOMPARE(every(91), Frequency::Quarter);
        QCOMPARE(every(365), Frequency::Year);
        QCOMPARE(frequencyOf(std::vector<Date>{}), Frequency::Day);
        QVERIFY(frequencyOf("Weekly, Ending Friday") == Frequency::Week);
        QVERIFY(frequencyOf("Q") == Frequency::Quarter);
        QVERIFY(frequencyOf("annual") == Frequency::Year);
        QVERIFY(!frequencyOf("now and then"));
    }

    /// A quarter compares with the same quarter of earlier years: +10 each spring, so +16 is a surprise of 6.
    void quartersHaveSeasons()
    {
        std::vector<Release> releases;
        double level = 100;
        for (int year = 2018; year <= 2022; ++year) {
            for (const unsigned month : {1U, 4U, 7U, 10U}) {
                level += month == 4 ? (year == 2022 ? 16 : 10) : 1;
                const core::base::Date day =
                    std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / 1);
                releases.push_back({.period = day,
                                    .knownAt = core::base::Instant(day + std::chrono::days(120)),
                                    .actual = level});
            }
        }
        fillReleases(releases, Season::Quarter);
        const Release &spring = releases[17];
        QCOMPARE(spring.change, 16.0);
        QCOMPARE(spring.surprise, 6.0);
        QVERIFY(std::isnan(releases[9].surprise)); // two earlier springs are too few
    }

    void readsHeads()
    {
        QCOMPARE(qs(headOf("\xEF\xBB\xBF{ \"a\" :\r\n [1 ,2]}", 8)), u"{\"a\":"_s);
        QCOMPARE(qs(stemOf("some/where/observations_GDP.json")), u"observations_GDP"_s);
        QCOMPARE(qs(stemOf("https://example.org/api/states.csv?x=1/2")), u"states"_s);
        QCOMPARE(qs(stemOf("")), QString());
    }
};

QTEST_GUILESS_MAIN(tst_Countries)
#include "tst_countries.moc"
