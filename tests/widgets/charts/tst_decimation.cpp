// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/decimation.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace widgets;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Data {
    std::vector<double> x;
    std::vector<double> y;
};

/// Irregular steps, jumps, gaps of all lengths, spikes.
Data anyData(std::mt19937_64 &random, std::size_t rows)
{
    std::uniform_real_distribution<double> unit(0, 1);
    Data data;
    double x = -50;
    double y = 0;
    std::size_t gap = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        x += unit(random) < 0.01 ? 40 * unit(random) : unit(random) < 0.1 ? 0 : unit(random);
        y += unit(random) - 0.5;
        if (gap == 0 && unit(random) < 0.002)
            gap = static_cast<std::size_t>(unit(random) * 300);
        data.x.push_back(x);
        data.y.push_back(gap > 0 ? kNaN : unit(random) < 0.001 ? y + 100 * (unit(random) - 0.5) : y);
        gap -= gap > 0 ? 1 : 0;
    }
    return data;
}

int columnOf(double x, const PixelGrid &grid)
{
    int column = 0;
    while (column + 1 < grid.pixels && x >= grid.edge(column + 1))
        ++column;
    return column;
}

struct Extremes {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double v)
    {
        if (std::isfinite(v)) {
            low = std::min(low, v);
            high = std::max(high, v);
        }
    }
    friend bool operator==(const Extremes &, const Extremes &) = default;
};

} // namespace

class TestDecimation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pyramidAgreesWithReadingAll();
    void losesNoExtremeInAnyColumn();
    void keepsGaps();
    void staysSmall();
    void keepsEveryPointWhenThereIsRoom();
    void rangesCoverEveryRow();
    void candlesKeepTheirExtremes();
    void standsEmptyAndOddInput();
};

void TestDecimation::pyramidAgreesWithReadingAll()
{
    std::mt19937_64 random(1);
    for (const std::size_t rows : {1U, 63U, 64U, 65U, 4095U, 4096U, 4097U, 20'000U, 300'000U}) {
        const Data data = anyData(random, rows);
        const Pyramid pyramid(column(data.y));
        for (int i = 0; i < 60; ++i) {
            std::size_t from = random() % rows;
            std::size_t to = random() % (rows + 1);
            if (i == 0)
                std::tie(from, to) = std::pair<std::size_t, std::size_t>(0, rows);
            if (from > to)
                std::swap(from, to);
            Extremes all;
            std::size_t first = rows;
            std::size_t last = rows;
            bool gap = false;
            for (std::size_t k = from; k < to; ++k) {
                all.add(data.y[k]);
                gap = gap || std::isnan(data.y[k]);
                if (!std::isnan(data.y[k])) {
                    first = first == rows ? k : first;
                    last = k;
                }
            }
            const Stretch found = pyramid.over(from, to);
            QCOMPARE(found.isEmpty(), first == rows);
            QCOMPARE(found.gap, gap);
            if (found.isEmpty())
                continue;
            QCOMPARE(std::size_t(found.firstAt), first);
            QCOMPARE(std::size_t(found.lastAt), last);
            QCOMPARE(data.y[found.minAt], all.low);
            QCOMPARE(data.y[found.maxAt], all.high);
        }
    }
}

void TestDecimation::losesNoExtremeInAnyColumn()
{
    std::mt19937_64 random(2);
    std::uniform_real_distribution<double> unit(0, 1);
    for (int round = 0; round < 60; ++round) {
        const Data data = anyData(random, 200 + random() % 30'000);
        const Pyramid pyramid(column(data.y));
        const double whole = data.x.back() - data.x.front();
        PixelGrid grid;
        grid.from = data.x.front() + whole * (unit(random) * 0.6 - 0.05);
        grid.to = grid.from + whole * (0.01 + unit(random));
        grid.pixels = 1 + static_cast<int>(random() % 700);
        std::vector<Extremes> raw(static_cast<std::size_t>(grid.pixels));
        std::vector<Extremes> kept(raw.size());
        const auto inView = [&](double x) { return x >= grid.from && x <= grid.to; };
        for (std::size_t i = 0; i < data.x.size(); ++i) {
            if (inView(data.x[i]))
                raw[static_cast<std::size_t>(columnOf(data.x[i], grid))].add(data.y[i]);
        }
        for (const PlotPoint &point : m4(data.x, pyramid, grid)) {
            if (inView(point.x))
                kept[static_cast<std::size_t>(columnOf(point.x, grid))].add(point.y);
        }
        for (std::size_t i = 0; i < raw.size(); ++i)
            QVERIFY2(raw[i] == kept[i], qPrintable(QStringLiteral("round %1, column %2").arg(round).arg(i)));
    }
}

void TestDecimation::keepsGaps()
{
    // half a million rows, a gap that covers columns, one single missing row at the edge of a column
    std::vector<double> x(500'000);
    std::vector<double> y(x.size(), 1);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<double>(i);
    for (std::size_t i = 200'000; i < 260'000; ++i)
        y[i] = kNaN;
    const Pyramid pyramid(column(y));
    const PixelGrid grid{0, 500'000, 100};
    const std::vector<PlotPoint> points = m4(x, pyramid, grid);
    const auto broken = [&](double from, double to) {
        return std::any_of(points.begin(), points.end(), [&](const PlotPoint &point) {
            return point.x >= from && point.x < to && std::isnan(point.y);
        });
    };
    QVERIFY(broken(200'000, 260'000));
    QVERIFY(!broken(0, 200'000));
    QVERIFY(!broken(260'000, 500'000));
    // nothing is drawn inside it
    for (const PlotPoint &point : points)
        QVERIFY(std::isnan(point.y) == (point.x >= 200'000 && point.x < 260'000));
}

void TestDecimation::staysSmall()
{
    std::mt19937_64 random(3);
    const Data data = anyData(random, 400'000);
    const Pyramid pyramid(column(data.y));
    const PixelGrid grid{data.x.front(), data.x.back(), 1000};
    const std::vector<PlotPoint> points = m4(data.x, pyramid, grid);
    const auto gaps = std::count_if(points.begin(), points.end(),
                                    [](const PlotPoint &point) { return std::isnan(point.y); });
    QVERIFY(std::ssize(points) - gaps <= 4 * 1000 + 2);
    QVERIFY(gaps <= 2 * 1000 + 2);
    QVERIFY(std::is_sorted(points.begin(), points.end(),
                           [](const PlotPoint &a, const PlotPoint &b) { return a.x < b.x; }));
}

void TestDecimation::keepsEveryPointWhenThereIsRoom()
{
    const std::vector<double> x{0, 1, 2, 3, 4, 5, 6};
    const Pyramid y(column({5, 4, kNaN, 2, 1, 0, -1}));
    const std::vector<PlotPoint> points = m4(x, y, {1.5, 4.5, 300});
    // the neighbours outside belong to it
    QCOMPARE(points.size(), std::size_t(5));
    QCOMPARE(points.front().x, 1.0);
    QVERIFY(std::isnan(points[1].y));
    QCOMPARE(points.back().x, 5.0);
}

void TestDecimation::rangesCoverEveryRow()
{
    std::mt19937_64 random(4);
    for (int round = 0; round < 20; ++round) {
        const Data data = anyData(random, 100 + random() % 20'000);
        std::vector<double> high = data.y;
        for (double &value : high)
            value += 2;
        const Pyramid low(column(data.y));
        const Pyramid top(column(high));
        const PixelGrid grid{data.x.front(), data.x.back(), 200};
        const std::vector<RangePoint> points = ranges(data.x, low, top, grid);
        Extremes raw;
        Extremes kept;
        for (const double value : data.y) {
            raw.add(value);
            raw.add(value + 2);
        }
        for (const RangePoint &point : points) {
            kept.add(point.low);
            kept.add(point.high);
        }
        QVERIFY(raw == kept);
        QVERIFY(points.size() <= 202);
    }
}

void TestDecimation::candlesKeepTheirExtremes()
{
    std::mt19937_64 random(5);
    Data data = anyData(random, 50'000);
    std::vector<double> high = data.y;
    std::vector<double> low = data.y;
    for (std::size_t i = 0; i < high.size(); ++i) {
        high[i] += 1;
        low[i] -= 1;
    }
    const Pyramid highs(column(high));
    const Pyramid lows(column(low));
    const CandleColumns columns{data.x, data.y, &highs, &lows, data.y};
    const PixelGrid grid{data.x.front(), data.x.back(), 400};
    const std::vector<CandleBar> bars = candleBars(columns, grid, 0.01);
    QVERIFY(bars.size() <= 102);
    Extremes raw;
    Extremes kept;
    for (std::size_t i = 0; i < high.size(); ++i) {
        raw.add(high[i]);
        raw.add(low[i]);
    }
    for (const CandleBar &bar : bars) {
        kept.add(bar.high);
        kept.add(bar.low);
    }
    QVERIFY(raw == kept);
    // bars that are wide enough stay as they are
    const PixelGrid close{data.x[1000], data.x[1020], 400};
    const std::vector<CandleBar> few = candleBars(columns, close, 20);
    QVERIFY(few.size() >= 21);
    // buckets do not move with the window
    const double width = (grid.to - grid.from) / 400;
    const PixelGrid moved{grid.from + width * 7.3, grid.to + width * 7.3, 400};
    const std::vector<CandleBar> later = candleBars(columns, moved, 0.01);
    QVERIFY(std::any_of(bars.begin(), bars.end(), [&](const CandleBar &bar) { return bar.x == later[5].x; }));
}

void TestDecimation::standsEmptyAndOddInput()
{
    const Pyramid none(column({}));
    QVERIFY(none.over(0, 0).isEmpty());
    QVERIFY(none.over(0, 10).isEmpty());
    QVERIFY(m4({}, none, {0, 1, 100}).empty());
    QVERIFY(ranges({}, none, none, {0, 1, 100}).empty());
    QCOMPARE(nearestRow({}, 3), std::size_t(0));
    const std::vector<double> x{1, 2, 3};
    const Pyramid shorter(column({1}));
    QCOMPARE(m4(x, shorter, {0, 4, 10}).size(), std::size_t(1));
    const Pyramid infinite(
        column({std::numeric_limits<double>::infinity(), 1, -std::numeric_limits<double>::infinity()}));
    const Stretch part = infinite.over(0, 3);
    QCOMPARE(part.minAt, 1U);
    QCOMPARE(part.maxAt, 1U);
    QVERIFY(part.gap);
    const Pyramid missing(column(std::vector<double>(100, kNaN)));
    QVERIFY(missing.over(0, 100).isEmpty());
    QVERIFY(Pyramid::of(nullptr) == nullptr);
}

QTEST_GUILESS_MAIN(TestDecimation)
#include "tst_decimation.moc"
