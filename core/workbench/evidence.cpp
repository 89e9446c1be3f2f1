// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/evidence.h"

#include "core/workbench/studies.h"

namespace core::workbench {

using base::Result;
using discovery::RunContext;

base::Result<discovery::Evidence> evidenceOf(const Workbench &bench, const std::string &run,
                                             const base::Sha256 &hypothesis, unsigned threads, const Job &job)
{
    const Result<RunContext> context = runContext(bench, threads, job);
    if (!context)
        return context.error();
    return discovery::evidenceOf(run, hypothesis, *context);
}

base::Result<discovery::Preflight> preflight(const Workbench &bench, const std::string &studyText,
                                             const Job &job, base::Instant asOf)
{
    const Result<domain::Study> study = domain::parseStudy(studyText, bench.clock().now());
    if (!study)
        return study.error();
    const Result<RunContext> context = runContext(bench, 0, job, asOf);
    if (!context)
        return context.error();
    return discovery::preflight(*study, *context);
}

base::Result<discovery::BaseRate> baseRate(const Workbench &bench, const std::string &filter,
                                           const std::string &asset, domain::Window window, const Job &job,
                                           base::Instant asOf)
{
    const Result<RunContext> context = runContext(bench, 0, job, asOf);
    if (!context)
        return context.error();
    return discovery::baseRate(filter, asset, window, *context);
}

} // namespace core::workbench
