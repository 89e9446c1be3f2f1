// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bulkevents.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/eventrow.h"

#include <algorithm>
#include <cstring>

namespace core::store {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using base::Uuid;
using domain::Event;

namespace {

constexpr int kAttempts = 5; ///< how often live writers may get in the way with the very same ids
/// The commit number while none is reserved: higher than every stored one, as the real one will be.
constexpr std::uint64_t kProvisional = std::uint64_t{1} << 62U;

/// What must not have changed between the plan and the commit.
struct TierState {
    std::vector<std::string> files;
    std::uint64_t floor = 0;
    std::uint64_t lastCommit = 0;
};

Result<TierState> stateOf(Database &database)
{
    TierState state;
    const auto entries = readableFiles(database, "events");
    if (!entries)
        return entries.error();
    for (const ManifestEntry &entry : *entries)
        state.files.push_back(entry.file);
    const auto floor = database.queryInteger("SELECT min(place) FROM events");
    if (!floor)
        return floor.error();
    const auto last = database.queryInteger("SELECT max(seq) FROM event_commits");
    if (!last)
        return last.error();
    state.floor = static_cast<std::uint64_t>(floor->value_or(0));
    state.lastCommit = static_cast<std::uint64_t>(last->value_or(0));
    return state;
}

base::Sha256 widened(const std::array<std::uint64_t, 2> &content)
{
    base::Sha256 hash{};
    std::memcpy(hash.data(), content.data(), sizeof content);
    return hash;
}

} // namespace

Result<std::unique_ptr<BulkEventWriter>> BulkEventWriter::begin(EventStore &store, Lease &lease)
{
    Result<DuckConnection> duck = store.connect();
    if (!duck)
        return duck.error();
    const auto made =
        duck->run("CREATE TEMP TABLE bulk(ordinal INTEGER, part INTEGER, " + std::string(kEventTable) + ")");
    if (!made)
        return made.error();
    Result<DuckAppender> appender = DuckAppender::open(*duck, "bulk");
    if (!appender)
        return appender.error();
    return std::unique_ptr<BulkEventWriter>(
        new BulkEventWriter(store, lease, std::move(duck).value(), std::move(appender).value()));
}

BulkEventWriter::BulkEventWriter(EventStore &store, Lease &lease, DuckConnection duck, DuckAppender appender)
    : m_store(store)
    , m_lease(lease)
    , m_duck(std::move(duck))
    , m_appender(std::move(appender))
    , m_cold(store.lake(), m_duck)
{}

BulkEventWriter::~BulkEventWriter() = default;

std::uint32_t BulkEventWriter::partOf(const Event &event)
{
    const int year = fileYear(event.timestamp);
    if (!m_rows.empty()) { // rows of one source and year tend to come together
        const Part &last = m_parts[m_rows.back().part];
        if (last.year == year && last.source == event.source)
            return m_rows.back().part;
    }
    const auto [at, isNew] =
        m_partOf.try_emplace({event.source, year}, static_cast<std::uint32_t>(m_parts.size()));
    if (isNew)
        m_parts.push_back({event.source, year});
    return at->second;
}

Result<void> BulkEventWriter::append(const Event &given)
{
    if (!given.timestamp.isValid() || !given.knownAt.isValid())
        return Error{ErrorCode::BadInput, Tr::tr("An event without timestamp or known_at cannot be stored.")};
    Event repaired;
    const Event &event = withValidText(given, repaired);
    Row row;
    row.id = event.id;
    row.knownAt = event.knownAt;
    const base::Sha256 content = domain::contentHash(event);
    std::memcpy(row.content.data(), content.data(), sizeof row.content);
    row.ordinal = static_cast<std::uint32_t>(m_rows.size());
    row.part = partOf(event);
    m_appender.set(0, static_cast<std::int32_t>(row.ordinal));
    m_appender.set(1, static_cast<std::int32_t>(row.part));
    setEvent(m_appender, 2, event);
    m_rows.push_back(row);
    return m_appender.endRow();
}

Result<InsertSummary> BulkEventWriter::finish(const EventStore::Also &also, const CancelToken &cancel,
                                              const base::ProgressSink &progress)
{
    const auto closed = m_appender.close();
    if (!closed)
        return closed.error();
    m_hashes.reserve(m_rows.size());
    for (const Row &row : m_rows)
        m_hashes.push_back(idHash(row.id));
    std::sort(m_hashes.begin(), m_hashes.end());
    std::sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
        return std::tie(a.id, a.ordinal) < std::tie(b.id, b.ordinal);
    });
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        if (cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("Cancelled.")};
        m_seq = kProvisional;
        Result<Plan> plan = this->plan();
        while (!plan && m_cold.setAsideDamaged(m_store.catalog()))
            plan = this->plan();
        if (!plan)
            return plan.error();
        if (plan->duplicates < m_rows.size()) { // else nothing new: no file, no new snapshot
            // reserved anew at each attempt: of the versions of one id, the one that is committed later has
            // the higher seq
            const Result<std::uint64_t> seq = m_lease.reserveSeq(1);
            if (!seq)
                return seq.error();
            m_seq = *seq;
            for (Replaced &replaced : plan->replaced)
                replaced.row.seq = m_seq;
            const auto written = writeFiles(*plan, cancel, progress);
            if (!written) {
                dropFiles();
                return written.error();
            }
        }
        const Result<bool> done = commit(*plan, also);
        if (!done)
            return done.error();
        if (*done)
            return summaryOf(*plan);
        dropFiles();
    }
    return Error{
        ErrorCode::Storage,
        Tr::tr("Another program keeps storing the same events: wait until it is done and try again.")};
}

/// One transaction with everything; false when others got in the way, and nothing is stored.
Result<bool> BulkEventWriter::commit(const Plan &plan, const EventStore::Also &also)
{
    Result<WriteTransaction> transaction = m_store.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    if (plan.duplicates < m_rows.size()) {
        const Result<bool> stale = isStale(transaction->database(), plan);
        if (!stale)
            return stale.error();
        if (*stale)
            return false;
        const auto published = publish(*transaction, plan);
        if (!published)
            return published.error();
    }
    auto done = also ? also(*transaction, summaryOf(plan)) : Result<void>();
    if (done)
        done = transaction->commit();
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

InsertSummary BulkEventWriter::summaryOf(const Plan &plan) const
{
    InsertSummary summary;
    summary.duplicates = plan.duplicates;
    summary.stored = m_rows.size() - plan.duplicates;
    summary.seq = summary.stored > 0 ? m_seq : 0;
    std::vector<bool> isKnown(m_rows.size(), false); // by ordinal
    for (const Verdict &verdict : plan.verdicts)
        isKnown[verdict.ordinal] = verdict.isDropped || verdict.revision != 0;
    for (std::uint32_t ordinal = 0; ordinal < isKnown.size(); ++ordinal) {
        if (!isKnown[ordinal])
            summary.firsts.push_back(ordinal);
    }
    return summary;
}

Result<BulkEventWriter::Plan> BulkEventWriter::plan()
{
    Plan plan;
    const Result<ReadConnection> reader = m_store.catalog().reader();
    if (!reader)
        return reader.error();
    Database &database = **reader;
    const Result<Transaction> transaction = Transaction::beginRead(database);
    if (!transaction)
        return transaction.error();
    Result<TierState> state = stateOf(database);
    if (!state)
        return state.error();
    plan.files = std::move(state->files);
    plan.floor = state->floor;
    plan.lastCommit = state->lastCommit;
    auto caughtUp = m_hot.catchUp(database);
    if (caughtUp)
        caughtUp = m_cold.catchUp(database);
    if (!caughtUp)
        return caughtUp.error();

    std::map<std::string_view, std::vector<Uuid>> idsOf;
    for (const Row &row : m_rows) {
        std::vector<Uuid> &ids = idsOf[m_parts[row.part].source];
        if (ids.empty() || ids.back() != row.id)
            ids.push_back(row.id);
    }
    std::map<std::string_view, Histories> inLake;
    Revisions given;
    for (auto &[source, ids] : idsOf) {
        Result<Revisions> last = supersededRevisions(database, ids);
        if (!last)
            return last.error();
        given.merge(*last);
        Result<Histories> histories = m_cold.versionsOf(source, ids);
        if (!histories)
            return histories.error();
        inLake.emplace(source, std::move(histories).value());
        ids = {};
    }
    for (std::size_t begin = 0, end = 0; begin < m_rows.size(); begin = end) {
        while (end < m_rows.size() && m_rows[end].id == m_rows[begin].id)
            ++end;
        VersionHistory history;
        const Histories &lake = inLake.find(m_parts[m_rows[begin].part].source)->second;
        if (const auto found = lake.find(m_rows[begin].id); found != lake.end()) {
            for (Version version : found->second.versions())
                history.add(std::move(version));
        }
        const auto looked = m_hot.addVersions(database, m_rows[begin].id, history);
        if (!looked)
            return looked.error();
        if (const auto last = given.find(m_rows[begin].id); last != given.end())
            history.noteGiven(last->second);
        if (end - begin > 1 || history.nextRevision() > 0)
            placeGroup({m_rows.data() + begin, end - begin}, std::move(history), plan);
    }
    return plan;
}

/// Places the rows of one id one after the other, as single inserts would.
void BulkEventWriter::placeGroup(std::span<const Row> rows, VersionHistory history, Plan &plan) const
{
    VersionHistory known; // the same with contents cut to 128 bits, as the rows have them
    known.noteGiven(history.nextRevision() - 1);
    for (Version version : history.versions()) {
        std::fill(version.content.begin() + sizeof(Row::content), version.content.end(), 0);
        known.add(std::move(version));
    }
    struct Ours {
        std::int32_t revision;
        const Row *row;
    };
    std::vector<Ours> ours;
    std::vector<Supersession> supersessions;
    for (const Row &row : rows) {
        const Version candidate{0, row.knownAt, m_seq, widened(row.content), {}};
        const auto placement = known.place(candidate);
        if (!placement) {
            plan.verdicts.push_back({row.ordinal, 0, true, false});
            ++plan.duplicates;
            continue;
        }
        Version version = candidate;
        version.revision = placement->revision;
        known.add(version);
        ours.push_back({placement->revision, &row});
        supersessions.insert(supersessions.end(), placement->superseded.begin(), placement->superseded.end());
    }
    const auto isSuperseded = [&supersessions](std::int32_t revision) {
        return std::any_of(supersessions.begin(), supersessions.end(),
                           [revision](const Supersession &s) { return s.revision == revision; });
    };
    for (const Ours &own : ours) {
        const bool isHistory = isSuperseded(own.revision);
        if (own.revision != 0 || isHistory)
            plan.verdicts.push_back({own.row->ordinal, own.revision, false, isHistory});
    }
    for (Supersession &supersession : supersessions) {
        const auto own = std::find_if(ours.begin(), ours.end(), [&supersession](const Ours &candidate) {
            return candidate.revision == supersession.revision;
        });
        const bool isOurs = own != ours.end();
        plan.replaced.push_back(
            {rows.front().id, std::move(supersession), isOurs, isOurs ? own->row->part : 0});
    }
}

Result<void> BulkEventWriter::writeFiles(const Plan &plan, const CancelToken &cancel,
                                         const base::ProgressSink &progress)
{
    m_outputs.clear();
    auto made =
        m_duck.run("CREATE OR REPLACE TEMP TABLE verdict(ordinal INTEGER, revision INTEGER, dropped BOOLEAN, "
                   "history BOOLEAN)");
    if (!made)
        return made;
    Result<DuckAppender> appender = DuckAppender::open(m_duck, "verdict");
    if (!appender)
        return appender.error();
    std::vector<const Verdict *> verdictOf(m_rows.size(), nullptr); // by ordinal
    for (const Verdict &verdict : plan.verdicts) {
        verdictOf[verdict.ordinal] = &verdict;
        appender->set(0, static_cast<std::int32_t>(verdict.ordinal));
        appender->set(1, verdict.revision);
        appender->set(2, verdict.isDropped);
        appender->set(3, verdict.isHistory);
        made = appender->endRow();
        if (!made)
            return made;
    }
    made = appender->close();
    if (!made)
        return made;

    // the id hashes of every file to be, by part and by whether it is history
    std::vector<std::array<std::vector<std::uint64_t>, 2>> hashes(m_parts.size());
    for (const Row &row : m_rows) {
        const Verdict *verdict = verdictOf[row.ordinal];
        if (verdict == nullptr || !verdict->isDropped)
            hashes[row.part][verdict != nullptr && verdict->isHistory ? 1 : 0].push_back(idHash(row.id));
    }
    std::uint64_t done = 0;
    for (std::uint32_t part = 0; part < m_parts.size(); ++part) {
        for (const bool isHistory : {false, true}) {
            std::vector<std::uint64_t> &ids = hashes[part][isHistory ? 1 : 0];
            if (ids.empty())
                continue;
            if (progress)
                progress({done, m_rows.size(), Tr::tr("Writing %1").arg(base::qs(m_parts[part].source))});
            done += ids.size();
            LakeWrite what;
            what.kind = "events";
            what.part = m_parts[part].source;
            what.folder = std::string(isHistory ? "history/" : "") +
                          "source=" + fileNamePart(m_parts[part].source) +
                          "/year=" + std::to_string(m_parts[part].year);
            what.select =
                "SELECT id, CAST(coalesce(v.revision, 0) AS INTEGER) AS revision, CAST($1 AS BIGINT) AS seq, "
                "b.* EXCLUDE (ordinal, part, id, revision, seq) "
                "FROM bulk b LEFT JOIN verdict v ON v.ordinal = b.ordinal WHERE b.part = $2 "
                "AND NOT coalesce(v.dropped, false) AND coalesce(v.history, false) = $3 ORDER BY " +
                std::string(kEventFileOrder);
            what.values = {static_cast<std::int64_t>(m_seq), static_cast<std::int64_t>(part), isHistory};
            what.keyColumn = "event_type";
            what.timeColumn = "timestamp";
            what.history = isHistory;
            Result<ManifestEntry> entry = m_store.lake().write(m_duck, what, &cancel);
            if (!entry)
                return entry.error();
            if (entry->rows != ids.size())
                return Error{ErrorCode::Internal, Tr::tr("“%1” holds %2 rows instead of %3.")
                                                      .arg(base::qs(entry->file))
                                                      .arg(entry->rows)
                                                      .arg(ids.size())};
            const std::filesystem::path file = m_store.lake().absolute(*entry);
            m_outputs.push_back({std::move(entry).value(), part});
            made = writeCompanion(file, std::move(ids));
            if (!made)
                return made;
        }
    }
    return {};
}

/// Takes files that will not be published away at once, so that they do not hold the room the next attempt
/// needs; what cannot be removed is an orphan for the sweep.
void BulkEventWriter::dropFiles()
{
    for (const Output &output : m_outputs) {
        std::error_code ignored;
        const std::filesystem::path file = m_store.lake().absolute(output.entry);
        std::filesystem::remove(Lake::companionOf(file), ignored);
        std::filesystem::remove(file, ignored);
    }
    m_outputs.clear();
}

/// Whether others stored one of our ids, or moved a version that one of ours supersedes, since the plan was
/// made.
Result<bool> BulkEventWriter::isStale(Database &database, const Plan &plan) const
{
    Result<TierState> state = stateOf(database);
    if (!state)
        return state.error();
    const bool pointsToStored = std::any_of(plan.replaced.begin(), plan.replaced.end(),
                                            [](const Replaced &replaced) { return !replaced.isOurs; });
    if (pointsToStored && (state->files != plan.files || state->floor != plan.floor))
        return true;
    Result<Statement> commits = database.prepare("SELECT id_hashes FROM event_commits WHERE seq > ?");
    if (!commits)
        return commits.error();
    commits->bind(1, plan.lastCommit);
    for (;;) {
        const Result<bool> more = commits->step();
        if (!more)
            return more.error();
        if (!*more)
            return false;
        const auto bytes = commits->blob(0);
        for (std::size_t at = 0; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
            std::uint64_t hash = 0;
            std::memcpy(&hash, bytes.data() + at, sizeof hash);
            if (std::binary_search(m_hashes.begin(), m_hashes.end(), hash))
                return true;
        }
    }
}

Result<void> BulkEventWriter::publish(WriteTransaction &transaction, const Plan &plan)
{
    Database &database = transaction.database();
    for (const Output &output : m_outputs) {
        const auto added = addToManifest(database, output.entry);
        if (!added)
            return added;
    }
    std::vector<std::string_view> historyOf(m_parts.size());
    for (const Output &output : m_outputs) {
        if (output.entry.history)
            historyOf[output.part] = output.entry.file;
    }
    for (const Replaced &replaced : plan.replaced) {
        Placement placement;
        placement.superseded.push_back(replaced.row);
        if (replaced.isOurs)
            placement.superseded.back().file = historyOf[replaced.part];
        const auto stored = storeSupersessions(database, replaced.id, placement);
        if (!stored)
            return stored;
    }
    return m_lease.publish(transaction);
}

} // namespace core::store
