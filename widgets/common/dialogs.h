// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that need a window of their own: files, folders, one choice among a few. A test says the answer
// beforehand.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QWidget;

namespace widgets {

/// Every question is asked without blocking: the answer comes to the function given, which is not called when
/// the person gives up (files) and not when `parent` is gone. GUI thread.
class Dialogs final : public QObject
{
    Q_OBJECT

public:
    using FileAnswer = std::function<void(const QString &)>;
    using FilesAnswer = std::function<void(const QStringList &)>;
    using ChoiceAnswer = std::function<void(int)>;

    explicit Dialogs(QObject *parent = nullptr);

    /// An existing folder.
    void askFolder(QWidget *parent, const QString &title, const QString &start, FileAnswer answer);
    /// A folder or file that is to be made; `filter` as QFileDialog takes it, empty for a folder.
    void askNew(QWidget *parent, const QString &title, const QString &start, const QString &filter,
                FileAnswer answer);
    /// Existing files, one or more.
    void askFiles(QWidget *parent, const QString &title, const QString &filter, FilesAnswer answer);
    /// A choice: the number of the button. Escape gives `safe`, which is also what Enter gives.
    void ask(QWidget *parent, const QString &title, const QString &question, const QStringList &buttons,
             int safe, ChoiceAnswer answer);

    /// For tests: the next question for files gets these at once (none: the person gives up).
    void setNextFileNames(const QStringList &names) { m_nextFiles = names; }
    void setNextFileName(const QString &name) { m_nextFiles = QStringList{name}; }
    /// For tests: the next choice is this button.
    void setNextAnswer(int button) { m_nextAnswer = button; }
    /// For tests: nobody is there. What has no answer beforehand is given up, or is the safe choice.
    void setUnattended(bool unattended) { m_unattended = unattended; }
    /// Questions asked so far, those answered beforehand too.
    [[nodiscard]] int asked() const { return m_asked; }

private:
    bool answered(const FilesAnswer &answer);

    std::optional<QStringList> m_nextFiles;
    std::optional<int> m_nextAnswer;
    bool m_unattended = false;
    int m_asked = 0;
};

} // namespace widgets
