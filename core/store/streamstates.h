// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How the live stream of each source fares.
#pragma once

#include "core/store/catalog.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

struct StreamRow {
    std::string source;
    std::string state; ///< "connecting", "live", "waiting", "stopped"
    base::Instant since;
    std::string sentence;  ///< why it waits, or what the provider refused; empty: nothing
    base::Instant heardAt; ///< everything up to then is kept; missing: it was never listened to
};

/// Of those that were listened to, ascending by source.
base::Result<std::vector<StreamRow>> streamRows(Database &database);
/// Nothing when that source was never listened to.
base::Result<std::optional<StreamRow>> findStream(Database &database, std::string_view source);
/// Adds or replaces one.
base::Result<void> saveStream(WriteTransaction &transaction, const StreamRow &row);
/// Everything up to then is kept.
base::Result<void> noteHeard(WriteTransaction &transaction, std::string_view source, base::Instant heardAt);
/// It is not wanted any more: what comes until it is wanted again is no gap.
base::Result<void> forgetStream(WriteTransaction &transaction, std::string_view source);

} // namespace core::store
