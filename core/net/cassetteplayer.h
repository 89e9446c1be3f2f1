// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers from what was recorded, or from plain files, without a network.
#pragma once

#include "core/base/clock.h"
#include "core/net/transport.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace core::net {

/// The n-th time a request is made it gets the n-th answer that was recorded for it, with the instant of
/// then; what was not recorded, or not so often, fails plainly (NotRecorded). The files are not changed. Any
/// thread; answers come on a thread of its own.
class CassettePlayer final : public Transport
{
public:
    /// A folder that CassetteRecorder wrote. Fails when there is none, or a line of its index cannot be read;
    /// a last line that a crash cut short is left out. The clock must outlive it.
    static base::Result<std::unique_ptr<CassettePlayer>> open(const base::Clock &clock,
                                                              const std::filesystem::path &folder);
    /// Each request of a source gets the next of its files, whatever its address; the answer's instant is
    /// now.
    static std::unique_ptr<CassettePlayer>
    fromFiles(const base::Clock &clock, std::map<std::string, std::vector<std::filesystem::path>> files);
    ~CassettePlayer() override;

    void fetch(HttpRequest request, base::CancelToken cancel, Answer answer) override;

private:
    struct Recorded;
    struct Waiting;
    using Shelf = std::map<std::string, std::deque<Recorded>>;

    CassettePlayer(const base::Clock &clock, Shelf shelf, bool bySource);
    void play(const std::stop_token &stop);
    [[nodiscard]] HttpOutcome outcomeOf(const HttpRequest &request);
    static base::Result<Recorded> parseLine(std::string_view text, const std::filesystem::path &folder);

    const base::Clock &m_clock;
    const bool m_bySource;
    std::unique_ptr<Shelf> m_shelf; ///< used by the player's thread alone
    std::mutex m_mutex;             ///< guards m_waiting
    std::condition_variable_any m_wake;
    std::unique_ptr<std::deque<Waiting>> m_waiting;
    std::jthread m_thread;
};

} // namespace core::net
