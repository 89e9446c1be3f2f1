// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FRED's answers about series and about the days on which releases come out.
#include "core/base/tr.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/providers/fred.h"

#include <algorithm>

namespace core::sources::fred {

using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

/// FRED answers at most 2,000 vintages at once; five years of working days are 1,305.
constexpr std::chrono::years kSlice(5);
constexpr base::Date kFirstSlice = std::chrono::sys_days(std::chrono::year(1995) / 1 / 1);
/// A live fetch looks back this far, so that a day on which FRED was not reached is made up for.
constexpr std::chrono::days kLookBack(8);

base::Date plus(base::Date day, std::chrono::years years)
{
    const std::chrono::year_month_day date(day);
    return std::chrono::sys_days((date.year() + years) / date.month() / std::chrono::day(1));
}

void askObservations(Harvest &harvest, const domain::Instrument &series, const std::string &frequency,
                     const std::string &unit)
{
    const auto &with = harvest.payload().ask.with;
    const auto from = with.contains("from") ? base::parseDate(with.at("from")) : base::Error{};
    const auto to = with.contains("to") ? base::parseDate(with.at("to")) : base::Error{};
    if (!from || !to)
        return; // asked for the series alone
    const auto ask = [&](const std::string &first, const std::string &last) {
        harvest.next({std::string(kObservations),
                      {{"series", series.symbol},
                       {"title", series.name},
                       {"frequency", frequency},
                       {"unit", unit},
                       {"vintages_from", first},
                       {"vintages_to", last}}});
    };
    if (with.contains("live") && with.at("live") == "1")
        return ask(base::toIso(*from - kLookBack), std::string(kOpenEnd));
    // Slices share a day: rows that are older than their slice are dated by its first day, which is not when
    // they were published, and are left to the slice before.
    std::string first(kFirstDay);
    for (base::Date end = kFirstSlice;; end = plus(end, kSlice)) {
        const bool isLast = end >= *to;
        if (end >= *from)
            ask(first, isLast ? std::string(kOpenEnd) : base::toIso(end));
        if (isLast)
            return;
        first = base::toIso(end);
    }
}

void readOneSeries(Harvest &harvest, object entry)
{
    harvest.record();
    domain::Instrument instrument;
    instrument.symbol = json::text(entry, "id");
    if (instrument.symbol.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the series has no id"), {});
    instrument.name = json::text(entry, "title");
    instrument.kind = "macro";
    const std::string frequency = json::text(entry, "frequency");
    const std::string unit = json::text(entry, "units");
    Meta meta;
    meta.text("frequency", frequency)
        .text("unit", unit)
        .text("season", json::text(entry, "seasonal_adjustment"))
        .text("first", json::text(entry, "observation_start"))
        .text("last", json::text(entry, "observation_end"));
    // "2024-10-30 07:54:01-05": the zone has no minutes
    if (const auto updated = base::parseInstant(json::text(entry, "last_updated")))
        meta.text("updated", base::toIso(*updated));
    instrument.metadata = meta.take();
    if (instrument.symbol == seriesOf(harvest.payload()))
        askObservations(harvest, instrument, frequency, unit);
    harvest.values().instruments.push_back(std::move(instrument));
}

void readOneDate(Harvest &harvest, object entry)
{
    harvest.record();
    const auto release = json::integer(entry, "release_id");
    const std::string name = json::text(entry, "release_name");
    const std::string date = json::text(entry, "date");
    const auto day = base::parseDate(date);
    if (!release)
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the release has no number"), name);
    if (!day)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the day of the release is not a date"), date);
    const std::string number = std::to_string(*release);
    domain::Event &event = harvest.event("release_date", "FRED:" + number, "release|" + number + '|' + date,
                                         base::Instant(*day));
    Harvest::setDay(event, *day, zone());
    event.knownBasis = domain::KnownBasis::Scheduled;
    event.text = name;
    event.metadata = Meta().number("release", static_cast<double>(*release)).take();
}

/// Reads the list of that name and asks for the rest when there is more.
template <typename Read>
void readList(Harvest &harvest, std::string_view list, Read read)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    object answer;
    array entries;
    if (!walk.object(answer))
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent something else than JSON").arg(harvest.info().title));
    const std::int64_t count = json::integer(answer, "count").value_or(0);
    const std::int64_t offset = json::integer(answer, "offset").value_or(0);
    if (answer[list].get_array().get(entries))
        return walk.broken();
    std::int64_t found = 0;
    walk.each<object>(entries, [&](object entry) {
        ++found;
        read(harvest, entry);
    });
    if (found == 0 || walk.isCut() || offset + found >= count)
        return;
    Ask more = harvest.payload().ask;
    more.with["offset"] = std::to_string(offset + found);
    harvest.next(std::move(more));
}

} // namespace

void readSeries(Harvest &harvest)
{
    readList(harvest, "seriess", readOneSeries);
}

void readReleaseDates(Harvest &harvest)
{
    readList(harvest, "release_dates", readOneDate);
}

} // namespace core::sources::fred
