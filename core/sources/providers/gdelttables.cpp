// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of GDELT: no header, columns between tabs, no quoting (a bare " is data), cells of many
// kilobytes.
#include "core/base/json.h"
#include "core/base/tr.h"
#include "core/sources/boundrules.h"
#include "core/sources/fips.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/newsitems.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/gdelt.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace core::sources::gdelt {

using base::Date;
using base::Instant;
using base::Tr;

namespace {

constexpr std::size_t kEvents20 = 61;
constexpr std::size_t kEvents10 = 58;
constexpr std::size_t kEvents10Old = 57; ///< before April 2013: without the address
constexpr std::size_t kMentionColumns = 16;
constexpr std::size_t kGkg21 = 27;
constexpr std::size_t kGkg10 = 11;
constexpr std::size_t kMostColumns = kEvents20;
constexpr std::size_t kListKept = 300; ///< bytes of a list of themes or names
constexpr std::string_view kNowhere = "UNKNOWN";

/// The roots of CAMEO, 01 to 20.
constexpr std::array<std::string_view, 20> kRoots = {"gdelt_make_public_statement",
                                                     "gdelt_appeal",
                                                     "gdelt_express_intent_to_cooperate",
                                                     "gdelt_consult",
                                                     "gdelt_engage_in_diplomatic_cooperation",
                                                     "gdelt_engage_in_material_cooperation",
                                                     "gdelt_provide_aid",
                                                     "gdelt_yield",
                                                     "gdelt_investigate",
                                                     "gdelt_demand",
                                                     "gdelt_disapprove",
                                                     "gdelt_reject",
                                                     "gdelt_threaten",
                                                     "gdelt_protest",
                                                     "gdelt_exhibit_force_posture",
                                                     "gdelt_reduce_relations",
                                                     "gdelt_coerce",
                                                     "gdelt_assault",
                                                     "gdelt_fight",
                                                     "gdelt_use_unconventional_mass_violence"};

/// One row; columns beyond the most a table has are counted only.
struct Cells {
    std::array<std::string_view, kMostColumns> at;
    std::size_t count = 0;
};

void split(std::string_view line, Cells &cells)
{
    cells.count = 0;
    for (;;) {
        const std::size_t end = line.find('\t');
        if (cells.count < kMostColumns)
            cells.at[cells.count] = line.substr(0, end);
        ++cells.count;
        if (end == std::string_view::npos)
            return;
        line.remove_prefix(end + 1);
    }
}

/// Digits at the front as a number.
int digits(std::string_view text, std::size_t start, std::size_t count)
{
    int value = 0;
    for (std::size_t i = start; i < start + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// "20150218"
bool takeDay(std::string_view text, Date &day)
{
    if (text.size() < 8)
        return false;
    const int year = digits(text, 0, 4);
    const int month = digits(text, 4, 2);
    const int dayOfMonth = digits(text, 6, 2);
    if (year < 1 || month < 1 || dayOfMonth < 1)
        return false;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(dayOfMonth))};
    day = date;
    return date.ok();
}

/// NaN for an empty cell; false when something else than a number stands there.
bool takeNumber(std::string_view text, double &value)
{
    value = std::numeric_limits<double>::quiet_NaN();
    if (text.empty())
        return true;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

/// Metadata written at once, its keys given ascending: a file has a hundred thousand rows.
class FastMeta final
{
public:
    void text(std::string_view key, std::string_view value)
    {
        if (value.empty())
            return;
        begin(key);
        const bool isPlain = std::ranges::all_of(
            value, [](char c) { return static_cast<unsigned char>(c) >= 0x20U && c != '"' && c != '\\'; });
        if (isPlain)
            m_json.append(1, '"').append(value).append(1, '"');
        else
            m_json += jsonText(value);
    }

    void number(std::string_view key, double value)
    {
        if (!std::isfinite(value))
            return;
        begin(key);
        if (std::abs(value) < 1e15 && value == std::trunc(value))
            m_json += std::to_string(static_cast<std::int64_t>(value));
        else
            m_json += base::canonicalNumber(value);
    }

    /// Digits as they stand there, when they are a number as it is written.
    void digits(std::string_view key, std::string_view value)
    {
        if (value.empty() || value.size() > 15 || (value.size() > 1 && value.front() == '0') ||
            value.find_first_not_of("0123456789") != std::string_view::npos)
            return;
        begin(key);
        m_json += value;
    }

    std::string take()
    {
        if (!m_json.empty())
            m_json += '}';
        return std::exchange(m_json, {});
    }

private:
    void begin(std::string_view key)
    {
        if (m_json.empty())
            m_json.reserve(320);
        m_json.append(m_json.empty() ? "{\"" : ",\"").append(key).append("\":");
    }

    std::string m_json;
};

/// The tone of the articles about one country in one file.
struct Tone {
    double weighted = 0;
    double goldstein = 0;
    double articles = 0;
    std::uint64_t events = 0;
};

/// Begin, whether that is a day (1.0) or a file of 15 minutes, country.
using Tones = std::map<std::tuple<Instant, bool, std::string>, Tone>;

/// Where version 1.0 and 2.0 keep what.
struct Layout {
    std::size_t place, country, latitude, added, address;
};

constexpr Layout kLayout20 = {52, 53, 56, 59, 60};
constexpr Layout kLayout10 = {50, 51, 53, 56, 57};

void wrongCount(Harvest &harvest, std::string_view line)
{
    harvest.refuse(RefusalKind::WrongColumnCount,
                   Tr::tr("the row has another number of columns than GDELT's tables"), line.substr(0, 60));
}

/// The articles of a row and what they say; bad cells are refused by the caller.
struct Figures {
    double goldstein, articles, tone;
};

void readEvent(Harvest &harvest, const Cells &cells, Tones &tones)
{
    const bool isNew = cells.count == kEvents20;
    const Layout &where = isNew ? kLayout20 : kLayout10;
    const auto &at = cells.at;
    const std::string_view id = at[0];
    Date day;
    Date addedDay;
    if (id.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the event has no id"), at[1]);
    if (!takeDay(at[1], day) || at[1].size() != 8)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the day of the event is not a date"), at[1]);
    const std::string_view added = at[where.added];
    Instant known;
    if (isNew)
        known = stampOf(added);
    else if (added.size() == 8 && takeDay(added, addedDay))
        known = morningAfter(addedDay);
    if (!known.isValid())
        return harvest.refuse(RefusalKind::NotADate,
                              Tr::tr("the day on which the event was added is not a date"), added);
    if (known < Instant(day))
        return harvest.refuse(RefusalKind::DateOutOfRange,
                              Tr::tr("the event lies after the day on which it was added"), at[1]);
    const std::string_view root = at[28];
    const int number = root.empty() || root.size() > 2 ? -1 : digits(root, 0, root.size());
    if (number < 1 || number > static_cast<int>(kRoots.size()))
        return harvest.refuse(RefusalKind::UnknownWord, Tr::tr("the event's class is none of CAMEO's twenty"),
                              root);
    Figures figures{};
    double latitude = 0;
    double longitude = 0;
    if (!takeNumber(at[30], figures.goldstein) || !takeNumber(at[33], figures.articles) ||
        !takeNumber(at[34], figures.tone) || !takeNumber(at[where.latitude], latitude) ||
        !takeNumber(at[where.latitude + 1], longitude))
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("a figure of the event is not a number"), id);
    const std::string_view country = countryOfFips(at[where.country]);
    // the ids of the two versions are numbers of their own
    const std::string native = isNew ? std::string(id) : "1.0/" + std::string(id);
    domain::Event &event = harvest.event(kRoots[static_cast<std::size_t>(number) - 1],
                                         country.empty() ? kNowhere : country, native, Instant(day));
    event.precision = domain::Precision::Day;
    event.knownAt = known;
    event.value = figures.goldstein;
    event.unit = "goldstein";
    const std::string_view first = at[6];
    const std::string_view second = at[16];
    event.text.reserve(first.size() + second.size() + at[where.place].size() + 7);
    event.text.append(first).append(!first.empty() && !second.empty() ? " – " : "").append(second);
    if (!event.text.empty() && !at[where.place].empty())
        event.text += ": ";
    event.text += at[where.place];
    FastMeta meta;
    meta.text("actor1", first);
    meta.text("actor1_code", at[5]);
    meta.text("actor2", second);
    meta.text("actor2_code", at[15]);
    meta.digits("articles", at[33]);
    meta.text("cameo", at[26]);
    meta.number("latitude", latitude);
    meta.number("longitude", longitude);
    meta.digits("mentions", at[31]);
    meta.digits("quad_class", at[29]);
    meta.digits("root_event", at[25]);
    meta.digits("sources", at[32]);
    meta.number("tone", figures.tone);
    meta.text("url", cells.count > where.address ? at[where.address] : std::string_view());
    event.metadata = meta.take();
    if (country.empty() || std::isnan(figures.tone) || !(figures.articles > 0))
        return;
    Tone &tone = tones[{isNew ? known : Instant(addedDay), !isNew, event.entity}];
    tone.weighted += figures.tone * figures.articles;
    tone.goldstein += std::isnan(figures.goldstein) ? 0 : figures.goldstein * figures.articles;
    tone.articles += figures.articles;
    ++tone.events;
}

void writeTones(Harvest &harvest, const Tones &tones)
{
    for (const auto &[when, tone] : tones) {
        const auto &[at, isDay, country] = when;
        const std::string native =
            "tone/" + (isDay ? base::toIso(at.utcDay()) : base::toIso(at)) + '/' + country;
        domain::Event &event = harvest.event("gdelt_tone", country, native, at);
        if (isDay) {
            event.precision = domain::Precision::Day;
            event.knownAt = morningAfter(at.utcDay());
        }
        event.value = tone.weighted / tone.articles;
        event.unit = "tone";
        Meta meta;
        meta.number("articles", tone.articles)
            .number("events", static_cast<double>(tone.events))
            .number("goldstein", tone.goldstein / tone.articles);
        event.metadata = meta.take();
    }
}

/// "TERROR;REBELS;" as "TERROR, REBELS", shortened.
std::string listOf(std::string_view cell)
{
    std::string list;
    while (!cell.empty() && list.size() <= kListKept) {
        const std::string_view one = cell.substr(0, cell.find(';'));
        cell.remove_prefix(std::min(cell.size(), one.size() + 1));
        if (!one.empty())
            list.append(list.empty() ? "" : ", ").append(one);
    }
    return shortened(list, kListKept);
}

/// The countries of "4#Jerusalem, Israel#IS#IS00#31.7#35.2#-797092;1#Israel#IS#…", each once.
std::string countriesOf(std::string_view cell)
{
    std::set<std::string> found;
    while (!cell.empty()) {
        std::string_view place = cell.substr(0, cell.find(';'));
        cell.remove_prefix(std::min(cell.size(), place.size() + 1));
        for (int column = 0; column < 2 && !place.empty(); ++column)
            place.remove_prefix(
                std::min(place.size(), place.find('#') == place.npos ? place.size() : place.find('#') + 1));
        if (const std::string_view country = countryOfFips(place.substr(0, place.find('#')));
            !country.empty())
            found.emplace(country);
    }
    std::string list;
    for (const std::string &country : found)
        list.append(list.empty() ? "" : ", ").append(country);
    return shortened(list, kListKept);
}

/// What stands between two marks, with the five entities of XML undone.
std::string between(std::string_view text, std::string_view before, std::string_view after)
{
    const std::size_t start = text.find(before);
    if (start == std::string_view::npos)
        return {};
    text.remove_prefix(start + before.size());
    std::string found(text.substr(0, text.find(after)));
    static constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}}};
    for (const auto &[entity, letter] : kEntities) {
        for (std::size_t at = found.find(entity); at != std::string::npos; at = found.find(entity, at + 1))
            found.replace(at, entity.size(), 1, letter);
    }
    return found;
}

/// The first of "-4.4,1.2,3.4,…".
bool takeTone(std::string_view cell, double &tone)
{
    return takeNumber(cell.substr(0, cell.find(',')), tone);
}

void readArticle21(Harvest &harvest, const Cells &cells)
{
    const auto &at = cells.at;
    Article article;
    article.nativeId = at[0];
    article.at = stampOf(at[1]);
    article.publisher = at[3];
    const bool isWeb = at[4].find("://") != std::string_view::npos;
    article.address = isWeb ? at[4] : std::string_view();
    article.title = between(at[26], "<PAGE_TITLE>", "</PAGE_TITLE>");
    if (!isWeb && article.title.empty())
        article.title = at[4]; // a citation stands in the place of the address
    article.language = between(at[25], "srclc:", ";");
    double tone = 0;
    if (article.nativeId.empty() || !article.at.isValid())
        return harvest.refuse(article.nativeId.empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                              article.nativeId.empty() ? Tr::tr("the article has no id")
                                                       : Tr::tr("the date of the article is none"),
                              at[0]);
    if (!takeTone(at[15], tone))
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the tone of the article is not a number"),
                              at[0]);
    Meta meta;
    meta.number("tone", tone)
        .text("themes", listOf(at[7]))
        .text("countries", countriesOf(at[9]))
        .text("persons", listOf(at[11]))
        .text("organisations", listOf(at[13]));
    addArticle(harvest, article, {}, false, std::move(meta));
}

void readArticle10(Harvest &harvest, const Cells &cells)
{
    const auto &at = cells.at;
    Date day;
    double tone = 0;
    if (at[0].size() != 8 || !takeDay(at[0], day))
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the date of the article is none"), at[0]);
    if (!takeTone(at[7], tone))
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the tone of the article is not a number"),
                              at[7]);
    Article article;
    article.at = Instant(day);
    article.address = at[10].substr(0, at[10].find("<UDIV>"));
    article.publisher = at[9].substr(0, at[9].find(';'));
    // several articles that say the same stand in one row; it has no id of its own
    article.nativeId =
        std::string("gkg1/").append(at[0]).append(1, '/').append(at[10]).append(1, '/').append(at[4]);
    Meta meta;
    meta.number("tone", tone)
        .text("themes", listOf(at[3]))
        .text("countries", countriesOf(at[4]))
        .text("persons", listOf(at[5]))
        .text("organisations", listOf(at[6]));
    double articles = 0;
    if (takeNumber(at[1], articles))
        meta.number("articles", articles);
    domain::Event &event = addArticle(harvest, article, {}, false, std::move(meta));
    event.precision = domain::Precision::Day;
    event.knownAt = morningAfter(day);
}

} // namespace

std::string_view tableOf(std::size_t columns)
{
    switch (columns) {
    case kEvents20:
    case kEvents10:
    case kEvents10Old:
        return kExport;
    case kMentionColumns:
        return kMentions;
    case kGkg21:
    case kGkg10:
        return kGkg;
    default:
        return {};
    }
}

std::size_t columnsOf(std::string_view text)
{
    text = text.substr(0, text.find('\n'));
    return static_cast<std::size_t>(std::ranges::count(text, '\t')) + 1;
}

Instant stampOf(std::string_view text)
{
    Date day;
    if (!takeDay(text, day))
        return {};
    std::string_view time = text.substr(8);
    if (time.starts_with('T'))
        time.remove_prefix(1);
    if (time.ends_with('Z'))
        time.remove_suffix(1);
    if (time.size() != 6)
        return {};
    const int hour = digits(time, 0, 2);
    const int minute = digits(time, 2, 2);
    const int second = digits(time, 4, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return {};
    return Instant(day) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second);
}

Instant morningAfter(Date day)
{
    return newYorkZone().toUtc(day + std::chrono::days(1), std::chrono::hours(6));
}

void readEvents(Harvest &harvest, std::string_view text)
{
    harvest.values().events.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 512);
    Tones tones;
    Cells cells;
    eachLine(text, [&](std::string_view line) {
        harvest.record();
        split(line, cells);
        if (tableOf(cells.count) != kExport)
            return wrongCount(harvest, line);
        readEvent(harvest, cells, tones);
    });
    writeTones(harvest, tones);
}

void readMentions(Harvest &harvest, std::string_view text)
{
    struct Coverage {
        std::uint64_t mentions = 0;
        std::set<std::string, std::less<>> events;
        std::set<std::string, std::less<>> sources;
        double tone = 0;
        std::uint64_t tones = 0;
    };
    std::map<Instant, Coverage> found;
    Cells cells;
    eachLine(text, [&](std::string_view line) {
        harvest.record();
        split(line, cells);
        if (cells.count != kMentionColumns)
            return wrongCount(harvest, line);
        const Instant at = stampOf(cells.at[2]);
        double tone = 0;
        if (cells.at[0].empty() || !at.isValid())
            return harvest.refuse(cells.at[0].empty() ? RefusalKind::NoValue : RefusalKind::NotADate,
                                  cells.at[0].empty() ? Tr::tr("the mention is of no event")
                                                      : Tr::tr("the date of the mention is none"),
                                  cells.at[2]);
        if (!takeNumber(cells.at[13], tone))
            return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the tone of the mention is not a number"),
                                  cells.at[13]);
        Coverage &one = found[at];
        ++one.mentions;
        one.events.emplace(cells.at[0]);
        one.sources.emplace(cells.at[4]);
        if (!std::isnan(tone)) {
            one.tone += tone;
            ++one.tones;
        }
    });
    for (const auto &[at, one] : found) {
        domain::Event &event = harvest.event("gdelt_mentions", "WORLD", "mentions/" + base::toIso(at), at);
        event.value = static_cast<double>(one.mentions);
        event.unit = "mentions";
        Meta meta;
        meta.number("events", static_cast<double>(one.events.size()))
            .number("sources", static_cast<double>(one.sources.size()))
            .number("tone", one.tones == 0 ? domain::kMissing : one.tone / static_cast<double>(one.tones));
        event.metadata = meta.take();
    }
}

void readGkg(Harvest &harvest, std::string_view text)
{
    Cells cells;
    bool isFirst = true;
    eachLine(text, [&](std::string_view line) {
        const bool isHeader = isFirst && line.starts_with("DATE\t"); // the daily files of 1.0 have one
        isFirst = false;
        if (isHeader)
            return;
        harvest.record();
        split(line, cells);
        if (cells.count == kGkg21)
            readArticle21(harvest, cells);
        else if (cells.count == kGkg10)
            readArticle10(harvest, cells);
        else
            wrongCount(harvest, line);
    });
}

} // namespace core::sources::gdelt
