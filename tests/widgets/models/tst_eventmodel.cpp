// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeeventrows.h"
#include "widgets/models/eventmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace widgets;
using core::base::Instant;
using core::domain::Order;
using core::workbench::JobQueue;
using test::FakeEventRows;

class TestEventModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_jobs = std::make_unique<JobQueue>(m_clock);
        m_model = std::make_unique<EventModel>(*m_jobs);
    }
    void cleanup()
    {
        m_model.reset();
        m_jobs.reset();
    }

    void passesTheTesterWhileItChanges();
    void readsOnlyWhatIsLookedAt();
    void keepsFewPages();
    void showsAnEllipsisUntilRowsArrive();
    void dropsLateAnswers();
    void waitsForTheIndexInTheMiddle();
    void keepsThePlaceOfTheAnchor();
    void takesInWhatIsNewAtTheEdge();
    void fillsUpTheLastPageWhenCounted();
    void namesTheZone();
    void makesHostileTextHarmless();

private:
    std::shared_ptr<FakeEventRows> show(std::uint64_t total)
    {
        auto rows = std::make_shared<FakeEventRows>(total);
        auto beginning = rows->page(0, 2 * EventModel::kPage, {});
        m_model->show(rows, std::move(*beginning), total);
        rows->rowsRead = 0;
        rows->pagesRead = 0;
        return rows;
    }
    QString text(int row, EventColumn column = EventColumn::Text)
    {
        return m_model->index(row, static_cast<int>(column)).data().toString();
    }
    static QString numbered(int number) { return QStringLiteral("event number %1").arg(number); }

    core::base::ManualClock m_clock{Instant(1'600'000'000'000'000)};
    std::unique_ptr<JobQueue> m_jobs;
    std::unique_ptr<EventModel> m_model;
};

void TestEventModel::passesTheTesterWhileItChanges()
{
    const QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto rows = show(600);
    m_model->look(500, 540);
    QTRY_COMPARE(text(520), numbered(79));
    rows->append(1000);
    m_model->refresh(10, Order::Descending, false);
    QTRY_COMPARE(m_model->rowCount(), 1600);
    show(3);
    m_model->setCount(900);
    m_model->setCount(20);
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
}

void TestEventModel::readsOnlyWhatIsLookedAt()
{
    const auto rows = show(10'000'000);
    QCOMPARE(m_model->rowCount(), 10'000'000);
    QCOMPARE(text(0), numbered(9'999'999));
    m_model->look(0, 30);
    QTest::qWait(40);
    QCOMPARE(rows->pagesRead.load(), 0); // it came with the beginning
    QSignalSpy arrived(m_model.get(), &EventModel::arrived);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->look(5'000'000, 5'000'030);
    QVERIFY(arrived.wait(5000));
    QCOMPARE(text(5'000'010), numbered(9'999'999 - 5'000'010));
    QCOMPARE(changed.count(), 1); // one for all that came
    QVERIFY2(rows->rowsRead <= 2 * EventModel::kPage, qPrintable(QString::number(rows->rowsRead)));
    // a drag over the whole length asks for where it ends, not for what it passed
    rows->rowsRead = 0;
    rows->pagesRead = 0;
    for (int row = 0; row < 9'999'000; row += 33'333)
        m_model->look(row, row + 30);
    m_model->look(9'999'000, 9'999'030);
    QTRY_COMPARE(text(9'999'010), numbered(989));
    QVERIFY2(rows->pagesRead <= 2, qPrintable(QString::number(rows->pagesRead)));
}

void TestEventModel::keepsFewPages()
{
    show(10'000'000);
    for (int i = 1; i <= 100; ++i) {
        const int row = i * 1000;
        m_model->look(row, row + 30);
        QTRY_VERIFY(m_model->event(row) != nullptr);
    }
    QVERIFY(m_model->pagesKept() <= static_cast<std::size_t>(EventModel::kMostPages));
    QVERIFY(m_model->event(100'000) != nullptr);
    QVERIFY(m_model->event(1000) == nullptr);
}

void TestEventModel::showsAnEllipsisUntilRowsArrive()
{
    const auto rows = show(100'000);
    rows->hold();
    m_model->look(50'000, 50'030);
    QTest::qWait(30);
    QCOMPARE(text(50'000), QStringLiteral("\u2026"));
    QVERIFY(m_model->event(50'000) == nullptr);
    rows->release();
    QTRY_COMPARE(text(50'000), numbered(49'999));
}

void TestEventModel::dropsLateAnswers()
{
    const auto old = show(100'000);
    old->hold();
    m_model->look(50'000, 50'030);
    QTest::qWait(30); // it is under way
    const auto fresh = show(70'000);
    old->release();
    m_model->look(50'000, 50'030);
    QTRY_COMPARE(text(50'000), numbered(19'999));
    QTest::qWait(40);
    QCOMPARE(text(50'000), numbered(19'999)); // not what the old one said
}

void TestEventModel::waitsForTheIndexInTheMiddle()
{
    const auto rows = show(1'000'000);
    rows->isIndexed = false;
    QSignalSpy failed(m_model.get(), &EventModel::failed);
    m_model->look(500'000, 500'030);
    QTest::qWait(60);
    QCOMPARE(text(500'000), QStringLiteral("\u2026"));
    QCOMPARE(failed.count(), 0); // nothing is wrong
    rows->isIndexed = true;
    m_model->retry();
    QTRY_COMPARE(text(500'000), numbered(499'999));
}

void TestEventModel::keepsThePlaceOfTheAnchor()
{
    const auto rows = show(10'000);
    m_model->look(5000, 5030);
    QTRY_COMPARE(text(5000), numbered(4999));
    QSignalSpy refreshed(m_model.get(), &EventModel::refreshed);
    rows->append(37);
    m_model->refresh(5000, Order::Descending, false);
    QVERIFY(refreshed.wait(5000));
    QCOMPARE(refreshed.front().front().toLongLong(), 37);
    QCOMPARE(m_model->rowCount(), 10'037);
    QCOMPARE(text(5037), numbered(4999)); // it is there at once
}

void TestEventModel::takesInWhatIsNewAtTheEdge()
{
    const auto rows = show(1'000'000);
    QSignalSpy refreshed(m_model.get(), &EventModel::refreshed);
    rows->append(1000);
    m_model->refresh(0, Order::Descending, true);
    QVERIFY(refreshed.wait(5000));
    QCOMPARE(text(0), numbered(1'000'999));
}

void TestEventModel::fillsUpTheLastPageWhenCounted()
{
    const auto rows = std::make_shared<FakeEventRows>(5000);
    auto beginning = rows->page(0, 300, {});
    m_model->show(rows, std::move(*beginning), std::nullopt);
    QCOMPARE(m_model->rowCount(), 300);
    m_model->setCount(5000);
    QCOMPARE(m_model->rowCount(), 5000);
    m_model->look(280, 320);
    QTRY_COMPARE(text(310), numbered(4689));
    QCOMPARE(text(290), numbered(4709));
}

void TestEventModel::namesTheZone()
{
    show(10);
    QCOMPARE(m_model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("time (UTC)"));
    const QString before = text(0, EventColumn::Time);
    const auto zone = core::base::Zone::find("Asia/Tokyo");
    QVERIFY(zone.ok());
    m_model->setZone(*zone);
    QCOMPARE(m_model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("time (Asia/Tokyo)"));
    QVERIFY(text(0, EventColumn::Time) != before);
}

void TestEventModel::makesHostileTextHarmless()
{
    auto rows = std::make_shared<FakeEventRows>(3);
    rows->ownText = "<b onload=x>a</b>\n\xE2\x80\xAEgnp.exe";
    m_model->show(rows, *rows->page(0, 3, {}), 3);
    QCOMPARE(text(0), QStringLiteral("<b onload=x>a</b> \\u202egnp.exe"));
    const QString tip = m_model->index(0, static_cast<int>(EventColumn::Text)).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(QStringLiteral("&lt;b onload=x&gt;")));
    rows->ownText = std::string(1 << 20, 'x');
    m_model->show(rows, *rows->page(0, 3, {}), 3);
    QVERIFY(text(0).size() < 400);
}

QTEST_MAIN(TestEventModel)
#include "tst_eventmodel.moc"
