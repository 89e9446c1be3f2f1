// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bulkevents.h"
#include "core/store/sqlconsole.h"
#include "core/store/tickstore.h"
#include "tests/support/check.h"
#include "tests/unit/store/eventfixture.h"

#include <QDir>

using namespace core::base;
using namespace core::domain;
using namespace core::store;
using fixture::plainEvent;

class tst_SqlConsole : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<fixture::Store> m_store;

    /// The rows, cells joined by |, or "error: …".
    QStringList run(const std::string &sql, const SqlLimits &limits = {},
                    const CancelToken &cancel = {}) const
    {
        QStringList lines;
        SqlSinks sinks;
        sinks.columns = [&lines](const std::vector<std::string> &names) {
            QStringList cells;
            for (const std::string &name : names)
                cells += QString::fromStdString(name);
            lines += cells.join(QLatin1Char('|'));
        };
        sinks.row = [&lines](const std::vector<SqlCell> &row) {
            QStringList cells;
            for (const SqlCell &cell : row) {
                struct Text {
                    QString operator()(std::monostate) const { return QStringLiteral("null"); }
                    QString operator()(bool v) const
                    {
                        return v ? QStringLiteral("true") : QStringLiteral("false");
                    }
                    QString operator()(std::int64_t v) const { return QString::number(v); }
                    QString operator()(double v) const { return QString::number(v, 'g', 12); }
                    QString operator()(const std::string &v) const { return QString::fromStdString(v); }
                };
                cells += std::visit(Text{}, cell);
            }
            lines += cells.join(QLatin1Char('|'));
            return true;
        };
        const SqlConsole console(*m_store->catalog, m_store->events->lake());
        const auto done = console.run(sql, sinks, limits, cancel);
        if (done)
            return lines;
        QString code = QStringLiteral("other");
        if (done.error().code == ErrorCode::BadInput)
            code = QStringLiteral("bad input");
        if (done.error().code == ErrorCode::Cancelled)
            code = QStringLiteral("cancelled");
        return {QStringLiteral("error: %1: %2").arg(code, done.error().message)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_store = std::make_unique<fixture::Store>();
        auto lease = Lease::take(*m_store->catalog, "bulk", "a test");
        auto writer = BulkEventWriter::begin(*m_store->events, **lease);
        for (int n = 0; n < 400; ++n)
            VERIFY_OK((*writer)->append(plainEvent(n)));
        Event corrected = plainEvent(7);
        corrected.value = 99;
        corrected.knownAt = corrected.knownAt + std::chrono::hours(1);
        VERIFY_OK((*writer)->append(corrected));
        VERIFY_OK((*writer)->finish());
        const Event hot = plainEvent(1000);
        VERIFY_OK(m_store->events->insert({&hot, 1}));
        corrected = plainEvent(8);
        corrected.value = 98;
        corrected.knownAt = corrected.knownAt + std::chrono::hours(1);
        VERIFY_OK(m_store->events->insert({&corrected, 1}));
    }

    void showsTheEventsInForceOfBothTiers()
    {
        QCOMPARE(run("SELECT count(*) AS n, max(value) AS top FROM events"),
                 QStringList({QStringLiteral("n|top"), QStringLiteral("401|500")}));
        QCOMPARE(run("SELECT value FROM events WHERE timestamp IN ('2010-01-08', '2010-01-09') ORDER BY 1;")
                     .mid(1),
                 QStringList({QStringLiteral("98"), QStringLiteral("99")}));
    }

    void showsEveryUsualType()
    {
        QCOMPARE(run("SELECT true, 7, 2.5, 0.5::DOUBLE, 'a', NULL, DATE '2011-03-11', TIMESTAMP '2011-03-11 "
                     "05:46:24', "
                     "'\\xFF'::BLOB, sum(i), -1.25::DECIMAL(30, 5) FROM range(3) t(i)")
                     .at(1),
                 QStringLiteral("true|7|2.5|0.5|a|null|2011-03-11|2011-03-11T05:46:24Z|ff|3|-1.25"));
        QVERIFY(run("SELECT [1, 2]").at(0).startsWith(QStringLiteral("error: bad input: Column")));
    }

    void showsTheTablesOfTheCatalog()
    {
        QCOMPARE(run("SELECT count(*) FROM relationships").mid(1), QStringList({QStringLiteral("0")}));
        QCOMPARE(run("SELECT kind, sum(rows) FROM manifest GROUP BY kind").mid(1),
                 QStringList({QStringLiteral("events|401")}));
    }

    void showsLiveTicksBesideThoseOfFiles()
    {
        QVERIFY(
            run("SELECT count(*) FROM ticks").at(0).startsWith(QStringLiteral("error"))); // there are none
        TickStore ticks(*m_store->catalog, m_store->events->lake(),
                        [this] { return m_store->events->connect(); });
        const auto add = [&](const char *at, double price) {
            const std::vector<Tick> rows{{"SPY", *parseInstant(at), price, 1, "Q", "", 0}};
            const auto compared = ticks.compare<Tick>(rows);
            VERIFY_OK(compared);
            auto transaction = m_store->catalog->beginWrite();
            VERIFY_OK(TickStore::append<Tick>(*transaction, *compared, "kraken", sha256(at)));
            VERIFY_OK(transaction->commit());
        };
        add("2020-01-02T10:00:00Z", 1);
        const QStringList live{QStringLiteral("price|source"), QStringLiteral("1|kraken")};
        QCOMPARE(run("SELECT price, source FROM ticks"), live);
        {
            const auto lease = Lease::take(*m_store->catalog, "bulk", "a test");
            VERIFY_OK(ticks.fold(**lease, {.before = Date(std::chrono::days(30'000))}));
        }
        QCOMPARE(run("SELECT price, source FROM ticks"), live);
        add("2020-01-02T11:00:00Z", 2);
        QCOMPARE(run("SELECT sum(price), count(DISTINCT ts), max(seq) > min(seq) FROM ticks").at(1),
                 QStringLiteral("3|2|true"));
    }

    void explainsWithoutRunning()
    {
        QVERIFY(run("EXPLAIN SELECT count(*) FROM events").size() > 1);
        QVERIFY(run("explain analyze COPY (SELECT 1) TO 'x.csv'")
                    .at(0)
                    .startsWith(QStringLiteral("error: bad input")));
        QVERIFY(run("EXPLAIN EXPLAIN ANALYZE SELECT 1").at(0).startsWith(QStringLiteral("error: bad input")));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("sql");
        const QString file = QDir(m_store->dir.path()).filePath(QStringLiteral("catalog.sqlite"));
        const QStringList statements{
            QStringLiteral(""),
            QStringLiteral("CREATE TABLE t(i INTEGER)"),
            QStringLiteral("DROP VIEW events"),
            QStringLiteral("DELETE FROM hot"),
            QStringLiteral("INSERT INTO hot SELECT * FROM hot"),
            QStringLiteral("SELECT 1; SELECT 2"),
            QStringLiteral("COPY (SELECT 1) TO '%1/out.csv'").arg(m_store->dir.path()),
            QStringLiteral("COPY (SELECT 1) TO '%1/lake/out.parquet'").arg(m_store->dir.path()),
            QStringLiteral("EXPLAIN ANALYZE COPY (SELECT 1) TO '%1/out.csv'").arg(m_store->dir.path()),
            QStringLiteral("EXPORT DATABASE '%1/out'").arg(m_store->dir.path()),
            QStringLiteral("ATTACH '%1'").arg(file),
            QStringLiteral("SELECT * FROM sqlite_scan('%1', 'events')").arg(file),
            QStringLiteral("SELECT * FROM read_blob('%1')").arg(file),
            QStringLiteral("SELECT * FROM read_text('/etc/passwd')"),
            QStringLiteral("SELECT * FROM read_csv('/etc/passwd')"),
            QStringLiteral("SELECT * FROM '/etc/passwd'"),
            QStringLiteral("SELECT * FROM read_parquet('%1/lake/../lake/**/*.parquet')")
                .arg(m_store->dir.path()),
            QStringLiteral("SELECT * FROM glob('/*')"),
            QStringLiteral("INSTALL httpfs"),
            QStringLiteral("LOAD httpfs"),
            QStringLiteral("SET memory_limit = '100GB'"),
            QStringLiteral("SET enable_external_access = true"),
            QStringLiteral("RESET allowed_paths"),
            QStringLiteral("PRAGMA memory_limit='100GB'"),
            QStringLiteral("CALL pragma_version()"),
            QStringLiteral("CREATE SECRET s (TYPE s3)"),
            QStringLiteral("PREPARE p AS SELECT 1"),
            QStringLiteral("BEGIN"),
            QStringLiteral("SELECT nothing FROM events"),
            QStringLiteral("SELEC 1"),
        };
        for (const QString &statement : statements)
            QTest::newRow(qPrintable(statement.left(60))) << statement;
    }
    void refuses()
    {
        QFETCH(const QString, sql);
        const QStringList files =
            QDir(m_store->dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        const QStringList answer = run(sql.toStdString());
        QVERIFY2(answer.at(0).startsWith(QStringLiteral("error: bad input: ")),
                 qPrintable(answer.join(QLatin1Char('\n'))));
        QCOMPARE(QDir(m_store->dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), files);
    }

    void stopsWhatTakesTooLong()
    {
        SqlLimits limits;
        limits.time = std::chrono::milliseconds(100);
        const QString answer =
            run("SELECT sum(a.i * b.i) FROM range(10000000) a(i), range(10000000) b(i)", limits).at(0);
        QVERIFY2(answer.contains(QStringLiteral("took longer")), qPrintable(answer));
        const QString endless =
            run("WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t) SELECT count(*) FROM t",
                limits)
                .at(0);
        QVERIFY2(endless.startsWith(QStringLiteral("error: bad input")), qPrintable(endless));
    }

    void stopsWhatNeedsTooMuchMemory()
    {
        SqlLimits limits;
        limits.memoryMb = 50;
        const QString answer =
            run("SELECT max(x) FROM (SELECT list(i || '') AS x FROM range(20000000) t(i))", limits).at(0);
        QVERIFY2(answer.startsWith(QStringLiteral("error: bad input")), qPrintable(answer));
    }

    void stopsWhenCancelled()
    {
        const CancelToken cancel;
        cancel.cancel();
        QVERIFY(run("SELECT sum(a.i * b.i) FROM range(10000000) a(i), range(10000000) b(i)", {}, cancel)
                    .at(0)
                    .startsWith(QStringLiteral("error: cancelled")));
    }
};

QTEST_GUILESS_MAIN(tst_SqlConsole)
#include "tst_sqlconsole.moc"
