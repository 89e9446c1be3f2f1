// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sources of the starter data with a tick each: what they bring, how much and on which terms.
#pragma once

#include "core/workbench/starterdata.h"
#include "widgets/common/theme.h"

#include <QAbstractTableModel>

#include <set>
#include <string>
#include <vector>

namespace widgets {

class StarterModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Source, Brings, Past, Size, Time, Licence, ColumnCount };

    explicit StarterModel(Theme &theme, QObject *parent = nullptr);

    /// `on`: names of those that are switched on already, which have no tick. Every other that can be started
    /// is ticked when it is seen first.
    void set(std::vector<core::workbench::StarterOffer> offers, const std::set<std::string> &on);
    /// Null when there is no such row.
    [[nodiscard]] const core::workbench::StarterOffer *offer(int row) const;
    [[nodiscard]] std::vector<std::string> ticked() const;
    /// Of those that are ticked, in sum; the time is that of the slowest, they are asked side by side.
    struct Sum {
        int sources = 0;
        std::uint64_t bytes = 0;
        double seconds = 0;
    };
    [[nodiscard]] Sum sum() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void ticksChanged();

private:
    struct Row {
        core::workbench::StarterOffer offer;
        bool isOn = false;
        bool isTicked = false;
        [[nodiscard]] bool canTick() const { return !isOn && offer.problem.isEmpty(); }
    };
    [[nodiscard]] QString textOf(const Row &row, int column) const;

    Theme &m_theme;
    std::vector<Row> m_rows;
};

} // namespace widgets
