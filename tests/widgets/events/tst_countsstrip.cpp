// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/countsstrip.h"

#include <QSignalSpy>
#include <QtTest>

using namespace widgets;
using core::base::Date;
using core::base::Instant;
using namespace std::chrono_literals;

class TestCountsStrip final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_theme.use(QStringLiteral("light"));
    }
    void init();

    void saysCountAndDatesUnderThePointer();
    void choosesAStretchByDragging();
    void choosesByKeyboard();
    void takesItBackByEscape();
    void standsStillWithoutCounts();

private:
    static Instant day(int number) { return Instant(Date(2011y / 1 / 1)) + std::chrono::days(number); }
    [[nodiscard]] QPoint inBucket(int bucket) const
    {
        return {8 + (m_strip->width() - 16) * (2 * bucket + 1) / 20, 12};
    }
    [[nodiscard]] TimeSpan spanOf(const QSignalSpy &spy) const { return spy.back().front().value<TimeSpan>(); }

    Theme m_theme;
    std::unique_ptr<CountsStrip> m_strip;
};

void TestCountsStrip::init()
{
    m_strip = std::make_unique<CountsStrip>(m_theme);
    core::workbench::EventHistogram counts;
    counts.from = day(0);
    counts.to = day(100); // ten columns of ten days
    for (std::uint64_t i = 0; i < 10; ++i)
        counts.counts.push_back(i * 1000);
    m_strip->setCounts(counts);
    m_strip->resize(416, m_strip->sizeHint().height());
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
}

void TestCountsStrip::saysCountAndDatesUnderThePointer()
{
    QVERIFY(m_strip->reading().contains(QStringLiteral("9,000")));
    QTest::mouseMove(m_strip.get(), inBucket(4));
    QTRY_COMPARE(m_strip->reading(), QStringLiteral("4,000 events, 2011-02-10 to 2011-02-19"));
    QCOMPARE(m_strip->accessibleDescription(), m_strip->reading());
}

void TestCountsStrip::choosesAStretchByDragging()
{
    QSignalSpy chosen(m_strip.get(), &CountsStrip::spanChosen);
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, inBucket(6));
    QTest::mouseMove(m_strip.get(), inBucket(3));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, inBucket(3)); // right to left is a stretch too
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(spanOf(chosen).from, day(30));
    QCOMPARE(spanOf(chosen).to, day(70));
    // up to the right end: the last event is inside
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, inBucket(8));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, QPoint(m_strip->width() - 1, 12));
    QVERIFY(spanOf(chosen).to > day(100));
}

void TestCountsStrip::choosesByKeyboard()
{
    QSignalSpy chosen(m_strip.get(), &CountsStrip::spanChosen);
    m_strip->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_strip.get(), Qt::Key_Home);
    QTest::keyClick(m_strip.get(), Qt::Key_Right);
    QTest::keyClick(m_strip.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_strip->reading(), QStringLiteral("3,000 events, 2011-01-11 to 2011-01-30"));
    QTest::keyClick(m_strip.get(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(spanOf(chosen).from, day(10));
    QCOMPARE(spanOf(chosen).to, day(30));
}

void TestCountsStrip::takesItBackByEscape()
{
    QSignalSpy cleared(m_strip.get(), &CountsStrip::spanCleared);
    m_strip->setSpan(TimeSpan{day(10), day(20)});
    QCOMPARE(cleared.count(), 0); // told from outside, it says nothing
    QTest::keyClick(m_strip.get(), Qt::Key_Escape);
    QCOMPARE(cleared.count(), 1);
}

void TestCountsStrip::standsStillWithoutCounts()
{
    m_strip->setCounts({});
    QSignalSpy chosen(m_strip.get(), &CountsStrip::spanChosen);
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, {50, 10});
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, {80, 10});
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Return, Qt::Key_End})
        QTest::keyClick(m_strip.get(), key);
    QCOMPARE(chosen.count(), 0);
}

QTEST_MAIN(TestCountsStrip)
#include "tst_countsstrip.moc"
