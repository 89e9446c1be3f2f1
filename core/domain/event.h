// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Something that happened in the world, with its three instants and the bytes it came from.
#pragma once

#include "core/base/hash.h"
#include "core/base/instant.h"
#include "core/base/uuid.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace core::domain {

/// Where knownAt comes from (architecture: Time).
enum class KnownBasis : std::uint8_t {
    Published, ///< the provider says so
    Observed,  ///< our own live fetch
    Scheduled, ///< a calendar known in advance
    Estimated, ///< a stated lag rule
};

enum class Precision : std::uint8_t {
    Instant, ///< the clock time is known
    Day,     ///< only the date is: timestamp = 00:00, knownAt = 24:00 of it in the source's zone
};

struct Event {
    base::Uuid id; ///< base::eventId(source, native id)
    std::int32_t revision = 0;
    std::uint64_t seq = 0;   ///< the commit that stored it; given by the store
    base::Instant timestamp; ///< when it happened (occurredAt)
    base::Instant knownAt;   ///< when the public could first know it
    KnownBasis knownBasis = KnownBasis::Published;
    Precision precision = Precision::Instant;
    std::string source;
    std::string eventType;
    std::string entity;
    double value = std::numeric_limits<double>::quiet_NaN(); ///< NaN: it has none
    std::string unit;
    std::string text;
    std::string metadata;     ///< a canonical JSON object, or empty
    base::Sha256 rawSha256{}; ///< of the decoded, redacted payload in the vault
    std::string parser;
    std::int32_t parserVersion = 0;
    base::Instant ingestedAt;
};

/// "published", "observed", "scheduled", "estimated".
std::string_view toText(KnownBasis basis);
/// "instant", "day".
std::string_view toText(Precision precision);
base::Result<KnownBasis> parseKnownBasis(std::string_view text);
base::Result<Precision> parsePrecision(std::string_view text);

/// What decides whether a row is a new version of an id: SHA-256 over what it says, that is everything but
/// knownAt, knownBasis (saying the same again later is nothing new), revision, seq, rawSha256, parser,
/// parserVersion and ingestedAt. The timestamp does not count where it is our sight of what its source does
/// not date (observed, known at the same instant, meta.undated).
base::Sha256 contentHash(const Event &event);

/// The text that searches look in: NFKC, case-folded (Unicode TR15, TR21). Plain ASCII takes a fast path.
std::string foldText(std::string_view text);

} // namespace core::domain
