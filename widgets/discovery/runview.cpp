// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/runview.h"

#include "core/base/text.h"
#include "core/workbench/sentences.h"
#include "widgets/common/scriptcopier.h"
#include "widgets/common/words.h"
#include "widgets/discovery/findingdetail.h"
#include "widgets/discovery/findingsmodel.h"
#include "widgets/discovery/studytext.h"
#include "widgets/studycharts/funnelview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace widgets {

using namespace core;
using discovery::Finding;
using discovery::RunReport;

namespace {

constexpr int kStaleTickMs = 30'000;
// pixels in which findings and evidence find their room one above the other, and side by side
constexpr int kRoomForRows = 470;
constexpr int kRoomForColumns = 780;
constexpr int kIconColumn = 46; ///< with its title and the mark of the order

/// "just now", "5 min ago", "3 h ago".
QString ageText(base::Instant since, base::Instant now)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - since).count();
    if (minutes < 1)
        return RunView::tr("just now");
    if (minutes < 120)
        return RunView::tr("%1 min ago").arg(minutes);
    if (minutes < 48 * 60)
        return RunView::tr("%1 h ago").arg(minutes / 60);
    return RunView::tr("%1 days ago").arg(minutes / 60 / 24);
}

void setHeading(QLabel *label)
{
    label->setProperty("role", QStringLiteral("heading"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void setMuted(QLabel *label, bool wraps = true)
{
    label->setProperty("role", QStringLiteral("muted"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wraps);
}

} // namespace

RunView::RunView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new FindingsModel(desk.theme(), this))
    , m_order(new FindingsOrder(this))
    , m_verdict(new QLabel(this))
    , m_help(new QLabel(this))
    , m_staleMark(new QLabel(this))
    , m_about(new QLabel(this))
    , m_funnel(new FunnelView(desk.theme(), FunnelView::Shape::Line, this))
    , m_strongest(new QLabel(this))
    , m_notesButton(new QToolButton(this))
    , m_runButton(new QToolButton(this))
    , m_notes(new QLabel(this))
    , m_staleBar(new QWidget(this))
    , m_scripts(new ScriptCopier(desk, this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_table(new QTableView(m_split))
    , m_detail(new FindingDetail(desk, m_split))
{
    setObjectName(QStringLiteral("runView"));
    makeTable();
    m_split->setChildrenCollapsible(false);
    m_split->setAccessibleName(tr("Findings and detail"));
    m_split->setStretchFactor(0, 2);
    m_split->setStretchFactor(1, 3);
    m_detail->setMinimumHeight(150);
    m_table->setMinimumHeight(76);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(makeHeader());
    m_column->addWidget(m_split, 1);
    connect(m_detail, &FindingDetail::testWanted, this, &RunView::studyWanted);
    m_age.setInterval(kStaleTickMs);
    connect(&m_age, &QTimer::timeout, this, &RunView::showAge);
}

QWidget *RunView::makeHeader()
{
    auto *header = new QWidget(this);
    setHeading(m_verdict);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    setMuted(m_help);
    m_help->setObjectName(QStringLiteral("whatWouldHelp"));
    setMuted(m_about, false);
    setMuted(m_strongest);
    m_strongest->setText(tr("The strongest of what was not found; none of it can be told from chance:"));
    setMuted(m_notes);
    m_notes->hide();
    m_staleMark->setTextFormat(Qt::PlainText);
    m_staleMark->setProperty("role", QStringLiteral("warn"));
    m_staleMark->setWordWrap(true);
    m_staleMark->setObjectName(QStringLiteral("staleMark"));
    auto *back = new QToolButton(m_staleBar);
    back->setText(tr("Show Its Question"));
    back->setToolTip(tr("Put what these results answer back into the editor"));
    back->setAccessibleName(tr("Show the question of these results"));
    connect(back, &QToolButton::clicked, this, &RunView::questionWanted);
    auto *staleLayout = new QHBoxLayout(m_staleBar);
    staleLayout->setContentsMargins(0, 0, 0, 0);
    staleLayout->addWidget(m_staleMark, 1);
    staleLayout->addWidget(back);
    m_staleBar->hide();

    m_notesButton->setCheckable(true);
    m_notesButton->setAccessibleName(tr("Notes of the run"));
    m_notesButton->setToolTip(tr("What the run has to say about its sample and what it did not test"));
    connect(m_notesButton, &QToolButton::toggled, m_notes, &QWidget::setVisible);
    m_runButton->setText(tr("Run"));
    m_runButton->setAccessibleName(tr("More about this run"));
    m_runButton->setToolTip(tr("Verify, export, copy"));
    m_runButton->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_runButton);
    fillRunMenu(menu);
    m_runButton->setMenu(menu);

    m_about->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_aboutRow = new QHBoxLayout;
    m_aboutRow->setSpacing(4);
    m_aboutRow->addWidget(m_about, 2);
    m_aboutRow->addWidget(m_notesButton);
    m_aboutRow->addWidget(m_runButton);
    m_header = new QVBoxLayout(header);
    m_header->setContentsMargins(12, 6, 8, 2);
    m_header->setSpacing(2);
    m_header->addWidget(m_verdict);
    m_header->addWidget(m_help);
    m_header->addWidget(m_staleBar);
    m_header->addLayout(m_aboutRow);
    m_header->addWidget(m_funnel);
    m_header->addWidget(m_notes);
    m_header->addWidget(m_strongest);
    return header;
}

void RunView::fillRunMenu(QMenu *menu)
{
    menu->addAction(tr("Verify: Run Again and Compare"), this, [this] {
        if (m_run)
            Q_EMIT verifyWanted(base::qs(m_run->report->run));
    });
    menu->addAction(tr("Add Finding to Report"), this, &RunView::addToReport);
    menu->addAction(tr("Export Report…"), this, [this] {
        if (m_run)
            Q_EMIT m_desk.exportReport(base::qs(m_run->report->run), {});
    });
    menu->addSeparator();
    menu->addAction(tr("Copy Study as JSON"), this, [this] {
        if (m_run)
            QApplication::clipboard()->setText(m_run->studyText);
    });
    menu->addAction(tr("Copy as Command"), this, [this] {
        if (const auto bench = m_desk.session().bench(); bench && m_run)
            QApplication::clipboard()->setText(
                commandOf(m_run->studyText, base::qs(bench->folder().string())));
    });
    menu->addAction(tr("Show Its Question"), this, &RunView::questionWanted);
    menu->addSeparator();
    QMenu *columns = menu->addMenu(tr("Columns"));
    connect(columns, &QMenu::aboutToShow, this, [this, columns] { fillColumns(columns); });
    QMenu *sorting = menu->addMenu(tr("Sort by"));
    connect(sorting, &QMenu::aboutToShow, this, [this, sorting] { fillSorting(sorting); });
}

/// In a narrow panel the tier is its icon alone and events are cut, so that more of what a finding must be read with is
/// seen without scrolling. A person's own widths stay.
void RunView::fitColumns()
{
    if (!m_desk.settings().value(Setting::FindingColumns).toByteArray().isEmpty())
        return;
    std::vector<int> widths = m_widths;
    const int room = m_table->viewport()->width();
    if (std::accumulate(widths.begin(), widths.end(), 0) > room) {
        widths[FindingsModel::Tier] = kIconColumn;
        // an event is cut where that shows another column whole
        const int most = widths[FindingsModel::Event] * 2 / 5;
        for (auto columns = std::ssize(widths); columns > FindingsModel::Effect; --columns) {
            const int over = std::accumulate(widths.begin(), widths.begin() + columns, 0) - room;
            if (over > most)
                continue;
            widths[FindingsModel::Event] -= std::max(0, over);
            break;
        }
    }
    m_model->nameTiers(widths[FindingsModel::Tier] > kIconColumn);
    m_isFitting = true;
    for (int column = 0; column <= FindingsModel::Family; ++column)
        m_table->setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    m_isFitting = false;
}

bool RunView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_table->viewport())
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void RunView::keepColumns()
{
    if (m_isFitting)
        return;
    m_desk.settings().set(Setting::FindingColumns, m_table->horizontalHeader()->saveState());
}

void RunView::fillColumns(QMenu *menu)
{
    QHeaderView *header = m_table->horizontalHeader();
    menu->clear();
    for (int column = 0; column < FindingsModel::Columns; ++column) {
        // what a finding must never be shown without cannot be hidden
        const bool isNeeded = column <= FindingsModel::Family;
        QAction *action = menu->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(!isNeeded);
        connect(action, &QAction::toggled, this, [this, header, column](bool on) {
            header->setSectionHidden(column, !on);
            keepColumns();
        });
    }
}

void RunView::fillSorting(QMenu *menu)
{
    const QHeaderView *header = m_table->horizontalHeader();
    menu->clear();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (header->isSectionHidden(column))
            continue;
        QAction *action = menu->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        const bool isSorted = header->sortIndicatorSection() == column;
        action->setCheckable(true);
        action->setChecked(isSorted);
        // chosen again it is turned round
        const bool isTurned = isSorted && header->sortIndicatorOrder() == Qt::AscendingOrder;
        connect(action, &QAction::triggered, this, [this, column, isTurned] {
            m_table->sortByColumn(column, isTurned ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    }
}

void RunView::makeTable()
{
    m_order->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("findings"));
    m_table->setAccessibleName(tr("Findings"));
    m_table->setModel(m_order);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->setIconSize({14, 14});
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSortIndicatorShown(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(FindingsModel::Tier, Qt::AscendingOrder);
    const QFontMetrics metrics(font());
    header->setMinimumSectionSize(36);
    const auto widen = [this, &metrics](int column, const QString &sample, int more = 10) {
        const QString name = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        m_table->setColumnWidth(
            column, std::max(metrics.horizontalAdvance(sample) + more, metrics.horizontalAdvance(name) + 14));
    };
    for (int column = 0; column < FindingsModel::Columns; ++column)
        widen(column, QStringLiteral("0.0000"));
    widen(FindingsModel::Tier, tr("significant"), 30);
    widen(FindingsModel::Event, QStringLiteral("earnings · bin 5 of 5"));
    widen(FindingsModel::Asset, QStringLiteral("SIM-EN05"));
    widen(FindingsModel::Window, QStringLiteral("[+1, +21]"));
    widen(FindingsModel::N, QStringLiteral("1,234"));
    widen(FindingsModel::Effect, QStringLiteral("+123.4 bp"));
    widen(FindingsModel::Interval, intervalText(-49.6, 87.8));
    widen(FindingsModel::Null, QStringLiteral("circular shift"));
    for (int column = 0; column <= FindingsModel::Family; ++column)
        m_widths.push_back(m_table->columnWidth(column));
    m_table->viewport()->installEventFilter(this);
    const QByteArray state = m_desk.settings().value(Setting::FindingColumns).toByteArray();
    if (!state.isEmpty())
        header->restoreState(state);
    connect(header, &QHeaderView::sectionResized, this, &RunView::keepColumns);
    connect(header, &QHeaderView::sectionMoved, this, &RunView::keepColumns);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumns(menu);
        menu->popup(header->mapToGlobal(at));
    });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RunView::openMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RunView::tellSelection);
    connect(m_table, &QAbstractItemView::doubleClicked, this,
            [this] { Q_EMIT m_desk.showPanel(QStringLiteral("chart")); });
    auto *copy = new QAction(tr("Copy"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copy);
    connect(copy, &QAction::triggered, this, &RunView::copySelected);
}

void RunView::setRun(ShownRun run, bool tellsOthers)
{
    m_run = std::move(run);
    m_stale.clear();
    m_shownAt =
        m_run->record.finishedAt.isValid() ? m_run->record.finishedAt : m_desk.session().clock().now();
    m_selecting = true; // the new rows come before anybody has selected one
    m_model->setReport(m_run->report);
    m_selecting = false;
    m_detail->clear();
    m_funnel->setFunnel(m_run->funnel);
    showVerdict();
    showAge();
    m_age.start();
    if (m_order->rowCount() > 0) {
        m_selecting = !tellsOthers;
        m_table->setCurrentIndex(m_order->index(0, 0));
        m_selecting = false;
        if (const Finding *first = selected(); first && !tellsOthers)
            m_detail->setFinding(*m_run, *first);
    }
    m_table->scrollToTop();
}

void RunView::clear()
{
    m_run.reset();
    m_stale.clear();
    m_age.stop();
    m_model->setReport(nullptr);
    m_detail->clear();
    showAge();
}

bool RunView::showsNothingFound() const
{
    return m_run && m_run->report->significant + m_run->report->candidates == 0;
}

void RunView::showVerdict()
{
    const RunReport &report = *m_run->report;
    QStringList lines = workbench::verdictOf(report).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QString first = lines.isEmpty() ? QString() : lines.takeFirst();
    if (showsNothingFound())
        first = tr("Nothing found. %1").arg(first);
    m_verdict->setText(first);
    m_help->setText(lines.join(QLatin1Char('\n')));
    m_help->setVisible(!lines.isEmpty());
    m_strongest->setVisible(showsNothingFound() && !report.findings.empty());
    QStringList notes;
    for (const QString &note : report.notes)
        notes << oneLine(note);
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notesButton->setText(tr("Notes (%1)").arg(notes.size()));
    m_notesButton->setVisible(!notes.isEmpty());
    m_notes->setVisible(m_notesButton->isChecked() && !notes.isEmpty());
}

QString RunView::verdict() const
{
    return m_verdict->text();
}

void RunView::setStale(const QString &why)
{
    if (m_stale == why)
        return;
    m_stale = why;
    showAge();
}

void RunView::showAge()
{
    m_staleBar->setVisible(m_run && isStale());
    if (!m_run)
        return;
    const QString age = ageText(m_shownAt, m_desk.session().clock().now());
    m_staleMark->setText(tr("Stale: %1 These results are from %2.").arg(m_stale, age));
    const std::uint64_t asked = m_run->report->hypotheses;
    QString about =
        tr("%1, %2 never asked before · run %3 · snapshot %4 · %5 · %6")
            .arg(asked == 1 ? tr("1 hypothesis") : tr("%1 hypotheses").arg(countText(asked)),
                 countText(m_run->report->newHypotheses), base::qs(m_run->report->run), m_run->snapshot(),
                 durationText(static_cast<double>(m_run->report->elapsedMs) / 1000), age);
    if (m_run->simulated)
        about = tr("Simulated data · %1").arg(about);
    m_about->setToolTip(tipText(about));
    int room = width() - 40 - m_runButton->sizeHint().width() - m_notesButton->sizeHint().width();
    if (m_split->orientation() == Qt::Horizontal)
        room = room * 2 / 5; // the funnel stands beside it
    m_about->setText(m_about->fontMetrics().elidedText(about, Qt::ElideRight, std::max(120, room)));
}

void RunView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    showAge();
}

void RunView::arrange()
{
    // one above the other a low panel has room for two findings and a flat chart: there they stand side by
    // side
    const bool isLow = height() < kRoomForRows && width() >= kRoomForColumns;
    if (isLow == (m_split->orientation() == Qt::Horizontal))
        return;
    m_split->setOrientation(isLow ? Qt::Horizontal : Qt::Vertical);
    if (isLow) {
        m_aboutRow->insertWidget(1, m_funnel, 3);
        m_column->insertWidget(1, m_detail->head());
        m_split->setSizes({width() * 49 / 100, width() * 51 / 100});
    } else {
        m_header->insertWidget(m_header->indexOf(m_aboutRow) + 1, m_funnel);
        m_detail->takeHead();
        m_split->setSizes({height() * 2 / 5, height() * 3 / 5});
    }
}

const Finding *RunView::selected() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->finding(m_order->mapToSource(index).row()) : nullptr;
}

std::vector<int> RunView::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(m_order->mapToSource(index).row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool RunView::select(const QString &hypothesis)
{
    const int row = m_model->rowOf(hypothesis);
    if (row < 0)
        return false;
    const QModelIndex index = m_order->mapFromSource(m_model->index(row, 0));
    if (m_table->currentIndex().row() != index.row())
        m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    return true;
}

void RunView::tellSelection()
{
    if (m_selecting || !m_run)
        return;
    const Finding *finding = selected();
    if (!finding)
        return;
    m_detail->setFinding(*m_run, *finding);
    m_desk.selection().selectFinding(selectedRef());
    const bool isPool = m_run->study.value(QStringLiteral("pool")).toString() == QLatin1String("assets");
    if (!isPool)
        m_desk.selection().selectSymbol(base::qs(finding->asset));
}

void RunView::addToReport()
{
    if (auto section = m_detail->section(); section && m_run)
        m_desk.report().add(std::move(*section));
}

void RunView::copySelected() const
{
    QApplication::clipboard()->setText(m_model->copied(selectedRows()));
}

FindingRef RunView::selectedRef() const
{
    const Finding *finding = selected();
    return finding && m_run
               ? FindingRef{base::qs(m_run->report->run), base::qs(base::toHex(finding->hypothesis))}
               : FindingRef();
}

void RunView::copyScript(workbench::ScriptLanguage language)
{
    m_scripts->copy(selectedRef(), language);
}

void RunView::openMenu(const QPoint &at)
{
    const Finding *finding = selected();
    if (!finding || !m_run)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show on Chart"), this, [this] {
        tellSelection();
        Q_EMIT m_desk.showPanel(QStringLiteral("chart"));
    });
    menu->addAction(
        tr("Test narrower…"), this,
        [this, study = writeStudy(narrowStudy(m_run->study, *finding))] { Q_EMIT studyWanted(study); });
    menu->addAction(tr("Add Finding to Report"), this, &RunView::addToReport);
    menu->addAction(tr("Export Report…"), this,
                    [this, of = selectedRef()] { Q_EMIT m_desk.exportReport(of.run, of.hypothesis); });
    menu->addSeparator();
    menu->addAction(tr("Copy"), this, &RunView::copySelected);
    menu->addAction(tr("Copy Sentence"), this,
                    [text = m_detail->sentence()] { QApplication::clipboard()->setText(text); });
    m_scripts->addTo(menu, [of = selectedRef()] { return of; });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace widgets
