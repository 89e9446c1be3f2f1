// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/event.h"

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace core::domain {

using base::Error;
using base::ErrorCode;
using base::Tr;

namespace {

constexpr std::array<std::string_view, 4> kBases{"published", "observed", "scheduled", "estimated"};
constexpr std::array<std::string_view, 2> kPrecisions{"instant", "day"};
constexpr std::string_view kUndated = R"("undated":true)"; ///< in canonical metadata

void addField(std::string &message, std::string_view field)
{
    const auto size = static_cast<std::uint64_t>(field.size());
    message.append(reinterpret_cast<const char *>(&size), sizeof size);
    message += field;
}

void addInteger(std::string &message, std::int64_t number)
{
    message.append(reinterpret_cast<const char *>(&number), sizeof number);
}

/// Whether the timestamp only says when we saw what its source does not date: seen again it is the same.
bool isUndated(const Event &event)
{
    return event.knownBasis == KnownBasis::Observed && event.precision == Precision::Instant &&
           event.timestamp == event.knownAt && event.metadata.find(kUndated) != std::string::npos;
}

} // namespace

std::string_view toText(KnownBasis basis)
{
    return kBases[static_cast<std::size_t>(basis)];
}

std::string_view toText(Precision precision)
{
    return kPrecisions[static_cast<std::size_t>(precision)];
}

base::Result<KnownBasis> parseKnownBasis(std::string_view text)
{
    const auto it = std::find(kBases.begin(), kBases.end(), text);
    if (it == kBases.end()) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is not a known basis; use published, observed, scheduled or estimated.")
                         .arg(base::qs(text))};
    }
    return static_cast<KnownBasis>(it - kBases.begin());
}

base::Result<Precision> parsePrecision(std::string_view text)
{
    const auto it = std::find(kPrecisions.begin(), kPrecisions.end(), text);
    if (it == kPrecisions.end())
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is not a precision; use instant or day.").arg(base::qs(text))};
    return static_cast<Precision>(it - kPrecisions.begin());
}

base::Sha256 contentHash(const Event &event)
{
    std::string message;
    message.reserve(128 + event.text.size() + event.metadata.size());
    message.append(reinterpret_cast<const char *>(event.id.bytes.data()), event.id.bytes.size());
    addInteger(message, isUndated(event) ? 0 : event.timestamp.micros());
    addInteger(message, static_cast<std::int64_t>(event.precision));
    // every NaN is the same missing value; -0 is 0
    const double value =
        event.value != event.value ? std::numeric_limits<double>::quiet_NaN() : event.value + 0.0;
    addInteger(message, std::bit_cast<std::int64_t>(value));
    for (const std::string *field :
         {&event.source, &event.eventType, &event.entity, &event.unit, &event.text, &event.metadata})
        addField(message, *field);
    return base::sha256(message);
}

std::string foldText(std::string_view text)
{
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii)
        return base::utf8(
            base::qs(text).normalized(QString::NormalizationForm_KC).toCaseFolded().normalized(QString::NormalizationForm_KC));
    return base::lowerCase(text);
}

} // namespace core::domain
