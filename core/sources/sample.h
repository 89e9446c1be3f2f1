// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sample workspace: a simulated market with known truths, so that a newcomer can see what a study finds
// and what it must not find. It says "simulated" in every source and every instrument's name.
#pragma once

#include "core/domain/bar.h"
#include "core/domain/event.h"
#include "core/domain/instrument.h"

#include <QJsonObject>

#include <string>
#include <vector>

namespace core::sources {

/// A study that belongs to the sample: file name and JSON text.
struct SampleStudy {
    std::string fileName;
    std::string text;
};

struct SampleWorkspace {
    std::vector<domain::Instrument> instruments; ///< ascending by symbol
    std::vector<domain::Bar> bars;               ///< daily, ascending by (symbol, ts)
    std::vector<domain::Action> actions;
    std::vector<domain::Event> events; ///< ascending by (timestamp, type)
    QJsonObject truth;                 ///< what is planted, for truth.json
    std::vector<SampleStudy> studies;  ///< the first is the one to run first
    base::Date sealedFrom;             ///< where the hold-out of the sample begins; the studies end before it
    base::Date replayFrom;             ///< the last year, which can be played as if live
};

/// Makes the sample: a pure function of the seed, within a second or so. A benchmark and 59 companies over
/// fifteen years, with a split, a rename, a delisting, a late listing, gaps and a stale run, and sixteen
/// types of events. knownAt of bars is their close; ingestedAt and seq are left to the store. Fails only when
/// the system lacks time zone data. Any thread.
base::Result<SampleWorkspace> makeSample(std::uint64_t seed);

} // namespace core::sources
