// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How often Y reaches each threshold by chance: the streamed table behind the candidate tier.
#pragma once

#include "core/discovery/scan.h"
#include "core/discovery/scankernel.h"

#include <memory>
#include <span>
#include <vector>

namespace core::discovery {

/// A run of neighbouring shifts, first, first + 1, …, each modulo the number of shifts.
struct ShiftRun {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// How many hypotheses fell in each bin of Y² at each shift (or draw). Memory of planes that nothing falls
/// into is never touched. Not safe for threads: each has its own table, and the tables are added.
/// The latest hypotheses are counted in 16 bits: what all of them write to then stays in the second-level
/// cache beside the spectra.
class CountTable final
{
public:
    explicit CountTable(std::size_t shifts);
    /// As it was when cells() gave these.
    CountTable(std::size_t shifts, std::span<const std::uint32_t> cells);

    /// Y² of one hypothesis is squares[s]·factor at shift s; raises maxima[s] to it.
    void add(const float *squares, float factor, float *maxima);
    /// All of the other table; same number of shifts.
    void add(const CountTable &other);
    /// For every shift s of this table adds the counts of `other` at the shifts s·group + first … of the run:
    /// what hypotheses with these lags see there.
    void addSliding(CountTable &other, const ShiftRun &run, std::size_t group);
    void clear();

    /// The counts at or above each threshold, shift 0 being the observed one.
    [[nodiscard]] std::vector<ScanCount> thresholds();
    /// Everything in it, plane after plane; valid until the next change.
    [[nodiscard]] std::span<const std::uint32_t> cells();

private:
    [[nodiscard]] std::uint32_t *row(std::size_t plane, std::size_t shift) const
    {
        return m_counts.get() + (plane * m_shifts + shift) * kernel::kPlane;
    }

    /// Moves the latest counts to the others.
    void settle();
    template <typename Count>
    void addPlanes(const Count *counts, std::size_t planes);

    struct Free {
        void operator()(void *counts) const;
    };
    std::size_t m_shifts;
    std::size_t m_planes = 0; ///< planes that may hold something
    std::unique_ptr<std::uint32_t[], Free> m_counts;
    std::size_t m_latestPlanes = 0; ///< the same of m_latest
    std::size_t m_latestAdded = 0;  ///< hypotheses in it: none of its counts is larger
    std::unique_ptr<std::uint16_t[], Free> m_latest;
    std::vector<std::uint32_t> m_scratch;
};

} // namespace core::discovery
