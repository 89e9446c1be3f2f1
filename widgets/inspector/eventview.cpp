// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/eventview.h"

#include "core/base/text.h"
#include "widgets/common/words.h"
#include "widgets/inspector/basecard.h"
#include "widgets/inspector/factstable.h"
#include "widgets/inspector/rawview.h"
#include "widgets/inspector/touchedview.h"

#include <QLabel>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace widgets {

using namespace core;

EventView::EventView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_fields(new FactsTable(desk, tr("Fields of the event"), this))
    , m_raw(new RawView(desk, m_tabs))
    , m_card(new BaseCard(desk, m_tabs))
    , m_touched(new TouchedView(desk, m_tabs))
{
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_title->setProperty("role", QStringLiteral("heading"));
    m_title->setObjectName(QStringLiteral("eventTitle"));
    m_text->setObjectName(QStringLiteral("eventText"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("About the event"));
    m_tabs->tabBar()->setAccessibleName(tr("About the event"));
    auto *fields = new QWidget(m_tabs);
    auto *inside = new QVBoxLayout(fields);
    inside->setContentsMargins(kTableIndent, 4, kTableIndent, 0);
    inside->addWidget(m_fields);
    m_tabs->addTab(fields, tr("Fields"));
    m_tabs->addTab(m_raw, tr("Raw"));
    // the card is taller than a low window leaves room for
    auto *scroll = new QScrollArea(m_tabs);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("Base rate"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_card);
    m_card->setAutoFillBackground(false); // the ground is the panel's
    m_tabs->addTab(scroll, tr("Base Rate"));
    m_tabs->addTab(m_touched, tr("Touches"));
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 4, 8, 8);
    top->setSpacing(2);
    top->addWidget(m_title);
    top->addWidget(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_tabs, 1);
}

void EventView::setEvent(const domain::Event &event)
{
    m_event = event;
    refresh();
    m_raw->setHash(event.rawSha256);
    m_card->setEvent(event);
    m_touched->setEvent(event);
}

void EventView::refresh()
{
    const base::Zone zone = shownZone(m_desk.settings());
    QStringList title{oneLine(m_event.eventType, 80)};
    if (!m_event.entity.empty())
        title.append(oneLine(m_event.entity, 60));
    title.append(instantText(m_event.timestamp, zone, m_event.precision == domain::Precision::Day));
    m_title->setText(title.join(QStringLiteral(" · ")));
    m_text->setText(oneLine(m_event.text, 280));
    m_text->setVisible(!m_event.text.empty());
    m_fields->setFacts(factsOf(m_event, zone));
}

void EventView::clear()
{
    m_event = {};
    m_fields->setFacts({});
    m_raw->clear();
    m_card->clear();
    m_touched->clear();
}

bool EventView::isSettled() const
{
    return m_raw->isSettled() && m_card->isSettled() && m_touched->isSettled();
}

} // namespace widgets
