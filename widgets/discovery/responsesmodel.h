// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The events behind a finding, each with what followed it.
#pragma once

#include "core/workbench/evidence.h"

#include <QAbstractTableModel>

#include <string>
#include <vector>

namespace widgets {

class ResponsesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { At, Who, Value, Response, Columns };
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setResponses(std::vector<core::discovery::EventResponse> responses, const std::string &unit);
    [[nodiscard]] const core::discovery::EventResponse *response(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<core::discovery::EventResponse> m_responses;
    std::string m_unit;
};

} // namespace widgets
