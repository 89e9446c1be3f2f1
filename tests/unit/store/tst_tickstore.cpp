// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/lease.h"
#include "core/store/workspace.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <array>
#include <cmath>
#include <thread>

using namespace core::base;
using namespace core::domain;
using namespace core::store;

class tst_TickStore : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock{*parseInstant("2024-01-02T03:04:05Z")};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Workspace> m_workspace;

    template <typename Row>
    TickImportReport import(const std::vector<Row> &rows, const char *source = "lean")
    {
        TickImportReport report;
        const auto work = [&] {
            const auto lease = Lease::take(m_workspace->catalog(), "bulk", "a test");
            VERIFY_OK(lease);
            auto importing = m_workspace->ticks().beginImport<Row>(**lease, source, sha256("payload"));
            VERIFY_OK(importing);
            for (const Row &row : rows)
                VERIFY_OK(importing->add(row));
            const auto done = importing->finish();
            VERIFY_OK(done);
            report = *done;
        };
        work();
        return report;
    }

    /// What the live path does with one payload.
    template <typename Row>
    TickImportReport live(const std::vector<Row> &rows, const char *payload = "payload")
    {
        TickImportReport report;
        const auto work = [&] {
            const auto compared = m_workspace->ticks().compare<Row>(rows);
            VERIFY_OK(compared);
            auto transaction = m_workspace->catalog().beginWrite();
            VERIFY_OK(transaction);
            const auto done = TickStore::append<Row>(*transaction, *compared, "kraken", sha256(payload));
            VERIFY_OK(done);
            VERIFY_OK(transaction->commit());
            report = *done;
        };
        work();
        return report;
    }

    std::uint64_t fold(std::uint64_t mostRows = 0)
    {
        const auto lease = Lease::take(m_workspace->catalog(), "bulk", "a test");
        const auto folded =
            m_workspace->ticks().fold(**lease, {.before = m_clock.now().utcDay(), .mostRows = mostRows});
        return folded.ok() ? *folded : 9999;
    }

    std::uint64_t snapshot() { return *m_workspace->catalog().snapshot(); }

    template <typename Row>
    std::vector<Row> read(const TickQuery &query)
    {
        std::vector<Row> rows;
        const auto done = m_workspace->ticks().read<Row>(query, [&](const Row &row) {
            rows.push_back(row);
            return true;
        });
        return done.ok() ? rows : std::vector<Row>(99);
    }

    std::vector<double> prices(const TickQuery &query)
    {
        std::vector<double> all;
        for (const Tick &tick : read<Tick>(query))
            all.push_back(tick.price);
        return all;
    }

    static Tick tick(const char *symbol, const char *at, double price)
    {
        return {symbol, *parseInstant(at), price, 100, "Q", "@", 0};
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

    void ticksComeBackInTheirOrder()
    {
        Tick odd = tick("IBM", "2013-10-07T14:00:00.000001Z", 184.5);
        odd.size = kMissing;
        odd.exchange = "";
        odd.flag = 1;
        const auto report = import <Tick>(
            {tick("SPY", "2013-10-07T14:00:01Z", 168), odd, tick("IBM", "2013-10-07T13:30:00Z", 2),
             tick("IBM", "2013-10-07T13:30:00Z", 1), tick("IBM", "2013-10-08T13:30:00Z", 3)});
        QCOMPARE(report.stored, 5U);
        const auto rows = read<Tick>({.symbol = "IBM"});
        QCOMPARE(rows.size(), std::size_t(4));
        QCOMPARE(rows[0].price, 2.0); // of one instant: as they came
        QCOMPARE(rows[1].price, 1.0);
        QVERIFY(rows[2].ts == odd.ts && std::isnan(rows[2].size) && rows[2].exchange.empty() &&
                rows[2].flag == 1);
        QCOMPARE(rows[3].exchange, std::string("Q"));
        QCOMPARE(prices({.symbol = "IBM", .from = odd.ts, .to = *parseInstant("2013-10-08T13:30:00Z")}),
                 std::vector<double>{184.5});
        QCOMPARE(prices({.symbol = "NONE"}), std::vector<double>{});
    }

    void aDayIsReplacedAsAWhole()
    {
        const std::vector<Tick> monday{tick("SPY", "2013-10-07T14:00:00Z", 1),
                                       tick("SPY", "2013-10-07T14:00:00Z", 1)};
        QCOMPARE(import(monday).stored, 2U); // two equal trades are two trades
        const std::uint64_t before = *m_workspace->catalog().snapshot();
        const auto again = import(monday);
        QCOMPARE(again.duplicate, 2U);
        QCOMPARE(again.stored, 0U);
        QCOMPARE(import <Tick>({tick("SPY", "2013-10-07T14:00:00Z", 5)}).stored, 1U);
        QCOMPARE(prices({.symbol = "SPY"}), std::vector<double>{5});
        QCOMPARE(prices({.symbol = "SPY", .snapshot = before}), (std::vector<double>{1, 1}));
    }

    void aDayWhoseFileWasSetAsideCanBeImportedAgain()
    {
        const std::vector<Tick> monday{tick("SPY", "2013-10-07T14:00:00Z", 1)};
        import(monday);
        auto &catalog = m_workspace->catalog();
        const auto file = readableFiles(**catalog.reader(), "ticks")->front().file;
        {
            auto transaction = catalog.beginWrite();
            VERIFY_OK(markQuarantined(transaction->database(), file, m_clock.now()));
            VERIFY_OK(transaction->commit());
        }
        QCOMPARE(prices({.symbol = "SPY"}), std::vector<double>{});
        QCOMPARE(import(monday).stored, 1U);
        QCOMPARE(prices({.symbol = "SPY"}), std::vector<double>{1});
    }

    void quotesKeepTheirMissingSide()
    {
        const Instant at = *parseInstant("2013-10-07T14:00:00Z");
        QCOMPARE(import <Quote>({{"IBM", at, 184.1, 300, kMissing, kMissing}}).stored, 1U);
        const auto rows = read<Quote>({.symbol = "IBM"});
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows[0].bid, 184.1);
        QVERIFY(std::isnan(rows[0].ask));
        QCOMPARE(read<Tick>({.symbol = "IBM"}).size(), std::size_t(0));
    }

    void liveRowsAddToTheirDayOnce()
    {
        const Tick first = tick("SPY", "2024-01-02T03:00:00Z", 1);
        QCOMPARE(live<Tick>({first, first}, "a").stored, 2U); // two equal trades are two trades
        const std::uint64_t before = snapshot();
        const auto again = live<Tick>({first, first}, "a");
        QCOMPARE(again.stored, 0U);
        QCOMPARE(again.duplicate, 2U);
        QCOMPARE(snapshot(), before + 1);
        // another payload overlaps: what is new is taken, out of order or not
        QCOMPARE(
            live<Tick>(
                {tick("SPY", "2024-01-02T02:00:00Z", 3), first, tick("SPY", "2024-01-03T00:00:00Z", 4)}, "b")
                .stored,
            2U);
        QCOMPARE(prices({.symbol = "SPY"}), (std::vector<double>{3, 1, 1, 4}));
        QCOMPARE(prices({.symbol = "SPY", .snapshot = before}), (std::vector<double>{1, 1}));
        QCOMPARE(prices({.symbol = "SPY", .from = first.ts, .to = *parseInstant("2024-01-03T00:00:00Z")}),
                 (std::vector<double>{1, 1}));
        QCOMPARE(prices({.symbol = "IBM"}), std::vector<double>{});
    }

    void foldingChangesNothingThatIsRead()
    {
        const Tick odd{"SPY", *parseInstant("2024-01-01T10:00:00Z"), 2, kMissing, "", "", 1};
        live<Tick>({tick("SPY", "2024-01-01T11:00:00Z", 1), odd}, "a");
        const std::uint64_t early = snapshot();
        live<Tick>({tick("SPY", "2024-01-01T10:30:00Z", 3)}, "b");
        live<Tick>({tick("SPY", "2024-01-02T01:00:00Z", 5)}, "c"); // today
        live<Quote>({{"SPY", odd.ts, kMissing, kMissing, 7, 8}}, "d");
        QCOMPARE(fold(100), 4U); // of yesterday: today's are few
        QCOMPARE(prices({.symbol = "SPY"}), (std::vector<double>{2, 3, 1, 5}));
        QCOMPARE(prices({.symbol = "SPY", .snapshot = early}), (std::vector<double>{2, 1}));
        const auto rows = read<Tick>({.symbol = "SPY"});
        QVERIFY(std::isnan(rows[0].size) && rows[0].flag == 1 && rows[0].exchange.empty());
        QCOMPARE(read<Quote>({.symbol = "SPY"}).size(), std::size_t(1));
        // what is in the file is known when it comes again, and what is new adds to it
        const auto again = live<Tick>({odd, tick("SPY", "2024-01-01T10:45:00Z", 4)}, "e");
        QCOMPARE(again.duplicate, 1U);
        QCOMPARE(again.stored, 1U);
        const std::uint64_t late = snapshot();
        QCOMPARE(prices({.symbol = "SPY"}), (std::vector<double>{2, 3, 4, 1, 5}));
        QCOMPARE(fold(0), 2U);
        QCOMPARE(fold(0), 0U);
        QCOMPARE(prices({.symbol = "SPY"}), (std::vector<double>{2, 3, 4, 1, 5}));
        QCOMPARE(prices({.symbol = "SPY", .snapshot = late}), (std::vector<double>{2, 3, 4, 1, 5}));
        QCOMPARE(prices({.symbol = "SPY", .snapshot = late - 1}), (std::vector<double>{2, 3, 1, 5}));
        QCOMPARE(prices({.symbol = "SPY", .snapshot = early}), (std::vector<double>{2, 1}));
        const auto files = readableFiles(**m_workspace->catalog().reader(), "ticks");
        QCOMPARE(files->size(), std::size_t(2)); // one a day
    }

    void twoFoldsAtOnceMoveEachRowOnce()
    {
        std::vector<Tick> rows;
        for (int n = 0; n < 60; ++n) {
            rows.push_back(tick(n % 2 == 0 ? "SPY" : "IBM", "2023-12-01T11:00:00Z", n));
            rows.back().ts = rows.back().ts + std::chrono::days(n / 2);
        }
        live<Tick>(rows, "a");
        const std::vector<double> before = prices({.symbol = "SPY"});
        std::array<Result<std::uint64_t>, 2> moved{std::uint64_t{0}, std::uint64_t{0}};
        {
            const auto folding = [this, &moved](std::size_t which, const char *name) {
                const auto lease = Lease::take(m_workspace->catalog(), name, "a test");
                if (lease)
                    moved[which] = m_workspace->ticks().fold(**lease, {.before = m_clock.now().utcDay()});
            };
            const std::jthread one(folding, 0, "bulk");
            const std::jthread other(folding, 1, "compact");
        }
        VERIFY_OK(moved[0]);
        VERIFY_OK(moved[1]);
        QCOMPARE(*moved[0] + *moved[1], std::uint64_t{60});
        QCOMPARE(prices({.symbol = "SPY"}), before);
        QCOMPARE(readableFiles(**m_workspace->catalog().reader(), "ticks")->size(), std::size_t{60});
    }

    void aWholeDayTakesTheLiveOnesPlace()
    {
        live<Tick>({tick("SPY", "2024-01-01T11:00:00Z", 1)}, "a");
        const std::uint64_t before = snapshot();
        const std::vector<Tick> whole{tick("SPY", "2024-01-01T11:00:00Z", 8),
                                      tick("SPY", "2024-01-01T12:00:00Z", 9)};
        QCOMPARE(import(whole).stored, 2U);
        QCOMPARE(prices({.symbol = "SPY"}), (std::vector<double>{8, 9}));
        QCOMPARE(live<Tick>({tick("SPY", "2024-01-01T11:30:00Z", 2), whole[0]}, "b").stored, 1U);
        const std::vector<double> all{8, 2, 9};
        QCOMPARE(prices({.symbol = "SPY"}), all);
        QCOMPARE(prices({.symbol = "SPY", .snapshot = before}), std::vector<double>{1});
        QCOMPARE(fold(), 2U); // of both versions
        QCOMPARE(prices({.symbol = "SPY"}), all);
        QCOMPARE(prices({.symbol = "SPY", .snapshot = before}), std::vector<double>{1});
        QCOMPARE(import(whole).duplicate, 2U); // its import again is known, and takes nothing away
        QCOMPARE(prices({.symbol = "SPY"}), all);
    }

    void whatWasWrittenAnewMeanwhileIsComparedAgain()
    {
        const std::vector<Tick> rows{tick("SPY", "2024-01-01T11:00:00Z", 1)};
        const auto compared = m_workspace->ticks().compare<Tick>(rows);
        VERIFY_OK(compared);
        import(rows);
        auto transaction = m_workspace->catalog().beginWrite();
        const auto appended = TickStore::append<Tick>(*transaction, *compared, "kraken", {});
        VERIFY_ERROR(appended, ErrorCode::LeaseHeld);
    }

    void aDamagedDayIsNotFolded()
    {
        import(std::vector<Tick>{tick("SPY", "2024-01-01T11:00:00Z", 1)});
        live<Tick>({tick("SPY", "2024-01-01T12:00:00Z", 2)}, "a");
        const auto files = readableFiles(**m_workspace->catalog().reader(), "ticks");
        const auto path = m_workspace->lake().absolute(files->front());
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(8);
        file.write("damage");
        file.close();
        {
            const auto lease = Lease::take(m_workspace->catalog(), "bulk", "a test");
            const auto folded = m_workspace->ticks().fold(**lease, {.before = m_clock.now().utcDay()});
            VERIFY_ERROR(folded, ErrorCode::Corrupt);
        }
        // the live row is there, without what was damaged
        QCOMPARE(prices({.symbol = "SPY"}), std::vector<double>{2});
        QCOMPARE(fold(), 1U);
        QCOMPARE(prices({.symbol = "SPY"}), std::vector<double>{2});
    }

    void rowsWithoutTimeAreRefused()
    {
        const auto lease = Lease::take(m_workspace->catalog(), "bulk", "a test");
        auto importing = m_workspace->ticks().beginImport<Tick>(**lease, "lean", {});
        Tick bad = tick("SPY", "2013-10-07T14:00:00Z", 1);
        bad.ts = {};
        VERIFY_ERROR(importing->add(bad), ErrorCode::BadInput);
        QCOMPARE(importing->finish()->stored, 0U);
        VERIFY_ERROR(m_workspace->ticks().compare<Tick>(std::vector<Tick>{bad}), ErrorCode::BadInput);
    }
};

QTEST_APPLESS_MAIN(tst_TickStore)
#include "tst_tickstore.moc"
