// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/filtercompleter.h"

#include "core/base/text.h"
#include "core/domain/filter.h"
#include "widgets/common/filterterm.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QStringListModel>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;
using core::domain::FieldInfo;
using core::domain::FieldKind;

namespace {

struct Token {
    qsizetype begin = 0;
    QString text;
    bool isOpen = false; ///< a quote that is not closed yet
};

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || u"_^$@#.-/:+%"_s.contains(c) || c.unicode() >= 0x80;
}

std::vector<Token> cut(const QString &text)
{
    std::vector<Token> out;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        Token token{at, {}, false};
        if (const QChar quote = text[at]; quote == u'"' || quote == u'\'') {
            qsizetype end = at + 1;
            while (end < text.size() && text[end] != quote)
                end += text[end] == u'\\' ? 2 : 1;
            token.isOpen = end >= text.size();
            at = std::min(end + 1, text.size());
        } else if (isWordPart(text[at])) {
            while (at < text.size() && isWordPart(text[at]))
                ++at;
        } else if (u"=!<>&|"_s.contains(text[at])) {
            while (at < text.size() && u"=!<>&|"_s.contains(text[at]))
                ++at;
        } else {
            ++at;
        }
        token.text = text.mid(token.begin, at - token.begin);
        out.push_back(token);
    }
    return out;
}

const FieldInfo *fieldOf(const QString &name)
{
    const std::string wanted = core::base::utf8(name);
    for (const FieldInfo &info : core::domain::filterFields()) {
        if (info.name == wanted)
            return &info;
    }
    return nullptr;
}

bool isField(const QString &text)
{
    return fieldOf(text) || text.startsWith(u"meta."_s);
}

bool isOperator(const QString &text)
{
    static const QStringList kOperators{u"=="_s, u"!="_s, u"<"_s,        u"<="_s,      u">"_s,
                                        u">="_s, u"in"_s, u"contains"_s, u"matches"_s};
    return kOperators.contains(text);
}

bool opensAPart(const QString &text)
{
    static const QStringList kOpening{u"and"_s, u"or"_s, u"not"_s, u"&&"_s, u"||"_s, u"!"_s, u"("_s};
    return kOpening.contains(text);
}

} // namespace

FilterPlace filterPlace(const QString &text, qsizetype caret)
{
    std::vector<Token> tokens = cut(text.left(caret));
    FilterPlace place;
    place.begin = std::min(caret, text.size());
    if (!tokens.empty()) {
        const Token &last = tokens.back();
        const bool isWord = last.isOpen || isWordPart(last.text.front());
        const bool touches = last.begin + last.text.size() == place.begin;
        if (last.isOpen || (isWord && touches)) {
            place.begin = last.begin;
            place.word = last.isOpen ? last.text.mid(1) : last.text;
            tokens.pop_back();
        }
    }
    if (tokens.empty() || opensAPart(tokens.back().text))
        return place;
    const QString before = tokens.back().text;
    if (isField(before) && (tokens.size() == 1 || !isOperator(tokens[tokens.size() - 2].text))) {
        place.kind = FilterPlace::Kind::Operator;
        return place;
    }
    // back over the members of a set
    std::size_t at = tokens.size();
    if (before == u"{"_s || before == u","_s || before == u".."_s) {
        while (at > 0 && tokens[at - 1].text != u"{"_s)
            --at;
        at = at > 0 ? at - 1 : 0;
    }
    if (at >= 2 && isOperator(tokens[at - 1].text) && isField(tokens[at - 2].text)) {
        place.kind = FilterPlace::Kind::Value;
        place.field = tokens[at - 2].text;
        return place;
    }
    place.kind = FilterPlace::Kind::Join;
    return place;
}

FilterCompleter::FilterCompleter(QLineEdit *edit)
    : QCompleter(edit)
    , m_edit(edit)
    , m_list(new QStringListModel(this))
{
    setModel(m_list);
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
    setMaxVisibleItems(10);
    setWidget(edit);
    m_words[u"precision"_s] = {u"instant"_s, u"day"_s};
    m_words[u"known_basis"_s] = {u"published"_s, u"observed"_s, u"scheduled"_s, u"estimated"_s};
    connect(edit, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(this, qOverload<const QString &>(&QCompleter::activated), this, &FilterCompleter::take);
}

void FilterCompleter::setWords(const QString &field, const QStringList &words)
{
    m_words[field] = words;
}

bool FilterCompleter::isChoosing() const
{
    return popup()->isVisible() && popup()->currentIndex().isValid();
}

QStringList FilterCompleter::wordsFor(const FilterPlace &place) const
{
    switch (place.kind) {
    case FilterPlace::Kind::Field: {
        QStringList names;
        for (const FieldInfo &info : core::domain::filterFields())
            names << core::base::qs(info.name);
        return names << u"meta."_s << u"not"_s;
    }
    case FilterPlace::Kind::Operator:
        return {u"=="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s, u"in {"_s, u"contains"_s, u"matches"_s};
    case FilterPlace::Kind::Join:
        return {u"and"_s, u"or"_s};
    case FilterPlace::Kind::Value:
        break;
    }
    const FieldInfo *field = fieldOf(place.field);
    if (field && field->kind == FieldKind::Instant)
        return {u"-1d"_s, u"-7d"_s, u"-30d"_s, u"-365d"_s, u"now"_s};
    QStringList out;
    for (const QString &word : m_words.value(place.field))
        out << filterText(core::base::utf8(word));
    return out;
}

void FilterCompleter::offer(bool isAsked)
{
    const FilterPlace place = filterPlace(m_edit->text(), m_edit->cursorPosition());
    if (place.word.isEmpty() && !isAsked) {
        popup()->hide();
        return;
    }
    QStringList words = wordsFor(place);
    std::stable_partition(words.begin(), words.end(), [&place](const QString &word) {
        return word.startsWith(place.word, Qt::CaseInsensitive);
    });
    if (words.contains(place.word)) { // it is written already
        popup()->hide();
        return;
    }
    m_list->setStringList(words);
    setCompletionPrefix(place.word);
    if (completionCount() > 0)
        complete();
    else
        popup()->hide();
}

void FilterCompleter::take(const QString &word)
{
    const QString text = m_edit->text();
    const qsizetype caret = m_edit->cursorPosition();
    const FilterPlace place = filterPlace(text, caret);
    const QString rest = text.mid(caret);
    const bool isWhole = !word.endsWith(u'.') && !word.endsWith(u'{');
    const QString inserted = isWhole && !rest.startsWith(u' ') ? word + u' ' : word;
    m_edit->setText(text.left(place.begin) + inserted + rest);
    m_edit->setCursorPosition(static_cast<int>(place.begin + inserted.size()));
    Q_EMIT m_edit->textEdited(m_edit->text());
}

} // namespace widgets
