// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/replay.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/lease.h"

#include <algorithm>
#include <fstream>

namespace core::ingest {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

constexpr std::uintmax_t kMostAnswer = std::uintmax_t(1) << 30; // of one answer

Result<std::string> readWhole(const std::filesystem::path &file)
{
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(file, failed);
    if (!failed && size > kMostAnswer)
        return Error{ErrorCode::BadInput, Tr::tr("%1 is larger than any answer may be (1 GB).").arg(base::qs(file.string()))};
    std::ifstream in(file, std::ios::binary);
    std::string bytes(failed ? 0 : static_cast<std::size_t>(size), '\0');
    if (failed || !in || !in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return Error{ErrorCode::BadInput, Tr::tr("%1 cannot be read.").arg(base::qs(file.string()))};
    return bytes;
}

Result<std::vector<std::filesystem::path>> filesBelow(const std::filesystem::path &folder)
{
    std::error_code failed;
    std::vector<std::filesystem::path> files;
    std::filesystem::recursive_directory_iterator at(folder, failed);
    for (const std::filesystem::recursive_directory_iterator end; !failed && at != end; at.increment(failed)) {
        std::error_code unknown; // a loop of links, a name that is too long: no recording
        if (at->is_regular_file(unknown))
            files.push_back(at->path());
    }
    if (failed)
        return Error{ErrorCode::NotFound, Tr::tr("The folder %1 cannot be read: %2.")
                                              .arg(base::qs(folder.string()), base::qs(failed.message()))};
    std::ranges::sort(files);
    return files;
}

} // namespace

Result<std::vector<ReplayedFile>> replay(store::Workspace &workspace, const sources::Provider &provider,
                                         const std::filesystem::path &folder, const base::CancelToken &cancel,
                                         const base::ProgressSink &progress)
{
    const auto files = filesBelow(folder);
    if (!files)
        return files.error();
    const auto lease = store::Lease::take(workspace.catalog(), "ingest", "replaying recorded answers");
    if (!lease)
        return lease.error();
    std::vector<ReplayedFile> done;
    for (const std::filesystem::path &file : *files) {
        if (cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("Cancelled; what was taken in stays.")};
        if (progress)
            progress({done.size(), files->size(), Tr::tr("Replaying %1").arg(base::qs(file.filename().string()))});
        ReplayedFile one;
        one.file = file.lexically_relative(folder).string();
        const auto bytes = readWhole(file);
        if (!bytes)
            return bytes.error();
        sources::Payload payload;
        payload.bytes = *bytes;
        payload.origin = one.file;
        payload.fetchedAt = workspace.clock().now();
        payload.sha256 = base::sha256(*bytes);
        payload.ask.endpoint = provider.recognise(payload);
        one.isRecognised = !payload.ask.endpoint.empty();
        if (one.isRecognised) {
            const auto artifact = workspace.vault().put(provider.info().name, one.file, *bytes);
            if (!artifact)
                return artifact.error();
            one.isKnown = !artifact->parser.empty();
        }
        if (one.isRecognised && !one.isKnown) {
            auto report = transform(workspace, provider, payload, {}, cancel);
            if (!report)
                return report.error();
            one.report = std::move(*report);
        }
        done.push_back(std::move(one));
    }
    return done;
}

} // namespace core::ingest
