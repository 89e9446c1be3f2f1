// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/benchmark.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <ctime>

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPollMs = 10;
constexpr int kSettleMs = 1'000;
constexpr int kRestMs = 3'000;
constexpr double kGiveUpMs = 60'000;

double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Resident memory in MB (10^6 bytes); 0 where the system does not say.
double residentMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').value(0).toDouble() * 1024 / 1e6;
    }
    return 0;
}

double round1(double value)
{
    return static_cast<double>(static_cast<qint64>(value * 10 + 0.5)) / 10;
}

} // namespace

Benchmark::Benchmark(MainWindow &window, const core::base::Stopwatch &sinceStart)
    : m_window(window)
    , m_sinceStart(sinceStart)
{
    window.installEventFilter(this);
    m_timer.setInterval(kPollMs);
    connect(&m_timer, &QTimer::timeout, this, &Benchmark::look);
}

bool Benchmark::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_firstMs < 0) {
        m_firstMs = m_sinceStart.seconds() * 1000;
        m_timer.start();
    }
    return QObject::eventFilter(watched, event);
}

void Benchmark::look()
{
    const double now = m_sinceStart.seconds() * 1000;
    if (!m_window.isSettled() && now < kGiveUpMs)
        return;
    m_timer.stop();
    m_usableMs = now;
    QTimer::singleShot(kSettleMs, this, [this] {
        m_cpuAtRest = processorSeconds();
        m_restSince = m_sinceStart.seconds();
        QTimer::singleShot(kRestMs, this, &Benchmark::report);
    });
}

void Benchmark::report()
{
    const double share = (processorSeconds() - m_cpuAtRest) / (m_sinceStart.seconds() - m_restSince);
    const QJsonObject figures{{u"first_window_ms"_s, round1(m_firstMs)},
                              {u"usable_ms"_s, round1(m_usableMs)},
                              {u"idle_rss_mb"_s, round1(residentMb())},
                              {u"idle_cpu_percent"_s, round1(share * 100)},
                              {u"settled"_s, m_window.isSettled()}};
    QTextStream(stdout) << QJsonDocument(figures).toJson(QJsonDocument::Compact) << u'\n';
    QApplication::exit(0);
}

} // namespace app
