// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ACLED: numbers as texts, uploads as versions, the old files and their classes, paging, tokens, errors.
#include "tests/support/answercase.h"

using namespace Qt::StringLiterals;
using namespace core::sources;
using namespace answercase;
using core::base::qs;
using core::domain::Event;
using core::domain::KnownBasis;
using core::domain::Precision;

namespace {

std::string incident(const std::string &id, const std::string &day, const std::string &type,
                     const std::string &fatalities, const std::string &uploaded = R"("1704833944")",
                     const std::string &iso = R"("804")")
{
    return R"({"event_id_cnty":")" + id + R"(","event_date":")" + day +
           R"(","time_precision":"1","event_type":")" + type +
           R"(","sub_event_type":"Shelling\/artillery","actor1":"Army","inter1":"8","actor2":"","iso":)" +
           iso +
           R"(,"region":"Europe","country":"Ukraine","admin1":"Donetsk","location":"Andriivka","latitude":"48.5008","longitude":"37.9680","notes":"Shelled.","fatalities":)" +
           fatalities + R"(,"tags":"","timestamp":)" + uploaded + '}';
}

std::string answer(const std::string &events)
{
    return R"({"status":200,"success":true,"last_update":289,"count":122,"messages":[],"data":[)" + events +
           "]}";
}

} // namespace

class tst_Acled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEvents()
    {
        const std::string text = answer(
            incident("UKR1", "2024-01-01", "Battles", R"("2")") + ',' +
            incident("UKR2", "2024-01-01", R"(Explosions\/Remote violence)", "1", "1704833944", "804") + ',' +
            incident("UKR3", "2024-01-01", "Strategic developments", R"("")"));
        QCOMPARE(qs(recognise("acled", text)), u"read"_s);
        const auto parsed = parse("acled", "read", text);
        QVERIFY(!parsed.fault);
        QCOMPARE(parsed.values.events.size(), 3U);
        const Event &battle = parsed.values.events[0];
        QCOMPARE(qs(battle.eventType), u"battles"_s);
        QCOMPARE(qs(battle.entity), u"UKR"_s);
        QCOMPARE(battle.value, 2.0);
        QCOMPARE(qs(battle.text), u"Shelled."_s);
        QCOMPARE(battle.precision, Precision::Day);
        QCOMPARE(battle.knownBasis, KnownBasis::Published);
        COMPARE_INSTANTS(battle, "2024-01-01T00:00:00Z", "2024-01-09T20:59:04Z");
        QVERIFY(battle.id == core::base::eventId("acled", "UKR1"));
        QCOMPARE(
            qs(battle.metadata),
            uR"({"actor1":"Army","admin1":"Donetsk","latitude":48.5008,"location":"Andriivka","longitude":37.968,"region":"Europe","sub_event_type":"Shelling/artillery","time_precision":1,"uploaded":"2024-01-09T20:59:04Z"})"_s);
        QCOMPARE(qs(parsed.values.events[1].eventType), u"explosions_remote_violence"_s);
        QCOMPARE(parsed.values.events[1].value, 1.0);
        QVERIFY(std::isnan(parsed.values.events[2].value));
        // uploaded again, it is a new version of the same event
        const auto later = parse(
            "acled", "read", answer(incident("UKR1", "2024-01-01", "Battles", R"("3")", R"("1704920344")")));
        QVERIFY(later.values.events[0].id == battle.id);
        QVERIFY(core::domain::contentHash(later.values.events[0]) != core::domain::contentHash(battle));
        // an upload before the event is a mistake: it is not known before it happens
        const auto early =
            parse("acled", "read", answer(incident("UKR1", "2024-01-01", "Battles", "3", "1600000000")));
        COMPARE_INSTANTS(early.values.events[0], "2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z");
    }

    void badOnesLeaveTheOthers()
    {
        const auto parsed = parse("acled", "read",
                                  answer(incident("", "2024-01-01", "Battles", "1") + ',' +
                                         incident("A", "01/01/2024", "Battles", "1") + ',' +
                                         incident("B", "2024-01-01", "", "1") + ',' +
                                         incident("C", "2024-01-01", "Riots", R"("many")") + ",9," +
                                         incident("D", "2024-01-01", "Riots", "1")));
        QCOMPARE(parsed.values.events.size(), 1U);
        QCOMPARE(parsed.records, 6U);
        QCOMPARE(parsed.refusals.total(), 5U);
    }

    void theOldFilesRead()
    {
        const std::string text =
            "GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,ALLY_ACTOR_"
            "1,INTER1,ACTOR2,"
            "COUNTRY,ADMIN1,LATITUDE,LONGITUDE,NOTES,FATALITIES,,,,,,,\n"
            "615,1RTA,,29/12/2015,2015,1,Riots/Protests,Protesters "
            "(Algeria),,6,,Algeria,Batna,35.5,6.1,\"Nearly 1,000 sat in.\",0,,,,,,,\n"
            "615,2RTA,,05/01/2016,2016,1,Riots/Protests,Rioters "
            "(Algeria),,5,,Algeria,Batna,35.5,6.1,x,1,,,,,,,\n"
            "615,3RTA,,05/01/2016,2016,1,Battle-No change of territory,Army,,1,,Democratic Republic of "
            "Congo,Batna,35.5,6.1,x,4,,,,,,,\n"
            "615,4RTA,,05/01/2016,2016,1,Remote violence,Army,,1,,Ivory Coast,Batna,35.5,6.1,x,4,,,,,,,\n"
            "615,5RTA,,13/31/2016,2016,1,Remote violence,Army,,1,,Algeria,Batna,35.5,6.1,x,4,,,,,,,\n"
            "615,6RTA,,06/01/2016,2016,1,Strategic development,Army,,1,,Atlantis,Batna,35.5,6.1,x,4\n";
        QCOMPARE(qs(recognise("acled", text)), u"file"_s);
        const auto parsed = parse("acled", "file", text);
        QCOMPARE(parsed.records, 6U);
        QCOMPARE(refused(parsed), u"1 × the day is not a date"_s);
        const auto &events = parsed.values.events;
        QCOMPARE(events.size(), 5U);
        QCOMPARE(qs(events[0].eventType), u"protests"_s);
        QCOMPARE(qs(events[0].entity), u"DZA"_s);
        QCOMPARE(qs(events[0].text), u"Nearly 1,000 sat in."_s);
        QCOMPARE(events[0].value, 0.0);
        COMPARE_INSTANTS(events[0], "2015-12-29T00:00:00Z", "2016-01-12T00:00:00Z");
        QCOMPARE(events[0].knownBasis, KnownBasis::Estimated);
        QCOMPARE(qs(events[1].eventType), u"riots"_s);
        QCOMPARE(qs(events[2].eventType), u"battles"_s);
        QCOMPARE(qs(events[2].entity), u"COD"_s);
        QCOMPARE(qs(events[3].eventType), u"explosions_remote_violence"_s);
        QCOMPARE(qs(events[3].entity), u"CIV"_s);
        QCOMPARE(qs(events[4].entity), u"Atlantis"_s); // as the file says
        QCOMPARE(qs(events[4].eventType), u"strategic_developments"_s);
        const auto cut = parse("acled", "file", std::string_view(text).substr(0, text.find("3RTA") + 20));
        QCOMPARE(cut.values.events.size(), 2U);
    }

    void theExportsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray header =
            "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,"
            "sub_event_type,actor1,inter1,country,notes,fatalities,timestamp\n";
        const QByteArray row =
            "7,384,IVO1,1,31 December 2020,2020,1,Battles,Armed clash,Army,1,Ivory Coast,x,2,1609800000\n";
        const QByteArray quoted = QByteArray(header)
                                      .replace(",", "\",\"")
                                      .replace("data_id", "\"data_id")
                                      .replace("timestamp\n", "timestamp\"\n");
        QTest::newRow("of 2018 to 2022") << header + row;
        QTest::newRow("in quotes") << quoted + row;
        QTest::newRow("with a mark, in capitals") << "\xEF\xBB\xBF" + header.toUpper() + row;
        QTest::newRow("semicolons") << QByteArray(header + row).replace(',', ';');
        QTest::newRow("semicolons and quotes") << QByteArray(quoted + row).replace(',', ';');
    }

    void theExportsRead()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(qs(recognise("acled", view(text))), u"file"_s);
        const auto parsed = parse("acled", "file", view(text));
        QVERIFY2(!parsed.fault, parsed.fault ? qPrintable(parsed.fault->sentence) : "");
        QCOMPARE(refused(parsed), QString());
        QCOMPARE(parsed.values.events.size(), 1U);
        QCOMPARE(qs(parsed.values.events[0].entity), u"CIV"_s);
        QCOMPARE(parsed.values.events[0].value, 2.0);
        QVERIFY(parsed.values.events[0].id == core::base::eventId("acled", "IVO1"));
    }

    void anAccentOfLatin1CostsNothing()
    {
        const std::string text = "event_id_cnty,event_date,event_type,iso,country,location,fatalities\n"
                                 "IVO1,2020-12-31,Riots,384,C\xF4te d'Ivoire,Bouak\xE9,1\n"
                                 "IVO2,2020-12-31,Riots,384,Ivory Coast,Abidjan,1\n";
        const auto parsed = parse("acled", "file", text);
        QVERIFY2(!parsed.fault, parsed.fault ? qPrintable(parsed.fault->sentence) : "");
        QCOMPARE(parsed.values.events.size(), 2U);
        QCOMPARE(meta(parsed.values.events[0], "location"), u"Bouaké"_s);
    }

    void anAnswerIsNoFile()
    {
        const std::string text = answer(incident("UKR1", "2024-01-01", "Battles", "2"));
        QCOMPARE(qs(recognise("acled", text)), u"read"_s);
        QCOMPARE(qs(recognise("acled", "event_date,event_id\n")), QString());
    }

    void pagesOn()
    {
        std::string events;
        for (int i = 0; i < 5000; ++i)
            events += (i ? "," : "") + incident("UKR" + std::to_string(i), "2024-01-01", "Battles", "1");
        const auto parsed = parse("acled", "read", answer(events), {{"page", "1"}, {"since", "1"}});
        QCOMPARE(parsed.next.size(), 1U);
        QCOMPARE(qs(parsed.next[0].with.at("page")), u"2"_s);
        QCOMPARE(qs(parsed.next[0].with.at("since")), u"1"_s);
        QVERIFY(parse("acled", "read", answer(incident("A", "2024-01-01", "Riots", "1")), {{"page", "1"}})
                    .next.empty());
    }

    void errorsAreFaults()
    {
        for (const auto &[body, status, kind] :
             {std::tuple(
                  R"({"status":403,"success":false,"error":{"status":403,"message":"Not authorized"}})", 200,
                  FaultKind::NoAccess),
              std::tuple(R"({"error":"invalid_grant","error_description":"Wrong password"})", 400,
                         FaultKind::Refused),
              std::tuple(R"({"message":"Unauthorized"})", 401, FaultKind::NoAccess),
              std::tuple(R"({"status":500,"success":false})", 200, FaultKind::Unavailable),
              std::tuple(R"({"status":200,"success":true,"data":[]})", 503, FaultKind::Unavailable),
              std::tuple("<html></html>", 200, FaultKind::NotData),
              std::tuple("busy", 503, FaultKind::Unavailable), std::tuple("", 200, FaultKind::NotData),
              std::tuple("no", 200, FaultKind::NotData)}) {
            const auto parsed = parse("acled", "read", body, {}, {}, status);
            QVERIFY2(parsed.fault && parsed.fault->kind == kind, body);
            QVERIFY(!parsed.fault->sentence.isEmpty() && parsed.values.size() == 0);
        }
        QVERIFY(parse("acled", "file", "a,b\n1,2\n").fault);
    }

    void asksAndCalls()
    {
        const auto *acled = findProvider("acled");
        SourceSettings settings;
        settings.secrets = {{"username", "me@example.org"}, {"password", "s3cret&"}};
        settings.series = {"Ukraine", "NAM"};
        const Window window{at("2026-01-05T00:00:00Z"), at("2026-02-06T00:00:00Z"), true};
        const auto asks = acled->asks(settings, window);
        VERIFY_OK(asks);
        QCOMPARE(asks->size(), 2U);
        QVERIFY(holdsNo(*asks, "s3cret"));
        VERIFY_ERROR(acled->call(asks->at(0), settings), core::base::ErrorCode::BadInput); // no token yet
        const auto token = acled->call({"token", {}}, settings);
        QCOMPARE(qs(token->body),
                 u"grant_type=password&client_id=acled&username=me%40example.org&password=s3cret%26"_s);
        QVERIFY(!qs(token->url).contains(u"s3cret"_s));
        settings.secrets["access_token"] = "t0ken";
        const auto call = acled->call(asks->at(0), settings);
        QCOMPARE(
            qs(call->url),
            u"https://acleddata.com/api/acled/read?_format=json&limit=5000&page=1&iso=804&event_date=2026-01-05%7C2026-02-06&event_date_where=BETWEEN"_s);
        QCOMPARE(qs(call->headers.at(0).second), u"Bearer t0ken"_s);
        QCOMPARE(qs(asks->at(1).with.at("country")), u"516"_s); // NA, NAM: Namibia
        const auto live = acled->asks({}, {window.from, window.to, false});
        QVERIFY(qs(acled->call(live->at(0), settings)->url)
                    .endsWith(u"&page=1&timestamp=1767571200&timestamp_where=%3E%3D"_s));
        QVERIFY(parse("acled", "token", R"({"access_token":"t0ken"})").values.size() == 0);
        VERIFY_ERROR(acled->call({"token", {}}, {}), core::base::ErrorCode::BadInput);
        settings.series = {"Atlantis"};
        VERIFY_ERROR(acled->asks(settings, window), core::base::ErrorCode::BadInput);
    }

    void halfAnAnswerKeepsWhatIsWhole()
    {
        std::string events;
        for (int i = 0; i < 6; ++i)
            events += (i ? "," : "") + incident("UKR" + std::to_string(i), "2024-01-01", "Battles", "1");
        const std::string text = answer(events);
        for (std::size_t size = 0; size <= text.size(); ++size) {
            const auto parsed = parse("acled", "read", std::string_view(text).substr(0, size));
            if (size == text.size() / 2) {
                QCOMPARE(parsed.values.events.size(), 2U);
                QCOMPARE(refused(parsed), u"1 × the answer breaks off or is not JSON from here on"_s);
            }
        }
    }

    void readsTheRecordings()
    {
        const QByteArray bytes = recording(u"acled/acled_read_ukraine_2024-01-01.json"_s);
        if (bytes.isEmpty())
            QSKIP("the recorded answers (../shared/data/payloads) are not beside the project");
        const auto parsed = parse("acled", "read", view(bytes));
        QCOMPARE(parsed.values.events[0].value, 2.0);
        QCOMPARE(meta(parsed.values.events[0], "location"), u"Andriivka"_s);
        QCOMPARE(meta(parsed.values.events[1], "sub_event_type"), u"Shelling/artillery/missile attack"_s);
        QVERIFY(meta(parsed.values.events[2], "actor2").isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Acled)
#include "tst_acled.moc"
