// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The hash chain of the ledger's append-only tables: how a row's content becomes bytes, and the check of a
// whole table.
#pragma once

#include "core/base/hash.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace core::store {

/// The content of one row as bytes that no other content has.
class RowContent final
{
public:
    RowContent &add(std::string_view text);
    RowContent &add(std::span<const unsigned char> blob);
    RowContent &add(std::int64_t number);
    RowContent &add(double number); ///< every NaN is the same missing value
    /// SHA-256 of (prev, content).
    [[nodiscard]] base::Sha256 sealWith(const base::Sha256 &prev) const;

private:
    std::string m_bytes;
};

/// A table of the chain and its content columns in order; types by letter: t text, b blob, i integer, r real.
struct ChainedTable {
    std::string_view name;
    std::string_view columns; ///< comma-separated, without position, prev_sha256 and sha256
    std::string_view types;
};

inline constexpr ChainedTable kFamiliesChain{"families",
                                             "family_id, spec, spec_sha256, axes_sha256, model_sha256, m, "
                                             "m_new, calendar, sample, sample_from, sample_to, \"restrict\", "
                                             "snapshot, run, registered_at",
                                             "btbbbiibtiititi"};
inline constexpr ChainedTable kTrialsChain{
    "trials",
    "family_id, run, coordinate, hypothesis_id, tier, n, effect, t, y, p_adjusted, finding, recorded_at",
    "btibtirrrrti"};
inline constexpr ChainedTable kUnsealsChain{
    "unseals", "hypothesis_id, family_id, opened_at, n, effect, t, p, p_holm, confirmed", "bbiirrrri"};
inline constexpr ChainedTable kWalksChain{"walks",
                                          "walk, study, snapshot, from_at, to_at, step, questions, found, "
                                          "scored, held, result, program, recorded_at",
                                          "ttiiitiiiitti"};

/// The newest row: its position (0: none) and hash (zeros: none).
struct ChainHead {
    std::int64_t position = 0;
    base::Sha256 sha256{};
};
base::Result<ChainHead> chainHead(Database &database, const ChainedTable &table);

/// Walks the table in order. Fails with Corrupt naming the first row whose hash or predecessor does not fit.
base::Result<void> checkChain(Database &database, const ChainedTable &table);

} // namespace core::store
