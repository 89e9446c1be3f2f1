// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What one query about events reads, fixed at one moment, and the SQL that reads it.
#pragma once

#include "core/domain/readers.h"
#include "core/store/eventmirror.h"
#include "core/store/filtersql.h"
#include "core/store/lake.h"

#include <span>
#include <string>
#include <vector>

namespace core::store {

/// Both tiers as one committed state has them. While it lives, the hot rows stay in the mirror.
struct EventScope {
    std::vector<ManifestEntry> files; ///< only those that can hold rows the query asks for
    HotView hot;
    base::Instant asOf;
    std::uint64_t snapshot = 0; ///< rows with seq ≤ it
    bool isLatest = true;       ///< no snapshot was asked for: the newest state, every committed row
};

/// Whether every row of the file is in force, so that it is read as it is.
bool isPlain(const ManifestEntry &file, const EventScope &scope);

/// Takes the scope of a query in one reading transaction.
base::Result<EventScope> takeScope(const Catalog &catalog, EventMirror &mirror,
                                   const domain::EventQuery &query);

/// A stretch of time: from ≤ timestamp < to; a missing end is open.
struct TimeSlice {
    base::Instant from;
    base::Instant to;
};

/// Cuts the scope's time into slices of whole years that together hold everything, ascending, each with about
/// `rowsPerSlice` rows of lake files or one year. `hotFrom` and `hotTo` are the range of the hot rows, if
/// there are any.
std::vector<TimeSlice> slicesOf(const EventScope &scope, base::Instant hotFrom, base::Instant hotTo,
                                std::uint64_t rowsPerSlice);

/// A query for `columns` (of kEventTable) of every row in force within the scope and the slice, without
/// order: ready to stand in a FROM. Versions that are not in force are left out; files without such versions
/// are read without looking.
std::string relationSql(const EventScope &scope, const TimeSlice &slice, const Lake &lake,
                        const std::string &columns, Parameters &parameters);

/// The same of every version within the snapshot, in force or not, with a last column `until`: from when on
/// another one is in force, null when it still is. For a scope taken as of the end of time, whose files hold
/// history too.
std::string versionsSql(const EventScope &scope, const TimeSlice &slice, const Lake &lake,
                        const std::string &columns, Parameters &parameters);

/// The part of relationSql() that reads the hot tier; `columns` may name `place` too.
std::string hotSql(const EventScope &scope, const TimeSlice &slice, const std::string &columns,
                   Parameters &parameters);

/// Every row in force of one file of the scope, with its number in the file as file_row_number.
std::string fileRowsSql(const EventScope &scope, const ManifestEntry &file, const Lake &lake,
                        Parameters &parameters);

} // namespace core::store
