// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a whole workspace against its checksums, names what is damaged and takes it out of use.
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace core::store {

struct Damage {
    std::string file;           ///< relative to the workspace
    QString what;               ///< a sentence: what is wrong, what to do
    bool isQuarantined = false; ///< moved to quarantine/ and not read any more
};

struct VerifyReport {
    std::uint64_t files = 0; ///< read and compared
    std::uint64_t bytes = 0;
    std::vector<Damage> damaged;
    std::vector<std::string>
        foreign; ///< files under raw/ and lake/ that the catalog does not know; left alone

    [[nodiscard]] bool isClean() const { return damaged.empty(); }
};

/// Whether what is in quarantine, then or before, is taken as gone for good, so that studies run without it.
enum class Loss : std::uint8_t { Kept, Accepted };

/// Reads workspace.json, every page of the catalog, its structure and the ledger's chain, every payload,
/// every lake file and its companion. Damaged files are moved to quarantine/ and marked, so that the rest can
/// be used; the catalog itself stays where it is. Works beside programs that write. Fails only when the
/// folder is no workspace, cannot be read, or the work is cancelled: damage is a finding, not a failure.
base::Result<VerifyReport> verifyWorkspace(const std::filesystem::path &folder, const base::Clock &clock,
                                           const base::CancelToken &cancel = {},
                                           const base::ProgressSink &progress = {}, Loss loss = Loss::Kept);

} // namespace core::store
