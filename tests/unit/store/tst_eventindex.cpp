// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bulkevents.h"
#include "core/store/eventcompact.h"
#include "core/store/eventcounts.h"
#include "core/store/eventindex.h"
#include "tests/support/check.h"
#include "tests/unit/store/eventfixture.h"

#include <fstream>

using namespace core::base;
using namespace core::domain;
using namespace core::store;
using fixture::keys;
using fixture::plainEvent;
using fixture::readAll;

namespace {

constexpr std::array<const char *, 8> kFilters{"",
                                               "source == usgs",
                                               "value >= 1",
                                               "entity == JP and timestamp >= 2012-01-01",
                                               "\"number 4\"",
                                               "not source == usgs or event_type == eruption",
                                               "timestamp < 2011-06-01",
                                               "source == nowhere"};

EventQuery filtered(const char *filter)
{
    EventQuery query;
    query.filter = std::make_shared<const Filter>(*Filter::parse(filter, Instant(std::int64_t{0})));
    return query;
}

} // namespace

class tst_EventIndex : public QObject
{
    Q_OBJECT

private:
    static Result<void> bulk(fixture::Store &store, const std::vector<Event> &events)
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
        const auto done = (*writer)->finish();
        return done ? Result<void>() : Result<void>(done.error());
    }
    static Result<void> compact(fixture::Store &store)
    {
        auto lease = Lease::take(*store.catalog, "compact", "a test");
        if (!lease)
            return lease.error();
        const auto done = compactEvents(*store.events, **lease, {});
        return done ? Result<void>() : Result<void>(done.error());
    }
    static std::vector<Event> plainEvents(int first, int last, const std::string &source = "usgs")
    {
        std::vector<Event> events;
        for (int n = first; n < last; ++n)
            events.push_back(plainEvent(n, source));
        return events;
    }
    /// All rows of an index, in windows of an odd size.
    static std::vector<Event> rowsOf(const fixture::Store &store, const EventIndex &index)
    {
        std::vector<Event> rows;
        for (std::uint64_t first = 0; first < index.rows(); first += 37) {
            const auto page = index.read(*store.events, first, 37, {});
            if (!page)
                qFatal("%s", qPrintable(page.error().message));
            rows.insert(rows.end(), page->begin(), page->end());
        }
        return rows;
    }
    static void compareWithReader(const fixture::Store &store, const EventIndex &index, EventQuery query)
    {
        query.snapshot = index.snapshot();
        const std::vector<Event> expected = readAll(*store.events, query);
        QCOMPARE(index.rows(), std::uint64_t{expected.size()});
        QCOMPARE(keys(rowsOf(store, index)), keys(expected));
        for (std::size_t i = 0; i < expected.size(); i += 11) {
            const auto found = index.find(keyOf(expected[i]));
            VERIFY_OK(found);
            QVERIFY(found->isThere);
            QCOMPARE(found->position, std::uint64_t{i});
        }
        const auto counted = countRows(*store.events, query, {}, {});
        VERIFY_OK(counted);
        QCOMPARE(*counted, std::uint64_t{expected.size()});
    }
    static void compareEdges(const fixture::Store &store, EventQuery query, std::mt19937_64 &random)
    {
        for (const Order order : {Order::Ascending, Order::Descending}) {
            query.order = order;
            query.offset = 0;
            query.limit = {};
            const std::vector<std::string> all = keys(readAll(*store.events, query));
            query.offset = random() % 60;
            query.limit = 1 + random() % 90;
            const auto page = readEdge(*store.events, query, {});
            VERIFY_OK(page);
            QVERIFY(*page); // the row files are there
            const std::size_t first = std::min<std::size_t>(all.size(), query.offset);
            const std::size_t end = std::min<std::size_t>(all.size(), first + *query.limit);
            QCOMPARE(keys(**page), std::vector<std::string>(all.begin() + static_cast<std::ptrdiff_t>(first),
                                                            all.begin() + static_cast<std::ptrdiff_t>(end)));
        }
    }

private Q_SLOTS:
    void agreesWithTheReaderWhateverHappens()
    {
        const int rounds = countFromEnvironment("FORESHOCK_INDEX_ROUNDS", 1);
        int extended = 0;
        for (int round = 0; round < rounds; ++round) {
            std::mt19937_64 random(static_cast<unsigned>(round) + 1);
            fixture::Store store;
            VERIFY_OK(bulk(store, plainEvents(0, 700)));
            std::vector<EventIndex::Shared> indexes(kFilters.size());
            std::vector<std::uint64_t> snapshots;
            for (int step = 0; step < 12; ++step) {
                std::vector<Event> events;
                for (std::uint64_t i = random() % 30; i > 0; --i)
                    events.push_back(fixture::randomVersion(random));
                const auto kind = random() % 6;
                if (kind == 0) {
                    VERIFY_OK(bulk(store, events));
                } else if (kind == 1) {
                    VERIFY_OK(compact(store));
                } else {
                    VERIFY_OK(store.events->insert(events));
                }
                snapshots.push_back(store.events->scope({})->snapshot);
                for (std::size_t i = 0; i < kFilters.size(); ++i) {
                    const EventQuery query = filtered(kFilters[i]);
                    if (indexes[i]) {
                        const auto next = indexes[i]->extended(*store.events, query, {});
                        VERIFY_OK(next);
                        if (*next) {
                            ++extended;
                            compareWithReader(store, **next, query);
                        }
                        indexes[i] = *next;
                    }
                    if (!indexes[i]) {
                        const auto built = EventIndex::build(*store.events, query, {}, {});
                        VERIFY_OK(built);
                        compareWithReader(store, **built, query);
                        indexes[i] = *built;
                    }
                    if (QTest::currentTestFailed())
                        return;
                }
                const std::size_t one = random() % kFilters.size();
                EventQuery query = filtered(kFilters[one]);
                compareEdges(store, query, random);
                query.snapshot = snapshots[random() % snapshots.size()];
                const auto old = EventIndex::build(*store.events, query, {}, {});
                VERIFY_OK(old);
                compareWithReader(store, **old, query);
                // from an old snapshot to the newest one
                const auto caughtUp = (*old)->extended(*store.events, query, {});
                VERIFY_OK(caughtUp);
                if (*caughtUp)
                    compareWithReader(store, **caughtUp, query);
                compareEdges(store, query, random);
                if (QTest::currentTestFailed())
                    return;
            }
        }
        QVERIFY(extended > 20); // or it was not tested
    }

    void leavesTheOldIndexAsItWas()
    {
        fixture::Store store;
        VERIFY_OK(bulk(store, plainEvents(0, 300)));
        VERIFY_OK(store.events->insert(plainEvents(300, 310)));
        const auto index = EventIndex::build(*store.events, {}, {}, {});
        VERIFY_OK(index);
        const auto before = keys(rowsOf(store, **index));
        Event corrected = plainEvent(5);
        corrected.value = 99;
        corrected.knownAt = corrected.knownAt + std::chrono::hours(1);
        std::vector<Event> late = plainEvents(40, 60, "noaa");
        late.push_back(corrected);
        VERIFY_OK(store.events->insert(late));
        const auto next = (*index)->extended(*store.events, {}, {});
        VERIFY_OK(next);
        QVERIFY(*next);
        QCOMPARE((*next)->rows(), std::uint64_t{330});
        QCOMPARE(keys(rowsOf(store, **next)), keys(readAll(*store.events)));
        QCOMPARE(keys(rowsOf(store, **index)), before);
    }

    void tellsWhenHotRowsHaveMoved()
    {
        fixture::Store store;
        VERIFY_OK(store.events->insert(plainEvents(0, 50)));
        const auto index = EventIndex::build(*store.events, {}, {}, {});
        VERIFY_OK(index);
        VERIFY_OK(compact(store));
        (void)readAll(*store.events); // the mirror lets them go
        VERIFY_ERROR((*index)->read(*store.events, 0, 10, {}), ErrorCode::NotFound);
        const auto next = (*index)->extended(*store.events, {}, {});
        VERIFY_OK(next);
        QVERIFY(!*next);
    }

    void doesNotCopyADamagedFile()
    {
        fixture::Store store;
        VERIFY_OK(bulk(store, plainEvents(0, 800)));
        const auto entries = *readableFiles(**store.catalog->reader(), "events");
        const auto victim = store.events->lake().absolute(entries[1]);
        {
            std::fstream bytes(victim, std::ios::in | std::ios::out | std::ios::binary);
            bytes.seekg(2000);
            const int byte = bytes.get();
            bytes.seekp(2000);
            bytes.put(static_cast<char>(byte ^ 4));
        }
        const auto failed = EventIndex::build(*store.events, {}, {}, {});
        VERIFY_ERROR(failed, ErrorCode::Corrupt);
        QVERIFY(failed.error().message.contains(QStringLiteral("year=2011")));
        const auto rest = EventIndex::build(*store.events, {}, {}, {});
        VERIFY_OK(rest);
        QCOMPARE((*rest)->rows(), std::uint64_t{800 - 365});
    }

    void makesADamagedRowFileAnew()
    {
        fixture::Store store;
        VERIFY_OK(bulk(store, plainEvents(0, 300)));
        VERIFY_OK(EventIndex::build(*store.events, {}, {}, {}));
        const auto expected = keys(readAll(*store.events));
        for (const bool isOpen : {false, true}) {
            for (const auto &file : std::filesystem::directory_iterator(store.path() / "cache" / "rows")) {
                std::fstream bytes(file.path(), std::ios::in | std::ios::out | std::ios::binary);
                for (const int at : {50, 300}) {
                    bytes.seekp(at);
                    bytes.write("damage", 6);
                }
            }
            if (!isOpen)
                store.reopen();
            const auto index = EventIndex::build(*store.events, {}, {}, {});
            VERIFY_OK(index);
            const auto page = (*index)->read(*store.events, 0, 10, {});
            VERIFY_ERROR(page, ErrorCode::Corrupt);
            EventQuery first;
            first.limit = 10;
            const auto edge = readEdge(*store.events, first, {});
            VERIFY_OK(edge);
            QVERIFY(!*edge);
            const auto again = EventIndex::build(*store.events, {}, {}, {});
            VERIFY_OK(again);
            QCOMPARE(keys(rowsOf(store, **again)), expected);
        }
    }

    void sweepsRowFilesOfFilesThatAreGone()
    {
        fixture::Store store;
        VERIFY_OK(bulk(store, plainEvents(0, 800)));
        VERIFY_OK(EventIndex::build(*store.events, {}, {}, {}));
        const auto count = [&store] {
            int files = 0;
            for (const auto &file : std::filesystem::directory_iterator(store.path() / "cache" / "rows"))
                files += file.is_regular_file() ? 1 : 0;
            return files;
        };
        QCOMPARE(count(), 3);
        auto entries = *readableFiles(**store.catalog->reader(), "events");
        entries.pop_back();
        store.events->rowFiles().sweep(entries);
        QCOMPARE(count(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_EventIndex)
#include "tst_eventindex.moc"
