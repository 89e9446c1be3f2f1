// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/links.h"

#include "core/base/ascii.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/countries.h"
#include "core/sources/embedded.h"
#include "core/sources/objectreader.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <utility>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using base::utf8;

namespace {

constexpr std::size_t kLongestLinkName = 64;
constexpr std::uintmax_t kMostLinksBytes = 4U << 20;
constexpr std::array kCountryRelations{"currency", "etf", "yield"};
constexpr std::array kCommodityRelations{"etf", "future", "spot"};
constexpr std::array kEntityRelations{"currency", "etf", "future", "link", "spot", "yield"};

using NamedSymbols = std::map<std::string, std::vector<std::string>>;

QJsonArray listOf(const auto &texts)
{
    QJsonArray list;
    for (const std::string &text : texts)
        list.append(qs(text));
    return list;
}

/// Texts that can be symbols or entities, each once.
std::vector<std::string> namesOf(ObjectReader &reader, const char *key)
{
    std::vector<std::string> names;
    for (const std::string &name : reader.texts(key)) {
        const QString text = qs(name);
        const bool isVisible = std::ranges::all_of(text, [](QChar c) { return c.isPrint(); });
        if (text.isEmpty() || text != text.trimmed() || name.size() > kLongestLinkName || !isVisible)
            reader.fault(key, Tr::tr("“%1” cannot be a name here: write 1 to %2 visible characters without "
                                     "blanks around them")
                                  .arg(text.left(kLongestLinkName))
                                  .arg(kLongestLinkName));
        if (std::ranges::find(names, name) != names.end())
            reader.fault(key, Tr::tr("“%1” is in this list twice").arg(text));
        names.push_back(name);
    }
    return names;
}

template <std::size_t N>
NamedSymbols symbolsOf(ObjectReader &reader, const std::array<const char *, N> &relations)
{
    NamedSymbols out;
    for (const char *relation : relations) {
        std::vector<std::string> names = namesOf(reader, relation);
        if (!names.empty())
            out.emplace(relation, std::move(names));
    }
    return out;
}

/// Two capital letters that are a country's code; else a fault.
void checkCountry(ObjectReader &reader, const char *key, const std::string &code)
{
    const Country *country = code.size() == 2 ? countryByCode(code) : nullptr;
    if (country == nullptr || country->alpha2 != code)
        reader.fault(key,
                     Tr::tr("“%1” is no country; write its two capital letters of ISO 3166-1, such as JP")
                         .arg(qs(code)));
}

bool isSicCode(const std::string &code)
{
    return code.size() == 4 && std::ranges::all_of(code, base::isDigit);
}

QJsonObject objectOf(const NamedSymbols &symbols)
{
    QJsonObject out;
    for (const auto &[relation, names] : symbols)
        out[qs(relation)] = listOf(names);
    return out;
}

Result<std::string> readLinksFile(const std::filesystem::path &file)
{
    std::error_code failed;
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (std::filesystem::file_size(file, failed) > kMostLinksBytes || failed || !(text << in.rdbuf()))
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 cannot be read as links.").arg(qs(file.filename().string()))};
    return text.str();
}

} // namespace

/// Fills a set from the keys of a file.
class LinksReader final
{
public:
    LinksReader(JsonDefinition &definition, const QJsonValue &json)
        : m_definition(definition)
        , m_file(definition, json, {})
    {}

    Links read()
    {
        each("countries", [this](const char *key, const std::string &name, ObjectReader &entry) {
            checkCountry(*m_section, key, name);
            m_links.m_countries[name] = symbolsOf(entry, kCountryRelations);
        });
        each("commodities", [this](const char *, const std::string &name, ObjectReader &entry) {
            m_links.m_commodities[name] = {namesOf(entry, "entities"), symbolsOf(entry, kCommodityRelations)};
        });
        each("regions", [this](const char *, const std::string &name, ObjectReader &entry) {
            Links::Region region{namesOf(entry, "entities"), namesOf(entry, "countries"),
                                 namesOf(entry, "commodities")};
            for (const std::string &country : region.countries)
                checkCountry(entry, "countries", country);
            m_links.m_regions[name] = std::move(region);
        });
        each("entities", [this](const char *, const std::string &name, ObjectReader &entry) {
            m_links.m_entities[name] = symbolsOf(entry, kEntityRelations);
        });
        readCompanies();
        readIndustries();
        for (const std::string &source : namesOf(m_file, "country_sources"))
            m_links.m_countrySources.insert(source);
        m_file.done();
        return std::move(m_links);
    }

private:
    /// Calls `take` with every entry of a section.
    void each(const char *key, const auto &take)
    {
        const QJsonValue value = m_file.value(key);
        if (value.isUndefined())
            return;
        ObjectReader section(m_definition, value, m_file.at(key));
        m_section = &section;
        const QJsonObject object = value.toObject(); // names may be in any script, keys of a reader may not
        for (auto it = object.begin(); it != object.end(); ++it) {
            const std::string name = utf8(it.key());
            if (it.key().trimmed().isEmpty())
                m_file.fault(key, Tr::tr("an entry of “%1” has no name").arg(qs(key)));
            ObjectReader entry(m_definition, it.value(), m_file.at(key) + QStringList{it.key()});
            take(name.c_str(), name, entry);
            entry.done();
        }
        m_section = nullptr;
    }

    void readCompanies()
    {
        const QJsonValue value = m_file.value("companies");
        if (value.isUndefined())
            return;
        ObjectReader companies(m_definition, value, m_file.at("companies"));
        for (const std::string &source : namesOf(companies, "sources"))
            m_links.m_companySources.insert(source);
        m_links.m_itself = companies.flag("itself", true);
        m_links.m_sicDigits = companies.integer("sic_digits", 4);
        if (m_links.m_sicDigits < 0 || m_links.m_sicDigits > 4)
            companies.fault("sic_digits", Tr::tr("“sic_digits” is a whole number from 0 to 4"));
        m_links.m_hasCompanies = true;
        companies.done();
    }

    void readIndustries()
    {
        const QJsonValue value = m_file.value("sic");
        if (value.isUndefined())
            return;
        ObjectReader section(m_definition, value, m_file.at("sic"));
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const std::string code = utf8(it.value().toString());
            if (isSicCode(code))
                m_links.m_sic[utf8(it.key())] = code;
            else
                section.fault(
                    utf8(it.key()).c_str(),
                    Tr::tr("“%1” has no SIC code; write its four digits in quotes, such as \"3571\"")
                        .arg(it.key()));
        }
    }

    JsonDefinition &m_definition;
    ObjectReader m_file;
    ObjectReader *m_section = nullptr;
    Links m_links;
};

Result<Links> Links::parse(const QString &name, const std::string &text)
{
    const auto json = base::parseDefinition(text);
    if (!json)
        return Error{ErrorCode::BadInput, Tr::tr("%1: %2").arg(name, json.error().message)};
    JsonDefinition definition(name, text);
    Links links = LinksReader(definition, *json).read();
    if (definition.firstFault())
        return *definition.firstFault();
    return links;
}

void Links::merge(const Links &other)
{
    const auto take = [](auto &mine, const auto &its) {
        for (const auto &[name, entry] : its)
            mine[name] = entry;
    };
    take(m_countries, other.m_countries);
    take(m_commodities, other.m_commodities);
    take(m_regions, other.m_regions);
    take(m_entities, other.m_entities);
    take(m_sic, other.m_sic);
    m_countrySources.insert(other.m_countrySources.begin(), other.m_countrySources.end());
    m_companySources.insert(other.m_companySources.begin(), other.m_companySources.end());
    if (!other.m_hasCompanies)
        return;
    m_itself = other.m_itself;
    m_sicDigits = other.m_sicDigits;
    m_hasCompanies = true;
}

void Links::addIndustries(const std::map<std::string, std::string> &sic)
{
    for (const auto &[symbol, code] : sic) {
        if (isSicCode(code))
            m_sic.emplace(symbol, code);
    }
}

void Links::keepIndustriesOf(std::span<const std::string> assets)
{
    const auto industry = [this](const std::string &code) {
        return code.substr(0, static_cast<std::size_t>(m_sicDigits));
    };
    std::set<std::string> kept;
    for (const std::string &asset : assets) {
        if (const auto found = m_sic.find(asset); found != m_sic.end())
            kept.insert(industry(found->second));
    }
    std::erase_if(m_sic,
                  [&](const auto &one) { return m_sicDigits == 0 || !kept.contains(industry(one.second)); });
}

QString Links::fault() const
{
    for (const auto &[name, region] : m_regions) {
        for (const std::string &commodity : region.commodities) {
            if (!m_commodities.contains(commodity))
                return Tr::tr("The region “%1” names the commodity “%2”, which no file of links describes.")
                    .arg(qs(name), qs(commodity));
        }
    }
    return {};
}

std::string Links::canonical() const
{
    QJsonObject countries, commodities, regions, entities, sic;
    for (const auto &[name, symbols] : m_countries)
        countries[qs(name)] = objectOf(symbols);
    for (const auto &[name, commodity] : m_commodities) {
        QJsonObject one = objectOf(commodity.symbols);
        one[QStringLiteral("entities")] = listOf(commodity.entities);
        commodities[qs(name)] = one;
    }
    for (const auto &[name, region] : m_regions) {
        regions[qs(name)] = QJsonObject{{QStringLiteral("entities"), listOf(region.entities)},
                                        {QStringLiteral("countries"), listOf(region.countries)},
                                        {QStringLiteral("commodities"), listOf(region.commodities)}};
    }
    for (const auto &[name, symbols] : m_entities)
        entities[qs(name)] = objectOf(symbols);
    for (const auto &[symbol, code] : m_sic)
        sic[qs(symbol)] = qs(code);
    QJsonObject all{{QStringLiteral("countries"), countries},
                    {QStringLiteral("commodities"), commodities},
                    {QStringLiteral("regions"), regions},
                    {QStringLiteral("entities"), entities},
                    {QStringLiteral("sic"), sic},
                    {QStringLiteral("country_sources"), listOf(m_countrySources)}};
    if (m_hasCompanies)
        all[QStringLiteral("companies")] = QJsonObject{{QStringLiteral("sources"), listOf(m_companySources)},
                                                       {QStringLiteral("itself"), m_itself},
                                                       {QStringLiteral("sic_digits"), m_sicDigits}};
    return base::canonicalJson(all);
}

std::string Links::hash() const
{
    return base::toHex(base::sha256(canonical()));
}

/// Gathers links, each symbol once.
class Links::Collector final
{
public:
    void add(const std::string &symbol, std::string_view relation, std::string_view by, std::string_view name)
    {
        if (m_seen.insert(symbol).second)
            m_links.push_back({symbol, std::string(relation), std::string(by), std::string(name)});
    }

    void add(const Symbols &symbols, std::string_view by, std::string_view name)
    {
        for (const auto &[relation, names] : symbols) {
            for (const std::string &symbol : names)
                add(symbol, relation, by, name);
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_links.empty(); }
    std::vector<Link> take() { return std::move(m_links); }

private:
    std::vector<Link> m_links;
    std::set<std::string> m_seen;
};

void Links::addCountry(Collector &out, const std::string &code) const
{
    if (const auto found = m_countries.find(code); found != m_countries.end())
        out.add(found->second, "country", code);
    for (const auto &[name, region] : m_regions) {
        if (std::ranges::find(region.countries, code) == region.countries.end())
            continue;
        for (const std::string &commodity : region.commodities) {
            if (const auto found = m_commodities.find(commodity); found != m_commodities.end())
                out.add(found->second.symbols, "region", name);
        }
    }
}

void Links::addNamed(Collector &out, const std::string &entity) const
{
    const auto names = [&entity](const std::vector<std::string> &list) {
        return std::ranges::find(list, entity) != list.end();
    };
    if (const auto found = m_entities.find(entity); found != m_entities.end())
        out.add(found->second, {}, {});
    for (const auto &[name, commodity] : m_commodities) {
        if (names(commodity.entities))
            out.add(commodity.symbols, "commodity", name);
    }
    for (const auto &[name, region] : m_regions) {
        if (!names(region.entities))
            continue;
        for (const std::string &commodity : region.commodities) {
            if (const auto found = m_commodities.find(commodity); found != m_commodities.end())
                out.add(found->second.symbols, "region", name);
        }
    }
}

void Links::addCompany(Collector &out, const std::string &entity) const
{
    const std::vector<std::string> spellings = shareClassSpellings(entity);
    if (m_itself) {
        for (const std::string &symbol : spellings)
            out.add(symbol, "itself", {}, {});
    }
    const auto found =
        std::ranges::find_if(spellings, [this](const auto &one) { return m_sic.contains(one); });
    if (found == spellings.end() || m_sicDigits == 0)
        return;
    const std::string industry = m_sic.at(*found).substr(0, static_cast<std::size_t>(m_sicDigits));
    for (const auto &[symbol, code] : m_sic) {
        if (code.starts_with(industry) && std::ranges::find(spellings, symbol) == spellings.end())
            out.add(symbol, "peer", "sic", industry);
    }
}

std::vector<Link> Links::of(std::string_view source, std::string_view entity) const
{
    Collector out;
    const std::string name(entity);
    if (name.empty())
        return {};
    const bool isCompany = m_companySources.contains(std::string(source));
    const bool isCountry = m_countrySources.contains(std::string(source));
    const Country *country =
        !isCompany && (name.size() == 2 || name.size() == 3) ? countryByCode(name) : nullptr;
    if (country != nullptr)
        addCountry(out, country->alpha2);
    addNamed(out, name);
    const auto hasIndustry = [this](const std::string &symbol) { return m_sic.contains(symbol); };
    const bool isOther = !isCountry && ((country == nullptr && out.isEmpty()) ||
                                        std::ranges::any_of(shareClassSpellings(name), hasIndustry));
    if (isCompany || isOther)
        addCompany(out, name);
    return out.take();
}

std::vector<std::string> Links::entities() const
{
    std::set<std::string> names;
    for (const auto &[name, symbols] : m_countries)
        names.insert(name);
    for (const auto &[name, symbols] : m_entities)
        names.insert(name);
    for (const auto &[name, commodity] : m_commodities)
        names.insert(commodity.entities.begin(), commodity.entities.end());
    for (const auto &[name, region] : m_regions) {
        names.insert(region.entities.begin(), region.entities.end());
        names.insert(region.countries.begin(), region.countries.end());
    }
    return {names.begin(), names.end()};
}

LinkBook LinkBook::load(const std::filesystem::path &folder)
{
    LinkBook book;
    for (const EmbeddedFile &file : embeddedLinks()) {
        const auto links = Links::parse(qs(file.name), std::string(file.text));
        if (links)
            book.links.merge(*links);
        else
            book.faults.push_back(links.error().message); // part of the program and tested
    }
    std::vector<std::filesystem::path> files;
    std::error_code missing;
    if (!folder.empty()) {
        for (const auto &entry : std::filesystem::directory_iterator(folder, missing)) {
            if (entry.path().extension() == ".json")
                files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    for (const std::filesystem::path &file : files) {
        const auto text = readLinksFile(file);
        const auto links =
            text ? Links::parse(qs(file.filename().string()), *text) : Result<Links>(text.error());
        if (links)
            book.links.merge(*links);
        else
            book.faults.push_back(links.error().message);
    }
    if (const QString fault = book.links.fault(); !fault.isEmpty())
        book.faults.push_back(fault);
    return book;
}

std::vector<std::string> shareClassSpellings(const std::string &symbol)
{
    std::vector<std::string> out{symbol};
    if (symbol.size() < 3)
        return out;
    const char mark = symbol[symbol.size() - 2];
    const char letter = symbol.back();
    if ((mark != '.' && mark != '-') || letter < 'A' || letter > 'Z')
        return out;
    out.push_back(symbol);
    out.back()[symbol.size() - 2] = mark == '.' ? '-' : '.';
    return out;
}

} // namespace core::sources
