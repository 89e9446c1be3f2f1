// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A chart into a file that the user named.
#pragma once

#include "core/base/instant.h"
#include "widgets/charts/plot.h"

#include <QImage>

namespace widgets {

/// Pixels of a picture for one of the screen, at most.
inline constexpr int kMostScale = 4;

/// As the chart looks, with lines below that say where the data come from, `note`, the stretch shown and the
/// time.
QImage chartImage(const Plot &plot, int scale, core::base::Instant now, const QString &note = {});

/// By suffix: .png (scale 1 to 4) and .svg as the chart looks, .pdf in the light theme (paper), all with the
/// lines of chartImage(); .csv the rows in view. The file is whole or stays what it was. Fails with a
/// sentence. Any thread (it takes 0.1 to 1 s).
core::base::Result<void> exportChart(const Plot &plot, const QString &path, int scale,
                                     core::base::Instant now, const QString &note = {});

} // namespace widgets
