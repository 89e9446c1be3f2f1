// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/eventtext.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/domain/filter.h"
#include "widgets/common/filterterm.h"
#include "widgets/common/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {

using namespace core;
using base::Instant;
using base::qs;
using domain::Event;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EventText)
};

struct ColumnInfo {
    const char *title;
    const char *tip;
    std::string_view field;
    bool isNumber;
    bool isInstant;
    bool isShown;
};

constexpr std::array<ColumnInfo, kEventColumns> kColumns{{
    {QT_TRANSLATE_NOOP("EventText", "time"), QT_TRANSLATE_NOOP("EventText", "When it happened"), "timestamp",
     false, true, true},
    {QT_TRANSLATE_NOOP("EventText", "type"), QT_TRANSLATE_NOOP("EventText", "What kind of event it is"),
     "event_type", false, false, true},
    {QT_TRANSLATE_NOOP("EventText", "entity"),
     QT_TRANSLATE_NOOP("EventText", "Whom or what it is about: a country, a company, a place"), "entity",
     false, false, true},
    {QT_TRANSLATE_NOOP("EventText", "value"), QT_TRANSLATE_NOOP("EventText", "Its number, in its unit"),
     "value", true, false, true},
    {QT_TRANSLATE_NOOP("EventText", "unit"), QT_TRANSLATE_NOOP("EventText", "The unit of the value"), "unit",
     false, false, true},
    {QT_TRANSLATE_NOOP("EventText", "text"), QT_TRANSLATE_NOOP("EventText", "The headline or description"),
     "text", false, false, true},
    {QT_TRANSLATE_NOOP("EventText", "source"), QT_TRANSLATE_NOOP("EventText", "Who told it"), "source", false,
     false, true},
    {QT_TRANSLATE_NOOP("EventText", "known"),
     QT_TRANSLATE_NOOP("EventText", "When the public could first know it"), "known_at", false, true, true},
    {QT_TRANSLATE_NOOP("EventText", "precision"),
     QT_TRANSLATE_NOOP("EventText", "Whether the time of day is known, or only the day"), "precision", false,
     false, false},
    {QT_TRANSLATE_NOOP("EventText", "basis"),
     QT_TRANSLATE_NOOP("EventText", "Where the known time comes from: published, observed, scheduled or "
                                    "estimated"),
     "known_basis", false, false, false},
    {QT_TRANSLATE_NOOP("EventText", "revision"),
     QT_TRANSLATE_NOOP("EventText", "How often it was corrected since"), "revision", true, false, false},
    {QT_TRANSLATE_NOOP("EventText", "ingested"), QT_TRANSLATE_NOOP("EventText", "When it was stored here"),
     "ingested_at", false, true, false},
    {QT_TRANSLATE_NOOP("EventText", "id"),
     QT_TRANSLATE_NOOP("EventText", "Its identity, the same in all its versions"), "id", false, false, false},
}};

const ColumnInfo &infoOf(EventColumn column)
{
    return kColumns[static_cast<std::size_t>(column)];
}

Instant instantOf(const Event &event, EventColumn column)
{
    return column == EventColumn::Time    ? event.timestamp
           : column == EventColumn::Known ? event.knownAt
                                          : event.ingestedAt;
}

std::string_view textOf(const Event &event, EventColumn column)
{
    switch (column) {
    case EventColumn::Source:
        return event.source;
    case EventColumn::Type:
        return event.eventType;
    case EventColumn::Entity:
        return event.entity;
    case EventColumn::Unit:
        return event.unit;
    case EventColumn::Text:
        return event.text;
    case EventColumn::Precision:
        return toText(event.precision);
    case EventColumn::Basis:
        return toText(event.knownBasis);
    default:
        return {};
    }
}

bool joinsByOr(const std::string &filter)
{
    const auto parsed = domain::Filter::parse(filter, Instant(0));
    return !parsed || parsed->root().kind == domain::FilterNode::Kind::Or;
}

std::string inParentheses(const std::string &filter)
{
    return joinsByOr(filter) ? '(' + filter + ')' : filter;
}

bool isBlank(const std::string &text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

constexpr std::size_t kLongText = 2000; ///< bytes; nobody reads a longer one in a filter line

} // namespace

QString eventColumnTitle(EventColumn column, const base::Zone &zone)
{
    const QString title = Tr::tr(infoOf(column).title);
    return infoOf(column).isInstant ? QStringLiteral("%1 (%2)").arg(title, qs(zone.name())) : title;
}

QString eventColumnTip(EventColumn column)
{
    return Tr::tr(infoOf(column).tip);
}

bool isNumberColumn(EventColumn column)
{
    return infoOf(column).isNumber;
}

bool isShownAtFirst(EventColumn column)
{
    return infoOf(column).isShown;
}

std::string_view eventField(EventColumn column)
{
    return infoOf(column).field;
}

QString eventCell(const Event &event, EventColumn column, const base::Zone &zone)
{
    if (infoOf(column).isInstant)
        return instantText(instantOf(event, column), zone,
                           column != EventColumn::Ingested && event.precision == domain::Precision::Day);
    switch (column) {
    case EventColumn::Value:
        return std::isfinite(event.value) ? valueText(event.value) : QString();
    case EventColumn::Revision:
        return countText(static_cast<std::uint64_t>(std::max(0, event.revision)));
    case EventColumn::Precision:
    case EventColumn::Basis:
        return wordText(textOf(event, column));
    case EventColumn::Id:
        return qs(toText(event.id));
    case EventColumn::Text:
        return oneLine(event.text, 300);
    default:
        return oneLine(textOf(event, column), 80);
    }
}

std::string eventDatum(const Event &event, EventColumn column)
{
    if (infoOf(column).isInstant)
        return toIso(instantOf(event, column));
    switch (column) {
    case EventColumn::Value:
        return std::isfinite(event.value) ? base::canonicalNumber(event.value) : std::string();
    case EventColumn::Revision:
        return std::to_string(event.revision);
    case EventColumn::Id:
        return toText(event.id);
    default:
        return std::string(textOf(event, column));
    }
}

QString cellLiteral(const Event &event, EventColumn column)
{
    const std::string datum = eventDatum(event, column);
    if (datum.empty() || datum.size() > kLongText || datum.find('\0') != std::string::npos)
        return {};
    const bool isBare = infoOf(column).isInstant || infoOf(column).isNumber;
    return isBare ? qs(datum) : filterText(datum);
}

std::string spanFilter(Instant from, Instant to)
{
    return "timestamp >= " + toIso(from) + " and timestamp < " + toIso(to);
}

std::string bothFilters(const std::string &a, const std::string &b)
{
    if (isBlank(a))
        return isBlank(b) ? std::string() : b;
    return isBlank(b) ? a : inParentheses(a) + " and " + inParentheses(b);
}

std::string idFilter(const std::vector<Event> &events)
{
    if (events.size() == 1)
        return "id == \"" + toText(events.front().id) + '"';
    std::string out = "id in ";
    std::string_view before = "{";
    for (const Event &event : events) {
        out += before;
        out += '"' + toText(event.id) + '"';
        before = ", ";
    }
    return events.empty() ? std::string() : out + '}';
}

} // namespace widgets
