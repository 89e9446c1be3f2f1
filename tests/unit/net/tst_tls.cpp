// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Who cannot prove who he is gets no request.
#include "tests/unit/net/netfixture.h"

#include <QProcess>
#include <QStandardPaths>

using namespace core::net;
using core::base::ErrorCode;

namespace {

void sayOk(Peer &peer)
{
    peer.answer(200, "[]");
}

} // namespace

class tst_Tls : public QObject
{
    Q_OBJECT

public:
    /// Before OpenSSL starts: the system's own policy would refuse old TLS, and it is ours that is tested.
    static void initMain()
    {
        static const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("openssl.cnf"));
        QFile policy(file);
        if (policy.open(QIODevice::WriteOnly)) {
            policy.write("openssl_conf = all\n[all]\nssl_conf = ssl\n[ssl]\nsystem_default = lax\n"
                         "[lax]\nMinProtocol = TLSv1\nCipherString = ALL:@SECLEVEL=0\n");
        }
        qputenv("OPENSSL_CONF", file.toLocal8Bit());
    }

private Q_SLOTS:
    void refusesWhoCannotProveWhoHeIs_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("isGood");
        const auto row = [](const char *name, const TestIdentity &identity, bool isGood) {
            QTest::newRow(name) << identity.certificate << identity.key << isGood;
        };
        row("good", m_net.certificates.good(), true);
        row("self-signed", m_net.certificates.selfSigned(), false);
        row("expired", m_net.certificates.expired(), false);
        row("not yet valid", m_net.certificates.notYetValid(), false);
        row("another host's", m_net.certificates.wrongHost(), false);
        row("another authority's", TestCertificates().good(), false);
    }

    void refusesWhoCannotProveWhoHeIs()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, key);
        QFETCH(bool, isGood);
        HostileServer server(&sayOk, TestIdentity{certificate, key});
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/"));
        request.limits.tries = 3;
        const HttpOutcome outcome = client->get(request, {});
        if (isGood) {
            VERIFY_OK(outcome.answer);
            return;
        }
        VERIFY_ERROR(outcome.answer, ErrorCode::Network);
        QCOMPARE(outcome.failure, HttpFailure::Tls);
        QVERIFY2(outcome.answer.error().message.contains(QStringLiteral("localhost")),
                 qPrintable(outcome.answer.error().message));
        QCOMPARE(server.requestCount(), std::size_t{0});
        QCOMPARE(server.connections(), 1U); // not tried again: it would not help
    }

    void trustsTheSystemsAuthoritiesOnlyWithoutOthers()
    {
        HostileServer server(&sayOk, m_net.certificates.good());
        HttpOptions options = m_net.options();
        options.authorities.clear();
        const auto client = m_net.client(options);
        QCOMPARE(client->get(NetFixture::ask(server.url("/")), {}).failure, HttpFailure::Tls);
        options.authorities = m_net.folder.filePath(QStringLiteral("nothing.pem")).toStdString();
        const auto misled = m_net.client(options);
        QCOMPARE(misled->get(NetFixture::ask(server.url("/")), {}).failure, HttpFailure::Tls);
    }

    void refusesOldTls_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("isSpoken");
        QTest::newRow("TLS 1.0") << QStringLiteral("-tls1") << false;
        QTest::newRow("TLS 1.1") << QStringLiteral("-tls1_1") << false;
        QTest::newRow("TLS 1.2") << QStringLiteral("-tls1_2") << true;
        QTest::newRow("TLS 1.3") << QStringLiteral("-tls1_3") << true;
    }

    void refusesOldTls()
    {
        QFETCH(QString, version);
        QFETCH(bool, isSpoken);
        const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
        if (openssl.isEmpty())
            QSKIP("the program openssl is not installed, so there is no server with old TLS to ask");
        const TestIdentity identity = m_net.certificates.good();
        const QString file = m_net.folder.filePath(QStringLiteral("server.pem"));
        QFile pem(file);
        QVERIFY(pem.open(QIODevice::WriteOnly));
        pem.write(identity.certificate + identity.key);
        pem.close();
        QProcess server;
        server.start(openssl,
                     {QStringLiteral("s_server"), QStringLiteral("-accept"), QStringLiteral("localhost:0"),
                      QStringLiteral("-cert"), file, QStringLiteral("-key"), file, version,
                      QStringLiteral("-cipher"), QStringLiteral("ALL:@SECLEVEL=0"), QStringLiteral("-www")});
        QByteArray said;
        while (!said.contains("ACCEPT ") || !said.mid(said.indexOf("ACCEPT ")).contains('\n')) {
            QVERIFY2(server.waitForReadyRead(10000), server.readAllStandardError().constData());
            said += server.readAllStandardOutput();
        }
        const QByteArray line = said.mid(said.indexOf("ACCEPT ")).split('\n').first();
        const QByteArray port = line.mid(line.lastIndexOf(':') + 1).trimmed();
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask("https://localhost:" + port.toStdString() + "/");
        request.expectsHtml = true;
        const HttpOutcome outcome = client->get(request, {});
        server.kill();
        server.waitForFinished();
        QVERIFY2(outcome.failure == (isSpoken ? HttpFailure::None : HttpFailure::Tls),
                 outcome.ok() ? "answered" : qPrintable(outcome.answer.error().message));
    }

    void speaksHttp2WhereItIsSpoken()
    {
        const QString nghttpd = QStandardPaths::findExecutable(QStringLiteral("nghttpd"));
        if (nghttpd.isEmpty())
            QSKIP("the program nghttpd is not installed, so there is no server with HTTP/2 to ask");
        quint16 port = 0;
        {
            const HostileServer free([](Peer &) {});
            port = free.port();
        }
        const TestIdentity identity = m_net.certificates.good();
        const auto write = [this](const char *name, const QByteArray &bytes) {
            QFile file(m_net.folder.filePath(QString::fromLatin1(name)));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(write("h2.key", identity.key) && write("h2.pem", identity.certificate) &&
                write("data", "[1]"));
        QProcess server;
        server.start(nghttpd, {QStringLiteral("-a"), QStringLiteral("127.0.0.1"), QStringLiteral("-d"),
                               m_net.folder.path(), QString::number(port),
                               m_net.folder.filePath(QStringLiteral("h2.key")),
                               m_net.folder.filePath(QStringLiteral("h2.pem"))});
        QVERIFY(server.waitForStarted());
        QByteArray log;
        HttpOptions options = m_net.options();
        options.log = [&log](std::string_view line) {
            log.append(line.data(), static_cast<qsizetype>(line.size()));
        };
        {
            const auto client = m_net.client(options);
            HttpRequest request = NetFixture::ask("https://127.0.0.1:" + std::to_string(port) + "/data");
            request.secrets = {"CANARY-1234"};
            request.headers = {{"X-Api-Key", "CANARY-1234"}};
            request.limits.tries = 50; // it may not listen yet
            for (int i = 0; i < 10; ++i) {
                const HttpOutcome outcome = client->get(request, {});
                VERIFY_OK(outcome.answer);
                QCOMPARE(outcome.answer->body, std::string("[1]"));
            }
        }
        server.kill();
        server.waitForFinished();
        QCOMPARE(log.count("HTTP/2 200"), 10);
        QCOMPARE(log.count("SSL connection using"), 1);
        QVERIFY(log.contains("x-api-key") && !log.contains("CANARY"));
    }

private:
    NetFixture m_net;
};

QTEST_GUILESS_MAIN(tst_Tls)
#include "tst_tls.moc"
