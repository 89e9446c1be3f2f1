// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What companies are called over time: their tickers, names and industries as sources told them, and which of
// them a company has at an instant. A company goes by its CIK, which the SEC gives once and for good.
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::domain {

enum class NameKind : std::uint8_t { Ticker, Name, Sic };

/// How well a source knows, the weaker first.
enum class NameBasis : std::uint8_t {
    Filed,  ///< as a filer wrote it into a form
    Listed, ///< in a table of the source's own, as of the time it was fetched
    Stated, ///< with the day on which it changed
};

/// A change: from `at` on the company is called so, or no longer.
struct CompanyName {
    std::string company; ///< its CIK in ten digits
    NameKind kind = NameKind::Ticker;
    NameBasis basis = NameBasis::Listed;
    std::string value; ///< as the source spells it; empty with `isAll`: it has none of this kind
    base::Instant at;
    base::Instant knownAt;
    bool ends = false;
    bool isAll = false; ///< told with all others of this company, kind and instant: those are all it has then
    std::string source;
    std::uint64_t seq = 0;
};

/// A stretch of time in which a company was called so.
struct HeldName {
    NameKind kind = NameKind::Ticker;
    NameBasis basis = NameBasis::Listed; ///< the best of what told it
    std::string value;
    base::Instant from;    ///< missing: only its end is known
    base::Instant until;   ///< missing: it still is, as far as was known
    base::Instant seen;    ///< when a source last said so
    std::string source;    ///< the first that did
    bool byRename = false; ///< follows from a rename of the ticker before it
    [[nodiscard]] bool isHeld() const { return !until.isValid(); }
};

/// The stretches that the changes of one company add up to, ascending by (kind, from, value). The changes
/// must be those known at the instant that is asked about. Where sources contradict one another: what a filer
/// wrote does not revive a ticker that a better source ended, and yields to a later table that has others; a
/// name or industry that a table or filer tells replaces the one the same source told before.
std::vector<HeldName> heldNames(std::vector<CompanyName> changes);

/// One spelling for all of a share class, preferred share, warrant, unit or right: "BRK.B", "BRK/B" and "BRK
/// B" become "BRK-B", "BAC.PRB" and "BACpB" "BAC-PB", "X.WS" "X-WT". Other texts stay as they are.
std::string tickerKey(std::string_view ticker);
/// The symbol itself and the other ways to write its share class ("BRK-B": also "BRK.B", "BRK/B", "BRK B").
std::vector<std::string> tickerSpellings(const std::string &ticker);
/// Letters of either case, blanks and punctuation do not tell names apart: "apple inc" for "Apple Inc.".
std::string nameKey(std::string_view name);
/// By which a name of that kind is found; tickers in capital letters.
std::string keyOf(NameKind kind, std::string_view value);
/// "0000320193" of "320193", "0000320193", "CIK 320193" or "CIK:0000320193"; nothing when it is no CIK.
std::optional<std::string> cikOf(std::string_view text);

/// What rooms that compute may ask about companies.
class NameReader
{
public:
    virtual ~NameReader() = default;
    /// The tickers a company (a CIK in ten digits) has at an instant (missing: now), as far as was known then
    /// and within the snapshot; ascending and distinct, empty when there are none. Any thread.
    virtual base::Result<std::vector<std::string>> tickers(const std::string &company, base::Instant at,
                                                           std::optional<std::uint64_t> snapshot) const = 0;
};

/// Which of `symbols` (ascending) a text means: itself, another spelling of its share class, or the ticker of
/// the company whose CIK it is. Nothing when it means none. Fails (BadInput) with a sentence when it means
/// several. `names` may be null.
base::Result<std::optional<std::string>> findSymbol(const std::string &text,
                                                    std::span<const std::string> symbols,
                                                    const NameReader *names, base::Instant at,
                                                    std::optional<std::uint64_t> snapshot);

} // namespace core::domain
