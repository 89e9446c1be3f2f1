// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/countries.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/domain/event.h"
#include "core/sources/embedded.h"

#include <QJsonArray>
#include <QJsonObject>

#include <deque>
#include <map>

namespace core::sources {

namespace {

struct Tables {
    std::deque<Country> all; ///< never moves, so that the maps may point into it
    std::map<std::string, const Country *, std::less<>> names;
    std::map<std::string, const Country *, std::less<>> codes;
    std::map<int, const Country *> numbers;
};

const Tables &tables()
{
    static const Tables tables = [] {
        Tables read;
        const auto json = base::parseJson(embeddedCountries());
        if (!json)
            return read; // part of the program and tested
        const QJsonObject object = json->toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QJsonObject entry = it.value().toObject();
            const Country &country = read.all.emplace_back(
                Country{base::utf8(it.key()), base::utf8(entry.value(QLatin1String("alpha3")).toString()),
                        entry.value(QLatin1String("numeric")).toInt()});
            read.codes.emplace(domain::foldText(country.alpha2), &country);
            read.codes.emplace(domain::foldText(country.alpha3), &country);
            if (country.number > 0)
                read.numbers.emplace(country.number, &country);
            for (const QJsonValue &name : entry.value(QLatin1String("names")).toArray())
                read.names.emplace(domain::foldText(base::utf8(name.toString())), &country);
        }
        return read;
    }();
    return tables;
}

const Country *found(const std::map<std::string, const Country *, std::less<>> &table, std::string_view text)
{
    const auto at = table.find(domain::foldText(text));
    return at == table.end() ? nullptr : at->second;
}

} // namespace

const Country *countryByName(std::string_view name)
{
    return found(tables().names, name);
}

const Country *countryByCode(std::string_view code)
{
    return found(tables().codes, code);
}

const Country *countryByNumber(int number)
{
    const auto at = tables().numbers.find(number);
    return at == tables().numbers.end() ? nullptr : at->second;
}

} // namespace core::sources
