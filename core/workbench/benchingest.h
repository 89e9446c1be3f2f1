// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/bench.h"

namespace core::workbench {

/// --size: events of GDELT (300,000).
base::Result<QJsonObject> benchIngest(const BenchOptions &options);

} // namespace core::workbench
