// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/asofline.h"

#include "core/base/text.h"
#include "widgets/common/words.h"
#include "widgets/style/style.h"

#include <QAction>
#include <QKeyEvent>
#include <QRegularExpression>

namespace widgets {

using core::base::Error;
using core::base::ErrorCode;
using core::base::Instant;
using core::base::Result;
using core::base::Zone;

AsOfLine::AsOfLine(Desk &desk, QWidget *parent)
    : QLineEdit(parent)
    , m_desk(desk)
    , m_icon(addAction(desk.theme().icon(QStringLiteral("calendar")), QLineEdit::LeadingPosition))
{
    setObjectName(QStringLiteral("asOf"));
    setPlaceholderText(tr("As of now"));
    setAccessibleName(tr("As of"));
    setClearButtonEnabled(true);
    m_icon->setText(tr("As of"));
    m_icon->setToolTip(tr("Everything shows only what was known at this time"));
    connect(this, &QLineEdit::returnPressed, this, &AsOfLine::apply);
    connect(this, &QLineEdit::editingFinished, this, &AsOfLine::apply);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            apply(); // the clear button
    });
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        const auto at = parse(text, zone());
        setState(!at.ok() ? QStringLiteral("invalid") : QString(), at.ok() ? QString() : at.error().message);
    });
    connect(&desk, &Desk::asOfChanged, this, &AsOfLine::showAsOf);
    connect(&desk.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Zone)
            showAsOf();
    });
    connect(&desk.theme(), &Theme::changed, this,
            [this] { m_icon->setIcon(m_desk.theme().icon(QStringLiteral("calendar"))); });
    showAsOf();
}

Zone AsOfLine::zone() const
{
    const auto found = Zone::find(core::base::utf8(m_desk.settings().text(Setting::Zone)));
    return found.ok() ? *found : Zone();
}

Result<Instant> AsOfLine::parse(const QString &text, const Zone &zone)
{
    const QString typed = text.simplified();
    if (typed.isEmpty() || typed.compare(tr("now"), Qt::CaseInsensitive) == 0)
        return Instant();
    static const QRegularExpression carriesZone(QStringLiteral("[ T]\\d.*(Z|[+-]\\d\\d(:?\\d\\d)?)$"));
    const auto at = core::base::parseInstant(core::base::utf8(typed));
    if (!at.ok()) {
        return Error{ErrorCode::BadInput,
                     tr("“%1” is no date; write it like 2011-03-11 or 2011-03-11 14:46.").arg(typed)};
    }
    if (typed.contains(carriesZone))
        return *at;
    return zone.toUtc(at->utcDay(), *at - Instant(at->utcDay()));
}

void AsOfLine::apply()
{
    const auto at = parse(text(), zone());
    if (!at.ok()) {
        setState(QStringLiteral("invalid"), at.error().message);
        return;
    }
    m_desk.setAsOf(*at);
    showAsOf();
}

void AsOfLine::showAsOf()
{
    const Instant at = m_desk.asOf();
    const QString shown =
        at.isValid() ? QStringLiteral("%1 %2").arg(instantText(at, zone()), core::base::qs(zone().name()))
                     : QString();
    if (at.isValid()) {
        const QSignalBlocker quiet(this);
        setText(instantText(at, zone()));
    } else if (!text().isEmpty()) {
        const QSignalBlocker quiet(this);
        clear();
    }
    setState(at.isValid() ? QStringLiteral("valid") : QString(),
             at.isValid()
                 ? tr("Everything shows only what was known at %1. Empty the line for now.").arg(shown)
                 : tr("Everything shows what is known now. Type a date to go back in time."));
}

void AsOfLine::setState(const QString &state, const QString &tip)
{
    setToolTip(tip);
    setAccessibleDescription(tip);
    setLook(this, "syntaxState", state);
}

void AsOfLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        showAsOf();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace widgets
