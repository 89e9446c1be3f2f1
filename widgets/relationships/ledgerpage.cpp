// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/relationships/ledgerpage.h"

#include "core/base/text.h"
#include "core/workbench/ledgerwords.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"
#include "widgets/relationships/ledgermodel.h"
#include "widgets/studycharts/funnelview.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::qs;
using core::workbench::LedgerFamily;
using core::workbench::LedgerView;

namespace {

constexpr int kRoomForBoth = 620; // pixels for the two funnels side by side

} // namespace

LedgerPage::LedgerPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new LedgerModel(desk.theme(), this))
    , m_order(new QSortFilterProxyModel(this))
    , m_sentence(new QLabel(this))
    , m_scale(new QLabel(funnelScale(), this))
    , m_all(new FunnelView(desk.theme(), FunnelView::Shape::Rows, this))
    , m_one(new FunnelView(desk.theme(), FunnelView::Shape::Rows, this))
    , m_table(new QTableView(this))
{
    setObjectName(u"ledgerPage"_s);
    m_sentence->setObjectName(u"ledgerSentence"_s);
    m_sentence->setProperty("role", u"heading"_s);
    m_scale->setProperty("role", u"muted"_s);
    for (QLabel *label : {m_sentence, m_scale}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_funnels = new QBoxLayout(QBoxLayout::LeftToRight);
    m_funnels->setSpacing(24);
    QLabel *allHead = nullptr;
    m_funnels->addWidget(makeFunnel(tr("The whole workspace"), m_all, &allHead), 1);
    m_funnels->addWidget(makeFunnel(QString(), m_one, &m_oneHead), 1);
    makeTable();
    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 6, 12, 6);
    top->setSpacing(6);
    top->addWidget(m_sentence);
    top->addLayout(m_funnels);
    top->addWidget(m_scale);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
}

QWidget *LedgerPage::makeFunnel(const QString &title, FunnelView *funnel, QLabel **head)
{
    auto *part = new QWidget(this);
    *head = new QLabel(title, part);
    (*head)->setTextFormat(Qt::PlainText);
    (*head)->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(*head);
    layout->addWidget(funnel);
    return part;
}

void LedgerPage::makeTable()
{
    m_order->setSourceModel(m_model);
    m_order->setSortRole(LedgerModel::kSortRole);
    m_table->setObjectName(u"ledgerTable"_s);
    m_table->setModel(m_order);
    dressTable(m_table, tr("Families of hypotheses, newest first"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setMinimumHeight(76);
    QHeaderView *header = m_table->horizontalHeader();
    const std::pair<int, int> widths[] = {{LedgerModel::Registered, 146}, {LedgerModel::Study, 240},
                                          {LedgerModel::Asked, 72},       {LedgerModel::New, 72},
                                          {LedgerModel::Sample, 178},     {LedgerModel::Snapshot, 76},
                                          {LedgerModel::Run, 200}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, width);
    for (int column = 0; column < LedgerModel::ColumnCount; ++column) {
        const bool isNarrow = column >= LedgerModel::Significant && column <= LedgerModel::Validated;
        header->resizeSection(
            column, std::max(isNarrow ? 66 : header->sectionSize(column), header->sectionSizeHint(column)));
    }
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(LedgerModel::Registered, Qt::DescendingOrder);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LedgerPage::showFamily);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &LedgerPage::openRun);
    connect(m_table, &QWidget::customContextMenuRequested, this, &LedgerPage::openMenu);
}

void LedgerPage::set(LedgerView view)
{
    const LedgerFamily *before = current();
    const core::base::Sha256 kept = before ? before->record.id : core::base::Sha256{};
    m_sentence->setText(core::workbench::ledgerSentence(view.totals));
    m_all->setFunnel(view.funnel);
    int row = 0;
    for (std::size_t i = 0; i < view.families.size(); ++i) {
        if (before && view.families[i].record.id == kept)
            row = static_cast<int>(i);
    }
    m_model->set(std::move(view.families), shownZone(m_desk.settings()));
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_order->mapFromSource(m_model->index(row, 0)));
    showFamily();
}

QString LedgerPage::sentence() const
{
    return m_sentence->text();
}

const LedgerFamily *LedgerPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->family(m_order->mapToSource(index).row()) : nullptr;
}

void LedgerPage::showFamily()
{
    const LedgerFamily *family = current();
    m_one->setFunnel(family ? family->funnel : core::workbench::Funnel());
    const QString name =
        !family || family->study.isEmpty() ? tr("The selected family") : oneLine(family->study, 120);
    m_oneHead->setText(name);
    m_oneHead->setToolTip(tipText(name));
}

void LedgerPage::openRun()
{
    if (const LedgerFamily *family = current())
        Q_EMIT m_desk.openRun(qs(family->run));
}

void LedgerPage::openMenu(const QPoint &at)
{
    if (!m_table->indexAt(at).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open Run in Discovery"), this, &LedgerPage::openRun);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void LedgerPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_funnels->setDirection(width() >= kRoomForBoth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace widgets
