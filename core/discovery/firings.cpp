// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/firings.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/askedevents.h"
#include "core/discovery/runner.h"
#include "core/domain/filter.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <map>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
using store::RelationshipRecord;
using namespace Qt::StringLiterals;

namespace {

constexpr base::Duration kFilledIn = std::chrono::hours(24 * 7);

/// Relationships about one event series of one run.
struct Series {
    std::string run;
    QJsonObject event; ///< its definition
    QString pair;      ///< all, entity, linked
    std::string links; ///< the set it asks by when linked
    std::vector<const RelationshipRecord *> members;
};

/// An event that may fire, reduced to what is told of it.
struct Seen {
    std::string source; ///< empty where it plays no part
    std::string entity;
    Instant at;
    Instant seen; ///< here
    double value = domain::kMissing;
};

QJsonObject objectOf(const std::string &text)
{
    const auto json = base::parseJson(text);
    return json.ok() ? json->toObject() : QJsonObject();
}

std::vector<Series> seriesOf(std::span<const RelationshipRecord> relationships)
{
    std::map<std::pair<std::string, std::string>, Series> series;
    for (const RelationshipRecord &one : relationships) {
        if (one.status == "decayed" || one.status == "retired")
            continue;
        const QJsonObject definition = objectOf(one.definition);
        const QJsonObject event = definition.value("event"_L1).toObject();
        const QJsonObject model = definition.value("model"_L1).toObject();
        const QString pair = model.value("pair"_L1).toString();
        const std::string links = base::utf8(model.value("links"_L1).toString());
        Series &its = series[{one.run, base::canonicalJson(event) + base::utf8(pair) + links}];
        its.run = one.run;
        its.event = event;
        its.pair = pair;
        its.links = links;
        its.members.push_back(&one);
    }
    std::vector<Series> out;
    for (auto &[key, one] : series)
        out.push_back(std::move(one));
    return out;
}

/// Whether one event is told apart by itself, without those before it.
bool isPlain(const Series &series)
{
    return std::ranges::none_of(QStringList{u"cluster"_s, u"first_in"_s, u"quantile"_s},
                                [&series](const QString &key) { return series.event.contains(key); });
}

/// The span of time in which an event is news.
struct Span {
    Instant since;
    Instant until;

    /// `at`: known, or scheduled for; `stored`: missing when it is not known.
    [[nodiscard]] bool holds(Instant at, Instant stored) const
    {
        const Instant seen = std::max(at, stored);
        return seen > since && seen <= until && at > since - kFilledIn;
    }
};

Instant instantOf(const domain::Event &event)
{
    return event.knownBasis == domain::KnownBasis::Scheduled ? std::max(event.timestamp, event.knownAt)
                                                             : event.knownAt;
}

Result<std::vector<Seen>> plainEvents(const Series &series, const Span &span, const RunContext &context)
{
    const std::string from = base::toIso(span.since - kFilledIn);
    const std::string asked = base::utf8(series.event.value("filter"_L1).toString());
    const std::string recent = "(known_at > " + from + " or timestamp > " + from + ")";
    const auto filter =
        domain::Filter::parse(asked.empty() ? recent : "(" + asked + ") and " + recent, span.until);
    if (!filter.ok())
        return filter.error();
    domain::EventQuery query;
    query.filter = std::make_shared<const domain::Filter>(*filter);
    query.snapshot = context.snapshot;
    std::vector<Seen> out;
    const auto read = context.events.read(
        query,
        [&](const domain::Event &event) {
            if (span.holds(instantOf(event), event.ingestedAt))
                out.push_back({event.source, event.entity, instantOf(event),
                               std::max(instantOf(event), event.ingestedAt), event.value});
            return true;
        },
        context.cancel);
    if (!read.ok())
        return read.error();
    return out;
}

/// Those that clusters, pauses and quantiles let through need all that came before them.
Result<std::vector<Seen>> chosenEvents(const Series &series, const Span &span, const RunContext &context)
{
    const auto run = context.ledger.run(series.run);
    if (!run.ok())
        return run.error();
    auto study = domain::parseStudy(run->study, run->startedAt);
    if (!study.ok())
        return study.error();
    EventScope scope;
    scope.snapshot = context.snapshot;
    scope.before = span.until;
    const auto asked = askEvents(*study, context.events, scope, context.cancel);
    if (!asked.ok())
        return asked.error();
    std::vector<Seen> out;
    for (const AskedSeries &one : asked->series) {
        if (one.identity != series.event)
            continue;
        for (const AskedEvent &event : one.events) {
            const Instant at = event.basis == domain::KnownBasis::Scheduled ? event.at : event.known;
            if (span.holds(at, event.stored))
                out.push_back({one.sourceOf(event.entity), one.entities[event.entity], at,
                               std::max(at, event.stored), event.value});
        }
    }
    return out;
}

/// The asset an event is about for a relationship; empty: it is not about it.
Result<std::string> assetOf(const Series &series, const RelationshipRecord &one, const Seen &seen,
                            const RunContext &context)
{
    if (series.pair == "all"_L1)
        return one.asset;
    std::vector<std::string> pointed{seen.entity};
    if (series.pair == "linked"_L1) {
        if (!context.links)
            return std::string();
        auto linked = context.links->symbols(series.links, seen.source, seen.entity);
        if (!linked.ok())
            return linked.error();
        pointed = std::move(*linked);
    }
    const QJsonValue asset = objectOf(one.definition).value("asset"_L1);
    const QJsonArray assets = asset.isArray() ? asset.toArray() : QJsonArray{asset};
    for (const std::string &symbol : pointed) {
        if (assets.contains(qs(symbol)))
            return symbol;
    }
    return std::string();
}

} // namespace

Result<std::vector<Firing>> firingsSince(std::span<const RelationshipRecord> relationships, Instant since,
                                         Instant until, const RunContext &context)
{
    const Span span{since, until};
    std::vector<Firing> out;
    for (const Series &series : seriesOf(relationships)) {
        if (context.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("Looking for new events was cancelled.")};
        const auto events =
            isPlain(series) ? plainEvents(series, span, context) : chosenEvents(series, span, context);
        if (!events.ok())
            return events.error();
        for (const RelationshipRecord *one : series.members) {
            for (const Seen &seen : *events) {
                if (!Span{std::max(since, one->discoveredAt), until}.holds(seen.at, seen.seen))
                    continue; // it was there when the relationship was found
                const auto asset = assetOf(series, *one, seen, context);
                if (!asset.ok())
                    return asset.error();
                if (!asset->empty())
                    out.push_back({one->hypothesis, *asset, seen.entity, seen.at, seen.value});
            }
        }
    }
    std::ranges::stable_sort(out, {}, &Firing::at);
    return out;
}

} // namespace core::discovery
