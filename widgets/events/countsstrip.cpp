// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/countsstrip.h"

#include "widgets/common/words.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace widgets {

using core::base::Duration;
using core::base::Instant;
using core::base::Zone;
using namespace std::chrono_literals;

namespace {

constexpr int kStripMargin = 8;
constexpr int kColumns = 30; ///< pixels: the height of the columns

} // namespace

QString spanText(const TimeSpan &span, const Zone &zone)
{
    const bool isLong = span.to - span.from >= 96h;
    const Instant end = isLong ? span.to - Duration(1) : span.to;
    const QString from = isLong ? dayText(span.from, zone) : instantText(span.from, zone);
    const QString to = isLong ? dayText(end, zone) : instantText(end, zone);
    return from == to ? from : CountsStrip::tr("%1 to %2").arg(from, to);
}

CountsStrip::CountsStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("countsStrip"));
    setAccessibleName(tr("Counts of events over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::IBeamCursor);
    setToolTip(tipText(tr("Drag over a stretch of time to filter by it. With the keyboard: arrows move, Shift extends, "
                          "Enter filters, Escape takes it back.")));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    told();
}

void CountsStrip::setCounts(const core::workbench::EventHistogram &counts)
{
    m_counts = counts;
    m_from = -1;
    m_isDragging = false;
    m_at = m_at < buckets() ? m_at : -1;
    setEnabled(buckets() > 0);
    told();
}

void CountsStrip::setZone(const Zone &zone)
{
    m_zone = zone;
    told();
}

void CountsStrip::setSpan(const std::optional<TimeSpan> &span)
{
    m_span = span;
    m_from = -1;
    told();
}

QSize CountsStrip::sizeHint() const
{
    return {400, kColumns + fontMetrics().height() + 10};
}

QRect CountsStrip::plot() const
{
    return {kStripMargin, 4, std::max(1, width() - 2 * kStripMargin), kColumns};
}

double CountsStrip::edge(int bucket) const
{
    const QRect area = plot();
    return area.left() + static_cast<double>(area.width()) * bucket / std::max(1, buckets());
}

int CountsStrip::bucketAt(int x) const
{
    const QRect area = plot();
    const int at = static_cast<int>(static_cast<double>(x - area.left()) * buckets() / area.width());
    return std::clamp(at, 0, std::max(0, buckets() - 1));
}

Instant CountsStrip::startOf(int bucket) const
{
    const auto length = static_cast<double>((m_counts.to - m_counts.from).count());
    return m_counts.from + Duration(static_cast<std::int64_t>(length * bucket / std::max(1, buckets())));
}

TimeSpan CountsStrip::spanOf(int first, int last) const
{
    const auto [low, high] = std::minmax(first, last);
    TimeSpan span{startOf(low), startOf(high + 1)};
    if (high + 1 >= buckets())
        span.to = m_counts.to + Duration(1); // the last instant belongs to the last column
    // whole seconds read better, and whole days better still where a column is many
    const Duration unit = span.to - span.from >= 96h ? Duration(24h) : Duration(1s);
    const auto down = [&](Instant at) {
        const auto rest = ((at.micros() % unit.count()) + unit.count()) % unit.count();
        return at - Duration(rest);
    };
    span.from = down(span.from);
    span.to = down(span.to + unit - Duration(1));
    return span;
}

double CountsStrip::placeOf(Instant at) const
{
    const auto length = static_cast<double>((m_counts.to - m_counts.from).count());
    const double share = length > 0 ? static_cast<double>((at - m_counts.from).count()) / length : 0;
    return plot().left() + std::clamp(share, 0.0, 1.0) * plot().width();
}

QString CountsStrip::reading() const
{
    if (buckets() == 0)
        return tr("no events");
    const auto sum = [this](int first, int last) {
        return std::accumulate(m_counts.counts.begin() + first, m_counts.counts.begin() + last + 1,
                               std::uint64_t{0});
    };
    if (m_at >= 0) {
        const auto [low, high] = std::minmax(m_from >= 0 ? m_from : m_at, m_at);
        const std::uint64_t count = sum(low, high);
        const QString when = spanText({startOf(low), startOf(high + 1)}, m_zone);
        return count == 1 ? tr("1 event, %1").arg(when) : tr("%1 events, %2").arg(countText(count), when);
    }
    const double days =
        std::chrono::duration<double, std::ratio<86400>>(m_counts.to - m_counts.from).count() / buckets();
    const QString each = days >= 1     ? tr("%1 d").arg(numberText(days, days < 10 ? 1 : 0))
                         : days * 24 >= 1 ? tr("%1 h").arg(numberText(days * 24, 0))
                                          : tr("%1 min").arg(numberText(std::ceil(days * 1440), 0));
    return tr("at most %1 in %2")
        .arg(countText(*std::max_element(m_counts.counts.begin(), m_counts.counts.end())), each);
}

void CountsStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect area = plot();
    const Tokens &tokens = m_theme.tokens();
    painter.fillRect(QRect(area.left(), area.bottom() + 1, area.width(), 1), tokens.color(Role::Line));
    if (buckets() > 0) {
        const auto most = static_cast<double>(
            std::max<std::uint64_t>(1, *std::max_element(m_counts.counts.begin(), m_counts.counts.end())));
        const auto chosen = [this]() -> std::optional<std::pair<double, double>> {
            if (m_from >= 0 && m_at >= 0)
                return std::pair(edge(std::min(m_from, m_at)), edge(std::max(m_from, m_at) + 1));
            if (m_span)
                return std::pair(placeOf(m_span->from), placeOf(m_span->to));
            return std::nullopt;
        }();
        if (chosen) {
            const QRectF shade(chosen->first, 0, std::max(2.0, chosen->second - chosen->first), area.bottom() + 2);
            painter.fillRect(shade, tokens.tint(tokens.color(Role::Accent), 0.18));
            painter.fillRect(QRectF(shade.left(), 0, 1, shade.height()), tokens.color(Role::Accent));
            painter.fillRect(QRectF(shade.right() - 1, 0, 1, shade.height()), tokens.color(Role::Accent));
        }
        for (int i = 0; i < buckets(); ++i) {
            const auto count = static_cast<double>(m_counts.counts[static_cast<std::size_t>(i)]);
            if (count <= 0)
                continue;
            const double height = std::max(1.0, std::round(area.height() * count / most));
            const double left = std::round(edge(i));
            const double right = std::max(left + 1, std::round(edge(i + 1)) - (edge(1) - edge(0) >= 3 ? 1 : 0));
            const bool isRead = i == m_at;
            const bool isChosen = !chosen || (edge(i) >= chosen->first - 0.5 && edge(i + 1) <= chosen->second + 0.5);
            painter.fillRect(QRectF(left, area.bottom() + 1 - height, right - left, height),
                             isRead     ? tokens.color(Role::Text)
                             : !chosen  ? tokens.tint(tokens.color(Role::Accent), 0.75)
                             : isChosen ? tokens.color(Role::Accent)
                                        : tokens.tint(tokens.color(Role::Muted), 0.7));
        }
        if (m_at >= 0 && (hasFocus() || m_isDragging))
            painter.fillRect(QRectF(std::round((edge(m_at) + edge(m_at + 1)) / 2), 0, 1, area.bottom() + 2),
                             tokens.color(Role::Text));
    }
    const QRect line(area.left(), area.bottom() + 4, area.width(), fontMetrics().height());
    painter.setPen(tokens.color(Role::Muted));
    painter.setFont(Theme::numberFont(font()));
    if (buckets() > 0) {
        const QString from = dayText(m_counts.from, m_zone);
        const QString to = dayText(m_counts.to, m_zone);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, from);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, to);
        const int side = painter.fontMetrics().horizontalAdvance(from) + 12;
        const QRect middle = line.adjusted(side, 0, -side, 0);
        painter.setPen(tokens.color(m_at >= 0 ? Role::Text : Role::Muted));
        painter.drawText(middle, Qt::AlignCenter,
                         painter.fontMetrics().elidedText(reading(), Qt::ElideRight, middle.width()));
    } else {
        painter.drawText(line, Qt::AlignCenter, reading());
    }
    if (hasFocus()) {
        painter.setPen(tokens.color(Role::Accent));
        painter.drawRect(QRectF(0.5, 0.5, width() - 1, height() - 1));
    }
}

void CountsStrip::point(int bucket, bool extends)
{
    if (extends && m_from < 0)
        m_from = m_at >= 0 ? m_at : bucket;
    if (!extends)
        m_from = -1;
    m_at = bucket;
    told();
}

void CountsStrip::choose()
{
    if (m_at < 0 || buckets() == 0)
        return;
    const TimeSpan span = spanOf(m_from >= 0 ? m_from : m_at, m_at);
    m_from = -1;
    setSpan(span);
    Q_EMIT spanChosen(span);
}

void CountsStrip::told()
{
    const QString now = reading();
    if (accessibleDescription() != now) {
        setAccessibleDescription(now);
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
    update();
}

void CountsStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || buckets() == 0)
        return;
    m_isDragging = true;
    m_at = bucketAt(event->pos().x());
    m_from = m_at;
    told();
}

void CountsStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (buckets() == 0)
        return;
    m_at = bucketAt(event->pos().x());
    if (!m_isDragging && !(event->buttons() & Qt::LeftButton))
        m_from = -1;
    told();
}

void CountsStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_isDragging)
        return;
    m_isDragging = false;
    m_at = bucketAt(event->pos().x());
    choose();
}

void CountsStrip::leaveEvent(QEvent *)
{
    if (m_isDragging || hasFocus())
        return;
    m_at = -1;
    told();
}

void CountsStrip::keyPressEvent(QKeyEvent *event)
{
    const bool extends = event->modifiers() & Qt::ShiftModifier;
    const int step = event->modifiers() & Qt::ControlModifier ? 10 : 1;
    const int last = buckets() - 1;
    const int at = m_at < 0 ? last : m_at;
    switch (event->key()) {
    case Qt::Key_Left:
        point(std::max(0, at - step), extends);
        break;
    case Qt::Key_Right:
        point(std::min(last, at + step), extends);
        break;
    case Qt::Key_Home:
        point(0, extends);
        break;
    case Qt::Key_End:
        point(last, extends);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        choose();
        break;
    case Qt::Key_Escape:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_from >= 0 || m_isDragging) {
            m_isDragging = false;
            point(at, false);
        } else if (m_span) {
            setSpan(std::nullopt);
            Q_EMIT spanCleared();
        } else {
            QWidget::keyPressEvent(event);
        }
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CountsStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && m_at < 0)
        m_at = buckets() - 1;
    told();
}

void CountsStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_at = -1;
    m_from = -1;
    told();
}

} // namespace widgets
