// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/hotevents.h"

#include "core/base/tr.h"
#include "core/store/eventrow.h"

#include <cstring>
#include <map>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using base::Uuid;
using domain::Event;

Result<void> HotEvents::catchUp(Database &database)
{
    const auto floor = database.queryInteger("SELECT min(place) FROM events");
    if (!floor)
        return floor.error();
    const std::uint64_t lowest = *floor ? static_cast<std::uint64_t>(**floor) : (m_seq + 1) << kPlaceBits;
    if (lowest > m_floor) {
        m_index.dropBelow(lowest);
        m_floor = lowest;
    }
    Result<Statement> commits =
        database.prepare("SELECT seq, id_hashes FROM event_commits WHERE seq > ? ORDER BY seq");
    if (!commits)
        return commits.error();
    commits->bind(1, m_seq);
    for (;;) {
        const Result<bool> more = commits->step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        m_seq = static_cast<std::uint64_t>(commits->integer(0));
        const auto hashes = commits->blob(1);
        std::uint64_t place = m_seq << kPlaceBits;
        for (std::size_t at = 0; at + sizeof(std::uint64_t) <= hashes.size(); at += sizeof(std::uint64_t)) {
            std::uint64_t hash = 0;
            std::memcpy(&hash, hashes.data() + at, sizeof hash);
            m_index.add(hash, place++);
        }
    }
}

void HotEvents::forget()
{
    m_seq = m_seqBefore; // the index keeps places that lead nowhere: a look-up ignores them
}

Result<void> HotEvents::addVersions(Database &database, const Uuid &id, VersionHistory &history) const
{
    std::vector<std::uint64_t> places;
    m_index.each(idHash(id), [&places](std::uint64_t place) { places.push_back(place); });
    if (places.empty())
        return {};
    Result<Statement> row =
        database.prepare("SELECT " + std::string(kHotColumns) + " FROM events WHERE place = ?");
    if (!row)
        return row.error();
    for (const std::uint64_t place : places) {
        row->bind(1, place);
        const Result<bool> there = row->step();
        if (!there)
            return there.error();
        if (*there) { // a place may be gone: moved to the lake, or never committed
            const Event event = hotEventAt(*row);
            if (event.id == id)
                history.add({event.revision, event.knownAt, event.seq, domain::contentHash(event), {}});
        }
        row->reset();
    }
    return {};
}

Result<InsertSummary> HotEvents::insert(WriteTransaction &transaction, std::span<const Event> events,
                                        ColdIds &cold)
{
    InsertSummary summary;
    m_seqBefore = m_seq;
    if (events.empty())
        return summary;
    if (events.size() > kMaxHotCommit)
        return Error{
            ErrorCode::Internal,
            Tr::tr("A commit takes at most %1 events, not %2.").arg(kMaxHotCommit).arg(events.size())};
    Database &database = transaction.database();

    std::map<std::string_view, std::vector<Uuid>> idsOf;
    for (const Event &event : events) {
        if (!event.timestamp.isValid() || !event.knownAt.isValid())
            return Error{ErrorCode::BadInput,
                         Tr::tr("An event without timestamp or known_at cannot be stored.")};
        idsOf[event.source].push_back(event.id);
    }
    std::map<std::string_view, Histories> inLake;
    for (const auto &[source, ids] : idsOf) {
        Result<Histories> histories = cold.versionsOf(source, ids);
        if (!histories)
            return histories.error();
        inLake.emplace(source, std::move(histories).value());
    }

    std::vector<Uuid> all;
    all.reserve(events.size());
    for (const Event &event : events)
        all.push_back(event.id);
    const Result<Revisions> given = supersededRevisions(database, all);
    if (!given)
        return given.error();

    const auto counter = database.queryInteger("SELECT seq FROM commits");
    if (!counter)
        return counter.error();
    const std::uint64_t seq = static_cast<std::uint64_t>(counter->value_or(0)) + 1;
    Result<Statement> insert = hotInsert(database);
    if (!insert)
        return insert.error();
    std::vector<std::uint64_t> hashes;
    hashes.reserve(events.size());
    Instant latest;
    Event repaired;
    m_seq = seq;
    for (const Event &raw : events) {
        const Event &event = withValidText(raw, repaired);
        const Histories &lake = inLake.find(raw.source)->second;
        VersionHistory history;
        if (!lake.empty()) {
            if (const auto found = lake.find(event.id); found != lake.end())
                history = found->second;
        }
        const auto looked = addVersions(database, event.id, history);
        if (!looked)
            return looked.error();
        if (const auto last = given->find(event.id); last != given->end())
            history.noteGiven(last->second);
        std::int32_t revision = history.nextRevision();
        if (!history.isEmpty()) {
            const auto placement = history.place({0, event.knownAt, seq, domain::contentHash(event), {}});
            if (!placement) {
                ++summary.duplicates;
                continue;
            }
            revision = placement->revision;
            const auto stored = storeSupersessions(database, event.id, *placement);
            if (!stored)
                return stored.error();
        }
        const std::uint64_t place = (seq << kPlaceBits) + hashes.size();
        bindEvent(*insert, place, event, revision, seq);
        const auto done = insert->run();
        if (!done)
            return done.error();
        if (revision == 0)
            summary.firsts.push_back(static_cast<std::uint32_t>(&raw - events.data()));
        const std::uint64_t hash = idHash(event.id);
        m_index.add(hash, place);
        hashes.push_back(hash);
        latest = std::max(latest, event.ingestedAt);
    }
    if (hashes.empty()) {
        forget(); // the number was not taken: the next commit, perhaps another program's, gets it
        return summary;
    }
    Result<Statement> commit =
        database.prepare("INSERT INTO event_commits (seq, rows, ingested_max, id_hashes) VALUES (?,?,?,?)");
    if (!commit)
        return commit.error();
    const Result<std::uint64_t> taken = transaction.nextSeq();
    if (!taken)
        return taken.error();
    const auto done =
        commit->bind(1, seq)
            .bind(2, hashes.size())
            .bind(3, latest.micros())
            .bind(4, std::span<const unsigned char>(reinterpret_cast<const unsigned char *>(hashes.data()),
                                                    hashes.size() * sizeof(std::uint64_t)))
            .run();
    if (!done)
        return done.error();
    summary.seq = seq;
    summary.stored = hashes.size();
    return summary;
}

Result<Revisions> supersededRevisions(Database &database, std::span<const Uuid> ids)
{
    constexpr std::uint64_t kLookUp = 8; // rows that are read in the time one id is looked up
    Revisions last;
    const auto rows = database.queryInteger("SELECT max(rowid) FROM superseded"); // none is ever deleted
    if (!rows)
        return rows.error();
    if (rows->value_or(0) == 0)
        return last;
    const bool isWhole = static_cast<std::uint64_t>(**rows) < ids.size() * kLookUp;
    Result<Statement> query =
        database.prepare(isWhole ? "SELECT max(revision), id FROM superseded GROUP BY id"
                                 : "SELECT max(revision), id FROM superseded WHERE id = ? GROUP BY id");
    if (!query)
        return query.error();
    for (std::size_t i = 0; i < (isWhole ? 1 : ids.size()); ++i) {
        if (!isWhole)
            query->bind(1, std::span<const unsigned char>(ids[i].bytes));
        for (;;) {
            const Result<bool> more = query->step();
            if (!more)
                return more.error();
            if (!*more)
                break;
            Uuid id;
            const auto bytes = query->blob(1);
            std::memcpy(id.bytes.data(), bytes.data(), std::min(bytes.size(), id.bytes.size()));
            last[id] = static_cast<std::int32_t>(query->integer(0));
        }
        query->reset();
    }
    return last;
}

Result<void> storeSupersessions(Database &database, const Uuid &id, const Placement &placement)
{
    for (const Supersession &row : placement.superseded) {
        Result<Statement> insert = database.prepare(
            "INSERT INTO superseded (id, revision, superseded_at, seq, file) VALUES (?,?,?,?,?)");
        if (!insert)
            return insert.error();
        insert->bind(1, std::span<const unsigned char>(id.bytes))
            .bind(2, row.revision)
            .bind(3, row.at.micros())
            .bind(4, row.seq);
        if (row.file.empty())
            insert->bindNull(5);
        else
            insert->bind(5, row.file);
        auto done = insert->run();
        if (!done)
            return done;
        if (row.file.empty())
            continue;
        done = countSuperseded(database, row.file, row.seq);
        if (!done)
            return done;
    }
    return {};
}

} // namespace core::store
