// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The search of GDELT: articles about a subject, and how many there were over time.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/boundrules.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/newsitems.h"
#include "core/sources/providers/gdelt.h"

#include <cmath>

namespace core::sources::gdelt {

using base::Tr;
using simdjson::ondemand::object;

namespace {

constexpr std::uint64_t kPage = 250; ///< the most the search gives at once

/// How long a step of a timeline lasts.
base::Duration lengthOf(std::string_view resolution)
{
    if (resolution == "15m" || resolution == "15min" || resolution == "minute")
        return std::chrono::minutes(15);
    return resolution == "hour" ? std::chrono::hours(1) : std::chrono::hours(24);
}

void notASearch(Harvest &harvest)
{
    harvest.fail(FaultKind::NotData, Tr::tr("GDELT sent something else than the answer to a search"));
}

} // namespace

void readArticles(Harvest &harvest)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    object root;
    if (!walk.object(root))
        return notASearch(harvest);
    simdjson::ondemand::array list;
    if (!json::get(root, "articles", list)) {
        if (walk.isCut())
            walk.broken();
        return; // {} is the answer when nothing was found
    }
    std::uint64_t found = 0;
    base::Instant last;
    walk.each<object>(list, [&](object one) {
        harvest.record();
        ++found;
        Article article;
        article.address = json::text(one, "url");
        article.title = json::text(one, "title");
        article.at = stampOf(json::text(one, "seendate"));
        article.publisher = json::text(one, "domain");
        article.language = json::text(one, "language");
        if (article.address.empty() || !article.at.isValid())
            return harvest.refuse(article.address.empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                                  article.address.empty()
                                      ? Tr::tr("the article has no address")
                                      : Tr::tr("the article does not say when it was seen"),
                                  article.title);
        last = article.at;
        article.nativeId = article.address;
        Meta meta;
        meta.text("country", json::text(one, "sourcecountry"));
        addArticle(harvest, article, {}, false, std::move(meta));
    });
    // a full page: the rest begins where it ends
    const Ask &ask = harvest.payload().ask;
    const auto from = ask.with.find("from");
    if (found < kPage || !last.isValid() || from == ask.with.end())
        return;
    const auto before = base::parseInstant(from->second);
    if (before && last > *before) {
        Ask next = ask;
        next.with["from"] = base::toIso(last);
        harvest.next(std::move(next));
    }
}

void readTimeline(Harvest &harvest)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    object root;
    if (!walk.object(root))
        return notASearch(harvest);
    object details;
    std::string title;
    std::string resolution;
    if (json::get(root, "query_details", details)) {
        title = json::text(details, "title");
        resolution = json::text(details, "date_resolution");
    }
    const base::Duration length = lengthOf(resolution);
    simdjson::ondemand::array lines;
    if (!json::get(root, "timeline", lines)) {
        if (walk.isCut())
            walk.broken();
        return;
    }
    for (auto line : lines) {
        object series;
        simdjson::ondemand::array steps;
        if (line.get_object().get(series))
            return walk.broken();
        const std::string name = json::text(series, "series");
        if (name.empty() || !json::get(series, "data", steps)) {
            harvest.record();
            harvest.refuse(RefusalKind::NoValue, Tr::tr("the timeline has no name or no steps"), name);
            continue;
        }
        const std::string type = "gdelt_" + slugOf(name, '_');
        walk.each<object>(steps, [&](object one) {
            harvest.record();
            const std::string date = json::text(one, "date");
            const json::Number value = json::number(one, "value");
            const base::Instant at = stampOf(date);
            if (!at.isValid())
                return harvest.refuse(RefusalKind::NotADate, Tr::tr("the date of the step is none"), date);
            if (value.isBad || std::isnan(value.value))
                return harvest.refuse(RefusalKind::NotANumber,
                                      Tr::tr("the value of the step is not a number"), date);
            domain::Event &event =
                harvest.event(type, title.empty() ? "WORLD" : title, type + '/' + title + '/' + date, at);
            event.knownAt = at + length; // complete only then
            if (length >= std::chrono::hours(24))
                event.precision = domain::Precision::Day;
            event.value = value.value;
            event.unit = type == "gdelt_article_count" ? "articles" : "";
            Meta meta;
            meta.number("all_articles", json::number(one, "norm").value);
            event.metadata = meta.take();
        });
    }
}

} // namespace core::sources::gdelt
