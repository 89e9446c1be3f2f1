// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/bars.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kScrollAir = 3;
constexpr double kEndlessShare = 0.3; // of a bar without an end is filled

} // namespace

void drawScrollBar(const Canvas &canvas, const QStyleOptionSlider &option)
{
    canvas.painter.fillRect(option.rect, canvas.color(Role::Panel));
    if (option.minimum == option.maximum)
        return;
    const QRect slider = scrollBarPart(option, QStyle::SC_ScrollBarSlider)
                             .adjusted(kScrollAir, kScrollAir, -kScrollAir, -kScrollAir);
    const bool isHeld = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                        (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    drawBox(canvas, slider, canvas.color(isHeld ? Role::Muted : Role::Line), QColor());
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const QRect &all = option.rect;
    const bool lies = option.orientation == Qt::Horizontal;
    const int length = lies ? all.width() : all.height();
    int slider = length;
    if (option.maximum != option.minimum) {
        const qint64 range = static_cast<qint64>(option.maximum) - option.minimum;
        const auto share = static_cast<int>(qint64{option.pageStep} * length / (range + option.pageStep));
        slider = std::min(std::max(share, kLeastSlider), length);
    }
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - slider, option.upsideDown);
    const auto span = [&](int from, int many) {
        const QRect at = lies ? QRect(all.left() + from, all.top(), many, all.height())
                              : QRect(all.left(), all.top() + from, all.width(), many);
        return QStyle::visualRect(option.direction, all, at);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return all;
    case QStyle::SC_ScrollBarSlider:
        return span(start, slider);
    case QStyle::SC_ScrollBarSubPage:
        return span(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return span(start + slider, length - start - slider);
    default:
        return {};
    }
}

bool isEndless(const QStyleOptionProgressBar &option)
{
    return option.minimum == 0 && option.maximum == 0;
}

void drawProgress(const Canvas &canvas, const QStyleOptionProgressBar &option, double phase)
{
    drawBox(canvas, option.rect, canvas.color(Role::Raised), QColor());
    QRect done = option.rect;
    if (isEndless(option)) {
        // it comes in at one end and goes out at the other
        const int width = static_cast<int>(std::lround(option.rect.width() * kEndlessShare));
        const int from = static_cast<int>(std::lround((option.rect.width() + width) * phase)) - width;
        done = QRect(option.rect.left() + from, option.rect.top(), width, option.rect.height());
        done = done.intersected(option.rect);
    } else {
        const double range = static_cast<double>(option.maximum) - option.minimum;
        const double share =
            range > 0 ? std::clamp((static_cast<double>(option.progress) - option.minimum) / range, 0.0, 1.0)
                      : 0;
        done.setWidth(static_cast<int>(option.rect.width() * share));
    }
    if (done.width() > 0)
        drawBox(canvas, QStyle::visualRect(option.direction, option.rect, done), canvas.color(Role::Accent),
                QColor());
}

void drawSplitter(const Canvas &canvas, const QStyleOption &option)
{
    canvas.painter.fillRect(option.rect, canvas.color(Role::Line));
}

void drawSeparator(const Canvas &canvas, const QStyleOption &option)
{
    const bool isHot = option.state.testFlag(QStyle::State_MouseOver);
    canvas.painter.fillRect(option.rect, canvas.color(isHot ? Role::Accent : Role::Window));
}

} // namespace widgets
