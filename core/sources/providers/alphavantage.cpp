// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Alpha Vantage: bars, news with sentiment, earnings, macro figures. Every refusal comes with status 200, and
// for data of a better plan it sends made-up numbers with a message beside them.
#include "core/sources/providers/alphavantage.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/jsonfields.h"
#include "core/sources/numbers.h"
#include "core/sources/payloadhead.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using simdjson::ondemand::object;

namespace alphavantage {

namespace {

/// The functions that are asked about a symbol, which follows them in the name of a saved answer; the longer
/// of two that begin alike first.
constexpr std::array<std::string_view, 11> kFunctions = {"TIME_SERIES_DAILY_ADJUSTED",
                                                         "TIME_SERIES_DAILY",
                                                         "TIME_SERIES_WEEKLY_ADJUSTED",
                                                         "TIME_SERIES_WEEKLY",
                                                         "TIME_SERIES_MONTHLY_ADJUSTED",
                                                         "TIME_SERIES_MONTHLY",
                                                         "TIME_SERIES_INTRADAY_EXTENDED",
                                                         "TIME_SERIES_INTRADAY",
                                                         "GLOBAL_QUOTE",
                                                         "DIVIDENDS",
                                                         "FX_DAILY"};

std::string_view stemOf(std::string_view origin)
{
    origin.remove_prefix(origin.rfind('/') + 1); // npos + 1 is 0
    return origin.substr(0, origin.rfind('.'));
}

bool isUpper(char c)
{
    return (c >= 'A' && c <= 'Z') || c == '_';
}

/// The function a saved answer is named after; empty when it is none about a symbol.
std::string_view functionIn(std::string_view stem)
{
    const auto found = std::ranges::find_if(kFunctions, [stem](std::string_view name) {
        return stem.starts_with(name) && (stem.size() == name.size() || stem[name.size()] == '_');
    });
    return found == kFunctions.end() ? std::string_view() : *found;
}

} // namespace

std::string functionOf(const Harvest &harvest)
{
    const auto &with = harvest.payload().ask.with;
    if (const auto asked = with.find("function"); asked != with.end())
        return asked->second;
    const std::string_view origin = harvest.payload().origin;
    if (std::string inAddress = queryValue(origin, "function"); !inAddress.empty())
        return inAddress;
    const std::string_view stem = stemOf(origin);
    if (const std::string_view name = functionIn(stem); !name.empty())
        return std::string(name);
    // a macro figure or a commodity: the capitals up to the date, REAL_GDP_PER_CAPITA as well as REAL_GDP
    const auto end = std::ranges::find_if_not(stem, isUpper);
    std::string name(stem.begin(), end);
    while (name.ends_with('_'))
        name.pop_back();
    return name;
}

std::string symbolOf(const Harvest &harvest)
{
    const auto &with = harvest.payload().ask.with;
    if (const auto asked = with.find("symbol"); asked != with.end())
        return asked->second;
    const std::string_view origin = harvest.payload().origin;
    if (std::string inAddress = queryValue(origin, "symbol"); !inAddress.empty())
        return inAddress;
    if (const std::string from = queryValue(origin, "from_symbol"); !from.empty())
        return from + queryValue(origin, "to_symbol");
    const std::string_view stem = stemOf(origin);
    const std::string_view name = functionIn(stem);
    if (name.empty() || stem.size() <= name.size() + 1)
        return {};
    const std::string_view rest = stem.substr(name.size() + 1);
    const std::string_view word = rest.substr(0, rest.find('_'));
    const bool isDate = !word.empty() && word[0] >= '0' && word[0] <= '9';
    return isDate ? std::string() : std::string(word);
}

std::optional<base::Duration> reportClock(std::string_view word)
{
    if (word == "pre-market")
        return std::chrono::hours(9) + std::chrono::minutes(30);
    if (word == "post-market")
        return std::chrono::hours(20);
    return std::nullopt;
}

std::string_view plainKey(std::string_view key)
{
    std::size_t digits = 0;
    while (digits < key.size() && key[digits] >= '0' && key[digits] <= '9')
        ++digits;
    if (digits > 0 && digits + 1 < key.size() && (key[digits] == '.' || key[digits] == ':') &&
        key[digits + 1] == ' ')
        return key.substr(digits + 2);
    return key;
}

bool takeNumber(std::string_view text, double &value)
{
    static const NumberStyle style = [] {
        NumberStyle missing;
        missing.missing = {"None", "-", "null", ".", "NaN"};
        return missing;
    }();
    return parseNumber(text, style, value) <= NumberState::Missing;
}

std::string textOf(std::string_view text)
{
    return text == "None" || text == "-" || text == "null" ? std::string() : std::string(text);
}

} // namespace alphavantage

namespace {

constexpr std::string_view kAlphaVantageServer = "https://www.alphavantage.co/query?";
constexpr std::string_view kAlphaVantageKey = "api_key";

/// What a refusal means. The provider repeats the key in it: it is left out.
AnswerFault faultOfMessage(std::string message)
{
    const auto says = [&message](std::string_view part) { return message.find(part) != std::string::npos; };
    FaultKind kind = FaultKind::Refused;
    if (says("ARTIFICIAL"))
        kind = FaultKind::Artificial;
    else if (says("call frequency") || says("rate limit") || says("requests per day") || says("calls per"))
        kind = FaultKind::TooMany;
    else if (says("premium") || says("apikey") || says("API key") || says("demo"))
        kind = FaultKind::NoAccess;
    constexpr std::string_view kEcho = "API key as ";
    if (const std::size_t at = message.find(kEcho); at != std::string::npos) {
        const std::size_t start = at + kEcho.size();
        message.replace(start, std::min(message.find(' ', start), message.size()) - start, "…");
    }
    if (kind == FaultKind::Artificial)
        return {kind, ::core::base::Tr::tr(
                          "Alpha Vantage sent made-up numbers, because this data needs a better plan; "
                          "nothing was kept")};
    return {kind, ::core::base::Tr::tr("Alpha Vantage answered: “%1”").arg(qs(shortened(message, 300)))};
}

/// Which table a header belongs to; the first rows tell bars of a day from those within one.
std::string_view tableOf(std::string_view text)
{
    std::string_view header = text.substr(0, text.find('\n'));
    if (header.ends_with('\r'))
        header.remove_suffix(1);
    const std::string_view row = text.substr(std::min(text.size(), text.find('\n')));
    if (header.starts_with("timestamp,open,high,low,close") || header == "time,open,high,low,close,volume") {
        const bool hasTime = row.substr(0, row.find(',')).find(':') != std::string_view::npos;
        if (hasTime)
            return alphavantage::kIntraday;
        return header == "timestamp,open,high,low,close" ? alphavantage::kFx : alphavantage::kDaily;
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kHeaders = {
        {{"timestamp,value", alphavantage::kSeries},
         {"symbol,open,high,low,price,volume,latestDay", alphavantage::kQuote},
         {"symbol,name,exchange,assetType", alphavantage::kListing},
         {"symbol,name,type,region", alphavantage::kSearch},
         {"symbol,name,reportDate", alphavantage::kCalendar},
         {"ex_dividend_date,", alphavantage::kDividends}}};
    for (const auto &[start, endpoint] : kHeaders) {
        if (header.starts_with(start))
            return endpoint;
    }
    return header.starts_with("time,") ? alphavantage::kOther : std::string_view(); // an indicator
}

std::string_view objectOf(std::string_view text)
{
    text = text.substr(0, 4000);
    const auto has = [text](std::string_view key) { return text.find(key) != std::string_view::npos; };
    if (has("ARTIFICIAL") || has("\"Note\"") || has("\"Error Message\"") ||
        (has("\"Information\"") && !has("\"Meta Data\"")))
        return alphavantage::kMessage;
    // "Time Series (Daily)", "Monthly Adjusted Time Series"
    if (has("\"Time Series") || (has("\"Meta Data\"") && has(" Time Series\"")))
        return has("1. Information\": \"Intraday") || has("min)\"") ? alphavantage::kIntraday
               : has("FX")                                          ? alphavantage::kFx
                                                                    : alphavantage::kDaily;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kKeys = {
        {{"\"Global Quote\"", alphavantage::kQuote},
         {"\"Realtime Currency Exchange Rate\"", alphavantage::kRate},
         {"\"bestMatches\"", alphavantage::kSearch},
         {"\"feed\"", alphavantage::kNews},
         {"\"annualEarnings\"", alphavantage::kEarnings},
         {"\"quarterlyEarnings\"", alphavantage::kEarnings},
         {"\"transcript\"", alphavantage::kTranscript},
         {"\"AssetType\"", alphavantage::kOverview},
         {"\"annualReports\"", alphavantage::kOther},
         {"\"Technical Analysis", alphavantage::kOther},
         {"\"Meta Data\"", alphavantage::kOther},
         {"\"top_gainers\"", alphavantage::kOther},
         {"\"meta_data\"", alphavantage::kOther},
         {"\"Indicator\"", alphavantage::kOther}}};
    for (const auto &[key, endpoint] : kKeys) {
        if (has(key))
            return endpoint;
    }
    const bool isSeries = has("\"interval\"") && has("\"unit\"") && has("\"data\"");
    return isSeries ? alphavantage::kSeries : std::string_view();
}

class Alphavantage final : public Provider
{
public:
    Alphavantage()
    {
        m_info.name = "alphavantage";
        m_info.parserVersion = 2; // reports by the part of their day
        m_info.title = Tr::tr("Alpha Vantage");
        m_info.about =
            Tr::tr("Daily and intraday bars, news with sentiment, earnings surprises and call transcripts.");
        m_info.licence = Tr::tr("For your own use; the free plan allows 25 requests a day.");
        m_info.key = KeyNeed::Needed;
        m_info.secrets = {std::string(kAlphaVantageKey)};
        m_info.keyUrl = "https://www.alphavantage.co/support/#api-key";
        m_info.example = "IBM";
        m_info.cadence = std::chrono::hours(24);
        m_info.requests = 5;
        m_info.per = std::chrono::minutes(1);
        m_info.parserVersion = 2; // months and macro figures told apart
    }

    const ProviderInfo &info() const override { return m_info; }

    /// Option "macro": macro figures and commodities by their functions, such as "CPI,UNEMPLOYMENT,WTI". They
    /// are few, for each costs one of the requests of the day.
    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        std::vector<Ask> asks = macroAsks(valueOf(settings.options, "macro"));
        if (settings.series.empty() && asks.empty())
            return Error{ErrorCode::BadInput,
                         Tr::tr("Name the tickers that Alpha Vantage is to be asked for, such as IBM.")};
        std::string interval = valueOf(settings.options, "interval");
        if (interval.empty())
            interval = "1d";
        for (const std::string &symbol : settings.series) {
            if (interval == "1d") {
                asks.push_back({std::string(alphavantage::kDaily),
                                {{"symbol", symbol},
                                 {"interval", "1d"},
                                 {"size", window.isBackfill ? "full" : "compact"}}});
            } else if (!window.isBackfill) {
                asks.push_back(
                    {std::string(alphavantage::kIntraday), {{"symbol", symbol}, {"interval", interval}}});
            } else {
                for (const std::string &month : monthsOf(window))
                    asks.push_back({std::string(alphavantage::kIntraday),
                                    {{"symbol", symbol}, {"interval", interval}, {"month", month}}});
            }
            if (valueOf(settings.options, "news") != "no")
                asks.push_back({std::string(alphavantage::kNews),
                                {{"symbol", symbol},
                                 {"from", base::toIso(window.from)},
                                 {"to", base::toIso(window.to)}}});
            asks.push_back({std::string(alphavantage::kEarnings), {{"symbol", symbol}}});
            if (window.isBackfill)
                asks.push_back({std::string(alphavantage::kDividends), {{"symbol", symbol}}});
        }
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        const std::string key = valueOf(settings.secrets, kAlphaVantageKey);
        if (key.empty())
            return Error{ErrorCode::BadInput, Tr::tr("Alpha Vantage needs a key; enter it under Sources.")};
        const std::string symbol = "&symbol=" + percentEncoded(valueOf(ask.with, "symbol"));
        std::string query;
        if (ask.endpoint == alphavantage::kDaily) {
            query =
                "function=TIME_SERIES_DAILY&datatype=csv&outputsize=" + valueOf(ask.with, "size") + symbol;
        } else if (ask.endpoint == alphavantage::kIntraday) {
            query = "function=TIME_SERIES_INTRADAY&datatype=csv&adjusted=false&outputsize=full&interval=" +
                    minutesOf(valueOf(ask.with, "interval")) + symbol;
            if (const std::string month = valueOf(ask.with, "month"); !month.empty())
                query += "&month=" + month;
        } else if (ask.endpoint == alphavantage::kNews) {
            query = "function=NEWS_SENTIMENT&limit=1000&sort=EARLIEST&tickers=" +
                    percentEncoded(valueOf(ask.with, "symbol")) +
                    "&time_from=" + stampOf(valueOf(ask.with, "from")) +
                    "&time_to=" + stampOf(valueOf(ask.with, "to"));
        } else if (ask.endpoint == alphavantage::kEarnings) {
            query = "function=EARNINGS" + symbol;
        } else if (ask.endpoint == alphavantage::kSeries) {
            query = "function=" + percentEncoded(valueOf(ask.with, "function"));
        } else {
            query = "function=DIVIDENDS&datatype=csv" + symbol;
        }
        Call call;
        call.url = std::string(kAlphaVantageServer) + query +
                   "&apikey=" + percentEncoded(key); // it takes the key nowhere else
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view text = afterMark(payload.bytes);
        if (text.starts_with("{"))
            return std::string(objectOf(text));
        if (text.starts_with("Thank you for using Alpha Vantage") ||
            text.starts_with("We have detected your API key"))
            return std::string(alphavantage::kMessage);
        return std::string(tableOf(text));
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = faultOfAnswer(m_info, payload)) {
            harvest.fail(fault->kind, fault->sentence);
            return harvest.take();
        }
        if (afterMark(payload.bytes).starts_with("{"))
            readObject(harvest);
        else
            readTable(harvest);
        return harvest.take();
    }

private:
    static std::vector<Ask> macroAsks(std::string_view functions)
    {
        std::vector<Ask> asks;
        while (!functions.empty()) {
            const std::string_view one = functions.substr(0, functions.find(','));
            functions.remove_prefix(std::min(functions.size(), one.size() + 1));
            if (const std::string_view function = trimmed(one); !function.empty())
                asks.push_back({std::string(alphavantage::kSeries), {{"function", std::string(function)}}});
        }
        return asks;
    }

    static std::string minutesOf(const std::string &interval)
    {
        return interval == "1h" ? "60min" : interval.substr(0, interval.size() - 1) + "min";
    }

    /// "20260517T1612"
    static std::string stampOf(const std::string &iso)
    {
        std::string text;
        for (const char c : iso.substr(0, 16)) {
            if (c != '-' && c != ':')
                text += c;
        }
        return text;
    }

    static std::vector<std::string> monthsOf(const Window &window)
    {
        std::vector<std::string> months;
        const std::chrono::year_month_day first(window.from.utcDay());
        const std::chrono::year_month_day last(window.to.utcDay());
        for (auto month = first.year() / first.month(); month <= last.year() / last.month();
             month += std::chrono::months(1))
            months.push_back(base::toIso(std::chrono::sys_days(month / 1)).substr(0, 7));
        return months;
    }

    static void readTable(Harvest &harvest)
    {
        const Payload &payload = harvest.payload();
        const std::string_view text = afterMark(payload.bytes);
        const std::string &endpoint = payload.ask.endpoint;
        if (endpoint == alphavantage::kMessage || text.starts_with("Thank you for using")) {
            const AnswerFault fault = faultOfMessage(std::string(text));
            return harvest.fail(fault.kind, fault.sentence);
        }
        const std::string_view table = tableOf(text);
        if (table.empty())
            return harvest.fail(FaultKind::NotData,
                                Tr::tr("Alpha Vantage sent something else than the expected table"));
        if (table == alphavantage::kIntraday || table == alphavantage::kDaily || table == alphavantage::kFx)
            alphavantage::readBarTable(harvest);
        else if (table == alphavantage::kQuote)
            alphavantage::readQuoteTable(harvest);
        else if (table == alphavantage::kSeries)
            alphavantage::readSeriesTable(harvest);
        else if (table == alphavantage::kListing)
            alphavantage::readListing(harvest);
        else if (table == alphavantage::kSearch)
            alphavantage::readSearchTable(harvest);
        else if (table == alphavantage::kCalendar)
            alphavantage::readCalendar(harvest);
        else if (table == alphavantage::kDividends)
            alphavantage::readDividends(harvest);
    }

    static void readObject(Harvest &harvest)
    {
        JsonWalk walk(harvest, harvest.payload().bytes);
        object root;
        if (!walk.object(root))
            return harvest.fail(FaultKind::NotData, Tr::tr("Alpha Vantage sent something else than data"));
        for (const char *key : {"Error Message", "Note", "Information", "message"}) {
            const std::string message = json::text(root[key]);
            if (message.starts_with("No articles found"))
                return; // an answer, though an empty one
            if (message.empty())
                continue;
            const AnswerFault fault = faultOfMessage(message);
            return harvest.fail(fault.kind, fault.sentence);
        }
        const std::string &endpoint = harvest.payload().ask.endpoint;
        if (endpoint == alphavantage::kIntraday || endpoint == alphavantage::kDaily ||
            endpoint == alphavantage::kFx)
            alphavantage::readBarObject(harvest, walk, root);
        else if (endpoint == alphavantage::kQuote)
            alphavantage::readQuote(harvest, root);
        else if (endpoint == alphavantage::kRate)
            alphavantage::readRate(harvest, root);
        else if (endpoint == alphavantage::kSearch)
            alphavantage::readSearch(harvest, walk, root);
        else if (endpoint == alphavantage::kOverview)
            alphavantage::readOverview(harvest, root);
        else if (endpoint == alphavantage::kSeries)
            alphavantage::readSeriesObject(harvest, walk, root);
        else if (endpoint == alphavantage::kNews)
            alphavantage::readNews(harvest, walk, root);
        else if (endpoint == alphavantage::kEarnings)
            alphavantage::readEarnings(harvest, walk, root);
        else if (endpoint == alphavantage::kTranscript)
            alphavantage::readTranscript(harvest, walk, root);
    }

    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeAlphavantage()
{
    return std::make_unique<Alphavantage>();
}

} // namespace core::sources
