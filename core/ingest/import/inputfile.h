// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A file that somebody wants to import: its format, its header, the preset that reads it, its records.
#pragma once

#include "core/ingest/import/filedecoder.h"
#include "core/sources/presets.h"
#include "core/sources/recordreader.h"
#include "core/sources/refusals.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::ingest {

enum class FileFormat : std::uint8_t { Csv, Json, Parquet };

struct InputOptions {
    DecodeLimits limits{};
    std::filesystem::path workerProgram; ///< reads Parquet in a child process
};

class InputFile final
{
public:
    /// Looks at the beginning of the file. `preset` empty: recognised from the header. Fails with one
    /// sentence that names the file. The presets must outlive it.
    static base::Result<InputFile> open(std::filesystem::path file, InputOptions options,
                                        const sources::PresetList &presets, sources::ImportWhat what,
                                        const std::optional<std::string> &preset);
    /// The same without a preset, for a file whose header no preset knows.
    static base::Result<InputFile> peek(std::filesystem::path file, InputOptions options);

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    /// The file's name without folder.
    [[nodiscard]] QString name() const;
    /// The name without ".gz" and the ending before it: "DGS10.csv.gz" is "DGS10".
    [[nodiscard]] std::string stem() const;
    [[nodiscard]] FileFormat format() const { return m_format; }
    [[nodiscard]] char delimiter() const { return m_delimiter; }
    [[nodiscard]] const std::vector<std::string> &header() const { return m_header; }
    [[nodiscard]] const sources::Preset &preset() const { return *m_preset; } ///< not after peek()

    /// The file's decoded bytes, of Parquet as CSV.
    [[nodiscard]] base::Result<std::unique_ptr<sources::ByteStream>> openBytes() const;
    /// The records of bytes that stay where `stream` is; the header is the first. JSON comes from memory.
    [[nodiscard]] base::Result<std::unique_ptr<sources::RecordReader>>
    openRows(std::unique_ptr<sources::ByteStream> &stream) const;
    /// A fault that a reader reported as "line 7 …" becomes a sentence with the file's name.
    [[nodiscard]] base::Error named(const base::Error &error) const;

private:
    InputFile(std::filesystem::path file, InputOptions options)
        : m_path(std::move(file))
        , m_options(std::move(options))
    {}
    base::Result<void> look(std::optional<char> delimiter);
    base::Result<void> lookAtCsv(std::string &beginning, bool isWhole);
    base::Result<void> readJson(sources::ByteStream &bytes);
    base::Result<void> takeHeader(sources::RecordReader &rows);

    std::filesystem::path m_path;
    InputOptions m_options;
    FileFormat m_format = FileFormat::Csv;
    char m_delimiter = ',';
    std::vector<std::string> m_header;
    const sources::Preset *m_preset = nullptr;
    std::string m_json; ///< the whole text, for that format
};

} // namespace core::ingest
