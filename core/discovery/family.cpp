// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/family.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/pairing.h"
#include "core/discovery/runner.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
using domain::ReturnModel;
using domain::Weight;
using namespace Qt::StringLiterals;

namespace {

/// No bar, action or version of an event that became known behind the seal.
RunContext sealed(const RunContext &given, Instant sealedFrom)
{
    RunContext context = given;
    context.asOf = base::earlier(given.asOf, sealedFrom);
    return context;
}

/// A range and volume have no return before them, and a model needs its window.
std::size_t warmUpOf(const domain::Study &study)
{
    const bool fitted =
        study.returns.model != ReturnModel::Raw && study.returns.model != ReturnModel::MarketAdjusted;
    return fitted ? static_cast<std::size_t>(study.returns.window) + 1 : 1;
}

Result<void> checkWindows(const Family &family)
{
    const auto length = static_cast<int>(family.calendar.length());
    for (const domain::Window window : family.study.windows) {
        const int reach = std::max({std::abs(window.first), std::abs(window.last), window.length()});
        if (reach > length / 4) {
            return Error{ErrorCode::BadInput, Tr::tr("The window [%1, %2] reaches further than a quarter of "
                                                     "the sample's %3 bars; shorten it or widen the sample.")
                                                  .arg(window.first)
                                                  .arg(window.last)
                                                  .arg(length)};
        }
    }
    return {};
}

/// Aligns and models every asset; each on its own, so that threads change nothing.
Result<void> addResponses(Family &family, const std::vector<std::string> &symbols,
                          const std::map<std::string, domain::BarSeries> &bars, const RunContext &context)
{
    const auto align = [&](const std::string &symbol) -> Result<AlignedBars> {
        const auto actions = context.bars.actions(symbol, context.asOf, context.snapshot);
        if (!actions.ok())
            return actions.error();
        return alignBars(bars.at(symbol), *actions, family.calendar);
    };
    const auto benchmark = align(family.benchmark);
    if (!benchmark.ok())
        return benchmark.error();
    std::vector<AlignedBars> factors;
    if (family.study.returns.model == ReturnModel::Factors) {
        for (const std::string &symbol : family.study.returns.factors) {
            auto factor = align(symbol);
            if (!factor.ok())
                return factor.error();
            factors.push_back(std::move(*factor));
        }
    }
    family.assets.resize(symbols.size());
    std::vector<std::vector<Instant>> closes(symbols.size());
    std::vector<std::optional<Error>> faults(symbols.size());
    inParallel(symbols.size(), context.threads, context.cancel, [&](std::size_t i) {
        const auto aligned = align(symbols[i]);
        auto response = aligned.ok() ? responses(*aligned, *benchmark, factors, family.calendar,
                                                 family.study.returns, family.study.response)
                                     : Result<ResponseSeries>(aligned.error());
        if (response.ok()) {
            family.assets[i] = {symbols[i], std::move(*response), 0};
            closes[i] = closeTimes(bars.at(symbols[i]), family.calendar);
        } else {
            faults[i] = response.error();
        }
    });
    if (context.cancel.isCancelled())
        return Error{ErrorCode::Cancelled, Tr::tr("The study was cancelled.")};
    std::map<std::vector<Instant>, std::size_t> groups;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (faults[i])
            return *faults[i];
        const auto [group, fresh] = groups.try_emplace(std::move(closes[i]), groups.size());
        family.assets[i].closeGroup = group->second;
        if (!family.assets[i].response.note.isEmpty())
            family.notes.push_back(family.assets[i].response.note);
    }
    family.closeGroups.resize(groups.size());
    for (const auto &[times, group] : groups)
        family.closeGroups[group] = times;
    return {};
}

void describe(Family &family)
{
    const Calendar &calendar = family.calendar;
    family.notes.push_back(Tr::tr("Calendar: %1 closes of %2, %3 to %4.")
                               .arg(calendar.length())
                               .arg(qs(family.benchmark),
                                    qs(base::toIso(calendar.closes[calendar.first].utcDay())),
                                    qs(base::toIso(calendar.closes.back().utcDay()))));
    if (calendar.trimmed > 0) {
        family.notes.push_back(Tr::tr("The oldest %1 bars of the sample were dropped for a quick length "
                                      "(\"trim\": false keeps them).")
                                   .arg(calendar.trimmed));
    }
    if (family.sealedFrom.isValid()) {
        family.notes.push_back(Tr::tr("Data from %1 on are sealed: searches do not see them.")
                                   .arg(qs(base::toIso(family.sealedFrom.utcDay()))));
    }
}

/// Which entities point to an asset of the family; each is asked once.
class Wanted final
{
public:
    Wanted(const Family &family, const RunContext &context)
        : m_family(family)
        , m_context(context)
        , m_isLinked(family.study.pair == domain::Pairing::Linked)
    {}

    bool has(const domain::Event &event)
    {
        const std::string source = m_isLinked ? event.source : std::string();
        const auto [known, fresh] = m_known.try_emplace({event.entity, source}, Pointing::Nowhere);
        if (fresh)
            known->second = pointing(source, event.entity);
        return known->second == Pointing::Asked;
    }

    [[nodiscard]] const std::optional<Error> &fault() const { return m_fault; }

    /// Which entities are linked to nothing, and which to nothing that is asked about.
    void tell(std::vector<QString> &notes) const
    {
        if (!m_isLinked)
            return;
        const QString nowhere = named(Pointing::Nowhere), elsewhere = named(Pointing::Elsewhere);
        if (!nowhere.isEmpty())
            notes.push_back(
                Tr::tr("Linked to nothing, so that their events are not asked about: %1.").arg(nowhere));
        if (!elsewhere.isEmpty())
            notes.push_back(Tr::tr("Linked to none of the study's assets, so that their events are not asked "
                                   "about: %1.")
                                .arg(elsewhere));
    }

private:
    enum class Pointing : std::uint8_t { Nowhere, Elsewhere, Asked };

    Pointing pointing(const std::string &source, const std::string &entity)
    {
        const auto symbols = symbolsOf(m_family.study, source, entity, m_context);
        if (!symbols.ok()) {
            m_fault = symbols.error();
            return Pointing::Nowhere;
        }
        const bool isAsked = std::ranges::any_of(m_family.assets, [&symbols](const FamilyAsset &asset) {
            return std::ranges::find(*symbols, asset.symbol) != symbols->end();
        });
        return isAsked ? Pointing::Asked : symbols->empty() ? Pointing::Nowhere : Pointing::Elsewhere;
    }

    /// "IS, TV and 12 more"; empty: there are none.
    [[nodiscard]] QString named(Pointing where) const
    {
        constexpr qsizetype kMost = 8;
        QStringList names;
        for (const auto &[entity, its] : m_known) {
            const QString name = entity.first.empty() ? Tr::tr("those without an entity") : qs(entity.first);
            if (its == where && !names.contains(name))
                names.append(name);
        }
        const QString first = names.mid(0, kMost).join(u", "_s);
        return names.size() <= kMost ? first : Tr::tr("%1 and %2 more").arg(first).arg(names.size() - kMost);
    }

    const Family &m_family;
    const RunContext &m_context;
    bool m_isLinked;
    std::map<std::pair<std::string, std::string>, Pointing> m_known; ///< by entity and source
    std::optional<Error> m_fault;
};

} // namespace

void inParallel(std::size_t count, unsigned threads, const base::CancelToken &cancel,
                const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next = 0;
    const auto loop = [&] {
        for (std::size_t i = next++; i < count && !cancel.isCancelled(); i = next++)
            work(i);
    };
    std::vector<std::jthread> helpers;
    for (unsigned t = 1; t < threads && t < count; ++t)
        helpers.emplace_back(loop);
    loop();
}

std::uint64_t Family::coordinate(const FamilyPair &pair, std::size_t window) const
{
    return (std::uint64_t{pair.event} * assetLabels.size() + pair.asset) * study.windows.size() + window;
}

domain::Statistic Family::statisticOf(const FamilyPair &pair) const
{
    const AskedSeries &asked = events[pair.event];
    if (asked.spread)
        return domain::Statistic::QuantileSpread;
    return asked.weight == Weight::Presence ? domain::Statistic::Mean : domain::Statistic::Slope;
}

base::Sha256 Family::hypothesisId(const FamilyPair &pair, std::size_t window) const
{
    return domain::hypothesisId(eventTexts[pair.event], assetTexts[pair.asset], study.windows[window],
                                statisticOf(pair), modelText);
}

base::Sha256 Family::calendarHash() const
{
    base::Sha256Stream stream;
    for (std::size_t t = calendar.first; t < calendar.closes.size(); ++t) {
        const std::int64_t micros = calendar.closes[t].micros();
        stream.add({reinterpret_cast<const char *>(&micros), sizeof micros});
    }
    return stream.finish();
}

Result<Family> makeMarket(const domain::Study &study, const RunContext &given, Unlisted unlisted)
{
    Family family;
    family.study = study;
    family.sealedFrom = base::earlier(given.sealedFrom, study.sealedFrom);
    const RunContext context = sealed(given, family.sealedFrom);
    auto chosen = chooseAssets(study, context);
    if (!chosen.ok())
        return chosen.error();
    if (study.pair == domain::Pairing::Linked && study.links.empty() && context.links) {
        auto links = context.links->inForce(chosen->symbols);
        if (!links.ok())
            return links.error();
        family.study.links = std::move(*links);
    }
    family.benchmark = chosen->benchmark;
    family.notes = chosen->notes;
    std::vector<std::string> symbols = chosen->symbols;
    symbols.push_back(family.benchmark);
    symbols.insert(symbols.end(), study.returns.factors.begin(), study.returns.factors.end());
    const auto bars = readBars(symbols, study, context, unlisted);
    if (!bars.ok())
        return bars.error();

    const bool gridded = study.restriction != domain::Restriction::None;
    auto calendar = makeCalendar(bars->at(family.benchmark), {study.from, study.to, family.sealedFrom,
                                                              warmUpOf(study), study.trim && !gridded});
    if (!calendar.ok())
        return calendar.error();
    family.calendar = std::move(*calendar);
    auto grid = makeGrid(family.calendar, study.restriction, study.trim);
    if (!grid.ok())
        return grid.error();
    family.grid = std::move(*grid);
    if (auto fits = checkWindows(family); !fits.ok())
        return fits.error();
    if (auto done = addResponses(family, chosen->symbols, *bars, context); !done.ok())
        return done.error();
    describe(family);
    return family;
}

Result<Family> gatherFamily(const domain::Study &study, const RunContext &given, Unlisted unlisted)
{
    auto market = makeMarket(study, given, unlisted);
    if (!market.ok())
        return market.error();
    Family family = std::move(*market);
    const RunContext context = sealed(given, family.sealedFrom);

    EventScope scope;
    scope.asOf = context.asOf;
    scope.snapshot = context.snapshot;
    scope.before = family.calendar.closes.back();
    // a day of grace: an asset that closes before the calendar does may still own such an event; the bars
    // decide
    scope.from = family.sampleFrom() - std::chrono::hours(24);
    Wanted wanted(family, context);
    if (study.pair != domain::Pairing::All)
        scope.wanted = [&wanted](const domain::Event &event) { return wanted.has(event); };
    auto asked = askEvents(study, context.events, scope, context.cancel);
    if (!asked.ok())
        return asked.error();
    if (wanted.fault())
        return *wanted.fault();
    family.events = std::move(asked->series);
    family.notes.insert(family.notes.end(), asked->notes.begin(), asked->notes.end());
    wanted.tell(family.notes);
    family.model = domain::modelJson(family.study, family.benchmark);
    for (const AskedSeries &series : family.events)
        family.eventTexts.push_back(base::canonicalJson(series.identity));
    family.modelText = base::canonicalJson(family.model);
    return family;
}

Result<Family> makeFamily(const domain::Study &study, const RunContext &context, Unlisted unlisted)
{
    auto family = gatherFamily(study, context, unlisted);
    if (!family.ok())
        return family;
    if (auto paired = pairUp(*family, context); !paired.ok())
        return paired.error();
    for (const QJsonValue &identity : family->assetIdentities)
        family->assetTexts.push_back(base::canonicalJson(identity));
    return family;
}

Result<void> keepLinks(const Family &family, const RunContext &context)
{
    return family.study.links.empty() || !context.links ? Result<void>()
                                                        : context.links->keep(family.study.links);
}

store::FamilyAxes axesOf(const Family &family)
{
    store::FamilyAxes axes;
    for (const AskedSeries &series : family.events)
        axes.events.push_back({base::sha256(base::canonicalJson(series.identity)), series.name});
    for (std::size_t i = 0; i < family.assetLabels.size(); ++i)
        axes.assets.push_back(
            {base::sha256(base::canonicalJson(family.assetIdentities[i])), family.assetLabels[i]});
    for (const domain::Window window : family.study.windows) {
        const QJsonArray ends{window.first, window.last};
        axes.windows.push_back({base::sha256(base::canonicalJson(ends)), base::canonicalJson(ends)});
    }
    if (family.pairs.size() < axes.events.size() * axes.assets.size()) {
        axes.pairs.assign((axes.events.size() * axes.assets.size() + 7) / 8, 0);
        for (const FamilyPair &pair : family.pairs) {
            const std::size_t bit = pair.event * axes.assets.size() + pair.asset;
            axes.pairs[bit / 8] = static_cast<unsigned char>(axes.pairs[bit / 8] | (1u << (bit % 8)));
        }
    }
    return axes;
}

store::FamilyRecord recordOf(const Family &family, const store::FamilyAxes &axes)
{
    QJsonObject study = domain::toJson(family.study);
    for (const QString &key : {u"name"_s, u"events"_s, u"assets"_s, u"windows"_s, u"sample"_s, u"schedule"_s})
        study.remove(key); // the axes, the calendar and nothing else say what was asked
    base::Sha256Stream items;
    for (const auto *axis : {&axes.events, &axes.assets, &axes.windows}) {
        for (const store::AxisItem &item : *axis)
            items.add({reinterpret_cast<const char *>(item.sha256.data()), item.sha256.size()});
        items.add("|");
    }
    items.add({reinterpret_cast<const char *>(axes.pairs.data()), axes.pairs.size()});

    store::FamilyRecord record;
    record.calendar = family.calendarHash();
    record.sampleFrom = family.sampleFrom();
    record.sampleTo = family.sampleTo();
    record.restriction = domain::toText(family.study.restriction);
    record.m = family.hypotheses();
    record.modelSha256 = base::sha256(base::canonicalJson(family.model));
    record.spec = base::canonicalJson(QJsonObject{{u"model"_s, family.model},
                                                  {u"study"_s, study},
                                                  {u"benchmark"_s, qs(family.benchmark)},
                                                  {u"events"_s, static_cast<double>(axes.events.size())},
                                                  {u"assets"_s, static_cast<double>(axes.assets.size())},
                                                  {u"windows"_s, static_cast<double>(axes.windows.size())},
                                                  {u"axes"_s, qs(base::toHex(items.finish()))},
                                                  {u"calendar"_s, qs(base::toHex(record.calendar))}});
    record.id = base::sha256(record.spec);
    return record;
}

} // namespace core::discovery
