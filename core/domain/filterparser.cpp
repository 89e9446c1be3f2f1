// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filterparser.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/domain/filterlexer.h"

#include <simdjson.h>

#include <algorithm>

namespace core::domain {
namespace {

using base::Error;
using base::Instant;
using base::Result;
using base::Tr;
using Kind = FilterToken::Kind;
using Node = FilterNode::Kind;

constexpr std::size_t kMaxBytes = 1 << 20;
constexpr int kMaxDepth = 200;

std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

/// The field name nearest to a misspelt one (Levenshtein, 1966), empty when none is near.
std::string_view nearestField(std::string_view name)
{
    std::string_view nearest;
    std::size_t best = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (const FieldInfo &info : filterFields()) {
        const std::size_t d = distance(name.substr(0, 40), info.name);
        if (d < best) {
            best = d;
            nearest = info.name;
        }
    }
    return nearest;
}

/// And/Or in normal order: nested ones flattened, children sorted by their text, repeats dropped.
FilterNode joined(Node kind, std::vector<FilterNode> parts)
{
    std::vector<std::pair<std::string, FilterNode>> flat;
    for (FilterNode &part : parts) {
        if (part.kind == kind) {
            for (FilterNode &child : part.children)
                flat.emplace_back(printFilter(child), std::move(child));
        } else {
            std::string text = printFilter(part);
            flat.emplace_back(std::move(text), std::move(part));
        }
    }
    std::sort(flat.begin(), flat.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    flat.erase(std::unique(flat.begin(), flat.end(),
                           [](const auto &a, const auto &b) { return a.first == b.first; }),
               flat.end());
    if (flat.size() == 1)
        return std::move(flat.front().second);
    FilterNode node;
    node.kind = kind;
    for (auto &[text, child] : flat)
        node.children.push_back(std::move(child));
    return node;
}

class Parser
{
public:
    Parser(std::string_view text, Instant now, std::vector<FilterToken> tokens)
        : m_text(text)
        , m_now(now)
        , m_tokens(std::move(tokens))
    {}

    Result<FilterNode> parse()
    {
        if (here().kind == Kind::End)
            return FilterNode{};
        Result<FilterNode> node = either(0);
        if (!node)
            return node;
        if (here().kind == Kind::Close)
            return fail(here(), Tr::tr("this ) closes nothing."));
        if (here().kind != Kind::End) {
            return fail(
                here(),
                Tr::tr("expected “and”, “or” or the end, found %1; put a phrase of several words in quotes.")
                    .arg(shown(here())));
        }
        return node;
    }

private:
    [[nodiscard]] const FilterToken &here() const { return m_tokens[m_at]; }
    const FilterToken &take() { return m_tokens[m_at++]; }

    [[nodiscard]] Error fail(const FilterToken &token, const QString &what) const
    {
        return filterError(m_text, token.position, what);
    }

    static QString shown(const FilterToken &token)
    {
        if (token.kind == Kind::End)
            return Tr::tr("the end");
        return QStringLiteral("“%1”").arg(base::qs(std::string_view(token.text).substr(0, 60)));
    }

    Result<FilterNode> either(int depth) { return chain(depth, Kind::Or, Node::Or, &Parser::both); }
    Result<FilterNode> both(int depth) { return chain(depth, Kind::And, Node::And, &Parser::inverted); }

    Result<FilterNode> chain(int depth, Kind sign, Node kind, Result<FilterNode> (Parser::*operand)(int))
    {
        std::vector<FilterNode> parts;
        for (;;) {
            Result<FilterNode> part = (this->*operand)(depth);
            if (!part)
                return part;
            parts.push_back(std::move(*part));
            if (here().kind != sign)
                break;
            take();
        }
        return parts.size() == 1 ? std::move(parts.front()) : joined(kind, std::move(parts));
    }

    Result<FilterNode> inverted(int depth)
    {
        bool negate = false;
        while (here().kind == Kind::Not) {
            take();
            negate = !negate;
        }
        Result<FilterNode> node = primary(depth);
        if (!node || !negate)
            return node;
        if (node->kind == Node::Not)
            return FilterNode(std::move(node->children.front()));
        FilterNode outer;
        outer.kind = Node::Not;
        outer.children.push_back(std::move(*node));
        return outer;
    }

    Result<FilterNode> primary(int depth)
    {
        const FilterToken token = take();
        switch (token.kind) {
        case Kind::Open: {
            if (depth >= kMaxDepth)
                return fail(token,
                            Tr::tr("parentheses are nested more than %1 deep; write the filter flatter.")
                                .arg(kMaxDepth));
            Result<FilterNode> node = either(depth + 1);
            if (!node)
                return node;
            if (here().kind != Kind::Close)
                return fail(here(), Tr::tr("expected “and”, “or” or the ) of column %1, found %2.")
                                        .arg(columnOf(token))
                                        .arg(shown(here())));
            take();
            return node;
        }
        case Kind::Word:
        case Kind::MetaField:
        case Kind::String:
        case Kind::Number:
        case Kind::Date:
            if (here().kind == Kind::Operator)
                return comparison(token);
            return search(token, token.text);
        default:
            --m_at;
            return fail(token, Tr::tr("expected a field, a word or “(”, found %1.").arg(shown(token)));
        }
    }

    [[nodiscard]] qlonglong columnOf(const FilterToken &token) const
    {
        const std::string_view before = m_text.substr(0, token.position);
        return 1 + std::count_if(before.begin(), before.end(),
                                 [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
    }

    Result<FilterNode> search(const FilterToken &token, std::string_view phrase) const
    {
        FilterNode node;
        node.kind = Node::Search;
        node.needle = foldText(phrase);
        if (node.needle.empty())
            return fail(token, Tr::tr("there is nothing between the quotes to search for."));
        return node;
    }

    Result<FilterNode> comparison(const FilterToken &name)
    {
        FilterNode node;
        node.kind = Node::Comparison;
        FieldKind kind = FieldKind::Any;
        if (name.kind == Kind::MetaField) {
            node.comparison.field = Field::Meta;
            node.comparison.path = name.path;
        } else {
            const std::span<const FieldInfo> fields = filterFields();
            const auto info = std::find_if(fields.begin(), fields.end(), [&](const FieldInfo &f) {
                return name.kind == Kind::Word && f.name == name.text;
            });
            if (info == fields.end())
                return fail(name, unknownField(name));
            node.comparison.field = info->field;
            kind = info->kind;
        }
        const FilterToken sign = take();
        node.comparison.op = static_cast<CompareOp>(
            std::find(kOperators.begin(), kOperators.end(), sign.text) - kOperators.begin());
        const bool textual =
            node.comparison.op == CompareOp::Contains || node.comparison.op == CompareOp::Matches;
        if (textual && (kind == FieldKind::Number || kind == FieldKind::Instant))
            return fail(sign, Tr::tr("“%1” works on text, and %2 is not one; use == != < <= > >= or in.")
                                  .arg(base::qs(sign.text), base::qs(name.text)));
        if (node.comparison.op == CompareOp::In)
            return set(std::move(node), name, kind);
        const FilterToken value = here();
        Result<Literal> literal = textual ? plainText() : this->literal(name, kind);
        if (!literal)
            return literal.error();
        if (textual && node.comparison.field == Field::Text && node.comparison.op == CompareOp::Contains)
            return search(value, std::get<std::string>(*literal));
        node.comparison.literal = std::move(*literal);
        return node;
    }

    static QString unknownField(const FilterToken &name)
    {
        const std::string_view nearest = nearestField(name.text);
        if (name.kind == Kind::Word && !nearest.empty())
            return Tr::tr("“%1” is not a field; did you mean %2?")
                .arg(base::qs(name.text), base::qs(nearest));
        QStringList names;
        for (const FieldInfo &info : filterFields())
            names << base::qs(info.name);
        return Tr::tr("expected a field before the operator, found %1; the fields are %2 and meta.KEY.")
            .arg(shown(name), names.join(QStringLiteral(", ")));
    }

    /// A value that is text, whatever it looks like.
    Result<Literal> plainText()
    {
        const FilterToken token = here();
        switch (token.kind) {
        case Kind::Word:
        case Kind::MetaField:
        case Kind::String:
        case Kind::Number:
        case Kind::Date:
        case Kind::Relative:
            take();
            return Literal(token.text);
        default:
            return fail(token, Tr::tr("expected a text, found %1.").arg(shown(token)));
        }
    }

    Result<Literal> literal(const FilterToken &name, FieldKind kind)
    {
        const FilterToken token = here();
        if (kind == FieldKind::Instant)
            return instant(name);
        if (token.kind == Kind::Number) {
            take();
            return Literal(token.number);
        }
        if (kind == FieldKind::Number)
            return fail(token,
                        Tr::tr("expected a number for %1, found %2.").arg(base::qs(name.text), shown(token)));
        if (token.kind == Kind::Relative)
            return fail(
                token,
                Tr::tr(
                    "%1 is not a time, so %2 cannot be compared with it; put it in quotes if it is a text.")
                    .arg(base::qs(name.text), shown(token)));
        if (token.kind == Kind::OpenSet)
            return fail(token,
                        Tr::tr("a set belongs after “in”, as in %1 in {a, b}.").arg(base::qs(name.text)));
        return plainText();
    }

    Result<Literal> instant(const FilterToken &name)
    {
        const FilterToken token = here();
        if (token.kind == Kind::Date) {
            take();
            return Literal(Instant(token.micros));
        }
        if (token.kind == Kind::Relative || (token.kind == Kind::Word && token.text == "now")) {
            take();
            const Instant at = m_now + base::Duration(token.micros);
            static const Instant first{base::Date(std::chrono::year(1) / 1 / 1)};
            static const Instant last{base::Date(std::chrono::year(9999) / 12 / 31)};
            if (at < first || at > last)
                return fail(token, Tr::tr("“%1” leaves the years 1 to 9999.").arg(base::qs(token.text)));
            return Literal(at);
        }
        if (token.kind == Kind::String) {
            const Result<Instant> parsed = base::parseInstant(token.text);
            if (parsed) {
                take();
                return Literal(*parsed);
            }
        }
        return fail(
            token,
            Tr::tr("expected a date or time for %1, as in 2011-03-11, 2011-03-11T05:46:24Z or -7d, found %2.")
                .arg(base::qs(name.text), shown(token)));
    }

    Result<FilterNode> set(FilterNode node, const FilterToken &name, FieldKind kind)
    {
        if (here().kind != Kind::OpenSet)
            return fail(
                here(),
                Tr::tr("expected a set such as {a, b} or {1..5} after “in”, found %1.").arg(shown(here())));
        do {
            take();
            const FilterToken first = here();
            Result<Literal> low = literal(name, kind);
            if (!low)
                return low.error();
            Literal high = *low;
            if (here().kind == Kind::DotDot) {
                take();
                Result<Literal> end = literal(name, kind);
                if (!end)
                    return end.error();
                high = std::move(*end);
                if (high.index() != low->index() || std::holds_alternative<std::string>(high))
                    return fail(first,
                                Tr::tr("a range needs two numbers or two dates; list texts one by one."));
                if (high < *low)
                    return fail(first, Tr::tr("this range is empty: its end is before its beginning."));
            }
            node.comparison.members.push_back(SetMember{std::move(*low), std::move(high)});
        } while (here().kind == Kind::Comma);
        if (here().kind != Kind::CloseSet)
            return fail(here(), Tr::tr("expected “,”, “..” or “}” in the set, found %1.").arg(shown(here())));
        take();
        std::vector<SetMember> &members = node.comparison.members;
        std::sort(members.begin(), members.end(), [](const SetMember &a, const SetMember &b) {
            return a.low != b.low ? a.low < b.low : a.high < b.high;
        });
        members.erase(std::unique(members.begin(), members.end()), members.end());
        if (members.size() == 1 && members.front().low == members.front().high) {
            node.comparison.op = CompareOp::Equal;
            node.comparison.literal = std::move(members.front().low);
            members.clear();
        }
        return node;
    }

    std::string_view m_text;
    Instant m_now;
    std::vector<FilterToken> m_tokens;
    std::size_t m_at = 0;
};

} // namespace

base::Result<FilterNode> parseFilter(std::string_view text, base::Instant now)
{
    if (text.size() > kMaxBytes)
        return Error{base::ErrorCode::BadInput,
                     Tr::tr("The filter is longer than 1 MiB; import a long list as a watchlist instead.")};
    if (!simdjson::validate_utf8(text.data(), text.size()))
        return Error{base::ErrorCode::BadInput, Tr::tr("The filter is not valid UTF-8 text.")};
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
        return filterError(text, nul, Tr::tr("a NUL character cannot be part of a filter."));
    Result<std::vector<FilterToken>> tokens = cutFilter(text);
    if (!tokens)
        return tokens.error();
    return Parser(text, now, std::move(*tokens)).parse();
}

} // namespace core::domain
