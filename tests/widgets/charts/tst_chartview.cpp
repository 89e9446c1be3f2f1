// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartview.h"

#include "widgets/charts/charttable.h"
#include "widgets/charts/plotpainter.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QPainter>
#include <QSignalSpy>
#include <QTableView>
#include <QWheelEvent>
#include <QtTest>

#include <cmath>

using namespace widgets;

namespace {

constexpr double kDay = 86'400e6;
constexpr double kStart = 1'577'836'800e6; // 2020-01-01
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

ChartSpec waves(int rows = 400)
{
    std::vector<double> x, y, low, high;
    for (int i = 0; i < rows; ++i) {
        x.push_back(kStart + i * kDay);
        y.push_back(i >= 100 && i < 120 ? kNaN : 100 + 10 * std::sin(i * 0.1));
        low.push_back(80 + 10 * std::sin(i * 0.1));
        high.push_back(120 + 10 * std::sin(i * 0.1));
    }
    ChartSpec spec;
    spec.title = QStringLiteral("Waves");
    spec.summary = QStringLiteral("A wave between 90 and 110 with a gap.");
    spec.timeAxis = true;
    ChartSeries line;
    line.name = QStringLiteral("Wave");
    line.x = column(x);
    line.y = column(y);
    ChartSeries band;
    band.name = QStringLiteral("Band");
    band.look = ChartLook::Band;
    band.x = line.x;
    band.low = column(low);
    band.high = column(high);
    spec.series = {band, line};
    for (int i = 0; i < 5; ++i)
        spec.markers.push_back(
            {kStart + (50 + 60 * i) * kDay, QStringLiteral("<b>mark</b> %1").arg(i), 1, i});
    return spec;
}

ChartSpec bars(int rows)
{
    std::vector<double> x, open, high, low, close;
    for (int i = 0; i < rows; ++i) {
        x.push_back(kStart + i * kDay);
        open.push_back(100 + std::sin(i * 0.7) * 5);
        close.push_back(100 + std::sin(i * 0.7 + 0.7) * 5);
        high.push_back(std::max(open.back(), close.back()) + 1);
        low.push_back(std::min(open.back(), close.back()) - 1);
    }
    ChartSpec spec;
    spec.title = QStringLiteral("Bars");
    spec.timeAxis = true;
    spec.candles = ChartCandles{column(x), column(open), column(high), column(low), column(close), {}, {}};
    return spec;
}

/// How many pixels of a picture have a colour, about.
int pixelsLike(const QImage &image, const QColor &color, const QRect &where)
{
    int count = 0;
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x) {
            const QColor at = image.pixelColor(x, y);
            count += std::abs(at.red() - color.red()) + std::abs(at.green() - color.green()) +
                                 std::abs(at.blue() - color.blue()) <
                             60
                         ? 1
                         : 0;
        }
    }
    return count;
}

} // namespace

class TestChartView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void wheelZoomsAtTheCursor();
    void wheelOverAnAxisZoomsIt();
    void dragPansAndBackspaceGoesBack();
    void keysStepZoomAndJump();
    void shiftDragSelectsASpan();
    void keysSelectASpan();
    void markersAreClickedAndClustered();
    void crosshairSnapsAndIsLinked();
    void gapsStayGaps();
    void aLowChartKeepsItsArea();
    void keepsTheRangeWhenAsked();
    void tableEqualsTheSeries();
    void tableTogglesByKey();
    void mergesDifferentGrids();
    void bothThemesAreDrawn();
    void risingBarsDifferByShape();
    void saysWhatItIsToScreenReaders();
    void hostileTextStaysText();
    void standsEmptyAndDamagedSpecs();

private:
    void wheel(const QPointF &at, int notches)
    {
        QWheelEvent event(at, m_view->canvas()->mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view->canvas(), &event);
    }
    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(m_view->canvas(), Qt::LeftButton, modifiers, from);
        QMouseEvent move(QEvent::MouseMove, QPointF(to), m_view->canvas()->mapToGlobal(QPointF(to)),
                         Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(m_view->canvas(), &move);
        QTest::mouseRelease(m_view->canvas(), Qt::LeftButton, modifiers, to);
    }
    [[nodiscard]] QPoint middle() const { return m_view->plot().area().center().toPoint(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ChartView> m_view;
};

void TestChartView::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    m_theme = std::make_unique<Theme>();
    m_theme->use(QStringLiteral("dark"));
}

void TestChartView::init()
{
    m_view = std::make_unique<ChartView>(*m_theme);
    m_view->resize(800, 400);
    m_view->setSpec(waves());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    m_view->setFocus();
}

void TestChartView::cleanup()
{
    m_view.reset();
}

void TestChartView::wheelZoomsAtTheCursor()
{
    const QPointF at(m_view->plot().area().left() + 150, 200);
    const double before = m_view->plot().xAt(at.x());
    const auto [from, to] = m_view->range();
    QSignalSpy changed(m_view.get(), &ChartView::rangeChanged);
    wheel(at, 3);
    const auto [nearFrom, nearTo] = m_view->range();
    QVERIFY(nearTo - nearFrom < (to - from) * 0.6);
    QVERIFY(std::abs(m_view->plot().xAt(at.x()) - before) < (to - from) * 1e-6);
    QCOMPARE(changed.count(), 1);
    wheel(at, -30);
    QVERIFY(m_view->range().second - m_view->range().first <= (to - from) * 1.51);
    QTest::mouseDClick(m_view->canvas(), Qt::LeftButton, {}, middle());
    QCOMPARE(m_view->range(), std::pair(from, to));
}

void TestChartView::wheelOverAnAxisZoomsIt()
{
    const auto range = m_view->range();
    const auto values = m_view->valueRange();
    const QRectF area = m_view->plot().area();
    wheel(QPointF(area.left() - 10, area.center().y()), 2);
    QCOMPARE(m_view->range(), range);
    QVERIFY(m_view->valueRange().second - m_view->valueRange().first < (values.second - values.first) * 0.8);
    m_view->resetRange();
    QCOMPARE(m_view->valueRange(), values);
    wheel(QPointF(area.center().x(), area.bottom() + 8), 2);
    QVERIFY(m_view->range() != range);
}

void TestChartView::dragPansAndBackspaceGoesBack()
{
    wheel(QPointF(middle()), 4);
    const auto before = m_view->range();
    const double under = m_view->plot().xAt(middle().x());
    drag(middle(), middle() + QPoint(-80, 0));
    QVERIFY(m_view->range().first > before.first);
    QVERIFY(std::abs(m_view->plot().xAt(middle().x() - 80) - under) < kDay * 0.01);
    QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QVERIFY(std::abs(m_view->range().first - before.first) < 1);
    QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QVERIFY(std::abs(m_view->range().first - m_view->plot().fullWindow().from) < 1);
    QVERIFY(!m_view->goBack());
}

void TestChartView::keysStepZoomAndJump()
{
    QSignalSpy moved(m_view.get(), &ChartView::cursorMoved);
    m_view->setCursor(kStart + 10 * kDay);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->cursorX(), kStart + 11 * kDay);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->cursorX(), kStart + 9 * kDay);
    QCOMPARE(moved.count(), 3);
    const auto before = m_view->range();
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(m_view->range().second - m_view->range().first < before.second - before.first);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QVERIFY(std::abs(m_view->range().second - before.second) < kDay);
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QVERIFY(std::abs(m_view->range().second - m_view->plot().fullWindow().to) < 1);
    // the window follows the cursor over its edge
    m_view->setCursor(m_view->range().first);
    const double left = m_view->range().first;
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Left);
    QVERIFY(m_view->range().first < left);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->cursorX(), kStart);
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QVERIFY(std::abs(m_view->range().second - before.second) < 1);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(std::isnan(m_view->cursorX()));
}

void TestChartView::shiftDragSelectsASpan()
{
    QSignalSpy selected(m_view.get(), &ChartView::spanSelected);
    const auto range = m_view->range();
    drag(middle(), middle() + QPoint(-100, 0), Qt::ShiftModifier);
    QCOMPARE(selected.count(), 1);
    const double from = selected[0][0].toDouble();
    const double to = selected[0][1].toDouble();
    QVERIFY(from < to);
    QVERIFY(std::abs(from - m_view->plot().xAt(middle().x() - 100)) < kDay);
    QCOMPARE(m_view->range(), range);
}

void TestChartView::keysSelectASpan()
{
    QSignalSpy selected(m_view.get(), &ChartView::spanSelected);
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(selected.count(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(selected.count(), 1);
    QCOMPARE(selected[0][0].toDouble(), kStart);
    QCOMPARE(selected[0][1].toDouble(), m_view->cursorX());
    QVERIFY(m_view->cursorX() >= kStart + 3 * kDay);
    // a step without Shift gives it up
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(selected.count(), 1);
}

void TestChartView::markersAreClickedAndClustered()
{
    QSignalSpy clicked(m_view.get(), &ChartView::markerClicked);
    QCOMPARE(m_view->plot().clusters().size(), std::size_t(5));
    QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, m_view->plot().clusters()[2].at.toPoint());
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked[0][0].value<QVariant>().toInt(), 2);
    // by keys: to the next marker, open it
    m_view->setCursor(kStart);
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(clicked.count(), 2);
    QCOMPARE(clicked[1][0].value<QVariant>().toInt(), 1);
    // dense ones are one, with all of them in it; a click on it goes closer
    ChartSpec spec = waves();
    spec.markers.clear();
    for (int i = 0; i < 1000; ++i)
        spec.markers.push_back({kStart + i * kDay * 0.3, QStringLiteral("m"), 1, i});
    m_view->setSpec(spec);
    std::size_t all = 0;
    double last = -100;
    for (const MarkerCluster &cluster : m_view->plot().clusters()) {
        all += cluster.count;
        QVERIFY(cluster.at.x() - last >= 11);
        last = cluster.at.x();
    }
    QCOMPARE(all, std::size_t(1000));
    const auto before = m_view->range();
    QTest::mouseClick(m_view->canvas(), Qt::LeftButton, {}, m_view->plot().clusters()[3].at.toPoint());
    QCOMPARE(clicked.count(), 2);
    QVERIFY(m_view->range().second - m_view->range().first < before.second - before.first);
}

void TestChartView::crosshairSnapsAndIsLinked()
{
    QSignalSpy moved(m_view.get(), &ChartView::cursorMoved);
    QTest::mouseMove(m_view->canvas(), middle());
    QTRY_COMPARE(moved.count(), 1);
    const double at = moved[0][0].toDouble();
    QCOMPARE(std::fmod(at - kStart, kDay), 0.0);
    const auto readings = m_view->plot().readings(kStart + 10 * kDay);
    QCOMPARE(readings.size(), std::size_t(2));
    QCOMPARE(readings[1].name, QStringLiteral("Wave"));
    QCOMPARE(readings[1].y, 100 + 10 * std::sin(1.0));
    // set from outside it says nothing
    m_view->setCursor(kStart + 5.4 * kDay);
    QCOMPARE(m_view->cursorX(), kStart + 5 * kDay);
    QCOMPARE(moved.count(), 1);
    const QImage with = m_view->grab().toImage();
    m_view->setCursor(kNaN);
    QVERIFY(m_view->grab().toImage() != with);
}

void TestChartView::aLowChartKeepsItsArea()
{
    ChartSpec spec = waves();
    spec.yTitle = QStringLiteral("points");
    spec.source = QStringLiteral("made up");
    spec.rules.push_back({.at = 110, .label = QStringLiteral("one")});
    spec.rules.push_back({.at = 109, .label = QStringLiteral("two")});
    spec.shades.push_back({kStart, kStart + 9 * kDay, Role::Accent, QStringLiteral("[0, +9]")});
    Plot plot;
    plot.setSpec(spec);
    plot.setSize({420, 320});
    QVERIFY(plot.rows().title && plot.rows().header && plot.rows().context && plot.rows().source);
    QVERIFY(plot.lanes().top() - plot.area().top() >= plot.rowHeight()); // where labels stand
    double before = plot.area().height();
    int shown = 4;
    for (int height = 310; height >= 60; height -= 10) {
        plot.setSize({420, double(height)});
        const Plot::Rows &rows = plot.rows();
        const int now = int(rows.title) + int(rows.header) + int(rows.context) + int(rows.source);
        QVERIFY(now <= shown); // what was left out does not come back
        QVERIFY(plot.area().height() <= before || now < shown);
        QVERIFY(plot.area().bottom() <= height && plot.area().height() >= 16);
        if (height >= 80)
            QVERIFY2(plot.area().height() >= 36, qPrintable(QString::number(height)));
        QVERIFY(!rows.source || (rows.title && rows.header)); // what is told elsewhere goes first
        shown = now;
        before = plot.area().height();
        QImage image(420, height, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        paintPlot(plot, painter); // and draws what is left
    }
    QCOMPARE(shown, 0);
}

void TestChartView::gapsStayGaps()
{
    ChartSpec spec = waves();
    spec.series.erase(spec.series.begin());
    spec.markers.clear();
    m_view->setSpec(spec);
    const QImage image = m_view->grab().toImage();
    const Plot &plot = m_view->plot();
    const auto inked = [&](int first, int last) {
        const QRect where(QPoint(int(plot.px(kStart + first * kDay)) + 2, int(plot.area().top())),
                          QPoint(int(plot.px(kStart + last * kDay)) - 2, int(plot.area().bottom()) - 2));
        return pixelsLike(image, m_theme->tokens().series(0), where);
    };
    QVERIFY(inked(80, 99) > 10);
    QCOMPARE(inked(100, 119), 0);
    QVERIFY(inked(121, 140) > 10);
}

void TestChartView::keepsTheRangeWhenAsked()
{
    m_view->showRange(kStart + 50 * kDay, kStart + 90 * kDay);
    m_view->setSpec(waves(500), ChartView::Range::Keep);
    QVERIFY(std::abs(m_view->range().first - (kStart + 50 * kDay)) < 1);
    m_view->setMarkers({});
    m_view->setShades({{kStart + 60 * kDay, kStart + 70 * kDay, Role::Accent, QStringLiteral("w")}});
    QVERIFY(std::abs(m_view->range().second - (kStart + 90 * kDay)) < 1);
    m_view->setSpec(waves(500));
    QCOMPARE(m_view->range().first, kStart);
    // nonsense does no harm
    m_view->showRange(kNaN, 3);
    m_view->showRange(1e300, 2e300);
    m_view->showRange(5, 5);
    QVERIFY(m_view->range().second > m_view->range().first);
}

void TestChartView::tableEqualsTheSeries()
{
    auto *model = m_view->tableModel();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), 400);
    QCOMPARE(model->columnCount(), 4);
    QCOMPARE(model->headerData(0, Qt::Horizontal).toString(), QStringLiteral("Time (UTC)"));
    QCOMPARE(model->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Band, low"));
    const auto *table = qobject_cast<ChartTable *>(model);
    for (int row = 0; row < 400; ++row) {
        QCOMPARE(table->x(row), kStart + row * kDay);
        QCOMPARE(table->value(row, 1), 80 + 10 * std::sin(row * 0.1));
        QCOMPARE(std::isnan(table->value(row, 3)), row >= 100 && row < 120);
    }
    QCOMPARE(model->index(0, 0).data().toString(), QStringLiteral("2020-01-01"));
    QCOMPARE(model->index(100, 3).data().toString(), QStringLiteral("–"));
    // figures of a column line up
    QCOMPARE(model->index(0, 3).data().toString(), QStringLiteral("100.000000"));
    m_view->setSpec(bars(20));
    QCOMPARE(model->rowCount(), 20);
    QCOMPARE(model->headerData(4, Qt::Horizontal).toString(), QStringLiteral("Close"));
    m_view->setSpec({});
    QCOMPARE(model->rowCount(), 0);
}

void TestChartView::tableTogglesByKey()
{
    QSignalSpy shown(m_view.get(), &ChartView::tableShown);
    m_view->setCursor(kStart + 300 * kDay);
    QTest::keyClick(m_view.get(), Qt::Key_T, Qt::ControlModifier);
    QVERIFY(m_view->showsTable());
    auto *table = m_view->findChild<QTableView *>();
    QVERIFY(table && table->isVisible());
    QCOMPARE(table->currentIndex().row(), 300);
    QTest::keyClick(table, Qt::Key_T, Qt::ControlModifier);
    QVERIFY(!m_view->showsTable());
    QCOMPARE(shown.count(), 2);
}

void TestChartView::mergesDifferentGrids()
{
    ChartSpec spec;
    ChartSeries a;
    a.name = QStringLiteral("a");
    a.x = column({1, 2, 4});
    a.y = column({10, 20, 40});
    ChartSeries b;
    b.name = QStringLiteral("b");
    b.x = column({2, 3});
    b.y = column({200, 300});
    spec.series = {a, b};
    ChartTable table;
    table.setSpec(spec);
    QCOMPARE(table.rowCount(), 4);
    QCOMPARE(table.value(1, 1), 20.0);
    QCOMPARE(table.value(1, 2), 200.0);
    QVERIFY(std::isnan(table.value(2, 1)));
    QVERIFY(std::isnan(table.value(3, 2)));
    QCOMPARE(table.value(3, 1), 40.0);
}

void TestChartView::bothThemesAreDrawn()
{
    m_view->clearFocus(); // which has a frame
    for (const char *name : {"dark", "light"}) {
        m_theme->use(QString::fromLatin1(name));
        const QImage image = m_view->grab().toImage();
        QCOMPARE(image.pixelColor(2, 2), m_theme->color(Role::Panel));
        QCOMPARE(image.pixelColor(image.width() - 2, image.height() - 1), m_theme->color(Role::Panel));
        const QRect all = image.rect();
        QVERIFY(pixelsLike(image, m_theme->tokens().series(0), all) > 200);
        QVERIFY(pixelsLike(image, m_theme->color(Role::Muted), all) > 100);
    }
    m_theme->use(QStringLiteral("dark"));
}

void TestChartView::risingBarsDifferByShape()
{
    m_view->setSpec(bars(60));
    const QImage image = m_view->grab().toImage();
    const Plot &plot = m_view->plot();
    const ChartCandles &candles = *plot.spec().candles;
    int checked = 0;
    for (std::size_t i = 2; i < 58; ++i) {
        const double open = (*candles.open)[i];
        const double close = (*candles.close)[i];
        if (std::abs(open - close) < 1.5)
            continue;
        const QPoint inside(int(plot.px((*candles.x)[i])), int(plot.py((open + close) / 2)));
        const QColor at = image.pixelColor(inside);
        QCOMPARE(at == m_theme->down(), close < open);
        QVERIFY(at != m_theme->up());
        ++checked;
    }
    QVERIFY(checked > 20);
}

void TestChartView::saysWhatItIsToScreenReaders()
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(face);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Waves"));
    QCOMPARE(face->text(QAccessible::Description), QStringLiteral("A wave between 90 and 110 with a gap."));
    m_view->setSpec({});
    QVERIFY(!face->text(QAccessible::Name).isEmpty());
    QVERIFY(m_view->focusPolicy() == Qt::StrongFocus);
}

void TestChartView::hostileTextStaysText()
{
    const QString evil =
        QStringLiteral("<img src='file:///etc/passwd'><b>x</b>\u202e\n\u0000") + QString(5000, u'W');
    ChartSpec spec = waves();
    spec.title = spec.xTitle = spec.yTitle = spec.source = spec.summary = spec.zone = evil;
    for (ChartSeries &series : spec.series)
        series.name = evil;
    for (ChartMarker &marker : spec.markers)
        marker.text = evil;
    spec.rules.push_back({Qt::Horizontal, 100, evil, Role::Muted, true});
    spec.rules.push_back({Qt::Vertical, kStart + 50 * kDay, evil, Role::Accent, true});
    spec.shades.push_back({kStart, kStart + 50 * kDay, Role::Accent, evil});
    m_view->setSpec(spec);
    QVERIFY(!m_view->grab().isNull());
    QVERIFY(!m_view->accessibleName().contains(QChar(0x202e)));
    QVERIFY(m_view->accessibleName().size() < 300);
    QVERIFY(m_view->tableModel()->headerData(1, Qt::Horizontal).toString().size() < 200);
    QVERIFY(m_view->plot().area().width() > 300);
}

void TestChartView::standsEmptyAndDamagedSpecs()
{
    ChartSpec spec;
    m_view->setSpec(spec);
    QVERIFY(!m_view->grab().isNull());
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Home,
                              Qt::Key_End, Qt::Key_PageUp, Qt::Key_Return, Qt::Key_Backspace})
        QTest::keyClick(m_view.get(), key);
    const double inf = std::numeric_limits<double>::infinity();
    for (const ChartLook look :
         {ChartLook::Line, ChartLook::Step, ChartLook::Points, ChartLook::Columns, ChartLook::Band}) {
        for (const std::vector<double> &y : {std::vector<double>{},
                                             {1},
                                             {kNaN, kNaN, kNaN},
                                             {inf, -inf, 1},
                                             {5, 5, 5},
                                             {-1e308, 1e308, 0},
                                             {0, 0, 0}}) {
            for (const bool log : {false, true}) {
                ChartSeries series;
                series.look = look;
                series.color = -3;
                series.x = column({1, 2, 3});
                series.y = series.low = series.high = column(y);
                spec.series = {series, ChartSeries()};
                spec.yLog = log;
                spec.rules = {{Qt::Horizontal, kNaN, QStringLiteral("n"), Role::Line, true},
                              {Qt::Vertical, inf, {}, Role::Line, true}};
                spec.markers = {{kNaN, {}, 0, {}}, {2, {}, -1, {}}};
                spec.shades = {{kNaN, 3, Role::Accent, QStringLiteral("s")},
                               {3, 1, Role::Warn, QStringLiteral("t")}};
                m_view->setSpec(spec);
                QVERIFY(!m_view->grab().isNull());
                QTest::keyClick(m_view.get(), Qt::Key_Right);
            }
        }
    }
    ChartSpec odd = bars(5);
    odd.candles->close.reset();
    m_view->setSpec(odd);
    QVERIFY(!m_view->grab().isNull());
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    m_view->resize(20, 20);
    m_view->setSpec(waves());
    QVERIFY(!m_view->grab().isNull());
}

QTEST_MAIN(TestChartView)
#include "tst_chartview.moc"
