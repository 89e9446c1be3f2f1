// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/livestreams.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/ingest/asks.h"
#include "core/net/redaction.h"
#include "core/store/streamstates.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

namespace core::ingest {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using net::StreamGap;
using net::StreamState;
using sources::FaultKind;

namespace {

constexpr double kGatherSeconds = 1;                       ///< so long frames wait for others
constexpr std::size_t kGatherBytes = std::size_t(1) << 20; ///< … or until there are so many
constexpr std::size_t kMostWaiting = std::size_t(64) << 20; ///< kept in memory while the disk is slow
constexpr std::size_t kIdleBytes = 300;              ///< a longer frame is not searched for words of idleness
constexpr auto kLookAgain = std::chrono::minutes(1); ///< after a failed look-up
constexpr auto kRest = std::chrono::minutes(10);     ///< after the provider let us not in

const char *wordOf(StreamState state)
{
    switch (state) {
    case StreamState::Connecting:
        return "connecting";
    case StreamState::Live:
        return "live";
    case StreamState::Waiting:
        return "waiting";
    case StreamState::Stopped:
        break;
    }
    return "stopped";
}

} // namespace

/// What the network thread leaves for the collector's.
struct LiveStreams::Inbox {
    std::mutex mutex; ///< guards the rest
    std::string frames;
    base::Stopwatch sinceFirst; ///< of these frames
    Instant firstHeard;         ///< since the stream was opened
    Instant heardAt;
    std::vector<StreamGap> gaps;
    StreamState state = StreamState::Connecting;
    QString sentence;

    void hear(std::string_view frame, Instant at, const std::vector<std::string> &idle)
    {
        const std::lock_guard lock(mutex);
        if (!firstHeard.isValid())
            firstHeard = at;
        const bool isIdle =
            frame.size() <= kIdleBytes && std::ranges::any_of(idle, [frame](const std::string &word) {
                return frame.find(word) != std::string_view::npos;
            });
        if (!isIdle && frames.size() + frame.size() > kMostWaiting) { // said, not dropped in silence
            if (gaps.empty() || gaps.back().to != heardAt)
                gaps.push_back({heardAt, at});
            gaps.back().to = at;
        } else if (!isIdle) {
            if (frames.empty())
                sinceFirst = {};
            else
                frames += '\n';
            const std::size_t start = frames.size();
            frames += frame;
            // in JSON a line feed is a blank: it may not stand for the end of the frame
            std::replace_if(
                frames.begin() + static_cast<std::ptrdiff_t>(start), frames.end(),
                [](char c) { return c == '\n' || c == '\r'; }, ' ');
        }
        heardAt = at;
    }
};

struct LiveStreams::One {
    const sources::Provider *provider = nullptr;
    std::string settings; ///< as they were when it was opened
    sources::Stream stream;
    std::vector<std::string> secrets;
    std::shared_ptr<Inbox> inbox;
    std::unique_ptr<LiveStream> link; ///< none: it is looked up, or rests until `againAt`
    Instant againAt;
    Instant resumeFrom;   ///< until then everything was kept; missing: that is settled
    bool isFirst = false; ///< it was never listened to before: what was then is no gap
    std::string refusal;  ///< the sentence of the provider; until the next connection
    store::StreamRow saved;
    // the look-up, on a thread of its own
    base::CancelToken lookCancel;
    std::mutex lookMutex; ///< guards the next two
    std::optional<Result<std::vector<sources::Ask>>> found;
    sources::SourceSettings lookSettings;
    std::jthread looking;

    ~One()
    {
        lookCancel.cancel();
        if (looking.joinable())
            looking.join();
    }
};

LiveStreams::LiveStreams(Home home)
    : m_home(std::move(home))
{}

LiveStreams::~LiveStreams() = default;

Result<void> LiveStreams::tend()
{
    {
        auto reader = m_home.workspace.catalog().reader();
        if (!reader)
            return reader.error();
        const auto states = store::sourceStates(**reader);
        if (!states)
            return states.error();
        if (auto followed = follow(*states); !followed)
            return followed;
    }
    if (auto heard = hearRefusals(); !heard)
        return heard;
    for (auto &[source, one] : m_open) {
        if (!one->link) {
            if (auto opened = open(*one); !opened)
                return opened;
            continue;
        }
        if (auto kept = keep(*one, false); !kept)
            return kept;
    }
    return {};
}

/// Opens what the settings ask for and is not open, closes what they no longer ask for.
Result<void> LiveStreams::follow(const std::vector<store::SourceState> &states)
{
    for (const store::SourceState &state : states) {
        const sources::Provider *provider = m_home.find(state.source);
        bool isWanted = false;
        if (provider && state.enabled && !provider->info().stream.empty()) {
            const auto settings = parseSettings(state.settings);
            const auto live = settings ? settings->options.find("live")
                                       : std::map<std::string, std::string>::const_iterator();
            isWanted =
                settings && live != settings->options.end() && !live->second.empty() && live->second != "no";
        }
        const auto open = m_open.find(state.source);
        const bool isSame = open != m_open.end() && open->second->settings == state.settings;
        const bool wasOpen = open != m_open.end();
        if (wasOpen && !(isWanted && isSame)) {
            if (auto closed = close(*open->second); !closed)
                return closed;
            m_open.erase(open);
        }
        if (isWanted && !isSame) {
            auto one = std::make_unique<One>();
            one->provider = provider;
            one->settings = state.settings;
            one->saved.source = state.source;
            m_open.emplace(state.source, std::move(one));
        } else if (!isWanted && provider && !provider->info().stream.empty() && (wasOpen || !m_isSettled)) {
            auto transaction = m_home.workspace.catalog().beginWrite();
            if (!transaction)
                return transaction.error();
            if (auto gone = store::forgetStream(*transaction, state.source); !gone)
                return gone;
            if (auto done = transaction->commit(); !done)
                return done;
        }
    }
    m_isSettled = true;
    return {};
}

/// A stream that is not connected: looked up first where it has to be, begun when it is time.
Result<void> LiveStreams::open(One &one)
{
    const Instant now = m_home.workspace.clock().now();
    if (one.againAt.isValid() && now < one.againAt)
        return {};
    std::vector<sources::Ask> found;
    sources::SourceSettings settings;
    if (one.looking.joinable()) {
        std::unique_lock lock(one.lookMutex);
        if (!one.found)
            return {};
        auto looked = std::move(*one.found);
        one.found.reset();
        settings = std::move(one.lookSettings);
        lock.unlock();
        one.looking.join();
        one.looking = {};
        if (!looked) {
            one.againAt = now + kLookAgain;
            return saveState(one, "waiting", base::utf8(looked.error().message));
        }
        found = std::move(*looked);
    } else {
        auto read = m_home.settingsOf(*one.provider);
        if (!read)
            return read.error();
        settings = std::move(*read);
        if (!one.provider->streamLookups(settings).empty()) {
            lookUp(one, settings);
            return saveState(one, "connecting", {});
        }
    }
    return begin(one, settings, found);
}

/// What the provider must be asked before its stream can be described.
void LiveStreams::lookUp(One &one, const sources::SourceSettings &settings)
{
    one.lookSettings = settings;
    one.looking = std::jthread([this, &one, settings] {
        std::vector<sources::Ask> found;
        std::optional<Error> failed;
        for (const sources::Ask &ask : one.provider->streamLookups(settings)) {
            const auto order = orderOf(*one.provider, ask, settings);
            const auto answer =
                order ? m_home.fetcher.fetch(*order, one.lookCancel) : Result<Fetched>(order.error());
            if (!answer) {
                failed = answer.error();
                break;
            }
            const sources::Payload payload{.bytes = answer->bytes,
                                           .ask = ask,
                                           .origin = answer->origin,
                                           .status = answer->status,
                                           .fetchedAt = answer->fetchedAt};
            auto parsed = one.provider->parse(payload);
            if (answer->status >= 400 || parsed.fault) {
                failed = Error{ErrorCode::Network, faultOf(*one.provider, ask, *answer).sentence};
                break;
            }
            std::ranges::move(parsed.next, std::back_inserter(found));
        }
        const std::lock_guard lock(one.lookMutex);
        one.found =
            failed ? Result<std::vector<sources::Ask>>(*failed) : Result<std::vector<sources::Ask>>(found);
    });
}

Result<void> LiveStreams::begin(One &one, const sources::SourceSettings &settings,
                                const std::vector<sources::Ask> &found)
{
    const Instant now = m_home.workspace.clock().now();
    StreamOrder order;
    for (const auto &[name, secret] : settings.secrets)
        order.secrets.push_back(secret);
    order.contact = m_home.contact;
    auto stream = one.provider->stream(settings, found);
    if (!stream || !*stream) {
        one.againAt = now + kRest; // a key may be entered meanwhile
        return saveState(one, "waiting", stream ? std::string() : base::utf8(stream.error().message));
    }
    one.stream = std::move(**stream);
    order.stream = one.stream;
    if (!one.resumeFrom.isValid()) {
        auto reader = m_home.workspace.catalog().reader();
        if (!reader)
            return reader.error();
        const auto row = store::findStream(**reader, one.provider->info().name);
        if (!row)
            return row.error();
        one.isFirst = !*row || !(*row)->heardAt.isValid();
        one.resumeFrom = one.isFirst ? now : (*row)->heardAt;
        one.saved.heardAt = one.resumeFrom;
    }
    one.secrets = order.secrets;
    one.inbox = std::make_shared<Inbox>();
    const std::shared_ptr<Inbox> inbox = one.inbox;
    net::StreamConsumer consumer;
    consumer.message = [inbox, idle = one.stream.idle](std::string_view frame, Instant at) {
        inbox->hear(frame, at, idle);
    };
    consumer.gap = [inbox](const StreamGap &gap) {
        const std::lock_guard lock(inbox->mutex);
        inbox->gaps.push_back(gap);
    };
    consumer.state = [inbox](StreamState state, const QString &sentence) {
        const std::lock_guard lock(inbox->mutex);
        inbox->state = state;
        inbox->sentence = sentence;
    };
    one.refusal.clear();
    if (auto saved = saveState(one, "connecting", {}); !saved)
        return saved;
    auto link = m_home.streamer.listen(order, std::move(consumer));
    if (!link) {
        one.againAt = now + kRest;
        return saveState(one, "waiting", base::utf8(link.error().message));
    }
    one.againAt = {};
    one.link = std::move(*link);
    return {};
}

/// The link goes, what was heard stays.
Result<void> LiveStreams::close(One &one)
{
    one.lookCancel.cancel();
    if (!one.link)
        return one.saved.state.empty() ? Result<void>() : saveState(one, "stopped", one.saved.sentence);
    one.link.reset();
    if (auto kept = keep(one, true); !kept)
        return kept;
    return saveState(one, "stopped", one.refusal);
}

/// Takes from the inbox what is due to be kept.
Result<void> LiveStreams::keep(One &one, bool isEnding)
{
    std::string frames;
    std::vector<StreamGap> heard;
    Instant heardAt;
    StreamState state = StreamState::Connecting;
    QString sentence;
    {
        const std::lock_guard lock(one.inbox->mutex);
        Inbox &inbox = *one.inbox;
        const bool isDue =
            isEnding || inbox.frames.size() >= kGatherBytes || inbox.sinceFirst.seconds() >= kGatherSeconds;
        if (isDue)
            frames.swap(inbox.frames);
        state = inbox.state;
        sentence = inbox.sentence;
        if (inbox.firstHeard.isValid()) {
            heard.swap(inbox.gaps);
            if (inbox.frames.empty()) // else they are still in memory only
                heardAt = inbox.heardAt;
            if (one.resumeFrom.isValid() && !one.isFirst) {
                if (heard.empty())
                    heard.push_back({one.resumeFrom, inbox.firstHeard});
                heard.front().from = std::min(heard.front().from, one.resumeFrom);
            }
            one.resumeFrom = {};
            one.isFirst = false;
        }
        // gaps of a stream that never heard anything: the time since it was heard last is one, the next time
    }
    std::vector<store::Gap> gaps;
    for (const StreamGap &gap : heard) {
        if (gap.to > gap.from)
            gaps.push_back({one.provider->info().name, gap.from, gap.to,
                            base::utf8(Tr::tr("the live stream was not heard")), false});
    }
    // a stream of heartbeats only: how far it was heard is written a few times a minute
    const bool isHeardLate = heardAt.isValid() && (!one.saved.heardAt.isValid() ||
                                                   heardAt - one.saved.heardAt > std::chrono::seconds(20));
    if (!frames.empty() || !gaps.empty() || (heardAt.isValid() && isEnding) || isHeardLate) {
        if (auto stored = storeHeard(one, frames, std::move(gaps), heardAt); !stored)
            return stored;
    }
    if (isEnding)
        return {};
    if (state == StreamState::Live && one.saved.state != "live")
        one.refusal.clear();
    return saveState(one, wordOf(state), state == StreamState::Waiting ? base::utf8(sentence) : one.refusal);
}

/// Raw first: the frames go into the vault, then their transform into the queue.
Result<void> LiveStreams::storeHeard(One &one, const std::string &frames, std::vector<store::Gap> gaps,
                                     Instant heardAt)
{
    const std::string &name = one.provider->info().name;
    store::Workspace &workspace = m_home.workspace;
    const Instant now = workspace.clock().now();
    std::vector<store::NewIngestJob> jobs;
    if (!frames.empty()) {
        auto artifact = workspace.vault().put(name, one.stream.url, frames);
        if (!artifact)
            return artifact.error();
        jobs.push_back({.source = name,
                        .stage = store::IngestStage::Transform,
                        .what = base::toHex(artifact->sha256) + ' ' + toText(one.stream.ask),
                        .dueAt = now});
    }
    std::vector<std::vector<sources::Ask>> missed;
    if (!gaps.empty()) {
        const auto settings = m_home.settingsOf(*one.provider);
        if (!settings)
            return settings.error();
        for (store::Gap &gap : gaps) {
            auto asks = one.provider->streamGapAsks(*settings, {gap.from, gap.to, true});
            missed.push_back(asks ? std::move(*asks) : std::vector<sources::Ask>());
            gap.isFilled = !missed.back().empty();
        }
    }
    auto transaction = workspace.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        if (auto noted = store::noteGap(*transaction, gaps[i]); !noted)
            return noted;
        if (missed[i].empty())
            continue;
        auto batch = m_home.queue.addBackfill(*transaction, name, gaps[i].from, gaps[i].to);
        if (!batch)
            return batch.error();
        for (const sources::Ask &ask : missed[i])
            jobs.push_back({name, store::IngestStage::Fetch, toText(ask), now, *batch});
    }
    if (auto added = m_home.queue.add(*transaction, jobs); !added)
        return added.error();
    if (!frames.empty()) {
        const store::SourceDay day{.day = now.utcDay(), .bytes = frames.size()};
        if (auto added = store::addSourceDay(*transaction, name, day); !added)
            return added;
    }
    if (heardAt.isValid()) {
        if (auto noted = store::noteHeard(*transaction, name, heardAt); !noted)
            return noted;
        one.saved.heardAt = heardAt;
    }
    return transaction->commit();
}

Result<void> LiveStreams::saveState(One &one, const char *state, const std::string &sentence)
{
    if (one.saved.state == state && one.saved.sentence == sentence)
        return {};
    if (!one.saved.heardAt.isValid()) { // it was not begun yet: what was heard before stays known
        auto reader = m_home.workspace.catalog().reader();
        if (!reader)
            return reader.error();
        const auto row = store::findStream(**reader, one.saved.source);
        if (!row)
            return row.error();
        if (*row)
            one.saved.heardAt = (*row)->heardAt;
    }
    one.saved.state = state;
    one.saved.sentence = sentence;
    one.saved.since = m_home.workspace.clock().now();
    auto transaction = m_home.workspace.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    if (auto saved = store::saveStream(*transaction, one.saved); !saved)
        return saved;
    return transaction->commit();
}

void LiveStreams::refused(const std::string &source, const sources::AnswerFault &fault)
{
    const std::lock_guard lock(m_mutex);
    m_refused.insert_or_assign(source, fault);
}

Result<void> LiveStreams::hearRefusals()
{
    std::map<std::string, sources::AnswerFault> told;
    {
        const std::lock_guard lock(m_mutex);
        told.swap(m_refused);
    }
    for (const auto &[source, fault] : told) {
        const auto open = m_open.find(source);
        if (open == m_open.end() || !open->second->link)
            continue;
        One &one = *open->second;
        one.refusal = net::redactText(base::utf8(fault.sentence), one.secrets);
        if (fault.kind != FaultKind::NoAccess && fault.kind != FaultKind::TooMany)
            continue;
        // asked again at once it would say the same, and be annoyed
        one.link.reset();
        if (auto kept = keep(one, true); !kept)
            return kept;
        one.againAt = m_home.workspace.clock().now() + kRest;
        if (auto saved = saveState(one, "waiting", one.refusal); !saved)
            return saved;
        if (!one.resumeFrom.isValid())
            one.resumeFrom = one.saved.heardAt;
    }
    return {};
}

Result<void> LiveStreams::stop()
{
    Result<void> result;
    for (auto &[source, one] : m_open)
        one->lookCancel.cancel();
    for (auto &[source, one] : m_open) {
        if (auto closed = close(*one); !closed && result)
            result = closed.error();
    }
    m_open.clear();
    return result;
}

} // namespace core::ingest
