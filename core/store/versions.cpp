// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/versions.h"

#include <algorithm>
#include <tuple>

namespace core::store {

namespace {

bool comesBefore(const Version &a, const Version &b)
{
    return std::tie(a.knownAt, a.seq, a.revision) < std::tie(b.knownAt, b.seq, b.revision);
}

} // namespace

void VersionHistory::add(Version version)
{
    noteGiven(version.revision);
    const auto at = std::upper_bound(m_versions.begin(), m_versions.end(), version, comesBefore);
    m_versions.insert(at, std::move(version));
}

void VersionHistory::noteGiven(std::int32_t revision)
{
    m_next = std::max(m_next, revision + 1);
}

std::optional<Placement> VersionHistory::place(const Version &candidate) const
{
    Placement placement;
    placement.revision = m_next;
    Version placed = candidate;
    placed.revision = placement.revision;
    const auto after = std::upper_bound(m_versions.begin(), m_versions.end(), placed, comesBefore);
    if (after != m_versions.begin()) {
        const Version &before = *(after - 1);
        if (before.content == candidate.content)
            return std::nullopt;
        placement.superseded.push_back(
            {before.revision, candidate.knownAt, std::max(before.seq, candidate.seq), before.file});
    }
    // a row that arrives late may stand before one that was stored with a lower or, by a reserved number, a
    // higher seq
    if (after != m_versions.end()) {
        placement.superseded.push_back(
            {placement.revision, after->knownAt, std::max(after->seq, candidate.seq), candidate.file});
    }
    return placement;
}

} // namespace core::store
