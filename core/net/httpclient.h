// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The one way to the web: asks politely (a limit a host, pauses obeyed), safely (https, verified, capped) and
// without leaving a secret anywhere.
#pragma once

#include "core/base/clock.h"
#include "core/net/backoff.h"
#include "core/net/networkthread.h"
#include "core/net/ratelimiter.h"
#include "core/net/transport.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace core::net {

struct HttpOptions {
    std::string contact; ///< the user's mail address, told to every host: the SEC demands one
    /// Certificates (PEM) to trust instead of the system's. Nothing turns the verification off.
    std::filesystem::path authorities;
    RateLimit limit;
    std::map<std::string, RateLimit> hostLimits; ///< by host, with ":port" if it is not the usual one
    BackoffOptions backoff;
    std::uint64_t seed = 0; ///< of the jitter
    unsigned connectionsPerHost = 4;
    unsigned connections = 32;
    /// What curl does, line by line and without secrets; called on the network thread.
    std::function<void(std::string_view)> log;
};

class HttpEngine;

/// Any thread. Cookies, .netrc files, proxies and environment variables are ignored: only what a request says
/// goes out. Redirects (5 at most, of GET and HEAD only) go to https; to another host they take neither the
/// request's headers nor its permissions along. A host that fails, or says 429 or 503, is left alone
/// (Backoff, Retry-After) by all requests; then one of them tries before the others follow.
class HttpClient final : public Transport
{
public:
    /// Thread and clock must outlive it. Fails when the contact cannot stand in a header.
    static base::Result<std::unique_ptr<HttpClient>> create(NetworkThread &thread, const base::Clock &clock,
                                                            HttpOptions options);
    /// Ends what is under way; not on the network thread's own callbacks.
    ~HttpClient() override;
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    void fetch(HttpRequest request, base::CancelToken cancel, Answer answer) override;
    /// How often one host may be asked, from now on.
    void setLimit(const std::string &authority, RateLimit limit);

private:
    HttpClient(NetworkThread &thread, const base::Clock &clock, HttpOptions options);

    NetworkThread &m_thread;
    std::unique_ptr<HttpEngine> m_engine; ///< made, used and ended on the network thread
};

} // namespace core::net
