// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/mapperpart.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace core::sources {

using base::Result;

namespace {

/// The nearest ratio of whole numbers up to 20 when it is within 1e-4, so that a factor written with seven
/// digits becomes the split that it means; else the value itself.
double cleanSplit(double ratio)
{
    for (int below = 1; below <= 20; ++below) {
        const double above = std::round(ratio * below);
        if (above >= 1 && std::abs(above / below - ratio) < 1e-4 * ratio)
            return above / below;
    }
    const double inverse = std::round(1 / ratio);
    return inverse >= 1 && std::abs(1 / inverse - ratio) < 1e-4 * ratio ? 1 / inverse : ratio;
}

/// Rows of (symbol, last day, price factor, split factor): a change from one row to the next is an action
/// that takes effect on the day after.
class ActionMapper final : public Mapper::Part
{
public:
    using Part::Part;

    Result<void> bind() override
    {
        auto symbol = text(m_preset.actions.symbol);
        if (!symbol)
            return symbol.error();
        auto price = number(m_preset.actions.priceFactor);
        if (!price)
            return price.error();
        auto split = number(m_preset.actions.splitFactor);
        if (!split)
            return split.error();
        m_symbol = std::move(*symbol);
        m_price = std::move(*price);
        m_split = std::move(*split);
        return {};
    }

    void map(const Row &row, Batch &) override
    {
        LocalTime at;
        Fault fault;
        if (!m_date.read(row, at, fault)) {
            refuse(row, fault);
            return;
        }
        std::string symbol;
        Factors factors{at.day, 0, 0};
        if (!takeText(m_symbol, row, true, symbol) || !takeNumber(m_price, row, factors.price) ||
            !takeNumber(m_split, row, factors.split))
            return;
        if (!(factors.price > 0) || !(factors.split > 0)) {
            refuse(row,
                   {RefusalKind::NoValue, !(factors.price > 0) ? m_price.column(row) : m_split.column(row)});
            return;
        }
        m_rows[symbol].push_back(factors);
    }

    void finish(Batch &out) override
    {
        for (auto &[symbol, rows] : m_rows) {
            std::stable_sort(rows.begin(), rows.end(),
                             [](const Factors &a, const Factors &b) { return a.last < b.last; });
            for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
                const base::Instant effective =
                    m_date.zone().toUtc(rows[i].last + std::chrono::days(1), base::Duration(0));
                const double split = cleanSplit(rows[i].split / rows[i + 1].split);
                const double price = rows[i].price / rows[i + 1].price;
                if (split != 1)
                    add(symbol, domain::ActionKind::Split, effective, split, out);
                if (std::abs(price - 1) > 1e-7)
                    add(symbol, domain::ActionKind::Dividend, effective, price, out);
            }
        }
    }

private:
    struct Factors {
        base::Date last; ///< the day up to and including which they apply
        double price;
        double split;
    };

    void add(const std::string &symbol, domain::ActionKind kind, base::Instant effective, double factor,
             Batch &out) const
    {
        domain::Action action;
        action.symbol = symbol;
        action.kind = kind;
        action.effective = effective;
        action.knownAt = effective;
        action.factor = factor;
        action.source = m_preset.source;
        out.actions.push_back(std::move(action));
    }

    BoundText m_symbol;
    BoundNumber m_price, m_split;
    std::map<std::string, std::vector<Factors>> m_rows;
};

class InstrumentMapper final : public Mapper::Part
{
public:
    using Part::Part;

    Result<void> bind() override
    {
        const InstrumentRule &rule = m_preset.instruments;
        const std::pair<const TextRule *, BoundText *> texts[] = {
            {&rule.symbol, &m_symbol},     {&rule.name, &m_name},         {&rule.kind, &m_kind},
            {&rule.exchange, &m_exchange}, {&rule.currency, &m_currency}, {&rule.sector, &m_sector}};
        for (const auto &[from, to] : texts) {
            auto bound = text(*from);
            if (!bound)
                return bound.error();
            *to = std::move(*bound);
        }
        auto meta = BoundMeta::bind(rule.meta, m_header, m_preset.numbers);
        if (!meta)
            return meta.error();
        m_meta = std::move(*meta);
        return {};
    }

    void map(const Row &row, Batch &out) override
    {
        domain::Instrument instrument;
        if (!takeText(m_symbol, row, true, instrument.symbol) ||
            !takeText(m_name, row, false, instrument.name) ||
            !takeText(m_kind, row, false, instrument.kind) ||
            !takeText(m_exchange, row, false, instrument.exchange) ||
            !takeText(m_currency, row, false, instrument.currency) ||
            !takeText(m_sector, row, false, instrument.sector))
            return;
        std::vector<std::pair<std::string, std::string>> entries;
        Fault fault;
        if (!m_meta.read(row, entries, fault)) {
            refuse(row, fault);
            return;
        }
        instrument.metadata = writeMeta(entries);
        out.instruments.push_back(std::move(instrument));
    }

private:
    BoundText m_symbol, m_name, m_kind, m_exchange, m_currency, m_sector;
    BoundMeta m_meta;
};

} // namespace

std::unique_ptr<Mapper::Part> actionMapper(const Preset &preset, std::vector<std::string> header,
                                           const MappingContext &context)
{
    return std::make_unique<ActionMapper>(preset, std::move(header), context);
}

std::unique_ptr<Mapper::Part> instrumentMapper(const Preset &preset, std::vector<std::string> header,
                                               const MappingContext &context)
{
    return std::make_unique<InstrumentMapper>(preset, std::move(header), context);
}

} // namespace core::sources
