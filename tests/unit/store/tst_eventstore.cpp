// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventscope.h"
#include "tests/support/check.h"
#include "tests/unit/store/eventfixture.h"

#include <thread>

using namespace core::base;
using namespace core::domain;
using namespace core::store;
using fixture::keys;
using fixture::plainEvent;
using fixture::readAll;

class tst_EventStore : public QObject
{
    Q_OBJECT

private:
    static EventQuery filtered(const char *text)
    {
        EventQuery query;
        query.filter = std::make_shared<const Filter>(*Filter::parse(text, Instant(std::int64_t{0})));
        return query;
    }

private Q_SLOTS:
    void readsBackEveryField()
    {
        fixture::Store store;
        Event event = plainEvent(3);
        event.knownBasis = KnownBasis::Estimated;
        event.precision = Precision::Day;
        event.text = "Zürich \"quoted\" \n text";
        event.metadata = R"({"depth":12.5})";
        event.rawSha256 = sha256("raw");
        event.parserVersion = 7;
        const auto inserted = store.events->insert({&event, 1});
        VERIFY_OK(inserted);
        QCOMPARE(inserted->stored, std::uint64_t{1});
        QCOMPARE(inserted->seq, std::uint64_t{1});
        const auto rows = readAll(*store.events);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(fixture::key(rows[0]).substr(0, 36), toText(event.id));
        QVERIFY(rows[0].timestamp == event.timestamp && rows[0].knownAt == event.knownAt);
        QVERIFY(rows[0].ingestedAt == event.ingestedAt && rows[0].rawSha256 == event.rawSha256);
        QVERIFY(rows[0].knownBasis == event.knownBasis && rows[0].precision == event.precision);
        QCOMPARE(rows[0].text, event.text);
        QCOMPARE(rows[0].metadata, event.metadata);
        QCOMPARE(rows[0].unit, event.unit);
        QCOMPARE(rows[0].parser, event.parser);
        QCOMPARE(rows[0].parserVersion, event.parserVersion);
        QCOMPARE(rows[0].seq, std::uint64_t{1});
    }

    void keepsAMissingValueMissing()
    {
        fixture::Store store;
        Event event = plainEvent(1);
        event.value = std::numeric_limits<double>::quiet_NaN();
        VERIFY_OK(store.events->insert({&event, 1}));
        QVERIFY(std::isnan(readAll(*store.events).at(0).value));
    }

    void repairsTextThatIsNotUtf8()
    {
        fixture::Store store;
        Event event = plainEvent(1);
        event.text = "bad \xff\xc3 bytes";
        VERIFY_OK(store.events->insert({&event, 1}));
        QCOMPARE(readAll(*store.events).at(0).text, std::string("bad \xef\xbf\xbd\xef\xbf\xbd bytes"));
        const auto again = store.events->insert({&event, 1});
        VERIFY_OK(again);
        QCOMPARE(again->duplicates, std::uint64_t{1});
    }

    void refusesEventsWithoutTimes()
    {
        fixture::Store store;
        Event event = plainEvent(1);
        event.knownAt = Instant();
        const auto inserted = store.events->insert({&event, 1});
        VERIFY_ERROR(inserted, ErrorCode::BadInput);
        QVERIFY(readAll(*store.events).empty());
    }

    void storesTheSameFactOnce()
    {
        fixture::Store store;
        const std::vector<Event> batch{plainEvent(1), plainEvent(2), plainEvent(1)};
        const auto first = store.events->insert(batch);
        VERIFY_OK(first);
        QCOMPARE(first->stored, std::uint64_t{2});
        QCOMPARE(first->duplicates, std::uint64_t{1});
        store.reopen();
        const auto second = store.events->insert(batch);
        VERIFY_OK(second);
        QCOMPARE(second->stored, std::uint64_t{0});
        QCOMPARE(second->seq, std::uint64_t{0});
        QCOMPARE(*store.catalog->snapshot(), std::uint64_t{1}); // nothing new, no new snapshot
        QCOMPARE(readAll(*store.events).size(), std::size_t{2});
    }

    void seesWhatAnotherProgramStored()
    {
        fixture::Store store;
        EventStore other(store.path(), *store.catalog);
        const Event one = plainEvent(1);
        const Event two = plainEvent(2);
        VERIFY_OK(store.events->insert({&one, 1}));
        VERIFY_OK(store.events->insert({&one, 1})); // nothing stored: its number stays free
        VERIFY_OK(other.insert({&two, 1}));
        for (EventStore *writer : {store.events.get(), &other}) {
            const auto again = writer->insert(std::vector<Event>{one, two});
            VERIFY_OK(again);
            QCOMPARE(again->duplicates, std::uint64_t{2});
        }
        QCOMPARE(readAll(*store.events).size(), std::size_t{2});
    }

    void storesNothingWhenWhatBelongsToItFails()
    {
        fixture::Store store;
        const Event event = plainEvent(1);
        const auto failed = store.events->insert({&event, 1}, [](WriteTransaction &, const InsertSummary &) -> Result<void> {
            return Error{ErrorCode::Storage, QStringLiteral("no")};
        });
        VERIFY_ERROR(failed, ErrorCode::Storage);
        QVERIFY(readAll(*store.events).empty());
        const Event other = plainEvent(2);
        VERIFY_OK(store.events->insert({&other, 1}));
        const auto again = store.events->insert({&event, 1});
        VERIFY_OK(again);
        QCOMPARE(again->stored, std::uint64_t{1});
    }

    void readsInOrderWithOffsetAndLimit()
    {
        fixture::Store store;
        std::vector<Event> batch;
        for (int n = 0; n < 1000; ++n)
            batch.push_back(plainEvent((n * 7919) % 1000));
        VERIFY_OK(store.events->insert(batch));
        EventQuery query;
        query.limit = 10;
        query.offset = 5;
        auto page = readAll(*store.events, query);
        QCOMPARE(page.size(), std::size_t{10});
        QVERIFY(page[0].timestamp == plainEvent(5).timestamp);
        query.order = Order::Descending;
        page = readAll(*store.events, query);
        QVERIFY(page[0].timestamp == plainEvent(994).timestamp);
        QVERIFY(page[9].timestamp == plainEvent(985).timestamp);
    }

    void stopsWhenTheReaderHasEnough()
    {
        fixture::Store store;
        VERIFY_OK(store.events->insert(std::vector<Event>{plainEvent(1), plainEvent(2), plainEvent(3)}));
        int seen = 0;
        VERIFY_OK(store.events->read({}, [&seen](const Event &) { return ++seen < 2; }));
        QCOMPARE(seen, 2);
    }

    void stopsWhenCancelled()
    {
        fixture::Store store;
        VERIFY_OK(store.events->insert(std::vector<Event>{plainEvent(1)}));
        const CancelToken cancel;
        cancel.cancel();
        const auto done = store.events->read(
            {}, [](const Event &) { return true; }, cancel);
        VERIFY_ERROR(done, ErrorCode::Cancelled);
    }

    void countsByEveryGroup()
    {
        fixture::Store store;
        VERIFY_OK(store.events->insert(std::vector<Event>{plainEvent(0), plainEvent(31), plainEvent(32),
                                                          plainEvent(400), plainEvent(0, "noaa")}));
        const auto counts = [&store](const char *by, const char *filter = "") {
            QString all;
            const auto groups = store.events->count(filtered(filter), by);
            for (const EventGroup &group : groups.value())
                all += QStringLiteral("%1:%2 ").arg(QString::fromStdString(group.key)).arg(group.count);
            return all.trimmed();
        };
        QCOMPARE(counts(""), QStringLiteral(":5"));
        QCOMPARE(counts("source"), QStringLiteral("noaa:1 usgs:4"));
        QCOMPARE(counts("event_type"), QStringLiteral("earthquake:2 eruption:3"));
        QCOMPARE(counts("entity"), QStringLiteral("JP:4 TW:1"));
        QCOMPARE(counts("day"), QStringLiteral("2010-01-01:2 2010-02-01:1 2010-02-02:1 2011-02-05:1"));
        QCOMPARE(counts("month"), QStringLiteral("2010-01:2 2010-02:2 2011-02:1"));
        QCOMPARE(counts("year"), QStringLiteral("2010:4 2011:1"));
        QCOMPARE(counts("source", "value >= 16"), QStringLiteral("usgs:2"));
        QCOMPARE(counts("", "source == nobody"), QStringLiteral(":0"));
        const auto refused = store.events->count({}, "moon");
        VERIFY_ERROR(refused, ErrorCode::BadInput);
    }

    void countsNothingInAnEmptyStore()
    {
        fixture::Store store;
        QCOMPARE(store.events->count({}, "")->at(0).count, std::uint64_t{0});
        QVERIFY(store.events->count({}, "source")->empty());
        QVERIFY(readAll(*store.events).empty());
    }

    void tellsEveryVersionThatPassesTheFilterAndUntilWhen()
    {
        fixture::Store store;
        Event event = plainEvent(1);
        VERIFY_OK(store.events->insert({&event, 1}));
        Event other = plainEvent(2);
        VERIFY_OK(store.events->insert({&other, 1}));
        const Instant first = event.knownAt;
        event.knownAt = first + std::chrono::hours(5);
        event.value = 99;
        VERIFY_OK(store.events->insert({&event, 1}));
        std::vector<std::pair<double, Instant>> told;
        VERIFY_OK(store.events->readVersions(filtered("value < 50 and event_type == eruption"),
                                             [&told](const Event &one, Instant until) {
                                                 told.emplace_back(one.value, until);
                                                 return true;
                                             }));
        QCOMPARE(told.size(), std::size_t{2});
        QCOMPARE(told[0].first, 0.5);
        QVERIFY(told[0].second == event.knownAt); // the newer one does not pass, and still ends it
        QVERIFY(!told[1].second.isValid());
    }

    void readersThatBeginTogetherTakeNoRowsAway()
    {
        fixture::Store store;
        const auto duck = DuckDatabase::open({});
        VERIFY_OK(duck);
        const auto mirror = EventMirror::create(*duck);
        VERIFY_OK(mirror);
        const auto connection = duck->connect();
        VERIFY_OK(connection);
        std::vector<std::jthread> others;
        for (int i = 0; i < 3; ++i) {
            others.emplace_back([&](const std::stop_token &enough) {
                while (!enough.stop_requested())
                    (void)takeScope(*store.catalog, **mirror, {});
            });
        }
        for (int round = 0; round < 100; ++round) {
            VERIFY_OK(store.events->insert(std::vector<Event>{plainEvent(round)}));
            for (int look = 0; look < 3; ++look) {
                const auto scope = takeScope(*store.catalog, **mirror, {});
                VERIFY_OK(scope);
                const auto rows = connection->number("SELECT count(*) FROM hot WHERE place >= $1",
                                                     {static_cast<std::int64_t>(scope->hot.floor)});
                VERIFY_OK(rows);
                QCOMPARE(*rows, std::int64_t{1});
            }
            auto gone = store.catalog->beginWrite();
            VERIFY_OK(gone);
            VERIFY_OK(gone->database().execute("DELETE FROM events"));
            VERIFY_OK(gone->commit());
        }
    }

    void showsTheVersionInForceAtEveryInstantAndSnapshot_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 6; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void showsTheVersionInForceAtEveryInstantAndSnapshot()
    {
        QFETCH(const int, seed);
        std::mt19937_64 random(static_cast<std::uint64_t>(seed));
        fixture::Store store;
        fixture::Model model;
        std::uint64_t commits = 0;
        for (int i = 0; i < 12; ++i) {
            std::vector<Event> batch;
            for (std::uint64_t n = 1 + random() % 20; n > 0; --n)
                batch.push_back(fixture::randomVersion(random));
            const auto inserted = store.events->insert(batch);
            VERIFY_OK(inserted);
            for (const Event &event : batch)
                model.insert(event, commits + 1);
            if (inserted->stored > 0)
                QCOMPARE(inserted->seq, ++commits);
        }
        for (int i = 0; i < 30; ++i) {
            EventQuery query;
            if (random() % 4 != 0)
                query.asOf =
                    Instant(std::int64_t{1600000000000000} + static_cast<std::int64_t>(random() % 13) - 1);
            if (random() % 4 != 0)
                query.snapshot = random() % (commits + 1);
            const auto expected = model.inForce(query.asOf, query.snapshot.value_or(commits));
            QCOMPARE(keys(readAll(*store.events, query)), keys(expected));
            QCOMPARE(keys(fixture::readPast(*store.events, query)), keys(expected));
            QCOMPARE(store.events->count(query, "")->at(0).count,
                     static_cast<std::uint64_t>(expected.size()));
        }
    }
};

QTEST_GUILESS_MAIN(tst_EventStore)
#include "tst_eventstore.moc"
