// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hostileserver.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QThread>

#include <sys/socket.h>

#include <algorithm>
#include <future>

namespace {

constexpr int kSlice = 20; // milliseconds between two looks at the end of the server

class Listener final : public QTcpServer
{
public:
    std::function<void(qintptr)> taken;

protected:
    void incomingConnection(qintptr descriptor) override { taken(descriptor); }
};

} // namespace

Peer::Peer(QSslSocket &socket, const std::atomic<bool> &stopping)
    : m_socket(socket)
    , m_stopping(stopping)
{}

bool Peer::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_isOpen && !m_stopping && (m_socket.bytesToWrite() > 0 || m_socket.encryptedBytesToWrite() > 0)) {
        m_socket.waitForBytesWritten(kSlice);
        m_isOpen = m_socket.state() == QAbstractSocket::ConnectedState;
    }
    return m_isOpen && !m_stopping;
}

bool Peer::answer(int status, const QByteArray &content, const QList<QByteArray> &headerLines)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Told\r\n";
    for (const QByteArray &line : headerLines)
        head += line + "\r\n";
    head += "Content-Length: " + QByteArray::number(content.size()) + "\r\n\r\n";
    return send(method == "HEAD" ? head : head + content);
}

bool Peer::drip(const QByteArray &bytes, int milliseconds)
{
    return std::all_of(bytes.begin(), bytes.end(),
                       [&](char byte) { return send(QByteArray(1, byte)) && sleep(milliseconds); });
}

bool Peer::sleep(int milliseconds)
{
    for (int slept = 0; slept < milliseconds && !m_stopping && m_isOpen; slept += kSlice) {
        m_socket.waitForReadyRead(std::min(kSlice, milliseconds - slept));
        m_isOpen = m_socket.state() == QAbstractSocket::ConnectedState;
        if (m_socket.bytesAvailable() > 0) // then waiting returns at once
            QThread::msleep(static_cast<unsigned long>(std::min(kSlice, milliseconds - slept)));
    }
    return m_isOpen && !m_stopping;
}

void Peer::close()
{
    m_isOpen = false;
    m_socket.disconnectFromHost();
    if (m_socket.state() != QAbstractSocket::UnconnectedState)
        m_socket.waitForDisconnected(1000);
}

void Peer::reset()
{
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_isOpen = false;
    m_socket.abort();
}

bool Peer::read()
{
    QByteArray bytes;
    const auto more = [&] {
        while (m_isOpen && !m_stopping) {
            if (m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(kSlice)) {
                bytes += m_socket.readAll();
                return true;
            }
            m_isOpen = m_socket.state() == QAbstractSocket::ConnectedState;
        }
        return false;
    };
    qsizetype end = -1;
    while ((end = bytes.indexOf("\r\n\r\n")) < 0) {
        if (!more())
            return false;
    }
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    if (words.size() != 3)
        return false;
    method = words[0];
    path = words[1];
    headers.clear();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        headers.insert(lines[i].left(colon).toLower(), lines[i].mid(colon + 1).trimmed());
    }
    const qsizetype length = headers.value("content-length", "0").toLongLong();
    while (bytes.size() < end + 4 + length) {
        if (!more())
            return false;
    }
    body = bytes.mid(end + 4, length);
    return true;
}

HostileServer::HostileServer(Script script, std::optional<TestIdentity> identity, quint16 port)
    : m_script(std::move(script))
    , m_identity(std::move(identity))
{
    std::promise<void> listening;
    auto isListening = listening.get_future();
    m_listener = std::thread([this, port, listening = std::move(listening)]() mutable {
        Listener listener;
        listener.taken = [this](qintptr descriptor) {
            ++m_connections;
            const std::lock_guard lock(m_mutex);
            m_served.emplace_back([this, descriptor] { serve(descriptor); });
        };
        listener.listen(QHostAddress::LocalHost, port);
        m_port = listener.serverPort();
        listening.set_value();
        while (!m_stopping)
            listener.waitForNewConnection(kSlice);
    });
    isListening.wait();
}

HostileServer::~HostileServer()
{
    m_stopping = true;
    m_listener.join();
    for (std::thread &thread : m_served)
        thread.join();
}

void HostileServer::serve(qintptr descriptor)
{
    QSslSocket socket;
    socket.setSocketDescriptor(descriptor);
    if (m_identity) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(m_identity->certificate, QSsl::Pem));
        tls.setPrivateKey(QSslKey(m_identity->key, QSsl::Ec, QSsl::Pem));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setSslConfiguration(tls);
        socket.startServerEncryption();
        if (!socket.waitForEncrypted(5000))
            return;
    }
    Peer peer(socket, m_stopping);
    while (peer.isOpen() && peer.read()) {
        {
            const std::lock_guard lock(m_mutex);
            m_seen.push_back({peer.method, peer.path, peer.headers, peer.body});
        }
        const unsigned atOnce = ++m_atOnce;
        unsigned most = m_mostAtOnce;
        while (most < atOnce && !m_mostAtOnce.compare_exchange_weak(most, atOnce)) {
        }
        m_script(peer);
        --m_atOnce;
    }
    if (peer.isOpen())
        peer.close();
}

std::string HostileServer::url(const std::string &path, const std::string &host) const
{
    return (m_identity ? "https://" : "http://") + host + ":" + std::to_string(m_port) + path;
}

std::vector<HostileServer::Seen> HostileServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

std::size_t HostileServer::requestCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen.size();
}
