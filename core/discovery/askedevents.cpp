// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/askedevents.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/domain/filter.h"

#include <QJsonDocument>

#include <algorithm>
#include <bit>
#include <cmath>
#include <deque>
#include <map>
#include <numeric>
#include <unordered_map>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
using domain::Event;
using domain::kMissing;
using domain::KnownBasis;
using domain::Precision;
using domain::Weight;
using namespace Qt::StringLiterals;

namespace {

constexpr base::Duration kDay = std::chrono::hours(24);

constexpr std::size_t kFewestForBreaks =
    20; // events that must lie in the past before a quantile is told from it

/// An event as it is read: everything any weight may need.
struct ReadEvent {
    AskedEvent asked;
    Instant valueKnown;
    double value = kMissing;
    double change = kMissing;
    double surprise = kMissing;
    bool release = false;
    bool past = false; ///< before the sample: only the past of others
};

struct AskedGroup {
    std::string key; ///< "usgs, earthquake"
    std::string filter;
    std::vector<ReadEvent> events;
};

/// Numbers the entities in the order in which they are met.
class Entities final
{
public:
    /// `bySource`: the same name from another source is another entity.
    explicit Entities(bool bySource)
        : m_bySource(bySource)
    {}

    std::uint32_t idOf(const Event &event)
    {
        const auto next = static_cast<std::uint32_t>(m_names.size());
        const auto [found, fresh] =
            m_ids.try_emplace(m_bySource ? event.source + '\n' + event.entity : event.entity, next);
        if (fresh) {
            m_names.push_back(event.entity);
            if (m_bySource)
                m_sources.push_back(event.source);
        }
        return found->second;
    }

    [[nodiscard]] const std::vector<std::string> &names() const { return m_names; }
    [[nodiscard]] const std::vector<std::string> &sources() const { return m_sources; }

private:
    bool m_bySource;
    std::unordered_map<std::string, std::uint32_t> m_ids;
    std::vector<std::string> m_names;
    std::vector<std::string> m_sources; ///< empty unless they count
};

QJsonObject metaOf(const Event &event)
{
    return event.metadata.empty()
               ? QJsonObject()
               : QJsonDocument::fromJson(QByteArray::fromStdString(event.metadata)).object();
}

QString textOf(const QJsonValue &value)
{
    return value.isString()   ? value.toString()
           : value.isBool()   ? (value.toBool() ? u"true"_s : u"false"_s)
           : value.isDouble() ? qs(base::canonicalNumber(value.toDouble()))
                              : QString();
}

std::string fieldOf(const Event &event, const std::string &field, const QJsonObject &meta)
{
    if (field == "source")
        return event.source;
    if (field == "event_type")
        return event.eventType;
    if (field == "entity")
        return event.entity;
    if (field == "unit")
        return event.unit;
    if (field == "known_basis")
        return std::string(domain::toText(event.knownBasis));
    if (field == "precision")
        return std::string(domain::toText(event.precision));
    QJsonValue value = meta;
    for (const QString &key : qs(field).sliced(5).split(u'.')) // after "meta."
        value = value.toObject().value(key);
    return base::utf8(textOf(value));
}

std::string quoted(const std::string &text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

/// Whether an event of a day became known at 24:00 of a day, as the timestamp is 00:00 of one. Between the
/// two the clocks may have changed by an hour; not with a day of UTC, where it is a clock time (a winter day
/// of London is taken for one: known on a summer's evening it comes a bar late, never early).
bool isKnownAtDaysEnd(const Event &event)
{
    constexpr base::Duration hour = std::chrono::hours(1);
    const base::Duration over = (event.knownAt - event.timestamp) % kDay;
    const bool isUtc = event.timestamp.micros() % kDay.count() == 0;
    return over.count() == 0 || (!isUtc && (over == hour || over == kDay - hour));
}

/// Whether an event stands for a whole day and not for the clock time at which it became known: an upload, a
/// file of fifteen minutes or our own sight of a day's fact may come after the close of that day.
bool isWholeDay(const Event &event)
{
    if (event.precision != Precision::Day)
        return false;
    const bool isPlanned =
        event.knownBasis == KnownBasis::Scheduled && event.knownAt < event.timestamp + kDay;
    return event.knownAt <= event.timestamp || isPlanned || isKnownAtDaysEnd(event);
}

/// What the bar is found by. A scheduled event happens at its instant whether its date was fixed a year
/// before (then timestamp is the later of the two) or its figure belongs to an earlier period (then knownAt
/// is). A whole day stands for the day in which it became known.
Instant placingInstant(const Event &event)
{
    if (isWholeDay(event))
        return std::max(event.timestamp, event.knownAt - kDay);
    return event.knownBasis == KnownBasis::Scheduled ? std::max(event.timestamp, event.knownAt)
                                                     : event.knownAt;
}

/// Whether a filter tells apart what only the outcome of a scheduled event shows; that it was scheduled is
/// known.
bool looksAtOutcome(const domain::FilterNode &node)
{
    using domain::Field;
    switch (node.kind) {
    case domain::FilterNode::Kind::All:
        return false;
    case domain::FilterNode::Kind::Search:
        return true;
    case domain::FilterNode::Kind::Comparison: {
        const domain::Comparison &asked = node.comparison;
        return asked.field == Field::Value || asked.field == Field::Text || asked.field == Field::Metadata ||
               (asked.field == Field::Meta && asked.path != std::vector<std::string>{"scheduled"});
    }
    default:
        return std::any_of(node.children.begin(), node.children.end(), looksAtOutcome);
    }
}

bool looksAtOutcome(const domain::EventDefinition &definition, const domain::Filter &filter)
{
    return looksAtOutcome(filter.root()) ||
           std::any_of(definition.each.begin(), definition.each.end(), [](const std::string &field) {
               return field.starts_with("meta.") && field != "meta.scheduled";
           });
}

ReadEvent reduce(const Event &event, const QJsonObject &meta)
{
    ReadEvent out;
    out.asked.wholeDay = isWholeDay(event);
    out.asked.at = placingInstant(event);
    out.asked.known = event.knownAt;
    out.asked.basis = event.knownBasis;
    // a day or a period is no instant, a plan is no news, and a lag rule says itself how much later it is
    // known
    if (event.precision == Precision::Instant && event.knownBasis == KnownBasis::Published)
        out.asked.stamp = event.timestamp;
    out.asked.seq = event.seq;
    out.asked.stored = event.ingestedAt;
    out.valueKnown = std::max(event.knownAt, out.asked.wholeDay ? out.asked.at + kDay : out.asked.at);
    out.value = out.asked.value = event.value;
    const auto number = [&meta](QLatin1StringView key) {
        const QJsonValue value = meta.value(key);
        return value.isDouble()   ? value.toDouble()
               : value.isString() ? domain::fullNumber(base::utf8(value.toString()))
                                  : kMissing;
    };
    out.change = number("change"_L1);
    out.surprise = number("surprise"_L1);
    out.release = event.eventType.ends_with("_release");
    return out;
}

/// Reads one definition and splits it by `each`; groups come ascending by key.
Result<std::map<std::string, AskedGroup>> readDefinition(const domain::EventDefinition &definition,
                                                         const domain::EventReader &reader,
                                                         const EventScope &scope, Entities &entities,
                                                         const base::CancelToken &cancel)
{
    const auto filter =
        domain::Filter::parse(definition.filter, Instant(0)); // normal form: nothing in it is relative
    if (!filter.ok())
        return filter.error();
    const bool outcome = looksAtOutcome(definition, *filter);
    domain::EventQuery query;
    query.filter = std::make_shared<const domain::Filter>(*filter);
    query.asOf = scope.asOf;
    query.snapshot = scope.snapshot;
    query.verified = true;
    std::map<std::string, AskedGroup> groups;
    const auto read = reader.read(
        query,
        [&](const Event &event) {
            if (scope.wanted && !scope.wanted(event))
                return true;
            const QJsonObject meta = metaOf(event);
            std::string key, clause;
            for (const std::string &field : definition.each) {
                const std::string value = fieldOf(event, field, meta);
                if (value.empty())
                    return true; // not one of the combinations
                key += (key.empty() ? "" : ", ") + value;
                clause += " and " + field + " == " + quoted(value);
            }
            ReadEvent reduced = reduce(event, meta);
            if (outcome)
                reduced.asked.known = reduced.valueKnown;
            if (scope.before.isValid() && reduced.asked.at > scope.before)
                return true;
            reduced.past = scope.from.isValid() && reduced.asked.at <= scope.from;
            reduced.asked.entity = entities.idOf(event);
            AskedGroup &group = groups[key];
            if (group.events.empty()) {
                group.key = key;
                group.filter = clause.empty()
                                   ? definition.filter
                                   : (definition.filter.empty() ? clause.substr(5)
                                                                : "(" + definition.filter + ")" + clause);
            }
            group.events.push_back(reduced);
            return true;
        },
        cancel);
    if (!read.ok())
        return read.error();
    for (auto &[key, group] : groups) {
        std::stable_sort(group.events.begin(), group.events.end(),
                         [](const ReadEvent &a, const ReadEvent &b) { return a.asked.at < b.asked.at; });
        if (const auto whole = domain::Filter::parse(group.filter, Instant(0)); whole.ok())
            group.filter = whole->normalForm();
    }
    return groups;
}

/// Keeps what cluster and first_in let through; `perEntity` looks at each entity alone.
void thin(std::vector<ReadEvent> &events, const domain::EventDefinition &definition, bool perEntity)
{
    const auto entityOf = [perEntity](const ReadEvent &event) { return perEntity ? event.asked.entity : 0u; };
    if (definition.cluster) {
        std::unordered_map<std::uint32_t, std::deque<AskedEvent>> recent;
        std::vector<ReadEvent> kept;
        for (const ReadEvent &event : events) {
            std::deque<AskedEvent> &together = recent[entityOf(event)];
            together.push_back(event.asked);
            while (together.front().at < event.asked.at - definition.cluster->within)
                together.pop_front();
            if (together.size() < static_cast<std::size_t>(definition.cluster->count))
                continue;
            kept.push_back(event);
            for (const AskedEvent &member : together) // a cluster is known when all of it is
                kept.back().asked.known = std::max(kept.back().asked.known, member.known);
            kept.back().valueKnown = std::max(kept.back().valueKnown, kept.back().asked.known);
        }
        events = std::move(kept);
    }
    if (definition.firstIn) {
        std::unordered_map<std::uint32_t, Instant> last;
        std::erase_if(events, [&](const ReadEvent &event) {
            const auto [before, fresh] = last.try_emplace(entityOf(event), event.asked.at);
            const bool keep = fresh || event.asked.at - before->second > *definition.firstIn;
            before->second = event.asked.at;
            return !keep;
        });
    }
}

/// A release's change that its source does not state: the value minus the one before it of the same entity.
void fillChanges(std::vector<ReadEvent> &events)
{
    std::unordered_map<std::uint32_t, double> before;
    for (ReadEvent &event : events) {
        double &last = before.try_emplace(event.asked.entity, kMissing).first->second;
        if (event.change != event.change)
            event.change = event.value - last;
        if (event.value == event.value)
            last = event.value;
    }
}

double numberOf(const ReadEvent &event, Weight weight)
{
    switch (weight) {
    case Weight::Change:
        return event.change;
    case Weight::Surprise:
        return event.surprise;
    case Weight::Sign:
        return event.value > 0 ? 1 : event.value < 0 ? -1 : event.value;
    default:
        return event.value;
    }
}

/// Standard scores or mid-ranks of the present weights, over all events.
void standardise(std::vector<AskedEvent> &events, Weight weight)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].weight == events[i].weight)
            order.push_back(i);
    }
    const double n = static_cast<double>(order.size());
    if (weight == Weight::ZScore) {
        double mean = 0, square = 0;
        for (const std::size_t i : order)
            mean += events[i].weight / n;
        for (const std::size_t i : order)
            square += (events[i].weight - mean) * (events[i].weight - mean) / (n - 1);
        for (const std::size_t i : order)
            events[i].weight = square > 0 ? (events[i].weight - mean) / std::sqrt(square) : kMissing;
        return;
    }
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return events[a].weight < events[b].weight; });
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        const double value = events[order[first]].weight;
        while (last + 1 < order.size() && events[order[last + 1]].weight == value)
            ++last;
        const double rank = (static_cast<double>(first + last) / 2 + 0.5) / n;
        for (; first <= last; ++first)
            events[order[first]].weight = rank;
    }
}

Weight resolve(const domain::EventDefinition &definition, const std::vector<ReadEvent> &events,
               domain::Statistic statistic)
{
    if (definition.weight != Weight::Automatic)
        return definition.weight;
    const bool releases =
        std::all_of(events.begin(), events.end(), [](const ReadEvent &event) { return event.release; });
    const auto surprises = std::count_if(events.begin(), events.end(), [](const ReadEvent &event) {
        return event.surprise == event.surprise;
    });
    if (releases && surprises >= definition.minEvents)
        return Weight::Surprise;
    return statistic == domain::Statistic::Slope ? Weight::Value : Weight::Presence;
}

AskedSeries weigh(const AskedGroup &group, const domain::EventDefinition &definition, Weight weight)
{
    AskedSeries out;
    out.name = definition.each.empty() ? definition.name : group.key;
    out.identity = domain::eventJson(definition, group.filter, weight);
    out.filter = group.filter;
    out.weight = weight;
    out.lookAhead = weight == Weight::Rank || weight == Weight::ZScore;
    out.minEvents = definition.minEvents;
    out.events.reserve(group.events.size());
    for (const ReadEvent &event : group.events) {
        if (event.past)
            continue;
        AskedEvent asked = event.asked;
        if (weight != Weight::Presence && weight != Weight::Count) {
            asked.weight = numberOf(event, weight);
            asked.known = event.valueKnown;
        }
        out.events.push_back(asked);
    }
    if (out.lookAhead)
        standardise(out.events, weight);
    return out;
}

/// A growing multiset of numbers known beforehand that answers "the k-th smallest" (Fenwick 1994).
class OrderedPast
{
public:
    explicit OrderedPast(std::vector<double> values)
        : m_values(std::move(values))
    {
        std::sort(m_values.begin(), m_values.end());
        m_values.erase(std::unique(m_values.begin(), m_values.end()), m_values.end());
        m_tree.assign(m_values.size() + 1, 0);
    }

    void add(double value)
    {
        const auto rank = std::lower_bound(m_values.begin(), m_values.end(), value) - m_values.begin() + 1;
        for (auto i = static_cast<std::size_t>(rank); i < m_tree.size(); i += i & (~i + 1))
            ++m_tree[i];
        ++m_count;
    }

    [[nodiscard]] std::size_t count() const { return m_count; }

    /// The quantile k/bins of type 7 (Hyndman & Fan 1996).
    [[nodiscard]] double quantile(int k, int bins) const
    {
        const double at = static_cast<double>(m_count - 1) * k / bins;
        const auto low = static_cast<std::size_t>(at);
        const double below = smallest(low);
        return low + 1 < m_count ? below + (at - static_cast<double>(low)) * (smallest(low + 1) - below)
                                 : below;
    }

private:
    [[nodiscard]] double smallest(std::size_t k) const
    {
        std::size_t at = 0;
        for (std::size_t step = std::bit_floor(m_tree.size()); step > 0; step /= 2) {
            if (at + step < m_tree.size() && m_tree[at + step] <= k) {
                at += step;
                k -= m_tree[at];
            }
        }
        return m_values[at];
    }

    std::vector<double> m_values;
    std::vector<std::size_t> m_tree;
    std::size_t m_count = 0;
};

/// The bin of each event, 0 … bins−1, or −1 when it has no number, too little past, or lies before the
/// sample. A break belongs to the bin below it.
std::vector<int> binsOf(const std::vector<ReadEvent> &events, const domain::QuantileRule &rule)
{
    const bool fromPast = rule.breaks == domain::Breaks::Past;
    std::vector<double> numbers(events.size()), present;
    for (std::size_t i = 0; i < events.size(); ++i) {
        numbers[i] = numberOf(events[i], rule.of);
        if (numbers[i] == numbers[i] && (fromPast || !events[i].past))
            present.push_back(numbers[i]);
    }
    OrderedPast known(present);
    if (!fromPast)
        std::for_each(present.begin(), present.end(), [&known](double number) { known.add(number); });
    // a whole day's value is known at its end, after those of the instants within it
    std::vector<std::size_t> order(events.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&events](std::size_t a, std::size_t b) {
        return events[a].valueKnown < events[b].valueKnown;
    });
    std::vector<int> out(events.size(), -1);
    for (std::size_t next = 0, told = 0; next < order.size(); ++next) {
        const std::size_t i = order[next];
        for (; fromPast && events[order[told]].valueKnown < events[i].valueKnown; ++told) {
            if (numbers[order[told]] == numbers[order[told]])
                known.add(numbers[order[told]]);
        }
        if (numbers[i] != numbers[i] || events[i].past || known.count() < kFewestForBreaks)
            continue;
        out[i] = 0;
        for (int k = 1; k < rule.bins; ++k)
            out[i] += numbers[i] > known.quantile(k, rule.bins) ? 1 : 0;
    }
    return out;
}

void addBins(AskedEvents &out, const AskedGroup &group, const domain::EventDefinition &definition,
             const domain::Study &study)
{
    const domain::QuantileRule &rule = *study.quantile;
    const std::vector<int> bins = binsOf(group.events, rule);
    AskedSeries whole = weigh(group, definition, Weight::Presence);
    whole.events.clear();
    const auto part = [&](const QString &report, const QString &name, const auto &weightOf) {
        AskedSeries series = whole;
        series.name += base::utf8(name);
        series.lookAhead = rule.breaks == domain::Breaks::Sample;
        series.identity[u"quantile"_s] = QJsonObject{{u"of"_s, qs(domain::toText(rule.of))},
                                                     {u"bins"_s, rule.bins},
                                                     {u"breaks"_s, qs(domain::toText(rule.breaks))},
                                                     {u"bin"_s, report}};
        for (std::size_t i = 0; i < bins.size(); ++i) {
            AskedEvent event = group.events[i].asked;
            event.weight = bins[i] < 0 ? 0 : weightOf(bins[i]);
            event.known = group.events[i].valueKnown;
            event.value = numberOf(group.events[i], rule.of);
            if (event.weight != 0)
                series.events.push_back(event);
        }
        out.series.push_back(std::move(series));
    };
    if (rule.each && study.statistic != domain::Statistic::QuantileSpread) {
        for (int bin = 0; bin < rule.bins; ++bin)
            part(QString::number(bin + 1), Tr::tr(" · bin %1 of %2").arg(bin + 1).arg(rule.bins),
                 [bin](int b) { return b == bin ? 1.0 : 0.0; });
    }
    if (rule.topMinusBottom) {
        part(u"top_minus_bottom"_s, Tr::tr(" · top minus bottom"), [&rule](int b) {
            return b == rule.bins - 1 ? 1.0 : b == 0 ? -1.0 : 0.0;
        });
        out.series.back().spread = true;
    }
}

} // namespace

Result<AskedEvents> askEvents(const domain::Study &study, const domain::EventReader &reader,
                              const EventScope &scope, const base::CancelToken &cancel)
{
    AskedEvents out;
    const bool perEntity = study.pair != domain::Pairing::All;
    for (const domain::EventDefinition &definition : study.events) {
        Entities entities(study.pair == domain::Pairing::Linked);
        auto groups = readDefinition(definition, reader, scope, entities, cancel);
        if (!groups.ok())
            return groups.error();
        if (cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("The study was cancelled.")};
        std::size_t few = 0;
        const std::size_t firstSeries = out.series.size();
        for (auto &[key, group] : *groups) {
            fillChanges(group.events);
            thin(group.events, definition, perEntity);
            const auto inSample = std::count_if(group.events.begin(), group.events.end(),
                                                [](const ReadEvent &event) { return !event.past; });
            if (inSample < definition.minEvents) {
                ++few;
                continue;
            }
            const Weight weight = resolve(definition, group.events, study.statistic);
            if (study.quantile && definition.weight == Weight::Automatic)
                addBins(out, group, definition, study);
            else
                out.series.push_back(weigh(group, definition, weight));
            if (weight == Weight::Surprise && definition.weight == Weight::Automatic && !study.quantile)
                out.notes.push_back(Tr::tr("“%1” are releases, so their surprise is tested, not the level.")
                                        .arg(qs(out.series.back().name)));
        }
        for (std::size_t i = firstSeries; i < out.series.size(); ++i) {
            out.series[i].entities = entities.names();
            out.series[i].sources = entities.sources();
            out.series[i].definition = static_cast<std::size_t>(&definition - study.events.data());
        }
        if (groups->empty())
            out.notes.push_back(
                Tr::tr("No event in the sample passes the filter of “%1”.").arg(qs(definition.name)));
        else if (few > 0)
            out.notes.push_back(
                Tr::tr("“%1”: %2 of %3 series have fewer than %4 events in the sample and are not tested.")
                    .arg(qs(definition.name))
                    .arg(few)
                    .arg(groups->size())
                    .arg(definition.minEvents));
    }
    return out;
}

} // namespace core::discovery
