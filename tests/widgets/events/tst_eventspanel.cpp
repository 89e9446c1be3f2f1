// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filter.h"
#include "tests/support/fakeeventrows.h"
#include "widgets/events/countsstrip.h"
#include "widgets/events/datejump.h"
#include "widgets/events/eventactions.h"
#include "widgets/events/eventspanel.h"
#include "widgets/events/eventtable.h"
#include "widgets/events/filterbar.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace widgets;
using namespace Qt::StringLiterals;
using core::base::Instant;
using core::workbench::Session;
using test::FakeEventRows;

class TestEventsPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void saysWhatToDoWithoutAWorkspace();
    void saysWhatToDoWithoutEvents();
    void showsCountAndCost();
    void filtersAndOffersToClear();
    void keepsTheResultUntilTheNextIsReady();
    void brushAddsATimeFilter();
    void typingInTheTableStartsAFilter();
    void takesFiltersFromElsewhere();
    void menuMakesFilters();
    void turnsTheOrderRound();
    void saysThatOtherColumnsAreNotSorted();
    void goesToADate();
    void selectsTheEventAndListens();
    void showsThePastAsItWasKnown();
    void pillReturnsToTheNewest();
    void copiesTheSelection();
    void exportsWhatPassesAndWhatIsSelected();
    void asksAStudyOfTheFilter();
    void everyControlHasAName();
    void looks();

private:
    void openSample()
    {
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->openSample(m_folder.filePath(u"sample"_s).toStdString());
        QVERIFY(opened.wait(120'000));
        settle();
        QVERIFY(!m_panel->isEmpty());
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), 30'000); }
    void apply(const QString &filter)
    {
        m_panel->bar().apply(filter);
        settle();
    }
    /// Everything comes from here; the workspace is only open.
    std::shared_ptr<FakeEventRows> useFake(std::uint64_t total)
    {
        auto rows = std::make_shared<FakeEventRows>(total);
        m_panel->feed().setOpener(
            [rows](const EventListing &, const core::workbench::Job &) -> core::base::Result<std::shared_ptr<EventRows>> {
                return std::shared_ptr<EventRows>(rows);
            });
        m_panel->feed().reload();
        return rows;
    }
    QAction *action(const char *id)
    {
        for (QAction *each : m_desk->actions()) {
            if (Desk::idOf(each) == QLatin1String(id))
                return each;
        }
        return nullptr;
    }
    EventTable &table() { return m_panel->table(); }
    QString cell(int row, EventColumn column)
    {
        return m_panel->model().index(row, static_cast<int>(column)).data().toString();
    }

    QTemporaryDir m_folder;
    core::base::ManualClock m_clock{Instant(core::base::Date(std::chrono::year(2026) / 6 / 1))};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<EventsPanel> m_panel;
};

void TestEventsPanel::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_theme = std::make_unique<Theme>();
    m_theme->use(u"dark"_s);
}

void TestEventsPanel::init()
{
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"foreshock.conf"_s));
    m_settings->resetAll();
    m_session = std::make_unique<Session>(m_clock, std::filesystem::path());
    m_desk = std::make_unique<Desk>(*m_session, *m_theme, *m_settings);
    m_panel = std::make_unique<EventsPanel>(*m_desk);
    m_panel->resize(800, 600);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestEventsPanel::cleanup()
{
    for (const Message &each : m_desk->messages().all()) {
        if (each.severity == Severity::Error)
            qInfo() << each.what;
    }
    m_panel.reset();
    m_desk.reset();
    m_session.reset();
    m_settings.reset();
}

void TestEventsPanel::saysWhatToDoWithoutAWorkspace()
{
    QVERIFY(m_panel->isEmpty());
    QSignalSpy asked(m_desk.get(), &Desk::openSample);
    m_panel->emptyState()->button()->click();
    QCOMPARE(asked.count(), 1);
}

void TestEventsPanel::saysWhatToDoWithoutEvents()
{
    QSignalSpy opened(m_session.get(), &Session::opened);
    m_session->create(m_folder.filePath(u"bare"_s).toStdString(), {});
    QVERIFY(opened.wait(30'000));
    settle();
    QVERIFY(m_panel->isEmpty());
    QVERIFY(m_panel->emptyState()->sentence().startsWith(u"No events yet"_s));
    QSignalSpy asked(m_desk.get(), &Desk::showStarter);
    m_panel->emptyState()->button()->click();
    QCOMPARE(asked.count(), 1);
}

void TestEventsPanel::showsCountAndCost()
{
    openSample();
    QVERIFY(m_panel->model().rowCount() > 100);
    const QString all = m_panel->bar().message();
    QVERIFY2(QRegularExpression(u"^[\\d,]+ events \u00b7 [\\d,]+ ms$"_s).match(all).hasMatch(), qPrintable(all));
    const QString type = cell(0, EventColumn::Type);
    apply(u"event_type == \"%1\""_s.arg(type));
    const QString some = m_panel->bar().message();
    QVERIFY2(QRegularExpression(u"^[\\d,]+ of [\\d,]+ \u00b7 [\\d,]+ ms$"_s).match(some).hasMatch(), qPrintable(some));
    QCOMPARE(m_panel->strip().counts().counts.empty(), false);
    m_session->close();
    QVERIFY(m_panel->isEmpty());
    QCOMPARE(m_panel->model().rowCount(), 0);
}

void TestEventsPanel::filtersAndOffersToClear()
{
    openSample();
    const int all = m_panel->model().rowCount();
    apply(u"source == nobody_at_all"_s);
    QCOMPARE(m_panel->model().rowCount(), 0);
    QVERIFY(!m_panel->isEmpty()); // the filter line stays
    QVERIFY(!table().isVisible());
    QVERIFY(m_panel->bar().edit()->isVisible());
    auto *clear = qobject_cast<QPushButton *>(m_panel->firstFocus());
    QVERIFY(clear && clear->isVisible());
    clear->click();
    settle();
    QCOMPARE(m_panel->model().rowCount(), all);
    QVERIFY(table().isVisible());
}

void TestEventsPanel::keepsTheResultUntilTheNextIsReady()
{
    openSample();
    const auto first = useFake(1000);
    QTRY_COMPARE(m_panel->model().rowCount(), 1000);
    settle();
    const auto slow = std::make_shared<FakeEventRows>(50);
    slow->hold();
    m_panel->feed().setOpener(
        [slow](const EventListing &, const core::workbench::Job &) -> core::base::Result<std::shared_ptr<EventRows>> {
            return std::shared_ptr<EventRows>(slow);
        });
    m_panel->bar().apply(u"source == slow"_s);
    auto *cancel = m_panel->findChild<QToolButton *>(u"cancelFilter"_s);
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), 5000);
    QCOMPARE(m_panel->model().rowCount(), 1000);
    cancel->click();
    QVERIFY(!cancel->isVisible());
    settle();
    QCOMPARE(m_panel->model().rowCount(), 1000);
    QCOMPARE(m_panel->bar().applied(), QString());
    QCOMPARE(m_panel->bar().edit()->text(), u"source == slow"_s); // to be mended
    m_panel->bar().apply(u"source == slow"_s);
    QCOMPARE(m_panel->model().rowCount(), 1000);
    slow->release();
    QTRY_COMPARE(m_panel->model().rowCount(), 50);
}

void TestEventsPanel::brushAddsATimeFilter()
{
    openSample();
    const int all = m_panel->model().rowCount();
    CountsStrip &strip = m_panel->strip();
    const int width = strip.width();
    QTest::mousePress(&strip, Qt::LeftButton, {}, {width / 4, 10});
    QTest::mouseRelease(&strip, Qt::LeftButton, {}, {width / 2, 10});
    settle();
    const int some = m_panel->model().rowCount();
    QVERIFY(some > 0 && some < all);
    QVERIFY(m_panel->feed().wholeFilter().contains(u"timestamp >= "_s));
    auto *chip = m_panel->findChild<QToolButton *>(u"spanChip"_s);
    QVERIFY(chip->isVisible());
    QVERIFY(chip->text().contains(u" to "_s));
    // it is added to the filter, not put in its place
    apply(u"value >= 0 or source == x"_s);
    QVERIFY(m_panel->feed().wholeFilter().startsWith(u"(value >= 0 or source == x) and "_s));
    chip->click();
    settle();
    QVERIFY(!chip->isVisible());
    QCOMPARE(m_panel->feed().wholeFilter(), u"value >= 0 or source == x"_s);
}

void TestEventsPanel::typingInTheTableStartsAFilter()
{
    openSample();
    table().setFocus();
    QTest::keyClick(&table(), 'v');
    QCOMPARE(m_panel->bar().edit()->text(), u"v"_s);
    QVERIFY(m_panel->bar().edit()->hasFocus());
    QTest::keyClicks(m_panel->bar().edit(), u"alue > 0"_s);
    QCOMPARE(m_panel->bar().edit()->text(), u"value > 0"_s);
}

void TestEventsPanel::takesFiltersFromElsewhere()
{
    openSample();
    const int all = m_panel->model().rowCount();
    Q_EMIT m_desk->prepareFilter(u"source == nobody"_s);
    settle();
    QCOMPARE(m_panel->bar().edit()->text(), u"source == nobody"_s);
    QCOMPARE(m_panel->model().rowCount(), all); // the user applies it
    Q_EMIT m_desk->applyFilter(u"source == nobody"_s);
    settle();
    QCOMPARE(m_panel->model().rowCount(), 0);
    Q_EMIT m_desk->applyFilter({});
    settle();
    QCOMPARE(m_panel->model().rowCount(), all);
}

void TestEventsPanel::menuMakesFilters()
{
    openSample();
    apply(u"value >= 0 or value < 0"_s);
    const QString type = cell(0, EventColumn::Type);
    QMenu menu;
    m_panel->actions().fillMenu(menu, m_panel->model().index(0, static_cast<int>(EventColumn::Type)));
    QStringList texts;
    for (const QAction *each : menu.actions())
        texts << each->text();
    for (const QString &wanted : {u"Apply as Filter"_s, u"Prepare as Filter"_s, u"Show on Chart"_s, u"Test This"_s,
                                  u"Copy"_s, u"Export All That Pass…"_s, u"Export Selected…"_s})
        QVERIFY2(texts.contains(wanted), qPrintable(wanted));
    const QList<QAction *> prepare = menu.actions()[1]->menu()->actions();
    QCOMPARE(prepare.size(), 7); // what it says, a line, five ways to join it
    prepare[6]->trigger(); // … and is not
    QCOMPARE(m_panel->bar().edit()->text(), u"(value >= 0 or value < 0) and event_type != %1"_s.arg(type));
    QCOMPARE(m_panel->bar().applied(), u"value >= 0 or value < 0"_s);
    menu.actions()[0]->menu()->actions()[2]->trigger();
    settle();
    QCOMPARE(m_panel->bar().applied(), u"event_type == %1"_s.arg(type));
    QVERIFY(m_panel->model().rowCount() > 0);
    QCOMPARE(cell(0, EventColumn::Type), type);
}

void TestEventsPanel::turnsTheOrderRound()
{
    openSample();
    const QString newest = cell(0, EventColumn::Time);
    action("events.oldest-first")->trigger();
    settle();
    const QString oldest = cell(0, EventColumn::Time);
    QVERIFY(oldest < newest);
    QCOMPARE(table().horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
    action("events.oldest-first")->trigger();
    settle();
    QCOMPARE(cell(0, EventColumn::Time), newest);
}

void TestEventsPanel::saysThatOtherColumnsAreNotSorted()
{
    openSample();
    QHeaderView *header = table().horizontalHeader();
    const int x = header->sectionViewportPosition(static_cast<int>(EventColumn::Entity)) + 10;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {x, 10});
    QVERIFY2(m_panel->bar().message().contains(u"not sorted by entity"_s), qPrintable(m_panel->bar().message()));
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(EventColumn::Time));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
}

void TestEventsPanel::goesToADate()
{
    openSample();
    useFake(100'000);
    QTRY_COMPARE(m_panel->model().rowCount(), 100'000);
    action("events.go-to-date")->trigger();
    auto *edit = m_panel->findChild<CheckedEdit *>(u"dateJumpEdit"_s);
    QVERIFY(edit->isVisible());
    const QString wanted = QString::fromStdString(toIso(FakeEventRows::make(40'000).timestamp));
    edit->setText(u"2011-99"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(edit->isVisible()); // it says why not
    edit->setText(wanted);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!edit->isVisible());
    QTRY_COMPARE(table().currentIndex().row(), 59'999);
    const auto tokyo = core::base::Zone::find("Asia/Tokyo");
    QCOMPARE(toIso(*readDate(u"2011-03-11 14:46"_s, *tokyo)), std::string("2011-03-11T05:46:00Z"));
    QCOMPARE(toIso(*readDate(u"2011-03-11"_s, *tokyo)), std::string("2011-03-10T15:00:00Z"));
    QCOMPARE(toIso(*readDate(u"2011-03-11T05:46:00Z"_s, *tokyo)), std::string("2011-03-11T05:46:00Z"));
}

void TestEventsPanel::selectsTheEventAndListens()
{
    openSample();
    QSignalSpy selected(&m_desk->selection(), &Selection::eventSelected);
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, QPoint(60, 3 * kRowHeight + 6));
    QCOMPARE(selected.count(), 1);
    QCOMPARE(m_desk->selection().event()->id, m_panel->model().event(3)->id);
    QCOMPARE(m_desk->selection().cursor(), m_panel->model().event(3)->timestamp);
    // from elsewhere: the row is found; nobody is told twice
    const auto other = *m_panel->model().event(40);
    m_desk->selection().selectEvent(other);
    settle();
    QTRY_COMPARE(table().currentIndex().row(), 40);
    QCOMPARE(selected.count(), 2);
}

void TestEventsPanel::showsThePastAsItWasKnown()
{
    openSample();
    const int all = m_panel->model().rowCount();
    const Instant middle = m_panel->model().event(200)->knownAt;
    m_desk->setAsOf(middle);
    settle();
    const int known = m_panel->model().rowCount();
    QVERIFY(known > 0 && known < all);
    for (int row = 0; row < 50; ++row)
        QVERIFY(m_panel->model().event(row)->knownAt <= middle);
    QVERIFY(m_panel->findChild<QWidget *>(u"eventFilter"_s)->isVisible());
    m_desk->setAsOf({});
    settle();
    QCOMPARE(m_panel->model().rowCount(), all);
}

void TestEventsPanel::pillReturnsToTheNewest()
{
    openSample();
    const auto rows = useFake(10'000);
    QTRY_COMPARE(m_panel->model().rowCount(), 10'000);
    settle();
    auto *pill = m_panel->findChild<QToolButton *>(u"newRowsPill"_s);
    // at the newest row and not scrolled: it follows
    rows->append(5);
    m_panel->feed().poll();
    QTRY_COMPARE(m_panel->model().rowCount(), 10'005);
    QVERIFY(!pill->isVisible());
    QVERIFY(table().isAtTop());
    // scrolled away: nothing moves
    table().setTopRow(300);
    QTRY_VERIFY(m_panel->model().event(300) != nullptr);
    settle();
    rows->append(12);
    m_panel->feed().poll();
    QTRY_VERIFY(pill->isVisible());
    QVERIFY(pill->text().startsWith(u"12 new"_s));
    QCOMPARE(m_panel->model().rowCount(), 10'005);
    QCOMPARE(table().topRow(), 300);
    pill->click();
    QTRY_COMPARE(m_panel->model().rowCount(), 10'017);
    QTRY_VERIFY(table().isAtTop());
    QVERIFY(!pill->isVisible());
}

void TestEventsPanel::copiesTheSelection()
{
    openSample();
    table().setFocus();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, QPoint(60, 6));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(60, 2 * kRowHeight + 6));
    QSignalSpy copied(&m_panel->actions(), &EventActions::copied);
    action("events.copy")->trigger();
    QVERIFY(copied.wait(10'000));
    const QStringList lines = QGuiApplication::clipboard()->text().trimmed().split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith(u"timestamp\t"_s));
    action("events.copy-filter")->trigger();
    QVERIFY(copied.wait(10'000));
    apply(QGuiApplication::clipboard()->text());
    QCOMPARE(m_panel->model().rowCount(), 3);
}

void TestEventsPanel::exportsWhatPassesAndWhatIsSelected()
{
    openSample();
    apply(u"event_type == \"%1\""_s.arg(cell(0, EventColumn::Type)));
    const auto lines = [this](const char *id, const QString &name) {
        const QString file = m_folder.filePath(name);
        QSignalSpy told(&m_desk->messages(), &Messages::told);
        m_desk->dialogs().setNextFileName(file);
        action(id)->trigger();
        if (told.isEmpty() && !told.wait(30'000))
            return qsizetype{-1};
        QFile read(file);
        return read.open(QIODevice::ReadOnly) ? read.readAll().count("\r\n") : qsizetype{-2};
    };
    QVERIFY(!action("events.export-selected")->isEnabled());
    QCOMPARE(lines("events.export", u"all.csv"_s), qsizetype{m_panel->model().rowCount() + 1});
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, QPoint(60, kRowHeight + 6));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(60, 4 * kRowHeight + 6));
    QCOMPARE(lines("events.export-selected", u"stretch.csv"_s), qsizetype{5});
    QTest::mouseClick(table().viewport(), Qt::LeftButton, Qt::ControlModifier, QPoint(60, 8 * kRowHeight + 6));
    QCOMPARE(lines("events.export-selected", u"apart.csv"_s), qsizetype{6});
    table().selectAll();
    QCOMPARE(lines("events.export-selected", u"flag.csv"_s), qsizetype{m_panel->model().rowCount() + 1});
    QCOMPARE(lines("events.export", u"odd.xyz"_s), qsizetype{-2}); // a sentence, and no file
    QVERIFY(m_desk->messages().all().back().what.contains(u"parquet"_s));
    m_desk->dialogs().setNextFileName(m_folder.filePath(u"all.parquet"_s));
    QSignalSpy told(&m_desk->messages(), &Messages::told);
    action("events.export")->trigger();
    QVERIFY(told.wait(30'000));
    QVERIFY(QFile::exists(m_folder.filePath(u"all.parquet"_s)));
}

void TestEventsPanel::asksAStudyOfTheFilter()
{
    openSample();
    apply(u"value >= 0"_s);
    QSignalSpy asked(m_desk.get(), &Desk::editStudy);
    action("events.test")->trigger();
    QCOMPARE(asked.count(), 1);
    QVERIFY(asked.front().front().toString().contains(u"value >= 0"_s));
    // several rows that are selected are meant, not all that pass
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, QPoint(60, kRowHeight + 6));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, Qt::ControlModifier, QPoint(60, 4 * kRowHeight + 6));
    action("events.test")->trigger();
    QTRY_COMPARE(asked.count(), 2);
    const QString study = asked.back().front().toString();
    QVERIFY2(study.contains(u"id in"_s) && study.contains(u"2 chosen events"_s), qPrintable(study));
}

void TestEventsPanel::everyControlHasAName()
{
    openSample();
    for (QWidget *widget : m_panel->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

/// Pictures for people: FORESHOCK_PICTURES names a folder.
void TestEventsPanel::looks()
{
    const QString folder = qEnvironmentVariable("FORESHOCK_PICTURES");
    if (folder.isEmpty())
        QSKIP("FORESHOCK_PICTURES is not set");
    openSample();
    m_settings->set(Setting::FilterBookmarks, QStringList{u"value >= 6.5"_s, u"source == usgs and value >= 7"_s});
    const auto take = [this, &folder](const QString &name) {
        for (const QString &theme : {u"dark"_s, u"light"_s}) {
            m_theme->use(theme);
            for (const int scale : {1, 2}) {
                QTest::qWait(50);
                QPixmap picture(m_panel->size() * scale);
                picture.setDevicePixelRatio(scale);
                picture.fill(m_theme->color(Role::Window));
                m_panel->render(&picture);
                picture.save(u"%1/events-%2-%3-%4x.png"_s.arg(folder, name, theme).arg(scale));
            }
        }
    };
    table().setFocus();
    take(u"all"_s);
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, QPoint(60, 4 * kRowHeight + 6));
    CountsStrip &strip = m_panel->strip();
    QTest::mousePress(&strip, Qt::LeftButton, {}, {strip.width() / 4, 10});
    QTest::mouseRelease(&strip, Qt::LeftButton, {}, {strip.width() / 2, 10});
    settle();
    take(u"brushed"_s);
    m_panel->bar().edit()->setText(u"source == usgs and valeu >= 6"_s);
    take(u"fault"_s);
    m_panel->resize(500, 300);
    settle();
    take(u"small"_s);
    m_panel->resize(800, 600);
    apply(u"source == nobody"_s);
    take(u"nothing"_s);
    m_panel->bar().apply({});
    m_panel->feed().apply({}, {});
    useFake(10'000'000)->append(1234);
    QTRY_COMPARE(m_panel->model().rowCount(), 10'000'000);
    table().setTopRow(5'000'000);
    settle();
    m_panel->feed().poll();
    QTRY_VERIFY(m_panel->findChild<QWidget *>(u"newRowsPill"_s)->isVisible());
    table().selectAll();
    take(u"million"_s);
    m_session->close();
    take(u"empty"_s);
}

QTEST_MAIN(TestEventsPanel)
#include "tst_eventspanel.moc"
