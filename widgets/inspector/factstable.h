// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Facts on the screen: copied cell by cell or row by row, and turned into filters.
#pragma once

#include "widgets/common/desk.h"
#include "widgets/common/filterterm.h"
#include "widgets/inspector/facts.h"

#include <QTableView>

#include <functional>

class QMenu;

namespace widgets {

/// What a table stands off its panel, so that its texts are in line with the words above.
inline constexpr int kTableIndent = 4;

class FactsTable final : public QTableView
{
    Q_OBJECT

public:
    FactsTable(Desk &desk, const QString &accessibleName, QWidget *parent = nullptr);

    void setFacts(Facts facts);
    [[nodiscard]] FactsModel *facts() const { return m_model; }
    /// As high as its rows, which do not scroll.
    void fitToRows();
    /// What can be done with the current row.
    [[nodiscard]] QMenu *makeMenu();

    void copyCell();
    void copyRow();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
    [[nodiscard]] const Fact *current() const;
    void addFilterMenu(QMenu *menu, const QString &title, const std::function<void(const QString &)> &order);

    Desk &m_desk;
    FactsModel *m_model;
};

} // namespace widgets
