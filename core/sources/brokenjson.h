// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What can still be read of a JSON text that breaks off: a connection that ends early must not cost the
// records that came whole.
#pragma once

#include <string>
#include <string_view>

namespace core::sources::json {

/// The text up to its last comma outside of a string, with what was open there closed; a value that was cut
/// in the middle is left out, so no number loses its last digits. The text itself when it ends as JSON does.
struct Closed {
    std::string text;
    bool wasBroken = false;
};

Closed closed(std::string_view text);

} // namespace core::sources::json
