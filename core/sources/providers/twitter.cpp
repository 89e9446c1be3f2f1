// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Twitter (now X): posts of the search and the stream (version 2, and posts of version 1.1 as others saved
// them), and how many there are of a subject. One answer a line; ids are texts; `errors` may stand beside
// `data`; a stream may end with an error and half a line.
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/dates.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/newsitems.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

constexpr std::string_view kSearch = "search"; ///< and streams, look-ups, saved posts
constexpr std::string_view kCounts = "counts";
constexpr std::string_view kUsers = "users"; ///< no events
constexpr std::string_view kTwitterServer = "https://api.twitter.com/2/tweets/";
constexpr std::chrono::seconds kTwitterLag(30); ///< it refuses an end within ten seconds of the request
constexpr std::chrono::hours kTwitterReach(24 * 7 - 2); ///< seven days without the archive, less a margin

/// Ids tell when they were given, to the millisecond, since November 2010.
Instant instantOfId(const std::string &id)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    constexpr std::int64_t kEpoch = 1'288'834'974'657;
    if (error != std::errc() || end != id.data() + id.size() || number < (1ULL << 32U) ||
        number >= (1ULL << 63U))
        return {};
    return Instant((static_cast<std::int64_t>(number >> 22U) + kEpoch) * 1000);
}

/// "2021-04-01T15:52:31.000Z" or "Wed Jan 01 03:59:03 +0000 2014"; without one, what the id tells.
Instant instantOf(const std::string &text, const std::string &id)
{
    static const auto old = DatePattern::compile("WWW MON DD hh:mm:ss Z YYYY");
    if (const auto at = base::parseInstant(text); at && !text.empty())
        return *at;
    if (old) {
        if (const auto at = old->parse(text))
            return Instant(at->day) + at->time - at->offset.value_or(base::Duration(0));
    }
    return text.empty() ? instantOfId(id) : Instant();
}

/// Version 1.1 writes &amp;, &lt; and &gt;.
std::string tweetText(std::string text)
{
    static constexpr std::pair<std::string_view, char> kEntities[] = {
        {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}};
    for (const auto &[entity, letter] : kEntities) {
        for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
            text.replace(at, entity.size(), 1, letter);
    }
    return text;
}

/// What one file is read with; names of authors by their ids.
struct TwitterReading {
    Harvest &harvest;
    Posts posts;
    std::map<std::string, std::string> names;
    std::string refusal;
    FaultKind kind = FaultKind::Refused;
};

std::vector<std::string> tickersOf(object post, const std::string &text)
{
    std::vector<std::string> tickers;
    object entities;
    if (json::get(post, "entities", entities)) {
        for (const auto &[list, name] : {std::pair("cashtags", "tag"), std::pair("symbols", "text")}) {
            array tags;
            if (entities[list].get_array().get(tags))
                continue;
            for (auto element : tags) {
                object tag;
                if (element.get_object().get(tag))
                    continue;
                std::string ticker = base::upperCase(json::text(tag[name]));
                if (!ticker.empty() && std::ranges::find(tickers, ticker) == tickers.end())
                    tickers.push_back(std::move(ticker));
            }
        }
    }
    for (std::string &ticker : cashtagsOf(text)) {
        if (std::ranges::find(tickers, ticker) == tickers.end())
            tickers.push_back(std::move(ticker));
    }
    return tickers;
}

/// The first of the versions of a post: the id under which all of them are kept.
std::string firstVersion(object post)
{
    array versions;
    if (json::get(post, "edit_history_tweet_ids", versions)) {
        for (auto version : versions)
            return json::text(version);
    }
    return {};
}

bool isRetweet(object post)
{
    array references;
    if (!json::get(post, "referenced_tweets", references))
        return false;
    for (auto element : references) {
        object reference;
        if (!element.get_object().get(reference) && json::text(reference, "type") == "retweeted")
            return true;
    }
    return false;
}

std::string authorOf(object post, const TwitterReading &reading)
{
    for (const auto &[field, name] : {std::pair("author", "username"), std::pair("user", "screen_name")}) {
        object user;
        if (!post[field].get_object().get(user)) {
            if (std::string author = json::text(user[name]); !author.empty())
                return author;
        }
    }
    const std::string id = json::text(post, "author_id");
    const auto found = reading.names.find(id);
    return found == reading.names.end() ? std::string() : found->second;
}

void readPost(TwitterReading &reading, object row)
{
    Harvest &harvest = reading.harvest;
    harvest.record();
    Post post;
    std::string id = json::text(row, "id_str");
    if (id.empty())
        id = json::text(row, "id");
    post.text = json::text(row, "full_text");
    post.text = tweetText(post.text.empty() ? json::text(row, "text") : post.text);
    post.at = instantOf(json::text(row, "created_at"), id);
    if (id.empty() || !post.at.isValid())
        return harvest.refuse(id.empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                              id.empty() ? Tr::tr("the post has no id")
                                         : Tr::tr("the time of the post is none"),
                              id.empty() ? post.text : id);
    post.nativeId = firstVersion(row);
    const bool isEdited = !post.nativeId.empty() && post.nativeId != id;
    if (post.nativeId.empty())
        post.nativeId = id;
    post.address = "https://twitter.com/i/web/status/" + id;
    post.author = authorOf(row, reading);
    post.elsewhere = post.author.empty() ? post.author : '@' + post.author;
    post.tickers = tickersOf(row, post.text);
    Meta meta;
    object metrics;
    if (json::get(row, "public_metrics", metrics)) {
        post.value = json::number(metrics, "like_count").value;
        meta.number("retweets", json::number(metrics, "retweet_count").value)
            .number("replies", json::number(metrics, "reply_count").value)
            .number("quotes", json::number(metrics, "quote_count").value);
    } else {
        post.value = json::number(row, "favorite_count").value;
        meta.number("retweets", json::number(row, "retweet_count").value);
    }
    post.unit = "likes";
    meta.text("language", json::text(row, "lang"));
    object original;
    if (isRetweet(row) || json::get(row, "retweeted_status", original))
        meta.flag("retweet", true);
    if (isEdited)
        meta.flag("edited", true);
    reading.posts.add(post, meta);
}

void readCount(Harvest &harvest, object row, const std::string &subject)
{
    harvest.record();
    const auto start = base::parseInstant(json::text(row, "start"));
    const auto end = base::parseInstant(json::text(row, "end"));
    const auto count = json::integer(row, "tweet_count");
    if (!start || !end || *end <= *start)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the span of the count is none"), {});
    if (!count || *count < 0)
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the count is not a number"), {});
    const std::string id = "mentions/" + subject + '/' + base::toIso(*start);
    domain::Event &event = harvest.event("mentions", subject, id, *start);
    event.knownAt = *end;
    event.value = static_cast<double>(*count);
    event.unit = "posts";
    Meta meta;
    meta.number("seconds",
                static_cast<double>(std::chrono::duration_cast<std::chrono::seconds>(*end - *start).count()));
    event.metadata = meta.take();
}

/// "$AAPL" is AAPL, another subject stands as it is.
std::string subjectOf(const Harvest &harvest)
{
    const std::string query = valueOf(harvest.payload().ask.with, "query");
    if (query.empty())
        return "UNKNOWN";
    const std::vector<std::string> tickers = cashtagsOf(query);
    return tickers.size() == 1 && tickers.front().size() + 1 == query.size() ? tickers.front() : query;
}

void readNames(TwitterReading &reading, object root)
{
    object includes;
    array users;
    if (!json::get(root, "includes", includes) || !json::get(includes, "users", users))
        return;
    for (auto element : users) {
        object user;
        if (element.get_object().get(user))
            continue;
        std::string id = json::text(user, "id");
        reading.names.insert_or_assign(std::move(id), json::text(user, "username"));
    }
}

/// {"errors":[{"title":…}]} or {"title":"Unauthorized","status":401}: no posts.
void noteRefusal(TwitterReading &reading, object root)
{
    std::string sentence = json::text(root, "detail");
    if (sentence.empty())
        sentence = json::text(root, "title");
    auto status = json::integer(root, "status");
    array errors;
    if (json::get(root, "errors", errors)) {
        for (auto element : errors) {
            object error;
            if (element.get_object().get(error))
                break;
            for (const char *key : {"detail", "message", "title"}) {
                if (sentence.empty())
                    sentence = json::text(error[key]);
            }
            if (json::integer(error, "code") == 88)
                status = 429;
        }
    }
    reading.refusal = sentence.empty() ? "error" : sentence;
    reading.kind = status == 429                    ? FaultKind::TooMany
                   : status == 401 || status == 403 ? FaultKind::NoAccess
                   : status == 404                  ? FaultKind::NotFound
                   : status == 503                  ? FaultKind::Unavailable
                                                    : FaultKind::Refused;
    reading.harvest.record();
    reading.harvest.refuse(RefusalKind::LeftOut, Tr::tr("Twitter says an error in the place of posts"),
                           reading.refusal);
}

void readNext(TwitterReading &reading, object root)
{
    object about;
    if (!json::get(root, "meta", about))
        return;
    const std::string token = json::text(about, "next_token");
    const Ask &ask = reading.harvest.payload().ask;
    if (token.empty() || !ask.with.contains("query") || token == valueOf(ask.with, "next_token"))
        return;
    Ask next = ask;
    next.with["next_token"] = token;
    reading.harvest.next(std::move(next));
}

void readLine(TwitterReading &reading, std::string_view line)
{
    Harvest &harvest = reading.harvest;
    JsonWalk walk(harvest, line);
    object root;
    object data;
    array list;
    if (!walk.object(root))
        return walk.broken();
    readNames(reading, root);
    if (!walk.object(root))
        return;
    const bool isCounts = harvest.payload().ask.endpoint == kCounts;
    if (json::get(root, "data", list)) {
        const std::string subject = isCounts ? subjectOf(harvest) : std::string();
        walk.each<object>(list, [&](object row) {
            if (isCounts)
                readCount(harvest, row, subject);
            else
                readPost(reading, row);
        });
        if (walk.object(root))
            readNext(reading, root);
        return;
    }
    if (walk.isCut())
        return walk.broken(); // what is only half there may lack what matters
    if (!walk.object(root))
        return;
    if (json::get(root, "data", data)) // of the stream
        return readPost(reading, data);
    if (!walk.object(root))
        return;
    const bool isPost = !root["text"].error() || !root["full_text"].error();
    const bool isRefusal = !root["errors"].error() || !root["title"].error() || !root["detail"].error();
    if (!walk.object(root))
        return;
    if (isPost)
        readPost(reading, root);
    else if (isRefusal)
        noteRefusal(reading, root);
    // an answer of no posts has only "meta"
}

class Twitter final : public Provider
{
public:
    Twitter()
    {
        m_info.name = "twitter";
        m_info.title = Tr::tr("Twitter");
        m_info.about = Tr::tr("Posts that name a ticker or a subject, and how many there are an hour.");
        m_info.licence =
            Tr::tr("For your own research under the terms of your plan; posts belong to their authors.");
        m_info.key = KeyNeed::Needed;
        m_info.secrets = {"bearer_token"};
        m_info.keyUrl = "https://developer.twitter.com/en/portal/dashboard";
        m_info.example = "economy";
        m_info.cadence = std::chrono::minutes(15);
        m_info.requests = 60;
        m_info.per = std::chrono::minutes(15);
        m_info.parserVersion = 2; // mentions by the hour
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        if (settings.series.empty())
            return Error{ErrorCode::BadInput,
                         Tr::tr("Name what is to be searched for on Twitter, such as $AAPL.")};
        const bool hasAll = valueOf(settings.options, "archive") == "yes";
        const Instant from = hasAll ? window.from : std::max(window.from, window.to - kTwitterReach);
        const Instant to = startOf(window.to - kTwitterLag, std::chrono::seconds(1));
        std::vector<Ask> asks;
        for (const std::string &query : settings.series) {
            std::map<std::string, std::string> with = {{"query", query}, {"to", base::toIso(to)}};
            if (hasAll)
                with.emplace("archive", "yes");
            // whole hours, so that each is one event however often it is asked for
            with["from"] = base::toIso(startOf(from, std::chrono::hours(1)));
            asks.push_back({std::string(kCounts), with});
            with["from"] = base::toIso(startOf(from, std::chrono::seconds(1)));
            if (valueOf(settings.options, "posts") != "no")
                asks.push_back({std::string(kSearch), std::move(with)});
        }
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        const std::string token = valueOf(settings.secrets, "bearer_token");
        if (token.empty())
            return Error{ErrorCode::BadInput,
                         Tr::tr("Twitter needs a bearer token; enter it under Sources.")};
        Call call;
        call.headers = {{"Authorization", "Bearer " + token}};
        call.url = std::string(kTwitterServer) + (ask.endpoint == kCounts ? "counts/" : "search/") +
                   (valueOf(ask.with, "archive") == "yes" ? "all" : "recent") +
                   "?query=" + percentEncoded(valueOf(ask.with, "query")) +
                   "&start_time=" + percentEncoded(valueOf(ask.with, "from")) +
                   "&end_time=" + percentEncoded(valueOf(ask.with, "to"));
        call.url += ask.endpoint == kCounts
                        ? "&granularity=hour"
                        : "&max_results=100&expansions=author_id&user.fields=username"
                          "&tweet.fields=created_at,lang,public_metrics,entities,referenced_tweets,author_id";
        if (const std::string next = valueOf(ask.with, "next_token"); !next.empty())
            call.url += "&next_token=" + percentEncoded(next);
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view bytes = payload.bytes;
        const std::size_t start = bytes.find_first_not_of(" \t\r\n");
        if (start == std::string_view::npos || bytes[start] != '{')
            return {};
        // the first answer as a whole: the words of one kind stand inside others too
        const std::string_view line = bytes.substr(start, bytes.find('\n', start) - start);
        simdjson::dom::parser parser;
        simdjson::dom::element first;
        if (parser.parse(line.data(), line.size()).get(first) &&
            parser.parse(bytes.data(), bytes.size()).get(first))
            return std::string(line.find("\"text\"") == std::string_view::npos ? std::string_view()
                                                                               : kSearch);
        simdjson::dom::element record;
        if (!first["data"].at(0).get(record)) {
            if (!record["tweet_count"].error())
                return std::string(kCounts);
            if (!record["username"].error())
                return std::string(kUsers);
        }
        for (const std::string_view key : {"text", "full_text", "data", "meta", "errors", "title"}) {
            if (!first[key].error())
                return std::string(kSearch);
        }
        return {};
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        const auto fault = faultOfAnswer(m_info, payload);
        const std::size_t start = payload.bytes.find_first_not_of(" \t\r\n");
        if (fault &&
            (payload.status != 200 || start == std::string_view::npos || payload.bytes[start] != '{'))
            harvest.fail(fault->kind, fault->sentence);
        else if (start == std::string_view::npos || payload.bytes[start] != '{')
            harvest.fail(FaultKind::NotData, Tr::tr("Twitter sent something else than posts"));
        else if (payload.ask.endpoint != kUsers)
            read(harvest);
        return harvest.take();
    }

private:
    static void read(Harvest &harvest)
    {
        TwitterReading reading{harvest, Posts(harvest), {}, {}, FaultKind::Refused};
        // who is mentioned how often say the counts: a page of posts is a part of an hour, or of many
        eachAnswer(harvest.payload().bytes, [&reading](std::string_view line) { readLine(reading, line); });
        if (!reading.refusal.empty() && harvest.values().size() == 0)
            harvest.fail(reading.kind,
                         Tr::tr("Twitter answered: “%1”").arg(qs(shortened(reading.refusal, 300))));
    }

    /// Answers one a line; one that goes over several lines is one.
    template <typename Read>
    static void eachAnswer(std::string_view bytes, Read read)
    {
        const std::string_view first = bytes.substr(0, bytes.find('\n'));
        const std::size_t end = first.find_last_not_of(" \t\r");
        if (end == std::string_view::npos || first[end] != '}' || first.size() == bytes.size())
            return read(bytes);
        eachLine(bytes, read);
    }

    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeTwitter()
{
    return std::make_unique<Twitter>();
}

} // namespace core::sources
