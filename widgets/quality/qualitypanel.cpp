// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/quality/qualitypanel.h"

#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"
#include "widgets/quality/qualitymodel.h"
#include "widgets/quality/sparkdelegate.h"
#include "widgets/sources/sourcewords.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::qs;
using core::workbench::Collection;
using core::workbench::CollectState;
using core::workbench::Session;
using core::workbench::SourceStatus;

QualityPanel::QualityPanel(Desk &desk, QWidget *parent)
    : Panel(desk, u"quality"_s, tr("Data Quality"), parent)
    , m_model(new QualityModel(desk.theme(), this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_gaps(new TextRows(desk.theme(), this))
    , m_table(new QTableView(this))
    , m_gapTable(new QTableView(this))
    , m_gapHead(new QLabel(this))
    , m_gapPart(new QWidget(this))
    , m_starter(new QAction(tr("Starter Data…"), this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(QualityModel::SortRole);
    m_table->setObjectName(u"qualityTable"_s);
    m_table->setModel(m_sorted);
    dressTable(m_table, tr("Sources and how sound their data are"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(QualityModel::Days, new SparkDelegate(desk.theme(), m_table));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView *header = m_table->horizontalHeader();
    const std::pair<int, int> widths[] = {
        {QualityModel::Source, 146},   {QualityModel::State, 92},   {QualityModel::Success, 134},
        {QualityModel::LagMedian, 88}, {QualityModel::Lag95, 76},   {QualityModel::Today, 82},
        {QualityModel::Days, 170},     {QualityModel::Refused, 66}, {QualityModel::Gaps, 62}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, std::max(width, header->sectionSizeHint(column))); // titles grow
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(QualityModel::Source, Qt::AscendingOrder);
    m_gapTable->setObjectName(u"gapTable"_s);
    m_gapTable->setModel(m_gaps);
    dressTable(m_gapTable, tr("Times at which nothing was collected"));
    m_gapTable->horizontalHeader()->setStretchLastSection(true);
    m_gapHead->setTextFormat(Qt::PlainText);
    m_gapHead->setProperty("role", u"heading"_s);
    m_gapHead->setContentsMargins(8, 4, 8, 4);
    auto *inside = new QVBoxLayout(m_gapPart);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_gapHead);
    inside->addWidget(m_gapTable, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(m_gapPart);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    Collection &collection = desk.session().collection();
    connect(&collection, &Collection::changed, this, &QualityPanel::refresh);
    connect(&desk.session(), &Session::opened, this, &QualityPanel::refresh);
    connect(&desk.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Zone)
            refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QualityPanel::select);
    connect(m_table, &QWidget::customContextMenuRequested, this, &QualityPanel::openMenu);
    connect(m_starter, &QAction::triggered, &desk, &Desk::showStarter);
    refresh();
}

QWidget *QualityPanel::firstFocus()
{
    return isEmpty() ? static_cast<QWidget *>(emptyState()->button()) : m_table;
}

bool QualityPanel::isSettled() const
{
    return desk().session().collection().isSettled();
}

void QualityPanel::refresh()
{
    const Collection &collection = desk().session().collection();
    m_model->set(collection.sources(), collection.queue().gaps, shownZone(desk().settings()));
    if (m_model->rowCount() == 0) {
        showEmpty(
            tr("How fresh, how late and how complete the data of each source are is seen here once something "
               "is collected."),
            desk().session().bench() ? m_starter : sampleAction(), u"quality"_s);
        return;
    }
    showContent();
    showGaps();
}

void QualityPanel::showGaps()
{
    const Collection &collection = desk().session().collection();
    const auto zone = shownZone(desk().settings());
    std::vector<TextRows::Row> rows;
    for (const core::store::Gap &gap : collection.queue().gaps) {
        const SourceStatus *source = collection.source(qs(gap.source));
        TextRows::Row row;
        row.cells = {oneLine(source ? source->title : qs(gap.source), 80),
                     instantText(gap.from, zone),
                     instantText(gap.to, zone),
                     spanText(static_cast<double>((gap.to - gap.from).count()) / 1e6),
                     gap.isFilled ? tr("asked for again") : tr("cannot be asked for"),
                     oneLine(gap.reason, 200)};
        row.isRefused = !gap.isFilled;
        row.isMuted = gap.isFilled;
        rows.push_back(std::move(row));
    }
    m_gapHead->setText(tr("Gaps: %1").arg(countText(rows.size())));
    m_gapPart->setVisible(!rows.empty());
    const auto same = [](const TextRows::Row &a, const TextRows::Row &b) { return a.cells == b.cells; };
    if (std::equal(rows.begin(), rows.end(), m_gaps->rows().begin(), m_gaps->rows().end(), same))
        return;
    const bool isFirst = m_gaps->columnCount() == 0;
    m_gaps->set({tr("Source"), tr("From"), tr("To"), tr("Length"), tr("What became of it"), tr("Why")},
                std::move(rows), {3});
    if (isFirst) {
        const int widths[] = {190, 140, 140, 80, 160};
        for (int column = 0; column < 5; ++column)
            m_gapTable->setColumnWidth(column, widths[column]);
    }
}

void QualityPanel::select()
{
    const QString source = m_model->sourceAt(m_sorted->mapToSource(m_table->currentIndex()).row());
    if (!source.isEmpty() && m_table->hasFocus())
        desk().selection().selectSource(source);
}

void QualityPanel::openMenu(const QPoint &at)
{
    const QString name = m_model->sourceAt(m_sorted->mapToSource(m_table->indexAt(at)).row());
    Collection &collection = desk().session().collection();
    const SourceStatus *source = collection.source(name);
    if (!source || collection.state() == CollectState::Sample)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isOn = source->isEnabled;
    menu->addAction(isOn ? tr("Switch Off") : tr("Switch On"), this,
                    [&collection, name, isOn] { collection.switchSource(name, !isOn); });
    if (isOn && !lacksKey(*source))
        menu->addAction(tr("Ask Now"), this, [&collection, name] { collection.askNow(name); });
    if (source->failed > 0)
        menu->addAction(tr("Retry Failed"), this, [&collection, name] { collection.retryFailed(name); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace widgets
