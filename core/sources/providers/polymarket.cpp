// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Prediction markets of Polymarket: what they give a chance, hour by hour, when it jumps, when they open and
// how they end; quotes and trades as they happen.
#include "core/sources/providers/polymarket.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/jsonfields.h"
#include "core/sources/livewords.h"
#include "core/sources/loosexml.h"
#include "core/sources/numbers.h"
#include "core/sources/payloadhead.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <algorithm>

namespace core::sources {

using base::qs;
using base::Result;
using base::Tr;

namespace polymarket {

std::string nameOf(const Payload &payload, const std::string &id)
{
    const auto &with = payload.ask.with;
    if (const auto named = with.find(id); named != with.end())
        return named->second;
    if (const auto market = with.find("market"); market != with.end())
        return market->second;
    return id;
}

base::Instant instantOf(json::Value value)
{
    const auto number = json::integer(value);
    // seconds until the year 5138, milliseconds from 1973 on
    if (!number || *number < 0 || *number > 99'999'999'999'999)
        return {};
    return base::Instant(*number * (*number < 100'000'000'000 ? 1'000'000 : 1'000));
}

} // namespace polymarket

namespace {

constexpr std::string_view kGamma = "https://gamma-api.polymarket.com/";
constexpr std::string_view kBook = "https://clob.polymarket.com/";
constexpr std::string_view kSocket = "wss://ws-subscriptions-clob.polymarket.com/ws/market";
constexpr std::string_view kPolymarketLive[] = {"prices"};
constexpr std::string_view kData = "https://data-api.polymarket.com/";

/// {"error": "..."}, {"type": "validation error", "error": "..."}.
std::optional<AnswerFault> polymarketFault(Harvest &harvest)
{
    const Payload &payload = harvest.payload();
    if (headOf(payload.bytes, 400).find("\"error\":") != std::string::npos) {
        JsonWalk walk(harvest, payload.bytes);
        simdjson::ondemand::object answer;
        const std::string message = walk.object(answer) ? json::text(answer, "error") : std::string();
        if (!message.empty()) {
            const bool isMissing = payload.status == 404 || message.find("not found") != std::string::npos;
            return AnswerFault{
                payload.status == 429   ? FaultKind::TooMany
                : isMissing             ? FaultKind::NotFound
                : payload.status >= 500 ? FaultKind::Unavailable
                                        : FaultKind::Refused,
                ::core::base::Tr::tr("%1 says: %2").arg(harvest.info().title, qs(shortened(message, 300)))};
        }
    }
    return faultOfAnswer(harvest.info(), payload);
}

class Polymarket final : public Provider
{
public:
    Polymarket()
    {
        m_info.name = "polymarket";
        m_info.title = Tr::tr("Polymarket");
        m_info.about =
            Tr::tr("Prediction markets: the chance they give to what may happen, and how it ended.");
        m_info.licence = Tr::tr("Free to read; the terms of Polymarket hold.");
        m_info.stream = polymarket::kStream;
        m_info.cadence = std::chrono::hours(1);
        m_info.requests = 10;
        m_info.per = std::chrono::seconds(1);
    }

    const ProviderInfo &info() const override { return m_info; }

    /// Series are slugs of markets; without any, the hundred with the most turnover are followed. Option
    /// "jump": the change within an hour that counts as a jump (0.1).
    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        // the history of the last hours once more, so that the jump into the first new hour is seen
        const base::Instant from = window.isBackfill ? window.from : window.from - std::chrono::hours(3);
        std::map<std::string, std::string> with{{"from", base::toIso(from)}, {"to", base::toIso(window.to)}};
        if (const auto jump = settings.options.find("jump"); jump != settings.options.end()) {
            double value = 0;
            if (parseNumber(jump->second, {}, value) != NumberState::Value || value <= 0 || value >= 1)
                return base::Error{
                    base::ErrorCode::BadInput,
                    Tr::tr("“jump” is a change of probability between 0 and 1, such as 0.1; “%1” "
                           "is not one")
                        .arg(qs(jump->second))};
            with.emplace("jump", jump->second);
        }
        if (const auto words = liveWords(m_info, settings, kPolymarketLive); !words)
            return words.error();
        std::vector<Ask> asks;
        for (const std::string &slug : settings.series) {
            Ask ask{std::string(polymarket::kMarkets), with};
            ask.with.emplace("slug", slug);
            asks.push_back(std::move(ask));
        }
        if (asks.empty()) {
            asks.push_back({std::string(polymarket::kMarkets), with});
            // one that ends leaves that list; the past of those that ended is not asked for, only how they
            // did
            if (!window.isBackfill)
                asks.push_back({std::string(polymarket::kMarkets), {{"closed", "true"}}});
        }
        return asks;
    }

    /// The stream wants the ids of outcomes, the settings have the names of markets. An answer about a market
    /// names the first outcome in the ask for its history, of which the window is of no matter here.
    std::vector<Ask> streamLookups(const SourceSettings &settings) const override
    {
        std::vector<Ask> lookups;
        const auto words = liveWords(m_info, settings, kPolymarketLive);
        if (!words || words->empty())
            return lookups;
        for (const std::string &slug : settings.series)
            lookups.push_back(
                {std::string(polymarket::kMarkets),
                 {{"slug", slug}, {"from", "2026-01-01T00:00:00Z"}, {"to", "2026-01-01T01:00:00Z"}}});
        return lookups;
    }

    Result<std::optional<Stream>> stream(const SourceSettings &settings,
                                         std::span<const Ask> found) const override
    {
        const auto words = liveWords(m_info, settings, kPolymarketLive);
        if (!words)
            return words.error();
        if (words->empty())
            return std::optional<Stream>();
        if (settings.series.empty())
            return base::Error{
                base::ErrorCode::BadInput,
                Tr::tr("Name the markets whose prices are to come live; without names they are only "
                       "asked for.")};
        Stream stream{.url = std::string(kSocket),
                      .subscribe = {},
                      .ask = {std::string(polymarket::kStream), {}},
                      .idle = {"PONG"},
                      .heartbeat = "PING"};
        stream.ask.with.emplace("only", "these"); // it is told of others, too
        std::vector<std::string> tokens;
        for (const Ask &ask : found) {
            const auto token = ask.with.find("token");
            const auto market = ask.with.find("market");
            if (token != ask.with.end() && market != ask.with.end() &&
                stream.ask.with.emplace(token->second, market->second).second)
                tokens.push_back(token->second);
        }
        if (tokens.empty())
            return base::Error{base::ErrorCode::NotFound,
                               Tr::tr("Polymarket names no outcome of the markets that are to come live.")};
        stream.subscribe = {R"({"type":"market","custom_feature_enabled":true,"assets_ids":)" +
                            jsonTexts(tokens) + '}'};
        return std::optional(std::move(stream));
    }

    Result<Call> call(const Ask &ask, const SourceSettings &) const override
    {
        const auto with = [&ask](const char *name) {
            const auto found = ask.with.find(name);
            return found == ask.with.end() ? std::string() : percentEncoded(found->second);
        };
        const auto seconds = [&ask](const char *name) {
            const auto found = ask.with.find(name);
            const auto at = found == ask.with.end() ? base::Result<base::Instant>(base::Error{})
                                                    : base::parseInstant(found->second);
            return at ? std::to_string(at->micros() / 1'000'000) : std::string();
        };
        Call call;
        if (ask.endpoint == polymarket::kMarkets) {
            call.url = std::string(kGamma) + "markets";
            if (!with("slug").empty())
                call.url += "/slug/" + with("slug");
            else if (!with("closed").empty())
                call.url += "?closed=true&order=closedTime&ascending=false&limit=100";
            else
                call.url += "?closed=false&order=volumeNum&ascending=false&limit=100";
        } else if (ask.endpoint == polymarket::kEvents) {
            call.url = std::string(kGamma) + "events/slug/" + with("slug");
        } else if (ask.endpoint == polymarket::kClob) {
            call.url = std::string(kBook) + "markets?next_cursor=" + with("cursor");
        } else if (ask.endpoint == polymarket::kHistory) {
            call.url = std::string(kBook) + "prices-history?market=" + with("token") +
                       "&startTs=" + seconds("from") + "&endTs=" + seconds("to") + "&fidelity=60";
        } else if (ask.endpoint == polymarket::kTrades) {
            call.url = std::string(kData) + "trades?limit=500&market=" + with("condition");
        } else {
            call.url = std::string(kBook) + "book?token_id=" + with("token");
        }
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view bytes = payload.bytes;
        const std::string head = headOf(bytes, 3000);
        const auto has = [&head](std::string_view text) { return head.find(text) != std::string::npos; };
        if (head.starts_with("{\"history\":"))
            return std::string(polymarket::kHistory);
        if (has("\"event_type\":") || bytes.find("\"event_type\"") != std::string_view::npos ||
            (has("\"bids\":") && has("\"asks\":")))
            return std::string(polymarket::kStream);
        if (has("\"proxyWallet\":") && has("\"conditionId\":"))
            return std::string(polymarket::kTrades);
        if (has("\"condition_id\":") && has("\"question_id\":"))
            return std::string(polymarket::kClob);
        if (has("\"markets\":") || has("\"negRiskMarketID\":") || has("\"creationDate\":")) {
            // a market names its events, an event its markets
            if (!has("\"conditionId\":") || head.find("\"markets\":") < head.find("\"conditionId\":"))
                return std::string(polymarket::kEvents);
        }
        return has("\"conditionId\":") || has("\"outcomePrices\":") ? std::string(polymarket::kMarkets)
                                                                    : std::string();
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        const std::string &endpoint = payload.ask.endpoint;
        if (const auto fault = polymarketFault(harvest))
            harvest.fail(fault->kind, fault->sentence);
        else if (endpoint == polymarket::kMarkets || endpoint == polymarket::kEvents)
            polymarket::readMarkets(harvest);
        else if (endpoint == polymarket::kClob)
            polymarket::readClob(harvest);
        else if (endpoint == polymarket::kHistory)
            polymarket::readHistory(harvest);
        else if (endpoint == polymarket::kTrades)
            polymarket::readTrades(harvest);
        else
            polymarket::readStream(harvest);
        return harvest.take();
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makePolymarket()
{
    return std::make_unique<Polymarket>();
}

} // namespace core::sources
