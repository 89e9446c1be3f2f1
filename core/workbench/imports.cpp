// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/imports.h"

#include "core/base/tr.h"
#include "core/ingest/import/parquetworker.h"

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using ingest::Importer;

base::Result<std::vector<FileOutcome>> importFiles(const Workbench &bench, const ImportJob &what,
                                                   const std::filesystem::path &worker, const Job &job)
{
    ingest::ImporterOptions options;
    options.presetFolder = what.presetFolder.empty() ? bench.folder() / "presets" : what.presetFolder;
    options.workerProgram = worker;
    const Result<std::unique_ptr<Importer>> importer = Importer::open(bench.workspace(), options);
    if (!importer)
        return importer.error();
    std::vector<FileOutcome> outcomes;
    for (const std::filesystem::path &file : what.files) {
        if (job.cancel.isCancelled()) {
            return Error{ErrorCode::Cancelled,
                         Tr::tr("The import was cancelled; files that were finished before stay.")};
        }
        FileOutcome outcome = (*importer)->import(file, what.request, job.cancel, job.progress);
        if (!outcome && outcome.error().code == ErrorCode::Cancelled)
            return outcome.error();
        if (what.fileDone)
            what.fileDone(file, outcome);
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

base::Result<void> readParquetForParent(const std::filesystem::path &file)
{
    return ingest::runParquetWorker(file);
}

} // namespace core::workbench
