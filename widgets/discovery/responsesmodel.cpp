// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/responsesmodel.h"

#include "widgets/common/theme.h"
#include "widgets/common/words.h"

namespace widgets {

using core::discovery::EventResponse;

void ResponsesModel::setResponses(std::vector<EventResponse> responses, const std::string &unit)
{
    beginResetModel();
    m_responses = std::move(responses);
    m_unit = unit;
    endResetModel();
}

const EventResponse *ResponsesModel::response(int row) const
{
    return row >= 0 && row < rowCount() ? &m_responses[static_cast<std::size_t>(row)] : nullptr;
}

int ResponsesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_responses.size());
}

int ResponsesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant ResponsesModel::data(const QModelIndex &index, int role) const
{
    const EventResponse *response = this->response(index.row());
    if (!response || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    if (role == Qt::DisplayRole) {
        return column == At      ? instantText(response->at, {}, true)
               : column == Who   ? oneLine(response->label, 60)
               : column == Value ? valueText(response->value)
                                 : signedText(response->response, m_unit);
    }
    if (role == kSortRole) {
        return column == At      ? QVariant(static_cast<qlonglong>(response->at.micros()))
               : column == Who   ? QVariant(oneLine(response->label, 60))
               : column == Value ? QVariant(response->value)
                                 : QVariant(response->response);
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column >= Value ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::FontRole && column != Who)
        return Theme::numberFont({});
    return {};
}

QVariant ResponsesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section >= Value ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    return section == At      ? tr("event bar (UTC)")
           : section == Who   ? tr("who")
           : section == Value ? tr("value")
                              : tr("response");
}

} // namespace widgets
