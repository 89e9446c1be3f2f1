// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/workbench/sentences.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/checkededit.h"
#include "widgets/common/scriptcopier.h"
#include "widgets/discovery/discoverypanel.h"
#include "widgets/discovery/eventcard.h"
#include "widgets/discovery/evidencemodel.h"
#include "widgets/discovery/findingdetail.h"
#include "widgets/discovery/findingsmodel.h"
#include "widgets/discovery/preflightstrip.h"
#include "widgets/discovery/runhistory.h"
#include "widgets/discovery/runview.h"
#include "widgets/discovery/studyeditor.h"
#include "widgets/discovery/studyform.h"
#include "widgets/discovery/studytext.h"
#include "widgets/studycharts/funnelview.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace core;
using namespace widgets;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLong = 120'000;

// one event type on three assets: quick, and a planted effect is among them
const QString kSmall = uR"({
  "name": "A small question",
  "events": [
    {"each": ["event_type"], "filter": "source == simulated and event_type != earnings_report", "min_events": 15}
  ],
  "assets": {"filter": "kind == simulated"},
  "returns": {"model": "market_model", "benchmark": "SIM-INDEX"},
  "windows": [[0, 0], [1, 1]],
  "sample": {"from": "2014-01-01", "to": "2022-12-31"},
  "seed": 7
}
)"_s;

// the first tenth of a meta field that nothing depends on: noise against one asset
const QString kNoise = uR"({
  "name": "Noise",
  "events": [{"name": "launches", "filter": "source == simulated and event_type == satellite_launch"}],
  "assets": ["SIM-INDEX"],
  "windows": [[5, 5]],
  "sample": {"from": "2010-01-01", "to": "2022-12-31"},
  "seed": 7
}
)"_s;

} // namespace

/// The panel on the sample workspace, from the question to the evidence.
class TestDiscovery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void opensTheSampleStudyAndCountsWhatItAsks();
    void runsAndShowsWhatItFound();
    void copiesAFindingAsAScript();
    void blocksRunOnAWrongFilter();
    void blocksRunOnWrongWindows();
    void blocksRunOnBrokenJsonAndNamesTheLine();
    void keepsFormAndJsonInStep();
    void forgetsOldTextsOfTheJson();
    void marksResultsStaleAndStartsNothing();
    void saysHonestlyThatNothingWasFound();
    void givesTheSameHashFromTheSameJson();
    void opensARunFromTheHistoryWithItsQuestion();
    void opensTheNewestRunWhenNoneIsChosen();
    void tellsTheChartWhatAFindingLookedAt();
    void tellsOfARunEverythingThatMadeIt();
    void runsAgainFromPastedJson();
    void asksOnlyWhatWasKnownThen();
    void staysWithThePersonWhenARunEnds();
    void offersColumnsAndOrderByKeyboard();
    void putsAsideWhatWasNotSaved();
    void bringsBackWhatWasNotSaved();
    void stopsWhenever();
    void givesEveryFieldAName();
    void looksRight();

private:
    void openPanel();
    [[nodiscard]] bool ran();
    [[nodiscard]] CheckedEdit *filterEdit() const
    {
        return m_panel->editor()->form()->findChild<EventCard *>(u"eventCard0"_s)->filter();
    }

    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    Theme m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<workbench::Session> m_session;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<DiscoveryPanel> m_panel;
};

void TestDiscovery::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_theme.use(u"dark"_s);
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"foreshock.conf"_s));
    m_session = std::make_unique<workbench::Session>(m_clock, std::filesystem::path());
    QSignalSpy opened(m_session.get(), &workbench::Session::opened);
    m_session->openSample(m_folder.filePath(u"sample"_s).toStdString());
    QVERIFY(opened.wait(kLong));
}

void TestDiscovery::init()
{
    openPanel();
    Q_EMIT m_desk->openStudyFile(u"sample"_s); // else the newest run of the tests before
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled() && !m_panel->draft().file().isEmpty(), kLong);
}

void TestDiscovery::openPanel()
{
    m_panel.reset();
    m_desk = std::make_unique<Desk>(*m_session, m_theme, *m_settings);
    m_panel = std::make_unique<DiscoveryPanel>(*m_desk);
    m_panel->resize(700, 450);
    m_panel->show();
}

void TestDiscovery::cleanup()
{
    m_panel.reset();
    m_desk.reset();
}

bool TestDiscovery::ran()
{
    QSignalSpy ended(m_panel.get(), &DiscoveryPanel::ended);
    m_panel->runButton()->click();
    return (ended.count() > 0 || ended.wait(kLong)) && ended.first().first().toBool();
}

void TestDiscovery::opensTheSampleStudyAndCountsWhatItAsks()
{
    openPanel(); // nothing has been run yet
    QTRY_COMPARE_WITH_TIMEOUT(m_panel->draft().file(), u"sample"_s, kLong);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->preflight()->answer().has_value(), kLong);
    const auto &answer = *m_panel->preflight()->answer();
    QVERIFY(answer.hypotheses > 100);
    const QString line = m_panel->preflight()->text();
    QVERIFY2(line.contains(u"3 windows"_s) && line.contains(u"hypotheses"_s) &&
                 line.contains(u"smallest effect"_s),
             qPrintable(line));
    QVERIFY(m_panel->runButton()->isEnabled());
    QVERIFY(m_panel->findChild<QLabel *>(u"simulated"_s)->isVisible());
}

void TestDiscovery::runsAndShowsWhatItFound()
{
    Q_EMIT m_desk->openStudyFile(u"sample"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled() && m_panel->preflight()->answer().has_value(), kLong);
    const std::uint64_t asked = m_panel->preflight()->answer()->hypotheses;
    QVERIFY(ran());
    RunView *results = m_panel->results();
    QVERIFY(results->run());
    const auto &report = *results->run()->report;
    QCOMPARE(report.hypotheses, asked);
    QVERIFY(report.significant > 0);
    QVERIFY2(results->verdict().contains(u"significant"_s) && results->verdict().contains(u"chance"_s),
             qPrintable(results->verdict()));
    QVERIFY(!results->showsNothingFound());
    QCOMPARE(results->model()->rowCount(), static_cast<int>(report.findings.size()));

    // the strongest is selected, told to all panels, and explained in one sentence
    const discovery::Finding *selected = results->selected();
    QVERIFY(selected);
    QCOMPARE(selected->tier, std::string("significant"));
    QCOMPARE(results->detail()->sentence(), workbench::sentenceOf(*selected));
    QVERIFY(m_desk->selection().finding().has_value());
    QCOMPARE(m_desk->selection().symbol(), base::qs(selected->asset));
    QTRY_VERIFY_WITH_TIMEOUT(results->detail()->isSettled(), kLong);
    QCOMPARE(results->detail()->evidence()->valueOf(u"tier"_s), u"significant"_s);

    // every picture can be drawn
    for (const int tab :
         {FindingDetail::Null, FindingDetail::Path, FindingDetail::Lags, FindingDetail::Periods}) {
        results->detail()->tabs()->setCurrentIndex(tab);
        QVERIFY2(!results->detail()->chart()->spec().series.empty(), qPrintable(QString::number(tab)));
        QVERIFY(results->detail()->chart()->isVisible());
    }
    // the family's null, and no shift of it reaches the strongest finding
    results->detail()->tabs()->setCurrentIndex(FindingDetail::Null);
    const ChartSpec null = results->detail()->chart()->spec();
    QVERIFY2(null.xTitle.contains(u"family of 2,562"_s), qPrintable(null.xTitle));
    QVERIFY(std::any_of(null.rules.begin(), null.rules.end(), [selected](const ChartRule &rule) {
        return std::abs(rule.at - selected->y) < 1e-9;
    }));

    // another row, another sentence
    results->table()->setCurrentIndex(results->table()->model()->index(1, 0));
    QVERIFY(results->selected() != selected);
    QCOMPARE(results->detail()->sentence(), workbench::sentenceOf(*results->selected()));
    // dragging over lags offers a test of the whole range
    QSignalSpy wanted(results, &RunView::studyWanted);
    QTRY_VERIFY_WITH_TIMEOUT(results->detail()->isSettled(), kLong);
    results->detail()->tabs()->setCurrentIndex(FindingDetail::Lags);
    Q_EMIT results->detail()->chart()->spanSelected(1.2, 4.1);
    for (auto *button : results->detail()->findChildren<QPushButton *>()) {
        if (button->isVisible())
            button->click();
    }
    QCOMPARE(wanted.count(), 1);
    QVERIFY(m_panel->draft().study().has_value());
    QCOMPARE(m_panel->draft().study()->windows.size(), std::size_t{4});
}

void TestDiscovery::copiesAFindingAsAScript()
{
    openPanel();
    Q_EMIT m_desk->editStudy(kSmall);
    QVERIFY(ran());
    RunView *view = m_panel->results();
    const workbench::Funnel funnel = view->funnel()->funnel();
    QCOMPARE(funnel.asked, view->run()->report->hypotheses);
    QCOMPARE(funnel.significant, view->run()->report->significant);
    QVERIFY(view->funnel()->isVisible());
    QVERIFY(view->funnel()->accessibleDescription().contains(u"by chance"_s) ||
            view->funnel()->accessibleDescription().contains(u"Chance alone"_s));
    for (const auto &[language, sign] :
         {std::pair(workbench::ScriptLanguage::Python, u"#!/usr/bin/env python3"_s),
          std::pair(workbench::ScriptLanguage::R, u"#!/usr/bin/env Rscript"_s),
          std::pair(workbench::ScriptLanguage::CommandLine, u"#!/bin/sh"_s)}) {
        QApplication::clipboard()->clear();
        view->copyScript(language);
        QTRY_VERIFY_WITH_TIMEOUT(!view->scripts()->isBusy(), kLong);
        QVERIFY(QApplication::clipboard()->text().startsWith(sign));
        QVERIFY(m_desk->messages().all().back().what.contains(u"in the clipboard"_s));
    }
    const QMenu *menu = view->detail()->copyButton()->menu();
    QVERIFY(view->detail()->copyButton()->isVisible());
    QCOMPARE(menu->actions().size(), 2);
    QCOMPARE(menu->actions().back()->menu()->actions().size(), 3);
}

void TestDiscovery::blocksRunOnAWrongFilter()
{
    m_panel->showPage(DiscoveryPanel::Question);
    CheckedEdit *filter = filterEdit();
    QCOMPARE(filter->property("syntaxState").toString(), u"valid"_s);
    QVERIFY(m_panel->runButton()->isEnabled());
    filter->selectAll();
    QTest::keyClicks(filter, u"source == usgs and valu >= 6"_s);
    QCOMPARE(filter->property("syntaxState").toString(), u"invalid"_s);
    QVERIFY2(filter->fault().contains(u"column 20"_s) || filter->fault().contains(u"20"_s),
             qPrintable(filter->fault()));
    QVERIFY(!m_panel->runButton()->isEnabled());
    QVERIFY2(m_panel->runButton()->toolTip().contains(u"Cannot run"_s),
             qPrintable(m_panel->runButton()->toolTip()));
    QVERIFY(m_panel->preflight()->text().startsWith(u"Cannot run yet"_s));
    QVERIFY(m_panel->draft().faultLine() > 0);
    const auto tasks = m_session->jobs().tasks().size();
    m_panel->run();
    QCOMPARE(m_session->jobs().tasks().size(), tasks);
    filter->selectAll();
    QTest::keyClicks(filter, u"source == simulated"_s);
    QCOMPARE(filter->property("syntaxState").toString(), u"valid"_s);
    QVERIFY(m_panel->runButton()->isEnabled());
}

void TestDiscovery::blocksRunOnWrongWindows()
{
    auto *windows = m_panel->editor()->form()->findChild<CheckedEdit *>(u"windows"_s);
    windows->selectAll();
    QTest::keyClicks(windows, u"[0,0] [5,1]"_s);
    QCOMPARE(windows->property("syntaxState").toString(), u"invalid"_s);
    QVERIFY2(windows->fault().contains(u"column 7"_s), qPrintable(windows->fault()));
    QVERIFY(!m_panel->runButton()->isEnabled());
    QVERIFY2(m_panel->draft().fault().contains(u"line"_s), qPrintable(m_panel->draft().fault()));
    QCOMPARE(windows->text(), u"[0,0] [5,1]"_s); // stays as it is written
    windows->selectAll();
    QTest::keyClicks(windows, u"[0,0] [1,5]"_s);
    QVERIFY(m_panel->runButton()->isEnabled());
    QCOMPARE(m_panel->draft().study()->windows.size(), std::size_t{2});
}

void TestDiscovery::blocksRunOnBrokenJsonAndNamesTheLine()
{
    QPlainTextEdit *json = m_panel->editor()->jsonView();
    QString text = json->toPlainText();
    text.replace(u"\"seed\""_s, u"\"sead\""_s);
    json->setPlainText(text);
    QVERIFY2(m_panel->draft().fault().contains(u"seed"_s),
             qPrintable(m_panel->draft().fault())); // the nearest key
    const int line = m_panel->draft().faultLine();
    QVERIFY(text.split(u'\n').at(line - 1).contains(u"sead"_s));
    QVERIFY(!m_panel->runButton()->isEnabled());
    QCOMPARE(json->extraSelections().size(), 1);
    QCOMPARE(json->extraSelections().first().cursor.blockNumber(), line - 1);
    json->setPlainText(u"{ \"name\": "_s);
    QVERIFY(m_panel->draft().isBroken());
    QVERIFY(!m_panel->editor()->form()->isEnabled());
    QVERIFY(!m_panel->runButton()->isEnabled());
}

void TestDiscovery::forgetsOldTextsOfTheJson()
{
    m_panel->draft().open(kSmall);
    const QTextDocument *document = m_panel->editor()->jsonView()->document();
    const auto mostOf = [&](int edits) {
        int most = 0;
        for (int i = 0; i < edits; ++i) {
            m_panel->draft().setValue({u"seed"_s}, i);
            most = std::max(most, document->availableUndoSteps());
        }
        return most;
    };
    const int most = mostOf(60);
    QVERIFY(most > 0); // the last ones can be undone
    const int later = mostOf(300);
    QVERIFY2(later <= most, qPrintable(u"%1 after %2"_s.arg(later).arg(most)));
    m_panel->draft().open(kSmall);
}

void TestDiscovery::keepsFormAndJsonInStep()
{
    m_panel->draft().open(kSmall);
    const QJsonObject before = m_panel->draft().json();
    QCOMPARE(m_panel->editor()->jsonView()->toPlainText(), kSmall); // opening writes nothing
    // form → JSON
    auto *name = m_panel->editor()->form()->findChild<CheckedEdit *>(u"name"_s);
    name->selectAll();
    QTest::keyClicks(name, u"Renamed"_s);
    QVERIFY(m_panel->editor()->jsonView()->toPlainText().contains(u"\"Renamed\""_s));
    QJsonObject expected = before;
    expected[u"name"_s] = u"Renamed"_s;
    QCOMPARE(m_panel->draft().json(), expected);
    // JSON → form
    QString text = m_panel->editor()->jsonView()->toPlainText();
    text.replace(u"\"Renamed\""_s, u"\"Again\""_s);
    m_panel->editor()->jsonView()->setPlainText(text);
    QCOMPARE(name->text(), u"Again"_s);
    expected[u"name"_s] = u"Again"_s;
    QCOMPARE(m_panel->draft().json(), expected);
    // a symbol list keeps what is being written
    m_panel->draft().setValue({u"assets"_s}, QJsonArray{u"SIM-INDEX"_s});
    auto *assets = m_panel->editor()->form()->findChild<CheckedEdit *>(u"assets"_s);
    QCOMPARE(assets->text(), u"SIM-INDEX"_s);
    assets->setCursorPosition(static_cast<int>(assets->text().size()));
    QTest::keyClicks(assets, u", "_s);
    QCOMPARE(assets->text(), u"SIM-INDEX, "_s);
    // more events, fewer events
    m_panel->editor()->form()->findChild<QPushButton *>(u"addEvents"_s)->click();
    QCOMPARE(m_panel->draft().json()[u"events"_s].toArray().size(), 2);
    QVERIFY(m_panel->editor()->form()->findChild<EventCard *>(u"eventCard1"_s));
}

void TestDiscovery::marksResultsStaleAndStartsNothing()
{
    m_panel->draft().open(kNoise);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QVERIFY(ran());
    QVERIFY(!m_panel->results()->isStale());
    const auto tasks = m_session->jobs().tasks().size();
    m_panel->draft().setValue({u"name"_s}, u"another name"_s);
    QVERIFY(!m_panel->results()->isStale()); // the same question
    m_panel->draft().setValue({u"seed"_s}, 8);
    QVERIFY(m_panel->results()->isStale());
    auto *mark = m_panel->results()->findChild<QLabel *>(u"staleMark"_s);
    QVERIFY(mark->isVisible());
    QVERIFY2(mark->text().contains(u"just now"_s) || mark->text().contains(u"ago"_s),
             qPrintable(mark->text()));
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QCOMPARE(m_session->jobs().tasks().size(), tasks); // nothing ran by itself
    m_panel->draft().setValue({u"seed"_s}, 7);
    QVERIFY(!m_panel->results()->isStale());
    m_session->tellEventsStored();
    QVERIFY(m_panel->results()->isStale());
}

void TestDiscovery::saysHonestlyThatNothingWasFound()
{
    m_panel->draft().open(kNoise);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QVERIFY(ran());
    RunView *results = m_panel->results();
    QVERIFY2(results->showsNothingFound(), qPrintable(results->verdict()));
    QVERIFY2(results->verdict().startsWith(u"Nothing found"_s), qPrintable(results->verdict()));
    const auto *help = results->findChild<QLabel *>(u"whatWouldHelp"_s);
    QVERIFY(help->isVisible());
    QVERIFY2(help->text().contains(u"80 %"_s) && help->text().contains(u"What would help"_s),
             qPrintable(help->text()));
    QVERIFY(results->model()->rowCount() > 0); // the strongest are shown all the same
    QCOMPARE(results->model()->index(0, FindingsModel::Tier).data(Qt::AccessibleTextRole).toString(), u"none"_s);
}

void TestDiscovery::givesTheSameHashFromTheSameJson()
{
    m_panel->draft().open(kNoise);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QVERIFY(ran());
    const std::string first = m_panel->results()->run()->report->resultHash;
    const QString stored = m_panel->results()->run()->studyText;
    m_panel->draft().open(stored); // the study as the ledger keeps it
    QVERIFY2(m_panel->draft().fault().isEmpty(), qPrintable(m_panel->draft().fault()));
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QVERIFY(ran());
    QCOMPARE(m_panel->results()->run()->report->resultHash, first);

    QSignalSpy told(&m_desk->messages(), &Messages::told);
    m_panel->verify(base::qs(m_panel->results()->run()->report->run));
    QVERIFY(told.wait(kLong));
    QVERIFY2(m_desk->messages().all().back().what.contains(u"bit for bit"_s),
             qPrintable(m_desk->messages().all().back().what));
}

void TestDiscovery::opensARunFromTheHistoryWithItsQuestion()
{
    m_panel->draft().open(kNoise);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QVERIFY(ran());
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    const RunsModel *runs = m_panel->history()->model();
    QVERIFY(runs->rowCount() > 0);
    QCOMPARE(runs->index(0, RunsModel::Study).data().toString(), u"Noise"_s);
    m_panel->draft().open(kSmall);
    m_panel->openRun(base::qs(runs->run(0)->run));
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled() && m_panel->draft().name() == u"Noise"_s, kLong);
    QVERIFY(!m_panel->results()->isStale());
    QVERIFY2(m_panel->draft().fault().isEmpty(), qPrintable(m_panel->draft().fault()));
}

void TestDiscovery::opensTheNewestRunWhenNoneIsChosen()
{
    m_panel->draft().open(kNoise);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QVERIFY(ran());
    const QString run = base::qs(m_panel->results()->run()->report->run);
    openPanel();
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->results()->run().has_value(), kLong);
    QCOMPARE(base::qs(m_panel->results()->run()->report->run), run);
    QTRY_COMPARE_WITH_TIMEOUT(m_panel->draft().name(), u"Noise"_s, kLong);
    QVERIFY(!m_panel->results()->isStale());
    // a question that somebody asks is not taken away
    openPanel();
    Q_EMIT m_desk->editStudy(kSmall);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QTest::qWait(200);
    QCOMPARE(m_panel->draft().name(), u"A small question"_s);
    QVERIFY(!m_panel->results()->run().has_value());
    // and unseen, nothing is read
    m_panel.reset();
    m_panel = std::make_unique<DiscoveryPanel>(*m_desk);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled() && !m_panel->draft().file().isEmpty(), kLong);
    QVERIFY(!m_panel->results()->run().has_value());
}

void TestDiscovery::tellsTheChartWhatAFindingLookedAt()
{
    QSignalSpy told(m_desk.get(), &Desk::showWindows);
    m_panel->draft().open(kNoise);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QVERIFY(ran());
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, kLong);
    const auto windows = told[0][0].value<FindingWindows>();
    QCOMPARE(windows.asset, u"SIM-INDEX"_s);
    QCOMPARE(windows.window.first, 5);
    QCOMPARE(windows.run, base::qs(m_panel->results()->run()->report->run));
    QVERIFY2(windows.filter.contains(u"satellite_launch"_s), qPrintable(windows.filter));
    QCOMPARE(windows.bars.size(), static_cast<std::size_t>(m_panel->results()->selected()->n));
}

void TestDiscovery::tellsOfARunEverythingThatMadeIt()
{
    m_panel->draft().open(kNoise);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QVERIFY(ran());
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    const RunsModel *runs = m_panel->history()->model();
    const auto cell = [runs](int column) { return runs->index(0, column).data().toString(); };
    const discovery::RunReport &report = *m_panel->results()->run()->report;
    QCOMPARE(cell(RunsModel::Started).size(), QString(u"2026-01-01 00:00:00"_s).size());
    QVERIFY2(cell(RunsModel::Parameters).startsWith(u"1 set of events × 1 asset × 1 window · return · "_s) &&
                 cell(RunsModel::Parameters).endsWith(u"seed 7"_s),
             qPrintable(cell(RunsModel::Parameters)));
    QCOMPARE(cell(RunsModel::Snapshot), base::qs(store::Workspace::snapshotText(report.snapshot)));
    QCOMPARE(cell(RunsModel::Program), base::qs(base::programVersion()));
    QVERIFY(!cell(RunsModel::Program).isEmpty());
    QVERIFY(cell(RunsModel::Took).endsWith(u" s"_s));
    QCOMPARE(cell(RunsModel::Status), u"done"_s);
    QCOMPARE(cell(RunsModel::Hash), base::qs(report.resultHash).left(12));
    // a double click opens it again with its question
    m_panel->draft().open(kSmall);
    m_panel->showPage(DiscoveryPanel::History);
    QTableView *table = m_panel->history()->table();
    QVERIFY(table->isVisible());
    const QPoint at = table->visualRect(table->model()->index(0, 0)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
    QTRY_COMPARE_WITH_TIMEOUT(m_panel->draft().name(), u"Noise"_s, kLong);
}

void TestDiscovery::runsAgainFromPastedJson()
{
    m_panel->draft().open(kNoise);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QVERIFY(ran());
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    const std::string first = m_panel->results()->run()->report->resultHash;
    RunHistory *history = m_panel->history();
    history->table()->setCurrentIndex(history->table()->model()->index(0, 0));
    history->copyCommand();
    QVERIFY(QApplication::clipboard()->text().contains(u"foreshock-cli --workspace"_s));
    history->copyJson();
    QVERIFY(QApplication::clipboard()->text().contains(u"satellite_launch"_s));
    m_panel->draft().open(kSmall);
    history->paste();
    QCOMPARE(m_panel->draft().name(), u"Noise"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QVERIFY(ran());
    QCOMPARE(m_panel->results()->run()->report->resultHash, first);
    // what is no study is told, and changes nothing
    const auto told = m_desk->messages().all().size();
    for (const QString &text : {u"no study"_s, u"[1]"_s, QString()}) {
        QApplication::clipboard()->setText(text);
        history->paste();
    }
    QCOMPARE(m_desk->messages().all().size(), told + 3);
    QCOMPARE(m_panel->draft().name(), u"Noise"_s);
}

void TestDiscovery::asksOnlyWhatWasKnownThen()
{
    const base::Instant then(base::Date(std::chrono::year(2019) / 1 / 1));
    m_desk->setAsOf(then);
    Q_EMIT m_desk->editStudy(kNoise);
    QVERIFY(ran());
    QCOMPARE(m_panel->results()->run()->record.asOf, then);
    const std::uint64_t early = m_panel->results()->run()->report->findings.front().n;
    m_desk->setAsOf({});
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    QVERIFY(ran());
    QVERIFY(!m_panel->results()->run()->record.asOf.isValid());
    QVERIFY(m_panel->results()->run()->report->findings.front().n > early);
}

void TestDiscovery::staysWithThePersonWhenARunEnds()
{
    Q_EMIT m_desk->editStudy(kSmall);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    m_desk->selection().clear();
    m_panel->hide(); // as another layout does
    QVERIFY(ran());
    QVERIFY(m_panel->results()->selected());
    QVERIFY(!m_desk->selection().finding().has_value());
    QCOMPARE(m_panel->results()->detail()->sentence(),
             workbench::sentenceOf(*m_panel->results()->selected()));
    m_panel->show();
    QVERIFY(ran());
    QVERIFY(m_desk->selection().finding().has_value());
}

void TestDiscovery::offersColumnsAndOrderByKeyboard()
{
    Q_EMIT m_desk->editStudy(kSmall);
    QVERIFY(ran());
    RunView *results = m_panel->results();
    const auto entries = [results](const QString &title) {
        for (auto *menu : results->findChildren<QMenu *>()) {
            if (menu->title() == title) {
                Q_EMIT menu->aboutToShow();
                return menu->actions();
            }
        }
        return QList<QAction *>();
    };
    const QList<QAction *> columns = entries(u"Columns"_s);
    QCOMPARE(columns.size(), FindingsModel::Columns);
    QVERIFY(!columns.at(FindingsModel::PAdjusted)->isEnabled());
    columns.at(FindingsModel::T)->trigger();
    QVERIFY(results->table()->isColumnHidden(FindingsModel::T));
    const QList<QAction *> orders = entries(u"Sort by"_s);
    QCOMPARE(orders.size(), FindingsModel::Columns - 1);
    orders.at(FindingsModel::N)->trigger();
    QCOMPARE(results->table()->horizontalHeader()->sortIndicatorSection(), int(FindingsModel::N));
    QCOMPARE(results->table()->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
    entries(u"Sort by"_s).at(FindingsModel::N)->trigger();
    QCOMPARE(results->table()->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    entries(u"Columns"_s).at(FindingsModel::T)->trigger();
    QVERIFY(!results->table()->isColumnHidden(FindingsModel::T));
    entries(u"Sort by"_s).at(FindingsModel::Tier)->trigger();
}

void TestDiscovery::putsAsideWhatWasNotSaved()
{
    m_panel->draft().setValue({u"name"_s}, u"Mine"_s);
    const QString mine = m_panel->draft().text();
    Q_EMIT m_desk->openStudyFile(u"sample"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled() && m_panel->draft().text() != mine, kLong);
    const Message &told = m_desk->messages().all().back();
    QVERIFY2(told.what.contains(u"put aside"_s), qPrintable(told.what));
    told.actions.front().run();
    QCOMPARE(m_panel->draft().text(), mine);
    QVERIFY(m_panel->draft().isModified()); // it is still not saved
}

void TestDiscovery::bringsBackWhatWasNotSaved()
{
    const auto folder = m_session->bench()->folder();
    m_panel->draft().setValue({u"name"_s}, u"Kept"_s);
    const QString kept = m_panel->draft().text();
    QSignalSpy opened(m_session.get(), &workbench::Session::opened);
    m_session->close();
    QVERIFY(m_panel->draft().file().isEmpty()); // the next workspace has a file of that name too
    cleanup();
    openPanel();
    QVERIFY(m_panel->draft().text() != kept);
    m_session->open(folder);
    QVERIFY(opened.count() > 0 || opened.wait(kLong));
    QCOMPARE(m_panel->draft().text(), kept);
    QVERIFY(m_panel->draft().isModified());
    QCOMPARE(m_panel->draft().file(), u"sample"_s);
    // saved or given up, it does not come again
    m_panel->editor()->startNew();
    m_session->close();
    m_session->open(folder);
    QVERIFY(opened.wait(kLong));
    QVERIFY(!m_panel->draft().isModified());
}

void TestDiscovery::stopsWhenever()
{
    m_panel->draft().open(kSmall);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    for (int round = 0; round < 50; ++round) {
        QSignalSpy ended(m_panel.get(), &DiscoveryPanel::ended);
        m_panel->run();
        QVERIFY(m_panel->isRunning());
        QTest::qWait(round * round / 7); // 0 … 343 ms: in the queue, while it reads, while it tests
        const bool wasRunning = m_panel->isRunning();
        m_panel->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!m_panel->isRunning(), kLong);
        QVERIFY(ended.count() == 1 || !wasRunning);
        QVERIFY(m_panel->runButton()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    }
    QCOMPARE(m_session->jobs().active(), std::size_t{0});
}

void TestDiscovery::givesEveryFieldAName()
{
    QStringList nameless;
    for (QWidget *widget : m_panel->findChildren<QWidget *>()) {
        const QString name = widget->objectName();
        const QWidget *parent = widget->parentWidget();
        // inner parts of Qt's own widgets speak through their owner; a button without an action is not shown
        if (!(widget->focusPolicy() & Qt::TabFocus) || name.startsWith(u"qt_"_s) ||
            name == u"emptyAction"_s || parent->inherits("QComboBoxPrivateContainer"))
            continue;
        const auto *area = qobject_cast<const QAbstractScrollArea *>(parent);
        if (area && area->viewport() == widget)
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).isEmpty()) {
            nameless << u"%1 %2 in %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()), name,
                                             QString::fromLatin1(parent->metaObject()->className()));
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u"; "_s)));
}

/// Pictures for people, when FORESHOCK_PICTURES names a folder.
void TestDiscovery::looksRight()
{
    const QString folder = qEnvironmentVariable("FORESHOCK_PICTURES");
    if (folder.isEmpty())
        QSKIP("FORESHOCK_PICTURES is not set");
    const auto picture = [this, &folder](const QString &name) {
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
        QTest::qWait(50);
        QVERIFY(m_panel->grab().save(u"%1/%2.png"_s.arg(folder, name)));
    };
    Q_EMIT m_desk->openStudyFile(u"sample"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        m_theme.use(theme);
        m_panel->resize(700, 450);
        m_panel->showPage(DiscoveryPanel::Question);
        picture(u"%1-question"_s.arg(theme));
        QVERIFY(ran());
        for (int tab = 0; tab < FindingDetail::Tabs; ++tab) {
            m_panel->results()->detail()->tabs()->setCurrentIndex(tab);
            picture(u"%1-small-%2"_s.arg(theme).arg(tab));
        }
        m_panel->resize(1100, 700);
        for (int tab = 1; tab < FindingDetail::Tabs; ++tab) {
            m_panel->results()->detail()->tabs()->setCurrentIndex(tab);
            picture(u"%1-large-%2"_s.arg(theme).arg(tab));
        }
        m_panel->draft().setValue({u"seed"_s}, 11);
        picture(u"%1-stale"_s.arg(theme));
        m_panel->draft().setValue({u"windows"_s}, u"[0,0] [5,1]"_s);
        picture(u"%1-fault"_s.arg(theme));
        m_panel->draft().open(kNoise);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
        QVERIFY(ran());
        picture(u"%1-nothing"_s.arg(theme));
        m_panel->showPage(DiscoveryPanel::History);
        picture(u"%1-history"_s.arg(theme));
        m_panel->showPage(DiscoveryPanel::Findings);
        m_panel->resize(700, 450);
        picture(u"%1-nothing-small"_s.arg(theme));
        Q_EMIT m_desk->openStudyFile(u"sample"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
    }
}

QTEST_MAIN(TestDiscovery)

#include "tst_discovery.moc"
