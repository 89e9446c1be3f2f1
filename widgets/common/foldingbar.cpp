// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/foldingbar.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace widgets {

FoldingBar::FoldingBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(m_more))
{
    m_row->setContentsMargins(8, 4, 8, 4);
    m_row->setSpacing(4);
    m_row->addWidget(m_more);
    const auto paint = [this] { m_more->setIcon(m_theme.icon(QStringLiteral("more"))); };
    paint();
    connect(&theme, &Theme::changed, this, paint);
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(m_more->toolTip());
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setMenu(m_menu);
    m_more->hide();
    connect(m_menu, &QMenu::aboutToShow, this, &FoldingBar::fillMenu);
}

void FoldingBar::addWidget(QWidget *widget, int stretch)
{
    m_row->insertWidget(m_row->count() - 1, widget, stretch);
    m_kept.append(widget);
}

void FoldingBar::addFoldable(QAbstractButton *button, int stretch)
{
    m_row->insertWidget(m_row->count() - 1, button, stretch);
    m_foldable.append(button);
}

int FoldingBar::leastOf(const QWidget *widget) const
{
    const int hint = std::max(widget->minimumSizeHint().width(), widget->minimumWidth());
    return std::min(hint, widget->maximumWidth()) + m_row->spacing();
}

QSize FoldingBar::minimumSizeHint() const
{
    const QMargins around = m_row->contentsMargins();
    int least = around.left() + around.right() - m_row->spacing();
    int height = 0;
    for (const QWidget *widget : m_kept) {
        if (widget->isHidden())
            continue;
        least += leastOf(widget);
        height = std::max(height, widget->minimumSizeHint().height());
    }
    for (const QAbstractButton *button : m_foldable)
        height = std::max(height, button->minimumSizeHint().height());
    if (!m_foldable.isEmpty())
        least += leastOf(m_more);
    return {least, height + around.top() + around.bottom()};
}

void FoldingBar::fold()
{
    const QMargins around = m_row->contentsMargins();
    int room = width() - around.left() - around.right() + m_row->spacing();
    for (const QWidget *widget : m_kept) {
        if (!widget->isHidden())
            room -= leastOf(widget);
    }
    int all = 0;
    for (const QAbstractButton *button : m_foldable)
        all += button->sizeHint().width() + m_row->spacing();
    const bool isFolded = all > room;
    if (isFolded)
        room -= leastOf(m_more);
    bool fits = true;
    for (QAbstractButton *button : m_foldable) {
        room -= button->sizeHint().width() + m_row->spacing();
        fits = fits && (!isFolded || room >= 0);
        button->setVisible(fits);
    }
    m_more->setVisible(isFolded);
}

void FoldingBar::fillMenu()
{
    m_menu->clear();
    for (QAbstractButton *button : m_foldable) {
        if (!button->isHidden())
            continue;
        const auto *tool = qobject_cast<QToolButton *>(button);
        if (tool && tool->menu()) {
            QAction *entry = tool->menu()->menuAction();
            entry->setText(button->text());
            m_menu->addAction(entry);
        } else if (tool && tool->defaultAction()) {
            m_menu->addAction(tool->defaultAction());
        } else {
            QAction *entry = m_menu->addAction(button->text());
            entry->setEnabled(button->isEnabled());
            connect(entry, &QAction::triggered, button, &QAbstractButton::click);
        }
    }
}

void FoldingBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
    m_row->activate();
}

bool FoldingBar::event(QEvent *event)
{
    // a field was shown, hidden, or has another text
    if (event->type() == QEvent::LayoutRequest)
        fold();
    return QWidget::event(event);
}

} // namespace widgets
