// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reddit: new posts of subreddits and their comments, by ticker. A thread is an array of two listings;
// `replies` is "" when there are none; `edited` is false or the time of it; "more" stands for what was not
// sent.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/newsitems.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <QByteArray>

#include <algorithm>
#include <cmath>

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

constexpr std::string_view kListing = "listing";
constexpr std::string_view kComments = "comments";
constexpr std::string_view kAbout = "about"; ///< a subreddit: no events
constexpr std::string_view kRedditToken = "token";
constexpr std::string_view kRedditTokenAddress = "https://www.reddit.com/api/v1/access_token";
constexpr int kDeepestReply = 12; ///< of replies to replies

/// What one answer is read with.
struct RedditReading {
    Harvest &harvest;
    JsonWalk &walk;
    Posts posts;
    Instant oldest;
};

std::vector<std::string> tickersOf(const Harvest &harvest, const std::string &text)
{
    std::vector<std::string> tickers = cashtagsOf(text);
    for (std::string &word : wordsOf(text, valueOf(harvest.payload().ask.with, "tickers"))) {
        if (std::ranges::find(tickers, word) == tickers.end())
            tickers.push_back(std::move(word));
    }
    return tickers;
}

void readThing(RedditReading &reading, object thing, int depth);

void readThings(RedditReading &reading, array things, int depth)
{
    for (auto element : things) {
        object thing;
        if (element.get_object().get(thing))
            continue;
        readThing(reading, thing, depth);
    }
}

/// A post (t3) or a comment (t1) and the replies to it.
void readItem(RedditReading &reading, object item, bool isPost, int depth)
{
    Harvest &harvest = reading.harvest;
    harvest.record();
    Post post;
    const std::string subreddit = json::text(item, "subreddit");
    const std::string id = json::text(item, "id");
    post.nativeId = json::text(item, "name");
    if (post.nativeId.empty() && !id.empty())
        post.nativeId = (isPost ? "t3_" : "t1_") + id;
    const double created = json::number(item, "created_utc").value;
    const std::string title = isPost ? json::text(item, "title") : std::string();
    const std::string body = json::text(item[isPost ? "selftext" : "body"]);
    post.text = title.empty() || body.empty() ? title + body : title + '\n' + body;
    post.author = json::text(item, "author");
    if (post.author == "[deleted]")
        post.author.clear();
    const std::string path = json::text(item, "permalink");
    post.address = path.empty() ? path : "https://www.reddit.com" + path;
    post.elsewhere = subreddit.empty() ? subreddit : "r/" + subreddit;
    Meta meta;
    meta.text("kind", isPost ? "post" : "comment")
        .text("subreddit", subreddit)
        .number("comments", json::number(item, "num_comments").value)
        .number("upvote_ratio", json::number(item, "upvote_ratio").value);
    const std::string edited = json::text(item, "edited"); // false, or when
    if (!edited.empty() && edited != "false")
        meta.flag("edited", true);
    if (!json::flag(item, "score_hidden")) {
        post.value = json::number(item, "score").value;
        post.unit = "score";
    }
    if (post.nativeId.empty() || !(created > 0 && created < 1e11)) {
        harvest.refuse(post.nativeId.empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                       post.nativeId.empty() ? Tr::tr("the post has no id")
                                             : Tr::tr("the time of the post is none"),
                       post.nativeId.empty() ? post.text : post.nativeId);
    } else {
        post.at = Instant(static_cast<std::int64_t>(std::llround(created * 1e6)));
        post.tickers = tickersOf(harvest, post.text);
        if (!reading.oldest.isValid() || post.at < reading.oldest)
            reading.oldest = post.at;
        reading.posts.add(post, meta);
    }
    object replies; // "" when there are none
    if (depth < kDeepestReply && json::get(item, "replies", replies))
        readThing(reading, replies, depth + 1);
}

void readThing(RedditReading &reading, object thing, int depth)
{
    const std::string kind = json::text(thing, "kind");
    object data;
    array children;
    if (!json::get(thing, "data", data))
        return;
    if (kind == "Listing") {
        if (json::get(data, "children", children))
            readThings(reading, children, depth);
    } else if (kind == "t1" || kind == "t3") {
        readItem(reading, data, kind == "t3", depth);
    }
}

/// The children of the outermost listing one by one, so that one that is cut off costs only itself.
void readListing(RedditReading &reading, object root)
{
    object data;
    array children;
    if (!json::get(root, "data", data) || !json::get(data, "children", children))
        return reading.walk.isCut() ? reading.walk.broken() : void();
    reading.walk.each<object>(children, [&reading](object thing) { readThing(reading, thing, 0); });
}

/// The further page, when the oldest post of this one is still in the window.
void readAfter(RedditReading &reading)
{
    const Ask &ask = reading.harvest.payload().ask;
    const auto from = base::parseInstant(valueOf(ask.with, "from"));
    object root;
    object data;
    if (!from || !reading.oldest.isValid() || reading.oldest <= *from || !reading.walk.object(root) ||
        !json::get(root, "data", data))
        return;
    const std::string after = json::text(data, "after");
    if (after.empty() || after == valueOf(ask.with, "after"))
        return;
    Ask next = ask;
    next.with["after"] = after;
    reading.posts.handOn(next);
    reading.harvest.next(std::move(next));
}

/// A saved thread: {"post": {…}, "comments": [{…}]}, as some tools flatten it.
bool readSaved(RedditReading &reading, object root)
{
    object post;
    array comments;
    if (!json::get(root, "post", post))
        return false;
    readItem(reading, post, true, kDeepestReply);
    if (json::get(root, "comments", comments))
        reading.walk.each<object>(comments,
                                  [&reading](object one) { readItem(reading, one, false, kDeepestReply); });
    return true;
}

class Reddit final : public Provider
{
public:
    Reddit()
    {
        m_info.name = "reddit";
        m_info.title = Tr::tr("Reddit");
        m_info.about =
            Tr::tr("New posts of subreddits such as wallstreetbets, and how often they name a ticker.");
        m_info.licence = Tr::tr("For your own research under Reddit's terms; posts belong to their authors.");
        m_info.key = KeyNeed::Optional;
        m_info.secrets = {"client_id", "client_secret"};
        m_info.keyUrl = "https://www.reddit.com/prefs/apps";
        m_info.example = "economics";
        m_info.cadence = std::chrono::minutes(15);
        m_info.requests = 10;
        m_info.per = std::chrono::minutes(1);
        m_info.parserVersion = 2; // mentions by the hour
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        if (settings.series.empty())
            return Error{ErrorCode::BadInput,
                         Tr::tr("Name the subreddits that are to be read, such as wallstreetbets.")};
        // back to a whole hour, so that its posts can be counted
        const std::string from = base::toIso(startOf(window.from, std::chrono::hours(1)));
        std::vector<Ask> asks;
        for (const std::string &subreddit : settings.series) {
            Ask ask{std::string(kListing), {{"subreddit", subreddit}, {"from", from}}};
            for (const std::string &option : {std::string("tickers"), std::string("query")}) {
                if (const std::string value = valueOf(settings.options, option); !value.empty())
                    ask.with.emplace(option, value);
            }
            asks.push_back(std::move(ask));
        }
        return asks;
    }

    /// An app exchanges its secret for a token of a day. Without it, Reddit answers slower and less often.
    std::optional<Ask> tokenAsk(const SourceSettings &settings) const override
    {
        const bool isApp = !valueOf(settings.secrets, "client_id").empty() &&
                           !valueOf(settings.secrets, "client_secret").empty();
        return isApp ? std::optional(Ask{std::string(kRedditToken), {}}) : std::nullopt;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        if (ask.endpoint == kRedditToken)
            return tokenCall(settings);
        Call call;
        const std::string token = valueOf(settings.secrets, "access_token");
        const std::string query = valueOf(ask.with, "query");
        call.url = token.empty() ? "https://www.reddit.com/r/" : "https://oauth.reddit.com/r/";
        call.url += percentEncoded(valueOf(ask.with, "subreddit")) + (query.empty() ? "/new" : "/search");
        call.url += token.empty() ? ".json?limit=100&raw_json=1" : "?limit=100&raw_json=1";
        if (!query.empty())
            call.url += "&restrict_sr=1&sort=new&q=" + percentEncoded(query);
        if (const std::string after = valueOf(ask.with, "after"); !after.empty())
            call.url += "&after=" + percentEncoded(after);
        if (!token.empty())
            call.headers = {{"Authorization", "Bearer " + token}};
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view bytes = payload.bytes.substr(0, 2000);
        const std::size_t start = bytes.find_first_not_of(" \t\r\n");
        if (start == std::string_view::npos)
            return {};
        const auto has = [bytes](std::string_view key) { return bytes.find(key) != std::string_view::npos; };
        if (bytes[start] == '[')
            return std::string(has("\"Listing\"") ? kComments : std::string_view());
        if (bytes[start] != '{')
            return {};
        if (has("\"things\"") || has("\"post\""))
            return std::string(kComments);
        if (has("\"Listing\"") || (has("\"error\"") && has("\"message\"")))
            return std::string(kListing);
        return std::string(has("\"t5\"") ? kAbout : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = faultOfAnswer(m_info, payload))
            harvest.fail(fault->kind, fault->sentence);
        else if (payload.ask.endpoint != kAbout && payload.ask.endpoint != kRedditToken) // no news
            read(harvest);
        return harvest.take();
    }

private:
    static Call tokenCall(const SourceSettings &settings)
    {
        const std::string app =
            valueOf(settings.secrets, "client_id") + ':' + valueOf(settings.secrets, "client_secret");
        Call call;
        call.url = kRedditTokenAddress;
        call.headers = {{"Authorization", "Basic " + QByteArray::fromStdString(app).toBase64().toStdString()},
                        {"Content-Type", "application/x-www-form-urlencoded"}};
        call.body = "grant_type=client_credentials";
        return call;
    }

    static void read(Harvest &harvest)
    {
        JsonWalk walk(harvest, harvest.payload().bytes);
        RedditReading reading{harvest, walk, Posts(harvest), {}};
        const Ask &ask = harvest.payload().ask;
        const std::string subreddit = valueOf(ask.with, "subreddit");
        const bool isListing = ask.endpoint == kListing;
        if (isListing)
            reading.posts.takeUp(ask);
        object root;
        array list;
        if (walk.array(list)) { // a thread: the post, then its comments
            walk.each<object>(list, [&reading](object listing) { readThing(reading, listing, 0); });
        } else if (!walk.object(root)) {
            return harvest.fail(FaultKind::NotData, Tr::tr("Reddit sent something else than posts"));
        } else if (const std::string message = json::text(root, "message");
                   !message.empty() || !root["error"].error()) {
            const auto code = json::integer(root, "error");
            const FaultKind kind = code == 404                  ? FaultKind::NotFound
                                   : code == 429                ? FaultKind::TooMany
                                   : code == 401 || code == 403 ? FaultKind::NoAccess
                                                                : FaultKind::Refused;
            return harvest.fail(kind, Tr::tr("Reddit answered: “%1”").arg(qs(shortened(message, 200))));
        } else {
            readObject(reading, root);
        }
        if (isListing && !subreddit.empty()) // of what others saved nobody knows what lies between
            reading.posts.finish(subreddit);
        if (isListing)
            readAfter(reading);
    }

    static void readObject(RedditReading &reading, object root)
    {
        object tree;
        object data;
        array things;
        if (json::text(root, "kind") == "Listing") {
            readListing(reading, root);
        } else if (json::get(root, "json", tree)) { // the rest of a tree
            if (json::get(tree, "data", data) && json::get(data, "things", things))
                reading.walk.each<object>(things, [&reading](object thing) { readThing(reading, thing, 0); });
            else if (reading.walk.isCut())
                reading.walk.broken();
        } else if (!readSaved(reading, root)) {
            if (reading.walk.isCut())
                return reading.walk.broken();
            reading.harvest.fail(FaultKind::NotData, Tr::tr("Reddit sent something else than posts"));
        }
    }

    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeReddit()
{
    return std::make_unique<Reddit>();
}

} // namespace core::sources
