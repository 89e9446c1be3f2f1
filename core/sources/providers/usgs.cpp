// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Earthquakes of the United States Geological Survey: the feeds of the last hour and day, and the catalogue
// (FDSN event service, GeoJSON and CSV). A quake is revised for weeks: each `updated` is a version of it.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/boundrules.h"
#include "core/sources/countryat.h"
#include "core/sources/harvest.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/places.h"
#include "core/sources/providers/all.h"

#include <array>

namespace core::sources {

using base::qs;
using base::Result;
using base::Tr;
using simdjson::ondemand::object;

namespace {

constexpr std::string_view kQuakeFeed = "feed";
constexpr std::string_view kQuery = "query";
constexpr std::string_view kQueryCsv = "query_csv";
constexpr std::string_view kCount = "count";
constexpr std::string_view kDay = "https://earthquake.usgs.gov/earthquakes/feed/v1.0/summary/all_day.geojson";
constexpr std::size_t kMostQuakes = 20'000; ///< the service gives no more in one answer
constexpr std::string_view kCatalogue = "https://earthquake.usgs.gov/fdsnws/event/1/query?format=geojson"
                                        "&orderby=time-asc&limit=20000";

/// In the order in which USGS writes it, so that the reader need not turn back; any other order is read, too.
void readQuake(Harvest &harvest, object feature)
{
    auto properties = feature["properties"].get_object();
    const json::Number magnitude = json::number(properties["mag"]);
    const std::string place = json::text(properties["place"]);
    const auto time = json::integer(properties["time"]);
    const auto updated = json::integer(properties["updated"]);
    Meta meta;
    meta.number("felt", json::number(properties["felt"]).value)
        .text("alert", json::text(properties["alert"]))
        .text("status", json::text(properties["status"]))
        .number("tsunami", json::number(properties["tsunami"]).value)
        .text("net", json::text(properties["net"]))
        .text("magnitude_type", json::text(properties["magType"]));
    const std::string type = json::text(properties["type"]);
    if (updated)
        meta.text("updated", base::toIso(base::Instant(*updated * 1000)));
    simdjson::ondemand::array coordinates;
    std::array<double, 3> position{domain::kMissing, domain::kMissing, domain::kMissing};
    if (!feature["geometry"]["coordinates"].get_array().get(coordinates)) {
        constexpr std::string_view kNames[] = {"longitude", "latitude", "depth"};
        std::size_t i = 0;
        for (auto value : coordinates) {
            if (i < std::size(kNames)) {
                position[i] = json::number(value).value;
                meta.number(kNames[i], position[i]);
                ++i;
            }
        }
    }
    const std::string id = json::text(feature["id"]);
    if (id.empty() || !time)
        return harvest.refuse(id.empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                              id.empty() ? ::core::base::Tr::tr("the quake has no id")
                                         : ::core::base::Tr::tr("the time of the quake is not a number"),
                              id.empty() ? place : id);
    if (magnitude.isBad)
        return harvest.refuse(RefusalKind::NotANumber, ::core::base::Tr::tr("the magnitude is not a number"), id);
    const std::string_view country = countryAt(position[1], position[0]);
    domain::Event &event = harvest.event(slugOf(type.empty() ? "earthquake" : type, '_'),
                                         country.empty() ? countryOfPlace(place) : std::string(country), id,
                                         base::Instant(*time * 1000));
    harvest.knownWhenSeen(event, "usgs_backfill");
    event.value = magnitude.value;
    event.unit = "magnitude";
    event.text = place;
    event.metadata = meta.take();
}

/// A full answer ends before its window does: the rest is asked for, if the last quake is later than the
/// first could be.
void readRest(Harvest &harvest, std::size_t found)
{
    const Ask &ask = harvest.payload().ask;
    const auto from = base::parseInstant(valueOf(ask.with, "from"));
    const auto &quakes = harvest.values().events;
    if (found < kMostQuakes || ask.endpoint != kQuery || !from || quakes.empty())
        return;
    const base::Instant last = startOf(quakes.back().timestamp, std::chrono::seconds(1));
    if (last <= *from)
        return;
    Ask rest = ask;
    rest.with["from"] = base::toIso(last);
    harvest.next(std::move(rest));
}

void readGeoJson(Harvest &harvest)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    object top;
    const std::string type = walk.object(top) ? json::text(top.find_field_unordered("type")) : std::string();
    if (type == "Feature") {
        if (walk.isCut())
            walk.broken();
        else if (walk.object(top)) {
            harvest.record();
            readQuake(harvest, top);
        }
        return;
    }
    if (type != "FeatureCollection")
        return harvest.fail(FaultKind::NotData, Tr::tr("%1 sent something else than quakes").arg(harvest.info().title));
    simdjson::ondemand::array features;
    if (!walk.object(top) || top.find_field_unordered("features").get_array().get(features))
        return walk.broken();
    std::size_t found = 0;
    walk.each<object>(features, [&](object feature) {
        ++found;
        harvest.record();
        readQuake(harvest, feature);
    });
    readRest(harvest, found);
}

class Usgs final : public Provider
{
public:
    Usgs()
    {
        m_info.name = "usgs";
        m_info.title = Tr::tr("USGS earthquakes");
        m_info.about = Tr::tr("Every quake the US Geological Survey locates, within minutes, with its magnitude.");
        m_info.licence = Tr::tr("Public domain.");
        m_info.cadence = std::chrono::minutes(1);
        m_info.parserVersion = 2; // countries by borders
        m_info.requests = 1;
        m_info.per = std::chrono::seconds(1);
        m_info.starter = {.years = 10, .answerBytes = 450'000, .options = {{"min_magnitude", "4.5"}}}; // 600 quakes a month
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        if (!window.isBackfill)
            return std::vector<Ask>{{std::string(kQuakeFeed), {}}};
        // a month of all sizes has about 15,000 quakes, fewer than one answer may hold
        std::vector<Ask> asks;
        const auto option = settings.options.find("min_magnitude");
        for (base::Instant from = window.from; from < window.to;) {
            const base::Instant to = std::min(window.to, from + std::chrono::days(30));
            Ask ask{std::string(kQuery), {{"from", base::toIso(from)}, {"to", base::toIso(to)}}};
            if (option != settings.options.end())
                ask.with.emplace("min_magnitude", option->second);
            asks.push_back(std::move(ask));
            from = to;
        }
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &) const override
    {
        Call call;
        if (ask.endpoint == kQuakeFeed) {
            call.url = kDay;
            return call;
        }
        call.url = std::string(kCatalogue) + "&starttime=" + ask.with.at("from") + "&endtime=" + ask.with.at("to");
        if (const auto least = ask.with.find("min_magnitude"); least != ask.with.end())
            call.url += "&minmagnitude=" + least->second;
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view bytes = payload.bytes.substr(0, 400);
        if (bytes.find("\"Feature") != std::string_view::npos && bytes.find("\"type\"") != std::string_view::npos)
            return std::string(kQuery);
        if (bytes.starts_with("time,latitude,longitude,depth,mag"))
            return std::string(kQueryCsv);
        if (bytes.find("\"maxAllowed\"") != std::string_view::npos)
            return std::string(kCount);
        return {};
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = faultOfAnswer(m_info, payload))
            harvest.fail(fault->kind, fault->sentence);
        else if (payload.ask.endpoint == kQueryCsv)
            parseWithPreset(harvest, "usgs-earthquakes");
        else if (payload.ask.endpoint != kCount) // how many there are is no event
            readGeoJson(harvest);
        return harvest.take();
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeUsgs()
{
    return std::make_unique<Usgs>();
}

} // namespace core::sources
