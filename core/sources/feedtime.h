// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Times as feeds write them: RFC 822 with all its liberties, ISO 8601 in part or whole.
#pragma once

#include "core/base/instant.h"

#include <string_view>

namespace core::sources {

struct FeedTime {
    base::Instant at;   ///< missing: it cannot be read
    bool isDay = false; ///< only the day is told
};

/// "Thu, 05 Sep 2002 00:00:01 GMT", "5 Sep 02 00:00 EST", "2002-09-05T00:00:01-05:00", "2002-09-05"; years of
/// two digits as POSIX (69 to 99 are 19xx). A time without zone is UTC; of a time in a zone that is not known
/// only the day is taken.
FeedTime feedTime(std::string_view text);

} // namespace core::sources
