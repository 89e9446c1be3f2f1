// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sourcefigures.h"

#include "app/cli/words.h"
#include "core/base/tr.h"

#include <QJsonArray>

#include <cmath>

namespace app::cli {

using namespace core;
using base::Tr;
using workbench::SourceStatus;

namespace {

QJsonValue secondsOf(double seconds)
{
    return std::isnan(seconds) ? QJsonValue() : QJsonValue(seconds);
}

} // namespace

QJsonObject figuresOf(const SourceStatus &status)
{
    const store::SourceDay &month = status.month;
    QJsonArray lags;
    for (std::size_t i = 0; i < month.lags.size(); ++i) {
        if (month.lags[i] > 0)
            lags.append(QJsonObject{{QStringLiteral("below_seconds"), std::ldexp(1.0, static_cast<int>(i))},
                                    {QStringLiteral("count"), static_cast<qint64>(month.lags[i])}});
    }
    return {{QStringLiteral("requests"), static_cast<qint64>(month.requests)},
            {QStringLiteral("bytes"), static_cast<qint64>(month.bytes)},
            {QStringLiteral("records"), static_cast<qint64>(month.records)},
            {QStringLiteral("stored"), static_cast<qint64>(month.stored)},
            {QStringLiteral("duplicates"), static_cast<qint64>(month.duplicates)},
            {QStringLiteral("refused"), static_cast<qint64>(month.refused)},
            {QStringLiteral("parse_seconds"), static_cast<double>(month.parseMicros) / 1e6},
            {QStringLiteral("lags"), lags},
            {QStringLiteral("lag_median_seconds"), secondsOf(status.lagMedian)},
            {QStringLiteral("lag_p95_seconds"), secondsOf(status.lag95)}};
}

QString figuresText(const SourceStatus &status)
{
    const store::SourceDay &month = status.month;
    QString text = Tr::tr("  30 days: %1 requests, %2 bytes, %3 records; %4 stored, %5 duplicate, %6 "
                          "refused; parsed in %7 s\n")
                       .arg(grouped(month.requests), grouped(month.bytes), grouped(month.records),
                            grouped(month.stored), grouped(month.duplicates), grouped(month.refused))
                       .arg(static_cast<double>(month.parseMicros) / 1e6, 0, 'f', 2);
    if (!std::isnan(status.lagMedian))
        text += Tr::tr("  from known to stored: half below %1 s, 95 of 100 below %2 s\n")
                    .arg(status.lagMedian, 0, 'g', 6)
                    .arg(status.lag95, 0, 'g', 6);
    return text;
}

} // namespace app::cli
