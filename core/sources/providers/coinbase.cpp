// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Coinbase Exchange: candles (newest first, at most 300 an answer, the low before the high), trades, and the
// matches and tickers of the live stream. Its answers do not say of which product they are.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/cryptotime.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/livewords.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <cmath>
#include <vector>

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

constexpr std::string_view kCandlesOf = "candles";
constexpr std::string_view kCoinbaseStream = "wss://ws-feed.exchange.coinbase.com";
constexpr std::string_view kCoinbaseLive[] = {"trades", "quotes"};
constexpr std::string_view kCoinbaseServer = "https://api.exchange.coinbase.com/products/";
constexpr std::int64_t kCoinbasePage = 300;

/// From the ask, else from the address ("…/products/BTC-USD/candles").
std::string coinbaseSymbol(const Harvest &harvest)
{
    if (std::string asked = valueOf(harvest.payload().ask.with, "symbol"); !asked.empty())
        return asked;
    constexpr std::string_view kBefore = "/products/";
    const std::string_view origin = harvest.payload().origin;
    const std::size_t at = origin.find(kBefore);
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = origin.substr(at + kBefore.size());
    return std::string(rest.substr(0, rest.find('/')));
}

void addTrade(Harvest &harvest, object row, const std::string &symbol)
{
    const auto at = base::parseInstant(json::text(row, "time"));
    const json::Number price = json::number(row, "price");
    const json::Number size = json::number(row, "size");
    if (symbol.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the trade or quote does not say of what it is"),
                              {});
    if (!at)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the trade or quote is none"),
                              symbol);
    if (price.isBad || size.isBad || std::isnan(price.value))
        return harvest.refuse(RefusalKind::NotANumber,
                              Tr::tr("a price of the trade or quote is not a number"), symbol);
    domain::Tick tick;
    tick.symbol = symbol;
    tick.ts = *at;
    tick.price = price.value;
    tick.size = size.value;
    tick.exchange = "coinbase";
    tick.condition = json::text(row, "side");
    harvest.values().ticks.push_back(std::move(tick));
}

void addTicker(Harvest &harvest, object row, const std::string &symbol)
{
    const auto at = base::parseInstant(json::text(row, "time"));
    const double bid = json::number(row, "best_bid").value;
    const double bidSize = json::number(row, "best_bid_size").value;
    const double ask = json::number(row, "best_ask").value;
    const double askSize = json::number(row, "best_ask_size").value;
    if (symbol.empty() || !at)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the trade or quote is none"),
                              symbol);
    if (std::isnan(bid) && std::isnan(ask))
        return harvest.refuse(RefusalKind::NotANumber,
                              Tr::tr("a price of the trade or quote is not a number"), symbol);
    harvest.values().quotes.push_back({symbol, *at, bid, bidSize, ask, askSize});
}

void readCandles(Harvest &harvest, JsonWalk &walk, array list)
{
    struct Candle {
        std::int64_t start; ///< seconds
        BarValues values;
    };
    const std::string symbol = coinbaseSymbol(harvest);
    std::vector<Candle> candles;
    std::vector<std::int64_t> starts;
    walk.each<array>(list, [&](array row) {
        harvest.record();
        double cells[6];
        std::size_t count = 0;
        for (auto value : row) {
            const json::Number number = json::number(value);
            if (count < std::size(cells))
                cells[count] = number.isBad ? domain::kMissing : number.value;
            ++count;
        }
        if (count < std::size(cells))
            return harvest.refuse(RefusalKind::WrongColumnCount, Tr::tr("the candle has too few parts"),
                                  symbol);
        if (!(cells[0] > 0 && cells[0] < 1e11))
            return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the bar is none"), symbol);
        if (std::isnan(cells[1] + cells[2] + cells[3] + cells[4]))
            return harvest.refuse(RefusalKind::NotANumber, Tr::tr("a price of the bar is not a number"),
                                  symbol);
        const auto start = static_cast<std::int64_t>(cells[0]);
        starts.push_back(start);
        candles.push_back(
            {start,
             {.open = cells[3], .high = cells[2], .low = cells[1], .close = cells[4], .volume = cells[5]}});
    });
    if (candles.empty())
        return;
    const std::string asked = valueOf(harvest.payload().ask.with, "interval");
    const std::int64_t length = asked.empty() ? lengthOf(starts) : secondsOf(asked);
    if (symbol.empty() || length == 0)
        return harvest.fail(FaultKind::NotData,
                            symbol.empty()
                                ? Tr::tr("The answer does not say of which product its candles are")
                                : Tr::tr("Coinbase's candles are of a length that cannot be told"));
    const auto name = std::ranges::find(kCandles, length, [](const auto &candle) { return candle.first; });
    PlainBars bars(harvest, name->second);
    const Instant now = harvest.payload().fetchedAt;
    for (auto candle = candles.rbegin(); candle != candles.rend(); ++candle) {
        const BarClock::Span span{candle->start * 1'000'000, (candle->start + length) * 1'000'000};
        if (now.isValid() && Instant(span.close) > now)
            continue; // the newest one is still being made
        bars.add(symbol, span, candle->values);
    }
    harvest.values().instruments.push_back(
        instrumentOf(symbol, "crypto", "24/7", symbol.substr(symbol.rfind('-') + 1)));
}

void readCoinbaseFrame(Harvest &harvest, std::string_view text, std::string &refusal)
{
    JsonWalk walk(harvest, text);
    object frame;
    if (!walk.object(frame) || walk.isCut())
        return walk.broken();
    const std::string type = json::text(frame, "type");
    if (type == "error") {
        refusal = json::text(frame, "message");
        const std::string reason = json::text(frame, "reason");
        refusal += reason.empty() ? reason : ": " + reason;
        return;
    }
    const bool isTrade = type == "match" || type == "last_match";
    if (!isTrade && type != "ticker")
        return; // subscriptions, heartbeats, orders
    harvest.record();
    const std::string symbol = json::text(frame, "product_id");
    if (isTrade)
        addTrade(harvest, frame, symbol);
    else
        addTicker(harvest, frame, symbol);
}

class Coinbase final : public Provider
{
public:
    Coinbase()
    {
        m_info.name = "coinbase";
        m_info.title = Tr::tr("Coinbase Exchange");
        m_info.about = Tr::tr("Bitcoin and other coins against dollar and euro: candles from a minute to a "
                              "day, years back, and live "
                              "trades and quotes.");
        m_info.licence = Tr::tr("Public market data, for your own use.");
        m_info.cadence = std::chrono::hours(1);
        m_info.requests = 3;
        m_info.per = std::chrono::seconds(1);
        m_info.stream = kFrames;
        m_info.starter = {.years = 8, .answerBytes = 18'000, .options = {}}; // 300 candles
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        std::string interval = valueOf(settings.options, "interval");
        if (interval.empty())
            interval = "1d";
        const std::int64_t length = secondsOf(interval);
        if (length == 0 || interval == "30m" || interval == "4h" || interval == "1w")
            return Error{
                ErrorCode::BadInput,
                Tr::tr("Coinbase has no candles of the interval %1; it has 1m, 5m, 15m, 1h, 6h and 1d.")
                    .arg(qs(interval))};
        if (const auto words = liveWords(m_info, settings, kCoinbaseLive); !words)
            return words.error();
        std::vector<Ask> asks;
        for (const std::string &symbol : followed(settings)) {
            // an answer has at most 300 candles, and a longer window is refused
            for (Instant from = window.from; from < window.to;) {
                const Instant to =
                    std::min(window.to, from + std::chrono::seconds(length * (kCoinbasePage - 1)));
                asks.push_back({std::string(kCandlesOf),
                                {{"symbol", symbol},
                                 {"interval", interval},
                                 {"from", base::toIso(from)},
                                 {"to", base::toIso(to)}}});
                from = to;
            }
        }
        return asks;
    }

    Result<std::optional<Stream>> stream(const SourceSettings &settings, std::span<const Ask>) const override
    {
        const auto words = liveWords(m_info, settings, kCoinbaseLive);
        if (!words)
            return words.error();
        if (words->empty())
            return std::optional<Stream>();
        std::vector<std::string> channels;
        for (const std::string &word : *words)
            channels.emplace_back(word == "trades" ? "matches" : "ticker");
        Stream stream{.url = std::string(kCoinbaseStream),
                      .subscribe = {},
                      .ask = {std::string(kFrames), {}},
                      .idle = {},
                      .heartbeat = {}};
        stream.subscribe = {R"({"type":"subscribe","product_ids":)" + jsonTexts(followed(settings)) +
                            R"(,"channels":)" + jsonTexts(channels) + '}'};
        return std::optional(std::move(stream));
    }

    /// Candles, and the newest thousand trades of each product: there is no asking for those of a time.
    Result<std::vector<Ask>> streamGapAsks(const SourceSettings &settings,
                                           const Window &window) const override
    {
        auto list = asks(settings, window);
        const auto words = liveWords(m_info, settings, kCoinbaseLive);
        if (!list || !words || words->empty() || words->front() != "trades")
            return list;
        for (const std::string &symbol : followed(settings)) // the time keeps one gap apart from the next
            list->push_back({std::string(kTrades), {{"symbol", symbol}, {"to", base::toIso(window.to)}}});
        return list;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &) const override
    {
        Call call;
        call.url = std::string(kCoinbaseServer) + percentEncoded(valueOf(ask.with, "symbol"));
        if (ask.endpoint == kTrades)
            call.url += "/trades?limit=1000";
        else
            call.url += "/candles?granularity=" + std::to_string(secondsOf(valueOf(ask.with, "interval"))) +
                        "&start=" + percentEncoded(valueOf(ask.with, "from")) +
                        "&end=" + percentEncoded(valueOf(ask.with, "to"));
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view bytes = payload.bytes.substr(0, 2000);
        const std::size_t start = bytes.find_first_not_of(" \t\r\n");
        if (start == std::string_view::npos)
            return {};
        if (bytes[start] == '[') {
            const std::size_t next = bytes.find_first_not_of(" \t\r\n", start + 1);
            if (next != std::string_view::npos && bytes[next] == '[')
                return std::string(kCandlesOf);
            return std::string(bytes.find("\"trade_id\"") == std::string_view::npos ? std::string_view()
                                                                                    : kTrades);
        }
        const bool isFrame = bytes.find("\"product_id") != std::string_view::npos ||
                             bytes.find("\"type\"") != std::string_view::npos;
        if (bytes[start] == '{' && isFrame)
            return std::string(kFrames);
        return std::string(bytes[start] == '{' && bytes.find("\"message\"") != std::string_view::npos
                               ? kCandlesOf
                               : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        const auto fault = faultOfAnswer(m_info, payload);
        if (payload.ask.endpoint == kFrames && !fault)
            readFrames(harvest);
        else
            readAnswer(harvest, fault);
        return harvest.take();
    }

private:
    static void readFrames(Harvest &harvest)
    {
        std::string refusal;
        eachLine(harvest.payload().bytes,
                 [&](std::string_view line) { readCoinbaseFrame(harvest, line, refusal); });
        if (!refusal.empty())
            tellRefusal(harvest, FaultKind::Refused,
                        Tr::tr("Coinbase answered: “%1”").arg(qs(shortened(refusal, 200))));
    }

    static std::vector<std::string> followed(const SourceSettings &settings)
    {
        return settings.series.empty() ? std::vector<std::string>{"BTC-USD", "ETH-USD"} : settings.series;
    }

    static void readAnswer(Harvest &harvest, const std::optional<AnswerFault> &fault)
    {
        JsonWalk walk(harvest, harvest.payload().bytes);
        object root;
        array list;
        if (walk.object(root)) {
            const std::string message = json::text(root, "message");
            FaultKind kind = fault ? fault->kind : FaultKind::Refused;
            if (message == "NotFound")
                kind = FaultKind::NotFound;
            else if (message.find("rate limit") != std::string::npos)
                kind = FaultKind::TooMany;
            return harvest.fail(kind, Tr::tr("Coinbase answered: “%1”").arg(qs(shortened(message, 200))));
        }
        if (fault)
            return harvest.fail(fault->kind, fault->sentence);
        if (!walk.array(list))
            return harvest.fail(FaultKind::NotData, Tr::tr("Coinbase sent something else than data"));
        if (harvest.payload().ask.endpoint != kTrades)
            return readCandles(harvest, walk, list);
        const std::string symbol = coinbaseSymbol(harvest);
        walk.each<object>(list, [&](object row) {
            harvest.record();
            addTrade(harvest, row, symbol);
        });
    }

    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeCoinbase()
{
    return std::make_unique<Coinbase>();
}

} // namespace core::sources
