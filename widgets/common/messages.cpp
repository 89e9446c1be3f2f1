// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/messages.h"

#include <utility>

namespace widgets {

namespace {

constexpr std::size_t kKept = 500;

} // namespace

Messages::Messages(const core::base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{}

quint64 Messages::tell(Severity severity, const QString &what, std::vector<MessageAction> actions,
                       const QString &details)
{
    const quint64 id = m_next++;
    m_all.push_back({id, severity, what, details, m_clock.now(), std::move(actions)});
    if (m_all.size() > kKept)
        m_all.erase(m_all.begin());
    Q_EMIT told(id);
    return id;
}

quint64 Messages::tellError(const core::base::Error &error, std::vector<MessageAction> actions)
{
    if (error.code == core::base::ErrorCode::Cancelled)
        return 0;
    return tell(Severity::Error, error.message, std::move(actions));
}

void Messages::dismiss(quint64 id)
{
    // what nobody can choose any more lets go of what it would bring back (a section of a report with its
    // chart)
    for (Message &message : m_all) {
        if (message.id == id)
            message.actions.clear();
    }
    Q_EMIT dismissed(id);
}

} // namespace widgets
