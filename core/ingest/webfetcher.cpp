// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/webfetcher.h"

#include "core/net/redaction.h"

namespace core::ingest {

using base::Result;

namespace {

constexpr base::Duration kSlowFor = std::chrono::seconds(60); ///< some searches take half a minute to begin

/// "data.sec.gov" of "https://data.sec.gov/…".
std::string hostOf(const std::string &url)
{
    const std::size_t start = url.find("://");
    if (start == std::string::npos)
        return {};
    const std::size_t stop = url.find_first_of("/?#", start + 3);
    return url.substr(start + 3, stop == std::string::npos ? stop : stop - start - 3);
}

net::HttpRequest requestOf(const FetchOrder &order)
{
    net::HttpRequest request;
    request.source = order.info.name;
    request.method = order.call.body.empty() ? "GET" : "POST";
    request.url = order.call.url;
    for (const auto &[name, value] : order.call.headers)
        request.headers.push_back({name, value});
    request.body = order.call.body;
    request.etag = order.validators.etag;
    request.lastModified = order.validators.lastModified;
    request.limits.decodedBytes = order.call.mostBytes;
    request.limits.slowFor = kSlowFor;
    request.limits.tries = 1; // the queue tries again, and remembers
    request.expectsHtml = order.call.expectsHtml;
    request.answerIsSecret = order.answerIsSecret;
    request.secrets = order.secrets;
    return request;
}

} // namespace

WebFetcher::WebFetcher(net::Transport &transport, const base::Clock &clock, LimitHost limitHost)
    : m_transport(transport)
    , m_clock(clock)
    , m_limitHost(std::move(limitHost))
{}

Result<Fetched> WebFetcher::fetch(const FetchOrder &order, const base::CancelToken &cancel)
{
    const std::string host = hostOf(order.call.url);
    if (m_limitHost && order.info.requests > 0 && order.info.per.count() > 0) {
        const std::lock_guard lock(m_mutex);
        if (m_limited.insert(host).second) {
            const double perSecond = 1e6 * order.info.requests / static_cast<double>(order.info.per.count());
            m_limitHost(host, {.perSecond = perSecond, .burst = std::max(1.0, perSecond)});
        }
    }
    net::HttpOutcome outcome = m_transport.get(requestOf(order), cancel);
    Fetched fetched;
    fetched.fetchedAt = m_clock.now();
    if (outcome.ok()) {
        net::HttpAnswer &answer = *outcome.answer;
        fetched.status = answer.status;
        fetched.isUnchanged = answer.isNotModified();
        fetched.bytes = std::move(answer.body);
        fetched.origin = std::move(answer.finalUrl);
        fetched.fetchedAt = answer.fetchedAt;
        fetched.validators = {std::move(answer.etag), std::move(answer.lastModified)};
        return fetched;
    }
    if (outcome.failure != net::HttpFailure::Status)
        return outcome.answer.error();
    fetched.status = outcome.status;
    fetched.bytes = std::move(outcome.errorBody);
    fetched.origin = net::redactText(order.call.url, order.secrets);
    if (outcome.retryAt.isValid() && outcome.retryAt > fetched.fetchedAt)
        fetched.retryAfter = outcome.retryAt - fetched.fetchedAt;
    return fetched;
}

} // namespace core::ingest
