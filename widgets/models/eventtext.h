// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How an event reads in a table: its columns, their cells for people and for machines, and as filters.
#pragma once

#include "core/base/zone.h"
#include "core/domain/event.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace widgets {

/// In the order they have at first: what happened comes before who told it and when.
enum class EventColumn : quint8 {
    Time,
    Type,
    Entity,
    Value,
    Unit,
    Text,
    Source,
    Known,
    Precision,
    Basis,
    Revision,
    Ingested,
    Id
};
inline constexpr int kEventColumns = 13;

/// "time"; the zone is named at instants: "time (UTC)".
QString eventColumnTitle(EventColumn column, const core::base::Zone &zone);
QString eventColumnTip(EventColumn column);
/// Right-aligned, figures of equal width.
bool isNumberColumn(EventColumn column);
/// Shown unless the user chose otherwise.
bool isShownAtFirst(EventColumn column);
/// The field of the filter grammar: "event_type".
std::string_view eventField(EventColumn column);

/// One harmless line for people.
QString eventCell(const core::domain::Event &event, EventColumn column, const core::base::Zone &zone);
/// The same for machines: ISO instants in UTC, the shortest number, text exactly as it is.
std::string eventDatum(const core::domain::Event &event, EventColumn column);

/// The cell as the filter grammar takes it (widgets/common/filterterm.h joins it to a filter); empty when the
/// event has nothing there, or a text too long for a filter line.
QString cellLiteral(const core::domain::Event &event, EventColumn column);
/// "timestamp >= … and timestamp < …".
std::string spanFilter(core::base::Instant from, core::base::Instant to);
/// Both; parentheses where they are needed. Blank sides fall away.
std::string bothFilters(const std::string &a, const std::string &b);
/// Exactly these: `id in {…}`.
std::string idFilter(const std::vector<core::domain::Event> &events);

} // namespace widgets
