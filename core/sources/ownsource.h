// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A source that a person describes in a JSON file: where it is, how often it is asked, which preset reads its
// table of CSV or JSON.
#pragma once

#include "core/sources/presets.h"
#include "core/sources/provider.h"

#include <memory>
#include <string>

namespace core::sources {

/// Reads {"name", "url", "preset", "cadence"} and perhaps "title", "about", "licence", "headers", "secrets",
/// "key_url", "requests", "per". In the address {from} and {to} stand for the days asked for (then it can be
/// asked for the past), {series} for each of what is followed, {page} for 1, 2, … until a page is empty, and
/// the name of a secret for its value; headers may hold secrets, too. Fails with "file, line n: what is
/// wrong". `presets` may go afterwards.
base::Result<std::unique_ptr<const Provider>> parseOwnSource(const QString &fileName, const std::string &text,
                                                             const PresetList &presets);

} // namespace core::sources
