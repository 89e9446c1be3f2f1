// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/sources/csvreader.h"
#include "core/sources/mapping.h"
#include "core/sources/presets.h"
#include "tests/support/check.h"

#include <cmath>
#include <random>

using namespace core::sources;
using core::base::Instant;
using core::domain::Event;
using core::domain::KnownBasis;
using core::domain::Precision;

namespace {

struct Mapped {
    std::string preset;
    Batch batch;
    std::vector<Refusal> refusals;
};

/// Recognises the text by its header and maps all of it.
core::base::Result<Mapped> mapped(std::string_view text, ImportWhat what,
                                  const std::string &file = "file.csv", const std::string &stem = "file")
{
    auto presets = PresetList::load();
    if (!presets)
        return presets.error();
    MemoryStream stream(text);
    CsvReader reader(stream);
    auto first = reader.next();
    if (!first)
        return first.error();
    const std::vector<std::string> header(reader.fields().begin(), reader.fields().end());
    auto preset = presets->recognise(header, file, what);
    if (!preset)
        return preset.error();
    MappingContext context;
    context.fileStem = stem;
    context.ingestedAt = Instant(5);
    auto mapper = Mapper::bind(**preset, header, context);
    if (!mapper)
        return mapper.error();
    Mapped result;
    result.preset = (*preset)->name;
    while (true) {
        auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        mapper->row(reader.fields(), reader.line(), result.batch);
    }
    mapper->finish(result.batch);
    result.refusals = mapper->refusals().list();
    return result;
}

QString shown(const Event &event)
{
    using core::base::qs;
    const QString value = std::isnan(event.value) ? QStringLiteral("-") : QString::number(event.value);
    return QStringList{qs(event.source),
                       qs(event.eventType),
                       qs(event.entity),
                       value,
                       qs(toIso(event.timestamp)),
                       qs(toIso(event.knownAt)),
                       qs(toText(event.knownBasis)),
                       qs(toText(event.precision)),
                       qs(event.metadata)}
        .join(QLatin1Char(' '));
}

} // namespace

class tst_Mapping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsEvents_data();
    void mapsEvents();
    void namesEventsByTheirNativeId();
    void releasesInAnyOrderOfRows();
    void dailyBarsCloseWithTheExchange();
    void fixingsCloseAtTheirHour();
    void barsOfClosedDaysKeepRegularHours();
    void minuteBarsTakeTheMiddle();
    void factorRowsBecomeActions();
    void quotesKeepTheSideThatIsThere();
    void instrumentsCarryTheirSector();
    void aBadCellOfAWideFileIsRefusedAlone();
    void survivesRandomRowsOfEveryPreset();
};

void tst_Mapping::mapsEvents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("events");
    QTest::addColumn<QString>("refused");
    const auto row = [](const char *name, const char *text, const QStringList &events,
                        const char *refused = "") {
        QTest::newRow(name) << QByteArray(text) << events << QString::fromUtf8(refused);
    };
    const auto u = [](const char *text) { return QString::fromUtf8(text); };
    row("FOMC, scheduled and not",
        "start,description,FF1,FF2,FF3,FF4,MP1,ED1,ED2,ED3,ED4,TFUT02,TFUT05,TFUT10,TFUT30,SP500,SP500FUT,"
        "EUR\n"
        "2010-11-03 14:15:00,\"FOMC Rate Decision "
        "(Scheduled)\",NaN,NaN,NaN,-0.005,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,0.25,NaN,NaN\n"
        "2008-01-22 08:20:00,\"FOMC Rate Decision "
        "(Unscheduled)\",NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN\n",
        {u("jarocinski_karadi fomc_decision US -0.005 2010-11-03T18:15:00Z 2010-11-03T18:15:00Z scheduled "
           "instant "
           "{\"ff4\":-0.005,\"scheduled\":true,\"sp500\":0.25}"),
         u("jarocinski_karadi fomc_decision US - 2008-01-22T13:20:00Z 2008-01-22T13:20:00Z published instant "
           "{\"scheduled\":false}")});
    row("events of a user claim no knowledge",
        "timestamp,event_type,entity,value\n2020-01-02,visit,DE,1\n2020-01-02 10:00,visit,DE,2\n",
        {u("user visit DE 1 2020-01-02T00:00:00Z 2020-01-03T00:00:00Z estimated day "),
         u("user visit DE 2 2020-01-02T10:00:00Z 2020-01-02T10:00:00Z estimated instant ")});
    row("unless columns say when and why",
        "timestamp,event_type,entity,value,known_at,known_basis\n"
        "2020-01-02,visit,DE,1,2020-02-01,published\n"
        "2020-01-02,visit,DE,2,2020-02-01T10:00:00Z,\n"
        "2020-01-02,visit,DE,3,,published\n"
        "2020-01-02,visit,DE,4,soon,published\n"
        "2020-01-02,visit,DE,5,2020-02-01,rumour\n",
        {u("user visit DE 1 2020-01-02T00:00:00Z 2020-02-02T00:00:00Z published day "),
         u("user visit DE 2 2020-01-02T00:00:00Z 2020-02-01T10:00:00Z estimated day "),
         u("user visit DE 3 2020-01-02T00:00:00Z 2020-01-03T00:00:00Z estimated day ")},
        "1 known_at is not a date of the form this preset reads|"
        "1 known_basis has a word that the preset does not know");
    row("an export comes back as it was",
        "id,timestamp,known_at,known_basis,precision,source,event_type,entity,value,unit,text,metadata\n"
        "b5f3a6a2-2b07-5d8a-9a4e-0c8f3a1d2e4f,2020-01-02T05:00:00Z,2020-03-01T00:00:00.25Z,observed,day,"
        "usgs,quake,,-0.5,,,\"{\"\"b\"\":1.50,\"\"a\"\":{}}\"\n"
        "x,2020-01-02T05:00:00Z,,observed,day,usgs,quake,,,,,\n"
        "x,2020-01-02T05:00:00Z,2020-03-01T00:00:00Z,,day,usgs,quake,,,,,\n"
        "x,2020-01-02T05:00:00Z,2020-03-01T00:00:00Z,observed,week,usgs,quake,,,,,\n"
        "x,2020-01-02T05:00:00Z,2020-03-01T00:00:00Z,observed,day,,quake,,,,,\n"
        "x,2020-01-02T05:00:00Z,2020-03-01T00:00:00Z,observed,day,usgs,quake,,,,,[1]\n",
        {u("usgs quake  -0.5 2020-01-02T05:00:00Z 2020-03-01T00:00:00.250000Z observed day "
           "{\"a\":{},\"b\":1.5}")},
        "1 known_at is empty or marked missing|1 known_basis is empty or marked missing|"
        "1 metadata is not a JSON object|1 precision has a word that the preset does not know|"
        "1 source is empty or marked missing");
    row("OPEC, a day",
        "Date/"
        "Contract,Front,1M,2M,3M,4M,5M,6M,7M,8M,9M,10M,11M,12M,PC\n2014-11-27,-7,0,0,0,0,0,0,0,0,0,0,0,-1.5,-"
        "6.25\n",
        {u("kaenzig opec_announcement OPEC -6.25 2014-11-27T05:00:00Z 2014-11-28T05:00:00Z published day "
           "{\"front\":-7,\"month_1\":0,\"month_10\":0,\"month_11\":0,\"month_12\":-1.5,\"month_2\":0,"
           "\"month_3\":0,\"month_4\":0,"
           "\"month_5\":0,\"month_6\":0,\"month_7\":0,\"month_8\":0,\"month_9\":0}")});
    row("earnings, one without an estimate",
        "dates,eps_estimate,eps_actual,eps_pct_diff,ticker,country,category\n1993-01-20,-0.62,-1.1,-77.42,"
        "AAL,USA,airlines\n"
        "1993-04-20,,0.5,,AAL,USA,airlines\n",
        {u("earnings earnings_announcement AAL -77.42 1993-01-20T05:00:00Z 1993-01-21T05:00:00Z published "
           "day "
           "{\"actual\":-1.1,\"category\":\"airlines\",\"country\":\"USA\",\"expected\":-0.62}"),
         u("earnings earnings_announcement AAL - 1993-04-20T04:00:00Z 1993-04-21T04:00:00Z published day "
           "{\"actual\":0.5,\"category\":\"airlines\",\"country\":\"USA\"}")});
    row("an earthquake of a back file",
        "time,latitude,longitude,depth,mag,magType,nst,gap,dmin,rms,net,id,updated,place,type,status\n"
        "2011-03-11T05:46:24.120Z,38.297,142.373,29,9.1,mww,541,9.5,,1.16,official,official20110311054624120_"
        "30,2019-01-01T00:00:00.000Z,"
        "\"2011 Great Tohoku Earthquake, Japan\",earthquake,reviewed\n"
        "1968-01-01T00:00:00Z,1,2,,4,,,,,,us,us1,,,nuclear explosion,\n"
        "2020-01-01T00:00:00Z,36.4,71.4,,5,,,,,,us,us2,,\"40 km SSW of Ishqoshim, Tajikistan\",earthquake,\n",
        {u("usgs earthquake JP 9.1 2011-03-11T05:46:24.120000Z 2011-03-11T06:06:24.120000Z estimated instant "
           "{\"depth\":29,\"latitude\":38.297,\"longitude\":142.373,\"magnitude_type\":\"mww\",\"net\":"
           "\"official\",\"status\":\"reviewed\","
           "\"updated\":\"2019-01-01T00:00:00.000Z\"}"),
         u("usgs nuclear_explosion  4 1968-01-01T00:00:00Z 1968-01-01T00:20:00Z estimated instant "
           "{\"latitude\":1,\"longitude\":2,\"net\":\"us\"}"),
         u("usgs earthquake AF 5 2020-01-01T00:00:00Z 2020-01-01T00:20:00Z estimated instant "
           "{\"latitude\":36.4,\"longitude\":71.4,\"net\":\"us\"}")});
    row("eruptions with and without a day, and before our era",
        "Volcano Number,Volcano Name,Eruption Number,Eruption Category,Area of Activity,VEI,Start Year,Start "
        "Month,Start Day,Latitude,Longitude\n"
        "1,White Island,22121,Confirmed Eruption,,1,2016,4,27,-37.52,177.18\n2,Etna,22122,Confirmed "
        "Eruption,,2,1900,0,0,1,2\n"
        "3,Etna,22123,Confirmed Eruption,,2,-500,1,1,1,2\n",
        {u("gvp volcanic_eruption White Island 1 2016-04-27T00:00:00Z 2016-05-05T00:00:00Z estimated day "
           "{\"category\":\"Confirmed "
           "Eruption\",\"latitude\":-37.52,\"longitude\":177.18,\"volcano\":\"1\"}")},
        "1 Start Year is before 1800 or after 2199, so probably mistyped|1 Start Year is not a date of the "
        "form this preset reads");
    row("a hurricane at landfall",
        "id,name,datetime,record_id,sys_status,wind_max_sus,min_pres,lon,lat\nAL122005,KATRINA,2005-08-29 "
        "11:10:00,L,HU,110,920,-89.6,29.3\n"
        "AL122005,KATRINA,2005-08-29 12:00:00,NA,HU,NA,923,-89.6,29.5\n",
        {u("nhc hurricane_fix AL122005 110 2005-08-29T11:10:00Z 2005-08-29T14:10:00Z estimated instant "
           "{\"landfall\":true,\"latitude\":29.3,\"longitude\":-89.6,\"pressure\":920,\"record\":\"L\","
           "\"status\":\"HU\"}"),
         u("nhc hurricane_fix AL122005 - 2005-08-29T12:00:00Z 2005-08-29T15:00:00Z estimated instant "
           "{\"landfall\":false,\"latitude\":29.5,\"longitude\":-89.6,\"pressure\":923,\"status\":\"HU\"}")});
    row("senators buy and sell",
        "transaction_date,owner,ticker,asset_description,asset_type,type,amount,comment,senator,ptr_link\n"
        "11/10/2020,Spouse,BYND,Beyond Meat,Stock,Sale (Full),\"$50,001 - $100,000\",--,R,l\n"
        "07/01/2020,Self,BA,Boeing,Stock,Purchase,\"$1,001 - "
        "$15,000\",--,R,l\n07/02/2020,Self,--,X,Stock,Purchase,\"$1,001 - $15,000\",--,R,l\n"
        "07/02/2020,Self,BA,X,Stock,Exchange,\"$1,001 - $15,000\",--,R,l\n",
        {u("senate senate_sell BYND 75000.5 2020-11-10T05:00:00Z 2020-12-26T05:00:00Z estimated day "
           "{\"amount\":\"$50,001 - "
           "$100,000\",\"asset_type\":\"Stock\",\"link\":\"l\",\"owner\":\"Spouse\",\"senator\":\"R\","
           "\"type\":\"Sale (Full)\"}"),
         u("senate senate_buy BA 8000.5 2020-07-01T04:00:00Z 2020-08-16T04:00:00Z estimated day "
           "{\"amount\":\"$1,001 - "
           "$15,000\",\"asset_type\":\"Stock\",\"link\":\"l\",\"owner\":\"Self\",\"senator\":\"R\",\"type\":"
           "\"Purchase\"}")},
        "1 ticker is empty or marked missing|1 type has a word that the preset does not know");
    row("index changes in lists", "date,add,remove\n2019-06-03,\"CTVA,DD\",\"FLR\"\n",
        {u("sp500 index_addition CTVA - 2019-06-03T04:00:00Z 2019-06-04T04:00:00Z published day "
           "{\"index\":\"SP500\"}"),
         u("sp500 index_addition DD - 2019-06-03T04:00:00Z 2019-06-04T04:00:00Z published day "
           "{\"index\":\"SP500\"}"),
         u("sp500 index_removal FLR - 2019-06-03T04:00:00Z 2019-06-04T04:00:00Z published day "
           "{\"index\":\"SP500\"}")});
    row("spells of membership",
        "ticker,start_date,end_date\nA,2000-06-05,\nOLD,1996-01-02,1997-01-15\nSTAY,1996-01-02,\n",
        {u("sp500 index_addition A - 2000-06-05T04:00:00Z 2000-06-06T04:00:00Z published day "
           "{\"index\":\"SP500\"}"),
         u("sp500 index_removal OLD - 1997-01-15T05:00:00Z 1997-01-16T05:00:00Z published day "
           "{\"index\":\"SP500\"}")},
        "1 the row holds no value");
    row("FRED, named by its column", "DATE,GVZCLS\n2020-01-02,12.5\n2020-01-03,.\n2020-01-06,13\n",
        {u("fred macro_observation GVZCLS 12.5 2020-01-02T05:00:00Z 2020-01-04T05:00:00Z estimated day "),
         u("fred macro_observation GVZCLS 13 2020-01-06T05:00:00Z 2020-01-08T05:00:00Z estimated day "),
         u("fred gvzcls_release GVZCLS 12.5 2020-01-02T05:00:00Z 2020-01-04T05:00:00Z estimated day "
           "{\"actual\":12.5}"),
         u("fred gvzcls_release GVZCLS 13 2020-01-06T05:00:00Z 2020-01-08T05:00:00Z estimated day "
           "{\"actual\":13,\"change\":0.5,\"previous\":12.5}")},
        "1 GVZCLS is empty or marked missing");
    row("FRED-MD is revised and says so", "sasdate,RPI,W875RX1\nTransform:,5,5\n1/1/1959,2583.56,\n",
        {u("fred_md macro_observation RPI 2583.56 1959-01-01T05:00:00Z 1959-04-04T05:00:00Z estimated day "
           "{\"revised\":true}"),
         u("fred_md rpi_release RPI 2583.56 1959-01-01T05:00:00Z 1959-04-04T05:00:00Z estimated day "
           "{\"actual\":2583.56,\"revised\":true}")},
        "1 transformation codes, not values");
    row("petroleum status, after Labour Day",
        "period,id,name,value\n2016-09-02,WCESTUS1,Crude,511000\n2016-09-02,SUM,Sum,1\n2016-08-26,WCESTUS1,"
        "Crude,525000\n",
        {u("eia wcestus1_release WCESTUS1 511000 2016-09-02T04:00:00Z 2016-09-08T14:30:00Z scheduled instant "
           "{\"actual\":511000,\"change\":-14000,\"previous\":525000}"),
         u("eia wcestus1_release WCESTUS1 525000 2016-08-26T04:00:00Z 2016-08-31T14:30:00Z scheduled instant "
           "{\"actual\":525000}")},
        "1 a sum made by the repository, not a series of the EIA");
    row("geopolitical risk with thousands",
        "DAY,N10D,GPRD,GPRD_ACT,GPRD_THREAT,date,GPRD_MA30,GPRD_MA7,event,,\n20010925,800,\"1,045.60\",500,"
        "600,9/25/2001,400,900,,,\n",
        {u("gpr geopolitical_risk WORLD 1045.6 2001-09-25T04:00:00Z 2001-10-17T04:00:00Z estimated day "
           "{\"acts\":500,\"articles\":800,\"mean_30\":400,\"mean_7\":900,\"threats\":600}")});
    row("the calendar", "Id,Start,Name,Impact,Currency\nx,07/03/2014 12:30:00,Nonfarm Payrolls,HIGH,USD\n",
        {u("economic_calendar us_nonfarm_payrolls US - 2014-07-03T12:30:00Z 2014-07-03T12:30:00Z scheduled "
           "instant "
           "{\"currency\":\"USD\",\"impact\":\"high\"}")});
    row("a prediction market",
        "market_id,token_id,outcome,question,timestamp,price\n1,77,Yes,Will it rain in U.S.?,2023-02-22 "
        "00:00:19,0.25\n"
        "1,78,No,Will it rain in U.S.?,2023-02-22 00:00:19,0.75\n",
        {u("polymarket market_probability will-it-rain-in-us 0.25 2023-02-22T00:00:19Z 2023-02-22T00:00:19Z "
           "published instant "
           "{\"market\":\"1\",\"outcome\":\"Yes\"}")},
        "1 the No side: the complement of the Yes price");
    row("a month of oil news", "Date,Oil supply surprise series,Oil supply news shock\n1975M02,0.0,0.5\n",
        {u("kaenzig oil_supply_surprise OPEC 0 1975-02-28T04:00:00Z 1975-03-02T04:00:00Z estimated day "),
         u("kaenzig oil_supply_news_shock OPEC 0.5 1975-02-28T04:00:00Z 1975-03-02T04:00:00Z estimated day "
           "{\"full_sample\":true}")});
    row("headlines in New York time",
        "Headlines,Time,Description\r\nA headline,\" 7:51  PM ET Fri, 17 July 2020\",More\r\n,,\r\n",
        {u("cnbc news_headline  - 2020-07-17T23:51:00Z 2020-07-17T23:51:00Z published instant "
           "{\"description\":\"More\"}")},
        "1 Time is empty or marked missing");
    row("gold headlines, one of the year 0201",
        "Dates,URL,News,Price Direction Up,Price Direction Constant,Price Direction Down,Asset "
        "Comparision,Past Information,Future "
        "Information,Price Sentiment\n28-01-2016,u,gold down,0,0,1,0,1,0,negative\n0201-04-27,v,gold "
        "up,1,0,0,0,1,0,positive\n",
        {u("gold_news news_headline GOLD -1 2016-01-28T05:00:00Z 2016-01-29T05:00:00Z published day "
           "{\"comparison\":false,\"future\":false,\"past\":true,\"url\":\"u\"}")},
        "1 Dates is before 1800 or after 2199, so probably mistyped");
}

void tst_Mapping::mapsEvents()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, events);
    QFETCH(QString, refused);
    auto result =
        mapped(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), ImportWhat::Events);
    VERIFY_OK(result);
    QStringList found;
    for (const Event &event : result->batch.events)
        found << shown(event);
    QCOMPARE(found, events);
    QStringList reasons;
    for (const Refusal &refusal : result->refusals)
        reasons << QString::number(refusal.count) + QLatin1Char(' ') + refusal.reason;
    reasons.sort();
    QCOMPARE(reasons.join(QLatin1Char('|')), refused);
    for (const Event &event : result->batch.events) {
        QCOMPARE(event.parser, result->preset);
        const bool isSecond = event.parser == "foreshock-events" || event.parser == "usgs-earthquakes";
        QCOMPARE(event.parserVersion, isSecond ? 2001 : 1001);
        QVERIFY(event.ingestedAt == Instant(5));
    }
}

void tst_Mapping::namesEventsByTheirNativeId()
{
    auto quake =
        mapped("time,latitude,longitude,depth,mag,magType,nst,gap,dmin,rms,net,id,updated,place,type,status\n"
               "2011-03-11T05:46:24.120Z,1,2,3,9.1,mww,,,,,us,us7000abcd,,Japan,earthquake,\n",
               ImportWhat::Events);
    VERIFY_OK(quake);
    QVERIFY(quake->batch.events[0].id == core::base::eventId("usgs", "us7000abcd"));
    auto membership = mapped("ticker,start_date,end_date\nA,2000-06-05,2001-06-05\n", ImportWhat::Events);
    VERIFY_OK(membership);
    QVERIFY(membership->batch.events[0].id == core::base::eventId("sp500", "A|2000-06-05|index_addition"));
    QVERIFY(membership->batch.events[1].id == core::base::eventId("sp500", "A|2000-06-05|index_removal"));
    auto piped = mapped("ticker,start_date,end_date\nA|B\\,2000-06-05,2001-06-05\n", ImportWhat::Events);
    VERIFY_OK(piped);
    QVERIFY(piped->batch.events[0].id == core::base::eventId("sp500", "A\\|B\\\\|2000-06-05|index_addition"));
}

void tst_Mapping::releasesInAnyOrderOfRows()
{
    auto gas = mapped(",period,value,diff\n0,2019-01-25,2197,\n1,2019-01-11,2533,336.0\n2,2019-01-18,2370,-"
                      "99\n3,2019-03-01,1390,0\n",
                      ImportWhat::Events);
    VERIFY_OK(gas);
    const auto &events = gas->batch.events;
    QCOMPARE(events.size(), std::size_t(4));
    QCOMPARE(events[0].metadata, std::string("{\"actual\":2197,\"change\":-173,\"previous\":2370}"));
    QCOMPARE(events[1].metadata, std::string("{\"actual\":2533}"));
    QCOMPARE(events[2].metadata, std::string("{\"actual\":2370,\"change\":-163,\"previous\":2533}"));
    QCOMPARE(events[3].metadata, std::string("{\"actual\":1390}")); // weeks are missing before it
    QCOMPARE(toIso(events[0].knownAt), std::string("2019-01-31T15:30:00Z"));
}

void tst_Mapping::dailyBarsCloseWithTheExchange()
{
    auto prices =
        mapped("Ticker,Date,Open,High,Low,Close,Adj Close,Volume\nSPY,2019-07-03,1,2,0.5,1.5,1.4,100\n"
               "SPY,2019-07-05,1,2,0.5,1.6,1.4,100\nAAA,2019-12-02,1,2,0.5,1.6,1.4,\n",
               ImportWhat::Bars);
    VERIFY_OK(prices);
    const BarBatch &bars = prices->batch.bars;
    QCOMPARE(bars.size(), std::size_t(3));
    QCOMPARE(toIso(Instant(bars.ts[0])), std::string("2019-07-03T13:30:00Z"));
    QCOMPARE(toIso(Instant(bars.tsEnd[0])),
             std::string("2019-07-03T17:00:00Z")); // the early close before the holiday
    QCOMPARE(toIso(Instant(bars.tsEnd[1])), std::string("2019-07-05T20:00:00Z"));
    QCOMPARE(toIso(Instant(bars.tsEnd[2])), std::string("2019-12-02T21:00:00Z"));
    QCOMPARE(bars.symbols[bars.symbol[2]], std::string("AAA"));
    QCOMPARE(bars.adjClose[0], 1.4);
    QVERIFY(std::isnan(bars.volume[2]));
    QCOMPARE(prices->batch.instruments.size(), std::size_t(2));
}

void tst_Mapping::fixingsCloseAtTheirHour()
{
    auto euro = mapped("date,value\n2011-03-11,1.3852\n2011-03-14,\n2011-03-15,1.39\n", ImportWhat::Bars,
                       "DEXUSEU.csv.gz", "DEXUSEU");
    VERIFY_OK(euro);
    QCOMPARE(euro->batch.bars.size(), std::size_t(2));
    QCOMPARE(euro->batch.bars.symbols[0], std::string("DEXUSEU"));
    QCOMPARE(toIso(Instant(euro->batch.bars.tsEnd[0])),
             std::string("2011-03-11T17:00:00Z")); // noon, winter time
    QCOMPARE(toIso(Instant(euro->batch.bars.tsEnd[1])),
             std::string("2011-03-15T16:00:00Z")); // noon, summer time
    QVERIFY(std::isnan(euro->batch.bars.open[0]));
    auto yield = mapped("date,dgs3mo\n2011-03-11,0.1\n", ImportWhat::Bars);
    VERIFY_OK(yield);
    QCOMPARE(yield->batch.bars.symbols[0], std::string("DGS3MO"));
    QCOMPARE(toIso(Instant(yield->batch.bars.tsEnd[0])), std::string("2011-03-11T20:30:00Z"));
    auto factors = mapped("Date,Mkt-RF,SMB,HML,RF\n20110311,0.10,-99.99,-0.27,0.009\n", ImportWhat::Bars);
    VERIFY_OK(factors);
    QCOMPARE(factors->batch.bars.size(), std::size_t(3));
    QCOMPARE(factors->batch.bars.symbols[0], std::string("FF3.Mkt-RF"));
    QCOMPARE(factors->refusals.size(), std::size_t(1));
}

void tst_Mapping::barsOfClosedDaysKeepRegularHours()
{
    auto weekend = mapped("Ticker,Date,Open,High,Low,Close,Volume\nBTC,2020-02-01,1,2,0.5,1.5,100\nXLE,2020-"
                          "02-01,1,2,0.5,1.5,100\n",
                          ImportWhat::Bars, "etf_index.csv");
    VERIFY_OK(weekend);
    const BarBatch &bars = weekend->batch.bars;
    QCOMPARE(toIso(Instant(bars.ts[0])), std::string("2020-02-01T00:00:00Z")); // crypto: the day in UTC
    QCOMPARE(toIso(Instant(bars.tsEnd[0])), std::string("2020-02-02T00:00:00Z"));
    QCOMPARE(toIso(Instant(bars.tsEnd[1])), std::string("2020-02-01T21:00:00Z"));
}

void tst_Mapping::minuteBarsTakeTheMiddle()
{
    auto fx = mapped(
        "Ticker,Venue,DateTime_UTC,BidOpen,BidHigh,BidLow,BidClose,AskOpen,AskHigh,AskLow,AskClose,Volume\n"
        "EURUSD,oanda,2014-05-01 00:00:00,1,1,1,1,2,2,2,3,\nBTCUSD,coinbase,2014-05-01 "
        "00:00:00,5,5,5,7,,,,,9\n",
        ImportWhat::Bars);
    VERIFY_OK(fx);
    QCOMPARE(fx->batch.bars.close[0], 2.0);
    QCOMPARE(fx->batch.bars.close[1], 7.0);
    QCOMPARE(toIso(Instant(fx->batch.bars.tsEnd[0])), std::string("2014-05-01T00:01:00Z"));
    auto quotes = mapped(
        "Ticker,DateTime_NewYork,BidOpen,BidHigh,BidLow,BidClose,BidSize,AskOpen,AskHigh,AskLow,AskClose,"
        "AskSize\n"
        "AAPL,2014-06-05 04:00:00,1,1,1,1,100,3,3,3,3,100\nAAPL,2014-06-05 04:01:00,1,1,1,1,100,,,,,\n",
        ImportWhat::Bars);
    VERIFY_OK(quotes);
    QCOMPARE(quotes->batch.bars.size(), std::size_t(1));
    QCOMPARE(quotes->batch.bars.symbols[0], std::string("AAPL.MID"));
    QCOMPARE(toIso(Instant(quotes->batch.bars.ts[0])), std::string("2014-06-05T08:00:00Z"));
}

void tst_Mapping::factorRowsBecomeActions()
{
    auto factors =
        mapped("Ticker,date,price_factor,split_factor,reference_price\nAAPL,19980102,0.8613657,0.00892857,1\n"
               "AAPL,20000620,0.8613657,0.00892857,101\nAAPL,20050225,0.8613657,0.01785710,88.97\n"
               "AAPL,20120808,0.9,0.0357143,619\nAAPL,20501231,1,0.0357143,0\nIBM,20501231,1,1,0\n",
               ImportWhat::Bars);
    VERIFY_OK(factors);
    const auto &actions = factors->batch.actions;
    QCOMPARE(actions.size(), std::size_t(4));
    QCOMPARE(toIso(actions[0].effective), std::string("2000-06-21T04:00:00Z"));
    QVERIFY(actions[0].kind == core::domain::ActionKind::Split);
    QCOMPARE(actions[0].factor, 0.5); // from seven digits
    QCOMPARE(actions[1].factor, 0.5);
    QVERIFY(actions[2].kind == core::domain::ActionKind::Dividend);
    QCOMPARE(actions[2].factor, 0.8613657 / 0.9);
    QCOMPARE(actions[3].factor, 0.9);
}

void tst_Mapping::quotesKeepTheSideThatIsThere()
{
    auto quotes =
        mapped("Ticker,DateTime_NewYork,BidPrice,BidSize,AskPrice,AskSize,Exchange,SaleCondition,Suspicious\n"
               "IBM,2013-10-07 04:00:00.054,,0,183.63,100,Q,1,0\nIBM,2013-10-07 04:00:00.055,,0,,0,Q,1,0\n",
               ImportWhat::Ticks);
    VERIFY_OK(quotes);
    QCOMPARE(quotes->batch.quotes.size(), std::size_t(1));
    QVERIFY(std::isnan(quotes->batch.quotes[0].bid) && std::isnan(quotes->batch.quotes[0].bidSize));
    QCOMPARE(quotes->batch.quotes[0].ask, 183.63);
    QCOMPARE(toIso(quotes->batch.quotes[0].ts), std::string("2013-10-07T08:00:00.054000Z"));
    auto trades = mapped("Ticker,DateTime_NewYork,Price,Size,Exchange,SaleCondition,Suspicious\nAIG,2013-10-"
                         "07 04:00:00.688,49.18,300,P,2000,1\n",
                         ImportWhat::Ticks);
    VERIFY_OK(trades);
    QCOMPARE(trades->batch.ticks[0].condition, std::string("2000"));
    QCOMPARE(trades->batch.ticks[0].flag, 1);
}

void tst_Mapping::instrumentsCarryTheirSector()
{
    auto sectors = mapped("Sector,Symbol,Company\nEnergy,XOM,Exxon Mobil\n", ImportWhat::Bars);
    VERIFY_OK(sectors);
    QCOMPARE(sectors->batch.instruments.size(), std::size_t(1));
    QCOMPARE(sectors->batch.instruments[0].sector, std::string("Energy"));
    QCOMPARE(sectors->batch.instruments[0].name, std::string("Exxon Mobil"));
}

void tst_Mapping::aBadCellOfAWideFileIsRefusedAlone()
{
    auto wide = mapped("Date,NATURAL GAS,GOLD,WTI CRUDE,BRENT "
                       "CRUDE\n2020-04-20,1.9,1700,-37.63,\n2020-04-21,x,1701,10,1e999\n2020-04-22,,,,\n",
                       ImportWhat::Bars);
    VERIFY_OK(wide);
    QCOMPARE(wide->batch.bars.size(), std::size_t(5));
    QCOMPARE(wide->batch.bars.close[2], -37.63);
    QCOMPARE(wide->refusals.size(), std::size_t(3));
}

void tst_Mapping::survivesRandomRowsOfEveryPreset()
{
    auto presets = PresetList::load();
    VERIFY_OK(presets);
    std::mt19937 random(3);
    static constexpr const char *kCells[] = {"",
                                             "1",
                                             "-1e9",
                                             "2020-02-30",
                                             "2020-01-02",
                                             "20200102",
                                             "NA",
                                             "nan",
                                             "1,000",
                                             "é",
                                             "\xF0\x9F\x8C\x8B",
                                             "Purchase",
                                             "9999999999999999999",
                                             "--",
                                             "01/02/2020",
                                             "2020-01-02 10:00:00",
                                             "A,B,,C",
                                             "W",
                                             "1"};
    for (const Preset &preset : presets->all()) {
        std::vector<std::string> header;
        for (const auto &names : preset.header.columns)
            header.push_back(names[0]);
        for (const std::string &column : preset.jsonColumns())
            header.push_back(column);
        auto mapper = Mapper::bind(preset, header, {});
        VERIFY_OK(mapper);
        Batch batch;
        for (int i = 0; i < 300; ++i) {
            std::vector<std::string_view> fields;
            for (std::size_t column = 0; column < header.size(); ++column)
                fields.emplace_back(kCells[random() % std::size(kCells)]);
            if (random() % 50 == 0)
                fields.pop_back();
            mapper->row(fields, static_cast<std::uint64_t>(i), batch);
        }
        mapper->finish(batch);
        for (const Event &event : batch.events)
            QVERIFY2(event.timestamp.isValid() && event.knownAt.isValid() && !event.eventType.empty(),
                     preset.name.c_str());
    }
}

QTEST_APPLESS_MAIN(tst_Mapping)
#include "tst_mapping.moc"
