// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Political violence and protest as the ACLED project codes it: its API, and the weekly files of before 2017.
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/boundrules.h"
#include "core/sources/bytestream.h"
#include "core/sources/charset.h"
#include "core/sources/countries.h"
#include "core/sources/csvreader.h"
#include "core/sources/dates.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/loosexml.h"
#include "core/sources/numbers.h"
#include "core/sources/payloadhead.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace core::sources {

using base::qs;
using base::Result;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

constexpr std::string_view kRead = "read";
constexpr std::string_view kFile = "file";
constexpr std::string_view kAcledToken = "token";
constexpr std::string_view kAcledApi = "https://acleddata.com/api/acled/read?_format=json";
constexpr std::string_view kAcledTokenAddress = "https://acleddata.com/oauth/token";
constexpr std::int64_t kAcledPage = 5000;
constexpr std::size_t kAcledHeader = 4000;

/// The classes of before 2019 and what they are called now. Riots and protests were one; who acted tells them
/// apart.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kOldClasses{
    {{"battle_no_change_of_territory", "battles"},
     {"battle_government_regains_territory", "battles"},
     {"battle_non_state_actor_overtakes_territory", "battles"},
     {"remote_violence", "explosions_remote_violence"},
     {"strategic_development", "strategic_developments"},
     {"headquarters_or_base_established", "strategic_developments"},
     {"non_violent_transfer_of_territory", "strategic_developments"},
     {"violence_against_civilians", "violence_against_civilians"}}};

/// A field by its name of today; empty when there is none.
using Field = std::function<std::string(std::string_view)>;

std::string classOf(const Field &field)
{
    const std::string type = slugOf(field("event_type"), '_');
    if (type == "riots_protests") {
        const std::string actor = field("inter1");
        return actor == "5" || slugOf(actor, '_') == "rioters" ? "riots" : "protests";
    }
    const auto old =
        std::ranges::find(kOldClasses, type, &std::pair<std::string_view, std::string_view>::first);
    return old == kOldClasses.end() ? type : std::string(old->second);
}

std::string countryOf(const Field &field)
{
    double number = 0;
    if (parseNumber(field("iso"), {}, number) == NumberState::Value && number > 0 && number < 1000) {
        if (const Country *country = countryByNumber(static_cast<int>(number)))
            return country->alpha3;
    }
    const std::string name = field("country");
    const Country *country = countryByName(name);
    return country ? country->alpha3 : name;
}

void readEvent(Harvest &harvest, const Field &field, std::optional<base::Date> day)
{
    const std::string id = field("event_id_cnty");
    if (id.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the event has no id"), field("notes"));
    if (!day)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the day is not a date"), field("event_date"));
    const std::string type = classOf(field);
    const std::string country = countryOf(field);
    if (type.empty() || country.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the event has no type or no country"), id);
    double fatalities = domain::kMissing;
    const NumberState state = parseNumber(field("fatalities"), {}, fatalities);
    if (state != NumberState::Value && state != NumberState::Missing)
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the number of deaths is not a number"),
                              field("fatalities"));
    domain::Event &event = harvest.event(type, country, id, base::Instant(*day));
    Harvest::setDay(event, *day, base::Zone());
    double uploaded = 0;
    Meta meta;
    if (parseNumber(field("timestamp"), {}, uploaded) == NumberState::Value && uploaded > 0 &&
        uploaded < 1e11) {
        const base::Instant at(static_cast<std::int64_t>(uploaded) * 1'000'000);
        event.knownAt = std::max(at, event.timestamp);
        meta.text("uploaded", base::toIso(at)); // a later one is a new version
    } else {
        harvest.knownAfter(event, "acled_weekly");
    }
    event.value = fatalities;
    event.unit = "deaths";
    event.text = field("notes");
    const auto number = [&field](std::string_view name) {
        double value = domain::kMissing;
        return parseNumber(field(name), {}, value) == NumberState::Value ? value : domain::kMissing;
    };
    for (const std::string_view name : {"region", "admin1", "admin2", "location", "sub_event_type", "actor1",
                                        "actor2", "disorder_type", "civilian_targeting", "source"})
        meta.text(name, field(name));
    for (const std::string_view name : {"latitude", "longitude", "geo_precision", "time_precision"})
        meta.number(name, number(name));
    event.metadata = meta.take();
}

/// The fault in an answer that says of itself that it is one.
std::optional<AnswerFault> acledFault(const ProviderInfo &info, int status, object &top)
{
    const std::int64_t told = std::max<std::int64_t>(json::integer(top, "status").value_or(status), status);
    const bool isGood = json::text(top, "success") != "false" && told < 400;
    std::string message;
    object error;
    if (json::get(top, "error", error))
        message = json::text(error, "message");
    if (message.empty())
        message = json::text(top, "error_description");
    if (message.empty())
        message = json::text(top, "message");
    if (message.empty())
        message = json::text(top, "error");
    if (isGood && message.empty())
        return std::nullopt;
    if (message.empty())
        message = std::to_string(told);
    return AnswerFault{told == 401 || told == 403 ? FaultKind::NoAccess
                       : told == 429              ? FaultKind::TooMany
                       : told == 404              ? FaultKind::NotFound
                       : told >= 500              ? FaultKind::Unavailable
                                                  : FaultKind::Refused,
                       Tr::tr("%1 says: %2").arg(info.title, qs(shortened(message, 300)))};
}

void readAcledEvents(Harvest &harvest)
{
    const Payload &payload = harvest.payload();
    JsonWalk walk(harvest, payload.bytes);
    object top;
    array data;
    if (!walk.object(top))
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent something else than JSON").arg(harvest.info().title));
    if (const auto fault = acledFault(harvest.info(), payload.status, top))
        return harvest.fail(fault->kind, fault->sentence);
    if (!walk.object(top) || !json::get(top, "data", data))
        return walk.broken();
    std::int64_t found = 0;
    walk.each<object>(data, [&](object entry) {
        ++found;
        harvest.record();
        const Field field = [&entry](std::string_view name) { return json::text(entry[name]); };
        const auto day = base::parseDate(field("event_date"));
        readEvent(harvest, field, day ? std::optional(*day) : std::nullopt);
    });
    const auto &with = payload.ask.with;
    const auto page = with.find("page");
    double number = 0;
    if (found < kAcledPage || walk.isCut() || page == with.end() ||
        parseNumber(page->second, {}, number) != NumberState::Value || number < 1 || number > 1e6)
        return;
    Ask more = payload.ask;
    more.with["page"] = std::to_string(static_cast<int>(number) + 1);
    harvest.next(std::move(more));
}

std::string_view acledHeader(std::string_view bytes)
{
    const std::string_view text = afterMark(bytes);
    return text.substr(0, std::min(text.find_first_of("\r\n"), kAcledHeader));
}

/// The files call their columns in capitals, date days first, and end in columns without a name. Some are
/// separated by semicolons, some are in Latin-1.
void readFile(Harvest &harvest)
{
    std::string_view bytes = harvest.payload().bytes;
    std::string converted;
    if (!isUtf8(bytes)) {
        converted = base::utf8(QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size())));
        bytes = converted;
    }
    MemoryStream stream(bytes);
    CsvReader reader(stream,
                     {.delimiter = acledHeader(bytes).find(';') == std::string_view::npos ? ',' : ';'});
    auto more = reader.next();
    std::vector<std::string> header;
    if (more && *more) {
        for (const std::string_view name : reader.fields()) {
            header.push_back(slugOf(name, '_'));
            if (header.back() == "ally_actor_1" || header.back() == "ally_actor_2")
                header.back().replace(0, 4, "assoc");
        }
    }
    if (std::ranges::find(header, "event_id_cnty") == header.end() ||
        std::ranges::find(header, "event_date") == header.end())
        return harvest.fail(
            FaultKind::NotData,
            Tr::tr("%1 sent something else than a table of events").arg(harvest.info().title));
    static const std::vector<DatePattern> patterns = [] {
        std::vector<DatePattern> compiled;
        for (const char *text : {"DD/MM/YYYY", "YYYY-MM-DD", "D MON YYYY"}) {
            if (auto pattern = DatePattern::compile(text))
                compiled.push_back(std::move(*pattern));
        }
        return compiled;
    }();
    while ((more = reader.next()) && *more) {
        harvest.record();
        const auto fields = reader.fields();
        if (reader.fault() != RecordFault::None || fields.size() > header.size()) {
            harvest.refuse(RefusalKind::WrongColumnCount, Tr::tr("the row does not fit the header"),
                           fields.empty() ? std::string_view() : fields[0]);
            continue;
        }
        const Field field = [&](std::string_view name) {
            const auto at = static_cast<std::size_t>(std::ranges::find(header, name) - header.begin());
            return at < fields.size() ? std::string(trimmed(fields[at])) : std::string();
        };
        std::optional<base::Date> day;
        for (const DatePattern &pattern : patterns) {
            if (const auto at = pattern.parse(field("event_date")); at && !day)
                day = at->day;
        }
        readEvent(harvest, field, day);
    }
    if (!more)
        harvest.fail(FaultKind::NotData, more.error().message);
}

class Acled final : public Provider
{
public:
    Acled()
    {
        m_info.name = "acled";
        m_info.title = Tr::tr("ACLED conflict events");
        m_info.about =
            Tr::tr("Battles, explosions, riots and protests of the whole world, with deaths and actors.");
        m_info.licence = Tr::tr("Free after registration; the terms of ACLED forbid passing the data on.");
        m_info.key = KeyNeed::Needed;
        m_info.secrets = {"username", "password"};
        m_info.keyUrl = "https://acleddata.com/user/register";
        m_info.cadence = std::chrono::hours(24 * 7);
        m_info.requests = 1;
        m_info.per = std::chrono::seconds(1);
    }

    const ProviderInfo &info() const override { return m_info; }

    /// Series are countries by name or code; without any, the world. A live fetch takes what was uploaded
    /// since, corrections included; a backfill what happened in the window.
    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        std::map<std::string, std::string> with{{"page", "1"}};
        if (window.isBackfill) {
            with.emplace("from", base::toIso(window.from.utcDay()));
            with.emplace("to", base::toIso(window.to.utcDay()));
        } else {
            with.emplace("since", std::to_string(window.from.micros() / 1'000'000));
        }
        std::vector<Ask> asks;
        for (const std::string &name : settings.series) {
            const Country *country = countryByName(name);
            if (!country)
                country = countryByCode(name);
            if (!country || country->number == 0)
                return base::Error{base::ErrorCode::BadInput,
                                   Tr::tr("“%1” is not a country; write it as Ukraine or UKR").arg(qs(name))};
            Ask ask{std::string(kRead), with};
            ask.with.emplace("country", std::to_string(country->number));
            asks.push_back(std::move(ask));
        }
        if (asks.empty())
            asks.push_back({std::string(kRead), with});
        return asks;
    }

    /// Name and password are exchanged for a token of a day.
    std::optional<Ask> tokenAsk(const SourceSettings &) const override
    {
        return Ask{std::string(kAcledToken), {}};
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        const auto secret = [&settings](const char *name) {
            const auto found = settings.secrets.find(name);
            return found == settings.secrets.end() ? std::string() : found->second;
        };
        const auto with = [&ask](const char *name) {
            const auto found = ask.with.find(name);
            return found == ask.with.end() ? std::string() : percentEncoded(found->second);
        };
        Call call;
        if (ask.endpoint == kAcledToken) {
            if (secret("username").empty() || secret("password").empty())
                return base::Error{
                    base::ErrorCode::BadInput,
                    Tr::tr("ACLED needs a name and a password; register at %1").arg(qs(m_info.keyUrl))};
            call.url = kAcledTokenAddress;
            call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
            call.body = "grant_type=password&client_id=acled&username=" + percentEncoded(secret("username")) +
                        "&password=" + percentEncoded(secret("password"));
            return call;
        }
        const std::string token = secret("access_token");
        if (token.empty())
            return base::Error{
                base::ErrorCode::BadInput,
                Tr::tr("ACLED answers only with a token; it is fetched with the name and password")};
        call.url = std::string(kAcledApi) + "&limit=" + std::to_string(kAcledPage) + "&page=" + with("page");
        if (!with("country").empty())
            call.url += "&iso=" + with("country");
        if (!with("since").empty())
            call.url += "&timestamp=" + with("since") + "&timestamp_where=%3E%3D";
        else
            call.url += "&event_date=" + with("from") + "%7C" + with("to") + "&event_date_where=BETWEEN";
        call.headers.emplace_back("Authorization", "Bearer " + token);
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string head = headOf(payload.bytes, 1000);
        if (isTable(payload.bytes))
            return std::string(kFile);
        if (head.starts_with("{\"status\":") && (head.find("\"event_id_cnty\":") != std::string::npos ||
                                                 head.find("\"success\":") != std::string::npos))
            return std::string(kRead);
        return {};
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        // errors may explain themselves in JSON
        const bool isJson = headOf(payload.bytes, 1) == "{";
        if (const auto fault = faultOfAnswer(m_info, payload); fault && (!isJson || payload.status < 400))
            harvest.fail(fault->kind, fault->sentence);
        else if (payload.ask.endpoint == kFile)
            readFile(harvest);
        else if (payload.ask.endpoint != kAcledToken) // a token is no news
            readAcledEvents(harvest);
        return harvest.take();
    }

private:
    /// Its columns stand in several orders, in capitals or not, in quotes or not.
    static bool isTable(std::string_view bytes)
    {
        std::string header = base::lowerCase(acledHeader(bytes));
        std::ranges::replace(header, ';', ',');
        std::erase(header, '"');
        header = ',' + header + ',';
        return header.find(",event_id_cnty,") != std::string::npos &&
               header.find(",event_date,") != std::string::npos;
    }

    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeAcled()
{
    return std::make_unique<Acled>();
}

} // namespace core::sources
