// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Small answers in EDGAR's shapes, written by hand.
#pragma once

#include "tests/unit/sources/providers/answers.h"

namespace edgarfixture {

inline const core::sources::Provider &edgar()
{
    return *core::sources::findProvider("edgar");
}

inline core::sources::Parsed parse(const support::Answer &answer)
{
    return support::parse(edgar(), answer);
}

inline core::base::Instant at(std::string_view iso)
{
    return *core::base::parseInstant(iso);
}

/// An entry of the newest filings.
inline std::string entry(const std::string &form, const std::string &who, const std::string &cik,
                         const std::string &role, const std::string &accession, const std::string &updated,
                         const std::string &more = {})
{
    return "<entry><title>" + form + " - " + who + " (" + cik + ") (" + role + ")</title>\n" +
           "<link rel=\"alternate\" href=\"https://www.sec.gov/Archives/edgar/data/1/2/x-index.htm\"/>\n" +
           "<summary type=\"html\">\n &lt;b&gt;Filed:&lt;/b&gt; 2026-03-02 &lt;b&gt;AccNo:&lt;/b&gt; " +
           accession + more + "\n</summary><updated>" + updated +
           "</updated>\n<category scheme=\"https://www.sec.gov/\" term=\"" + form +
           "\"/>\n<id>urn:tag:sec.gov,2008:accession-number=" + accession + "</id></entry>\n";
}

inline std::string feed(const std::string &entries)
{
    return "<?xml version=\"1.0\" encoding=\"ISO-8859-1\" ?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
           "<title>Latest Filings</title><id>https://www.sec.gov/cgi-bin/browse-edgar</id>\n" +
           entries + "</feed>\n";
}

/// A transaction of a Form 4; price empty: only a footnote tells it.
inline std::string trade(const std::string &code, const std::string &shares, const std::string &price,
                         const std::string &side, const std::string &note = {},
                         const std::string &day = "2024-05-06")
{
    const std::string footnote = note.empty() ? "" : "<footnoteId id=\"" + note + "\"/>";
    return "<nonDerivativeTransaction><securityTitle><value>Common "
           "Stock</value></securityTitle><transactionDate><value>" +
           day +
           "</value></transactionDate><transactionCoding><transactionFormType>4</transactionFormType>"
           "<transactionCode>" +
           code + "</transactionCode><equitySwapInvolved>0</equitySwapInvolved>" + footnote +
           "</transactionCoding><transactionAmounts><transactionShares><value>" + shares +
           "</value></transactionShares><transactionPricePerShare>" +
           (price.empty() ? "<footnoteId id=\"F9\"/>" : "<value>" + price + "</value>") +
           "</transactionPricePerShare><transactionAcquiredDisposedCode><value>" + side +
           "</value></transactionAcquiredDisposedCode></transactionAmounts><postTransactionAmounts>"
           "<sharesOwnedFollowingTransaction><value>1000</value></sharesOwnedFollowingTransaction>"
           "</postTransactionAmounts><ownershipNature><directOrIndirectOwnership><value>D</value>"
           "</directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction>\n";
}

inline std::string form4(const std::string &trades, const std::string &more = {},
                         const std::string &type = "4", const std::string &symbol = "TEST")
{
    return "<?xml version=\"1.0\"?>\n<ownershipDocument><schemaVersion>X0306</schemaVersion><documentType>" +
           type +
           "</documentType><periodOfReport>2024-05-06</periodOfReport><issuer><issuerCik>0000001234</"
           "issuerCik>"
           "<issuerName>Test &amp; Co</issuerName><issuerTradingSymbol>" +
           symbol +
           "</issuerTradingSymbol></issuer><reportingOwner><reportingOwnerId><rptOwnerCik>0000009999</"
           "rptOwnerCik>"
           "<rptOwnerName>Doe "
           "Jane</rptOwnerName></reportingOwnerId><reportingOwnerRelationship><isDirector>true"
           "</isDirector><isOfficer>1</isOfficer><officerTitle>CFO</officerTitle></"
           "reportingOwnerRelationship>"
           "</reportingOwner><nonDerivativeTable>" +
           trades + "</nonDerivativeTable>" + more + "</ownershipDocument>\n";
}

/// A filing's whole text around its documents.
inline std::string submission(const std::string &form, const std::string &head, const std::string &parties,
                              const std::string &documents)
{
    return "<SEC-DOCUMENT>0000111111-24-000001.txt : 20240507\n<SEC-HEADER>0000111111-24-000001.hdr.sgml : "
           "20240507\n"
           "<ACCEPTANCE-DATETIME>20240507163000\nACCESSION NUMBER:\t\t0000111111-24-000001\n"
           "CONFORMED SUBMISSION TYPE:\t" +
           form + "\nPUBLIC DOCUMENT COUNT:\t\t1\nCONFORMED PERIOD OF REPORT:\t20240506\n" + head +
           "FILED AS OF DATE:\t\t20240507\n\n" + parties + "</SEC-HEADER>\n" + documents +
           "</SEC-DOCUMENT>\n";
}

inline std::string party(const std::string &role, const std::string &name, const std::string &cik)
{
    return role + ":\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t\t" + name +
           "\n\t\tCENTRAL INDEX KEY:\t\t\t" + cik +
           "\n\n\tFORMER COMPANY:\n\t\tFORMER CONFORMED NAME:\tELSE\n\n";
}

inline std::string document(const std::string &type, const std::string &text)
{
    return "<DOCUMENT>\n<TYPE>" + type + "\n<SEQUENCE>1\n<FILENAME>main.htm\n<TEXT>\n" + text +
           "\n</TEXT>\n</DOCUMENT>\n";
}

/// The filings of a filer, one of them at each time.
inline std::string submissions(const std::string &accepted, const std::string &filed,
                               const std::string &form = "10-Q", const std::string &items = "",
                               const std::string &period = "2024-03-31")
{
    return R"({"cik":"1234","entityType":"operating","name":"Test & Co","tickers":["BRK.B","BRK-A"],"ein":null,"filings":{"recent":{)"
           R"("accessionNumber":["0000111111-24-000002"],"filingDate":[")" +
           filed + R"("],"reportDate":[")" + period + R"("],"acceptanceDateTime":[")" + accepted +
           R"("],"act":["34"],"form":[")" + form + R"("],"items":[")" + items +
           R"("],"size":[17],"isXBRL":[1],"primaryDocument":[""]},"files":[{"name":"CIK0000001234-submissions-001.json",)"
           R"("filingCount":9,"filingFrom":"1994-01-26","filingTo":"2015-03-11"}]}})";
}

inline core::sources::SourceSettings contact()
{
    core::sources::SourceSettings settings;
    settings.contact = "Jane Doe jane@example.org";
    return settings;
}

} // namespace edgarfixture
