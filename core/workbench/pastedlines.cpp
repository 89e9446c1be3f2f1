// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/pastedlines.h"

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <QStringDecoder>

#include <algorithm>

namespace core::workbench {

using base::isDigit;
using base::qs;
using base::Tr;
using sources::NumberState;
using sources::trimmed;

namespace {

constexpr std::size_t kLongestLine = 10'000;

/// Blanks of every width become blanks, the minus sign a hyphen; what cannot be seen goes.
void clean(std::string_view bytes, PastedLine &line)
{
    if (bytes.size() > kLongestLine) {
        line.fault = ::core::base::Tr::tr("the line is longer than 10,000 characters");
        return;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (decoder.hasError()) {
        line.fault = ::core::base::Tr::tr("the line is not text in UTF-8");
        return;
    }
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\t' || c == u' ') {
            plain += c;
        } else if (c.category() == QChar::Separator_Space) {
            plain += u' ';
        } else if (c == QChar(0x2212)) {
            plain += u'-';
        } else if (c.category() == QChar::Other_Format || c == QChar::ByteOrderMark) {
            line.wasHidden = true;
        } else if (c.category() == QChar::Other_Control) {
            line.fault = ::core::base::Tr::tr("the line holds control characters");
            return;
        } else {
            plain += c;
        }
    }
    line.text = base::utf8(plain.trimmed());
}

/// A cell without the signs that only say what the number is: %, $, €, £.
std::string_view bare(std::string_view cell)
{
    cell = trimmed(cell);
    for (const std::string_view sign : {"$", "€", "£"}) {
        if (cell.starts_with(sign))
            cell.remove_prefix(sign.size());
        else if (cell.size() > 2 && cell[0] == '-' && cell.substr(1).starts_with(sign))
            return {}; // "-$5" is left to the person
    }
    for (const std::string_view sign : {"%", "€", "$"}) {
        if (cell.ends_with(sign))
            cell.remove_suffix(sign.size());
    }
    return trimmed(cell);
}

bool isNumeric(std::string_view cell)
{
    return std::any_of(cell.begin(), cell.end(), isDigit) &&
           std::all_of(cell.begin(), cell.end(),
                       [](char c) { return isDigit(c) || c == '.' || c == ',' || c == '-' || c == '+'; });
}

} // namespace

std::vector<PastedLine> pastedLines(std::string_view text, std::size_t most, bool &isWhole)
{
    std::vector<PastedLine> lines;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    isWhole = true;
    std::uint64_t number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        const std::string_view bytes = text.substr(0, end);
        const bool isPair = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
        text.remove_prefix(std::min(text.size(), end + (isPair ? 2 : 1)));
        PastedLine line;
        line.number = ++number;
        clean(bytes, line);
        if (line.text.empty() && line.fault.isEmpty())
            continue;
        if (lines.size() == most) {
            isWhole = false;
            break;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

bool takeQuoted(std::string_view &text, std::string &cell)
{
    if (text.empty() || text.front() != '"')
        return false;
    std::string inside;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] != '"') {
            inside += text[at];
        } else if (at + 1 < text.size() && text[at + 1] == '"') {
            inside += text[at++];
        } else {
            text.remove_prefix(at + 1);
            cell = trimmed(inside);
            return true;
        }
    }
    return false;
}

PastedCells cellsBehind(std::string_view rest)
{
    PastedCells out;
    while (!rest.empty() && rest.front() == ' ')
        rest.remove_prefix(1);
    if (rest.empty())
        return out;
    const bool isParted = std::string_view("\t;,|").find(rest.front()) != std::string_view::npos;
    if (!isParted) { // "9.1 Tohoku", ": QE3 begins", "– the rest"
        for (const std::string_view sign : {":", "–", "—", "- "}) {
            if (rest.starts_with(sign))
                rest = trimmed(rest.substr(sign.size()));
        }
        std::string quoted;
        if (takeQuoted(rest, quoted)) {
            out.cells.push_back(quoted);
            rest = trimmed(rest);
        } else {
            const std::size_t end = std::min(rest.find_first_of(" \t;"), rest.size());
            out.cells.emplace_back(rest.substr(0, end));
            rest = end < rest.size() ? rest.substr(end + 1) : std::string_view();
        }
        if (!trimmed(rest).empty())
            out.cells.emplace_back(trimmed(rest));
        return out;
    }
    out.separator = rest.front();
    while (!rest.empty()) {
        rest.remove_prefix(1); // the separator
        while (!rest.empty() && rest.front() == ' ')
            rest.remove_prefix(1);
        std::string cell;
        if (!takeQuoted(rest, cell)) {
            const std::size_t end = std::min(rest.find(out.separator), rest.size());
            cell = trimmed(rest.substr(0, end));
            rest.remove_prefix(end);
        } else {
            rest.remove_prefix(std::min(rest.find(out.separator), rest.size()));
        }
        out.cells.push_back(std::move(cell));
    }
    return out;
}

void NumberColumn::look(std::string_view cell)
{
    cell = bare(cell);
    if (!isNumeric(cell))
        return;
    const auto commas = std::count(cell.begin(), cell.end(), ',');
    const auto points = std::count(cell.begin(), cell.end(), '.');
    const std::size_t comma = cell.rfind(',');
    const std::size_t point = cell.rfind('.');
    if (commas > 0 && points > 0) {
        ++(comma > point ? m_decimalComma : m_thousands);
    } else if (commas > 1) {
        ++m_thousands;
    } else if (points > 1) {
        ++m_decimalComma; // 1.234.567
    } else if (commas == 1) {
        const std::size_t before = comma - (cell.front() == '-' || cell.front() == '+' ? 1 : 0);
        if (cell.size() - comma - 1 != 3 || before == 0 || before > 3 || cell[comma - before] == '0')
            ++m_decimalComma;
        else if (m_either.empty())
            m_either = cell;
    } else if (points == 1 && cell.size() - point - 1 != 3) {
        ++m_points;
    }
}

void NumberColumn::decide()
{
    m_style.missing = {"NA", "N/A", "n/a", "NaN", "nan", "null", "-", "–", ".", "#N/A"};
    m_style.decimalComma = m_decimalComma > 0 && m_thousands == 0 && m_points == 0;
    m_style.thousands = true;
}

NumberColumn::Cell NumberColumn::read(std::string_view cell, double &value) const
{
    const std::string_view number = bare(cell);
    const NumberState state = sources::parseNumber(number, m_style, value);
    switch (state) {
    case NumberState::Value:
        return Cell::Value;
    case NumberState::Missing:
        return number.empty() && !trimmed(cell).empty() ? Cell::Text : Cell::Missing;
    case NumberState::OutOfRange:
        return Cell::Broken;
    case NumberState::NotANumber:
        break;
    }
    // "3,5" among values such as "3.5"; dates such as 2011-03-11 are texts
    const bool isMeant = isNumeric(number) && number.find(',') != std::string_view::npos &&
                         number.find_first_of("+-", 1) == std::string_view::npos;
    return isMeant ? Cell::Broken : Cell::Text;
}

QString NumberColumn::note() const
{
    if (m_either.empty())
        return {};
    const QString example = qs(m_either).left(40);
    return m_style.decimalComma
               ? Tr::tr("“%1” was read with a decimal comma, as other values can only be.").arg(example)
               : Tr::tr("The comma in “%1” was read as parting thousands.").arg(example);
}

} // namespace core::workbench
