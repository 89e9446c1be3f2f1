// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Refusals of a parse as the catalog keeps them.
#pragma once

#include "core/sources/refusals.h"
#include "core/store/sourcestates.h"

#include <vector>

namespace core::ingest {

/// One note a reason, with its first records as examples.
std::vector<store::RefusalNote> notesOf(const std::vector<sources::Refusal> &refusals);

} // namespace core::ingest
