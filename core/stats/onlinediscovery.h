// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that come one after the other, for years: each gets the level it may be tested at from what came
// before, so that few of all findings ever made are false.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

/// Every hypothesis enters once, with a p-value that is valid given what came before. The same pair tested
/// again on a sample that grew by a day is not a new one: that needs an e-process.
enum class OnlineRule {
    Lord,          ///< LORD++ (Ramdas et al. 2017): independent p
    Saffron,       ///< Ramdas et al. 2018, lambda ½: as LORD++, stronger where many hypotheses are false
    Addis,         ///< Tian & Ramdas 2019, lambda ¼, tau ½: stronger where p-values of nulls are too large
    Lond,          ///< Javanmard & Montanari 2015: positive dependence
    LondDependent, ///< the same over 1 + ½ + … + 1/t: any dependence
    Spending       ///< alpha·γ_t: the chance of any false finding, any dependence
};

/// A finding made, in the rule's own time.
struct OnlineFinding {
    std::uint64_t time = 0;       ///< hypotheses up to and including it; Addis: those with p ≤ tau
    std::uint64_t candidates = 0; ///< p ≤ lambda up to and including it
};

/// All a rule remembers: plain values, for a ledger.
struct OnlineState {
    std::uint64_t tested = 0;
    std::uint64_t kept = 0;       ///< p ≤ tau
    std::uint64_t candidates = 0; ///< p ≤ lambda
    std::vector<OnlineFinding> findings;
};

/// One stream of hypotheses at a false discovery rate of alpha. The series γ and the first wealth are those
/// of the R package onlineFDR. A step costs as many additions as there are findings. Not safe for threads.
class OnlineDiscovery final
{
public:
    /// 0 < alpha < 1; a state goes on only with the rule and alpha it was made with.
    OnlineDiscovery(OnlineRule rule, double alpha, OnlineState state = {});

    /// The level the next hypothesis is tested at.
    [[nodiscard]] double level() const;
    /// Tests the next one: true if p ≤ level().
    bool next(double p);

    [[nodiscard]] const OnlineState &state() const { return m_state; }

private:
    [[nodiscard]] double wealth(double first, double (*series)(std::uint64_t), std::uint64_t time) const;

    OnlineRule m_rule;
    double m_alpha;
    OnlineState m_state;
};

/// A whole stream from its beginning: 1 for the findings.
[[nodiscard]] std::vector<std::uint8_t> onlineDiscovery(OnlineRule rule, double alpha,
                                                        std::span<const double> p);

enum class BatchRule {
    BenjaminiHochberg, ///< BatchBH (Zrnic, Jiang, Ramdas & Jordan 2020): batches independent, and within them
                       ///< too
    Positive           ///< BatchPRDS of the same: positive dependence within a batch
};

/// One batch tested.
struct BatchRecord {
    double level = 0;
    std::uint64_t size = 0;
    std::uint64_t found = 0;
    std::uint64_t most = 0; ///< found if one of its p-values were 0
};

/// Batches of hypotheses, such as those of a day: BH within each at a level that depends on the batches
/// before.
class BatchDiscovery final
{
public:
    BatchDiscovery(BatchRule rule, double alpha, std::vector<BatchRecord> state = {});

    /// The level a next batch of this size is tested at; size ≥ 1.
    [[nodiscard]] double level(std::size_t size) const;
    /// Tests a batch: 1 for the findings. An empty one leaves no trace.
    std::vector<std::uint8_t> next(std::span<const double> p);

    [[nodiscard]] const std::vector<BatchRecord> &state() const { return m_state; }

private:
    BatchRule m_rule;
    double m_alpha;
    std::vector<BatchRecord> m_state;
};

/// γ_t of LORD++, LOND and Spending: .07720838·ln(max(t, 2))/(t·exp √ln t) for t ≥ 1; sums to 1 over all t.
[[nodiscard]] double lordSeries(std::uint64_t t);

/// γ_t of SAFFRON, ADDIS and the batches: .4374901658·t^−1.6 for t ≥ 1.
[[nodiscard]] double powerSeries(std::uint64_t t);

} // namespace core::stats
