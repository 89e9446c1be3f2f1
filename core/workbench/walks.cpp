// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/walks.h"

#include "core/base/ascii.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/runner.h"
#include "core/workbench/studies.h"
#include "core/workbench/studyfiles.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
using discovery::WalkReport;
using discovery::WalkTotal;

namespace {

constexpr int kFewestYears = 2; // before the first step
constexpr int kMostYears = 10;

/// "2005" or "2005-03-01".
Result<Instant> dayOf(const std::string &text)
{
    const bool isYear = text.size() == 4 && std::ranges::all_of(text, base::isDigit);
    const Result<base::Date> day = base::parseDate(isYear ? text + "-01-01" : text);
    if (!day)
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is neither a year nor a date; write 2005 or 2005-03-01.").arg(qs(text))};
    return Instant(*day);
}

/// "57 %"; a dash when nothing was scored.
QString shareText(const WalkTotal &total, NumberStyle style)
{
    const double share = static_cast<double>(total.tally.held) /
                         static_cast<double>(std::max<std::uint64_t>(1, total.tally.scored));
    return total.tally.scored > 0 ? Tr::tr("%1 %").arg(fixed(100 * share, 0, style))
                                  : fixed(std::nan(""), 0, style);
}

QString heldText(const WalkReport &report, NumberStyle style)
{
    const auto &found = report.found.tally;
    const auto &plain = report.uncorrected.tally;
    QString text = found.scored > 0 ? Tr::tr("Of %1 found, %2 held (%3, a coin gives half)")
                                          .arg(grouped(found.scored, style), grouped(found.held, style),
                                               shareText(report.found, style))
                                    : Tr::tr("Nothing was found that could be scored");
    text += plain.scored > 0 ? Tr::tr("; of %1 an uncorrected t-test found, %2 held (%3).")
                                   .arg(grouped(plain.scored, style), grouped(plain.held, style),
                                        shareText(report.uncorrected, style))
                             : QStringLiteral(".");
    if (found.found > found.scored)
        text +=
            QLatin1Char(' ') +
            Tr::tr("%1 more had no events to be scored on.").arg(grouped(found.found - found.scored, style));
    return text;
}

QString effectText(const discovery::WalkEffect &effect, NumberStyle style)
{
    const QString share = Tr::tr("%1 %").arg(fixed(100 * effect.shrinkage, 0, style));
    if (std::isnan(effect.low))
        return Tr::
            tr("In the discovered direction the next step gave %1 %2 on average where %3 was found: %4 of "
               "it.")
                .arg(signedNumber(effect.scored, style), qs(effect.unit),
                     signedNumber(effect.discovered, style), share);
    return Tr::
        tr("In the discovered direction the next step gave %1 %2 on average (95 % interval %3 to %4) where "
           "%5 was found: %6 of it.")
            .arg(signedNumber(effect.scored, style), qs(effect.unit), signedNumber(effect.low, style),
                 signedNumber(effect.high, style), signedNumber(effect.discovered, style), share);
}

} // namespace

Result<discovery::WalkOptions> walkOptions(const std::string &from, const std::string &to,
                                           const std::string &step)
{
    discovery::WalkOptions out;
    const Result<Instant> begin = dayOf(from);
    if (!begin)
        return begin.error();
    out.from = *begin;
    if (!to.empty()) {
        const Result<Instant> end = dayOf(to);
        if (!end)
            return end.error();
        out.to = *end;
    }
    const Result<discovery::StepLength> length = discovery::parseStepLength(step);
    if (!length)
        return length.error();
    out.step = *length;
    return out;
}

Result<WalkReport> walkStudy(const Workbench &bench, const std::filesystem::path &file,
                             const discovery::WalkOptions &options, unsigned threads, const Job &job)
{
    const Result<std::string> text = readStudyAt(bench, file);
    if (!text)
        return text.error();
    const Result<domain::Study> study = domain::parseStudy(*text, bench.clock().now());
    if (!study)
        return study.error();
    const Result<discovery::RunContext> context = runContext(bench, threads, job);
    if (!context)
        return context.error();
    return discovery::walkStudy(*study, *context, options);
}

Result<std::vector<StoredWalk>> storedWalks(const Workbench &bench)
{
    auto records = bench.ledger().walks();
    if (!records)
        return records.error();
    std::vector<StoredWalk> out;
    for (store::WalkRecord &record : *records) {
        const Result<QJsonValue> json = base::parseJson(record.result);
        Result<WalkReport> report =
            json ? discovery::walkFromJson(json->toObject()) : Result<WalkReport>(json.error());
        if (!report)
            return Error{ErrorCode::Corrupt, Tr::tr("The walk %1 in the ledger cannot be understood: %2")
                                                 .arg(qs(record.walk), report.error().message)};
        report->snapshot = record.snapshot;
        out.push_back({std::move(*report), std::move(record.study), record.recordedAt});
    }
    return out;
}

Result<int> proposedWalkYear(const Workbench &bench)
{
    const auto symbols = bench.bars().symbols("1d");
    if (!symbols)
        return symbols.error();
    if (symbols->empty())
        return 0;
    // the market itself where it is there: single stocks may be young
    const bool hasMarket = std::ranges::binary_search(*symbols, std::string("SPY"));
    domain::BarQuery query;
    query.symbol = hasMarket ? "SPY" : symbols->front();
    const auto bars = bench.bars().read(query);
    if (!bars)
        return bars.error();
    if (bars->ts.empty())
        return 0;
    const auto yearOf = [](Instant at) {
        return static_cast<int>(std::chrono::year_month_day(at.utcDay()).year());
    };
    const int first = yearOf(bars->ts.front());
    return first + std::clamp((yearOf(bars->ts.back()) - first) / 3, kFewestYears, kMostYears);
}

QString verdictOf(const WalkReport &report, NumberStyle style)
{
    QString text = heldText(report, style);
    for (const discovery::WalkEffect &effect : report.found.effects)
        text += QLatin1Char('\n') + effectText(effect, style);
    if (report.found.tally.scored > 0)
        text += QLatin1Char('\n') +
                Tr::tr("Brier score of the forecasts: %1 (a coin's is 0.25; without shrinkage %2).")
                    .arg(fixed(report.found.brier, 3, style), fixed(report.found.plainBrier, 3, style));
    return text;
}

} // namespace core::workbench
