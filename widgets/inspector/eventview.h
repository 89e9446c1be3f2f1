// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One event: what it says, the bytes it came from, and what followed events like it.
#pragma once

#include "core/base/zone.h"
#include "widgets/common/desk.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace widgets {

class BaseCard;
class FactsTable;
class RawView;
class TouchedView;

class EventView final : public QWidget
{
    Q_OBJECT

public:
    explicit EventView(Desk &desk, QWidget *parent = nullptr);

    void setEvent(const core::domain::Event &event);
    /// The same event with its instants in another zone.
    void refresh();
    void clear();
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] FactsTable *fields() const { return m_fields; }
    [[nodiscard]] RawView *raw() const { return m_raw; }
    [[nodiscard]] BaseCard *card() const { return m_card; }
    [[nodiscard]] TouchedView *touched() const { return m_touched; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }

    enum Tab { Fields, Raw, BaseRate, Touches };

private:
    Desk &m_desk;
    core::domain::Event m_event;
    QLabel *m_title;
    QLabel *m_text;
    QTabWidget *m_tabs;
    FactsTable *m_fields;
    RawView *m_raw;
    BaseCard *m_card;
    TouchedView *m_touched;
};

} // namespace widgets
