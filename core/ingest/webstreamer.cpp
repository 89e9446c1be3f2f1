// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/webstreamer.h"

#include <utility>

namespace core::ingest {

using base::Result;

namespace {

class WebStream final : public LiveStream
{
public:
    explicit WebStream(std::unique_ptr<net::WebSocketClient> client)
        : m_client(std::move(client))
    {}

private:
    std::unique_ptr<net::WebSocketClient> m_client;
};

} // namespace

net::WebSocketRequest requestOf(const StreamOrder &order)
{
    net::WebSocketRequest request;
    request.url = order.stream.url;
    request.subscribe = order.stream.subscribe;
    request.heartbeat = order.stream.heartbeat;
    if (!request.heartbeat.empty())
        request.pingEvery = std::chrono::seconds(10); // who wants a text wants it that often
    request.secrets = order.secrets;
    request.contact = order.contact;
    return request;
}

WebStreamer::WebStreamer(net::NetworkThread &thread, const base::Clock &clock)
    : m_thread(thread)
    , m_clock(clock)
{}

Result<std::unique_ptr<LiveStream>> WebStreamer::listen(const StreamOrder &order,
                                                        net::StreamConsumer consumer)
{
    net::WebSocketRequest request = requestOf(order);
    request.seed = static_cast<std::uint64_t>(m_clock.now().micros());
    return listenTo(std::move(request), std::move(consumer));
}

Result<std::unique_ptr<LiveStream>> WebStreamer::listenTo(net::WebSocketRequest request,
                                                          net::StreamConsumer consumer)
{
    auto client = net::WebSocketClient::create(m_thread, m_clock, std::move(request), std::move(consumer));
    if (!client)
        return client.error();
    return std::unique_ptr<LiveStream>(std::make_unique<WebStream>(std::move(*client)));
}

} // namespace core::ingest
