// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The geometry of one chart: which stretch of x and y is shown, where it lies, and what stands at a place.
// Draws nothing and listens to nothing, so that the screen, a file and a page share it.
#pragma once

#include "core/base/zone.h"
#include "widgets/charts/chartspec.h"
#include "widgets/charts/ticks.h"

#include <QCoreApplication>
#include <QFont>
#include <QFontMetricsF>
#include <QRectF>

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace widgets {

/// A day on an axis of time.
inline constexpr double kAxisDay = 86'400e6;

/// The colours and the letters of a chart.
struct PlotLook {
    Tokens tokens = Tokens::load(QStringLiteral("light"));
    bool redUp = false;
    QFont font;
    [[nodiscard]] QColor up() const { return tokens.color(redUp ? Role::Down : Role::Up); }
    [[nodiscard]] QColor down() const { return tokens.color(redUp ? Role::Up : Role::Down); }
};

/// The stretch of a chart that is in view. No y: it follows what is seen.
struct PlotWindow {
    double from = 0;
    double to = 1;
    std::optional<std::pair<double, double>> y;
    friend bool operator==(const PlotWindow &, const PlotWindow &) = default;
};

/// Markers that lie so close together that they are drawn as one.
struct MarkerCluster {
    std::size_t first = 0; ///< in order of x: see markerAt()
    std::size_t count = 0;
    QPointF at;
};

enum class PlotPlace : quint8 { Elsewhere, Data, XAxis, YAxis };

class Plot final
{
    Q_DECLARE_TR_FUNCTIONS(Plot)

public:
    void setSpec(const ChartSpec &spec);
    void setLook(const PlotLook &look);
    void setSize(const QSizeF &size);
    /// More lines below, for what leaves the program: source, range and time.
    void setCaption(const QString &caption);
    void setMarkers(std::vector<ChartMarker> markers);
    void setShades(std::vector<ChartShade> shades);

    [[nodiscard]] const ChartSpec &spec() const { return m_spec; }
    [[nodiscard]] const PlotLook &look() const { return m_look; }
    [[nodiscard]] const QSizeF &size() const { return m_size; }
    [[nodiscard]] const QString &caption() const { return m_caption; }
    [[nodiscard]] const core::base::Zone &zone() const { return m_zone; }
    [[nodiscard]] bool hasData() const { return m_hasData; }

    // the window
    [[nodiscard]] const PlotWindow &window() const { return m_window; }
    /// Kept within reach of the data and never empty.
    void setWindow(PlotWindow window);
    [[nodiscard]] PlotWindow fullWindow() const { return m_full; }
    /// Zoomed about a place by a factor (< 1: closer).
    [[nodiscard]] PlotWindow zoomedX(double factor, double about) const;
    [[nodiscard]] PlotWindow zoomedY(double factor, double about) const;
    [[nodiscard]] std::pair<double, double> valueRange() const;

    // the geometry
    [[nodiscard]] QRectF area() const;  ///< between the axes
    [[nodiscard]] QRectF lanes() const; ///< of area(): what values are drawn in (markers have the rest)
    [[nodiscard]] double px(double x) const;
    [[nodiscard]] double py(double y) const;
    [[nodiscard]] double xAt(double px) const;
    [[nodiscard]] double yAt(double py) const;
    [[nodiscard]] PlotPlace placeOf(const QPointF &at) const;
    [[nodiscard]] PixelGrid grid() const;
    /// The beginnings of sessions in view; none where they are too dense to be told apart.
    [[nodiscard]] std::span<const double> breaksInView() const;
    /// Pixels from one row of x to the next, at least, in view.
    [[nodiscard]] double slot(const Column &x) const;
    [[nodiscard]] QFont font() const;      ///< of axes and labels
    [[nodiscard]] QFont titleFont() const; ///< of the title
    [[nodiscard]] double rowHeight() const;
    /// The rows about the area that find their room: a low chart keeps what stands between its axes, and
    /// gives up first what is told elsewhere.
    struct Rows {
        bool title = false;
        bool header = false;  ///< title of the values, names of the series
        bool context = false; ///< larger units and title below the x axis
        bool source = false;
    };
    [[nodiscard]] const Rows &rows() const;
    [[nodiscard]] double titleTop() const { return kMargin; }
    [[nodiscard]] double headerTop() const;
    [[nodiscard]] double contextTop() const;
    [[nodiscard]] double sourceTop() const;
    [[nodiscard]] const std::vector<Tick> &xTicks() const;
    [[nodiscard]] const std::vector<Tick> &yTicks() const;
    [[nodiscard]] double yStep() const;

    // what stands where
    /// The x of the row nearest to x; x itself when there are no rows.
    [[nodiscard]] double snapped(double x) const;
    /// The x of the row before or after.
    [[nodiscard]] double stepped(double x, int rows) const;
    struct Reading {
        QString name;
        QString text;
        QColor color;
        double y = 0; ///< NaN: no dot
    };
    [[nodiscard]] std::vector<Reading> readings(double x) const;
    [[nodiscard]] QString positionText(double x) const; ///< of a row
    [[nodiscard]] QString edgeText(double x) const;     ///< of an end of the window
    [[nodiscard]] QString valueText(double y) const;
    [[nodiscard]] const std::vector<MarkerCluster> &clusters() const;
    [[nodiscard]] const ChartMarker &markerAt(std::size_t place) const { return m_spec.markers[place]; }
    [[nodiscard]] std::optional<MarkerCluster> clusterAt(const QPointF &at) const;

    [[nodiscard]] QColor colorOf(const ChartSeries &series) const;
    /// Whether the names of the series stand at their ends instead of in the header.
    [[nodiscard]] bool labelsDirectly() const;
    /// Whether the labels of horizontal rules stand to the right of the area instead of in it.
    [[nodiscard]] bool labelsRulesOutside() const;
    /// What of a series the header need not repeat is left out: empty, or the title of the values.
    [[nodiscard]] bool isNamed(const ChartSeries &series) const;
    [[nodiscard]] static QString clean(const QString &text);

    static constexpr double kMargin = 8;

private:
    void findFullWindow();
    void arrange() const;
    [[nodiscard]] Rows findRows() const;
    [[nodiscard]] double titleHeight() const;
    [[nodiscard]] double captionHeight() const;
    [[nodiscard]] std::pair<double, double> valuesInView() const;
    [[nodiscard]] std::vector<Column> grids() const;

    ChartSpec m_spec;
    PlotLook m_look;
    QSizeF m_size{640, 360};
    QString m_caption;
    core::base::Zone m_zone;
    PlotWindow m_window;
    PlotWindow m_full;
    bool m_hasData = false;

    // follows from the above, when asked for
    struct Arrangement {
        Rows rows;
        QRectF area;
        QRectF lanes;
        std::pair<double, double> values{0, 1};
        std::vector<Tick> xTicks;
        std::vector<Tick> yTicks;
        double yStep = 1;
        bool direct = false;
        bool rulesOutside = false;
        std::vector<MarkerCluster> clusters;
    };
    mutable std::optional<Arrangement> m_arranged;
};

} // namespace widgets
