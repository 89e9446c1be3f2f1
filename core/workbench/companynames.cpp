// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/companynames.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/barview.h"

#include <algorithm>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

std::shared_ptr<const domain::NameReader> nameReader(const Workbench &bench)
{
    return std::make_shared<store::CompanyNames>(bench.workspace().catalog());
}

Result<std::string> symbolMeant(const Workbench &bench, const std::string &typed, std::string_view interval,
                                base::Instant at)
{
    const store::CompanyNames names(bench.workspace().catalog());
    std::vector<std::string_view> intervals{interval};
    std::ranges::remove_copy(kStoredIntervals, std::back_inserter(intervals), interval);
    for (const std::string_view one : intervals) {
        const auto symbols = bench.bars().symbols(one);
        if (!symbols)
            return symbols.error();
        auto found = domain::findSymbol(typed, *symbols, &names, at, {});
        if (!found)
            return found.error();
        if (*found)
            return std::move(**found);
    }
    return typed;
}

Result<std::vector<NamedCompany>> companiesCalled(const Workbench &bench, const std::string &text,
                                                  base::Instant at)
{
    const store::CompanyNames names(bench.workspace().catalog());
    auto meanings = names.meanings(text, at);
    if (!meanings)
        return meanings.error();
    std::vector<NamedCompany> out;
    for (store::Meaning &meaning : *meanings) {
        auto called = names.names(meaning.company, at);
        if (!called)
            return called.error();
        out.push_back({std::move(meaning), std::move(*called)});
    }
    if (!out.empty())
        return out;
    const QString shown = qs(text).left(100);
    if (at.isValid()) {
        const auto now = names.meanings(text);
        if (now && !now->empty())
            return Error{ErrorCode::NotFound,
                         Tr::tr("Nothing was known by the name “%1” at that time; leave out "
                                "the time to see what it is now.")
                             .arg(shown)};
    }
    return Error{ErrorCode::NotFound,
                 Tr::tr("No company is known by the name “%1”; names come with EDGAR's table of tickers, its "
                        "filings, and Polygon's tickers.")
                     .arg(shown)};
}

} // namespace core::workbench
