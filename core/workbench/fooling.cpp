// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/fooling.h"

#include "core/base/tr.h"
#include "core/workbench/studies.h"

#include <QJsonArray>

namespace core::workbench {

using base::Result;
using base::Tr;
using discovery::FoolingPower;
using discovery::FoolingResult;
using namespace Qt::StringLiterals;

Result<FoolingDesk> FoolingDesk::open(std::shared_ptr<const Workbench> bench,
                                      const discovery::FoolingOptions &options, const Job &job)
{
    const auto context = runContext(*bench, 0, job);
    if (!context.ok())
        return context.error();
    auto fooling = discovery::Fooling::prepare(options, *context);
    if (!fooling.ok())
        return fooling.error();
    FoolingDesk desk(std::move(bench), std::move(*fooling));
    const auto asked = desk.m_fooling.ask(*context);
    if (!asked.ok())
        return asked.error();
    desk.m_result = *asked;
    return desk;
}

Result<FoolingPower> FoolingDesk::plant(double effect, std::size_t first, std::size_t count,
                                        const Job &job) const
{
    const auto context = runContext(*m_bench, 0, job);
    if (!context.ok())
        return context.error();
    return m_fooling.plant(effect, first, count, *context);
}

QString foolingSentence(const FoolingResult &result, NumberStyle style)
{
    return Tr::tr("%1 questions about %2 series of random dates and %3 assets. A t-test on each finds %4; "
                  "Foreshock finds %5, and %6 candidates.")
        .arg(grouped(result.hypotheses, style), grouped(result.series, style), grouped(result.assets, style),
             grouped(result.naive, style), grouped(result.significant, style), grouped(result.candidates, style));
}

QJsonObject toJson(const FoolingResult &result, const std::vector<FoolingPower> &power)
{
    QJsonArray curve;
    for (const FoolingPower &point : power)
        curve.append(QJsonObject{{u"effect"_s, point.effect},
                                 {u"planted"_s, static_cast<qint64>(point.planted)},
                                 {u"naive"_s, static_cast<qint64>(point.naive)},
                                 {u"candidate"_s, static_cast<qint64>(point.candidate)},
                                 {u"significant"_s, static_cast<qint64>(point.significant)}});
    return {{u"hypotheses"_s, static_cast<qint64>(result.hypotheses)},
            {u"assets"_s, static_cast<qint64>(result.assets)},
            {u"series"_s, static_cast<qint64>(result.series)},
            {u"bars"_s, static_cast<qint64>(result.bars)},
            {u"naive"_s, static_cast<qint64>(result.naive)},
            {u"bonferroni"_s, static_cast<qint64>(result.bonferroni)},
            {u"significant"_s, static_cast<qint64>(result.significant)},
            {u"candidates"_s, static_cast<qint64>(result.candidates)},
            {u"seconds"_s, result.seconds},
            {u"tests_per_second"_s, result.testsPerSecond},
            {u"power"_s, curve}};
}

} // namespace core::workbench
