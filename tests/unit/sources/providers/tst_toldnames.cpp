// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What EDGAR and Polygon say companies are called, and since when: by hand-written answers, and by recordings
// read by eye.
#include "tests/support/answered.h"
#include "tests/unit/sources/providers/edgarfixture.h"

using namespace answered;
using core::domain::ActionKind;
using core::domain::CompanyName;
using core::domain::NameBasis;
using core::domain::NameKind;
using namespace Qt::StringLiterals;

namespace {

/// "0000001234 ticker BRK-B listed 2026-09-01T12:00:00Z", with "ends" or "all" behind, as they stand there.
QStringList namesOf(const Parsed &parsed)
{
    constexpr const char *kKinds[]{"ticker", "name", "sic"};
    constexpr const char *kBases[]{"filed", "listed", "stated"};
    QStringList out;
    for (const CompanyName &one : parsed.values.names) {
        QString line = qs(one.company) + u' ' + QLatin1String(kKinds[static_cast<int>(one.kind)]) + u' ' +
                       qs(one.value) + u' ' + QLatin1String(kBases[static_cast<int>(one.basis)]) + u' ' +
                       qs(core::base::toIso(one.at));
        if (one.ends)
            line += u" ends"_s;
        if (one.isAll)
            line += u" all"_s;
        if (one.knownAt != one.at)
            line += u" known "_s + qs(core::base::toIso(one.knownAt));
        out.append(line);
    }
    return out;
}

QStringList lines(std::initializer_list<const char *> all)
{
    QStringList out;
    for (const char *one : all)
        out.append(QString::fromUtf8(one));
    return out;
}

} // namespace

class tst_ToldNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableOfTickersTellsAll()
    {
        const Parsed parsed = answered::parsed(
            "edgar", "", R"({"0":{"cik_str":1652044,"ticker":"GOOGL","title":"Alphabet Inc."},
            "1":{"cik_str":1652044,"ticker":"GOOG","title":"Alphabet Inc."}})");
        QCOMPARE(namesOf(parsed), lines({"0001652044 ticker GOOGL listed 2026-09-01T12:00:00Z all",
                                         "0001652044 name Alphabet Inc. listed 2026-09-01T12:00:00Z",
                                         "0001652044 ticker GOOG listed 2026-09-01T12:00:00Z all",
                                         "0001652044 name Alphabet Inc. listed 2026-09-01T12:00:00Z"}));
        QCOMPARE(parsed.values.instruments.size(), 2U);
    }

    void aBrokenTableTellsPart()
    {
        const Parsed cut = answered::parsed(
            "edgar", "", R"({"0":{"cik_str":1652044,"ticker":"GOOGL","title":"Alphabet Inc."},
            "1":{"cik_str":165)");
        QVERIFY(!namesOf(cut).isEmpty());
        for (const QString &line : namesOf(cut))
            QVERIFY2(!line.endsWith(u"all"_s), qPrintable(line));
        const Parsed refused = answered::parsed(
            "edgar", "", R"({"0":{"cik_str":1652044,"ticker":"GOOGL","title":"Alphabet Inc."},
            "1":{"cik_str":1652044,"ticker":"","title":"Alphabet Inc."}})");
        QCOMPARE(namesOf(refused).first(), u"0001652044 ticker GOOGL listed 2026-09-01T12:00:00Z"_s);
    }

    void readsTheTableWithExchanges()
    {
        const Parsed parsed = answered::parsed("edgar", "", R"({"fields":["cik","name","ticker","exchange"],
            "data":[[320193,"Apple Inc.","AAPL","Nasdaq"],[1067983,"BERKSHIRE HATHAWAY INC","BRK-B","NYSE"],[1,"x",null,null]]})");
        QCOMPARE(parsed.records, 3U);
        QCOMPARE(parsed.refusals.total(), 1U);
        QCOMPARE(namesOf(parsed),
                 lines({"0000320193 ticker AAPL listed 2026-09-01T12:00:00Z",
                        "0000320193 name Apple Inc. listed 2026-09-01T12:00:00Z",
                        "0001067983 ticker BRK-B listed 2026-09-01T12:00:00Z",
                        "0001067983 name BERKSHIRE HATHAWAY INC listed 2026-09-01T12:00:00Z"}));
        QCOMPARE(parsed.values.instruments.at(1).symbol, "BRK-B");
    }

    void formerNamesEndWithTheirLastFiling()
    {
        const Parsed parsed =
            answered::parsed("edgar", "submissions", R"({"cik":"1234","entityType":"operating","sic":"3571",
            "name":"New Inc","tickers":["NEW"],"formerNames":[
             {"name":"MIDDLE INC","from":"2010-06-01T00:00:00.000Z","to":"2020-01-15T00:00:00.000Z"},
             {"name":"OLD INC","from":null,"to":"2010-05-28T00:00:00.000Z"},
             {"name":"","from":"bad","to":7}],
            "filings":{"recent":{"accessionNumber":[],"filingDate":[],"form":[]},"files":[]}})");
        // the day is over at 24:00 New York; the name ends when the day after its last filing is
        QCOMPARE(namesOf(parsed), lines({"0000001234 name MIDDLE INC stated 2010-06-02T04:00:00Z",
                                         "0000001234 name MIDDLE INC stated 2020-01-17T05:00:00Z ends",
                                         "0000001234 name OLD INC stated 2010-05-30T04:00:00Z ends",
                                         "0000001234 name New Inc stated 2020-01-17T05:00:00Z",
                                         "0000001234 name New Inc listed 2026-09-01T12:00:00Z",
                                         "0000001234 sic 3571 listed 2026-09-01T12:00:00Z",
                                         "0000001234 ticker NEW listed 2026-09-01T12:00:00Z all"}));
    }

    void aNameThatNeverChangedIsThatOfTheFirstFiling()
    {
        const Parsed parsed = answered::parsed(
            "edgar", "submissions", edgarfixture::submissions("2024-05-07T20:30:00.000Z", "2024-05-07"));
        QCOMPARE(namesOf(parsed), lines({"0000001234 name Test & Co stated 2024-05-08T04:00:00Z",
                                         "0000001234 name Test & Co listed 2026-09-01T12:00:00Z",
                                         "0000001234 ticker BRK.B listed 2026-09-01T12:00:00Z all",
                                         "0000001234 ticker BRK-A listed 2026-09-01T12:00:00Z all"}));
    }

    void noTickersAnyMoreIsSaidToo()
    {
        const Parsed parsed =
            answered::parsed("edgar", "submissions", R"({"cik":"1234","entityType":"operating",
            "name":"Gone Inc","sic":"3290","tickers":[],"filings":{"recent":{"accessionNumber":[]},"files":[]}})");
        QCOMPARE(namesOf(parsed).last(), u"0000001234 ticker  listed 2026-09-01T12:00:00Z all"_s);
    }

    void peopleAreNoCompanies()
    {
        const Parsed parsed =
            answered::parsed("edgar", "submissions", R"({"cik":"1234","entityType":"other","sic":"",
            "name":"Doe Jane","tickers":[],"formerNames":[{"name":"Roe Jane","from":"2010-06-01T00:00:00.000Z","to":null}],
            "filings":{"recent":{"accessionNumber":[]},"files":[]}})");
        QVERIFY(!parsed.fault);
        QCOMPARE(namesOf(parsed), QStringList());
    }

    void aFormNamesItsIssuerWhenItWasAccepted()
    {
        using namespace edgarfixture;
        const std::string text = edgarfixture::submission(
            "4", "", party("ISSUER", "Test & Co", "0000001234"),
            document("4", "<XML>\n" + form4(trade("P", "10", "5", "A")) + "\n</XML>"));
        QCOMPARE(namesOf(answered::parsed("edgar", "", text)),
                 lines({"0000001234 ticker TEST filed 2024-05-07T20:30:00Z",
                        "0000001234 name Test & Co filed 2024-05-07T20:30:00Z"}));
        const std::string amended = edgarfixture::submission(
            "4/A", "", party("ISSUER", "Test & Co", "0000001234"),
            document("4/A", "<XML>\n" + form4(trade("P", "10", "5", "A"), "", "4/A") + "\n</XML>"));
        QCOMPARE(namesOf(answered::parsed("edgar", "", amended)), QStringList());
        const std::string none = edgarfixture::submission(
            "4", "", party("ISSUER", "Test & Co", "0000001234"),
            document("4", "<XML>\n" + form4(trade("P", "10", "5", "A"), "", "4", "NONE") + "\n</XML>"));
        QCOMPARE(namesOf(answered::parsed("edgar", "", none)),
                 lines({"0000001234 name Test & Co filed 2024-05-07T20:30:00Z"}));
    }

    void polygonNamesWhatItLists()
    {
        const Parsed parsed = answered::parsed("polygon", "tickers", R"({"results":[
            {"ticker":"BRK.B","name":"Berkshire Hathaway Inc.","market":"stocks","locale":"us","type":"CS","active":true,
             "currency_name":"usd","cik":"0001067983","composite_figi":"BBG000DWG505","list_date":"1996-05-09","sic_code":"6331"},
            {"ticker":"TWTR","name":"Twitter, Inc.","market":"stocks","locale":"us","type":"CS","active":false,
             "currency_name":"usd","cik":"1418091","delisted_utc":"2022-11-08T05:00:00Z"},
            {"ticker":"SPY","name":"SPDR S&P 500","market":"stocks","locale":"us","type":"ETF","active":true}],"status":"OK"})");
        QCOMPARE(parsed.values.instruments.size(), 3U);
        QCOMPARE(namesOf(parsed),
                 lines({"0001067983 ticker BRK.B listed 2026-09-01T12:00:00Z",
                        "0001067983 name Berkshire Hathaway Inc. listed 2026-09-01T12:00:00Z",
                        "0001067983 sic 6331 listed 2026-09-01T12:00:00Z",
                        "0001418091 ticker TWTR stated 2022-11-08T05:00:00Z ends"}));
    }

    void polygonTellsWhatATickerWas()
    {
        const std::string text = R"({"results":{"name":"Meta Platforms, Inc. Class A Common Stock",
            "composite_figi":"BBG000MM2P62","cik":"0001326801","events":[
             {"ticker_change":{"ticker":"META"},"type":"ticker_change","date":"2022-06-09"},
             {"ticker_change":{"ticker":"FB"},"type":"ticker_change","date":"2012-05-18"},
             {"ticker_change":{},"type":"ticker_change","date":"2013-01-01"},
             {"ticker_change":{"ticker":"X"},"type":"ticker_change","date":"soon"}]},"status":"OK","request_id":"x"})";
        const Parsed parsed = answered::parsed("polygon", "", text);
        QCOMPARE(parsed.records, 4U);
        QCOMPARE(parsed.refusals.total(), 2U);
        QCOMPARE(namesOf(parsed), lines({"0001326801 ticker FB stated 2012-05-18T04:00:00Z",
                                         "0001326801 ticker FB stated 2022-06-09T04:00:00Z ends",
                                         "0001326801 ticker META stated 2022-06-09T04:00:00Z"}));
        QCOMPARE(parsed.values.actions.size(), 1U);
        const auto &rename = parsed.values.actions.front();
        QVERIFY(rename.kind == ActionKind::Rename);
        QCOMPARE(rename.symbol, "FB");
        QCOMPARE(rename.successor, "META");
        QVERIFY(rename.effective == at("2022-06-09T04:00:00Z"));
        for (std::size_t cut = 0; cut < text.size(); ++cut)
            answered::parsed("polygon", "ticker_events", std::string_view(text).substr(0, cut));
        QVERIFY(answered::parsed("polygon", "ticker_events", R"({"results":[],"status":"OK"})").fault);
    }

    void polygonIsAskedForItOnlyWhenWanted()
    {
        const auto *polygon = core::sources::findProvider("polygon");
        core::sources::SourceSettings settings;
        settings.series = {"META"};
        settings.secrets["api_key"] = "k";
        const core::sources::Window window{.from = at("2024-01-02T00:00:00Z"),
                                           .to = at("2024-01-03T00:00:00Z")};
        const auto asksFor = [&] {
            QStringList paths;
            const auto asks = polygon->asks(settings, window);
            for (const auto &ask : *asks) {
                if (ask.endpoint == "ticker_events")
                    paths.append(qs(polygon->call(ask, settings)->url));
            }
            return paths;
        };
        QCOMPARE(asksFor(), QStringList());
        settings.options["names"] = "yes";
        QCOMPARE(
            asksFor(),
            QStringList{u"https://api.polygon.io/vX/reference/tickers/META/events?types=ticker_change"_s});
    }

    void hostileNamesAreLeftOutOrText()
    {
        const auto named = [](const std::string &name) {
            return namesOf(answered::parsed(
                "edgar", "tickers", "{\"0\":{\"cik_str\":1,\"ticker\":\"X\",\"title\":\"" + name + "\"}}"));
        };
        QCOMPARE(named(std::string(1'000'000, 'A')).size(), 1); // the ticker stays
        QCOMPARE(named("a\\u0000b").size(), 1);
        QCOMPARE(named("a\\u001b[2Jb").size(), 1);
        QCOMPARE(named("   ").size(), 1);
        QCOMPARE(named("<b>x</b>").last(), u"0000000001 name <b>x</b> listed 2026-09-01T12:00:00Z"_s);
        QCOMPARE(named("\\u202eCNI").size(), 2);
    }

    void recordingsReadAsByEye()
    {
        const QByteArray apple = recording(u"edgar/submissions_CIK0000320193_apple.json"_s);
        if (apple.isEmpty())
            QSKIP("the recorded answers (../shared/data/payloads) are not beside the project");
        const QStringList names = namesOf(answered::parsed("edgar", "", view(apple)));
        for (const char *line : {"0000320193 name APPLE COMPUTER INC stated 1994-01-27T05:00:00Z",
                                 "0000320193 name APPLE COMPUTER INC stated 2007-01-06T05:00:00Z ends",
                                 "0000320193 name APPLE INC stated 2007-01-11T05:00:00Z",
                                 "0000320193 name APPLE INC stated 2019-08-07T04:00:00Z ends",
                                 "0000320193 name Apple Inc. stated 2019-08-07T04:00:00Z",
                                 "0000320193 sic 3571 listed 2026-09-01T12:00:00Z",
                                 "0000320193 ticker AAPL listed 2026-09-01T12:00:00Z all"})
            QVERIFY2(names.contains(QLatin1String(line)), line);
        QCOMPARE(names.size(), 10); // the name of one day in 1997, and the present one as listed
        const QByteArray snow = recording(u"edgar/form4_snow_S_M_derivative.xml"_s);
        const QStringList issuer = namesOf(answered::parsed("edgar", "", view(snow)));
        QCOMPARE(issuer.size(), 2);
        QVERIFY2(issuer.first().startsWith(u"0001640147 ticker SNOW filed "_s), qPrintable(issuer.first()));
        QVERIFY2(issuer.last().startsWith(u"0001640147 name Snowflake Inc. filed "_s),
                 qPrintable(issuer.last()));
        const QByteArray page = recording(u"polygon/rest/reference_tickers_page1.json"_s);
        QCOMPARE(namesOf(answered::parsed("polygon", "", view(page))),
                 lines({"0001090872 ticker A listed 2026-09-01T12:00:00Z",
                        "0001090872 name Agilent Technologies Inc. listed 2026-09-01T12:00:00Z",
                        "0001675149 ticker AA listed 2026-09-01T12:00:00Z",
                        "0001675149 name Alcoa Corporation listed 2026-09-01T12:00:00Z"}));
    }
};

QTEST_GUILESS_MAIN(tst_ToldNames)
#include "tst_toldnames.moc"
