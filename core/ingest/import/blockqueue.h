// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Hands values from one thread to another, a few at a time, so that neither runs far ahead.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace core::ingest {

template <typename T>
class BlockQueue final
{
public:
    explicit BlockQueue(std::size_t capacity)
        : m_capacity(capacity)
    {}

    /// Waits for room; false when the taker has gone.
    bool put(T value)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || m_values.size() < m_capacity; });
        if (m_closed)
            return false;
        m_values.push_back(std::move(value));
        m_changed.notify_all();
        return true;
    }

    /// Waits for a value; nothing when the queue is empty and will stay so.
    std::optional<T> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || m_ended || !m_values.empty(); });
        if (m_values.empty() || m_closed)
            return std::nullopt;
        std::optional<T> value(std::move(m_values.front()));
        m_values.pop_front();
        m_changed.notify_all();
        return value;
    }

    /// The giver has no more.
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_changed.notify_all();
    }

    /// The taker wants no more; what waits is dropped.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

private:
    const std::size_t m_capacity;
    std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    std::deque<T> m_values;
    bool m_ended = false;
    bool m_closed = false;
};

} // namespace core::ingest
