// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/facts.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/uuid.h"
#include "widgets/common/filterterm.h"
#include "widgets/common/words.h"

#include <QApplication>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;
using namespace Qt::StringLiterals;
using base::qs;

namespace {

struct FactsTr {
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

constexpr std::size_t kMostMeta = 500;    ///< rows of metadata
constexpr int kMostDepth = 16;            ///< objects within objects that are flattened
constexpr std::size_t kMostLiteral = 400; ///< longer texts are searched for by a part of them

Fact text(const QString &name, const std::string &value, const QString &meaning)
{
    if (value.empty())
        return {name, kMissingText, meaning};
    const QString literal = value.size() <= kMostLiteral ? filterText(value) : QString();
    return {name, oneLine(value), meaning, qs(value), literal};
}

/// One of the words of the data: shown in the window's language, copied and filtered by as it is.
Fact word(const QString &name, std::string_view value, const QString &meaning)
{
    Fact fact = text(name, std::string(value), meaning);
    fact.value = wordText(value);
    return fact;
}

Fact instant(const QString &name, base::Instant at, const base::Zone &zone, const QString &meaning,
             bool isDay = false)
{
    if (!at.isValid())
        return {name, kMissingText, meaning};
    return {name, u"%1 (%2)"_s.arg(instantText(at, zone, isDay), qs(zone.name())),
            FactsTr::tr("%1 In UTC: %2").arg(meaning, qs(base::toIso(at))), qs(base::toIso(at)),
            filterInstant(at)};
}

void flatten(const QJsonValue &value, const QStringList &path, int depth, Facts &out)
{
    if (out.size() >= kMostMeta)
        return;
    if (value.isObject() && depth < kMostDepth) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            flatten(it.value(), path + QStringList{it.key()}, depth + 1, out);
        return;
    }
    const QString field = metaField(path);
    const QString name = field.isEmpty() ? u"meta."_s + path.join(u'.') : field;
    const QString meaning = FactsTr::tr("From the metadata the source gave.");
    Fact fact{oneLine(name, 120), {}, meaning};
    if (value.isString()) {
        fact = text(fact.name, base::utf8(value.toString()), meaning);
    } else if (value.isDouble()) {
        fact.value = valueText(value.toDouble());
        fact.whole = fact.literal = filterNumber(value.toDouble());
    } else if (value.isBool()) {
        fact.value = fact.literal = value.toBool() ? u"true"_s : u"false"_s;
    } else if (value.isNull()) {
        fact.value = kMissingText;
    } else {
        fact.whole = qs(base::canonicalJson(value)); // lists: shown, but no filter compares them
        fact.value = oneLine(fact.whole);
    }
    if (field.isEmpty())
        fact.literal.clear();
    out.push_back(fact);
}

QString rate(double share, double low, double high)
{
    return std::isfinite(low) && std::isfinite(high)
               ? FactsTr::tr("%1 (%2 to %3)").arg(shareText(share), shareText(low), shareText(high))
               : shareText(share);
}

void addMetadata(const std::string &metadata, Facts &facts)
{
    if (metadata.empty())
        return;
    const auto parsed = base::parseJson(metadata);
    if (!parsed || !parsed->isObject()) {
        facts.push_back(text(u"metadata"_s, metadata, FactsTr::tr("As the source gave it.")));
        facts.back().literal.clear();
        return;
    }
    Facts meta;
    flatten(*parsed, {}, 0, meta);
    const bool isCut = meta.size() >= kMostMeta;
    for (Fact &fact : meta)
        facts.push_back(std::move(fact));
    if (isCut)
        facts.push_back({u"…"_s, FactsTr::tr("there is more"),
                         FactsTr::tr("Only the first %1 entries are shown.").arg(kMostMeta)});
}

} // namespace

Facts factsOf(const domain::Event &event, const base::Zone &zone)
{
    Facts facts;
    facts.push_back(text(u"event_type"_s, event.eventType, FactsTr::tr("What kind of event it is.")));
    facts.push_back(text(u"source"_s, event.source, FactsTr::tr("Who reports it.")));
    facts.push_back(text(u"entity"_s, event.entity, FactsTr::tr("Whom or what it is about.")));
    Fact value{u"value"_s, valueText(event.value), FactsTr::tr("Its size, in the unit below.")};
    if (std::isfinite(event.value))
        value.whole = value.literal = filterNumber(event.value);
    facts.push_back(value);
    facts.push_back(text(u"unit"_s, event.unit, FactsTr::tr("What the value counts.")));
    facts.push_back(text(u"text"_s, event.text, FactsTr::tr("Headline or description.")));
    const bool isDay = event.precision == domain::Precision::Day;
    facts.push_back(instant(u"timestamp"_s, event.timestamp, zone, FactsTr::tr("When it happened."), isDay));
    facts.push_back(instant(u"known_at"_s, event.knownAt, zone,
                            FactsTr::tr("When the public could first know it."), isDay));
    facts.push_back(word(
        u"known_basis"_s, domain::toText(event.knownBasis),
        FactsTr::tr("How it is known when it became public: published, observed, scheduled or estimated.")));
    facts.push_back(word(u"precision"_s, domain::toText(event.precision),
                         FactsTr::tr("Whether the clock time is known or only the day.")));
    addMetadata(event.metadata, facts);
    facts.push_back(
        instant(u"ingested_at"_s, event.ingestedAt, zone, FactsTr::tr("When it was stored here.")));
    facts.push_back(
        text(u"id"_s, base::toText(event.id), FactsTr::tr("The same for every version of this event.")));
    const auto number = [&facts](const QString &name, std::uint64_t count, const QString &meaning) {
        facts.push_back({name, countText(count), meaning, QString::number(count), QString::number(count)});
    };
    number(u"revision"_s, static_cast<std::uint64_t>(std::max(0, event.revision)),
           FactsTr::tr("Which version of it: 0 is the first."));
    number(u"seq"_s, event.seq, FactsTr::tr("The change of the workspace that stored it."));
    facts.push_back(text(u"parser"_s, event.parser, FactsTr::tr("What read it from the raw bytes.")));
    number(u"parser_version"_s, static_cast<std::uint64_t>(std::max(0, event.parserVersion)),
           FactsTr::tr("Which version of the parser."));
    facts.push_back(text(u"raw_sha256"_s, base::toHex(event.rawSha256),
                         FactsTr::tr("Names the bytes it came from; see Raw.")));
    return facts;
}

Facts factsOf(const std::string &symbol, const std::optional<domain::Instrument> &instrument,
              const domain::BarSeries &bars, const base::Zone &zone)
{
    Facts facts;
    facts.push_back(
        {FactsTr::tr("symbol"), oneLine(symbol, 80), FactsTr::tr("What studies call it."), qs(symbol)});
    const domain::Instrument known = instrument.value_or(domain::Instrument());
    const auto add = [&facts](const QString &name, const std::string &value, const QString &meaning) {
        facts.push_back(text(name, value, meaning));
        facts.back().literal.clear();
    };
    add(FactsTr::tr("name"), known.name, {});
    add(FactsTr::tr("kind"), known.kind,
        FactsTr::tr("Stock, fund, future, currency, index, crypto or yield."));
    add(FactsTr::tr("exchange"), known.exchange, FactsTr::tr("The calendar of its sessions."));
    add(FactsTr::tr("currency"), known.currency, {});
    add(FactsTr::tr("sector"), known.sector, {});
    facts.push_back({FactsTr::tr("daily bars"), countText(bars.size()),
                     FactsTr::tr("Stored here, the newest version of each.")});
    if (bars.size() > 0) {
        const auto at = [&facts, &zone](const QString &name, base::Instant when, double close) {
            facts.push_back(
                {name, dayText(when, zone), FactsTr::tr("The day it closed, in %1.").arg(qs(zone.name()))});
            facts.push_back({FactsTr::tr("%1, close").arg(name), valueText(close),
                             FactsTr::tr("As stored, not adjusted.")});
        };
        at(FactsTr::tr("first bar"), bars.tsEnd.front(), bars.close.front());
        at(FactsTr::tr("last bar"), bars.tsEnd.back(), bars.close.back());
    }
    const std::size_t before = facts.size();
    addMetadata(known.metadata, facts);
    for (std::size_t i = before; i < facts.size(); ++i)
        facts[i].literal.clear();
    return facts;
}

Facts factsOf(const discovery::Finding &finding)
{
    const auto range =
        std::isfinite(finding.ciLow) && std::isfinite(finding.ciHigh)
            ? FactsTr::tr("%1 to %2").arg(signedText(finding.ciLow), signedText(finding.ciHigh, finding.unit))
            : kMissingText;
    return {
        {FactsTr::tr("events"), oneLine(finding.event, 200),
         FactsTr::tr("The events that were asked about.")},
        {FactsTr::tr("asset"), oneLine(finding.asset, 80), FactsTr::tr("The asset that was asked about.")},
        {FactsTr::tr("bars"), windowText(finding.window.first, finding.window.last),
         FactsTr::tr("The window around the event bar.")},
        {FactsTr::tr("tier"), wordText(finding.tier),
         FactsTr::tr("What the correction for all that was asked says.")},
        {FactsTr::tr("n"), countText(finding.n), FactsTr::tr("Distinct event bars with a return.")},
        {FactsTr::tr("effect"), signedText(finding.effect, finding.unit),
         FactsTr::tr("The mean response over the events.")},
        {FactsTr::tr("95 % interval"), range, FactsTr::tr("Of the effect, by stationary bootstrap.")},
        {FactsTr::tr("base"), signedText(finding.base, finding.unit),
         FactsTr::tr("The mean response over all bars, with matched days over those of the same weekday and "
                     "month: what happens anyway.")},
        {FactsTr::tr("hit rate"), rate(finding.hitRate, finding.hitLow, finding.hitHigh),
         FactsTr::tr("Share of events on the side of the effect.")},
        {FactsTr::tr("base rate"), rate(finding.baseRate, finding.baseLow, finding.baseHigh),
         FactsTr::tr("Share of those bars on that side.")},
        {FactsTr::tr("p"), probabilityText(finding.p), FactsTr::tr("Against its own null alone.")},
        {FactsTr::tr("p adjusted"), probabilityText(finding.pAdjusted),
         FactsTr::tr("The odds that chance gives so strong a result anywhere in the family.")},
        {FactsTr::tr("family"), countText(finding.familySize),
         FactsTr::tr("How many hypotheses were asked at once.")},
        {FactsTr::tr("sample"), wordText(finding.sample),
         FactsTr::tr("Found on these data, or tried on later ones.")},
        {FactsTr::tr("tradable"),
         finding.tradable ? FactsTr::tr("yes") : FactsTr::tr("no"),
         finding.tradable
             ? FactsTr::tr("The window opens after the event was known.")
             : FactsTr::tr("The window opens before the event was known: nobody could have acted on it."),
         {},
         {},
         !finding.tradable},
        {FactsTr::tr("look-ahead"),
         wordText(finding.lookAhead),
         finding.lookAhead == "failed"
             ? FactsTr::tr("It rests on what was not known at the time.")
             : FactsTr::tr("Whether it comes out again from what was known at past instants."),
         {},
         {},
         finding.lookAhead == "failed"},
        {FactsTr::tr("hypothesis"), qs(base::toHex(finding.hypothesis)).left(16),
         FactsTr::tr("The question itself, as a hash."), qs(base::toHex(finding.hypothesis))},
    };
}

Facts factsOf(const discovery::BaseRate &base)
{
    return {
        {FactsTr::tr("events (n)"), countText(base.n),
         FactsTr::tr("Distinct event bars with a return, from %1 to %2.")
             .arg(dayText(base.from), dayText(base.to))},
        {FactsTr::tr("median"), signedText(base.median, base.unit),
         FactsTr::tr("Half of the returns are below it.")},
        {FactsTr::tr("middle half"),
         FactsTr::tr("%1 to %2")
             .arg(signedText(base.lowerQuartile), signedText(base.upperQuartile, base.unit)),
         FactsTr::tr("From the lower to the upper quartile.")},
        {FactsTr::tr("mean"), signedText(base.mean, base.unit),
         FactsTr::tr("The average return after the events.")},
        {FactsTr::tr("rose after it"), rate(base.hitRate, base.hitLow, base.hitHigh),
         FactsTr::tr("Share of events after which it rose, with its 95 % interval (Wilson).")},
        {FactsTr::tr("rose on any bar"), rate(base.baseRate, base.baseLow, base.baseHigh),
         FactsTr::tr("Share of all bars after which it rose: what happens anyway.")},
    };
}

FactsModel::FactsModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_facts.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 1));
    });
}

void FactsModel::setFacts(Facts facts)
{
    beginResetModel();
    m_facts = std::move(facts);
    endResetModel();
}

const Fact *FactsModel::fact(int row) const
{
    return row >= 0 && row < rowCount() ? &m_facts[static_cast<std::size_t>(row)] : nullptr;
}

QString FactsModel::valueOf(const QString &name) const
{
    const auto found = std::ranges::find(m_facts, name, &Fact::name);
    return found == m_facts.end() ? QString() : found->value;
}

int FactsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_facts.size());
}

int FactsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant FactsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Fact &fact = m_facts[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 ? fact.name : fact.value;
    case Qt::ToolTipRole:
        return tipText(fact.meaning.isEmpty() ? fact.value : u"%1 — %2"_s.arg(fact.value, fact.meaning));
    case Qt::AccessibleDescriptionRole:
        return fact.meaning;
    case Qt::ForegroundRole:
        if (index.column() == 0)
            return m_theme.color(Role::Muted);
        return fact.isWarning ? QVariant(m_theme.color(Role::Warn)) : QVariant();
    case Qt::FontRole:
        return index.column() == 1 ? QVariant(Theme::numberFont(QApplication::font())) : QVariant();
    default:
        return {};
    }
}

QVariant FactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("what") : tr("value");
}

} // namespace widgets
