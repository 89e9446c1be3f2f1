// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventcompact.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/eventrow.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

namespace core::store {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using base::Uuid;
using domain::Event;

namespace {

std::string folderOf(std::string_view source, int year, bool isHistory)
{
    return std::string(isHistory ? "history/" : "") + "source=" + fileNamePart(source) +
           "/year=" + std::to_string(year);
}

/// Writes one file of events and its companion; nothing when the query has no rows.
Result<std::optional<ManifestEntry>> writeEvents(const EventStore &store, const DuckConnection &duck,
                                                 std::string source, int year, bool isHistory,
                                                 std::string select, std::vector<DuckValue> values,
                                                 const CancelToken &cancel)
{
    LakeWrite what;
    what.kind = "events";
    what.folder = folderOf(source, year, isHistory);
    what.part = std::move(source);
    what.select = std::move(select) + " ORDER BY " + kEventFileOrder;
    what.values = std::move(values);
    what.keyColumn = "event_type";
    what.timeColumn = "timestamp";
    what.history = isHistory;
    Result<ManifestEntry> entry = store.lake().write(duck, what, &cancel);
    if (!entry)
        return entry.error();
    if (entry->rows == 0)
        return std::optional<ManifestEntry>();
    std::vector<std::uint64_t> hashes;
    hashes.reserve(entry->rows);
    const std::string file = store.lake().absolute(*entry).string();
    Result<DuckResult> ids = duck.query("SELECT id FROM read_parquet(?, hive_partitioning = false)", {file});
    if (!ids)
        return ids.error();
    for (;;) {
        const Result<bool> more = ids->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        for (std::size_t i = 0; i < ids->rows(); ++i)
            hashes.push_back(idHash(ids->uuid(0, i)));
    }
    const auto written = writeCompanion(file, std::move(hashes));
    if (!written)
        return written.error();
    return std::optional<ManifestEntry>(std::move(entry).value());
}

/// The hot versions that are superseded, by row of the table; as the connection sees it.
Result<std::map<std::int64_t, VersionKey>> hotSuperseded(Database &database)
{
    Result<Statement> rows =
        database.prepare("SELECT rowid, id, revision FROM superseded WHERE file IS NULL");
    if (!rows)
        return rows.error();
    std::map<std::int64_t, VersionKey> versions;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return versions;
        Uuid id;
        const auto bytes = rows->blob(1);
        std::memcpy(id.bytes.data(), bytes.data(), std::min(bytes.size(), id.bytes.size()));
        versions[rows->integer(0)] = {id, static_cast<std::int32_t>(rows->integer(2))};
    }
}

/// Recounts what superseded says of a file that is new in the manifest.
Result<void> recountSuperseded(Database &database, std::string_view file)
{
    Result<Statement> update = database.prepare(
        "UPDATE manifest SET superseded = (SELECT count(*) FROM superseded WHERE superseded.file = ?1), "
        "superseded_seq = (SELECT coalesce(max(seq), 0) FROM superseded WHERE superseded.file = ?1) WHERE "
        "file = ?1");
    if (!update)
        return update.error();
    return update->bind(1, file).run();
}

/// Moves the oldest commits out of the hot tier.
class Sealing final
{
public:
    Sealing(EventStore &store, Lease &lease, const CompactOptions &options, const CancelToken &cancel)
        : m_store(store)
        , m_lease(lease)
        , m_options(options)
        , m_cancel(cancel)
    {}

    /// One pass; how many rows went. 0: nothing is left to seal.
    Result<std::uint64_t> run(CompactSummary &summary)
    {
        Result<DuckConnection> duck = m_store.connect();
        if (!duck)
            return duck.error();
        const auto copied = copyRows(*duck);
        if (!copied)
            return copied.error();
        if (m_rows == 0)
            return std::uint64_t{0};
        for (const auto &[part, number] : m_parts) {
            for (const bool isHistory : {false, true}) {
                auto entry = writeEvents(m_store, *duck, part.first, part.second, isHistory,
                                         "SELECT " + std::string(kEventColumns) +
                                             " FROM sealing WHERE part = $1 AND history = $2",
                                         {static_cast<std::int64_t>(number), isHistory}, m_cancel);
                if (!entry)
                    return entry.error();
                if (*entry)
                    m_outputs.emplace(std::pair(number, isHistory), std::move(**entry));
            }
        }
        const auto committed = commit();
        if (!committed)
            return committed.error();
        summary.sealedRows += m_rows;
        summary.writtenFiles += m_outputs.size();
        return m_rows;
    }

private:
    struct Place {
        int part = 0;
        bool isHistory = false;
    };

    /// The commits to seal are the longest run from the oldest on whose rows are all old enough, so that what
    /// is hot is always one range of places.
    Result<void> chooseCommits(Database &database)
    {
        const Instant now = m_store.catalog().clock().now();
        const Instant cut((now - m_options.hotWindow).utcDay());
        Result<Statement> commits =
            database.prepare("SELECT seq, rows, ingested_max FROM event_commits ORDER BY seq");
        if (!commits)
            return commits.error();
        std::uint64_t rows = 0;
        for (;;) {
            const Result<bool> more = commits->step();
            if (!more)
                return more.error();
            if (!*more || commits->integer(2) >= cut.micros() || rows >= m_options.sealRows)
                return {};
            m_lastSeq = static_cast<std::uint64_t>(commits->integer(0));
            rows += static_cast<std::uint64_t>(commits->integer(1));
        }
    }

    Result<void> copyRows(const DuckConnection &duck)
    {
        const Result<ReadConnection> reader = m_store.catalog().reader();
        if (!reader)
            return reader.error();
        Database &database = **reader;
        const Result<Transaction> transaction = Transaction::beginRead(database);
        if (!transaction)
            return transaction.error();
        const auto chosen = chooseCommits(database);
        if (!chosen || m_lastSeq == 0)
            return chosen;
        const auto superseded = hotSuperseded(database);
        if (!superseded)
            return superseded.error();
        std::set<VersionKey> history;
        for (const auto &[row, version] : *superseded)
            history.insert(version);

        auto made = duck.run("CREATE TEMP TABLE sealing(part INTEGER, history BOOLEAN, " +
                             std::string(kEventTable) + ")");
        if (!made)
            return made;
        Result<DuckAppender> appender = DuckAppender::open(duck, "sealing");
        if (!appender)
            return appender.error();
        Result<Statement> rows = database.prepare("SELECT " + std::string(kHotColumns) +
                                                  " FROM events WHERE place < ? ORDER BY place");
        if (!rows)
            return rows.error();
        rows->bind(1, (m_lastSeq + 1) << kPlaceBits);
        for (;;) {
            const Result<bool> more = rows->step();
            if (!more)
                return more.error();
            if (!*more)
                return appender->close();
            const Event event = hotEventAt(*rows);
            Place place;
            place.part =
                m_parts
                    .try_emplace({event.source, fileYear(event.timestamp)}, static_cast<int>(m_parts.size()))
                    .first->second;
            place.isHistory = history.contains({event.id, event.revision});
            appender->set(0, place.part);
            appender->set(1, place.isHistory);
            setEvent(*appender, 2, event);
            made = appender->endRow();
            if (!made)
                return made;
            m_places[{event.id, event.revision}] = place;
            ++m_rows;
        }
    }

    Result<void> commit()
    {
        Result<WriteTransaction> transaction = m_store.catalog().beginWrite();
        if (!transaction)
            return transaction.error();
        Database &database = transaction->database();
        Result<Statement> rows = database.prepare("DELETE FROM events WHERE place < ?");
        if (!rows)
            return rows.error();
        auto done = rows->bind(1, (m_lastSeq + 1) << kPlaceBits).run();
        if (!done)
            return done;
        const std::int64_t gone = database.changes();
        std::uint64_t written = 0;
        for (const auto &[place, entry] : m_outputs)
            written += entry.rows;
        if (written != m_rows || static_cast<std::uint64_t>(gone) != m_rows)
            return Error{
                ErrorCode::Internal,
                Tr::tr("%1 hot rows were to move, %2 were written and %3 would go; nothing was changed.")
                    .arg(m_rows)
                    .arg(written)
                    .arg(gone)};
        Result<Statement> commits = database.prepare("DELETE FROM event_commits WHERE seq <= ?");
        if (!commits)
            return commits.error();
        done = commits->bind(1, m_lastSeq).run();
        for (const auto &[place, entry] : m_outputs) {
            if (done)
                done = addToManifest(database, entry);
        }
        if (done)
            done = moveSuperseded(database);
        for (const auto &[place, entry] : m_outputs) {
            if (done)
                done = recountSuperseded(database, entry.file);
        }
        if (done)
            done = m_lease.publish(*transaction);
        return done ? transaction->commit() : done;
    }

    Result<void> moveSuperseded(Database &database)
    {
        const auto superseded = hotSuperseded(database);
        if (!superseded)
            return superseded.error();
        Result<Statement> update = database.prepare("UPDATE superseded SET file = ? WHERE rowid = ?");
        if (!update)
            return update.error();
        for (const auto &[row, version] : *superseded) {
            const auto place = m_places.find(version);
            if (place == m_places.end())
                continue; // stays hot
            const auto output = m_outputs.find({place->second.part, place->second.isHistory});
            const auto done = update->bind(1, output->second.file).bind(2, row).run();
            if (!done)
                return done;
        }
        return {};
    }

    EventStore &m_store;
    Lease &m_lease;
    const CompactOptions &m_options;
    const CancelToken &m_cancel;
    std::uint64_t m_lastSeq = 0;
    std::uint64_t m_rows = 0;
    std::map<std::pair<std::string, int>, int> m_parts; ///< by source and year
    std::map<VersionKey, Place> m_places;
    std::map<std::pair<int, bool>, ManifestEntry> m_outputs;
};

/// Makes one file of several of one source and year, and one of the versions among them that are not in
/// force.
class Merging final
{
public:
    Merging(EventStore &store, Lease &lease, const CancelToken &cancel)
        : m_store(store)
        , m_lease(lease)
        , m_cancel(cancel)
    {}

    Result<void> run(const EventScope &scope, const std::vector<ManifestEntry> &inputs,
                     CompactSummary &summary)
    {
        // a flipped bit must not get a new checksum
        const auto verified = m_store.lake().verify(m_store.catalog(), inputs, m_cancel, {}, Check::Always);
        if (!verified)
            return verified;
        const Result<DuckConnection> duck = m_store.connect();
        if (!duck)
            return duck.error();
        std::vector<std::string> files;
        std::uint64_t rows = 0;
        for (const ManifestEntry &input : inputs) {
            files.push_back(m_store.lake().absolute(input).string());
            rows += input.rows;
        }
        const ManifestEntry &first = inputs.front();
        const int year = fileYear(first.tsMin);
        const std::string all =
            "SELECT " + std::string(kEventColumns) + " FROM read_parquet($1, hive_partitioning = false) e";
        const std::string superseded =
            "EXISTS (SELECT 1 FROM superseded s WHERE s.id = e.id AND s.revision = e.revision "
            "AND s.row <= $2)";
        std::vector<DuckValue> values{files};
        if (!first.history)
            values.emplace_back(scope.hot.supersededRow);
        auto main = writeEvents(m_store, *duck, first.part, year, first.history,
                                first.history ? all : all + " WHERE NOT " + superseded, values, m_cancel);
        if (!main)
            return main.error();
        Result<std::optional<ManifestEntry>> history = std::optional<ManifestEntry>();
        if (!first.history)
            history = writeEvents(m_store, *duck, first.part, year, true, all + " WHERE " + superseded,
                                  values, m_cancel);
        if (!history)
            return history.error();
        const std::uint64_t written = (*main ? (*main)->rows : 0) + (*history ? (*history)->rows : 0);
        if (written != rows)
            return Error{ErrorCode::Internal,
                         Tr::tr("%1 rows were to be merged, %2 were written; nothing was changed.")
                             .arg(rows)
                             .arg(written)};
        const auto committed = commit(inputs, *main, *history, scope.hot.supersededRow);
        if (!committed)
            return committed;
        summary.mergedFiles += inputs.size();
        summary.writtenFiles += (*main ? 1U : 0U) + (*history ? 1U : 0U);
        return {};
    }

private:
    Result<void> commit(const std::vector<ManifestEntry> &inputs, const std::optional<ManifestEntry> &main,
                        const std::optional<ManifestEntry> &history, std::int64_t supersededRow)
    {
        Result<WriteTransaction> transaction = m_store.catalog().beginWrite();
        if (!transaction)
            return transaction.error();
        Database &database = transaction->database();
        const auto readable = readableFiles(database, "events");
        if (!readable)
            return readable.error();
        std::set<std::string_view> names;
        for (const ManifestEntry &entry : *readable)
            names.insert(entry.file);
        auto done = m_lease.publish(*transaction);
        for (const auto *output : {&main, &history}) {
            if (done && *output)
                done = addToManifest(database, **output);
        }
        // what was superseded after the files were written is in the first file still
        const ManifestEntry &early = history ? *history : *main;
        const ManifestEntry &late = main ? *main : *history;
        for (const ManifestEntry &input : inputs) {
            if (!names.contains(input.file))
                return {}; // set aside meanwhile: the files just written are orphans
            if (done)
                done = point(database, input.file, early.file, "<=", supersededRow);
            if (done)
                done = point(database, input.file, late.file, ">", supersededRow);
            if (done)
                done = markReplaced(database, input.file, m_store.catalog().clock().now());
        }
        for (const auto *output : {&main, &history}) {
            if (done && *output)
                done = recountSuperseded(database, (*output)->file);
        }
        return done ? transaction->commit() : done;
    }

    static Result<void> point(Database &database, std::string_view from, std::string_view to,
                              const std::string &side, std::int64_t row)
    {
        Result<Statement> update =
            database.prepare("UPDATE superseded SET file = ?2 WHERE file = ?1 AND rowid " + side + " ?3");
        if (!update)
            return update.error();
        return update->bind(1, from).bind(2, to).bind(3, row).run();
    }

    EventStore &m_store;
    Lease &m_lease;
    const CancelToken &m_cancel;
};

/// The files to merge, by source, year and whether they are history.
std::vector<std::vector<ManifestEntry>> mergeGroups(const std::vector<ManifestEntry> &files,
                                                    const CompactOptions &options)
{
    std::map<std::tuple<std::string, int, bool>, std::vector<ManifestEntry>> groups;
    for (const ManifestEntry &file : files) {
        const bool isAged = !file.history && file.superseded * 100 >= file.rows;
        if (file.rows < options.smallRows || isAged)
            groups[{file.part, fileYear(file.tsMin), file.history}].push_back(file);
    }
    std::vector<std::vector<ManifestEntry>> chosen;
    for (auto &[key, group] : groups) {
        const bool isAged = std::any_of(group.begin(), group.end(), [](const ManifestEntry &file) {
            return !file.history && file.superseded * 100 >= file.rows;
        });
        if (group.size() >= options.mergeFrom || isAged)
            chosen.push_back(std::move(group));
    }
    return chosen;
}

} // namespace

Result<CompactSummary> compactEvents(EventStore &store, Lease &lease, const CompactOptions &options,
                                     const CancelToken &cancel, const base::ProgressSink &progress)
{
    CompactSummary summary;
    for (;;) {
        Sealing sealing(store, lease, options, cancel);
        const Result<std::uint64_t> rows = sealing.run(summary);
        if (!rows)
            return rows.error();
        if (*rows == 0)
            break;
        if (progress)
            progress({summary.sealedRows, 0, Tr::tr("Moving events to the lake")});
    }
    std::vector<std::vector<ManifestEntry>> groups;
    {
        const Result<EventScope> scope = store.everything();
        if (!scope)
            return scope.error();
        groups = mergeGroups(scope->files, options);
    }
    std::uint64_t done = 0;
    for (const std::vector<ManifestEntry> &group : groups) {
        if (cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("Cancelled.")};
        if (progress)
            progress(
                {done++, groups.size(), Tr::tr("Merging files of %1").arg(base::qs(group.front().part))});
        const Result<EventScope> scope = store.everything(); // superseded as it is now
        if (!scope)
            return scope.error();
        Merging merging(store, lease, cancel);
        const auto merged = merging.run(*scope, group, summary);
        if (!merged)
            return merged.error();
    }
    const Result<std::uint64_t> unlinked = store.lake().sweep(store.catalog(), lease);
    if (!unlinked)
        return unlinked.error();
    summary.unlinkedFiles = *unlinked;
    return summary;
}

} // namespace core::store
