// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/desktop.h"

#include <QAction>
#include <QDockWidget>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using app::Layout;
using tests::Desktop;
using widgets::Setting;

namespace {

/// How often a widget is asked to lay itself out.
class LayoutCount final : public QObject
{
public:
    int requests = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        requests += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return false;
    }
};

} // namespace

class tst_Layouts final : public QObject
{
    Q_OBJECT

private:
    /// The panels on the screen or behind a tab.
    static QStringList shown(const Desktop &desktop)
    {
        QStringList ids;
        for (const app::PanelEntry &entry : app::panels()) {
            const QString id = QString::fromLatin1(entry.id);
            if (!desktop.window->docks().dock(id)->isHidden())
                ids.append(id);
        }
        return ids;
    }
    static QStringList expected(Layout layout)
    {
        QStringList ids;
        for (const app::PanelEntry &entry : app::panels()) {
            if (entry.places[static_cast<std::size_t>(layout)] != app::Place::Hidden)
                ids.append(QString::fromLatin1(entry.id));
        }
        return ids;
    }

private Q_SLOTS:
    void restsWhenNothingHappens()
    {
        Desktop desktop;
        desktop.openSample();
        app::Docks &docks = desktop.window->docks();
        for (const Layout layout : {Layout::Monitor, Layout::Research, Layout::Backtest, Layout::Data}) {
            docks.useLayout(layout);
            QTest::qWait(500); // what the change asks for
            LayoutCount count;
            docks.installEventFilter(&count);
            QTest::qWait(300);
            docks.removeEventFilter(&count);
            QVERIFY2(count.requests < 5, qPrintable(QString::number(count.requests)));
        }
    }
    void restsAtEverySize()
    {
        Desktop desktop;
        desktop.openSample();
        app::Docks &docks = desktop.window->docks();
        LayoutCount count;
        docks.installEventFilter(&count);
        const auto back = qScopeGuard([&] { docks.removeEventFilter(&count); });
        for (const Layout layout : {Layout::Monitor, Layout::Research, Layout::Backtest, Layout::Data}) {
            docks.useLayout(layout);
            for (QDockWidget *dock : docks.findChildren<QDockWidget *>()) // as many tabs as there can be
                dock->show();
            for (int width = 1366; width > 500; width -= 61) {
                desktop.window->resize(width, width * 9 / 16);
                QTest::qWait(50);
                count.requests = 0;
                QTest::qWait(50);
                QVERIFY2(count.requests < 20, qPrintable(u"%1 at %2 px"_s.arg(count.requests).arg(width)));
            }
        }
    }
    void everyPanelTogglesAndFloats()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.window->docks().useLayout(Layout::Data);
        for (QAction *toggle : desktop.window->docks().toggles()) {
            const bool was = toggle->isChecked();
            toggle->trigger();
            QCOMPARE(toggle->isChecked(), !was);
            toggle->trigger();
            QCOMPARE(toggle->isChecked(), was);
        }
        for (const app::PanelEntry &entry : app::panels()) {
            QDockWidget *dock = desktop.window->docks().dock(QString::fromLatin1(entry.id));
            dock->show();
            dock->setFloating(true);
            QVERIFY(dock->isFloating());
            QVERIFY(dock->isWindow());
            dock->setFloating(false);
            QVERIFY(!dock->isFloating());
        }
    }

    void aTabSaysTheNameOnce()
    {
        Desktop desktop;
        desktop.openSample();
        app::Docks &docks = desktop.window->docks();
        docks.useLayout(Layout::Data);
        const auto hasTitle = [&docks](const QString &id) {
            return docks.dock(id)->titleBarWidget()->isVisible();
        };
        QTRY_VERIFY(!hasTitle(u"quality"_s) && !hasTitle(u"events"_s));
        QVERIFY(hasTitle(u"explorer"_s));
        QDockWidget *quality = docks.dock(u"quality"_s);
        const auto press = [&docks, quality](const QString &name) {
            for (QTabBar *bar : docks.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
                if (!bar->isVisible() || bar->tabText(bar->currentIndex()) != quality->windowTitle())
                    continue;
                for (QToolButton *button : bar->findChildren<QToolButton *>()) {
                    if (button->isVisible() && button->accessibleName() == name)
                        button->click();
                }
            }
        };
        press(u"Float or dock Data Quality"_s);
        QVERIFY(quality->isFloating());
        QTRY_VERIFY(hasTitle(u"quality"_s) && hasTitle(u"events"_s)); // each alone in its place
        quality->setFloating(false);
        QTRY_VERIFY(!hasTitle(u"quality"_s) && !hasTitle(u"events"_s));
        quality->raise();
        press(u"Close Data Quality"_s);
        QVERIFY(quality->isHidden());
        QTRY_VERIFY(hasTitle(u"events"_s));
    }

    void eachLayoutShowsItsPanels_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < app::kLayouts; ++i)
            QTest::addRow("Ctrl+%d", i + 1) << i;
    }
    void eachLayoutShowsItsPanels()
    {
        QFETCH(int, number);
        Desktop desktop;
        desktop.openSample();
        const auto layout = static_cast<Layout>(number);
        QTest::keyClick(desktop.window.get(), static_cast<Qt::Key>(Qt::Key_1 + number), Qt::ControlModifier);
        QCOMPARE(desktop.window->docks().layout(), layout);
        QCOMPARE(shown(desktop), expected(layout));
        QVERIFY(desktop.window->width() <= 1366);
        QVERIFY(desktop.window->height() <= 768);
    }

    void comesBackAsItWasLeft()
    {
        const QTemporaryDir kept;
        const QString file = kept.filePath(u"foreshock.conf"_s);
        const QString id = QString::fromLatin1(app::panels().front().id);
        bool hidden = false;
        {
            Desktop desktop(file);
            desktop.openSample();
            desktop.window->docks().useLayout(Layout::Data);
            QDockWidget *dock = desktop.window->docks().dock(id);
            dock->toggleViewAction()->trigger();
            hidden = dock->isHidden();
            desktop.window->docks().useLayout(Layout::Research);
            desktop.window->docks().useLayout(Layout::Data);
            if (app::panels().size() > 1) // a state without any panel is not kept
                QCOMPARE(dock->isHidden(), hidden);
            QVERIFY(desktop.window->close());
        }
        Desktop desktop(file);
        QCOMPARE(desktop.window->docks().layout(), Layout::Data);
        if (app::panels().size() > 1)
            QCOMPARE(desktop.window->docks().dock(id)->isHidden(), hidden);
    }

    void anUnreadableStateGivesTheDefault_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("garbage") << QByteArray("no state at all");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("zeros") << QByteArray(5'000, '\0');
        QMainWindow other;
        QTest::newRow("another version") << other.saveState(99);
    }
    void anUnreadableStateGivesTheDefault()
    {
        QFETCH(QByteArray, state);
        const QTemporaryDir kept;
        const QString file = kept.filePath(u"foreshock.conf"_s);
        {
            widgets::Settings settings(file);
            settings.set(Setting::LayoutStates, QVariantMap{{u"data"_s, state}});
            settings.set(Setting::CurrentLayout, u"data"_s);
            settings.set(Setting::WindowGeometry, QByteArray("no geometry"));
        }
        Desktop desktop(file);
        desktop.show();
        QCOMPARE(shown(desktop), expected(Layout::Data));
    }

    void resetBringsEverythingBackAndCanBeUndone()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.window->docks().useLayout(Layout::Data);
        for (const app::PanelEntry &entry : app::panels())
            desktop.window->docks().dock(QString::fromLatin1(entry.id))->hide();
        QCOMPARE(shown(desktop), QStringList());
        QTest::keyClick(desktop.window.get(), Qt::Key_0, Qt::AltModifier);
        QCOMPARE(shown(desktop), expected(Layout::Data));
        const widgets::Message &said = desktop.desk.messages().all().back();
        QCOMPARE(said.actions.size(), 1U);
        QCOMPARE(said.actions.front().text, u"Undo"_s);
        said.actions.front().run();
        QVERIFY(desktop.window->isVisible());
    }

    void startsAsItCameWhenAsked()
    {
        const QTemporaryDir kept;
        const QString file = kept.filePath(u"foreshock.conf"_s);
        {
            Desktop desktop(file);
            desktop.openSample();
            desktop.window->docks().useLayout(Layout::Data);
            desktop.window->docks().dock(u"events"_s)->hide();
            QVERIFY(desktop.window->close());
        }
        Desktop desktop(file);
        QVERIFY(desktop.window->docks().dock(u"events"_s)->isHidden());
        desktop.window->restore(true); // --default-ui
        desktop.window->docks().useLayout(Layout::Data);
        QCOMPARE(shown(desktop), expected(Layout::Data));
    }

    void aWindowOfAScreenThatIsGoneComesBack()
    {
        const QTemporaryDir kept;
        const QString file = kept.filePath(u"foreshock.conf"_s);
        {
            QWidget far;
            far.setGeometry(100'000, 100'000, 600, 400);
            widgets::Settings settings(file);
            settings.set(Setting::WindowGeometry, far.saveGeometry());
        }
        Desktop desktop(file);
        desktop.window->show();
        QVERIFY(QTest::qWaitForWindowExposed(desktop.window.get()));
        const QRect screen = desktop.window->screen()->availableGeometry();
        QVERIFY(screen.intersects(desktop.window->frameGeometry()));
    }

    void anOrderForARunGoesToResearchAndBackReturns()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.window->docks().useLayout(Layout::Monitor);
        Q_EMIT desktop.desk.openRun(u"no-such-run"_s);
        QCOMPARE(desktop.window->docks().layout(), Layout::Research);
        QVERIFY(desktop.window->canGoBack());
        desktop.window->goBack();
        QCOMPARE(desktop.window->docks().layout(), Layout::Monitor);
    }
};

QTEST_MAIN(tst_Layouts)
#include "tst_layouts.moc"
