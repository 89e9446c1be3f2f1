// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a table of events needs of the engine: windows of rows, jumps, counts, words and raw bytes.
#pragma once

#include "core/base/hash.h"
#include "core/workbench/workbench.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace core::workbench {

/// The rows of one filter in time order, read in windows. Thread-safe; blocking calls, meant for a worker
/// thread. The workbench must outlive it.
class EventPages final
{
public:
    /// Opens at the newest snapshot; nothing is counted yet. `filter` is a text of the grammar, "" for all
    /// events; relative times are fixed now. Fails with BadInput when the filter cannot be read.
    static base::Result<std::unique_ptr<EventPages>> open(const Workbench &bench, const std::string &filter,
                                                          domain::Order order,
                                                          const base::CancelToken &cancel);
    ~EventPages();

    [[nodiscard]] std::uint64_t snapshot() const;
    /// Whether every page is quick. False again when what the index points to has moved: build it anew.
    [[nodiscard]] bool hasIndex() const;
    /// What the index keeps in memory: 4 bytes a row, 40 more for a hot one, 1/4 byte for each row of the
    /// lake.
    [[nodiscard]] std::size_t indexBytes() const;

    /// Rows in all; at once when there is an index.
    base::Result<std::uint64_t> count(const base::CancelToken &cancel);
    /// Makes every page quick. The first time in a workspace it copies the lake's rows in the order of time
    /// to <workspace>/cache (about the lake's size twice over; it may be deleted), later that is there.
    /// Damaged lake files are named (Corrupt). Nothing happens when there is an index.
    base::Result<void> buildIndex(const Job &job);
    /// The rows [first, first + rows) in view order, fewer at the end, none beyond it. Without an index only
    /// the first and last 20,000 rows can be read (NotFound for others).
    base::Result<std::vector<domain::Event>> page(std::uint64_t first, std::uint32_t rows,
                                                  const base::CancelToken &cancel) const;
    /// The position of an event; missing when it is not among the rows.
    base::Result<std::optional<std::uint64_t>> rowOf(const domain::Event &event,
                                                     const base::CancelToken &cancel) const;
    /// The first row at or after that instant in view order: newest first, that is the first one not later
    /// than it. The count of rows when there is none.
    base::Result<std::uint64_t> rowAt(base::Instant at, const base::CancelToken &cancel) const;

    /// How many rows of the newest state were committed after snapshot() and pass the filter.
    base::Result<std::uint64_t> newRows(const base::CancelToken &cancel) const;
    /// Moves to the newest snapshot. An index is extended by what came since, or built anew when files
    /// changed (an import, a compaction); meanwhile the old snapshot is served.
    base::Result<void> refresh(const Job &job);

private:
    struct Impl;
    explicit EventPages(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Counts over time for the strip above the table: equal stretches of [from, to].
struct EventHistogram {
    base::Instant from;
    base::Instant to;
    std::vector<std::uint64_t> counts; ///< empty when there are no rows and an end was missing
};

/// Missing ends: the range of the rows.
base::Result<EventHistogram> histogramOf(const Workbench &bench, const std::string &filter,
                                         base::Instant from, base::Instant to, std::size_t buckets,
                                         const base::CancelToken &cancel);

/// The bytes an event came from: at most `limit` of the decoded payload; NotFound with a sentence when there
/// are none.
base::Result<std::string> rawBytes(const Workbench &bench, const base::Sha256 &sha, std::size_t limit);

/// Words to complete a filter with, ascending.
struct EventWords {
    std::vector<std::string> sources;
    std::vector<std::string> eventTypes;
    std::vector<std::string> entities; ///< the 1,000 most frequent
};

base::Result<EventWords> wordsOf(const Workbench &bench, const base::CancelToken &cancel);

} // namespace core::workbench
