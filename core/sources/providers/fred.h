// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the FRED provider share.
#pragma once

#include "core/sources/harvest.h"

#include <string>
#include <string_view>

namespace core::sources::fred {

inline constexpr std::string_view kObservations = "observations";
inline constexpr std::string_view kGraph = "graph";
inline constexpr std::string_view kSeries = "series";
inline constexpr std::string_view kReleaseDates = "release_dates";

/// What the whole of ALFRED is asked for with; also where its answers say that nothing was cut off.
inline constexpr std::string_view kFirstDay = "1776-07-04";
inline constexpr std::string_view kOpenEnd = "9999-12-31";

/// The zone of the Federal Reserve.
const base::Zone &zone();

/// Daily prices and yields of markets, which become bars instead of releases.
bool isMarketSeries(std::string_view id);

/// The series of an answer: as asked, else as its address or its file name says ("observations_GDP.json").
std::string seriesOf(const Payload &payload);

void readObservations(Harvest &harvest);
void readGraph(Harvest &harvest);
/// Becomes instruments; the observations of an asked series come next, with its unit and frequency.
void readSeries(Harvest &harvest);
void readReleaseDates(Harvest &harvest);

} // namespace core::sources::fred
