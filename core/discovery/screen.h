// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The screen of a whole family, piece by piece: what is done is kept in a folder, so that a run that was cut
// short goes on, and pieces made on several machines are put together.
#pragma once

#include "core/base/hash.h"
#include "core/discovery/family.h"
#include "core/discovery/scan.h"

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace core::discovery {

class CountTable;

/// Positions [first, last) among the pairs of a screen.
struct PieceRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// What the screen of some pairs gives. Pieces of one family are put together in any order: maxima by their
/// maximum, counts by their sum, and both are the same however the family was cut.
struct ScreenPiece {
    PieceRange range;
    std::vector<float> y;      ///< |statistic|/σ, (pair − first) · windows + window
    std::vector<float> maxima; ///< M of every shift, the observed one first
    std::shared_ptr<CountTable> counts;
};

/// Pieces of one screen as files. A file that is damaged or of another screen counts as missing.
class PieceFolder final
{
public:
    /// `key` names what is screened, on which data, by which program; an empty folder name keeps nothing.
    /// Further folders are only read.
    PieceFolder(const base::Sha256 &key, std::filesystem::path folder,
                std::vector<std::filesystem::path> others = {});

    /// The ranges that are there, ascending, without those that overlap an earlier one.
    [[nodiscard]] const std::vector<PieceRange> &ranges() const { return m_ranges; }
    /// The piece of a range of ranges(). Fails with Corrupt when its file cannot be used after all.
    base::Result<ScreenPiece> load(const PieceRange &range) const;
    /// Writes a piece: whole or not at all. Does nothing without a folder.
    base::Result<void> keep(const ScreenPiece &piece, std::size_t windows) const;

private:
    void list(const std::filesystem::path &folder);

    base::Sha256 m_key;
    std::filesystem::path m_folder;
    std::vector<PieceRange> m_ranges;
    std::vector<std::filesystem::path> m_files; ///< one per range
};

struct ScreenOptions {
    unsigned threads = 1;
    base::CancelToken cancel = {};
    base::ProgressSink progress = {};    ///< counts transforms of the whole range; may be empty
    const PieceFolder *pieces = nullptr; ///< null: nothing is kept
    std::uint64_t pieceSize = 1'000'000; ///< transforms in a piece, about
    bool keepAlone = false;              ///< keeps the piece even when there is only one
    bool onlyKept = false;               ///< what is not kept is missing: BadInput
};

/// Transforms a screen of the pairs takes: what its time is made of.
std::uint64_t transformsOf(const Family &family, std::span<const std::size_t> pairs);

/// Screens the pairs of `range` (positions in `pairs`) under all circular shifts; pieces that are kept are
/// not computed again. The result is the same for any number of threads and however it is cut. Errors:
/// Cancelled, Storage when a piece cannot be kept, BadInput when one is missing that must be there.
base::Result<ScreenPiece> screenPairs(const Family &family, std::span<const std::size_t> pairs,
                                      const PieceRange &range, const ScreenOptions &options);

} // namespace core::discovery
