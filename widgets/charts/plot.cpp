// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plot.h"

#include "core/base/text.h"
#include "widgets/common/words.h"

#include <QFontInfo>

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;

namespace {

constexpr double kMarkerLane = 20;
constexpr double kMarkerReach = 18; ///< markers nearer than this are one
constexpr double kLeastBreak = 8;   ///< pixels from one beginning of a session to the next
// pixels of the area below which a row about it is left out
constexpr double kRoomForSource = 110;
constexpr double kRoomForTitle = 64;
constexpr double kRoomForHeader = 48;
constexpr double kRoomForContext = 36;

void widen(std::pair<double, double> &range, double value)
{
    if (!std::isfinite(value))
        return;
    range.first = std::min(range.first, value);
    range.second = std::max(range.second, value);
}

} // namespace

QString Plot::clean(const QString &text)
{
    return oneLine(text, 200);
}

void Plot::setSpec(const ChartSpec &spec)
{
    m_spec = spec;
    prepare(m_spec);
    std::erase_if(m_spec.markers, [](const ChartMarker &marker) { return !std::isfinite(marker.x); });
    std::stable_sort(m_spec.markers.begin(), m_spec.markers.end(),
                     [](const ChartMarker &a, const ChartMarker &b) { return a.x < b.x; });
    m_zone = base::Zone();
    if (const base::Result<base::Zone> zone = base::Zone::find(base::utf8(spec.zone)))
        m_zone = *zone;
    findFullWindow();
    setWindow(m_full);
}

void Plot::setLook(const PlotLook &look)
{
    m_look = look;
    m_arranged.reset();
}

void Plot::setSize(const QSizeF &size)
{
    if (size != m_size)
        m_arranged.reset();
    m_size = size;
}

void Plot::setCaption(const QString &caption)
{
    m_caption = caption;
    m_arranged.reset();
}

void Plot::setMarkers(std::vector<ChartMarker> markers)
{
    const PlotWindow window = m_window;
    ChartSpec spec = std::move(m_spec);
    spec.markers = std::move(markers);
    setSpec(spec);
    setWindow(window);
}

void Plot::setShades(std::vector<ChartShade> shades)
{
    m_spec.shades = std::move(shades);
    m_arranged.reset();
}

std::vector<Column> Plot::grids() const
{
    std::vector<Column> found;
    const auto add = [&found](const Column &x) {
        if (x && !x->empty() && std::find(found.begin(), found.end(), x) == found.end())
            found.push_back(x);
    };
    if (m_spec.candles)
        add(m_spec.candles->x);
    for (const ChartSeries &series : m_spec.series)
        add(series.x);
    return found;
}

void Plot::findFullWindow()
{
    std::pair<double, double> range{std::numeric_limits<double>::infinity(),
                                    -std::numeric_limits<double>::infinity()};
    double pad = 0;
    const auto add = [&](const Column &x, bool wide) {
        if (!x || x->empty())
            return;
        widen(range, x->front());
        widen(range, x->back());
        if (wide) {
            const std::size_t tail = x->size() > 2048 ? x->size() - 2048 : 0;
            pad = std::max(pad, smallestStep(*x, tail, x->size()) / 2);
        }
    };
    for (const ChartSeries &series : m_spec.series)
        add(series.x, series.look == ChartLook::Columns || series.look == ChartLook::Points);
    if (m_spec.candles)
        add(m_spec.candles->x, true);
    m_hasData = range.first <= range.second;
    for (const ChartRule &rule : m_spec.rules) {
        if (rule.orientation == Qt::Vertical)
            widen(range, rule.at);
    }
    if (!(range.first <= range.second))
        range = {0, m_spec.timeAxis ? kAxisDay : 1};
    if (range.first == range.second)
        pad = std::max(pad, m_spec.timeAxis ? kAxisDay : std::max(1.0, std::abs(range.first) * 0.1));
    m_full = {range.first - pad, range.second + pad, std::nullopt};
}

void Plot::setWindow(PlotWindow window)
{
    const double whole = m_full.to - m_full.from;
    const double least = std::max({whole * 1e-9, std::abs(m_full.to) * 1e-13, 1e-300});
    if (!std::isfinite(window.from) || !std::isfinite(window.to))
        window = m_full;
    if (window.from > window.to)
        std::swap(window.from, window.to);
    double width = std::clamp(window.to - window.from, least, whole * 1.5);
    const double middle = (window.from + window.to) / 2;
    window.from = middle - width / 2;
    window.to = window.from + width;
    // some of the data stays in view
    const double slack = std::min(width, whole) * 0.1;
    double shift = 0;
    if (window.to < m_full.from + slack)
        shift = m_full.from + slack - window.to;
    else if (window.from > m_full.to - slack)
        shift = m_full.to - slack - window.from;
    window.from += shift;
    window.to += shift;
    if (window.y && !(window.y->second > window.y->first))
        window.y.reset();
    m_window = window;
    m_arranged.reset();
}

PlotWindow Plot::zoomedX(double factor, double about) const
{
    PlotWindow window = m_window;
    const double whole = m_full.to - m_full.from;
    if ((window.to - window.from) * factor > whole * 1.5)
        factor = std::max(1.0, whole * 1.5 / (window.to - window.from));
    window.from = about + (window.from - about) * factor;
    window.to = about + (window.to - about) * factor;
    return window;
}

PlotWindow Plot::zoomedY(double factor, double about) const
{
    PlotWindow window = m_window;
    const auto [low, high] = valueRange();
    if (m_spec.yLog && low > 0 && about > 0) {
        window.y = {about * std::pow(low / about, factor), about * std::pow(high / about, factor)};
    } else {
        window.y = {about + (low - about) * factor, about + (high - about) * factor};
    }
    const double size = window.y->second - window.y->first;
    if (!std::isfinite(size) || size <= std::abs(window.y->second) * 1e-12)
        window.y = m_window.y;
    return window;
}

std::pair<double, double> Plot::valuesInView() const
{
    std::pair<double, double> range{std::numeric_limits<double>::infinity(),
                                    -std::numeric_limits<double>::infinity()};
    const bool log = m_spec.yLog;
    const auto value = [&](double v) {
        // beyond these the range itself would overflow
        if (std::isfinite(v) && (!log || v > 0))
            widen(range, std::clamp(v, -1e300, 1e300));
    };
    const auto add = [&](const Column &x, const std::shared_ptr<const Pyramid> &y) {
        if (!x || !y)
            return;
        const auto [first, last] = rowsWithin(*x, m_window.from, m_window.to);
        Stretch part = y->over(first, last);
        if (part.isEmpty()) // zoomed between two rows
            part = y->over(first > 0 ? first - 1 : 0, last + 1);
        if (part.isEmpty())
            return;
        value(part.least);
        value(part.greatest);
    };
    bool columns = false;
    for (const ChartSeries &series : m_spec.series) {
        add(series.x, series.ySummary);
        add(series.x, series.lowSummary);
        add(series.x, series.highSummary);
        columns = columns || series.look == ChartLook::Columns;
    }
    if (m_spec.candles) {
        add(m_spec.candles->x, m_spec.candles->lowSummary);
        add(m_spec.candles->x, m_spec.candles->highSummary);
    }
    for (const ChartRule &rule : m_spec.rules) {
        if (rule.orientation == Qt::Horizontal)
            value(rule.at);
    }
    if (columns)
        value(0);
    if (!(range.first <= range.second))
        range = log ? std::pair{1.0, 10.0} : std::pair{0.0, 1.0};
    if (range.first == range.second) {
        const double pad = range.first == 0 ? 1 : std::abs(range.first) * 0.05;
        range = {range.first - pad, range.second + pad};
    } else if (log) {
        const double pad = std::pow(range.second / range.first, 0.05);
        range = {range.first / pad, range.second * pad};
    } else {
        const double pad = (range.second - range.first) * 0.05;
        const bool onZero = columns && range.first == 0;
        const bool underZero = columns && range.second == 0;
        range = {onZero ? 0 : range.first - pad, underZero ? 0 : range.second + pad};
    }
    if (std::isfinite(m_spec.yFrom))
        range.first = std::clamp(m_spec.yFrom, -1e300, 1e300);
    if (std::isfinite(m_spec.yTo))
        range.second = std::clamp(m_spec.yTo, -1e300, 1e300);
    if (log && !(range.first > 0))
        range.first = range.second > 0 ? range.second / 1000 : 1;
    if (!(range.second > range.first))
        range.second = range.first + std::max(1.0, std::abs(range.first) * 0.1);
    return range;
}

QFont Plot::font() const
{
    QFont font = Theme::numberFont(m_look.font);
    font.setPixelSize(std::max(8, QFontInfo(m_look.font).pixelSize() - 1));
    font.setWeight(QFont::Normal);
    return font;
}

QFont Plot::titleFont() const
{
    QFont font = m_look.font;
    font.setPixelSize(std::max(9, QFontInfo(m_look.font).pixelSize()));
    font.setWeight(QFont::DemiBold);
    return font;
}

double Plot::rowHeight() const
{
    return std::ceil(QFontMetricsF(font()).height()) + 3;
}

double Plot::titleHeight() const
{
    return std::ceil(QFontMetricsF(titleFont()).height()) + 4;
}

double Plot::captionHeight() const
{
    return m_caption.isEmpty() ? 0
                               : rowHeight() * static_cast<double>(m_caption.count(QLatin1Char('\n')) + 1);
}

Plot::Rows Plot::findRows() const
{
    const double row = rowHeight();
    Rows rows{.title = !m_spec.title.isEmpty(),
              .header = !m_spec.yTitle.isEmpty() || m_spec.candles || !m_spec.series.empty(),
              .context = m_spec.timeAxis || !m_spec.xTitle.isEmpty(),
              .source = !m_spec.source.isEmpty()};
    double height = m_size.height() - 2 * kMargin + 2 - captionHeight() - row - 6 -
                    (rows.title ? titleHeight() : 0) - (rows.header ? row + 2 : 0) -
                    (rows.context ? row : 0) - (rows.source ? row : 0);
    const auto drop = [&height](bool &isShown, double size, double least) {
        if (!isShown || height >= least)
            return;
        isShown = false;
        height += size;
    };
    drop(rows.source, row, kRoomForSource);
    drop(rows.title, titleHeight(), kRoomForTitle);
    drop(rows.header, row + 2, kRoomForHeader);
    drop(rows.context, row, kRoomForContext);
    return rows;
}

const Plot::Rows &Plot::rows() const
{
    arrange();
    return m_arranged->rows;
}

double Plot::headerTop() const
{
    return kMargin + (rows().title ? titleHeight() : 0);
}

double Plot::contextTop() const
{
    return area().bottom() + 4 + rowHeight();
}

std::span<const double> Plot::breaksInView() const
{
    const auto [first, last] = rowsWithin(m_spec.breaks, m_window.from, m_window.to);
    const std::span<const double> seen = std::span(m_spec.breaks).subspan(first, last - first);
    return static_cast<double>(seen.size()) * kLeastBreak > area().width() ? std::span<const double>() : seen;
}

double Plot::sourceTop() const
{
    return m_size.height() - kMargin + 2 - captionHeight() - (rows().source ? rowHeight() : 0);
}

void Plot::arrange() const
{
    if (m_arranged)
        return;
    Arrangement &out = m_arranged.emplace();
    out.rows = findRows();
    const QFontMetricsF metrics(font());
    const double row = rowHeight();
    const double top = headerTop() + (out.rows.header ? row + 2 : 0);
    const double bottom = sourceTop() - (out.rows.context ? row : 0) - row - 6;
    out.values = m_window.y ? *m_window.y : valuesInView();

    const double height = std::max(16.0, bottom - top);
    const int most = std::clamp(static_cast<int>(height / 44), 2, 8);
    const auto [low, high] = out.values;
    out.yTicks = m_spec.yLog ? logTicks(low, high, most) : numberTicks(low, high, most);
    // one mark alone tells no scale
    for (int more = most + 1; out.yTicks.size() < 2 && more <= 8; ++more)
        out.yTicks = m_spec.yLog ? logTicks(low, high, more) : numberTicks(low, high, more);
    out.yStep = (high - low) / most;
    if (!m_spec.yLog && out.yTicks.size() > 1)
        out.yStep = out.yTicks[1].at - out.yTicks[0].at;
    double left = metrics.horizontalAdvance(QLatin1Char('0')) * 3;
    for (const Tick &tick : out.yTicks)
        left = std::max(left, metrics.horizontalAdvance(tick.label));
    left = kMargin + std::ceil(left) + 6;

    // names at the right ends of up to four lines and of rules, when they leave the lines their room
    std::size_t names = 0;
    double widest = 0;
    bool haveEnds = !m_spec.candles;
    for (const ChartSeries &series : m_spec.series) {
        if (!isNamed(series))
            continue;
        ++names;
        widest = std::max(widest, metrics.horizontalAdvance(clean(series.name)));
        haveEnds = haveEnds && (series.look == ChartLook::Line || series.look == ChartLook::Step ||
                                series.look == ChartLook::Band);
    }
    const double room = std::min(180.0, m_size.width() * 0.24);
    out.direct = haveEnds && names >= 1 && names <= 4 && widest <= room &&
                 height >= row * static_cast<double>(names) * 1.5;
    double margin = out.direct ? widest : 0;
    double above = 1;
    double ruled = 0;
    for (const ChartRule &rule : m_spec.rules) {
        if (rule.label.isEmpty())
            continue;
        if (rule.orientation == Qt::Horizontal)
            ruled = std::max(ruled, metrics.horizontalAdvance(clean(rule.label)));
        else
            above = row + 2;
    }
    for (const ChartShade &shade : m_spec.shades) {
        if (!shade.label.isEmpty())
            above = row + 2;
    }
    out.rulesOutside = ruled > 0 && ruled <= room && m_size.width() >= 400;
    if (out.rulesOutside)
        margin = std::max(margin, ruled);
    const double right = m_size.width() - kMargin - (margin > 0 ? std::ceil(margin) + 8 : 4);
    out.area = QRectF(left, std::floor(top), std::max(16.0, std::floor(right - left)), std::floor(height));
    if (above > height / 4)
        above = 1;
    out.lanes = out.area.adjusted(0, above, 0, m_spec.markers.empty() || height < 60 ? 0 : -kMarkerLane);

    const int across = std::max(2, static_cast<int>(out.area.width() / (m_spec.timeAxis ? 76 : 88)));
    out.xTicks = m_spec.timeAxis ? calendarTicks(m_window.from, m_window.to, across, m_zone)
                                 : numberTicks(m_window.from, m_window.to, across);

    const double perPixel = (m_window.to - m_window.from) / out.area.width();
    const auto &markers = m_spec.markers;
    const auto visible = std::lower_bound(markers.begin(), markers.end(), m_window.from,
                                          [](const ChartMarker &marker, double x) { return marker.x < x; });
    for (auto it = visible; it != markers.end() && it->x <= m_window.to;) {
        auto end = std::next(it);
        while (end != markers.end() && end->x <= m_window.to &&
               end->x - (it->x + std::prev(end)->x) / 2 < kMarkerReach * perPixel)
            ++end;
        const double middle = (it->x + std::prev(end)->x) / 2;
        out.clusters.push_back({static_cast<std::size_t>(it - markers.begin()),
                                static_cast<std::size_t>(end - it),
                                QPointF(out.area.left() + (middle - m_window.from) / perPixel,
                                        out.area.bottom() - kMarkerLane / 2)});
        it = end;
    }
}

std::pair<double, double> Plot::valueRange() const
{
    arrange();
    return m_arranged->values;
}

QRectF Plot::area() const
{
    arrange();
    return m_arranged->area;
}

QRectF Plot::lanes() const
{
    arrange();
    return m_arranged->lanes;
}

const std::vector<Tick> &Plot::xTicks() const
{
    arrange();
    return m_arranged->xTicks;
}

const std::vector<Tick> &Plot::yTicks() const
{
    arrange();
    return m_arranged->yTicks;
}

double Plot::yStep() const
{
    arrange();
    return m_arranged->yStep;
}

bool Plot::labelsDirectly() const
{
    arrange();
    return m_arranged->direct;
}

bool Plot::labelsRulesOutside() const
{
    arrange();
    return m_arranged->rulesOutside;
}

bool Plot::isNamed(const ChartSeries &series) const
{
    return !series.name.isEmpty() && series.name != m_spec.yTitle;
}

const std::vector<MarkerCluster> &Plot::clusters() const
{
    arrange();
    return m_arranged->clusters;
}

double Plot::px(double x) const
{
    const QRectF where = area();
    return where.left() + (x - m_window.from) / (m_window.to - m_window.from) * where.width();
}

double Plot::xAt(double at) const
{
    const QRectF where = area();
    return m_window.from + (at - where.left()) / where.width() * (m_window.to - m_window.from);
}

double Plot::py(double y) const
{
    const QRectF where = lanes();
    const auto [low, high] = valueRange();
    double share = 0;
    if (m_spec.yLog)
        share = y > 0 ? std::log(y / low) / std::log(high / low) : -1;
    else
        share = (y - low) / (high - low);
    // far outside is as good as just outside, and what draws has no trouble with it
    share = std::isnan(share) ? share : std::clamp(share, -50.0, 50.0);
    return where.bottom() - share * where.height();
}

double Plot::yAt(double at) const
{
    const QRectF where = lanes();
    const auto [low, high] = valueRange();
    const double share = (where.bottom() - at) / where.height();
    return m_spec.yLog ? low * std::pow(high / low, share) : low + share * (high - low);
}

PlotPlace Plot::placeOf(const QPointF &at) const
{
    const QRectF where = area();
    if (where.contains(at))
        return PlotPlace::Data;
    if (at.y() > where.bottom() && at.x() >= where.left() && at.x() <= where.right())
        return PlotPlace::XAxis;
    if (at.x() < where.left() && at.y() >= where.top() && at.y() <= where.bottom())
        return PlotPlace::YAxis;
    return PlotPlace::Elsewhere;
}

PixelGrid Plot::grid() const
{
    return {m_window.from, m_window.to, std::max(1, static_cast<int>(area().width()))};
}

double Plot::slot(const Column &x) const
{
    const auto [first, last] = rowsWithin(*x, m_window.from, m_window.to);
    const double width = area().width();
    if (last - first > 4096) // too many to look at; near enough
        return width / static_cast<double>(last - first);
    const std::size_t before = first > 0 ? first - 1 : 0;
    const double step = smallestStep(*x, before, std::min(last + 1, x->size()));
    return step > 0 ? step / (m_window.to - m_window.from) * width : width / 8;
}

QColor Plot::colorOf(const ChartSeries &series) const
{
    if (series.role == Role::Up)
        return m_look.up();
    if (series.role == Role::Down)
        return m_look.down();
    return series.role ? m_look.tokens.color(*series.role) : m_look.tokens.series(std::max(0, series.color));
}

} // namespace widgets
