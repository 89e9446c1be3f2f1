// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/sourceview.h"

#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "widgets/common/filterterm.h"
#include "widgets/common/words.h"
#include "widgets/inspector/factstable.h"
#include "widgets/sources/sourcewords.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

using namespace core;
using namespace core::workbench;
using namespace Qt::StringLiterals;
using base::qs;

namespace {

constexpr int kMark = 16; // pixels
constexpr qsizetype kSentence = 600;

struct SourceViewTr {
    Q_DECLARE_TR_FUNCTIONS(SourceView)
};

QString seriesText(const SourceStatus &source)
{
    QStringList names;
    for (const std::string &series : source.series)
        names << oneLine(series, 60);
    return names.isEmpty() ? SourceViewTr::tr("as the source proposes") : names.join(u", "_s);
}

QString keyText(const SourceStatus &source)
{
    if (source.key == sources::KeyNeed::None)
        return SourceViewTr::tr("none needed");
    if (source.missingKeys.empty())
        return SourceViewTr::tr("there");
    QStringList names;
    for (const std::string &name : source.missingKeys)
        names << oneLine(name, 40);
    return (source.key == sources::KeyNeed::Needed ? SourceViewTr::tr("missing: %1")
                                                   : SourceViewTr::tr("not needed, brings more: %1"))
        .arg(names.join(u", "_s));
}

Facts factsOf(const SourceStatus &source, const base::Zone &zone)
{
    Facts facts{
        {SourceViewTr::tr("state"), freshnessText(source), stateSentence(source, zone)},
        {SourceViewTr::tr("last success"), instantText(source.succeededAt, zone),
         SourceViewTr::tr("When it last answered with data (%1).").arg(qs(zone.name()))},
        {SourceViewTr::tr("next ask"), source.isEnabled ? instantText(source.nextAt, zone) : kMissingText,
         SourceViewTr::tr("When it is asked again (%1).").arg(qs(zone.name()))},
        {SourceViewTr::tr("cadence"), cadenceText(source.cadence),
         SourceViewTr::tr("How often it is asked.")},
        {SourceViewTr::tr("rows today"), countText(source.rowsToday),
         SourceViewTr::tr("Stored since 00:00 UTC.")},
        {SourceViewTr::tr("refused today"),
         countText(source.refusedToday),
         SourceViewTr::tr("Records that could not be used since 00:00 UTC; each is counted with its reason."),
         {},
         {},
         source.refusedToday > 0},
        {SourceViewTr::tr("lag, median"), spanText(source.lagMedian),
         SourceViewTr::tr(
             "Half of its rows of the last 30 days were stored within this time after they were known.")},
        {SourceViewTr::tr("lag, 95 %"), spanText(source.lag95),
         SourceViewTr::tr(
             "All but one in twenty of its rows were stored within this time after they were known.")},
        {SourceViewTr::tr("waiting"), countText(source.waiting), SourceViewTr::tr("Its jobs in the queue.")},
        {SourceViewTr::tr("given up"),
         countText(source.failed),
         SourceViewTr::tr("Jobs that failed for good, until they are retried."),
         {},
         {},
         source.failed > 0},
        {SourceViewTr::tr("follows"), seriesText(source),
         SourceViewTr::tr("Symbols, series, markets or addresses it is asked for.")},
        {SourceViewTr::tr("key"), keyText(source), oneLine(source.keyUrl, 200), {}, {}, lacksKey(source)},
        {SourceViewTr::tr("licence"), oneLine(source.licence, kSentence), oneLine(source.licence, kSentence)},
        {u"source"_s,
         qs(source.name),
         SourceViewTr::tr("Its name in filters and on the command line."),
         {},
         filterText(source.name)},
    };
    if (!source.quota.isEmpty())
        facts.push_back({SourceViewTr::tr("quota"),
                         oneLine(source.quota, kSentence),
                         oneLine(source.quota, kSentence),
                         {},
                         {},
                         true});
    return facts;
}

} // namespace

SourceView::SourceView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_mark(new QLabel(this))
    , m_title(new QLabel(this))
    , m_about(new QLabel(this))
    , m_state(new QLabel(this))
    , m_fault(new QLabel(this))
    , m_remedy(new QLabel(this))
    , m_facts(new FactsTable(desk, tr("Facts of the source"), this))
{
    m_mark->setFixedSize(kMark, kMark);
    m_title->setProperty("role", u"heading"_s);
    m_about->setProperty("role", u"muted"_s);
    m_fault->setProperty("role", u"down"_s);
    m_fault->setObjectName(u"sourceFault"_s);
    m_remedy->setObjectName(u"sourceRemedy"_s);
    m_state->setObjectName(u"sourceState"_s);
    for (QLabel *label : {m_title, m_about, m_state, m_fault, m_remedy}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_switch = addButton(tr("Switch On"), u"sourceSwitch"_s);
    m_ask = addButton(tr("Ask Now"), u"sourceAsk"_s);
    m_retry = addButton(tr("Retry Failed"), u"sourceRetry"_s);
    m_key = addButton(tr("Show Its Key…"), u"sourceKey"_s);
    m_events = addButton(tr("Show Events"), u"sourceEvents"_s);

    auto *head = new QGridLayout;
    head->setContentsMargins(8, 4, 8, 8);
    head->setHorizontalSpacing(6);
    head->setVerticalSpacing(4);
    head->addWidget(m_mark, 0, 0, Qt::AlignTop);
    head->addWidget(m_title, 0, 1);
    head->setColumnStretch(1, 1);
    int row = 1;
    for (QLabel *label : {m_about, m_state, m_fault, m_remedy})
        head->addWidget(label, row++, 0, 1, 2);
    m_foot = new QGridLayout;
    m_foot->setContentsMargins(8, 4, 8, 8);
    m_foot->setSpacing(4);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(kTableIndent, 0, kTableIndent, 0);
    inside->addWidget(m_facts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(inside, 1);
    layout->addLayout(m_foot);

    Collection &collection = desk.session().collection();
    connect(&collection, &Collection::changed, this, &SourceView::refresh);
    connect(&collection, &Collection::stateChanged, this, &SourceView::refresh);
    connect(&desk.theme(), &Theme::changed, this, &SourceView::refresh);
    connect(m_switch, &QPushButton::clicked, this, [this, &collection] {
        if (const SourceStatus *source = collection.source(m_source))
            collection.switchSource(m_source, !source->isEnabled);
    });
    connect(m_ask, &QPushButton::clicked, this, [this, &collection] { collection.askNow(m_source); });
    connect(m_retry, &QPushButton::clicked, this, [this, &collection] { collection.retryFailed(m_source); });
    connect(m_key, &QPushButton::clicked, this, [this] { Q_EMIT m_desk.showSettings(kKeysPage); });
    connect(m_events, &QPushButton::clicked, this,
            [this] { Q_EMIT m_desk.applyFilter(u"source == %1"_s.arg(filterText(base::utf8(m_source)))); });
}

QPushButton *SourceView::addButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

/// Those that can be used, two in a row.
void SourceView::placeButtons()
{
    int at = 0;
    for (QPushButton *button : {m_switch, m_ask, m_retry, m_key, m_events}) {
        m_foot->removeWidget(button);
        if (button->isHidden())
            continue;
        m_foot->addWidget(button, at / 2, at % 2);
        ++at;
    }
}

void SourceView::setSource(const QString &source)
{
    m_source = source;
    refresh();
}

void SourceView::clear()
{
    m_source.clear();
    m_facts->setFacts({});
}

QString SourceView::title() const
{
    const SourceStatus *source = m_desk.session().collection().source(m_desk.selection().source());
    return oneLine(source ? source->title : m_desk.selection().source(), 60);
}

QStringList SourceView::sentences() const
{
    QStringList all;
    for (const QLabel *label : {m_state, m_fault, m_remedy}) {
        if (!label->text().isEmpty())
            all << label->text().split(u'\n');
    }
    return all;
}

void SourceView::refresh()
{
    if (m_source.isEmpty())
        return;
    if (const SourceStatus *source = m_desk.session().collection().source(m_source))
        show(*source);
    else
        showStranger();
    for (QLabel *label : {m_about, m_state, m_fault, m_remedy})
        label->setVisible(!label->text().isEmpty());
    placeButtons();
}

void SourceView::show(const SourceStatus &source)
{
    const base::Zone zone = shownZone(m_desk.settings());
    const bool mayCollect = m_desk.session().collection().state() != CollectState::Sample;
    m_mark->setPixmap(m_desk.theme().icon(freshnessIcon(source), freshnessRole(source)).pixmap(kMark, kMark));
    m_title->setText(oneLine(source.title, 80));
    m_about->setText(oneLine(source.about, kSentence) + u'\n' +
                     tr("Terms: %1").arg(oneLine(source.licence, kSentence)));
    m_state->setText(stateSentence(source, zone));
    m_fault->setText(source.isEnabled ? oneLine(source.fault, kSentence) : QString());
    QStringList remedies = remediesOf(source, zone);
    if (!mayCollect)
        remedies << collectSentence(m_desk.session().collection());
    if (!source.quota.isEmpty())
        remedies << source.quota;
    for (QString &remedy : remedies)
        remedy = oneLine(remedy, kSentence);
    m_remedy->setText(remedies.join(u'\n'));
    m_facts->setFacts(factsOf(source, zone));
    m_switch->setText(source.isEnabled ? tr("Switch Off") : tr("Switch On"));
    m_switch->setAccessibleName(m_switch->text());
    m_switch->setVisible(mayCollect);
    m_ask->setVisible(mayCollect && source.isEnabled && !lacksKey(source));
    m_retry->setVisible(mayCollect && source.failed > 0);
    m_key->setVisible(source.key != sources::KeyNeed::None);
}

/// Of a source that nothing is collected from there are its events only.
void SourceView::showStranger()
{
    m_mark->setPixmap(m_desk.theme().icon(u"import"_s).pixmap(kMark, kMark));
    m_title->setText(oneLine(m_source, 80));
    m_about->setText(tr("Its events were imported or made; nothing is collected from it."));
    for (QLabel *label : {m_state, m_fault, m_remedy})
        label->clear();
    m_facts->setFacts(Facts{Fact{.name = u"source"_s,
                                 .value = oneLine(m_source, 200),
                                 .meaning = tr("Its name in filters."),
                                 .whole = m_source,
                                 .literal = filterText(base::utf8(m_source))}});
    for (QPushButton *button : {m_switch, m_ask, m_retry, m_key})
        button->hide();
}

} // namespace widgets
