// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bulkevents.h"
#include "core/store/eventcompact.h"
#include "core/store/retention.h"
#include "tests/support/check.h"
#include "tests/unit/store/eventfixture.h"

#include <fstream>

using namespace core::base;
using namespace core::domain;
using namespace core::store;
using fixture::plainEvent;
using fixture::readAll;
namespace fs = std::filesystem;

namespace {

constexpr int kDays = 1200; // of plainEvent(): 2010-01-01 to 2013-04-14
constexpr int kDays2013 = 104;

} // namespace

/// The clock of the fixture says 2024.
class tst_Retention : public QObject
{
    Q_OBJECT

private:
    static Result<void> rule(fixture::Store &store, const Retention &rule)
    {
        auto transaction = store.catalog->beginWrite();
        if (!transaction)
            return transaction.error();
        if (auto set = setRetention(*transaction, store.path(), rule); !set)
            return set;
        return transaction->commit();
    }
    static Result<std::vector<Removal>> keep(fixture::Store &store)
    {
        auto lease = Lease::take(*store.catalog, "compact", "a test");
        if (!lease)
            return lease.error();
        return keepRetention(*store.events, **lease);
    }
    static void fill(fixture::Store &store)
    {
        std::vector<Event> events;
        for (int n = 0; n < kDays; ++n) {
            events.push_back(plainEvent(n));
            events.push_back(plainEvent(n, "eonet"));
        }
        VERIFY_OK(store.events->insert(events));
        auto lease = Lease::take(*store.catalog, "compact", "a test");
        VERIFY_OK(lease);
        VERIFY_OK(compactEvents(*store.events, **lease));
    }
    static std::size_t count(const fixture::Store &store, const std::string &source)
    {
        const auto all = readAll(*store.events);
        return static_cast<std::size_t>(
            std::ranges::count_if(all, [&source](const Event &event) { return event.source == source; }));
    }
    static std::vector<ManifestEntry> takenOut(const fixture::Store &store)
    {
        std::vector<ManifestEntry> files = *allFiles(**store.catalog->reader());
        std::erase_if(files, [](const ManifestEntry &file) { return !file.replacedAt.isValid(); });
        return files;
    }
    static QString whyNot(const fixture::Store &store, std::uint64_t snapshot)
    {
        return *whyNotReproducible(**store.catalog->reader(), snapshot);
    }

private Q_SLOTS:
    void nothingGoesWithoutARule()
    {
        fixture::Store store;
        fill(store);
        const auto removed = keep(store);
        VERIFY_OK(removed);
        QVERIFY(removed->empty());
        QCOMPARE(count(store, "usgs"), std::size_t{kDays});
    }

    void whatIsOlderGoesToTheArchive()
    {
        fixture::Store store;
        fill(store);
        const std::uint64_t before = *store.catalog->snapshot();
        const QTemporaryDir archive;
        const fs::path folder = archive.path().toStdString();
        VERIFY_OK(rule(store, {"usgs", 12, folder})); // 2013 to 2024
        const auto removed = keep(store);
        VERIFY_OK(removed);
        QCOMPARE(removed->size(), std::size_t{1});
        QCOMPARE(removed->front().source, std::string("usgs"));
        QCOMPARE(removed->front().beforeYear, 2013);
        QCOMPARE(removed->front().rows, std::uint64_t{kDays - kDays2013});
        QCOMPARE(removed->front().files, std::uint64_t{3});
        QCOMPARE(count(store, "usgs"), std::size_t{kDays2013});
        QCOMPARE(count(store, "eonet"), std::size_t{kDays}); // another source
        store.reopen();
        QCOMPARE(count(store, "usgs"), std::size_t{kDays2013});

        // the archive has the very files, named as they were
        std::uint64_t rows = 0;
        for (const ManifestEntry &file : takenOut(store)) {
            QVERIFY(*hasBytes(folder / file.file, file.sha256));
            rows += file.rows;
        }
        QCOMPARE(rows, std::uint64_t{kDays - kDays2013});

        // snapshots before it are told apart from those after
        QVERIFY(whyNot(store, before).contains(u"usgs before 2013 were archived on 2024-06-01"));
        QCOMPARE(whyNot(store, removed->front().seq), QString());
        QVERIFY(*store.catalog->snapshot() >= removed->front().seq);

        const auto again = keep(store);
        VERIFY_OK(again);
        QVERIFY(again->empty());
    }

    void withoutAnArchiveItIsRemovedADayLater()
    {
        fixture::Store store;
        fill(store);
        VERIFY_OK(rule(store, {"eonet", 13, {}}));
        VERIFY_OK(keep(store));
        QCOMPARE(count(store, "eonet"), std::size_t{kDays - 730});
        std::vector<fs::path> gone;
        for (const ManifestEntry &file : takenOut(store))
            gone.push_back(store.events->lake().absolute(file));
        QCOMPARE(gone.size(), std::size_t{2});
        QVERIFY(fs::exists(gone[0])); // a reader may have it open
        store.clock.advance(std::chrono::hours(25));
        auto lease = Lease::take(*store.catalog, "compact", "a test");
        VERIFY_OK(lease);
        VERIFY_OK(compactEvents(*store.events, **lease));
        QVERIFY(!fs::exists(gone[0]));
        QVERIFY(whyNot(store, 1).contains(u"730 events of eonet before 2012 were removed"));
    }

    void anEventThatWasRemovedCanComeAgain()
    {
        fixture::Store store;
        fill(store);
        VERIFY_OK(rule(store, {"usgs", 12, {}}));
        VERIFY_OK(keep(store));
        const auto again = store.events->insert(std::vector<Event>{plainEvent(0), plainEvent(kDays - 1)});
        VERIFY_OK(again);
        QCOMPARE(again->stored, std::uint64_t{1});
        QCOMPARE(again->duplicates, std::uint64_t{1});
        QCOMPARE(count(store, "usgs"), std::size_t{kDays2013 + 1});
    }

    void aCorrectedEventThatWasRemovedCanComeAgain_data()
    {
        QTest::addColumn<bool>("inBulk");
        QTest::newRow("live") << false;
        QTest::newRow("in bulk") << true;
    }
    void aCorrectedEventThatWasRemovedCanComeAgain()
    {
        QFETCH(bool, inBulk);
        fixture::Store store;
        Event first = plainEvent(0);
        Event second = plainEvent(0);
        second.value = 77;
        second.knownAt = first.knownAt + std::chrono::days(1);
        VERIFY_OK(store.events->insert(std::vector<Event>{first, second}));
        fill(store); // both move to the lake
        VERIFY_OK(rule(store, {"usgs", 12, {}}));
        VERIFY_OK(keep(store));
        const std::vector<Event> again{plainEvent(1), second};
        if (inBulk) {
            auto lease = Lease::take(*store.catalog, "bulk", "a test");
            auto writer = BulkEventWriter::begin(*store.events, **lease);
            VERIFY_OK(writer);
            for (const Event &event : again)
                VERIFY_OK((*writer)->append(event));
            VERIFY_OK((*writer)->finish());
        } else {
            VERIFY_OK(store.events->insert(again));
        }
        QCOMPARE(count(store, "usgs"), std::size_t{kDays2013 + 2});
        auto lease = Lease::take(*store.catalog, "compact", "a test");
        VERIFY_OK(compactEvents(*store.events, **lease));
        const auto all = readAll(*store.events);
        const auto back = std::ranges::find(all, second.id, &Event::id);
        QVERIFY(back != all.end());
        QCOMPARE(back->value, 77.0);
        QCOMPARE(back->revision, 1); // the number of the lost one in force; 0 was superseded
    }

    void aDamagedFileIsNotArchived()
    {
        fixture::Store store;
        fill(store);
        const QTemporaryDir archive;
        VERIFY_OK(rule(store, {"usgs", 12, archive.path().toStdString()}));
        const auto files = readableFiles(**store.catalog->reader(), "events");
        const auto old =
            std::ranges::find_if(*files, [](const ManifestEntry &file) { return file.part == "usgs"; });
        QVERIFY(old != files->end());
        {
            std::fstream file(store.events->lake().absolute(*old),
                              std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(100);
            file.put('\x7f');
        }
        const auto removed = keep(store);
        QVERIFY(!removed);
        QCOMPARE(removed.error().code, ErrorCode::Corrupt);
        QVERIFY(removals(**store.catalog->reader())->empty());
    }

    void anArchiveThatCannotBeWrittenLosesNothing()
    {
        fixture::Store store;
        fill(store);
        const QTemporaryDir elsewhere;
        const fs::path file = fs::path(elsewhere.path().toStdString()) / "a file";
        std::ofstream(file) << "in the way";
        VERIFY_OK(rule(store, {"usgs", 12, file}));
        const auto removed = keep(store);
        QVERIFY(!removed);
        QVERIFY2(removed.error().message.contains(u"a file"), qPrintable(removed.error().message));
        QCOMPARE(count(store, "usgs"), std::size_t{kDays});
        QVERIFY(removals(**store.catalog->reader())->empty());
    }

    void rulesAreChecked_data()
    {
        QTest::addColumn<int>("years");
        QTest::addColumn<QString>("archive"); // %1: the workspace
        QTest::addColumn<QString>("says");
        QTest::newRow("no year") << 0 << QString() << "1 to 1000 years";
        QTest::newRow("too many") << 1001 << QString() << "1 to 1000 years";
        QTest::newRow("relative") << 3 << "old"
                                  << "full path";
        QTest::newRow("inside") << 3 << "%1/lake/old"
                                << "inside the workspace";
        QTest::newRow("the workspace") << 3 << "%1"
                                       << "inside the workspace";
    }
    void rulesAreChecked()
    {
        QFETCH(int, years);
        QFETCH(QString, archive);
        QFETCH(QString, says);
        fixture::Store store;
        if (archive.contains(u"%1"))
            archive = archive.arg(store.dir.path());
        const auto set = rule(store, {"usgs", years, archive.toStdString()});
        QVERIFY(!set);
        QCOMPARE(set.error().code, ErrorCode::BadInput);
        QVERIFY2(set.error().message.contains(says), qPrintable(set.error().message));
    }

    void anArchiveThatCannotBeFollowedIsRefused()
    {
        fixture::Store store;
        const QTemporaryDir elsewhere;
        const fs::path loop = fs::path(elsewhere.path().toStdString()) / "loop";
        fs::create_symlink(loop, loop);
        QVERIFY(!rule(store, {"usgs", 3, loop / "old"}));
        QVERIFY(!rule(store, {"usgs", 3, fs::path(elsewhere.path().toStdString()) / std::string(300, 'a')}));
        QVERIFY(retentions(**store.catalog->reader())->empty());
    }

    void aRuleCanBeDropped()
    {
        fixture::Store store;
        VERIFY_OK(rule(store, {"usgs", 5, {}}));
        VERIFY_OK(rule(store, {"usgs", 6, {}})); // replaces
        const auto rules = retentions(**store.catalog->reader());
        QCOMPARE(rules->size(), std::size_t{1});
        QCOMPARE(rules->front().years, 6);
        auto transaction = store.catalog->beginWrite();
        VERIFY_OK(removeRetention(*transaction, "usgs"));
        QCOMPARE(removeRetention(*transaction, "usgs").error().code, ErrorCode::NotFound);
        VERIFY_OK(transaction->commit());
        QVERIFY(retentions(**store.catalog->reader())->empty());
    }
};

QTEST_GUILESS_MAIN(tst_Retention)

#include "tst_retention.moc"
