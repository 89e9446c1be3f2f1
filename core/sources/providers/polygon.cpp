// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Polygon (now Massive): bars, tickers, splits, dividends and news of American shares, and a live stream.
#include "core/sources/providers/polygon.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/boundrules.h"
#include "core/sources/jsonfields.h"
#include "core/sources/livewords.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <algorithm>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using simdjson::ondemand::object;

namespace {

constexpr std::string_view kPolygonServer = "https://api.polygon.io";
constexpr std::string_view kPolygonKey = "api_key";
constexpr std::string_view kPolygonLive[] = {"trades", "quotes", "minutes"};

/// "5m" as "5/minute".
std::string rangeOf(const std::string &interval)
{
    const char unit = interval.empty() ? 'd' : interval.back();
    const std::string count = interval.size() > 1 ? interval.substr(0, interval.size() - 1) : "1";
    return count + (unit == 'm' ? "/minute" : unit == 'h' ? "/hour" : unit == 's' ? "/second" : "/day");
}

/// The path and query of the further page, when it is one of Polygon's own; the key is not part of it.
std::string pageOf(const std::string &address)
{
    const std::string host = hostOf(address);
    if (!address.starts_with("https://") || (host != "api.polygon.io" && host != "api.massive.com"))
        return {};
    const std::size_t path = address.find('/', 8);
    if (path == std::string::npos || address.find("apiKey=") != std::string::npos)
        return {};
    return address.substr(path);
}

FaultKind polygonFaultKind(const std::string &status, const std::string &message)
{
    const auto says = [&message](std::string_view part) { return message.find(part) != std::string::npos; };
    if (says("exceeded the maximum requests"))
        return FaultKind::TooMany;
    if (status == "NOT_AUTHORIZED" || status == "AUTH_ERROR" || says("API Key") || says("entitled"))
        return FaultKind::NoAccess;
    if (status == "NOT_FOUND" || says("not found"))
        return FaultKind::NotFound;
    return FaultKind::Refused;
}

class Polygon final : public Provider
{
public:
    Polygon()
    {
        m_info.name = "polygon";
        m_info.title = Tr::tr("Polygon");
        m_info.about = Tr::tr(
            "Bars from a minute to a day, splits, dividends and news of American shares; live with a paid "
            "plan.");
        m_info.licence = Tr::tr("For your own use under the terms of your plan; not to be passed on.");
        m_info.parserVersion = 2; // names of companies in time
        m_info.key = KeyNeed::Needed;
        m_info.secrets = {std::string(kPolygonKey)};
        m_info.keyUrl = "https://polygon.io/dashboard/api-keys";
        m_info.stream = polygon::kFrames;
        m_info.example = "SPY";
        m_info.cadence = std::chrono::hours(1);
        m_info.requests = 5;
        m_info.per = std::chrono::minutes(1);
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        std::string interval = valueOf(settings.options, "interval");
        if (interval.empty())
            interval = "1d";
        if (const auto words = liveWords(m_info, settings, kPolygonLive); !words)
            return words.error();
        const std::string from = base::toIso(window.from.utcDay());
        const std::string to = base::toIso(window.to.utcDay());
        std::vector<Ask> asks;
        if (isOn(settings, "tickers"))
            asks.push_back({std::string(polygon::kTickers), {}});
        if (isOn(settings, "all_shares")) {
            for (base::Date day = window.from.utcDay(); base::Instant(day) < window.to;
                 day += std::chrono::days(1)) {
                const std::chrono::weekday weekday(day);
                if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday)
                    asks.push_back(
                        {std::string(polygon::kGrouped), {{"day", base::toIso(day)}, {"interval", "1d"}}});
            }
        }
        if (settings.series.empty() && asks.empty())
            return Error{ErrorCode::BadInput,
                         Tr::tr("Name the tickers that Polygon is to be asked for, such as SPY.")};
        for (const std::string &symbol : settings.series) {
            asks.push_back({std::string(polygon::kBars),
                            {{"symbol", symbol}, {"interval", interval}, {"from", from}, {"to", to}}});
            if (valueOf(settings.options, "news") != "no")
                asks.push_back(
                    {std::string(polygon::kNews), {{"symbol", symbol}, {"from", from}, {"to", to}}});
            asks.push_back({std::string(polygon::kSplits), {{"symbol", symbol}, {"from", from}}});
            asks.push_back({std::string(polygon::kDividends), {{"symbol", symbol}, {"from", from}}});
            if (isOn(settings, "names")) // one more of few calls a minute, for what seldom changes
                asks.push_back({std::string(polygon::kTickerEvents), {{"symbol", symbol}}});
        }
        return asks;
    }

    /// Of shares; option "delayed": by a quarter of an hour, for plans that allow no more.
    Result<std::optional<Stream>> stream(const SourceSettings &settings, std::span<const Ask>) const override
    {
        const auto words = liveWords(m_info, settings, kPolygonLive);
        if (!words)
            return words.error();
        if (words->empty())
            return std::optional<Stream>();
        const std::string key = valueOf(settings.secrets, kPolygonKey);
        if (key.empty())
            return Error{ErrorCode::BadInput, Tr::tr("Polygon needs a key; enter it under Sources.")};
        std::string channels;
        for (const std::string &symbol : settings.series) {
            if (symbol.find(':') != std::string::npos) // coins and currencies have a stream each of their own
                continue;
            for (const std::string &word : *words)
                channels += (channels.empty() ? "" : ",") +
                            std::string(word == "trades"   ? "T."
                                        : word == "quotes" ? "Q."
                                                           : "AM.") +
                            symbol;
        }
        if (channels.empty())
            return Error{ErrorCode::BadInput,
                         Tr::tr("Name the shares that Polygon's stream is to follow, such as SPY.")};
        Stream stream;
        stream.url =
            isOn(settings, "delayed") ? "wss://delayed.polygon.io/stocks" : "wss://socket.polygon.io/stocks";
        stream.subscribe = {R"({"action":"auth","params":)" + jsonText(key) + '}',
                            R"({"action":"subscribe","params":)" + jsonText(channels) + '}'};
        stream.ask.endpoint = polygon::kFrames;
        return std::optional(std::move(stream));
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        const std::string key = valueOf(settings.secrets, kPolygonKey);
        if (key.empty())
            return Error{ErrorCode::BadInput, Tr::tr("Polygon needs a key; enter it under Sources.")};
        Call call;
        call.headers = {{"Authorization", "Bearer " + key}};
        call.url = std::string(kPolygonServer) + pathOf(ask);
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view bytes = payload.bytes.substr(0, 6000);
        const std::size_t start = bytes.find_first_not_of(" \t\r\n");
        if (start == std::string_view::npos || (bytes[start] != '{' && bytes[start] != '['))
            return {};
        const auto has = [bytes](std::string_view key) { return bytes.find(key) != std::string_view::npos; };
        std::string_view found;
        if (has("\"ev\""))
            found = polygon::kFrames;
        else if (has("\"ticker_change\""))
            found = polygon::kTickerEvents;
        else if (has("\"split_from\""))
            found = polygon::kSplits;
        else if (has("\"ex_dividend_date\""))
            found = polygon::kDividends;
        else if (has("\"published_utc\""))
            found = polygon::kNews;
        else if (has("\"greeks\"") || has("\"prevDay\"") || has("\"session\""))
            found = polygon::kSnapshot;
        else if (has("\"bid_price\"") && has("\"sip_timestamp\""))
            found = polygon::kQuotes;
        else if (has("\"sip_timestamp\""))
            found = polygon::kTrades;
        else if (has("\"ipo_status\"") || has("\"financials\"") || has("\"stock_symbol\"") ||
                 has("\"participant_id\"") || has("\"serverTime\"") || has("\"underlying\"") ||
                 (bytes[start] == '[' && has("\"exchange\"")))
            found = polygon::kOther;
        else if (has("\"locale\"") && has("\"ticker\""))
            found = polygon::kTickers;
        else if (has("\"preMarket\"") || has("\"afterHours\""))
            found = polygon::kOpenClose;
        else if (has("\"resultsCount\"") || has("\"queryCount\""))
            found = has("\"ticker\"") ? polygon::kBars : polygon::kGrouped;
        else if (has("\"request_id\"") && has("\"y\"") && has("\"T\""))
            found = polygon::kLast;
        else if (has("\"request_id\"") && has("\"status\""))
            found = polygon::kOther; // an error, or something new
        return std::string(found);
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        read(harvest);
        return harvest.take();
    }

private:
    static std::string pathOf(const Ask &ask)
    {
        if (const std::string page = valueOf(ask.with, "page"); !page.empty())
            return page;
        const std::string symbol = percentEncoded(valueOf(ask.with, "symbol"));
        const std::string from = valueOf(ask.with, "from");
        const std::string to = valueOf(ask.with, "to");
        // raw prices: the splits are kept beside them, and what is adjusted today differs from what was seen
        if (ask.endpoint == polygon::kBars)
            return "/v2/aggs/ticker/" + symbol + "/range/" + rangeOf(valueOf(ask.with, "interval")) + '/' +
                   from + '/' + to + "?adjusted=false&sort=asc&limit=50000";
        if (ask.endpoint == polygon::kGrouped)
            return "/v2/aggs/grouped/locale/us/market/stocks/" + valueOf(ask.with, "day") + "?adjusted=false";
        if (ask.endpoint == polygon::kSplits)
            return "/v3/reference/splits?limit=1000&ticker=" + symbol + "&execution_date.gte=" + from;
        if (ask.endpoint == polygon::kDividends)
            return "/v3/reference/dividends?limit=1000&ticker=" + symbol + "&ex_dividend_date.gte=" + from;
        if (ask.endpoint == polygon::kNews)
            return "/v2/reference/news?limit=1000&order=asc&ticker=" + symbol + "&published_utc.gte=" + from +
                   "&published_utc.lte=" + to;
        if (ask.endpoint == polygon::kTickerEvents)
            return "/vX/reference/tickers/" + symbol + "/events?types=ticker_change";
        return "/v3/reference/tickers?active=true&limit=1000";
    }

    void read(Harvest &harvest) const
    {
        const Payload &payload = harvest.payload();
        const std::size_t start = payload.bytes.find_first_not_of(" \t\r\n");
        const bool isJson =
            start != std::string_view::npos && (payload.bytes[start] == '{' || payload.bytes[start] == '[');
        if (const auto fault = faultOfAnswer(m_info, payload); fault && (payload.status == 200 || !isJson))
            return harvest.fail(fault->kind, fault->sentence);
        if (payload.ask.endpoint == polygon::kFrames)
            return polygon::readFrames(harvest);
        JsonWalk walk(harvest, payload.bytes);
        object root;
        if (!walk.object(root)) {
            if (!isJson || payload.ask.endpoint != polygon::kOther)
                harvest.fail(FaultKind::NotData, Tr::tr("Polygon sent something else than data"));
            return;
        }
        const std::string status = json::text(root, "status");
        std::string message = json::text(root, "error");
        if (message.empty())
            message = json::text(root, "message");
        if (!message.empty() || payload.status >= 400 || status == "ERROR" || status == "NOT_FOUND" ||
            status == "NOT_AUTHORIZED") {
            FaultKind kind = polygonFaultKind(status, message);
            if (const auto fault = faultOfAnswer(m_info, payload); fault && kind == FaultKind::Refused)
                kind = fault->kind;
            return harvest.fail(kind,
                                Tr::tr("Polygon answered: “%1”").arg(qs(message.empty() ? status : message)));
        }
        dispatch(harvest, walk, root);
        readNext(harvest, walk);
    }

    static void dispatch(Harvest &harvest, JsonWalk &walk, object root)
    {
        const std::string &endpoint = harvest.payload().ask.endpoint;
        if (endpoint == polygon::kBars || endpoint == polygon::kGrouped)
            polygon::readBars(harvest, walk, root);
        else if (endpoint == polygon::kOpenClose)
            polygon::readOpenClose(harvest, root);
        else if (endpoint == polygon::kTickers)
            polygon::readTickers(harvest, walk, root);
        else if (endpoint == polygon::kTickerEvents)
            polygon::readTickerEvents(harvest, root);
        else if (endpoint == polygon::kSplits)
            polygon::readSplits(harvest, walk, root);
        else if (endpoint == polygon::kDividends)
            polygon::readDividends(harvest, walk, root);
        else if (endpoint == polygon::kNews)
            polygon::readNews(harvest, walk, root);
        else if (endpoint == polygon::kTrades)
            polygon::readTrades(harvest, walk, root);
        else if (endpoint == polygon::kQuotes)
            polygon::readQuotes(harvest, walk, root);
        else if (endpoint == polygon::kLast)
            polygon::readLast(harvest, root);
        else if (endpoint == polygon::kSnapshot)
            polygon::readSnapshot(harvest, walk, root);
    }

    static void readNext(Harvest &harvest, JsonWalk &walk)
    {
        const std::string &endpoint = harvest.payload().ask.endpoint;
        object root;
        if (endpoint == polygon::kOther || endpoint == polygon::kSnapshot || !walk.object(root))
            return;
        const std::string page = pageOf(json::text(root, "next_url"));
        if (page.empty())
            return;
        Ask next = harvest.payload().ask;
        next.with["page"] = page;
        harvest.next(std::move(next));
    }

    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makePolygon()
{
    return std::make_unique<Polygon>();
}

} // namespace core::sources
