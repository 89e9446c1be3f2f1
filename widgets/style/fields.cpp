// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/fields.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyle>

namespace widgets {

namespace {

const QMargins kLineAir(7, 3, 7, 3);
constexpr int kLeast = 20; // of the contents, in height
constexpr int kDropDown = 20;
constexpr int kSpinButtons = 16;
constexpr int kComboArrow = 10;
constexpr int kSpinArrow = 8;
constexpr int kArrowRoom = 18;

/// The line around a field: what is wrong or right about it first, then whether it has the keyboard.
const QColor &frameColor(const Canvas &canvas, QStyle::State state)
{
    const QString syntax = canvas.widget ? canvas.widget->property("syntaxState").toString() : QString();
    if (syntax == QLatin1String("invalid"))
        return canvas.color(Role::Down);
    if (syntax == QLatin1String("valid"))
        return canvas.color(Role::Up);
    const bool hasFocus = state.testFlag(QStyle::State_HasFocus) && state.testFlag(QStyle::State_Enabled);
    return canvas.color(hasFocus ? Role::Accent : Role::Line);
}

} // namespace

void drawLineEdit(const Canvas &canvas, const QStyleOptionFrame &option)
{
    if (option.lineWidth > 0)
        drawBox(canvas, option.rect, canvas.color(Role::Raised), frameColor(canvas, option.state));
    else
        canvas.painter.fillRect(option.rect, canvas.color(Role::Raised));
}

QRect lineEditContents(const QStyleOptionFrame &option)
{
    return option.lineWidth > 0 ? option.rect.marginsRemoved(kLineAir) : option.rect;
}

QSize lineEditSize(const QStyleOptionFrame &option, const QSize &contents, const QWidget *widget)
{
    // a spin box asks its line for the size of the text alone
    if (option.lineWidth <= 0 || (widget && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())))
        return contents;
    return padded(contents, kLeast, kLineAir);
}

void drawComboBox(const Canvas &canvas, const QStyleOptionComboBox &option)
{
    drawBox(canvas, option.rect, canvas.color(Role::Raised), frameColor(canvas, option.state));
    if (option.subControls.testFlag(QStyle::SC_ComboBoxArrow))
        drawArrow(canvas, comboBoxPart(option, QStyle::SC_ComboBoxArrow), Qt::DownArrow, kComboArrow);
}

void drawComboBoxLabel(const Canvas &canvas, const QStyleOptionComboBox &option)
{
    if (option.editable)
        return;
    constexpr int kSpacing = 6;
    QRect field = comboBoxPart(option, QStyle::SC_ComboBoxEditField);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    canvas.painter.save();
    canvas.painter.setClipRect(field);
    if (!option.currentIcon.isNull()) {
        const QPixmap picture =
            option.currentIcon.pixmap(option.iconSize, isEnabled ? QIcon::Normal : QIcon::Disabled);
        const QRect where =
            QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, option.iconSize, field);
        canvas.style.drawItemPixmap(&canvas.painter, where, Qt::AlignCenter, picture);
        const int step = option.iconSize.width() + kSpacing;
        field = QStyle::visualRect(option.direction, field, field.adjusted(step, 0, 0, 0));
    }
    canvas.style.drawItemText(
        &canvas.painter, field,
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        option.palette, isEnabled, option.currentText, QPalette::Text);
    canvas.painter.restore();
}

QRect comboBoxPart(const QStyleOptionComboBox &option, QStyle::SubControl part)
{
    switch (part) {
    case QStyle::SC_ComboBoxFrame:
        return option.rect;
    case QStyle::SC_ComboBoxArrow:
        return endOf(option.rect.adjusted(1, 1, -1, -1), kDropDown, option.direction);
    case QStyle::SC_ComboBoxEditField:
        return QStyle::visualRect(option.direction, option.rect,
                                  option.rect.marginsRemoved(kLineAir).adjusted(0, 0, -kArrowRoom, 0));
    default:
        return {};
    }
}

QSize comboBoxSize(const QSize &contents)
{
    // 2: Qt's own label keeps a pixel free on each side
    return padded(contents + QSize(kDropDown + 2, 0), kLeast, QMargins(7, 3, kArrowRoom + 1, 3));
}

void drawSpinBox(const Canvas &canvas, const QStyleOptionSpinBox &option)
{
    drawBox(canvas, option.rect, canvas.color(Role::Raised), frameColor(canvas, option.state));
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    drawArrow(canvas, spinBoxPart(option, QStyle::SC_SpinBoxUp), Qt::UpArrow, kSpinArrow);
    drawArrow(canvas, spinBoxPart(option, QStyle::SC_SpinBoxDown), Qt::DownArrow, kSpinArrow);
}

QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const QRect inside = option.rect.adjusted(1, 1, -1, -1);
    QRect buttons = endOf(inside, kSpinButtons, option.direction);
    const int half = buttons.height() / 2;
    switch (part) {
    case QStyle::SC_SpinBoxFrame:
        return option.rect;
    case QStyle::SC_SpinBoxUp:
        buttons.setBottom(buttons.top() + half - 1);
        return buttons;
    case QStyle::SC_SpinBoxDown:
        buttons.setTop(buttons.top() + half);
        return buttons;
    case QStyle::SC_SpinBoxEditField:
        return QStyle::visualRect(option.direction, option.rect,
                                  option.rect.marginsRemoved(kLineAir).adjusted(0, 0, -kArrowRoom, 0));
    default:
        return {};
    }
}

QSize spinBoxSize(const QSize &contents)
{
    return padded(contents + QSize(kSpinButtons, 0), kLeast, QMargins(7, 3, kArrowRoom + 1, 3));
}

} // namespace widgets
