// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop has open: one workspace or none, the jobs that work on it, and the news of what changed.
#pragma once

#include "core/workbench/jobs.h"
#include "core/workbench/keys.h"
#include "core/workbench/workbench.h"

#include <QObject>

#include <filesystem>
#include <memory>

namespace core::workbench {

class Collection;

/// Lives on the GUI thread. Jobs take a copy of bench(), so that a workspace stays open until the last of
/// them has ended.
class Session final : public QObject
{
    Q_OBJECT

public:
    /// `worker` is the program that reads foreign Parquet (foreshock-cli). The clock must outlive the
    /// session.
    Session(const base::Clock &clock, std::filesystem::path worker, QObject *parent = nullptr);
    ~Session() override;

    /// Null when no workspace is open.
    [[nodiscard]] const std::shared_ptr<const Workbench> &bench() const { return m_bench; }
    [[nodiscard]] JobQueue &jobs() { return m_jobs; }
    /// Collects from the sources of the open workspace, and knows how they fare.
    [[nodiscard]] Collection &collection() const { return *m_collection; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] const std::filesystem::path &worker() const { return m_worker; }
    /// The keys of the sources; of this person, whatever workspace is open.
    [[nodiscard]] const std::shared_ptr<ingest::Secrets> &secrets() const { return m_secrets; }
    [[nodiscard]] bool isOpening() const { return m_opening.isBusy(); }

    /// Each opens in the background, closing what is open; opened() or failed() follows.
    void open(const std::filesystem::path &folder);
    void create(const std::filesystem::path &folder, const store::WorkspaceOptions &options);
    /// Opens the sample workspace of a folder, which is made first when it is not there.
    void openSample(const std::filesystem::path &folder);
    /// Cancels the jobs and lets go of the workspace.
    void close();

    /// Called by what has changed the workspace; the signals below follow. GUI thread.
    void tellEventsStored() { Q_EMIT eventsStored(); }
    void tellBarsStored() { Q_EMIT barsStored(); }
    void tellRunStored(const QString &run) { Q_EMIT runStored(run); }
    void tellStudiesChanged() { Q_EMIT studiesChanged(); }
    void tellWatchlistsChanged() { Q_EMIT watchlistsChanged(); }
    void tellKeysChanged() { Q_EMIT keysChanged(); }

Q_SIGNALS:
    void closing(); ///< bench() is about to go: drop what was read from it
    void closed();  ///< bench() is gone: say so
    void opened();
    void failed(const core::base::Error &error, const QString &folder);
    void eventsStored();
    void barsStored();
    void runStored(const QString &run);
    void studiesChanged();
    void watchlistsChanged();
    void keysChanged();

private:
    using Opened = std::shared_ptr<const Workbench>;
    class Closer;
    using Closers = std::shared_ptr<Closer>;
    static base::Result<Opened> shared(base::Result<std::unique_ptr<Workbench>> made, const Closers &closer);
    void openBy(const QString &title, const std::filesystem::path &folder,
                std::function<base::Result<Opened>(const Job &)> how);

    const base::Clock &m_clock;
    std::filesystem::path m_worker;
    Closers m_closer;
    std::shared_ptr<ingest::Secrets> m_secrets;
    Opened m_bench;
    JobQueue m_jobs;
    LatestJob m_opening;
    std::unique_ptr<Collection> m_collection; ///< last: it uses the others
};

} // namespace core::workbench
