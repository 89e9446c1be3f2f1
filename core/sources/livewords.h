// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The option "live" of sources that have a live stream, and what their frames share.
#pragma once

#include "core/sources/harvest.h"
#include "core/sources/provider.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::sources {

/// Endpoints of several sources: trades of the past, and what their live streams send.
inline constexpr std::string_view kTrades = "trades";
inline constexpr std::string_view kFrames = "frames";

/// What option "live" asks for: words of `known`, each once, in their order there; "yes" is the first of
/// them, "no" or nothing none. Fails with BadInput and the words there are.
base::Result<std::vector<std::string>> liveWords(const ProviderInfo &info, const SourceSettings &settings,
                                                 std::span<const std::string_view> known);

/// ["a","b"]
std::string jsonTexts(std::span<const std::string> texts);

/// Whether these are frames joined by line feeds, and not one message that takes several lines.
bool isJoined(std::string_view text);

/// What a stream refused: beside values a notice, else a fault of the whole.
void tellRefusal(Harvest &harvest, FaultKind kind, const QString &sentence);

} // namespace core::sources
