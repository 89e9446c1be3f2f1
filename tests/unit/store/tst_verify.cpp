// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"
#include "core/store/backupfiles.h"
#include "core/store/bulkevents.h"
#include "core/store/lease.h"
#include "core/store/verify.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#include <fstream>
#include <random>

using namespace core::base;
using namespace core::domain;
using namespace core::store;
namespace fs = std::filesystem;

namespace {

std::string readAll(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeAll(const fs::path &file, const std::string &bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

Bar bar(int symbol, int day)
{
    Bar b;
    b.symbol = "S" + std::to_string(100 + symbol);
    b.interval = "1d";
    b.source = "test";
    b.ts = Instant(Date(std::chrono::days(10'000 + day)));
    b.tsEnd = b.ts + std::chrono::hours(21);
    b.knownAt = b.tsEnd;
    b.close = symbol + day * 0.1;
    return b;
}

Event quake(int n)
{
    Event e;
    e.source = "usgs";
    e.id = eventId(e.source, std::to_string(n));
    e.timestamp = Instant(Date(std::chrono::days(10'000 + n)));
    e.knownAt = e.timestamp;
    e.ingestedAt = e.timestamp;
    e.eventType = "earthquake";
    e.entity = "JP";
    e.value = n;
    e.parser = "test";
    return e;
}

std::string payload(int n)
{
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += std::to_string(n * 7919 + i * i) + ",";
    return text;
}

} // namespace

class tst_Verify : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock{*parseInstant("2024-01-02T03:04:05Z")};
    QTemporaryDir m_dir;
    fs::path path(const char *name) const { return fs::path(m_dir.path().toStdString()) / name; }
    std::vector<std::string> m_raw;
    std::vector<std::string> m_lake; ///< two files of bars, the rest of events
    std::vector<std::string> m_companions;

    /// A closed workspace with events, bars and payloads; the same bytes each time it is asked for.
    void prepare(const char *name)
    {
        if (!fs::exists(path("pattern"))) {
            auto made = Workspace::create(path("pattern"), {}, m_clock);
            VERIFY_OK(made);
            Workspace &workspace = **made;
            for (int i = 0; i < 5; ++i) {
                const auto artifact = workspace.vault().put("usgs", "file " + std::to_string(i), payload(i));
                VERIFY_OK(artifact);
                m_raw.push_back(artifact->file);
            }
            const auto lease = Lease::take(workspace.catalog(), "bulk", "a test");
            VERIFY_OK(lease);
            for (int part = 0; part < 2; ++part) {
                auto importing = workspace.bars().beginImport(**lease, "1d");
                VERIFY_OK(importing);
                for (int i = 0; i < 5000; ++i)
                    VERIFY_OK(importing->add(bar(part * 10 + i / 500, i % 500)));
                VERIFY_OK(importing->finish());
            }
            auto bulk = BulkEventWriter::begin(workspace.events(), *lease.value());
            VERIFY_OK(bulk);
            for (int i = 500; i < 1000; ++i)
                VERIFY_OK((*bulk)->append(quake(i)));
            VERIFY_OK((*bulk)->finish());
            std::vector<Event> events;
            for (int i = 0; i < 500; ++i)
                events.push_back(quake(i));
            VERIFY_OK(workspace.events().insert(events));
            const auto reader = workspace.catalog().reader();
            const auto entries = readableFiles(**reader, "");
            for (const ManifestEntry &entry : *entries) {
                m_lake.push_back(entry.file);
                if (entry.kind == "events")
                    m_companions.push_back(Lake::companionOf(entry.file).generic_string());
            }
            QVERIFY(!m_companions.empty());
            writeAll(path("pattern/studies/fomc.json"), "{}");
        }
        fs::remove_all(path(name));
        fs::copy(path("pattern"), path(name), fs::copy_options::recursive);
    }

    void flip(const fs::path &file, std::mt19937_64 &random)
    {
        std::string bytes = readAll(file);
        const std::size_t at = random() % bytes.size();
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
        writeAll(file, bytes);
    }

    bool names(const VerifyReport &report, const std::string &file)
    {
        return report.damaged.size() == 1 && report.damaged.front().file == file;
    }

private Q_SLOTS:
    void soundWorkspaceHasNoDamage()
    {
        prepare("sound");
        const auto report = verifyWorkspace(path("sound"), m_clock);
        VERIFY_OK(report);
        QVERIFY(report->isClean());
        QVERIFY(report->foreign.empty());
        QCOMPARE(report->files, 2U + m_raw.size() + m_lake.size());
        VERIFY_ERROR(verifyWorkspace(path("nothing here"), m_clock), ErrorCode::NotFound);
        CancelToken cancel;
        cancel.cancel();
        VERIFY_ERROR(verifyWorkspace(path("sound"), m_clock, cancel), ErrorCode::Cancelled);
    }

    void everyFlippedBitIsFoundNamedAndSetAside_data()
    {
        QTest::addColumn<QString>("part");
        QTest::newRow("raw") << "raw";
        QTest::newRow("lake") << "lake";
        QTest::newRow("catalog") << "catalog";
    }

    void everyFlippedBitIsFoundNamedAndSetAside()
    {
        QFETCH(QString, part);
        const int flips = countFromEnvironment("FORESHOCK_FLIPS", 100);
        std::mt19937_64 random(11);
        int found = 0;
        int usable = 0;
        prepare("flips");
        for (int i = 0; i < flips; ++i) {
            const std::vector<std::string> &files = part == QStringLiteral("raw") ? m_raw : m_lake;
            const std::string file =
                part == QStringLiteral("catalog") ? "catalog.sqlite" : files[random() % files.size()];
            fs::copy(path("pattern/catalog.sqlite"), path("flips/catalog.sqlite"),
                     fs::copy_options::overwrite_existing);
            flip(path("flips") / file, random);
            const auto report = verifyWorkspace(path("flips"), m_clock);
            VERIFY_OK(report);
            found += names(*report, file);
            if (part == QStringLiteral("catalog"))
                continue;
            QVERIFY(report->damaged.front().isQuarantined);
            QVERIFY(fs::exists(path("flips/quarantine") / file));
            QVERIFY(!fs::exists(path("flips") / file));
            { // the rest is there, and a second look finds nothing new
                const auto again = verifyWorkspace(path("flips"), m_clock);
                VERIFY_OK(again);
                QVERIFY(again->isClean());
                const auto workspace = Workspace::open(path("flips"), m_clock);
                VERIFY_OK(workspace);
                QCOMPARE((*workspace)->info()->damaged, std::vector<std::string>{file});
                const auto symbols = std::vector<std::string>{"S100", "S110"};
                const auto bars = (*workspace)->bars().readMany(symbols, {});
                VERIFY_OK(bars);
                usable += bars->size() == (file.starts_with("lake/bars") ? 1U : 2U);
            }
            fs::copy(path("pattern") / file, path("flips") / file, fs::copy_options::overwrite_existing);
            for (const std::string &companion : m_companions) // went into quarantine with its file
                fs::copy(path("pattern") / companion, path("flips") / companion,
                         fs::copy_options::overwrite_existing);
        }
        QCOMPARE(found, flips);
        QCOMPARE(usable, part == QStringLiteral("catalog") ? 0 : flips);
    }

    void damagedCompanionIsNamedAndMadeAgain()
    {
        prepare("companion");
        std::mt19937_64 random(2);
        flip(path("companion") / m_companions.front(), random);
        QVERIFY(names(*verifyWorkspace(path("companion"), m_clock), m_companions.front()));
        const auto workspace = Workspace::open(path("companion"), m_clock);
        VERIFY_OK(workspace);
        std::vector<Event> known;
        for (int i = 500; i < 1000; ++i)
            known.push_back(quake(i));
        const auto inserted = (*workspace)->events().insert(known);
        VERIFY_OK(inserted);
        QCOMPARE(inserted->duplicates, 500U);
        QVERIFY(verifyWorkspace(path("companion"), m_clock)->isClean());
    }

    void cutAndLostFilesAreNamed()
    {
        prepare("cut");
        fs::resize_file(path("cut") / m_lake[0], fs::file_size(path("cut") / m_lake[0]) / 2);
        fs::remove(path("cut") / m_lake[1]);
        fs::resize_file(path("cut") / m_raw[0], 0);
        fs::remove(path("cut") / m_raw[1]);
        const auto report = verifyWorkspace(path("cut"), m_clock);
        VERIFY_OK(report);
        std::vector<std::string> damaged;
        for (const Damage &one : report->damaged)
            damaged.push_back(one.file);
        std::vector<std::string> expected{m_raw[0], m_raw[1], m_lake[0], m_lake[1]};
        std::ranges::sort(damaged);
        std::ranges::sort(expected);
        QCOMPARE(damaged, expected);
        fs::resize_file(path("cut/catalog.sqlite"), 3 * 4096 + 100);
        const auto worse = verifyWorkspace(path("cut"), m_clock);
        VERIFY_OK(worse);
        QVERIFY(!worse->isClean());
        fs::remove(path("cut/catalog.sqlite"));
        QVERIFY(names(*verifyWorkspace(path("cut"), m_clock), "catalog.sqlite"));
    }

    void foreignFilesAreNamedAndLeftAlone()
    {
        prepare("foreign");
        writeAll(path("foreign/lake/bars/interval=1d/mine.parquet"), "PAR1");
        const auto report = verifyWorkspace(path("foreign"), m_clock);
        VERIFY_OK(report);
        QVERIFY(report->isClean());
        QCOMPARE(report->foreign, std::vector<std::string>{"lake/bars/interval=1d/mine.parquet"});
        QVERIFY(fs::exists(path("foreign/lake/bars/interval=1d/mine.parquet")));
    }

    void backupComesBackWhole()
    {
        prepare("source");
        const auto workspace = Workspace::open(path("source"), m_clock);
        VERIFY_OK(workspace);
        const auto lease = Lease::take((*workspace)->catalog(), "ingest", "writes on");
        const auto backup = backupWorkspace(**workspace, path("copy.zip"));
        VERIFY_OK(backup);
        QVERIFY(backup->leftOut.empty());
        VERIFY_ERROR(backupWorkspace(**workspace, path("copy.zip")), ErrorCode::BadInput);
        const std::vector<Event> more{quake(9999)}; // after the moment of the backup
        VERIFY_OK((*workspace)->events().insert(more));
        const auto restored = restoreWorkspace(path("copy.zip"), path("restored"));
        VERIFY_OK(restored);
        QCOMPARE(restored->snapshot, backup->snapshot);
        QCOMPARE(restored->files, backup->files);
        const auto report = verifyWorkspace(path("restored"), m_clock);
        VERIFY_OK(report);
        QVERIFY(report->isClean());
        QCOMPARE(readAll(path("restored/studies/fomc.json")), std::string("{}"));
        const auto again = Workspace::open(path("restored"), m_clock);
        VERIFY_OK(again);
        QCOMPARE((*again)->info()->snapshot, backup->snapshot);
        QVERIFY(liveLeases((*again)->catalog())->empty());
        QCOMPARE((*again)->bars().readMany({"S100", "S110"}, {})->size(), std::size_t(2));
        QCOMPARE(*(*again)->vault().get(sha256(payload(3))), payload(3));
        QCOMPARE((*again)->events().count({}, "source")->front().count, 1000U);
        VERIFY_ERROR(restoreWorkspace(path("copy.zip"), path("restored")), ErrorCode::BadInput);
        int leftovers = 0;
        for (const auto &entry : fs::directory_iterator(m_dir.path().toStdString()))
            leftovers += entry.path().filename().string().starts_with(".tmp");
        QCOMPARE(leftovers, 0);
    }

    void backupDuringAnImportHoldsWhatWasThereBefore()
    {
        prepare("busy");
        const auto workspace = Workspace::open(path("busy"), m_clock);
        VERIFY_OK(workspace);
        const auto lease = Lease::take((*workspace)->catalog(), "bulk", "imports");
        auto bulk = BulkEventWriter::begin((*workspace)->events(), *lease.value());
        VERIFY_OK(bulk);
        for (int i = 2000; i < 2500; ++i)
            VERIFY_OK((*bulk)->append(quake(i)));
        // all files are written, the manifest is about to name them
        VERIFY_OK((*bulk)->finish([&](WriteTransaction &, const InsertSummary &) -> Result<void> {
            const auto backup = backupWorkspace(**workspace, path("busy.zip"));
            return backup ? Result<void>() : Result<void>(backup.error());
        }));
        VERIFY_OK(restoreWorkspace(path("busy.zip"), path("before")));
        const auto report = verifyWorkspace(path("before"), m_clock);
        VERIFY_OK(report);
        QVERIFY(report->isClean() && report->foreign.empty());
        const auto restored = Workspace::open(path("before"), m_clock);
        VERIFY_OK(restored);
        QCOMPARE((*restored)->events().count({}, "source")->front().count, 1000U);
        QCOMPARE((*workspace)->events().count({}, "source")->front().count, 1500U);
    }

    void unreadablePayloadIsNamedAndStaysWhereItIs()
    {
        prepare("unreadable");
        const fs::path file = path("unreadable") / m_raw[0];
        fs::rename(file, path("elsewhere"));
        fs::create_directory(file); // opens, but its bytes cannot be read: as a disk or a share that fails
        fs::rename(path("unreadable") / m_lake[0], path("elsewhere too"));
        fs::create_directory(path("unreadable") / m_lake[0]);
        const auto report = verifyWorkspace(path("unreadable"), m_clock);
        VERIFY_OK(report);
        QCOMPARE(report->damaged.size(), std::size_t(2));
        for (const Damage &one : report->damaged)
            QVERIFY(!one.isQuarantined);
        for (const auto &[from, to] :
             {std::pair("elsewhere", m_raw[0]), std::pair("elsewhere too", m_lake[0])}) {
            fs::remove(path("unreadable") / to);
            fs::rename(path(from), path("unreadable") / to);
        }
        QVERIFY(verifyWorkspace(path("unreadable"), m_clock)->isClean());
        QVERIFY((*Workspace::open(path("unreadable"), m_clock))->info()->damaged.empty());
    }

    void backupLeavesDamagedFilesOut()
    {
        prepare("rotten");
        std::mt19937_64 random(5);
        flip(path("rotten") / m_lake[0], random);
        const auto workspace = Workspace::open(path("rotten"), m_clock);
        VERIFY_OK(workspace);
        const auto backup = backupWorkspace(**workspace, path("rotten.zip"));
        VERIFY_OK(backup);
        QCOMPARE(backup->leftOut, std::vector<std::string>{m_lake[0]});
    }

    void damagedBackupIsRefusedWhole()
    {
        prepare("tobackup");
        {
            const auto workspace = Workspace::open(path("tobackup"), m_clock);
            VERIFY_OK(workspace);
            VERIFY_OK(backupWorkspace(**workspace, path("good.zip")));
        }
        const std::string good = readAll(path("good.zip"));
        std::mt19937_64 random(3);
        for (int i = 0; i < 40; ++i) {
            std::string bad = good;
            if (i < 30) // in what is stored: the names and lengths at the end have their own checks
                bad[random() % (good.size() * 3 / 4)] ^= 4;
            else
                bad.resize(random() % good.size());
            writeAll(path("bad.zip"), bad);
            const auto restored = restoreWorkspace(path("bad.zip"), path("fromBad"));
            if (restored.ok()) // a flip in a header's time stamp changes nothing that is restored
                QVERIFY(verifyWorkspace(path("fromBad"), m_clock)->isClean());
            else
                QVERIFY(!fs::exists(path("fromBad")));
            fs::remove_all(path("fromBad"));
        }
        writeAll(path("bad.zip"), "no zip at all");
        VERIFY_ERROR(restoreWorkspace(path("bad.zip"), path("fromBad")), ErrorCode::BadInput);
        VERIFY_ERROR(restoreWorkspace(path("not there.zip"), path("fromBad")), ErrorCode::NotFound);
    }

    void foreignCatalogsAreNotRestored_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("lake file above") << "UPDATE manifest SET file = '../' || file WHERE kind = 'bars'";
        QTest::newRow("lake file elsewhere") << "UPDATE manifest SET file = '/tmp/' || file";
        QTest::newRow("a study as payload") << "UPDATE artifacts SET file = 'studies/fomc.json'";
        QTest::newRow("ticks above") << "INSERT INTO tick_days VALUES "
                                        "('ticks', 'X', 1, 1, 's', 1, zeroblob(32), 'lake/../../precious')";
        QTest::newRow("trigger")
            << "CREATE TRIGGER evil AFTER DELETE ON leases BEGIN DELETE FROM manifest; END";
        QTest::newRow("view") << "CREATE VIEW evil AS SELECT 1";
    }
    void foreignCatalogsAreNotRestored()
    {
        QFETCH(QString, change);
        prepare("foreign");
        {
            const auto workspace = Workspace::open(path("foreign"), m_clock);
            VERIFY_OK(workspace);
            auto transaction = (*workspace)->catalog().beginWrite();
            VERIFY_OK(transaction);
            VERIFY_OK(transaction->database().execute(change.toStdString()));
            VERIFY_OK(transaction->commit());
            fs::remove(path("foreign.zip"));
            VERIFY_OK(backupWorkspace(**workspace, path("foreign.zip")));
        }
        VERIFY_ERROR(restoreWorkspace(path("foreign.zip"), path("fromForeign")), ErrorCode::BadInput);
        QVERIFY(!fs::exists(path("fromForeign")));
    }

    void filesOutsideTheWorkspaceStayWhereTheyAre()
    {
        prepare("led astray");
        writeAll(path("precious"), "a user's");
        const auto workspace = Workspace::open(path("led astray"), m_clock);
        VERIFY_OK(workspace);
        const auto change = [&](const std::string &sql) {
            auto transaction = (*workspace)->catalog().beginWrite();
            VERIFY_OK(transaction);
            VERIFY_OK(transaction->database().execute(sql));
            VERIFY_OK(transaction->commit());
        };
        change("UPDATE manifest SET file = '../precious' WHERE file = '" + m_lake[0] + "'");
        const auto report = verifyWorkspace(path("led astray"), m_clock);
        VERIFY_OK(report);
        QVERIFY(names(*report, "../precious"));
        QVERIFY(!report->damaged.front().isQuarantined);
        change("UPDATE manifest SET replaced_at = 1 WHERE file = '../precious'");
        const auto lease = Lease::take((*workspace)->catalog(), "compact", "a test");
        VERIFY_OK((*workspace)->lake().sweep((*workspace)->catalog(), **lease));
        QCOMPARE(readAll(path("precious")), std::string("a user's"));
    }

    void aFileThatChangesMeanwhileIsBackedUpAsItWasRead()
    {
        prepare("lively");
        const auto workspace = Workspace::open(path("lively"), m_clock);
        VERIFY_OK(workspace);
        int saves = 0;
        const auto save = [&](const Progress &) {
            writeAll(path("lively/studies/fomc.json"), std::string(static_cast<std::size_t>(++saves), 'x'));
        };
        const auto backup = backupWorkspace(**workspace, path("lively.zip"), {}, save);
        VERIFY_OK(backup);
        QVERIFY(backup->leftOut.empty());
        VERIFY_OK(restoreWorkspace(path("lively.zip"), path("fromLively")));
    }

    void aBackupWithoutItsIdentityIsNone()
    {
        prepare("nameless");
        const auto workspace = Workspace::open(path("nameless"), m_clock);
        VERIFY_OK(workspace);
        fs::remove(path("nameless/workspace.json"));
        VERIFY_ERROR(backupWorkspace(**workspace, path("nameless.zip")), ErrorCode::NotFound);
        QVERIFY(!fs::exists(path("nameless.zip")));
    }

    void aCheckLeavesTheLocksOfTheProcess()
    {
        prepare("locked");
        const auto workspace = Workspace::open(path("locked"), m_clock);
        VERIFY_OK(workspace);
        const auto isLocked = [file = path("locked/catalog.sqlite").string()] { // as another process sees it
            const pid_t child = ::fork();
            if (child == 0) {
                struct flock lock = {};
                lock.l_type = F_WRLCK;
                lock.l_whence = SEEK_SET;
                const int opened = ::open(file.c_str(), O_RDWR);
                const bool isHeld =
                    opened >= 0 && ::fcntl(opened, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
                ::_exit(isHeld ? 1 : 0);
            }
            int status = 0;
            ::waitpid(child, &status, 0);
            return WIFEXITED(status) && WEXITSTATUS(status) == 1;
        };
        QVERIFY(isLocked());
        VERIFY_OK(verifyWorkspace(path("locked"), m_clock));
        QVERIFY(isLocked());
    }

    void namesThatLeaveTheFolderAreRefused()
    {
        for (const char *name :
             {"raw/usgs/2024/01/02/a.zst", "lake/events/source=a/year=2011/x.parquet", "catalog.sqlite"})
            QVERIFY2(isBackupPath(name), name);
        for (const char *name :
             {"", "/etc/passwd", "../x", "raw/../../x", "raw//x", "raw/", "raw/./x", "C:\\x", "raw\\..\\x",
              "raw/c:x", "other/x", "quarantine/x", "raw/a\nb", "rawx"})
            QVERIFY2(!isBackupPath(name), name);
        // a whole archive whose list names such a file
        zip_t *archive = zip_open(path("slip.zip").c_str(), ZIP_CREATE, nullptr);
        const std::string list =
            "{\"format\": 1, \"files\": [{\"path\": \"../slip.txt\", \"bytes\": 1, \"sha256\": \"" +
            toHex(sha256("x")) + "\"}]}";
        zip_file_add(archive, "../slip.txt", zip_source_buffer(archive, "x", 1, 0), 0);
        zip_file_add(archive, "backup.json", zip_source_buffer(archive, list.data(), list.size(), 0), 0);
        QCOMPARE(zip_close(archive), 0);
        VERIFY_ERROR(restoreWorkspace(path("slip.zip"), path("slipped/deep")), ErrorCode::BadInput);
        QVERIFY(!fs::exists(path("slipped/slip.txt")) && !fs::exists(path("slip.txt")));
    }
};

QTEST_APPLESS_MAIN(tst_Verify)
#include "tst_verify.moc"
