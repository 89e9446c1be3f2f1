// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/studyrerun.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/calendar.h"
#include "core/discovery/pairing.h"
#include "core/discovery/reporting.h"

#include <algorithm>
#include <cmath>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
using domain::Weight;

namespace {

constexpr std::size_t kInstants = 4;    // of a run
constexpr std::size_t kMostTested = 40; // findings of a run
constexpr std::size_t kFewTested = 3;   // when none has a tier
constexpr std::size_t kMostAssets = 24; // of a run
constexpr std::size_t kMostNotes = 6;   // differences told

/// Whether the bins of the series are told from weights that the study resolves itself.
bool isBinned(const domain::Study &study, const domain::EventDefinition &definition)
{
    return study.quantile && definition.weight == Weight::Automatic;
}

/// How many bars lie before the first that closes at or after the stamp.
std::size_t barOf(Instant stamp, const std::vector<Instant> &closes)
{
    return static_cast<std::size_t>(std::lower_bound(closes.begin(), closes.end(), stamp) - closes.begin());
}

} // namespace

StudyRerun::StudyRerun(const Family &family, const RunContext &context)
    : m_family(family)
    , m_given(context)
    , m_events(context.events)
    , m_bars(context.bars)
{}

std::string StudyRerun::nameOf(Kind kind, std::size_t event, const std::string &asset, int entry)
{
    return std::to_string(static_cast<int>(kind)) + "|" + std::to_string(event) + "|" + asset + "|" +
           std::to_string(entry);
}

std::vector<std::string> StudyRerun::assetsOf(const FamilyPair &pair) const
{
    const std::size_t step = (pair.termCount + kMostOfPool - 1) / kMostOfPool;
    std::vector<std::string> out;
    for (std::size_t i = 0; i < pair.termCount; i += std::max<std::size_t>(1, step))
        out.push_back(m_family.assets[m_family.terms[pair.firstTerm + i].asset].symbol);
    return out;
}

bool StudyRerun::add(const FamilyPair &pair, domain::Window window, bool tradable, std::size_t mostAssets)
{
    const std::vector<std::string> assets = assetsOf(pair);
    std::vector<std::string> symbols = m_symbols;
    for (const std::string &asset : assets) {
        if (std::find(symbols.begin(), symbols.end(), asset) == symbols.end())
            symbols.push_back(asset);
    }
    if (symbols.size() > mostAssets)
        return false;
    m_symbols = std::move(symbols);
    Wanted &wanted = m_wanted[pair.event];
    for (const std::string &asset : assets)
        wanted.assets.insert(static_cast<std::size_t>(std::find(m_symbols.begin(), m_symbols.end(), asset) -
                                                      m_symbols.begin()));
    if (tradable && window.first > 0)
        wanted.entries.insert(window.first);
    return true;
}

/// The study of what is wanted alone, so that one event is enough for a series and nothing hangs on the end.
domain::Study StudyRerun::restricted() const
{
    domain::Study study = m_family.study;
    study.trim = false;
    study.restriction = domain::Restriction::None;
    study.windows = {{0, 0}};
    study.pool = domain::Pooling::None;
    study.assets = {};
    study.assets.symbols = m_symbols;
    study.returns.benchmark = m_family.benchmark;
    study.events.clear();
    std::set<std::pair<std::size_t, std::string>> taken;
    for (const auto &[event, wanted] : m_wanted) {
        const AskedSeries &asked = m_family.events[event];
        if (!taken.emplace(asked.definition, asked.filter).second)
            continue; // another bin of the same
        domain::EventDefinition definition = m_family.study.events[asked.definition];
        if (!isBinned(m_family.study, definition))
            definition.weight = asked.weight;
        definition.name = asked.name;
        definition.filter = asked.filter;
        definition.each.clear();
        definition.minEvents = 1;
        study.events.push_back(std::move(definition));
    }
    return study;
}

Result<std::vector<DecisionSeries>> StudyRerun::build(Instant asOf)
{
    domain::Study study = restricted();
    RunContext context = onKept(m_given, m_events, m_bars);
    if (asOf.isValid()) {
        study.to = base::earlier(study.to, asOf);
        context.asOf = base::earlier(context.asOf, asOf);
    }
    const auto then = gatherFamily(study, context, Unlisted::Kept);
    if (!then.ok())
        return then.error();
    if (!asOf.isValid()) {
        if (auto late = suspectActions(); !late.ok())
            return late.error();
    }
    std::vector<DecisionSeries> out;
    addResponses(out, *then);
    for (const auto &[event, wanted] : m_wanted) {
        const auto text =
            std::find(then->eventTexts.begin(), then->eventTexts.end(), m_family.eventTexts[event]);
        if (text == then->eventTexts.end())
            continue; // none has happened yet
        const AskedSeries &asked = then->events[static_cast<std::size_t>(text - then->eventTexts.begin())];
        if (auto added = addWeights(out, *then, event, asked); !added.ok())
            return added.error();
        addStamps(out, *then, event, asked, !asOf.isValid());
    }
    return out;
}

/// Splits and the like that were told after they had taken effect.
Result<void> StudyRerun::suspectActions()
{
    std::vector<std::string> symbols = m_symbols;
    symbols.push_back(m_family.benchmark);
    for (const std::string &symbol : symbols) {
        const auto actions = m_bars.actions(symbol, m_given.asOf, m_given.snapshot);
        if (!actions.ok())
            return actions.error();
        for (const domain::Action &action : *actions) {
            if (action.knownAt > action.effective)
                m_suspects.push_back(action.knownAt - base::Duration(1));
        }
    }
    return {};
}

void StudyRerun::addResponses(std::vector<DecisionSeries> &out, const Family &then) const
{
    const Calendar &calendar = then.calendar;
    for (const FamilyAsset &asset : then.assets) {
        DecisionSeries series;
        series.name = nameOf(Kind::Response, 0, asset.symbol);
        series.what = Tr::tr("the response of %1").arg(qs(asset.symbol));
        double level = domain::kMissing;
        for (std::size_t t = calendar.first; t < calendar.closes.size(); ++t) {
            const double value = asset.response.value[t];
            if (std::isnan(level) && !std::isnan(value))
                level = then.study.response == domain::Response::Volume ? value : 0;
            series.add(calendar.closes[t], calendar.closes[t], value - level);
        }
        out.push_back(std::move(series));
    }
}

Result<void> StudyRerun::addWeights(std::vector<DecisionSeries> &out, const Family &then, std::size_t event,
                                    const AskedSeries &asked) const
{
    const Wanted &wanted = m_wanted.at(event);
    const auto byAsset = eventsByAsset(then, asked, m_given);
    if (!byAsset.ok())
        return byAsset.error();
    const std::vector<Instant> &closes = then.calendar.closes;
    const bool all = then.study.pair == domain::Pairing::All;
    for (const std::size_t asset : wanted.assets) {
        const auto which = byAsset->find(asset);
        if (which == byAsset->end())
            continue;
        const EventSeries placed = placeEvents(
            asked, then.calendar, then.closeGroups[then.assets[asset].closeGroup], which->second, 0, 0);
        const QString name = qs(m_family.events[event].name);
        DecisionSeries weights;
        weights.name = nameOf(Kind::Weight, event, m_symbols[asset]);
        weights.what = all ? Tr::tr("the weight of “%1”").arg(name)
                           : Tr::tr("the weight of “%1” for %2").arg(name, qs(m_symbols[asset]));
        for (std::size_t i = 0; i < placed.bars.size(); ++i) {
            const Instant close = closes[then.calendar.first + placed.bars[i]];
            weights.add(close, std::max(close, placed.known[i]), placed.weights[i]);
        }
        out.push_back(std::move(weights));
        for (const int first : wanted.entries) {
            DecisionSeries entries;
            entries.name = nameOf(Kind::Entry, event, m_symbols[asset], first);
            entries.what = Tr::tr("what is entered by “%1”").arg(name);
            for (std::size_t i = 0; i < placed.bars.size(); ++i) {
                const std::size_t bar = then.calendar.first + placed.bars[i];
                const std::size_t entry = bar + static_cast<std::size_t>(first) - 1;
                if (entry < closes.size())
                    entries.add(closes[bar], closes[entry], placed.weights[i]);
            }
            out.push_back(std::move(entries));
        }
    }
    return {};
}

void StudyRerun::addStamps(std::vector<DecisionSeries> &out, const Family &then, std::size_t event,
                           const AskedSeries &asked, bool isFull)
{
    const std::vector<Instant> &closes = then.calendar.closes;
    std::map<std::size_t, double> counts; // by the bar the stamps lie in
    std::vector<Instant> late;
    std::size_t stamped = 0;
    for (const AskedEvent &one : asked.events) {
        const std::size_t bar = one.stamp.isValid() ? barOf(one.stamp, closes) : closes.size();
        if (bar < then.calendar.first || bar + 1 >= closes.size())
            continue;
        ++counts[bar];
        ++stamped;
        if (one.known > closes[bar + 1])
            late.push_back(closes[bar + 1]);
    }
    if (isFull && 2 * late.size() > stamped) {
        m_stampedLate.insert(event);
        m_suspects.insert(m_suspects.end(), late.begin(), late.end());
    }
    if (!m_stampedLate.contains(event))
        return;
    DecisionSeries series;
    series.name = nameOf(Kind::Stamp, event, {});
    series.what = Tr::tr("the events that “%1” dates").arg(qs(m_family.events[event].name));
    for (const auto &[bar, count] : counts)
        series.add(closes[bar], closes[bar + 1], count);
    out.push_back(std::move(series));
}

Result<LookAheadReport> StudyRerun::test(std::size_t instants)
{
    LookAheadReport nothing;
    const Calendar &calendar = m_family.calendar;
    if (m_wanted.empty() || calendar.length() <= kFewestBars)
        return nothing;
    m_stampedLate.clear();
    m_suspects.clear();
    LookAheadOptions options;
    options.instants = instants;
    options.seed = m_family.study.seed;
    options.from = calendar.closes[calendar.first + kFewestBars];
    options.to = calendar.closes.back();
    options.suspects = [this] {
        std::vector<Instant> all = m_suspects;
        for (const auto &revised : {m_events.beforeRevisions(), m_bars.beforeRevisions()})
            all.insert(all.end(), revised.begin(), revised.end());
        return all;
    };
    options.cancel = m_given.cancel;
    options.progress = m_given.progress;
    return testLookAhead([this](Instant asOf) { return build(asOf); }, options);
}

bool StudyRerun::failed(const FamilyPair &pair, domain::Window window, const LookAheadReport &report) const
{
    std::set<std::string> parts{nameOf(Kind::Stamp, pair.event, {})};
    for (const std::string &asset : assetsOf(pair)) {
        parts.insert(nameOf(Kind::Response, 0, asset));
        parts.insert(nameOf(Kind::Weight, pair.event, asset));
        parts.insert(nameOf(Kind::Entry, pair.event, asset, window.first));
    }
    return std::any_of(report.first.begin(), report.first.end(),
                       [&parts](const LookAheadDifference &one) { return parts.contains(one.series); });
}

QString StudyRerun::explain(const LookAheadDifference &difference) const
{
    const auto kind = static_cast<Kind>(difference.series.front() - '0');
    const std::size_t event = std::stoul(difference.series.substr(2));
    QString cause;
    switch (kind) {
    case Kind::Response:
        cause = Tr::tr("A price or a corporate action was changed afterwards.");
        break;
    case Kind::Weight:
        cause = !m_family.events[event].lookAhead
                    ? Tr::tr("An event was changed afterwards, or became known after the bar it counts on.")
                : m_family.events[event].spread || isBinned(m_family.study, definitionOf(event))
                    ? Tr::tr("The breaks between the bins are those of the whole sample.")
                    : Tr::tr("Ranks and standard scores are taken over the whole sample.");
        break;
    case Kind::Entry:
        cause = Tr::tr("The window is called tradable, but its entry comes before this was known.");
        break;
    case Kind::Stamp:
        cause = Tr::tr("The events are stamped before anybody knew them: who goes by the stamp acts on what "
                       "was told later. This study counts them from when they were known.");
        break;
    }
    return sentenceOf(difference) + QLatin1Char(' ') + cause;
}

bool StudyRerun::isTold(const LookAheadDifference &difference, const LookAheadReport &report) const
{
    const std::string &name = difference.series;
    if (name.front() != nameOf(Kind::Entry, 0, {}).front())
        return false;
    const std::string weight = nameOf(Kind::Weight, 0, {}).substr(0, 1) + name.substr(1, name.rfind('|'));
    return std::any_of(report.first.begin(), report.first.end(),
                       [&weight](const LookAheadDifference &one) { return one.series.starts_with(weight); });
}

const domain::EventDefinition &StudyRerun::definitionOf(std::size_t event) const
{
    return m_family.study.events[m_family.events[event].definition];
}

namespace {

/// What differs, each thing once: the same series on many assets differs in the same words, and what is
/// entered differs where its weight does.
std::vector<QString> sentencesOf(const StudyRerun &rerun, const LookAheadReport &report)
{
    std::vector<QString> out;
    for (const LookAheadDifference &difference : report.first) {
        if (rerun.isTold(difference, report))
            continue;
        QString sentence = rerun.explain(difference);
        if (std::find(out.begin(), out.end(), sentence) == out.end())
            out.push_back(std::move(sentence));
    }
    return out;
}

} // namespace

Result<StudyLookAhead> lookAheadOf(const domain::Study &study, const RunContext &context,
                                   std::size_t instants)
{
    const auto family = makeFamily(study, context);
    if (!family.ok())
        return family.error();
    StudyRerun rerun(*family, context);
    for (const FamilyPair &pair : family->pairs) {
        for (const domain::Window window : family->study.windows) {
            Finding told;
            told.window = window;
            tellTiming(told, *family, pair);
            rerun.add(pair, window, told.tradable, family->assets.size());
        }
    }
    auto report = rerun.test(instants);
    if (!report.ok())
        return report.error();
    StudyLookAhead out;
    out.sentences = sentencesOf(rerun, *report);
    out.report = std::move(*report);
    return out;
}

namespace {

/// The findings that are tested, with their pairs: all with a tier, else the strongest few.
std::vector<std::pair<Finding *, const FamilyPair *>> chosen(RunReport &report, const Family &family)
{
    const auto isFound = [](const Finding &finding) {
        return finding.tier != "none" || finding.computedTier != "none";
    };
    const bool any = std::any_of(report.findings.begin(), report.findings.end(), isFound);
    std::map<std::uint64_t, const FamilyPair *> pairs; // by the coordinate of the first window
    for (const FamilyPair &pair : family.pairs)
        pairs.emplace(family.coordinate(pair, 0), &pair);
    std::vector<std::pair<Finding *, const FamilyPair *>> out;
    for (Finding &finding : report.findings) {
        if (any ? !isFound(finding) : out.size() >= kFewTested)
            continue;
        const std::uint64_t windows = family.study.windows.size();
        const auto pair = pairs.find(finding.coordinate / windows * windows);
        if (pair != pairs.end() && out.size() < kMostTested)
            out.emplace_back(&finding, pair->second);
    }
    return out;
}

} // namespace

Result<void> tellLookAhead(RunReport &report, const Family &family, const RunContext &context)
{
    StudyRerun rerun(family, context);
    auto tested = chosen(report, family);
    std::erase_if(tested, [&rerun](const auto &one) {
        return !rerun.add(*one.second, one.first->window, one.first->tradable, kMostAssets);
    });
    const auto looked = rerun.test(kInstants);
    if (!looked.ok()) {
        if (looked.error().code != ErrorCode::BadInput)
            return looked.error();
        report.notes.push_back(
            Tr::tr("The look-ahead test could not be made: %1").arg(looked.error().message));
        return {};
    }
    if (looked->instants.empty())
        return {};
    std::size_t failed = 0;
    for (const auto &[finding, pair] : tested) {
        const bool differs = rerun.failed(*pair, finding->window, *looked);
        finding->lookAhead = differs ? "failed" : "passed";
        failed += differs ? 1 : 0;
    }
    report.notes.push_back(Tr::tr("Look-ahead test: built again from what was known at %1 past instants, %2 "
                                  "values compared; %3 of %4 findings tested failed.")
                               .arg(looked->instants.size())
                               .arg(looked->compared)
                               .arg(failed)
                               .arg(tested.size()));
    const std::vector<QString> sentences = sentencesOf(rerun, *looked);
    for (std::size_t i = 0; i < std::min(kMostNotes, sentences.size()); ++i)
        report.notes.push_back(sentences[i]);
    if (sentences.size() > kMostNotes)
        report.notes.push_back(
            Tr::tr("%1 more series failed the look-ahead test.").arg(sentences.size() - kMostNotes));
    return {};
}

} // namespace core::discovery
