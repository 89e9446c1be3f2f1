// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/lake.h"
#include "core/store/lease.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <sys/resource.h>

#include <fstream>

using namespace core::base;
using namespace core::store;
namespace fs = std::filesystem;

class tst_Lake : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    ManualClock m_clock{*parseInstant("2024-01-02T03:04:05Z")};
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<DuckConnection> m_duck;

    fs::path folder() const { return m_dir->path().toStdString(); }
    Lake lake() const { return Lake(folder(), m_clock); }

    Result<ManifestEntry> writeRows(int count) const
    {
        LakeWrite what;
        what.kind = "bars";
        what.folder = "interval=1d";
        what.part = "1d";
        what.select = "SELECT 'S' || i AS symbol, TIMESTAMP '2020-01-01' + INTERVAL (i) DAY AS ts, "
                      "TIMESTAMP '2020-01-02' + INTERVAL (i) DAY AS known_at, 7 + i AS seq FROM range(CAST(? "
                      "AS BIGINT)) t(i)";
        what.values = {std::int64_t{count}};
        what.keyColumn = "symbol";
        what.timeColumn = "ts";
        return lake().write(*m_duck, what);
    }
    Result<void> list(const ManifestEntry &entry) const
    {
        auto transaction = m_catalog->beginWrite();
        auto added = addToManifest(transaction->database(), entry);
        return added ? transaction->commit() : added;
    }
    std::vector<ManifestEntry> readable() const { return *readableFiles(**m_catalog->reader(), "bars"); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_catalog = *Catalog::create(folder() / "catalog.sqlite", m_clock);
        m_duck = std::make_unique<DuckConnection>(*DuckDatabase::open({})->connect());
    }
    void cleanup() { m_catalog.reset(); }

    void writesAFileAndDescribesIt()
    {
        const auto entry = writeRows(3);
        VERIFY_OK(entry);
        QCOMPARE(entry->rows, std::uint64_t{3});
        QCOMPARE(entry->keyMin, std::string("S0"));
        QCOMPARE(entry->keyMax, std::string("S2"));
        QVERIFY(entry->tsMax == *parseInstant("2020-01-03"));
        QVERIFY(entry->knownMax == *parseInstant("2020-01-04"));
        QCOMPARE(entry->seqMin, std::uint64_t{7});
        QCOMPARE(entry->seqMax, std::uint64_t{9});
        QVERIFY(fs::exists(lake().absolute(*entry)));
        QVERIFY(*sha256File(lake().absolute(*entry)) == entry->sha256);
        QVERIFY(fs::is_empty(folder() / "lake/.tmp"));
        QVERIFY(readable().empty());
        VERIFY_OK(list(*entry));
        QCOMPARE(readable().size(), std::size_t{1});
        QVERIFY(readable()[0].sha256 == entry->sha256 && readable()[0].inode == entry->inode);
    }

    void leavesNothingForAnEmptyQuery()
    {
        const auto entry = writeRows(0);
        VERIFY_OK(entry);
        QCOMPARE(entry->rows, std::uint64_t{0});
        QVERIFY(fs::is_empty(folder() / "lake/.tmp"));
        QVERIFY(fs::is_empty(folder() / "lake/bars/interval=1d"));
    }

    void findsEveryFlippedBit()
    {
        std::vector<ManifestEntry> entries;
        for (int i = 0; i < 3; ++i) {
            entries.push_back(*writeRows(10 + i));
            VERIFY_OK(list(entries.back()));
        }
        VERIFY_OK(lake().verify(*m_catalog, readable()));
        const fs::path victim = lake().absolute(entries[1]);
        std::fstream file(victim, std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(100);
        const int byte = file.get();
        file.seekp(100);
        file.put(static_cast<char>(byte ^ 1));
        file.close();
        const auto verified = lake().verify(*m_catalog, readable());
        VERIFY_ERROR(verified, ErrorCode::Corrupt);
        QVERIFY(verified.error().message.contains(QString::fromStdString(entries[1].file)));
        QCOMPARE(readable().size(), std::size_t{2}); // set aside, the rest is usable
        VERIFY_OK(lake().verify(*m_catalog, readable()));
    }

    void findsAMissingFile()
    {
        const auto entry = writeRows(2);
        VERIFY_OK(list(*entry));
        fs::remove(lake().absolute(*entry));
        const auto verified = lake().verify(*m_catalog, readable());
        VERIFY_ERROR(verified, ErrorCode::Corrupt);
        QVERIFY(readable().empty());
    }

    void aFileThatCannotBeReadNowIsNotSetAside()
    {
        const auto entry = writeRows(2);
        VERIFY_OK(list(*entry));
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        const rlimit none{0, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0); // as if too many files were open
        const auto verified = lake().verify(*m_catalog, {*entry}, {}, {}, Check::Always);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        VERIFY_ERROR(verified, ErrorCode::Storage);
        QCOMPARE(readable().size(), std::size_t{1});
        VERIFY_OK(lake().verify(*m_catalog, readable(), {}, {}, Check::Always));
    }

    void sparesTheFilesOfAnImportThatTakesDays()
    {
        m_clock.set(SystemClock().now()); // the file system stamps real times
        auto bulk = Lease::take(*m_catalog, "bulk", "a long import");
        VERIFY_OK(bulk);
        const auto unfinished = writeRows(4);
        m_clock.advance(std::chrono::hours(25));
        VERIFY_OK((*bulk)->reserveSeq(1)); // it lives
        const auto lease = Lease::take(*m_catalog, "compact", "a test");
        VERIFY_OK(lease);
        QCOMPARE(*lake().sweep(*m_catalog, **lease), std::uint64_t{0});
        QVERIFY(fs::exists(lake().absolute(*unfinished)));
        bulk->reset();
        QCOMPARE(*lake().sweep(*m_catalog, **lease), std::uint64_t{1});
    }

    void hashesAnUntouchedFileAgainAfterSevenDays()
    {
        auto entry = *writeRows(2);
        entry.sha256[0] ^= 1; // as if the bytes had rotted without touching the file
        VERIFY_OK(list(entry));
        VERIFY_OK(lake().verify(*m_catalog, readable()));
        m_clock.advance(std::chrono::days(8));
        const auto verified = lake().verify(*m_catalog, readable());
        VERIFY_ERROR(verified, ErrorCode::Corrupt);
    }

    void sweepsReplacedFilesAndOrphansAfterADay()
    {
        m_clock.set(SystemClock().now()); // the file system stamps real times
        const auto kept = writeRows(2);
        const auto replaced = writeRows(3);
        const auto orphan = writeRows(4);
        VERIFY_OK(list(*kept));
        VERIFY_OK(list(*replaced));
        {
            auto transaction = m_catalog->beginWrite();
            VERIFY_OK(markReplaced(transaction->database(), replaced->file, m_clock.now()));
            VERIFY_OK(transaction->commit());
        }
        QCOMPARE(readable().size(), std::size_t{1});
        const auto lease = Lease::take(*m_catalog, "compact", "a test");
        VERIFY_OK(lease);
        QCOMPARE(*lake().sweep(*m_catalog, **lease), std::uint64_t{0});
        m_clock.advance(std::chrono::hours(25));
        QCOMPARE(*lake().sweep(*m_catalog, **lease), std::uint64_t{2});
        QVERIFY(fs::exists(lake().absolute(*kept)));
        QVERIFY(!fs::exists(lake().absolute(*replaced)));
        QVERIFY(!fs::exists(lake().absolute(*orphan)));
        QCOMPARE(allFiles(**m_catalog->reader())->size(), std::size_t{1});
    }

    void writesAnyTextAsAFileName()
    {
        QCOMPARE(fileNamePart("usgs_quakes-2"), std::string("usgs_quakes-2"));
        QCOMPARE(fileNamePart("../a b=*"), std::string("%2E%2E%2Fa%20b%3D%2A"));
        QCOMPARE(fileNamePart(""), std::string());
    }
};

QTEST_GUILESS_MAIN(tst_Lake)
#include "tst_lake.moc"
