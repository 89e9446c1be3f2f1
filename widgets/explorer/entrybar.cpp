// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/entrybar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace widgets {

EntryBar::EntryBar(QWidget *parent)
    : QFrame(parent)
    , m_caption(new QLabel(this))
    , m_edit(new QLineEdit(this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("entryBar"));
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setProperty("role", QStringLiteral("muted"));
    m_caption->setWordWrap(true);
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_caption->setBuddy(m_edit);
    m_button->setProperty("primary", true);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(m_button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_caption);
    layout->addLayout(row);
    connect(m_edit, &QLineEdit::returnPressed, this, &EntryBar::accept);
    connect(m_button, &QPushButton::clicked, this, &EntryBar::accept);
    connect(m_edit, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_button->setEnabled(!text.trimmed().isEmpty()); });
    hide();
}

void EntryBar::ask(const QString &caption, const QString &text, const QString &placeholder, const QString &button,
                   Answer answer)
{
    m_answer = std::move(answer);
    m_caption->setText(caption);
    m_edit->setAccessibleName(caption);
    m_edit->setPlaceholderText(placeholder);
    m_edit->setText(text);
    m_edit->selectAll();
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setEnabled(!text.trimmed().isEmpty());
    show();
    m_edit->setFocus();
}

void EntryBar::accept()
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty())
        return;
    const Answer answer = std::exchange(m_answer, {});
    leave();
    if (answer)
        answer(text);
}

void EntryBar::leave()
{
    m_answer = {};
    hide();
    Q_EMIT closed();
}

void EntryBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

} // namespace widgets
