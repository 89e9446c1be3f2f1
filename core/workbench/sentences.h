// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Findings in words, the same in terminal, window and report: what was seen, never what caused it.
#pragma once

#include "core/discovery/evidence.h"
#include "core/workbench/numbertext.h"

#include <QString>

#include <string_view>
#include <vector>

namespace core::workbench {

/// One plain sentence of a finding: effect and base, interval, n, odds by chance in this family, tradable or
/// not, still holding or not. `status`: of the relationship (candidate, significant, validated, decayed,
/// retired, or "followed" for one that later data have not decided yet), empty when there is none. Text from feeds stands in it as it is: a terminal must escape it.
QString sentenceOf(const discovery::Finding &finding, NumberStyle style = NumberStyle::Typeset,
                   std::string_view status = {});

/// What came out of a run, one sentence a line: found against expected by chance; when nothing was found, the
/// smallest effect that would have been seen 80 % of the time and what would help.
QString verdictOf(const discovery::RunReport &report, NumberStyle style = NumberStyle::Typeset);

/// What speaks against a finding or fails to: its controls, a reaction before the event and, for a pool, the
/// panel's tests; a sentence each. Descriptive: no verdict is made of it.
std::vector<QString> robustnessSentences(const discovery::Evidence &evidence,
                                         NumberStyle style = NumberStyle::Typeset);

/// A finding must never be shown without n, effect, interval, base rate, adjusted p, tier, family size,
/// sample and tradable: names what is missing; empty when complete.
std::vector<QString> missingOf(const discovery::Finding &finding);

} // namespace core::workbench
