// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A new user without a key: the starter sources are switched on in an empty workspace, a server on loopback
// answers for their hosts, and what was collected is asked what moves the 10-year yield. Everything but the
// stand-in for the web is the program itself.
#include "core/base/text.h"
#include "core/ingest/webfetcher.h"
#include "core/workbench/collecting.h"
#include "tests/cli/program.h"
#include "tests/support/standin.h"
#include "tests/unit/net/netfixture.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace core;
using base::Date;
using base::Instant;
using std::chrono::days;
using tests::Ran;
using tests::run;
using tests::words;

namespace {

constexpr int kYears = 2;
constexpr days kBeginning(19'700); ///< of the yields, in 2023

/// On another stream of chances: small quakes know nothing of yields.
constexpr std::int64_t kOther = 1'000'000;

/// -1 … 1, the same for the same number (SplitMix64).
double chance(std::int64_t number)
{
    std::uint64_t bits = static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15ULL;
    bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBULL;
    bits ^= bits >> 31U;
    return static_cast<double>(bits >> 40U) / static_cast<double>(1U << 23U) - 1;
}

bool isWorkday(Date day)
{
    const std::chrono::weekday name(day);
    return name != std::chrono::Saturday && name != std::chrono::Sunday;
}

/// One workday in fourteen has a great quake.
bool shakes(Date day)
{
    return isWorkday(day) && chance(day.time_since_epoch().count() + 2 * kOther) > 1 - 2 / 14.0;
}

/// Wanders, and jumps by 15 basis points on the day of a great quake: what the study is to find.
double yieldOn(Date day)
{
    double level = 4;
    for (Date at(kBeginning); at <= day; at += days(1))
        level += isWorkday(at)
                     ? 0.03 * chance(at.time_since_epoch().count()) + (shakes(at) ? 0.15 : 0) - 0.15 / 14
                     : 0;
    return level;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 4);
}

Date dateOf(const QUrlQuery &query, const char *name, Date otherwise)
{
    const auto day = base::parseDate(query.queryItemValue(QLatin1String(name)).left(10).toStdString());
    return day ? *day : otherwise;
}

QByteArray quakes(Date from, Date to)
{
    QByteArrayList features;
    const auto add = [&features](Date day, double magnitude, const char *kind) {
        const auto noon = Instant(day) + std::chrono::hours(12);
        features +=
            R"({"type":"Feature","properties":{"mag":)" + number(magnitude) +
            R"(,"place":"40 km E of Sendai, Japan","time":)" +
            QByteArray::number(qint64(noon.micros() / 1000)) +
            R"(,"type":"earthquake"},"geometry":{"type":"Point","coordinates":[142.1,38.3,30]},"id":"us)" +
            QByteArray::number(qint64(day.time_since_epoch().count())) + kind + R"("})";
    };
    for (Date day = from; day <= to; day += days(1)) {
        add(day, 4.5 + chance(day.time_since_epoch().count() + kOther) / 4, "small");
        if (shakes(day))
            add(day, 6.8, "great");
    }
    return R"({"type":"FeatureCollection","features":[)" + features.join(',') + "]}";
}

QByteArray graph(const QUrlQuery &query, Date today)
{
    const QByteArray id = query.queryItemValue(QStringLiteral("id")).toUtf8();
    QByteArray table = "observation_date," + id + '\n';
    for (Date day = dateOf(query, "cosd", today - days(10));
         day < std::min(dateOf(query, "coed", today), today); day += days(1)) {
        if (isWorkday(day))
            table += QByteArray::fromStdString(base::toIso(day)) + ',' +
                     (day.time_since_epoch().count() % 61 == 0 ? QByteArray() : number(yieldOn(day))) + '\n';
    }
    return table;
}

QByteArray curve(Date today)
{
    QByteArray table = "Date,\"1 Mo\",\"2 Yr\",\"10 Yr\"\n";
    for (Date day = today - days(1); day > today - days(30); day -= days(1)) {
        const std::chrono::year_month_day civil(day);
        if (isWorkday(day) && civil.year() == std::chrono::year_month_day(today).year())
            table +=
                QByteArray::fromStdString(base::toIso(day)) + ",4.40,4.20," + number(yieldOn(day)) + '\n';
    }
    return table;
}

QByteArray rates(Date today)
{
    QByteArray xml =
        R"(<?xml version="1.0"?><gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" )"
        R"(xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube>)";
    for (Date day = today - days(1); day > today - days(90); day -= days(1)) {
        if (isWorkday(day))
            xml += "<Cube time=\"" + QByteArray::fromStdString(base::toIso(day)) +
                   "\"><Cube currency=\"USD\" rate=\"" +
                   number(1.1 + chance(day.time_since_epoch().count()) / 100) +
                   R"("/><Cube currency="JPY" rate="161.2"/></Cube>)";
    }
    return xml + "</Cube></gesmes:Envelope>";
}

QByteArray ohlc(const QUrlQuery &query, Date today)
{
    QByteArrayList candles;
    for (Date day = today - days(100); day <= today; day += days(1)) {
        const QByteArray price = number(60'000 + 500 * chance(day.time_since_epoch().count()));
        candles += '[' + QByteArray::number(qint64(Instant(day).micros() / 1'000'000)) + ",\"" + price +
                   "\",\"61000\",\"59000\",\"" + price + "\",\"" + price + "\",\"12.5\",321]";
    }
    return R"({"error":[],"result":{")" + query.queryItemValue(QStringLiteral("pair")).toUtf8() + "\":[" +
           candles.join(',') + R"(],"last":1}})";
}

QByteArray candles(const QUrlQuery &query, Date today)
{
    QByteArrayList list;
    for (Date day = dateOf(query, "end", today); day >= dateOf(query, "start", today); day -= days(1))
        list += '[' + QByteArray::number(qint64(Instant(day).micros() / 1'000'000)) +
                ",59000,61000,60000,60100,8.25]";
    return '[' + list.join(',') + ']';
}

} // namespace

class TestCliStarter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fillsAnEmptyWorkspace();
    void everySourceIsFresh();
    void asksPolitely();
    void tellsWhatMovesTheYield();
    void collectingAgainAddsNothing();

private:
    [[nodiscard]] Ran here(const QStringList &arguments) const
    {
        return run(QStringList{QStringLiteral("-w"), m_workspace} + arguments);
    }
    [[nodiscard]] Ran here(const char *line) const { return here(words(line)); }
    void answer(Peer &peer) const;
    base::Result<ingest::CollectorReport> collectOnce();
    [[nodiscard]] int bars(const char *symbol) const
    {
        return int(here({QStringLiteral("--json"), QStringLiteral("bars"), QStringLiteral("show"),
                         QLatin1String(symbol)})
                       .json()
                       .value(QStringLiteral("bars"))
                       .toArray()
                       .size());
    }

    NetFixture m_net;
    std::unique_ptr<HostileServer> m_server;
    QString m_workspace;
    Date m_today;
    const QStringList m_starters = words("coinbase ecb fred kraken treasury usgs");
};

void TestCliStarter::answer(Peer &peer) const
{
    const qsizetype query = peer.path.indexOf('?');
    const QByteArray path = query < 0 ? peer.path : peer.path.left(query);
    const QUrlQuery asked(QString::fromUtf8(query < 0 ? QByteArray() : peer.path.mid(query + 1)));
    const QByteArray source = path.split('/').value(1);
    QByteArray body;
    if (source == "usgs")
        body =
            quakes(dateOf(asked, "starttime", m_today), std::min(dateOf(asked, "endtime", m_today), m_today));
    else if (source == "fred")
        body = graph(asked, m_today);
    else if (source == "treasury")
        body = curve(m_today);
    else if (source == "ecb")
        body = rates(m_today);
    else if (source == "kraken")
        body = ohlc(asked, m_today);
    else if (source == "coinbase")
        body = candles(asked, m_today);
    peer.answer(body.isEmpty() ? 404 : 200, body, {"Content-Type: application/octet-stream"});
}

base::Result<ingest::CollectorReport> TestCliStarter::collectOnce()
{
    const auto bench = workbench::Workbench::open(m_workspace.toStdString(), m_net.clock);
    if (!bench)
        return bench.error();
    StandIn standIn(m_net.client(), m_server->url(""));
    workbench::CollectJob job;
    job.fetcher = std::make_shared<ingest::WebFetcher>(standIn, m_net.clock, ingest::WebFetcher::LimitHost());
    job.once = true;
    job.contact = "tester@example.org";
    return workbench::collect(**bench, job, {});
}

void TestCliStarter::initTestCase()
{
    m_workspace = m_net.folder.filePath(QStringLiteral("workspace"));
    m_today = m_net.clock.now().utcDay();
    m_server =
        std::make_unique<HostileServer>([this](Peer &peer) { answer(peer); }, m_net.certificates.good());
    EXITS_WITH(run(words("workspace init --seal none") + QStringList{m_workspace}), 0);
    const QJsonArray all = here("--json sources list").json().value(QStringLiteral("sources")).toArray();
    for (const QString &name : m_starters) {
        const auto found = std::ranges::find_if(
            all, [&](const QJsonValue &one) { return one[QStringLiteral("source")] == name; });
        QVERIFY2(found != all.end() && (*found)[QStringLiteral("starter")].toBool(), qPrintable(name));
        EXITS_WITH(here({QStringLiteral("sources"), QStringLiteral("enable"), name}), 0);
    }
    const QString from = QString::fromStdString(base::toIso(m_today - days(365 * kYears)));
    for (const char *name : {"usgs", "fred", "coinbase"})
        EXITS_WITH(here({QStringLiteral("ingest"), QStringLiteral("backfill"), QLatin1String(name),
                         QStringLiteral("--from"), from}),
                   0);
}

void TestCliStarter::fillsAnEmptyWorkspace()
{
    const auto report = collectOnce();
    VERIFY_OK(report);
    QVERIFY2(report->faults == 0, here("sources list").said());
    QCOMPARE(report->failed, std::uint64_t(0));
    QVERIFY(report->stored > 5'000);
    const Ran counted = here("--json events count entity==JP");
    EXITS_WITH(counted, 0);
    int quakes = 0; // one a day, and the great ones
    for (Date day = m_today - days(365 * kYears); day <= m_today; day += days(1))
        quakes += shakes(day) ? 2 : 1;
    QCOMPARE(counted.json().value(QStringLiteral("total")).toInt(), quakes);
    for (const char *symbol : {"DGS10", "DGS2", "DEXUSEU", "VIXCLS"})
        QVERIFY2(bars(symbol) > 500, symbol);
    QCOMPARE(bars("XBTUSD"), 100); // the one that is still being made is left out
    for (const char *symbol : {"EURUSD", "EURJPY", "UST10Y", "ETHUSD", "BTC-USD", "ETH-USD"})
        QVERIFY2(bars(symbol) > 0, symbol);
    EXITS_WITH(here("workspace verify"), 0);
}

void TestCliStarter::everySourceIsFresh()
{
    const QJsonArray all = here("--json sources list").json().value(QStringLiteral("sources")).toArray();
    int fresh = 0;
    for (const QJsonValue &one : all) {
        const QString name = one[QStringLiteral("source")].toString();
        const QString state = one[QStringLiteral("state")].toString();
        QCOMPARE(state == QStringLiteral("off"), !m_starters.contains(name));
        // usgs is asked each minute, so that it may be due again by now
        fresh += state == QStringLiteral("fresh") ||
                         (state == QStringLiteral("due") && name == QStringLiteral("usgs"))
                     ? 1
                     : 0;
        const QString fault = one[QStringLiteral("fault")].toString();
        QVERIFY2(fault.isEmpty(), qPrintable(name + QStringLiteral(": ") + fault));
    }
    QCOMPARE(fresh, m_starters.size());
}

void TestCliStarter::asksPolitely()
{
    const auto requests = m_server->requests();
    QVERIFY(requests.size() > 20);
    for (const auto &request : requests)
        QVERIFY2(request.headers.value("user-agent").contains("tester@example.org"),
                 request.path.constData());
}

void TestCliStarter::tellsWhatMovesTheYield()
{
    QFile study(m_net.folder.filePath(QStringLiteral("yield.json")));
    QVERIFY(study.open(QIODevice::WriteOnly));
    study.write(R"({ "name": "What moves the 10-year yield?",
  "events": [{"name": "great quakes", "filter": "source == usgs and value >= 6"},
             {"name": "weak quakes", "filter": "source == usgs and value < 4.5"}],
  "assets": ["DGS10"],
  "returns": {"kind": "diff", "model": "raw"},
  "windows": [[0, 0], [1, 1], [-5, -1]] })");
    study.close();
    const Ran ran =
        here({QStringLiteral("--json"), QStringLiteral("study"), QStringLiteral("run"), study.fileName()});
    EXITS_WITH(ran, 0);
    QVERIFY2(!ran.json().value(QStringLiteral("result_hash")).toString().isEmpty(), ran.said());
    bool isFound = false;
    for (const QJsonValue &finding : ran.json().value(QStringLiteral("findings")).toArray()) {
        const bool isPlanted = finding[QStringLiteral("event")] == QStringLiteral("great quakes") &&
                               finding[QStringLiteral("window")] == QJsonArray{0, 0};
        const QString tier = finding[QStringLiteral("tier")].toString();
        QVERIFY2(!isPlanted || tier == QStringLiteral("significant"), ran.said());
        QVERIFY2(isPlanted || tier != QStringLiteral("significant"), ran.said());
        isFound = isFound || isPlanted;
    }
    QVERIFY2(isFound, ran.said());
}

void TestCliStarter::collectingAgainAddsNothing()
{
    const Ran before = here("--json events count entity==JP");
    const int yields = bars("DGS10");
    for (const QString &name : m_starters)
        EXITS_WITH(here({QStringLiteral("sources"), QStringLiteral("enable"), name}), 0); // due at once
    const auto report = collectOnce();
    VERIFY_OK(report);
    QCOMPARE(report->faults, std::uint64_t(0));
    QCOMPARE(report->stored, std::uint64_t(0));
    QCOMPARE(here("--json events count entity==JP").json(), before.json());
    QCOMPARE(bars("DGS10"), yields);
}

QTEST_GUILESS_MAIN(TestCliStarter)
#include "tst_clistarter.moc"
