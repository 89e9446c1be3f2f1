// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a source fares, in words and as a mark: the same in every panel.
#pragma once

#include "core/base/zone.h"
#include "core/workbench/collection.h"
#include "widgets/common/theme.h"

#include <QString>
#include <QStringList>

namespace widgets {

/// "Fresh", "Due", "Fetching", "Late", "Failing", "Off", "No key": never more than two words.
QString freshnessText(const core::workbench::SourceStatus &source);
/// A name of Theme::icon(): each state has a shape of its own.
QString freshnessIcon(const core::workbench::SourceStatus &source);
Role freshnessRole(const core::workbench::SourceStatus &source);

/// One sentence: the state and what it means just now.
QString stateSentence(const core::workbench::SourceStatus &source, const core::base::Zone &zone);
/// What to do, one sentence each; empty: nothing.
QStringList remediesOf(const core::workbench::SourceStatus &source, const core::base::Zone &zone);
/// Whether it wants a key that it does not have and does not work without.
bool lacksKey(const core::workbench::SourceStatus &source);
/// "Last success … · next … · 120 rows today": what stands below its name.
QString sourceLine(const core::workbench::SourceStatus &source, const core::base::Zone &zone);

/// How long, roughly: "20 s", "5 min", "9 h", "3 d"; a dash for NaN.
QString spanText(double seconds);
/// "every 15 min".
QString cadenceText(core::base::Duration cadence);

/// One line on collecting: "Collecting from 3 sources".
QString collectText(const core::workbench::Collection &collection);
/// What it means, for a tooltip.
QString collectSentence(const core::workbench::Collection &collection);

/// The page of the settings that has the keys of the sources.
inline const QString kKeysPage = QStringLiteral("sources");

/// What a job of the queue asks for: "observations · series=DGS10".
QString askText(const std::string &what);

} // namespace widgets
