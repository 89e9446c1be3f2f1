// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpengine.h"

#include "core/base/tr.h"
#include "core/net/httpsentences.h"
#include "core/net/redaction.h"
#include "core/net/requestrules.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace core::net {

using base::CancelToken;
using base::Duration;
using base::Tr;

namespace {

constexpr unsigned kMostRedirects = 5;
constexpr Duration kTick = std::chrono::milliseconds(100); ///< so soon a cancellation is seen
constexpr Duration kShortestTick = std::chrono::milliseconds(1);

bool canRepeat(const HttpRequest &request)
{
    return request.method == "GET" || request.method == "HEAD";
}

/// Whether trying again later is known to help.
bool isPassing(const HttpOutcome &outcome)
{
    switch (outcome.failure) {
    case HttpFailure::Unreachable:
    case HttpFailure::Stalled:
    case HttpFailure::Broken:
        return true;
    case HttpFailure::Status:
        return outcome.status == 429 || outcome.retryAt.isValid() || outcome.status == 500 ||
               (outcome.status >= 502 && outcome.status <= 504);
    default:
        return false;
    }
}

} // namespace

struct HttpEngine::Fetch {
    HttpRequest request;
    CancelToken cancel;
    Transport::Answer answer;
    WebUrl first; ///< where the request points to
    WebUrl url;   ///< where we are, after redirects
    bool isHome = true;
    unsigned redirects = 0;
    unsigned tries = 0;
    unsigned round = 0; ///< of the lane when it was started
    std::uint64_t bytes = 0;
    std::unique_ptr<CurlTransfer> transfer;
};

/// The fetches of one host.
struct HttpEngine::Lane {
    explicit Lane(Backoff chosen)
        : backoff(std::move(chosen))
    {}

    std::deque<FetchPtr> waiting;
    unsigned active = 0;
    Backoff backoff;
    unsigned round = 0; ///< counts the pauses: those who fail together make one failure
};

HttpEngine::HttpEngine(const base::Clock &clock, HttpOptions options)
    : m_clock(clock)
    , m_options(std::move(options))
    , m_userAgent("Foreshock/" FORESHOCK_VERSION)
    , m_limiter(clock, m_options.limit)
    , m_loop([this](CURL *handle, CURLcode code) { ended(handle, code); },
             static_cast<long>(m_options.connections))
{
    if (!m_options.contact.empty())
        m_userAgent += " (" + m_options.contact + ")";
    for (const auto &[host, limit] : m_options.hostLimits)
        m_limiter.setLimit(host, limit);
    m_tick.setSingleShot(true);
    QObject::connect(&m_tick, &QTimer::timeout, &m_context, [this] {
        dropCancelled();
        pumpAll();
    });
}

HttpEngine::~HttpEngine()
{
    std::vector<FetchPtr> left;
    for (auto &[handle, fetch] : m_active) {
        m_loop.remove(handle);
        left.push_back(std::move(fetch));
    }
    m_active.clear();
    for (auto &[authority, lane] : m_lanes)
        std::ranges::move(lane.waiting, std::back_inserter(left));
    m_lanes.clear();
    for (FetchPtr &fetch : left)
        answer(std::move(fetch), cancelledOutcome());
}

/// What cannot be sent as it is; nothing of it is repeated in the sentence, for it may be a secret.
std::optional<HttpOutcome> HttpEngine::refusalOf(const HttpRequest &request) const
{
    static constexpr std::array<std::string_view, 5> methods{"GET", "HEAD", "POST", "PUT", "DELETE"};
    const auto refused = [](const QString &sentence) { return failed(HttpFailure::Refused, sentence); };
    if (std::ranges::find(methods, request.method) == methods.end())
        return refused(Tr::tr("A request is one of GET, HEAD, POST, PUT and DELETE."));
    if (const QString fault = headerFault(request.headers); !fault.isEmpty())
        return refused(fault);
    if (!isHeaderText(request.etag) || !isHeaderText(request.lastModified))
        return refused(Tr::tr("The mark of the last answer (ETag) holds a line break: fetch it anew."));
    if (const QString fault = secretFault(request.secrets); !fault.isEmpty())
        return refused(fault);
    return std::nullopt;
}

void HttpEngine::submit(HttpRequest request, CancelToken cancel, Transport::Answer answerWith)
{
    auto fetch = std::make_unique<Fetch>();
    fetch->request = std::move(request);
    fetch->cancel = std::move(cancel);
    fetch->answer = std::move(answerWith);
    if (auto refusal = refusalOf(fetch->request)) {
        answer(std::move(fetch), std::move(*refusal));
        return;
    }
    auto url = parseWebUrl(fetch->request.url);
    if (!url) {
        answer(std::move(fetch), failed(HttpFailure::Refused, url.error().message));
        return;
    }
    if (url->scheme != "https" && !(url->scheme == "http" && fetch->request.allowHttp)) {
        answer(std::move(fetch),
               failed(HttpFailure::Refused, failureSentence(HttpFailure::Refused, url->host, {}, 0)));
        return;
    }
    fetch->first = fetch->url = std::move(*url);
    Lane &lane = laneOf(fetch->url.authority());
    lane.waiting.push_back(std::move(fetch));
    pumpAll();
}

HttpEngine::Lane &HttpEngine::laneOf(const std::string &authority)
{
    const auto known = m_lanes.find(authority);
    if (known != m_lanes.end())
        return known->second;
    const stats::Random jitter(m_options.seed, stats::RandomPurpose::Jitter, m_lanesMade++);
    return m_lanes.emplace(authority, Lane(Backoff(m_options.backoff, jitter))).first->second;
}

void HttpEngine::pumpAll()
{
    Duration next = kTick;
    for (auto at = m_lanes.begin(); at != m_lanes.end();) {
        next = std::min(next, pump(at->first, at->second));
        const bool isIdle =
            at->second.waiting.empty() && at->second.active == 0 && at->second.backoff.failures() == 0;
        at = isIdle ? m_lanes.erase(at) : std::next(at);
    }
    const bool isBusy = !m_active.empty() || std::ranges::any_of(m_lanes, [](const auto &lane) {
        return !lane.second.waiting.empty();
    });
    if (isBusy)
        m_tick.start(std::chrono::ceil<std::chrono::milliseconds>(std::max(next, kShortestTick)));
    else
        m_tick.stop();
}

/// Starts what may start; how long it is until there is more to do (a tick if that is not a matter of time).
Duration HttpEngine::pump(const std::string &authority, Lane &lane)
{
    dropImpatient(authority, lane);
    while (!lane.waiting.empty()) {
        // after a failure one goes ahead, to see whether the host is back
        const unsigned most = lane.backoff.failures() > 0 ? 1 : std::max(1U, m_options.connectionsPerHost);
        if (lane.active >= most || m_active.size() >= m_options.connections)
            return kTick;
        if (const Duration wait = m_limiter.take(authority); wait > Duration(0))
            return wait;
        FetchPtr fetch = std::move(lane.waiting.front());
        lane.waiting.pop_front();
        start(std::move(fetch), lane);
    }
    return kTick;
}

/// Tells those who would have to wait for longer than they want to.
void HttpEngine::dropImpatient(const std::string &authority, Lane &lane)
{
    const Duration pause = m_limiter.pausedFor(authority);
    if (pause == Duration(0))
        return;
    const auto isPatient = [pause](const FetchPtr &fetch) { return pause <= fetch->request.limits.patience; };
    const auto kept = std::stable_partition(lane.waiting.begin(), lane.waiting.end(), isPatient);
    std::vector<FetchPtr> dropped(std::make_move_iterator(kept), std::make_move_iterator(lane.waiting.end()));
    lane.waiting.erase(kept, lane.waiting.end());
    for (FetchPtr &fetch : dropped) {
        HttpOutcome outcome = failed(HttpFailure::Paused, pausedSentence(fetch->url.host, pause));
        outcome.retryAt = m_clock.now() + pause;
        answer(std::move(fetch), std::move(outcome));
    }
}

void HttpEngine::start(FetchPtr fetch, Lane &lane)
{
    fetch->transfer =
        std::make_unique<CurlTransfer>(fetch->request, fetch->url, fetch->isHome, m_options, m_userAgent);
    CURL *handle = fetch->transfer->handle();
    if (!handle || !m_loop.add(handle)) {
        answer(std::move(fetch),
               failed(HttpFailure::Refused, Tr::tr("curl did not take the request; is there memory left?")));
        return;
    }
    ++lane.active;
    fetch->round = lane.round;
    m_active.emplace(handle, std::move(fetch));
}

void HttpEngine::dropCancelled()
{
    std::vector<FetchPtr> dropped;
    for (auto at = m_active.begin(); at != m_active.end();) {
        if (!at->second->cancel.isCancelled()) {
            ++at;
            continue;
        }
        m_loop.remove(at->first);
        --laneOf(at->second->url.authority()).active;
        dropped.push_back(std::move(at->second));
        at = m_active.erase(at);
    }
    for (auto &[authority, lane] : m_lanes) {
        const auto kept =
            std::stable_partition(lane.waiting.begin(), lane.waiting.end(),
                                  [](const FetchPtr &fetch) { return !fetch->cancel.isCancelled(); });
        std::move(kept, lane.waiting.end(), std::back_inserter(dropped));
        lane.waiting.erase(kept, lane.waiting.end());
    }
    for (FetchPtr &fetch : dropped)
        answer(std::move(fetch), cancelledOutcome());
}

void HttpEngine::ended(CURL *handle, CURLcode code)
{
    const auto found = m_active.find(handle);
    if (found == m_active.end())
        return;
    FetchPtr fetch = std::move(found->second);
    m_active.erase(found);
    --laneOf(fetch->url.authority()).active;
    fetch->bytes += fetch->transfer->bytesOnWire();
    const auto target = code == CURLE_OK ? fetch->transfer->redirect() : std::nullopt;
    HttpOutcome outcome = fetch->transfer->outcome(code, m_clock.now());
    fetch->transfer.reset();
    if (fetch->cancel.isCancelled())
        answer(std::move(fetch), cancelledOutcome());
    else if (target)
        follow(std::move(fetch), *target);
    else
        conclude(std::move(fetch), std::move(outcome));
    pumpAll();
}

void HttpEngine::follow(FetchPtr fetch, const std::string &target)
{
    const auto url = parseWebUrl(target);
    const bool isSame = url.ok() && fetch->isHome && url->hasSameOrigin(fetch->first);
    const bool isSafe =
        url.ok() && (url->scheme == "https" || (isSame && url->scheme == "http" && fetch->request.allowHttp));
    // a key in the address is for the host it was given to
    const bool leaks = url.ok() && !isSame && redactSecrets(target, fetch->request.secrets) != target;
    if (!isSafe || leaks || !canRepeat(fetch->request) || fetch->redirects >= kMostRedirects) {
        const std::string place =
            url.ok() ? url->scheme + "://" + url->authority() : redactText(target, fetch->request.secrets);
        HttpOutcome outcome = failed(HttpFailure::Redirect, redirectSentence(fetch->url.host, place));
        conclude(std::move(fetch), std::move(outcome));
        return;
    }
    laneOf(fetch->url.authority()).backoff.reset();
    ++fetch->redirects;
    fetch->isHome = isSame;
    fetch->url = *url;
    Lane &lane = laneOf(fetch->url.authority());
    lane.waiting.push_front(std::move(fetch));
}

void HttpEngine::conclude(FetchPtr fetch, HttpOutcome outcome)
{
    const std::string authority = fetch->url.authority();
    ++fetch->tries;
    if (!isPassing(outcome)) {
        if (outcome.failure != HttpFailure::Address) { // nobody was there to answer
            laneOf(authority).backoff.reset();
            m_limiter.resume(authority);
        }
        answer(std::move(fetch), std::move(outcome));
        return;
    }
    const Duration wait = noteFailure(*fetch, outcome);
    const HttpLimits &limits = fetch->request.limits;
    if (!canRepeat(fetch->request) || fetch->tries >= limits.tries || wait > limits.patience) {
        answer(std::move(fetch), std::move(outcome));
        return;
    }
    fetch->url = fetch->first;
    fetch->isHome = true;
    fetch->redirects = 0;
    Lane &lane = laneOf(fetch->first.authority());
    lane.waiting.push_front(std::move(fetch));
}

/// Leaves the host alone for a while; how long. Those who were under way together count as one failure.
Duration HttpEngine::noteFailure(const Fetch &fetch, HttpOutcome &outcome)
{
    const std::string authority = fetch.url.authority();
    Lane &lane = laneOf(authority);
    const base::Instant now = m_clock.now();
    std::optional<Duration> asked;
    if (outcome.retryAt.isValid())
        asked = outcome.retryAt - now;
    if (fetch.round == lane.round) {
        ++lane.round;
        m_limiter.pause(authority, lane.backoff.next(asked));
    } else if (asked) {
        m_limiter.pause(authority, *asked);
    }
    const Duration wait = m_limiter.pausedFor(authority);
    outcome.retryAt = now + wait;
    return wait;
}

void HttpEngine::answer(FetchPtr fetch, HttpOutcome outcome)
{
    if (outcome.answer.ok())
        outcome.answer->bytesOnWire = fetch->bytes;
    fetch->answer(std::move(outcome));
}

} // namespace core::net
