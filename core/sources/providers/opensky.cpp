// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Aircraft in the air as the OpenSky network hears them: how many of each country fly, how many are inside
// the user's boxes, and who declares an emergency.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/countries.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/numbers.h"
#include "core/sources/payloadhead.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <array>
#include <cmath>
#include <map>

namespace core::sources {

using base::qs;
using base::Result;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

constexpr std::string_view kStates = "states";
constexpr std::string_view kOpenSkyToken = "token";
constexpr std::string_view kOpenSkyApi = "https://opensky-network.org/api/states/all?extended=1";
constexpr std::string_view kOpenSkyTokenAddress =
    "https://auth.opensky-network.org/auth/realms/opensky-network/protocol/openid-connect/token";

/// A box on the map, named by the user: "Gulf:23,48,30,57" (south, west, north, east).
struct Box {
    std::string name;
    double south = 0;
    double west = 0;
    double north = 0;
    double east = 0;

    [[nodiscard]] bool holds(double latitude, double longitude) const
    {
        const bool isBetween = west <= east ? longitude >= west && longitude <= east
                                            : longitude >= west || longitude <= east; // over the date line
        return isBetween && latitude >= south && latitude <= north;
    }
};

/// Boxes separated by semicolons; a fault names the one that cannot be read.
Result<std::vector<Box>> boxesOf(std::string_view text)
{
    std::vector<Box> boxes;
    while (!text.empty()) {
        const std::string_view one = trimmed(text.substr(0, text.find(';')));
        text.remove_prefix(std::min(
            text.size(), text.find(';') == std::string_view::npos ? text.size() : text.find(';') + 1));
        if (one.empty())
            continue;
        const std::size_t colon = one.find(':');
        Box box;
        box.name = trimmed(one.substr(0, colon));
        std::string_view rest = colon == std::string_view::npos ? std::string_view() : one.substr(colon + 1);
        bool isGood = !box.name.empty();
        for (double *side : {&box.south, &box.west, &box.north, &box.east}) {
            const std::string_view number = rest.substr(0, rest.find(','));
            isGood = isGood && parseNumber(number, {}, *side) == NumberState::Value;
            rest.remove_prefix(std::min(rest.size(), number.size() + 1));
        }
        if (!isGood || !rest.empty() || box.south > box.north || std::abs(box.south) > 90 ||
            std::abs(box.north) > 90 || std::abs(box.west) > 180 || std::abs(box.east) > 180)
            return base::Error{
                base::ErrorCode::BadInput,
                Tr::tr("“%1” is not a box; write it as name:south,west,north,east in degrees").arg(qs(one))};
        boxes.push_back(std::move(box));
    }
    return boxes;
}

struct Count {
    std::uint64_t airborne = 0;
    std::uint64_t onGround = 0;
};

/// One aircraft: an array of 17 fields, 18 with its category.
struct State {
    std::string icao24;
    std::string callsign;
    std::string country;
    double longitude = domain::kMissing;
    double latitude = domain::kMissing;
    double altitude = domain::kMissing;
    bool isOnGround = false;
    std::string squawk;
    std::size_t fields = 0;
};

State stateOf(array fields)
{
    State state;
    for (auto field : fields) {
        switch (state.fields++) {
        case 0:
            state.icao24 = json::text(field);
            break;
        case 1:
            state.callsign = trimmed(json::text(field)); // padded with blanks
            break;
        case 2:
            state.country = json::text(field);
            break;
        case 5:
            state.longitude = json::number(field).value;
            break;
        case 6:
            state.latitude = json::number(field).value;
            break;
        case 7:
            state.altitude = json::number(field).value;
            break;
        case 8:
            state.isOnGround = json::flag(field);
            break;
        case 14:
            state.squawk = json::text(field);
            break;
        default:
            break;
        }
    }
    return state;
}

domain::Event &observed(Harvest &harvest, std::string_view type, const std::string &entity, base::Instant at)
{
    domain::Event &event = harvest.event(
        type, entity, std::to_string(at.micros() / 1'000'000) + '|' + std::string(type) + '|' + entity, at);
    event.knownBasis = domain::KnownBasis::Observed;
    return event;
}

void addEmergency(Harvest &harvest, const State &state, base::Instant at)
{
    const std::string_view meaning = state.squawk == "7500"   ? "hijacking"
                                     : state.squawk == "7600" ? "radio failure"
                                                              : "emergency";
    const std::string &entity = state.callsign.empty() ? state.icao24 : state.callsign;
    domain::Event &event = observed(harvest, "squawk_emergency", entity, at);
    double code = 0;
    if (parseNumber(state.squawk, {}, code) == NumberState::Value)
        event.value = code;
    event.unit = "squawk";
    event.text = meaning;
    event.metadata = Meta()
                         .text("icao24", state.icao24)
                         .text("country", state.country)
                         .number("longitude", state.longitude)
                         .number("latitude", state.latitude)
                         .number("altitude", state.altitude)
                         .flag("on_ground", state.isOnGround)
                         .take();
}

void addCounts(Harvest &harvest, const std::string &entity, const std::string &name, const Count &count,
               base::Instant at)
{
    const std::pair<std::string_view, std::uint64_t> both[] = {{"flights_airborne", count.airborne},
                                                               {"flights_on_ground", count.onGround}};
    for (const auto &[type, number] : both) {
        domain::Event &event = observed(harvest, type, entity, at);
        event.value = static_cast<double>(number);
        event.unit = "aircraft";
        event.text = name;
    }
}

void readStates(Harvest &harvest)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    object top;
    if (!walk.object(top))
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent something else than JSON").arg(harvest.info().title));
    const auto time = json::integer(top, "time"); // may stand behind the states
    if (!time || *time < 0 || *time > 99'999'999'999) {
        // counts of half an answer would be wrong, and nobody knows their time
        return harvest.fail(FaultKind::NotData, Tr::tr("%1 did not say when its aircraft were seen, so the "
                                                       "answer is not whole")
                                                    .arg(harvest.info().title));
    }
    const base::Instant at(*time * 1'000'000);
    if (walk.isCut())
        return harvest.fail(
            FaultKind::NotData,
            Tr::tr("the answer of %1 breaks off; its aircraft cannot be counted").arg(harvest.info().title));
    std::vector<Box> boxes;
    if (const auto &with = harvest.payload().ask.with; with.contains("boxes")) {
        if (auto read = boxesOf(with.at("boxes")))
            boxes = std::move(*read);
    }
    array states;
    if (!walk.object(top) || !json::get(top, "states", states)) // null: nobody is heard
        return;
    std::map<std::string, Count> countries;
    std::map<std::string, std::string> names;
    std::vector<Count> inside(boxes.size());
    walk.each<array>(states, [&](array fields) {
        harvest.record();
        const State state = stateOf(fields);
        if (state.fields < 17)
            return harvest.refuse(RefusalKind::WrongColumnCount,
                                  Tr::tr("the aircraft has less than 17 fields"), state.icao24);
        const auto add = [&state](Count &count) { ++(state.isOnGround ? count.onGround : count.airborne); };
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            if (boxes[i].holds(state.latitude, state.longitude))
                add(inside[i]);
        }
        if (state.squawk == "7500" || state.squawk == "7600" || state.squawk == "7700")
            addEmergency(harvest, state, at);
        if (state.country.empty())
            return harvest.refuse(RefusalKind::NoValue, Tr::tr("the country of the aircraft is not given"),
                                  state.icao24);
        const Country *country = countryByName(state.country);
        const std::string entity = country ? country->alpha2 : state.country;
        add(countries[entity]);
        names[entity] = state.country;
    });
    for (const auto &[entity, count] : countries)
        addCounts(harvest, entity, names[entity], count, at);
    for (std::size_t i = 0; i < boxes.size(); ++i)
        addCounts(harvest, boxes[i].name, {}, inside[i], at);
}

class OpenSky final : public Provider
{
public:
    OpenSky()
    {
        m_info.name = "opensky";
        m_info.title = Tr::tr("OpenSky aircraft");
        m_info.about =
            Tr::tr("How many aircraft of each country are in the air or on the ground, and emergencies.");
        m_info.licence = Tr::tr("For research and other non-commercial use; name the OpenSky network.");
        m_info.key = KeyNeed::Optional;
        m_info.secrets = {"client_id", "client_secret"};
        m_info.keyUrl = "https://opensky-network.org/my-opensky/account";
        m_info.cadence = std::chrono::minutes(5);
        m_info.requests = 1;
        m_info.per = std::chrono::seconds(10);
    }

    const ProviderInfo &info() const override { return m_info; }

    /// Option "boxes": "Gulf:23,48,30,57; Channel:49,-6,52,3". The past is not given, so a backfill asks
    /// nothing.
    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        if (window.isBackfill)
            return std::vector<Ask>();
        Ask ask{std::string(kStates), {}};
        if (const auto boxes = settings.options.find("boxes"); boxes != settings.options.end()) {
            if (auto read = boxesOf(boxes->second); !read)
                return read.error();
            ask.with.emplace("boxes", boxes->second);
        }
        return std::vector<Ask>{std::move(ask)};
    }

    /// A client exchanges its secret for a token of half an hour. Without it, OpenSky answers slower and less
    /// often.
    std::optional<Ask> tokenAsk(const SourceSettings &settings) const override
    {
        const bool isClient =
            settings.secrets.contains("client_id") && settings.secrets.contains("client_secret");
        return isClient ? std::optional(Ask{std::string(kOpenSkyToken), {}}) : std::nullopt;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        const auto secret = [&settings](const char *name) {
            const auto found = settings.secrets.find(name);
            return found == settings.secrets.end() ? std::string() : found->second;
        };
        Call call;
        if (ask.endpoint == kOpenSkyToken) {
            if (secret("client_id").empty() || secret("client_secret").empty())
                return base::Error{base::ErrorCode::BadInput,
                                   Tr::tr("OpenSky gives a token only to a client; enter its id and secret")};
            call.url = kOpenSkyTokenAddress;
            call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
            call.body = "grant_type=client_credentials&client_id=" + percentEncoded(secret("client_id")) +
                        "&client_secret=" + percentEncoded(secret("client_secret"));
            return call;
        }
        call.url = kOpenSkyApi;
        if (const std::string token = secret("access_token"); !token.empty())
            call.headers.emplace_back("Authorization", "Bearer " + token);
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string head = headOf(payload.bytes, 400);
        const bool isStates = head.starts_with("{\"time\":") || head.starts_with("{\"states\":");
        return std::string(isStates && head.find("\"states\":") != std::string::npos ? kStates
                                                                                     : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = faultOfAnswer(m_info, payload))
            harvest.fail(fault->kind, fault->sentence);
        else if (payload.ask.endpoint != kOpenSkyToken) // a token is no news
            readStates(harvest);
        return harvest.take();
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeOpenSky()
{
    return std::make_unique<OpenSky>();
}

} // namespace core::sources
