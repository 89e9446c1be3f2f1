// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that bring a catalog up to date: the SQL files of core/store/schema, in order, all or none.
#pragma once

#include "core/base/clock.h"
#include "core/store/sqlite.h"

#include <span>
#include <string_view>

namespace core::store {

struct Migration {
    int number;
    std::string_view name;
    std::string_view sql; ///< its first line is a comment that describes it
};

/// Every step this program knows, ascending.
std::span<const Migration> migrations();

/// What the first comment of a step says it does.
std::string_view description(const Migration &migration);

enum class MigrationOutcome { Current, Upgraded };

/// Steps of `known` that the catalog has not seen yet, ascending. Fails with Newer when the catalog has seen
/// one that is not known.
base::Result<std::vector<Migration>> pendingMigrations(Database &database, std::span<const Migration> known);

/// Applies the pending steps in one transaction: after a failure the catalog is what it was. A catalog that
/// already has a step is first copied to "<file>.before-NNNN" beside it (the path is in the sentence when a
/// step fails). Writes only while no one else does; the caller makes sure that no other program works on the
/// catalog.
base::Result<MigrationOutcome> migrate(Database &database, std::span<const Migration> known,
                                       const base::Clock &clock);

} // namespace core::store
