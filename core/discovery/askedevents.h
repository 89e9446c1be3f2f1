// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The events a study asks about: read once per definition, split by `each`, thinned by cluster and first_in,
// weighed.
#pragma once

#include "core/base/instant.h"
#include "core/domain/event.h"
#include "core/domain/readers.h"
#include "core/domain/study.h"

#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace core::discovery {

/// One event, reduced to what a series needs.
struct AskedEvent {
    base::Instant
        at; ///< what its bar is found by: the scheduled instant, else when it was known; a day's begin
    bool wholeDay = false; ///< precision day, known at its end: `at` is 00:00 of its date and its bar is the
                           ///< one of that date
    base::Instant known;   ///< when its presence (for values: its value) could be acted on
    base::Instant stamp;   ///< when it says it happened, where it tells an instant as news does; nothing is
                           ///< placed by it
    domain::KnownBasis basis = domain::KnownBasis::Published;
    double weight = 1;               ///< NaN: it has none and is left out
    std::uint32_t entity = 0;        ///< position in AskedSeries::entities
    double value = domain::kMissing; ///< its own, whatever it weighs; of a quantile bin, what is binned
    std::uint64_t seq = 0;           ///< the commit that stored its version in force
    base::Instant stored;            ///< when that was
};

/// All events of one series, ascending by `at`, before they meet a calendar.
struct AskedSeries {
    std::string name;
    QJsonObject identity; ///< domain::eventJson, with the quantile bin when there is one
    std::size_t definition = 0;                       ///< of the study, which it belongs to
    std::string filter;                               ///< the definition's, with what `each` made of it
    domain::Weight weight = domain::Weight::Presence; ///< resolved
    bool lookAhead =
        false; ///< its weights use the whole sample (rank, zscore, sample breaks): never tradable
    int minEvents = 15;
    bool spread = false; ///< +1 and −1 for the top and bottom bin
    std::vector<AskedEvent> events;
    std::vector<std::string> entities;
    /// With pair linked the source of each entity: links depend on both, and the same name from another
    /// source is another entity. Else empty.
    std::vector<std::string> sources;

    /// Empty where the source plays no part.
    [[nodiscard]] std::string sourceOf(std::size_t entity) const
    {
        return sources.empty() ? std::string() : sources[entity];
    }
};

struct AskedEvents {
    std::vector<AskedSeries> series; ///< in the order of the study, then of the keys, then of the bins
    std::vector<QString> notes;      ///< what was left out and why
};

/// What events may be read: the snapshot and as-of of the run; files are verified.
struct EventScope {
    base::Instant asOf;
    std::uint64_t snapshot = 0;
    base::Instant before; ///< only events up to it (the seal or the sample's end); missing: no limit
    base::Instant from;   ///< earlier ones count only as the past of others; missing: no limit
    std::function<bool(const domain::Event &)> wanted; ///< by entity and source; empty: every one
};

/// Reads and prepares every series of the study. With pair entity or linked, cluster, first_in and change
/// look at one entity at a time. Fails when the reader does, on cancel, or when no definition has any event.
base::Result<AskedEvents> askEvents(const domain::Study &study, const domain::EventReader &reader,
                                    const EventScope &scope, const base::CancelToken &cancel);

} // namespace core::discovery
