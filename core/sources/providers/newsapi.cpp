// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// NewsAPI: articles of some hundred thousand sources by subject, and the headlines of a country. Authors,
// contents and the ids of sources may be null, contents are cut off ("… [+1234 chars]"); limits are told with
// status 426 and 429.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/newsitems.h"
#include "core/sources/numbers.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

constexpr std::string_view kEverything = "everything";
constexpr std::string_view kHeadlines = "headlines";
constexpr std::string_view kNewsApiServer = "https://newsapi.org/v2/";
constexpr std::int64_t kNewsApiPage = 100;
/// The free plan gives one page: what follows is said to be too much, and is the end of the list.
constexpr std::string_view kEndOfPlan = "maximumResultsReached";
/// The free plan shows articles a day late. Their addresses are their ids: what is seen again costs nothing.
constexpr base::Duration kLate = std::chrono::hours(26);

/// Without line breaks and the note of how much was cut off.
std::string plainContent(std::string text)
{
    if (const std::size_t cut = text.rfind("[+"); cut != std::string::npos && text.ends_with(" chars]"))
        text.resize(cut);
    std::ranges::replace_if(
        text, [](char c) { return c == '\r' || c == '\n' || c == '\t'; }, ' ');
    return std::string(trimmed(text));
}

FaultKind newsApiFaultKind(const std::string &code)
{
    if (code == "apiKeyMissing" || code == "apiKeyInvalid" || code == "apiKeyDisabled")
        return FaultKind::NoAccess;
    if (code == "rateLimited" || code == "apiKeyExhausted")
        return FaultKind::TooMany;
    return code == "unexpectedError" ? FaultKind::Unavailable : FaultKind::Refused;
}

void fail(Harvest &harvest, const std::string &code, const std::string &message)
{
    harvest.fail(newsApiFaultKind(code),
                 Tr::tr("NewsAPI answered: “%1”").arg(qs(shortened(message.empty() ? code : message, 300))));
}

void readArticle(Harvest &harvest, object row)
{
    harvest.record();
    Article article;
    article.title = json::text(row, "title");
    article.address = json::text(row, "url");
    article.nativeId = article.address;
    article.author = json::text(row, "author");
    const auto at = base::parseInstant(json::text(row, "publishedAt"));
    object source;
    if (json::get(row, "source", source))
        article.publisher = json::text(source, "name");
    article.summary = plainContent(json::text(row, "description"));
    if (article.summary.empty())
        article.summary = plainContent(json::text(row, "content"));
    if (article.address.empty() || !at)
        return harvest.refuse(article.address.empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                              article.address.empty() ? Tr::tr("the article has no address")
                                                      : Tr::tr("the date of the article is none"),
                              article.title);
    if (article.title == "[Removed]")
        return harvest.refuse(RefusalKind::LeftOut, Tr::tr("the article was withdrawn"), article.address);
    article.at = *at;
    addArticle(harvest, article, valueOf(harvest.payload().ask.with, "entity"),
               harvest.payload().ask.with.contains("entity"), {});
}

class Newsapi final : public Provider
{
public:
    Newsapi()
    {
        m_info.name = "newsapi";
        m_info.title = Tr::tr("NewsAPI");
        m_info.about = Tr::tr(
            "Headlines and articles of many newspapers by subject; the free plan reaches a month back.");
        m_info.licence =
            Tr::tr("The free plan is for development only; articles belong to their publishers.");
        m_info.key = KeyNeed::Needed;
        m_info.secrets = {"api_key"};
        m_info.keyUrl = "https://newsapi.org/register";
        m_info.example = "economy";
        m_info.cadence = std::chrono::hours(1);
        m_info.requests = 1;
        m_info.per = std::chrono::seconds(2);
    }

    const ProviderInfo &info() const override { return m_info; }

    /// A series is a subject ("oil strike") or, as "AAPL=Apple Inc", a subject that is about an entity.
    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        std::vector<Ask> asks;
        const base::Instant from = window.isBackfill ? window.from : window.from - kLate;
        for (const std::string &series : settings.series) {
            const std::size_t equals = series.find('=');
            Ask ask{std::string(kEverything),
                    {{"query", equals == std::string::npos ? series : series.substr(equals + 1)},
                     {"from", base::toIso(from)},
                     {"to", base::toIso(window.to)},
                     {"page", "1"}}};
            if (equals != std::string::npos)
                ask.with.emplace("entity", series.substr(0, equals));
            asks.push_back(std::move(ask));
        }
        const std::string country = valueOf(settings.options, "country");
        if (!window.isBackfill && !country.empty())
            asks.push_back({std::string(kHeadlines), {{"country", country}, {"page", "1"}}});
        if (asks.empty() && country.empty())
            return Error{ErrorCode::BadInput,
                         Tr::tr("Name the subjects that NewsAPI is to be asked for, or a country.")};
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        const std::string key = valueOf(settings.secrets, "api_key");
        if (key.empty())
            return Error{ErrorCode::BadInput, Tr::tr("NewsAPI needs a key; enter it under Sources.")};
        Call call;
        call.headers = {{"X-Api-Key", key}};
        if (ask.endpoint == kHeadlines)
            call.url = std::string(kNewsApiServer) +
                       "top-headlines?country=" + percentEncoded(valueOf(ask.with, "country"));
        else
            call.url = std::string(kNewsApiServer) +
                       "everything?sortBy=publishedAt&q=" + percentEncoded(valueOf(ask.with, "query")) +
                       "&from=" + percentEncoded(valueOf(ask.with, "from")) +
                       "&to=" + percentEncoded(valueOf(ask.with, "to"));
        call.url += "&pageSize=" + std::to_string(kNewsApiPage) + "&page=" + valueOf(ask.with, "page");
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view bytes = payload.bytes.substr(0, 600);
        const std::size_t start = bytes.find_first_not_of(" \t\r\n");
        if (start == std::string_view::npos)
            return {};
        const auto has = [bytes](std::string_view key) { return bytes.find(key) != std::string_view::npos; };
        const bool isOurs = bytes[start] == '{'
                                ? has("\"status\"") && (has("\"articles\"") || has("\"code\""))
                                : bytes.starts_with("parameterInvalid") || bytes.starts_with("apiKey") ||
                                      bytes.starts_with("rateLimited");
        return std::string(isOurs ? kEverything : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        read(harvest);
        return harvest.take();
    }

private:
    void read(Harvest &harvest) const
    {
        const Payload &payload = harvest.payload();
        const std::size_t start = payload.bytes.find_first_not_of(" \t\r\n");
        const bool isJson = start != std::string_view::npos && payload.bytes[start] == '{';
        const auto fault = faultOfAnswer(m_info, payload);
        if (fault && !isJson)
            return harvest.fail(fault->kind, fault->sentence);
        if (!isJson) { // "code: sentence"
            const std::string text(payload.bytes.substr(start, 400));
            return fail(harvest, text.substr(0, text.find(':')), text);
        }
        JsonWalk walk(harvest, payload.bytes);
        object root;
        if (!walk.object(root))
            return harvest.fail(FaultKind::NotData, Tr::tr("NewsAPI sent something else than articles"));
        if (json::text(root, "status") == "error") {
            const std::string code = json::text(root, "code");
            const std::string page = valueOf(payload.ask.with, "page");
            if (code == kEndOfPlan && !page.empty() && page != "1")
                return;
            return fail(harvest, code, json::text(root, "message"));
        }
        if (fault)
            return harvest.fail(fault->kind, fault->sentence);
        const auto total = json::integer(root, "totalResults");
        array list;
        if (!json::get(root, "articles", list))
            return walk.isCut() ? walk.broken()
                                : harvest.fail(FaultKind::NotData,
                                               Tr::tr("NewsAPI sent something else than articles"));
        walk.each<object>(list, [&harvest](object row) { readArticle(harvest, row); });
        double page = 0;
        const Ask &ask = payload.ask;
        if (!total || parseNumber(valueOf(ask.with, "page"), NumberStyle(), page) != NumberState::Value ||
            page < 1 || page > 1000 || *total <= static_cast<std::int64_t>(page) * kNewsApiPage)
            return;
        Ask next = ask;
        next.with["page"] = std::to_string(static_cast<std::int64_t>(page) + 1);
        harvest.next(std::move(next));
    }

    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeNewsapi()
{
    return std::make_unique<Newsapi>();
}

} // namespace core::sources
