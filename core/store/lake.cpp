// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/lake.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/files.h"
#include "core/store/lease.h"

#include <sys/stat.h>

#include <set>

namespace core::store {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
namespace fs = std::filesystem;

namespace {

constexpr const char *kLake = "lake";
constexpr const char *kTemporary = ".tmp";
constexpr const char *kCompanionSuffix = ".ids";

/// What tells whether a file was touched.
struct Stamp {
    std::uint64_t bytes = 0;
    std::int64_t mtime = 0;
    std::uint64_t inode = 0;
};

std::optional<Stamp> stampOf(const fs::path &file)
{
    struct stat status = {};
    if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    return Stamp{static_cast<std::uint64_t>(status.st_size),
                 std::int64_t{status.st_mtim.tv_sec} * 1000000000 + status.st_mtim.tv_nsec, status.st_ino};
}

bool isUntouched(const ManifestEntry &entry, const Stamp &stamp)
{
    return stamp.bytes == entry.bytes && stamp.mtime == entry.mtime && stamp.inode == entry.inode;
}

/// Fills rows, ranges and key range of an entry from the file just written.
Result<void> describe(const DuckConnection &connection, const fs::path &file, const LakeWrite &what,
                      ManifestEntry &entry)
{
    Result<DuckResult> rows =
        connection.query("SELECT count(*), min(" + what.keyColumn + "), max(" + what.keyColumn + "), min(" +
                             what.timeColumn + "), max(" + what.timeColumn +
                             "), max(known_at), min(CAST(seq AS BIGINT)), max(CAST(seq AS BIGINT)) "
                             "FROM read_parquet(?, hive_partitioning = false)",
                         {file.string()});
    if (!rows)
        return rows.error();
    const Result<bool> more = rows->next();
    if (!more)
        return more.error();
    entry.rows = static_cast<std::uint64_t>(rows->values<std::int64_t>(0)[0]);
    if (entry.rows == 0)
        return {};
    entry.keyMin = rows->text(1, 0);
    entry.keyMax = rows->text(2, 0);
    entry.tsMin = rows->instant(3, 0);
    entry.tsMax = rows->instant(4, 0);
    entry.knownMax = rows->instant(5, 0);
    entry.seqMin = static_cast<std::uint64_t>(rows->values<std::int64_t>(6)[0]);
    entry.seqMax = static_cast<std::uint64_t>(rows->values<std::int64_t>(7)[0]);
    return {};
}

} // namespace

Lake::Lake(fs::path workspace, const base::Clock &clock)
    : m_workspace(std::move(workspace))
    , m_clock(clock)
{}

Result<ManifestEntry> Lake::write(const DuckConnection &connection, const LakeWrite &what,
                                  const CancelToken *cancel) const
{
    const fs::path top = m_workspace / kLake;
    const fs::path temporaryFolder = top / kTemporary;
    const fs::path below = fs::path(what.kind) / what.folder;
    auto made = makeFolder(temporaryFolder);
    if (made)
        made = makeFolder(top / below);
    if (!made)
        return made.error();

    const std::string name = base::toText(base::freshUuid());
    const fs::path temporary = temporaryFolder / name;
    const Discard discard(temporary);
    const auto copied = connection.run("COPY (" + what.select + ") TO " + sqlLiteral(temporary.string()) +
                                           " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE " +
                                           std::to_string(what.rowGroupRows) + ")",
                                       what.values, cancel);
    if (!copied)
        return copied.error();

    ManifestEntry entry;
    entry.kind = what.kind;
    entry.part = what.part;
    entry.history = what.history;
    const auto described = describe(connection, temporary, what, entry);
    if (!described)
        return described.error();
    if (entry.rows == 0)
        return entry;

    const Result<base::Sha256> hash = base::sha256File(temporary);
    if (!hash)
        return hash.error();
    entry.sha256 = *hash;
    entry.checkedAt = m_clock.now();
    entry.file = (fs::path(kLake) / below / (name + ".parquet")).lexically_normal().generic_string();
    const auto published = publishFile(temporary, absolute(entry));
    if (!published)
        return published.error();
    const std::optional<Stamp> stamp = stampOf(absolute(entry));
    if (!stamp)
        return Error{ErrorCode::Storage, Tr::tr("“%1” vanished while it was written.").arg(qs(entry.file))};
    entry.bytes = stamp->bytes;
    entry.mtime = stamp->mtime;
    entry.inode = stamp->inode;
    return entry;
}

Result<bool> Lake::isIntact(const ManifestEntry &entry) const
{
    return hasBytes(absolute(entry), entry.sha256);
}

Result<void> Lake::verify(Catalog &catalog, const std::vector<ManifestEntry> &entries,
                          const CancelToken &cancel, const base::ProgressSink &progress, Check check) const
{
    const Instant now = m_clock.now();
    std::vector<ManifestEntry> good;
    std::vector<ManifestEntry> damaged;
    std::uint64_t done = 0;
    for (const ManifestEntry &entry : entries) {
        if (cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("Cancelled.")};
        if (progress)
            progress({++done, entries.size(), Tr::tr("Checking the files")});
        const std::optional<Stamp> stamp = stampOf(absolute(entry));
        if (check == Check::WhenDue && stamp && isUntouched(entry, *stamp) &&
            now - entry.checkedAt < kCheckLasts)
            continue;
        const Result<bool> intact = isIntact(entry);
        if (!intact)
            return intact.error();
        if (!*intact || !stamp) {
            damaged.push_back(entry);
            continue;
        }
        good.push_back(entry);
        good.back().checkedAt = now;
        good.back().mtime = stamp->mtime;
        good.back().inode = stamp->inode;
    }
    if (good.empty() && damaged.empty())
        return {};
    Result<WriteTransaction> transaction = catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    for (const ManifestEntry &entry : good) {
        const auto marked = markChecked(transaction->database(), entry);
        if (!marked)
            return marked;
    }
    QStringList names;
    for (const ManifestEntry &entry : damaged) {
        const auto marked = markQuarantined(transaction->database(), entry.file, now);
        if (!marked)
            return marked;
        names += qs(entry.file);
    }
    const auto committed = transaction->commit();
    if (!committed)
        return committed;
    if (damaged.empty())
        return {};
    return Error{ErrorCode::Corrupt, Tr::tr("Damaged and set aside: %1. The rest can be used; to get its "
                                            "rows back, restore a backup or import "
                                            "the files again.")
                                         .arg(names.join(QStringLiteral(", ")))};
}

Result<std::uint64_t> Lake::sweep(Catalog &catalog, const Lease &) const
{
    const Instant now = m_clock.now();
    Instant unlistedBefore = now - kKeepUnlisted;
    const auto holders = liveLeases(catalog);
    if (!holders)
        return holders.error();
    for (const LeaseHolder &holder : *holders)
        unlistedBefore = std::min(unlistedBefore, holder.takenAt);
    std::vector<ManifestEntry> entries;
    {
        const Result<ReadConnection> reader = catalog.reader();
        if (!reader)
            return reader.error();
        auto all = allFiles(**reader);
        if (!all)
            return all.error();
        entries = std::move(all).value();
    }
    std::uint64_t gone = 0;
    std::set<fs::path> listed;
    for (const ManifestEntry &entry : entries) {
        if (!entry.replacedAt.isValid() || now - entry.replacedAt < kKeepUnlisted) {
            listed.insert(absolute(entry));
            listed.insert(companionOf(absolute(entry)));
            continue;
        }
        if (!isPlainPath(entry.file)) // no file of ours
            continue;
        for (const fs::path &file : {absolute(entry), companionOf(absolute(entry))}) {
            const auto removed = removeFile(file);
            if (!removed)
                return removed.error();
        }
        Result<WriteTransaction> transaction = catalog.beginWrite();
        if (!transaction)
            return transaction.error();
        auto done = removeFromManifest(transaction->database(), entry.file);
        if (done)
            done = transaction->commit();
        if (!done)
            return done.error();
        ++gone;
    }
    std::error_code error;
    for (fs::recursive_directory_iterator it(m_workspace / kLake, error), end; !error && it != end;
         it.increment(error)) {
        const std::optional<Stamp> stamp = stampOf(it->path());
        if (!stamp || listed.contains(it->path()) || Instant(stamp->mtime / 1000) >= unlistedBefore)
            continue;
        const auto removed = removeFile(it->path());
        if (!removed)
            return removed.error();
        ++gone;
    }
    return gone;
}

fs::path Lake::companionOf(const fs::path &file)
{
    fs::path companion = file;
    companion += kCompanionSuffix;
    return companion;
}

fs::path Lake::spillFolder() const
{
    return m_workspace / kLake / kTemporary / "spill";
}

std::string fileNamePart(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string part;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '_' || c == '-';
        if (plain) {
            part += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            part += '%';
            part += digits[byte >> 4U];
            part += digits[byte & 15U];
        }
    }
    return part;
}

} // namespace core::store
