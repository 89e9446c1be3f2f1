// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The live streams of the sources that are switched on: opened, gathered, kept raw, and ended.
#pragma once

#include "core/base/cancel.h"
#include "core/ingest/fetcher.h"
#include "core/ingest/streamer.h"
#include "core/store/ingestqueue.h"
#include "core/store/sourcestates.h"
#include "core/store/workspace.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace core::ingest {

/// Frames of one source are gathered for a second or until there is a megabyte of them; that is one payload
/// of the vault, and a job of the queue to make rows of it. What was not heard is noted as a gap and asked
/// for where the provider can be. One thread, that of the collector's loop, except refused().
class LiveStreams final
{
public:
    /// What the streams need of their collector; all of it must outlive them.
    struct Home {
        store::Workspace &workspace;
        Fetcher &fetcher;
        Streamer &streamer;
        store::IngestQueue &queue;
        std::string contact;
        std::function<base::Result<sources::SourceSettings>(const sources::Provider &)> settingsOf;
        std::function<const sources::Provider *(const std::string &)>
            find; ///< null: there is none, or it is not wanted
    };
    explicit LiveStreams(Home home);
    ~LiveStreams();
    LiveStreams(const LiveStreams &) = delete;
    LiveStreams &operator=(const LiveStreams &) = delete;

    /// Opens and closes what the settings ask for and keeps what was heard. To be called a few times a
    /// second. Fails with Storage when the workspace cannot be written.
    base::Result<void> tend();
    /// Ends all of them and keeps what was heard last.
    base::Result<void> stop();
    /// What the provider said on a stream: shown, and when it let us not in the stream rests for a while. Any
    /// thread.
    void refused(const std::string &source, const sources::AnswerFault &fault);

private:
    struct Inbox;
    struct One;

    base::Result<void> follow(const std::vector<store::SourceState> &states);
    base::Result<void> open(One &one);
    base::Result<void> begin(One &one, const sources::SourceSettings &settings,
                             const std::vector<sources::Ask> &found);
    base::Result<void> close(One &one);
    base::Result<void> keep(One &one, bool isEnding);
    base::Result<void> storeHeard(One &one, const std::string &frames, std::vector<store::Gap> gaps,
                                  base::Instant heardAt);
    base::Result<void> saveState(One &one, const char *state, const std::string &sentence);
    base::Result<void> hearRefusals();
    void lookUp(One &one, const sources::SourceSettings &settings);

    Home m_home;
    std::map<std::string, std::unique_ptr<One>> m_open; ///< by source
    bool m_isSettled = false; ///< what was switched off while nobody collected is forgotten
    std::mutex m_mutex;       ///< guards m_refused
    std::map<std::string, sources::AnswerFault> m_refused;
};

} // namespace core::ingest
