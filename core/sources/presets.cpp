// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/presets.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/embedded.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

QString joined(const std::vector<const Preset *> &presets)
{
    QStringList names;
    for (const Preset *preset : presets)
        names.append(qs(preset->name));
    return names.join(QStringLiteral(", "));
}

QString shownHeader(std::span<const std::string> header)
{
    QStringList names;
    for (const std::string &name : header.first(std::min<std::size_t>(header.size(), 12)))
        names.append(qs(std::string_view(name).substr(0, 60)));
    if (header.size() > 12)
        names.append(QStringLiteral("…"));
    return names.join(QStringLiteral(", "));
}

bool isOneOf(const std::vector<std::string> &names, const std::string &column)
{
    return std::find(names.begin(), names.end(), column) != names.end();
}

/// A preset, the columns of its header that the file lacks, and those of the file that it does not know.
struct Near {
    const Preset *preset = nullptr;
    std::size_t shared = 0;
    std::vector<std::string> missing, unknown;
};

Near nearness(const Preset &preset, std::span<const std::string> header)
{
    Near near{&preset, 0, {}, {}};
    for (const std::vector<std::string> &names : preset.header.columns) {
        const bool there = std::any_of(header.begin(), header.end(),
                                       [&](const std::string &column) { return isOneOf(names, column); });
        if (there)
            ++near.shared;
        else if (names[0] != "*")
            near.missing.push_back(names[0]);
    }
    for (const std::string &column : header) {
        const bool known =
            preset.header.more ||
            std::any_of(preset.header.columns.begin(), preset.header.columns.end(),
                        [&](const auto &names) { return names[0] == "*" || isOneOf(names, column); });
        if (!known)
            near.unknown.push_back(column);
    }
    return near;
}

/// "; the nearest, x, also needs a, b": the preset that differs the least, if it shares half of its columns.
QString nearestOf(std::span<const Preset> presets, std::span<const std::string> header, ImportWhat what)
{
    Near best;
    for (const Preset &preset : presets) {
        Near near = nearness(preset, header);
        const auto differing = [](const Near &one) { return one.missing.size() + one.unknown.size(); };
        if (!belongsTo(preset.kind, what) || near.shared < 2 || near.shared < near.missing.size())
            continue;
        if (!best.preset || differing(near) < differing(best) ||
            (differing(near) == differing(best) && near.shared > best.shared))
            best = std::move(near);
    }
    if (!best.preset)
        return {};
    const QString name = qs(best.preset->name);
    if (!best.missing.empty())
        return Tr::tr("; the nearest, %1, also needs %2").arg(name, shownHeader(best.missing));
    if (!best.unknown.empty())
        return Tr::tr("; the nearest, %1, has no %2").arg(name, shownHeader(best.unknown));
    return Tr::tr("; the nearest, %1, has its columns in another order").arg(name);
}

} // namespace

bool belongsTo(PresetKind kind, ImportWhat what)
{
    switch (what) {
    case ImportWhat::Bars:
        return kind == PresetKind::Bars || kind == PresetKind::Actions || kind == PresetKind::Instruments;
    case ImportWhat::Events:
        return kind == PresetKind::Events;
    case ImportWhat::Ticks:
        return kind == PresetKind::Ticks || kind == PresetKind::Quotes;
    }
    return false;
}

bool nameFits(std::string_view pattern, std::string_view name)
{
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos)
        return pattern == name;
    if (name.substr(0, star) != pattern.substr(0, star))
        return false;
    const std::string_view rest = pattern.substr(star + 1);
    for (std::size_t at = star; at <= name.size(); ++at) {
        if (nameFits(rest, name.substr(at)))
            return true;
    }
    return false;
}

int headerFit(const HeaderRule &rule, std::span<const std::string> header)
{
    if (rule.more ? header.size() < rule.columns.size() : header.size() != rule.columns.size())
        return -1;
    int named = 0;
    std::size_t at = 0;
    for (const std::vector<std::string> &names : rule.columns) {
        const auto fits = [&names](const std::string &column) {
            return names[0] == "*" || std::find(names.begin(), names.end(), column) != names.end();
        };
        if (rule.more) { // the order is free: JSON has none
            if (std::none_of(header.begin(), header.end(), fits))
                return -1;
        } else if (!fits(header[at])) {
            return -1;
        }
        named += names[0] == "*" ? 0 : 2;
        ++at;
    }
    return rule.more ? std::max(0, named - 1) : named; // an exact header is worth more than a part of one
}

Result<PresetList> PresetList::load(const std::filesystem::path &userFolder)
{
    PresetList list;
    for (const EmbeddedFile &file : embeddedPresets()) {
        auto preset = parsePreset(qs(file.name), std::string(file.text));
        if (!preset)
            return preset.error();
        list.m_presets.push_back(std::move(*preset));
    }
    std::error_code failure;
    if (userFolder.empty() || !std::filesystem::is_directory(userFolder, failure))
        return list;
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(userFolder, failure)) {
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto &path : files) {
        std::ifstream file(path, std::ios::binary);
        std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        if (!file && text.empty())
            return Error{ErrorCode::BadInput, Tr::tr("The preset %1 cannot be read.").arg(qs(path.string()))};
        auto preset = parsePreset(qs(path.string()), text);
        if (!preset)
            return preset.error();
        const auto same = std::find_if(list.m_presets.begin(), list.m_presets.end(),
                                       [&](const Preset &other) { return other.name == preset->name; });
        if (same != list.m_presets.end())
            *same = std::move(*preset);
        else
            list.m_presets.push_back(std::move(*preset));
    }
    return list;
}

Result<const Preset *> PresetList::find(std::string_view name, ImportWhat what) const
{
    std::vector<const Preset *> candidates;
    for (const Preset &preset : m_presets) {
        if (!belongsTo(preset.kind, what))
            continue;
        if (preset.name == name)
            return &preset;
        candidates.push_back(&preset);
    }
    return Error{
        ErrorCode::BadInput,
        Tr::tr("There is no preset “%1” for this import; there are %2.").arg(qs(name), joined(candidates))};
}

Result<const Preset *> PresetList::recognise(std::span<const std::string> header, const std::string &fileName,
                                             ImportWhat what) const
{
    int best = 0;
    std::vector<const Preset *> fitting;
    std::vector<const Preset *> others;
    for (const Preset &preset : m_presets) {
        const int fit = headerFit(preset.header, header);
        if (fit < 0)
            continue;
        if (!belongsTo(preset.kind, what)) {
            others.push_back(&preset);
            continue;
        }
        if (fit > best)
            fitting.clear();
        if (fit >= best) {
            best = fit;
            fitting.push_back(&preset);
        }
    }
    if (fitting.size() > 1) {
        std::vector<const Preset *> named;
        for (const Preset *preset : fitting) {
            if (std::any_of(preset->files.begin(), preset->files.end(),
                            [&](const std::string &pattern) { return nameFits(pattern, fileName); }))
                named.push_back(preset);
        }
        if (named.size() == 1)
            fitting = named;
    }
    if (fitting.size() == 1)
        return fitting.front();
    if (fitting.size() > 1)
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 could be read by several presets: %2; choose one with --preset.")
                         .arg(qs(fileName), joined(fitting))};
    if (!others.empty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 is not a file for this import, but %2 can read it: use import %3.")
                         .arg(qs(fileName), joined(others),
                              belongsTo(others.front()->kind, ImportWhat::Events)  ? QStringLiteral("events")
                              : belongsTo(others.front()->kind, ImportWhat::Ticks) ? QStringLiteral("ticks")
                                                                                   : QStringLiteral("bars"))};
    return Error{ErrorCode::BadInput,
                 Tr::tr("No preset knows the header of %1 (%2)%3; name one with --preset or write your own.")
                     .arg(qs(fileName), shownHeader(header), nearestOf(m_presets, header, what))};
}

} // namespace core::sources
