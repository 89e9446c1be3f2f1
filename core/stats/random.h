// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers that can be asked for again: the n-th number of a purpose depends on nothing but the seed.
#pragma once

#include <array>
#include <cstdint>

namespace core::stats {

/// Philox4x32-10 (Salmon et al. 2011): four 32-bit words for a 128-bit counter and a 64-bit key.
[[nodiscard]] std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                  std::array<std::uint32_t, 2> key);

/// What a stream of random numbers is for; the value is part of the counter, so it never changes.
enum class RandomPurpose : std::uint32_t {
    MatchedDays = 1,
    BlockShift = 2,
    Bootstrap = 3,
    Sample = 4,
    Benchmark = 5,
    Test = 6,
    MarkShift = 7,
    Jitter = 8,
    Simulation = 9,
};

/// The stream of one (seed, purpose, index): streams are independent, and any of them can be opened on any
/// thread in any order, which is what makes a parallel result repeatable. The maps to uniform and normal
/// values are our own, because those of the standard library differ between versions.
class Random final
{
public:
    Random(std::uint64_t seed, RandomPurpose purpose, std::uint64_t index);

    /// 64 random bits.
    std::uint64_t bits();
    /// Uniform in [0, 1), a multiple of 2⁻⁵³.
    double uniform();
    /// Uniform in 0..n−1 without bias (Lemire 2019); n ≥ 1.
    std::uint64_t below(std::uint64_t n);
    /// Standard normal (Box & Muller 1958).
    double normal();

private:
    std::array<std::uint32_t, 2> m_key;
    std::array<std::uint32_t, 4> m_counter; // index (low, high), block within the stream, purpose
    std::array<std::uint32_t, 4> m_words{};
    unsigned m_used = 4;
    double m_spareNormal = 0.0;
    bool m_hasSpare = false;
};

} // namespace core::stats
