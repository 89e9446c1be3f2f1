// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/studyfiles.h"
#include "core/workbench/watchlists.h"
#include "tests/support/check.h"
#include "tests/support/deskfixture.h"
#include "widgets/explorer/entrybar.h"
#include "widgets/explorer/explorerpanel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMimeData>
#include <QTreeView>

using namespace core;
using namespace widgets;
using namespace Qt::StringLiterals;
using Kind = ExplorerModel::Kind;
using Section = ExplorerModel::Section;
using support::kLong;

class TestExplorer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.openSample()); }
    void init();
    void cleanup() { m_panel.reset(); }

    void showsWhatTheWorkspaceHolds();
    void opensAStudyByEnter();
    void selectsASymbolByEnter();
    void showsTheEventsOfASource();
    void findsByTyping();
    void makesFillsAndDeletesAWatchlistWithUndo();
    void duplicatesAndDeletesAStudyWithUndo();
    void saysWhatIsWrongWithAStudy();
    void showsHostileTextAsText();
    void handsOnDroppedFiles();
    void givesEveryFieldAName();
    void saysWhatItIsForWithoutAWorkspace();
    void looksRight();

private:
    [[nodiscard]] QAction *action(const QString &id) const
    {
        for (QAction *one : m_fixture.desk->actions()) {
            if (Desk::idOf(one) == id && one->parent() == m_panel.get())
                return one;
        }
        return nullptr;
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong); }
    void press(Qt::Key key) { QTest::keyClick(m_panel->tree(), key); }

    support::DeskFixture m_fixture;
    std::unique_ptr<ExplorerPanel> m_panel;
};

void TestExplorer::init()
{
    m_panel = std::make_unique<ExplorerPanel>(*m_fixture.desk);
    auto *tester = new QAbstractItemModelTester(
        m_panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_panel.get());
    tester->setUseFetchMore(false); // it would fetch in the middle of an insertion
    m_panel->resize(300, 640);
    m_panel->show();
    settle();
}

void TestExplorer::showsWhatTheWorkspaceHolds()
{
    const ExplorerModel *model = m_panel->model();
    QCOMPARE(model->sectionIndex(Section::Workspace).data(ExplorerModel::DetailRole).toString(),
             u"simulated data"_s);
    QVERIFY(model->find(Section::Workspace, Kind::Fact, u"seal"_s).isValid());
    QVERIFY(!model->find(Section::Workspace, Kind::Fact, u"events"_s)
                 .data(ExplorerModel::DetailRole)
                 .toString()
                 .isEmpty());
    QVERIFY(model->find(Section::Studies, Kind::Study, u"sample"_s).isValid());
    const QModelIndex source = model->find(Section::Sources, Kind::Source, u"simulated"_s);
    QVERIFY(source.isValid());
    QVERIFY(source.data(ExplorerModel::DetailRole).toString().contains(u" · to 20"_s));
    QVERIFY(model->rowCount(model->sectionIndex(Section::Symbols)) > 0);
}

void TestExplorer::opensAStudyByEnter()
{
    QSignalSpy opened(m_fixture.desk.get(), &Desk::openStudyFile);
    QVERIFY(m_panel->select(Section::Studies, Kind::Study, u"sample"_s));
    press(Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toString(), u"sample"_s);
}

void TestExplorer::selectsASymbolByEnter()
{
    m_panel->model()->fetchAll();
    QVERIFY(m_panel->select(Section::Symbols, Kind::Symbol, u"SIM-INDEX"_s));
    press(Qt::Key_Return);
    QCOMPARE(m_fixture.desk->selection().symbol(), u"SIM-INDEX"_s);
}

void TestExplorer::showsTheEventsOfASource()
{
    QSignalSpy applied(m_fixture.desk.get(), &Desk::applyFilter);
    QVERIFY(m_panel->select(Section::Sources, Kind::Source, u"simulated"_s));
    press(Qt::Key_Return);
    QCOMPARE(applied.count(), 1);
    QCOMPARE(applied.first().first().toString(), u"source == simulated"_s);
    QCOMPARE(m_fixture.desk->filter(), u"source == simulated"_s);
}

void TestExplorer::findsByTyping()
{
    m_panel->tree()->setFocus();
    QTest::keyClicks(m_panel->tree(), u"s"_s);
    QCOMPARE(m_panel->filterLine()->text(), u"s"_s);
    QTest::keyClicks(m_panel->filterLine(), u"im-ind"_s);
    const QAbstractItemModel *shown = m_panel->tree()->model();
    QCOMPARE(shown->rowCount(), 1); // Symbols alone
    QVERIFY(m_panel->tree()->isExpanded(shown->index(0, 0)));
    QVERIFY(!m_panel->select(Section::Studies, Kind::Study, u"sample"_s));
    QTest::keyClick(m_panel->filterLine(), Qt::Key_Escape);
    QVERIFY(m_panel->filterLine()->text().isEmpty());
    QVERIFY(m_panel->select(Section::Studies, Kind::Study, u"sample"_s));
    // what was closed before is closed again
    const QModelIndex symbols = m_panel->tree()->model()->index(static_cast<int>(Section::Symbols), 0);
    QVERIFY(!m_panel->tree()->isExpanded(symbols));
}

void TestExplorer::makesFillsAndDeletesAWatchlistWithUndo()
{
    action(u"explorer.new-watchlist"_s)->trigger();
    QVERIFY(m_panel->entryBar()->isVisible());
    QTest::keyClicks(m_panel->entryBar()->edit(), u"energy"_s);
    QTest::keyClick(m_panel->entryBar()->edit(), Qt::Key_Return);
    settle();
    QTRY_VERIFY(m_panel->entryBar()->isVisible()); // the symbols are asked for at once
    QTest::keyClicks(m_panel->entryBar()->edit(), u"SIM-INDEX, SIM-01"_s);
    QTest::keyClick(m_panel->entryBar()->edit(), Qt::Key_Return);
    settle();
    QVERIFY(m_panel->model()->find(Section::Watchlists, Kind::Symbol, u"SIM-01"_s).isValid());

    QVERIFY(m_panel->select(Section::Watchlists, Kind::Watchlist, u"energy"_s));
    action(u"explorer.rename"_s)->trigger();
    QCOMPARE(m_panel->entryBar()->edit()->text(), u"energy"_s);
    m_panel->entryBar()->edit()->setText(u"power"_s);
    QTest::keyClick(m_panel->entryBar()->edit(), Qt::Key_Return);
    settle();
    QVERIFY(m_panel->select(Section::Watchlists, Kind::Watchlist, u"power"_s));

    action(u"explorer.delete"_s)->trigger();
    settle();
    QVERIFY(!m_panel->model()->find(Section::Watchlists, Kind::Watchlist, u"power"_s).isValid());
    const Message &told = m_fixture.desk->messages().all().back();
    QCOMPARE(told.actions.size(), std::size_t(1));
    told.actions.front().run();
    settle();
    const auto symbols = workbench::watchlistSymbols(*m_fixture.session->bench(), "power");
    VERIFY_OK(symbols);
    QCOMPARE(*symbols, (std::vector<std::string>{"SIM-INDEX", "SIM-01"}));
}

void TestExplorer::duplicatesAndDeletesAStudyWithUndo()
{
    QVERIFY(m_panel->select(Section::Studies, Kind::Study, u"sample"_s));
    action(u"explorer.duplicate"_s)->trigger();
    settle();
    QVERIFY(m_panel->select(Section::Studies, Kind::Study, u"sample-copy"_s));
    action(u"explorer.delete"_s)->trigger();
    settle();
    QVERIFY(!m_panel->model()->find(Section::Studies, Kind::Study, u"sample-copy"_s).isValid());
    m_fixture.desk->messages().all().back().actions.front().run();
    settle();
    QVERIFY(m_panel->model()->find(Section::Studies, Kind::Study, u"sample-copy"_s).isValid());
}

void TestExplorer::saysWhatIsWrongWithAStudy()
{
    VERIFY_OK(workbench::saveStudyFile(*m_fixture.session->bench(), "broken",
                                       R"({"name": "Broken", "evnts": []})", true));
    m_fixture.session->tellStudiesChanged();
    settle();
    const QModelIndex broken = m_panel->model()->find(Section::Studies, Kind::Study, u"broken"_s);
    QVERIFY(broken.data(ExplorerModel::FaultRole).toString().contains(u"evnts"_s));
    QCOMPARE(m_panel->model()->rowCount(broken), 1);
}

void TestExplorer::showsHostileTextAsText()
{
    const std::string hostile = "<img src=file:///etc/hostname><b>gnp.exe</b>";
    VERIFY_OK(workbench::createWatchlist(*m_fixture.session->bench(), hostile.substr(0, 60)));
    m_fixture.session->tellWatchlistsChanged();
    settle();
    const QModelIndex list =
        m_panel->model()->find(Section::Watchlists, Kind::Watchlist, base::qs(hostile.substr(0, 60)));
    QVERIFY(list.isValid());
    QVERIFY(list.data().toString().startsWith(u"<img"_s));
    QCOMPARE(support::richLabel(m_panel.get()), QString());
}

void TestExplorer::handsOnDroppedFiles()
{
    QSignalSpy wanted(m_fixture.desk.get(), &Desk::importFiles);
    QMimeData data;
    data.setUrls(
        {QUrl::fromLocalFile(m_fixture.folder.filePath(u"a.csv"_s)), QUrl(u"https://example.org/b.csv"_s)});
    support::drop(m_panel.get(), data);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toStringList(), QStringList{m_fixture.folder.filePath(u"a.csv"_s)});
}

void TestExplorer::givesEveryFieldAName()
{
    QCOMPARE(support::unnamed(m_panel.get()), QString());
}

void TestExplorer::saysWhatItIsForWithoutAWorkspace()
{
    support::DeskFixture nothing;
    ExplorerPanel panel(*nothing.desk);
    QVERIFY(panel.isEmpty());
    QVERIFY(!panel.emptyState()->sentence().isEmpty());
}

void TestExplorer::looksRight()
{
    if (qEnvironmentVariable("FORESHOCK_PICTURES").isEmpty())
        QSKIP("FORESHOCK_PICTURES is not set");
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        m_fixture.theme.use(theme);
        for (const int width : {260, 400}) {
            m_panel->resize(width, 720);
            QVERIFY(m_panel->select(Section::Studies, Kind::Study, u"sample"_s));
            m_panel->tree()->setFocus();
            support::picture(m_fixture.theme, m_panel.get(), u"explorer-%1-%2"_s.arg(theme).arg(width));
        }
        m_panel->filterLine()->setText(u"sim-0"_s);
        support::picture(m_fixture.theme, m_panel.get(), u"explorer-%1-found"_s.arg(theme));
        m_panel->filterLine()->setText(u"nothing like this"_s);
        action(u"explorer.new-watchlist"_s)->trigger();
        support::picture(m_fixture.theme, m_panel.get(), u"explorer-%1-entry"_s.arg(theme));
        QTest::keyClick(m_panel->entryBar()->edit(), Qt::Key_Escape);
        m_panel->filterLine()->clear();
    }
}

QTEST_MAIN(TestExplorer)

#include "tst_explorer.moc"
