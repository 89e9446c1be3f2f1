// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Instruments and corporate actions: small tables of the catalog.
#pragma once

#include "core/domain/instrument.h"
#include "core/store/catalog.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace core::store {

/// Adds instruments or replaces what is known of them (labels have no history).
base::Result<void> storeInstruments(WriteTransaction &transaction,
                                    std::span<const domain::Instrument> instruments);

/// Adds actions; `seq` is given here. One that says what is in force already is not stored again. How many
/// were.
base::Result<std::uint64_t> storeActions(WriteTransaction &transaction,
                                         std::span<const domain::Action> actions);

base::Result<std::optional<domain::Instrument>> findInstrument(Database &database, std::string_view symbol);
/// Ascending by symbol.
base::Result<std::vector<domain::Instrument>> allInstruments(Database &database);
/// Actions of a symbol known by `asOf` (missing: all) with seq ≤ snapshot, each in the version then in force,
/// ascending by effective.
base::Result<std::vector<domain::Action>> actionsOf(Database &database, std::string_view symbol,
                                                    base::Instant asOf,
                                                    std::optional<std::uint64_t> snapshot);

} // namespace core::store
