// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/brief/briefpanel.h"

#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "core/workbench/ledgerwords.h"
#include "core/workbench/tearsheet.h"
#include "widgets/brief/briefmodel.h"
#include "widgets/common/labels.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"
#include "widgets/report/briefwriter.h"
#include "widgets/report/paperprinter.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;
using namespace core::workbench;
using core::base::qs;
using core::base::Result;

namespace {

} // namespace

BriefPanel::BriefPanel(Desk &desk, QWidget *parent)
    : Panel(desk, u"brief"_s, tr("Morning Brief"), parent)
    , m_reading(desk.session().jobs())
    , m_keeping(desk.session().jobs())
    , m_printer(new PaperPrinter(desk, this))
    , m_model(new BriefModel(desk.theme(), this))
    , m_headline(plainLabel({}, u"heading"_s, content()))
    , m_span(plainLabel({}, u"muted"_s, content()))
    , m_since(new QComboBox(content()))
    , m_quiet(plainLabel({}, u"muted"_s, content()))
    , m_table(new QTableView(content()))
    , m_sentence(plainLabel({}, {}, content()))
    , m_asked(plainLabel({}, u"muted"_s, content()))
{
    makeActions();
    makeTable();
    m_headline->setObjectName(u"briefHeadline"_s);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setObjectName(u"briefSentence"_s);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_asked->setObjectName(u"briefAsked"_s);
    m_quiet->setText(tr("What is found, fires, holds, decays or fails between two briefs appears here."));
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 6, 12, 6);
    head->setSpacing(2);
    head->addWidget(m_headline);
    head->addWidget(m_span);
    head->addWidget(m_quiet);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(12, 6, 12, 6);
    foot->setSpacing(4);
    foot->addWidget(m_sentence);
    foot->addWidget(m_asked);
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    layout->addLayout(foot);
    layout->addStretch(0);
    listen();
    refresh();
}

void BriefPanel::makeActions()
{
    const auto add = [this](const QString &id, const QString &text, const QString &tip, const QString &icon) {
        return desk().addAction(this, u"brief."_s + id, text, tip, {}, icon);
    };
    m_refresh = add(u"refresh"_s, tr("Read the Brief Again"),
                    tr("Look again at what changed up to this moment"), u"refresh"_s);
    m_read = add(u"mark-read"_s, tr("Mark the Brief as Read"),
                 tr("The next brief begins where this one ended"), {});
    m_export = add(u"export"_s, tr("Export Brief…"), tr("Print the brief that is shown (PDF)"), u"export"_s);
    connect(m_refresh, &QAction::triggered, this, &BriefPanel::refresh);
    connect(m_read, &QAction::triggered, this, &BriefPanel::markRead);
    connect(m_export, &QAction::triggered, this, &BriefPanel::exportBrief);
}

QWidget *BriefPanel::makeBar()
{
    auto *bar = new QWidget(content());
    m_since->setObjectName(u"briefSince"_s);
    m_since->setAccessibleName(tr("Since when"));
    m_since->setToolTip(tr("Where the brief begins"));
    m_since->addItem(tr("Since the last brief"), 0);
    m_since->addItem(tr("Last 24 hours"), 1);
    m_since->addItem(tr("Last 7 days"), 7);
    m_since->addItem(tr("Last 30 days"), 30);
    connect(m_since, &QComboBox::activated, this, &BriefPanel::refresh);
    const auto button = [bar](QAction *action, const QString &text) {
        auto *out = new QPushButton(text, bar);
        out->setObjectName(Desk::idOf(action));
        out->setAccessibleName(action->text());
        connect(out, &QPushButton::clicked, action, &QAction::trigger);
        const auto follow = [out, action] {
            out->setEnabled(action->isEnabled());
            out->setToolTip(action->toolTip());
        };
        connect(action, &QAction::changed, out, follow);
        follow();
        return out;
    };
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 6, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_since);
    layout->addWidget(button(m_refresh, tr("Read Again")));
    layout->addStretch(1);
    layout->addWidget(button(m_export, tr("Export PDF…")));
    QPushButton *read = button(m_read, tr("Mark as Read"));
    read->setProperty("primary", true);
    layout->addWidget(read);
    return bar;
}

void BriefPanel::makeTable()
{
    m_table->setObjectName(u"briefTable"_s);
    m_table->setModel(m_model);
    dressTable(m_table, tr("What changed"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setIconSize({14, 14});
    m_table->setMinimumHeight(76);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(36);
    const std::pair<int, int> widths[] = {
        {BriefModel::What, 104},  {BriefModel::When, 118},     {BriefModel::Event, 150},
        {BriefModel::Asset, 84},  {BriefModel::Window, 74},    {BriefModel::N, 46},
        {BriefModel::Effect, 86}, {BriefModel::Interval, 116}, {BriefModel::PAdjusted, 82},
        {BriefModel::Family, 60}, {BriefModel::Status, 84},    {BriefModel::Said, 360}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, std::max(width, header->sectionSizeHint(column))); // titles grow
    header->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        select();
        tellSelection();
    });
    connect(m_table, &QAbstractItemView::activated, this, &BriefPanel::open);
}

void BriefPanel::listen()
{
    Session &session = desk().session();
    connect(&session, &Session::opened, this, &BriefPanel::refresh);
    connect(&session, &Session::runStored, this, &BriefPanel::refresh);
    connect(&session.collection(), &Collection::scheduleRan, this, &BriefPanel::newData);
    connect(&session, &Session::eventsStored, this, &BriefPanel::newData);
    connect(&session, &Session::barsStored, this, &BriefPanel::newData);
    connect(&desk().settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Zone && m_brief)
            showBrief(m_brief);
    });
    connect(&session, &Session::closing, this, [this] {
        m_reading.drop();
        m_keeping.drop();
        m_brief.reset();
        m_model->clear();
        m_since->setCurrentIndex(0);
    });
    connect(&session, &Session::closed, this, &BriefPanel::refresh);
}

QWidget *BriefPanel::firstFocus()
{
    return isEmpty()                 ? static_cast<QWidget *>(emptyState()->button())
           : m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table)
                                     : m_since;
}

bool BriefPanel::isSettled() const
{
    return !m_reading.isBusy() && !m_keeping.isBusy() && m_printer->isSettled();
}

QString BriefPanel::headline() const
{
    return m_headline->text();
}

QString BriefPanel::sentence() const
{
    return m_sentence->text();
}

QString BriefPanel::asked() const
{
    return m_asked->text();
}

void BriefPanel::refresh()
{
    const auto bench = desk().session().bench();
    if (!bench || (m_model->rowCount() == 0 && !m_brief))
        showState();
    if (!bench)
        return;
    const int days = m_since->currentData().toInt();
    const core::base::Instant since =
        days > 0 ? desk().session().clock().now() - std::chrono::hours(24 * days) : core::base::Instant();
    m_isStale = false;
    // looking must not ask for the password of the keyring
    const auto known = [secrets = desk().session().secrets()](const std::string &source,
                                                              const std::string &name) {
        return secrets->known(source, name);
    };
    using Read = std::shared_ptr<const Brief>;
    m_reading.start<Read>(
        JobKind::Read, tr("Reading what changed"),
        [bench, since, known](const Job &job) -> Result<Read> {
            Result<Brief> brief = briefOf(*bench, since, known, job);
            if (!brief)
                return brief.error();
            return std::make_shared<const Brief>(std::move(*brief));
        },
        this,
        [this](Result<Read> brief) {
            if (brief)
                showBrief(std::move(*brief));
            else if (brief.error().code != core::base::ErrorCode::Cancelled)
                desk().messages().tellError(brief.error());
            showState();
        });
    showState();
}

void BriefPanel::showBrief(std::shared_ptr<const Brief> brief)
{
    m_brief = std::move(brief);
    m_model->set(*m_brief, shownZone(desk().settings()));
    m_headline->setText(unbroken(headlineOf(*m_brief)));
    m_asked->setText(
        tr("Since then: %1\nIn all: %2")
            .arg(unbroken(ledgerSentence(m_brief->asked)), unbroken(ledgerSentence(m_brief->askedInAll))));
    m_table->setCurrentIndex(m_model->rowCount() > 0 ? m_model->index(0, 0) : QModelIndex());
    select();
    showState();
}

/// The brief is read anew when a person asks for it or looks at it, not under their eyes.
void BriefPanel::newData()
{
    m_isStale = true;
    showState();
}

void BriefPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (m_isStale && desk().session().bench())
        refresh();
}

void BriefPanel::showState()
{
    const bool isOpen = desk().session().bench() != nullptr;
    const bool isThere = isOpen && m_brief != nullptr;
    m_refresh->setEnabled(isOpen && !m_reading.isBusy());
    m_read->setEnabled(isThere && !m_reading.isBusy() && !m_keeping.isBusy());
    m_export->setEnabled(isThere);
    if (!isOpen) {
        showEmpty(
            tr("The brief tells what changed since you looked last: found, fired, decayed, sources that are "
               "late, questions asked. Open a workspace to begin."),
            sampleAction(), u"bell"_s);
        return;
    }
    showContent();
    const bool hasRows = isThere && m_model->rowCount() > 0;
    m_table->setVisible(hasRows);
    m_sentence->setVisible(hasRows);
    m_quiet->setVisible(isThere && !hasRows);
    m_asked->setVisible(isThere);
    m_span->setVisible(isThere);
    if (!isThere) {
        m_headline->setText(tr("Reading what changed…"));
        return;
    }
    const core::base::Zone zone = shownZone(desk().settings());
    QString span = tr("From %1 to %2 (%3), snapshot %4.")
                       .arg(instantText(m_brief->since, zone), instantText(m_brief->madeAt, zone),
                            qs(zone.name()), m_brief->snapshot);
    if (m_isStale)
        span += u' ' + tr("Newer data have arrived since; “Read Again” looks at them.");
    m_span->setText(span);
}

void BriefPanel::select()
{
    const BriefModel::Row *row = m_model->row(m_table->currentIndex().row());
    m_sentence->setText(row ? unbroken(row->sentence) : QString());
}

/// The other panels follow a person, not a list that was read again.
void BriefPanel::tellSelection()
{
    const BriefModel::Row *row = m_model->row(m_table->currentIndex().row());
    if (!row || !row->view || !m_table->hasFocus())
        return;
    desk().selection().selectFinding({qs(row->run), qs(core::base::toHex(row->view->record.hypothesis))});
}

void BriefPanel::open()
{
    const BriefModel::Row *row = m_model->row(m_table->currentIndex().row());
    if (!row)
        return;
    if (row->view)
        Q_EMIT desk().openFinding({qs(row->run), qs(core::base::toHex(row->view->record.hypothesis))});
    else if (!row->run.empty())
        Q_EMIT desk().openRun(qs(row->run));
    else if (row->kind == BriefModel::Kind::Source)
        Q_EMIT desk().showPanel(u"quality"_s);
}

void BriefPanel::markRead()
{
    const auto bench = desk().session().bench();
    if (!bench || !m_brief || m_keeping.isBusy())
        return;
    m_keeping.start<bool>(
        JobKind::Read, tr("Marking the brief as read"),
        [bench, brief = m_brief](const Job &) -> Result<bool> {
            const Result<void> kept = keepBrief(*bench, *brief);
            if (!kept)
                return kept.error();
            return true;
        },
        this,
        [this](Result<bool> kept) {
            if (!kept) {
                desk().messages().tellError(kept.error());
                showState();
                return;
            }
            desk().messages().tell(Severity::Info,
                                   tr("Read. The next brief begins at %1.")
                                       .arg(instantText(m_brief->madeAt, shownZone(desk().settings()))));
            m_since->setCurrentIndex(0);
            refresh();
        });
    showState();
}

void BriefPanel::exportBrief()
{
    if (!m_brief)
        return;
    m_printer->print(
        {tr("Export Brief"), tr("Printing the brief"),
         [brief = m_brief](const Workbench &) -> Result<QString> {
             return sheetFileName(tr("Brief of %1").arg(brief->workspace), dayText(brief->madeAt));
         },
         [brief = m_brief](const Workbench &, const QString &file, const Job &job) -> Result<void> {
             return writeBrief(*brief, file, job);
         }});
}

} // namespace widgets
