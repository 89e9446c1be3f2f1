// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/catalog.h"
#include "core/store/ledger.h"
#include "core/store/ledgerchain.h"
#include "core/store/ledgerrows.h"

#include <cstring>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Sha256;
using base::Tr;

namespace {

constexpr std::string_view kRelationshipColumns =
    "SELECT hypothesis_id, family_id, run, event, asset, first, last, statistic, tier, n, effect, unit, t, "
    "p_value, p_adjusted, "
    "hit_rate, base_rate, edge, status, definition, discovered_at, validated_at FROM relationships ";

RunRecord runOf(const Statement &row)
{
    RunRecord out;
    out.run = row.text(0);
    out.family = hashOf(row, 1);
    out.study = row.text(2);
    out.snapshot = static_cast<std::uint64_t>(row.integer(3));
    out.asOf = instantOf(row, 4);
    out.sealedFrom = instantOf(row, 5);
    out.status = row.text(6);
    out.hypotheses = static_cast<std::uint64_t>(row.integer(7));
    out.significant = static_cast<std::uint64_t>(row.integer(8));
    out.candidates = static_cast<std::uint64_t>(row.integer(9));
    out.expectedFalse = row.number(10);
    out.resultHash = row.text(11);
    out.elapsedMs = row.integer(12);
    out.startedAt = instantOf(row, 13);
    out.finishedAt = instantOf(row, 14);
    out.program = row.text(15);
    if (row.columnCount() > 16)
        out.report = row.text(16);
    return out;
}

constexpr std::string_view kRunColumns =
    "SELECT run, family_id, study, snapshot, as_of, sealed_from, status, hypotheses, significant, "
    "candidates, expected_false, result_hash, elapsed_ms, started_at, finished_at, program";

RelationshipRecord relationshipOf(const Statement &row)
{
    RelationshipRecord out;
    out.hypothesis = hashOf(row, 0);
    out.family = hashOf(row, 1);
    out.run = row.text(2);
    out.event = row.text(3);
    out.asset = row.text(4);
    out.first = static_cast<int>(row.integer(5));
    out.last = static_cast<int>(row.integer(6));
    out.statistic = row.text(7);
    out.tier = row.text(8);
    out.n = static_cast<std::uint64_t>(row.integer(9));
    out.effect = row.number(10);
    out.unit = row.text(11);
    out.t = row.number(12);
    out.pValue = row.number(13);
    out.pAdjusted = row.number(14);
    out.hitRate = row.number(15);
    out.baseRate = row.number(16);
    out.edge = row.number(17);
    out.status = row.text(18);
    out.definition = row.text(19);
    out.discoveredAt = instantOf(row, 20);
    out.validatedAt = instantOf(row, 21);
    return out;
}

/// The one row of a search by the beginning of its name, or the sentence why there is none.
template <typename T>
Result<T> only(Result<std::vector<T>> rows, const QString &what, const std::string &name)
{
    if (!rows.ok())
        return rows.error();
    if (rows->empty())
        return Error{ErrorCode::NotFound,
                     Tr::tr("There is no %1 “%2” in this workspace.").arg(what, base::qs(name))};
    if (rows->size() > 1)
        return Error{
            ErrorCode::BadInput,
            Tr::tr("More than one %1 begins with “%2”; write more of it.").arg(what, base::qs(name))};
    return rows->front();
}

std::vector<float> maximaIn(const Statement &row)
{
    const auto blob = row.blob(0);
    std::vector<float> out(blob.size() / sizeof(float));
    std::memcpy(out.data(), blob.data(), out.size() * sizeof(float));
    return out;
}

} // namespace

Result<void> Ledger::saveRun(const RunRecord &run)
{
    auto write = m_catalog.beginWrite();
    if (!write.ok())
        return write.error();
    ChainHead head;
    {
        auto last = write->database().prepare("SELECT position, sha256 FROM trials WHERE family_id = ? AND "
                                              "run = ? ORDER BY position DESC LIMIT 1");
        if (!last.ok())
            return last.error();
        const auto found = last->bind(1, run.family).bind(2, run.run).step();
        if (!found.ok())
            return found.error();
        if (*found)
            head = {last->integer(0), hashOf(*last, 1)};
        auto insert =
            write->database().prepare("INSERT OR REPLACE INTO runs (run, family_id, study, snapshot, as_of, "
                                      "sealed_from, status, hypotheses, significant, candidates, "
                                      "expected_false, result_hash, elapsed_ms, report, maxima, trials_head, "
                                      "trials_sha256, started_at, finished_at, program) "
                                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!insert.ok())
            return insert.error();
        insert->bind(1, run.run).bind(2, run.family).bind(3, run.study).bind(4, run.snapshot);
        bindInstant(*insert, 5, run.asOf);
        bindInstant(*insert, 6, run.sealedFrom);
        insert->bind(7, run.status)
            .bind(8, run.hypotheses)
            .bind(9, run.significant)
            .bind(10, run.candidates)
            .bind(11, run.expectedFalse)
            .bind(12, run.resultHash)
            .bind(13, run.elapsedMs)
            .bind(14, run.report);
        if (run.maxima.empty())
            insert->bindNull(15);
        else
            insert->bind(15, std::span(reinterpret_cast<const unsigned char *>(run.maxima.data()),
                                       run.maxima.size() * sizeof(float)));
        if (head.position == 0)
            insert->bindNull(16).bindNull(17);
        else
            insert->bind(16, head.position).bind(17, head.sha256);
        bindInstant(*insert, 18, run.startedAt);
        bindInstant(*insert, 19, run.finishedAt);
        insert->bind(20, run.program);
        if (auto done = insert->run(); !done.ok())
            return done.error();
    }
    return write->commit();
}

Result<RunRecord> Ledger::run(const std::string &name) const
{
    return only(readRows<RunRecord>(
                    m_catalog,
                    std::string(kRunColumns) +
                        ", report FROM runs WHERE substr(run, 1, length(?1)) = ?1 AND ?1 <> '' LIMIT 2",
                    [&name](Statement &select) { select.bind(1, name); }, runOf),
                Tr::tr("run"), name);
}

Result<std::vector<RunRecord>> Ledger::runs() const
{
    return readRows<RunRecord>(
        m_catalog, std::string(kRunColumns) + " FROM runs ORDER BY started_at DESC, run", [](Statement &) {},
        runOf);
}

Result<std::vector<std::vector<float>>> Ledger::maxima(const Sha256 &calendar, const std::string &restriction,
                                                       const Sha256 &notFamily, std::size_t size) const
{
    return readRows<std::vector<float>>(
        m_catalog,
        "SELECT maxima FROM runs JOIN families USING (family_id) WHERE calendar = ? AND \"restrict\" = ? AND "
        "family_id <> ? AND "
        "status = 'done' AND length(maxima) = ? ORDER BY families.position",
        [&](Statement &select) {
            select.bind(1, calendar).bind(2, restriction).bind(3, notFamily).bind(4, size * sizeof(float));
        },
        maximaIn);
}

Result<std::vector<float>> Ledger::maximaOf(const std::string &run) const
{
    auto found = readRows<std::vector<float>>(
        m_catalog, "SELECT maxima FROM runs WHERE run = ? AND maxima IS NOT NULL",
        [&run](Statement &select) { select.bind(1, run); }, maximaIn);
    if (!found.ok())
        return found.error();
    return found->empty() ? std::vector<float>() : std::move(found->front());
}

Result<void> Ledger::addRelationships(std::span<const RelationshipRecord> relationships)
{
    if (relationships.empty())
        return {};
    auto write = m_catalog.beginWrite();
    if (!write.ok())
        return write.error();
    {
        auto insert = write->database().prepare(
            "INSERT OR IGNORE INTO relationships (hypothesis_id, family_id, run, event, asset, first, last, "
            "statistic, tier, n, effect, unit, t, p_value, p_adjusted, hit_rate, base_rate, edge, status, "
            "definition, discovered_at, validated_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!insert.ok())
            return insert.error();
        for (const RelationshipRecord &r : relationships) {
            insert->bind(1, r.hypothesis)
                .bind(2, r.family)
                .bind(3, r.run)
                .bind(4, r.event)
                .bind(5, r.asset)
                .bind(6, r.first)
                .bind(7, r.last)
                .bind(8, r.statistic)
                .bind(9, r.tier)
                .bind(10, r.n)
                .bind(11, r.effect)
                .bind(12, r.unit)
                .bind(13, r.t)
                .bind(14, r.pValue)
                .bind(15, r.pAdjusted)
                .bind(16, r.hitRate)
                .bind(17, r.baseRate)
                .bind(18, r.edge)
                .bind(19, r.status)
                .bind(20, r.definition);
            bindInstant(*insert, 21, r.discoveredAt);
            bindInstant(*insert, 22, r.validatedAt);
            if (auto done = insert->run(); !done.ok())
                return done.error();
        }
    }
    return write->commit();
}

Result<std::vector<RelationshipRecord>> Ledger::relationships() const
{
    return readRows<RelationshipRecord>(
        m_catalog, std::string(kRelationshipColumns) + "ORDER BY p_adjusted, abs(t) DESC, hypothesis_id",
        [](Statement &) {}, relationshipOf);
}

Result<RelationshipRecord> Ledger::relationship(const std::string &id) const
{
    return only(
        readRows<RelationshipRecord>(
            m_catalog,
            std::string(kRelationshipColumns) +
                "WHERE substr(lower(hex(hypothesis_id)), 1, length(?1)) = lower(?1) AND ?1 <> '' LIMIT 2",
            [&id](Statement &select) { select.bind(1, id); }, relationshipOf),
        Tr::tr("relationship"), id);
}

} // namespace core::store
