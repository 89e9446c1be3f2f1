// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/workbench/studyfiles.h"
#include "tests/support/deskfixture.h"
#include "tests/support/livingworld.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/textrows.h"
#include "widgets/relationships/relationshipspanel.h"
#include "widgets/studycharts/walkcharts.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>

#include <algorithm>
#include <cmath>

using namespace core;
using namespace widgets;
using namespace Qt::StringLiterals;
using support::kLong;

namespace {

constexpr const char *kShock = R"({
  "name": "Shocks <b>walked</b>",
  "events": [{"name": "shock", "filter": "event_type == shock"}], "assets": ["A", "SPY"],
  "returns": {"model": "raw", "benchmark": "SPY"}, "windows": [[1, 1], [2, 2]]
})";

discovery::WalkReport walked()
{
    discovery::WalkReport out;
    out.walk = "2026";
    out.study = "Made up";
    out.step = {12, 0};
    out.from = *base::parseInstant("2015-01-01");
    out.to = *base::parseInstant("2018-01-01");
    for (int year = 0; year < 3; ++year) {
        discovery::WalkStep step;
        step.at = discovery::stepsAfter(out.from, out.step, year);
        step.until = discovery::stepsAfter(out.from, out.step, year + 1);
        step.asked = 100;
        step.expectedFalse = 0.05;
        step.found.found = year == 1 ? 0 : 5;
        step.found.scored = year == 1 ? 0 : 4;
        step.found.held = year == 1 ? 0 : 3;
        step.uncorrected.found = step.uncorrected.scored = 40;
        step.uncorrected.held = 20;
        out.found.tally.add(step.found);
        out.uncorrected.tally.add(step.uncorrected);
        out.steps.push_back(step);
    }
    out.steps[1].note = QStringLiteral("no event");
    out.questions = 300;
    out.found.reliability = {{0.5, 0.6, 0, std::nan(""), std::nan(""), 0, 1},
                             {0.6, 0.7, 8, 0.66, 0.75, 0.41, 0.93}};
    out.uncorrected.reliability = {{0.8, 0.9, 120, 0.85, 0.5, 0.41, 0.59}};
    return out;
}

} // namespace

/// The track record: its pictures as values, and the page on a world of six years.
class TestTrackRecord final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_panel.reset(); }

    void drawsTheShareThatHeld();
    void drawsWhatWasToldAgainstWhatCame();
    void listsEveryStepAndAll();
    void drawsNothingOfNothing();
    void canBeWalkedBeforeAnythingWasAsked();
    void refusesANonsenseYear();
    void stopsWhenAsked();
    void walksAndShowsTheVerdict();
    void remembersEveryWalk();
    void printsIt();
    void givesEveryFieldAName();
    void looksRight();

private:
    void openPanel();
    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong); }
    [[nodiscard]] QAction *action(const char *id) const;
    template <typename W>
    [[nodiscard]] W *part(const char *name) const
    {
        return m_panel->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] TrackRecordPage *page() const { return m_panel->trackRecord(); }

    support::LivingWorld m_world;
    support::DeskFixture m_fix;
    std::unique_ptr<RelationshipsPanel> m_panel;
};

void TestTrackRecord::initTestCase()
{
    m_world.begin();
    m_world.growTo(m_world.days.size() - 1);
    VERIFY_OK(workbench::saveStudyFile(m_world.bench(), "shocks", kShock, false));
    m_world.close();
    m_fix.clock.set(m_world.clock.now());
    QSignalSpy opened(m_fix.session.get(), &workbench::Session::opened);
    m_fix.session->open(m_world.path("workspace"));
    QVERIFY(opened.count() > 0 || opened.wait(kLong));
}

void TestTrackRecord::openPanel()
{
    m_panel = std::make_unique<RelationshipsPanel>(*m_fix.desk);
    m_panel->resize(1100, 700);
    m_panel->show();
    m_panel->showPage(RelationshipsPanel::Record);
    settle();
}

QAction *TestTrackRecord::action(const char *id) const
{
    for (QAction *action : m_fix.desk->actions()) {
        if (Desk::idOf(action) == QLatin1String(id))
            return action;
    }
    return nullptr;
}

void TestTrackRecord::drawsTheShareThatHeld()
{
    const ChartSpec spec = heldChart(walked(), true, {});
    QCOMPARE(spec.series.size(), std::size_t(3)); // interval, share, t-test
    const ChartSeries &band = spec.series[0];
    QCOMPARE(band.look, ChartLook::Band);
    QCOMPARE(band.x->size(), std::size_t(6)); // two boxes: one step had nothing to score
    QVERIFY(std::ranges::is_sorted(*band.x));
    QCOMPARE(band.x->front(), static_cast<double>(walked().steps[0].at.micros()));
    QCOMPARE(spec.series[1].y->front(), 75.0);
    QVERIFY(std::isnan((*spec.series[1].y)[2])); // a gap between the boxes
    QVERIFY(band.low->front() < 75 && band.high->front() > 75);
    QCOMPARE(*spec.series[2].y, (std::vector<double>{50, 50, 50}));
    QVERIFY(spec.series[2].dashed);
    QCOMPARE(spec.rules.front().at, 50.0); // a coin
    QVERIFY2(spec.summary.contains(u"of 8 found 6 held; of 120 of an uncorrected t-test 60"_s),
             qPrintable(spec.summary));
    QVERIFY(spec.source.contains(u"simulated"_s));
}

void TestTrackRecord::drawsWhatWasToldAgainstWhatCame()
{
    const ChartSpec spec = reliabilityChart(walked(), false);
    QCOMPARE(spec.series.size(), std::size_t(5)); // interval, its middle, points, t-test, diagonal
    QCOMPARE(spec.series[2].look, ChartLook::Points);
    QCOMPARE(spec.series[2].x->front(), 66.0);
    QCOMPARE(spec.series[2].y->front(), 75.0);
    QCOMPARE(spec.series[0].low->front(), 41.0);
    QCOMPARE(spec.series[4].x->back(), spec.series[4].y->back());
    for (const QString &part : {u"n 8"_s, u"41"_s, u"93"_s})
        QVERIFY2(spec.summary.contains(part), qPrintable(spec.summary));
    QVERIFY(!spec.source.contains(u"simulated"_s));
}

void TestTrackRecord::listsEveryStepAndAll()
{
    const WalkTable table = walkTable(walked());
    QCOMPARE(table.rows.size(), std::size_t(4));
    QCOMPARE(table.titles.size(), table.rows.front().size());
    QCOMPARE(table.rows[0].mid(0, 3), (QStringList{u"2015-01-01"_s, u"2016-01-01"_s, u"100"_s}));
    QCOMPARE(table.rows[3].mid(2),
             (QStringList{u"300"_s, u"10"_s, u"0.15"_s, u"8"_s, u"6"_s, u"120"_s, u"120"_s, u"60"_s}));
    QCOMPARE(table.notes[1], u"no event"_s);
    QCOMPARE(walkSubject(walked()), u"Made up, 2015-01-01 to 2018-01-01 in steps of 1 year"_s);
}

void TestTrackRecord::drawsNothingOfNothing()
{
    discovery::WalkReport nothing = walked();
    nothing.found = nothing.uncorrected = {};
    for (discovery::WalkStep &step : nothing.steps)
        step.found = step.uncorrected = {};
    QVERIFY(heldChart(nothing, false, {}).series.empty());
    QVERIFY(reliabilityChart(nothing, false).series.empty());
    QCOMPARE(walkTable({}).rows.size(), std::size_t(1));
}

void TestTrackRecord::canBeWalkedBeforeAnythingWasAsked()
{
    m_panel = std::make_unique<RelationshipsPanel>(*m_fix.desk);
    m_panel->resize(1100, 700);
    m_panel->show();
    settle();
    QVERIFY(m_panel->isEmpty()); // nothing is believed
    action("relationships.track-record")->trigger();
    QVERIFY(!m_panel->isEmpty());
    QVERIFY(page()->isVisible());
    QVERIFY(part<QWidget>("walkForm")->isVisible());
    QCOMPARE(part<QComboBox>("walkStudy")->count(), 1);
    QCOMPARE(part<QLineEdit>("walkFrom")->text(), u"2014"_s); // two of its six years after the first
    QVERIFY(part<QPushButton>("walkStart")->isEnabled());
    QVERIFY(!part<QPushButton>("walkClose")->isVisible()); // there is nothing else to see
    QVERIFY(!action("relationships.export-walk")->isEnabled());
    QVERIFY(action("relationships.walk")->isEnabled());
}

void TestTrackRecord::refusesANonsenseYear()
{
    openPanel();
    part<QLineEdit>("walkFrom")->setText(u"soon"_s);
    QVERIFY(!part<QPushButton>("walkStart")->isEnabled());
    QVERIFY(part<QLineEdit>("walkFrom")->toolTip().contains(u"neither a year nor a date"_s));
    part<QLineEdit>("walkFrom")->setText(u"2030"_s);
    const auto before = m_fix.desk->messages().all().size();
    QTest::keyClick(part<QLineEdit>("walkFrom"), Qt::Key_Return);
    settle();
    QTRY_COMPARE(m_fix.desk->messages().all().size(), before + 1);
    QVERIFY(m_fix.desk->messages().all().back().what.contains(u"nothing to score after 2030-01-01"_s));
    QVERIFY(part<QWidget>("walkForm")->isVisible());
}

void TestTrackRecord::stopsWhenAsked()
{
    openPanel();
    part<QPushButton>("walkStart")->click();
    QVERIFY(part<QPushButton>("walkCancel")->isVisible());
    QVERIFY(!part<QWidget>("walkForm")->isVisible());
    QVERIFY(!action("relationships.walk")->isEnabled());
    part<QPushButton>("walkCancel")->click();
    settle();
    QVERIFY(!part<QPushButton>("walkCancel")->isVisible());
    QVERIFY(part<QWidget>("walkForm")->isVisible());
    QVERIFY(m_fix.session->bench()->ledger().walks()->empty());
}

void TestTrackRecord::walksAndShowsTheVerdict()
{
    openPanel();
    part<QPushButton>("walkStart")->click();
    settle();
    QTRY_COMPARE_WITH_TIMEOUT(page()->walks()->count(), 1, kLong);
    settle();
    const auto stored = workbench::storedWalks(*m_fix.session->bench());
    VERIFY_OK(stored);
    const discovery::WalkReport &report = stored->front().report;
    QVERIFY(report.found.tally.scored > 0);
    QCOMPARE(page()->verdict().simplified(), workbench::verdictOf(report).section(u'\n', 0, 0).simplified());
    QCOMPARE(page()->steps()->rowCount(), static_cast<int>(report.steps.size()) + 1);
    QVERIFY(part<QTableView>("walkSteps")->isVisible());
    QVERIFY(!part<QWidget>("walkForm")->isVisible());
    QCOMPARE(page()->chart()->spec().series.size(), std::size_t(3));
    page()->tabs()->setCurrentIndex(TrackRecordPage::Reliability);
    QCOMPARE(page()->chart()->spec().xTitle, reliabilityChart(report, false).xTitle);
    page()->tabs()->setCurrentIndex(TrackRecordPage::Notes);
    QVERIFY(part<QPlainTextEdit>("walkNotes")->toPlainText().contains(u"believed by none"_s));
    QCOMPARE(support::richLabel(m_panel.get()), QString());
    // the ledger believes none of it
    QVERIFY(m_fix.session->bench()->ledger().relationships()->empty());
    QVERIFY(m_fix.desk->messages().all().back().what.contains(u"held"_s));
}

void TestTrackRecord::remembersEveryWalk()
{
    openPanel();
    action("relationships.walk")->trigger();
    QVERIFY(part<QWidget>("walkForm")->isVisible());
    part<QLineEdit>("walkFrom")->setText(u"2015"_s);
    part<QComboBox>("walkStep")->setCurrentIndex(1);
    m_fix.clock.advance(std::chrono::minutes(1));
    QTest::keyClick(part<QLineEdit>("walkFrom"), Qt::Key_Return);
    settle();
    QTRY_COMPARE_WITH_TIMEOUT(page()->walks()->count(), 2, kLong);
    settle();
    QCOMPARE(page()->walks()->currentIndex(), 0); // the new one
    QVERIFY(page()->walks()->currentText().contains(u"6 months"_s));
    const int steps = page()->steps()->rowCount();
    page()->walks()->setCurrentIndex(1);
    QVERIFY(page()->walks()->currentText().contains(u"1 year"_s));
    QVERIFY(page()->steps()->rowCount() != steps);
    m_fix.session->tellRunStored(u"any"_s); // read again, the chosen one stays
    settle();
    QCOMPARE(page()->walks()->currentIndex(), 1);
}

void TestTrackRecord::printsIt()
{
    openPanel();
    const QString name = m_fix.folder.filePath(u"walk"_s);
    m_fix.desk->dialogs().setNextFileName(name);
    action("relationships.export-walk")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(name + u".pdf"_s), kLong);
    settle();
    QFile file(name + u".pdf"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(8).startsWith("%PDF-"));
}

void TestTrackRecord::givesEveryFieldAName()
{
    openPanel();
    action("relationships.walk")->trigger();
    for (int tab = 0; tab < TrackRecordPage::Tabs; ++tab) {
        page()->tabs()->setCurrentIndex(tab);
        QCOMPARE(support::unnamed(m_panel.get()), QString());
    }
}

void TestTrackRecord::looksRight()
{
    if (qEnvironmentVariableIsEmpty("FORESHOCK_PICTURES"))
        QSKIP("FORESHOCK_PICTURES is not set");
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        m_fix.theme.use(theme);
        openPanel();
        for (const QSize size : {QSize(930, 400), QSize(1100, 700), QSize(560, 640)}) {
            m_panel->resize(size);
            for (int tab = 0; tab < TrackRecordPage::Tabs; ++tab) {
                page()->tabs()->setCurrentIndex(tab);
                support::picture(m_fix.theme, m_panel.get(),
                                 u"record-%1-%2-%3"_s.arg(size.width()).arg(theme).arg(tab));
            }
        }
        action("relationships.walk")->trigger();
        support::picture(m_fix.theme, m_panel.get(), u"record-form-%1"_s.arg(theme));
    }
}

QTEST_MAIN(TestTrackRecord)
#include "tst_trackrecord.moc"
