// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/domain/filter.h"
#include "core/domain/study.h"
#include "core/domain/studywords.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <span>

namespace core::domain {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using namespace Qt::StringLiterals;

namespace {

/// Edits that turn one word into another (Levenshtein 1966).
std::size_t editDistance(QStringView a, QStringView b)
{
    std::vector<std::size_t> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = j;
    for (qsizetype i = 0; i < a.size(); ++i) {
        std::size_t corner = row[0]++;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const std::size_t change = corner + (a[i] == b[j] ? 0 : 1);
            corner = row[at + 1];
            row[at + 1] = std::min({row[at] + 1, corner + 1, change});
        }
    }
    return row.back();
}

QString suggestion(const QString &wrong, std::span<const std::string_view> words)
{
    QString nearest;
    std::size_t best = 3; // further away is no misspelling
    QStringList all;
    for (const std::string_view word : words) {
        all.append(qs(word));
        const std::size_t distance = editDistance(wrong.toLower(), all.last());
        if (distance < best) {
            best = distance;
            nearest = all.last();
        }
    }
    return nearest.isEmpty() ? Tr::tr("use one of: %1.").arg(all.join(u", "_s))
                             : Tr::tr("did you mean “%1”?").arg(nearest);
}

/// Reads the values of one study file and remembers the first mistake with its place; after it every answer
/// is a default.
class Reader
{
public:
    Reader(std::string_view file, base::Instant now)
        : m_file(file)
        , m_now(now)
    {}

    void fail(const QStringList &path, const QString &sentence)
    {
        if (!m_fault)
            m_fault = Error{ErrorCode::BadInput,
                            Tr::tr("Study, %1: %2").arg(base::placeInJson(m_file, path), sentence)};
    }

    [[nodiscard]] const std::optional<Error> &fault() const { return m_fault; }
    [[nodiscard]] base::Instant now() const { return m_now; }

    QJsonObject object(const QJsonValue &value, const QStringList &path,
                       std::span<const std::string_view> keys)
    {
        if (!value.isObject()) {
            fail(path, Tr::tr("an object in braces is expected here."));
            return {};
        }
        const QJsonObject object = value.toObject();
        for (const QString &key : object.keys()) {
            if (std::find(keys.begin(), keys.end(), base::utf8(key)) == keys.end())
                fail(path + QStringList{key},
                     Tr::tr("“%1” is not a key here; %2").arg(key, suggestion(key, keys)));
        }
        return object;
    }

    template <typename Enum>
    Enum word(const QJsonValue &value, const QStringList &path, std::span<const std::string_view> words,
              Enum fallback)
    {
        if (value.isUndefined())
            return fallback;
        const std::string given = base::utf8(value.toString());
        const auto found = std::find(words.begin(), words.end(), given);
        if (!value.isString() || found == words.end()) {
            fail(path, value.isString()
                           ? Tr::tr("“%1” is not known here; %2").arg(qs(given), suggestion(qs(given), words))
                           : Tr::tr("a word is expected here; %1").arg(suggestion({}, words)));
            return fallback;
        }
        return static_cast<Enum>(found - words.begin());
    }

    std::string text(const QJsonValue &value, const QStringList &path)
    {
        if (!value.isString() || value.toString().isEmpty())
            fail(path, ::core::base::Tr::tr("a text in quotes is expected here."));
        return base::utf8(value.toString());
    }

    double number(const QJsonValue &value, const QStringList &path, double fallback, double low, double high)
    {
        if (value.isUndefined())
            return fallback;
        if (!value.isDouble() || !(value.toDouble() >= low) || !(value.toDouble() <= high)) {
            fail(path, Tr::tr("a number from %1 to %2 is expected here.").arg(low).arg(high));
            return fallback;
        }
        return value.toDouble();
    }

    int integer(const QJsonValue &value, const QStringList &path, int fallback, int low, int high)
    {
        const double given = number(value, path, fallback, low, high);
        if (given != std::floor(given)) {
            fail(path, Tr::tr("a whole number from %1 to %2 is expected here.").arg(low).arg(high));
            return fallback;
        }
        return static_cast<int>(given);
    }

    bool flag(const QJsonValue &value, const QStringList &path, bool fallback)
    {
        if (!value.isUndefined() && !value.isBool())
            fail(path, Tr::tr("true or false is expected here."));
        return value.toBool(fallback);
    }

    base::Duration duration(const QJsonValue &value, const QStringList &path)
    {
        const auto parsed = parseDuration(text(value, path));
        if (!parsed.ok())
            fail(path, parsed.error().message);
        return parsed.ok() ? *parsed : base::Duration{};
    }

    /// A date, an instant or a time before now such as "-2w"; a date means its end when `endOfDay`.
    base::Instant instant(const QJsonValue &value, const QStringList &path, bool endOfDay)
    {
        const std::string given = text(value, path);
        if (given.starts_with('-')) {
            const auto back = parseDuration(std::string_view(given).substr(1));
            if (back.ok())
                return m_now - *back;
        }
        const auto day = base::parseDate(given);
        if (day.ok())
            return base::Instant(endOfDay ? *day + std::chrono::days(1) : *day);
        const auto at = base::parseInstant(given);
        if (at.ok())
            return *at;
        fail(path, ::core::base::Tr::tr(
                       "“%1” is not a time; write 2011-03-11, 2011-03-11T05:46:24Z or a time before now "
                       "such as -30d.")
                       .arg(qs(given)));
        return {};
    }

    std::vector<std::string> texts(const QJsonValue &value, const QStringList &path)
    {
        std::vector<std::string> out;
        if (!value.isArray() || value.toArray().isEmpty()) {
            fail(path, Tr::tr("a list in brackets with at least one entry is expected here."));
            return out;
        }
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QStringList place = path + QStringList{QString::number(i)};
            out.push_back(text(array.at(i), place));
            if (std::count(out.begin(), out.end(), out.back()) > 1)
                fail(place, Tr::tr("“%1” is in this list twice.").arg(qs(out.back())));
        }
        return out;
    }

private:
    std::string_view m_file;
    base::Instant m_now;
    std::optional<Error> m_fault;
};

QStringList below(const QStringList &path, const QString &key)
{
    return path + QStringList{key};
}

EventDefinition parseEvent(Reader &read, const QJsonValue &value, const QStringList &path)
{
    static constexpr std::array<std::string_view, 7> keys{"name",       "filter",  "weight",  "each",
                                                          "min_events", "cluster", "first_in"};
    static constexpr std::array<std::string_view, 2> clusterKeys{"count", "within"};
    static constexpr std::array<std::string_view, 6> eachFields{"source", "event_type",  "entity",
                                                                "unit",   "known_basis", "precision"};
    const QJsonObject object = read.object(value, path, keys);
    EventDefinition out;
    const QStringList filterPath = below(path, u"filter"_s);
    const auto filter = Filter::parse(base::utf8(object.value("filter"_L1).toString()), read.now());
    if (!object.contains("filter"_L1) && object.value("each"_L1).isUndefined())
        read.fail(
            path,
            Tr::tr(
                "this event definition has no “filter”; write for example \"filter\": \"source == usgs\"."));
    else if (!object.value("filter"_L1).isUndefined() && !object.value("filter"_L1).isString())
        read.fail(filterPath, Tr::tr("a filter is a text in quotes."));
    else if (!filter.ok())
        read.fail(filterPath, filter.error().message);
    else
        out.filter = filter->normalForm();
    out.name = object.contains("name"_L1) ? read.text(object.value("name"_L1), below(path, u"name"_s))
                                          : std::string();
    out.weight = read.word(object.value("weight"_L1), below(path, u"weight"_s), kWeights, Weight::Automatic);
    out.minEvents =
        read.integer(object.value("min_events"_L1), below(path, u"min_events"_s), 15, 2, 1'000'000);
    if (object.contains("each"_L1)) {
        const QStringList place = below(path, u"each"_s);
        out.each = read.texts(object.value("each"_L1), place);
        for (std::size_t i = 0; i < out.each.size(); ++i) {
            if (std::find(eachFields.begin(), eachFields.end(), out.each[i]) == eachFields.end() &&
                !(out.each[i].starts_with("meta.") && out.each[i].size() > 5)) {
                read.fail(below(place, QString::number(i)),
                          Tr::tr("“%1” is not a field that events can be split by; %2, or meta.KEY.")
                              .arg(qs(out.each[i]), suggestion(qs(out.each[i]), eachFields)));
            }
        }
    }
    if (object.contains("cluster"_L1)) {
        const QStringList place = below(path, u"cluster"_s);
        const QJsonObject cluster = read.object(object.value("cluster"_L1), place, clusterKeys);
        out.cluster =
            Cluster{read.integer(cluster.value("count"_L1), below(place, u"count"_s), 2, 2, 100'000),
                    read.duration(cluster.value("within"_L1), below(place, u"within"_s))};
    }
    if (object.contains("first_in"_L1))
        out.firstIn = read.duration(object.value("first_in"_L1), below(path, u"first_in"_s));
    if (out.name.empty())
        out.name = out.filter.empty() ? "all events" : out.filter;
    return out;
}

std::vector<EventDefinition> parseEvents(Reader &read, const QJsonValue &value)
{
    const QStringList path{u"events"_s};
    std::vector<EventDefinition> out;
    if (value.isUndefined()) {
        read.fail({}, Tr::tr("the key “events” is missing: say which events are asked about."));
        return out;
    }
    if (!value.isArray() || value.toArray().isEmpty()) {
        read.fail(path, Tr::tr("“events” is a list with at least one event definition in braces."));
        return out;
    }
    const QJsonArray array = value.toArray();
    std::set<std::string> names;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QStringList place = below(path, QString::number(i));
        out.push_back(parseEvent(read, array.at(i), place));
        if (!names.insert(out.back().name).second)
            read.fail(place, Tr::tr("two event definitions are called “%1”; give each its own name.")
                                 .arg(qs(out.back().name)));
    }
    return out;
}

AssetChoice parseAssets(Reader &read, const QJsonValue &value)
{
    static constexpr std::array<std::string_view, 2> keys{"filter", "watchlist"};
    const QStringList path{u"assets"_s};
    AssetChoice out;
    if (value.isUndefined()) {
        read.fail({}, Tr::tr("the key “assets” is missing: say which assets are asked about."));
    } else if (value.isObject()) {
        const QJsonObject object = read.object(value, path, keys);
        if (object.size() != 1)
            read.fail(path, Tr::tr("“assets” takes either “filter” or “watchlist”."));
        else if (object.contains("filter"_L1))
            out.filter = read.text(object.value("filter"_L1), below(path, u"filter"_s));
        else
            out.watchlist = read.text(object.value("watchlist"_L1), below(path, u"watchlist"_s));
    } else {
        out.symbols = read.texts(value, path);
    }
    return out;
}

std::vector<Window> parseWindows(Reader &read, const QJsonValue &value)
{
    static constexpr std::array<std::string_view, 2> keys{"lengths", "lags"};
    constexpr int kFar = 2'000;
    const QStringList path{u"windows"_s};
    std::vector<Window> out;
    if (value.isUndefined())
        return {{-5, -1}, {0, 0}, {1, 1}, {1, 5}, {1, 21}};
    if (value.isObject()) {
        const QJsonObject object = read.object(value, path, keys);
        std::vector<int> sides[2];
        for (std::size_t side = 0; side < 2; ++side) {
            const QString key = qs(keys[side]);
            const QJsonArray array = object.value(key).toArray();
            if (array.isEmpty())
                read.fail(below(path, key),
                          Tr::tr("“%1” is a list of whole numbers, such as [1, 5, 21].").arg(key));
            for (qsizetype i = 0; i < array.size(); ++i) {
                sides[side].push_back(read.integer(array.at(i), below(below(path, key), QString::number(i)),
                                                   1, side == 0 ? 1 : -kFar, kFar));
            }
        }
        std::vector<int> &lags = sides[1];
        if (lags.size() == 2 && lags[0] < lags[1]) { // from the first to the last, both included
            const int last = lags[1];
            lags.pop_back();
            for (int lag = lags[0] + 1; lag <= last; ++lag)
                lags.push_back(lag);
        }
        for (const int length : sides[0]) {
            for (const int lag : sides[1])
                out.push_back({lag, lag + length - 1});
        }
    } else {
        const QJsonArray array = value.toArray();
        if (array.isEmpty())
            read.fail(path, Tr::tr("“windows” is a list of pairs such as [[0, 0], [1, 5]], or {\"lengths\": "
                                   "[…], \"lags\": […]}."));
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QStringList place = below(path, QString::number(i));
            const QJsonArray pair = array.at(i).toArray();
            if (pair.size() != 2) {
                read.fail(
                    place,
                    Tr::tr("a window is a pair [first, last] of bars after the event bar, such as [1, 5]."));
                continue;
            }
            const Window window{read.integer(pair.at(0), below(place, u"0"_s), 0, -kFar, kFar),
                                read.integer(pair.at(1), below(place, u"1"_s), 0, -kFar, kFar)};
            if (window.first > window.last) {
                read.fail(
                    place,
                    Tr::tr("the window [%1, %2] ends before it begins; write [%2, %1] if that is meant.")
                        .arg(window.first)
                        .arg(window.last));
            }
            out.push_back(window);
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

QuantileRule parseQuantile(Reader &read, const QJsonValue &value)
{
    static constexpr std::array<std::string_view, 4> keys{"of", "bins", "breaks", "report"};
    static constexpr std::array<std::string_view, 2> reports{"each", "top_minus_bottom"};
    const QStringList path{u"quantile"_s};
    const QJsonObject object = read.object(value, path, keys);
    QuantileRule out;
    out.of = read.word(object.value("of"_L1), below(path, u"of"_s), kWeights, Weight::Value);
    if (out.of != Weight::Value && out.of != Weight::Change && out.of != Weight::Surprise)
        read.fail(below(path, u"of"_s), Tr::tr("quantiles are of value, change or surprise."));
    out.bins = read.integer(object.value("bins"_L1), below(path, u"bins"_s), 5, 2, 20);
    out.breaks = read.word(object.value("breaks"_L1), below(path, u"breaks"_s), kBreaks, Breaks::Past);
    if (object.contains("report"_L1)) {
        const QStringList place = below(path, u"report"_s);
        out.each = out.topMinusBottom = false;
        const QJsonValue report = object.value("report"_L1);
        const QJsonArray wanted = report.isString() ? QJsonArray{report} : report.toArray();
        if (wanted.isEmpty())
            read.fail(place, Tr::tr("“report” is a list of each and top_minus_bottom."));
        for (qsizetype i = 0; i < wanted.size(); ++i)
            (read.word(wanted.at(i), below(place, QString::number(i)), reports, 0) == 0
                 ? out.each
                 : out.topMinusBottom) = true;
    }
    return out;
}

std::string parseLinks(Reader &read, const QJsonValue &value, Pairing pair)
{
    const QStringList path{u"links"_s};
    const std::string set = read.text(value, path);
    const auto hash = base::parseSha256(set);
    if (!hash.ok() || base::toHex(*hash) != set)
        read.fail(path, ::core::base::Tr::tr(
                            "“links” is the name of a set of links, 64 hexadecimal digits as a run wrote it; "
                            "leave it out to ask by the links in force."));
    else if (pair != Pairing::Linked)
        read.fail(path, ::core::base::Tr::tr("“links” goes with “pair”: \"linked\" only."));
    return set;
}

ReturnRule parseReturns(Reader &read, const QJsonValue &value)
{
    static constexpr std::array<std::string_view, 5> keys{"kind", "model", "benchmark", "window", "factors"};
    const QStringList path{u"returns"_s};
    ReturnRule out;
    if (value.isUndefined())
        return out;
    const QJsonObject object = read.object(value, path, keys);
    out.kind = read.word(object.value("kind"_L1), below(path, u"kind"_s), kReturnKinds, ReturnKind::Log);
    out.model = read.word(object.value("model"_L1), below(path, u"model"_s), kReturnModels, ReturnModel::Raw);
    out.window = read.integer(object.value("window"_L1), below(path, u"window"_s), 250, 20, 5'000);
    if (object.contains("benchmark"_L1))
        out.benchmark = read.text(object.value("benchmark"_L1), below(path, u"benchmark"_s));
    if (object.contains("factors"_L1))
        out.factors = read.texts(object.value("factors"_L1), below(path, u"factors"_s));
    if (out.model == ReturnModel::Factors && (out.factors.empty() || out.factors.size() > 10))
        read.fail(path, Tr::tr("the model “factors” needs “factors”: a list of one to ten symbols whose "
                               "returns explain the asset's."));
    return out;
}

void parseRest(Reader &read, const QJsonObject &file, Study &study)
{
    static constexpr std::array<std::string_view, 2> nullKeys{"method", "restrict"};
    static constexpr std::array<std::string_view, 3> correctionKeys{"significant", "candidate", "alpha"};
    static constexpr std::array<std::string_view, 3> sampleKeys{"from", "to", "sealed_from"};
    static constexpr std::array<std::string_view, 1> scheduleKeys{"after"};
    if (file.contains("null"_L1)) {
        const QStringList path{u"null"_s};
        const QJsonObject object = read.object(file.value("null"_L1), path, nullKeys);
        study.nullMethod =
            read.word(object.value("method"_L1), below(path, u"method"_s), kNullMethods, NullMethod::Auto);
        study.restriction = read.word(object.value("restrict"_L1), below(path, u"restrict"_s), kRestrictions,
                                      Restriction::None);
    }
    if (file.contains("correction"_L1)) {
        const QStringList path{u"correction"_s};
        const QJsonObject object = read.object(file.value("correction"_L1), path, correctionKeys);
        study.significance = read.word(object.value("significant"_L1), below(path, u"significant"_s),
                                       kSignificances, Significance::MaxT);
        study.candidacy = read.word(object.value("candidate"_L1), below(path, u"candidate"_s), kCandidacies,
                                    Candidacy::Fdr);
        study.alpha = read.number(object.value("alpha"_L1), below(path, u"alpha"_s), 0.05, 1e-6, 0.5);
    }
    if (file.contains("sample"_L1)) {
        const QStringList path{u"sample"_s};
        const QJsonObject object = read.object(file.value("sample"_L1), path, sampleKeys);
        if (object.contains("from"_L1))
            study.from = read.instant(object.value("from"_L1), below(path, u"from"_s), false);
        if (object.contains("to"_L1))
            study.to = read.instant(object.value("to"_L1), below(path, u"to"_s), true);
        if (object.contains("sealed_from"_L1))
            study.sealedFrom =
                read.instant(object.value("sealed_from"_L1), below(path, u"sealed_from"_s), false);
        if (study.from.isValid() && study.to.isValid() && study.from >= study.to)
            read.fail(path, Tr::tr("the sample ends before it begins."));
    }
    study.schedule = file.value("schedule"_L1);
    if (study.schedule.isObject())
        read.object(study.schedule, {u"schedule"_s}, scheduleKeys);
    else if (!study.schedule.isUndefined() && !study.schedule.isString())
        read.fail(
            {u"schedule"_s},
            Tr::tr(
                "“schedule” is a text such as \"daily 02:00 America/New_York\" or {\"after\": \"fred\"}."));
    const double seed = read.number(file.value("seed"_L1), {u"seed"_s}, 1, 0, 9007199254740991.0);
    if (seed != std::floor(seed))
        read.fail({u"seed"_s}, Tr::tr("the seed is a whole number."));
    study.seed = static_cast<std::uint64_t>(seed);
    study.trim = read.flag(file.value("trim"_L1), {u"trim"_s}, true);
}

/// Choices that are fine alone and contradict one another.
void checkTogether(Reader &read, const Study &study)
{
    if (study.statistic == Statistic::QuantileSpread && !study.quantile)
        read.fail(
            {u"statistic"_s},
            Tr::tr("quantile_spread needs the key “quantile”, such as {\"of\": \"value\", \"bins\": 5}."));
    if (study.pool == Pooling::Assets && study.pair == Pairing::All)
        read.fail({u"pool"_s}, Tr::tr("pooling over assets needs “pair”: \"entity\" or \"linked\", so that "
                                      "each event has its own asset."));
    if ((study.response == Response::Volume || study.response == Response::Range) &&
        study.returns.model != ReturnModel::Raw && study.returns.model != ReturnModel::MeanAdjusted) {
        read.fail({u"returns"_s, u"model"_s},
                  Tr::tr("the response %1 can be raw or mean_adjusted.").arg(qs(toText(study.response))));
    }
    for (std::size_t i = 0; i < study.events.size(); ++i) {
        const QStringList path{u"events"_s, QString::number(i), u"weight"_s};
        const Weight weight = study.events[i].weight;
        if (study.statistic == Statistic::Slope && weight == Weight::Presence)
            read.fail(
                path,
                Tr::tr(
                    "a slope needs something that varies: use the weight value, change, surprise or count."));
    }
}

} // namespace

Result<Study> parseStudy(std::string_view text, base::Instant now)
{
    static constexpr std::array<std::string_view, 18> keys{
        "name",     "events",   "assets",    "pair",    "pool",     "quantile",
        "response", "returns",  "statistic", "windows", "null",     "correction",
        "sample",   "schedule", "seed",      "trim",    "interval", "links"};
    const auto json = base::parseDefinition(text);
    if (!json.ok())
        return json.error();
    Reader read(text, now);
    const QJsonObject file = read.object(*json, {}, keys);
    Study study;
    if (file.contains("name"_L1))
        study.name = read.text(file.value("name"_L1), {u"name"_s});
    if (file.contains("interval"_L1))
        study.interval = read.text(file.value("interval"_L1), {u"interval"_s});
    study.events = parseEvents(read, file.value("events"_L1));
    study.assets = parseAssets(read, file.value("assets"_L1));
    study.pair = read.word(file.value("pair"_L1), {u"pair"_s}, kPairings, Pairing::All);
    study.pool = read.word(file.value("pool"_L1), {u"pool"_s}, kPoolings, Pooling::None);
    if (file.contains("links"_L1))
        study.links = parseLinks(read, file.value("links"_L1), study.pair);
    if (file.contains("quantile"_L1))
        study.quantile = parseQuantile(read, file.value("quantile"_L1));
    study.response = read.word(file.value("response"_L1), {u"response"_s}, kResponses, Response::Return);
    study.returns = parseReturns(read, file.value("returns"_L1));
    study.statistic =
        read.word(file.value("statistic"_L1), {u"statistic"_s}, kStatistics, Statistic::Automatic);
    study.windows = parseWindows(read, file.value("windows"_L1));
    parseRest(read, file, study);
    checkTogether(read, study);
    if (read.fault())
        return *read.fault();
    if (study.name.empty())
        study.name = study.events.front().name;
    return study;
}

} // namespace core::domain
