// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What can still be read of a JSON text that breaks off or goes wrong: a connection that ends early must not
// cost the records that came whole. And what the on-demand parser may be given: it checks only what it is
// asked for, and once it has met a fault, the next question may crash it.
#pragma once

#include <string>
#include <string_view>

namespace core::sources::json {

struct Closed {
    std::string text; ///< correct JSON (RFC 8259) in UTF-8; empty when nothing can be kept
    bool wasBroken = false;
};

/// The text, if it is JSON; else up to the last comma before its first fault, with what was open there
/// closed: a value that was cut in the middle is left out, so no number loses its last digits. Bare control
/// characters within texts become blanks, and bytes that are not UTF-8 are read as Latin-1. Deeper than 256
/// levels is a fault.
Closed closed(std::string_view text);

} // namespace core::sources::json
