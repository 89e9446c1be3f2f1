// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Presets that a person makes for files no preset knows: presets/NAME.json in the workspace.
#pragma once

#include "core/domain/event.h"
#include "core/workbench/workbench.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace core::workbench {

/// What the user mapped by hand when no preset fits: columns to fields; empty: there is none.
struct ColumnMapping {
    std::string date, entity, value, text, eventType;
    std::string eventTypeConstant; ///< instead of the column; both empty: the preset's name
    std::string unit;              ///< a column, or else the unit itself
    std::string zone;              ///< in which dates are meant; empty: UTC
    domain::KnownBasis basis = domain::KnownBasis::Estimated;
    std::string lag; ///< with Estimated: "45d", or the name of a rule of lags.json
    char delimiter = ',';
    std::vector<std::string> dateFormats{}; ///< patterns such as "D/M/YYYY"; empty: every form that cannot be
                                            ///< misread, so none of 03/04/2012
    bool decimalComma = false;              ///< values are written 3,5
};

/// Makes a preset for a file whose header no preset knows; the text is JSON a person can read and edit. Fails
/// with a sentence.
base::Result<std::string> presetFor(const std::string &name, std::span<const std::string> header,
                                    const ColumnMapping &mapping);

/// Saves a preset into presets/ of the workspace (checked first by parsePreset). Fails (BadInput) when the
/// name is no file name or another than the preset's own, and, unless asked to replace, when the workspace or
/// the program has one of that name.
base::Result<std::filesystem::path> savePreset(const Workbench &bench, const std::string &name,
                                               const std::string &json, bool replace);

} // namespace core::workbench
