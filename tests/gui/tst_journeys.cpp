// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on a day, from the keyboard alone.
#include "tests/gui/desktop.h"
#include "widgets/commandbar/commandbar.h"
#include "widgets/common/textrows.h"
#include "widgets/discovery/discoverypanel.h"
#include "widgets/discovery/findingdetail.h"
#include "widgets/discovery/findingsmodel.h"
#include "widgets/discovery/runview.h"
#include "widgets/importing/assistants.h"
#include "widgets/importing/importassistant.h"
#include "widgets/importing/pasteassistant.h"
#include "widgets/importing/previewpage.h"

#include <QClipboard>
#include <QDockWidget>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using tests::Desktop;

namespace {

constexpr int kLong = 120'000;

// lines 3, 5 and 7 cannot be taken
const QByteArray kEvents = "timestamp,event_type,entity,value,unit,text\n"
                           "2020-01-02,opec_meeting,OPEC,1.5,mbd,cut\n"
                           "not a date,opec_meeting,OPEC,1,mbd,bad one\n"
                           "2020-02-03,opec_meeting,OPEC,2,mbd,second\n"
                           "2020-03-04,opec_meeting,OPEC,1e9x,mbd,bad number\n"
                           "2020-04-05,opec_meeting,OPEC,2,mbd,third\n"
                           "2020-13-45,opec_meeting,OPEC,2,mbd,bad month\n"
                           "2020-05-06,opec_meeting,OPEC,3,mbd,fourth\n";

QString twentyDates()
{
    QString text;
    for (int i = 0; i < 20; ++i)
        text +=
            u"%1-%2-%3\n"_s.arg(2012 + i / 4).arg(1 + (i % 4) * 3, 2, 10, QLatin1Char('0')).arg(10 + i % 5);
    return text;
}

QWidget *focus()
{
    return QApplication::focusWidget();
}

/// Goes to the command bar, types, and takes the first answer.
void command(Desktop &desktop, const QString &typed)
{
    QTest::keyClick(desktop.window.get(), Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(focus(), &desktop.window->commandBar());
    QTest::keyClicks(focus(), typed);
    QTRY_VERIFY(desktop.window->commandBar().model().rowCount() > 0);
    QTest::keyClick(focus(), Qt::Key_Return);
}

template <typename P>
P *panel(Desktop &desktop, const QString &id)
{
    return qobject_cast<P *>(desktop.window->docks().panel(id));
}

} // namespace

class tst_Journeys final : public QObject
{
    Q_OBJECT

private:
    static void settle(Desktop &desktop) { QTRY_VERIFY_WITH_TIMEOUT(desktop.window->isSettled(), kLong); }

private Q_SLOTS:
    void fromTheSampleToAPrintedFinding()
    {
        Desktop desktop;
        desktop.show();
        desktop.window->openAtStart({});
        QVERIFY(desktop.window->showsStart());
        QVERIFY(focus());
        QTest::keyClick(focus(), Qt::Key_Space); // the first way to begin is the sample
        QTRY_VERIFY_WITH_TIMEOUT(desktop.session.bench() != nullptr, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.window->isSettled(), kLong);

        QTest::keyClick(desktop.window.get(), Qt::Key_2, Qt::ControlModifier);
        command(desktop, u"> run study"_s);
        auto *discovery = panel<widgets::DiscoveryPanel>(desktop, u"discovery"_s);
        widgets::RunView *results = discovery->results();
        QTRY_VERIFY_WITH_TIMEOUT(results->run().has_value(), kLong);
        settle(desktop);

        command(desktop, u"discovery"_s);
        QTRY_COMPARE(focus(), results->table());
        QTest::keyClick(focus(), Qt::Key_Down);
        settle(desktop);
        QVERIFY(results->selected());
        const auto &finding = desktop.desk.selection().finding();
        QVERIFY(finding.has_value());
        QVERIFY2(results->detail()->sentence().size() > 40, qPrintable(results->detail()->sentence()));

        const QString file = desktop.dir.filePath(u"finding.pdf"_s);
        desktop.desk.dialogs().setNextFileName(file);
        const int asked = desktop.desk.dialogs().asked();
        Q_EMIT desktop.desk.exportReport(finding->run, finding->hypothesis);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.desk.dialogs().asked(), asked + 1, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), kLong);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QCOMPARE(pdf.read(5), QByteArray("%PDF-"));
    }

    void fromTwentyDatesToAVerdictInThreeActions()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.desk.selection().selectSymbol(u"SIM-INDEX"_s); // the chart shows it
        settle(desktop);
        QApplication::clipboard()->setText(twentyDates());

        // one: paste
        QTest::keyClick(desktop.window.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        auto *assistant = desktop.window->findChild<widgets::PasteAssistant *>();
        QVERIFY(assistant);
        QTRY_VERIFY_WITH_TIMEOUT(assistant->isVisible() && assistant->isSettled(), kLong);
        QCOMPARE(assistant->rows()->rowCount(), 20);
        QCOMPARE(assistant->symbol()->text(), u"SIM-INDEX"_s);
        // two: test
        auto *discovery = panel<widgets::DiscoveryPanel>(desktop, u"discovery"_s);
        QSignalSpy ended(discovery, &widgets::DiscoveryPanel::ended);
        QTest::keyClick(assistant->text(), Qt::Key_Return, Qt::ControlModifier);

        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kLong); // a run of before may be shown already
        QVERIFY(discovery->results()->run().has_value());
        settle(desktop);
        QVERIFY(!assistant->isVisible());
        QVERIFY(!discovery->results()->verdict().isEmpty());
        QVERIFY(discovery->results()->model()->rowCount() > 0);
        QVERIFY(discovery->isVisible());
    }

    void fromAFileWithThreeBadLinesToItsEvents()
    {
        Desktop desktop;
        desktop.openSample();
        QTest::keyClick(desktop.window.get(), Qt::Key_1, Qt::ControlModifier);
        const QString file = desktop.dir.filePath(u"events.csv"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(kEvents) == kEvents.size());
        out.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(desktop.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(desktop.window.get(), &drop);

        auto *assistant = desktop.window->findChild<widgets::ImportAssistant *>();
        QVERIFY(assistant);
        QTRY_VERIFY_WITH_TIMEOUT(assistant->isVisible() && assistant->isSettled(), kLong);
        QCOMPARE(assistant->page(), widgets::ImportAssistant::Page::Preview);
        QStringList refused;
        for (const widgets::TextRows::Row &row : assistant->preview()->rows()->rows()) {
            if (row.isRefused)
                refused.append(row.cells.front());
        }
        QCOMPARE(refused, QStringList({u"3"_s, u"5"_s, u"7"_s}));
        QVERIFY(assistant->importButton()->isEnabled());
        QSignalSpy stored(&desktop.session, &core::workbench::Session::eventsStored);
        QTest::keyClick(assistant->importButton(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(stored.count() > 0 && assistant->isSettled(), kLong);
        QTest::keyClick(assistant, Qt::Key_Escape);
        QTRY_VERIFY(!assistant->isVisible());
        desktop.window->activateWindow(); // as a window manager does
        QTRY_VERIFY(focus());

        // and there they are
        command(desktop, u"> filter events"_s);
        auto *filter = qobject_cast<QLineEdit *>(focus());
        QVERIFY(filter && filter->objectName() == u"eventFilter"_s);
        QTest::keyClicks(filter, u"source == user"_s);
        // completions have the keyboard while they are open
        if (QWidget *offered = QApplication::activePopupWidget())
            QTest::keyClick(offered, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QCOMPARE(filter->text(), u"source == user"_s);
        QTest::keyClick(filter, Qt::Key_Return);
        settle(desktop);
        const auto *table =
            desktop.window->docks().panel(u"events"_s)->findChild<QTableView *>(u"eventTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 4);
    }

    void everyPanelOpensEmptyAndFull()
    {
        Desktop desktop;
        desktop.show();
        desktop.window->showDocks();
        for (const app::PanelEntry &entry : app::panels()) {
            const QString id = QString::fromLatin1(entry.id);
            command(desktop, app::panelTitle(entry));
            QVERIFY2(desktop.window->docks().dock(id)->isVisible(), entry.id);
            QVERIFY2(desktop.window->docks().panel(id)->isEmpty(), entry.id);
        }
        desktop.openSample();
        desktop.desk.selection().selectSymbol(u"SIM-INDEX"_s);
        command(desktop, u"> add facts to report"_s);
        for (const app::PanelEntry &entry : app::panels()) {
            const QString id = QString::fromLatin1(entry.id);
            command(desktop, app::panelTitle(entry));
            settle(desktop);
            QVERIFY2(desktop.window->docks().dock(id)->isVisible(), entry.id);
            if (id == u"relationships"_s) // full once anything has been asked of this sample
                continue;
            // nothing is ever collected in the sample
            QCOMPARE(desktop.window->docks().panel(id)->isEmpty(), id == u"quality"_s);
        }
    }
};

QTEST_MAIN(tst_Journeys)
#include "tst_journeys.moc"
