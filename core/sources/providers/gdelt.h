// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of GDELT: its tables without a header, and its search for articles.
#pragma once

#include "core/sources/harvest.h"

#include <string_view>

namespace core::sources::gdelt {

inline constexpr std::string_view kLastUpdate = "lastupdate";
inline constexpr std::string_view kExport = "export";     ///< events, 1.0 (57 or 58 columns) and 2.0 (61)
inline constexpr std::string_view kMentions = "mentions"; ///< 16 columns
inline constexpr std::string_view kGkg = "gkg";           ///< 27 columns, 1.0: 11
inline constexpr std::string_view kArticles = "articles";
inline constexpr std::string_view kTimeline = "timeline";

/// Which table has rows of so many columns; empty when none has.
std::string_view tableOf(std::size_t columns);
/// Tabs + 1 of the first line.
std::size_t columnsOf(std::string_view text);

void readEvents(Harvest &harvest, std::string_view text);
void readMentions(Harvest &harvest, std::string_view text);
void readGkg(Harvest &harvest, std::string_view text);

void readArticles(Harvest &harvest);
void readTimeline(Harvest &harvest);

/// "20150218230000" or "20150218T230000Z", UTC; not valid when it is none.
base::Instant stampOf(std::string_view text);
/// 06:00 New York of the day after: when the daily files of GDELT 1.0 are out.
base::Instant morningAfter(base::Date day);

} // namespace core::sources::gdelt
