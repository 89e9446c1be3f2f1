// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Ten million rows on a thousand pixels: what a chart must draw so that it looks as if all were drawn. M4
// (Jugel et al. 2014: first, min, max and last of each pixel column) over a pyramid of summaries, so that a
// frame costs as much as the chart is wide, however many rows there are. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace widgets {

/// A column of numbers that charts share without copying. NaN is a gap.
using Column = std::shared_ptr<const std::vector<double>>;

inline Column column(std::vector<double> values)
{
    return std::make_shared<const std::vector<double>>(std::move(values));
}

/// What a stretch of rows holds, as row numbers. Infinite values count as missing.
struct Stretch {
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t firstAt = kNone; ///< the first row with a value
    std::uint32_t lastAt = kNone;
    std::uint32_t minAt = kNone;
    std::uint32_t maxAt = kNone;
    double least = std::numeric_limits<double>::infinity(); ///< what row minAt holds: a look at it would cost
    double greatest = -std::numeric_limits<double>::infinity(); ///< a cache miss each
    bool gap = false;                                           ///< some row has no value
    [[nodiscard]] bool isEmpty() const { return firstAt == kNone; }
};

/// Summaries of 64, 4,096, 262,144, … rows of a column.
class Pyramid final
{
public:
    explicit Pyramid(Column values);
    /// Null for a null column.
    static std::shared_ptr<const Pyramid> of(const Column &values);

    [[nodiscard]] const std::vector<double> &values() const { return *m_values; }
    [[nodiscard]] const Column &column() const { return m_values; }
    /// What rows [from, to) hold; reads at most some hundred numbers.
    [[nodiscard]] Stretch over(std::size_t from, std::size_t to) const;

private:
    static constexpr std::size_t kFan = 64;
    void addRow(Stretch &to, std::size_t row) const;
    static void addStretch(Stretch &to, const Stretch &part);

    Column m_values;
    std::vector<std::vector<Stretch>> m_levels;
};

/// The stretch of x on `pixels` columns; column i is [from + i·w, from + (i+1)·w).
struct PixelGrid {
    double from = 0;
    double to = 1;
    int pixels = 1;
    /// Where column i begins.
    [[nodiscard]] double edge(int i) const { return from + (to - from) * i / pixels; }
};

struct PlotPoint {
    double x = 0;
    double y = 0; ///< NaN: the line is broken here
};

/// The rows [first, last) with x in [from, to]; x ascending.
std::pair<std::size_t, std::size_t> rowsWithin(std::span<const double> x, double from, double to);
/// The row whose x is nearest; 0 when there is none.
std::size_t nearestRow(std::span<const double> x, double at);
/// The smallest step of x among rows [first, last), of some thousand looked at; 0 when there is none.
double smallestStep(std::span<const double> x, std::size_t first, std::size_t last);

/// At most four points a column plus the neighbours outside, so that lines run to the edges. Gaps stay gaps.
std::vector<PlotPoint> m4(std::span<const double> x, const Pyramid &y, const PixelGrid &grid);

/// One column of a band or of bars: the least low and the greatest high in it; NaN where nothing is.
struct RangePoint {
    double x = 0;
    double low = 0;
    double high = 0;
};
/// As many as there are rows, or one for each column when there are more; with the neighbours outside.
std::vector<RangePoint> ranges(std::span<const double> x, const Pyramid &low, const Pyramid &high,
                               const PixelGrid &grid);

struct CandleColumns {
    std::span<const double> x;
    std::span<const double> open;
    const Pyramid *high = nullptr;
    const Pyramid *low = nullptr;
    std::span<const double> close;
};

/// One bar to draw, made of one or more stored ones.
struct CandleBar {
    double x = 0;
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
};
/// The bars in view as they are when `slot` (pixels from one to the next) is 2 or more, else one for each 4
/// pixels: first open, greatest high, least low, last close.
std::vector<CandleBar> candleBars(const CandleColumns &columns, const PixelGrid &grid, double slot);

} // namespace widgets
