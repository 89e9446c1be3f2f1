// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A chart into a file that the user named.
#pragma once

#include "core/base/instant.h"
#include "widgets/charts/plot.h"

namespace widgets {

/// By suffix: .png (scale 1 to 4) and .svg as the chart looks, .pdf in the light theme (paper), .csv the rows
/// in view. Pictures get a line with range and time. The file is whole or stays what it was. Fails with a
/// sentence. Any thread (it takes 0.1 to 1 s).
core::base::Result<void> exportChart(const Plot &plot, const QString &path, int scale,
                                     core::base::Instant now);

} // namespace widgets
