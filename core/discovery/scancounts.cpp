// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/scancounts.h"

#include "core/base/missing.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>
#include <numeric>

namespace core::discovery {

using base::kMissing;

CountTable::CountTable(std::size_t shifts)
    : m_shifts(shifts)
    // calloc maps zero pages and touches none of them
    , m_counts(static_cast<std::uint32_t *>(std::calloc(shifts * kernel::kBins, sizeof(std::uint32_t))))
    , m_latest(static_cast<std::uint16_t *>(std::calloc(shifts * kernel::kBins, sizeof(std::uint16_t))))
    , m_scratch(shifts + 16)
{
    if (!m_counts || !m_latest)
        throw std::bad_alloc();
}

CountTable::CountTable(std::size_t shifts, std::span<const std::uint32_t> cells)
    : CountTable(shifts)
{
    std::copy(cells.begin(), cells.end(), m_counts.get());
    m_planes = cells.size() / (shifts * kernel::kPlane);
}

void CountTable::Free::operator()(void *counts) const
{
    std::free(counts);
}

void CountTable::add(const float *squares, float factor, float *maxima)
{
    if (m_latestAdded == std::numeric_limits<std::uint16_t>::max())
        settle();
    ++m_latestAdded;
    m_latestPlanes = std::max(m_latestPlanes, kernel::countExceedances(squares, m_shifts, factor, maxima,
                                                                       m_scratch.data(), m_latest.get()));
}

template <typename Count>
void CountTable::addPlanes(const Count *counts, std::size_t planes)
{
    m_planes = std::max(m_planes, planes);
    const std::size_t size = planes * m_shifts * kernel::kPlane;
    for (std::size_t i = 0; i < size; ++i)
        m_counts[i] += counts[i];
}

void CountTable::add(const CountTable &other)
{
    addPlanes(other.m_counts.get(), other.m_planes);
    addPlanes(other.m_latest.get(), other.m_latestPlanes);
}

void CountTable::settle()
{
    addPlanes(m_latest.get(), m_latestPlanes);
    std::memset(m_latest.get(), 0, m_latestPlanes * m_shifts * kernel::kPlane * sizeof(std::uint16_t));
    m_latestPlanes = 0;
    m_latestAdded = 0;
}

void CountTable::addSliding(CountTable &other, const ShiftRun &run, std::size_t group)
{
    other.settle();
    m_planes = std::max(m_planes, other.m_planes);
    for (std::size_t plane = 0; plane < other.m_planes; ++plane) {
        std::array<std::uint32_t, kernel::kPlane> window{};
        const auto at = [&](std::size_t place) { return other.row(plane, place % other.m_shifts); };
        for (std::size_t i = 0; i < run.count; ++i) {
            const std::uint32_t *enters = at(run.first + i);
            for (std::size_t b = 0; b < kernel::kPlane; ++b)
                window[b] += enters[b];
        }
        for (std::size_t s = 0; s < other.m_shifts; ++s) {
            if (s % group == 0) {
                std::uint32_t *total = row(plane, s / group);
                for (std::size_t b = 0; b < kernel::kPlane; ++b)
                    total[b] += window[b];
            }
            const std::uint32_t *enters = at(run.first + s + run.count);
            const std::uint32_t *leaves = at(run.first + s);
            for (std::size_t b = 0; b < kernel::kPlane; ++b)
                window[b] += enters[b] - leaves[b];
        }
    }
}

void CountTable::clear()
{
    settle();
    std::memset(m_counts.get(), 0, m_planes * m_shifts * kernel::kPlane * sizeof(std::uint32_t));
    m_planes = 0;
}

std::span<const std::uint32_t> CountTable::cells()
{
    settle();
    return {m_counts.get(), m_planes * m_shifts * kernel::kPlane};
}

std::vector<ScanCount> CountTable::thresholds()
{
    settle();
    constexpr std::size_t kTogether = 16; // columns that share a cache line
    const auto shifts = static_cast<double>(m_shifts);
    const auto rank = static_cast<std::ptrdiff_t>(std::ceil(0.95 * shifts)) - 1;
    std::vector<ScanCount> counts(kernel::kBins);
    std::vector<std::uint32_t> reached(m_shifts, 0U); // per shift, at or above the bin in hand
    const std::size_t stride = m_shifts + 16;         // columns a power of two apart would share cache sets
    std::vector<std::uint32_t> columns(kTogether * stride);
    std::vector<std::uint32_t> sorted;
    for (std::size_t first = kernel::kBins; first > 0;) {
        first -= kTogether;
        const bool used = first / kernel::kPlane < m_planes;
        for (std::size_t s = 0; s < m_shifts && used; ++s) {
            const std::uint32_t *from = row(first / kernel::kPlane, s) + first % kernel::kPlane;
            for (std::size_t j = 0; j < kTogether; ++j)
                columns[j * stride + s] = from[j];
        }
        for (std::size_t j = kTogether; j-- > 0;) {
            ScanCount &count = counts[first + j];
            const auto bits = static_cast<std::uint32_t>(first + j) << kernel::kBinShift;
            count.threshold = std::sqrt(static_cast<double>(std::bit_cast<float>(kernel::kFirstBits + bits)));
            if (!used)
                continue;
            std::uint64_t total = 0;
            for (std::size_t s = 0; s < m_shifts; ++s) {
                reached[s] += columns[j * stride + s];
                total += reached[s];
            }
            count.chance = static_cast<double>(total) / shifts;
            count.observed = reached[0];
            count.chance95 = kMissing;
            if (count.chance <= 0.5 * static_cast<double>(std::max<std::uint64_t>(count.observed, 1))) {
                sorted = reached;
                std::nth_element(sorted.begin(), sorted.begin() + rank, sorted.end());
                count.chance95 = sorted[static_cast<std::size_t>(rank)];
            }
        }
    }
    return counts;
}

const ScanCount &candidateThreshold(std::span<const ScanCount> counts, double rate)
{
    for (const ScanCount &count : counts)
        if (count.chance <= rate * static_cast<double>(std::max<std::uint64_t>(count.observed, 1)))
            return count;
    return counts.back();
}

double expectedByChance(std::span<const ScanCount> counts, double y)
{
    double expected = counts.empty() ? 0.0 : counts.front().chance;
    for (const ScanCount &count : counts)
        if (count.threshold <= y)
            expected = count.chance;
    return expected;
}

} // namespace core::discovery
