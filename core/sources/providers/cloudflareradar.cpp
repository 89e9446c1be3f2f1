// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The state of the internet as Cloudflare sees it: outages, anomalies of traffic, levels of traffic, attacks.
#include "core/sources/providers/cloudflareradar.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/loosexml.h"
#include "core/sources/payloadhead.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <array>

namespace core::sources {

using base::qs;
using base::Result;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

constexpr std::string_view kRadarApi = "https://api.cloudflare.com/client/v4/radar/";

/// "DE" or "AS3320" as a parameter of the API.
std::string placeParameter(const std::string &place)
{
    if (place.starts_with("AS") && place.size() > 2)
        return "&asn=" + percentEncoded(std::string_view(place).substr(2));
    return place.empty() || place == cloudflare::kWorld ? std::string()
                                                        : "&location=" + percentEncoded(place);
}

/// {"success": false, "errors": [{"code": 10000, "message": "Authentication error"}]}.
std::optional<AnswerFault> radarFault(Harvest &harvest)
{
    const Payload &payload = harvest.payload();
    JsonWalk walk(harvest, payload.bytes);
    object top;
    if (!walk.object(top)) {
        if (const auto fault = faultOfAnswer(harvest.info(), payload))
            return fault;
        return AnswerFault{FaultKind::NotData,
                           Tr::tr("%1 sent something else than JSON").arg(harvest.info().title)};
    }
    if (json::text(top, "success") != "false")
        return faultOfAnswer(harvest.info(), payload);
    std::int64_t code = 0;
    std::string message;
    array errors;
    if (json::get(top, "errors", errors)) {
        for (auto element : errors) {
            object error;
            if (!message.empty() || element.get_object().get(error))
                continue;
            code = json::integer(error, "code").value_or(0);
            message = json::text(error, "message");
        }
    }
    if (message.empty())
        message = std::to_string(payload.status);
    const int status = payload.status;
    const bool isKey = status == 401 || status == 403 || code == 10000 || code == 9109 || code == 6003;
    return AnswerFault{isKey                            ? FaultKind::NoAccess
                       : status == 429 || code == 10429 ? FaultKind::TooMany
                       : status == 404                  ? FaultKind::NotFound
                       : status >= 500                  ? FaultKind::Unavailable
                                                        : FaultKind::Refused,
                       Tr::tr("%1 says: %2").arg(harvest.info().title, qs(shortened(message, 300)))};
}

class CloudflareRadar final : public Provider
{
public:
    CloudflareRadar()
    {
        m_info.name = "cloudflare_radar";
        m_info.title = Tr::tr("Cloudflare Radar");
        m_info.about =
            Tr::tr("Outages of the internet by country, levels and anomalies of traffic, and attacks.");
        m_info.licence = Tr::tr("CC BY-NC 4.0: name Cloudflare, no commercial use.");
        m_info.key = KeyNeed::Needed;
        m_info.secrets = {"token"};
        m_info.keyUrl = "https://dash.cloudflare.com/profile/api-tokens";
        m_info.cadence = std::chrono::hours(1);
        m_info.requests = 4;
        m_info.per = std::chrono::seconds(1);
        m_info.parserVersion = 2; // rankings of networks and industries
    }

    const ProviderInfo &info() const override { return m_info; }

    /// Series are countries ("DE") and networks ("AS3320") whose traffic is followed; the world is always.
    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        // an annotation is written after the fact, so a live fetch looks back
        const base::Instant from = window.isBackfill ? window.from : window.from - std::chrono::days(3);
        const std::map<std::string, std::string> with{{"from", base::toIso(from)},
                                                      {"to", base::toIso(window.to)}};
        std::vector<Ask> asks{{std::string(cloudflare::kOutages), with},
                              {std::string(cloudflare::kAnomalies), with}};
        const auto add = [&](std::string_view endpoint, const std::string &dataset, const std::string &place,
                             const std::string &dimension) {
            Ask ask{std::string(endpoint), with};
            ask.with.emplace("dataset", dataset);
            ask.with.emplace("place", place);
            if (!dimension.empty())
                ask.with.emplace("dimension", dimension);
            asks.push_back(std::move(ask));
        };
        std::vector<std::string> places{std::string(cloudflare::kWorld)};
        places.insert(places.end(), settings.series.begin(), settings.series.end());
        for (const std::string &place : places) {
            add(cloudflare::kSeries, "http", place, {});
            add(cloudflare::kSeries, "netflows", place, {});
        }
        if (!window.isBackfill) { // shares are of the window as a whole
            add(cloudflare::kSummary, "attacks/layer3", std::string(cloudflare::kWorld), "protocol");
            add(cloudflare::kTop, "attacks/layer3", std::string(cloudflare::kWorld), "locations/target");
            add(cloudflare::kTop, "attacks/layer7", std::string(cloudflare::kWorld), "locations/target");
        }
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        const auto token = settings.secrets.find("token");
        if (token == settings.secrets.end() || token->second.empty())
            return base::Error{
                base::ErrorCode::BadInput,
                Tr::tr("Cloudflare Radar needs a token; get one at %1").arg(qs(m_info.keyUrl))};
        const auto with = [&ask](const char *name) {
            const auto found = ask.with.find(name);
            return found == ask.with.end() ? std::string() : found->second;
        };
        Call call;
        call.url = kRadarApi;
        if (ask.endpoint == cloudflare::kOutages)
            call.url += "annotations/outages?limit=1000";
        else if (ask.endpoint == cloudflare::kAnomalies)
            call.url += "traffic_anomalies?limit=1000";
        else if (ask.endpoint == cloudflare::kSeries)
            call.url += with("dataset") + "/timeseries?aggInterval=1h";
        else
            call.url += with("dataset") + '/' + ask.endpoint + '/' + with("dimension") + "?limit=100";
        call.url += "&format=json&dateStart=" + percentEncoded(with("from")) +
                    "&dateEnd=" + percentEncoded(with("to")) + placeParameter(with("place"));
        if (!with("offset").empty())
            call.url += "&offset=" + with("offset");
        call.headers.emplace_back("Authorization", "Bearer " + token->second);
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string head = headOf(payload.bytes, 2000);
        if (!head.starts_with("{\"success\":") && !head.starts_with("{\"result\":") &&
            !head.starts_with("{\"errors\":"))
            return {};
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMarks{
            {{"\"annotations\":[{\"", cloudflare::kOutages},
             {"\"trafficAnomalies\":", cloudflare::kAnomalies},
             {"\"serie_0\":", cloudflare::kSeries},
             {"\"summary_0\":", cloudflare::kSummary},
             {"\"top_0\":", cloudflare::kTop}}};
        for (const auto &[mark, endpoint] : kMarks) {
            if (head.find(mark) != std::string::npos)
                return std::string(endpoint);
        }
        return std::string(head.find("\"success\":false") != std::string::npos ||
                                   head.find("\"result\":{\"annotations\":") != std::string::npos
                               ? cloudflare::kOutages
                               : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = radarFault(harvest)) {
            harvest.fail(fault->kind, fault->sentence);
            return harvest.take();
        }
        cloudflare::read(harvest);
        return harvest.take();
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeCloudflareRadar()
{
    return std::make_unique<CloudflareRadar>();
}

} // namespace core::sources
