// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be changed from the Explorer: studies and watchlists, each change in the background and undone by
// its message.
#pragma once

#include "core/workbench/workbench.h"
#include "widgets/common/desk.h"

#include <functional>
#include <string>
#include <vector>

namespace widgets {

class EntryBar;

class ExplorerChanges final : public QObject
{
    Q_OBJECT

public:
    /// `entry` is where names are asked for; `window` stands under questions for files.
    ExplorerChanges(Desk &desk, EntryBar *entry, QWidget *window);

    /// The editor opens with an empty study; nothing is stored before it is saved there.
    void newStudy();
    void duplicateStudy(const QString &name);
    void removeStudy(const QString &name);
    void newList();
    void renameList(const QString &name);
    void removeList(const QString &name);
    void addSymbols(const QString &list);
    void importSymbols(const QString &list);
    void removeSymbol(const QString &list, const QString &symbol);

    [[nodiscard]] bool isBusy() const { return m_underWay > 0; }

Q_SIGNALS:
    void studyMade(const QString &name);
    void listMade(const QString &name);

private:
    using Names = std::vector<std::string>;
    using Work = std::function<core::base::Result<Names>(const core::workbench::Workbench &)>;

    /// Runs `work` in the background, then `then` with what it gave; an error is told.
    void change(const QString &title, Work work, std::function<void(const Names &)> then);
    void tellUndo(const QString &what, std::function<void()> undo);

    Desk &m_desk;
    EntryBar *m_entry;
    QWidget *m_window;
    int m_underWay = 0;
};

/// Symbols as they are typed: parted by blanks, commas or semicolons.
std::vector<std::string> symbolsIn(const QString &text);

} // namespace widgets
