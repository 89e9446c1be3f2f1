// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/askedbefore.h"

namespace core::discovery {

using base::Result;
using base::Sha256;

namespace {

constexpr std::ptrdiff_t kAbsent = -1;

/// For each of my items its position among theirs, or kAbsent.
std::vector<std::ptrdiff_t> positionsIn(const std::vector<store::AxisItem> &theirs,
                                        const std::vector<store::AxisItem> &mine)
{
    std::map<Sha256, std::ptrdiff_t> at;
    for (std::size_t i = 0; i < theirs.size(); ++i)
        at.emplace(theirs[i].sha256, static_cast<std::ptrdiff_t>(i));
    std::vector<std::ptrdiff_t> out;
    for (const store::AxisItem &item : mine) {
        const auto found = at.find(item.sha256);
        out.push_back(found == at.end() ? kAbsent : found->second);
    }
    return out;
}

bool paired(const store::FamilyAxes &axes, std::ptrdiff_t event, std::ptrdiff_t asset)
{
    if (event == kAbsent || asset == kAbsent)
        return false;
    const auto bit = static_cast<std::size_t>(event) * axes.assets.size() + static_cast<std::size_t>(asset);
    return axes.pairs.empty() || (bit / 8 < axes.pairs.size() && (axes.pairs[bit / 8] >> (bit % 8) & 1) != 0);
}

} // namespace

std::string AskedBefore::tierOf(std::uint32_t family, const Sha256 &hypothesis) const
{
    const auto found = verdicts.find({family, hypothesis});
    return found == verdicts.end() ? "none" : found->second;
}

Result<AskedBefore> askedBefore(const Family &family, const store::FamilyAxes &axes,
                                const store::FamilyRecord &record, const store::Ledger &ledger)
{
    AskedBefore out;
    const std::size_t windows = family.study.windows.size();
    const auto earlier = ledger.earlierFamilies(record.modelSha256, record.sampleFrom, record.sampleTo);
    if (!earlier.ok())
        return earlier.error();
    if (!earlier->empty())
        out.first.assign(family.hypotheses(), 0);
    std::uint32_t number = 0;
    for (const store::FamilyRecord &other : *earlier) {
        ++number;
        const auto theirs = ledger.axes(other.id);
        if (!theirs.ok())
            return theirs.error();
        const auto events = positionsIn(theirs->events, axes.events);
        const auto assets = positionsIn(theirs->assets, axes.assets);
        const auto spans = positionsIn(theirs->windows, axes.windows);
        bool any = false;
        for (std::size_t p = 0; p < family.pairs.size(); ++p) {
            if (!paired(*theirs, events[family.pairs[p].event], assets[family.pairs[p].asset]))
                continue;
            for (std::size_t w = 0; w < windows; ++w) {
                if (spans[w] == kAbsent)
                    continue;
                if (out.first[p * windows + w] == 0) {
                    out.first[p * windows + w] = number;
                    ++out.count;
                    any = true;
                }
            }
        }
        if (!any)
            continue;
        const auto verdicts = ledger.verdicts(other.id);
        if (!verdicts.ok())
            return verdicts.error();
        for (const store::PastVerdict &verdict : *verdicts)
            out.verdicts.emplace(std::pair(number, verdict.hypothesis), verdict.tier);
    }
    return out;
}

} // namespace core::discovery
