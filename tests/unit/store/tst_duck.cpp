// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/duck.h"

#include "tests/support/check.h"

#include <QTemporaryDir>

#include <chrono>
#include <thread>

using namespace core::store;
namespace base = core::base;

class TestDuck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatTheAppenderWrote();
    void bindsHostileTextAsAParameter();
    void bindsEveryKindOfParameter();
    void readsNullsAsMissing();
    void readsMoreRowsThanOneChunk();
    void writesAndReadsParquetByAListOfPaths();
    void tellsTheReasonOfABadStatement();
    void refusesTwoStatementsAtOnce();
    void refusesToChangeAnythingThroughSelect();
    void stopsWhenCancelled();
    void keepsTheConsoleInsideItsFiles();
};

namespace {

DuckConnection freshConnection(const DuckOptions &options = {})
{
    auto database = DuckDatabase::open(options);
    Q_ASSERT(database.ok());
    auto connection = database->connect();
    Q_ASSERT(connection.ok());
    return std::move(connection).value();
}

base::Uuid someId(unsigned char first)
{
    base::Uuid id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i)
        id.bytes[i] = static_cast<unsigned char>(first + i);
    return id;
}

} // namespace

void TestDuck::readsBackWhatTheAppenderWrote()
{
    const DuckConnection connection = freshConnection();
    VERIFY_OK(
        connection.run("CREATE TABLE t(id UUID, n BIGINT, moment TIMESTAMP, x DOUBLE, s VARCHAR, b BLOB)"));
    auto appender = DuckAppender::open(connection, "t");
    VERIFY_OK(appender);
    const std::string bytes("\x00\xff\x01", 3);
    for (int i = 0; i < 3; ++i) {
        appender->setUuid(0, someId(static_cast<unsigned char>(i * 100)));
        appender->set<std::int64_t>(1, i);
        appender->setInstant(2, i == 1 ? base::Instant() : base::Instant(std::int64_t{1300000000000000} + i));
        appender->setDouble(3, i == 1 ? std::numeric_limits<double>::quiet_NaN() : 0.5 * i);
        appender->setText(4, i == 0 ? "" : "a text of more than twelve bytes");
        appender->setText(5, bytes);
        VERIFY_OK(appender->endRow());
    }
    VERIFY_OK(appender->close());
    auto rows = connection.query("SELECT * FROM t ORDER BY id");
    VERIFY_OK(rows);
    const auto more = rows->next();
    VERIFY_OK(more);
    QVERIFY(*more);
    QCOMPARE(rows->rows(), std::size_t{3});
    QCOMPARE(rows->name(4), std::string("s"));
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(rows->uuid(0, i) == someId(static_cast<unsigned char>(i * 100))); // unsigned byte order
        QCOMPARE(rows->values<std::int64_t>(1)[i], static_cast<std::int64_t>(i));
        QCOMPARE(rows->instant(2, i).isValid(), i != 1);
        QCOMPARE(rows->isNull(3, i), i == 1);
        QCOMPARE(rows->text(5, i), std::string_view(bytes));
    }
    QCOMPARE(rows->text(4, 0), std::string_view());
    QCOMPARE(rows->text(4, 2), std::string_view("a text of more than twelve bytes"));
    QCOMPARE(rows->values<double>(3)[2], 1.0);
}

void TestDuck::bindsHostileTextAsAParameter()
{
    const DuckConnection connection = freshConnection();
    const std::string hostile("'; DROP TABLE t; --\0\"(", 22);
    auto rows = connection.query("SELECT ?, length(?)", {hostile, hostile});
    VERIFY_OK(rows);
    VERIFY_OK(rows->next());
    QCOMPARE(rows->text(0, 0), std::string_view(hostile));
}

void TestDuck::bindsEveryKindOfParameter()
{
    const DuckConnection connection = freshConnection();
    const base::Instant at(std::int64_t{1299822384000000});
    auto rows = connection.query("SELECT ?, ?, ?, ?, ?, ?, ?, len(?)",
                                 {std::monostate{}, true, std::int64_t{-7}, 2.5, at, someId(200),
                                  DuckBlob{"\x01\x02"}, std::vector<std::string>{"a", "b"}});
    VERIFY_OK(rows);
    VERIFY_OK(rows->next());
    QVERIFY(rows->isNull(0, 0));
    QCOMPARE(rows->values<bool>(1)[0], true);
    QCOMPARE(rows->values<std::int64_t>(2)[0], std::int64_t{-7});
    QCOMPARE(rows->values<double>(3)[0], 2.5);
    QVERIFY(rows->instant(4, 0) == at);
    QVERIFY(rows->uuid(5, 0) == someId(200));
    QCOMPARE(rows->text(6, 0), std::string_view("\x01\x02"));
    QCOMPARE(rows->values<std::int64_t>(7)[0], std::int64_t{2});
}

void TestDuck::readsNullsAsMissing()
{
    const DuckConnection connection = freshConnection();
    auto rows = connection.query("SELECT CAST(NULL AS VARCHAR), CAST(NULL AS TIMESTAMP)");
    VERIFY_OK(rows);
    VERIFY_OK(rows->next());
    QVERIFY(rows->isNull(0, 0));
    QVERIFY(rows->text(0, 0).empty());
    QVERIFY(!rows->instant(1, 0).isValid());
}

void TestDuck::readsMoreRowsThanOneChunk()
{
    const DuckConnection connection = freshConnection();
    auto rows = connection.query("SELECT i FROM range(10000) t(i) ORDER BY i DESC");
    VERIFY_OK(rows);
    std::int64_t expected = 9999;
    for (;;) {
        const auto more = rows->next();
        VERIFY_OK(more);
        if (!*more)
            break;
        for (std::size_t i = 0; i < rows->rows(); ++i)
            QCOMPARE(rows->values<std::int64_t>(0)[i], expected--);
    }
    QCOMPARE(expected, std::int64_t{-1});
}

void TestDuck::writesAndReadsParquetByAListOfPaths()
{
    QTemporaryDir folder;
    const DuckConnection connection = freshConnection();
    std::vector<std::string> files;
    for (int i = 0; i < 2; ++i) {
        files.push_back(folder.filePath(QStringLiteral("it's %1.parquet").arg(i)).toStdString());
        VERIFY_OK(connection.run("COPY (SELECT " + std::to_string(i) + " AS n) TO " +
                                 sqlLiteral(files.back()) + " (FORMAT parquet, COMPRESSION zstd)"));
    }
    auto rows = connection.query("SELECT n FROM read_parquet(?) ORDER BY n", {files});
    VERIFY_OK(rows);
    VERIFY_OK(rows->next());
    QCOMPARE(rows->rows(), std::size_t{2});
}

void TestDuck::tellsTheReasonOfABadStatement()
{
    const DuckConnection connection = freshConnection();
    const auto rows = connection.query("SELECT nothing FROM nowhere");
    VERIFY_ERROR(rows, base::ErrorCode::Storage);
    QVERIFY(rows.error().message.contains(QStringLiteral("nowhere")));
}

void TestDuck::refusesTwoStatementsAtOnce()
{
    const DuckConnection connection = freshConnection();
    VERIFY_ERROR(connection.select("SELECT 1; SELECT 2"), base::ErrorCode::BadInput);
}

void TestDuck::refusesToChangeAnythingThroughSelect()
{
    const DuckConnection connection = freshConnection();
    for (const char *sql :
         {"CREATE TABLE t(i INTEGER)", "SET threads = 1", "EXPLAIN ANALYZE COPY (SELECT 1) TO 'x.csv'",
          "COPY (SELECT 1) TO 'x.csv'", "ATTACH 'x.db'", "INSTALL httpfs", "PRAGMA memory_limit='1GB'"})
        QVERIFY2(!connection.select(sql).ok(), sql);
}

void TestDuck::stopsWhenCancelled()
{
    const DuckConnection connection = freshConnection();
    const base::CancelToken cancel;
    std::jthread later([&cancel] {
        std::this_thread::yield();
        cancel.cancel();
    });
    const auto done =
        connection.run("SELECT sum(a.i * b.i) FROM range(10000000) a(i), range(10000000) b(i)", {}, &cancel);
    VERIFY_ERROR(done, base::ErrorCode::Cancelled);
}

void TestDuck::keepsTheConsoleInsideItsFiles()
{
    QTemporaryDir folder;
    const std::string mine = folder.filePath(QStringLiteral("mine.parquet")).toStdString();
    const std::string other = folder.filePath(QStringLiteral("other.parquet")).toStdString();
    {
        const DuckConnection writer = freshConnection();
        for (const std::string &file : {mine, other})
            VERIFY_OK(writer.run("COPY (SELECT 1 AS n) TO " + sqlLiteral(file) + " (FORMAT parquet)"));
    }
    DuckOptions options;
    options.allowedPaths = std::vector<std::string>{mine};
    const DuckConnection console = freshConnection(options);
    VERIFY_OK(console.run("SELECT * FROM read_parquet(?)", {mine}));
    QVERIFY(!console.run("SELECT * FROM read_parquet(?)", {other}).ok());
    QVERIFY(!console.run("SELECT * FROM read_text('/etc/passwd')").ok());
    QVERIFY(!console.run("SET enable_external_access = true").ok());
    QVERIFY(!console.run("SET memory_limit = '100GB'").ok());
    QVERIFY(!console.run("ATTACH " + sqlLiteral(other)).ok());
    QVERIFY(!console.run("INSTALL httpfs").ok());
}

QTEST_GUILESS_MAIN(TestDuck)
#include "tst_duck.moc"
