// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Two assets without an event between them: who runs ahead, and do they depend on one another at all?
#pragma once

#include "core/domain/study.h"
#include "core/workbench/workbench.h"

#include <QJsonObject>

#include <string>
#include <vector>

namespace core::workbench {

struct DependenceQuestion {
    std::string x, y;
    domain::ReturnKind kind = domain::ReturnKind::Log;
    base::Instant from, to;   ///< missing: as far as both have bars
    int lags = 10;            ///< looked at on either side
    std::uint64_t seed = 1;
    std::size_t shifts = 500; ///< in each null, at most
};

/// One measure with its null: the same with x moved round in time (core/stats/shiftnull.h).
struct DependenceMeasure {
    QString name;
    double value = 0;
    double nullMean = 0; ///< over the shifts: the measure's bias
    double p = 1;
    double pHolm = 1; ///< over the measures of the answer
    std::size_t shifts = 0;
};

struct DependenceAnswer {
    std::size_t bars = 0; ///< with both returns
    base::Instant from, to;
    int strongestLag = 0; ///< positive: x runs ahead
    double strongestCorrelation = 0;
    std::vector<DependenceMeasure> measures;
};

/// Daily returns of both on the closes of y, under the workspace's seal. Lead-lag correlation over all lags at
/// once, Granger (1969) and transfer entropy (Schreiber 2000) both ways, mutual information (Kraskov and
/// others 2004), distance correlation (Székely & Rizzo 2013). It describes two assets and stands in no
/// ledger. Blocks. Errors: BadInput (an asset without bars, too few common bars), Cancelled.
base::Result<DependenceAnswer> dependence(const Workbench &bench, const DependenceQuestion &question,
                                          const Job &job);

QJsonObject toJson(const DependenceQuestion &question, const DependenceAnswer &answer);

} // namespace core::workbench
