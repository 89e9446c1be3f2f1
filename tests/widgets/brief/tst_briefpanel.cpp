// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/store/schedules.h"
#include "core/store/sourcestates.h"
#include "core/workbench/collection.h"
#include "core/workbench/studies.h"
#include "tests/support/deskfixture.h"
#include "tests/support/livingworld.h"
#include "widgets/brief/briefmodel.h"
#include "widgets/brief/briefpanel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QTableView>

using namespace core;
using namespace widgets;
using namespace Qt::StringLiterals;
using support::kLong;

namespace {

constexpr std::size_t kThen = 700; // days of the world when the study is run

constexpr const char *kShock = R"({
  "name": "Shocks",
  "events": [{"name": "shock", "filter": "event_type == shock"}], "assets": ["A"],
  "returns": {"model": "raw", "benchmark": "SPY"}, "windows": [[1, 1]]
})";

} // namespace

/// The panel in a world where something was found and went on happening.
class TestBriefPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_panel.reset(); }

    void beginsWithTheOneNextAction();
    void aQuietMorningSaysSo();
    void tellsWhatChanged();
    void showsEveryFindingWithItsEvidence();
    void leadsToTheFinding();
    void printsIt();
    void isReadOnce();
    void waitsForAPersonWhenDataArrive();
    void givesEveryFieldAName();
    void looksRight();

private:
    void open(const std::filesystem::path &folder);
    void openPanel();
    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong); }
    [[nodiscard]] QAction *action(const char *id) const;
    [[nodiscard]] QString cell(int row, BriefModel::Column column) const
    {
        return m_panel->model()->index(row, column).data().toString();
    }
    [[nodiscard]] int rowOf(BriefModel::Kind kind) const;
    void askSince(int days);

    support::LivingWorld m_world;
    support::DeskFixture m_fix;
    std::unique_ptr<BriefPanel> m_panel;
};

void TestBriefPanel::initTestCase()
{
    m_world.begin();
    m_world.growTo(kThen);
    VERIFY_OK(workbench::runStudyText(m_world.bench(), kShock, 1, {}));
    m_world.growTo(kThen + 12); // one more event
    {
        auto write = m_world.bench().workspace().catalog().beginWrite();
        VERIFY_OK(write);
        store::ScheduleTurn turn;
        turn.name = "Nightly <b>study</b>";
        turn.beganAt = turn.endedAt = m_world.clock.now() - std::chrono::hours(1);
        turn.outcome = "failed";
        turn.reason = "There is no asset X.";
        VERIFY_OK(store::addTurn(*write, turn));
        store::SourceState state;
        state.source = "usgs";
        state.enabled = true;
        state.failures = 3;
        state.fault = "The server was silent.";
        VERIFY_OK(store::saveSourceState(*write, state));
        VERIFY_OK(write->commit());
    }
    m_world.close();
    m_fix.clock.set(m_world.clock.now());
    m_fix.session->collection().setAllowed(false); // no question leaves a test
}

void TestBriefPanel::open(const std::filesystem::path &folder)
{
    QSignalSpy opened(m_fix.session.get(), &workbench::Session::opened);
    m_fix.session->open(folder);
    QVERIFY(opened.count() > 0 || opened.wait(kLong));
}

void TestBriefPanel::openPanel()
{
    m_panel = std::make_unique<BriefPanel>(*m_fix.desk);
    m_panel->resize(1100, 500);
    m_panel->show();
    settle();
}

QAction *TestBriefPanel::action(const char *id) const
{
    for (QAction *action : m_fix.desk->actions()) {
        if (Desk::idOf(action) == QLatin1String(id))
            return action;
    }
    return nullptr;
}

int TestBriefPanel::rowOf(BriefModel::Kind kind) const
{
    for (int row = 0; row < m_panel->model()->rowCount(); ++row) {
        if (m_panel->model()->row(row)->kind == kind)
            return row;
    }
    return -1;
}

void TestBriefPanel::askSince(int days)
{
    const int at = m_panel->since()->findData(days);
    QVERIFY(at >= 0);
    m_panel->since()->setCurrentIndex(at);
    Q_EMIT m_panel->since()->activated(at);
    settle();
}

void TestBriefPanel::beginsWithTheOneNextAction()
{
    openPanel();
    QVERIFY(m_panel->isEmpty());
    QVERIFY(m_panel->emptyState()->button()->isEnabled());
    QVERIFY(!action("brief.mark-read")->isEnabled());
    QVERIFY(!action("brief.export")->isEnabled());
}

void TestBriefPanel::aQuietMorningSaysSo()
{
    QVERIFY(m_fix.makeWorkspace(u"fresh"_s));
    openPanel();
    QVERIFY(!m_panel->isEmpty());
    QCOMPARE(m_panel->headline(), u"Nothing changed."_s);
    QVERIFY(!m_panel->table()->isVisible());
    QVERIFY(m_panel->asked().contains(u"Nothing was asked."_s));
    QVERIFY(action("brief.export")->isEnabled()); // also that is news
}

void TestBriefPanel::tellsWhatChanged()
{
    open(m_world.path("workspace"));
    openPanel();
    askSince(30);
    const QAbstractItemModelTester tester(m_panel->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY2(m_panel->headline().contains(u"1 relationship found"_s), qPrintable(m_panel->headline()));
    const int found = rowOf(BriefModel::Kind::Found);
    const int fired = rowOf(BriefModel::Kind::Fired);
    const int turn = rowOf(BriefModel::Kind::Turn);
    const int source = rowOf(BriefModel::Kind::Source);
    QVERIFY(found >= 0 && fired > found && source > fired && turn > source);
    QVERIFY(cell(source, BriefModel::Said).contains(u"The server was silent."_s));
    QVERIFY(m_panel->headline().contains(u"1 source late or failing"_s));
    QCOMPARE(cell(found, BriefModel::Event), u"shock"_s);
    QCOMPARE(cell(fired, BriefModel::Asset), u"A"_s);
    QCOMPARE(cell(fired, BriefModel::Said), u"US"_s);
    QCOMPARE(cell(turn, BriefModel::Event), u"Nightly <b>study</b>"_s);
    QVERIFY(cell(turn, BriefModel::Said).contains(u"There is no asset X."_s));
    QVERIFY(m_panel->asked().contains(u"Asked 1 question in 1 family"_s));
    QCOMPARE(support::richLabel(m_panel.get()), QString());
}

void TestBriefPanel::showsEveryFindingWithItsEvidence()
{
    openPanel();
    askSince(30);
    int told = 0;
    for (int row = 0; row < m_panel->model()->rowCount(); ++row) {
        if (!m_panel->model()->row(row)->view)
            continue;
        ++told;
        using enum BriefModel::Column;
        for (const auto column :
             {What, When, Event, Asset, Window, N, Effect, Interval, PAdjusted, Family, Status})
            QVERIFY2(!cell(row, column).isEmpty() && cell(row, column) != u"–"_s,
                     qPrintable(QString::number(column)));
        m_panel->table()->setCurrentIndex(m_panel->model()->index(row, 0));
        for (const QString &part : {u"interval"_s, u"adjusted p"_s, u"family of"_s})
            QVERIFY2(m_panel->sentence().contains(part), qPrintable(m_panel->sentence()));
    }
    QVERIFY(told >= 2);
}

void TestBriefPanel::leadsToTheFinding()
{
    openPanel();
    askSince(30);
    m_panel->activateWindow();
    m_panel->table()->setFocus();
    QTRY_VERIFY(m_panel->table()->hasFocus());
    QTest::keyClick(m_panel->table(), Qt::Key_Down);
    QVERIFY(m_fix.desk->selection().finding().has_value());
    QSignalSpy opened(m_fix.desk.get(), &Desk::openFinding);
    const auto *row = m_panel->model()->row(m_panel->table()->currentIndex().row());
    QTest::keyClick(m_panel->table(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].value<FindingRef>().hypothesis,
             base::qs(base::toHex(row->view->record.hypothesis)));
}

void TestBriefPanel::printsIt()
{
    openPanel();
    askSince(30);
    const QString name = m_fix.folder.filePath(u"brief"_s);
    m_fix.desk->dialogs().setNextFileName(name);
    action("brief.export")->trigger();
    settle();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(name + u".pdf"_s), kLong);
    settle();
    QFile file(name + u".pdf"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(8).startsWith("%PDF-"));
    QVERIFY(m_fix.desk->messages().all().back().what.contains(u"brief.pdf"_s));
}

void TestBriefPanel::isReadOnce()
{
    openPanel();
    askSince(30);
    QVERIFY(m_panel->model()->rowCount() > 0);
    action("brief.mark-read")->trigger();
    QVERIFY(!action("brief.mark-read")->isEnabled());
    settle();
    // what is still in trouble is told until it is not
    QTRY_COMPARE(m_panel->headline(), u"1 source late or failing."_s);
    QCOMPARE(m_panel->since()->currentData().toInt(), 0);
    QCOMPARE(m_panel->model()->rowCount(), 1);
    // looking alone marks nothing
    m_panel.reset();
    openPanel();
    askSince(30);
    QVERIFY(m_panel->model()->rowCount() > 1);
}

void TestBriefPanel::waitsForAPersonWhenDataArrive()
{
    openPanel();
    askSince(30);
    const int before = m_panel->model()->rowCount();
    domain::Event event = m_world.event("shock", kThen + 11);
    event.knownAt = event.ingestedAt = m_fix.clock.now() + std::chrono::minutes(1);
    VERIFY_OK(m_fix.session->bench()->workspace().events().insert(std::vector{event}));
    m_fix.clock.advance(std::chrono::minutes(5));
    m_fix.session->tellEventsStored();
    settle();
    QCOMPARE(m_panel->model()->rowCount(), before); // it does not change under one's eyes
    action("brief.refresh")->trigger();
    settle();
    QCOMPARE(m_panel->model()->rowCount(), before + 1);
}

void TestBriefPanel::givesEveryFieldAName()
{
    openPanel();
    askSince(30);
    QCOMPARE(support::unnamed(m_panel.get()), QString());
}

void TestBriefPanel::looksRight()
{
    if (qEnvironmentVariableIsEmpty("FORESHOCK_PICTURES"))
        QSKIP("FORESHOCK_PICTURES is not set");
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        m_fix.theme.use(theme);
        openPanel();
        for (const int days : {30, 0}) {
            askSince(days);
            for (const QSize size : {QSize(930, 400), QSize(1100, 700), QSize(560, 640)}) {
                m_panel->resize(size);
                support::picture(m_fix.theme, m_panel.get(),
                                 u"brief-%1-%2-%3"_s.arg(days).arg(size.width()).arg(theme));
            }
        }
    }
}

QTEST_MAIN(TestBriefPanel)
#include "tst_briefpanel.moc"
