// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FRED's observations: with their vintages (when each value was published), as of one day, or as a table.
#include "core/base/tr.h"
#include "core/sources/boundrules.h"
#include "core/sources/bytestream.h"
#include "core/sources/csvreader.h"
#include "core/sources/frequency.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/providers/fred.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace core::sources::fred {

using base::Date;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

using std::chrono::days;

/// A value of a period, and the first day on which FRED said so.
struct Row {
    Date period;
    Date vintage;
    double value = domain::kMissing;
    bool isContext = false; ///< known before what was asked for; its vintage is not its own
};

struct Series {
    std::string id;
    std::string unit;
    std::string title;
    Frequency frequency = Frequency::Day;
    std::optional<Date> from; ///< what was known before is context
};

base::Instant endOf(Date day)
{
    return zone().toUtc(day + days(1), {});
}

/// The series as it stood on one day, going forward through the vintages.
class Standing final
{
public:
    explicit Standing(Frequency frequency)
        : m_frequency(frequency)
    {}

    void put(const Row &row)
    {
        if (std::isnan(row.value)) {
            m_values.erase(row.period); // taken back
            return;
        }
        const auto [entry, isNew] = m_values.try_emplace(row.period);
        if (isNew)
            entry->second.knownAt = endOf(row.vintage);
        entry->second.value = row.value;
    }

    /// What is news in the value of that period, told on that vintage: compared with the other values as they
    /// stood then.
    [[nodiscard]] Release releaseOf(Date period, Date vintage) const
    {
        const auto now = m_values.find(period);
        if (now == m_values.end())
            return {};
        std::vector<Release> releases;
        const auto take = [&](std::map<Date, Value>::const_iterator from,
                              std::map<Date, Value>::const_iterator to) {
            for (; from != to; ++from)
                releases.push_back(
                    {.period = from->first, .knownAt = from->second.knownAt, .actual = from->second.value});
        };
        const Season season = seasonOf(m_frequency);
        if (season != Season::None) {
            // the same weeks, months or quarters of earlier years, each with the period before it
            const days before(season == Season::Week ? 18 : season == Season::Month ? 46 : 138);
            const int years = static_cast<int>((period - m_values.begin()->first).count() / 365) + 1;
            for (int year = years; year > 0; --year) {
                const Date middle = period - days(std::lround(year * 365.25));
                take(m_values.lower_bound(middle - before), m_values.upper_bound(middle + days(10)));
            }
        }
        take(now == m_values.begin() ? now : std::prev(now), std::next(now));
        releases.back().knownAt = endOf(vintage);
        fillReleases(releases, season);
        return releases.back();
    }

private:
    struct Value {
        double value = 0;
        base::Instant knownAt;
    };

    Frequency m_frequency;
    std::map<Date, Value> m_values;
};

/// Both events of one value. `release` says what is news in it.
template <typename Stamp>
void addEvents(Harvest &harvest, const Series &series, const Row &row, const Release &release,
               std::string_view vintage, Stamp stamp)
{
    const std::string type = slugOf(series.id, '_') + "_release";
    const std::string period = base::toIso(row.period);
    for (const std::string_view kind : {std::string_view("macro_observation"), std::string_view(type)}) {
        domain::Event &event =
            harvest.event(kind, series.id, period + '|' + std::string(kind) + '|' + series.id, {});
        Harvest::setDay(event, row.period, zone());
        stamp(event);
        event.value = row.value;
        event.unit = series.unit;
        event.text = series.title;
        Meta meta;
        meta.text("vintage", vintage);
        if (kind == type)
            addFacts(meta, release);
        event.metadata = meta.take();
    }
}

void addVintages(Harvest &harvest, const Series &series, const std::vector<Row> &rows)
{
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&rows](std::size_t row) { return rows[row].vintage; });
    Standing standing(series.frequency);
    std::vector<Release> releases(rows.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        for (; end < order.size() && rows[order[end]].vintage == rows[order[i]].vintage; ++end)
            standing.put(rows[order[end]]);
        for (; i < end; ++i) {
            const Row &row = rows[order[i]];
            if (!row.isContext && !std::isnan(row.value))
                releases[order[i]] = standing.releaseOf(row.period, row.vintage);
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row &row = rows[i];
        if (row.isContext || std::isnan(row.value))
            continue;
        addEvents(harvest, series, row, releases[i], base::toIso(row.vintage), [&row](domain::Event &event) {
            event.knownAt = endOf(row.vintage);
            event.knownBasis = domain::KnownBasis::Published;
        });
    }
}

/// Values of today without their vintages: known after the lag of their frequency.
void addPlain(Harvest &harvest, const Series &series, const std::vector<Row> &rows)
{
    const std::string lag = "fred_" + std::string(wordOf(series.frequency));
    const base::Duration add = LagRules::builtIn().lag(lag)->add;
    std::vector<Release> releases;
    for (const Row &row : rows)
        releases.push_back(
            {.period = row.period, .knownAt = zone().toUtc(row.period, {}) + add, .actual = row.value});
    fillReleases(releases, seasonOf(series.frequency));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (std::isnan(rows[i].value) || (series.from && releases[i].knownAt < base::Instant(*series.from)))
            continue;
        addEvents(harvest, series, rows[i], releases[i], {},
                  [&](domain::Event &event) { knownAtMostWhenSeen(harvest, event, lag); });
    }
}

std::vector<Date> periodsOf(const std::vector<Row> &rows)
{
    std::vector<Date> periods;
    periods.reserve(rows.size());
    for (const Row &row : rows)
        periods.push_back(row.period);
    return periods;
}

/// Refuses it with a reason, or gives the value; NaN stands for ".".
std::optional<Row> readRow(Harvest &harvest, std::string_view date, std::string_view text)
{
    static const NumberStyle style{.missing = {".", "NA", "#N/A", "ND"}};
    harvest.record();
    Row row;
    const auto period = base::parseDate(date);
    if (!period) {
        harvest.refuse(RefusalKind::NotADate, Tr::tr("the day is not a date"), date);
        return std::nullopt;
    }
    row.period = *period;
    switch (parseNumber(text, style, row.value)) {
    case NumberState::Value:
        return row;
    case NumberState::Missing:
        harvest.refuse(RefusalKind::NoValue, Tr::tr("there is no value for this day"), date);
        return row;
    case NumberState::NotANumber:
    case NumberState::OutOfRange:
        break;
    }
    harvest.refuse(RefusalKind::NotANumber, Tr::tr("the value is not a number"), text);
    return std::nullopt;
}

Series seriesAsked(const Harvest &harvest)
{
    Series series;
    series.id = seriesOf(harvest.payload());
    const auto &with = harvest.payload().ask.with;
    if (const auto unit = with.find("unit"); unit != with.end())
        series.unit = unit->second;
    if (const auto title = with.find("title"); title != with.end())
        series.title = title->second;
    if (const auto from = with.find("from"); from != with.end()) {
        if (const auto day = base::parseDate(from->second))
            series.from = *day;
    }
    return series;
}

/// Whether every column is a daily series of a market. The monthly means among them (T10Y2YM) are releases.
bool isMarketTable(std::string_view bytes)
{
    MemoryStream stream(bytes);
    CsvReader reader(stream);
    auto more = reader.next();
    if (!more || !*more || reader.fields().size() < 2)
        return false;
    for (const std::string_view name : reader.fields().subspan(1)) {
        if (!isMarketSeries(name))
            return false;
    }
    std::vector<Date> periods;
    while ((more = reader.next()) && *more) {
        if (reader.fields().empty())
            continue;
        if (const auto period = base::parseDate(reader.fields()[0]))
            periods.push_back(*period);
    }
    return frequencyOf(std::move(periods)) == Frequency::Day;
}

} // namespace

void readObservations(Harvest &harvest)
{
    Series series = seriesAsked(harvest);
    if (series.id.empty())
        return harvest.fail(
            FaultKind::NotData,
            Tr::tr("the answer does not say which series it is of; keep its name in the name of "
                   "the file (observations_GDP.json)"));
    JsonWalk walk(harvest, harvest.payload().bytes);
    object answer;
    array observations;
    if (!walk.object(answer))
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent something else than JSON").arg(harvest.info().title));
    const std::string first = json::text(answer, "realtime_start");
    const bool hasVintages = first != json::text(answer, "realtime_end");
    const std::int64_t count = json::integer(answer, "count").value_or(0);
    const std::int64_t offset = json::integer(answer, "offset").value_or(0);
    if (!json::get(answer, "observations", observations))
        return walk.broken();
    std::vector<Row> rows;
    std::int64_t found = 0;
    walk.each<object>(observations, [&](object observation) {
        ++found;
        const std::string date = json::text(observation, "date");
        const std::string start = json::text(observation, "realtime_start");
        auto row = readRow(harvest, date, json::text(observation, "value"));
        if (!row)
            return;
        if (hasVintages) {
            const auto vintage = base::parseDate(start);
            if (!vintage)
                return harvest.refuse(RefusalKind::NotADate, Tr::tr("the vintage is not a date"), start);
            row->vintage = *vintage;
            row->isContext = start == first && first != kFirstDay;
            if (*vintage < row->period && !row->isContext)
                return harvest.refuse(RefusalKind::LeftOut,
                                      Tr::tr("a projection: published before the period it is for"), date);
        }
        rows.push_back(*row);
    });
    const auto &with = harvest.payload().ask.with;
    const auto told = with.contains("frequency") ? frequencyOf(with.at("frequency")) : std::nullopt;
    series.frequency = told ? *told : frequencyOf(periodsOf(rows));
    if (hasVintages)
        addVintages(harvest, series, rows);
    else
        addPlain(harvest, series, rows);
    if (found == 0 || walk.isCut() || offset + found >= count)
        return;
    Ask more = harvest.payload().ask;
    more.with["series"] = series.id;
    more.with["offset"] = std::to_string(offset + found);
    harvest.next(std::move(more));
}

void readGraph(Harvest &harvest)
{
    if (isMarketTable(harvest.payload().bytes))
        return parseWithPreset(harvest, "fred-daily");
    MemoryStream stream(harvest.payload().bytes);
    CsvReader reader(stream);
    auto more = reader.next();
    if (!more || !*more || reader.fields().size() < 2)
        return harvest.fail(
            FaultKind::NotData,
            Tr::tr("%1 sent something else than a table of series").arg(harvest.info().title));
    const std::vector<std::string> names(reader.fields().begin() + 1, reader.fields().end());
    std::vector<std::vector<Row>> columns(names.size());
    while ((more = reader.next()) && *more) {
        const auto fields = reader.fields();
        if (reader.fault() != RecordFault::None || fields.size() != names.size() + 1) {
            harvest.record();
            harvest.refuse(RefusalKind::WrongColumnCount, Tr::tr("the row does not fit the header"),
                           fields.empty() ? std::string_view() : fields[0]);
            continue;
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (auto row = readRow(harvest, fields[0], fields[i + 1]))
                columns[i].push_back(*row);
        }
    }
    if (!more)
        return harvest.fail(FaultKind::NotData, more.error().message);
    for (std::size_t i = 0; i < names.size(); ++i) {
        Series series = seriesAsked(harvest);
        series.id = names[i];
        series.frequency = frequencyOf(periodsOf(columns[i]));
        addPlain(harvest, series, columns[i]);
    }
}

} // namespace core::sources::fred
