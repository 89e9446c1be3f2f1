// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/starterpage.h"

#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "widgets/common/labels.h"
#include "widgets/common/textrows.h"
#include "widgets/common/words.h"
#include "widgets/sources/sourcewords.h"
#include "widgets/start/startermodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;
using core::workbench::Collection;
using core::workbench::SourceStatus;
using core::workbench::StarterOffer;

namespace {

constexpr int kWidest = 1100; // pixels
constexpr int kOfferRows = 10;

} // namespace

StarterPage::StarterPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new StarterModel(desk.theme(), this))
    , m_table(new QTableView(this))
    , m_where(plainLabel({}, u"muted"_s, this))
    , m_current(plainLabel({}, u"muted"_s, this))
    , m_sum(plainLabel({}, u"heading"_s, this))
    , m_collect(new QPushButton(this))
    , m_back(new QPushButton(tr("Back"), this))
{
    setObjectName(u"starterPage"_s);
    setAccessibleName(tr("Starter data"));
    m_table->setObjectName(u"starterTable"_s);
    m_table->setModel(m_model);
    dressTable(m_table, tr("Sources that need no key"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *header = m_table->horizontalHeader();
    for (const auto &[column, width] :
         {std::pair(StarterModel::Source, 190), std::pair(StarterModel::Past, 80),
          std::pair(StarterModel::Size, 120), std::pair(StarterModel::Time, 110),
          std::pair(StarterModel::Licence, 220)})
        header->resizeSection(column, std::max(width, header->sectionSizeHint(column)));
    header->setSectionResizeMode(StarterModel::Brings, QHeaderView::Stretch);
    m_table->setFixedHeight(header->sizeHint().height() + kOfferRows * kRowHeight + 6);
    m_current->setObjectName(u"starterCurrent"_s);
    m_current->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_current->setMinimumHeight(3 * m_current->fontMetrics().lineSpacing());
    m_sum->setObjectName(u"starterSum"_s);
    m_collect->setObjectName(u"starterCollect"_s);
    m_collect->setProperty("primary", true);
    m_back->setAccessibleName(m_back->text());
    m_back->setObjectName(u"starterBack"_s);

    auto *inside = new QWidget(this);
    inside->setMaximumWidth(kWidest);
    auto *column = new QVBoxLayout(inside);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(plainLabel(tr("Starter Data"), u"title"_s, inside));
    column->addWidget(
        plainLabel(tr("Real prices and events from public sources that need no key and no account. "
                      "What is ticked is asked for its past and then kept up to date while Foreshock is "
                      "open. Sizes and times are estimates."),
                   u"muted"_s, inside));
    column->addWidget(m_where);
    column->addSpacing(8);
    column->addWidget(m_table);
    column->addWidget(m_current);
    column->addSpacing(8);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_sum, 1);
    foot->addWidget(m_back);
    foot->addWidget(m_collect);
    column->addLayout(foot);
    column->addStretch(3);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 16, 24, 16);
    row->addStretch(1);
    row->addWidget(inside, 100);
    row->addStretch(1);

    connect(m_collect, &QPushButton::clicked, this, [this] { Q_EMIT collectWanted(m_model->ticked()); });
    connect(m_back, &QPushButton::clicked, this, &StarterPage::left);
    connect(m_model, &StarterModel::ticksChanged, this, &StarterPage::showSum);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &StarterPage::showCurrent);
    connect(&desk.session().collection(), &Collection::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    refresh();
    showPlace();
}

QWidget *StarterPage::firstFocus() const
{
    return m_table;
}

void StarterPage::showEvent(QShowEvent *event)
{
    refresh();
    showPlace();
    QWidget::showEvent(event);
}

void StarterPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void StarterPage::refresh()
{
    std::set<std::string> on;
    for (const SourceStatus &source : m_desk.session().collection().sources()) {
        if (source.isEnabled)
            on.insert(source.name);
    }
    if (m_model->rowCount() > 0 && on == m_on)
        return; // told every few seconds
    m_on = on;
    const int row = std::max(0, m_table->currentIndex().row());
    m_model->set(core::workbench::starterOffers(m_desk.session().clock().now()), on);
    m_table->setCurrentIndex(m_model->index(row, 0));
    showCurrent();
}

void StarterPage::showPlace()
{
    const auto &bench = m_desk.session().bench();
    const bool isHere = bench && !bench->identity().sample;
    m_where->setText(
        isHere  ? tr("They are stored in the workspace “%1”.").arg(oneLine(bench->identity().name, 60))
        : bench ? tr("The sample workspace is simulated and stays so: a new workspace is made for them.")
                : tr("A new workspace is made for them."));
    m_collect->setText(isHere ? tr("Collect") : tr("Collect into a New Workspace…"));
    m_collect->setAccessibleName(m_collect->text());
}

void StarterPage::showSum()
{
    const StarterModel::Sum sum = m_model->sum();
    m_collect->setEnabled(sum.sources > 0);
    m_sum->setText(sum.sources == 0 ? tr("Tick what to collect.")
                                    : tr("Ticked: %1 · about %2 in about %3")
                                          .arg(countText(static_cast<std::uint64_t>(sum.sources)),
                                               bytesText(sum.bytes), spanText(sum.seconds)));
}

void StarterPage::showCurrent()
{
    const StarterOffer *offer = m_model->offer(m_table->currentIndex().row());
    QStringList lines;
    if (offer) {
        lines << oneLine(offer->about, 400);
        if (!offer->problem.isEmpty())
            lines << oneLine(offer->problem, 400);
        lines << tr("Terms: %1").arg(oneLine(offer->licence, 400));
    }
    m_current->setText(lines.join(u'\n'));
}

} // namespace widgets
