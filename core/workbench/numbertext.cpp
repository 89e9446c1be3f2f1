// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/numbertext.h"

#include "core/base/tr.h"

#include <QLocale>

#include <cmath>

namespace core::workbench {

namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kDash(0x2013);

QString missing(NumberStyle style)
{
    return style == NumberStyle::Ascii ? QStringLiteral("-") : QString(kDash);
}

/// The language for the eye: the program's, and English where it has none (C writes no groups).
QLocale eyes()
{
    const QLocale own;
    return own.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : own;
}

QString withMinus(QString text)
{
    return text.replace(QLatin1Char('-'), kMinus);
}

} // namespace

QString grouped(std::uint64_t count, NumberStyle style)
{
    const QLocale locale =
        style == NumberStyle::Ascii ? QLocale(QLocale::English, QLocale::UnitedStates) : eyes();
    return locale.toString(static_cast<qulonglong>(count));
}

QString fixed(double value, int digits, NumberStyle style)
{
    if (std::isnan(value))
        return missing(style);
    return style == NumberStyle::Ascii ? QString::number(value, 'f', digits)
                                       : withMinus(eyes().toString(value, 'f', digits));
}

QString signedNumber(double value, NumberStyle style)
{
    const int digits = std::abs(value) >= 10 ? 1 : (std::abs(value) >= 0.1 ? 2 : 4);
    const QString text = fixed(value, digits, style);
    return value > 0 ? QLatin1Char('+') + text : text;
}

QString probability(double value, NumberStyle style)
{
    if (std::isnan(value) || value >= 1e-4 || value == 0)
        return fixed(value, 4, style);
    QString text = QString::number(value, 'e', 1);
    if (style == NumberStyle::Typeset)
        text = withMinus(text.replace(QLatin1Char('.'), eyes().decimalPoint()));
    return text;
}

QString shortest(double value, NumberStyle style)
{
    if (std::isnan(value))
        return missing(style);
    return style == NumberStyle::Ascii
               ? QString::number(value, 'g', QLocale::FloatingPointShortest)
               : withMinus(eyes().toString(value, 'g', QLocale::FloatingPointShortest));
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
