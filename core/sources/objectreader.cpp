// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/objectreader.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <QJsonArray>

#include <cmath>

namespace core::sources {

using base::qs;
using base::Tr;

void JsonDefinition::fault(const QStringList &path, const QString &what)
{
    if (m_fault)
        return;
    const QString end = what.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral(".");
    m_fault = base::Error{base::ErrorCode::BadInput,
                          Tr::tr("%1, %2: %3%4").arg(m_name, base::placeInJson(m_text, path), what, end)};
}

ObjectReader::ObjectReader(JsonDefinition &definition, const QJsonValue &value, QStringList path)
    : m_definition(definition)
    , m_object(value.toObject())
    , m_path(std::move(path))
{
    if (!value.isObject())
        m_definition.fault(m_path, Tr::tr("an object {…} is expected here"));
}

QStringList ObjectReader::at(const char *key) const
{
    return m_path + QStringList{QString::fromLatin1(key)};
}

QJsonValue ObjectReader::value(const char *key)
{
    m_known.append(QString::fromLatin1(key));
    return m_object.value(QString::fromLatin1(key));
}

bool ObjectReader::has(const char *key)
{
    return !value(key).isUndefined();
}

std::string ObjectReader::text(const char *key, const std::string &otherwise)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return otherwise;
    if (!found.isString())
        fault(key, Tr::tr("“%1” must be a text in quotes").arg(qs(key)));
    return base::utf8(found.toString());
}

std::string ObjectReader::requiredText(const char *key)
{
    if (!has(key))
        m_definition.fault(m_path, Tr::tr("the key “%1” is missing").arg(qs(key)));
    return text(key);
}

bool ObjectReader::flag(const char *key, bool otherwise)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return otherwise;
    if (!found.isBool())
        fault(key, Tr::tr("“%1” must be true or false").arg(qs(key)));
    return found.toBool();
}

double ObjectReader::number(const char *key, double otherwise)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return otherwise;
    if (!found.isDouble())
        fault(key, Tr::tr("“%1” must be a number").arg(qs(key)));
    return found.toDouble();
}

int ObjectReader::integer(const char *key, int otherwise)
{
    const double found = number(key, otherwise);
    if (found != std::floor(found) || std::abs(found) > 1e9) {
        fault(key, Tr::tr("“%1” must be a whole number").arg(qs(key)));
        return otherwise;
    }
    return static_cast<int>(found);
}

std::vector<std::string> ObjectReader::texts(const char *key)
{
    const QJsonValue found = value(key);
    std::vector<std::string> list;
    if (found.isString()) {
        list.push_back(base::utf8(found.toString()));
    } else if (found.isArray()) {
        const QJsonArray array = found.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (!array[i].isString())
                m_definition.fault(at(key) + QStringList{QString::number(i)},
                                   Tr::tr("a text in quotes is expected in “%1”").arg(qs(key)));
            list.push_back(base::utf8(array[i].toString()));
        }
    } else if (!found.isUndefined()) {
        fault(key, Tr::tr("“%1” must be a text or a list of texts").arg(qs(key)));
    }
    return list;
}

void ObjectReader::done()
{
    for (const QString &key : m_object.keys()) {
        if (m_known.contains(key))
            continue;
        QStringList known = m_known;
        known.removeDuplicates();
        known.sort();
        m_definition.fault(
            m_path + QStringList{key},
            Tr::tr("unknown key “%1”; known here are %2").arg(key, known.join(QStringLiteral(", "))));
        return;
    }
}

} // namespace core::sources
