// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What was not taken over from a file, counted by reason, with the first lines of each.
#pragma once

#include "core/sources/recordreader.h"

#include <QString>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace core::sources {

enum class RefusalKind : std::uint8_t {
    NotADate,
    DateOutOfRange,
    NotANumber,
    NumberOutOfRange,
    NoValue,
    UnknownWord,
    NotAnObject,
    LeftOut,
    NoEvent,
    WrongColumnCount,
    RecordTooLong,
    TooManyFields,
    OpenQuote,
    NulByte,
};

/// Why a record that a reader could not make out is refused.
RefusalKind refusalOf(RecordFault fault);

/// One line that was refused, and what stands there (shortened).
struct RefusedLine {
    std::uint64_t line = 0;
    std::string text;
};

struct Refusal {
    RefusalKind kind = RefusalKind::NoValue;
    QString reason; ///< a plain phrase: "Close is not a number"
    std::uint64_t count = 0;
    std::vector<RefusedLine> first; ///< the first few
};

class Refusals final
{
public:
    static constexpr std::size_t kLinesKept = 5;
    static constexpr std::size_t kTextKept = 60; ///< bytes of what stands there

    /// Counts one more of (kind, column, rule); `reason` is asked for its phrase the first time only.
    template <typename Reason>
    void add(RefusalKind kind, int column, int rule, std::uint64_t line, std::string_view text,
             Reason &&reason)
    {
        Refusal &entry = m_entries[{kind, column, rule}];
        m_last = {kind, column, rule};
        m_lastText.assign(text.substr(0, kTextKept));
        if (entry.count == 0) {
            entry.kind = kind;
            entry.reason = reason();
        }
        ++entry.count;
        ++m_total;
        if (entry.first.size() < kLinesKept)
            entry.first.push_back({line, m_lastText});
    }

    [[nodiscard]] std::uint64_t total() const { return m_total; }
    /// The phrase of the newest refusal and what stands there; only after one.
    [[nodiscard]] const QString &lastReason() const { return m_entries.at(m_last).reason; }
    [[nodiscard]] const std::string &lastText() const { return m_lastText; }
    /// The most frequent first; equal phrases joined.
    [[nodiscard]] std::vector<Refusal> list() const;

private:
    using Key = std::tuple<RefusalKind, int, int>;
    std::map<Key, Refusal> m_entries;
    Key m_last{};
    std::string m_lastText;
    std::uint64_t m_total = 0;
};

} // namespace core::sources
