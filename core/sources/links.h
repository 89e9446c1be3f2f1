// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which instruments an event touches by what it is about: countries, commodities, regions, companies
// (resources/links/*.json and files of the same form).
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::sources {

/// One instrument and why it is touched.
struct Link {
    std::string symbol;
    std::string relation; ///< "etf", "currency", "yield", "future", "spot", "itself", "peer", "link"
    std::string by;       ///< what links it: "country", "commodity", "region", "sic", or empty
    std::string name;     ///< of that: "JP", "crude oil", "Persian Gulf", "3571"
};

/// A set of links. A value; const calls from any thread.
class Links final
{
public:
    /// A file of links, which `name` is called in sentences. Its keys, all optional:
    ///  – "countries": {"JP": {"etf": […], "currency": […], "yield": […]}}, by ISO 3166-1 alpha-2;
    ///  – "commodities": {"gold": {"entities": […], "future": […], "etf": […], "spot": […]}};
    ///  – "regions": {"North Sea": {"entities": […], "countries": […], "commodities": […]}};
    ///  – "companies": {"sources": […], "itself": true, "sic_digits": 4}: peers share so many digits (1 to 4;
    ///    0: no peers) of their SIC code; of these sources an entity is always a company;
    ///  – "country_sources": […]: of these an entity is always a country;
    ///  – "entities": {"OPEC": {"etf": […], …, "link": […]}}: any other entity, by its exact name;
    ///  – "sic": {"AAPL": "3571"}.
    /// Fails (BadInput) with one sentence that names the line of the first fault.
    static base::Result<Links> parse(const QString &name, const std::string &text);

    /// Takes everything `other` says over what is said here; entries of one name are replaced as a whole.
    void merge(const Links &other);
    /// Adds SIC codes of symbols where none is stated.
    void addIndustries(const std::map<std::string, std::string> &sic);
    /// Drops the SIC codes of all industries but those of the assets, so that companies which cannot matter
    /// to a study do not make it another one.
    void keepIndustriesOf(std::span<const std::string> assets);
    /// One sentence when a region names a commodity that there is not; empty: it fits together.
    [[nodiscard]] QString fault() const;

    /// What parse() reads again to the same set, as RFC 8785 writes it.
    [[nodiscard]] std::string canonical() const;
    /// SHA-256 of canonical(), in hexadecimal.
    [[nodiscard]] std::string hash() const;

    /// What an entity of a source is linked to: first what names it, then by its region, then peers; each
    /// symbol once. Of a source that is in neither list an entity that is a country's code (two or three
    /// letters) is the country, and a company too when its SIC code is known.
    [[nodiscard]] std::vector<Link> of(std::string_view source, std::string_view entity) const;
    /// Every entity that is named here, ascending: countries by two letters, regions and commodities by their
    /// entities.
    [[nodiscard]] std::vector<std::string> entities() const;

private:
    using Symbols = std::map<std::string, std::vector<std::string>>; ///< by relation
    struct Commodity {
        std::vector<std::string> entities;
        Symbols symbols;
    };
    struct Region {
        std::vector<std::string> entities;
        std::vector<std::string> countries;
        std::vector<std::string> commodities;
    };
    class Collector;
    friend class LinksReader;

    void addCountry(Collector &out, const std::string &code) const;
    void addCompany(Collector &out, const std::string &entity) const;
    void addNamed(Collector &out, const std::string &entity) const;

    std::map<std::string, Symbols> m_countries;
    std::map<std::string, Commodity> m_commodities;
    std::map<std::string, Region> m_regions;
    std::map<std::string, Symbols> m_entities;
    std::map<std::string, std::string> m_sic;
    std::set<std::string> m_countrySources;
    std::set<std::string> m_companySources;
    bool m_itself = false;
    int m_sicDigits = 0;
    bool m_hasCompanies = false; ///< the key was there
};

/// The links of the program and those of a person's folder.
struct LinkBook {
    Links links;
    std::vector<QString> faults; ///< one sentence for each file that could not be used

    /// The program's links and then `folder`/*.json, ascending by name; a missing folder is empty.
    static LinkBook load(const std::filesystem::path &folder = {});
};

/// The spellings of a share class: "BRK.B" and "BRK-B", the one given first. One alone when the symbol has no
/// class of one letter.
std::vector<std::string> shareClassSpellings(const std::string &symbol);

} // namespace core::sources
