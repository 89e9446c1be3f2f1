// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which instruments events touch: the program's links, the workspace's own in links/*.json, and SIC codes of
// the instruments it knows.
#pragma once

#include "core/domain/linkreader.h"
#include "core/sources/links.h"
#include "core/workbench/workbench.h"

#include <memory>
#include <string>
#include <vector>

namespace core::workbench {

/// The links in force now, with one sentence for each file that could not be used. Any thread, as everything
/// here.
base::Result<sources::LinkBook> linksOf(const Workbench &bench);

/// What linked studies ask. The bench must outlive it. The files are read when it is first asked.
std::shared_ptr<const domain::LinkReader> linkReader(const Workbench &bench);

/// An instrument that events about an entity usually touch.
struct Touched {
    sources::Link link;
    std::string name;     ///< of the instrument; empty: not known
    bool hasBars = false; ///< there are daily bars of it in the workspace
};

/// In the order of Links::of, those with bars first, each once whatever its spelling. Of a company by its CIK
/// what its tickers are linked to. Empty when the entity is linked to nothing.
base::Result<std::vector<Touched>> touchedBy(const Workbench &bench, const std::string &source,
                                             const std::string &entity);

} // namespace core::workbench
