// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The vault keeps every payload as it came, for good: named by the SHA-256 of its decoded bytes, compressed
// by zstd.
#pragma once

#include "core/base/hash.h"
#include "core/store/catalog.h"
#include "core/store/files.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace core::store {

class Lease;

struct Artifact {
    base::Sha256 sha256{};       ///< of the decoded payload
    base::Sha256 storedSha256{}; ///< of the compressed file
    std::string source;
    std::string file; ///< relative to the workspace
    std::uint64_t bytes = 0;
    std::uint64_t storedBytes = 0;
    base::Instant fetchedAt;
    std::string origin; ///< where it came from: a file name or an address without secrets
    std::string parser; ///< the transform that has read it whole; empty: none yet
    std::int32_t parserVersion = 0;
    base::Instant damagedAt; ///< its file was found damaged then, and is in quarantine
};

/// One payload on its way into the vault; nothing is kept unless finish() succeeds. One thread.
class VaultWriter final
{
public:
    ~VaultWriter();
    VaultWriter(VaultWriter &&) noexcept;

    /// The next piece of the decoded payload.
    base::Result<void> add(std::string_view bytes);
    /// Puts the file in place, durably, and notes it in the catalog. A payload that is there already is not
    /// stored again: its first artifact is returned.
    base::Result<Artifact> finish();

private:
    friend class Vault;
    struct State;
    explicit VaultWriter(std::unique_ptr<State> state);
    base::Result<void> compress(std::string_view bytes, bool last);

    std::unique_ptr<State> m_state;
};

/// Any thread; the catalog must outlive it.
class Vault final
{
public:
    Vault(std::filesystem::path workspace, Catalog &catalog);

    /// Begins a payload. `source` names a folder: letters, digits, "-", "_" and "." only.
    base::Result<VaultWriter> begin(std::string_view source, std::string_view origin);
    /// Stores a payload that is in memory.
    base::Result<Artifact> put(std::string_view source, std::string_view origin, std::string_view bytes);

    [[nodiscard]] base::Result<std::optional<Artifact>> find(const base::Sha256 &sha256) const;
    /// The payload in pieces, after its file has been checked. Fails with NotFound, or Corrupt when either
    /// hash differs.
    base::Result<void> read(const base::Sha256 &sha256,
                            const std::function<base::Result<void>(std::string_view)> &piece) const;
    /// The whole payload in memory.
    [[nodiscard]] base::Result<std::string> get(const base::Sha256 &sha256) const;

    /// Notes, in the transaction that stores what a transform made of it, that the payload has been read
    /// whole.
    static base::Result<void> markTransformed(Database &database, const base::Sha256 &sha256,
                                              std::string_view parser, std::int32_t parserVersion);

    /// Notes what the payload was the answer to, in the same transaction.
    static base::Result<void> noteAsk(Database &database, const base::Sha256 &sha256, std::string_view ask);

    /// Removes what writers that died left behind: temporary files older than a day; younger ones may belong
    /// to a program beside us. The lease says that the caller is at work. How many files went.
    base::Result<std::uint64_t> sweep(const Lease &lease);

private:
    std::filesystem::path m_workspace;
    Catalog &m_catalog;
};

/// Everything the payload was the answer to, ascending; none when that was not kept.
base::Result<std::vector<std::string>> asksOf(Database &database, const base::Sha256 &sha256);

/// When a payload was fetched first; missing when it is none of the vault's.
base::Result<base::Instant> fetchedAt(Database &database, const base::Sha256 &sha256);

/// Every artifact, ascending by file. Uses the transaction the connection is in.
base::Result<std::vector<Artifact>> allArtifacts(Database &database);

} // namespace core::store
