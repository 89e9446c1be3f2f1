// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/shard.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/version.h"
#include "core/discovery/askedbefore.h"
#include "core/discovery/cost.h"
#include "core/discovery/family.h"
#include "core/discovery/matching.h"
#include "core/discovery/testing.h"

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using namespace Qt::StringLiterals;

namespace {

QString instantText(base::Instant instant)
{
    return instant.isValid() ? qs(base::toIso(instant)) : QString();
}

Result<void> registerFamily(const Family &family, const RunContext &context, const Shard &shard,
                            store::FamilyRecord &record)
{
    const store::FamilyAxes axes = axesOf(family);
    record = recordOf(family, axes);
    const auto before = askedBefore(family, axes, record, context.ledger);
    if (!before.ok())
        return before.error();
    record.mNew = record.m - before->count;
    record.snapshot = context.snapshot;
    record.run = "shard " + std::to_string(shard.number) + "/" + std::to_string(shard.count);
    record.registeredAt = context.clock.now();
    if (auto kept = keepLinks(family, context); !kept.ok())
        return kept;
    const auto registered = context.ledger.registerFamily(record, axes);
    return registered.ok() ? Result<void>() : Result<void>(registered.error());
}

} // namespace

base::Sha256 screenKey(const store::FamilyRecord &family, const RunContext &context)
{
    return base::sha256(base::canonicalJson(
        QJsonObject{{u"family"_s, qs(base::toHex(family.id))},
                    {u"snapshot"_s, QString::number(context.snapshot)},
                    {u"as_of"_s, instantText(context.asOf)},
                    {u"sealed_from"_s, instantText(context.sealedFrom)},
                    {u"program"_s, qs(base::programVersion())}}));
}

Result<ShardReport> runShard(const domain::Study &study, const RunContext &context, const Shard &shard,
                             const std::filesystem::path &folder)
{
    const base::Stopwatch watch;
    if (shard.number < 1 || shard.number > shard.count) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("There is no shard %1 of %2; they are counted from 1.")
                         .arg(shard.number)
                         .arg(shard.count)};
    }
    const auto family = makeFamily(study, context);
    if (!family.ok())
        return family.error();
    store::FamilyRecord record;
    if (const auto registered = registerFamily(*family, context, shard, record); !registered.ok())
        return registered.error();
    const auto matching = makeMatching(*family, context);
    if (!matching.ok())
        return matching.error();
    const auto choices = chooseNulls(*family, *matching);
    if (!choices.ok())
        return choices.error();
    const std::vector<std::size_t> pairs = pairsBy(*family, *choices, NullMethod::CircularShift);
    ShardReport report;
    report.family = record.id;
    report.links = family->study.links;
    report.key = screenKey(record, context);
    report.hypotheses = family->hypotheses();
    report.pairs = pairs.size();
    report.range = {pairs.size() * (shard.number - 1) / shard.count, pairs.size() * shard.number / shard.count};
    if (context.planned) {
        Cost cost = costOf(*family, *choices, context.threads);
        cost.seconds /= shard.count;
        context.planned(cost);
    }
    if (report.range.first < report.range.last) {
        const PieceFolder pieces(report.key, folder);
        const auto screened = screenPairs(*family, pairs, report.range,
                                          {.threads = context.threads,
                                           .cancel = context.cancel,
                                           .progress = context.progress,
                                           .pieces = &pieces,
                                           .keepAlone = true});
        if (!screened.ok())
            return screened.error();
    }
    report.elapsedMs = static_cast<std::int64_t>(watch.seconds() * 1e3);
    return report;
}

} // namespace core::discovery
