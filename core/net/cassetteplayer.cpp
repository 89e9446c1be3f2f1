// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cassetteplayer.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/net/cassette.h"
#include "core/net/redaction.h"

#include <QJsonObject>

#include <fstream>
#include <optional>
#include <utility>

namespace core::net {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

std::optional<std::string> readFile(const std::filesystem::path &file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return std::nullopt;
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return in.bad() || !in ? std::nullopt : std::optional(std::move(bytes));
}

std::string textOf(const QJsonObject &line, const char *name)
{
    return base::utf8(line.value(QLatin1String(name)).toString());
}

Error damaged(const std::filesystem::path &file)
{
    return {ErrorCode::Corrupt,
            Tr::tr("The recording “%1” is missing or damaged: record it again.").arg(qs(file.string()))};
}

} // namespace

struct CassettePlayer::Recorded {
    HttpOutcome outcome; ///< without the body
    std::filesystem::path file;
    std::optional<base::Sha256> sha256;
};

struct CassettePlayer::Waiting {
    HttpRequest request;
    base::CancelToken cancel;
    Answer answer;
};

Result<CassettePlayer::Recorded> CassettePlayer::parseLine(std::string_view text,
                                                           const std::filesystem::path &folder)
{
    const Error fault{ErrorCode::Corrupt, {}}; // open() names file and line
    const auto parsed = base::parseJson(text);
    if (!parsed || !parsed->isObject())
        return fault;
    const QJsonObject line = parsed->toObject();
    const std::string name = textOf(line, "file");
    const auto sha256 = base::parseSha256(textOf(line, "sha256"));
    // a cassette may come from somebody else: its index names files of its own folder and nothing else
    if (!sha256 || name.empty() || name == ".." || std::filesystem::path(name).filename() != name ||
        textOf(line, "key").empty())
        return fault;
    const int status = line.value(QLatin1String("status")).toInt();
    const std::string word = textOf(line, "failure");
    if (!word.empty()) {
        const HttpFailure failure = failureOfWord(word);
        if (failure == HttpFailure::None)
            return fault;
        HttpOutcome outcome = failed(failure, qs(textOf(line, "message")));
        outcome.status = status;
        if (const std::string at = textOf(line, "retry_at"); !at.empty()) {
            const auto retryAt = base::parseInstant(at);
            if (!retryAt)
                return fault;
            outcome.retryAt = *retryAt;
        }
        return Recorded{std::move(outcome), folder / name, *sha256};
    }
    const auto fetchedAt = base::parseInstant(textOf(line, "fetched_at"));
    if (!fetchedAt || status < 100 || status >= 400)
        return fault;
    HttpAnswer answer;
    answer.status = status;
    answer.etag = textOf(line, "etag");
    answer.lastModified = textOf(line, "last_modified");
    answer.contentType = textOf(line, "content_type");
    answer.finalUrl = textOf(line, "final_url");
    answer.fetchedAt = *fetchedAt;
    answer.bytesOnWire =
        static_cast<std::uint64_t>(std::max(0.0, line.value(QLatin1String("bytes_on_wire")).toDouble()));
    answer.fromCassette = true;
    return Recorded{{std::move(answer), HttpFailure::None, 0, {}, {}}, folder / name, *sha256};
}

Result<std::unique_ptr<CassettePlayer>> CassettePlayer::open(const base::Clock &clock,
                                                             const std::filesystem::path &folder)
{
    const std::filesystem::path file = folder / kCassetteIndex;
    const auto text = readFile(file);
    if (!text)
        return Error{ErrorCode::NotFound,
                     Tr::tr("“%1” holds no recording (no %2).").arg(qs(folder.string()), qs(kCassetteIndex))};
    Shelf shelf;
    std::string_view rest = *text;
    for (int number = 1; rest.find('\n') != std::string_view::npos; ++number) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(line.size() + 1);
        auto recorded = parseLine(line, folder);
        if (!recorded)
            return Error{ErrorCode::Corrupt, Tr::tr("Line %1 of “%2” cannot be read: record it again.")
                                                 .arg(QString::number(number), qs(file.string()))};
        const std::string key = textOf(base::parseJson(line)->toObject(), "key");
        shelf[key].push_back(std::move(*recorded));
    }
    return std::unique_ptr<CassettePlayer>(new CassettePlayer(clock, std::move(shelf), false));
}

std::unique_ptr<CassettePlayer>
CassettePlayer::fromFiles(const base::Clock &clock,
                          std::map<std::string, std::vector<std::filesystem::path>> files)
{
    Shelf shelf;
    for (auto &[source, paths] : files) {
        for (std::filesystem::path &path : paths) {
            HttpAnswer answer;
            answer.status = 200;
            answer.finalUrl = "file:" + path.filename().string();
            answer.fromCassette = true;
            shelf[source].push_back({{std::move(answer), HttpFailure::None, 0, {}, {}}, std::move(path), {}});
        }
    }
    return std::unique_ptr<CassettePlayer>(new CassettePlayer(clock, std::move(shelf), true));
}

CassettePlayer::CassettePlayer(const base::Clock &clock, Shelf shelf, bool bySource)
    : m_clock(clock)
    , m_bySource(bySource)
    , m_shelf(std::make_unique<Shelf>(std::move(shelf)))
    , m_waiting(std::make_unique<std::deque<Waiting>>())
    , m_thread([this](const std::stop_token &stop) { play(stop); })
{}

CassettePlayer::~CassettePlayer()
{
    m_thread.request_stop();
    m_thread.join();
    for (Waiting &waiting : *m_waiting)
        waiting.answer(cancelledOutcome());
}

void CassettePlayer::fetch(HttpRequest request, base::CancelToken cancel, Answer answer)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting->push_back({std::move(request), std::move(cancel), std::move(answer)});
    }
    m_wake.notify_one();
}

void CassettePlayer::play(const std::stop_token &stop)
{
    for (;;) {
        std::optional<Waiting> next;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_waiting->empty(); }) || stop.stop_requested())
                return;
            next.emplace(std::move(m_waiting->front()));
            m_waiting->pop_front();
        }
        next->answer(next->cancel.isCancelled() ? cancelledOutcome() : outcomeOf(next->request));
    }
}

HttpOutcome CassettePlayer::outcomeOf(const HttpRequest &request)
{
    const auto found = m_shelf->find(m_bySource ? request.source : cassetteKey(request));
    if (found == m_shelf->end())
        return failed(HttpFailure::NotRecorded,
                      Tr::tr("The replay holds nothing for “%1”.")
                          .arg(qs(m_bySource ? request.source : redactText(request.url, request.secrets))));
    if (found->second.empty())
        return failed(HttpFailure::NotRecorded,
                      Tr::tr("The replay holds no further answer for “%1”.")
                          .arg(qs(m_bySource ? request.source : redactText(request.url, request.secrets))));
    Recorded recorded = std::move(found->second.front());
    found->second.pop_front();
    auto body = readFile(recorded.file);
    if (!body || (recorded.sha256 && base::sha256(*body) != *recorded.sha256)) {
        const Error fault = damaged(recorded.file);
        HttpOutcome outcome = failed(HttpFailure::Storage, fault.message);
        outcome.answer = fault;
        return outcome;
    }
    HttpOutcome &outcome = recorded.outcome;
    if (!outcome.ok()) {
        outcome.errorBody = std::move(*body);
        return std::move(outcome);
    }
    if (body->size() > request.limits.decodedBytes)
        return failed(
            HttpFailure::TooLarge,
            Tr::tr("The recording “%1” is larger than the source allows.").arg(qs(recorded.file.string())));
    outcome.answer->body = std::move(*body);
    if (!outcome.answer->fetchedAt.isValid())
        outcome.answer->fetchedAt = m_clock.now();
    return std::move(outcome);
}

} // namespace core::net
