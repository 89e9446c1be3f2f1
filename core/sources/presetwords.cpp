// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/presetwords.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/lags.h"

#include <algorithm>
#include <cmath>

namespace core::sources {

using base::qs;
using base::Tr;

namespace {

/// The longest text of an event that a line shows.
constexpr qsizetype kShownText = 80;
constexpr std::size_t kShownValues = 3;

/// Notes for every column what it becomes.
class FieldNotes final
{
public:
    FieldNotes(const Preset &preset, std::span<const std::string> header)
        : m_preset(preset)
        , m_header(header)
        , m_fields(header.size())
    {}

    void note(const std::string &column, const std::string &field)
    {
        const auto at = std::find(m_header.begin(), m_header.end(), column);
        if (at == m_header.end())
            return;
        std::vector<std::string> &fields = m_fields[static_cast<std::size_t>(at - m_header.begin())];
        if (std::find(fields.begin(), fields.end(), field) == fields.end())
            fields.push_back(field);
    }
    void note(const std::vector<std::string> &columns, const std::string &field)
    {
        for (const std::string &column : columns)
            note(column, field);
    }
    void note(const TextRule &rule, const std::string &field) { note(rule.columns, field); }
    void note(const NumberRule &rule, const std::string &field)
    {
        note(rule.columns, field);
        if (rule.from != NumberRule::From::SeriesValue || !m_preset.wide)
            return;
        for (const std::string &column : m_header) {
            const auto &except = m_preset.wide->except;
            if (std::find(except.begin(), except.end(), column) == except.end())
                note(column, field);
        }
    }
    void note(const std::vector<MetaRule> &rules)
    {
        for (const MetaRule &rule : rules) {
            note(rule.text, "meta." + rule.key);
            note(rule.number, "meta." + rule.key);
            if (rule.kind == MetaRule::Kind::Test)
                note(rule.test.column, "meta." + rule.key);
        }
    }
    void note(const KnownRule &rule)
    {
        if (rule.date)
            note(rule.date->columns, "known_at");
        note(rule.basisColumn, "known_basis");
    }
    /// Only where the column is nothing else.
    void noteUnused(const std::string &column, const std::string &field)
    {
        const auto at = std::find(m_header.begin(), m_header.end(), column);
        if (at != m_header.end() && m_fields[static_cast<std::size_t>(at - m_header.begin())].empty())
            note(column, field);
    }

    [[nodiscard]] std::vector<std::string> joined() const
    {
        std::vector<std::string> all;
        for (const std::vector<std::string> &fields : m_fields) {
            std::string text;
            for (const std::string &field : fields)
                text += (text.empty() ? "" : ", ") + field;
            all.push_back(std::move(text));
        }
        return all;
    }

private:
    const Preset &m_preset;
    const std::span<const std::string> m_header;
    std::vector<std::vector<std::string>> m_fields;
};

void noteEvents(const Preset &preset, FieldNotes &notes)
{
    for (const EventRule &rule : preset.events) {
        if (rule.date)
            notes.note(rule.date->columns, "timestamp");
        const std::pair<const TextRule *, const char *> texts[] = {
            {&rule.source, "source"}, {&rule.eventType, "event_type"},
            {&rule.entity, "entity"}, {&rule.unit, "unit"},
            {&rule.text, "text"},     {&rule.metadata, "metadata"}};
        for (const auto &[text, field] : texts)
            notes.note(*text, field);
        notes.note(rule.value, "value");
        notes.note(rule.meta);
        notes.note(rule.precisionColumn, "precision");
        notes.note(rule.known.value_or(preset.known));
        for (const TestRule &test : rule.when)
            notes.noteUnused(test.column, "condition");
    }
}

void noteBars(const BarRule &rule, FieldNotes &notes)
{
    notes.note(rule.symbol, "symbol");
    const std::pair<const NumberRule *, const char *> numbers[] = {
        {&rule.open, "open"},   {&rule.high, "high"},          {&rule.low, "low"},
        {&rule.close, "close"}, {&rule.adjClose, "adj_close"}, {&rule.volume, "volume"},
        {&rule.vwap, "vwap"},   {&rule.trades, "trades"}};
    for (const auto &[number, field] : numbers)
        notes.note(*number, field);
}

void noteTicks(const TickRule &rule, FieldNotes &notes)
{
    notes.note(rule.symbol, "symbol");
    notes.note(rule.exchange, "exchange");
    notes.note(rule.condition, "condition");
    const std::pair<const NumberRule *, const char *> numbers[] = {
        {&rule.price, "price"},      {&rule.size, "size"}, {&rule.flag, "flag"},       {&rule.bid, "bid"},
        {&rule.bidSize, "bid_size"}, {&rule.ask, "ask"},   {&rule.askSize, "ask_size"}};
    for (const auto &[number, field] : numbers)
        notes.note(*number, field);
}

void noteInstruments(const InstrumentRule &rule, FieldNotes &notes)
{
    const std::pair<const TextRule *, const char *> texts[] = {
        {&rule.symbol, "symbol"},     {&rule.name, "name"},         {&rule.kind, "kind"},
        {&rule.exchange, "exchange"}, {&rule.currency, "currency"}, {&rule.sector, "sector"}};
    for (const auto &[text, field] : texts)
        notes.note(*text, field);
    notes.note(rule.meta);
}

QString spanInWords(base::Duration span)
{
    using namespace std::chrono;
    const auto seconds = static_cast<int>(duration_cast<std::chrono::seconds>(span).count());
    if (seconds % 86'400 == 0)
        return seconds == 86'400 ? Tr::tr("1 day") : Tr::tr("%1 days").arg(seconds / 86'400);
    if (seconds % 3'600 == 0)
        return seconds == 3'600 ? Tr::tr("1 hour") : Tr::tr("%1 hours").arg(seconds / 3'600);
    return seconds % 60 == 0 ? Tr::tr("%1 minutes").arg(seconds / 60) : Tr::tr("%1 seconds").arg(seconds);
}

QString basisInWords(domain::KnownBasis basis)
{
    switch (basis) {
    case domain::KnownBasis::Published:
        return Tr::tr("known when published");
    case domain::KnownBasis::Observed:
        return Tr::tr("known when it was fetched");
    case domain::KnownBasis::Scheduled:
        return Tr::tr("known beforehand, from a schedule");
    case domain::KnownBasis::Estimated:
        break;
    }
    return Tr::tr("known when it was over (an estimate)");
}

QString eventKnownInWords(const KnownRule &rule)
{
    const LagRules &rules = LagRules::builtIn();
    if (rule.date) {
        const QString column = Tr::tr("known when the column “%1” says").arg(qs(rule.date->columns.front()));
        return rule.without ? Tr::tr("%1; where it says nothing, %2").arg(column, basisInWords(*rule.without))
                            : column;
    }
    if (rule.after)
        return Tr::tr("%1 after it happened (the preset's own lag)").arg(spanInWords(*rule.after));
    if (const LagRule *lag = rules.lag(rule.lag))
        return Tr::tr("%1 after it happened (stated lag rule)").arg(spanInWords(lag->add));
    if (const ReleaseRule *release = rules.release(rule.release))
        return Tr::tr("known at its scheduled release (%1)").arg(qs(release->why));
    if (rule.when)
        return Tr::tr("%1 or %2, as the column “%3” says")
            .arg(basisInWords(rule.basis), basisInWords(rule.otherwise), qs(rule.when->column));
    return basisInWords(rule.basis);
}

void add(std::string &line, std::string_view part)
{
    if (part.empty())
        return;
    if (!line.empty())
        line += ' ';
    line += part;
}

void addNumber(std::string &line, std::string_view label, double value)
{
    if (std::isnan(value))
        return;
    add(line, label);
    add(line, base::canonicalNumber(value));
}

std::string lineOf(const domain::Event &event, const base::Zone &zone)
{
    std::string line = event.precision == domain::Precision::Day ? base::toIso(zone.localDay(event.timestamp))
                                                                 : base::toIso(event.timestamp);
    add(line, event.eventType);
    add(line, event.entity);
    addNumber(line, {}, event.value);
    add(line, event.unit);
    const QString text = qs(event.text).simplified();
    add(line, base::utf8(text.size() > kShownText ? text.left(kShownText) + QStringLiteral("…") : text));
    return line;
}

std::string lineOf(const BarBatch &bars, std::size_t at)
{
    std::string line = base::toIso(base::Instant(bars.ts[at]));
    add(line, bars.symbols[bars.symbol[at]]);
    const std::pair<const std::vector<double> *, const char *> numbers[] = {{&bars.open, "open"},
                                                                            {&bars.high, "high"},
                                                                            {&bars.low, "low"},
                                                                            {&bars.close, "close"},
                                                                            {&bars.volume, "volume"}};
    for (const auto &[column, label] : numbers)
        addNumber(line, label, (*column)[at]);
    return line;
}

std::string lineOf(const domain::Tick &tick)
{
    std::string line = base::toIso(tick.ts);
    add(line, tick.symbol);
    addNumber(line, "price", tick.price);
    addNumber(line, "size", tick.size);
    add(line, tick.exchange);
    return line;
}

std::string lineOf(const domain::Quote &quote)
{
    std::string line = base::toIso(quote.ts);
    add(line, quote.symbol);
    addNumber(line, "bid", quote.bid);
    addNumber(line, "size", quote.bidSize);
    addNumber(line, "ask", quote.ask);
    addNumber(line, "size", quote.askSize);
    return line;
}

std::string lineOf(const domain::Instrument &instrument)
{
    std::string line = instrument.symbol;
    for (const std::string &part :
         {instrument.name, instrument.kind, instrument.exchange, instrument.currency, instrument.sector})
        add(line, part);
    return line;
}

} // namespace

std::vector<std::string> fieldsOf(const Preset &preset, std::span<const std::string> header)
{
    FieldNotes notes(preset, header);
    notes.note(preset.date.columns, "timestamp");
    switch (preset.kind) {
    case PresetKind::Events:
        noteEvents(preset, notes);
        break;
    case PresetKind::Bars:
        noteBars(preset.bars, notes);
        break;
    case PresetKind::Ticks:
    case PresetKind::Quotes:
        noteTicks(preset.ticks, notes);
        break;
    case PresetKind::Actions:
        notes.note(preset.actions.symbol, "symbol");
        notes.note(preset.actions.priceFactor, "price_factor");
        notes.note(preset.actions.splitFactor, "split_factor");
        break;
    case PresetKind::Instruments:
        noteInstruments(preset.instruments, notes);
        break;
    }
    for (const TestRule &test : preset.keep)
        notes.noteUnused(test.column, "condition");
    for (const std::string &column : preset.id) // never "*": no column is called so
        notes.noteUnused(column, "id");
    return notes.joined();
}

QString knownInWords(const Preset &preset)
{
    switch (preset.kind) {
    case PresetKind::Events:
        return eventKnownInWords(preset.events.empty() ? preset.known
                                                       : preset.events.front().known.value_or(preset.known));
    case PresetKind::Bars:
        return Tr::tr("known when the bar closes");
    case PresetKind::Ticks:
    case PresetKind::Quotes:
        return Tr::tr("known at once");
    case PresetKind::Actions:
        return Tr::tr("known when it takes effect");
    case PresetKind::Instruments:
        break;
    }
    return Tr::tr("labels, which have no time");
}

std::string meaningOf(const Batch &values, const base::Zone &zone)
{
    std::vector<std::string> lines;
    const auto room = [&lines] { return lines.size() < kShownValues; };
    for (std::size_t i = 0; i < values.bars.size() && room(); ++i)
        lines.push_back(lineOf(values.bars, i));
    for (std::size_t i = 0; i < values.events.size() && room(); ++i)
        lines.push_back(lineOf(values.events[i], zone));
    for (std::size_t i = 0; i < values.ticks.size() && room(); ++i)
        lines.push_back(lineOf(values.ticks[i]));
    for (std::size_t i = 0; i < values.quotes.size() && room(); ++i)
        lines.push_back(lineOf(values.quotes[i]));
    for (std::size_t i = 0; i < values.instruments.size() && room(); ++i)
        lines.push_back(lineOf(values.instruments[i]));
    std::string meaning;
    for (const std::string &line : lines)
        meaning += (meaning.empty() ? "" : "; ") + line;
    if (values.size() > lines.size() && !lines.empty())
        meaning += base::utf8(::core::base::Tr::tr("; and %1 more").arg(values.size() - lines.size()));
    return meaning;
}

} // namespace core::sources
