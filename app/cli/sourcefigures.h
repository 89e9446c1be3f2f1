// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a source cost and brought, in figures.
#pragma once

#include "core/workbench/collecting.h"

#include <QJsonObject>

namespace app::cli {

/// requests, bytes, records, stored, duplicates, refused, parse_seconds, lags (counts below so many seconds)
/// and two of their quantiles (null: none), of the last 30 days.
QJsonObject figuresOf(const core::workbench::SourceStatus &status);
/// The same in a line or two.
QString figuresText(const core::workbench::SourceStatus &status);

} // namespace app::cli
