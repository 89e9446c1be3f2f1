// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `bench pages`: what a hand feels in the table of events.
#pragma once

#include "core/workbench/bench.h"

namespace core::workbench {

/// `size` events (1,000,000) of a dozen sources over 20 years (or as many as the second word says), in a
/// folder of the first word, which is kept and used again, or in a temporary one. Times in milliseconds
/// unless the name says otherwise: "open", "first_page" without row files and with them, "index_seconds" with
/// and without making the row files, "jump" (50 rows anywhere; median and p95 of 100, and the thread's own
/// work), "next_1000", "filter_…" first pages and their indexes, "follow" (a commit of 1,000 rows seen),
/// memory.
base::Result<QJsonObject> benchPages(const BenchOptions &options);

} // namespace core::workbench
