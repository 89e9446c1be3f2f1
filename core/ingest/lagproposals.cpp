// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/lagproposals.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/domain/filter.h"
#include "core/domain/filterpredicate.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <numeric>

namespace core::ingest {

using base::Duration;
using base::Result;

namespace {

constexpr double kShare = 0.95;
constexpr double kFarTooLong = 4;

store::LagCounts countsOf(const sources::LagRule &rule, std::span<const store::SeenLags> seen)
{
    store::LagCounts counts{};
    const auto filter = domain::Filter::parse(rule.seen, base::Instant());
    if (!filter)
        return counts; // the rules that come with the program are tested
    for (const store::SeenLags &one : seen) {
        domain::Event event;
        event.source = one.source;
        event.eventType = one.eventType;
        if (!domain::passes(filter->root(), {}, event))
            continue;
        for (std::size_t i = 0; i < counts.size(); ++i)
            counts[i] += one.counts[i];
    }
    return counts;
}

Duration secondsOf(double seconds)
{
    return std::chrono::seconds(static_cast<std::int64_t>(seconds));
}

} // namespace

std::string spanText(Duration span)
{
    using namespace std::chrono;
    if (span >= days(3))
        return std::to_string(ceil<days>(span).count()) + 'd';
    if (span >= hours(3))
        return std::to_string(ceil<hours>(span).count()) + 'h';
    return std::to_string(std::max<std::int64_t>(ceil<minutes>(span).count(), 1)) + 'm';
}

std::vector<LagProposal> proposeLags(const sources::LagRules &rules, std::span<const store::SeenLags> seen)
{
    std::vector<LagProposal> proposals;
    for (const auto &[name, rule] : rules.lags()) {
        if (rule.seen.empty())
            continue;
        const store::LagCounts counts = countsOf(rule, seen);
        LagProposal proposal;
        proposal.rule = name;
        proposal.stated = rule.add;
        proposal.measured = std::accumulate(counts.begin(), counts.end(), std::uint64_t(0));
        proposal.median = store::lagQuantile(counts, 0.5);
        proposal.late = store::lagQuantile(counts, kShare);
        const double stated = static_cast<double>(rule.add.count()) / 1e6;
        const bool isWrong = proposal.late > stated || proposal.late * kFarTooLong < stated;
        if (proposal.measured >= kLeastMeasured && isWrong) {
            const auto span = sources::parseSpan(spanText(secondsOf(proposal.late)));
            if (span && *span != rule.add)
                proposal.proposed = *span;
        }
        proposals.push_back(std::move(proposal));
    }
    return proposals;
}

Result<std::string> nextLagRules(std::string_view text, std::span<const LagProposal> proposals)
{
    const auto json = base::parseDefinition(text);
    if (!json)
        return json.error();
    QJsonObject rules = json->toObject();
    QJsonObject lags = rules.value(QStringLiteral("lags")).toObject();
    for (const LagProposal &proposal : proposals) {
        if (!proposal.proposed)
            continue;
        QJsonObject rule = lags.value(base::qs(proposal.rule)).toObject();
        rule.insert(QStringLiteral("add"), base::qs(spanText(*proposal.proposed)));
        rule.insert(QStringLiteral("why"),
                    QStringLiteral("measured: 95 of 100 of %1 facts were first seen within %2 of happening")
                        .arg(proposal.measured)
                        .arg(base::qs(spanText(secondsOf(proposal.late)))));
        lags.insert(base::qs(proposal.rule), rule);
    }
    rules.insert(QStringLiteral("lags"), lags);
    rules.insert(QStringLiteral("version"), rules.value(QStringLiteral("version")).toInt() + 1);
    const std::string next = QJsonDocument(rules).toJson(QJsonDocument::Indented).toStdString();
    if (auto checked = sources::LagRules::parse(QStringLiteral("lags.json"), next); !checked)
        return checked.error();
    return next;
}

} // namespace core::ingest
