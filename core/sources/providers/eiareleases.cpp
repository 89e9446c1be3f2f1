// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The EIA's rows as releases. The routes name the same things differently; numbers may stand as texts.
#include "core/base/tr.h"
#include "core/sources/boundrules.h"
#include "core/sources/frequency.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/providers/eia.h"

#include <charconv>
#include <cmath>
#include <initializer_list>
#include <map>

namespace core::sources::eia {

using base::Date;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

using std::chrono::days;

struct Period {
    Date day;                           ///< its last
    std::optional<base::Duration> hour; ///< of an hourly series, UTC
    std::string label;                  ///< "2024", "2024-07", "2024-Q3", "2024-07-05", "2024-07-05T13"
};

/// Digits only.
int number(std::string_view text)
{
    int value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

std::optional<Period> lastOf(int year, unsigned month, std::string label)
{
    const std::chrono::year_month_day_last last =
        std::chrono::year(year) / std::chrono::month(month) / std::chrono::last;
    if (year < 1800 || year > 2999 || !last.ok())
        return std::nullopt;
    return Period{std::chrono::sys_days(last), std::nullopt, std::move(label)};
}

/// Both versions: "2024-07" and "202407", "2024-Q3" and "2024Q3", "2024-07-05T13-05" and "20240705T13Z".
std::optional<Period> periodOf(std::string_view text)
{
    const std::string_view clock =
        text.find('T') == std::string_view::npos ? std::string_view() : text.substr(text.find('T') + 1);
    text = text.substr(0, text.find('T'));
    std::string plain;
    for (const char c : text) {
        if (c != '-')
            plain += c;
    }
    if (plain.size() == 4 && number(plain) > 0)
        return lastOf(number(plain), 12, plain);
    if (plain.size() == 6 && plain[4] == 'Q' && plain[5] >= '1' && plain[5] <= '4')
        return lastOf(number(plain.substr(0, 4)), static_cast<unsigned>(plain[5] - '0') * 3,
                      plain.substr(0, 4) + '-' + plain.substr(4));
    if (plain.size() == 6 && number(plain) > 0)
        return lastOf(number(plain) / 100, static_cast<unsigned>(number(plain) % 100),
                      plain.substr(0, 4) + '-' + plain.substr(4));
    if (plain.size() != 8)
        return std::nullopt;
    Period period;
    period.label = plain.substr(0, 4) + '-' + plain.substr(4, 2) + '-' + plain.substr(6);
    const auto day = base::parseDate(period.label);
    if (!day)
        return std::nullopt;
    period.day = *day;
    if (clock.empty())
        return period;
    const int hour = number(clock.substr(0, 2));
    const auto at = hour < 0 || hour > 23
                        ? base::Result<base::Instant>(base::Error{})
                        : base::parseInstant(period.label + 'T' + std::string(clock.substr(0, 2)) + ":00" +
                                             std::string(clock.substr(2)));
    if (!at)
        return std::nullopt;
    period.day = at->utcDay();
    period.hour = *at - base::Instant(period.day);
    period.label = base::toIso(*at).substr(0, 13);
    return period;
}

struct Row {
    std::string series;
    std::string unit;
    std::string text;
    Period period;
    double value = domain::kMissing;
};

/// What holds for all rows of an answer.
struct Answer {
    Frequency frequency = Frequency::Day;
    bool isGas = false;
    std::optional<base::Instant> from; ///< what was known before is context
};

const base::Zone &zone()
{
    static const base::Zone zone = [] {
        auto found = base::Zone::find("America/New_York");
        return found ? *found : base::Zone();
    }();
    return zone;
}

/// "PET.WCESTUS1.W" and "WCESTUS1" are the same series; the id of a country's figures stays whole.
std::string shortId(const std::string &id)
{
    const std::size_t first = id.find('.');
    const std::size_t last = id.rfind('.');
    if (first == std::string::npos || last == first || last + 2 != id.size() || id.starts_with("INTL."))
        return id;
    return id.substr(first + 1, last - first - 1);
}

/// When the whole of a period could be known, before anybody asks when we saw it.
base::Instant knownAt(const Answer &answer, const Period &period)
{
    const LagRules &rules = LagRules::builtIn();
    if (answer.frequency == Frequency::Week)
        return rules.release(answer.isGas ? "eia_gas" : "eia_petroleum")->releaseOf(period.day);
    const base::Instant start =
        period.hour ? base::Instant(period.day) + *period.hour : zone().toUtc(period.day, {});
    return start + rules.lag("eia_" + std::string(wordOf(answer.frequency)))->add;
}

void addEvent(Harvest &harvest, const Answer &answer, const Row &row, const Release &release)
{
    domain::Event &event = harvest.event(slugOf(row.series, '_') + "_release", row.series,
                                         row.series + '|' + row.period.label, base::Instant(row.period.day));
    if (row.period.hour)
        event.timestamp = base::Instant(row.period.day) + *row.period.hour;
    else
        Harvest::setDay(event, row.period.day, zone());
    if (answer.frequency == Frequency::Week) {
        event.precision = domain::Precision::Instant;
        event.knownAt = release.knownAt;
        event.knownBasis = domain::KnownBasis::Scheduled;
        if (const base::Instant seen = harvest.payload().fetchedAt; seen.isValid() && seen < event.knownAt) {
            event.knownAt = seen; // it came out before its time
            event.knownBasis = domain::KnownBasis::Observed;
        }
    } else {
        knownAtMostWhenSeen(harvest, event, "eia_" + std::string(wordOf(answer.frequency)));
    }
    event.value = row.value;
    event.unit = row.unit;
    event.text = row.text;
    Meta meta;
    addFacts(meta, release);
    event.metadata = meta.text("frequency", wordOf(answer.frequency)).text("period", row.period.label).take();
}

void addEvents(Harvest &harvest, const Answer &answer, const std::vector<Row> &rows)
{
    std::map<std::string, std::vector<std::size_t>> series;
    for (std::size_t i = 0; i < rows.size(); ++i)
        series[rows[i].series].push_back(i);
    std::vector<Release> releases(rows.size());
    for (const auto &[id, members] : series) {
        std::vector<Release> some;
        for (const std::size_t i : members)
            some.push_back({.period = rows[i].period.day,
                            .knownAt = knownAt(answer, rows[i].period),
                            .actual = rows[i].value});
        // the hours of a day have one date: what changed from hour to hour is not news
        if (answer.frequency != Frequency::Hour)
            fillReleases(some, seasonOf(answer.frequency));
        for (std::size_t i = 0; i < members.size(); ++i)
            releases[members[i]] = some[i];
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!answer.from || releases[i].knownAt >= *answer.from)
            addEvent(harvest, answer, rows[i], releases[i]);
    }
}

/// Period and value of a row; false when it is refused.
bool readValue(Harvest &harvest, std::string_view period, std::string_view value, Row &row)
{
    static const NumberStyle style{.missing = {"NA", "--", "-", "W", "null"}};
    const auto read = periodOf(period);
    if (!read) {
        harvest.refuse(RefusalKind::NotADate, Tr::tr("the period is not a date"), period);
        return false;
    }
    row.period = *read;
    const NumberState state = parseNumber(value, style, row.value);
    if (state == NumberState::Missing) {
        harvest.refuse(RefusalKind::NoValue, Tr::tr("there is no value for this period"), period);
        return false;
    }
    if (state != NumberState::Value) {
        harvest.refuse(RefusalKind::NotANumber, Tr::tr("the value is not a number"), value);
        return false;
    }
    const base::Instant seen = harvest.payload().fetchedAt;
    const base::Instant over = row.period.hour ? base::Instant(row.period.day) + *row.period.hour
                                               : base::Instant(row.period.day + days(1));
    if (seen.isValid() && over > seen) {
        harvest.refuse(RefusalKind::LeftOut, Tr::tr("a forecast: its period was not over"), period);
        return false;
    }
    return true;
}

/// The first of these fields that holds something.
std::string firstText(object &row, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (std::string text = json::text(row[name]); !text.empty())
            return text;
    }
    return {};
}

/// Figures of countries have no id of their own in their rows.
std::string internationalId(object &row, Frequency frequency)
{
    std::string id = "INTL.";
    for (const char *name : {"productId", "activityId", "countryRegionId", "unit"}) {
        const std::string part = json::text(row[name]);
        if (part.empty())
            return {};
        id += (id.ends_with('.') ? "" : "-") + part;
    }
    return id + (frequency == Frequency::Month ? ".M" : frequency == Frequency::Quarter ? ".Q" : ".A");
}

Answer answerOf(const Harvest &harvest)
{
    Answer answer;
    const auto &with = harvest.payload().ask.with;
    if (const auto from = with.find("from"); from != with.end()) {
        if (const auto day = base::parseDate(from->second))
            answer.from = base::Instant(*day);
    }
    if (const auto route = with.find("route"); route != with.end())
        answer.isGas = route->second.starts_with("natural-gas");
    if (const auto series = with.find("series"); series != with.end())
        answer.isGas = answer.isGas || series->second.starts_with("NG.");
    return answer;
}

} // namespace

void readData(Harvest &harvest)
{
    const Ask &ask = harvest.payload().ask;
    Answer answer = answerOf(harvest);
    JsonWalk walk(harvest, harvest.payload().bytes);
    object top;
    object response;
    if (walk.object(top) && json::text(top["request"]["command"]).find("/natural-gas/") != std::string::npos)
        answer.isGas = true;
    if (!walk.object(top) || !json::get(top, "response", response))
        return harvest.fail(
            FaultKind::NotData,
            Tr::tr("%1 sent something else than a table of values").arg(harvest.info().title));
    const std::int64_t total = json::integer(response, "total").value_or(0);
    const auto told = frequencyOf(json::text(response, "frequency"));
    array data;
    if (!json::get(response, "data", data)) // the description of a route has none
        return;
    std::vector<Row> rows;
    std::int64_t found = 0;
    walk.each<object>(data, [&](object entry) {
        ++found;
        harvest.record();
        Row row;
        row.series = firstText(entry, {"series", "seriesId", "series-id", "msn"});
        if (row.series.empty())
            row.series = internationalId(entry, told.value_or(Frequency::Year));
        if (const auto asked = ask.with.find("series"); row.series.empty() && asked != ask.with.end())
            row.series = asked->second;
        const std::string period = json::text(entry, "period");
        if (row.series.empty())
            return harvest.refuse(RefusalKind::NoValue, Tr::tr("the row does not name its series"), period);
        row.series = shortId(row.series);
        row.unit = firstText(entry, {"units", "unit", "value-units", "unitName"});
        row.text = firstText(entry, {"series-description", "seriesDescription", "seriesName"});
        if (row.text.empty()) {
            for (const char *name : {"countryRegionName", "productName", "activityName"}) {
                if (const std::string part = json::text(entry[name]); !part.empty())
                    row.text += (row.text.empty() ? "" : ", ") + part;
            }
        }
        if (json::text(entry, "product") == "EPG0")
            answer.isGas = true;
        if (readValue(harvest, period, json::text(entry, "value"), row))
            rows.push_back(std::move(row));
    });
    if (told) {
        answer.frequency = *told;
    } else {
        std::vector<Date> periods;
        for (const Row &row : rows)
            periods.push_back(row.period.day);
        answer.frequency = frequencyOf(std::move(periods));
    }
    addEvents(harvest, answer, rows);
    // an answer holds at most 5,000 rows, whatever it says about more of them
    const auto offset = ask.with.find("offset");
    const std::int64_t before = offset == ask.with.end() ? 0 : std::max(0, number(offset->second));
    if (found == 0 || walk.isCut() || ask.with.empty() || before + found >= total)
        return;
    Ask more = ask;
    more.with["offset"] = std::to_string(before + found);
    harvest.next(std::move(more));
}

void readOld(Harvest &harvest)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    object top;
    array all;
    if (!walk.object(top) || !json::get(top, "series", all))
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent something else than series").arg(harvest.info().title));
    for (auto element : all) {
        object one;
        array data;
        if (element.get_object().get(one))
            return walk.broken();
        const std::string id = json::text(one, "series_id");
        Row row;
        row.series = shortId(id);
        row.unit = json::text(one, "units");
        row.text = json::text(one, "name");
        Answer answer = answerOf(harvest);
        answer.isGas = answer.isGas || id.starts_with("NG.");
        answer.frequency = frequencyOf(json::text(one, "f")).value_or(Frequency::Day);
        if (row.series.empty() || !json::get(one, "data", data)) {
            harvest.record();
            harvest.refuse(RefusalKind::NoValue, Tr::tr("the series has no id or no values"), id);
            continue;
        }
        std::vector<Row> rows;
        walk.each<array>(data, [&](array pair) {
            harvest.record();
            std::string parts[2];
            std::size_t count = 0;
            for (auto part : pair) {
                if (count < std::size(parts))
                    parts[count] = json::text(part);
                ++count;
            }
            if (readValue(harvest, parts[0], parts[1], row))
                rows.push_back(row);
        });
        addEvents(harvest, answer, rows);
        if (walk.isCut())
            return;
    }
}

} // namespace core::sources::eia
