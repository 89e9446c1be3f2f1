// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Live streams against a WebSocket server of the test: from frames to rows, gaps, restarts, refusals, keys.
#include "core/base/text.h"
#include "core/ingest/asks.h"
#include "core/ingest/collector.h"
#include "core/ingest/reparse.h"
#include "core/ingest/replay.h"
#include "core/ingest/webstreamer.h"
#include "core/net/networkthread.h"
#include "core/store/streamstates.h"
#include "tests/support/canary.h"
#include "tests/support/check.h"
#include "tests/support/playedprovider.h"
#include "tests/support/streamserver.h"

#include <QDirIterator>
#include <QTemporaryDir>

#include <thread>

using core::base::CancelToken;
using core::base::Instant;
using core::base::ManualClock;
using core::base::qs;
using core::base::Result;
using namespace core::ingest;
using namespace std::chrono_literals;
using support::StreamServer;
namespace sources = core::sources;
namespace store = core::store;

namespace {

constexpr const char *kStart = "2026-03-02T12:00:00Z";
constexpr const char *kKey = "CANARY-4711/x";

/// Every stream leads to the test's server, whatever its address.
class Loopback final : public WebStreamer
{
public:
    Loopback(core::net::NetworkThread &thread, const core::base::Clock &clock, quint16 port)
        : WebStreamer(thread, clock)
        , m_port(port)
    {}
    Result<std::unique_ptr<LiveStream>> listen(const StreamOrder &order,
                                               core::net::StreamConsumer consumer) override
    {
        core::net::WebSocketRequest request = requestOf(order);
        request.url = "ws://127.0.0.1:" + std::to_string(m_port);
        request.allowPrivate = true;
        request.backoff = {.first = 5ms, .longest = 20ms};
        return listenTo(std::move(request), std::move(consumer));
    }

private:
    const quint16 m_port;
};

/// A collector that runs beside the test.
class Running final
{
public:
    Running(store::Workspace &workspace, Fetcher &fetcher, Streamer &streamer, int transformers = 1,
            const char *key = "")
    {
        CollectorOptions options;
        options.streamer = &streamer;
        options.transformers = transformers;
        const std::string secret = key;
        auto opened = Collector::open(
            workspace, fetcher, [secret](const std::string &, const std::string &) { return secret; },
            options);
        if (!opened)
            return;
        m_collector = std::move(*opened);
        m_thread = std::thread([this] { m_isWell = m_collector->run(m_cancel).ok(); });
    }
    ~Running() { stop(); }
    /// False: it failed, or took more than five seconds.
    bool stop()
    {
        const core::base::Stopwatch watch;
        m_cancel.cancel();
        if (m_thread.joinable())
            m_thread.join();
        m_collector.reset();
        return m_isWell && watch.seconds() < 5;
    }

private:
    const CancelToken m_cancel;
    std::unique_ptr<Collector> m_collector;
    std::atomic<bool> m_isWell{false};
    std::thread m_thread;
};

QString trade(int second, double price, const char *pair = "BTC/USD")
{
    return QStringLiteral(
               R"({"channel":"trade","type":"update","data":[{"symbol":"%1","side":"buy","price":%2,"qty":1,)"
               R"("trade_id":1,"timestamp":"2026-03-02T12:00:%3.5Z"}]})")
        .arg(QLatin1String(pair))
        .arg(price)
        .arg(second, 2, 10, QLatin1Char('0'));
}

} // namespace

class tst_LiveStreams final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>(*core::base::parseInstant(kStart));
        auto made =
            store::Workspace::create(m_folder->filePath(QStringLiteral("w")).toStdString(), {}, *m_clock);
        VERIFY_OK(made);
        m_workspace = std::move(*made);
        m_played.answer([this](const std::string &url) -> Result<Fetched> {
            const std::lock_guard lock(m_mutex);
            m_urls.append(qs(url));
            return support::answered(R"({"error":[],"result":{}})", m_clock->now());
        });
        m_urls.clear();
        m_server = std::make_unique<StreamServer>();
        m_streamer = std::make_unique<Loopback>(m_network, *m_clock, m_server->port());
    }
    void cleanup()
    {
        m_streamer.reset();
        m_server.reset();
        m_workspace.reset();
    }

    void framesBecomeTicks()
    {
        set("kraken", "XBTUSD", R"("live":"yes")");
        Running running(*m_workspace, m_played, *m_streamer);
        QTRY_COMPARE(m_server->said.size(), 1);
        QVERIFY(m_server->said.first().contains(QStringLiteral("\"BTC/USD\"")));
        QTRY_COMPARE(stateOf("kraken"), QStringLiteral("live: "));
        m_server->sendAll(QStringLiteral(R"({"channel":"heartbeat"})"));
        m_server->sendAll(trade(1, 100));
        m_server->sendAll(trade(2, 101));
        QTRY_COMPARE(prices("XBTUSD"), (QList<double>{100, 101}));
        QVERIFY(gaps().empty()); // nothing was missed: it was never listened to before
        QVERIFY(running.stop());
        QCOMPARE(stateOf("kraken"), QStringLiteral("stopped: "));
        // raw, whole, without the heartbeat
        QString raw;
        for (const store::Artifact &artifact : artifacts("kraken"))
            raw += qs(*m_workspace->vault().get(artifact.sha256)) + u'\n';
        QVERIFY(raw.contains(trade(1, 100)) && raw.contains(trade(2, 101)));
        QVERIFY(!raw.contains(QStringLiteral("heartbeat")));
        // it is read anew without anything being there twice
        const auto again = reparse(*m_workspace, *sources::findProvider("kraken"), true);
        VERIFY_OK(again);
        QCOMPARE(again->stored, 0U);
        QVERIFY(again->same >= 2U);
        QCOMPARE(prices("XBTUSD"), (QList<double>{100, 101}));
    }

    void whatIsNotAskedForIsNotListenedTo()
    {
        set("kraken", "XBTUSD", "");
        set("coinbase", "BTC-USD", R"("live":"no")");
        Running running(*m_workspace, m_played, *m_streamer);
        QTRY_VERIFY(asked(QStringLiteral("OHLC")) > 0);
        QTRY_VERIFY(asked(QStringLiteral("candles")) > 0);
        QVERIFY(running.stop());
        QCOMPARE(m_server->connections, 0);
        QCOMPARE(stateOf("kraken"), QString());
    }

    void aDroppedConnectionIsAGapThatIsAskedFor()
    {
        set("kraken", "XBTUSD", R"("live":"trades")");
        Running running(*m_workspace, m_played, *m_streamer);
        QTRY_COMPARE(m_server->said.size(), 1);
        m_server->sendAll(trade(1, 100));
        QTRY_COMPARE(prices("XBTUSD"), QList<double>{100});
        QCOMPARE(asked(QStringLiteral("Trades")), 0);
        m_server->dropAll();
        QTRY_COMPARE(m_server->said.size(), 2);
        m_clock->advance(60s);
        m_server->sendAll(trade(59, 102));
        QTRY_COMPARE(prices("XBTUSD"), (QList<double>{100, 102}));
        QTRY_COMPARE(gaps().size(), std::size_t(1));
        const store::Gap gap = gaps().front();
        QCOMPARE(qs(core::base::toIso(gap.from)), qs(core::base::toIso(*core::base::parseInstant(kStart))));
        QCOMPARE(gap.to - gap.from, core::base::Duration(60s));
        QVERIFY(gap.isFilled);
        QTRY_COMPARE(asked(QStringLiteral("Trades")), 1);
        QVERIFY(running.stop());
    }

    void theTimeBetweenTwoRunsIsAGap()
    {
        set("kraken", "XBTUSD", R"("live":"trades")");
        {
            Running running(*m_workspace, m_played, *m_streamer);
            QTRY_COMPARE(m_server->said.size(), 1);
            m_server->sendAll(trade(1, 100));
            QTRY_COMPARE(prices("XBTUSD"), QList<double>{100});
            QVERIFY(running.stop());
        }
        m_clock->advance(30min);
        Running running(*m_workspace, m_played, *m_streamer);
        QTRY_COMPARE(m_server->said.size(), 2);
        QVERIFY(gaps().empty());
        m_server->sendAll(trade(50, 105));
        QTRY_COMPARE(gaps().size(), std::size_t(1));
        QCOMPARE(gaps().front().to - gaps().front().from, core::base::Duration(30min));
        QVERIFY(running.stop());
    }

    void whatWasKeptRawIsReadOnceByTheNext()
    {
        set("kraken", "XBTUSD", R"("live":"trades")");
        {
            Running running(*m_workspace, m_played, *m_streamer, 0); // it ends before anything is read
            QTRY_COMPARE(m_server->said.size(), 1);
            QString twice = trade(1, 100); // two equal trades are two trades
            const QString one = twice.mid(twice.indexOf(u'[') + 1).chopped(2);
            twice.insert(twice.indexOf(u'[') + 1, one + u',');
            m_server->sendAll(twice);
            QTRY_COMPARE(artifacts("kraken").size(), std::size_t(1));
            m_server->sendAll(trade(2, 101));
            bool isThere = false; // the answer to a ping comes after what was sent before it was heard
            connect(m_server->peers.first(), &QWebSocket::pong, this, [&isThere] { isThere = true; });
            m_server->peers.first()->ping();
            QTRY_VERIFY(isThere);
            QVERIFY(running.stop()); // what was gathered last is kept all the same
        }
        QCOMPARE(artifacts("kraken").size(), std::size_t(2));
        QCOMPARE(prices("XBTUSD"), QList<double>());
        {
            // a program that was killed in the midst of it
            store::IngestQueue dead(m_workspace->catalog(), "killed");
            const auto job = dead.take(store::IngestStage::Transform);
            QVERIFY(job.ok() && job->has_value());
        }
        Running running(*m_workspace, m_played, *m_streamer);
        QTRY_COMPARE(waiting(), 0U);
        QVERIFY(running.stop());
        const QList<double> once{100, 100, 101};
        QCOMPARE(prices("XBTUSD"), once);
        for (const store::Artifact &artifact : artifacts("kraken")) {
            const auto bytes = m_workspace->vault().get(artifact.sha256);
            const sources::Payload payload{.bytes = *bytes,
                                           .ask = {"frames", {{"BTC/USD", "XBTUSD"}}},
                                           .origin = artifact.origin,
                                           .fetchedAt = artifact.fetchedAt,
                                           .sha256 = artifact.sha256};
            const auto again = transform(*m_workspace, *sources::findProvider("kraken"), payload);
            VERIFY_OK(again);
            QCOMPARE(again->stored, 0U);
        }
        QCOMPARE(prices("XBTUSD"), once);
    }

    void theKeyIsKeptNowhereAndARefusalRests()
    {
        set("polygon", "SPY", R"("live":"trades","news":"no")");
        m_server->heard = [](QWebSocket &peer) {
            peer.sendTextMessage(
                QStringLiteral(R"([{"ev":"status","status":"auth_failed","message":"no such key %1"}])")
                    .arg(QLatin1String(kKey)));
        };
        {
            Running running(*m_workspace, m_played, *m_streamer, 1, kKey);
            QTRY_VERIFY(!m_server->said.isEmpty());
            QVERIFY(m_server->said.first().contains(QLatin1String(kKey))); // the provider has it …
            QTRY_VERIFY2(
                stateOf("polygon").startsWith(QStringLiteral("waiting: Polygon's stream did not let us in")),
                qPrintable(stateOf("polygon")));
            QTRY_VERIFY(m_server->peers.isEmpty());
            QCOMPARE(m_server->connections, 1); // it is not asked over and over
            m_clock->advance(11min);
            QTRY_COMPARE(m_server->connections, 2);
            QVERIFY(running.stop());
        }
        for (const store::Artifact &artifact : artifacts("polygon"))
            QVERIFY(!qs(*m_workspace->vault().get(artifact.sha256)).contains(QStringLiteral("CANARY")));
        QVERIFY(!stateOf("polygon").contains(QStringLiteral("CANARY")));
        QDirIterator files(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) { // … and the disk has not
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            ++looked;
            for (const QByteArray &form : tests::formsOf(kKey))
                QVERIFY2(!bytes.contains(form), qPrintable(file.fileName()));
        }
        QVERIFY(looked > 3);
    }

    void anUnknownSymbolIsSaidWhileTheOthersGoOn()
    {
        set("kraken", "XBTUSD\",\"NONE", R"("live":"trades")");
        Running running(*m_workspace, m_played, *m_streamer);
        QTRY_COMPARE(m_server->said.size(), 1);
        m_server->sendAll(QStringLiteral(
            R"({"error":"Currency pair not supported NONE","method":"subscribe","success":false})"));
        QTRY_VERIFY2(stateOf("kraken").contains(QStringLiteral("not supported NONE")),
                     qPrintable(stateOf("kraken")));
        QVERIFY(stateOf("kraken").startsWith(QStringLiteral("live: ")));
        m_server->sendAll(trade(1, 100));
        QTRY_COMPARE(prices("XBTUSD"), QList<double>{100});
        QVERIFY(stateOf("kraken").contains(QStringLiteral("not supported NONE")));
        QCOMPARE(m_server->connections, 1);
        QVERIFY(running.stop());
        QVERIFY(store::failedJobs(**m_workspace->catalog().reader(), 10)->empty());
    }

    void switchingOffEndsIt()
    {
        set("kraken", "XBTUSD", R"("live":"trades")");
        Running running(*m_workspace, m_played, *m_streamer);
        QTRY_COMPARE(m_server->said.size(), 1);
        set("kraken", "XBTUSD\",\"ETHUSD", R"("live":"trades")"); // other settings: connected anew
        QTRY_COMPARE(m_server->said.size(), 2);
        QVERIFY(m_server->said.last().contains(QStringLiteral("ETH/USD")));
        set("kraken", "XBTUSD", R"("live":"no")");
        QTRY_VERIFY(m_server->peers.isEmpty());
        QTRY_COMPARE(stateOf("kraken"), QString());
        QVERIFY(running.stop());
    }

    void marketsAreLookedUpFirst()
    {
        set("polymarket", "rain", R"("live":"prices")");
        m_played.answer([this](const std::string &) -> Result<Fetched> {
            return support::answered(
                R"({"id":"7","question":"Rain?","conditionId":"0xaa","slug":"rain","outcomes":["Yes","No"],"closed":false,)"
                R"("createdAt":"2025-05-02T15:04:43Z","clobTokenIds":["111","222"]})",
                m_clock->now());
        });
        Running running(*m_workspace, m_played, *m_streamer);
        QTRY_COMPARE(m_server->said.size(), 1);
        QVERIFY(m_server->said.first().contains(QStringLiteral("\"111\"")));
        m_server->sendAll(QStringLiteral(
            R"([{"event_type":"last_trade_price","asset_id":"111","price":"0.65","size":"3","side":"BUY","timestamp":"1772452801000"}])"));
        QTRY_COMPARE(prices("rain"), QList<double>{0.65});
        QVERIFY(running.stop());
    }

    void recordedFramesAreReplayed()
    {
        const QString folder = m_folder->filePath(QStringLiteral("recorded"));
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + QStringLiteral("/frames.jsonl"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((trade(1, 100) + u'\n' + trade(2, 101)).toUtf8());
        file.close();
        const auto *kraken = sources::findProvider("kraken");
        const auto first = replay(*m_workspace, *kraken, folder.toStdString());
        VERIFY_OK(first);
        QCOMPARE(first->size(), std::size_t(1));
        QCOMPARE(first->front().report.stored, 2U);
        QCOMPARE(prices("BTC/USD"), (QList<double>{100, 101}));
        const auto second = replay(*m_workspace, *kraken, folder.toStdString());
        VERIFY_OK(second);
        QVERIFY(second->front().isKnown);
        QCOMPARE(prices("BTC/USD"), (QList<double>{100, 101}));
    }

private:
    void set(const std::string &source, const std::string &series, const std::string &options)
    {
        auto transaction = m_workspace->catalog().beginWrite();
        VERIFY_OK(transaction);
        auto state = store::sourceState(transaction->database(), source);
        VERIFY_OK(state);
        state->enabled = true;
        state->settings = "{\"options\":{" + options + "},\"series\":[\"" + series + "\"]}";
        VERIFY_OK(store::saveSourceState(*transaction, *state));
        VERIFY_OK(transaction->commit());
    }
    QList<double> prices(const std::string &symbol)
    {
        QList<double> all;
        const auto read = m_workspace->ticks().read<core::domain::Tick>(
            {.symbol = symbol}, [&all](const core::domain::Tick &tick) {
                all.append(tick.price);
                return true;
            });
        return read.ok() ? all : QList<double>{-1};
    }
    std::vector<store::Gap> gaps() { return *store::gaps(**m_workspace->catalog().reader()); }
    store::StreamRow rowOf(const std::string &source)
    {
        const auto rows = store::streamRows(**m_workspace->catalog().reader());
        for (const store::StreamRow &row : *rows) {
            if (row.source == source)
                return row;
        }
        return {};
    }
    /// "live: why"
    QString stateOf(const std::string &source)
    {
        const store::StreamRow row = rowOf(source);
        return row.source.empty() ? QString() : qs(row.state) + QStringLiteral(": ") + qs(row.sentence);
    }
    std::uint64_t waiting()
    {
        std::uint64_t jobs = 0;
        const auto counts = store::ingestCounts(**m_workspace->catalog().reader());
        for (const auto &count : *counts)
            jobs += count.waiting + count.running;
        return jobs;
    }
    std::vector<store::Artifact> artifacts(const std::string &source)
    {
        std::vector<store::Artifact> all = *store::allArtifacts(**m_workspace->catalog().reader());
        std::erase_if(all, [&source](const store::Artifact &artifact) {
            return artifact.source != source || !artifact.origin.starts_with("wss:");
        });
        return all;
    }
    int asked(const QString &part)
    {
        const std::lock_guard lock(m_mutex);
        return static_cast<int>(m_urls.filter(part).size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<store::Workspace> m_workspace;
    support::PlayedProvider m_played;
    std::mutex m_mutex; ///< guards m_urls
    QStringList m_urls;
    core::net::NetworkThread m_network;
    std::unique_ptr<StreamServer> m_server;
    std::unique_ptr<Loopback> m_streamer;
};

QTEST_GUILESS_MAIN(tst_LiveStreams)
#include "tst_livestreams.moc"
