// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of one run as a table; never an effect without what it must be read with.
#pragma once

#include "core/workbench/studies.h"
#include "widgets/common/theme.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <memory>

namespace widgets {

/// How a tier reads: "significant", "candidate", "none", or "withheld" when something is missing.
QString tierText(const core::discovery::Finding &finding);
/// The name of its icon, whose shape tells it too.
QString tierIcon(const core::discovery::Finding &finding);

/// GUI thread. At most some thousand rows.
class FindingsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Tier,
        Event,
        Asset,
        Window,
        N,
        Effect,
        Interval,
        PAdjusted,
        Family,
        Base,
        T,
        P,
        PWorkspace,
        Sample,
        Tradable,
        LookAhead,
        HitRate,
        BaseRate,
        Null,
        Columns
    };
    /// What a column sorts by.
    static constexpr int kSortRole = Qt::UserRole;

    explicit FindingsModel(Theme &theme, QObject *parent = nullptr);

    /// Null: none.
    void setReport(std::shared_ptr<const core::discovery::RunReport> report);
    /// Whether a tier is shown in words beside its icon, or by its icon alone.
    void nameTiers(bool inWords);
    [[nodiscard]] const core::discovery::Finding *finding(int row) const;
    /// The row of a hypothesis (hexadecimal); −1 when it is not here.
    [[nodiscard]] int rowOf(const QString &hypothesis) const;
    /// A row as it is copied: a header line and the findings, tabs between, plain numbers.
    [[nodiscard]] QString copied(const std::vector<int> &rows) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const core::discovery::Finding &finding, int column) const;
    [[nodiscard]] QVariant sortValue(const core::discovery::Finding &finding, int column, int row) const;

    Theme &m_theme;
    bool m_tierInWords = true;
    std::shared_ptr<const core::discovery::RunReport> m_report;
};

/// Sorts by the raw values; what is missing comes last either way.
class FindingsOrder final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FindingsOrder(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &a, const QModelIndex &b) const override;
};

} // namespace widgets
