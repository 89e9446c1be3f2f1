// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a null model is run: every hypothesis at every draw, on any number of threads, with the scale, the maxT
// and the counts of the screen.
#pragma once

#include "core/discovery/nulls.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace core::discovery {

/// S and Q of one hypothesis at every draw, and what the observed one rests on. All are added event after
/// event, in double, whatever the thread: the plain loops of the models keep one order, as the compiler may
/// not change it.
struct DrawSums {
    std::vector<double> s;
    std::vector<double> q;
    std::vector<double> spread; ///< variance of S that the dates alone make; empty: the same at every draw
    std::size_t n = 0;      ///< events with a present R
    std::size_t events = 0; ///< events in all
    double scale = 0;       ///< Σ w²·var R: what Q is compared with
    bool usesT = true;      ///< presence, and no R missing

    void reset(std::size_t draws);
};

/// How a null model turns one pair into S and Q per draw. One object per thread, so it may keep what it drew
/// for the event series it saw last.
class DrawModel
{
public:
    virtual ~DrawModel() = default;
    /// Adds one term; `aligned[t]` is the R that belongs to event bar t, NaN if missing, and sums up `span`
    /// bars.
    virtual void add(std::uint32_t series, std::size_t span, std::span<const double> aligned,
                     DrawSums &sums) = 0;
};

using MakeModel = std::function<std::unique_ptr<DrawModel>(std::size_t draws)>;

/// Refuses a family that names what is not there, or has bars out of order.
[[nodiscard]] base::Result<void> checkNullFamily(const NullFamily &family);

/// One stage: every hypothesis at `draws` draws, the observed one included. Errors: Cancelled.
[[nodiscard]] base::Result<NullResult> runStage(const NullFamily &family, const NullOptions &options,
                                                std::size_t draws, const MakeModel &makeModel);

/// A short stage first; the long one, of `most` draws, only if something could still become significant.
[[nodiscard]] base::Result<NullResult> runStages(const NullFamily &family, const NullOptions &options,
                                                 std::size_t most, const MakeModel &makeModel);

} // namespace core::discovery
