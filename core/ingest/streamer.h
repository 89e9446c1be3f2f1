// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where live frames come from.
#pragma once

#include "core/net/websocketclient.h"
#include "core/sources/provider.h"

#include <memory>
#include <string>
#include <vector>

namespace core::ingest {

/// What to listen to.
struct StreamOrder {
    sources::Stream stream;
    std::vector<std::string> secrets; ///< taken out of every frame and sentence
    std::string contact;              ///< for the User-Agent
};

/// A stream that is listened to until it is destroyed; its consumer is not called after that.
class LiveStream
{
public:
    virtual ~LiveStream() = default;
};

class Streamer
{
public:
    virtual ~Streamer() = default;
    /// Begins to listen, and comes back by itself after each fault. Fails with BadInput when the order cannot
    /// be sent. Any thread but the one the consumer is called from.
    virtual base::Result<std::unique_ptr<LiveStream>> listen(const StreamOrder &order,
                                                             net::StreamConsumer consumer) = 0;
};

} // namespace core::ingest
