// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/harvest.h"

#include "core/base/ascii.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/boundrules.h"
#include "core/sources/csvreader.h"
#include "core/sources/jsonreader.h"
#include "core/sources/mapping.h"
#include "core/sources/payloadhead.h"
#include "core/sources/presets.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace core::sources {

using base::qs;
using base::Result;
using base::Tr;

namespace {

/// A fact that is older than this when we first see it was not observed by us.
constexpr base::Duration kStillObserved = std::chrono::hours(48);

/// The presets of the program, read once.
const PresetList &builtInPresets()
{
    static const PresetList list = [] {
        auto loaded = PresetList::load();
        return loaded ? std::move(*loaded) : PresetList(); // the tests read every one of them
    }();
    return list;
}

bool isHtml(std::string_view bytes)
{
    const std::string start = base::lowerCase(afterMark(bytes).substr(0, 512));
    return start.starts_with("<!doctype html") || start.starts_with("<html") ||
           (start.starts_with("<?xml") && start.find("<!doctype html") != std::string::npos);
}

} // namespace

Meta &Meta::number(std::string_view key, double value)
{
    if (std::isfinite(value))
        m_entries.emplace_back(key, base::canonicalNumber(value));
    return *this;
}

Meta &Meta::text(std::string_view key, std::string_view value)
{
    if (!value.empty())
        m_entries.emplace_back(key, jsonText(value));
    return *this;
}

Meta &Meta::flag(std::string_view key, bool value)
{
    m_entries.emplace_back(key, value ? "true" : "false");
    return *this;
}

std::string Meta::take()
{
    std::ranges::sort(m_entries);
    std::string json = writeMeta(m_entries);
    m_entries.clear();
    return json;
}

std::int32_t fullParserVersion(const ProviderInfo &info)
{
    return info.parserVersion * 1000 + LagRules::builtIn().version();
}

Harvest::Harvest(const ProviderInfo &info, const Payload &payload)
    : m_info(info)
    , m_payload(payload)
{}

void Harvest::refuse(RefusalKind kind, const QString &reason, std::string_view text)
{
    const int rule = m_rule.try_emplace(reason, static_cast<int>(m_rule.size())).first->second;
    m_parsed.refusals.add(kind, -1, rule, m_parsed.records, text, [&reason] { return reason; });
}

void Harvest::fail(FaultKind kind, const QString &sentence)
{
    m_parsed = {};
    m_parsed.fault = AnswerFault{kind, sentence};
}

domain::Event &Harvest::event(std::string_view type, std::string_view entity, std::string_view nativeId,
                              base::Instant timestamp)
{
    domain::Event &event = m_parsed.values.events.emplace_back();
    event.id = base::eventId(m_info.name, nativeId);
    event.timestamp = timestamp;
    event.knownAt = timestamp;
    event.source = m_info.name;
    event.eventType = type;
    event.entity = entity;
    event.rawSha256 = m_payload.sha256;
    event.parser = m_info.name;
    event.parserVersion = fullParserVersion(m_info);
    event.ingestedAt = m_payload.fetchedAt;
    return event;
}

void Harvest::knownWhenSeen(domain::Event &event, std::string_view lag) const
{
    const base::Instant seen = m_payload.fetchedAt;
    if (seen.isValid() && seen >= event.timestamp && seen - event.timestamp <= kStillObserved) {
        event.knownAt = seen;
        event.knownBasis = domain::KnownBasis::Observed;
        return;
    }
    knownAfter(event, lag);
}

void Harvest::knownAfter(domain::Event &event, std::string_view lag) const
{
    const LagRule *rule = LagRules::builtIn().lag(std::string(lag));
    Q_ASSERT_X(rule != nullptr, "Harvest::knownAfter", "no such lag rule");
    event.knownAt = event.timestamp + rule->add;
    event.knownBasis = domain::KnownBasis::Estimated;
}

void Harvest::setDay(domain::Event &event, base::Date day, const base::Zone &zone)
{
    event.precision = domain::Precision::Day;
    event.timestamp = zone.toUtc(day, {});
    event.knownAt = zone.toUtc(day + std::chrono::days(1), {});
}

domain::CompanyName *Harvest::name(std::string_view company, domain::NameKind kind, domain::NameBasis basis,
                                   std::string_view value, base::Instant at)
{
    constexpr std::size_t kLongest = 1000;
    const QString text = value.size() > kLongest ? QString() : qs(value).trimmed();
    const bool isText = std::ranges::all_of(text, [](QChar c) {
        return c.category() != QChar::Other_Control && c != QChar::ReplacementCharacter;
    });
    if (company.empty() || text.isEmpty() || !isText || !at.isValid())
        return nullptr;
    domain::CompanyName &name = m_parsed.values.names.emplace_back();
    name.company = company;
    name.kind = kind;
    name.basis = basis;
    name.value = base::utf8(text);
    name.at = at;
    name.knownAt = at;
    name.source = m_info.name;
    return &name;
}

BarBatch &Harvest::bars(std::string_view interval)
{
    m_parsed.interval = interval;
    return m_parsed.values.bars;
}

void Harvest::adopt(const Refusals &refusals, const std::string &interval)
{
    m_parsed.refusals = refusals;
    m_parsed.interval = interval;
}

Parsed Harvest::take()
{
    return std::exchange(m_parsed, {});
}

std::optional<AnswerFault> faultOfAnswer(const ProviderInfo &info, const Payload &payload)
{
    const QString name = info.title;
    const int status = payload.status;
    if (status == 401 || status == 403)
        return AnswerFault{FaultKind::NoAccess,
                           Tr::tr("%1 refused access (HTTP %2); check the key and what it may see").arg(name).arg(status)};
    if (status == 404 || status == 410)
        return AnswerFault{FaultKind::NotFound,
                           Tr::tr("%1 knows nothing under this address (HTTP %2)").arg(name).arg(status)};
    if (status == 429)
        return AnswerFault{FaultKind::TooMany,
                           Tr::tr("%1 says that it was asked too often (HTTP 429); it is asked again later").arg(name)};
    if (status >= 500)
        return AnswerFault{FaultKind::Unavailable,
                           Tr::tr("%1 answered %2; it is asked again later").arg(name).arg(status)};
    if (status >= 400)
        return AnswerFault{FaultKind::Refused, Tr::tr("%1 did not take the request (HTTP %2)").arg(name).arg(status)};
    if (payload.bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return AnswerFault{FaultKind::NotData, Tr::tr("%1 sent an empty answer").arg(name)};
    if (isHtml(payload.bytes))
        return AnswerFault{FaultKind::NotData,
                           Tr::tr("%1 sent a web page instead of data; a portal may stand between, or the provider has "
                                  "moved")
                               .arg(name)};
    return std::nullopt;
}

namespace {

/// The records of an answer; bytes and stream must outlive them.
Result<std::unique_ptr<RecordReader>> rowsOf(std::string_view bytes, const Preset &preset, MemoryStream &stream)
{
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool isJson = first != std::string_view::npos && (bytes[first] == '[' || bytes[first] == '{');
    if (!isJson)
        return std::unique_ptr<RecordReader>(
            std::make_unique<CsvReader>(stream, CsvOptions{.delimiter = preset.delimiter}));
    auto rows = JsonReader::open(bytes.substr(first), preset.jsonColumns());
    if (!rows)
        return rows.error();
    return std::unique_ptr<RecordReader>(std::make_unique<JsonReader>(std::move(*rows)));
}

} // namespace

void parseWithPreset(Harvest &harvest, std::string_view preset)
{
    const auto found = std::ranges::find(builtInPresets().all(), preset, &Preset::name);
    Q_ASSERT_X(found != builtInPresets().all().end(), "parseWithPreset", "no such preset");
    parseWithPreset(harvest, *found);
}

void parseWithPreset(Harvest &harvest, const Preset &preset)
{
    MemoryStream stream(harvest.payload().bytes);
    const auto notData = [&harvest](const QString &why) {
        harvest.fail(FaultKind::NotData,
                     Tr::tr("%1 sent something else than the expected table: %2").arg(harvest.info().title, why));
    };
    const auto rows = rowsOf(harvest.payload().bytes, preset, stream);
    if (!rows)
        return notData(rows.error().message);
    auto more = (*rows)->next();
    if (!more || !*more)
        return notData(more ? Tr::tr("it is empty") : more.error().message);
    std::vector<std::string> header((*rows)->fields().begin(), (*rows)->fields().end());
    MappingContext context;
    context.rawSha256 = harvest.payload().sha256;
    context.ingestedAt = harvest.payload().fetchedAt;
    if (const auto &with = harvest.payload().ask.with; with.contains("series"))
        context.fileStem = with.at("series");
    auto mapper = Mapper::bind(preset, std::move(header), context);
    if (!mapper)
        return notData(mapper.error().message);
    Batch &values = harvest.values();
    while ((more = (*rows)->next()) && *more) {
        harvest.record();
        if ((*rows)->fault() == RecordFault::None)
            mapper->row((*rows)->fields(), (*rows)->line(), values);
        else
            mapper->refuse(refusalOf((*rows)->fault()), (*rows)->line());
    }
    if (!more)
        return notData(more.error().message);
    mapper->finish(values);
    harvest.adopt(mapper->refusals(), mapper->interval());
}

} // namespace core::sources
