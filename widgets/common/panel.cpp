// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/panel.h"

#include <QAction>
#include <QVBoxLayout>

namespace widgets {

Panel::Panel(Desk &desk, const QString &id, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_stack(new QStackedWidget(this))
    , m_content(new QWidget(m_stack))
    , m_empty(new EmptyState(desk.theme(), m_stack))
{
    setObjectName(id);
    setWindowTitle(title);
    setAccessibleName(title);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void Panel::showContent()
{
    m_stack->setCurrentWidget(m_content);
}

QAction *Panel::sampleAction()
{
    if (!m_sample) {
        m_sample = new QAction(tr("Open Sample Workspace"), this);
        connect(m_sample, &QAction::triggered, &m_desk, &Desk::openSample);
    }
    return m_sample;
}

void Panel::showEmpty(const QString &sentence, QAction *action, const QString &icon)
{
    m_empty->set(sentence, action, icon);
    m_stack->setCurrentWidget(m_empty);
}

} // namespace widgets
