// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that reads the wall clock; everything that needs "now" is handed a Clock.
#pragma once

#include "core/base/instant.h"

#include <atomic>

namespace core::base {

class Clock
{
public:
    virtual ~Clock() = default;
    /// The present, UTC. Any thread.
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

/// A clock that stands still until it is moved; for tests and replays.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant at)
        : m_micros(at.micros())
    {}
    [[nodiscard]] Instant now() const override { return Instant(m_micros.load()); }
    void set(Instant at) { m_micros.store(at.micros()); }
    void advance(Duration by) { m_micros.fetch_add(by.count()); }

private:
    std::atomic<std::int64_t> m_micros;
};

/// Elapsed time for figures shown to people; never enters a result. Any thread.
class Stopwatch final
{
public:
    Stopwatch()
        : m_start(std::chrono::steady_clock::now())
    {}
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start;
};

} // namespace core::base
