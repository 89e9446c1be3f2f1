// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Test helpers for sources: parse an answer written in the test, look into what came of it.
#pragma once

#include "core/base/text.h"
#include "core/sources/provider.h"
#include "tests/support/check.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace answercase {

using Entries = std::map<std::string, std::string>;

inline core::base::Instant at(std::string_view iso)
{
    return *core::base::parseInstant(iso);
}

/// What the provider makes of the bytes; `seen` is when they were fetched, missing when nobody knows.
inline core::sources::Parsed parse(std::string_view provider, std::string_view endpoint,
                                   std::string_view bytes, const Entries &with = {},
                                   core::base::Instant seen = {}, int status = 200)
{
    core::sources::Payload payload;
    payload.bytes = bytes;
    payload.ask = {std::string(endpoint), with};
    payload.status = status;
    payload.fetchedAt = seen;
    return core::sources::findProvider(provider)->parse(payload);
}

inline std::string recognise(std::string_view provider, std::string_view bytes)
{
    core::sources::Payload payload;
    payload.bytes = bytes;
    return core::sources::findProvider(provider)->recognise(payload);
}

/// One value of the metadata as text: a text as it is, a number or a truth value as JSON; "" when it is not
/// there.
inline QString meta(const core::domain::Event &event, const char *key)
{
    const auto value =
        QJsonDocument::fromJson(QByteArray::fromStdString(event.metadata)).object().value(QLatin1String(key));
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : QString();
}

/// "4 × the reason" of everything refused, sorted, joined by "; ".
inline QString refused(const core::sources::Parsed &parsed)
{
    QStringList parts;
    for (const auto &refusal : parsed.refusals.list())
        parts.append(QStringLiteral("%1 × %2").arg(refusal.count).arg(refusal.reason));
    parts.sort();
    return parts.join(QStringLiteral("; "));
}

inline const core::domain::Event *find(const core::sources::Parsed &parsed, std::string_view type,
                                       std::string_view entity = {})
{
    const auto found = std::ranges::find_if(parsed.values.events, [&](const core::domain::Event &event) {
        return event.eventType == type && (entity.empty() || event.entity == entity);
    });
    return found == parsed.values.events.end() ? nullptr : &*found;
}

/// No Ask may hold a secret; none of them may be empty.
inline bool holdsNo(const std::vector<core::sources::Ask> &asks, const std::string &secret)
{
    return std::ranges::none_of(asks, [&](const core::sources::Ask &ask) {
        return ask.endpoint.empty() || std::ranges::any_of(ask.with, [&](const auto &entry) {
                   return entry.second.find(secret) != std::string::npos;
               });
    });
}

/// The bytes of a recorded answer; empty when the recordings are not beside the project.
inline QByteArray recording(const QString &path)
{
    QFile file(QStringLiteral(FORESHOCK_SHARED_DATA "/payloads/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace answercase

/// Compares one event's instants with texts.
#define COMPARE_INSTANTS(event, happened, known)                                                             \
    do {                                                                                                     \
        QCOMPARE(core::base::qs(core::base::toIso((event).timestamp)), QStringLiteral(happened));            \
        QCOMPARE(core::base::qs(core::base::toIso((event).knownAt)), QStringLiteral(known));                 \
    } while (false)
