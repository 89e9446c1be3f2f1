// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/relationships/relationshipdetail.h"

#include "core/base/text.h"
#include "core/workbench/sentences.h"
#include "widgets/charts/chartjson.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/foldingbar.h"
#include "widgets/common/scriptcopier.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"
#include "widgets/relationships/relationshipmodel.h"
#include "widgets/studycharts/lifecharts.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace widgets {

using namespace Qt::StringLiterals;
using namespace core;
using namespace core::workbench;
using base::qs;
using base::Result;
using discovery::TrailingEffect;

namespace {

constexpr int kLongestReason = 500;

QToolButton *buttonOf(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAccessibleName(action->text());
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// What data from after the discovery say.
QString forwardText(const RelationshipView &view)
{
    if (!view.start)
        return RelationshipDetail::tr("Later events: not looked at yet; “Check Now” does.");
    if (view.steps.empty())
        return RelationshipDetail::tr("Later events: none has been bet on yet.");
    return RelationshipDetail::tr(
               "Later events: %1. Betting 1 that it holds has become %2; %3 validates it.")
        .arg(countText(view.steps.size()), evidenceText(view.steps.back().e),
             numberText(store::kEnoughEvidence, 0));
}

QString holdOutText(const RelationshipView &view)
{
    if (!view.opened)
        return RelationshipDetail::tr("Hold-out: sealed.");
    return RelationshipDetail::tr("Hold-out: opened %1, %2 (effect %3, n %4, p after Holm %5).")
        .arg(dayText(view.opened->openedAt),
             view.opened->confirmed ? RelationshipDetail::tr("confirmed")
                                    : RelationshipDetail::tr("not confirmed"),
             signedText(view.opened->effect, view.record.unit), countText(view.opened->n),
             probabilityText(view.opened->pHolm));
}

/// Why there is no sentence of it.
QString withheldText(const RelationshipView &view)
{
    QStringList missing;
    if (view.finding) {
        for (const QString &what : missingOf(*view.finding))
            missing << what;
    }
    return missing.isEmpty() ? RelationshipDetail::tr("No verdict: its run does not hold it any more.")
                             : RelationshipDetail::tr("No verdict: %1 missing. Run the study again to compute it.")
                                   .arg(missing.join(u", "_s));
}

} // namespace

RelationshipDetail::RelationshipDetail(Desk &desk, const RelationshipActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_reading(desk.session().jobs())
    , m_scripts(new ScriptCopier(desk, this))
    , m_sentence(new QLabel(this))
    , m_standing(new QLabel(this))
    , m_copy(new QToolButton(this))
    , m_bar(makeBar(actions))
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_chartPage(new QWidget(m_pages))
    , m_chart(new ChartView(desk.theme(), m_chartPage))
    , m_caption(new QLabel(m_chartPage))
    , m_history(new TextRows(desk.theme(), this))
    , m_historyTable(new QTableView(m_pages))
    , m_waiting(new QLabel(m_pages))
{
    setObjectName(u"relationshipDetail"_s);
    for (QLabel *label : {m_sentence, m_standing, m_caption, m_waiting}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_sentence->setObjectName(u"relationshipSentence"_s);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_standing->setObjectName(u"relationshipStanding"_s);
    for (QLabel *label : {m_standing, m_caption, m_waiting})
        label->setProperty("role", u"muted"_s);
    m_caption->setContentsMargins(8, 0, 8, 4);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setMargin(16);
    m_chart->setClock(desk.session().clock());
    m_tabs->setAccessibleName(tr("What came after the discovery"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    const std::pair<QString, QString> tabs[] = {
        {tr("Forward"), tr("What betting on later events has become, against what validates it")},
        {tr("Decay"), tr("The mean of the latest events beside the effect that was discovered")},
        {tr("History"), tr("Every change of status, with its date and reason")}};
    for (const auto &[text, tip] : tabs)
        m_tabs->setTabToolTip(m_tabs->addTab(text), tip);
    connect(m_tabs, &QTabBar::currentChanged, this, &RelationshipDetail::showTab);
    makeHistory();

    auto *chartLayout = new QVBoxLayout(m_chartPage);
    chartLayout->setContentsMargins(0, 0, 0, 0);
    chartLayout->setSpacing(0);
    chartLayout->addWidget(m_chart, 1);
    chartLayout->addWidget(m_caption);
    for (QWidget *page :
         {m_chartPage, static_cast<QWidget *>(m_historyTable), static_cast<QWidget *>(m_waiting)})
        m_pages->addWidget(page);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 6, 12, 2);
    head->setSpacing(2);
    head->addWidget(m_sentence);
    head->addWidget(m_standing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_bar);
    layout->addWidget(makeReason());
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    clear();
}

QWidget *RelationshipDetail::makeBar(const RelationshipActions &actions)
{
    auto *bar = new FoldingBar(m_desk.theme(), this);
    actions.openRun->setIconText(tr("Open in Discovery"));
    actions.unseal->setIconText(tr("Open Hold-Out…"));
    actions.retire->setIconText(tr("Retire…"));
    actions.report->setIconText(tr("Add to Report"));
    auto *menu = new QMenu(m_copy);
    menu->addAction(tr("Sentence"), this, [this] { QApplication::clipboard()->setText(sentence()); });
    m_scripts->addTo(menu, [this] { return finding(); });
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the relationship"));
    m_copy->setToolTip(tr("Its sentence, or a script that computes it again"));
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setMenu(menu);
    m_copy->setFocusPolicy(Qt::TabFocus);
    bar->addFoldable(buttonOf(actions.unseal, bar));
    bar->addFoldable(buttonOf(actions.openRun, bar));
    bar->addFoldable(m_copy);
    bar->addFoldable(buttonOf(actions.report, bar));
    bar->addFoldable(buttonOf(actions.retire, bar));
    bar->row()->addStretch(1);
    return bar;
}

QWidget *RelationshipDetail::makeReason()
{
    m_reason = new QWidget(this);
    m_reason->setObjectName(u"retireReason"_s);
    m_why = new QLineEdit(m_reason);
    m_why->setObjectName(u"retireWhy"_s);
    m_why->setAccessibleName(tr("Why it is retired"));
    m_why->setPlaceholderText(tr("Why? It stays in the history, and what is retired does not come back."));
    m_why->setMaxLength(kLongestReason);
    auto *end = new QPushButton(tr("Retire"), m_reason);
    end->setObjectName(u"retireNow"_s);
    end->setAccessibleName(tr("Retire it, for good"));
    end->setEnabled(false);
    auto *keep = new QPushButton(tr("Keep"), m_reason);
    keep->setObjectName(u"retireKeep"_s);
    keep->setAccessibleName(tr("Keep it as it is"));
    const auto give = [this] {
        if (const QString why = m_why->text().simplified(); !why.isEmpty()) {
            m_reason->hide();
            Q_EMIT retired(why);
        }
    };
    connect(m_why, &QLineEdit::textChanged, end,
            [end](const QString &why) { end->setEnabled(!why.simplified().isEmpty()); });
    connect(m_why, &QLineEdit::returnPressed, this, give);
    connect(end, &QPushButton::clicked, this, give);
    connect(keep, &QPushButton::clicked, m_reason, &QWidget::hide);
    auto *layout = new QHBoxLayout(m_reason);
    layout->setContentsMargins(12, 2, 12, 4);
    layout->setSpacing(8);
    layout->addWidget(m_why, 1);
    layout->addWidget(end);
    layout->addWidget(keep);
    m_reason->hide();
    return m_reason;
}

void RelationshipDetail::makeHistory()
{
    m_historyTable->setObjectName(u"relationshipHistory"_s);
    m_historyTable->setModel(m_history);
    dressTable(m_historyTable, tr("History of the relationship"));
    m_historyTable->horizontalHeader()->setStretchLastSection(true);
}

void RelationshipDetail::askReason()
{
    m_why->clear();
    m_reason->show();
    m_why->setFocus(Qt::OtherFocusReason);
}

void RelationshipDetail::clear()
{
    m_reading.drop();
    m_view.reset();
    m_trailing.reset();
    m_sentence->setText(tr("Select a relationship to see whether it still holds."));
    m_standing->hide();
    m_bar->hide();
    m_reason->hide();
    m_history->set({}, {});
    showTab();
}

void RelationshipDetail::setView(const RelationshipView &view, bool simulated)
{
    const bool isSame = m_view && m_view->record.hypothesis == view.record.hypothesis;
    m_view = view;
    m_simulated = simulated;
    m_trailing.reset();
    const bool isWhole = view.finding && missingOf(*view.finding).empty();
    m_sentence->setText(isWhole
                            ? oneLine(sentenceOf(*view.finding, NumberStyle::Typeset, standingOf(view)), 600)
                            : relationshipSubject(view.record));
    QString standing = forwardText(view) + u' ' + holdOutText(view);
    if (!isWhole)
        standing.prepend(withheldText(view) + u' ');
    m_standing->setText(standing);
    m_standing->show();
    m_bar->show();
    if (!isSame)
        m_reason->hide();
    fillHistory();
    readTrailing();
    showTab();
}

bool RelationshipDetail::isSettled() const
{
    return !m_reading.isBusy() && !m_scripts->isBusy();
}

QString RelationshipDetail::sentence() const
{
    return m_sentence->text();
}

QString RelationshipDetail::standing() const
{
    return m_standing->text();
}

void RelationshipDetail::fillHistory()
{
    const base::Zone zone = shownZone(m_desk.settings());
    std::vector<TextRows::Row> rows;
    const auto add = [&](base::Instant at, const std::string &status, const QString &why) {
        rows.push_back({.cells = {statusText(status), instantText(at, zone), why},
                        .icon = statusIcon(status),
                        .tip = why});
    };
    add(m_view->record.discoveredAt, m_view->record.tier, tr("Found by run %1.").arg(qs(m_view->record.run)));
    for (const store::LifeChange &change : m_view->history)
        add(change.at, change.to, oneLine(change.reason, 600));
    const bool isFirst = m_history->columnCount() == 0;
    m_history->set({tr("Status"), tr("Since"), tr("Why")}, std::move(rows));
    if (isFirst) {
        m_historyTable->setColumnWidth(0, 110);
        m_historyTable->setColumnWidth(1, 140);
    }
}

void RelationshipDetail::readTrailing()
{
    using Trailing = std::vector<TrailingEffect>;
    m_reading.start<Trailing>(
        JobKind::Read, tr("Averaging the latest events"),
        [steps = m_view->steps](const Job &) -> Result<Trailing> {
            return discovery::trailingEffects(steps);
        },
        this,
        [this](Result<Trailing> trailing) {
            m_trailing = trailing ? std::move(*trailing) : Trailing();
            showTab();
        });
}

ChartOrigin RelationshipDetail::origin() const
{
    return {.run = qs(m_view->record.run),
            .snapshot =
                m_view->start ? qs(store::Workspace::snapshotText(m_view->start->snapshot)) : QString(),
            .simulated = m_simulated,
            .zone = shownZone(m_desk.settings())};
}

FindingRef RelationshipDetail::finding() const
{
    return m_view ? FindingRef{qs(m_view->record.run), qs(base::toHex(m_view->record.hypothesis))}
                  : FindingRef();
}

void RelationshipDetail::say(const QString &text)
{
    m_waiting->setText(text);
    m_pages->setCurrentWidget(m_waiting);
}

void RelationshipDetail::showTab()
{
    m_tabs->setVisible(m_view.has_value());
    if (!m_view)
        return say({});
    switch (m_tabs->currentIndex()) {
    case Forward:
        return showChart(forwardEvidenceChart(*m_view, origin()),
                         m_view->start
                             ? tr("No event after the discovery has been bet on yet. An event counts "
                                  "once its window has ended.")
                             : tr("Later events have not been looked at yet. “Check Now” bets on every "
                                  "event since the discovery, in the order they came."));
    case Decay:
        if (!m_trailing)
            return say(tr("Averaging the latest events…"));
        return showChart(decayChart(*m_view, *m_trailing, origin()),
                         tr("Fewer than three events after the discovery: there is no average to show."));
    default:
        m_pages->setCurrentWidget(m_historyTable);
    }
}

void RelationshipDetail::showChart(const ChartSpec &spec, const QString &whyEmpty)
{
    if (spec.series.empty())
        return say(whyEmpty);
    m_chart->setSpec(spec);
    m_chart->setAccessibleName(spec.title);
    QString caption = spec.summary; // the sentence above says already what it is about
    if (const QString subject = relationshipSubject(m_view->record) + u": "_s; caption.startsWith(subject)) {
        caption.remove(0, subject.size());
        caption.replace(0, 1, caption.left(1).toUpper());
    }
    m_caption->setText(caption);
    m_pages->setCurrentWidget(m_chartPage);
}

std::optional<ReportSection> RelationshipDetail::section() const
{
    if (!m_view)
        return std::nullopt;
    ReportSection out;
    out.kind = u"finding"_s;
    out.title = relationshipSubject(m_view->record);
    out.sentences << m_sentence->text() << m_standing->text();
    out.table.titles = {tr("status"), tr("since"), tr("why")};
    out.table.numbers = {false, false, false};
    for (const TextRows::Row &row : m_history->rows())
        out.table.rows.push_back(row.cells);
    out.source = sourceLine(origin());
    out.state = {{u"run"_s, finding().run}, {u"hypothesis"_s, finding().hypothesis}};
    if (m_pages->currentWidget() == m_chartPage)
        out.chart = chartToJson(m_chart->spec(), m_chart->range());
    return out;
}

} // namespace widgets
