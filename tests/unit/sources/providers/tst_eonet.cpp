// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// EONET: one event per position, JSON and GeoJSON, units, places, errors.
#include "tests/support/answercase.h"

using namespace Qt::StringLiterals;
using namespace core::sources;
using namespace answercase;
using core::base::qs;
using core::domain::Event;
using core::domain::KnownBasis;

namespace {

std::string natural(const std::string &id, const std::string &title, const std::string &category,
                    const std::string &source, const std::string &geometry)
{
    return R"({"id":")" + id + R"(","title":")" + title +
           R"(","description":null,"link":"example.org/e","closed":null,"categories":[{"id":")" + category +
           R"(","title":"x"}],"sources":[{"id":")" + source + R"(","url":"example.org"}],"geometry":[)" +
           geometry + "]}";
}

std::string position(const std::string &date, const std::string &value, const std::string &unit,
                     const std::string &shape = R"("Point","coordinates":[-112.1,12.2])")
{
    return R"({"magnitudeValue":)" + value + R"(,"magnitudeUnit":)" + unit + R"(,"date":")" + date +
           R"(","type":)" + shape + '}';
}

std::string answer(const std::string &events)
{
    return "{\n\t\"title\": \"EONET Events\",\n\"description\":\"x\",\"link\":\"y\",\"events\":[" + events +
           "]}";
}

} // namespace

class tst_Eonet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPositionIsAnEvent()
    {
        const std::string text =
            answer(natural("EONET_1", "Tropical Storm Fausto", "severeStorms", "JTWC",
                           position("2026-07-19T18:00:00Z", "35.00", "\"kts\"") + ',' +
                               position("2026-07-20T00:00:00Z", "40.00", "\"kts\"")) +
                   ',' +
                   natural("EONET_2", "Iceberg A76C", "seaLakeIce", "NATICE",
                           position("2021-05-28T00:00:00Z", "112.0", "\"NM^2\"")) +
                   ',' +
                   natural("EONET_3", "Wildfire THORN, San Diego, Minnesota", "wildfires", "IRWIN",
                           position("2026-07-19T18:00:00Z", "1200", "\"acres\"")) +
                   ',' +
                   natural("EONET_4", "Etna Volcano, Italy", "volcanoes", "SIVolcano",
                           position("2026-07-19T18:00:00Z", "null", "null",
                                    R"("Polygon","coordinates":[[[15,37],[15.1,37.1],[15,37]]])")));
        QCOMPARE(qs(recognise("eonet", text)), u"events"_s);
        const auto parsed = parse("eonet", "events", text);
        QCOMPARE(parsed.records, 5U);
        QCOMPARE(parsed.values.events.size(), 5U);
        const Event &storm = parsed.values.events[1];
        QCOMPARE(qs(storm.eventType), u"severe_storms"_s);
        QCOMPARE(qs(storm.entity), u"OCEAN"_s);
        QCOMPARE(storm.value, 40.0);
        QCOMPARE(qs(storm.unit), u"kts"_s);
        QCOMPARE(qs(storm.text), u"Tropical Storm Fausto"_s);
        COMPARE_INSTANTS(storm, "2026-07-20T00:00:00Z", "2026-07-21T00:00:00Z");
        QCOMPARE(storm.knownBasis, KnownBasis::Estimated);
        QVERIFY(storm.id == core::base::eventId("eonet", "EONET_1|2026-07-20T00:00:00Z"));
        QCOMPARE(qs(storm.metadata),
                 uR"({"event":"EONET_1","latitude":12.2,"longitude":-112.1,"url":"example.org/e"})"_s);
        QCOMPARE(qs(parsed.values.events[2].eventType), u"sea_lake_ice"_s);
        QCOMPARE(qs(parsed.values.events[2].unit), u"NM^2"_s);
        QCOMPARE(qs(parsed.values.events[3].entity), u"US"_s); // its reporting system is American
        QCOMPARE(qs(parsed.values.events[3].unit), u"acres"_s);
        const Event &etna = parsed.values.events[4];
        QCOMPARE(qs(etna.entity), u"IT"_s);
        QVERIFY(std::isnan(etna.value));
        QCOMPARE(meta(etna, "shape"), u"Polygon"_s);
        QVERIFY(meta(etna, "latitude").isEmpty());
        const auto live = parse("eonet", "events", text, {}, at("2026-07-20T06:00:00Z"));
        QCOMPARE(live.values.events[1].knownBasis, KnownBasis::Observed);
        COMPARE_INSTANTS(live.values.events[1], "2026-07-20T00:00:00Z", "2026-07-20T06:00:00Z");
    }

    void pathsHaveTheirTimesBeside()
    {
        const std::string text =
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"EONET_1","title":"Storm","description":null,"link":"eonet","closed":"2026-07-22T00:00:00Z","date":"2026-07-20T06:00:00Z","magnitudeValue":45,"magnitudeUnit":"kts","categories":[{"id":"severeStorms","title":"x"}],"sources":[{"id":"JTWC","url":"x"}],"geometryDates":["2026-07-20T00:00:00","2026-07-20 06:00:00"]},"geometry":{"type":"LineString","coordinates":[[-112.1,12.2],[-113.6,12.5]]}},)"
            R"({"type":"Feature","properties":{"id":"EONET_2","title":"Fire, Chile","date":"2026-07-20T06:00:00Z","magnitudeValue":"7.5","magnitudeUnit":"acres","categories":[{"id":"wildfires"}],"sources":[]},"geometry":{"type":"Point","coordinates":[-70.6,-33]}},)"
            R"({"type":"Feature","properties":{"id":"EONET_3","categories":[{"id":"wildfires"}],"date":"2026-07-20T06:00:00Z","geometryDates":["2026-07-20T00:00:00"]},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},{"type":"Feature","geometry":null}]})";
        QCOMPARE(qs(recognise("eonet", text)), u"geojson"_s);
        const auto parsed = parse("eonet", "geojson", text);
        QCOMPARE(parsed.values.events.size(), 4U);
        QCOMPARE(refused(parsed), u"1 × the event has no id; 1 × the time of the position is not a date"_s);
        COMPARE_INSTANTS(parsed.values.events[0], "2026-07-20T00:00:00Z", "2026-07-21T00:00:00Z");
        COMPARE_INSTANTS(parsed.values.events[1], "2026-07-20T06:00:00Z", "2026-07-21T06:00:00Z");
        QVERIFY(std::isnan(parsed.values.events[0].value));
        QCOMPARE(parsed.values.events[1].value, 45.0);
        QCOMPARE(meta(parsed.values.events[1], "longitude"), u"-113.6"_s);
        QCOMPARE(meta(parsed.values.events[1], "closed"), u"2026-07-22T00:00:00Z"_s);
        QCOMPARE(qs(parsed.values.events[0].entity), u"OCEAN"_s);
        QCOMPARE(qs(parsed.values.events[2].entity), u"CL"_s);
        QCOMPARE(parsed.values.events[2].value, 7.5);
        // both forms name a position alike
        const auto plain = parse("eonet", "events",
                                 answer(natural("EONET_1", "Storm", "severeStorms", "JTWC",
                                                position("2026-07-20T06:00:00Z", "45", "\"kts\""))));
        QVERIFY(plain.values.events.at(0).id == parsed.values.events[1].id);
    }

    void badOnesLeaveTheOthers()
    {
        const std::string text = answer(
            natural("", "Nameless", "wildfires", "x", position("2026-07-19T18:00:00Z", "1", "\"acres\"")) +
            ',' +
            natural("EONET_1", "Storm", "severeStorms", "x",
                    position("yesterday", "1", "\"kts\"") + ",7," +
                        position("2026-07-19T18:00:00Z", "\"big\"", "\"kts\"") + ',' +
                        position("2026-07-19T18:00:00Z", "9", "\"kts\"")) +
            R"(,{"id":"EONET_2","categories":[]},{"id":"EONET_3","categories":[{"id":"floods"}]},8)");
        const auto parsed = parse("eonet", "events", text);
        QCOMPARE(parsed.values.events.size(), 1U);
        QCOMPARE(parsed.values.events[0].value, 9.0);
        QCOMPARE(parsed.records, 8U);
        QCOMPARE(parsed.refusals.total(), 7U);
    }

    void errorsAreFaults()
    {
        for (const auto &[body, status, kind] :
             {std::tuple("<html>busy</html>", 503, FaultKind::Unavailable),
              std::tuple("<!doctype html>", 200, FaultKind::NotData), std::tuple("", 200, FaultKind::NotData),
              std::tuple("EONET", 200, FaultKind::NotData), std::tuple("{}", 404, FaultKind::NotFound)}) {
            for (const char *endpoint : {"events", "geojson"}) {
                const auto parsed = parse("eonet", endpoint, body, {}, {}, status);
                QVERIFY2(parsed.fault && parsed.fault->kind == kind, body);
                QVERIFY(parsed.values.size() == 0);
            }
        }
    }

    void asksAndCalls()
    {
        const auto *eonet = findProvider("eonet");
        SourceSettings settings;
        settings.series = {"wildfires", "volcanoes"};
        const auto asks =
            eonet->asks(settings, {at("2025-01-01T00:00:00Z"), at("2025-12-31T00:00:00Z"), true});
        QCOMPARE(asks->size(), 3U);
        QCOMPARE(
            qs(eonet->call(asks->at(0), settings)->url),
            u"https://eonet.gsfc.nasa.gov/api/v3/events?status=all&start=2025-01-01&end=2025-06-29&category=wildfires%2Cvolcanoes"_s);
        QCOMPARE(qs(asks->at(1).with.at("from")), u"2025-06-30"_s); // the next day
        const auto live = eonet->asks({}, {at("2025-01-10T00:00:00Z"), at("2025-01-11T00:00:00Z"), false});
        QCOMPARE(live->size(), 1U);
        QCOMPARE(
            qs(eonet->call({"geojson", live->at(0).with}, {})->url),
            u"https://eonet.gsfc.nasa.gov/api/v3/events/geojson?status=all&start=2025-01-03&end=2025-01-11"_s);
    }

    void halfAnAnswerKeepsWhatIsWhole()
    {
        std::string events;
        for (int i = 1; i <= 6; ++i)
            events += (i > 1 ? "," : "") + natural("EONET_" + std::to_string(i), "Storm", "severeStorms", "x",
                                                   position("2026-07-19T18:00:00Z", "1", "\"kts\""));
        const std::string text = answer(events);
        for (std::size_t size = 0; size <= text.size(); ++size) {
            const auto parsed = parse("eonet", "events", std::string_view(text).substr(0, size));
            if (size == text.size() / 2) {
                QCOMPARE(parsed.values.events.size(), 2U);
                QCOMPARE(refused(parsed), u"1 × the answer breaks off or is not JSON from here on"_s);
            }
        }
    }

    void readsTheRecordings()
    {
        const QByteArray bytes = recording(u"eonet/events_open_days7_2026-07-20.json"_s);
        if (bytes.isEmpty())
            QSKIP("the recorded answers (../shared/data/payloads) are not beside the project");
        const auto parsed = parse("eonet", "events", view(bytes));
        const Event &first = parsed.values.events[0];
        QCOMPARE(qs(first.text), u"Tropical Storm Fausto"_s);
        QCOMPARE(first.value, 35.0);
        COMPARE_INSTANTS(first, "2026-07-19T18:00:00Z", "2026-07-20T18:00:00Z");
        QCOMPARE(find(parsed, "sea_lake_ice")->value, 112.0);
    }
};

QTEST_GUILESS_MAIN(tst_Eonet)
#include "tst_eonet.moc"
