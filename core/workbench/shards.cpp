// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/shards.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/files.h"

#include <QJsonObject>
#include <QRegularExpression>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using discovery::RunContext;
using discovery::RunReport;
using discovery::Shard;
using discovery::ShardReport;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *kFile = "shard.json";

/// What a finished shard says of itself.
struct ShardFile {
    std::string study; ///< canonical JSON: relative times are fixed
    std::uint64_t snapshot = 0;
    Shard shard;
};

Error notThese(const QString &why)
{
    return {ErrorCode::BadInput, why};
}

Result<ShardFile> readShard(const std::filesystem::path &folder)
{
    const Result<std::string> text = store::readSmallFile(folder / kFile);
    const Result<QJsonValue> json = text.ok() ? base::parseJson(*text) : Result<QJsonValue>(text.error());
    const QJsonObject object = json.ok() ? json->toObject() : QJsonObject();
    const Result<std::uint64_t> snapshot =
        parseSnapshot(object.value(u"snapshot"_s).toString().toStdString());
    ShardFile out;
    out.shard.number = static_cast<unsigned>(object.value(u"number"_s).toInt());
    out.shard.count = static_cast<unsigned>(object.value(u"count"_s).toInt());
    if (!snapshot.ok() || !object.value(u"study"_s).isObject() || out.shard.number < 1 ||
        out.shard.number > out.shard.count) {
        return notThese(Tr::tr("%1 holds no finished shard; run “study run FILE --shard k/N -o %1” to its end.")
                            .arg(qs(folder.string())));
    }
    out.study = base::canonicalJson(object.value(u"study"_s).toObject());
    out.snapshot = *snapshot;
    return out;
}

/// All shards of one study, each once.
Result<ShardFile> readShards(const std::vector<std::filesystem::path> &folders)
{
    std::vector<std::filesystem::path> found; // by number
    ShardFile first;
    for (const std::filesystem::path &folder : folders) {
        const Result<ShardFile> one = readShard(folder);
        if (!one.ok())
            return one.error();
        if (found.empty()) {
            first = *one;
            found.resize(first.shard.count);
        }
        if (one->study != first.study || one->snapshot != first.snapshot ||
            one->shard.count != first.shard.count) {
            return notThese(Tr::tr("%1 and %2 are no shards of the same study on the same snapshot.")
                                .arg(qs(folders.front().string()), qs(folder.string())));
        }
        std::filesystem::path &place = found[one->shard.number - 1];
        if (!place.empty()) {
            return notThese(Tr::tr("%1 and %2 are both shard %3 of %4; leave one out.")
                                .arg(qs(place.string()), qs(folder.string()))
                                .arg(one->shard.number)
                                .arg(one->shard.count));
        }
        place = folder;
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i].empty())
            return notThese(Tr::tr("Shard %1 of %2 is missing; name its folder too.")
                                .arg(i + 1)
                                .arg(found.size()));
    }
    return first;
}

} // namespace

Result<Shard> parseShard(const std::string &text)
{
    static const QRegularExpression form(u"^([0-9]{1,5})/([0-9]{1,5})$"_s);
    const QRegularExpressionMatch match = form.match(qs(text));
    const Shard shard{match.captured(1).toUInt(), match.captured(2).toUInt()};
    if (!match.hasMatch() || shard.number < 1 || shard.number > shard.count)
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is no shard; write k/N, as 2/8: the second of eight.").arg(qs(text))};
    return shard;
}

Result<ShardReport> runShard(const Workbench &bench, const std::filesystem::path &studyFile, const Shard &shard,
                             const std::filesystem::path &folder, unsigned threads, const Job &job,
                             const PlanSink &planned)
{
    const Result<std::string> text = readStudy(bench, studyFile);
    if (!text.ok())
        return text.error();
    const Result<domain::Study> study = domain::parseStudy(*text, bench.clock().now());
    if (!study.ok())
        return study.error();
    Result<RunContext> context = runContext(bench, threads, job);
    if (!context.ok())
        return context.error();
    context->planned = planned;
    const Result<ShardReport> report = discovery::runShard(*study, *context, shard, folder);
    if (!report.ok())
        return report;
    if (const Result<void> made = store::makeFolder(folder); !made.ok())
        return made.error();
    domain::Study asked = *study;
    asked.links = report->links; // all shards ask by the same
    const QJsonObject object{
        {u"study"_s, domain::toJson(asked)},
        {u"snapshot"_s, qs(store::Workspace::snapshotText(context->snapshot))},
        {u"family"_s, qs(base::toHex(report->family))},
        {u"number"_s, static_cast<int>(shard.number)},
        {u"count"_s, static_cast<int>(shard.count)},
    };
    if (const Result<void> written = store::writeSmallFile(folder / kFile, base::canonicalJson(object));
        !written.ok())
        return written.error();
    return report;
}

Result<RunReport> mergeShards(const Workbench &bench, const std::vector<std::filesystem::path> &folders,
                              unsigned threads, const Job &job)
{
    const Result<ShardFile> shards = readShards(folders);
    if (!shards.ok())
        return shards.error();
    const Result<domain::Study> study = domain::parseStudy(shards->study, bench.clock().now());
    if (!study.ok())
        return study.error();
    Result<RunContext> context = runContext(bench, threads, job);
    if (!context.ok())
        return context.error();
    if (shards->snapshot > context->snapshot) {
        return notThese(Tr::tr("The shards were made on a later snapshot than this workspace has; put them "
                               "together in the workspace they were made in, or in a copy of it."));
    }
    context->snapshot = shards->snapshot;
    context->shards = folders;
    return discovery::runStudy(*study, *context);
}

} // namespace core::workbench
