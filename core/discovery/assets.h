// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which symbols a study means, and their bars.
#pragma once

#include "core/domain/bar.h"
#include "core/domain/study.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace core::discovery {

struct RunContext;

struct StudyAssets {
    std::vector<std::string> symbols; ///< in the study's order
    std::string benchmark;
    std::vector<QString> notes;
};

/// Resolves list, filter or watchlist and the benchmark (SPY when it has bars, else the first asset). A
/// symbol without bars may be another spelling of a share class or a CIK: the one that has bars takes its
/// place. Fails (BadInput) with a sentence for a symbol without bars, with the nearest one that has some.
base::Result<StudyAssets> chooseAssets(const domain::Study &study, const RunContext &context);

/// What becomes of an asset that has no bar at the run's instant: a mistake in a study that is run, no more
/// than missing in one that is looked at as of a time when it was not listed yet.
enum class Unlisted : std::uint8_t { Refused, Kept };

/// The bars of the symbols, verified, as of the run's instant and snapshot. Fails when one has none, unless
/// such are kept, empty.
base::Result<std::map<std::string, domain::BarSeries>> readBars(const std::vector<std::string> &symbols,
                                                                const domain::Study &study,
                                                                const RunContext &context, Unlisted unlisted);

} // namespace core::discovery
