// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Cloudflare Radar: outages, anomalies, series and shares whose numbers are texts, errors.
#include "tests/support/answercase.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace core::sources;
using namespace answercase;
using namespace std::string_literals;
using core::base::qs;
using core::domain::Event;
using core::domain::KnownBasis;

namespace {

std::string result(const std::string &inside)
{
    return R"({"success":true,"errors":[],"result":{)" + inside + "}}";
}

std::string outage(const std::string &id, const std::string &places, const std::string &networks,
                   const std::string &end = "null")
{
    return R"({"id":")" + id +
           R"(","dataSource":"ALL","description":"Cable cut","scope":null,"startDate":"2025-01-23T21:15:00Z","endDate":)" +
           end + R"(,"locations":[)" + places + R"(],"asns":[)" + networks +
           R"(],"eventType":"OUTAGE","linkedUrl":"example.org/a","asnsDetails":[{"asn":"29256","name":"X"}],"outage":{"outageCause":"CABLE_CUT","outageType":"NATIONWIDE"}})";
}

const char *const kMeta =
    R"("meta":{"dateRange":[{"startTime":"2025-01-18T07:00:00Z","endTime":"2025-01-25T07:00:00Z"}],"confidenceInfo":{"level":null,"annotations":[]},"normalization":"PERCENTAGE","units":[{"name":"*","value":"requests"}]})";

} // namespace

class tst_CloudflareRadar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outagesNameCountriesElseNetworks()
    {
        const std::string text = result(
            R"("annotations":[)" + outage("1069", R"("SY","IQ")", "29256", "\"2025-01-24T05:45:00Z\"") + ',' +
            outage("1068", "", "27653,8359") + ',' + outage("1067", "", "") + ',' +
            outage("", R"("DE")", "") + R"(,{"id":"1066","startDate":null,"locations":["FR"]},5])"s);
        QCOMPARE(qs(recognise("cloudflare_radar", text)), u"outages"_s);
        const auto parsed = parse("cloudflare_radar", "outages", text);
        QCOMPARE(parsed.records, 6U);
        QCOMPARE(parsed.values.events.size(), 4U);
        QCOMPARE(parsed.refusals.total(), 4U);
        const Event &event = parsed.values.events[0];
        QCOMPARE(qs(event.eventType), u"internet_outage"_s);
        QCOMPARE(qs(event.entity), u"SY"_s);
        QVERIFY(std::isnan(event.value));
        QCOMPARE(qs(event.text), u"Cable cut"_s);
        QCOMPARE(event.knownBasis, KnownBasis::Estimated);
        COMPARE_INSTANTS(event, "2025-01-23T21:15:00Z", "2025-01-24T21:15:00Z");
        QCOMPARE(
            qs(event.metadata),
            uR"({"cause":"cable_cut","end":"2025-01-24T05:45:00Z","hours":8.5,"networks":"AS29256","type":"nationwide","url":"example.org/a"})"_s);
        QCOMPARE(qs(parsed.values.events[1].entity), u"IQ"_s);
        QVERIFY(parsed.values.events[0].id != parsed.values.events[1].id);
        QCOMPARE(qs(parsed.values.events[2].entity), u"AS27653"_s);
        QCOMPARE(qs(parsed.values.events[3].entity), u"AS8359"_s);
        QVERIFY(meta(parsed.values.events[2], "end").isEmpty());
        // seen within two days, it is known when seen
        const auto live = parse("cloudflare_radar", "outages", text, {}, at("2025-01-24T01:00:00Z"));
        QCOMPARE(live.values.events[0].knownBasis, KnownBasis::Observed);
        COMPARE_INSTANTS(live.values.events[0], "2025-01-23T21:15:00Z", "2025-01-24T01:00:00Z");
        // an end that is told later is a new version of the same event
        const auto before = parse("cloudflare_radar", "outages",
                                  result(R"("annotations":[)" + outage("1069", R"("SY")", "29256") + ']'));
        QVERIFY(before.values.events[0].id == event.id);
        QVERIFY(core::domain::contentHash(before.values.events[0]) != core::domain::contentHash(event));
    }

    void anomaliesOfCountriesAndNetworks()
    {
        const std::string text = result(
            R"("trafficAnomalies":[{"uuid":"u1","type":"LOCATION","status":"VERIFIED","startDate":"2025-02-01T10:00:00Z","endDate":null,"visibleInDataSources":["NETFLOWS","HTTP"],"locationDetails":{"code":"BD","name":"Bangladesh"}},{"uuid":"u2","type":"AS","status":"UNVERIFIED","startDate":"2025-02-01T11:00:00Z","endDate":"2025-02-01T12:00:00Z","asnDetails":{"asn":"3320","name":"DTAG"}},{"uuid":"u3","startDate":"2025-02-01T11:00:00Z"},{"startDate":"2025-02-01T11:00:00Z"}])");
        QCOMPARE(qs(recognise("cloudflare_radar", text)), u"anomalies"_s);
        const auto parsed = parse("cloudflare_radar", "anomalies", text);
        QCOMPARE(parsed.values.events.size(), 2U);
        QCOMPARE(parsed.refusals.total(), 2U);
        QCOMPARE(qs(parsed.values.events[0].entity), u"BD"_s);
        QCOMPARE(meta(parsed.values.events[0], "seen_in"), u"NETFLOWS, HTTP"_s);
        QCOMPARE(meta(parsed.values.events[0], "status"), u"verified"_s);
        QCOMPARE(qs(parsed.values.events[1].entity), u"AS3320"_s);
        QCOMPARE(qs(parsed.values.events[1].eventType), u"traffic_anomaly"_s);
    }

    void sharesAreTexts()
    {
        const std::string text =
            result(R"("summary_0":{"GET":"87.5","other":"1.4e-05","PUT":"","POST":12.4},)"s + kMeta);
        QCOMPARE(qs(recognise("cloudflare_radar", text)), u"summary"_s);
        const auto parsed =
            parse("cloudflare_radar", "summary", text, {{"dataset", "attacks/layer7"}, {"place", "WORLD"}});
        QCOMPARE(parsed.records, 4U);
        QCOMPARE(refused(parsed), u"1 × the share is not a number"_s);
        QCOMPARE(parsed.values.events.size(), 3U);
        const Event &small = parsed.values.events[1];
        QCOMPARE(qs(small.eventType), u"attack_share"_s);
        QCOMPARE(qs(small.entity), u"WORLD"_s);
        QCOMPARE(small.value, 1.4e-05);
        QCOMPARE(qs(small.unit), u"percent"_s);
        QCOMPARE(qs(small.text), u"other"_s);
        COMPARE_INSTANTS(small, "2025-01-25T07:00:00Z", "2025-01-25T08:00:00Z");
        QCOMPARE(meta(small, "from"), u"2025-01-18T07:00:00Z"_s);
        const auto traffic = parse("cloudflare_radar", "summary", text);
        QCOMPARE(qs(traffic.values.events[0].eventType), u"traffic_level"_s);
        const std::string undated = result(R"("summary_0":{"a":"1"},"meta":{})");
        QCOMPARE(refused(parse("cloudflare_radar", "summary", undated)),
                 u"1 × the answer does not say which days it is about"_s);
    }

    void topsAreOfCountries()
    {
        const std::string text = result(
            R"("top_0":[{"targetCountryAlpha2":"US","targetCountryName":"United States","value":"33.5","rank":1},{"originCountryAlpha2":"DE","value":"2"},{"originCountryAlpha2":"CN","targetCountryAlpha2":"JP","value":"4.5"}],)"s +
            kMeta);
        QCOMPARE(qs(recognise("cloudflare_radar", text)), u"top"_s);
        const auto parsed = parse("cloudflare_radar", "top", text, {{"dataset", "attacks/layer3"}});
        QCOMPARE(parsed.values.events.size(), 3U);
        QCOMPARE(qs(parsed.values.events[0].entity), u"US"_s);
        QCOMPARE(parsed.values.events[0].value, 33.5);
        QCOMPARE(qs(parsed.values.events[1].entity), u"DE"_s);
        QCOMPARE(qs(parsed.values.events[2].entity), u"JP"_s);
        QCOMPARE(meta(parsed.values.events[2], "kind"), u"from CN"_s);
    }

    void topsAreOfNetworksAndIndustries()
    {
        const std::string text = result(
            R"("top_0":[{"clientASN":7922,"clientASName":"COMCAST-7922","value":"5.1"},{"clientASN":"3320","clientASName":"DTAG","value":"4"},{"originAsn":"14061","originAsnName":"DO","value":"3"},{"targetAsn":1,"value":"2"},{"name":"Gambling","value":"9.5"},{"name":"Retail","value":"8"},{"domain":"a.b","value":"1"}],)"s +
            kMeta);
        const auto parsed = parse("cloudflare_radar", "top", text, {{"dataset", "attacks/layer7"}});
        QCOMPARE(parsed.records, 7U);
        QCOMPARE(refused(parsed), u"1 × the share does not say whose it is"_s);
        const auto &events = parsed.values.events;
        QCOMPARE(events.size(), 6U);
        QCOMPARE(qs(events[0].entity), u"AS7922"_s);
        QCOMPARE(events[0].value, 5.1);
        QCOMPARE(meta(events[0], "kind"), u"network"_s);
        QCOMPARE(qs(events[1].entity), u"AS3320"_s);
        QCOMPARE(qs(events[2].entity), u"AS14061"_s);
        QCOMPARE(qs(events[3].entity), u"AS1"_s);
        QCOMPARE(qs(events[4].entity), u"WORLD"_s);
        QCOMPARE(meta(events[4], "kind"), u"Gambling"_s);
        std::set<core::base::Uuid> ids;
        for (const Event &event : events)
            ids.insert(event.id);
        QCOMPARE(ids.size(), events.size());
    }

    void groupsAreShares()
    {
        const std::string text = result(
            R"("serie_0":{"timestamps":["2026-08-08T09:00:00Z","2026-08-08T10:00:00Z"],"desktop":["61.5","62"],"mobile":["38.5","x"]},)"s +
            kMeta);
        QCOMPARE(qs(recognise("cloudflare_radar", text)), u"series"_s);
        const auto parsed = parse("cloudflare_radar", "series", text, {{"dataset", "http"}, {"place", "DE"}});
        QCOMPARE(parsed.records, 4U);
        QCOMPARE(refused(parsed), u"1 × a value of the series is not a number"_s);
        QCOMPARE(parsed.values.events.size(), 3U);
        const Event &mobile = parsed.values.events[2];
        QCOMPARE(mobile.value, 38.5);
        QCOMPARE(qs(mobile.unit), u"percent"_s);
        QCOMPARE(qs(mobile.entity), u"DE"_s);
        QCOMPARE(meta(mobile, "kind"), u"mobile"_s);
        QVERIFY(mobile.id != parsed.values.events[0].id);
        const std::string bare = result(R"("serie_0":{"timestamps":["2026-08-08T09:00:00Z"]},)"s + kMeta);
        QCOMPARE(refused(parse("cloudflare_radar", "series", bare)), u"1 × the series has no values"_s);
    }

    void seriesAreLevels()
    {
        const std::string text = result(
            R"("serie_0":{"timestamps":["2026-08-08T09:00:00Z",null,"2026-08-08T11:00:00Z"],"values":["0.06777","0.5","0.42822","9"]},"meta":{"normalization":"MIN0_MAX","aggInterval":"ONE_HOUR","units":[{"name":"*","value":"bytes"}]})");
        QCOMPARE(qs(recognise("cloudflare_radar", text)), u"series"_s);
        const auto parsed =
            parse("cloudflare_radar", "series", text, {{"dataset", "netflows"}, {"place", "AS3320"}});
        QCOMPARE(parsed.records, 4U);
        QCOMPARE(refused(parsed), u"2 × a value of the series has no time"_s);
        QCOMPARE(parsed.values.events.size(), 2U);
        const Event &event = parsed.values.events[1];
        QCOMPARE(qs(event.eventType), u"traffic_level"_s);
        QCOMPARE(qs(event.entity), u"AS3320"_s);
        QCOMPARE(event.value, 0.42822);
        QCOMPARE(qs(event.unit), u"bytes"_s);
        COMPARE_INSTANTS(event, "2026-08-08T11:00:00Z", "2026-08-08T12:00:00Z");
        QCOMPARE(qs(event.metadata), uR"({"dataset":"netflows","scale":"min0_max"})"_s);
        QVERIFY(event.id == core::base::eventId("cloudflare_radar", "netflows|AS3320|2026-08-08T11:00:00Z"));
    }

    void pagesOn()
    {
        std::string list;
        for (int i = 0; i < 1000; ++i)
            list += (i ? "," : "") + outage(std::to_string(i + 1), R"("SY")", "");
        const auto parsed = parse("cloudflare_radar", "outages", result(R"("annotations":[)" + list + ']'),
                                  {{"from", "2020-01-01T00:00:00Z"}, {"offset", "1000"}});
        QCOMPARE(parsed.next.size(), 1U);
        QCOMPARE(qs(parsed.next[0].with.at("offset")), u"2000"_s);
    }

    void errorsAreFaults_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("token")
            << QByteArray(
                   R"({"success":false,"errors":[{"code":10000,"message":"Authentication error"}],"result":null})")
            << 400 << int(FaultKind::NoAccess);
        QTest::newRow("range, HTTP 200")
            << QByteArray(
                   R"({"result":{},"success":false,"errors":[{"code":1001,"message":"bad dateRange"}]})")
            << 200 << int(FaultKind::Refused);
        QTest::newRow("limit") << QByteArray(R"({"success":false,"errors":[]})") << 429
                               << int(FaultKind::TooMany);
        QTest::newRow("busy") << QByteArray(R"({"success":false,"errors":[{"message":"x"}]})") << 503
                              << int(FaultKind::Unavailable);
        QTest::newRow("page") << QByteArray("<html>") << 200 << int(FaultKind::NotData);
        QTest::newRow("text") << QByteArray("no") << 200 << int(FaultKind::NotData);
        QTest::newRow("forbidden") << QByteArray("{}") << 403 << int(FaultKind::NoAccess);
    }

    void errorsAreFaults()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(int, kind);
        for (const char *endpoint : {"outages", "anomalies", "series", "summary", "top"}) {
            const auto parsed = parse("cloudflare_radar", endpoint, view(body), {}, {}, status);
            QVERIFY2(parsed.fault, endpoint);
            QCOMPARE(int(parsed.fault->kind), kind);
            QVERIFY(!parsed.fault->sentence.isEmpty() && parsed.values.size() == 0);
        }
    }

    void asksAndCalls()
    {
        const auto *radar = findProvider("cloudflare_radar");
        SourceSettings settings;
        settings.series = {"DE", "AS3320"};
        settings.secrets["token"] = "s3cret";
        const Window window{at("2026-01-05T00:00:00Z"), at("2026-01-06T00:00:00Z"), true};
        const auto asks = radar->asks(settings, window);
        VERIFY_OK(asks);
        QCOMPARE(asks->size(), 8U);
        QVERIFY(holdsNo(*asks, "s3cret"));
        const QString days =
            u"&format=json&dateStart=2026-01-05T00%3A00%3A00Z&dateEnd=2026-01-06T00%3A00%3A00Z"_s;
        const auto call = radar->call(asks->at(0), settings);
        VERIFY_OK(call);
        QCOMPARE(qs(call->url),
                 u"https://api.cloudflare.com/client/v4/radar/annotations/outages?limit=1000"_s + days);
        QCOMPARE(qs(call->headers.at(0).second), u"Bearer s3cret"_s);
        QVERIFY(!qs(call->url).contains(u"s3cret"_s));
        QCOMPARE(qs(radar->call(asks->at(7), settings)->url),
                 u"https://api.cloudflare.com/client/v4/radar/netflows/timeseries?aggInterval=1h"_s + days +
                     u"&asn=3320"_s);
        QCOMPARE(qs(radar->call(asks->at(4), settings)->url),
                 u"https://api.cloudflare.com/client/v4/radar/http/timeseries?aggInterval=1h"_s + days +
                     u"&location=DE"_s);
        const auto live = radar->asks(settings, {window.from, window.to, false});
        QCOMPARE(live->size(), 11U);
        QCOMPARE(qs(live->at(0).with.at("from")), u"2026-01-02T00:00:00Z"_s);
        QVERIFY(qs(radar->call(live->at(8), settings)->url)
                    .contains(u"/radar/attacks/layer3/summary/protocol?limit=100&"_s));
        VERIFY_ERROR(radar->call(asks->at(0), {}), core::base::ErrorCode::BadInput);
    }

    void halfAnAnswerKeepsWhatIsWhole()
    {
        std::string list;
        for (int i = 0; i < 6; ++i)
            list += (i ? "," : "") + outage(std::to_string(i + 1), R"("SY")", "");
        const std::string text = result(R"("annotations":[)" + list + ']');
        for (std::size_t size = 0; size <= text.size(); ++size) {
            const auto parsed = parse("cloudflare_radar", "outages", std::string_view(text).substr(0, size));
            if (size == text.size() / 2) {
                QCOMPARE(parsed.values.events.size(), 2U);
                QCOMPARE(refused(parsed), u"1 × the answer breaks off or is not JSON from here on"_s);
            }
        }
        const std::string series = result(
            R"("serie_0":{"timestamps":["2026-08-08T09:00:00Z","2026-08-08T10:00:00Z"],"values":["0.06777","0.5"]})");
        const auto cut =
            parse("cloudflare_radar", "series", std::string_view(series).substr(0, series.size() - 8));
        QCOMPARE(cut.values.events.size(), 1U);
        QVERIFY(cut.refusals.total() == 1);
    }

    void readsTheRecordings()
    {
        const QByteArray bytes = recording(u"cloudflare_radar/annotations_outages_30d_2025-01-25.json"_s);
        if (bytes.isEmpty())
            QSKIP("the recorded answers (../shared/data/payloads) are not beside the project");
        const auto parsed = parse("cloudflare_radar", "outages", view(bytes));
        const Event &ireland = *find(parsed, "internet_outage", "IE");
        COMPARE_INSTANTS(ireland, "2025-01-24T06:30:42Z", "2025-01-25T06:30:42Z");
        QCOMPARE(meta(ireland, "cause"), u"weather"_s);
        const Event &russia = *find(parsed, "internet_outage", "RU");
        QCOMPARE(meta(russia, "networks"), u"AS8359, AS12389, AS16345, AS31133, AS203451"_s);
        QCOMPARE(meta(russia, "hours"), u"0.5"_s);
    }
};

QTEST_GUILESS_MAIN(tst_CloudflareRadar)
#include "tst_cloudflareradar.moc"
