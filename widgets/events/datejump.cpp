// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/datejump.h"

#include "core/base/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>

namespace widgets {

using core::base::Instant;
using core::base::Result;
using core::base::Zone;

Result<Instant> readDate(const QString &text, const Zone &zone)
{
    static const QRegularExpression hasZone(QStringLiteral("(Z|[+-]\\d{2}(:?\\d{2})?)$"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QString trimmed = text.trimmed();
    const auto at = core::base::parseInstant(core::base::utf8(trimmed));
    // the day itself ends in -11, which is no zone
    if (!at || (trimmed.size() > 10 && hasZone.match(trimmed).hasMatch()))
        return at;
    return zone.toUtc(at->utcDay(), *at - Instant(at->utcDay()));
}

DateJump::DateJump(QWidget *above)
    : QFrame(above)
    , m_above(above)
    , m_edit(new CheckedEdit(this))
{
    setProperty("role", QStringLiteral("popup"));
    setObjectName(QStringLiteral("dateJump"));
    auto *label = new QLabel(tr("Go to"), this);
    label->setBuddy(m_edit);
    m_edit->setObjectName(QStringLiteral("dateJumpEdit"));
    m_edit->setAccessibleName(tr("Date to go to"));
    m_edit->setPlaceholderText(QStringLiteral("2011-03-11 05:46"));
    m_edit->setFixedWidth(176);
    m_edit->installEventFilter(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->addWidget(label);
    layout->addWidget(m_edit);
    m_edit->setCheck([this](const QString &text) {
        if (text.trimmed().isEmpty())
            return QString();
        const auto at = readDate(text, m_zone);
        return at ? QString() : at.error().message;
    });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        const auto at = readDate(m_edit->text(), m_zone);
        if (!at)
            return;
        close();
        Q_EMIT wanted(*at);
    });
    hide();
}

void DateJump::open(const Zone &zone)
{
    m_zone = zone;
    m_edit->setHelp(tr("A day, or a day and a time; without a zone it is read in %1.")
                        .arg(core::base::qs(zone.name())));
    adjustSize();
    move(std::max(0, (m_above->width() - width()) / 2), 32);
    show();
    raise();
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void DateJump::close()
{
    hide();
    m_above->setFocus(Qt::OtherFocusReason);
}

bool DateJump::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace widgets
