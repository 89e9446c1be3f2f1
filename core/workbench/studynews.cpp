// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/studynews.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/assets.h"
#include "core/store/schedules.h"

namespace core::workbench {

using base::Instant;
using base::qs;
using base::Result;
using base::Tr;

namespace {

class NewsReader
{
public:
    NewsReader(const Workbench &bench, const discovery::RunContext &context, std::uint64_t since)
        : m_bench(bench)
        , m_context(context)
        , m_since(since)
    {}

    Result<QString> nothingNewer(const domain::Study &study) const
    {
        if (m_since == 0)
            return QString(); // it never looked
        if (m_context.snapshot <= m_since)
            return Tr::tr("Nothing was stored since its last look.");
        const Instant sealed = base::earlier(m_context.sealedFrom, study.sealedFrom);
        Result<bool> isNewer = newerList(study);
        if (isNewer && !*isNewer)
            isNewer = newerBars(study, sealed);
        if (isNewer && !*isNewer)
            isNewer = newerEvents(study, sealed);
        if (!isNewer)
            return isNewer.error();
        if (*isNewer)
            return QString();
        if (sealed.isValid())
            return Tr::
                tr("Nothing it may read is newer: from %1 on data are sealed, and serve the evidence of its "
                   "relationships.")
                    .arg(qs(base::toIso(sealed.utcDay())));
        return Tr::tr("Nothing it reads is newer than at its last look.");
    }

private:
    /// Another watchlist asks other questions.
    [[nodiscard]] Result<bool> newerList(const domain::Study &study) const
    {
        if (study.assets.watchlist.empty())
            return false;
        const auto then = m_context.watchlist(study.assets.watchlist, m_since);
        const auto now = m_context.watchlist(study.assets.watchlist, m_context.snapshot);
        return !then || !now || *then != *now;
    }

    [[nodiscard]] Result<bool> newerBars(const domain::Study &study, Instant sealed) const
    {
        const auto assets = discovery::chooseAssets(study, m_context);
        if (!assets)
            return assets.error();
        std::vector<std::string> symbols = assets->symbols;
        symbols.push_back(assets->benchmark);
        symbols.insert(symbols.end(), study.returns.factors.begin(), study.returns.factors.end());
        auto reader = m_bench.workspace().catalog().reader();
        if (!reader)
            return reader.error();
        for (const std::string &symbol : symbols) {
            const auto isNewer = store::hasNewerBars(**reader, study.interval, symbol, m_since, sealed);
            if (!isNewer || *isNewer)
                return isNewer;
        }
        return false;
    }

    [[nodiscard]] Result<bool> newerEvents(const domain::Study &study, Instant sealed) const
    {
        for (const domain::EventDefinition &definition : study.events) {
            const auto filter = domain::Filter::parse(definition.filter, Instant(0));
            if (!filter)
                return filter.error();
            domain::EventQuery query;
            query.filter = std::make_shared<const domain::Filter>(*filter);
            query.asOf = sealed;
            query.snapshot = m_context.snapshot;
            query.order = domain::Order::Descending; // what is new is mostly at the end
            bool isNewer = false;
            const auto read = m_context.events.read(
                query,
                [&](const domain::Event &event) {
                    isNewer = event.seq > m_since;
                    return !isNewer;
                },
                m_context.cancel);
            if (!read)
                return read.error();
            if (isNewer)
                return true;
        }
        return false;
    }

    const Workbench &m_bench;
    const discovery::RunContext &m_context;
    std::uint64_t m_since;
};

} // namespace

Result<QString> nothingNewer(const Workbench &bench, const domain::Study &study, std::uint64_t since,
                             const discovery::RunContext &context)
{
    return NewsReader(bench, context, since).nothingNewer(study);
}

} // namespace core::workbench
