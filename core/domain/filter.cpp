// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filter.h"

#include "core/base/ascii.h"
#include "core/base/json.h"
#include "core/domain/filterparser.h"
#include "core/domain/filterpredicate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace core::domain {
namespace {

constexpr std::array<FieldInfo, 18> kFields{{
    {Field::Id, "id", FieldKind::Text},
    {Field::Revision, "revision", FieldKind::Number},
    {Field::Seq, "seq", FieldKind::Number},
    {Field::Timestamp, "timestamp", FieldKind::Instant},
    {Field::KnownAt, "known_at", FieldKind::Instant},
    {Field::KnownBasis, "known_basis", FieldKind::Text},
    {Field::Precision, "precision", FieldKind::Text},
    {Field::Source, "source", FieldKind::Text},
    {Field::EventType, "event_type", FieldKind::Text},
    {Field::Entity, "entity", FieldKind::Text},
    {Field::Value, "value", FieldKind::Number},
    {Field::Unit, "unit", FieldKind::Text},
    {Field::Text, "text", FieldKind::Text},
    {Field::Metadata, "metadata", FieldKind::Text},
    {Field::RawSha256, "raw_sha256", FieldKind::Text},
    {Field::Parser, "parser", FieldKind::Text},
    {Field::ParserVersion, "parser_version", FieldKind::Number},
    {Field::IngestedAt, "ingested_at", FieldKind::Instant},
}};

std::string inQuotes(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += c;
        }
    }
    out += '"';
    return out;
}

std::string printLiteral(const Literal &literal)
{
    if (const auto *number = std::get_if<double>(&literal))
        return base::canonicalNumber(*number);
    if (const auto *instant = std::get_if<base::Instant>(&literal))
        return base::toIso(*instant);
    return inQuotes(std::get<std::string>(literal));
}

std::string printField(const Comparison &comparison)
{
    if (comparison.field != Field::Meta)
        return std::string(kFields[static_cast<std::size_t>(comparison.field)].name);
    std::string out = "meta";
    for (const std::string &key : comparison.path) {
        const bool plain = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
            return base::isLetter(c) || base::isDigit(c) || c == '_';
        });
        out += '.';
        out += plain ? key : inQuotes(key);
    }
    return out;
}

std::string printComparison(const Comparison &comparison)
{
    std::string out = printField(comparison);
    out += ' ';
    out += toText(comparison.op);
    out += ' ';
    if (comparison.op != CompareOp::In)
        return out + printLiteral(comparison.literal);
    std::string_view before = "{";
    for (const SetMember &member : comparison.members) {
        out += before;
        out += printLiteral(member.low);
        if (member.low != member.high)
            out += ".." + printLiteral(member.high);
        before = ", ";
    }
    return out + '}';
}

} // namespace

std::span<const FieldInfo> filterFields()
{
    return kFields;
}

std::string_view toText(CompareOp op)
{
    return kOperators[static_cast<std::size_t>(op)];
}

double fullNumber(std::string_view text)
{
    // from_chars knows no "+" and takes "inf" and "nan", so the first character decides
    std::string_view digits = text;
    if (digits.starts_with('+') || digits.starts_with('-'))
        digits.remove_prefix(1);
    const bool digit = !digits.empty() && ((digits[0] >= '0' && digits[0] <= '9') || digits[0] == '.');
    if (!digit)
        return std::nan("");
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size())
        return std::nan("");
    return text[0] == '-' ? -value : value;
}

std::string printFilter(const FilterNode &node)
{
    const auto joined = [&node](std::string_view between) {
        std::string out;
        for (const FilterNode &child : node.children) {
            if (!out.empty())
                out += between;
            const bool inner = child.kind == FilterNode::Kind::And || child.kind == FilterNode::Kind::Or;
            out += inner ? '(' + printFilter(child) + ')' : printFilter(child);
        }
        return out;
    };
    switch (node.kind) {
    case FilterNode::Kind::All:
        return {};
    case FilterNode::Kind::And:
        return joined(" and ");
    case FilterNode::Kind::Or:
        return joined(" or ");
    case FilterNode::Kind::Not:
        return "not " + joined("");
    case FilterNode::Kind::Comparison:
        return printComparison(node.comparison);
    case FilterNode::Kind::Search:
        return "text contains " + inQuotes(node.needle);
    }
    return {};
}

struct Filter::Compiled {
    FilterNode root;
    std::string normalForm;
    FilterPatterns patterns;
};

Filter::Filter(std::shared_ptr<const Compiled> compiled)
    : m_compiled(std::move(compiled))
{}

base::Result<Filter> Filter::parse(std::string_view text, base::Instant now)
{
    base::Result<FilterNode> root = parseFilter(text, now);
    if (!root)
        return root.error();
    base::Result<FilterPatterns> patterns = compilePatterns(*root);
    if (!patterns)
        return patterns.error();
    auto compiled = std::make_shared<Compiled>();
    compiled->normalForm = printFilter(*root);
    compiled->root = std::move(*root);
    compiled->patterns = std::move(*patterns);
    return Filter(std::move(compiled));
}

const FilterNode &Filter::root() const
{
    return m_compiled->root;
}

const std::string &Filter::normalForm() const
{
    return m_compiled->normalForm;
}

bool Filter::matches(const Event &event) const
{
    return passes(m_compiled->root, m_compiled->patterns, event);
}

} // namespace core::domain
