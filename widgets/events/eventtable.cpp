// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/eventtable.h"

#include "widgets/events/eventdelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace widgets {

namespace {

constexpr int kLeastText = 160; ///< pixels: a narrower headline says nothing; the table scrolls instead
constexpr int kTitlePadding = 14;
constexpr int kTextColumn = static_cast<int>(EventColumn::Text);

/// Shown at first as far as there is room, so that none of the others is cut; the first is the last to go.
constexpr EventColumn kIfThereIsRoom[] = {EventColumn::Unit, EventColumn::Known, EventColumn::Source};

int firstWidth(EventColumn column)
{
    switch (column) {
    case EventColumn::Time:
    case EventColumn::Known:
        return 124;
    case EventColumn::Ingested:
        return 148;
    case EventColumn::Type:
        return 132;
    case EventColumn::Source:
    case EventColumn::Precision:
    case EventColumn::Basis:
        return 76;
    case EventColumn::Unit:
        return 40;
    case EventColumn::Value:
        return 60;
    case EventColumn::Entity:
        return 74;
    case EventColumn::Revision:
        return 68;
    case EventColumn::Id:
        return 264;
    case EventColumn::Text:
        return kLeastText;
    }
    return 80;
}

} // namespace

EventTable::EventTable(const Theme &theme, EventModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setItemDelegate(new EventDelegate(theme, *this));
    setModel(&model);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->hide();
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setMinimumSectionSize(36);
    header->setTextElideMode(Qt::ElideRight);
    resetColumns();
    connect(header, &QHeaderView::sectionMoved, this, &EventTable::changedByHand);
    connect(header, &QHeaderView::sectionResized, this, [this](int section) {
        if (m_isFitting)
            return;
        m_areAsTheyCame = false;
        if (section != kTextColumn)
            fitText();
        Q_EMIT columnsChanged();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        dropAll();
        scrollToTop();
        lookAround();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &EventTable::lookAround);
    connect(&model, &EventModel::refreshed, this, &EventTable::shiftSelection);
    connect(this, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT rowActivated(index.row()); });
}

EventSelection EventTable::selectedRows() const
{
    if (m_isAll)
        return EventSelection::everything();
    std::vector<EventSelection::Stretch> stretches;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        stretches.emplace_back(range.top(), range.bottom());
    return EventSelection::of(std::move(stretches));
}

int EventTable::topRow() const
{
    return verticalScrollBar()->value();
}

void EventTable::setTopRow(int row)
{
    executeDelayedItemsLayout(); // rows that have just come count
    verticalScrollBar()->setValue(row);
}

bool EventTable::isAtBottom() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void EventTable::goTo(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    selectOnly(row);
    // not at the very edge: what came before and after is of interest
    setTopRow(std::max(0, row - viewport()->height() / kRowHeight / 3));
}

void EventTable::selectOnly(int row)
{
    const int column = std::max(0, currentIndex().isValid() ? currentIndex().column() : 0);
    selectionModel()->setCurrentIndex(m_model.index(row, column),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QByteArray EventTable::columns() const
{
    return m_areAsTheyCame ? QByteArray() : horizontalHeader()->saveState();
}

void EventTable::setColumns(const QByteArray &state)
{
    m_areAsTheyCame = false;
    if (state.isEmpty() || !horizontalHeader()->restoreState(state) ||
        horizontalHeader()->hiddenSectionCount() >= kEventColumns)
        resetColumns();
    fitText();
}

void EventTable::resetColumns()
{
    QHeaderView *header = horizontalHeader();
    m_areAsTheyCame = true;
    m_isFitting = true;
    for (int i = 0; i < kEventColumns; ++i) {
        const auto column = static_cast<EventColumn>(i);
        header->moveSection(header->visualIndex(i), i);
        header->setSectionHidden(i, !isShownAtFirst(column));
        const QString title = m_model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString();
        header->resizeSection(
            i, std::max(firstWidth(column), header->fontMetrics().horizontalAdvance(title) + kTitlePadding));
    }
    m_isFitting = false;
    fitText();
    Q_EMIT columnsChanged();
}

void EventTable::changedByHand()
{
    if (m_isFitting)
        return;
    m_areAsTheyCame = false;
    Q_EMIT columnsChanged();
}

void EventTable::showColumn(int column, bool isShown)
{
    m_areAsTheyCame = false;
    horizontalHeader()->setSectionHidden(column, !isShown);
    if (isShown && columnWidth(column) == 0)
        setColumnWidth(column, firstWidth(static_cast<EventColumn>(column)));
    fitText();
    Q_EMIT columnsChanged();
}

void EventTable::fitText()
{
    // the text takes what the others leave, when it stands last and was not made wider by hand
    QHeaderView *header = horizontalHeader();
    if (m_isFitting || header->isSectionHidden(kTextColumn))
        return;
    const auto others = [header] {
        int width = 0;
        for (int i = 0; i < kEventColumns; ++i) {
            if (i != kTextColumn && !header->isSectionHidden(i))
                width += header->sectionSize(i);
        }
        return width;
    };
    m_isFitting = true;
    if (m_areAsTheyCame) {
        for (const EventColumn column : kIfThereIsRoom)
            header->setSectionHidden(static_cast<int>(column), true);
        for (const EventColumn column : kIfThereIsRoom) {
            header->setSectionHidden(static_cast<int>(column), false);
            if (others() + kLeastText > viewport()->width()) {
                header->setSectionHidden(static_cast<int>(column), true);
                break;
            }
        }
    }
    header->resizeSection(kTextColumn, std::max(kLeastText, viewport()->width() - others()));
    m_isFitting = false;
}

void EventTable::selectAll()
{
    if (m_isAll || m_model.rowCount() == 0)
        return;
    clearSelection();
    m_isAll = true;
    viewport()->update();
    Q_EMIT selectedRowsChanged();
}

void EventTable::dropAll()
{
    if (!m_isAll)
        return;
    m_isAll = false;
    viewport()->update();
    Q_EMIT selectedRowsChanged();
}

void EventTable::shiftSelection(qint64 by)
{
    if (by == 0 || m_isAll)
        return;
    const auto moved = [this, by](int row) {
        return static_cast<int>(std::clamp<qint64>(row + by, 0, std::max(0, m_model.rowCount() - 1)));
    };
    QItemSelection shifted;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        shifted.select(m_model.index(moved(range.top()), range.left()),
                       m_model.index(moved(range.bottom()), range.right()));
    const QModelIndex current = currentIndex();
    setAutoScroll(false); // the place is the view's owner's to keep
    selectionModel()->select(shifted, QItemSelectionModel::ClearAndSelect);
    if (current.isValid())
        selectionModel()->setCurrentIndex(m_model.index(moved(current.row()), current.column()),
                                          QItemSelectionModel::NoUpdate);
    setAutoScroll(true);
}

void EventTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (m_isAll && !selected.isEmpty()) {
        m_isAll = false;
        viewport()->update();
    }
    Q_EMIT selectedRowsChanged();
}

void EventTable::mousePressEvent(QMouseEvent *event)
{
    // a click with everything selected means this row, not "all but this"; the menu leaves all selected
    if (m_isAll && event->button() == Qt::LeftButton)
        dropAll();
    if (m_isAll && event->button() == Qt::RightButton)
        return;
    QTableView::mousePressEvent(event);
}

void EventTable::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    const int rows = m_model.rowCount();
    if (isPlain && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && rows > 0 &&
        !(event->modifiers() & Qt::ShiftModifier)) {
        const int row = event->key() == Qt::Key_Home ? 0 : rows - 1;
        selectOnly(row);
        setTopRow(row);
        return;
    }
    if (event->key() == Qt::Key_Escape && m_isAll) {
        dropAll();
        return;
    }
    const QString text = event->text();
    if (isPlain && !text.isEmpty() && text[0].isPrint() && !text[0].isSpace()) {
        Q_EMIT typed(text);
        return;
    }
    QTableView::keyPressEvent(event);
}

void EventTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitText();
    lookAround();
}

void EventTable::updateGeometries()
{
    QTableView::updateGeometries();
    lookAround();
}

void EventTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0) {
        lookAround();
        Q_EMIT topRowMoved();
    }
}

void EventTable::lookAround()
{
    m_model.look(topRow(), topRow() + viewport()->height() / kRowHeight + 1);
}

} // namespace widgets
