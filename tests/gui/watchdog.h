// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a window does not answer, why, and how memory grows.
#pragma once

#include "tests/gui/heapcount.h"

#include <QApplication>
#include <QBackingStore>
#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QPixmapCache>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>
#include <utility>
#include <vector>

#if defined(__GLIBC__)
#include <csignal>
#include <execinfo.h>
#include <malloc.h>
#include <pthread.h>
#include <unistd.h>
#endif

namespace tests {

using namespace Qt::StringLiterals;

inline constexpr int kBeatMs = 5;
inline constexpr double kMostBlockedMs = 100;
inline constexpr double kWorthTellingMs = 50; // no fault yet
inline constexpr qsizetype kMostTold = 100;

inline double residentMb()
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

/// What this thread did since it began, in ms.
struct ThreadTime {
    double computed = 0;
    double queued = 0; ///< could have computed, but others had the cores
};

/// Zeros where the system does not say.
inline ThreadTime threadTime()
{
    ThreadTime time;
    QFile file(u"/proc/thread-self/schedstat"_s); // nanoseconds
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return time;
    const QList<QByteArray> words = file.read(100).split(' ');
    if (words.size() > 1) {
        time.computed = words[0].toDouble() / 1e6;
        time.queued = words[1].toDouble() / 1e6;
    }
    return time;
}

/// What is allocated and not freed, in MB, without the pictures of windows (how large these are at a time
/// says nothing); what the process holds where that cannot be counted.
inline double heapMb()
{
    const long long live = liveBytes();
    if (live == 0)
        return residentMb();
    double pictures = 0;
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        if (const QBackingStore *store = window->backingStore())
            pictures += 4.0 * store->size().width() * store->size().height();
    }
    return (static_cast<double>(live) - pictures) / 1e6;
}

/// Lets go of drawn icons, which Qt keeps up to a limit: how full that is at a time says nothing. Not by
/// QPixmapCache::clear(), after which Qt 6.4 keeps the names of the pixmaps for ever.
inline void dropPixmaps()
{
    const int limit = QPixmapCache::cacheLimit();
    QPixmapCache::setCacheLimit(0);
    QPixmapCache::setCacheLimit(limit);
}

/// How fast something grows, in units an hour, with its interval of 95 %.
struct Growth {
    double perHour = 0;
    double low = 0;
    double high = 0;
};

/// The median slope between any two of (seconds, units): what comes and goes between looks does not count,
/// what stays does (Theil 1950, Sen 1968).
inline Growth growthOf(const std::vector<std::pair<double, double>> &seen)
{
    if (seen.size() < 3)
        return {};
    std::vector<double> slopes;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        for (std::size_t j = i + 1; j < seen.size(); ++j)
            slopes.push_back((seen[j].second - seen[i].second) / (seen[j].first - seen[i].first) * 3600);
    }
    std::sort(slopes.begin(), slopes.end());
    const auto n = static_cast<double>(seen.size());
    const double spread =
        1.96 * std::sqrt(n * (n - 1) * (2 * n + 5) / 18); // of Kendall's count under no growth
    const auto count = static_cast<double>(slopes.size());
    const auto at = [&slopes, count](double rank) {
        return slopes[static_cast<std::size_t>(std::clamp(rank, 0.0, count - 1))];
    };
    return {at(count / 2), at((count - spread) / 2), at((count + spread) / 2)};
}

/// Whether a thread of this process computes or waits for a core.
inline bool isRunnable(int thread)
{
    QFile file(u"/proc/self/task/%1/stat"_s.arg(thread));
    const QByteArray stat = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return stat.mid(stat.lastIndexOf(')') + 2, 1) == "R";
}

/// Measures how late the event loop is for an appointment every few milliseconds, and how much of that is its
/// own: on a busy machine it also waits for a core.
class Watchdog final : public QObject
{
public:
    Watchdog()
    {
        m_watch.start();
        m_beats.setTimerType(Qt::PreciseTimer);
        m_beats.setInterval(kBeatMs);
        connect(&m_beats, &QTimer::timeout, this, &Watchdog::beat);
        m_beats.start();
#if defined(__GLIBC__)
        if (qEnvironmentVariableIsSet("FORESHOCK_MONKEY_STACKS")) {
            std::signal(SIGUSR1, [](int) {
                void *frames[60];
                const int count = backtrace(frames, 60);
                (void)!write(2, "== blocked\n", 11);
                backtrace_symbols_fd(frames, count, 2);
            });
            const bool onlyStuck = qEnvironmentVariable("FORESHOCK_MONKEY_STACKS") == u"stuck";
            m_tracer = std::thread([this, onlyStuck, gui = pthread_self(), thread = gettid()] {
                qint64 told = -1;
                while (!m_over) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(10));
                    const qint64 last = m_last;
                    // one that waits for a core is not stuck
                    if (static_cast<double>(m_watch.elapsed() - last) > kMostBlockedMs - 10 && told != last &&
                        !(onlyStuck && isRunnable(thread))) {
                        told = last;
                        pthread_kill(gui, SIGUSR1);
                    }
                }
            });
        }
#endif
    }
    ~Watchdog() override
    {
        m_over = true;
        if (m_tracer.joinable())
            m_tracer.join();
    }

    /// What is being done, for the longest block.
    void tell(const QString &what)
    {
        m_doing = what;
    }
    [[nodiscard]] double longestMs() const
    {
        return m_longest;
    }
    /// Less what it had to wait for a core.
    [[nodiscard]] double longestOwnMs() const
    {
        return m_longestOwn;
    }
    [[nodiscard]] const QStringList &blocks() const
    {
        return m_blocks;
    }

private:
    void beat()
    {
        const qint64 now = m_watch.elapsed();
        const double late = static_cast<double>(now - m_last) - kBeatMs;
        const ThreadTime time = threadTime();
        const double computed = time.computed - m_time.computed;
        const double own = std::max(0.0, late - (time.queued - m_time.queued));
        m_last = now;
        m_time = time;
        const bool isWorthTelling = late > kMostBlockedMs || own > kWorthTellingMs;
        // a list without an end would be a growth of its own
        if (isWorthTelling && (m_blocks.size() < kMostTold || own > m_longestOwn)) {
            m_blocks.append(u"%1 s: %2 ms, %3 of them its own, %4 of these computed (%5)"_s
                                .arg(static_cast<double>(now) / 1000, 0, 'f', 1)
                                .arg(late, 0, 'f', 0)
                                .arg(own, 0, 'f', 0)
                                .arg(computed, 0, 'f', 0)
                                .arg(m_doing));
        }
        m_longest = std::max(m_longest, late);
        m_longestOwn = std::max(m_longestOwn, own);
    }

    QElapsedTimer m_watch;
    QTimer m_beats;
    std::atomic<qint64> m_last = 0;
    std::atomic<bool> m_over = false;
    std::thread m_tracer;
    double m_longest = 0;
    double m_longestOwn = 0;
    ThreadTime m_time = threadTime();
    QString m_doing;
    QStringList m_blocks;
};

} // namespace tests
