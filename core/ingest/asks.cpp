// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/asks.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <QJsonArray>
#include <QJsonObject>

namespace core::ingest {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

QJsonObject textsOf(const std::map<std::string, std::string> &texts)
{
    QJsonObject object;
    for (const auto &[key, value] : texts)
        object.insert(qs(key), qs(value));
    return object;
}

std::map<std::string, std::string> textsOf(const QJsonObject &object)
{
    std::map<std::string, std::string> texts;
    for (auto it = object.begin(); it != object.end(); ++it)
        texts.emplace(base::utf8(it.key()), base::utf8(it.value().toString()));
    return texts;
}

} // namespace

std::string toText(const sources::Ask &ask)
{
    return base::canonicalJson(QJsonObject{{QStringLiteral("endpoint"), qs(ask.endpoint)},
                                           {QStringLiteral("with"), textsOf(ask.with)}});
}

Result<sources::Ask> parseAsk(std::string_view text)
{
    const auto json = base::parseJson(text);
    if (!json)
        return json.error();
    const QJsonObject object = json->toObject();
    if (!object.value(QStringLiteral("endpoint")).isString())
        return Error{ErrorCode::BadInput, Tr::tr("A job of the queue does not say what to ask: %1").arg(qs(text))};
    return sources::Ask{base::utf8(object.value(QStringLiteral("endpoint")).toString()),
                        textsOf(object.value(QStringLiteral("with")).toObject())};
}

std::string toText(const sources::SourceSettings &settings)
{
    QJsonArray series;
    for (const std::string &one : settings.series)
        series.append(qs(one));
    return base::canonicalJson(QJsonObject{{QStringLiteral("options"), textsOf(settings.options)},
                                           {QStringLiteral("series"), series}});
}

Result<sources::SourceSettings> parseSettings(std::string_view text)
{
    const auto json = base::parseJson(text);
    if (!json)
        return json.error();
    sources::SourceSettings settings;
    const QJsonObject object = json->toObject();
    for (const QJsonValue &one : object.value(QStringLiteral("series")).toArray())
        settings.series.push_back(base::utf8(one.toString()));
    settings.options = textsOf(object.value(QStringLiteral("options")).toObject());
    return settings;
}

} // namespace core::ingest
