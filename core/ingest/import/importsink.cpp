// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/import/importsink.h"

#include "core/store/instruments.h"

namespace core::ingest {

using base::Result;
using sources::PresetKind;

ImportSink::ImportSink(store::Workspace &workspace, const sources::Preset &preset, const base::Sha256 &raw)
    : m_workspace(workspace)
    , m_preset(preset)
    , m_raw(raw)
    , m_seenAt(workspace.clock().now())
{}

Result<std::unique_ptr<ImportSink>> ImportSink::begin(store::Workspace &workspace, store::Lease &lease,
                                                      const sources::Preset &preset,
                                                      const std::string &interval, const base::Sha256 &raw)
{
    std::unique_ptr<ImportSink> sink(new ImportSink(workspace, preset, raw));
    switch (preset.kind) {
    case PresetKind::Bars: {
        auto bars = workspace.bars().beginImport(lease, interval);
        if (!bars)
            return bars.error();
        sink->m_bars.emplace(std::move(*bars));
        sink->m_interval = interval;
        break;
    }
    case PresetKind::Events: {
        auto events = store::BulkEventWriter::begin(workspace.events(), lease);
        if (!events)
            return events.error();
        sink->m_events = std::move(*events);
        break;
    }
    case PresetKind::Ticks: {
        auto ticks = workspace.ticks().beginImport<domain::Tick>(lease, preset.source, raw);
        if (!ticks)
            return ticks.error();
        sink->m_ticks.emplace(std::move(*ticks));
        break;
    }
    case PresetKind::Quotes: {
        auto quotes = workspace.ticks().beginImport<domain::Quote>(lease, preset.source, raw);
        if (!quotes)
            return quotes.error();
        sink->m_quotes.emplace(std::move(*quotes));
        break;
    }
    case PresetKind::Actions:
    case PresetKind::Instruments:
        break;
    }
    return sink;
}

Result<void> addBars(store::BarImport &import, const sources::BarBatch &bars, const std::string &source,
                     const std::string &interval, const base::Sha256 &raw, base::Instant seenAt)
{
    import.seenAt(seenAt);
    domain::Bar bar; // the constant parts are set once
    bar.interval = interval;
    bar.source = source;
    bar.rawSha256 = raw;
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (i == 0 || bars.symbol[i] != last) {
            last = bars.symbol[i];
            bar.symbol = bars.symbols[last];
        }
        bar.ts = base::Instant(bars.ts[i]);
        bar.tsEnd = base::Instant(bars.tsEnd[i]);
        bar.open = bars.open[i];
        bar.high = bars.high[i];
        bar.low = bars.low[i];
        bar.close = bars.close[i];
        bar.adjClose = bars.adjClose[i];
        bar.volume = bars.volume[i];
        bar.vwap = bars.vwap[i];
        bar.trades = bars.trades[i];
        bar.knownAt = bar.tsEnd;
        auto added = import.add(bar);
        if (!added)
            return added;
    }
    return {};
}

Result<void> ImportSink::add(const sources::Batch &batch)
{
    if (m_bars && batch.bars.size() > 0) {
        auto added = addBars(*m_bars, batch.bars, m_preset.source, m_interval, m_raw, m_seenAt);
        if (!added)
            return added;
    }
    for (const domain::Event &event : batch.events) {
        auto added = m_events->append(event);
        if (!added)
            return added;
    }
    for (const domain::Tick &tick : batch.ticks) {
        auto added = m_ticks->add(tick);
        if (!added)
            return added;
    }
    for (const domain::Quote &quote : batch.quotes) {
        auto added = m_quotes->add(quote);
        if (!added)
            return added;
    }
    m_actions.insert(m_actions.end(), batch.actions.begin(), batch.actions.end());
    m_instruments.insert(m_instruments.end(), batch.instruments.begin(), batch.instruments.end());
    return {};
}

Result<void> ImportSink::markTransformed(store::Database &database) const
{
    return store::Vault::markTransformed(database, m_raw, m_preset.name, m_preset.parserVersion());
}

/// The small tables, and the mark for stores that cannot set it themselves, in one transaction.
Result<void> ImportSink::finishTables(SinkReport &report)
{
    auto transaction = m_workspace.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    if (!m_actions.empty()) {
        auto stored = store::storeActions(*transaction, m_actions);
        if (!stored)
            return stored.error();
        report.stored = *stored;
        report.duplicate = m_actions.size() - *stored;
    }
    if (!m_instruments.empty()) {
        auto stored = store::storeInstruments(*transaction, m_instruments);
        if (!stored)
            return stored;
        report.instruments = m_instruments.size();
        if (m_preset.kind == PresetKind::Instruments)
            report.stored = m_instruments.size();
    }
    auto marked = markTransformed(transaction->database());
    if (!marked)
        return marked;
    return transaction->commit();
}

Result<SinkReport> ImportSink::finish(const base::CancelToken &cancel, const base::ProgressSink &progress)
{
    SinkReport report;
    if (m_events) {
        auto summary = m_events->finish(
            [this](store::WriteTransaction &transaction, const store::InsertSummary &) {
                return markTransformed(transaction.database());
            },
            cancel, progress);
        if (!summary)
            return summary.error();
        report.stored = summary->stored;
        report.duplicate = summary->duplicates;
        return report;
    }
    if (m_bars) {
        auto done = m_bars->finish(cancel);
        if (!done)
            return done.error();
        report.stored = done->stored;
        report.duplicate = done->duplicate;
    } else if (m_ticks) {
        auto done = m_ticks->finish(cancel);
        if (!done)
            return done.error();
        report.stored = done->stored;
        report.duplicate = done->duplicate;
    } else if (m_quotes) {
        auto done = m_quotes->finish(cancel);
        if (!done)
            return done.error();
        report.stored = done->stored;
        report.duplicate = done->duplicate;
    }
    auto tables = finishTables(report);
    if (!tables)
        return tables.error();
    return report;
}

} // namespace core::ingest
