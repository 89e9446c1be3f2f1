// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/touchedview.h"

#include "core/base/text.h"
#include "widgets/common/words.h"
#include "widgets/inspector/factstable.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using namespace core;
using namespace core::workbench;
using namespace Qt::StringLiterals;
using base::qs;
using base::Result;

namespace {

QString relationText(const std::string &relation)
{
    if (relation == "etf")
        return TouchedView::tr("fund");
    if (relation == "currency")
        return TouchedView::tr("currency");
    if (relation == "yield")
        return TouchedView::tr("yield");
    if (relation == "future")
        return TouchedView::tr("future");
    if (relation == "spot")
        return TouchedView::tr("spot price");
    if (relation == "itself")
        return TouchedView::tr("itself");
    if (relation == "peer")
        return TouchedView::tr("of the same industry");
    return TouchedView::tr("linked");
}

QString byText(const sources::Link &link)
{
    const QString name = oneLine(link.name, 60);
    if (link.by == "country")
        return TouchedView::tr("by the country %1").arg(name);
    if (link.by == "commodity")
        return TouchedView::tr("by the commodity %1").arg(name);
    if (link.by == "region")
        return TouchedView::tr("by the region %1").arg(name);
    if (link.by == "sic")
        return TouchedView::tr("by SIC %1").arg(name);
    return {};
}

Facts factsOf(const std::vector<Touched> &touched)
{
    Facts facts;
    for (const Touched &one : touched) {
        QStringList parts{relationText(one.link.relation)};
        if (const QString by = byText(one.link); !by.isEmpty())
            parts.append(by);
        if (!one.name.empty())
            parts.append(oneLine(one.name, 80));
        if (!one.hasBars)
            parts.append(TouchedView::tr("no prices here"));
        facts.push_back({.name = oneLine(one.link.symbol, 60),
                         .value = parts.join(u" · "_s),
                         .meaning = TouchedView::tr("An instrument that a study with “pair”: \"linked\" asks "
                                                    "about these events, if it is among its assets."),
                         .whole = qs(one.link.symbol)});
    }
    return facts;
}

} // namespace

TouchedView::TouchedView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_reading(desk.session().jobs())
    , m_sentence(new QLabel(this))
    , m_list(new FactsTable(desk, tr("Instruments this event usually touches"), this))
    , m_show(new QPushButton(tr("Show on Chart"), this))
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sentence->setObjectName(u"touchedSentence"_s);
    m_list->setObjectName(u"touchedList"_s);
    m_show->setAccessibleName(m_show->text());
    m_show->setEnabled(false);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 8, 4);
    top->addWidget(m_sentence);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(kTableIndent, 0, kTableIndent, 0);
    inside->addWidget(m_list);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 8);
    foot->addWidget(m_show);
    foot->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(inside, 1);
    layout->addLayout(foot);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { m_show->setEnabled(current.isValid()); });
    connect(m_list, &QAbstractItemView::activated, this, &TouchedView::showSymbol);
    connect(m_show, &QPushButton::clicked, this, &TouchedView::showSymbol);
    connect(&desk.session(), &Session::barsStored, this, &TouchedView::ask);
}

void TouchedView::setEvent(const domain::Event &event)
{
    if (event.source == m_source && event.entity == m_entity)
        return;
    m_source = event.source;
    m_entity = event.entity;
    ask();
}

void TouchedView::clear()
{
    m_reading.drop();
    m_source.clear();
    m_entity.clear();
    m_isRead = true;
    say({});
}

QString TouchedView::sentence() const
{
    return m_sentence->text();
}

void TouchedView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isRead && !m_reading.isBusy())
        read();
}

void TouchedView::ask()
{
    m_isRead = false;
    if (isVisible())
        read();
}

void TouchedView::say(const QString &text)
{
    m_sentence->setText(text);
    m_list->setFacts({});
    m_show->setEnabled(false);
}

void TouchedView::read()
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return;
    if (m_entity.empty()) {
        m_isRead = true;
        m_reading.drop();
        say(tr("This event names nothing that could be linked to an instrument."));
        return;
    }
    m_reading.start<std::vector<Touched>>(
        JobKind::Read, tr("Looking for linked instruments"),
        [bench, source = m_source, entity = m_entity](const Job &) {
            return touchedBy(*bench, source, entity);
        },
        this,
        [this](Result<std::vector<Touched>> touched) {
            m_isRead = true;
            if (touched)
                show(*touched);
            else
                say(oneLine(touched.error().message, 400));
        });
}

void TouchedView::show(const std::vector<Touched> &touched)
{
    const QString entity = oneLine(m_entity, 60);
    if (touched.empty()) {
        say(tr("“%1” is linked to no instrument. A file in the workspace's folder links can link it.")
                .arg(entity));
        return;
    }
    const auto priced = std::ranges::count_if(touched, &Touched::hasBars);
    m_sentence->setText(
        tr("Instruments that events about %1 usually touch: %2, of which %3 have prices here.")
            .arg(entity, countText(touched.size()), countText(static_cast<std::uint64_t>(priced))));
    m_list->setFacts(factsOf(touched));
    m_show->setEnabled(m_list->currentIndex().isValid());
}

void TouchedView::showSymbol()
{
    const Fact *fact = m_list->facts()->fact(m_list->currentIndex().row());
    if (!fact)
        return;
    m_desk.selection().selectSymbol(fact->whole);
    Q_EMIT m_desk.showPanel(u"chart"_s);
}

} // namespace widgets
