// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What benchmarks measure our parsers against: the same bytes read by the library alone.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string_view>

namespace core::sources {

/// Parses a whole JSON text into simdjson's own tree. How many features it holds. The bytes are copied once,
/// as that parser needs it.
base::Result<std::uint64_t> countFeaturesBare(std::string_view json);

} // namespace core::sources
