// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the command bar answers to a text: symbols, event types, panels, runs, commands, in the order of how
// well they match.
#pragma once

#include "widgets/commandbar/wordstock.h"
#include "widgets/common/desk.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace widgets {

/// A study that asks which events move one symbol, or which symbols one type of event moves; JSON.
QString studyOfSymbol(const QString &symbol);
QString studyOfEvent(const QString &eventType);

class CommandModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        HintRole = Qt::UserRole, ///< muted, on the right
        IconRole                 ///< name of an icon
    };
    /// More than this many answers help nobody.
    static constexpr int kMost = 40;

    CommandModel(Desk &desk, const WordReader &words, QObject *parent = nullptr);

    /// A panel or layout that can be shown.
    void addPlace(const QString &title, const QString &hint, const QString &icon, std::function<void()> show);
    /// Answers a text; "> commands", "w workspaces", "r runs", "f filters", "? help", "moves SPY".
    void ask(const QString &typed);
    void run(int row) const;
    /// The text that this answer would rather have typed ("> "); empty when it does something.
    [[nodiscard]] QString completion(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Answer {
        int score = 0;
        QString text;
        QString hint;
        QString icon;
        QString completion;
        std::function<void()> run;
    };
    void offer(int score, QString text, QString hint, QString icon, std::function<void()> run);
    void offerHelp();
    void offerSymbols(const QString &typed);
    void offerMoves(const QString &typed);
    void offerEventTypes(const QString &typed);
    void offerPlaces(const QString &typed);
    void offerCommands(const QString &typed, int less);
    void offerWorkspaces(const QString &typed);
    void offerRuns(const QString &typed);
    void offerStudies(const QString &typed);
    void offerFilters(const QString &typed);

    Desk &m_desk;
    const WordReader &m_words;
    std::vector<Answer> m_places;
    std::vector<Answer> m_answers;
};

} // namespace widgets
