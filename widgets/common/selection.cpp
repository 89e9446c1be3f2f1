// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/selection.h"

namespace widgets {

namespace {

constexpr std::size_t kHistory = 200;

bool sameEvent(const std::optional<core::domain::Event> &a, const std::optional<core::domain::Event> &b)
{
    return a.has_value() == b.has_value() && (!a || (a->id == b->id && a->revision == b->revision));
}

} // namespace

Selection::Selection(QObject *parent)
    : QObject(parent)
    , m_history(1)
{}

void Selection::selectEvent(const core::domain::Event &event)
{
    if (sameEvent(m_now.event, event))
        return;
    m_now.event = event;
    remember();
    Q_EMIT eventSelected();
}

void Selection::selectSymbol(const QString &symbol)
{
    if (m_now.symbol == symbol)
        return;
    m_now.symbol = symbol;
    remember();
    Q_EMIT symbolSelected();
}

void Selection::selectFinding(const FindingRef &finding)
{
    if (m_now.finding == finding)
        return;
    m_now.finding = finding;
    remember();
    Q_EMIT findingSelected();
}

void Selection::selectSource(const QString &source)
{
    if (m_now.source == source)
        return;
    m_now.source = source;
    remember();
    Q_EMIT sourceSelected();
}

void Selection::moveCursor(core::base::Instant at)
{
    if (m_cursor == at)
        return;
    m_cursor = at;
    Q_EMIT cursorMoved();
}

void Selection::clear()
{
    m_now = {};
    m_cursor = {};
    m_history.assign(1, {});
    m_place = 0;
    Q_EMIT cleared();
    Q_EMIT historyChanged();
}

void Selection::remember()
{
    m_history.resize(m_place + 1);
    m_history.push_back(m_now);
    if (m_history.size() > kHistory)
        m_history.erase(m_history.begin());
    m_place = m_history.size() - 1;
    Q_EMIT historyChanged();
}

void Selection::goBack()
{
    if (!canGoBack())
        return;
    --m_place;
    show(m_history[m_place]);
}

void Selection::goForward()
{
    if (!canGoForward())
        return;
    ++m_place;
    show(m_history[m_place]);
}

void Selection::show(const State &state)
{
    const State before = m_now;
    m_now = state;
    if (!sameEvent(before.event, m_now.event))
        Q_EMIT eventSelected();
    if (before.symbol != m_now.symbol)
        Q_EMIT symbolSelected();
    if (before.finding != m_now.finding)
        Q_EMIT findingSelected();
    if (before.source != m_now.source)
        Q_EMIT sourceSelected();
    Q_EMIT historyChanged();
}

} // namespace widgets
