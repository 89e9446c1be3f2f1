// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of events: rows of one height, scrolled by rows, everything selected by a flag.
#pragma once

#include "widgets/common/theme.h"
#include "widgets/models/eventmodel.h"
#include "widgets/models/eventselection.h"

#include <QTableView>

namespace widgets {

class EventTable final : public QTableView
{
    Q_OBJECT

public:
    EventTable(const Theme &theme, EventModel &model, QWidget *parent = nullptr);

    /// Which rows are selected, "all" being one flag.
    [[nodiscard]] EventSelection selectedRows() const;
    [[nodiscard]] bool isAllSelected() const { return m_isAll; }
    [[nodiscard]] int topRow() const;
    void setTopRow(int row);
    [[nodiscard]] bool isAtTop() const { return topRow() == 0; }
    [[nodiscard]] bool isAtBottom() const;
    /// Selects one row and brings it into view.
    void goTo(int row);

    /// Columns: shown, order, widths; for Setting::EventColumns. Empty: as they came, when less important
    /// ones give way to a narrow window.
    [[nodiscard]] QByteArray columns() const;
    void setColumns(const QByteArray &state);
    void resetColumns();
    void showColumn(int column, bool isShown);

    void selectAll() override;
    /// Typing writes a filter (typed()); the table is not searched: ten million rows would be read.
    void keyboardSearch(const QString &) override {}

Q_SIGNALS:
    void typed(const QString &text);
    void selectedRowsChanged();
    void rowActivated(int row);
    void columnsChanged();
    void topRowMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void lookAround();
    void fitText();
    void changedByHand();
    void selectOnly(int row);
    void dropAll();
    void shiftSelection(qint64 by);

    EventModel &m_model;
    bool m_isAll = false;
    bool m_isFitting = false;
    bool m_areAsTheyCame = true; ///< nobody has chosen columns: they follow the width
};

} // namespace widgets
