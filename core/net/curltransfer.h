// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One request and its answer by curl, without redirects, under the rules that hold for every connection.
#pragma once

#include "core/net/httpclient.h"
#include "core/net/weburl.h"

#include <curl/curl.h>

#include <array>
#include <memory>
#include <optional>
#include <string>

namespace core::net {

/// One thread. Request and options must outlive it.
class CurlTransfer final
{
public:
    /// `isHome`: the address is of the request's own origin, so that its headers and permissions hold.
    CurlTransfer(const HttpRequest &request, const WebUrl &url, bool isHome, const HttpOptions &options,
                 const std::string &userAgent);
    CurlTransfer(const CurlTransfer &) = delete;
    CurlTransfer &operator=(const CurlTransfer &) = delete;

    /// Null when curl refused an option: nothing is sent with half the rules.
    [[nodiscard]] CURL *handle() const { return m_isReady ? m_curl.get() : nullptr; }
    /// What came of it, once curl has ended it.
    [[nodiscard]] HttpOutcome outcome(CURLcode code, base::Instant now);
    /// Where the answer points to, when it is a redirect.
    [[nodiscard]] std::optional<std::string> redirect() const;
    [[nodiscard]] std::uint64_t bytesOnWire() const;

private:
    static std::size_t onBody(char *bytes, std::size_t size, std::size_t count, void *self);
    static std::size_t onHeader(char *bytes, std::size_t size, std::size_t count, void *self);
    static curl_socket_t onOpen(void *self, curlsocktype purpose, curl_sockaddr *address);
    static int onConnected(void *self, char *address, char *localAddress, int port, int localPort);
    static int onLog(CURL *handle, curl_infotype kind, char *bytes, std::size_t size, void *self);

    template <typename Value>
    void set(CURLoption option, Value value);
    void setRules(const HttpOptions &options);
    void setRequest(const std::string &userAgent);
    void addHeader(const std::string &line);
    void log(std::string_view lines) const;
    [[nodiscard]] long number(CURLINFO info) const;
    [[nodiscard]] std::string header(const char *name) const;
    [[nodiscard]] HttpFailure failureOf(CURLcode code) const;
    [[nodiscard]] HttpOutcome refusal(int status, base::Instant now);
    [[nodiscard]] HttpOutcome accepted(int status, base::Instant now);

    using Headers = std::unique_ptr<curl_slist, void (*)(curl_slist *)>;

    const HttpRequest &m_request;
    WebUrl m_url;
    bool m_isHome;
    const HttpOptions &m_options;
    Headers m_headers;
    std::array<char, CURL_ERROR_SIZE> m_detail{};
    std::string m_body;
    std::uint64_t m_headerBytes = 0;
    bool m_isReady = true;
    bool m_isHeadWhole = false; ///< the blank line after the headers has come
    bool m_isTooLarge = false;
    bool m_isPrivate = false;                       ///< refused for its address
    bool m_isEnough = false;                        ///< of a refusal's body
    std::unique_ptr<CURL, void (*)(CURL *)> m_curl; ///< last: it is ended before what its callbacks use
};

} // namespace core::net
