// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether there is anything newer for a study to read than at an earlier snapshot.
#pragma once

#include "core/discovery/runner.h"
#include "core/domain/study.h"
#include "core/workbench/workbench.h"

#include <QString>

namespace core::workbench {

/// Why a study has nothing newer to read than at the snapshot `since` (0: it never looked), in one sentence;
/// empty: it has. What lies behind the seal is nothing to read. Errors as discovery::runStudy.
base::Result<QString> nothingNewer(const Workbench &bench, const domain::Study &study, std::uint64_t since,
                                   const discovery::RunContext &context);

} // namespace core::workbench
