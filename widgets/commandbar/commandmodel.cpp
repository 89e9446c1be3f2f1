// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commandbar/commandmodel.h"

#include "core/base/text.h"
#include "widgets/commandbar/matching.h"
#include "widgets/common/words.h"

#include <QAction>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

QString json(const QJsonObject &study)
{
    return QString::fromUtf8(QJsonDocument(study).toJson());
}

/// "&Open Workspace…" without the marks of menus.
QString plainText(const QAction *action)
{
    return action->text().remove(u'&');
}

} // namespace

QString studyOfSymbol(const QString &symbol)
{
    return json({{u"name"_s, CommandModel::tr("What moves %1").arg(symbol)},
                 {u"events"_s, QJsonArray{QJsonObject{{u"each"_s, QJsonArray{u"source"_s, u"event_type"_s}},
                                                      {u"filter"_s, u"timestamp >= 1900-01-01"_s}}}},
                 {u"assets"_s, QJsonArray{symbol}}});
}

QString studyOfEvent(const QString &eventType)
{
    const QString quoted = QString(eventType).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return json({{u"name"_s, CommandModel::tr("What %1 moves").arg(eventType)},
                 {u"events"_s, QJsonArray{QJsonObject{{u"name"_s, eventType},
                                                      {u"filter"_s, u"event_type == \"%1\""_s.arg(quoted)}}}},
                 {u"assets"_s, QJsonObject{{u"filter"_s, u"kind != \"\""_s}}}});
}

CommandModel::CommandModel(Desk &desk, const WordReader &words, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
    , m_words(words)
{}

void CommandModel::addPlace(const QString &title, const QString &hint, const QString &icon,
                            std::function<void()> show)
{
    m_places.push_back({0, title, hint, icon, {}, std::move(show)});
}

void CommandModel::offer(int score, QString text, QString hint, QString icon, std::function<void()> run)
{
    if (score > 0)
        m_answers.push_back({score, std::move(text), std::move(hint), std::move(icon), {}, std::move(run)});
}

void CommandModel::ask(const QString &typed)
{
    beginResetModel();
    m_answers.clear();
    const QString text = typed.trimmed();
    const bool spaced = typed.size() > 1 && typed[1] == u' ';
    const QString rest = text.mid(1).trimmed();
    if (text.isEmpty() || text.startsWith(u'?')) {
        offerHelp();
    } else if (text.startsWith(u'>')) {
        offerCommands(rest, 0);
    } else if (spaced && typed[0].toLower() == u'w') {
        offerWorkspaces(rest);
    } else if (spaced && typed[0].toLower() == u'r') {
        offerRuns(rest);
    } else if (spaced && typed[0].toLower() == u's') {
        offerStudies(rest);
    } else if (spaced && typed[0].toLower() == u'f') {
        offerFilters(rest);
    } else {
        offerMoves(text);
        offerSymbols(text);
        offerEventTypes(text);
        offerPlaces(text);
        offerStudies(text);
        offerCommands(text, 250);
    }
    std::stable_sort(m_answers.begin(), m_answers.end(),
                     [](const Answer &a, const Answer &b) { return a.score > b.score; });
    if (m_answers.size() > kMost)
        m_answers.resize(kMost);
    endResetModel();
}

void CommandModel::offerHelp()
{
    const auto add = [this](const QString &begin, const QString &text, const QString &icon) {
        m_answers.push_back({1, text, begin, icon, begin, {}});
    };
    add(u"> "_s, tr("Commands: everything the menus do"), u"run"_s);
    add(u"moves "_s, tr("Which events move a symbol: moves SPY"), u"discovery"_s);
    add(u"w "_s, tr("Workspaces"), u"workspace"_s);
    add(u"r "_s, tr("Runs of studies"), u"study"_s);
    add(u"s "_s, tr("Studies of this workspace"), u"study"_s);
    add(u"f "_s, tr("Filters used before"), u"filter"_s);
    m_answers.push_back({1, tr("A symbol, a type of event, or a panel: just type"), {}, u"search"_s, {}, {}});
}

void CommandModel::offerSymbols(const QString &typed)
{
    for (const WordStock::Symbol &word : m_words.words().symbols) {
        const int score = std::max(matchScore(typed, word.symbol), matchScore(typed, word.name) - 150);
        offer(score + (score > 0 ? 60 : 0), word.symbol, oneLine(word.name, 60), u"symbol"_s,
              [this, symbol = word.symbol] {
                  m_desk.selection().selectSymbol(symbol);
                  Q_EMIT m_desk.showPanel(u"chart"_s);
              });
    }
}

void CommandModel::offerMoves(const QString &typed)
{
    const QString moves = u"moves"_s;
    QString symbol;
    if (typed.startsWith(moves + u' ', Qt::CaseInsensitive))
        symbol = typed.mid(moves.size() + 1).trimmed();
    else if (typed.endsWith(u' ' + moves, Qt::CaseInsensitive))
        symbol = typed.chopped(moves.size() + 1).trimmed();
    if (symbol.isEmpty())
        return;
    for (const WordStock::Symbol &word : m_words.words().symbols) {
        const int score = matchScore(symbol, word.symbol);
        offer(score > 0 ? score + 1000 : 0, tr("Which events move %1?").arg(word.symbol), tr("opens a study"),
              u"discovery"_s, [this, found = word.symbol] { Q_EMIT m_desk.editStudy(studyOfSymbol(found)); });
    }
    for (const WordStock::EventType &word : m_words.words().eventTypes) {
        const int score = matchScore(symbol, word.type);
        offer(score > 0 ? score + 900 : 0, tr("Which assets does %1 move?").arg(word.type),
              tr("opens a study"), u"discovery"_s,
              [this, type = word.type] { Q_EMIT m_desk.editStudy(studyOfEvent(type)); });
    }
}

void CommandModel::offerEventTypes(const QString &typed)
{
    for (const WordStock::EventType &word : m_words.words().eventTypes) {
        const int score = matchScore(typed, word.type);
        offer(score, tr("Which assets does %1 move?").arg(word.type), tr("opens a study"), u"discovery"_s,
              [this, type = word.type] { Q_EMIT m_desk.editStudy(studyOfEvent(type)); });
        offer(score > 0 ? score - 1 : 0, tr("Events of type %1").arg(word.type), countText(word.count),
              u"events"_s, [this, type = word.type] {
                  const QString quoted = QString(type).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
                  Q_EMIT m_desk.applyFilter(u"event_type == \"%1\""_s.arg(quoted));
              });
    }
}

void CommandModel::offerPlaces(const QString &typed)
{
    for (const Answer &place : m_places) {
        const int score = matchScore(typed, place.text);
        offer(score > 0 ? score + 30 : 0, place.text, place.hint, place.icon, place.run);
    }
}

void CommandModel::offerCommands(const QString &typed, int less)
{
    for (QAction *action : m_desk.actions()) {
        if (!action->isEnabled())
            continue;
        const QString text = plainText(action);
        const int score = std::max(matchScore(typed, text), matchScore(typed, action->toolTip()) - 300);
        offer(score > less ? score - less : 0, text, action->shortcut().toString(QKeySequence::NativeText),
              u"run"_s, [action = QPointer<QAction>(action)] {
                  if (action)
                      action->trigger();
              });
    }
}

void CommandModel::offerWorkspaces(const QString &typed)
{
    for (const QString &folder : m_desk.settings().list(Setting::RecentWorkspaces)) {
        offer(matchScore(typed, QDir(folder).dirName()), oneLine(QDir(folder).dirName(), 60),
              oneLine(folder, 80), u"workspace"_s, [this, folder] { Q_EMIT m_desk.openFolder(folder); });
    }
    offer(matchScore(typed, tr("Sample")), tr("Sample"), tr("simulated data"), u"sample"_s,
          [this] { Q_EMIT m_desk.openSample(); });
}

void CommandModel::offerRuns(const QString &typed)
{
    for (const WordStock::Run &word : m_words.words().runs) {
        const int score = std::max(matchScore(typed, word.study), matchScore(typed, word.run));
        offer(score, oneLine(word.study, 80), dayText(word.at), u"study"_s,
              [this, run = word.run] { Q_EMIT m_desk.openRun(run); });
    }
}

void CommandModel::offerStudies(const QString &typed)
{
    for (const WordStock::Study &word : m_words.words().studies) {
        const int score = std::max(matchScore(typed, word.title), matchScore(typed, word.name));
        const QString hint = word.isSound ? tr("study %1") : tr("study %1, which cannot be run yet");
        offer(score, oneLine(word.title, 80), hint.arg(oneLine(word.name, 60)), u"study"_s,
              [this, name = word.name] { Q_EMIT m_desk.openStudyFile(name); });
    }
}

void CommandModel::offerFilters(const QString &typed)
{
    QStringList seen;
    for (const auto &[setting, hint] : {std::pair(Setting::FilterBookmarks, tr("bookmark")),
                                        std::pair(Setting::FilterHistory, tr("used before"))}) {
        for (const QString &filter : m_desk.settings().list(setting)) {
            if (seen.contains(filter))
                continue;
            seen.append(filter);
            offer(matchScore(typed, filter), oneLine(filter, 120), hint, u"filter"_s,
                  [this, filter] { Q_EMIT m_desk.applyFilter(filter); });
        }
    }
}

void CommandModel::run(int row) const
{
    if (row < 0 || row >= rowCount())
        return;
    // what is run may ask again, which would take the answer away from under it
    const std::function<void()> act = m_answers[static_cast<std::size_t>(row)].run;
    if (act)
        act();
}

QString CommandModel::completion(int row) const
{
    return row < 0 || row >= rowCount() ? QString() : m_answers[static_cast<std::size_t>(row)].completion;
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_answers.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Answer &answer = m_answers[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return answer.text;
    case HintRole:
        return answer.hint;
    case IconRole:
        return answer.icon;
    case Qt::AccessibleTextRole:
        return answer.hint.isEmpty() ? answer.text : u"%1, %2"_s.arg(answer.text, answer.hint);
    default:
        return {};
    }
}

} // namespace widgets
