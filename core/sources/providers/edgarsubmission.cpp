// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One filing: its whole text (SGML header and documents), its page, its main document.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/providers/edgar.h"

#include <algorithm>
#include <array>

namespace core::sources::edgar {

using base::Tr;

namespace {

/// No header is longer; what is searched for stays within it.
constexpr std::size_t kLongestHeader = std::size_t(1) << 20;

/// "CENTRAL INDEX KEY: 0000320193" or "<CIK>0000320193".
struct HeaderLine {
    std::string key;
    std::string_view value;
};

HeaderLine lineOf(std::string_view line)
{
    line = bare(line);
    HeaderLine read;
    std::string_view key;
    if (line.starts_with('<')) {
        const std::size_t end = line.find('>');
        if (end == std::string_view::npos)
            return read;
        key = line.substr(1, end - 1);
        read.value = bare(line.substr(end + 1));
    } else {
        const std::size_t end = line.find(':');
        if (end == std::string_view::npos)
            return read;
        key = bare(line.substr(0, end));
        read.value = bare(line.substr(end + 1));
    }
    read.key = key.substr(0, 60);
    std::ranges::replace(read.key, ' ', '-');
    return read;
}

std::optional<Role> roleOf(std::string_view key)
{
    if (key == "ISSUER" || key == "SUBJECT-COMPANY")
        return Role::Subject;
    if (key == "FILER")
        return Role::Filer;
    if (key == "REPORTING-OWNER" || key == "FILED-BY" || key == "FILED-FOR")
        return Role::Reporting;
    return std::nullopt;
}

Filing readHeader(std::string_view header)
{
    Filing filing;
    std::vector<std::string> titles;
    while (!header.empty()) {
        const std::size_t end = header.find('\n');
        const HeaderLine line = lineOf(header.substr(0, end));
        header.remove_prefix(end == std::string_view::npos ? header.size() : end + 1);
        const auto is = [&line](std::string_view one, std::string_view other) {
            return line.key == one || line.key == other;
        };
        if (const auto role = roleOf(line.key); role && line.value.empty()) {
            filing.parties.push_back({{}, {}, *role});
        } else if (line.key == "ACCESSION-NUMBER") {
            filing.accession = line.value;
        } else if (is("TYPE", "CONFORMED-SUBMISSION-TYPE")) {
            filing.form = line.value;
        } else if (is("PERIOD", "CONFORMED-PERIOD-OF-REPORT")) {
            filing.period = dayOf(line.value);
        } else if (is("FILING-DATE", "FILED-AS-OF-DATE")) {
            filing.filed = dayOf(line.value);
        } else if (line.key == "ACCEPTANCE-DATETIME") {
            filing.accepted = newYorkTime(line.value);
        } else if (line.key == "ITEMS") {
            filing.items.emplace_back(line.value);
        } else if (line.key == "ITEM-INFORMATION" && !line.value.empty()) {
            titles.emplace_back(line.value);
        } else if (is("CIK", "CENTRAL-INDEX-KEY")) {
            if (filing.parties.empty())
                filing.parties.push_back({});
            if (filing.parties.back().cik.empty())
                filing.parties.back().cik = paddedCik(line.value);
        } else if (is("CONFORMED-NAME", "COMPANY-CONFORMED-NAME")) {
            if (filing.parties.empty())
                filing.parties.push_back({});
            if (filing.parties.back().name.empty())
                filing.parties.back().name = asUtf8(line.value);
        }
    }
    std::erase_if(filing.parties, [](const Party &party) { return party.cik.empty(); });
    for (const std::string &title : titles) {
        std::string item = itemOfTitle(title, filing.filed);
        if (item.empty()) { // a title we do not know: the document must tell
            filing.items.clear();
            break;
        }
        filing.items.push_back(std::move(item));
    }
    return filing;
}

/// "AAPL" of an inline XBRL document.
std::string tickerIn(std::string_view document)
{
    const std::size_t at = document.find("name=\"dei:TradingSymbol\"");
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = document.substr(at, 2000);
    const std::size_t start = rest.find('>');
    if (start == std::string_view::npos)
        return {};
    std::string text;
    bool inTag = false;
    for (const char c : rest.substr(start + 1)) {
        if (c == '<') {
            inTag = true;
            if (!bare(text).empty())
                break;
        } else if (c == '>') {
            inTag = false;
        } else if (!inTag) {
            text += c;
        }
    }
    return tickerOf(text);
}

/// Calls `document` with type, file name and text of each, until it gives false.
template <typename Use>
void eachDocument(std::string_view text, const Use &use)
{
    for (std::size_t at = text.find("<DOCUMENT>"); at != std::string_view::npos;) {
        const std::size_t next = text.find("<DOCUMENT>", at + 10);
        const std::string_view document = text.substr(at, next == std::string_view::npos ? next : next - at);
        const std::size_t body = std::min(document.find("<TEXT>"), document.size());
        std::string type;
        std::string name;
        std::string_view head = document.substr(0, body);
        while (!head.empty()) {
            const std::size_t end = head.find('\n');
            const HeaderLine line = lineOf(head.substr(0, end));
            head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
            if (line.key == "TYPE")
                type = line.value;
            else if (line.key == "FILENAME")
                name = line.value;
        }
        if (!use(type, name, document.substr(body)))
            return;
        at = next;
    }
}

/// What stands between <XML> and </XML>, or up to the end when that is missing.
std::string_view xmlIn(std::string_view document)
{
    const std::size_t start = document.find("<XML>");
    if (start == std::string_view::npos)
        return {};
    const std::size_t end = document.find("</XML>", start);
    return document.substr(start + 5, end == std::string_view::npos ? end : end - start - 5);
}

std::string unescaped(std::string_view page)
{
    std::string text(page);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPairs{
        {{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}}};
    for (const auto &[escaped, plain] : kPairs) {
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t found = std::min(text.find(escaped, at), text.size());
            out.append(text, at, found - at);
            if (found < text.size())
                out += plain;
            at = found + escaped.size();
        }
        text = std::move(out);
    }
    return text;
}

} // namespace

void readSubmission(Harvest &harvest)
{
    std::string_view text = harvest.payload().bytes;
    std::string page; // the page of a header shows it escaped
    if (text.substr(0, kLongestHeader).find("&lt;SEC-HEADER&gt;") != std::string_view::npos) {
        page = unescaped(text.substr(0, kLongestHeader));
        text = page;
    }
    const std::size_t documents = text.find("<DOCUMENT>");
    std::size_t end =
        std::min({text.find("</SEC-HEADER>"), text.find("</IMS-HEADER>"), documents, kLongestHeader});
    Filing filing = readHeader(text.substr(0, end));
    if (filing.accession.empty() && filing.form.empty())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent something else than a filing").arg(harvest.info().title));

    std::vector<Ownership> forms;
    bool isMain = true;
    eachDocument(text, [&](const std::string &type, const std::string &name, std::string_view document) {
        if (isMain) {
            filing.document = name;
            filing.ticker = tickerIn(document);
            if (isCurrentReport(filing.form) && filing.items.empty())
                filing.items = itemsInText(document, filing.filed);
        }
        isMain = false;
        if (isOwnershipForm(type) && forms.size() < 10) {
            const std::string_view xml = xmlIn(document);
            if (xml.find("<ownershipDocument") != std::string_view::npos)
                forms.push_back(readOwnership(xml));
        }
        return true;
    });
    for (const Ownership &form : forms) {
        if (filing.ticker.empty())
            filing.ticker = form.symbol;
    }
    harvest.record();
    addFiling(harvest, filing);
    for (const Ownership &form : forms)
        addTransactions(harvest, form, filing);
}

void readPrimary(Harvest &harvest)
{
    const Ask &ask = harvest.payload().ask;
    const std::string_view document = harvest.payload().bytes;
    Filing filing;
    filing.form = with(ask, "form");
    if (filing.form.empty()) { // recorded by somebody else: only an 8-K has such headings
        filing.filed = dayOf(with(ask, "filed"));
        bool isCurrent = false;
        int lines = 0;
        eachLine(document, [&](std::string_view line) {
            isCurrent = isCurrent || line == "FORM 8-K" || line == "Form 8-K";
            return !isCurrent && ++lines < 200;
        });
        if (!isCurrent)
            return; // its text belongs to the documents; the lists tell that it was filed
        filing.form = "8-K";
    }
    if (!isCurrentReport(filing.form))
        return;
    filing.accession = with(ask, "accession");
    if (filing.accession.empty())
        filing.accession = accessionIn(harvest.payload().origin);
    if (const auto accepted = base::parseInstant(with(ask, "accepted")))
        filing.accepted = *accepted;
    filing.filed = dayOf(with(ask, "filed"));
    filing.period = dayOf(with(ask, "period"));
    filing.document = with(ask, "document");
    filing.ticker = tickerIn(document);
    if (std::string cik = paddedCik(with(ask, "cik")); !cik.empty())
        filing.parties.push_back({std::move(cik), std::string(with(ask, "company")), Role::Filer});
    filing.items = itemsInText(document, filing.filed);
    harvest.record();
    if (filing.accession.empty()) {
        return harvest.refuse(RefusalKind::NoValue,
                              Tr::tr("nothing tells which filing the document belongs to"),
                              harvest.payload().origin);
    }
    addFiling(harvest, filing);
}

void readFilingPage(Harvest &harvest)
{
    Filing filing;
    std::string before;
    eachLine(harvest.payload().bytes, [&](std::string_view line) {
        if (filing.form.empty() && line.starts_with("Form ")) {
            const std::string_view rest = line.substr(5);
            filing.form = bare(rest.substr(0, rest.find(" - ")));
        } else if (filing.accession.empty() && line.find("Accession No.") != std::string_view::npos) {
            filing.accession = accessionIn(line);
        } else if (before == "Filing Date") {
            filing.filed = dayOf(line);
        } else if (before == "Accepted") {
            filing.accepted = newYorkTime(line);
        } else if (before == "Period of Report") {
            filing.period = dayOf(line);
        } else if (line.starts_with("Item ")) {
            filing.items.emplace_back(line.substr(5, line.substr(5).find(':')));
        }
        // "NVIDIA CORP (Filer) CIK: 0001045810 (see all company filings)"
        if (const std::size_t cik = line.find(") CIK: "); cik != std::string_view::npos) {
            const std::size_t role = line.rfind('(', cik);
            Party party;
            party.cik = paddedCik(line.substr(cik + 7, 10));
            const std::string_view word =
                role == std::string_view::npos ? "" : line.substr(role + 1, cik - role - 1);
            party.role = word == "Issuer" || word == "Subject" ? Role::Subject
                         : word == "Filer"                     ? Role::Filer
                                                               : Role::Reporting;
            party.name = asUtf8(bare(line.substr(0, std::min(role, line.size()))));
            if (!party.cik.empty())
                filing.parties.push_back(std::move(party));
        }
        before = line;
        return true;
    });
    if (filing.accession.empty())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent something else than a filing").arg(harvest.info().title));
    harvest.record();
    addFiling(harvest, filing);
}

} // namespace core::sources::edgar
