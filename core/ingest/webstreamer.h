// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Live frames from the web.
#pragma once

#include "core/ingest/streamer.h"
#include "core/net/networkthread.h"

namespace core::ingest {

/// The order as the network sends it.
net::WebSocketRequest requestOf(const StreamOrder &order);

/// Thread and clock must outlive it and its streams.
class WebStreamer : public Streamer
{
public:
    WebStreamer(net::NetworkThread &thread, const base::Clock &clock);

    base::Result<std::unique_ptr<LiveStream>> listen(const StreamOrder &order,
                                                     net::StreamConsumer consumer) override;

protected:
    /// The same for a request that was changed.
    base::Result<std::unique_ptr<LiveStream>> listenTo(net::WebSocketRequest request,
                                                       net::StreamConsumer consumer);

private:
    net::NetworkThread &m_thread;
    const base::Clock &m_clock;
};

} // namespace core::ingest
