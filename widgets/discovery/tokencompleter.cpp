// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/tokencompleter.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStringListModel>

namespace widgets {

namespace {

/// Where the entry being written begins.
qsizetype lastToken(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]"));
    return text.lastIndexOf(between) + 1;
}

} // namespace

TokenCompleter::TokenCompleter(QLineEdit *edit)
    : QCompleter(edit)
    , m_edit(edit)
    , m_words(new QStringListModel(this))
{
    setModel(m_words);
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
    setMaxVisibleItems(10);
    setWidget(edit);
    connect(edit, &QLineEdit::textEdited, this, &TokenCompleter::offer);
    connect(this, qOverload<const QString &>(&QCompleter::activated), this, &TokenCompleter::take);
}

void TokenCompleter::setWords(const QStringList &words)
{
    m_words->setStringList(words);
}

void TokenCompleter::offer(const QString &text)
{
    const QString token = m_enabled ? text.mid(lastToken(text)) : QString();
    if (token.isEmpty() || m_words->stringList().contains(token)) {
        popup()->hide();
        return;
    }
    setCompletionPrefix(token);
    if (completionCount() > 0)
        complete();
    else
        popup()->hide();
}

void TokenCompleter::take(const QString &word)
{
    const QString text = m_edit->text();
    m_edit->setText(text.left(lastToken(text)) + word);
    Q_EMIT m_edit->textEdited(m_edit->text());
}

} // namespace widgets
