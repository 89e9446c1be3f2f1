// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of presets for bars, ticks, quotes, corporate actions and instruments, as JSON has them.
#pragma once

#include "core/sources/objectreader.h"
#include "core/sources/preset.h"

namespace core::sources {

/// What the key of that kind says; faults are noted in the definition.
BarRule readBars(ObjectReader &top);
TickRule readTicks(ObjectReader &top, PresetKind kind);
ActionRule readActions(ObjectReader &top);
InstrumentRule readInstruments(ObjectReader &top);

} // namespace core::sources
