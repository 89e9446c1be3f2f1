// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/screen.h"

#include "core/base/tr.h"
#include "core/discovery/scancounts.h"
#include "core/discovery/scaninput.h"

#include <algorithm>
#include <set>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

std::uint64_t lengthsOf(const Family &family)
{
    if (!family.grid.slot.empty()) // on a grid every window is a transform of its own
        return family.study.windows.size();
    std::set<int> lengths;
    for (const domain::Window window : family.study.windows)
        lengths.insert(window.length());
    return lengths.size();
}

/// The piece of these pairs, which begin at position `first`.
Result<ScreenPiece> screenPiece(const Family &family, std::span<const std::size_t> pairs, std::uint64_t first,
                                const ScanOptions &options)
{
    const ScanInput input = scanInput(family, pairs);
    auto result = scan(input.family, options);
    if (!result.ok())
        return result.error();
    const std::size_t windows = family.study.windows.size();
    const std::size_t lengths = input.windows.size();
    ScreenPiece out;
    out.range = {first, first + pairs.size()};
    out.y.resize(pairs.size() * windows);
    for (std::size_t unit = 0; unit < input.pairs.size(); ++unit) {
        const auto &asked = input.windows[input.family.units[unit].length];
        for (std::size_t lag = 0; lag < asked.size(); ++lag) {
            const double y = result->y(result->hypothesis(unit, lag));
            out.y[unit / lengths * windows + asked[lag]] = static_cast<float>(y);
        }
    }
    out.maxima = std::move(result->maxima);
    out.counts = std::move(result->table);
    return out;
}

/// Adds a piece to what covers its range and more.
void putTogether(ScreenPiece &whole, const ScreenPiece &piece, std::size_t windows)
{
    const auto at = static_cast<std::ptrdiff_t>((piece.range.first - whole.range.first) * windows);
    std::copy(piece.y.begin(), piece.y.end(), whole.y.begin() + at);
    if (!whole.counts) {
        whole.maxima = piece.maxima;
        whole.counts = piece.counts;
        return;
    }
    for (std::size_t s = 0; s < whole.maxima.size(); ++s)
        whole.maxima[s] = std::max(whole.maxima[s], piece.maxima[s]);
    whole.counts->add(*piece.counts);
}

/// Where the piece that begins at `first` ends: at the size asked for, the next kept piece or the range's
/// end.
std::uint64_t endOf(const Family &family, std::span<const std::size_t> pairs, std::uint64_t first,
                    std::uint64_t last, std::uint64_t pieceSize)
{
    const std::uint64_t lengths = lengthsOf(family);
    std::uint64_t transforms = 0;
    std::uint64_t end = first;
    while (end < last && transforms < pieceSize)
        transforms += lengths * family.pairs[pairs[end++]].termCount;
    return end;
}

Error missing(std::uint64_t first, std::uint64_t last)
{
    return {ErrorCode::BadInput,
            Tr::tr("The shards do not hold the pairs %1 to %2 of this study: one of them was not finished, or "
                   "was made on another snapshot or by another version; run it again.")
                .arg(first + 1)
                .arg(last)};
}

} // namespace

std::uint64_t transformsOf(const Family &family, std::span<const std::size_t> pairs)
{
    std::uint64_t terms = 0;
    for (const std::size_t p : pairs)
        terms += family.pairs[p].termCount;
    return terms * lengthsOf(family);
}

Result<ScreenPiece> screenPairs(const Family &family, std::span<const std::size_t> pairs,
                                const PieceRange &range, const ScreenOptions &options)
{
    const std::size_t windows = family.study.windows.size();
    const auto between = [&](std::uint64_t first, std::uint64_t last) {
        return pairs.subspan(first, last - first);
    };
    ScreenPiece whole;
    whole.range = range;
    whole.y.resize((range.last - range.first) * windows);
    const std::uint64_t total = between(range.first, range.last).size() * lengthsOf(family);
    std::uint64_t done = 0;
    ScanOptions scanning{options.threads, options.cancel, {}};
    if (options.progress) {
        scanning.progress = [&](const base::Progress &part) {
            options.progress({done + part.done, total, part.what});
        };
    }
    std::vector<PieceRange> kept = options.pieces ? options.pieces->ranges() : std::vector<PieceRange>();
    std::erase_if(kept, [&](const PieceRange &one) { return one.first < range.first || one.last > range.last; });
    auto next = kept.begin();
    for (std::uint64_t at = range.first; at < range.last;) {
        Result<ScreenPiece> piece = ScreenPiece();
        if (next != kept.end() && next->first == at) {
            piece = options.pieces->load(*next++);
            if (!piece.ok() || piece->y.size() != (piece->range.last - at) * windows)
                continue; // it is computed again
        } else {
            if (options.onlyKept)
                return missing(at, next == kept.end() ? range.last : next->first);
            const std::uint64_t most = next == kept.end() ? range.last : next->first;
            const std::uint64_t end = endOf(family, pairs, at, most, options.pieceSize);
            piece = screenPiece(family, between(at, end), at, scanning);
            if (!piece.ok())
                return piece.error();
            const bool alone = at == range.first && end == range.last;
            if (options.pieces && (!alone || options.keepAlone)) {
                if (const auto stored = options.pieces->keep(*piece, windows); !stored.ok())
                    return stored.error();
            }
        }
        putTogether(whole, *piece, windows);
        done += (piece->range.last - at) * lengthsOf(family);
        at = piece->range.last;
    }
    return whole;
}

} // namespace core::discovery
