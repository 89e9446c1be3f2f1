// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Starter data: the sources that need no key, and what a new user gets from them.
#pragma once

#include "core/workbench/workbench.h"

#include <QString>

#include <string>
#include <vector>

namespace core::workbench {

/// One source of the starter data; the figures are estimates from what the source declares of itself.
struct StarterOffer {
    std::string name;
    QString title;
    QString about;
    QString licence;
    int years = 0;              ///< of the past
    std::uint64_t requests = 0; ///< for the past
    std::uint64_t bytes = 0;
    double seconds = 0; ///< at the provider's limit and a megabyte a second
    QString problem;    ///< why it cannot be started as it is; empty: it can
};

/// Every one, ascending by name. Needs no workspace. Any thread.
std::vector<StarterOffer> starterOffers(base::Instant now);

/// Switches the sources on and asks for their past; the requests are in the queue when it returns. How many.
/// Fails with NotFound when one is no starter, with BadInput when one does not work as it is; those before it
/// in the list are on then.
base::Result<std::uint64_t> startStarterData(const Workbench &bench, const std::vector<std::string> &names);

} // namespace core::workbench
