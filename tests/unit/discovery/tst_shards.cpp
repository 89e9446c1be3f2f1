// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/runner.h"
#include "core/discovery/scancounts.h"
#include "core/discovery/shard.h"
#include "core/store/catalog.h"
#include "core/store/ledger.h"
#include "tests/support/check.h"
#include "tests/support/fakereaders.h"

#include <QTemporaryDir>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <numeric>

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kDays = 900;

const char *const kStudy =
    R"({"events": [{"name": "shock", "filter": "event_type == shock"},
                   {"name": "sized", "filter": "event_type == shock", "weight": "value"},
                   {"name": "noise", "filter": "event_type == noise"}],
        "assets": ["A", "B", "C", "SPY"], "windows": {"lengths": [1, 3], "lags": [0, 2]},
        "null": {"method": "circular_shift"}, "returns": {"model": "market_model", "benchmark": "SPY"}})";

std::vector<fs::path> filesIn(const fs::path &folder)
{
    std::vector<fs::path> out;
    for (const auto &entry : fs::directory_iterator(folder))
        out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

std::size_t piecesIn(const fs::path &folder)
{
    std::error_code none;
    std::size_t count = 0;
    for (fs::directory_iterator entry(folder, none), end; !none && entry != end; entry.increment(none))
        count += entry->path().extension() == ".screen" ? 1 : 0;
    return count;
}

void flipByte(const fs::path &file)
{
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(200);
    const char byte = static_cast<char>(bytes.get());
    bytes.seekp(200);
    bytes.put(static_cast<char>(byte ^ 4));
}

bool same(ScreenPiece &a, ScreenPiece &b)
{
    return a.y == b.y && a.maxima == b.maxima && std::ranges::equal(a.counts->cells(), b.counts->cells());
}

} // namespace

class tst_Shards : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_folder;
    ManualClock m_clock{*parseInstant("2024-01-02T03:04:05Z")};
    std::unique_ptr<core::store::Catalog> m_catalog;
    std::unique_ptr<core::store::Ledger> m_ledger;
    support::FakeEvents m_events;
    support::FakeBars m_bars;
    Study m_study;

    RunContext context()
    {
        RunContext out{m_events, m_bars, *m_ledger, m_clock};
        out.snapshot = 1'000'000;
        return out;
    }

    Result<RunReport> run(const RunContext &context)
    {
        m_clock.advance(std::chrono::seconds(1));
        return runStudy(m_study, context);
    }

    /// A family whose pairs are screened alone.
    Result<Family> family() { return makeFamily(m_study, context()); }

    static std::vector<std::size_t> allPairs(const Family &family)
    {
        std::vector<std::size_t> pairs(family.pairs.size());
        std::iota(pairs.begin(), pairs.end(), std::size_t{0});
        return pairs;
    }

private Q_SLOTS:
    void init()
    {
        m_ledger.reset();
        m_catalog.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = m_dir->path().toStdString();
        auto made = core::store::Catalog::create(m_folder / "catalog", m_clock);
        VERIFY_OK(made);
        m_catalog = std::move(*made);
        m_ledger = std::make_unique<core::store::Ledger>(*m_catalog);
        m_events = {};
        m_bars = {};
        const auto days = support::workdays(Date(std::chrono::year(2015) / 1 / 5), kDays);
        auto a = support::normalReturns(kDays, 0.01, 1);
        std::mt19937 random(5);
        for (int i = 0; i < 40; ++i) {
            const std::size_t t = 300 + random() % (kDays - 340);
            m_events.add("shock", Instant(days[t]) + std::chrono::hours(15), static_cast<double>(random() % 90));
            a[t + 1] += 0.02;
            m_events.add("noise", Instant(days[300 + random() % (kDays - 340)]) + std::chrono::hours(15));
        }
        support::addPrices(m_bars, "A", days, a);
        support::addPrices(m_bars, "B", days, support::normalReturns(kDays, 0.01, 2));
        support::addPrices(m_bars, "C", days, support::normalReturns(kDays, 0.01, 3));
        support::addPrices(m_bars, "SPY", days, support::normalReturns(kDays, 0.01, 4));
        const auto parsed = parseStudy(kStudy, m_clock.now());
        VERIFY_OK(parsed);
        m_study = *parsed;
    }

    void putTogetherTheyGiveTheSameResult_data()
    {
        QTest::addColumn<unsigned>("count");
        for (const unsigned count : {1U, 2U, 5U, 8U, 40U}) // 40: more than there are pairs
            QTest::addRow("%u", count) << count;
    }
    void putTogetherTheyGiveTheSameResult()
    {
        QFETCH(const unsigned, count);
        const auto alone = run(context());
        VERIFY_OK(alone);
        QVERIFY(alone->significant > 0);
        RunContext joined = context();
        std::uint64_t pairs = 0;
        for (unsigned k = 1; k <= count; ++k) {
            const fs::path folder = m_folder / std::to_string(k);
            RunContext one = context();
            one.threads = k % 2 + 1;
            const auto shard = runShard(m_study, one, {k, count}, folder);
            VERIFY_OK(shard);
            QCOMPARE(shard->family, alone->family);
            pairs += shard->range.last - shard->range.first;
            joined.shards.push_back(folder);
        }
        QCOMPARE(pairs, std::uint64_t{12});
        const auto merged = run(joined);
        VERIFY_OK(merged);
        QCOMPARE(merged->resultHash, alone->resultHash);
        QCOMPARE(merged->maxima, alone->maxima);
        QCOMPARE(merged->expectedCandidates, alone->expectedCandidates);
    }

    void aShardTellsNothingButIsRemembered()
    {
        VERIFY_OK(runShard(m_study, context(), {1, 2}, m_folder / "1"));
        const auto summary = m_ledger->summary();
        VERIFY_OK(summary);
        QCOMPARE(summary->families, std::uint64_t{1});
        QCOMPARE(summary->runs, std::uint64_t{0});
        QCOMPARE(summary->questions, std::uint64_t{72});
    }

    void aMissingShardIsNamed()
    {
        VERIFY_OK(runShard(m_study, context(), {1, 2}, m_folder / "1"));
        RunContext joined = context();
        joined.shards = {m_folder / "1"};
        const auto merged = run(joined);
        QVERIFY(!merged.ok());
        QCOMPARE(merged.error().code, ErrorCode::BadInput);
        QVERIFY2(merged.error().message.contains(QLatin1String("pairs 7 to 12")), qPrintable(merged.error().message));
    }

    void shardsOfOtherDataDoNotCount()
    {
        RunContext earlier = context();
        earlier.snapshot = 999'999;
        for (const unsigned k : {1U, 2U})
            VERIFY_OK(runShard(m_study, earlier, {k, 2}, m_folder / std::to_string(k)));
        RunContext joined = context();
        joined.shards = {m_folder / "1", m_folder / "2"};
        QCOMPARE(run(joined).error().code, ErrorCode::BadInput);
    }

    void aDamagedPieceIsMadeAgain()
    {
        const auto alone = run(context());
        VERIFY_OK(alone);
        const auto shard = runShard(m_study, context(), {1, 2}, m_folder / "1");
        VERIFY_OK(shard);
        const fs::path kept = m_folder / "pieces" / toHex(shard->key).substr(0, 16);
        fs::create_directories(kept);
        for (const fs::path &file : filesIn(m_folder / "1"))
            fs::copy(file, kept / file.filename());
        flipByte(filesIn(kept).front());
        RunContext resumed = context();
        resumed.pieces = m_folder / "pieces";
        const auto again = run(resumed);
        VERIFY_OK(again);
        QCOMPARE(again->resultHash, alone->resultHash);
        QVERIFY(!fs::exists(kept)); // done: nothing has to be gone on with
    }

    void aKeptPieceIsNotComputedAgain()
    {
        const auto made = family();
        VERIFY_OK(made);
        const std::vector<std::size_t> pairs = allPairs(*made);
        const PieceFolder empty({}, m_folder / "p");
        auto piece = screenPairs(*made, pairs, {0, 5}, {.pieces = &empty, .keepAlone = true});
        VERIFY_OK(piece);
        piece->maxima[7] = 99; // what no screen gives
        VERIFY_OK(empty.keep(*piece, made->study.windows.size()));
        const PieceFolder kept({}, m_folder / "p");
        QCOMPARE(kept.ranges().size(), std::size_t{1});
        const auto whole = screenPairs(*made, pairs, {0, pairs.size()}, {.pieces = &kept});
        VERIFY_OK(whole);
        QCOMPARE(whole->maxima[7], 99.0F);
    }

    void itDoesNotMatterHowItIsCut()
    {
        const auto made = family();
        VERIFY_OK(made);
        const std::vector<std::size_t> pairs = allPairs(*made);
        auto whole = screenPairs(*made, pairs, {0, pairs.size()}, {});
        VERIFY_OK(whole);
        for (const std::uint64_t size : {1U, 3U, 7U, 1000U}) {
            auto cut = screenPairs(*made, pairs, {0, pairs.size()}, {.threads = 2, .pieceSize = size});
            VERIFY_OK(cut);
            QVERIFY(same(*whole, *cut));
        }
    }

    void goesOnAfterAKill()
    {
        const auto made = family();
        VERIFY_OK(made);
        const std::vector<std::size_t> pairs = allPairs(*made);
        auto whole = screenPairs(*made, pairs, {0, pairs.size()}, {});
        VERIFY_OK(whole);
        const fs::path folder = m_folder / "pieces";
        std::size_t partly = 0;
        for (int round = 0; round < 12; ++round) {
            fs::remove_all(folder);
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                const PieceFolder pieces({}, folder);
                const auto done = screenPairs(*made, pairs, {0, pairs.size()},
                                              {.pieces = &pieces, .pieceSize = 2});
                ::_exit(done.ok() ? 0 : 1);
            }
            // killed once so many pieces are there, or at its end
            int ended = 0;
            while (piecesIn(folder) < static_cast<std::size_t>(round % 6) &&
                   ::waitpid(child, &ended, WNOHANG) == 0)
                ::usleep(100);
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            const PieceFolder pieces({}, folder);
            partly += !pieces.ranges().empty() ? 1 : 0;
            auto resumed = screenPairs(*made, pairs, {0, pairs.size()}, {.pieces = &pieces, .pieceSize = 2});
            VERIFY_OK(resumed);
            QVERIFY(same(*whole, *resumed));
        }
        QVERIFY(partly > 0); // some were killed with pieces behind them
    }

    void thereIsNoShardOutsideTheCount()
    {
        for (const Shard shard : {Shard{0, 2}, Shard{3, 2}, Shard{1, 0}})
            QCOMPARE(runShard(m_study, context(), shard, m_folder / "x").error().code, ErrorCode::BadInput);
    }
};

QTEST_GUILESS_MAIN(tst_Shards)
#include "tst_shards.moc"
