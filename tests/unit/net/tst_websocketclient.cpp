// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/websocketclient.h"
#include "tests/support/streamserver.h"
#include "tests/unit/net/netfixture.h"

#include <QCryptographicHash>

using namespace core::net;
using core::base::ErrorCode;
using core::base::Instant;
using core::base::ManualClock;
using support::StreamServer;
using namespace std::chrono_literals;

namespace {

/// What a consumer was told, in its order; filled on the network thread.
struct Told {
    std::mutex mutex; ///< guards the rest
    QStringList order;
    std::vector<StreamGap> gaps;
    std::vector<Instant> at;
    QStringList sentences;

    StreamConsumer consumer()
    {
        return {[this](std::string_view message, Instant when) {
                    const std::lock_guard lock(mutex);
                    order.append(QString::fromUtf8(message.data(), static_cast<qsizetype>(message.size())));
                    at.push_back(when);
                },
                [this](const StreamGap &gap) {
                    const std::lock_guard lock(mutex);
                    order.append(QStringLiteral("gap"));
                    gaps.push_back(gap);
                },
                [this](StreamState state, const QString &sentence) {
                    const std::lock_guard lock(mutex);
                    if (state == StreamState::Waiting)
                        sentences.append(sentence);
                    order.append(state == StreamState::Live ? QStringLiteral("live") : QString());
                    order.removeAll(QString());
                }};
    }
    QStringList soFar()
    {
        const std::lock_guard lock(mutex);
        return order;
    }
    int count(const QString &what) { return static_cast<int>(soFar().count(what)); }
};

/// The handshake by hand, for a server that then misbehaves.
bool shakeHands(Peer &peer)
{
    const QByteArray accept = QCryptographicHash::hash(peer.headers.value("sec-websocket-key") +
                                                           "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                                       QCryptographicHash::Sha1)
                                  .toBase64();
    return peer.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Accept: " +
                     accept + "\r\n\r\n");
}

QByteArray textFrame(const QByteArray &text)
{
    return QByteArray("\x81") + static_cast<char>(text.size()) + text;
}

} // namespace

class tst_WebSocketClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subscribesAndBringsMessages()
    {
        StreamServer server(m_net.certificates.good());
        server.heard = [&server](QWebSocket &peer) {
            if (server.said.size() == 2) {
                peer.sendTextMessage(QStringLiteral("one"));
                peer.sendBinaryMessage("two");
            }
        };
        Told told;
        WebSocketRequest request = ask(server, "wss");
        request.subscribe = {"{\"subscribe\": \"A.*\"}", "{\"subscribe\": \"ü\"}"};
        request.headers = {{"X-Api-Key", "CANARY-1234"}};
        const auto client = start(request, told);
        QVERIFY(client);
        QTRY_COMPARE(told.soFar(),
                     QStringList({QStringLiteral("live"), QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(server.said, QStringList({QStringLiteral("{\"subscribe\": \"A.*\"}"),
                                           QStringLiteral("{\"subscribe\": \"ü\"}")}));
        QVERIFY(server.agents.first().startsWith(QStringLiteral("Foreshock/")));
        QVERIFY(server.agents.first().contains(QStringLiteral("tester@example.org")));
        QCOMPARE(server.keys.first(), QStringLiteral("CANARY-1234"));
        QVERIFY(told.gaps.empty());
    }

    void aTextIsSentWithEachPing()
    {
        StreamServer server;
        Told told;
        WebSocketRequest request = ask(server);
        request.heartbeat = "PING";
        request.pingEvery = 20ms;
        const auto client = start(request, told);
        QVERIFY(client);
        QTRY_VERIFY(server.said.count(QStringLiteral("PING")) >= 2);
    }

    void comesBackAndMarksTheGapOnce()
    {
        StreamServer server;
        Told told;
        WebSocketRequest request = ask(server);
        request.subscribe = {"hello"};
        const auto client = start(request, told);
        QTRY_COMPARE(server.said.size(), 1);
        server.sendAll(QStringLiteral("one"));
        QTRY_COMPARE(told.count(QStringLiteral("one")), 1);
        m_clock.advance(10s);
        server.dropAll();
        QTRY_COMPARE(server.said.size(), 2);            // subscribed anew
        QCOMPARE(told.count(QStringLiteral("gap")), 0); // no message yet: the gap is still open
        m_clock.advance(50s);
        server.sendAll(QStringLiteral("two"));
        server.sendAll(QStringLiteral("three"));
        QTRY_COMPARE(told.count(QStringLiteral("three")), 1);
        QCOMPARE(told.soFar(),
                 QStringList({QStringLiteral("live"), QStringLiteral("one"), QStringLiteral("live"),
                              QStringLiteral("gap"), QStringLiteral("two"), QStringLiteral("three")}));
        QCOMPARE(told.gaps.size(), std::size_t{1});
        QCOMPARE(told.gaps[0].from, told.at[0]);
        QCOMPARE(told.gaps[0].to, told.at[1]);
        QCOMPARE(told.gaps[0].to - told.gaps[0].from, core::base::Duration(60s));
    }

    /// The server is away for half a day; what it says before and after arrives exactly once, and the time
    /// between is marked whole.
    void halfADayOfOutageIsOneGap()
    {
        Told told;
        auto server = std::make_unique<StreamServer>();
        const quint16 port = server->port();
        const auto client = start(ask(*server), told);
        QTRY_COMPARE(server->connections, 1);
        server->sendAll(QStringLiteral("before"));
        QTRY_COMPARE(told.count(QStringLiteral("before")), 1);
        server.reset();
        for (int hour = 0; hour < 12; ++hour) {
            m_clock.advance(1h);
            const qsizetype tries = sentences(told) + 2;
            QTRY_VERIFY(sentences(told) >= tries); // tried in vain
        }
        server = std::make_unique<StreamServer>(std::nullopt, port);
        QCOMPARE(server->port(), port);
        QTRY_COMPARE(server->connections, 1);
        server->sendAll(QStringLiteral("after"));
        QTRY_COMPARE(told.count(QStringLiteral("after")), 1);
        QCOMPARE(told.count(QStringLiteral("before")), 1);
        QCOMPARE(told.gaps.size(), std::size_t{1});
        QCOMPARE(told.gaps[0].to - told.gaps[0].from, core::base::Duration(12h));
    }

    void whoNeverConnectsHasAGapFromTheStart()
    {
        Told told;
        WebSocketRequest request;
        {
            const StreamServer server;
            request = ask(server);
        }
        const Instant start0 = m_clock.now();
        auto client = start(request, told);
        QTRY_VERIFY(sentences(told) >= 2);
        m_clock.advance(30s);
        client.reset();
        QCOMPARE(told.gaps.size(), std::size_t{1});
        QCOMPARE(told.gaps[0].from, start0);
        QCOMPARE(told.gaps[0].to, start0 + 30s);
    }

    void stoppingWhileConnectedIsNoGap()
    {
        StreamServer server;
        Told told;
        auto client = start(ask(server), told);
        QTRY_COMPARE(server.connections, 1);
        server.sendAll(QStringLiteral("one"));
        QTRY_COMPARE(told.count(QStringLiteral("one")), 1);
        client.reset();
        QVERIFY(told.gaps.empty());
        QTRY_VERIFY(server.peers.isEmpty());
    }

    void aHostThatDropsEverybodyIsLeftInPeace()
    {
        StreamServer server;
        server.heard = [](QWebSocket &peer) { peer.abort(); };
        Told told;
        WebSocketRequest request = ask(server);
        request.subscribe = {"hello"};
        request.backoff = {50ms, 10min};
        const auto client = start(request, told);
        QTRY_VERIFY_WITH_TIMEOUT(server.connections >= 3, 20000);
        QTest::qWait(1500);
        // waits of 25, 50, 100, 200, 400, 800 ms in the mean: without a memory of its failures it would be
        // sixty
        QVERIFY2(server.connections <= 20, qPrintable(QString::number(server.connections)));
    }

    void silenceIsFoundOut()
    {
        // shakes hands, says one thing, and never answers a ping
        HostileServer server([](Peer &peer) {
            if (shakeHands(peer) && peer.send(textFrame("one")))
                peer.sleep(60000);
        });
        Told told;
        WebSocketRequest request = ask(server);
        request.pingEvery = 100ms;
        request.pongWithin = 100ms;
        const auto client = start(request, told);
        QTRY_VERIFY_WITH_TIMEOUT(told.count(QStringLiteral("one")) >= 3, 20000);
        const std::lock_guard lock(told.mutex);
        QVERIFY(told.gaps.size() >= 2);
        QVERIFY(told.sentences.first().contains(QStringLiteral("127.0.0.1")));
    }

    void aQuietStreamThatAnswersStays()
    {
        StreamServer server; // Qt answers pings by itself
        Told told;
        WebSocketRequest request = ask(server);
        request.pingEvery = 20ms;
        request.pongWithin = 500ms;
        const auto client = start(request, told);
        QTRY_COMPARE(server.connections, 1);
        QTest::qWait(2000); // some eighty pings; one that is not counted as answered would end it
        QCOMPARE(server.connections, 1);
        QCOMPARE(sentences(told), 0);
    }

    void aMessageBeyondTheCapEndsTheConnection()
    {
        StreamServer server;
        Told told;
        WebSocketRequest request = ask(server);
        request.messageBytes = 1000;
        request.subscribe = {"hello"};
        const auto client = start(request, told);
        QTRY_COMPARE(server.said.size(), 1);
        server.sendAll(QString(1000, QLatin1Char('a')));
        QTRY_COMPARE(told.count(QString(1000, QLatin1Char('a'))), 1);
        server.sendAll(QString(1001, QLatin1Char('b')));
        QTRY_COMPARE(server.said.size(), 2);
        server.sendAll(QStringLiteral("after"));
        QTRY_COMPARE(told.count(QStringLiteral("after")), 1);
        QCOMPARE(told.gaps.size(), std::size_t{1});
        QCOMPARE(told.count(QString(1001, QLatin1Char('b'))), 0);
    }

    void whoCannotProveWhoHeIsIsNotListenedTo_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        const auto row = [](const char *name, const TestIdentity &identity) {
            QTest::newRow(name) << identity.certificate << identity.key;
        };
        row("self-signed", m_net.certificates.selfSigned());
        row("expired", m_net.certificates.expired());
        row("another host's", m_net.certificates.wrongHost());
        row("another authority's", TestCertificates().good());
    }

    void whoCannotProveWhoHeIsIsNotListenedTo()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, key);
        StreamServer server(TestIdentity{certificate, key});
        Told told;
        const auto client = start(ask(server, "wss"), told);
        QTRY_VERIFY(sentences(told) >= 2);
        QCOMPARE(told.count(QStringLiteral("live")), 0);
        QCOMPARE(server.connections, 0);
    }

    void whoSpeaksNoWebSocketIsNotListenedTo_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("refusal") << QByteArray("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("redirect") << QByteArray("HTTP/1.1 302 There\r\nLocation: ws://127.0.0.1:1/\r\n\r\n");
        QTest::newRow("wrong key") << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                                 "Connection: Upgrade\r\nSec-WebSocket-Accept: AAAA\r\n\r\n");
        QTest::newRow("a page") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>");
        QTest::newRow("noise") << QByteArray("\x16\x03\x01\x02\r\n\r\n");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("endless header")
            << QByteArray("HTTP/1.1 101 Switching Protocols\r\nX: ") + QByteArray(1 << 20, 'x');
    }

    void whoSpeaksNoWebSocketIsNotListenedTo()
    {
        QFETCH(QByteArray, answer);
        HostileServer server([&answer](Peer &peer) {
            peer.send(answer);
            peer.sleep(60000);
        });
        Told told;
        WebSocketRequest request = ask(server);
        request.connect = 200ms;
        const auto client = start(request, told);
        QTRY_VERIFY_WITH_TIMEOUT(sentences(told) >= 2, 20000);
        QCOMPARE(told.count(QStringLiteral("live")), 0);
    }

    void thisComputerIsOnlyForSourcesThatSaySo()
    {
        StreamServer server(m_net.certificates.good());
        Told told;
        WebSocketRequest request = ask(server, "wss");
        request.allowPrivate = false;
        request.subscribe = {"CANARY-1234"};
        const auto client = start(request, told);
        QTRY_VERIFY(sentences(told) >= 1);
        QCOMPARE(told.count(QStringLiteral("live")), 0);
        QVERIFY(server.said.isEmpty());
    }

    void refusesWhatCannotBeSent_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("no TLS") << QByteArray("ws://example.org/") << QByteArray("x");
        QTest::newRow("https") << QByteArray("https://example.org/") << QByteArray("x");
        QTest::newRow("password") << QByteArray("wss://a:b@example.org/") << QByteArray("x");
        QTest::newRow("line break in the address")
            << QByteArray("wss://example.org/\r\nX: y") << QByteArray("x");
        QTest::newRow("line break in a header")
            << QByteArray("wss://example.org/") << QByteArray("x\r\nX-Evil: 1");
    }

    void refusesWhatCannotBeSent()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, header);
        WebSocketRequest request;
        request.url = url.toStdString();
        request.allowPrivate = true;
        request.headers = {{"A", header.toStdString()}};
        const auto made = WebSocketClient::create(m_net.thread, m_clock, request, {});
        VERIFY_ERROR(made, ErrorCode::BadInput);
    }

    void aMessageNeverHoldsTheSecretOfItsRequest()
    {
        StreamServer server;
        server.heard = [](QWebSocket &peer) { peer.sendTextMessage(QStringLiteral("you said CANARY-1234")); };
        Told told;
        WebSocketRequest request = ask(server);
        request.url += "?apikey=CANARY-1234";
        request.subscribe = {"CANARY-1234"};
        request.secrets = {"CANARY-1234"};
        const auto client = start(request, told);
        QTRY_COMPARE(told.count(QStringLiteral("you said [redacted]")), 1);
        server.peers.first()->close(QWebSocketProtocol::CloseCodeNormal,
                                    QStringLiteral("bad key CANARY-1234"));
        QTRY_VERIFY(sentences(told) >= 1);
        const std::lock_guard lock(told.mutex);
        QVERIFY2(!told.sentences.join(QLatin1Char(' ')).contains(QStringLiteral("CANARY")),
                 qPrintable(told.sentences.first()));
    }

    void nothingIsToldAfterTheEnd()
    {
        StreamServer server;
        for (int i = 0; i < 30; ++i) {
            Told told;
            auto client = start(ask(server), told);
            if (i % 2 == 0)
                QTRY_VERIFY(!server.peers.isEmpty());
            server.sendAll(QStringLiteral("one"));
            client.reset();
            const QStringList told0 = told.soFar();
            QTest::qWait(5);
            QCOMPARE(told.soFar(), told0);
        }
    }

private:
    [[nodiscard]] WebSocketRequest ask(const StreamServer &server, const std::string &scheme = "ws") const
    {
        return askAt(scheme + "://127.0.0.1:" + std::to_string(server.port()) + "/stream");
    }
    [[nodiscard]] WebSocketRequest ask(const HostileServer &server) const
    {
        return askAt("ws://127.0.0.1:" + std::to_string(server.port()) + "/stream");
    }
    [[nodiscard]] WebSocketRequest askAt(const std::string &url) const
    {
        WebSocketRequest request;
        request.url = url;
        request.allowPrivate = true;
        request.backoff = {5ms, 20ms};
        request.contact = "tester@example.org";
        request.authorities = m_net.options().authorities;
        return request;
    }

    [[nodiscard]] std::unique_ptr<WebSocketClient> start(const WebSocketRequest &request, Told &told)
    {
        auto made = WebSocketClient::create(m_net.thread, m_clock, request, told.consumer());
        if (!made)
            qWarning("%s", qPrintable(made.error().message));
        return made ? std::move(*made) : nullptr;
    }

    static qsizetype sentences(Told &told)
    {
        const std::lock_guard lock(told.mutex);
        return told.sentences.size();
    }

    NetFixture m_net;
    ManualClock m_clock{Instant(1'600'000'000'000'000)};
};

QTEST_GUILESS_MAIN(tst_WebSocketClient)
#include "tst_websocketclient.moc"
