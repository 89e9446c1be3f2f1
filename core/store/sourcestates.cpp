// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sourcestates.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/store/ledgerrows.h"

#include <QJsonArray>

#include <cmath>
#include <limits>

namespace core::store {

using base::Instant;
using base::Result;

namespace {

constexpr std::string_view kStateColumns =
    "source, enabled, settings, next_at, tried_at, succeeded_at, covered_to, failures, fault";

SourceState stateOf(const Statement &row)
{
    SourceState state;
    state.source = row.text(0);
    state.enabled = row.integer(1) != 0;
    state.settings = row.text(2);
    state.nextAt = instantOf(row, 3);
    state.triedAt = instantOf(row, 4);
    state.succeededAt = instantOf(row, 5);
    state.coveredTo = instantOf(row, 6);
    state.failures = static_cast<std::uint32_t>(row.integer(7));
    state.fault = row.text(8);
    return state;
}

LagCounts lagsOf(std::string_view json)
{
    LagCounts counts{};
    const auto parsed = base::parseJson(json);
    if (!parsed)
        return counts;
    std::size_t i = 0;
    for (const QJsonValue &value : parsed->toArray()) {
        if (i < counts.size())
            counts[i++] = static_cast<std::uint64_t>(value.toInteger());
    }
    return counts;
}

void addTo(LagCounts &counts, const LagCounts &more)
{
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] += more[i];
}

std::string lagsText(const LagCounts &counts)
{
    std::string json = "[";
    for (const std::uint64_t count : counts)
        json += (json.size() > 1 ? "," : "") + std::to_string(count);
    return json + ']';
}

std::int64_t dayNumber(base::Date day)
{
    return day.time_since_epoch().count();
}

} // namespace

Result<std::vector<SourceState>> sourceStates(Database &database)
{
    auto query = database.prepare("SELECT " + std::string(kStateColumns) + " FROM sources ORDER BY source");
    if (!query)
        return query.error();
    std::vector<SourceState> states;
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return states;
        states.push_back(stateOf(*query));
    }
}

Result<SourceState> sourceState(Database &database, std::string_view source)
{
    auto query = database.prepare("SELECT " + std::string(kStateColumns) + " FROM sources WHERE source = ?");
    if (!query)
        return query.error();
    auto row = query->bind(1, source).step();
    if (!row)
        return row.error();
    SourceState none;
    none.source = source;
    return *row ? stateOf(*query) : none;
}

Result<void> saveSourceState(WriteTransaction &transaction, const SourceState &state)
{
    auto insert =
        transaction.database().prepare("INSERT OR REPLACE INTO sources (" + std::string(kStateColumns) +
                                       ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''))");
    if (!insert)
        return insert.error();
    insert->bind(1, state.source).bind(2, state.enabled ? 1 : 0).bind(3, state.settings);
    bindInstant(*insert, 4, state.nextAt);
    bindInstant(*insert, 5, state.triedAt);
    bindInstant(*insert, 6, state.succeededAt);
    bindInstant(*insert, 7, state.coveredTo);
    insert->bind(8, state.failures).bind(9, state.fault);
    return insert->run();
}

std::size_t lagBucket(base::Duration lag)
{
    std::int64_t seconds = std::max<std::int64_t>(lag.count(), 0) / 1'000'000;
    std::size_t bucket = 0;
    for (; seconds > 0 && bucket + 1 < kLagBuckets; seconds /= 2)
        ++bucket;
    return bucket;
}

double lagQuantile(const LagCounts &counts, double share)
{
    std::uint64_t total = 0;
    for (const std::uint64_t count : counts)
        total += count;
    if (total == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const double wanted = share * static_cast<double>(total);
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        below += counts[i];
        if (static_cast<double>(below) >= wanted)
            return std::ldexp(1.0, static_cast<int>(i));
    }
    return std::ldexp(1.0, static_cast<int>(kLagBuckets));
}

Result<void> addSourceDay(WriteTransaction &transaction, std::string_view source, const SourceDay &day)
{
    Database &database = transaction.database();
    LagCounts lags = day.lags;
    {
        auto query = database.prepare("SELECT lags FROM source_days WHERE source = ? AND day = ?");
        if (!query)
            return query.error();
        auto row = query->bind(1, source).bind(2, dayNumber(day.day)).step();
        if (!row)
            return row.error();
        if (*row)
            addTo(lags, lagsOf(query->text(0)));
    }
    auto upsert = database.prepare(
        "INSERT INTO source_days (source, day, requests, bytes, records, stored, duplicates, refused, parse_us, lags) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET requests = requests + excluded.requests, "
        "bytes = bytes + excluded.bytes, records = records + excluded.records, stored = stored + excluded.stored, "
        "duplicates = duplicates + excluded.duplicates, refused = refused + excluded.refused, "
        "parse_us = parse_us + excluded.parse_us, lags = excluded.lags");
    if (!upsert)
        return upsert.error();
    upsert->bind(1, source).bind(2, dayNumber(day.day)).bind(3, day.requests).bind(4, day.bytes).bind(5, day.records);
    upsert->bind(6, day.stored).bind(7, day.duplicates).bind(8, day.refused).bind(9, day.parseMicros);
    return upsert->bind(10, lagsText(lags)).run();
}

Result<std::vector<SourceDay>> sourceDays(Database &database, std::string_view source, base::Date from)
{
    auto query = database.prepare("SELECT day, requests, bytes, records, stored, duplicates, refused, parse_us, lags "
                                  "FROM source_days WHERE source = ? AND day >= ? ORDER BY day");
    if (!query)
        return query.error();
    query->bind(1, source).bind(2, dayNumber(from));
    const auto count = [&query](int column) { return static_cast<std::uint64_t>(query->integer(column)); };
    std::vector<SourceDay> days;
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return days;
        days.push_back({base::Date(std::chrono::days(query->integer(0))), count(1), count(2), count(3), count(4),
                        count(5), count(6), count(7), lagsOf(query->text(8))});
    }
}

Result<void> addSeenLags(WriteTransaction &transaction, base::Date day, const SeenLags &lags)
{
    Database &database = transaction.database();
    LagCounts counts = lags.counts;
    auto query = database.prepare("SELECT lags FROM seen_lags WHERE source = ? AND event_type = ? AND day = ?");
    if (!query)
        return query.error();
    auto row = query->bind(1, lags.source).bind(2, lags.eventType).bind(3, dayNumber(day)).step();
    if (!row)
        return row.error();
    if (*row)
        addTo(counts, lagsOf(query->text(0)));
    auto insert =
        database.prepare("INSERT OR REPLACE INTO seen_lags (source, event_type, day, lags) VALUES (?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind(1, lags.source).bind(2, lags.eventType).bind(3, dayNumber(day));
    return insert->bind(4, lagsText(counts)).run();
}

Result<std::vector<SeenLags>> seenLags(Database &database, base::Date from)
{
    auto query = database.prepare(
        "SELECT source, event_type, lags FROM seen_lags WHERE day >= ? ORDER BY source, event_type, day");
    if (!query)
        return query.error();
    query->bind(1, dayNumber(from));
    std::vector<SeenLags> list;
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return list;
        if (list.empty() || list.back().source != query->text(0) || list.back().eventType != query->text(1))
            list.push_back({std::string(query->text(0)), std::string(query->text(1)), {}});
        addTo(list.back().counts, lagsOf(query->text(2)));
    }
}

Result<void> storeRefusals(WriteTransaction &transaction, const base::Sha256 &payload,
                           std::span<const RefusalNote> refusals)
{
    auto remove = transaction.database().prepare("DELETE FROM refusals WHERE sha256 = ?");
    if (!remove)
        return remove.error();
    if (auto done = remove->bind(1, std::span<const unsigned char>(payload)).run(); !done)
        return done;
    auto insert = transaction.database().prepare("INSERT INTO refusals (sha256, reason, count, examples) VALUES (?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    for (const RefusalNote &note : refusals) {
        insert->bind(1, std::span<const unsigned char>(payload)).bind(2, note.reason).bind(3, note.count);
        if (auto done = insert->bind(4, note.examples).run(); !done)
            return done;
    }
    return {};
}

Result<Validators> validatorsOf(Database &database, std::string_view source, std::string_view what)
{
    auto query = database.prepare("SELECT etag, last_modified FROM validators WHERE source = ? AND what = ?");
    if (!query)
        return query.error();
    auto row = query->bind(1, source).bind(2, what).step();
    if (!row)
        return row.error();
    return *row ? Validators{std::string(query->text(0)), std::string(query->text(1))} : Validators{};
}

Result<void> saveValidators(WriteTransaction &transaction, std::string_view source, std::string_view what,
                            const Validators &validators)
{
    auto insert = transaction.database().prepare(
        "INSERT OR REPLACE INTO validators (source, what, etag, last_modified) VALUES (?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind(1, source).bind(2, what).bind(3, validators.etag).bind(4, validators.lastModified);
    return insert->run();
}

Result<void> noteGap(WriteTransaction &transaction, const Gap &gap)
{
    auto insert = transaction.database().prepare(
        "INSERT OR REPLACE INTO gaps (source, from_at, to_at, reason, filled) VALUES (?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind(1, gap.source).bind(2, gap.from.micros()).bind(3, gap.to.micros()).bind(4, gap.reason);
    return insert->bind(5, gap.isFilled ? 1 : 0).run();
}

Result<std::vector<Gap>> gaps(Database &database)
{
    auto query = database.prepare("SELECT source, from_at, to_at, reason, filled FROM gaps ORDER BY source, from_at");
    if (!query)
        return query.error();
    std::vector<Gap> list;
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return list;
        list.push_back({std::string(query->text(0)), Instant(query->integer(1)), Instant(query->integer(2)),
                        std::string(query->text(3)), query->integer(4) != 0});
    }
}

} // namespace core::store
