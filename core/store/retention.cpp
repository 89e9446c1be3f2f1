// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/retention.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/eventrow.h"
#include "core/store/files.h"

#include <algorithm>

namespace core::store {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr int kMostYears = 1000;

/// Fails when the system cannot follow one of them: a loop of links, a name that is too long.
Result<bool> isWithin(const std::filesystem::path &path, const std::filesystem::path &folder)
{
    std::error_code failed;
    const std::filesystem::path base = std::filesystem::weakly_canonical(folder, failed);
    if (failed)
        return fileError(folder, failed.value());
    const std::filesystem::path full = std::filesystem::weakly_canonical(path, failed);
    if (failed)
        return fileError(path, failed.value());
    return std::mismatch(base.begin(), base.end(), full.begin(), full.end()).first == base.end();
}

/// Copies a file to its place in the archive, whole or not at all.
Result<void> copyTo(const std::filesystem::path &from, const std::filesystem::path &to)
{
    if (const auto made = makeFolder(to.parent_path()); !made)
        return made;
    const std::filesystem::path temporary = temporaryName(to.parent_path());
    std::error_code failed;
    std::filesystem::copy_file(from, temporary, failed);
    if (failed) {
        (void)removeFile(temporary);
        return fileError(to, failed.value());
    }
    const auto done = publishFile(temporary, to);
    if (!done)
        (void)removeFile(temporary);
    return done;
}

/// The archived file is the one of the manifest, bit for bit.
Result<void> archive(const Lake &lake, const ManifestEntry &entry, const std::filesystem::path &folder)
{
    const std::filesystem::path from = lake.absolute(entry);
    const std::filesystem::path to = folder / entry.file;
    if (const auto copied = copyTo(from, to); !copied)
        return copied;
    const Result<bool> isSame = hasBytes(to, entry.sha256);
    if (!isSame)
        return isSame.error();
    if (!*isSame)
        return Error{
            ErrorCode::Storage,
            Tr::tr("%1 is not what was copied there; the events stay where they are.").arg(qs(to.string()))};
    return {};
}

/// The files of a source all of whose events are of years before `year`.
Result<std::vector<ManifestEntry>> filesBefore(EventStore &store, const std::string &source, int year)
{
    const Result<ReadConnection> reader = store.catalog().reader();
    if (!reader)
        return reader.error();
    auto files = readableFiles(**reader, "events");
    if (!files)
        return files.error();
    std::erase_if(*files, [&source, year](const ManifestEntry &file) {
        return file.part != source || fileYear(file.tsMax) >= year;
    });
    return files;
}

Result<void> note(WriteTransaction &transaction, const Removal &removal)
{
    auto insert = transaction.database().prepare("INSERT INTO removals VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    return insert->bind(1, static_cast<std::int64_t>(removal.seq))
        .bind(2, removal.source)
        .bind(3, static_cast<std::int64_t>(removal.beforeYear))
        .bind(4, static_cast<std::int64_t>(removal.rows))
        .bind(5, static_cast<std::int64_t>(removal.files))
        .bind(6, removal.archive.string())
        .bind(7, removal.removedAt.micros())
        .run();
}

/// In one transaction: the files are out of sight and the removal is on record.
Result<void> remove(EventStore &store, Lease &lease, const std::vector<ManifestEntry> &files,
                    Removal &removal)
{
    Result<WriteTransaction> transaction = store.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    if (const auto held = lease.publish(*transaction); !held)
        return held;
    const Result<std::uint64_t> seq = transaction->nextSeq();
    if (!seq)
        return seq.error();
    removal.seq = *seq;
    removal.removedAt = store.catalog().clock().now();
    for (const ManifestEntry &file : files) {
        if (const auto marked = markReplaced(transaction->database(), file.file, removal.removedAt); !marked)
            return marked;
    }
    if (const auto noted = note(*transaction, removal); !noted)
        return noted;
    return transaction->commit();
}

} // namespace

Result<std::vector<Retention>> retentions(Database &database)
{
    auto rows = database.prepare("SELECT source, years, archive FROM retention ORDER BY source");
    if (!rows)
        return rows.error();
    std::vector<Retention> rules;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return rules;
        rules.push_back(
            {std::string(rows->text(0)), static_cast<int>(rows->integer(1)), std::string(rows->text(2))});
    }
}

Result<void> setRetention(WriteTransaction &transaction, const std::filesystem::path &workspace,
                          const Retention &rule)
{
    if (rule.years < 1 || rule.years > kMostYears)
        return Error{
            ErrorCode::BadInput,
            Tr::tr("Events are kept for 1 to %1 years, not for %2.").arg(kMostYears).arg(rule.years)};
    if (!rule.archive.empty() && !rule.archive.is_absolute())
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” depends on where the program was started: give the archive's full path.")
                         .arg(qs(rule.archive.string()))};
    if (!rule.archive.empty()) {
        const Result<bool> isInside = isWithin(rule.archive, workspace);
        if (!isInside)
            return isInside.error();
        if (*isInside)
            return Error{ErrorCode::BadInput,
                         Tr::tr("“%1” is inside the workspace: an archive must be elsewhere.")
                             .arg(qs(rule.archive.string()))};
    }
    auto upsert = transaction.database().prepare("INSERT OR REPLACE INTO retention VALUES (?, ?, ?)");
    if (!upsert)
        return upsert.error();
    return upsert->bind(1, rule.source)
        .bind(2, static_cast<std::int64_t>(rule.years))
        .bind(3, rule.archive.string())
        .run();
}

Result<void> removeRetention(WriteTransaction &transaction, std::string_view source)
{
    auto gone = transaction.database().prepare("DELETE FROM retention WHERE source = ?");
    if (!gone)
        return gone.error();
    if (const auto done = gone->bind(1, source).run(); !done)
        return done;
    if (transaction.database().changes() == 0)
        return Error{ErrorCode::NotFound,
                     Tr::tr("Nothing limits how long events of “%1” stay.").arg(qs(source))};
    return {};
}

Result<std::vector<Removal>> removals(Database &database)
{
    auto rows = database.prepare(
        "SELECT seq, source, before_year, rows, files, archive, removed_at FROM removals ORDER BY seq");
    if (!rows)
        return rows.error();
    std::vector<Removal> all;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return all;
        Removal removal;
        removal.seq = static_cast<std::uint64_t>(rows->integer(0));
        removal.source = rows->text(1);
        removal.beforeYear = static_cast<int>(rows->integer(2));
        removal.rows = static_cast<std::uint64_t>(rows->integer(3));
        removal.files = static_cast<std::uint64_t>(rows->integer(4));
        removal.archive = std::string(rows->text(5));
        removal.removedAt = Instant(rows->integer(6));
        all.push_back(std::move(removal));
    }
}

QString toSentence(const Removal &removal)
{
    const QString what = removal.archive.empty() ? Tr::tr("%1 events of %2 before %3 were removed on %4")
                                                 : Tr::tr("%1 events of %2 before %3 were archived on %4");
    return what.arg(removal.rows)
        .arg(qs(removal.source))
        .arg(removal.beforeYear)
        .arg(qs(base::toIso(removal.removedAt.utcDay())));
}

Result<QString> whyNotReproducible(Database &database, std::uint64_t snapshot)
{
    const auto all = removals(database);
    if (!all)
        return all.error();
    QStringList parts;
    for (const Removal &removal : *all) {
        if (removal.seq > snapshot)
            parts << toSentence(removal);
    }
    return parts.isEmpty() ? QString() : parts.join(QStringLiteral("; ")) + QLatin1Char('.');
}

Result<std::vector<Removal>> keepRetention(EventStore &store, Lease &lease, const CancelToken &cancel)
{
    std::vector<Retention> rules;
    {
        const Result<ReadConnection> reader = store.catalog().reader();
        if (!reader)
            return reader.error();
        auto kept = retentions(**reader);
        if (!kept)
            return kept.error();
        rules = std::move(*kept);
    }
    std::vector<Removal> done;
    for (const Retention &rule : rules) {
        Removal removal;
        removal.source = rule.source;
        removal.archive = rule.archive;
        removal.beforeYear = fileYear(store.catalog().clock().now()) - rule.years + 1;
        const auto files = filesBefore(store, rule.source, removal.beforeYear);
        if (!files)
            return files.error();
        if (files->empty())
            continue;
        if (!rule.archive.empty()) { // a flipped bit must not be archived as sound
            if (const auto sound = store.lake().verify(store.catalog(), *files, cancel, {}, Check::Always);
                !sound)
                return sound.error();
        }
        for (const ManifestEntry &file : *files) {
            if (cancel.isCancelled())
                return Error{ErrorCode::Cancelled, Tr::tr("Cancelled.")};
            if (!rule.archive.empty()) {
                if (const auto archived = archive(store.lake(), file, rule.archive); !archived)
                    return archived.error();
            }
            removal.rows += file.rows;
            ++removal.files;
        }
        if (const auto removed = remove(store, lease, *files, removal); !removed)
            return removed.error();
        done.push_back(std::move(removal));
    }
    return done;
}

} // namespace core::store
