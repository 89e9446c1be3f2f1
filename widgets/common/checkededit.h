// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A line that says at once whether what is written in it can be understood, and what is wrong where.
#pragma once

#include "core/base/clock.h"

#include <QLineEdit>

#include <functional>

namespace widgets {

/// Keeps its property "syntaxState" ("neutral", "valid", "invalid") and the reason in step with its text. The
/// reason is also its tip and its accessible description.
class CheckedEdit final : public QLineEdit
{
    Q_OBJECT

public:
    /// The sentence that says what is wrong with a text; empty when it is fine.
    using Check = std::function<QString(const QString &)>;

    explicit CheckedEdit(QWidget *parent = nullptr);

    /// `tellsValid`: a sound text is marked too, for what has a grammar of its own.
    void setCheck(Check check, bool tellsValid = false);
    /// What it is for, shown while there is nothing wrong.
    void setHelp(const QString &help);
    [[nodiscard]] const QString &help() const { return m_help; }
    [[nodiscard]] const QString &fault() const { return m_fault; }
    /// Shows a text that somebody else has written; keeps the caret when it is the same.
    void show(const QString &text);

Q_SIGNALS:
    void faultChanged();

private:
    void judge();

    Check m_check;
    QString m_help;
    QString m_fault;
    bool m_tellsValid = false;
};

/// The check of an event filter; blank is fine when `mayBeBlank`.
CheckedEdit::Check filterCheck(const core::base::Clock &clock, bool mayBeBlank);

} // namespace widgets
