// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger counts, in words and as JSON.
#pragma once

#include "core/store/ledger.h"
#include "core/workbench/numbertext.h"

#include <QJsonObject>
#include <QString>

namespace core::workbench {

/// "Asked 41,210 questions in 12 families: 14 significant, of them 0.7 expected by chance; 3 hold-outs
/// opened."
QString ledgerSentence(const store::LedgerSummary &counts, NumberStyle style = NumberStyle::Typeset);

QJsonObject toJson(const store::LedgerSummary &counts);

} // namespace core::workbench
