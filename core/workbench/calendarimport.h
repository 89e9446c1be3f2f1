// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The computed calendar into the workspace: dates that follow from rules or are typed as facts, no file
// needed.
#pragma once

#include "core/store/eventstore.h"
#include "core/workbench/workbench.h"

namespace core::workbench {

/// Stores the events of the built-in source "calendar" (core/sources/calendars.h) that fall on from..to, both
/// included; what is there already is not stored again. The payload in the vault says how to compute them
/// again. Fails with BadInput on days outside 1960 to 2100, Storage, LeaseHeld.
base::Result<store::InsertSummary> importCalendar(const Workbench &bench, base::Date from, base::Date to);

/// The days a new workspace is given: 1960 to two years ahead of the clock.
std::pair<base::Date, base::Date> usualCalendar(const base::Clock &clock);

} // namespace core::workbench
