// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/eventselection.h"

#include <algorithm>

namespace widgets {

EventSelection EventSelection::of(std::vector<Stretch> stretches)
{
    std::sort(stretches.begin(), stretches.end());
    EventSelection out;
    for (const Stretch &next : stretches) {
        if (!out.m_stretches.empty() && next.first <= out.m_stretches.back().second + 1)
            out.m_stretches.back().second = std::max(out.m_stretches.back().second, next.second);
        else
            out.m_stretches.push_back(next);
    }
    return out;
}

bool EventSelection::contains(std::uint64_t row) const
{
    if (m_all)
        return true;
    const auto after = std::upper_bound(m_stretches.begin(), m_stretches.end(), row,
                                        [](std::uint64_t r, const Stretch &s) { return r < s.first; });
    return after != m_stretches.begin() && std::prev(after)->second >= row;
}

std::uint64_t EventSelection::count(std::uint64_t rows) const
{
    std::uint64_t sum = 0;
    for (const Stretch &each : stretches(rows))
        sum += each.second - each.first + 1;
    return sum;
}

std::vector<EventSelection::Stretch> EventSelection::stretches(std::uint64_t rows) const
{
    if (rows == 0)
        return {};
    if (m_all)
        return {{0, rows - 1}};
    std::vector<Stretch> out;
    for (const Stretch &each : m_stretches) {
        if (each.first < rows)
            out.emplace_back(each.first, std::min(each.second, rows - 1));
    }
    return out;
}

} // namespace widgets
