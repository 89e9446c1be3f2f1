// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/eventspanel.h"

#include "core/base/text.h"
#include "widgets/common/filtercompleter.h"
#include "widgets/common/words.h"
#include "widgets/events/countsstrip.h"
#include "widgets/events/datejump.h"
#include "widgets/events/eventactions.h"
#include "widgets/events/eventtable.h"
#include "widgets/events/filterbar.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::ErrorCode;
using core::base::Instant;
using core::base::qs;
using core::base::Result;
using core::domain::Event;
using core::domain::Order;
using core::workbench::Job;
using core::workbench::JobKind;
using core::workbench::Session;

namespace {

constexpr int kNoteMs = 8000;     ///< how long a passing remark stays
constexpr int kStripNeeds = 240;  ///< pixels; in a lower panel the rows come first

/// "5.1 M"; below a hundred thousand every figure.
QString roundCount(std::uint64_t count)
{
    if (count < 100'000)
        return countText(count);
    return count < 1'000'000 ? EventsPanel::tr("%1 k").arg(countText(count / 1000))
                             : EventsPanel::tr("%1 M").arg(numberText(static_cast<double>(count) / 1e6, 1));
}

QStringList texts(const std::vector<std::string> &words)
{
    QStringList out;
    for (const std::string &word : words)
        out << qs(word);
    return out;
}

} // namespace

EventsPanel::EventsPanel(Desk &desk, QWidget *parent)
    : Panel(desk, u"events"_s, tr("Events"), parent)
    , m_model(new EventModel(desk.session().jobs(), this))
    , m_feed(new EventFeed(desk, *m_model, this))
    , m_bar(new FilterBar(desk, content()))
    , m_strip(new CountsStrip(desk.theme(), content()))
    , m_pages(new QStackedWidget(content()))
    , m_table(new EventTable(desk.theme(), *m_model, m_pages))
    , m_nothing(new EmptyState(desk.theme(), m_pages))
    , m_actions(new EventActions(desk, *m_feed, *m_model, *m_table, this))
    , m_jump(new DateJump(m_table))
    , m_pill(new QToolButton(m_table))
    , m_menu(new QMenu(this))
    , m_oldestFirst(desk.addAction(this, u"events.oldest-first"_s, tr("Oldest First"),
                                   tr("Turn the order of time round")))
    , m_newest(desk.addAction(this, u"events.newest"_s, tr("Go to Newest"), tr("Take in what is new and follow it"),
                              QKeySequence(u"Ctrl+End"_s)))
    , m_starter(new QAction(tr("Starter Data…"), this))
    , m_sample(new QAction(tr("Open Sample Workspace"), this))
    , m_clear(new QAction(tr("Clear Filter"), this))
    , m_jumping(desk.session().jobs())
    , m_locating(desk.session().jobs())
{
    m_oldestFirst->setCheckable(true);
    build();
    buildHeader();
    buildMenu();
    connectFeed();
    connectDesk();
    useZone();
    updateState();
    if (desk.session().bench())
        workspaceOpened();
}

EventsPanel::~EventsPanel() = default;

void EventsPanel::build()
{
    m_table->setObjectName(u"eventTable"_s);
    m_table->setAccessibleName(tr("Events in order of time"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setColumns(desk().settings().value(Setting::EventColumns).toByteArray());
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_nothing);
    m_pill->setObjectName(u"newRowsPill"_s);
    m_pill->setProperty("role", u"pill"_s);
    m_pill->setFocusPolicy(Qt::TabFocus);
    m_pill->setToolTip(tr("Show what is new"));
    m_pill->hide();

    auto *test = new QToolButton(m_bar);
    test->setDefaultAction(m_actions->test());
    test->setToolButtonStyle(Qt::ToolButtonTextOnly);
    test->setFocusPolicy(Qt::TabFocus);
    test->setAccessibleName(m_actions->test()->text());
    m_bar->addButton(test);
    auto *more = new QToolButton(m_bar);
    more->setIcon(desk().theme().icon(u"more"_s));
    more->setToolTip(tr("Order, columns, export and more"));
    more->setAccessibleName(more->toolTip());
    more->setObjectName(u"eventsMore"_s);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::TabFocus);
    more->setMenu(m_menu);
    connect(&desk().theme(), &Theme::changed, more, [this, more] { more->setIcon(desk().theme().icon(u"more"_s)); });
    m_bar->addButton(more);

    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_strip);
    layout->addWidget(m_pages, 1);
    m_noteEnds.setSingleShot(true);
    m_noteEnds.setInterval(kNoteMs);
    connect(&m_noteEnds, &QTimer::timeout, this, &EventsPanel::updateStatus);

    connect(m_bar, &FilterBar::filterApplied, this, [this](const QString &filter) { m_feed->apply(filter, m_feed->span()); });
    connect(m_bar, &FilterBar::cancelled, m_feed, &EventFeed::cancel);
    connect(m_bar, &FilterBar::spanRemoved, this, [this] { setSpan(std::nullopt); });
    connect(m_bar, &FilterBar::leftDownwards, m_table, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_strip, &CountsStrip::spanChosen, this, [this](const TimeSpan &span) { setSpan(span); });
    connect(m_strip, &CountsStrip::spanCleared, this, [this] { setSpan(std::nullopt); });
    connect(m_table, &EventTable::typed, m_bar, &FilterBar::prepare);
    connect(m_table, &EventTable::selectedRowsChanged, this, &EventsPanel::rowSelected);
    connect(m_table, &EventTable::topRowMoved, this, &EventsPanel::updateUnseen);
    connect(m_table, &EventTable::columnsChanged, this,
            [this] { desk().settings().set(Setting::EventColumns, m_table->columns()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const QModelIndex cell = m_table->indexAt(at);
        if (!cell.isValid())
            return;
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions->fillMenu(*menu, cell);
        menu->popup(m_table->viewport()->mapToGlobal(at));
    });
    connect(m_actions, &EventActions::filterWanted, this, [this](const QString &filter, bool isApplied) {
        if (isApplied)
            m_bar->apply(filter);
        else
            m_bar->prepare(filter);
    });
    connect(m_jump, &DateJump::wanted, this, &EventsPanel::goTo);
    connect(m_pill, &QToolButton::clicked, this, &EventsPanel::backToNewest);
    connect(m_newest, &QAction::triggered, this, &EventsPanel::backToNewest);
    m_table->viewport()->installEventFilter(this);
}

void EventsPanel::buildHeader()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setSortIndicatorShown(true);
    header->setSortIndicator(static_cast<int>(EventColumn::Time), Qt::DescendingOrder);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionClicked, this, &EventsPanel::headerClicked);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        const int section = header->logicalIndexAt(at);
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        if (section >= 0) {
            const QString field = qs(eventField(static_cast<EventColumn>(section)));
            connect(menu->addAction(tr("Filter by %1…").arg(field)), &QAction::triggered, this,
                    [this, field] { m_bar->prepare(field + u' '); });
            menu->addSeparator();
        }
        menu->addAction(m_oldestFirst);
        menu->addSeparator();
        fillColumns(*menu);
        menu->popup(header->mapToGlobal(at));
    });
    connect(m_oldestFirst, &QAction::toggled, this, [this](bool isOldest) {
        m_feed->setOrder(isOldest ? Order::Ascending : Order::Descending);
        m_table->horizontalHeader()->setSortIndicator(static_cast<int>(EventColumn::Time),
                                                      isOldest ? Qt::AscendingOrder : Qt::DescendingOrder);
    });
}

void EventsPanel::headerClicked(int section)
{
    const auto column = static_cast<EventColumn>(section);
    if (column == EventColumn::Time) {
        m_oldestFirst->toggle();
    } else {
        // QHeaderView has turned the arrow round
        const QString field = qs(eventField(column));
        m_bar->setStatus(tr("Rows stay in order of time and are not sorted by %1. Filter by it instead, such as %1 == …")
                             .arg(field));
        m_noteEnds.start();
    }
    m_table->horizontalHeader()->setSortIndicator(static_cast<int>(EventColumn::Time),
                                                  m_oldestFirst->isChecked() ? Qt::AscendingOrder
                                                                             : Qt::DescendingOrder);
}

void EventsPanel::fillColumns(QMenu &menu)
{
    QHeaderView *header = m_table->horizontalHeader();
    const int shown = header->count() - header->hiddenSectionCount();
    for (int at = 0; at < header->count(); ++at) {
        const int section = header->logicalIndex(at);
        QAction *action =
            menu.addAction(eventColumnTitle(static_cast<EventColumn>(section), m_model->zone()));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(section));
        action->setEnabled(shown > 1 || !action->isChecked()); // one stays
        connect(action, &QAction::toggled, this, [this, section](bool isShown) {
            m_table->showColumn(section, isShown);
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset Columns")), &QAction::triggered, m_table, &EventTable::resetColumns);
}

void EventsPanel::buildMenu()
{
    QAction *focus = desk().addAction(this, u"events.focus-filter"_s, tr("Filter Events"),
                                      tr("Go to the filter line"), QKeySequence::Find, u"filter"_s);
    connect(focus, &QAction::triggered, this, [this] {
        m_bar->edit()->setFocus(Qt::ShortcutFocusReason);
        m_bar->edit()->selectAll();
    });
    QAction *jump = desk().addAction(this, u"events.go-to-date"_s, tr("Go to Date…"),
                                     tr("Scroll to the events of a date"), QKeySequence(u"Ctrl+G"_s), u"calendar"_s);
    connect(jump, &QAction::triggered, this, [this] {
        if (m_pages->currentWidget() == m_table && !isEmpty())
            m_jump->open(m_model->zone());
    });
    m_menu->addActions({m_oldestFirst, jump, m_newest});
    m_menu->addSeparator();
    QMenu *columns = m_menu->addMenu(tr("Columns"));
    connect(columns, &QMenu::aboutToShow, this, [this, columns] {
        columns->clear();
        fillColumns(*columns);
    });
    m_menu->addSeparator();
    m_menu->addActions(m_actions->general());
}

void EventsPanel::connectFeed()
{
    connect(m_feed, &EventFeed::shown, this, [this] {
        m_bar->settle(m_feed->filter());
        desk().setFilter(m_feed->filter());
        m_isGoingToEdge = false;
        m_strip->setSpan(m_feed->span());
        m_bar->setSpanText(m_feed->span() ? spanText(*m_feed->span(), m_model->zone()) : QString());
    });
    connect(m_feed, &EventFeed::failed, this, [this](const core::base::Error &error) {
        m_bar->settle(m_feed->filter());
        m_strip->setSpan(m_feed->span());
        m_bar->setSpanText(m_feed->span() ? spanText(*m_feed->span(), m_model->zone()) : QString());
        if (error.code != ErrorCode::Cancelled)
            desk().messages().tellError(error);
    });
    connect(m_feed, &EventFeed::figuresChanged, this, &EventsPanel::updateState);
    connect(m_feed, &EventFeed::busyChanged, this, [this] { m_bar->setBusy(m_feed->isOpening()); });
    connect(m_feed, &EventFeed::countsChanged, m_strip, &CountsStrip::setCounts);
    connect(m_feed, &EventFeed::unseenChanged, this, [this] {
        if (m_feed->unseen() > 0 && isAtNewest())
            backToNewest();
        else
            updateUnseen();
    });
    connect(m_feed, &EventFeed::wordsRead, this, [this](const core::workbench::EventWords &words) {
        m_bar->completer()->setWords(u"source"_s, texts(words.sources));
        m_bar->completer()->setWords(u"event_type"_s, texts(words.eventTypes));
        m_bar->completer()->setWords(u"entity"_s, texts(words.entities));
    });
    connect(m_model, &EventModel::refreshed, this, &EventsPanel::showRefreshed);
    connect(m_model, &EventModel::failed, this,
            [this](const core::base::Error &error) { desk().messages().tellError(error); });
    connect(m_model, &EventModel::arrived, this, &EventsPanel::rowSelected);
}

void EventsPanel::connectDesk()
{
    connect(m_starter, &QAction::triggered, &desk(), &Desk::showStarter);
    connect(m_sample, &QAction::triggered, &desk(), &Desk::openSample);
    connect(m_clear, &QAction::triggered, this, [this] {
        m_feed->apply(m_feed->filter(), std::nullopt);
        m_bar->apply({});
    });
    Session &session = desk().session();
    connect(&session, &Session::opened, this, &EventsPanel::workspaceOpened);
    connect(&session, &Session::closing, this, [this] {
        m_jumping.drop();
        m_locating.drop();
        m_feed->reset();
        m_bar->settle({});
        m_bar->edit()->clear();
        m_bar->setSpanText({});
        m_strip->setSpan(std::nullopt);
        showEmpty(tr("What happened in the world appears here once a workspace is open."), m_sample, u"events"_s);
        updateLive();
    });
    connect(&session, &Session::eventsStored, this, [this] {
        if (m_feed->total().value_or(0) == 0 || m_model->rowCount() == 0)
            m_feed->reload();
        else
            m_feed->poll();
    });
    connect(&desk(), &Desk::asOfChanged, this, [this] {
        const Instant at = desk().asOf();
        m_bar->setPast(at.isValid() ? tr("as of %1").arg(instantText(at, m_model->zone(), true)) : QString());
        if (desk().session().bench())
            m_feed->reload();
        updateLive();
    });
    connect(&desk(), &Desk::applyFilter, this, [this](const QString &filter) {
        m_feed->apply(m_feed->filter(), std::nullopt); // it says all there is to say, time too
        m_bar->apply(filter);
    });
    connect(&desk(), &Desk::prepareFilter, m_bar, &FilterBar::prepare);
    connect(m_bar, &FilterBar::filterApplied, &desk(), &Desk::setFilter);
    connect(&desk().settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Zone)
            useZone();
    });
    connect(&desk().selection(), &Selection::eventSelected, this, &EventsPanel::eventSelected);
}

void EventsPanel::useZone()
{
    const auto zone = core::base::Zone::find(core::base::utf8(desk().settings().text(Setting::Zone)));
    m_model->setZone(zone ? *zone : core::base::Zone());
    m_strip->setZone(m_model->zone());
    if (m_feed->span())
        m_bar->setSpanText(spanText(*m_feed->span(), m_model->zone()));
}

void EventsPanel::workspaceOpened()
{
    showContent();
    m_feed->reload();
    updateLive();
}

void EventsPanel::updateState()
{
    if (!desk().session().bench()) {
        showEmpty(tr("What happened in the world appears here once a workspace is open."), m_sample, u"events"_s);
        return;
    }
    const bool isNone = m_feed->count() == 0u && !m_feed->isOpening();
    if (isNone && m_feed->total() == 0u && m_feed->wholeFilter().isEmpty()) {
        showEmpty(desk().asOf().isValid()
                      ? tr("Nothing was known yet at that time.")
                      : tr("No events yet. Collect them from public sources, or import a file (Ctrl+I), to see what "
                           "happened, and when it was known."),
                  desk().asOf().isValid() ? nullptr : m_starter, u"events"_s);
        return;
    }
    showContent();
    if (isNone)
        m_nothing->set(tr("No event passes this filter."), m_clear, u"filter"_s);
    m_pages->setCurrentWidget(isNone ? static_cast<QWidget *>(m_nothing) : m_table);
    updateStatus();
}

void EventsPanel::updateStatus()
{
    m_noteEnds.stop();
    if (!m_feed->count()) {
        m_bar->setStatus(tr("counting…"));
        return;
    }
    const std::uint64_t count = *m_feed->count();
    const QString cost = m_feed->seconds() < 0.001 ? tr("< 1 ms")
                         : m_feed->seconds() < 10 ? tr("%1 ms").arg(countText(static_cast<std::uint64_t>(
                                                      std::llround(m_feed->seconds() * 1000))))
                                                : durationText(m_feed->seconds());
    const std::uint64_t total = m_feed->total().value_or(count);
    const QString many = m_feed->wholeFilter().isEmpty()
                             ? (count == 1 ? tr("1 event") : tr("%1 events").arg(countText(count)))
                             : tr("%1 of %2").arg(countText(count), roundCount(total));
    m_bar->setStatus(u"%1 \u00b7 %2"_s.arg(many, cost),
                     tr("%1 of %2 events pass the filter, found in %3").arg(countText(count), countText(total), cost));
}

bool EventsPanel::isAtNewest() const
{
    if (desk().asOf().isValid() || !isVisible() || m_table->isAllSelected())
        return false;
    const bool isNewestFirst = m_feed->order() == Order::Descending;
    const int newest = isNewestFirst ? 0 : m_model->rowCount() - 1;
    const int current = m_table->currentIndex().row();
    return (isNewestFirst ? m_table->isAtTop() : m_table->isAtBottom()) && (current < 0 || current == newest);
}

void EventsPanel::updateUnseen()
{
    const std::uint64_t unseen = m_feed->unseen();
    m_pill->setVisible(unseen > 0);
    if (unseen == 0)
        return;
    m_pill->setText(u"%1 %2"_s.arg(tr("%1 new").arg(countText(unseen)),
                                   m_feed->order() == Order::Descending ? u"\u2191"_s : u"\u2193"_s));
    m_pill->setAccessibleName(tr("%1 new events: show them").arg(countText(unseen)));
    m_pill->adjustSize();
    const int below = m_table->horizontalHeader()->height() + 4;
    m_pill->move((m_table->width() - m_pill->width()) / 2,
                 m_feed->order() == Order::Descending ? below
                                                      : m_table->viewport()->geometry().bottom() - m_pill->height() - 4);
    m_pill->raise();
}

void EventsPanel::backToNewest()
{
    m_isGoingToEdge = true;
    if (m_feed->unseen() > 0)
        m_feed->takeIn(m_table->topRow(), true);
    else
        showRefreshed(0);
}

void EventsPanel::showRefreshed(qint64 shift)
{
    const bool isNewestFirst = m_feed->order() == Order::Descending;
    if (m_isGoingToEdge)
        m_table->setTopRow(isNewestFirst ? 0 : m_table->verticalScrollBar()->maximum());
    else if (shift != 0)
        m_table->setTopRow(m_table->topRow() + static_cast<int>(shift));
    m_isGoingToEdge = false;
}

void EventsPanel::updateLive()
{
    m_feed->setLive(isVisible() && desk().session().bench() && !desk().asOf().isValid());
}

void EventsPanel::setSpan(const std::optional<TimeSpan> &span)
{
    m_feed->apply(m_feed->filter(), span);
    m_bar->setSpanText(span ? spanText(*span, m_model->zone()) : QString());
    m_strip->setSpan(span);
}

void EventsPanel::goTo(Instant at)
{
    const std::shared_ptr<EventRows> rows = m_model->rows();
    if (!rows)
        return;
    m_jumping.start<std::uint64_t>(
        JobKind::Read, tr("Looking for a date"), [rows, at](const Job &job) { return rows->rowAt(at, job.cancel); },
        this,
        [this](const Result<std::uint64_t> &row) {
            if (!row) {
                desk().messages().tellError(row.error());
                return;
            }
            m_table->goTo(std::min(static_cast<int>(*row), m_model->rowCount() - 1));
            m_table->setFocus(Qt::OtherFocusReason);
        });
}

void EventsPanel::rowSelected()
{
    const EventSelection selection = m_table->selectedRows();
    const Event *event = m_model->event(m_table->currentIndex().row());
    if (!event || selection.isAll() || selection.count(static_cast<std::uint64_t>(m_model->rowCount())) != 1)
        return;
    const auto &now = desk().selection().event();
    if (now && now->id == event->id && now->revision == event->revision)
        return;
    desk().selection().selectEvent(*event);
    desk().selection().moveCursor(event->timestamp);
}

void EventsPanel::eventSelected()
{
    const auto &wanted = desk().selection().event();
    const Event *here = m_model->event(m_table->currentIndex().row());
    const std::shared_ptr<EventRows> rows = m_model->rows();
    if (!wanted || !rows || (here && here->id == wanted->id))
        return;
    m_locating.start<std::optional<std::uint64_t>>(
        JobKind::Read, tr("Looking for an event"),
        [rows, event = *wanted](const Job &job) { return rows->rowOf(event, job.cancel); }, this,
        [this, rows](const Result<std::optional<std::uint64_t>> &row) {
            if (!row)
                desk().messages().tellError(row.error());
            else if (*row && rows == m_model->rows())
                m_table->goTo(static_cast<int>(**row));
        });
}

QWidget *EventsPanel::firstFocus()
{
    if (isEmpty())
        return emptyState()->button();
    return m_pages->currentWidget() == m_table ? static_cast<QWidget *>(m_table) : m_nothing->button();
}

bool EventsPanel::isSettled() const
{
    return !m_feed->isBusy() && !m_jumping.isBusy() && !m_locating.isBusy();
}

void EventsPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    updateLive();
}

void EventsPanel::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    updateLive();
}

void EventsPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    m_strip->setVisible(height() >= kStripNeeds);
}

bool EventsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        updateUnseen();
    return Panel::eventFilter(watched, event);
}

} // namespace widgets
