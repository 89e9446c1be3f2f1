// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FIRMS: detections of MODIS and VIIRS, countries and cells, sums of whole days, errors.
#include "tests/support/answercase.h"

using namespace Qt::StringLiterals;
using namespace core::sources;
using namespace answercase;
using core::base::qs;
using core::domain::Event;
using core::domain::KnownBasis;
using core::domain::Precision;

namespace {

const std::string kModis = "latitude,longitude,brightness,scan,track,acq_date,acq_time,satellite,confidence,"
                           "version,bright_t31,frp,daynight\n";
const std::string kViirs = "country_id,latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,"
                           "instrument,confidence,version,"
                           "bright_ti5,frp,daynight\n";

} // namespace

class tst_Firms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detectionsHaveTheCountryTheyAreInAndAtSeaACell()
    {
        const std::string text =
            kModis + "-4.99722,-37.427,310.16,3.43,1.74,2022-02-26,0003,T,70,6.1NRT,272.01,64.94,N\n"
                     "-10.12,-33.47,338.48,3.45,1.75,2022-02-26,3,A,100,6.1NRT,291.24,,D\n";
        QCOMPARE(qs(recognise("firms", text)), u"area"_s);
        const auto parsed = parse("firms", "area", text);
        QCOMPARE(parsed.records, 2U);
        const Event &event = parsed.values.events[0];
        QCOMPARE(qs(event.eventType), u"fire_detection"_s);
        QCOMPARE(qs(event.entity), u"BRA"_s);
        QCOMPARE(qs(parsed.values.events[1].entity), u"CELL:S15W035"_s);
        // how much of Brazil the file covers is not known: its sums are those of cells
        QVERIFY(find(parsed, "fire_count", "CELL:S05W040") && !find(parsed, "fire_count", "BRA"));
        const auto world = parse("firms", "area", text,
                                 {{"place", "world"}, {"from", "2022-02-26"}, {"to", "2022-02-26"}});
        QCOMPARE(find(world, "fire_count", "BRA")->value, 1.0);
        QCOMPARE(event.value, 64.94);
        QCOMPARE(qs(event.unit), u"MW"_s);
        QCOMPARE(event.knownBasis, KnownBasis::Estimated);
        COMPARE_INSTANTS(event, "2022-02-26T00:03:00Z", "2022-02-26T03:03:00Z");
        QVERIFY(event.id == core::base::eventId("firms", "T|2022-02-26T00:03:00Z|-4.99722|-37.427"));
        QCOMPARE(
            qs(event.metadata),
            uR"({"brightness":310.16,"confidence":"70","day_night":"N","instrument":"MODIS","latitude":-4.99722,"longitude":-37.427,"satellite":"T","version":"6.1NRT"})"_s);
        const Event &second = parsed.values.events[1];
        QVERIFY(std::isnan(second.value));                                        // missing is not zero
        COMPARE_INSTANTS(second, "2022-02-26T00:03:00Z", "2022-02-26T03:03:00Z"); // the zeros were dropped
        const auto live = parse("firms", "area", text, {}, at("2022-02-26T02:00:00Z"));
        QCOMPARE(live.values.events[0].knownBasis, KnownBasis::Observed);
        COMPARE_INSTANTS(live.values.events[0], "2022-02-26T00:03:00Z", "2022-02-26T02:00:00Z");
    }

    void countriesAreSummedByDay()
    {
        const std::string text = kViirs +
                                 "BRA,-10.5,-50.5,330,0.4,0.4,2026-09-01,0415,N,VIIRS,n,2.0NRT,290,2.5,N\n"
                                 "BRA,-10.6,-50.5,330,0.4,0.4,2026-09-01,1615,N21,VIIRS,h,2.0NRT,290,4,D\n"
                                 "BRA,-10.6,-50.5,330,0.4,0.4,2026-09-02,0415,1,VIIRS,l,2.0NRT,290,1,N\n"
                                 "XXX,0.5,-0.5,330,0.4,0.4,2026-09-02,0415,N,VIIRS,low,2.0NRT,290,3,N\n"
                                 "NAM,-20,17,330,0.4,0.4,2026-09-03,0415,N,VIIRS,high,2.0NRT,290,3,N\n";
        QCOMPARE(qs(recognise("firms", text)), u"country"_s);
        const auto parsed =
            parse("firms", "country", text,
                  {{"product", "VIIRS_SNPP_NRT"}, {"from", "2026-09-01"}, {"to", "2026-09-02"}});
        QCOMPARE(parsed.values.events.size(), 11U); // five fires, three places and days within the asked ones
        const Event *count = nullptr;
        const Event *power = nullptr;
        for (const Event &event : parsed.values.events) {
            if (event.entity == "BRA" && core::base::toIso(event.timestamp) == "2026-09-01T00:00:00Z")
                (event.eventType == "fire_count" ? count : power) = &event;
        }
        QVERIFY(count && power);
        QCOMPARE(count->value, 2.0);
        QCOMPARE(power->value, 6.5);
        QCOMPARE(qs(power->unit), u"MW"_s);
        QCOMPARE(count->precision, Precision::Day);
        QCOMPARE(count->knownBasis, KnownBasis::Estimated);
        COMPARE_INSTANTS(*count, "2026-09-01T00:00:00Z", "2026-09-02T03:00:00Z");
        QVERIFY(count->id == core::base::eventId("firms", "VIIRS_SNPP_NRT|2026-09-01|fire_count|BRA"));
        QVERIFY(find(parsed, "fire_count", "CELL:N00W005")); // no such country
        QVERIFY(find(parsed, "fire_detection", "NAM") && !find(parsed, "fire_count", "NAM"));
        QCOMPARE(meta(parsed.values.events[0], "confidence"), u"nominal"_s);
        QCOMPARE(meta(parsed.values.events[1], "confidence"), u"high"_s);
        QCOMPARE(meta(parsed.values.events[2], "confidence"), u"low"_s);
        // of the day that still goes on, what is known so far
        const auto live =
            parse("firms", "country", text, {{"product", "P"}, {"from", "2026-09-02"}, {"to", "2026-09-02"}},
                  at("2026-09-02T10:00:00Z"));
        QCOMPARE(find(live, "fire_count", "BRA")->knownBasis, KnownBasis::Observed);
        COMPARE_INSTANTS(*find(live, "fire_count", "BRA"), "2026-09-02T00:00:00Z", "2026-09-02T10:00:00Z");
    }

    /// A file of the last 24 hours begins and ends somewhere in a day; half a day's count would be wrong.
    void daysOfAFileThatAreCutHaveNoSum()
    {
        std::string text = kModis;
        for (const char *day : {"25", "26", "27"})
            text += "1,1,310,1,1,2022-02-" + std::string(day) + ",0100,T,70,6.1NRT,272,5,N\n";
        const auto parsed = parse("firms", "area", text);
        QCOMPARE(parsed.values.events.size(), 5U);
        COMPARE_INSTANTS(*find(parsed, "fire_count"), "2022-02-26T00:00:00Z", "2022-02-27T03:00:00Z");
        QCOMPARE(meta(*find(parsed, "fire_count"), "product"), u"MODIS"_s);
    }

    void badRowsLeaveTheOthers()
    {
        const std::string text = kModis + "91,1,310,1,1,2022-02-26,0100,T,70,6.1NRT,272,5,N\n"
                                          "north,1,310,1,1,2022-02-26,0100,T,70,6.1NRT,272,5,N\n"
                                          "1,1,310,1,1,2022-02-30,0100,T,70,6.1NRT,272,5,N\n"
                                          "1,1,310,1,1,2022-02-26,2460,T,70,6.1NRT,272,5,N\n"
                                          "1,1,310,1,1,2022-02-26,0100,T,70,6.1NRT,272,hot,N\n"
                                          "1,1,310\n"
                                          "1,1,310,1,1,2022-02-26,0100,T,70,6.1NRT,272,5,N\n";
        const auto parsed = parse("firms", "area", text);
        QCOMPARE(parsed.records, 7U);
        QCOMPARE(refused(parsed),
                 u"1 × the radiative power is not a number; 1 × the row does not fit the header; "
                 "2 × the position is not one on Earth; 2 × the time of the pass is not one"_s);
        QCOMPARE(find(parsed, "fire_count")->value, 1.0);
        const auto half = parse("firms", "area", std::string_view(text).substr(0, text.size() - 20));
        QVERIFY(!half.fault && half.refusals.total() == 7);
    }

    void errorsAreFaults()
    {
        for (const auto &[body, status, kind] :
             {std::tuple("Invalid MAP_KEY.", 200, FaultKind::NoAccess),
              std::tuple("Invalid MAP_KEY.", 400, FaultKind::NoAccess),
              std::tuple("Invalid API call.", 400, FaultKind::Refused),
              std::tuple("Exceeding allowed transaction limit", 429, FaultKind::TooMany),
              std::tuple("<html></html>", 200, FaultKind::NotData), std::tuple("", 200, FaultKind::NotData),
              std::tuple("a,b\n1,2\n", 200, FaultKind::NotData),
              std::tuple("down", 503, FaultKind::Unavailable)}) {
            const auto parsed = parse("firms", "area", body, {}, {}, status);
            QVERIFY2(parsed.fault && parsed.fault->kind == kind, body);
            QVERIFY(!parsed.fault->sentence.isEmpty() && parsed.values.size() == 0);
        }
        // a table without rows is no error: nothing burned
        QVERIFY(!parse("firms", "area", kModis).fault);
    }

    void asksAndCalls()
    {
        const auto *firms = findProvider("firms");
        SourceSettings settings;
        settings.secrets["map_key"] = "s3cret";
        settings.series = {"BRA", "-60,-15,-50,-5"};
        settings.options["products"] = "VIIRS_SNPP_NRT, MODIS_NRT";
        const auto asks =
            firms->asks(settings, {at("2026-09-01T00:00:00Z"), at("2026-09-07T12:00:00Z"), true});
        VERIFY_OK(asks);
        QCOMPARE(asks->size(), 8U);
        QVERIFY(holdsNo(*asks, "s3cret"));
        QCOMPARE(
            qs(firms->call(asks->at(0), settings)->url),
            u"https://firms.modaps.eosdis.nasa.gov/api/country/csv/s3cret/VIIRS_SNPP_NRT/BRA/5/2026-09-01"_s);
        QCOMPARE(
            qs(firms->call(asks->at(7), settings)->url),
            u"https://firms.modaps.eosdis.nasa.gov/api/area/csv/s3cret/MODIS_NRT/-60,-15,-50,-5/2/2026-09-06"_s);
        const auto live = firms->asks({}, {at("2026-09-06T12:00:00Z"), at("2026-09-07T12:00:00Z"), false});
        QCOMPARE(live->size(), 1U);
        QCOMPARE(qs(live->at(0).with.at("from")), u"2026-09-05"_s);
        QCOMPARE(qs(live->at(0).with.at("place")), u"world"_s);
        VERIFY_ERROR(firms->call(asks->at(0), {}), core::base::ErrorCode::BadInput);
        settings.series = {"Brazil"};
        VERIFY_ERROR(firms->asks(settings, {at("2026-09-01T00:00:00Z"), at("2026-09-02T00:00:00Z"), true}),
                     core::base::ErrorCode::BadInput);
    }

    void readsTheRecordings()
    {
        const QByteArray bytes = recording(u"firms/MODIS_C6_1_Global_24h_2022-02-26.csv"_s);
        if (bytes.isEmpty())
            QSKIP("the recorded answers (../shared/data/payloads) are not beside the project");
        const auto parsed = parse("firms", "area", view(bytes));
        const Event &first = parsed.values.events[0];
        QCOMPARE(first.value, 64.94);
        COMPARE_INSTANTS(first, "2022-02-26T00:20:00Z", "2022-02-26T03:20:00Z");
        QCOMPARE(parsed.values.events[1].value, 242.28);
        QCOMPARE(meta(parsed.values.events[1], "confidence"), u"100"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Firms)
#include "tst_firms.moc"
