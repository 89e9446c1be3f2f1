// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What HttpClient does on the network thread: queues a host, starts, follows redirects, tries again.
#pragma once

#include "core/net/curlloop.h"
#include "core/net/curltransfer.h"
#include "core/net/httpclient.h"

#include <deque>
#include <map>
#include <memory>
#include <string>

namespace core::net {

/// Lives on the network thread. A fetch is in one of three states: waiting (in its host's lane) → active
/// (with curl) → answered; from active it goes back to waiting for a redirect or another try.
class HttpEngine final
{
public:
    HttpEngine(const base::Clock &clock, HttpOptions options);
    /// Answers everything that is under way as cancelled.
    ~HttpEngine();
    HttpEngine(const HttpEngine &) = delete;
    HttpEngine &operator=(const HttpEngine &) = delete;

    void submit(HttpRequest request, base::CancelToken cancel, Transport::Answer answer);
    void setLimit(const std::string &authority, RateLimit limit) { m_limiter.setLimit(authority, limit); }

private:
    struct Fetch;
    struct Lane;
    using FetchPtr = std::unique_ptr<Fetch>;

    [[nodiscard]] std::optional<HttpOutcome> refusalOf(const HttpRequest &request) const;
    Lane &laneOf(const std::string &authority);
    void pumpAll();
    base::Duration pump(const std::string &authority, Lane &lane);
    void dropImpatient(const std::string &authority, Lane &lane);
    void start(FetchPtr fetch, Lane &lane);
    void dropCancelled();
    void ended(CURL *handle, CURLcode code);
    void follow(FetchPtr fetch, const std::string &target);
    void conclude(FetchPtr fetch, HttpOutcome outcome);
    base::Duration noteFailure(const Fetch &fetch, HttpOutcome &outcome);
    void answer(FetchPtr fetch, HttpOutcome outcome);

    const base::Clock &m_clock;
    HttpOptions m_options;
    std::string m_userAgent;
    RateLimiter m_limiter;
    std::map<std::string, Lane> m_lanes; ///< by authority
    std::uint64_t m_lanesMade = 0;
    std::map<CURL *, FetchPtr> m_active;
    QObject m_context;
    QTimer m_tick; ///< while something waits or runs: cancellations, the ends of pauses
    CurlLoop m_loop;
};

} // namespace core::net
