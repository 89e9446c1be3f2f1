// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A live stream that comes back by itself, and says for which time it was deaf.
#pragma once

#include "core/base/clock.h"
#include "core/net/backoff.h"
#include "core/net/httprequest.h"
#include "core/net/networkthread.h"

#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::net {

struct WebSocketRequest {
    std::string url; ///< wss; ws only to this computer, when `allowPrivate`
    std::vector<HttpHeader> headers;
    std::vector<std::string> subscribe;    ///< sent after each connect
    std::string heartbeat;                 ///< a text sent with each ping; empty: none
    bool allowPrivate = false;             ///< addresses of this computer and of the local network
    std::uint64_t messageBytes = 4U << 20; ///< a longer message ends the connection
    base::Duration connect = std::chrono::seconds(10);
    base::Duration pingEvery = std::chrono::seconds(20);
    base::Duration pongWithin = std::chrono::seconds(10);
    BackoffOptions backoff;
    std::uint64_t seed = 0;
    std::vector<std::string> secrets; ///< as of HttpRequest
    std::string contact;              ///< as of HttpOptions
    std::filesystem::path authorities;
};

/// Nothing was received between the two instants, whatever was sent then.
struct StreamGap {
    base::Instant from; ///< of the last message; of the start, when there was none
    base::Instant to;   ///< of the first message since; of the stop, when none came any more
};

enum class StreamState : std::uint8_t { Connecting, Live, Waiting, Stopped };

/// What a stream calls, all on the network thread; each must be short.
struct StreamConsumer {
    /// A whole message, without secrets. The view ends with the call.
    std::function<void(std::string_view, base::Instant)> message;
    /// Before the first message after it, or at the stop. Exactly once for each time without a connection.
    std::function<void(const StreamGap &)> gap;
    /// With a sentence when it is Waiting: why, and for whom. May be empty.
    std::function<void(StreamState, const QString &)> state;
};

/// Connects when made and stays connected until destroyed: after a fault it waits (Backoff) and connects
/// anew; the wait grows until a message comes, so that a host which takes connections and drops them is left
/// in peace, too. Any thread but the consumer's calls.
class WebSocketClient final
{
public:
    /// Fails when the request cannot be sent. Thread and clock must outlive it.
    static base::Result<std::unique_ptr<WebSocketClient>> create(NetworkThread &thread,
                                                                 const base::Clock &clock,
                                                                 WebSocketRequest request,
                                                                 StreamConsumer consumer);
    /// Marks the gap that is open, closes; the consumer is not called after it.
    ~WebSocketClient();
    WebSocketClient(const WebSocketClient &) = delete;
    WebSocketClient &operator=(const WebSocketClient &) = delete;

private:
    class Link;
    explicit WebSocketClient(NetworkThread &thread);

    NetworkThread &m_thread;
    std::unique_ptr<Link> m_link; ///< lives on the network thread
};

} // namespace core::net
