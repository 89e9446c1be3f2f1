// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The one filter grammar of Foreshock (events queries, studies, rules), as a plain tree that two evaluators
// share: `matches` here and the SQL of core/store.
//
//   source == usgs and value >= 6.5 and entity in {JP, TW} and timestamp >= 2011-01-01 and meta.depth < 70
//   and "strike"
//
// The rules both evaluators keep:
// * Two-valued. A missing field makes every comparison false, != too; `not` inverts. Empty text, NaN, the
// missing
//   instant, JSON null and an absent key are missing.
// * A Number literal compares as double, and only with a field that is a number or whose text fully parses as
// one:
//   [+-]?(D+(.D*)?|.D+)([eE][+-]?D+)? with D = 0-9 and a finite result; no blanks, no hex, no inf, no nan.
// * A Text literal compares byte by byte. JSON booleans are the texts true and false, JSON numbers their
// canonical text
//   (RFC 8785); JSON objects and arrays count as missing.
// * An Instant literal occurs only with timestamp, known_at and ingested_at.
// * contains is an exact substring; a Search is a substring of foldText(text). `text contains X` is parsed
// into a Search.
// * matches is RE2 with its default options, anywhere in the raw text.
#pragma once

#include "core/domain/event.h"

#include <compare>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace core::domain {

/// The columns of the events table that a filter may name, and Meta for meta.KEY.
enum class Field : std::uint8_t {
    Id,
    Revision,
    Seq,
    Timestamp,
    KnownAt,
    KnownBasis,
    Precision,
    Source,
    EventType,
    Entity,
    Value,
    Unit,
    Text,
    Metadata,
    RawSha256,
    Parser,
    ParserVersion,
    IngestedAt,
    Meta,
};

/// What a field's values are: Any (meta.KEY) takes a text or a number literal, Text too.
enum class FieldKind : std::uint8_t { Text, Number, Instant, Any };

struct FieldInfo {
    Field field;
    std::string_view name; ///< as in the events table
    FieldKind kind;
};

/// Every field but Meta, in the order of the table.
std::span<const FieldInfo> filterFields();

enum class CompareOp : std::uint8_t {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Contains,
    Matches,
    In
};

/// "==", "contains", …
std::string_view toText(CompareOp op);

using Literal = std::variant<std::string, double, base::Instant>;

/// One member of a set: a single value when low == high, else both ends included (numbers or instants only).
struct SetMember {
    Literal low;
    Literal high;
    friend bool operator==(const SetMember &, const SetMember &) = default;
};

struct Comparison {
    Field field = Field::Text;
    std::vector<std::string>
        path; ///< the keys of meta.a.b; no key holds a quote, a backslash or a control character
    CompareOp op = CompareOp::Equal;
    Literal literal;                ///< unused by In
    std::vector<SetMember> members; ///< only for In; never empty
    friend bool operator==(const Comparison &, const Comparison &) = default;
};

/// All: every event. And, Or: at least two children. Not: one child. Search: `needle` is folded and not
/// empty.
struct FilterNode {
    enum class Kind : std::uint8_t { All, And, Or, Not, Comparison, Search };
    Kind kind = Kind::All;
    std::vector<FilterNode> children;
    Comparison comparison;
    std::string needle;
    friend bool operator==(const FilterNode &, const FilterNode &) = default;
};

/// A parsed filter. Cheap to copy, immutable, usable from any thread.
class Filter final
{
public:
    /// Parses; relative times are fixed at `now`; blank text is the filter that every event passes. Fails
    /// (BadInput) with the column and what was expected. The tree is in normal order: nested and/or
    /// flattened, operands sorted and without repeats, double negation removed, a set of one value turned
    /// into ==.
    static base::Result<Filter> parse(std::string_view text, base::Instant now);

    [[nodiscard]] const FilterNode &root() const;
    /// The one text of this filter: parse(normalForm()) gives the same tree, whatever `now` is.
    [[nodiscard]] const std::string &normalForm() const;
    /// The in-memory evaluator.
    [[nodiscard]] bool matches(const Event &event) const;

    friend bool operator==(const Filter &a, const Filter &b) { return a.root() == b.root(); }

private:
    struct Compiled;
    explicit Filter(std::shared_ptr<const Compiled> compiled);

    std::shared_ptr<const Compiled> m_compiled;
};

/// The number a text fully is (see the rule above), else NaN.
double fullNumber(std::string_view text);

} // namespace core::domain
