// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/lookahead.h"

#include "core/base/missing.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/stats/random.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::kMissing;
using base::qs;
using base::Result;
using base::Tr;

namespace {

struct Decided {
    Instant about;
    Instant at;
    double value = kMissing;
};

/// One series, ready to be compared.
struct Built {
    QString what;
    std::vector<Decided> values; ///< ascending by what they are about; only those that exist
    double size = 0;             ///< root mean square
};

using BuiltSeries = std::map<std::string, Built>;

BuiltSeries index(const std::vector<DecisionSeries> &all)
{
    BuiltSeries out;
    for (const DecisionSeries &series : all) {
        Built &built = out[series.name];
        built.what = series.what;
        double squares = 0;
        for (std::size_t i = 0; i < series.about.size(); ++i) {
            if (std::isnan(series.value[i]))
                continue;
            built.values.push_back({series.about[i], series.decided[i], series.value[i]});
            squares += series.value[i] * series.value[i];
        }
        std::sort(built.values.begin(), built.values.end(),
                  [](const Decided &a, const Decided &b) { return a.about < b.about; });
        if (!built.values.empty())
            built.size = std::sqrt(squares / static_cast<double>(built.values.size()));
    }
    return out;
}

bool isSame(double a, double b, double size, double tolerance)
{
    return std::abs(a - b) <= tolerance * std::max({std::abs(a), std::abs(b), size});
}

/// The instants inside the range at which each series decides something; series without any are left out.
std::vector<std::vector<Instant>> decisions(const BuiltSeries &full, const LookAheadOptions &options)
{
    std::vector<std::vector<Instant>> out;
    for (const auto &[name, built] : full) {
        std::set<Instant> instants;
        for (const Decided &decided : built.values) {
            if ((!options.from.isValid() || decided.at > options.from) &&
                (!options.to.isValid() || decided.at <= options.to))
                instants.insert(decided.at);
        }
        if (!instants.empty())
            out.emplace_back(instants.begin(), instants.end());
    }
    return out;
}

std::vector<Instant> drawInstants(const BuiltSeries &full, const LookAheadOptions &options)
{
    const auto choices = decisions(full, options);
    std::set<Instant> out;
    if (choices.empty())
        return {};
    std::vector<Instant> suspects = options.suspects ? options.suspects() : std::vector<Instant>();
    std::erase_if(suspects, [&options](Instant at) {
        return (options.from.isValid() && at <= options.from) || (options.to.isValid() && at > options.to);
    });
    for (std::size_t i = 0; i < options.instants; ++i) {
        stats::Random random(options.seed, stats::RandomPurpose::LookAhead, i);
        const auto &from = i % 2 == 1 && !suspects.empty() ? suspects : choices[random.below(choices.size())];
        out.insert(from[random.below(from.size())]);
    }
    return {out.begin(), out.end()};
}

/// Compares what both say was decided by `asOf`.
class Comparison final
{
public:
    Comparison(LookAheadReport &report, double tolerance)
        : m_report(report)
        , m_tolerance(tolerance)
    {}

    void compare(const BuiltSeries &full, const BuiltSeries &then, Instant asOf)
    {
        static const Built nothing;
        for (const auto &[name, now] : full) {
            const auto found = then.find(name);
            compare(name, now, found == then.end() ? nothing : found->second, asOf);
        }
        for (const auto &[name, built] : then) {
            if (!full.contains(name))
                compare(name, nothing, built, asOf);
        }
    }

    void finish()
    {
        for (auto &[name, difference] : m_first)
            m_report.first.push_back(std::move(difference));
    }

private:
    void compare(const std::string &name, const Built &now, const Built &then, Instant asOf)
    {
        const QString &what = now.what.isEmpty() ? then.what : now.what;
        auto was = then.values.begin();
        const auto gone = [&](Instant before) { // what was decided then and is nothing now
            for (; was != then.values.end() && (!before.isValid() || was->about < before); ++was) {
                if (was->at > asOf)
                    continue;
                ++m_report.compared;
                note({name, what, was->about, was->at, asOf, was->value, kMissing});
            }
        };
        for (const Decided &is : now.values) {
            gone(is.about);
            const bool both = was != then.values.end() && was->about == is.about;
            const double before = both ? was->value : kMissing;
            if (both)
                ++was;
            if (is.at > asOf)
                continue;
            ++m_report.compared;
            if (!both || !isSame(before, is.value, now.size, m_tolerance))
                note({name, what, is.about, is.at, asOf, before, is.value});
        }
        gone(Instant());
    }

    void note(LookAheadDifference difference)
    {
        ++m_report.different;
        const auto [first, fresh] = m_first.try_emplace(difference.series, difference);
        if (!fresh && difference.about < first->second.about)
            first->second = std::move(difference);
    }

    LookAheadReport &m_report;
    double m_tolerance;
    std::map<std::string, LookAheadDifference> m_first;
};

/// "2015-03-04 21:00", the time left out at 00:00.
QString momentText(Instant at)
{
    const QString iso = qs(base::toIso(at)); // 2015-03-04T21:00:00Z
    const QString time = iso.sliced(11, 5);
    return time == QLatin1StringView("00:00") ? iso.first(10)
                                              : QStringLiteral("%1 %2").arg(iso.first(10), time);
}

QString valueText(double value)
{
    return std::isnan(value) ? Tr::tr("nothing") : QString::number(value, 'g', 6);
}

} // namespace

void DecisionSeries::add(Instant aboutThen, Instant decidedThen, double number)
{
    about.push_back(aboutThen);
    decided.push_back(decidedThen);
    value.push_back(number);
}

Result<LookAheadReport> testLookAhead(const AsOfBuilder &build, const LookAheadOptions &options)
{
    const auto all = build(Instant());
    if (!all.ok())
        return all.error();
    const BuiltSeries full = index(*all);
    LookAheadReport report;
    report.instants = drawInstants(full, options);
    Comparison comparison(report, options.tolerance);
    for (std::size_t i = 0; i < report.instants.size(); ++i) {
        if (options.progress)
            options.progress({i, report.instants.size(), Tr::tr("Looking for look-ahead")});
        const auto then = build(report.instants[i]);
        if (!then.ok())
            return then.error();
        if (options.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("The look-ahead test was cancelled.")};
        comparison.compare(full, index(*then), report.instants[i]);
    }
    comparison.finish();
    return report;
}

QString sentenceOf(const LookAheadDifference &difference)
{
    QString text = Tr::tr("%1 on %2: %3 by what was known on %4, but %5 now.")
                       .arg(difference.what, momentText(difference.about), valueText(difference.then),
                            momentText(difference.asOf), valueText(difference.now));
    text[0] = text[0].toUpper();
    return text;
}

} // namespace core::discovery
