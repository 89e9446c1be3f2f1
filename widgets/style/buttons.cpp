// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/buttons.h"

#include <QPainter>
#include <QPolygonF>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

constexpr int kCheck = 14;
constexpr int kMenuWidth = 16; // the half of a tool button that opens its menu
constexpr int kToolAir = 3; // what Qt adds to the contents of every tool button

bool isChoice(const QWidget *widget)
{
    return roleOf(widget) == QLatin1String("choice");
}

bool isPrimary(const QStyleOptionButton &option, const QWidget *widget)
{
    return option.features.testFlag(QStyleOptionButton::DefaultButton) ||
           (widget && widget->property("primary").toBool());
}

/// How a tool button of some role looks: air around its contents and its least height.
struct ToolShape {
    QMargins around;
    int least = 0;
};

ToolShape toolShape(const QWidget *widget)
{
    const QString role = roleOf(widget);
    if (role == QLatin1String("small"))
        return {QMargins(1, 1, 1, 1)};
    if (role == QLatin1String("pill"))
        return {QMargins(11, 3, 11, 3)};
    if (role == QLatin1String("chip") || role == QLatin1String("shelf"))
        return {QMargins(7, 1, 7, 1), 16};
    if (role == QLatin1String("status"))
        return {QMargins(7, 0, 7, 1)};
    const auto *button = qobject_cast<const QToolButton *>(widget);
    const bool hasArrow = button && button->popupMode() != QToolButton::DelayedPopup;
    return {QMargins(7, 3, hasArrow ? 19 : 7, 3)};
}

/// Fill and line of a tool button.
std::pair<QColor, QColor> toolColors(const Canvas &canvas, const QStyleOptionToolButton &option)
{
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool hasFocus = isEnabled && (option.state & QStyle::State_HasFocus);
    const bool isHot = isEnabled && (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    const bool isOn = option.state & QStyle::State_On;
    const QString role = roleOf(canvas.widget);
    const QColor none;
    if (role == QLatin1String("pill"))
        return {canvas.color(Role::Accent), canvas.color(hasFocus ? Role::Text : Role::Accent)};
    if (role == QLatin1String("chip")) {
        return {canvas.color(isHot ? Role::Hover : Role::Raised),
                canvas.color(hasFocus ? Role::Text : Role::Accent)};
    }
    if (role == QLatin1String("shelf")) {
        return {canvas.color(isHot ? Role::Hover : Role::Raised),
                canvas.color(hasFocus ? Role::Accent : Role::Line)};
    }
    const QColor fill = isOn ? canvas.color(Role::Selection) : isHot ? canvas.color(Role::Hover) : none;
    return {fill, hasFocus ? canvas.color(Role::Accent) : none};
}

} // namespace

void drawPushButtonGround(const Canvas &canvas, const QStyleOptionButton &option)
{
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool hasFocus = isEnabled && (option.state & QStyle::State_HasFocus);
    const bool isHot = isEnabled && (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    if (isPrimary(option, canvas.widget) && isEnabled) {
        drawBox(canvas, option.rect, canvas.color(Role::Accent),
                canvas.color(hasFocus ? Role::Text : Role::Accent));
        return;
    }
    const Role calm = isChoice(canvas.widget) ? Role::Panel : Role::Raised;
    const Role fill = option.state & QStyle::State_On ? Role::Selection : isHot ? Role::Hover : calm;
    drawBox(canvas, option.rect, canvas.color(fill),
            canvas.color(hasFocus ? Role::Accent
                         : isHot  ? Role::Muted
                                  : Role::Line));
}

QRect pushButtonContents(const QStyleOptionButton &option, const QWidget *widget)
{
    return isChoice(widget) ? option.rect.adjusted(1, 1, -1, -1) : option.rect.adjusted(13, 4, -13, -4);
}

void drawPushButton(const Canvas &canvas, const QStyleOptionButton &option)
{
    drawPushButtonGround(canvas, option);
    QStyleOptionButton label = option;
    label.rect = pushButtonContents(option, canvas.widget);
    if (isPrimary(option, canvas.widget))
        label.palette.setColor(QPalette::Active, QPalette::ButtonText, canvas.color(Role::OnAccent));
    if (isPrimary(option, canvas.widget))
        label.palette.setColor(QPalette::Inactive, QPalette::ButtonText, canvas.color(Role::OnAccent));
    canvas.style.drawControl(QStyle::CE_PushButtonLabel, &label, &canvas.painter, canvas.widget);
}

QSize pushButtonSize(const QSize &contents, const QWidget *widget)
{
    return isChoice(widget) ? padded(contents, 0, QMargins(1, 1, 1, 1))
                            : padded(contents, 18, QMargins(13, 4, 13, 4));
}

void drawToolButton(const Canvas &canvas, const QStyleOptionToolButton &option)
{
    const auto [fill, line] = toolColors(canvas, option);
    if (fill.isValid() || line.isValid())
        drawBox(canvas, option.rect, fill, line);
    if (option.features.testFlag(QStyleOptionToolButton::Arrow)) { // they scroll a bar of tabs and are narrow
        drawArrow(canvas, option.rect, option.arrowType, kArrow);
        return;
    }
    const ToolShape shape = toolShape(canvas.widget);
    QStyleOptionToolButton label = option;
    label.state &= ~QStyle::State_AutoRaise; // the label would move when it is pressed
    label.rect = QStyle::visualRect(option.direction, option.rect, option.rect.marginsRemoved(shape.around));
    const QString role = roleOf(canvas.widget);
    const bool isHot = option.state & QStyle::State_MouseOver;
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        if (role == QLatin1String("pill"))
            label.palette.setColor(group, QPalette::ButtonText, canvas.color(Role::OnAccent));
        else if (role == QLatin1String("status") && !isHot)
            label.palette.setColor(group, QPalette::ButtonText, canvas.color(Role::Muted));
    }
    canvas.style.drawControl(QStyle::CE_ToolButtonLabel, &label, &canvas.painter, canvas.widget);
    if (option.features.testFlag(QStyleOptionToolButton::MenuButtonPopup)) {
        drawArrow(canvas, toolButtonMenu(option), Qt::DownArrow, kArrow);
    } else if (option.features.testFlag(QStyleOptionToolButton::HasMenu)) {
        const QRect inside = option.rect.adjusted(3, 0, -3, 0);
        drawArrow(canvas, endOf(inside, kArrow, option.direction), Qt::DownArrow, kArrow);
    }
}

QSize toolButtonSize(const QSize &contents, const QWidget *widget)
{
    const ToolShape shape = toolShape(widget);
    const QSize inside = contents.expandedTo(QSize(0, shape.least));
    return padded(inside + QSize(kToolAir, kToolAir), 0, shape.around);
}

QRect toolButtonMenu(const QStyleOptionToolButton &option)
{
    return endOf(option.rect, kMenuWidth, option.direction);
}

void drawCheckBox(const Canvas &canvas, const QStyleOption &option)
{
    const int side = std::min({option.rect.width(), option.rect.height(), kCheck});
    QRect box(0, 0, side, side);
    box.moveCenter(option.rect.center());
    const bool isLive = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor line = canvas.color(isLive ? Role::Muted : Role::Line);
    const QColor full = isLive ? canvas.color(Role::Accent) : line;
    drawBox(canvas, box, isOn ? full : canvas.color(Role::Panel), isOn ? full : line);
    if (!isOn)
        return;
    QPainter &painter = canvas.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(canvas.color(Role::OnAccent), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = QRectF(box).center();
    const double unit = side / 14.0;
    if (option.state & QStyle::State_NoChange)
        painter.drawLine(middle + QPointF(-3.2, 0) * unit, middle + QPointF(3.2, 0) * unit);
    else
        painter.drawPolyline(QPolygonF{middle + QPointF(-3.2, 0.2) * unit, middle + QPointF(-0.8, 2.6) * unit,
                                       middle + QPointF(3.4, -2.6) * unit});
    painter.restore();
}

} // namespace widgets
