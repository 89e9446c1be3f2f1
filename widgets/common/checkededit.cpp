// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/checkededit.h"

#include "core/base/text.h"
#include "core/domain/filter.h"
#include "widgets/common/words.h"
#include "widgets/style/style.h"

namespace widgets {

using namespace core;

CheckedEdit::CheckedEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setProperty("syntaxState", QStringLiteral("neutral"));
    connect(this, &QLineEdit::textChanged, this, &CheckedEdit::judge);
}

void CheckedEdit::setCheck(Check check, bool tellsValid)
{
    m_tellsValid = tellsValid;
    m_check = std::move(check);
    judge();
}

void CheckedEdit::setHelp(const QString &help)
{
    m_help = help;
    judge();
}

void CheckedEdit::show(const QString &text)
{
    if (text == this->text())
        return;
    setText(text);
    setCursorPosition(0);
}

void CheckedEdit::judge()
{
    const QString before = m_fault;
    m_fault = m_check ? m_check(text()) : QString();
    const QString state = !m_fault.isEmpty()                            ? QStringLiteral("invalid")
                          : text().trimmed().isEmpty() || !m_tellsValid ? QStringLiteral("neutral")
                                                                        : QStringLiteral("valid");
    setLook(this, "syntaxState", state);
    setToolTip(tipText(m_fault.isEmpty() ? m_help : m_fault));
    setAccessibleDescription(m_fault.isEmpty() ? m_help : m_fault);
    if (before != m_fault)
        Q_EMIT faultChanged();
}

CheckedEdit::Check filterCheck(const base::Clock &clock, bool mayBeBlank)
{
    return [&clock, mayBeBlank](const QString &text) {
        if (text.trimmed().isEmpty()) {
            return mayBeBlank ? QString()
                              : CheckedEdit::tr(
                                    "Say which events are meant, such as source == usgs and value >= 6.");
        }
        const auto filter = domain::Filter::parse(base::utf8(text), clock.now());
        return filter ? QString() : filter.error().message;
    };
}

} // namespace widgets
