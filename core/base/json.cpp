// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

namespace core::base {

namespace {

QString lineAndColumn(std::string_view text, std::size_t offset)
{
    offset = std::min(offset, text.size());
    const std::string_view before = text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return Tr::tr("line %1, column %2").arg(line).arg(offset - start + 1);
}

/// Walks well-formed JSON text (parseJson has accepted it) to find where a path stands.
class Walker
{
public:
    explicit Walker(std::string_view text)
        : m_text(text)
    {}

    /// The offset of the value at `path`, or of the nearest parent.
    std::size_t find(const QStringList &path)
    {
        skipBlank();
        for (const QString &step : path) {
            const std::size_t parent = m_at;
            if (!enter(step)) {
                m_at = parent;
                break;
            }
        }
        return m_at;
    }

    /// The offset of the first key that stands in its object a second time.
    std::optional<std::size_t> repeatedKey()
    {
        const char open = peek();
        if (open != '{' && open != '[') {
            skipValue();
            return std::nullopt;
        }
        ++m_at;
        std::set<std::string_view> seen;
        while (peek() != '}' && peek() != ']' && peek() != '\0') {
            if (open == '{') {
                const std::size_t place = m_at;
                if (!seen.insert(takeString()).second)
                    return place;
                if (peek() == ':')
                    ++m_at;
            }
            if (const auto inner = repeatedKey())
                return inner;
            if (peek() == ',')
                ++m_at;
        }
        ++m_at;
        return std::nullopt;
    }

    /// The text of the string at `place`, without its quotes.
    std::string_view stringAt(std::size_t place)
    {
        m_at = place;
        const std::string_view quoted = takeString();
        return quoted.substr(1, quoted.size() - 2);
    }

private:
    void skipBlank()
    {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
            ++m_at;
    }

    char peek()
    {
        skipBlank();
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }

    std::string_view takeString()
    {
        const std::size_t start = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        ++m_at;
        return m_text.substr(start, m_at - start);
    }

    void skipValue()
    {
        int depth = 0;
        do {
            const char c = peek();
            if (c == '\0')
                return;
            if (c == '"') {
                takeString();
                continue;
            }
            depth += (c == '{' || c == '[') ? 1 : (c == '}' || c == ']') ? -1 : 0;
            ++m_at;
            if (depth == 0 && c != '}' && c != ']') { // a number or literal
                while (m_at < m_text.size() &&
                       std::string_view(",]} \t\r\n").find(m_text[m_at]) == std::string_view::npos)
                    ++m_at;
            }
        } while (depth > 0);
    }

    bool enter(const QString &step)
    {
        const char open = peek();
        if (open != '{' && open != '[')
            return false;
        ++m_at;
        for (int position = 0; peek() != '}' && peek() != ']' && peek() != '\0'; ++position) {
            bool wanted = open == '[' && step == QString::number(position);
            if (open == '{') {
                const std::string_view key = takeString();
                wanted = key.substr(1, key.size() - 2) == utf8(step);
                if (peek() == ':')
                    ++m_at;
            }
            skipBlank();
            if (wanted)
                return true;
            skipValue();
            if (peek() == ',')
                ++m_at;
        }
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

void write(std::string &out, const QString &text)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : utf8(text)) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
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
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += digits[c >> 4];
                out += digits[c & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

void write(std::string &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double:
        out += canonicalNumber(value.toDouble());
        break;
    case QJsonValue::String:
        write(out, value.toString());
        break;
    case QJsonValue::Array: {
        out += '[';
        bool first = true;
        for (const QJsonValue &item : value.toArray()) {
            if (!std::exchange(first, false))
                out += ',';
            write(out, item);
        }
        out += ']';
        break;
    }
    case QJsonValue::Object: {
        const QJsonObject object =
            value.toObject(); // RFC 8785 sorts by UTF-16 code units, as QString compares
        QStringList keys = object.keys();
        std::sort(keys.begin(), keys.end());
        out += '{';
        bool first = true;
        for (const QString &key : keys) {
            if (!std::exchange(first, false))
                out += ',';
            write(out, key);
            out += ':';
            write(out, object.value(key));
        }
        out += '}';
        break;
    }
    default:
        out += "null";
    }
}

} // namespace

Result<QJsonValue> parseJson(std::string_view text)
{
    // QJsonDocument takes objects and arrays; an array around it makes any value acceptable.
    QByteArray wrapped;
    wrapped.reserve(static_cast<qsizetype>(text.size()) + 2);
    wrapped.append('[').append(text.data(), static_cast<qsizetype>(text.size())).append(']');
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(wrapped, &fault);
    if (fault.error != QJsonParseError::NoError) {
        const auto offset = static_cast<std::size_t>(std::max(0, fault.offset - 1));
        return Error{ErrorCode::BadInput, Tr::tr("This is not valid JSON: %1 at %2.")
                                              .arg(fault.errorString(), lineAndColumn(text, offset))};
    }
    if (document.array().size() != 1)
        return Error{
            ErrorCode::BadInput,
            Tr::tr("This is not valid JSON: one value is expected, not %1.").arg(document.array().size())};
    return document.array().at(0);
}

Result<QJsonValue> parseDefinition(std::string_view text)
{
    auto value = parseJson(text);
    if (!value)
        return value;
    Walker walker(text);
    if (const auto place = walker.repeatedKey())
        return Error{ErrorCode::BadInput, Tr::tr("The key “%1” stands twice in the same object, again at %2; "
                                                 "leave one of them out.")
                                              .arg(qs(walker.stringAt(*place)), lineAndColumn(text, *place))};
    return value;
}

QString placeInJson(std::string_view text, const QStringList &path)
{
    return lineAndColumn(text, Walker(text).find(path));
}

std::string canonicalNumber(double value)
{
    if (!std::isfinite(value))
        return "null";
    if (value == 0)
        return "0";
    char buffer[64];
    // where every whole number is exact, the shortest digits without an exponent are ECMAScript's layout
    constexpr double kExact = 9e15;
    if (std::abs(value) >= 1e-6 && std::abs(value) < kExact)
        return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed).ptr};
    // Shortest digits and exponent, then ECMAScript's Number::toString layout.
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, std::abs(value), std::chars_format::scientific).ptr;
    const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    const std::size_t e = text.find('e');
    std::string digits(1, text[0]);
    if (e > 2)
        digits += text.substr(2, e - 2);
    int exponent = 0;
    std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), text.data() + text.size(), exponent);
    const int point = exponent + 1; // digits before the decimal point
    const int count = static_cast<int>(digits.size());
    std::string out = value < 0 ? "-" : "";
    if (count <= point && point <= 21) {
        out += digits + std::string(static_cast<std::size_t>(point - count), '0');
    } else if (0 < point && point <= 21) {
        out += digits.substr(0, static_cast<std::size_t>(point)) + "." +
               digits.substr(static_cast<std::size_t>(point));
    } else if (-6 < point && point <= 0) {
        out += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    } else {
        out += digits.substr(0, 1);
        if (count > 1)
            out += "." + digits.substr(1);
        out += exponent < 0 ? "e-" : "e+";
        out += std::to_string(std::abs(exponent));
    }
    return out;
}

QJsonValue jsonNumber(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

QJsonValue jsonCount(std::uint64_t value)
{
    return QJsonValue(static_cast<double>(value));
}

std::string canonicalJson(const QJsonValue &value)
{
    std::string out;
    write(out, value);
    return out;
}

} // namespace core::base
