// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/catalog.h"
#include "core/store/lease.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <unistd.h>

#include <atomic>
#include <thread>

using namespace core::base;
using namespace core::store;

class tst_Catalog : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    ManualClock m_clock{*parseInstant("2024-01-02T03:04:05Z")};
    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }

    /// Makes the row of a lease look as if another process had taken it.
    static void disguise(Catalog &catalog, std::int64_t pid, const char *boot)
    {
        auto transaction = catalog.beginWrite();
        VERIFY_OK(transaction);
        auto update = transaction->database().prepare(
            "UPDATE leases SET pid = ?, token = 'other', boot_id = iif(? = '', boot_id, ?)");
        VERIFY_OK(update);
        VERIFY_OK(update->bind(1, pid).bind(2, boot).bind(3, boot).run());
        VERIFY_OK(transaction->commit());
    }

private Q_SLOTS:
    void opensWhatItMade()
    {
        VERIFY_OK(Catalog::create(path("made"), m_clock));
        const auto again = Catalog::open(path("made"), m_clock);
        VERIFY_OK(again);
        QVERIFY((*again)->migrationOutcome() == MigrationOutcome::Current);
        VERIFY_ERROR(Catalog::create(path("made"), m_clock), ErrorCode::BadInput);
        for (const Migration &step : migrations())
            QVERIFY2(description(step).size() > 10, step.name.data());
    }

    void upgradesAfterABackup()
    {
        VERIFY_OK(Catalog::create(path("old"), m_clock));
        std::vector<Migration> steps(migrations().begin(), migrations().end());
        steps.push_back({9001, "more", "-- Adds a table of more.\nCREATE TABLE more (x);"});
        const auto upgraded = Catalog::open(path("old"), m_clock, steps);
        VERIFY_OK(upgraded);
        QVERIFY((*upgraded)->migrationOutcome() == MigrationOutcome::Upgraded);
        QVERIFY(std::filesystem::exists(path("old.before-9001")));
        QCOMPARE(**(*(*upgraded)->reader())->queryInteger("SELECT count(*) FROM more"), 0);
        QVERIFY(liveLeases(**upgraded)->empty());
    }

    void failedUpgradeLeavesTheCatalogAsItWas()
    {
        VERIFY_OK(Catalog::create(path("failed"), m_clock));
        std::vector<Migration> steps(migrations().begin(), migrations().end());
        steps.push_back({9001, "good", "-- A good step.\nCREATE TABLE good (x);"});
        steps.push_back(
            {9002, "bad", "-- A bad step.\nCREATE TABLE bad (x); INSERT INTO nothing VALUES (1);"});
        const auto failed = Catalog::open(path("failed"), m_clock, steps);
        QVERIFY(!failed.ok());
        QVERIFY(failed.error().message.contains(QStringLiteral("failed.before-9001")));
        const auto still = Catalog::open(path("failed"), m_clock);
        VERIFY_OK(still);
        QCOMPARE(**(*(*still)->reader())
                       ->queryInteger("SELECT count(*) FROM sqlite_schema WHERE name IN ('good', 'bad')"),
                 0);
    }

    void everyEarlierVersionBecomesTheSameSchema()
    {
        const auto schemaOf = [](const Catalog &catalog) {
            const auto reader = catalog.reader();
            auto rows =
                (*reader)->prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
            std::string schema;
            while (*rows->step())
                schema += std::string(rows->text(0)) + ";\n";
            return schema;
        };
        const auto fresh = Catalog::create(path("fresh"), m_clock);
        VERIFY_OK(fresh);
        for (std::size_t known = 1; known < migrations().size(); ++known) {
            const auto file = path(("version" + std::to_string(known)).c_str());
            {
                auto database = Database::open(file, Database::Access::Create);
                VERIFY_OK(database);
                VERIFY_OK(migrate(**database, migrations().first(known), m_clock));
            }
            const auto upgraded = Catalog::open(file, m_clock);
            VERIFY_OK(upgraded);
            QVERIFY((*upgraded)->migrationOutcome() == MigrationOutcome::Upgraded);
            QCOMPARE(schemaOf(**upgraded), schemaOf(**fresh));
        }
    }

    void manyThreadsShareTheCatalog()
    {
        const auto catalog = Catalog::create(path("threads"), m_clock);
        VERIFY_OK(catalog);
        std::atomic<int> failures = 0;
        {
            std::vector<std::jthread> threads;
            for (int thread = 0; thread < 4; ++thread) {
                threads.emplace_back([&] {
                    for (int i = 0; i < 20; ++i) {
                        const auto before = (*catalog)->snapshot();
                        auto transaction = (*catalog)->beginWrite();
                        const auto seq =
                            transaction ? transaction->nextSeq() : Result<std::uint64_t>(transaction.error());
                        const bool isGood = before && seq && *seq > *before && transaction->commit();
                        failures += isGood ? 0 : 1;
                    }
                });
            }
        }
        QCOMPARE(failures.load(), 0);
        QCOMPARE(*(*catalog)->snapshot(), 80U);
    }

    void newerCatalogIsRefused()
    {
        std::vector<Migration> steps(migrations().begin(), migrations().end());
        VERIFY_OK(Catalog::create(path("newer"), m_clock));
        steps.push_back({9001, "later", "-- A later step.\nCREATE TABLE later (x);"});
        VERIFY_OK(Catalog::open(path("newer"), m_clock, steps));
        VERIFY_ERROR(Catalog::open(path("newer"), m_clock), ErrorCode::Newer);
    }

    void upgradeWaitsForNoOneAtWork()
    {
        const auto catalog = Catalog::create(path("busy"), m_clock);
        VERIFY_OK(catalog);
        const auto lease = Lease::take(**catalog, "ingest", "fetching");
        VERIFY_OK(lease);
        std::vector<Migration> steps(migrations().begin(), migrations().end());
        steps.push_back({9001, "more", "-- Adds a table.\nCREATE TABLE more (x);"});
        VERIFY_ERROR(Catalog::open(path("busy"), m_clock, steps), ErrorCode::LeaseHeld);
    }

    void countsCommits()
    {
        const auto catalog = Catalog::create(path("seq"), m_clock);
        VERIFY_OK(catalog);
        QCOMPARE(*(*catalog)->snapshot(), 0U);
        {
            auto transaction = (*catalog)->beginWrite();
            VERIFY_OK(transaction);
            QCOMPARE(*transaction->nextSeq(), 1U);
            QCOMPARE(*transaction->nextSeq(10), 2U);
            VERIFY_OK(transaction->commit());
        }
        {
            auto transaction = (*catalog)->beginWrite();
            QCOMPARE(*transaction->nextSeq(), 12U); // not committed: given again
        }
        QCOMPARE(*(*catalog)->snapshot(), 11U);
    }

    void snapshotStaysBelowReservedRows()
    {
        const auto catalog = Catalog::create(path("reserved"), m_clock);
        VERIFY_OK(catalog);
        const auto lease = Lease::take(**catalog, "bulk", "import bars");
        VERIFY_OK(lease);
        QCOMPARE(*(*lease)->reserveSeq(100), 1U);
        const auto live = [&] {
            auto transaction = (*catalog)->beginWrite();
            VERIFY_OK(transaction);
            VERIFY_OK(transaction->nextSeq());
            VERIFY_OK(transaction->commit());
        };
        live();
        QCOMPARE(*(*catalog)->snapshot(), 0U);
        {
            auto transaction = (*catalog)->beginWrite();
            VERIFY_OK((*lease)->publish(*transaction));
            VERIFY_OK(transaction->commit());
        }
        QCOMPARE(*(*catalog)->snapshot(), 101U);
        QCOMPARE(*(*lease)->reserveSeq(1), 102U);
        m_clock.advance(
            std::chrono::minutes(1)); // silent for a minute: the snapshot passes, so the holder must fail
        QCOMPARE(*(*catalog)->snapshot(), 102U);
        auto transaction = (*catalog)->beginWrite();
        VERIFY_ERROR((*lease)->publish(*transaction), ErrorCode::LeaseHeld);
    }

    void silentLeaseThatNoOneTookLivesOn() // the machine was suspended
    {
        const auto catalog = Catalog::create(path("suspended"), m_clock);
        VERIFY_OK(catalog);
        const auto lease = Lease::take(**catalog, "bulk", "import bars");
        VERIFY_OK(lease);
        m_clock.advance(std::chrono::minutes(5));
        VERIFY_OK((*lease)->reserveSeq(1));
        QCOMPARE(*(*catalog)->snapshot(), 0U);
        auto transaction = (*catalog)->beginWrite();
        VERIFY_OK((*lease)->publish(*transaction));
    }

    void loserOfALeaseIsToldWhoHoldsIt()
    {
        const auto catalog = Catalog::create(path("lease"), m_clock);
        VERIFY_OK(catalog);
        auto first = Lease::take(**catalog, "bulk", "import bars");
        VERIFY_OK(first);
        const auto second = Lease::take(**catalog, "bulk", "import events");
        VERIFY_ERROR(second, ErrorCode::LeaseHeld);
        QVERIFY(second.error().message.contains(QStringLiteral("import bars")));
        QVERIFY(second.error().message.contains(QString::number(::getpid())));
        VERIFY_OK(Lease::take(**catalog, "ingest", "another name is free"));
        first->reset();
        VERIFY_OK(Lease::take(**catalog, "bulk", "import events"));
    }

    void leaseOfADeadProcessIsTakenOver()
    {
        const auto catalog = Catalog::create(path("dead"), m_clock);
        VERIFY_OK(catalog);
        const auto lost = Lease::take(**catalog, "bulk", "the dead one");
        VERIFY_OK(lost);
        disguise(**catalog, 1, ""); // process 1 lives
        VERIFY_ERROR(Lease::take(**catalog, "bulk", "next"), ErrorCode::LeaseHeld);
        disguise(**catalog, 0x3fffffff, ""); // above any process id
        VERIFY_OK(Lease::take(**catalog, "bulk", "next"));
        auto transaction = (*catalog)->beginWrite();
        VERIFY_ERROR((*lost)->publish(*transaction), ErrorCode::LeaseHeld);
    }

    void leaseOfAnotherMachineIsTakenOverWhenSilent()
    {
        const auto catalog = Catalog::create(path("silent"), m_clock);
        VERIFY_OK(catalog);
        const auto lost = Lease::take(**catalog, "bulk", "elsewhere");
        VERIFY_OK(lost);
        disguise(**catalog, 0x3fffffff, "another boot");
        m_clock.advance(std::chrono::seconds(29));
        VERIFY_ERROR(Lease::take(**catalog, "bulk", "next"), ErrorCode::LeaseHeld);
        m_clock.advance(std::chrono::seconds(2));
        VERIFY_OK(Lease::take(**catalog, "bulk", "next"));
    }
};

QTEST_APPLESS_MAIN(tst_Catalog)
#include "tst_catalog.moc"
