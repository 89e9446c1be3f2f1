// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the states of sources.
#pragma once

#include "core/workbench/collecting.h"

namespace app::cli {

/// "fresh", "due", "fetching", "late", "failing", "off".
QString toText(core::ingest::Freshness freshness);

} // namespace app::cli
