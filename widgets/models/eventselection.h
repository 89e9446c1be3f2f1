// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a table are selected, as stretches; everything is a flag, not ten million entries.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace widgets {

class EventSelection final
{
public:
    using Stretch = std::pair<std::uint64_t, std::uint64_t>; ///< first and last row, both included

    static EventSelection everything()
    {
        EventSelection out;
        out.m_all = true;
        return out;
    }
    /// Rows may be given in any order and more than once.
    static EventSelection of(std::vector<Stretch> stretches);

    [[nodiscard]] bool isAll() const { return m_all; }
    [[nodiscard]] bool isEmpty() const { return !m_all && m_stretches.empty(); }
    [[nodiscard]] bool contains(std::uint64_t row) const;
    /// How many rows of a table with `rows`.
    [[nodiscard]] std::uint64_t count(std::uint64_t rows) const;
    /// Ascending, apart; of a table with `rows`.
    [[nodiscard]] std::vector<Stretch> stretches(std::uint64_t rows) const;

private:
    bool m_all = false;
    std::vector<Stretch> m_stretches;
};

} // namespace widgets
