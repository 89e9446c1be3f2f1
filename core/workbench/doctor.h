// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at the machine and the workspace: what is there, what is missing, and how to mend it.
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace core::workbench {

enum class Health : std::uint8_t {
    Good,
    Doubtful, ///< works, but something will hurt later
    Bad,      ///< something does not work
};

struct Diagnosis {
    QString part; ///< what was looked at
    Health health = Health::Good;
    QString found;  ///< what it is
    QString remedy; ///< what to do; empty when good
};

/// Every check, in a fixed order. Changes nothing and never fails: what cannot be found out is a diagnosis.
/// The workspace may not exist yet. Any thread.
std::vector<Diagnosis> examine(const std::filesystem::path &workspace, const base::Clock &clock);

} // namespace core::workbench
