// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/places.h"

#include "core/base/ascii.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/sources/embedded.h"

#include <QJsonObject>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace core::sources {

namespace {

/// Lower-case names to country codes, the longest first.
const std::vector<std::pair<std::string, std::string>> &names()
{
    static const auto table = [] {
        std::vector<std::pair<std::string, std::string>> list;
        auto json = base::parseJson(embeddedPlaces());
        if (!json)
            return list;
        const QJsonObject object = json->toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            for (const QString &name : it.value().toString().split(QStringLiteral(", ")))
                list.emplace_back(base::utf8(name), base::utf8(it.key()));
        }
        std::stable_sort(list.begin(), list.end(),
                         [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
        return list;
    }();
    return table;
}

bool isNameLetter(char c)
{
    return base::isLetter(c) || static_cast<unsigned char>(c) >= 0x80U;
}

/// The country of the name that stands first; of several at one spot, the longest.
std::string firstCountry(std::string_view text)
{
    std::size_t best = std::string_view::npos;
    std::string code;
    for (const auto &[name, country] : names()) {
        for (std::size_t at = text.find(name); at != std::string_view::npos && at < best;
             at = text.find(name, at + 1)) {
            const std::size_t after = at + name.size();
            if ((at == 0 || !isNameLetter(text[at - 1])) &&
                (after == text.size() || !isNameLetter(text[after]))) {
                best = at;
                code = country;
                break;
            }
        }
    }
    return code;
}

/// The same, remembered: a feed names the same regions again and again, and the table of names is long.
std::string countryIn(std::string_view text)
{
    constexpr std::size_t kLongest = 64; // a longer one is hardly met again
    constexpr std::size_t kMost = 4096;
    if (text.size() > kLongest)
        return firstCountry(text);
    thread_local std::unordered_map<std::string, std::string> known;
    if (known.size() >= kMost)
        known.clear();
    const auto [found, isNew] = known.try_emplace(std::string(text));
    if (isNew)
        found->second = firstCountry(text);
    return found->second;
}

} // namespace

std::string countryOfPlace(std::string_view place)
{
    const std::string folded = base::lowerCase(place);
    const std::size_t comma = folded.rfind(',');
    std::string code;
    if (comma != std::string::npos)
        code = countryIn(std::string_view(folded).substr(comma + 1));
    if (code.empty())
        code = countryIn(folded);
    return code.empty() ? "OCEAN" : code;
}

} // namespace core::sources
