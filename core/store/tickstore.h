// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Trades and quotes: one Parquet file per symbol and UTC day, replaced as a whole when a day is imported
// again and differs. What comes live is added to the day: in the catalog at first, folded into the file
// later.
#pragma once

#include "core/base/cancel.h"
#include "core/domain/bar.h"
#include "core/store/barstore.h"
#include "core/store/lake.h"
#include "core/store/lease.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

/// Rows of one payload that add to their days, compared with what the lake has of them. Any thread.
template <typename Row>
struct LiveRows {
    /// The version of a day they were compared with; seq 0: there is none.
    struct Day {
        std::string symbol;
        std::int64_t day = 0;
        std::uint64_t seq = 0;
        std::string file;
    };
    std::vector<Row> rows;          ///< that the lake does not have
    std::vector<std::uint32_t> nth; ///< which of its equals in the payload a row is, from 0
    std::vector<std::uint32_t> day; ///< its place in `days`
    std::vector<Day> days;
    std::uint64_t duplicate = 0; ///< rows that the lake has
};

/// Which live days are folded.
struct FoldOptions {
    base::Date before{};              ///< days before this one, and
    std::uint64_t mostRows = 200'000; ///< those with more live rows than this
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

    /// The first of two steps for rows that come live, in the order they came: leaves out what the lake has
    /// already. Fails with BadInput for a row without symbol or ts.
    template <typename Row>
    base::Result<LiveRows<Row>> compare(std::span<const Row> rows,
                                        const base::CancelToken &cancel = {}) const;
    /// The second, in the transaction that ends the payload: the same payload again adds nothing, and a row
    /// that another payload brought already (equal in everything that is kept) is a duplicate. Fails with
    /// LeaseHeld when a day was imported or folded since compare(): do both again.
    template <typename Row>
    static base::Result<TickImportReport> append(WriteTransaction &transaction, const LiveRows<Row> &rows,
                                                 std::string_view source, const base::Sha256 &rawSha256);
    /// Moves live rows into the files of their days; no snapshot changes, and rows keep their seq. A day
    /// whose file is damaged is set aside and named (Corrupt). The lease is "bulk" or "compact". How many
    /// rows moved.
    base::Result<std::uint64_t> fold(Lease &lease, const FoldOptions &options,
                                     const base::CancelToken &cancel = {});

    /// Calls `row` for each row of the symbol, ascending by ts, until it returns false.
    template <typename Row>
    base::Result<void> read(const TickQuery &query, const std::function<bool(const Row &)> &row,
                            const base::CancelToken &cancel = {}) const;

private:
    template <typename Row>
    base::Result<std::uint64_t> foldKind(Lease &lease, const FoldOptions &options,
                                         const base::CancelToken &cancel);

    Catalog &m_catalog;
    const Lake &m_lake;
    DuckConnector m_connect;
};

} // namespace core::store
