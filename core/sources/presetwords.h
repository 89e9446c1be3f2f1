// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a preset does, in words for people: the field that each column becomes, when a row was known, what a
// row becomes.
#pragma once

#include "core/sources/batch.h"
#include "core/sources/preset.h"

#include <QString>

#include <span>
#include <string>
#include <vector>

namespace core::sources {

/// Per column of the header the fields that it becomes ("timestamp", "value", "meta.depth"), joined by ", ";
/// "condition" when it only decides whether a row is taken, "id" when it only names the row; empty: unused.
std::vector<std::string> fieldsOf(const Preset &preset, std::span<const std::string> header);

/// "known when published", "45 days after it happened (stated lag rule)".
QString knownInWords(const Preset &preset);

/// One line for the values of a row: "2011-03-11T05:46:24Z earthquake JP 9.1". `zone` is the one in which
/// days are meant. Of many values the first three.
std::string meaningOf(const Batch &values, const base::Zone &zone);

} // namespace core::sources
