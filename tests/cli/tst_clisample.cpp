// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using tests::missingKeys;
using tests::Ran;
using tests::run;
using tests::words;

/// Every command on the sample workspace, which is made once, by the program itself.
class TestCliSample final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void makesTheSampleWholeOrNotAtAll();
    void countsEventsByEveryGroup_data();
    void countsEventsByEveryGroup();
    void agreesOnCountsAndRows();
    void queriesInEveryFormat();
    void looksAtThePastAsItWas();
    void comparesSnapshots();
    void pointsAtTheFaultOfAFilter();
    void showsBars();
    void makesCoarserBars();
    void findsGaps();
    void summarisesTheLedger();
    void answersInSql();
    void refusesOtherSql_data();
    void refusesOtherSql();
    void keepsQuietWhenAsked();
    void showsHostileTextHarmlessly();

private:
    [[nodiscard]] Ran here(const QStringList &arguments) const
    {
        return run(QStringList{QStringLiteral("-w"), m_sample} + arguments);
    }
    [[nodiscard]] Ran here(const char *line) const { return here(words(line)); }

    QTemporaryDir m_folder;
    QString m_sample;
};

void TestCliSample::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_sample = m_folder.filePath(QStringLiteral("sample"));
    const Ran made = run(words("--json workspace init --sample --seed 7") + QStringList{m_sample});
    EXITS_WITH(made, 0);
    QCOMPARE(made.json().value(QStringLiteral("sample")).toBool(), true);
    QVERIFY(made.json().value(QStringLiteral("rows")).toObject().value(QStringLiteral("bars")).toInt() >
            200'000);
    QVERIFY(QFileInfo::exists(m_sample + QStringLiteral("/truth.json")));
    QVERIFY(QFileInfo::exists(m_sample + QStringLiteral("/studies/sample.json")));
}

void TestCliSample::makesTheSampleWholeOrNotAtAll()
{
    const Ran again = run(words("workspace init --sample") + QStringList{m_sample});
    EXITS_WITH(again, 2);
    QVERIFY2(again.saysOneSentence(), again.said());

    const QString stopped = m_folder.filePath(QStringLiteral("stopped"));
    const Ran ran = run(words("workspace init --sample") + QStringList{stopped},
                        [](qint64 process) { ::kill(static_cast<pid_t>(process), SIGINT); });
    // the signal may come before the program listens (it then dies of it) or after it is done
    QVERIFY2(ran.code == 130 || ran.code == -1 || ran.code == 0, ran.said());
    QCOMPARE(QFileInfo::exists(stopped), ran.code == 0);
}

void TestCliSample::countsEventsByEveryGroup_data()
{
    QTest::addColumn<QString>("by");
    for (const char *by : {"source", "event_type", "entity", "day", "month", "year"})
        QTest::newRow(by) << QString::fromUtf8(by);
}

void TestCliSample::countsEventsByEveryGroup()
{
    QFETCH(QString, by);
    const Ran ran = here(words("--json events count --by") + QStringList{by});
    EXITS_WITH(ran, 0);
    const QJsonArray groups = ran.json().value(QStringLiteral("groups")).toArray();
    QVERIFY(!groups.isEmpty());
    qint64 sum = 0;
    QString last;
    for (const QJsonValue &group : groups) {
        const QJsonObject object = group.toObject();
        QVERIFY(missingKeys(object, "key count").isEmpty());
        QVERIFY(last.isEmpty() || last < object.value(QStringLiteral("key")).toString());
        last = object.value(QStringLiteral("key")).toString();
        sum += object.value(QStringLiteral("count")).toInteger();
    }
    QCOMPARE(sum, ran.json().value(QStringLiteral("total")).toInteger());
    const Ran table = here(words("events count --by") + QStringList{by});
    EXITS_WITH(table, 0);
    QVERIFY(table.out.contains("total"));
}

void TestCliSample::agreesOnCountsAndRows()
{
    const QString filter = QStringLiteral("event_type == storm_warning and timestamp >= 2015-01-01");
    const Ran counted = here(words("--json events count") + QStringList{filter});
    EXITS_WITH(counted, 0);
    const Ran listed = here(words("--json events query") + QStringList{filter});
    EXITS_WITH(listed, 0);
    const QJsonArray events =
        QJsonDocument::fromJson(listed.out).object().value(QStringLiteral("events")).toArray();
    QVERIFY(events.size() > 10);
    QCOMPARE(qint64(events.size()), counted.json().value(QStringLiteral("total")).toInteger());
    QString last;
    for (const QJsonValue &value : events) {
        const QJsonObject event = value.toObject();
        QCOMPARE(missingKeys(event, "id revision seq timestamp known_at known_basis precision source "
                                    "event_type entity value unit "
                                    "text metadata raw_sha256 parser parser_version ingested_at"),
                 QStringList());
        QCOMPARE(event.value(QStringLiteral("event_type")).toString(), QStringLiteral("storm_warning"));
        const QString timestamp = event.value(QStringLiteral("timestamp")).toString();
        QVERIFY(timestamp >= QStringLiteral("2015-01-01") && timestamp >= last);
        last = timestamp;
    }
    const Ran all = here("--json events count");
    const Ran none = here(words("--json events count") + QStringList{QString()});
    QCOMPARE(all.json(), none.json());
}

void TestCliSample::queriesInEveryFormat()
{
    const Ran table = here("events query --limit 5 --order desc");
    EXITS_WITH(table, 0);
    QCOMPARE(table.out.count('\n'), 6);
    QVERIFY(table.err.contains("--limit"));
    const Ran csv = here("events query --limit 5 --format csv");
    EXITS_WITH(csv, 0);
    QCOMPARE(csv.out.count("\r\n"), 6);
    for (const char *format : {"csv", "json", "parquet"}) {
        const QString file = m_folder.filePath(QStringLiteral("events.") + QLatin1String(format));
        const Ran ran = here(words("--json events query --limit 5 -o") +
                             QStringList{file, QStringLiteral("--format"), QLatin1String(format)});
        EXITS_WITH(ran, 0);
        QCOMPARE(ran.json().value(QStringLiteral("events")).toInt(), 5);
        QVERIFY(QFileInfo(file).size() > 100);
    }
    const Ran pipe = here("events query --format parquet");
    EXITS_WITH(pipe, 2);
    QVERIFY2(pipe.saysOneSentence(), pipe.said());
    const Ran nowhere = here("events query --format csv -o /nonexistent/folder/x.csv");
    QVERIFY2(nowhere.code == 2 || nowhere.code == 3, nowhere.said());
    QVERIFY2(nowhere.saysOneSentence(), nowhere.said());
}

void TestCliSample::looksAtThePastAsItWas()
{
    const Ran early = here("--json events count --as-of 2015-01-01");
    const Ran late = here("--json events count --as-of 2100-01-01");
    const Ran now = here("--json events count");
    EXITS_WITH(early, 0);
    const qint64 then = early.json().value(QStringLiteral("total")).toInteger();
    QVERIFY(then > 0 && then < late.json().value(QStringLiteral("total")).toInteger());
    QCOMPARE(late.json(), now.json());
    const Ran wrong = here("events count --as-of yesterday");
    EXITS_WITH(wrong, 2);
    QVERIFY2(wrong.saysOneSentence(), wrong.said());
}

void TestCliSample::comparesSnapshots()
{
    const Ran ran = here("--json events diff --from 2015-01-01 --limit 3");
    EXITS_WITH(ran, 0);
    QCOMPARE(missingKeys(ran.json(), "came went changed same changes"), QStringList());
    QVERIFY(ran.json().value(QStringLiteral("came")).toInt() > 0);
    QCOMPARE(ran.json().value(QStringLiteral("changes")).toArray().size(), 3);
    const Ran empty = here("--json events diff --from 1-0");
    EXITS_WITH(empty, 0);
    QCOMPARE(empty.json().value(QStringLiteral("same")).toInt(-1), 0);
    const Ran wrong = here("events diff --from 9-9-9");
    EXITS_WITH(wrong, 2);
    QVERIFY2(wrong.saysOneSentence(), wrong.said());
}

void TestCliSample::pointsAtTheFaultOfAFilter()
{
    const Ran ran =
        here(words("events query") + QStringList{QStringLiteral("source == simulated and valeu > 3")});
    EXITS_WITH(ran, 2);
    QVERIFY2(ran.saysOneSentence(), ran.said());
    QVERIFY2(ran.err.contains("column 25"), ran.said());
    QVERIFY2(ran.err.contains("did you mean value"), ran.said());
}

void TestCliSample::showsBars()
{
    const Ran ran = here("--json bars show SIM-INDEX --from 2020-01-01 --to 2020-01-31");
    EXITS_WITH(ran, 0);
    QCOMPARE(missingKeys(ran.json(), "symbol interval adjustment simulated bars"), QStringList());
    const QJsonArray bars = ran.json().value(QStringLiteral("bars")).toArray();
    QCOMPARE(bars.size(), 21); // the sessions of New York in January 2020
    QCOMPARE(missingKeys(bars[0].toObject(), "ts ts_end open high low close adj_close volume"),
             QStringList());
    QCOMPARE(bars[0].toObject().value(QStringLiteral("ts_end")).toString(),
             QStringLiteral("2020-01-02T21:00:00Z"));
    const Ran last = here("bars show SIM-INDEX --limit 5");
    EXITS_WITH(last, 0);
    QCOMPARE(last.out.count('\n'), 6);
    QVERIFY(last.err.contains("simulated"));
    const Ran csv = here("bars show SIM-INDEX --limit 5 --format csv");
    EXITS_WITH(csv, 0);
    QCOMPARE(csv.out.count("\r\n"), 6);
    for (const char *wrong :
         {"bars show NOPE", "bars show SIM-INDEX --adjust twice", "bars show SIM-INDEX --from soon",
          "bars show SIM-INDEX --interval 3x", "bars show SIM-INDEX --from 1990-01-01 --to 1990-12-31"}) {
        const Ran refused = here(wrong);
        EXITS_WITH(refused, 2);
        QVERIFY2(refused.saysOneSentence(), refused.said());
    }
}

void TestCliSample::makesCoarserBars()
{
    const Ran ran = here("--json bars resample SIM-INDEX --interval fib5 --from 2020-01-01 --to 2020-12-31");
    EXITS_WITH(ran, 0);
    const qsizetype weeks = ran.json().value(QStringLiteral("bars")).toArray().size();
    QVERIFY2(weeks >= 50 && weeks <= 53, ran.said());
    const Ran unknown = here("bars resample SIM-INDEX --interval 9q");
    EXITS_WITH(unknown, 2);
    QVERIFY2(unknown.err.contains("is not a bar interval"), unknown.said());
    const Ran finer = here("bars resample SIM-INDEX --interval 5m");
    EXITS_WITH(finer, 2);
    QVERIFY2(finer.saysOneSentence(), finer.said());
}

void TestCliSample::findsGaps()
{
    const Ran ran = here("--json bars gaps SIM-MA05");
    EXITS_WITH(ran, 0);
    QCOMPARE(missingKeys(ran.json(), "symbol interval calendar missing_sessions gaps"), QStringList());
    QFile truth(m_sample + QStringLiteral("/truth.json"));
    QVERIFY(truth.open(QIODevice::ReadOnly));
    int planted = 0;
    const QJsonObject known = QJsonDocument::fromJson(truth.readAll()).object();
    for (const QJsonValue &fault : known.value(QStringLiteral("data_faults")).toArray()) {
        if (fault[QStringLiteral("symbol")].toString() == QStringLiteral("SIM-MA05"))
            planted += fault[QStringLiteral("sessions")].toInt();
    }
    QVERIFY(planted > 0);
    QCOMPARE(ran.json().value(QStringLiteral("missing_sessions")).toInt(), planted);
    const Ran whole = here("--json bars gaps SIM-INDEX");
    EXITS_WITH(whole, 0);
    QCOMPARE(whole.json().value(QStringLiteral("missing_sessions")).toInt(-1), 0);
}

void TestCliSample::summarisesTheLedger()
{
    const Ran ran = here("--json ledger summary");
    EXITS_WITH(ran, 0);
    QCOMPARE(
        missingKeys(ran.json(), "families questions runs significant candidates expected_false opened chain"),
        QStringList());
    QVERIFY(here("ledger summary").out.contains("by chance"));
}

void TestCliSample::answersInSql()
{
    const QString count = QStringLiteral(
        "SELECT event_type, count(*) AS n FROM events GROUP BY event_type ORDER BY event_type");
    const Ran ran = here(words("--json sql") + QStringList{count});
    EXITS_WITH(ran, 0);
    QCOMPARE(missingKeys(ran.json(), "columns rows more"), QStringList());
    const QJsonArray rows = ran.json().value(QStringLiteral("rows")).toArray();
    const QJsonArray groups =
        here("--json events count --by event_type").json().value(QStringLiteral("groups")).toArray();
    QCOMPARE(rows.size(), groups.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i][0], groups[i][QStringLiteral("key")]);
        QCOMPARE(rows[i][1].toInteger(), groups[i][QStringLiteral("count")].toInteger());
    }
    const Ran table = here(words("sql --limit 2") + QStringList{count});
    EXITS_WITH(table, 0);
    QCOMPARE(table.out.count('\n'), 3);
    QVERIFY(table.err.contains("--limit"));
    const Ran csv =
        here(words("sql --format csv") +
             QStringList{QStringLiteral("SELECT symbol, close FROM bars WHERE symbol = 'SIM-INDEX'")});
    EXITS_WITH(csv, 0);
    QVERIFY(csv.out.startsWith("symbol,close\r\n"));
    QVERIFY(csv.out.count("\r\n") > 3000);
}

void TestCliSample::refusesOtherSql_data()
{
    QTest::addColumn<QString>("statement");
    for (const char *statement :
         {"DROP TABLE events", "SELECT 1; SELECT 2", "COPY (SELECT 1) TO '/tmp/foreshock-never.csv'",
          "EXPLAIN ANALYZE COPY (SELECT 1) TO '/tmp/foreshock-never.csv'",
          "SELECT * FROM read_text('/etc/passwd')", "ATTACH '/tmp/foreshock-never.db'", "INSTALL httpfs",
          "PRAGMA memory_limit='100GB'", "SET memory_limit = '100GB'", "SELECT", "",
          "SELECT * FROM nonsense"})
        QTest::newRow(statement) << QString::fromUtf8(statement);
}

void TestCliSample::refusesOtherSql()
{
    QFETCH(QString, statement);
    const Ran ran = here(QStringList{QStringLiteral("sql"), statement});
    EXITS_WITH(ran, 2);
    QVERIFY2(ran.saysOneSentence(), ran.said());
    QVERIFY(!QFileInfo::exists(QStringLiteral("/tmp/foreshock-never.csv")));
    QVERIFY(!QFileInfo::exists(QStringLiteral("/tmp/foreshock-never.db")));
}

void TestCliSample::keepsQuietWhenAsked()
{
    const Ran ran = here("--quiet bars show SIM-INDEX --limit 5");
    EXITS_WITH(ran, 0);
    QVERIFY2(ran.err.isEmpty(), ran.said());
    const Ran after = here("bars show SIM-INDEX --limit 5 --quiet");
    EXITS_WITH(after, 0);
    QVERIFY2(after.err.isEmpty(), after.said());
}

void TestCliSample::showsHostileTextHarmlessly()
{
    const Ran ran = here(words("events query") + QStringList{QStringLiteral("\x1b[31m\u202Eevil == 1")});
    EXITS_WITH(ran, 2);
    QVERIFY2(ran.saysOneSentence(), ran.said());
    QVERIFY(!ran.err.contains('\x1b'));
    QVERIFY(!ran.err.contains("\u202E"));
}

QTEST_GUILESS_MAIN(TestCliSample)
#include "tst_clisample.moc"
