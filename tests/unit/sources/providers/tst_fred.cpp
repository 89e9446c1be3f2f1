// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FRED: vintages as revisions, plain answers and tables with their lags, market series as bars, lists,
// errors.
#include "tests/support/answercase.h"

using namespace Qt::StringLiterals;
using namespace core::sources;
using namespace answercase;
using core::base::qs;
using core::domain::Event;
using core::domain::KnownBasis;
using core::domain::Precision;

namespace {

std::string observation(std::string_view start, std::string_view date, std::string_view value)
{
    return R"({"realtime_start":")" + std::string(start) + R"(","realtime_end":"9999-12-31","date":")" +
           std::string(date) + R"(","value":")" + std::string(value) + R"("})";
}

std::string observations(std::string_view start, std::string_view end, const std::vector<std::string> &rows,
                         int count = 0)
{
    std::string text = R"({"realtime_start":")" + std::string(start) + R"(","realtime_end":")" +
                       std::string(end) + R"(","units":"lin","output_type":1,"count":)" +
                       std::to_string(count) + R"(,"offset":0,"limit":100000,"observations":[)";
    for (std::size_t i = 0; i < rows.size(); ++i)
        text += (i ? "," : "") + rows[i];
    return text + "]}";
}

SourceSettings withKey(std::vector<std::string> series)
{
    SourceSettings settings;
    settings.series = std::move(series);
    settings.secrets["api_key"] = "s3cret/key";
    return settings;
}

} // namespace

class tst_Fred : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vintagesBecomeRevisions()
    {
        const auto parsed = parse("fred", "observations",
                                  observations("1776-07-04", "9999-12-31",
                                               {observation("2020-07-30", "2020-01-01", "."),
                                                observation("2020-07-30", "2020-04-01", "100.0"),
                                                observation("2020-08-27", "2020-04-01", "102"),
                                                observation("2020-10-29", "2020-07-01", "110"),
                                                observation("2020-12-22", "2020-07-01", "109.5")}),
                                  {{"series", "GDP"},
                                   {"unit", "Billions of Dollars"},
                                   {"title", "Gross Domestic Product"},
                                   {"frequency", "Quarterly"}});
        QVERIFY(!parsed.fault);
        QCOMPARE(parsed.records, 5U);
        QCOMPARE(refused(parsed), u"1 × there is no value for this day"_s);
        const auto &events = parsed.values.events;
        QCOMPARE(events.size(), 8U); // two events of each value
        QCOMPARE(qs(events[0].eventType), u"macro_observation"_s);
        QCOMPARE(qs(events[1].eventType), u"gdp_release"_s);
        const Event &first = events[1];
        QCOMPARE(qs(first.entity), u"GDP"_s);
        QCOMPARE(qs(first.unit), u"Billions of Dollars"_s);
        QCOMPARE(qs(first.text), u"Gross Domestic Product"_s);
        QCOMPARE(first.value, 100.0);
        QCOMPARE(first.precision, Precision::Day);
        QCOMPARE(first.knownBasis, KnownBasis::Published);
        COMPARE_INSTANTS(first, "2020-04-01T04:00:00Z", "2020-07-31T04:00:00Z");
        QCOMPARE(qs(first.metadata), uR"({"actual":100,"vintage":"2020-07-30"})"_s);
        const Event &revised = events[3];
        QVERIFY(revised.id == first.id); // a version of the same fact
        QVERIFY(events[2].id == events[0].id && events[0].id != events[1].id);
        QCOMPARE(revised.value, 102.0);
        COMPARE_INSTANTS(revised, "2020-04-01T04:00:00Z", "2020-08-28T04:00:00Z");
        // the next quarter is compared with the last one as it was known by then
        QCOMPARE(meta(events[5], "previous"), u"102"_s);
        QCOMPARE(meta(events[5], "change"), u"8"_s);
        QCOMPARE(meta(events[7], "change"), u"7.5"_s);
        QCOMPARE(meta(events[7], "vintage"), u"2020-12-22"_s);
        QVERIFY(meta(events[4], "change").isEmpty());
    }

    /// Every May adds 5, only the last one adds 9; a revision that comes later must not show in what was
    /// expected.
    void surprisesKnowOnlyWhatWasKnown()
    {
        std::vector<std::string> rows;
        int level = 100;
        for (int year = 2015; year <= 2019; ++year) {
            for (int month = 1; month <= 12; ++month) {
                level += month == 5 ? (year == 2019 ? 9 : 5) : 1;
                const auto day = [](int y, int m, int d) {
                    return u"%1-%2-%3"_s.arg(y)
                        .arg(m, 2, 10, QChar(u'0'))
                        .arg(d, 2, 10, QChar(u'0'))
                        .toStdString();
                };
                const int next = month % 12 + 1;
                rows.push_back(observation(day(year + month / 12, next, 15), day(year, month, 1),
                                           std::to_string(level)));
                if (year == 2018 && month == 5)
                    rows.push_back(
                        observation("2019-07-01", day(year, month, 1), std::to_string(level + 40)));
            }
        }
        const auto parsed = parse("fred", "observations", observations("1776-07-04", "9999-12-31", rows),
                                  {{"series", "X"}, {"frequency", "M"}});
        const Event *may = nullptr;
        for (const Event &event : parsed.values.events) {
            if (event.eventType == "x_release" &&
                core::base::toIso(event.timestamp).starts_with("2019-05-01"))
                may = &event;
        }
        QVERIFY(may);
        QCOMPARE(meta(*may, "change"), u"9"_s);
        QCOMPARE(meta(*may, "surprise"), u"4"_s);
    }

    void leavesOlderVintagesToTheirOwnSlice()
    {
        const auto parsed = parse("fred", "observations",
                                  observations("2020-01-01", "2025-01-01",
                                               {observation("2020-01-01", "2019-10-01", "50"),
                                                observation("2020-02-10", "2020-01-01", "53")}),
                                  {{"series", "ABC"}, {"frequency", "Monthly"}});
        QCOMPARE(parsed.values.events.size(), 2U);
        QCOMPARE(parsed.values.events[1].value, 53.0);
        // October is more than one month and a half away
        QVERIFY(meta(parsed.values.events[1], "previous").isEmpty());
    }

    void leavesOutProjections()
    {
        const auto parsed = parse("fred", "observations",
                                  observations("1776-07-04", "9999-12-31",
                                               {observation("2020-06-10", "2019-01-01", "2.1"),
                                                observation("2020-06-10", "2022-01-01", "1.8")}),
                                  {{"series", "FEDTARMD"}});
        QCOMPARE(parsed.values.events.size(), 2U);
        QCOMPARE(refused(parsed), u"1 × a projection: published before the period it is for"_s);
    }

    void plainAnswersAreEstimated()
    {
        const std::string text = observations(
            "2024-10-28", "2024-10-28",
            {observation("2024-10-28", "2024-10-04", "4.0"), observation("2024-10-28", "2024-10-11", "."),
             observation("2024-10-28", "2024-10-18", "4.25"), observation("2024-10-28", "2024-10-25", "x")});
        const auto parsed = parse("fred", "observations", text, {{"series", "WGS10YR"}});
        QCOMPARE(parsed.values.events.size(), 4U);
        QCOMPARE(refused(parsed), u"1 × the value is not a number; 1 × there is no value for this day"_s);
        const Event &event = parsed.values.events[3];
        QCOMPARE(qs(event.eventType), u"wgs10yr_release"_s);
        QCOMPARE(event.knownBasis, KnownBasis::Estimated);
        COMPARE_INSTANTS(event, "2024-10-18T04:00:00Z", "2024-10-28T04:00:00Z");
        // what we have seen is known
        const auto seen =
            parse("fred", "observations", text, {{"series", "WGS10YR"}}, at("2024-10-21T12:00:00Z"));
        QCOMPARE(seen.values.events[3].knownBasis, KnownBasis::Observed);
        COMPARE_INSTANTS(seen.values.events[3], "2024-10-18T04:00:00Z", "2024-10-21T12:00:00Z");
    }

    void needsTheNameOfTheSeries()
    {
        const auto parsed = parse("fred", "observations", observations("2024-10-28", "2024-10-28", {}));
        QVERIFY(parsed.fault && parsed.fault->kind == FaultKind::NotData);
    }

    void marketSeriesAreCloseOnlyBars()
    {
        const std::string text =
            "observation_date,DGS10\n2025-02-10,4.51\n2025-02-11,\n2025-02-12,4.62\n2025-07-01,.\n"
            "2025-07-02,4.30\n";
        QCOMPARE(qs(recognise("fred", text)), u"graph"_s);
        const auto parsed = parse("fred", "graph", text, {{"series", "DGS10"}});
        const auto &bars = parsed.values.bars;
        QCOMPARE(parsed.records, 5U);
        QCOMPARE(bars.size(), 3U);
        QCOMPARE(qs(parsed.interval), u"1d"_s);
        QCOMPARE(qs(bars.symbols.at(0)), u"DGS10"_s);
        QCOMPARE(bars.close[1], 4.62);
        QVERIFY(std::isnan(bars.open[1]) && std::isnan(bars.high[1]) && std::isnan(bars.low[1]));
        // H.15 yields are read at 15:30 in New York, in winter and in summer
        QCOMPARE(qs(core::base::toIso(core::base::Instant(bars.tsEnd[0]))), u"2025-02-10T20:30:00Z"_s);
        QCOMPARE(qs(core::base::toIso(core::base::Instant(bars.tsEnd[2]))), u"2025-07-02T19:30:00Z"_s);
        QVERIFY(parsed.values.events.empty());
        QCOMPARE(parsed.values.instruments.size(), 1U);
        QCOMPARE(qs(parsed.values.instruments[0].kind), u"yield"_s);
    }

    void tablesWithoutAKeyAreReleases()
    {
        const std::string text = "DATE,PAYEMS\n2024-01-01,157000\n2024-02-01,157300\n2024-03-01,157450\n"
                                 "bad,1\n2024-04-01,15?\n2024-05-01\n";
        const auto parsed = parse("fred", "graph", text, {{"series", "PAYEMS"}, {"from", "2024-04-15"}});
        QCOMPARE(parsed.values.events.size(), 4U); // January was known before; it is there for the comparison
        QCOMPARE(meta(parsed.values.events[1], "change"), u"300"_s);
        const Event &event = parsed.values.events[3];
        QCOMPARE(qs(event.eventType), u"payems_release"_s);
        QCOMPARE(meta(event, "previous"), u"157300"_s);
        QCOMPARE(meta(event, "change"), u"150"_s);
        COMPARE_INSTANTS(event, "2024-03-01T05:00:00Z", "2024-06-01T05:00:00Z"); // 92 days of 24 hours
        QCOMPARE(parsed.records, 6U);
        QCOMPARE(parsed.refusals.total(), 3U);
        // the mean of a month is no price, though the series is one of a market
        const auto mean =
            parse("fred", "graph", "observation_date,T10Y2YM\n2024-01-01,1\n2024-02-01,2\n2024-03-01,3\n");
        QCOMPARE(mean.values.bars.size(), 0U);
        QCOMPARE(mean.values.events.size(), 6U);
    }

    void seriesBecomeInstrumentsAndAskForTheirValues()
    {
        const std::string text =
            R"({"realtime_start":"2024-10-30","realtime_end":"2024-10-30","seriess":[{"id":"GDP","title":"Gross Domestic Product","observation_start":"1947-01-01","observation_end":"2024-07-01","frequency":"Quarterly","units":"Billions of Dollars","seasonal_adjustment":"Seasonally Adjusted Annual Rate","last_updated":"2024-10-30 07:54:01-05","notes":"https:\/\/example.org"},{"title":"nameless"}]})";
        QCOMPARE(qs(recognise("fred", text)), u"series"_s);
        const auto parsed =
            parse("fred", "series", text,
                  {{"series", "GDP"}, {"from", "2003-05-01"}, {"to", "2011-01-01"}, {"live", "0"}});
        QCOMPARE(parsed.values.instruments.size(), 1U);
        QCOMPARE(refused(parsed), u"1 × the series has no id"_s);
        const auto &series = parsed.values.instruments[0];
        QCOMPARE(qs(series.symbol), u"GDP"_s);
        QCOMPARE(qs(series.name), u"Gross Domestic Product"_s);
        QCOMPARE(
            qs(series.metadata),
            uR"({"first":"1947-01-01","frequency":"Quarterly","last":"2024-07-01","season":"Seasonally Adjusted Annual Rate","unit":"Billions of Dollars","updated":"2024-10-30T12:54:01Z"})"_s);
        QCOMPARE(parsed.next.size(), 3U); // 2000 to 2005, 2005 to 2010, 2010 on
        QCOMPARE(qs(parsed.next[0].with.at("vintages_from")), u"2000-01-01"_s);
        QCOMPARE(qs(parsed.next[0].with.at("vintages_to")), u"2005-01-01"_s);
        QCOMPARE(qs(parsed.next[2].with.at("vintages_to")), u"9999-12-31"_s);
        QCOMPARE(qs(parsed.next[0].with.at("unit")), u"Billions of Dollars"_s);
        const auto live =
            parse("fred", "series", text,
                  {{"series", "GDP"}, {"from", "2024-10-30"}, {"to", "2024-10-31"}, {"live", "1"}});
        QCOMPARE(live.next.size(), 1U);
        QCOMPARE(qs(live.next[0].with.at("vintages_from")), u"2024-10-22"_s);
        const auto alone = parse("fred", "series", text);
        QVERIFY(alone.next.empty());
        const auto whole =
            parse("fred", "series", text,
                  {{"series", "GDP"}, {"from", "1900-01-01"}, {"to", "1994-01-01"}, {"live", "0"}});
        QCOMPARE(whole.next.size(), 1U);
        QCOMPARE(qs(whole.next[0].with.at("vintages_from")), u"1776-07-04"_s);
    }

    void releaseDatesAreScheduled()
    {
        const std::string text =
            R"({"realtime_start":"2024-01-01","realtime_end":"9999-12-31","count":7370,"offset":1000,"limit":1000,"release_dates":[{"release_id":101,"release_name":"FOMC Press Release","date":"2024-11-03"},{"release_id":10,"date":"2024-12-11"},{"release_id":10,"date":"2024-13-11"},7]})";
        QCOMPARE(qs(recognise("fred", text)), u"release_dates"_s);
        const auto parsed =
            parse("fred", "release_dates", text, {{"from", "2024-01-01"}, {"offset", "1000"}});
        QCOMPARE(parsed.values.events.size(), 2U);
        QCOMPARE(parsed.records, 4U);
        QCOMPARE(parsed.refusals.total(), 2U);
        const Event &event = parsed.values.events[0];
        QCOMPARE(qs(event.eventType), u"release_date"_s);
        QCOMPARE(qs(event.entity), u"FRED:101"_s);
        QCOMPARE(qs(event.text), u"FOMC Press Release"_s);
        QCOMPARE(event.knownBasis, KnownBasis::Scheduled);
        COMPARE_INSTANTS(event, "2024-11-03T04:00:00Z", "2024-11-04T05:00:00Z"); // the clocks change that day
        QCOMPARE(parsed.next.size(), 1U);
        QCOMPARE(qs(parsed.next[0].with.at("offset")), u"1003"_s);
        QCOMPARE(qs(parsed.next[0].with.at("from")), u"2024-01-01"_s);
    }

    void otherListsHoldNothing()
    {
        for (const std::string_view text :
             {R"({"categories":[]})", R"({"realtime_start":"2024-11-02","count":1,"tags":[{"name":"nipa"}]})",
              R"({"realtime_start":"2024-11-02","sources":[]})",
              R"({"realtime_start":"1776-07-04","vintage_dates":["1991-12-04"]})"}) {
            const std::string endpoint = recognise("fred", text);
            QVERIFY2(!endpoint.empty(), text.data());
            const auto parsed = parse("fred", endpoint, text);
            QVERIFY(!parsed.fault && parsed.values.size() == 0 && parsed.records == 0);
        }
        QVERIFY(recognise("fred", R"({"type":"FeatureCollection"})").empty());
        QVERIFY(recognise("fred", "").empty());
    }

    void errorsAreFaults_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("key")
            << QByteArray(
                   R"({"error_code":400,"error_message":"Bad Request.  The value for variable api_key is not registered."})")
            << 400 << int(FaultKind::NoAccess);
        QTest::newRow("series")
            << QByteArray(R"({"error_code":400,"error_message":"Bad Request.  The series does not exist."})")
            << 400 << int(FaultKind::NotFound);
        QTest::newRow("range")
            << QByteArray(R"({"error_code":400,"error_message":"Bad Request.  Too many vintages."})") << 200
            << int(FaultKind::Refused);
        QTest::newRow("limit")
            << QByteArray(R"({"error_code":429,"error_message":"Too Many Requests.  Exceeded Rate Limit"})")
            << 429 << int(FaultKind::TooMany);
        QTest::newRow("down") << QByteArray("<html>busy</html>") << 503 << int(FaultKind::Unavailable);
        QTest::newRow("page") << QByteArray("<!DOCTYPE html><html></html>") << 200 << int(FaultKind::NotData);
        QTest::newRow("empty") << QByteArray(" \n") << 200 << int(FaultKind::NotData);
        QTest::newRow("text") << QByteArray("nothing") << 200 << int(FaultKind::NotData);
    }

    void errorsAreFaults()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(int, kind);
        for (const char *endpoint : {"observations", "series", "release_dates", "graph"}) {
            const auto parsed = parse("fred", endpoint, view(body), {{"series", "GDP"}}, {}, status);
            QVERIFY2(parsed.fault, endpoint);
            QCOMPARE(int(parsed.fault->kind), kind);
            QVERIFY(!parsed.fault->sentence.isEmpty() && parsed.values.size() == 0);
        }
    }

    void asksAndCalls()
    {
        const auto *fred = findProvider("fred");
        const Window window{at("2024-01-15T00:00:00Z"), at("2024-02-01T00:00:00Z"), true};
        const auto keyless = fred->asks({}, window);
        VERIFY_OK(keyless);
        QCOMPARE(keyless->size(), 9U);
        const auto bars = fred->call(keyless->front(), {});
        VERIFY_OK(bars);
        QCOMPARE(
            qs(bars->url),
            u"https://fred.stlouisfed.org/graph/fredgraph.csv?id=DCOILBRENTEU&cosd=2024-01-15&coed=2024-02-01"_s);
        const auto live = fred->asks({}, {window.from, window.to, false});
        QCOMPARE(qs(live->front().with.at("from")), u"2024-01-08"_s);
        const auto settings = withKey({"GDP", "DGS10"});
        auto asks = fred->asks(settings, window);
        VERIFY_OK(asks);
        QCOMPARE(asks->size(), 2U);
        QCOMPARE(qs(asks->at(0).endpoint), u"series"_s);
        QCOMPARE(qs(asks->at(1).endpoint), u"graph"_s);
        QVERIFY(holdsNo(*asks, "s3cret"));
        QCOMPARE(
            qs(fred->call(asks->at(0), settings)->url),
            u"https://api.stlouisfed.org/fred/series?series_id=GDP&file_type=json&api_key=s3cret%2Fkey"_s);
        VERIFY_ERROR(fred->call(asks->at(0), {}), core::base::ErrorCode::BadInput);
        const Ask values{"observations",
                         {{"series", "GDP"},
                          {"vintages_from", "2000-01-01"},
                          {"vintages_to", "2005-01-01"},
                          {"offset", "7"}}};
        QCOMPARE(qs(fred->call(values, settings)->url),
                 u"https://api.stlouisfed.org/fred/series/"
                 u"observations?series_id=GDP&limit=100000&realtime_start=2000-01-01"
                 "&realtime_end=2005-01-01&offset=7&file_type=json&api_key=s3cret%2Fkey"_s);
        auto calendar = settings;
        calendar.options["releases"] = "all, 10";
        asks = fred->asks(calendar, window);
        QCOMPARE(asks->size(), 4U);
        QVERIFY(qs(fred->call(asks->at(2), calendar)->url)
                    .contains(u"/releases/dates?realtime_start=2024-01-15&"_s));
        QVERIFY(qs(fred->call(asks->at(3), calendar)->url).contains(u"/release/dates?release_id=10&"_s));
        calendar.secrets.clear();
        VERIFY_ERROR(fred->asks(calendar, window), core::base::ErrorCode::BadInput);
        const auto release = fred->call({"graph", {{"series", "PAYEMS"}, {"from", "2024-01-15"}}}, {});
        QCOMPARE(qs(release->url), u"https://fred.stlouisfed.org/graph/fredgraph.csv?id=PAYEMS"_s);
    }

    void halfAnAnswerKeepsWhatIsWhole()
    {
        std::vector<std::string> rows;
        for (int i = 10; i < 30; ++i)
            rows.push_back(observation("2024-10-28", "2024-01-" + std::to_string(i), std::to_string(i)));
        const std::string text = observations("2024-10-28", "2024-10-28", rows, 20);
        for (std::size_t size = 0; size <= text.size(); ++size) {
            const auto parsed =
                parse("fred", "observations", std::string_view(text).substr(0, size), {{"series", "X"}});
            QVERIFY(parsed.values.events.size() <= 40);
            if (size == text.size() / 2) {
                QVERIFY(parsed.values.events.size() >= 12);
                QCOMPARE(refused(parsed), u"1 × the answer breaks off or is not JSON from here on"_s);
            }
            QVERIFY(parsed.next.empty());
        }
    }

    void readsTheRecordings()
    {
        const QByteArray first =
            recording(u"fred/observations_GDP_alfred_output_type4_initial_release.json"_s);
        if (first.isEmpty())
            QSKIP("the recorded answers (../shared/data/payloads) are not beside the project");
        const auto parsed = parse("fred", "observations", view(first), {{"series", "GDP"}});
        // the fourth quarter of 1991, told on 29 January 1992
        const Event &quarter = parsed.values.events[1];
        QCOMPARE(quarter.value, 5736.6);
        COMPARE_INSTANTS(quarter, "1991-10-01T04:00:00Z", "1992-01-30T05:00:00Z");
        QCOMPARE(meta(parsed.values.events[3], "previous"), u"5736.6"_s);
        QVERIFY(std::abs(meta(parsed.values.events[3], "change").toDouble() - 72.7) < 1e-9);
        const QByteArray vix = recording(u"fred/fredgraph_VIXCLS.csv"_s);
        const auto bars = parse("fred", "graph", view(vix)).values.bars;
        QCOMPARE(bars.close[0], 15.81);
        QCOMPARE(qs(core::base::toIso(core::base::Instant(bars.tsEnd[0]))), u"2025-02-10T21:15:00Z"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Fred)
#include "tst_fred.moc"
