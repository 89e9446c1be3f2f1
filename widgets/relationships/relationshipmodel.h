// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The relationships, one a row, with everything they must never be shown without.
#pragma once

#include "core/base/zone.h"
#include "core/workbench/relationships.h"
#include "widgets/common/theme.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <memory>
#include <vector>

namespace widgets {

/// The mark of a status, which stands beside its word, and the colour of the mark.
QString statusIcon(std::string_view status);
Role statusRole(std::string_view status);

class RelationshipModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Status,
        Event,
        Asset,
        Window,
        N,
        Effect,
        Interval,
        Base,
        PAdjusted,
        PWorkspace,
        Family,
        ForwardN,
        Evidence,
        HoldOut,
        Discovered,
        Validated,
        ColumnCount
    };
    static constexpr int kSortRole = Qt::UserRole;
    using Views = std::vector<core::workbench::RelationshipView>;

    explicit RelationshipModel(Theme &theme, QObject *parent = nullptr);

    void set(std::shared_ptr<const Views> views, const core::base::Zone &zone);
    /// Null when there is no such row.
    [[nodiscard]] const core::workbench::RelationshipView *view(int row) const;
    /// -1 when there is none.
    [[nodiscard]] int rowOf(const core::base::Sha256 &hypothesis) const;
    /// How many have a status.
    [[nodiscard]] int count(const std::string &status) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const core::workbench::RelationshipView &view, int column) const;
    [[nodiscard]] QVariant sortKey(const core::workbench::RelationshipView &view, int column) const;
    [[nodiscard]] QString tip(const core::workbench::RelationshipView &view, int column) const;

    Theme &m_theme;
    core::base::Zone m_zone;
    std::shared_ptr<const Views> m_views;
};

/// Those of one status, in an order.
class RelationshipOrder final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RelationshipOrder(QObject *parent = nullptr);

    /// Empty: all.
    void setStatus(const std::string &status);
    [[nodiscard]] const std::string &status() const { return m_status; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::string m_status;
};

} // namespace widgets
