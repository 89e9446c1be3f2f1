// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartjson.h"

#include "core/base/json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace widgets {

using core::base::jsonNumber;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPixels = 800;       ///< a page is hardly wider
constexpr std::size_t kRaw = 2400; ///< so many rows are kept as they are
constexpr std::size_t kMostMarks = 500;
constexpr double kSlot = 1; ///< pixels a bar: fewer than two are drawn together

constexpr std::array kLooks{"line", "step", "points", "columns", "band"};
constexpr std::array kRoles{"window",    "panel", "raised", "line", "text",      "muted", "accent",
                            "on_accent", "up",    "down",   "warn", "selection", "hover"};

template <typename Enum, std::size_t N>
QString word(Enum value, const std::array<const char *, N> &words)
{
    return QString::fromLatin1(words[static_cast<std::size_t>(value)]);
}

template <typename Enum, std::size_t N>
Enum enumOf(const QJsonValue &value, const std::array<const char *, N> &words, Enum fallback)
{
    const QString text = value.toString();
    for (std::size_t i = 0; i < N; ++i) {
        if (text == QLatin1String(words[i]))
            return static_cast<Enum>(i);
    }
    return fallback;
}

double numberOf(const QJsonValue &value)
{
    return value.isDouble() ? value.toDouble() : std::numeric_limits<double>::quiet_NaN();
}

template <typename Rows, typename Of>
QJsonArray numbers(const Rows &rows, Of of)
{
    QJsonArray out;
    for (const auto &row : rows)
        out.append(jsonNumber(of(row)));
    return out;
}

/// The rows in view and one beside on each side, so that lines run to the edges.
std::pair<std::size_t, std::size_t> rowsOf(const std::vector<double> &x, const PixelGrid &grid)
{
    auto [first, last] = rowsWithin(x, grid.from, grid.to);
    return {first > 0 ? first - 1 : 0, std::min(last + 1, x.size())};
}

QJsonArray slice(const std::vector<double> &values, std::pair<std::size_t, std::size_t> rows)
{
    return numbers(std::span(values).subspan(rows.first, rows.second - rows.first),
                   [](double value) { return value; });
}

QJsonObject toJson(const ChartSeries &series, const PixelGrid &grid)
{
    QJsonObject out{{u"name"_s, series.name},
                    {u"look"_s, word(series.look, kLooks)},
                    {u"color"_s, series.color},
                    {u"dashed"_s, series.dashed}};
    if (series.role)
        out[u"role"_s] = word(*series.role, kRoles);
    const std::vector<double> &x = *series.x;
    const auto rows = rowsOf(x, grid);
    const bool isBand = series.look == ChartLook::Band;
    if (rows.second - rows.first <= kRaw) {
        out[u"x"_s] = slice(x, rows);
        if (isBand) {
            out[u"low"_s] = slice(*series.low, rows);
            out[u"high"_s] = slice(*series.high, rows);
        } else {
            out[u"y"_s] = slice(*series.y, rows);
        }
        return out;
    }
    const auto summary = [](const std::shared_ptr<const Pyramid> &made, const Column &values) {
        return made ? made : Pyramid::of(values);
    };
    if (isBand) {
        const auto low = summary(series.lowSummary, series.low);
        const auto high = summary(series.highSummary, series.high);
        const std::vector<RangePoint> points = ranges(x, *low, *high, grid);
        out[u"x"_s] = numbers(points, [](const RangePoint &point) { return point.x; });
        out[u"low"_s] = numbers(points, [](const RangePoint &point) { return point.low; });
        out[u"high"_s] = numbers(points, [](const RangePoint &point) { return point.high; });
        return out;
    }
    const std::vector<PlotPoint> points = m4(x, *summary(series.ySummary, series.y), grid);
    out[u"x"_s] = numbers(points, [](const PlotPoint &point) { return point.x; });
    out[u"y"_s] = numbers(points, [](const PlotPoint &point) { return point.y; });
    return out;
}

QJsonObject toJson(const ChartCandles &candles, const PixelGrid &grid)
{
    const std::vector<double> &x = *candles.x;
    const auto rows = rowsOf(x, grid);
    if (rows.second - rows.first <= static_cast<std::size_t>(kPixels)) {
        return {{u"x"_s, slice(x, rows)},
                {u"open"_s, slice(*candles.open, rows)},
                {u"high"_s, slice(*candles.high, rows)},
                {u"low"_s, slice(*candles.low, rows)},
                {u"close"_s, slice(*candles.close, rows)}};
    }
    const auto high = candles.highSummary ? candles.highSummary : Pyramid::of(candles.high);
    const auto low = candles.lowSummary ? candles.lowSummary : Pyramid::of(candles.low);
    const std::vector<CandleBar> bars =
        candleBars({x, *candles.open, high.get(), low.get(), *candles.close}, grid, kSlot);
    return {{u"x"_s, numbers(bars, [](const CandleBar &bar) { return bar.x; })},
            {u"open"_s, numbers(bars, [](const CandleBar &bar) { return bar.open; })},
            {u"high"_s, numbers(bars, [](const CandleBar &bar) { return bar.high; })},
            {u"low"_s, numbers(bars, [](const CandleBar &bar) { return bar.low; })},
            {u"close"_s, numbers(bars, [](const CandleBar &bar) { return bar.close; })}};
}

Column columnOf(const QJsonValue &value)
{
    std::vector<double> out;
    const QJsonArray array = value.toArray();
    out.reserve(static_cast<std::size_t>(array.size()));
    for (const QJsonValue &each : array)
        out.push_back(numberOf(each));
    return column(std::move(out));
}

bool runsForward(const std::vector<double> &x)
{
    return std::all_of(x.begin(), x.end(), [](double at) { return std::isfinite(at); }) &&
           std::is_sorted(x.begin(), x.end());
}

std::optional<ChartSeries> seriesOf(const QJsonObject &json)
{
    ChartSeries out;
    out.name = json.value("name"_L1).toString();
    out.look = enumOf(json.value("look"_L1), kLooks, ChartLook::Line);
    out.color = std::clamp(json.value("color"_L1).toInt(), 0, 1000);
    out.dashed = json.value("dashed"_L1).toBool();
    if (json.contains("role"_L1))
        out.role = enumOf(json.value("role"_L1), kRoles, Role::Text);
    out.x = columnOf(json.value("x"_L1));
    if (!runsForward(*out.x))
        return std::nullopt;
    if (out.look == ChartLook::Band) {
        out.low = columnOf(json.value("low"_L1));
        out.high = columnOf(json.value("high"_L1));
        if (out.low->size() != out.x->size() || out.high->size() != out.x->size())
            return std::nullopt;
        return out;
    }
    out.y = columnOf(json.value("y"_L1));
    return out.y->size() == out.x->size() ? std::optional(out) : std::nullopt;
}

std::optional<ChartCandles> candlesOf(const QJsonObject &json)
{
    ChartCandles out;
    out.x = columnOf(json.value("x"_L1));
    out.open = columnOf(json.value("open"_L1));
    out.high = columnOf(json.value("high"_L1));
    out.low = columnOf(json.value("low"_L1));
    out.close = columnOf(json.value("close"_L1));
    if (!runsForward(*out.x))
        return std::nullopt;
    for (const Column &values : {out.open, out.high, out.low, out.close}) {
        if (values->size() != out.x->size())
            return std::nullopt;
    }
    return out;
}

void addMarks(QJsonObject &out, const ChartSpec &spec, const PixelGrid &grid)
{
    QJsonArray markers, shades, rules;
    for (const ChartMarker &marker : spec.markers) {
        if (marker.x >= grid.from && marker.x <= grid.to &&
            markers.size() < static_cast<qsizetype>(kMostMarks))
            markers.append(
                QJsonObject{{u"x"_s, marker.x}, {u"text"_s, marker.text}, {u"color"_s, marker.color}});
    }
    for (const ChartShade &shade : spec.shades) {
        if (shade.to >= grid.from && shade.from <= grid.to &&
            shades.size() < static_cast<qsizetype>(kMostMarks)) {
            shades.append(QJsonObject{{u"from"_s, shade.from},
                                      {u"to"_s, shade.to},
                                      {u"role"_s, word(shade.role, kRoles)},
                                      {u"label"_s, shade.label}});
        }
    }
    for (const ChartRule &rule : spec.rules) {
        rules.append(QJsonObject{{u"vertical"_s, rule.orientation == Qt::Vertical},
                                 {u"at"_s, jsonNumber(rule.at)},
                                 {u"label"_s, rule.label},
                                 {u"role"_s, word(rule.role, kRoles)},
                                 {u"dashed"_s, rule.dashed}});
    }
    const auto within = [&grid](const std::vector<double> &places) {
        const auto [first, last] = rowsWithin(places, grid.from, grid.to);
        return slice(places, {first, last});
    };
    if (!spec.breaks.empty())
        out[u"breaks"_s] = within(spec.breaks);
    if (!spec.missing.empty())
        out[u"missing"_s] = within(spec.missing);
    out[u"markers"_s] = markers;
    out[u"shades"_s] = shades;
    out[u"rules"_s] = rules;
}

void takeMarks(ChartSpec &spec, const QJsonObject &json)
{
    for (const QJsonValue &value : json.value("markers"_L1).toArray()) {
        spec.markers.push_back({numberOf(value["x"_L1]),
                                value["text"_L1].toString(),
                                std::clamp(value["color"_L1].toInt(), 0, 1000),
                                {}});
    }
    std::erase_if(spec.markers, [](const ChartMarker &marker) { return !std::isfinite(marker.x); });
    for (const QJsonValue &value : json.value("shades"_L1).toArray()) {
        spec.shades.push_back({numberOf(value["from"_L1]), numberOf(value["to"_L1]),
                               enumOf(value["role"_L1], kRoles, Role::Accent), value["label"_L1].toString()});
    }
    std::erase_if(spec.shades, [](const ChartShade &shade) {
        return !std::isfinite(shade.from) || !std::isfinite(shade.to);
    });
    for (const QJsonValue &value : json.value("rules"_L1).toArray()) {
        spec.rules.push_back({value["vertical"_L1].toBool() ? Qt::Vertical : Qt::Horizontal,
                              numberOf(value["at"_L1]), value["label"_L1].toString(),
                              enumOf(value["role"_L1], kRoles, Role::Muted), value["dashed"_L1].toBool()});
    }
    for (const auto &[places, key] :
         {std::pair(&spec.breaks, "breaks"_L1), std::pair(&spec.missing, "missing"_L1)}) {
        *places = *columnOf(json.value(key));
        if (!runsForward(*places))
            places->clear();
    }
    std::erase_if(spec.rules, [](const ChartRule &rule) { return !std::isfinite(rule.at); });
}

} // namespace

QJsonObject chartToJson(const ChartSpec &spec, std::pair<double, double> range)
{
    const PixelGrid grid{range.first, range.second, kPixels};
    QJsonObject out{{u"title"_s, spec.title},
                    {u"x_title"_s, spec.xTitle},
                    {u"y_title"_s, spec.yTitle},
                    {u"source"_s, spec.source},
                    {u"time_axis"_s, spec.timeAxis},
                    {u"zone"_s, spec.zone},
                    {u"y_from"_s, jsonNumber(spec.yFrom)},
                    {u"y_to"_s, jsonNumber(spec.yTo)},
                    {u"y_log"_s, spec.yLog},
                    {u"summary"_s, spec.summary},
                    {u"from"_s, jsonNumber(range.first)},
                    {u"to"_s, jsonNumber(range.second)}};
    QJsonArray series;
    for (const ChartSeries &one : spec.series)
        series.append(toJson(one, grid));
    out[u"series"_s] = series;
    if (spec.candles)
        out[u"candles"_s] = toJson(*spec.candles, grid);
    addMarks(out, spec, grid);
    return out;
}

std::optional<ChartSpec> chartFromJson(const QJsonObject &json)
{
    ChartSpec spec;
    spec.title = json.value("title"_L1).toString();
    spec.xTitle = json.value("x_title"_L1).toString();
    spec.yTitle = json.value("y_title"_L1).toString();
    spec.source = json.value("source"_L1).toString();
    spec.timeAxis = json.value("time_axis"_L1).toBool();
    spec.zone = json.value("zone"_L1).toString(u"UTC"_s);
    spec.yFrom = numberOf(json.value("y_from"_L1));
    spec.yTo = numberOf(json.value("y_to"_L1));
    spec.yLog = json.value("y_log"_L1).toBool();
    spec.summary = json.value("summary"_L1).toString();
    for (const QJsonValue &value : json.value("series"_L1).toArray()) {
        auto series = seriesOf(value.toObject());
        if (!series)
            return std::nullopt;
        spec.series.push_back(std::move(*series));
    }
    if (json.contains("candles"_L1)) {
        spec.candles = candlesOf(json.value("candles"_L1).toObject());
        if (!spec.candles)
            return std::nullopt;
    }
    takeMarks(spec, json);
    if (spec.series.empty() && !spec.candles)
        return std::nullopt;
    prepare(spec);
    return spec;
}

std::optional<std::pair<double, double>> chartRange(const QJsonObject &json)
{
    const std::pair range(numberOf(json.value("from"_L1)), numberOf(json.value("to"_L1)));
    return range.first < range.second ? std::optional(range) : std::nullopt;
}

} // namespace widgets
