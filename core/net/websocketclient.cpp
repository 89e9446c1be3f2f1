// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/websocketclient.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/net/addresses.h"
#include "core/net/redaction.h"
#include "core/net/requestrules.h"
#include "core/net/weburl.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <utility>

namespace core::net {

using base::Duration;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;

namespace {

std::chrono::milliseconds milliseconds(Duration duration)
{
    return std::chrono::ceil<std::chrono::milliseconds>(duration);
}

} // namespace

/// The connection, on the network thread. Connecting → Live → Waiting → Connecting …, until it is destroyed.
class WebSocketClient::Link final
{
public:
    Link(const base::Clock &clock, WebSocketRequest request, WebUrl url, StreamConsumer consumer);
    ~Link();
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

private:
    void open();
    void connected();
    void received(const QByteArray &bytes);
    void quiet();
    void lost(const QString &why);
    void tell(StreamState state, const QString &sentence = {});
    void closeGap(Instant at);
    [[nodiscard]] QNetworkRequest handshake() const;

    const base::Clock &m_clock;
    WebSocketRequest m_request;
    WebUrl m_url;
    StreamConsumer m_consumer;
    Backoff m_backoff;
    Instant m_heardAt;     ///< the last message; the start before there is one
    bool m_isDeaf = false; ///< a gap is open: the connection was lost or not made, and no message came since
    bool m_isAwaitingPong = false;
    StreamState m_state = StreamState::Waiting;
    QObject m_context;
    QTimer m_timer; ///< Connecting: the patience; Live: the next ping, or the patience for the pong; Waiting:
                    ///< the end
    std::unique_ptr<QWebSocket> m_socket;
};

WebSocketClient::Link::Link(const base::Clock &clock, WebSocketRequest request, WebUrl url,
                            StreamConsumer consumer)
    : m_clock(clock)
    , m_request(std::move(request))
    , m_url(std::move(url))
    , m_consumer(std::move(consumer))
    , m_backoff(m_request.backoff, stats::Random(m_request.seed, stats::RandomPurpose::Jitter, 0))
    , m_heardAt(clock.now())
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_context, [this] { quiet(); });
    open();
}

WebSocketClient::Link::~Link()
{
    if (m_socket) {
        m_socket->disconnect(&m_context);
        m_socket->abort();
    }
    if (m_isDeaf)
        closeGap(m_clock.now());
    tell(StreamState::Stopped);
}

QNetworkRequest WebSocketClient::Link::handshake() const
{
    QNetworkRequest request(QUrl(qs(m_url.text)));
    std::string agent = "Foreshock/" FORESHOCK_VERSION;
    if (!m_request.contact.empty())
        agent += " (" + m_request.contact + ")";
    request.setRawHeader("User-Agent", QByteArray::fromStdString(agent));
    for (const HttpHeader &header : m_request.headers)
        request.setRawHeader(QByteArray::fromStdString(header.name), QByteArray::fromStdString(header.value));
    return request;
}

void WebSocketClient::Link::open()
{
    // a new one each time: nothing of a broken connection is left
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    m_socket->setMaxAllowedIncomingMessageSize(m_request.messageBytes);
    m_socket->setMaxAllowedIncomingFrameSize(m_request.messageBytes);
    if (m_url.scheme == "wss") {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        if (!m_request.authorities.empty())
            tls.setCaCertificates(QSslCertificate::fromPath(qs(m_request.authorities.string())));
        m_socket->setSslConfiguration(tls);
    }
    QObject::connect(m_socket.get(), &QWebSocket::connected, &m_context, [this] { connected(); });
    QObject::connect(m_socket.get(), &QWebSocket::textMessageReceived, &m_context,
                     [this](const QString &text) { received(text.toUtf8()); });
    QObject::connect(m_socket.get(), &QWebSocket::binaryMessageReceived, &m_context,
                     [this](const QByteArray &bytes) { received(bytes); });
    QObject::connect(m_socket.get(), &QWebSocket::pong, &m_context, [this] {
        m_isAwaitingPong = false;
        m_timer.start(milliseconds(m_request.pingEvery));
    });
    QObject::connect(m_socket.get(), &QWebSocket::disconnected, &m_context, [this] {
        const QString reason = m_socket->closeReason();
        lost(reason.isEmpty() ? m_socket->errorString() : reason);
    });
    QObject::connect(m_socket.get(), qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), &m_context,
                     [this](QAbstractSocket::SocketError) { lost(m_socket->errorString()); });
    tell(StreamState::Connecting);
    m_timer.start(milliseconds(m_request.connect));
    m_socket->open(handshake());
}

void WebSocketClient::Link::connected()
{
    if (!m_request.allowPrivate && !isPublicAddress(m_socket->peerAddress().toString().toStdString())) {
        lost(Tr::tr("the name leads to this computer or the local network"));
        return;
    }
    tell(StreamState::Live);
    m_isAwaitingPong = false;
    m_timer.start(milliseconds(m_request.pingEvery));
    for (const std::string &message : m_request.subscribe)
        m_socket->sendTextMessage(qs(message));
}

void WebSocketClient::Link::received(const QByteArray &bytes)
{
    const Instant now = m_clock.now();
    if (m_isDeaf)
        closeGap(now);
    m_isDeaf = false;
    m_heardAt = now;
    m_backoff.reset();
    if (m_consumer.message) {
        const std::string_view whole(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        m_consumer.message(m_request.secrets.empty() ? whole : redactSecrets(whole, m_request.secrets), now);
    }
}

/// The timer: what it means depends on the state.
void WebSocketClient::Link::quiet()
{
    switch (m_state) {
    case StreamState::Connecting:
        lost(Tr::tr("no connection in time"));
        break;
    case StreamState::Live:
        if (m_isAwaitingPong) {
            lost(Tr::tr("it no longer answers"));
            break;
        }
        m_isAwaitingPong = true;
        m_socket->ping();
        if (!m_request.heartbeat.empty())
            m_socket->sendTextMessage(qs(m_request.heartbeat));
        m_timer.start(milliseconds(m_request.pongWithin));
        break;
    case StreamState::Waiting:
        open();
        break;
    case StreamState::Stopped:
        break;
    }
}

void WebSocketClient::Link::lost(const QString &why)
{
    if (m_state == StreamState::Waiting || m_state == StreamState::Stopped)
        return; // an error and the disconnect that follows it are one loss
    m_isDeaf = true;
    const Duration wait = m_backoff.next();
    m_socket->disconnect(&m_context);
    m_socket->abort();
    // we may be in one of its signals
    m_socket.release()->deleteLater();
    m_timer.start(milliseconds(wait));
    const std::string reason = redactText(base::utf8(why), m_request.secrets);
    tell(StreamState::Waiting, Tr::tr("The stream of “%1” broke off (%2): it is tried again by itself.")
                                   .arg(qs(m_url.host), qs(reason)));
}

void WebSocketClient::Link::tell(StreamState state, const QString &sentence)
{
    m_state = state;
    if (m_consumer.state)
        m_consumer.state(state, sentence);
}

void WebSocketClient::Link::closeGap(Instant at)
{
    if (m_consumer.gap)
        m_consumer.gap({m_heardAt, at});
}

Result<std::unique_ptr<WebSocketClient>> WebSocketClient::create(NetworkThread &thread,
                                                                 const base::Clock &clock,
                                                                 WebSocketRequest request,
                                                                 StreamConsumer consumer)
{
    if (const auto fault = headerFault(request.headers); !fault.isEmpty())
        return Error{ErrorCode::BadInput, fault};
    if (const auto fault = secretFault(request.secrets); !fault.isEmpty())
        return Error{ErrorCode::BadInput, fault};
    if (!isHeaderText(request.contact))
        return Error{ErrorCode::BadInput, contactFault()};
    auto url = parseWebUrl(request.url);
    if (!url)
        return url.error();
    const bool isLoopback = url->host == "127.0.0.1" || url->host == "[::1]" || url->host == "localhost";
    if (url->scheme != "wss" && !(url->scheme == "ws" && request.allowPrivate && isLoopback))
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is only listened to over wss: correct the address of the "
                            "source.")
                         .arg(qs(url->host))};
    std::unique_ptr<WebSocketClient> client(new WebSocketClient(thread));
    thread.run([&] {
        client->m_link =
            std::make_unique<Link>(clock, std::move(request), std::move(*url), std::move(consumer));
    });
    return client;
}

WebSocketClient::WebSocketClient(NetworkThread &thread)
    : m_thread(thread)
{}

WebSocketClient::~WebSocketClient()
{
    m_thread.run([this] { m_link.reset(); });
}

} // namespace core::net
