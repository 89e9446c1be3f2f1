// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/relationships/relationshipspanel.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "core/workbench/ledgerwords.h"
#include "widgets/common/scriptcopier.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"
#include "widgets/relationships/ledgerpage.h"
#include "widgets/studycharts/lifecharts.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace widgets {

using namespace Qt::StringLiterals;
using namespace core::workbench;
using core::base::Error;
using core::base::qs;
using core::base::Result;
using core::discovery::ForwardCheck;
using core::discovery::HoldOutReport;

namespace {

// pixels in which table and detail find their room one above the other, and side by side
constexpr int kRoomForRows = 470;
constexpr int kRoomForDetail = 780;
constexpr std::array<const char *, 5> kShownStatuses{"candidate", "significant", "validated", "decayed",
                                                     "retired"};

std::string idOf(const RelationshipView &view)
{
    return core::base::toHex(view.record.hypothesis);
}

} // namespace

RelationshipsPanel::RelationshipsPanel(Desk &desk, QWidget *parent)
    : Panel(desk, u"relationships"_s, tr("Relationships"), parent)
    , m_ask(new QAction(tr("Ask a Question"), this))
    , m_reading(desk.session().jobs())
    , m_checking(desk.session().jobs())
    , m_unsealing(desk.session().jobs())
    , m_retiring(desk.session().jobs())
    , m_model(new RelationshipModel(desk.theme(), this))
    , m_order(new RelationshipOrder(this))
    , m_tabs(new QTabBar(content()))
    , m_filter(new QComboBox(content()))
    , m_checkButton(new QPushButton(content()))
    , m_none(new QLabel(content()))
    , m_pages(new QStackedWidget(content()))
    , m_split(new QSplitter(Qt::Vertical, m_pages))
    , m_table(new QTableView(m_split))
    , m_ledger(new LedgerPage(desk, m_pages))
    , m_record(new TrackRecordPage(desk, m_pages))
{
    makeActions();
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    m_pages->addWidget(makeBeliefs());
    m_pages->addWidget(m_ledger);
    m_pages->addWidget(m_record);
    layout->addWidget(m_pages, 1);
    listen();
    showState();
    refresh();
}

void RelationshipsPanel::makeActions()
{
    const auto add = [this](const QString &id, const QString &text, const QString &tip, const QString &icon) {
        return desk().addAction(this, u"relationships."_s + id, text, tip, {}, icon);
    };
    m_check =
        add(u"check"_s, tr("Check Relationships Now"),
            tr("Bet on every event that came since, and see which relationships still hold"), u"refresh"_s);
    m_actions.openRun = add(u"open-run"_s, tr("Open Relationship in Discovery"),
                            tr("Show the run that found the selected relationship"), u"discovery"_s);
    m_actions.unseal =
        add(u"unseal"_s, tr("Open the Sealed Hold-Out…"),
            tr("Test the selected relationship on the sealed data: once, and for good"), u"lock"_s);
    m_actions.retire =
        add(u"retire"_s, tr("Retire Relationship…"),
            tr("End the selected relationship by your own decision, with a reason"), u"status-retired"_s);
    m_actions.report = add(u"add-to-report"_s, tr("Add Relationship to Report"),
                           tr("Put the selected relationship into the report"), u"report"_s);
    connect(m_check, &QAction::triggered, this, &RelationshipsPanel::check);
    connect(m_actions.openRun, &QAction::triggered, this, &RelationshipsPanel::openRun);
    connect(m_actions.unseal, &QAction::triggered, this, &RelationshipsPanel::askUnseal);
    connect(m_actions.retire, &QAction::triggered, this, [this] {
        Q_EMIT desk().showPanel(id());
        showPage(Beliefs);
        m_detail->askReason();
    });
    connect(m_actions.report, &QAction::triggered, this, [this] {
        if (auto section = m_detail->section())
            desk().report().add(std::move(*section));
    });
    QAction *ledger = add(u"ledger"_s, tr("Show Ledger"),
                          tr("Every question ever asked, and what chance alone would give"), {});
    connect(ledger, &QAction::triggered, this, [this] {
        Q_EMIT desk().showPanel(id());
        showPage(Ledger);
    });
    QAction *record = add(u"track-record"_s, tr("Show Track Record"),
                          tr("What the method found in the past, and what became of it"), {});
    connect(record, &QAction::triggered, this, [this] {
        Q_EMIT desk().showPanel(id());
        showPage(Record);
    });
    connect(m_record->walkAction(), &QAction::triggered, this, [this] {
        Q_EMIT desk().showPanel(id());
        showPage(Record);
        m_record->askForWalk();
    });
    connect(m_record, &TrackRecordPage::walked, this, &RelationshipsPanel::refresh);
    connect(m_ask, &QAction::triggered, this, [this] { Q_EMIT desk().showPanel(u"discovery"_s); });
}

QWidget *RelationshipsPanel::makeBar()
{
    auto *bar = new QWidget(content());
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Pages of Relationships"));
    m_tabs->addTab(tr("Relationships"));
    m_tabs->addTab(tr("Ledger"));
    m_tabs->addTab(tr("Track Record"));
    connect(m_tabs, &QTabBar::currentChanged, this, &RelationshipsPanel::showState);
    m_filter->setObjectName(u"relationshipFilter"_s);
    m_filter->setAccessibleName(tr("Which relationships"));
    m_filter->setToolTip(tr("Only those of one status"));
    m_filter->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_filter, &QComboBox::activated, this, [this] {
        m_order->setStatus(core::base::utf8(m_filter->currentData().toString()));
        if (!m_table->currentIndex().isValid() && m_order->rowCount() > 0)
            m_table->setCurrentIndex(m_order->index(0, 0));
        select();
    });
    m_check->setIconText(tr("Check Now"));
    m_checkButton->setText(m_check->iconText());
    m_checkButton->setObjectName(u"checkNow"_s);
    m_checkButton->setProperty("primary", true);
    m_checkButton->setAccessibleName(m_check->text());
    connect(m_checkButton, &QPushButton::clicked, m_check, &QAction::trigger);
    connect(m_check, &QAction::changed, m_checkButton, [this] {
        m_checkButton->setEnabled(m_check->isEnabled());
        m_checkButton->setToolTip(m_check->toolTip());
    });
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(4, 4, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(m_tabs);
    layout->addStretch(1);
    layout->addWidget(m_filter);
    layout->addWidget(m_checkButton);
    return bar;
}

QWidget *RelationshipsPanel::makeBeliefs()
{
    makeTable();
    m_detail = new RelationshipDetail(desk(), m_actions, m_split);
    m_detail->setMinimumHeight(150);
    connect(m_detail, &RelationshipDetail::retired, this, &RelationshipsPanel::retire);
    m_split->setChildrenCollapsible(false);
    m_split->setAccessibleName(tr("Relationships and detail"));
    m_split->setStretchFactor(0, 2);
    m_split->setStretchFactor(1, 3);
    m_none->setTextFormat(Qt::PlainText);
    m_none->setWordWrap(true);
    m_none->setProperty("role", u"muted"_s);
    m_none->setContentsMargins(12, 6, 12, 6);
    auto *page = new QWidget(m_pages);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_none);
    layout->addWidget(m_split, 1);
    return page;
}

void RelationshipsPanel::makeTable()
{
    m_order->setSourceModel(m_model);
    m_table->setObjectName(u"relationshipTable"_s);
    m_table->setModel(m_order);
    dressTable(m_table, tr("Relationships"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setIconSize({14, 14});
    m_table->setMinimumHeight(76);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(36);
    const std::pair<int, int> widths[] = {
        {RelationshipModel::Status, 104},    {RelationshipModel::Event, 128},
        {RelationshipModel::Asset, 84},      {RelationshipModel::Window, 74},
        {RelationshipModel::N, 46},          {RelationshipModel::Effect, 86},
        {RelationshipModel::Interval, 116},  {RelationshipModel::Base, 56},
        {RelationshipModel::PAdjusted, 82},  {RelationshipModel::PWorkspace, 96},
        {RelationshipModel::Family, 60},     {RelationshipModel::ForwardN, 74},
        {RelationshipModel::Evidence, 84},   {RelationshipModel::HoldOut, 92},
        {RelationshipModel::Discovered, 86}, {RelationshipModel::Validated, 86}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, std::max(width, header->sectionSizeHint(column))); // titles grow
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RelationshipModel::Status, Qt::AscendingOrder);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        select();
        tellSelection();
    });
    connect(m_table, &QAbstractItemView::doubleClicked, m_actions.openRun, &QAction::trigger);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RelationshipsPanel::openMenu);
}

void RelationshipsPanel::listen()
{
    Session &session = desk().session();
    connect(&session, &Session::opened, this, &RelationshipsPanel::refresh);
    connect(&session, &Session::runStored, this, &RelationshipsPanel::refresh);
    connect(&session, &Session::studiesChanged, this, &RelationshipsPanel::refresh); // which can be walked
    connect(&session.collection(), &Collection::scheduleRan, this, &RelationshipsPanel::refresh);
    connect(&session, &Session::closing, this, [this] {
        for (LatestJob *job : {&m_reading, &m_checking, &m_unsealing, &m_retiring})
            job->drop();
        m_model->set(nullptr, {});
        m_detail->clear();
        m_ledger->set({});
        m_record->clear();
        showEmpty(
            tr("Relationships are what you believe and whether it still holds. Open a workspace to begin."),
            sampleAction(), u"relationships"_s);
        showState();
    });
}

QWidget *RelationshipsPanel::firstFocus()
{
    return isEmpty()                          ? static_cast<QWidget *>(emptyState()->button())
           : m_tabs->currentIndex() == Ledger ? m_ledger->table()
           : m_tabs->currentIndex() == Record ? m_record->firstFocus()
                                              : m_table;
}

bool RelationshipsPanel::isSettled() const
{
    return !m_reading.isBusy() && !m_checking.isBusy() && !m_unsealing.isBusy() && !m_retiring.isBusy() &&
           m_detail->isSettled() && m_record->isSettled();
}

void RelationshipsPanel::showPage(Page page)
{
    m_tabs->setCurrentIndex(page);
    // the past can be walked before anything was asked
    if (page == Record && isEmpty() && desk().session().bench()) {
        showContent();
        showState();
    }
}

void RelationshipsPanel::refresh()
{
    const auto bench = desk().session().bench();
    if (!bench) {
        showEmpty(
            tr("Relationships are what you believe and whether it still holds. Open a workspace to begin."),
            sampleAction(), u"relationships"_s);
        return;
    }
    m_reading.start<Everything>(
        JobKind::Read, tr("Reading relationships"),
        [bench](const Job &) -> Result<Everything> {
            Result<std::vector<RelationshipView>> views = relationshipsOf(*bench);
            if (!views)
                return views.error();
            Result<LedgerView> ledger = ledgerView(*bench);
            if (!ledger)
                return ledger.error();
            return Everything{std::make_shared<const RelationshipModel::Views>(std::move(*views)),
                              std::move(*ledger), readTrackRecord(*bench), bench->identity().sample};
        },
        this,
        [this](Result<Everything> everything) {
            if (everything)
                showAll(*everything);
            else
                desk().messages().tellError(everything.error());
        });
}

void RelationshipsPanel::showAll(const Everything &everything)
{
    m_record->set(everything.record);
    const bool isNew = everything.ledger.families.empty();
    if (isNew && everything.record.walks.empty() && m_tabs->currentIndex() != Record) {
        showEmpty(
            tr("Nothing is believed yet. What a study finds appears here, and whether later data agree."),
            m_ask, u"relationships"_s);
        showState();
        return;
    }
    const RelationshipView *before = current();
    const core::base::Sha256 kept = before ? before->record.hypothesis : core::base::Sha256{};
    m_simulated = everything.simulated;
    m_model->set(everything.views, shownZone(desk().settings()));
    m_ledger->set(everything.ledger);
    showContent();
    showFilter();
    m_none->setVisible(everything.views->empty());
    m_split->setVisible(!everything.views->empty());
    m_none->setText(
        isNew ? tr("Nothing is believed yet. What a study finds appears here, and whether later "
                   "data agree.")
              : tr("%1 None of it was found to be more than chance, so there is nothing to follow. The "
                   "ledger lists what was asked.")
                    .arg(ledgerSentence(everything.ledger.totals)));
    const int row = m_model->rowOf(kept);
    QModelIndex index = row >= 0 ? m_order->mapFromSource(m_model->index(row, 0)) : QModelIndex();
    if (!index.isValid() && m_order->rowCount() > 0)
        index = m_order->index(0, 0);
    m_table->setCurrentIndex(index);
    select();
    showState();
}

void RelationshipsPanel::showFilter()
{
    const std::string wanted = m_order->status();
    m_filter->clear();
    m_filter->addItem(tr("All (%1)").arg(countText(static_cast<std::uint64_t>(m_model->rowCount()))),
                      QString());
    for (const char *status : kShownStatuses) {
        const int count = m_model->count(status);
        if (count == 0 && wanted != status)
            continue;
        m_filter->addItem(tr("%1 (%2)", "a status, how many")
                              .arg(statusText(status), countText(static_cast<std::uint64_t>(count))),
                          QString::fromLatin1(status));
    }
    m_filter->setCurrentIndex(std::max(0, m_filter->findData(qs(wanted))));
}

void RelationshipsPanel::showState()
{
    m_pages->setCurrentIndex(m_tabs->currentIndex());
    const bool isOpen = desk().session().bench() != nullptr && !isEmpty();
    const RelationshipView *view = isOpen ? current() : nullptr;
    m_filter->setVisible(m_tabs->currentIndex() == Beliefs);
    m_checkButton->setVisible(m_tabs->currentIndex() == Beliefs);
    m_check->setEnabled(isOpen && m_model->rowCount() > 0 && !m_checking.isBusy());
    m_actions.openRun->setEnabled(view != nullptr);
    m_actions.report->setEnabled(view != nullptr);
    m_actions.unseal->setEnabled(view && !view->opened && !m_unsealing.isBusy());
    m_actions.retire->setEnabled(view && view->record.status != "retired" && !m_retiring.isBusy());
}

void RelationshipsPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    arrange();
}

void RelationshipsPanel::arrange()
{
    // one above the other a low panel has room for two rows and a flat chart: there they stand side by side
    const bool isLow = height() < kRoomForRows && width() >= kRoomForDetail;
    if (isLow == (m_split->orientation() == Qt::Horizontal))
        return;
    m_split->setOrientation(isLow ? Qt::Horizontal : Qt::Vertical);
    if (isLow)
        m_split->setSizes({width() * 49 / 100, width() * 51 / 100});
    else
        m_split->setSizes({height() * 2 / 5, height() * 3 / 5});
}

const RelationshipView *RelationshipsPanel::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->view(m_order->mapToSource(index).row()) : nullptr;
}

void RelationshipsPanel::select()
{
    if (const RelationshipView *view = current())
        m_detail->setView(*view, m_simulated);
    else
        m_detail->clear();
    showState();
}

/// The other panels follow a person, not a list that was read again.
void RelationshipsPanel::tellSelection()
{
    const RelationshipView *view = current();
    if (!view || !m_table->hasFocus())
        return;
    desk().selection().selectFinding({qs(view->record.run), qs(idOf(*view))});
    const auto definition = core::base::parseJson(view->record.definition);
    if (definition && definition->toObject().value(u"asset"_s).isString()) // else it is a pool
        desk().selection().selectSymbol(qs(view->record.asset));
}

void RelationshipsPanel::openRun()
{
    if (const RelationshipView *view = current())
        Q_EMIT desk().openFinding({qs(view->record.run), qs(idOf(*view))});
}

void RelationshipsPanel::check()
{
    const auto bench = desk().session().bench();
    if (!bench)
        return;
    using Checks = std::vector<ForwardCheck>;
    m_checking.start<Checks>(
        JobKind::Task, tr("Checking relationships"),
        [bench](const Job &job) { return checkRelationships(*bench, {}, 0, job); }, this,
        [this](Result<Checks> checks) {
            showState();
            if (!checks) {
                desk().messages().tellError(checks.error());
                return;
            }
            std::uint64_t added = 0;
            std::size_t changed = 0;
            QStringList notes;
            for (const ForwardCheck &one : *checks) {
                added += one.added;
                changed += one.changes.empty() ? 0 : 1;
                if (!one.note.isEmpty() && !notes.contains(one.note))
                    notes << one.note;
            }
            desk().messages().tell(changed > 0 ? Severity::Note : Severity::Info,
                                   tr("Relationships checked: %1; new events: %2; changed their status: %3.")
                                       .arg(countText(checks->size()), countText(added), countText(changed)),
                                   {}, notes.join(u'\n'));
            refresh();
        });
    showState();
}

void RelationshipsPanel::askUnseal()
{
    const RelationshipView *view = current();
    if (!view)
        return;
    desk().dialogs().ask(this, tr("Open the Sealed Hold-Out"),
                         tr("%1\n\nThis tests it once on the data from the seal on, in the direction it was "
                            "found. It is one act "
                            "per relationship: it cannot be repeated or taken back, and the ledger keeps it "
                            "whatever comes out. "
                            "All relationships of the same family make the test stricter, opened or not "
                            "(Holm). "
                            "Open it when you have "
                            "nothing left to decide about this relationship.")
                             .arg(relationshipSubject(view->record)),
                         {tr("Open It, Once"), tr("Keep It Sealed")}, 1, [this, asked = *view](int answer) {
                             if (answer == 0)
                                 unseal(asked);
                         });
}

void RelationshipsPanel::unseal(const RelationshipView &view)
{
    const auto bench = desk().session().bench();
    if (!bench || m_unsealing.isBusy())
        return;
    m_unsealing.start<HoldOutReport>(
        JobKind::Task, tr("Opening the sealed hold-out"),
        [bench, id = idOf(view)](const Job &job) { return core::workbench::unseal(*bench, id, 0, job); },
        this,
        [this, subject = relationshipSubject(view.record)](Result<HoldOutReport> report) {
            showState();
            if (!report) {
                desk().messages().tellError(report.error());
                return;
            }
            const auto &act = report->act;
            const QString said =
                act.confirmed
                    ? tr("%1: confirmed on the hold-out (effect %2, 95 % interval %3, base %4, n %5, p %6, after "
                         "Holm %7).")
                    : tr("%1: not confirmed on the hold-out (effect %2, 95 % interval %3, base %4, n %5, p %6, "
                         "after Holm %7).");
            const core::discovery::Finding &finding = report->finding;
            desk().messages().tell(act.confirmed ? Severity::Info : Severity::Note,
                                   said.arg(subject, signedText(act.effect, finding.unit),
                                            intervalText(finding.ciLow, finding.ciHigh), signedText(finding.base),
                                            countText(act.n), probabilityText(act.p),
                                            probabilityText(act.pHolm)));
            refresh();
        });
    showState();
}

void RelationshipsPanel::retire(const QString &reason)
{
    const auto bench = desk().session().bench();
    const RelationshipView *view = current();
    if (!bench || !view || m_retiring.isBusy())
        return;
    m_retiring.start<RelationshipView>(
        JobKind::Read, tr("Retiring a relationship"),
        [bench, id = idOf(*view), reason](const Job &) { return retireRelationship(*bench, id, reason); },
        this,
        [this](Result<RelationshipView> now) {
            showState();
            if (!now) {
                desk().messages().tellError(now.error());
                return;
            }
            desk().messages().tell(Severity::Info, tr("%1 is retired; it stays in the list with its reason.")
                                                       .arg(relationshipSubject(now->record)));
            refresh();
        });
    showState();
}

void RelationshipsPanel::openMenu(const QPoint &at)
{
    if (!m_table->indexAt(at).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_actions.openRun);
    m_detail->scripts()->addTo(menu, [this] {
        const RelationshipView *view = current();
        return view ? FindingRef{qs(view->record.run), qs(idOf(*view))} : FindingRef();
    });
    menu->addAction(m_actions.report);
    menu->addSeparator();
    menu->addAction(m_actions.unseal);
    menu->addAction(m_actions.retire);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace widgets
