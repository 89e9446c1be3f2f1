// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A chart on the screen: zoomed, panned and read by mouse and keyboard, turned into a table by one key, and
// exported.
#pragma once

#include "core/base/clock.h"
#include "widgets/charts/plotpainter.h"

#include <QElapsedTimer>
#include <QPointF>
#include <QWidget>

#include <limits>

class QAbstractItemModel;
class QChart;
class QChartView;
class QMenu;
class QStackedLayout;
class QTableView;
class QValueAxis;
class QWheelEvent;

namespace widgets {

class PlotItem;
class CursorItem;
class ChartTable;

class ChartView final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartView(Theme &theme, QWidget *parent = nullptr);
    ~ChartView() override;

    enum class Range : quint8 { Reset, Keep };
    void setSpec(const ChartSpec &spec, Range range = Range::Reset);
    [[nodiscard]] const ChartSpec &spec() const { return m_plot.spec(); }
    /// Only these change; the range stays.
    void setMarkers(std::vector<ChartMarker> markers);
    void setShades(std::vector<ChartShade> shades);

    void showRange(double from, double to);
    void resetRange();
    [[nodiscard]] std::pair<double, double> range() const;
    [[nodiscard]] std::pair<double, double> valueRange() const { return m_plot.valueRange(); }
    /// Goes back one zoom; false when there is none.
    bool goBack();

    /// The linked crosshair; NaN hides it. Emits nothing.
    void setCursor(double x);
    [[nodiscard]] double cursorX() const { return m_cursor.x; }

    /// Whose time pictures state; the system's unless set. Must outlive the view.
    void setClock(const core::base::Clock &clock) { m_clock = &clock; }
    /// Puts the picture that exportChart() makes into the clipboard; also Ctrl+C and the context menu. It is painted
    /// beside the window: imageCopied() says when it is there. Asked again meanwhile, only the last is copied.
    void copyImage(int scale = 1);
    /// What else pictures shall say, such as the run whose windows are shaded.
    void setNote(const QString &note) { m_note = note; }
    [[nodiscard]] const QString &note() const { return m_note; }
    /// What can be done with the chart; belongs to the caller.
    [[nodiscard]] QMenu *makeMenu();

    /// The same data as a table; belongs to the view.
    [[nodiscard]] QAbstractItemModel *tableModel();
    [[nodiscard]] bool showsTable() const;
    void showTable(bool table);

    /// What is drawn, as a value: a copy may be drawn elsewhere, by any thread.
    [[nodiscard]] const Plot &plot() const { return m_plot; }
    /// Where the chart lies in the widget that takes mouse and wheel.
    [[nodiscard]] QWidget *canvas() const;

    [[nodiscard]] QSize sizeHint() const override { return {640, 360}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 100}; }

Q_SIGNALS:
    void rangeChanged(double from, double to);
    void cursorMoved(double x); ///< by the user; NaN: it left
    void markerClicked(const QVariant &id);
    void spanSelected(double from, double to); ///< Shift and drag, or Shift and arrows, then Enter
    void tableShown(bool table);
    void imageCopied();
    /// The context menu is about to open over these markers (none: over none): others may add to it.
    void menuOpened(QMenu *menu, const QVariantList &markers);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Remember : quint8 { Yes, No };
    [[nodiscard]] core::base::Instant now() const;
    void applyTheme();
    void describe();
    void apply(const PlotWindow &window, Remember remember);
    void moveCursor(double x, double pixelY);
    void refresh();
    void resized(const QSizeF &size);
    void pressed(const QPointF &at, Qt::KeyboardModifiers modifiers);
    void dragged(const QPointF &at);
    void released(const QPointF &at);
    void hovered(const QPointF &at, const QPoint &global);
    void wheeled(const QWheelEvent &event);
    void openCluster(const MarkerCluster &cluster);
    void step(int rows);
    void stretch(int rows);
    void tellSpan(const std::pair<double, double> &span);
    bool keyed(int key, Qt::KeyboardModifiers modifiers);

    Theme &m_theme;
    Plot m_plot;
    PlotCursor m_cursor;
    const core::base::Clock *m_clock = nullptr;
    QString m_note;
    int m_copies = 0; ///< asked for so far
    QStackedLayout *m_pages;
    QChart *m_chart;
    QChartView *m_view;
    QValueAxis *m_x;
    QValueAxis *m_y;
    PlotItem *m_plotItem;
    CursorItem *m_cursorItem;
    QTableView *m_table = nullptr;
    ChartTable *m_model = nullptr;

    enum class Drag : quint8 { None, Pan, Span, AxisX, AxisY };
    Drag m_drag = Drag::None;
    QPointF m_pressedAt;
    PlotWindow m_pressedWindow;
    bool m_moved = false;
    std::vector<PlotWindow> m_history;
    QElapsedTimer m_sinceWheel;
};

} // namespace widgets
