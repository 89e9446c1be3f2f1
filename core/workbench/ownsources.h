// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sources that a person describes, and a look at what any source answers before it is switched on.
#pragma once

#include "core/workbench/collecting.h"

#include <filesystem>
#include <string>
#include <vector>

namespace core::workbench {

/// Puts a source that is described in a file into the workspace, in the place of one of that name; it is
/// switched on like any other. Its name. Fails with BadInput and the line when the file is wrong, with
/// NotFound when it cannot be read.
base::Result<std::string> addSource(const Workbench &bench, const std::filesystem::path &file);

/// What a source answers just now; nothing of it is stored.
struct SourceTrial {
    std::string origin; ///< the address without secrets
    std::uint64_t bytes = 0;
    std::uint64_t records = 0;
    std::uint64_t refused = 0;
    std::vector<sources::Refusal> refusals;
    std::uint64_t events = 0;
    std::uint64_t bars = 0;
    std::vector<domain::Event> first; ///< of the events, at most ten
    QString fault;                    ///< why there are no data; empty: there are
};

/// Asks the first thing a live round would ask, with the settings that are stored; `what` gives keys, contact
/// and where answers come from. Fails with NotFound when there is no such source, with BadInput when it lacks
/// a setting or a key, with Network when nothing answers. Not on a thread with an event loop.
base::Result<SourceTrial> trySource(const Workbench &bench, const std::string &name, const CollectJob &what,
                                    const Job &job);

} // namespace core::workbench
