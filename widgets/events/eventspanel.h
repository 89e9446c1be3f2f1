// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events: what happened?
#pragma once

#include "widgets/common/panel.h"
#include "widgets/events/eventfeed.h"

class QMenu;
class QToolButton;

namespace widgets {

class CountsStrip;
class DateJump;
class EventActions;
class EventTable;
class FilterBar;

class EventsPanel final : public Panel
{
    Q_OBJECT

public:
    explicit EventsPanel(Desk &desk, QWidget *parent = nullptr);
    ~EventsPanel() override;

    QWidget *firstFocus() override;
    [[nodiscard]] bool isSettled() const override;

    [[nodiscard]] EventFeed &feed() const { return *m_feed; }
    [[nodiscard]] EventModel &model() const { return *m_model; }
    [[nodiscard]] EventTable &table() const { return *m_table; }
    [[nodiscard]] FilterBar &bar() const { return *m_bar; }
    [[nodiscard]] CountsStrip &strip() const { return *m_strip; }
    [[nodiscard]] EventActions &actions() const { return *m_actions; }

    /// Goes to the first row at or after an instant in the order shown.
    void goTo(core::base::Instant at);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildHeader();
    void buildMenu();
    void fillColumns(QMenu &menu);
    void connectFeed();
    void connectDesk();
    void useZone();
    void workspaceOpened();
    void updateState();
    void updateStatus();
    void updateUnseen();
    void updateLive();
    void showRefreshed(qint64 shift);
    void backToNewest();
    void headerClicked(int section);
    void setSpan(const std::optional<TimeSpan> &span);
    void rowSelected();
    void eventSelected();
    [[nodiscard]] bool isAtNewest() const;

    EventModel *m_model;
    EventFeed *m_feed;
    FilterBar *m_bar;
    CountsStrip *m_strip;
    QStackedWidget *m_pages;
    EventTable *m_table;
    EmptyState *m_nothing;
    EventActions *m_actions;
    DateJump *m_jump;
    QToolButton *m_pill;
    QMenu *m_menu;
    QAction *m_oldestFirst;
    QAction *m_newest;
    QAction *m_starter;
    QAction *m_sample;
    QAction *m_clear;
    bool m_isGoingToEdge = false;
    QTimer m_noteEnds;
    core::workbench::LatestJob m_jumping;
    core::workbench::LatestJob m_locating;
};

} // namespace widgets
