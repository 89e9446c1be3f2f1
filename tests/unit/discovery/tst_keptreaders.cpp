// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept in memory answers as the store does, at every instant, and asks the store once.
#include "core/discovery/keptreaders.h"
#include "core/domain/filter.h"
#include "core/store/lease.h"
#include "core/store/workspace.h"
#include "tests/support/check.h"
#include "tests/support/fakereaders.h"

#include <QTemporaryDir>

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;

namespace {

/// Counts how often the events behind it are read.
class Counting final : public EventReader
{
public:
    explicit Counting(const EventReader &behind)
        : m_behind(behind)
    {}
    Result<void> read(const EventQuery &query, const std::function<bool(const Event &)> &row,
                      const CancelToken &cancel) const override
    {
        ++reads;
        return m_behind.read(query, row, cancel);
    }
    Result<void> readVersions(const EventQuery &query, const std::function<bool(const Event &, Instant)> &row,
                              const CancelToken &cancel) const override
    {
        ++reads;
        return m_behind.readVersions(query, row, cancel);
    }
    Result<std::vector<EventGroup>> count(const EventQuery &query, std::string_view by) const override
    {
        return m_behind.count(query, by);
    }
    mutable int reads = 0;

private:
    const EventReader &m_behind;
};

std::vector<std::string> rowsOf(const EventReader &reader, const EventQuery &query)
{
    std::vector<std::string> out;
    const auto read = reader.read(query, [&out](const Event &event) {
        out.push_back(toText(event.id) + "/" + std::to_string(event.revision) + "/" +
                      std::to_string(event.value));
        return true;
    });
    if (!read.ok())
        qFatal("%s", qPrintable(read.error().message));
    return out;
}

EventQuery about(const char *filter, Instant asOf)
{
    EventQuery query;
    query.filter = std::make_shared<const Filter>(*Filter::parse(filter, Instant(std::int64_t{0})));
    query.asOf = asOf;
    query.snapshot = 1'000'000;
    return query;
}

} // namespace

class tst_KeptReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsAreReadOnceAndToldAsOfAnyInstant()
    {
        support::FakeEvents events;
        const Instant start = *parseInstant("2020-01-01T00:00:00Z");
        std::mt19937 random(4);
        for (int i = 0; i < 60; ++i)
            events.add(i % 2 == 0 ? "a" : "b", start + std::chrono::hours(24 * i), i);
        for (int i = 0; i < 25; ++i) {
            const Event first = events.events[random() % 60];
            events.revise(first, first.knownAt + std::chrono::hours(random() % 400)).value += 100;
        }
        const Counting behind(events);
        const KeptEvents kept(behind);
        for (int hour = -5; hour < 24 * 90; hour += 11) {
            for (const char *filter : {"event_type == a", "value < 100"}) {
                const EventQuery query = about(filter, start + std::chrono::hours(hour));
                QCOMPARE(rowsOf(kept, query), rowsOf(events, query));
            }
        }
        QCOMPARE(rowsOf(kept, about("event_type == a", {})), rowsOf(events, about("event_type == a", {})));
        QCOMPARE(behind.reads, 2);
        const auto suspects = kept.beforeRevisions();
        QVERIFY(!suspects.empty());
        for (const Instant at : suspects) {
            EventQuery before = about("value < 1000", at), after = before;
            after.asOf = at + Duration(1);
            QVERIFY(rowsOf(events, before) != rowsOf(events, after));
        }
    }

    void aPageIsAskedOfTheStore()
    {
        support::FakeEvents events;
        events.add("a", *parseInstant("2020-01-01T00:00:00Z"), 1);
        const Counting behind(events);
        const KeptEvents kept(behind);
        EventQuery query = about("event_type == a", {});
        query.order = Order::Descending;
        QCOMPARE(rowsOf(kept, query).size(), std::size_t{1});
        QCOMPARE(rowsOf(kept, query).size(), std::size_t{1});
        QCOMPARE(behind.reads, 2);
    }

    void barsAreToldAsTheStoreTellsThem()
    {
        QTemporaryDir dir;
        const ManualClock clock(*parseInstant("2024-01-02T03:04:05Z"));
        core::store::WorkspaceOptions options;
        options.seal = core::store::WorkspaceOptions::Seal::None;
        const auto workspace = core::store::Workspace::create(
            std::filesystem::path(dir.path().toStdString()) / "w", options, clock);
        VERIFY_OK(workspace);
        std::mt19937 random(6);
        const Instant start = *parseInstant("2020-01-01T00:00:00Z");
        for (int round = 0; round < 3; ++round) {
            const auto lease = core::store::Lease::take((*workspace)->catalog(), "bulk", "a test");
            VERIFY_OK(lease);
            auto import = (*workspace)->bars().beginImport(**lease, "1d");
            VERIFY_OK(import);
            for (const char *symbol : {"A", "B"}) {
                for (int day = 0; day < 40; ++day) {
                    if (round > 0 && random() % 4 != 0)
                        continue;
                    Bar bar;
                    bar.symbol = symbol;
                    bar.interval = "1d";
                    bar.source = "test";
                    bar.ts = start + std::chrono::hours(24 * day);
                    bar.tsEnd = bar.ts + std::chrono::hours(7);
                    bar.knownAt = bar.tsEnd + std::chrono::hours(round == 0 ? 0 : random() % 300);
                    bar.close = 100 + day + round * 1000;
                    VERIFY_OK(import->add(bar));
                }
            }
            VERIFY_OK(import->finish());
        }
        const KeptBars kept((*workspace)->bars());
        BarQuery query;
        query.snapshot = *(*workspace)->catalog().snapshot();
        for (int hour = -1; hour < 24 * 60; hour += 7) {
            query.asOf = start + std::chrono::hours(hour);
            const auto mine = kept.readMany({"A", "B", "C"}, query);
            const auto theirs = (*workspace)->bars().readMany({"A", "B", "C"}, query);
            VERIFY_OK(mine);
            VERIFY_OK(theirs);
            QCOMPARE(mine->size(), theirs->size());
            for (const auto &[symbol, bars] : *theirs) {
                QCOMPARE(mine->at(symbol).close, bars.close);
                QVERIFY(mine->at(symbol).ts == bars.ts && mine->at(symbol).tsEnd == bars.tsEnd);
            }
        }
        QVERIFY(!kept.beforeRevisions().empty());
    }
};

QTEST_GUILESS_MAIN(tst_KeptReaders)
#include "tst_keptreaders.moc"
