// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where something is typed or chosen: lines, boxes with a list, boxes with a number.
#pragma once

#include "widgets/style/canvas.h"

#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QStyleOptionSpinBox>

namespace widgets {

/// A line within another field has neither frame nor air of its own.
void drawLineEdit(const Canvas &canvas, const QStyleOptionFrame &option);
QRect lineEditContents(const QStyleOptionFrame &option);
QSize lineEditSize(const QStyleOptionFrame &option, const QSize &contents, const QWidget *widget);

void drawComboBox(const Canvas &canvas, const QStyleOptionComboBox &option);
void drawComboBoxLabel(const Canvas &canvas, const QStyleOptionComboBox &option);
/// Null for parts that Qt places.
QRect comboBoxPart(const QStyleOptionComboBox &option, QStyle::SubControl part);
QSize comboBoxSize(const QSize &contents);

void drawSpinBox(const Canvas &canvas, const QStyleOptionSpinBox &option);
QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part);
QSize spinBoxSize(const QSize &contents);

} // namespace widgets
