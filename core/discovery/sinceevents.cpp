// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/sinceevents.h"

#include "core/domain/event.h"
#include "core/domain/filter.h"

#include <set>

namespace core::discovery {

using base::Result;
using domain::Event;

namespace {

Result<domain::EventQuery> everythingOf(const std::set<std::string> &sources)
{
    std::string text;
    for (const std::string &source : sources)
        text += (text.empty() ? "source == \"" : " or source == \"") + source + '"';
    const auto filter = domain::Filter::parse(text, base::Instant(0));
    if (!filter.ok())
        return filter.error();
    domain::EventQuery query;
    query.filter = std::make_shared<const domain::Filter>(*filter);
    return query;
}

} // namespace

Result<void> SinceEvents::read(const domain::EventQuery &query, const std::function<bool(const Event &)> &row,
                               const base::CancelToken &cancel) const
{
    std::set<base::Uuid> revised; // of these an earlier version may be an old one
    std::set<std::string> sources;
    const auto looked = m_reader.read(
        query,
        [&](const Event &event) {
            if (event.seq > m_snapshot && event.revision > 0) {
                revised.insert(event.id);
                sources.insert(event.source);
            }
            return true;
        },
        cancel);
    if (!looked.ok())
        return looked;
    std::set<base::Uuid> old;
    if (!revised.empty()) {
        auto then = everythingOf(sources); // it may not have passed the filter as it was
        if (!then.ok())
            return then.error();
        then->snapshot = m_snapshot;
        const auto compared = m_reader.read(
            *then,
            [&](const Event &event) {
                if (revised.contains(event.id))
                    old.insert(event.id);
                return old.size() < revised.size();
            },
            cancel);
        if (!compared.ok())
            return compared;
    }
    return m_reader.read(
        query,
        [&](const Event &event) {
            if (!old.contains(event.id))
                return row(event);
            Event known = event;
            known.seq = m_snapshot;
            return row(known);
        },
        cancel);
}

Result<std::vector<domain::EventGroup>> SinceEvents::count(const domain::EventQuery &query,
                                                           std::string_view by) const
{
    return m_reader.count(query, by);
}

} // namespace core::discovery
