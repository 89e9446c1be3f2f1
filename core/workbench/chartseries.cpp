// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/chartseries.h"

#include "core/base/tr.h"
#include "core/domain/filter.h"

#include <algorithm>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using domain::Filter;

namespace {

/// The filter as it was written, and the stretch of time.
Result<Filter> within(const Filter &filter, base::Instant from, base::Instant to)
{
    std::string text;
    const auto add = [&text](const std::string &clause) { text += (text.empty() ? "" : " and ") + clause; };
    if (!filter.normalForm().empty())
        add("(" + filter.normalForm() + ")");
    if (from.isValid())
        add("timestamp >= " + base::toIso(from));
    if (to.isValid())
        add("timestamp <= " + base::toIso(to));
    return Filter::parse(text, base::Instant(0)); // nothing in it is relative any more
}

} // namespace

base::Result<std::vector<EventMark>> marksOf(const Workbench &bench, const std::string &filter,
                                             base::Instant from, base::Instant to, std::size_t limit,
                                             const base::CancelToken &cancel, base::Instant asOf)
{
    const Result<Filter> asked = Filter::parse(filter, bench.clock().now());
    if (!asked)
        return asked.error();
    const Result<Filter> whole = within(*asked, from, to);
    if (!whole)
        return whole.error();
    domain::EventQuery query;
    query.filter = std::make_shared<const Filter>(*whole);
    query.order = domain::Order::Descending;
    query.limit = limit;
    query.asOf = asOf;
    std::vector<EventMark> out;
    const Result<void> read = bench.events().read(
        query,
        [&out](const domain::Event &event) {
            out.push_back(
                {event.id, event.timestamp, event.eventType, event.entity, event.text, event.value});
            return true;
        },
        cancel);
    if (!read)
        return read.error();
    if (cancel.isCancelled())
        return Error{ErrorCode::Cancelled, Tr::tr("Reading the events was cancelled.")};
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace core::workbench
