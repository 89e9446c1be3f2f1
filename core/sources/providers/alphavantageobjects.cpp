// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The objects of Alpha Vantage that are not bars: news with sentiment, earnings, transcripts, one quote.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/jsonfields.h"
#include "core/sources/newsitems.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/alphavantage.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace core::sources::alphavantage {

using base::Instant;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

/// "20260517T161234", UTC.
Instant stampOf(const std::string &text)
{
    if (text.size() < 13 || text[8] != 'T')
        return {};
    const std::string seconds = text.size() >= 15 ? text.substr(13, 2) : "00";
    const auto at =
        base::parseInstant(text.substr(0, 4) + '-' + text.substr(4, 2) + '-' + text.substr(6, 2) + 'T' +
                           text.substr(9, 2) + ':' + text.substr(11, 2) + ':' + seconds + 'Z');
    return at ? *at : Instant();
}

/// "Somewhat_Bullish" and "Somewhat-Bullish" are the same.
std::string labelOf(std::string text)
{
    std::ranges::replace(text, '_', '-');
    return text;
}

void addInstrument(Harvest &harvest, const Fields &fields)
{
    domain::Instrument instrument;
    instrument.symbol = valueOf(fields, "symbol");
    if (instrument.symbol.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the instrument has no ticker"),
                              valueOf(fields, "name"));
    instrument.name = valueOf(fields, "name");
    instrument.kind = valueOf(fields, "type") == "ETF" ? "etf" : "stock";
    instrument.exchange = valueOf(fields, "region") == "United States" ? "XNYS" : "";
    instrument.currency = valueOf(fields, "currency");
    harvest.values().instruments.push_back(std::move(instrument));
}

void readArticle(Harvest &harvest, object row)
{
    harvest.record();
    Article article;
    article.title = json::text(row, "title");
    article.address = json::text(row, "url");
    article.nativeId = article.address;
    article.at = stampOf(json::text(row, "time_published"));
    article.publisher = json::text(row, "source");
    article.summary = json::text(row, "summary");
    array list;
    if (json::get(row, "authors", list)) {
        for (auto author : list) {
            const std::string name = json::text(author);
            if (!name.empty())
                article.author.append(article.author.empty() ? "" : ", ").append(name);
        }
    }
    if (article.address.empty() || !article.at.isValid())
        return harvest.refuse(article.address.empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                              article.address.empty() ? Tr::tr("the article has no address")
                                                      : Tr::tr("the date of the article is none"),
                              article.title);
    const double overall = json::number(row, "overall_sentiment_score").value;
    const std::string label = labelOf(json::text(row, "overall_sentiment_label"));
    std::set<std::string> tickers;
    if (json::get(row, "ticker_sentiment", list)) {
        for (auto element : list) {
            object one;
            if (element.get_object().get(one))
                break;
            const std::string ticker = json::text(one, "ticker");
            if (ticker.empty() || !tickers.insert(ticker).second)
                continue;
            Meta meta;
            meta.number("relevance", json::number(one, "relevance_score").value)
                .number("sentiment", json::number(one, "ticker_sentiment_score").value)
                .text("sentiment_label", labelOf(json::text(one, "ticker_sentiment_label")))
                .number("article_sentiment", overall);
            addArticle(harvest, article, ticker, true, std::move(meta));
        }
    }
    if (tickers.empty()) {
        Meta meta;
        meta.number("sentiment", overall).text("sentiment_label", label);
        addArticle(harvest, article, {}, false, std::move(meta));
    }
}

void readReport(Harvest &harvest, const std::string &symbol, object row)
{
    harvest.record();
    const std::string quarter = json::text(row, "fiscalDateEnding");
    const auto day = base::parseDate(json::text(row, "reportedDate"));
    double actual = 0;
    double expected = 0;
    double surprise = 0;
    double percent = 0;
    const bool isGood = takeNumber(json::text(row, "reportedEPS"), actual) &&
                        takeNumber(json::text(row, "estimatedEPS"), expected) &&
                        takeNumber(json::text(row, "surprise"), surprise) &&
                        takeNumber(json::text(row, "surprisePercentage"), percent);
    const std::string time = json::text(row, "reportTime");
    if (!day)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the day of the report is not a date"), quarter);
    if (!isGood)
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("a figure of the report is not a number"),
                              quarter);
    domain::Event &event =
        harvest.event("earnings_announcement", symbol, "earnings/" + symbol + '/' + quarter, {});
    Harvest::setDay(event, *day, newYorkZone());
    if (const auto clock = reportClock(time))
        event.knownAt = newYorkZone().toUtc(*day, *clock);
    event.value = percent;
    event.unit = "percent";
    Meta meta;
    meta.number("actual", actual)
        .number("expected", expected)
        .number("surprise", surprise)
        .text("quarter", quarter)
        .text("report_time", time);
    event.metadata = meta.take();
}

/// A full answer ends before its window does: the later articles are asked for, if the last one is later than
/// the first could be. The provider takes minutes.
void readLater(Harvest &harvest, std::size_t found)
{
    constexpr std::size_t kMost = 1000;
    const Ask &ask = harvest.payload().ask;
    const auto from = base::parseInstant(sources::valueOf(ask.with, "from"));
    const auto &articles = harvest.values().events;
    if (found < kMost || !from || articles.empty())
        return;
    const Instant last = startOf(articles.back().timestamp, std::chrono::minutes(1));
    if (last <= *from)
        return;
    Ask later = ask;
    later.with["from"] = base::toIso(last);
    harvest.next(std::move(later));
}

} // namespace

Fields plainFields(object from)
{
    Fields fields;
    for (auto field : from) {
        std::string_view key;
        if (field.unescaped_key().get(key))
            break;
        std::string name(plainKey(key));
        fields.emplace(std::move(name), json::text(field.value()));
    }
    return fields;
}

std::string_view valueOf(const Fields &fields, std::string_view name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

void readQuote(Harvest &harvest, object root)
{
    object quote;
    harvest.record();
    if (!json::get(root, "Global Quote", quote))
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("there is no quote"), {});
    const auto fields = plainFields(quote);
    BarValues values;
    const std::pair<std::string_view, double *> columns[] = {{"open", &values.open},
                                                             {"high", &values.high},
                                                             {"low", &values.low},
                                                             {"price", &values.close},
                                                             {"volume", &values.volume}};
    const std::string symbol(valueOf(fields, "symbol"));
    for (const auto &[name, value] : columns) {
        if (!takeNumber(valueOf(fields, name), *value))
            return harvest.refuse(RefusalKind::NotANumber, Tr::tr("a price of the bar is not a number"),
                                  symbol);
    }
    const auto day = base::parseDate(valueOf(fields, "latest trading day"));
    if (!day)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the bar is none"), symbol);
    BarClock session(newYorkSession());
    PlainBars(harvest, "1d").add(symbol, session.of(onDay(*day), newYorkZone()), values);
}

void readRate(Harvest &harvest, object root)
{
    object rate;
    harvest.record();
    if (!json::get(root, "Realtime Currency Exchange Rate", rate))
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("there is no quote"), {});
    const auto fields = plainFields(rate);
    const std::string symbol =
        std::string(valueOf(fields, "From_Currency Code")) + std::string(valueOf(fields, "To_Currency Code"));
    const auto at = base::parseInstant(valueOf(fields, "Last Refreshed"));
    double price = 0;
    double bid = 0;
    double ask = 0;
    if (symbol.empty() || !at || valueOf(fields, "Time Zone") != "UTC")
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the trade or quote is none"),
                              symbol);
    if (!takeNumber(valueOf(fields, "Exchange Rate"), price) ||
        !takeNumber(valueOf(fields, "Bid Price"), bid) || !takeNumber(valueOf(fields, "Ask Price"), ask) ||
        (std::isnan(price) && std::isnan(bid)))
        return harvest.refuse(RefusalKind::NotANumber,
                              Tr::tr("a price of the trade or quote is not a number"), symbol);
    if (std::isnan(bid) || std::isnan(ask)) {
        domain::Tick tick;
        tick.symbol = symbol;
        tick.ts = *at;
        tick.price = std::isnan(price) ? bid : price;
        harvest.values().ticks.push_back(std::move(tick));
        return;
    }
    harvest.values().quotes.push_back({symbol, *at, bid, domain::kMissing, ask, domain::kMissing});
}

void readSearch(Harvest &harvest, JsonWalk &walk, object root)
{
    array list;
    if (!json::get(root, "bestMatches", list))
        return walk.isCut() ? walk.broken() : void();
    walk.each<object>(list, [&](object row) {
        harvest.record();
        addInstrument(harvest, plainFields(row));
    });
}

void readOverview(Harvest &harvest, object root)
{
    harvest.record();
    domain::Instrument instrument;
    instrument.symbol = json::text(root, "Symbol");
    if (instrument.symbol.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the instrument has no ticker"), {});
    instrument.name = textOf(json::text(root, "Name"));
    instrument.kind = json::text(root, "AssetType") == "ETF" ? "etf" : "stock";
    const std::string exchange = textOf(json::text(root, "Exchange"));
    const std::string country = textOf(json::text(root, "Country"));
    instrument.exchange = country == "USA" || exchange == "NYSE" || exchange == "NASDAQ" ? "XNYS" : "";
    instrument.currency = textOf(json::text(root, "Currency"));
    instrument.sector = textOf(json::text(root, "Sector"));
    Meta meta;
    meta.text("primary_exchange", exchange)
        .text("country", country)
        .text("industry", textOf(json::text(root, "Industry")))
        .text("cik", textOf(json::text(root, "CIK")));
    instrument.metadata = meta.take();
    harvest.values().instruments.push_back(std::move(instrument));
}

void readNews(Harvest &harvest, JsonWalk &walk, object root)
{
    array list;
    if (!json::get(root, "feed", list))
        return walk.isCut() ? walk.broken() : void();
    std::size_t found = 0;
    walk.each<object>(list, [&](object row) {
        ++found;
        readArticle(harvest, row);
    });
    readLater(harvest, found);
}

void readEarnings(Harvest &harvest, JsonWalk &walk, object root)
{
    const std::string symbol = json::text(root, "symbol");
    array list;
    if (symbol.empty())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("The answer does not say of which symbol its reports are"));
    if (!json::get(root, "quarterlyEarnings", list)) // the yearly ones are their sums
        return walk.isCut() ? walk.broken() : void();
    walk.each<object>(list, [&](object row) { readReport(harvest, symbol, row); });
}

void readTranscript(Harvest &harvest, JsonWalk &walk, object root)
{
    const std::string symbol = json::text(root, "symbol");
    const std::string quarter = json::text(root, "quarter"); // 2024Q1
    int year = 0;
    const bool isQuarter =
        quarter.size() == 6 && quarter[4] == 'Q' && quarter[5] >= '1' && quarter[5] <= '4' &&
        std::from_chars(quarter.data(), quarter.data() + 4, year).ptr == quarter.data() + 4;
    array list;
    if (symbol.empty() || !isQuarter || year < 1900)
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("The transcript does not say of which company and quarter it is"));
    if (!json::get(root, "transcript", list))
        return walk.isCut() ? walk.broken() : void();
    std::set<std::string> speakers;
    std::uint64_t turns = 0;
    std::uint64_t words = 0;
    double sentiment = 0;
    std::uint64_t judged = 0;
    walk.each<object>(list, [&](object turn) {
        harvest.record();
        const std::string speaker = json::text(turn, "speaker");
        const std::string content = json::text(turn, "content");
        const json::Number score = json::number(turn, "sentiment");
        if (content.empty())
            return harvest.refuse(RefusalKind::NoValue, Tr::tr("nothing was said in this turn"), speaker);
        if (!speaker.empty())
            speakers.insert(speaker);
        ++turns;
        words += static_cast<std::uint64_t>(std::ranges::count(content, ' ')) + 1;
        if (!std::isnan(score.value)) {
            sentiment += score.value;
            ++judged;
        }
    });
    if (turns == 0)
        return;
    const auto month = static_cast<unsigned>(quarter[5] - '0') * 3;
    const base::Date end =
        std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::last);
    domain::Event &event =
        harvest.event("transcript", symbol, "transcript/" + symbol + '/' + quarter, Instant(end));
    event.precision = domain::Precision::Day;
    harvest.knownAfter(event, "earnings_call"); // the day of the call is not told
    event.text = symbol + ' ' + quarter;
    Meta meta;
    meta.number("speakers", static_cast<double>(speakers.size()))
        .number("turns", static_cast<double>(turns))
        .number("words", static_cast<double>(words))
        .number("sentiment", judged == 0 ? domain::kMissing : sentiment / static_cast<double>(judged))
        .text("quarter", quarter);
    event.metadata = meta.take();
}

} // namespace core::sources::alphavantage
