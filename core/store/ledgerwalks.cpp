// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/catalog.h"
#include "core/store/ledger.h"
#include "core/store/ledgerchain.h"
#include "core/store/ledgerrows.h"

namespace core::store {

using base::Instant;
using base::Result;

Result<void> Ledger::recordWalk(const WalkRecord &walk)
{
    auto write = m_catalog.beginWrite();
    if (!write.ok())
        return write.error();
    const auto head = chainHead(write->database(), kWalksChain);
    if (!head.ok())
        return head.error();
    RowContent content;
    content.add(std::string_view(walk.walk))
        .add(std::string_view(walk.study))
        .add(static_cast<std::int64_t>(walk.snapshot))
        .add(walk.from.micros())
        .add(walk.to.micros())
        .add(std::string_view(walk.step))
        .add(static_cast<std::int64_t>(walk.questions))
        .add(static_cast<std::int64_t>(walk.found))
        .add(static_cast<std::int64_t>(walk.scored))
        .add(static_cast<std::int64_t>(walk.held))
        .add(std::string_view(walk.result))
        .add(std::string_view(walk.program))
        .add(walk.recordedAt.micros());
    {
        auto insert = write->database().prepare(
            "INSERT INTO walks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!insert.ok())
            return insert.error();
        insert->bind(1, head->position + 1)
            .bind(2, walk.walk)
            .bind(3, walk.study)
            .bind(4, walk.snapshot)
            .bind(5, walk.from.micros())
            .bind(6, walk.to.micros())
            .bind(7, walk.step)
            .bind(8, walk.questions)
            .bind(9, walk.found)
            .bind(10, walk.scored)
            .bind(11, walk.held)
            .bind(12, walk.result)
            .bind(13, walk.program)
            .bind(14, walk.recordedAt.micros())
            .bind(15, head->sha256)
            .bind(16, content.sealWith(head->sha256));
        if (auto done = insert->run(); !done.ok())
            return done.error();
    }
    return write->commit();
}

Result<std::vector<WalkRecord>> Ledger::walks() const
{
    return readRows<WalkRecord>(
        m_catalog,
        "SELECT walk, study, snapshot, from_at, to_at, step, questions, found, scored, held, result, "
        "program, "
        "recorded_at FROM walks ORDER BY position DESC",
        [](Statement &) {},
        [](const Statement &row) {
            const auto whole = [&row](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
            WalkRecord out;
            out.walk = row.text(0);
            out.study = row.text(1);
            out.snapshot = whole(2);
            out.from = Instant(row.integer(3));
            out.to = Instant(row.integer(4));
            out.step = row.text(5);
            out.questions = whole(6);
            out.found = whole(7);
            out.scored = whole(8);
            out.held = whole(9);
            out.result = row.text(10);
            out.program = row.text(11);
            out.recordedAt = Instant(row.integer(12));
            return out;
        });
}

} // namespace core::store
