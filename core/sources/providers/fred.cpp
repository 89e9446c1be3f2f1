// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The economic data of the Federal Reserve Bank of St. Louis (FRED), with every revision it ever published
// (ALFRED), and its daily market series, which anybody may fetch without a key.
#include "core/sources/providers/fred.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/loosexml.h"
#include "core/sources/payloadhead.h"
#include "core/sources/presets.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <array>

namespace core::sources {

using base::qs;
using base::Result;
using base::Tr;

namespace fred {

const base::Zone &zone()
{
    static const base::Zone zone = [] {
        auto found = base::Zone::find("America/New_York");
        return found ? *found : base::Zone();
    }();
    return zone;
}

bool isMarketSeries(std::string_view id)
{
    static constexpr std::array<std::string_view, 13> kPatterns{
        "DGS*",   "T10Y*",  "T5Y*", "DFII*",      "DEX*",    "DTWEX*",      "VIXCLS",
        "OVXCLS", "GVZCLS", "VXN*", "DCOILWTICO", "DHHNGSP", "DCOILBRENTEU"};
    return std::ranges::any_of(kPatterns, [id](std::string_view pattern) { return nameFits(pattern, id); });
}

std::string seriesOf(const Payload &payload)
{
    if (const auto asked = payload.ask.with.find("series"); asked != payload.ask.with.end())
        return asked->second;
    for (const char *name : {"series_id", "id"}) {
        if (std::string id = queryValue(payload.origin, name); !id.empty())
            return id;
    }
    const std::string stem = stemOf(payload.origin);
    const std::size_t start = stem.find('_');
    if (start == std::string::npos)
        return {};
    return stem.substr(start + 1, stem.find('_', start + 1) - start - 1);
}

} // namespace fred

namespace {

constexpr std::string_view kFredApi = "https://api.stlouisfed.org/fred/";
constexpr std::string_view kGraphAddress = "https://fred.stlouisfed.org/graph/fredgraph.csv";

/// Followed when the user names none: something to measure events on.
constexpr std::array kStarterSeries{"DCOILBRENTEU", "DCOILWTICO", "DEXJPUS", "DEXUSEU", "DEXUSUK",
                                    "DGS10",        "DGS2",       "T10Y2Y",  "VIXCLS"};

/// The list that an answer holds, and the endpoint it belongs to. What follows after the fourth holds neither
/// events nor prices.
constexpr std::pair<std::string_view, std::string_view> kLists[] = {
    {"\"observations\":[", fred::kObservations},
    {"\"seriess\":[", fred::kSeries},
    {"\"release_dates\":[", fred::kReleaseDates},
    {"\"error_code\":", fred::kObservations},
    {"\"vintage_dates\":[", "vintage_dates"},
    {"\"categories\":[", "categories"},
    {"\"sources\":[", "sources"},
    {"\"tags\":[", "tags"}};

/// FRED says in the body what is wrong.
std::optional<AnswerFault> fredFault(Harvest &harvest)
{
    const Payload &payload = harvest.payload();
    if (headOf(payload.bytes, 400).find("\"error_code\":") == std::string::npos)
        return faultOfAnswer(harvest.info(), payload);
    JsonWalk walk(harvest, payload.bytes);
    simdjson::ondemand::object answer;
    if (!walk.object(answer))
        return faultOfAnswer(harvest.info(), payload);
    const std::int64_t code = json::integer(answer, "error_code").value_or(payload.status);
    const std::string message = json::text(answer, "error_message");
    const QString sentence = Tr::tr("%1 says: %2").arg(harvest.info().title, qs(shortened(message, 300)));
    if (message.find("api_key") != std::string::npos || code == 401 || code == 403)
        return AnswerFault{FaultKind::NoAccess, sentence};
    if (message.find("does not exist") != std::string::npos || code == 404)
        return AnswerFault{FaultKind::NotFound, sentence};
    if (code == 429)
        return AnswerFault{FaultKind::TooMany, sentence};
    return AnswerFault{code >= 500 ? FaultKind::Unavailable : FaultKind::Refused, sentence};
}

bool hasKey(const SourceSettings &settings)
{
    const auto key = settings.secrets.find("api_key");
    return key != settings.secrets.end() && !key->second.empty();
}

class Fred final : public Provider
{
public:
    Fred()
    {
        m_info.name = "fred";
        m_info.title = Tr::tr("FRED");
        m_info.about =
            Tr::tr("Economic series of the Federal Reserve Bank of St. Louis with every revision, and "
                   "daily yields, currencies, oil prices and the VIX.");
        m_info.licence = Tr::tr("Free for own use; some series belong to others, who restrict their use.");
        m_info.key = KeyNeed::Optional;
        m_info.secrets = {"api_key"};
        m_info.keyUrl = "https://fred.stlouisfed.org/docs/api/api_key.html";
        m_info.example = "CPIAUCSL";
        m_info.cadence = std::chrono::hours(24);
        m_info.requests = 120;
        m_info.per = std::chrono::minutes(1);
        m_info.starter = {.years = 10, .answerBytes = 45'000, .options = {}}; // ten years of a daily series
    }

    const ProviderInfo &info() const override { return m_info; }

    /// Options: "releases", "all" or a list of release numbers, for the calendar of releases (needs the key).
    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        std::vector<std::string> series = settings.series;
        if (series.empty())
            series.assign(kStarterSeries.begin(), kStarterSeries.end());
        const std::string from = base::toIso(window.from.utcDay());
        // a price comes out on the next working day, so a live fetch begins some days earlier
        const std::string earlier =
            window.isBackfill ? from : base::toIso(window.from.utcDay() - std::chrono::days(7));
        const std::string to = base::toIso(window.to.utcDay());
        std::vector<Ask> asks;
        for (const std::string &id : series) {
            // with the key, the series says its unit and frequency first; its observations follow
            if (hasKey(settings) && !fred::isMarketSeries(id))
                asks.push_back(
                    {std::string(fred::kSeries),
                     {{"series", id}, {"from", from}, {"to", to}, {"live", window.isBackfill ? "0" : "1"}}});
            else
                asks.push_back(
                    {std::string(fred::kGraph),
                     {{"series", id}, {"from", fred::isMarketSeries(id) ? earlier : from}, {"to", to}}});
        }
        const auto releases = settings.options.find("releases");
        if (releases == settings.options.end() || releases->second.empty())
            return asks;
        if (!hasKey(settings))
            return base::Error{base::ErrorCode::BadInput,
                               Tr::tr("the calendar of releases needs a key of FRED; leave out “releases” or "
                                      "enter the key")};
        for (std::string_view rest = releases->second; !rest.empty();) {
            const std::string one(trimmed(rest.substr(0, rest.find(','))));
            rest.remove_prefix(std::min(
                rest.size(), rest.find(',') == std::string_view::npos ? rest.size() : rest.find(',') + 1));
            if (one.empty())
                continue;
            Ask ask{std::string(fred::kReleaseDates), {{"from", from}}};
            if (one != "all")
                ask.with.emplace("release", one);
            asks.push_back(std::move(ask));
        }
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        const auto with = [&ask](const char *name) {
            const auto found = ask.with.find(name);
            return found == ask.with.end() ? std::string() : percentEncoded(found->second);
        };
        Call call;
        if (ask.endpoint == fred::kGraph) {
            call.url = std::string(kGraphAddress) + "?id=" + with("series");
            // the seasons of a release are compared with all earlier years, so only prices are asked in part
            if (fred::isMarketSeries(with("series")))
                call.url += "&cosd=" + with("from") + "&coed=" + with("to");
            return call;
        }
        if (!hasKey(settings))
            return base::Error{base::ErrorCode::BadInput,
                               Tr::tr("FRED needs a key for this; get one at %1").arg(qs(m_info.keyUrl))};
        call.url = kFredApi;
        if (ask.endpoint == fred::kSeries) {
            call.url += "series?series_id=" + with("series");
        } else if (ask.endpoint == fred::kReleaseDates) {
            call.url += with("release").empty() ? "releases/dates?"
                                                : "release/dates?release_id=" + with("release") + '&';
            if (!with("from").empty())
                call.url += "realtime_start=" + with("from") + '&';
            call.url += "realtime_end=" + std::string(fred::kOpenEnd) +
                        "&include_release_dates_with_no_data=true&sort_order=asc&limit=1000";
        } else {
            call.url += "series/observations?series_id=" + with("series") + "&limit=100000";
            if (!with("vintages_from").empty())
                call.url +=
                    "&realtime_start=" + with("vintages_from") + "&realtime_end=" + with("vintages_to");
        }
        if (!with("offset").empty())
            call.url += "&offset=" + with("offset");
        call.url += "&file_type=json&api_key=" + percentEncoded(settings.secrets.at("api_key"));
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string head = headOf(payload.bytes, 600);
        if (head.starts_with("observation_date,") || head.starts_with("DATE,"))
            return std::string(fred::kGraph);
        if (!head.starts_with("{\"realtime_start\":") && !head.starts_with("{\"categories\":") &&
            !head.starts_with("{\"error_code\":"))
            return {};
        for (const auto &[list, endpoint] : kLists) {
            if (head.find(list) != std::string::npos)
                return std::string(endpoint);
        }
        return {};
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = fredFault(harvest)) {
            harvest.fail(fault->kind, fault->sentence);
            return harvest.take();
        }
        const std::string &endpoint = payload.ask.endpoint;
        if (endpoint == fred::kGraph)
            fred::readGraph(harvest);
        else if (endpoint == fred::kSeries)
            fred::readSeries(harvest);
        else if (endpoint == fred::kReleaseDates)
            fred::readReleaseDates(harvest);
        else if (endpoint == fred::kObservations)
            fred::readObservations(harvest);
        return harvest.take(); // the other lists of FRED are about its catalogue
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeFred()
{
    return std::make_unique<Fred>();
}

} // namespace core::sources
