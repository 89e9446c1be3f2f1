// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done again and again leaves nothing behind: each thing a person does is done many times over, and
// what is allocated at rest stays what it was. FORESHOCK_GROWTH_TIMES: how often (25). FORESHOCK_GROWTH_ALL:
// more things; =actions: every action of the desk too, to find which one grows.
#include "tests/gui/desktop.h"
#include "tests/gui/watchdog.h"
#include "widgets/chart/chartpanel.h"
#include "widgets/charts/chartview.h"
#include "widgets/commandbar/commandbar.h"
#include "widgets/discovery/discoverypanel.h"
#include "widgets/discovery/runview.h"
#include "widgets/discovery/studydraft.h"

#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QTableView>
#include <QWheelEvent>

#include <cstdio>
#include <functional>
#include <map>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;
using tests::Desktop;
using widgets::Setting;

namespace {

constexpr int kLong = 120'000;
/// Bytes each time: messages, ended jobs and what the study editor can undo are still filling up to their
/// bounds.
constexpr double kMostLeft = 6000;
/// What is always tried: the others take their time and grow no other way.
const QStringList kAlways{u"message"_s, u"open study"_s, u"settings"_s, u"show and close"_s};

} // namespace

class tst_Growth final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Desktop> m_desktop;
    std::map<QString, std::function<void(int)>> m_acts;

    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window->isSettled(), kLong); }
    void open()
    {
        m_desktop->window->openSample();
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->session.bench() && m_desktop->window->isSettled(), kLong);
    }
    /// Bytes at rest: nothing is open or under way.
    void rest(double &bytes)
    {
        m_desktop->session.jobs().cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->session.jobs().active() == 0, kLong);
        m_desktop->window->closeWorkspace();
        QTest::qWait(400); // what was put away is deleted, and the store closed on its own thread
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        tests::dropPixmaps();
#if defined(__GLIBC__)
        malloc_trim(0);
#endif
        bytes = tests::heapMb() * 1e6;
    }
    void addActs();

private Q_SLOTS:
    void initTestCase()
    {
        m_desktop = std::make_unique<Desktop>();
        m_desktop->desk.dialogs().setUnattended(true);
        m_desktop->openSample();
        addActs();
    }
    void cleanupTestCase()
    {
        m_desktop.reset();
    }

    void leavesNothing_data()
    {
        QTest::addColumn<QString>("act");
        for (const auto &[name, act] : m_acts) {
            if (kAlways.contains(name) || qEnvironmentVariableIsSet("FORESHOCK_GROWTH_ALL"))
                QTest::newRow(qPrintable(name)) << name;
        }
    }
    void leavesNothing()
    {
        QFETCH(QString, act);
        bool isNumber = false;
        int times = qEnvironmentVariableIntValue("FORESHOCK_GROWTH_TIMES", &isNumber);
        if (!isNumber || times <= 0)
            times = 25;
        const auto doIt = [&](int count) {
            open();
            for (int i = 0; i < count; ++i)
                m_acts[act](i);
            settle();
        };
        doIt(times); // what is made once is made now
        double before = 0;
        rest(before);
        doIt(times);
        double after = 0;
        rest(after);
        const double left = (after - before) / times;
        qInfo("%s: %.0f bytes each time", qPrintable(act), left);
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("The sanitizer keeps for a while what was freed: nothing can be said of what is left.");
#else
        QVERIFY2(left < kMostLeft, qPrintable(QString::number(left)));
#endif
    }
};

void tst_Growth::addActs()
{
    Desktop &desktop = *m_desktop;
    app::MainWindow &window = *desktop.window;
    m_acts[u"theme"_s] = [&](int i) {
        desktop.settings.set(Setting::Theme, i % 2 == 0 ? u"light"_s : u"dark"_s);
        QTest::qWait(1);
    };
    m_acts[u"layout"_s] = [&](int i) {
        window.docks().useLayout(static_cast<app::Layout>(i % app::kLayouts));
        QTest::qWait(1);
    };
    m_acts[u"filter"_s] = [&, this](int i) {
        Q_EMIT desktop.desk.applyFilter(i % 2 == 0 ? u"value > 2"_s : u"nonsense ((("_s);
        settle();
    };
    m_acts[u"symbol"_s] = [&, this](int i) {
        desktop.desk.selection().selectSymbol(i % 2 == 0 ? u"SIM-EN01"_s : u"SIM-TE04"_s);
        settle();
    };
    m_acts[u"open study"_s] = [&, this](int i) {
        Q_EMIT desktop.desk.openStudyFile(i % 2 == 0 ? u"sample"_s : u"sample-surprise"_s);
        settle();
    };
    m_acts[u"edit study"_s] = [&](int i) {
        auto *panel = qobject_cast<widgets::DiscoveryPanel *>(window.docks().panel(u"discovery"_s));
        panel->draft().setValue({u"seed"_s}, i);
    };
    m_acts[u"float"_s] = [&](int i) {
        const auto &list = app::panels();
        QDockWidget *dock =
            window.docks().dock(QString::fromLatin1(list[static_cast<std::size_t>(i) % list.size()].id));
        dock->setFloating(true);
        QTest::qWait(1);
        dock->setFloating(false);
    };
    m_acts[u"show and close"_s] = [&](int i) {
        const auto &list = app::panels();
        QDockWidget *dock =
            window.docks().dock(QString::fromLatin1(list[static_cast<std::size_t>(i) % list.size()].id));
        dock->close();
        QTest::qWait(1);
        dock->show();
        QTest::qWait(1);
    };
    m_acts[u"command bar"_s] = [&](int) {
        window.commandBar().begin(u"e"_s);
        QTest::qWait(5);
        window.commandBar().clear();
    };
    m_acts[u"settings"_s] = [&](int) {
        window.showSettings(u"keys"_s);
        QTest::qWait(1);
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top != &window && top->isVisible() && top->inherits("QDialog"))
                top->close();
        }
    };
    m_acts[u"paste"_s] = [&](int) {
        Q_EMIT desktop.desk.pasteDates();
        QTest::qWait(5);
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top != &window && top->isVisible() && top->inherits("QDialog"))
                top->close();
        }
    };
    m_acts[u"message"_s] = [&](int i) {
        const quint64 id = desktop.desk.messages().tell(widgets::Severity::Warning, u"Number %1"_s.arg(i));
        QTest::qWait(1);
        desktop.desk.messages().dismiss(id);
    };
    m_acts[u"wheel"_s] = [&](int i) {
        auto *chart = window.findChild<widgets::ChartView *>(u"priceChart"_s);
        const QPoint at = chart->rect().center();
        QWheelEvent event(at, chart->mapToGlobal(at), {}, {0, i % 2 == 0 ? 120 : -120}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(chart->childAt(at) ? chart->childAt(at) : chart, &event);
        QTest::qWait(1);
    };
    m_acts[u"workspace"_s] = [&, this](int i) {
        if (i % 5 != 0) // takes its time
            return;
        window.closeWorkspace();
        QTest::qWait(100);
        open();
    };
    m_acts[u"resize"_s] = [&](int i) {
        window.resize(1366 + 10 * (i % 3), 768 + 10 * (i % 2));
        QTest::qWait(5);
    };
    m_acts[u"menu"_s] = [&](int i) {
        const QList<QTableView *> tables = window.findChildren<QTableView *>();
        QTableView *table = tables[i % tables.size()];
        QTest::mouseClick(table->viewport(), Qt::RightButton, {}, QPoint(10, 10));
        QTest::qWait(1);
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
    };
    m_acts[u"run"_s] = [&, this](int i) {
        if (i % 10 != 0)
            return;
        auto *panel = qobject_cast<widgets::DiscoveryPanel *>(window.docks().panel(u"discovery"_s));
        QSignalSpy ended(panel, &widgets::DiscoveryPanel::ended);
        Q_EMIT desktop.desk.runStudy();
        if (panel->isRunning())
            QVERIFY(ended.wait(kLong));
        settle();
        for (int row = 0; row < 5; ++row) {
            panel->results()->table()->selectRow(row);
            settle();
        }
    };
    m_acts[u"cancelled run"_s] = [&](int) {
        Q_EMIT desktop.desk.runStudy();
        QTest::qWait(5);
        desktop.session.jobs().cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.session.jobs().active() == 0, kLong);
    };
    if (qEnvironmentVariable("FORESHOCK_GROWTH_ALL") == u"actions") {
        for (QAction *action : desktop.desk.actions()) {
            const QString id = widgets::Desk::idOf(action);
            if (id == u"app.quit"_s)
                continue;
            m_acts[u"action "_s + id] = [action, this](int) {
                action->trigger();
                QTest::qWait(5);
                for (QWidget *top : QApplication::topLevelWidgets()) {
                    if (top != m_desktop->window.get() && top->isVisible() && top->isWindow() &&
                        !qobject_cast<QDockWidget *>(top))
                        top->close();
                }
                if (!m_desktop->session.bench() && !m_desktop->session.isOpening())
                    open();
            };
        }
    }
}

QTEST_MAIN(tst_Growth)
#include "tst_growth.moc"
