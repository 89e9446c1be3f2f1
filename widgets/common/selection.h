// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the user looks at, shared by all panels: one event, one symbol, one finding, one source, one instant, and the way
// back.
#pragma once

#include "core/domain/event.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace widgets {

/// A finding by its run and hypothesis (64 hexadecimal digits).
struct FindingRef {
    QString run;
    QString hypothesis;
    friend bool operator==(const FindingRef &, const FindingRef &) = default;
};

/// Panels select; panels listen; nobody is told what it said itself twice (equal values give no signal), so
/// that cycles end.
class Selection final : public QObject
{
    Q_OBJECT

public:
    explicit Selection(QObject *parent = nullptr);

    [[nodiscard]] const std::optional<core::domain::Event> &event() const { return m_now.event; }
    [[nodiscard]] const QString &symbol() const { return m_now.symbol; }
    [[nodiscard]] const std::optional<FindingRef> &finding() const { return m_now.finding; }
    [[nodiscard]] const QString &source() const { return m_now.source; } ///< its name; empty: none
    /// The linked time cursor; missing: none.
    [[nodiscard]] core::base::Instant cursor() const { return m_cursor; }

    void selectEvent(const core::domain::Event &event);
    void selectSymbol(const QString &symbol);
    void selectFinding(const FindingRef &finding);
    void selectSource(const QString &source);
    void moveCursor(core::base::Instant at);
    /// Forgets everything (another workspace).
    void clear();

    [[nodiscard]] bool canGoBack() const { return m_place > 0; }
    [[nodiscard]] bool canGoForward() const { return m_place + 1 < m_history.size(); }
    void goBack();
    void goForward();

Q_SIGNALS:
    void eventSelected();
    void symbolSelected();
    void findingSelected();
    void sourceSelected();
    void cursorMoved();
    void historyChanged();
    void cleared();

private:
    struct State {
        std::optional<core::domain::Event> event;
        QString symbol;
        std::optional<FindingRef> finding;
        QString source;
    };
    void remember();
    void show(const State &state);

    State m_now;
    core::base::Instant m_cursor;
    std::vector<State> m_history;
    std::size_t m_place = 0;
};

} // namespace widgets
