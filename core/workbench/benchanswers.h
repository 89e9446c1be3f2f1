// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers in the shape of real ones for the benchmarks of collecting, the same from the same numbers.
#pragma once

#include <cstdint>
#include <string>

namespace core::workbench {

/// So many rows of GDELT's export table, all 61 columns filled as GDELT fills them; `first` names the first
/// event.
std::string gdeltExport(std::uint64_t first, std::uint64_t count);

/// So many quakes as USGS sends them (GeoJSON), every property there; a minute apart, ending a minute before
/// `endMicros`.
std::string usgsFeed(std::uint64_t first, std::uint64_t count, std::int64_t endMicros);

} // namespace core::workbench
