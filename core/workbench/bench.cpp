// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/bench.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/benchbars.h"
#include "core/workbench/benchcalibration.h"
#include "core/workbench/benchevents.h"
#include "core/workbench/benchimport.h"
#include "core/workbench/benchingest.h"
#include "core/workbench/benchpages.h"
#include "core/workbench/benchscan.h"
#include "core/workbench/benchuniverse.h"

#include <sys/resource.h>

#include <algorithm>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Tr;

// One line per benchmark: declare its function in benchNAME.h, define it in benchNAME.cpp, list it here.
std::vector<Bench> benches()
{
    return {
        {"bars",
         Tr::tr(
             "One symbol's daily bars beside reading those of all; --size counts symbols of 20 years each."),
         benchBars},
        {"calibration",
         Tr::tr("What every test finds where nothing is, and of what was planted, simulated beside the tables of the "
                "design (E1 to E6, or those named after it); --size counts replications of E1, 4,000 are the "
                "tables' own."),
         benchCalibration},
        {"import",
         Tr::tr("The import of daily prices, from the files named after it or simulated, beside DuckDB's own "
                "copy; "
                "--size counts rows."),
         benchImport},
        {"ingest",
         Tr::tr("Answers of sources, from bytes to rows: parsing beside DuckDB's table reader and simdjson alone, storing, "
                "and how soon a row is seen; --size counts events."),
         benchIngest},
        {"live",
         Tr::tr("Storing events as they come, durable, 10,000 and 1,000 a commit, beside DuckDB's own file; "
                "--size counts events."),
         benchLive},
        {"pages",
         Tr::tr("The table of events: opening, jumping, filtering, following; --size counts events; "
                "a first word is the folder to keep them in, a second one the years they fill (20)."),
         benchPages},
        {"query",
         Tr::tr(
             "Counting events and reading a first page, beside DuckDB alone on the same files; --size counts "
             "events."),
         benchQuery},
        {"scan",
         Tr::tr("The screen of events × assets beside its bare Fourier transforms; --size counts assets."),
         benchScan},
        {"scaling",
         Tr::tr("How the screen's cost grows with pairs and with bars; --size counts the most assets."),
         benchScaling},
        {"universe",
         Tr::tr("A screen of more than 10⁸ hypotheses with its tiers; --size counts assets."), benchUniverse},
    };
}

base::Result<QJsonObject> runBench(std::string_view name, const BenchOptions &options)
{
    const std::vector<Bench> all = benches();
    const auto bench = std::find_if(all.begin(), all.end(), [&](const Bench &b) { return b.name == name; });
    if (bench == all.end()) {
        QStringList names;
        for (const Bench &b : all)
            names << base::qs(b.name);
        return Error{ErrorCode::NotFound, Tr::tr("There is no benchmark “%1”; choose one of: %2.")
                                              .arg(base::qs(name), names.join(QStringLiteral(", ")))};
    }
    const base::Stopwatch watch;
    base::Result<QJsonObject> figures = bench->run(options);
    if (!figures)
        return figures;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    figures->insert(QStringLiteral("bench"), base::qs(name));
    figures->insert(QStringLiteral("seconds"), watch.seconds());
    figures->insert(QStringLiteral("peak_memory_mb"), static_cast<double>(usage.ru_maxrss) / 1024);
    return figures;
}

} // namespace core::workbench
