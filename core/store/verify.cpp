// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/checksumvfs.h"
#include "core/store/coldids.h"
#include "core/store/files.h"
#include "core/store/ledger.h"
#include "core/store/vault.h"
#include "core/store/workspace.h"

#include <set>

namespace core::store {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
namespace fs = std::filesystem;

namespace {

class Verification final
{
public:
    Verification(fs::path folder, const base::Clock &clock, const CancelToken &cancel,
                 const base::ProgressSink &progress, Loss loss)
        : m_folder(std::move(folder))
        , m_clock(clock)
        , m_cancel(cancel)
        , m_progress(progress)
        , m_loss(loss)
    {}

    Result<VerifyReport> run();

private:
    Result<void> checkIdentity();
    [[nodiscard]] Result<std::vector<std::uint64_t>> readPages() const;
    Result<void> checkPages();
    Result<void> checkStructure();
    Result<void> checkPayloads();
    Result<void> checkLake();
    void findForeign();

    Result<void> step(const std::string &file, std::uint64_t bytes);
    Result<bool> moveAway(const std::string &file) const;
    void note(std::string file, QString what, bool isQuarantined = false)
    {
        m_report.damaged.push_back({std::move(file), std::move(what), isQuarantined});
    }

    fs::path m_folder;
    const base::Clock &m_clock;
    const CancelToken &m_cancel;
    const base::ProgressSink &m_progress;
    Loss m_loss;
    std::unique_ptr<Catalog> m_catalog;
    std::uint64_t m_total = 0;
    std::set<std::string> m_known; ///< files under raw/ and lake/ that belong there
    VerifyReport m_report;
};

Result<void> Verification::step(const std::string &file, std::uint64_t bytes)
{
    if (m_cancel.isCancelled())
        return Error{ErrorCode::Cancelled,
                     Tr::tr("The check was cancelled; what it found so far is in quarantine.")};
    ++m_report.files;
    m_report.bytes += bytes;
    if (m_progress)
        m_progress({m_report.bytes, m_total, Tr::tr("Checking %1").arg(qs(file))});
    return {};
}

/// False: there was nothing to move, or it is no file of the workspace.
Result<bool> Verification::moveAway(const std::string &file) const
{
    if (!isPlainPath(file))
        return false;
    const fs::path from = m_folder / file;
    const fs::path to = m_folder / "quarantine" / file;
    std::error_code error;
    if (!fs::exists(fs::symlink_status(from, error)))
        return false;
    if (auto made = makeFolder(to.parent_path()); !made)
        return made.error();
    fs::rename(from, to, error);
    if (error)
        return fileError(from, error.value());
    if (auto synced = syncFolder(to.parent_path()); !synced)
        return synced.error();
    return true;
}

Result<void> Verification::checkIdentity()
{
    const auto identity = readIdentity(m_folder);
    if (identity)
        return step(kIdentityFile, 0);
    if (identity.error().code != ErrorCode::Corrupt)
        return identity.error();
    note(kIdentityFile, identity.error().message);
    return {};
}

Result<std::vector<std::uint64_t>> Verification::readPages() const
{
    if (!m_catalog)
        return badPages(m_folder / kCatalogFile, m_cancel);
    const auto reader = m_catalog->reader();
    return reader ? badPages(**reader, m_cancel) : Result<std::vector<std::uint64_t>>(reader.error());
}

Result<void> Verification::checkPages()
{
    const fs::path file = m_folder / kCatalogFile;
    std::error_code error;
    const std::uint64_t bytes = fs::file_size(file, error);
    if (error) {
        note(kCatalogFile, Tr::tr("It is missing: restore a backup."));
        return {};
    }
    auto bad = readPages();
    if (!bad)
        return bad.error();
    if (!bad->empty() && m_catalog) {
        // A checkpoint may have written those pages while we read them: look again while no one can write.
        auto transaction = m_catalog->beginWrite();
        if (!transaction)
            return transaction.error();
        bad = readPages();
        if (!bad)
            return bad.error();
    }
    if (auto done = step(kCatalogFile, bytes); !done)
        return done;
    if (bad->empty())
        return {};
    QStringList pages;
    for (const std::uint64_t page : *bad) {
        if (pages.size() == 5) {
            pages += QStringLiteral("…");
            break;
        }
        pages += QString::number(page);
    }
    note(kCatalogFile, Tr::tr("%n page(s) do not match their checksum (%1): restore a backup.", nullptr,
                              static_cast<int>(bad->size()))
                           .arg(pages.join(QStringLiteral(", "))));
    return {};
}

Result<void> Verification::checkStructure()
{
    auto reader = m_catalog->reader();
    if (!reader)
        return reader.error();
    auto check = (*reader)->prepare("PRAGMA quick_check(1)");
    if (!check)
        return check.error();
    const auto row = check->step();
    if (!row && row.error().code != ErrorCode::Corrupt)
        return row.error();
    const bool isSound = row && *row && check->text(0) == "ok";
    if (!isSound && m_report.damaged.empty()) // else the pages were named already
        note(kCatalogFile, Tr::tr("Its structure is damaged (%1): restore a backup.")
                               .arg(row ? qs(check->text(0)) : row.error().message));
    if (!isSound)
        return {};
    const auto ledger = Ledger(*m_catalog).check();
    if (!ledger && ledger.error().code == ErrorCode::Corrupt)
        note(kCatalogFile, ledger.error().message);
    else if (!ledger)
        return ledger;
    return {};
}

Result<void> Verification::checkPayloads()
{
    auto reader = m_catalog->reader();
    if (!reader)
        return reader.error();
    const auto artifacts = allArtifacts(**reader);
    if (!artifacts)
        return artifacts.error();
    for (const Artifact &artifact : *artifacts) {
        m_known.insert(artifact.file);
        if (auto done = step(artifact.file, artifact.storedBytes); !done)
            return done;
        if (artifact.damagedAt.isValid())
            continue;
        const auto intact = hasBytes(m_folder / artifact.file, artifact.storedSha256);
        if (!intact)
            note(artifact.file, intact.error().message);
        if (!intact || *intact)
            continue;
        const auto moved = moveAway(artifact.file);
        if (!moved)
            return moved.error();
        auto transaction = m_catalog->beginWrite();
        if (!transaction)
            return transaction.error();
        auto mark = transaction->database().prepare("UPDATE artifacts SET damaged_at = ? WHERE sha256 = ?");
        if (!mark)
            return mark.error();
        mark->bind(1, m_clock.now().micros()).bind(2, std::span<const unsigned char>(artifact.sha256));
        if (auto done = mark->run(); !done)
            return done;
        if (auto done = transaction->commit(); !done)
            return done;
        note(artifact.file,
             *moved ? Tr::tr("Its bytes do not match their checksum: fetch or import “%1” again, or restore "
                             "a backup.")
                          .arg(qs(artifact.origin))
                    : Tr::tr("It is missing: fetch or import “%1” again, or restore a backup.")
                          .arg(qs(artifact.origin)),
             *moved);
    }
    return {};
}

Result<void> Verification::checkLake()
{
    std::vector<ManifestEntry> entries;
    {
        auto reader = m_catalog->reader();
        if (!reader)
            return reader.error();
        auto all = allFiles(**reader);
        if (!all)
            return all.error();
        entries = std::move(*all);
    }
    const Lake lake(m_folder, m_clock);
    for (const ManifestEntry &entry : entries) {
        const std::string companion = Lake::companionOf(entry.file).generic_string();
        m_known.insert(entry.file);
        m_known.insert(companion);
        if (entry.replacedAt.isValid() || entry.quarantinedAt.isValid())
            continue;
        if (auto done = step(entry.file, entry.bytes); !done)
            return done;
        const auto intact = lake.isIntact(entry);
        if (!intact) {
            note(entry.file, intact.error().message);
            continue;
        }
        if (*intact) {
            if (entry.kind != "events" || readCompanion(m_folder / entry.file).ok())
                continue;
            const auto moved = moveAway(companion);
            if (!moved)
                return moved.error();
            note(
                companion,
                Tr::tr("It is damaged or missing: it will be made again when it is needed, nothing is lost."),
                *moved);
            continue;
        }
        const auto moved = moveAway(entry.file);
        if (!moved)
            return moved.error();
        if (auto away = moveAway(companion); !away)
            return away.error();
        auto transaction = m_catalog->beginWrite();
        if (!transaction)
            return transaction.error();
        if (auto marked = markQuarantined(transaction->database(), entry.file, m_clock.now()); !marked)
            return marked;
        if (auto done = transaction->commit(); !done)
            return done;
        note(
            entry.file,
            *moved
                ? Tr::tr("Its bytes do not match their checksum: restore a backup, or import its rows again.")
                : Tr::tr("It is missing: restore a backup, or import its rows again."),
            *moved);
    }
    return {};
}

void Verification::findForeign()
{
    for (const char *part : {"raw", "lake"}) {
        std::error_code error;
        for (fs::recursive_directory_iterator at(m_folder / part, error), end; !error && at != end;
             at.increment(error)) {
            if (at->path().filename() == ".tmp") {
                at.disable_recursion_pending();
                continue;
            }
            std::error_code gone;
            if (at->is_directory(gone) || isTemporaryName(at->path()))
                continue;
            std::string name = at->path().lexically_relative(m_folder).generic_string();
            if (!m_known.contains(name))
                m_report.foreign.push_back(std::move(name));
        }
    }
    std::ranges::sort(m_report.foreign);
}

Result<VerifyReport> Verification::run()
{
    if (auto done = checkIdentity(); !done)
        return done.error();
    std::error_code unknown;
    auto catalog = Catalog::open(m_folder / kCatalogFile, m_clock);
    const bool isReadable = catalog || catalog.error().code == ErrorCode::Corrupt ||
                            !fs::exists(m_folder / kCatalogFile, unknown);
    if (!isReadable)
        return catalog.error();
    if (catalog)
        m_catalog = std::move(*catalog);
    if (auto done = checkPages(); !done)
        return done.error();
    if (!m_catalog) {
        if (m_report.damaged.empty())
            note(kCatalogFile, catalog.error().message);
        return m_report; // without the catalog nothing says what the other files should be
    }
    if (auto done = checkStructure(); !done)
        return done.error();
    for (const auto check : {&Verification::checkPayloads, &Verification::checkLake}) {
        const auto done = (this->*check)();
        if (!done && done.error().code == ErrorCode::Corrupt && !m_report.damaged.empty())
            return m_report; // the catalog's damage, which is named, hides the list of files
        if (!done)
            return done.error();
    }
    findForeign();
    if (m_loss == Loss::Accepted) {
        auto transaction = m_catalog->beginWrite();
        if (!transaction)
            return transaction.error();
        if (auto accepted = acceptMissing(transaction->database(), m_clock.now()); !accepted)
            return accepted.error();
        if (auto done = transaction->commit(); !done)
            return done.error();
    }
    return m_report;
}

} // namespace

Result<VerifyReport> verifyWorkspace(const fs::path &folder, const base::Clock &clock,
                                     const CancelToken &cancel, const base::ProgressSink &progress, Loss loss)
{
    return Verification(folder, clock, cancel, progress, loss).run();
}

} // namespace core::store
