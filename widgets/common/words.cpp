// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/words.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace widgets {

using namespace core;

namespace {

struct WordsTr {
    Q_DECLARE_TR_FUNCTIONS(words)
};

QString withMinus(QString text)
{
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

bool isHarmless(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

struct Word {
    const char *word;
    const char *shown;
};

/// Tiers, samples, null methods, how and how exactly instants are known, what became of tests, runs and
/// relationships.
constexpr Word kWords[] = {
    {"significant", QT_TRANSLATE_NOOP("words", "significant")},
    {"candidate", QT_TRANSLATE_NOOP("words", "candidate")},
    {"none", QT_TRANSLATE_NOOP("words", "none")},
    {"not shown", QT_TRANSLATE_NOOP("words", "not shown")},
    {"in", QT_TRANSLATE_NOOP("words", "in sample")},
    {"holdout", QT_TRANSLATE_NOOP("words", "sealed hold-out")},
    {"forward", QT_TRANSLATE_NOOP("words", "after the discovery")},
    {"auto", QT_TRANSLATE_NOOP("words", "automatic")},
    {"circular_shift", QT_TRANSLATE_NOOP("words", "circular shift")},
    {"block_shift", QT_TRANSLATE_NOOP("words", "block shift")},
    {"matched_days", QT_TRANSLATE_NOOP("words", "matched days")},
    {"mark_shift", QT_TRANSLATE_NOOP("words", "mark shift")},
    {"published", QT_TRANSLATE_NOOP("words", "published")},
    {"observed", QT_TRANSLATE_NOOP("words", "observed")},
    {"scheduled", QT_TRANSLATE_NOOP("words", "scheduled")},
    {"estimated", QT_TRANSLATE_NOOP("words", "estimated")},
    {"instant", QT_TRANSLATE_NOOP("words", "instant")},
    {"day", QT_TRANSLATE_NOOP("words", "day")},
    {"done", QT_TRANSLATE_NOOP("words", "done")},
    {"cancelled", QT_TRANSLATE_NOOP("words", "cancelled")},
    {"failed", QT_TRANSLATE_NOOP("words", "failed")},
    {"passed", QT_TRANSLATE_NOOP("words", "passed")},
    {"not tested", QT_TRANSLATE_NOOP("words", "not tested")},
    {"running", QT_TRANSLATE_NOOP("words", "running")},
    {"validated", QT_TRANSLATE_NOOP("words", "validated")},
    {"decayed", QT_TRANSLATE_NOOP("words", "decayed")},
    {"retired", QT_TRANSLATE_NOOP("words", "retired")},
    {"return", QT_TRANSLATE_NOOP("words", "return")},
    {"abs_return", QT_TRANSLATE_NOOP("words", "absolute return")},
    {"range", QT_TRANSLATE_NOOP("words", "range")},
    {"volume", QT_TRANSLATE_NOOP("words", "volume")},
    {"raw", QT_TRANSLATE_NOOP("words", "raw")},
    {"mean_adjusted", QT_TRANSLATE_NOOP("words", "mean adjusted")},
    {"market_adjusted", QT_TRANSLATE_NOOP("words", "market adjusted")},
    {"market_model", QT_TRANSLATE_NOOP("words", "market model")},
    {"factors", QT_TRANSLATE_NOOP("words", "factors")},
};

} // namespace

QString wordText(std::string_view word)
{
    for (const Word &known : kWords) {
        if (word == known.word)
            return QCoreApplication::translate("words", known.shown);
    }
    return word.empty() ? kMissingText : oneLine(word, 40).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString oneLine(const QString &text, qsizetype most)
{
    QString out;
    const qsizetype end = std::min(text.size(), most);
    out.reserve(end + 8);
    for (qsizetype i = 0; i < end; ++i) {
        const QChar c = text[i];
        const bool whole = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t point = whole ? QChar::surrogateToUcs4(c, text[i + 1]) : char32_t(c.unicode());
        if (point == U'\n' || point == U'\r' || point == U'\t')
            out += QLatin1Char(' ');
        else if (!isHarmless(point))
            out += QStringLiteral("\\u%1").arg(static_cast<uint>(point), 4, 16, QLatin1Char('0'));
        else {
            out += c;
            if (whole)
                out += text[i + 1];
        }
        if (whole)
            ++i;
    }
    if (text.size() > most)
        out += QChar(0x2026);
    return out;
}

QString oneLine(std::string_view text, qsizetype most)
{
    // a headline may be a megabyte long: only what can be shown is decoded
    return oneLine(base::qs(text.substr(0, static_cast<std::size_t>(most) * 4 + 8)), most);
}

QString tipText(const QString &text)
{
    return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(oneLine(text, 2000).toHtmlEscaped());
}

QString unbroken(QString text)
{
    static const QRegularExpression gap(QStringLiteral("(?<=\\d) (?=(%|\\p{L}{1,3})(?!\\p{L}))"));
    return text.replace(gap, QStringLiteral("\u00a0"));
}

QString countText(std::uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString numberText(double value, int digits)
{
    return std::isfinite(value) ? withMinus(QLocale().toString(value, 'f', digits)) : kMissingText;
}

QString signedText(double value)
{
    if (!std::isfinite(value))
        return kMissingText;
    const double size = std::abs(value);
    const int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4;
    const QString text = numberText(value, digits);
    return value > 0 ? QLatin1Char('+') + text : text;
}

QString intervalText(double low, double high)
{
    return std::isfinite(low) && std::isfinite(high)
               ? WordsTr::tr("%1 to %2").arg(signedText(low), signedText(high))
               : kMissingText;
}

QString signedText(double value, std::string_view unit)
{
    return std::isfinite(value) && !unit.empty()
               ? QStringLiteral("%1 %2").arg(signedText(value), base::qs(unit))
               : signedText(value);
}

QString valueText(double value)
{
    if (!std::isfinite(value))
        return kMissingText;
    const double size = std::abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e12))
        return withMinus(QLocale().toString(value, 'g', 6));
    QString text = QLocale().toString(value, 'f', size >= 1e6 ? 0 : size >= 1000 ? 2 : 6);
    const QString point = QLocale().decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(QLocale().zeroDigit()))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return withMinus(text);
}

QString probabilityText(double value)
{
    if (!std::isfinite(value))
        return kMissingText;
    return value < 1e-4 ? QStringLiteral("< %1").arg(QLocale().toString(1e-4, 'f', 4))
                        : QLocale().toString(value, 'f', 4);
}

QString shareText(double share)
{
    return std::isfinite(share) ? QStringLiteral("%1 %").arg(QLocale().toString(share * 100, 'f', 0))
                                : kMissingText;
}

QString bytesText(std::uint64_t count)
{
    static constexpr std::array<const char *, 5> kUnits{"B", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(count);
    std::size_t unit = 0;
    while (value >= 1000 && unit + 1 < kUnits.size()) {
        value /= 1000;
        ++unit;
    }
    // a decimal only where it is a third digit
    return QStringLiteral("%1 %2").arg(QLocale().toString(value, 'f', unit == 0 || value >= 100 ? 0 : 1),
                                       QLatin1String(kUnits[unit]));
}

QString durationText(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return kMissingText;
    const auto whole = static_cast<long long>(std::llround(seconds));
    if (seconds < 10)
        return WordsTr::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    if (whole < 60)
        return WordsTr::tr("%1 s").arg(whole);
    if (whole < 3600)
        return WordsTr::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return WordsTr::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString instantText(base::Instant at, const base::Zone &zone, bool dayOnly)
{
    if (!at.isValid())
        return kMissingText;
    const QString day = base::qs(base::toIso(zone.localDay(at)));
    const auto time = std::chrono::duration_cast<std::chrono::seconds>(zone.localTime(at)).count();
    if (dayOnly && time == 0)
        return day;
    const auto two = [](long long value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    QString text = QStringLiteral("%1 %2:%3").arg(day, two(time / 3600), two(time / 60 % 60));
    if (time % 60 != 0)
        text += QLatin1Char(':') + two(time % 60);
    return text;
}

QString dayText(base::Instant at, const base::Zone &zone)
{
    return at.isValid() ? base::qs(base::toIso(zone.localDay(at))) : kMissingText;
}

QString windowText(int first, int last)
{
    const auto part = [](int value) {
        return value > 0 ? QStringLiteral("+%1").arg(value) : withMinus(QString::number(value));
    };
    return QStringLiteral("[%1, %2]").arg(part(first), part(last));
}

} // namespace widgets
