// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the sealed hold-out for one relationship: once, one-sided, kept whatever it shows.
#pragma once

#include "core/discovery/findings.h"
#include "core/store/ledger.h"

#include <string>

namespace core::discovery {

struct RunContext;

struct HoldOutReport {
    Finding finding; ///< over the hold-out; sample is "holdout", p one-sided, p_adjusted after Holm
    store::UnsealRecord act;
};

/// Tests the relationship on the data from the seal of its run on, in the direction it was found in,
/// corrected by Holm over the relationships of its family, those still closed counting as p = 1, and
/// writes the act into the ledger. Reads `context` as of now; its own seal is not applied. Errors: NotFound,
/// BadInput (opened before, nothing was sealed, too few events there).
base::Result<HoldOutReport> openHoldOut(const std::string &relationship, const RunContext &context);

} // namespace core::discovery
