// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventrow.h"

#include "core/base/text.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>

namespace core::store {

using base::Instant;
using base::Result;
using domain::Event;

namespace {

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string_view view(const base::Sha256 &hash)
{
    return {reinterpret_cast<const char *>(hash.data()), hash.size()};
}

template <typename Bytes>
base::Sha256 hashOf(const Bytes &bytes)
{
    base::Sha256 hash{};
    std::memcpy(hash.data(), bytes.data(), std::min(bytes.size(), hash.size()));
    return hash;
}

} // namespace

void setEvent(DuckAppender &appender, std::size_t first, const Event &event)
{
    appender.setUuid(first, event.id);
    appender.set(first + 1, event.revision);
    appender.set(first + 2, static_cast<std::int64_t>(event.seq));
    appender.setInstant(first + 3, event.timestamp);
    appender.setInstant(first + 4, event.knownAt);
    appender.setText(first + 5, toText(event.knownBasis));
    appender.setText(first + 6, toText(event.precision));
    appender.setText(first + 7, event.source);
    appender.setText(first + 8, event.eventType);
    appender.setText(first + 9, event.entity);
    appender.setDouble(first + 10, event.value);
    appender.setText(first + 11, event.unit);
    appender.setText(first + 12, event.text);
    if (isAscii(event.text))
        appender.setNull(first + 13);
    else
        appender.setText(first + 13, domain::foldText(event.text));
    appender.setText(first + 14, event.metadata);
    appender.setText(first + 15, view(event.rawSha256));
    appender.setText(first + 16, event.parser);
    appender.set(first + 17, event.parserVersion);
    appender.setInstant(first + 18, event.ingestedAt);
}

Event eventAt(const DuckResult &rows, std::size_t row, std::size_t first)
{
    Event event;
    event.id = rows.uuid(first, row);
    event.revision = rows.values<std::int32_t>(first + 1)[row];
    event.seq = static_cast<std::uint64_t>(rows.values<std::int64_t>(first + 2)[row]);
    event.timestamp = rows.instant(first + 3, row);
    event.knownAt = rows.instant(first + 4, row);
    // the words are ours: anything else means a foreign file, and the default stands
    if (const auto basis = domain::parseKnownBasis(rows.text(first + 5, row)))
        event.knownBasis = *basis;
    if (const auto precision = domain::parsePrecision(rows.text(first + 6, row)))
        event.precision = *precision;
    event.source = rows.text(first + 7, row);
    event.eventType = rows.text(first + 8, row);
    event.entity = rows.text(first + 9, row);
    if (!rows.isNull(first + 10, row))
        event.value = rows.values<double>(first + 10)[row];
    event.unit = rows.text(first + 11, row);
    event.text = rows.text(first + 12, row);
    event.metadata = rows.text(first + 14, row);
    event.rawSha256 = hashOf(rows.text(first + 15, row));
    event.parser = rows.text(first + 16, row);
    event.parserVersion = rows.values<std::int32_t>(first + 17)[row];
    event.ingestedAt = rows.instant(first + 18, row);
    return event;
}

Result<Statement> hotInsert(Database &database)
{
    return database.prepare("INSERT INTO events (" + std::string(kHotColumns) +
                            ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
}

void bindEvent(Statement &insert, std::uint64_t place, const Event &event, std::int32_t revision,
               std::uint64_t seq)
{
    insert.bind(1, place)
        .bindView(2, std::span<const unsigned char>(event.id.bytes))
        .bind(3, revision)
        .bind(4, seq)
        .bind(5, event.timestamp.micros())
        .bind(6, event.knownAt.micros())
        .bind(7, static_cast<int>(event.knownBasis))
        .bind(8, static_cast<int>(event.precision))
        .bindView(9, event.source)
        .bindView(10, event.eventType)
        .bindView(11, event.entity)
        .bind(12, event.value)
        .bindView(13, event.unit)
        .bindView(14, event.text)
        .bindView(15, event.metadata)
        .bindView(16, std::span<const unsigned char>(event.rawSha256))
        .bindView(17, event.parser)
        .bind(18, event.parserVersion)
        .bind(19, event.ingestedAt.micros());
}

Event hotEventAt(const Statement &row)
{
    Event event;
    const auto id = row.blob(1);
    std::memcpy(event.id.bytes.data(), id.data(), std::min(id.size(), event.id.bytes.size()));
    event.revision = static_cast<std::int32_t>(row.integer(2));
    event.seq = static_cast<std::uint64_t>(row.integer(3));
    event.timestamp = Instant(row.integer(4));
    event.knownAt = Instant(row.integer(5));
    event.knownBasis = static_cast<domain::KnownBasis>(row.integer(6) & 3);
    event.precision = static_cast<domain::Precision>(row.integer(7) & 1);
    event.source = row.text(8);
    event.eventType = row.text(9);
    event.entity = row.text(10);
    event.value = row.number(11);
    event.unit = row.text(12);
    event.text = row.text(13);
    event.metadata = row.text(14);
    event.rawSha256 = hashOf(row.blob(15));
    event.parser = row.text(16);
    event.parserVersion = static_cast<std::int32_t>(row.integer(17));
    event.ingestedAt = Instant(row.integer(18));
    return event;
}

std::uint64_t idHash(const base::Uuid &id)
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::memcpy(&high, id.bytes.data(), sizeof high);
    std::memcpy(&low, id.bytes.data() + 8, sizeof low);
    // the finalizer of splitmix64 (Steele, Lea, Flood, 2014): the version bits of a UUID are not random
    std::uint64_t hash = high ^ (low * 0x9e3779b97f4a7c15ULL);
    hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31U);
}

int fileYear(Instant timestamp)
{
    const int year = int(std::chrono::year_month_day(timestamp.utcDay()).year());
    return year < 2000 ? year - ((year % 10) + 10) % 10 : year;
}

const Event &withValidText(const Event &event, Event &repaired)
{
    const std::array<std::string Event::*, 7> fields{&Event::source, &Event::eventType, &Event::entity,
                                                     &Event::unit,   &Event::text,      &Event::metadata,
                                                     &Event::parser};
    const auto isValid = [](const std::string &text) {
        return simdjson::validate_utf8(text.data(), text.size());
    };
    if (std::all_of(fields.begin(), fields.end(), [&](auto field) { return isValid(event.*field); }))
        return event;
    repaired = event;
    for (const auto field : fields)
        repaired.*field = base::utf8(base::qs(repaired.*field));
    return repaired;
}

} // namespace core::store
