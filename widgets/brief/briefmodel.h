// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The news of a brief, one a row; a relationship with everything it must never be shown without.
#pragma once

#include "core/base/zone.h"
#include "core/workbench/brief.h"
#include "widgets/common/theme.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace widgets {

class BriefModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Found, Validated, Decayed, Retired, Fired, Source, Turn };
    enum Column {
        What,
        When,
        Event,
        Asset,
        Window,
        N,
        Effect,
        Interval,
        PAdjusted,
        Family,
        Status,
        Said,
        ColumnCount
    };
    struct Row {
        Kind kind = Kind::Found;
        core::base::Instant at = {};
        QString event = {}; ///< or the source, or the study
        QString asset = {};
        std::optional<core::workbench::RelationshipView> view = {}; ///< none: a source or a turn
        QString said = {};     ///< reason, value of the event, what is wrong
        QString sentence = {}; ///< the whole news
        std::string run = {};  ///< that found it, or of the turn; empty: none
        bool isTrouble = false;
    };

    explicit BriefModel(Theme &theme, QObject *parent = nullptr);

    void set(const core::workbench::Brief &brief, const core::base::Zone &zone);
    void clear();
    /// Null when there is no such row.
    [[nodiscard]] const Row *row(int at) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Row &row, int column) const;
    void addChanges(Kind kind, const std::vector<core::workbench::BriefChange> &changes);

    Theme &m_theme;
    core::base::Zone m_zone;
    std::vector<Row> m_rows;
};

} // namespace widgets
