// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/refusals.h"

#include <algorithm>

namespace core::sources {

RefusalKind refusalOf(RecordFault fault)
{
    switch (fault) {
    case RecordFault::TooManyFields:
        return RefusalKind::TooManyFields;
    case RecordFault::OpenQuote:
        return RefusalKind::OpenQuote;
    case RecordFault::NulByte:
        return RefusalKind::NulByte;
    default:
        return RefusalKind::RecordTooLong;
    }
}

std::vector<Refusal> Refusals::list() const
{
    std::vector<Refusal> list;
    for (const auto &[key, entry] : m_entries) {
        const auto same = std::find_if(list.begin(), list.end(),
                                       [reason = entry.reason](const Refusal &other) { return other.reason == reason; });
        if (same == list.end()) {
            list.push_back(entry);
            continue;
        }
        same->count += entry.count;
        same->first.insert(same->first.end(), entry.first.begin(), entry.first.end());
        std::stable_sort(same->first.begin(), same->first.end(),
                         [](const RefusedLine &a, const RefusedLine &b) { return a.line < b.line; });
        same->first.resize(std::min(same->first.size(), kLinesKept));
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Refusal &a, const Refusal &b) { return a.count > b.count; });
    return list;
}

} // namespace core::sources
