// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobspanel.h"

#include "widgets/common/words.h"
#include "widgets/jobs/collectingview.h"
#include "widgets/jobs/progressdelegate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

using namespace Qt::StringLiterals;
using core::workbench::JobInfo;
using core::workbench::Session;

JobsPanel::JobsPanel(Desk &desk, QWidget *parent)
    : Panel(desk, u"jobs"_s, tr("Jobs"), parent)
    , m_model(new JobsModel(desk.session().jobs(), this))
    , m_tabs(new QTabWidget(this))
    , m_collecting(new CollectingView(desk, this))
    , m_table(new QTableView(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_log(new QPlainTextEdit(this))
    , m_cancel(desk.addAction(this, u"jobs.cancel"_s, tr("Cancel Job"), tr("Stop the selected job"),
                              Qt::Key_Delete, u"cancel"_s))
    , m_import(new QAction(tr("Import Files…"), this))
{
    m_table->setModel(m_model);
    m_table->setObjectName(u"jobsTable"_s);
    m_table->setAccessibleName(tr("Jobs"));
    m_table->setItemDelegateForColumn(JobsModel::Progress, new ProgressDelegate(desk.theme(), m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->hide();
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->resizeSection(JobsModel::Task, 220);
    header->resizeSection(JobsModel::State, 80);
    header->resizeSection(JobsModel::Progress, 140);
    header->resizeSection(JobsModel::Left, 90);
    header->setStretchLastSection(true);
    m_log->setReadOnly(true);
    m_log->setAccessibleName(tr("Log of the selected job"));
    m_log->setPlaceholderText(tr("Select a job to read its log."));
    m_log->setTabChangesFocus(true);

    auto *button = new QToolButton(this);
    button->setDefaultAction(m_cancel);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(m_cancel->text());
    button->setFocusPolicy(Qt::TabFocus);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4, 2, 4, 2);
    bar->addStretch(1);
    bar->addWidget(button);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_log);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    auto *tasks = new QWidget(this);
    auto *inside = new QVBoxLayout(tasks);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addLayout(bar);
    inside->addWidget(m_splitter, 1);
    m_tabs->setDocumentMode(true);
    m_tabs->setFocusPolicy(Qt::NoFocus); // it would hand Tab to its bar, which may be hidden, and keep it
    m_tabs->tabBar()->setAccessibleName(tr("Kinds of jobs"));
    m_tabs->addTab(tasks, tr("Tasks"));
    m_tabs->addTab(m_collecting, tr("Collecting"));
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs, 1);

    connect(m_cancel, &QAction::triggered, this, &JobsPanel::cancelSelected);
    connect(m_import, &QAction::triggered, &desk, [&desk] { Q_EMIT desk.importFiles({}); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JobsPanel::showLog);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &JobsPanel::showLog);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &JobsPanel::refresh);
    connect(m_collecting, &CollectingView::newsChanged, this, &JobsPanel::refresh);
    connect(&desk.session(), &Session::opened, this, &JobsPanel::refresh);
    connect(&desk.session(), &Session::closed, this, &JobsPanel::refresh);
    refresh();
    showLog();
}

void JobsPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    // a low and wide panel has the log beside the table
    m_splitter->setOrientation(width() > 2 * height() ? Qt::Horizontal : Qt::Vertical);
}

QWidget *JobsPanel::firstFocus()
{
    if (isEmpty())
        return emptyState()->button();
    return m_tabs->currentIndex() == Tasks ? m_table : m_collecting->firstFocus();
}

void JobsPanel::cancelSelected()
{
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        desk().session().jobs().cancel(m_model->at(row.row()).id);
}

void JobsPanel::refresh()
{
    const bool hasTasks = m_model->rowCount() > 0;
    const bool hasNews = m_collecting->hasNews();
    m_tabs->setTabVisible(Collecting, hasNews);
    m_tabs->tabBar()->setVisible(hasNews); // one tab alone says nothing
    if (hasTasks || hasNews) {
        if (!hasTasks)
            m_tabs->setCurrentIndex(Collecting);
        showContent();
        if (hasTasks && !m_table->selectionModel()->hasSelection())
            m_table->selectRow(0);
        return;
    }
    const QString what =
        tr("Imports, studies, collecting and other long work appear here with their progress and log.");
    showEmpty(what, desk().session().bench() ? m_import : sampleAction(), u"jobs"_s);
}

void JobsPanel::showLog()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    bool active = false;
    for (const QModelIndex &row : rows)
        active = active || row.data(JobsModel::ActiveRole).toBool();
    m_cancel->setEnabled(active);
    QStringList lines;
    if (!rows.isEmpty()) {
        for (const QString &line : m_model->at(rows.front().row()).log)
            lines.append(oneLine(line));
    }
    const QString text = lines.join(u'\n');
    if (m_log->toPlainText() != text) {
        m_log->setPlainText(text);
        m_log->moveCursor(QTextCursor::End);
    }
}

} // namespace widgets
