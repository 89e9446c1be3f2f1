// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/runhistory.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "widgets/common/words.h"
#include "widgets/discovery/shownrun.h"
#include "widgets/discovery/studytext.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::Result;
using store::RunRecord;

namespace {

bool isNumber(int column)
{
    return column == RunsModel::Hypotheses || column == RunsModel::Significant ||
           column == RunsModel::Candidates || column == RunsModel::Chance || column == RunsModel::Took;
}

QString prettyStudy(const RunRecord &run)
{
    const auto json = base::parseJson(run.study);
    return json ? writeStudy(json->toObject()) : base::qs(run.study);
}

} // namespace

void RunsModel::setRuns(std::vector<RunRecord> runs)
{
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

const RunRecord *RunsModel::run(int row) const
{
    return row >= 0 && row < rowCount() ? &m_runs[static_cast<std::size_t>(row)] : nullptr;
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    const RunRecord *run = this->run(index.row());
    if (!run || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::FontRole)
        return isNumber(column) ? QVariant(Theme::numberFont({})) : QVariant();
    if (role == kSortRole) {
        switch (column) {
        case Started:
            return static_cast<qlonglong>(run->startedAt.micros());
        case Hypotheses:
            return static_cast<qulonglong>(run->hypotheses);
        case Significant:
            return static_cast<qulonglong>(run->significant);
        case Candidates:
            return static_cast<qulonglong>(run->candidates);
        case Chance:
            return run->expectedFalse;
        case Took:
            return static_cast<qlonglong>(run->elapsedMs);
        default:
            return data(index, Qt::DisplayRole);
        }
    }
    if (role == Qt::ToolTipRole)
        return tipText(column == Hash ? base::qs(run->resultHash) : base::qs(run->run));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Started:
        return instantText(run->startedAt, {});
    case Study:
        return oneLine(studyName(*run), 80);
    case Status:
        return run->status == "done"        ? tr("done")
               : run->status == "cancelled" ? tr("cancelled")
               : run->status == "failed"    ? tr("failed")
               : run->status == "running"   ? tr("running")
                                            : oneLine(run->status, 20);
    case Hypotheses:
        return countText(run->hypotheses);
    case Significant:
        return countText(run->significant);
    case Candidates:
        return countText(run->candidates);
    case Chance:
        return numberText(run->expectedFalse, 2);
    case Snapshot:
        return base::qs(store::Workspace::snapshotText(run->snapshot));
    case Took:
        return durationText(static_cast<double>(run->elapsedMs) / 1000);
    case Hash:
        return base::qs(run->resultHash).left(12);
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("started (UTC)"), tr("study"),      tr("status"),    tr("hypotheses"),
                            tr("significant"),   tr("candidates"), tr("by chance"), tr("snapshot"),
                            tr("took"),          tr("result hash")};
    return names.value(section);
}

RunHistory::RunHistory(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_reading(desk.session().jobs())
    , m_model(new RunsModel(this))
    , m_order(new QSortFilterProxyModel(this))
    , m_table(new QTableView(this))
    , m_none(new QLabel(tr("No study has been run here yet. Every run is kept here: what was asked, what "
                           "came out, and how to "
                           "have it again."),
                        this))
{
    setObjectName(QStringLiteral("runHistory"));
    m_order->setSourceModel(m_model);
    m_order->setSortRole(RunsModel::kSortRole);
    m_table->setModel(m_order);
    m_table->setObjectName(QStringLiteral("runs"));
    m_table->setAccessibleName(tr("Runs of this workspace"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunsModel::Started, Qt::DescendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RunHistory::openMenu);
    connect(m_table, &QAbstractItemView::activated, this, [this] {
        if (const RunRecord *run = current())
            Q_EMIT openWanted(base::qs(run->run));
    });
    m_none->setTextFormat(Qt::PlainText);
    m_none->setProperty("role", QStringLiteral("muted"));
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setContentsMargins(24, 24, 24, 24);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_none);
    m_none->hide();
}

const RunRecord *RunHistory::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->run(m_order->mapToSource(index).row()) : nullptr;
}

void RunHistory::clear()
{
    m_reading.drop();
    m_model->setRuns({});
}

void RunHistory::refresh()
{
    const auto bench = m_desk.session().bench();
    if (!bench)
        return clear();
    using Runs = std::vector<RunRecord>;
    m_reading.start<Runs>(
        JobKind::Read, tr("Reading runs"), [bench](const Job &) { return bench->ledger().runs(); }, this,
        [this](Result<Runs> runs) {
            if (!runs) {
                m_desk.messages().tellError(runs.error());
                return;
            }
            const bool isFirst = m_model->rowCount() == 0;
            m_none->setVisible(runs->empty());
            m_table->setVisible(!runs->empty());
            m_model->setRuns(std::move(*runs));
            if (isFirst) {
                m_table->resizeColumnsToContents();
                m_table->setColumnWidth(RunsModel::Study,
                                        std::min(280, m_table->columnWidth(RunsModel::Study)));
            }
        });
}

void RunHistory::openMenu(const QPoint &at)
{
    const RunRecord *run = current();
    const auto bench = m_desk.session().bench();
    if (!run || !bench)
        return;
    const QString name = base::qs(run->run);
    const QString study = prettyStudy(*run);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, name] { Q_EMIT openWanted(name); });
    menu->addAction(tr("Verify: Run Again and Compare"), this, [this, name] { Q_EMIT verifyWanted(name); });
    menu->addSeparator();
    menu->addAction(tr("Copy Study as JSON"), this, [study] { QApplication::clipboard()->setText(study); });
    menu->addAction(tr("Copy as Command"), this, [study, folder = base::qs(bench->folder().string())] {
        QApplication::clipboard()->setText(commandOf(study, folder));
    });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace widgets
