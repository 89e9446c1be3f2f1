// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Collecting while the desktop is open: in the background, for the workspace that is open, and what is known
// of every source meanwhile.
#pragma once

#include "core/workbench/collecting.h"
#include "core/workbench/jobs.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

namespace core::workbench {

class Session;

/// NoWorkspace, Sample (which never asks the network), Disallowed (the person has switched it off), NothingOn
/// (no source is), Collecting, Elsewhere (another program collects), Failed (tried again by itself).
enum class CollectState : std::uint8_t {
    NoWorkspace,
    Sample,
    Disallowed,
    NothingOn,
    Collecting,
    Elsewhere,
    Failed
};

/// Belongs to the session. Lives on the GUI thread and never waits: it has one thread of its own that
/// collects, and reads as jobs. The destructor ends collecting and waits for it; what was begun goes on after
/// the next start.
class Collection final : public QObject
{
    Q_OBJECT

public:
    /// The session must outlive it.
    explicit Collection(Session &session);
    ~Collection() override;

    /// Whether it may collect at all; it may unless this says otherwise.
    void setAllowed(bool isAllowed);
    [[nodiscard]] bool isAllowed() const { return m_isAllowed; }
    /// Name and mail address told to the providers; from the next start of collecting on.
    void setContact(const QString &contact);
    /// Where keys come from instead of the keyring and the environment. Asked on any thread.
    void setSecretOf(ingest::SecretOf secretOf);
    /// For tests: where answers come from instead of the web.
    void setFetcher(std::shared_ptr<ingest::Fetcher> fetcher);
    /// What is read and whether it may collect are looked at again: keys have changed.
    void restart();

    [[nodiscard]] CollectState state() const { return m_state; }
    /// Why it does not collect, when somebody else does (named) or when it failed; else empty.
    [[nodiscard]] const QString &sentence() const { return m_sentence; }
    /// Of the open workspace, ascending by name; empty until it has been read.
    [[nodiscard]] const std::vector<SourceStatus> &sources() const { return m_sources; }
    /// Null when there is none of that name.
    [[nodiscard]] const SourceStatus *source(const QString &name) const;
    [[nodiscard]] const IngestStatus &queue() const { return m_queue; }
    /// Answers that arrived in a minute, lately; NaN: not known yet.
    [[nodiscard]] double answersPerMinute() const;
    /// Until the queue is empty at that pace, in seconds; < 0: not known.
    [[nodiscard]] double secondsLeft() const;
    /// Nothing is being read or changed.
    [[nodiscard]] bool isSettled() const { return !m_reading.isBusy() && m_orders == 0; }

    // Orders; each is carried out in the background and changed() follows, or failed().
    void switchSource(const QString &name, bool isOn);
    void askNow(const QString &name);
    /// All failed jobs when the name is empty.
    void retryFailed(const QString &name);
    void startStarterData(const std::vector<std::string> &names);
    /// Reads it all again.
    void refresh();

Q_SIGNALS:
    void stateChanged();
    void changed(); ///< sources() or queue()
    /// A scheduled study (its run; empty: it stored none) or the check of the relationships had its turn. Not
    /// Session::runStored: what is shown is not to change by itself.
    void scheduleRan(const QString &run);
    void failed(const core::base::Error &error);

private:
    class Worker;
    struct Read {
        std::vector<SourceStatus> sources;
        IngestStatus queue;
    };
    using Order = std::function<base::Result<void>(const Workbench &)>;

    void opened();
    void closing();
    void steer();
    void order(const QString &title, Order work);
    void show(Read read);
    void readSoon(int ms);
    void show(CollectState state, const QString &sentence = {});
    void heard(std::uint64_t events, std::uint64_t others);
    void ran(const store::ScheduleTurn &turn);
    void tell();

    Session &m_session;
    bool m_isAllowed = true;
    std::string m_contact;
    ingest::SecretOf m_secretOf;
    ingest::SecretOf m_knownOf; ///< the same without waiting for anybody
    std::shared_ptr<ingest::Fetcher> m_fetcher;
    CollectState m_state = CollectState::NoWorkspace;
    QString m_sentence;
    std::vector<SourceStatus> m_sources;
    IngestStatus m_queue;
    struct Sample {
        base::Instant at;
        std::uint64_t answers = 0;
    };
    std::deque<Sample> m_pace; ///< of the last minutes, the oldest first
    LatestJob m_reading;
    int m_orders = 0; ///< under way
    QTimer m_soon;    ///< reads again when it ends
    QTimer m_telling; ///< news wait while it runs
    bool m_hasEvents = false;
    bool m_hasOthers = false;
    std::unique_ptr<Worker> m_worker; ///< made when it is first needed; the last, it uses the others
};

} // namespace core::workbench
