// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people write them: the form is found by trying, the order of day and month from the whole column.
#pragma once

#include "core/sources/dates.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::sources {

/// A column of dates: look at every text first, then decide(), then read them. One thread.
class FreeDates final
{
public:
    struct Reading {
        LocalTime at;
        std::size_t length = 0;   ///< bytes of the text that are the date and its time
        std::string_view pattern; ///< as DatePattern has it
        std::string_view words;   ///< "day.month.year"
    };

    /// Notes what the date at the beginning of a text says about the order of day and month.
    void look(std::string_view text);
    /// Any part above 12 decides. When the column has both orders, and neither is rare, texts that could be
    /// either are not read. When nothing decides, 3/4 is month/day and 3.4. and 3-4 are day and month.
    void decide();

    /// The date at the beginning of a text, with its time when it has one; behind it comes the end, a blank
    /// or one of , ; : | " ) and tab. Else why not, a phrase such as "it names no day".
    std::optional<Reading> read(std::string_view text, QString &why) const;
    /// A sentence about the order when it mattered; else empty.
    [[nodiscard]] QString orderNote() const;

private:
    enum class Order : std::uint8_t { Open, DayFirst, MonthFirst, Mixed };

    [[nodiscard]] std::optional<Reading> readForms(std::string_view text, bool &isAmbiguous) const;

    Order m_order = Order::Open;
    std::uint64_t m_dayFirst = 0;   ///< texts that can only be day, month
    std::uint64_t m_monthFirst = 0; ///< and only month, day
    std::uint64_t m_either = 0;
    std::string m_example; ///< the first that could be either
};

/// The patterns that read a column, the most frequent first, for a preset's "format"; `note` is about the
/// order of day and month, if there is anything to say. Empty when fewer than half of the texts are dates.
std::vector<std::string> datePatternsOf(std::span<const std::string> texts, QString &note);

} // namespace core::sources
