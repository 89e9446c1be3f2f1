// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/explorerreader.h"

#include "core/base/text.h"
#include "core/workbench/studies.h"
#include "core/workbench/studyfiles.h"
#include "core/workbench/watchlists.h"
#include "widgets/common/filterterm.h"
#include "widgets/common/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace widgets {

using namespace core;
using base::qs;
using workbench::Workbench;
using Item = ExplorerModel::Item;
using Kind = ExplorerModel::Kind;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ExplorerReader)
};

constexpr qsizetype kName = 200;
constexpr std::size_t kSourcesDated = 100; ///< sources whose newest event is looked up

Item item(Kind kind, const QString &key, const QString &name, const QString &detail = {},
          const QString &tip = {})
{
    return {.kind = kind, .key = key, .name = name, .detail = detail, .fault = {}, .tip = tip, .icon = {}};
}

Item fact(const QString &key, const QString &name, const QString &value, const QString &tip = {})
{
    return item(Kind::Fact, key, name, value, tip);
}

QString kindOfRows(const std::string &kind)
{
    static const std::map<std::string, const char *> kNames{
        {"actions", QT_TRANSLATE_NOOP("ExplorerReader", "Corporate actions")},
        {"bars", QT_TRANSLATE_NOOP("ExplorerReader", "Bars")},
        {"events", QT_TRANSLATE_NOOP("ExplorerReader", "Events")},
        {"instruments", QT_TRANSLATE_NOOP("ExplorerReader", "Instruments")},
        {"quotes", QT_TRANSLATE_NOOP("ExplorerReader", "Quotes")},
        {"ticks", QT_TRANSLATE_NOOP("ExplorerReader", "Ticks")}};
    const auto found = kNames.find(kind);
    return found == kNames.end() ? QString() : QCoreApplication::translate("ExplorerReader", found->second);
}

QString symbolKind(const std::string &kind)
{
    static const std::map<std::string, const char *> kNames{
        {"stock", QT_TRANSLATE_NOOP("ExplorerReader", "Stocks")},
        {"etf", QT_TRANSLATE_NOOP("ExplorerReader", "Funds (ETF)")},
        {"future", QT_TRANSLATE_NOOP("ExplorerReader", "Futures")},
        {"fx", QT_TRANSLATE_NOOP("ExplorerReader", "Currencies")},
        {"index", QT_TRANSLATE_NOOP("ExplorerReader", "Indices")},
        {"crypto", QT_TRANSLATE_NOOP("ExplorerReader", "Crypto")},
        {"yield", QT_TRANSLATE_NOOP("ExplorerReader", "Yields")},
        {"simulated", QT_TRANSLATE_NOOP("ExplorerReader", "Simulated")},
        {"", QT_TRANSLATE_NOOP("ExplorerReader", "Of unknown kind")}};
    const auto found = kNames.find(kind);
    return found == kNames.end() ? oneLine(kind, 40)
                                 : QCoreApplication::translate("ExplorerReader", found->second);
}

} // namespace

SectionResult readWorkspaceSection(const Workbench &bench)
{
    const auto info = bench.info();
    if (!info)
        return info.error();
    ExplorerSection out;
    const store::WorkspaceIdentity &identity = info->identity;
    out.detail = identity.sample ? Tr::tr("simulated data") : QString();
    out.items.push_back(fact(QStringLiteral("name"), Tr::tr("Name"), oneLine(identity.name, kName),
                             qs(bench.folder().string())));
    out.items.push_back(fact(QStringLiteral("snapshot"), Tr::tr("Snapshot"), qs(info->snapshot),
                             Tr::tr("The state of the data: it counts every change.")));
    for (const auto &[kind, count] : info->rows) {
        const QString name = kindOfRows(kind);
        if (!name.isEmpty() && (count > 0 || kind == "events"))
            out.items.push_back(fact(qs(kind), name, countText(count)));
    }
    const bool isSealed = identity.sealedFrom.has_value();
    out.items.push_back(
        fact(QStringLiteral("seal"), isSealed ? Tr::tr("Seal from") : Tr::tr("Sealed"),
             isSealed ? dayText(base::Instant(*identity.sealedFrom)) : Tr::tr("nothing"),
             Tr::tr("Studies do not look at what is sealed until a relationship is tried on it.")));
    if (!info->damaged.empty()) {
        QStringList names;
        for (const std::string &file : info->damaged)
            names.append(oneLine(file, kName));
        Item damaged =
            fact(QStringLiteral("damaged"), Tr::tr("Damaged files"), countText(info->damaged.size()));
        damaged.fault = Tr::tr("Set aside because their bytes have changed: %1. Restore them from a backup.")
                            .arg(names.join(QStringLiteral(", ")));
        out.items.push_back(std::move(damaged));
    }
    return out;
}

SectionResult readStudiesSection(const Workbench &bench)
{
    const auto studies = workbench::studiesOf(bench);
    if (!studies)
        return studies.error();
    ExplorerSection out;
    for (const workbench::StudyFile &study : *studies) {
        const QString name = oneLine(study.name, kName);
        const QString title = oneLine(study.title, kName);
        Item line = item(Kind::Study, qs(study.name), name, title == name ? QString() : title,
                         Tr::tr("%1 — studies/%2.json").arg(title, name));
        line.more = title;
        line.fault = oneLine(study.fault, 600);
        if (!line.fault.isEmpty()) {
            // the words themselves stand in the list, not only a mark
            line.children.push_back(item(Kind::Fact, QStringLiteral("fault"), line.fault, {}, line.fault));
        }
        out.items.push_back(std::move(line));
    }
    out.detail = countText(studies->size());
    return out;
}

SectionResult readRunsSection(const Workbench &bench, const base::Zone &zone)
{
    auto runs = bench.ledger().runs();
    if (!runs)
        return runs.error();
    std::ranges::stable_sort(*runs, std::greater(), &store::RunRecord::startedAt);
    ExplorerSection out;
    out.items.reserve(runs->size());
    for (const store::RunRecord &run : *runs) {
        const QString at = instantText(run.startedAt, zone);
        const bool isDone = run.status == "done";
        const QString found =
            isDone ? Tr::tr("%1 of %2").arg(countText(run.significant), countText(run.hypotheses))
            : run.status == "running" ? Tr::tr("not ended")
                                      : wordText(run.status);
        Item line = item(
            Kind::Run, qs(run.run), oneLine(workbench::studyName(run), kName),
            QStringLiteral("%1 · %2").arg(found, dayText(run.startedAt, zone)),
            Tr::tr(
                "%1 significant and %2 candidates of %3 hypotheses; %4 significant ones expected by chance. "
                "%5 (%6), snapshot %7")
                .arg(countText(run.significant), countText(run.candidates), countText(run.hypotheses),
                     numberText(run.expectedFalse, 2), at, qs(zone.name()),
                     qs(store::Workspace::snapshotText(run.snapshot))));
        line.more = at;
        out.items.push_back(std::move(line));
    }
    out.detail = countText(runs->size());
    return out;
}

SectionResult readWatchlistsSection(const Workbench &bench)
{
    const auto lists = workbench::watchlistsOf(bench);
    if (!lists)
        return lists.error();
    ExplorerSection out;
    for (const store::Watchlist &list : *lists) {
        Item line =
            item(Kind::Watchlist, qs(list.name), oneLine(list.name, kName), countText(list.symbols.size()));
        line.children.reserve(list.symbols.size());
        for (const std::string &symbol : list.symbols)
            line.children.push_back(item(Kind::Symbol, qs(symbol), oneLine(symbol, kName)));
        out.items.push_back(std::move(line));
    }
    out.detail = countText(lists->size());
    return out;
}

SectionResult readSymbolsSection(const Workbench &bench)
{
    const auto stored = bench.bars().symbols("1d");
    if (!stored)
        return stored.error();
    const auto known = bench.bars().instruments();
    if (!known)
        return known.error();
    std::map<std::string_view, const domain::Instrument *> instruments;
    for (const domain::Instrument &instrument : *known)
        instruments.emplace(instrument.symbol, &instrument);
    std::map<std::string, std::vector<Item>> kinds;
    for (const std::string &symbol : *stored) {
        const auto found = instruments.find(symbol);
        const domain::Instrument *instrument = found == instruments.end() ? nullptr : found->second;
        const QString name = instrument ? oneLine(instrument->name, kName) : QString();
        kinds[instrument ? instrument->kind : std::string()].push_back(
            item(Kind::Symbol, qs(symbol), oneLine(symbol, kName), name == qs(symbol) ? QString() : name));
        kinds[instrument ? instrument->kind : std::string()].back().more = name;
    }
    ExplorerSection out;
    for (auto &[kind, symbols] : kinds) {
        Item line = item(Kind::SymbolKind, qs(kind), symbolKind(kind), countText(symbols.size()));
        line.children = std::move(symbols);
        line.isLazy = true;
        out.items.push_back(std::move(line));
    }
    out.detail = countText(stored->size());
    return out;
}

base::Result<SourceCounts> readSourceCounts(const Workbench &bench, const base::CancelToken &cancel)
{
    const auto groups = bench.events().count({}, "source");
    if (!groups)
        return groups.error();
    SourceCounts counts;
    for (const domain::EventGroup &group : *groups) {
        SourceCount count{group.key, group.count, {}};
        if (counts.size() < kSourcesDated) {
            const std::string text = base::utf8(QStringLiteral("source == %1").arg(filterText(group.key)));
            const auto filter = domain::Filter::parse(text, bench.clock().now());
            if (!filter)
                return filter.error();
            domain::EventQuery query;
            query.filter = std::make_shared<const domain::Filter>(*filter);
            query.order = domain::Order::Descending;
            query.limit = 1;
            const auto read = bench.events().read(
                query,
                [&count](const domain::Event &event) {
                    count.newest = event.timestamp;
                    return false;
                },
                cancel);
            if (!read)
                return read.error();
        }
        counts.push_back(std::move(count));
    }
    std::ranges::sort(counts, {}, &SourceCount::source);
    return counts;
}

} // namespace widgets
