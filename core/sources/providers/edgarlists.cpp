// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// EDGAR's lists of filings: the newest ones (Atom), those of a company (XML), those of a day or quarter
// (index).
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/numbers.h"
#include "core/sources/providers/edgar.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace core::sources::edgar {

using namespace Qt::StringLiterals;
using base::Instant;
using base::Tr;

namespace {

constexpr int kPageSize = 100;
constexpr int kLastStart = 5000; ///< past it the list answers 503
/// Without a time to go back to, as far as two fetches.
constexpr base::Duration kOverlap = std::chrono::minutes(30);

/// Filings in the order in which they first stand there; a filing that stands there again is merged.
class FilingList final
{
public:
    void add(Filing &&filing)
    {
        const auto [at, isNew] = m_places.try_emplace(filing.accession, m_filings.size());
        if (isNew)
            m_filings.push_back(std::move(filing));
        else
            merge(m_filings[at->second], std::move(filing));
    }

    [[nodiscard]] const std::vector<Filing> &filings() const { return m_filings; }

private:
    std::vector<Filing> m_filings;
    std::unordered_map<std::string, std::size_t> m_places;
};

/// Asks for the texts that hold what a list does not: the transactions of insiders, and the items where the
/// list has none.
void askForTexts(Harvest &harvest, const Filing &filing)
{
    if (with(harvest.payload().ask, "documents") != "yes" || filing.parties.empty() ||
        !isAccession(filing.accession))
        return;
    if (isOwnershipForm(filing.form) || (isCurrentReport(filing.form) && filing.items.empty()))
        harvest.next(submissionAsk(filing.parties.front().cik, filing.accession));
}

/// The texts of the elements of one entry by name; of <link> its address, of <category> its term.
using Fields = std::map<std::string, std::string, std::less<>>;

/// Calls `entry` for each element of that name that came whole. False when the text is no XML or breaks off.
template <typename Entry>
bool eachEntry(std::string_view bytes, QStringView element, Fields &outside, const Entry &entry)
{
    QXmlStreamReader xml(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    Fields fields;
    std::string text;
    std::size_t depth = 0;
    bool isInside = false;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++depth > kDeepest)
                return false;
            text.clear();
            if (xml.name() == element) {
                isInside = true;
                fields.clear();
            } else if (isInside && xml.name() == u"link") {
                fields["link"] = base::utf8(xml.attributes().value("href"_L1).toString());
            } else if (isInside && xml.name() == u"category") {
                fields["category"] = base::utf8(xml.attributes().value("term"_L1).toString());
            }
            break;
        case QXmlStreamReader::Characters:
            text += base::utf8(xml.text().toString());
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            if (xml.name() == element) {
                isInside = false;
                entry(fields);
            } else {
                const std::string name = base::utf8(xml.name().toString());
                if (isInside)
                    fields.try_emplace(name, bare(text));
                else
                    outside[name] = bare(text); // the present name of a company follows its former ones
            }
            text.clear();
            break;
        default:
            break;
        }
    }
    return !xml.hasError();
}

/// "4 - CARVANA CO. (0001690820) (Issuer)".
Party partyOfTitle(std::string_view title, std::string_view form)
{
    Party party;
    const std::size_t role = title.rfind('(');
    if (role == std::string_view::npos)
        return party;
    const std::string_view word = title.substr(role + 1);
    party.role = word.starts_with("Issuer") || word.starts_with("Subject") ? Role::Subject
                 : word.starts_with("Filer")                               ? Role::Filer
                                                                           : Role::Reporting;
    title = bare(title.substr(0, role));
    if (title.size() < 12 || title.back() != ')' || title[title.size() - 12] != '(')
        return party;
    party.cik = paddedCik(title.substr(title.size() - 11, 10));
    title = bare(title.substr(0, title.size() - 12));
    if (title.starts_with(form) && title.substr(form.size()).starts_with(" - "))
        title.remove_prefix(form.size() + 3);
    party.name = title;
    return party;
}

/// What follows "Item " at the beginning of each line.
std::vector<std::string> itemsOfSummary(std::string_view summary)
{
    std::vector<std::string> items;
    eachLine(summary, [&items](std::string_view line) {
        if (line.starts_with("Item "))
            items.emplace_back(line.substr(5, line.substr(5).find(':')));
        return true;
    });
    return items;
}

/// The numbers in "items 2.02, 8.01and 9.01".
std::vector<std::string> itemsOfWords(std::string_view words)
{
    std::vector<std::string> items;
    while (true) {
        words.remove_prefix(std::min(words.find_first_of("0123456789"), words.size()));
        if (words.empty())
            return items;
        const std::size_t end = std::min(words.find_first_not_of("0123456789."), words.size());
        items.emplace_back(words.substr(0, end));
        words.remove_prefix(end);
    }
}

/// An entry of either list: of everybody, where the title names a party, or of one filer.
Filing filingOf(const Fields &fields)
{
    const auto field = [&fields](std::string_view name) {
        const auto found = fields.find(name);
        return found == fields.end() ? std::string_view() : std::string_view(found->second);
    };
    Filing filing;
    filing.form = field("category").empty() ? field("filing-type") : field("category");
    for (const std::string_view place : {"id", "accession-number", "link"}) {
        if (filing.accession.empty())
            filing.accession = accessionIn(field(place));
    }
    if (const auto updated = base::parseInstant(field("updated")))
        filing.accepted = *updated;
    const std::string_view summary = field("summary");
    if (const std::size_t filed = summary.find("Filed:"); filed != std::string_view::npos) {
        const std::size_t digit = summary.find_first_of("0123456789", filed);
        if (digit != std::string_view::npos)
            filing.filed = dayOf(summary.substr(digit, 10));
    }
    if (!filing.filed)
        filing.filed = dayOf(field("filing-date"));
    if (isCurrentReport(filing.form)) {
        filing.items = itemsOfSummary(summary);
        if (filing.items.empty())
            filing.items = itemsOfWords(field("items-desc"));
    }
    if (Party party = partyOfTitle(field("title"), filing.form); !party.cik.empty())
        filing.parties.push_back(std::move(party));
    return filing;
}

void broken(Harvest &harvest)
{
    harvest.record();
    harvest.refuse(RefusalKind::NotAnObject, Tr::tr("the list breaks off or is not XML from here on"), {});
}

bool isForm(std::string_view form, std::string_view wanted)
{
    if (form.ends_with("/A") && !wanted.ends_with("/A"))
        form.remove_suffix(2);
    return form == wanted;
}

/// The next page, while this one is full and does not reach back far enough.
void askForNextPage(Harvest &harvest, int entries, Instant oldest)
{
    const Ask &ask = harvest.payload().ask;
    const Instant seen = harvest.payload().fetchedAt;
    if (entries < kPageSize || !oldest.isValid() || !seen.isValid())
        return;
    const auto since = base::parseInstant(with(ask, "since"));
    if (oldest < (since ? *since : seen - kOverlap))
        return;
    double start = 0;
    parseNumber(with(ask, "start"), {}, start);
    const int next = (start == start ? static_cast<int>(std::clamp(start, 0.0, 1e6)) : 0) + kPageSize;
    if (next > kLastStart)
        return;
    Ask page = ask;
    page.with["start"] = std::to_string(next);
    harvest.next(std::move(page));
}

/// How much wider than its column the name of a form may be.
constexpr std::size_t kWiderForm = 4;

/// Columns of an index: of a line the part before the number of the filer is split in form and name.
struct IndexLayout {
    bool hasPipes = false;
    bool formFirst = true;
    std::size_t second = 0; ///< where the second column begins
};

std::optional<IndexLayout> layoutOf(std::string_view header)
{
    const std::size_t form = header.find("Form Type");
    const std::size_t name = header.find("Company Name");
    if (form == std::string_view::npos || name == std::string_view::npos)
        return std::nullopt;
    return IndexLayout{header.find('|') != std::string_view::npos, form < name, std::max(form, name)};
}

std::string_view lastWord(std::string_view &line)
{
    line = bare(line);
    const std::size_t blank = line.find_last_of(" \t");
    const std::string_view word = blank == std::string_view::npos ? line : line.substr(blank + 1);
    line.remove_suffix(word.size());
    return word;
}

struct IndexRow {
    std::string_view form, name, cik, day, file;
};

/// From the right, because a long name runs into the next column and the names of forms hold blanks.
IndexRow rowOf(std::string_view line, const IndexLayout &layout)
{
    IndexRow row;
    if (layout.hasPipes) {
        std::string_view *const cells[] = {&row.cik, &row.name, &row.form, &row.day, &row.file};
        for (std::string_view *cell : cells) {
            const std::size_t end = line.find('|');
            *cell = bare(line.substr(0, end));
            line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
        }
        return row;
    }
    row.file = lastWord(line);
    row.day = lastWord(line);
    row.cik = lastWord(line);
    const std::string_view left = bare(line);
    // two blanks divide the columns; where they have run together the header tells where the second begins
    std::size_t split = layout.formFirst ? left.find("  ") : left.rfind("  ");
    if (split == std::string_view::npos || (layout.formFirst && split > layout.second + kWiderForm)) {
        split = std::min(layout.second, left.size());
        if (layout.formFirst && left.substr(split).starts_with("/A"))
            split += 2;
    }
    const std::string_view first = bare(left.substr(0, split));
    const std::string_view second = bare(left.substr(split));
    row.form = layout.formFirst ? first : second;
    row.name = layout.formFirst ? second : first;
    return row;
}

} // namespace

void readGetCurrent(Harvest &harvest)
{
    const std::string_view wanted = with(harvest.payload().ask, "type");
    const std::string ticker = tickerOf(with(harvest.payload().ask, "ticker"));
    FilingList list;
    Fields outside;
    int entries = 0;
    Instant oldest;
    const bool isWhole = eachEntry(harvest.payload().bytes, u"entry", outside, [&](const Fields &fields) {
        harvest.record();
        ++entries;
        Filing filing = filingOf(fields);
        filing.ticker = ticker;
        if (filing.accepted.isValid() && (!oldest.isValid() || filing.accepted < oldest))
            oldest = filing.accepted;
        if (!wanted.empty() && !isForm(filing.form, wanted))
            return; // the provider matches the beginning: 4 finds 424B2 too
        // the list of one filer says who it is before its first entry
        if (std::string cik = paddedCik(outside["cik"]); filing.parties.empty() && !cik.empty())
            filing.parties.push_back({std::move(cik), outside["conformed-name"], Role::Filer});
        if (!isAccession(filing.accession) || filing.parties.empty())
            return addFiling(harvest, filing); // which says what is missing
        list.add(std::move(filing));
    });
    if (entries == 0 && outside.empty())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent no list of filings").arg(harvest.info().title));
    for (const Filing &filing : list.filings()) {
        addFiling(harvest, filing);
        askForTexts(harvest, filing);
    }
    if (!isWhole)
        broken(harvest);
    else
        askForNextPage(harvest, entries, oldest);
}

void readCompany(Harvest &harvest)
{
    Fields outside;
    std::vector<Filing> filings;
    const bool isWhole =
        eachEntry(harvest.payload().bytes, u"filing", outside, [&filings](const Fields &fields) {
            const auto field = [&fields](std::string_view name) {
                const auto found = fields.find(name);
                return found == fields.end() ? std::string_view() : std::string_view(found->second);
            };
            Filing filing;
            filing.form = field("type");
            filing.filed = dayOf(field("datefiled"));
            filing.accession = accessionIn(field("filinghref")); // "BAD_LINK" happens
            if (filing.accession.empty())
                filing.accession = accessionIn(field("xbrlref"));
            filings.push_back(std::move(filing));
        });
    const std::string cik = paddedCik(outside["cik"]);
    if (cik.empty())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent no list of filings").arg(harvest.info().title));
    for (Filing &filing : filings) {
        filing.parties.push_back({cik, outside["name"], Role::Filer});
        harvest.record();
        addFiling(harvest, filing);
    }
    if (!isWhole)
        broken(harvest);
}

void readIndex(Harvest &harvest)
{
    std::string_view text = harvest.payload().bytes;
    std::optional<IndexLayout> layout;
    std::string previous;
    bool isBelowRule = false;
    FilingList list;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!isBelowRule) {
            if (!layout)
                layout = layoutOf(line);
            if (!layout) // the header may break over two lines, anywhere
                layout = layoutOf(previous + std::string(line));
            previous = line;
            isBelowRule = layout && line.starts_with("-----");
            continue;
        }
        if (bare(line).empty())
            continue;
        harvest.record();
        const IndexRow row = rowOf(line, *layout);
        Filing filing;
        filing.accession = row.file.ends_with(".txt") ? accessionIn(row.file) : std::string();
        filing.form = row.form;
        filing.filed = dayOf(row.day);
        const std::string cik = paddedCik(row.cik);
        if (!isAccession(filing.accession) || filing.form.empty() || !filing.filed || cik.empty()) {
            harvest.refuse(RefusalKind::WrongColumnCount, Tr::tr("the line is not a filing"), line);
            continue;
        }
        // an index does not tell which of several is the issuer: the first named stands for the filing
        filing.parties.push_back({cik, asUtf8(row.name), Role::Filer});
        list.add(std::move(filing));
    }
    if (!layout)
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent no index of filings").arg(harvest.info().title));
    for (const Filing &filing : list.filings()) {
        addFiling(harvest, filing);
        askForTexts(harvest, filing);
    }
}

} // namespace core::sources::edgar
