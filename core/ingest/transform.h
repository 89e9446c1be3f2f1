// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From a payload of the vault to rows of the stores: parse, then everything that came of it in one transaction.
#pragma once

#include "core/sources/provider.h"
#include "core/store/eventstore.h"
#include "core/store/sourcestates.h"
#include "core/store/workspace.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core::ingest {

struct TransformReport {
    std::string source;
    std::string endpoint;
    std::string origin;
    std::uint64_t bytes = 0;
    std::uint64_t records = 0;
    std::uint64_t stored = 0;       ///< events, bars, ticks, quotes, actions
    std::uint64_t storedEvents = 0; ///< of them
    std::uint64_t duplicate = 0;
    std::uint64_t refused = 0;
    std::uint64_t instruments = 0;
    std::vector<sources::Refusal> refusals;
    std::vector<sources::Ask> next;
    std::map<std::string, store::LagCounts> seen; ///< of facts seen for the first time: how long after, by event type
    std::optional<sources::AnswerFault> fault; ///< then nothing was stored
    std::optional<sources::AnswerFault> notice; ///< what a live stream was told beside its data
};

/// What shall be committed with the rows; it sees the report with everything but the counts of the events.
using AlsoCommit = std::function<base::Result<void>(store::WriteTransaction &, const TransformReport &)>;

/// One payload whose bytes are in the vault already. Rows, refusals, the day's figures, the mark that the
/// payload was transformed and `also` become visible together; after a failure none of the events are, and
/// doing it again adds nothing twice. Bars take the lease "bulk" for a moment: fails with LeaseHeld when
/// another program keeps it for more than five seconds, or ticks of the same day were written anew just now.
/// Any worker thread.
base::Result<TransformReport> transform(store::Workspace &workspace, const sources::Provider &provider,
                                        const sources::Payload &payload, const AlsoCommit &also = {},
                                        const base::CancelToken &cancel = {});

} // namespace core::ingest
