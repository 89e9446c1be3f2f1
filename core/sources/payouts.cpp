// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/payouts.h"

#include "core/base/tr.h"
#include "core/sources/plainbars.h"

#include <cmath>

namespace core::sources {

using base::Tr;

void addDividend(Harvest &harvest, const Dividend &dividend)
{
    const auto day = base::parseDate(dividend.exDay);
    if (dividend.ticker.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the dividend does not say of which ticker it is"),
                              dividend.exDay);
    if (!day)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the ex-day of the dividend is not a date"),
                              dividend.ticker);
    if (!std::isfinite(dividend.cash))
        return harvest.refuse(RefusalKind::NotANumber, Tr::tr("the amount of the dividend is not a number"),
                              dividend.ticker);
    std::string id = dividend.nativeId;
    if (id.empty())
        id = dividend.ticker + '/' + dividend.exDay + '/' + dividend.type;
    domain::Event &event = harvest.event("dividend", dividend.ticker, "dividend/" + id, {});
    Harvest::setDay(event, *day, newYorkZone());
    if (const auto declared = base::parseDate(dividend.declared)) {
        const base::Instant known = newYorkZone().toUtc(*declared + std::chrono::days(1), base::Duration(0));
        if (known < event.timestamp) {
            event.knownAt = known;
            event.knownBasis = domain::KnownBasis::Scheduled;
        }
    }
    event.value = dividend.cash;
    event.unit = dividend.currency.empty() ? "USD" : dividend.currency;
    Meta meta;
    meta.text("type", dividend.type)
        .number("frequency", dividend.frequency)
        .text("declared", dividend.declared)
        .text("record_date", dividend.recordDay)
        .text("pay_date", dividend.payDay);
    event.metadata = meta.take();
}

} // namespace core::sources
