// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How EDGAR writes numbers, days, tickers and pages, in all the ways it does.
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/sources/providers/edgar.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <charconv>

namespace core::sources::edgar {

using base::Date;
using base::Instant;
using base::isDigit;

namespace {

constexpr std::size_t kLongestLine = 2000;

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.empty() ||
        !isDigit(digits.front()))
        return std::nullopt;
    return value;
}

/// The character an entity stands for, as far as pages of EDGAR need it: blanks become one, others are kept
/// out.
char characterOf(std::string_view entity)
{
    static constexpr std::array<std::pair<std::string_view, char>, 10> kNamed{{{"amp", '&'},
                                                                               {"lt", '<'},
                                                                               {"gt", '>'},
                                                                               {"quot", '"'},
                                                                               {"apos", '\''},
                                                                               {"#38", '&'},
                                                                               {"#39", '\''},
                                                                               {"#8217", '\''},
                                                                               {"rsquo", '\''},
                                                                               {"#34", '"'}}};
    const auto found = std::ranges::find(kNamed, entity, &std::pair<std::string_view, char>::first);
    return found == kNamed.end() ? ' ' : found->second;
}

/// Whether a tag begins or ends a line.
bool breaksLine(std::string_view tag)
{
    static constexpr std::array<std::string_view, 18> kNames{"p",     "div", "br", "tr",    "td", "th",
                                                             "table", "li",  "ul", "title", "hr", "h1",
                                                             "h2",    "h3",  "h4", "h5",    "h6", "pre"};
    return std::ranges::find(kNames, tag) != kNames.end();
}

/// Gathers a line of what is seen.
class Line final
{
public:
    explicit Line(const std::function<bool(std::string_view)> &line)
        : m_line(line)
    {}

    void add(char c)
    {
        const bool isBlank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
        if (isBlank && (m_text.empty() || m_text.back() == ' '))
            return;
        if (m_text.size() < kLongestLine)
            m_text += isBlank ? ' ' : c;
    }

    /// False when nobody wants more.
    bool end()
    {
        const std::string_view text = bare(m_text);
        const bool wantsMore = text.empty() || m_line(text);
        m_text.clear();
        return wantsMore;
    }

private:
    const std::function<bool(std::string_view)> &m_line;
    std::string m_text;
};

/// The name of a tag, lower case, without its slash and its prefix ("ix:nonNumeric" gives "nonnumeric").
std::string nameOfTag(std::string_view tag)
{
    if (tag.starts_with('/'))
        tag.remove_prefix(1);
    tag = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
    if (const std::size_t colon = tag.find(':'); colon != std::string_view::npos)
        tag.remove_prefix(colon + 1);
    return base::lowerCase(tag.substr(0, 20));
}

/// How many bytes of a hard blank begin at `i`, as UTF-8 or Latin-1; 0 when there is none. A byte 0xA0 is one
/// by itself only where no UTF-8 character can go on.
std::size_t hardBlank(std::string_view page, std::size_t i)
{
    const auto byte = [page](std::size_t at) { return static_cast<unsigned char>(page[at]); };
    if (byte(i) == 0xC2 && i + 1 < page.size() && byte(i + 1) == 0xA0)
        return 2;
    if (byte(i) != 0xA0 || (i > 0 && byte(i - 1) >= 0x80))
        return 0;
    std::size_t bytes = 1;
    while (i + bytes < page.size() && byte(i + bytes) == 0xA0)
        ++bytes;
    return bytes;
}

bool looksLikeHtml(std::string_view page)
{
    const std::string start = base::lowerCase(page.substr(0, 4096));
    return start.find("<html") != std::string::npos || start.find("<body") != std::string::npos ||
           start.find("<div") != std::string::npos || start.find("<!doctype html") != std::string::npos;
}

} // namespace

const base::Zone &newYork()
{
    static const base::Zone zone = [] {
        auto found = base::Zone::find("America/New_York");
        return found ? *found : base::Zone(); // the doctor names a system without zones
    }();
    return zone;
}

std::string_view bare(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos)
        return {};
    return text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
}

std::string paddedCik(std::string_view cik)
{
    cik = bare(cik);
    if (cik.empty() || cik.size() > 10 || !std::ranges::all_of(cik, isDigit))
        return {};
    return std::string(10 - cik.size(), '0').append(cik);
}

bool isAccession(std::string_view text)
{
    if (text.size() != 20 || text[10] != '-' || text[13] != '-')
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i != 10 && i != 13 && !isDigit(text[i]))
            return false;
    }
    return true;
}

std::string accessionIn(std::string_view text)
{
    for (std::size_t i = 0; i + 18 <= text.size(); ++i) {
        if (i > 0 && isDigit(text[i - 1]))
            continue;
        if (isAccession(text.substr(i, 20)))
            return std::string(text.substr(i, 20));
        const std::string_view folder = text.substr(i, 18);
        const bool endsThere = i + 18 == text.size() || !isDigit(text[i + 18]);
        if (endsThere && std::ranges::all_of(folder, isDigit))
            return std::string(folder.substr(0, 10))
                .append("-")
                .append(folder.substr(10, 2))
                .append("-")
                .append(folder.substr(12));
    }
    return {};
}

std::string tickerOf(std::string_view text)
{
    if (const std::size_t exchange = text.find(':'); exchange != std::string_view::npos)
        text.remove_prefix(exchange + 1);
    text = bare(text);
    text.remove_prefix(std::min(text.find_first_not_of("([$\"' "), text.size()));
    text = text.substr(0, text.find_first_of(" ,;()[]&\"'"));
    std::string ticker;
    for (const char c : text) {
        const char upper = base::upper(c);
        if (base::isCapital(upper) || isDigit(upper))
            ticker += upper;
        else if ((c == '.' || c == '-' || c == '/') && !ticker.empty())
            ticker += '-';
        else
            return {};
    }
    while (ticker.ends_with('-'))
        ticker.pop_back();
    if (ticker.size() > 10 || ticker == "NONE" || ticker == "N-A" || ticker == "NA" || ticker == "NULL")
        return {};
    return ticker;
}

std::string entityOf(std::string_view ticker, std::string_view cik)
{
    return ticker.empty() ? "CIK:" + std::string(cik) : std::string(ticker);
}

std::optional<Date> dayOf(std::string_view text)
{
    text = bare(text);
    std::string iso;
    if (text.size() == 8 && std::ranges::all_of(text, isDigit))
        iso = std::string(text.substr(0, 4)) + '-' + std::string(text.substr(4, 2)) + '-' +
              std::string(text.substr(6));
    else
        iso = text.substr(0, 10);
    const auto day = base::parseDate(iso);
    if (!day || (text.size() > 10 && isDigit(text[10])))
        return std::nullopt;
    return *day;
}

Instant newYorkTime(std::string_view text)
{
    text = bare(text);
    const bool isPlain = text.size() == 14 && std::ranges::all_of(text, isDigit);
    const bool isWritten = text.size() == 19 && text[13] == ':' && text[16] == ':';
    if (!isPlain && !isWritten)
        return {};
    const auto day = dayOf(text.substr(0, isPlain ? 8 : 10));
    const auto hour = number(isPlain ? text.substr(8, 2) : text.substr(11, 2));
    const auto minute = number(isPlain ? text.substr(10, 2) : text.substr(14, 2));
    const auto second = number(isPlain ? text.substr(12, 2) : text.substr(17, 2));
    if (!day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
        return {};
    return newYork().toUtc(*day, std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
                                     std::chrono::seconds(*second));
}

std::string asUtf8(std::string_view text)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString read = utf8.decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    if (!utf8.hasError())
        return std::string(text);
    return base::utf8(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())));
}

bool isOwnershipForm(std::string_view form)
{
    if (form.ends_with("/A"))
        form.remove_suffix(2);
    return form == "3" || form == "4" || form == "5";
}

bool isCurrentReport(std::string_view form)
{
    return form.starts_with("8-K");
}

std::string_view with(const Ask &ask, const std::string &key)
{
    const auto found = ask.with.find(key);
    return found == ask.with.end() ? std::string_view() : std::string_view(found->second);
}

void eachLine(std::string_view page, const std::function<bool(std::string_view line)> &line)
{
    const bool isHtml = looksLikeHtml(page);
    Line seen(line);
    std::string hidden; // the tag whose content is not shown
    for (std::size_t i = 0; i < page.size(); ++i) {
        const char c = page[i];
        if (c == '<') {
            if (page.substr(i, 4) == "<!--") {
                const std::size_t end = page.find("-->", i + 4);
                if (end == std::string_view::npos)
                    break;
                i = end + 2;
                continue;
            }
            const std::size_t end = page.find('>', i);
            if (end == std::string_view::npos)
                break;
            const std::string_view tag = page.substr(i + 1, end - i - 1);
            const std::string name = nameOfTag(tag);
            if (!hidden.empty() && name == hidden && tag.starts_with('/'))
                hidden.clear();
            else if (hidden.empty() && (name == "script" || name == "style") && !tag.ends_with('/'))
                hidden = name;
            if (breaksLine(name) && !seen.end())
                return;
            i = end;
            continue;
        }
        if (!hidden.empty())
            continue;
        if (c == '&') {
            const std::size_t length = page.substr(i, 9).find(';');
            if (length != std::string_view::npos) {
                seen.add(characterOf(page.substr(i + 1, length - 1)));
                i += length;
                continue;
            }
        }
        if (c == '\n' && !isHtml) {
            if (!seen.end())
                return;
            continue;
        }
        if (const std::size_t bytes = hardBlank(page, i); bytes > 0) {
            seen.add(' ');
            i += bytes - 1;
        } else {
            seen.add(c);
        }
    }
    seen.end();
}

} // namespace core::sources::edgar
