// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/emptystate.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

EmptyState::EmptyState(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_picture(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_picture->setAlignment(Qt::AlignCenter);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setProperty("role", QStringLiteral("muted"));
    m_sentence->setMinimumWidth(160);
    m_sentence->setMaximumWidth(420);
    m_button->setObjectName(QStringLiteral("emptyAction"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_sentence, 8);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });
    connect(&theme, &Theme::changed, this, &EmptyState::paintIcon);
}

void EmptyState::set(const QString &sentence, QAction *action, const QString &icon)
{
    m_sentence->setText(sentence);
    m_action = action;
    m_button->setVisible(action != nullptr);
    if (action) {
        m_button->setText(action->text());
        m_button->setAccessibleName(action->text());
    }
    m_icon = icon;
    paintIcon();
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

void EmptyState::paintIcon()
{
    m_picture->setVisible(!m_icon.isEmpty());
    if (!m_icon.isEmpty())
        m_picture->setPixmap(m_theme.icon(m_icon).pixmap(QSize(32, 32), QIcon::Disabled));
}

} // namespace widgets
