// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Fires that satellites see (NASA FIRMS, MODIS and VIIRS): each detection, and how many and how strong on a
// day. The country is what the country service says, else whose borders hold the pixel; at sea it is a cell of
// five degrees, named by its south-west corner ("CELL:S15W060"). Sums over an area go by cells too: the part
// of a country that lies in it is not the country.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/bytestream.h"
#include "core/sources/countries.h"
#include "core/sources/countryat.h"
#include "core/sources/csvreader.h"
#include "core/sources/harvest.h"
#include "core/sources/loosexml.h"
#include "core/sources/numbers.h"
#include "core/sources/payloadhead.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace core::sources {

using base::Date;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kArea = "area";
constexpr std::string_view kCountry = "country";
constexpr std::string_view kFirmsApi = "https://firms.modaps.eosdis.nasa.gov/api/";
constexpr std::string_view kUsualProduct = "VIIRS_SNPP_NRT";
/// The service gives at most this many days at once.
constexpr std::chrono::days kMostDays(5);
constexpr int kCell = 5;

/// Which column is which; −1 where there is none.
struct Columns {
    int latitude = -1, longitude = -1, date = -1, time = -1, satellite = -1, power = -1;
    int country = -1, confidence = -1, brightness = -1, dayNight = -1, version = -1, instrument = -1;
    bool isModis = false;
    std::size_t count = 0;

    static Columns of(std::span<const std::string_view> header)
    {
        Columns columns;
        columns.count = header.size();
        const auto find = [&header](std::string_view name) {
            const auto at = std::ranges::find(header, name);
            return at == header.end() ? -1 : static_cast<int>(at - header.begin());
        };
        columns.latitude = find("latitude");
        columns.longitude = find("longitude");
        columns.date = find("acq_date");
        columns.time = find("acq_time");
        columns.satellite = find("satellite");
        columns.power = find("frp");
        columns.country = find("country_id");
        columns.confidence = find("confidence");
        columns.dayNight = find("daynight");
        columns.version = find("version");
        columns.instrument = find("instrument");
        columns.brightness = find("bright_ti4");
        columns.isModis = columns.brightness < 0;
        if (columns.isModis)
            columns.brightness = find("brightness");
        return columns;
    }

    [[nodiscard]] bool isTable() const
    {
        return std::ranges::min(std::array{latitude, longitude, date, time, satellite, power}) >= 0;
    }
};

/// "0003", or "3" where a program has dropped the zeros.
std::optional<base::Duration> timeOf(std::string_view text)
{
    if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    int number = 0;
    for (const char c : text)
        number = number * 10 + (c - '0');
    if (number / 100 > 23 || number % 100 > 59)
        return std::nullopt;
    return std::chrono::hours(number / 100) + std::chrono::minutes(number % 100);
}

/// "l", "low" and so on become the long word; MODIS has a number from 0 to 100.
std::string confidenceOf(std::string_view text)
{
    return std::string(text == "l" ? "low" : text == "n" ? "nominal" : text == "h" ? "high" : text);
}

std::string cellOf(double latitude, double longitude)
{
    const auto corner = [](double degrees, char positive, char negative, int digits) {
        const int edge = static_cast<int>(std::floor(degrees / kCell)) * kCell;
        std::string number = std::to_string(std::abs(edge));
        number.insert(0, static_cast<std::size_t>(std::max(0, digits - static_cast<int>(number.size()))),
                      '0');
        return (edge < 0 ? negative : positive) + number;
    };
    return "CELL:" + corner(latitude, 'N', 'S', 2) + corner(longitude, 'E', 'W', 3);
}

/// What burned in one place on one day, seen by one product.
struct Sum {
    std::uint64_t count = 0;
    double power = 0;
};
using Sums = std::map<std::tuple<Date, std::string, std::string>, Sum>;

/// The days of which the answer holds everything. Asked for by days, those; else all but the first and the
/// last of a file, which may be cut anywhere ("the last 24 hours"), or its only one.
struct WholeDays {
    Date first;
    Date last;

    static WholeDays of(const Ask &ask, const Sums &sums)
    {
        const auto from = ask.with.contains("from") ? base::parseDate(ask.with.at("from")) : base::Error{};
        const auto to = ask.with.contains("to") ? base::parseDate(ask.with.at("to")) : base::Error{};
        if (from && to)
            return {*from, *to};
        if (sums.empty())
            return {};
        const Date first = std::get<0>(sums.begin()->first);
        const Date last = std::get<0>(sums.rbegin()->first);
        return first == last ? WholeDays{first, last}
                             : WholeDays{first + std::chrono::days(1), last - std::chrono::days(1)};
    }
};

void addSums(Harvest &harvest, const Sums &sums)
{
    const WholeDays whole = WholeDays::of(harvest.payload().ask, sums);
    const base::Instant seen = harvest.payload().fetchedAt;
    const base::Duration lag = LagRules::builtIn().lag("firms_detection")->add;
    for (const auto &[key, sum] : sums) {
        const auto &[day, entity, product] = key;
        if (day < whole.first || day > whole.last)
            continue;
        for (const std::string_view type : {std::string_view("fire_count"), std::string_view("fire_power")}) {
            domain::Event &event = harvest.event(
                type, entity, product + '|' + base::toIso(day) + '|' + std::string(type) + '|' + entity,
                base::Instant(day));
            Harvest::setDay(event, day, base::Zone());
            event.knownAt = event.knownAt + lag;
            event.knownBasis = domain::KnownBasis::Estimated;
            if (seen.isValid() && seen >= event.timestamp && seen < event.knownAt) {
                event.knownAt = seen; // the day so far
                event.knownBasis = domain::KnownBasis::Observed;
            }
            const bool isCount = type == "fire_count";
            event.value = isCount ? static_cast<double>(sum.count) : sum.power;
            event.unit = isCount ? "fires" : "MW";
            event.metadata = Meta().text("product", product).take();
        }
    }
}

void readRow(Harvest &harvest, const Columns &columns, std::span<const std::string_view> fields, Sums &sums)
{
    const auto field = [&](int column) {
        return column < 0 ? std::string_view() : trimmed(fields[static_cast<std::size_t>(column)]);
    };
    const std::string_view latitudeText = field(columns.latitude);
    const std::string_view longitudeText = field(columns.longitude);
    double latitude = 0;
    double longitude = 0;
    if (parseNumber(latitudeText, {}, latitude) != NumberState::Value ||
        parseNumber(longitudeText, {}, longitude) != NumberState::Value || std::abs(latitude) > 90 ||
        std::abs(longitude) > 180)
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the position is not one on Earth"),
                              latitudeText);
    const auto day = base::parseDate(field(columns.date));
    const auto time = timeOf(field(columns.time));
    if (!day || !time)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the time of the pass is not one"),
                              day ? field(columns.time) : field(columns.date));
    double power = 0;
    const NumberState state = parseNumber(field(columns.power), {}, power);
    if (state != NumberState::Value && state != NumberState::Missing)
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the radiative power is not a number"),
                              field(columns.power));
    const std::string satellite(field(columns.satellite));
    const std::string_view code = field(columns.country);
    const Country *told = code.empty() ? nullptr : countryByCode(code);
    const Country *country = told ? told : countryByCode(countryAt(latitude, longitude));
    const std::string entity = country ? country->alpha3 : cellOf(latitude, longitude);
    const base::Instant at = base::Instant(*day) + *time;
    // as written: a number that is rounded on the way would be another fire
    domain::Event &event = harvest.event("fire_detection", entity,
                                         satellite + '|' + base::toIso(at) + '|' + std::string(latitudeText) +
                                             '|' + std::string(longitudeText),
                                         at);
    harvest.knownWhenSeen(event, "firms_detection");
    event.value = power;
    event.unit = "MW";
    double brightness = domain::kMissing;
    if (parseNumber(field(columns.brightness), {}, brightness) != NumberState::Value)
        brightness = domain::kMissing;
    event.metadata = Meta()
                         .number("latitude", latitude)
                         .number("longitude", longitude)
                         .text("satellite", satellite)
                         .text("instrument", columns.isModis ? "MODIS" : "VIIRS")
                         .text("confidence", confidenceOf(field(columns.confidence)))
                         .number("brightness", brightness)
                         .text("day_night", field(columns.dayNight))
                         .text("version", field(columns.version))
                         .take();
    const auto &with = harvest.payload().ask.with;
    const auto asked = with.find("product");
    const auto place = with.find("place");
    const bool isWhole = told || (place != with.end() && place->second == "world");
    Sum &sum = sums[{*day, isWhole ? entity : cellOf(latitude, longitude),
                     asked != with.end() ? asked->second
                     : columns.isModis   ? std::string("MODIS")
                                         : "VIIRS_" + satellite}];
    ++sum.count;
    if (state == NumberState::Value)
        sum.power += power;
}

void readFires(Harvest &harvest)
{
    MemoryStream stream(harvest.payload().bytes);
    CsvReader reader(stream);
    auto more = reader.next();
    const Columns columns = more && *more ? Columns::of(reader.fields()) : Columns();
    if (!columns.isTable())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent something else than a table of fires").arg(harvest.info().title));
    Sums sums;
    while ((more = reader.next()) && *more) {
        harvest.record();
        if (reader.fault() != RecordFault::None || reader.fields().size() != columns.count) {
            harvest.refuse(RefusalKind::WrongColumnCount, Tr::tr("the row does not fit the header"),
                           reader.fields().empty() ? std::string_view() : reader.fields()[0]);
            continue;
        }
        readRow(harvest, columns, reader.fields(), sums);
    }
    if (!more)
        return harvest.fail(FaultKind::NotData, more.error().message);
    addSums(harvest, sums);
}

/// FIRMS says what is wrong in a line of text.
std::optional<AnswerFault> firmsFault(const ProviderInfo &info, const Payload &payload)
{
    const std::string head = headOf(payload.bytes, 200);
    const auto has = [&head](std::string_view text) { return head.find(text) != std::string::npos; };
    if (has("InvalidMAP_KEY") || has("InvalidMapkey"))
        return AnswerFault{FaultKind::NoAccess, Tr::tr("%1 does not know the map key").arg(info.title)};
    if (has("Exceedingallowedtransactionlimit") || has("transactionlimit"))
        return AnswerFault{
            FaultKind::TooMany,
            Tr::tr("%1 says that the map key has used up its transactions; it is asked again later")
                .arg(info.title)};
    if (head.starts_with("Invalid"))
        return AnswerFault{
            FaultKind::Refused,
            Tr::tr("%1 says: %2").arg(info.title, qs(shortened(trimmed(payload.bytes.substr(0, 200)), 200)))};
    return faultOfAnswer(info, payload);
}

class Firms final : public Provider
{
public:
    Firms()
    {
        m_info.name = "firms";
        m_info.title = Tr::tr("NASA fire detections");
        m_info.about = Tr::tr("Fires seen by satellites within hours, and how many and how strong each day.");
        m_info.licence = Tr::tr("Public domain; NASA asks to be named.");
        m_info.key = KeyNeed::Needed;
        m_info.parserVersion = 2; // countries by borders
        m_info.secrets = {"map_key"};
        m_info.keyUrl = "https://firms.modaps.eosdis.nasa.gov/api/map_key/";
        m_info.example = "GBR";
        m_info.cadence = std::chrono::hours(24);
        m_info.requests = 5;
        m_info.per = std::chrono::seconds(10);
    }

    const ProviderInfo &info() const override { return m_info; }

    /// Series are countries ("BRA") and areas ("-60,-15,-50,-5": west, south, east, north; or "world");
    /// without any, the world. Option "products": a list such as "VIIRS_SNPP_NRT,MODIS_NRT".
    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        const auto option = settings.options.find("products");
        std::string_view list =
            option == settings.options.end() ? kUsualProduct : std::string_view(option->second);
        std::vector<std::string> products;
        while (!list.empty()) {
            const std::string_view one = list.substr(0, list.find(','));
            list.remove_prefix(std::min(list.size(), one.size() + 1));
            if (!trimmed(one).empty())
                products.emplace_back(trimmed(one));
        }
        std::vector<std::string> places = settings.series;
        if (places.empty())
            places.emplace_back("world");
        std::vector<Ask> asks;
        for (const std::string &place : places) {
            const Country *country = place.size() == 3 ? countryByCode(place) : nullptr;
            if (!country && place != "world" && std::ranges::count(place, ',') != 3)
                return base::Error{
                    base::ErrorCode::BadInput,
                    Tr::tr("“%1” is neither a country (BRA) nor an area (west,south,east,north)")
                        .arg(qs(place))};
            for (const std::string &product : products) {
                const Date last = window.to.utcDay();
                // whole days, so that a day's count is of all of it; a live fetch takes the day before again
                Date from = window.from.utcDay() - std::chrono::days(window.isBackfill ? 0 : 1);
                for (; from <= last; from += kMostDays) {
                    const Date to = std::min(last, from + kMostDays - std::chrono::days(1));
                    asks.push_back({std::string(country ? kCountry : kArea),
                                    {{"place", country ? country->alpha3 : place},
                                     {"product", product},
                                     {"from", base::toIso(from)},
                                     {"to", base::toIso(to)}}});
                }
            }
        }
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        const auto key = settings.secrets.find("map_key");
        if (key == settings.secrets.end() || key->second.empty())
            return base::Error{base::ErrorCode::BadInput,
                               Tr::tr("FIRMS needs a map key; get one at %1").arg(qs(m_info.keyUrl))};
        const auto with = [&ask](const char *name) {
            const auto found = ask.with.find(name);
            return found == ask.with.end() ? std::string() : found->second;
        };
        const auto from = base::parseDate(with("from"));
        const auto to = base::parseDate(with("to"));
        const std::int64_t howMany = from && to ? (*to - *from).count() + 1 : 1;
        Call call; // FIRMS takes the key nowhere else
        call.url = std::string(kFirmsApi) + (ask.endpoint == kCountry ? "country" : "area") + "/csv/" +
                   percentEncoded(key->second) + '/' + percentEncoded(with("product")) + '/' + with("place") +
                   '/' + std::to_string(howMany) + '/' + with("from");
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string head = headOf(payload.bytes, 300);
        const bool isTable = head.find("latitude,longitude,bright") != std::string::npos &&
                             head.find(",acq_date,acq_time,satellite,") != std::string::npos;
        if (!isTable)
            return {};
        return std::string(head.starts_with("country_id,") ? kCountry : kArea);
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = firmsFault(m_info, payload))
            harvest.fail(fault->kind, fault->sentence);
        else
            readFires(harvest);
        return harvest.take();
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeFirms()
{
    return std::make_unique<Firms>();
}

} // namespace core::sources
