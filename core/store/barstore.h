// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bars: sorted Parquet files in the lake, written in bulk, read by symbol, in the version in force at any
// time.
#pragma once

#include "core/base/cancel.h"
#include "core/domain/readers.h"
#include "core/store/catalog.h"
#include "core/store/duck.h"
#include "core/store/lake.h"
#include "core/store/lease.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

/// Where connections to the workspace's DuckDB come from. Any thread.
using DuckConnector = std::function<base::Result<DuckConnection>()>;

struct BarImportReport {
    std::uint64_t stored = 0;    ///< new rows, new versions included
    std::uint64_t versions = 0;  ///< of them, rows that replace a bar that said something else
    std::uint64_t duplicate = 0; ///< rows that say what is in force already
};

/// Bars of one interval on their way into the store; nothing is visible, and no snapshot holds any, unless
/// finish() succeeds. Fastest when the rows come ascending by (symbol, source, ts). One thread.
class BarImport final
{
public:
    ~BarImport();
    BarImport(BarImport &&) noexcept;

    /// When the rows that come next were seen, as their payload was: a bar that says something else than one
    /// seen before is a correction and known from then on, not since its own knownAt. Missing: since knownAt.
    void seenAt(base::Instant at);
    /// `seq` and `revision` are given here; the interval must be the import's. Fails with BadInput for a bar
    /// without symbol, source, ts, tsEnd or knownAt.
    base::Result<void> add(const domain::Bar &bar);
    /// Makes everything visible in one commit.
    base::Result<BarImportReport> finish(const base::CancelToken &cancel = {});

private:
    friend class BarStore;
    struct State;
    explicit BarImport(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

/// A bar is known by (symbol, interval, source, ts); its versions are ordered by (knownAt, seq, revision),
/// and a version is stored only if it differs from the one in force when it was seen. Unlike events,
/// bars need no rows in `superseded`: they are read by symbol, where the versions of a bar come one after the
/// other.
///
/// When several sources have the same symbol and interval, the one with the most bars is read, and of equals
/// the one that was first imported last: a long history is not displaced by a short extra file, nor by the
/// order of imports.
class BarStore final : public domain::BarReader
{
public:
    /// Catalog and lake must outlive the store.
    BarStore(Catalog &catalog, const Lake &lake, DuckConnector connect);

    /// Begins a bulk import under the caller's lease "bulk", which must outlive it.
    base::Result<BarImport> beginImport(Lease &lease, std::string_view interval);

    base::Result<domain::BarSeries> read(const domain::BarQuery &query) const override;
    base::Result<std::map<std::string, domain::BarSeries>>
    readMany(const std::vector<std::string> &symbols, const domain::BarQuery &query) const override;
    base::Result<std::map<std::string, domain::BarVersions>>
    readVersions(const std::vector<std::string> &symbols, const domain::BarQuery &query) const override;
    base::Result<std::vector<std::string>> symbols(std::string_view interval) const override;
    base::Result<std::optional<domain::Instrument>> instrument(std::string_view symbol) const override;
    base::Result<std::vector<domain::Instrument>> instruments() const override;
    base::Result<std::vector<domain::Action>> actions(std::string_view symbol, base::Instant asOf,
                                                      std::optional<std::uint64_t> snapshot) const override;

    /// Merges the files of each interval into few, sorted, when there are more than `limit`. Rows keep their
    /// seq, so snapshots stay what they were. Under the caller's lease "compact". How many files went into
    /// others.
    base::Result<std::uint64_t> compact(Lease &lease, std::size_t limit = 24,
                                        const base::CancelToken &cancel = {});

private:
    Catalog &m_catalog;
    const Lake &m_lake;
    DuckConnector m_connect;
};

} // namespace core::store
