// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/fips.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/sources/embedded.h"

#include <QJsonObject>

#include <array>
#include <string>

namespace core::sources {

namespace {

constexpr std::size_t kLetters = 26;

/// A country for every pair of letters.
using Table = std::array<std::string, kLetters * kLetters>;

std::size_t placeOf(std::string_view code)
{
    if (code.size() != 2 || code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z')
        return std::string_view::npos;
    return static_cast<std::size_t>(code[0] - 'A') * kLetters + static_cast<std::size_t>(code[1] - 'A');
}

const Table &table()
{
    static const Table filled = [] {
        Table countries;
        const auto json = base::parseJson(embeddedFips());
        if (!json)
            return countries; // a test reads the file
        const QJsonObject object = json->toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            for (const QString &code : it.value().toString().split(QChar(u' '))) {
                if (const std::size_t place = placeOf(base::utf8(code)); place != std::string_view::npos)
                    countries[place] = base::utf8(it.key());
            }
        }
        return countries;
    }();
    return filled;
}

} // namespace

std::string_view countryOfFips(std::string_view code)
{
    const std::size_t place = placeOf(code);
    return place == std::string_view::npos ? std::string_view() : std::string_view(table()[place]);
}

} // namespace core::sources
