// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeeventrows.h"
#include "widgets/events/eventactions.h"
#include "widgets/events/eventtable.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace widgets;
using core::base::Instant;
using core::domain::Order;
using core::workbench::JobQueue;
using test::FakeEventRows;

class TestEventTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_theme.use(QStringLiteral("dark"));
    }
    void init();
    void cleanup();

    void asksOnlyForVisibleRows();
    void selectsEverythingByAFlag();
    void selectsStretches();
    void keepsTheTopRowWhenRowsComeAbove();
    void typingIsHandedOn();
    void goesToBothEnds();
    void remembersColumns();
    void cutsNothingInANarrowWindow();
    void paintsHostileTextAsText();
    void copiesWithoutFormulas();

private:
    std::shared_ptr<FakeEventRows> show(std::uint64_t total)
    {
        auto rows = std::make_shared<FakeEventRows>(total);
        auto beginning = rows->page(0, 2 * EventModel::kPage, {});
        rows->rowsRead = 0;
        rows->pagesRead = 0;
        m_model->show(rows, std::move(*beginning), total);
        return rows;
    }

    core::base::ManualClock m_clock{Instant(1'600'000'000'000'000)};
    Theme m_theme;
    std::unique_ptr<JobQueue> m_jobs;
    std::unique_ptr<EventModel> m_model;
    std::unique_ptr<EventTable> m_table;
};

void TestEventTable::init()
{
    m_jobs = std::make_unique<JobQueue>(m_clock);
    m_model = std::make_unique<EventModel>(*m_jobs);
    m_table = std::make_unique<EventTable>(m_theme, *m_model);
    m_table->resize(800, 600);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
}

void TestEventTable::cleanup()
{
    m_table.reset();
    m_model.reset();
    m_jobs.reset();
}

void TestEventTable::asksOnlyForVisibleRows()
{
    const auto rows = show(10'000'000);
    QTest::qWait(50);
    QCOMPARE(rows->pagesRead.load(), 0);
    m_table->setTopRow(7'000'000);
    QTRY_VERIFY(m_model->event(7'000'000) != nullptr);
    QVERIFY(m_model->event(7'000'023) != nullptr);
    QVERIFY2(rows->rowsRead <= 2 * EventModel::kPage, qPrintable(QString::number(rows->rowsRead)));
    QCOMPARE(m_table->rowHeight(9'999'999), kRowHeight);
    // screen readers, styles and size hints read no rows either
    m_table->grab();
    m_table->resizeColumnToContents(static_cast<int>(EventColumn::Source));
    QTest::qWait(50);
    QVERIFY(rows->rowsRead <= 2 * EventModel::kPage);
}

void TestEventTable::selectsEverythingByAFlag()
{
    show(10'000'000);
    QSignalSpy changed(m_table.get(), &EventTable::selectedRowsChanged);
    QElapsedTimer timer;
    timer.start();
    QTest::keySequence(m_table.get(), QKeySequence::SelectAll);
    m_table->grab();
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(m_table->isAllSelected());
    QCOMPARE(m_table->selectedRows().count(10'000'000), std::uint64_t{10'000'000});
    QVERIFY(m_table->selectionModel()->selection().isEmpty()); // no ten million entries
    QVERIFY(changed.count() >= 1);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, QPoint(50, 2 * kRowHeight + 5));
    QVERIFY(!m_table->isAllSelected());
    QCOMPARE(m_table->selectedRows().count(10'000'000), std::uint64_t{1});
    m_table->selectAll();
    QTest::keyClick(m_table.get(), Qt::Key_Escape);
    QVERIFY(m_table->selectedRows().isEmpty());
}

void TestEventTable::selectsStretches()
{
    show(1000);
    const auto click = [this](int row, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, modifiers, QPoint(50, row * kRowHeight + 5));
    };
    click(2, {});
    click(5, Qt::ShiftModifier);
    click(9, Qt::ControlModifier);
    const auto stretches = m_table->selectedRows().stretches(1000);
    QCOMPARE(stretches.size(), std::size_t{2});
    QCOMPARE(stretches[0], EventSelection::Stretch(2, 5));
    QCOMPARE(stretches[1], EventSelection::Stretch(9, 9));
}

void TestEventTable::keepsTheTopRowWhenRowsComeAbove()
{
    const auto rows = show(100'000);
    m_table->setTopRow(500);
    QTRY_VERIFY(m_model->event(500) != nullptr);
    const auto top = m_model->event(500)->id;
    connect(m_model.get(), &EventModel::refreshed, m_table.get(),
            [this](qint64 shift) { m_table->setTopRow(m_table->topRow() + static_cast<int>(shift)); });
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, QPoint(50, 2 * kRowHeight + 5));
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(50, 4 * kRowHeight + 5));
    QSignalSpy refreshed(m_model.get(), &EventModel::refreshed);
    rows->append(1000);
    m_model->refresh(m_table->topRow(), Order::Descending, false);
    QVERIFY(refreshed.wait(5000));
    QCOMPARE(m_table->topRow(), 1500);
    QVERIFY(m_model->event(1500) != nullptr); // without a flash of ellipses
    QCOMPARE(m_model->event(1500)->id, top);
    // what is selected stays selected
    QCOMPARE(m_table->selectedRows().stretches(200'000), std::vector{EventSelection::Stretch(1502, 1504)});
    QCOMPARE(m_table->currentIndex().row(), 1504);
}

void TestEventTable::typingIsHandedOn()
{
    const auto rows = show(10'000'000);
    QSignalSpy typed(m_table.get(), &EventTable::typed);
    QTest::keyClick(m_table.get(), 's');
    QCOMPARE(typed.count(), 1);
    QCOMPARE(typed.front().front().toString(), QStringLiteral("s"));
    QTest::keyClick(m_table.get(), Qt::Key_Space);
    QTest::keyClick(m_table.get(), Qt::Key_Down);
    QTest::keyClick(m_table.get(), 'c', Qt::ControlModifier);
    QCOMPARE(typed.count(), 1);
    QCOMPARE(rows->pagesRead.load(), 0);
}

void TestEventTable::goesToBothEnds()
{
    show(10'000'000);
    QTest::keyClick(m_table.get(), Qt::Key_End);
    QVERIFY(m_table->isAtBottom());
    QCOMPARE(m_table->currentIndex().row(), 9'999'999);
    QTRY_VERIFY(m_model->event(9'999'999) != nullptr);
    QTest::keyClick(m_table.get(), Qt::Key_Home);
    QVERIFY(m_table->isAtTop());
    m_table->goTo(5'000'000);
    QCOMPARE(m_table->currentIndex().row(), 5'000'000);
    QVERIFY(m_table->topRow() < 5'000'000 && m_table->topRow() > 4'999'970);
}

void TestEventTable::remembersColumns()
{
    show(10);
    QSignalSpy changed(m_table.get(), &EventTable::columnsChanged);
    m_table->showColumn(static_cast<int>(EventColumn::Basis), true);
    m_table->horizontalHeader()->moveSection(0, 2);
    QVERIFY(changed.count() >= 2);
    const QByteArray state = m_table->columns();
    EventTable other(m_theme, *m_model);
    other.setColumns(state);
    QVERIFY(!other.isColumnHidden(static_cast<int>(EventColumn::Basis)));
    QCOMPARE(other.horizontalHeader()->visualIndex(0), 2);
    other.setColumns(QByteArray("garbage"));
    QVERIFY(!other.isColumnHidden(0));
    other.resetColumns();
    QVERIFY(other.isColumnHidden(static_cast<int>(EventColumn::Basis)));
    QCOMPARE(other.horizontalHeader()->visualIndex(0), 0);
}

void TestEventTable::cutsNothingInANarrowWindow()
{
    show(10);
    const auto isShown = [this](EventColumn column) {
        return !m_table->isColumnHidden(static_cast<int>(column));
    };
    const auto width = [this] {
        int sum = 0;
        for (int i = 0; i < kEventColumns; ++i)
            sum += m_table->isColumnHidden(i) ? 0 : m_table->columnWidth(i);
        return sum;
    };
    // as wide as Events is in the Monitor at 1366 pixels
    m_table->resize(600, 400);
    QTRY_VERIFY2(width() <= m_table->viewport()->width(), qPrintable(QString::number(width())));
    for (const EventColumn column :
         {EventColumn::Time, EventColumn::Type, EventColumn::Entity, EventColumn::Value, EventColumn::Text})
        QVERIFY(isShown(column));
    QVERIFY(m_table->columnWidth(static_cast<int>(EventColumn::Text)) >= 160);
    QVERIFY(!isShown(EventColumn::Source) && !isShown(EventColumn::Known));
    // with more room the others come, one after the other
    m_table->resize(1100, 400);
    QTRY_VERIFY(isShown(EventColumn::Known) && isShown(EventColumn::Source) && isShown(EventColumn::Unit));
    QVERIFY(width() <= m_table->viewport()->width());
    QCOMPARE(m_table->columns(), QByteArray()); // nobody chose anything
    // what a person chose stays, whatever the width
    m_table->showColumn(static_cast<int>(EventColumn::Id), true);
    m_table->resize(600, 400);
    QTest::qWait(20);
    QVERIFY(isShown(EventColumn::Source) && isShown(EventColumn::Id));
    QVERIFY(!m_table->columns().isEmpty());
}

void TestEventTable::paintsHostileTextAsText()
{
    auto rows = std::make_shared<FakeEventRows>(40);
    auto beginning = rows->page(0, 40, {});
    (*beginning)[0].text = "<img src=x><h1>big</h1>";
    (*beginning)[1].text = "\xE2\x80\xAEgnp.exe";
    (*beginning)[2].text = std::string(1 << 20, 'W');
    (*beginning)[3].text = "\xF0\x9F\x98\x80\xFF\xFE broken";
    m_model->show(rows, std::move(*beginning), 40);
    QElapsedTimer timer;
    timer.start();
    const QPixmap picture = m_table->grab();
    QVERIFY(!picture.isNull());
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

void TestEventTable::copiesWithoutFormulas()
{
    EventRows::Events events{FakeEventRows::make(1), FakeEventRows::make(2)};
    events[0].text = "=HYPERLINK(\"x\")";
    events[0].value = -1.5;
    events[1].text = "two\tcells\nand lines";
    const std::vector columns{EventColumn::Value, EventColumn::Text};
    const std::string tabs = copiedText(events, columns, CopyAs::Table);
    QCOMPARE(tabs, std::string("value\ttext\n-1.5\t'=HYPERLINK(\"x\")\n0.2\ttwo cells and lines\n"));
    const std::string csv = copiedText(events, columns, CopyAs::Csv);
    QVERIFY(csv.starts_with("value,text"));
    QVERIFY(csv.find("'=HYPERLINK") != std::string::npos);
    QVERIFY(csv.find("\n-1.5,") != std::string::npos);
    QVERIFY(copiedText(events, columns, CopyAs::Filter).starts_with("id in {"));
}

QTEST_MAIN(TestEventTable)
#include "tst_eventtable.moc"
