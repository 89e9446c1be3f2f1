// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/emptystate.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kAround = 16;
constexpr int kAroundLow = 4;
constexpr int kGap = 12;
constexpr int kPicture = 32;

} // namespace

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
    layout->setContentsMargins(kAround, kAround, kAround, kAround);
    layout->setSpacing(kGap);
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
    arrange();
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void EmptyState::arrange()
{
    // in a low panel the sentence and the button come before the picture and the air
    const int width = std::min(m_sentence->maximumWidth(), this->width() - 2 * kAround);
    const int words =
        m_sentence->heightForWidth(width * 8 / 10) + (m_action ? m_button->sizeHint().height() + kGap : 0);
    const bool isLow = height() < words + 2 * kAround + kPicture + kGap;
    const int around = isLow ? kAroundLow : kAround;
    layout()->setContentsMargins(kAround, around, kAround, around);
    layout()->setSpacing(isLow ? kAroundLow : kGap);
    m_picture->setVisible(!m_icon.isEmpty() && !isLow);
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

void EmptyState::paintIcon()
{
    if (!m_icon.isEmpty())
        m_picture->setPixmap(m_theme.icon(m_icon).pixmap(QSize(kPicture, kPicture), QIcon::Disabled));
}

} // namespace widgets
