// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The versions of one event and the rule that decides whether a new row is one of them. Pure logic, no
// storage.
#pragma once

#include "core/base/hash.h"
#include "core/base/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::store {

/// What the rule needs to know of a stored version.
struct Version {
    std::int32_t revision = 0;
    base::Instant knownAt;
    std::uint64_t seq = 0;
    base::Sha256 content{};
    std::string file; ///< the lake file it lies in; empty: hot
};

/// From `at` on, as far as commits from `seq` on go, another version is in force.
struct Supersession {
    std::int32_t revision = 0;
    base::Instant at;
    std::uint64_t seq = 0;
    std::string file; ///< of the version superseded
};

/// Where a new row goes: nothing when it says what the version in force just before its known_at says.
struct Placement {
    std::int32_t revision = 0;
    std::vector<Supersession>
        superseded; ///< at most two: the version before it, and itself by the one after it
};

class VersionHistory final
{
public:
    void add(Version version);
    /// Revisions up to this one were given, to versions that may be gone; none of them is given again.
    void noteGiven(std::int32_t revision);
    [[nodiscard]] std::int32_t nextRevision() const { return m_next; }
    [[nodiscard]] bool isEmpty() const { return m_versions.empty(); }
    [[nodiscard]] const std::vector<Version> &versions() const { return m_versions; }

    /// The rule of architecture §4: versions are ordered by (known_at, seq); a row is stored only if its
    /// content differs from that of the version just before it. `revision` of the argument is ignored.
    [[nodiscard]] std::optional<Placement> place(const Version &candidate) const;

private:
    std::vector<Version> m_versions; ///< ascending by (known_at, seq, revision)
    std::int32_t m_next = 0;
};

} // namespace core::store
