// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/decimation.h"

#include "core/base/missing.h"

#include <algorithm>
#include <cmath>

namespace widgets {

using core::base::kMissing;

namespace {

/// The rows of the grid's column i, given where the one before ended.
std::size_t endOfColumn(std::span<const double> x, std::size_t begin, std::size_t end, const PixelGrid &grid,
                        int i)
{
    if (i + 1 == grid.pixels)
        return end;
    const auto from = x.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto to = x.begin() + static_cast<std::ptrdiff_t>(end);
    return static_cast<std::size_t>(std::lower_bound(from, to, grid.edge(i + 1)) - x.begin());
}

/// The rows in view and one neighbour on each side.
std::pair<std::size_t, std::size_t> rowsAround(std::span<const double> x, const PixelGrid &grid)
{
    auto [first, last] = rowsWithin(x, grid.from, grid.to);
    return {first > 0 ? first - 1 : first, last < x.size() ? last + 1 : last};
}

} // namespace

Pyramid::Pyramid(Column values)
    : m_values(std::move(values))
{
    const std::size_t rows = m_values->size();
    std::vector<Stretch> level;
    level.reserve(rows / kFan + 1);
    for (std::size_t row = 0; row < rows; row += kFan) {
        Stretch part;
        const std::size_t end = std::min(row + kFan, rows);
        for (std::size_t i = row; i < end; ++i)
            addRow(part, i);
        level.push_back(part);
    }
    while (level.size() > 1) {
        std::vector<Stretch> above;
        above.reserve(level.size() / kFan + 1);
        for (std::size_t i = 0; i < level.size(); i += kFan) {
            Stretch part;
            for (std::size_t k = i; k < std::min(i + kFan, level.size()); ++k)
                addStretch(part, level[k]);
            above.push_back(part);
        }
        m_levels.push_back(std::move(level));
        level = std::move(above);
    }
    m_levels.push_back(std::move(level));
}

std::shared_ptr<const Pyramid> Pyramid::of(const Column &values)
{
    return values ? std::make_shared<const Pyramid>(values) : nullptr;
}

void Pyramid::addRow(Stretch &to, std::size_t row) const
{
    const double value = (*m_values)[row];
    if (!std::isfinite(value)) {
        to.gap = true;
        return;
    }
    const auto at = static_cast<std::uint32_t>(row);
    if (to.isEmpty())
        to.firstAt = at;
    if (value < to.least) {
        to.least = value;
        to.minAt = at;
    }
    if (value > to.greatest) {
        to.greatest = value;
        to.maxAt = at;
    }
    to.lastAt = at;
}

void Pyramid::addStretch(Stretch &to, const Stretch &part)
{
    to.gap = to.gap || part.gap;
    if (part.isEmpty())
        return;
    if (to.isEmpty())
        to.firstAt = part.firstAt;
    if (part.least < to.least) {
        to.least = part.least;
        to.minAt = part.minAt;
    }
    if (part.greatest > to.greatest) {
        to.greatest = part.greatest;
        to.maxAt = part.maxAt;
    }
    to.lastAt = part.lastAt;
}

Stretch Pyramid::over(std::size_t from, std::size_t to) const
{
    Stretch found;
    to = std::min(to, m_values->size());
    std::size_t row = from;
    while (row < to) {
        // the largest block that begins here and fits
        std::size_t level = 0;
        std::size_t size = 1;
        while (level < m_levels.size() && row % (size * kFan) == 0 && row + size * kFan <= to) {
            size *= kFan;
            ++level;
        }
        if (level == 0)
            addRow(found, row);
        else
            addStretch(found, m_levels[level - 1][row / size]);
        row += size;
    }
    return found;
}

std::pair<std::size_t, std::size_t> rowsWithin(std::span<const double> x, double from, double to)
{
    const auto first = std::lower_bound(x.begin(), x.end(), from);
    const auto last = std::upper_bound(first, x.end(), to);
    return {static_cast<std::size_t>(first - x.begin()), static_cast<std::size_t>(last - x.begin())};
}

std::size_t nearestRow(std::span<const double> x, double at)
{
    const auto next = std::lower_bound(x.begin(), x.end(), at);
    const auto row = static_cast<std::size_t>(next - x.begin());
    if (row == 0)
        return 0;
    if (row == x.size())
        return row - 1;
    return at - x[row - 1] <= x[row] - at ? row - 1 : row;
}

double smallestStep(std::span<const double> x, std::size_t first, std::size_t last)
{
    last = std::min({last, x.size(), first + 4096});
    double step = 0;
    for (std::size_t i = first + 1; i < last; ++i) {
        const double now = x[i] - x[i - 1];
        if (now > 0 && (step == 0 || now < step))
            step = now;
    }
    return step;
}

std::vector<PlotPoint> m4(std::span<const double> x, const Pyramid &y, const PixelGrid &grid)
{
    x = x.first(std::min(x.size(), y.values().size()));
    const std::vector<double> &values = y.values();
    const auto [first, last] = rowsAround(x, grid);
    std::vector<PlotPoint> points;
    const auto add = [&](std::size_t row) {
        points.push_back({x[row], std::isfinite(values[row]) ? values[row] : kMissing});
    };
    if (last - first <= static_cast<std::size_t>(grid.pixels) * 2) {
        points.reserve(last - first);
        for (std::size_t row = first; row < last; ++row)
            add(row);
        return points;
    }
    points.reserve(static_cast<std::size_t>(grid.pixels) * 4 + 2);
    const auto [begin, end] = rowsWithin(x, grid.from, grid.to);
    if (begin > first)
        add(first);
    std::size_t row = begin;
    for (int i = 0; i < grid.pixels; ++i) {
        const std::size_t next = endOfColumn(x, row, end, grid, i);
        if (next - row <= 4) {
            for (; row < next; ++row)
                add(row);
            continue;
        }
        const Stretch part = y.over(row, next);
        if (part.isEmpty()) {
            add(row);
        } else {
            if (part.firstAt != row)
                add(row); // the gap goes on from the column before
            add(part.firstAt);
            const auto [low, high] = std::minmax(part.minAt, part.maxAt);
            if (low != part.firstAt && low != part.lastAt)
                add(low);
            if (high != low && high != part.firstAt && high != part.lastAt)
                add(high);
            if (part.lastAt != part.firstAt)
                add(part.lastAt);
            if (part.lastAt + 1 != next)
                add(next - 1);
        }
        row = next;
    }
    if (last > end)
        add(end);
    return points;
}

std::vector<RangePoint> ranges(std::span<const double> x, const Pyramid &low, const Pyramid &high,
                               const PixelGrid &grid)
{
    x = x.first(std::min({x.size(), low.values().size(), high.values().size()}));
    const auto [first, last] = rowsAround(x, grid);
    std::vector<RangePoint> points;
    const auto whole = [](double value) { return std::isfinite(value) ? value : kMissing; };
    if (last - first <= static_cast<std::size_t>(grid.pixels)) {
        for (std::size_t row = first; row < last; ++row)
            points.push_back({x[row], whole(low.values()[row]), whole(high.values()[row])});
        return points;
    }
    const auto [begin, end] = rowsWithin(x, grid.from, grid.to);
    std::size_t row = begin;
    for (int i = 0; i < grid.pixels; ++i) {
        const std::size_t next = endOfColumn(x, row, end, grid, i);
        if (next == row)
            continue;
        const Stretch least = low.over(row, next);
        const Stretch greatest = high.over(row, next);
        points.push_back({next - row == 1 ? x[row] : (grid.edge(i) + grid.edge(i + 1)) / 2,
                          least.isEmpty() ? kMissing : least.least,
                          greatest.isEmpty() ? kMissing : greatest.greatest});
        row = next;
    }
    return points;
}

std::vector<CandleBar> candleBars(const CandleColumns &columns, const PixelGrid &grid, double slot)
{
    const std::vector<double> &highs = columns.high->values();
    const std::vector<double> &lows = columns.low->values();
    const std::span<const double> x = columns.x.first(
        std::min({columns.x.size(), columns.open.size(), highs.size(), lows.size(), columns.close.size()}));
    std::vector<CandleBar> bars;
    if (slot >= 2) {
        const auto [first, last] = rowsAround(x, grid);
        for (std::size_t row = first; row < last; ++row)
            bars.push_back({x[row], columns.open[row], highs[row], lows[row], columns.close[row]});
        return bars;
    }
    // buckets at fixed places of x, not of the screen: panning does not make bars flicker
    const double width = (grid.to - grid.from) / grid.pixels * 4;
    auto [row, end] = rowsWithin(x, grid.from, grid.to);
    if (!(width > 0))
        return bars;
    while (row < end) {
        const double begin = std::floor(x[row] / width) * width;
        const auto from = x.begin() + static_cast<std::ptrdiff_t>(row);
        const auto to = x.begin() + static_cast<std::ptrdiff_t>(end);
        auto next = static_cast<std::size_t>(std::lower_bound(from, to, begin + width) - x.begin());
        next = std::max(next, row + 1);
        const Stretch high = columns.high->over(row, next);
        const Stretch low = columns.low->over(row, next);
        std::size_t firstOpen = row;
        while (firstOpen + 1 < next && !std::isfinite(columns.open[firstOpen]) && firstOpen < row + 256)
            ++firstOpen;
        std::size_t lastClose = next - 1;
        while (lastClose > row && !std::isfinite(columns.close[lastClose]) && lastClose + 256 > next)
            --lastClose;
        if (!high.isEmpty() && !low.isEmpty()) {
            bars.push_back({begin + width / 2, columns.open[firstOpen], high.greatest, low.least,
                            columns.close[lastClose]});
        }
        row = next;
    }
    return bars;
}

} // namespace widgets
