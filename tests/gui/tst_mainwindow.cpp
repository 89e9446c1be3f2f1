// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/desktop.h"
#include "widgets/common/words.h"
#include "widgets/frame/asofline.h"
#include "widgets/frame/banners.h"
#include "widgets/frame/messagelist.h"
#include "widgets/frame/statusline.h"
#include "widgets/start/recentmodel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>

#include <atomic>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using core::base::Result;
using core::workbench::Job;
using core::workbench::JobKind;
using tests::Desktop;
using widgets::Setting;
using widgets::Severity;

namespace {

/// A task that ends only when it is cancelled or released.
void startTask(Desktop &desktop, const std::shared_ptr<std::atomic<bool>> &released)
{
    desktop.session.jobs().start<int>(
        JobKind::Task, u"A long task"_s,
        [released](const Job &job) -> Result<int> {
            while (!job.cancel.isCancelled() && !*released)
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            return 1;
        },
        &desktop.desk, [](const Result<int> &) {});
}

} // namespace

class tst_MainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstStartOffersWaysToBegin()
    {
        Desktop desktop;
        desktop.show();
        desktop.window->openAtStart({});
        QVERIFY(desktop.window->showsStart());
        for (const QString &name : {u"startSample"_s, u"startNew"_s, u"startImport"_s}) {
            const auto *button = desktop.window->findChild<QPushButton *>(name);
            QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
            QVERIFY(button->height() >= 40);
        }
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(desktop.desk.dialogs().asked(), 0);
    }

    void sampleOpensAndSaysThatItIsSimulated()
    {
        Desktop desktop;
        desktop.show();
        QTest::mouseClick(desktop.window->findChild<QPushButton *>(u"startSample"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.session.bench() != nullptr, 120'000);
        QTRY_VERIFY(!desktop.window->showsStart());
        QVERIFY(desktop.window->windowTitle().contains(u"simulated"_s));
        const auto *mark = desktop.window->findChild<QLabel *>(u"sampleMark"_s);
        QVERIFY(mark->isVisible());
        QVERIFY(mark->text().contains(u"Simulated"_s));
        QTRY_VERIFY(desktop.window->isSettled());
        QVERIFY(!desktop.window->docks().made().isEmpty());
        bool anyContent = false;
        for (const widgets::Panel *panel : desktop.window->docks().made())
            anyContent = anyContent || !panel->isEmpty();
        QVERIFY(anyContent);
        QCOMPARE(desktop.settings.list(Setting::RecentWorkspaces), QStringList{tests::sampleFolder()});
    }

    void closingTheWorkspaceShowsTheStartPage()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.window->closeWorkspace();
        QTRY_VERIFY(desktop.window->showsStart());
        QCOMPARE(desktop.window->windowTitle(), u"Foreshock"_s);
    }

    void opensAgainWhatWasOpen()
    {
        const QTemporaryDir kept;
        const QString file = kept.filePath(u"foreshock.conf"_s);
        {
            Desktop desktop(file);
            desktop.openSample();
            QVERIFY(desktop.window->close());
        }
        Desktop desktop(file);
        desktop.show();
        desktop.window->openAtStart({});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.session.bench() != nullptr, 60'000);
    }

    void aFolderThatIsNoWorkspaceIsSaid()
    {
        Desktop desktop;
        desktop.show();
        desktop.desk.dialogs().setNextFileName(desktop.dir.filePath(u"none"_s));
        desktop.window->askOpenWorkspace();
        QTRY_COMPARE(desktop.window->banners().count(), 1);
        QVERIFY(desktop.window->showsStart());
    }

    void makesANewWorkspace()
    {
        Desktop desktop;
        desktop.show();
        desktop.desk.dialogs().setNextFileName(desktop.dir.filePath(u"mine"_s));
        desktop.window->askNewWorkspace();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.session.bench() != nullptr, 30'000);
        QCOMPARE(desktop.window->windowTitle(), u"mine"_s);
        QVERIFY(!desktop.window->findChild<QLabel *>(u"sampleMark"_s)->isVisible());
    }

    void closingWithJobsAsks()
    {
        Desktop desktop;
        desktop.openSample();
        const auto released = std::make_shared<std::atomic<bool>>(false);
        startTask(desktop, released);
        desktop.desk.dialogs().setNextAnswer(2); // go back
        QVERIFY(!desktop.window->close());
        QVERIFY(desktop.window->isVisible());
        desktop.desk.dialogs().setNextAnswer(0); // wait
        QVERIFY(!desktop.window->close());
        *released = true;
        QTRY_VERIFY(!desktop.window->isVisible());
        QCOMPARE(desktop.desk.dialogs().asked(), 2);
    }

    void closingCanStopTheJobs()
    {
        Desktop desktop;
        desktop.openSample();
        startTask(desktop, std::make_shared<std::atomic<bool>>(false));
        desktop.desk.dialogs().setNextAnswer(1);
        QVERIFY(!desktop.window->close());
        QTRY_VERIFY(!desktop.window->isVisible());
    }

    void theSampleCanBeDeletedAndMadeAgain()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.window->closeWorkspace();
        QTRY_VERIFY(desktop.window->showsStart());
        QVERIFY(QDir(tests::sampleFolder()).removeRecursively());
        desktop.window->openSample();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.session.bench() != nullptr, 120'000);
        QVERIFY(desktop.session.bench()->identity().sample);
        QVERIFY(QFileInfo::exists(tests::sampleFolder() + u"/workspace.json"_s));
        QTRY_VERIFY_WITH_TIMEOUT(desktop.window->isSettled(), 60'000);
    }

    void messagesStandInTheWindow()
    {
        Desktop desktop;
        desktop.show();
        bool undone = false;
        const auto before = desktop.window->banners().count();
        desktop.desk.messages().tell(Severity::Warning, u"Something is odd."_s,
                                     {{u"Undo"_s, [&undone] { undone = true; }}}, u"All of it."_s);
        QCOMPARE(desktop.window->banners().count(), before + 1);
        QVERIFY(desktop.window->banners().isVisible());
        QPushButton *undo = nullptr;
        for (auto *button : desktop.window->banners().findChildren<QPushButton *>()) {
            if (button->text() == u"Undo"_s)
                undo = button;
        }
        QVERIFY(undo);
        const std::vector<widgets::Message> &all = desktop.desk.messages().all();
        QCOMPARE(all.back().actions.size(), std::size_t(1));
        undo->click();
        QVERIFY(undone);
        QCOMPARE(desktop.window->banners().count(), before);
        QVERIFY(all.back().actions.empty()); // nothing is kept that nobody can choose
        // one that gives way to newer ones lets go of its own too
        const auto first = all.size();
        for (int i = 0; i < 4; ++i)
            desktop.desk.messages().tell(Severity::Warning, u"Number %1"_s.arg(i), {{u"Undo"_s, [] {}}});
        QVERIFY(all[first].actions.empty());
        QCOMPARE(all.back().actions.size(), std::size_t(1));
        widgets::MessagesModel model(desktop.desk);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.index(4).data().toString().contains(u"Something is odd."_s));
    }

    void recentWorkspacesCanBeForgottenAndComeBack()
    {
        Desktop desktop;
        desktop.settings.set(Setting::RecentWorkspaces, QStringList{u"/a/one"_s, u"/a/two"_s});
        widgets::RecentModel model(desktop.settings);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        desktop.show();
        desktop.window->findChild<QPushButton *>(u"startForget"_s)->click();
        QCOMPARE(desktop.settings.list(Setting::RecentWorkspaces), QStringList{u"/a/two"_s});
        QCOMPARE(model.rowCount(), 1);
        desktop.desk.messages().all().back().actions.front().run();
        QCOMPARE(desktop.settings.list(Setting::RecentWorkspaces).size(), 2);
    }

    void asOfTakesAZone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("instant");
        QTest::newRow("a day") << u"2011-03-11"_s << u"2011-03-11T05:00:00Z"_s;
        QTest::newRow("a time in the zone") << u"2011-03-11 14:46"_s << u"2011-03-11T19:46:00Z"_s;
        QTest::newRow("a time with its own zone") << u"2011-03-11T14:46:00Z"_s << u"2011-03-11T14:46:00Z"_s;
        QTest::newRow("an offset") << u"2011-03-11 14:46+09:00"_s << u"2011-03-11T05:46:00Z"_s;
        QTest::newRow("now") << QString() << QString();
    }
    void asOfTakesAZone()
    {
        QFETCH(QString, typed);
        QFETCH(QString, instant);
        const auto zone = core::base::Zone::find("America/New_York");
        QVERIFY(zone.ok());
        const auto at = widgets::AsOfLine::parse(typed, *zone);
        QVERIFY(at.ok());
        QCOMPARE(core::base::qs(core::base::toIso(*at)), instant);
    }

    void asOfIsToldAndForgotten()
    {
        Desktop desktop;
        desktop.openSample();
        QSignalSpy told(&desktop.desk, &widgets::Desk::asOfChanged);
        widgets::AsOfLine &line = desktop.window->asOfLine();
        line.setFocus();
        QTest::keyClicks(&line, u"2015-06-30"_s);
        QTest::keyClick(&line, Qt::Key_Return);
        QCOMPARE(told.count(), 1);
        QVERIFY(desktop.desk.asOf().isValid());
        line.clear();
        QVERIFY(!desktop.desk.asOf().isValid());
        QTest::keyClicks(&line, u"nonsense"_s);
        QCOMPARE(line.property("syntaxState").toString(), u"invalid"_s);
        QVERIFY(!line.accessibleDescription().isEmpty());
    }
};

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
