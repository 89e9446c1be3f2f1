// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Transcripts of earnings calls from addresses the user names: text as StreetEvents lays it out (rules of =
// and -, lists of participants, one heading "Name, Company - Title    [7]" per turn), or JSON with speakers.
// An event each, with its speakers counted.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/dates.h"
#include "core/sources/jsonfields.h"
#include "core/sources/jsonwalk.h"
#include "core/sources/numbers.h"
#include "core/sources/providers/all.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <optional>
#include <set>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using simdjson::ondemand::array;
using simdjson::ondemand::object;

namespace {

constexpr std::string_view kText = "text";
constexpr std::string_view kJson = "json";

/// What was counted in one call.
struct Conference {
    std::string title;
    Instant at;
    std::set<std::string> speakers;
    std::set<std::string> company; ///< participants of the company
    std::set<std::string> guests;  ///< analysts and others
    std::uint64_t turns = 0;
    std::uint64_t words = 0;
};

std::uint64_t wordsIn(std::string_view text)
{
    std::uint64_t count = 0;
    bool inWord = false;
    for (const char c : text) {
        const bool isBlank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        count += !isBlank && !inWord ? 1 : 0;
        inWord = !isBlank;
    }
    return count;
}

/// "NOVEMBER 02, 2017 / 9:00PM GMT"
Instant instantOf(std::string_view line)
{
    static const auto pattern = DatePattern::compile("MON DD, YYYY / h:mmAP Z");
    if (!pattern)
        return {};
    const auto at = pattern->parse(line);
    return at ? Instant(at->day) + at->time - at->offset.value_or(base::Duration(0)) : Instant();
}

/// "Name, Company - Title    [7]" gives the name; nothing for other lines.
std::optional<std::string> speakerOf(std::string_view line)
{
    line = trimmed(line);
    if (!line.ends_with(']'))
        return std::nullopt;
    const std::size_t open = line.rfind('[');
    if (open == std::string_view::npos || open == 0 || open + 2 >= line.size() ||
        line.substr(open + 1, line.size() - open - 2).find_first_not_of("0123456789") !=
            std::string_view::npos)
        return std::nullopt;
    const std::string_view heading = trimmed(line.substr(0, open));
    const std::string_view name = trimmed(heading.substr(0, heading.find(',')));
    return name.empty() ? std::nullopt : std::optional<std::string>(name);
}

bool isRule(std::string_view line)
{
    return line.size() > 20 && (line.find_first_not_of('=') == std::string_view::npos ||
                                line.find_first_not_of('-') == std::string_view::npos);
}

/// From the ask, else from the name of a saved file ("2017-Nov-02-AAPL.txt"), else the title tells the
/// company.
std::string entityOf(const Harvest &harvest, const std::string &title)
{
    if (std::string asked = valueOf(harvest.payload().ask.with, "symbol"); !asked.empty())
        return asked;
    std::string_view stem = harvest.payload().origin;
    stem.remove_prefix(stem.rfind('/') + 1); // npos + 1 is 0
    stem = stem.substr(0, stem.rfind('.'));
    const std::string_view last = stem.substr(stem.rfind('-') + 1);
    const bool isTicker = !last.empty() && last.size() <= 6 && last.size() < stem.size() &&
                          std::ranges::all_of(last, [](char c) { return c >= 'A' && c <= 'Z'; });
    return isTicker ? std::string(last) : title;
}

void write(Harvest &harvest, const Conference &call)
{
    const std::string entity = entityOf(harvest, call.title);
    domain::Event &event =
        harvest.event("transcript", entity, "transcript/" + entity + '/' + base::toIso(call.at), call.at);
    harvest.knownAfter(event, "transcript");
    event.text = call.title;
    Meta meta;
    meta.number("speakers", static_cast<double>(call.speakers.size()))
        .number("turns", static_cast<double>(call.turns))
        .number("words", static_cast<double>(call.words))
        .number("company_participants", static_cast<double>(call.company.size()))
        .number("guests", static_cast<double>(call.guests.size()))
        .text("url", valueOf(harvest.payload().ask.with, "url"));
    event.metadata = meta.take();
}

void readPlainTranscript(Harvest &harvest)
{
    enum class Part : std::uint8_t { Head, Company, Guests, Talk, Legal };
    Conference call;
    Part part = Part::Head;
    std::string before;
    eachLine(harvest.payload().bytes, [&](std::string_view raw) {
        const std::string_view line = trimmed(raw);
        if (isRule(line))
            return;
        if (part == Part::Head) {
            if (const Instant at = instantOf(line); at.isValid() && !call.at.isValid()) {
                call.at = at;
                call.title = before; // the line above the date
            }
        }
        before = line;
        if (line == "Corporate Participants") {
            part = Part::Company;
        } else if (line.starts_with("Conference Call Particip")) { // it is misspelt there
            part = Part::Guests;
        } else if (line == "Definitions") {
            part = Part::Legal;
        } else if ((part == Part::Company || part == Part::Guests) && raw.starts_with(" * ")) {
            (part == Part::Company ? call.company : call.guests).emplace(trimmed(line.substr(1)));
        } else if (const auto speaker = speakerOf(line); speaker && part != Part::Legal) {
            part = Part::Talk;
            harvest.record();
            ++call.turns;
            call.speakers.insert(*speaker);
        } else if (part == Part::Talk) {
            call.words += wordsIn(line);
        }
    });
    if (!call.at.isValid())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("This is no transcript of a call, or its date cannot be read"));
    if (call.turns == 0)
        harvest.record(); // a summary, without who said what
    write(harvest, call);
}

void readTranscript(Harvest &harvest)
{
    JsonWalk walk(harvest, harvest.payload().bytes);
    object root;
    Conference call;
    if (!walk.object(root))
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("This is no transcript of a call, or its date cannot be read"));
    call.title = json::text(root, "title");
    if (call.title.empty())
        call.title = json::text(root, "symbol");
    for (const char *key : {"date", "time", "datetime"}) {
        const std::string text = json::text(root[key]);
        if (const auto at = base::parseInstant(text); at && !call.at.isValid() && !text.empty())
            call.at = *at;
    }
    array turns;
    if (!call.at.isValid() || !json::get(root, "transcript", turns))
        return walk.isCut()
                   ? walk.broken()
                   : harvest.fail(FaultKind::NotData,
                                  Tr::tr("This is no transcript of a call, or its date cannot be read"));
    walk.each<object>(turns, [&](object turn) {
        harvest.record();
        std::string speaker = json::text(turn, "speaker");
        if (speaker.empty())
            speaker = json::text(turn, "name");
        std::string said = json::text(turn, "content");
        if (said.empty())
            said = json::text(turn, "text");
        if (said.empty())
            return harvest.refuse(RefusalKind::NoValue, Tr::tr("nothing was said in this turn"), speaker);
        ++call.turns;
        call.words += wordsIn(said);
        if (!speaker.empty())
            call.speakers.insert(speaker);
    });
    if (call.turns > 0)
        write(harvest, call);
}

class Transcripts final : public Provider
{
public:
    Transcripts()
    {
        m_info.name = "transcripts";
        m_info.title = Tr::tr("Earnings calls");
        m_info.about = Tr::tr("Transcripts of calls from addresses you name, with who spoke.");
        m_info.licence = Tr::tr("As the provider you name allows it.");
        m_info.cadence = std::chrono::hours(24);
    }

    const ProviderInfo &info() const override { return m_info; }

    /// A series is an address or, as "AAPL=https://…", the address of a call of that ticker.
    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &) const override
    {
        if (settings.series.empty())
            return Error{ErrorCode::BadInput,
                         Tr::tr("Name the addresses of the transcripts, such as AAPL=https://…")};
        std::vector<Ask> asks;
        for (const std::string &series : settings.series) {
            const std::size_t scheme = series.find("://");
            const std::size_t equals = series.find('=');
            const bool hasTicker = equals != std::string::npos && equals < scheme;
            Ask ask{std::string(kText), {{"url", hasTicker ? series.substr(equals + 1) : series}}};
            if (hasTicker)
                ask.with.emplace("symbol", series.substr(0, equals));
            asks.push_back(std::move(ask));
        }
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &) const override
    {
        Call call;
        call.url = valueOf(ask.with, "url");
        if (hostOf(call.url).empty())
            return Error{ErrorCode::BadInput,
                         Tr::tr("The transcript's address is none; it should begin with https://")};
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view bytes = payload.bytes.substr(0, 4000);
        const std::size_t start = bytes.find_first_not_of(" \t\r\n");
        if (start == std::string_view::npos)
            return {};
        if (bytes[start] == '{')
            return std::string(bytes.find("\"transcript\"") == std::string_view::npos ? std::string_view()
                                                                                      : kJson);
        const bool isCall = bytes.find("StreetEvents Event") != std::string_view::npos ||
                            bytes.find("Corporate Participants") != std::string_view::npos;
        return std::string(isCall ? kText : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        const std::size_t start = payload.bytes.find_first_not_of(" \t\r\n");
        if (const auto fault =
                faultOfAnswer(m_info, payload)) // a web page too: its text is the documents' affair
            harvest.fail(fault->kind, fault->sentence);
        else if (payload.bytes[start] == '{')
            readTranscript(harvest);
        else
            readPlainTranscript(harvest);
        return harvest.take();
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeTranscripts()
{
    return std::make_unique<Transcripts>();
}

} // namespace core::sources
