// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that presets of every kind are made of: where a text, a number, a date comes from, as JSON has
// it.
#pragma once

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/objectreader.h"
#include "core/sources/preset.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::sources {

/// A path one step further, to a place of a list.
QStringList below(QStringList path, qsizetype index);

/// One word of a fixed list; faults with the list when it is another.
template <typename T, std::size_t N>
T oneOf(ObjectReader &reader, const char *key, const std::array<std::pair<std::string_view, T>, N> &words,
        T otherwise)
{
    if (!reader.has(key))
        return otherwise;
    const std::string text = reader.text(key);
    QStringList known;
    for (const auto &[word, meaning] : words) {
        if (text == word)
            return meaning;
        known.append(base::qs(word));
    }
    reader.fault(key, base::Tr::tr("“%1” is not known here; write one of %2")
                          .arg(base::qs(text), known.join(QStringLiteral(", "))));
    return otherwise;
}

/// What a key says; a fault is noted in the definition, and what is returned then is never used.
base::Zone zoneOf(ObjectReader &reader, const char *key);
base::Duration clockOf(ObjectReader &reader, const char *key);
TestRule readTest(ObjectReader &reader);
std::vector<TestRule> readTests(ObjectReader &parent, const char *key);
TextRule readText(ObjectReader &parent, const char *key);
NumberRule readNumber(ObjectReader &parent, const char *key);
DateRule readDate(ObjectReader &parent, const char *key);
KnownRule readKnown(ObjectReader &parent, const char *key);
std::vector<MetaRule> readMeta(ObjectReader &parent, const char *key);

} // namespace core::sources
