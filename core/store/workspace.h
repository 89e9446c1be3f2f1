// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace: one folder that can be moved, and the stores that live in it.
#pragma once

#include "core/base/clock.h"
#include "core/store/barstore.h"
#include "core/store/catalog.h"
#include "core/store/eventstore.h"
#include "core/store/ledger.h"
#include "core/store/tickstore.h"
#include "core/store/vault.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace core::store {

/// The two files that every workspace has.
inline constexpr const char *kIdentityFile = "workspace.json";
inline constexpr const char *kCatalogFile = "catalog.sqlite";

struct WorkspaceOptions {
    std::string name;    ///< empty: the folder's name
    bool sample = false; ///< simulated data; said on every screen and page
    enum class Seal { TwoYears, At, None } seal = Seal::TwoYears;
    base::Date sealedFrom{}; ///< with Seal::At
};

/// What a workspace was before it was restored from a backup: its ledger goes on here.
struct WorkspaceOrigin {
    std::string name;
    base::Instant created;
    base::Instant backupAt; ///< when the backup was made; missing: it does not say
};

/// What workspace.json says.
struct WorkspaceIdentity {
    int format = 0;
    std::string name;
    base::Instant created;
    bool sample = false;
    std::optional<base::Date> sealedFrom; ///< studies do not look at this day or later until it is unsealed
    std::optional<WorkspaceOrigin> origin{}; ///< nothing: it was made here
};

struct WorkspaceInfo {
    WorkspaceIdentity identity;
    std::string snapshot;
    std::vector<std::pair<std::string, std::uint64_t>> rows;  ///< by kind, ascending
    std::vector<std::pair<std::string, std::uint64_t>> bytes; ///< "catalog", "lake", "raw"
    std::vector<std::string> damaged;                         ///< files in quarantine
};

class Workspace final
{
public:
    /// The format this program writes; a snapshot is "<format>-<seq>".
    static constexpr int kFormat = 1;

    /// Makes a workspace in a folder that does not exist or is empty (folders 0700, files 0600). Fails with
    /// BadInput when there is something in it, Storage when it cannot be written. The clock must outlive the
    /// workspace.
    static base::Result<std::unique_ptr<Workspace>>
    create(const std::filesystem::path &folder, const WorkspaceOptions &options, const base::Clock &clock);
    /// Opens a workspace. Fails with NotFound when there is none, Newer when a newer program wrote it.
    static base::Result<std::unique_ptr<Workspace>> open(const std::filesystem::path &folder,
                                                         const base::Clock &clock);
    ~Workspace();

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    [[nodiscard]] const WorkspaceIdentity &identity() const { return m_identity; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] Catalog &catalog() const { return *m_catalog; }
    [[nodiscard]] Vault &vault() const { return *m_vault; }
    [[nodiscard]] const Lake &lake() const { return m_events->lake(); }
    [[nodiscard]] EventStore &events() const { return *m_events; }
    [[nodiscard]] Ledger &ledger() const { return *m_ledger; }
    [[nodiscard]] BarStore &bars() const { return *m_bars; }
    [[nodiscard]] TickStore &ticks() const { return *m_ticks; }

    /// What `workspace info` shows. Any thread.
    base::Result<WorkspaceInfo> info() const;

    static std::string snapshotText(std::uint64_t seq);
    /// Fails with BadInput unless it is one of ours.
    static base::Result<std::uint64_t> parseSnapshot(std::string_view text);

private:
    Workspace(std::filesystem::path path, WorkspaceIdentity identity, const base::Clock &clock,
              std::unique_ptr<Catalog> catalog);

    std::filesystem::path m_path;
    WorkspaceIdentity m_identity;
    const base::Clock &m_clock;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<EventStore> m_events;
    std::unique_ptr<BarStore> m_bars; ///< bars and ticks share the lake and the DuckDB of the events
    std::unique_ptr<TickStore> m_ticks;
    std::unique_ptr<Ledger> m_ledger;
};

/// Reads workspace.json of a folder.
base::Result<WorkspaceIdentity> readIdentity(const std::filesystem::path &folder);
/// Writes it, whole or not at all.
base::Result<void> writeIdentity(const std::filesystem::path &folder, const WorkspaceIdentity &identity);

} // namespace core::store
