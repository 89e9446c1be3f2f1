// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Names and values of the thing inspected, as rows; and the model that shows them.
#pragma once

#include "core/base/zone.h"
#include "core/domain/bar.h"
#include "core/domain/event.h"
#include "core/domain/instrument.h"
#include "core/workbench/evidence.h"
#include "widgets/common/theme.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace widgets {

struct Fact {
    QString name;    ///< as filters write it, for fields of events
    QString value;   ///< one line, harmless
    QString meaning; ///< what the name means
    QString whole{}; ///< what is copied, when the value shown is cut
    QString literal{}; ///< what a filter compares the field with; empty: it cannot
    bool isWarning = false;
};

using Facts = std::vector<Fact>;

/// Every field; the instants in the zone, which is named; the metadata flattened.
Facts factsOf(const core::domain::Event &event, const core::base::Zone &zone);
/// `bars`: its daily bars.
Facts factsOf(const std::string &symbol, const std::optional<core::domain::Instrument> &instrument,
              const core::domain::BarSeries &bars, const core::base::Zone &zone);
Facts factsOf(const core::discovery::Finding &finding);
Facts factsOf(const core::discovery::BaseRate &rate);

class FactsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit FactsModel(Theme &theme, QObject *parent = nullptr);

    void setFacts(Facts facts);
    /// Null when there is no such row.
    [[nodiscard]] const Fact *fact(int row) const;
    /// The value of a name; empty when there is none.
    [[nodiscard]] QString valueOf(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Theme &m_theme;
    Facts m_facts;
};

} // namespace widgets
