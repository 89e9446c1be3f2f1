// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A multimap from 64-bit hashes to places, flat in memory: 16 bytes a slot, no node per entry.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace core::store {

class HashIndex final
{
public:
    /// `place` must not be 0.
    void add(std::uint64_t hash, std::uint64_t place)
    {
        if ((m_count + 1) * 5 > m_slots.size() * 3)
            grow();
        put(hash, place);
        ++m_count;
    }

    /// Calls `f` with every place added under the hash.
    template <typename F>
    void each(std::uint64_t hash, const F &f) const
    {
        if (m_slots.empty())
            return;
        for (std::size_t at = hash & m_mask; m_slots[at].place != 0; at = (at + 1) & m_mask) {
            if (m_slots[at].hash == hash)
                f(m_slots[at].place);
        }
    }

    /// Drops every entry whose place is lower.
    void dropBelow(std::uint64_t place)
    {
        const std::vector<Slot> old = std::exchange(m_slots, {});
        m_count = 0;
        m_mask = 0;
        for (const Slot &slot : old) {
            if (slot.place >= place && slot.place != 0)
                add(slot.hash, slot.place);
        }
    }

    [[nodiscard]] std::size_t size() const { return m_count; }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint64_t place = 0;
    };

    void put(std::uint64_t hash, std::uint64_t place)
    {
        std::size_t at = hash & m_mask;
        while (m_slots[at].place != 0)
            at = (at + 1) & m_mask;
        m_slots[at] = {hash, place};
    }

    void grow()
    {
        const std::vector<Slot> old = std::exchange(m_slots, {});
        m_slots.resize(old.empty() ? 1024 : old.size() * 2);
        m_mask = m_slots.size() - 1;
        for (const Slot &slot : old) {
            if (slot.place != 0)
                put(slot.hash, slot.place);
        }
    }

    std::vector<Slot> m_slots; ///< a power of two of them, at most 60 % full
    std::size_t m_mask = 0;
    std::size_t m_count = 0;
};

} // namespace core::store
