// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked next: the sources that are due, what they missed, and the past.
#include "core/ingest/collector.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/uuid.h"
#include "core/ingest/asks.h"
#include "core/ingest/schedule.h"

namespace core::ingest {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using sources::Provider;
using store::IngestStage;

/// Puts what is due into the queue.
Result<void> Collector::plan()
{
    auto reader = m_workspace.catalog().reader();
    if (!reader)
        return reader.error();
    const auto states = store::sourceStates(**reader);
    if (!states)
        return states.error();
    for (const store::SourceState &state : *states) {
        const Provider *provider = find(state.source);
        const bool isDue = !state.nextAt.isValid() || state.nextAt <= m_workspace.clock().now();
        if (!provider || !state.enabled || !isDue || !isWanted(state.source))
            continue;
        if (auto planned = planSource(*provider, state); !planned)
            return planned;
    }
    return {};
}

Result<void> Collector::planSource(const Provider &provider, store::SourceState state)
{
    const Instant now = m_workspace.clock().now();
    const std::string &name = provider.info().name;
    auto settings = settingsOf(provider);
    if (!settings)
        return settings.error();
    LivePlan plan = planLive(provider.info(), state, now);
    // while it fails the present is asked for again; what was missed, once it answers
    const bool isDown = state.failures > 0;
    if (isDown)
        plan.missed.reset();
    const auto live = provider.asks(*settings, plan.live);
    std::vector<store::NewIngestJob> jobs;
    if (live) {
        for (const sources::Ask &ask : *live)
            jobs.push_back({.source = name, .stage = IngestStage::Fetch, .what = toText(ask), .dueAt = now});
    }
    std::vector<sources::Ask> missed;
    if (live && plan.missed) {
        if (auto asks = provider.asks(*settings, *plan.missed))
            missed = std::move(*asks);
    }
    auto transaction = m_workspace.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    // the keyring may have taken its time: a person may have switched it off or set it otherwise meanwhile
    auto fresh = store::sourceState(transaction->database(), name);
    if (!fresh)
        return fresh.error();
    if (!fresh->enabled || fresh->settings != state.settings)
        return {};
    state = std::move(*fresh);
    if (plan.missed) {
        const store::Gap gap{name, plan.missed->from, plan.missed->to,
                             base::utf8(Tr::tr("nothing was collected")), !missed.empty()};
        if (auto noted = store::noteGap(*transaction, gap); !noted)
            return noted;
    }
    if (!missed.empty()) {
        auto batch = m_queue.addBackfill(*transaction, name, plan.missed->from, plan.missed->to);
        if (!batch)
            return batch.error();
        for (const sources::Ask &ask : missed)
            jobs.push_back({name, IngestStage::Fetch, toText(ask), now, *batch});
    }
    // a job that was done within half a cadence needs no second time
    auto added = m_queue.add(*transaction, jobs, now - provider.info().cadence / 2);
    if (!added)
        return added.error();
    if (live) {
        if (!isDown)
            state.coveredTo = now;
        state.nextAt =
            nextFetch(provider.info(), now, state.failures, static_cast<std::uint64_t>(now.micros()));
    } else {
        state.triedAt = now;
        state.fault = base::utf8(live.error().message);
        state.nextAt =
            nextFetch(provider.info(), now, ++state.failures, static_cast<std::uint64_t>(now.micros()));
    }
    if (auto saved = store::saveSourceState(*transaction, state); !saved)
        return saved;
    return transaction->commit();
}

Result<std::uint64_t> startBackfill(store::Workspace &workspace, const Provider &provider,
                                    const sources::SourceSettings &settings, const sources::Window &days)
{
    sources::Window window = days;
    window.now = workspace.clock().now();
    const auto asks = provider.asks(settings, window);
    if (!asks)
        return asks.error();
    if (asks->empty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 cannot be asked for the past.").arg(provider.info().title)};
    store::IngestQueue queue(workspace.catalog(), base::toText(base::freshUuid()));
    auto transaction = workspace.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    auto batch = queue.addBackfill(*transaction, provider.info().name, days.from, days.to);
    if (!batch)
        return batch.error();
    std::vector<store::NewIngestJob> jobs;
    for (const sources::Ask &ask : *asks)
        jobs.push_back({provider.info().name, IngestStage::Fetch, toText(ask), window.now, *batch});
    auto added = queue.add(*transaction, jobs);
    if (!added)
        return added.error();
    if (auto done = transaction->commit(); !done)
        return done.error();
    return *added;
}

} // namespace core::ingest
