// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/studytext.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace widgets {

using namespace core;
using base::Error;
using base::ErrorCode;
using namespace Qt::StringLiterals;

namespace {

struct StudyTextTr {
    Q_DECLARE_TR_FUNCTIONS(studytext)
};

constexpr qsizetype kWide = 96;

// every key of a study at whatever depth; the order of the manual
const QStringList &orderOfKeys()
{
    static const QStringList keys{
        u"name"_s,      u"interval"_s, u"each"_s,       u"filter"_s,    u"watchlist"_s,  u"events"_s,
        u"assets"_s,    u"weight"_s,   u"min_events"_s, u"cluster"_s,   u"first_in"_s,   u"count"_s,
        u"within"_s,    u"pair"_s,     u"pool"_s,       u"quantile"_s,  u"of"_s,         u"bins"_s,
        u"breaks"_s,    u"report"_s,   u"response"_s,   u"returns"_s,   u"kind"_s,       u"model"_s,
        u"benchmark"_s, u"factors"_s,  u"window"_s,     u"statistic"_s, u"windows"_s,    u"lengths"_s,
        u"lags"_s,      u"null"_s,     u"method"_s,     u"restrict"_s,  u"correction"_s, u"significant"_s,
        u"candidate"_s, u"alpha"_s,    u"sample"_s,     u"from"_s,      u"to"_s,         u"sealed_from"_s,
        u"schedule"_s,  u"after"_s,    u"seed"_s,       u"trim"_s};
    return keys;
}

QStringList ordered(const QJsonObject &object)
{
    QStringList keys = object.keys();
    const auto place = [](const QString &key) {
        const qsizetype at = orderOfKeys().indexOf(key);
        return at < 0 ? orderOfKeys().size() : at;
    };
    std::stable_sort(keys.begin(), keys.end(),
                     [&place](const QString &a, const QString &b) { return place(a) < place(b); });
    return keys;
}

QString quoted(const QString &text)
{
    return base::qs(base::canonicalJson(QJsonValue(text)));
}

QString oneLineJson(const QJsonValue &value)
{
    QStringList parts;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QString &key : ordered(object))
            parts.append(quoted(key) + u": "_s + oneLineJson(object.value(key)));
        return u'{' + parts.join(u", "_s) + u'}';
    }
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            parts.append(oneLineJson(item));
        return u'[' + parts.join(u", "_s) + u']';
    }
    return base::qs(base::canonicalJson(value));
}

QString pretty(const QJsonValue &value, int depth, qsizetype before)
{
    const QString flat = oneLineJson(value);
    const bool isTop = depth == 0;
    if (!isTop && (flat.size() + before <= kWide || !(value.isObject() || value.isArray())))
        return flat;
    const QString indent((depth + 1) * 2, u' ');
    QStringList parts;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QString &key : ordered(object)) {
            const QString head = quoted(key) + u": "_s;
            parts.append(indent + head + pretty(object.value(key), depth + 1, indent.size() + head.size()));
        }
    } else {
        for (const QJsonValue &item : value.toArray())
            parts.append(indent + pretty(item, depth + 1, indent.size()));
    }
    const QString close(depth * 2, u' ');
    const bool isObject = value.isObject();
    return (isObject ? u"{\n"_s : u"[\n"_s) + parts.join(u",\n"_s) + u'\n' + close + (isObject ? u'}' : u']');
}

QString pairText(const QJsonValue &value)
{
    return oneLineJson(value).remove(u' ');
}

/// Reads the text of windows from left to right.
class WindowReader
{
public:
    explicit WindowReader(const QString &text)
        : m_text(text)
    {}

    base::Result<QJsonValue> read()
    {
        skip();
        if (m_at == m_text.size())
            return fault(StudyTextTr::tr("write at least one window, such as [1,5]"));
        return m_text.mid(m_at).startsWith(u"l"_s, Qt::CaseInsensitive) ? readRule() : readPairs();
    }

private:
    base::Result<QJsonValue> readPairs()
    {
        QJsonArray out;
        for (skip(); m_at < m_text.size(); skip()) {
            const qsizetype start = m_at;
            const auto list = readList();
            if (!list)
                return list.error();
            if (list->size() != 2) {
                m_at = start;
                return fault(StudyTextTr::tr("a window has two ends, such as [1,5]"));
            }
            if (list->at(0).toInt() > list->at(1).toInt()) {
                m_at = start;
                return fault(StudyTextTr::tr("the window [%1,%2] ends before it begins")
                                 .arg(list->at(0).toInt())
                                 .arg(list->at(1).toInt()));
            }
            out.append(*list);
        }
        return QJsonValue(out);
    }

    base::Result<QJsonValue> readRule()
    {
        QJsonObject out;
        for (const QString &key : {u"lengths"_s, u"lags"_s}) {
            skip();
            if (!m_text.mid(m_at).startsWith(key, Qt::CaseInsensitive))
                return fault(StudyTextTr::tr("write lengths [1,5] lags [1,21]"));
            m_at += key.size();
            skip();
            const auto list = readList();
            if (!list)
                return list.error();
            out[key] = *list;
        }
        skip();
        if (m_at < m_text.size())
            return fault(StudyTextTr::tr("nothing is expected after the lags"));
        return QJsonValue(out);
    }

    base::Result<QJsonArray> readList()
    {
        if (m_at >= m_text.size() || m_text[m_at] != u'[')
            return fault(StudyTextTr::tr("a window begins with ["));
        ++m_at;
        QJsonArray out;
        for (;;) {
            static const QRegularExpression number(u"\\G\\s*([-+\u2212]?\\d{1,5})\\s*"_s);
            const QRegularExpressionMatch match = number.match(m_text, m_at, QRegularExpression::NormalMatch,
                                                               QRegularExpression::AnchorAtOffsetMatchOption);
            if (!match.hasMatch())
                return fault(StudyTextTr::tr("a whole number of bars is expected"));
            out.append(match.captured(1).replace(QChar(0x2212), u'-').toInt());
            m_at = match.capturedEnd();
            if (m_at >= m_text.size())
                return fault(StudyTextTr::tr("] is missing"));
            const QChar c = m_text[m_at++];
            if (c == u']')
                return out;
            if (c != u',') {
                --m_at;
                return fault(StudyTextTr::tr("a comma or ] is expected"));
            }
        }
    }

    void skip()
    {
        while (m_at < m_text.size() &&
               (m_text[m_at].isSpace() || m_text[m_at] == u',' || m_text[m_at] == u';'))
            ++m_at;
    }

    [[nodiscard]] Error fault(const QString &sentence) const
    {
        return {ErrorCode::BadInput, StudyTextTr::tr("Windows, column %1: %2.").arg(m_at + 1).arg(sentence)};
    }

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace

QString writeStudy(const QJsonObject &study)
{
    return pretty(study, 0, 0) + u'\n';
}

QString windowsText(const QJsonValue &windows)
{
    if (windows.isString())
        return windows.toString();
    if (windows.isObject()) {
        return u"lengths %1 lags %2"_s.arg(pairText(windows[u"lengths"_s]), pairText(windows[u"lags"_s]));
    }
    QStringList parts;
    for (const QJsonValue &window : windows.toArray())
        parts.append(pairText(window));
    return parts.join(u' ');
}

base::Result<QJsonValue> parseWindows(const QString &text)
{
    return WindowReader(text).read();
}

QString listText(const QJsonValue &list)
{
    if (list.isString())
        return list.toString();
    QStringList parts;
    for (const QJsonValue &item : list.toArray())
        parts.append(item.toString());
    return parts.join(u", "_s);
}

QJsonArray listOf(const QString &text)
{
    static const QRegularExpression between(u"[,;\\s]+"_s);
    QStringList parts = text.split(between, Qt::SkipEmptyParts);
    parts.removeDuplicates();
    return QJsonArray::fromStringList(parts);
}

QJsonObject newStudy()
{
    return {{u"name"_s, StudyTextTr::tr("New study")},
            {u"events"_s,
             QJsonArray{QJsonObject{{u"name"_s, StudyTextTr::tr("events")}, {u"filter"_s, QString()}}}},
            {u"assets"_s, QJsonArray()},
            {u"windows"_s, QJsonArray{QJsonArray{0, 0}, QJsonArray{1, 1}, QJsonArray{1, 5}}}};
}

} // namespace widgets
