// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One window for one workspace: a second program on the same folder raises the first and ends.
#pragma once

#include <QObject>
#include <QString>

class QLocalServer;

namespace app {

class MainWindow;

/// A socket of the user's own, named after the workspace. GUI thread.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(QObject *parent = nullptr);
    ~SingleInstance() override;

    enum class Other : quint8 { None, Raised, Silent };
    /// Asks the window that has the folder open to come forward; waits two seconds at most for its answer.
    /// Silent: there is one, but it does not answer. None for the folder this one has itself.
    Other raiseOther(const QString &folder);
    /// From now on others on this folder raise this window; instead of the folder before. Empty: none.
    void listen(const QString &folder);
    [[nodiscard]] bool isListening() const;

    /// The name of the socket of a folder: the same for every way to write its path.
    static QString socketOf(const QString &folder);

Q_SIGNALS:
    void raiseWanted();

private:
    void answer();

    QLocalServer *m_server;
    QString m_socket;
};

/// The window follows the instance: it comes forward when it is wanted, and what it opens is told.
void joinInstance(SingleInstance &instance, MainWindow &window);

} // namespace app
