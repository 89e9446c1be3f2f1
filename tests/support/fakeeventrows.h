// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// As many events as are wanted, made when a page is read; it counts what it is asked for and can be held up.
#pragma once

#include "widgets/models/eventrows.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace test {

/// Newest first: event number `total − 1` is row 0; one every minute, number in `revision`-free fields.
class FakeEventRows final : public widgets::EventRows
{
public:
    using Events = widgets::EventRows::Events;
    template <typename T>
    using Result = core::base::Result<T>;
    using Cancel = core::base::CancelToken;

    explicit FakeEventRows(std::uint64_t total)
        : m_total(total)
        , m_newest(total)
    {}

    static core::domain::Event make(std::uint64_t number)
    {
        core::domain::Event event;
        for (std::size_t i = 0; i < 8; ++i)
            event.id.bytes[i] = static_cast<unsigned char>(number >> (8 * i));
        event.seq = number + 1;
        event.timestamp = core::base::Instant(1'000'000'000'000'000 + static_cast<std::int64_t>(number) * 60'000'000);
        event.knownAt = event.timestamp + std::chrono::minutes(5);
        event.ingestedAt = event.knownAt;
        event.source = number % 2 == 0 ? "usgs" : "gdelt";
        event.eventType = "earthquake";
        event.entity = "JP";
        event.value = static_cast<double>(number % 100) / 10;
        event.unit = "Mw";
        event.text = "event number " + std::to_string(number);
        return event;
    }

    // what a test sets and reads
    std::atomic<std::uint64_t> rowsRead{0};
    std::atomic<int> pagesRead{0};
    std::atomic<std::uint64_t> lastFirst{0};
    std::atomic<bool> isIndexed{true};
    std::string ownText; ///< of every event, when it is not empty
    void hold() { m_held = true; }
    void release()
    {
        const std::lock_guard lock(m_mutex);
        m_held = false;
        m_wake.notify_all();
    }
    void append(std::uint64_t events) { m_newest += events; }

    [[nodiscard]] std::uint64_t snapshot() const override { return m_total; }
    [[nodiscard]] bool hasIndex() const override { return isIndexed; }
    Result<void> buildIndex(const core::workbench::Job &) override
    {
        isIndexed = true;
        return {};
    }
    Result<std::uint64_t> count(const Cancel &) override { return m_total.load(); }
    Result<Events> page(std::uint64_t first, std::uint32_t rows, const Cancel &cancel) const override
    {
        auto &self = const_cast<FakeEventRows &>(*this);
        {
            std::unique_lock lock(m_mutex);
            while (m_held && !cancel.isCancelled())
                self.m_wake.wait_for(lock, std::chrono::milliseconds(5));
        }
        if (cancel.isCancelled())
            return core::base::Error{core::base::ErrorCode::Cancelled, QStringLiteral("Cancelled.")};
        const std::uint64_t total = m_total;
        if (!isIndexed && first + rows > kNearEnd && first + kNearEnd < total)
            return core::base::Error{core::base::ErrorCode::NotFound, QStringLiteral("No index yet.")};
        Events out;
        for (std::uint64_t row = first; row < std::min<std::uint64_t>(total, first + rows); ++row) {
            out.push_back(make(total - 1 - row));
            if (!ownText.empty())
                out.back().text = ownText;
        }
        self.rowsRead += out.size();
        ++self.pagesRead;
        self.lastFirst = first;
        return out;
    }
    Result<std::optional<std::uint64_t>> rowOf(const core::domain::Event &event, const Cancel &) const override
    {
        const std::uint64_t number = event.seq - 1;
        return number < m_total ? std::optional(m_total - 1 - number) : std::nullopt;
    }
    Result<std::uint64_t> rowAt(core::base::Instant at, const Cancel &) const override
    {
        const auto number = (at.micros() - 1'000'000'000'000'000) / 60'000'000;
        const auto total = static_cast<std::int64_t>(m_total.load());
        return static_cast<std::uint64_t>(std::clamp<std::int64_t>(total - 1 - number, 0, total));
    }
    Result<std::uint64_t> newRows(const Cancel &) const override { return m_newest - m_total; }
    Result<void> refresh(const core::workbench::Job &) override
    {
        m_total = m_newest.load();
        return {};
    }

private:
    std::atomic<std::uint64_t> m_total;
    std::atomic<std::uint64_t> m_newest;
    mutable std::mutex m_mutex; ///< guards m_held's wake
    std::condition_variable m_wake;
    std::atomic<bool> m_held{false};
};

} // namespace test
