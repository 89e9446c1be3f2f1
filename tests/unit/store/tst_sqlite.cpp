// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checksumvfs.h"
#include "core/store/sqlite.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <cmath>
#include <fstream>
#include <limits>
#include <random>

using namespace core::base;
using namespace core::store;

namespace {

std::string readAll(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeAll(const std::filesystem::path &file, const std::string &bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// A closed, checkpointed database of a few hundred pages.
void makeDatabase(const std::filesystem::path &file)
{
    auto database = Database::open(file, Database::Access::Create);
    VERIFY_OK(database);
    Database &db = **database;
    VERIFY_OK(db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT, value REAL)"));
    auto transaction = Transaction::beginWrite(db);
    VERIFY_OK(transaction);
    auto insert = db.prepare("INSERT INTO t (text, value) VALUES (?, ?)");
    VERIFY_OK(insert);
    for (int i = 0; i < 5000; ++i)
        VERIFY_OK(insert->bind(1, "row " + std::to_string(i * 7919)).bind(2, i * 0.25).run());
    VERIFY_OK(transaction->commit());
}

} // namespace

class tst_Sqlite : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }

private Q_SLOTS:
    void valuesComeBackAsTheyWere()
    {
        auto database = Database::open(path("values"), Database::Access::Create);
        VERIFY_OK(database);
        Database &db = **database;
        VERIFY_OK(db.execute("CREATE TABLE v (i, d, t, b, n, e)"));
        auto insert = db.prepare("INSERT INTO v VALUES (?, ?, ?, ?, ?, ?)");
        VERIFY_OK(insert);
        const std::vector<unsigned char> bytes{0, 1, 255};
        insert->bind(1, std::numeric_limits<std::int64_t>::min())
            .bind(2, 0.1)
            .bind(3, std::string_view("a\0b", 3));
        insert->bind(4, std::span<const unsigned char>(bytes)).bind(5, std::nan("")).bind(6, "");
        VERIFY_OK(insert->run());
        auto query = db.prepare("SELECT * FROM v");
        VERIFY_OK(query);
        const auto row = query->step();
        VERIFY_OK(row);
        QVERIFY(*row);
        QCOMPARE(query->integer(0), std::numeric_limits<std::int64_t>::min());
        QCOMPARE(query->number(1), 0.1);
        QCOMPARE(query->text(2), std::string_view("a\0b", 3));
        QVERIFY(std::ranges::equal(query->blob(3), bytes));
        QVERIFY(query->isNull(4) && std::isnan(query->number(4)));
        QVERIFY(!query->isNull(5) && query->text(5).empty());
    }

    void transactionThatIsNotCommittedIsRolledBack()
    {
        auto database = Database::open(path("rollback"), Database::Access::Create);
        VERIFY_OK(database);
        VERIFY_OK((*database)->execute("CREATE TABLE t (x)"));
        {
            auto transaction = Transaction::beginWrite(**database);
            VERIFY_OK(transaction);
            VERIFY_OK((*database)->execute("INSERT INTO t VALUES (1)"));
        }
        const auto count = (*database)->queryInteger("SELECT count(*) FROM t");
        VERIFY_OK(count);
        QCOMPARE(**count, 0);
    }

    void readTransactionSeesOneState()
    {
        auto writer = Database::open(path("snapshot"), Database::Access::Create);
        VERIFY_OK(writer);
        VERIFY_OK((*writer)->execute("CREATE TABLE t (x); INSERT INTO t VALUES (1)"));
        auto reader = Database::open(path("snapshot"), Database::Access::ReadOnly);
        VERIFY_OK(reader);
        auto view = Transaction::beginRead(**reader);
        VERIFY_OK(view);
        QCOMPARE(**(*reader)->queryInteger("SELECT count(*) FROM t"), 1);
        VERIFY_OK((*writer)->execute("INSERT INTO t VALUES (2)"));
        QCOMPARE(**(*reader)->queryInteger("SELECT count(*) FROM t"), 1);
        VERIFY_OK(view->commit());
        QCOMPARE(**(*reader)->queryInteger("SELECT count(*) FROM t"), 2);
        QVERIFY(!(*reader)->execute("INSERT INTO t VALUES (3)").ok());
    }

    void wrongFilesGetAPlainSentence()
    {
        VERIFY_ERROR(Database::open(path("missing"), Database::Access::ReadWrite), ErrorCode::Storage);
        writeAll(path("foreign"), std::string(20'000, 'x'));
        VERIFY_ERROR(Database::open(path("foreign"), Database::Access::ReadWrite), ErrorCode::Corrupt);
        VERIFY_ERROR(Database::open(path("foreign"), Database::Access::ReadOnly), ErrorCode::Corrupt);
    }

    void checksumKnowsItsPage()
    {
        std::array<unsigned char, kCatalogPageSize> page{};
        for (std::size_t i = 0; i < page.size(); ++i)
            page[i] = static_cast<unsigned char>(i * 31);
        const auto sum = pageChecksum(page, 7);
        QVERIFY(sum != pageChecksum(page, 8));
        std::swap(page[100], page[104]);
        QVERIFY(sum != pageChecksum(page, 7));
    }

    void everyFlippedBitOfACheckpointedFileIsFound()
    {
        const auto file = path("flips");
        makeDatabase(file);
        QCOMPARE(std::filesystem::file_size(file.string() + "-wal"), 0U);
        const std::string good = readAll(file);
        QVERIFY(good.size() > 20 * kCatalogPageSize);
        VERIFY_OK(badPages(file));
        QVERIFY(badPages(file)->empty());
        std::mt19937_64 random(7);
        for (int i = 0; i < 200; ++i) {
            // the first hundred anywhere, the second in the header, where a flip can mislead SQLite itself
            const std::size_t at = random() % (i < 100 ? good.size() : 100);
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ (1 << random() % 8));
            writeAll(file, bad);
            const auto pages = badPages(file);
            VERIFY_OK(pages);
            QCOMPARE(pages->size(), std::size_t(1));
            QCOMPARE(pages->front(), std::uint64_t(at / kCatalogPageSize + 1));
            // reading all of it through SQLite stops at the damage, too
            auto database = Database::open(file, Database::Access::ReadOnly);
            const bool readable =
                database.ok() &&
                (*database)->queryInteger("SELECT sum(length(text)) + sum(value) FROM t").ok();
            QVERIFY2(!readable, qPrintable(QString::number(at)));
        }
        writeAll(file, good.substr(0, good.size() - 100));
        QCOMPARE(badPages(file)->size(), std::size_t(1));
    }

    void copyIsWholeAndChecksummed()
    {
        makeDatabase(path("source"));
        auto source = Database::open(path("source"), Database::Access::ReadWrite);
        VERIFY_OK(source);
        VERIFY_OK((*source)->execute("INSERT INTO t (text) VALUES ('in the log')"));
        VERIFY_OK((*source)->copyTo(path("copy")));
        QVERIFY(badPages(path("copy"))->empty());
        auto copy = Database::open(path("copy"), Database::Access::ReadOnly);
        VERIFY_OK(copy);
        QCOMPARE(**(*copy)->queryInteger("SELECT count(*) FROM t"), 5001);
    }

    void emptiedDatabaseStillMatches() // freed pages, vacuum
    {
        makeDatabase(path("emptied"));
        {
            auto database = Database::open(path("emptied"), Database::Access::ReadWrite);
            VERIFY_OK(database);
            VERIFY_OK((*database)->execute(
                "DELETE FROM t WHERE id % 3; CREATE TABLE u AS SELECT * FROM t; DROP TABLE t; VACUUM"));
        }
        QVERIFY(badPages(path("emptied"))->empty());
    }
};

QTEST_APPLESS_MAIN(tst_Sqlite)
#include "tst_sqlite.moc"
