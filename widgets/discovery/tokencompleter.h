// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Completes the last entry of a line with many: "SPY, TL…".
#pragma once

#include <QCompleter>
#include <QStringList>

class QLineEdit;
class QStringListModel;

namespace widgets {

class TokenCompleter final : public QCompleter
{
    Q_OBJECT

public:
    /// Belongs to the edit and watches it.
    explicit TokenCompleter(QLineEdit *edit);

    void setWords(const QStringList &words);
    /// Off: nothing is offered.
    void setEnabled(bool enabled) { m_enabled = enabled; }

private:
    void offer(const QString &text);
    void take(const QString &word);

    QLineEdit *m_edit;
    QStringListModel *m_words;
    bool m_enabled = true;
};

} // namespace widgets
