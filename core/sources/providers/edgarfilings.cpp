// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A filing as events: one for itself and, of an 8-K, one for each of its items.
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/boundrules.h"
#include "core/sources/providers/edgar.h"

#include <algorithm>
#include <array>

namespace core::sources::edgar {

using base::Date;
using base::Instant;
using base::Tr;

namespace {

struct Item {
    std::string_view number;
    std::string_view title;
};

/// Form 8-K, General Instructions and the headers of filings; a number stands once for each title it had.
/// Since 23 August 2004 (SEC release 33-8400).
constexpr std::array<Item, 39> kItems{{
    {"1.01", "Entry into a Material Definitive Agreement"},
    {"1.02", "Termination of a Material Definitive Agreement"},
    {"1.03", "Bankruptcy or Receivership"},
    {"1.04", "Mine Safety - Reporting of Shutdowns and Patterns of Violations"},
    {"1.05", "Material Cybersecurity Incidents"},
    {"2.01", "Completion of Acquisition or Disposition of Assets"},
    {"2.02", "Results of Operations and Financial Condition"},
    {"2.03",
     "Creation of a Direct Financial Obligation or an Obligation under an Off-Balance Sheet Arrangement of "
     "a Registrant"},
    {"2.04",
     "Triggering Events That Accelerate or Increase a Direct Financial Obligation or an Obligation under an "
     "Off-Balance Sheet Arrangement"},
    {"2.05", "Costs Associated with Exit or Disposal Activities"},
    {"2.05", "Cost Associated with Exit or Disposal Activities"},
    {"2.06", "Material Impairments"},
    {"3.01",
     "Notice of Delisting or Failure to Satisfy a Continued Listing Rule or Standard; Transfer of Listing"},
    {"3.02", "Unregistered Sales of Equity Securities"},
    {"3.03", "Material Modifications to Rights of Security Holders"},
    {"3.03", "Material Modification to Rights of Security Holders"},
    {"4.01", "Changes in Registrant's Certifying Accountant"},
    {"4.02",
     "Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed Interim "
     "Review"},
    {"5.01", "Changes in Control of Registrant"},
    {"5.02",
     "Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers; "
     "Compensatory Arrangements of Certain Officers"},
    {"5.02", "Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal "
             "Officers"},
    {"5.03", "Amendments to Articles of Incorporation or Bylaws; Change in Fiscal Year"},
    {"5.04", "Temporary Suspension of Trading Under Registrant's Employee Benefit Plans"},
    {"5.05", "Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics"},
    {"5.05", "Amendment to Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics"},
    {"5.06", "Change in Shell Company Status"},
    {"5.07", "Submission of Matters to a Vote of Security Holders"},
    {"5.08", "Shareholder Director Nominations"},
    {"5.08", "Shareholder Nominations Pursuant to Exchange Act Rule 14a-11"},
    {"6.01", "ABS Informational and Computational Material"},
    {"6.02", "Change of Servicer or Trustee"},
    {"6.03", "Change in Credit Enhancement or Other External Support"},
    {"6.04", "Failure to Make a Required Distribution"},
    {"6.05", "Securities Act Updating Disclosure"},
    {"6.06", "Static Pool"},
    {"6.10", "Alternative Filings of Asset-Backed Issuers"},
    {"7.01", "Regulation FD Disclosure"},
    {"8.01", "Other Events"},
    {"9.01", "Financial Statements and Exhibits"},
}};

/// Before.
constexpr std::array<Item, 17> kOldItems{{
    {"1", "Changes in Control of Registrant"},
    {"2", "Acquisition or Disposition of Assets"},
    {"3", "Bankruptcy or Receivership"},
    {"4", "Changes in Registrant's Certifying Accountant"},
    {"5", "Other Events"},
    {"5", "Other Events and Regulation FD Disclosure"},
    {"6", "Resignations of Registrant's Directors"},
    {"6", "Resignation of Directors"},
    {"7", "Financial Statements and Exhibits"},
    {"7", "Financial Statements, Pro Forma Financial Information and Exhibits"},
    {"7", "Financial Statements Pro Forma Financial Information and Exhibits"},
    {"8", "Change in Fiscal Year"},
    {"9", "Regulation FD Disclosure"},
    {"10", "Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics"},
    {"11", "Temporary Suspension of Trading Under Registrant's Employee Benefit Plans"},
    {"12", "Results of Operations and Financial Condition"},
    {"12", "Disclosure of Results of Operations and Financial Condition"},
}};

bool isBeforeNewItems(std::optional<Date> filed)
{
    using namespace std::chrono;
    return filed && *filed < sys_days(year(2004) / August / 23);
}

/// "10-K405" becomes "10k405", "SC 13G/A" "sc_13g".
std::string slugOfForm(std::string_view form)
{
    if (form.ends_with("/A"))
        form.remove_suffix(2);
    std::string joined;
    std::ranges::copy_if(form, std::back_inserter(joined), [](char c) { return c != '-'; });
    return slugOf(joined, '_');
}

/// "6" of "06"; empty when it is not the number of an item.
std::string itemNumber(std::string_view text)
{
    while (text.size() > 1 && text.starts_with('0'))
        text.remove_prefix(1); // "05.02"
    return titleOfItem(text).empty() ? std::string() : std::string(text);
}

/// What both the filing and its items say of themselves.
Meta metaOf(const Filing &filing)
{
    Meta meta;
    meta.text("accession", filing.accession).text("form", filing.form);
    if (!filing.parties.empty())
        meta.text("cik", filing.parties.front().cik).text("company", filing.parties.front().name);
    if (filing.form.ends_with("/A"))
        meta.flag("amended", true);
    if (filing.period)
        meta.text("period", base::toIso(*filing.period));
    if (filing.filed)
        meta.text("filed", base::toIso(*filing.filed));
    return meta;
}

/// When it happened and when it could be known.
void setTimes(domain::Event &event, const Filing &filing)
{
    if (filing.accepted.isValid()) {
        event.timestamp = filing.accepted;
        event.knownAt = filing.accepted;
    } else {
        Harvest::setDay(event, *filing.filed, newYork());
    }
    // a proxy statement names the day of the meeting to come: that has not happened yet
    if (filing.period) {
        const Instant period = newYork().toUtc(*filing.period, {});
        if (period <= event.timestamp)
            event.timestamp = period;
    }
}

std::string addressOf(const Filing &filing)
{
    std::string folder;
    std::ranges::copy_if(filing.accession, std::back_inserter(folder), [](char c) { return c != '-'; });
    std::string_view cik = filing.parties.front().cik;
    cik.remove_prefix(std::min(cik.find_first_not_of('0'), cik.size()));
    return "https://www.sec.gov/Archives/edgar/data/" + std::string(cik) + "/" + folder + "/" +
           filing.accession + "-index.htm";
}

} // namespace

std::string itemOfTitle(std::string_view title, std::optional<Date> filed)
{
    const std::string wanted = slugOf(title, '_');
    const auto find = [&wanted](const auto &items) {
        const auto found = std::ranges::find_if(
            items, [&wanted](const Item &item) { return slugOf(item.title, '_') == wanted; });
        return found == items.end() ? std::string() : std::string(found->number);
    };
    return isBeforeNewItems(filed) ? find(kOldItems) : find(kItems);
}

std::string_view titleOfItem(std::string_view number)
{
    const auto find = [number](const auto &items) {
        const auto found = std::ranges::find(items, number, &Item::number);
        return found == items.end() ? std::string_view() : found->title;
    };
    return number.find('.') == std::string_view::npos ? find(kOldItems) : find(kItems);
}

std::vector<std::string> itemsInText(std::string_view document, std::optional<Date> filed)
{
    std::vector<std::string> items;
    const bool isOld = isBeforeNewItems(filed);
    eachLine(document, [&](std::string_view line) {
        if (line.size() < 6)
            return true;
        if (base::lowerCase(line.substr(0, 4)) != "item" || (line[4] != ' ' && !base::isDigit(line[4])))
            return true;
        line.remove_prefix(std::min(line.find_first_not_of(' ', 4), line.size()));
        std::string_view number = line.substr(0, line.find_first_not_of("0123456789."));
        line.remove_prefix(number.size());
        while (number.ends_with('.'))
            number.remove_suffix(1);
        // "Item 2.02 of this report is …" is a sentence, no heading
        if (line.starts_with(" of ") || line.starts_with(" and ") || line.starts_with(","))
            return true;
        const bool isOfItsTime = !filed || (number.find('.') == std::string_view::npos) == isOld;
        std::string item = itemNumber(number);
        if (!item.empty() && isOfItsTime && std::ranges::find(items, item) == items.end())
            items.push_back(std::move(item));
        return true;
    });
    return items;
}

void merge(Filing &into, Filing &&other)
{
    for (Party &party : other.parties) {
        const auto same = std::ranges::find(into.parties, party.cik, &Party::cik);
        if (same == into.parties.end())
            into.parties.push_back(std::move(party));
        else
            same->role = std::min(same->role, party.role);
    }
    for (std::string &item : other.items) {
        if (std::ranges::find(into.items, item) == into.items.end())
            into.items.push_back(std::move(item));
    }
}

void addFiling(Harvest &harvest, const Filing &given)
{
    if (!isAccession(given.accession))
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the filing has no accession number"),
                              given.accession);
    if (given.form.empty() || slugOfForm(given.form).empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the filing has no form type"), given.accession);
    if (given.parties.empty())
        return harvest.refuse(RefusalKind::NoValue, Tr::tr("the filing names no filer"), given.accession);
    if (!given.accepted.isValid() && !given.filed)
        return harvest.refuse(RefusalKind::NotADate, Tr::tr("the day of the filing is not a date"),
                              given.accession);
    Filing filing = given;
    std::ranges::stable_sort(filing.parties, {}, &Party::role); // what it is about comes first
    const std::string entity = entityOf(filing.ticker, filing.parties.front().cik);
    const std::string title =
        filing.parties.front().name.empty() ? filing.form : filing.parties.front().name + ": " + filing.form;

    std::vector<std::string> items;
    if (isCurrentReport(filing.form)) {
        for (const std::string &item : filing.items) {
            std::string number = itemNumber(item);
            if (!number.empty() && std::ranges::find(items, number) == items.end())
                items.push_back(std::move(number));
        }
    }
    const Instant unset(0); // setTimes() gives each its own
    {
        domain::Event &event =
            harvest.event("filing_" + slugOfForm(filing.form), entity, filing.accession, unset);
        setTimes(event, filing);
        event.text = title;
        Meta meta = metaOf(filing);
        meta.text("document", filing.document).text("url", addressOf(filing));
        std::string joined;
        for (const std::string &item : items)
            joined += (joined.empty() ? "" : ",") + item;
        meta.text("items", joined);
        if (filing.parties.size() > 1) {
            std::string all;
            for (const Party &party : filing.parties)
                all += (all.empty() ? "" : ",") + party.cik;
            meta.text("parties", all);
        }
        event.metadata = meta.take();
    }
    for (const std::string &item : items) {
        std::string type = "8k_item_" + item;
        std::ranges::replace(type, '.', '_');
        domain::Event &event = harvest.event(type, entity, filing.accession + "/" + item, unset);
        setTimes(event, filing);
        event.text = title + ", " + std::string(titleOfItem(item));
        event.metadata = metaOf(filing).text("item", item).take();
    }
}

} // namespace core::sources::edgar
