// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Completes a filter while it is written: fields, then operators, then the words there are.
#pragma once

#include <QCompleter>
#include <QHash>
#include <QStringList>

class QLineEdit;
class QStringListModel;

namespace widgets {

/// What can stand where the caret is.
struct FilterPlace {
    enum class Kind : quint8 { Field, Operator, Value, Join };
    Kind kind = Kind::Field;
    qsizetype begin = 0; ///< where the word at the caret begins
    QString word;        ///< what is written of it; without its opening quote
    QString field;       ///< whose value it is
};

/// Reads the filter up to the caret; never fails.
FilterPlace filterPlace(const QString &text, qsizetype caret);

class FilterCompleter final : public QCompleter
{
    Q_OBJECT

public:
    /// Belongs to the edit and watches it.
    explicit FilterCompleter(QLineEdit *edit);

    /// The words of a field ("source", "event_type", "entity") as they are stored.
    void setWords(const QString &field, const QStringList &words);
    /// Offers at the caret, even before a letter is written.
    void offerNow() { offer(true); }
    /// A word is highlighted: Enter takes it.
    [[nodiscard]] bool isChoosing() const;

private:
    void offer(bool isAsked);
    void take(const QString &word);
    [[nodiscard]] QStringList wordsFor(const FilterPlace &place) const;

    QLineEdit *m_edit;
    QStringListModel *m_list;
    QHash<QString, QStringList> m_words;
};

} // namespace widgets
