// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A web server on loopback that does what it is told, right or wrong, and counts who came.
#pragma once

#include "tests/support/testcertificates.h"

#include <QByteArray>
#include <QList>
#include <QMap>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

class QSslSocket;

/// One request, and the way to answer it in any manner. One thread (the connection's).
class Peer final
{
public:
    Peer(QSslSocket &socket, const std::atomic<bool> &stopping);

    QByteArray method;
    QByteArray path;                      ///< with the query
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    /// False when the other side is gone or the server ends.
    bool send(const QByteArray &bytes);
    /// A whole answer with its length.
    bool answer(int status, const QByteArray &content, const QList<QByteArray> &headerLines = {});
    /// One byte each so many milliseconds.
    bool drip(const QByteArray &bytes, int milliseconds);
    /// False when the server ends or the other side has gone by then.
    bool sleep(int milliseconds);
    /// Ends the connection in an orderly way, or with a reset.
    void close();
    void reset();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    /// The next request of the connection; false when none comes.
    bool read();

private:
    QSslSocket &m_socket;
    const std::atomic<bool> &m_stopping;
    bool m_isOpen = true;
};

/// Any thread. Each connection has a thread of its own; all end with the server.
class HostileServer final
{
public:
    using Script = std::function<void(Peer &)>;
    struct Seen {
        QByteArray method;
        QByteArray path;
        QMap<QByteArray, QByteArray> headers;
        QByteArray body;
    };

    /// With an identity it speaks TLS. Port 0: any free one.
    explicit HostileServer(Script script, std::optional<TestIdentity> identity = {}, quint16 port = 0);
    ~HostileServer();
    HostileServer(const HostileServer &) = delete;
    HostileServer &operator=(const HostileServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    /// "https://localhost:PORT/path", or http.
    [[nodiscard]] std::string url(const std::string &path = "/", const std::string &host = "localhost") const;
    [[nodiscard]] std::vector<Seen> requests() const;
    [[nodiscard]] std::size_t requestCount() const;
    [[nodiscard]] unsigned connections() const { return m_connections; }
    /// The most requests that were under way at the same time.
    [[nodiscard]] unsigned mostAtOnce() const { return m_mostAtOnce; }

private:
    void listen(quint16 port);
    void serve(qintptr descriptor);

    Script m_script;
    std::optional<TestIdentity> m_identity;
    std::atomic<bool> m_stopping = false;
    std::atomic<quint16> m_port = 0;
    std::atomic<unsigned> m_connections = 0;
    std::atomic<unsigned> m_atOnce = 0;
    std::atomic<unsigned> m_mostAtOnce = 0;
    mutable std::mutex m_mutex; ///< guards m_seen and m_served
    std::vector<Seen> m_seen;
    std::vector<std::thread> m_served;
    std::thread m_listener;
};
