// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Natural events of NASA's Earth Observatory (EONET, version 3): storms, fires, volcanoes, ice. Each position
// of one is an event of its own. JSON, and GeoJSON in which a path has its times beside it.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/countryat.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/payloadhead.h"
#include "core/sources/places.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::sources {

using base::qs;
using base::Result;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

constexpr std::string_view kEvents = "events";
constexpr std::string_view kGeoJson = "geojson";
constexpr std::string_view kEonetApi = "https://eonet.gsfc.nasa.gov/api/v3/events";

/// What is said once of an event.
struct Natural {
    std::string id;
    std::string title;
    std::string description;
    std::string type;
    std::string country;
    std::string closed;
    std::string link;
};

struct Position {
    std::string date;
    std::string shape;
    double longitude = domain::kMissing;
    double latitude = domain::kMissing;
    json::Number magnitude;
    std::string unit;
};

/// "severeStorms" becomes "severe_storms".
std::string snake(std::string_view camel)
{
    std::string text;
    for (const char c : camel) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        if (isUpper && !text.empty())
            text += '_';
        text += isUpper ? static_cast<char>(c - 'A' + 'a') : c == ' ' || c == '-' ? '_' : c;
    }
    return text;
}

/// The ids of a list of objects.
std::vector<std::string> idsOf(json::Value value)
{
    std::vector<std::string> ids;
    array list;
    if (value.get_array().get(list))
        return ids;
    for (auto element : list) {
        object one;
        if (!element.get_object().get(one))
            ids.push_back(json::text(one, "id"));
    }
    return ids;
}

Natural naturalOf(object entry)
{
    Natural natural;
    natural.id = json::text(entry, "id");
    natural.title = json::text(entry, "title");
    natural.description = json::text(entry, "description");
    natural.closed = json::text(entry, "closed");
    natural.link = json::text(entry, "link");
    const std::vector<std::string> categories = idsOf(entry["categories"]);
    if (!categories.empty())
        natural.type = snake(categories.front());
    // IRWIN, InciWeb and CALFIRE report fires in the United States; their titles name the state only
    static constexpr std::array<std::string_view, 4> kAmerican{"IRWIN", "InciWeb", "CALFIRE", "NIFC"};
    const std::vector<std::string> sources = idsOf(entry["sources"]);
    natural.country = countryOfPlace(natural.title);
    if (natural.country == "OCEAN" && std::ranges::any_of(sources, [](const std::string &source) {
            return std::ranges::find(kAmerican, source) != kAmerican.end();
        }))
        natural.country = "US";
    return natural;
}

/// Longitude and latitude of [longitude, latitude]; of a list of such lists the first.
void readPoint(json::Value value, Position &position)
{
    array list;
    if (value.get_array().get(list))
        return;
    std::size_t i = 0;
    for (auto element : list) {
        simdjson::ondemand::json_type type{};
        if (i > 1 || element.type().get(type) || type != simdjson::ondemand::json_type::number)
            return; // an outline has no one place
        (i++ == 0 ? position.longitude : position.latitude) = json::number(element).value;
    }
}

void addEvent(Harvest &harvest, const Natural &natural, const Position &position)
{
    const auto at = base::parseInstant(position.date); // without a zone it is UTC
    if (!at)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the position is not a date"),
                              position.date);
    if (position.magnitude.isBad)
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the magnitude is not a number"), natural.id);
    const std::string_view country = countryAt(position.latitude, position.longitude);
    domain::Event &event =
        harvest.event(natural.type, country.empty() ? natural.country : std::string(country),
                      natural.id + '|' + base::toIso(*at), *at);
    harvest.knownWhenSeen(event, "eonet_backfill");
    event.value = position.magnitude.value;
    event.unit = position.unit;
    event.text = natural.title;
    event.metadata = Meta()
                         .text("event", natural.id)
                         .text("description", natural.description)
                         .text("closed", natural.closed)
                         .text("shape", position.shape)
                         .text("url", natural.link)
                         .number("longitude", position.longitude)
                         .number("latitude", position.latitude)
                         .take();
}

/// False, with the refusal, when nothing can be made of the event.
bool isNamed(Harvest &harvest, const Natural &natural)
{
    if (!natural.id.empty() && !natural.type.empty())
        return true;
    harvest.record();
    harvest.refuse(RefusalKind::NoValue,
                   natural.id.empty() ? Tr::tr("the event has no id") : Tr::tr("the event has no category"),
                   natural.id.empty() ? natural.title : natural.id);
    return false;
}

void readEonetEvent(Harvest &harvest, object entry)
{
    const Natural natural = naturalOf(entry);
    if (!isNamed(harvest, natural))
        return;
    array positions;
    if (!json::get(entry, "geometry", positions)) {
        harvest.record();
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the event has no position"), natural.id);
    }
    for (auto element : positions) {
        harvest.record();
        object one;
        if (element.get_object().get(one)) {
            harvest.refuse(RefusalKind::NotAnObject, Tr::tr("the position has another form than the others"),
                           natural.id);
            continue;
        }
        Position position;
        position.date = json::text(one, "date");
        position.shape = json::text(one, "type");
        position.magnitude = json::number(one, "magnitudeValue");
        position.unit = json::text(one, "magnitudeUnit");
        if (position.shape == "Point") {
            position.shape.clear(); // the usual
            readPoint(one["coordinates"], position);
        }
        addEvent(harvest, natural, position);
    }
}

/// A feature with a point and one time, or with a path and `geometryDates` for its points. The magnitude of a
/// path is that of its last point.
void readEonetFeature(Harvest &harvest, object feature)
{
    object properties;
    if (!json::get(feature, "properties", properties)) {
        harvest.record();
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the event has no id"), {});
    }
    const Natural natural = naturalOf(properties);
    if (!isNamed(harvest, natural))
        return;
    const std::string date = json::text(properties, "date");
    const json::Number magnitude = json::number(properties, "magnitudeValue");
    const std::string unit = json::text(properties, "magnitudeUnit");
    std::vector<std::string> dates;
    array list;
    if (json::get(properties, "geometryDates", list)) {
        for (auto element : list)
            dates.push_back(json::text(element));
    }
    object geometry;
    std::vector<Position> positions;
    if (json::get(feature, "geometry", geometry)) {
        const std::string shape = json::text(geometry, "type");
        if (shape == "LineString" && json::get(geometry, "coordinates", list)) {
            for (auto element : list) {
                Position &position = positions.emplace_back();
                readPoint(element, position);
            }
        } else {
            Position &position = positions.emplace_back();
            if (shape == "Point")
                readPoint(geometry["coordinates"], position);
            else
                position.shape = shape;
        }
    }
    if (positions.empty())
        positions.emplace_back();
    if (dates.empty())
        dates.push_back(date);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        harvest.record();
        Position &position = positions[i];
        position.date = i < dates.size() ? dates[i] : std::string();
        if (i + 1 == positions.size()) {
            position.magnitude = magnitude;
            position.unit = unit;
        }
        addEvent(harvest, natural, position);
    }
}

class Eonet final : public Provider
{
public:
    Eonet()
    {
        m_info.name = "eonet";
        m_info.title = Tr::tr("NASA natural events");
        m_info.about =
            Tr::tr("Storms, wildfires, volcanoes, floods and icebergs with their paths and sizes.");
        m_info.licence = Tr::tr("Public domain.");
        m_info.cadence = std::chrono::hours(24);
        m_info.parserVersion = 2; // countries by borders
        m_info.requests = 1;
        m_info.per = std::chrono::seconds(1);
        m_info.starter = {.years = 3, .answerBytes = 2'000'000, .options = {}}; // half a year
    }

    const ProviderInfo &info() const override { return m_info; }

    /// Series are categories ("wildfires"); without any, all are fetched.
    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        std::string categories;
        for (const std::string &category : settings.series)
            categories += (categories.empty() ? "" : ",") + category;
        std::vector<Ask> asks;
        // an event stays open for days, and a year of all has some ten thousand positions
        const base::Instant first = window.isBackfill ? window.from : window.from - std::chrono::days(7);
        for (base::Instant from = first; from < window.to; from = from + std::chrono::days(180)) {
            const base::Instant to = std::min(window.to, from + std::chrono::days(179));
            Ask ask{std::string(kEvents),
                    {{"from", base::toIso(from.utcDay())}, {"to", base::toIso(to.utcDay())}}};
            if (!categories.empty())
                ask.with.emplace("category", categories);
            asks.push_back(std::move(ask));
        }
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &) const override
    {
        const auto with = [&ask](const char *name) {
            const auto found = ask.with.find(name);
            return found == ask.with.end() ? std::string() : percentEncoded(found->second);
        };
        Call call;
        call.url = std::string(kEonetApi) + (ask.endpoint == kGeoJson ? "/geojson" : "") +
                   "?status=all&start=" + with("from") + "&end=" + with("to");
        if (!with("category").empty())
            call.url += "&category=" + with("category");
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string head = headOf(payload.bytes, 3000);
        if (head.starts_with("{\"title\":\"EONET") && head.find("\"events\":[") != std::string::npos)
            return std::string(kEvents);
        const bool isGeoJson =
            head.find("\"FeatureCollection\"") != std::string::npos &&
            (head.find("EONET") != std::string::npos || head.find("eonet") != std::string::npos);
        return std::string(isGeoJson ? kGeoJson : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = faultOfAnswer(m_info, payload)) {
            harvest.fail(fault->kind, fault->sentence);
            return harvest.take();
        }
        JsonWalk walk(harvest, payload.bytes);
        object top;
        array list;
        if (!walk.object(top)) {
            harvest.fail(FaultKind::NotData, Tr::tr("%1 sent something else than JSON").arg(m_info.title));
            return harvest.take();
        }
        const bool isGeoJson = payload.ask.endpoint == kGeoJson;
        if (top[isGeoJson ? "features" : "events"].get_array().get(list))
            walk.broken();
        else
            walk.each<object>(list, [&](object entry) {
                isGeoJson ? readEonetFeature(harvest, entry) : readEonetEvent(harvest, entry);
            });
        return harvest.take();
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeEonet()
{
    return std::make_unique<Eonet>();
}

} // namespace core::sources
