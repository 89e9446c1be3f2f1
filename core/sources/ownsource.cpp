// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/ownsource.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/harvest.h"
#include "core/sources/lags.h"
#include "core/sources/objectreader.h"
#include "core/sources/webaddress.h"

#include <algorithm>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kAnswer = "answer";
constexpr int kMostOwnPages = 1000;
constexpr base::Duration kShortestCadence = std::chrono::seconds(10);

struct OwnSource {
    ProviderInfo info;
    Preset preset;
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// The names in braces, in the order in which they stand.
std::vector<std::string> placesIn(std::string_view text)
{
    std::vector<std::string> names;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        names.emplace_back(text.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
    }
    return names;
}

bool holds(std::string_view text, std::string_view name)
{
    const std::vector<std::string> names = placesIn(text);
    return std::ranges::find(names, name) != names.end();
}

using Values = std::map<std::string, std::string>;

std::string filled(std::string_view text, const Values &values, bool encodes)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find('{', at);
        out += text.substr(at, open == std::string_view::npos ? open : open - at);
        if (open == std::string_view::npos)
            break;
        const std::size_t close = text.find('}', open);
        const auto value = values.find(std::string(text.substr(open + 1, close - open - 1)));
        if (value != values.end())
            out += encodes ? percentEncoded(value->second) : value->second;
        at = close + 1;
    }
    return out;
}

class OwnProvider final : public Provider
{
public:
    explicit OwnProvider(OwnSource source)
        : m_source(std::move(source))
    {}

    const ProviderInfo &info() const override { return m_source.info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        Ask ask{std::string(kAnswer), {}};
        const bool hasDays = holds(m_source.url, "from") || holds(m_source.url, "to");
        if (window.isBackfill && !hasDays)
            return std::vector<Ask>(); // it always sends the same
        if (hasDays) {
            ask.with.emplace("from", base::toIso(window.from.utcDay()));
            ask.with.emplace("to", base::toIso(window.to.utcDay()));
        }
        if (holds(m_source.url, "page"))
            ask.with.emplace("page", "1");
        if (!holds(m_source.url, "series"))
            return std::vector<Ask>{ask};
        if (settings.series.empty())
            return Error{
                ErrorCode::BadInput,
                Tr::tr("%1 needs to know what to follow: name its series.").arg(m_source.info.title)};
        std::vector<Ask> asks;
        for (const std::string &series : settings.series) {
            asks.push_back(ask);
            asks.back().with.emplace("series", series);
        }
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        Values values = ask.with;
        for (const std::string &name : m_source.info.secrets) {
            const auto secret = settings.secrets.find(name);
            if (secret == settings.secrets.end())
                return Error{ErrorCode::BadInput,
                             Tr::tr("%1 needs a key (%2).").arg(m_source.info.title, qs(name))};
            values[name] = secret->second;
        }
        Call call;
        call.url = filled(m_source.url, values, true);
        for (const auto &[name, value] : m_source.headers)
            call.headers.emplace_back(name, filled(value, values, false));
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        Harvest harvest(m_source.info, payload);
        parseWithPreset(harvest, m_source.preset);
        return std::string(harvest.take().fault ? std::string_view() : kAnswer);
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_source.info, payload);
        if (const auto fault = faultOfAnswer(m_source.info, payload))
            harvest.fail(fault->kind, fault->sentence);
        else
            parseWithPreset(harvest, m_source.preset);
        Parsed parsed = harvest.take();
        const int page = std::atoi(valueOf(payload.ask.with, "page").c_str());
        if (page > 0 && page < kMostOwnPages && !parsed.fault && parsed.records > 0) {
            Ask next = payload.ask;
            next.with["page"] = std::to_string(page + 1);
            parsed.next.push_back(std::move(next));
        }
        return parsed;
    }

private:
    OwnSource m_source;
};

base::Duration spanOf(ObjectReader &reader, const char *key, const std::string &otherwise)
{
    const auto span = parseSpan(reader.text(key, otherwise));
    if (!span)
        reader.fault(key, span.error().message);
    return span ? *span : base::Duration(std::chrono::hours(24));
}

void readInfo(ObjectReader &reader, ProviderInfo &info)
{
    info.name = reader.requiredText("name");
    const bool isPlain =
        !info.name.empty() && info.name.size() <= 64 && std::ranges::all_of(info.name, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        });
    if (!isPlain)
        reader.fault("name", Tr::tr("a source's name has letters from a to z, digits, “_” and “-” only"));
    if (findProvider(info.name))
        reader.fault("name", Tr::tr("there is a source of that name in the program already"));
    info.title = qs(reader.text("title", info.name));
    info.about = qs(reader.text("about", base::utf8(Tr::tr("A source of your own."))));
    info.licence = qs(reader.text("licence", base::utf8(Tr::tr("Its terms are yours to know."))));
    info.secrets = reader.texts("secrets");
    info.keyUrl = reader.text("key_url");
    info.key = info.secrets.empty() ? KeyNeed::None : KeyNeed::Needed;
    info.cadence = spanOf(reader, "cadence", "1d");
    if (info.cadence < kShortestCadence)
        reader.fault("cadence", Tr::tr("a source is not asked more often than every ten seconds"));
    info.requests = reader.integer("requests", 1);
    if (info.requests < 1)
        reader.fault("requests", Tr::tr("at least one request must be allowed"));
    info.per = spanOf(reader, "per", "1s");
    if (info.per.count() <= 0)
        reader.fault("per", Tr::tr("the time for so many requests must be longer than none"));
}

void checkPlaces(ObjectReader &reader, const char *key, const std::string &text,
                 std::vector<std::string> allowed, const std::vector<std::string> &secrets)
{
    allowed.insert(allowed.end(), secrets.begin(), secrets.end());
    for (const std::string &name : placesIn(text)) {
        if (std::ranges::find(allowed, name) == allowed.end())
            reader.fault(key, Tr::tr("“{%1}” stands for nothing; use one of: %2")
                                  .arg(qs(name), qs([&allowed] {
                                           std::string list;
                                           for (const std::string &one : allowed)
                                               list += (list.empty() ? "{" : ", {") + one + '}';
                                           return list;
                                       }())));
    }
}

void readHeaders(ObjectReader &reader, OwnSource &source)
{
    ObjectReader headers(reader.definition(), reader.value("headers"), reader.at("headers"));
    for (const QString &key : headers.keys()) {
        const QByteArray name = key.toUtf8();
        const std::string value = headers.text(name.constData());
        checkPlaces(headers, name.constData(), value, {}, source.info.secrets);
        source.headers.emplace_back(name.toStdString(), value);
    }
    headers.done();
}

} // namespace

Result<std::unique_ptr<const Provider>> parseOwnSource(const QString &fileName, const std::string &text,
                                                       const PresetList &presets)
{
    const auto json = base::parseDefinition(text);
    if (!json)
        return Error{ErrorCode::BadInput, fileName + QStringLiteral(": ") + json.error().message};
    JsonDefinition definition(fileName, text);
    ObjectReader reader(definition, *json, {});
    OwnSource source;
    readInfo(reader, source.info);
    source.url = reader.requiredText("url");
    if (!source.url.starts_with("https://") || hostOf(source.url).empty() ||
        hostOf(source.url).find('{') != std::string::npos)
        reader.fault("url", Tr::tr("the address must begin with https:// and a host"));
    checkPlaces(reader, "url", source.url, {"from", "to", "series", "page"}, source.info.secrets);
    if (reader.has("headers"))
        readHeaders(reader, source);
    const std::string wanted = reader.requiredText("preset");
    const auto preset = std::ranges::find(presets.all(), wanted, &Preset::name);
    if (preset == presets.all().end())
        reader.fault("preset", Tr::tr("there is no preset “%1”").arg(qs(wanted)));
    else if (preset->kind != PresetKind::Events && preset->kind != PresetKind::Bars)
        reader.fault("preset", Tr::tr("a source brings events or bars; the preset “%1” makes %2")
                                   .arg(qs(wanted), qs(std::string(toText(preset->kind)))));
    else
        source.preset = *preset;
    reader.done();
    if (definition.firstFault())
        return *definition.firstFault();
    source.preset.source = source.info.name; // whose rows they are
    source.info.parserVersion = source.preset.version;
    return std::unique_ptr<const Provider>(std::make_unique<OwnProvider>(std::move(source)));
}

} // namespace core::sources
