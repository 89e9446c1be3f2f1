// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse, wheel and keys do to a chart.
#include "widgets/charts/chartview.h"

#include "core/base/missing.h"
#include "widgets/charts/plotitems.h"
#include "widgets/common/words.h"

#include <QChartView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QTableView>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace widgets {

using core::base::kMissing;

namespace {

constexpr double kNotch = 0.8;   ///< how much of the range is left after one notch of the wheel
constexpr int kOneGesture = 600; ///< milliseconds: turns of the wheel that one Backspace takes back

} // namespace

bool ChartView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table) {
        if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
            const auto *key = static_cast<QKeyEvent *>(event);
            if (key->key() == Qt::Key_T && key->modifiers() == Qt::ControlModifier) {
                event->accept();
                if (event->type() == QEvent::KeyPress)
                    showTable(false);
                return true;
            }
        }
        return QWidget::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::Resize:
        resized(QSizeF(static_cast<QResizeEvent *>(event)->size()));
        return false;
    case QEvent::MouseButtonPress: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        setFocus(Qt::MouseFocusReason);
        if (mouse->button() == Qt::LeftButton)
            pressed(mouse->position(), mouse->modifiers());
        // the right button goes on to the context menu of who holds the chart
        return mouse->button() == Qt::LeftButton;
    }
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (m_drag != Drag::None)
            dragged(mouse->position());
        else
            hovered(mouse->position(), mouse->globalPosition().toPoint());
        return true;
    }
    case QEvent::MouseButtonRelease:
        if (static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
            released(static_cast<QMouseEvent *>(event)->position());
        return true;
    case QEvent::MouseButtonDblClick:
        if (static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
            m_drag = Drag::None;
            resetRange();
        }
        return true;
    case QEvent::Wheel:
        wheeled(*static_cast<QWheelEvent *>(event));
        event->accept();
        return true;
    case QEvent::Leave:
        if (m_drag == Drag::None)
            moveCursor(kMissing, -1);
        return false;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void ChartView::pressed(const QPointF &at, Qt::KeyboardModifiers modifiers)
{
    m_pressedAt = at;
    m_pressedWindow = m_plot.window();
    m_moved = false;
    switch (m_plot.placeOf(at)) {
    case PlotPlace::Data:
        m_drag = (modifiers & Qt::ShiftModifier) ? Drag::Span : Drag::Pan;
        break;
    case PlotPlace::XAxis:
        m_drag = Drag::AxisX;
        break;
    case PlotPlace::YAxis:
        m_drag = Drag::AxisY;
        break;
    case PlotPlace::Elsewhere:
        m_drag = Drag::None;
        break;
    }
}

void ChartView::dragged(const QPointF &at)
{
    if (!m_moved && (at - m_pressedAt).manhattanLength() < 4)
        return;
    m_moved = true;
    const QPointF by = at - m_pressedAt;
    const QRectF area = m_plot.area();
    PlotWindow window = m_pressedWindow;
    switch (m_drag) {
    case Drag::Span:
        m_cursor.span = {m_plot.xAt(m_pressedAt.x()),
                         m_plot.xAt(std::clamp(at.x(), area.left(), area.right()))};
        m_cursor.x = kMissing;
        m_cursorItem->refresh();
        return;
    case Drag::Pan: {
        const double width = window.to - window.from;
        const double shift = -by.x() / area.width() * width;
        window.from += shift;
        window.to += shift;
        if (window.y && !m_plot.spec().yLog) {
            const double lift = by.y() / m_plot.lanes().height() * (window.y->second - window.y->first);
            window.y = {window.y->first + lift, window.y->second + lift};
        }
        break;
    }
    case Drag::AxisX: {
        // the left edge of the stretch stays, as if the axis were pulled
        const double factor = std::exp(by.x() / area.width() * 2);
        window.from = window.to - (window.to - window.from) * factor;
        break;
    }
    case Drag::AxisY:
        m_plot.setWindow(m_pressedWindow);
        window = m_plot.zoomedY(std::exp(by.y() / area.height() * 2), m_plot.yAt(area.center().y()));
        break;
    case Drag::None:
        return;
    }
    m_cursor.x = kMissing;
    apply(window, Remember::No);
}

void ChartView::tellSpan(const std::pair<double, double> &span)
{
    Q_EMIT spanSelected(std::min(span.first, span.second), std::max(span.first, span.second));
}

/// The span grows from where the cursor stood; Enter tells it.
void ChartView::stretch(int rows)
{
    const double begin = m_cursor.span ? m_cursor.span->first : m_cursor.x;
    step(rows);
    if (!std::isnan(begin) && !std::isnan(m_cursor.x))
        m_cursor.span = {begin, m_cursor.x};
    m_cursorItem->refresh();
}

void ChartView::released(const QPointF &at)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::Span) {
        const auto span = std::exchange(m_cursor.span, std::nullopt);
        m_cursorItem->refresh();
        if (span && m_moved)
            tellSpan(*span);
        return;
    }
    if (drag == Drag::None)
        return;
    if (m_moved) {
        if (m_plot.window() != m_pressedWindow)
            m_history.push_back(m_pressedWindow);
        return;
    }
    if (const auto cluster = m_plot.clusterAt(at))
        openCluster(*cluster);
}

void ChartView::openCluster(const MarkerCluster &cluster)
{
    const ChartMarker &first = m_plot.markerAt(cluster.first);
    const ChartMarker &last = m_plot.markerAt(cluster.first + cluster.count - 1);
    if (cluster.count == 1 || last.x <= first.x) {
        Q_EMIT markerClicked(first.id);
        return;
    }
    const double pad = (last.x - first.x) * 0.5;
    showRange(first.x - pad, last.x + pad);
}

void ChartView::hovered(const QPointF &at, const QPoint &global)
{
    const PlotPlace place = m_plot.placeOf(at);
    m_view->viewport()->setCursor(place == PlotPlace::XAxis   ? Qt::SizeHorCursor
                                  : place == PlotPlace::YAxis ? Qt::SizeVerCursor
                                  : place == PlotPlace::Data  ? Qt::CrossCursor
                                                              : Qt::ArrowCursor);
    if (place != PlotPlace::Data) {
        moveCursor(kMissing, -1);
        QToolTip::hideText();
        return;
    }
    moveCursor(m_plot.xAt(at.x()), at.y());
    const auto cluster = m_plot.clusterAt(at);
    if (!cluster) {
        QToolTip::hideText();
        return;
    }
    m_view->viewport()->setCursor(Qt::PointingHandCursor);
    QStringList lines;
    for (std::size_t i = 0; i < std::min<std::size_t>(cluster->count, 5); ++i) {
        const ChartMarker &marker = m_plot.markerAt(cluster->first + i);
        lines.append(QStringLiteral("%1  %2").arg(m_plot.positionText(marker.x), oneLine(marker.text, 120)));
    }
    QString text;
    for (const QString &line : lines)
        text += tipText(line);
    if (cluster->count > 5)
        text += tipText(tr("and %1 more; click to zoom in").arg(countText(cluster->count - 5)));
    QToolTip::showText(global, text, m_view->viewport());
}

void ChartView::wheeled(const QWheelEvent &event)
{
    const QPointF at = event.position();
    const PlotPlace place = m_plot.placeOf(at);
    QPoint turned = event.angleDelta();
    const bool sideways =
        std::abs(turned.x()) > std::abs(turned.y()) || (event.modifiers() & Qt::ShiftModifier) != 0;
    const double notches = (sideways && turned.x() != 0 ? turned.x() : turned.y()) / 120.0;
    if (notches == 0 || place == PlotPlace::Elsewhere)
        return;
    const bool goesOn = m_sinceWheel.isValid() && m_sinceWheel.elapsed() < kOneGesture;
    m_sinceWheel.start();
    const double factor = std::pow(kNotch, std::clamp(notches, -10.0, 10.0));
    PlotWindow window = m_plot.window();
    if (place == PlotPlace::YAxis) {
        window = m_plot.zoomedY(factor, m_plot.yAt(at.y()));
    } else if (sideways) {
        const double shift = -notches * 0.1 * (window.to - window.from);
        window.from += shift;
        window.to += shift;
    } else {
        window = m_plot.zoomedX(factor, m_plot.xAt(at.x()));
    }
    apply(window, goesOn ? Remember::No : Remember::Yes);
    if (place == PlotPlace::Data)
        moveCursor(m_plot.xAt(at.x()), at.y());
}

void ChartView::step(int rows)
{
    const PlotWindow window = m_plot.window();
    // the row nearest to an edge may lie just outside
    const double slack = (window.to - window.from) * 0.05;
    const bool seen = m_cursor.x >= window.from - slack && m_cursor.x <= window.to + slack;
    const double at =
        seen ? m_plot.stepped(m_cursor.x, rows) : m_plot.snapped(rows < 0 ? window.to : window.from);
    if (at < window.from || at > window.to) {
        // the window follows, a tenth ahead
        const double width = window.to - window.from;
        const double from = at < window.from ? at - width * 0.1 : at - width * 0.9;
        apply({from, from + width, window.y}, Remember::No);
    }
    moveCursor(at, -1);
}

bool ChartView::keyed(int key, Qt::KeyboardModifiers modifiers)
{
    const PlotWindow &window = m_plot.window();
    const double width = window.to - window.from;
    const bool seen = m_cursor.x >= window.from && m_cursor.x <= window.to;
    const double about = seen ? m_cursor.x : (window.from + window.to) / 2;
    const bool page = (modifiers & Qt::ControlModifier) != 0;
    const auto shift = [&](double by) {
        apply({window.from + by * width, window.to + by * width, window.y}, Remember::Yes);
    };
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int sign = key == Qt::Key_Left ? -1 : 1;
        if (page) {
            shift(sign * 0.5);
        } else if ((modifiers & Qt::ShiftModifier) != 0) {
            stretch(sign);
        } else {
            m_cursor.span.reset();
            step(sign);
        }
        return true;
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        apply(m_plot.zoomedX(kNotch, about), Remember::Yes);
        return true;
    case Qt::Key_Minus:
        apply(m_plot.zoomedX(1 / kNotch, about), Remember::Yes);
        return true;
    case Qt::Key_Home: {
        const double from = m_plot.fullWindow().from;
        apply({from, from + width, window.y}, Remember::Yes);
        moveCursor(from, -1);
        return true;
    }
    case Qt::Key_End: {
        const double to = m_plot.fullWindow().to;
        apply({to - width, to, window.y}, Remember::Yes);
        moveCursor(to, -1);
        return true;
    }
    case Qt::Key_0:
        resetRange();
        return true;
    case Qt::Key_Backspace:
        goBack();
        return true;
    case Qt::Key_Escape:
        if (std::isnan(m_cursor.x))
            return false;
        m_cursor.span.reset();
        moveCursor(kMissing, -1);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        // from marker to marker
        const auto &clusters = m_plot.clusters();
        const bool back = key == Qt::Key_PageUp;
        const double here = seen ? m_plot.px(m_cursor.x) : back ? 1e9 : -1e9;
        const MarkerCluster *found = nullptr;
        for (const MarkerCluster &cluster : clusters) {
            const double x = m_plot.px(m_plot.snapped(m_plot.markerAt(cluster.first).x));
            if (back && x < here - 0.5)
                found = &cluster;
            if (!back && x > here + 0.5 && !found)
                found = &cluster;
        }
        if (found)
            moveCursor(m_plot.markerAt(found->first).x, -1);
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        if (const auto span = std::exchange(m_cursor.span, std::nullopt)) {
            m_cursorItem->refresh();
            tellSpan(*span);
            return true;
        }
        const MarkerCluster *nearest = nullptr;
        for (const MarkerCluster &cluster : m_plot.clusters()) {
            const double away = std::abs(cluster.at.x() - m_plot.px(m_cursor.x));
            if (seen && away < 20 && (!nearest || away < std::abs(nearest->at.x() - m_plot.px(m_cursor.x))))
                nearest = &cluster;
        }
        if (!nearest)
            return false;
        openCluster(MarkerCluster(*nearest));
        return true;
    }
    case Qt::Key_C:
        if (!page)
            return false;
        copyImage();
        return true;
    case Qt::Key_T:
        if (!page)
            return false;
        showTable(true);
        return true;
    default:
        return false;
    }
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    const bool ours = modifiers == Qt::NoModifier || modifiers == Qt::ControlModifier;
    if (!ours || !keyed(event->key(), event->modifiers()))
        QWidget::keyPressEvent(event);
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_cursor.focused = event->reason() != Qt::MouseFocusReason;
    m_cursorItem->refresh();
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_cursor.focused = false;
    m_cursorItem->refresh();
}

} // namespace widgets
