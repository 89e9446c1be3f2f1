// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Watches bytes go by in pieces and tells the line of the first that is not UTF-8.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace core::sources {

class Utf8Watch final
{
public:
    /// The next piece; `last` when nothing follows. Fails with a sentence that names the line and the remedy.
    base::Result<void> add(std::string_view piece, bool last = false);

private:
    base::Result<void> check(std::string_view bytes);

    std::string m_unfinished; ///< the beginning of a character that a piece ended in
    std::uint64_t m_line = 1;
};

} // namespace core::sources
