// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/filterterm.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/workbench/pastedevents.h"
#include "widgets/common/desk.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;

namespace {

struct FilterTermTr {
    Q_DECLARE_TR_FUNCTIONS(filterterm)
};

bool isPlainWord(std::string_view text)
{
    static constexpr std::string_view kTaken[] = {"and", "or", "not", "contains", "matches", "in"};
    const auto isLower = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return !text.empty() && text.size() <= 80 && isLower(text.front()) && !text.starts_with("meta") &&
           std::ranges::all_of(
               text, [&](char c) { return isLower(c) || (c >= '0' && c <= '9') || c == '_' || c == '-'; }) &&
           std::ranges::find(kTaken, text) == std::end(kTaken);
}

QString inBrackets(const QString &filter)
{
    const bool isSimple = !filter.contains(QLatin1String(" or ")) && !filter.contains(QLatin1String("||"));
    return isSimple ? filter : QStringLiteral("(%1)").arg(filter);
}

} // namespace

QString joiningText(Joining joining)
{
    switch (joining) {
    case Joining::Is:
        return FilterTermTr::tr("Is");
    case Joining::IsNot:
        return FilterTermTr::tr("Is Not");
    case Joining::AndIs:
        return FilterTermTr::tr("… and Is");
    case Joining::OrIs:
        return FilterTermTr::tr("… or Is");
    case Joining::AndIsNot:
        return FilterTermTr::tr("… and Is Not");
    }
    return {};
}

QString filterText(std::string_view text)
{
    if (isPlainWord(text))
        return base::qs(text);
    QString out = QStringLiteral("\"");
    for (const QChar c : base::qs(text)) {
        switch (c.unicode()) {
        case u'"':
        case u'\\':
            out += QLatin1Char('\\');
            out += c;
            break;
        case u'\n':
            out += QLatin1String("\\n");
            break;
        case u'\r':
            out += QLatin1String("\\r");
            break;
        case u'\t':
            out += QLatin1String("\\t");
            break;
        default:
            out += c;
        }
    }
    return out + QLatin1Char('"');
}

QString filterNumber(double value)
{
    return base::qs(base::canonicalNumber(value));
}

QString filterInstant(base::Instant at)
{
    return base::qs(base::toIso(at));
}

QString metaField(const QStringList &path)
{
    QString field = QStringLiteral("meta");
    for (const QString &key : path) {
        const bool forbidden = std::ranges::any_of(key, [](QChar c) {
            return c == QLatin1Char('"') || c == QLatin1Char('\\') || c.unicode() < 0x20;
        });
        if (key.isEmpty() || forbidden)
            return {};
        const bool isPlain = std::ranges::all_of(key, [](QChar c) {
            return c.unicode() < 0x80 &&
                   (c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-'));
        });
        field += isPlain ? QLatin1Char('.') + key : QStringLiteral(".\"%1\"").arg(key);
    }
    return path.isEmpty() ? QString() : field;
}

QString joined(const QString &shown, const QString &field, const QString &literal, Joining joining)
{
    const bool isNot = joining == Joining::IsNot || joining == Joining::AndIsNot;
    const QString term =
        QStringLiteral("%1 %2 %3").arg(field, isNot ? QStringLiteral("!=") : QStringLiteral("=="), literal);
    const QString before = shown.trimmed();
    if (before.isEmpty() || joining == Joining::Is || joining == Joining::IsNot)
        return term;
    if (joining == Joining::OrIs)
        return QStringLiteral("%1 or %2").arg(before, term);
    return QStringLiteral("%1 and %2").arg(inBrackets(before), term);
}

void testThis(Desk &desk, const QString &name, const QString &filter, const QString &asset)
{
    std::vector<std::string> assets;
    if (!asset.isEmpty())
        assets.push_back(base::utf8(asset));
    Q_EMIT desk.editStudy(base::qs(workbench::studyFor(base::utf8(name), base::utf8(filter), assets)));
}

} // namespace widgets
