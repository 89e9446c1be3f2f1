// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// --benchmark-startup: how long until the first window and until it can be used, how much memory, how much
// idle load.
#pragma once

#include "app/mainwindow.h"

#include "core/base/clock.h"

#include <QTimer>

namespace app {

/// Prints one JSON object on stdout and ends the program.
class Benchmark final : public QObject
{
    Q_OBJECT

public:
    Benchmark(MainWindow &window, const core::base::Stopwatch &sinceStart);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void report();

    MainWindow &m_window;
    const core::base::Stopwatch &m_sinceStart;
    QTimer m_timer;
    double m_firstMs = -1;
    double m_usableMs = -1;
    double m_cpuAtRest = 0; ///< processor seconds used when the rest began
    double m_restSince = 0;
};

} // namespace app
