// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Polymarket's prices: the history of an outcome, trades, and the messages of its WebSocket.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/jsonfields.h"
#include "core/sources/livewords.h"
#include "core/sources/numbers.h"
#include "core/sources/providers/polymarket.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <cmath>

namespace core::sources::polymarket {

using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

constexpr double kJump = 0.1;
/// What stands further apart is not a jump within an hour. The points come about a minute late or early.
constexpr std::chrono::minutes kHour(75);

bool isProbability(double value)
{
    return value >= 0 && value <= 1;
}

/// One text of a list; empty when the list is shorter.
std::string textAt(json::Value value, std::size_t index)
{
    array list;
    if (value.get_array().get(list))
        return {};
    std::size_t i = 0;
    std::string found;
    for (auto element : list) {
        if (i++ == index)
            found = json::text(element);
    }
    return found;
}

struct Level {
    double price = domain::kMissing;
    double size = domain::kMissing;
};

/// The best of one side. It stands last in the lists of Polymarket, which nothing promises: the best is taken
/// wherever it stands.
Level bestOf(json::Value side, bool isBid)
{
    Level best;
    array levels;
    if (side.get_array().get(levels))
        return best;
    for (auto element : levels) {
        object one;
        if (element.get_object().get(one))
            continue;
        const Level level{json::number(one, "price").value, json::number(one, "size").value};
        if (!isProbability(level.price))
            continue;
        if (std::isnan(best.price) || (isBid ? level.price > best.price : level.price < best.price))
            best = level;
    }
    return best;
}

/// A stream that follows some outcomes is told of others as well: of the other side, of new markets.
bool isFollowed(const Payload &payload, const std::string &token)
{
    const auto &with = payload.ask.with;
    return !with.contains("only") || with.contains(token);
}

bool isFollowedMarket(const Payload &payload, object message)
{
    const auto &with = payload.ask.with;
    if (isFollowed(payload, textAt(message["assets_ids"], 0)))
        return true;
    const std::string slug = json::text(message, "slug");
    return std::ranges::any_of(with, [&slug](const auto &entry) { return entry.second == slug; });
}

void addQuote(Harvest &harvest, const std::string &token, base::Instant at, const Level &bid,
              const Level &ask)
{
    harvest.values().quotes.push_back(
        {nameOf(harvest.payload(), token), at, bid.price, bid.size, ask.price, ask.size});
}

/// {"event_type": "price_change", "price_changes": [{asset_id, best_bid, best_ask …}]} since 2025; before,
/// one level of the book with nothing about the best.
void readPriceChange(Harvest &harvest, object message, base::Instant at)
{
    array changes;
    if (!json::get(message, "price_changes", changes))
        return;
    std::vector<domain::Quote> quotes;
    for (auto element : changes) {
        object change;
        if (element.get_object().get(change))
            continue;
        const std::string token = json::text(change, "asset_id");
        const double bid = json::number(change, "best_bid").value;
        const double ask = json::number(change, "best_ask").value;
        if (token.empty() || (!isProbability(bid) && !isProbability(ask)) ||
            !isFollowed(harvest.payload(), token))
            continue;
        domain::Quote quote{
            nameOf(harvest.payload(), token), at, bid, domain::kMissing, ask, domain::kMissing};
        // several changes of one message end in one best price
        const auto same = std::find_if(quotes.begin(), quotes.end(), [&quote](const domain::Quote &other) {
            return other.symbol == quote.symbol;
        });
        if (same == quotes.end())
            quotes.push_back(std::move(quote));
        else
            *same = std::move(quote);
    }
    for (domain::Quote &quote : quotes)
        harvest.values().quotes.push_back(std::move(quote));
}

void readResolved(Harvest &harvest, object message, base::Instant at)
{
    const std::string condition = json::text(message, "market");
    const std::string slug = json::text(message, "slug");
    const std::string winner = json::text(message, "winning_outcome");
    const std::string token = json::text(message, "winning_asset_id");
    const std::string first = textAt(message["assets_ids"], 0);
    const auto named = harvest.payload().ask.with.find(first);
    const std::string market = !slug.empty() ? slug
                               : named != harvest.payload().ask.with.end()
                                   ? named->second
                                   : nameOf(harvest.payload(), condition);
    domain::Event &event = harvest.event("market_resolved", market, condition + "|resolved", at);
    event.unit = "probability";
    if (!token.empty() && !first.empty())
        event.value = token == first ? 1 : 0;
    event.metadata = Meta().text("market", json::text(message, "id")).text("winner", winner).take();
}

void readNew(Harvest &harvest, object message, base::Instant at)
{
    const std::string condition = json::text(message, "market");
    std::string slug = json::text(message, "slug");
    if (slug.empty())
        slug = nameOf(harvest.payload(), condition);
    domain::Event &event = harvest.event("market_opened", slug, condition + "|opened", at);
    event.text = json::text(message, "question");
    event.metadata = Meta()
                         .text("market", json::text(message, "id"))
                         .text("event", json::text(message["event_message"]["slug"]))
                         .take();
}

void readMessage(Harvest &harvest, object message)
{
    harvest.record();
    const std::string kind = json::text(message, "event_type");
    const base::Instant at = instantOf(message["timestamp"]);
    if (!at.isValid())
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the message has no time"), kind);
    if (kind == "market_resolved" || kind == "new_market") {
        if (json::text(message, "market").empty())
            return harvest.refuse(RefusalKind::NoValue, Tr::tr("the message does not name its market"), kind);
        if (!isFollowedMarket(harvest.payload(), message))
            return;
        return kind == "new_market" ? readNew(harvest, message, at) : readResolved(harvest, message, at);
    }
    if (kind == "price_change")
        return readPriceChange(harvest, message, at);
    if (kind == "tick_size_change")
        return;
    const std::string token = json::text(message, "asset_id");
    if (token.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the message does not name its market"), kind);
    if (!isFollowed(harvest.payload(), token))
        return;
    if (kind == "best_bid_ask") {
        const double bid = json::number(message, "best_bid").value;
        const double ask = json::number(message, "best_ask").value;
        if (!isProbability(bid) && !isProbability(ask))
            return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the price is not a probability"), token);
        return addQuote(harvest, token, at, {.price = isProbability(bid) ? bid : domain::kMissing},
                        {.price = isProbability(ask) ? ask : domain::kMissing});
    }
    if (kind == "last_trade_price") {
        const double price = json::number(message, "price").value;
        if (!isProbability(price))
            return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the price is not a probability"), token);
        harvest.values().ticks.push_back({nameOf(harvest.payload(), token),
                                          at,
                                          price,
                                          json::number(message, "size").value,
                                          {},
                                          json::text(message, "side")});
        return;
    }
    if (!kind.empty() && kind != "book")
        return harvest.refuse(RefusalKind::UnknownWord, Tr::tr("the event of the stream is of no known kind"),
                              kind);
    const Level bid = bestOf(message["bids"], true);
    const Level ask = bestOf(message["asks"], false);
    if (std::isnan(bid.price) && std::isnan(ask.price))
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the book is empty"), token);
    addQuote(harvest, token, at, bid, ask);
}

} // namespace

void readHistory(Harvest &harvest)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    object top;
    array history;
    if (!walk.object(top))
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent something else than JSON").arg(harvest.info().title));
    const auto &with = harvest.payload().ask.with;
    const auto asked = [&with](const char *name) {
        const auto found = with.find(name);
        return found == with.end() ? std::string() : found->second;
    };
    const std::string token = asked("token");
    const std::string market = nameOf(harvest.payload(), token);
    if (market.empty())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("the answer does not say which market its prices are of"));
    if (!json::get(top, "history", history))
        return walk.broken();
    double jump = kJump;
    if (parseNumber(asked("jump"), {}, jump) != NumberState::Value)
        jump = kJump;
    const std::string &key = token.empty() ? market : token;
    base::Instant before;
    double last = domain::kMissing;
    walk.each<object>(history, [&](object point) {
        harvest.record();
        const base::Instant at = instantOf(point["t"]);
        const json::Number price = json::number(point, "p");
        if (!at.isValid())
            return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of a price is not a number"), {});
        if (!isProbability(price.value))
            return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the price is not a probability"),
                                  base::toIso(at));
        const std::string id = key + '|' + std::to_string(at.micros() / 1'000'000);
        const std::string outcome = asked("outcome");
        domain::Event &event = harvest.event("market_probability", market, id, at);
        event.value = price.value;
        event.unit = "probability";
        event.metadata = Meta().text("outcome", outcome).take();
        const double change = price.value - last;
        if (before.isValid() && at > before && at - before <= kHour && std::abs(change) >= jump - 1e-9) {
            domain::Event &sudden = harvest.event("probability_jump", market, id + "|jump", at);
            sudden.value = change;
            sudden.unit = "probability";
            sudden.metadata =
                Meta().text("outcome", outcome).number("before", last).number("after", price.value).take();
        }
        before = at;
        last = price.value;
    });
}

void readTrades(Harvest &harvest)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    array trades;
    if (!walk.array(trades))
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent something else than trades").arg(harvest.info().title));
    walk.each<object>(trades, [&](object trade) {
        harvest.record();
        const std::string slug = json::text(trade, "slug");
        const base::Instant at = instantOf(trade["timestamp"]);
        const double price = json::number(trade, "price").value;
        if (slug.empty() || !at.isValid())
            return harvest.refuse(slug.empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                                  slug.empty() ? Tr::tr("the trade does not name its market")
                                               : Tr::tr("the time of the trade is not a number"),
                                  slug);
        if (!isProbability(price))
            return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the price is not a probability"), slug);
        if (json::integer(trade, "outcomeIndex").value_or(0) != 0)
            return harvest.refuse(RefusalKind::LeftOut,
                                  Tr::tr("the other side: the complement of the first outcome's price"),
                                  slug);
        harvest.values().ticks.push_back(
            {slug, at, price, json::number(trade, "size").value, {}, json::text(trade, "side")});
    });
}

void readStream(Harvest &harvest)
{
    std::string refusal;
    const bool hasMany = isJoined(harvest.payload().bytes);
    const auto read = [&](std::string_view text) {
        JsonWalk walk(harvest, text);
        array messages;
        object one;
        if (walk.array(messages)) // a frame may hold several
            return walk.each<object>(messages, [&](object message) { readMessage(harvest, message); });
        if (walk.object(one))
            return walk.isCut() ? walk.broken() : readMessage(harvest, one);
        if (!hasMany)
            return harvest.fail(FaultKind::NotData,
                                Tr::tr("%1 sent something else than JSON").arg(harvest.info().title));
        if (text.starts_with('{') || text.starts_with('['))
            walk.broken();
        else if (text != "PONG")
            refusal = text; // "INVALID OPERATION"
    };
    if (hasMany)
        eachLine(harvest.payload().bytes, read);
    else
        read(harvest.payload().bytes);
    if (!refusal.empty())
        tellRefusal(harvest, FaultKind::Refused,
                    Tr::tr("%1 says: %2").arg(harvest.info().title, base::qs(shortened(refusal, 200))));
}

} // namespace core::sources::polymarket
