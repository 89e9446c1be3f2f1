// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/instruments.h"

#include "core/store/sqlite.h"

namespace core::store {

using base::Instant;
using base::Result;
using domain::Action;
using domain::Instrument;

namespace {

constexpr const char *kInstrumentColumns = "symbol, name, kind, exchange, currency, sector, metadata";

Instrument instrumentOf(const Statement &row)
{
    return {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
            std::string(row.text(3)), std::string(row.text(4)), std::string(row.text(5)),
            std::string(row.text(6))};
}

/// Whether the version in force just before the action's knownAt says the same.
Result<bool> isKnown(Database &database, const Action &action)
{
    auto query = database.prepare(
        "SELECT factor, successor FROM actions WHERE symbol = ? AND effective = ? AND kind = ? "
        "AND source = ? AND known_at <= ? ORDER BY known_at DESC, seq DESC LIMIT 1");
    if (!query)
        return query.error();
    query->bind(1, action.symbol).bind(2, action.effective.micros()).bind(3, static_cast<int>(action.kind));
    const auto row = query->bind(4, action.source).bind(5, action.knownAt.micros()).step();
    if (!row)
        return row.error();
    return *row && query->number(0) == action.factor && query->text(1) == action.successor;
}

} // namespace

Result<void> storeInstruments(WriteTransaction &transaction, std::span<const Instrument> instruments)
{
    auto insert =
        transaction.database().prepare("INSERT OR REPLACE INTO instruments (" +
                                       std::string(kInstrumentColumns) + ") VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    for (const Instrument &one : instruments) {
        insert->bind(1, one.symbol).bind(2, one.name).bind(3, one.kind).bind(4, one.exchange);
        if (auto done = insert->bind(5, one.currency).bind(6, one.sector).bind(7, one.metadata).run(); !done)
            return done;
    }
    return {};
}

Result<std::uint64_t> storeActions(WriteTransaction &transaction, std::span<const Action> actions)
{
    Database &database = transaction.database();
    const auto seq = transaction.nextSeq();
    if (!seq)
        return seq;
    auto insert = database.prepare(
        "INSERT OR REPLACE INTO actions (symbol, effective, kind, source, known_at, seq, factor, successor) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    std::uint64_t stored = 0;
    for (const Action &action : actions) {
        const auto known = isKnown(database, action);
        if (!known)
            return known.error();
        if (*known)
            continue;
        insert->bind(1, action.symbol)
            .bind(2, action.effective.micros())
            .bind(3, static_cast<int>(action.kind))
            .bind(4, action.source);
        insert->bind(5, action.knownAt.micros()).bind(6, *seq).bind(7, action.factor);
        if (auto done = insert->bind(8, action.successor).run(); !done)
            return done.error();
        ++stored;
    }
    return stored;
}

Result<std::optional<Instrument>> findInstrument(Database &database, std::string_view symbol)
{
    auto query =
        database.prepare("SELECT " + std::string(kInstrumentColumns) + " FROM instruments WHERE symbol = ?");
    if (!query)
        return query.error();
    const auto row = query->bind(1, symbol).step();
    if (!row)
        return row.error();
    return *row ? std::optional<Instrument>(instrumentOf(*query)) : std::nullopt;
}

Result<std::vector<Instrument>> allInstruments(Database &database)
{
    auto query =
        database.prepare("SELECT " + std::string(kInstrumentColumns) + " FROM instruments ORDER BY symbol");
    if (!query)
        return query.error();
    std::vector<Instrument> instruments;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return instruments;
        instruments.push_back(instrumentOf(*query));
    }
}

Result<std::vector<Action>> actionsOf(Database &database, std::string_view symbol, Instant asOf,
                                      std::optional<std::uint64_t> snapshot)
{
    auto query = database.prepare(
        "SELECT symbol, kind, effective, known_at, factor, successor, seq, source FROM actions "
        "WHERE symbol = ? AND known_at <= ? AND seq <= ? ORDER BY effective, kind, source, known_at, seq");
    if (!query)
        return query.error();
    query->bind(1, symbol).bind(2, asOf.isValid() ? asOf.micros() : kEver);
    query->bind(3, snapshot ? static_cast<std::int64_t>(*snapshot) : kEver);
    std::vector<Action> actions;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return actions;
        Action action{std::string(query->text(0)),
                      static_cast<domain::ActionKind>(query->integer(1)),
                      Instant(query->integer(2)),
                      Instant(query->integer(3)),
                      query->number(4),
                      std::string(query->text(5)),
                      static_cast<std::uint64_t>(query->integer(6)),
                      std::string(query->text(7))};
        // Versions of one action follow one another: the last one stands.
        const bool isVersion = !actions.empty() && actions.back().effective == action.effective &&
                               actions.back().kind == action.kind && actions.back().source == action.source;
        if (isVersion)
            actions.back() = std::move(action);
        else
            actions.push_back(std::move(action));
    }
}

} // namespace core::store
