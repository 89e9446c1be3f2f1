// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of what came after a discovery, as chart values: forward evidence, and whether the effect
// decays.
#pragma once

#include "core/workbench/relationships.h"
#include "widgets/studycharts/studycharts.h"

#include <vector>

namespace widgets {

/// "quakes, SPY, bars [0, +5]", as findingSubject() has it.
QString relationshipSubject(const core::store::RelationshipRecord &record);

/// What betting 1 has become: "3.21", "41,210"; beyond what tells more "> 1,000,000" and "< 0.01".
QString evidenceText(double e);

/// E after every bet on a logarithmic scale with the line at which it is enough, and the evidence of decay
/// beside it. Empty series while nothing has been bet on.
ChartSpec forwardEvidenceChart(const core::workbench::RelationshipView &view, const ChartOrigin &origin);

/// The mean of the latest forward events with its band, beside the effect that was discovered. `trailing`:
/// discovery::trailingEffects of the view's steps. Empty series while there are too few.
ChartSpec decayChart(const core::workbench::RelationshipView &view,
                     const std::vector<core::discovery::TrailingEffect> &trailing, const ChartOrigin &origin);

} // namespace widgets
