// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The client with a server that behaves: what it sends, what it hands over, whom it follows.
#include "core/base/hash.h"
#include "tests/unit/net/netfixture.h"

#include <QCoreApplication>
#include <QTimer>

#include <zlib.h>

#include <condition_variable>

using namespace core::net;
using core::base::CancelToken;
using core::base::ErrorCode;
using namespace std::chrono_literals;

namespace {

QByteArray gzip(const QByteArray &plain)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

void sayOk(Peer &peer)
{
    peer.answer(200, "[]", {"Content-Type: application/json"});
}

} // namespace

class tst_HttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsTheAnswer()
    {
        HostileServer server(
            [](Peer &peer) {
                peer.answer(200, "{\"a\": 1}",
                            {"Content-Type: application/json", "ETag: \"v1\"",
                             "Last-Modified: Fri, 11 Mar 2011 05:46:24 GMT"});
            },
            m_net.certificates.good());
        const auto client = m_net.client();
        const auto before = m_net.clock.now();
        const HttpOutcome outcome = client->get(NetFixture::ask(server.url("/data?x=1")), {});
        VERIFY_OK(outcome.answer);
        QCOMPARE(outcome.failure, HttpFailure::None);
        QCOMPARE(outcome.answer->status, 200);
        QCOMPARE(outcome.answer->body, std::string("{\"a\": 1}"));
        QCOMPARE(outcome.answer->contentType, std::string("application/json"));
        QCOMPARE(outcome.answer->etag, std::string("\"v1\""));
        QCOMPARE(outcome.answer->lastModified, std::string("Fri, 11 Mar 2011 05:46:24 GMT"));
        QCOMPARE(outcome.answer->finalUrl, server.url("/data?x=1"));
        QVERIFY(outcome.answer->fetchedAt >= before && outcome.answer->fetchedAt <= m_net.clock.now());
        QVERIFY(!outcome.answer->fromCassette);
        const auto seen = server.requests();
        QCOMPARE(seen.size(), std::size_t{1});
        QCOMPARE(seen[0].path, QByteArray("/data?x=1"));
        QVERIFY(seen[0].headers.value("user-agent").startsWith("Foreshock/"));
        QVERIFY(seen[0].headers.value("user-agent").endsWith(" (tester@example.org)"));
        QVERIFY(seen[0].headers.value("accept-encoding").contains("gzip"));
        QVERIFY(!seen[0].headers.contains("cookie"));
    }

    void sendsMethodHeadersAndBody()
    {
        HostileServer server(&sayOk, m_net.certificates.good());
        const auto client = m_net.client();
        for (const char *method : {"GET", "POST", "PUT", "DELETE", "HEAD"}) {
            HttpRequest request = NetFixture::ask(server.url("/"));
            request.method = method;
            request.headers = {{"X-One", "a b"}, {"X-Empty", ""}, {"Accept", "application/json"}};
            if (request.method == "POST" || request.method == "PUT")
                request.body = std::string("a=1\0b", 5);
            VERIFY_OK(client->get(request, {}).answer);
            const auto seen = server.requests().back();
            QCOMPARE(seen.method, QByteArray(method));
            QCOMPARE(seen.headers.value("x-one"), QByteArray("a b"));
            QVERIFY(seen.headers.contains("x-empty"));
            QCOMPARE(seen.headers.value("accept"), QByteArray("application/json"));
            QCOMPARE(seen.body.toStdString(), request.body);
        }
    }

    void reusesItsConnection()
    {
        HostileServer server(&sayOk, m_net.certificates.good());
        const auto client = m_net.client();
        for (int i = 0; i < 20; ++i)
            VERIFY_OK(client->get(NetFixture::ask(server.url("/")), {}).answer);
        QCOMPARE(server.requestCount(), std::size_t{20});
        QCOMPARE(server.connections(), 1U);
    }

    void asksOnlyForWhatHasChanged()
    {
        HostileServer server(
            [](Peer &peer) {
                if (peer.headers.value("if-none-match") == "\"v1\"")
                    peer.send("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n");
                else
                    sayOk(peer);
            },
            m_net.certificates.good());
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/"));
        request.etag = "\"v1\"";
        request.lastModified = "Fri, 11 Mar 2011 05:46:24 GMT";
        const HttpOutcome outcome = client->get(request, {});
        VERIFY_OK(outcome.answer);
        QVERIFY(outcome.answer->isNotModified());
        QVERIFY(outcome.answer->body.empty());
        QCOMPARE(server.requests().back().headers.value("if-modified-since"),
                 QByteArray("Fri, 11 Mar 2011 05:46:24 GMT"));
    }

    void unpacksAndCountsWhatWasOnTheWire()
    {
        const QByteArray plain = QByteArray("0123456789").repeated(10000);
        const QByteArray packed = gzip(plain);
        HostileServer server(
            [&packed](Peer &peer) {
                peer.answer(200, packed, {"Content-Type: text/csv", "Content-Encoding: gzip"});
            },
            m_net.certificates.good());
        const auto client = m_net.client();
        const HttpOutcome outcome = client->get(NetFixture::ask(server.url("/")), {});
        VERIFY_OK(outcome.answer);
        QCOMPARE(outcome.answer->body, plain.toStdString());
        QVERIFY(outcome.answer->bytesOnWire > static_cast<std::uint64_t>(packed.size()));
        QVERIFY(outcome.answer->bytesOnWire < static_cast<std::uint64_t>(packed.size()) + 300);
    }

    void anyBytesComeThroughWhole()
    {
        QByteArray bytes;
        for (int i = 0; i < 256 * 40; ++i)
            bytes += static_cast<char>(i * 7 % 256);
        HostileServer server([&bytes](Peer &peer) { peer.answer(200, bytes); }, m_net.certificates.good());
        const auto client = m_net.client();
        QCOMPARE(client->get(NetFixture::ask(server.url("/")), {}).answer->body, bytes.toStdString());
    }

    void anAnswerNeverHoldsTheSecretOfItsRequest()
    {
        HostileServer server(
            [](Peer &peer) {
                peer.answer(200, "{\"request\": {\"api_key\": \"CANARY-1234\"}, \"data\": [1]}",
                            {"Content-Type: application/json", "ETag: \"CANARY-1234\""});
            },
            m_net.certificates.good());
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/d?api_key=CANARY-1234"));
        request.secrets = {"CANARY-1234"};
        const HttpOutcome outcome = client->get(request, {});
        VERIFY_OK(outcome.answer);
        QCOMPARE(outcome.answer->body,
                 std::string("{\"request\": {\"api_key\": \"[redacted]\"}, \"data\": [1]}"));
        QCOMPARE(outcome.answer->etag, std::string("\"[redacted]\""));
        QCOMPARE(outcome.answer->finalUrl, server.url("/d?api_key=[redacted]"));
        QCOMPARE(server.requests().back().path, QByteArray("/d?api_key=CANARY-1234")); // the server gets it
    }

    void aRefusalIsAFailureWithItsStatus_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 410, 418, 500, 501, 503})
            QTest::addRow("%d", status) << status;
    }

    void aRefusalIsAFailureWithItsStatus()
    {
        QFETCH(int, status);
        HostileServer server([status](Peer &peer) { peer.answer(status, "<Error>no such key</Error>"); },
                             m_net.certificates.good());
        const auto client = m_net.client();
        const HttpOutcome outcome = client->get(NetFixture::ask(server.url("/")), {});
        VERIFY_ERROR(outcome.answer, ErrorCode::Network);
        QCOMPARE(outcome.failure, HttpFailure::Status);
        QCOMPARE(outcome.status, status);
        QCOMPARE(outcome.errorBody, std::string("<Error>no such key</Error>"));
        const QString sentence = outcome.answer.error().message;
        QVERIFY2(sentence.contains(QStringLiteral("localhost")) && sentence.contains(QString::number(status)),
                 qPrintable(sentence));
    }

    void aPageInsteadOfDataIsAFailure_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isPage");
        QTest::newRow("said so") << QByteArray("text/html; charset=utf-8") << QByteArray("Log in") << true;
        QTest::newRow("shouted") << QByteArray("TEXT/HTML") << QByteArray("Log in") << true;
        QTest::newRow("in disguise") << QByteArray("application/json")
                                     << QByteArray("\xef\xbb\xbf\r\n <!DOCTYPE html><html>") << true;
        QTest::newRow("bare") << QByteArray("text/plain") << QByteArray("<HTML><body>") << true;
        QTest::newRow("XML") << QByteArray("text/xml") << QByteArray("<?xml version='1.0'?><feed/>") << false;
        QTest::newRow("nothing") << QByteArray("text/csv") << QByteArray("") << false;
    }

    void aPageInsteadOfDataIsAFailure()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, content);
        QFETCH(bool, isPage);
        HostileServer server([&](Peer &peer) { peer.answer(200, content, {"Content-Type: " + type}); },
                             m_net.certificates.good());
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/"));
        const HttpOutcome outcome = client->get(request, {});
        QCOMPARE(outcome.ok(), !isPage);
        QCOMPARE(outcome.failure, isPage ? HttpFailure::NotData : HttpFailure::None);
        request.expectsHtml = true;
        QVERIFY(client->get(request, {}).ok());
    }

    void refusesWhatCannotBeSent_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const QByteArray url = "https://localhost/";
        QTest::newRow("line break in the address")
            << QByteArray("https://localhost/\r\nX: y") << QByteArray("A") << QByteArray("b");
        QTest::newRow("line break in a header")
            << url << QByteArray("A") << QByteArray("b\r\nX-Evil: CANARY");
        QTest::newRow("line feed in a header") << url << QByteArray("A") << QByteArray("b\nX-Evil: CANARY");
        QTest::newRow("zero byte in a header") << url << QByteArray("A") << QByteArray("b\0c", 3);
        QTest::newRow("line break in a name") << url << QByteArray("A\r\nB") << QByteArray("c");
        QTest::newRow("colon in a name") << url << QByteArray("A:B") << QByteArray("c");
        QTest::newRow("no name") << url << QByteArray("") << QByteArray("c");
        QTest::newRow("another host") << url << QByteArray("Host") << QByteArray("evil.example");
        QTest::newRow("another framing") << url << QByteArray("transfer-encoding") << QByteArray("chunked");
        QTest::newRow("http") << QByteArray("http://localhost/") << QByteArray("A") << QByteArray("b");
        QTest::newRow("file") << QByteArray("file:///etc/hostname") << QByteArray("A") << QByteArray("b");
        QTest::newRow("ftp") << QByteArray("ftp://localhost/x") << QByteArray("A") << QByteArray("b");
    }

    void refusesWhatCannotBeSent()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(url.toStdString());
        request.allowHttp = false;
        request.headers = {{name.toStdString(), value.toStdString()}};
        const HttpOutcome outcome = client->get(request, {});
        VERIFY_ERROR(outcome.answer, ErrorCode::BadInput);
        QCOMPARE(outcome.failure, HttpFailure::Refused);
        QVERIFY(!outcome.answer.error().message.contains(QStringLiteral("CANARY")));
    }

    void refusesOddMethodsMarksAndShortSecrets()
    {
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask("https://localhost/");
        request.method = "GET / HTTP/1.1\r\nX: y\r\n\r\nGET";
        QCOMPARE(client->get(request, {}).failure, HttpFailure::Refused);
        request = NetFixture::ask("https://localhost/");
        request.etag = "\"a\"\r\nX-Evil: 1";
        QCOMPARE(client->get(request, {}).failure, HttpFailure::Refused);
        request = NetFixture::ask("https://localhost/");
        request.secrets = {"12345"};
        QCOMPARE(client->get(request, {}).failure, HttpFailure::Refused);
        HttpOptions options = m_net.options();
        options.contact = "a@b\r\nX-Evil: 1";
        VERIFY_ERROR(HttpClient::create(m_net.thread, m_net.clock, options), ErrorCode::BadInput);
    }

    void httpIsForAddressesTheUserChose()
    {
        HostileServer server(&sayOk);
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/"));
        VERIFY_OK(client->get(request, {}).answer);
        request.allowHttp = false;
        QCOMPARE(client->get(request, {}).failure, HttpFailure::Refused);
        QCOMPARE(server.requestCount(), std::size_t{1});
    }

    void thisComputerIsOnlyForSourcesThatSaySo()
    {
        HostileServer server(&sayOk, m_net.certificates.good());
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/"));
        request.allowPrivate = false;
        QCOMPARE(client->get(request, {}).failure, HttpFailure::Address);
        QCOMPARE(server.connections(), 0U);
        // a connection that another source was allowed to make is no way in either
        request.allowPrivate = true;
        VERIFY_OK(client->get(request, {}).answer);
        request.allowPrivate = false;
        QCOMPARE(client->get(request, {}).failure, HttpFailure::Address);
        QCOMPARE(server.requestCount(), std::size_t{1});
    }

    void followsARedirectOnTheSameHost()
    {
        HostileServer server(
            [](Peer &peer) {
                if (peer.path == "/old")
                    peer.answer(302, "gone", {"Location: /new?x=1"});
                else
                    sayOk(peer);
            },
            m_net.certificates.good());
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/old"));
        request.headers = {{"X-Api-Key", "CANARY-1234"}};
        const HttpOutcome outcome = client->get(request, {});
        VERIFY_OK(outcome.answer);
        QCOMPARE(outcome.answer->finalUrl, server.url("/new?x=1"));
        QCOMPARE(server.requests().back().headers.value("x-api-key"), QByteArray("CANARY-1234"));
    }

    void goesAtMostFiveHopsFar()
    {
        HostileServer server(
            [](Peer &peer) {
                const int hop = peer.path.mid(1).toInt();
                if (hop == 0)
                    sayOk(peer);
                else
                    peer.answer(301, "", {"Location: /" + QByteArray::number(hop - 1)});
            },
            m_net.certificates.good());
        const auto client = m_net.client();
        VERIFY_OK(client->get(NetFixture::ask(server.url("/5")), {}).answer);
        QCOMPARE(server.requestCount(), std::size_t{6});
        QCOMPARE(client->get(NetFixture::ask(server.url("/20")), {}).failure, HttpFailure::Redirect);
        QCOMPARE(server.requestCount(), std::size_t{12});
    }

    void refusesRedirects_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<HttpFailure>("failure");
        for (const char *target :
             {"http://localhost:PORT/x", "http://example.org/", "file:///etc/passwd", "ftp://localhost/x",
              "gopher://localhost/", "javascript:alert(1)", "data:text/plain,x",
              "https://user:pass@localhost/", "https://example.org/?k=CANARY-1234",
              "https://example.org/?k=CANARY%2D1234"})
            QTest::newRow(target) << QByteArray(target) << HttpFailure::Redirect;
        for (const char *target :
             {"https://127.0.0.1:PORT/x", "https://[::1]:PORT/x", "https://0.0.0.0:PORT/",
              "https://10.0.0.1/", "https://169.254.169.254/latest/meta-data",
              "https://[::ffff:127.0.0.1]:PORT/", "https://2130706433:PORT/", "https://localhost:1/"})
            QTest::newRow(target) << QByteArray(target) << HttpFailure::Address;
    }

    void refusesRedirects()
    {
        QFETCH(QByteArray, target);
        QFETCH(HttpFailure, failure);
        quint16 port = 0;
        HostileServer server(
            [&](Peer &peer) {
                if (peer.path == "/start")
                    peer.answer(
                        302, "",
                        {"Location: " + QByteArray(target).replace("PORT", QByteArray::number(port))});
                else
                    sayOk(peer);
            },
            m_net.certificates.good());
        port = server.port();
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/start"));
        request.secrets = {"CANARY-1234"};
        const HttpOutcome outcome = client->get(request, {});
        QCOMPARE(outcome.failure, failure);
        QVERIFY(!outcome.answer.error().message.contains(QStringLiteral("CANARY")));
        QCOMPARE(server.requestCount(), std::size_t{1});
    }

    void aPostIsNotSentElsewhere()
    {
        HostileServer server(
            [](Peer &peer) {
                if (peer.path == "/token")
                    peer.answer(307, "", {"Location: /other"});
                else
                    sayOk(peer);
            },
            m_net.certificates.good());
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/token"));
        request.method = "POST";
        request.body = "client_secret=CANARY-1234";
        QCOMPARE(client->get(request, {}).failure, HttpFailure::Redirect);
        QCOMPARE(server.requestCount(), std::size_t{1});
    }

    void keepsToTheLimitOfTheHost()
    {
        HostileServer server(&sayOk, m_net.certificates.good());
        HttpOptions options = m_net.options();
        options.hostLimits["localhost:" + std::to_string(server.port())] = {20, 2};
        const auto client = m_net.client(options);
        const core::base::Stopwatch watch;
        QCOMPARE(ask(*client, server.url("/"), 12), 12);
        QVERIFY2(watch.seconds() >= 0.49,
                 qPrintable(QString::number(watch.seconds()))); // 10 beyond the burst
        QCOMPARE(server.requestCount(), std::size_t{12});
    }

    void opensAFewConnectionsAHost()
    {
        HostileServer server(
            [](Peer &peer) {
                peer.sleep(30);
                sayOk(peer);
            },
            m_net.certificates.good());
        const auto client = m_net.client();
        QCOMPARE(ask(*client, server.url("/"), 40), 40);
        QVERIFY2(server.mostAtOnce() <= 4 && server.connections() <= 4,
                 qPrintable(QString::number(server.connections())));
    }

    void manyThreadsMayAskAtOnce()
    {
        HostileServer server([](Peer &peer) { peer.answer(200, peer.path); }, m_net.certificates.good());
        const auto client = m_net.client();
        std::atomic<int> right = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 25; ++i) {
                    const std::string path = "/" + std::to_string(t * 100 + i);
                    const HttpOutcome outcome = client->get(NetFixture::ask(server.url(path)), {});
                    right += outcome.ok() && outcome.answer->body == path ? 1 : 0;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(right.load(), 200);
        QCOMPARE(server.requestCount(), std::size_t{200});
    }

    void cancelEndsItSoon()
    {
        HostileServer server([](Peer &peer) { peer.sleep(20000); }, m_net.certificates.good());
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/"));
        request.limits.slowFor = 15s;
        const CancelToken cancel;
        std::thread canceller([&] {
            while (server.requestCount() == 0)
                QThread::msleep(1);
            cancel.cancel();
        });
        const core::base::Stopwatch watch;
        const HttpOutcome outcome = client->get(request, cancel);
        canceller.join();
        VERIFY_ERROR(outcome.answer, ErrorCode::Cancelled);
        QCOMPARE(outcome.failure, HttpFailure::Cancelled);
        QVERIFY(watch.seconds() < 5); // not the server's 20 s
    }

    void cancelEndsWhatStillWaits()
    {
        HostileServer server(&sayOk, m_net.certificates.good());
        HttpOptions options = m_net.options();
        options.limit = {0.001, 1};
        const auto client = m_net.client(options);
        VERIFY_OK(client->get(NetFixture::ask(server.url("/")), {}).answer);
        const CancelToken cancel;
        cancel.cancel();
        QCOMPARE(client->get(NetFixture::ask(server.url("/")), cancel).failure, HttpFailure::Cancelled);
        QCOMPARE(server.requestCount(), std::size_t{1});
    }

    void theEndOfTheClientAnswersEverything()
    {
        HostileServer server([](Peer &peer) { peer.sleep(20000); }, m_net.certificates.good());
        auto client = m_net.client();
        std::atomic<int> cancelled = 0;
        for (int i = 0; i < 10; ++i) {
            client->fetch(NetFixture::ask(server.url("/")), {}, [&](const HttpOutcome &outcome) {
                cancelled += outcome.failure == HttpFailure::Cancelled;
            });
        }
        client.reset();
        QCOMPARE(cancelled.load(), 10);
    }

    void aThreadWithAnEventLoopMustNotWait()
    {
        const auto client = m_net.client();
        std::optional<HttpOutcome> outcome;
        QTimer::singleShot(0, this, [&] {
            outcome = client->get(NetFixture::ask("https://localhost/"), {});
            QCoreApplication::quit();
        });
        QCoreApplication::exec();
        QVERIFY(outcome);
        VERIFY_ERROR(outcome->answer, ErrorCode::Internal);
        m_net.thread.run([&] { outcome = client->get(NetFixture::ask("https://localhost/"), {}); });
        VERIFY_ERROR(outcome->answer, ErrorCode::Internal);
    }

private:
    /// How many of so many requests at once were answered.
    static int ask(HttpClient &client, const std::string &url, int count)
    {
        std::mutex mutex;
        std::condition_variable wake;
        int answered = 0;
        int good = 0;
        for (int i = 0; i < count; ++i) {
            client.fetch(NetFixture::ask(url), {}, [&](const HttpOutcome &outcome) {
                const std::lock_guard lock(mutex);
                good += outcome.ok() ? 1 : 0;
                if (++answered == count)
                    wake.notify_one();
            });
        }
        std::unique_lock lock(mutex);
        wake.wait(lock, [&] { return answered == count; });
        return good;
    }

    NetFixture m_net;
};

QTEST_GUILESS_MAIN(tst_HttpClient)
#include "tst_httpclient.moc"
