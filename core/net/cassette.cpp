// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cassette.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/net/redaction.h"

#include <QJsonObject>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace core::net {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::array<std::pair<HttpFailure, std::string_view>, 9> kWords{{
    {HttpFailure::Unreachable, "unreachable"},
    {HttpFailure::Tls, "tls"},
    {HttpFailure::Stalled, "stalled"},
    {HttpFailure::Broken, "broken"},
    {HttpFailure::TooLarge, "too_large"},
    {HttpFailure::Redirect, "redirect"},
    {HttpFailure::Address, "address"},
    {HttpFailure::Status, "status"},
    {HttpFailure::NotData, "not_data"},
}};

Error fileFault(const std::filesystem::path &file, int code)
{
    return {ErrorCode::Storage,
            Tr::tr("The recording “%1” cannot be written (%2): check the folder and the free "
                   "space.")
                .arg(qs(file.string()), qs(std::strerror(code)))};
}

/// All of it, and down to the disk; 0 or errno.
int writeDurably(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0 ? 0 : errno;
}

/// Written beside its place and renamed, so that it is whole or not there.
Result<void> writeFile(const std::filesystem::path &file, std::string_view bytes)
{
    const std::filesystem::path temporary = file.string() + ".tmp";
    const int descriptor =
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return fileFault(file, errno);
    const int code = writeDurably(descriptor, bytes);
    ::close(descriptor);
    if (code != 0 || ::rename(temporary.c_str(), file.c_str()) != 0) {
        const int why = code != 0 ? code : errno;
        ::unlink(temporary.c_str());
        return fileFault(file, why);
    }
    return {};
}

/// Counts the lines of the index and cuts off what a crash left after the last of them. -1: it cannot be
/// read.
int wholeLines(int index)
{
    int lines = 0;
    off_t whole = 0;
    off_t place = 0;
    std::array<char, 65536> block{};
    ssize_t got = 0;
    while ((got = ::pread(index, block.data(), block.size(), place)) > 0) {
        for (ssize_t i = 0; i < got; ++i) {
            if (block[static_cast<std::size_t>(i)] == '\n') {
                ++lines;
                whole = place + i + 1;
            }
        }
        place += got;
    }
    return got == 0 && ::ftruncate(index, whole) == 0 ? lines : -1;
}

/// A body is kept as the caller got it; one that brings a token, without what is named like one.
std::string recordable(const HttpRequest &request, std::string_view bytes)
{
    return request.answerIsSecret ? redactText(bytes, request.secrets)
                                  : redactSecrets(bytes, request.secrets);
}

QString asText(const HttpRequest &request, std::string_view text)
{
    return qs(redactText(text, request.secrets));
}

} // namespace

std::string cassetteKey(const HttpRequest &request)
{
    return request.method + " " + redactText(request.url, request.secrets) + " " +
           base::toHex(base::sha256(redactText(request.body, request.secrets)));
}

std::string_view failureWord(HttpFailure failure)
{
    const auto known = std::ranges::find(kWords, failure, &std::pair<HttpFailure, std::string_view>::first);
    return known == kWords.end() ? std::string_view() : known->second;
}

HttpFailure failureOfWord(std::string_view word)
{
    const auto known = std::ranges::find(kWords, word, &std::pair<HttpFailure, std::string_view>::second);
    return known == kWords.end() ? HttpFailure::None : known->first;
}

Result<std::unique_ptr<CassetteRecorder>> CassetteRecorder::create(std::unique_ptr<Transport> inner,
                                                                   const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder.parent_path(), error);
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        return fileFault(folder, errno);
    const std::filesystem::path file = folder / kCassetteIndex;
    const int index =
        ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (index < 0)
        return fileFault(file, errno);
    const int recorded = wholeLines(index);
    if (recorded < 0) {
        const int code = errno;
        ::close(index);
        return fileFault(file, code);
    }
    return std::unique_ptr<CassetteRecorder>(
        new CassetteRecorder(std::move(inner), folder, index, static_cast<unsigned>(recorded)));
}

CassetteRecorder::CassetteRecorder(std::unique_ptr<Transport> inner, std::filesystem::path folder, int index,
                                   unsigned recorded)
    : m_folder(std::move(folder))
    , m_index(index)
    , m_recorded(recorded)
    , m_inner(std::move(inner))
{}

CassetteRecorder::~CassetteRecorder()
{
    m_inner.reset();
    ::close(m_index);
}

void CassetteRecorder::fetch(HttpRequest request, base::CancelToken cancel, Answer answer)
{
    HttpRequest kept = request;
    m_inner->fetch(std::move(request), std::move(cancel),
                   [this, kept = std::move(kept), answer = std::move(answer)](HttpOutcome outcome) {
                       if (const auto done = record(kept, outcome); !done)
                           outcome = failed(HttpFailure::Storage, done.error().message);
                       answer(std::move(outcome));
                   });
}

Result<void> CassetteRecorder::record(const HttpRequest &request, const HttpOutcome &outcome)
{
    if (!outcome.ok() && failureWord(outcome.failure).empty())
        return {}; // it says something about us (cancelled, paused), not about the other side
    const std::lock_guard lock(m_mutex);
    QJsonObject line{{QStringLiteral("key"), qs(cassetteKey(request))},
                     {QStringLiteral("source"), asText(request, request.source)},
                     {QStringLiteral("method"), asText(request, request.method)},
                     {QStringLiteral("url"), asText(request, request.url)}};
    std::string body;
    if (outcome.ok()) {
        const HttpAnswer &answer = *outcome.answer;
        body = recordable(request, answer.body);
        line[QStringLiteral("status")] = answer.status;
        line[QStringLiteral("etag")] = asText(request, answer.etag);
        line[QStringLiteral("last_modified")] = asText(request, answer.lastModified);
        line[QStringLiteral("content_type")] = asText(request, answer.contentType);
        line[QStringLiteral("final_url")] = asText(request, answer.finalUrl);
        line[QStringLiteral("fetched_at")] = qs(base::toIso(answer.fetchedAt));
        line[QStringLiteral("bytes_on_wire")] = static_cast<double>(answer.bytesOnWire);
    } else {
        body = recordable(request, outcome.errorBody);
        line[QStringLiteral("status")] = outcome.status;
        line[QStringLiteral("failure")] = qs(failureWord(outcome.failure));
        line[QStringLiteral("message")] = asText(request, base::utf8(outcome.answer.error().message));
        line[QStringLiteral("retry_at")] = qs(base::toIso(outcome.retryAt));
    }
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "%06u.body", m_recorded + 1);
    line[QStringLiteral("file")] = QString::fromLatin1(name.data());
    line[QStringLiteral("sha256")] = qs(base::toHex(base::sha256(body)));
    if (auto written = writeFile(m_folder / name.data(), body); !written)
        return written;
    const std::string text = base::canonicalJson(line) + "\n";
    const off_t before = ::lseek(m_index, 0, SEEK_END);
    if (const int code = writeDurably(m_index, text); code != 0) {
        // half a line would spoil the next one
        const int why = ::ftruncate(m_index, before) == 0 ? code : errno;
        return fileFault(m_folder / kCassetteIndex, why);
    }
    ++m_recorded;
    return {};
}

} // namespace core::net
