// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/check.h"
#include "tests/support/deskfixture.h"
#include "widgets/charts/chartview.h"
#include "widgets/fooling/foolingpanel.h"

#include <QPushButton>
#include <QSlider>

using namespace core;
using namespace widgets;
using namespace Qt::StringLiterals;
using support::kLong;

class TestFoolingPanel final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DeskFixture> m_fixture;
    std::unique_ptr<FoolingPanel> m_panel;

    [[nodiscard]] QString counted(const QString &part) const
    {
        for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
            if (label->accessibleName().contains(part))
                return label->text();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<support::DeskFixture>();
        m_panel = std::make_unique<FoolingPanel>(*m_fixture->desk);
        m_panel->resize(800, 600);
        m_panel->show();
    }
    void cleanupTestCase()
    {
        m_panel.reset();
        m_fixture.reset();
    }

    void offersTheSampleWithoutAWorkspace()
    {
        QVERIFY(m_panel->isEmpty());
        QVERIFY(m_panel->firstFocus());
        m_panel->run(); // does nothing
        QVERIFY(m_panel->isSettled());
    }

    void asksRandomDatesAndTellsBothCounts()
    {
        QVERIFY(m_fixture->openSample());
        QVERIFY(!m_panel->isEmpty());
        QTest::mouseClick(m_panel->findChild<QPushButton *>(u"foolRun"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
        const int naive = counted(u"t-test"_s).remove(u',').toInt();
        QVERIFY2(naive > 1'000, qPrintable(counted(u"t-test"_s)));
        QVERIFY(counted(u"Foreshock"_s).toInt() <= 1);
    }

    void fillsTheCurveOfWhatIsFound()
    {
        auto *chart = m_panel->findChild<ChartView *>();
        QCOMPARE(chart->spec().series.size(), std::size_t{2});
        QCOMPARE(chart->spec().series[0].x->size(), std::size_t{16}); // 0 … 1.5
        QVERIFY(chart->spec().series[0].y->back() > 80);
        QVERIFY(chart->spec().series[0].y->front() < 5);
    }

    void theSliderPlantsMoreOfItsEffect()
    {
        QSlider *slider = m_panel->slider();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(slider->value(), slider->maximum());
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), kLong);
        bool isTold = false;
        for (const QLabel *label : m_panel->findChildren<QLabel *>())
            isTold = isTold || label->text().contains(u"of 400"_s);
        QVERIFY(isTold);
    }

    void everythingHasAName()
    {
        QCOMPARE(support::unnamed(m_panel.get()), QString());
    }
};

QTEST_MAIN(TestFoolingPanel)
#include "tst_foolingpanel.moc"
