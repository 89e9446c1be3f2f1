// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/factstable.h"

#include "widgets/common/textrows.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace widgets {

FactsTable::FactsTable(Desk &desk, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_desk(desk)
    , m_model(new FactsModel(desk.theme(), this))
{
    setModel(m_model);
    dressTable(this, accessibleName);
    // one cell is copied by the usual key: a row is what the menu copies
    for (QAction *action : actions())
        removeAction(action);
    auto *copy = new QAction(tr("Copy Value"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &FactsTable::copyCell);
    addAction(copy);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(40);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (const QModelIndex under = indexAt(at); under.isValid())
            setCurrentIndex(under);
        if (QMenu *menu = makeMenu())
            menu->popup(viewport()->mapToGlobal(at));
    });
}

void FactsTable::setFacts(Facts facts)
{
    const int row = currentIndex().row();
    m_model->setFacts(std::move(facts));
    fitColumns();
    if (row >= 0 && row < m_model->rowCount())
        setCurrentIndex(m_model->index(row, 1)); // the next event of a list is read at the same place
}

void FactsTable::fitColumns()
{
    // names get what the values do not need, and two fifths in any case
    const int width = viewport()->width();
    const int wanted = sizeHintForColumn(0) + 8;
    const int most =
        std::max({60, width * 42 / 100, std::min(width * 58 / 100, width - sizeHintForColumn(1) - 8)});
    setColumnWidth(0, std::clamp(wanted, 60, most));
}

void FactsTable::fitToRows()
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(m_model->rowCount() * kRowHeight + 4);
}

void FactsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

const Fact *FactsTable::current() const
{
    return m_model->fact(currentIndex().row());
}

void FactsTable::copyCell()
{
    if (const Fact *fact = current())
        QApplication::clipboard()->setText(fact->whole.isEmpty() ? fact->value : fact->whole);
}

void FactsTable::copyRow()
{
    if (const Fact *fact = current()) {
        QApplication::clipboard()->setText(
            QStringLiteral("%1\t%2").arg(fact->name, fact->whole.isEmpty() ? fact->value : fact->whole));
    }
}

QMenu *FactsTable::makeMenu()
{
    if (!current())
        return nullptr;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_desk.theme().icon(QStringLiteral("copy")), tr("Copy Value"), QKeySequence::Copy, this,
                    &FactsTable::copyCell);
    menu->addAction(tr("Copy Row"), this, &FactsTable::copyRow);
    menu->addAction(tr("Copy All Rows"), this, [this] {
        QString text;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const Fact *fact = m_model->fact(row);
            text +=
                QStringLiteral("%1\t%2\n").arg(fact->name, fact->whole.isEmpty() ? fact->value : fact->whole);
        }
        QApplication::clipboard()->setText(text);
    });
    if (!current()->literal.isEmpty()) {
        menu->addSeparator();
        addFilterMenu(menu, tr("Apply as Filter"),
                      [this](const QString &filter) { Q_EMIT m_desk.applyFilter(filter); });
        addFilterMenu(menu, tr("Prepare as Filter"),
                      [this](const QString &filter) { Q_EMIT m_desk.prepareFilter(filter); });
    }
    return menu;
}

void FactsTable::addFilterMenu(QMenu *menu, const QString &title,
                               const std::function<void(const QString &)> &order)
{
    QMenu *inner = menu->addMenu(title);
    for (const Joining joining : kJoinings) {
        inner->addAction(joiningText(joining), this, [this, joining, order] {
            if (const Fact *fact = current())
                order(joined(m_desk.filter(), fact->name, fact->literal, joining));
        });
    }
}

} // namespace widgets
