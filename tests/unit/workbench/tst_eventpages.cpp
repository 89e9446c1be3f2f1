// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/eventpages.h"

#include "core/store/bulkevents.h"
#include "core/store/eventcompact.h"
#include "tests/support/check.h"
#include "tests/unit/store/eventfixture.h"

#include <fstream>
#include <thread>

using namespace core;
using namespace core::workbench;
using base::ErrorCode;
using base::Instant;
using domain::Event;
using domain::Order;
using fixture::keys;
using fixture::plainEvent;

namespace {

/// A workbench on a temporary folder.
struct Bench {
    QTemporaryDir dir;
    base::ManualClock clock{*base::parseInstant("2024-06-01T12:00:00Z")};
    std::unique_ptr<Workbench> bench;

    Bench()
        : bench(*Workbench::create(dir.path().toStdString() + "/ws", {}, clock))
    {}
    [[nodiscard]] store::EventStore &events() const { return bench->workspace().events(); }
    [[nodiscard]] base::Result<void> bulk(const std::vector<Event> &rows) const
    {
        auto lease = store::Lease::take(bench->workspace().catalog(), "bulk", "a test");
        if (!lease)
            return lease.error();
        auto writer = store::BulkEventWriter::begin(events(), **lease);
        if (!writer)
            return writer.error();
        for (const Event &event : rows) {
            if (auto appended = (*writer)->append(event); !appended)
                return appended.error();
        }
        const auto done = (*writer)->finish();
        return done ? base::Result<void>() : base::Result<void>(done.error());
    }
    [[nodiscard]] base::Result<void> compact() const
    {
        auto lease = store::Lease::take(bench->workspace().catalog(), "compact", "a test");
        if (!lease)
            return lease.error();
        const auto done = store::compactEvents(events(), **lease, {});
        return done ? base::Result<void>() : base::Result<void>(done.error());
    }
    [[nodiscard]] std::unique_ptr<EventPages> open(const std::string &filter = {},
                                                   Order order = Order::Descending) const
    {
        auto pages = EventPages::open(*bench, filter, order, {});
        if (!pages)
            qFatal("%s", qPrintable(pages.error().message));
        return std::move(*pages);
    }
    [[nodiscard]] std::vector<Event> all(const std::string &filter, Order order, std::uint64_t snapshot) const
    {
        domain::EventQuery query;
        query.filter = std::make_shared<const domain::Filter>(*domain::Filter::parse(filter, clock.now()));
        query.order = order;
        query.snapshot = snapshot;
        return fixture::readAll(events(), query);
    }
};

std::vector<Event> plainEvents(int first, int last, const std::string &source = "usgs")
{
    std::vector<Event> events;
    for (int n = first; n < last; ++n)
        events.push_back(plainEvent(n, source));
    return events;
}

/// Every window, every row's place and some instants, against all rows.
void compareEverything(const EventPages &pages, const std::vector<Event> &all, Order order)
{
    const std::vector<std::string> expected = keys(all);
    for (std::uint64_t first = 0; first <= all.size() + 5; first += 1 + all.size() / 15) {
        const auto page = pages.page(first, 23, {});
        VERIFY_OK(page);
        const auto begin = static_cast<std::ptrdiff_t>(std::min<std::size_t>(first, all.size()));
        const auto end = static_cast<std::ptrdiff_t>(std::min<std::size_t>(first + 23, all.size()));
        QCOMPARE(keys(*page), std::vector<std::string>(expected.begin() + begin, expected.begin() + end));
    }
    for (std::size_t i = 0; i < all.size(); i += 1 + all.size() / 4) {
        const auto row = pages.rowOf(all[i], {});
        VERIFY_OK(row);
        QVERIFY(*row);
        QCOMPARE(**row, std::uint64_t{i});
        for (const int off : {-1, 0, 1}) {
            const Instant at = all[i].timestamp + base::Duration(off);
            std::uint64_t there = 0;
            while (there < all.size() &&
                   (order == Order::Ascending ? all[there].timestamp < at : all[there].timestamp > at))
                ++there;
            const auto found = pages.rowAt(at, {});
            VERIFY_OK(found);
            QCOMPARE(*found, there);
        }
    }
}

} // namespace

class TestEventPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreTheRows_data();
    void pagesAreTheRows();
    void refusesWhatIsNoFilter();
    void followsLiveRowsAndLateOnes();
    void servesTheOldSnapshotWhileFilesChange();
    void saysWhatIsNotReadyYet();
    void stopsWithinATenthOfASecond();
    void namesADamagedFile();
    void countsOverTime();
    void givesRawBytes();
    void knowsTheWords();
};

void TestEventPages::pagesAreTheRows_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<bool>("isAscending");
    for (const char *filter : {"", "source == usgs", "value >= 1 and entity == JP", "\"number 4\"",
                               "timestamp >= 2012-01-01", "source == nowhere"}) {
        for (const bool isAscending : {true, false})
            QTest::addRow("%s, %s", filter, isAscending ? "oldest first" : "newest first")
                << QByteArray(filter) << isAscending;
    }
}

void TestEventPages::pagesAreTheRows()
{
    QFETCH(QByteArray, filter);
    QFETCH(bool, isAscending);
    const std::string text = filter.toStdString();
    const Order order = isAscending ? Order::Ascending : Order::Descending;
    std::mt19937_64 random(filter.size() * 2 + (isAscending ? 1 : 0));
    const Bench bench;
    std::vector<Event> some = plainEvents(0, 500);
    const std::vector<Event> others = plainEvents(100, 250, "noaa/é");
    some.insert(some.end(), others.begin(), others.end());
    for (int i = 0; i < 100; ++i)
        some.push_back(fixture::randomVersion(random));
    VERIFY_OK(bench.bulk(some));
    const auto insertSome = [&] {
        std::vector<Event> rows;
        for (int i = 0; i < 20; ++i)
            rows.push_back(fixture::randomVersion(random));
        return bench.events().insert(rows);
    };
    VERIFY_OK(insertSome());
    const auto pages = bench.open(text, order);
    const auto check = [&] {
        const std::vector<Event> all = bench.all(text, order, pages->snapshot());
        compareEverything(*pages, all, order);
        if (!QTest::currentTestFailed()) {
            const auto count = pages->count({});
            VERIFY_OK(count);
            QCOMPARE(*count, std::uint64_t{all.size()});
        }
    };
    check();
    VERIFY_OK(pages->buildIndex({}));
    QVERIFY(pages->hasIndex());
    check();
    VERIFY_OK(insertSome());
    check(); // still the old snapshot
    const std::uint64_t before = pages->snapshot();
    const auto fresh = pages->newRows({});
    VERIFY_OK(fresh);
    VERIFY_OK(pages->refresh({}));
    QVERIFY(pages->snapshot() > before);
    const std::vector<Event> all = bench.all(text, order, pages->snapshot());
    QCOMPARE(*fresh,
             static_cast<std::uint64_t>(std::count_if(
                 all.begin(), all.end(), [before](const Event &event) { return event.seq > before; })));
    QCOMPARE(*pages->newRows({}), std::uint64_t{0});
    check();
    VERIFY_OK(bench.compact());
    (void)bench.all({}, order, pages->snapshot()); // the mirror lets hot rows go
    check();
    VERIFY_OK(pages->refresh({}));
    VERIFY_OK(pages->buildIndex({}));
    QVERIFY(pages->hasIndex());
    check();
    const auto early = bench.open(text, order); // from row files, without an index
    compareEverything(*early, bench.all(text, order, early->snapshot()), order);
}

void TestEventPages::refusesWhatIsNoFilter()
{
    const Bench bench;
    VERIFY_ERROR(EventPages::open(*bench.bench, "value >>= 3", Order::Descending, {}), ErrorCode::BadInput);
    VERIFY_ERROR(histogramOf(*bench.bench, "value >>= 3", {}, {}, 10, {}), ErrorCode::BadInput);
}

void TestEventPages::followsLiveRowsAndLateOnes()
{
    const Bench bench;
    const auto pages = bench.open();
    VERIFY_OK(pages->buildIndex({}));
    QCOMPARE(*pages->count({}), std::uint64_t{0});
    QVERIFY(pages->page(0, 50, {})->empty());
    QCOMPARE(*pages->rowAt(bench.clock.now(), {}), std::uint64_t{0});
    for (int n = 0; n < 400; n += 7) {
        // every third commit is late
        const int first = n % 3 == 0 ? 1000 - n : 1000 + n;
        VERIFY_OK(bench.events().insert(plainEvents(first, first + 7, std::to_string(n))));
        QCOMPARE(*pages->newRows({}), std::uint64_t{7});
        VERIFY_OK(pages->refresh({}));
        QVERIFY(pages->hasIndex());
    }
    compareEverything(*pages, bench.all({}, Order::Descending, pages->snapshot()), Order::Descending);
    Event corrected = plainEvent(1000, "0");
    corrected.value = -1;
    corrected.knownAt = corrected.knownAt + std::chrono::hours(1);
    const Event old = bench.all("source == \"0\"", Order::Ascending, pages->snapshot()).front();
    VERIFY_OK(bench.events().insert({&corrected, 1}));
    VERIFY_OK(pages->refresh({}));
    QVERIFY(!*pages->rowOf(old, {})); // replaced
    compareEverything(*pages, bench.all({}, Order::Descending, pages->snapshot()), Order::Descending);
}

void TestEventPages::servesTheOldSnapshotWhileFilesChange()
{
    const Bench bench;
    VERIFY_OK(bench.events().insert(plainEvents(0, 300)));
    const auto pages = bench.open();
    VERIFY_OK(pages->buildIndex({}));
    const auto before = keys(*pages->page(0, 300, {}));
    VERIFY_OK(bench.bulk(plainEvents(50, 90, "noaa")));
    VERIFY_OK(bench.compact());
    (void)bench.all({}, Order::Ascending, pages->snapshot());
    QCOMPARE(keys(*pages->page(0, 300, {})), before);
    VERIFY_OK(pages->refresh({}));
    QCOMPARE(*pages->count({}), std::uint64_t{340});
}

void TestEventPages::saysWhatIsNotReadyYet()
{
    const Bench bench;
    std::vector<Event> rows;
    for (int n = 0; n < 45000; ++n) {
        Event event = plainEvent(n % 1000);
        event.id = base::eventId("usgs", std::to_string(n));
        rows.push_back(event);
    }
    VERIFY_OK(bench.bulk(rows));
    const auto pages = bench.open();
    VERIFY_ERROR(pages->page(22000, 50, {}), ErrorCode::NotFound);
    const auto all = keys(bench.all({}, Order::Descending, pages->snapshot()));
    QCOMPARE(keys(*pages->page(44990, 50, {})), std::vector<std::string>(all.end() - 10, all.end()));
    VERIFY_OK(pages->buildIndex({}));
    QCOMPARE(keys(*pages->page(22000, 50, {})),
             std::vector<std::string>(all.begin() + 22000, all.begin() + 22050));
}

void TestEventPages::stopsWithinATenthOfASecond()
{
    const Bench bench;
    std::vector<Event> rows;
    for (int n = 0; n < 200000; ++n) {
        Event event = plainEvent(n % 3000);
        event.id.bytes[0] = static_cast<unsigned char>(n);
        event.id.bytes[1] = static_cast<unsigned char>(n >> 8);
        event.id.bytes[2] = static_cast<unsigned char>(n >> 16);
        rows.push_back(event);
    }
    VERIFY_OK(bench.bulk(rows));
    double best = 1e9;
    for (int attempt = 0; attempt < 5; ++attempt) { // the machine may be busy with other things
        const auto pages = bench.open();
        const base::CancelToken cancel;
        const Job job{cancel, {}};
        std::optional<base::Stopwatch> since;
        std::thread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(5 + attempt * 20));
            since.emplace();
            cancel.cancel();
        });
        const auto built = pages->buildIndex(job);
        stopper.join();
        if (built)
            continue; // it was faster
        QCOMPARE(built.error().code, ErrorCode::Cancelled);
        best = std::min(best, since->seconds());
        VERIFY_ERROR(pages->page(0, 10, cancel), ErrorCode::Cancelled);
        VERIFY_ERROR(pages->refresh(job), ErrorCode::Cancelled);
    }
    QVERIFY2(best < 0.1, qPrintable(QString::number(best)));
    // what was stopped left nothing half-made
    const auto pages = bench.open();
    VERIFY_OK(pages->buildIndex({}));
    QCOMPARE(*pages->count({}), std::uint64_t{200000});
}

void TestEventPages::namesADamagedFile()
{
    const Bench bench;
    VERIFY_OK(bench.bulk(plainEvents(0, 800)));
    const auto entries = *store::readableFiles(**bench.bench->workspace().catalog().reader(), "events");
    const auto victim = bench.events().lake().absolute(entries[2]);
    std::filesystem::resize_file(victim, std::filesystem::file_size(victim) / 2);
    const auto pages = bench.open();
    const auto page = pages->page(0, 50, {});
    VERIFY_ERROR(page, ErrorCode::Corrupt);
    QVERIFY(page.error().message.contains(QStringLiteral("year=2012")));
    const auto rest = pages->page(0, 50, {});
    VERIFY_OK(rest);
    QCOMPARE(rest->front().timestamp.utcDay(), base::Date(std::chrono::year(2011) / 12 / 31));
}

void TestEventPages::countsOverTime()
{
    const Bench bench;
    const auto none = histogramOf(*bench.bench, "", {}, {}, 10, {});
    VERIFY_OK(none);
    QVERIFY(none->counts.empty());
    VERIFY_OK(bench.bulk(plainEvents(0, 80)));
    VERIFY_OK(bench.events().insert(plainEvents(80, 101)));
    const auto whole = histogramOf(*bench.bench, "", {}, {}, 10, {});
    VERIFY_OK(whole);
    QCOMPARE(whole->from.micros(), plainEvent(0).timestamp.micros());
    QCOMPARE(whole->to.micros(), plainEvent(100).timestamp.micros());
    QCOMPARE(whole->counts, std::vector<std::uint64_t>({10, 10, 10, 10, 10, 10, 10, 10, 10, 11}));
    const auto part =
        histogramOf(*bench.bench, "entity == JP", plainEvent(10).timestamp, plainEvent(20).timestamp, 2, {});
    VERIFY_OK(part);
    QCOMPARE(part->counts, std::vector<std::uint64_t>({3, 3})); // 10 12 14 and 16 18 20
    const auto instant =
        histogramOf(*bench.bench, "", plainEvent(3).timestamp, plainEvent(3).timestamp, 3, {});
    VERIFY_OK(instant);
    QCOMPARE(instant->counts, std::vector<std::uint64_t>({1, 0, 0}));
}

void TestEventPages::givesRawBytes()
{
    const Bench bench;
    const auto artifact = bench.bench->workspace().vault().put("usgs", "a test", "0123456789");
    VERIFY_OK(artifact);
    QCOMPARE(*rawBytes(*bench.bench, artifact->sha256, 4), std::string("0123"));
    QCOMPARE(*rawBytes(*bench.bench, artifact->sha256, 100), std::string("0123456789"));
    VERIFY_ERROR(rawBytes(*bench.bench, {}, 100), ErrorCode::NotFound);
    VERIFY_ERROR(rawBytes(*bench.bench, base::sha256("x"), 100), ErrorCode::NotFound);
}

void TestEventPages::knowsTheWords()
{
    const Bench bench;
    VERIFY_OK(bench.bulk(plainEvents(0, 10)));
    VERIFY_OK(bench.events().insert(plainEvents(0, 10, "noaa")));
    const auto words = wordsOf(*bench.bench, {});
    VERIFY_OK(words);
    QCOMPARE(words->sources, std::vector<std::string>({"noaa", "usgs"}));
    QCOMPARE(words->eventTypes, std::vector<std::string>({"earthquake", "eruption"}));
    QCOMPARE(words->entities, std::vector<std::string>({"JP", "TW"}));
}

QTEST_GUILESS_MAIN(TestEventPages)
#include "tst_eventpages.moc"
