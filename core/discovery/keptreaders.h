// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events and bars read once in every version and told as of any instant from memory: what looks at one past
// from many instants reads the store once.
#pragma once

#include "core/domain/readers.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace core::discovery {

struct RunContext;

/// Answers as the reader behind it does. Questions for a page (limit, offset, descending) and counts are
/// passed on. Any thread; what is kept is never given up.
class KeptEvents final : public domain::EventReader
{
public:
    /// `behind` must outlive it.
    explicit KeptEvents(const domain::EventReader &behind)
        : m_behind(behind)
    {}

    base::Result<void> read(const domain::EventQuery &query,
                            const std::function<bool(const domain::Event &)> &row,
                            const base::CancelToken &cancel = {}) const override;
    base::Result<std::vector<domain::EventGroup>> count(const domain::EventQuery &query,
                                                        std::string_view by) const override;
    base::Result<void> readVersions(const domain::EventQuery &query,
                                    const std::function<bool(const domain::Event &, base::Instant)> &row,
                                    const base::CancelToken &cancel = {}) const override;

    /// The instants just before a version that is kept gave way to another: where it shows whether the newer
    /// one is taken for what was known.
    [[nodiscard]] std::vector<base::Instant> beforeRevisions() const;

private:
    struct Version {
        domain::Event event;
        base::Instant until; ///< another is in force from then on; missing: none is
    };
    using Versions = std::shared_ptr<const std::vector<Version>>;
    base::Result<Versions> versions(const domain::EventQuery &query, const base::CancelToken &cancel) const;

    const domain::EventReader &m_behind;
    mutable std::mutex m_reading;                   ///< guards m_kept
    mutable std::map<std::string, Versions> m_kept; ///< by filter and snapshot
};

/// Bars alike. Stretches of time (from, to), instruments and actions are passed on.
class KeptBars final : public domain::BarReader
{
public:
    /// `behind` must outlive it.
    explicit KeptBars(const domain::BarReader &behind)
        : m_behind(behind)
    {}

    base::Result<domain::BarSeries> read(const domain::BarQuery &query) const override;
    base::Result<std::map<std::string, domain::BarSeries>>
    readMany(const std::vector<std::string> &symbols, const domain::BarQuery &query) const override;
    base::Result<std::map<std::string, domain::BarVersions>>
    readVersions(const std::vector<std::string> &symbols, const domain::BarQuery &query) const override;
    base::Result<std::vector<std::string>> symbols(std::string_view interval) const override;
    base::Result<std::optional<domain::Instrument>> instrument(std::string_view symbol) const override;
    base::Result<std::vector<domain::Instrument>> instruments() const override;
    base::Result<std::vector<domain::Action>> actions(std::string_view symbol, base::Instant asOf,
                                                      std::optional<std::uint64_t> snapshot) const override;

    /// As of KeptEvents.
    [[nodiscard]] std::vector<base::Instant> beforeRevisions() const;

private:
    /// Reads those symbols that are not kept yet, in one pass. The caller holds m_reading.
    base::Result<void> keep(const std::vector<std::string> &symbols, const domain::BarQuery &query) const;

    const domain::BarReader &m_behind;
    mutable std::mutex m_reading;                              ///< guards what is kept
    mutable std::map<std::string, domain::BarVersions> m_kept; ///< by symbol, interval and snapshot
};

/// The context of a run with these readers in the place of its own, which they stand before.
RunContext onKept(const RunContext &context, const KeptEvents &events, const KeptBars &bars);

} // namespace core::discovery
