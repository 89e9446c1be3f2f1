// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/watchlists.h"

#include "core/base/clock.h"
#include "core/workbench/samplemaker.h"
#include "core/workbench/studies.h"
#include "core/workbench/studyfiles.h"
#include "core/workbench/upkeep.h"
#include "tests/support/check.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace core;
using base::ErrorCode;
using workbench::Workbench;

class TestWatchlists final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }

    void makesRenamesAndRemovesLists();
    void keepsSymbolsOnceAndInOrder();
    void refusesNamesAndSymbolsThatCannotBeSeen();
    void importsOneSymbolALine();
    void refusesAFileThatIsNoList_data();
    void refusesAFileThatIsNoList();
    void remembersWhatAListWas();
    void comesToAWorkspaceOfFormat4();
    void repeatsARunAfterTheListHasChanged();

private:
    [[nodiscard]] std::filesystem::path path(const QString &name) const
    {
        return m_folder.filePath(name).toStdString();
    }
    [[nodiscard]] std::vector<std::string> symbols(const char *name) const
    {
        const auto found = workbench::watchlistSymbols(*m_bench, name);
        return found ? *found : std::vector<std::string>{"none"};
    }

    using List = std::vector<std::string>;
    QTemporaryDir m_folder;
    int m_count = 0;
    base::ManualClock m_clock{base::Instant(base::Date(std::chrono::year(2026) / 1 / 10))};
    std::unique_ptr<Workbench> m_bench;
};

void TestWatchlists::init()
{
    auto bench = Workbench::create(path(QStringLiteral("w%1").arg(++m_count)), {}, m_clock);
    VERIFY_OK(bench);
    m_bench = std::move(*bench);
}

void TestWatchlists::makesRenamesAndRemovesLists()
{
    VERIFY_OK(workbench::createWatchlist(*m_bench, "tech"));
    VERIFY_OK(workbench::createWatchlist(*m_bench, " Energy ", List{"XLE"}));
    VERIFY_ERROR(workbench::createWatchlist(*m_bench, "ENERGY"), ErrorCode::BadInput);
    auto all = workbench::watchlistsOf(*m_bench);
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t(2));
    QCOMPARE(all->front().name, std::string("Energy"));
    QCOMPARE(symbols("energy"), List{"XLE"});

    VERIFY_OK(workbench::renameWatchlist(*m_bench, "energy", "oil and gas"));
    QCOMPARE(symbols("oil and gas"), List{"XLE"});
    VERIFY_ERROR(workbench::watchlistSymbols(*m_bench, "energy"), ErrorCode::NotFound);
    VERIFY_ERROR(workbench::renameWatchlist(*m_bench, "tech", "Oil and Gas"), ErrorCode::BadInput);
    VERIFY_OK(workbench::renameWatchlist(*m_bench, "tech", "Tech"));

    VERIFY_OK(workbench::removeWatchlist(*m_bench, "Tech"));
    VERIFY_ERROR(workbench::removeWatchlist(*m_bench, "Tech"), ErrorCode::NotFound);
    all = workbench::watchlistsOf(*m_bench);
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t(1));
    VERIFY_OK(workbench::createWatchlist(*m_bench, "Tech", List{"XLK"}));
    QCOMPARE(symbols("Tech"), List{"XLK"});
}

void TestWatchlists::keepsSymbolsOnceAndInOrder()
{
    VERIFY_OK(workbench::createWatchlist(*m_bench, "mix"));
    QCOMPARE(*workbench::addToWatchlist(*m_bench, "mix", List{"ES=F", "BRK.B", "ES=F", " AAPL "}), 3U);
    QCOMPARE(*workbench::addToWatchlist(*m_bench, "mix", List{"AAPL", "XLE"}), 1U);
    QCOMPARE(symbols("mix"), (List{"ES=F", "BRK.B", "AAPL", "XLE"}));
    QCOMPARE(*workbench::removeFromWatchlist(*m_bench, "mix", List{"BRK.B", "none"}), 1U);
    QCOMPARE(*workbench::addToWatchlist(*m_bench, "mix", List{"BRK.B"}), 1U);
    QCOMPARE(symbols("mix"), (List{"ES=F", "AAPL", "XLE", "BRK.B"}));
    VERIFY_ERROR(workbench::addToWatchlist(*m_bench, "none", List{"X"}), ErrorCode::NotFound);
    VERIFY_ERROR(workbench::removeFromWatchlist(*m_bench, "none", List{"X"}), ErrorCode::NotFound);
}

void TestWatchlists::refusesNamesAndSymbolsThatCannotBeSeen()
{
    for (const std::string &name : {std::string(), std::string("  "), std::string("a\nb"),
                                    std::string("a\xE2\x80\xAE"), std::string(81, 'x')})
        VERIFY_ERROR(workbench::createWatchlist(*m_bench, name), ErrorCode::BadInput);
    VERIFY_OK(workbench::createWatchlist(*m_bench, "list"));
    for (const std::string &symbol : {std::string(), std::string("A\tB"), std::string("A\xE2\x80\x8B"),
                                      std::string(65, 'X'), std::string("\xFF")})
        VERIFY_ERROR(workbench::addToWatchlist(*m_bench, "list", List{"GOOD", symbol}), ErrorCode::BadInput);
    QVERIFY(symbols("list").empty()); // all or none
}

void TestWatchlists::importsOneSymbolALine()
{
    const auto file = path(QStringLiteral("tickers.txt"));
    std::ofstream(file) << "\xEF\xBB\xBFSymbol\r\nXLE\r\n\r\n# majors\nXOM # Exxon\nXLE\nA\xE2\x80\x8B\n"
                        << std::string(70, 'Y');
    const auto report = workbench::importWatchlist(*m_bench, "energy", file);
    VERIFY_OK(report);
    QCOMPARE(report->added, 2U);
    QCOMPARE(report->already, 1U);
    QCOMPARE(report->refused.size(), std::size_t(2));
    QCOMPARE(report->refused.front().first, 7U);
    QCOMPARE(report->withoutBars, (List{"XLE", "XOM"}));
    QCOMPARE(symbols("energy"), (List{"XLE", "XOM"}));
    const auto again = workbench::importWatchlist(*m_bench, "energy", file);
    VERIFY_OK(again);
    QCOMPARE(again->added, 0U);
    QCOMPARE(again->already, 3U);
}

void TestWatchlists::refusesAFileThatIsNoList_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("comments only") << QByteArray("# nothing\n\n");
    QTest::newRow("not UTF-8") << QByteArray("XLE\n\xFF\xFE\n");
    QTest::newRow("too large") << QByteArray(1'000'001, 'X');
}

void TestWatchlists::refusesAFileThatIsNoList()
{
    QFETCH(QByteArray, bytes);
    const auto file = path(QStringLiteral("bad.txt"));
    std::ofstream(file, std::ios::binary).write(bytes.data(), bytes.size());
    VERIFY_ERROR(workbench::importWatchlist(*m_bench, "list", file), ErrorCode::BadInput);
    QVERIFY(workbench::watchlistsOf(*m_bench)->empty());
    QVERIFY(!workbench::importWatchlist(*m_bench, "list", path(QStringLiteral("nowhere.txt"))).ok());
}

void TestWatchlists::remembersWhatAListWas()
{
    VERIFY_OK(workbench::createWatchlist(*m_bench, "a", List{"ONE", "TWO"}));
    store::Catalog &catalog = m_bench->workspace().catalog();
    const auto before = catalog.snapshot();
    VERIFY_OK(before);
    VERIFY_OK(workbench::removeFromWatchlist(*m_bench, "a", List{"ONE"}));
    VERIFY_OK(workbench::addToWatchlist(*m_bench, "a", List{"THREE"}));
    VERIFY_OK(workbench::renameWatchlist(*m_bench, "a", "b"));
    VERIFY_OK(workbench::createWatchlist(*m_bench, "a", List{"OTHER"}));
    VERIFY_OK(workbench::removeWatchlist(*m_bench, "b"));

    const auto reader = catalog.reader();
    VERIFY_OK(reader);
    const auto then = store::findWatchlist(**reader, "a", *before);
    VERIFY_OK(then);
    QVERIFY(then->has_value());
    QCOMPARE((*then)->symbols, (List{"ONE", "TWO"}));
    QCOMPARE(symbols("a"), List{"OTHER"});
    const auto gone = store::findWatchlist(**reader, "b");
    VERIFY_OK(gone);
    QVERIFY(!gone->has_value());
    const auto never = store::findWatchlist(**reader, "a", 0U);
    VERIFY_OK(never);
    QVERIFY(!never->has_value());
}

void TestWatchlists::comesToAWorkspaceOfFormat4()
{
    const std::filesystem::path folder = m_bench->folder();
    m_bench.reset();
    const std::filesystem::path file = folder / "catalog.sqlite";
    for (const char *ending : {"", "-wal", "-shm"})
        std::filesystem::remove(std::filesystem::path(file.string() + ending));
    {
        auto database = store::Database::open(file, store::Database::Access::Create);
        VERIFY_OK(database);
        VERIFY_OK(store::migrate(**database, store::migrations().first(4), m_clock));
        VERIFY_OK(
            (*database)->execute("INSERT INTO instruments VALUES ('XLE', 'Energy', 'etf', '', '', '', '')"));
    }
    auto bench = Workbench::open(folder, m_clock);
    VERIFY_OK(bench);
    m_bench = std::move(*bench);
    QVERIFY(m_bench->workspace().catalog().migrationOutcome() == store::MigrationOutcome::Upgraded);
    QVERIFY(std::filesystem::exists(folder / "catalog.sqlite.before-0005"));
    const auto instruments = m_bench->bars().instruments();
    VERIFY_OK(instruments);
    QCOMPARE(instruments->size(), std::size_t(1));
    VERIFY_OK(workbench::createWatchlist(*m_bench, "energy", List{"XLE"}));
    QCOMPARE(symbols("energy"), List{"XLE"});
    const auto verified = workbench::verifyWorkspace(folder, m_clock, {}, store::Loss::Kept);
    VERIFY_OK(verified);
    QVERIFY(verified->isClean());
}

void TestWatchlists::repeatsARunAfterTheListHasChanged()
{
    const auto sample = workbench::createSample(path(QStringLiteral("sample")), 7, {}, m_clock, {});
    VERIFY_OK(sample);
    const auto all = (*sample)->bars().symbols("1d");
    VERIFY_OK(all);
    QVERIFY(all->size() > 6);
    const List five(all->begin() + 1, all->begin() + 6);
    VERIFY_OK(workbench::createWatchlist(**sample, "energy", five));
    const auto types = workbench::studiesOf(**sample);
    VERIFY_OK(types);
    QVERIFY(!types->empty());
    VERIFY_OK(workbench::saveStudyFile(**sample, "listed", R"({"name": "Listed",
        "events": [{"name": "all", "filter": "timestamp >= 2000-01-01"}],
        "assets": {"watchlist": "Energy"}, "windows": [[0, 0], [1, 5]]})",
                                       false));
    const auto run = workbench::runStudy(**sample, "listed", 2, {});
    VERIFY_OK(run);
    QCOMPARE(run->hypotheses, std::uint64_t(10));
    VERIFY_OK(workbench::removeFromWatchlist(**sample, "energy", List{five.front()}));
    VERIFY_OK(workbench::renameWatchlist(**sample, "energy", "other"));
    const auto again = workbench::verifyRun(**sample, run->run, 1, {});
    VERIFY_OK(again);
    QVERIFY(again->same());
    VERIFY_ERROR(workbench::runStudy(**sample, "listed", 2, {}), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestWatchlists)
#include "tst_watchlists.moc"
