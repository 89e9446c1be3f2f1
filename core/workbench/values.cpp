// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/values.h"

#include "core/base/text.h"

#include <array>

namespace core::workbench {
namespace {

constexpr std::array<std::string_view, 18> kEventColumns{
    "id",        "revision", "seq",        "timestamp", "known_at",       "known_basis",
    "precision", "source",   "event_type", "entity",    "value",          "unit",
    "text",      "metadata", "raw_sha256", "parser",    "parser_version", "ingested_at"};

constexpr std::array<std::string_view, 10> kBarColumns{"symbol", "interval", "ts",    "ts_end",    "open",
                                                       "high",   "low",      "close", "adj_close", "volume"};

} // namespace

QJsonValue jsonInstant(base::Instant at)
{
    return at.isValid() ? QJsonValue(base::qs(base::toIso(at))) : QJsonValue(QJsonValue::Null);
}

QJsonValue jsonText(std::string_view text)
{
    return text.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(base::qs(text));
}

QJsonObject toJson(const domain::Event &event)
{
    const base::Result<QJsonValue> metadata = base::parseJson(event.metadata);
    return {
        {QStringLiteral("id"), base::qs(base::toText(event.id))},
        {QStringLiteral("revision"), event.revision},
        {QStringLiteral("seq"), static_cast<qint64>(event.seq)},
        {QStringLiteral("timestamp"), jsonInstant(event.timestamp)},
        {QStringLiteral("known_at"), jsonInstant(event.knownAt)},
        {QStringLiteral("known_basis"), base::qs(domain::toText(event.knownBasis))},
        {QStringLiteral("precision"), base::qs(domain::toText(event.precision))},
        {QStringLiteral("source"), base::qs(event.source)},
        {QStringLiteral("event_type"), base::qs(event.eventType)},
        {QStringLiteral("entity"), jsonText(event.entity)},
        {QStringLiteral("value"), jsonNumber(event.value)},
        {QStringLiteral("unit"), jsonText(event.unit)},
        {QStringLiteral("text"), jsonText(event.text)},
        {QStringLiteral("metadata"), metadata ? *metadata : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("raw_sha256"), base::qs(base::toHex(event.rawSha256))},
        {QStringLiteral("parser"), jsonText(event.parser)},
        {QStringLiteral("parser_version"), event.parserVersion},
        {QStringLiteral("ingested_at"), jsonInstant(event.ingestedAt)},
    };
}

void writeEventHeader(CsvWriter &csv)
{
    for (const std::string_view column : kEventColumns)
        csv.text(column);
    csv.endRow();
}

void writeEvent(CsvWriter &csv, const domain::Event &event)
{
    csv.text(base::toText(event.id));
    csv.whole(event.revision);
    csv.whole(static_cast<std::int64_t>(event.seq));
    csv.text(base::toIso(event.timestamp));
    csv.text(base::toIso(event.knownAt));
    csv.text(domain::toText(event.knownBasis));
    csv.text(domain::toText(event.precision));
    csv.text(event.source);
    csv.text(event.eventType);
    csv.text(event.entity);
    csv.number(event.value);
    csv.text(event.unit);
    csv.text(event.text);
    csv.text(event.metadata);
    csv.text(base::toHex(event.rawSha256));
    csv.text(event.parser);
    csv.whole(event.parserVersion);
    csv.text(base::toIso(event.ingestedAt));
    csv.endRow();
}

QJsonObject barToJson(const domain::BarSeries &bars, std::size_t row)
{
    return {
        {QStringLiteral("ts"), jsonInstant(bars.ts[row])},
        {QStringLiteral("ts_end"), jsonInstant(bars.tsEnd[row])},
        {QStringLiteral("open"), jsonNumber(bars.open[row])},
        {QStringLiteral("high"), jsonNumber(bars.high[row])},
        {QStringLiteral("low"), jsonNumber(bars.low[row])},
        {QStringLiteral("close"), jsonNumber(bars.close[row])},
        {QStringLiteral("adj_close"), jsonNumber(bars.adjClose[row])},
        {QStringLiteral("volume"), jsonNumber(bars.volume[row])},
    };
}

void writeBarHeader(CsvWriter &csv)
{
    for (const std::string_view column : kBarColumns)
        csv.text(column);
    csv.endRow();
}

void writeBar(CsvWriter &csv, const domain::BarSeries &bars, std::size_t row)
{
    csv.text(bars.symbol);
    csv.text(bars.interval);
    csv.text(base::toIso(bars.ts[row]));
    csv.text(base::toIso(bars.tsEnd[row]));
    csv.number(bars.open[row]);
    csv.number(bars.high[row]);
    csv.number(bars.low[row]);
    csv.number(bars.close[row]);
    csv.number(bars.adjClose[row]);
    csv.number(bars.volume[row]);
    csv.endRow();
}

} // namespace core::workbench
