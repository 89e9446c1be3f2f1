// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/boundrules.h"
#include "core/sources/dates.h"
#include "core/sources/lags.h"
#include "core/sources/numbers.h"
#include "core/sources/places.h"
#include "core/sources/releasefacts.h"
#include "tests/support/check.h"

#include <cmath>

using namespace core::sources;
using core::base::parseDate;
using core::base::toIso;

class tst_Texts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNumbers_data();
    void readsNumbers();
    void readsDecimalCommas();
    void readsDates_data();
    void readsDates();
    void refusesAPatternThatMeansNothing();
    void findsTheCountryOfAPlace_data();
    void findsTheCountryOfAPlace();
    void makesSlugsAndBands();
    void knowsFederalHolidays();
    void releasesPetroleumOnWednesdayOrThursday();
    void surprisesAreTheChangeLessTheSeason();
    void aSeriesOfTwoYearsHasNoSurprise();
};

void tst_Texts::readsNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("thousands");
    QTest::addColumn<int>("state");
    QTest::addColumn<double>("value");
    const auto row = [](const char *text, bool thousands, NumberState state, double value = 0) {
        QTest::newRow(text) << QString::fromUtf8(text) << thousands << int(state) << value;
    };
    row("1.5", false, NumberState::Value, 1.5);
    row(" -2e3 ", false, NumberState::Value, -2000);
    row("+.5", false, NumberState::Value, 0.5);
    row("1,045.60", true, NumberState::Value, 1045.6);
    row("-12,345,678", true, NumberState::Value, -12345678);
    row("1,045.60 plain", false, NumberState::NotANumber);
    row("1,45", true, NumberState::NotANumber);
    row(",045", true, NumberState::NotANumber);
    row("1045,600", true, NumberState::NotANumber);
    row("1e999", false, NumberState::OutOfRange);
    row("-1e999", false, NumberState::OutOfRange);
    row("inf", false, NumberState::NotANumber);
    row("nan", false, NumberState::NotANumber);
    row("0x10", false, NumberState::NotANumber);
    row("-", false, NumberState::NotANumber);
    row("+-5", false, NumberState::NotANumber);
    row("5 6", false, NumberState::NotANumber);
    row("", false, NumberState::Missing);
    row("  ", false, NumberState::Missing);
    row("-99.99", false, NumberState::Missing);
}

void tst_Texts::readsDecimalCommas()
{
    const auto read = [](const char *text, bool thousands) {
        double value = 0;
        const NumberState state =
            parseNumber(text, {.thousands = thousands, .missing = {}, .decimalComma = true}, value);
        return state == NumberState::Value ? value : -1;
    };
    QCOMPARE(read("3,5", false), 3.5);
    QCOMPARE(read("1.045,60", true), 1045.6);
    QCOMPARE(read("1.045", true), 1045.0);
    QCOMPARE(read("1.045", false), -1.0);
    QCOMPARE(read("1,234.5", true), -1.0);
    QCOMPARE(read("1,2,3", true), -1.0);
    QCOMPARE(read("7", false), 7.0);
}

void tst_Texts::readsNumbers()
{
    QFETCH(QString, text);
    QFETCH(bool, thousands);
    QFETCH(int, state);
    QFETCH(double, value);
    double read = 0;
    QCOMPARE(int(parseNumber(text.toStdString(), {thousands, {"-99.99"}}, read)), state);
    if (state == int(NumberState::Value))
        QCOMPARE(read, value);
    else
        QVERIFY(std::isnan(read));
}

void tst_Texts::readsDates_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reading"); ///< empty: refused
    const auto row = [](const char *pattern, const char *text, const char *reading) {
        QTest::newRow(text) << QString::fromUtf8(pattern) << QString::fromUtf8(text)
                            << QString::fromUtf8(reading);
    };
    row("YYYY-MM-DD", "2011-03-11", "2011-03-11");
    row("YYYY-MM-DD", "2011-02-29", "");
    row("YYYY-MM-DD", "2011-3-11", "");
    row("YYYY-MM-DD", "2011-03-11x", "");
    row("YYYYMMDD", "19850101", "1985-01-01");
    row("MM/DD/YYYY", "11/10/2020", "2020-11-10");
    row("M/D/YYYY", "1/1/1959", "1959-01-01");
    row("DD-MM-YYYY", "28-01-2016", "2016-01-28");
    row("YYYY-MM-DD", "0201-04-27", "0201-04-27");
    row("D-MON-YY", "18-Jul-20", "2020-07-18");
    row("D-MON-YY", "9-Jul-69", "1969-07-09");
    row("D-MON-YY", "Jul-20", "");
    row("D-MON-YY", "18-Jux-20", "");
    row("YYYY'M'MM", "1975M01", "1975-01-01");
    row("YYYY", "1996", "1996-12-31");
    row("Y M D", "2016 4 27", "2016-04-27");
    row("Y M D", "2016 0 0", "");
    row("h:mm AP * WWW, D MON YYYY", " 7:51  PM ET Fri, 17 July 2020", "2020-07-17 19:51:00.000000");
    row("h:mm AP * WWW, D MON YYYY", "12:05  AM ET Mon,  9 Sept 2019", "2019-09-09 00:05:00.000000");
    row("h:mm AP * WWW, D MON YYYY", "13:05 PM ET Mon, 9 Sept 2019", "");
    row("MM/DD/YYYY hh:mm:ss", "01/03/2014 19:30:00", "2014-01-03 19:30:00.000000");
    row("YYYY-MM-DD hh:mm:ss.f", "2013-10-07 04:00:00.054", "2013-10-07 04:00:00.054000");
    row("YYYY-MM-DD hh:mm:ss.f", "2013-10-07 04:00:00", "2013-10-07 04:00:00.000000");
    row("YYYY-MM-DD hh:mm:ss.f", "2013-10-07 24:00:00", "");
    row("YYYY-MM-DDThh:mm:ss.fZ", "2019-11-06T07:40:43.270Z", "2019-11-06 07:40:43.270000 +0");
    row("YYYY-MM-DD hh:mm Z", "2019-11-06 07:40 UTC", "2019-11-06 07:40:00.000000 +0");
    row("YYYY-MM-DD hh:mm Z", "2019-11-06 07:40", "2019-11-06 07:40:00.000000");
    row("YYYY-MM-DD hh:mmZ", "2019-11-06 07:40+25:00", "");
    row("YYYY-MM-DD hh:mmZ", "2019-11-06 07:40-5", "");
    row("YYYY-MM-DD h:mm AP", "2019-11-06 7:40 p.m.", "2019-11-06 19:40:00.000000");
    row("YYYY-MM-DD h:mm AP", "2019-11-06 7:40Pm", "2019-11-06 19:40:00.000000");
    row("Dth MON YYYY", "3rd March 2011", "2011-03-03");
    row("Dth MON YYYY", "3 March 2011", "2011-03-03");
    row("YYYY-MM-DDThh:mm:ss.fZ", "2019-11-06T07:40:43-05:30", "2019-11-06 07:40:43.000000 -330");
}

void tst_Texts::readsDates()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(QString, reading);
    auto compiled = DatePattern::compile(pattern.toStdString());
    VERIFY_OK(compiled);
    const auto read = compiled->parse(text.toStdString());
    QCOMPARE(read.has_value(), !reading.isEmpty());
    if (!read)
        return;
    QString shown = QString::fromStdString(toIso(read->day));
    if (read->hasTime) {
        const auto micros = read->time.count();
        shown += QString::asprintf(
            " %02lld:%02lld:%02lld.%06lld", static_cast<long long>(micros / 3'600'000'000),
            static_cast<long long>(micros / 60'000'000 % 60), static_cast<long long>(micros / 1'000'000 % 60),
            static_cast<long long>(micros % 1'000'000));
    }
    if (read->offset)
        shown += QString::asprintf(" %+lld", static_cast<long long>(read->offset->count() / 60'000'000));
    QCOMPARE(shown, reading);
}

void tst_Texts::refusesAPatternThatMeansNothing()
{
    VERIFY_ERROR(DatePattern::compile("YYYY-QQ"), core::base::ErrorCode::BadInput);
    VERIFY_ERROR(DatePattern::compile("MM-DD"), core::base::ErrorCode::BadInput);
}

void tst_Texts::findsTheCountryOfAPlace_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *place, const char *code) {
        QTest::newRow(place) << QString::fromUtf8(place) << QString::fromUtf8(code);
    };
    row("2011 Great Tohoku Earthquake, Japan", "JP");
    row("98km ENE of Sendai, Japan region", "JP");
    row("near the east coast of Honshu", "JP");
    row("12km W of Ridgecrest, CA", "US");
    row("6km E of Deming, New Mexico", "US");
    row("Oaxaca, Mexico", "MX");
    row("10km S of Lae, Papua New Guinea", "PG");
    row("western Romania", "RO"); // not Oman
    row("East of the South Sandwich Islands", "GS");
    row("Iran-Iraq border region", "IR");
    row("southern Mid-Atlantic Ridge", "OCEAN");
    row("Georgia (Sak'art'velo)", "GE");
}

void tst_Texts::findsTheCountryOfAPlace()
{
    QFETCH(QString, place);
    QFETCH(QString, code);
    QCOMPARE(QString::fromStdString(countryOfPlace(place.toStdString())), code);
}

void tst_Texts::makesSlugsAndBands()
{
    QCOMPARE(slugOf("Fed's Chair Powell speech", '_'), std::string("feds_chair_powell_speech"));
    QCOMPARE(slugOf("Consumer Price Index ex Food & Energy (YoY)", '_'),
             std::string("consumer_price_index_ex_food_energy_yoy"));
    QCOMPARE(slugOf("UFC 287: Will it?", '-'), std::string("ufc-287-will-it"));
    QCOMPARE(middleOfBand("$1,001 - $15,000"), 8000.5);
    QCOMPARE(middleOfBand("Over $50,000,000"), 50e6);
    QVERIFY(std::isnan(middleOfBand("Unknown")));
}

void tst_Texts::knowsFederalHolidays()
{
    for (const char *day :
         {"2016-01-18", "2016-02-15", "2016-05-30", "2016-07-04", "2016-09-05", "2016-10-10", "2016-11-11",
          "2016-11-24", "2016-12-26", "2017-01-02", "2020-07-03", "2021-06-18", "2021-12-24", "2021-12-31"})
        QVERIFY2(isFederalHoliday(*parseDate(day)), day);
    for (const char *day : {"2016-01-11", "2016-04-15", "2020-06-19", "2016-07-03", "2016-12-27"})
        QVERIFY2(!isFederalHoliday(*parseDate(day)), day);
}

void tst_Texts::releasesPetroleumOnWednesdayOrThursday()
{
    const ReleaseRule *oil = LagRules::builtIn().release("eia_petroleum");
    const ReleaseRule *gas = LagRules::builtIn().release("eia_gas");
    QVERIFY(oil && gas);
    QCOMPARE(toIso(oil->releaseOf(*parseDate("2020-06-19"))), std::string("2020-06-24T14:30:00Z"));
    QCOMPARE(toIso(oil->releaseOf(*parseDate("2016-09-02"))),
             std::string("2016-09-08T14:30:00Z")); // after Labour Day
    QCOMPARE(toIso(oil->releaseOf(*parseDate("2016-01-01"))), std::string("2016-01-06T15:30:00Z")); // winter
    QCOMPARE(toIso(gas->releaseOf(*parseDate("2020-06-19"))), std::string("2020-06-25T14:30:00Z"));
    QCOMPARE(toIso(gas->releaseOf(*parseDate("2016-11-18"))),
             std::string("2016-11-25T15:30:00Z")); // Thanksgiving itself is a holiday
}

void tst_Texts::surprisesAreTheChangeLessTheSeason()
{
    // The Fridays of ISO weeks 14 and 15, five years: week 15 changes by 10, 12, 14, 20, 16; the fourth
    // spring expects 12, the fifth 14.
    std::vector<Release> releases;
    const double spring[] = {10, 12, 14, 20, 16};
    double level = 100;
    const char *const fridays[] = {"2015-04-10", "2016-04-15", "2017-04-14", "2018-04-13", "2019-04-12"};
    for (std::size_t year = 0; year < 5; ++year) {
        for (const int before : {7, 0}) {
            Release release;
            release.period = *parseDate(fridays[year]) - std::chrono::days(before);
            release.knownAt = core::base::Instant(release.period) + std::chrono::hours(120);
            if (before == 0)
                level += spring[year];
            release.actual = level;
            releases.push_back(release);
        }
    }
    std::swap(releases[0], releases[7]); // the order of rows must not matter
    fillReleases(releases, Season::Week);
    const auto at = [&](int year) -> const Release & {
        for (const Release &release : releases) {
            if (int(std::chrono::year_month_day(release.period).year()) == year &&
                !std::isnan(release.change))
                return release;
        }
        return releases[0];
    };
    QCOMPARE(at(2015).change, 10.0);
    QVERIFY(std::isnan(at(2017).surprise));
    QCOMPARE(at(2018).previous, 136.0);
    QCOMPARE(at(2018).expected, 148.0);
    QCOMPARE(at(2018).surprise, 8.0);
    QCOMPARE(at(2019).surprise, 2.0);
}

void tst_Texts::aSeriesOfTwoYearsHasNoSurprise()
{
    std::vector<Release> releases;
    for (int month = 0; month < 24; ++month) {
        Release release;
        release.period = std::chrono::sys_days(std::chrono::year(2019 + month / 12) / (month % 12 + 1) / 1);
        release.knownAt = core::base::Instant(release.period);
        release.actual = month * month;
        releases.push_back(release);
    }
    fillReleases(releases, Season::Month);
    QVERIFY(std::isnan(releases[0].change));
    QCOMPARE(releases[23].change, 23.0 * 23 - 22.0 * 22);
    QVERIFY(std::isnan(releases[23].surprise));
}

QTEST_APPLESS_MAIN(tst_Texts)
#include "tst_texts.moc"
