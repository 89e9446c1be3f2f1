// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/eventdiff.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace core::workbench {

using base::Result;
using domain::Event;

base::Result<EventDiff> diffEvents(const domain::EventReader &reader, const domain::EventQuery &before,
                                   const domain::EventQuery &after, std::uint64_t limit,
                                   const base::CancelToken &cancel)
{
    EventDiff diff;
    std::map<base::Uuid, base::Sha256> old;
    std::set<base::Uuid> shown; ///< changed ones whose older version is still to be fetched
    Result<void> read = reader.read(
        before,
        [&](const Event &event) {
            old.emplace(event.id, domain::contentHash(event));
            return true;
        },
        cancel);
    if (!read)
        return read.error();
    read = reader.read(
        after,
        [&](const Event &event) {
            const auto it = old.find(event.id);
            const bool isNew = it == old.end();
            const bool isSame = !isNew && it->second == domain::contentHash(event);
            if (!isNew)
                old.erase(it);
            if (isSame) {
                ++diff.same;
                return true;
            }
            ++(isNew ? diff.came : diff.changed);
            if (diff.changes.size() < limit) {
                diff.changes.push_back({std::nullopt, event});
                if (!isNew)
                    shown.insert(event.id);
            }
            return true;
        },
        cancel);
    if (!read)
        return read.error();
    diff.went = old.size();
    const bool showsGone = diff.went > 0 && diff.changes.size() < limit;
    if (shown.empty() && !showsGone)
        return diff;
    std::vector<EventChange> gone;
    read = reader.read(
        before,
        [&](const Event &event) {
            if (shown.contains(event.id)) {
                const auto it =
                    std::find_if(diff.changes.begin(), diff.changes.end(),
                                 [&](const EventChange &change) { return change.after->id == event.id; });
                it->before = event;
            } else if (old.contains(event.id) && diff.changes.size() + gone.size() < limit) {
                gone.push_back({event, std::nullopt});
            }
            return true;
        },
        cancel);
    if (!read)
        return read.error();
    std::move(gone.begin(), gone.end(), std::back_inserter(diff.changes));
    return diff;
}

} // namespace core::workbench
