// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/store/lease.h"
#include "core/store/workspace.h"
#include "tests/cli/program.h"
#include "tests/support/check.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <csignal>

using tests::missingKeys;
using tests::Ran;
using tests::run;
using tests::words;

namespace {

constexpr const char *kQuakes =
    R"({"type":"FeatureCollection","features":[)"
    R"({"type":"Feature","properties":{"mag":6.1,"place":"12 km E of Sendai, Japan","time":1300000000000,"type":"earthquake"},"id":"us1"},)"
    R"({"type":"Feature","properties":{"mag":"much","place":"Nowhere","time":1300000001000,"type":"earthquake"},"id":"us2"}]})";

} // namespace

/// Sources and collecting on the command line, without a network.
class TestCliCollect final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void listsEverySource();
    void switchesASourceOnAndOff();
    void replaysAFolderOnce();
    void tellsFiguresOfEachSource();
    void proposesLagRules();
    void readsASourceAnew();
    void addsASourceOfYourOwn();
    void queuesABackfill();
    void refusesWithOneSentence_data();
    void refusesWithOneSentence();
    void namesWhoCollects();
    void twoProgramsDoNotMeet();
    void letsGoWhenItIsAsked();
    void tellsAboutKeys();
    void tellsAboutTheService();

private:
    [[nodiscard]] Ran here(const char *line) const
    {
        return run(QStringList{QStringLiteral("-w"), m_workspace} + words(line));
    }

    QTemporaryDir m_folder;
    QString m_workspace;
};

void TestCliCollect::initTestCase()
{
    m_workspace = m_folder.filePath(QStringLiteral("workspace"));
    EXITS_WITH(run({QStringLiteral("workspace"), QStringLiteral("init"), m_workspace}), 0);
}

void TestCliCollect::listsEverySource()
{
    const Ran ran = here("--json sources list");
    EXITS_WITH(ran, 0);
    const QJsonArray sources = ran.json().value(QStringLiteral("sources")).toArray();
    QVERIFY2(sources.size() >= 25, ran.said());
    QString last;
    for (const QJsonValue &value : sources) {
        const QJsonObject source = value.toObject();
        QCOMPARE(missingKeys(source, "source title about licence needs_key missing_keys enabled state cadence_seconds "
                                     "last_success next rows_today waiting failed fault remedy series quota"),
                 QStringList());
        const QString name = source.value(QStringLiteral("source")).toString();
        QVERIFY2(name > last, qPrintable(name));
        last = name;
        QCOMPARE(source.value(QStringLiteral("state")).toString(), QStringLiteral("off"));
        for (const char *key : {"title", "about", "licence"})
            QVERIFY2(!source.value(QLatin1String(key)).toString().isEmpty(), qPrintable(name));
    }
    const Ran shown = here("sources show eia");
    EXITS_WITH(shown, 0);
    QVERIFY2(shown.out.contains("key: missing"), shown.said());
}

void TestCliCollect::switchesASourceOnAndOff()
{
    EXITS_WITH(here("sources enable usgs --option min_magnitude=5"), 0);
    QVERIFY(here("--json sources show usgs").json().value(QStringLiteral("enabled")).toBool());
    QCOMPARE(here("--json sources show usgs").json().value(QStringLiteral("state")).toString(), QStringLiteral("due"));
    EXITS_WITH(here("sources disable usgs"), 0);
    QVERIFY(!here("--json sources show usgs").json().value(QStringLiteral("enabled")).toBool());
}

void TestCliCollect::replaysAFolderOnce()
{
    QDir(m_folder.path()).mkpath(QStringLiteral("usgs"));
    const auto put = [this](const char *name, const QByteArray &bytes) {
        QFile file(m_folder.filePath(QStringLiteral("usgs/") + QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    };
    put("feed.json", kQuakes);
    put("portal.html", "<html>Please log in: \"Feature\" \"type\"</html>");
    put("readme.txt", "nothing of theirs");
    const QString folder = m_folder.filePath(QStringLiteral("usgs"));
    const Ran first = run({QStringLiteral("-w"), m_workspace, QStringLiteral("--json"), QStringLiteral("ingest"),
                           QStringLiteral("run"), QStringLiteral("--replay"), folder});
    EXITS_WITH(first, 0);
    QCOMPARE(first.json().value(QStringLiteral("stored")).toInt(), 1);
    QCOMPARE(first.json().value(QStringLiteral("refused")).toInt(), 1);
    const QJsonArray files = first.json().value(QStringLiteral("files")).toArray();
    QCOMPARE(files.size(), 3);
    const QJsonObject refusal =
        files[0].toObject().value(QStringLiteral("refusals")).toArray().at(0).toObject();
    QCOMPARE(refusal.value(QStringLiteral("reason")).toString(), QStringLiteral("the magnitude is not a number"));
    QVERIFY(!files[1].toObject().value(QStringLiteral("fault")).toString().isEmpty());
    QVERIFY(!files[2].toObject().value(QStringLiteral("recognised")).toBool());
    const Ran second = run({QStringLiteral("-w"), m_workspace, QStringLiteral("--json"), QStringLiteral("ingest"),
                            QStringLiteral("run"), QStringLiteral("--replay"), folder});
    EXITS_WITH(second, 0);
    QCOMPARE(second.json().value(QStringLiteral("stored")).toInt(), 0);
    const Ran count = here("--json events count entity==JP");
    QCOMPARE(count.json().value(QStringLiteral("total")).toInt(), 1);
    EXITS_WITH(here("workspace verify"), 0);
}

void TestCliCollect::tellsFiguresOfEachSource()
{
    const QJsonArray sources = here("--json ingest status").json().value(QStringLiteral("sources")).toArray();
    QCOMPARE(sources.size(), 1); // the one that was replayed
    const QJsonObject figures = sources.at(0).toObject();
    QCOMPARE(missingKeys(figures, "source requests bytes records stored duplicates refused parse_seconds lags "
                                  "lag_median_seconds lag_p95_seconds"),
             QStringList());
    QCOMPARE(figures.value(QStringLiteral("source")).toString(), QStringLiteral("usgs"));
    QCOMPARE(figures.value(QStringLiteral("stored")).toInt(), 1);
    QCOMPARE(figures.value(QStringLiteral("refused")).toInt(), 1);
    QCOMPARE(figures.value(QStringLiteral("lags")).toArray().size(), 1);
    QVERIFY(figures.value(QStringLiteral("parse_seconds")).toDouble() > 0);
    const Ran shown = here("sources show usgs");
    QVERIFY2(shown.out.contains("30 days:") && shown.out.contains("from known to stored"), shown.said());
}

void TestCliCollect::proposesLagRules()
{
    const Ran measured = here("--json sources lags");
    EXITS_WITH(measured, 0);
    const QJsonArray lags = measured.json().value(QStringLiteral("lags")).toArray();
    QVERIFY(lags.size() >= 5);
    QCOMPARE(missingKeys(lags.at(0).toObject(), "rule stated measured median_seconds p95_seconds proposed"), QStringList());
    const Ran rules = here("--json sources lags --propose");
    EXITS_WITH(rules, 0);
    const QJsonObject next =
        QJsonDocument::fromJson(rules.json().value(QStringLiteral("rules")).toString().toUtf8()).object();
    QVERIFY2(next.value(QStringLiteral("version")).toInt() >= 2 && next.contains(QStringLiteral("releases")), rules.said());
}

void TestCliCollect::readsASourceAnew()
{
    const Ran ran = here("--json ingest reparse usgs --all");
    EXITS_WITH(ran, 0);
    QCOMPARE(ran.json().value(QStringLiteral("payloads")).toInt(), 2); // the feed, and the portal that was kept
    QCOMPARE(ran.json().value(QStringLiteral("same")).toInt(), 1);
    QCOMPARE(ran.json().value(QStringLiteral("stored")).toInt(), 0);
    const QByteArray diff = "--json events diff --from " + ran.json().value(QStringLiteral("before")).toString().toUtf8();
    const Ran changed = here(diff.constData());
    EXITS_WITH(changed, 0);
    QCOMPARE(changed.json().value(QStringLiteral("changed")).toInt(), 0);
    QCOMPARE(changed.json().value(QStringLiteral("same")).toInt(), 1);
    QCOMPARE(here("--json ingest reparse usgs").json().value(QStringLiteral("current")).toInt(), 1);
}

void TestCliCollect::addsASourceOfYourOwn()
{
    QFile file(m_folder.filePath(QStringLiteral("strikes.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"name": "strikes", "url": "https://localhost:1/strikes.csv", "preset": "user-events"})");
    file.close();
    const Ran added = run({QStringLiteral("-w"), m_workspace, QStringLiteral("--json"), QStringLiteral("sources"),
                           QStringLiteral("add"), file.fileName()});
    EXITS_WITH(added, 0);
    QCOMPARE(added.json().value(QStringLiteral("source")).toString(), QStringLiteral("strikes"));
    EXITS_WITH(here("sources show strikes"), 0);
    const Ran tried = here("sources test strikes"); // loopback is no place for a source
    EXITS_WITH(tried, 4);
    QVERIFY2(tried.saysOneSentence() && tried.err.contains("localhost"), tried.said());
    QFile broken(m_workspace + QStringLiteral("/sources/broken.json"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{");
    broken.close();
    const Ran listed = here("--json sources list");
    EXITS_WITH(listed, 0);
    QCOMPARE(listed.json().value(QStringLiteral("faults")).toArray().size(), 1);
    QVERIFY2(listed.err.contains("broken.json"), listed.said());
    QVERIFY(broken.remove());
}

void TestCliCollect::queuesABackfill()
{
    const Ran ran = here("--json ingest backfill usgs --from 2020-01-01 --to 2020-03-31");
    EXITS_WITH(ran, 0);
    QCOMPARE(ran.json().value(QStringLiteral("jobs")).toInt(), 4);
    const QJsonObject status = here("--json ingest status").json();
    QCOMPARE(status.value(QStringLiteral("backfills")).toArray().size(), 1);
    QCOMPARE(status.value(QStringLiteral("queue")).toArray().at(0).toObject().value(QStringLiteral("waiting")).toInt(),
             4);
    QVERIFY(!status.value(QStringLiteral("collecting")).toBool());
    EXITS_WITH(here("ingest retry"), 0);
}

void TestCliCollect::refusesWithOneSentence_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("code");
    QTest::newRow("no such source") << QByteArray("sources show atlantis") << 2;
    QTest::newRow("no such source to ask") << QByteArray("sources test atlantis") << 2;
    QTest::newRow("no such file of a source") << QByteArray("sources add /not/there.json") << 2;
    QTest::newRow("no such source to switch on") << QByteArray("sources enable atlantis") << 2;
    QTest::newRow("an option without a value") << QByteArray("sources enable usgs --option five") << 2;
    QTest::newRow("no such folder") << QByteArray("ingest run --source usgs --replay /not/there") << 2;
    QTest::newRow("a folder of no source") << QByteArray("ingest run --replay /not/there") << 2;
    QTest::newRow("no date") << QByteArray("ingest backfill usgs --from yesterday") << 2;
    QTest::newRow("backwards") << QByteArray("ingest backfill usgs --from 2020-02-01 --to 2020-01-01") << 2;
    QTest::newRow("no such source to read anew") << QByteArray("ingest reparse atlantis") << 2;
    QTest::newRow("retry of nothing known") << QByteArray("ingest retry atlantis") << 2;
    QTest::newRow("no key on standard input") << QByteArray("sources key eia api_key") << 2;
    QTest::newRow("no keyring") << QByteArray("sources key eia api_key --forget") << 3;
}

void TestCliCollect::refusesWithOneSentence()
{
    QFETCH(const QByteArray, line);
    QFETCH(const int, code);
    const Ran ran = here(line.constData());
    EXITS_WITH(ran, code);
    QVERIFY2(ran.saysOneSentence(), ran.said());
}

void TestCliCollect::namesWhoCollects()
{
    core::base::SystemClock clock;
    const auto workspace = core::store::Workspace::open(m_workspace.toStdString(), clock);
    VERIFY_OK(workspace);
    const auto lease = core::store::Lease::take((*workspace)->catalog(), "ingest", "collecting");
    VERIFY_OK(lease);
    const Ran ran = here("ingest run --once");
    EXITS_WITH(ran, 3);
    QVERIFY2(ran.saysOneSentence() && ran.err.contains("collecting"), ran.said());
    QVERIFY(here("--json ingest status").json().value(QStringLiteral("collecting")).toBool());
}

void TestCliCollect::twoProgramsDoNotMeet()
{
    Ran second;
    QJsonObject collector;
    const QStringList collecting{QStringLiteral("-w"), m_workspace, QStringLiteral("ingest"), QStringLiteral("run")};
    const Ran first = run(collecting, [&](qint64 pid) {
        for (int look = 0; look < 200 && collector.isEmpty(); ++look) {
            collector = here("--json ingest status").json().value(QStringLiteral("collector")).toObject();
            QTest::qWait(20);
        }
        second = here("ingest run --once");
        ::kill(static_cast<pid_t>(pid), SIGINT);
    });
    EXITS_WITH(first, 0); // asked to stop, it did
    QVERIFY2(!collector.isEmpty(), first.said());
    EXITS_WITH(second, 3);
    const QByteArray holder = "process " + QByteArray::number(collector.value(QStringLiteral("pid")).toInteger());
    QVERIFY2(second.saysOneSentence() && second.err.contains(holder), second.said());
    QVERIFY(!here("--json ingest status").json().value(QStringLiteral("collecting")).toBool());
    const Ran alone = here("ingest run --once");
    QVERIFY2(alone.code == 0 || alone.code == 4, alone.said()); // 4: there is no network to ask
}

/// What a service does when the window opens: systemd sends it SIGTERM.
void TestCliCollect::letsGoWhenItIsAsked()
{
    core::base::SystemClock clock;
    const auto workspace = core::store::Workspace::open(m_workspace.toStdString(), clock);
    VERIFY_OK(workspace);
    const auto holds = [&workspace] {
        const auto leases = core::store::liveLeases((*workspace)->catalog());
        return leases && std::ranges::find(*leases, "ingest", &core::store::LeaseHolder::name) != leases->end();
    };
    bool held = false;
    const Ran ran = run({QStringLiteral("-w"), m_workspace, QStringLiteral("ingest"), QStringLiteral("run")},
                        [&](qint64 pid) {
                            held = QTest::qWaitFor(holds, 60'000);
                            kill(static_cast<pid_t>(pid), SIGTERM);
                        });
    QVERIFY2(held, ran.said());
    EXITS_WITH(ran, 0); // asked to stop, it did
    QVERIFY(!holds());
}

void TestCliCollect::tellsAboutKeys()
{
    const Ran ran = here("--json sources keys");
    EXITS_WITH(ran, 0);
    QVERIFY(!ran.json().value(QStringLiteral("keyring")).toBool()); // the tests have no session bus
    bool isThere = false;
    for (const QJsonValue &value : ran.json().value(QStringLiteral("keys")).toArray()) {
        const QJsonObject key = value.toObject();
        QCOMPARE(missingKeys(key, "source key home variable url"), QStringList());
        isThere = isThere || key.value(QStringLiteral("variable")).toString() == QLatin1String("FORESHOCK_EIA_API_KEY");
    }
    QVERIFY2(isThere, ran.said());
    const Ran kept = here("sources key eia api_key --forget");
    QVERIFY2(kept.err.contains("FORESHOCK_EIA_API_KEY"), kept.said());
}

void TestCliCollect::tellsAboutTheService()
{
    qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toUtf8());
    const Ran ran = here("--json ingest service status");
    EXITS_WITH(ran, 0);
    QVERIFY(!ran.json().value(QStringLiteral("installed")).toBool());
    QVERIFY2(ran.json().value(QStringLiteral("unit")).toString().endsWith(QStringLiteral(".service")), ran.said());
    EXITS_WITH(here("ingest service remove"), 0); // there is none
    qputenv("PATH", QByteArray());
    const Ran refused = here("ingest service install");
    EXITS_WITH(refused, 3);
    QVERIFY2(refused.saysOneSentence() && refused.err.contains("no systemd"), refused.said());
}

QTEST_GUILESS_MAIN(TestCliCollect)
#include "tst_clicollect.moc"
