// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/docktitle.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace widgets {

namespace {

constexpr int kHeight = 24;
constexpr int kIcon = 12;

} // namespace

DockTitle::DockTitle(const Theme &theme, QDockWidget *dock)
    : QWidget(dock)
    , m_theme(theme)
    , m_dock(dock)
    , m_title(new QLabel(dock->windowTitle(), this))
    , m_float(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setProperty("role", QStringLiteral("heading"));
    m_title->setMinimumWidth(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 2, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title, 1);
    for (QToolButton *button : {m_float, m_close}) {
        button->setIconSize(QSize(kIcon, kIcon));
        button->setFixedSize(20, 20);
        button->setFocusPolicy(Qt::NoFocus); // View > Panels and the shortcuts do the same from the keyboard
        button->setProperty("role", QStringLiteral("small"));
        layout->addWidget(button);
    }
    m_float->setToolTip(tr("Float or dock this panel"));
    m_float->setAccessibleName(tr("Float or dock %1").arg(dock->windowTitle()));
    m_close->setToolTip(tr("Close this panel; View ▸ Panels brings it back"));
    m_close->setAccessibleName(tr("Close %1").arg(dock->windowTitle()));
    connect(m_float, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    connect(m_close, &QToolButton::clicked, dock, &QDockWidget::close);
    connect(dock, &QDockWidget::windowTitleChanged, m_title, &QLabel::setText);
    connect(&theme, &Theme::changed, this, &DockTitle::paintIcons);
    paintIcons();
}

QSize DockTitle::sizeHint() const
{
    return {120, kHeight};
}

QSize DockTitle::minimumSizeHint() const
{
    return {60, kHeight};
}

void DockTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Panel));
    painter.setPen(m_theme.color(Role::Line));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void DockTitle::paintIcons()
{
    m_float->setIcon(m_theme.icon(QStringLiteral("float")));
    m_close->setIcon(m_theme.icon(QStringLiteral("close")));
}

} // namespace widgets
