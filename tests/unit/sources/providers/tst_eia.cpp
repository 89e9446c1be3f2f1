// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// EIA: both versions of the API, names and numbers that differ by route, release times, surprises, paging,
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

std::string answer(std::string_view frequency, std::string_view total, const std::vector<std::string> &rows,
                   std::string_view command = "/v2/petroleum/stoc/wstk/data/")
{
    std::string text = R"({"response":{"total":)" + std::string(total) +
                       R"(,"dateFormat":"YYYY-MM-DD","frequency":")" + std::string(frequency) +
                       R"(","data":[)";
    for (std::size_t i = 0; i < rows.size(); ++i)
        text += (i ? "," : "") + rows[i];
    return text + R"(],"warnings":[{"warning":"incomplete return"}]},"request":{"command":")" +
           std::string(command) + R"(","params":{"api_key":"leaked","offset":"0"}},"apiVersion":"2.1.7"})";
}

std::string row(std::string_view period, std::string_view value, std::string_view series = "WCESTUS1")
{
    return R"({"period":")" + std::string(period) + R"(","product":"EPC0","series":")" + std::string(series) +
           R"(","series-description":"U.S. Ending Stocks","value":)" + std::string(value) +
           R"(,"units":"MBBL"})";
}

} // namespace

class tst_Eia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weeklyStocksAreScheduled()
    {
        const auto parsed = parse("eia", "data",
                                  answer("weekly", "4",
                                         {row("2024-10-04", "422741"), row("2024-09-27", "\"416931\""),
                                          row("2024-10-11", "420550"), row("2024-10-18", "null")}));
        QVERIFY(!parsed.fault);
        QCOMPARE(parsed.records, 4U);
        QCOMPARE(refused(parsed), u"1 × there is no value for this period"_s);
        QCOMPARE(parsed.values.events.size(), 3U);
        const Event &event = parsed.values.events[0];
        QCOMPARE(qs(event.eventType), u"wcestus1_release"_s);
        QCOMPARE(qs(event.entity), u"WCESTUS1"_s);
        QCOMPARE(qs(event.unit), u"MBBL"_s);
        QCOMPARE(qs(event.text), u"U.S. Ending Stocks"_s);
        QCOMPARE(event.value, 422741.0);
        QCOMPARE(event.knownBasis, KnownBasis::Scheduled);
        QCOMPARE(event.precision, Precision::Instant);
        COMPARE_INSTANTS(event, "2024-10-04T04:00:00Z",
                         "2024-10-09T14:30:00Z"); // Wednesday 10:30 in New York
        QCOMPARE(meta(event, "change"), u"5810"_s);
        QCOMPARE(meta(event, "previous"), u"416931"_s);
        // Columbus Day is a Monday: Thursday
        COMPARE_INSTANTS(parsed.values.events[2], "2024-10-11T04:00:00Z", "2024-10-17T14:30:00Z");
        QVERIFY(event.id == core::base::eventId("eia", "WCESTUS1|2024-10-04"));
    }

    void gasComesOnThursday()
    {
        const std::string text =
            R"({"period":"2024-10-04","product":"EPG0","series":"NW2_EPG0_SWO_R48_BCF","value":"3629","units":"BCF"})";
        const auto parsed = parse(
            "eia", "data", answer("weekly", "\"1\"", {text}, "\\/v2\\/natural-gas\\/stor\\/wkly\\/data\\/"));
        COMPARE_INSTANTS(parsed.values.events.at(0), "2024-10-04T04:00:00Z", "2024-10-10T14:30:00Z");
        QCOMPARE(qs(parsed.values.events[0].eventType), u"nw2_epg0_swo_r48_bcf_release"_s);
        // seen before its time, it is known when seen
        const auto early =
            parse("eia", "data", answer("weekly", "1", {text}), {}, at("2024-10-10T13:00:00Z"));
        QCOMPARE(early.values.events.at(0).knownBasis, KnownBasis::Observed);
        COMPARE_INSTANTS(early.values.events[0], "2024-10-04T04:00:00Z", "2024-10-10T13:00:00Z");
    }

    /// The same week of four earlier years rose by 2, this year by 7: a surprise of 5. Only what is newly
    /// known becomes an event; the rest is there for the comparison.
    void surprisesCompareWithEarlierYears()
    {
        std::vector<std::string> rows;
        double level = 1000;
        for (core::base::Date day = *core::base::parseDate("2020-01-03");
             day <= *core::base::parseDate("2024-06-14"); day += std::chrono::days(7)) {
            const std::string iso = core::base::toIso(day);
            level += iso.substr(5, 2) == "06" ? (iso.starts_with("2024") ? 7 : 2) : -1;
            rows.push_back(row(iso, std::to_string(level)));
        }
        const auto parsed = parse("eia", "seriesid", answer("weekly", std::to_string(rows.size()), rows),
                                  {{"series", "PET.WCESTUS1.W"}, {"from", "2024-06-14"}});
        QCOMPARE(parsed.values.events.size(), 1U);
        QCOMPARE(meta(parsed.values.events[0], "period"), u"2024-06-14"_s);
        QCOMPARE(meta(parsed.values.events[0], "change"), u"7"_s);
        QCOMPARE(meta(parsed.values.events[0], "surprise"), u"5"_s);
        QVERIFY(parsed.next.empty());
    }

    void routesNameThingsDifferently()
    {
        const auto steo = parse(
            "eia", "data",
            answer(
                "monthly", "2",
                {R"({"period":"2024-07","seriesId":"PATC_WORLD","seriesDescription":"Consumption","value":103.5,"unit":"million barrels per day"})",
                 R"({"period":"2026-01","seriesId":"PATC_WORLD","value":104,"unit":"x"})"}),
            {}, at("2025-12-01T00:00:00Z"));
        QCOMPARE(steo.values.events.size(), 1U);
        QCOMPARE(qs(steo.values.events[0].entity), u"PATC_WORLD"_s);
        QCOMPARE(qs(steo.values.events[0].unit), u"million barrels per day"_s);
        QCOMPARE(steo.values.events[0].knownBasis, KnownBasis::Estimated);
        COMPARE_INSTANTS(steo.values.events[0], "2024-07-31T04:00:00Z", "2024-10-31T04:00:00Z");
        QCOMPARE(refused(steo), u"1 × a forecast: its period was not over"_s);
        const auto world = parse(
            "eia", "data",
            answer(
                "annual", "2",
                {R"({"period":2022,"productId":29,"productName":"Renewables","activityId":12,"activityName":"Generation","countryRegionId":"HKG","countryRegionName":"Hong Kong","dataFlagId":null,"unitName":"billion kilowatthours","value":0.23,"unit":"BKWH"})",
                 R"({"period":2023,"productId":29,"activityId":12,"countryRegionId":"HKG","value":"NA","unit":"BKWH"})"}));
        QCOMPARE(world.values.events.size(), 1U);
        QCOMPARE(qs(world.values.events[0].entity), u"INTL.29-12-HKG-BKWH.A"_s);
        QCOMPARE(qs(world.values.events[0].text), u"Hong Kong, Renewables, Generation"_s);
        QCOMPARE(world.values.events[0].value, 0.23);
        QCOMPARE(refused(world), u"1 × there is no value for this period"_s);
        const auto total =
            parse("eia", "data",
                  answer("quarterly", "1",
                         {R"({"period":"2024-Q1","msn":"TETCBUS","value":"24.5","unit":"quads"})"}));
        QCOMPARE(qs(total.values.events.at(0).entity), u"TETCBUS"_s);
        COMPARE_INSTANTS(total.values.events[0], "2024-03-31T04:00:00Z", "2024-07-01T04:00:00Z");
        const auto hour = parse(
            "eia", "data",
            answer(
                "hourly", "1",
                {R"({"period":"2024-07-05T13","respondent":"CAL","value":"31","value-units":"megawatthours"})"}),
            {{"series", "EBA.CAL-ALL.D.H"}});
        COMPARE_INSTANTS(hour.values.events.at(0), "2024-07-05T13:00:00Z", "2024-07-06T13:00:00Z");
        QCOMPARE(qs(hour.values.events[0].unit), u"megawatthours"_s);
    }

    void badRowsAreToldAndLeaveTheOthers()
    {
        const auto parsed = parse("eia", "data",
                                  answer("monthly", "6",
                                         {row("2024-13", "1"), row("soon", "1"), row("2024-05", "\"12O\""),
                                          "17", R"({"period":"2024-05","value":3})", row("2024-06", "5")}));
        QCOMPARE(parsed.values.events.size(), 1U);
        QCOMPARE(parsed.records, 6U);
        QCOMPARE(parsed.refusals.total(), 5U);
        QVERIFY(refused(parsed).contains(u"2 × the period is not a date"_s));
    }

    void pagesOn()
    {
        const std::string text =
            answer("monthly", "\"436\"", {row("2024-06", "\"1072\""), row("2024-05", "\"993\"")});
        const auto parsed =
            parse("eia", "data", text,
                  {{"route", "petroleum/move/pipe"}, {"frequency", "monthly"}, {"offset", "5000"}});
        QVERIFY(parsed.next.empty()); // past the total
        const auto first =
            parse("eia", "data", text, {{"route", "petroleum/move/pipe"}, {"frequency", "monthly"}});
        QCOMPARE(first.next.size(), 1U);
        QCOMPARE(qs(first.next[0].with.at("offset")), u"2"_s);
        QCOMPARE(qs(first.next[0].with.at("route")), u"petroleum/move/pipe"_s);
        QVERIFY(holdsNo(first.next, "leaked"));
    }

    void theOldVersionStillReads()
    {
        const std::string text =
            R"({"request":{"command":"series","series_id":"PET.RBRTE.D"},"series":[{"series_id":"PET.RBRTE.D","name":"Europe Brent Spot Price FOB, Daily","units":"Dollars per Barrel","f":"D","updated":"2015-12-02T13:20:30-0500","data":[["20151201",42.97],["20151130",43.73],["20151127",null],["2015113",1]]},{"series_id":"NG.X.M","f":"M","units":"u","data":[["201511",2],["2015Q4",3]]}]})";
        QCOMPARE(qs(recognise("eia", text)), u"series"_s);
        const auto parsed = parse("eia", "series", text);
        QCOMPARE(parsed.values.events.size(), 4U);
        QCOMPARE(parsed.records, 6U);
        const Event &event = parsed.values.events[0];
        QCOMPARE(qs(event.entity), u"RBRTE"_s); // as version 2 calls it
        QCOMPARE(event.value, 42.97);
        COMPARE_INSTANTS(event, "2015-12-01T05:00:00Z", "2015-12-09T05:00:00Z");
        QVERIFY(event.id == core::base::eventId("eia", "RBRTE|2015-12-01"));
        QCOMPARE(meta(parsed.values.events[2], "period"), u"2015-11"_s);
        // cut in the middle of the second value
        const auto cut = parse("eia", "series", std::string_view(text).substr(0, text.find("43.73") + 2));
        QCOMPARE(cut.values.events.size(), 1U);
        QCOMPARE(refused(cut), u"1 × the answer breaks off or is not JSON from here on"_s);
    }

    void errorsAreFaults_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("no key")
            << QByteArray(R"({"error":{"code":"API_KEY_MISSING","message":"No api_key was supplied."}})")
            << 403 << int(FaultKind::NoAccess);
        QTest::newRow("bad key, HTTP 200")
            << QByteArray(
                   R"({"error":{"code":"API_KEY_INVALID","message":"An invalid api_key was supplied."}})")
            << 200 << int(FaultKind::NoAccess);
        QTest::newRow("limit") << QByteArray(R"({"error":{"code":"OVER_RATE_LIMIT","message":"Slow down"}})")
                               << 429 << int(FaultKind::TooMany);
        QTest::newRow("facet") << QByteArray(R"({"error":"Invalid facet 'x'","code":400})") << 400
                               << int(FaultKind::Refused);
        QTest::newRow("route") << QByteArray(R"({"error":"Not found.","code":404})") << 404
                               << int(FaultKind::NotFound);
        QTest::newRow("old")
            << QByteArray(
                   R"({"request":{"command":"series"},"data":{"error":"invalid or missing api_key."}})")
            << 200 << int(FaultKind::NoAccess);
        QTest::newRow("page") << QByteArray("<html></html>") << 200 << int(FaultKind::NotData);
        QTest::newRow("busy") << QByteArray("busy") << 502 << int(FaultKind::Unavailable);
        QTest::newRow("list") << QByteArray("[1]") << 200 << int(FaultKind::NotData);
    }

    void errorsAreFaults()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(int, kind);
        for (const char *endpoint : {"data", "seriesid", "series"}) {
            const auto parsed = parse("eia", endpoint, view(body), {}, {}, status);
            QVERIFY2(parsed.fault, endpoint);
            QCOMPARE(int(parsed.fault->kind), kind);
            QVERIFY(!parsed.fault->sentence.isEmpty() && parsed.values.size() == 0);
        }
    }

    void asksAndCalls()
    {
        const auto *eia = findProvider("eia");
        const Window window{at("2024-01-15T00:00:00Z"), at("2024-02-01T00:00:00Z"), false};
        SourceSettings settings;
        settings.secrets["api_key"] = "s3cret";
        settings.series = {"PET.WCESTUS1.W", "PET.RBRTE.D",
                           "natural-gas/stor/wkly?frequency=weekly&series=NW2_EPG0_SWO_R48_BCF"};
        const auto asks = eia->asks(settings, window);
        VERIFY_OK(asks);
        QCOMPARE(asks->size(), 3U);
        QVERIFY(holdsNo(*asks, "s3cret"));
        const QString sorted = u"&sort[0][column]=period&sort[0][direction]=asc&length=5000"_s;
        QCOMPARE(qs(eia->call(asks->at(0), settings)->url),
                 u"https://api.eia.gov/v2/seriesid/PET.WCESTUS1.W?data[0]=value"_s + sorted +
                     u"&api_key=s3cret"_s);
        QCOMPARE(qs(eia->call(asks->at(1), settings)->url),
                 u"https://api.eia.gov/v2/seriesid/PET.RBRTE.D?data[0]=value&start=2023-12-25"_s + sorted +
                     u"&api_key=s3cret"_s);
        QCOMPARE(qs(eia->call(asks->at(2), settings)->url),
                 u"https://api.eia.gov/v2/natural-gas/stor/wkly/data/?data[0]=value&frequency=weekly"
                 "&facets[series][]=NW2_EPG0_SWO_R48_BCF"_s +
                     sorted + u"&api_key=s3cret"_s);
        VERIFY_ERROR(eia->call(asks->at(0), {}), core::base::ErrorCode::BadInput);
        settings.series = {"natural-gas/stor/wkly"};
        VERIFY_ERROR(eia->asks(settings, window), core::base::ErrorCode::BadInput);
        QCOMPARE(eia->asks({}, window)->size(), 4U);
    }

    void halfAnAnswerKeepsWhatIsWhole()
    {
        std::vector<std::string> rows;
        for (int i = 10; i < 30; ++i)
            rows.push_back(row("2024-01-" + std::to_string(i), std::to_string(i)));
        const std::string text = answer("daily", "20", rows);
        for (std::size_t size = 0; size <= text.size(); ++size) {
            const auto parsed = parse("eia", "data", std::string_view(text).substr(0, size));
            if (size == text.size() / 2)
                QVERIFY(parsed.values.events.size() >= 8 && parsed.refusals.total() == 1);
        }
    }

    void readsTheRecordings()
    {
        const QByteArray bytes = recording(u"eia/v2_seriesid_PET.WCESTUS1.W.json"_s);
        if (bytes.isEmpty())
            QSKIP("the recorded answers (../shared/data/payloads) are not beside the project");
        const auto parsed = parse("eia", "data", view(bytes));
        const Event &newest = parsed.values.events.front();
        QCOMPARE(newest.value, 422741.0);
        QCOMPARE(meta(newest, "change"), u"5810"_s);
        QVERIFY(!meta(newest, "surprise").isEmpty());
        QCOMPARE(parsed.values.events.back().value, 338764.0);
        QVERIFY(meta(parsed.values.events.back(), "previous").isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Eia)
#include "tst_eia.moc"
