// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rowcache.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/eventrow.h"

#include <algorithm>
#include <fstream>
#include <set>

namespace core::store {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
namespace fs = std::filesystem;

namespace {

constexpr const char *kSuffix = ".rows";
constexpr std::size_t kRowsPerSort = 400000; ///< bounds the memory of sorting whole rows
constexpr std::size_t kHashPiece = std::size_t{4} << 20U;

/// The hash of a file, in pieces so that it can be stopped; missing when it is not there.
Result<std::optional<base::Sha256>> hashOf(const fs::path &file, const CancelToken &cancel)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return std::optional<base::Sha256>();
    base::Sha256Stream hash;
    std::vector<char> piece(kHashPiece);
    while (in) {
        if (cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("Cancelled.")};
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        hash.add({piece.data(), static_cast<std::size_t>(in.gcount())});
    }
    if (in.bad())
        return Error{ErrorCode::Storage, Tr::tr("“%1” cannot be read.").arg(base::qs(file.string()))};
    return std::optional(hash.finish());
}

/// Instants that cut the file's rows into pieces of about kRowsPerSort, ascending; the first and last are
/// open.
Result<std::vector<Instant>> cutsOf(const DuckConnection &connection, const ManifestEntry &entry,
                                    const std::string &file, const CancelToken &cancel)
{
    std::vector<Instant> cuts;
    if (entry.rows <= kRowsPerSort)
        return cuts;
    std::vector<Instant> times;
    times.reserve(entry.rows);
    Result<DuckResult> rows = connection.query(
        "SELECT timestamp FROM read_parquet($1, hive_partitioning = false)", {file}, &cancel);
    if (!rows)
        return rows.error();
    for (;;) {
        const Result<bool> more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        for (std::size_t i = 0; i < rows->rows(); ++i)
            times.push_back(rows->instant(0, i));
    }
    for (std::size_t at = kRowsPerSort; at < times.size(); at += kRowsPerSort) {
        const auto cut = times.begin() + static_cast<std::ptrdiff_t>(at);
        std::nth_element(times.begin(), cut, times.end());
        if (cuts.empty() || *cut > cuts.back())
            cuts.push_back(*cut);
    }
    return cuts;
}

} // namespace

RowCache::RowCache(const fs::path &workspace, const Lake &lake)
    : m_folder(workspace / "cache" / "rows")
    , m_lake(lake)
{}

fs::path RowCache::fileOf(const ManifestEntry &entry) const
{
    return m_folder / (fs::path(entry.file).stem().string() + kSuffix);
}

std::shared_ptr<const RowFile> RowCache::find(const ManifestEntry &entry)
{
    const std::lock_guard lock(m_opened);
    const auto known = m_files.find(entry.file);
    if (known != m_files.end() && !known->second->isDamaged())
        return known->second;
    const fs::path file = fileOf(entry);
    if (known != m_files.end()) {
        m_files.erase(known);
        std::error_code ignored; // should it stay, it is found damaged again
        fs::remove(file, ignored);
    }
    const auto opened = RowFile::open(file, entry.sha256, entry.rows);
    if (!opened)
        return {};
    return m_files.emplace(entry.file, *opened).first->second;
}

Result<std::shared_ptr<const RowFile>> RowCache::make(Catalog &catalog, const DuckConnection &connection,
                                                      const ManifestEntry &entry, const CancelToken &cancel)
{
    const std::lock_guard lock(m_making);
    if (auto found = find(entry))
        return found;
    const auto folder = makeFolder(m_folder);
    if (!folder)
        return folder.error();
    const auto hash = hashOf(m_lake.absolute(entry), cancel);
    if (!hash)
        return hash.error();
    if (!*hash || **hash != entry.sha256) {
        // sets it aside and names it; when it is whole after all, it could not be read just now
        const auto verified = m_lake.verify(catalog, {entry}, cancel, {}, Check::Always);
        if (!verified)
            return verified.error();
    }
    const auto written = write(connection, entry, cancel);
    if (!written)
        return written.error();
    if (auto found = find(entry))
        return found;
    return Error{ErrorCode::Storage, Tr::tr("“%1” was written but cannot be read: is the disk sound?")
                                         .arg(base::qs(fileOf(entry).string()))};
}

Result<void> RowCache::write(const DuckConnection &connection, const ManifestEntry &entry,
                             const CancelToken &cancel) const
{
    const std::string file = m_lake.absolute(entry).string();
    Result<std::vector<Instant>> cuts = cutsOf(connection, entry, file, cancel);
    if (!cuts)
        return cuts.error();
    Result<std::unique_ptr<RowFileWriter>> writer = RowFileWriter::create(fileOf(entry));
    if (!writer)
        return writer.error();
    std::uint64_t count = 0;
    for (std::size_t piece = 0; piece <= cuts->size(); ++piece) {
        std::vector<DuckValue> values{file};
        std::string where = "true";
        const auto bound = [&values](Instant at) {
            values.emplace_back(at);
            return "$" + std::to_string(values.size());
        };
        if (piece > 0)
            where += " AND timestamp >= " + bound((*cuts)[piece - 1]);
        if (piece < cuts->size())
            where += " AND timestamp < " + bound((*cuts)[piece]);
        Result<DuckResult> rows = connection.query(
            "SELECT " + std::string(kEventColumns) +
                ", CAST(file_row_number AS BIGINT) FROM read_parquet($1, file_row_number = true, "
                "hive_partitioning = false) WHERE " +
                where + " ORDER BY timestamp, id, revision",
            values, &cancel);
        if (!rows)
            return rows.error();
        for (;;) {
            const Result<bool> more = rows->next();
            if (!more)
                return more.error();
            if (!*more)
                break;
            for (std::size_t i = 0; i < rows->rows(); ++i) {
                const auto row = static_cast<std::uint32_t>(rows->values<std::int64_t>(kEventColumnCount)[i]);
                const auto added = (*writer)->add(eventAt(*rows, i), row);
                if (!added)
                    return added;
            }
            count += rows->rows();
        }
    }
    if (count != entry.rows)
        return Error{
            ErrorCode::Corrupt,
            Tr::tr("“%1” holds %2 rows instead of %3.").arg(base::qs(entry.file)).arg(count).arg(entry.rows)};
    return (*writer)->finish(entry.sha256);
}

void RowCache::sweep(const std::vector<ManifestEntry> &kept)
{
    const std::lock_guard making(m_making); // our own half-made file is not left over
    std::set<fs::path> names;
    for (const ManifestEntry &entry : kept)
        names.insert(fileOf(entry).filename());
    const std::lock_guard lock(m_opened);
    std::erase_if(m_files, [&](const auto &file) {
        return !names.contains(fs::path(file.first).stem().string() + kSuffix);
    });
    std::error_code error;
    const auto old = fs::file_time_type::clock::now() - kKeepUnlisted;
    for (fs::directory_iterator at(m_folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored; // what stays is met again by the next sweep
        const bool isLeftOver = isTemporaryName(at->path()) && at->last_write_time(ignored) < old;
        if (isLeftOver || (!isTemporaryName(at->path()) && !names.contains(at->path().filename())))
            fs::remove(at->path(), ignored);
    }
}

} // namespace core::store
