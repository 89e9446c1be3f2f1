// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where each row of a filter stands in the order of time, so that a table can jump anywhere.
#pragma once

#include "core/base/progress.h"
#include "core/store/eventstore.h"
#include "core/store/rowfile.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace core::store {

/// A hot row: its key, and where it is in the hot tier.
struct HotRow {
    RowKey key;
    std::uint64_t place = 0;
};

/// A list whose copies share what did not change: pieces of up to 65,536 items.
template <typename T>
class SharedList final
{
public:
    static constexpr std::size_t kPiece = 65536;

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] const T &operator[](std::uint64_t at) const
    {
        const std::size_t piece = pieceOf(at);
        return (*m_pieces[piece].items)[at - m_pieces[piece].first];
    }
    void append(const T &item)
    {
        if (m_pieces.empty() || m_pieces.back().items->size() >= kPiece)
            addPiece();
        own(m_pieces.size() - 1).push_back(item);
        ++m_size;
    }
    void insert(std::uint64_t at, const T &item)
    {
        if (at >= m_size)
            return append(item);
        const std::size_t piece = pieceOf(at);
        std::vector<T> &items = own(piece);
        items.insert(items.begin() + static_cast<std::ptrdiff_t>(at - m_pieces[piece].first), item);
        shift(piece, 1);
    }
    void erase(std::uint64_t at)
    {
        const std::size_t piece = pieceOf(at);
        std::vector<T> &items = own(piece);
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(at - m_pieces[piece].first));
        shift(piece, std::uint64_t{0} - 1);
    }
    /// From now on nothing that is there is changed in place: it may be shared.
    void share()
    {
        for (Piece &piece : m_pieces)
            piece.isOwn = false;
    }
    [[nodiscard]] std::size_t memoryBytes() const
    {
        std::size_t bytes = m_pieces.capacity() * sizeof(Piece);
        for (const Piece &piece : m_pieces)
            bytes += piece.items->capacity() * sizeof(T);
        return bytes;
    }

private:
    struct Piece {
        std::uint64_t first = 0;
        std::shared_ptr<std::vector<T>> items;
        bool isOwn = true;
    };
    [[nodiscard]] std::size_t pieceOf(std::uint64_t at) const
    {
        const auto after =
            std::upper_bound(m_pieces.begin(), m_pieces.end(), at,
                             [](std::uint64_t value, const Piece &p) { return value < p.first; });
        std::size_t piece = static_cast<std::size_t>(after - m_pieces.begin()) - 1;
        while (piece > 0 && m_pieces[piece].items->empty()) // an emptied piece begins where the next one does
            --piece;
        return piece;
    }
    void addPiece() { m_pieces.push_back({m_size, std::make_shared<std::vector<T>>(), true}); }
    std::vector<T> &own(std::size_t at)
    {
        Piece &piece = m_pieces[at];
        if (!piece.isOwn)
            piece = {piece.first, std::make_shared<std::vector<T>>(*piece.items), true};
        return *piece.items;
    }
    void shift(std::size_t piece, std::uint64_t by)
    {
        m_size += by;
        for (std::size_t later = piece + 1; later < m_pieces.size(); ++later)
            m_pieces[later].first += by;
        if (m_pieces[piece].items->empty())
            m_pieces.erase(m_pieces.begin() + static_cast<std::ptrdiff_t>(piece));
    }

    std::vector<Piece> m_pieces;
    std::uint64_t m_size = 0;
};

/// The rows of one filter in force at one snapshot, ascending by (timestamp, id, revision): four bytes for
/// each row, forty more for each hot one. Immutable; any thread.
class EventIndex final
{
public:
    using Shared = std::shared_ptr<const EventIndex>;

    /// Makes the row files that are missing (once for each lake file), asks the filter of every file, and
    /// merges. `query` says filter and snapshot; the rest does not count. Long; can be cancelled.
    static base::Result<Shared> build(const EventStore &store, const domain::EventQuery &query,
                                      const base::CancelToken &cancel, const base::ProgressSink &progress);
    /// The same filter at the newest snapshot, made from this one; null when so much changed that it must be
    /// built.
    base::Result<Shared> extended(const EventStore &store, const domain::EventQuery &query,
                                  const base::CancelToken &cancel) const;

    [[nodiscard]] std::uint64_t snapshot() const { return m_snapshot; }
    [[nodiscard]] std::uint64_t rows() const { return m_order.size(); }
    [[nodiscard]] std::size_t memoryBytes() const;

    /// The rows [first, first + count), ascending. Fails with NotFound when hot rows have moved to the lake
    /// since, Corrupt when a row file was found damaged: then it must be built again.
    base::Result<std::vector<domain::Event>> read(const EventStore &store, std::uint64_t first,
                                                  std::uint32_t count, const base::CancelToken &cancel) const;
    /// How many rows come before the key; and whether the row there has it.
    struct Found {
        std::uint64_t position = 0;
        bool isThere = false;
    };
    base::Result<Found> find(const RowKey &key) const;

private:
    /// One lake file. Its rows are numbered on from `first`.
    struct File {
        ManifestEntry entry;
        std::shared_ptr<const RowFile> rows; ///< null when none of its rows is in the index
        std::uint32_t first = 0;
    };
    class KeyReader;
    friend class IndexBuilder;

    [[nodiscard]] std::size_t fileOf(std::uint32_t row) const;
    base::Result<void> remove(const std::vector<std::pair<base::Uuid, std::int32_t>> &versions,
                              const std::vector<ManifestEntry> &files, const base::CancelToken &cancel);
    base::Result<bool> addHot(const std::vector<HotRow> &rows, const base::CancelToken &cancel);

    std::uint64_t m_snapshot = 0;
    std::uint64_t m_hotFloor = 0;
    std::vector<File> m_files;         ///< ascending by name
    SharedList<std::uint32_t> m_order; ///< a row of a file, or kHot and the number of a hot one
    SharedList<HotRow> m_hot;
};

/// The newest or oldest rows of a filter without an index, from row files alone: `skip` and then `count`
/// rows. Nothing when that would take long: row files are missing, or hardly a row passes.
base::Result<std::optional<std::vector<domain::Event>>>
readEdge(const EventStore &store, const domain::EventQuery &query, const base::CancelToken &cancel);

} // namespace core::store
