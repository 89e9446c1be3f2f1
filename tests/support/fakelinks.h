// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Links in memory, set by set.
#pragma once

#include "core/domain/linkreader.h"

#include <map>
#include <set>
#include <utility>

namespace support {

class FakeLinks final : public core::domain::LinkReader
{
public:
    /// Symbols by source and entity, of each set.
    using Set = std::map<std::pair<std::string, std::string>, std::vector<std::string>>;
    std::map<std::string, Set> sets;
    std::string now;
    mutable std::set<std::string> kept;

    core::base::Result<std::string> inForce(const std::vector<std::string> &) const override { return now; }

    core::base::Result<void> keep(const std::string &set) const override
    {
        kept.insert(set);
        return {};
    }

    core::base::Result<std::vector<std::string>> symbols(const std::string &set, const std::string &source,
                                                         const std::string &entity) const override
    {
        const auto found = sets.find(set);
        if (found == sets.end())
            return core::base::Error{core::base::ErrorCode::NotFound,
                                     QStringLiteral("There is no such set.")};
        const auto links = found->second.find({source, entity});
        return links == found->second.end() ? std::vector<std::string>() : links->second;
    }
};

} // namespace support
