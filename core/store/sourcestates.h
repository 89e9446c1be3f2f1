// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What each source is set to, how it fares, and its figures by day.
#pragma once

#include "core/base/hash.h"
#include "core/store/catalog.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

struct SourceState {
    std::string source;
    bool enabled = false;
    std::string settings = "{}"; ///< JSON without secrets
    base::Instant nextAt;        ///< when it is asked next
    base::Instant triedAt;
    base::Instant succeededAt;
    base::Instant coveredTo; ///< everything before it was asked for
    std::uint32_t failures = 0; ///< in a row
    std::string fault;          ///< of the last attempt; empty: it went well
};

/// All of them, ascending by name.
base::Result<std::vector<SourceState>> sourceStates(Database &database);
/// One that was never switched on is off and has no past.
base::Result<SourceState> sourceState(Database &database, std::string_view source);
/// Adds or replaces one.
base::Result<void> saveSourceState(WriteTransaction &transaction, const SourceState &state);

/// Lags (ingestedAt − knownAt) by powers of two seconds: bucket n counts those below 2^n s, the last one the rest.
inline constexpr std::size_t kLagBuckets = 32;
using LagCounts = std::array<std::uint64_t, kLagBuckets>;
std::size_t lagBucket(base::Duration lag);
/// The lag that a share (0..1) of them stays below, in seconds: the upper edge of its bucket; NaN for none.
double lagQuantile(const LagCounts &counts, double share);

/// What happened on one day (UTC), to be added to what there is.
struct SourceDay {
    base::Date day{};
    std::uint64_t requests = 0;
    std::uint64_t bytes = 0;
    std::uint64_t records = 0;
    std::uint64_t stored = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t refused = 0;
    std::uint64_t parseMicros = 0;
    LagCounts lags{};
};

base::Result<void> addSourceDay(WriteTransaction &transaction, std::string_view source, const SourceDay &day);
/// Ascending by day, from `from` on.
base::Result<std::vector<SourceDay>> sourceDays(Database &database, std::string_view source, base::Date from);

/// How long after they happened facts of one type were first seen by a running collector.
struct SeenLags {
    std::string source;
    std::string eventType;
    LagCounts counts{};
};
base::Result<void> addSeenLags(WriteTransaction &transaction, base::Date day, const SeenLags &lags);
/// Summed from `from` on, ascending by source and type.
base::Result<std::vector<SeenLags>> seenLags(Database &database, base::Date from);

/// Records of one payload that could not be used for one reason.
struct RefusalNote {
    std::string reason;
    std::uint64_t count = 0;
    std::string examples; ///< JSON list of [record, text]
};
/// Replaces what was noted of the payload.
base::Result<void> storeRefusals(WriteTransaction &transaction, const base::Sha256 &payload,
                                 std::span<const RefusalNote> refusals);

/// What a provider said of an answer (RFC 9110, 8.8); empty texts: nothing.
struct Validators {
    std::string etag;
    std::string lastModified;
};
base::Result<Validators> validatorsOf(Database &database, std::string_view source, std::string_view what);
base::Result<void> saveValidators(WriteTransaction &transaction, std::string_view source, std::string_view what,
                                  const Validators &validators);

/// A time at which nothing could be collected.
struct Gap {
    std::string source;
    base::Instant from;
    base::Instant to;
    std::string reason;
    bool isFilled = false;
};
base::Result<void> noteGap(WriteTransaction &transaction, const Gap &gap);
/// Ascending by source and beginning.
base::Result<std::vector<Gap>> gaps(Database &database);

} // namespace core::store
