// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/doctor.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/zone.h"
#include "core/store/workspace.h"

#include <duckdb.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <thread>

namespace core::workbench {
namespace {

using base::Tr;

constexpr int kOldestSqlite = 3'035'000; ///< RETURNING and math functions
constexpr rlim_t kFewDescriptors = 512;  ///< a query opens some dozens of lake files, a scan more
constexpr double kGigabyte = 1e9;

QString gigabytes(double count)
{
    return Tr::tr("%1 GB").arg(QString::number(count / kGigabyte, 'f', 1));
}

Diagnosis duck()
{
    const QString version = base::qs(duckdb_library_version());
    if (version.startsWith(QStringLiteral("v1.4.")))
        return {Tr::tr("DuckDB"), Health::Good, version, {}};
    return {Tr::tr("DuckDB"), Health::Bad, version,
            Tr::tr("Run packaging/dependencies.sh, which fetches version 1.4.4, and build again.")};
}

Diagnosis sqlite()
{
    const QString version = base::qs(sqlite3_libversion());
    if (sqlite3_libversion_number() < kOldestSqlite)
        return {Tr::tr("SQLite"), Health::Bad, version, Tr::tr("Install SQLite 3.35 or newer.")};
    if (sqlite3_threadsafe() == 0)
        return {Tr::tr("SQLite"), Health::Bad, Tr::tr("%1, built without threads").arg(version),
                Tr::tr("Install a SQLite that is built with threads, such as the distribution's own.")};
    return {Tr::tr("SQLite"), Health::Good, version, {}};
}

Diagnosis zones()
{
    const base::Result<base::Zone> zone = base::Zone::find("America/New_York");
    if (zone)
        return {Tr::tr("time zones"), Health::Good, Tr::tr("the system's tzdata"), {}};
    return {Tr::tr("time zones"), Health::Bad, zone.error().message, Tr::tr("Install the package tzdata.")};
}

Diagnosis descriptors()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return {Tr::tr("open files"), Health::Doubtful, Tr::tr("the limit could not be read"), {}};
    const QString found = Tr::tr("up to %1 at a time").arg(limit.rlim_cur);
    if (limit.rlim_cur < kFewDescriptors)
        return {Tr::tr("open files"), Health::Doubtful, found, Tr::tr("Raise the limit: ulimit -n 4096.")};
    return {Tr::tr("open files"), Health::Good, found, {}};
}

Diagnosis machine()
{
    const double memory =
        static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
    const QString found =
        Tr::tr("%1 processors, %2 of memory").arg(std::thread::hardware_concurrency()).arg(gigabytes(memory));
    if (memory < 2 * kGigabyte)
        return {Tr::tr("machine"), Health::Doubtful, found, Tr::tr("Large studies want 4 GB of memory.")};
    return {Tr::tr("machine"), Health::Good, found, {}};
}

Diagnosis clockCheck(const base::Clock &clock)
{
    // an instant before this program was written means a machine whose clock was never set
    static const base::Instant kWritten{base::Date(std::chrono::year(2025) / 1 / 1)};
    const base::Instant now = clock.now();
    const QString found = base::qs(base::toIso(now));
    if (now < kWritten)
        return {Tr::tr("clock"), Health::Bad, found,
                Tr::tr("Set the machine's clock; every stored fact is stamped by it.")};
    return {Tr::tr("clock"), Health::Good, found, {}};
}

/// The folder itself, or the nearest parent that exists.
std::filesystem::path nearestExisting(std::filesystem::path folder)
{
    std::error_code ignored;
    folder = std::filesystem::absolute(folder, ignored);
    while (!std::filesystem::exists(folder, ignored) && folder.has_parent_path() &&
           folder != folder.parent_path())
        folder = folder.parent_path();
    return folder;
}

Diagnosis disk(const std::filesystem::path &folder)
{
    std::error_code error;
    const std::filesystem::space_info space = std::filesystem::space(folder, error);
    if (error)
        return {Tr::tr("disk"), Health::Doubtful, base::qs(error.message()), {}};
    const auto available = static_cast<double>(space.available);
    const QString found = Tr::tr("%1 free in %2").arg(gigabytes(available), base::qs(folder.string()));
    if (available < kGigabyte)
        return {Tr::tr("disk"), Health::Bad, found,
                Tr::tr("Free at least 1 GB, or choose another folder with -w.")};
    if (available < 10 * kGigabyte)
        return {Tr::tr("disk"), Health::Doubtful, found, Tr::tr("Histories of many markets want 10 GB.")};
    return {Tr::tr("disk"), Health::Good, found, {}};
}

Diagnosis permission(const std::filesystem::path &folder)
{
    const QString name = base::qs(folder.string());
    if (access(folder.c_str(), W_OK | X_OK) == 0)
        return {Tr::tr("permission"), Health::Good, Tr::tr("%1 can be written").arg(name), {}};
    return {Tr::tr("permission"), Health::Bad, Tr::tr("%1 cannot be written").arg(name),
            Tr::tr("Give yourself write permission, or choose another folder with -w.")};
}

Diagnosis workspaceCheck(const std::filesystem::path &folder, const base::Clock &clock)
{
    const QString part = Tr::tr("workspace");
    std::error_code ignored;
    if (!std::filesystem::exists(folder / store::kIdentityFile, ignored)) {
        return {part, Health::Doubtful, Tr::tr("none in %1").arg(base::qs(folder.string())),
                Tr::tr("Make one with “workspace init”, or name its folder with -w.")};
    }
    const base::Result<std::unique_ptr<store::Workspace>> workspace = store::Workspace::open(folder, clock);
    if (!workspace) { // what is not damage, the sentence says itself how to mend
        const bool isDamaged = workspace.error().code == base::ErrorCode::Corrupt;
        return {part, Health::Bad, workspace.error().message,
                isDamaged ? Tr::tr("“workspace verify” says what is damaged; a backup brings it back with "
                                   "“workspace restore”.")
                          : QString()};
    }
    const base::Result<store::WorkspaceInfo> info = (*workspace)->info();
    if (!info)
        return {part, Health::Bad, info.error().message, Tr::tr("“workspace verify” says what is damaged.")};
    const QString found =
        Tr::tr("%1, snapshot %2").arg(base::qs(info->identity.name), base::qs(info->snapshot));
    if (!info->damaged.empty()) {
        return {part, Health::Bad, Tr::tr("%1, %2 damaged files").arg(found).arg(info->damaged.size()),
                Tr::tr("“workspace info” names them; import their data again or restore a backup.")};
    }
    return {part, Health::Good, found, {}};
}

} // namespace

std::vector<Diagnosis> examine(const std::filesystem::path &workspace, const base::Clock &clock)
{
    const std::filesystem::path folder = nearestExisting(workspace);
    return {duck(),        sqlite(),           zones(),
            descriptors(), machine(),          clockCheck(clock),
            disk(folder),  permission(folder), workspaceCheck(workspace, clock)};
}

} // namespace core::workbench
