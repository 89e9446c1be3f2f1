// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/import/inputfile.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/ingest/import/parquetworker.h"
#include "core/sources/csvreader.h"
#include "core/sources/jsonreader.h"
#include "core/sources/numbers.h"

#include <algorithm>

namespace core::ingest {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using sources::RecordReader;

namespace {

constexpr std::size_t kBeginning = std::size_t(1) << 20;
constexpr std::uint64_t kLargestJson = std::uint64_t(1) << 30;

FileFormat formatOf(std::string_view beginning)
{
    if (beginning.starts_with("PAR1"))
        return FileFormat::Parquet;
    const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool json = first != std::string_view::npos && (beginning[first] == '[' || beginning[first] == '{');
    return json ? FileFormat::Json : FileFormat::Csv;
}

/// Delimiters that a header may have; the one that occurs most often in the first line.
char delimiterOf(std::string_view beginning)
{
    const std::string_view line = beginning.substr(0, beginning.find('\n'));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char one : {',', '\t', ';', '|'}) {
        const auto count = std::count(line.begin(), line.end(), one);
        if (count > most) {
            best = one;
            most = count;
        }
    }
    return best;
}

} // namespace

Result<InputFile> InputFile::open(std::filesystem::path file, InputOptions options,
                                  const sources::PresetList &presets, sources::ImportWhat what,
                                  const std::optional<std::string> &preset)
{
    InputFile input(std::move(file), std::move(options));
    std::optional<char> delimiter;
    const sources::Preset *wanted = nullptr;
    if (preset) {
        auto found = presets.find(*preset, what);
        if (!found)
            return found.error();
        wanted = *found;
        delimiter = wanted->delimiter;
    }
    auto looked = input.look(delimiter);
    if (!looked)
        return looked.error();
    if (!wanted) {
        auto found = presets.recognise(input.m_header, input.m_path.filename().string(), what);
        if (!found)
            return found.error();
        wanted = *found;
    }
    input.m_preset = wanted;
    if (input.m_format == FileFormat::Json && !wanted->jsonColumns().empty()) { // now some objects stay whole
        std::unique_ptr<sources::ByteStream> none;
        auto again = input.openRows(none);
        if (!again)
            return again.error();
        auto taken = input.takeHeader(**again);
        if (!taken)
            return taken.error();
    }
    return input;
}

Result<InputFile> InputFile::peek(std::filesystem::path file, InputOptions options)
{
    InputFile input(std::move(file), std::move(options));
    auto looked = input.look({});
    if (!looked)
        return looked.error();
    return input;
}

QString InputFile::name() const
{
    return qs(m_path.filename().string());
}

std::string InputFile::stem() const
{
    std::filesystem::path name = m_path.filename();
    if (name.extension() == ".gz")
        name = name.stem();
    return name.stem().string();
}

Error InputFile::named(const Error &error) const
{
    if (error.code != ErrorCode::BadInput || error.message.contains(name()))
        return error;
    const QString end = error.message.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral(".");
    return Error{error.code, Tr::tr("%1: %2%3").arg(name(), error.message, end)};
}

/// Reads the beginning of the file: its format and its header.
Result<void> InputFile::look(std::optional<char> delimiter)
{
    auto decoder = FileDecoder::open(m_path, m_options.limits);
    if (!decoder)
        return decoder.error();
    std::string beginning(kBeginning, '\0');
    std::size_t size = 0;
    while (size < beginning.size()) {
        auto count = (*decoder)->read(beginning.data() + size, beginning.size() - size);
        if (!count)
            return count.error();
        if (*count == 0)
            break;
        size += *count;
    }
    beginning.resize(size);
    m_format = formatOf(beginning);
    if (m_format == FileFormat::Csv) {
        m_delimiter = delimiter ? *delimiter : delimiterOf(beginning);
        return lookAtCsv(beginning, size < kBeginning);
    }
    auto bytes = openBytes();
    if (!bytes)
        return bytes.error();
    if (m_format == FileFormat::Json) {
        auto read = readJson(**bytes);
        if (!read)
            return read;
    }
    auto rows = openRows(*bytes);
    if (!rows)
        return rows.error();
    return takeHeader(**rows);
}

Result<void> InputFile::lookAtCsv(std::string &beginning, bool isWhole)
{
    // The rest of the file is not looked at: a character or a record that the piece cuts off is no fault.
    const std::size_t lastLine = beginning.rfind('\n');
    if (!isWhole && lastLine != std::string::npos)
        beginning.resize(lastLine + 1);
    sources::MemoryStream bytes(beginning);
    sources::CsvReader rows(bytes, sources::CsvOptions{.delimiter = m_delimiter});
    return takeHeader(rows);
}

Result<void> InputFile::readJson(sources::ByteStream &bytes)
{
    char buffer[65536];
    while (true) {
        auto count = bytes.read(buffer, sizeof buffer);
        if (!count)
            return count.error();
        if (*count == 0)
            return {};
        m_json.append(buffer, *count);
        if (m_json.size() > kLargestJson)
            return Error{ErrorCode::BadInput,
                         Tr::tr("%1 is larger than 1 GB; as JSON it must fit in memory, so split it or save "
                                "it as CSV.")
                             .arg(name())};
    }
}

Result<void> InputFile::takeHeader(RecordReader &rows)
{
    auto first = rows.next();
    if (!first)
        return named(first.error());
    if (!*first || rows.fault() != sources::RecordFault::None)
        return Error{ErrorCode::BadInput,
                     *first ? Tr::tr("%1 has no header that can be read: its first line is too long or has "
                                     "too many columns.")
                                  .arg(name())
                            : Tr::tr("%1 holds no rows; there is nothing to import.").arg(name())};
    m_header.clear();
    for (const std::string_view column : rows.fields())
        m_header.emplace_back(sources::trimmed(column));
    return {};
}

Result<std::unique_ptr<sources::ByteStream>> InputFile::openBytes() const
{
    if (m_format == FileFormat::Parquet) {
        if (m_options.workerProgram.empty())
            return Error{
                ErrorCode::BadInput,
                Tr::tr("%1 is a Parquet file, and there is no program here to read it.").arg(name())};
        auto stream = ParquetStream::start(m_options.workerProgram, m_path);
        if (!stream)
            return stream.error();
        return std::unique_ptr<sources::ByteStream>(std::move(*stream));
    }
    auto decoder = FileDecoder::open(m_path, m_options.limits);
    if (!decoder)
        return decoder.error();
    return std::unique_ptr<sources::ByteStream>(std::move(*decoder));
}

Result<std::unique_ptr<RecordReader>> InputFile::openRows(std::unique_ptr<sources::ByteStream> &stream) const
{
    if (m_format == FileFormat::Json) {
        auto reader = sources::JsonReader::open(m_json, m_preset ? m_preset->jsonColumns()
                                                                 : std::vector<std::string>());
        if (!reader)
            return named(reader.error());
        return std::unique_ptr<RecordReader>(std::make_unique<sources::JsonReader>(std::move(*reader)));
    }
    const char parted = m_format == FileFormat::Parquet ? ',' : m_delimiter;
    return std::unique_ptr<RecordReader>(
        std::make_unique<sources::CsvReader>(*stream, sources::CsvOptions{.delimiter = parted}));
}

} // namespace core::ingest
