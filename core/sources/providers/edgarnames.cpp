// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What EDGAR says companies are and were called.
#include "core/sources/providers/edgar.h"

#include <algorithm>

namespace core::sources::edgar {

using base::Date;
using base::Instant;
using domain::NameBasis;
using domain::NameKind;

namespace {

/// A name that filings of a day bear is known when the day is over.
Instant endOf(Date day)
{
    return newYork().toUtc(day + std::chrono::days(1), {});
}

} // namespace

void addNames(Harvest &harvest, const FilerNames &filer)
{
    // people file too; they are nobody's issuer
    if (filer.isOther && filer.sic.empty() && filer.tickers.empty())
        return;
    const Instant seen = harvest.payload().fetchedAt;
    std::optional<Date> last;
    for (const FormerName &former : filer.former) {
        // "from" and "to" are the days of the first and the last filing under that name
        if (former.from)
            harvest.name(filer.cik, NameKind::Name, NameBasis::Stated, former.name, endOf(*former.from));
        if (!former.to)
            continue;
        if (auto *end = harvest.name(filer.cik, NameKind::Name, NameBasis::Stated, former.name,
                                     endOf(*former.to + std::chrono::days(1))))
            end->ends = true;
        last = std::max(last.value_or(*former.to), *former.to);
    }
    if (last)
        harvest.name(filer.cik, NameKind::Name, NameBasis::Stated, filer.name,
                     endOf(*last + std::chrono::days(1)));
    else if (filer.former.empty() && filer.firstFiled) // it never had another
        harvest.name(filer.cik, NameKind::Name, NameBasis::Stated, filer.name, endOf(*filer.firstFiled));
    harvest.name(filer.cik, NameKind::Name, NameBasis::Listed, filer.name, seen);
    harvest.name(filer.cik, NameKind::Sic, NameBasis::Listed, filer.sic, seen);
    for (const std::string &ticker : filer.tickers) {
        if (auto *name = harvest.name(filer.cik, NameKind::Ticker, NameBasis::Listed, ticker, seen))
            name->isAll = filer.isWhole;
    }
    if (filer.tickers.empty() && filer.isWhole && seen.isValid()) {
        domain::CompanyName none;
        none.company = filer.cik;
        none.at = seen;
        none.knownAt = seen;
        none.isAll = true;
        none.source = harvest.info().name;
        harvest.values().names.push_back(std::move(none));
    }
}

void addNames(Harvest &harvest, const Ownership &form, Instant knownAt)
{
    // an amended form may repeat what was true when the first was filed
    if (form.form.ends_with("/A"))
        return;
    harvest.name(form.issuer.cik, NameKind::Ticker, NameBasis::Filed, form.symbol, knownAt);
    harvest.name(form.issuer.cik, NameKind::Name, NameBasis::Filed, form.issuer.name, knownAt);
}

} // namespace core::sources::edgar
