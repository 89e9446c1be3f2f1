// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/random.h"

#include <cmath>
#include <numbers>

namespace core::stats {

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key)
{
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t first = std::uint64_t{0xD2511F53U} * counter[0];
        const std::uint64_t second = std::uint64_t{0xCD9E8D57U} * counter[2];
        counter = {static_cast<std::uint32_t>(second >> 32) ^ counter[1] ^ key[0],
                   static_cast<std::uint32_t>(second),
                   static_cast<std::uint32_t>(first >> 32) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(first)};
        key[0] += 0x9E3779B9U;
        key[1] += 0xBB67AE85U;
    }
    return counter;
}

Random::Random(std::uint64_t seed, RandomPurpose purpose, std::uint64_t index)
    : m_key{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}
    , m_counter{static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(index >> 32), 0,
                static_cast<std::uint32_t>(purpose)}
{}

std::uint64_t Random::bits()
{
    if (m_used == 4) {
        m_words = philox(m_counter, m_key);
        ++m_counter[2];
        m_used = 0;
    }
    const std::uint64_t value = m_words[m_used] | std::uint64_t{m_words[m_used + 1]} << 32;
    m_used += 2;
    return value;
}

double Random::uniform()
{
    return static_cast<double>(bits() >> 11) * 0x1p-53;
}

std::uint64_t Random::below(std::uint64_t n)
{
    __extension__ using Wide = unsigned __int128;
    Wide product = Wide{bits()} * n;
    if (static_cast<std::uint64_t>(product) < n) {
        const std::uint64_t bound = (0 - n) % n;
        while (static_cast<std::uint64_t>(product) < bound)
            product = Wide{bits()} * n;
    }
    return static_cast<std::uint64_t>(product >> 64);
}

double Random::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spareNormal;
    }
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    const double angle = 2.0 * std::numbers::pi * uniform();
    m_spareNormal = radius * std::sin(angle);
    m_hasSpare = true;
    return radius * std::cos(angle);
}

} // namespace core::stats
