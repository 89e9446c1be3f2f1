// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One study on several machines: each screens a share of the pairs, one puts the pieces together.
#pragma once

#include "core/base/hash.h"
#include "core/discovery/runner.h"
#include "core/discovery/screen.h"

#include <cstdint>
#include <filesystem>

namespace core::discovery {

/// Share `number` of `count`, counted from 1.
struct Shard {
    unsigned number = 1;
    unsigned count = 1;
};

struct ShardReport {
    base::Sha256 family{};
    base::Sha256 key{};           ///< of the screen: pieces go together when it is the same
    std::uint64_t hypotheses = 0; ///< of the whole family
    PieceRange range;             ///< the pairs of this share
    std::uint64_t pairs = 0;      ///< that are tested by circular shifts, in all shares
    std::int64_t elapsedMs = 0;
    std::string links; ///< the set a linked study asks by; else empty
};

/// Names what a screen is of: the family, the data it sees and the program that makes it.
base::Sha256 screenKey(const store::FamilyRecord &family, const RunContext &context);

/// Screens one share of a study and keeps the pieces in `folder`; a second call goes on where the first was
/// cut short. The family is registered in the ledger, as for a whole run; nothing is told, and there is no
/// run until the shares are put together (RunContext::shards). What is not tested by circular shifts is left
/// to that run. Errors as runStudy.
base::Result<ShardReport> runShard(const domain::Study &study, const RunContext &context, const Shard &shard,
                                   const std::filesystem::path &folder);

} // namespace core::discovery
