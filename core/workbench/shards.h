// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A study cut into shards: each is a folder that can be made by another process or on another machine with a
// copy of the workspace, and one run puts them together.
#pragma once

#include "core/discovery/shard.h"
#include "core/workbench/studies.h"

#include <filesystem>
#include <string>
#include <vector>

namespace core::workbench {

/// Reads "2/8". Fails (BadInput) with a sentence.
base::Result<discovery::Shard> parseShard(const std::string &text);

/// Screens one share of the study and leaves pieces and shard.json in `folder`, which is made when it is not
/// there; started again it goes on. Errors as runStudy.
base::Result<discovery::ShardReport> runShard(const Workbench &bench, const std::filesystem::path &study,
                                              const discovery::Shard &shard,
                                              const std::filesystem::path &folder, unsigned threads,
                                              const Job &job, const PlanSink &planned = {});

/// Puts the folders of all shards of one study together: the run that the study would have made alone, with
/// the same result hash. Errors: BadInput naming the shard that is missing, is there twice or belongs to
/// another study or snapshot; else as runStudy.
base::Result<discovery::RunReport> mergeShards(const Workbench &bench,
                                               const std::vector<std::filesystem::path> &folders,
                                               unsigned threads, const Job &job);

} // namespace core::workbench
