// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bulkevents.h"
#include "tests/support/check.h"
#include "tests/unit/store/eventfixture.h"

#include <fstream>

using namespace core::base;
using namespace core::domain;
using namespace core::store;
using fixture::keys;
using fixture::plainEvent;
using fixture::readAll;
namespace fs = std::filesystem;

class tst_BulkEvents : public QObject
{
    Q_OBJECT

private:
    static Result<InsertSummary> bulk(fixture::Store &store, const std::vector<Event> &events,
                                      const EventStore::Also &also = {})
    {
        auto lease = Lease::take(*store.catalog, "bulk", "a test");
        if (!lease)
            return lease.error();
        auto writer = BulkEventWriter::begin(*store.events, **lease);
        if (!writer)
            return writer.error();
        for (const Event &event : events) {
            if (auto appended = (*writer)->append(event); !appended)
                return appended.error();
        }
        return (*writer)->finish(also);
    }
    static std::vector<ManifestEntry> files(const fixture::Store &store)
    {
        return *readableFiles(**store.catalog->reader(), "events");
    }
    static std::vector<Event> plainEvents(int first, int last)
    {
        std::vector<Event> events;
        for (int n = first; n < last; ++n)
            events.push_back(plainEvent(n));
        return events;
    }

private Q_SLOTS:
    void writesOneFilePerSourceAndYear()
    {
        fixture::Store store;
        std::vector<Event> events = plainEvents(0, 800); // 2010 to 2012
        events.push_back(plainEvent(0, "a/b"));
        const auto summary = bulk(store, events);
        VERIFY_OK(summary);
        QCOMPARE(summary->stored, std::uint64_t{801});
        QCOMPARE(summary->seq, *store.catalog->snapshot());
        const auto entries = files(store);
        QCOMPARE(entries.size(), std::size_t{4});
        QVERIFY(entries[0].file.starts_with("lake/events/source=a%2Fb/year=2010/"));
        QVERIFY(entries[1].file.starts_with("lake/events/source=usgs/year=2010/"));
        QCOMPARE(entries[1].rows, std::uint64_t{365});
        QCOMPARE(entries[1].keyMin, std::string("earthquake"));
        QCOMPARE(entries[1].keyMax, std::string("eruption"));
        for (const ManifestEntry &entry : entries) {
            QCOMPARE(readCompanion(store.events->lake().absolute(entry))->size(), std::size_t{entry.rows});
            QCOMPARE(entry.superseded, std::uint64_t{0});
        }
        const auto rows = readAll(*store.events);
        QCOMPARE(rows.size(), std::size_t{801});
        QVERIFY(std::is_sorted(rows.begin(), rows.end(), [](const Event &a, const Event &b) {
            return std::tie(a.timestamp, a.id) < std::tie(b.timestamp, b.id);
        }));
    }

    void leavesNoFileOfAnInsertThatWasStopped()
    {
        fixture::Store store;
        auto lease = Lease::take(*store.catalog, "bulk", "a test");
        VERIFY_OK(lease);
        auto writer = BulkEventWriter::begin(*store.events, **lease);
        VERIFY_OK(writer);
        for (const Event &event : plainEvents(0, 800)) // three files
            VERIFY_OK((*writer)->append(event));
        CancelToken cancel;
        const auto filesNow = [&store] {
            std::size_t count = 0;
            for (const auto &entry :
                 std::filesystem::recursive_directory_iterator(store.path() / "lake" / "events"))
                count += entry.is_regular_file() ? 1 : 0;
            return count;
        };
        std::size_t before = 0;
        const auto done = (*writer)->finish({}, cancel, [&](const Progress &progress) {
            if (progress.done > 365) { // the last file
                before = filesNow();
                cancel.cancel();
            }
        });
        VERIFY_ERROR(done, ErrorCode::Cancelled);
        QCOMPARE(before, std::size_t{4}); // two files with their companions
        QCOMPARE(filesNow(), std::size_t{0});
        QCOMPARE(readAll(*store.events).size(), std::size_t{0});
    }

    void storesNothingTwice()
    {
        fixture::Store store;
        VERIFY_OK(store.events->insert(plainEvents(0, 50)));
        std::vector<Event> events = plainEvents(0, 100);
        events.push_back(plainEvent(99));
        const auto first = bulk(store, events);
        VERIFY_OK(first);
        QCOMPARE(first->stored, std::uint64_t{50});
        QCOMPARE(first->duplicates, std::uint64_t{51});
        const std::uint64_t snapshot = *store.catalog->snapshot();
        const auto second = bulk(store, events);
        VERIFY_OK(second);
        QCOMPARE(second->stored, std::uint64_t{0});
        QCOMPARE(*store.catalog->snapshot(), snapshot);
        const auto live = store.events->insert(plainEvents(40, 110));
        VERIFY_OK(live);
        QCOMPARE(live->stored, std::uint64_t{10});
        QCOMPARE(readAll(*store.events).size(), std::size_t{110});
    }

    void keepsOldVersionsApart()
    {
        fixture::Store store;
        std::vector<Event> vintages;
        for (int version = 0; version < 5; ++version) {
            vintages.push_back(plainEvent(1));
            vintages.back().value = version;
            vintages.back().knownAt = vintages.back().knownAt + std::chrono::days(30 * version);
        }
        VERIFY_OK(bulk(store, vintages));
        const auto entries = files(store);
        QCOMPARE(entries.size(), std::size_t{2});
        QVERIFY(entries[0].file.starts_with("lake/events/history/source=usgs/"));
        QCOMPARE(entries[0].superseded, std::uint64_t{4});
        QCOMPARE(entries[1].superseded, std::uint64_t{0});
        QCOMPARE(readAll(*store.events).at(0).value, 4.0);
        EventQuery query;
        query.asOf = vintages[2].knownAt + std::chrono::days(1);
        QCOMPARE(readAll(*store.events, query).at(0).value, 2.0);
        query.asOf = vintages[0].knownAt - std::chrono::days(1);
        QVERIFY(readAll(*store.events, query).empty());
    }

    void storesNothingWhenWhatBelongsToItFails()
    {
        fixture::Store store;
        const auto failed = bulk(store, plainEvents(0, 10), [](WriteTransaction &, const InsertSummary &) -> Result<void> {
            return Error{ErrorCode::Storage, QStringLiteral("no")};
        });
        VERIFY_ERROR(failed, ErrorCode::Storage);
        QVERIFY(readAll(*store.events).empty());
        QVERIFY(files(store).empty());
    }

    void givesWayToALiveWriterWithTheSameEvents()
    {
        fixture::Store store;
        VERIFY_OK(bulk(store, plainEvents(0, 10)));
        auto lease = Lease::take(*store.catalog, "bulk", "a test");
        auto writer = BulkEventWriter::begin(*store.events, **lease);
        for (const Event &event : plainEvents(5, 20))
            VERIFY_OK((*writer)->append(event));
        // stored while the bulk writer writes its first file
        bool isStored = false;
        const auto summary = (*writer)->finish({}, {}, [&](const Progress &) {
            if (!isStored)
                QVERIFY(store.events->insert(plainEvents(8, 15)).ok());
            isStored = true;
        });
        VERIFY_OK(summary);
        QVERIFY(isStored);
        QCOMPARE(summary->stored, std::uint64_t{5});
        QCOMPARE(summary->duplicates, std::uint64_t{10});
        QCOMPARE(readAll(*store.events).size(), std::size_t{20});
    }

    void makesADamagedCompanionAgain()
    {
        fixture::Store store;
        VERIFY_OK(bulk(store, plainEvents(0, 10)));
        const fs::path companion = Lake::companionOf(store.events->lake().absolute(files(store)[0]));
        for (const bool isMissing : {false, true}) {
            if (isMissing)
                fs::remove(companion);
            else
                std::ofstream(companion, std::ios::app) << "x";
            store.reopen();
            const auto again = bulk(store, plainEvents(0, 10));
            VERIFY_OK(again);
            QCOMPARE(again->stored, std::uint64_t{0});
            VERIFY_OK(readCompanion(store.events->lake().absolute(files(store)[0])));
        }
    }

    void setsADamagedFileAsideAndReadsTheRest()
    {
        fixture::Store store;
        VERIFY_OK(bulk(store, plainEvents(0, 800)));
        const fs::path victim = store.events->lake().absolute(files(store)[1]);
        fs::resize_file(victim, fs::file_size(victim) / 2);
        const auto failed = store.events->count({}, "");
        VERIFY_ERROR(failed, ErrorCode::Corrupt);
        QVERIFY(failed.error().message.contains(QStringLiteral("year=2011")));
        QCOMPARE(store.events->count({}, "")->at(0).count, std::uint64_t{800 - 365});
        const auto again = bulk(store, plainEvents(0, 800)); // importing again brings the rows back
        VERIFY_OK(again);
        QCOMPARE(again->stored, std::uint64_t{365});
        QCOMPARE(readAll(*store.events).size(), std::size_t{800});
    }

    void storesOnBesideALostFile_data()
    {
        QTest::addColumn<bool>("inBulk");
        QTest::newRow("live") << false;
        QTest::newRow("in bulk") << true;
    }
    void storesOnBesideALostFile()
    {
        QFETCH(bool, inBulk);
        fixture::Store store;
        VERIFY_OK(bulk(store, plainEvents(0, 800)));
        const auto entries = files(store); // 2010 to 2012
        const fs::path lost = store.events->lake().absolute(entries[0]);
        const fs::path cut = store.events->lake().absolute(entries[1]);
        fs::remove(lost);
        fs::remove(Lake::companionOf(lost));
        fs::resize_file(cut, fs::file_size(cut) / 2);
        const auto added = inBulk ? bulk(store, plainEvents(0, 900))
                                  : store.events->insert(plainEvents(0, 900));
        VERIFY_OK(added);
        QCOMPARE(added->duplicates, std::uint64_t{70}); // of the third file
        QCOMPARE(readAll(*store.events).size(), std::size_t{900});
    }

    void refusesAStudyOnAFlippedBit()
    {
        fixture::Store store;
        VERIFY_OK(bulk(store, plainEvents(0, 300)));
        const fs::path victim = store.events->lake().absolute(files(store)[0]);
        {
            std::fstream file(victim, std::ios::in | std::ios::out | std::ios::binary);
            file.seekg(2000);
            const int byte = file.get();
            file.seekp(2000);
            file.put(static_cast<char>(byte ^ 4));
        }
        EventQuery query;
        query.verified = true;
        const auto done = store.events->read(query, [](const Event &) { return true; });
        VERIFY_ERROR(done, ErrorCode::Corrupt);
        // asked again it is refused too, until someone takes the rows as gone
        const auto again = store.events->read(query, [](const Event &) { return true; });
        VERIFY_ERROR(again, ErrorCode::Corrupt);
        QVERIFY(again.error().message.contains(QStringLiteral("year=2010")));
        VERIFY_OK(store.events->read({}, [](const Event &) { return true; })); // a view goes on
        auto transaction = store.catalog->beginWrite();
        VERIFY_OK(acceptMissing(transaction->database(), store.clock.now()));
        VERIFY_OK(transaction->commit());
        VERIFY_OK(store.events->read(query, [](const Event &) { return true; }));
    }

    void showsTheVersionInForceWhicheverWayRowsCame_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 4; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void showsTheVersionInForceWhicheverWayRowsCame()
    {
        QFETCH(const int, seed);
        std::mt19937_64 random(static_cast<std::uint64_t>(seed) + 100);
        fixture::Store store;
        fixture::Model model;
        for (int i = 0; i < 10; ++i) {
            std::vector<Event> batch;
            for (std::uint64_t n = 1 + random() % 30; n > 0; --n)
                batch.push_back(fixture::randomVersion(random));
            const auto stored = random() % 2 == 0 ? store.events->insert(batch) : bulk(store, batch);
            VERIFY_OK(stored);
            const std::size_t before = model.size();
            for (const Event &event : batch)
                model.insert(event, stored->seq != 0 ? stored->seq : 1000000);
            QCOMPARE(stored->stored, static_cast<std::uint64_t>(model.size() - before));
        }
        const std::uint64_t newest = *store.catalog->snapshot();
        for (int i = 0; i < 12; ++i) {
            EventQuery query;
            if (random() % 4 != 0)
                query.asOf =
                    Instant(std::int64_t{1600000000000000} + static_cast<std::int64_t>(random() % 13) - 1);
            if (random() % 4 != 0)
                query.snapshot = random() % (newest + 1);
            const auto expected = model.inForce(query.asOf, query.snapshot.value_or(newest));
            QCOMPARE(keys(readAll(*store.events, query)), keys(expected));
            QCOMPARE(store.events->count(query, "")->at(0).count,
                     static_cast<std::uint64_t>(expected.size()));
        }
    }
};

QTEST_GUILESS_MAIN(tst_BulkEvents)
#include "tst_bulkevents.moc"
