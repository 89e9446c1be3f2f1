// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A monkey at the desk: twenty things a second that nobody would do, and a watch on how long the window does
// not answer. FORESHOCK_MONKEY_SECONDS: how long (20). FORESHOCK_MONKEY_SEED: which monkey (1).
// FORESHOCK_MONKEY_STRICT=1: fails when the window did not answer for 100 ms, or memory grew by 1 MB an hour;
// =2: the same, but the time in which others had the cores does not count (for busy machines).
// FORESHOCK_MONKEY_STACKS=1: prints where the window was each time it did not answer.
#include "core/stats/random.h"
#include "tests/gui/desktop.h"
#include "widgets/discovery/discoverypanel.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDirIterator>
#include <QDockWidget>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWheelEvent>

#include <atomic>
#include <cstdio>
#include <functional>
#include <thread>

#if defined(__GLIBC__)
#include <csignal>
#include <execinfo.h>
#include <pthread.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using core::stats::Random;
using core::stats::RandomPurpose;
using tests::Desktop;
using widgets::Setting;

namespace {

constexpr int kActMs = 50;
constexpr int kBeatMs = 5;
constexpr double kMostBlockedMs = 100;
constexpr double kWorthTellingMs = 50; // no fault yet
constexpr double kMostGrowth = 1;      // MB an hour

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

/// What this thread did since it began, in ms.
struct ThreadTime {
    double computed = 0;
    double queued = 0; ///< could have computed, but others had the cores
};

/// Zeros where the system does not say.
ThreadTime threadTime()
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

/// Slope of the least-squares line through (seconds, MB), in MB an hour.
double growthPerHour(const std::vector<std::pair<double, double>> &seen)
{
    double x = 0;
    double y = 0;
    for (const auto &[at, mb] : seen) {
        x += at / static_cast<double>(seen.size());
        y += mb / static_cast<double>(seen.size());
    }
    double xy = 0;
    double xx = 0;
    for (const auto &[at, mb] : seen) {
        xy += (at - x) * (mb - y);
        xx += (at - x) * (at - x);
    }
    return xx > 0 ? xy / xx * 3600 : 0;
}

QStringList filesBelow(const QString &folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        found.append(files.next());
    found.sort();
    return found;
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
            m_tracer = std::thread([this, gui = pthread_self()] {
                qint64 told = -1;
                while (!m_over) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(10));
                    const qint64 last = m_last;
                    if (m_watch.elapsed() - last > 90 && told != last) {
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
        if (late > kMostBlockedMs || own > kWorthTellingMs) {
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

class Monkey final
{
public:
    Monkey(Desktop &desktop, std::uint64_t seed)
        : m_desktop(desktop)
        , m_random(seed, RandomPurpose::Test, 0)
    {}

    /// One thing; says which.
    QString act()
    {
        prepare();
        const auto kind = m_random.below(100);
        if (kind < 30)
            return click();
        if (kind < 46)
            return key();
        if (kind < 56)
            return wheel();
        if (kind < 63)
            return drag();
        if (kind < 66) {
            m_desktop.settings.set(Setting::Theme, pick({u"dark"_s, u"light"_s, u"system"_s}));
            return u"theme"_s;
        }
        if (kind < 71)
            return layout();
        if (kind < 76) {
            Q_EMIT m_desktop.desk.applyFilter(
                pick({u""_s, u"source == simulated"_s, u"value > 2"_s, u"event_type contains \"strike\""_s,
                      u"nonsense ((("_s, u"entity in {SIM-EN01, SIM-EN02} or value < -1"_s}));
            return u"filter"_s;
        }
        if (kind < 80) {
            Q_EMIT m_desktop.desk.runStudy();
            return u"run"_s;
        }
        if (kind < 84) {
            m_desktop.session.jobs().cancelAll();
            return u"cancel"_s;
        }
        if (kind < 89)
            return dock();
        if (kind < 95)
            return trigger();
        if (kind < 97) {
            m_desktop.desk.selection().selectSymbol(
                pick({u"SIM-INDEX"_s, u"SIM-EN01"_s, u"SIM-TE04"_s, u"nothing"_s}));
            return u"symbol"_s;
        }
        QApplication::clipboard()->setText(
            pick({u"2012-01-03\n2013-02-04\n"_s, u"<b>no dates</b>"_s, QString()}));
        if (kind < 99) {
            Q_EMIT m_desktop.desk.pasteDates();
            return u"paste"_s;
        }
        m_desktop.window->closeWorkspace();
        return u"close workspace"_s;
    }

private:
    /// What a person would have to do for it to go on: nothing here is asked, hidden or gone.
    void prepare()
    {
        app::MainWindow &window = *m_desktop.window;
        if (!window.isVisible())
            window.show();
        if (window.isMinimized())
            window.showNormal();
        if (!m_desktop.session.bench() && !m_desktop.session.isOpening())
            window.openSample();
        if (m_random.below(4) == 0) {
            if (QWidget *popup = QApplication::activePopupWidget())
                popup->close();
        }
        m_desktop.desk.dialogs().setNextFileName(m_desktop.dir.filePath(u"out-%1"_s.arg(m_random.below(20))));
    }

    QString pick(const QStringList &of) { return of[static_cast<qsizetype>(m_random.below(of.size()))]; }

    QWidget *widget()
    {
        QList<QWidget *> all;
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (!top->isVisible())
                continue;
            all.append(top);
            for (QWidget *child : top->findChildren<QWidget *>()) {
                if (child->isVisible() && !child->visibleRegion().isEmpty() && child->window() == top)
                    all.append(child);
            }
        }
        return all.isEmpty() ? m_desktop.window.get()
                             : all[static_cast<qsizetype>(m_random.below(all.size()))];
    }
    QPoint pointIn(const QWidget *widget)
    {
        return {static_cast<int>(m_random.below(static_cast<std::uint64_t>(std::max(1, widget->width())))),
                static_cast<int>(m_random.below(static_cast<std::uint64_t>(std::max(1, widget->height()))))};
    }
    static QString named(const QString &what, const QWidget *widget)
    {
        return u"%1 %2 %3"_s.arg(what, QString::fromLatin1(widget->metaObject()->className()),
                                 widget->objectName());
    }

    QString click()
    {
        QWidget *at = widget();
        const QString said = named(u"click"_s, at);
        const QPoint point = pointIn(at);
        const auto how = m_random.below(10);
        if (how == 0)
            QTest::mouseDClick(at, Qt::LeftButton, {}, point);
        else
            QTest::mouseClick(at, how == 1 ? Qt::RightButton : Qt::LeftButton, {}, point);
        return said;
    }

    QString key()
    {
        static constexpr Qt::Key kKeys[] = {Qt::Key_Tab,  Qt::Key_Return, Qt::Key_Escape, Qt::Key_Up,
                                            Qt::Key_Down, Qt::Key_Left,   Qt::Key_Right,  Qt::Key_PageDown,
                                            Qt::Key_Home, Qt::Key_End,    Qt::Key_Delete, Qt::Key_Backspace,
                                            Qt::Key_F2,   Qt::Key_Space,  Qt::Key_A,      Qt::Key_1,
                                            Qt::Key_K,    Qt::Key_F,      Qt::Key_Z,      Qt::Key_V};
        static constexpr Qt::KeyboardModifiers kHeld[] = {Qt::NoModifier,    Qt::NoModifier,
                                                          Qt::NoModifier,    Qt::ControlModifier,
                                                          Qt::ShiftModifier, Qt::AltModifier};
        QWidget *at = QApplication::focusWidget() ? QApplication::focusWidget() : m_desktop.window.get();
        const QString said = named(u"key"_s, at);
        if (m_random.below(5) == 0) {
            const QString typed =
                pick({u"usgs"_s, u"SIM"_s, u"> re"_s, u"\u202e<b>"_s, u"2015-03-04"_s, u"((("_s});
            for (const QChar letter : typed) {
                QWidget *now = QApplication::focusWidget();
                if (now)
                    QTest::sendKeyEvent(QTest::Click, now, Qt::Key_unknown, QString(letter), Qt::NoModifier);
            }
            return said;
        }
        QTest::keyClick(at, kKeys[m_random.below(std::size(kKeys))], kHeld[m_random.below(std::size(kHeld))]);
        return said;
    }

    QString wheel()
    {
        QWidget *at = widget();
        const QString said = named(u"wheel"_s, at);
        const QPoint point = pointIn(at);
        const int turn = m_random.below(2) == 0 ? 120 : -120;
        QWheelEvent event(point, at->mapToGlobal(point), {}, {0, turn}, Qt::NoButton,
                          m_random.below(4) == 0 ? Qt::ControlModifier : Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(at, &event);
        return said;
    }

    QString drag()
    {
        QWidget *at = widget();
        const QString said = named(u"drag"_s, at);
        const QPointer<QWidget> alive = at;
        // a drag out of a text waits in a loop of its own for a mouse that is not there
        if (at->inherits("QPlainTextEdit") ||
            (at->parentWidget() && at->parentWidget()->inherits("QPlainTextEdit")))
            return said;
        QTest::mousePress(at, Qt::LeftButton, {}, pointIn(at));
        for (int i = 0; i < 3 && alive; ++i) {
            const QPoint to = pointIn(at);
            QMouseEvent move(QEvent::MouseMove, to, at->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(at, &move);
        }
        if (alive)
            QTest::mouseRelease(at, Qt::LeftButton, {}, pointIn(at));
        return said;
    }

    QString layout()
    {
        m_desktop.window->showDocks();
        m_desktop.window->docks().useLayout(static_cast<app::Layout>(m_random.below(app::kLayouts)));
        return u"layout"_s;
    }

    QString dock()
    {
        const auto &list = app::panels();
        QDockWidget *dock =
            m_desktop.window->docks().dock(QString::fromLatin1(list[m_random.below(list.size())].id));
        switch (m_random.below(4)) {
        case 0:
            dock->setFloating(!dock->isFloating());
            return u"float "_s + dock->objectName();
        case 1:
            dock->close();
            return u"close "_s + dock->objectName();
        default:
            dock->show();
            dock->raise();
            return u"show "_s + dock->objectName();
        }
    }

    QString trigger()
    {
        const QList<QAction *> all = m_desktop.desk.actions();
        QAction *action = all[static_cast<qsizetype>(m_random.below(all.size()))];
        const QString id = widgets::Desk::idOf(action);
        if (id != u"app.quit"_s)
            action->trigger();
        return u"action "_s + id;
    }

    Desktop &m_desktop;
    Random m_random;
};

} // namespace

class tst_Monkey final : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void nothingIsOpened(const QUrl &) {}

private Q_SLOTS:
    void findsNothingToBreak()
    {
        const QTemporaryDir home;
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
            qputenv(name, QFile::encodeName(home.path()));
        const QTemporaryDir here;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(here.path()));
        const auto back = qScopeGuard([&before] { QDir::setCurrent(before); });
        for (const QString &scheme : {u"file"_s, u"http"_s, u"https"_s})
            QDesktopServices::setUrlHandler(scheme, this, "nothingIsOpened");
        QApplication::setQuitOnLastWindowClosed(false);

        bool isNumber = false;
        int seconds = qEnvironmentVariableIntValue("FORESHOCK_MONKEY_SECONDS", &isNumber);
        if (!isNumber || seconds <= 0)
            seconds = 20;
        int seed = qEnvironmentVariableIntValue("FORESHOCK_MONKEY_SEED", &isNumber);
        if (!isNumber)
            seed = 1;

        Desktop desktop;
        desktop.openSample();
        desktop.desk.dialogs().setUnattended(true);
        std::vector<std::pair<double, double>> memory; // after the first third, when all was used once
        int acts = 0;
        Watchdog dog;
        {
            Monkey monkey(desktop, static_cast<std::uint64_t>(seed));
            QElapsedTimer since;
            since.start();
            QEventLoop loop;
            // an open menu has a loop of its own, in which the monkey goes on: a timer each time, as one does
            // not fire within itself
            int depth = 0;
            std::function<void()> next = [&] {
                if (since.elapsed() >= seconds * 1000LL) {
                    if (QWidget *popup = QApplication::activePopupWidget())
                        popup->close();
                    if (depth == 0)
                        loop.quit();
                    else
                        QTimer::singleShot(kActMs, &loop, next);
                    return;
                }
                QTimer::singleShot(kActMs, &loop, next);
                ++acts;
                ++depth;
                const QString did = monkey.act();
                --depth;
                dog.tell(did);
                if (qEnvironmentVariableIsSet("FORESHOCK_MONKEY_TRACE"))
                    std::fprintf(stderr, "%s\n", qPrintable(did));
                const double now = static_cast<double>(since.elapsed()) / 1000;
                if (acts % 20 == 0 && now > seconds / 3.0)
                    memory.emplace_back(now, residentMb());
            };
            QTimer::singleShot(kActMs, &loop, next);
            loop.exec();
        }
        const double growth = growthPerHour(memory);
        qInfo("%d acts in %d s; longest without an answer %.0f ms, %.0f ms without waiting for a core; "
              "memory %+.1f MB "
              "an hour, %.0f MB now",
              acts, seconds, dog.longestMs(), dog.longestOwnMs(), growth, residentMb());
        for (const QString &block : dog.blocks())
            qInfo("  %s", qPrintable(block));

        // it still works, and has left nothing elsewhere
        desktop.session.jobs().cancelAll();
        if (!desktop.session.bench())
            desktop.window->openSample();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.session.bench() != nullptr, 120'000);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.window->isSettled(), 60'000);
        QCOMPARE(filesBelow(home.path()), QStringList());
        QCOMPARE(filesBelow(here.path()), QStringList());
        const int strict = qEnvironmentVariableIntValue("FORESHOCK_MONKEY_STRICT");
        if (strict != 0) {
            const double longest = strict == 2 ? dog.longestOwnMs() : dog.longestMs();
            QVERIFY2(longest <= kMostBlockedMs, qPrintable(dog.blocks().join(u'\n')));
            QVERIFY2(growth < kMostGrowth, qPrintable(QString::number(growth)));
        }
    }
};

QTEST_MAIN(tst_Monkey)
#include "tst_monkey.moc"
