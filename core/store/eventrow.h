// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// An event as a row: of the hot table in SQLite, of DuckDB tables and of lake files.
#pragma once

#include "core/domain/event.h"
#include "core/store/duck.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <utility>

namespace core::store {

/// The columns of events in DuckDB with their types. `folded` is what text searches look in where folding is
/// more than lower-casing ASCII; null elsewhere, because lower(text) is as good and half the bytes.
inline constexpr const char *kEventTable =
    "id UUID, revision INTEGER, seq BIGINT, timestamp TIMESTAMP, known_at TIMESTAMP, known_basis VARCHAR, "
    "precision VARCHAR, source VARCHAR, event_type VARCHAR, entity VARCHAR, value DOUBLE, unit VARCHAR, text "
    "VARCHAR, "
    "folded VARCHAR, metadata VARCHAR, raw_sha256 BLOB, parser VARCHAR, parser_version INTEGER, ingested_at "
    "TIMESTAMP";
/// Their names, in the order of kEventTable.
inline constexpr const char *kEventColumns =
    "id, revision, seq, timestamp, known_at, known_basis, precision, source, event_type, entity, value, "
    "unit, text, "
    "folded, metadata, raw_sha256, parser, parser_version, ingested_at";
inline constexpr std::size_t kEventColumnCount = 19;
/// The order of rows in lake files.
inline constexpr const char *kEventFileOrder = "event_type, entity, timestamp, id, revision";

/// One version of an event: id and revision.
using VersionKey = std::pair<base::Uuid, std::int32_t>;

/// Sets the event's columns from `first` on; the row is not ended.
void setEvent(DuckAppender &appender, std::size_t first, const domain::Event &event);
/// The event of a row whose columns from `first` on are kEventColumns.
domain::Event eventAt(const DuckResult &rows, std::size_t row, std::size_t first = 0);

/// The hot table: place = seq × 2^20 + position in the commit.
inline constexpr unsigned kPlaceBits = 20;
inline constexpr std::uint64_t kMaxHotCommit = std::uint64_t{1} << kPlaceBits;
inline constexpr const char *kHotColumns = "place, id, revision, seq, timestamp, known_at, known_basis, "
                                           "precision, source, event_type, entity, value, unit, "
                                           "text, metadata, raw_sha256, parser, parser_version, ingested_at";

/// The statement that inserts a hot row.
base::Result<Statement> hotInsert(Database &database);
/// Binds without copying: the event must stay until the statement has run. Its own revision and seq do not
/// count.
void bindEvent(Statement &insert, std::uint64_t place, const domain::Event &event, std::int32_t revision,
               std::uint64_t seq);
/// The event of a row of kHotColumns.
domain::Event hotEventAt(const Statement &row);

/// The year=… folder an event is filed under: that of its timestamp, before 2000 the first of its decade
/// (long histories would make a file for a handful of rows).
int fileYear(base::Instant timestamp);

/// 64 bits of an id, even if only some of its bytes are random.
std::uint64_t idHash(const base::Uuid &id);

/// The event itself when its texts are valid UTF-8; else `repaired`, filled with a copy whose bad bytes are
/// U+FFFD.
const domain::Event &withValidText(const domain::Event &event, domain::Event &repaired);

} // namespace core::store
