// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/workbench/studies.h"
#include "tests/support/deskfixture.h"
#include "tests/support/livingworld.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/scriptcopier.h"
#include "widgets/common/textrows.h"
#include "widgets/relationships/ledgermodel.h"
#include "widgets/relationships/ledgerpage.h"
#include "widgets/relationships/relationshipspanel.h"
#include "widgets/studycharts/funnelview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>

using namespace core;
using namespace widgets;
using namespace Qt::StringLiterals;
using support::kLong;

namespace {

constexpr std::size_t kThen = 700; // days of the world when the study is run

constexpr const char *kShock = R"({
  "name": "Shocks",
  "events": [{"name": "shock", "filter": "event_type == shock"}], "assets": ["A", "SPY"],
  "returns": {"model": "raw", "benchmark": "SPY"}, "windows": [[1, 1], [2, 2]]
})";

} // namespace

/// The panel on a world that goes on after the discovery, and on the sample with its sealed years.
class TestRelationships final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_panel.reset(); }

    void beginsWithTheOneNextAction();
    void saysWhatIsBelieved();
    void asksBeforeItOpensTheHoldOut();
    void staysSealedWhenInDoubt();
    void followsWhatCameAfter();
    void filtersByStatus();
    void copiesAndReports();
    void showsTheLedger();
    void retiresForAReason();
    void saysThatNothingWasFound();
    void givesEveryFieldAName();
    void looksRight();

private:
    void open(const std::filesystem::path &folder);
    void openPanel();
    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong); }
    [[nodiscard]] QAction *action(const char *id) const;
    [[nodiscard]] QString cell(int row, RelationshipModel::Column column) const
    {
        return m_panel->model()->index(row, column).data().toString();
    }
    void selectFirst(const std::string &status);

    support::LivingWorld m_world; ///< validated after its discovery
    support::DeskFixture m_fix;
    std::unique_ptr<RelationshipsPanel> m_panel;
};

void TestRelationships::initTestCase()
{
    m_world.begin();
    m_world.growTo(kThen);
    VERIFY_OK(workbench::runStudyText(m_world.bench(), kShock, 1, {}));
    m_world.growTo(m_world.days.size() - 1);
    m_world.close();
    m_fix.clock.set(m_world.clock.now());
}

void TestRelationships::open(const std::filesystem::path &folder)
{
    QSignalSpy opened(m_fix.session.get(), &workbench::Session::opened);
    m_fix.session->open(folder);
    QVERIFY(opened.count() > 0 || opened.wait(kLong));
}

void TestRelationships::openPanel()
{
    m_panel = std::make_unique<RelationshipsPanel>(*m_fix.desk);
    m_panel->resize(1100, 700);
    m_panel->show();
    settle();
}

QAction *TestRelationships::action(const char *id) const
{
    for (QAction *action : m_fix.desk->actions()) {
        if (Desk::idOf(action) == QLatin1String(id))
            return action;
    }
    return nullptr;
}

void TestRelationships::selectFirst(const std::string &status)
{
    auto *order = qobject_cast<RelationshipOrder *>(m_panel->table()->model());
    for (int row = 0; row < m_panel->model()->rowCount(); ++row) {
        if (m_panel->model()->view(row)->record.status != status)
            continue;
        m_panel->table()->setCurrentIndex(order->mapFromSource(m_panel->model()->index(row, 0)));
        return;
    }
}

void TestRelationships::beginsWithTheOneNextAction()
{
    openPanel();
    QVERIFY(m_panel->isEmpty());
    QVERIFY(m_panel->emptyState()->button()->isEnabled());
    QVERIFY(m_fix.makeWorkspace(u"fresh"_s));
    settle();
    QVERIFY(m_panel->isEmpty());
    QVERIFY(m_panel->emptyState()->sentence().contains(u"Nothing is believed yet"_s));
    QSignalSpy wanted(m_fix.desk.get(), &Desk::showPanel);
    m_panel->emptyState()->button()->click();
    QCOMPARE(wanted.first().first().toString(), u"discovery"_s);
    QVERIFY(!action("relationships.check")->isEnabled());
}

void TestRelationships::saysWhatIsBelieved()
{
    QVERIFY(m_fix.openSample());
    const auto report = workbench::runStudy(*m_fix.session->bench(), "sample", 0, {});
    VERIFY_OK(report);
    openPanel();
    m_fix.session->tellRunStored(base::qs(report->run));
    settle();
    QVERIFY(!m_panel->isEmpty());
    const QAbstractItemModelTester tester(m_panel->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester ordered(m_panel->table()->model(),
                                           QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(m_panel->model()->rowCount(), static_cast<int>(report->significant + report->candidates));
    QCOMPARE(m_panel->model()->count("significant"), static_cast<int>(report->significant));
    using enum RelationshipModel::Column;
    for (int row = 0; row < m_panel->model()->rowCount(); ++row) {
        for (const auto column : {Status, Event, Asset, Window, N, Effect, Interval, Base, PAdjusted,
                                  PWorkspace, Family, HoldOut, Discovered})
            QVERIFY2(!cell(row, column).isEmpty() && cell(row, column) != u"–"_s,
                     qPrintable(cell(row, Status)));
        QCOMPARE(cell(row, HoldOut), u"sealed"_s);
        QCOMPARE(cell(row, Evidence), u"–"_s); // not looked at yet
        QVERIFY(!m_panel->model()->index(row, Status).data(Qt::DecorationRole).isNull());
    }
    // the strongest stands first and is shown in detail
    QVERIFY(m_panel->detail()->sentence().startsWith(u"Significant: "_s));
    QVERIFY(m_panel->detail()->standing().contains(u"not looked at yet"_s));
    QVERIFY(m_panel->detail()->standing().contains(u"sealed"_s));
    QCOMPARE(m_panel->detail()->history()->rowCount(), 1);
    // the other panels follow who moves through the table
    m_panel->activateWindow();
    m_panel->table()->setFocus();
    QTRY_VERIFY(m_panel->table()->hasFocus());
    QTest::keyClick(m_panel->table(), Qt::Key_Down);
    QVERIFY(m_fix.desk->selection().finding().has_value());
    QCOMPARE(m_fix.desk->selection().finding()->run, base::qs(report->run));
    QCOMPARE(m_fix.desk->selection().symbol(), base::qs(m_panel->detail()->view()->record.asset));
    QSignalSpy found(m_fix.desk.get(), &Desk::openFinding);
    action("relationships.open-run")->trigger();
    QCOMPARE(found.first().first().value<FindingRef>().run, base::qs(report->run));
}

void TestRelationships::staysSealedWhenInDoubt()
{
    openPanel();
    selectFirst("candidate");
    m_fix.desk->dialogs().setUnattended(true);
    const int asked = m_fix.desk->dialogs().asked();
    action("relationships.unseal")->trigger();
    QTRY_COMPARE(m_fix.desk->dialogs().asked(), asked + 1);
    settle();
    m_fix.desk->dialogs().setUnattended(false);
    const auto acts = m_fix.session->bench()->ledger().unseals();
    VERIFY_OK(acts);
    QCOMPARE(acts->size(), std::size_t(1)); // that of the test before
}

void TestRelationships::asksBeforeItOpensTheHoldOut()
{
    openPanel();
    selectFirst("significant");
    m_fix.desk->dialogs().setNextAnswer(0);
    action("relationships.unseal")->trigger();
    settle();
    QTRY_VERIFY(m_panel->detail()->standing().contains(u"opened"_s));
    QVERIFY(!action("relationships.unseal")->isEnabled());
    const auto acts = m_fix.session->bench()->ledger().unseals();
    VERIFY_OK(acts);
    QCOMPARE(acts->size(), std::size_t(1));
    QVERIFY(m_fix.desk->messages().all().back().what.contains(u"hold-out"_s));
    selectFirst("candidate");
    QVERIFY(action("relationships.unseal")->isEnabled());
}

void TestRelationships::followsWhatCameAfter()
{
    open(m_world.path("workspace"));
    openPanel();
    QVERIFY(m_panel->model()->rowCount() >= 1);
    action("relationships.check")->trigger();
    QVERIFY(!action("relationships.check")->isEnabled());
    settle();
    QTRY_COMPARE(m_panel->model()->count("validated"), 1);
    QVERIFY(m_fix.desk->messages().all().back().what.contains(u"changed their status"_s));
    selectFirst("validated");
    settle();
    const auto &view = *m_panel->detail()->view();
    QCOMPARE(view.record.asset, std::string("A"));
    QVERIFY(view.steps.size() > 50);
    // E on a logarithmic scale, with the line at 20
    const ChartSpec forward = m_panel->detail()->chart()->spec();
    QVERIFY(forward.yLog && forward.timeAxis);
    QCOMPARE(forward.rules.front().at, 20.0);
    QCOMPARE(forward.series.back().y->size(), view.steps.size() + 1);
    QCOMPARE(forward.series.back().y->back(), view.steps.back().e);
    m_panel->detail()->tabs()->setCurrentIndex(RelationshipDetail::Decay);
    const ChartSpec decay = m_panel->detail()->chart()->spec();
    QCOMPARE(decay.series.size(), std::size_t(2)); // the mean and its interval
    QCOMPARE(decay.series.back().y->size(), view.steps.size() - 2);
    QCOMPARE(decay.rules[0].at, view.record.effect); // beside them what was discovered
    QCOMPARE(decay.rules[1].at, view.ciHigh);
    QCOMPARE(decay.rules[2].at, view.ciLow);
    m_panel->detail()->tabs()->setCurrentIndex(RelationshipDetail::History);
    QCOMPARE(m_panel->detail()->history()->rowCount(), 2);
    const QString why = m_panel->detail()->history()->rows()[1].cells[2];
    static const QRegularExpression reason(
        u"^Betting on events .* had turned 1 into \\d+\\.\\d with event \\d+, on \\d{4}-\\d\\d-\\d\\d\\.$"_s);
    QVERIFY2(reason.match(why).hasMatch(), qPrintable(why));
    QVERIFY(m_panel->detail()->sentence().contains(u"still holding"_s));
    QVERIFY(cell(m_panel->model()->rowOf(view.record.hypothesis), RelationshipModel::Validated) != u"–"_s);
}

void TestRelationships::filtersByStatus()
{
    openPanel();
    QComboBox *filter = m_panel->filter();
    const int at = filter->findData(u"validated"_s);
    QVERIFY(at > 0);
    QCOMPARE(filter->itemText(at), u"validated (1)"_s);
    filter->setCurrentIndex(at);
    Q_EMIT filter->activated(at);
    QCOMPARE(m_panel->table()->model()->rowCount(), 1);
    QCOMPARE(m_panel->detail()->view()->record.status, std::string("validated"));
    filter->setCurrentIndex(0);
    Q_EMIT filter->activated(0);
    QCOMPARE(m_panel->table()->model()->rowCount(), m_panel->model()->rowCount());
}

void TestRelationships::copiesAndReports()
{
    openPanel();
    selectFirst("validated");
    settle();
    const auto &view = *m_panel->detail()->view();
    m_panel->detail()->scripts()->copy(
        {base::qs(view.record.run), base::qs(base::toHex(view.record.hypothesis))},
        workbench::ScriptLanguage::Python);
    settle();
    QVERIFY(QApplication::clipboard()->text().contains(u"event_type == \\\"shock\\\""_s));
    QTRY_VERIFY(m_fix.desk->report().isSettled());
    action("relationships.add-to-report")->trigger();
    const workbench::ReportSection &section = m_fix.desk->report().book().sections.back();
    QCOMPARE(section.kind, u"finding"_s);
    QCOMPARE(section.sentences.front(), m_panel->detail()->sentence());
    QVERIFY(!section.chart.isEmpty());
    QCOMPARE(section.state.value(u"run"_s).toString(), base::qs(view.record.run));
}

void TestRelationships::showsTheLedger()
{
    openPanel();
    m_panel->showPage(RelationshipsPanel::Ledger);
    LedgerPage *ledger = m_panel->ledger();
    const QAbstractItemModelTester tester(ledger->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(ledger->isVisible());
    QVERIFY(!m_panel->filter()->isVisible());
    QCOMPARE(ledger->model()->rowCount(), 1);
    QVERIFY2(ledger->sentence().startsWith(u"Asked 4 questions in 1 family: "_s),
             qPrintable(ledger->sentence()));
    QCOMPARE(ledger->workspaceFunnel()->funnel().asked, std::uint64_t(4));
    QCOMPARE(ledger->familyFunnel()->funnel().validated, std::uint64_t(1));
    const auto text = [ledger](LedgerModel::Column column) {
        return ledger->model()->index(0, column).data().toString();
    };
    QCOMPARE(text(LedgerModel::Study), u"Shocks"_s);
    QCOMPARE(text(LedgerModel::Asked), u"4"_s);
    QCOMPARE(text(LedgerModel::New), u"4"_s);
    QCOMPARE(text(LedgerModel::Validated), u"1"_s);
    QSignalSpy opened(m_fix.desk.get(), &Desk::openRun);
    Q_EMIT ledger->table()->doubleClicked(ledger->table()->currentIndex());
    QCOMPARE(opened.first().first().toString(), text(LedgerModel::Run));
}

void TestRelationships::retiresForAReason()
{
    openPanel();
    selectFirst("validated");
    settle();
    action("relationships.retire")->trigger();
    auto *why = m_panel->findChild<QLineEdit *>(u"retireWhy"_s);
    auto *end = m_panel->findChild<QPushButton *>(u"retireNow"_s);
    QVERIFY(why->isVisible());
    QVERIFY(!end->isEnabled());
    m_panel->findChild<QPushButton *>(u"retireKeep"_s)->click();
    QVERIFY(!why->isVisible());
    action("relationships.retire")->trigger();
    why->setText(u"  <b>the exchange changed its hours</b> "_s);
    QTest::keyClick(why, Qt::Key_Return);
    settle();
    QTRY_COMPARE(m_panel->model()->count("retired"), 1);
    selectFirst("retired");
    QCOMPARE(m_panel->detail()->history()->rows().back().cells[2],
             u"<b>the exchange changed its hours</b>"_s);
    QVERIFY(!action("relationships.retire")->isEnabled());
    QCOMPARE(support::richLabel(m_panel.get()), QString());
}

void TestRelationships::saysThatNothingWasFound()
{
    QVERIFY(m_fix.makeWorkspace(u"again"_s));
    QVERIFY(m_fix.openSample());
    // on a workspace of its own, where only noise was asked
    m_fix.session->close();
    QSignalSpy opened(m_fix.session.get(), &workbench::Session::opened);
    m_fix.session->openSample(m_fix.path(u"quiet"_s));
    QVERIFY(opened.count() > 0 || opened.wait(kLong));
    VERIFY_OK(workbench::runStudyText(*m_fix.session->bench(), R"({
        "events": [{"filter": "event_type == satellite_launch"}], "assets": ["SIM-INDEX"],
        "windows": [[5, 5]]})",
                                      1, {}));
    openPanel();
    QVERIFY(!m_panel->isEmpty()); // the ledger is there
    QCOMPARE(m_panel->model()->rowCount(), 0);
    QVERIFY(!m_panel->table()->isVisible());
    QVERIFY(!action("relationships.check")->isEnabled());
    m_panel->showPage(RelationshipsPanel::Ledger);
    QVERIFY(m_panel->ledger()->sentence().startsWith(u"Asked 1 question in 1 family: 0 significant"_s));
}

void TestRelationships::givesEveryFieldAName()
{
    open(m_world.path("workspace"));
    openPanel();
    QCOMPARE(support::unnamed(m_panel.get()), QString());
    m_panel->showPage(RelationshipsPanel::Ledger);
    QCOMPARE(support::unnamed(m_panel.get()), QString());
}

void TestRelationships::looksRight()
{
    if (qEnvironmentVariableIsEmpty("FORESHOCK_PICTURES"))
        QSKIP("FORESHOCK_PICTURES is not set");
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        m_fix.theme.use(theme);
        for (const bool sample : {true, false}) {
            open(sample ? m_fix.path(u"sample"_s) : m_world.path("workspace"));
            openPanel();
            for (const QSize size : {QSize(930, 400), QSize(1100, 700), QSize(560, 640)}) {
                m_panel->resize(size);
                const QString name =
                    u"%1-%2-%3"_s.arg(sample ? u"sample"_s : u"living"_s).arg(size.width()).arg(theme);
                m_panel->showPage(RelationshipsPanel::Beliefs);
                for (int tab = 0; tab < RelationshipDetail::Tabs; ++tab) {
                    m_panel->detail()->tabs()->setCurrentIndex(tab);
                    support::picture(m_fix.theme, m_panel.get(), u"%1-%2"_s.arg(name).arg(tab));
                }
                m_panel->showPage(RelationshipsPanel::Ledger);
                support::picture(m_fix.theme, m_panel.get(), name + u"-ledger"_s);
            }
        }
    }
}

QTEST_MAIN(TestRelationships)
#include "tst_relationships.moc"
