// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one lake file once more, in the order of time and in small blocks, so that any row is read in
// microseconds. A copy that can be made again: it is never backed up and never the truth.
#pragma once

#include "core/base/cancel.h"
#include "core/domain/event.h"
#include "core/store/files.h"

#include <atomic>
#include <compare>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace core::store {

/// What rows are ordered by; unique among the rows of a workspace.
struct RowKey {
    base::Instant timestamp;
    base::Uuid id;
    std::int32_t revision = 0;

    friend auto operator<=>(const RowKey &, const RowKey &) = default;
};

inline RowKey keyOf(const domain::Event &event)
{
    return {event.timestamp, event.id, event.revision};
}

/// A row of a row file: its key and its number in the lake file.
struct RowPlace {
    RowKey key;
    std::uint32_t fileRow = 0;
};

/// Rows of a block. Smaller ones make single rows cheaper and the file larger.
inline constexpr std::uint32_t kRowsPerBlock = 64;

/// Writes a row file; nothing is left unless finish() succeeds. One thread.
class RowFileWriter final
{
public:
    static base::Result<std::unique_ptr<RowFileWriter>> create(const std::filesystem::path &target);
    ~RowFileWriter();

    /// The next row, ascending by key.
    base::Result<void> add(const domain::Event &event, std::uint32_t fileRow);
    /// `of` is the SHA-256 of the lake file.
    base::Result<void> finish(const base::Sha256 &of);

private:
    struct State;
    explicit RowFileWriter(std::unique_ptr<State> state);
    base::Result<void> endBlock();

    std::unique_ptr<State> m_state;
};

/// An open row file. Every block has a checksum: a flipped bit is Corrupt, never a row. Any thread.
class RowFile final
{
public:
    /// Fails with NotFound when it is not there, Corrupt when it is not the copy of that lake file.
    static base::Result<std::shared_ptr<const RowFile>> open(const std::filesystem::path &file,
                                                             const base::Sha256 &of, std::uint64_t rows);
    ~RowFile();

    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] std::uint32_t blocks() const { return static_cast<std::uint32_t>(m_blocks.size() - 1); }
    /// The keys of a block, ascending.
    base::Result<void> readKeys(std::uint32_t block, std::vector<RowPlace> &places) const;
    /// Whole events: those of a block at the given positions within it.
    base::Result<std::vector<domain::Event>> readEvents(std::uint32_t block,
                                                        std::span<const std::uint32_t> positions) const;
    /// A block was found damaged.
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    struct Block {
        std::uint64_t payload = 0; ///< where it begins
        std::uint64_t keys = 0;
    };
    RowFile() = default;
    base::Result<std::string> frame(std::uint64_t from, std::uint64_t to) const;
    base::Error damaged() const;

    std::filesystem::path m_file;
    int m_descriptor = -1;
    std::uint64_t m_rows = 0;
    std::vector<Block> m_blocks; ///< one more than there are
    mutable std::atomic<bool> m_isDamaged = false;
};

} // namespace core::store
