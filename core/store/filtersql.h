// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A filter as a DuckDB condition with the very answers of the in-memory predicate; values only as parameters.
#pragma once

#include "core/domain/filter.h"
#include "core/store/duck.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace core::store {

/// Collects parameters and names their places ("$1", "$2", …).
class Parameters final
{
public:
    std::string add(DuckValue value)
    {
        m_values.push_back(std::move(value));
        return "$" + std::to_string(m_values.size());
    }
    [[nodiscard]] const std::vector<DuckValue> &values() const { return m_values; }

private:
    std::vector<DuckValue> m_values;
};

/// The condition, never null, over the columns of kEventTable. Needs registerFilterFunctions().
std::string filterSql(const domain::Filter &filter, Parameters &parameters);

/// Makes full_number, meta_text and re_match known to the database of the connection: the filter's own rules
/// for numbers in text, metadata and patterns, so that both evaluators share one piece of code.
base::Result<void> registerFilterFunctions(const DuckConnection &connection);

/// What every event that passes a filter must satisfy: it tells which files need not be read. Nothing in a
/// set or an instant that is missing means no bound.
struct FilterBounds {
    std::optional<std::set<std::string>> sources;
    std::optional<std::set<std::string>> eventTypes;
    base::Instant from; ///< timestamp ≥ it
    base::Instant to;   ///< timestamp ≤ it

    [[nodiscard]] bool admits(std::string_view source, std::string_view typeMin, std::string_view typeMax,
                              base::Instant tsMin, base::Instant tsMax) const;
};

FilterBounds boundsOf(const domain::Filter *filter);

} // namespace core::store
