// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/runhistory.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/domain/study.h"
#include "widgets/common/foldingbar.h"
#include "widgets/common/words.h"
#include "widgets/discovery/shownrun.h"
#include "widgets/discovery/studytext.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
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

/// "2 events × 3 assets × 5 windows · market_model · auto · seed 7": what was asked, in a line.
QString parametersOf(const RunRecord &run)
{
    const auto parsed = domain::parseStudy(run.study, run.startedAt);
    if (!parsed)
        return kMissingText;
    const domain::Study &study = *parsed;
    const QJsonObject json = domain::toJson(study);
    const auto count = [](std::size_t n, const QString &one, const QString &many) {
        return n == 1 ? one : many.arg(countText(n));
    };
    QStringList out;
    const std::size_t assets = study.assets.symbols.size();
    out << QStringLiteral("%1 × %2 × %3")
               .arg(count(study.events.size(), RunsModel::tr("1 set of events"),
                          RunsModel::tr("%1 sets of events")),
                    !study.assets.watchlist.empty()
                        ? RunsModel::tr("watchlist %1").arg(oneLine(study.assets.watchlist, 40))
                    : assets == 0 ? RunsModel::tr("assets by filter")
                                  : count(assets, RunsModel::tr("1 asset"), RunsModel::tr("%1 assets")),
                    count(study.windows.size(), RunsModel::tr("1 window"), RunsModel::tr("%1 windows")));
    for (const QJsonValue &word :
         {json.value(QLatin1String("response")), json.value(QLatin1String("returns"))[QLatin1String("model")],
          json.value(QLatin1String("null"))[QLatin1String("method")]})
        out << wordText(base::utf8(word.toString()));
    out << RunsModel::tr("seed %1").arg(json.value(QLatin1String("seed")).toVariant().toULongLong());
    return out.join(QStringLiteral(" · "));
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
    m_parameters.clear();
    for (const RunRecord &run : m_runs)
        m_parameters.push_back(parametersOf(run));
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
    if (role == Qt::ToolTipRole) {
        return tipText(column == Hash         ? base::qs(run->resultHash)
                       : column == Parameters ? prettyStudy(*run)
                       : column == Snapshot
                           ? tr("Every row that was stored up to commit %1: the same study on the same "
                                "snapshot gives the same result.")
                                 .arg(countText(run->snapshot))
                           : base::qs(run->run));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Started:
        return instantText(run->startedAt, {});
    case Study:
        return oneLine(studyName(*run), 80);
    case Parameters:
        return m_parameters[static_cast<std::size_t>(index.row())];
    case Status:
        return wordText(run->status);
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
    case Program:
        return run->program.empty() ? kMissingText : oneLine(run->program, 20);
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
    const QStringList names{tr("started (UTC)"), tr("study"),       tr("parameters"), tr("status"),
                            tr("hypotheses"),    tr("significant"), tr("candidates"), tr("by chance"),
                            tr("snapshot"),      tr("version"),     tr("took"),       tr("result hash")};
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
    , m_open(new QAction(tr("Open"), this))
    , m_copyJson(desk.addAction(this, QStringLiteral("discovery.copy-json"), tr("Copy Study as JSON"),
                                tr("The study of the selected run, to be pasted here or kept as a file"), {},
                                QStringLiteral("copy")))
    , m_copyCommand(desk.addAction(this, QStringLiteral("discovery.copy-command"), tr("Copy as Command"),
                                   tr("The command line that runs the study of the selected run again")))
    , m_paste(desk.addAction(this, QStringLiteral("discovery.paste-study"), tr("Paste Study"),
                             tr("Put a study that is in the clipboard as JSON into the editor"), {},
                             QStringLiteral("paste")))
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
    connect(m_table, &QAbstractItemView::activated, m_open, &QAction::trigger);
    connect(m_open, &QAction::triggered, this, [this] {
        if (const RunRecord *run = current())
            Q_EMIT openWanted(base::qs(run->run));
    });
    connect(m_copyJson, &QAction::triggered, this, &RunHistory::copyJson);
    connect(m_copyCommand, &QAction::triggered, this, &RunHistory::copyCommand);
    connect(m_paste, &QAction::triggered, this, &RunHistory::paste);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RunHistory::showActions);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RunHistory::showActions);
    m_none->setTextFormat(Qt::PlainText);
    m_none->setProperty("role", QStringLiteral("muted"));
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setContentsMargins(24, 24, 24, 24);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_none, 1);
    m_none->hide();
    showActions();
}

QWidget *RunHistory::makeBar()
{
    auto *bar = new FoldingBar(m_desk.theme(), this);
    auto *space = new QWidget(bar);
    bar->addWidget(space, 1);
    for (QAction *action : {m_open, m_copyJson, m_copyCommand, m_paste}) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAccessibleName(action->text());
        button->setFocusPolicy(Qt::TabFocus);
        bar->addFoldable(button);
    }
    return bar;
}

void RunHistory::showActions()
{
    const bool hasRun = current() != nullptr;
    for (QAction *action : {m_open, m_copyJson, m_copyCommand})
        action->setEnabled(hasRun);
    m_paste->setEnabled(m_desk.session().bench() != nullptr);
}

void RunHistory::copyJson()
{
    if (const RunRecord *run = current())
        QApplication::clipboard()->setText(prettyStudy(*run));
}

void RunHistory::copyCommand()
{
    const RunRecord *run = current();
    if (const auto bench = m_desk.session().bench(); bench && run)
        QApplication::clipboard()->setText(commandOf(prettyStudy(*run), base::qs(bench->folder().string())));
}

void RunHistory::paste()
{
    const QString text = QApplication::clipboard()->text();
    const auto json = base::parseDefinition(base::utf8(text));
    if (!json || !json->isObject()) {
        m_desk.messages().tell(Severity::Note, tr("The clipboard holds no study: %1")
                                                   .arg(json ? tr("a study is a JSON object.")
                                                             : oneLine(json.error().message, 300)));
        return;
    }
    Q_EMIT studyPasted(text);
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
                                        std::min(200, m_table->columnWidth(RunsModel::Study)));
                m_table->setColumnWidth(RunsModel::Parameters,
                                        std::min(280, m_table->columnWidth(RunsModel::Parameters)));
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
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_open);
    menu->addAction(tr("Verify: Run Again and Compare"), this, [this, name] { Q_EMIT verifyWanted(name); });
    menu->addSeparator();
    menu->addActions({m_copyJson, m_copyCommand, m_paste});
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace widgets
