// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Polymarket's lists of markets: which there are, when they opened, how they ended.
#include "core/base/tr.h"
#include "core/sources/jsonfields.h"
#include "core/sources/numbers.h"
#include "core/sources/providers/polymarket.h"

#include <cmath>

namespace core::sources::polymarket {

using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

/// No market has more outcomes.
constexpr std::size_t kMostOutcomes = 100;
/// The history of prices is given for at most this long at once.
constexpr std::chrono::days kHistorySlice(14);

/// A list of texts or numbers: a real one, or one that is written as JSON inside a text ("[\"Yes\",
/// \"No\"]").
std::vector<std::string> listOf(json::Value value)
{
    const auto take = [](array list) {
        std::vector<std::string> texts;
        for (auto element : list) {
            if (texts.size() == kMostOutcomes)
                break;
            texts.push_back(json::text(element));
        }
        return texts;
    };
    simdjson::ondemand::json_type type{};
    if (value.type().get(type))
        return {};
    if (type == simdjson::ondemand::json_type::array) {
        array list;
        return value.get_array().get(list) ? std::vector<std::string>() : take(list);
    }
    const std::string text = json::text(value);
    simdjson::dom::parser parser; // checks the whole text, which nobody has done yet
    simdjson::dom::array list;
    std::vector<std::string> texts;
    if (parser.parse(text).get_array().get(list))
        return texts;
    for (const simdjson::dom::element element : list) {
        std::string_view part;
        if (texts.size() == kMostOutcomes)
            break;
        if (element.get_string().get(part))
            texts.push_back(simdjson::minify(element));
        else
            texts.emplace_back(part);
    }
    return texts;
}

/// "2026-03-19 23:20:15+00" and "2025-05-02T15:04:43.762151Z".
base::Instant instantOfText(const std::string &text)
{
    const auto at = base::parseInstant(text);
    return at ? *at : base::Instant();
}

struct Market {
    std::string slug;
    std::string question;
    std::string id;
    std::string condition;
    std::string group; ///< the slug of its event
    std::vector<std::string> outcomes;
    std::vector<std::string> tokens;
    double volume = domain::kMissing;
    bool isClosed = false;
};

void addInstrument(Harvest &harvest, const Market &market)
{
    domain::Instrument instrument;
    instrument.symbol = market.slug;
    instrument.name = market.question;
    instrument.kind = "prediction_market";
    instrument.exchange = "24/7";
    Meta meta;
    meta.text("market", market.id)
        .text("condition", market.condition)
        .text("event", market.group)
        .number("volume", market.volume)
        .flag("closed", market.isClosed);
    for (std::size_t i = 0; i < market.tokens.size(); ++i)
        meta.text("token_" + std::to_string(i), market.tokens[i]);
    for (std::size_t i = 0; i < market.outcomes.size(); ++i)
        meta.text("outcome_" + std::to_string(i), market.outcomes[i]);
    instrument.metadata = meta.take();
    harvest.values().instruments.push_back(std::move(instrument));
}

void askHistory(Harvest &harvest, const Market &market)
{
    const auto &with = harvest.payload().ask.with;
    const auto from = with.contains("from") ? base::parseInstant(with.at("from")) : base::Error{};
    const auto to = with.contains("to") ? base::parseInstant(with.at("to")) : base::Error{};
    if (!from || !to || market.tokens.empty() || market.tokens[0].empty())
        return;
    for (base::Instant start = *from; start < *to; start = start + kHistorySlice) {
        Ask ask{std::string(kHistory),
                {{"token", market.tokens[0]},
                 {"market", market.slug},
                 {"outcome", market.outcomes.empty() ? std::string() : market.outcomes[0]},
                 {"from", base::toIso(start)},
                 {"to", base::toIso(std::min(*to, start + kHistorySlice))}}};
        if (const auto jump = with.find("jump"); jump != with.end())
            ask.with.insert(*jump);
        harvest.next(std::move(ask));
    }
}

/// The end of a market. Old markets say ["0", "0"], which is no probability: the value is missing then.
void addResolution(Harvest &harvest, const Market &market, base::Instant closed,
                   const std::vector<std::string> &prices)
{
    domain::Event &event =
        harvest.event("market_resolved", market.slug, market.condition + "|resolved", closed);
    event.unit = "probability";
    event.text = market.question;
    double sum = 0;
    std::size_t best = 0;
    std::vector<double> values;
    for (const std::string &price : prices) {
        double value = domain::kMissing;
        if (parseNumber(price, {}, value) != NumberState::Value || value < 0 || value > 1)
            value = domain::kMissing;
        values.push_back(value);
        sum += value;
        if (value > values[best])
            best = values.size() - 1;
    }
    const bool isTold = !values.empty() && std::abs(sum - 1) < 0.01;
    if (isTold)
        event.value = values[0];
    Meta meta;
    meta.text("market", market.id).text("event", market.group).number("volume", market.volume);
    if (!market.outcomes.empty())
        meta.text("outcome", market.outcomes[0]);
    if (isTold && values[best] > 0.99 && best < market.outcomes.size())
        meta.text("winner", market.outcomes[best]);
    event.metadata = meta.take();
}

void readMarket(Harvest &harvest, object entry, const std::string &group)
{
    harvest.record();
    Market market;
    market.slug = json::text(entry, "slug");
    market.question = json::text(entry, "question");
    if (market.slug.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the market has no name"), market.question);
    market.id = json::text(entry, "id");
    market.condition = json::text(entry, "conditionId");
    if (market.condition.empty())
        market.condition = market.slug;
    market.group = group;
    market.isClosed = json::flag(entry, "closed");
    const json::Number exact = json::number(entry, "volumeNum");
    market.volume = std::isnan(exact.value) ? json::number(entry, "volume").value : exact.value;
    market.outcomes = listOf(entry["outcomes"]);
    market.tokens = listOf(entry["clobTokenIds"]);
    const std::vector<std::string> prices = listOf(entry["outcomePrices"]);
    base::Instant opened = instantOfText(json::text(entry, "startDate"));
    if (!opened.isValid())
        opened = instantOfText(json::text(entry, "createdAt"));
    base::Instant closed = instantOfText(json::text(entry, "closedTime"));
    if (!closed.isValid())
        closed = instantOfText(json::text(entry, "umaEndDate"));
    const std::string end = json::text(entry, "endDate");
    addInstrument(harvest, market);
    if (opened.isValid()) {
        domain::Event &event =
            harvest.event("market_opened", market.slug, market.condition + "|opened", opened);
        event.text = market.question;
        event.metadata = Meta().text("market", market.id).text("event", group).text("ends", end).take();
    } else {
        harvest.refuse(RefusalKind::NotADate, Tr::tr("the market does not say when it opened"), market.slug);
    }
    if (!market.isClosed)
        return askHistory(harvest, market);
    if (!closed.isValid())
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the market does not say when it closed"),
                              market.slug);
    addResolution(harvest, market, closed, prices);
    if (const auto &with = harvest.payload().ask.with; with.contains("slug"))
        askHistory(harvest, market); // asked for by name, so its past is wanted
}

/// A market, or a group of them. Of one that breaks off only the whole markets are read.
void readEntry(Harvest &harvest, JsonWalk &walk, object entry, bool isWhole)
{
    array markets;
    const std::string slug = json::text(entry, "slug");
    if (json::get(entry, "markets", markets))
        return walk.each<object>(markets, [&](object market) { readMarket(harvest, market, slug); });
    if (isWhole)
        readMarket(harvest, entry, {});
}

} // namespace

void readMarkets(Harvest &harvest)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    object one;
    array all;
    if (walk.array(all))
        walk.each<object>(all, [&](object entry) { readEntry(harvest, walk, entry, true); });
    else if (walk.object(one))
        readEntry(harvest, walk, one, !walk.isCut());
    else
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent something else than JSON").arg(harvest.info().title));
    if (walk.isCut())
        walk.broken();
}

/// The order book's list does not say when a market closed, so its markets are named and nothing more.
void readClob(Harvest &harvest)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    object top;
    array list;
    const auto read = [&harvest](object entry) {
        harvest.record();
        Market market;
        market.slug = json::text(entry, "market_slug");
        market.question = json::text(entry, "question");
        if (market.slug.empty())
            return harvest.refuse(RefusalKind::NoValue, Tr::tr("the market has no name"), market.question);
        market.condition = json::text(entry, "condition_id");
        market.isClosed = json::flag(entry, "closed");
        array tokens;
        if (json::get(entry, "tokens", tokens)) {
            for (auto element : tokens) {
                object token;
                if (market.tokens.size() == kMostOutcomes || element.get_object().get(token))
                    break;
                market.tokens.push_back(json::text(token, "token_id")); // may be empty
                market.outcomes.push_back(json::text(token, "outcome"));
            }
        }
        addInstrument(harvest, market);
    };
    if (!walk.object(top))
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent something else than JSON").arg(harvest.info().title));
    if (!json::get(top, "data", list)) {
        if (!walk.isCut() && walk.object(top))
            read(top);
        else
            walk.broken();
        return;
    }
    walk.each<object>(list, read);
    std::string cursor = walk.object(top) ? json::text(top, "next_cursor") : std::string();
    // "LTE=" is −1 in base 64: the end
    if (!walk.isCut() && !cursor.empty() && cursor != "LTE=")
        harvest.next({std::string(kClob), {{"cursor", std::move(cursor)}}});
}

} // namespace core::sources::polymarket
