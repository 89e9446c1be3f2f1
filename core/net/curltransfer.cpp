// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curltransfer.h"

#include "core/base/ascii.h"
#include "core/net/addresses.h"
#include "core/net/httpsentences.h"
#include "core/net/redaction.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

namespace core::net {

namespace {

constexpr std::uint64_t kHeaderBytes = 256U << 10;
constexpr std::size_t kErrorBody = 16U << 10; ///< kept of what comes with a refusal

long curlMilliseconds(base::Duration duration)
{
    return static_cast<long>(std::chrono::ceil<std::chrono::milliseconds>(duration).count());
}

bool isWebPage(std::string_view contentType, std::string_view body)
{
    const auto equalLower = [](std::string_view text, std::string_view expected) {
        return base::lowerCase(text.substr(0, expected.size())) == expected;
    };
    if (equalLower(contentType, "text/html") || equalLower(contentType, "application/xhtml"))
        return true;
    body.remove_prefix(std::min(body.find_first_not_of("\xef\xbb\xbf \t\r\n"), body.size()));
    return equalLower(body, "<!doctype html") || equalLower(body, "<html");
}

} // namespace

CurlTransfer::CurlTransfer(const HttpRequest &request, const WebUrl &url, bool isHome,
                           const HttpOptions &options, const std::string &userAgent)
    : m_request(request)
    , m_url(url)
    , m_isHome(isHome)
    , m_options(options)
    , m_headers(nullptr, &curl_slist_free_all)
    , m_curl(curl_easy_init(), &curl_easy_cleanup)
{
    m_isReady = m_curl != nullptr;
    setRules(options);
    setRequest(userAgent);
}

template <typename Value>
void CurlTransfer::set(CURLoption option, Value value)
{
    m_isReady = m_isReady && curl_easy_setopt(m_curl.get(), option, value) == CURLE_OK;
}

/// What holds for every connection, whoever asks.
void CurlTransfer::setRules(const HttpOptions &options)
{
    const HttpLimits &limits = m_request.limits;
    set(CURLOPT_PROTOCOLS_STR, m_isHome && m_request.allowHttp ? "https,http" : "https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "https");
    set(CURLOPT_FOLLOWLOCATION, 0L); // HttpEngine follows: it knows which host may see what
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!options.authorities.empty()) {
        set(CURLOPT_CAINFO, options.authorities.c_str());
        set(CURLOPT_CAPATH, static_cast<char *>(nullptr));
    }
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_PIPEWAIT, 1L);
    set(CURLOPT_PROXY, ""); // an environment variable is not to send our requests elsewhere
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    set(CURLOPT_UNRESTRICTED_AUTH, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L);      // a name server that does not answer is not to hold up a cancellation
    set(CURLOPT_ACCEPT_ENCODING, ""); // whatever curl can unpack; onBody counts what comes out
    set(CURLOPT_MAXFILESIZE_LARGE,
        static_cast<curl_off_t>(std::min<std::uint64_t>(limits.decodedBytes, INT64_MAX)));
    set(CURLOPT_CONNECTTIMEOUT_MS, curlMilliseconds(limits.connect));
    set(CURLOPT_TIMEOUT_MS, curlMilliseconds(limits.total));
    set(CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(limits.slowBytes));
    set(CURLOPT_LOW_SPEED_TIME, std::max(1L, curlMilliseconds(limits.slowFor) / 1000));
    set(CURLOPT_ERRORBUFFER, m_detail.data());
    set(CURLOPT_WRITEFUNCTION, &CurlTransfer::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_HEADERFUNCTION, &CurlTransfer::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_OPENSOCKETFUNCTION, &CurlTransfer::onOpen);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_PREREQFUNCTION, &CurlTransfer::onConnected);
    set(CURLOPT_PREREQDATA, this);
    if (options.log) {
        set(CURLOPT_VERBOSE, 1L);
        set(CURLOPT_DEBUGFUNCTION, &CurlTransfer::onLog);
        set(CURLOPT_DEBUGDATA, this);
    }
}

void CurlTransfer::setRequest(const std::string &userAgent)
{
    set(CURLOPT_URL, m_url.text.c_str());
    set(CURLOPT_USERAGENT, userAgent.c_str());
    if (m_request.method == "HEAD") {
        set(CURLOPT_NOBODY, 1L);
    } else if (m_request.method != "GET") {
        set(CURLOPT_CUSTOMREQUEST, m_request.method.c_str());
        // on a connection that turns out dead curl would send it again, and it may have been done already
        set(CURLOPT_FRESH_CONNECT, 1L);
    }
    if (m_isHome && (m_request.method == "POST" || m_request.method == "PUT" || !m_request.body.empty())) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        set(CURLOPT_POSTFIELDS, m_request.body.c_str());
        addHeader("Expect:"); // no waiting for a "100 Continue" that few send
    }
    if (m_isHome) {
        for (const HttpHeader &header : m_request.headers)
            addHeader(header.value.empty() ? header.name + ";" : header.name + ": " + header.value);
        if (!m_request.etag.empty())
            addHeader("If-None-Match: " + m_request.etag);
        if (!m_request.lastModified.empty())
            addHeader("If-Modified-Since: " + m_request.lastModified);
    }
    set(CURLOPT_HTTPHEADER, m_headers.get());
}

void CurlTransfer::addHeader(const std::string &line)
{
    curl_slist *longer = curl_slist_append(m_headers.get(), line.c_str());
    m_isReady = m_isReady && longer != nullptr;
    if (longer) {
        static_cast<void>(m_headers.release()); // the list's head is part of the longer list
        m_headers.reset(longer);
    }
}

std::size_t CurlTransfer::onBody(char *bytes, std::size_t size, std::size_t count, void *self)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    const std::size_t length = size * count;
    if (transfer.number(CURLINFO_RESPONSE_CODE) >= 400) {
        transfer.m_isEnough = transfer.m_body.size() + length > kErrorBody;
        transfer.m_body.append(bytes, std::min(length, kErrorBody - transfer.m_body.size()));
        return transfer.m_isEnough ? 0 : length;
    }
    // what is unpacked counts: a megabyte on the wire can become a gigabyte here
    transfer.m_isTooLarge = transfer.m_body.size() + length > transfer.m_request.limits.decodedBytes;
    if (transfer.m_isTooLarge)
        return 0;
    transfer.m_body.append(bytes, length);
    return length;
}

std::size_t CurlTransfer::onHeader(char *bytes, std::size_t size, std::size_t count, void *self)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    const std::string_view line(bytes, size * count);
    transfer.m_headerBytes += line.size();
    if (line.starts_with("HTTP/")) // trailers after chunks come here, too
        transfer.m_isHeadWhole = false;
    else if (line == "\r\n" || line == "\n")
        transfer.m_isHeadWhole = true;
    transfer.m_isTooLarge = transfer.m_headerBytes > kHeaderBytes;
    return transfer.m_isTooLarge ? 0 : line.size();
}

curl_socket_t CurlTransfer::onOpen(void *self, curlsocktype, curl_sockaddr *address)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    const bool isAllowed = transfer.m_isHome && transfer.m_request.allowPrivate;
    if (!isAllowed && !isPublicAddress(address->addr)) {
        transfer.m_isPrivate = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// Asked for reused connections, too, which another request with more permissions may have opened.
int CurlTransfer::onConnected(void *self, char *address, char *, int, int)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    const bool isAllowed = transfer.m_isHome && transfer.m_request.allowPrivate;
    transfer.m_isPrivate = !isAllowed && !isPublicAddress(std::string_view(address));
    return transfer.m_isPrivate ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

int CurlTransfer::onLog(CURL *, curl_infotype kind, char *bytes, std::size_t size, void *self)
{
    if (kind == CURLINFO_TEXT || kind == CURLINFO_HEADER_IN || kind == CURLINFO_HEADER_OUT)
        static_cast<const CurlTransfer *>(self)->log(std::string_view(bytes, size));
    return 0;
}

void CurlTransfer::log(std::string_view lines) const
{
    m_options.log(redactText(lines, m_request.secrets));
}

long CurlTransfer::number(CURLINFO info) const
{
    long value = 0;
    curl_easy_getinfo(m_curl.get(), info, &value);
    return value;
}

std::string CurlTransfer::header(const char *name) const
{
    curl_header *found = nullptr;
    if (curl_easy_header(m_curl.get(), name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK)
        return {};
    return redactSecrets(found->value, m_request.secrets);
}

std::optional<std::string> CurlTransfer::redirect() const
{
    char *target = nullptr;
    curl_easy_getinfo(m_curl.get(), CURLINFO_REDIRECT_URL, &target);
    return target && m_isHeadWhole ? std::optional<std::string>(target) : std::nullopt;
}

std::uint64_t CurlTransfer::bytesOnWire() const
{
    curl_off_t body = 0;
    curl_easy_getinfo(m_curl.get(), CURLINFO_SIZE_DOWNLOAD_T, &body);
    return static_cast<std::uint64_t>(body) + m_headerBytes;
}

HttpFailure CurlTransfer::failureOf(CURLcode code) const
{
    if (m_isPrivate)
        return HttpFailure::Address;
    if (m_isTooLarge)
        return HttpFailure::TooLarge;
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
        return HttpFailure::Unreachable;
    case CURLE_OPERATION_TIMEDOUT: {
        curl_off_t connected = 0; // not even the handshake came to an end
        curl_easy_getinfo(m_curl.get(), CURLINFO_PRETRANSFER_TIME_T, &connected);
        return connected == 0 ? HttpFailure::Unreachable : HttpFailure::Stalled;
    }
    case CURLE_SSL_CONNECT_ERROR: { // the same code for "no common TLS version" and for a cut line
        const std::string_view detail(m_detail.data());
        const bool isCut = number(CURLINFO_OS_ERRNO) == ECONNRESET || number(CURLINFO_OS_ERRNO) == EPIPE ||
                           detail.find("SSL_ERROR_SYSCALL") != std::string_view::npos ||
                           detail.find("unexpected eof") != std::string_view::npos;
        return isCut ? HttpFailure::Broken : HttpFailure::Tls;
    }
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_ENGINE_INITFAILED:
        return HttpFailure::Tls;
    case CURLE_FILESIZE_EXCEEDED:
    case CURLE_OUT_OF_MEMORY: // curl's word for a header line beyond its own bound, too
        return HttpFailure::TooLarge;
    case CURLE_URL_MALFORMAT:
        return HttpFailure::Refused;
    default:
        return HttpFailure::Broken;
    }
}

HttpOutcome CurlTransfer::outcome(CURLcode code, base::Instant now)
{
    const int status = static_cast<int>(number(CURLINFO_RESPONSE_CODE));
    // curl takes what ends amid the headers, or after an interim answer, for an empty answer
    if (code == CURLE_OK && (!m_isHeadWhole || status < 200))
        code = CURLE_PARTIAL_FILE;
    if (code != CURLE_OK && !m_isEnough) {
        const HttpFailure failure = failureOf(code);
        const std::string detail = m_detail[0] != '\0' ? m_detail.data() : curl_easy_strerror(code);
        const std::uint64_t allowed =
            m_headerBytes > kHeaderBytes ? kHeaderBytes : m_request.limits.decodedBytes;
        return failed(failure,
                      failureSentence(failure, m_url.host, redactText(detail, m_request.secrets), allowed));
    }
    // "not modified" that nobody asked about, or a redirect to nowhere, is no answer either
    const bool isConditional = !m_request.etag.empty() || !m_request.lastModified.empty();
    const bool isAnswer = status < 300 || (status == 304 && isConditional);
    return isAnswer ? accepted(status, now) : refusal(status, now);
}

HttpOutcome CurlTransfer::refusal(int status, base::Instant now)
{
    HttpOutcome outcome = failed(HttpFailure::Status, statusSentence(status, m_url.host));
    outcome.status = status;
    if (const auto wait = parseRetryAfter(header("Retry-After"), now))
        outcome.retryAt = now + *wait;
    outcome.errorBody = redactText(std::string_view(m_body).substr(0, kErrorBody), m_request.secrets);
    return outcome;
}

HttpOutcome CurlTransfer::accepted(int status, base::Instant now)
{
    HttpAnswer answer;
    answer.status = status;
    answer.contentType = header("Content-Type");
    if (!m_request.expectsHtml && isWebPage(answer.contentType, m_body)) {
        HttpOutcome outcome =
            failed(HttpFailure::NotData, failureSentence(HttpFailure::NotData, m_url.host, {}, 0));
        outcome.status = status;
        outcome.errorBody = redactText(std::string_view(m_body).substr(0, kErrorBody), m_request.secrets);
        return outcome;
    }
    answer.etag = header("ETag");
    answer.lastModified = header("Last-Modified");
    answer.body = m_request.secrets.empty() ? std::move(m_body) : redactSecrets(m_body, m_request.secrets);
    answer.finalUrl = redactText(m_url.text, m_request.secrets);
    answer.fetchedAt = now;
    return {std::move(answer), HttpFailure::None, 0, {}, {}};
}

} // namespace core::net
