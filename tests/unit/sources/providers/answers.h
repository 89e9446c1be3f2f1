// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Test helpers for providers: parse an answer that is written in the test, or one that was recorded.
#pragma once

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/sources/provider.h"
#include "tests/support/check.h"

#include <QFile>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <string>
#include <string_view>

namespace support {

/// An answer of a provider. The bytes must outlive it.
struct Answer {
    std::string_view bytes;
    core::sources::Ask ask = {};
    int status = 200;
    std::string origin = {};
    core::base::Instant fetchedAt{core::base::Date(std::chrono::days(20'700))};
};

/// Parses; an ask without endpoint is recognised first.
inline core::sources::Parsed parse(const core::sources::Provider &provider, const Answer &answer)
{
    core::sources::Payload payload;
    payload.bytes = answer.bytes;
    payload.ask = answer.ask;
    payload.status = answer.status;
    payload.origin = answer.origin;
    payload.fetchedAt = answer.fetchedAt;
    if (payload.ask.endpoint.empty())
        payload.ask.endpoint = provider.recognise(payload);
    return provider.parse(payload);
}

/// The bytes of a recording; empty when it is not there.
inline QByteArray recorded(const QString &path)
{
    QFile file(QStringLiteral(FORESHOCK_SHARED_DATA "/payloads/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// A value of the metadata as text; empty when there is none.
inline QString metaOf(const core::domain::Event &event, const char *key)
{
    const auto meta = core::base::parseJson(event.metadata);
    return meta.ok() ? meta->toObject().value(QLatin1String(key)).toVariant().toString() : QString();
}

inline QString known(const core::domain::Event &event)
{
    return core::base::qs(core::base::toIso(event.knownAt));
}

inline QString happened(const core::domain::Event &event)
{
    return core::base::qs(core::base::toIso(event.timestamp));
}

/// The event of a native id; null when there is none.
inline const core::domain::Event *eventOf(const core::sources::Parsed &parsed, std::string_view source,
                                          std::string_view nativeId)
{
    const auto found = std::ranges::find(parsed.values.events, core::base::eventId(source, nativeId),
                                         &core::domain::Event::id);
    return found == parsed.values.events.end() ? nullptr : &*found;
}

/// "filing_4 AAPL, insider_sell AAPL": what happened to whom, in order.
inline QString listed(const core::sources::Parsed &parsed)
{
    QStringList all;
    for (const auto &event : parsed.values.events)
        all.append(core::base::qs(event.eventType) + u' ' + core::base::qs(event.entity));
    return all.join(QStringLiteral(", "));
}

/// "reason: count" of every refusal.
inline QString refused(const core::sources::Parsed &parsed)
{
    QStringList all;
    for (const auto &refusal : parsed.refusals.list())
        all.append(QStringLiteral("%1: %2").arg(refusal.reason).arg(refusal.count));
    return all.join(QStringLiteral(", "));
}

} // namespace support
