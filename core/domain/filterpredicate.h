// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The in-memory evaluator of filters: does this one event pass? The SQL of core/store must give the same
// answers.
#pragma once

#include "core/domain/filter.h"

#include <re2/re2.h>

#include <map>
#include <memory>

namespace core::domain {

/// Every pattern that `matches` uses in a tree, compiled once.
using FilterPatterns = std::map<std::string, std::unique_ptr<re2::RE2>, std::less<>>;

/// Compiles the patterns. Fails (BadInput) with RE2's reason when one cannot be used or needs too much
/// memory.
base::Result<FilterPatterns> compilePatterns(const FilterNode &root);

/// Any thread.
bool passes(const FilterNode &root, const FilterPatterns &patterns, const Event &event);

} // namespace core::domain
