// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of EDGAR's many formats share: a filing, and the events it becomes. For
// providers/edgar*.cpp only.
#pragma once

#include "core/base/zone.h"
#include "core/sources/harvest.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::sources::edgar {

inline constexpr std::string_view kGetCurrent = "getcurrent";            ///< the newest filings, Atom
inline constexpr std::string_view kFiler = "filer";                      ///< the newest of one filer, Atom
inline constexpr std::string_view kCompany = "getcompany";               ///< filings of one company, old XML
inline constexpr std::string_view kSubmissions = "submissions";          ///< all filings of one filer, JSON
inline constexpr std::string_view kSubmissionsPage = "submissions_page"; ///< its older ones
inline constexpr std::string_view kSubmission = "submission";  ///< one filing, SGML with all documents
inline constexpr std::string_view kOwnership = "ownership";    ///< Form 3, 4 or 5, XML
inline constexpr std::string_view kPrimary = "primary";        ///< the main document of a filing
inline constexpr std::string_view kFilingPage = "filing_page"; ///< the page about a filing
inline constexpr std::string_view kDirectory = "directory";    ///< its folder, JSON
inline constexpr std::string_view kIndex = "index";            ///< all filings of a day or quarter
inline constexpr std::string_view kTickers = "tickers";        ///< all tickers, JSON
inline constexpr std::string_view kFacts = "facts";            ///< all XBRL numbers of a company
inline constexpr std::string_view kError = "error";            ///< an error that was recorded

inline constexpr std::size_t kDeepest = 32; ///< tags within tags; deeper is no document of EDGAR

/// Who takes part in a filing; the first of these is what the filing is about.
enum class Role : std::uint8_t { Subject, Filer, Reporting };

struct Party {
    std::string cik; ///< ten digits
    std::string name;
    Role role = Role::Filer;
};

struct Filing {
    std::string accession; ///< "0000320193-22-000061"
    std::string form;      ///< "10-K/A"
    base::Instant accepted;
    std::optional<base::Date> filed;  ///< must be there when `accepted` is missing
    std::optional<base::Date> period; ///< the end of what is reported, or the day of the first event
    std::vector<Party> parties;
    std::string ticker;             ///< of what the filing is about, when the answer tells
    std::vector<std::string> items; ///< of an 8-K: "5.02", before August 2004 "5"
    std::string document;
};

/// One purchase, sale, award … of a Form 4 or 5.
struct Transaction {
    std::string security;
    std::string day;
    std::string code;
    std::string shares;
    std::string price; ///< empty: not told, or only in a footnote
    std::string total; ///< in place of shares and price
    std::string side;  ///< "A": acquired, "D": disposed of
    std::string sharesAfter;
    std::string ownership; ///< "D": direct, "I": indirect
    std::vector<std::string> notes;
    bool isDerivative = false;
    bool isSwap = false;
};

/// A Form 3, 4 or 5.
struct Ownership {
    std::string form;
    std::string period;
    std::string signedOn;
    Party issuer;
    std::string symbol;
    std::vector<Party> owners;
    std::string relation; ///< of the first owner: "director, officer, ten percent owner"
    std::string officerTitle;
    std::string planFlag; ///< aff10b5One as it stands there
    std::string remarks;
    std::vector<std::pair<std::string, std::string>> notes;
    std::vector<Transaction> transactions;
    bool isBroken = false; ///< the text ends early or is not XML from some place on
};

struct FormerName {
    std::string name;
    std::optional<base::Date> from, to; ///< of the first and the last filing under it
};

/// What the answer about a filer says it is called.
struct FilerNames {
    std::string cik;
    std::string name;
    std::string sic;
    std::vector<std::string> tickers; ///< as EDGAR spells them
    std::vector<FormerName> former;
    std::optional<base::Date> firstFiled; ///< the oldest filing of the answer
    bool isOther = false;                 ///< by its type neither a company nor a fund
    bool isWhole = true;                  ///< the list of tickers is
};

const base::Zone &newYork();
/// Without blanks and line ends at both ends.
std::string_view bare(std::string_view text);

/// "0000320193" of "320193"; empty when it is not a number of at most ten digits.
std::string paddedCik(std::string_view cik);
/// The first "0000320193-22-000061" in a text, or the eighteen digits that a folder writes for it.
std::string accessionIn(std::string_view text);
bool isAccession(std::string_view text);
/// Upper case, without an exchange ("NYSE: KO"), the first of several, share classes after a dash as EDGAR's
/// own table writes them ("BRK-B"); empty for "NONE" and what is no ticker.
std::string tickerOf(std::string_view text);
/// "AAPL", else "CIK:0000320193".
std::string entityOf(std::string_view ticker, std::string_view cik);
/// "20220506", "2022-05-06".
std::optional<base::Date> dayOf(std::string_view text);
/// "20220506183057", "2022-05-06 18:30:57", New York.
base::Instant newYorkTime(std::string_view text);
/// The text when it is UTF-8, else read as Latin-1.
std::string asUtf8(std::string_view text);
bool isOwnershipForm(std::string_view form);
/// Whether a form is an 8-K of any kind, amended ones too.
bool isCurrentReport(std::string_view form);

/// The lines that a reader of the page sees (HTML), or of a plain text: blanks joined and trimmed, empty ones
/// left out, at most 2,000 bytes each. Stops when `line` gives false.
void eachLine(std::string_view page, const std::function<bool(std::string_view line)> &line);

/// The number of an item of Form 8-K by its title, as headers give it; empty when no item is called so.
std::string itemOfTitle(std::string_view title, std::optional<base::Date> filed);
/// The title of an item by its number; empty when there is none of that number.
std::string_view titleOfItem(std::string_view number);
/// The items that a document of Form 8-K has headings for, in their order.
std::vector<std::string> itemsInText(std::string_view document, std::optional<base::Date> filed);

/// Counts a record and adds the event of the filing and one for each item; refuses it when it lacks its
/// number, form or day.
void addFiling(Harvest &harvest, const Filing &filing);
/// Merges what is told twice: a filing stands in a list once for each party.
void merge(Filing &into, Filing &&other);

Ownership readOwnership(std::string_view xml);
/// A record and an event for each transaction. `filing` says when it was accepted; without it the time is
/// estimated.
void addTransactions(Harvest &harvest, const Ownership &form, const Filing &filing);

/// Names, tickers and industry of a filer in time.
void addNames(Harvest &harvest, const FilerNames &filer);
/// What a form calls its issuer, as of the instant the form was known.
void addNames(Harvest &harvest, const Ownership &form, base::Instant knownAt);

void readGetCurrent(Harvest &harvest);
void readCompany(Harvest &harvest);
void readSubmissions(Harvest &harvest);
void readTickers(Harvest &harvest);
void readFacts(Harvest &harvest);
void readSubmission(Harvest &harvest);
void readOwnershipForm(Harvest &harvest);
void readPrimary(Harvest &harvest);
void readFilingPage(Harvest &harvest);
void readIndex(Harvest &harvest);

base::Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window);
base::Result<Call> call(const Ask &ask, const SourceSettings &settings);
/// The value of a key, empty when the ask has none.
std::string_view with(const Ask &ask, const std::string &key);
/// Asks for the whole text of a filing.
Ask submissionAsk(std::string_view cik, std::string_view accession);

} // namespace core::sources::edgar
