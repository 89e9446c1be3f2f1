// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// All presets at hand, the program's and the user's, and which of them a file's header asks for.
#pragma once

#include "core/sources/preset.h"

#include <filesystem>
#include <span>

namespace core::sources {

/// What the user asked to import; each takes presets of these kinds.
enum class ImportWhat : std::uint8_t { Bars, Events, Ticks };

/// bars: bars, actions, instruments; ticks: ticks and quotes.
bool belongsTo(PresetKind kind, ImportWhat what);

class PresetList final
{
public:
    /// The presets of the program and, when `userFolder` is not empty and exists, its *.json; one of the same
    /// name as a preset of the program replaces it. Fails with the first fault: file, line, what.
    static base::Result<PresetList> load(const std::filesystem::path &userFolder = {});

    [[nodiscard]] std::span<const Preset> all() const { return m_presets; }
    /// Fails with a sentence that lists the names.
    [[nodiscard]] base::Result<const Preset *> find(std::string_view name, ImportWhat what) const;
    /// The preset whose header names the most of the file's columns. Between equals the file's name decides
    /// (`files` of the preset, "*" matches anything); fails with a sentence listing the candidates when it
    /// does not, or when no preset fits.
    [[nodiscard]] base::Result<const Preset *> recognise(std::span<const std::string> header,
                                                         const std::string &fileName, ImportWhat what) const;

private:
    std::vector<Preset> m_presets;
};

/// How many columns of the header the rule names one by one; -1 when the header does not fit.
int headerFit(const HeaderRule &rule, std::span<const std::string> header);
/// Whether a name fits a pattern in which * stands for any run of characters.
bool nameFits(std::string_view pattern, std::string_view name);

} // namespace core::sources
