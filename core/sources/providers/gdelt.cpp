// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// GDELT: what the world's news reports, coded by machine. Every 15 minutes a list names three zips (events,
// their mentions, the knowledge graph of articles); the daily files of version 1.0 reach back; a search gives
// articles and the volume of a subject over time.
#include "core/sources/providers/gdelt.h"

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"
#include "core/sources/zipped.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <set>

namespace core::sources {

using base::qs;
using base::Result;
using base::Tr;

namespace {

// the bucket behind data.gdeltproject.org, whose own name has no certificate
constexpr std::string_view kFiles = "https://storage.googleapis.com/data.gdeltproject.org/";
constexpr std::string_view kDoc = "https://api.gdeltproject.org/api/v2/doc/doc?format=json";
constexpr std::uint64_t kMostGdeltUnzipped = std::uint64_t(512) << 20;
constexpr base::Date kFirstDailyFile = std::chrono::sys_days(std::chrono::year(2013) / 4 / 1);
constexpr base::Date kFirstQuarterFiles = std::chrono::sys_days(std::chrono::year(2015) / 2 / 19);
constexpr base::Duration kQuarter = std::chrono::minutes(15);
constexpr base::Duration kMostByQuarter = std::chrono::days(3); ///< longer times are asked for by days

/// What the search answers with when it does not like the question: text, with status 200.
constexpr std::array<std::string_view, 10> kComplaints = {"A maximum of",  "Your query",
                                                          "Please limit",  "The specified phrase",
                                                          "Timespan is",   "Invalid/Unsupported",
                                                          "Invalid query", "Invalid mode",
                                                          "Unknown",       "No query"};

std::string_view firstLine(std::string_view text)
{
    std::string_view line = text.substr(0, text.find('\n'));
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// "24611 8afb…29efdc http://…/20260913013000.export.CSV.zip"
struct Listed {
    std::string_view md5;
    std::string_view file;
};

Listed listedOn(std::string_view line)
{
    const std::size_t first = line.find(' ');
    const std::size_t second = line.find(' ', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos || first == 0 ||
        line.substr(0, first).find_first_not_of("0123456789") != std::string_view::npos)
        return {};
    const std::string_view md5 = line.substr(first + 1, second - first - 1);
    std::string_view file = line.substr(second + 1);
    file.remove_prefix(file.rfind('/') + 1); // npos + 1 is 0
    if (md5.size() != 32 || md5.find_first_not_of("0123456789abcdef") != std::string_view::npos ||
        file.size() < 15 || file.substr(0, 14).find_first_not_of("0123456789") != std::string_view::npos)
        return {};
    return {md5, file};
}

/// Which table a file of that name holds.
std::string_view tableOfName(std::string_view name)
{
    if (name.find(".export.") != std::string_view::npos)
        return gdelt::kExport;
    if (name.find(".mentions.") != std::string_view::npos)
        return gdelt::kMentions;
    return name.find(".gkg.") != std::string_view::npos ? gdelt::kGkg : std::string_view();
}

/// 20150218230000
std::string stampText(base::Instant at)
{
    std::string text;
    for (const char c : base::toIso(at).substr(0, 19)) {
        if (base::isDigit(c))
            text += c;
    }
    return text;
}

/// The quarter of an hour that begins then or next.
base::Instant quarterFrom(base::Instant at)
{
    const std::int64_t over = at.micros() % kQuarter.count(); // GDELT is younger than 1970
    return over > 0 ? at + (kQuarter - base::Duration(over)) : at;
}

/// Asks for what lies between the last list and this one, which names the newest file only.
void askForOlderFiles(Harvest &harvest, std::string_view table, std::string_view newest)
{
    const base::Instant listed = gdelt::stampOf(newest.substr(0, 14));
    const auto from = base::parseInstant(valueOf(harvest.payload().ask.with, "from"));
    if (!from || !listed.isValid())
        return;
    for (base::Instant at = std::max(quarterFrom(*from), quarterFrom(listed - kMostByQuarter)); at < listed;
         at = at + kQuarter)
        harvest.next(
            {std::string(table), {{"file", "gdeltv2/" + stampText(at) + std::string(newest.substr(14))}}});
}

void readLastUpdate(Harvest &harvest)
{
    std::set<std::string_view> tables; // each once, whatever the list says
    eachLine(harvest.payload().bytes, [&harvest, &tables](std::string_view line) {
        harvest.record();
        const Listed listed = listedOn(line);
        const std::string_view table = tableOfName(listed.file);
        if (table.empty() || !listed.file.ends_with(".zip") ||
            listed.file.find_first_of("?%#\\ ") != std::string_view::npos)
            return harvest.refuse(RefusalKind::UnknownWord, Tr::tr("the line names none of GDELT's files"),
                                  line);
        const auto &with = harvest.payload().ask.with;
        if (table != gdelt::kExport && !with.contains(std::string(table)))
            return;
        harvest.next({std::string(table),
                      {{"file", "gdeltv2/" + std::string(listed.file)}, {"md5", std::string(listed.md5)}}});
        if (tables.insert(table).second)
            askForOlderFiles(harvest, table, listed.file);
    });
}

/// Asks for the files of 15 minutes in [from, to).
void addQuarterFiles(std::vector<Ask> &asks, const SourceSettings &settings, base::Instant from,
                     base::Instant to)
{
    for (base::Instant at = quarterFrom(from); at < to; at = at + kQuarter) {
        const std::string name = "gdeltv2/" + stampText(at);
        asks.push_back({std::string(gdelt::kExport), {{"file", name + ".export.CSV.zip"}}});
        if (isOn(settings, gdelt::kMentions))
            asks.push_back({std::string(gdelt::kMentions), {{"file", name + ".mentions.CSV.zip"}}});
        if (isOn(settings, gdelt::kGkg))
            asks.push_back({std::string(gdelt::kGkg), {{"file", name + ".gkg.csv.zip"}}});
    }
}

void addDailyFiles(std::vector<Ask> &asks, const SourceSettings &settings, base::Date day)
{
    const std::string name = stampText(base::Instant(day)).substr(0, 8);
    asks.push_back({std::string(gdelt::kExport), {{"file", "events/" + name + ".export.CSV.zip"}}});
    if (isOn(settings, gdelt::kGkg))
        asks.push_back({std::string(gdelt::kGkg), {{"file", "gkg/" + name + ".gkg.csv.zip"}}});
}

/// Whole days of long times by the daily files, all else by those of 15 minutes: the daily file of a day is
/// out on the next morning, and its ids are others, so that what was collected of that day would be stored
/// twice.
void addPastFiles(std::vector<Ask> &asks, const SourceSettings &settings, const Window &window)
{
    const bool isShort = window.to - window.from <= kMostByQuarter;
    // the newest files are on the list, and may not be out
    const base::Instant end = window.now.isValid() ? std::min(window.to, window.now - kQuarter) : window.to;
    for (base::Date day = std::max(window.from.utcDay(), kFirstDailyFile); base::Instant(day) < window.to;
         day += std::chrono::days(1)) {
        const bool isPart = base::Instant(day) < window.from;
        const bool isOut = !window.now.isValid() || gdelt::morningAfter(day) <= window.now;
        if (day >= kFirstQuarterFiles && (isShort || isPart || !isOut))
            addQuarterFiles(asks, settings, std::max(window.from, base::Instant(day)),
                            std::min(end, base::Instant(day + std::chrono::days(1))));
        else
            addDailyFiles(asks, settings, day);
    }
}

class Gdelt final : public Provider
{
public:
    Gdelt()
    {
        m_info.name = "gdelt";
        m_info.title = Tr::tr("GDELT");
        m_info.about = Tr::tr(
            "What the world's news reports: protests, fights, talks and the tone of articles by country, "
            "every 15 minutes.");
        m_info.licence = Tr::tr("Free for any use, with attribution to the GDELT Project.");
        m_info.cadence = std::chrono::minutes(15);
        m_info.requests = 1;
        m_info.per = std::chrono::milliseconds(5500); // what the search asks for
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        std::vector<Ask> asks;
        if (!window.isBackfill) {
            Ask list{std::string(gdelt::kLastUpdate), {{"from", base::toIso(window.from)}}};
            for (const std::string_view table : {gdelt::kMentions, gdelt::kGkg}) {
                if (isOn(settings, table))
                    list.with.emplace(table, "yes");
            }
            asks.push_back(std::move(list));
        } else {
            addPastFiles(asks, settings, window);
        }
        for (const std::string &query : settings.series) {
            const std::map<std::string, std::string> with = {
                {"query", query}, {"from", base::toIso(window.from)}, {"to", base::toIso(window.to)}};
            asks.push_back({std::string(gdelt::kArticles), with});
            if (window.isBackfill)
                asks.push_back({std::string(gdelt::kTimeline), with});
        }
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &) const override
    {
        Call call;
        const auto value = [&ask](const std::string &key) {
            const auto found = ask.with.find(key);
            return found == ask.with.end() ? std::string() : found->second;
        };
        if (ask.endpoint == gdelt::kLastUpdate) {
            call.url = std::string(kFiles) + "gdeltv2/lastupdate.txt";
        } else if (ask.endpoint == gdelt::kArticles || ask.endpoint == gdelt::kTimeline) {
            const auto from = base::parseInstant(value("from"));
            const auto to = base::parseInstant(value("to"));
            call.url = std::string(kDoc) + "&query=" + percentEncoded(value("query"));
            call.url += ask.endpoint == gdelt::kArticles ? "&mode=artlist&maxrecords=250&sort=dateasc"
                                                         : "&mode=timelinevolraw";
            if (from && to)
                call.url += "&startdatetime=" + stampText(*from) + "&enddatetime=" + stampText(*to);
        } else {
            call.url = std::string(kFiles) + value("file");
        }
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        std::string_view bytes = payload.bytes;
        if (isZipped(bytes))
            return std::string(tableOfName(zippedName(bytes)));
        const std::string_view line = firstLine(bytes);
        if (!tableOfName(listedOn(line).file).empty())
            return std::string(gdelt::kLastUpdate);
        if (line.starts_with("DATE\tNUMARTS\t"))
            return std::string(gdelt::kGkg);
        if (const std::string_view table = gdelt::tableOf(gdelt::columnsOf(bytes)); !table.empty())
            return std::string(line[0] >= '0' && line[0] <= '9' ? table : std::string_view());
        bytes = bytes.substr(0, 600);
        if (bytes.find("\"query_details\"") != std::string_view::npos ||
            bytes.find("\"timeline\"") != std::string_view::npos)
            return std::string(gdelt::kTimeline);
        if (bytes.find("\"articles\"") != std::string_view::npos &&
            bytes.find("\"url_mobile\"") != std::string_view::npos)
            return std::string(gdelt::kArticles);
        const bool isComplaint = bytes.size() < 400 && std::ranges::any_of(kComplaints, [&](auto start) {
                                     return bytes.starts_with(start);
                                 });
        return std::string(isComplaint ? gdelt::kArticles : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (auto fault = faultOfAnswer(m_info, payload)) {
            harvest.fail(fault->kind, fault->sentence);
            return harvest.take();
        }
        const std::string &endpoint = payload.ask.endpoint;
        if (endpoint == gdelt::kLastUpdate)
            readLastUpdate(harvest);
        else if (endpoint == gdelt::kArticles || endpoint == gdelt::kTimeline)
            readSearch(harvest);
        else
            readFile(harvest);
        return harvest.take();
    }

private:
    static void readSearch(Harvest &harvest)
    {
        const std::string_view bytes = harvest.payload().bytes;
        const std::size_t start = bytes.find_first_not_of(" \t\r\n");
        if (bytes[start] != '{' && bytes[start] != '\xEF') { // complaints come as text
            const std::string_view complaint = firstLine(bytes.substr(start, 200));
            const bool tooOften = complaint.find("limit requests") != std::string_view::npos;
            return harvest.fail(tooOften ? FaultKind::TooMany : FaultKind::Refused,
                                Tr::tr("GDELT answered: “%1”").arg(qs(complaint)));
        }
        if (harvest.payload().ask.endpoint == gdelt::kArticles)
            gdelt::readArticles(harvest);
        else
            gdelt::readTimeline(harvest);
    }

    static void readFile(Harvest &harvest)
    {
        const Payload &payload = harvest.payload();
        std::string own;
        std::string_view text = payload.bytes;
        if (isZipped(text)) {
            const auto md5 = payload.ask.with.find("md5");
            if (md5 != payload.ask.with.end()) {
                QCryptographicHash hash(QCryptographicHash::Md5);
                hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
                if (hash.result().toHex().toStdString() != md5->second)
                    return harvest.fail(FaultKind::NotData,
                                        Tr::tr("The file is not the one that GDELT's list names (its "
                                               "checksum differs); it is fetched again later"));
            }
            auto unpacked = unzipped(text, kMostGdeltUnzipped);
            if (!unpacked)
                return harvest.fail(FaultKind::NotData, unpacked.error().message);
            own = std::move(*unpacked);
            text = own;
        }
        if (!simdjson::validate_utf8(text.data(), text.size())) {
            own = base::utf8(qs(text)); // invalid bytes become U+FFFD, the rows around them stay
            text = own;
        }
        if (payload.ask.endpoint == gdelt::kExport)
            gdelt::readEvents(harvest, text);
        else if (payload.ask.endpoint == gdelt::kMentions)
            gdelt::readMentions(harvest, text);
        else
            gdelt::readGkg(harvest, text);
    }

    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeGdelt()
{
    return std::make_unique<Gdelt>();
}

} // namespace core::sources
