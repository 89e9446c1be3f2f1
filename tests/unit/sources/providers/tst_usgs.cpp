// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Earthquakes of the USGS by hand-written answers in its shape.
#include "tests/support/answered.h"

#include <cmath>

using namespace answered;
using core::base::Instant;
using core::domain::KnownBasis;
using core::sources::FaultKind;

namespace {

/// In the order in which USGS writes it.
std::string feature(const char *id, const char *magnitude, const char *place, const char *time,
                    const char *depth, const char *at = "142.1,38.3")
{
    return std::string(R"({"type":"Feature","properties":{"mag":)") + magnitude + R"(,"place":")" + place +
           R"(","time":)" + time +
           R"(,"updated":1300000900000,"tz":null,"url":"x","felt":null,"cdi":null,"alert":"green","status":"reviewed",)"
           R"("tsunami":1,"sig":500,"net":"us","code":"1","types":",origin,","magType":"mww","type":"earthquake",)"
           R"("title":"M"},"geometry":{"type":"Point","coordinates":[)" +
           at + "," + depth + R"(]},"id":")" + id + R"("})";
}

std::string collection(const std::string &features)
{
    return R"({"type":"FeatureCollection","metadata":{"count":2},"features":[)" + features +
           R"(],"bbox":[1,2,3,4,5,6]})";
}

} // namespace

class tst_Usgs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAQuake();
    void theOrderOfTheFieldsIsNone();
    void survivesItsQuirks();
    void aDetailIsASingleFeature();
    void badOnesLeaveTheOthers();
    void knowsAQuakeWhenItSeesItOrAfterTheLag();
    void namesTheCountry();
    void anotherAnswerIsAFault();
    void aFullAnswerGoesOn();
    void survivesCuts();
};

void tst_Usgs::readsAQuake()
{
    const std::string text =
        collection(feature("us1", "9.1", "130 km E of Sendai, Japan", "1300000000000", "29"));
    QCOMPARE(recognised("usgs", text), "query");
    const Parsed parsed = answered::parsed("usgs", "", text);
    QCOMPARE(parsed.records, 1U);
    const auto &quake = parsed.values.events.at(0);
    QCOMPARE(quake.eventType, "earthquake");
    QCOMPARE(quake.entity, "JP");
    QCOMPARE(quake.value, 9.1);
    QCOMPARE(quake.unit, "magnitude");
    QCOMPARE(quake.text, "130 km E of Sendai, Japan");
    QVERIFY(quake.timestamp == at("2011-03-13T07:06:40Z"));
    QVERIFY(quake.id == core::base::eventId("usgs", "us1"));
    QCOMPARE(quake.metadata,
             R"({"alert":"green","depth":29,"latitude":38.3,"longitude":142.1,"magnitude_type":"mww",)"
             R"("net":"us","status":"reviewed","tsunami":1,"updated":"2011-03-13T07:21:40Z"})");
}

void tst_Usgs::theOrderOfTheFieldsIsNone()
{
    const std::string turned =
        R"({"id":"us1","geometry":{"coordinates":[142.1,38.3,29],"type":"Point"},"properties":{"type":"earthquake",)"
        R"("magType":"mww","net":"us","tsunami":1,"status":"reviewed","alert":"green","felt":null,"updated":1300000900000,)"
        R"("time":1300000000000,"place":"130 km E of Sendai, Japan","mag":9.1},"type":"Feature"})";
    const auto usual = answered::parsed(
        "usgs", "query",
        collection(feature("us1", "9.1", "130 km E of Sendai, Japan", "1300000000000", "29")));
    const auto other = answered::parsed("usgs", "query", collection(turned));
    QVERIFY(core::domain::contentHash(usual.values.events.at(0)) ==
            core::domain::contentHash(other.values.events.at(0)));
}

void tst_Usgs::survivesItsQuirks()
{
    const Parsed parsed = answered::parsed(
        "usgs", "query",
        collection(
            feature("a", "-0.4", "5 km NW of The Geysers, CA", "1300000000000", "-1.2") + ',' +
            feature("b", "null", "Tonga", "-2000000000000", "null") + ',' +
            R"({"type":"Feature","properties":{"mag":1,"place":null,"time":1300000000000,"type":"quarry blast"},)"
            R"("geometry":null,"id":"c"})"));
    QCOMPARE(refusals(parsed), QString());
    const auto &events = parsed.values.events;
    QCOMPARE(events.size(), 3U);
    QCOMPARE(events[0].value, -0.4);
    QCOMPARE(meta(events[0]).value(QStringLiteral("depth")).toDouble(), -1.2);
    QVERIFY(std::isnan(events[1].value));
    QVERIFY(events[1].timestamp == at("1906-08-16T20:26:40Z"));
    QVERIFY(!meta(events[1]).contains(QStringLiteral("depth")));
    QCOMPARE(events[2].eventType, "quarry_blast");
    QVERIFY(events[2].metadata.empty() && events[2].text.empty());
    QCOMPARE(answered::parsed("usgs", "query", R"({"type":"FeatureCollection","features":[]})").records,
             0U); // no bbox
}

void tst_Usgs::aDetailIsASingleFeature()
{
    const Parsed parsed = answered::parsed("usgs", "", feature("us1", "5", "Tonga", "1300000000000", "10"));
    QCOMPARE(parsed.values.events.size(), 1U);
}

void tst_Usgs::badOnesLeaveTheOthers()
{
    const Parsed parsed =
        answered::parsed("usgs", "query",
                         collection(feature("", "5", "Tonga", "1300000000000", "10") + ',' +
                                    feature("b", "5", "Tonga", "\"soon\"", "10") + ',' +
                                    feature("c", "\"much\"", "Tonga", "1300000000000", "10") + ",7," +
                                    feature("d", "5", "Tonga", "1300000000000", "10")));
    QCOMPARE(parsed.records, 5U);
    QCOMPARE(parsed.values.events.size(), 1U);
    QCOMPARE(
        refusals(parsed),
        QStringLiteral("the magnitude is not a number: 1, the quake has no id: 1, the record has another "
                       "form than the others: 1, the time of the quake is not a number: 1"));
}

void tst_Usgs::knowsAQuakeWhenItSeesItOrAfterTheLag()
{
    const std::string text = collection(feature("us1", "9.1", "Tonga", "1300000000000", "29"));
    const auto live =
        answered::parsed("usgs", "feed", text, {}, 200, "2011-03-13T07:30:00Z").values.events.at(0);
    QCOMPARE(live.knownBasis, KnownBasis::Observed);
    QVERIFY(live.knownAt == at("2011-03-13T07:30:00Z"));
    const auto late =
        answered::parsed("usgs", "query", text, {}, 200, "2019-01-01T00:00:00Z").values.events.at(0);
    QCOMPARE(late.knownBasis, KnownBasis::Estimated);
    QVERIFY(late.knownAt == at("2011-03-13T07:26:40Z")); // never when it was updated
}

void tst_Usgs::namesTheCountry()
{
    // asked twice: what is remembered of a place is what was found
    for (int round = 0; round < 2; ++round) {
        const std::pair<const char *, const char *> places[] = {{"3 km N of Hualien City, Taiwan", "TW"},
                                                                {"South Sandwich Islands region", "GS"},
                                                                {"central Mid-Atlantic Ridge", "OCEAN"},
                                                                {"8 km SW of Ridgecrest, California", "US"},
                                                                {"", "OCEAN"}};
        for (const auto &[place, country] : places) {
            const auto parsed =
                answered::parsed("usgs", "query", collection(feature("a", "5", place, "1300000000000", "1")));
            QCOMPARE(parsed.values.events.at(0).entity, country);
        }
    }
    // whose ground shook, not which town with a name was next
    const auto parsed = answered::parsed(
        "usgs", "query",
        collection(feature("a", "5", "40 km SSW of Ishqoshim, Tajikistan", "1300000000000", "1", "71.4,36.4")));
    QCOMPARE(parsed.values.events.at(0).entity, "AF");
}

void tst_Usgs::anotherAnswerIsAFault()
{
    QCOMPARE(faultOf(answered::parsed("usgs", "query", R"({"error":"x"})")),
             static_cast<int>(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("usgs", "query", "<html></html>")),
             static_cast<int>(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("usgs", "query", "Bad Request", {}, 400)),
             static_cast<int>(FaultKind::Refused));
    QCOMPARE(faultOf(answered::parsed("usgs", "query", "", {}, 429)), static_cast<int>(FaultKind::TooMany));
}

void tst_Usgs::aFullAnswerGoesOn()
{
    const auto next = [](int quakes, const char *from) {
        std::string features;
        for (int i = 0; i < quakes; ++i) {
            const std::string id = "q" + std::to_string(i);
            const std::string time = std::to_string(1'562'000'000'500LL + 1000LL * i);
            features += (i ? "," : "") + feature(id.c_str(), "1", "Nevada", time.c_str(), "1");
        }
        return answered::parsed("usgs", "query", collection(features),
                                {{"from", from}, {"to", "2019-07-31T00:00:00Z"}, {"min_magnitude", "0"}})
            .next;
    };
    const auto rest = next(20'000, "2019-07-01T00:00:00Z");
    QCOMPARE(rest.size(), 1U);
    QCOMPARE(rest[0].endpoint, "query");
    QCOMPARE(rest[0].with.at("from"), "2019-07-01T22:26:39Z"); // the second of the last one
    QCOMPARE(rest[0].with.at("to"), "2019-07-31T00:00:00Z");
    QCOMPARE(rest[0].with.at("min_magnitude"), "0");
    QVERIFY(next(20'000, "2019-07-01T22:26:39Z").empty()); // it would be the same again
    QVERIFY(next(19'999, "2019-07-01T00:00:00Z").empty());
}

void tst_Usgs::survivesCuts()
{
    const std::string text = collection(feature("a", "5", "Tonga", "1300000000000", "10") + ',' +
                                        feature("b", "6", "Tonga", "1300000000000", "10"));
    cutOff("usgs", "query", text);
}

QTEST_GUILESS_MAIN(tst_Usgs)
#include "tst_usgs.moc"
