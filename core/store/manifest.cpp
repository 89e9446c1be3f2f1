// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/manifest.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/ledgerrows.h"

#include <QStringList>

#include <algorithm>

namespace core::store {

using base::Instant;
using base::Result;

namespace {

constexpr const char *kEntryColumns =
    "file, kind, part, key_min, key_max, ts_min, ts_max, known_max, seq_min, "
    "seq_max, rows, bytes, sha256, history, "
    "superseded, superseded_seq, mtime, inode, checked_at, quarantined_at, replaced_at";

ManifestEntry entryOf(const Statement &row)
{
    ManifestEntry entry;
    entry.file = row.text(0);
    entry.kind = row.text(1);
    entry.part = row.text(2);
    entry.keyMin = row.text(3);
    entry.keyMax = row.text(4);
    entry.tsMin = Instant(row.integer(5));
    entry.tsMax = Instant(row.integer(6));
    entry.knownMax = Instant(row.integer(7));
    entry.seqMin = static_cast<std::uint64_t>(row.integer(8));
    entry.seqMax = static_cast<std::uint64_t>(row.integer(9));
    entry.rows = static_cast<std::uint64_t>(row.integer(10));
    entry.bytes = static_cast<std::uint64_t>(row.integer(11));
    const auto hash = row.blob(12);
    std::copy_n(hash.begin(), std::min(hash.size(), entry.sha256.size()), entry.sha256.begin());
    entry.history = row.integer(13) != 0;
    entry.superseded = static_cast<std::uint64_t>(row.integer(14));
    entry.supersededSeq = static_cast<std::uint64_t>(row.integer(15));
    entry.mtime = row.integer(16);
    entry.inode = static_cast<std::uint64_t>(row.integer(17));
    entry.checkedAt = Instant(row.integer(18));
    entry.quarantinedAt = instantOf(row, 19);
    entry.replacedAt = instantOf(row, 20);
    return entry;
}

Result<std::vector<ManifestEntry>> list(Database &database, std::string_view condition, std::string_view kind)
{
    Result<Statement> rows =
        database.prepare("SELECT " + std::string(kEntryColumns) + " FROM manifest WHERE " +
                         std::string(condition) + " ORDER BY file");
    if (!rows)
        return rows.error();
    rows->bind(1, kind);
    std::vector<ManifestEntry> entries;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return entries;
        entries.push_back(entryOf(*rows));
    }
}

Result<void> mark(Database &database, std::string_view sql, std::string_view file, Instant when)
{
    Result<Statement> statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    return statement->bind(1, file).bind(2, when.micros()).run();
}

} // namespace

Result<void> addToManifest(Database &database, const ManifestEntry &entry)
{
    Result<Statement> insert = database.prepare("INSERT INTO manifest (" + std::string(kEntryColumns) +
                                                ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,NULL,NULL)");
    if (!insert)
        return insert.error();
    return insert->bind(1, entry.file)
        .bind(2, entry.kind)
        .bind(3, entry.part)
        .bind(4, entry.keyMin)
        .bind(5, entry.keyMax)
        .bind(6, entry.tsMin.micros())
        .bind(7, entry.tsMax.micros())
        .bind(8, entry.knownMax.micros())
        .bind(9, entry.seqMin)
        .bind(10, entry.seqMax)
        .bind(11, entry.rows)
        .bind(12, entry.bytes)
        .bind(13, std::span<const unsigned char>(entry.sha256))
        .bind(14, entry.history ? 1 : 0)
        .bind(15, entry.superseded)
        .bind(16, entry.supersededSeq)
        .bind(17, entry.mtime)
        .bind(18, entry.inode)
        .bind(19, entry.checkedAt.micros())
        .run();
}

Result<std::vector<ManifestEntry>> readableFiles(Database &database, std::string_view kind)
{
    return list(database, "(?1 = '' OR kind = ?1) AND replaced_at IS NULL AND quarantined_at IS NULL", kind);
}

Result<void> refuseMissing(Database &database, std::string_view kind,
                           const std::function<bool(const ManifestEntry &)> &isWanted)
{
    const auto entries =
        list(database, "kind = ?1 AND replaced_at IS NULL AND quarantined_at IS NOT NULL", kind);
    if (!entries)
        return entries.error();
    QStringList names;
    for (const ManifestEntry &entry : *entries) {
        if (isWanted(entry))
            names += base::qs(entry.file);
    }
    if (names.isEmpty())
        return {};
    return base::Error{
        base::ErrorCode::Corrupt,
        base::Tr::tr("Damaged and set aside: %1. A study without it would tell something else, so it is not "
                     "run: restore a backup; or import its rows again if you can, and take what is still "
                     "missing as gone with \"workspace verify --accept-loss\".")
            .arg(names.join(QStringLiteral(", ")))};
}

Result<std::vector<ManifestEntry>> allFiles(Database &database)
{
    return list(database, "?1 = ''", "");
}

Result<void> markReplaced(Database &database, std::string_view file, Instant when)
{
    return mark(database, "UPDATE manifest SET replaced_at = ?2 WHERE file = ?1", file, when);
}

Result<void> markQuarantined(Database &database, std::string_view file, Instant when)
{
    return mark(database, "UPDATE manifest SET quarantined_at = ?2 WHERE file = ?1", file, when);
}

Result<void> acceptMissing(Database &database, Instant when)
{
    return mark(database,
                "UPDATE manifest SET replaced_at = ?2 WHERE ?1 = '' AND quarantined_at IS NOT NULL AND "
                "replaced_at IS NULL",
                "", when);
}

Result<void> countSuperseded(Database &database, std::string_view file, std::uint64_t seq)
{
    Result<Statement> update = database.prepare("UPDATE manifest SET superseded = superseded + 1, "
                                                "superseded_seq = max(superseded_seq, ?2) WHERE file = ?1");
    if (!update)
        return update.error();
    return update->bind(1, file).bind(2, seq).run();
}

Result<void> markChecked(Database &database, const ManifestEntry &entry)
{
    Result<Statement> update =
        database.prepare("UPDATE manifest SET checked_at = ?2, mtime = ?3, inode = ?4 WHERE file = ?1");
    if (!update)
        return update.error();
    return update->bind(1, entry.file)
        .bind(2, entry.checkedAt.micros())
        .bind(3, entry.mtime)
        .bind(4, entry.inode)
        .run();
}

Result<void> removeFromManifest(Database &database, std::string_view file)
{
    Result<Statement> statement = database.prepare("DELETE FROM manifest WHERE file = ?1");
    if (!statement)
        return statement.error();
    return statement->bind(1, file).run();
}

} // namespace core::store
