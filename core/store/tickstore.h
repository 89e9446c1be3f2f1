// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Trades and quotes: one Parquet file per symbol and UTC day, replaced as a whole when a day comes again and
// differs.
#pragma once

#include "core/base/cancel.h"
#include "core/domain/bar.h"
#include "core/store/barstore.h"
#include "core/store/lake.h"
#include "core/store/lease.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace core::store {

struct TickImportReport {
    std::uint64_t stored = 0;
    std::uint64_t duplicate = 0; ///< rows of days that are stored just so
};

/// Rows on their way into the store, in any order; rows of one instant keep theirs. A day of a symbol must
/// come within one import. Nothing is visible unless finish() succeeds. Row: domain::Tick or domain::Quote.
/// One thread.
template <typename Row>
class TickImport final
{
public:
    ~TickImport();
    TickImport(TickImport &&) noexcept;

    /// Fails with BadInput for a row without symbol or ts.
    base::Result<void> add(const Row &row);
    /// Makes everything visible in one commit.
    base::Result<TickImportReport> finish(const base::CancelToken &cancel = {});

private:
    friend class TickStore;
    struct State;
    explicit TickImport(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

struct TickQuery {
    std::string symbol;
    base::Instant from{};                    ///< missing: from the first
    base::Instant to{};                      ///< before it; missing: to the last
    std::optional<std::uint64_t> snapshot{}; ///< days as they were then
};

/// Of the versions of a day the one stored last is read, whichever source it came from: a second feed for the
/// same market corrects the first, and mixing the two would count trades twice. Any thread.
class TickStore final
{
public:
    /// Catalog and lake must outlive the store.
    TickStore(Catalog &catalog, const Lake &lake, DuckConnector connect);

    /// Begins an import under the caller's lease "bulk", which must outlive it.
    template <typename Row>
    base::Result<TickImport<Row>> beginImport(Lease &lease, std::string_view source,
                                              const base::Sha256 &rawSha256);

    /// Calls `row` for each row of the symbol, ascending by ts, until it returns false.
    template <typename Row>
    base::Result<void> read(const TickQuery &query, const std::function<bool(const Row &)> &row,
                            const base::CancelToken &cancel = {}) const;

private:
    Catalog &m_catalog;
    const Lake &m_lake;
    DuckConnector m_connect;
};

} // namespace core::store
