// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The client with a server that means no good: every fault is told, none is fatal, and the next request
// works.
#include "tests/unit/net/netfixture.h"

#include <QDir>

#include <zlib.h>

using namespace core::net;
using core::base::ErrorCode;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kMebibyte = 1U << 20;

/// A megabyte that unpacks to a gigabyte.
const QByteArray &gzipBomb()
{
    static const QByteArray bomb = [] {
        z_stream stream{};
        deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
        QByteArray packed(2 << 20, '\0');
        QByteArray zeros(1 << 20, '\0');
        stream.next_out = reinterpret_cast<Bytef *>(packed.data());
        stream.avail_out = static_cast<uInt>(packed.size());
        for (int i = 0; i < 1024; ++i) {
            stream.next_in = reinterpret_cast<Bytef *>(zeros.data());
            stream.avail_in = static_cast<uInt>(zeros.size());
            deflate(&stream, i == 1023 ? Z_FINISH : Z_NO_FLUSH);
        }
        packed.resize(static_cast<qsizetype>(stream.total_out));
        deflateEnd(&stream);
        return packed;
    }();
    return bomb;
}

qsizetype openFiles()
{
    return QDir(QStringLiteral("/proc/self/fd"))
        .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
        .size();
}

const QByteArray kWhole = "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nX-Filler: " + QByteArray(100, 'x') +
                          "\r\nContent-Length: 40\r\n\r\n" + QByteArray(40, 'b');

} // namespace

class tst_HostileAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(gzipBomb().size() < qsizetype{2 << 20}); } // packing it takes a while

    void init()
    {
        m_client = m_net.client();
        QVERIFY(m_client);
    }

    void cleanup() { m_client.reset(); }

    void everyFaultIsToldAndTheNextRequestWorks_data()
    {
        QTest::addColumn<HttpFailure>("failure");
        QTest::newRow("slow loris in the status line") << HttpFailure::Stalled;
        QTest::newRow("slow loris in the headers") << HttpFailure::Stalled;
        QTest::newRow("slow loris in the body") << HttpFailure::Stalled;
        QTest::newRow("silence") << HttpFailure::Stalled;
        QTest::newRow("silence after the headers") << HttpFailure::Stalled;
        QTest::newRow("faster than the slowest, for ever") << HttpFailure::Stalled;
        QTest::newRow("endless body") << HttpFailure::TooLarge;
        QTest::newRow("endless chunks") << HttpFailure::TooLarge;
        QTest::newRow("endless header") << HttpFailure::TooLarge;
        QTest::newRow("endless headers") << HttpFailure::TooLarge;
        QTest::newRow("endless interim answers") << HttpFailure::TooLarge;
        QTest::newRow("length beyond the cap") << HttpFailure::TooLarge;
        QTest::newRow("gzip bomb") << HttpFailure::TooLarge;
        QTest::newRow("length too long") << HttpFailure::Broken;
        QTest::newRow("negative length") << HttpFailure::Broken;
        QTest::newRow("length that is no number") << HttpFailure::Broken;
        QTest::newRow("chunk that is no number") << HttpFailure::Broken;
        QTest::newRow("chunk that is cut") << HttpFailure::Broken;
        QTest::newRow("gzip that is none") << HttpFailure::Broken;
        QTest::newRow("gzip that is cut") << HttpFailure::Broken;
        QTest::newRow("no HTTP") << HttpFailure::Broken;
        QTest::newRow("HTTP/0.9") << HttpFailure::Broken;
        QTest::newRow("zero bytes in the headers") << HttpFailure::Broken;
        QTest::newRow("end before an answer") << HttpFailure::Broken;
        QTest::newRow("reset before an answer") << HttpFailure::Broken;
        QTest::newRow("switch to a protocol nobody asked for") << HttpFailure::Broken;
        QTest::newRow("interim answer and no more") << HttpFailure::Broken;
        QTest::newRow("redirect to nowhere") << HttpFailure::Status;
        QTest::newRow("not modified since nothing") << HttpFailure::Status;
    }

    void everyFaultIsToldAndTheNextRequestWorks()
    {
        QFETCH(HttpFailure, failure);
        const QByteArray fault = QTest::currentDataTag();
        HostileServer server([&fault](Peer &peer) { play(peer, fault); }, m_net.certificates.good());
        HttpRequest request = NetFixture::ask(server.url("/fault"));
        request.limits.decodedBytes = 4 * kMebibyte;
        if (fault.startsWith("faster"))
            request.limits.total = 2s;
        const core::base::Stopwatch watch;
        const HttpOutcome outcome = m_client->get(request, {});
        VERIFY_ERROR(outcome.answer, ErrorCode::Network);
        const QString sentence = outcome.answer.error().message;
        QVERIFY2(outcome.failure == failure, qPrintable(QString::number(static_cast<int>(outcome.failure)) +
                                                        QLatin1Char(' ') + sentence));
        QVERIFY2(sentence.contains(QStringLiteral("localhost")), qPrintable(sentence));
        QVERIFY(watch.seconds() < 15);
        const HttpOutcome next = m_client->get(NetFixture::ask(server.url("/sound")), {});
        VERIFY_OK(next.answer);
        QCOMPARE(next.answer->body, std::string("sound"));
    }

    void bytesBeyondTheLengthAreNotTaken()
    {
        HostileServer server(
            [](Peer &peer) {
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nsoundHTTP/1.1 200 "
                          "OK\r\nContent-Length: 4\r\n\r\nevil");
            },
            m_net.certificates.good());
        for (int i = 0; i < 3; ++i) {
            const HttpOutcome outcome = m_client->get(NetFixture::ask(server.url("/")), {});
            VERIFY_OK(outcome.answer);
            QCOMPARE(outcome.answer->body, std::string("sound"));
        }
    }

    void trailersAfterChunksDoNoHarm()
    {
        HostileServer server(
            [](Peer &peer) {
                peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
                          "5\r\nsound\r\n0\r\nX-Sum: 7\r\n\r\n");
            },
            m_net.certificates.good());
        const HttpOutcome outcome = m_client->get(NetFixture::ask(server.url("/")), {});
        VERIFY_OK(outcome.answer);
        QCOMPARE(outcome.answer->body, std::string("sound"));
    }

    void aResetAtAnyByteIsNoAnswer_data()
    {
        QTest::addColumn<bool>("isSafe");
        QTest::addColumn<bool>("isReset");
        QTest::newRow("TLS, reset") << true << true;
        QTest::newRow("TLS, end") << true << false;
        QTest::newRow("plain, reset") << false << true;
        QTest::newRow("plain, end") << false << false;
    }

    void aResetAtAnyByteIsNoAnswer()
    {
        QFETCH(bool, isSafe);
        QFETCH(bool, isReset);
        QVERIFY(kWhole.size() >= 200);
        HostileServer server(
            [isReset](Peer &peer) {
                peer.send(kWhole.left(peer.path.mid(1).toInt()));
                if (isReset)
                    peer.reset();
                else
                    peer.close();
            },
            isSafe ? std::optional(m_net.certificates.good()) : std::nullopt);
        for (qsizetype n = 0; n < kWhole.size(); ++n) {
            const HttpOutcome outcome =
                m_client->get(NetFixture::ask(server.url("/" + std::to_string(n))), {});
            QVERIFY2(!outcome.ok(), qPrintable(QString::number(n)));
            QVERIFY2(outcome.failure == HttpFailure::Broken, qPrintable(outcome.answer.error().message));
        }
        const HttpOutcome whole =
            m_client->get(NetFixture::ask(server.url("/" + std::to_string(kWhole.size()))), {});
        if (!isReset) // a reset may overtake the last bytes
            VERIFY_OK(whole.answer);
    }

    void aBrokenAnswerIsAskedForAgain()
    {
        std::atomic<int> times = 0;
        HostileServer server(
            [&times](Peer &peer) {
                if (++times < 3)
                    peer.reset();
                else
                    peer.answer(200, "sound");
            },
            m_net.certificates.good());
        HttpRequest request = NetFixture::ask(server.url("/"));
        request.limits.tries = 3;
        VERIFY_OK(m_client->get(request, {}).answer);
        QCOMPARE(server.requestCount(), std::size_t{3});
        times = 0;
        request.method = "POST"; // may have been done already: never twice
        QCOMPARE(m_client->get(request, {}).failure, HttpFailure::Broken);
        QCOMPARE(times.load(), 1);
    }

    void aLargeRefusalIsCutShort()
    {
        HostileServer server(
            [](Peer &peer) {
                peer.send("HTTP/1.1 404 No\r\n\r\n");
                while (peer.send(QByteArray(65536, 'x'))) {
                }
            },
            m_net.certificates.good());
        const HttpOutcome outcome = m_client->get(NetFixture::ask(server.url("/")), {});
        QCOMPARE(outcome.failure, HttpFailure::Status);
        QCOMPARE(outcome.status, 404);
        QCOMPARE(outcome.errorBody.size(), std::size_t{16384});
    }

    void nobodyThereIsUnreachable()
    {
        std::string url;
        {
            const HostileServer server([](Peer &) {}, m_net.certificates.good());
            url = server.url("/");
        }
        const HttpOutcome outcome = m_client->get(NetFixture::ask(url), {});
        VERIFY_ERROR(outcome.answer, ErrorCode::Network);
        QCOMPARE(outcome.failure, HttpFailure::Unreachable);
        QVERIFY(outcome.retryAt.isValid());
    }

    void aNameNobodyHasIsUnreachable()
    {
        // a label this long cannot be asked for, so that no name server is
        const std::string url = "https://" + std::string(70, 'a') + ".invalid/";
        const HttpOutcome outcome = m_client->get(NetFixture::ask(url), {});
        VERIFY_ERROR(outcome.answer, ErrorCode::Network);
        QVERIFY2(outcome.failure == HttpFailure::Unreachable, qPrintable(outcome.answer.error().message));
    }

    void aHandshakeThatNeverEndsIsUnreachable()
    {
        HostileServer server(
            [](Peer &peer) { peer.sleep(20000); }); // plain: it waits for a request that never comes
        HttpRequest request = NetFixture::ask("https" + server.url("/").substr(4));
        request.limits.connect = 1s;
        const HttpOutcome outcome = m_client->get(request, {});
        QVERIFY2(outcome.failure == HttpFailure::Unreachable, qPrintable(outcome.answer.error().message));
    }

    void nothingIsLeftOpen()
    {
        HostileServer server([](Peer &peer) { play(peer, "gzip that is cut"); }, m_net.certificates.good());
        static_cast<void>(m_client->get(NetFixture::ask(server.url("/fault")), {}));
        const qsizetype before = openFiles();
        for (int i = 0; i < 100; ++i)
            static_cast<void>(m_client->get(NetFixture::ask(server.url("/fault")), {}));
        // both ends of connections are in this process, and the server's threads close theirs a little later
        QTRY_VERIFY2_WITH_TIMEOUT(openFiles() <= before + 4,
                                  qPrintable(QString::number(openFiles() - before)), 5000);
    }

private:
    static void play(Peer &peer, const QByteArray &fault)
    {
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n";
        if (peer.path == "/sound") {
            peer.answer(200, "sound");
            return;
        }
        if (fault == "slow loris in the status line") {
            peer.drip(head + QByteArray(100, 'x'), 100);
        } else if (fault == "slow loris in the headers") {
            peer.send(head);
            peer.drip("X-Filler: " + QByteArray(1000, 'x'), 100);
        } else if (fault == "slow loris in the body") {
            peer.send(head + "Content-Length: 1000\r\n\r\n");
            peer.drip(QByteArray(1000, 'x'), 100);
        } else if (fault == "silence") {
            peer.sleep(20000);
        } else if (fault == "silence after the headers") {
            peer.send(head + "Content-Length: 1000\r\n\r\n");
            peer.sleep(20000);
        } else if (fault == "faster than the slowest, for ever") {
            peer.send(head + "\r\n");
            while (peer.send(QByteArray(100, 'x')) && peer.sleep(100)) {
            }
        } else if (fault == "endless body") {
            peer.send(head + "\r\n");
            while (peer.send(QByteArray(65536, 'x'))) {
            }
        } else if (fault == "endless chunks") {
            peer.send(head + "Transfer-Encoding: chunked\r\n\r\n");
            while (peer.send("10000\r\n" + QByteArray(65536, 'x') + "\r\n")) {
            }
        } else if (fault == "endless header") {
            peer.send(head + "X-Filler: ");
            while (peer.send(QByteArray(65536, 'x'))) {
            }
        } else if (fault == "endless headers") {
            peer.send(head);
            while (peer.send(QByteArray("X-Filler: 1\r\n").repeated(1000))) {
            }
        } else if (fault == "endless interim answers") {
            while (peer.send(QByteArray("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n").repeated(1000))) {
            }
        } else if (fault == "length beyond the cap") {
            peer.send(head + "Content-Length: 99999999999999\r\n\r\n");
            peer.sleep(20000);
        } else if (fault == "gzip bomb") {
            peer.answer(200, gzipBomb(), {"Content-Encoding: gzip"});
        } else if (fault == "length too long") {
            peer.send(head + "Content-Length: 10\r\n\r\n12345");
            peer.close();
        } else if (fault == "negative length") {
            peer.send(head + "Content-Length: -5\r\n\r\n12345");
            peer.close();
        } else if (fault == "length that is no number") {
            peer.send(head + "Content-Length: many\r\n\r\n12345");
            peer.close();
        } else if (fault == "chunk that is no number") {
            peer.send(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n12345\r\n0\r\n\r\n");
            peer.close();
        } else if (fault == "chunk that is cut") {
            peer.send(head + "Transfer-Encoding: chunked\r\n\r\n10\r\n12345");
            peer.close();
        } else if (fault == "gzip that is none") {
            peer.answer(200, "this is plain", {"Content-Encoding: gzip"});
        } else if (fault == "gzip that is cut") {
            peer.send(head + "Content-Encoding: gzip\r\nContent-Length: 1000\r\n\r\n" + gzipBomb().left(500));
            peer.close();
        } else if (fault == "no HTTP") {
            peer.send("220 mail.example.org ESMTP ready\r\n\r\n");
            peer.close();
        } else if (fault == "HTTP/0.9") {
            peer.send("just a text\n");
            peer.close();
        } else if (fault == "zero bytes in the headers") {
            peer.send(head + QByteArray("X-Zero: a\0b\r\n\r\n", 15));
            peer.close();
        } else if (fault == "end before an answer") {
            peer.close();
        } else if (fault == "reset before an answer") {
            peer.reset();
        } else if (fault == "interim answer and no more") {
            peer.send("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
            peer.close();
        } else if (fault == "redirect to nowhere") {
            peer.answer(302, "somewhere");
        } else if (fault == "not modified since nothing") {
            peer.send("HTTP/1.1 304 Not Modified\r\n\r\n");
        } else if (fault == "switch to a protocol nobody asked for") {
            peer.send(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
            peer.close();
        }
    }

    NetFixture m_net;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(tst_HostileAnswers)
#include "tst_hostileanswers.moc"
