// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/boundrules.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/domain/bar.h"
#include "core/domain/celltext.h"
#include "core/sources/countryat.h"
#include "core/sources/places.h"

#include <algorithm>
#include <cmath>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

Header::Header(std::vector<std::string> names, std::string fileStem, bool forSpreadsheets)
    : m_names(std::move(names))
    , m_fileStem(std::move(fileStem))
    , m_forSpreadsheets(forSpreadsheets)
{}

bool Header::has(const std::string &name) const
{
    return std::find(m_names.begin(), m_names.end(), name) != m_names.end();
}

Result<int> Header::find(const std::string &name) const
{
    const auto found = std::find(m_names.begin(), m_names.end(), name);
    if (found != m_names.end())
        return static_cast<int>(found - m_names.begin());
    // "#2" is the second column, for files whose column is named after what it holds
    if (name.size() == 2 && name[0] == '#' && name[1] >= '1' && name[1] <= '9') {
        const auto place = static_cast<std::size_t>(name[1] - '1');
        if (place < m_names.size())
            return static_cast<int>(place);
    }
    QStringList columns;
    for (const std::string &column : m_names)
        columns.append(qs(std::string_view(column).substr(0, 60)));
    if (columns.size() > 20)
        columns = columns.mid(0, 20) + QStringList{QStringLiteral("…")};
    return Error{
        ErrorCode::BadInput,
        Tr::tr("the column “%1” is missing; there are %2").arg(qs(name), columns.join(QStringLiteral(", ")))};
}

Result<std::vector<int>> Header::find(const std::vector<std::string> &names) const
{
    std::vector<int> columns;
    for (const std::string &name : names) {
        auto column = find(name);
        if (!column)
            return column.error();
        columns.push_back(*column);
    }
    return columns;
}

Result<BoundText> BoundText::bind(const TextRule &rule, const Header &header)
{
    BoundText bound;
    if (rule.optional && !header.has(rule.columns.front()))
        return bound;
    bound.m_rule = rule;
    bound.m_header = &header;
    auto columns = header.find(rule.columns);
    if (!columns)
        return columns.error();
    bound.m_columns = std::move(*columns);
    auto point = header.find(rule.point);
    if (!point)
        return point.error();
    bound.m_point = std::move(*point);
    bound.m_plain = rule.from == TextRule::From::Columns && rule.columns.size() == 1 && rule.words.empty() &&
                    !rule.otherWord && !rule.place && !rule.slug && rule.letters == TextRule::Letters::Keep &&
                    rule.prefix.empty() && rule.suffix.empty() && rule.missing.empty() && !rule.exact && rule.point.empty();
    return bound;
}

std::optional<std::string_view> BoundText::read(const Row &row, std::string &scratch) const
{
    switch (m_rule.from) {
    case TextRule::From::Nothing:
        return std::string_view();
    case TextRule::From::Constant:
        return std::string_view(m_rule.constant);
    case TextRule::From::SeriesName:
        return reworked(m_header->name(row.seriesColumn), scratch);
    case TextRule::From::FileName:
        return reworked(m_header->fileStem(), scratch);
    case TextRule::From::Columns:
        break;
    }
    if (const std::string_view country = countryOfPoint(row); !country.empty())
        return country;
    std::string_view first = row.field(m_columns[0]);
    if (!m_rule.exact)
        first = trimmed(first);
    else if (m_header->forSpreadsheets())
        first = domain::withoutApostrophe(first);
    if (m_plain)
        return first;
    if (m_columns.size() == 1)
        return reworked(first, scratch);
    std::string all(first);
    for (std::size_t i = 1; i < m_columns.size(); ++i) {
        all += m_rule.join;
        all += trimmed(row.field(m_columns[i]));
    }
    return reworked(all, scratch);
}

std::string_view BoundText::countryOfPoint(const Row &row) const
{
    double latitude = 0;
    double longitude = 0;
    if (m_point.size() != 2 || parseNumber(row.field(m_point[0]), {}, latitude) != NumberState::Value ||
        parseNumber(row.field(m_point[1]), {}, longitude) != NumberState::Value)
        return {};
    return countryAt(latitude, longitude);
}

std::optional<std::string_view> BoundText::reworked(std::string_view text, std::string &scratch) const
{
    if (std::find(m_rule.missing.begin(), m_rule.missing.end(), text) != m_rule.missing.end())
        return std::string_view();
    std::string result(text);
    if (!m_rule.words.empty() || m_rule.otherWord) {
        const auto found = m_rule.words.find(result);
        if (found != m_rule.words.end())
            result = found->second;
        else if (m_rule.otherWord)
            result = *m_rule.otherWord;
        else
            return std::nullopt;
    }
    if (result.empty())
        return std::string_view();
    if (m_rule.place)
        result = countryOfPlace(result);
    if (m_rule.slug)
        result = slugOf(result, m_rule.slugJoin);
    for (char &c : result) {
        if (m_rule.letters == TextRule::Letters::Lower && c >= 'A' && c <= 'Z')
            c = static_cast<char>(c | 0x20);
        else if (m_rule.letters == TextRule::Letters::Upper && c >= 'a' && c <= 'z')
            c = static_cast<char>(c & ~0x20);
    }
    scratch = m_rule.prefix + result + m_rule.suffix;
    return std::string_view(scratch);
}

Result<BoundNumber> BoundNumber::bind(const NumberRule &rule, const Header &header, const NumberStyle &style)
{
    BoundNumber bound;
    bound.m_rule = rule;
    bound.m_style = style;
    auto columns = header.find(rule.columns);
    if (!columns)
        return columns.error();
    bound.m_columns = std::move(*columns);
    return bound;
}

int BoundNumber::column(const Row &row) const
{
    return m_rule.from == NumberRule::From::SeriesValue ? row.seriesColumn
           : m_columns.empty()                          ? -1
                                                        : m_columns.front();
}

NumberState BoundNumber::field(const Row &row, int column, double &value) const
{
    const std::string_view text = row.field(column);
    if (!m_rule.words.empty()) {
        const auto found = m_rule.words.find(std::string(trimmed(text)));
        if (found != m_rule.words.end()) {
            value = found->second;
            return NumberState::Value;
        }
    }
    return parseNumber(text, m_style, value);
}

NumberState BoundNumber::read(const Row &row, double &value) const
{
    value = domain::kMissing;
    NumberState state = NumberState::Missing;
    switch (m_rule.from) {
    case NumberRule::From::Nothing:
        return state;
    case NumberRule::From::Column:
        state = field(row, m_columns[0], value);
        break;
    case NumberRule::From::SeriesValue:
        state = field(row, row.seriesColumn, value);
        break;
    case NumberRule::From::AmountBand:
        value = middleOfBand(row.field(m_columns[0]));
        state = std::isnan(value) ? NumberState::Missing : NumberState::Value;
        break;
    case NumberRule::From::Middle: {
        double first = 0;
        double second = 0;
        state = field(row, m_columns[0], first);
        if (state > NumberState::Missing)
            return state;
        const NumberState other = field(row, m_columns[1], second);
        if (other > NumberState::Missing)
            return other;
        if (state == NumberState::Value && other == NumberState::Value) {
            value = (first + second) / 2;
        } else if (m_rule.oneSided && (state == NumberState::Value || other == NumberState::Value)) {
            value = state == NumberState::Value ? first : second;
            state = NumberState::Value;
        } else {
            state = NumberState::Missing;
        }
        break;
    }
    }
    if (state == NumberState::Value && m_rule.scale != 1)
        value *= m_rule.scale;
    return state;
}

Result<BoundDate> BoundDate::bind(const DateRule &rule, const Header &header, const Preset &preset,
                                  const std::optional<base::Zone> &zone)
{
    BoundDate bound;
    bound.m_rule = rule;
    auto columns = header.find(rule.columns);
    if (!columns)
        return columns.error();
    bound.m_columns = std::move(*columns);
    bound.m_zone = zone ? *zone : rule.zone ? *rule.zone : preset.zone;
    bound.m_firstYear = preset.firstYear;
    return bound;
}

bool BoundDate::read(const Row &row, LocalTime &at, Fault &fault) const
{
    std::string joined;
    std::string_view text = row.field(m_columns[0]);
    if (m_columns.size() > 1) {
        joined = text;
        for (std::size_t i = 1; i < m_columns.size(); ++i) {
            joined += ' ';
            joined += row.field(m_columns[i]);
        }
        text = joined;
    }
    fault.column = m_columns[0];
    std::optional<LocalTime> reading;
    for (const DatePattern &pattern : m_rule.patterns) {
        reading = pattern.parse(text);
        if (reading)
            break;
    }
    if (!reading) {
        fault.kind = trimmed(text).empty() ? RefusalKind::NoValue : RefusalKind::NotADate;
        return false;
    }
    const std::chrono::year_month_day ymd(reading->day);
    if (int(ymd.year()) < m_firstYear || int(ymd.year()) > 2199) {
        fault.kind = RefusalKind::DateOutOfRange;
        return false;
    }
    if (m_rule.endOfMonth)
        reading->day = std::chrono::sys_days(ymd.year() / ymd.month() / std::chrono::last);
    at = *reading;
    return true;
}

Result<BoundTest> BoundTest::bind(const TestRule &rule, const Header &header)
{
    BoundTest bound;
    bound.m_rule = rule;
    auto column = header.find(rule.column);
    if (!column)
        return column.error();
    bound.m_column = *column;
    return bound;
}

bool BoundTest::passes(const Row &row) const
{
    const std::string_view text = trimmed(row.field(m_column));
    const auto any = [this](auto &&fits) {
        return std::any_of(m_rule.texts.begin(), m_rule.texts.end(), fits);
    };
    switch (m_rule.kind) {
    case TestRule::Kind::In:
        return any([text](const std::string &one) { return text == one; });
    case TestRule::Kind::NotIn:
        return !any([text](const std::string &one) { return text == one; });
    case TestRule::Kind::Contains:
        return any([text](const std::string &one) { return text.find(one) != std::string_view::npos; });
    case TestRule::Kind::StartsWith:
        return any([text](const std::string &one) { return text.starts_with(one); });
    case TestRule::Kind::NotEmpty:
        return !text.empty();
    }
    return false;
}

Result<BoundMeta> BoundMeta::bind(const std::vector<MetaRule> &rules, const Header &header,
                                  const NumberStyle &style)
{
    BoundMeta bound;
    for (const MetaRule &rule : rules) {
        auto text = BoundText::bind(rule.text, header);
        if (!text)
            return text.error();
        auto number = BoundNumber::bind(rule.number, header, style);
        if (!number)
            return number.error();
        BoundTest test;
        if (rule.kind == MetaRule::Kind::Test) {
            auto found = BoundTest::bind(rule.test, header);
            if (!found)
                return found.error();
            test = std::move(*found);
        }
        bound.m_entries.push_back({rule, std::move(*text), std::move(*number), std::move(test)});
    }
    std::sort(bound.m_entries.begin(), bound.m_entries.end(),
              [](const Entry &a, const Entry &b) { return a.rule.key < b.rule.key; });
    return bound;
}

bool BoundMeta::read(const Row &row, std::vector<std::pair<std::string, std::string>> &entries,
                     Fault &fault) const
{
    std::string scratch;
    for (const Entry &entry : m_entries) {
        switch (entry.rule.kind) {
        case MetaRule::Kind::Constant:
            entries.emplace_back(entry.rule.key, entry.rule.json);
            break;
        case MetaRule::Kind::Test:
            entries.emplace_back(entry.rule.key, entry.test.passes(row) ? "true" : "false");
            break;
        case MetaRule::Kind::Text: {
            const auto text = entry.text.read(row, scratch);
            if (!text) {
                fault = {RefusalKind::UnknownWord, entry.text.column()};
                return false;
            }
            if (!text->empty())
                entries.emplace_back(entry.rule.key, jsonText(*text));
            break;
        }
        case MetaRule::Kind::Number: {
            double value = 0;
            const NumberState state = entry.number.read(row, value);
            if (state > NumberState::Missing) {
                fault = {state == NumberState::OutOfRange ? RefusalKind::NumberOutOfRange
                                                          : RefusalKind::NotANumber,
                         entry.number.column(row)};
                return false;
            }
            if (state == NumberState::Value)
                entries.emplace_back(entry.rule.key, base::canonicalNumber(value));
            break;
        }
        }
    }
    return true;
}

std::string writeMeta(const std::vector<std::pair<std::string, std::string>> &entries)
{
    if (entries.empty())
        return {};
    std::size_t length = 2;
    for (const auto &[key, value] : entries)
        length += key.size() + value.size() + 4;
    std::string json;
    json.reserve(length);
    for (const auto &[key, value] : entries)
        json.append(json.empty() ? "{\"" : ",\"").append(key).append("\":").append(value);
    json += '}';
    return json;
}

std::string jsonText(std::string_view text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string json = "\"";
    for (const char c : text) {
        switch (c) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\b':
            json += "\\b";
            break;
        case '\f':
            json += "\\f";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\r':
            json += "\\r";
            break;
        case '\t':
            json += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20U) {
                json += "\\u00";
                json += kHex[(c >> 4) & 0xF];
                json += kHex[c & 0xF];
            } else {
                json += c;
            }
        }
    }
    return json + '"';
}

double middleOfBand(std::string_view text)
{
    NumberStyle style;
    style.thousands = true;
    double sum = 0;
    int count = 0;
    while (true) {
        const std::size_t start = text.find_first_of("0123456789");
        if (start == std::string_view::npos)
            break;
        std::size_t stop = text.find_first_not_of("0123456789,.", start);
        stop = std::min(stop, text.size());
        double value = 0;
        if (parseNumber(text.substr(start, stop - start), style, value) != NumberState::Value)
            return domain::kMissing;
        sum += value;
        ++count;
        text.remove_prefix(stop);
    }
    return count == 1 || count == 2 ? sum / count : domain::kMissing;
}

std::string slugOf(std::string_view text, char join)
{
    std::string slug;
    bool gap = false;
    for (const char c : text) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool plain = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (c == '\'' || c == '.')
            continue;
        if (!plain) {
            gap = !slug.empty();
            continue;
        }
        if (gap)
            slug += join;
        gap = false;
        slug += upper ? static_cast<char>(c | 0x20) : c;
    }
    return slug;
}

} // namespace core::sources
