// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests and settings as the texts that the queue and the catalog keep.
#pragma once

#include "core/sources/provider.h"

#include <string>
#include <string_view>

namespace core::ingest {

/// {"endpoint":…,"with":{…}}, canonical: equal requests are equal texts.
std::string toText(const sources::Ask &ask);
/// Fails with BadInput when it is not such a text.
base::Result<sources::Ask> parseAsk(std::string_view text);

/// {"options":{…},"series":[…]} without secrets.
std::string toText(const sources::SourceSettings &settings);
base::Result<sources::SourceSettings> parseSettings(std::string_view text);

} // namespace core::ingest
