// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/scratch.h"

#include "core/base/uuid.h"

namespace core::workbench {

Scratch::Scratch(const std::filesystem::path &parent)
    : m_path((parent.empty() ? std::filesystem::temp_directory_path() : parent) /
             ("foreshock-" + toText(base::freshUuid())))
{
    std::error_code ignored;
    std::filesystem::create_directories(m_path, ignored);
}

Scratch::~Scratch()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

} // namespace core::workbench
