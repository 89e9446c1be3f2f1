// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/instruments.h"
#include "core/store/lease.h"
#include "core/store/workspace.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <cmath>

using namespace core::base;
using namespace core::domain;
using namespace core::store;

namespace {

Instant day(int n)
{
    return Instant(Date(std::chrono::days(10'000 + n)));
}

Bar bar(std::string symbol, int n, double close, std::string source = "yahoo")
{
    Bar b;
    b.symbol = std::move(symbol);
    b.interval = "1d";
    b.source = std::move(source);
    b.ts = day(n) + std::chrono::hours(14);
    b.tsEnd = day(n) + std::chrono::hours(21);
    b.knownAt = b.tsEnd;
    b.close = close;
    return b;
}

/// A BarQuery whose parts can be left out.
struct Ask {
    std::string symbol = "SPY";
    std::string interval = "1d";
    Instant from{};
    Instant to{};
    Instant asOf{};
    std::optional<std::uint64_t> snapshot{};
    bool verified = false;

    operator BarQuery() const { return {symbol, interval, from, to, asOf, snapshot, verified}; }
};

} // namespace

class tst_BarStore : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock{*parseInstant("2024-01-02T03:04:05Z")};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Workspace> m_workspace;

    BarStore &store() { return m_workspace->bars(); }

    /// Of one payload, fetched at `seenAt`.
    BarImportReport importSeen(std::vector<Bar> bars, Instant seenAt, const std::string &payload)
    {
        m_clock.set(seenAt);
        const auto artifact = m_workspace->vault().put("yahoo", "a test", payload);
        for (Bar &one : bars)
            one.rawSha256 = artifact.ok() ? artifact->sha256 : Sha256{};
        return import(bars, seenAt);
    }

    BarImportReport import(const std::vector<Bar> &bars, Instant seenAt = {})
    {
        BarImportReport report;
        const auto work = [&] {
            const auto lease = Lease::take(m_workspace->catalog(), "bulk", "a test");
            VERIFY_OK(lease);
            auto importing = store().beginImport(**lease, "1d");
            VERIFY_OK(importing);
            importing->seenAt(seenAt);
            for (const Bar &one : bars)
                VERIFY_OK(importing->add(one));
            const auto done = importing->finish();
            VERIFY_OK(done);
            report = *done;
        };
        work();
        return report;
    }

    std::vector<double> closes(const BarQuery &query)
    {
        const auto series = store().read(query);
        return series.ok() ? series->close : std::vector<double>{-1};
    }

    std::size_t fileCount()
    {
        const auto reader = m_workspace->catalog().reader();
        return readableFiles(**reader, "bars")->size();
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        auto made = Workspace::create(m_dir->path().toStdString() + "/w", {}, m_clock);
        VERIFY_OK(made);
        m_workspace = std::move(*made);
    }

    void cleanup() { m_workspace.reset(); }

    void barsComeBackAsTheyWere()
    {
        Bar full = bar("SPY", 1, 101.5);
        full.open = 100.25;
        full.high = 102;
        full.low = -37.63;
        full.adjClose = 55;
        full.volume = 1e9;
        const auto report = import({full, bar("SPY", 2, 102), bar("TLT", 1, 90)});
        QCOMPARE(report.stored, 3U);
        QCOMPARE(report.duplicate, 0U);
        const auto series = store().read(Ask{.symbol = "SPY"});
        VERIFY_OK(series);
        QCOMPARE(series->symbol, std::string("SPY"));
        QCOMPARE(series->interval, std::string("1d"));
        QCOMPARE(series->size(), std::size_t(2));
        QVERIFY(series->ts[0] == full.ts && series->tsEnd[0] == full.tsEnd);
        QCOMPARE(series->open[0], 100.25);
        QCOMPARE(series->high[0], 102.0);
        QCOMPARE(series->low[0], -37.63);
        QCOMPARE(series->close, (std::vector<double>{101.5, 102}));
        QCOMPARE(series->adjClose[0], 55.0);
        QCOMPARE(series->volume[0], 1e9);
        QVERIFY(std::isnan(series->open[1]) && std::isnan(series->volume[1]));
        QCOMPARE(*store().symbols("1d"), (std::vector<std::string>{"SPY", "TLT"}));
        QVERIFY(store().symbols("1m")->empty());
        QCOMPARE(store().read(Ask{.symbol = "NONE"})->size(), std::size_t(0));
        QCOMPARE(store().read(Ask{.symbol = "SPY", .interval = "1m"})->size(), std::size_t(0));
    }

    void rangeTakesBarsThatCloseBeforeItsEnd()
    {
        import({bar("SPY", 1, 1), bar("SPY", 2, 2), bar("SPY", 3, 3), bar("SPY", 4, 4)});
        QCOMPARE(closes(Ask{.symbol = "SPY", .from = day(2), .to = day(3) + std::chrono::hours(21)}),
                 (std::vector<double>{2, 3}));
        QCOMPARE(closes(Ask{.symbol = "SPY", .to = day(3) + std::chrono::hours(20)}),
                 (std::vector<double>{1, 2}));
    }

    void anyOrderOfRowsGivesTheSameSeries()
    {
        const auto report = import({bar("TLT", 2, 4), bar("SPY", 2, 2), bar("TLT", 1, 3), bar("SPY", 1, 1)});
        QCOMPARE(report.stored, 4U);
        const auto many = store().readMany({"TLT", "SPY", "NONE"}, {});
        VERIFY_OK(many);
        QCOMPARE(many->size(), std::size_t(2));
        QCOMPARE(many->at("SPY").close, (std::vector<double>{1, 2}));
        QCOMPARE(many->at("TLT").close, (std::vector<double>{3, 4}));
    }

    void sameRowsAgainAreDuplicates()
    {
        import({bar("SPY", 1, 1), bar("SPY", 2, kMissing)});
        const auto again = import({bar("SPY", 1, 1), bar("SPY", 2, kMissing), bar("SPY", 3, 3)});
        QCOMPARE(again.duplicate, 2U);
        QCOMPARE(again.stored, 1U);
        QCOMPARE(again.versions, 0U);
        const auto nothing = import({bar("SPY", 3, 3), bar("SPY", 2, kMissing)});
        QCOMPARE(nothing.duplicate, 2U);
        QCOMPARE(nothing.stored, 0U);
        QCOMPARE(fileCount(), std::size_t(2)); // an import without news writes no file
    }

    void rowsTwiceInOneImport()
    {
        const auto report = import({bar("SPY", 1, 1), bar("SPY", 1, 1), bar("SPY", 1, 5), bar("SPY", 2, 2)});
        QCOMPARE(report.stored, 3U);
        QCOMPARE(report.duplicate, 1U);
        QCOMPARE(report.versions, 1U);
        QCOMPARE(closes(Ask{.symbol = "SPY"}), (std::vector<double>{5, 2})); // the later row stands
    }

    void correctedBarIsANewVersion()
    {
        import({bar("SPY", 1, 1), bar("SPY", 2, 2)});
        const std::uint64_t before = *m_workspace->catalog().snapshot();
        Bar corrected = bar("SPY", 1, 1.5);
        corrected.knownAt = day(9);
        const auto report = import({corrected, bar("SPY", 2, 2)});
        QCOMPARE(report.versions, 1U);
        QCOMPARE(report.duplicate, 1U);
        QCOMPARE(closes(Ask{.symbol = "SPY"}), (std::vector<double>{1.5, 2}));
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(8)}), (std::vector<double>{1, 2}));
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(9)}), (std::vector<double>{1.5, 2}));
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(2)}), (std::vector<double>{1}));
        QCOMPARE(closes(Ask{.symbol = "SPY", .snapshot = before}), (std::vector<double>{1, 2}));
        QCOMPARE(closes(Ask{.symbol = "SPY", .snapshot = 0}), std::vector<double>{});
        // what was known earlier but arrives later does not displace what is in force
        Bar late = bar("SPY", 1, 1.25);
        late.knownAt = day(5);
        QCOMPARE(import({late}).versions, 1U);
        QCOMPARE(closes(Ask{.symbol = "SPY"}), (std::vector<double>{1.5, 2}));
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(6)}), (std::vector<double>{1.25, 2}));
    }

    void correctionSeenLaterIsKnownFromThenOn()
    {
        importSeen({bar("SPY", 1, 10), bar("SPY", 2, 2)}, day(5), "first"); // history: known at its close
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(3)}), (std::vector<double>{10, 2}));
        const auto report = importSeen({bar("SPY", 1, 77), bar("SPY", 2, 2)}, day(900), "second");
        QCOMPARE(report.versions, 1U);
        QCOMPARE(report.duplicate, 1U);
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(899)}), (std::vector<double>{10, 2}));
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(900)}), (std::vector<double>{77, 2}));
        QCOMPARE(closes(Ask{.symbol = "SPY"}), (std::vector<double>{77, 2}));
        QCOMPARE(importSeen({bar("SPY", 1, 77)}, day(901), "third").duplicate, 1U);
        QCOMPARE(importSeen({bar("SPY", 1, 10)}, day(902), "first").versions, 1U); // taken back
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(901)}), (std::vector<double>{77, 2}));
        QCOMPARE(closes(Ask{.symbol = "SPY"}), (std::vector<double>{10, 2}));
    }

    void barSeenBeforeItsEndIsNoFirstVersion()
    {
        importSeen({bar("SPY", 1, 10)}, day(1) + std::chrono::hours(15), "at noon");
        importSeen({bar("SPY", 1, 11)}, day(1) + std::chrono::hours(20), "in the afternoon");
        importSeen({bar("SPY", 1, 12)}, day(3), "whole");
        importSeen({bar("SPY", 1, 13)}, day(5), "corrected");
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(1) + std::chrono::hours(20)}),
                 std::vector<double>{});
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(2)}), std::vector<double>{12});
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(4)}), std::vector<double>{12});
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(5)}), std::vector<double>{13});
    }

    void payloadReadAnewStandsWhereItStood()
    {
        importSeen({bar("SPY", 1, 10)}, day(2), "first");
        importSeen({bar("SPY", 1, 20)}, day(9), "second");
        const std::uint64_t before = *m_workspace->catalog().snapshot();
        QCOMPARE(importSeen({bar("SPY", 1, 10)}, day(2), "first").duplicate, 1U);
        importSeen({bar("SPY", 1, 10.5)}, day(2), "first"); // by a better parser
        importSeen({bar("SPY", 1, 20.5)}, day(9), "second");
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(8)}), std::vector<double>{10.5});
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(9)}), std::vector<double>{20.5});
        QCOMPARE(closes(Ask{.symbol = "SPY", .asOf = day(8), .snapshot = before}), std::vector<double>{10});
        QCOMPARE(closes(Ask{.symbol = "SPY", .snapshot = before}), std::vector<double>{20});
    }

    void everyVersionComesInTheOrderItWasInForce()
    {
        Bar corrected = bar("SPY", 1, 1.5);
        corrected.knownAt = day(9);
        import({bar("SPY", 1, 1), bar("SPY", 2, 2), bar("SPY", 2, 7, "short"), bar("ELSE", 1, 3)});
        const std::uint64_t before = *m_workspace->catalog().snapshot();
        import({corrected});
        const auto all = store().readVersions({"ELSE", "NONE", "SPY"}, BarQuery());
        VERIFY_OK(all);
        QCOMPARE(all->size(), std::size_t{2});
        const BarVersions &spy = all->at("SPY");
        QCOMPARE(spy.bars.close, (std::vector<double>{1, 1.5, 2})); // of the longer source alone
        QVERIFY(spy.known[0] == bar("SPY", 1, 1).knownAt && spy.known[1] == day(9));
        const auto then = store().readVersions({"SPY"}, Ask{.snapshot = before});
        VERIFY_OK(then);
        QCOMPARE(then->at("SPY").bars.close, (std::vector<double>{1, 2}));
    }

    void longestSourceIsRead()
    {
        import({bar("SPY", 1, 1, "long"), bar("SPY", 2, 2, "long"), bar("SPY", 3, 3, "long")});
        const std::uint64_t before = *m_workspace->catalog().snapshot();
        import({bar("SPY", 3, 30, "short"), bar("SPY", 4, 40, "short")});
        QCOMPARE(closes(Ask{.symbol = "SPY"}), (std::vector<double>{1, 2, 3}));
        QCOMPARE(closes(Ask{.symbol = "SPY", .from = day(4)}), std::vector<double>{});
        import({bar("SPY", 5, 50, "short")}); // as many: the one that was added last
        QCOMPARE(closes(Ask{.symbol = "SPY"}), (std::vector<double>{30, 40, 50}));
        QCOMPARE(closes(Ask{.symbol = "SPY", .snapshot = before}), (std::vector<double>{1, 2, 3}));
    }

    void abandonedImportLeavesNothing()
    {
        {
            const auto lease = Lease::take(m_workspace->catalog(), "bulk", "a test");
            auto importing = store().beginImport(**lease, "1d");
            VERIFY_OK(importing->add(bar("SPY", 1, 1)));
        }
        QCOMPARE(closes(Ask{.symbol = "SPY"}), std::vector<double>{});
        QCOMPARE(*m_workspace->catalog().snapshot(), 0U);
    }

    void barsWithoutTheirTimesAreRefused()
    {
        const auto lease = Lease::take(m_workspace->catalog(), "bulk", "a test");
        auto importing = store().beginImport(**lease, "1d");
        Bar b = bar("SPY", 1, 1);
        b.knownAt = {};
        VERIFY_ERROR(importing->add(b), ErrorCode::BadInput);
        b = bar("", 1, 1);
        VERIFY_ERROR(importing->add(b), ErrorCode::BadInput);
        b = bar("SPY", 1, 1);
        b.interval = "5m";
        VERIFY_ERROR(importing->add(b), ErrorCode::BadInput);
        QCOMPARE(importing->finish()->stored, 0U);
    }

    void compactKeepsEverySnapshot()
    {
        std::vector<std::uint64_t> snapshots;
        std::vector<std::vector<double>> before;
        for (int i = 0; i < 6; ++i) {
            import({bar("AAA", i, i), bar("SPY", i, i), bar("SPY", 0, 100 + i)});
            snapshots.push_back(*m_workspace->catalog().snapshot());
        }
        for (const std::uint64_t snapshot : snapshots)
            before.push_back(closes(Ask{.symbol = "SPY", .snapshot = snapshot}));
        QCOMPARE(before.back(), (std::vector<double>{105, 1, 2, 3, 4, 5}));
        const auto lease = Lease::take(m_workspace->catalog(), "compact", "a test");
        QCOMPARE(*store().compact(**lease, 6), 0U);
        QCOMPARE(*store().compact(**lease, 5), 6U);
        QCOMPARE(fileCount(), std::size_t(1));
        for (std::size_t i = 0; i < snapshots.size(); ++i)
            QCOMPARE(closes(Ask{.symbol = "SPY", .snapshot = snapshots[i]}), before[i]);
        QCOMPARE(import({bar("AAA", 3, 3)}).duplicate, 1U);
    }

    void compactGivesRottenBytesNoNewChecksum()
    {
        import({bar("SPY", 1, 1)});
        import({bar("SPY", 2, 2)});
        const auto file = readableFiles(**m_workspace->catalog().reader(), "bars")->front().file;
        {
            auto transaction = m_workspace->catalog().beginWrite();
            VERIFY_OK(
                transaction->database().execute("UPDATE manifest SET sha256 = zeroblob(32) WHERE file = '" +
                                                file + "'")); // as if rotten since the check just now
            VERIFY_OK(transaction->commit());
        }
        const auto lease = Lease::take(m_workspace->catalog(), "compact", "a test");
        const auto refused = store().compact(**lease, 1);
        VERIFY_ERROR(refused, ErrorCode::Corrupt);
        QVERIFY(refused.error().message.contains(QString::fromStdString(file)));
        QCOMPARE(fileCount(), std::size_t(1)); // the other one, as it was
    }

    void compactLeavesAloneWhatWasSetAsideMeanwhile()
    {
        import({bar("SPY", 1, 1)});
        import({bar("SPY", 2, 2)});
        auto &catalog = m_workspace->catalog();
        const auto file = readableFiles(**catalog.reader(), "bars")->front().file;
        BarStore meddled(catalog, m_workspace->lake(), [&]() -> Result<DuckConnection> {
            auto transaction = catalog.beginWrite();
            auto done = markQuarantined(transaction->database(), file, m_clock.now());
            if (done)
                done = transaction->commit();
            return done ? m_workspace->events().connect() : Result<DuckConnection>(done.error());
        });
        const auto lease = Lease::take(catalog, "compact", "a test");
        QCOMPARE(*meddled.compact(**lease, 1), 0U);
        QCOMPARE(fileCount(), std::size_t(1));
        QCOMPARE(closes(Ask{.symbol = "SPY"}).size(), std::size_t(1));
    }

    void importWhoseLeaseWasTakenOverStoresNothing()
    {
        const auto late = Lease::take(m_workspace->catalog(), "bulk", "stopped for a minute");
        auto lateImport = store().beginImport(**late, "1d");
        VERIFY_OK(lateImport->add(bar("SPY", 1, 99)));
        m_clock.advance(std::chrono::seconds(31));
        const auto other = Workspace::open(m_workspace->path(), m_clock);
        VERIFY_OK(other);
        const auto lease = Lease::take((*other)->catalog(), "bulk", "took over");
        VERIFY_OK(lease);
        auto importing = (*other)->bars().beginImport(**lease, "1d");
        VERIFY_OK(importing->add(bar("SPY", 1, 1)));
        VERIFY_OK(importing->finish());
        const auto refused = lateImport->finish();
        VERIFY_ERROR(refused, ErrorCode::LeaseHeld);
        QCOMPARE(closes(Ask{.symbol = "SPY"}), std::vector<double>{1});
    }

    void damagedFileVoidsAVerifiedRead()
    {
        import({bar("SPY", 1, 1)});
        const auto entries = readableFiles(**m_workspace->catalog().reader(), "bars");
        const auto file = m_workspace->lake().absolute(entries->front());
        std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
        const auto refused = store().read(Ask{.symbol = "SPY", .verified = true});
        VERIFY_ERROR(refused, ErrorCode::Corrupt);
        QVERIFY(refused.error().message.contains(QString::fromStdString(entries->front().file)));
        QCOMPARE(closes(Ask{.symbol = "SPY"}), std::vector<double>{}); // in quarantine: not read any more
        const auto again = store().read(Ask{.symbol = "SPY", .verified = true});
        VERIFY_ERROR(again, ErrorCode::Corrupt);
        QVERIFY(again.error().message.contains(QString::fromStdString(entries->front().file)));
        QVERIFY(again.error().message.contains(QStringLiteral("accept-loss")));
        VERIFY_OK(store().read(Ask{.symbol = "TLT", .verified = true})); // nothing of it is in the file
    }

    void instrumentsAndActionsAreKept()
    {
        auto &catalog = m_workspace->catalog();
        const auto storeBoth = [&](std::vector<Action> actions) {
            auto transaction = catalog.beginWrite();
            const std::vector<Instrument> instruments{{"SPY", "S&P 500 ETF", "etf", "XNYS", "USD", "", "{}"}};
            VERIFY_OK(storeInstruments(*transaction, instruments));
            VERIFY_OK(storeActions(*transaction, actions));
            VERIFY_OK(transaction->commit());
        };
        Action split{"AAPL", ActionKind::Split, day(10), day(1), 0.25, {}, 0, "lean"};
        storeBoth({split});
        const std::uint64_t before = *catalog.snapshot();
        storeBoth({split}); // says nothing new
        Action corrected = split;
        corrected.factor = 0.5;
        corrected.knownAt = day(3);
        storeBoth({corrected});
        QCOMPARE(store().instruments()->size(), std::size_t(1));
        QCOMPARE((*store().instrument("SPY"))->exchange, std::string("XNYS"));
        QVERIFY(!*store().instrument("NONE"));
        const auto factors = [&](Instant asOf, std::optional<std::uint64_t> snapshot) {
            std::vector<double> all;
            const auto actions = store().actions("AAPL", asOf, snapshot);
            for (const Action &action : *actions)
                all.push_back(action.factor);
            return all;
        };
        QCOMPARE(factors({}, {}), std::vector<double>{0.5});
        QCOMPARE(factors(day(2), {}), std::vector<double>{0.25});
        QCOMPARE(factors(day(0), {}), std::vector<double>{});
        QCOMPARE(factors({}, before), std::vector<double>{0.25});
    }
};

QTEST_APPLESS_MAIN(tst_BarStore)
#include "tst_barstore.moc"
