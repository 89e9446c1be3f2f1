// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Cloudflare Radar's answers: outages and anomalies, levels over time, shares. Numbers stand as texts there.
#include "core/base/ascii.h"
#include "core/base/tr.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/numbers.h"
#include "core/sources/providers/cloudflareradar.h"

namespace core::sources::cloudflare {

using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

/// What a series or summary is about; the path of the API.
std::string datasetOf(const Payload &payload)
{
    const auto asked = payload.ask.with.find("dataset");
    if (asked != payload.ask.with.end())
        return asked->second;
    for (const std::string_view dataset : {"attacks/layer3", "attacks/layer7", "netflows", "http"}) {
        if (payload.origin.find(dataset) != std::string::npos)
            return std::string(dataset);
    }
    return payload.origin.find("attack") != std::string::npos ? "attacks" : "http";
}

/// The country or network asked for, or the whole world.
std::string placeOf(const Payload &payload)
{
    const auto asked = payload.ask.with.find("place");
    return asked == payload.ask.with.end() ? std::string(kWorld) : asked->second;
}

/// In their order; those that are no texts stay as empty ones.
std::vector<std::string> textsOf(json::Value value)
{
    std::vector<std::string> texts;
    array list;
    if (value.get_array().get(list))
        return texts;
    for (auto element : list) {
        texts.push_back(json::text(element));
    }
    return texts;
}

std::string joined(const std::vector<std::string> &texts)
{
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? "" : ", ") + text;
    return all;
}

/// One event per country; per network only where no country is named, so that nothing is counted twice.
void readOutage(Harvest &harvest, object entry)
{
    harvest.record();
    const std::string id = json::text(entry, "id");
    const std::string description = json::text(entry, "description");
    const std::string startText = json::text(entry, "startDate");
    const auto start = base::parseInstant(startText);
    if (id.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the outage has no id"), description);
    if (!start)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the beginning of the outage is not a date"),
                              startText);
    const auto end = base::parseInstant(json::text(entry, "endDate"));
    std::vector<std::string> places = textsOf(entry["locations"]);
    std::vector<std::string> networks = textsOf(entry["asns"]);
    std::erase(places, std::string());
    std::erase(networks, std::string());
    for (std::string &network : networks)
        network = "AS" + network;
    const std::string scope = json::text(entry, "scope");
    const std::string link = json::text(entry, "linkedUrl");
    std::string cause;
    std::string type;
    object outage;
    if (json::get(entry, "outage", outage)) {
        cause = base::lowerCase(json::text(outage, "outageCause"));
        type = base::lowerCase(json::text(outage, "outageType"));
    }
    const std::string all = joined(networks);
    if (places.empty())
        places = std::move(networks);
    if (places.empty())
        return harvest.refuse(RefusalKind::NoValue,
                              Tr::tr("the outage names neither a country nor a network"), id);
    for (const std::string &place : places) {
        domain::Event &event = harvest.event("internet_outage", place, id + '|' + place, *start);
        harvest.knownWhenSeen(event, "cloudflare_outage");
        event.text = description;
        Meta meta;
        meta.text("cause", cause)
            .text("type", type)
            .text("scope", scope)
            .text("networks", all)
            .text("url", link);
        if (end) {
            meta.text("end", base::toIso(*end));
            meta.number("hours", static_cast<double>((*end - *start).count()) / 3.6e9);
        }
        event.metadata = meta.take();
    }
}

void readAnomaly(Harvest &harvest, object entry)
{
    harvest.record();
    const std::string id = json::text(entry, "uuid");
    const std::string startText = json::text(entry, "startDate");
    const auto start = base::parseInstant(startText);
    if (id.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the anomaly has no id"), startText);
    if (!start)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the beginning of the anomaly is not a date"),
                              startText);
    const auto end = base::parseInstant(json::text(entry, "endDate"));
    const std::string status = base::lowerCase(json::text(entry, "status"));
    const std::string sources = joined(textsOf(entry["visibleInDataSources"]));
    std::string place;
    std::string name;
    object details;
    if (json::get(entry, "locationDetails", details)) {
        place = json::text(details, "code");
        name = json::text(details, "name");
    }
    if (place.empty() && json::get(entry, "asnDetails", details)) {
        place = json::text(details, "asn");
        name = json::text(details, "name");
        if (!place.empty())
            place = "AS" + place;
    }
    if (place.empty())
        return harvest.refuse(RefusalKind::NoValue,
                              Tr::tr("the anomaly names neither a country nor a network"), id);
    domain::Event &event = harvest.event("traffic_anomaly", place, id, *start);
    harvest.knownWhenSeen(event, "cloudflare_series");
    event.text = name;
    Meta meta;
    meta.text("status", status).text("seen_in", sources);
    if (end)
        meta.text("end", base::toIso(*end));
    event.metadata = meta.take();
}

/// The part of meta that says what the numbers are.
struct Scale {
    std::string normalization;
    std::string unit;
    base::Instant from;
    base::Instant to;
};

Scale scaleOf(object &result)
{
    Scale scale;
    object meta;
    if (!json::get(result, "meta", meta))
        return scale;
    scale.normalization = base::lowerCase(json::text(meta, "normalization"));
    array list;
    object one;
    if (json::get(meta, "units", list)) {
        for (auto element : list) {
            if (scale.unit.empty() && !element.get_object().get(one))
                scale.unit = json::text(one, "value");
        }
    }
    if (json::get(meta, "dateRange", list)) {
        for (auto element : list) {
            if (scale.to.isValid() || element.get_object().get(one))
                continue;
            const auto from = base::parseInstant(json::text(one, "startTime"));
            const auto to = base::parseInstant(json::text(one, "endTime"));
            scale.from = from ? *from : base::Instant();
            scale.to = to ? *to : base::Instant();
        }
    }
    return scale;
}

void addShare(Harvest &harvest, const Scale &scale, const std::string &place, const std::string &kind,
              const std::string &number)
{
    harvest.record();
    double value = domain::kMissing;
    if (parseNumber(number, {}, value) != NumberState::Value)
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the share is not a number"), number);
    const std::string dataset = datasetOf(harvest.payload());
    const bool isAttack = dataset.starts_with("attacks");
    domain::Event &event =
        harvest.event(isAttack ? "attack_share" : "traffic_level", place,
                      dataset + '|' + kind + '|' + place + '|' + base::toIso(scale.to), scale.to);
    harvest.knownWhenSeen(event, "cloudflare_series");
    event.value = value;
    event.unit = scale.normalization.starts_with("percent") ? "percent" : scale.unit;
    event.text = kind;
    event.metadata = Meta()
                         .text("dataset", dataset)
                         .text("kind", kind)
                         .text("of", scale.unit)
                         .text("from", base::toIso(scale.from))
                         .take();
}

/// What a row of a ranking is about.
struct Ranked {
    std::string place; ///< empty: the row does not say
    std::string kind;
};

/// {"targetCountryAlpha2": "US"}, with the origin beside it perhaps; {"clientASN": 7922}; {"name":
/// "Gambling"} of industries and verticals.
Ranked rankedOf(const Payload &payload, object row)
{
    Ranked ranked{{}, "location"};
    for (const char *field : {"targetCountryAlpha2", "originCountryAlpha2", "clientCountryAlpha2"}) {
        const std::string code = json::text(row[field]);
        if (ranked.place.empty())
            ranked.place = code;
        else if (!code.empty())
            ranked.kind = "from " + code;
    }
    if (!ranked.place.empty())
        return ranked;
    for (const char *field : {"clientASN", "targetAsn", "originAsn"}) {
        if (const std::string number = json::text(row[field]); !number.empty())
            return {"AS" + number, "network"};
    }
    const std::string name = json::text(row, "name");
    return name.empty() ? Ranked{} : Ranked{placeOf(payload), name};
}

/// {"summary_0": {"UDP": "76.322904", …}} and {"top_0": [{"targetCountryAlpha2": "US", "value": "12.3"}, …]}.
void readShares(Harvest &harvest, JsonWalk &walk, object result, std::string_view name)
{
    const Scale scale = scaleOf(result);
    if (!scale.to.isValid()) {
        harvest.record();
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the answer does not say which days it is about"),
                              {});
    }
    if (name == "summary_0") {
        object shares;
        if (result[name].get_object().get(shares))
            return walk.broken();
        for (auto field : shares) {
            std::string_view key;
            if (field.unescaped_key().get(key))
                return walk.broken();
            const std::string kind(key);
            addShare(harvest, scale, placeOf(harvest.payload()), kind, json::text(field.value()));
        }
        return;
    }
    array rows;
    if (result[name].get_array().get(rows))
        return walk.broken();
    walk.each<object>(rows, [&](object row) {
        const Ranked ranked = rankedOf(harvest.payload(), row);
        const std::string value = json::text(row, "value");
        if (!ranked.place.empty())
            return addShare(harvest, scale, ranked.place, ranked.kind, value);
        harvest.record();
        harvest.refuse(RefusalKind::NoValue, Tr::tr("the share does not say whose it is"), value);
    });
}

/// One list of a series: its levels ("values"), or the share of one kind ("desktop").
void readLevels(Harvest &harvest, const Scale &scale, const std::string &name,
                const std::vector<std::string> &times, array values)
{
    const std::string dataset = datasetOf(harvest.payload());
    const std::string place = placeOf(harvest.payload());
    const bool isAttack = dataset.starts_with("attacks");
    const std::string kind = name == "values" ? std::string() : name;
    const bool isPercent = !kind.empty() && scale.normalization.starts_with("percent");
    std::size_t i = 0;
    for (auto element : values) {
        harvest.record();
        const std::string number = json::text(element);
        const auto at = i < times.size() ? base::parseInstant(times[i]) : base::Error{};
        ++i;
        double value = domain::kMissing;
        if (!at) {
            harvest.refuse(RefusalKind::NotADate, Tr::tr("a value of the series has no time"), number);
            continue;
        }
        if (parseNumber(number, {}, value) != NumberState::Value) {
            harvest.refuse(RefusalKind::NotANumber, Tr::tr("a value of the series is not a number"), number);
            continue;
        }
        domain::Event &event = harvest.event(
            isAttack ? "attack_share" : "traffic_level", place,
            dataset + '|' + (kind.empty() ? kind : kind + '|') + place + '|' + base::toIso(*at), *at);
        harvest.knownWhenSeen(event, "cloudflare_series");
        event.value = value;
        event.unit = isPercent ? "percent" : scale.unit;
        event.text = kind;
        event.metadata =
            Meta().text("dataset", dataset).text("kind", kind).text("scale", scale.normalization).take();
    }
}

/// {"serie_0": {"timestamps": […], "values": ["0.06777", …]}}, or a list for each kind instead of the values.
void readSeries(Harvest &harvest, JsonWalk &walk, object result)
{
    const Scale scale = scaleOf(result);
    object series;
    bool isEmpty = true;
    if (json::get(result, "serie_0", series)) {
        const std::vector<std::string> times = textsOf(series["timestamps"]);
        if (series.reset().error())
            return walk.broken();
        for (auto field : series) {
            std::string_view key;
            array list;
            if (field.unescaped_key().get(key))
                return walk.broken();
            const std::string name(key);
            if (name == "timestamps" || field.value().get_array().get(list))
                continue;
            readLevels(harvest, scale, name, times, list);
            isEmpty = false;
        }
    }
    if (walk.isCut())
        return walk.broken();
    if (isEmpty) {
        harvest.record();
        harvest.refuse(RefusalKind::NoValue, Tr::tr("the series has no values"), {});
    }
}

/// Outages or anomalies, and the next page when this one is full.
void readList(Harvest &harvest, JsonWalk &walk, object result)
{
    constexpr std::int64_t kPage = 1000;
    const Ask &ask = harvest.payload().ask;
    const bool isOutages = ask.endpoint != kAnomalies;
    array list;
    if (result[isOutages ? "annotations" : "trafficAnomalies"].get_array().get(list))
        return walk.broken();
    std::int64_t found = 0;
    walk.each<object>(list, [&](object entry) {
        ++found;
        isOutages ? readOutage(harvest, entry) : readAnomaly(harvest, entry);
    });
    if (found < kPage || walk.isCut())
        return;
    Ask more = ask;
    const auto offset = ask.with.find("offset");
    double before = 0;
    if (offset != ask.with.end() && parseNumber(offset->second, {}, before) != NumberState::Value)
        before = 0;
    more.with["offset"] = std::to_string(static_cast<std::int64_t>(before) + found);
    harvest.next(std::move(more));
}

} // namespace

void read(Harvest &harvest)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    object top;
    object result;
    if (!walk.object(top) || !json::get(top, "result", result))
        return walk.broken();
    const std::string &endpoint = harvest.payload().ask.endpoint;
    if (endpoint == kSeries)
        readSeries(harvest, walk, result);
    else if (endpoint == kSummary || endpoint == kTop)
        readShares(harvest, walk, result, endpoint == kSummary ? "summary_0" : "top_0");
    else
        readList(harvest, walk, result);
}

} // namespace core::sources::cloudflare
