// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/pricechart.h"

#include "core/base/text.h"
#include "core/workbench/barview.h"
#include "core/workbench/chartseries.h"
#include "widgets/common/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace widgets {

using namespace core;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;

namespace {

constexpr std::array<const char *, 6> kStored{"1d", "1h", "30m", "15m", "5m", "1m"};
constexpr std::array<int, 6> kFibonacci{2, 3, 5, 8, 13, 21};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(pricechart)
};

Error cancelled()
{
    return {ErrorCode::Cancelled, Tr::tr("Cancelled.")};
}

bool hasAny(const std::vector<double> &values)
{
    return std::any_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

QString nameOf(const std::optional<domain::Instrument> &instrument)
{
    return instrument && !instrument->name.empty() ? oneLine(instrument->name, 80) : QString();
}

} // namespace

Result<StoredSymbols> storedSymbols(const BenchPtr &bench, const workbench::Job &job)
{
    StoredSymbols out;
    for (const char *interval : kStored) {
        if (job.cancel.isCancelled())
            return cancelled();
        const Result<std::vector<std::string>> symbols = bench->bars().symbols(interval);
        if (!symbols)
            return symbols.error();
        for (const std::string &symbol : *symbols)
            out.intervals[base::qs(symbol)].append(QString::fromLatin1(interval));
    }
    out.symbols = out.intervals.keys();
    std::sort(out.symbols.begin(), out.symbols.end());
    return out;
}

Result<ChartSpec> priceChart(const BenchPtr &bench, const PriceRequest &request, const workbench::Job &job)
{
    workbench::BarRequest wanted;
    wanted.query.symbol = base::utf8(request.symbol);
    wanted.query.interval = base::utf8(request.interval);
    wanted.query.asOf = request.asOf;
    const Result<std::optional<domain::Instrument>> instrument =
        bench->bars().instrument(wanted.query.symbol);
    if (!instrument)
        return instrument.error();
    if (request.adjusted) {
        const auto known = workbench::parseAdjustment("known");
        if (!known)
            return known.error();
        wanted.adjustment = *known;
    }
    Result<domain::BarSeries> bars = workbench::barsOf(bench->bars(), wanted);
    if (!bars)
        return bars.error();
    if (job.cancel.isCancelled())
        return cancelled();

    ChartSpec spec;
    std::vector<double> x;
    x.reserve(bars->size());
    for (const Instant close : bars->tsEnd)
        x.push_back(static_cast<double>(close.micros()));
    const QString symbol = oneLine(request.symbol, 40);
    const QString name = nameOf(*instrument);
    spec.timeAxis = true;
    spec.zone = request.zone;
    spec.title = QStringLiteral("%1 · %2").arg(
        name.isEmpty() || name == symbol ? symbol : QStringLiteral("%1 · %2").arg(symbol, name),
        intervalText(request.interval));
    const QString currency = *instrument && !(*instrument)->currency.empty()
                                 ? oneLine((*instrument)->currency, 12)
                                 : Tr::tr("Price");
    spec.yTitle = request.adjusted ? Tr::tr("%1, adjusted for splits and dividends").arg(currency)
                                   : Tr::tr("%1, as quoted").arg(currency);
    spec.source = bars->size() == 1 ? Tr::tr("1 bar") : Tr::tr("%1 bars").arg(countText(bars->size()));
    const store::WorkspaceIdentity &identity = bench->identity();
    spec.source +=
        QStringLiteral(" · ") + (identity.sample ? Tr::tr("simulated sample")
                                                 : Tr::tr("workspace %1").arg(oneLine(identity.name, 60)));
    if (request.asOf.isValid())
        spec.source +=
            QStringLiteral(" · ") + Tr::tr("as known at %1 UTC").arg(instantText(request.asOf, {}));
    if (bars->size() > 0) {
        const double first = bars->close.front();
        const double last = bars->close.back();
        spec.summary = Tr::tr("Prices of %1 from %2 to %3: first close %4, last close %5.")
                           .arg(symbol, dayText(bars->tsEnd.front()), dayText(bars->tsEnd.back()),
                                valueText(first), valueText(last));
    }
    const auto breaks = workbench::breaksOf(bench->bars(), *bars);
    if (!breaks)
        return breaks.error();
    const auto places = [](const std::vector<Instant> &instants) {
        std::vector<double> out;
        for (const Instant at : instants)
            out.push_back(static_cast<double>(at.micros()));
        return out;
    };
    spec.breaks = places(breaks->sessions);
    spec.missing = places(breaks->missing);
    const Column times = column(std::move(x));
    if (request.candles && hasAny(bars->open) && hasAny(bars->high) && hasAny(bars->low)) {
        ChartCandles candles;
        candles.x = times;
        candles.open = column(std::move(bars->open));
        candles.high = column(std::move(bars->high));
        candles.low = column(std::move(bars->low));
        candles.close = column(std::move(bars->close));
        spec.candles = std::move(candles);
    } else {
        ChartSeries line;
        line.name = Tr::tr("Close");
        line.x = times;
        line.y = column(std::move(bars->close));
        spec.series.push_back(std::move(line));
    }
    prepare(spec);
    return spec;
}

QStringList offeredIntervals(const QStringList &stored)
{
    QStringList out = stored;
    if (!stored.isEmpty()) {
        for (const int count : kFibonacci)
            out.append(QStringLiteral("fib%1").arg(count));
    }
    return out;
}

QString intervalText(const QString &interval)
{
    if (interval.startsWith(QLatin1String("fib")))
        return Tr::tr("%1 bars (Fibonacci)").arg(interval.mid(3));
    const int count = interval.left(interval.size() - 1).toInt();
    if (interval.endsWith(QLatin1Char('d')))
        return count == 1 ? Tr::tr("1 day") : Tr::tr("%1 days").arg(count);
    if (interval.endsWith(QLatin1Char('h')))
        return count == 1 ? Tr::tr("1 hour") : Tr::tr("%1 hours").arg(count);
    if (interval.endsWith(QLatin1Char('m')))
        return Tr::tr("%1 min").arg(count);
    return oneLine(interval, 20);
}

Result<EventMarks> eventMarks(const BenchPtr &bench, const QString &filter, std::size_t limit,
                              const workbench::Job &job, base::Instant asOf)
{
    // one more than is shown tells whether there are more
    Result<std::vector<workbench::EventMark>> marks =
        workbench::marksOf(*bench, base::utf8(filter), {}, {}, limit + 1, job.cancel, asOf);
    if (!marks)
        return marks.error();
    EventMarks out;
    out.more = marks->size() > limit;
    if (out.more)
        marks->erase(marks->begin());
    std::map<std::string, int> colors; // one for each type, in the order they occur; 0 is the price's
    out.markers.reserve(marks->size());
    for (const workbench::EventMark &mark : *marks) {
        const int next = static_cast<int>(colors.size()) + 1;
        const int color = colors.try_emplace(mark.eventType, next).first->second;
        QString text = oneLine(mark.eventType, 40);
        if (!mark.entity.empty())
            text += QStringLiteral(" · ") + oneLine(mark.entity, 40);
        if (std::isfinite(mark.value))
            text += QStringLiteral(" · ") + valueText(mark.value);
        if (!mark.text.empty())
            text += QStringLiteral(" · ") + oneLine(mark.text, 120);
        out.markers.push_back({static_cast<double>(mark.at.micros()), text, color,
                               QString::fromStdString(base::toText(mark.id))});
    }
    return out;
}

Result<domain::Event> eventOf(const BenchPtr &bench, const QString &id, const workbench::Job &job)
{
    const Result<domain::Filter> filter =
        domain::Filter::parse(QStringLiteral("id == \"%1\"").arg(id).toStdString(), bench->clock().now());
    if (!filter)
        return filter.error();
    domain::EventQuery query;
    query.filter = std::make_shared<const domain::Filter>(*filter);
    query.limit = 1;
    std::optional<domain::Event> found;
    const Result<void> read = bench->events().read(
        query,
        [&found](const domain::Event &event) {
            found = event;
            return false;
        },
        job.cancel);
    if (!read)
        return read.error();
    if (!found)
        return Error{ErrorCode::NotFound,
                     Tr::tr("The event is no longer in the workspace; reload the chart.")};
    return *found;
}

Result<std::vector<domain::EventGroup>> eventTypes(const BenchPtr &bench, std::size_t most)
{
    Result<std::vector<domain::EventGroup>> groups = bench->events().count({}, "event_type");
    if (!groups)
        return groups;
    std::stable_sort(
        groups->begin(), groups->end(),
        [](const domain::EventGroup &a, const domain::EventGroup &b) { return a.count > b.count; });
    if (groups->size() > most)
        groups->resize(most);
    return groups;
}

QString typeFilter(const QString &eventType)
{
    QString text = eventType;
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QStringLiteral("event_type == \"%1\"").arg(text);
}

std::vector<ChartShade> windowShades(const std::vector<double> &x, const std::vector<double> &eventBars,
                                     domain::Window window, const QString &label)
{
    std::vector<ChartShade> out;
    const auto last = static_cast<std::ptrdiff_t>(x.size()) - 1;
    for (const double at : eventBars) {
        if (x.empty() || at < x.front() || at > x.back())
            continue;
        const std::ptrdiff_t bar = std::lower_bound(x.begin(), x.end(), at) - x.begin();
        const auto from = std::clamp<std::ptrdiff_t>(bar + window.first - 1, 0, last);
        const auto to = std::clamp<std::ptrdiff_t>(bar + window.last, 0, last);
        ChartShade shade{x[static_cast<std::size_t>(from)], x[static_cast<std::size_t>(to)], Role::Accent,
                         label};
        if (!out.empty() && shade.from <= out.back().to)
            out.back().to = std::max(out.back().to, shade.to);
        else
            out.push_back(std::move(shade));
    }
    return out;
}

} // namespace widgets
