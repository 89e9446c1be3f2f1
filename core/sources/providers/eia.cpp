// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Releases of the US Energy Information Administration: its API of today (version 2) and stored answers of
// the one before. Stocks of oil and gas are published on a weekday known in advance.
#include "core/sources/providers/eia.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/loosexml.h"
#include "core/sources/payloadhead.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <array>

namespace core::sources {

using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kEiaApi = "https://api.eia.gov/v2/";

/// Followed when the user names none: what moves the prices of oil and gas each week.
constexpr std::array kUsualSeries{"NG.NW2_EPG0_SWO_R48_BCF.W", "PET.WCESTUS1.W", "PET.WDISTUS1.W",
                                  "PET.WGTSTUS1.W"};

/// The errors of both versions: {"error": {code, message}}, {"error": text, "code"}, {"data": {"error"}}.
std::optional<AnswerFault> eiaFault(Harvest &harvest)
{
    const Payload &payload = harvest.payload();
    JsonWalk walk(harvest, payload.bytes);
    simdjson::ondemand::object answer;
    const bool isObject = walk.object(answer);
    std::string message;
    std::string code;
    if (isObject) {
        simdjson::ondemand::object error;
        if (json::get(answer, "error", error)) {
            code = json::text(error, "code");
            message = json::text(error, "message");
        } else if (walk.object(answer)) {
            message = json::text(answer, "error");
            code = json::text(answer, "code");
            if (message.empty() && walk.object(answer))
                message = json::text(answer["data"]["error"]);
        }
    }
    if (message.empty() && code.empty()) {
        if (const auto fault = faultOfAnswer(harvest.info(), payload))
            return fault;
        if (!isObject)
            return AnswerFault{FaultKind::NotData,
                               Tr::tr("%1 sent something else than JSON").arg(harvest.info().title)};
        return std::nullopt;
    }
    const QString sentence =
        Tr::tr("%1 says: %2").arg(harvest.info().title, qs(shortened(message.empty() ? code : message, 300)));
    const auto names = [&](std::string_view word) {
        return message.find(word) != std::string::npos || code.find(word) != std::string::npos;
    };
    if (names("RATE_LIMIT") || payload.status == 429 || code == "429")
        return AnswerFault{FaultKind::TooMany, sentence};
    if (names("API_KEY") || names("api_key") || payload.status == 401 || payload.status == 403)
        return AnswerFault{FaultKind::NoAccess, sentence};
    if (payload.status == 404 || code == "404")
        return AnswerFault{FaultKind::NotFound, sentence};
    return AnswerFault{payload.status >= 500 ? FaultKind::Unavailable : FaultKind::Refused, sentence};
}

class Eia final : public Provider
{
public:
    Eia()
    {
        m_info.name = "eia";
        m_info.title = Tr::tr("EIA energy releases");
        m_info.about = Tr::tr("Stocks, prices and flows of oil, gas and power of the US Energy Information "
                              "Administration, with the surprise of each release.");
        m_info.licence = Tr::tr("Public domain.");
        m_info.key = KeyNeed::Needed;
        m_info.secrets = {"api_key"};
        m_info.keyUrl = "https://www.eia.gov/opendata/register.php";
        m_info.cadence = std::chrono::hours(24);
        m_info.requests = 5;
        m_info.per = std::chrono::seconds(1);
    }

    const ProviderInfo &info() const override { return m_info; }

    /// A series is an id ("PET.WCESTUS1.W") or a route with its facets
    /// ("natural-gas/stor/wkly?frequency=weekly&series=NW2_EPG0_SWO_R48_BCF").
    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        std::vector<std::string> series = settings.series;
        if (series.empty())
            series.assign(kUsualSeries.begin(), kUsualSeries.end());
        std::vector<Ask> asks;
        for (const std::string &one : series) {
            Ask ask{std::string(eia::kSeries), {{"from", base::toIso(window.from.utcDay())}}};
            const std::size_t query = one.find('?');
            if (one.find('/') == std::string::npos) {
                ask.with.emplace("series", one);
                // seasons are compared with all earlier years; only what has none is asked for in part
                if (one.ends_with(".D") || one.ends_with(".H"))
                    ask.with.emplace("start", base::toIso(window.from.utcDay() - std::chrono::days(21)));
            } else {
                const std::string frequency = queryValue(one, "frequency");
                if (query == std::string::npos || frequency.empty())
                    return base::Error{
                        base::ErrorCode::BadInput,
                        Tr::tr("“%1” needs a frequency: write it as route?frequency=weekly&series=…")
                            .arg(qs(one))};
                ask.endpoint = eia::kData;
                ask.with.emplace("route", one.substr(0, query));
                ask.with.emplace("frequency", frequency);
                if (const std::string id = queryValue(one, "series"); !id.empty())
                    ask.with.emplace("facet", id);
            }
            asks.push_back(std::move(ask));
        }
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        const auto key = settings.secrets.find("api_key");
        if (key == settings.secrets.end() || key->second.empty())
            return base::Error{base::ErrorCode::BadInput,
                               Tr::tr("the EIA needs a key; get one at %1").arg(qs(m_info.keyUrl))};
        const auto with = [&ask](const char *name) {
            const auto found = ask.with.find(name);
            return found == ask.with.end() ? std::string() : percentEncoded(found->second);
        };
        Call call;
        call.url = kEiaApi;
        if (ask.endpoint == eia::kData) {
            const auto route = ask.with.find("route");
            call.url += (route == ask.with.end() ? std::string() : route->second) +
                        "/data/?data[0]=value&frequency=" + with("frequency");
            if (!with("facet").empty())
                call.url += "&facets[series][]=" + with("facet");
        } else {
            call.url += "seriesid/" + with("series") + "?data[0]=value";
        }
        if (!with("start").empty())
            call.url += "&start=" + with("start");
        call.url += "&sort[0][column]=period&sort[0][direction]=asc&length=5000";
        if (!with("offset").empty())
            call.url += "&offset=" + with("offset");
        call.url += "&api_key=" + percentEncoded(key->second); // the EIA takes it nowhere else
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string head = headOf(payload.bytes, 600);
        if (head.starts_with("{\"response\":") || head.starts_with("{\"error\":"))
            return std::string(eia::kData);
        if (head.starts_with("{\"request\":{\"command\":\"series\"") ||
            head.starts_with("{\"series\":[{\"series_id\""))
            return std::string(eia::kOld);
        return {};
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = eiaFault(harvest))
            harvest.fail(fault->kind, fault->sentence);
        else if (payload.ask.endpoint == eia::kOld)
            eia::readOld(harvest);
        else
            eia::readData(harvest);
        return harvest.take();
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeEia()
{
    return std::make_unique<Eia>();
}

} // namespace core::sources
