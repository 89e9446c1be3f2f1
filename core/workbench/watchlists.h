// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Watchlists of an open workspace: named lists of symbols, which a study can name as its assets.
#pragma once

#include "core/store/watchlists.h"
#include "core/workbench/workbench.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace core::workbench {

/// All watchlists, ascending by name. Any thread, as everything here.
base::Result<std::vector<store::Watchlist>> watchlistsOf(const Workbench &bench);
/// The symbols of one, in the order they were added. NotFound with a sentence that lists what there is.
base::Result<std::vector<std::string>> watchlistSymbols(const Workbench &bench, const std::string &name);

/// Makes a list with these symbols, or none. Fails (BadInput) when there is one of that name, in letters of
/// either case, and when the name or a symbol is empty, too long or holds control characters.
base::Result<void> createWatchlist(const Workbench &bench, const std::string &name,
                                   std::span<const std::string> symbols = {});
base::Result<void> renameWatchlist(const Workbench &bench, const std::string &name,
                                   const std::string &newName);
/// Undone by createWatchlist with the symbols that were on it. Old snapshots still find it.
base::Result<void> removeWatchlist(const Workbench &bench, const std::string &name);
/// Adds those that are not on it, at the end, in one transaction. How many were added.
base::Result<std::uint64_t> addToWatchlist(const Workbench &bench, const std::string &name,
                                           std::span<const std::string> symbols);
/// How many were taken off it.
base::Result<std::uint64_t> removeFromWatchlist(const Workbench &bench, const std::string &name,
                                                std::span<const std::string> symbols);

struct WatchlistImport {
    std::uint64_t added = 0;
    std::uint64_t already = 0;                              ///< on the list before, or twice in the file
    std::vector<std::pair<std::uint64_t, QString>> refused; ///< line, reason
    std::vector<std::string> withoutBars; ///< taken, but there are no daily bars of them in the workspace
};

/// Adds the symbols of a text file, one a line ("#" begins a comment; a first line "symbol" or "ticker" is a
/// header); makes the list when there is none. Fails when the file cannot be read, is larger than 1 MB or
/// names no symbol.
base::Result<WatchlistImport> importWatchlist(const Workbench &bench, const std::string &name,
                                              const std::filesystem::path &file);

} // namespace core::workbench
