// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// GDELT by hand-written rows in its shape.
#include "core/sources/fips.h"
#include "core/sources/zipped.h"
#include "tests/support/answered.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

#include <zip.h>

using namespace answered;
using core::domain::KnownBasis;
using core::domain::Precision;
using core::sources::FaultKind;

namespace {

/// A row of so many columns; the given ones are filled.
std::string row(std::size_t columns, const std::map<std::size_t, std::string> &cells)
{
    std::string line;
    for (std::size_t i = 0; i < columns; ++i)
        line += (i == 0 ? "" : "\t") + (cells.contains(i) ? cells.at(i) : std::string());
    return line + '\n';
}

std::map<std::size_t, std::string> protest()
{
    return {{0, "900001"},
            {1, "20240506"},
            {5, "FRAEDU"},
            {6, "STUDENT"},
            {15, "COP"},
            {16, "POLICE"},
            {25, "1"},
            {26, "0141"},
            {28, "14"},
            {29, "3"},
            {30, "-6.5"},
            {31, "12"},
            {32, "3"},
            {33, "10"},
            {34, "-4.25"},
            {52, "Paris, France"},
            {53, "FR"},
            {56, "48.8667"},
            {57, "2.33333"},
            {59, "20240507011500"},
            {60, "https://www.example.org/a"}};
}

std::map<std::size_t, std::string> oldFight()
{
    return {{0, "17"},     {1, "20120102"}, {6, "REBEL"}, {25, "0"},    {26, "190"},     {28, "19"},
            {29, "4"},     {30, "-10"},     {31, "2"},    {32, "1"},    {33, "2"},       {34, "1.5"},
            {50, "Kabul"}, {51, "AF"},      {53, "34.5"}, {54, "69.2"}, {56, "20120102"}};
}

QByteArray zipOf(const char *name, const std::string &text)
{
    QTemporaryDir folder;
    const QByteArray path = folder.filePath(QStringLiteral("a.zip")).toUtf8();
    zip_t *archive = zip_open(path.constData(), ZIP_CREATE, nullptr);
    zip_file_add(archive, name, zip_source_buffer(archive, text.data(), text.size(), 0), 0);
    zip_close(archive);
    QFile file(QString::fromUtf8(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_Gdelt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnEvent();
    void readsVersionOne();
    void averagesTheToneOfACountry();
    void aBareQuoteIsData();
    void takesLongCellsAndInvalidBytes();
    void refusesBadRowsAlone_data();
    void refusesBadRowsAlone();
    void countsMentions();
    void readsTheKnowledgeGraph();
    void readsTheKnowledgeGraphOfVersionOne();
    void unpacksZips();
    void readsTheListOfFiles();
    void readsArticles();
    void asksOnAfterAFullPage();
    void readsTimelines();
    void complaintsAreFaults();
    void asksAndCalls();
    void asksForThePastByWhatIsOut();
    void survivesCuts();
    void knowsCountries();
    void recordingReadsAsByEye();
};

void tst_Gdelt::readsAnEvent()
{
    const Parsed parsed = answered::parsed("gdelt", "", row(61, protest()));
    QVERIFY(!parsed.fault);
    QCOMPARE(parsed.values.events.size(), 2U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "gdelt_protest");
    QCOMPARE(event.entity, "FR");
    QCOMPARE(event.value, -6.5);
    QCOMPARE(event.unit, "goldstein");
    QVERIFY(event.timestamp == at("2024-05-06T00:00:00Z"));
    QCOMPARE(event.precision, Precision::Day);
    QVERIFY(event.knownAt == at("2024-05-07T01:15:00Z"));
    QCOMPARE(event.knownBasis, KnownBasis::Published);
    QCOMPARE(event.text, "STUDENT – POLICE: Paris, France");
    QVERIFY(event.id == core::base::eventId("gdelt", "900001"));
    const std::string expected =
        R"({"actor1":"STUDENT","actor1_code":"FRAEDU","actor2":"POLICE","actor2_code":"COP","articles":10,)"
        R"("cameo":"0141","latitude":48.8667,"longitude":2.33333,"mentions":12,"quad_class":3,"root_event":1,)"
        R"("sources":3,"tone":-4.25,"url":"https://www.example.org/a"})";
    QCOMPARE(event.metadata, expected);
}

void tst_Gdelt::readsVersionOne()
{
    auto cells = oldFight();
    const std::string old = row(57, cells);
    cells[0] = "18";
    cells[57] = "http://example.org/b";
    const Parsed parsed = answered::parsed("gdelt", "", old + row(58, cells));
    QCOMPARE(parsed.values.events.size(), 3U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "gdelt_fight");
    QCOMPARE(event.entity, "AF");
    QVERIFY(event.knownAt == at("2012-01-03T11:00:00Z")); // the file of a day is out at 6 in New York
    QVERIFY(event.id == core::base::eventId("gdelt", "1.0/17"));
    QVERIFY(!meta(event).contains(QStringLiteral("url")));
    QCOMPARE(meta(parsed.values.events[1])[QStringLiteral("url")].toString(),
             QStringLiteral("http://example.org/b"));
    const auto &tone = parsed.values.events[2];
    QCOMPARE(tone.eventType, "gdelt_tone");
    QCOMPARE(tone.value, 1.5);
    QCOMPARE(tone.precision, Precision::Day);
    QVERIFY(tone.timestamp == at("2012-01-02T00:00:00Z"));
    QVERIFY(tone.knownAt == at("2012-01-03T11:00:00Z"));
}

void tst_Gdelt::averagesTheToneOfACountry()
{
    auto cells = protest();
    std::string text = row(61, cells);
    cells[0] = "900002";
    cells[33] = "30";
    cells[34] = "2";
    text += row(61, cells);
    cells[0] = "900003";
    cells[53] = ""; // nowhere
    text += row(61, cells);
    cells[0] = "900004";
    cells[53] = "GM";
    cells[34] = ""; // no tone
    text += row(61, cells);
    const Parsed parsed = answered::parsed("gdelt", "export", text);
    QCOMPARE(parsed.values.events.size(), 5U);
    QCOMPARE(parsed.values.events[2].entity, "UNKNOWN");
    QCOMPARE(parsed.values.events[3].entity, "DE");
    const auto &tone = parsed.values.events[4];
    QCOMPARE(tone.eventType, "gdelt_tone");
    QCOMPARE(tone.entity, "FR");
    QCOMPARE(tone.value, (-4.25 * 10 + 2.0 * 30) / 40);
    QVERIFY(tone.timestamp == at("2024-05-07T01:15:00Z"));
    QCOMPARE(meta(tone)[QStringLiteral("articles")].toInt(), 40);
    QCOMPARE(meta(tone)[QStringLiteral("events")].toInt(), 2);
}

void tst_Gdelt::aBareQuoteIsData()
{
    auto cells = protest();
    cells[6] = "\"THE";
    std::string text = row(61, cells);
    cells[0] = "900002";
    text += row(61, cells);
    const Parsed parsed = answered::parsed("gdelt", "export", text);
    QCOMPARE(parsed.records, 2U);
    QCOMPARE(parsed.values.events[0].text, "\"THE – POLICE: Paris, France");
    QCOMPARE(meta(parsed.values.events[0])[QStringLiteral("actor1")].toString(), QStringLiteral("\"THE"));
}

void tst_Gdelt::takesLongCellsAndInvalidBytes()
{
    auto cells = protest();
    cells[6] = std::string(15'000, 'A');
    cells[16] = "CAF\xE9";
    const Parsed parsed = answered::parsed("gdelt", "export", row(61, cells) + "\r\n");
    QCOMPARE(parsed.records, 1U);
    QCOMPARE(meta(parsed.values.events[0])[QStringLiteral("actor1")].toString().size(), 15'000);
    QCOMPARE(meta(parsed.values.events[0])[QStringLiteral("actor2")].toString(), QStringLiteral("CAF\uFFFD"));
}

void tst_Gdelt::refusesBadRowsAlone_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    const auto bad = [](int column, const char *text, const char *reason) {
        QTest::newRow(reason) << column << QString::fromUtf8(text) << QString::fromUtf8(reason);
    };
    bad(0, "", "the event has no id");
    bad(1, "20241306", "the day of the event is not a date");
    bad(59, "2024050701", "the day on which the event was added is not a date");
    bad(1, "20240601", "the event lies after the day on which it was added");
    bad(28, "21", "the event's class is none of CAMEO's twenty");
    bad(34, "many", "a figure of the event is not a number");
}

void tst_Gdelt::refusesBadRowsAlone()
{
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(QString, reason);
    auto cells = protest();
    cells[static_cast<std::size_t>(column)] = text.toStdString();
    const std::string good = row(61, protest());
    const Parsed parsed =
        answered::parsed("gdelt", "export", good + row(61, cells) + row(60, protest()) + good);
    QCOMPARE(parsed.records, 4U);
    QCOMPARE(parsed.values.events.size(), 3U); // two and their tone
    QStringList expected = {reason + QStringLiteral(": 1"),
                            QStringLiteral("the row has another number of columns than GDELT's tables: 1")};
    expected.sort();
    QCOMPARE(refusals(parsed), expected.join(QStringLiteral(", ")));
}

void tst_Gdelt::countsMentions()
{
    const auto mention = [](const char *event, const char *source, const char *tone) {
        return row(16, {{0, event},
                        {1, "20240507010000"},
                        {2, "20240507011500"},
                        {3, "1"},
                        {4, source},
                        {5, "https://example.org/a"},
                        {13, tone}});
    };
    const std::string text =
        mention("1", "a.org", "-2") + mention("1", "b.org", "4") + mention("2", "a.org", "x");
    const Parsed parsed = answered::parsed("gdelt", "", text);
    QCOMPARE(parsed.records, 3U);
    QCOMPARE(parsed.values.events.size(), 1U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "gdelt_mentions");
    QCOMPARE(event.entity, "WORLD");
    QCOMPARE(event.value, 2.0);
    const std::string expected = R"({"events":1,"sources":2,"tone":1})";
    QCOMPARE(event.metadata, expected);
    QVERIFY(event.knownAt == at("2024-05-07T01:15:00Z"));
    QCOMPARE(refusals(parsed), QStringLiteral("the tone of the mention is not a number: 1"));
}

void tst_Gdelt::readsTheKnowledgeGraph()
{
    std::map<std::size_t, std::string> cells = {
        {0, "20240507011500-7"},
        {1, "20240507011500"},
        {2, "1"},
        {3, "example.org"},
        {4, "https://www.example.org/c"},
        {7, "PROTEST;ECON_STOCKMARKET;"},
        {9, "1#France#FR#FR#46#2#FR;4#Bonn, Nordrhein-Westfalen, Germany#GM#GM07#50#7#1"},
        {11, "jane doe;"},
        {13, "example corp"},
        {15, "-1.5,2,3,4,5,6"},
        {25, "srclc:fra;eng:GT-FRA"},
        {26, "<PAGE_LINKS>x</PAGE_LINKS><PAGE_TITLE>Bread &amp; butter &lt;1&gt;</PAGE_TITLE>"}};
    std::string text = row(27, cells);
    cells[0] = "20240507011500-8";
    cells[3] = "BBC Monitoring";
    cells[4] = "Ria Novosti, Moscow, in Russian";
    cells[26] = "";
    text += row(27, cells);
    const Parsed parsed = answered::parsed("gdelt", "", text);
    QCOMPARE(parsed.values.events.size(), 2U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "article");
    QCOMPARE(event.entity, "example.org");
    QCOMPARE(event.text, "Bread & butter <1>");
    QVERIFY(event.timestamp == at("2024-05-07T01:15:00Z"));
    const std::string expected =
        R"({"countries":"DE, FR","language":"fra","organisations":"example corp","persons":"jane doe",)"
        R"("publisher":"example.org","themes":"PROTEST, ECON_STOCKMARKET","tone":-1.5,"url":"https://www.example.org/c"})";
    QCOMPARE(event.metadata, expected);
    QCOMPARE(parsed.values.events[1].entity, "BBC Monitoring");
    QCOMPARE(parsed.values.events[1].text, "Ria Novosti, Moscow, in Russian");
}

void tst_Gdelt::readsTheKnowledgeGraphOfVersionOne()
{
    const std::string text = "DATE\tNUMARTS\tCOUNTS\tTHEMES\tLOCATIONS\tPERSONS\tORGANIZATIONS\tTONE\tCAMEOEV"
                             "ENTIDS\tSOURCES\tSOURCEURLS\n" +
                             row(11, {{0, "20200705"},
                                      {1, "2"},
                                      {3, "TAX;WAR"},
                                      {4, "1#Israel#IS#IS#31#34#IS"},
                                      {7, "-2,1"},
                                      {9, "a.org;b.org"},
                                      {10, "https://a.org/1<UDIV>https://b.org/2"}}) +
                             row(11, {{0, "2020070"}});
    const Parsed parsed = answered::parsed("gdelt", "", text);
    QCOMPARE(parsed.records, 2U);
    QCOMPARE(parsed.values.events.size(), 1U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.entity, "a.org");
    const std::string expected =
        R"({"articles":2,"countries":"IL","publisher":"a.org","themes":"TAX, WAR","tone":-2,)"
        R"("url":"https://a.org/1"})";
    QCOMPARE(event.metadata, expected);
    QCOMPARE(event.precision, Precision::Day);
    QVERIFY(event.knownAt == at("2020-07-06T10:00:00Z"));
}

void tst_Gdelt::unpacksZips()
{
    const QByteArray zip = zipOf("20240507011500.export.CSV", row(61, protest()));
    QVERIFY(!zip.isEmpty());
    QCOMPARE(recognised("gdelt", view(zip)), "export");
    const std::string md5 = QCryptographicHash::hash(zip, QCryptographicHash::Md5).toHex().toStdString();
    QCOMPARE(answered::parsed("gdelt", "export", view(zip), {{"md5", md5}}).values.events.size(), 2U);
    QCOMPARE(faultOf(answered::parsed("gdelt", "export", view(zip), {{"md5", std::string(32, '0')}})),
             int(FaultKind::NotData));
    for (qsizetype length = 4; length < zip.size(); length += 7) {
        const Parsed cut = answered::parsed("gdelt", "export", view(zip.left(length)));
        QCOMPARE(faultOf(cut), int(FaultKind::NotData));
    }
    // a small zip that unpacks to much is refused at the cap
    const QByteArray bomb = zipOf("a.export.CSV", std::string(3 << 20, '\t'));
    QVERIFY(bomb.size() < 10'000);
    QVERIFY(core::sources::unzipped(view(bomb), 4 << 20).ok());
    QVERIFY(!core::sources::unzipped(view(bomb), 2 << 20).ok());
}

void tst_Gdelt::readsTheListOfFiles()
{
    const std::string md5(32, 'a');
    const std::string text =
        "24611 " + md5 + " http://data.gdeltproject.org/gdeltv2/20240507011500.export.CSV.zip\n" + "31554 " +
        md5 + " http://data.gdeltproject.org/gdeltv2/20240507011500.mentions.CSV.zip\n" + "14313 " + md5 +
        " http://data.gdeltproject.org/gdeltv2/20240507011500.gkg.csv.zip\n";
    QCOMPARE(recognised("gdelt", text), "lastupdate");
    const Parsed parsed = answered::parsed("gdelt", "lastupdate", text);
    QCOMPARE(parsed.records, 3U);
    QCOMPARE(parsed.next.size(), 1U);
    const core::sources::Ask expected{"export",
                                      {{"file", "gdeltv2/20240507011500.export.CSV.zip"}, {"md5", md5}}};
    QVERIFY(parsed.next[0] == expected);
    QCOMPARE(answered::parsed("gdelt", "lastupdate", text, {{"gkg", "yes"}, {"mentions", "yes"}}).next.size(),
             3U);
    // the list names the newest files only: those since the last one are asked for by name
    const Parsed since = answered::parsed("gdelt", "lastupdate", text,
                                          {{"mentions", "yes"}, {"from", "2024-05-07T00:40:10Z"}});
    std::vector<std::string> files;
    for (const auto &ask : since.next) {
        files.push_back(ask.with.at("file"));
        QCOMPARE(ask.with.contains("md5"), files.back().find("011500") != std::string::npos);
    }
    QCOMPARE(files,
             (std::vector<std::string>{
                 "gdeltv2/20240507011500.export.CSV.zip", "gdeltv2/20240507004500.export.CSV.zip",
                 "gdeltv2/20240507010000.export.CSV.zip", "gdeltv2/20240507011500.mentions.CSV.zip",
                 "gdeltv2/20240507004500.mentions.CSV.zip", "gdeltv2/20240507010000.mentions.CSV.zip"}));
    QCOMPARE(answered::parsed("gdelt", "lastupdate", text, {{"from", "1999-01-01T00:00:00Z"}}).next.size(),
             1U + 3 * 96); // never further than three days
    const Parsed hostile = answered::parsed(
        "gdelt", "lastupdate", "1 " + md5 + " http://x/20240507011500.export.CSV.zip?a=../b.zip\n1 2 3\n");
    QCOMPARE(hostile.next.size(), 0U);
    QCOMPARE(refusals(hostile), QStringLiteral("the line names none of GDELT's files: 2"));
}

void tst_Gdelt::readsArticles()
{
    const std::string text = R"({"articles": [
        {"url": "https://www.Example.org/x", "url_mobile": "", "title": "Strike at the port", "seendate": "20260818T054500Z",
         "domain": "example.org", "language": "English", "sourcecountry": "India"},
        {"url": "https://example.org/y", "url_mobile": "", "title": "No date", "seendate": "", "domain": "example.org"},
        17,
        {"url": "https://example.org/z", "title": "Third", "seendate": "20260818T060000Z", "domain": "example.org"}]})";
    const Parsed parsed = answered::parsed("gdelt", "", text);
    QCOMPARE(parsed.records, 4U);
    QCOMPARE(parsed.values.events.size(), 2U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "article");
    QCOMPARE(event.entity, "example.org");
    QCOMPARE(event.text, "Strike at the port");
    QVERIFY(event.timestamp == at("2026-08-18T05:45:00Z"));
    QVERIFY(event.knownAt == event.timestamp);
    const std::string expected =
        R"({"country":"India","language":"English","publisher":"example.org","url":"https://www.Example.org/x"})";
    QCOMPARE(event.metadata, expected);
    QCOMPARE(refusals(parsed), QStringLiteral("the article does not say when it was seen: 1, "
                                              "the record has another form than the others: 1"));
    QCOMPARE(answered::parsed("gdelt", "articles", "{}").values.events.size(), 0U);
    QVERIFY(!answered::parsed("gdelt", "articles", "{}").fault);
}

void tst_Gdelt::asksOnAfterAFullPage()
{
    std::string text = R"({"articles":[)";
    for (int i = 0; i < 250; ++i)
        text += (i == 0 ? "" : ",") + std::string(R"({"url":"https://a.org/)") + std::to_string(i) +
                R"(","title":"t","seendate":"20260818T054500Z"})";
    text += "]}";
    const Parsed parsed = answered::parsed(
        "gdelt", "articles", text,
        {{"query", "oil"}, {"from", "2026-08-18T00:00:00Z"}, {"to", "2026-08-19T00:00:00Z"}});
    QCOMPARE(parsed.next.size(), 1U);
    QCOMPARE(parsed.next[0].with.at("from"), "2026-08-18T05:45:00Z");
    // a page of one and the same instant must not be asked again for ever
    QCOMPARE(answered::parsed("gdelt", "articles", text, {{"query", "oil"}, {"from", "2026-08-18T05:45:00Z"}})
                 .next.size(),
             0U);
}

void tst_Gdelt::readsTimelines()
{
    const std::string text =
        R"({"query_details": {"title": "oil", "date_resolution": "day"}, "timeline": [ { "series":
        "Article Count", "data": [ { "date": "20170101T000000Z", "value": 3, "norm": 427906},{ "date": "20170102T000000Z",
        "value": null, "norm": 1},{ "date": "2017", "value": 1, "norm": 1} ]}]})";
    const Parsed parsed = answered::parsed("gdelt", "", text);
    QCOMPARE(parsed.records, 3U);
    QCOMPARE(parsed.values.events.size(), 1U);
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "gdelt_article_count");
    QCOMPARE(event.entity, "oil");
    QCOMPARE(event.value, 3.0);
    QCOMPARE(event.precision, Precision::Day);
    QVERIFY(event.knownAt == at("2017-01-02T00:00:00Z"));
    const std::string expected = R"({"all_articles":427906})";
    QCOMPARE(event.metadata, expected);
}

void tst_Gdelt::complaintsAreFaults()
{
    QCOMPARE(recognised("gdelt", "A maximum of 250 records can be returned."), "articles");
    const Parsed parsed = answered::parsed("gdelt", "", "A maximum of 250 records can be returned.");
    QCOMPARE(faultOf(parsed), int(FaultKind::Refused));
    QVERIFY(parsed.fault->sentence.contains(QStringLiteral("A maximum of 250 records")));
    QCOMPARE(faultOf(answered::parsed("gdelt", "articles", "Please limit requests to one every 5 seconds")),
             int(FaultKind::TooMany));
    QCOMPARE(faultOf(answered::parsed("gdelt", "articles", "Please limit requests", {}, 429)),
             int(FaultKind::TooMany));
    QCOMPARE(faultOf(answered::parsed("gdelt", "export", "<html><body>portal</body></html>")),
             int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("gdelt", "articles", "")), int(FaultKind::NotData));
    QCOMPARE(faultOf(answered::parsed("gdelt", "export", "gone", {}, 404)), int(FaultKind::NotFound));
}

void tst_Gdelt::asksAndCalls()
{
    const auto *gdelt = core::sources::findProvider("gdelt");
    core::sources::SourceSettings settings;
    auto asks = gdelt->asks(settings, {at("2026-08-01T00:00:00Z"), at("2026-08-01T00:15:00Z"), false});
    QCOMPARE(asks->size(), 1U);
    QCOMPARE(gdelt->call(asks->front(), settings)->url,
             "https://storage.googleapis.com/data.gdeltproject.org/gdeltv2/lastupdate.txt");
    settings.series = {"oil OR \"natural gas\""};
    settings.options = {{"gkg", "yes"}};
    asks = gdelt->asks(settings, {at("2013-03-30T00:00:00Z"), at("2013-04-03T00:00:00Z"), true});
    QCOMPARE(asks->size(), 6U); // daily files begin on 1 April 2013
    QCOMPARE(gdelt->call(asks->at(0), settings)->url,
             "https://storage.googleapis.com/data.gdeltproject.org/events/20130401.export.CSV.zip");
    QCOMPARE(gdelt->call(asks->at(1), settings)->url,
             "https://storage.googleapis.com/data.gdeltproject.org/gkg/20130401.gkg.csv.zip");
    QCOMPARE(gdelt->call(asks->at(4), settings)->url,
             "https://api.gdeltproject.org/api/v2/doc/"
             "doc?format=json&query=oil%20OR%20%22natural%20gas%22&mode=artlist"
             "&maxrecords=250&sort=dateasc&startdatetime=20130330000000&enddatetime=20130403000000");
    QVERIFY(gdelt->call(asks->at(5), settings)->url.find("mode=timelinevolraw") != std::string::npos);
}

void tst_Gdelt::asksForThePastByWhatIsOut()
{
    const auto *gdelt = core::sources::findProvider("gdelt");
    core::sources::SourceSettings settings;
    const auto files = [&](const char *from, const char *to, const char *now) {
        core::sources::Window window{at(from), at(to), true};
        if (now)
            window.now = at(now);
        const auto asks = gdelt->asks(settings, window);
        std::vector<std::string> names;
        for (const auto &ask : *asks)
            names.push_back(ask.with.at("file"));
        return names;
    };
    // an hour's sleep; the newest file is on the list
    const char *now = "2026-08-01T12:07:00Z";
    QCOMPARE(files("2026-08-01T11:02:00Z", now, now),
             (std::vector<std::string>{"gdeltv2/20260801111500.export.CSV.zip",
                                       "gdeltv2/20260801113000.export.CSV.zip",
                                       "gdeltv2/20260801114500.export.CSV.zip"}));
    // over midnight, and still by quarters of an hour
    QCOMPARE(files("2026-07-30T12:07:00Z", now, now).size(), std::size_t{2 * 96 - 1});
    // longer: whole days by their files, the ends by quarters of an hour
    const auto days = files("2026-07-27T23:20:00Z", now, now);
    QCOMPARE(days.size(), std::size_t{2 + 4 + 48});
    QCOMPARE(days[1], "gdeltv2/20260727234500.export.CSV.zip");
    QCOMPARE(days[2], "events/20260728.export.CSV.zip");
    QCOMPARE(days[5], "events/20260731.export.CSV.zip");
    QCOMPARE(days[6], "gdeltv2/20260801000000.export.CSV.zip");
    // before six in New York the file of yesterday is not out
    const auto night = files("2026-07-27T00:00:00Z", "2026-08-02T00:00:00Z", "2026-08-01T06:00:00Z");
    QCOMPARE(night.size(), std::size_t{4 + 96 + 23});
    QCOMPARE(night[4], "gdeltv2/20260731000000.export.CSV.zip");
    settings.options = {{"gkg", "yes"}, {"mentions", "yes"}};
    QCOMPARE(files("2026-08-01T11:02:00Z", now, now).size(), std::size_t{9});
    QCOMPARE(files("2014-01-01T00:00:00Z", "2014-01-02T00:00:00Z", now),
             (std::vector<std::string>{"events/20140101.export.CSV.zip", "gkg/20140101.gkg.csv.zip"}));
}

void tst_Gdelt::survivesCuts()
{
    auto cells = protest();
    std::string text = row(61, cells);
    cells[0] = "900002";
    text += row(61, cells) + row(61, cells);
    const Parsed half = cutOff("gdelt", "export", text);
    QCOMPARE(half.values.events.size(), 2U); // one whole row and its tone
    QCOMPARE(half.refusals.total(), 1U);
    const std::string articles =
        R"({"articles":[{"url":"https://a.org/1","title":"é","seendate":"20260818T054500Z"},)"
        R"({"url":"https://a.org/2","title":"u","seendate":"20260818T054500Z"},)"
        R"({"url":"https://a.org/3","title":"v \" w","seendate":"20260818T054500Z"}]})";
    const Parsed some = cutOff("gdelt", "articles", articles);
    QCOMPARE(some.values.events.size(), 1U);
    QCOMPARE(refusals(some), QStringLiteral("the answer breaks off or is not JSON from here on: 1"));
}

void tst_Gdelt::knowsCountries()
{
    using core::sources::countryOfFips;
    QCOMPARE(countryOfFips("GM"), "DE");
    QCOMPARE(countryOfFips("CH"), "CN");
    QCOMPARE(countryOfFips("SZ"), "CH");
    QCOMPARE(countryOfFips("UK"), "GB");
    QCOMPARE(countryOfFips("RS"), "RU");
    QCOMPARE(countryOfFips("RI"), "RS");
    QCOMPARE(countryOfFips("WA"), "NA");
    QCOMPARE(countryOfFips("ZZ"), "");
    QCOMPARE(countryOfFips("u"), "");
    QFile table(QStringLiteral(FORESHOCK_SHARED_DATA "/reference/gdelt-codes/pygdelt_countries.json"));
    if (!table.open(QIODevice::ReadOnly))
        return;
    const QJsonObject countries = QJsonDocument::fromJson(table.readAll()).object();
    for (auto it = countries.begin(); it != countries.end(); ++it) {
        const QString code = it.value()[QStringLiteral("iso2")].toString();
        if (code != QStringLiteral("CS") && code != QStringLiteral("AN")) // states that are no more
            QCOMPARE(qs(countryOfFips(it.key().toStdString())), code);
    }
}

void tst_Gdelt::recordingReadsAsByEye()
{
    const QByteArray bytes = recording(QStringLiteral("gdelt/20150218230000.export_first100.CSV"));
    SKIP_WITHOUT_RECORDINGS(bytes);
    const Parsed parsed = answered::parsed("gdelt", "", view(bytes));
    const auto &event = parsed.values.events[0];
    QCOMPARE(event.eventType, "gdelt_consult");
    QCOMPARE(event.entity, "ZA");
    QCOMPARE(event.value, 2.8);
    QCOMPARE(event.text, "PRESIDENT: Waterkloof, Free State, South Africa");
    QVERIFY(event.timestamp == at("2014-02-18T00:00:00Z"));
    QVERIFY(event.knownAt == at("2015-02-18T23:00:00Z"));
    QCOMPARE(meta(event)[QStringLiteral("tone")].toDouble(), -4.4776119402985);
}

QTEST_GUILESS_MAIN(tst_Gdelt)
#include "tst_gdelt.moc"
