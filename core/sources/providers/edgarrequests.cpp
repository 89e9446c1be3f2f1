// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What to ask EDGAR: the newest filings of everybody or all filings of the followed; for the past its daily
// indexes or the older pages of the followed.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/market/dayrules.h"
#include "core/sources/providers/edgar.h"

#include <algorithm>

namespace core::sources::edgar {

using base::Date;
using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kSite = "https://www.sec.gov";
constexpr std::string_view kData = "https://data.sec.gov";

std::string_view option(const SourceSettings &settings, const std::string &name)
{
    const auto found = settings.options.find(name);
    return found == settings.options.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string> listed(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        if (const std::string_view part = bare(text.substr(0, comma)); !part.empty())
            parts.emplace_back(part);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return parts;
}

std::string escaped(std::string_view text)
{
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             c == '-' || c == '.' || c == '_' || c == '/';
        if (isPlain) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        }
    }
    return out;
}

/// The name of the form index of a day: EDGAR changed how it writes dates in 1995 and at the end of March
/// 1998.
std::string indexOf(Date day)
{
    const auto ymd = market::civil(day);
    const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const std::string year = std::to_string(int(ymd.year()));
    const std::string month = two(unsigned(ymd.month()));
    const std::string date = two(unsigned(ymd.day()));
    const std::string quarter = std::to_string((unsigned(ymd.month()) + 2) / 3);
    const std::string name = int(ymd.year()) < 1995                         ? month + date + year.substr(2)
                             : base::toIso(day) < std::string("1998-03-31") ? year.substr(2) + month + date
                                                                            : year + month + date;
    return "/Archives/edgar/daily-index/" + year + "/QTR" + quarter + "/form." + name + ".idx";
}

std::string folderOf(std::string_view cik, std::string_view accession)
{
    cik.remove_prefix(std::min(cik.find_first_not_of('0'), cik.size() - 1));
    std::string folder;
    std::ranges::copy_if(accession, std::back_inserter(folder), [](char c) { return c != '-'; });
    return std::string(kSite) + "/Archives/edgar/data/" + std::string(cik) + "/" + folder + "/";
}

Error wrongAsk(const Ask &ask)
{
    return {ErrorCode::BadInput,
            Tr::tr("EDGAR cannot be asked for “%1” without the number of its filer and of the filing")
                .arg(qs(ask.endpoint))};
}

/// A document in a folder, never out of it. What a list names for people is a rendering
/// ("xslF345X05/form4.xml"): the document itself lies beside.
std::string documentOf(std::string_view name)
{
    if (name.starts_with("xsl"))
        name.remove_prefix(std::min(name.find('/') + 1, name.size()));
    return name.find("..") == std::string_view::npos ? escaped(name) : std::string();
}

/// When the index of a day is out for sure: EDGAR makes them in the night.
constexpr base::Duration kIndexOut = std::chrono::hours(24 + 6);

/// Asks for the newest filings of the forms that the user wants, back to an instant.
void addNewest(std::vector<Ask> &asks, const SourceSettings &settings, base::Instant since)
{
    std::vector<std::string> forms = listed(option(settings, "forms"));
    if (forms.empty())
        forms.emplace_back(); // all
    for (std::string &form : forms) {
        Ask ask{std::string(kGetCurrent), {}};
        if (since.isValid())
            ask.with["since"] = base::toIso(since);
        if (option(settings, "documents") != "no")
            ask.with["documents"] = "yes";
        if (!form.empty())
            ask.with["type"] = std::move(form);
        asks.push_back(std::move(ask));
    }
}

/// Asks for the indexes of days, and in the place of those that are not out yet for the newest filings.
void addIndexes(std::vector<Ask> &asks, const SourceSettings &settings, const Window &window)
{
    Date day = std::max(newYork().localDay(window.from), Date(std::chrono::year(1994) / 1 / 1));
    for (; day <= newYork().localDay(window.to); day += std::chrono::days(1)) {
        const base::Instant begin = newYork().toUtc(day, {});
        if (window.now.isValid() && window.now < begin + kIndexOut)
            return addNewest(asks, settings, std::max(window.from, begin));
        if (market::isWeekend(day) || isFederalHoliday(day)) // there is no index, and EDGAR answers 403
            continue;
        Ask ask{std::string(kIndex), {{"day", base::toIso(day)}}};
        if (option(settings, "documents") == "yes")
            ask.with.emplace("documents", "yes");
        asks.push_back(std::move(ask));
    }
}

} // namespace

Ask submissionAsk(std::string_view cik, std::string_view accession)
{
    return {std::string(kSubmission), {{"cik", std::string(cik)}, {"accession", std::string(accession)}}};
}

Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window)
{
    std::map<std::string, std::string> shared;
    if (window.from.isValid())
        shared.emplace(window.isBackfill ? "from" : "since", base::toIso(window.from));
    if (window.isBackfill && window.from.isValid())
        shared.emplace("since", base::toIso(window.from));
    // thousands of texts a day are fetched for the newest filings, but for the past only on demand
    const std::string_view documents = option(settings, "documents");
    if (documents == "yes" || (documents != "no" && (!window.isBackfill || !settings.series.empty())))
        shared.emplace("documents", "yes");
    if (option(settings, "facts") == "yes")
        shared.emplace("facts", "yes");

    std::vector<Ask> asks;
    for (const std::string &series : settings.series) {
        std::string_view number = series;
        if (number.starts_with("CIK"))
            number.remove_prefix(number.starts_with("CIK:") ? 4 : 3);
        if (std::string cik = paddedCik(number); !cik.empty()) {
            Ask ask{std::string(kSubmissions), shared};
            ask.with["cik"] = cik;
            asks.push_back(std::move(ask));
            if (window.isBackfill && shared.contains("facts"))
                asks.push_back({std::string(kFacts), {{"cik", std::move(cik)}}});
        } else if (std::string ticker = tickerOf(series); !ticker.empty()) {
            // this list knows tickers; the others want EDGAR's own number
            Ask ask{std::string(kFiler), shared};
            ask.with.erase("from");
            ask.with.erase("facts");
            ask.with["ticker"] = std::move(ticker);
            asks.push_back(std::move(ask));
        } else {
            return Error{
                ErrorCode::BadInput,
                Tr::tr("“%1” is neither a ticker nor a CIK; write AAPL or CIK0000320193").arg(qs(series))};
        }
    }
    if (!window.isBackfill && option(settings, "tickers") == "yes")
        asks.push_back({std::string(kTickers), {}});
    if (!settings.series.empty())
        return asks;

    if (!window.isBackfill) {
        addNewest(asks, settings, window.from);
        return asks;
    }
    if (!window.from.isValid() || !window.to.isValid())
        return Error{ErrorCode::BadInput,
                     Tr::tr("say from which day to which day EDGAR's indexes are wanted")};
    addIndexes(asks, settings, window);
    return asks;
}

Result<Call> call(const Ask &ask, const SourceSettings &settings)
{
    const std::string contact(bare(settings.contact));
    const bool isOneLine = std::ranges::none_of(
        contact, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (contact.find('@') == std::string::npos || !isOneLine) {
        return Error{
            ErrorCode::BadInput,
            Tr::tr(
                "The SEC lets in only programs that say whose they are: enter your name and mail address as "
                "contact in the settings")};
    }
    Call call;
    call.headers.emplace_back("User-Agent", "Foreshock " + contact);
    const std::string cik = paddedCik(with(ask, "cik"));
    const std::string_view accession = with(ask, "accession");
    if (ask.endpoint == kGetCurrent) {
        const std::string_view start = with(ask, "start");
        call.url = std::string(kSite) +
                   "/cgi-bin/browse-edgar?action=getcurrent&type=" + escaped(with(ask, "type")) +
                   "&company=&dateb=&owner=include&start=" + (start.empty() ? "0" : escaped(start)) +
                   "&count=100&output=atom";
    } else if (ask.endpoint == kFiler) {
        const std::string_view start = with(ask, "start");
        const std::string who = cik.empty() ? tickerOf(with(ask, "ticker")) : cik;
        if (who.empty())
            return wrongAsk(ask);
        call.url = std::string(kSite) + "/cgi-bin/browse-edgar?action=getcompany&CIK=" + escaped(who) +
                   "&type=&dateb=&owner=include&start=" + (start.empty() ? "0" : escaped(start)) +
                   "&count=100&output=atom";
    } else if (ask.endpoint == kTickers) {
        call.url = std::string(kSite) + "/files/company_tickers.json";
    } else if (ask.endpoint == kIndex) {
        const auto day = dayOf(with(ask, "day"));
        if (!day)
            return Error{ErrorCode::BadInput,
                         Tr::tr("“%1” is not a day of EDGAR's index").arg(qs(with(ask, "day")))};
        call.url = std::string(kSite) + indexOf(*day);
    } else if (ask.endpoint == kSubmissionsPage) {
        const std::string name = escaped(with(ask, "name"));
        if (name.empty() || name.find('/') != std::string::npos)
            return wrongAsk(ask);
        call.url = std::string(kData) + "/submissions/" + name;
    } else if (cik.empty()) {
        return wrongAsk(ask);
    } else if (ask.endpoint == kSubmissions) {
        call.url = std::string(kData) + "/submissions/CIK" + cik + ".json";
    } else if (ask.endpoint == kFacts) {
        call.url = std::string(kData) + "/api/xbrl/companyfacts/CIK" + cik + ".json";
    } else if (!isAccession(accession)) {
        return wrongAsk(ask);
    } else if (ask.endpoint == kSubmission) {
        call.url = folderOf(cik, accession) + std::string(accession) + ".txt";
    } else if (ask.endpoint == kFilingPage) {
        call.url = folderOf(cik, accession) + std::string(accession) + "-index.htm";
        call.expectsHtml = true;
    } else if (ask.endpoint == kDirectory) {
        call.url = folderOf(cik, accession) + "index.json";
    } else if (const std::string document = documentOf(with(ask, "document"));
               !document.empty() && (ask.endpoint == kOwnership || ask.endpoint == kPrimary)) {
        call.url = folderOf(cik, accession) + document;
        call.expectsHtml = ask.endpoint == kPrimary;
    } else {
        return wrongAsk(ask);
    }
    return call;
}

} // namespace core::sources::edgar
