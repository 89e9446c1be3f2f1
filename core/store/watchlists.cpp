// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/watchlists.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <limits>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::int64_t kNow = std::numeric_limits<std::int64_t>::max();

Error noList(std::string_view name)
{
    return {ErrorCode::NotFound, Tr::tr("There is no watchlist “%1” in this workspace.").arg(qs(name))};
}

/// The number of the list that has the name at a snapshot, and the name as it was written.
struct Named {
    std::int64_t list = 0;
    std::string name;
};

Result<std::optional<Named>> lookUp(Database &database, std::string_view name, std::int64_t snapshot)
{
    auto query = database.prepare(
        "SELECT list, name FROM watchlists WHERE name = ? AND seq <= ? AND (gone IS NULL OR gone > ?)");
    if (!query)
        return query.error();
    const auto row = query->bind(1, name).bind(2, snapshot).bind(3, snapshot).step();
    if (!row)
        return row.error();
    return *row ? std::optional<Named>({query->integer(0), std::string(query->text(1))}) : std::nullopt;
}

/// The list that has the name now; NotFound.
Result<std::int64_t> listOf(Database &database, std::string_view name)
{
    const auto found = lookUp(database, name, kNow);
    if (!found)
        return found.error();
    if (!*found)
        return noList(name);
    return (*found)->list;
}

Result<void> mustBeFree(Database &database, std::string_view name, std::int64_t but)
{
    const auto other = lookUp(database, name, kNow);
    if (!other)
        return other.error();
    if (*other && (*other)->list != but)
        return Error{ErrorCode::BadInput,
                     Tr::tr("There is a watchlist “%1” already.").arg(qs((*other)->name))};
    return {};
}

Result<std::vector<std::string>> symbolsOf(Database &database, std::int64_t list, std::int64_t snapshot)
{
    auto query = database.prepare("SELECT symbol FROM watchlist_symbols WHERE list = ? AND seq <= ? "
                                  "AND (gone IS NULL OR gone > ?) ORDER BY position, symbol");
    if (!query)
        return query.error();
    query->bind(1, list).bind(2, snapshot).bind(3, snapshot);
    std::vector<std::string> symbols;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return symbols;
        symbols.emplace_back(query->text(0));
    }
}

Result<void> insertName(Database &database, std::int64_t list, std::uint64_t seq, std::string_view name)
{
    auto insert = database.prepare("INSERT INTO watchlists (list, seq, name) VALUES (?, ?, ?)");
    if (!insert)
        return insert.error();
    return insert->bind(1, list).bind(2, seq).bind(3, name).run();
}

Result<void> endName(Database &database, std::int64_t list, std::uint64_t seq)
{
    auto update = database.prepare("UPDATE watchlists SET gone = ? WHERE list = ? AND gone IS NULL");
    if (!update)
        return update.error();
    return update->bind(1, seq).bind(2, list).run();
}

} // namespace

Result<std::vector<Watchlist>> allWatchlists(Database &database)
{
    auto query = database.prepare("SELECT list, name FROM watchlists WHERE gone IS NULL ORDER BY name");
    if (!query)
        return query.error();
    std::vector<Watchlist> lists;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return lists;
        auto symbols = symbolsOf(database, query->integer(0), kNow);
        if (!symbols)
            return symbols.error();
        lists.push_back({std::string(query->text(1)), std::move(*symbols)});
    }
}

Result<std::optional<Watchlist>> findWatchlist(Database &database, std::string_view name,
                                               std::optional<std::uint64_t> snapshot)
{
    const std::int64_t at = snapshot ? static_cast<std::int64_t>(*snapshot) : kNow;
    const auto found = lookUp(database, name, at);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Watchlist>();
    auto symbols = symbolsOf(database, (*found)->list, at);
    if (!symbols)
        return symbols.error();
    return std::optional<Watchlist>({(*found)->name, std::move(*symbols)});
}

Result<void> createWatchlist(WriteTransaction &transaction, std::string_view name)
{
    Database &database = transaction.database();
    if (auto isFree = mustBeFree(database, name, -1); !isFree)
        return isFree;
    const auto last = database.queryInteger("SELECT coalesce(max(list), 0) FROM watchlists");
    if (!last)
        return last.error();
    const auto seq = transaction.nextSeq();
    if (!seq)
        return seq.error();
    return insertName(database, last->value_or(0) + 1, *seq, name);
}

Result<void> renameWatchlist(WriteTransaction &transaction, std::string_view name, std::string_view newName)
{
    Database &database = transaction.database();
    const auto list = listOf(database, name);
    if (!list)
        return list.error();
    if (auto isFree = mustBeFree(database, newName, *list); !isFree)
        return isFree;
    const auto seq = transaction.nextSeq();
    if (!seq)
        return seq.error();
    if (auto ended = endName(database, *list, *seq); !ended)
        return ended;
    return insertName(database, *list, *seq, newName);
}

Result<void> removeWatchlist(WriteTransaction &transaction, std::string_view name)
{
    const auto list = listOf(transaction.database(), name);
    if (!list)
        return list.error();
    const auto seq = transaction.nextSeq();
    if (!seq)
        return seq.error();
    return endName(transaction.database(), *list, *seq);
}

Result<std::uint64_t> addSymbols(WriteTransaction &transaction, std::string_view name,
                                 std::span<const std::string> symbols)
{
    Database &database = transaction.database();
    const auto list = listOf(database, name);
    if (!list)
        return list.error();
    const auto seq = transaction.nextSeq();
    if (!seq)
        return seq;
    auto insert = database.prepare(
        "INSERT INTO watchlist_symbols (list, symbol, seq, position) SELECT ?1, ?2, ?3, "
        "coalesce((SELECT max(position) FROM watchlist_symbols WHERE list = ?1), 0) + 1 WHERE NOT EXISTS "
        "(SELECT 1 FROM watchlist_symbols WHERE list = ?1 AND symbol = ?2 AND gone IS NULL)");
    if (!insert)
        return insert.error();
    std::uint64_t added = 0;
    for (const std::string &symbol : symbols) {
        if (auto done = insert->bind(1, *list).bind(2, symbol).bind(3, *seq).run(); !done)
            return done.error();
        added += static_cast<std::uint64_t>(database.changes());
    }
    return added;
}

Result<std::uint64_t> removeSymbols(WriteTransaction &transaction, std::string_view name,
                                    std::span<const std::string> symbols)
{
    Database &database = transaction.database();
    const auto list = listOf(database, name);
    if (!list)
        return list.error();
    const auto seq = transaction.nextSeq();
    if (!seq)
        return seq;
    auto update = database.prepare(
        "UPDATE watchlist_symbols SET gone = ? WHERE list = ? AND symbol = ? AND gone IS NULL");
    if (!update)
        return update.error();
    std::uint64_t removed = 0;
    for (const std::string &symbol : symbols) {
        if (auto done = update->bind(1, *seq).bind(2, *list).bind(3, symbol).run(); !done)
            return done.error();
        removed += static_cast<std::uint64_t>(database.changes());
    }
    return removed;
}

} // namespace core::store
