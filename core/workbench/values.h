// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Domain values as JSON objects and CSV rows, with the column names of the stored tables.
#pragma once

#include "core/base/json.h"
#include "core/domain/bar.h"
#include "core/domain/event.h"
#include "core/workbench/csvwriter.h"

#include <QJsonObject>
#include <QJsonValue>

namespace core::workbench {

using base::jsonNumber;

/// ISO 8601 UTC, or null when missing.
QJsonValue jsonInstant(base::Instant at);
/// A text, or null when empty.
QJsonValue jsonText(std::string_view text);

/// Every column of the events table; metadata as an object, missing values as null.
QJsonObject toJson(const domain::Event &event);
void writeEventHeader(CsvWriter &csv);
void writeEvent(CsvWriter &csv, const domain::Event &event);

/// One bar: ts, ts_end, open, high, low, close, adj_close, volume.
QJsonObject barToJson(const domain::BarSeries &bars, std::size_t row);
void writeBarHeader(CsvWriter &csv);
void writeBar(CsvWriter &csv, const domain::BarSeries &bars, std::size_t row);

} // namespace core::workbench
