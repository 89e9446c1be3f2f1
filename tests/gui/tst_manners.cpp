// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every action, widget and text, whatever panels there are.
#include "app/startup.h"
#include "tests/gui/desktop.h"
#include "widgets/common/words.h"
#include "widgets/discovery/findingsmodel.h"
#include "widgets/inspector/facts.h"
#include "widgets/models/eventtext.h"
#include "widgets/settings/actionsmodel.h"

#include <QAccessible>
#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;
using tests::Desktop;
using widgets::Role;
using widgets::Setting;

class tst_Manners final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionIsComplete()
    {
        Desktop desktop;
        desktop.openSample();
        QVERIFY(desktop.desk.actions().size() > 15);
        QSet<QString> ids;
        for (const QAction *action : desktop.desk.actions()) {
            const QString id = widgets::Desk::idOf(action);
            QVERIFY2(!id.isEmpty() && !ids.contains(id), qPrintable(id));
            ids.insert(id);
            QVERIFY2(!action->text().isEmpty(), qPrintable(id));
            QVERIFY2(!action->toolTip().isEmpty(), qPrintable(id));
            const QString keys = action->shortcut().toString(QKeySequence::NativeText);
            QVERIFY2(action->toolTip().contains(keys), qPrintable(id));
            QVERIFY2(!keys.contains(u"Meta"_s), qPrintable(id));
            const QList<QAction *> others = widgets::conflictsOf(desktop.desk, action, action->shortcut());
            QVERIFY2(others.isEmpty(),
                     qPrintable(id + u" and "_s +
                                (others.isEmpty() ? QString() : widgets::Desk::idOf(others.front()))));
        }
    }

    void everyFocusableWidgetHasAName()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.window->showSettings(u"keys"_s);
        desktop.window->showShortcuts();
        for (int i = 0; i < app::kLayouts; ++i) {
            desktop.window->docks().useLayout(static_cast<app::Layout>(i));
            QTRY_VERIFY_WITH_TIMEOUT(desktop.window->isSettled(), 30'000);
            for (QWidget *widget : desktop.window->findChildren<QWidget *>()) {
                // the line inside a spin box speaks through the spin box
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy())
                    continue;
                QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY(face);
                QString path =
                    widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className());
                for (const QWidget *up = widget->parentWidget(); up; up = up->parentWidget())
                    path += u" < "_s + QString::fromLatin1(up->metaObject()->className());
                QVERIFY2(!face->text(QAccessible::Name).isEmpty(), qPrintable(path));
            }
        }
    }

    void tabComesRoundAndLeavesNothingOut()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.window->activateWindow();
        for (int i = 0; i < app::kLayouts; ++i) {
            desktop.window->docks().useLayout(static_cast<app::Layout>(i));
            QTRY_VERIFY_WITH_TIMEOUT(desktop.window->isSettled(), 30'000);
            desktop.window->docks().focusFirst();
            QWidget *first = QApplication::focusWidget();
            QVERIFY(first);
            QSet<const QWidget *> visited;
            int steps = 0; // a trap would keep them all
            do {
                visited.insert(QApplication::focusWidget());
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
                QVERIFY(QApplication::focusWidget());
            } while (QApplication::focusWidget() != first && ++steps < 300);
            QVERIFY2(QApplication::focusWidget() == first,
                     qPrintable(u"%1: Tab does not leave %2"_s.arg(app::layoutId(static_cast<app::Layout>(i)),
                                                                  QApplication::focusWidget()->objectName())));
            for (const QWidget *widget : desktop.window->findChildren<QWidget *>()) {
                const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() &&
                                      widget->isVisible() && !widget->focusProxy() && !widget->isWindow();
                if (!takesTab)
                    continue;
                QVERIFY2(visited.contains(widget),
                         qPrintable(u"%1: %2 %3 in %4"_s.arg(
                             app::layoutId(static_cast<app::Layout>(i)),
                             QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                             QString::fromLatin1(widget->parentWidget()->metaObject()->className()))));
            }
        }
    }

    void emptyPanelsOfferTheNextStep()
    {
        Desktop desktop;
        desktop.show();
        desktop.window->showDocks();
        for (const app::PanelEntry &entry : app::panels()) {
            const QString id = QString::fromLatin1(entry.id);
            desktop.window->docks().showPanel(id);
            const widgets::Panel *panel = desktop.window->docks().panel(id);
            QVERIFY2(panel->isEmpty(), entry.id);
            QVERIFY2(!panel->emptyState()->sentence().isEmpty(), entry.id);
            QVERIFY2(panel->emptyState()->button()->isVisible(), entry.id);
            QVERIFY2(panel->emptyState()->button()->isEnabled(), entry.id);
        }
    }

    void emptyPanelsOfferItAgainWhenTheWorkspaceWasClosed()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.window->closeWorkspace();
        QVERIFY(!desktop.session.bench());
        desktop.window->showDocks();
        for (const char *id : {"inspector", "reports", "fooling", "brief", "discovery", "relationships"}) {
            desktop.window->docks().showPanel(QString::fromLatin1(id));
            const widgets::Panel *panel = desktop.window->docks().panel(QString::fromLatin1(id));
            QVERIFY2(panel->isEmpty(), id);
            const QString offer = panel->emptyState()->button()->text();
            QVERIFY2(offer.contains(u"Workspace"_s), qPrintable(QString::fromLatin1(id) + u": "_s + offer));
        }
        for (const char *id : {"discovery.run", "discovery.save"}) {
            const auto actions = desktop.desk.actions();
            const auto found = std::ranges::find(actions, QString::fromLatin1(id), &widgets::Desk::idOf);
            QVERIFY2(found != actions.end() && !(*found)->isEnabled(), id);
        }
    }

    void themesCanBeRead_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("dark") << u"dark"_s;
        QTest::newRow("light") << u"light"_s;
    }
    void themesCanBeRead()
    {
        QFETCH(QString, theme);
        const widgets::Tokens tokens = widgets::Tokens::load(theme);
        for (const Role text : {Role::Text, Role::Muted, Role::Accent, Role::Up, Role::Down, Role::Warn}) {
            for (const Role ground : {Role::Window, Role::Panel, Role::Raised}) {
                const double found = widgets::contrast(tokens.color(text), tokens.color(ground));
                QVERIFY2(
                    found >= 4.5,
                    qPrintable(
                        u"%1: text %2 on %3: %4"_s.arg(theme).arg(int(text)).arg(int(ground)).arg(found)));
            }
        }
        for (const Role ground : {Role::Selection, Role::Hover})
            QVERIFY(widgets::contrast(tokens.color(Role::Text), tokens.color(ground)) >= 4.5);
        QVERIFY(widgets::contrast(tokens.color(Role::OnAccent), tokens.color(Role::Accent)) >= 4.5);
    }

    void themeSwitchesLive()
    {
        Desktop desktop;
        desktop.openSample();
        for (const QString &theme : {u"light"_s, u"dark"_s}) {
            desktop.settings.set(Setting::Theme, theme);
            QCOMPARE(desktop.theme.isDark(), theme == u"dark"_s);
            QCOMPARE(QApplication::palette().color(QPalette::Window), desktop.theme.color(Role::Window));
            const QImage seen = desktop.window->grab().toImage();
            QCOMPARE(seen.pixelColor(2, seen.height() - 3), desktop.theme.color(Role::Window));
        }
    }

    void noTextIsCut_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<int>("points"); // of the letters; 0: as they come
        QTest::addColumn<QSize>("size");
        QTest::newRow("dark") << u"dark"_s << 0 << QSize(1366, 768);
        QTest::newRow("light") << u"light"_s << 0 << QSize(1366, 768);
        QTest::newRow("large letters") << u"light"_s << 14 << QSize(1920, 1080);
    }
    /// Run at other scale factors too (CMakeLists.txt).
    void noTextIsCut()
    {
        QFETCH(QString, theme);
        QFETCH(int, points);
        QFETCH(QSize, size);
        const QFont before = QApplication::font();
        const auto back = qScopeGuard([&before] { QApplication::setFont(before); });
        if (points > 0) {
            QFont large = before;
            large.setPointSize(points);
            QApplication::setFont(large);
        }
        Desktop desktop;
        desktop.settings.set(Setting::Theme, theme);
        desktop.openSample();
        desktop.window->resize(size);
        const auto look = [&desktop] {
            for (const QLabel *label : desktop.window->findChildren<QLabel *>()) {
                if (!label->isVisible() || label->text().isEmpty())
                    continue;
                const int needed =
                    label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
                QVERIFY2(label->height() >= needed, qPrintable(label->text()));
                if (!label->wordWrap())
                    QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            }
        };
        for (int i = 0; i < app::kLayouts; ++i) {
            desktop.window->docks().useLayout(static_cast<app::Layout>(i));
            QTRY_VERIFY_WITH_TIMEOUT(desktop.window->isSettled(), 30'000);
            QCOMPARE(desktop.window->size(), size);
            QTest::qWait(0); // what the switch has moved is laid out
            look();
        }
        if (points > 0) // the cards of the start page are as high as they come
            return;
        desktop.window->showStart();
        QTest::qWait(0);
        look();
    }

    void germanWordsAreShownAndTheDataStay()
    {
        const QLocale before;
        app::loadLanguage(u"de"_s);
        const auto restore = qScopeGuard([&before] {
            qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>());
            QLocale::setDefault(before);
        });
        QCOMPARE(widgets::wordText("circular_shift"), u"Kreisverschiebung"_s);
        QCOMPARE(widgets::wordText("significant"), u"signifikant"_s);
        QCOMPARE(widgets::wordText("holdout"), u"versiegelte Rücklage"_s);
        QCOMPARE(widgets::wordText("cancelled"), u"abgebrochen"_s);
        QCOMPARE(widgets::wordText("a_word_of_tomorrow"), u"a word of tomorrow"_s);
        core::domain::Event event;
        event.knownBasis = core::domain::KnownBasis::Scheduled;
        event.precision = core::domain::Precision::Day;
        using widgets::EventColumn;
        QCOMPARE(widgets::eventCell(event, EventColumn::Basis, {}), u"geplant"_s);
        QCOMPARE(widgets::eventCell(event, EventColumn::Precision, {}), u"Tag"_s);
        QCOMPARE(widgets::eventDatum(event, EventColumn::Basis), std::string("scheduled"));
        QCOMPARE(widgets::cellLiteral(event, EventColumn::Precision), u"day"_s);
        for (const widgets::Fact &fact : widgets::factsOf(event, {})) {
            if (fact.name == u"known_basis"_s) {
                QCOMPARE(fact.value, u"geplant"_s);
                QCOMPARE(fact.literal, u"scheduled"_s);
            }
        }
        // every title of the findings is German, and none is much longer than what stands below it
        widgets::Theme theme;
        const widgets::FindingsModel findings(theme);
        for (int column = 0; column < widgets::FindingsModel::Columns; ++column) {
            const QString title = findings.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            QVERIFY2(title.size() <= 15, qPrintable(title));
        }
        QCOMPARE(findings.headerData(widgets::FindingsModel::Tier, Qt::Horizontal, Qt::DisplayRole),
                 u"Stufe"_s);
        QCOMPARE(findings.headerData(widgets::FindingsModel::Null, Qt::Horizontal, Qt::DisplayRole),
                 u"Nullmodell"_s);
    }

    void germanTextsAreThere() { QVERIFY(QFile::exists(u":/i18n/foreshock_de.qm"_s)); }
};

QTEST_MAIN(tst_Manners)
#include "tst_manners.moc"
