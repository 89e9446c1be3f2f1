// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What Polygon knows besides prices: instruments, splits, dividends, news.
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/jsonfields.h"
#include "core/sources/newsitems.h"
#include "core/sources/payouts.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/polygon.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <map>

namespace core::sources::polygon {

using base::Instant;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

/// 00:00 New York of an ISO date.
Instant dayOf(const std::string &text)
{
    const auto day = base::parseDate(text);
    return day ? newYorkZone().toUtc(*day, base::Duration(0)) : Instant();
}

std::string kindOf(const std::string &market, const std::string &type)
{
    if (market == "fx" || market == "crypto")
        return market;
    if (market == "indices")
        return "index";
    return type == "ETF" || type == "ETN" || type == "ETV" || type == "ETS" ? "etf" : "stock";
}

/// What the company of a ticker is called now, or until it was delisted. Without a CIK nothing tells whose it
/// is; since when it has the ticker is not told either, for "list_date" is that of the company.
void addNames(Harvest &harvest, object row, const domain::Instrument &instrument)
{
    using domain::NameBasis;
    using domain::NameKind;
    const auto cik = domain::cikOf(json::text(row, "cik"));
    if (!cik)
        return;
    if (const auto delisted = base::parseInstant(json::text(row, "delisted_utc")); delisted) {
        if (auto *end = harvest.name(*cik, NameKind::Ticker, NameBasis::Stated, instrument.symbol, *delisted))
            end->ends = true;
        return;
    }
    const Instant seen = harvest.payload().fetchedAt;
    harvest.name(*cik, NameKind::Ticker, NameBasis::Listed, instrument.symbol, seen);
    harvest.name(*cik, NameKind::Name, NameBasis::Listed, instrument.name, seen);
    harvest.name(*cik, NameKind::Sic, NameBasis::Listed, json::text(row, "sic_code"), seen);
}

void readTicker(Harvest &harvest, object row)
{
    harvest.record();
    domain::Instrument instrument;
    instrument.symbol = json::text(row, "ticker");
    if (instrument.symbol.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the instrument has no ticker"), {});
    instrument.name = json::text(row, "name");
    const std::string market = json::text(row, "market");
    const std::string type = json::text(row, "type");
    instrument.kind = kindOf(market, type);
    if (market == "stocks" || market == "otc")
        instrument.exchange = "XNYS"; // all of them keep its hours
    else if (market == "crypto")
        instrument.exchange = "24/7";
    instrument.currency = base::upperCase(json::text(row, "currency_name"));
    instrument.sector = json::text(row, "sic_description");
    Meta meta;
    meta.text("type", type)
        .text("primary_exchange", json::text(row, "primary_exchange"))
        .text("cik", json::text(row, "cik"))
        .text("figi", json::text(row, "composite_figi"))
        .text("sic", json::text(row, "sic_code"))
        .text("listed", json::text(row, "list_date"))
        .text("delisted", json::text(row, "delisted_utc"));
    instrument.metadata = meta.take();
    addNames(harvest, row, instrument);
    harvest.values().instruments.push_back(std::move(instrument));
}

/// Calls read for each object of "results"; nothing when there are none.
template <typename Read>
void eachResult(JsonWalk &walk, object root, Read read)
{
    array list;
    if (json::get(root, "results", list))
        walk.each<object>(list, read);
    else if (walk.isCut())
        walk.broken();
}

} // namespace

void readTickers(Harvest &harvest, JsonWalk &walk, object root)
{
    object one;
    if (json::get(root, "results", one)) { // the details of one
        if (walk.isCut())
            return walk.broken();
        return readTicker(harvest, one);
    }
    if (walk.object(root))
        eachResult(walk, root, [&](object row) { readTicker(harvest, row); });
}

void readTickerEvents(Harvest &harvest, object root)
{
    object one;
    array list;
    if (!json::get(root, "results", one))
        return harvest.fail(FaultKind::NotData, Tr::tr("Polygon sent no changes of a ticker"));
    const auto cik = domain::cikOf(json::text(one, "cik"));
    std::vector<std::pair<Instant, std::string>> changes;
    if (json::get(one, "events", list)) {
        for (auto element : list) {
            object event;
            object change;
            if (element.get_object().get(event))
                break;
            harvest.record();
            const Instant day = dayOf(json::text(event, "date"));
            std::string ticker;
            if (json::get(event, "ticker_change", change))
                ticker = json::text(change, "ticker");
            if (ticker.empty() || !day.isValid()) {
                harvest.refuse(ticker.empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                               ticker.empty() ? Tr::tr("the change has no new ticker")
                                              : Tr::tr("the day of the change is not a date"),
                               ticker);
                continue;
            }
            changes.emplace_back(day, std::move(ticker));
        }
    }
    std::ranges::stable_sort(changes, {}, &std::pair<Instant, std::string>::first);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        using domain::NameBasis;
        using domain::NameKind;
        const auto &[day, ticker] = changes[i];
        if (i > 0 && changes[i - 1].second != ticker) {
            domain::Action &rename = harvest.values().actions.emplace_back();
            rename.symbol = changes[i - 1].second;
            rename.kind = domain::ActionKind::Rename;
            rename.effective = day;
            rename.knownAt = day; // when it was announced is not told
            rename.successor = ticker;
            rename.source = harvest.info().name;
            if (auto *end = harvest.name(cik.value_or(std::string()), NameKind::Ticker, NameBasis::Stated,
                                         changes[i - 1].second, day))
                end->ends = true;
        }
        harvest.name(cik.value_or(std::string()), NameKind::Ticker, NameBasis::Stated, ticker, day);
    }
}

void readSplits(Harvest &harvest, JsonWalk &walk, object root)
{
    eachResult(walk, root, [&](object row) {
        harvest.record();
        domain::Action action;
        action.symbol = json::text(row, "ticker");
        action.effective = dayOf(json::text(row, "execution_date"));
        const double from = json::number(row, "split_from").value;
        const double to = json::number(row, "split_to").value;
        if (action.symbol.empty() || !action.effective.isValid())
            return harvest.refuse(action.symbol.empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                                  action.symbol.empty()
                                      ? Tr::tr("the split does not say of which ticker it is")
                                      : Tr::tr("the day of the split is not a date"),
                                  action.symbol);
        if (!(from > 0) || !(to > 0))
            return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the ratio of the split is none"),
                                  action.symbol);
        action.kind = domain::ActionKind::Split;
        action.knownAt = action.effective; // when it was announced is not told
        action.factor = from / to;
        action.source = harvest.info().name;
        harvest.values().actions.push_back(std::move(action));
    });
}

void readDividends(Harvest &harvest, JsonWalk &walk, object root)
{
    // a factor for prices needs the close of the day before, which is not told: events, not actions
    eachResult(walk, root, [&](object row) {
        harvest.record();
        Dividend dividend;
        dividend.ticker = json::text(row, "ticker");
        dividend.exDay = json::text(row, "ex_dividend_date");
        dividend.cash = json::number(row, "cash_amount").value;
        dividend.currency = json::text(row, "currency");
        dividend.declared = json::text(row, "declaration_date");
        dividend.recordDay = json::text(row, "record_date");
        dividend.payDay = json::text(row, "pay_date");
        dividend.type = json::text(row, "dividend_type");
        dividend.frequency = json::number(row, "frequency").value;
        dividend.nativeId = json::text(row, "id");
        addDividend(harvest, dividend);
    });
}

void readNews(Harvest &harvest, JsonWalk &walk, object root)
{
    eachResult(walk, root, [&](object row) {
        harvest.record();
        Article article;
        article.nativeId = json::text(row, "id");
        article.title = json::text(row, "title");
        article.address = json::text(row, "article_url");
        article.author = json::text(row, "author");
        article.summary = json::text(row, "description");
        const std::string published = json::text(row, "published_utc");
        const auto at = base::parseInstant(published);
        if (article.nativeId.empty())
            article.nativeId = article.address;
        if (article.nativeId.empty() || !at)
            return harvest.refuse(article.nativeId.empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                                  article.nativeId.empty() ? Tr::tr("the article has no id")
                                                           : Tr::tr("the date of the article is none"),
                                  article.title);
        article.at = *at;
        object publisher;
        if (json::get(row, "publisher", publisher))
            article.publisher = json::text(publisher, "name");
        std::map<std::string, std::string> sentiments;
        array list;
        if (json::get(row, "insights", list)) {
            for (auto element : list) {
                object insight;
                if (element.get_object().get(insight))
                    break;
                const std::string ticker = json::text(insight, "ticker");
                sentiments[ticker] = json::text(insight, "sentiment");
            }
        }
        std::vector<std::string> tickers;
        if (json::get(row, "tickers", list)) {
            for (auto element : list) {
                std::string ticker = json::text(element);
                if (!ticker.empty() && std::ranges::find(tickers, ticker) == tickers.end())
                    tickers.push_back(std::move(ticker));
            }
        }
        if (tickers.empty())
            addArticle(harvest, article, {}, false, {});
        for (const std::string &ticker : tickers) {
            Meta meta;
            if (const auto found = sentiments.find(ticker); found != sentiments.end())
                meta.text("sentiment", found->second);
            addArticle(harvest, article, ticker, true, std::move(meta));
        }
    });
}

void readSnapshot(Harvest &harvest, JsonWalk &walk, object root)
{
    eachResult(walk, root, [&](object row) {
        harvest.record();
        const std::string ticker = json::text(row, "ticker");
        if (!json::text(row, "error").empty())
            harvest.refuse(RefusalKind::LeftOut, Tr::tr("Polygon gives nothing for this ticker"), ticker);
    });
}

} // namespace core::sources::polygon
