// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that is to be read is cut at 1366×768: in no layout, theme or language.
#include "app/startup.h"
#include "tests/gui/desktop.h"
#include "widgets/chart/chartpanel.h"
#include "widgets/charts/chartview.h"
#include "widgets/discovery/discoverypanel.h"
#include "widgets/discovery/findingdetail.h"
#include "widgets/discovery/runview.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;
using tests::Desktop;
using widgets::Setting;

namespace {

constexpr int kLong = 120'000;

/// What does not fit into its place, one a line.
QStringList cut(const QWidget *top)
{
    QStringList found;
    for (const QWidget *widget : top->findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isRead =
            (label && !label->text().isEmpty()) || qobject_cast<const QPushButton *>(widget) ||
            qobject_cast<const QToolButton *>(widget) || qobject_cast<const QCheckBox *>(widget);
        // the icon inside a line has a text for its tip only
        if (!isRead || !widget->isVisible() || widget->visibleRegion().isEmpty() ||
            widget->inherits("QLineEditIconButton"))
            continue;
        QSize wanted = widget->sizeHint();
        if (label && label->wordWrap())
            wanted = QSize(0, label->heightForWidth(label->width()));
        if (button && button->text().isEmpty())
            wanted = button->iconSize();
        else if (button) // flat buttons may lose of their air above and below, not of their text
            wanted.setHeight(button->fontMetrics().height());
        if (widget->maximumWidth() == widget->minimumWidth()) // an icon in a square of its own
            wanted = wanted.boundedTo(widget->maximumSize());
        if (wanted.width() <= widget->width() && wanted.height() <= widget->height())
            continue;
        found.append(u"%1 “%2” in %3: wants %4×%5, has %6×%7"_s.arg(
            QString::fromLatin1(widget->metaObject()->className()), label ? label->text() : button->text(),
            widget->parentWidget()->objectName() + u'/' +
                QString::fromLatin1(widget->parentWidget()->metaObject()->className()),
            QString::number(wanted.width()), QString::number(wanted.height()),
            QString::number(widget->width()), QString::number(widget->height())));
    }
    return found;
}

} // namespace

class tst_Clipping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsCut_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("language");
        for (const QString &language : {u"en"_s, u"de"_s}) {
            for (const QString &theme : {u"dark"_s, u"light"_s})
                QTest::newRow(qPrintable(language + u' ' + theme)) << theme << language;
        }
    }
    void nothingIsCut()
    {
        QFETCH(QString, theme);
        QFETCH(QString, language);
        const QLocale before;
        if (language != u"en"_s)
            app::loadLanguage(language);
        const auto restore = qScopeGuard([&before] {
            qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>());
            QLocale::setDefault(before);
        });
        Desktop desktop;
        desktop.settings.set(Setting::Theme, theme);
        desktop.openSample();
        desktop.desk.selection().selectSymbol(u"SIM-INDEX"_s);
        QStringList found;
        const auto look = [&](const QString &where) {
            QTRY_VERIFY_WITH_TIMEOUT(desktop.window->isSettled(), kLong);
            QTest::qWait(20); // layouts follow their contents
            QCOMPARE(desktop.window->size(), QSize(1366, 768));
            for (const QString &one : cut(desktop.window.get())) {
                if (!found.contains(where + u": "_s + one))
                    found.append(where + u": "_s + one);
            }
        };
        const auto lookAtAll = [&](const QString &state) {
            for (int i = 0; i < app::kLayouts; ++i) {
                const auto layout = static_cast<app::Layout>(i);
                desktop.window->docks().useLayout(layout);
                for (const app::PanelEntry &entry : app::panels()) {
                    if (entry.places[static_cast<std::size_t>(i)] == app::Place::Hidden)
                        continue;
                    desktop.window->docks().dock(QString::fromLatin1(entry.id))->raise();
                }
                look(state + u' ' + app::layoutId(layout));
            }
        };
        lookAtAll(u"opened"_s);
        // an event, and the findings of a run
        desktop.window->docks().useLayout(app::Layout::Monitor);
        desktop.window->docks().showPanel(u"events"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        lookAtAll(u"event"_s);
        auto *discovery =
            qobject_cast<widgets::DiscoveryPanel *>(desktop.window->docks().panel(u"discovery"_s));
        Q_EMIT desktop.desk.runStudy();
        QTRY_VERIFY_WITH_TIMEOUT(discovery->results()->run().has_value(), kLong);
        lookAtAll(u"finding"_s);
        desktop.window->showStart();
        look(u"start"_s);
        desktop.window->showStarter();
        look(u"starter"_s);
        for (const QString &one : found)
            qInfo("%s", qPrintable(one));
        QCOMPARE(found.size(), 0);
    }

    void eventsHaveHalfOfTheMonitor()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.window->docks().useLayout(app::Layout::Monitor);
        QTest::qWait(20);
        QCOMPARE(desktop.window->size(), QSize(1366, 768));
        const auto widthOf = [&desktop](const QString &id) {
            return desktop.window->docks().dock(id)->width();
        };
        QVERIFY2(widthOf(u"events"_s) >= 560, qPrintable(QString::number(widthOf(u"events"_s))));
        QVERIFY2(widthOf(u"chart"_s) >= 300, qPrintable(QString::number(widthOf(u"chart"_s))));
        QVERIFY2(widthOf(u"inspector"_s) >= 220, qPrintable(QString::number(widthOf(u"inspector"_s))));
        QVERIFY2(widthOf(u"explorer"_s) >= 170, qPrintable(QString::number(widthOf(u"explorer"_s))));
    }

    void researchShowsFindingsAndTwoCharts()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.window->docks().useLayout(app::Layout::Research);
        auto *discovery =
            qobject_cast<widgets::DiscoveryPanel *>(desktop.window->docks().panel(u"discovery"_s));
        Q_EMIT desktop.desk.runStudy();
        QTRY_VERIFY_WITH_TIMEOUT(discovery->results()->run().has_value() && desktop.window->isSettled(),
                                 kLong);
        // the banner of the sample takes its room too
        desktop.desk.messages().tell(widgets::Severity::Warning, u"It stays until it is closed."_s);
        QTest::qWait(50);
        QCOMPARE(desktop.window->size(), QSize(1366, 768));
        const auto *table = discovery->results()->table();
        const int rows = table->viewport()->height() / widgets::kRowHeight;
        QVERIFY2(rows >= 5, qPrintable(QString::number(rows)));
        const auto *evidence = discovery->results()->detail()->chart();
        QVERIFY2(evidence->isVisible() && evidence->height() >= 130,
                 qPrintable(QString::number(evidence->height())));
        const auto *prices = desktop.window->findChild<widgets::ChartView *>(u"priceChart"_s);
        QVERIFY2(prices->isVisible() && prices->height() >= 180,
                 qPrintable(QString::number(prices->height())));
        // and in a high window they stand one above the other again
        desktop.window->resize(1366, 1200);
        QTRY_VERIFY(discovery->results()->detail()->width() > 800);
        QVERIFY(discovery->results()->detail()->isAncestorOf(discovery->results()->detail()->head()));
    }
};

QTEST_MAIN(tst_Clipping)
#include "tst_clipping.moc"
