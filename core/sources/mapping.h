// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the records of one file into values, as its preset says: no I/O, the same bytes give the same values.
#pragma once

#include "core/sources/batch.h"
#include "core/sources/preset.h"
#include "core/sources/refusals.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::sources {

struct MappingContext {
    std::string fileStem;                ///< the file's name without folder and endings
    base::Sha256 rawSha256{};            ///< of the decoded bytes
    base::Instant ingestedAt;            ///< now, one instant for the whole file
    std::optional<std::string> interval; ///< overrides the preset's
    std::optional<base::Zone> zone;      ///< overrides the zone in which dates are read
    bool forSpreadsheets = false;        ///< an apostrophe may stand before what looks like a formula
};

/// One file's mapping. One thread.
class Mapper final
{
public:
    /// Fails with a sentence when the header lacks a column that the preset needs.
    static base::Result<Mapper> bind(const Preset &preset, std::vector<std::string> header,
                                     const MappingContext &context);
    ~Mapper();
    Mapper(Mapper &&) noexcept;
    Mapper &operator=(Mapper &&) noexcept;

    /// One record: its values are appended to `out`, or it is refused as a whole (in a wide file, cell by
    /// cell).
    void row(std::span<const std::string_view> fields, std::uint64_t line, Batch &out);
    /// A record that the reader could not make out.
    void refuse(RefusalKind kind, std::uint64_t line);
    /// What can only be known at the end: releases with their change and surprise, corporate actions,
    /// instruments.
    void finish(Batch &out);
    [[nodiscard]] const Refusals &refusals() const;
    /// Events that wait for finish(), which appends them in the order of their rows.
    [[nodiscard]] std::size_t waiting() const;
    /// The interval of the bars; empty for other kinds.
    [[nodiscard]] const std::string &interval() const;

    class Part;

private:
    explicit Mapper(std::unique_ptr<Part> part);
    std::unique_ptr<Part> m_part;
};

} // namespace core::sources
