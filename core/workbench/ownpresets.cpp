// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/ownpresets.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/boundrules.h"
#include "core/sources/lags.h"
#include "core/sources/mapping.h"
#include "core/sources/presets.h"
#include "core/store/files.h"
#include "core/workbench/studyfiles.h"

#include <algorithm>
#include <utility>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

/// Forms of a date that cannot be taken for another: a year of four digits, and the order of day and month
/// told by its place, a name, or the points that only day.month has.
constexpr const char *kPlainFormats[] = {
    "YYYY-M-DTh:mm:ss.fZ",
    "YYYY-M-D h:mm:ss.f Z",
    "YYYY-M-DTh:mmZ",
    "YYYY-M-D h:mm Z",
    "YYYY-M-D",
    "YYYY/M/D h:mm:ss",
    "YYYY/M/D h:mm",
    "YYYY/M/D",
    "YYYYMMDD",
    "D.M.YYYY h:mm:ss",
    "D.M.YYYY h:mm",
    "D.M.YYYY",
    "D MON YYYY",
    "MON D, YYYY",
    "MON D YYYY",
    "D-MON-YYYY",
};

Error unfit(const QString &why)
{
    return {ErrorCode::BadInput, Tr::tr("No preset can be made of this: %1.").arg(why)};
}

std::string listOf(std::span<const std::string> texts)
{
    std::string list = "[";
    for (const std::string &text : texts)
        list += (list.size() > 1 ? ", " : "") + sources::jsonText(text);
    return list + "]";
}

/// A column's name as the rule of a header: "|" parts names there, so that a name with one stands for any.
std::string headerEntry(const std::string &column)
{
    return column.find('|') == std::string::npos ? column : std::string("*");
}

/// That the columns which are used are there, and only once.
Result<void> checkColumns(std::span<const std::string> header, const ColumnMapping &mapping)
{
    if (mapping.date.empty())
        return unfit(Tr::tr("an event needs a date; say which column holds it"));
    for (const std::string &column :
         {mapping.date, mapping.entity, mapping.value, mapping.text, mapping.eventType}) {
        const auto count = column.empty() ? 1 : std::count(header.begin(), header.end(), column);
        if (count == 0)
            return unfit(Tr::tr("the file has no column “%1”").arg(qs(column)));
        if (count > 1)
            return unfit(
                Tr::tr("the file has %1 columns “%2”; give them different names").arg(count).arg(qs(column)));
    }
    if (!mapping.eventType.empty() && !mapping.eventTypeConstant.empty())
        return unfit(Tr::tr("the event type is either a column or one name for all rows"));
    return {};
}

/// The rule for knownAt, as JSON.
Result<std::string> knownOf(const ColumnMapping &mapping)
{
    if (mapping.basis == domain::KnownBasis::Observed)
        return unfit(Tr::tr("“observed” is for what this program fetched itself; choose published, scheduled "
                            "or estimated"));
    if (mapping.lag.empty())
        return sources::jsonText(toText(mapping.basis));
    if (mapping.basis != domain::KnownBasis::Estimated)
        return unfit(Tr::tr("a lag makes the time when an event was known an estimate; choose estimated"));
    if (sources::LagRules::builtIn().lag(mapping.lag))
        return "{\"lag\": " + sources::jsonText(mapping.lag) + "}";
    const auto span = sources::parseSpan(mapping.lag);
    if (!span)
        return unfit(span.error().message);
    return "{\"after\": " + sources::jsonText(mapping.lag) + "}";
}

std::string datesOf(const ColumnMapping &mapping)
{
    std::vector<std::string> formats = mapping.dateFormats;
    if (formats.empty())
        formats.assign(std::begin(kPlainFormats), std::end(kPlainFormats));
    std::string lines;
    for (const std::string &format : formats)
        lines += (lines.empty() ? "" : ",") + std::string("\n      ") + sources::jsonText(format);
    return "{\n    \"column\": " + sources::jsonText(mapping.date) + ",\n    \"format\": [" + lines +
           "\n    ]\n  }";
}

std::string eventOf(const std::string &slug, std::span<const std::string> header,
                    const ColumnMapping &mapping)
{
    const auto constant = [](const std::string &text) { return "{\"is\": " + sources::jsonText(text) + "}"; };
    std::string event = "    {\n      \"event_type\": ";
    if (!mapping.eventType.empty())
        event += sources::jsonText(mapping.eventType);
    else
        event += constant(mapping.eventTypeConstant.empty() ? slug : mapping.eventTypeConstant);
    const std::pair<const char *, const std::string *> columns[] = {
        {"entity", &mapping.entity}, {"value", &mapping.value}, {"text", &mapping.text}};
    for (const auto &[field, column] : columns) {
        if (!column->empty())
            event += ",\n      \"" + std::string(field) + "\": " + sources::jsonText(*column);
    }
    if (!mapping.entity.empty())
        event += ",\n      \"entity_required\": false";
    if (!mapping.unit.empty()) {
        const bool isColumn = std::find(header.begin(), header.end(), mapping.unit) != header.end();
        event +=
            ",\n      \"unit\": " + (isColumn ? sources::jsonText(mapping.unit) : constant(mapping.unit));
    }
    return event + "\n    }";
}

} // namespace

Result<std::string> presetFor(const std::string &name, std::span<const std::string> header,
                              const ColumnMapping &mapping)
{
    const QString fault = fileNameFault(qs(name));
    if (!fault.isEmpty())
        return unfit(Tr::tr("“%1” cannot be its name: %2").arg(qs(name).left(100), fault));
    const std::string slug = sources::slugOf(name, '_');
    if (slug.empty())
        return unfit(Tr::tr("its name needs a letter from a to z or a digit"));
    if (header.empty())
        return unfit(Tr::tr("the file has no header"));
    if (auto good = checkColumns(header, mapping); !good)
        return good.error();
    const auto known = knownOf(mapping);
    if (!known)
        return known.error();
    std::vector<std::string> columns;
    for (const std::string &column : header)
        columns.push_back(headerEntry(column));
    std::string json =
        "{\n  \"name\": " + sources::jsonText(name) +
        ",\n  \"title\": " + sources::jsonText(base::utf8(Tr::tr("%1, mapped by hand").arg(qs(name)))) +
        ",\n  \"version\": 1,\n  \"kind\": \"events\",\n  \"source\": " + sources::jsonText(slug) +
        ",\n  \"header\": " + listOf(columns);
    if (mapping.delimiter != ',')
        json += ",\n  \"delimiter\": " + sources::jsonText(std::string_view(&mapping.delimiter, 1));
    json += ",\n  \"zone\": " + sources::jsonText(mapping.zone.empty() ? "UTC" : mapping.zone);
    if (mapping.decimalComma)
        json += ",\n  \"decimal_comma\": true,\n  \"thousands\": true";
    json += ",\n  \"date\": " + datesOf(mapping) + ",\n  \"known\": " + *known +
            ",\n  \"id\": [\"*\"],\n  \"events\": [\n" + eventOf(slug, header, mapping) + "\n  ]\n}\n";
    const auto preset = sources::parsePreset(qs(name), json);
    if (!preset)
        return preset.error();
    const auto fits =
        sources::Mapper::bind(*preset, std::vector<std::string>(header.begin(), header.end()), {});
    if (!fits)
        return fits.error();
    return json;
}

Result<std::filesystem::path> savePreset(const Workbench &bench, const std::string &name,
                                         const std::string &json, bool replace)
{
    const QString fault = fileNameFault(qs(name));
    if (!fault.isEmpty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” cannot be a preset's name: %2.").arg(qs(name).left(100), fault)};
    const auto preset = sources::parsePreset(qs(name), json);
    if (!preset)
        return preset.error();
    if (preset->name != name)
        return Error{ErrorCode::BadInput,
                     Tr::tr("The preset calls itself “%1”, so that it cannot be saved as “%2”.")
                         .arg(qs(preset->name), qs(name))};
    const std::filesystem::path folder = bench.folder() / "presets";
    const std::filesystem::path place = folder / std::filesystem::path(name + ".json");
    const auto all = sources::PresetList::load(folder);
    if (!all)
        return all.error();
    const auto same = std::ranges::find(all->all(), name, &sources::Preset::name);
    std::error_code failure;
    if (!replace && (same != all->all().end() || std::filesystem::exists(place, failure)))
        return Error{
            ErrorCode::BadInput,
            Tr::tr("There is a preset “%1” already; choose another name, or replace it.").arg(qs(name))};
    if (auto made = store::makeFolder(folder); !made)
        return made.error();
    if (auto written = store::writeSmallFile(place, json); !written)
        return written.error();
    return place;
}

} // namespace core::workbench
