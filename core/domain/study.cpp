// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/study.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/domain/studywords.h"

#include <QJsonArray>

#include <charconv>
#include <utility>

namespace core::domain {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Tr;
using namespace Qt::StringLiterals;

std::string_view toText(Weight weight)
{
    return kWeights[static_cast<std::size_t>(weight)];
}

std::string_view toText(Pairing pairing)
{
    return kPairings[static_cast<std::size_t>(pairing)];
}

std::string_view toText(Pooling pooling)
{
    return kPoolings[static_cast<std::size_t>(pooling)];
}

std::string_view toText(Breaks breaks)
{
    return kBreaks[static_cast<std::size_t>(breaks)];
}

std::string_view toText(Response response)
{
    return kResponses[static_cast<std::size_t>(response)];
}

std::string_view toText(ReturnKind kind)
{
    return kReturnKinds[static_cast<std::size_t>(kind)];
}

std::string_view toText(ReturnModel model)
{
    return kReturnModels[static_cast<std::size_t>(model)];
}

std::string_view toText(Statistic statistic)
{
    return kStatistics[static_cast<std::size_t>(statistic)];
}

std::string_view toText(NullMethod method)
{
    return kNullMethods[static_cast<std::size_t>(method)];
}

std::string_view toText(Restriction restriction)
{
    return kRestrictions[static_cast<std::size_t>(restriction)];
}

std::string_view toText(Significance significance)
{
    return kSignificances[static_cast<std::size_t>(significance)];
}

std::string_view toText(Candidacy candidacy)
{
    return kCandidacies[static_cast<std::size_t>(candidacy)];
}

namespace {

struct Unit {
    char letter;
    std::int64_t micros;
};

constexpr std::int64_t kSecond = 1'000'000;
// longest first, so that durationText finds the shortest text
constexpr std::array<Unit, 5> kDurationUnits{{{'w', 7 * 86'400 * kSecond},
                                              {'d', 86'400 * kSecond},
                                              {'h', 3'600 * kSecond},
                                              {'m', 60 * kSecond},
                                              {'s', kSecond}}};

QJsonValue text(std::string_view word)
{
    return qs(word);
}

QJsonArray list(const std::vector<std::string> &words)
{
    QJsonArray out;
    for (const std::string &word : words)
        out.append(qs(word));
    return out;
}

QJsonObject definitionJson(const EventDefinition &definition)
{
    QJsonObject out{{u"name"_s, qs(definition.name)},
                    {u"filter"_s, qs(definition.filter)},
                    {u"min_events"_s, definition.minEvents}};
    if (definition.weight != Weight::Automatic)
        out[u"weight"_s] = text(toText(definition.weight));
    if (!definition.each.empty())
        out[u"each"_s] = list(definition.each);
    if (definition.cluster) {
        out[u"cluster"_s] = QJsonObject{{u"count"_s, definition.cluster->count},
                                        {u"within"_s, qs(durationText(definition.cluster->within))}};
    }
    if (definition.firstIn)
        out[u"first_in"_s] = qs(durationText(*definition.firstIn));
    return out;
}

QJsonValue assetsJson(const AssetChoice &assets)
{
    if (!assets.filter.empty())
        return QJsonObject{{u"filter"_s, qs(assets.filter)}};
    if (!assets.watchlist.empty())
        return QJsonObject{{u"watchlist"_s, qs(assets.watchlist)}};
    return list(assets.symbols);
}

QJsonObject returnsJson(const ReturnRule &rule)
{
    QJsonObject out{{u"kind"_s, text(toText(rule.kind))},
                    {u"model"_s, text(toText(rule.model))},
                    {u"window"_s, rule.window}};
    if (!rule.benchmark.empty())
        out[u"benchmark"_s] = qs(rule.benchmark);
    if (!rule.factors.empty())
        out[u"factors"_s] = list(rule.factors);
    return out;
}

QJsonArray windowJson(Window window)
{
    return {window.first, window.last};
}

} // namespace

base::Result<base::Duration> parseDuration(std::string_view words)
{
    std::int64_t count = 0;
    const auto [end, fault] = std::from_chars(words.data(), words.data() + words.size(), count);
    if (fault == std::errc{} && count > 0 && count <= 100'000 && end + 1 == words.data() + words.size()) {
        for (const Unit &unit : kDurationUnits) {
            if (unit.letter == *end)
                return base::Duration(count * unit.micros);
        }
    }
    return Error{ErrorCode::BadInput,
                 Tr::tr("“%1” is not a length of time; write a whole number and s, m, h, d or w, such as 5d.")
                     .arg(qs(words))};
}

std::string durationText(base::Duration duration)
{
    for (const Unit &unit : kDurationUnits) {
        if (duration.count() % unit.micros == 0)
            return std::to_string(duration.count() / unit.micros) + unit.letter;
    }
    return std::to_string(duration.count() / kSecond) + "s";
}

QJsonObject toJson(const Study &study)
{
    QJsonArray events;
    for (const EventDefinition &definition : study.events)
        events.append(definitionJson(definition));
    QJsonArray windows;
    for (const Window window : study.windows)
        windows.append(windowJson(window));
    QJsonObject out{
        {u"name"_s, qs(study.name)},
        {u"interval"_s, qs(study.interval)},
        {u"events"_s, events},
        {u"assets"_s, assetsJson(study.assets)},
        {u"pair"_s, text(toText(study.pair))},
        {u"pool"_s, text(toText(study.pool))},
        {u"response"_s, text(toText(study.response))},
        {u"returns"_s, returnsJson(study.returns)},
        {u"windows"_s, windows},
        {u"null"_s, QJsonObject{{u"method"_s, text(toText(study.nullMethod))},
                                {u"restrict"_s, text(toText(study.restriction))}}},
        {u"correction"_s, QJsonObject{{u"significant"_s, qs(toText(study.significance))},
                                      {u"candidate"_s, qs(toText(study.candidacy))},
                                      {u"alpha"_s, study.alpha}}},
        {u"seed"_s, static_cast<double>(study.seed)},
        {u"trim"_s, study.trim}};
    if (study.statistic != Statistic::Automatic)
        out[u"statistic"_s] = text(toText(study.statistic));
    if (study.quantile) {
        QJsonArray report;
        if (study.quantile->each)
            report.append(u"each"_s);
        if (study.quantile->topMinusBottom)
            report.append(u"top_minus_bottom"_s);
        out[u"quantile"_s] = QJsonObject{{u"of"_s, text(toText(study.quantile->of))},
                                         {u"bins"_s, study.quantile->bins},
                                         {u"breaks"_s, text(toText(study.quantile->breaks))},
                                         {u"report"_s, report}};
    }
    if (!study.links.empty())
        out[u"links"_s] = qs(study.links);
    QJsonObject sample;
    for (const auto &[key, at] : {std::pair{u"from"_s, study.from}, std::pair{u"to"_s, study.to},
                                  std::pair{u"sealed_from"_s, study.sealedFrom}}) {
        if (at.isValid())
            sample[key] = qs(base::toIso(at));
    }
    if (!sample.isEmpty())
        out[u"sample"_s] = sample;
    if (!study.schedule.isUndefined() && !study.schedule.isNull())
        out[u"schedule"_s] = study.schedule;
    return out;
}

QJsonObject eventJson(const EventDefinition &definition, std::string_view filter, Weight weight)
{
    EventDefinition asked = definition;
    asked.filter = filter;
    asked.weight = weight;
    asked.each.clear();
    QJsonObject out = definitionJson(asked);
    out.remove(u"name"_s);       // another name is the same question
    out.remove(u"min_events"_s); // and so is another minimum
    return out;
}

QJsonObject modelJson(const Study &study, std::string_view benchmark)
{
    ReturnRule rule = study.returns;
    rule.benchmark = benchmark;
    QJsonObject returns = returnsJson(rule);
    if (rule.model == ReturnModel::Raw) { // what the model does not read is no part of the question
        returns.remove(u"window"_s);
        if (study.response != Response::Volume)
            returns.remove(u"benchmark"_s);
    }
    QJsonObject out{{u"interval"_s, qs(study.interval)},
                    {u"response"_s, text(toText(study.response))},
                    {u"returns"_s, returns},
                    {u"pair"_s, text(toText(study.pair))},
                    {u"pool"_s, text(toText(study.pool))}};
    if (study.pair == Pairing::Linked && !study.links.empty())
        out[u"links"_s] = qs(study.links);
    return out;
}

base::Sha256 hypothesisId(std::string_view event, std::string_view asset, Window window, Statistic statistic,
                          std::string_view model)
{
    std::string json; // the keys in canonical order
    json.reserve(event.size() + asset.size() + model.size() + 96);
    json.append(R"({"asset":)").append(asset).append(R"(,"event":)").append(event);
    json.append(R"(,"model":)").append(model).append(R"(,"statistic":")").append(toText(statistic));
    json.append(R"(","window":[)").append(std::to_string(window.first)).append(",");
    json.append(std::to_string(window.last)).append("]}");
    return base::sha256(json);
}

} // namespace core::domain
