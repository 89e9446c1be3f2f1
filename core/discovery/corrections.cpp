// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/corrections.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/runner.h"
#include "core/stats/falsediscovery.h"
#include "core/stats/multiplicity.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using domain::Candidacy;
using domain::Significance;

namespace {

bool adjustsOwnP(Significance significance)
{
    return significance != Significance::MaxT && significance != Significance::StepDown &&
           significance != Significance::None;
}

bool ratesOwnP(Candidacy candidacy)
{
    return candidacy != Candidacy::Fdr && candidacy != Candidacy::None;
}

Error tooLarge(std::uint64_t hypotheses, std::string_view word, std::uint64_t most)
{
    return {ErrorCode::BadInput,
            Tr::tr("The correction “%1” is for families of at most %2 hypotheses; this one has %3. Ask less at "
                   "once, or use the default.")
                .arg(base::qs(word))
                .arg(most)
                .arg(hypotheses)};
}

/// Calls work(hypothesis) for those that circular shifts test, on all threads; the first error ends it.
template <typename Work>
Result<void> forShifted(const Tested &tested, const RunContext &context, Work work)
{
    std::vector<std::uint64_t> shifted;
    for (std::uint64_t h = 0; h < tested.y.size(); ++h) {
        const TestedPart *part = tested.partFor(h);
        if (part && part->method == NullMethod::CircularShift && tested.y[h] > 0)
            shifted.push_back(h);
    }
    std::mutex lock;
    std::optional<Error> fault;
    std::atomic<std::uint64_t> done = 0;
    inParallel(shifted.size(), context.threads, context.cancel, [&](std::size_t i) {
        if (const Result<void> one = work(shifted[i]); !one.ok()) {
            const std::lock_guard guard(lock);
            fault = one.error();
        }
        if (context.progress)
            context.progress({++done, shifted.size(), Tr::tr("Correcting")});
    });
    if (fault)
        return *fault;
    if (context.cancel.isCancelled())
        return Error{ErrorCode::Cancelled, Tr::tr("The study was cancelled.")};
    return {};
}

/// p of every hypothesis alone; 1 where nothing was tested.
Result<std::vector<double>> ownPs(const Family &family, const RunContext &context, const Tested &tested)
{
    std::vector<double> p(tested.y.size(), 1.0);
    for (std::uint64_t h = 0; h < p.size(); ++h) {
        const TestedPart *part = tested.partFor(h);
        if (part && part->method != NullMethod::CircularShift && tested.y[h] > 0)
            p[h] = static_cast<double>(tested.ownP[h]);
    }
    const auto done = forShifted(tested, context, [&](std::uint64_t h) -> Result<void> {
        const auto own = ownShift(family, family.pairs[h / tested.windows], h % tested.windows);
        if (!own.ok())
            return own.error();
        p[h] = own->p;
        return {};
    });
    return done.ok() ? Result<std::vector<double>>(std::move(p)) : Result<std::vector<double>>(done.error());
}

/// Step-down maxT over the shifts; every hypothesis must have them.
Result<std::vector<float>> stepDown(const Family &family, const RunContext &context, const Tested &tested)
{
    if (tested.parts.size() != 1 || tested.parts.front().method != NullMethod::CircularShift) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("The correction “stepdown” needs one null for all hypotheses; set null.method to "
                            "circular_shift.")};
    }
    const std::size_t draws = tested.parts.front().maxima.size() - 1;
    std::vector<double> observed(tested.y.begin(), tested.y.end());
    std::vector<double> values(observed.size() * draws, 0.0);
    const auto done = forShifted(tested, context, [&](std::uint64_t h) -> Result<void> {
        const auto shifts = ownShifts(family, family.pairs[h / tested.windows], h % tested.windows);
        if (!shifts.ok())
            return shifts.error();
        std::copy(shifts->begin() + 1, shifts->end(),
                  values.begin() + static_cast<std::ptrdiff_t>(h * draws));
        return {};
    });
    if (!done.ok())
        return done.error();
    constexpr double kSingle = 1e-5; // ties of single precision
    const auto p = stats::maxT(observed, {values, draws}, stats::Identity::AddOne, kSingle).stepDown;
    return std::vector<float>(p.begin(), p.end());
}

stats::Correction correctionOf(Significance significance)
{
    switch (significance) {
    case Significance::Holm:
        return stats::Correction::Holm;
    case Significance::Hochberg:
        return stats::Correction::Hochberg;
    case Significance::Hommel:
        return stats::Correction::Hommel;
    default:
        return stats::Correction::Bonferroni;
    }
}

/// The share of true nulls, never below the finite-sample estimate of Storey, Taylor & Siegmund (2004) at
/// λ = ½: the bootstrap's can be 0, and then every p however large would pass.
double trueShare(const std::vector<double> &p)
{
    const auto large = std::ranges::count_if(p, [](double value) { return value >= 0.5; });
    const double finite = static_cast<double>(1 + large) / (0.5 * static_cast<double>(p.size()));
    return std::min(1.0, std::max(finite, stats::nullShareBootstrap(p)));
}

std::vector<double> rates(const std::vector<double> &p, Candidacy candidacy)
{
    switch (candidacy) {
    case Candidacy::BenjaminiYekutieli:
        return stats::adjustedPValues(p, stats::Correction::BenjaminiYekutieli);
    case Candidacy::Storey:
        return stats::qValues(p, trueShare(p));
    default:
        return stats::adjustedPValues(p, stats::Correction::BenjaminiHochberg);
    }
}

} // namespace

bool isCorrectedByOwnP(const domain::Study &study)
{
    return study.significance == Significance::StepDown || adjustsOwnP(study.significance) ||
           ratesOwnP(study.candidacy);
}

Result<void> correctByOwnP(const Family &family, const RunContext &context, Tested &tested)
{
    const domain::Study &study = family.study;
    const std::uint64_t m = tested.y.size();
    const bool steps = study.significance == Significance::StepDown;
    if (steps && m > kMostStepped)
        return tooLarge(m, domain::toText(study.significance), kMostStepped);
    if ((adjustsOwnP(study.significance) || ratesOwnP(study.candidacy)) && m > kMostCorrected) {
        return tooLarge(m,
                        adjustsOwnP(study.significance) ? domain::toText(study.significance)
                                                        : domain::toText(study.candidacy),
                        kMostCorrected);
    }
    if (steps) {
        auto p = stepDown(family, context, tested);
        if (!p.ok())
            return p.error();
        tested.corrected = std::move(*p);
    }
    if (!adjustsOwnP(study.significance) && !ratesOwnP(study.candidacy))
        return {};
    const auto p = ownPs(family, context, tested);
    if (!p.ok())
        return p.error();
    if (adjustsOwnP(study.significance)) {
        const auto adjusted = stats::adjustedPValues(*p, correctionOf(study.significance));
        tested.corrected.assign(adjusted.begin(), adjusted.end());
    }
    if (ratesOwnP(study.candidacy)) {
        const auto q = rates(*p, study.candidacy);
        tested.rated.assign(q.begin(), q.end());
    }
    return {};
}

} // namespace core::discovery
