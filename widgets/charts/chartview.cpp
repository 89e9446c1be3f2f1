// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartview.h"

#include "widgets/charts/chartexport.h"
#include "widgets/charts/charttable.h"
#include "widgets/charts/plotitems.h"
#include "widgets/common/words.h"

#include <QAction>
#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGraphicsLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QMenu>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QValueAxis>
#include <QtConcurrentRun>

#include <cmath>

namespace widgets {

namespace {

constexpr std::size_t kHistory = 100;

/// Without the frame around the current cell: the row is selected, which is enough.
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
    }
};

} // namespace

ChartView::ChartView(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(new QStackedLayout(this))
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart))
    , m_x(new QValueAxis)
    , m_y(new QValueAxis)
{
    setFocusPolicy(Qt::StrongFocus);
    m_chart->legend()->hide();
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    for (QValueAxis *axis : {m_x, m_y}) {
        m_chart->addAxis(axis, axis == m_x ? Qt::AlignBottom : Qt::AlignLeft);
        axis->setVisible(false); // the plot draws its own: few marks, at turns of the calendar
    }
    m_plotItem = new PlotItem(m_plot, m_chart);
    m_cursorItem = new CursorItem(m_plot, m_cursor, m_chart);
    m_cursorItem->setZValue(1);

    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->viewport()->setFocusPolicy(Qt::NoFocus);
    m_view->viewport()->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
    m_pages->setContentsMargins(0, 0, 0, 0);
    m_pages->addWidget(m_view);
    connect(&m_theme, &Theme::changed, this, &ChartView::applyTheme);
    applyTheme();
    describe();
}

ChartView::~ChartView() = default;

QWidget *ChartView::canvas() const
{
    return m_view->viewport();
}

void ChartView::applyTheme()
{
    m_plot.setLook({m_theme.tokens(), m_theme.up() == m_theme.color(Role::Down), font()});
    m_view->setBackgroundBrush(m_theme.color(Role::Panel));
    refresh();
}

void ChartView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyTheme();
}

void ChartView::describe()
{
    const ChartSpec &chart = m_plot.spec();
    setAccessibleName(chart.title.isEmpty() ? tr("Chart") : Plot::clean(chart.title));
    setAccessibleDescription(chart.summary.isEmpty() ? tr("A chart. Ctrl+T shows its data as a table.")
                                                     : oneLine(chart.summary, 1000));
}

void ChartView::setSpec(const ChartSpec &spec, Range range)
{
    const PlotWindow before = m_plot.window();
    const bool keep = range == Range::Keep && m_plot.hasData();
    m_plot.setSpec(spec);
    if (keep)
        m_plot.setWindow(before);
    else
        m_history.clear();
    if (m_model)
        m_model->setSpec(m_plot.spec());
    describe();
    refresh();
}

void ChartView::setMarkers(std::vector<ChartMarker> markers)
{
    m_plot.setMarkers(std::move(markers));
    refresh();
}

void ChartView::setShades(std::vector<ChartShade> shades)
{
    m_plot.setShades(std::move(shades));
    refresh();
}

void ChartView::refresh()
{
    const PlotWindow &window = m_plot.window();
    const auto [low, high] = m_plot.valueRange();
    m_x->setRange(window.from, window.to);
    m_y->setRange(low, high);
    m_chart->setPlotArea(m_plot.area());
    m_plotItem->refresh();
    m_cursorItem->refresh();
}

void ChartView::resized(const QSizeF &size)
{
    m_plot.setSize(size);
    refresh();
}

void ChartView::apply(const PlotWindow &window, Remember remember)
{
    const PlotWindow before = m_plot.window();
    m_plot.setWindow(window);
    if (m_plot.window() == before)
        return;
    if (remember == Remember::Yes) {
        m_history.push_back(before);
        if (m_history.size() > kHistory)
            m_history.erase(m_history.begin());
    }
    refresh();
    if (before.from != m_plot.window().from || before.to != m_plot.window().to)
        Q_EMIT rangeChanged(m_plot.window().from, m_plot.window().to);
}

void ChartView::showRange(double from, double to)
{
    apply({from, to, m_plot.window().y}, Remember::Yes);
}

void ChartView::resetRange()
{
    apply(m_plot.fullWindow(), Remember::Yes);
}

std::pair<double, double> ChartView::range() const
{
    return {m_plot.window().from, m_plot.window().to};
}

bool ChartView::goBack()
{
    if (m_history.empty())
        return false;
    const PlotWindow window = m_history.back();
    m_history.pop_back();
    apply(window, Remember::No);
    return true;
}

void ChartView::setCursor(double x)
{
    m_cursor.x = std::isnan(x) ? x : m_plot.snapped(x);
    m_cursor.pixelY = -1;
    m_cursorItem->refresh();
}

void ChartView::moveCursor(double x, double pixelY)
{
    const double snapped = std::isnan(x) ? x : m_plot.snapped(x);
    const bool moved = snapped != m_cursor.x && !(std::isnan(snapped) && std::isnan(m_cursor.x));
    m_cursor.x = snapped;
    m_cursor.pixelY = pixelY;
    m_cursorItem->refresh();
    if (moved)
        Q_EMIT cursorMoved(snapped);
}

core::base::Instant ChartView::now() const
{
    static const core::base::SystemClock system;
    return m_clock ? m_clock->now() : system.now();
}

void ChartView::copyImage(int scale)
{
    const int copy = ++m_copies;
    QtConcurrent::run([plot = m_plot, scale, at = now(), note = m_note] {
        return chartImage(plot, scale, at, note);
    }).then(this, [this, copy](const QImage &image) {
        if (copy != m_copies)
            return;
        QApplication::clipboard()->setImage(image);
        Q_EMIT imageCopied();
    });
}

QMenu *ChartView::makeMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [this, menu](const QString &text, int scale) {
        return menu->addAction(text, this, [this, scale] { copyImage(scale); });
    };
    // shown, not caught here: the key belongs to the chart that has the keyboard
    add(tr("Copy as Image") + QLatin1Char('\t') +
            QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText),
        1);
    for (int scale = 2; scale <= kMostScale; ++scale)
        add(tr("Copy as Image, %1 Times as Sharp").arg(scale), scale);
    menu->addSeparator();
    QAction *table = menu->addAction(tr("Show as Table"), this, [this] { showTable(!showsTable()); });
    table->setCheckable(true);
    table->setChecked(showsTable());
    return menu;
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = makeMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPointF at = isByKey ? QPointF(m_plot.px(m_cursor.x), m_plot.area().bottom() - 6)
                               : QPointF(canvas()->mapFromGlobal(event->globalPos()));
    QVariantList markers;
    if (const auto cluster = m_plot.clusterAt(at); cluster && !showsTable()) {
        for (std::size_t i = 0; i < cluster->count; ++i)
            markers << m_plot.markerAt(cluster->first + i).id;
    }
    Q_EMIT menuOpened(menu, markers);
    menu->popup(event->globalPos());
}

QAbstractItemModel *ChartView::tableModel()
{
    if (!m_model) {
        m_model = new ChartTable(this);
        m_model->setSpec(m_plot.spec());
    }
    return m_model;
}

bool ChartView::showsTable() const
{
    return m_table && m_pages->currentWidget() == m_table;
}

void ChartView::showTable(bool table)
{
    if (table == showsTable())
        return;
    if (table && !m_table) {
        m_table = new QTableView;
        m_table->setModel(tableModel());
        m_table->setAccessibleName(tr("The data of the chart"));
        m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
        m_table->setWordWrap(false);
        m_table->verticalHeader()->hide();
        m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
        m_table->horizontalHeader()->setDefaultSectionSize(120);
        m_table->horizontalHeader()->setMinimumSectionSize(60);
        m_table->setColumnWidth(0, 160);
        m_table->setShowGrid(false);
        m_table->setTabKeyNavigation(false);
        m_table->setItemDelegate(new RowDelegate(m_table));
        m_table->installEventFilter(this);
        m_pages->addWidget(m_table);
    }
    if (table) {
        const double at = std::isnan(m_cursor.x) ? m_plot.window().from : m_cursor.x;
        const QModelIndex row = m_model->index(m_model->rowAt(at), 0);
        m_pages->setCurrentWidget(m_table);
        m_table->setCurrentIndex(row);
        m_table->scrollTo(row, QAbstractItemView::PositionAtTop);
        m_table->setFocus();
    } else {
        m_pages->setCurrentWidget(m_view);
        setFocus();
    }
    Q_EMIT tableShown(table);
}

} // namespace widgets
