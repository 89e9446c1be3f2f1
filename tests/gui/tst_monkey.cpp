// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A monkey at the desk: twenty things a second that nobody would do, and a watch on how long the window does
// not answer. FORESHOCK_MONKEY_SECONDS: how long (20). FORESHOCK_MONKEY_SEED: which monkey (1).
// FORESHOCK_MONKEY_STRICT=1: fails when the window did not answer for 100 ms, or memory grew by 1 MB an hour;
// =2: the same, but the time in which others had the cores does not count (for busy machines).
// FORESHOCK_MONKEY_STACKS=1: prints where the window was each time it did not answer; =stuck: only when it
// waited for something else than a core.
#include "core/stats/random.h"
#include "tests/gui/desktop.h"
#include "tests/gui/watchdog.h"
#include "widgets/charts/chartview.h"
#include "widgets/frame/statusline.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDirIterator>
#include <QDockWidget>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QWheelEvent>

#include <cstdio>
#include <functional>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;
using core::stats::Random;
using core::stats::RandomPurpose;
using tests::Desktop;
using tests::Growth;
using tests::growthOf;
using tests::heapMb;
using tests::kMostBlockedMs;
using tests::residentMb;
using tests::Watchdog;
using widgets::Setting;

namespace {

constexpr int kActMs = 50;
constexpr qint64 kRestEveryMs = 10'000;
constexpr int kCalmLooks = 10;    // of kActMs, in which what was put away is deleted
constexpr double kMostGrowth = 1; // MB an hour

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

/// Whether this program has a file of that name open: a question that was cancelled holds its workspace for a
/// while.
bool holdsAnyFile(const QString &name)
{
    const QFileInfoList open = QDir(u"/proc/self/fd"_s).entryInfoList(QDir::Files | QDir::System);
    return std::ranges::any_of(
        open, [&name](const QFileInfo &file) { return QFileInfo(file.symLinkTarget()).fileName() == name; });
}

/// Pictures of letters are kept for each font and for each quarter of a pixel at which they may begin.
void paintEveryLetter()
{
    QString letters;
    for (char16_t letter = u' '; letter <= u'~'; ++letter)
        letters.append(QChar(letter));
    letters += u"–−×·…≥≤±äöüÄÖÜß“”„’"_s;
    QImage paper(4000, 64, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&paper);
    QSet<QString> painted;
    for (const QWidget *widget : QApplication::allWidgets()) {
        for (const QFont &font : {widget->font(), widgets::Theme::numberFont(widget->font())}) {
            for (const QFont::Weight weight : {QFont::Normal, QFont::DemiBold}) {
                QFont one = font;
                one.setWeight(weight);
                if (painted.contains(one.key()))
                    continue;
                painted.insert(one.key());
                painter.setFont(one);
                for (int quarter = 0; quarter < 4; ++quarter)
                    painter.drawText(QPointF(quarter / 4.0, 40), letters);
            }
        }
    }
}

void closeOthers(const QWidget &window)
{
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    for (QWidget *other : QApplication::topLevelWidgets()) {
        if (other != &window && other->isVisible() && other->isWindow())
            other->close();
    }
}

/// Makes what is made once (dialogs, panels, a run and its charts) and fills what is kept up to a bound (500
/// messages, 100 jobs that have ended), so that what grows afterwards would grow for ever.
void warmUp(Desktop &desktop)
{
    app::MainWindow &window = *desktop.window;
    QFile file(desktop.dir.filePath(u"warm.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("timestamp,event_type,value\n2012-01-03T09:30:00Z,outage,2.5\n");
    file.close();
    window.showSettings(u"keys"_s);
    window.showShortcuts();
    window.status().showMessages();
    Q_EMIT desktop.desk.importFiles({file.fileName()});
    Q_EMIT desktop.desk.pasteDates();
    Q_EMIT desktop.desk.runStudy();
    for (int i = 0; i < app::kLayouts; ++i) {
        window.docks().useLayout(static_cast<app::Layout>(i));
        for (const app::PanelEntry &entry : app::panels())
            window.docks().showPanel(QString::fromLatin1(entry.id));
        QTRY_VERIFY_WITH_TIMEOUT(window.isSettled(), 120'000);
    }
    for (QAction *action : desktop.desk.actions()) { // whatever it opens is made when it is first wanted
        if (widgets::Desk::idOf(action) == u"app.quit"_s)
            continue;
        action->trigger();
        QTest::qWait(kActMs);
        closeOthers(window);
        if (!desktop.session.bench() && !desktop.session.isOpening())
            window.openSample();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.session.bench() != nullptr, 120'000);
    }
    QTRY_VERIFY_WITH_TIMEOUT(window.isSettled(), 120'000);
    for (auto *table : window.findChildren<widgets::ChartView *>()) {
        table->showTable(true);
        table->showTable(false);
    }
    for (int i = 0; i < 600; ++i) {
        const quint64 id = desktop.desk.messages().tell(widgets::Severity::Warning, u"Message %1"_s.arg(i));
        desktop.desk.messages().dismiss(id);
    }
    using core::workbench::Job;
    for (int i = 0; i < 120; ++i) {
        desktop.session.jobs().start<bool>(
            core::workbench::JobKind::Task, u"Job %1"_s.arg(i),
            [](const Job &) -> core::base::Result<bool> { return true; }, &window,
            [](const core::base::Result<bool> &) {});
    }
    QTRY_VERIFY_WITH_TIMEOUT(desktop.session.jobs().active() == 0, 120'000);
    for (const QString &theme : {u"light"_s, u"dark"_s}) {
        desktop.settings.set(Setting::Theme, theme);
        QTest::qWait(50);
    }
    paintEveryLetter();
}

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

    /// Puts everything away; true when nothing is open or under way, so that memory can be compared.
    bool rest()
    {
        closeOthers(*m_desktop.window);
        m_desktop.session.jobs().cancelAll();
        if (m_desktop.session.bench() && m_desktop.session.jobs().active() == 0)
            m_desktop.window->closeWorkspace();
        const bool isCalm = !m_desktop.session.bench() && !m_desktop.session.isOpening() &&
                            m_desktop.session.jobs().active() == 0 && !holdsAnyFile(u"catalog.sqlite"_s);
        m_calm = isCalm ? m_calm + 1 : 0;
        if (m_calm < kCalmLooks)
            return false;
        m_calm = 0;
        QApplication::clipboard()->clear();
        tests::dropPixmaps();
#if defined(__GLIBC__)
        malloc_trim(0);
#endif
        return true;
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

    QString pick(const QStringList &of)
    {
        return of[static_cast<qsizetype>(m_random.below(of.size()))];
    }

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
    int m_calm = 0;
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
        warmUp(desktop);
        // at rest, after the first third
        std::vector<std::pair<double, double>> heap;
        std::vector<std::pair<double, double>> resident;
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
            qint64 nextRest = kRestEveryMs;
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
                if (depth == 0 && since.elapsed() > nextRest && monkey.rest()) {
                    const double now = static_cast<double>(since.elapsed()) / 1000;
                    nextRest = since.elapsed() + kRestEveryMs;
                    if (now > seconds / 3.0) {
                        heap.emplace_back(now, heapMb());
                        resident.emplace_back(now, residentMb());
                    }
                    if (qEnvironmentVariableIsSet("FORESHOCK_MONKEY_TRACE"))
                        std::fprintf(stderr, "%.1f s: heap %.3f MB, resident %.3f MB\n", now, heapMb(),
                                     residentMb());
                }
                if (depth == 0 && since.elapsed() > nextRest)
                    return; // not yet
                ++acts;
                ++depth;
                const QString did = monkey.act();
                --depth;
                dog.tell(did);
                if (qEnvironmentVariableIsSet("FORESHOCK_MONKEY_TRACE"))
                    std::fprintf(stderr, "%s\n", qPrintable(did));
            };
            QTimer::singleShot(kActMs, &loop, next);
            loop.exec();
        }
        const Growth growth = growthOf(heap);
        const Growth held = growthOf(resident);
        qInfo("%d acts in %d s; longest without an answer %.0f ms, %.0f ms without waiting for a core", acts,
              seconds, dog.longestMs(), dog.longestOwnMs());
        if (!heap.empty()) { // not what is out now, in the middle of something
            qInfo("at rest %.1f MB allocated, an hour %+.1f (%+.1f to %+.1f); %.0f MB resident, an hour %+.0f "
                  "(%+.0f to %+.0f)",
                  heap.back().second, growth.perHour, growth.low, growth.high, resident.back().second,
                  held.perHour, held.low, held.high);
        }
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
            // what a short run cannot tell from none is none
            QVERIFY2(growth.low < kMostGrowth,
                     qPrintable(u"%1 to %2 MB an hour"_s.arg(growth.low).arg(growth.high)));
        }
    }
};

int main(int argc, char **argv)
{
    // QtTest ends a function after five minutes and falls silent after 2,000 messages: a long run would tell
    // nothing
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "2147483647");
    QApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    arguments += {u"-maxwarnings"_s, u"0"_s};
    tst_Monkey test;
    return QTest::qExec(&test, arguments);
}

#include "tst_monkey.moc"
