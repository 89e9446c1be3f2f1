// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the SQL console shows: views over lake files and copies of the catalog's tables.
#pragma once

#include "core/store/duck.h"
#include "core/store/lake.h"

#include <string>
#include <vector>

namespace core::store {

/// Makes every table that a statement names. `database` is in a reading transaction and `files` is what it
/// saw. Tables that the statement does not name are not made: copying them would take longer than most
/// statements.
base::Result<void> makeConsoleTables(const DuckDatabase &duck, Database &database, const Lake &lake,
                                     const std::vector<ManifestEntry> &files, const std::string &statement);

} // namespace core::store
