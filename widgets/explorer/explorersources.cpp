// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/explorersources.h"

#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "widgets/common/words.h"
#include "widgets/sources/sourcewords.h"

#include <QAction>

#include <algorithm>
#include <map>

namespace widgets {

using namespace core;
using namespace Qt::StringLiterals;
using base::qs;
using workbench::Collection;
using workbench::CollectState;
using workbench::SourceStatus;
using Item = ExplorerModel::Item;
using Kind = ExplorerModel::Kind;

namespace {

constexpr qsizetype kSentence = 600;

Item itemOf(const SourceStatus &source, const SourceCount *count, const base::Zone &zone)
{
    Item item{.kind = Kind::Source,
              .key = qs(source.name),
              .name = oneLine(source.title, 200),
              .detail = {},
              .fault = {},
              .tip = {},
              .icon = freshnessIcon(source)};
    item.tone = freshnessRole(source);
    item.more = source.about;
    item.detail = freshnessText(source);
    if (!source.isEnabled && count && count->events > 0)
        item.detail += u" · "_s + countText(count->events);
    QStringList tip{stateSentence(source, zone), sourceLine(source, zone)};
    if (count && count->events > 0)
        tip << ExplorerSources::tr("%1 events are stored.").arg(countText(count->events));
    if (!source.live.isEmpty())
        tip << oneLine(source.live, kSentence);
    tip << source.about;
    item.tip = tip.join(u'\n');
    if (!source.isEnabled || source.freshness == ingest::Freshness::Fresh)
        return item;
    // the words themselves stand in the list, not only a mark
    QStringList told;
    if (!source.fault.isEmpty())
        told << source.fault;
    if (source.failed > 0)
        told << ExplorerSources::tr("Jobs given up: %1").arg(countText(source.failed));
    if (lacksKey(source))
        told << ExplorerSources::tr("It waits for a key.");
    for (int i = 0; i < told.size(); ++i) {
        const QString line = oneLine(told[i], kSentence);
        item.children.push_back({.kind = Kind::Fact,
                                 .key = u"told%1"_s.arg(i),
                                 .name = line,
                                 .detail = {},
                                 .fault = {},
                                 .tip = line,
                                 .icon = {}});
    }
    return item;
}

/// A source that nothing is collected from: its events were imported.
Item itemOf(const SourceCount &count, const base::Zone &zone)
{
    Item item{.kind = Kind::Source,
              .key = qs(count.source),
              .name = oneLine(count.source, 200),
              .detail = {},
              .fault = {},
              .tip = {},
              .icon = {}};
    item.detail = countText(count.events);
    if (count.newest.isValid()) {
        item.detail = ExplorerSources::tr("%1 · to %2").arg(item.detail, dayText(count.newest, zone));
        item.tip = ExplorerSources::tr("%1 events; the newest happened at %2 (%3)")
                       .arg(countText(count.events), instantText(count.newest, zone), qs(zone.name()));
    }
    return item;
}

} // namespace

ExplorerSources::ExplorerSources(Desk &desk, QWidget *panel)
    : QObject(panel)
    , m_desk(desk)
    , m_switch(desk.addAction(panel, u"explorer.switch-source"_s, tr("Switch On"),
                              tr("Collect from the selected source, or stop collecting from it"), {},
                              u"source"_s))
    , m_ask(desk.addAction(panel, u"explorer.ask-source"_s, tr("Ask Now"),
                           tr("Ask the selected source at once, whatever it waits for"), {}, u"refresh"_s))
    , m_retry(desk.addAction(panel, u"explorer.retry-source"_s, tr("Retry Failed"),
                             tr("Jobs of the selected source that were given up wait again"), {}, u"run"_s))
    , m_key(desk.addAction(panel, u"explorer.source-key"_s, tr("Show Its Key…"),
                           tr("Show where the key of the selected source is kept"), {}, u"key"_s))
    , m_starter(new QAction(tr("Starter Data…"), this))
{
    connect(m_switch, &QAction::triggered, this, &ExplorerSources::toggle);
    connect(m_ask, &QAction::triggered, this, &ExplorerSources::askNow);
    connect(m_retry, &QAction::triggered, this,
            [this] { m_desk.session().collection().retryFailed(m_source); });
    connect(m_key, &QAction::triggered, &desk, [&desk] { Q_EMIT desk.showSettings(kKeysPage); });
    connect(m_starter, &QAction::triggered, &desk, &Desk::showStarter);
    showActions({});
}

ExplorerSection ExplorerSources::section() const
{
    const base::Zone zone = shownZone(m_desk.settings());
    std::map<std::string_view, const SourceCount *> counts;
    for (const SourceCount &count : m_counts)
        counts.emplace(count.source, &count);
    ExplorerSection out;
    std::vector<Item> held;
    std::vector<Item> rest;
    int on = 0;
    for (const SourceStatus &source : m_desk.session().collection().sources()) {
        const auto found = counts.find(source.name);
        const SourceCount *count = found == counts.end() ? nullptr : found->second;
        auto &where = source.isEnabled ? out.items : count ? held : rest;
        where.push_back(itemOf(source, count, zone));
        on += source.isEnabled ? 1 : 0;
        if (count)
            counts.erase(found);
    }
    for (const auto &[name, count] : counts)
        held.push_back(itemOf(*count, zone));
    std::ranges::move(held, std::back_inserter(out.items));
    if (!rest.empty()) {
        Item others{.kind = Kind::SourceGroup,
                    .key = u"off"_s,
                    .name = tr("Not switched on"),
                    .detail = countText(rest.size()),
                    .fault = {},
                    .tip = tr("Sources that Foreshock knows and does not collect from"),
                    .icon = {}};
        others.children = std::move(rest);
        out.items.push_back(std::move(others));
    }
    out.detail = on > 0 ? tr("%1 on").arg(on) : QString();
    return out;
}

void ExplorerSources::showActions(const QString &source)
{
    m_source = source;
    const Collection &collection = m_desk.session().collection();
    const SourceStatus *status = collection.source(source);
    const bool mayCollect = status && collection.state() != CollectState::Sample;
    m_switch->setText(status && status->isEnabled ? tr("Switch Off") : tr("Switch On"));
    m_switch->setEnabled(mayCollect);
    m_ask->setEnabled(mayCollect && status->isEnabled && !lacksKey(*status));
    m_retry->setEnabled(mayCollect && status->failed > 0);
    m_key->setEnabled(status && status->key != sources::KeyNeed::None);
    m_starter->setEnabled(m_desk.session().bench() != nullptr);
}

QList<QAction *> ExplorerSources::actions() const
{
    QList<QAction *> can;
    for (QAction *action : {m_switch, m_ask, m_retry, m_key}) {
        if (action->isEnabled())
            can.append(action);
    }
    return can;
}

void ExplorerSources::toggle()
{
    Collection &collection = m_desk.session().collection();
    if (const SourceStatus *status = collection.source(m_source))
        collection.switchSource(m_source, !status->isEnabled);
}

void ExplorerSources::askNow()
{
    Collection &collection = m_desk.session().collection();
    collection.askNow(m_source);
    if (collection.state() == CollectState::Disallowed) {
        m_desk.messages().tell(
            Severity::Note, collectSentence(collection),
            {{tr("Collect"), [&settings = m_desk.settings()] { settings.set(Setting::Collect, true); }}});
    }
}

} // namespace widgets
