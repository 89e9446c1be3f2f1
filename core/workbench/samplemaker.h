// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the sample workspace: a simulated market with known truths, in a folder of its own.
#pragma once

#include "core/workbench/workbench.h"

#include <cstdint>
#include <filesystem>

namespace core::workbench {

/// Makes and opens it; the folder must be new or empty, and is whole or not there at all: it is built beside
/// its place and renamed. `options` may change name and seal; the seal is the sample's own unless it is
/// given. truth.json says what is planted, studies/ holds the studies to run. Fails with BadInput when there
/// is something in the folder, Storage when it cannot be written, Cancelled.
base::Result<std::unique_ptr<Workbench>> createSample(const std::filesystem::path &folder, std::uint64_t seed,
                                                      store::WorkspaceOptions options,
                                                      const base::Clock &clock, const Job &job);

} // namespace core::workbench
