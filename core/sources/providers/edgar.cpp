// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// EDGAR, the filings that companies and insiders make with the Securities and Exchange Commission: what was
// filed and when, the items of an 8-K, the trades of insiders, the numbers of financial statements.
#include "core/sources/providers/edgar.h"

#include "core/base/ascii.h"
#include "core/base/tr.h"
#include "core/sources/providers/all.h"

namespace core::sources {

using base::Result;
using base::Tr;

namespace edgar {

namespace {

constexpr std::size_t kStart = 4096; ///< what is looked at to tell what an answer is

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// A page of EDGAR's own about an error; it comes with a status of its own, but saved files do not tell that.
bool isRateLimit(std::string_view start)
{
    return has(start, "Request Rate Threshold Exceeded");
}

bool isUndeclared(std::string_view start)
{
    return has(start, "Undeclared Automated Tool");
}

bool isUnavailable(std::string_view start)
{
    return has(start, "SEC.gov | File Unavailable");
}

bool isStorageError(std::string_view start)
{
    return has(start, "<Error><Code>");
}

std::string recogniseXml(std::string_view start)
{
    if (has(start, "<ownershipDocument"))
        return std::string(kOwnership);
    if (has(start, "<companyfilings"))
        return std::string(kCompany);
    if (has(start, "http://www.w3.org/2005/Atom") && has(start, "sec.gov"))
        return std::string(kGetCurrent);
    return {};
}

std::string recogniseJson(std::string_view start)
{
    if (has(start, "\"cik_str\"") ||
        (has(start, "\"fields\"") && has(start, "\"ticker\"") && has(start, "\"cik\"")))
        return std::string(kTickers);
    if (has(start, "\"facts\"") && has(start, "\"entityName\""))
        return std::string(kFacts);
    if (has(start, "\"entityType\"") && has(start, "\"cik\""))
        return std::string(kSubmissions);
    if (has(start, "\"accessionNumber\""))
        return std::string(kSubmissionsPage);
    if (has(start, "\"directory\"") && has(start, "\"last-modified\""))
        return std::string(kDirectory);
    return {};
}

/// Whether a page is the main document of a periodic or current report.
bool isReport(std::string_view bytes)
{
    bool isCommission = false;
    bool isForm = false;
    int lines = 0;
    eachLine(bytes, [&](std::string_view line) {
        const std::string upper = base::upperCase(line.substr(0, 200));
        isCommission = isCommission || has(upper, "EXCHANGE COMMISSION");
        isForm = isForm || upper.starts_with("FORM ");
        return !(isCommission && isForm) && ++lines < 200;
    });
    return isCommission && isForm;
}

class Edgar final : public Provider
{
public:
    Edgar()
    {
        m_info.name = "edgar";
        m_info.title = Tr::tr("SEC EDGAR");
        m_info.about =
            Tr::tr("Every filing made with the US Securities and Exchange Commission: reports, the items of "
                   "current reports, and what insiders buy and sell.");
        m_info.licence =
            Tr::tr("Public; the SEC asks for a contact address and at most ten requests a second.");
        m_info.parserVersion = 2; // names of companies in time
        m_info.cadence = std::chrono::minutes(15);
        m_info.requests = 8;
        m_info.per = std::chrono::seconds(1);
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        return edgar::asks(settings, window);
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        return edgar::call(ask, settings);
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view start = payload.bytes.substr(0, kStart);
        if (isRateLimit(start) || isUndeclared(start) || isUnavailable(start) || isStorageError(start))
            return std::string(kError);
        if (has(start, "<SEC-HEADER>") || has(start, "<SEC-DOCUMENT>") || has(start, "&lt;SEC-HEADER&gt;") ||
            (has(start, "ACCESSION NUMBER:") && has(start, "CONFORMED SUBMISSION TYPE:")))
            return std::string(kSubmission);
        if (bare(start).starts_with('{'))
            return recogniseJson(start);
        if (std::string xml = recogniseXml(start); !xml.empty())
            return xml;
        if (has(start, "EDGAR") && has(start, "Company Name") && has(start, "Form Type") &&
            !has(start, "<html"))
            return std::string(kIndex);
        if (has(start, "<title>EDGAR Filing Documents for"))
            return std::string(kFilingPage);
        return isReport(payload.bytes) ? std::string(kPrimary) : std::string();
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        const std::string &endpoint = payload.ask.endpoint;
        if (const auto fault = faultOf(payload))
            harvest.fail(fault->kind, fault->sentence);
        else if ((endpoint == kGetCurrent || endpoint == kFiler) && !isPastLastPage(payload))
            readGetCurrent(harvest);
        else if (endpoint == kCompany)
            readCompany(harvest);
        else if (endpoint == kSubmissions || endpoint == kSubmissionsPage)
            readSubmissions(harvest);
        else if (endpoint == kSubmission)
            readSubmission(harvest);
        else if (endpoint == kOwnership)
            readOwnershipForm(harvest);
        else if (endpoint == kPrimary)
            readPrimary(harvest);
        else if (endpoint == kFilingPage)
            readFilingPage(harvest);
        else if (endpoint == kIndex)
            readIndex(harvest);
        else if (endpoint == kTickers)
            readTickers(harvest);
        else if (endpoint == kFacts)
            readFacts(harvest);
        return harvest.take(); // a folder (kDirectory) holds no events
    }

private:
    /// The list of the newest filings answers 503 past its last page: that is its end, no failure.
    static bool isPastLastPage(const Payload &payload)
    {
        const std::string_view start = with(payload.ask, "start");
        return (payload.ask.endpoint == kGetCurrent || payload.ask.endpoint == kFiler) && !start.empty() &&
               start != "0" && isUnavailable(payload.bytes.substr(0, kStart));
    }

    std::optional<AnswerFault> faultOf(const Payload &payload) const
    {
        const std::string_view start = payload.bytes.substr(0, kStart);
        if (isPastLastPage(payload))
            return std::nullopt;
        if (isRateLimit(start)) {
            return AnswerFault{
                FaultKind::TooMany,
                Tr::tr("The SEC says that this machine asked too often; it is asked again in ten "
                       "minutes")};
        }
        if (isUndeclared(start)) {
            return AnswerFault{
                FaultKind::NoAccess,
                Tr::tr("The SEC does not know who asks: enter your name and mail address as contact in "
                       "the settings")};
        }
        if (isStorageError(
                start)) { // an index of a day without filings answers 403, a filer that is none 404
            return AnswerFault{
                FaultKind::NotFound,
                Tr::tr("EDGAR has nothing under this address: no such filer, or no index for that day")};
        }
        if (isUnavailable(start))
            return AnswerFault{FaultKind::Unavailable,
                               Tr::tr("EDGAR is not available now; it is asked again later")};
        auto fault = faultOfAnswer(m_info, payload);
        const bool mayBeHtml = payload.ask.endpoint == kPrimary || payload.ask.endpoint == kFilingPage ||
                               payload.ask.endpoint == kSubmission;
        if (fault && mayBeHtml && payload.status < 400 && !bare(payload.bytes).empty())
            return std::nullopt; // a web page is what was asked for
        return fault;
    }

    ProviderInfo m_info;
};

} // namespace

} // namespace edgar

std::unique_ptr<const Provider> makeEdgar()
{
    return std::make_unique<edgar::Edgar>();
}

} // namespace core::sources
