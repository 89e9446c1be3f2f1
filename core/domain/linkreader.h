// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a study with "pair": "linked" asks: which instruments the entity of an event touches.
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace core::domain {

/// Sets of links go by the SHA-256 of their canonical JSON, in hexadecimal: a study that names one asks the
/// same again after the files were edited. Any thread.
class LinkReader
{
public:
    virtual ~LinkReader() = default;
    /// The name of the set in force now for a study of these assets. Fails (BadInput) with the first fault of
    /// the files.
    virtual base::Result<std::string> inForce(const std::vector<std::string> &assets) const = 0;
    /// Keeps a set that inForce named for good. Does nothing when it is kept already.
    virtual base::Result<void> keep(const std::string &set) const = 0;
    /// The symbols that an entity of a source is linked to, ascending and distinct; empty: to none. Fails
    /// (NotFound) when there is no such set.
    virtual base::Result<std::vector<std::string>> symbols(const std::string &set, const std::string &source,
                                                           const std::string &entity) const = 0;
};

} // namespace core::domain
