// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/studies.h"
#include "tests/support/check.h"
#include "tests/support/deskfixture.h"
#include "widgets/charts/chartview.h"
#include "widgets/inspector/basecard.h"
#include "widgets/inspector/eventview.h"
#include "widgets/inspector/factstable.h"
#include "widgets/inspector/findingview.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/rawview.h"
#include "widgets/inspector/symbolview.h"
#include "widgets/inspector/touchedview.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace core;
using namespace widgets;
using namespace Qt::StringLiterals;
using support::kLong;

namespace {

// one event type on one asset: quick
const char *const kStudy = R"({
  "name": "A small question",
  "events": [{"each": ["event_type"], "filter": "source == simulated and event_type != earnings_report", "min_events": 15}],
  "assets": {"filter": "kind == simulated"},
  "returns": {"model": "market_model", "benchmark": "SIM-INDEX"},
  "windows": [[0, 0], [1, 1]],
  "sample": {"from": "2014-01-01", "to": "2022-12-31"},
  "seed": 7
})";

} // namespace

class TestInspector final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_panel.reset(); }

    void saysWhatItIsForWhenNothingIsSelected();
    void showsEveryFieldOfAnEvent();
    void appliesAndPreparesFilters();
    void copiesTheWholeValue();
    void showsTheRawBytes();
    void showsTheBaseRateAndNoP();
    void opensAStudyOfTheEvent();
    void listsWhatTheEventTouches();
    void showsASymbol();
    void showsAFindingWithItsActions();
    void goesBackAndForward();
    void survivesAHostileEvent();
    void givesEveryFieldAName();
    void looksRight();

private:
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong); }
    [[nodiscard]] QAction *menuAction(QMenu *menu, const QString &title, const QString &text) const
    {
        for (QAction *action : menu->actions()) {
            if (action->text() != title || !action->menu())
                continue;
            for (QAction *inner : action->menu()->actions()) {
                if (inner->text() == text)
                    return inner;
            }
        }
        return nullptr;
    }
    void selectField(const QString &name)
    {
        FactsTable *table = m_panel->event()->fields();
        for (int row = 0; row < table->facts()->rowCount(); ++row) {
            if (table->facts()->fact(row)->name == name)
                table->setCurrentIndex(table->facts()->index(row, 1));
        }
    }

    support::DeskFixture m_fixture;
    domain::Event m_event;
    FindingRef m_finding;
    std::unique_ptr<InspectorPanel> m_panel;
};

void TestInspector::initTestCase()
{
    QVERIFY(m_fixture.openSample());
    const auto &bench = m_fixture.session->bench();
    domain::EventQuery query;
    query.filter =
        std::make_shared<const domain::Filter>(*domain::Filter::parse("event_type == satellite_launch", {}));
    query.order = domain::Order::Descending;
    query.limit = 1;
    VERIFY_OK(bench->events().read(query, [this](const domain::Event &event) {
        m_event = event;
        return true;
    }));
    QCOMPARE(m_event.eventType, std::string("satellite_launch"));
    const auto report = workbench::runStudyText(*bench, kStudy, 2, {});
    VERIFY_OK(report);
    QVERIFY(!report->findings.empty());
    m_finding = {base::qs(report->run), base::qs(base::toHex(report->findings.front().hypothesis))};
}

void TestInspector::init()
{
    m_fixture.desk->selection().clear();
    m_fixture.desk->setFilter({});
    m_panel = std::make_unique<InspectorPanel>(*m_fixture.desk);
    m_panel->resize(260, 700);
    m_panel->show();
}

void TestInspector::saysWhatItIsForWhenNothingIsSelected()
{
    QVERIFY(m_panel->isEmpty());
    QVERIFY(m_panel->emptyState()->button()->isEnabled());
    QCOMPARE(m_panel->emptyState()->button()->text(), u"Show Events"_s);
}

void TestInspector::showsEveryFieldOfAnEvent()
{
    m_fixture.settings->set(Setting::Zone, u"America/New_York"_s);
    m_fixture.desk->selection().selectEvent(m_event);
    QVERIFY(!m_panel->isEmpty());
    const FactsModel *facts = m_panel->event()->fields()->facts();
    QCOMPARE(facts->valueOf(u"event_type"_s), u"satellite_launch"_s);
    QVERIFY(facts->valueOf(u"known_at"_s).endsWith(u"(America/New_York)"_s));
    m_fixture.settings->set(Setting::Zone, u"UTC"_s);
    QVERIFY(facts->valueOf(u"known_at"_s).endsWith(u"(UTC)"_s));
    for (const char *name :
         {"source", "timestamp", "ingested_at", "id", "revision", "seq", "parser", "raw_sha256"})
        QVERIFY2(!facts->valueOf(QString::fromLatin1(name)).isEmpty(), name);
}

void TestInspector::appliesAndPreparesFilters()
{
    m_fixture.desk->selection().selectEvent(m_event);
    QSignalSpy applied(m_fixture.desk.get(), &Desk::applyFilter);
    QSignalSpy prepared(m_fixture.desk.get(), &Desk::prepareFilter);
    selectField(u"event_type"_s);
    QMenu *menu = m_panel->event()->fields()->makeMenu();
    QVERIFY(menu);
    menuAction(menu, u"Apply as Filter"_s, u"Is"_s)->trigger();
    QCOMPARE(applied.last().first().toString(), u"event_type == satellite_launch"_s);
    selectField(u"source"_s);
    menuAction(menu, u"Prepare as Filter"_s, u"… and Is Not"_s)->trigger();
    QCOMPARE(prepared.last().first().toString(), u"event_type == satellite_launch and source != simulated"_s);
    QCOMPARE(m_fixture.desk->filter(), u"event_type == satellite_launch"_s);
    delete menu;
}

void TestInspector::copiesTheWholeValue()
{
    domain::Event event = m_event;
    event.text = std::string(3000, 'x');
    event.revision = 1;
    m_fixture.desk->selection().selectEvent(event);
    selectField(u"text"_s);
    m_panel->event()->fields()->copyCell();
    QCOMPARE(QApplication::clipboard()->text().size(), 3000);
    m_panel->event()->fields()->copyRow();
    QVERIFY(QApplication::clipboard()->text().startsWith(u"text\txxx"_s));
}

void TestInspector::showsTheRawBytes()
{
    m_fixture.desk->selection().selectEvent(m_event);
    m_panel->event()->tabs()->setCurrentIndex(EventView::Raw);
    settle();
    domain::Event other = m_event;
    other.rawSha256.fill(7);
    other.revision = 5;
    m_fixture.desk->selection().selectEvent(other);
    settle(); // bytes that are not there are said in a sentence, not an error
    QVERIFY(m_panel->event()->raw()->text()->toPlainText().isEmpty());
}

void TestInspector::showsTheBaseRateAndNoP()
{
    m_fixture.desk->selection().selectEvent(m_event);
    m_panel->event()->tabs()->setCurrentIndex(EventView::BaseRate);
    settle();
    BaseCard *card = m_panel->event()->card();
    QVERIFY(!card->symbol()->text().isEmpty());
    QVERIFY(card->sentence().contains(u"satellite_launch"_s));
    QVERIFY(card->numbers()->facts()->rowCount() >= 6);
    QCOMPARE(card->numbers()->facts()->valueOf(u"p"_s), QString());
    QVERIFY(card->chart()->spec().series.size() > 10);
    card->symbol()->setText(u"SIM-INDEX"_s);
    card->symbol()->setModified(true);
    QTest::keyClick(card->symbol(), Qt::Key_Return);
    settle();
    QVERIFY(card->sentence().contains(u"SIM-INDEX"_s));
    const QString before = card->sentence();
    card->window()->setCurrentIndex(5);
    settle();
    QVERIFY(card->sentence() != before);
    card->symbol()->setText(u"NO-SUCH"_s);
    card->symbol()->setModified(true);
    QTest::keyClick(card->symbol(), Qt::Key_Return);
    settle();
    QVERIFY(card->numbers()->isHidden());
    QVERIFY(card->sentence().contains(u"NO-SUCH"_s));
}

void TestInspector::opensAStudyOfTheEvent()
{
    m_fixture.desk->selection().selectEvent(m_event);
    m_panel->event()->tabs()->setCurrentIndex(EventView::BaseRate);
    settle();
    QSignalSpy edited(m_fixture.desk.get(), &Desk::editStudy);
    m_panel->event()->card()->testButton()->click();
    QCOMPARE(edited.count(), 1);
    VERIFY_OK(domain::parseStudy(base::utf8(edited.first().first().toString()), {}));
}

void TestInspector::listsWhatTheEventTouches()
{
    domain::Event event = m_event;
    event.id = base::eventId("x", "touches");
    event.entity = "SIM-INDEX";
    m_fixture.desk->selection().selectEvent(event);
    m_panel->event()->tabs()->setCurrentIndex(EventView::Touches);
    settle();
    TouchedView *touched = m_panel->event()->touched();
    const FactsModel *list = touched->list()->facts();
    QCOMPARE(list->rowCount(), 1);
    QCOMPARE(list->fact(0)->name, u"SIM-INDEX"_s);
    QVERIFY2(list->fact(0)->value.startsWith(u"itself"_s), qPrintable(list->fact(0)->value));
    QVERIFY(!list->fact(0)->value.contains(u"no prices here"_s));
    QVERIFY(touched->sentence().contains(u"1, of which 1"_s));
    QVERIFY(!touched->showButton()->isEnabled());
    touched->list()->setCurrentIndex(list->index(0, 1));
    QVERIFY(touched->showButton()->isEnabled());
    touched->showButton()->click();
    QCOMPARE(m_fixture.desk->selection().symbol(), u"SIM-INDEX"_s);

    event.id = base::eventId("x", "touches far away");
    event.source = "gdelt";
    event.entity = "JPN";
    m_fixture.desk->selection().selectEvent(event);
    settle();
    const QString fund = list->valueOf(u"EWJ"_s);
    QVERIFY2(fund.startsWith(u"fund · by the country JP"_s), qPrintable(fund));
    QVERIFY(fund.endsWith(u"no prices here"_s));

    event.id = base::eventId("x", "touches nothing");
    event.entity = "OCEAN";
    m_fixture.desk->selection().selectEvent(event);
    settle();
    QCOMPARE(list->rowCount(), 0);
    QVERIFY(touched->sentence().contains(u"linked to no instrument"_s));
    event.entity.clear();
    event.id = base::eventId("x", "no entity");
    m_fixture.desk->selection().selectEvent(event);
    settle();
    QVERIFY(touched->sentence().contains(u"names nothing"_s));
}

void TestInspector::showsASymbol()
{
    m_fixture.desk->selection().selectSymbol(u"SIM-INDEX"_s);
    QCOMPARE(m_panel->subject(), InspectorPanel::Symbol);
    settle();
    const FactsModel *facts = m_panel->symbol()->facts()->facts();
    QCOMPARE(facts->valueOf(u"kind"_s), u"simulated"_s);
    QVERIFY(facts->valueOf(u"daily bars"_s).size() > 3);
    QVERIFY(facts->valueOf(u"first bar"_s) < facts->valueOf(u"last bar"_s));
}

void TestInspector::showsAFindingWithItsActions()
{
    m_fixture.desk->selection().selectFinding(m_finding);
    QCOMPARE(m_panel->subject(), InspectorPanel::Finding);
    settle();
    FindingView *view = m_panel->finding();
    QVERIFY2(view->facts()->facts()->rowCount() > 10, qPrintable(view->sentence()));
    QVERIFY(view->withheld().isEmpty());
    QSignalSpy exported(m_fixture.desk.get(), &Desk::exportReport);
    for (QPushButton *button : view->findChildren<QPushButton *>()) {
        if (button->accessibleName().startsWith(u"Export"_s))
            button->click();
    }
    QCOMPARE(exported.count(), 1);
    QCOMPARE(exported.first().at(1).toString(), m_finding.hypothesis);
}

void TestInspector::goesBackAndForward()
{
    Selection &selection = m_fixture.desk->selection();
    selection.selectEvent(m_event);
    selection.selectSymbol(u"SIM-INDEX"_s);
    selection.selectFinding(m_finding);
    QCOMPARE(m_panel->subject(), InspectorPanel::Finding);
    QCOMPARE(m_panel->subjects()->count(), 3);
    selection.goBack();
    QVERIFY(m_panel->subject() != InspectorPanel::Finding);
    selection.goBack();
    QCOMPARE(m_panel->subject(), InspectorPanel::Event);
    QCOMPARE(m_panel->subjects()->count(), 1);
    selection.goBack();
    QVERIFY(m_panel->isEmpty());
    selection.goForward();
    QCOMPARE(m_panel->subject(), InspectorPanel::Event);
    settle();
}

void TestInspector::survivesAHostileEvent()
{
    domain::Event event = m_event;
    event.id = base::eventId("x", "hostile");
    event.source = event.eventType = event.entity = event.unit = "<img src=file:///etc/hostname>\u202e";
    event.text = "<h1>" + std::string(1'000'000, 'M');
    event.metadata = "{\"<b>\": \"<img src=file:///etc/hostname>\"}";
    QElapsedTimer timer;
    timer.start();
    m_fixture.desk->selection().selectEvent(event);
    for (int tab = 0; tab < m_panel->event()->tabs()->count(); ++tab) {
        m_panel->event()->tabs()->setCurrentIndex(tab);
        m_panel->grab();
    }
    settle();
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(support::richLabel(m_panel.get()), QString());
    QCOMPARE(m_panel->width(), 260);
}

void TestInspector::givesEveryFieldAName()
{
    m_fixture.desk->selection().selectEvent(m_event);
    settle();
    QCOMPARE(support::unnamed(m_panel.get()), QString());
}

void TestInspector::looksRight()
{
    if (qEnvironmentVariable("FORESHOCK_PICTURES").isEmpty())
        QSKIP("FORESHOCK_PICTURES is not set");
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        m_fixture.theme.use(theme);
        m_fixture.desk->selection().clear();
        m_panel->resize(320, 700);
        support::picture(m_fixture.theme, m_panel.get(), u"inspector-%1-empty"_s.arg(theme));
        m_fixture.desk->selection().selectEvent(m_event);
        for (const int width : {260, 400}) {
            m_panel->resize(width, 700);
            for (int tab = 0; tab < m_panel->event()->tabs()->count(); ++tab) {
                m_panel->event()->tabs()->setCurrentIndex(tab);
                settle();
                support::picture(m_fixture.theme, m_panel.get(),
                                 u"inspector-%1-%2-%3"_s.arg(theme).arg(width).arg(tab));
            }
        }
        m_fixture.desk->selection().selectSymbol(u"SIM-INDEX"_s);
        settle();
        support::picture(m_fixture.theme, m_panel.get(), u"inspector-%1-symbol"_s.arg(theme));
        m_fixture.desk->selection().selectFinding(m_finding);
        settle();
        support::picture(m_fixture.theme, m_panel.get(), u"inspector-%1-finding"_s.arg(theme));
    }
}

QTEST_MAIN(TestInspector)

#include "tst_inspector.moc"
