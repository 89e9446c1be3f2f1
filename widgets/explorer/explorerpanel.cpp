// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/explorerpanel.h"

#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "widgets/common/filedrop.h"
#include "widgets/common/filterterm.h"
#include "widgets/common/words.h"
#include "widgets/explorer/entrybar.h"
#include "widgets/explorer/explorerchanges.h"
#include "widgets/explorer/explorerdelegate.h"
#include "widgets/explorer/explorersources.h"
#include "widgets/sources/sourcewords.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace widgets {

using namespace core;
using namespace Qt::StringLiterals;
using core::workbench::Job;
using core::workbench::JobKind;
using core::workbench::LatestJob;
using core::workbench::Session;
using Kind = ExplorerModel::Kind;

namespace {

constexpr ExplorerModel::Section kAll[] = {
    ExplorerModel::Section::Workspace,  ExplorerModel::Section::Studies, ExplorerModel::Section::Runs,
    ExplorerModel::Section::Watchlists, ExplorerModel::Section::Symbols, ExplorerModel::Section::Sources};

} // namespace

ExplorerPanel::ExplorerPanel(Desk &desk, QWidget *parent)
    : Panel(desk, u"explorer"_s, tr("Explorer"), parent)
    , m_model(new ExplorerModel(desk.theme(), this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeView(this))
    , m_nothing(new QLabel(this))
    , m_entry(new EntryBar(this))
    , m_changes(new ExplorerChanges(desk, m_entry, this))
    , m_sources(new ExplorerSources(desk, this))
    , m_openSample(new QAction(tr("Open Sample Workspace"), this))
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(ExplorerModel::SearchRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);
    m_filter->setObjectName(u"explorerFilter"_s);
    m_filter->setAccessibleName(tr("Find in the Explorer"));
    m_filter->setPlaceholderText(tr("Find"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(200);
    QAction *glass = m_filter->addAction(desk.theme().icon(u"search"_s), QLineEdit::LeadingPosition);
    connect(&desk.theme(), &Theme::changed, glass,
            [glass, &desk] { glass->setIcon(desk.theme().icon(u"search"_s)); });
    m_filter->installEventFilter(this);
    m_tree->setObjectName(u"explorerTree"_s);
    m_tree->setAccessibleName(tr("Explorer"));
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new ExplorerDelegate(desk.theme(), m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false); // Enter and a double click do the same, see openCurrent()
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->installEventFilter(this);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setProperty("role", u"muted"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(12, 8, 12, 8);
    m_nothing->hide();

    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(6, 4, 6, 4);
    top->addWidget(m_filter);
    layout->addLayout(top);
    layout->addWidget(m_nothing);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_entry);
    for (auto &job : m_reading)
        job = std::make_unique<LatestJob>(desk.session().jobs());
    auto *drop = new FileDrop(this);
    connect(drop, &FileDrop::dropped, &desk, &Desk::importFiles);
    makeActions();
    listen();
    for (const Section section : kAll) {
        if (section != Section::Symbols)
            m_expanded.insert(m_model->sectionIndex(section).data(ExplorerModel::KeyRole).toString());
    }
    opened();
}

ExplorerPanel::~ExplorerPanel() = default;

void ExplorerPanel::makeActions()
{
    Desk &desk = this->desk();
    m_open =
        desk.addAction(this, u"explorer.open"_s, tr("Open"), tr("Open the study or run, look at the symbol"));
    m_focusFilter = desk.addAction(this, u"explorer.find"_s, tr("Find in the Explorer"),
                                   tr("Show only what holds some letters"), QKeySequence::Find, u"search"_s);
    m_newStudy = desk.addAction(this, u"explorer.new-study"_s, tr("New Study"), tr("Write down a question"),
                                {}, u"add"_s);
    m_duplicate =
        desk.addAction(this, u"explorer.duplicate"_s, tr("Duplicate Study"),
                       tr("Copy the study under another name"), QKeySequence(u"Ctrl+D"_s), u"copy"_s);
    m_newList = desk.addAction(this, u"explorer.new-watchlist"_s, tr("New Watchlist…"),
                               tr("Make an empty list of symbols"), {}, u"add"_s);
    m_rename = desk.addAction(this, u"explorer.rename"_s, tr("Rename Watchlist…"),
                              tr("Give the watchlist another name"), Qt::Key_F2, u"edit"_s);
    m_addSymbols = desk.addAction(this, u"explorer.add-symbols"_s, tr("Add Symbols…"),
                                  tr("Add symbols to the watchlist"), QKeySequence(u"Ins"_s), u"symbol"_s);
    m_importSymbols = desk.addAction(this, u"explorer.import-symbols"_s, tr("Import Symbols from a File…"),
                                     tr("Add the symbols of a text file, one a line"), {}, u"import"_s);
    m_remove = desk.addAction(this, u"explorer.delete"_s, tr("Delete"),
                              tr("Delete the study, watchlist or entry"), QKeySequence::Delete, u"remove"_s);
    m_showEvents = desk.addAction(this, u"explorer.show-events"_s, tr("Show Events"),
                                  tr("Show the events of the source"), {}, u"events"_s);
    m_copy = desk.addAction(this, u"explorer.copy"_s, tr("Copy Name"), tr("Copy the name"),
                            QKeySequence::Copy, u"copy"_s);
    m_refresh = desk.addAction(this, u"explorer.refresh"_s, tr("Read Again"), tr("Read the workspace again"),
                               QKeySequence::Refresh, u"refresh"_s);
    connect(m_open, &QAction::triggered, this, &ExplorerPanel::openCurrent);
    connect(m_focusFilter, &QAction::triggered, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    connect(m_newStudy, &QAction::triggered, m_changes, &ExplorerChanges::newStudy);
    connect(m_duplicate, &QAction::triggered, this,
            [this] { m_changes->duplicateStudy(current().data(ExplorerModel::KeyRole).toString()); });
    connect(m_newList, &QAction::triggered, m_changes, &ExplorerChanges::newList);
    connect(m_rename, &QAction::triggered, this, [this] { m_changes->renameList(currentList()); });
    connect(m_addSymbols, &QAction::triggered, this, [this] { m_changes->addSymbols(currentList()); });
    connect(m_importSymbols, &QAction::triggered, this, [this] { m_changes->importSymbols(currentList()); });
    connect(m_remove, &QAction::triggered, this, &ExplorerPanel::removeCurrent);
    connect(m_showEvents, &QAction::triggered, this, &ExplorerPanel::showSource);
    connect(m_copy, &QAction::triggered, this, [this] {
        if (current().isValid())
            QApplication::clipboard()->setText(current().data(ExplorerModel::KeyRole).toString());
    });
    connect(m_refresh, &QAction::triggered, this, &ExplorerPanel::readAll);
    connect(m_openSample, &QAction::triggered, &desk, &Desk::openSample);
    connect(m_changes, &ExplorerChanges::studyMade, this,
            [this](const QString &name) { want(Section::Studies, Kind::Study, name); });
    connect(m_changes, &ExplorerChanges::listMade, this,
            [this](const QString &name) { want(Section::Watchlists, Kind::Watchlist, name); });
}

void ExplorerPanel::listen()
{
    Session &session = desk().session();
    connect(&session, &Session::opened, this, &ExplorerPanel::opened);
    connect(&session, &Session::closing, this, [this] {
        for (auto &job : m_reading)
            job->drop();
        m_sources->setCounts({});
        m_opened.clear();
        m_model->clear();
        showEmpty(tr("Studies, runs, watchlists, symbols and sources of the open workspace are listed here."),
                  m_openSample, u"explorer"_s);
    });
    // each signal names what has changed; the counts of the workspace change with all of them
    const auto refresh = [this](std::initializer_list<Section> sections) {
        for (const Section section : sections)
            read(section);
    };
    connect(&session, &Session::runStored, this, [refresh] { refresh({Section::Runs, Section::Workspace}); });
    connect(&session.collection(), &core::workbench::Collection::scheduleRan, this,
            [refresh] { refresh({Section::Runs, Section::Workspace}); });
    connect(&session, &Session::eventsStored, this, [refresh] {
        refresh({Section::Sources, Section::Workspace});
    });
    connect(&session, &Session::barsStored, this, [refresh] {
        refresh({Section::Symbols, Section::Workspace});
    });
    connect(&session, &Session::studiesChanged, this, [refresh] { refresh({Section::Studies}); });
    connect(&session, &Session::watchlistsChanged, this, [refresh] { refresh({Section::Watchlists}); });
    connect(&desk().settings(), &Settings::changed, this, [this, refresh](Setting setting) {
        if (setting == Setting::Zone) {
            refresh({Section::Runs});
            showSources();
        }
    });
    const workbench::Collection &collection = session.collection();
    connect(&collection, &workbench::Collection::changed, this, &ExplorerPanel::showSources);
    connect(&collection, &workbench::Collection::stateChanged, this, &ExplorerPanel::showActions);
    connect(m_filter, &QLineEdit::textChanged, this, &ExplorerPanel::filterBy);
    connect(m_tree, &QAbstractItemView::activated, this, &ExplorerPanel::openCurrent);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ExplorerPanel::openMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showActions();
        // not when a row that goes hands the place on to the next
        if (!m_isShowing && !m_filter->hasFocus() && ExplorerModel::kindOf(current()) == Kind::Source)
            desk().selection().selectSource(current().data(ExplorerModel::KeyRole).toString());
    });
    connect(m_tree, &QTreeView::expanded, this, &ExplorerPanel::keepExpansion);
    connect(m_tree, &QTreeView::collapsed, this, &ExplorerPanel::keepExpansion);
    connect(m_entry, &EntryBar::closed, m_tree, [this] { m_tree->setFocus(); });
}

QWidget *ExplorerPanel::firstFocus()
{
    return isEmpty() ? static_cast<QWidget *>(emptyState()->button()) : m_tree;
}

bool ExplorerPanel::isSettled() const
{
    return !m_changes->isBusy() && desk().session().collection().isSettled() &&
           std::ranges::none_of(m_reading, [](const auto &job) { return job->isBusy(); });
}

void ExplorerPanel::opened()
{
    if (!desk().session().bench()) {
        showEmpty(tr("Studies, runs, watchlists, symbols and sources of the open workspace are listed here."),
                  m_openSample, u"explorer"_s);
        return;
    }
    showContent();
    readAll();
    showActions();
}

void ExplorerPanel::readAll()
{
    for (const Section section : kAll)
        read(section);
}

void ExplorerPanel::read(Section section)
{
    const auto bench = desk().session().bench();
    if (!bench)
        return;
    if (section == Section::Sources) {
        readSources();
        return;
    }
    const base::Zone zone = shownZone(desk().settings());
    m_reading[static_cast<std::size_t>(section)]->start<ExplorerSection>(
        JobKind::Read, tr("Reading the workspace"),
        [bench, section, zone](const Job &) -> SectionResult {
            switch (section) {
            case Section::Workspace:
                return readWorkspaceSection(*bench);
            case Section::Studies:
                return readStudiesSection(*bench);
            case Section::Runs:
                return readRunsSection(*bench, zone);
            case Section::Watchlists:
                return readWatchlistsSection(*bench);
            case Section::Symbols:
                return readSymbolsSection(*bench);
            case Section::Sources:
                break;
            }
            return ExplorerSection();
        },
        this, [this, section](SectionResult result) { showItems(section, std::move(result)); });
}

void ExplorerPanel::readSources()
{
    const auto bench = desk().session().bench();
    m_reading[static_cast<std::size_t>(Section::Sources)]->start<SourceCounts>(
        JobKind::Read, tr("Reading the workspace"),
        [bench](const Job &job) { return readSourceCounts(*bench, job.cancel); }, this,
        [this](base::Result<SourceCounts> counts) {
            if (!counts) {
                showItems(Section::Sources, counts.error());
                return;
            }
            m_sources->setCounts(std::move(*counts));
            showSources();
        });
}

void ExplorerPanel::showSources()
{
    if (!desk().session().bench())
        return;
    // a source that is switched on moves to another place, and stays the current one
    const auto source = [this] {
        return ExplorerModel::kindOf(current()) == Kind::Source ? current().data(ExplorerModel::KeyRole).toString()
                                                                : QString();
    };
    const QString before = source();
    m_isShowing = true;
    showItems(Section::Sources, m_sources->section());
    if (!before.isEmpty() && source() != before)
        select(Section::Sources, Kind::Source, before);
    m_isShowing = false;
}

void ExplorerPanel::showItems(Section section, SectionResult result)
{
    if (!result) {
        desk().messages().tellError(result.error(), {{tr("Try Again"), [this, section] { read(section); }}});
        return;
    }
    m_model->setItems(section, std::move(result->items), result->detail);
    if (m_filter->text().trimmed().isEmpty())
        restoreExpansion(m_proxy->mapFromSource(m_model->sectionIndex(section)));
    else
        filterBy(m_filter->text());
    if (!m_wanted.isEmpty() && section == m_wantedIn && select(section, m_wantedKind, m_wanted))
        m_wanted.clear();
    if (!m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_proxy->index(0, 0));
    showActions();
}

void ExplorerPanel::filterBy(const QString &text)
{
    if (!text.trimmed().isEmpty())
        m_model->fetchAll();
    m_proxy->setFilterFixedString(text.trimmed());
    const bool isFiltered = !text.trimmed().isEmpty();
    m_hadFilter = m_hadFilter || isFiltered;
    m_nothing->setVisible(isFiltered && m_proxy->rowCount() == 0);
    m_nothing->setText(tr("Nothing here holds “%1”.").arg(oneLine(text.trimmed(), 60)));
    if (isFiltered) {
        m_tree->expandAll();
        return;
    }
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        restoreExpansion(m_proxy->index(row, 0));
    m_hadFilter = false;
    if (m_tree->currentIndex().isValid())
        m_tree->scrollTo(m_tree->currentIndex());
}

/// As it was before there was a filter. What is wrong with a study is read without a click; kinds of symbols
/// may be long.
void ExplorerPanel::restoreExpansion(const QModelIndex &section)
{
    const QSignalBlocker quiet(m_tree); // keepExpansion() listens to the person
    m_tree->setExpanded(section, m_expanded.contains(section.data(ExplorerModel::KeyRole).toString()));
    for (int row = 0; row < m_proxy->rowCount(section); ++row) {
        const QModelIndex index = m_proxy->index(row, 0, section);
        const Kind kind = ExplorerModel::kindOf(index);
        if (kind == Kind::Study)
            m_tree->setExpanded(index, !index.data(ExplorerModel::FaultRole).toString().isEmpty());
        else if (kind == Kind::Source)
            openOnce(index);
        else if (kind == Kind::SourceGroup && m_hadFilter)
            m_tree->collapse(index);
        else if (kind == Kind::SymbolKind && m_model->rowCount(m_proxy->mapToSource(index)) > 0 &&
                 m_hadFilter)
            m_tree->collapse(index);
    }
}

/// What a source has to say is read without a click; once closed it stays closed until it says something anew.
void ExplorerPanel::openOnce(const QModelIndex &source)
{
    const QString key = source.data(ExplorerModel::KeyRole).toString();
    if (m_proxy->rowCount(source) == 0)
        m_opened.erase(key);
    else if (m_opened.insert(key).second)
        m_tree->expand(source);
}

void ExplorerPanel::want(Section section, Kind kind, const QString &key)
{
    m_wantedIn = section;
    m_wantedKind = kind;
    m_wanted = key;
}

void ExplorerPanel::keepExpansion()
{
    if (!m_filter->text().trimmed().isEmpty())
        return;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex index = m_proxy->index(row, 0);
        if (m_proxy->rowCount(index) == 0)
            continue; // not read yet: it cannot be open
        const QString key = index.data(ExplorerModel::KeyRole).toString();
        if (m_tree->isExpanded(index))
            m_expanded.insert(key);
        else
            m_expanded.erase(key);
    }
}

bool ExplorerPanel::select(Section section, Kind kind, const QString &key)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->find(section, kind, key));
    if (!index.isValid())
        return false;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    return true;
}

QModelIndex ExplorerPanel::current() const
{
    return m_proxy->mapToSource(m_tree->currentIndex());
}

QString ExplorerPanel::currentList() const
{
    for (QModelIndex index = current(); index.isValid(); index = index.parent()) {
        if (ExplorerModel::kindOf(index) == Kind::Watchlist)
            return index.data(ExplorerModel::KeyRole).toString();
    }
    return {};
}

void ExplorerPanel::showActions()
{
    const QModelIndex index = current();
    const Kind kind = ExplorerModel::kindOf(index);
    const bool inList = !currentList().isEmpty();
    const bool isOpen = desk().session().bench() != nullptr;
    m_newStudy->setEnabled(isOpen);
    m_newList->setEnabled(isOpen);
    m_open->setEnabled(index.isValid() && kind != Kind::Fact);
    m_duplicate->setEnabled(index.isValid() && kind == Kind::Study);
    m_rename->setEnabled(inList && kind == Kind::Watchlist);
    m_addSymbols->setEnabled(inList);
    m_importSymbols->setEnabled(inList);
    m_showEvents->setEnabled(index.isValid() && kind == Kind::Source);
    m_remove->setEnabled(index.isValid() && (kind == Kind::Study || kind == Kind::Watchlist ||
                                             (kind == Kind::Symbol && inList)));
    m_remove->setText(kind == Kind::Study       ? tr("Delete Study")
                      : kind == Kind::Watchlist ? tr("Delete Watchlist")
                                                : tr("Take Off the Watchlist"));
    m_copy->setEnabled(index.isValid() && kind != Kind::Section && kind != Kind::Fact &&
                       kind != Kind::SourceGroup);
    m_sources->showActions(kind == Kind::Source ? index.data(ExplorerModel::KeyRole).toString() : QString());
}

void ExplorerPanel::openMenu(const QPoint &at)
{
    if (const QModelIndex under = m_tree->indexAt(at); under.isValid())
        m_tree->setCurrentIndex(under);
    QModelIndex top = current();
    while (top.parent().isValid())
        top = top.parent();
    const auto section = static_cast<Section>(std::max(0, top.row()));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_open->isEnabled() && ExplorerModel::kindOf(current()) != Kind::Section)
        menu->addAction(m_open);
    menu->addActions(m_sources->actions());
    for (QAction *action :
         {m_showEvents, m_duplicate, m_addSymbols, m_importSymbols, m_rename, m_copy, m_remove}) {
        if (action->isEnabled())
            menu->addAction(action);
    }
    menu->addSeparator();
    if (section == Section::Studies)
        menu->addAction(m_newStudy);
    if (section == Section::Watchlists)
        menu->addAction(m_newList);
    if (section == Section::Sources && m_sources->starter()->isEnabled())
        menu->addAction(m_sources->starter());
    menu->addAction(m_refresh);
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

void ExplorerPanel::openCurrent()
{
    const QModelIndex index = current();
    if (!index.isValid())
        return;
    const QString key = index.data(ExplorerModel::KeyRole).toString();
    switch (ExplorerModel::kindOf(index)) {
    case Kind::Study:
        Q_EMIT desk().openStudyFile(key);
        break;
    case Kind::Run:
        Q_EMIT desk().openRun(key);
        break;
    case Kind::Symbol:
        desk().selection().selectSymbol(key);
        break;
    case Kind::Source:
        showSource();
        break;
    case Kind::Section:
    case Kind::Watchlist:
    case Kind::SymbolKind:
    case Kind::SourceGroup:
        m_tree->setExpanded(m_tree->currentIndex(), !m_tree->isExpanded(m_tree->currentIndex()));
        break;
    case Kind::Fact:
        break;
    }
}

void ExplorerPanel::removeCurrent()
{
    const QModelIndex index = current();
    const QString key = index.data(ExplorerModel::KeyRole).toString();
    switch (ExplorerModel::kindOf(index)) {
    case Kind::Study:
        m_changes->removeStudy(key);
        break;
    case Kind::Watchlist:
        m_changes->removeList(key);
        break;
    case Kind::Symbol:
        if (!currentList().isEmpty())
            m_changes->removeSymbol(currentList(), key);
        break;
    default:
        break;
    }
}

void ExplorerPanel::showSource()
{
    if (ExplorerModel::kindOf(current()) == Kind::Source) {
        const std::string source = base::utf8(current().data(ExplorerModel::KeyRole).toString());
        Q_EMIT desk().applyFilter(u"source == %1"_s.arg(filterText(source)));
    }
}

bool ExplorerPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Panel::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_filter) {
        if (key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Down || key->key() == Qt::Key_Return) {
            m_tree->setFocus(Qt::OtherFocusReason);
            return true;
        }
    } else if (watched == m_tree) {
        const bool isTyped = !key->text().trimmed().isEmpty() && key->text().front().isPrint() &&
                             !key->modifiers().testFlag(Qt::ControlModifier) &&
                             !key->modifiers().testFlag(Qt::AltModifier);
        if (isTyped && key->key() != Qt::Key_Asterisk && key->key() != Qt::Key_Plus &&
            key->key() != Qt::Key_Minus) {
            m_filter->setFocus(Qt::OtherFocusReason);
            m_filter->setText(m_filter->text() + key->text());
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

} // namespace widgets
