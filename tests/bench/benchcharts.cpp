// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a frame of a chart takes: pan or move the crosshair, repaint, grab. Target: 16 ms. The time of the
// thread is printed beside the time of the wall, which other programs lengthen.
#include "widgets/charts/chartview.h"

#include <QApplication>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <functional>
#include <random>

using namespace widgets;

namespace {

constexpr double kStart = 946'684'800e6;
constexpr double kMinute = 60e6;
constexpr int kFrames = 120;

std::vector<double> walk(std::size_t rows, std::mt19937_64 &random)
{
    std::normal_distribution<double> step(0, 0.02);
    std::vector<double> values(rows);
    double at = 100;
    for (double &value : values)
        value = at += step(random);
    return values;
}

std::vector<double> minutes(std::size_t rows, double each = kMinute)
{
    std::vector<double> x(rows);
    for (std::size_t i = 0; i < rows; ++i)
        x[i] = kStart + static_cast<double>(i) * each;
    return x;
}

ChartSpec lines(std::size_t rows, int count, std::mt19937_64 &random)
{
    ChartSpec spec;
    spec.title = QStringLiteral("Bench");
    spec.timeAxis = true;
    const Column x = column(minutes(rows));
    for (int i = 0; i < count; ++i) {
        ChartSeries series;
        series.name = QStringLiteral("Series %1").arg(i + 1);
        series.color = i;
        series.x = x;
        series.y = column(walk(rows, random));
        spec.series.push_back(std::move(series));
    }
    return spec;
}

ChartSpec candles(std::size_t rows, std::mt19937_64 &random)
{
    ChartSpec spec;
    spec.title = QStringLiteral("Bench");
    spec.timeAxis = true;
    const std::vector<double> close = walk(rows, random);
    std::vector<double> open(rows), high(rows), low(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        open[i] = close[i > 0 ? i - 1 : 0];
        high[i] = std::max(open[i], close[i]) + 0.01;
        low[i] = std::min(open[i], close[i]) - 0.01;
    }
    spec.candles = ChartCandles{
        column(minutes(rows, 86'400e6)), column(open), column(high), column(low), column(close), {}, {}};
    return spec;
}

double threadSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void measure(QTextStream &out, const QString &what, ChartView &view, const std::function<void(int)> &frame)
{
    std::vector<double> times;
    std::vector<double> own;
    for (int i = -10; i < kFrames; ++i) {
        const core::base::Stopwatch watch;
        const double begin = threadSeconds();
        frame(i);
        const QPixmap picture = view.grab();
        if (i < 0 || picture.isNull())
            continue;
        times.push_back(watch.seconds() * 1000);
        own.push_back((threadSeconds() - begin) * 1000);
    }
    std::sort(times.begin(), times.end());
    std::sort(own.begin(), own.end());
    out << QStringLiteral("%1 wall: median %2, p95 %3 ms; thread: median %4, p95 %5 ms\n")
               .arg(what, -46)
               .arg(times[times.size() / 2], 0, 'f', 2)
               .arg(times[times.size() * 95 / 100], 0, 'f', 2)
               .arg(own[own.size() / 2], 0, 'f', 2)
               .arg(own[own.size() * 95 / 100], 0, 'f', 2);
    out.flush();
}

void run(QTextStream &out, const QString &what, Theme &theme, ChartSpec spec)
{
    core::base::Stopwatch watch;
    prepare(spec);
    const double prepared = watch.seconds() * 1000;
    ChartView view(theme);
    view.resize(1200, 600);
    view.show();
    watch = {};
    view.setSpec(spec);
    view.grab();
    out << QStringLiteral("%1 summaries %2 ms, first picture %3 ms\n")
               .arg(what, -46)
               .arg(prepared, 0, 'f', 1)
               .arg(watch.seconds() * 1000, 0, 'f', 1);
    const auto [from, to] = view.range();
    const double width = to - from;
    for (const double share : {0.9, 0.1, 0.001}) {
        measure(out, QStringLiteral("%1, pan, %2 % in view").arg(what).arg(share * 100), view, [&](int i) {
            const double left = from + width * (1 - share) * (0.3 + 0.0005 * i);
            view.showRange(left, left + width * share);
        });
    }
    measure(out, what + QStringLiteral(", crosshair"), view, [&](int i) {
        const auto [a, b] = view.range();
        view.setCursor(a + (b - a) * (0.5 + 0.003 * i));
    });
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    Theme theme;
    theme.use(QStringLiteral("dark"));
    QTextStream out(stdout);
    std::mt19937_64 random(1);
    run(out, QStringLiteral("1 M points"), theme, lines(1'000'000, 1, random));
    run(out, QStringLiteral("10 M points"), theme, lines(10'000'000, 1, random));
    run(out, QStringLiteral("4 series of 1 M points"), theme, lines(1'000'000, 4, random));
    run(out, QStringLiteral("5,000 candles"), theme, candles(5000, random));
    run(out, QStringLiteral("500 candles"), theme, candles(500, random));
    return 0;
}
