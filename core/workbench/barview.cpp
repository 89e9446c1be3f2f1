// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/barview.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/market/resample.h"

#include <algorithm>

namespace core::workbench {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using domain::BarSeries;

constexpr int kMissingBars = 5;
constexpr std::chrono::days kWeek(7);

Result<market::TradingCalendar> calendarOf(const domain::BarReader &reader, const std::string &symbol)
{
    const Result<std::optional<domain::Instrument>> instrument = reader.instrument(symbol);
    if (!instrument)
        return instrument.error();
    const std::vector<std::string> known = market::TradingCalendar::names();
    const bool named =
        *instrument && std::find(known.begin(), known.end(), (*instrument)->exchange) != known.end();
    return market::TradingCalendar::find(named ? (*instrument)->exchange : "XNYS");
}

Error noBars(const domain::BarQuery &query)
{
    const bool ranged = query.from.isValid() || query.to.isValid() || query.asOf.isValid();
    const QString sentence =
        ranged ? Tr::tr("There are no %1 bars of “%2” in that range; leave out --from, --to and --as-of to "
                        "see all.")
               : Tr::tr("There are no %1 bars of “%2”, nor any to make them from; “import bars” adds some.");
    return Error{ErrorCode::NotFound, sentence.arg(base::qs(query.interval), base::qs(query.symbol))};
}

/// Whether bars of one interval can be made of the other.
bool fits(std::string_view coarse, std::string_view fine)
{
    const Result<market::Interval> source = market::parseInterval(fine);
    if (!source)
        return false;
    const Result<market::Interval> wanted = market::parseInterval(coarse, *source);
    if (!wanted)
        return false;
    if (wanted->unit != source->unit)
        return wanted->unit == market::Interval::Unit::Sessions;
    return wanted->count % source->count == 0 && wanted->count >= source->count;
}

Result<BarSeries> resampled(const domain::BarReader &reader, const BarRequest &request)
{
    const market::Interval daily{market::Interval::Unit::Sessions, 1};
    if (const Result<market::Interval> wanted = market::parseInterval(request.query.interval, daily); !wanted)
        return wanted.error();
    std::vector<std::string> sources(kStoredIntervals.begin(), kStoredIntervals.end());
    if (!request.source.empty())
        sources = {request.source};
    domain::BarQuery query = request.query;
    for (const std::string &source : sources) {
        if (request.source.empty() && !fits(request.query.interval, source))
            continue;
        query.interval = source;
        const Result<BarSeries> fine = reader.read(query);
        if (!fine)
            return fine;
        if (fine->size() == 0)
            continue;
        const Result<market::TradingCalendar> calendar = calendarOf(reader, query.symbol);
        if (!calendar)
            return calendar.error();
        return market::resample(*fine, request.query.interval, *calendar);
    }
    return noBars(request.query);
}

/// Of bars of which several lie in one session.
void addSessions(const BarSeries &bars, const market::TradingCalendar &calendar, BarBreaks &out)
{
    std::optional<market::Session> session;
    std::vector<base::Instant> opens, missing;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const bool isSame = session && bars.tsEnd[i] <= session->close;
        if (!isSame) {
            session = calendar.closingAtOrAfter(bars.tsEnd[i]);
            if (!session)
                return; // the calendar does not reach so far
            if (i > 0)
                opens.push_back(bars.ts[i]);
            continue;
        }
        const base::Duration hole = bars.ts[i] - bars.tsEnd[i - 1];
        if (hole >= kMissingBars * (bars.tsEnd[i] - bars.ts[i]) && hole > base::Duration::zero())
            missing.push_back(bars.tsEnd[i - 1] + hole / 2);
    }
    if (opens.size() + 1 >= bars.size())
        return; // a bar a session
    out.sessions = std::move(opens);
    out.missing = std::move(missing);
}

} // namespace

base::Result<BarSeries> barsOf(const domain::BarReader &reader, const BarRequest &request)
{
    Result<BarSeries> bars = noBars(request.query);
    if (request.source.empty() || request.source == request.query.interval) {
        bars = reader.read(request.query);
        if (!bars)
            return bars;
    }
    if (!bars || bars->size() == 0)
        bars = resampled(reader, request);
    if (!bars || request.adjustment == market::Adjustment::None)
        return bars;
    const Result<std::vector<domain::Action>> actions =
        reader.actions(request.query.symbol, request.query.asOf, request.query.snapshot);
    if (!actions)
        return actions.error();
    return market::adjusted(*bars, *actions, request.query.asOf, request.adjustment);
}

base::Result<BarBreaks> breaksOf(const domain::BarReader &reader, const BarSeries &bars)
{
    BarBreaks out;
    if (bars.size() < 2)
        return out;
    const Result<market::TradingCalendar> calendar = calendarOf(reader, bars.symbol);
    if (!calendar)
        return calendar.error();
    addSessions(bars, *calendar, out);
    if (!out.sessions.empty() || bars.interval != "1d")
        return out;
    const Result<std::optional<domain::Instrument>> instrument = reader.instrument(bars.symbol);
    if (!instrument)
        return instrument.error();
    if (*instrument && (*instrument)->exchange == calendar->name()) {
        const Result<std::vector<market::Gap>> gaps = market::gaps(bars, *calendar);
        for (std::size_t i = 0; gaps && i < gaps->size(); ++i) {
            if (const auto session = calendar->session((*gaps)[i].first))
                out.missing.push_back(session->close);
        }
        return out;
    }
    for (std::size_t i = 1; i < bars.size(); ++i) {
        if (bars.tsEnd[i] - bars.tsEnd[i - 1] > kWeek)
            out.missing.push_back(bars.tsEnd[i - 1] + std::chrono::days(1));
    }
    return out;
}

base::Result<GapReport> gapsOf(const domain::BarReader &reader, const domain::BarQuery &query)
{
    const Result<BarSeries> bars = reader.read(query);
    if (!bars)
        return bars.error();
    if (bars->size() == 0)
        return noBars(query);
    const Result<market::TradingCalendar> calendar = calendarOf(reader, query.symbol);
    if (!calendar)
        return calendar.error();
    Result<std::vector<market::Gap>> gaps = market::gaps(*bars, *calendar);
    if (!gaps)
        return gaps.error();
    return GapReport{calendar->name(), std::move(*gaps)};
}

base::Result<market::Adjustment> parseAdjustment(std::string_view name)
{
    if (name == "none")
        return market::Adjustment::None;
    if (name == "known")
        return market::Adjustment::Known;
    if (name == "provider")
        return market::Adjustment::Provider;
    return Error{ErrorCode::BadInput,
                 Tr::tr("“%1” is not an adjustment; use none, known or provider.").arg(base::qs(name))};
}

} // namespace core::workbench
