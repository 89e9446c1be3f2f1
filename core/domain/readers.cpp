// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/readers.h"

namespace core::domain {

using base::Instant;
using base::Result;

Result<void> EventReader::readVersions(const EventQuery &query,
                                       const std::function<bool(const Event &, Instant)> &row,
                                       const base::CancelToken &cancel) const
{
    EventQuery newest;
    newest.filter = query.filter;
    newest.snapshot = query.snapshot;
    newest.verified = query.verified;
    return read(
        newest, [&row](const Event &event) { return row(event, Instant()); }, cancel);
}

Result<std::map<std::string, BarVersions>> BarReader::readVersions(const std::vector<std::string> &symbols,
                                                                   const BarQuery &query) const
{
    BarQuery newest;
    newest.interval = query.interval;
    newest.snapshot = query.snapshot;
    newest.verified = query.verified;
    auto read = readMany(symbols, newest);
    if (!read.ok())
        return read.error();
    std::map<std::string, BarVersions> out;
    for (auto &[symbol, bars] : *read) {
        BarVersions &versions = out[symbol];
        versions.known = bars.tsEnd;
        versions.bars = std::move(bars);
    }
    return out;
}

} // namespace core::domain
