// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers from the web.
#pragma once

#include "core/ingest/fetcher.h"
#include "core/net/ratelimiter.h"
#include "core/net/transport.h"

#include <functional>
#include <mutex>
#include <set>
#include <string>

namespace core::ingest {

/// Any worker thread. The transport must outlive it.
class WebFetcher final : public Fetcher
{
public:
    /// How often a host ("data.sec.gov") may be asked is told to `limitHost` before it is asked first; may be empty.
    using LimitHost = std::function<void(const std::string &host, net::RateLimit limit)>;

    WebFetcher(net::Transport &transport, const base::Clock &clock, LimitHost limitHost);

    base::Result<Fetched> fetch(const FetchOrder &order, const base::CancelToken &cancel) override;

private:
    net::Transport &m_transport;
    const base::Clock &m_clock;
    const LimitHost m_limitHost;
    std::mutex m_mutex; ///< guards m_limited
    std::set<std::string> m_limited;
};

} // namespace core::ingest
