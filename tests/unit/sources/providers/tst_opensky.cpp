// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenSky: counts per country and box, emergencies, missing fields, tokens, errors.
#include "tests/support/answercase.h"

using namespace Qt::StringLiterals;
using namespace core::sources;
using namespace answercase;
using core::base::qs;
using core::domain::Event;
using core::domain::KnownBasis;

namespace {

std::string answer(const std::string &states)
{
    return R"({"time":1634471390,"states":)" + states + '}';
}

/// 17 fields with a padded callsign; the position may be null.
std::string state(const std::string &icao, const std::string &callsign, const std::string &country,
                  const std::string &position, bool onGround, const std::string &squawk = "null",
                  const std::string &more = "")
{
    return R"([")" + icao + R"(",")" + callsign + R"(",")" + country + R"(",1634471389,1634471389,)" +
           position + ",10546," + (onGround ? "true" : "false") + ",203.82,60.85,2,null,null," + squawk +
           ",false,0" + more + ']';
}

double valueOf(const Parsed &parsed, std::string_view type, std::string_view entity)
{
    const Event *event = find(parsed, type, entity);
    return event ? event->value : -1;
}

} // namespace

class tst_OpenSky : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsCountriesAndBoxes()
    {
        const std::string text =
            answer('[' + state("a1", "N387A   ", "United States", "-96.1,36.0", false) + ',' +
                   state("a2", "        ", "United States", "null,null", true, "\"1200\"") + ',' +
                   state("a3", "KAL1    ", "Republic of Korea", "50,25.5", false, "null", ",4") + ',' +
                   state("a4", "KLM2    ", "Kingdom of the Netherlands", "179.5,10", false, "null", ",-1") +
                   ',' + state("a5", "X", "Elbonia", "-179.5,-10", true) + ',' +
                   state("a6", "Y", "", "51,26", false) + R"(,["a7","short"],7])");
        QCOMPARE(qs(recognise("opensky", text)), u"states"_s);
        const auto parsed =
            parse("opensky", "states", text, {{"boxes", "Gulf:23,48,30,57; Dateline:-20,170,20,-170"}});
        QVERIFY(!parsed.fault);
        QCOMPARE(parsed.records, 8U);
        QCOMPARE(parsed.values.events.size(), 12U); // four countries and two boxes, twice each
        QCOMPARE(valueOf(parsed, "flights_airborne", "US"), 1.0);
        QCOMPARE(valueOf(parsed, "flights_on_ground", "US"), 1.0);
        QCOMPARE(valueOf(parsed, "flights_airborne", "KR"), 1.0);
        QCOMPARE(valueOf(parsed, "flights_airborne", "NL"), 1.0);
        QCOMPARE(valueOf(parsed, "flights_on_ground", "Elbonia"), 1.0);
        QCOMPARE(valueOf(parsed, "flights_airborne", "Gulf"), 2.0); // whose country is unknown flies, too
        QCOMPARE(valueOf(parsed, "flights_airborne", "Dateline"), 1.0);
        QCOMPARE(valueOf(parsed, "flights_on_ground", "Dateline"), 1.0);
        const Event &event = *find(parsed, "flights_airborne", "US");
        COMPARE_INSTANTS(event, "2021-10-17T11:49:50Z", "2021-10-17T11:49:50Z");
        QCOMPARE(event.knownBasis, KnownBasis::Observed);
        QCOMPARE(qs(event.unit), u"aircraft"_s);
        QCOMPARE(qs(event.text), u"United States"_s);
        QCOMPARE(refused(parsed),
                 u"1 × the aircraft has less than 17 fields; 1 × the country of the aircraft is not given; "
                 "1 × the record has another form than the others"_s);
    }

    void tellsEmergencies()
    {
        const std::string text =
            answer('[' + state("a1", "DLH1    ", "Germany", "8.5,50.1", false, "\"7700\"") + ',' +
                   state("a2", "        ", "France", "2.5,49", false, "\"7500\"") + ',' +
                   state("a3", "BAW9", "Ireland", "null,null", true, "\"7600\"") + ',' +
                   state("a4", "BAW8", "Ireland", "1,2", false, "\"7000\"") + ']');
        const auto parsed = parse("opensky", "states", text);
        const Event &event = *find(parsed, "squawk_emergency", "DLH1");
        QCOMPARE(event.value, 7700.0);
        QCOMPARE(qs(event.text), u"emergency"_s);
        QCOMPARE(
            qs(event.metadata),
            uR"({"altitude":10546,"country":"Germany","icao24":"a1","latitude":50.1,"longitude":8.5,"on_ground":false})"_s);
        QCOMPARE(qs(find(parsed, "squawk_emergency", "a2")->text), u"hijacking"_s); // a blank callsign
        QCOMPARE(qs(find(parsed, "squawk_emergency", "BAW9")->text), u"radio failure"_s);
        QVERIFY(meta(*find(parsed, "squawk_emergency", "BAW9"), "latitude").isEmpty());
        QVERIFY(!find(parsed, "squawk_emergency", "BAW8"));
    }

    void nobodyIsHeard()
    {
        const std::string text = "{\n  \"states\": null,\n  \"time\": 1683488744\n}";
        QCOMPARE(qs(recognise("opensky", text)), u"states"_s);
        const auto parsed = parse("opensky", "states", text);
        QVERIFY(!parsed.fault && parsed.values.size() == 0 && parsed.records == 0);
    }

    void errorsAreFaults_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("limit") << QByteArray("Too many requests") << 429 << int(FaultKind::TooMany);
        QTest::newRow("token") << QByteArray(R"({"timestamp":1,"error":"Unauthorized"})") << 401
                               << int(FaultKind::NoAccess);
        QTest::newRow("busy") << QByteArray("") << 503 << int(FaultKind::Unavailable);
        QTest::newRow("page") << QByteArray("<html>") << 200 << int(FaultKind::NotData);
        QTest::newRow("text") << QByteArray("no") << 200 << int(FaultKind::NotData);
        QTest::newRow("no time") << QByteArray(R"({"states":[]})") << 200 << int(FaultKind::NotData);
    }

    void errorsAreFaults()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(int, kind);
        const auto parsed = parse("opensky", "states", view(body), {}, {}, status);
        QVERIFY(parsed.fault);
        QCOMPARE(int(parsed.fault->kind), kind);
        QVERIFY(!parsed.fault->sentence.isEmpty() && parsed.values.size() == 0);
    }

    void asksAndCalls()
    {
        const auto *opensky = findProvider("opensky");
        const Window live{at("2026-01-05T00:00:00Z"), at("2026-01-06T00:00:00Z"), false};
        SourceSettings settings;
        settings.secrets = {{"client_id", "me"}, {"client_secret", "s3cret&"}};
        settings.options["boxes"] = "Gulf:23,48,30,57";
        const auto asks = opensky->asks(settings, live);
        VERIFY_OK(asks);
        QCOMPARE(asks->size(), 1U);
        QCOMPARE(qs(asks->at(0).with.at("boxes")), u"Gulf:23,48,30,57"_s);
        QVERIFY(opensky->asks(settings, {live.from, live.to, true})->empty());
        const auto anonymous = opensky->call(asks->at(0), settings);
        QCOMPARE(qs(anonymous->url), u"https://opensky-network.org/api/states/all?extended=1"_s);
        QVERIFY(anonymous->headers.empty());
        const auto token = opensky->call({"token", {}}, settings);
        VERIFY_OK(token);
        QVERIFY(!qs(token->url).contains(u"s3cret"_s));
        QCOMPARE(qs(token->body), u"grant_type=client_credentials&client_id=me&client_secret=s3cret%26"_s);
        settings.secrets["access_token"] = "t0ken";
        QCOMPARE(qs(opensky->call(asks->at(0), settings)->headers.at(0).second), u"Bearer t0ken"_s);
        QVERIFY(parse("opensky", "token", R"({"access_token":"t0ken","expires_in":1800})").values.size() ==
                0);
        VERIFY_ERROR(opensky->call({"token", {}}, {}), core::base::ErrorCode::BadInput);
        for (const char *bad : {"Gulf", "Gulf:1,2,3", "Gulf:1,2,3,4,5", ":1,2,3,4", "Gulf:30,2,23,4",
                                "Gulf:1,2,x,4", "A:0,0,91,1"}) {
            settings.options["boxes"] = bad;
            VERIFY_ERROR(opensky->asks(settings, live), core::base::ErrorCode::BadInput);
        }
    }

    /// The aircraft of half an answer would be counted short: there is no count then.
    void halfAnAnswerHasNoCounts()
    {
        const std::string text = answer('[' + state("a1", "N387A   ", "United States", "-96.1,36.0", false) +
                                        ',' + state("a2", "N1", "United States", "null,null", true) + ']');
        for (std::size_t size = 0; size < text.size(); ++size) {
            const auto parsed = parse("opensky", "states", std::string_view(text).substr(0, size));
            QVERIFY(parsed.fault && parsed.values.size() == 0);
            QCOMPARE(int(parsed.fault->kind), int(FaultKind::NotData));
        }
        // bytes that are no UTF-8 cost nothing but themselves
        std::string broken = text;
        broken[broken.find("N387A")] = '\xFF';
        QCOMPARE(valueOf(parse("opensky", "states", broken), "flights_airborne", "US"), 1.0);
    }

    void readsTheRecordings()
    {
        const QByteArray bytes = recording(u"opensky/states_all_2021-10-17.json"_s);
        if (bytes.isEmpty())
            QSKIP("the recorded answers (../shared/data/payloads) are not beside the project");
        const auto parsed = parse("opensky", "states", view(bytes));
        QCOMPARE(valueOf(parsed, "flights_airborne", "US") + valueOf(parsed, "flights_on_ground", "US"),
                 1718.0);
        QCOMPARE(valueOf(parsed, "flights_airborne", "IE") + valueOf(parsed, "flights_on_ground", "IE"),
                 205.0);
        QCOMPARE(valueOf(parsed, "flights_airborne", "KR") + valueOf(parsed, "flights_on_ground", "KR"),
                 51.0);
    }
};

QTEST_GUILESS_MAIN(tst_OpenSky)
#include "tst_opensky.moc"
