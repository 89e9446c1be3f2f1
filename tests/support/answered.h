// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A provider's answer in a test: parsed from a text, a file or a recording, and looked at.
#pragma once

#include "core/base/text.h"
#include "core/sources/provider.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>
#include <string>
#include <string_view>

namespace answered {

using core::base::qs;
using core::sources::Parsed;

inline core::base::Instant at(const char *text)
{
    return core::base::parseInstant(text).value();
}

/// What a provider makes of these bytes. An empty endpoint: it has to recognise them itself.
inline Parsed parsed(std::string_view provider, std::string endpoint, std::string_view bytes,
                     std::map<std::string, std::string> with = {}, int status = 200,
                     const char *fetchedAt = "2026-09-01T12:00:00Z")
{
    core::sources::Payload payload;
    payload.bytes = bytes;
    payload.status = status;
    payload.fetchedAt = at(fetchedAt);
    payload.ask = {std::move(endpoint), std::move(with)};
    const auto *source = core::sources::findProvider(provider);
    if (payload.ask.endpoint.empty())
        payload.ask.endpoint = source->recognise(payload);
    return source->parse(payload);
}

inline std::string recognised(std::string_view provider, std::string_view bytes)
{
    core::sources::Payload payload;
    payload.bytes = bytes;
    return core::sources::findProvider(provider)->recognise(payload);
}

/// The bytes of a recording; empty when the recordings are not beside the project.
inline QByteArray recording(const QString &path)
{
    QFile file(QStringLiteral(FORESHOCK_SHARED_DATA "/payloads/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

inline QJsonObject meta(const core::domain::Event &event)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(event.metadata)).object();
}

/// "the magnitude is not a number: 2, …", ascending.
inline QString refusals(const Parsed &parsed)
{
    QStringList lines;
    for (const auto &refusal : parsed.refusals.list())
        lines.append(QStringLiteral("%1: %2").arg(refusal.reason).arg(refusal.count));
    lines.sort();
    return lines.join(QStringLiteral(", "));
}

/// The word for a fault, empty for none.
inline int faultOf(const Parsed &parsed)
{
    return parsed.fault ? static_cast<int>(parsed.fault->kind) : -1;
}

/// Every length of the beginning of an answer that ends at a multiple of `step`: no crash, and no more values
/// than the whole has. Returns what half of the bytes gave.
inline Parsed cutOff(std::string_view provider, const std::string &endpoint, std::string_view bytes,
                     const std::map<std::string, std::string> &with = {}, std::size_t step = 1)
{
    const std::size_t whole = parsed(provider, endpoint, bytes, with).values.size();
    for (std::size_t length = 0; length < bytes.size(); length += step) {
        const Parsed part = parsed(provider, endpoint, bytes.substr(0, length), with);
        if (part.values.size() > whole)
            qFatal("%zu bytes of %zu gave more values than all", length, bytes.size());
    }
    return parsed(provider, endpoint, bytes.substr(0, bytes.size() / 2), with);
}

} // namespace answered

#define SKIP_WITHOUT_RECORDINGS(bytes)                                                                       \
    if ((bytes).isEmpty())                                                                                   \
    QSKIP("the recorded answers (../shared/data/payloads) are not beside the project")
