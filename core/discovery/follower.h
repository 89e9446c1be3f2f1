// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One relationship on today's data: which events are new, and what is bet on them.
#pragma once

#include "core/discovery/family.h"
#include "core/discovery/forwardbets.h"
#include "core/store/ledger.h"
#include "core/store/lives.h"

#include <QString>

#include <optional>
#include <set>
#include <vector>

namespace core::discovery {

struct MatchedDays;

/// Everything given to it must outlive it. The family asks one window. `matching`: of every placed series
/// where matched days found the relationship, else null. Its events are then compared with earlier bars of
/// their weekday (and slot) that carry no event: of the rest of their month, which the finding was compared
/// with as well, a bet cannot know.
class Follower final
{
public:
    Follower(const store::RelationshipRecord &relationship, const Family &family, const FamilyPair &pair,
             const MatchedDays *matching, const RunContext &context);

    /// What the bets are measured by: the events the discovering run could see, up to `sampleTo`.
    [[nodiscard]] store::ForwardStart start(base::Instant from, base::Instant sampleTo,
                                            std::uint64_t snapshot) const;
    /// The bets on new events that follow on `before`.
    [[nodiscard]] std::vector<store::ForwardStep> follow(const store::ForwardStart &start,
                                                         const std::vector<store::ForwardStep> &before) const;
    /// Why it is over: two years without a bar or an event; empty: it is not.
    [[nodiscard]] QString silence() const;
    /// Its weights are made from the whole sample, so that none can be told when an event comes.
    [[nodiscard]] bool looksAhead() const;

private:
    [[nodiscard]] const FamilyTerm &term(std::uint32_t i) const;
    [[nodiscard]] const PlacedSeries &placed(std::uint32_t i) const;
    [[nodiscard]] base::Instant closeOf(std::size_t bar) const;
    [[nodiscard]] double responseAt(std::uint32_t i, std::uint32_t eventBar) const;
    [[nodiscard]] double usualAt(std::uint32_t i, std::uint32_t eventBar) const;
    [[nodiscard]] std::vector<double> usualOf(std::uint32_t i, const MatchedDays &matching) const;
    [[nodiscard]] int sideOf(double weight, double centre) const;
    [[nodiscard]] double meanWeight(base::Instant sampleTo) const;
    [[nodiscard]] double baseBefore(std::uint32_t i, base::Instant from) const;
    [[nodiscard]] std::optional<std::size_t> lastPresent(std::uint32_t i) const;
    [[nodiscard]] std::size_t historyBegin(base::Instant from) const;
    [[nodiscard]] bool isNew(const AskedEvent &event, const store::ForwardStart &start) const;
    [[nodiscard]] std::set<std::uint32_t> newBars(std::uint32_t i, const store::ForwardStart &start) const;
    [[nodiscard]] std::vector<ForwardEvent> forwardEvents(const store::ForwardStart &start) const;
    [[nodiscard]] bool isSilent(base::Instant last) const;

    const store::RelationshipRecord &m_relationship;
    const Family &m_family;
    const FamilyPair &m_pair;
    const RunContext &m_context;
    const domain::Window m_window;
    const domain::Statistic m_statistic;
    std::vector<ForwardTrack> m_tracks; ///< one per term
};

} // namespace core::discovery
