// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Inspector: what exactly is this, and where does it come from?
#pragma once

#include "widgets/common/panel.h"

class QComboBox;
class QStackedWidget;
class QToolButton;

namespace widgets {

class EventView;
class FindingView;
class SourceView;
class SymbolView;

class InspectorPanel final : public Panel
{
    Q_OBJECT

public:
    explicit InspectorPanel(Desk &desk, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    [[nodiscard]] bool isSettled() const override;

    enum Subject { Event, Symbol, Finding, Source, Subjects };
    [[nodiscard]] Subject subject() const { return m_subject; }
    [[nodiscard]] EventView *event() const { return m_event; }
    [[nodiscard]] SymbolView *symbol() const { return m_symbol; }
    [[nodiscard]] FindingView *finding() const { return m_finding; }
    [[nodiscard]] SourceView *source() const { return m_source; }
    [[nodiscard]] QComboBox *subjects() const { return m_choice; }
    /// Puts the facts that are shown into the report.
    void addToReport();

private:
    [[nodiscard]] bool has(Subject subject) const;
    [[nodiscard]] QString nameOf(Subject subject) const;
    void follow(Subject subject);
    void inspect(Subject subject);
    void showChoice();
    void showWay();
    void showNothing();

    Subject m_subject = Event;
    QAction *m_back;
    QAction *m_forward;
    QAction *m_next;
    QAction *m_report;
    QComboBox *m_choice;
    QStackedWidget *m_pages;
    EventView *m_event;
    SymbolView *m_symbol;
    FindingView *m_finding;
    SourceView *m_source;
};

} // namespace widgets
