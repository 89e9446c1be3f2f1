// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/numbertext.h"

#include "core/base/tr.h"

#include <cmath>

namespace core::workbench {

namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kDash(0x2013);

QString missing(NumberStyle style)
{
    return style == NumberStyle::Ascii ? QStringLiteral("-") : QString(kDash);
}

/// Typeset: groups the digits before the point and gives the minus its width.
QString styled(QString text, NumberStyle style)
{
    if (style == NumberStyle::Ascii)
        return text;
    qsizetype end = text.indexOf(QLatin1Char('.'));
    if (end < 0)
        end = text.indexOf(QLatin1Char('e'));
    const qsizetype begin = text.startsWith(QLatin1Char('-')) || text.startsWith(QLatin1Char('+')) ? 1 : 0;
    for (qsizetype at = (end < 0 ? text.size() : end) - 3; at > begin; at -= 3)
        text.insert(at, QLatin1Char(','));
    return text.replace(QLatin1Char('-'), kMinus);
}

} // namespace

QString grouped(std::uint64_t count)
{
    return styled(QString::number(count), NumberStyle::Typeset);
}

QString fixed(double value, int digits, NumberStyle style)
{
    return std::isnan(value) ? missing(style) : styled(QString::number(value, 'f', digits), style);
}

QString signedNumber(double value, NumberStyle style)
{
    if (std::isnan(value))
        return missing(style);
    const int digits = std::abs(value) >= 10 ? 1 : (std::abs(value) >= 0.1 ? 2 : 4);
    const QString text = QString::number(value, 'f', digits);
    return styled(value > 0 ? QLatin1Char('+') + text : text, style);
}

QString probability(double value, NumberStyle style)
{
    if (std::isnan(value))
        return missing(style);
    return styled(
        value >= 1e-4 || value == 0 ? QString::number(value, 'f', 4) : QString::number(value, 'e', 1), style);
}

QString intervalText(const discovery::Finding &finding, NumberStyle style)
{
    if (std::isnan(finding.ciLow) || std::isnan(finding.ciHigh))
        return missing(style);
    return base::Tr::tr("%1 to %2")
        .arg(signedNumber(finding.ciLow, style), signedNumber(finding.ciHigh, style));
}

QString windowText(domain::Window window, NumberStyle style)
{
    if (style == NumberStyle::Ascii)
        return QStringLiteral("[%1,%2]").arg(window.first).arg(window.last);
    const auto part = [style](int bar) {
        return (bar > 0 ? QStringLiteral("+") : QString()) + fixed(bar, 0, style);
    };
    return QStringLiteral("[%1, %2]").arg(part(window.first), part(window.last));
}

} // namespace core::workbench
