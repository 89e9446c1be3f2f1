// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/barclock.h"
#include "core/sources/lags.h"
#include "core/sources/mapperpart.h"
#include "core/sources/presets.h"

#include <cmath>
#include <unordered_map>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

class BarMapper final : public Mapper::Part
{
public:
    using Part::Part;

    Result<void> bind() override
    {
        const BarRule &rule = m_preset.bars;
        auto symbol = text(rule.symbol);
        if (!symbol)
            return symbol.error();
        m_symbol = std::move(*symbol);
        const std::pair<const NumberRule *, BoundNumber *> numbers[] = {
            {&rule.open, &m_open},   {&rule.high, &m_high},         {&rule.low, &m_low},
            {&rule.close, &m_close}, {&rule.adjClose, &m_adjClose}, {&rule.volume, &m_volume},
            {&rule.vwap, &m_vwap},   {&rule.trades, &m_trades}};
        for (const auto &[from, to] : numbers) {
            auto bound = number(*from);
            if (!bound)
                return bound.error();
            *to = std::move(*bound);
        }
        m_interval = m_context.interval.value_or(rule.interval);
        ClockRule clock = rule.clock;
        if (m_context.interval && *m_context.interval != rule.interval) {
            auto length = parseSpan(m_interval);
            if (!length)
                return length.error();
            if (*length < std::chrono::hours(24))
                clock = {ClockRule::Kind::Length, {}, {}, {}, {}, *length};
        }
        m_clocks.emplace_back(clock);
        for (const SeriesRule &series : rule.series)
            m_clocks.emplace_back(series.clock.value_or(clock));
        return {};
    }

    void map(const Row &row, Batch &out) override
    {
        LocalTime at;
        Fault fault;
        if (!m_date.read(row, at, fault)) {
            refuse(row, fault);
            return;
        }
        if (m_seriesColumns.empty()) {
            one(row, at, out);
            return;
        }
        const std::uint64_t refused = m_refusals.total();
        const std::size_t before = out.bars.size();
        for (const int column : m_seriesColumns) {
            if (!trimmed(row.field(column)).empty())
                one({row.fields, row.line, column}, at, out);
        }
        if (m_refusals.total() == refused && out.bars.size() == before)
            refuse(row, {RefusalKind::NoEvent, -1});
    }

    void finish(Batch &out) override
    {
        for (const auto &[symbol, known] : m_known) {
            domain::Instrument instrument;
            const SeriesRule *series = known.clock == 0 ? nullptr : &m_preset.bars.series[known.clock - 1];
            instrument.kind = series && !series->instrumentKind.empty() ? series->instrumentKind
                                                                        : m_preset.bars.instrumentKind;
            if (instrument.kind.empty())
                continue;
            instrument.symbol = symbol;
            instrument.currency = m_preset.bars.currency;
            const ClockRule &clock = series && series->clock ? *series->clock : m_preset.bars.clock;
            instrument.exchange = clock.calendar;
            out.instruments.push_back(std::move(instrument));
        }
        std::sort(out.instruments.begin(), out.instruments.end(),
                  [](const auto &a, const auto &b) { return a.symbol < b.symbol; });
    }

private:
    struct Known {
        std::size_t clock = 0;
        std::uint32_t place = 0; ///< in the batch's symbols
        std::uint64_t batch = 0; ///< the batch that `place` belongs to
    };

    void one(const Row &row, const LocalTime &at, Batch &out)
    {
        double close = 0;
        if (!takeNumber(m_close, row, close))
            return;
        if (std::isnan(close)) {
            refuse(row, {RefusalKind::NoValue, m_close.column(row)});
            return;
        }
        double open = 0;
        double high = 0;
        double low = 0;
        double adjusted = 0;
        double volume = 0;
        double vwap = 0;
        double trades = 0;
        if (!takeNumber(m_open, row, open) || !takeNumber(m_high, row, high) ||
            !takeNumber(m_low, row, low) || !takeNumber(m_adjClose, row, adjusted) ||
            !takeNumber(m_volume, row, volume) || !takeNumber(m_vwap, row, vwap) ||
            !takeNumber(m_trades, row, trades))
            return;
        const auto name = m_symbol.read(row, m_scratch);
        if (!name || name->empty()) {
            refuse(row, {name ? RefusalKind::NoValue : RefusalKind::UnknownWord, m_symbol.column()});
            return;
        }
        BarBatch &bars = out.bars;
        if (bars.size() == 0) {
            bars.symbols.clear();
            ++m_batch;
        }
        if (*name != m_lastName || !m_last) {
            m_lastName = *name;
            m_last = &known(m_lastName);
        }
        if (m_last->batch != m_batch) {
            m_last->batch = m_batch;
            m_last->place = static_cast<std::uint32_t>(bars.symbols.size());
            bars.symbols.push_back(m_lastName);
        }
        const BarClock::Span span = m_clocks[m_last->clock].of(at, m_date.zone());
        bars.symbol.push_back(m_last->place);
        bars.ts.push_back(span.open);
        bars.tsEnd.push_back(span.close);
        bars.open.push_back(open);
        bars.high.push_back(high);
        bars.low.push_back(low);
        bars.close.push_back(close);
        bars.adjClose.push_back(adjusted);
        bars.volume.push_back(volume);
        bars.vwap.push_back(vwap);
        bars.trades.push_back(
            std::isnan(trades) || std::abs(trades) > 9e15 ? -1 : static_cast<std::int64_t>(trades));
    }

    Known &known(const std::string &symbol)
    {
        const auto [place, fresh] = m_known.try_emplace(symbol);
        if (fresh) {
            for (std::size_t i = 0; i < m_preset.bars.series.size() && place->second.clock == 0; ++i) {
                for (const std::string &pattern : m_preset.bars.series[i].symbols) {
                    if (nameFits(pattern, symbol)) {
                        place->second.clock = i + 1;
                        break;
                    }
                }
            }
        }
        return place->second;
    }

    BoundText m_symbol;
    BoundNumber m_open, m_high, m_low, m_close, m_adjClose, m_volume, m_vwap, m_trades;
    std::vector<BarClock> m_clocks; ///< the preset's, then one per series rule
    std::unordered_map<std::string, Known> m_known;
    std::string m_lastName;
    Known *m_last = nullptr;
    std::uint64_t m_batch = 0;
    std::string m_scratch;
};

class TickMapper final : public Mapper::Part
{
public:
    using Part::Part;

    Result<void> bind() override
    {
        const TickRule &rule = m_preset.ticks;
        const std::pair<const TextRule *, BoundText *> texts[] = {
            {&rule.symbol, &m_symbol}, {&rule.exchange, &m_exchange}, {&rule.condition, &m_condition}};
        for (const auto &[from, to] : texts) {
            auto bound = text(*from);
            if (!bound)
                return bound.error();
            *to = std::move(*bound);
        }
        const std::pair<const NumberRule *, BoundNumber *> numbers[] = {
            {&rule.price, &m_price},    {&rule.size, &m_size},       {&rule.flag, &m_flag},
            {&rule.bid, &m_bid},        {&rule.bidSize, &m_bidSize}, {&rule.ask, &m_ask},
            {&rule.askSize, &m_askSize}};
        for (const auto &[from, to] : numbers) {
            auto bound = number(*from);
            if (!bound)
                return bound.error();
            *to = std::move(*bound);
        }
        return {};
    }

    void map(const Row &row, Batch &out) override
    {
        LocalTime at;
        Fault fault;
        if (!m_date.read(row, at, fault)) {
            refuse(row, fault);
            return;
        }
        const base::Instant instant =
            at.offset ? base::Instant(at.day) + at.time - *at.offset : m_date.zone().toUtc(at.day, at.time);
        if (m_preset.kind == PresetKind::Ticks)
            tick(row, instant, out);
        else
            quote(row, instant, out);
    }

private:
    void tick(const Row &row, base::Instant at, Batch &out)
    {
        domain::Tick tick;
        double flag = 0;
        if (!takeText(m_symbol, row, true, tick.symbol) || !takeNumber(m_price, row, tick.price) ||
            !takeNumber(m_size, row, tick.size) || !takeNumber(m_flag, row, flag) ||
            !takeText(m_exchange, row, false, tick.exchange) ||
            !takeText(m_condition, row, false, tick.condition))
            return;
        if (std::isnan(tick.price)) {
            refuse(row, {RefusalKind::NoValue, m_price.column(row)});
            return;
        }
        tick.ts = at;
        tick.flag = flag >= 1 ? 1 : 0;
        out.ticks.push_back(std::move(tick));
    }

    void quote(const Row &row, base::Instant at, Batch &out)
    {
        domain::Quote quote;
        if (!takeText(m_symbol, row, true, quote.symbol) || !takeNumber(m_bid, row, quote.bid) ||
            !takeNumber(m_bidSize, row, quote.bidSize) || !takeNumber(m_ask, row, quote.ask) ||
            !takeNumber(m_askSize, row, quote.askSize))
            return;
        if (std::isnan(quote.bid) && std::isnan(quote.ask)) {
            refuse(row, {RefusalKind::NoValue, m_bid.column(row)});
            return;
        }
        if (std::isnan(quote.bid))
            quote.bidSize = domain::kMissing;
        if (std::isnan(quote.ask))
            quote.askSize = domain::kMissing;
        quote.ts = at;
        out.quotes.push_back(std::move(quote));
    }

    BoundText m_symbol, m_exchange, m_condition;
    BoundNumber m_price, m_size, m_flag, m_bid, m_bidSize, m_ask, m_askSize;
};

} // namespace

std::unique_ptr<Mapper::Part> barMapper(const Preset &preset, std::vector<std::string> header,
                                        const MappingContext &context)
{
    return std::make_unique<BarMapper>(preset, std::move(header), context);
}

std::unique_ptr<Mapper::Part> tickMapper(const Preset &preset, std::vector<std::string> header,
                                         const MappingContext &context)
{
    return std::make_unique<TickMapper>(preset, std::move(header), context);
}

} // namespace core::sources
