// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backupfiles.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/checksumvfs.h"
#include "core/store/files.h"
#include "core/store/migrations.h"
#include "core/store/workspace.h"

#include <algorithm>
#include <array>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
namespace fs = std::filesystem;

Result<BackupFiles> filesToBackUp(const Workspace &workspace, const fs::path &catalogCopy)
{
    auto opened = Database::open(catalogCopy, Database::Access::ReadOnly);
    if (!opened)
        return opened.error();
    Database &database = **opened;
    BackupFiles all;
    const auto snapshot = Catalog::snapshot(database, workspace.clock());
    if (!snapshot)
        return snapshot.error();
    all.snapshot = *snapshot;
    const auto artifacts = allArtifacts(database);
    if (!artifacts)
        return artifacts.error();
    for (const Artifact &artifact : *artifacts) {
        if (!artifact.damagedAt.isValid())
            all.files.push_back({artifact.file, artifact.storedSha256, false});
    }
    const auto entries = readableFiles(database, "");
    if (!entries)
        return entries.error();
    std::error_code error;
    for (const ManifestEntry &entry : *entries) {
        all.files.push_back({entry.file, entry.sha256, false});
        const fs::path companion = Lake::companionOf(entry.file);
        if (fs::exists(workspace.path() / companion, error))
            all.files.push_back({companion.generic_string(), std::nullopt, false});
    }
    for (const char *part : {"studies", "reports", "presets", "sources"}) {
        for (fs::recursive_directory_iterator at(workspace.path() / part, error), end; !error && at != end;
             at.increment(error)) {
            std::string path = at->path().lexically_relative(workspace.path()).generic_string();
            if (at->is_regular_file(error) && !at->is_symlink(error) && !isTemporaryName(at->path()) &&
                isBackupPath(path))
                all.files.push_back({std::move(path), std::nullopt, true});
        }
    }
    return all;
}

bool isBackupPath(std::string_view path)
{
    if (path == kCatalogFile || path == kIdentityFile)
        return true;
    constexpr std::array<std::string_view, 6> kPlaces{"raw/",     "lake/",    "studies/",
                                                      "reports/", "presets/", "sources/"};
    return isPlainPath(path) &&
           std::ranges::any_of(kPlaces, [path](std::string_view place) { return path.starts_with(place); });
}

namespace {

/// Triggers and views run when the catalog is used; those of the schema are all there may be.
Result<void> refuseForeignSchema(Database &database)
{
    auto rows = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')");
    if (!rows)
        return rows.error();
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        const std::string_view sql = rows->text(1);
        const bool isOurs = !sql.empty() && std::ranges::any_of(migrations(), [sql](const Migration &step) {
            return step.sql.find(sql) != std::string_view::npos;
        });
        if (!isOurs)
            return Error{ErrorCode::BadInput,
                         Tr::tr("The catalog in the backup holds “%1”, which is not Foreshock's; nothing was "
                                "restored.")
                             .arg(qs(rows->text(0)))};
    }
}

/// What the catalog names is moved and removed one day: nothing but files of the vault and the lake.
Result<void> refuseForeignFiles(Database &database)
{
    for (const std::string table : {"manifest", "artifacts", "tick_days"}) {
        const auto exists = database.queryInteger("SELECT 1 FROM sqlite_schema WHERE name = '" + table + "'");
        if (!exists)
            return exists.error();
        if (!*exists) // an older catalog
            continue;
        auto rows = database.prepare("SELECT file FROM " + table);
        if (!rows)
            return rows.error();
        for (;;) {
            const auto more = rows->step();
            if (!more)
                return more.error();
            if (!*more)
                break;
            const std::string_view file = rows->text(0);
            if (!isPlainPath(file) || !(file.starts_with("lake/") || file.starts_with("raw/")))
                return Error{ErrorCode::BadInput,
                             Tr::tr("The catalog in the backup names “%1”, which is no file of a workspace; "
                                    "nothing was restored.")
                                 .arg(qs(file))};
        }
    }
    return {};
}

} // namespace

Result<void> readyForUse(const fs::path &catalog)
{
    const auto bad = badPages(catalog);
    if (!bad)
        return bad.error();
    if (!bad->empty())
        return Error{ErrorCode::Corrupt,
                     Tr::tr("The catalog in the backup is damaged; nothing was restored.")};
    auto database = Database::open(catalog, Database::Access::ReadWrite);
    if (!database)
        return database.error();
    if (auto ours = refuseForeignSchema(**database); !ours)
        return ours;
    if (auto ours = refuseForeignFiles(**database); !ours)
        return ours;
    return (*database)->execute("DELETE FROM leases");
}

} // namespace core::store
