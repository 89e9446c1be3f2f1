// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of a web server and what came back: plain values, without sockets.
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::net {

struct HttpHeader {
    std::string name;
    std::string value;
};

struct HttpLimits {
    std::uint64_t decodedBytes = 64U << 20; ///< the most an answer may hold once it is unpacked
    base::Duration connect = std::chrono::seconds(10);
    base::Duration total = std::chrono::minutes(10);   ///< for one answer, from first to last byte
    std::uint32_t slowBytes = 100;                     ///< an answer slower than this a second …
    base::Duration slowFor = std::chrono::seconds(30); ///< … for so long is given up (whole seconds)
    /// How long to wait for a host that asked for a pause or failed; if it is longer, the request fails and
    /// says when to try again.
    base::Duration patience = std::chrono::minutes(1);
    unsigned tries = 3; ///< how often a GET or HEAD is sent in all
};

struct HttpRequest {
    std::string source;         ///< who asks ("usgs"): a replay from files goes by it
    std::string method = "GET"; ///< GET, HEAD, POST, PUT or DELETE
    std::string url;
    std::vector<HttpHeader> headers;
    std::string body;
    std::string etag;         ///< of the answer we have: asks for it only if it has changed
    std::string lastModified; ///< likewise
    HttpLimits limits;
    bool allowHttp = false;      ///< only when the user has configured this very address
    bool allowPrivate = false;   ///< likewise: addresses of this computer and of the local network
    bool expectsHtml = false;    ///< otherwise a web page (a login page, an error page) is a failure
    bool answerIsSecret = false; ///< the answer brings a token: it is never recorded
    /// Keys, tokens and passwords of the request, each of 6 bytes or more: they are taken out of answers,
    /// logs and sentences.
    std::vector<std::string> secrets;
};

struct HttpAnswer {
    int status = 0; ///< below 400
    std::string etag;
    std::string lastModified;
    std::string contentType;
    std::string body;     ///< decoded, without the secrets of the request
    std::string finalUrl; ///< after redirects, without secrets
    base::Instant fetchedAt;
    std::uint64_t bytesOnWire = 0; ///< headers and packed body, of redirects and failed tries too
    bool fromCassette = false;

    [[nodiscard]] bool isNotModified() const { return status == 304; }
};

/// What kind of failure it is, for programs.
enum class HttpFailure : std::uint8_t {
    None,
    Refused,     ///< the request itself cannot be sent
    Unreachable, ///< no network, no such host, nobody answers there
    Tls,         ///< the host cannot prove who it is, or speaks no safe TLS
    Stalled,     ///< too slow for too long
    Broken,      ///< the connection ended early, or what came is not HTTP
    TooLarge,
    Redirect, ///< it points to where we do not go
    Address,  ///< its name stands for an address of this computer or of the local network
    Status,   ///< the server said no: see `status`
    NotData,  ///< a web page where data were expected
    Paused,   ///< it has asked for, or earned, a pause longer than the request's patience
    NotRecorded,
    Storage, ///< the answer could not be recorded
    Cancelled,
};

/// The answer, or why there is none, with what a schedule needs to go on.
struct HttpOutcome {
    base::Result<HttpAnswer> answer;
    HttpFailure failure = HttpFailure::None;
    int status = 0;        ///< of a failure, when the server sent one
    base::Instant retryAt; ///< not before; missing when trying again is not known to help
    std::string errorBody; ///< the beginning of what the server said with its refusal, without secrets

    [[nodiscard]] bool ok() const { return answer.ok(); }
};

} // namespace core::net
