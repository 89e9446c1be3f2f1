// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the table of events at ten million rows: open, jump, a thousand new rows, select all. With a folder it
// does the same on that workspace. Offscreen: QT_QPA_PLATFORM=offscreen bencheventlist [WORKSPACE]
#include "core/workbench/jobs.h"
#include "tests/support/fakeeventrows.h"
#include "widgets/events/eventtable.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace widgets;
using core::base::CancelToken;

namespace {

double millis(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// What this thread has worked, whatever else the machine does.
double workedMs()
{
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) * 1e3 + static_cast<double>(at.tv_nsec) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

/// Resident memory in MB.
double memory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

void say(const char *what, double value, const char *unit)
{
    std::printf("%-44s %9.1f %s\n", what, value, unit);
}

struct Bench {
    Theme theme;
    core::base::SystemClock clock;
    core::workbench::JobQueue jobs{clock};
    EventModel model{jobs};
    EventTable table{theme, model};

    /// Until the visible rows are there and painted.
    void waitForRow(int row)
    {
        while (!model.event(row))
            QTest::qWait(1);
        table.viewport()->repaint();
    }
    void run(const std::shared_ptr<EventRows> &rows, const std::function<void(std::uint64_t)> &append)
    {
        const double at = memory();
        QElapsedTimer timer;
        timer.start();
        auto beginning = rows->page(0, 2 * EventModel::kPage, {});
        const auto count = rows->count({});
        if (!beginning || !count)
            return;
        model.show(rows, std::move(*beginning), *count);
        table.viewport()->repaint();
        std::printf("%d rows\n", model.rowCount());
        say("open (first page, count, paint)", millis(timer), "ms");
        say("memory for it", memory() - at, "MB");
        const int last = model.rowCount() - 1;
        std::vector<double> jumps;
        for (int i = 1; i <= 20; ++i) {
            const int row = static_cast<int>(static_cast<std::int64_t>(last) * (i * 7 % 20) / 20);
            timer.restart();
            table.setTopRow(row);
            waitForRow(row);
            jumps.push_back(millis(timer));
        }
        say("jump, median of 20", median(jumps), "ms");
        say("jump, slowest", *std::max_element(jumps.begin(), jumps.end()), "ms");
        timer.restart();
        table.selectAll();
        table.viewport()->repaint();
        say("select all", millis(timer), "ms");
        table.clearSelection();
        table.setTopRow(last / 2);
        waitForRow(last / 2);
        std::vector<double> whole;
        std::vector<double> blocked;
        std::vector<double> worked;
        for (int i = 0; append && i < 10; ++i) {
            append(1000);
            bool isDone = false;
            QElapsedTimer inGui;
            double before = 0;
            const auto begin = QObject::connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, &table,
                                                [&] {
                                                    inGui.start();
                                                    before = workedMs();
                                                });
            const auto end = QObject::connect(&model, &EventModel::refreshed, &table, [&](qint64 shift) {
                table.setTopRow(table.topRow() + static_cast<int>(shift));
                table.viewport()->repaint();
                blocked.push_back(millis(inGui));
                worked.push_back(workedMs() - before);
                isDone = true;
            });
            timer.restart();
            model.refresh(table.topRow(), core::domain::Order::Descending, false);
            while (!isDone)
                QTest::qWait(1);
            whole.push_back(millis(timer));
            QObject::disconnect(begin);
            QObject::disconnect(end);
        }
        if (append) {
            say("+1000 rows above, GUI thread, median of 10", median(blocked), "ms");
            say("  of it processor time", median(worked), "ms");
            say("+1000 rows above, until shown", median(whole), "ms");
        }
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Bench bench;
    bench.theme.use(QStringLiteral("dark"));
    bench.table.resize(800, 600);
    bench.table.show();
    QTest::qWait(50);
    const auto fake = std::make_shared<test::FakeEventRows>(10'000'000);
    bench.run(fake, [&fake](std::uint64_t rows) { fake->append(rows); });
    if (argc < 2)
        return 0;
    auto opened = core::workbench::Workbench::open(argv[1], bench.clock);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return 3;
    }
    const BenchPtr workspace = std::move(*opened);
    QElapsedTimer timer;
    timer.start();
    auto rows = storedRows(workspace, {}, {});
    if (rows) {
        say("the workspace's rows: open", millis(timer), "ms");
        timer.restart();
        const auto built = (*rows)->buildIndex({});
        say(built ? "index" : "index (failed)", millis(timer), "ms");
        bench.run(*rows, {});
    }
    bench.model.clear();
    return rows ? 0 : 3;
}
