// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/samplemaker.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/sample.h"
#include "core/store/files.h"
#include "core/store/instruments.h"
#include "core/store/lease.h"

#include <QJsonDocument>

#include <algorithm>
#include <cerrno>

namespace core::workbench {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using sources::SampleWorkspace;
using store::Workspace;

Error cancelled()
{
    return Error{ErrorCode::Cancelled,
                 Tr::tr("Making the sample workspace was cancelled; nothing was kept.")};
}

/// The payload everything in the sample comes from: what it takes to make it again.
Result<base::Sha256> storeOrigin(const Workspace &workspace, std::uint64_t seed)
{
    const QJsonObject origin{{QStringLiteral("made_by"), QStringLiteral("sample")},
                             {QStringLiteral("seed"), QString::number(seed)}};
    const Result<store::Artifact> artifact =
        workspace.vault().put("sample", "made from a seed", base::canonicalJson(origin));
    if (!artifact)
        return artifact.error();
    return artifact->sha256;
}

Result<void> storeBars(const Workspace &workspace, SampleWorkspace &sample, const base::Sha256 &raw,
                       const Job &job)
{
    Result<std::unique_ptr<store::Lease>> lease =
        store::Lease::take(workspace.catalog(), "bulk", "making the sample workspace");
    if (!lease)
        return lease.error();
    Result<store::BarImport> import = workspace.bars().beginImport(**lease, "1d");
    if (!import)
        return import.error();
    std::uint64_t done = 0;
    for (domain::Bar &bar : sample.bars) {
        bar.rawSha256 = raw;
        const Result<void> added = import->add(bar);
        if (!added)
            return added;
        if (++done % 20'000 == 0) {
            if (job.cancel.isCancelled())
                return cancelled();
            if (job.progress)
                job.progress({done, sample.bars.size(), Tr::tr("simulated bars")});
        }
    }
    const Result<store::BarImportReport> report = import->finish(job.cancel);
    if (!report)
        return report.error();
    return {};
}

Result<void> storeReference(const Workspace &workspace, const SampleWorkspace &sample)
{
    Result<store::WriteTransaction> transaction = workspace.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    const Result<void> instruments = store::storeInstruments(*transaction, sample.instruments);
    if (!instruments)
        return instruments;
    const Result<std::uint64_t> actions = store::storeActions(*transaction, sample.actions);
    if (!actions)
        return actions.error();
    return transaction->commit();
}

Result<void> storeEvents(const Workspace &workspace, SampleWorkspace &sample, const base::Sha256 &raw)
{
    const base::Instant now = workspace.clock().now();
    for (domain::Event &event : sample.events) {
        event.rawSha256 = raw;
        event.ingestedAt = now;
    }
    const Result<store::InsertSummary> stored =
        workspace.events().insert(sample.events, [&raw](store::WriteTransaction &transaction, const store::InsertSummary &) {
            return store::Vault::markTransformed(transaction.database(), raw, "sample", 1);
        });
    if (!stored)
        return stored.error();
    return {};
}

Result<void> writeFiles(const std::filesystem::path &folder, const SampleWorkspace &sample)
{
    Result<void> done =
        store::writeSmallFile(folder / "truth.json", QJsonDocument(sample.truth).toJson().toStdString());
    if (done)
        done = store::makeFolder(folder / "studies");
    for (const sources::SampleStudy &study : sample.studies) {
        if (!done)
            return done;
        done = store::writeSmallFile(folder / "studies" / study.fileName, study.text);
    }
    return done;
}

Result<void> fill(const std::filesystem::path &folder, std::uint64_t seed, store::WorkspaceOptions options,
                  const base::Clock &clock, const Job &job)
{
    Result<SampleWorkspace> sample = sources::makeSample(seed);
    if (!sample)
        return sample.error();
    if (job.cancel.isCancelled())
        return cancelled();
    options.sample = true;
    if (options.seal == store::WorkspaceOptions::Seal::TwoYears) {
        options.seal = store::WorkspaceOptions::Seal::At;
        options.sealedFrom = sample->sealedFrom;
    }
    const Result<std::unique_ptr<Workspace>> workspace = Workspace::create(folder, options, clock);
    if (!workspace)
        return workspace.error();
    const Result<base::Sha256> raw = storeOrigin(**workspace, seed);
    if (!raw)
        return raw.error();
    Result<void> done = storeBars(**workspace, *sample, *raw, job);
    if (done)
        done = storeReference(**workspace, *sample);
    if (done)
        done = storeEvents(**workspace, *sample, *raw);
    if (done)
        done = writeFiles(folder, *sample);
    if (done && job.cancel.isCancelled())
        return cancelled();
    return done;
}

} // namespace

base::Result<std::unique_ptr<Workbench>> createSample(const std::filesystem::path &folder, std::uint64_t seed,
                                                      store::WorkspaceOptions options,
                                                      const base::Clock &clock, const Job &job)
{
    std::error_code ignored;
    std::filesystem::path target = std::filesystem::absolute(folder, ignored).lexically_normal();
    if (!target.has_filename())
        target = target.parent_path(); // "sample/" names the folder "sample"
    if (std::filesystem::exists(target, ignored) && !std::filesystem::is_empty(target, ignored)) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is not empty; name a new folder for the sample workspace.")
                         .arg(base::qs(target.string()))};
    }
    if (options.name.empty())
        options.name = target.filename().string();
    const Result<void> parent = store::makeFolder(target.parent_path());
    if (!parent)
        return parent.error();
    const std::filesystem::path temporary = store::temporaryName(target.parent_path());
    const Result<void> filled = fill(temporary, seed, std::move(options), clock, job);
    std::error_code failed;
    if (filled)
        std::filesystem::rename(temporary, target, failed);
    if (!filled || failed) {
        std::filesystem::remove_all(temporary, ignored);
        return filled ? store::fileError(target, failed.value()) : filled.error();
    }
    const Result<void> synced = store::syncFolder(target.parent_path());
    if (!synced)
        return synced.error();
    return Workbench::open(target, clock);
}

} // namespace core::workbench
