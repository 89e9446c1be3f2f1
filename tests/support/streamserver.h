// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A WebSocket server on this computer that says what the test wants.
#pragma once

#include "tests/support/testcertificates.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QStringList>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>
#include <optional>

namespace support {

/// A stream's server on this thread: counts who comes and keeps what they say.
class StreamServer final : public QObject
{
public:
    explicit StreamServer(std::optional<TestIdentity> identity = {}, quint16 port = 0)
        : m_server(QStringLiteral("test"),
                   identity ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode)
    {
        if (identity) {
            QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
            tls.setLocalCertificate(QSslCertificate(identity->certificate, QSsl::Pem));
            tls.setPrivateKey(QSslKey(identity->key, QSsl::Ec, QSsl::Pem));
            m_server.setSslConfiguration(tls);
        }
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            while (QWebSocket *peer = m_server.nextPendingConnection()) {
                ++connections;
                peer->setParent(this);
                peers.append(peer);
                agents.append(QString::fromUtf8(peer->request().rawHeader("User-Agent")));
                keys.append(QString::fromUtf8(peer->request().rawHeader("X-Api-Key")));
                connect(peer, &QWebSocket::textMessageReceived, this, [this, peer](const QString &text) {
                    said.append(text);
                    if (heard)
                        heard(*peer);
                });
                connect(peer, &QWebSocket::disconnected, this, [this, peer] { peers.removeAll(peer); });
            }
        });
        m_server.listen(QHostAddress::LocalHost, port);
    }
    ~StreamServer() override
    {
        for (QWebSocket *peer : peers)
            peer->disconnect(this);
    }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void sendAll(const QString &text)
    {
        for (QWebSocket *peer : std::as_const(peers))
            peer->sendTextMessage(text);
    }
    void dropAll()
    {
        const auto all = peers;
        for (QWebSocket *peer : all)
            peer->abort();
    }

    int connections = 0;
    QList<QWebSocket *> peers;
    QStringList said;
    QStringList agents;
    QStringList keys;
    std::function<void(QWebSocket &)> heard; ///< after each message

private:
    QWebSocketServer m_server;
};

} // namespace support
