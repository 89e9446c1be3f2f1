// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A folder for data that is needed for a while; it goes with everything in it.
#pragma once

#include <filesystem>

namespace core::workbench {

class Scratch final
{
public:
    /// In `parent`, or where the system keeps temporary files; what cannot be made shows when it is used.
    explicit Scratch(const std::filesystem::path &parent);
    ~Scratch();
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace core::workbench
