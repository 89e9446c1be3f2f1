// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a symbol, CIK or name that a person types means in an open workspace.
#pragma once

#include "core/store/companynames.h"
#include "core/workbench/workbench.h"

#include <memory>
#include <string>
#include <vector>

namespace core::workbench {

/// What studies ask about companies. The bench must outlive it. Any thread, as everything here.
std::shared_ptr<const domain::NameReader> nameReader(const Workbench &bench);

/// The symbol under which the workspace has bars of what is typed: the symbol itself, another spelling of its
/// share class, the ticker a company of that CIK has at the instant (missing: now); what was typed when there
/// are none. `interval` is looked at first, then the stored ones. Fails (BadInput) when it can be several.
base::Result<std::string> symbolMeant(const Workbench &bench, const std::string &typed,
                                      std::string_view interval = "1d", base::Instant at = {});

/// A company that a text meant at an instant, with everything it was called by then.
struct NamedCompany {
    store::Meaning meaning;
    std::vector<domain::HeldName> names;
};

/// More than one: the text is ambiguous. Fails (NotFound) with a sentence when nothing is known by that name.
base::Result<std::vector<NamedCompany>> companiesCalled(const Workbench &bench, const std::string &text,
                                                        base::Instant at);

} // namespace core::workbench
