// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a preset bound to the columns of one file: they turn a record's fields into texts, numbers,
// instants.
#pragma once

#include "core/sources/preset.h"
#include "core/sources/refusals.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::sources {

/// One record; in a wide file, one series of it.
struct Row {
    std::span<const std::string_view> fields;
    std::uint64_t line = 0;
    int seriesColumn = -1;

    [[nodiscard]] std::string_view field(int column) const
    {
        return fields[static_cast<std::size_t>(column)];
    }
};

/// Why a rule gave nothing, and the column to blame.
struct Fault {
    RefusalKind kind = RefusalKind::NoValue;
    int column = -1;
};

/// The header of a file: names to positions.
class Header final
{
public:
    Header(std::vector<std::string> names, std::string fileStem, bool forSpreadsheets);

    [[nodiscard]] const std::vector<std::string> &names() const { return m_names; }
    [[nodiscard]] const std::string &name(int column) const
    {
        return m_names[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] const std::string &fileStem() const { return m_fileStem; }
    /// Whether an apostrophe may stand before what looks like a formula.
    [[nodiscard]] bool forSpreadsheets() const { return m_forSpreadsheets; }
    [[nodiscard]] bool has(const std::string &name) const;
    /// Fails with the column's name when it is not there.
    [[nodiscard]] base::Result<int> find(const std::string &name) const;
    [[nodiscard]] base::Result<std::vector<int>> find(const std::vector<std::string> &names) const;

private:
    std::vector<std::string> m_names;
    std::string m_fileStem;
    bool m_forSpreadsheets = false;
};

class BoundText final
{
public:
    static base::Result<BoundText> bind(const TextRule &rule, const Header &header);

    [[nodiscard]] bool exists() const { return m_rule.from != TextRule::From::Nothing; }
    [[nodiscard]] char split() const { return m_rule.split; }
    /// The text, empty when there is none. Nothing when the rule does not know the word. `scratch` may hold
    /// the text.
    std::optional<std::string_view> read(const Row &row, std::string &scratch) const;
    /// The column to blame.
    [[nodiscard]] int column() const { return m_columns.empty() ? -1 : m_columns.front(); }

private:
    std::optional<std::string_view> reworked(std::string_view text, std::string &scratch) const;
    std::string_view countryOfPoint(const Row &row) const;

    TextRule m_rule;
    std::vector<int> m_columns;
    std::vector<int> m_point; ///< latitude and longitude, or nothing
    const Header *m_header = nullptr;
    bool m_plain = false; ///< one column as it stands
};

class BoundNumber final
{
public:
    static base::Result<BoundNumber> bind(const NumberRule &rule, const Header &header,
                                          const NumberStyle &style);

    [[nodiscard]] bool exists() const { return m_rule.from != NumberRule::From::Nothing; }
    /// Value or Missing (NaN), else a fault.
    NumberState read(const Row &row, double &value) const;
    [[nodiscard]] int column(const Row &row) const;

private:
    NumberState field(const Row &row, int column, double &value) const;

    NumberRule m_rule;
    NumberStyle m_style;
    std::vector<int> m_columns;
};

class BoundDate final
{
public:
    static base::Result<BoundDate> bind(const DateRule &rule, const Header &header, const Preset &preset,
                                        const std::optional<base::Zone> &zone);

    [[nodiscard]] bool exists() const { return !m_columns.empty(); }
    /// The wall-clock reading, or the fault.
    bool read(const Row &row, LocalTime &at, Fault &fault) const;
    [[nodiscard]] const base::Zone &zone() const { return m_zone; }
    [[nodiscard]] int column() const { return m_columns.front(); }

private:
    DateRule m_rule;
    std::vector<int> m_columns;
    base::Zone m_zone;
    int m_firstYear = 1800;
};

class BoundTest final
{
public:
    static base::Result<BoundTest> bind(const TestRule &rule, const Header &header);

    [[nodiscard]] bool passes(const Row &row) const;
    [[nodiscard]] const std::string &reason() const { return m_rule.reason; }
    [[nodiscard]] int column() const { return m_column; }

private:
    TestRule m_rule;
    int m_column = -1;
};

/// The metadata of a row as canonical JSON.
class BoundMeta final
{
public:
    static base::Result<BoundMeta> bind(const std::vector<MetaRule> &rules, const Header &header,
                                        const NumberStyle &style);

    /// Key and JSON value of everything the row has, ascending by key; false with the fault when one cannot
    /// be read.
    bool read(const Row &row, std::vector<std::pair<std::string, std::string>> &entries, Fault &fault) const;

private:
    struct Entry {
        MetaRule rule;
        BoundText text;
        BoundNumber number;
        BoundTest test;
    };
    std::vector<Entry> m_entries;
};

/// {"a":1,"b":"x"}, keys ascending; empty for no entries.
std::string writeMeta(const std::vector<std::pair<std::string, std::string>> &entries);
/// A text as JSON (RFC 8785).
std::string jsonText(std::string_view text);
/// The middle of "$1,001 - $15,000"; the number of "Over $50,000,000"; NaN when there is none.
double middleOfBand(std::string_view text);
/// "Fed's Chair Powell speech" becomes "feds_chair_powell_speech": lower-case letters and digits, runs of the
/// rest joined.
std::string slugOf(std::string_view text, char join);

} // namespace core::sources
