// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/study.h"
#include "tests/gui/desktop.h"
#include "widgets/commandbar/commandbar.h"
#include "widgets/commandbar/matching.h"

#include <QAbstractItemModelTester>
#include <QDockWidget>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using tests::Desktop;
using widgets::CommandModel;
using widgets::Setting;

namespace {

QStringList texts(const CommandModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row).data().toString());
    return all;
}

} // namespace

class tst_CommandBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void betterMatchesScoreHigher()
    {
        using widgets::matchScore;
        QVERIFY(matchScore(u"spy"_s, u"SPY"_s) > matchScore(u"spy"_s, u"SPYG"_s));
        QVERIFY(matchScore(u"spy"_s, u"SPYG"_s) > matchScore(u"spy"_s, u"the spy"_s));
        QVERIFY(matchScore(u"rate"_s, u"policy rate"_s) > matchScore(u"rate"_s, u"moderate"_s));
        QVERIFY(matchScore(u"fomc decision"_s, u"fomc_decision"_s) > 0);
        QVERIFY(matchScore(u"rstl"_s, u"Reset Layout"_s) > 0);
        QCOMPARE(matchScore(u"xyz"_s, u"SPY"_s), 0);
    }

    void findsWhatTheWorkspaceHolds()
    {
        Desktop desktop;
        desktop.openSample();
        CommandModel &model = desktop.window->commandBar().model();
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.ask(u"sim-index"_s);
        QCOMPARE(texts(model).value(0), u"SIM-INDEX"_s);
        model.run(0);
        QCOMPARE(desktop.desk.selection().symbol(), u"SIM-INDEX"_s);
        model.ask(u"jobs"_s);
        QVERIFY(texts(model).contains(u"Jobs"_s));
        model.ask(u"?"_s);
        QVERIFY(model.rowCount() > 4);
        model.ask(u"s surprise"_s);
        QVERIFY(model.rowCount() > 0);
        QVERIFY2(model.index(0).data(CommandModel::HintRole).toString().contains(u"sample-surprise"_s),
                 qPrintable(texts(model).join(u'|')));
        QSignalSpy opened(&desktop.desk, &widgets::Desk::openStudyFile);
        model.run(0);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), u"sample-surprise"_s);
        model.ask(u"sample-surprise"_s); // without its letter too
        QVERIFY(model.rowCount() > 0);
        model.ask(u"w "_s);
        QVERIFY(texts(model).contains(u"sample"_s));
        model.ask(u"no such thing anywhere"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void movesOpensAStudyThatParses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("moves X") << u"moves SIM-INDEX"_s;
        QTest::newRow("X moves") << u"SIM-INDEX moves"_s;
        QTest::newRow("an event type") << u"earnings"_s;
    }
    void movesOpensAStudyThatParses()
    {
        QFETCH(QString, typed);
        Desktop desktop;
        desktop.openSample();
        QString study;
        connect(&desktop.desk, &widgets::Desk::editStudy, this,
                [&study](const QString &json) { study = json; });
        CommandModel &model = desktop.window->commandBar().model();
        model.ask(typed);
        QVERIFY(model.rowCount() > 0);
        model.run(0);
        const auto parsed = core::domain::parseStudy(core::base::utf8(study), desktop.clock.now());
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error().message));
    }

    void aStudyOfAnOddNameParses()
    {
        const core::base::SystemClock clock;
        for (const QString &name : {u"a \"quoted\" type"_s, u"back\\slash"_s, u"東京"_s}) {
            QVERIFY(
                core::domain::parseStudy(core::base::utf8(widgets::studyOfEvent(name)), clock.now()).ok());
            QVERIFY(
                core::domain::parseStudy(core::base::utf8(widgets::studyOfSymbol(name)), clock.now()).ok());
        }
    }

    void typeEnterAct()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.window->activateWindow();
        QTest::keyClick(desktop.window.get(), Qt::Key_K, Qt::ControlModifier);
        widgets::CommandBar &bar = desktop.window->commandBar();
        QVERIFY(bar.hasFocus());
        QVERIFY(bar.popup()->isVisible());
        QTest::keyClicks(&bar, u"> light"_s);
        QTest::keyClick(&bar, Qt::Key_Return);
        QVERIFY(!bar.popup()->isVisible());
        QCOMPARE(desktop.settings.text(Setting::Theme), u"light"_s);
        QVERIFY(!desktop.theme.isDark());
    }

    void escapeGivesTheKeyboardBack()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.window->docks().showPanel(u"jobs"_s);
        QWidget *before = QApplication::focusWidget();
        widgets::CommandBar &bar = desktop.window->commandBar();
        bar.begin();
        QTest::keyClick(&bar, Qt::Key_Down);
        QTest::keyClick(&bar, Qt::Key_Escape);
        QVERIFY(!bar.popup()->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void aFilterUsedBeforeIsOffered()
    {
        Desktop desktop;
        desktop.settings.remember(Setting::FilterHistory, u"source == usgs"_s);
        CommandModel &model = desktop.window->commandBar().model();
        QSignalSpy applied(&desktop.desk, &widgets::Desk::applyFilter);
        model.ask(u"f usgs"_s);
        QCOMPARE(texts(model), QStringList{u"source == usgs"_s});
        model.run(0);
        QCOMPARE(applied.count(), 1);
    }

    void answersWithinFiftyMilliseconds()
    {
        Desktop desktop;
        desktop.openSample();
        CommandModel &model = desktop.window->commandBar().model();
        qint64 worst = 0;
        for (const QString &typed : {u"s"_s, u"si"_s, u"sim"_s, u"sim-0"_s, u"moves s"_s, u"e"_s, u"> r"_s}) {
            QElapsedTimer watch;
            watch.start();
            model.ask(typed);
            worst = std::max(worst, watch.elapsed());
        }
        QVERIFY2(worst < 50, qPrintable(QString::number(worst)));
    }
};

QTEST_MAIN(tst_CommandBar)
#include "tst_commandbar.moc"
