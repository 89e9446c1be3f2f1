// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/frames.h"

#include "widgets/style/bars.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QGraphicsView>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QStyle>
#include <QTextEdit>

namespace widgets {

namespace {

constexpr int kTitlePixels = 24;
constexpr int kChoice = 54;

enum class Frame : quint8 {
    Qts,
    None,
    View,    // a line when it has the keyboard
    Popup,   // a line around a ground
    Field,   // what is typed into
    Banner,  // raised, the line says how serious
    Card,    // raised
    Mark,    // a word in a box
    Hairline // 1 px that parts things
};

Frame frameOf(const QWidget *widget)
{
    if (!qobject_cast<const QFrame *>(widget))
        return Frame::Qts;
    const QString role = roleOf(widget);
    if (qobject_cast<const QLabel *>(widget))
        return role == QLatin1String("mark") ? Frame::Mark : Frame::Qts;
    if (role == QLatin1String("line"))
        return Frame::Hairline;
    if (role == QLatin1String("banner"))
        return Frame::Banner;
    if (role == QLatin1String("card"))
        return Frame::Card;
    if (role == QLatin1String("popup") || widget->inherits("QComboBoxPrivateContainer"))
        return Frame::Popup;
    if (qobject_cast<const QAbstractItemView *>(widget)) {
        if (widget->inherits("QHeaderView"))
            return Frame::None;
        if (widget->isWindow())
            return Frame::Popup; // what a line suggests
        return widget->parentWidget() && widget->parentWidget()->inherits("QComboBoxPrivateContainer")
                   ? Frame::None
                   : Frame::View;
    }
    if (qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget))
        return widget->property("framed").toBool() ? Frame::Field : Frame::None;
    if (qobject_cast<const QScrollArea *>(widget) || qobject_cast<const QGraphicsView *>(widget))
        return Frame::None;
    return Frame::Qts;
}

QColor bannerLine(const Canvas &canvas)
{
    const QString severity = canvas.widget->property("severity").toString();
    return canvas.color(severity == QLatin1String("error")  ? Role::Down
                        : severity == QLatin1String("info") ? Role::Line
                                                            : Role::Warn);
}

/// Whether a label has got this from the style.
bool isOurs(QPalette::ColorRole role)
{
    return role == QPalette::PlaceholderText || role == QPalette::LinkVisited || role == QPalette::BrightText;
}

void dressLabel(QLabel *label)
{
    const QString role = roleOf(label);
    if (role == QLatin1String("muted"))
        label->setForegroundRole(QPalette::PlaceholderText);
    else if (role == QLatin1String("warn") || role == QLatin1String("mark"))
        label->setForegroundRole(QPalette::LinkVisited);
    else if (role == QLatin1String("down"))
        label->setForegroundRole(QPalette::BrightText);
    else if (isOurs(label->foregroundRole()))
        label->setForegroundRole(QPalette::NoRole);
    if (role == QLatin1String("heading") || role == QLatin1String("title")) {
        QFont font; // only what is said here, the rest follows the application
        font.setWeight(QFont::DemiBold);
        if (role == QLatin1String("title"))
            font.setPixelSize(kTitlePixels);
        label->setFont(font);
    }
}

} // namespace

std::optional<QMargins> frameMargins(const QWidget *widget)
{
    switch (frameOf(widget)) {
    case Frame::Qts:
        return std::nullopt;
    case Frame::None:
    case Frame::Hairline:
        return QMargins();
    case Frame::Mark:
        return QMargins(7, 1, 7, 1);
    case Frame::View:
    case Frame::Popup:
    case Frame::Field:
    case Frame::Banner:
    case Frame::Card:
        break;
    }
    return QMargins(1, 1, 1, 1);
}

bool drawFrame(const Canvas &canvas, const QStyleOption &option)
{
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    const QColor line = canvas.color(hasFocus ? Role::Accent : Role::Line);
    QPainter &painter = canvas.painter;
    switch (frameOf(canvas.widget)) {
    case Frame::Qts:
        return false;
    case Frame::None:
        break;
    case Frame::View:
        painter.setPen(hasFocus ? line : canvas.color(Role::Panel));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
        break;
    case Frame::Popup:
        painter.setPen(canvas.color(Role::Line));
        painter.setBrush(canvas.color(Role::Panel));
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
        break;
    case Frame::Field:
        drawBox(canvas, option.rect, canvas.color(Role::Raised), line);
        break;
    case Frame::Banner:
        drawBox(canvas, option.rect, canvas.color(Role::Raised), bannerLine(canvas));
        break;
    case Frame::Card:
        drawBox(canvas, option.rect, canvas.color(Role::Raised), canvas.color(Role::Line));
        break;
    case Frame::Mark:
        drawBox(canvas, option.rect, QColor(), canvas.color(Role::Warn));
        break;
    case Frame::Hairline:
        painter.fillRect(option.rect, canvas.color(Role::Line));
        break;
    }
    return true;
}

void drawTip(const Canvas &canvas, const QStyleOption &option)
{
    canvas.painter.setPen(canvas.color(Role::Line));
    canvas.painter.setBrush(canvas.color(Role::Raised));
    canvas.painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
}

void dress(QWidget *widget)
{
    if (auto *label = qobject_cast<QLabel *>(widget))
        dressLabel(label);
    const Frame frame = frameOf(widget);
    if (frame == Frame::Hairline)
        widget->setMaximumHeight(1);
    if (qobject_cast<QProgressBar *>(widget))
        widget->setMaximumHeight(kProgress);
    if (roleOf(widget) == QLatin1String("choice")) // its labels alone would do with less
        widget->setMinimumHeight(kChoice);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && !widget->inherits("QHeaderView"))
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (auto *edit = qobject_cast<QPlainTextEdit *>(widget))
        edit->viewport()->setBackgroundRole(frame == Frame::Field ? QPalette::Button : QPalette::Base);
    if (frame != Frame::Qts) {
        // a frame takes its width when it is made, before it is known what it will be
        QEvent changed(QEvent::StyleChange);
        QApplication::sendEvent(widget, &changed);
    }
}

} // namespace widgets
