// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filterpredicate.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace core::domain {
namespace {

using base::Error;
using base::Instant;
using base::Result;
using base::Tr;
using Node = FilterNode::Kind;

constexpr std::int64_t kPatternMemory = 1 << 20; ///< a quarter of it may be the program
constexpr std::size_t kPatternBytes = 4096;

/// A field's value as the rules see it: text, number or instant; `present` is false when it is missing.
struct Datum {
    enum class Kind : std::uint8_t { Missing, Text, Number, Instant };
    Kind kind = Kind::Missing;
    std::string_view text;
    std::string storage; ///< holds `text` when it does not live in the event
    double number = 0;
    Instant instant;
};

/// An event seen through the fields of the grammar; what is costly is made once and on demand.
class Subject
{
public:
    explicit Subject(const Event &event)
        : m_event(event)
    {}

    Datum datum(const Comparison &comparison)
    {
        const Event &e = m_event;
        switch (comparison.field) {
        case Field::Id:
            return owned(base::toText(e.id));
        case Field::Revision:
            return number(e.revision);
        case Field::Seq:
            return number(static_cast<double>(e.seq));
        case Field::Timestamp:
            return instant(e.timestamp);
        case Field::KnownAt:
            return instant(e.knownAt);
        case Field::KnownBasis:
            return text(toText(e.knownBasis));
        case Field::Precision:
            return text(toText(e.precision));
        case Field::Source:
            return text(e.source);
        case Field::EventType:
            return text(e.eventType);
        case Field::Entity:
            return text(e.entity);
        case Field::Value:
            return number(e.value);
        case Field::Unit:
            return text(e.unit);
        case Field::Text:
            return text(e.text);
        case Field::Metadata:
            return text(e.metadata);
        case Field::RawSha256:
            return owned(base::toHex(e.rawSha256));
        case Field::Parser:
            return text(e.parser);
        case Field::ParserVersion:
            return number(e.parserVersion);
        case Field::IngestedAt:
            return instant(e.ingestedAt);
        case Field::Meta:
            return meta(comparison.path);
        }
        return {};
    }

    const std::string &foldedText()
    {
        if (!m_folded)
            m_folded = foldText(m_event.text);
        return *m_folded;
    }

private:
    static Datum text(std::string_view value)
    {
        Datum datum;
        datum.kind = value.empty() ? Datum::Kind::Missing : Datum::Kind::Text;
        datum.text = value;
        return datum;
    }
    static Datum owned(std::string value)
    {
        Datum datum;
        datum.kind = value.empty() ? Datum::Kind::Missing : Datum::Kind::Text;
        datum.storage = std::move(value);
        return datum;
    }
    static Datum number(double value)
    {
        Datum datum;
        datum.kind = std::isnan(value) ? Datum::Kind::Missing : Datum::Kind::Number;
        datum.number = value;
        return datum;
    }
    static Datum instant(Instant value)
    {
        Datum datum;
        datum.kind = value.isValid() ? Datum::Kind::Instant : Datum::Kind::Missing;
        datum.instant = value;
        return datum;
    }

    Datum meta(const std::vector<std::string> &path)
    {
        if (!m_parsed) {
            m_parsed = true;
            if (!m_event.metadata.empty()) {
                const auto parsed = m_parser.parse(m_event.metadata).get(m_meta);
                m_hasMeta = parsed == simdjson::SUCCESS;
            }
        }
        if (!m_hasMeta)
            return {};
        simdjson::dom::element at = m_meta;
        for (const std::string &key : path) {
            simdjson::dom::object object;
            if (at.get(object) != simdjson::SUCCESS || object.at_key(key).get(at) != simdjson::SUCCESS)
                return {};
        }
        switch (at.type()) {
        case simdjson::dom::element_type::STRING:
            return text(at.get_string().value_unsafe());
        case simdjson::dom::element_type::BOOL:
            return text(at.get_bool().value_unsafe() ? "true" : "false");
        case simdjson::dom::element_type::INT64:
        case simdjson::dom::element_type::UINT64:
        case simdjson::dom::element_type::DOUBLE: {
            Datum datum = number(at.get_double().value_unsafe());
            datum.storage = base::canonicalNumber(datum.number);
            return datum;
        }
        case simdjson::dom::element_type::ARRAY:
        case simdjson::dom::element_type::OBJECT:
        case simdjson::dom::element_type::NULL_VALUE:
            return {};
        }
        return {};
    }

    const Event &m_event;
    std::optional<std::string> m_folded;
    simdjson::dom::parser m_parser;
    simdjson::dom::element m_meta;
    bool m_parsed = false;
    bool m_hasMeta = false;
};

std::string_view textOf(const Datum &datum)
{
    return datum.storage.empty() ? datum.text : std::string_view(datum.storage);
}

template <typename T>
bool holds(CompareOp op, const T &a, const T &b)
{
    switch (op) {
    case CompareOp::Equal:
        return a == b;
    case CompareOp::NotEqual:
        return a != b;
    case CompareOp::Less:
        return a < b;
    case CompareOp::LessEqual:
        return a <= b;
    case CompareOp::Greater:
        return a > b;
    case CompareOp::GreaterEqual:
        return a >= b;
    default:
        return false;
    }
}

/// Whether datum op literal holds; a literal of another sort than the datum can be read as makes it false.
bool compares(const Datum &datum, CompareOp op, const Literal &literal)
{
    if (const auto *number = std::get_if<double>(&literal)) {
        const double value = datum.kind == Datum::Kind::Number ? datum.number : fullNumber(textOf(datum));
        return !std::isnan(value) && holds(op, value, *number);
    }
    if (const auto *instant = std::get_if<Instant>(&literal))
        return datum.kind == Datum::Kind::Instant && holds(op, datum.instant, *instant);
    const std::string_view wanted = std::get<std::string>(literal);
    const std::string_view text = textOf(datum);
    if (op == CompareOp::Contains)
        return text.find(wanted) != std::string_view::npos;
    return holds(op, text, wanted);
}

bool passesComparison(const Comparison &comparison, const FilterPatterns &patterns, Subject &subject)
{
    const Datum datum = subject.datum(comparison);
    if (datum.kind == Datum::Kind::Missing)
        return false;
    if (comparison.op == CompareOp::Matches) {
        const auto pattern = patterns.find(std::get<std::string>(comparison.literal));
        return pattern != patterns.end() && re2::RE2::PartialMatch(textOf(datum), *pattern->second);
    }
    if (comparison.op == CompareOp::In) {
        return std::any_of(comparison.members.begin(), comparison.members.end(),
                           [&](const SetMember &member) {
                               if (std::holds_alternative<std::string>(member.low))
                                   return compares(datum, CompareOp::Equal, member.low);
                               return compares(datum, CompareOp::GreaterEqual, member.low) &&
                                      compares(datum, CompareOp::LessEqual, member.high);
                           });
    }
    return compares(datum, comparison.op, comparison.literal);
}

bool passesNode(const FilterNode &node, const FilterPatterns &patterns, Subject &subject)
{
    const auto passesChild = [&](const FilterNode &child) { return passesNode(child, patterns, subject); };
    switch (node.kind) {
    case Node::All:
        return true;
    case Node::And:
        return std::all_of(node.children.begin(), node.children.end(), passesChild);
    case Node::Or:
        return std::any_of(node.children.begin(), node.children.end(), passesChild);
    case Node::Not:
        return !passesChild(node.children.front());
    case Node::Comparison:
        return passesComparison(node.comparison, patterns, subject);
    case Node::Search:
        return subject.foldedText().find(node.needle) != std::string::npos;
    }
    return false;
}

Result<void> collect(const FilterNode &node, FilterPatterns &patterns)
{
    for (const FilterNode &child : node.children) {
        const Result<void> collected = collect(child, patterns);
        if (!collected)
            return collected;
    }
    if (node.kind != Node::Comparison || node.comparison.op != CompareOp::Matches)
        return {};
    const auto &pattern = std::get<std::string>(node.comparison.literal);
    if (patterns.contains(pattern))
        return {};
    if (pattern.size() > kPatternBytes)
        return Error{base::ErrorCode::BadInput,
                     Tr::tr("A pattern after “matches” is longer than %1 bytes.").arg(kPatternBytes)};
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(kPatternMemory);
    auto compiled = std::make_unique<re2::RE2>(pattern, options);
    if (!compiled->ok()) {
        return Error{base::ErrorCode::BadInput, Tr::tr("The pattern “%1” cannot be used (%2).")
                                                    .arg(base::qs(std::string_view(pattern).substr(0, 80)),
                                                         base::qs(compiled->error()))};
    }
    patterns.emplace(pattern, std::move(compiled));
    return {};
}

} // namespace

base::Result<FilterPatterns> compilePatterns(const FilterNode &root)
{
    FilterPatterns patterns;
    const Result<void> collected = collect(root, patterns);
    if (!collected)
        return collected.error();
    return patterns;
}

bool passes(const FilterNode &root, const FilterPatterns &patterns, const Event &event)
{
    Subject subject(event);
    return passesNode(root, patterns, subject);
}

} // namespace core::domain
