// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files are stored, not compressed: payloads and Parquet are zstd already, and a stored file can be taken out
// by hand.
#include "core/store/backup.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/backupfiles.h"
#include "core/store/files.h"
#include "core/store/workspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <functional>
#include <memory>

namespace core::store {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
namespace fs = std::filesystem;

namespace {

constexpr const char *kList = "backup.json";
/// More is not a list of ours: ten million files.
constexpr std::uint64_t kMostListBytes = 2'000'000'000;

struct Closer {
    void operator()(zip_t *archive) const { zip_discard(archive); }
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Closer>;
using ArchiveFile = std::unique_ptr<zip_file_t, Closer>;

Error backupCancelled()
{
    return {ErrorCode::Cancelled, Tr::tr("The work was cancelled; nothing was left behind.")};
}

Error zipError(zip_t *archive, const fs::path &file)
{
    zip_error_t *error = zip_get_error(archive);
    if (zip_error_system_type(error) == ZIP_ET_SYS)
        return fileError(file, zip_error_code_system(error));
    return {ErrorCode::Storage, Tr::tr("“%1” could not be read or written: %2.")
                                    .arg(qs(file.string()), qs(zip_error_strerror(error)))};
}

Error notABackup(const fs::path &file, const QString &why)
{
    return {ErrorCode::BadInput, Tr::tr("“%1” is not a backup of a workspace (%2); nothing was restored.")
                                     .arg(qs(file.string()), why)};
}

QJsonObject listed(const std::string &path, std::uint64_t bytes, const base::Sha256 &sha256)
{
    return {{QStringLiteral("path"), qs(path)},
            {QStringLiteral("bytes"), static_cast<qint64>(bytes)},
            {QStringLiteral("sha256"), qs(base::toHex(sha256))}};
}

// ---- writing

/// What libzip asks while it copies.
struct Watch {
    const CancelToken &cancel;
    const base::ProgressSink &progress;
    std::uint64_t bytes = 0;
};

void onProgress(zip_t *, double share, void *state)
{
    const auto *watch = static_cast<const Watch *>(state);
    if (watch->progress)
        watch->progress({static_cast<std::uint64_t>(share * static_cast<double>(watch->bytes)), watch->bytes,
                         Tr::tr("Writing the backup")});
}

int onCancel(zip_t *, void *state)
{
    return static_cast<const Watch *>(state)->cancel.isCancelled() ? 1 : 0;
}

Result<void> addSource(zip_t *archive, const std::string &name, zip_source_t *source, const fs::path &target)
{
    const zip_int64_t index = source ? zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        const Error error = zipError(archive, target);
        zip_source_free(source);
        return error;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_set_file_compression(archive, at, ZIP_CM_STORE, 0) != 0 ||
        zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, 0100600U << 16) != 0)
        return zipError(archive, target);
    return {};
}

Result<void> addFile(zip_t *archive, const std::string &name, const fs::path &from, const fs::path &target)
{
    return addSource(archive, name, zip_source_file(archive, from.c_str(), 0, -1), target);
}

} // namespace

Result<BackupReport> backupWorkspace(const Workspace &workspace, const fs::path &file,
                                     const CancelToken &cancel, const base::ProgressSink &progress)
{
    std::error_code error;
    if (fs::exists(file, error))
        return Error{
            ErrorCode::BadInput,
            Tr::tr("“%1” exists already: choose another name for the backup.").arg(qs(file.string()))};
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const Discard catalogCopy(temporaryName(folder));
    const fs::path copy = catalogCopy.path();
    {
        auto reader = workspace.catalog().reader();
        if (!reader)
            return reader.error();
        if (auto copied = (*reader)->copyTo(copy); !copied)
            return copied.error();
    }
    BackupReport report;
    auto files = filesToBackUp(workspace, copy);
    if (!files)
        return files.error();
    report.snapshot = Workspace::snapshotText(files->snapshot);
    report.madeAt = workspace.clock().now();

    QJsonArray list;
    const fs::path temporary = temporaryName(folder);
    Discard archiveFile(temporary);
    int code = 0;
    Archive archive(zip_open(temporary.c_str(), ZIP_CREATE | ZIP_EXCL, &code));
    if (!archive)
        return fileError(file, errno);
    const auto note = [&](const std::string &name, std::uint64_t bytes, const base::Sha256 &hash) {
        list.append(listed(name, bytes, hash));
        report.bytes += bytes;
        ++report.files;
        if (progress)
            progress({report.files, files->files.size(), Tr::tr("Reading the workspace")});
    };
    const auto addFixed = [&](const std::string &name, const fs::path &from, const base::Sha256 &hash) {
        note(name, fs::file_size(from, error), hash);
        return addFile(archive.get(), name, from, file);
    };
    // these change while the archive is written: the bytes that were hashed are the ones that are kept
    std::deque<std::string> kept;
    const auto addChanging = [&](const std::string &name, std::string bytes) {
        const std::string &text = kept.emplace_back(std::move(bytes));
        note(name, text.size(), base::sha256(text));
        return addSource(archive.get(), name, zip_source_buffer(archive.get(), text.data(), text.size(), 0),
                         file);
    };
    const auto catalogHash = base::sha256File(copy);
    if (!catalogHash)
        return catalogHash.error();
    if (auto added = addFixed(kCatalogFile, copy, *catalogHash); !added)
        return added.error();
    auto identity = readSmallFile(workspace.path() / kIdentityFile);
    if (!identity)
        return identity.error();
    if (auto added = addChanging(kIdentityFile, std::move(*identity)); !added)
        return added.error();
    for (const BackupFile &one : files->files) {
        if (cancel.isCancelled())
            return backupCancelled();
        const fs::path from = workspace.path() / one.path;
        Result<void> added;
        if (one.mayChange) {
            auto bytes = readSmallFile(from);
            if (bytes)
                added = addChanging(one.path, std::move(*bytes));
            else
                report.leftOut.push_back(one.path);
        } else {
            const auto hash = base::sha256File(from);
            if (hash && (!one.sha256 || *hash == *one.sha256))
                added = addFixed(one.path, from, *hash);
            else
                report.leftOut.push_back(one.path);
        }
        if (!added)
            return added.error();
    }
    const std::string text =
        QJsonDocument(QJsonObject{{QStringLiteral("format"), Workspace::kFormat},
                                  {QStringLiteral("created"), qs(base::toIso(report.madeAt))},
                                  {QStringLiteral("snapshot"), qs(report.snapshot)},
                                  {QStringLiteral("files"), list}})
            .toJson()
            .toStdString();
    if (auto added = addSource(archive.get(), kList,
                               zip_source_buffer(archive.get(), text.data(), text.size(), 0), file);
        !added)
        return added.error();
    Watch watch{cancel, progress, report.bytes};
    zip_register_progress_callback_with_state(archive.get(), 0.01, onProgress, nullptr, &watch);
    zip_register_cancel_callback_with_state(archive.get(), onCancel, nullptr, &watch);
    if (zip_close(archive.get()) != 0)
        return cancel.isCancelled() ? backupCancelled() : zipError(archive.get(), file);
    static_cast<void>(archive.release()); // closed
    if (auto published = publishFile(temporary, file); !published)
        return published.error();
    archiveFile.keep();
    return report;
}

namespace {

// ---- reading

struct Listed {
    std::string path;
    std::uint64_t bytes = 0;
    base::Sha256 sha256{};
};

/// Reads one entry in pieces; at most `limit` bytes.
Result<std::uint64_t> readEntry(zip_t *archive, const std::string &name, std::uint64_t limit,
                                const fs::path &file,
                                const std::function<Result<void>(std::string_view)> &piece)
{
    const ArchiveFile entry(zip_fopen(archive, name.c_str(), 0));
    if (!entry)
        return notABackup(file, Tr::tr("“%1” is missing").arg(qs(name)));
    std::vector<char> block(1 << 20);
    std::uint64_t total = 0;
    for (;;) {
        const zip_int64_t got = zip_fread(entry.get(), block.data(), block.size());
        if (got < 0) // a wrong CRC, a cut file
            return Error{ErrorCode::Corrupt,
                         Tr::tr("The backup “%1” is damaged at “%2”; nothing was restored.")
                             .arg(qs(file.string()), qs(name))};
        if (got == 0)
            return total;
        total += static_cast<std::uint64_t>(got);
        if (total > limit)
            return notABackup(file, Tr::tr("“%1” is longer than it says").arg(qs(name)));
        if (auto taken = piece({block.data(), static_cast<std::size_t>(got)}); !taken)
            return taken.error();
    }
}

Result<std::vector<Listed>> readList(zip_t *archive, const fs::path &file, BackupReport &report)
{
    std::string text;
    const auto read =
        readEntry(archive, kList, kMostListBytes, file, [&text](std::string_view bytes) -> Result<void> {
            text += bytes;
            return {};
        });
    if (!read)
        return read.error();
    const auto json = base::parseJson(text);
    if (!json)
        return notABackup(file, json.error().message);
    const QJsonObject root = json->toObject();
    if (root[u"format"].toInt() > Workspace::kFormat)
        return Error{
            ErrorCode::Newer,
            Tr::tr("The backup “%1” was written by a newer Foreshock: update Foreshock to restore it.")
                .arg(qs(file.string()))};
    report.snapshot = base::utf8(root[u"snapshot"].toString());
    if (const auto made = base::parseInstant(base::utf8(root[u"created"].toString())); made)
        report.madeAt = *made;
    std::vector<Listed> list;
    for (const QJsonValue &value : root[u"files"].toArray()) {
        const QJsonObject object = value.toObject();
        const auto sha256 = base::parseSha256(base::utf8(object[u"sha256"].toString()));
        Listed one{base::utf8(object[u"path"].toString()),
                   static_cast<std::uint64_t>(object[u"bytes"].toInteger()),
                   {}};
        if (!sha256 || !isBackupPath(one.path))
            return notABackup(file, Tr::tr("its list names “%1”").arg(qs(one.path)));
        one.sha256 = *sha256;
        list.push_back(std::move(one));
    }
    return list;
}

/// Every entry of the archive must be one of the list, once: the rest would be restored by nobody's wish.
Result<void> compareNames(zip_t *archive, const std::vector<Listed> &list, const fs::path &file)
{
    std::vector<std::string> names{kList};
    for (const Listed &one : list)
        names.push_back(one.path);
    std::ranges::sort(names);
    std::vector<std::string> entries;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        const char *name = zip_get_name(archive, static_cast<zip_uint64_t>(i), 0);
        entries.emplace_back(name ? name : "");
    }
    std::ranges::sort(entries);
    if (names != entries || std::ranges::adjacent_find(entries) != entries.end())
        return notABackup(file, Tr::tr("its files are not those of its list"));
    return {};
}

Result<void> restoreFile(zip_t *archive, const Listed &one, const fs::path &file, const fs::path &folder,
                         const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return backupCancelled();
    const fs::path target = folder / one.path;
    if (auto made = makeFolder(target.parent_path()); !made)
        return made;
    auto out = TemporaryFile::create(target);
    if (!out)
        return out.error();
    base::Sha256Stream hash;
    const auto read =
        readEntry(archive, one.path, one.bytes, file, [&](std::string_view bytes) -> Result<void> {
            hash.add(bytes);
            return out->write(bytes);
        });
    if (!read)
        return read.error();
    if (*read != one.bytes || hash.finish() != one.sha256)
        return Error{ErrorCode::Corrupt,
                     Tr::tr("“%1” in the backup “%2” does not match its checksum; nothing was restored.")
                         .arg(qs(one.path), qs(file.string()))};
    return out->publish();
}

} // namespace

Result<BackupReport> restoreWorkspace(const fs::path &file, const fs::path &folder, const CancelToken &cancel,
                                      const base::ProgressSink &progress)
{
    std::error_code error;
    if (fs::exists(folder, error) && (!fs::is_directory(folder, error) || !fs::is_empty(folder, error)))
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is there already and not an empty folder: choose another.")
                         .arg(qs(folder.string()))};
    if (!fs::exists(file, error))
        return fileError(file, ENOENT);
    int code = 0;
    const Archive archive(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code));
    if (!archive)
        return notABackup(file, Tr::tr("it is no zip file, or a damaged one"));
    BackupReport report;
    const auto list = readList(archive.get(), file, report);
    if (!list)
        return list.error();
    if (auto same = compareNames(archive.get(), *list, file); !same)
        return same.error();
    std::uint64_t total = 0;
    for (const Listed &one : *list)
        total += one.bytes;
    const fs::path absolute = fs::absolute(folder, error).lexically_normal();
    const fs::path place = absolute.has_filename() ? absolute : absolute.parent_path();
    if (auto made = makeFolder(place.parent_path()); !made)
        return made.error();
    if (const auto space = fs::space(place.parent_path(), error); !error && space.available < total)
        return Error{
            ErrorCode::Storage,
            Tr::tr("The backup needs %1 MB and the disk that holds “%2” has %3 MB left: free some space.")
                .arg(total / 1'000'000 + 1)
                .arg(qs(place.string()))
                .arg(space.available / 1'000'000)};
    const fs::path temporary = temporaryName(place.parent_path());
    Discard half(temporary);
    for (const char *part : {"raw", "lake", "studies", "reports", "logs"}) {
        if (auto made = makeFolder(temporary / part); !made)
            return made.error();
    }
    for (const Listed &one : *list) {
        if (auto restored = restoreFile(archive.get(), one, file, temporary, cancel); !restored)
            return restored.error();
        ++report.files;
        report.bytes += one.bytes;
        if (progress)
            progress({report.bytes, total, Tr::tr("Restoring %1").arg(qs(one.path))});
    }
    auto identity = readIdentity(temporary);
    if (!identity)
        return identity.error();
    identity->origin = {identity->name, identity->created, report.madeAt};
    if (auto written = writeIdentity(temporary, *identity); !written)
        return written.error();
    if (auto ready = readyForUse(temporary / kCatalogFile); !ready)
        return ready.error();
    fs::remove(place, error); // an empty folder may be there
    fs::rename(temporary, place, error);
    if (error)
        return fileError(place, error.value());
    half.keep();
    if (auto synced = syncFolder(place.parent_path()); !synced)
        return synced.error();
    return report;
}

} // namespace core::store
