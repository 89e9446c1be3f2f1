// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A run as the panel shows it, and the studies that can be made of its findings.
#pragma once

#include "core/workbench/ledgerview.h"
#include "core/workbench/studies.h"
#include "widgets/studycharts/studycharts.h"

#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>

namespace widgets {

struct ShownRun {
    std::shared_ptr<const core::discovery::RunReport> report;
    core::store::RunRecord record; ///< without report and maxima
    QString studyText;             ///< the study as it was run
    QJsonObject study;
    double alpha = 0.05;
    std::uint64_t seed = 0;
    std::vector<float> shiftMaxima; ///< the joint null of those hypotheses that were tested by shifts
    QString nullAsked;              ///< "auto", …
    bool simulated = false;
    core::workbench::Funnel funnel;

    [[nodiscard]] ChartOrigin origin() const;
    [[nodiscard]] QString snapshot() const;
};

/// Reads a stored run by its name or a unique beginning of it. Blocks; any thread.
core::base::Result<ShownRun> readRun(const core::workbench::Workbench &bench, const std::string &run);

/// The event definition a finding is about, alone: split by its fields it is narrowed to the finding's
/// values. Empty when none fits.
QJsonObject definitionOf(const QJsonObject &study, const core::discovery::Finding &finding);
/// The study of one finding: its event definition, asset and window alone.
QJsonObject narrowStudy(const QJsonObject &study, const core::discovery::Finding &finding);
/// The same with a window of the finding's length at every lag from … to, so that the whole range that was
/// looked at is asked.
QJsonObject lagStudy(const QJsonObject &study, const core::discovery::Finding &finding, int from, int to);

/// The command line that runs a study again, the study within it.
QString commandOf(const QString &studyText, const QString &folder);

} // namespace widgets
