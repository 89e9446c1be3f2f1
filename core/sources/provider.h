// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What every source of the world knows: what it is, what to ask its provider, and what an answer means.
#pragma once

#include "core/sources/batch.h"
#include "core/sources/refusals.h"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::sources {

enum class KeyNeed : std::uint8_t { None, Optional, Needed };

/// What Starter data asks of a source.
struct StarterPlan {
    int years = 0;                 ///< of the past
    std::uint64_t answerBytes = 0; ///< what one answer weighs, about: from recorded answers of its shape
    std::map<std::string, std::string> options; ///< so that the past stays small
};

struct ProviderInfo {
    std::string name; ///< also `source` of its events and its folder in the vault
    QString title;
    QString about;    ///< one sentence: what comes from there
    QString licence;  ///< one sentence: what its terms allow
    KeyNeed key = KeyNeed::None;
    std::vector<std::string> secrets; ///< names of the keys it wants ("api_key"); values live in the keyring
    std::string keyUrl;               ///< where to get them
    std::string example;       ///< a series as a person would name it; empty: it works without
    base::Duration cadence{0};        ///< between two fetches
    int requests = 1;                 ///< at most this many requests a host in …
    base::Duration per{std::chrono::seconds(1)};
    std::int32_t parserVersion = 1;
    std::string stream; ///< the endpoint that stands for the frames of its live stream; empty: it has none
    std::optional<StarterPlan> starter; ///< part of Starter data: no key, prices or events for a new user
};

/// What rows and payloads carry as parser_version: that of the parser and that of the lag rules it uses.
std::int32_t fullParserVersion(const ProviderInfo &info);

/// What the user set for a source. `secrets` come from the keyring and are never stored with the rest.
struct SourceSettings {
    std::vector<std::string> series; ///< symbols, series, markets, countries, addresses: what to follow
    std::map<std::string, std::string> options;
    std::map<std::string, std::string> secrets;
    std::string contact; ///< name and mail address for the User-Agent (the SEC demands one)
};

/// One thing to ask a provider: which of its endpoints, and with what. Holds no secret, so that it can be
/// stored, shown and compared.
struct Ask {
    std::string endpoint; ///< "observations"
    std::map<std::string, std::string> with;

    friend auto operator<=>(const Ask &, const Ask &) = default;
};

/// An Ask as a request of HTTP.
struct Call {
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body; ///< not empty: POST
    std::uint64_t mostBytes = std::uint64_t(64) << 20; ///< of the decoded answer
    bool expectsHtml = false; ///< otherwise a web page in the place of data is an error
};

/// Days asked for; both included.
struct Window {
    base::Instant from;
    base::Instant to;
    bool isBackfill = false; ///< false: what is new now
    base::Instant now{};     ///< what is not published yet cannot be asked for; missing: all of it is past
};

/// The bytes of one answer and what is known about them.
struct Payload {
    std::string_view bytes; ///< decoded and redacted, as stored in the vault
    Ask ask;                ///< endpoint empty: recorded by somebody else, to be recognised from the bytes
    std::string origin;     ///< address without secrets, or a file name
    int status = 200;
    base::Instant fetchedAt;
    base::Sha256 sha256{};
};

/// An answer that holds no data, though it may say so politely.
enum class FaultKind : std::uint8_t {
    NotFound,    ///< there is no such series or document
    TooMany,     ///< the provider's limit
    NoAccess,    ///< key missing, wrong, or not allowed to see this
    Refused,     ///< the provider says that the request is wrong
    Unavailable, ///< the provider is down or busy
    NotData,     ///< another format, a portal's page, a cut-off answer
    Artificial,  ///< made-up numbers in the place of data
};

struct AnswerFault {
    FaultKind kind = FaultKind::NotData;
    QString sentence; ///< what, why and what to do, in plain words
};

/// What one answer says.
struct Parsed {
    Batch values;
    std::string interval;      ///< of the bars
    std::uint64_t records = 0; ///< read, refused ones included
    Refusals refusals;
    std::vector<Ask> next;            ///< further pages, documents that the answer names
    std::optional<AnswerFault> fault; ///< then there are no values
    std::optional<AnswerFault> notice; ///< what a live stream says beside values: one symbol of many is unknown
};

/// A live stream of a provider: a WebSocket that is listened to for as long as the collector runs.
struct Stream {
    std::string url;                    ///< wss, without secrets
    std::vector<std::string> subscribe; ///< sent after each connect; may hold secrets
    Ask ask;                            ///< what its frames answer, gathered and joined by line feeds
    std::vector<std::string> idle; ///< short frames with one of these in them say nothing, and are not kept
    std::string heartbeat;         ///< sent now and then so that the provider does not hang up; empty: no need
};

/// One provider. Immutable; every function is pure and may be called from any thread.
class Provider
{
public:
    virtual ~Provider() = default;
    [[nodiscard]] virtual const ProviderInfo &info() const = 0;
    /// What to ask for a window of time. Fails with a sentence when the settings lack something.
    [[nodiscard]] virtual base::Result<std::vector<Ask>> asks(const SourceSettings &settings,
                                                              const Window &window) const = 0;
    /// The request for it, secrets included. Fails with a sentence when a key is missing.
    [[nodiscard]] virtual base::Result<Call> call(const Ask &ask, const SourceSettings &settings) const = 0;
    /// What to ask first for a token (RFC 6749), which the settings then hold as the secret "access_token"; nothing
    /// when calls need none.
    [[nodiscard]] virtual std::optional<Ask> tokenAsk(const SourceSettings &) const { return std::nullopt; }
    /// What must be known before streams(): the further asks that the answers name are handed to it.
    [[nodiscard]] virtual std::vector<Ask> streamLookups(const SourceSettings &) const { return {}; }
    /// Its live stream with option "live"; nothing when that is not set. Fails with a sentence when a key is missing
    /// or a word of the option is none.
    [[nodiscard]] virtual base::Result<std::optional<Stream>> stream(const SourceSettings &,
                                                                     std::span<const Ask> /*found*/) const
    {
        return std::optional<Stream>();
    }
    /// What to ask for a time the stream was deaf. As asks().
    [[nodiscard]] virtual base::Result<std::vector<Ask>> streamGapAsks(const SourceSettings &settings,
                                                                       const Window &window) const
    {
        return asks(settings, window);
    }
    /// Which endpoint a recorded answer came from; empty when none of this provider's looks like that.
    [[nodiscard]] virtual std::string recognise(const Payload &payload) const = 0;
    /// The values of an answer, in the order in which they stand there; the same bytes give the same values,
    /// except for what depends on `fetchedAt`.
    [[nodiscard]] virtual Parsed parse(const Payload &payload) const = 0;
};

/// All providers, ascending by name.
std::span<const std::unique_ptr<const Provider>> providers();
/// Null when there is none of that name.
const Provider *findProvider(std::string_view name);

} // namespace core::sources
