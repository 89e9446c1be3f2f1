// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one filter in one order, as the table of events asks for them; what lies behind is a workspace, or
// a test.
#pragma once

#include "core/workbench/eventpages.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace widgets {

/// Thread-safe; blocking calls, meant for jobs. The promises are those of core::workbench::EventPages.
class EventRows
{
public:
    virtual ~EventRows() = default;

    using Events = std::vector<core::domain::Event>;

    [[nodiscard]] virtual std::uint64_t snapshot() const = 0;
    /// Whether every page can be read; without it only the first and last kNearEnd rows.
    [[nodiscard]] virtual bool hasIndex() const = 0;
    virtual core::base::Result<void> buildIndex(const core::workbench::Job &job) = 0;
    virtual core::base::Result<std::uint64_t> count(const core::base::CancelToken &cancel) = 0;
    virtual core::base::Result<Events> page(std::uint64_t first, std::uint32_t rows,
                                            const core::base::CancelToken &cancel) const = 0;
    virtual core::base::Result<std::optional<std::uint64_t>>
    rowOf(const core::domain::Event &event, const core::base::CancelToken &cancel) const = 0;
    virtual core::base::Result<std::uint64_t> rowAt(core::base::Instant at,
                                                    const core::base::CancelToken &cancel) const = 0;
    /// Rows stored since that pass.
    virtual core::base::Result<std::uint64_t> newRows(const core::base::CancelToken &cancel) const = 0;
    virtual core::base::Result<void> refresh(const core::workbench::Job &job) = 0;

    static constexpr std::uint64_t kNearEnd = 20'000;
};

using BenchPtr = std::shared_ptr<const core::workbench::Workbench>;

/// What the table shows: a filter, an order, and when it is looked at from.
struct EventListing {
    std::string filter; ///< "" for all
    core::domain::Order order = core::domain::Order::Descending;
    core::base::Instant asOf; ///< missing: now
};

/// The rows of a workspace, which stays open as long as they are held. At an as-of instant what was known then is
/// shown in the versions then in force; that asks the store for each page, without an index, and far pages take
/// their time. Fails (BadInput) when the filter cannot be read. Any thread.
core::base::Result<std::shared_ptr<EventRows>> storedRows(const BenchPtr &bench, const EventListing &view,
                                                          const core::base::CancelToken &cancel);

} // namespace widgets
