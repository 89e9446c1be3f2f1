// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/lives.h"

#include "core/store/catalog.h"
#include "core/store/ledgerchain.h"
#include "core/store/ledgerrows.h"

namespace core::store {

using base::Instant;
using base::Result;
using base::Sha256;

namespace {

constexpr ChainedTable kStartsChain{
    "forward_starts", "hypothesis_id, from_at, snapshot, registered, centre, recorded_at", "biirri"};
constexpr ChainedTable kStepsChain{"forward_steps",
                                   "hypothesis_id, number, event_at, first_at, last_at, asset, side, "
                                   "response, bet, gain, e, decay, state, recorded_at",
                                   "biiiitirrrrrti"};
constexpr ChainedTable kLivesChain{"lives", "hypothesis_id, at, from_status, to_status, reason", "bittt"};

constexpr std::string_view kStartColumns =
    "SELECT hypothesis_id, from_at, snapshot, registered, centre, recorded_at FROM forward_starts ";
constexpr std::string_view kStepColumns =
    "SELECT hypothesis_id, number, event_at, first_at, last_at, asset, side, response, bet, gain, e, decay, "
    "state, recorded_at FROM forward_steps ";
constexpr std::string_view kChangeColumns =
    "SELECT hypothesis_id, at, from_status, to_status, reason FROM lives ";

ForwardStart startOf(const Statement &row)
{
    return {hashOf(row, 0), Instant(row.integer(1)), static_cast<std::uint64_t>(row.integer(2)),
            row.number(3),  row.number(4),           Instant(row.integer(5))};
}

ForwardStep stepOf(const Statement &row)
{
    ForwardStep out;
    out.hypothesis = hashOf(row, 0);
    out.number = static_cast<std::uint64_t>(row.integer(1));
    out.eventAt = Instant(row.integer(2));
    out.firstAt = Instant(row.integer(3));
    out.lastAt = Instant(row.integer(4));
    out.asset = row.text(5);
    out.side = static_cast<int>(row.integer(6));
    out.response = row.number(7);
    out.bet = row.number(8);
    out.gain = row.number(9);
    out.e = row.number(10);
    out.decay = row.number(11);
    out.state = row.text(12);
    out.recordedAt = Instant(row.integer(13));
    return out;
}

LifeChange changeOf(const Statement &row)
{
    return {hashOf(row, 0), Instant(row.integer(1)), std::string(row.text(2)), std::string(row.text(3)),
            std::string(row.text(4))};
}

Result<void> insertStep(Database &database, const ForwardStep &step)
{
    const auto head = chainHead(database, kStepsChain);
    if (!head.ok())
        return head.error();
    RowContent content;
    content.add(step.hypothesis)
        .add(static_cast<std::int64_t>(step.number))
        .add(step.eventAt.micros())
        .add(step.firstAt.micros())
        .add(step.lastAt.micros())
        .add(std::string_view(step.asset))
        .add(std::int64_t{step.side})
        .add(step.response)
        .add(step.bet)
        .add(step.gain)
        .add(step.e)
        .add(step.decay)
        .add(std::string_view(step.state))
        .add(step.recordedAt.micros());
    auto insert = database.prepare(
        "INSERT INTO forward_steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert.ok())
        return insert.error();
    insert->bind(1, head->position + 1)
        .bind(2, step.hypothesis)
        .bind(3, step.number)
        .bind(4, step.eventAt.micros())
        .bind(5, step.firstAt.micros())
        .bind(6, step.lastAt.micros())
        .bind(7, step.asset)
        .bind(8, step.side)
        .bind(9, step.response)
        .bind(10, step.bet)
        .bind(11, step.gain)
        .bind(12, step.e)
        .bind(13, step.decay)
        .bind(14, step.state)
        .bind(15, step.recordedAt.micros())
        .bind(16, head->sha256)
        .bind(17, content.sealWith(head->sha256));
    return insert->run();
}

Result<void> insertChange(Database &database, const LifeChange &change)
{
    const auto head = chainHead(database, kLivesChain);
    if (!head.ok())
        return head.error();
    RowContent content;
    content.add(change.hypothesis)
        .add(change.at.micros())
        .add(std::string_view(change.from))
        .add(std::string_view(change.to))
        .add(std::string_view(change.reason));
    auto insert = database.prepare("INSERT INTO lives VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert.ok())
        return insert.error();
    insert->bind(1, head->position + 1)
        .bind(2, change.hypothesis)
        .bind(3, change.at.micros())
        .bind(4, change.from)
        .bind(5, change.to)
        .bind(6, change.reason)
        .bind(7, head->sha256)
        .bind(8, content.sealWith(head->sha256));
    return insert->run();
}

/// The history first: the relationship's status follows it, which the schema insists on.
Result<void> apply(Database &database, const LifeChange &change)
{
    if (auto told = insertChange(database, change); !told.ok())
        return told;
    auto update = database.prepare("UPDATE relationships SET status = ? WHERE hypothesis_id = ?");
    if (!update.ok())
        return update.error();
    if (auto done = update->bind(1, change.to).bind(2, change.hypothesis).run(); !done.ok())
        return done;
    if (change.to != "validated")
        return {};
    auto earned = database.prepare("UPDATE relationships SET validated_at = ? WHERE hypothesis_id = ?");
    if (!earned.ok())
        return earned.error();
    return earned->bind(1, change.at.micros()).bind(2, change.hypothesis).run();
}

Result<std::uint64_t> countSteps(Database &database, const Sha256 &hypothesis)
{
    auto count = database.prepare("SELECT count(*) FROM forward_steps WHERE hypothesis_id = ?");
    if (!count.ok())
        return count.error();
    if (const auto row = count->bind(1, hypothesis).step(); !row.ok())
        return row.error();
    return static_cast<std::uint64_t>(count->integer(0));
}

Result<std::string> statusOf(Database &database, const Sha256 &hypothesis)
{
    auto status = database.prepare("SELECT status FROM relationships WHERE hypothesis_id = ?");
    if (!status.ok())
        return status.error();
    const auto row = status->bind(1, hypothesis).step();
    if (!row.ok())
        return row.error();
    return *row ? std::string(status->text(0)) : std::string();
}

} // namespace

Result<ForwardStart> Lives::begin(const ForwardStart &start)
{
    auto write = m_catalog.beginWrite();
    if (!write.ok())
        return write.error();
    Database &database = write->database();
    {
        auto known = database.prepare(std::string(kStartColumns) + "WHERE hypothesis_id = ?");
        if (!known.ok())
            return known.error();
        const auto found = known->bind(1, start.hypothesis).step();
        if (!found.ok())
            return found.error();
        if (*found)
            return store::startOf(*known);
        const auto head = chainHead(database, kStartsChain);
        if (!head.ok())
            return head.error();
        RowContent content;
        content.add(start.hypothesis)
            .add(start.from.micros())
            .add(static_cast<std::int64_t>(start.snapshot))
            .add(start.registered)
            .add(start.centre)
            .add(start.recordedAt.micros());
        auto insert = database.prepare("INSERT INTO forward_starts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!insert.ok())
            return insert.error();
        insert->bind(1, head->position + 1)
            .bind(2, start.hypothesis)
            .bind(3, start.from.micros())
            .bind(4, start.snapshot)
            .bind(5, start.registered)
            .bind(6, start.centre)
            .bind(7, start.recordedAt.micros())
            .bind(8, head->sha256)
            .bind(9, content.sealWith(head->sha256));
        if (auto done = insert->run(); !done.ok())
            return done.error();
    }
    if (auto done = write->commit(); !done.ok())
        return done.error();
    return start;
}

Result<std::optional<ForwardStart>> Lives::startOf(const Sha256 &hypothesis) const
{
    const auto rows = readRows<ForwardStart>(
        m_catalog, std::string(kStartColumns) + "WHERE hypothesis_id = ?",
        [&hypothesis](Statement &select) { select.bind(1, hypothesis); },
        [](const Statement &row) { return store::startOf(row); });
    if (!rows.ok())
        return rows.error();
    return rows->empty() ? std::optional<ForwardStart>() : std::optional<ForwardStart>(rows->front());
}

Result<std::vector<ForwardStep>> Lives::stepsOf(const Sha256 &hypothesis) const
{
    return readRows<ForwardStep>(
        m_catalog, std::string(kStepColumns) + "WHERE hypothesis_id = ? ORDER BY number",
        [&hypothesis](Statement &select) { select.bind(1, hypothesis); }, stepOf);
}

Result<std::map<Sha256, ForwardTally>> Lives::tallies() const
{
    struct Row {
        Sha256 hypothesis;
        ForwardTally tally;
    };
    const auto rows = readRows<Row>(
        m_catalog,
        // SQLite gives the other columns of the row that has the one maximum
        "SELECT hypothesis_id, max(number), e, decay, last_at, (SELECT max(e) FROM forward_steps h WHERE "
        "h.hypothesis_id = s.hypothesis_id) FROM forward_steps s GROUP BY hypothesis_id",
        [](Statement &) {},
        [](const Statement &row) {
            return Row{hashOf(row, 0),
                       {static_cast<std::uint64_t>(row.integer(1)), row.number(2),
                        std::max(1.0, row.number(5)), row.number(3), Instant(row.integer(4))}};
        });
    if (!rows.ok())
        return rows.error();
    std::map<Sha256, ForwardTally> out;
    for (const Row &row : *rows)
        out.emplace(row.hypothesis, row.tally);
    return out;
}

Result<bool> Lives::add(const Sha256 &hypothesis, std::span<const ForwardStep> steps,
                        std::span<const LifeChange> changes)
{
    if (steps.empty() && changes.empty())
        return true;
    auto write = m_catalog.beginWrite();
    if (!write.ok())
        return write.error();
    Database &database = write->database();
    const auto known = countSteps(database, hypothesis);
    if (!known.ok())
        return known.error();
    const auto status = statusOf(database, hypothesis);
    if (!status.ok())
        return status.error();
    if ((!steps.empty() && steps.front().number != *known + 1) ||
        (!changes.empty() && changes.front().from != *status))
        return false;
    for (const ForwardStep &step : steps) {
        if (auto done = insertStep(database, step); !done.ok())
            return done.error();
    }
    for (const LifeChange &change : changes) {
        if (auto done = apply(database, change); !done.ok())
            return done.error();
    }
    if (auto done = write->commit(); !done.ok())
        return done.error();
    return true;
}

Result<std::vector<LifeChange>> Lives::changesOf(const Sha256 &hypothesis) const
{
    return readRows<LifeChange>(
        m_catalog, std::string(kChangeColumns) + "WHERE hypothesis_id = ? ORDER BY position",
        [&hypothesis](Statement &select) { select.bind(1, hypothesis); }, changeOf);
}

Result<std::vector<LifeChange>> Lives::changesSince(Instant since) const
{
    return readRows<LifeChange>(
        m_catalog, std::string(kChangeColumns) + "WHERE ?1 IS NULL OR at > ?1 ORDER BY position",
        [since](Statement &select) { bindInstant(select, 1, since); }, changeOf);
}

Result<void> Lives::check() const
{
    auto reader = m_catalog.reader();
    if (!reader.ok())
        return reader.error();
    for (const ChainedTable &table : {kStartsChain, kStepsChain, kLivesChain}) {
        if (auto fits = checkChain(**reader, table); !fits.ok())
            return fits.error();
    }
    return {};
}

} // namespace core::store
