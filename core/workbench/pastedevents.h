// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// "Paste dates": a column of dates and values from the clipboard becomes an event set and a question.
#pragma once

#include "core/base/instant.h"
#include "core/workbench/workbench.h"

#include <QString>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::workbench {

struct PastedEvent {
    std::uint64_t line = 0;
    base::Instant at;     ///< of a whole day its beginning in the zone
    bool wholeDay = true; ///< no time was given
    double value = std::numeric_limits<double>::quiet_NaN();
    std::string text;
};

struct PastedDates {
    std::vector<PastedEvent> events;                        ///< in the order of the lines
    std::vector<std::pair<std::uint64_t, QString>> refused; ///< line, reason
    bool hasValues = false;
    std::string pattern;        ///< how dates were read: "day.month.year"; several joined by " and "
    std::vector<QString> notes; ///< ambiguities: "“03/04/2012” was read as month/day; …"
    std::string zone = "UTC";   ///< in which they were read
};

/// Reads what a person pastes: one event a line, a date (ISO, US, European, "3 March 2011", with or without
/// time and offset), optionally a value and a text, parted by tab, comma, semicolon, bar or blanks. A header
/// line is skipped, a decimal comma understood, duplicates are counted once and said. Whether day or month
/// comes first, and what a comma in a number means, is decided from the whole column and said in the notes.
/// Pure; any thread. Never fails: lines it cannot read are refused with a reason.
PastedDates readPastedDates(std::string_view text, const std::string &zone);

/// Stores them as events (source "pasted", event_type the slug of the name, no entity, precision day unless a
/// time was given, known_basis estimated when the day or the instant was over) through the importer. The
/// pasted text itself goes into the vault too. Pasting the same again adds nothing; the same date and text
/// with another value is a new version of the event. Returns the filter that selects them
/// ("event_type == my_dates and source == pasted"). Fails when there are none, when the name has no letter or
/// digit, and as an import.
base::Result<std::string> storePastedDates(const Workbench &bench, const std::string &name,
                                           const PastedDates &dates, const std::string &originalText,
                                           const Job &job);

/// A study that asks assets about an event set: windows [0,0], [1,1], [1,5], [1,21] and the placebo [-5,-1],
/// defaults otherwise; JSON text, ready for the editor.
std::string studyFor(const std::string &name, const std::string &filter,
                     const std::vector<std::string> &assets);

} // namespace core::workbench
