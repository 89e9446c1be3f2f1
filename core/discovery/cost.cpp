// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/cost.h"

#include "core/discovery/screen.h"

#include <algorithm>
#include <cmath>

namespace core::discovery {

namespace {

// What the parts of a run cost a core, measured with the 2-core machine of the design (statistics, A.10):
constexpr double kScreenSeconds = 6.1e-6 / (4096 * 12); // per transform, times T log2 T
constexpr double kDrawSeconds = 3e-9;                   // per draw, hypothesis and event bar
constexpr double kUsualDraws = 301;
constexpr double kReportSeconds = 1.5e-3; // per reported hypothesis: bootstrap and own shifts
constexpr double kReported = 100;

constexpr double kProgramBytes = 60e6;
constexpr double kSeriesBytes = 10;   // per bar of an asset: value, state and span
constexpr double kPairBytes = 40;     // a pair, its term, and both once more for the piece in hand
constexpr double kPieceBytes = 16;    // per hypothesis of the piece in hand
constexpr double kDrawnBytes = 8;     // per hypothesis, when any is drawn
constexpr double kTableBytes = 1'536; // per shift and thread

} // namespace

Cost costOf(const Family &family, std::span<const NullChoice> choices, unsigned threads)
{
    const auto slots = static_cast<double>(family.grid.slots);
    const auto windows = static_cast<double>(family.study.windows.size());
    std::vector<std::size_t> shifted;
    double work = 0;
    bool drawn = false;
    for (std::size_t p = 0; p < family.pairs.size(); ++p) {
        const FamilyPair &pair = family.pairs[p];
        const NullMethod method = choices[pair.event].method;
        if (method == NullMethod::CircularShift) {
            shifted.push_back(p);
        } else if (method != NullMethod::None) {
            double bars = 0;
            for (std::uint32_t i = 0; i < pair.termCount; ++i)
                bars += static_cast<double>(
                    family.placed[family.terms[pair.firstTerm + i].placed].series.bars.size());
            work += kDrawSeconds * kUsualDraws * bars * windows;
            drawn = true;
        }
    }
    const auto transforms = static_cast<double>(transformsOf(family, shifted));
    work += kScreenSeconds * slots * std::log2(slots) * transforms;
    Cost out;
    out.hypotheses = family.hypotheses();
    const auto m = static_cast<double>(out.hypotheses);
    work += kReportSeconds * std::min(kReported, m);
    out.seconds = work / std::max(1U, threads);
    const double inPiece = std::min(m, static_cast<double>(ScreenOptions().pieceSize) * windows);
    out.bytes = kProgramBytes + kSeriesBytes * slots * static_cast<double>(family.assets.size()) +
                kPairBytes * static_cast<double>(family.pairs.size()) + sizeof(float) * m +
                kPieceBytes * inPiece + (drawn ? kDrawnBytes * m : 0.0) + kTableBytes * slots * threads;
    return out;
}

} // namespace core::discovery
