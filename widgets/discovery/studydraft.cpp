// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/studydraft.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "widgets/discovery/studytext.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace widgets {

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The line a sentence of the parser names; 0 when it names none.
int lineIn(const QString &sentence)
{
    static const QRegularExpression line(u"\\bline (\\d+)"_s);
    return line.match(sentence).captured(1).toInt();
}

} // namespace

QJsonValue withValue(const QJsonValue &root, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString &step = path.first();
    const QStringList rest = path.mid(1);
    bool isPosition = false;
    const qsizetype position = step.toLongLong(&isPosition);
    if (isPosition && root.isArray()) {
        QJsonArray array = root.toArray();
        const QJsonValue item = withValue(array.at(position), rest, value);
        if (item.isUndefined() && position < array.size())
            array.removeAt(position);
        else if (position < array.size())
            array.replace(position, item);
        else if (!item.isUndefined())
            array.append(item);
        return array;
    }
    QJsonObject object = root.toObject();
    const QJsonValue item = withValue(object.value(step), rest, value);
    const bool isGone = item.isUndefined() || (!rest.isEmpty() && value.isUndefined() && item.isObject() &&
                                               item.toObject().isEmpty());
    if (isGone)
        object.remove(step);
    else
        object.insert(step, item);
    return object;
}

StudyDraft::StudyDraft(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    open(writeStudy(newStudy()));
}

void StudyDraft::open(const QString &text, const QString &file)
{
    begin(text, file, false);
}

void StudyDraft::bringBack(const QString &text, const QString &file)
{
    begin(text, file, true);
}

void StudyDraft::begin(const QString &text, const QString &file, bool isModified)
{
    m_text = text;
    m_file = file;
    m_json = {};
    m_modified = isModified;
    judge();
    Q_EMIT changed();
    Q_EMIT savedChanged();
}

void StudyDraft::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_modified = true;
    judge();
    Q_EMIT changed();
    Q_EMIT savedChanged();
}

void StudyDraft::setValue(const QStringList &path, const QJsonValue &value)
{
    const QJsonObject next = withValue(m_json, path, value).toObject();
    if (next != m_json)
        setText(writeStudy(next));
}

void StudyDraft::setSaved(const QString &file)
{
    m_file = file;
    m_modified = false;
    Q_EMIT savedChanged();
}

QJsonValue StudyDraft::value(const QStringList &path) const
{
    QJsonValue at = m_json;
    for (const QString &step : path)
        at = at.isArray() ? at.toArray().at(step.toLongLong()) : at.toObject().value(step);
    return at;
}

QString StudyDraft::name() const
{
    const QString name = m_json.value("name"_L1).toString();
    return name.isEmpty() ? m_file : name;
}

QByteArray StudyDraft::question() const
{
    if (m_broken)
        return m_text.toUtf8();
    QJsonObject asked = m_json;
    asked.remove(u"name"_s);
    asked.remove(u"schedule"_s);
    return QByteArray::fromStdString(base::canonicalJson(asked));
}

void StudyDraft::judge()
{
    const std::string utf8 = base::utf8(m_text);
    const auto json = base::parseJson(utf8);
    m_broken = !json || !json->isObject();
    if (!m_broken)
        m_json = json->toObject();
    const auto study = domain::parseStudy(utf8, m_clock.now());
    m_study = study ? std::optional(*study) : std::nullopt;
    m_fault = study ? QString() : study.error().message;
    m_faultLine = lineIn(m_fault);
}

} // namespace widgets
