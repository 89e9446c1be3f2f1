// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What an import would make of a file: its first rows as the preset takes them, before anything is stored.
#pragma once

#include "core/sources/presets.h"
#include "core/workbench/imports.h"
#include "core/workbench/ownpresets.h"

#include <QString>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace core::workbench {

struct PreviewColumn {
    std::string name;
    std::string field;                ///< what the preset makes of it: "timestamp", "value", "entity",
                                      ///< "meta.x"; of several joined by ", "; empty: unused
    std::vector<std::string> samples; ///< the first few cells that hold something
};

struct PreviewRow {
    std::uint64_t line = 0;
    std::vector<std::string> cells; ///< long ones are cut
    std::string meaning;            ///< one line: what it becomes
    QString refusal;                ///< why it is refused; empty when it is taken
};

struct ImportPreview {
    std::filesystem::path file;
    std::string preset;
    QString title;
    std::string kind;
    std::string zone;  ///< in which its dates are meant
    QString knownRule; ///< in words
    std::vector<PreviewColumn> columns;
    std::vector<PreviewRow> rows;          ///< the first 200
    std::uint64_t taken = 0, refused = 0;  ///< of these; a wide row is taken when one of its cells is
    std::vector<QString> notes;            ///< what a person should know before importing
    std::vector<std::string> otherPresets; ///< others that can read this header
};

/// Reads the first 200 rows of a file (CSV, .gz, JSON; Parquet through the worker) as a preset would take
/// them and stores nothing. `preset` empty: recognised from the header. `zone` empty: the preset's. Fails
/// with the sentence the import would fail with. Any thread.
base::Result<ImportPreview> previewImport(const Workbench &bench, const std::filesystem::path &file,
                                          ingest::ImportWhat what, const std::string &preset,
                                          const std::string &zone, const std::filesystem::path &worker,
                                          const Job &job);

/// A file as it stands, without a preset: what the user maps by hand.
struct FilePeek {
    char delimiter = ',';
    std::vector<PreviewColumn> columns; ///< `field` is empty
    std::vector<PreviewRow> rows;       ///< the first 200; `meaning` is empty
};

/// The header and the first 200 rows of a file whose header no preset knows. Any thread.
base::Result<FilePeek> peekFile(const std::filesystem::path &file, const std::filesystem::path &worker,
                                const Job &job);

/// A mapping to begin with: the column of dates with its patterns, the first one of numbers, and those whose
/// names say what they are. `note` is about the order of day and month, if there is anything to say.
ColumnMapping suggestMapping(const FilePeek &peek, QString &note);

} // namespace core::workbench
