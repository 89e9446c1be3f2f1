// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What was acknowledged stays: a writing process is killed a hundred times (FORESHOCK_KILLS says another
// number), and the disk runs full.
#include "core/store/bulkevents.h"
#include "core/store/eventcompact.h"
#include "core/store/lease.h"
#include "core/store/verify.h"
#include "core/store/workspace.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <random>
#include <set>

using namespace core::base;
using namespace core::domain;
using namespace core::store;
namespace fs = std::filesystem;

namespace {

constexpr int kBatchRows = 50;
enum class Work { Live, BulkEvents, Bars, Compact };

const ManualClock &standingClock()
{
    static const ManualClock clock(*parseInstant("2024-01-02T03:04:05Z"));
    return clock;
}

std::string batchName(int batch)
{
    return "batch" + std::to_string(batch);
}

std::vector<Event> eventsOf(int batch)
{
    std::vector<Event> events(kBatchRows);
    for (int i = 0; i < kBatchRows; ++i) {
        Event &e = events[static_cast<std::size_t>(i)];
        e.source = "test";
        e.id = eventId(e.source, batchName(batch) + '/' + std::to_string(i));
        e.timestamp = Instant(Date(std::chrono::days(15'000 + i)));
        e.knownAt = e.timestamp;
        e.ingestedAt = e.timestamp; // long ago: compaction may seal it at once
        e.eventType = "tick";
        e.entity = batchName(batch);
        e.parser = "test";
    }
    return events;
}

std::vector<Bar> barsOf(int batch)
{
    std::vector<Bar> bars(kBatchRows);
    for (int i = 0; i < kBatchRows; ++i) {
        Bar &b = bars[static_cast<std::size_t>(i)];
        b.symbol = batchName(batch);
        b.interval = "1d";
        b.source = "test";
        b.ts = Instant(Date(std::chrono::days(15'000 + i)));
        b.tsEnd = b.ts + std::chrono::hours(21);
        b.knownAt = b.tsEnd;
        b.close = i;
    }
    return bars;
}

Result<void> storeBars(Workspace &workspace, Lease &lease, int batch)
{
    auto importing = workspace.bars().beginImport(lease, "1d");
    if (!importing)
        return importing.error();
    for (const Bar &bar : barsOf(batch)) {
        if (auto added = importing->add(bar); !added)
            return added;
    }
    const auto done = importing->finish();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> storeEventsInBulk(Workspace &workspace, Lease &lease, int batch)
{
    auto writer = BulkEventWriter::begin(workspace.events(), lease);
    if (!writer)
        return writer.error();
    for (const Event &event : eventsOf(batch)) {
        if (auto added = (*writer)->append(event); !added)
            return added;
    }
    const auto done = (*writer)->finish();
    return done ? Result<void>() : Result<void>(done.error());
}

/// A step that takes some tenths of a second, after one that does not.
std::vector<Migration> stepsOfTomorrow()
{
    std::vector<Migration> steps(migrations().begin(), migrations().end());
    steps.push_back({9001, "quick", "-- A quick step.\nCREATE TABLE quick (x);"});
    steps.push_back(
        {9002, "slow",
         "-- A slow step.\nCREATE TABLE slow (x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
         "FROM n WHERE i < 300000) INSERT INTO slow SELECT i FROM n;"});
    return steps;
}

/// The process that is killed: stores batch after batch and says on stdout which one is safe.
int writeUntilKilled(const char *folder, Work work, int batch)
{
    const auto workspace = Workspace::open(folder, standingClock());
    if (!workspace)
        return 2;
    const auto lease =
        Lease::take((*workspace)->catalog(), work == Work::Compact ? "compact" : "bulk", "to be killed");
    if (!lease)
        return 3;
    for (;; ++batch) {
        Result<void> stored;
        if (work == Work::Bars) {
            stored = storeBars(**workspace, **lease, batch);
        } else if (work == Work::BulkEvents) {
            stored = storeEventsInBulk(**workspace, **lease, batch);
        } else {
            const auto inserted = (*workspace)->events().insert(eventsOf(batch));
            stored = inserted ? Result<void>() : Result<void>(inserted.error());
        }
        if (!stored)
            return 4;
        if (::write(STDOUT_FILENO, &batch, sizeof batch) != sizeof batch)
            return 5;
        if (work == Work::Compact) {
            if (!compactEvents((*workspace)->events(), **lease) || !(*workspace)->bars().compact(**lease, 3))
                return 6;
        }
    }
}

/// Starts the child, lets it acknowledge some batches, kills it at a random moment. What it acknowledged.
std::vector<int> killOnce(const fs::path &folder, Work work, int firstBatch, std::mt19937_64 &random)
{
    std::vector<int> acknowledged;
    int pipes[2];
    if (::pipe(pipes) != 0)
        return acknowledged;
    const std::string program = QCoreApplication::applicationFilePath().toStdString();
    const std::string kind = std::to_string(static_cast<int>(work));
    const std::string first = std::to_string(firstBatch);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(pipes[1], STDOUT_FILENO);
        ::close(pipes[0]);
        ::close(pipes[1]);
        ::execl(program.c_str(), program.c_str(), "--write", folder.c_str(), kind.c_str(), first.c_str(),
                nullptr);
        ::_exit(9);
    }
    ::close(pipes[1]);
    const std::size_t enough = 1 + random() % 4;
    int batch = 0;
    while (acknowledged.size() < enough && ::read(pipes[0], &batch, sizeof batch) == sizeof batch)
        acknowledged.push_back(batch);
    ::usleep(static_cast<useconds_t>(random() % (work == Work::Live ? 3'000 : 30'000)));
    ::kill(child, SIGKILL);
    while (::read(pipes[0], &batch, sizeof batch) == sizeof batch)
        acknowledged.push_back(batch);
    ::close(pipes[0]);
    ::waitpid(child, nullptr, 0);
    return acknowledged;
}

} // namespace

class tst_Survival : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    fs::path path(const char *name) const { return fs::path(m_dir.path().toStdString()) / name; }

    /// Every acknowledged batch is there, and every batch that is there is there whole and once.
    static void check(const fs::path &folder, const std::set<std::string> &events,
                      const std::set<std::string> &bars)
    {
        const Stopwatch restart;
        const auto workspace = Workspace::open(folder, standingClock());
        VERIFY_OK(workspace);
        const auto groups = (*workspace)->events().count({}, "entity");
        VERIFY_OK(groups);
        QVERIFY2(restart.seconds() < 3, "restart took more than 3 seconds");
        std::set<std::string> seen;
        for (const EventGroup &group : *groups) {
            QCOMPARE(group.count, static_cast<std::uint64_t>(kBatchRows));
            seen.insert(group.key);
        }
        QVERIFY(std::ranges::includes(seen, events));
        const auto symbols = (*workspace)->bars().symbols("1d");
        VERIFY_OK(symbols);
        QVERIFY(std::ranges::includes(*symbols, bars));
        const auto series = (*workspace)->bars().readMany(*symbols, {});
        VERIFY_OK(series);
        QCOMPARE(series->size(), symbols->size());
        for (const auto &[symbol, one] : *series)
            QCOMPARE(one.size(), static_cast<std::size_t>(kBatchRows));
    }

private Q_SLOTS:
    void nothingAcknowledgedIsLostWhenKilled()
    {
        const fs::path folder = path("killed");
        VERIFY_OK(Workspace::create(folder, {}, standingClock()));
        std::mt19937_64 random(1);
        std::set<std::string> events;
        std::set<std::string> bars;
        const int kills = countFromEnvironment("FORESHOCK_KILLS", 100);
        for (int kill = 0; kill < kills; ++kill) {
            const Work work = static_cast<Work>(kill % 4);
            const auto acknowledged = killOnce(folder, work, 1000 * (kill + 1), random);
            QVERIFY2(!acknowledged.empty(),
                     qPrintable(QStringLiteral("kill %1: the writer did not get anywhere").arg(kill)));
            for (const int batch : acknowledged)
                (work == Work::Bars ? bars : events).insert(batchName(batch));
            check(folder, events, bars);
            if (QTest::currentTestFailed())
                return;
        }
        const auto report = verifyWorkspace(folder, standingClock());
        VERIFY_OK(report);
        QVERIFY2(report->isClean(),
                 qPrintable(report->damaged.empty() ? QString() : report->damaged.front().what));
    }

    void killedUpgradeLeavesTheOldCatalogOrTheNew()
    {
        const std::string program = QCoreApplication::applicationFilePath().toStdString();
        std::mt19937_64 random(3);
        int whole = 0;
        const int kills = countFromEnvironment("FORESHOCK_KILLS", 100) / 5;
        for (int kill = 0; kill < kills; ++kill) {
            const fs::path file = path("upgraded.sqlite");
            for (const char *end : {"", "-wal", "-shm", ".before-9001"})
                fs::remove(file.string() + end);
            VERIFY_OK(Catalog::create(file, standingClock()));
            const pid_t child = ::fork();
            if (child == 0) {
                ::execl(program.c_str(), program.c_str(), "--upgrade", file.c_str(), nullptr);
                ::_exit(9);
            }
            ::usleep(static_cast<useconds_t>(random() % 120'000));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            {
                auto database = Database::open(file, Database::Access::ReadWrite);
                VERIFY_OK(database);
                const auto applied =
                    (*database)->queryInteger("SELECT count(*) FROM migrations WHERE number > 9000");
                VERIFY_OK(applied);
                QVERIFY(*applied == 0 || *applied == 2);
                whole += *applied == 2 ? 1 : 0;
            }
            const auto catalog = Catalog::open(file, standingClock(), stepsOfTomorrow());
            VERIFY_OK(catalog);
            QCOMPARE(**(*(*catalog)->reader())->queryInteger("SELECT count(*) FROM slow"), 300'000);
        }
        QVERIFY2(whole < kills, "every upgrade was done before it was killed");
    }

    void fullDiskLosesNothingAndWorkGoesOnWhenThereIsRoom()
    {
        onSmallDisk([this](const fs::path &disk) { fillAndFree(disk); });
    }

    void workspaceOnAFullDiskCanBeRead()
    {
        onSmallDisk([](const fs::path &disk) {
            {
                const auto workspace = Workspace::create(disk / "w", {}, standingClock());
                VERIFY_OK(workspace);
                const auto lease = Lease::take((*workspace)->catalog(), "bulk", "before the disk is full");
                VERIFY_OK(storeBars(**workspace, **lease, 1));
                VERIFY_OK((*workspace)->events().insert(eventsOf(2)));
            }
            fill(disk, "ballast", 0);
            {
                const auto workspace = Workspace::open(disk / "w", standingClock());
                VERIFY_OK(workspace);
                const auto inserted = (*workspace)->events().insert(eventsOf(3));
                VERIFY_ERROR(inserted, ErrorCode::Storage);
                QVERIFY2(inserted.error().message.contains(QStringLiteral("full")),
                         qPrintable(inserted.error().message));
            }
            check(disk / "w", {batchName(2)}, {batchName(1)});
        });
    }

private:
    template <typename Test>
    void onSmallDisk(const Test &test)
    {
        const fs::path disk = path("disk");
        fs::create_directories(disk);
        if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=16m") != 0)
            QSKIP("a small disk can only be made by root, so this test cannot fill one");
        test(disk);
        ::umount2(disk.c_str(), MNT_DETACH);
    }

    /// Leaves so many bytes of the disk, give or take a page.
    static void fill(const fs::path &disk, const char *name, std::size_t leave)
    {
        std::ofstream out(disk / name, std::ios::binary);
        const std::string block(4096, 'x');
        for (auto left = fs::space(disk).available; left >= leave + block.size() && out;
             left = fs::space(disk).available)
            out.write(block.data(), static_cast<std::streamsize>(block.size())).flush();
    }

    void fillAndFree(const fs::path &disk)
    {
        const auto workspace = Workspace::create(disk / "w", {}, standingClock());
        VERIFY_OK(workspace);
        Workspace &w = **workspace;
        const auto lease = Lease::take(w.catalog(), "bulk", "fills the disk");
        VERIFY_OK(lease);
        VERIFY_OK(storeBars(w, **lease, 1));
        fill(disk, "ballast", 1 << 20);
        std::set<std::string> stored;
        Result<InsertSummary> inserted = w.events().insert(eventsOf(0));
        for (int batch = 1; inserted && batch < 10'000; ++batch) {
            stored.insert(batchName(batch - 1));
            inserted = w.events().insert(eventsOf(batch));
        }
        QVERIFY(stored.size() > 3);
        VERIFY_ERROR(inserted, ErrorCode::Storage);
        QVERIFY2(inserted.error().message.contains(QStringLiteral("full")),
                 qPrintable(inserted.error().message));
        fill(disk, "rest", 0);
        std::string noise(300'000, ' ');
        std::mt19937 random(1);
        for (char &c : noise)
            c = static_cast<char>(random());
        const auto large = w.vault().put("test", "noise", noise);
        VERIFY_ERROR(large, ErrorCode::Storage);
        QVERIFY2(large.error().message.contains(QStringLiteral("full")), qPrintable(large.error().message));
        const auto bars = storeBars(w, **lease, 2);
        VERIFY_ERROR(bars, ErrorCode::Storage);
        QVERIFY2(bars.error().message.contains(QStringLiteral("full")), qPrintable(bars.error().message));

        fs::remove(disk / "ballast");
        fs::remove(disk / "rest");
        VERIFY_OK(w.events().insert(eventsOf(20'000)));
        stored.insert(batchName(20'000));
        VERIFY_OK(storeBars(w, **lease, 2));
        VERIFY_OK(w.vault().put("test", "noise", noise));
        check(disk / "w", stored, {batchName(1), batchName(2)});
    }
};

int main(int argc, char **argv)
{
    if (argc == 5 && std::strcmp(argv[1], "--write") == 0)
        return writeUntilKilled(argv[2], static_cast<Work>(std::stoi(argv[3])), std::stoi(argv[4]));
    if (argc == 3 && std::strcmp(argv[1], "--upgrade") == 0)
        return Catalog::open(argv[2], standingClock(), stepsOfTomorrow()).ok() ? 0 : 2;
    QCoreApplication app(argc, argv);
    tst_Survival test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_survival.moc"
