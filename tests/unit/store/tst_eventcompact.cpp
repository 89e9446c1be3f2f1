// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bulkevents.h"
#include "core/store/eventcompact.h"
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

class tst_EventCompact : public QObject
{
    Q_OBJECT

private:
    static Result<CompactSummary> compact(fixture::Store &store, const CompactOptions &options = {})
    {
        auto lease = Lease::take(*store.catalog, "compact", "a test");
        if (!lease)
            return lease.error();
        return compactEvents(*store.events, **lease, options);
    }
    static std::vector<ManifestEntry> files(const fixture::Store &store)
    {
        return *readableFiles(**store.catalog->reader(), "events");
    }
    static std::int64_t hotRows(const fixture::Store &store)
    {
        return **(*store.catalog->reader())->queryInteger("SELECT count(*) FROM events");
    }
    static std::vector<Event> plainEvents(int first, int last)
    {
        std::vector<Event> events;
        for (int n = first; n < last; ++n)
            events.push_back(plainEvent(n));
        return events;
    }

private Q_SLOTS:
    void movesWhatIsOldAndKeepsWhatIsFresh()
    {
        fixture::Store store;
        std::vector<Event> old = plainEvents(0, 400);
        VERIFY_OK(store.events->insert(old));
        std::vector<Event> fresh = plainEvents(400, 410);
        for (Event &event : fresh)
            event.ingestedAt = store.clock.now() - std::chrono::days(6);
        VERIFY_OK(store.events->insert(fresh));
        const auto before = keys(readAll(*store.events));
        const auto summary = compact(store);
        VERIFY_OK(summary);
        QCOMPARE(summary->sealedRows, std::uint64_t{400});
        QCOMPARE(hotRows(store), std::int64_t{10});
        QCOMPARE(files(store).size(), std::size_t{2});
        QCOMPARE(keys(readAll(*store.events)), before);
        store.reopen();
        QCOMPARE(keys(readAll(*store.events)), before);
        const auto again = store.events->insert(plainEvents(0, 410)); // known in both tiers
        VERIFY_OK(again);
        QCOMPARE(again->duplicates, std::uint64_t{410});
        QCOMPARE(compact(store)->sealedRows, std::uint64_t{0});
    }

    void sealsInSeveralPassesWhenThereIsMuch()
    {
        fixture::Store store;
        for (int i = 0; i < 5; ++i)
            VERIFY_OK(store.events->insert(plainEvents(i * 10, i * 10 + 10)));
        CompactOptions options;
        options.sealRows = 20;
        options.mergeFrom = 100;
        const auto summary = compact(store, options);
        VERIFY_OK(summary);
        QCOMPARE(summary->sealedRows, std::uint64_t{50});
        QCOMPARE(summary->writtenFiles, std::uint64_t{3});
        QCOMPARE(readAll(*store.events).size(), std::size_t{50});
    }

    void mergesManySmallFilesIntoOne()
    {
        fixture::Store store;
        for (int i = 0; i < 4; ++i) {
            VERIFY_OK(store.events->insert(plainEvents(i * 10, i * 10 + 10)));
            CompactOptions options;
            options.mergeFrom = 100;
            VERIFY_OK(compact(store, options));
        }
        QCOMPARE(files(store).size(), std::size_t{4});
        const auto before = keys(readAll(*store.events));
        const auto summary = compact(store);
        VERIFY_OK(summary);
        QCOMPARE(summary->mergedFiles, std::uint64_t{4});
        QCOMPARE(files(store).size(), std::size_t{1});
        QCOMPARE(files(store)[0].rows, std::uint64_t{40});
        QCOMPARE(keys(readAll(*store.events)), before);
        QCOMPARE(allFiles(**store.catalog->reader())->size(),
                 std::size_t{5}); // the replaced ones wait for a day
        store.clock.advance(std::chrono::hours(25));
        QCOMPARE(compact(store)->unlinkedFiles, std::uint64_t{4});
        QCOMPARE(keys(readAll(*store.events)), before);
    }

    void refusesToMergeADamagedFile()
    {
        fixture::Store store;
        for (int i = 0; i < 4; ++i) {
            VERIFY_OK(store.events->insert(plainEvents(i * 10, i * 10 + 10)));
            CompactOptions options;
            options.mergeFrom = 100;
            VERIFY_OK(compact(store, options));
        }
        const fs::path victim = store.events->lake().absolute(files(store)[2]);
        const auto stamp = fs::last_write_time(victim);
        {
            std::fstream file(victim, std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(60);
            file.put('x');
        }
        fs::last_write_time(victim, stamp); // rot does not touch the file's time
        const auto failed = compact(store);
        VERIFY_ERROR(failed, ErrorCode::Corrupt);
        QCOMPARE(files(store).size(), std::size_t{3});
        QCOMPARE(readAll(*store.events).size(), std::size_t{30});
        VERIFY_OK(compact(store));
    }

    void movesOldVersionsToHistory()
    {
        fixture::Store store;
        for (int version = 0; version < 3; ++version) {
            Event event = plainEvent(1);
            event.value = version;
            event.knownAt = event.knownAt + std::chrono::days(version);
            VERIFY_OK(store.events->insert({&event, 1}));
        }
        VERIFY_OK(compact(store));
        QCOMPARE(files(store).size(), std::size_t{2});
        QCOMPARE(files(store)[0].history, true);
        QCOMPARE(files(store)[0].rows, std::uint64_t{2});
        QCOMPARE(files(store)[1].superseded, std::uint64_t{0});
        QCOMPARE(readAll(*store.events).at(0).value, 2.0);
        // a correction of what is already in the lake
        Event event = plainEvent(1);
        event.value = 9;
        event.knownAt = event.knownAt + std::chrono::days(9);
        VERIFY_OK(store.events->insert({&event, 1}));
        QCOMPARE(files(store)[1].superseded, std::uint64_t{1});
        QCOMPARE(readAll(*store.events).size(), std::size_t{1});
        VERIFY_OK(compact(store));
        QCOMPARE(readAll(*store.events).at(0).value, 9.0);
        EventQuery query;
        query.asOf = plainEvent(1).knownAt + std::chrono::days(1);
        QCOMPARE(readAll(*store.events, query).at(0).value, 1.0);
        for (const ManifestEntry &file : files(store))
            QCOMPARE(file.superseded > 0, file.history);
    }

    void changesNothingThatAReaderSees_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 3; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void changesNothingThatAReaderSees()
    {
        QFETCH(const int, seed);
        std::mt19937_64 random(static_cast<std::uint64_t>(seed) + 200);
        fixture::Store store;
        fixture::Model model;
        std::map<std::uint64_t, std::vector<std::string>>
            seen; // what each snapshot showed when it was the newest
        for (int i = 0; i < 14; ++i) {
            if (random() % 3 == 0) {
                CompactOptions options;
                options.mergeFrom = 2 + random() % 3;
                options.sealRows = 1 + random() % 60;
                VERIFY_OK(compact(store, options));
            }
            std::vector<Event> batch;
            for (std::uint64_t n = 1 + random() % 30; n > 0; --n)
                batch.push_back(fixture::randomVersion(random));
            const auto stored = store.events->insert(batch);
            VERIFY_OK(stored);
            for (const Event &event : batch)
                model.insert(event, stored->seq != 0 ? stored->seq : 1000000);
            seen[*store.catalog->snapshot()] = keys(readAll(*store.events));
        }
        for (int round = 0; round < 2; ++round) {
            for (const auto &[snapshot, expected] : seen) {
                EventQuery query;
                query.snapshot = snapshot;
                QCOMPARE(keys(readAll(*store.events, query)), expected);
                query.asOf =
                    Instant(std::int64_t{1600000000000000} + static_cast<std::int64_t>(random() % 13) - 1);
                QCOMPARE(keys(readAll(*store.events, query)), keys(model.inForce(query.asOf, snapshot)));
                QCOMPARE(keys(fixture::readPast(*store.events, query)),
                         keys(model.inForce(query.asOf, snapshot)));
            }
            CompactOptions options;
            options.mergeFrom = 2;
            VERIFY_OK(compact(store, options));
            QCOMPARE(hotRows(store), std::int64_t{0});
        }
    }
};

QTEST_GUILESS_MAIN(tst_EventCompact)
#include "tst_eventcompact.moc"
