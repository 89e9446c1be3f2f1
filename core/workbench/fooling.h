// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// "Try to fool it" on an open workspace: random dates, real prices, two ways to count discoveries.
#pragma once

#include "core/discovery/fooling.h"
#include "core/workbench/numbertext.h"
#include "core/workbench/workbench.h"

#include <QJsonObject>

#include <vector>

namespace core::workbench {

/// A prepared and asked demonstration; what is planted later is judged in its family. Any thread, one at a
/// time.
class FoolingDesk final
{
public:
    /// Reads the workspace's prices and screens random dates on them; no network, nothing is written. Errors:
    /// BadInput when there are no prices, Cancelled.
    static base::Result<FoolingDesk> open(std::shared_ptr<const Workbench> bench,
                                          const discovery::FoolingOptions &options, const Job &job);

    [[nodiscard]] const discovery::FoolingResult &result() const { return m_result; }
    /// As discovery::Fooling::plant.
    [[nodiscard]] base::Result<discovery::FoolingPower> plant(double effect, std::size_t first,
                                                              std::size_t count, const Job &job) const;

private:
    FoolingDesk(std::shared_ptr<const Workbench> bench, discovery::Fooling fooling)
        : m_bench(std::move(bench))
        , m_fooling(std::move(fooling))
    {}

    std::shared_ptr<const Workbench> m_bench;
    discovery::Fooling m_fooling;
    discovery::FoolingResult m_result;
};

/// "90,000 questions about 500 series of random dates: a t-test on each finds 6,120, Foreshock finds 0 (and 1
/// candidate)."
QString foolingSentence(const discovery::FoolingResult &result, NumberStyle style);

QJsonObject toJson(const discovery::FoolingResult &result,
                   const std::vector<discovery::FoolingPower> &power);

} // namespace core::workbench
