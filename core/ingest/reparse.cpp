// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/reparse.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/ingest/asks.h"
#include "core/ingest/import/importsink.h"
#include "core/ingest/refusalnotes.h"
#include "core/store/companynames.h"
#include "core/store/instruments.h"
#include "core/store/lease.h"

#include <algorithm>
#include <map>

namespace core::ingest {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using sources::Ask;
using store::Artifact;

namespace {

class Reparse final
{
public:
    Reparse(store::Workspace &workspace, const sources::Provider &provider, const base::CancelToken &cancel,
            const base::ProgressSink &progress)
        : m_workspace(workspace)
        , m_provider(provider)
        , m_cancel(cancel)
        , m_progress(progress)
    {}

    Result<ReparseReport> run(bool all)
    {
        const auto artifacts = chosen(all);
        if (!artifacts)
            return artifacts.error();
        const auto ingest =
            store::Lease::take(m_workspace.catalog(), "ingest", "parsing " + name() + " anew");
        if (!ingest)
            return ingest.error();
        auto bulk = store::Lease::take(m_workspace.catalog(), "bulk", "parsing " + name() + " anew");
        if (!bulk)
            return bulk.error();
        const auto snapshot = m_workspace.catalog().snapshot();
        if (!snapshot)
            return snapshot.error();
        m_report.snapshot = *snapshot;
        m_lease = bulk->get();
        auto events = store::BulkEventWriter::begin(m_workspace.events(), *m_lease);
        if (!events)
            return events.error();
        m_events = std::move(*events);
        for (const Artifact &artifact : *artifacts) {
            if (m_cancel.isCancelled())
                return Error{ErrorCode::Cancelled, Tr::tr("Cancelled; what was stored before serves on.")};
            if (m_progress)
                m_progress({m_report.payloads, artifacts->size(),
                            Tr::tr("Reading %1 anew").arg(m_provider.info().title)});
            ++m_report.payloads;
            if (auto read = readOne(artifact); !read)
                return read.error();
        }
        return publish();
    }

private:
    [[nodiscard]] const std::string &name() const { return m_provider.info().name; }

    /// In the order in which they came, so that later versions of a fact follow earlier ones.
    Result<std::vector<Artifact>> chosen(bool all)
    {
        auto reader = m_workspace.catalog().reader();
        if (!reader)
            return reader.error();
        auto artifacts = store::allArtifacts(**reader);
        if (!artifacts)
            return artifacts.error();
        std::erase_if(*artifacts, [&](const Artifact &artifact) {
            // imported files are read by presets: not ours
            if (artifact.source != name() || (!artifact.parser.empty() && artifact.parser != name()))
                return true;
            const bool isCurrent = !artifact.parser.empty() &&
                                   artifact.parserVersion == sources::fullParserVersion(m_provider.info());
            m_report.current += isCurrent && !all ? 1 : 0;
            return isCurrent && !all;
        });
        std::ranges::stable_sort(*artifacts, {}, &Artifact::fetchedAt);
        return artifacts;
    }

    Result<std::vector<Ask>> asksFor(const Artifact &artifact, std::string_view bytes) const
    {
        auto reader = m_workspace.catalog().reader();
        if (!reader)
            return reader.error();
        const auto texts = store::asksOf(**reader, artifact.sha256);
        if (!texts)
            return texts.error();
        std::vector<Ask> asks;
        for (const std::string &text : *texts) {
            if (auto ask = parseAsk(text))
                asks.push_back(std::move(*ask));
        }
        if (!asks.empty())
            return asks;
        const sources::Payload payload{
            .bytes = bytes, .ask = {}, .origin = artifact.origin, .fetchedAt = artifact.fetchedAt};
        asks.push_back({m_provider.recognise(payload), {}});
        if (asks.front().endpoint.empty())
            asks.clear();
        return asks;
    }

    Result<void> readOne(const Artifact &artifact)
    {
        const auto bytes = m_workspace.vault().get(artifact.sha256);
        if (!bytes) { // it is damaged or gone; what was made of it once stays
            ++m_report.faults;
            return {};
        }
        const auto asks = asksFor(artifact, *bytes);
        if (!asks)
            return asks.error();
        Read read{artifact.sha256, {}};
        bool hasData = false;
        for (const Ask &ask : *asks) {
            const sources::Payload payload{.bytes = *bytes,
                                           .ask = ask,
                                           .origin = artifact.origin,
                                           .fetchedAt = artifact.fetchedAt,
                                           .sha256 = artifact.sha256};
            sources::Parsed parsed = m_provider.parse(payload);
            if (parsed.fault)
                continue;
            hasData = true;
            m_report.records += parsed.records;
            m_report.refused += parsed.refusals.total();
            for (store::RefusalNote &note : notesOf(parsed.refusals.list())) {
                // the same bytes refuse the same records, whatever they answer
                if (std::ranges::find(read.refusals, note.reason, &store::RefusalNote::reason) ==
                    read.refusals.end())
                    read.refusals.push_back(std::move(note));
            }
            if (auto kept = keep(parsed, artifact); !kept)
                return kept;
        }
        m_report.faults += hasData ? 0 : 1;
        if (hasData)
            m_read.push_back(std::move(read));
        return {};
    }

    Result<void> keep(sources::Parsed &parsed, const Artifact &artifact)
    {
        const base::Sha256 &sha256 = artifact.sha256;
        for (const domain::Event &event : parsed.values.events) {
            if (auto added = m_events->append(event); !added)
                return added;
        }
        if (auto kept = keepTicks<domain::Tick>(parsed.values.ticks, sha256); !kept)
            return kept;
        if (auto kept = keepTicks<domain::Quote>(parsed.values.quotes, sha256); !kept)
            return kept;
        std::ranges::move(parsed.values.actions, std::back_inserter(m_actions));
        std::ranges::move(parsed.values.instruments, std::back_inserter(m_instruments));
        std::ranges::move(parsed.values.names, std::back_inserter(m_names));
        if (parsed.values.bars.size() == 0)
            return {};
        auto import = m_bars.find(parsed.interval);
        if (import == m_bars.end()) {
            auto begun = m_workspace.bars().beginImport(*m_lease, parsed.interval);
            if (!begun)
                return begun.error();
            import = m_bars.emplace(parsed.interval, std::move(*begun)).first;
        }
        return addBars(import->second, parsed.values.bars, name(), parsed.interval, sha256,
                       artifact.fetchedAt);
    }

    Result<ReparseReport> publish()
    {
        for (auto &[interval, import] : m_bars) {
            const auto done = import.finish(m_cancel);
            if (!done)
                return done.error();
            m_report.stored += done->stored;
            m_report.same += done->duplicate;
        }
        const auto rest = [this](store::WriteTransaction &transaction, const store::InsertSummary &) {
            return storeRest(transaction);
        };
        const auto summary = m_events->finish(rest, m_cancel, m_progress);
        if (!summary)
            return summary.error();
        m_report.stored += summary->stored;
        m_report.same += summary->duplicates;
        return m_report;
    }

    /// At once, payload by payload: they add to their days and replace nothing, so that half of them is no
    /// harm.
    template <typename Row>
    Result<void> keepTicks(std::span<const Row> rows, const base::Sha256 &sha256)
    {
        if (rows.empty())
            return {};
        const auto live = m_workspace.ticks().compare<Row>(rows, m_cancel);
        if (!live)
            return live.error();
        auto transaction = m_workspace.catalog().beginWrite();
        if (!transaction)
            return transaction.error();
        const auto stored = store::TickStore::append<Row>(*transaction, *live, name(), sha256);
        if (!stored)
            return stored.error();
        m_report.stored += stored->stored;
        m_report.same += stored->duplicate;
        return transaction->commit();
    }

    /// Everything but bars and events, in the transaction that makes the events visible.
    Result<void> storeRest(store::WriteTransaction &transaction)
    {
        const auto actions = store::storeActions(transaction, m_actions);
        if (!actions)
            return actions.error();
        if (auto stored = store::storeInstruments(transaction, m_instruments); !stored)
            return stored;
        if (auto stored = store::storeNames(transaction, m_names); !stored)
            return stored.error();
        for (const Read &read : m_read) {
            if (auto stored = store::storeRefusals(transaction, read.sha256, read.refusals); !stored)
                return stored;
            if (auto marked = store::Vault::markTransformed(transaction.database(), read.sha256, name(),
                                                            sources::fullParserVersion(m_provider.info()));
                !marked)
                return marked;
        }
        m_report.stored += *actions;
        m_report.same += m_actions.size() - *actions;
        return {};
    }

    struct Read {
        base::Sha256 sha256{};
        std::vector<store::RefusalNote> refusals;
    };

    store::Workspace &m_workspace;
    const sources::Provider &m_provider;
    const base::CancelToken &m_cancel;
    const base::ProgressSink &m_progress;
    ReparseReport m_report;
    store::Lease *m_lease = nullptr;
    std::unique_ptr<store::BulkEventWriter> m_events;
    std::map<std::string, store::BarImport> m_bars; ///< by interval
    std::vector<domain::Action> m_actions;
    std::vector<domain::Instrument> m_instruments;
    std::vector<domain::CompanyName> m_names;
    std::vector<Read> m_read;
};

} // namespace

Result<ReparseReport> reparse(store::Workspace &workspace, const sources::Provider &provider, bool all,
                              const base::CancelToken &cancel, const base::ProgressSink &progress)
{
    return Reparse(workspace, provider, cancel, progress).run(all);
}

} // namespace core::ingest
