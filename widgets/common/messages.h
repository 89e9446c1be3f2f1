// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the program has to say: errors with their remedy, notices, and things that can be undone. Never modal;
// kept in a list that can be read again.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace widgets {

enum class Severity : quint8 { Info, Note, Warning, Error };

/// What a message offers to do: "Try again", "Undo".
struct MessageAction {
    QString text;
    std::function<void()> run;
};

struct Message {
    quint64 id = 0;
    Severity severity = Severity::Info;
    QString what;    ///< one plain sentence: what, where, what to do
    QString details; ///< longer text behind "Details"; may be empty
    core::base::Instant at;
    std::vector<MessageAction> actions;
};

/// The last 500. GUI thread.
class Messages final : public QObject
{
    Q_OBJECT

public:
    explicit Messages(const core::base::Clock &clock, QObject *parent = nullptr);

    quint64 tell(Severity severity, const QString &what, std::vector<MessageAction> actions = {},
                 const QString &details = {});
    /// An error of the engine; Cancelled is no error and says nothing.
    quint64 tellError(const core::base::Error &error, std::vector<MessageAction> actions = {});
    /// The message is dealt with: its banner closes.
    void dismiss(quint64 id);

    [[nodiscard]] const std::vector<Message> &all() const { return m_all; } ///< oldest first

Q_SIGNALS:
    void told(quint64 id);
    void dismissed(quint64 id);

private:
    const core::base::Clock &m_clock;
    std::vector<Message> m_all;
    quint64 m_next = 1;
};

} // namespace widgets
