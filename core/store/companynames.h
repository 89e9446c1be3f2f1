// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The history of companies' tickers and names: what sources told, and what a text meant at an instant.
#pragma once

#include "core/domain/companynames.h"
#include "core/store/catalog.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

/// Adds what sources told; `seq` is given here. What says again what the source said less than a year before
/// is not stored; a table that gives a ticker to another company, or lists all tickers of one, ends those
/// that it does not give any more. Names without text, longer than 1,000 bytes or not of a company are left
/// out. How many rows were added.
base::Result<std::uint64_t> storeNames(WriteTransaction &transaction,
                                       std::span<const domain::CompanyName> names);

/// A company that a text can mean.
struct Meaning {
    enum class How : std::uint8_t { Cik, Ticker, Name, FormerTicker, FormerName };
    std::string company; ///< its CIK in ten digits
    How how = How::Cik;
    domain::HeldName name; ///< by which it was found; empty for Cik
};

/// The stored names as of instants and snapshots. Only what was known and had happened by the instant is used
/// (missing: everything); renames of tickers (corporate actions) count where the new ticker is not known to
/// be another company's. Any thread.
class CompanyNames final : public domain::NameReader
{
public:
    /// The catalog must outlive it.
    explicit CompanyNames(const Catalog &catalog)
        : m_catalog(catalog)
    {}

    /// What a text meant: a CIK, a ticker in any spelling, a name. Those that bore it then, or, when none
    /// did, those that had borne it. More than one: it is ambiguous. Of companies that bore a ticker then,
    /// one that was not seen with it for two years yields to one that was, and what filers wrote to what
    /// tables say.
    base::Result<std::vector<Meaning>> meanings(std::string_view text, base::Instant at = {},
                                                std::optional<std::uint64_t> snapshot = {}) const;
    /// Everything a company was called by then, ascending by (kind, from); empty: nothing is known of it.
    base::Result<std::vector<domain::HeldName>> names(std::string_view company, base::Instant at = {},
                                                      std::optional<std::uint64_t> snapshot = {}) const;
    base::Result<std::vector<std::string>> tickers(const std::string &company, base::Instant at,
                                                   std::optional<std::uint64_t> snapshot) const override;

private:
    const Catalog &m_catalog;
};

/// The name in force of a kind: of several the one that was seen last. Null when there is none.
const domain::HeldName *nameInForce(std::span<const domain::HeldName> names, domain::NameKind kind);

} // namespace core::store
