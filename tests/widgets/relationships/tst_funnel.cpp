// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studycharts/funnelview.h"

#include <QImage>
#include <QPixmap>
#include <QtTest>

#include <cmath>

using namespace widgets;
using core::workbench::Funnel;
using namespace Qt::StringLiterals;

namespace {

constexpr Funnel kMany{
    .asked = 41'210, .candidates = 60, .significant = 14, .validated = 3, .byChance = 0.7};

/// How many pixels of a row are of a colour.
int widthOf(const QImage &image, int y, const QColor &color)
{
    int count = 0;
    for (int x = 0; x < image.width(); ++x)
        count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

} // namespace

class TestFunnel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.use(u"light"_s); }

    void writesEveryDigit()
    {
        const auto steps = funnelSteps(kMany);
        QCOMPARE(steps[0].count, u"41,210"_s);
        QCOMPARE(steps[1].count, u"60"_s);
        QCOMPARE(steps[2].count, u"14"_s);
        QCOMPARE(steps[3].count, u"3"_s);
        QCOMPARE(steps[2].note, u"0.70 by chance"_s);
    }

    void growsWithTheLogarithm()
    {
        const auto steps = funnelSteps({.asked = 999'999, .candidates = 999, .significant = 9, .validated = 0});
        QCOMPARE(steps[0].share, 1.0);
        QCOMPARE(steps[1].share, 0.5);
        QVERIFY(std::abs(steps[2].share - 1.0 / 6) < 1e-9);
        QCOMPARE(steps[3].share, 0.0);
        QVERIFY(steps[2].note.isEmpty()); // not known what chance gives
        QVERIFY(funnelScale().contains(u"logarithm"_s));
    }

    void survivesNothingAtAll()
    {
        for (const FunnelStep &step : funnelSteps({}))
            QCOMPARE(step.share, 0.0);
        const auto odd = funnelSteps({.asked = 1, .candidates = 5}); // of an earlier family
        QCOMPARE(odd[1].share, 1.0);
    }

    void saysItInOneSentence()
    {
        QCOMPARE(funnelSentence(kMany), u"Asked 41,210, candidate or better 60, significant 14, validated 3. Chance "
                                        u"alone would give 0.70 significant ones."_s);
        FunnelView view(m_theme, FunnelView::Shape::Line);
        view.setFunnel(kMany);
        QCOMPARE(view.accessibleDescription(), funnelSentence(kMany));
        QVERIFY(!view.accessibleName().isEmpty());
        QVERIFY(view.toolTip().contains(u"logarithm"_s));
    }

    void drawsBarsOfThoseLengths()
    {
        FunnelView view(m_theme, FunnelView::Shape::Rows);
        view.setFunnel(kMany);
        view.resize(600, view.sizeHint().height());
        QPixmap picture(view.size());
        picture.fill(m_theme.color(Role::Panel));
        view.render(&picture);
        const QImage image = picture.toImage();
        const int row = view.height() / 4;
        const int all = widthOf(image, row / 2, m_theme.color(Role::Muted));
        const int found = widthOf(image, 2 * row + row / 2, m_theme.color(Role::Accent));
        QVERIFY(all > 200);
        const double share = std::log1p(14.0) / std::log1p(41'210.0);
        QVERIFY2(std::abs(found - all * share) <= 2, qPrintable(QString::number(found)));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestFunnel)
#include "tst_funnel.moc"
