// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/assets.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/runner.h"
#include "core/domain/filter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kDefaultBenchmark = "SPY";

/// Instruments speak the grammar of events: their columns become metadata, the symbol the entity.
domain::Event asEvent(const domain::Instrument &instrument)
{
    QJsonObject meta = QJsonDocument::fromJson(QByteArray::fromStdString(instrument.metadata)).object();
    for (const auto &[key, value] : {std::pair{u"kind"_s, &instrument.kind},
                                     {u"exchange"_s, &instrument.exchange},
                                     {u"currency"_s, &instrument.currency},
                                     {u"sector"_s, &instrument.sector},
                                     {u"name"_s, &instrument.name},
                                     {u"symbol"_s, &instrument.symbol}}) {
        if (!value->empty())
            meta[key] = qs(*value);
    }
    domain::Event out;
    out.entity = instrument.symbol;
    out.text = instrument.name;
    out.metadata = base::canonicalJson(meta);
    return out;
}

/// Writes meta. before the instrument's columns, outside quotes.
std::string withMeta(const std::string &filter)
{
    static const QRegularExpression column(
        u"(\"(?:[^\"\\\\]|\\\\.)*\")|(?<![\\w.])(kind|exchange|currency|sector|name|symbol)(?=\\s*(?:==|!=|<|>|\\b(?:contains|matches|in)\\b))"_s);
    QString out;
    qsizetype done = 0;
    const QString text = qs(filter);
    for (auto match = column.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        out += text.sliced(done, found.capturedStart() - done);
        out += found.capturedLength(1) > 0 ? found.captured(1) : u"meta."_s + found.captured(2);
        done = found.capturedEnd();
    }
    return base::utf8(out + text.sliced(done));
}

Result<std::vector<std::string>> byFilter(const std::string &text, const std::vector<std::string> &withBars,
                                          const RunContext &context)
{
    const auto filter = domain::Filter::parse(withMeta(text), context.clock.now());
    if (!filter.ok())
        return Error{ErrorCode::BadInput, Tr::tr("Study, assets.filter: %1").arg(filter.error().message)};
    const auto instruments = context.bars.instruments();
    if (!instruments.ok())
        return instruments.error();
    std::vector<std::string> out;
    for (const domain::Instrument &instrument : *instruments) {
        if (filter->matches(asEvent(instrument)) &&
            std::binary_search(withBars.begin(), withBars.end(), instrument.symbol))
            out.push_back(instrument.symbol);
    }
    if (out.empty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("No instrument with bars passes the assets filter “%1”.").arg(qs(text))};
    return out;
}

Error unknownSymbol(const std::string &symbol, const std::vector<std::string> &withBars,
                    const domain::Study &study)
{
    const auto like = std::find_if(withBars.begin(), withBars.end(), [&symbol](const std::string &other) {
        return qs(other).compare(qs(symbol), Qt::CaseInsensitive) == 0;
    });
    if (like != withBars.end()) {
        return {ErrorCode::BadInput,
                Tr::tr("The study names the asset “%1”, which has no %2 bars; did you mean “%3”?")
                    .arg(qs(symbol), qs(study.interval), qs(*like))};
    }
    return {ErrorCode::BadInput, Tr::tr("The study names the asset “%1”, which has no %2 bars in this "
                                        "workspace; import them or take it out.")
                                     .arg(qs(symbol), qs(study.interval))};
}

/// Puts the symbols that have bars in the place of other spellings and CIKs, each once.
Result<void> settle(StudyAssets &out, const std::vector<std::string> &withBars, const RunContext &context)
{
    std::vector<std::string> settled;
    for (std::string &symbol : out.symbols) {
        auto meant =
            domain::findSymbol(symbol, withBars, context.names.get(), context.asOf, context.snapshot);
        if (!meant.ok())
            return meant.error();
        if (*meant && **meant != symbol) {
            out.notes.push_back(Tr::tr("The asset “%1” has its bars under %2.").arg(qs(symbol), qs(**meant)));
            symbol = std::move(**meant);
        }
        if (std::find(settled.begin(), settled.end(), symbol) == settled.end())
            settled.push_back(std::move(symbol));
    }
    out.symbols = std::move(settled);
    return {};
}

} // namespace

Result<StudyAssets> chooseAssets(const domain::Study &study, const RunContext &context)
{
    const auto withBars = context.bars.symbols(study.interval);
    if (!withBars.ok())
        return withBars.error();
    StudyAssets out;
    if (!study.assets.filter.empty()) {
        auto found = byFilter(study.assets.filter, *withBars, context);
        if (!found.ok())
            return found.error();
        out.symbols = std::move(*found);
    } else if (!study.assets.watchlist.empty()) {
        if (!context.watchlist)
            return Error{
                ErrorCode::NotFound,
                Tr::tr("There is no watchlist “%1” in this workspace.").arg(qs(study.assets.watchlist))};
        auto found = context.watchlist(study.assets.watchlist, context.snapshot);
        if (!found.ok())
            return found.error();
        out.symbols = std::move(*found);
        if (out.symbols.empty())
            return Error{ErrorCode::BadInput,
                         Tr::tr("The watchlist “%1” is empty.").arg(qs(study.assets.watchlist))};
    } else {
        out.symbols = study.assets.symbols;
    }
    if (auto settled = settle(out, *withBars, context); !settled.ok())
        return settled.error();
    const auto known = [&withBars](const std::string &symbol) {
        return std::binary_search(withBars->begin(), withBars->end(), symbol);
    };
    auto benchmark = domain::findSymbol(study.returns.benchmark, *withBars, context.names.get(), context.asOf,
                                        context.snapshot);
    if (!benchmark.ok())
        return benchmark.error();
    out.benchmark = !study.returns.benchmark.empty() ? benchmark->value_or(study.returns.benchmark)
                    : known(kDefaultBenchmark)       ? kDefaultBenchmark
                                                     : out.symbols.front();
    std::vector<std::string> needed = out.symbols;
    needed.push_back(out.benchmark);
    needed.insert(needed.end(), study.returns.factors.begin(), study.returns.factors.end());
    for (const std::string &symbol : needed) {
        if (!known(symbol))
            return unknownSymbol(symbol, *withBars, study);
    }
    if (study.returns.benchmark.empty())
        out.notes.push_back(
            Tr::tr("The study names no benchmark, so %1 gives the calendar.").arg(qs(out.benchmark)));
    return out;
}

Result<std::map<std::string, domain::BarSeries>> readBars(const std::vector<std::string> &symbols,
                                                          const domain::Study &study,
                                                          const RunContext &context, Unlisted unlisted)
{
    std::vector<std::string> distinct = symbols;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    domain::BarQuery query;
    query.interval = study.interval;
    query.asOf = context.asOf;
    query.snapshot = context.snapshot;
    query.verified = true;
    auto bars = context.bars.readMany(distinct, query);
    if (!bars.ok())
        return bars.error();
    for (const std::string &symbol : distinct) {
        domain::BarSeries &series = (*bars)[symbol];
        series.symbol = symbol;
        if (series.size() == 0 && unlisted == Unlisted::Refused) {
            return Error{ErrorCode::BadInput, Tr::tr("The asset “%1” has no %2 bars in the snapshot this "
                                                     "study runs on; import them or take it out.")
                                                  .arg(qs(symbol), qs(study.interval))};
        }
    }
    return bars;
}

} // namespace core::discovery
