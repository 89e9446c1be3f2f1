// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledger.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/catalog.h"
#include "core/store/ledgerchain.h"
#include "core/store/ledgerrows.h"
#include "core/store/lives.h"

#include <algorithm>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Sha256;
using base::Tr;

namespace {

constexpr std::size_t kRowsAtOnce = 5'000; // keeps a transaction under 200 ms

Sha256 axesHash(const FamilyAxes &axes)
{
    RowContent content;
    for (const auto *items : {&axes.events, &axes.assets, &axes.windows}) {
        content.add(static_cast<std::int64_t>(items->size()));
        for (const AxisItem &item : *items)
            content.add(item.sha256).add(std::string_view(item.label));
    }
    content.add(axes.pairs);
    return content.sealWith({});
}

Result<void> insertAxis(Database &database, const Sha256 &family, std::string_view axis,
                        std::span<const AxisItem> items)
{
    auto insert = database.prepare("INSERT INTO family_axes VALUES (?, ?, ?, ?, ?)");
    if (!insert.ok())
        return insert.error();
    for (std::size_t i = 0; i < items.size(); ++i) {
        insert->bind(1, family).bind(2, axis).bind(3, i).bind(4, items[i].sha256).bind(5, items[i].label);
        if (auto done = insert->run(); !done.ok())
            return done.error();
    }
    return {};
}

Result<void> insertPairs(Database &database, const Sha256 &family, std::span<const unsigned char> pairs)
{
    if (pairs.empty())
        return {};
    auto insert = database.prepare("INSERT INTO family_axes VALUES (?, 'pair', 0, ?, '')");
    if (!insert.ok())
        return insert.error();
    return insert->bind(1, family).bind(2, pairs).run();
}

Result<void> insertFamily(Database &database, const FamilyRecord &family, const Sha256 &axes)
{
    const auto head = chainHead(database, kFamiliesChain);
    if (!head.ok())
        return head.error();
    const std::string sample = base::toIso(family.sampleFrom) + "/" + base::toIso(family.sampleTo);
    const Sha256 spec = base::sha256(family.spec);
    RowContent content;
    content.add(family.id)
        .add(std::string_view(family.spec))
        .add(spec)
        .add(axes)
        .add(family.modelSha256)
        .add(static_cast<std::int64_t>(family.m))
        .add(static_cast<std::int64_t>(family.mNew))
        .add(family.calendar)
        .add(std::string_view(sample))
        .add(family.sampleFrom.micros())
        .add(family.sampleTo.micros())
        .add(std::string_view(family.restriction))
        .add(static_cast<std::int64_t>(family.snapshot))
        .add(std::string_view(family.run))
        .add(family.registeredAt.micros());
    auto insert = database.prepare(
        "INSERT INTO families VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert.ok())
        return insert.error();
    insert->bind(1, head->position + 1)
        .bind(2, family.id)
        .bind(3, family.spec)
        .bind(4, spec)
        .bind(5, axes)
        .bind(6, family.modelSha256)
        .bind(7, family.m)
        .bind(8, family.mNew)
        .bind(9, family.calendar)
        .bind(10, sample)
        .bind(11, family.sampleFrom.micros())
        .bind(12, family.sampleTo.micros())
        .bind(13, family.restriction)
        .bind(14, family.snapshot)
        .bind(15, family.run)
        .bind(16, family.registeredAt.micros())
        .bind(17, head->sha256)
        .bind(18, content.sealWith(head->sha256));
    return insert->run();
}

FamilyRecord familyOf(const Statement &row)
{
    FamilyRecord out;
    out.id = hashOf(row, 0);
    out.spec = row.text(1);
    out.modelSha256 = hashOf(row, 2);
    out.m = static_cast<std::uint64_t>(row.integer(3));
    out.mNew = static_cast<std::uint64_t>(row.integer(4));
    out.calendar = hashOf(row, 5);
    out.sampleFrom = Instant(row.integer(6));
    out.sampleTo = Instant(row.integer(7));
    out.restriction = row.text(8);
    out.snapshot = static_cast<std::uint64_t>(row.integer(9));
    out.run = row.text(10);
    out.registeredAt = Instant(row.integer(11));
    return out;
}

constexpr std::string_view kFamilyColumns =
    "SELECT family_id, spec, model_sha256, m, m_new, calendar, sample_from, sample_to, "
    "\"restrict\", snapshot, run, registered_at FROM families ";

Result<std::vector<FamilyRecord>> readFamilies(const Catalog &catalog, std::string_view condition,
                                               const auto &bind)
{
    return readRows<FamilyRecord>(catalog, std::string(kFamilyColumns) + std::string(condition), bind,
                                  familyOf);
}

TrialRecord trialOf(const Statement &row)
{
    TrialRecord out;
    out.family = hashOf(row, 0);
    out.run = row.text(1);
    out.coordinate = static_cast<std::uint64_t>(row.integer(2));
    out.hypothesis = hashOf(row, 3);
    out.tier = row.text(4);
    out.n = static_cast<std::uint64_t>(row.integer(5));
    out.effect = row.number(6);
    out.t = row.number(7);
    out.y = row.number(8);
    out.pAdjusted = row.number(9);
    out.finding = row.text(10);
    return out;
}

constexpr std::string_view kTrialColumns = "SELECT family_id, run, coordinate, hypothesis_id, tier, n, effect, "
                                           "t, y, p_adjusted, finding FROM trials ";

Result<std::vector<TrialRecord>> readTrials(const Catalog &catalog, std::string_view condition,
                                            const auto &bind)
{
    return readRows<TrialRecord>(catalog, std::string(kTrialColumns) + std::string(condition), bind, trialOf);
}

Result<void> insertTrial(Statement &insert, const TrialRecord &trial, Instant now, ChainHead &head)
{
    RowContent content;
    content.add(trial.family)
        .add(std::string_view(trial.run))
        .add(static_cast<std::int64_t>(trial.coordinate))
        .add(trial.hypothesis)
        .add(std::string_view(trial.tier))
        .add(static_cast<std::int64_t>(trial.n))
        .add(trial.effect)
        .add(trial.t)
        .add(trial.y)
        .add(trial.pAdjusted)
        .add(std::string_view(trial.finding))
        .add(now.micros());
    const ChainHead next{head.position + 1, content.sealWith(head.sha256)};
    insert.bind(1, next.position)
        .bind(2, trial.family)
        .bind(3, trial.run)
        .bind(4, trial.coordinate)
        .bind(5, trial.hypothesis)
        .bind(6, trial.tier)
        .bind(7, trial.n)
        .bind(8, trial.effect)
        .bind(9, trial.t)
        .bind(10, trial.y)
        .bind(11, trial.pAdjusted)
        .bind(12, trial.finding)
        .bind(13, now.micros())
        .bind(14, head.sha256)
        .bind(15, next.sha256);
    head = next;
    return insert.run();
}

} // namespace

Result<bool> Ledger::registerFamily(const FamilyRecord &family, const FamilyAxes &axes)
{
    auto write = m_catalog.beginWrite();
    if (!write.ok())
        return write.error();
    Database &database = write->database();
    {
        auto known = database.prepare("SELECT 1 FROM families WHERE family_id = ?");
        if (!known.ok())
            return known.error();
        const auto found = known->bind(1, family.id).step();
        if (!found.ok())
            return found.error();
        if (*found)
            return false;
    }
    auto done = insertFamily(database, family, axesHash(axes));
    for (const auto &[axis, items] :
         {std::pair<std::string_view, const std::vector<AxisItem> *>{"event", &axes.events},
          {"asset", &axes.assets},
          {"window", &axes.windows}}) {
        if (done.ok())
            done = insertAxis(database, family.id, axis, *items);
    }
    if (done.ok())
        done = insertPairs(database, family.id, axes.pairs);
    if (done.ok())
        done = write->commit();
    if (!done.ok())
        return done.error();
    return true;
}

Result<std::optional<FamilyRecord>> Ledger::family(const Sha256 &id) const
{
    auto rows =
        readFamilies(m_catalog, "WHERE family_id = ?", [&id](Statement &select) { select.bind(1, id); });
    if (!rows.ok())
        return rows.error();
    return rows->empty() ? std::optional<FamilyRecord>() : std::optional<FamilyRecord>(rows->front());
}

Result<std::vector<FamilyRecord>> Ledger::families() const
{
    return readFamilies(m_catalog, "ORDER BY position DESC", [](Statement &) {});
}

Result<std::vector<FamilyRecord>> Ledger::earlierFamilies(const Sha256 &model, Instant from, Instant to) const
{
    return readFamilies(
        m_catalog,
        "WHERE model_sha256 = ? AND sample_from < ? AND sample_to > ? AND EXISTS (SELECT 1 FROM runs WHERE "
        "runs.family_id = families.family_id AND status = 'done') ORDER BY position",
        [&](Statement &select) { select.bind(1, model).bind(2, to.micros()).bind(3, from.micros()); });
}

Result<FamilyAxes> Ledger::axes(const Sha256 &family) const
{
    struct Row {
        std::string axis;
        AxisItem item;
        std::vector<unsigned char> mask;
    };
    auto rows = readRows<Row>(
        m_catalog,
        "SELECT axis, item_sha256, label FROM family_axes WHERE family_id = ? ORDER BY axis, position",
        [&family](Statement &select) { select.bind(1, family); },
        [](const Statement &row) {
            const auto item = row.blob(1);
            return Row{std::string(row.text(0)), AxisItem{hashOf(row, 1), std::string(row.text(2))},
                       std::vector<unsigned char>(item.begin(), item.end())};
        });
    if (!rows.ok())
        return rows.error();
    FamilyAxes out;
    for (Row &row : *rows) {
        if (row.axis == "pair")
            out.pairs = std::move(row.mask);
        else
            (row.axis == "event"   ? out.events
             : row.axis == "asset" ? out.assets
                                   : out.windows)
                .push_back(std::move(row.item));
    }
    return out;
}

Result<void> Ledger::recordTrials(std::span<const TrialRecord> trials)
{
    while (!trials.empty()) {
        const auto batch = trials.first(std::min(kRowsAtOnce, trials.size()));
        auto write = m_catalog.beginWrite();
        if (!write.ok())
            return write.error();
        auto head = chainHead(write->database(), kTrialsChain);
        if (!head.ok())
            return head.error();
        {
            auto insert = write->database().prepare(
                "INSERT INTO trials VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            if (!insert.ok())
                return insert.error();
            for (const TrialRecord &trial : batch) {
                if (auto done = insertTrial(*insert, trial, m_catalog.clock().now(), *head); !done.ok())
                    return done.error();
            }
        }
        if (auto done = write->commit(); !done.ok())
            return done.error();
        trials = trials.subspan(batch.size());
    }
    return {};
}

Result<std::vector<PastVerdict>> Ledger::verdicts(const Sha256 &family) const
{
    auto rows = readRows<PastVerdict>(
        m_catalog,
        "SELECT hypothesis_id, tier FROM trials WHERE family_id = ? AND tier IN ('significant', 'candidate') "
        "ORDER BY hypothesis_id, position",
        [&family](Statement &select) { select.bind(1, family); },
        [](const Statement &row) {
            return PastVerdict{hashOf(row, 0), std::string(row.text(1))};
        });
    if (rows.ok()) {
        const auto same = [](const PastVerdict &a, const PastVerdict &b) {
            return a.hypothesis == b.hypothesis;
        };
        rows->erase(std::unique(rows->begin(), rows->end(), same), rows->end());
    }
    return rows;
}

Result<std::vector<TrialRecord>> Ledger::trials(const std::string &run, std::uint64_t limit) const
{
    return readTrials(
        m_catalog,
        "WHERE family_id = (SELECT family_id FROM runs WHERE run = ?1) AND run = ?1 ORDER BY position LIMIT ?2",
        [&](Statement &select) {
            select.bind(1, run).bind(2, limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(limit));
        });
}

Result<std::optional<TrialRecord>> Ledger::trial(const std::string &run, const Sha256 &hypothesis) const
{
    auto rows = readTrials(m_catalog,
                           "WHERE hypothesis_id = ?1 AND run = ?2 AND family_id = (SELECT family_id FROM runs "
                           "WHERE run = ?2) ORDER BY position LIMIT 1",
                           [&](Statement &select) { select.bind(1, hypothesis).bind(2, run); });
    if (!rows.ok())
        return rows.error();
    return rows->empty() ? std::optional<TrialRecord>() : std::optional<TrialRecord>(std::move(rows->front()));
}

Result<void> Ledger::recordUnseal(const UnsealRecord &act)
{
    auto write = m_catalog.beginWrite();
    if (!write.ok())
        return write.error();
    const auto head = chainHead(write->database(), kUnsealsChain);
    if (!head.ok())
        return head.error();
    RowContent content;
    content.add(act.hypothesis)
        .add(act.family)
        .add(act.openedAt.micros())
        .add(static_cast<std::int64_t>(act.n))
        .add(act.effect)
        .add(act.t)
        .add(act.p)
        .add(act.pHolm)
        .add(std::int64_t{act.confirmed ? 1 : 0});
    {
        auto known = write->database().prepare("SELECT 1 FROM unseals WHERE hypothesis_id = ?");
        if (!known.ok())
            return known.error();
        const auto found = known->bind(1, act.hypothesis).step();
        if (!found.ok())
            return found.error();
        if (*found)
            return Error{
                ErrorCode::BadInput,
                Tr::tr("The hold-out of this relationship was opened before; it can be opened once only.")};
        auto insert =
            write->database().prepare("INSERT INTO unseals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!insert.ok())
            return insert.error();
        insert->bind(1, head->position + 1)
            .bind(2, act.hypothesis)
            .bind(3, act.family)
            .bind(4, act.openedAt.micros())
            .bind(5, act.n)
            .bind(6, act.effect)
            .bind(7, act.t)
            .bind(8, act.p)
            .bind(9, act.pHolm)
            .bind(10, act.confirmed ? 1 : 0)
            .bind(11, head->sha256)
            .bind(12, content.sealWith(head->sha256));
        if (auto done = insert->run(); !done.ok())
            return done.error();
    }
    return write->commit();
}

Result<std::vector<UnsealRecord>> Ledger::unseals() const
{
    return readRows<UnsealRecord>(
        m_catalog,
        "SELECT hypothesis_id, family_id, opened_at, n, effect, t, p, p_holm, confirmed FROM unseals ORDER "
        "BY position",
        [](Statement &) {},
        [](const Statement &row) {
            return UnsealRecord{hashOf(row, 0),          hashOf(row, 1),
                                Instant(row.integer(2)), static_cast<std::uint64_t>(row.integer(3)),
                                row.number(4),           row.number(5),
                                row.number(6),           row.number(7),
                                row.integer(8) != 0};
        });
}

Lives Ledger::lives() const
{
    return Lives(m_catalog);
}

Result<void> Ledger::check() const
{
    auto reader = m_catalog.reader();
    if (!reader.ok())
        return reader.error();
    for (const ChainedTable &table : {kFamiliesChain, kTrialsChain, kUnsealsChain, kWalksChain}) {
        if (auto fits = checkChain(**reader, table); !fits.ok())
            return fits.error();
    }
    if (auto fits = lives().check(); !fits.ok())
        return fits;
    const auto families = readFamilies(m_catalog, "ORDER BY position", [](Statement &) {});
    if (!families.ok())
        return families.error();
    for (const FamilyRecord &family : *families) {
        const auto found = axes(family.id);
        if (!found.ok())
            return found.error();
        auto stated = readRows<Sha256>(
            m_catalog, "SELECT axes_sha256 FROM families WHERE family_id = ?",
            [&family](Statement &select) { select.bind(1, family.id); },
            [](const Statement &row) { return hashOf(row, 0); });
        if (!stated.ok())
            return stated.error();
        if (axesHash(*found) != stated->front()) {
            return Error{ErrorCode::Corrupt, Tr::tr("The ledger was changed: the axes of family %1 do not "
                                                    "fit their hash; restore the catalog from a backup.")
                                                 .arg(base::qs(base::toHex(family.id).substr(0, 12)))};
        }
    }
    const auto lost = (*reader)->queryInteger(
        "SELECT count(*) FROM runs WHERE trials_head IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM trials WHERE position = trials_head AND sha256 = trials_sha256)");
    if (!lost.ok())
        return lost.error();
    if (lost->value_or(0) > 0)
        return Error{ErrorCode::Corrupt, Tr::tr("The ledger was changed: the last trials of %1 runs are "
                                                "missing; restore the catalog from a backup.")
                                             .arg(lost->value_or(0))};
    return {};
}

} // namespace core::store
