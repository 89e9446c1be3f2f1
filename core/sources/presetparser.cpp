// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/lags.h"
#include "core/sources/objectreader.h"
#include "core/sources/preset.h"
#include "core/sources/priceruleparser.h"
#include "core/sources/ruleparser.h"

#include <QJsonArray>

#include <array>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

EventRule readEvent(JsonDefinition &definition, const QJsonValue &value, const QStringList &path)
{
    ObjectReader reader(definition, value, path);
    EventRule rule;
    rule.source = readText(reader, "source");
    rule.eventType = readText(reader, "event_type");
    if (rule.eventType.from == TextRule::From::Nothing)
        definition.fault(path, Tr::tr("an event needs its “event_type”"));
    rule.entity = readText(reader, "entity");
    rule.entityRequired = reader.flag("entity_required", rule.entity.from != TextRule::From::Nothing);
    rule.value = readNumber(reader, "value");
    rule.valueRequired = reader.flag("value_required");
    rule.unit = readText(reader, "unit");
    rule.text = readText(reader, "text");
    if (reader.has("date"))
        rule.date = readDate(reader, "date");
    if (reader.has("known"))
        rule.known = readKnown(reader, "known");
    rule.when = readTests(reader, "when");
    rule.meta = readMeta(reader, "meta");
    rule.metadata = readText(reader, "metadata");
    if (reader.has("meta") && reader.has("metadata"))
        reader.fault("metadata", Tr::tr("“meta” and “metadata” exclude each other"));
    rule.precisionColumn = reader.text("precision_column");
    rule.season = oneOf(reader, "release",
                        std::array<std::pair<std::string_view, Season>, 3>{
                            {{"weekly", Season::Week}, {"monthly", Season::Month}, {"plain", Season::None}}},
                        Season::NotARelease);
    reader.done();
    return rule;
}

HeaderRule readHeader(ObjectReader &top)
{
    HeaderRule rule;
    for (const std::string &entry : top.texts("header")) {
        std::vector<std::string> names;
        std::size_t from = 0;
        for (std::size_t bar = entry.find('|'); bar != std::string::npos; bar = entry.find('|', from)) {
            names.push_back(entry.substr(from, bar - from));
            from = bar + 1;
        }
        names.push_back(entry.substr(from));
        rule.columns.push_back(std::move(names));
    }
    if (rule.columns.empty())
        top.fault("header", Tr::tr("a preset needs its “header”: the list of the file's columns"));
    rule.more = top.flag("more_columns");
    return rule;
}

} // namespace

std::string_view toText(PresetKind kind)
{
    switch (kind) {
    case PresetKind::Events:
        return "events";
    case PresetKind::Bars:
        return "bars";
    case PresetKind::Ticks:
        return "ticks";
    case PresetKind::Quotes:
        return "quotes";
    case PresetKind::Actions:
        return "actions";
    case PresetKind::Instruments:
        return "instruments";
    }
    return "events";
}

std::vector<std::string> Preset::jsonColumns() const
{
    std::vector<std::string> columns;
    for (const EventRule &event : events)
        columns.insert(columns.end(), event.metadata.columns.begin(), event.metadata.columns.end());
    return columns;
}

int Preset::parserVersion() const
{
    return version * 1000 + LagRules::builtIn().version();
}

Result<Preset> parsePreset(const QString &fileName, const std::string &text)
{
    auto json = base::parseDefinition(text);
    if (!json)
        return Error{ErrorCode::BadInput, fileName + QStringLiteral(": ") + json.error().message};
    JsonDefinition definition(fileName, text);
    ObjectReader top(definition, *json, {});
    Preset preset;
    preset.name = top.requiredText("name");
    preset.title = top.requiredText("title");
    preset.version = top.integer("version", 1);
    if (preset.version < 1 || preset.version > 999'999)
        top.fault("version", Tr::tr("the version must be a whole number from 1 to 999999"));
    top.requiredText("kind");
    preset.kind = oneOf(
        top, "kind",
        std::array<std::pair<std::string_view, PresetKind>, 6>{{{"events", PresetKind::Events},
                                                                {"bars", PresetKind::Bars},
                                                                {"ticks", PresetKind::Ticks},
                                                                {"quotes", PresetKind::Quotes},
                                                                {"actions", PresetKind::Actions},
                                                                {"instruments", PresetKind::Instruments}}},
        PresetKind::Events);
    preset.source = top.requiredText("source");
    preset.header = readHeader(top);
    preset.files = top.texts("files");
    const std::string delimiter = top.text("delimiter", ",");
    if (delimiter.size() != 1 || delimiter[0] == '"' || delimiter[0] == '\n')
        top.fault("delimiter", Tr::tr("the delimiter must be a single character"));
    else
        preset.delimiter = delimiter[0];
    if (top.has("zone"))
        preset.zone = zoneOf(top, "zone");
    preset.numbers.thousands = top.flag("thousands");
    preset.numbers.decimalComma = top.flag("decimal_comma");
    preset.numbers.missing = top.texts("missing");
    preset.firstYear = top.integer("first_year", 1800);
    const bool dated = preset.kind != PresetKind::Instruments;
    if (dated && preset.kind != PresetKind::Events && !top.has("date"))
        top.requiredText("date");
    if (top.has("date"))
        preset.date = readDate(top, "date");
    if (top.has("known"))
        preset.known = readKnown(top, "known");
    preset.id = top.texts("id");
    preset.idIsUuid = top.flag("id_is_uuid");
    if (preset.idIsUuid && (preset.id.size() != 1 || preset.id.front() == "*"))
        top.fault("id_is_uuid", Tr::tr("an id that is a UUID stands in a single column"));
    preset.keep = readTests(top, "keep");
    if (top.has("wide")) {
        ObjectReader wide(definition, top.value("wide"), top.at("wide"));
        preset.wide = WideRule{wide.texts("except")};
        wide.done();
    }
    switch (preset.kind) {
    case PresetKind::Events: {
        const QJsonArray list = top.value("events").toArray();
        if (list.isEmpty())
            top.fault("events", Tr::tr("a preset of events needs the list “events”"));
        for (qsizetype i = 0; i < list.size(); ++i) {
            preset.events.push_back(readEvent(definition, list[i], below(top.at("events"), i)));
            if (!preset.events.back().date && preset.date.columns.empty())
                definition.fault(below(top.at("events"), i),
                                 Tr::tr("the event has no “date”, and neither has the preset"));
        }
        if (preset.id.empty())
            top.fault("id", Tr::tr("a preset of events needs “id”: the columns that name a record"));
        break;
    }
    case PresetKind::Bars:
        preset.bars = readBars(top);
        break;
    case PresetKind::Ticks:
    case PresetKind::Quotes:
        preset.ticks = readTicks(top, preset.kind);
        break;
    case PresetKind::Actions:
        preset.actions = readActions(top);
        break;
    case PresetKind::Instruments:
        preset.instruments = readInstruments(top);
        break;
    }
    top.done();
    if (definition.firstFault())
        return *definition.firstFault();
    return preset;
}

} // namespace core::sources
