// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/docktitle.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTabBar>
#include <QToolButton>

namespace widgets {

namespace {

constexpr int kHeight = 24;
constexpr int kButton = 20;
constexpr int kIcon = 12;
constexpr int kMargin = 2;

} // namespace

DockButtons::DockButtons(const Theme &theme, std::function<QDockWidget *()> dock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_float(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QToolButton *button : {m_float, m_close}) {
        button->setIconSize(QSize(kIcon, kIcon));
        button->setFixedSize(kButton, kButton);
        button->setFocusPolicy(Qt::NoFocus); // View > Panels and the shortcuts do the same from the keyboard
        button->setProperty("role", QStringLiteral("small"));
        layout->addWidget(button);
    }
    m_float->setToolTip(tr("Float or dock this panel"));
    m_close->setToolTip(tr("Close this panel; View ▸ Panels brings it back"));
    connect(m_float, &QToolButton::clicked, this, [dock] {
        if (QDockWidget *one = dock())
            one->setFloating(!one->isFloating());
    });
    connect(m_close, &QToolButton::clicked, this, [dock = std::move(dock)] {
        if (QDockWidget *one = dock())
            one->close();
    });
    connect(&theme, &Theme::changed, this, &DockButtons::paintIcons);
    paintIcons();
}

void DockButtons::setTitle(const QString &title)
{
    m_float->setAccessibleName(tr("Float or dock %1").arg(title));
    m_close->setAccessibleName(tr("Close %1").arg(title));
}

void DockButtons::paintIcons()
{
    m_float->setIcon(m_theme.icon(QStringLiteral("float")));
    m_close->setIcon(m_theme.icon(QStringLiteral("close")));
}

DockTitle::DockTitle(const Theme &theme, QDockWidget *dock)
    : QWidget(dock)
    , m_theme(theme)
{
    auto *title = new QLabel(dock->windowTitle(), this);
    title->setTextFormat(Qt::PlainText);
    title->setProperty("role", QStringLiteral("heading"));
    title->setMinimumWidth(1);
    auto *buttons = new DockButtons(
        theme, [dock] { return dock; }, this);
    buttons->setTitle(dock->windowTitle());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, kMargin, 0);
    layout->setSpacing(0);
    layout->addWidget(title, 1);
    layout->addWidget(buttons);
    connect(dock, &QDockWidget::windowTitleChanged, title, &QLabel::setText);
    connect(dock, &QDockWidget::windowTitleChanged, buttons, &DockButtons::setTitle);
}

void DockTitle::setTabbed(bool isTabbed)
{
    if (isTabbed == m_isTabbed)
        return;
    m_isTabbed = isTabbed;
    setVisible(!isTabbed);
    updateGeometry();
}

QSize DockTitle::sizeHint() const
{
    return {120, m_isTabbed ? 0 : kHeight};
}

QSize DockTitle::minimumSizeHint() const
{
    return {60, m_isTabbed ? 0 : kHeight};
}

void DockTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Panel));
    painter.setPen(m_theme.color(Role::Line));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

DockTabs::DockTabs(const Theme &theme, QTabBar *bar, std::function<QDockWidget *(const QString &)> dockOf)
    : QObject(bar)
    , m_bar(bar)
    , m_buttons(new DockButtons(
          theme, [bar, dockOf = std::move(dockOf)] { return dockOf(bar->tabText(bar->currentIndex())); },
          bar))
{
    connect(bar, &QTabBar::currentChanged, this, &DockTabs::place);
    bar->installEventFilter(this);
    place();
}

void DockTabs::place()
{
    m_buttons->setTitle(m_bar->tabText(m_bar->currentIndex()));
    const QSize size = m_buttons->sizeHint();
    m_buttons->setGeometry(m_bar->width() - size.width() - kMargin, (m_bar->height() - size.height()) / 2,
                           size.width(), size.height());
    m_buttons->setVisible(m_bar->sizeHint().width() + size.width() + kMargin <= m_bar->width());
}

bool DockTabs::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

} // namespace widgets
