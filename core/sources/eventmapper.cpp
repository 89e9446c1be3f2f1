// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/sources/lags.h"
#include "core/sources/mapperpart.h"
#include "core/sources/releasefacts.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace core::sources {

using base::Result;

namespace {

/// One way in which a row becomes an event.
struct BoundEvent {
    const EventRule *rule = nullptr;
    BoundText source, eventType, entity, unit, text, metadata;
    BoundNumber value;
    BoundDate date;
    BoundMeta meta;
    std::vector<BoundTest> when;
    KnownRule known;
    std::optional<BoundTest> knownWhen;
    BoundDate knownDate;
    int knownBasis = -1; ///< columns; -1 when there is none
    int precision = -1;
};

/// An event whose metadata waits for the rest of its series.
struct Pending {
    domain::Event event;
    std::vector<std::pair<std::string, std::string>> meta;
    base::Date period;
    Season season;
};

class EventMapper final : public Mapper::Part
{
public:
    using Part::Part;

    Result<void> bind() override
    {
        for (const EventRule &rule : m_preset.events) {
            auto bound = bindEvent(rule);
            if (!bound)
                return bound.error();
            m_events.push_back(std::move(*bound));
        }
        if (m_preset.id == std::vector<std::string>{"*"}) {
            for (int column = 0; column < static_cast<int>(m_header.names().size()); ++column)
                m_id.push_back(column);
            return {};
        }
        auto id = m_header.find(m_preset.id);
        if (!id)
            return id.error();
        m_id = std::move(*id);
        return {};
    }

    void map(const Row &row, Batch &out) override
    {
        const std::size_t before = out.events.size() + m_pending.size();
        const std::uint64_t refused = m_refusals.total();
        if (m_seriesColumns.empty()) {
            all(row, out);
        } else {
            for (const int column : m_seriesColumns) {
                if (trimmed(row.field(column)).empty())
                    continue;
                if (!all({row.fields, row.line, column}, out) && m_dateFailed)
                    return;
            }
        }
        if (m_refusals.total() == refused && out.events.size() + m_pending.size() == before)
            refuse(row, {RefusalKind::NoEvent, -1});
    }

    void finish(Batch &out) override
    {
        std::map<std::tuple<std::string, std::string>, std::vector<std::size_t>> series;
        for (std::size_t i = 0; i < m_pending.size(); ++i)
            series[{m_pending[i].event.eventType, m_pending[i].event.entity}].push_back(i);
        for (const auto &[key, members] : series) {
            std::vector<Release> releases;
            for (const std::size_t index : members)
                releases.push_back(
                    {m_pending[index].period, m_pending[index].event.knownAt, m_pending[index].event.value});
            fillReleases(releases, m_pending[members.front()].season);
            for (std::size_t i = 0; i < members.size(); ++i)
                addFacts(m_pending[members[i]], releases[i]);
        }
        for (Pending &pending : m_pending)
            out.events.push_back(std::move(pending.event));
        m_pending.clear();
    }

    [[nodiscard]] std::size_t waiting() const override { return m_pending.size(); }

private:
    Result<BoundEvent> bindEvent(const EventRule &rule)
    {
        BoundEvent bound;
        bound.rule = &rule;
        const std::pair<const TextRule *, BoundText *> texts[] = {
            {&rule.source, &bound.source}, {&rule.eventType, &bound.eventType},
            {&rule.entity, &bound.entity}, {&rule.unit, &bound.unit},
            {&rule.text, &bound.text},     {&rule.metadata, &bound.metadata}};
        for (const auto &[from, to] : texts) {
            auto one = text(*from);
            if (!one)
                return one.error();
            *to = std::move(*one);
        }
        auto value = number(rule.value);
        if (!value)
            return value.error();
        bound.value = std::move(*value);
        auto meta = BoundMeta::bind(rule.meta, m_header, m_preset.numbers);
        if (!meta)
            return meta.error();
        bound.meta = std::move(*meta);
        bound.date = m_date;
        if (rule.date) {
            auto date = BoundDate::bind(*rule.date, m_header, m_preset, m_context.zone);
            if (!date)
                return date.error();
            bound.date = std::move(*date);
        }
        for (const TestRule &test : rule.when) {
            auto one = BoundTest::bind(test, m_header);
            if (!one)
                return one.error();
            bound.when.push_back(std::move(*one));
        }
        bound.known = rule.known.value_or(m_preset.known);
        if (bound.known.when) {
            auto test = BoundTest::bind(*bound.known.when, m_header);
            if (!test)
                return test.error();
            bound.knownWhen = std::move(*test);
        }
        auto columns = bindKnownColumns(bound);
        if (!columns)
            return columns.error();
        return bound;
    }

    /// The columns that say when an event was known, on what basis, and its precision.
    Result<void> bindKnownColumns(BoundEvent &bound) const
    {
        const EventRule &rule = *bound.rule;
        if (!rule.precisionColumn.empty()) {
            auto column = m_header.find(rule.precisionColumn);
            if (!column)
                return column.error();
            bound.precision = *column;
        }
        if (!bound.known.date)
            return {};
        DateRule date = *bound.known.date;
        if (bound.known.without && !m_header.has(date.columns.front()))
            return {};
        if (date.patterns.empty())
            date.patterns = rule.date ? rule.date->patterns : m_preset.date.patterns;
        auto known = BoundDate::bind(date, m_header, m_preset, m_context.zone);
        if (!known)
            return known.error();
        bound.knownDate = std::move(*known);
        const std::string &basis = bound.known.basisColumn;
        if (basis.empty() || (bound.known.without && !m_header.has(basis)))
            return {};
        auto column = m_header.find(basis);
        if (!column)
            return column.error();
        bound.knownBasis = *column;
        return {};
    }

    /// The instant of a reading; of a day its beginning.
    static base::Instant instantOf(const LocalTime &at, const base::Zone &zone)
    {
        return at.offset ? base::Instant(at.day) + at.time - *at.offset : zone.toUtc(at.day, at.time);
    }

    /// When the whole of a reading is over: of an instant itself, of a day the beginning of the next.
    static base::Instant endOf(const LocalTime &at, const base::Zone &zone)
    {
        return at.hasTime ? instantOf(at, zone)
                          : zone.toUtc(at.day + std::chrono::days(1), base::Duration(0));
    }

    /// What the columns say about knownAt and its basis; false with the fault.
    static bool readKnown(const BoundEvent &rule, const Row &row, domain::Event &event, Fault &fault)
    {
        const KnownRule &known = rule.known;
        if (known.without &&
            (!rule.knownDate.exists() || trimmed(row.field(rule.knownDate.column())).empty())) {
            event.knownBasis = *known.without;
            return true;
        }
        LocalTime at;
        if (!rule.knownDate.read(row, at, fault))
            return false;
        event.knownAt = endOf(at, rule.knownDate.zone());
        if (rule.knownBasis < 0)
            return true;
        const std::string_view word = trimmed(row.field(rule.knownBasis));
        if (word.empty() && known.without)
            return true;
        const auto basis = domain::parseKnownBasis(word);
        if (!basis) {
            fault = {word.empty() ? RefusalKind::NoValue : RefusalKind::UnknownWord, rule.knownBasis};
            return false;
        }
        event.knownBasis = *basis;
        return true;
    }

    /// The three instants, their basis and precision; false with the fault.
    bool stamp(const BoundEvent &rule, const Row &row, const LocalTime &at, domain::Event &event,
               Fault &fault) const
    {
        const base::Zone &zone = rule.date.zone();
        const LagRules &lags = LagRules::builtIn();
        event.precision = at.hasTime ? domain::Precision::Instant : domain::Precision::Day;
        event.timestamp = instantOf(at, zone);
        event.knownAt = endOf(at, zone);
        event.knownBasis = rule.known.basis;
        if (rule.precision >= 0) {
            const std::string_view word = trimmed(row.field(rule.precision));
            const auto precision = domain::parsePrecision(word);
            if (!precision) {
                fault = {word.empty() ? RefusalKind::NoValue : RefusalKind::UnknownWord, rule.precision};
                return false;
            }
            event.precision = *precision;
        }
        if (rule.known.date)
            return readKnown(rule, row, event, fault);
        if (rule.knownWhen && !rule.knownWhen->passes(row))
            event.knownBasis = rule.known.otherwise;
        if (rule.known.after) {
            event.knownAt = event.knownAt + *rule.known.after;
        } else if (const LagRule *lag = lags.lag(rule.known.lag)) {
            event.knownAt = event.knownAt + lag->add;
        } else if (const ReleaseRule *release = lags.release(rule.known.release)) {
            event.knownAt = release->releaseOf(at.day);
            event.precision = domain::Precision::Instant;
        }
        return true;
    }

    /// Metadata that stands in one column, in its canonical form; false refuses the row.
    bool takeMetadata(const BoundText &rule, const Row &row, std::string &metadata)
    {
        std::string text;
        if (!takeText(rule, row, false, text))
            return false;
        if (text.empty())
            return true;
        const auto json = base::parseJson(text);
        if (!json || !json->isObject()) {
            refuse(row, {RefusalKind::NotAnObject, rule.column()});
            return false;
        }
        metadata = base::canonicalJson(*json);
        return true;
    }

    [[nodiscard]] base::Uuid idOf(const Row &row, const domain::Event &event, bool parted) const
    {
        const std::string native = nativeId(row, event, parted);
        if (m_preset.idIsUuid && native.size() == 36) {
            if (const auto own = base::parseUuid(native))
                return *own;
        }
        return base::eventId(event.source, native);
    }

    /// Parts with "|" between them. What a part has of "|" and "\" is escaped, or "X|Y" and "Z" would be the
    /// same as "X" and "Y|Z"; an id of one part stays as the provider writes it.
    [[nodiscard]] std::string nativeId(const Row &row, const domain::Event &event, bool parted) const
    {
        const bool isSuffixed = m_events.size() > 1 || parted;
        const bool isOne = m_id.size() == 1 && !isSuffixed;
        std::string id;
        for (const int column : m_id) {
            if (!id.empty() || column != m_id.front())
                id += '|';
            if (isOne)
                id += trimmed(row.field(column));
            else
                addEscaped(id, trimmed(row.field(column)));
        }
        if (isSuffixed) {
            id += '|';
            addEscaped(id, event.eventType);
        }
        if (parted) {
            id += '|';
            addEscaped(id, event.entity);
        }
        return id;
    }

    static void addEscaped(std::string &id, std::string_view part)
    {
        for (const char c : part) {
            if (c == '|' || c == '\\')
                id += '\\';
            id += c;
        }
    }

    /// Appends what the row, or one cell of a wide one, says under all rules; nothing of it when one rule
    /// refuses.
    bool all(const Row &row, Batch &out)
    {
        const std::size_t events = out.events.size();
        const std::size_t pending = m_pending.size();
        for (const BoundEvent &event : m_events) {
            const bool wanted = std::all_of(event.when.begin(), event.when.end(),
                                            [&](const BoundTest &test) { return test.passes(row); });
            if (!wanted || one(event, row, out))
                continue;
            out.events.resize(events);
            m_pending.erase(m_pending.begin() + static_cast<std::ptrdiff_t>(pending), m_pending.end());
            return false;
        }
        return true;
    }

    /// Appends what the row says under one rule; false when it is refused.
    bool one(const BoundEvent &rule, const Row &row, Batch &out)
    {
        LocalTime at;
        Fault fault;
        m_dateFailed = !rule.date.read(row, at, fault);
        if (m_dateFailed) {
            refuse(row, fault);
            return false;
        }
        domain::Event event;
        std::vector<std::pair<std::string, std::string>> meta;
        if (!takeText(rule.source, row, rule.source.exists(), event.source) ||
            !takeText(rule.eventType, row, true, event.eventType) ||
            !takeText(rule.entity, row, rule.rule->entityRequired, event.entity) ||
            !takeNumber(rule.value, row, event.value))
            return false;
        if (rule.rule->valueRequired && std::isnan(event.value)) {
            refuse(row, {RefusalKind::NoValue, rule.value.column(row)});
            return false;
        }
        if (!takeText(rule.unit, row, false, event.unit) || !takeText(rule.text, row, false, event.text))
            return false;
        if (!rule.meta.read(row, meta, fault)) {
            refuse(row, fault);
            return false;
        }
        std::string metadata;
        if (!takeMetadata(rule.metadata, row, metadata))
            return false;
        if (!rule.source.exists())
            event.source = m_preset.source;
        event.parser = m_preset.name;
        event.parserVersion = m_preset.parserVersion();
        event.rawSha256 = m_context.rawSha256;
        event.ingestedAt = m_context.ingestedAt;
        if (!stamp(rule, row, at, event, fault)) {
            refuse(row, fault);
            return false;
        }
        const bool parted = rule.entity.split() != '\0' || row.seriesColumn >= 0;
        const std::string entities = event.entity;
        std::size_t from = 0;
        while (true) {
            const std::size_t stop =
                rule.entity.split() == '\0' ? std::string::npos : entities.find(rule.entity.split(), from);
            event.entity = std::string(trimmed(
                std::string_view(entities).substr(from, stop == std::string::npos ? stop : stop - from)));
            event.id = idOf(row, event, parted);
            if (rule.rule->season == Season::NotARelease) {
                event.metadata = rule.metadata.exists() ? metadata : writeMeta(meta);
                out.events.push_back(event);
            } else {
                m_pending.push_back({event, meta, at.day, rule.rule->season});
            }
            if (stop == std::string::npos)
                return true;
            from = stop + 1;
        }
    }

    static void addFacts(Pending &pending, const Release &release)
    {
        const std::pair<const char *, double> facts[] = {{"actual", release.actual},
                                                         {"change", release.change},
                                                         {"expected", release.expected},
                                                         {"previous", release.previous},
                                                         {"surprise", release.surprise}};
        for (const auto &[key, value] : facts) {
            if (!std::isnan(value))
                pending.meta.emplace_back(key, base::canonicalNumber(value));
        }
        std::sort(pending.meta.begin(), pending.meta.end());
        pending.event.metadata = writeMeta(pending.meta);
    }

    std::vector<BoundEvent> m_events;
    std::vector<int> m_id;
    std::vector<Pending> m_pending;
    bool m_dateFailed = false;
};

} // namespace

std::unique_ptr<Mapper::Part> eventMapper(const Preset &preset, std::vector<std::string> header,
                                          const MappingContext &context)
{
    return std::make_unique<EventMapper>(preset, std::move(header), context);
}

} // namespace core::sources
