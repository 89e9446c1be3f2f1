// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Watchlists: named lists of symbols in the catalog. Nothing is forgotten, so that a run on an old snapshot
// finds the list as it was.
#pragma once

#include "core/store/catalog.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

struct Watchlist {
    std::string name;
    std::vector<std::string> symbols; ///< in the order they were added
};

/// All of them, ascending by name, as they are now.
base::Result<std::vector<Watchlist>> allWatchlists(Database &database);
/// The list of that name (ASCII letters in either case) at a snapshot; missing: now. Nothing when there was
/// none.
base::Result<std::optional<Watchlist>> findWatchlist(Database &database, std::string_view name,
                                                     std::optional<std::uint64_t> snapshot = {});

/// Makes an empty list. Fails (BadInput) when there is one of that name.
base::Result<void> createWatchlist(WriteTransaction &transaction, std::string_view name);
/// Fails with NotFound, and BadInput when another list has the new name.
base::Result<void> renameWatchlist(WriteTransaction &transaction, std::string_view name,
                                   std::string_view newName);
/// Fails with NotFound.
base::Result<void> removeWatchlist(WriteTransaction &transaction, std::string_view name);
/// Adds at the end those that are not on the list. How many were added. Fails with NotFound.
base::Result<std::uint64_t> addSymbols(WriteTransaction &transaction, std::string_view name,
                                       std::span<const std::string> symbols);
/// How many were taken off the list. Fails with NotFound.
base::Result<std::uint64_t> removeSymbols(WriteTransaction &transaction, std::string_view name,
                                          std::span<const std::string> symbols);

} // namespace core::store
