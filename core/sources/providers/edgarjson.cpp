// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// EDGAR's JSON: the filings of one filer, the table of tickers, the XBRL numbers of a company.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/brokenjson.h"
#include "core/sources/jsonfields.h"
#include "core/sources/providers/edgar.h"

#include <algorithm>
#include <array>
#include <map>

namespace core::sources::edgar {

using base::Date;
using base::Duration;
using base::Instant;
using base::Tr;
using simdjson::ondemand::object;

namespace {

/// The answer, closed when it breaks off; then one refusal says so.
class Answer final
{
public:
    explicit Answer(Harvest &harvest)
        : m_harvest(harvest)
        , m_closed(json::closed(harvest.payload().bytes))
        , m_text(m_closed.text)
    {
        m_opened = !m_parser.iterate(m_text).get(m_document) && !m_document.get_object().get(m_top);
    }

    ~Answer()
    {
        if (m_closed.wasBroken && m_opened)
            refuse();
    }

    [[nodiscard]] bool isObject() const { return m_opened; }
    [[nodiscard]] bool isWhole() const { return !m_closed.wasBroken; }
    object &top() { return m_top; }

    void refuse()
    {
        m_harvest.record();
        m_harvest.refuse(RefusalKind::NotAnObject,
                         Tr::tr("the answer breaks off or is not JSON from here on"), {});
    }

private:
    Harvest &m_harvest;
    json::Closed m_closed;
    simdjson::padded_string m_text;
    simdjson::ondemand::parser m_parser;
    simdjson::ondemand::document m_document;
    object m_top;
    bool m_opened = false;
};

using Column = std::vector<std::string>;

/// The columns of a table of filings that are read.
struct Columns {
    Column accession, filed, period, accepted, form, items, document;
};

Column *columnOf(Columns &columns, std::string_view key)
{
    const std::array<std::pair<std::string_view, Column *>, 7> all{{{"accessionNumber", &columns.accession},
                                                                    {"filingDate", &columns.filed},
                                                                    {"reportDate", &columns.period},
                                                                    {"acceptanceDateTime", &columns.accepted},
                                                                    {"form", &columns.form},
                                                                    {"items", &columns.items},
                                                                    {"primaryDocument", &columns.document}}};
    const auto found = std::ranges::find(all, key, &std::pair<std::string_view, Column *>::first);
    return found == all.end() ? nullptr : found->second;
}

std::string_view at(const Column &column, std::size_t row)
{
    return row < column.size() ? std::string_view(column[row]) : std::string_view();
}

/// False when the columns break off.
bool readColumns(object table, Columns &columns)
{
    for (auto field : table) {
        std::string_view key;
        if (field.unescaped_key().get(key))
            return false;
        Column *const column = columnOf(columns, key);
        simdjson::ondemand::array cells;
        if (!column || field.value().get_array().get(cells))
            continue;
        for (auto cell : cells) {
            if (cell.error())
                return false;
            column->push_back(json::text(cell));
        }
    }
    return true;
}

Duration clockOf(Instant at)
{
    return at - Instant(at.utcDay());
}

/// Whether a filer's times are UTC, as their Z says. For about one filer in four they are New York's all the
/// same, and a filer is one or the other throughout. EDGAR takes filings from 6:00 to 22:00 New York time and
/// dates what comes after 17:30 on the next day: a time before the day of filing begins speaks for UTC; one
/// between 6:00 and 10:00 (night in New York, were it UTC), or in the evening before the day of filing, for
/// New York. When nothing speaks, New York: at worst known hours too late, never too early.
bool isUtc(const Columns &columns)
{
    using namespace std::chrono;
    int utc = 0;
    int local = 0;
    for (std::size_t row = 0; row < columns.accepted.size(); ++row) {
        const auto accepted = base::parseInstant(at(columns.accepted, row));
        const auto filed = dayOf(at(columns.filed, row));
        if (!accepted || !filed)
            continue;
        const Duration clock = clockOf(*accepted);
        if (clock == Duration(0) ||
            at(columns.form, row) == "EFFECT") // no time; posted by the SEC after midnight
            continue;
        const Date day = accepted->utcDay();
        if (day > *filed)
            ++utc;
        else if ((clock >= hours(6) && clock < hours(10)) ||
                 (day < *filed && clock >= hours(17) + minutes(30)))
            ++local;
    }
    return utc > local;
}

/// Up to there a filing is new, and its text is asked for.
std::optional<Instant> askedSince(const Ask &ask)
{
    const auto since = base::parseInstant(with(ask, "since"));
    return since ? std::optional(*since) : std::nullopt;
}

void addRows(Harvest &harvest, const Columns &columns, const Filing &filer)
{
    const Ask &ask = harvest.payload().ask;
    const bool utc = isUtc(columns);
    const auto since = askedSince(ask);
    bool wantsFacts = false;
    for (std::size_t row = 0; row < columns.accession.size(); ++row) {
        harvest.record();
        Filing filing = filer;
        filing.accession = at(columns.accession, row);
        filing.form = at(columns.form, row);
        filing.filed = dayOf(at(columns.filed, row));
        filing.period = dayOf(at(columns.period, row));
        filing.document = at(columns.document, row);
        if (const auto accepted = base::parseInstant(at(columns.accepted, row));
            accepted && clockOf(*accepted) != Duration(0)) { // up to 2001 only the day is known
            filing.accepted = utc ? *accepted : newYork().toUtc(accepted->utcDay(), clockOf(*accepted));
        }
        if (isCurrentReport(filing.form)) {
            std::string_view items = at(columns.items, row);
            while (!items.empty()) {
                const std::size_t comma = std::min(items.find(','), items.size());
                filing.items.emplace_back(bare(items.substr(0, comma)));
                items.remove_prefix(std::min(comma + 1, items.size()));
            }
        }
        addFiling(harvest, filing);
        const bool isNew =
            since && (filing.accepted.isValid() ? filing.accepted >= *since
                                                : filing.filed && Instant(*filing.filed) >= *since);
        if (!isNew || !isAccession(filing.accession))
            continue;
        if (with(ask, "documents") == "yes" && isOwnershipForm(filing.form))
            harvest.next(submissionAsk(filing.parties.front().cik, filing.accession));
        wantsFacts = wantsFacts || filing.form.starts_with("10-K") || filing.form.starts_with("10-Q");
    }
    if (wantsFacts && with(ask, "facts") == "yes")
        harvest.next({std::string(kFacts), {{"cik", filer.parties.front().cik}}});
}

/// "CIK0000320193-submissions-001.json" gives the number of its filer.
std::string cikInName(std::string_view name)
{
    const std::size_t at = name.find("CIK");
    return at == std::string_view::npos ? std::string() : paddedCik(name.substr(at + 3, 10));
}

/// Asks for the older pages that the answer names and the window reaches.
void askForPages(Harvest &harvest, simdjson::ondemand::array files, const Filing &filer)
{
    const Ask &ask = harvest.payload().ask;
    if (with(ask, "from").empty())
        return;
    const auto from = base::parseInstant(with(ask, "from"));
    for (auto file : files) {
        object one;
        if (file.get_object().get(one))
            return;
        const std::string name = json::text(one, "name");
        const auto last = dayOf(json::text(one, "filingTo"));
        if (name.empty() || (from && last && Instant(*last) + std::chrono::days(1) < *from))
            continue;
        Ask page{std::string(kSubmissionsPage), ask.with};
        page.with["name"] = name;
        page.with["cik"] = filer.parties.front().cik;
        page.with["ticker"] = filer.ticker;
        page.with["company"] = filer.parties.front().name;
        page.with.erase("from");
        harvest.next(std::move(page));
    }
}

/// One number of a concept, as one filing reports it.
struct Fact {
    std::string start, end, accession, form, period;
    json::Number value;
    std::optional<std::int64_t> year;
    std::optional<Date> endDay, filed;
};

Fact factOf(object row)
{
    Fact fact;
    fact.start = json::text(row, "start");
    fact.end = json::text(row, "end");
    fact.value = json::number(row, "val");
    fact.accession = json::text(row, "accn");
    fact.year = json::integer(row, "fy");
    fact.period = json::text(row, "fp");
    fact.form = json::text(row, "form");
    fact.filed = dayOf(json::text(row, "filed"));
    fact.endDay = dayOf(fact.end);
    return fact;
}

/// The numbers of one concept in one unit.
class FactSeries final
{
public:
    FactSeries(Harvest &harvest, std::string entity, std::string cik, std::string concept_, std::string unit,
               std::string label)
        : m_harvest(harvest)
        , m_entity(std::move(entity))
        , m_cik(std::move(cik))
        , m_concept(std::move(concept_))
        , m_unit(std::move(unit))
        , m_label(std::move(label))
    {}

    void add(const Fact &fact)
    {
        m_harvest.record();
        const std::string shown = m_concept + " " + fact.end + " " + fact.accession;
        if (fact.value.isBad || !(fact.value.value == fact.value.value))
            return m_harvest.refuse(RefusalKind::NotANumber, Tr::tr("the value of the fact is not a number"),
                                    shown);
        if (!fact.endDay || !fact.filed || (!fact.start.empty() && !dayOf(fact.start)))
            return m_harvest.refuse(RefusalKind::NotADate, Tr::tr("a day of the fact is not a date"), shown);
        if (!isAccession(fact.accession))
            return m_harvest.refuse(RefusalKind::NoValue, Tr::tr("the fact names no filing"), shown);
        m_facts.push_back(fact);
    }

    /// An event when a number is told first and when it is told anew with another value; later filings repeat
    /// most of them for comparison, and that is no news.
    void finish()
    {
        std::ranges::stable_sort(m_facts, [](const Fact &a, const Fact &b) { return *a.filed < *b.filed; });
        std::map<std::pair<std::string, std::string>, double> told;
        for (const Fact &fact : m_facts) {
            const auto [known, isFirst] = told.try_emplace({fact.start, fact.end}, fact.value.value);
            if (!isFirst && known->second == fact.value.value)
                continue;
            const double before = isFirst ? domain::kMissing : known->second;
            known->second = fact.value.value;
            write(fact, before);
        }
    }

private:
    void write(const Fact &fact, double before)
    {
        const Instant end = newYork().toUtc(*fact.endDay, {});
        domain::Event &event = m_harvest.event(
            "xbrl_fact", m_entity,
            "xbrl/" + m_cik + "/" + m_concept + "/" + m_unit + "/" + fact.start + "/" + fact.end, end);
        Harvest::setDay(event, *fact.filed, newYork());
        event.timestamp = std::min(event.timestamp, end);
        event.value = fact.value.value;
        event.unit = m_unit;
        event.text = m_label;
        Meta meta;
        meta.text("concept", m_concept)
            .text("cik", m_cik)
            .text("start", fact.start)
            .text("end", fact.end)
            .text("accession", fact.accession)
            .text("form", fact.form)
            .text("fiscal_period", fact.period)
            .number("previous", before)
            .flag("restated", before == before);
        if (fact.year)
            meta.number("fiscal_year", double(*fact.year));
        event.metadata = meta.take();
    }

    Harvest &m_harvest;
    std::string m_entity;
    std::string m_cik;
    std::string m_concept;
    std::string m_unit;
    std::string m_label;
    std::vector<Fact> m_facts;
};

struct Company {
    std::string entity;
    std::string cik;
};

/// False when the concept breaks off.
bool readConcept(Harvest &harvest, const Company &company, const std::string &name, object concept_)
{
    std::string label = json::text(concept_, "label"); // null happens
    if (label.empty())
        label = name.substr(name.find(':') + 1);
    object units;
    if (!json::get(concept_, "units", units))
        return false;
    for (auto unit : units) {
        std::string_view word;
        simdjson::ondemand::array rows;
        if (unit.unescaped_key().get(word))
            return false;
        FactSeries series(harvest, company.entity, company.cik, name, std::string(word), label);
        if (unit.value().get_array().get(rows))
            return false;
        for (auto row : rows) {
            object one;
            if (row.get_object().get(one)) {
                series.finish();
                return false;
            }
            series.add(factOf(one));
        }
        series.finish();
    }
    return true;
}

void readFormerNames(simdjson::ondemand::array list, FilerNames &names)
{
    for (auto element : list) {
        object one;
        if (element.get_object().get(one))
            return;
        FormerName former;
        former.name = json::text(one, "name");
        former.from = dayOf(json::text(one, "from").substr(0, 10)); // "1994-01-26T00:00:00.000Z"
        former.to = dayOf(json::text(one, "to").substr(0, 10));
        names.former.push_back(std::move(former));
    }
}

/// One line of a table of tickers, a file's own (objects) or with the exchange (columns).
class TickerRows final
{
public:
    explicit TickerRows(Harvest &harvest)
        : m_harvest(harvest)
    {}

    void add(const std::string &ticker, std::optional<std::int64_t> number, const std::string &title)
    {
        m_harvest.record();
        const std::string cik = number && *number >= 0 ? paddedCik(std::to_string(*number)) : std::string();
        if (ticker.empty() || cik.empty()) {
            m_harvest.refuse(RefusalKind::NoValue, Tr::tr("the ticker has no name or no number"), ticker);
            m_isWhole = false;
            return;
        }
        domain::Instrument &instrument = m_harvest.values().instruments.emplace_back();
        instrument.symbol = ticker;
        instrument.name = title;
        instrument.currency = "USD";
        instrument.metadata = Meta().text("cik", cik).take();
        const Instant seen = m_harvest.payload().fetchedAt;
        m_harvest.name(cik, domain::NameKind::Ticker, domain::NameBasis::Listed, ticker, seen);
        m_harvest.name(cik, domain::NameKind::Name, domain::NameBasis::Listed, title, seen);
    }

    /// Columns "cik", "name", "ticker" in the order of `fields`. False when they break off.
    bool addTable(const std::vector<std::string> &fields, simdjson::ondemand::array rows)
    {
        for (auto row : rows) {
            simdjson::ondemand::array cells;
            if (row.get_array().get(cells))
                return false;
            std::map<std::string, std::string> named;
            std::size_t column = 0;
            for (auto cell : cells) {
                std::string text = json::text(cell);
                if (column < fields.size())
                    named[fields[column]] = std::move(text);
                ++column;
            }
            const std::string cik = paddedCik(named["cik"]);
            add(named["ticker"], cik.empty() ? std::nullopt : std::optional(std::stoll(cik)), named["name"]);
        }
        return true;
    }

    /// The table as a whole tells every ticker that each company of it has.
    void finish(bool isWhole)
    {
        for (domain::CompanyName &name : m_harvest.values().names)
            name.isAll = isWhole && m_isWhole && name.kind == domain::NameKind::Ticker;
    }

private:
    Harvest &m_harvest;
    bool m_isWhole = true;
};

} // namespace

void readSubmissions(Harvest &harvest)
{
    const Ask &ask = harvest.payload().ask;
    Answer answer(harvest);
    const auto notData = [&harvest] {
        harvest.fail(FaultKind::NotData,
                     Tr::tr("%1 sent something else than the filings of a filer").arg(harvest.info().title));
    };
    if (!answer.isObject())
        return notData();
    Filing filer;
    Party party;
    party.cik = paddedCik(with(ask, "cik"));
    if (party.cik.empty())
        party.cik = cikInName(harvest.payload().origin);
    party.name = with(ask, "company");
    filer.ticker = tickerOf(with(ask, "ticker"));
    FilerNames names;
    Columns columns;
    bool isWhole = true;
    bool hasTable = false;
    const auto filerAsKnown = [&] {
        filer.parties = {party};
        return filer;
    };
    // an older page is the table itself; else the table stands in filings.recent, behind who the filer is
    for (auto field : answer.top()) {
        std::string_view key;
        if (field.unescaped_key().get(key)) {
            isWhole = false;
            break;
        }
        if (key == "cik") {
            party.cik = paddedCik(json::text(field.value())); // older answers do not pad it
        } else if (key == "name") {
            party.name = json::text(field.value());
        } else if (key == "tickers") {
            simdjson::ondemand::array tickers;
            if (field.value().get_array().get(tickers))
                continue;
            for (auto ticker : tickers) {
                names.tickers.push_back(json::text(ticker));
                std::string read = tickerOf(names.tickers.back());
                if (filer.ticker.empty())
                    filer.ticker = std::move(read);
            }
        } else if (key == "entityType") {
            names.isOther = json::text(field.value()) == "other";
        } else if (key == "sic") {
            names.sic = json::text(field.value());
        } else if (key == "formerNames") {
            simdjson::ondemand::array former;
            if (!field.value().get_array().get(former))
                readFormerNames(former, names);
        } else if (key == "filings") {
            object filings;
            if (field.value().get_object().get(filings))
                continue;
            for (auto part : filings) {
                std::string_view name;
                object recent;
                simdjson::ondemand::array files;
                if (part.unescaped_key().get(name)) {
                    isWhole = false;
                    break;
                }
                if (name == "recent" && !part.value().get_object().get(recent)) {
                    hasTable = true;
                    isWhole = readColumns(recent, columns) && isWhole;
                } else if (name == "files" && !part.value().get_array().get(files)) {
                    askForPages(harvest, files, filerAsKnown());
                }
            }
        } else if (Column *const column = columnOf(columns, key)) {
            simdjson::ondemand::array cells;
            if (field.value().get_array().get(cells))
                continue;
            hasTable = true;
            for (auto cell : cells)
                column->push_back(json::text(cell));
        }
    }
    if (!hasTable)
        return notData();
    if (party.cik.empty()) {
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("nothing tells whose filings these are; the answer names no filer"));
    }
    addRows(harvest, columns, filerAsKnown());
    if (harvest.payload().ask.endpoint == kSubmissions) { // an older page does not say who the filer is
        names.cik = party.cik;
        names.name = party.name;
        names.isWhole = answer.isWhole();
        for (const std::string &filed : columns.filed) {
            if (const auto day = dayOf(filed); day)
                names.firstFiled = std::min(names.firstFiled.value_or(*day), *day);
        }
        addNames(harvest, names);
    }
    if (!isWhole)
        answer.refuse();
}

void readTickers(Harvest &harvest)
{
    Answer answer(harvest);
    if (!answer.isObject())
        return harvest.fail(FaultKind::NotData,
                            Tr::tr("%1 sent no table of tickers").arg(harvest.info().title));
    TickerRows rows(harvest);
    std::vector<std::string> fields;
    for (auto field : answer.top()) {
        std::string_view key;
        simdjson::ondemand::array list;
        object one;
        const bool isKey = !field.unescaped_key().get(key);
        if (isKey && key == "fields" && !field.value().get_array().get(list)) {
            for (auto column : list)
                fields.push_back(json::text(column));
        } else if (isKey && key == "data" && !field.value().get_array().get(list)) {
            if (!rows.addTable(fields, list))
                return answer.refuse();
        } else if (!isKey || field.value().get_object().get(one)) {
            return answer.refuse();
        } else {
            const std::string ticker = json::text(one, "ticker");
            const auto number = json::integer(one, "cik_str");
            rows.add(ticker, number, json::text(one, "title"));
        }
    }
    rows.finish(answer.isWhole());
}

void readFacts(Harvest &harvest)
{
    Answer answer(harvest);
    if (!answer.isObject())
        return harvest.fail(FaultKind::NotData, Tr::tr("%1 sent no XBRL numbers").arg(harvest.info().title));
    Company company;
    if (const auto cik = json::integer(answer.top()["cik"]); cik && *cik >= 0)
        company.cik = paddedCik(std::to_string(*cik));
    company.entity = entityOf(tickerOf(with(harvest.payload().ask, "ticker")), company.cik);
    object facts;
    if (company.cik.empty() || answer.top()["facts"].get_object().get(facts))
        return harvest.fail(FaultKind::NotData, Tr::tr("%1 sent no XBRL numbers").arg(harvest.info().title));
    for (auto taxonomy : facts) {
        std::string_view prefix;
        object concepts;
        if (taxonomy.unescaped_key().get(prefix))
            return answer.refuse();
        const std::string before = std::string(prefix) + ":";
        if (taxonomy.value().get_object().get(concepts))
            return answer.refuse();
        for (auto field : concepts) {
            std::string_view name;
            object one;
            if (field.unescaped_key().get(name))
                return answer.refuse();
            const std::string full = before + std::string(name);
            if (field.value().get_object().get(one) || !readConcept(harvest, company, full, one))
                return answer.refuse();
        }
    }
}

} // namespace core::sources::edgar
