// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/transform.h"

#include "core/base/text.h"
#include "core/ingest/asks.h"
#include "core/ingest/import/importsink.h"
#include "core/ingest/refusalnotes.h"
#include "core/sources/boundrules.h"
#include "core/store/bulkevents.h"
#include "core/store/companynames.h"
#include "core/store/instruments.h"
#include "core/store/lease.h"

#include <algorithm>
#include <thread>

namespace core::ingest {

using base::Result;

namespace {

/// Rows of one commit of the live path.
constexpr std::size_t kCommitRows = 10'000;
/// More than this in one payload goes to the lake directly.
constexpr std::size_t kBulkRows = 100'000;
/// How long the lease "bulk" is waited for, and how often it is tried.
constexpr double kPatienceSeconds = 5;
constexpr auto kAgain = std::chrono::milliseconds(10);

class Transform final
{
public:
    Transform(store::Workspace &workspace, const sources::Provider &provider, const sources::Payload &payload,
              const AlsoCommit &also, const base::CancelToken &cancel)
        : m_workspace(workspace)
        , m_provider(provider)
        , m_payload(payload)
        , m_also(also)
        , m_cancel(cancel)
    {}

    Result<TransformReport> run()
    {
        const base::Stopwatch watch;
        m_parsed = m_provider.parse(m_payload);
        m_day.parseMicros = static_cast<std::uint64_t>(watch.seconds() * 1e6);
        m_report.source = m_provider.info().name;
        m_report.endpoint = m_payload.ask.endpoint;
        m_report.origin = m_payload.origin;
        m_report.bytes = m_payload.bytes.size();
        m_report.fault = m_parsed.fault;
        m_report.notice = m_parsed.notice;
        if (m_parsed.fault)
            return std::move(m_report);
        m_report.records = m_parsed.records;
        m_report.refused = m_parsed.refusals.total();
        m_report.refusals = m_parsed.refusals.list();
        m_report.next = m_parsed.next;
        if (m_parsed.values.bars.size() > 0) {
            if (auto stored = storeBars(); !stored)
                return stored.error();
        }
        if (auto compared = compareTicks(); !compared)
            return compared.error();
        if (auto stored = storeEvents(); !stored)
            return stored.error();
        return std::move(m_report);
    }

private:
    /// Another thread of ours that stores bars needs it for a moment only.
    Result<std::unique_ptr<store::Lease>> bulkLease()
    {
        const base::Stopwatch waiting;
        for (;;) {
            auto lease = store::Lease::take(m_workspace.catalog(), "bulk", "storing " + m_report.source);
            const bool isHeld = !lease && lease.error().code == base::ErrorCode::LeaseHeld;
            if (!isHeld || m_cancel.isCancelled() || waiting.seconds() > kPatienceSeconds)
                return lease;
            std::this_thread::sleep_for(kAgain);
        }
    }

    Result<void> storeBars()
    {
        auto lease = bulkLease();
        if (!lease)
            return lease.error();
        auto import = m_workspace.bars().beginImport(**lease, m_parsed.interval);
        if (!import)
            return import.error();
        if (auto added = addBars(*import, m_parsed.values.bars, m_report.source, m_parsed.interval, m_payload.sha256,
                                 m_payload.fetchedAt);
            !added)
            return added;
        auto done = import->finish(m_cancel);
        if (!done)
            return done.error();
        m_report.stored += done->stored;
        m_report.duplicate += done->duplicate;
        return {};
    }

    /// Outside of the transaction that stores them: it looks into files.
    Result<void> compareTicks()
    {
        const sources::Batch &values = m_parsed.values;
        auto ticks = m_workspace.ticks().compare<domain::Tick>(values.ticks, m_cancel);
        if (!ticks)
            return ticks.error();
        auto quotes = m_workspace.ticks().compare<domain::Quote>(values.quotes, m_cancel);
        if (!quotes)
            return quotes.error();
        m_ticks = std::move(*ticks);
        m_quotes = std::move(*quotes);
        return {};
    }

    template <typename Row>
    Result<void> storeTicks(store::WriteTransaction &transaction, const store::LiveRows<Row> &rows)
    {
        const auto stored =
            store::TickStore::append<Row>(transaction, rows, m_report.source, m_payload.sha256);
        if (!stored)
            return stored.error();
        m_report.stored += stored->stored;
        m_report.duplicate += stored->duplicate;
        return {};
    }

    Result<void> storeEvents()
    {
        std::span<const domain::Event> rest = m_parsed.values.events;
        const auto commit = [this, &rest](store::WriteTransaction &transaction, const store::InsertSummary &summary) {
            count(rest, summary);
            return storeRest(transaction);
        };
        if (rest.empty()) {
            auto transaction = m_workspace.catalog().beginWrite();
            if (!transaction)
                return transaction.error();
            if (auto stored = storeRest(*transaction); !stored)
                return stored;
            return transaction->commit();
        }
        if (rest.size() > kBulkRows)
            return storeInBulk(rest, commit);
        while (rest.size() > kCommitRows) {
            auto summary = m_workspace.events().insert(rest.first(kCommitRows));
            if (!summary)
                return summary.error();
            count(rest, *summary);
            rest = rest.subspan(kCommitRows);
        }
        auto summary = m_workspace.events().insert(rest, commit);
        return summary ? Result<void>() : Result<void>(summary.error());
    }

    Result<void> storeInBulk(std::span<const domain::Event> events, const store::EventStore::Also &commit)
    {
        auto lease = bulkLease();
        if (!lease)
            return lease.error();
        auto writer = store::BulkEventWriter::begin(m_workspace.events(), **lease);
        if (!writer)
            return writer.error();
        for (const domain::Event &event : events) {
            if (auto added = (*writer)->append(event); !added)
                return added;
        }
        auto summary = (*writer)->finish(commit, m_cancel);
        return summary ? Result<void>() : Result<void>(summary.error());
    }

    /// A fact that comes again with every answer counts when it is seen first.
    void count(std::span<const domain::Event> events, const store::InsertSummary &summary)
    {
        m_report.stored += summary.stored;
        m_report.storedEvents += summary.stored;
        m_report.duplicate += summary.duplicates;
        for (const std::uint32_t first : summary.firsts) {
            const domain::Event &event = events[first];
            ++m_day.lags[store::lagBucket(event.ingestedAt - event.knownAt)];
            if (event.knownBasis == domain::KnownBasis::Observed)
                ++m_report.seen[event.eventType][store::lagBucket(event.knownAt - event.timestamp)];
        }
    }

    /// Everything but bars and events, in the transaction that ends the payload.
    Result<void> storeRest(store::WriteTransaction &transaction)
    {
        if (auto stored = storeTicks(transaction, m_ticks); !stored)
            return stored;
        if (auto stored = storeTicks(transaction, m_quotes); !stored)
            return stored;
        if (!m_parsed.values.actions.empty()) {
            auto stored = store::storeActions(transaction, m_parsed.values.actions);
            if (!stored)
                return stored.error();
            m_report.stored += *stored;
            m_report.duplicate += m_parsed.values.actions.size() - *stored;
        }
        if (!m_parsed.values.instruments.empty()) {
            if (auto stored = store::storeInstruments(transaction, m_parsed.values.instruments); !stored)
                return stored;
            m_report.instruments = m_parsed.values.instruments.size();
        }
        if (auto stored = store::storeNames(transaction, m_parsed.values.names); !stored)
            return stored.error();
        if (auto stored = store::storeRefusals(transaction, m_payload.sha256, notesOf(m_report.refusals)); !stored)
            return stored;
        if (auto noted = store::Vault::noteAsk(transaction.database(), m_payload.sha256, toText(m_payload.ask)); !noted)
            return noted;
        if (auto marked = store::Vault::markTransformed(transaction.database(), m_payload.sha256,
                                                        m_provider.info().name,
                                                        sources::fullParserVersion(m_provider.info()));
            !marked)
            return marked;
        m_day.day = m_workspace.clock().now().utcDay();
        m_day.records = m_report.records;
        m_day.stored = m_report.stored;
        m_day.duplicates = m_report.duplicate;
        m_day.refused = m_report.refused;
        if (auto added = store::addSourceDay(transaction, m_report.source, m_day); !added)
            return added;
        return m_also ? m_also(transaction, m_report) : Result<void>();
    }

    store::Workspace &m_workspace;
    const sources::Provider &m_provider;
    const sources::Payload &m_payload;
    const AlsoCommit &m_also;
    const base::CancelToken &m_cancel;
    sources::Parsed m_parsed;
    store::LiveRows<domain::Tick> m_ticks;
    store::LiveRows<domain::Quote> m_quotes;
    TransformReport m_report;
    store::SourceDay m_day;
};

} // namespace

Result<TransformReport> transform(store::Workspace &workspace, const sources::Provider &provider,
                                  const sources::Payload &payload, const AlsoCommit &also,
                                  const base::CancelToken &cancel)
{
    return Transform(workspace, provider, payload, also, cancel).run();
}

} // namespace core::ingest
