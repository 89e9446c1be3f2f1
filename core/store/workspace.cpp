// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/workspace.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/files.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace fs = std::filesystem;

namespace {

fs::path identityFile(const fs::path &folder)
{
    return folder / kIdentityFile;
}

fs::path catalogFile(const fs::path &folder)
{
    return folder / kCatalogFile;
}

Error badIdentity(const fs::path &file, const QString &reason)
{
    return {ErrorCode::Corrupt,
            Tr::tr("“%1” cannot be read (%2): restore it from a backup.").arg(qs(file.string()), reason)};
}

constexpr std::array<const char *, 5> kParts{"raw", "lake", "studies", "reports", "logs"};

/// Takes a workspace away again that could not be made whole; what others put there meanwhile stays.
class HalfMade
{
public:
    explicit HalfMade(const fs::path &folder)
        : m_folder(folder)
    {
        std::error_code ignored;
        m_isNew = !fs::exists(folder, ignored);
    }
    ~HalfMade()
    {
        if (m_isWhole)
            return;
        std::error_code ignored;
        for (const char *part : kParts)
            fs::remove(m_folder / part, ignored); // refuses a folder that holds something
        if (m_isNew)
            fs::remove(m_folder, ignored);
    }
    HalfMade(const HalfMade &) = delete;
    HalfMade &operator=(const HalfMade &) = delete;

    void done() { m_isWhole = true; }

private:
    fs::path m_folder;
    bool m_isNew = false;
    bool m_isWhole = false;
};

std::uint64_t bytesBelow(const fs::path &folder)
{
    std::uint64_t total = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code gone; // a file may vanish while we look
        if (const auto size = at->is_regular_file(gone) ? at->file_size(gone) : 0; !gone)
            total += size;
    }
    return total;
}

} // namespace

Result<WorkspaceIdentity> readIdentity(const fs::path &folder)
{
    const fs::path file = identityFile(folder);
    const auto text = readSmallFile(file);
    if (!text) {
        std::error_code ignored;
        if (text.error().code == ErrorCode::NotFound || fs::is_regular_file(folder, ignored))
            return Error{
                ErrorCode::NotFound,
                Tr::tr("“%1” is not a workspace: make one with “workspace init”, or name its folder with -w.")
                    .arg(qs(folder.string()))};
        return text.error();
    }
    const auto json = base::parseJson(*text);
    if (!json)
        return badIdentity(file, json.error().message);
    const QJsonObject object = json->toObject();
    WorkspaceIdentity identity;
    identity.format = object[u"format"].toInt();
    if (identity.format > Workspace::kFormat)
        return Error{ErrorCode::Newer, Tr::tr("The workspace “%1” was written by a newer Foreshock (format "
                                              "%2): update Foreshock to open it. Nothing was changed.")
                                           .arg(qs(folder.string()))
                                           .arg(identity.format)};
    if (identity.format < 1)
        return badIdentity(file, Tr::tr("“format” is missing"));
    identity.name = base::utf8(object[u"name"].toString());
    identity.sample = object[u"kind"].toString() == u"sample";
    const auto created = base::parseInstant(base::utf8(object[u"created"].toString()));
    if (!created)
        return badIdentity(file, created.error().message);
    identity.created = *created;
    if (const QJsonValue sealed = object[u"sealed_from"]; !sealed.isNull()) {
        const auto day = base::parseDate(base::utf8(sealed.toString()));
        if (!day)
            return badIdentity(file, day.error().message);
        identity.sealedFrom = *day;
    }
    if (const QJsonObject restored = object[u"restored_from"].toObject(); !restored.isEmpty()) {
        const auto instant = [&restored](QStringView key) {
            const auto at = base::parseInstant(base::utf8(restored[key].toString()));
            return at ? *at : base::Instant();
        };
        identity.origin = {base::utf8(restored[u"name"].toString()), instant(u"created"), instant(u"backup_at")};
    }
    return identity;
}

Result<void> writeIdentity(const fs::path &folder, const WorkspaceIdentity &identity)
{
    QJsonObject object;
    object[u"format"] = identity.format;
    object[u"name"] = qs(identity.name);
    object[u"created"] = qs(base::toIso(identity.created));
    object[u"kind"] = identity.sample ? QStringLiteral("sample") : QStringLiteral("real");
    object[u"sealed_from"] =
        identity.sealedFrom ? QJsonValue(qs(base::toIso(*identity.sealedFrom))) : QJsonValue();
    if (identity.origin)
        object[u"restored_from"] =
            QJsonObject{{QStringLiteral("name"), qs(identity.origin->name)},
                        {QStringLiteral("created"), qs(base::toIso(identity.origin->created))},
                        {QStringLiteral("backup_at"), qs(base::toIso(identity.origin->backupAt))}};
    QSaveFile file(qs(identityFile(folder).string()));
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(QJsonDocument(object).toJson()) < 0 || !file.commit())
        return Error{ErrorCode::Storage,
                     Tr::tr("“%1” cannot be written: %2.").arg(file.fileName(), file.errorString())};
    return syncFolder(folder);
}

Result<std::unique_ptr<Workspace>> Workspace::create(const fs::path &folder, const WorkspaceOptions &options,
                                                     const base::Clock &clock)
{
    std::error_code error;
    if (fs::exists(folder, error) && (!fs::is_directory(folder, error) || !fs::is_empty(folder, error)))
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is there already and not an empty folder: choose another.")
                         .arg(qs(folder.string()))};
    HalfMade halfMade(folder);
    if (auto made = makeFolder(folder); !made)
        return made.error();
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        return fileError(folder, errno);
    WorkspaceIdentity identity;
    identity.format = kFormat;
    identity.name =
        options.name.empty() ? fs::absolute(folder).lexically_normal().filename().string() : options.name;
    identity.created = clock.now();
    identity.sample = options.sample;
    if (options.seal == WorkspaceOptions::Seal::At)
        identity.sealedFrom = options.sealedFrom;
    if (options.seal == WorkspaceOptions::Seal::TwoYears) {
        const std::chrono::year_month_day today(identity.created.utcDay());
        const auto before = today - std::chrono::years(2); // 29 February may not exist there
        identity.sealedFrom =
            before.ok() ? base::Date(before) : base::Date(before.year() / before.month() / std::chrono::last);
    }
    for (const char *part : kParts) {
        if (auto made = makeFolder(folder / part); !made)
            return made.error();
    }
    auto catalog = Catalog::create(catalogFile(folder), clock);
    if (!catalog)
        return catalog.error();
    // Last: a folder without workspace.json is not a workspace, so a half-made one is never opened.
    if (auto written = writeIdentity(folder, identity); !written) {
        catalog->reset();
        removeDatabase(catalogFile(folder));
        return written.error();
    }
    halfMade.done();
    return std::unique_ptr<Workspace>(new Workspace(folder, std::move(identity), clock, std::move(*catalog)));
}

Result<std::unique_ptr<Workspace>> Workspace::open(const fs::path &folder, const base::Clock &clock)
{
    auto identity = readIdentity(folder);
    if (!identity)
        return identity.error();
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        return fileError(folder, errno);
    auto catalog = Catalog::open(catalogFile(folder), clock);
    if (!catalog)
        return catalog.error();
    return std::unique_ptr<Workspace>(
        new Workspace(folder, std::move(*identity), clock, std::move(*catalog)));
}

Workspace::Workspace(fs::path path, WorkspaceIdentity identity, const base::Clock &clock,
                     std::unique_ptr<Catalog> catalog)
    : m_path(std::move(path))
    , m_identity(std::move(identity))
    , m_clock(clock)
    , m_catalog(std::move(catalog))
    , m_vault(std::make_unique<Vault>(m_path, *m_catalog))
    , m_events(std::make_unique<EventStore>(m_path, *m_catalog))
    , m_bars(std::make_unique<BarStore>(*m_catalog, lake(), [this] { return m_events->connect(); }))
    , m_ticks(std::make_unique<TickStore>(*m_catalog, lake(), [this] { return m_events->connect(); }))
    , m_ledger(std::make_unique<Ledger>(*m_catalog))
{}

Workspace::~Workspace() = default;

Result<WorkspaceInfo> Workspace::info() const
{
    WorkspaceInfo info;
    info.identity = m_identity;
    auto connection = m_catalog->reader();
    if (!connection)
        return connection.error();
    Database &database = **connection;
    auto view = Transaction::beginRead(database);
    if (!view)
        return view.error();
    const auto seq = Catalog::snapshot(database, m_clock);
    if (!seq)
        return seq.error();
    info.snapshot = snapshotText(*seq);
    auto kinds = database.prepare(
        "WITH lake AS (SELECT kind, sum(rows) AS rows FROM manifest "
        "WHERE replaced_at IS NULL AND quarantined_at IS NULL GROUP BY kind) "
        "SELECT 'actions' AS kind, count(*) AS rows FROM actions UNION ALL SELECT 'artifacts', count(*) FROM "
        "artifacts "
        "UNION ALL SELECT 'instruments', count(*) FROM instruments "
        "UNION ALL SELECT 'families', count(*) FROM families UNION ALL SELECT 'runs', count(*) FROM runs "
        "UNION ALL SELECT 'events', coalesce((SELECT sum(rows) FROM event_commits), 0) "
        "+ coalesce((SELECT rows FROM lake WHERE kind = 'events'), 0) "
        "UNION ALL SELECT kind, rows FROM lake WHERE kind <> 'events' ORDER BY kind");
    if (!kinds)
        return kinds.error();
    for (;;) {
        const auto row = kinds->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        info.rows.emplace_back(kinds->text(0), static_cast<std::uint64_t>(kinds->integer(1)));
    }
    auto damaged =
        database.prepare("SELECT file FROM artifacts WHERE damaged_at IS NOT NULL UNION ALL "
                         "SELECT file FROM manifest WHERE quarantined_at IS NOT NULL ORDER BY file");
    if (!damaged)
        return damaged.error();
    for (;;) {
        const auto row = damaged->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        info.damaged.emplace_back(damaged->text(0));
    }
    std::error_code ignored;
    info.bytes = {{"catalog", fs::file_size(catalogFile(m_path), ignored)},
                  {"lake", bytesBelow(m_path / "lake")},
                  {"raw", bytesBelow(m_path / "raw")}};
    return info;
}

std::string Workspace::snapshotText(std::uint64_t seq)
{
    return std::to_string(kFormat) + '-' + std::to_string(seq);
}

Result<std::uint64_t> Workspace::parseSnapshot(std::string_view text)
{
    const std::string prefix = std::to_string(kFormat) + '-';
    std::uint64_t seq = 0;
    const char *end = text.data() + text.size();
    if (!text.starts_with(prefix) || std::from_chars(text.data() + prefix.size(), end, seq).ptr != end ||
        text.size() == prefix.size())
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is not a snapshot of this workspace: it looks like “%2”.")
                         .arg(qs(text), qs(prefix + "1234"))};
    return seq;
}

} // namespace core::store
