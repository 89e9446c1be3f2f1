// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events as they are now, told apart from those that were there at a snapshot: a new version of an old event
// is an old event.
#pragma once

#include "core/domain/readers.h"

namespace core::discovery {

/// Reads what another reader gives. An event of which any version was stored by the snapshot comes with a seq
/// of at most that snapshot, so that seq alone tells new events. The other reader must outlive it.
class SinceEvents final : public domain::EventReader
{
public:
    SinceEvents(const domain::EventReader &reader, std::uint64_t snapshot)
        : m_reader(reader)
        , m_snapshot(snapshot)
    {}

    base::Result<void> read(const domain::EventQuery &query,
                            const std::function<bool(const domain::Event &)> &row,
                            const base::CancelToken &cancel = {}) const override;
    base::Result<std::vector<domain::EventGroup>> count(const domain::EventQuery &query,
                                                        std::string_view by) const override;

private:
    const domain::EventReader &m_reader;
    std::uint64_t m_snapshot;
};

} // namespace core::discovery
