// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the sample holds, in words and numbers for truth.json, and the studies that ask about it.
#pragma once

#include "core/sources/sample.h"
#include "core/sources/samplefaults.h"

#include <QJsonObject>

namespace core::sources {

QJsonObject sampleTruth(std::uint64_t seed, const SampleMarket &market, std::span<const SampleFaults> faults);

/// sample.json (returns of every asset around every event type), sample-volatility.json (absolute returns)
/// and sample-surprise.json (quintiles of the earnings surprise, pooled).
std::vector<SampleStudy> sampleStudies();

} // namespace core::sources
