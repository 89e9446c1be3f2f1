// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Kraken: candles of currencies and coins (the newest 720 of each length), trades, and trades of the live
// stream. Its refusals come with status 200 as texts in "error".
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/cryptotime.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/livewords.h"
#include "core/sources/numbers.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <algorithm>
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

constexpr std::string_view kOhlc = "ohlc";
constexpr std::string_view kKrakenStream = "wss://ws.kraken.com/v2";
constexpr std::string_view kKrakenLive[] = {"trades"};
constexpr std::string_view kKrakenServer = "https://api.kraken.com/0/public/";

/// The texts and numbers of a row such as [1616662740,"52591.9",…].
std::vector<std::string> cellsOf(array row)
{
    std::vector<std::string> cells;
    for (auto value : row)
        cells.push_back(json::text(value));
    return cells;
}

/// A number of a cell; NaN when it is none.
double numberOf(const std::string &cell)
{
    double value = 0;
    return parseNumber(cell, NumberStyle(), value) == NumberState::Value ? value : domain::kMissing;
}

/// "1616662740.1234567" cut to microseconds, as the stream gives them: a trade is then one and the same in
/// both.
Instant secondsIn(const std::string &cell)
{
    const double seconds = numberOf(cell);
    if (!(seconds > 0 && seconds < 1e11) || cell.find_first_not_of("0123456789.") != std::string::npos)
        return {};
    const std::size_t point = std::min(cell.find('.'), cell.size());
    std::string digits = cell.substr(0, point) + cell.substr(std::min(point + 1, cell.size()), 6);
    digits.resize(point + 6, '0');
    return Instant(std::stoll(digits));
}

/// "BTC/USD" for "XBTUSD", "XXBTZUSD" or "BTC/USD": the stream has other names than the rest.
std::string pairOf(const std::string &symbol)
{
    const auto named = [](std::string coin, bool isOld = false) {
        if (isOld && coin.size() == 4 && (coin[0] == 'X' || coin[0] == 'Z')) // "XXBT", "ZUSD", but not "XAUT"
            coin.erase(0, 1);
        return coin == "XBT" ? std::string("BTC") : coin == "XDG" ? std::string("DOGE") : coin;
    };
    const std::string upper = base::upperCase(symbol);
    if (const std::size_t slash = upper.find('/'); slash != std::string::npos)
        return named(upper.substr(0, slash)) + '/' + named(upper.substr(slash + 1));
    constexpr std::string_view kQuotes[] = {"USDT", "USDC", "PYUSD", "ZUSD", "ZEUR", "ZGBP", "ZCAD",
                                            "ZJPY", "ZAUD", "USD",   "EUR",  "GBP",  "CAD",  "JPY",
                                            "AUD",  "CHF",  "XXBT",  "XETH", "XBT",  "ETH",  "BTC"};
    for (const std::string_view quote : kQuotes) {
        // an old name has four letters on both sides: "XETHZEUR", but not "XTZUSD"
        const bool isOld = quote.size() == 4 && (quote[0] == 'Z' || quote[0] == 'X');
        if (upper.size() > quote.size() && upper.ends_with(quote) && (!isOld || upper.size() == 8))
            return named(upper.substr(0, upper.size() - quote.size()), isOld) + '/' +
                   named(std::string(quote), isOld);
    }
    return upper;
}

FaultKind krakenFaultKind(const std::string &error)
{
    const auto says = [&error](std::string_view part) { return error.find(part) != std::string::npos; };
    if (says("Rate limit") || says("Too many requests"))
        return FaultKind::TooMany;
    if (says("Unknown asset"))
        return FaultKind::NotFound;
    if (says("EService"))
        return FaultKind::Unavailable;
    return says("Invalid key") || says("Permission") ? FaultKind::NoAccess : FaultKind::Refused;
}

struct KrakenCandle {
    std::int64_t start; ///< seconds
    BarValues values;
};

void readCandles(Harvest &harvest, JsonWalk &walk, array list, const std::string &symbol)
{
    std::vector<KrakenCandle> candles;
    std::vector<std::int64_t> starts;
    walk.each<array>(list, [&](array row) {
        harvest.record();
        const std::vector<std::string> cells = cellsOf(row);
        if (cells.size() < 8)
            return harvest.refuse(RefusalKind::WrongColumnCount, Tr::tr("the candle has too few parts"),
                                  symbol);
        const double start = numberOf(cells[0]);
        KrakenCandle candle{0,
                            {.open = numberOf(cells[1]),
                             .high = numberOf(cells[2]),
                             .low = numberOf(cells[3]),
                             .close = numberOf(cells[4]),
                             .volume = numberOf(cells[6]),
                             .vwap = numberOf(cells[5])}};
        if (!(start > 0 && start < 1e11))
            return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the bar is none"), cells[0]);
        if (std::isnan(candle.values.open + candle.values.high + candle.values.low + candle.values.close))
            return harvest.refuse(RefusalKind::NotANumber, Tr::tr("a price of the bar is not a number"),
                                  cells[0]);
        candle.start = static_cast<std::int64_t>(start);
        if (const double trades = numberOf(cells[7]); trades >= 0 && trades < 9e15)
            candle.values.trades = static_cast<std::int64_t>(trades);
        starts.push_back(candle.start);
        candles.push_back(candle);
    });
    if (candles.empty())
        return;
    const std::string asked = valueOf(harvest.payload().ask.with, "interval");
    const std::int64_t length = asked.empty() ? lengthOf(starts) : secondsOf(asked);
    if (length == 0)
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("Kraken's candles are of a length that cannot be told"));
    const auto name = std::ranges::find(kCandles, length, [](const auto &candle) { return candle.first; });
    PlainBars bars(harvest, name->second);
    const Instant now = harvest.payload().fetchedAt;
    for (const KrakenCandle &candle : candles) {
        const BarClock::Span span{candle.start * 1'000'000, (candle.start + length) * 1'000'000};
        if (now.isValid() && Instant(span.close) > now)
            continue; // the last one is still being made
        bars.add(symbol, span, candle.values);
    }
    harvest.values().instruments.push_back(instrumentOf(symbol, "crypto", "24/7", {}));
}

void addTrade(Harvest &harvest, const std::string &symbol, Instant at, double price, double size,
              std::string side)
{
    if (symbol.empty() || !at.isValid())
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the trade or quote is none"),
                              symbol);
    if (!std::isfinite(price))
        return harvest.refuse(RefusalKind::NotANumber,
                              Tr::tr("a price of the trade or quote is not a number"), symbol);
    domain::Tick tick;
    tick.symbol = symbol;
    tick.ts = at;
    tick.price = price;
    tick.size = size;
    tick.condition = std::move(side);
    tick.exchange = "kraken";
    harvest.values().ticks.push_back(std::move(tick));
}

void readTrades(Harvest &harvest, JsonWalk &walk, array list, const std::string &symbol)
{
    walk.each<array>(list, [&](array row) {
        harvest.record();
        const std::vector<std::string> cells = cellsOf(row);
        if (cells.size() < 4)
            return harvest.refuse(RefusalKind::WrongColumnCount, Tr::tr("the trade has too few parts"),
                                  symbol);
        addTrade(harvest, symbol, secondsIn(cells[2]), numberOf(cells[0]), numberOf(cells[1]), cells[3]);
    });
}

void readKrakenFrame(Harvest &harvest, std::string_view text, std::string &refusal)
{
    JsonWalk walk(harvest, text);
    object frame;
    array list;
    if (!walk.object(frame))
        return walk.broken();
    if (const std::string error = json::text(frame, "error"); !error.empty())
        refusal = error;
    if (json::text(frame, "channel") != "trade")
        return walk.isCut() ? walk.broken() : void(); // heartbeats and the like
    if (!json::get(frame, "data", list))
        return walk.broken();
    walk.each<object>(list, [&](object trade) {
        harvest.record();
        const auto at = base::parseInstant(json::text(trade, "timestamp"));
        std::string symbol = json::text(trade, "symbol");
        if (std::string named = valueOf(harvest.payload().ask.with, symbol); !named.empty())
            symbol = std::move(named);
        const std::string side = json::text(trade, "side");
        addTrade(harvest, symbol, at ? *at : Instant(), json::number(trade, "price").value,
                 json::number(trade, "qty").value,
                 side == "buy"    ? "b"
                 : side == "sell" ? "s"
                                  : side);
    });
}

void readAnswer(Harvest &harvest)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    object root;
    if (!walk.object(root))
        return harvest.fail(FaultKind::NotData, Tr::tr("Kraken sent something else than data"));
    array errors;
    if (json::get(root, "error", errors)) {
        for (auto error : errors) {
            const std::string sentence = json::text(error);
            if (!sentence.empty() && !sentence.starts_with('W')) // W: a warning beside data
                return harvest.fail(krakenFaultKind(sentence),
                                    Tr::tr("Kraken answered: “%1”").arg(qs(sentence)));
        }
    }
    object result;
    if (!walk.object(root) || !json::get(root, "result", result))
        return walk.isCut()
                   ? walk.broken()
                   : harvest.fail(FaultKind::NotData, Tr::tr("Kraken sent something else than data"));
    std::string last;
    for (auto field : result) {
        std::string_view key;
        array list;
        if (field.unescaped_key().get(key))
            break;
        std::string symbol(key);
        if (symbol == "last") {
            last = json::text(field.value());
            continue;
        }
        if (const std::string asked = valueOf(harvest.payload().ask.with, "symbol"); !asked.empty())
            symbol = asked;
        if (field.value().get_array().get(list))
            continue;
        if (harvest.payload().ask.endpoint == kTrades)
            readTrades(harvest, walk, list, symbol);
        else
            readCandles(harvest, walk, list, symbol);
    }
    // trades go on where they ended; the last page names the same place again
    const Ask &ask = harvest.payload().ask;
    if (harvest.payload().ask.endpoint == kTrades && !last.empty() && last != valueOf(ask.with, "since") &&
        harvest.values().ticks.size() >= 1000) {
        Ask next = ask;
        next.with["since"] = last;
        harvest.next(std::move(next));
    }
}

class Kraken final : public Provider
{
public:
    Kraken()
    {
        m_info.name = "kraken";
        m_info.title = Tr::tr("Kraken");
        m_info.about = Tr::tr("Bitcoin and other coins against currencies: the newest 720 candles of each "
                              "length, and live trades.");
        m_info.licence = Tr::tr("Public market data, for your own use.");
        m_info.cadence = std::chrono::hours(1);
        m_info.requests = 1;
        m_info.per = std::chrono::seconds(1);
        m_info.stream = kFrames;
        m_info.starter = {.years = 2, .answerBytes = 65'000, .options = {}}; // it keeps the last 720 candles
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        std::string interval = valueOf(settings.options, "interval");
        if (interval.empty())
            interval = "1d";
        if (secondsOf(interval) == 0 || interval == "6h")
            return Error{ErrorCode::BadInput,
                         Tr::tr("Kraken has no candles of the interval %1; it has 1m, 5m, 15m, 30m, 1h, "
                                "4h, 1d and 1w.")
                             .arg(qs(interval))};
        if (const auto words = liveWords(m_info, settings, kKrakenLive); !words)
            return words.error();
        const std::string since = std::to_string(window.from.micros() / 1'000'000);
        std::vector<Ask> asks;
        for (const std::string &symbol : followed(settings)) {
            asks.push_back(
                {std::string(kOhlc), {{"symbol", symbol}, {"interval", interval}, {"since", since}}});
            if (valueOf(settings.options, "trades") == "yes")
                asks.push_back({std::string(kTrades), {{"symbol", symbol}, {"since", since}}});
        }
        return asks;
    }

    Result<std::optional<Stream>> stream(const SourceSettings &settings, std::span<const Ask>) const override
    {
        const auto words = liveWords(m_info, settings, kKrakenLive);
        if (!words)
            return words.error();
        if (words->empty())
            return std::optional<Stream>();
        Stream stream{.url = std::string(kKrakenStream),
                      .subscribe = {},
                      .ask = {std::string(kFrames), {}},
                      .idle = {},
                      .heartbeat = {}};
        std::vector<std::string> pairs;
        for (const std::string &symbol : followed(settings)) {
            pairs.push_back(pairOf(symbol));
            stream.ask.with.emplace(pairs.back(), symbol);
        }
        stream.subscribe = {
            R"({"method":"subscribe","params":{"channel":"trade","snapshot":false,"symbol":)" +
            jsonTexts(pairs) + "}}"};
        stream.idle = {R"("channel":"heartbeat")"};
        return std::optional(std::move(stream));
    }

    /// Candles, and the trades themselves.
    Result<std::vector<Ask>> streamGapAsks(const SourceSettings &settings,
                                           const Window &window) const override
    {
        SourceSettings with = settings;
        with.options["trades"] = "yes";
        return asks(with, window);
    }

    Result<Call> call(const Ask &ask, const SourceSettings &) const override
    {
        Call call;
        const std::string pair = "pair=" + percentEncoded(valueOf(ask.with, "symbol"));
        const std::string since = "&since=" + percentEncoded(valueOf(ask.with, "since"));
        if (ask.endpoint == kTrades)
            call.url = std::string(kKrakenServer) + "Trades?count=1000&" + pair + since;
        else
            call.url = std::string(kKrakenServer) + "OHLC?" + pair +
                       "&interval=" + std::to_string(secondsOf(valueOf(ask.with, "interval")) / 60) + since;
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view bytes = payload.bytes.substr(0, 2000);
        const std::size_t start = bytes.find_first_not_of(" \t\r\n");
        if (start == std::string_view::npos || bytes[start] != '{')
            return {};
        if (bytes.find("\"channel\"") != std::string_view::npos)
            return std::string(kFrames);
        if (bytes.find("\"error\"") == std::string_view::npos)
            return {};
        const bool hasSides = bytes.find(",\"b\",") != std::string_view::npos ||
                              bytes.find(",\"s\",") != std::string_view::npos;
        return std::string(hasSides ? kTrades : kOhlc);
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = faultOfAnswer(m_info, payload)) {
            harvest.fail(fault->kind, fault->sentence);
        } else if (payload.ask.endpoint == kFrames) {
            std::string refusal;
            eachLine(payload.bytes, [&](std::string_view line) { readKrakenFrame(harvest, line, refusal); });
            if (!refusal.empty())
                tellRefusal(harvest, FaultKind::Refused,
                            Tr::tr("Kraken answered: “%1”").arg(qs(shortened(refusal, 200))));
        } else {
            readAnswer(harvest);
        }
        return harvest.take();
    }

private:
    static std::vector<std::string> followed(const SourceSettings &settings)
    {
        return settings.series.empty() ? std::vector<std::string>{"XBTUSD", "ETHUSD"} : settings.series;
    }

    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeKraken()
{
    return std::make_unique<Kraken>();
}

} // namespace core::sources
