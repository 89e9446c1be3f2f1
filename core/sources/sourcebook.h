// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every source of a workspace: those of the program, and those a person described.
#pragma once

#include "core/sources/provider.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace core::sources {

/// Immutable once it is loaded. Any thread.
class SourceBook final
{
public:
    /// The program's sources and `folder`/*.json, read by its presets and those in `presets`; missing folders
    /// are empty. A file that is wrong is left out, and told of in faults().
    static SourceBook load(const std::filesystem::path &folder, const std::filesystem::path &presets);

    /// Ascending by name.
    [[nodiscard]] const std::vector<const Provider *> &all() const { return m_all; }
    /// Null when there is none of that name.
    [[nodiscard]] const Provider *find(std::string_view name) const;
    /// One sentence a file that could not be used.
    [[nodiscard]] const std::vector<QString> &faults() const { return m_faults; }

private:
    std::vector<std::unique_ptr<const Provider>> m_own;
    std::vector<const Provider *> m_all;
    std::vector<QString> m_faults;
};

} // namespace core::sources
