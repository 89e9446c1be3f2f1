// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts in cells that a spreadsheet may open: an apostrophe keeps a formula from running, and comes off
// again.
#pragma once

#include <string>
#include <string_view>

namespace core::domain {

/// Whether a spreadsheet would run the text as a formula (OWASP ASVS 1.2.10, CWE-1236), or it is such a text
/// behind apostrophes. A text that fully is a number is none.
bool needsApostrophe(std::string_view text);

/// The text behind the apostrophe that was put before it; any other text as it is. For every text,
/// withoutApostrophe(needsApostrophe(text) ? "'" + text : text) == text.
std::string_view withoutApostrophe(std::string_view cell);

} // namespace core::domain
