// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/vault.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/ledgerrows.h"

#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Sha256;
using base::Tr;

namespace {

/// Beside zstd's own default of 3: half the time; tables of numbers get 5 % smaller, news 20 % larger.
constexpr int kPayloadLevel = 1;
constexpr auto kOrphanAge = std::chrono::hours(24);
constexpr const char *kArtifactColumns =
    "sha256, stored_sha256, source, file, bytes, stored_bytes, fetched_at, "
    "origin, parser, parser_version, damaged_at";

Artifact artifactOf(const Statement &row)
{
    Artifact artifact;
    artifact.sha256 = hashOf(row, 0);
    artifact.storedSha256 = hashOf(row, 1);
    artifact.source = row.text(2);
    artifact.file = row.text(3);
    artifact.bytes = static_cast<std::uint64_t>(row.integer(4));
    artifact.storedBytes = static_cast<std::uint64_t>(row.integer(5));
    artifact.fetchedAt = base::Instant(row.integer(6));
    artifact.origin = row.text(7);
    artifact.parser = row.text(8);
    artifact.parserVersion = static_cast<std::int32_t>(row.integer(9));
    if (!row.isNull(10))
        artifact.damagedAt = base::Instant(row.integer(10));
    return artifact;
}

Result<std::optional<Artifact>> findIn(Database &database, const Sha256 &sha256)
{
    auto query =
        database.prepare("SELECT " + std::string(kArtifactColumns) + " FROM artifacts WHERE sha256 = ?");
    if (!query)
        return query.error();
    const auto row = query->bind(1, std::span<const unsigned char>(sha256)).step();
    if (!row)
        return row.error();
    return *row ? std::optional<Artifact>(artifactOf(*query)) : std::nullopt;
}

bool isFolderName(std::string_view name)
{
    return !name.empty() && name.size() <= 64 && name.front() != '.' && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
}

Error damaged(const std::filesystem::path &file)
{
    return {ErrorCode::Corrupt, Tr::tr("“%1” does not match its checksum: run “workspace verify”, then "
                                       "restore it from a backup or fetch it again.")
                                    .arg(qs(file.string()))};
}

} // namespace

// ---- VaultWriter

struct VaultWriter::State {
    std::filesystem::path workspace;
    std::filesystem::path folder; ///< relative to the workspace
    Catalog *catalog;
    Artifact artifact;
    TemporaryFile file;
    base::Sha256Stream decoded;
    base::Sha256Stream stored;
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> zstd{ZSTD_createCCtx(), &ZSTD_freeCCtx};
    std::vector<char> buffer = std::vector<char>(ZSTD_CStreamOutSize());
};

VaultWriter::VaultWriter(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
VaultWriter::~VaultWriter() = default;
VaultWriter::VaultWriter(VaultWriter &&) noexcept = default;

Result<void> VaultWriter::compress(std::string_view bytes, bool last)
{
    State &s = *m_state;
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (;;) {
        ZSTD_outBuffer out{s.buffer.data(), s.buffer.size(), 0};
        const std::size_t left =
            ZSTD_compressStream2(s.zstd.get(), &out, &in, last ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left))
            return Error{ErrorCode::Internal,
                         Tr::tr("A payload could not be compressed: %1.").arg(qs(ZSTD_getErrorName(left)))};
        const std::string_view piece(s.buffer.data(), out.pos);
        s.stored.add(piece);
        s.artifact.storedBytes += piece.size();
        if (auto written = s.file.write(piece); !written)
            return written;
        if (last ? left == 0 : in.pos == in.size)
            return {};
    }
}

Result<void> VaultWriter::add(std::string_view bytes)
{
    m_state->decoded.add(bytes);
    m_state->artifact.bytes += bytes.size();
    return compress(bytes, false);
}

Result<Artifact> VaultWriter::finish()
{
    if (auto ended = compress({}, true); !ended)
        return ended.error();
    State &s = *m_state;
    Artifact &artifact = s.artifact;
    artifact.sha256 = s.decoded.finish();
    artifact.storedSha256 = s.stored.finish();
    const auto isWhole = [&s](const Artifact &known) {
        std::error_code error;
        return !known.damagedAt.isValid() &&
               std::filesystem::file_size(s.workspace / known.file, error) == known.storedBytes;
    };
    {
        auto connection = s.catalog->reader();
        if (!connection)
            return connection.error();
        auto known = findIn(**connection, artifact.sha256);
        if (!known)
            return known.error();
        if (*known && isWhole(**known))
            return **known;
    }
    const std::filesystem::path file = s.folder / (base::toHex(artifact.sha256) + ".zst");
    artifact.file = file.generic_string();
    if (auto published = s.file.publishAs(s.workspace / file); !published)
        return published.error();
    auto transaction = s.catalog->beginWrite();
    if (!transaction)
        return transaction.error();
    // A file that was damaged or lost is replaced by the fresh one; its other columns stay.
    auto insert = transaction->database().prepare(
        "INSERT INTO artifacts (sha256, stored_sha256, source, file, bytes, stored_bytes, fetched_at, "
        "origin) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET stored_sha256 = "
        "excluded.stored_sha256, "
        "file = excluded.file, stored_bytes = excluded.stored_bytes, damaged_at = NULL");
    if (!insert)
        return insert.error();
    insert->bind(1, std::span<const unsigned char>(artifact.sha256))
        .bind(2, std::span<const unsigned char>(artifact.storedSha256));
    insert->bind(3, artifact.source)
        .bind(4, artifact.file)
        .bind(5, artifact.bytes)
        .bind(6, artifact.storedBytes);
    if (auto done = insert->bind(7, artifact.fetchedAt.micros()).bind(8, artifact.origin).run(); !done)
        return done.error();
    if (auto done = transaction->commit(); !done)
        return done.error();
    return artifact;
}

// ---- Vault

Vault::Vault(std::filesystem::path workspace, Catalog &catalog)
    : m_workspace(std::move(workspace))
    , m_catalog(catalog)
{}

Result<VaultWriter> Vault::begin(std::string_view source, std::string_view origin)
{
    if (!isFolderName(source))
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” cannot name a source: use up to 64 letters, digits, “-”, “_” and “.”.")
                         .arg(qs(source))};
    const base::Instant now = m_catalog.clock().now();
    std::string day = base::toIso(now.utcDay());
    std::ranges::replace(day, '-', '/');
    const std::filesystem::path folder = std::filesystem::path("raw") / source / day;
    if (auto made = makeFolder(m_workspace / folder); !made)
        return made.error();
    auto file = TemporaryFile::create(m_workspace / folder / "payload");
    if (!file)
        return file.error();
    std::unique_ptr<VaultWriter::State> state(
        new VaultWriter::State{m_workspace, folder, &m_catalog, {}, std::move(*file), {}, {}});
    state->artifact.source = source;
    state->artifact.origin = origin;
    state->artifact.fetchedAt = now;
    ZSTD_CCtx_setParameter(state->zstd.get(), ZSTD_c_compressionLevel, kPayloadLevel);
    return VaultWriter(std::move(state));
}

Result<Artifact> Vault::put(std::string_view source, std::string_view origin, std::string_view bytes)
{
    auto writer = begin(source, origin);
    if (!writer)
        return writer.error();
    if (auto added = writer->add(bytes); !added)
        return added.error();
    return writer->finish();
}

Result<std::optional<Artifact>> Vault::find(const Sha256 &sha256) const
{
    auto connection = m_catalog.reader();
    if (!connection)
        return connection.error();
    return findIn(**connection, sha256);
}

Result<void> Vault::read(const Sha256 &sha256,
                         const std::function<Result<void>(std::string_view)> &piece) const
{
    const auto artifact = find(sha256);
    if (!artifact)
        return artifact.error();
    if (!*artifact)
        return Error{ErrorCode::NotFound,
                     Tr::tr("The vault has no payload %1.").arg(qs(base::toHex(sha256)))};
    const std::filesystem::path file = m_workspace / (*artifact)->file;
    // The stored bytes first: zstd is not asked to read what may have been tampered with.
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return Error{
            ErrorCode::Corrupt,
            Tr::tr("“%1” is missing: restore it from a backup or fetch it again.").arg(qs(file.string()))};
    const auto stored = base::sha256File(file);
    if (!stored)
        return stored.error();
    if (*stored != (*artifact)->storedSha256)
        return damaged(file);
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> in(std::fopen(file.c_str(), "rbe"), &std::fclose);
    if (!in)
        return fileError(file, errno);
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> zstd(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    std::vector<char> packed(ZSTD_DStreamInSize());
    std::vector<char> plain(ZSTD_DStreamOutSize());
    base::Sha256Stream decoded;
    while (const std::size_t got = std::fread(packed.data(), 1, packed.size(), in.get())) {
        ZSTD_inBuffer source{packed.data(), got, 0};
        while (source.pos < source.size) {
            ZSTD_outBuffer out{plain.data(), plain.size(), 0};
            if (ZSTD_isError(ZSTD_decompressStream(zstd.get(), &out, &source)))
                return damaged(file);
            const std::string_view bytes(plain.data(), out.pos);
            decoded.add(bytes);
            if (auto taken = piece(bytes); !taken)
                return taken;
        }
    }
    if (std::ferror(in.get()) || decoded.finish() != sha256)
        return damaged(file);
    return {};
}

Result<std::string> Vault::get(const Sha256 &sha256) const
{
    std::string payload;
    auto done = read(sha256, [&payload](std::string_view bytes) -> Result<void> {
        payload += bytes;
        return {};
    });
    if (!done)
        return done.error();
    return payload;
}

Result<void> Vault::noteAsk(Database &database, const base::Sha256 &sha256, std::string_view ask)
{
    auto insert = database.prepare("INSERT OR IGNORE INTO asks (sha256, ask) VALUES (?, ?)");
    if (!insert)
        return insert.error();
    return insert->bind(1, std::span<const unsigned char>(sha256)).bind(2, ask).run();
}

Result<std::vector<std::string>> asksOf(Database &database, const base::Sha256 &sha256)
{
    auto query = database.prepare("SELECT ask FROM asks WHERE sha256 = ? ORDER BY ask");
    if (!query)
        return query.error();
    query->bind(1, std::span<const unsigned char>(sha256));
    std::vector<std::string> asks;
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return asks;
        asks.emplace_back(query->text(0));
    }
}

Result<void> Vault::markTransformed(Database &database, const Sha256 &sha256, std::string_view parser,
                                    std::int32_t parserVersion)
{
    auto update = database.prepare("UPDATE artifacts SET parser = ?, parser_version = ? WHERE sha256 = ?");
    if (!update)
        return update.error();
    return update->bind(1, parser)
        .bind(2, parserVersion)
        .bind(3, std::span<const unsigned char>(sha256))
        .run();
}

Result<std::uint64_t> Vault::sweep(const Lease &)
{
    const auto isOrphan = [this](const std::filesystem::directory_entry &entry) {
        std::error_code gone;
        const auto written = entry.last_write_time(gone);
        if (gone || !isTemporaryName(entry.path()) || !entry.is_regular_file(gone))
            return false;
        const auto at = std::chrono::floor<base::Duration>(std::chrono::file_clock::to_sys(written));
        return m_catalog.clock().now() - base::Instant(at.time_since_epoch().count()) > kOrphanAge;
    };
    std::uint64_t swept = 0;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(m_workspace / "raw", error), end;
         !error && at != end; at.increment(error)) {
        if (!isOrphan(*at))
            continue;
        if (auto removed = removeFile(at->path()); !removed)
            return removed.error();
        ++swept;
    }
    return swept;
}

Result<base::Instant> fetchedAt(Database &database, const base::Sha256 &sha256)
{
    auto query = database.prepare("SELECT fetched_at FROM artifacts WHERE sha256 = ?");
    if (!query)
        return query.error();
    query->bind(1, std::span<const unsigned char>(sha256));
    const auto row = query->step();
    if (!row)
        return row.error();
    return *row ? base::Instant(query->integer(0)) : base::Instant();
}

Result<std::vector<Artifact>> allArtifacts(Database &database)
{
    auto query =
        database.prepare("SELECT " + std::string(kArtifactColumns) + " FROM artifacts ORDER BY file");
    if (!query)
        return query.error();
    std::vector<Artifact> artifacts;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return artifacts;
        artifacts.push_back(artifactOf(*query));
    }
}

} // namespace core::store
