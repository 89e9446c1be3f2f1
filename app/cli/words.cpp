// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/words.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <array>
#include <cmath>

namespace app::cli {

using namespace core;

QString safe(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == QLatin1Char('\n')) {
            out += QStringLiteral("\\n");
            continue;
        }
        const bool whole = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t point = whole ? QChar::surrogateToUcs4(c, text[i + 1]) : char32_t(c.unicode());
        switch (QChar::category(point)) {
        case QChar::Other_Control:
            out += QStringLiteral("\\x%1").arg(static_cast<uint>(point), 2, 16, QLatin1Char('0'));
            break;
        case QChar::Other_Format: // bidirectional overrides, zero-width marks, tags
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            out += QStringLiteral("\\u%1").arg(static_cast<uint>(point), 4, 16, QLatin1Char('0'));
            break;
        default:
            out += c;
            if (whole)
                out += text[i + 1];
        }
        if (whole)
            ++i;
    }
    return out;
}

QString safe(std::string_view text)
{
    return safe(base::qs(text));
}

QString grouped(std::uint64_t count)
{
    return workbench::grouped(count, kPlainNumbers);
}

QString bytes(std::uint64_t count)
{
    static constexpr std::array<const char *, 5> kUnits{"B", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(count);
    std::size_t unit = 0;
    while (value >= 1000 && unit + 1 < kUnits.size()) {
        value /= 1000;
        ++unit;
    }
    return QStringLiteral("%1 %2").arg(QString::number(value, 'f', unit == 0 ? 0 : 1),
                                       QLatin1String(kUnits[unit]));
}

QString fixed(double value, int digits)
{
    return workbench::fixed(value, digits, kPlainNumbers);
}

QString shortest(double value)
{
    return std::isfinite(value) ? base::qs(base::canonicalNumber(value)) : QStringLiteral("-");
}

QString rounded(double value)
{
    return std::isfinite(value) ? base::qs(base::canonicalNumber(QString::number(value, 'g', 8).toDouble()))
                                : QStringLiteral("-");
}

QString probability(double value)
{
    return workbench::probability(value, kPlainNumbers);
}

QString moment(base::Instant at)
{
    if (!at.isValid())
        return QStringLiteral("-");
    QString text = base::qs(base::toIso(at));
    text.chop(1);
    text.replace(QLatin1Char('T'), QLatin1Char(' '));
    if (text.endsWith(QStringLiteral(" 00:00:00")))
        text.chop(9);
    return text;
}

} // namespace app::cli
