// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studycharts/funnel.h"

#include "widgets/common/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace widgets {

using core::workbench::Funnel;

namespace {

struct FunnelTr {
    Q_DECLARE_TR_FUNCTIONS(funnel)
};

/// None has no length, all has the whole; a linear bar of 14 among 41,210 could not be seen.
double shareOf(std::uint64_t count, std::uint64_t asked)
{
    return asked == 0 ? 0 : std::log1p(static_cast<double>(count)) / std::log1p(static_cast<double>(asked));
}

} // namespace

std::array<FunnelStep, 4> funnelSteps(const Funnel &funnel)
{
    const auto step = [&funnel](const QString &name, std::uint64_t count, Role role) {
        return FunnelStep{name, name, countText(count), {}, std::min(1.0, shareOf(count, funnel.asked)),
                          role};
    };
    std::array steps{step(FunnelTr::tr("asked"), funnel.asked, Role::Muted),
                     step(FunnelTr::tr("candidate or better"), funnel.candidates, Role::Warn),
                     step(FunnelTr::tr("significant"), funnel.significant, Role::Accent),
                     step(FunnelTr::tr("validated"), funnel.validated, Role::Up)};
    steps[1].brief = FunnelTr::tr("≥ candidate");
    if (std::isfinite(funnel.byChance))
        steps[2].note = FunnelTr::tr("%1 by chance").arg(numberText(funnel.byChance, 2));
    return steps;
}

QString funnelScale()
{
    return FunnelTr::tr(
        "The bars are as long as the logarithm of their count: ten times as many is one step more, "
        "not ten times the length.");
}

QString funnelSentence(const Funnel &funnel)
{
    const auto steps = funnelSteps(funnel);
    QString text = FunnelTr::tr("Asked %1, candidate or better %2, significant %3, validated %4.")
                       .arg(steps[0].count, steps[1].count, steps[2].count, steps[3].count);
    if (std::isfinite(funnel.byChance))
        text +=
            QLatin1Char(' ') +
            FunnelTr::tr("Chance alone would give %1 significant ones.").arg(numberText(funnel.byChance, 2));
    return text;
}

} // namespace widgets
