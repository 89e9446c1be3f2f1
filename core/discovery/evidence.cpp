// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/evidence.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/eventfacts.h"
#include "core/discovery/eventpaths.h"
#include "core/discovery/lagprofile.h"
#include "core/discovery/matching.h"
#include "core/discovery/measure.h"
#include "core/discovery/reporting.h"
#include "core/discovery/runner.h"
#include "core/discovery/storedfinding.h"
#include "core/discovery/testing.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using domain::Statistic;

namespace {

constexpr std::size_t kStretches = 4;
constexpr std::size_t kFewestPerStretch = 5;
constexpr int kPlacebos = 3;
constexpr std::size_t kBins = 5;
constexpr std::size_t kFewestPerBin = 5;
constexpr domain::Window kPath{-10, 20};
constexpr int kPathMargin = 5;

bool same(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

NullMethod methodOf(const Finding &finding)
{
    for (const NullMethod method : {NullMethod::CircularShift, NullMethod::BlockShift,
                                    NullMethod::MatchedDays, NullMethod::MarkShift}) {
        if (finding.nullMethod == toText(method))
            return method;
    }
    return NullMethod::None;
}

/// The description of one finding, part by part.
class Describer final
{
public:
    /// `matching`: of every placed series; read where the finding's null is matched days.
    Describer(Evidence &evidence, const Family &family, const FamilyPair &pair, const MatchedDays &matching,
              const RunContext &context)
        : m_evidence(evidence)
        , m_family(family)
        , m_pair(pair)
        , m_matching(matching)
        , m_compared(methodOf(evidence.finding) == NullMethod::MatchedDays ? &matching : nullptr)
        , m_context(context)
        , m_columns(family)
        , m_window(evidence.finding.window)
        , m_statistic(family.statisticOf(pair))
        , m_scale(unitScale(family.study))
    {}

    /// Measures the finding again, compares, and fills what was not stored.
    Result<void> measureAgain(bool reported)
    {
        Finding &finding = m_evidence.finding;
        Finding again = finding;
        const auto used = m_columns.of(m_pair, m_window.length());
        m_sample = pairSample(m_family, m_pair, m_window, used, m_compared);
        measure(again, m_family, m_pair, m_sample);
        if (again.n != finding.n || !same(again.effect, finding.effect) || !same(again.t, finding.t)) {
            return Error{ErrorCode::Corrupt,
                         Tr::tr("“%1” on %2 no longer gives what the run stored (n %3 then, %4 now); its "
                                "events or prices were changed or removed since. “study verify” says more.")
                             .arg(qs(finding.event), qs(finding.asset))
                             .arg(finding.n)
                             .arg(again.n)};
        }
        m_evidence.responseUnit = unitOf(m_family.study);
        if (reported)
            return {};
        measureShares(again, m_family, m_sample, used);
        measureUncertainty(again, m_family, m_sample, std::numeric_limits<double>::infinity());
        tellTiming(again, m_family, m_pair);
        finding = again;
        m_evidence.notes.push_back(Tr::tr("The run kept this hypothesis without reporting it: workspace p and "
                                          "smallest detectable effect are not stored."));
        return {};
    }

    Result<void> addPath()
    {
        const domain::Window bars{std::min(kPath.first, m_window.first - kPathMargin),
                                  std::max(kPath.last, m_window.last + kPathMargin)};
        auto path = averagePath(m_family, m_pair, m_sample, bars, m_context);
        if (!path.ok())
            return path.error();
        m_evidence.path = std::move(*path);
        if (m_statistic == Statistic::Slope)
            m_evidence.notes.push_back(
                Tr::tr("The path shows the response to one standard deviation of the event's value."));
        return {};
    }

    Result<void> addNull()
    {
        const NullMethod method = methodOf(m_evidence.finding);
        auto lags = lagProfile(m_family, m_pair, m_window, method, m_matching, m_context);
        if (!lags.ok())
            return lags.error();
        m_evidence.lagProfile = std::move(lags->points);
        noteBand(lags->band);
        if (method != NullMethod::CircularShift)
            return {};
        const auto &windows = m_family.study.windows;
        const auto at = std::find(windows.begin(), windows.end(), m_window) - windows.begin();
        auto shifts = ownShifts(m_family, m_pair, static_cast<std::size_t>(at));
        if (!shifts.ok())
            return shifts.error();
        m_evidence.ownNull = std::move(*shifts);
        // of a hypothesis that was kept without being reported: what it would be if asked alone
        double &p = m_evidence.finding.p;
        const std::vector<float> &null = m_evidence.ownNull;
        if (std::isnan(p) && !null.empty() && null.front() > 0)
            p = adjustedP(nullDistribution(null), static_cast<double>(null.front()));
        return {};
    }

    void addSubPeriods()
    {
        const std::size_t events = m_sample.response.size();
        const std::size_t count = std::clamp<std::size_t>(events / kFewestPerStretch, 1, kStretches);
        const std::size_t bars = m_family.calendar.length();
        const std::size_t first = m_family.calendar.first;
        for (std::size_t k = 0; k < count; ++k) {
            const std::size_t from = k * bars / count, to = (k + 1) * bars / count;
            std::vector<std::size_t> which;
            for (std::size_t i = 0; i < events; ++i) {
                if (m_sample.bar[i] >= from && m_sample.bar[i] < to)
                    which.push_back(i);
            }
            SubPeriod period;
            period.from = m_family.calendar.closes[first + from - 1];
            period.to = m_family.calendar.closes[first + to - 1];
            const PairSample inside = part(m_sample, which, m_statistic);
            Finding measured;
            measure(measured, m_family, m_pair, inside);
            period.n = measured.n;
            period.effect = measured.effect;
            period.t = measured.t;
            if (period.n > 0 && period.n < 3 && m_statistic == Statistic::Mean)
                period.effect = stats::mean(inside.response) * m_scale; // too few to measure, not to average
            if (period.n >= 3 && !std::isnan(measured.effect)) {
                const auto interval = effectInterval(inside, m_statistic, effectTerms(inside, m_statistic),
                                                     m_family.study.seed);
                const double toEffect = m_statistic == Statistic::Slope ? 1 : m_scale;
                period.ciLow = interval.low * toEffect;
                period.ciHigh = interval.high * toEffect;
            }
            m_evidence.subPeriods.push_back(period);
        }
    }

    void addPlacebos()
    {
        const int length = m_window.length();
        const auto reach = static_cast<int>(m_family.calendar.length() / 4);
        const auto used = m_columns.of(m_pair, length);
        int last = std::min(0, m_window.first) - 1;
        for (int i = 0; i < kPlacebos; ++i, last -= length) {
            const domain::Window window{last - length + 1, last};
            if (-window.first > reach)
                break;
            Finding measured;
            measure(measured, m_family, m_pair, pairSample(m_family, m_pair, window, used, m_compared));
            m_evidence.placebos.push_back({window, measured.n, measured.effect, measured.t});
        }
    }

    Result<void> addEvents()
    {
        auto facts = eventFacts(m_family, m_pair, m_sample, m_context);
        if (!facts.ok())
            return facts.error();
        const std::size_t events = m_sample.response.size();
        for (std::size_t i = 0; i < events; ++i) {
            const FamilyTerm &term = m_family.terms[m_pair.firstTerm + m_sample.term[i]];
            const auto &closes = m_family.closeGroups[m_family.assets[term.asset].closeGroup];
            EventResponse one;
            one.at = closes[m_family.calendar.first + m_sample.bar[i]];
            one.response = m_sample.response[i] * m_scale;
            one.weight = m_sample.raw[i];
            one.value = (*facts)[i].value;
            one.label = std::move((*facts)[i].label);
            m_evidence.responses.push_back(std::move(one));
        }
        addMagnitudes();
        std::stable_sort(m_evidence.responses.begin(), m_evidence.responses.end(),
                         [](const EventResponse &a, const EventResponse &b) { return a.at < b.at; });
        return {};
    }

    /// The smallest and the largest effect without any one event, each in one step from the sums of all.
    void addLeaveOneOut()
    {
        const auto n = static_cast<double>(m_sample.response.size());
        if (m_sample.response.size() < 4)
            return;
        double low = std::numeric_limits<double>::infinity(), high = -low;
        const auto take = [&](double effect) {
            if (std::isnan(effect))
                return;
            low = std::min(low, effect);
            high = std::max(high, effect);
        };
        if (m_statistic == Statistic::Slope) {
            // of centred sums: without event i they are Sxy − x y n/(n − 1), and so on
            const double meanX = stats::mean(m_sample.raw), meanY = stats::mean(m_sample.response);
            stats::Sum xy, xx, yy;
            for (std::size_t i = 0; i < m_sample.raw.size(); ++i) {
                const double x = m_sample.raw[i] - meanX, y = m_sample.response[i] - meanY;
                xy.add(x * y);
                xx.add(x * x);
                yy.add(y * y);
            }
            for (std::size_t i = 0; i < m_sample.raw.size(); ++i) {
                const double x = m_sample.raw[i] - meanX, y = m_sample.response[i] - meanY;
                const double rest = n / (n - 1);
                const double squares = (xx.value() - rest * x * x) * (yy.value() - rest * y * y);
                take(squares > 0 ? (xy.value() - rest * x * y) / std::sqrt(squares) : domain::kMissing);
            }
        } else {
            const bool spread = m_statistic == Statistic::QuantileSpread;
            std::array<stats::Sum, 2> sums;
            std::array<double, 2> counts{};
            const auto side = [&](std::size_t i) { return spread && !(m_sample.raw[i] > 0) ? 1U : 0U; };
            for (std::size_t i = 0; i < m_sample.response.size(); ++i) {
                sums[side(i)].add(m_sample.response[i]);
                ++counts[side(i)];
            }
            for (std::size_t i = 0; i < m_sample.response.size(); ++i) {
                std::array<double, 2> means{};
                for (const unsigned s : {0U, 1U}) {
                    const bool own = side(i) == s;
                    means[s] =
                        (sums[s].value() - (own ? m_sample.response[i] : 0)) / (counts[s] - (own ? 1 : 0));
                }
                take((means[0] - (spread ? means[1] : 0)) * m_scale);
            }
        }
        if (low <= high) {
            m_evidence.leaveOneOutLow = low;
            m_evidence.leaveOneOutHigh = high;
        }
    }

private:
    void noteBand(NullMethod band)
    {
        switch (band) {
        case NullMethod::CircularShift:
            m_evidence.notes.push_back(Tr::tr("The band of the lag profile is from all circular shifts."));
            break;
        case NullMethod::BlockShift:
            m_evidence.notes.push_back(
                methodOf(m_evidence.finding) == NullMethod::BlockShift
                    ? Tr::tr("The band of the lag profile is from 1001 draws of shifts inside blocks.")
                    : Tr::tr("The band of the lag profile is from 1001 draws of shifts inside blocks, as the "
                             "sample is short for so many lags."));
            break;
        case NullMethod::None:
            m_evidence.notes.push_back(Tr::tr("The lag profile has no band: no null can tell one for these "
                                              "events, or not in reasonable time."));
            break;
        default:
            m_evidence.notes.push_back(
                Tr::tr("The band of the lag profile is from 1001 draws of the finding's own null."));
        }
    }

    /// Before the responses are sorted by time: they stand in the order of the sample.
    void addMagnitudes()
    {
        std::vector<double> values;
        for (const EventResponse &one : m_evidence.responses) {
            if (!std::isnan(one.value))
                values.push_back(one.value);
        }
        const std::size_t bins = std::min(kBins, values.size() / kFewestPerBin);
        if (bins < 2)
            return;
        std::vector<double> breaks;
        for (std::size_t k = 1; k < bins; ++k)
            breaks.push_back(stats::quantile(values, static_cast<double>(k) / static_cast<double>(bins)));
        for (std::size_t k = 0; k < bins; ++k) {
            std::vector<double> inside, responses;
            for (const EventResponse &one : m_evidence.responses) { // a break belongs to the bin below it
                const auto bin = std::lower_bound(breaks.begin(), breaks.end(), one.value) - breaks.begin();
                if (std::isnan(one.value) || static_cast<std::size_t>(bin) != k)
                    continue;
                inside.push_back(one.value);
                responses.push_back(one.response);
            }
            if (inside.empty())
                continue; // equal values share a bin
            const auto [low, high] = std::minmax_element(inside.begin(), inside.end());
            const auto interval = responses.size() > 2 ? meanInterval(responses, m_family.study.seed)
                                                       : stats::Interval{domain::kMissing, domain::kMissing};
            m_evidence.magnitudes.push_back({*low, *high, stats::mean(inside), inside.size(),
                                             stats::mean(responses), interval.low, interval.high});
        }
        if (m_evidence.magnitudes.size() < 2)
            m_evidence.magnitudes.clear(); // one value is no magnitude
    }

    Evidence &m_evidence;
    const Family &m_family;
    const FamilyPair &m_pair;
    const MatchedDays &m_matching;
    const MatchedDays *m_compared; ///< null: the events are compared with all bars
    const RunContext &m_context;
    ResponseColumns m_columns;
    domain::Window m_window;
    Statistic m_statistic;
    double m_scale;
    PairSample m_sample;
};

} // namespace

Result<Evidence> evidenceOf(const std::string &name, const base::Sha256 &hypothesis,
                            const RunContext &context)
{
    const auto stored = storedFinding(name, hypothesis, context.ledger);
    if (!stored.ok())
        return stored.error();
    const RunContext then = contextThen(*stored, context);
    const auto family = familyAgain(*stored, then);
    if (!family.ok())
        return family.error();
    Evidence evidence;
    evidence.finding = stored->finding;
    const auto found = pairOf(*family, evidence.finding);
    if (!found.ok())
        return found.error();
    const FamilyPair *pair = *found;
    evidence.notes = family->notes;
    const auto matching = matchingFor(evidence.finding, stored->reported, *family, *pair, then);
    if (!matching.ok())
        return matching.error();
    Describer describer(evidence, *family, *pair, *matching, then);
    if (auto done = describer.measureAgain(stored->reported); !done.ok())
        return done.error();
    if (evidence.finding.n < 3) {
        evidence.notes.push_back(
            Tr::tr("Fewer than three events have a response: there is nothing to show."));
        return evidence;
    }
    if (auto done = describer.addPath(); !done.ok())
        return done.error();
    if (auto done = describer.addNull(); !done.ok())
        return done.error();
    describer.addSubPeriods();
    describer.addPlacebos();
    if (auto done = describer.addEvents(); !done.ok())
        return done.error();
    describer.addLeaveOneOut();
    const bool matched = methodOf(evidence.finding) == NullMethod::MatchedDays;
    auto robustness = robustnessOf(evidence.finding, *family, *pair, matched ? &*matching : nullptr, then);
    if (!robustness.ok())
        return robustness.error();
    evidence.robustness = std::move(*robustness);
    if (then.cancel.isCancelled())
        return Error{ErrorCode::Cancelled, Tr::tr("The evidence was cancelled.")};
    return evidence;
}

} // namespace core::discovery
