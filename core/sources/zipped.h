// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that providers hand out as a zip of one file.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace core::sources {

/// Begins as a zip does.
bool isZipped(std::string_view bytes);
/// The name of the first file in it, as the zip's first bytes tell it; empty when they do not.
std::string_view zippedName(std::string_view bytes);
/// The bytes of the first file. Fails with a sentence when it is damaged, locked or larger than `mostBytes`,
/// whatever size it claims to have.
base::Result<std::string> unzipped(std::string_view bytes, std::uint64_t mostBytes);

} // namespace core::sources
