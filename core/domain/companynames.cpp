// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/companynames.h"

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <tuple>

namespace core::domain {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::isCapital;
using base::isDigit;
using base::qs;
using base::Result;
using base::Tr;
using base::upperCase;

namespace {

constexpr std::size_t kLongestTicker = 32;

bool isMark(char c)
{
    return c == '.' || c == '-' || c == '/' || c == ' ';
}

/// How EDGAR's table writes what follows the mark; empty when that is no class of shares.
std::string classOf(std::string_view suffix)
{
    std::string bare;
    std::ranges::copy_if(suffix, std::back_inserter(bare), [](char c) { return !isMark(c); });
    if (bare.empty() || !std::ranges::all_of(bare, isCapital))
        return {};
    if (bare == "U")
        return "UN";
    if (bare.size() == 1)
        return bare;
    if (bare.starts_with("WS") && bare.size() <= 3)
        return "WT" + bare.substr(2);
    if (bare.size() == 3 && bare.starts_with("PR"))
        return "P" + bare.substr(2);
    const bool isKnown = (bare.size() == 2 && bare.starts_with('P')) || bare == "UN" || bare == "RT" ||
                         bare == "RI" || (bare.starts_with("WT") && bare.size() <= 3);
    return isKnown ? bare : std::string();
}

/// The stretches of one (kind, key), ascending.
class Stretches final
{
public:
    void add(const CompanyName &change)
    {
        if (change.ends) {
            if (m_all.empty())
                open(change).from = Instant(); // since when is not told
            if (m_all.back().isHeld())
                m_all.back().until = change.at;
            m_wasEnded = true;
            return;
        }
        if (!m_all.empty() && m_all.back().isHeld()) {
            HeldName &last = m_all.back();
            last.seen = change.at;
            last.basis = std::max(last.basis, change.basis);
            return;
        }
        if (change.basis != NameBasis::Filed || !m_wasEnded)
            open(change);
    }

    std::vector<HeldName> &all() { return m_all; }

private:
    HeldName &open(const CompanyName &change)
    {
        return m_all.emplace_back(HeldName{change.kind, change.basis, change.value, change.at, Instant(),
                                           change.at, change.source, false});
    }

    std::vector<HeldName> m_all;
    bool m_wasEnded = false;
};

/// A name or industry gives way to what the same source says later. Of what is stated with its days only what
/// is told otherwise is believed: a name used for a day beside another does not end that.
void closeReplaced(std::vector<HeldName> &held)
{
    for (HeldName &one : held) {
        if (!one.isHeld() || one.kind == NameKind::Ticker)
            continue;
        Instant next;
        for (const HeldName &other : held) {
            const bool areStated = one.basis == NameBasis::Stated && other.basis == NameBasis::Stated;
            if (areStated || other.kind != one.kind || other.source != one.source || other.seen <= one.seen)
                continue;
            const Instant from = other.from > one.seen ? other.from : other.seen;
            if (!next.isValid() || from < next)
                next = from;
        }
        one.until = next;
    }
}

/// A ticker that only filers wrote gives way to a table fetched after they last did.
void closeUnlisted(std::vector<HeldName> &held, const std::vector<Instant> &listings)
{
    for (HeldName &one : held) {
        if (!one.isHeld() || one.kind != NameKind::Ticker || one.basis != NameBasis::Filed)
            continue;
        const auto next = std::ranges::upper_bound(listings, one.seen);
        if (next != listings.end())
            one.until = *next;
    }
}

} // namespace

std::vector<HeldName> heldNames(std::vector<CompanyName> changes)
{
    std::ranges::stable_sort(changes, [](const CompanyName &a, const CompanyName &b) {
        // at one instant what begins comes last: a name that ends with a day and begins anew goes on
        return std::tuple(a.at, a.knownAt, !a.ends, a.seq) < std::tuple(b.at, b.knownAt, !b.ends, b.seq);
    });
    std::map<std::pair<NameKind, std::string>, Stretches> byKey;
    std::vector<Instant> listings;
    for (const CompanyName &change : changes) {
        // names replace one another within a source, so each source has stretches of its own
        const std::string key = keyOf(change.kind, change.value) +
                                (change.kind == NameKind::Ticker ? std::string() : '\n' + change.source);
        byKey[{change.kind, key}].add(change);
        if (change.kind == NameKind::Ticker && change.basis != NameBasis::Filed && !change.ends)
            listings.push_back(change.at);
    }
    std::vector<HeldName> held;
    for (auto &[key, stretches] : byKey)
        std::ranges::move(stretches.all(), std::back_inserter(held));
    closeReplaced(held);
    closeUnlisted(held, listings);
    std::ranges::stable_sort(held, [](const HeldName &a, const HeldName &b) {
        return std::tuple(a.kind, a.from, a.value) < std::tuple(b.kind, b.from, b.value);
    });
    return held;
}

std::string tickerKey(std::string_view ticker)
{
    if (ticker.empty() || ticker.size() > kLongestTicker)
        return std::string(ticker);
    std::size_t end = 0;
    while (end < ticker.size() && (isCapital(ticker[end]) || isDigit(ticker[end])))
        ++end;
    if (end == 0 || end == ticker.size())
        return std::string(ticker);
    const std::string base(ticker.substr(0, end));
    std::string_view rest = ticker.substr(end);
    if (rest.front() == 'p' && rest.size() <= 2 && (rest.size() == 1 || isCapital(rest.back())))
        return base + "-P" + std::string(rest.substr(1)); // as Polygon writes preferred shares
    if (!isMark(rest.front()))
        return std::string(ticker);
    const std::string share = classOf(rest.substr(1));
    return share.empty() ? std::string(ticker) : base + '-' + share;
}

std::vector<std::string> tickerSpellings(const std::string &ticker)
{
    std::vector<std::string> out{ticker};
    const std::string key = tickerKey(ticker);
    const std::size_t mark = key.find('-');
    if (mark == std::string::npos || (key == ticker && classOf(key.substr(mark + 1)).empty()))
        return out;
    const std::string base = key.substr(0, mark);
    const std::string share = key.substr(mark + 1);
    std::vector<std::string> classes{share};
    if (share.size() == 2 && share.starts_with('P')) {
        classes.push_back("PR" + share.substr(1));
        out.push_back(base + "p" + share.substr(1));
    } else if (share.starts_with("WT")) {
        classes.push_back("WS" + share.substr(2));
    } else if (share == "UN") {
        classes.emplace_back("U");
    }
    for (const char separator : {'-', '.', '/', ' '}) {
        for (const std::string &one : classes)
            out.push_back(base + separator + one);
    }
    std::erase(out, ticker);
    out.insert(out.begin(), ticker);
    return out;
}

std::string nameKey(std::string_view name)
{
    QString out;
    for (const QChar c : qs(name).normalized(QString::NormalizationForm_KC).toCaseFolded()) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            out += c;
        else if (c == u'&')
            out += c;
        else if (c.isSpace() && !out.isEmpty() && !out.endsWith(u' '))
            out += u' ';
    }
    return base::utf8(out.trimmed());
}

std::string keyOf(NameKind kind, std::string_view value)
{
    // tickers first as they stand: Polygon's preferred shares have a small p
    if (kind == NameKind::Ticker)
        return tickerKey(upperCase(tickerKey(value)));
    return kind == NameKind::Name ? nameKey(value) : std::string(value);
}

std::optional<std::string> cikOf(std::string_view text)
{
    if (text.starts_with("CIK") || text.starts_with("cik")) {
        text.remove_prefix(3);
        text.remove_prefix(std::min(text.find_first_not_of(": "), text.size()));
    }
    if (text.empty() || text.size() > 10 || !std::ranges::all_of(text, isDigit) ||
        text.find_first_not_of('0') == std::string_view::npos)
        return std::nullopt;
    return std::string(10 - text.size(), '0') + std::string(text);
}

Result<std::optional<std::string>> findSymbol(const std::string &text, std::span<const std::string> symbols,
                                              const NameReader *names, Instant at,
                                              std::optional<std::uint64_t> snapshot)
{
    if (std::ranges::binary_search(symbols, text))
        return std::optional(text);
    std::vector<std::string> keys{tickerKey(text)};
    const auto cik = cikOf(text);
    if (cik && names != nullptr) {
        const auto tickers = names->tickers(*cik, at, snapshot);
        if (!tickers)
            return tickers.error();
        for (const std::string &ticker : *tickers)
            keys.push_back(tickerKey(ticker));
    }
    std::vector<std::string> found;
    std::ranges::copy_if(symbols, std::back_inserter(found), [&keys](const std::string &symbol) {
        return std::ranges::find(keys, tickerKey(symbol)) != keys.end();
    });
    if (found.empty())
        return std::optional<std::string>();
    if (found.size() == 1)
        return std::optional(std::move(found.front()));
    QStringList all;
    for (const std::string &symbol : found)
        all.append(qs(symbol));
    return Error{ErrorCode::BadInput, Tr::tr("“%1” can be %2; name the one that is meant.")
                                          .arg(qs(text).left(100), all.join(QStringLiteral(", ")))};
}

} // namespace core::domain
