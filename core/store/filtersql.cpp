// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filtersql.h"

#include <algorithm>
#include <array>

namespace core::store {

using base::Instant;
using domain::CompareOp;
using domain::Comparison;
using domain::Field;
using domain::FieldKind;
using domain::Filter;
using domain::FilterNode;
using domain::Literal;
using Node = FilterNode::Kind;

namespace {

/// How a field looks in SQL.
struct Column {
    std::string sql;
    FieldKind kind = FieldKind::Text;
    bool canBeEmpty = true; ///< an empty text is missing
};

Column columnOf(const Comparison &comparison, Parameters &parameters)
{
    if (comparison.field == Field::Meta) {
        std::vector<std::string> path = comparison.path;
        return {"meta_text(metadata, " + parameters.add(std::move(path)) + ")", FieldKind::Any, false};
    }
    if (comparison.field == Field::Id)
        return {"CAST(id AS VARCHAR)", FieldKind::Text, false};
    if (comparison.field == Field::RawSha256)
        return {"lower(hex(raw_sha256))", FieldKind::Text, false};
    const auto fields = domain::filterFields();
    const auto info = std::find_if(fields.begin(), fields.end(),
                                   [&](const auto &field) { return field.field == comparison.field; });
    return {std::string(info->name), info->kind, true};
}

std::string_view sqlOperator(CompareOp op)
{
    switch (op) {
    case CompareOp::Equal:
        return "=";
    case CompareOp::NotEqual:
        return "<>";
    case CompareOp::Less:
        return "<";
    case CompareOp::LessEqual:
        return "<=";
    case CompareOp::Greater:
        return ">";
    case CompareOp::GreaterEqual:
        return ">=";
    default:
        return "";
    }
}

std::string neverNull(const std::string &condition)
{
    return "coalesce(" + condition + ", false)";
}

/// The condition for a text that is there: empty texts are missing.
std::string present(const Column &column, const std::string &condition)
{
    if (column.kind == FieldKind::Any)
        return neverNull(condition);
    return column.canBeEmpty ? "(" + column.sql + " <> '' AND " + condition + ")" : condition;
}

std::string compare(const Column &column, CompareOp op, const Literal &literal, Parameters &parameters)
{
    const std::string sign = " " + std::string(sqlOperator(op)) + " ";
    if (const auto *number = std::get_if<double>(&literal)) {
        const std::string value = column.kind == FieldKind::Number ? "CAST(" + column.sql + " AS DOUBLE)"
                                                                   : "full_number(" + column.sql + ")";
        return neverNull(value + sign + parameters.add(*number));
    }
    if (const auto *instant = std::get_if<Instant>(&literal))
        return neverNull(column.sql + sign + parameters.add(*instant));
    const std::string &text = std::get<std::string>(literal);
    const std::string parameter = parameters.add(text);
    if (op == CompareOp::Equal && !text.empty() && column.kind == FieldKind::Text)
        return column.sql + sign + parameter; // as plain as can be: this is what prunes row groups
    return present(column, column.sql + sign + parameter);
}

std::string comparisonSql(const Comparison &comparison, Parameters &parameters)
{
    const Column column = columnOf(comparison, parameters);
    if (comparison.op == CompareOp::Contains)
        return present(column, "contains(" + column.sql + ", " +
                                   parameters.add(std::get<std::string>(comparison.literal)) + ")");
    if (comparison.op == CompareOp::Matches)
        return present(column, "re_match(" + column.sql + ", " +
                                   parameters.add(std::get<std::string>(comparison.literal)) + ")");
    if (comparison.op != CompareOp::In)
        return compare(column, comparison.op, comparison.literal, parameters);
    std::string any;
    for (const domain::SetMember &member : comparison.members) {
        any += any.empty() ? "(" : " OR ";
        if (member.low == member.high) {
            any += compare(column, CompareOp::Equal, member.low, parameters);
        } else {
            any += "(" + compare(column, CompareOp::GreaterEqual, member.low, parameters) + " AND " +
                   compare(column, CompareOp::LessEqual, member.high, parameters) + ")";
        }
    }
    return any + ")";
}

std::string nodeSql(const FilterNode &node, Parameters &parameters)
{
    switch (node.kind) {
    case Node::All:
        return "true";
    case Node::And:
    case Node::Or: {
        std::string sql;
        for (const FilterNode &child : node.children) {
            sql += sql.empty() ? "(" : (node.kind == Node::And ? " AND " : " OR ");
            sql += nodeSql(child, parameters);
        }
        return sql + ")";
    }
    case Node::Not:
        return "(NOT " + nodeSql(node.children.front(), parameters) + ")";
    case Node::Comparison:
        return comparisonSql(node.comparison, parameters);
    case Node::Search:
        return "contains(coalesce(folded, lower(text)), " + parameters.add(node.needle) + ")";
    }
    return "false";
}

/// The texts a comparison admits, when it is == or in.
std::optional<std::set<std::string>> admittedTexts(const Comparison &comparison)
{
    std::set<std::string> texts;
    if (comparison.op == CompareOp::Equal && std::holds_alternative<std::string>(comparison.literal)) {
        texts.insert(std::get<std::string>(comparison.literal));
        return texts;
    }
    if (comparison.op != CompareOp::In)
        return std::nullopt;
    for (const domain::SetMember &member : comparison.members) {
        if (!std::holds_alternative<std::string>(member.low))
            return std::nullopt; // numbers: "7.0" and "7" are both admitted
        texts.insert(std::get<std::string>(member.low));
    }
    return texts;
}

void narrow(std::optional<std::set<std::string>> &bound, std::set<std::string> texts)
{
    if (!bound) {
        bound = std::move(texts);
        return;
    }
    std::erase_if(*bound, [&texts](const std::string &text) { return !texts.contains(text); });
}

void narrowTime(FilterBounds &bounds, const Comparison &comparison)
{
    const auto from = [&bounds](Instant at) { bounds.from = std::max(bounds.from, at); };
    const auto to = [&bounds](Instant at) { bounds.to = bounds.to.isValid() ? std::min(bounds.to, at) : at; };
    if (comparison.op == CompareOp::In) {
        Instant low;
        Instant high;
        for (const domain::SetMember &member : comparison.members) {
            if (!std::holds_alternative<Instant>(member.low) || !std::holds_alternative<Instant>(member.high))
                return;
            const Instant a = std::get<Instant>(member.low);
            low = low.isValid() ? std::min(low, a) : a;
            high = std::max(high, std::get<Instant>(member.high));
        }
        from(low);
        to(high);
        return;
    }
    const auto *instant = std::get_if<Instant>(&comparison.literal);
    if (instant == nullptr)
        return;
    if (comparison.op == CompareOp::Equal || comparison.op == CompareOp::Greater ||
        comparison.op == CompareOp::GreaterEqual)
        from(*instant);
    if (comparison.op == CompareOp::Equal || comparison.op == CompareOp::Less ||
        comparison.op == CompareOp::LessEqual)
        to(*instant);
}

void narrowBy(FilterBounds &bounds, const FilterNode &node)
{
    if (node.kind == Node::And) {
        for (const FilterNode &child : node.children)
            narrowBy(bounds, child);
        return;
    }
    if (node.kind != Node::Comparison)
        return;
    const Comparison &comparison = node.comparison;
    if (comparison.field == Field::Timestamp)
        narrowTime(bounds, comparison);
    if (comparison.field != Field::Source && comparison.field != Field::EventType)
        return;
    if (auto texts = admittedTexts(comparison))
        narrow(comparison.field == Field::Source ? bounds.sources : bounds.eventTypes, std::move(*texts));
}

} // namespace

std::string filterSql(const Filter &filter, Parameters &parameters)
{
    return nodeSql(filter.root(), parameters);
}

bool FilterBounds::admits(std::string_view source, std::string_view typeMin, std::string_view typeMax,
                          Instant tsMin, Instant tsMax) const
{
    if (sources && !sources->contains(std::string(source)))
        return false;
    if (eventTypes && std::none_of(eventTypes->begin(), eventTypes->end(), [&](const std::string &type) {
            return type >= typeMin && type <= typeMax;
        }))
        return false;
    return !(from.isValid() && tsMax < from) && !(to.isValid() && tsMin > to);
}

FilterBounds boundsOf(const Filter *filter)
{
    FilterBounds bounds;
    if (filter != nullptr)
        narrowBy(bounds, filter->root());
    return bounds;
}

} // namespace core::store
